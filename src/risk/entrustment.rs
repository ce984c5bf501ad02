//! 特定個人情報ファイルの取扱いの委託.

use crate::answer::{Answer, Tick};
use crate::catalogue::two_depths;
use crate::choice::{Adequacy, ReEntrusteeControl, Recording, Restriction, Rule};
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅲ4.
    #[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
    key KeyItemEntrustmentRisk;
    /// 様式4 Ⅲ4.
    #[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
    all AllItemEntrustmentRisk;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
    shared EntrustmentRisk;
    {
        /// 委託しない.
        both none: Tick, item NoEntrustment;
        /// 情報保護管理体制の確認.
        all system_check: Answer<Lines>, item EntrusteeSystemCheck;
        /// 特定個人情報ファイルの閲覧者・更新者の制限.
        all restriction: Answer<Restriction>, item RestrictionState;
        /// 具体的な制限方法.
        all restriction_detail: Answer<Lines>, item RestrictionDetail;
        /// 特定個人情報ファイルの取扱いの記録.
        all record: Answer<Recording>, item HandlingRecordState;
        /// 具体的な方法.
        all record_detail: Answer<Lines>, item HandlingRecordDetail;
        /// 特定個人情報の提供ルール.
        all provision_rule: Answer<Rule>, item EntrusteeProvisionState;
        /// 委託先から他者への提供に関するルールの内容及びルール遵守の確認方法.
        all to_others_detail: Answer<Lines>, item EntrusteeToOthersDetail;
        /// 委託元と委託先間の提供に関するルールの内容及びルール遵守の確認方法.
        all between_detail: Answer<Lines>, item BetweenEntrusteeDetail;
        /// 特定個人情報の消去ルール.
        all erasure_rule: Answer<Rule>, item EntrusteeErasureState;
        /// ルールの内容及びルール遵守の確認方法.
        all erasure_detail: Answer<Lines>, item EntrusteeErasureDetail;
        /// 委託契約書中の特定個人情報ファイルの取扱いに関する規定.
        both contract: Answer<Rule>, item ContractState;
        /// 規定の内容.
        both contract_detail: Answer<Lines>, item ContractDetail;
        /// 再委託先による特定個人情報ファイルの適切な取扱いの確保 (様式3: 担保).
        both re_entrustee: Answer<ReEntrusteeControl>, item ReEntrusteeState;
        /// 具体的な方法.
        both re_entrustee_detail: Answer<Lines>, item ReEntrusteeDetail;
        /// その他の措置の内容.
        both other_measures: Answer<Lines>, item EntrustmentOtherMeasures;
        /// リスクへの対策は十分か.
        both adequacy: Answer<Adequacy>, item EntrustmentAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        both other_risks: Answer<Lines>, item EntrustmentOtherRisks;
    }
}
