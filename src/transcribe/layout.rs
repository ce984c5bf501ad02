//! The order of the form for words with places: each label, then what is beside or below it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::cell::{Writer, words_of};
use super::columns::Changes;
use super::labels::{Labels, PlaceRole};
use super::page::{GAP, LETTER, Line, SAME_LINE, Unit, lines};
use super::source::PrintedForm;

/// A part of a source in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Laid {
    /// The word with this index.
    Word(usize),
    /// This blank between two words.
    Blank(char),
    /// A line of a cell begins.
    Break,
    /// A line of a cell begins that is indented.
    Indented,
    /// The cell of this column begins.
    Column(usize),
    /// Whether the following is an answer, and no label.
    Answer(bool),
    /// A row begins.
    Row,
    /// A gap as between paragraphs.
    Gap,
    /// Whether it is clear to which label the following belongs.
    Clear(bool),
    /// What follows is no part of the form.
    Furniture,
}

/// A label with the answer beside it, or text that is not beside a label.
#[derive(Debug, Default)]
struct Row {
    /// The lines of the label.
    label: Vec<Line>,
    /// The lines of the answer.
    answer: Vec<Line>,
    /// Whether the places say that the answer is of this label.
    is_clear: bool,
    /// Whether the units of the label are cells of a row of their own.
    has_columns: bool,
}

impl Row {
    /// The middle of the first and of the last line of the label.
    fn ends(&self) -> (i32, i32) {
        (self.label.first().map_or(i32::MIN, |line| line.y), self.label.last().map_or(i32::MIN, |line| line.y))
    }
}

/// Where a form prints the labels of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// On the first line of the answer.
    Top,
    /// In the middle of its lines.
    Middle,
}

/// The words of a source line by line.
pub(super) fn line_by_line(source: &PrintedForm<'_>) -> Vec<Laid> {
    let mut sheet = Vec::new();
    for unit in pages(source).iter().flatten().flat_map(|line| &line.units) {
        sheet.push(Laid::Row);
        words_of(&mut sheet, unit);
    }
    sheet
}

/// The lines of each page.
fn pages(source: &PrintedForm<'_>) -> Vec<Vec<Line>> {
    let last = source.places.last().map_or(0, |place| place.page);
    let mut pages: Vec<Vec<usize>> = alloc::vec![Vec::new(); last + 1];
    for (index, place) in source.places.iter().enumerate() {
        if let Some(page) = pages.get_mut(place.page) {
            page.push(index);
        }
    }
    pages.iter().map(|words| lines(source, words)).collect()
}

/// Lays out the words of a source.
pub(super) fn lay(source: &PrintedForm<'_>, labels: &Labels<'_>) -> Vec<Laid> {
    let mut pages = pages(source);
    let furniture = furniture(&mut pages);
    let changes = Changes::take(source, labels, &mut pages);
    let unclear = |rows: &[Row]| rows.iter().filter(|row| !row.is_clear).count();
    let (top, middle) = (rows(labels, &pages, Style::Top), rows(labels, &pages, Style::Middle));
    let rows = if unclear(&top) <= unclear(&middle) { top } else { middle };
    // The margins of a page are about equal, so lines end there even if none is full.
    let left = source.places.iter().map(|place| place.x0).min().unwrap_or_default();
    let margin = source.width - left - 2 * LETTER;
    let edge = |lines: &dyn Fn(&Row) -> &Vec<Line>| {
        rows.iter().flat_map(lines).flat_map(|line| &line.units).map(Unit::end).max().unwrap_or_default()
    };
    let of_answers = edge(&|row| &row.answer).max(margin);
    let of_labels = edge(&|row| &row.label).max(of_answers);
    let mut writer = Writer::new();
    let mut last = 0;
    for row in &rows {
        if !row.label.is_empty() {
            let (first, _) = row.ends();
            if first < last || first - last > PITCH {
                writer.sheet.push(Laid::Gap);
            }
            last = row.label.iter().chain(&row.answer).map(|line| line.y).max().unwrap_or_default();
            writer.sheet.extend([Laid::Row, Laid::Answer(false), Laid::Clear(row.is_clear)]);
        }
        if row.has_columns {
            writer.columns(&row.label);
        } else {
            writer.cell(&row.label, of_labels, false, row.answer.is_empty());
        }
        if !row.answer.is_empty() {
            writer.sheet.extend([Laid::Column(1), Laid::Answer(true), Laid::Clear(row.is_clear)]);
            writer.cell(&row.answer, of_answers, row.label.is_empty(), false);
        }
    }
    if let Some(changes) = changes {
        changes.write(&mut writer);
    }
    for line in &furniture {
        writer.sheet.extend([Laid::Row, Laid::Answer(false), Laid::Furniture]);
        for unit in &line.units {
            words_of(&mut writer.sheet, unit);
        }
    }
    writer.sheet
}

