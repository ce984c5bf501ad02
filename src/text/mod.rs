//! Text of a form (記載) that says something, and the marks (―, なし) that say "nothing".

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::code_list::{code_list, read_from_string};
use crate::error::excerpt;
use crate::width::fold;

mod lines;

#[doc(alias = "記載行")]
pub use lines::Line;
#[doc(alias = "記載文")]
pub use lines::Lines;

/// A text with something in it: never blank, and never a mark that means "nothing" (see [`Nothing`]).
///
/// The text is kept as it was given, to the character: no trimming, no width folding, no normalisation, since those
/// rewrite names (㈱, ①, U+FA19).
///
/// ```
/// use mynumber_pia::text::Text;
///
/// let text = Text::new("国民健康保険に関する事務")?;
/// assert_eq!(text.as_str(), "国民健康保険に関する事務");
/// assert!(Text::new("　").is_err());
/// assert!(Text::new("なし").is_err());
/// # Ok::<(), mynumber_pia::text::TextError>(())
/// ```
#[doc(alias = "記載")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// A text, checked.
    ///
    /// # Errors
    /// - [`TextError::Blank`] where nothing can be seen: `""`, `" "`, 「　」, a zero-width space.
    /// - [`TextError::MeansNothing`] where the text is a mark for "nothing": 「―」, 「－」, 「なし」. A field that may
    ///   hold either is an [`Answer`](crate::answer::Answer).
    /// - [`TextError::MeansNotKnown`] for "?", by which such a field says that it is not known.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        if is_blank(&text) {
            return Err(TextError::Blank);
        }
        if is_not_known(&text) {
            return Err(TextError::MeansNotKnown);
        }
        match Nothing::read(&text) {
            Some(mark) => Err(TextError::MeansNothing { seen: excerpt(&text), mark }),
            None => Ok(Self(text)),
        }
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text is none.
#[doc(alias = "記載の誤り")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks, or nothing at all.
    #[error("a text may not be blank: leave the item unanswered, or write what the form says")]
    Blank,
    /// A dash or なし: an answer, but no text.
    #[error("\"{seen}\" means nothing on a form ({}): it is no text", mark.label())]
    MeansNothing {
        /// What was seen.
        seen: String,
        /// Which mark it is.
        mark: Nothing,
    },
    /// A question mark alone.
    #[error("\"?\" means that an item is not known: it is no text")]
    MeansNotKnown,
}

code_list! {
    /// A mark by which a form says that there is nothing to say. It is an answer: an item with a dash is answered, an
    /// empty item is not.
    pub enum Nothing ("mark for nothing", "記載なしの印") {
        /// A dash of any kind: ―, —, –, －, -, ー, ─, −, also doubled, and 一, as which text recognition reads it.
        Dash = "dash", "―";
        /// なし, 無し, 無, 特になし or 該当なし.
        Nashi = "nashi", "なし";
    }
}

impl Nothing {
    /// The mark that `text` is, whatever its width and the blanks around it; `None` where it is anything else.
    ///
    /// ```
    /// use mynumber_pia::text::Nothing;
    ///
    /// assert_eq!(Nothing::read("－"), Some(Nothing::Dash));
    /// assert_eq!(Nothing::read("　特になし。"), Some(Nothing::Nashi));
    /// assert_eq!(Nothing::read("なし（令和5年まで）"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_matches(is_invisible);
        let dashes = text.chars().take(4).count();
        if (1..=3).contains(&dashes) && text.chars().all(|c| is_dash(c) && (dashes == 1 || c != '一')) {
            return Some(Self::Dash);
        }
        let word = text.trim_matches(['。', '．', '.', '（', '）', '(', ')', '・']);
        matches!(word, "なし" | "無し" | "無" | "特になし" | "特に無し" | "該当なし" | "該当無し")
            .then_some(Self::Nashi)
    }
}

impl FromStr for Text {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl TryFrom<String> for Text {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

read_from_string!(Text, "a text that is not blank");

/// Whether `text` is the mark of an item that is not known, in either width.
pub(crate) fn is_not_known(text: &str) -> bool {
    let mut chars = text.trim_matches(is_invisible).chars();
    chars.next().map(fold) == Some('?') && chars.next().is_none()
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// White space, also the ideographic blank, and the characters of no width.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// The dashes met on forms, in any width.
fn is_dash(c: char) -> bool {
    matches!(fold(c), '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30FC}' | '\u{FF70}' | '一')
}
