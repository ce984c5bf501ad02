//! A source as a sequence of characters and of runs of text, without its markup.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::SourceRange;
use super::cell::Laid;
use super::fold::fold;
use super::markup::{Markup, Token};
use super::source::PrintedForm;
use crate::form::words::{ANSWERS, MARK, MARKS};

/// A character of the source, and where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct SourceChar {
    pub(super) c: char,
    /// The index of the cell of the source.
    pub(super) cell: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A character as labels are compared: without its width, never a blank. A character such as Ⅲ has several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) c: char,
    /// The index of the character.
    pub(super) at: usize,
    /// The index of the run.
    pub(super) run: usize,
    /// Whether a blank precedes it.
    pub(super) after_blank: bool,
}

/// A piece of text that is whole in the source: a line, or a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) glyphs: Range<usize>,
    /// The line or row.
    pub(super) line: usize,
    /// The column of a table.
    pub(super) column: usize,
    /// The paragraph: lines without a blank line between them.
    pub(super) paragraph: usize,
    pub(super) page: usize,
    /// How many form feeds are before it: the sheets of paper of a PDF file.
    pub(super) paper: usize,
    /// How many blanks the line begins with; 0 if the first is full-width.
    pub(super) indent: usize,
    /// Whether it is no part of the form: a line of a table, the edition.
    pub(super) is_furniture: bool,
    /// Whether its place says that it is an answer, and no label.
    pub(super) is_answer: bool,
    /// Whether it is clear to which label it belongs.
    pub(super) is_clear: bool,
}

/// A source without its markup.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) chars: Vec<SourceChar>,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) runs: Vec<Run>,
    /// Whether a writer of the crate printed it.
    pub(super) is_own: bool,
    /// Whether it is the plain text of the crate: labels in one column, answers in another.
    pub(super) is_plain: bool,
    /// Whether the places of its words say what is beside what.
    pub(super) is_laid: bool,
}

/// How many blank lines are between two pages.
const PAGE_BREAK: usize = 3;

impl Sheet {
    pub(super) fn new(source: &PrintedForm<'_>) -> Self {
        let mut maker = Maker::new();
        let mut last = None;
        for (cell, one) in source.cells.iter().enumerate() {
            if let Some((sheet, row)) = last.filter(|_| source.is_grid) {
                if sheet != one.sheet {
                    maker.blank_lines += PAGE_BREAK;
                }
                if (sheet, row) == (one.sheet, one.row) {
                    maker.column();
                } else {
                    maker.line();
                }
            }
            last = Some((one.sheet, one.row));
            for (token, range) in Markup::new(one.text, source.is_grid) {
                match token {
                    Token::Char(c) => maker.char(SourceChar { c, cell, start: range.start, end: range.end }),
                    Token::SoftBreak => {
                        maker.soft_break(SourceChar { c: '\n', cell, start: range.start, end: range.end });
                    }
                    Token::Column => maker.column(),
                    Token::Page => {
                        maker.paper += 1;
                        maker.blank_lines += PAGE_BREAK;
                        maker.line();
                    }
                    Token::Line => {
                        maker.chars_break(SourceChar { c: '\n', cell, start: range.start, end: range.end });
                        maker.line();
                    }
                    Token::Nothing => {}
                }
            }
        }
        maker.sheet
    }

    /// The words of a source in the order of the form.
    pub(super) fn laid(source: &PrintedForm<'_>, laid: &[Laid]) -> Self {
        let mut maker = Maker::new();
        maker.sheet.is_laid = true;
        let mut last = SourceChar { c: ' ', cell: 0, start: 0, end: 0 };
        for one in laid {
            match *one {
                Laid::Word(cell) => {
                    let text = source.cells.get(cell).map_or("", |cell| cell.text);
                    for (start, c) in text.char_indices() {
                        last = SourceChar { c, cell, start, end: start + c.len_utf8() };
                        maker.char(last);
                    }
                }
                Laid::Blank(c) => maker.chars_break(SourceChar { c, start: last.end, ..last }),
                Laid::Break => maker.soft_break(SourceChar { c: '\n', start: last.end, ..last }),
                Laid::Indented => {
                    maker.soft_break(SourceChar { c: '\n', start: last.end, ..last });
                    maker.chars_break(SourceChar { c: '\u{3000}', start: last.end, ..last });
                }
                Laid::Column(column) => {
                    maker.column();
                    maker.column = column;
                }
                Laid::Answer(is_answer) => maker.is_answer = is_answer,
                Laid::Row => {
                    maker.chars_break(SourceChar { c: '\n', start: last.end, ..last });
                    maker.line();
                }
                Laid::Gap => maker.paragraph += 1,
                Laid::Clear(is_clear) => maker.is_clear = is_clear,
                Laid::Furniture => maker.is_furniture = true,
            }
        }
        maker.sheet
    }

