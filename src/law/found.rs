//! What a reading of a text finds: citations with their spans, and groups of columns.

use core::ops::Range;

use super::Citation;

/// A citation in its place. Spans count characters (not bytes) from the start of the text, the end excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What is cited.
    pub citation: Citation,
    /// Where it stands. In a list, the law belongs to the span of the first.
    pub span: Range<usize>,
    /// The citation that it goes through (「条例第4条第3項による番号法…」), as an index into [`StatutoryBasis::found`](super::StatutoryBasis::found).
    pub via: Option<usize>,
    /// The row whose article of the order this is (「24項　第16条」), as an index.
    pub row: Option<usize>,
    /// The group of columns in which a row stands (「第三欄…第四欄…」), as an index into [`StatutoryBasis::groups`](super::StatutoryBasis::groups). The
    /// same row in two groups is two bases.
    pub group: Option<usize>,
    /// The text says that the row or the law has no article.
    pub absence: Option<Absence>,
}

/// How a text says that there is no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Absence {
    /// 主務省令未制定, 未制定: not enacted yet.
    NotEnacted,
    /// 無し, なし.
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

/// A group of columns that heads rows: 「第三欄（情報提供者）が…第四欄…」.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// From the first column up to its first row, in characters.
    pub span: Range<usize>,
}
