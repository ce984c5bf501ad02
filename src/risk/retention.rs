//! 特定個人情報の保管・消去.

use crate::answer::Answer;
use crate::catalogue::two_depths;
use crate::choice::{Adequacy, Keeping, NiscCompliance, Notification, Organisation, Performance, Rule};
use crate::incident::Occurrence;
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅲ7.
    #[doc(alias = "特定個人情報の保管・消去におけるリスク")]
    key KeyItemRetentionRisk;
    /// 様式4 Ⅲ7.
    #[doc(alias = "特定個人情報の保管・消去におけるリスク")]
    all AllItemRetentionRisk;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "特定個人情報の保管・消去におけるリスク")]
    shared RetentionRisk;
    {
        /// リスク１ 特定個人情報の漏えい・滅失・毀損リスク ①NISC政府機関統一基準群.
        all nisc: Answer<NiscCompliance>, item NiscState;
        /// リスク１ ②安全管理体制.
        all organisation: Answer<Organisation>, item SafetyOrganisation;
        /// リスク１ ③安全管理規程.
        all regulation: Answer<Organisation>, item SafetyRegulation;
        /// リスク１ ④安全管理体制・規程の職員への周知.
        all notification: Answer<Notification>, item SafetyNotification;
        /// リスク１ ⑤物理的対策.
        all physical: Answer<Performance>, item PhysicalState;
        /// リスク１ ⑤具体的な対策の内容, by actor where the document tells them apart.
        all physical_detail: Answer<Lines>, item PhysicalDetail;
        /// リスク１ ⑥技術的対策.
        all technical: Answer<Performance>, item TechnicalState;
        /// リスク１ ⑥具体的な対策の内容, by actor where the document tells them apart.
        all technical_detail: Answer<Lines>, item TechnicalDetail;
        /// リスク１ ⑦バックアップ.
        all backup: Answer<Performance>, item BackupState;
        /// 事故発生時手順の策定・周知: 様式3 ①, 様式4 リスク１ ⑧.
        both accident_procedure: Answer<Performance>, item AccidentProcedure;
        /// 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか: 様式3 ②, 様式4 リスク１ ⑨.
        both incident: Answer<Occurrence>, item IncidentInThreeYears;
        /// その内容.
        both incident_content: Answer<Lines>, item IncidentContent;
        /// 再発防止策の内容.
        both incident_prevention: Answer<Lines>, item IncidentPrevention;
        /// リスク１ ⑩死者の個人番号.
        all deceased: Answer<Keeping>, item DeceasedState;
        /// リスク１ ⑩具体的な保管方法.
        all deceased_detail: Answer<Lines>, item DeceasedDetail;
        /// その他の措置の内容.
        both other_measures: Answer<Lines>, item LeakageOtherMeasures;
        /// リスクへの対策は十分か.
        both adequacy: Answer<Adequacy>, item LeakageAdequacy;
        /// リスク２ 特定個人情報が古い情報のまま保管され続けるリスク: リスクに対する措置の内容.
        all outdated_measures: Answer<Lines>, item OutdatedMeasures;
        /// リスク２: リスクへの対策は十分か.
        all outdated_adequacy: Answer<Adequacy>, item OutdatedAdequacy;
        /// リスク３ 特定個人情報が消去されずいつまでも存在するリスク: 消去手順.
        all erasure: Answer<Rule>, item ErasureProcedureState;
        /// リスク３: 手順の内容.
        all erasure_detail: Answer<Lines>, item ErasureProcedureDetail;
        /// リスク３: その他の措置の内容.
        all unerased_other_measures: Answer<Lines>, item UnerasedOtherMeasures;
        /// リスク３: リスクへの対策は十分か.
        all unerased_adequacy: Answer<Adequacy>, item UnerasedAdequacy;
        /// その他のリスク及びそのリスクに対する措置.
        both other_risks: Answer<Lines>, item RetentionOtherRisks;
    }
}
