//! The change table of a source of words: its columns and its rows.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::cell::{Laid, Writer, words_of};
use super::labels::Labels;
use super::lines::{Line, PITCH, SLACK, Unit};
use super::shares;
use super::source::PrintedForm;
use crate::assessment::Assessment;
use crate::value::date::FormDate;

/// The change table of all pages.
pub(super) struct Changes {
    /// The labels of the columns, from the left.
    header: Vec<Vec<Unit>>,
    /// Where each column but the last ends.
    gutters: Vec<i32>,
    rows: Vec<Row>,
}

/// A row, perhaps over several pages: the lines of each column.
struct Row {
    cells: Vec<Vec<Line>>,
    is_clear: bool,
}

/// One unit in so many may cross the room between two columns.
const RARE: usize = 100;
/// A header names at least so many columns.
const COLUMNS: usize = 4;
/// A header has at most so many lines.
const LINES: usize = 6;

impl Changes {
    /// Takes the change table out of the pages.
    pub(super) fn take(source: &PrintedForm<'_>, labels: &Labels<'_>, pages: &mut [Vec<Line>]) -> Option<Self> {
        let keys = columns(labels);
        let mut table: Option<Self> = None;
        let mut lines: Vec<Vec<Line>> = Vec::new();
        for page in pages.iter_mut() {
            let found = header(&keys, page);
            let from = match (&found, &table) {
                (Some((_, lines)), _) => lines.start,
                (None, Some(_)) => 0,
                (None, None) => continue,
            };
            let mut own = page.split_off(from);
            if let Some((header, lines)) = found {
                own.drain(..lines.len());
                table.get_or_insert(Self { header, gutters: Vec::new(), rows: Vec::new() });
            }
            // Between two columns there may be no more room than between two words.
            for line in &mut own {
                line.units = line.units.iter().flat_map(|unit| unit.split(source)).collect();
            }
            lines.push(own);
        }
        let mut table = table?;
        table.gutters = table.gutters(&lines)?;
        for page in &lines {
            table.page(page);
        }
        Some(table)
    }

    /// The middle of the widest room between the labels of two columns that no line crosses.
    fn gutters(&self, pages: &[Vec<Line>]) -> Option<Vec<i32>> {
        let middle = |units: &Vec<Unit>| {
            let (x0, x1) = (units.iter().map(|unit| unit.x0).min()?, units.iter().map(|unit| unit.x1).max()?);
            Some(x0 / 2 + x1 / 2)
        };
        let middles: Option<Vec<i32>> = self.header.iter().map(middle).collect();
        let all = || pages.iter().flatten().flat_map(|line| &line.units).chain(self.header.iter().flatten());
        middles?
            .windows(2)
            .map(|two| {
                let [from, to] = two else { return None };
                // Where units begin and end between the two.
                let spans = all().map(|unit| (unit.x0.max(*from), unit.end().min(*to))).filter(|(x0, x1)| x0 < x1);
                let mut ends: Vec<(i32, i32)> = spans.flat_map(|(x0, x1)| [(x0, 1), (x1, -1)]).collect();
                ends.extend([(*from, 0), (*to, 0)]);
                ends.sort_unstable();
                let mut crossing = 0;
                let rooms = ends.windows(2).filter_map(|two| {
                    let [(from, change), (to, _)] = two else { return None };
                    crossing += change;
                    Some((crossing, Reverse(to - from), from / 2 + to / 2)).filter(|_| from < to)
                });
                let (crossing, _, middle) = rooms.min()?;
                // A sign that hangs over the edge of its cell crosses.
                (usize::try_from(crossing).is_ok_and(|crossing| crossing <= all().count() / RARE)).then_some(middle)
            })
            .collect()
    }

    /// The column of a unit.
    fn column(&self, unit: &Unit) -> usize {
        self.gutters.iter().take_while(|gutter| **gutter < unit.x0 / 2 + unit.x1 / 2).count()
    }

    /// Adds the rows of a page. Each begins with a date.
    fn page(&mut self, page: &[Line]) {
        let mut dates: Vec<(i32, i32, String)> = Vec::new();
        let mut rest: Vec<Line> = Vec::new();
        for line in page {
            let (first, others): (Vec<Unit>, Vec<Unit>) =
                line.units.iter().cloned().partition(|unit| self.column(unit) == 0);
            if let Some(unit) = first.first() {
                let text: String = first.iter().flat_map(Unit::text).collect();
                // In a narrow column a date is on two lines.
                let whole = dates.last().map(|(_, _, date)| alloc::format!("{date}{text}"));
                let goes_on = whole.as_deref().is_some_and(|date| date.parse::<FormDate>().is_ok());
                match dates.last_mut().filter(|(_, last, _)| goes_on && unit.y - *last < PITCH) {
                    Some((_, last, date)) => {
                        *last = unit.y;
                        date.push_str(&text);
                    }
                    None => dates.push((unit.y, unit.y, text)),
                }
            }
            if !others.is_empty() || !first.is_empty() {
                rest.push(line.clone());
            }
        }
        let ends: Vec<(i32, i32)> = dates.iter().map(|(first, last, _)| (*first, *last)).collect();
        let heights: Vec<i32> = rest.iter().map(|line| line.y).collect();
        let (shares, clear) = shares::either(&ends, &heights);
        let mut rest = rest.into_iter();
        for (index, share) in shares.into_iter().enumerate() {
            let lines: Vec<Line> = rest.by_ref().take(share).collect();
            let date = index.checked_sub(1).and_then(|index| dates.get(index));
            let is_date = date.is_none_or(|(_, _, date)| date.parse::<FormDate>().is_ok() || date == "?");
            let is_clear = is_date && index.checked_sub(1).is_none_or(|index| clear.get(index) != Some(&false));
            // Above the first date is nothing, unless dates are in the middle of their rows.
            let is_clear = is_clear && (index > 0 || !self.rows.is_empty());
            match self.rows.last_mut().filter(|_| index == 0) {
                // It goes on from the page before.
                Some(_) => {}
                None if index == 0 && lines.is_empty() => continue,
                None => self.rows.push(Row { cells: alloc::vec![Vec::new(); self.header.len()], is_clear }),
            }
            for line in lines {
                for unit in line.units {
                    let column = self.column(&unit);
                    // Two cells as one word.
                    let crosses =
                        self.gutters.iter().any(|gutter| unit.x0 < gutter - SLACK && unit.x1 > gutter + SLACK);
                    let Some(row) = self.rows.last_mut() else { continue };
                    row.is_clear &= is_clear && !crosses;
                    let Some(cell) = row.cells.get_mut(column) else { continue };
                    match cell.last_mut().filter(|line| line.y == unit.y) {
                        Some(line) => line.units.iter_mut().for_each(|last| last.join(&unit)),
                        None => cell.push(Line::new(unit.y, Vec::from([unit]))),
                    }
                }
            }
        }
    }

