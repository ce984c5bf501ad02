//! 記載文: free text of a form, and the marks (―, なし) that mean "nothing".
//!
//! Many cells take free text, such as the name of the affair or the measures against a risk. Bodies also write 「―」 or
//! 「なし」 into them to say that there is nothing to report. A [`Text`] is always real content; a mark is a [`Nothing`].
//! An [`Answer`](crate::value::answer::Answer) can hold either.
//!
//! ```
//! use mynumber_pia::Text;
//! use mynumber_pia::value::text::{Nothing, TextError};
//!
//! let name = Text::new("国民健康保険に関する事務")?;
//! assert_eq!(name.as_str(), "国民健康保険に関する事務");
//! assert_eq!(Nothing::read("該当なし"), Some(Nothing::Word));
//! assert!(matches!(Text::new("―"), Err(TextError::MeansNothing { .. })));
//! # Ok::<(), TextError>(())
//! ```

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::value::code_list::{code_list, read_from_string};
use crate::value::error::excerpt;
use crate::value::language::errors;
use crate::value::width::fold;

/// A string with content: never blank, and never a mark that means "nothing" (see [`Nothing`]).
///
/// The string is kept exactly as it was given. It is not trimmed, width-folded or normalized, because that would change
/// names (㈱, ①, U+FA19).
///
/// ```
/// use mynumber_pia::Text;
///
/// let text = Text::new("国民健康保険に関する事務")?;
/// assert_eq!(text.as_str(), "国民健康保険に関する事務");
/// assert!(Text::new("　").is_err());
/// assert!(Text::new("なし").is_err());
/// # Ok::<(), mynumber_pia::value::text::TextError>(())
/// ```
#[doc(alias = "記載")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// Checks a string and makes a `Text` of it.
    ///
    /// # Errors
    /// - [`TextError::Blank`] if nothing is visible: `""`, `" "`, 「　」, a zero-width space.
    /// - [`TextError::MeansNothing`] for a mark that means "nothing": 「―」, 「－」, 「なし」. A field that may hold either is
    ///   an [`Answer`](crate::value::answer::Answer).
    /// - [`TextError::MeansNotKnown`] for "?", which means that the answer is not known.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        match Meaning::of(&text) {
            Meaning::Text => Ok(Self(text)),
            Meaning::Blank => Err(TextError::Blank),
            Meaning::NotKnown => Err(TextError::MeansNotKnown),
            Meaning::Nothing(mark) => Err(TextError::MeansNothing { seen: excerpt(&text), mark }),
        }
    }

    /// A string that [`Meaning::of`] has already found to be [`Meaning::Text`].
    pub(crate) fn of_mark_free(text: &str) -> Self {
        Self(String::from(text))
    }

    /// Whether it only keeps the place of an answer (仮の記載): marks other than dashes (「？？」, 「●●」), or a word such as 「未定」.
    pub(crate) fn is_placeholder(&self) -> bool {
        const WORDS: [&str; 8] = ["未定", "未記入", "未入力", "未確定", "検討中", "調整中", "確認中", "要確認"];
        // The circle as a kanji is a mark too. The two lists of characters are for speed: most texts begin with them.
        let is_mark = |c: char| match c {
            '・' | '　'..='〄' | '（' | '＜' => true,
            '一'..='鿿' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' => false,
            c => !c.is_alphanumeric() || c == '〇',
        };
        match self.0.trim_start_matches(is_mark) {
            "" => self.0.chars().any(|c| !is_dash(c) && !is_invisible(c)),
            // No word is longer than three characters.
            text if text.chars().nth(3).is_some_and(|c| !is_mark(c)) => false,
            text => WORDS.iter().filter_map(|word| text.strip_prefix(word)).any(|rest| rest.chars().all(is_mark)),
        }
    }

    /// The string as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

errors! {
    /// Why a string is not a valid `Text`.
    #[non_exhaustive]
    #[doc(alias = "記載の誤り")]
    pub enum TextError {
        /// The string is empty or blank.
        #[error("a text cannot be blank: leave the item unanswered, or write what the form says")]
        #[ja("空白だけの記載はできない。記載がなければ項目を省き、空欄であれば \"\" と書く")]
        Blank,
        /// A dash or なし. It is an answer, but not a `Text`.
        #[error("\"{seen}\" is a mark for nothing ({}), not a text", .mark.label())]
        #[ja("「{seen}」は記載なしの印（{}）であり、文ではない", mark.label())]
        MeansNothing {
            /// What was seen.
            seen: String,
            /// Which mark it is.
            mark: Nothing,
        },
        /// A question mark alone.
        #[error("\"?\" is the mark for \"not known\", not a text")]
        #[ja("「?」は不明の印であり、文ではない")]
        MeansNotKnown,
    }
}

