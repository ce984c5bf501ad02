//! 選択肢の誤り: the error of the code lists, and how all errors of this crate quote their input.
//!
//! Assessments are typed by hand or extracted from PDFs, so a wrong label or a stray character is common. Every error
//! of this crate says what was seen, where, and what was allowed. What was seen is quoted by [`excerpt`], which keeps
//! the message on one line.
//!
//! Every error says it in Japanese and in English: `{error}` prints English, and `text(language)` returns either.
//!
//! ```
//! use mynumber_pia::Language;
//! use mynumber_pia::value::band::HandlersBand;
//!
//! let error = "600人未満".parse::<HandlersBand>().unwrap_err();
//! assert_eq!(error.seen(), "600人未満");
//! assert!(error.text(Language::Japanese).starts_with("「600人未満」は取扱者数の選択肢にない（選択肢："));
//! ```

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// How many characters of an input an error quotes: enough to recognize it, few enough for a log line.
const EXCERPT: usize = 60;

/// Quotes an input the way the errors of this crate do (抜粋): at most 60 characters, then "…", always on one line.
///
/// Characters that control the terminal, break the line or change the writing direction are escaped. Use it in your own
/// programs if their messages quote input.
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

/// Characters that are not control characters, but break a line or change the writing direction.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// An error, or a part of one. `Display` prints its English.
pub(crate) trait Japanese: fmt::Display {
    /// Prints its Japanese.
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// The message of another program is the same in both languages.
impl Japanese for String {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Japanese for core::convert::Infallible {
    fn japanese(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

/// Prints the Japanese.
#[derive(Debug)]
pub(crate) struct Ja<'a, T: ?Sized>(pub(crate) &'a T);

impl<T: Japanese + ?Sized> fmt::Display for Ja<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.japanese(f)
    }
}

// serde passes an error, and what was expected, as something that prints itself. Only there does the flag `#` ask for Japanese:
// `AnswerError` prints what it is given once with the flag and once without. Every other error type of serde prints English.

/// Prints what serde passes: English, or Japanese with the flag `#`.
macro_rules! both {
    ($f:ident, $english:literal, $japanese:literal) => {
        if $f.alternate() { write!($f, $japanese) } else { write!($f, $english) }
    };
}
pub(crate) use both;

/// Words that serde passes, in both languages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) english: &'static str,
    pub(crate) japanese: &'static str,
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if f.alternate() { self.japanese } else { self.english })
    }
}

/// Hands an error of this crate to serde.
pub(crate) fn refused<E: serde::de::Error>(error: impl Japanese) -> E {
    struct Passed<T>(T);
    impl<T: Japanese> fmt::Display for Passed<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            if f.alternate() { self.0.japanese(f) } else { self.0.fmt(f) }
        }
    }
    E::custom(Passed(error))
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
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct UnknownChoice {
    pub(crate) by: Lookup,
    pub(crate) seen: String,
    pub(crate) list: &'static str,
    pub(crate) term: &'static str,
    pub(crate) allowed: Vec<String>,
}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, seen, list, term, allowed } = self;
        match by {
            Lookup::Code | Lookup::Label | Lookup::Number => {
                let (by, allowed) = (by.words(), allowed.join(", "));
                write!(f, "unknown {by} \"{seen}\" for the {list} ({term}): expected one of {allowed}")
            }
            Lookup::NumberAndLabel(number) => {
                let allowed = allowed.join(", the wording is ");
                write!(f, "\"{seen}\" names two choices of the {list} ({term}): {number} is {allowed}")
            }
        }
    }
}

impl Japanese for UnknownChoice {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { by, seen, list: _, term, allowed } = self;
        match by {
            Lookup::Code | Lookup::Label | Lookup::Number => {
                write!(f, "「{seen}」は{term}の選択肢にない（選択肢：{}）", allowed.join(", "))
            }
            Lookup::NumberAndLabel(number) => {
                let allowed = allowed.join("、文言は ");
                write!(f, "「{seen}」は{term}の二つの選択肢を指している（番号 {number} は {allowed}）")
            }
        }
    }
}

impl UnknownChoice {
    /// How it was looked up.
    pub(crate) const fn lookup(&self) -> Lookup {
        self.by
    }

    /// The input, as [`excerpt`] quotes it.
    #[must_use]
    pub fn seen(&self) -> &str {
        &self.seen
    }

    /// What the list has, as the message prints it: codes with labels, or labels, or numbers.
    #[must_use]
    pub fn allowed(&self) -> &[String] {
        &self.allowed
    }
}

/// How a member of a code list was looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lookup {
    /// By the stable ASCII code or the wording.
    Code,
    /// By the Japanese wording of the form.
    Label,
    /// By the number that the form prints before the choice.
    Number,
    /// The input has the number of one choice and the wording of another.
    NumberAndLabel(u8),
}

impl Lookup {
    const fn words(self) -> &'static str {
        match self {
            Self::Code => "code or label",
            Self::Label => "label",
            Self::Number => "number",
            Self::NumberAndLabel(_) => "number and label",
        }
    }
}
