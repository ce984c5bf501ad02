//! Reads the answer of a cell from the part of the source that belongs to it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::{Doubt, Placement};
use super::fold::{fold, folded};
use super::labels::Labels;
use super::sheet::Sheet;
use super::values::{Reading, boxes, choice, choice_lists, without};
use crate::catalogue::{Expected, Requirement};
use crate::form::Cell;
use crate::form::words::{BEYOND, BULLET, beyond};
use crate::value::answer::AnswerKind;
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
            let Some(group) = boxes(sheet, cell, range) else { return said };
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
        let Some(Requirement::When(condition)) = inside.requirement() else { return false };
        matches!(condition.is, Expected::Has(own) if own == code)
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
/// `put_shown` reads it. Only the writers have headings without ＜＞.
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
            let inner = line.strip_prefix('＜').and_then(|line| line.strip_suffix('＞'));
            let name = inner.or_else(|| Some(line.as_str()).filter(|_| sheet.is_own));
            heading = name.filter(|name| !name.contains('＞')).map(|name| (String::from(name), Some(text.len())));
        }
        text.push_str(&line);
    }
    Reading { text, glyphs: pieces.to_vec(), because: Placement::Beside, doubt: None, code: "" }
}

/// Whether a full-width blank is before a piece.
fn is_below(sheet: &Sheet, piece: &Range<usize>) -> bool {
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

/// The number at the beginning of a line of a list, and where the line begins after it: 「（１）」, 「１．」.
pub(super) fn line_number(sheet: &Sheet, piece: &Range<usize>) -> Option<(u32, usize)> {
    let is_bracketed = sheet.c(piece.start) == Some('(');
    let start = piece.start + usize::from(is_bracketed);
    let digits: String =
        (start..piece.end).map_while(|at| sheet.c(at)).take_while(char::is_ascii_digit).take(DIGITS).collect();
    let end = start + digits.len();
    let closes = match (is_bracketed, sheet.c(end)) {
        (true, Some(')')) | (false, Some('.')) => end < piece.end,
        (_, _) => false,
    };
    closes.then(|| digits.parse().ok()).flatten().map(|number| (number, end + 1))
}

/// The longest number of a line.
const DIGITS: usize = 3;

/// An entry of a list whose entries are lines: its number, its heading and its text.
pub(super) struct Entry {
    pub(super) number: Option<(u32, Range<usize>)>,
    pub(super) heading: Option<Range<usize>>,
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) doubt: Option<Doubt>,
}

