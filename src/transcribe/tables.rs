//! The rows of a page: which label is beside or above which answer.

use alloc::vec::Vec;
use core::ops::Range;

use super::cell::is_full;
use super::labels::{Key, Labels, PlaceRole};
use super::lines::{GAP, Line, PITCH, SLACK, Unit};
use super::places::LETTER;
use super::shares::{Style, shares};

/// A label with the answer beside it, or text that is not beside a label.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The lines of the label.
    pub(super) label: Vec<Line>,
    /// The lines of the answer.
    pub(super) answer: Vec<Line>,
    /// Whether the places say that the answer is of this label.
    pub(super) is_clear: bool,
    /// Whether the heights of its lines fit the style.
    pub(super) fits: bool,
    /// Whether the units of the label are cells of a row of their own.
    pub(super) has_columns: bool,
}

impl Row {
    /// The middle of the first and of the last line of the label.
    pub(super) fn ends(&self) -> (i32, i32) {
        (self.label.first().map_or(i32::MIN, |line| line.y), self.label.last().map_or(i32::MIN, |line| line.y))
    }
}

/// A label of a page: its lines, each with the index of its unit.
struct Labelled {
    parts: Vec<(usize, usize)>,
}

/// The longest number before a label: 「（別添１）」.
const NUMBER: usize = 6;
/// What begins at the same edge, but for what centring moves it.
const EDGE: i32 = 150;

/// The label that begins with this unit. It may go on in the lines below.
fn label_at(labels: &Labels<'_>, page: &[Line], line: usize, unit: usize) -> Option<Labelled> {
    let first = page.get(line)?.units.get(unit)?;
    // A number may have a cell of its own.
    let beside = page.get(line)?.units.get(unit + 1);
    let mut start = first.text().chain(beside.into_iter().flat_map(Unit::text));
    let keys = labels.by_start.get(&(start.next()?, start.next()?))?;
    let is_label = |key: &&Key| {
        key.places.iter().any(|place| labels.places.get(*place).is_some_and(|place| place.role != PlaceRole::Box))
    };
    'keys: for key in keys.iter().filter_map(|index| labels.keys.get(*index)).filter(is_label) {
        let mut rest = key.text.as_slice();
        let mut parts = Vec::new();
        // Where its lines begin: after a number that has a cell of its own.
        let mut edge = first;
        let (mut at, mut own, mut index) = (line, first, unit);
        loop {
            let len = own.glyphs.len().min(rest.len());
            if !own.text().zip(rest).take(len).all(|(c, other)| c == *other) {
                continue 'keys;
            }
            parts.push((at, index));
            rest = rest.get(len..).unwrap_or_default();
            if rest.is_empty() {
                let mut end = own.glyphs.get(len..).unwrap_or_default();
                if key.is_title {
                    let digits = end.iter().take_while(|(c, _)| c.is_ascii_digit()).count();
                    end = end.get(digits..).filter(|_| digits > 0).unwrap_or(&[('x', false)]);
                }
                if end.first().is_none_or(|(c, blank)| *blank || matches!(c, '※' | '[' | '(' | ':' | '【')) {
                    parts.extend(mark_below(page, at, own).filter(|_| end.is_empty()));
                    return Some(Labelled { parts });
                }
                continue 'keys;
            }
            // The number of a label may be in a cell of its own. Otherwise the label goes on in the next line.
            let beside = page.get(at).and_then(|line| line.units.get(index + 1)).map(|unit| (at, index + 1, unit));
            let beside =
                beside.filter(|(.., unit)| parts.len() == 1 && own.glyphs.len() <= NUMBER && unit.x0 - own.x1 <= EDGE);
            let below = page.iter().enumerate().skip(at + 1).take_while(|(_, line)| line.y <= own.y + PITCH);
            let mut below =
                below.flat_map(|(at, line)| line.units.iter().enumerate().map(move |(index, unit)| (at, index, unit)));
            let is_below = |unit: &Unit| unit.x0 < edge.x1 && edge.x0 < unit.x1 && (unit.x0 - edge.x0).abs() <= EDGE;
            let next = beside.or_else(|| below.find(|(_, _, unit)| is_below(unit)));
            let Some(next) = next else { continue 'keys };
            if next.0 == at {
                edge = next.2;
            }
            (at, index, own) = next;
        }
    }
    None
}

