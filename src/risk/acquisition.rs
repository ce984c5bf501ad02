//! 特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）

use crate::answer::Answer;
use crate::catalogue::section;
use crate::choice::Adequacy;
use crate::text::Lines;

section! {
    /// 様式3 Ⅲ2.
    #[doc(alias = "特定個人情報の入手におけるリスク")]
    pub struct KeyItemAcquisitionRisk {
        /// 目的外の入手が行われるリスク: リスクに対する措置の内容.
        measures: Answer<Lines>, item AcquisitionPurposeMeasures;
        /// リスクへの対策は十分か.
        adequacy: Answer<Adequacy>, item AcquisitionPurposeAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        other_risks: Answer<Lines>, item AcquisitionOtherRisks;
    }
}

section! {
    /// 様式4 Ⅲ2.
    #[doc(alias = "特定個人情報の入手におけるリスク")]
    pub struct AllItemAcquisitionRisk {
        /// リスク１ 目的外の入手が行われるリスク: 対象者以外の情報の入手を防止するための措置の内容.
        others_measures: Answer<Lines>, item AcquisitionOthersMeasures;
        /// リスク１: 必要な情報以外を入手することを防止するための措置の内容.
        unneeded_measures: Answer<Lines>, item AcquisitionUnneededMeasures;
        /// リスク１: その他の措置の内容.
        purpose_other_measures: Answer<Lines>, item AcquisitionPurposeOtherMeasures;
        /// リスク１: リスクへの対策は十分か.
        adequacy: Answer<Adequacy>, item AcquisitionPurposeAdequacy;
        /// リスク２ 不適切な方法で入手が行われるリスク: リスクに対する措置の内容.
        improper_measures: Answer<Lines>, item AcquisitionImproperMeasures;
        /// リスク２: リスクへの対策は十分か.
        improper_adequacy: Answer<Adequacy>, item AcquisitionImproperAdequacy;
        /// リスク３ 入手した特定個人情報が不正確であるリスク: 入手の際の本人確認の措置の内容.
        identity_measures: Answer<Lines>, item AcquisitionIdentityMeasures;
        /// リスク３: 個人番号の真正性確認の措置の内容.
        number_measures: Answer<Lines>, item AcquisitionNumberMeasures;
        /// リスク３: 特定個人情報の正確性確保の措置の内容.
        accuracy_measures: Answer<Lines>, item AcquisitionAccuracyMeasures;
        /// リスク３: その他の措置の内容.
        accuracy_other_measures: Answer<Lines>, item AcquisitionAccuracyOtherMeasures;
        /// リスク３: リスクへの対策は十分か.
        accuracy_adequacy: Answer<Adequacy>, item AcquisitionAccuracyAdequacy;
        /// リスク４ 入手の際に特定個人情報が漏えい・紛失するリスク: リスクに対する措置の内容.
        leak_measures: Answer<Lines>, item AcquisitionLeakMeasures;
        /// リスク４: リスクへの対策は十分か.
        leak_adequacy: Answer<Adequacy>, item AcquisitionLeakAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        other_risks: Answer<Lines>, item AcquisitionOtherRisks;
    }
}

/// Keeps every answer: 様式4 splits 措置の内容 in three, and what 様式3 says in one stands under その他の措置の内容 until it is
/// split.
impl From<KeyItemAcquisitionRisk> for AllItemAcquisitionRisk {
    fn from(key: KeyItemAcquisitionRisk) -> Self {
        let KeyItemAcquisitionRisk { measures, adequacy, other_risks } = key;
        Self { purpose_other_measures: measures, adequacy, other_risks, ..Self::default() }
    }
}

impl AllItemAcquisitionRisk {
    /// What 様式3 asks of it as well; the measures that 様式4 splits stand together.
    #[must_use]
    pub fn lower(&self) -> KeyItemAcquisitionRisk {
        KeyItemAcquisitionRisk {
            measures: super::together([&self.others_measures, &self.unneeded_measures, &self.purpose_other_measures]),
            adequacy: self.adequacy,
            other_risks: self.other_risks.clone(),
        }
    }
}
