//! Why a document cannot be read or changed at a path.

use alloc::string::{String, ToString};
use core::fmt;

use crate::assessment::entrustment::TooManyTiers;
use crate::catalogue::{FieldPath, Item, Row, any_row, row};
use crate::value::answer::AnswerError;
use crate::value::error::both;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::language::error_type;

/// An edit that the document refused (記入の誤り). The document is unchanged.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditError {
    /// The path of the edit.
    pub path: FieldPath,
    /// The item at this path. `None` for a part, a list or an entry.
    pub item: Option<Item>,
    /// The section number as the form of the document prints it. Empty if it does not print the item.
    pub number: &'static str,
    /// The label as printed. Empty without an item.
    pub label: &'static str,
    /// What is wrong.
    pub reason: EditReason,
}

/// Why a document refused an edit (記入の誤りの理由).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditReason {
    /// The field cannot hold this answer, or the part cannot be read: the error that loading reports.
    Answer(AnswerError),
    /// The message of the format that the value is read from or written to.
    Format(String),
    /// A chain would have too many tiers.
    TooManyTiers(TooManyTiers),
    /// The document has no such field.
    NoSuchField,
    /// The document has no such list.
    NoSuchList,
    /// The document has no such entry.
    NoSuchEntry,
    /// The list has fewer entries.
    NoSuchIndex {
        /// The index.
        index: usize,
        /// The number of entries.
        entries: usize,
    },
    /// The field is unanswered. A document leaves out such a field.
    Unanswered,
}

impl fmt::Display for EditReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(error) => error.fmt(f),
            Self::Format(message) => f.write_str(message),
            Self::TooManyTiers(error) => error.fmt(f),
            Self::NoSuchField => both!(f, "there is no such field in the document", "評価書にその項目はない"),
            Self::NoSuchList => both!(f, "there is no such list in the document", "評価書にその配列はない"),
            Self::NoSuchEntry => both!(f, "there is no such entry in the document", "評価書にその行はない"),
            Self::NoSuchIndex { index, entries } => both!(
                f,
                "there is no entry with the index {index}: the list has {entries}, and the next would have the index {entries}",
                "番号 {index} の行はない（配列は{entries}行であり、次の行の番号は {entries} である）"
            ),
            Self::Unanswered => {
                both!(
                    f,
                    "an unanswered field cannot be written: leave it out",
                    "記載のない項目は書き出せない。項目を省く"
                )
            }
        }
    }
}

/// The path, the printed number and label, and what is wrong:
/// 「affair.name (Ⅰ.1.① 事務の名称): a text cannot be blank…」.
impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, item: _, number, label, reason } = self;
        fmt_place(f, path, number, label)?;
        reason.fmt(f)
    }
}

error_type!(EditError, |error| match &error.reason {
    EditReason::Answer(error) => Some(error),
    EditReason::TooManyTiers(error) => Some(error),
    EditReason::Format(_)
    | EditReason::NoSuchField
    | EditReason::NoSuchList
    | EditReason::NoSuchEntry
    | EditReason::NoSuchIndex { .. }
    | EditReason::Unanswered => None,
});

/// Prints the beginning of an error: the path with the printed number and label of its item.
pub(crate) fn fmt_place(f: &mut fmt::Formatter<'_>, path: &dyn fmt::Display, number: &str, label: &str) -> fmt::Result {
    let path = path.to_string();
    match (path.as_str(), number, label) {
        ("", _, "") => Ok(()),
        (_, _, "") => both!(f, "{path}: ", "{path}："),
        (_, "", label) => both!(f, "{path} ({label}): ", "{path}（{label}）："),
        (_, number, label) => both!(f, "{path} ({number} {label}): ", "{path}（{number} {label}）："),
    }
}

/// The number and label of an item as this form prints it, or otherwise another edition of the form. The number is empty
/// if the form does not print the item or is not known.
pub(crate) fn printed(
    kind: Option<AssessmentKind>,
    edition: Option<FormEdition>,
    item: Item,
) -> (&'static str, &'static str) {
    let printed: Option<&Row> = kind.and_then(|kind| row(kind, edition, item).or_else(|| any_row(kind, item)));
    printed.map_or(("", item.label()), |row| (row.number, row.label))
}
