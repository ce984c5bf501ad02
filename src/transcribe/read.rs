//! Reads the answer of a cell from the part of the source that belongs to it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use super::account::{Doubt, Placement};
use super::fold::{fold, folded};
use super::labels::Labels;
use super::sheet::Sheet;
use super::values::{Reading, boxes, choice, choice_lists, without};
use crate::catalogue::{Condition, Expected};
use crate::form::Cell;
use crate::form::words::{BEYOND, beyond};
use crate::value::answer::{AnswerKind, LineHeading};
use crate::value::language::Language;

/// What a part of the source says.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The answer of the cell (`None`), or of the cell inside it with this index.
    pub(super) readings: Vec<(Option<usize>, Reading)>,
}

/// Reads the answer of a cell, and of the cells inside it, from the range that follows its label.
pub(super) fn read(labels: &Labels<'_>, sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>) -> Said {
    let mut said = Said::default();
    let range = &before_need(sheet, cell, &before_beyond(sheet, range));
    match cell.kind() {
        AnswerKind::CheckBoxes => {
            let Some(group) = boxes(sheet, cell, range, &[]) else { return said };
            for (code, glyphs) in group.texts {
                // The text after a box answers the cell inside whose condition names the box.
                if let Some(inside) = inside_of(cell, code) {
                    said.readings.push((Some(inside), text(sheet, core::slice::from_ref(&glyphs))));
                }
            }
            said.readings.push((None, group.reading));
        }
        AnswerKind::Choice | AnswerKind::Band => {
            let choices = choice_lists(labels, sheet, range);
            let (own, inside) = split(sheet, cell, range, &mut said);
            let mut pieces = without(sheet, &own, &choices);
            pieces.extend(inside.iter().flat_map(|rest| without(sheet, rest, &choices)));
            said.readings.extend(choice(sheet, cell, &pieces).into_iter().map(|reading| (None, reading)));
        }
        AnswerKind::CheckBox => {
            let (own, _) = split(sheet, cell, range, &mut said);
            said.readings.extend(single_box(sheet, &own).map(|reading| (None, reading)));
        }
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => {
            let (own, _) = split(sheet, cell, range, &mut said);
            let own = before_suffix(sheet, own, cell.after());
            let pieces: Vec<Range<usize>> = sheet.pieces(&own).into_iter().filter(|one| says(sheet, one)).collect();
            match (cell.kind(), pieces.as_slice()) {
                (_, []) => {}
                (AnswerKind::Number | AnswerKind::Date, [first, others @ ..]) => {
                    let mut reading = text(sheet, core::slice::from_ref(first));
                    let paragraph = |piece: &Range<usize>| sheet.run_of(piece.start).map(|run| run.paragraph);
                    if others.iter().any(|other| paragraph(other) == paragraph(first)) {
                        reading.doubt = Some(Doubt::MayContinue);
                    }
                    said.readings.push((None, reading));
                }
                (_, pieces) => {
                    let mut reading = text(sheet, pieces);
                    // The choices of an item whose label is lost.
                    if !sheet.is_own && !choice_lists(labels, sheet, &own).is_empty() {
                        reading.doubt = Some(Doubt::MayContinue);
                    }
                    said.readings.push((None, reading));
                }
            }
        }
    }
    said
}

/// The part of a range before something that is not on the form.
fn before_beyond(sheet: &Sheet, range: &Range<usize>) -> Range<usize> {
    let end = sheet.pieces(range).into_iter().find(|piece| is_beyond(sheet, piece.start));
    let end = end.map_or(range.end, |piece| piece.start);
    range.start..end
}

