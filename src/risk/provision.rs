//! 特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）

use crate::answer::{Answer, Tick};
use crate::catalogue::two_depths;
use crate::choice::{Adequacy, Recording, Rule};
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅲ5.
    #[doc(alias = "特定個人情報の提供・移転におけるリスク")]
    key KeyItemProvisionRisk;
    /// 様式4 Ⅲ5.
    #[doc(alias = "特定個人情報の提供・移転におけるリスク")]
    all AllItemProvisionRisk;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "特定個人情報の提供・移転におけるリスク")]
    shared ProvisionRisk;
    {
        /// 提供・移転しない.
        both none: Tick, item NoProvision;
        /// リスク１ 不正な提供・移転が行われるリスク: 特定個人情報の提供・移転の記録.
        all record: Answer<Recording>, item ProvisionRecordState;
        /// リスク１: 具体的な方法.
        all record_detail: Answer<Lines>, item ProvisionRecordDetail;
        /// リスク１: 特定個人情報の提供・移転に関するルール.
        both rule: Answer<Rule>, item ProvisionRuleState;
        /// リスク１: ルールの内容及びルール遵守の確認方法.
        both rule_detail: Answer<Lines>, item ProvisionRuleDetail;
        /// リスク１: その他の措置の内容.
        both other_measures: Answer<Lines>, item ProvisionOtherMeasures;
        /// リスク１: リスクへの対策は十分か.
        both adequacy: Answer<Adequacy>, item ProvisionAdequacy;
        /// リスク２ 不適切な方法で提供・移転が行われるリスク: リスクに対する措置の内容.
        all improper_measures: Answer<Lines>, item ProvisionImproperMeasures;
        /// リスク２: リスクへの対策は十分か.
        all improper_adequacy: Answer<Adequacy>, item ProvisionImproperAdequacy;
        /// リスク３ 誤った情報を、または誤った相手に提供・移転してしまうリスク: リスクに対する措置の内容.
        all mistake_measures: Answer<Lines>, item ProvisionMistakeMeasures;
        /// リスク３: リスクへの対策は十分か.
        all mistake_adequacy: Answer<Adequacy>, item ProvisionMistakeAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        both other_risks: Answer<Lines>, item ProvisionOtherRisks;
    }
}
