//! Steps in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::case::Task;
use super::deadline::Missing;
use super::step::Step;
use crate::duty::{Action, Consulted, Force};
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::language::Language;

impl Task {
    /// What must be done, in words (手続の説明): 「公示し、住民その他の者の意見を求める」.
    #[doc(alias = "手続の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let (action, consulted) = (self.duty.action, self.duty.consulted);
        match language {
            Language::Japanese => match (action, consulted) {
                (Action::SeekOpinions, Some(party)) => alloc::format!("公示し、{}の意見を求める", party.label()),
                (Action::ThirdPartyReview, Some(party)) => {
                    alloc::format!("{}（{}に意見を聴く）", action.label(), party.label())
                }
                (Action::FilePlan, _) => "計画管理書（評価の計画等を記載した書面）の提出".to_string(),
                (action, _) => action.label().to_string(),
            },
            Language::English => in_english(action, consulted).to_string(),
        }
    }
}

const fn in_english(action: Action, consulted: Option<Consulted>) -> &'static str {
    match (action, consulted) {
        (Action::SeekOpinions, Some(Consulted::Citizens)) => "announce it and ask the citizens for opinions",
        (Action::SeekOpinions, Some(Consulted::Residents)) => {
            "announce it and ask the residents and others for opinions"
        }
        (Action::SeekOpinions, _) => "announce it and ask for opinions",
        (Action::AnnounceOnline, _) => "announce it on the Internet or in another suitable way",
        (Action::ConsiderOpinions, _) => "consider the opinions and revise it",
        (Action::AllowTime, _) => "allow time for opinions",
        (Action::ThirdPartyReview, _) => "third-party review (ask experts)",
        (Action::ObtainApproval, _) => "obtain the approval of the Commission",
        (Action::FilePlan, _) => "file the assessment plan register",
        (Action::Correct, _) => "correct",
        (Action::File, _) => "file",
        (Action::Publish, _) => "publish",
        (Action::DoNotLink, _) => "no information linkage",
        (Action::Review, _) => "review",
        (Action::Reassess, _) => "assess again",
        (Action::Redetermine, _) => "determine again which assessment is required",
        (Action::ReportLeak, _) => {
            "report the leak to the Commission and notify the persons (if the event must be reported)"
        }
        (Action::ReportAtOnce, _) => "first report of the leak (if the event must be reported)",
        (Action::ReportInFull, _) => "final report of the leak (if the event must be reported)",
        (Action::NotifyEnd, _) => "notify the Commission of the end",
        (Action::MarkEnded, _) => "mark as ended",
        (Action::KeepPublished, _) => "keep published",
    }
}

fn document(paper: AssessmentKind, language: Language) -> String {
    match language {
        Language::Japanese => paper.document().to_string(),
        Language::English => alloc::format!("{} assessment", paper.code().replace('_', "-")),
    }
}

impl Step<'_> {
    /// The document and what must be done with it, in words (手続の説明): 「基礎項目評価書: 提出」. An effort is named as one, and so is what
    /// only one kind of body must do, if the kind is not known, what must be done only if the change is material, and what is only the safe
    /// course.
    #[doc(alias = "手続の説明")]
    #[must_use]
    pub fn action_text(&self, language: Language) -> String {
        let paper = self.document.map_or_else(String::new, |paper| document(paper, language) + ": ");
        let force = match (self.task.duty.force, language) {
            (Force::Duty, _) => String::new(),
            (force @ (Force::Effort | Force::Instruction), Language::Japanese) => {
                alloc::format!("（{}）", force.label())
            }
            (Force::Effort, Language::English) => " (effort)".to_string(),
            (Force::Instruction, Language::English) => " (instruction of the form)".to_string(),
        };
        let of_body = self.task.duty.body.filter(|_| self.needs.contains(&Missing::Body));
        let of_body = of_body.map_or_else(String::new, |body| match (language, body) {
            (Language::Japanese, body) => alloc::format!("（{}の場合）", body.label()),
            (Language::English, BodyKind::AdministrativeOrgan) => " (if it is an administrative organ)".to_string(),
            (Language::English, BodyKind::LocalGovernment) => " (if it is a local government)".to_string(),
        });
        let if_material = match language {
            _ if !self.needs.contains(&Missing::Versions) => "",
            Language::Japanese => "（重要な変更に当たる場合）",
            Language::English => " (if the change is material)",
        };
        let if_published = match language {
            _ if !self.needs.contains(&Missing::Paper) => "",
            Language::Japanese => "（公表しているとき）",
            Language::English => " (if it is published)",
        };
        let if_required = match language {
            _ if !self.is_safe_course() => "",
            Language::Japanese => "（しきい値判断項目が定まるまでの安全側の対応）",
            Language::English => " (the safe course until the facts settle what is required)",
        };
        alloc::format!("{paper}{}{force}{of_body}{if_material}{if_published}{if_required}", self.task.text(language))
    }

    /// The step in words (対応事項の説明): 「2027-03-31まで 基礎項目評価書: 提出 (規則第5条第1項後段、規則第9条第1項後段; 一部確認)」.
    #[doc(alias = "対応事項の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let (by, action) = (self.by.text(language), self.action_text(language));
        let sources = match language {
            Language::Japanese if self.is_by_policy => "自主方針".to_string(),
            Language::English if self.is_by_policy => "own policy".to_string(),
            Language::Japanese | Language::English => self.sources_text(language),
        };
        alloc::format!("{by} {action} ({sources})")
    }

    /// 「規則第5条第1項後段、規則第9条第1項後段; 一部確認」: the provisions, how certain the first statement is, and the source of the deadline if
    /// another text sets it.
    fn sources_text(&self, language: Language) -> String {
        let all = self.sources();
        let (deadline, all) = match (self.task.duty.deadline_source, all.split_last()) {
            (Some(_), Some((last, own))) => (Some(last), own),
            (_, _) => (None, all.as_slice()),
        };
        let (comma, of_deadline) = match language {
            Language::Japanese => ("、", "。期限は"),
            Language::English => (", ", "; the deadline by "),
        };
        let Some((first, others)) = all.split_first() else { return String::new() };
        let own = first.text(language);
        let others: Vec<&str> = others.iter().map(|source| source.citation).collect();
        let own = match own.split_once("; ") {
            Some((citation, certainty)) if !others.is_empty() => {
                alloc::format!("{citation}{comma}{}; {certainty}", others.join(comma))
            }
            Some(_) | None => own,
        };
        match deadline {
            Some(source) => alloc::format!("{own}{of_deadline}{}", source.text(language)),
            None => own,
        }
    }
}
