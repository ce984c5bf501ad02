//! 情報提供ネットワークシステムとの接続.

use crate::answer::{Answer, Tick};
use crate::catalogue::two_depths;
use crate::choice::Adequacy;
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅲ6.
    #[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
    key KeyItemLinkageRisk;
    /// 様式4 Ⅲ6.
    #[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
    all AllItemLinkageRisk;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
    shared LinkageRisk;
    {
        /// 接続しない（入手）.
        both no_acquisition: Tick, item NoLinkageAcquisition;
        /// 接続しない（提供）.
        both no_provision: Tick, item NoLinkageProvision;
        /// リスク１ 目的外の入手が行われるリスク: リスクに対する措置の内容.
        both acquisition_measures: Answer<Lines>, item LinkageAcquisitionMeasures;
        /// リスク１: リスクへの対策は十分か.
        both acquisition_adequacy: Answer<Adequacy>, item LinkageAcquisitionAdequacy;
        /// リスク２ 安全が保たれない方法によって入手が行われるリスク: リスクに対する措置の内容.
        all unsafe_measures: Answer<Lines>, item LinkageUnsafeMeasures;
        /// リスク２: リスクへの対策は十分か.
        all unsafe_adequacy: Answer<Adequacy>, item LinkageUnsafeAdequacy;
        /// リスク３ 入手した特定個人情報が不正確であるリスク: リスクに対する措置の内容.
        all inaccurate_measures: Answer<Lines>, item LinkageInaccurateMeasures;
        /// リスク３: リスクへの対策は十分か.
        all inaccurate_adequacy: Answer<Adequacy>, item LinkageInaccurateAdequacy;
        /// リスク４ 入手の際に特定個人情報が漏えい・紛失するリスク: リスクに対する措置の内容.
        all leak_measures: Answer<Lines>, item LinkageLeakMeasures;
        /// リスク４: リスクへの対策は十分か.
        all leak_adequacy: Answer<Adequacy>, item LinkageLeakAdequacy;
        /// 不正な提供が行われるリスク (様式3 リスク２, 様式4 リスク５): リスクに対する措置の内容.
        both provision_measures: Answer<Lines>, item LinkageProvisionMeasures;
        /// The same: リスクへの対策は十分か.
        both provision_adequacy: Answer<Adequacy>, item LinkageProvisionAdequacy;
        /// リスク６ 不適切な方法で提供されるリスク: リスクに対する措置の内容.
        all improper_measures: Answer<Lines>, item LinkageImproperMeasures;
        /// リスク６: リスクへの対策は十分か.
        all improper_adequacy: Answer<Adequacy>, item LinkageImproperAdequacy;
        /// リスク７ 誤った情報を、または誤った相手に提供してしまうリスク: リスクに対する措置の内容.
        all mistake_measures: Answer<Lines>, item LinkageMistakeMeasures;
        /// リスク７: リスクへの対策は十分か.
        all mistake_adequacy: Answer<Adequacy>, item LinkageMistakeAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        both other_risks: Answer<Lines>, item LinkageOtherRisks;
    }
}
