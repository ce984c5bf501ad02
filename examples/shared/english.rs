//! The words of the English output.

use mynumber_pia::catalogue::english;
use mynumber_pia::{CodeList, Language};

/// A choice in a language: its label in Japanese, and in English the translation of the label or the words of its code.
pub(crate) fn word<T: CodeList>(choice: T, language: Language) -> String {
    match language {
        Language::Japanese => choice.label().into(),
        Language::English => english(choice.label()).map_or_else(|| choice.code().replace('_', " "), Into::into),
    }
}
