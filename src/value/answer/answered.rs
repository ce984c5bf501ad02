//! The answer to an item.

use crate::value::code_list::code_list;
use crate::value::text::Nothing;

/// What stands in an item (記載). See the [module](crate::value::answer) for its JSON.
///
/// ```
/// use mynumber_pia::value::answer::Answer;
/// use mynumber_pia::value::choice::FileKind;
///
/// let answer: Answer<FileKind> = serde_json::from_str(r#""system_file""#)?;
/// assert_eq!(answer.given(), Some(&FileKind::SystemFile));
/// let answer: Answer<FileKind> = serde_json::from_str(r#""?""#)?;
/// assert_eq!(answer, Answer::NotKnown);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Answer<T> {
    /// Not answered (未記入): a draft that has not come to it, or an excerpt that does not show it. The default.
    #[default]
    Unanswered,
    /// Seen, and left empty (空欄).
    Blank,
    /// The text at hand does not tell (不明).
    NotKnown,
    /// A mark that says "nothing": 「―」, 「なし」.
    Nothing(Nothing),
    /// This.
    Given(T),
}

impl<T> Answer<T> {
    /// What is given; `None` where nothing is.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => None,
        }
    }

    /// Whether the item is neither unanswered nor blank. A mark for nothing is an answer, and so is "not known", of which
    /// only the text at hand is guilty.
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        match self {
            Self::Unanswered | Self::Blank => false,
            Self::NotKnown | Self::Nothing(_) | Self::Given(_) => true,
        }
    }
}

impl<T> From<T> for Answer<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

/// The mark by which an answer that is not known is written.
pub(crate) const NOT_KNOWN: &str = "?";

code_list! {
    /// What kind of answer an item asks for.
    pub enum AnswerKind ("kind of answer", "記載の種類") {
        /// Free text, or a name.
        Text = "text", "自由記述";
        /// One choice of a printed list.
        Choice = "choice", "選択肢";
        /// One band of a printed list of bands.
        Band = "band", "区分";
        /// A number.
        Number = "number", "件数";
        /// A date.
        Date = "date", "日付";
        /// One check box.
        CheckBox = "check_box", "チェック欄";
        /// A group of check boxes, of which several may be ticked.
        CheckBoxes = "check_boxes", "チェック欄（複数）";
    }
}