    /// The glyphs of a range.
    pub(super) fn glyphs(&self, range: Range<usize>) -> &[Glyph] {
        self.glyphs.get(range).unwrap_or_default()
    }

    /// The run of a glyph.
    pub(super) fn run_of(&self, glyph: usize) -> Option<&Run> {
        self.runs.get(self.glyphs.get(glyph)?.run)
    }

    /// Whether a run begins with this glyph.
    pub(super) fn begins_run(&self, glyph: usize) -> bool {
        self.run_of(glyph).is_some_and(|run| run.glyphs.start == glyph)
    }

    /// Whether a run or the source ends before this glyph.
    pub(super) fn ends_run(&self, glyph: usize) -> bool {
        glyph >= self.glyphs.len() || self.begins_run(glyph)
    }

    /// Whether this is a line of an answer in a page of the crate, or a column of it that has no labels.
    pub(super) fn is_answer(&self, at: usize) -> bool {
        let is_beside = |run: &Run| if self.is_plain { run.indent >= ANSWERS } else { run.column > 0 };
        self.is_own && self.run_of(at).is_some_and(is_beside)
    }

    /// Whether this is an answer or a mark in a page of the crate, so no label.
    pub(super) fn is_added(&self, at: usize) -> bool {
        self.is_answer(at) || (self.is_plain && self.run_of(at).is_some_and(|run| run.indent >= MARKS))
    }

