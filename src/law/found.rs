//! The result of reading a text: citations with their spans, and groups of columns.

use core::ops::Range;

use super::Citation;

/// A citation with its position in the text.
///
/// Spans count characters (not bytes) from the start of the text; the end is excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The citation.
    pub citation: Citation,
    /// Its span. In a list, the name of the law belongs to the span of the first citation.
    pub span: Range<usize>,
    /// The same span in bytes, so that the text is found without counting characters from its start.
    pub(crate) bytes: Range<usize>,
    /// The citation through which it is cited (「条例第4条第3項による番号法…」), as an index into
    /// [`StatutoryBasis::found`](super::StatutoryBasis::found).
    pub via: Option<usize>,
    /// For an article of the order that belongs to a row (「24項　第16条」), the index of that row.
    pub row: Option<usize>,
    /// The group of columns that contains the row (「第三欄…第四欄…」), as an index into
    /// [`StatutoryBasis::groups`](super::StatutoryBasis::groups). The same row in two groups is two bases.
    pub group: Option<usize>,
    /// Whether the text says that the row or the law has no article, and how.
    pub absence: Option<Absence>,
}

/// How a text says that there is no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Absence {
    /// 主務省令未制定, 未制定: not yet enacted.
    NotEnacted,
    /// 無し, なし: there is none.
    Nothing,
}

impl Absence {
    /// A stable code to store: `not_enacted` or `nothing`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotEnacted => "not_enacted",
            Self::Nothing => "nothing",
        }
    }
}

/// A group of columns before rows: 「第三欄（情報提供者）が…第四欄…」.
#[derive(Debug)]
pub(crate) struct Group {
    /// From the first column to the first row, in characters.
    pub(crate) span: Range<usize>,
    /// The byte at which it begins.
    pub(crate) byte: usize,
}

/// A reference that is written in the text but not cited, because it cannot be said which place it means (解決できない引用).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Its span, in characters.
    pub span: Range<usize>,
    /// The same span in bytes.
    pub(crate) bytes: Range<usize>,
    /// Why it is not cited.
    pub why: Why,
}

/// Why a reference is not cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// 前項, 次条: it depends on where the text itself is in its law; or 同項 with nothing before it.
    Relative,
    /// A number is outside 1 to 9,999, or has more than three branches: 第10000条.
    NumberDoesNotFit,
}

impl Why {
    /// A stable code to store: `relative` or `number_does_not_fit`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relative => "relative",
            Self::NumberDoesNotFit => "number_does_not_fit",
        }
    }
}
