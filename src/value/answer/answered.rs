//! The answer to an item.

use crate::value::band::Count;
use crate::value::code_list::code_list;
use crate::value::text::Nothing;

/// The answer to an item (記載). The [module](crate::value::answer) shows how each kind is written in JSON.
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
    /// Not answered (未記入): not filled in yet, or not shown by an excerpt. The default.
    #[default]
    Unanswered,
    /// Left empty in the document that was read (空欄).
    Blank,
    /// The document that was read does not show the answer (不明), for example because the copy is illegible.
    NotKnown,
    /// A mark that means "nothing": 「―」, 「なし」.
    Nothing(Nothing),
    /// The answer.
    Given(T),
}

impl<T> Answer<T> {
    /// The value that is given; `None` for the four other kinds of answer.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => None,
        }
    }

    /// Whether the item is answered. [`Nothing`](Self::Nothing) and [`NotKnown`](Self::NotKnown) count as answered: the
    /// body did answer; with `NotKnown` the copy that was read does not show what. [`Unanswered`](Self::Unanswered) and
    /// [`Blank`](Self::Blank) do not count.
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

/// An exact count.
///
/// ```
/// use mynumber_pia::Assessment;
///
/// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
/// assessment.population = 62_000.into();
/// assert_eq!(assessment.population, "6万2千人".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<B> From<u32> for Answer<Count<B>> {
    fn from(count: u32) -> Self {
        Self::Given(count.into())
    }
}

/// How JSON writes an answer that is not known.
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