/// A range without what [`PrintOptions::requirements`](crate::form::PrintOptions::requirements) adds at its end. It is there
/// only if the answer is empty.
fn before_need(sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>) -> Range<usize> {
    // The header of a table may be before it, and a rule after it.
    let pieces = if sheet.is_own { sheet.pieces(range) } else { Vec::new() };
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return range.clone() };
    let mut range = first.start..last.end;
    let need = |cell: &Cell<'_>, language| folded(&alloc::format!("（{}）", cell.requirement_text(language)));
    let rest = |range: &Range<usize>, end: &[char]| {
        let start = range.end.checked_sub(end.len()).filter(|start| *start >= range.start)?;
        sheet.is_at(start, end).then_some(range.start..start)
    };
    let is_text = matches!(cell.kind(), AnswerKind::Text | AnswerKind::Number | AnswerKind::Date);
    let after = folded(cell.after());
    for language in Language::ALL {
        let own = rest(&range, &need(cell, *language)).filter(|before| {
            let is_empty = before.is_empty() || (before.len() == after.len() && sheet.is_at(before.start, &after));
            let next = before.start + after.len();
            let is_inside = |inside: &Cell<'_>| {
                let first = folded(inside.before());
                !first.is_empty() && sheet.is_at(before.start, &after) && sheet.is_at(next, &first)
            };
            is_empty || !is_text || cell.inside().iter().any(is_inside)
        });
        range = own.unwrap_or(range);
        for inside in cell.inside() {
            let empty = folded(inside.before()).into_iter().chain(folded(inside.after()));
            let empty: Vec<char> = empty.collect();
            let text: Vec<char> = empty.iter().copied().chain(need(inside, *language)).collect();
            if let Some(before) = rest(&range, &text).filter(|_| !empty.is_empty()) {
                range.end = before.end + empty.len();
            }
        }
    }
    range
}

/// The box after a label.
fn single_box(sheet: &Sheet, range: &Range<usize>) -> Option<Reading> {
    let c = |index: usize| sheet.c(range.start + index).filter(|_| range.start + index < range.end);
    let (tick, len) = match (c(0), c(1), c(2)) {
        (Some('['), Some(']'), _) => ("", 2),
        (Some('['), Some('○'), Some(']')) => ("○", 3),
        (Some('['), Some('?'), Some(']')) => ("？", 3),
        (_, _, _) => return None,
    };
    let glyphs = core::iter::once(range.start..range.start + len).collect();
    Some(Reading { text: tick.into(), glyphs, because: Placement::Beside, doubt: None, code: "" })
}

/// The index of the cell inside another that is the text after this box.
pub(super) fn inside_of(cell: &Cell<'_>, code: &str) -> Option<usize> {
    cell.inside().iter().position(|inside| {
        let condition = inside.requirement().and_then(|requirement| requirement.when);
        matches!(condition, Some(Condition { is: Expected::Has { code: own, .. }, .. }) if own == code)
    })
}

/// Reads a text, and what is inside its cell.
pub(super) fn named(sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>) -> Vec<(Option<usize>, Reading)> {
    let mut said = Said::default();
    let (own, _) = split(sheet, cell, &before_need(sheet, cell, range), &mut said);
    let pieces: Vec<Range<usize>> = sheet.pieces(&own).into_iter().filter(|one| says(sheet, one)).collect();
    if !pieces.is_empty() {
        said.readings.push((None, text(sheet, &pieces)));
    }
    said.readings
}

/// Whether a piece says anything: it has more than brackets, marks and the unit 件.
pub(super) fn says(sheet: &Sheet, piece: &Range<usize>) -> bool {
    !sheet.glyphs(piece.clone()).iter().all(|glyph| matches!(glyph.c, '[' | ']' | '(' | ')' | '○' | ':' | '件'))
}

/// The text of these pieces, one on each line. A line that a full-width blank sets below a heading gets the heading in ＜＞, as
/// `put_shown` reads it. The writers print a heading that has a mark of its own without ＜＞.
pub(super) fn text(sheet: &Sheet, pieces: &[Range<usize>]) -> Reading {
    let mut text = String::new();
    // The last heading, and where its own line begins until a line below it is seen.
    let mut heading: Option<(String, Option<usize>)> = None;
    for piece in pieces {
        let line = sheet.text(piece);
        if let Some((heading, own)) = heading.as_mut().filter(|_| is_below(sheet, piece)) {
            match own.take() {
                Some(own) => text.truncate(own),
                None => text.push('\n'),
            }
            text.push('＜');
            text.push_str(heading);
            text.push('＞');
        } else {
            text.push_str(if text.is_empty() { "" } else { "\n" });
            // The writers keep the blank with which a line begins.
            text.push_str(if sheet.is_own && !text.is_empty() && is_below(sheet, piece) { "　" } else { "" });
            let inner = line.strip_prefix('＜').and_then(|line| line.strip_suffix('＞'));
            let is_marked = |line: &&str| sheet.is_own && !LineHeading(line).to_string().starts_with('＜');
            let name = inner.or_else(|| Some(line.as_str()).filter(is_marked));
            heading = name.filter(|name| !name.contains('＞')).map(|name| (String::from(name), Some(text.len())));
        }
        text.push_str(&line);
    }
    Reading { text, glyphs: pieces.to_vec(), because: Placement::Beside, doubt: None, code: "" }
}

