//! A source: text, or a grid of cells.

use alloc::vec::Vec;

use super::account::{Fate, SourceRange, SourceSpan};
use super::places::{Place, PrintedPage, places};
use crate::value::language::errors;

/// The longest source that is read (原文の長さの上限): 2 MiB. Each cell of a grid counts one byte more than its text.
///
/// The largest of five published documents is printed in 400 kB. Reading a form takes about 40 bytes of memory for each byte; other
/// texts took up to 170.
pub const MAX_SOURCE: usize = 2 << 20;

errors! {
    /// A source that is longer than [`MAX_SOURCE`], so that nothing of it was read (原文が長すぎる).
    #[error(
        "the source has {bytes} bytes, so nothing of it was read: expected the text of one form, at most {} bytes", MAX_SOURCE
    )]
    #[ja("原文が{bytes}バイトあるため、何も読み取っていない。一つの評価書の原文（{}バイト以内）が必要である", MAX_SOURCE)]
    #[non_exhaustive]
    #[derive(Copy, serde::Serialize)]
    pub struct SourceTooLong {
        /// Its length in bytes.
        pub bytes: usize,
    }
}

/// A printed form as text or as a grid of cells (印刷された様式).
#[derive(Debug, Clone)]
pub struct PrintedForm<'a> {
    pub(super) cells: Vec<SourceCell<'a>>,
    pub(super) is_grid: bool,
    /// The place of each cell, if they are words on pages.
    pub(super) places: Vec<Place>,
    /// The width of the widest page.
    pub(super) width: i32,
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
        Self {
            cells: Vec::from([SourceCell { sheet: 0, row: 0, column: 0, text }]),
            is_grid: false,
            places: Vec::new(),
            width: 0,
        }
    }

    /// The cells of a workbook: sheets, rows and columns. The continuations of a merged cell are empty.
    #[must_use]
    pub fn grid(sheets: &[Vec<Vec<&'a str>>]) -> Self {
        let cells = sheets.iter().enumerate().flat_map(|(sheet, rows)| {
            rows.iter().enumerate().flat_map(move |(row, cells)| {
                cells.iter().enumerate().map(move |(column, text)| SourceCell { sheet, row, column, text })
            })
        });
        Self { cells: cells.collect(), is_grid: true, places: Vec::new(), width: 0 }
    }

    /// The words of a PDF file, with their places. A range of the result names the page in `sheet` and the index of the word in `row`.
    ///
    /// The places say what order only lets guess: which answer is beside which label. So this is the best source for a PDF file. Tools such as
    /// poppler's `pdftotext -tsv` or pdfplumber give the words, in any order and unit.
    ///
    /// ```
    /// use mynumber_pia::transcribe::{PrintedForm, PrintedPage, PrintedWord, transcribe};
    ///
    /// let word = |x0, top, text: &'static str| {
    ///     let x1 = x0 + 10.0 * text.chars().count() as f64;
    ///     PrintedWord { x0, top, x1, bottom: top + 10.0, text }
    /// };
    /// let words = vec![
    ///     word(180.0, 74.0, "事務"),
    ///     word(180.0, 60.0, "国民健康保険に関する"),
    ///     word(40.0, 60.0, "①事務の名称"),
    ///     word(40.0, 40.0, "１．特定個人情報ファイルを取り扱う事務"),
    ///     word(40.0, 20.0, "［令和6年10月　様式3］"),
    /// ];
    /// let page = PrintedPage { width: 320.0, height: 400.0, words };
    /// let read = transcribe(&PrintedForm::words(&[page]), None);
    /// assert_eq!(read.document().affair.name.value().to_string(), "国民健康保険に関する事務");
    /// ```
    #[must_use]
    pub fn words(pages: &[PrintedPage<'a>]) -> Self {
        let words = |(sheet, page): (usize, &PrintedPage<'a>)| {
            let cell = move |(row, text)| SourceCell { sheet, row, column: 0, text };
            page.words.iter().map(|word| word.text).enumerate().map(cell).collect::<Vec<_>>()
        };
        let (places, width) = places(pages);
        Self { cells: pages.iter().enumerate().flat_map(words).collect(), is_grid: false, places, width }
    }
}

impl PrintedForm<'_> {
    /// A range of the cell with this index.
    pub(super) fn range(&self, cell: usize, start: usize, end: usize) -> Option<SourceRange> {
        let SourceCell { sheet, row, column, text: _ } = *self.cells.get(cell)?;
        Some(SourceRange { sheet, row, column, start, end })
    }
    /// The length, if it is too long to be read.
    pub(super) fn too_long(&self) -> Option<SourceTooLong> {
        let of_cells = if self.is_grid || !self.places.is_empty() { self.cells.len() } else { 0 };
        let bytes = self.cells.iter().map(|cell| cell.text.len()).sum::<usize>() + of_cells;
        (bytes > MAX_SOURCE).then_some(SourceTooLong { bytes })
    }

    /// The account of a source of which nothing was read.
    pub(super) fn unread(&self) -> Vec<SourceSpan> {
        let cells = self.cells.iter().enumerate().filter(|(_, one)| !one.text.is_empty());
        let ranges = cells.filter_map(|(cell, one)| self.range(cell, 0, one.text.len()));
        ranges.map(|range| SourceSpan { range, fate: Fate::LeftOver }).collect()
    }
}
