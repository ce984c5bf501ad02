//! A source as a sequence of characters and of runs of text, without its markup.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::SourceRange;
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

impl Sheet {
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

    /// The first glyph of the line or row of this glyph.
    pub(super) fn line_start(&self, at: usize) -> Option<usize> {
        let run = self.glyphs.get(at)?.run;
        let line = self.runs.get(run)?.line;
        let before = self.runs.get(..=run)?.iter().rev().take_while(|run| run.line == line);
        before.last().map(|run| run.glyphs.start)
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
