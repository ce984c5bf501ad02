//! Why a document cannot be read or changed at a path.

use alloc::format;
use alloc::string::{String, ToString};
use core::error::Error;
use core::fmt;

use crate::catalogue::{FieldPath, Item, Row, any_row, row};
use crate::value::answer::AnswerError;
use crate::value::error::{Ja, Japanese};
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::language::{Language, bilingual, errors};

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

errors! {
    /// Why a document refused an edit (記入の誤りの理由).
    #[non_exhaustive]
    pub enum EditReason {
        /// The field cannot hold this answer, or the part cannot be read: the error that loading reports.
        #[error("{0}")]
        Answer(#[source] AnswerError),
        /// The message of the format that the value is read from or written to.
        #[error("{0}")]
        Format(String),
        /// The document has no such field.
        #[error("there is no such field in the document")]
        #[ja("評価書にその項目はない")]
        NoSuchField,
        /// The document has no such list.
        #[error("there is no such list in the document")]
        #[ja("評価書にその配列はない")]
        NoSuchList,
        /// The document has no such entry.
        #[error("there is no such entry in the document")]
        #[ja("評価書にその行はない")]
        NoSuchEntry,
        /// The list has fewer entries.
        #[error(
            "there is no entry with the index {index}: the list has {entries}, and the next would have the index {entries}"
        )]
        #[ja("番号 {index} の行はない（配列は{entries}行であり、次の行の番号は {entries} である）")]
        NoSuchIndex {
            /// The index.
            index: usize,
            /// The number of entries.
            entries: usize,
        },
        /// The field is unanswered. A document leaves out such a field.
        #[error("an unanswered field cannot be written: leave it out")]
        #[ja("記載のない項目は書き出せない。項目を省く")]
        Unanswered,
    }
}

impl EditError {
    fn place(&self, language: Language) -> String {
        place(language, &self.path, self.number, self.label)
    }
}

/// The path, the printed number and label, and what is wrong:
/// 「affair.name (Ⅰ.1.① 事務の名称): a text cannot be blank…」.
impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place(Language::English), self.reason)
    }
}

impl Japanese for EditError {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place(Language::Japanese), Ja(&self.reason))
    }
}

bilingual!(pub EditError);

impl Error for EditError {
    /// The source of the reason, because the reason is a part of this error.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.reason.source()
    }
}

/// The beginning of an error: the path with the printed number and label of its item.
pub(crate) fn place(language: Language, path: &dyn fmt::Display, number: &str, label: &str) -> String {
    let path = path.to_string();
    match (language, path.as_str(), number, label) {
        (_, "", _, "") => path,
        (Language::English, _, _, "") => format!("{path}: "),
        (Language::English, _, "", label) => format!("{path} ({label}): "),
        (Language::English, _, number, label) => format!("{path} ({number} {label}): "),
        (Language::Japanese, _, _, "") => format!("{path}："),
        (Language::Japanese, _, "", label) => format!("{path}（{label}）："),
        (Language::Japanese, _, number, label) => format!("{path}（{number} {label}）："),
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