    /// Whether a writer of the crate printed a mark here: a finding, an edit, a comment.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        let is_line = self.is_plain && self.is_answer(at);
        self.is_own && self.c(at) == Some(MARK) && self.begins_run(at) && !is_line
    }

    /// Removes these glyphs, in ascending order and not whole runs. Their characters stay, as blanks do.
    pub(super) fn erase(&mut self, ranges: &[Range<usize>]) {
        let (mut kept, mut rest) = (Vec::with_capacity(self.glyphs.len()), ranges.iter().peekable());
        let mut run = usize::MAX;
        let mut is_blank = false;
        for (index, glyph) in self.glyphs.iter().enumerate() {
            while rest.next_if(|range| range.end <= index).is_some() {}
            if rest.peek().is_some_and(|range| range.contains(&index)) {
                is_blank = true;
                continue;
            }
            if let Some(of) = self.runs.get_mut(glyph.run) {
                of.glyphs = if glyph.run == run { of.glyphs.start } else { kept.len() }..kept.len() + 1;
                run = glyph.run;
            }
            kept.push(Glyph { after_blank: glyph.after_blank || core::mem::take(&mut is_blank), ..*glyph });
            is_blank = false;
        }
        self.glyphs = kept;
    }

    /// Whether the first run of a line begins here.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let Some(glyph) = self.glyphs.get(at).filter(|_| self.begins_run(at)) else { return false };
        let before = glyph.run.checked_sub(1).and_then(|before| self.runs.get(before));
        before.map(|run| run.line) != self.runs.get(glyph.run).map(|run| run.line)
    }

    /// The pieces of a range, one for each run, without what is not part of the form.
    pub(super) fn pieces(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut at = range.start;
        while let Some(run) = self.run_of(at).filter(|_| at < range.end) {
            let end = run.glyphs.end.min(range.end);
            if !run.is_furniture {
                pieces.push(at..end);
            }
            at = end;
        }
        pieces
    }

    /// Whether it is clear for all of a range to which label it belongs.
    pub(super) fn is_clear(&self, range: &Range<usize>) -> bool {
        self.pieces(range).iter().all(|piece| self.run_of(piece.start).is_none_or(|run| run.is_clear))
    }

    /// The text of a range: each run on a line of its own.
    pub(super) fn text(&self, range: &Range<usize>) -> String {
        let mut text = String::new();
        for piece in self.pieces(range) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.extend(self.chars(&piece).iter().map(|one| one.c));
        }
        text
    }

    /// Whether these glyphs begin here.
    pub(super) fn is_at(&self, at: usize, text: &[char]) -> bool {
        let glyphs = self.glyphs(at..at.saturating_add(text.len()));
        glyphs.len() == text.len() && glyphs.iter().zip(text).all(|(glyph, c)| glyph.c == *c)
    }

    /// The glyph at an index.
    pub(super) fn c(&self, at: usize) -> Option<char> {
        self.glyphs.get(at).map(|glyph| glyph.c)
    }

    /// The source text of these glyphs, with its blanks and line breaks.
    pub(super) fn chars(&self, range: &Range<usize>) -> &[SourceChar] {
        let first = self.glyphs.get(range.start).map(|glyph| glyph.at);
        let last = range.end.checked_sub(1).and_then(|last| self.glyphs.get(last)).map(|glyph| glyph.at);
        match (first, last) {
            (Some(first), Some(last)) if range.start < range.end => self.chars.get(first..=last).unwrap_or_default(),
            (_, _) => &[],
        }
    }

    /// Where these glyphs are in the source, one range for each cell of it.
    pub(super) fn ranges(&self, source: &PrintedForm<'_>, range: &Range<usize>) -> Vec<SourceRange> {
        let mut ranges: Vec<(usize, usize, usize)> = Vec::new();
        for one in self.chars(range) {
            match ranges.last_mut() {
                Some((cell, _, end)) if *cell == one.cell => *end = one.end,
                Some(_) | None => ranges.push((one.cell, one.start, one.end)),
            }
        }
        ranges.into_iter().filter_map(|(cell, start, end)| source.range(cell, start, end)).collect()
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is said of the next letter or run by itself")]
struct Maker {
    sheet: Sheet,
    line: usize,
    column: usize,
    paragraph: usize,
    page: usize,
    paper: usize,
    blank_lines: usize,
    /// Whether a run has begun.
    is_begun: bool,
    /// Whether the last character is a blank.
    is_blank: bool,
    /// Whether the line has a character.
    is_line_begun: bool,
    indent: usize,
    is_furniture: bool,
    is_answer: bool,
    is_clear: bool,
}

impl Maker {
    const fn new() -> Self {
        Self {
            sheet: Sheet {
                chars: Vec::new(),
                glyphs: Vec::new(),
                runs: Vec::new(),
                is_own: false,
                is_plain: false,
                is_laid: false,
            },
            line: 0,
            column: 0,
            paragraph: 0,
            page: 0,
            paper: 0,
            blank_lines: 0,
            is_begun: false,
            is_blank: true,
            is_line_begun: false,
            indent: 0,
            is_furniture: false,
            is_answer: false,
            is_clear: true,
        }
    }

    fn char(&mut self, one: SourceChar) {
        let at = self.sheet.chars.len();
        self.sheet.chars.push(one);
        if one.c.is_whitespace() {
            self.is_blank = true;
            // Japanese paragraphs begin with a full-width blank.
            let is_paragraph = one.c == '\u{3000}' && self.indent == 0;
            self.indent += usize::from(!self.is_line_begun && !is_paragraph);
            return;
        }
        if !self.is_line_begun {
            self.begin_line();
        }
        if !self.is_begun {
            let start = self.sheet.glyphs.len();
            self.sheet.runs.push(Run {
                glyphs: start..start,
                line: self.line,
                column: self.column,
                paragraph: self.paragraph,
                page: self.page,
                paper: self.paper,
                indent: self.indent,
                is_furniture: self.is_furniture,
                is_answer: self.is_answer,
                is_clear: self.is_clear,
            });
            self.is_begun = true;
        }
        let run = self.sheet.runs.len().saturating_sub(1);
        let mut after_blank = self.is_blank;
        for c in fold(one.c) {
            self.sheet.glyphs.push(Glyph { c, at, run, after_blank });
            after_blank = false;
        }
        self.is_blank = false;
        if let Some(run) = self.sheet.runs.last_mut() {
            run.glyphs.end = self.sheet.glyphs.len();
        }
    }

    fn begin_line(&mut self) {
        self.is_line_begun = true;
        if self.blank_lines > 0 {
            self.paragraph += 1;
        }
        if self.blank_lines >= PAGE_BREAK {
            self.page += 1;
        }
        self.blank_lines = 0;
    }

    /// A line break inside a cell.
    fn soft_break(&mut self, one: SourceChar) {
        self.chars_break(one);
        self.is_begun = false;
    }

    fn chars_break(&mut self, one: SourceChar) {
        self.sheet.chars.push(one);
        self.is_blank = true;
    }

    fn column(&mut self) {
        self.column += 1;
        self.is_begun = false;
        self.is_blank = true;
    }

    fn line(&mut self) {
        if !self.is_line_begun {
            self.blank_lines += 1;
        }
        self.line += 1;
        self.column = 0;
        self.is_begun = false;
        self.is_blank = true;
        self.is_line_begun = false;
        self.indent = 0;
    }
}
