//! 情報提供ネットワークシステムとの接続.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::choice::Adequacy;

part!(
    /// The risks of the Information Providing Network System (情報提供ネットワークシステムとの接続): 様式3 and 様式4 Ⅲ6.
    ///
    /// Two boxes say that the system is not connected, one for acquisition (入手) and one for provision (提供). They must agree with
    /// [`Linkage`](crate::assessment::Linkage), which says whether information is linked at all.
    pub struct LinkageRisk {
        /// 接続しない（入手）.
        #[item(NoLinkageAcquisition)]
        pub no_acquisition: Tick,
        /// 接続しない（提供）.
        #[item(NoLinkageProvision)]
        pub no_provision: Tick,
        /// リスク１ 目的外の入手が行われるリスク: リスクに対する措置の内容.
        #[item(LinkageAcquisitionMeasures)]
        pub acquisition_measures: Answer<Lines>,
        /// リスク１: リスクへの対策は十分か.
        #[item(LinkageAcquisitionAdequacy)]
        pub acquisition_adequacy: Answer<Adequacy>,
        /// リスク２ 安全が保たれない方法によって入手が行われるリスク: リスクに対する措置の内容.
        #[item(LinkageUnsafeMeasures)]
        pub unsafe_measures: Answer<Lines>,
        /// リスク２: リスクへの対策は十分か.
        #[item(LinkageUnsafeAdequacy)]
        pub unsafe_adequacy: Answer<Adequacy>,
        /// リスク３ 入手した特定個人情報が不正確であるリスク: リスクに対する措置の内容.
        #[item(LinkageInaccurateMeasures)]
        pub inaccurate_measures: Answer<Lines>,
        /// リスク３: リスクへの対策は十分か.
        #[item(LinkageInaccurateAdequacy)]
        pub inaccurate_adequacy: Answer<Adequacy>,
        /// リスク４ 入手の際に特定個人情報が漏えい・紛失するリスク: リスクに対する措置の内容.
        #[item(LinkageLeakMeasures)]
        pub leak_measures: Answer<Lines>,
        /// リスク４: リスクへの対策は十分か.
        #[item(LinkageLeakAdequacy)]
        pub leak_adequacy: Answer<Adequacy>,
        /// 不正な提供が行われるリスク (様式3 リスク２, 様式4 リスク５): リスクに対する措置の内容.
        #[item(LinkageProvisionMeasures)]
        pub provision_measures: Answer<Lines>,
        /// The same: リスクへの対策は十分か.
        #[item(LinkageProvisionAdequacy)]
        pub provision_adequacy: Answer<Adequacy>,
        /// リスク６ 不適切な方法で提供されるリスク: リスクに対する措置の内容.
        #[item(LinkageImproperMeasures)]
        pub improper_measures: Answer<Lines>,
        /// リスク６: リスクへの対策は十分か.
        #[item(LinkageImproperAdequacy)]
        pub improper_adequacy: Answer<Adequacy>,
        /// リスク７ 誤った情報を、または誤った相手に提供してしまうリスク: リスクに対する措置の内容.
        #[item(LinkageMistakeMeasures)]
        pub mistake_measures: Answer<Lines>,
        /// リスク７: リスクへの対策は十分か.
        #[item(LinkageMistakeAdequacy)]
        pub mistake_adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(LinkageOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
