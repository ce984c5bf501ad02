//! 特定個人情報の保管・消去.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::{Adequacy, Establishment, Keeping, NiscCompliance, Notification, Performance, RuleState};
use crate::value::incident::Occurrence;

part!(
    /// The risks when data is kept and erased (保管・消去): 様式3 and 様式4 Ⅲ7.
    ///
    /// The items ask for physical and technical measures, backups, and the procedure for accidents, and whether a serious incident
    /// with personal information occurred within three years.
    pub struct RetentionRisk {
        /// リスク１ 特定個人情報の漏えい・滅失・毀損リスク ①NISC政府機関統一基準群.
        #[item(NiscState)]
        pub nisc: Answer<NiscCompliance>,
        /// リスク１ ②安全管理体制.
        #[item(SafetyOrganization)]
        pub organization: Answer<Establishment>,
        /// リスク１ ③安全管理規程.
        #[item(SafetyRegulation)]
        pub regulation: Answer<Establishment>,
        /// リスク１ ④安全管理体制・規程の職員への周知.
        #[item(SafetyNotification)]
        pub notification: Answer<Notification>,
        /// リスク１ ⑤物理的対策.
        #[item(PhysicalState)]
        pub physical: Answer<Performance>,
        /// リスク１ ⑤具体的な対策の内容, by actor if the document distinguishes them.
        #[item(PhysicalDetail)]
        pub physical_detail: Answer<Lines>,
        /// リスク１ ⑥技術的対策.
        #[item(TechnicalState)]
        pub technical: Answer<Performance>,
        /// リスク１ ⑥具体的な対策の内容, by actor if the document distinguishes them.
        #[item(TechnicalDetail)]
        pub technical_detail: Answer<Lines>,
        /// リスク１ ⑦バックアップ.
        #[item(BackupState)]
        pub backup: Answer<Performance>,
        /// 事故発生時手順の策定・周知: 様式3 ①, 様式4 リスク１ ⑧.
        #[item(AccidentProcedure)]
        pub accident_procedure: Answer<Performance>,
        /// 過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか: 様式3 ②, 様式4 リスク１ ⑨.
        #[item(IncidentInThreeYears)]
        pub incident: Answer<Occurrence>,
        /// その内容.
        #[item(IncidentContent)]
        pub incident_content: Answer<Lines>,
        /// 再発防止策の内容.
        #[item(IncidentPrevention)]
        pub incident_prevention: Answer<Lines>,
        /// リスク１ ⑩死者の個人番号.
        #[item(DeceasedState)]
        pub deceased: Answer<Keeping>,
        /// リスク１ ⑩具体的な保管方法.
        #[item(DeceasedDetail)]
        pub deceased_detail: Answer<Lines>,
        /// その他の措置の内容.
        #[item(LeakageOtherMeasures)]
        pub other_measures: Answer<Lines>,
        /// リスクへの対策は十分か.
        #[item(LeakageAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// リスク２ 特定個人情報が古い情報のまま保管され続けるリスク: リスクに対する措置の内容.
        #[item(OutdatedMeasures)]
        pub outdated_measures: Answer<Lines>,
        /// リスク２: リスクへの対策は十分か.
        #[item(OutdatedAdequacy)]
        pub outdated_adequacy: Answer<Adequacy>,
        /// リスク３ 特定個人情報が消去されずいつまでも存在するリスク: 消去手順.
        #[item(ErasureProcedureState)]
        pub erasure: Answer<RuleState>,
        /// リスク３: 手順の内容.
        #[item(ErasureProcedureDetail)]
        pub erasure_detail: Answer<Lines>,
        /// リスク３: その他の措置の内容.
        #[item(UnerasedOtherMeasures)]
        pub unerased_other_measures: Answer<Lines>,
        /// リスク３: リスクへの対策は十分か.
        #[item(UnerasedAdequacy)]
        pub unerased_adequacy: Answer<Adequacy>,
        /// その他のリスク及びそのリスクに対する措置.
        #[item(RetentionOtherRisks)]
        pub other_risks: Answer<Lines>,
    }
);