/// The entries of a list in a range. Lines with numbers or headings begin an entry; without them each line is one, and it is
/// certain only if there is a single line.
pub(super) fn entries(sheet: &Sheet, range: &Range<usize>, has_headings: bool) -> Vec<Entry> {
    let pieces = sheet.pieces(range).into_iter().filter(|one| says(sheet, one));
    if sheet.is_own {
        return own_entries(sheet, pieces, has_headings);
    }
    let line = |piece: &Range<usize>| sheet.run_of(piece.start).map(|run| run.line);
    let (mut beyond_line, mut is_numbered) = (None, false);
    let pieces: Vec<Range<usize>> = pieces
        .filter(|piece| {
            // What is not on the form ends with its line, or with the next number.
            let number = line_number(sheet, piece);
            is_numbered |= number.is_some();
            if is_beyond(sheet, piece.start) {
                // An answer for which there is no room beside its label is on the next line.
                let is_alone = piece.end.checked_sub(1).and_then(|last| sheet.c(last)) == Some(')');
                beyond_line = line(piece).map(|line| line + usize::from(is_alone));
            } else if number.is_some() || (!is_numbered && beyond_line != line(piece)) {
                beyond_line = None;
            }
            beyond_line.is_none()
        })
        .collect();
    let mut entries: Vec<Entry> = Vec::new();
    // A heading inside an entry is further to the right.
    let margin = |piece: &Range<usize>| {
        let run = sheet.run_of(piece.start)?;
        (run.glyphs.start == piece.start).then_some((run.column, run.indent))
    };
    let outermost = pieces.iter().filter(|piece| heading(sheet, piece).is_some()).filter_map(margin).min();
    let is_numbered = pieces.first().is_some_and(|first| line_number(sheet, first).is_some());
    // A list begins with the number 1.
    let mut expected = Some(1);
    for piece in &pieces {
        let entry = |start: usize, number, heading| Entry {
            number,
            heading,
            pieces: core::iter::once(start..piece.end).filter(|piece| !piece.is_empty()).collect(),
            doubt: None,
        };
        let number = line_number(sheet, piece);
        let heading = heading(sheet, piece).filter(|_| has_headings && margin(piece) == outermost);
        match (number, heading, entries.last_mut()) {
            (Some((number, start)), _, _) if is_numbered => {
                let mut entry = entry(start, Some((number, piece.start..start)), None);
                // A gap in the numbers: a line is lost, or is part of another.
                if expected.is_some_and(|expected| expected != number) {
                    entry.doubt = Some(Doubt::WhichBlock);
                }
                expected = Some(number.saturating_add(1));
                entries.push(entry);
            }
            (_, Some(end), _) => entries.push(entry(end, None, Some(piece.start..end))),
            (_, None, Some(last)) if is_numbered || has_headings => {
                last.pieces.push(piece.clone());
            }
            (_, None, _) => {
                let mut entry = entry(piece.start, None, None);
                if pieces.len() > 1 && !has_headings {
                    entry.doubt = Some(Doubt::MayContinue);
                }
                entries.push(entry);
            }
        }
    }
    // After a gap, every index may be another.
    let gap = entries.iter().position(|entry| entry.doubt == Some(Doubt::WhichBlock));
    for entry in entries.iter_mut().skip(gap.unwrap_or(usize::MAX)) {
        entry.doubt = Some(Doubt::WhichBlock);
    }
    entries
}

/// The entries of a list in a page of the crate. The first begins with the list, and each other on a line that begins before the
/// column of the answers, with its heading, its number or a bullet. In Markdown, each is a row.
fn own_entries(sheet: &Sheet, pieces: impl Iterator<Item = Range<usize>>, has_headings: bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_added = false;
    for piece in pieces {
        let begins_line = sheet.begins_line(piece.start);
        let begins = begins_line && !(sheet.is_plain && sheet.is_answer(piece.start));
        let is_mark = sheet.is_mark(piece.start);
        // What is added ends with the next line that is not part of an answer.
        is_added = if begins { is_beyond(sheet, piece.start) || is_mark } else { is_added || is_mark };
        if is_added {
            if let Some(last) = entries.last_mut().filter(|_| is_mark && !begins_line) {
                // In Markdown, a line of an answer may look like a mark.
                last.doubt = Some(Doubt::MayContinue);
            }
            continue;
        }
        let is_titled = begins && !sheet.is_answer(piece.start);
        let number = line_number(sheet, &piece).filter(|_| is_titled && !has_headings);
        let heading = heading(sheet, &piece).filter(|_| is_titled && has_headings);
        let is_bullet = is_titled && sheet.is_plain && sheet.c(piece.start) == Some(BULLET);
        if is_bullet && entries.is_empty() {
            // The first is empty.
            entries.push(Entry { number: None, heading: None, pieces: Vec::new(), doubt: None });
        }
        let start = match (number, heading) {
            (Some((_, start)), _) => start,
            (None, Some(end)) => end,
            (None, None) => piece.start + usize::from(is_bullet),
        };
        let own = Some(start..piece.end).filter(|own| !own.is_empty());
        match entries.last_mut().filter(|_| !begins) {
            Some(last) => last.pieces.extend(own),
            None => entries.push(Entry {
                number: number.map(|(number, start)| (number, piece.start..start)),
                heading: heading.map(|end| piece.start..end),
                pieces: own.into_iter().collect(),
                doubt: None,
            }),
        }
    }
    entries
}

/// The end of a heading in ＜＞ at the beginning of a piece.
fn heading(sheet: &Sheet, piece: &Range<usize>) -> Option<usize> {
    if sheet.c(piece.start) != Some('<') {
        return None;
    }
    (piece.start..piece.end).find(|at| sheet.c(*at) == Some('>')).map(|at| at + 1)
}
