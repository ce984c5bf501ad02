//! 特定個人情報ファイルの取扱いの委託.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::choice::{Adequacy, ReEntrusteeControl, Recording, Restriction, RuleState};

part!(
    /// The risks when work is entrusted (委託): 様式3 and 様式4 Ⅲ4.
    ///
    /// The items ask what the contract requires and how re-entrustees are supervised. They must agree with
    /// [`FileSection::entrustments`](crate::assessment::FileSection): `none` is ticked if nothing is entrusted.
    pub struct EntrustmentRisk {
        /// 委託しない.
        #[item(NoEntrustment)]
        pub none: Tick,
        /// 情報保護管理体制の確認.
        #[item(EntrusteeSystemCheck)]
        pub system_check: Answer<Lines>,
        /// 特定個人情報ファイルの閲覧者・更新者の制限.
        #[item(RestrictionState)]
        pub restriction: Answer<Restriction>,
        /// 具体的な制限方法.
        #[item(RestrictionDetail)]
        pub restriction_detail: Answer<Lines>,
        /// 特定個人情報ファイルの取扱いの記録.
        #[item(HandlingRecordState)]
        pub record: Answer<Recording>,
        /// 具体的な方法.
        #[item(HandlingRecordDetail)]
        pub record_detail: Answer<Lines>,
        /// 特定個人情報の提供ルール.
        #[item(EntrusteeProvisionState)]
        pub provision_rule: Answer<RuleState>,
        /// 委託先から他者への提供に関するルールの内容及びルール遵守の確認方法.
        #[item(EntrusteeToOthersDetail)]
        pub to_others_detail: Answer<Lines>,
        /// 委託元と委託先間の提供に関するルールの内容及びルール遵守の確認方法.
        #[item(BetweenEntrusteeDetail)]
        pub between_detail: Answer<Lines>,
        /// 特定個人情報の消去ルール.
        #[item(EntrusteeErasureState)]
        pub erasure_rule: Answer<RuleState>,
        /// ルールの内容及びルール遵守の確認方法.
        #[item(EntrusteeErasureDetail)]
        pub erasure_detail: Answer<Lines>,
        /// 委託契約書中の特定個人情報ファイルの取扱いに関する規定.
        #[item(ContractState)]
        pub contract: Answer<RuleState>,
        /// 規定の内容.
        #[item(ContractDetail)]
        pub contract_detail: Answer<Lines>,
        /// 再委託先による特定個人情報ファイルの適切な取扱いの確保 (様式3: 担保).
        #[item(ReEntrusteeState)]
        pub re_entrustee: Answer<ReEntrusteeControl>,
        /// 具体的な方法.
        #[item(ReEntrusteeDetail)]
        pub re_entrustee_detail: Answer<Lines>,
        /// その他の措置の内容.
        #[item(EntrustmentOtherMeasures)]
        pub other_measures: Answer<Lines>,
        /// リスクへの対策は十分か.
        #[item(EntrustmentAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(EntrustmentOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
