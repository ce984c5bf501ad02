//! The errors of the code lists, and what every error of this crate has in common: its text says what was seen, where,
//! and what was allowed.

use alloc::string::String;
use core::fmt;

/// How much of an input an error repeats: enough to recognise it, little enough for a log line.
const EXCERPT: usize = 60;

/// The input as an error shows it: at most 60 characters, then "…".
pub(crate) fn excerpt(input: &str) -> String {
    let mut shown: String = input.chars().take(EXCERPT).collect();
    if shown.len() < input.len() {
        shown.push('…');
    }
    shown
}

/// A code, label or printed number that its list does not have.
///
/// ```
/// use mynumber_pia::kind::AssessmentKind;
///
/// let error = "full".parse::<AssessmentKind>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown code \"full\" for the assessment kind (特定個人情報保護評価の種類): \
///      expected one of basic_item, key_item, all_item"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {by} \"{seen}\" for the {list} ({term}): expected one of {allowed}")]
pub struct UnknownChoice {
    pub(crate) by: Lookup,
    pub(crate) seen: String,
    pub(crate) list: &'static str,
    pub(crate) term: &'static str,
    pub(crate) allowed: String,
}

impl UnknownChoice {
    /// What was looked up: the code, the label or the printed number.
    #[must_use]
    pub const fn lookup(&self) -> Lookup {
        self.by
    }

    /// What was seen, cut after 60 characters.
    #[must_use]
    pub fn seen(&self) -> &str {
        &self.seen
    }

    /// The list's name in English.
    #[must_use]
    pub const fn list(&self) -> &'static str {
        self.list
    }
}

/// By what a member of a code list was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lookup {
    /// The stable ASCII code.
    Code,
    /// The Japanese wording of the form.
    Label,
    /// The number that the form prints before the choice.
    Number,
}

impl fmt::Display for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Code => "code",
            Self::Label => "label",
            Self::Number => "number",
        })
    }
}
