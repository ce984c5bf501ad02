//! Makes the sheet of a source: its characters, and where its runs begin.

use alloc::vec::Vec;

use super::cell::Laid;
use super::fold::fold;
use super::markup::{Markup, Token};
use super::sheet::{Glyph, Run, Sheet, SourceChar};
use super::source::PrintedForm;

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