/// Whether a full-width blank is before a piece.
pub(super) fn is_below(sheet: &Sheet, piece: &Range<usize>) -> bool {
    let at = sheet.glyphs.get(piece.start).and_then(|glyph| glyph.at.checked_sub(1));
    at.and_then(|at| sheet.chars.get(at)).is_some_and(|one| one.c == '\u{3000}')
}

/// A range without this text at its end.
fn before_suffix(sheet: &Sheet, range: Range<usize>, suffix: &str) -> Range<usize> {
    let suffix = folded(suffix);
    let end = range.end.saturating_sub(suffix.len()).max(range.start);
    if !suffix.is_empty() && sheet.is_at(end, &suffix) && end + suffix.len() == range.end {
        range.start..end
    } else {
        range
    }
}

/// Reads what the form prints inside the cell after the answer, from 「（※」 to 「）」. Returns the part before it, and the
/// part after it.
fn split(
    sheet: &Sheet,
    cell: &Cell<'_>,
    range: &Range<usize>,
    said: &mut Said,
) -> (Range<usize>, Option<Range<usize>>) {
    let (mut own, mut at) = (range.clone(), range.start);
    for (index, inside) in cell.inside().iter().enumerate() {
        let (before, after) = (folded(inside.before()), folded(inside.after()));
        if before.is_empty() || after.is_empty() {
            continue;
        }
        let Some(start) = (at..range.end).find(|at| sheet.is_at(*at, &before)) else { continue };
        let from = start + before.len();
        let last = |at: &usize| sheet.is_at(*at, &after) && at + after.len() <= range.end;
        // An answer may itself contain what is printed after it.
        let until = if inside.kind() == AnswerKind::Text {
            // It ends the cell.
            Some(range.end - after.len().min(range.len())).filter(|until| *until >= from && last(until))
        } else {
            (from..range.end).find(last)
        };
        let Some(until) = until else { continue };
        let is_number = |at: usize| sheet.c(at).is_some_and(|c| c.is_ascii_digit());
        if inside.kind() == AnswerKind::Number && !(from..until).all(is_number) {
            continue;
        }
        if own.end > start {
            own.end = start;
        }
        at = until;
        if from < until {
            said.readings.push((Some(index), text(sheet, core::slice::from_ref(&(from..until)))));
        }
        at += after.len().min(1);
    }
    let rest = (own.end < range.end).then_some(at.max(own.end)..range.end);
    (own, rest)
}

/// Whether the writers print something here that is not on the form: 「（様式外：別の名称）」.
pub(super) fn is_beyond(sheet: &Sheet, at: usize) -> bool {
    let is_box = sheet.c(at) == Some('[') && sheet.c(at + 2) == Some(']');
    let label = at + if is_box { 3 } else { 0 };
    let is_at = |at: usize, text: &str| text.chars().flat_map(fold).zip(at..).all(|(c, at)| sheet.c(at) == Some(c));
    let is_word = |(word, length): (&str, usize)| {
        (is_at(label, "（") && !sheet.is_answer(at) && is_at(label + 1, word) && is_at(label + 1 + length, "："))
            || (is_at(label, "*") && is_at(label + 1, word) && is_at(label + 1 + length, "*："))
    };
    let words = Language::ALL.iter().map(|language| beyond(*language));
    !(sheet.is_plain && sheet.is_answer(at))
        && ((is_at(label, BEYOND) && !sheet.is_answer(at))
            || words.map(|word| (word, word.chars().flat_map(fold).count())).any(is_word))
}
