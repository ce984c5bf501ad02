//! The entries of lists whose entries are lines: numbers, headings and texts.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::Doubt;
use super::read::{is_below, is_beyond, says};
use super::sheet::Sheet;
use crate::form::words::BULLET;

/// The number at the beginning of a line of a list, and where the line begins after it: 「（１）」, 「１．」.
fn line_number(sheet: &Sheet, piece: &Range<usize>) -> Option<(u32, usize)> {
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
    // On a page, what is below a heading inside an entry is indented, and what is below that of an entry is not.
    let is_inner = |at: usize| sheet.is_laid && pieces.get(at + 1).is_some_and(|next| is_below(sheet, next));
    let headings = || pieces.iter().enumerate().filter(|(_, piece)| heading(sheet, piece).is_some());
    let is_nested = headings().any(|(at, _)| is_inner(at)) && !headings().all(|(at, _)| is_inner(at));
    let outermost = pieces.iter().filter(|piece| heading(sheet, piece).is_some()).filter_map(margin).min();
    let numbers: Vec<(usize, u32)> =
        pieces.iter().enumerate().filter_map(|(at, piece)| Some((at, line_number(sheet, piece)?.0))).collect();
    let is = |at: usize, number: u32| usize::try_from(number).ok() == Some(at + 1);
    let begins_numbered = numbers.first().is_some_and(|(at, _)| *at == 0);
    // A line without a number goes on with the entry before it if the numbers count the lines that have one. If they count every line, it is an
    // entry.
    let counts_entries = begins_numbered && numbers.iter().enumerate().all(|(at, (_, number))| is(at, *number));
    let counts_lines = !numbers.is_empty() && numbers.iter().all(|(at, number)| is(*at, *number));
    let is_each = sheet.is_laid && !has_headings && counts_lines && !counts_entries;
    let is_numbered = begins_numbered || is_each;
    let has_number = !numbers.is_empty();
    // A heading that is broken in two is none, and begins no entry.
    let is_broken = pieces.iter().any(|piece| sheet.c(piece.start) == Some('<') && heading(sheet, piece).is_none());
    // A list begins with the number 1.
    let mut expected = Some(1);
    for (at, piece) in pieces.iter().enumerate() {
        let entry = |start: usize, number, heading| Entry {
            number,
            heading,
            pieces: core::iter::once(start..piece.end).filter(|piece| !piece.is_empty()).collect(),
            doubt: None,
        };
        let number = line_number(sheet, piece);
        let heading = heading(sheet, piece)
            .filter(|_| has_headings && margin(piece) == outermost && !(is_nested && is_inner(at)));
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
            (_, None, Some(last)) if has_headings || (is_numbered && !is_each) => {
                last.pieces.push(piece.clone());
                if sheet.is_laid && !has_headings {
                    // On a page, a line of its own may be an entry without a number.
                    last.doubt = Some(Doubt::WhichBlock);
                }
            }
            (_, None, _) => {
                expected = expected.filter(|_| !is_each);
                let mut entry = entry(piece.start, None, None);
                // On a page, a line that another one continues is one with it.
                let is_clear = sheet.is_laid && number.is_none() && (is_each || !has_number);
                if pieces.len() > 1 && !has_headings && !is_clear {
                    entry.doubt = Some(Doubt::MayContinue);
                }
                entries.push(entry);
            }
        }
    }
    if is_broken && has_headings {
        for entry in &mut entries {
            entry.doubt = Some(Doubt::WhichBlock);
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
