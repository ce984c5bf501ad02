//! 特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::choice::{Adequacy, Recording, RuleState};

part!(
    /// The risks when data is provided or transferred (提供・移転): 様式3 and 様式4 Ⅲ5.
    ///
    /// Entrustment and the Information Providing Network System have their own sections. `none` is ticked if the file is neither
    /// provided nor transferred.
    pub struct ProvisionRisk {
        /// 提供・移転しない.
        #[item(NoProvision)]
        pub none: Tick,
        /// リスク１ 不正な提供・移転が行われるリスク: 特定個人情報の提供・移転の記録.
        #[item(ProvisionRecordState)]
        pub record: Answer<Recording>,
        /// リスク１: 具体的な方法.
        #[item(ProvisionRecordDetail)]
        pub record_detail: Answer<Lines>,
        /// リスク１: 特定個人情報の提供・移転に関するルール.
        #[item(ProvisionRuleState)]
        pub rule: Answer<RuleState>,
        /// リスク１: ルールの内容及びルール遵守の確認方法.
        #[item(ProvisionRuleDetail)]
        pub rule_detail: Answer<Lines>,
        /// リスク１: その他の措置の内容.
        #[item(ProvisionOtherMeasures)]
        pub other_measures: Answer<Lines>,
        /// リスク１: リスクへの対策は十分か.
        #[item(ProvisionAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// リスク２ 不適切な方法で提供・移転が行われるリスク: リスクに対する措置の内容.
        #[item(ProvisionImproperMeasures)]
        pub improper_measures: Answer<Lines>,
        /// リスク２: リスクへの対策は十分か.
        #[item(ProvisionImproperAdequacy)]
        pub improper_adequacy: Answer<Adequacy>,
        /// リスク３ 誤った情報を、または誤った相手に提供・移転してしまうリスク: リスクに対する措置の内容.
        #[item(ProvisionMistakeMeasures)]
        pub mistake_measures: Answer<Lines>,
        /// リスク３: リスクへの対策は十分か.
        #[item(ProvisionMistakeAdequacy)]
        pub mistake_adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(ProvisionOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