/// The 「※」 of a label, if it is alone in the line below.
fn mark_below(page: &[Line], line: usize, label: &Unit) -> Option<(usize, usize)> {
    let below = page.get(line + 1).filter(|below| below.y - label.y < PITCH)?;
    let is_mark = |unit: &Unit| unit.x0 < label.x1 && unit.text().eq(['※']);
    below.units.first().filter(|unit| is_mark(unit)).map(|_| (line + 1, 0))
}

/// Puts the letters of a label that is written from above, as 「再委託」 beside the rows that it is about, into a line above them.
pub(super) fn upright(labels: &Labels<'_>, page: &mut Vec<Line>) {
    let letter = |line: &Line| Some(line.units.first()?.clone()).filter(|unit| unit.glyphs.len() == 1);
    let (mut at, mut count) = (0, 0);
    while at < page.len() && count < COLUMNS {
        let Some(first) = page.get(at).and_then(letter) else {
            at += 1;
            continue;
        };
        let mut whole = first.clone();
        let mut lines = Vec::from([at]);
        for (below, line) in page.iter().enumerate().skip(at + 1).take(TALLEST) {
            let Some(next) = letter(line).filter(|unit| (unit.x0 - first.x0).abs() <= SLACK) else { continue };
            whole.words.extend(next.words);
            whole.glyphs.extend(next.glyphs);
            lines.push(below);
        }
        let is_label = lines.len() > 1
            && labels
                .keys
                .iter()
                .any(|key| key.text.len() == lines.len() && whole.text().zip(&key.text).all(|(c, own)| c == *own));
        if is_label {
            count += 1;
            for line in lines {
                if let Some(line) = page.get_mut(line) {
                    line.units.remove(0);
                }
            }
            whole.y = first.y - 1;
            page.insert(at, Line::new(whole.y, Vec::from([whole])));
            page.retain(|line| !line.units.is_empty());
        }
        at += 1;
    }
}

/// A label that is written from above is not higher than so many lines.
const TALLEST: usize = 24;

/// What a line has of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    None,
    /// It begins the label with this index.
    Begins(usize),
    GoesOn,
}

/// No row has more labels, and no page more that are written from above.
const COLUMNS: usize = 12;
/// No page has more lines.
const LINES: usize = 400;

/// The lines of a table, and where its answers begin.
#[derive(Debug)]
struct Table {
    lines: Range<usize>,
    gutter: i32,
}

/// Adds the rows of a page. Takes and returns where the answers of the last table begin.
pub(super) fn page_rows(
    labels: &Labels<'_>,
    page: &[Line],
    style: Style,
    before: Option<i32>,
    rows: &mut Vec<Row>,
) -> Option<i32> {
    let mut found: Vec<Labelled> = Vec::new();
    let mut parts = alloc::vec![Part::None; page.len()];
    for line in 0..page.len() {
        if parts.get(line) == Some(&Part::GoesOn) {
            continue;
        }
        let Some(label) = label_at(labels, page, line, 0) else { continue };
        for (at, _) in &label.parts {
            if let Some(part) = parts.get_mut(*at) {
                *part = if *at == line { Part::Begins(found.len()) } else { Part::GoesOn };
            }
        }
        found.push(label);
    }
    let is_header = |line: usize| {
        let units = page.get(line).map_or(0, |line| line.units.len());
        let (mut unit, mut count) = (0, 0);
        while unit < units && units <= COLUMNS {
            let Some(label) = label_at(labels, page, line, unit) else { return false };
            let last = label.parts.iter().filter(|(at, _)| *at == line).map(|(_, unit)| *unit).max();
            unit = last.unwrap_or(unit) + 1;
            count += 1;
        }
        count > 1
    };
    let tables = tables(page, &found, &is_header, before);
    let mut at = 0;
    let mut next = tables.iter().peekable();
    while at < page.len() {
        if let Some(table) = next.next_if(|table| table.lines.start <= at) {
            table_rows(page, table, &parts, style, rows);
            at = table.lines.end;
            continue;
        }
        let end = next.peek().map_or(page.len(), |table| table.lines.start);
        if is_header(at) {
            at = header(page, at, end, rows);
            continue;
        }
        let part = |line: usize| parts.get(line).copied().unwrap_or(Part::None);
        let label = match part(at) {
            Part::Begins(label) => found.get(label),
            Part::None | Part::GoesOn => None,
        };
        let last = match label {
            Some(label) => label.parts.last().map_or(at, |(line, _)| *line).clamp(at, end.saturating_sub(1).max(at)),
            // Text over the whole width.
            None => (at..end)
                .take_while(|line| *line == at || !(part(*line) != Part::None || is_header(*line)))
                .last()
                .unwrap_or(at),
        };
        let label = page.get(at..=last).unwrap_or_default().to_vec();
        rows.push(Row { label, is_clear: style == Style::Top, fits: true, ..Row::default() });
        at = last + 1;
    }
    tables.last().map(|table| table.gutter).or(before)
}