code_list! {
    /// A mark on a form that means "nothing to report" (「―」、「なし」).
    ///
    /// It is an answer: an item with a dash is answered, an empty item is not.
    pub enum Nothing ("mark for nothing", "記載なしの印") {
        /// A dash of any kind: ―, —, –, －, -, ー, ─, −, also doubled, and 一, as which text recognition reads it.
        Dash = "dash", "―";
        /// なし, 無し, 無, 特になし or 該当なし.
        Word = "word", "なし";
    }
}

impl Nothing {
    /// The mark that `text` is, in any width and with blanks around it; `None` if it is anything else.
    ///
    /// ```
    /// use mynumber_pia::value::text::Nothing;
    ///
    /// assert_eq!(Nothing::read("－"), Some(Nothing::Dash));
    /// assert_eq!(Nothing::read("　特になし。"), Some(Nothing::Word));
    /// assert_eq!(Nothing::read("なし（令和5年まで）"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match Meaning::of(text) {
            Meaning::Nothing(mark) => Some(mark),
            Meaning::Blank | Meaning::NotKnown | Meaning::Text => None,
        }
    }
}

/// What a written string means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing is visible.
    Blank,
    /// A question mark alone, in either width: not known.
    NotKnown,
    /// A mark for nothing.
    Nothing(Nothing),
    /// Content.
    Text,
}

impl Meaning {
    pub(crate) fn of(text: &str) -> Self {
        /// The longest such word has five characters; this leaves ample room for brackets and full stops around it.
        const LONGEST: usize = 48;
        /// Characters that are ignored around the word.
        const AROUND: [char; 8] = ['。', '．', '.', '（', '）', '(', ')', '・'];

        // A shortcut: most texts begin with a character that no mark begins with.
        if text.chars().next().is_some_and(begins_a_text) {
            return Self::Text;
        }
        let ends_are_seen = |text: &str| {
            let mut chars = text.chars();
            chars.next().is_some_and(|c| !is_invisible(c)) && chars.next_back().is_none_or(|c| !is_invisible(c))
        };
        let text = if ends_are_seen(text) { text } else { text.trim_matches(is_invisible) };
        if text.len() > LONGEST {
            return Self::Text;
        }
        let mut chars = text.chars();
        let Some(first) = chars.next() else {
            return Self::Blank;
        };
        if fold(first) == '?' && chars.next().is_none() {
            return Self::NotKnown;
        }
        if is_dash(first) {
            let dashes = text.chars().count();
            if dashes <= 3 && text.chars().all(|c| is_dash(c) && (dashes == 1 || c != '一')) {
                return Self::Nothing(Nothing::Dash);
            }
        }
        if !matches!(first, 'な' | '無' | '特' | '該') && !AROUND.contains(&first) {
            return Self::Text;
        }
        let word = text.trim_matches(AROUND);
        if matches!(word, "なし" | "無し" | "無" | "特になし" | "特に無し" | "該当なし" | "該当無し")
        {
            return Self::Nothing(Nothing::Word);
        }
        Self::Text
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

read_from_string!(Text, "a text that is not blank", "空白だけでない文字列");

/// Whether a string that begins with this character can only be content: a letter, a digit, a bracket, a kana or a
/// kanji that occurs in no mark.
const fn begins_a_text(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '0'..='9' | '\u{3041}'..='\u{30FA}' | '\u{4E01}'..='\u{9FFF}' | '\u{2160}'..='\u{2188}' | '\u{2460}'..='\u{24FF}' | '\u{3008}'..='\u{3011}' | '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}')
        && !matches!(c, 'な' | '無' | '特' | '該')
}

/// White space, including the ideographic space, and zero-width characters.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// The dashes that occur on forms, in any width.
fn is_dash(c: char) -> bool {
    matches!(fold(c), '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30FC}' | '\u{FF70}' | '一')
}
