//! The duties: one row for each step that a provision requires.

use core::fmt;

use chrono::NaiveDate;

use super::terms::{Action, Consulted, Deadline, Event, Force};
use super::texts::{
    DAYS_OF_LEAKS, FORM_INSTRUCTIONS, GUIDELINE, LEAKS, OPINIONS as TIME, Text, act, deduced, of_body, partly, rules,
};
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::source::{Certainty, Source};

/// A step that is required when something happens to an affair (義務).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duty {
    /// The events that require it.
    pub events: &'static [Event],
    /// The affairs to which it applies, by their deepest required assessment. An affair with an all-item assessment has
    /// a basic-item assessment as well, but no key-item assessment.
    pub affairs: &'static [AssessmentKind],
    /// The kind of body to which it applies; `None` for both.
    pub body: Option<BodyKind>,
    /// What must be done.
    pub action: Action,
    /// Who is asked; `None` if nobody is.
    pub consulted: Option<Consulted>,
    /// The document concerned; `None` if the step is about the whole affair.
    pub document: Option<AssessmentKind>,
    /// The deadline. A step that is listed twice must meet both deadlines.
    pub deadline: Deadline,
    /// How binding it is.
    pub force: Force,
    /// The provision, its words, and how certain it is.
    pub source: Source,
    /// Where the deadline comes from, if another text sets it.
    pub deadline_source: Option<Source>,
    /// The day from which the text that was read is in force, or the day of its copy. `None` if no text of the law was
    /// read.
    pub state: Option<NaiveDate>,
}

impl Duty {
    /// A strict duty of both kinds of body, about the whole affair.
    const fn new(
        events: &'static [Event],
        affairs: &'static [AssessmentKind],
        action: Action,
        deadline: Deadline,
        Text { source, state }: Text,
    ) -> Self {
        let consulted = match action {
            Action::ThirdPartyReview => Some(Consulted::Experts),
            Action::ObtainApproval => Some(Consulted::Commission),
            Action::Correct
            | Action::File
            | Action::SeekOpinions
            | Action::AnnounceOnline
            | Action::ConsiderOpinions
            | Action::AllowTime
            | Action::FilePlan
            | Action::Publish
            | Action::DoNotLink
            | Action::Review
            | Action::Reassess
            | Action::Redetermine
            | Action::ReportLeak
            | Action::ReportAtOnce
            | Action::ReportInFull
            | Action::NotifyEnd
            | Action::MarkEnded
            | Action::KeepPublished => None,
        };
        let (body, document, force) = (None, None, Force::Duty);
        Self {
            events,
            affairs,
            body,
            action,
            consulted,
            document,
            deadline,
            force,
            source,
            deadline_source: None,
            state,
        }
    }

    /// The announcement of an all-item assessment, by this kind of body.
    const fn opinions(events: &'static [Event], body: BodyKind, deadline: Deadline, text: Text) -> Self {
        let consulted = Some(match body {
            BodyKind::AdministrativeOrgan => Consulted::Citizens,
            BodyKind::LocalGovernment => Consulted::Residents,
        });
        let own = Self::new(events, &[AssessmentKind::AllItem], Action::SeekOpinions, deadline, text);
        Self { consulted, ..own.of(AssessmentKind::AllItem).by(body) }
    }

    const fn until(self, Text { source, state: _ }: Text) -> Self {
        Self { deadline_source: Some(source), ..self }
    }

    const fn by(self, body: BodyKind) -> Self {
        Self { body: Some(body), ..self }
    }

    const fn of(self, document: AssessmentKind) -> Self {
        Self { document: Some(document), ..self }
    }

    const fn with(self, force: Force) -> Self {
        Self { force, ..self }
    }
}

