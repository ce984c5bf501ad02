//! 記載: what may stand in an item of a form, and how it is written down.
//!
//! A form can be silent in more ways than one, and each says something else:
//!
//! | 記載 | here | in JSON |
//! |---|---|---|
//! | chosen or filled in | [`Answer::Given`] | the value |
//! | 「―」, 「なし」 | [`Answer::Nothing`] | `"―"`, `"なし"` |
//! | seen, and left empty (空欄) | [`Answer::Blank`] | `""` |
//! | cannot be told (不明) | [`Answer::NotKnown`] | `"?"` |
//! | not answered yet, or not shown by an excerpt | [`Answer::Unanswered`] | the field is left out |
//!
//! A check box is a [`Tick`], a group of them [`Boxes`]: a box that is not ticked says so, and is neither unanswered nor
//! unknown.

#[cfg(feature = "proptest1")]
mod alter;
mod answered;
mod content;
mod entry;
mod lines;
mod tick;
mod written;

#[cfg(feature = "proptest1")]
pub(crate) use alter::Slot;
#[doc(alias = "記載")]
pub use answered::Answer;
#[doc(alias = "記載の種類")]
pub use answered::AnswerKind;
#[doc(alias = "記載の誤り")]
pub use entry::AnswerError;
#[doc(alias = "記載事項")]
pub use entry::Content;
pub(crate) use entry::Entry;
pub(crate) use entry::Sealed;
#[doc(alias = "記載内容")]
pub use entry::Value;
#[doc(alias = "記載行")]
pub use lines::Line;
#[doc(alias = "記載行")]
pub use lines::LineRef;
#[doc(alias = "記載文")]
pub use lines::Lines;
#[doc(alias = "チェックボックス群")]
pub use tick::BoxGroup;
pub(crate) use tick::BoxStates;
#[doc(alias = "チェックボックス群")]
pub use tick::Boxes;
#[doc(alias = "チェックボックス")]
pub use tick::Tick;
pub(crate) use written::{Choice, Choices, Entries, Written};