    /// Writes the table.
    pub(super) fn write(&self, writer: &mut Writer) {
        let edges: Vec<i32> = (0..self.header.len())
            .map(|column| {
                let lines = self.rows.iter().filter_map(|row| row.cells.get(column)).flatten();
                lines.flat_map(|line| &line.units).map(Unit::end).max().unwrap_or_default()
            })
            .collect();
        writer.sheet.extend([Laid::Row, Laid::Answer(false), Laid::Clear(true)]);
        for (column, label) in self.header.iter().enumerate() {
            writer.sheet.push(Laid::Column(column));
            for unit in label {
                words_of(&mut writer.sheet, unit);
            }
        }
        // After a row that may be two, every number may be another.
        let mut is_clear = true;
        for row in &self.rows {
            is_clear &= row.is_clear;
            writer.sheet.extend([Laid::Row, Laid::Answer(true), Laid::Clear(is_clear)]);
            for (column, (cell, edge)) in row.cells.iter().zip(&edges).enumerate() {
                if !cell.is_empty() {
                    writer.sheet.push(Laid::Column(column));
                    writer.cell(cell, *edge, false, false);
                }
            }
        }
    }
}

/// The labels of the columns of the change table.
fn columns<'a>(labels: &'a Labels<'_>) -> Vec<&'a [char]> {
    let Some(list) = labels.lists.iter().find(|list| list.name == Assessment::changes.name()) else {
        return Vec::new();
    };
    let places = labels.places.get(list.first..=list.last).unwrap_or_default();
    places.iter().filter(|place| place.is_answered).map(|place| place.key.as_slice()).collect()
}

/// The header of the table on a page: the labels of its columns from the left, and its lines.
fn header(keys: &[&[char]], page: &[Line]) -> Option<(Vec<Vec<Unit>>, Range<usize>)> {
    (0..page.len()).find_map(|start| {
        let lines = page.get(start..page.len().min(start + LINES))?;
        let mut found: Vec<(Vec<Unit>, usize)> = keys.iter().filter_map(|key| label(key, lines)).collect();
        let is_first = found.iter().any(|(units, _)| {
            units.iter().any(|unit| {
                lines.first().is_some_and(|line| line.units.iter().any(|own| own.x0 == unit.x0 && own.y == unit.y))
            })
        });
        found.sort_by_key(|(units, _)| units.first().map_or(0, |unit| unit.x0));
        let last = found.iter().map(|(_, last)| *last).max()?;
        let all: usize = lines.get(..=last)?.iter().map(|line| line.units.len()).sum();
        let own: usize = found.iter().map(|(units, _)| units.len()).sum();
        (found.len() >= COLUMNS && is_first && all == own)
            .then(|| (found.into_iter().map(|(units, _)| units).collect(), start..start + last + 1))
    })
}

/// The units of a label, one below the other, and the index of its last line.
fn label(key: &[char], lines: &[Line]) -> Option<(Vec<Unit>, usize)> {
    let all = lines.iter().enumerate().flat_map(|(at, line)| line.units.iter().map(move |unit| (at, unit)));
    let begins = |unit: &Unit| unit.glyphs.len() <= key.len() && unit.text().zip(key).all(|(c, own)| c == *own);
    // A label may begin with another one.
    let first = all.filter(|(_, unit)| begins(unit)).max_by_key(|(at, unit)| (unit.glyphs.len(), Reverse(*at)))?;
    let (mut at, first) = first;
    let mut units = Vec::from([first.clone()]);
    let mut rest = key.get(first.glyphs.len()..)?;
    while !rest.is_empty() {
        let is_below = |unit: &&Unit| unit.x0 < first.x1 && first.x0 < unit.x1;
        let mut below = lines.iter().enumerate().skip(at + 1);
        let (line, next) = below.find_map(|(line, own)| Some((line, own.units.iter().find(is_below)?)))?;
        if next.glyphs.len() > rest.len() || !next.text().zip(rest).all(|(c, own)| c == *own) {
            return None;
        }
        rest = rest.get(next.glyphs.len()..)?;
        at = line;
        units.push(next.clone());
    }
    Some((units, at))
}