/// Prints 「重点項目評価書: 提出 — 特定個人情報ファイルを保有する前 (規則第6条第1項前段; 確認済み)」. An effort prints as 「見直し（努力義務）」.
impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(document) = self.document {
            write!(f, "{}: ", document.document())?;
        }
        match (self.action, self.consulted) {
            (Action::SeekOpinions, Some(consulted)) => {
                write!(f, "公示し、{}の意見を求める", consulted.label())?;
            }
            (action, _) => f.write_str(action.label())?,
        }
        match self.force {
            Force::Duty => {}
            Force::Effort | Force::Instruction => write!(f, "（{}）", self.force.label())?,
        }
        write!(f, " — {} ({}", self.deadline.label(), self.source)?;
        match self.deadline_source {
            Some(source) => write!(f, "。期限は{source})"),
            None => f.write_str(")"),
        }
    }
}

/// The source of the statement that with only a basic-item assessment, no change is material (重要な変更).
///
/// 規則第5条第1項後段 mentions material changes only through the
/// three provisions on the deeper assessments. This is a reading of the text; it agrees with 様式2, which marks no item with ※.
///
/// [`duties`] therefore lists nothing for [`Event::MaterialChange`] with [`AssessmentKind::BasicItem`].
pub const NO_MATERIAL_CHANGE: Source = Source {
    citation: "規則第5条第1項後段",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Deduced,
    evidence: "「次条第一項、第七条第一項及び法第二十八条第一項の規定により重要な変更を加えようとするとき」; 様式2 marks no item with ※",
};

/// The source of the statement that only a document that states what changed is corrected.
pub const ONLY_WHAT_CHANGED: Source = Source {
    citation: "規則第14条第1項",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Confirmed,
    evidence: "「当該評価書に記載した事項に変更があった場合」",
};

/// The source of the statement that the publication of an all-item assessment that the Commission approved counts as the
/// notice under 個人情報の保護に関する法律第74条第1項, so that an administrative organ need not give it.
pub const PUBLICATION_IS_NOTICE: Source = Source {
    citation: "番号法第28条第5項",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Confirmed,
    evidence: "「評価書が公表されたときは、個人情報保護法第七十四条第一項の規定による通知があったものとみなす」",
};

