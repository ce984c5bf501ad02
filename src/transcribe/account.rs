//! What became of each part of a source.

use crate::catalogue::FieldPath;

/// A range of a source (原文の範囲): bytes of the text, or bytes of one cell of a grid.
///
/// For a text, `sheet`, `row` and `column` are 0.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct SourceRange {
    /// The index of the sheet.
    pub sheet: usize,
    /// The index of the row.
    pub row: usize,
    /// The index of the column.
    pub column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A range of a source and what became of it (原文の行方).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SourceSpan {
    /// The range.
    #[serde(flatten)]
    pub range: SourceRange,
    /// What became of it.
    #[serde(flatten)]
    pub fate: Fate,
}

/// What became of a range of a source (原文の行方).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum Fate {
    /// What the form prints: a label, a heading, the title of a block.
    Label,
    /// The choices that the form offers.
    Choices,
    /// It is in the document, at this path.
    Answer {
        /// The path of the field.
        path: FieldPath,
        /// Why it belongs there.
        because: Placement,
    },
    /// It is suggested for this path.
    Suggested {
        /// The path of the field.
        path: FieldPath,
        /// Why it is not certain.
        reason: Doubt,
    },
    /// A bracket or the mark of a box that belongs to no answer.
    Mark,
    /// Not part of the form: page numbers, lines of a table, blanks.
    Furniture,
    /// Nothing is known of it.
    LeftOver,
}

/// Why an answer belongs to an item (記載箇所の根拠).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Placement {
    /// It is on the line of its label, or in the cell beside it.
    Beside,
    /// It is below its label.
    Below,
    /// As many equal values as items that can hold them.
    ByCount,
    /// The number printed before it says so.
    ByNumber,
    /// It is in the title: the number of a block, the edition.
    InTitle,
}

/// Why a suggestion is not certain (確定しない理由).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Doubt {
    /// Several items have this label, or several values could be of this item.
    WhichItem,
    /// It is not clear in which block or section it is.
    WhichBlock,
    /// The mark of a box is not beside the box.
    MarkFloats,
    /// Two different values are found.
    TwoChoices,
    /// It may continue elsewhere, or contain what belongs elsewhere.
    MayContinue,
    /// The value is not beside its label.
    NotBeside,
    /// The label lacks a character, or the source lacks one everywhere.
    Damaged,
    /// Nothing but that the labels of the source are not in the order of the form, so blocks that changed places look the same.
    NotInOrder,
    /// The document refuses it.
    Refused {
        /// The error message of [`Assessment::put_shown`](crate::Assessment::put_shown), in English.
        message: alloc::string::String,
    },
}