/// A row of labels and the row of answers below it.
fn header(page: &[Line], at: usize, end: usize, rows: &mut Vec<Row>) -> usize {
    let Some(line) = page.get(at) else { return at + 1 };
    rows.push(Row {
        label: Vec::from([line.clone()]),
        is_clear: true,
        has_columns: true,
        fits: true,
        ..Row::default()
    });
    let Some(values) = page.get(at + 1).filter(|values| at + 1 < end && values.units.len() >= line.units.len()) else {
        return at + 1;
    };
    // Each answer is in the middle below its label, or at its left edge.
    let distance = |label: &Unit, units: &[Unit]| {
        let (x0, x1) = (units.first().map_or(0, |unit| unit.x0), units.last().map_or(0, |unit| unit.x1));
        let middle = (x0 / 2 + x1 / 2 - label.x0 / 2 - label.x1 / 2).abs();
        middle.min((x0 - label.x0).abs())
    };
    let mut rest = values.units.as_slice();
    let mut columns: Vec<Unit> = Vec::new();
    let mut is_clear = true;
    for (index, label) in line.units.iter().enumerate() {
        let others = line.units.len() - index - 1;
        let most = if others == 0 { rest.len()..=rest.len() } else { 1..=rest.len().saturating_sub(others).max(1) };
        let best =
            most.min_by_key(|len| rest.get(..*len).map_or(i32::MAX, |units| distance(label, units))).unwrap_or(1);
        let Some((own, after)) = rest.split_at_checked(best) else { return at + 1 };
        is_clear &= distance(label, own) <= 2 * LETTER;
        let mut units = own.iter();
        let Some(mut column) = units.next().cloned() else { return at + 1 };
        units.for_each(|unit| column.join(unit));
        columns.push(column);
        rest = after;
    }
    let label = Vec::from([Line::new(values.y, columns)]);
    rows.push(Row { label, is_clear, has_columns: true, fits: true, ..Row::default() });
    at + 2
}

/// The tables of a page: labels on the left, and answers that begin at one edge.
fn tables(page: &[Line], found: &[Labelled], is_header: &dyn Fn(usize) -> bool, before: Option<i32>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let crosses = |line: &Line, gutter: i32| line.units.iter().any(|unit| unit.x0 < gutter - SLACK && unit.x1 > gutter);
    let is_right = |line: &Line, gutter: i32| line.units.iter().all(|unit| unit.x0 >= gutter - SLACK);
    // What goes on from the page before.
    if let Some(gutter) = before {
        let len = page.iter().take_while(|line| is_right(line, gutter)).count();
        if len > 0 {
            tables.push(Table { lines: 0..len, gutter });
        }
    }
    let mut labelled = found.iter().peekable();
    while let Some(label) = labelled.next() {
        let Some((first, _)) = label.parts.first().copied() else { continue };
        if is_header(first) {
            continue;
        }
        let is_own = |line: usize, unit: usize| label.parts.contains(&(line, unit));
        let lines = label.parts.iter().filter_map(|(at, _)| Some((*at, page.get(*at)?)));
        let edge = lines
            .clone()
            .flat_map(|(at, line)| line.units.iter().enumerate().filter(move |(unit, _)| is_own(at, *unit)));
        let edge = edge.map(|(_, unit)| unit.x1).max().unwrap_or_default();
        // A bracket is in the middle of its row, which may be below the first line of the label.
        let next = labelled.peek().and_then(|label| label.parts.first()).map_or(page.len(), |(line, _)| *line);
        let below = page
            .iter()
            .take(next)
            .skip(first)
            .take_while(|line| line.units.iter().all(|unit| unit.x0 <= edge || unit.x0 >= edge + GAP));
        let brackets = below.flat_map(|line| &line.units).filter(|unit| unit.is_box());
        let beside = lines.flat_map(|(_, line)| &line.units);
        let right = beside.chain(brackets).map(|unit| unit.x0).filter(|x0| *x0 >= edge + GAP).min();
        // A label in the middle of an answer of two lines is between them.
        let between = || {
            let (above, label, below) = (page.get(first.checked_sub(1)?)?, page.get(first)?, page.get(first + 1)?);
            let (one, next) = (above.units.first()?, below.units.first()?);
            let is_middle = (above.y / 2 + below.y / 2 - label.y).abs() <= SLACK;
            (is_middle && (one.x0 - next.x0).abs() <= SLACK && one.x0 >= edge + GAP).then_some(one.x0)
        };
        let right = right.or_else(between);
        let last = tables.last_mut();
        let end = last.as_ref().map_or(0, |table| table.lines.end);
        if let Some(table) = last {
            // Whether everything between fits the table.
            let between = page.get(table.lines.end..first).unwrap_or_default();
            let gutter = right.map_or(table.gutter, |right| right.min(table.gutter));
            let older = if gutter < table.gutter { table.lines.clone() } else { 0..0 };
            let lines = page.get(older).unwrap_or_default().iter().chain(between);
            let fits = lines.rev().take(LINES).all(|line| !crosses(line, gutter)) && edge <= gutter;
            if fits {
                table.gutter = gutter;
                table.lines.end = table.lines.end.max(label.parts.last().map_or(first, |(at, _)| *at) + 1);
                continue;
            }
        }
        let Some(gutter) = right else { continue };
        let above =
            page.get(end..first).unwrap_or_default().iter().rev().take_while(|line| is_right(line, gutter)).count();
        tables.push(Table { lines: first - above..label.parts.last().map_or(first, |(at, _)| *at) + 1, gutter });
    }
    // What is below the last label of each table.
    let starts: Vec<usize> = tables.iter().skip(1).map(|table| table.lines.start).chain([page.len()]).collect();
    for (table, start) in tables.iter_mut().zip(starts) {
        let gutter = table.gutter;
        let rest = page.get(table.lines.end..start).unwrap_or_default();
        table.lines.end += rest.iter().take_while(|line| is_right(line, gutter)).count();
        table.lines.end = table.lines.end.min(start);
    }
    tables
}