/// The rows of all pages.
fn rows(labels: &Labels<'_>, pages: &[Vec<Line>], style: Style) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut gutter = None;
    for page in pages {
        gutter = page_rows(labels, page, style, gutter, &mut rows);
    }
    rows
}

/// The letters before the first digit, and whether there is nothing but a number of a page.
fn running(line: &Line) -> (String, bool) {
    let text: String = line.units.iter().flat_map(Unit::text).collect();
    let is_number = text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | 'p' | 'P'));
    (text.chars().filter(|c| !c.is_ascii_digit()).collect(), is_number)
}

/// Takes out the running titles and the numbers of pages: lines that are at the same height on several pages, above or below everything
/// else, and say the same there, or that are numbers.
fn furniture(pages: &mut [Vec<Line>]) -> Vec<Line> {
    let mut all = Vec::new();
    for is_last in [false, true] {
        let end = |page: &Vec<Line>| if is_last { page.last().cloned() } else { page.first().cloned() };
        let ends: Vec<Option<(i32, String, bool)>> = pages
            .iter()
            .map(|page| end(page).map(|line| (line.y, running(&line))).map(|(y, (text, number))| (y, text, number)))
            .collect();
        let near = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| ends.get(at));
            before.into_iter().chain(ends.get(at + 1)).flatten()
        };
        let mut heights: Vec<i32> = Vec::new();
        for (at, own) in ends.iter().enumerate() {
            let Some((y, text, is_number)) = own else { continue };
            let is_same = |(other, also, number): &(i32, String, bool)| {
                (y - other).abs() <= SAME_LINE && ((*is_number && *number) || text == also)
            };
            if near(at).any(is_same) {
                heights.push(*y);
            }
        }
        for (page, own) in pages.iter_mut().zip(&ends) {
            let Some((y, text, is_number)) = own else { continue };
            let is_at = heights.iter().any(|height| (height - y).abs() <= SAME_LINE);
            let next = if is_last { None } else { page.get(1) };
            let is_said = next.is_some_and(|next| {
                next.units.iter().flat_map(Unit::text).collect::<String>().starts_with(text.as_str())
            });
            let is_alone = ends.len() == 1 && *is_number && text.contains('/');
            if (is_at && (*is_number || heights.len() > 1 || is_said)) || is_alone {
                let at = if is_last { page.len().saturating_sub(1) } else { 0 };
                let line = page.remove(at);
                let open = line
                    .units
                    .iter()
                    .flat_map(Unit::text)
                    .map(|c| i32::from(c == '(') - i32::from(c == ')'))
                    .sum::<i32>();
                // A long title is on two lines.
                let goes_on = !is_last && open > 0 && page.first().is_some_and(|next| next.y - line.y < PITCH);
                all.push(line);
                if goes_on {
                    all.push(page.remove(0));
                }
            }
        }
    }
    all
}

/// A label of a page: its lines, each with the index of its unit.
struct Labelled {
    parts: Vec<(usize, usize)>,
}

/// The longest way from a line of a cell to the next.
pub(super) const PITCH: i32 = 250;
/// What begins at the same edge, but for what centring moves it.
const EDGE: i32 = 150;

/// The label that begins with this unit. It may go on in the lines below.
fn label_at(labels: &Labels<'_>, page: &[Line], line: usize, unit: usize) -> Option<Labelled> {
    let first = page.get(line)?.units.get(unit)?;
    let mut start = first.text();
    let keys = labels.by_start.get(&(start.next()?, start.next()?))?;
    let is_label = |key: &&super::labels::Key| {
        key.places.iter().any(|place| labels.places.get(*place).is_some_and(|place| place.role != PlaceRole::Box))
    };
    'keys: for key in keys.iter().filter_map(|index| labels.keys.get(*index)).filter(is_label) {
        let mut rest = key.text.as_slice();
        let mut parts = Vec::new();
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
                    return Some(Labelled { parts });
                }
                continue 'keys;
            }
            // The next line of the label.
            let below = page.iter().enumerate().skip(at + 1).take_while(|(_, line)| line.y <= own.y + PITCH);
            let mut below =
                below.flat_map(|(at, line)| line.units.iter().enumerate().map(move |(index, unit)| (at, index, unit)));
            let next = below
                .find(|(_, _, unit)| unit.x0 < first.x1 && first.x0 < unit.x1 && (unit.x0 - first.x0).abs() <= EDGE);
            let Some(next) = next else { continue 'keys };
            (at, index, own) = next;
        }
    }
    None
}

