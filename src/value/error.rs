//! The errors of the code lists (選択肢), and what every error of this crate has in common: its text says what was seen,
//! where, and what was allowed.

use alloc::string::String;
use core::fmt;

/// How much of an input an error repeats: enough to recognise it, little enough for a log line.
const EXCERPT: usize = 60;

/// An input as the errors of this crate show it (抜粋): at most 60 characters, then "…", and always one line.
///
/// Characters that control the terminal, break the line or turn the direction of writing are shown escaped. For programs
/// that repeat what they were given in messages of their own.
///
/// ```
/// use mynumber_pia::value::error::excerpt;
///
/// assert_eq!(excerpt("10人\n未満"), "10人\\n未満");
/// assert_eq!(excerpt(&"人".repeat(61)), format!("{}…", "人".repeat(60)));
/// ```
#[doc(alias = "抜粋")]
#[must_use]
pub fn excerpt(input: &str) -> String {
    let mut shown = String::new();
    let mut rest = input.chars();
    for c in rest.by_ref().take(EXCERPT) {
        if c.is_control() || is_unseen(c) {
            shown.extend(c.escape_debug());
        } else {
            shown.push(c);
        }
    }
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}

/// What is no control character, but breaks a line or turns the direction of writing all the same.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A code, label or printed number that its list does not have.
///
/// ```
/// use mynumber_pia::AssessmentKind;
///
/// let error = "full".parse::<AssessmentKind>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown code or label \"full\" for the assessment kind (特定個人情報保護評価の種類): expected one of \
///      basic_item (基礎項目評価), key_item (重点項目評価), all_item (全項目評価)"
/// );
/// ```
#[doc(alias = "選択肢の誤り")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    pub(crate) by: Lookup,
    pub(crate) seen: String,
    pub(crate) list: &'static str,
    pub(crate) term: &'static str,
    pub(crate) allowed: String,
}

impl core::error::Error for UnknownChoice {}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, seen, list, term, allowed } = self;
        match by {
            Lookup::Code | Lookup::Label | Lookup::Number => {
                write!(f, "unknown {by} \"{seen}\" for the {list} ({term}): expected one of {allowed}")
            }
            Lookup::NumberAndLabel => write!(f, "\"{seen}\" names two choices of the {list} ({term}): {allowed}"),
        }
    }
}

impl UnknownChoice {
    /// By what it was looked up.
    #[must_use]
    pub const fn lookup(&self) -> Lookup {
        self.by
    }

    /// What was seen, as an [`excerpt`] shows it.
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
#[doc(alias = "引き方")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lookup {
    /// The stable ASCII code, or the wording.
    Code,
    /// The Japanese wording of the form.
    Label,
    /// The number that the form prints before the choice.
    Number,
    /// The number of one choice and the wording of another.
    NumberAndLabel,
}

impl fmt::Display for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Code => "code or label",
            Self::Label => "label",
            Self::Number => "number",
            Self::NumberAndLabel => "number and label",
        })
    }
}
