//! Steps in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::step::Step;
use crate::catalogue::english;
use crate::law::duty::{Action, Force};
use crate::value::code_list::CodeList;
use crate::value::kind::AssessmentKind;
use crate::value::language::Language;
use crate::value::source::Source;

/// A choice in a language: its label, and in English the translation of the label or the words of its code.
fn word<T: CodeList>(choice: T, language: Language) -> String {
    match language {
        Language::Japanese => choice.label().to_string(),
        Language::English => {
            english(choice.label()).map_or_else(|| choice.code().replace('_', " "), ToString::to_string)
        }
    }
}

pub(super) fn document(paper: AssessmentKind, language: Language) -> String {
    match language {
        Language::Japanese => paper.document().to_string(),
        Language::English => alloc::format!("{} assessment", paper.code().replace('_', "-")),
    }
}

impl Step<'_> {
    /// The step in words (対応事項の説明): 「2027-03-31まで 基礎項目評価書: 提出 (規則第5条第1項後段、規則第9条第1項後段; 一部確認)」.
    #[doc(alias = "対応事項の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut text = alloc::format!("{} ", self.by.text(language));
        if let Some(paper) = self.document {
            text.push_str(&document(paper, language));
            text.push_str(": ");
        }
        let duty = self.task.duty;
        match (duty.action, duty.consulted, language) {
            (Action::SeekOpinions, Some(party), Language::Japanese) => {
                text.push_str(&alloc::format!("公示し、{}の意見を求める", party.label()));
            }
            (Action::SeekOpinions, Some(party), Language::English) => {
                text.push_str(&alloc::format!("announce it and ask {} for opinions", asked(party.code())));
            }
            (action, Some(party), Language::Japanese) => {
                text.push_str(action.label());
                if !action.label().contains(party.label()) {
                    text.push_str(&alloc::format!("（{}に意見を聴く）", party.label()));
                }
            }
            (action, Some(party), Language::English) => {
                text.push_str(&alloc::format!("{} ({})", word(action, language), asked(party.code())));
            }
            (action, None, _) => text.push_str(&word(action, language)),
        }
        match (duty.force, language) {
            (Force::Duty, _) => {}
            (Force::Effort | Force::Instruction, Language::Japanese) => {
                text.push_str(&alloc::format!("（{}）", duty.force.label()));
            }
            (Force::Effort | Force::Instruction, Language::English) => {
                text.push_str(&alloc::format!(" ({})", word(duty.force, language)));
            }
        }
        text.push_str(&alloc::format!(" ({})", sources(&self.sources(), language)));
        text
    }
}

/// Who is asked, in English.
fn asked(code: &str) -> String {
    alloc::format!("the {}", code.replace('_', " "))
}

/// 「規則第5条第1項後段、規則第9条第1項後段; 一部確認」: the provisions, and how certain the first statement is.
fn sources(sources: &[Source], language: Language) -> String {
    let Some((first, others)) = sources.split_first() else { return String::new() };
    let own = first.text(language);
    let others: Vec<&str> = others.iter().map(|source| source.citation).collect();
    match (own.split_once("; "), language) {
        (Some((citation, certainty)), _) if !others.is_empty() => {
            let comma = match language {
                Language::Japanese => "、",
                Language::English => ", ",
            };
            alloc::format!("{citation}{comma}{}; {certainty}", others.join(comma))
        }
        (Some(_) | None, _) => own,
    }
}
