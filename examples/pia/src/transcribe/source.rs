//! What is read: a text, the sheets of a workbook, or the pages of a PDF file.

use mynumber_pia::transcribe::{PrintedForm, PrintedPage, PrintedWord, SourceRange, Transcription, transcribe};
use mynumber_pia::{FormEdition, Language};

use super::pdf::{Page, Word};
use crate::workbook::Sheet;

/// What is read.
pub(crate) enum Source {
    Text {
        text: String,
        /// The first byte of each line.
        lines: Vec<usize>,
    },
    Sheets(Vec<Sheet>),
    Pages(Vec<Page>),
}

impl Source {
    pub(crate) fn new(text: String) -> Self {
        let is_end = |(at, c): &(usize, char)| match c {
            '\n' => true,
            '\r' => !text[at + 1..].starts_with('\n'),
            _ => false,
        };
        let lines = core::iter::once(0).chain(text.char_indices().filter(is_end).map(|(at, _)| at + 1)).collect();
        Self::Text { text, lines }
    }

    pub(crate) fn transcribe(&self, edition: Option<FormEdition>) -> Transcription {
        match self {
            Self::Text { text, .. } => transcribe(&PrintedForm::text(text), edition),
            Self::Sheets(sheets) => {
                let sheets: Vec<Vec<Vec<&str>>> = sheets
                    .iter()
                    .map(|(_, rows)| rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect())
                    .collect();
                transcribe(&PrintedForm::grid(&sheets), edition)
            }
            Self::Pages(pages) => {
                let pages: Vec<PrintedPage<'_>> = pages.iter().map(page_of).collect();
                transcribe(&PrintedForm::words(&pages), edition)
            }
        }
    }

    /// The text in a range.
    pub(crate) fn text(&self, range: SourceRange) -> &str {
        let text = match self {
            Self::Text { text, .. } => text,
            Self::Sheets(sheets) => {
                let row = sheets.get(range.sheet).and_then(|(_, rows)| rows.get(range.row));
                row.and_then(|row| row.get(range.column)).map_or("", String::as_str)
            }
            Self::Pages(pages) => {
                let word = pages.get(range.sheet).and_then(|page| page.words.get(range.row));
                word.map_or("", |word| word.text.as_str())
            }
        };
        text.get(range.start..range.end).unwrap_or_default()
    }

    /// The line of the text in which a range begins, from 1.
    pub(crate) fn line(&self, range: SourceRange) -> Option<usize> {
        match self {
            Self::Text { lines, .. } => Some(lines.partition_point(|start| *start <= range.start)),
            Self::Sheets(_) | Self::Pages(_) => None,
        }
    }

    /// Where several ranges are, for people: each place once, and lines that follow each other as one range.
    pub(crate) fn places(&self, ranges: &[SourceRange], language: Language) -> Vec<String> {
        if let Self::Sheets(_) | Self::Pages(_) = self {
            let mut places: Vec<String> = ranges.iter().map(|range| self.place(*range, language)).collect();
            places.dedup();
            return places;
        }
        let mut lines: Vec<(usize, usize)> = ranges.iter().map(|range| self.lines(*range)).collect();
        lines.sort_unstable();
        lines.dedup_by(|next, last| {
            let is_next = next.0 <= last.1 + 1;
            if is_next {
                last.1 = last.1.max(next.1);
            }
            is_next
        });
        let said = |(first, last): (usize, usize)| match (language, first == last) {
            (Language::Japanese, true) => format!("{first}行目"),
            (Language::Japanese, false) => format!("{first}～{last}行目"),
            (Language::English, true) => format!("line {first}"),
            (Language::English, false) => format!("lines {first}-{last}"),
        };
        lines.into_iter().map(said).collect()
    }

    /// The first and the last line of a range of a text, from 1.
    pub(crate) fn lines(&self, range: SourceRange) -> (usize, usize) {
        let mut last = range;
        last.start = range.end.saturating_sub(1).max(range.start);
        (self.line(range).unwrap_or_default(), self.line(last).unwrap_or_default())
    }

    /// The lines of the text in a range, each up to its line break.
    pub(crate) fn split(&self, range: SourceRange) -> Vec<&str> {
        let Self::Text { text, lines } = self else { return vec![self.text(range)] };
        let at = |byte: usize| lines.partition_point(|start| *start <= byte);
        let inner = lines[at(range.start)..at(range.end)].iter().copied();
        let starts: Vec<usize> = std::iter::once(range.start).chain(inner).collect();
        let ends = starts.iter().skip(1).copied().chain([range.end]);
        starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim_end_matches(['\n', '\r'])).collect()
    }

    /// Where a range begins, for people.
    pub(crate) fn place(&self, range: SourceRange, language: Language) -> String {
        match self {
            Self::Text { .. } => {
                let line = self.line(range).unwrap_or_default();
                match language {
                    Language::Japanese => format!("{line}行目"),
                    Language::English => format!("line {line}"),
                }
            }
            Self::Sheets(sheets) => {
                let name = sheets.get(range.sheet).map_or("", |(name, _)| name.as_str());
                format!("{name}!{}{}", column(range.column), range.row + 1)
            }
            Self::Pages(_) => {
                let page = range.sheet + 1;
                match language {
                    Language::Japanese => format!("{page}頁"),
                    Language::English => format!("page {page}"),
                }
            }
        }
    }
}

fn page_of(page: &Page) -> PrintedPage<'_> {
    let Page { width, height, words } = page;
    PrintedPage { width: *width, height: *height, words: words.iter().map(word_of).collect() }
}

const fn word_of(word: &Word) -> PrintedWord<'_> {
    let Word { x0, top, x1, bottom, text } = word;
    PrintedWord { x0: *x0, top: *top, x1: *x1, bottom: *bottom, text: text.as_str() }
}

/// The name of a column in a workbook: A, B, …, Z, AA.
fn column(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    if index < 26 { letter.into() } else { format!("{}{letter}", column(index / 26 - 1)) }
}
