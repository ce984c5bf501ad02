//! 特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::Adequacy;

part!(
    /// The risks when data is acquired (入手): 様式3 and 様式4 Ⅲ2.
    ///
    /// Information of other people may be collected, by improper means, incorrectly, or lost on the way. The form does not ask here
    /// about information from the Information Providing Network System; [`LinkageRisk`](super::LinkageRisk) does.
    pub struct AcquisitionRisk {
        /// 様式3: 目的外の入手が行われるリスク: リスクに対する措置の内容. 様式4 splits it into the next three.
        #[item(AcquisitionPurposeMeasures)]
        pub measures: Answer<Lines>,
        /// リスク１ 目的外の入手が行われるリスク: 対象者以外の情報の入手を防止するための措置の内容.
        #[item(AcquisitionOthersMeasures)]
        pub others_measures: Answer<Lines>,
        /// リスク１: 必要な情報以外を入手することを防止するための措置の内容.
        #[item(AcquisitionUnneededMeasures)]
        pub unneeded_measures: Answer<Lines>,
        /// リスク１: その他の措置の内容.
        #[item(AcquisitionPurposeOtherMeasures)]
        pub purpose_other_measures: Answer<Lines>,
        /// リスク１: リスクへの対策は十分か.
        #[item(AcquisitionPurposeAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// リスク２ 不適切な方法で入手が行われるリスク: リスクに対する措置の内容.
        #[item(AcquisitionImproperMeasures)]
        pub improper_measures: Answer<Lines>,
        /// リスク２: リスクへの対策は十分か.
        #[item(AcquisitionImproperAdequacy)]
        pub improper_adequacy: Answer<Adequacy>,
        /// リスク３ 入手した特定個人情報が不正確であるリスク: 入手の際の本人確認の措置の内容.
        #[item(AcquisitionIdentityMeasures)]
        pub identity_measures: Answer<Lines>,
        /// リスク３: 個人番号の真正性確認の措置の内容.
        #[item(AcquisitionNumberMeasures)]
        pub number_measures: Answer<Lines>,
        /// リスク３: 特定個人情報の正確性確保の措置の内容.
        #[item(AcquisitionAccuracyMeasures)]
        pub accuracy_measures: Answer<Lines>,
        /// リスク３: その他の措置の内容.
        #[item(AcquisitionAccuracyOtherMeasures)]
        pub accuracy_other_measures: Answer<Lines>,
        /// リスク３: リスクへの対策は十分か.
        #[item(AcquisitionAccuracyAdequacy)]
        pub accuracy_adequacy: Answer<Adequacy>,
        /// リスク４ 入手の際に特定個人情報が漏えい・紛失するリスク: リスクに対する措置の内容.
        #[item(AcquisitionLeakMeasures)]
        pub leak_measures: Answer<Lines>,
        /// リスク４: リスクへの対策は十分か.
        #[item(AcquisitionLeakAdequacy)]
        pub leak_adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(AcquisitionOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