/// The steps that are required (義務の一覧), in their order for each event.
///
/// In an emergency, 規則第9条第2項 lifts the deadline for the filing or the announcement. It remains a filing or announcement
/// under the other articles, so the steps after it are the same. After a threshold rise, the correction of the
/// basic-item assessment comes first.
#[rustfmt::skip]
pub static DUTIES: &[Duty] = {
    use Action as A;
    use AssessmentKind::{AllItem, BasicItem, KeyItem};
    use BodyKind::{AdministrativeOrgan, LocalGovernment};
    use Deadline as D;
    use Event as E;
    const EVERY: &[AssessmentKind] = &[BasicItem, KeyItem, AllItem];
    const DEEPER: &[AssessmentKind] = &[KeyItem, AllItem];
    const BASIC: &[AssessmentKind] = &[BasicItem];
    const KEY: &[AssessmentKind] = &[KeyItem];
    const ALL: &[AssessmentKind] = &[AllItem];
    const LIGHTER: &[AssessmentKind] = &[BasicItem, KeyItem];
    const NEW: &[E] = &[E::NewFile];
    const URGENT_NEW: &[E] = &[E::EmergencyNewFile];
    const ANY_NEW: &[E] = &[E::NewFile, E::EmergencyNewFile];
    const CHANGE: &[E] = &[E::MaterialChange];
    const URGENT_CHANGE: &[E] = &[E::EmergencyChange];
    const ANY_CHANGE: &[E] = &[E::MaterialChange, E::EmergencyChange];
    const PLANNED: &[E] = &[E::NewFile, E::MaterialChange];
    const URGENT: &[E] = &[E::EmergencyNewFile, E::EmergencyChange];
    const BEFOREHAND: &[E] = &[E::NewFile, E::MaterialChange, E::EmergencyNewFile, E::EmergencyChange];
    const OPINIONS: &[E] = &[E::NewFile, E::MaterialChange, E::EmergencyNewFile, E::EmergencyChange, E::ThresholdRise];
    const RISE: &[E] = &[E::ThresholdRise];
    const TIMED: &[E] = &[E::NewFile, E::MaterialChange, E::ThresholdRise];
    const NEW_OR_RISE: &[E] = &[E::NewFile, E::EmergencyNewFile, E::ThresholdRise];
    // 規則第14条 asks the same after each of these.
    const OTHER: &[E] = &[E::OtherChange, E::IncidentOccurred, E::ThresholdFall];
    const INCIDENT: &[E] = &[E::IncidentOccurred];
    const LAPSED: &[E] = &[E::IncidentLapsed];
    const FROM_NONE: &[E] = &[E::RiseFromNone];
    // For the other events, an affair with only a basic-item assessment files nothing.
    const FILED_NEW: &[E] = &[E::NewFile, E::EmergencyNewFile, E::OtherChange, E::IncidentOccurred, E::ThresholdFall];
    const FILED_DEEPER: &[E] = &[E::MaterialChange, E::EmergencyChange, E::ThresholdRise];
    const YEAR: &[E] = &[E::YearPassed];
    const PERIOD: &[E] = &[E::PeriodPassed];
    const END: &[E] = &[E::AffairEnded];

    const SAME_FOR_CHANGES: &str = "「第十一条に規定する重要な変更を加えようとするときも、同様とする」";
    const SYSTEM: &str = "「電子情報処理組織を構築する前に、…当該事務の実施に当たり必要な事項の検討と併せて行うものとする」";
    const SYSTEM_TOO: &str = "「第五条第一項の規定による基礎項目評価書の提出、第六条第一項の規定による重点項目評価書の提出及び\
                              第七条第一項の規定による評価書の公示を行う場合も、同様とする」";
    const URGENTLY: &str = "「保有した後又は当該特定個人情報ファイルに重要な変更を加えた後速やかに法第二十八条第一項の規定による評価書の公示を\
                            行うものとする」";
    const URGENTLY_TOO: &str = "「保有した後又は当該特定個人情報ファイルに重要な変更を加えた後速やかに」; 「第五条第一項の規定による\
                                基礎項目評価書の提出、第六条第一項の規定による重点項目評価書の提出及び第七条第一項の規定による評価書の公示を\
                                行う場合も、同様とする」";
    const BASIC_BEFORE: &str = "「保有する前に、基礎項目評価書を個人情報保護委員会に提出するものとする」";
    const BASIC_CHANGE: &str =
        "「次条第一項、第七条第一項及び法第二十八条第一項の規定により重要な変更を加えようとするときも、同様とする」";
    const KEY_BEFORE: &str = "「保有する前に、重点項目評価書を個人情報保護委員会に提出するものとする」";
    const KEY_RISE: &str = "「重点項目評価書を個人情報保護委員会に提出するものとする」";
    const KEY_PUBLISHED: &str = "「速やかに当該重点項目評価書を公表するものとする」";
    const RESIDENTS: &str = "「公示し、広く住民その他の者の意見を求めるものとする」";
    const CITIZENS: &str = "「当該特定個人情報ファイルを保有する前に、…公示し、広く国民の意見を求めるものとする」";
    const CITIZENS_CHANGE: &str = "「重要な変更を加えようとするときも、同様とする」";
    const ONLINE: &str = "「インターネットの利用その他の適切な方法によるものとする」";
    const AFTER_REVIEW: &str = "「前項の規定により意見を聴いた後に、当該評価書を個人情報保護委員会に提出するものとする」";
    const ALL_PUBLISHED: &str = "「評価書を提出したときは、速やかに当該評価書を公表するものとする」";
    const PLAN: &str = "「計画その他指針で定める事項を記載し、又は記録した書面又は電磁的記録を併せて提出するものとする」";
    const AGAIN: &str = "「一定期間を経過するごとに、…再び特定個人情報保護評価を実施するよう努めるものとする」";
    const ENDED: &str = "「遅滞なく、個人情報保護委員会に対しその旨を通知するものとする」";
    const LINKAGE: &str = "「評価書の公表を行っていない特定個人情報ファイルに記録された情報を第十九条第八号若しくは第九号の規定により提供し、又は当該特定個人情報ファイルに\
                           記録されることとなる情報の提供をこれらの規定により求めてはならない」; 第21条第2項";
    const CORRECT: &str = "「速やかに当該評価書を修正し、個人情報保護委員会に提出するものとする」";
    const PUBLISH_CORRECTED: &str = "「前項の規定による提出をしたときは、速やかに当該評価書を公表するものとする」";
    const REVIEW: &str = "「少なくとも一年ごとに、…に記載した事項の見直しを行うよう努めるものとし」";
    const HEAR: &str = "「得られた意見を十分考慮した上で当該評価書に必要な見直しを行った後に、…意見を聴くものとする」";
    const RISE_OF_ORGANS: &str = "「法第二十八条第一項前段、第二項前段及び第三項に規定する手続を経て、同条第四項に規定する公表を行うものとする」";
    const APPROVAL: &str = "「意見を十分考慮した上で評価書に必要な見直しを行った後に、…委員会の承認を受けるものとする」";
    const APPROVAL_CHANGE: &str = "「重要な変更を加えようとするときも、同様とする」";
    const ACT_PUBLISHED: &str = "「評価書について承認を受けたときは、速やかに当該評価書を公表するものとする」";
    const EXITS: &str = "「公表を行った場合」: the file leaves 番号法第28条 only once the document is published, so it should be published \
                         before the file is held";
    const COUNTS: &str = "「過去一年以内に特定個人情報の漏えいその他の事故（…）が発生したとき」; what follows from it is deduced";
    const LEAK: &str = "「当該事態が生じた旨を委員会に報告しなければならない」; 「本人に対し、…当該事態が生じた旨を通知しなければならない」; whether \
                        every serious incident is such an event is not known";
    const REPORT: &str = "「当該事態が生じた旨を委員会に報告しなければならない」; that there are two reports was read of twin rules only";
    const NONE_BASIC: &str = "「特定個人情報ファイルを保有する前に、基礎項目評価書を個人情報保護委員会に提出するものとする」; that it applies when the file \
                              comes to need an assessment is deduced";
    const NONE_KEY: &str = "「特定個人情報ファイルを保有する前に、重点項目評価書を個人情報保護委員会に提出するものとする」; 第2項 requires an earlier \
                            assessment";
    const NONE_LOCAL: &str = "「特定個人情報ファイルを保有する前に、…公示し、広く住民その他の者の意見を求めるものとする」; 第2項 requires an earlier assessment";
    const NONE_ORGANS: &str = "「特定個人情報ファイルを保有する前に、…公示し、広く国民の意見を求めるものとする」; 規則第8条 requires an earlier assessment";
    const PUBLISH_BASIC: &str = "「基礎項目評価書を提出したときは、速やかに当該基礎項目評価書を公表するものとする」";
    const LIGHTER_LINKAGE: &str = "「評価書の公表を行っていない特定個人情報ファイル」; 第21条第2項; that it holds for a file that needs a lighter assessment is a reading: \
                                   規則第4条第8号 and 第9号 release the file from 第28条 only once the assessment is published";
    const CORRECTION: &str = "規則第14条第3項（同条第1項を準用）";
    const CORRECTED: &str = "規則第14条第3項（同条第2項を準用）";
    &[
        // The basic-item assessment. Its correction is what reveals a threshold rise.
        Duty::new(NEW, EVERY, A::File, D::BeforeHolding, rules("規則第5条第1項前段", BASIC_BEFORE)).of(BasicItem),
        Duty::new(NEW, EVERY, A::File, D::BeforeSystem, rules("規則第9条第1項後段", SYSTEM_TOO)).of(BasicItem),
        Duty::new(CHANGE, DEEPER, A::File, D::BeforeChange, rules("規則第5条第1項後段", BASIC_CHANGE)).of(BasicItem),
        Duty::new(CHANGE, DEEPER, A::File, D::BeforeSystem, rules("規則第9条第1項後段", SYSTEM_TOO)).of(BasicItem),
        Duty::new(URGENT_NEW, EVERY, A::File, D::PromptlyAfterwards,
            rules("規則第9条第2項後段", URGENTLY_TOO)).of(BasicItem),
        Duty::new(URGENT_CHANGE, DEEPER, A::File, D::PromptlyAfterwards,
            rules("規則第9条第2項後段", URGENTLY_TOO)).of(BasicItem),
        Duty::new(OTHER, EVERY, A::Correct, D::Promptly, rules(CORRECTION, CORRECT)).of(BasicItem),
        Duty::new(OTHER, EVERY, A::File, D::Promptly, rules(CORRECTION, CORRECT)).of(BasicItem),
        Duty::new(OTHER, EVERY, A::Publish, D::Promptly, rules(CORRECTED, PUBLISH_CORRECTED)).of(BasicItem),
        Duty::new(RISE, DEEPER, A::Correct, D::Promptly, rules(CORRECTION, CORRECT)).of(BasicItem),
        Duty::new(RISE, DEEPER, A::File, D::Promptly, rules(CORRECTION, CORRECT)).of(BasicItem),
        Duty::new(RISE, DEEPER, A::Publish, D::Promptly, rules(CORRECTED, PUBLISH_CORRECTED)).of(BasicItem),
        // The key-item assessment.
        Duty::new(NEW, KEY, A::File, D::BeforeHolding, rules("規則第6条第1項前段", KEY_BEFORE)).of(KeyItem),
        Duty::new(CHANGE, KEY, A::File, D::BeforeChange, rules("規則第6条第1項後段", SAME_FOR_CHANGES)).of(KeyItem),
        Duty::new(PLANNED, KEY, A::File, D::BeforeSystem, rules("規則第9条第1項後段", SYSTEM_TOO)).of(KeyItem),
        Duty::new(URGENT, KEY, A::File, D::PromptlyAfterwards, rules("規則第9条第2項後段", URGENTLY_TOO)).of(KeyItem),
        Duty::new(RISE, KEY, A::File, D::Afterwards, rules("規則第6条第2項", KEY_RISE)).of(KeyItem),
        Duty::new(OTHER, KEY, A::Correct, D::Promptly, rules(CORRECTION, CORRECT)).of(KeyItem),
        Duty::new(OTHER, KEY, A::File, D::Promptly, rules(CORRECTION, CORRECT)).of(KeyItem),
        // The all-item assessment of local governments.
        Duty::opinions(NEW, LocalGovernment, D::BeforeHolding, rules("規則第7条第1項前段", RESIDENTS)),
        Duty::opinions(CHANGE, LocalGovernment, D::BeforeChange, rules("規則第7条第1項後段", SAME_FOR_CHANGES)),
        Duty::opinions(PLANNED, LocalGovernment, D::BeforeSystem, rules("規則第9条第1項後段", SYSTEM_TOO)),
        Duty::opinions(URGENT, LocalGovernment, D::PromptlyAfterwards, rules("規則第9条第2項後段", URGENTLY_TOO)),
        Duty::opinions(RISE, LocalGovernment, D::Afterwards, rules("規則第7条第2項", RESIDENTS)),
        // The all-item assessment of administrative organs.
        Duty::opinions(NEW, AdministrativeOrgan, D::BeforeHolding, act("番号法第28条第1項前段", CITIZENS)),
        Duty::opinions(CHANGE, AdministrativeOrgan, D::BeforeChange, act("番号法第28条第1項後段", CITIZENS_CHANGE)),
        Duty::opinions(PLANNED, AdministrativeOrgan, D::BeforeSystem, rules("規則第9条第1項前段", SYSTEM)),
        Duty::opinions(URGENT, AdministrativeOrgan, D::PromptlyAfterwards, rules("規則第9条第2項前段", URGENTLY)),
        Duty::opinions(RISE, AdministrativeOrgan, D::Afterwards, rules("規則第8条", RISE_OF_ORGANS)),
        // After the announcement.
        Duty::new(OPINIONS, ALL, A::AnnounceOnline, D::AlongWith, rules("規則第9条の2", ONLINE)).of(AllItem),
        Duty::new(TIMED, ALL, A::AllowTime, D::ThirtyDays, TIME).of(AllItem),
        Duty::new(NEW_OR_RISE, ALL, A::ConsiderOpinions, D::InTurn,
            rules("規則第7条第4項前段", HEAR)).of(AllItem).by(LocalGovernment),
        Duty::new(NEW_OR_RISE, ALL, A::ThirdPartyReview, D::InTurn,
            rules("規則第7条第4項前段", HEAR)).of(AllItem).by(LocalGovernment),
        Duty::new(ANY_CHANGE, ALL, A::ConsiderOpinions, D::InTurn,
            rules("規則第7条第4項後段", SAME_FOR_CHANGES)).of(AllItem).by(LocalGovernment),
        Duty::new(ANY_CHANGE, ALL, A::ThirdPartyReview, D::InTurn,
            rules("規則第7条第4項後段", SAME_FOR_CHANGES)).of(AllItem).by(LocalGovernment),
        Duty::new(OPINIONS, ALL, A::File, D::InTurn,
            rules("規則第7条第5項", AFTER_REVIEW)).of(AllItem).by(LocalGovernment),
        Duty::new(ANY_NEW, ALL, A::ConsiderOpinions, D::InTurn,
            act("番号法第28条第2項前段", APPROVAL)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(ANY_NEW, ALL, A::ObtainApproval, D::InTurn,
            act("番号法第28条第2項前段", APPROVAL)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(ANY_CHANGE, ALL, A::ConsiderOpinions, D::InTurn,
            act("番号法第28条第2項後段", APPROVAL_CHANGE)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(ANY_CHANGE, ALL, A::ObtainApproval, D::InTurn,
            act("番号法第28条第2項後段", APPROVAL_CHANGE)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(RISE, ALL, A::ConsiderOpinions, D::InTurn,
            rules("規則第8条", RISE_OF_ORGANS)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(RISE, ALL, A::ObtainApproval, D::InTurn,
            rules("規則第8条", RISE_OF_ORGANS)).of(AllItem).by(AdministrativeOrgan),
        // A correction of an all-item assessment.
        Duty::new(OTHER, ALL, A::Correct, D::Promptly,
            rules(CORRECTION, CORRECT)).of(AllItem).by(LocalGovernment),
        Duty::new(OTHER, ALL, A::File, D::Promptly, rules(CORRECTION, CORRECT)).of(AllItem).by(LocalGovernment),
        Duty::new(OTHER, ALL, A::Correct, D::Promptly,
            rules("規則第14条第1項", CORRECT)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(OTHER, ALL, A::File, D::Promptly,
            rules("規則第14条第1項", CORRECT)).of(AllItem).by(AdministrativeOrgan),
        // After a serious incident, and when it no longer counts.
        Duty::new(INCIDENT, EVERY, A::ReportLeak, D::OfItsOwn, partly(act("番号法第29条の4第1項、第2項", LEAK))),
        Duty::new(INCIDENT, EVERY, A::ReportLeak, D::OfItsOwn, LEAKS),
        Duty::new(INCIDENT, EVERY, A::ReportAtOnce, D::ThreeToFiveDays,
            partly(act("番号法第29条の4第1項", REPORT))).until(DAYS_OF_LEAKS),
        Duty::new(INCIDENT, EVERY, A::ReportInFull, D::ThirtyOrSixtyDays,
            partly(act("番号法第29条の4第1項", REPORT))).until(DAYS_OF_LEAKS),
        Duty::new(INCIDENT, EVERY, A::Redetermine, D::Afterwards, deduced(rules("規則第4条第8号ロ", COUNTS))),
        Duty::new(LAPSED, EVERY, A::Redetermine, D::Afterwards, deduced(rules("規則第4条第8号ロ", COUNTS))),
        // No paragraph is about an affair that needed no assessment before.
        Duty::new(FROM_NONE, EVERY, A::File, D::NotKnown, deduced(rules("規則第5条第1項前段", NONE_BASIC))).of(BasicItem),
        Duty::new(FROM_NONE, EVERY, A::Publish, D::Promptly, deduced(rules("規則第5条第2項", PUBLISH_BASIC))).of(BasicItem),
        Duty::new(FROM_NONE, KEY, A::File, D::NotKnown, deduced(rules("規則第6条第1項前段", NONE_KEY))).of(KeyItem),
        Duty::new(FROM_NONE, KEY, A::Publish, D::Promptly, deduced(rules("規則第6条第3項", KEY_PUBLISHED))).of(KeyItem),
        Duty::opinions(FROM_NONE, LocalGovernment, D::NotKnown, deduced(rules("規則第7条第1項前段", NONE_LOCAL))),
        Duty::opinions(FROM_NONE, AdministrativeOrgan, D::NotKnown, deduced(act("番号法第28条第1項前段", NONE_ORGANS))),
        Duty::new(FROM_NONE, ALL, A::AnnounceOnline, D::AlongWith, deduced(rules("規則第9条の2", ONLINE))).of(AllItem),
        Duty::new(FROM_NONE, ALL, A::ConsiderOpinions, D::InTurn,
            deduced(rules("規則第7条第4項前段", HEAR))).of(AllItem).by(LocalGovernment),
        Duty::new(FROM_NONE, ALL, A::ThirdPartyReview, D::InTurn,
            deduced(rules("規則第7条第4項前段", HEAR))).of(AllItem).by(LocalGovernment),
        Duty::new(FROM_NONE, ALL, A::File, D::InTurn,
            deduced(rules("規則第7条第5項", AFTER_REVIEW))).of(AllItem).by(LocalGovernment),
        Duty::new(FROM_NONE, ALL, A::Publish, D::Promptly,
            deduced(rules("規則第7条第6項", ALL_PUBLISHED))).of(AllItem).by(LocalGovernment),
        Duty::new(FROM_NONE, ALL, A::ConsiderOpinions, D::InTurn,
            deduced(act("番号法第28条第2項前段", APPROVAL))).of(AllItem).by(AdministrativeOrgan),
        Duty::new(FROM_NONE, ALL, A::ObtainApproval, D::InTurn,
            deduced(act("番号法第28条第2項前段", APPROVAL))).of(AllItem).by(AdministrativeOrgan),
        Duty::new(FROM_NONE, ALL, A::Publish, D::Promptly,
            deduced(act("番号法第28条第4項", ACT_PUBLISHED))).of(AllItem).by(AdministrativeOrgan),
        Duty::new(FROM_NONE, EVERY, A::FilePlan, D::AlongWith, deduced(rules("規則第3条", PLAN))),
        // Publication lifts the duty of 番号法第28条. Nothing is published before an emergency.
        // 第28条 itself asks administrative organs for no publication before.
        Duty::new(NEW, BASIC, A::Publish, D::BeforeHolding, deduced(rules("規則第4条第8号", EXITS))).of(BasicItem),
        Duty::new(NEW, KEY, A::Publish, D::BeforeHolding, deduced(rules("規則第4条第9号", EXITS))).of(BasicItem),
        Duty::new(NEW, KEY, A::Publish, D::BeforeHolding, deduced(rules("規則第4条第9号", EXITS))).of(KeyItem),
        Duty::new(NEW, ALL, A::Publish, D::BeforeHolding,
            deduced(rules("規則第4条第10号", EXITS))).of(BasicItem).by(LocalGovernment),
        Duty::new(NEW, ALL, A::Publish, D::BeforeHolding,
            deduced(rules("規則第4条第10号", EXITS))).of(AllItem).by(LocalGovernment),
        // Every filing comes with the plan, and is published.
        Duty::new(FILED_NEW, EVERY, A::FilePlan, D::AlongWith, rules("規則第3条", PLAN)),
        Duty::new(FILED_DEEPER, DEEPER, A::FilePlan, D::AlongWith, rules("規則第3条", PLAN)),
        Duty::new(ANY_NEW, EVERY, A::Publish, D::Promptly, rules("規則第5条第2項", PUBLISH_BASIC)).of(BasicItem),
        Duty::new(ANY_CHANGE, DEEPER, A::Publish, D::Promptly, rules("規則第5条第2項", PUBLISH_BASIC)).of(BasicItem),
        Duty::new(OPINIONS, KEY, A::Publish, D::Promptly, rules("規則第6条第3項", KEY_PUBLISHED)).of(KeyItem),
        Duty::new(OTHER, KEY, A::Publish, D::Promptly, rules(CORRECTED, PUBLISH_CORRECTED)).of(KeyItem),
        Duty::new(OPINIONS, ALL, A::Publish, D::Promptly,
            rules("規則第7条第6項", ALL_PUBLISHED)).of(AllItem).by(LocalGovernment),
        Duty::new(BEFOREHAND, ALL, A::Publish, D::Promptly,
            act("番号法第28条第4項", ACT_PUBLISHED)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(RISE, ALL, A::Publish, D::Promptly,
            rules("規則第8条", RISE_OF_ORGANS)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(OTHER, ALL, A::Publish, D::Promptly,
            rules(CORRECTED, PUBLISH_CORRECTED)).of(AllItem).by(LocalGovernment),
        Duty::new(OTHER, ALL, A::Publish, D::Promptly,
            rules("規則第14条第2項", PUBLISH_CORRECTED)).of(AllItem).by(AdministrativeOrgan),
        Duty::new(ANY_NEW, ALL, A::DoNotLink, D::UntilPublished, act("番号法第28条第6項", LINKAGE)),
        Duty::new(ANY_NEW, LIGHTER, A::DoNotLink, D::UntilPublished,
            deduced(act("番号法第28条第6項", LIGHTER_LINKAGE))),
        // While the body carries out the affair, and at its end.
        Duty::new(YEAR, EVERY, A::Review, D::Yearly,
            rules(CORRECTION, REVIEW)).of(BasicItem).with(Force::Effort),
        Duty::new(YEAR, KEY, A::Review, D::Yearly, rules(CORRECTION, REVIEW)).of(KeyItem).with(Force::Effort),
        Duty::new(YEAR, ALL, A::Review, D::Yearly,
            rules(CORRECTION, REVIEW)).of(AllItem).by(LocalGovernment).with(Force::Effort),
        Duty::new(YEAR, ALL, A::Review, D::Yearly,
            rules("規則第14条第1項", REVIEW)).of(AllItem).by(AdministrativeOrgan).with(Force::Effort),
        Duty::new(PERIOD, EVERY, A::Reassess, D::FiveYears,
            rules("規則第15条", AGAIN)).until(GUIDELINE).with(Force::Effort),
        Duty::new(END, EVERY, A::NotifyEnd, D::WithoutDelay, rules("規則第16条", ENDED)),
        Duty::new(END, ALL, A::MarkEnded, D::Afterwards,
            FORM_INSTRUCTIONS).of(AllItem).with(Force::Instruction),
        Duty::new(END, ALL, A::KeepPublished, D::ThreeYears,
            FORM_INSTRUCTIONS).of(AllItem).with(Force::Instruction),
    ]
};

/// The steps that an event requires, in order (必要な手続).
///
/// `deepest` is the deepest assessment that the affair requires. If the kind of body is `None`, the duties of both kinds are listed.
///
/// ```
/// use mynumber_pia::duty::{Action, Event, duties};
/// use mynumber_pia::value::kind::AssessmentKind;
///
/// let end: Vec<_> = duties(Event::AffairEnded, AssessmentKind::BasicItem, None).collect();
/// assert_eq!(end[0].action, Action::NotifyEnd);
/// assert_eq!(end[0].to_string(), "事務の実施をやめた旨の通知 — 遅滞なく (規則第16条; 確認済み)");
/// // A basic-item assessment knows no material change.
/// assert_eq!(duties(Event::MaterialChange, AssessmentKind::BasicItem, None).count(), 0);
/// ```
pub fn duties(event: Event, deepest: AssessmentKind, body: Option<BodyKind>) -> impl Iterator<Item = &'static Duty> {
    DUTIES
        .iter()
        .filter(move |duty| duty.events.contains(&event) && duty.affairs.contains(&deepest) && of_body(duty.body, body))
}
