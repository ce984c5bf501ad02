//! A source: text, or a grid of cells.

use alloc::vec::Vec;

use super::account::SourceRange;

/// A printed form as text or as a grid of cells (印刷された様式).
#[derive(Debug, Clone)]
pub struct PrintedForm<'a> {
    pub(super) cells: Vec<SourceCell<'a>>,
    pub(super) is_grid: bool,
}

/// A cell of a grid, or the whole text.
#[derive(Debug, Clone, Copy)]
pub(super) struct SourceCell<'a> {
    pub(super) sheet: usize,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) text: &'a str,
}

impl<'a> PrintedForm<'a> {
    /// The text of a form: what a PDF extractor or text recognition gives, or what the writers of [`form`](crate::form)
    /// print. The spans of the result are offsets into this text.
    ///
    /// The pages of [`Plain`](crate::form::Plain) and [`Markdown`](crate::form::Markdown) are read back with all answers on the
    /// form. Two kinds of pages give suggestions: with English labels, all answers; in Markdown with marks, the texts that have a
    /// mark. See [the module](super).
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self { cells: Vec::from([SourceCell { sheet: 0, row: 0, column: 0, text }]), is_grid: false }
    }

    /// The cells of a workbook: sheets, rows and columns. The continuations of a merged cell are empty.
    #[must_use]
    pub fn grid(sheets: &[Vec<Vec<&'a str>>]) -> Self {
        let cells = sheets.iter().enumerate().flat_map(|(sheet, rows)| {
            rows.iter().enumerate().flat_map(move |(row, cells)| {
                cells.iter().enumerate().map(move |(column, text)| SourceCell { sheet, row, column, text })
            })
        });
        Self { cells: cells.collect(), is_grid: true }
    }
}

impl PrintedForm<'_> {
    /// A range of the cell with this index.
    pub(super) fn range(&self, cell: usize, start: usize, end: usize) -> Option<SourceRange> {
        let SourceCell { sheet, row, column, text: _ } = *self.cells.get(cell)?;
        Some(SourceRange { sheet, row, column, start, end })
    }
}