/// The lines of a table, and where its answers begin.
#[derive(Debug)]
struct Table {
    lines: Range<usize>,
    gutter: i32,
}

/// Half a letter is room enough for a cell to be a little out of line.
const SLACK: i32 = LETTER / 2;

/// Adds the rows of a page. Takes and returns where the answers of the last table begin.
fn page_rows(
    labels: &Labels<'_>,
    page: &[Line],
    style: Style,
    before: Option<i32>,
    rows: &mut Vec<Row>,
) -> Option<i32> {
    let mut found: Vec<Labelled> = Vec::new();
    let mut is_part = alloc::vec![false; page.len()];
    for line in 0..page.len() {
        if is_part.get(line) == Some(&true) {
            continue;
        }
        if let Some(label) = label_at(labels, page, line, 0) {
            for (at, unit) in &label.parts {
                if let Some(is_part) = is_part.get_mut(*at).filter(|_| *unit == 0) {
                    *is_part = true;
                }
            }
            found.push(label);
        }
    }
    let is_header = |line: usize| {
        let units = page.get(line).map_or(0, |line| line.units.len());
        units > 1 && (0..units).all(|unit| label_at(labels, page, line, unit).is_some())
    };
    let tables = tables(page, &found, &is_header, before);
    let mut at = 0;
    let mut next = tables.iter().peekable();
    while at < page.len() {
        if let Some(table) = next.next_if(|table| table.lines.start <= at) {
            table_rows(page, table, &found, style, rows);
            at = table.lines.end;
            continue;
        }
        let end = next.peek().map_or(page.len(), |table| table.lines.start);
        if is_header(at) {
            at = header(page, at, end, rows);
            continue;
        }
        let label = found.iter().find(|label| label.parts.first().is_some_and(|(line, _)| *line == at));
        let last = match label {
            Some(label) => label.parts.last().map_or(at, |(line, _)| *line).clamp(at, end.saturating_sub(1).max(at)),
            // Text over the whole width.
            None => (at..end)
                .take_while(|line| *line == at || !(is_part.get(*line) == Some(&true) || is_header(*line)))
                .last()
                .unwrap_or(at),
        };
        let label = page.get(at..=last).unwrap_or_default().to_vec();
        rows.push(Row { label, is_clear: true, ..Row::default() });
        at = last + 1;
    }
    tables.last().map(|table| table.gutter).or(before)
}