/// Adds the rows of a table.
fn table_rows(page: &[Line], table: &Table, parts: &[Part], style: Style, rows: &mut Vec<Row>) {
    let mut own: Vec<Row> = Vec::new();
    let mut answers: Vec<Line> = Vec::new();
    for at in table.lines.clone() {
        let Some(line) = page.get(at) else { continue };
        let is_left = |unit: &&Unit| unit.x0 < table.gutter - SLACK;
        let left: Vec<Unit> = line.units.iter().filter(is_left).cloned().collect();
        let right: Vec<Unit> = line.units.iter().filter(|unit| !is_left(unit)).cloned().collect();
        if !left.is_empty() {
            let part = Line::new(line.y, left);
            // A heading of the paper's own that is too long for its cell.
            let before = own.last().and_then(|row| row.label.last()).and_then(|line| line.units.last());
            let is_rest = before
                .zip(part.units.first())
                .is_some_and(|(before, unit)| unit.y - before.y < PITCH && is_full(before, unit, table.gutter - GAP));
            let goes_on = match parts.get(at) {
                Some(Part::GoesOn) => true,
                Some(Part::Begins(_)) => false,
                Some(Part::None) | None => is_rest,
            };
            match own.last_mut().filter(|_| goes_on) {
                Some(row) => row.label.push(part),
                None => own.push(Row { label: Vec::from([part]), fits: true, ..Row::default() }),
            }
        }
        if !right.is_empty() {
            answers.push(Line::new(line.y, right));
        }
    }
    let ends: Vec<(i32, i32)> = own.iter().map(Row::ends).collect();
    let (counts, clear) = shares(&ends, &answers.iter().map(|line| line.y).collect::<Vec<i32>>(), style);
    let mut answers = answers.into_iter();
    let orphans: Vec<Line> = answers.by_ref().take(counts.first().copied().unwrap_or(usize::MAX)).collect();
    if !orphans.is_empty() {
        let is_clear = own.is_empty() || (style == Style::Top && clear.first() != Some(&false));
        rows.push(Row { answer: orphans, is_clear, fits: true, ..Row::default() });
    }
    for ((row, share), is_clear) in own.iter_mut().zip(counts.iter().skip(1)).zip(clear) {
        row.answer = answers.by_ref().take(*share).collect();
        // In the middle of several lines of text a label says little of the first and the last one.
        let has_anchor = |line: &Line| line.units.iter().any(|unit| unit.is_box() || unit.is_choice());
        row.fits = is_clear;
        row.is_clear = is_clear && (style == Style::Top || *share <= 1 || row.answer.iter().all(has_anchor));
    }
    rows.extend(own);
}
