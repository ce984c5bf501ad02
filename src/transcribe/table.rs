//! The change table, if its cells are columns.

use alloc::vec::Vec;
use core::ops::Range;

use super::labels::Labels;
use super::read::is_beyond;
use super::sheet::Sheet;
use crate::assessment::Assessment;

/// A change table of the source.
#[derive(Debug)]
pub(super) struct Table {
    /// The runs of the first lines.
    pub(super) header: Vec<Range<usize>>,
    /// Where it begins.
    pub(super) start: usize,
    /// The cells of each row: the index of the cell of the form, and what the row says in it.
    pub(super) rows: Vec<Vec<(usize, Range<usize>)>>,
}

/// A header names at least so many columns.
const COLUMNS: usize = 4;

/// Finds the change table: a row with the labels of its columns, and the rows below it. Only the writers print rows without
/// a date.
pub(super) fn table(labels: &Labels<'_>, sheet: &Sheet) -> Option<Table> {
    let list = labels.lists.iter().find(|list| list.name == Assessment::changes.name())?;
    let places = labels.places.get(list.first..=list.last)?;
    let columns: Vec<(&[char], usize)> =
        places.iter().filter(|place| place.is_answered).map(|place| (place.key.as_slice(), place.cell)).collect();
    let named = |run: &Range<usize>| {
        columns
            .iter()
            .find(|(label, _)| run.len() == label.len() && sheet.is_at(run.start, label))
            .map(|(_, cell)| *cell)
    };
    let mut header: Vec<(usize, usize)> = Vec::new();
    let mut table: Option<Table> = None;
    let mut runs = sheet.runs.iter().peekable();
    while let Some(first) = runs.peek().map(|run| run.line) {
        let mut line = Vec::new();
        while let Some(run) = runs.next_if(|run| run.line == first) {
            line.push(run);
        }
        // The writers print what is not on the form after the table.
        if table.is_some()
            && line.first().is_some_and(|run| {
                is_beyond(sheet, run.glyphs.start) || (run.column == 0 && sheet.is_mark(run.glyphs.start))
            })
        {
            break;
        }
        let titles: Vec<(usize, usize)> =
            line.iter().filter_map(|run| Some((run.column, named(&run.glyphs)?))).collect();
        if titles.len() >= COLUMNS && titles.len() == line.len() {
            header = titles;
            let start = line.first()?.glyphs.start;
            let found = table.get_or_insert_with(|| Table { header: Vec::new(), start, rows: Vec::new() });
            found.header.extend(line.iter().map(|run| run.glyphs.clone()));
            continue;
        }
        let (Some(table), Some((date, _))) = (&mut table, header.first()) else { continue };
        let is_dated = sheet.is_own || line.first().is_some_and(|run| run.column == *date);
        if !is_dated || line.last().is_none_or(|run| run.column == *date) {
            continue;
        }
        let mut row: Vec<(usize, Range<usize>)> = Vec::new();
        for run in line {
            let Some((_, cell)) = header.iter().find(|(column, _)| *column == run.column) else { continue };
            match row.last_mut().filter(|(last, _)| last == cell) {
                Some((_, glyphs)) => glyphs.end = run.glyphs.end,
                None => row.push((*cell, run.glyphs.clone())),
            }
        }
        table.rows.push(row);
    }
    table
}