/// A row of labels and the row of answers below it.
fn header(page: &[Line], at: usize, end: usize, rows: &mut Vec<Row>) -> usize {
    let Some(line) = page.get(at) else { return at + 1 };
    rows.push(Row { label: Vec::from([line.clone()]), is_clear: true, has_columns: true, ..Row::default() });
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
    rows.push(Row { label, is_clear, has_columns: true, ..Row::default() });
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
        let last = tables.last_mut();
        let end = last.as_ref().map_or(0, |table| table.lines.end);
        if let Some(table) = last {
            // Whether everything between fits the table.
            let between = page.get(table.lines.end..first).unwrap_or_default();
            let gutter = right.map_or(table.gutter, |right| right.min(table.gutter));
            let lowest = page.get(table.lines.clone()).unwrap_or_default().iter().chain(between);
            let fits = lowest.clone().all(|line| !crosses(line, gutter)) && edge <= gutter;
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
fn table_rows(page: &[Line], table: &Table, found: &[Labelled], style: Style, rows: &mut Vec<Row>) {
    let mut own: Vec<Row> = Vec::new();
    let mut answers: Vec<Line> = Vec::new();
    for at in table.lines.clone() {
        let Some(line) = page.get(at) else { continue };
        let is_left = |unit: &&Unit| unit.x0 < table.gutter - SLACK;
        let left: Vec<Unit> = line.units.iter().filter(is_left).cloned().collect();
        let right: Vec<Unit> = line.units.iter().filter(|unit| !is_left(unit)).cloned().collect();
        if !left.is_empty() {
            let part = Line::new(line.y, left);
            let goes_on = found.iter().any(|label| label.parts.iter().skip(1).any(|(line, _)| *line == at));
            match own.last_mut().filter(|_| goes_on) {
                Some(row) => row.label.push(part),
                None => own.push(Row { label: Vec::from([part]), is_clear: true, ..Row::default() }),
            }
        }
        if !right.is_empty() {
            answers.push(Line::new(line.y, right));
        }
    }
    let ends: Vec<(i32, i32)> = own.iter().map(Row::ends).collect();
    let (shares, clear) = assign(&ends, &answers.iter().map(|line| line.y).collect::<Vec<i32>>(), style);
    let mut answers = answers.into_iter();
    let orphans: Vec<Line> = answers.by_ref().take(shares.first().copied().unwrap_or(usize::MAX)).collect();
    if !orphans.is_empty() {
        let is_clear = own.is_empty() || clear.first() != Some(&false);
        rows.push(Row { answer: orphans, is_clear, ..Row::default() });
    }
    for ((row, share), is_clear) in own.iter_mut().zip(shares.iter().skip(1)).zip(clear) {
        row.answer = answers.by_ref().take(*share).collect();
        row.is_clear = is_clear;
    }
    rows.extend(own);
}

/// How many of the lines at these heights belong to each label, and whether the heights fit it. The first number is of the lines before
/// the first label.
pub(super) fn assign_lines(labels: &[(i32, i32)], lines: &[i32]) -> (Vec<usize>, Vec<bool>) {
    let (top, middle) = (assign(labels, lines, Style::Top), assign(labels, lines, Style::Middle));
    let unclear = |(_, clear): &(Vec<usize>, Vec<bool>)| clear.iter().filter(|clear| !**clear).count();
    if unclear(&top) <= unclear(&middle) { top } else { middle }
}

fn assign(labels: &[(i32, i32)], lines: &[i32], style: Style) -> (Vec<usize>, Vec<bool>) {
    let mut clear = alloc::vec![true; labels.len()];
    let mut shares = Vec::new();
    let mut at = 0;
    let count = |at: usize, limit: i32| lines.iter().skip(at).take_while(|y| **y <= limit).count();
    match style {
        Style::Top => {
            let mut last = None;
            for (index, (first, _)) in labels.iter().enumerate() {
                let len = count(at, first - SAME_LINE - 1);
                // What is above the first line of a label is of the label before, if that has its first line.
                if let Some(last) = last {
                    let own: Option<&i32> = lines.get(at).filter(|_| len > 0);
                    let is_beside = own.is_none_or(|y| (y - last_first(labels, last)).abs() <= SLACK);
                    if !is_beside {
                        set(&mut clear, last);
                        set(&mut clear, last.saturating_sub(1));
                    }
                }
                shares.push(len);
                at += len;
                last = Some(index);
            }
            if let Some(last) = last {
                let own = lines.get(at);
                if own.is_some_and(|y| (y - last_first(labels, last)).abs() > SLACK) {
                    set(&mut clear, last);
                }
            }
            shares.push(lines.len() - at);
        }
        Style::Middle => {
            shares.push(0);
            for (index, (first, last)) in labels.iter().enumerate() {
                let middle = first / 2 + last / 2;
                let next = labels.get(index + 1).map_or(i32::MAX, |(first, _)| *first);
                let Some(start) = lines.get(at) else {
                    shares.push(0);
                    continue;
                };
                if *start > middle + SAME_LINE {
                    // It has no answer.
                    shares.push(0);
                    continue;
                }
                let mirrored = middle.saturating_mul(2).saturating_sub(*start);
                let len =
                    if next == i32::MAX { lines.len() - at } else { count(at, mirrored.saturating_add(SAME_LINE)) };
                let end = lines.get(at + len.saturating_sub(1)).copied().unwrap_or(*start);
                if (end - mirrored).abs() > SLACK + 10 || end >= next {
                    set(&mut clear, index);
                    set(&mut clear, index + 1);
                }
                shares.push(len);
                at += len;
            }
            if let (Some(last), true) = (shares.last_mut(), at < lines.len()) {
                *last += lines.len() - at;
                set(&mut clear, labels.len().saturating_sub(1));
            }
        }
    }
    (shares, clear)
}

fn last_first(labels: &[(i32, i32)], at: usize) -> i32 {
    labels.get(at).map_or(0, |(first, _)| *first)
}

fn set(clear: &mut [bool], at: usize) {
    if let Some(clear) = clear.get_mut(at) {
        *clear = false;
    }
}
