//! The labels of an ordered source with their entries of lists and the part of the source that follows each.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::Doubt;
use super::find::Found;
use super::labels::{Labels, PlaceRole};
use super::read::is_beyond;
use super::sheet::Sheet;

/// A label of the source that is one of the form.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// The label, with its box.
    pub(super) label: Range<usize>,
    pub(super) found: usize,
    pub(super) place: usize,
    /// The index in each list around it.
    pub(super) indices: Vec<usize>,
    /// Why it is not certain that it is this label of this entry.
    pub(super) doubt: Option<Doubt>,
    /// What follows it.
    pub(super) after: Range<usize>,
}

/// The entries of a list that were seen.
#[derive(Debug, Clone, Default)]
struct Seen {
    index: usize,
    is_doubtful: bool,
}

/// Gives each label its entry. The steps are labels with their places, in the order of the form.
pub(super) fn walk(labels: &Labels<'_>, all: &[Found], steps: &[(usize, usize)]) -> Vec<Placed> {
    let mut seen: Vec<Seen> = labels.lists.iter().map(|_| Seen::default()).collect();
    let mut placed: Vec<Placed> = Vec::new();
    let mut last: Option<usize> = None;
    for (index, place) in steps.iter().copied() {
        let (Some(found), Some(here)) = (all.get(index), labels.places.get(place)) else { continue };
        if let Some(last) = last.filter(|last| place <= *last) {
            if let Some(list) = labels.restarted(place, last) {
                begin_again(labels, &mut seen, list);
            }
        }
        last = Some(place);
        if let (PlaceRole::Title, Some(number), Some(list)) = (here.role, found.number, here.lists.last()) {
            if let Some(seen) = seen.get_mut(*list) {
                seen.is_doubtful |= usize::try_from(number).ok() != Some(seen.index + 1);
            }
        }
        let lists = here.lists.iter().filter_map(|list| seen.get(*list));
        let (indices, doubts): (Vec<usize>, Vec<bool>) = lists.map(|seen| (seen.index, seen.is_doubtful)).unzip();
        let doubt = doubts.contains(&true).then_some(Doubt::WhichBlock);
        let label = found.glyphs.clone();
        let after = label.end..label.end;
        placed.push(Placed { label, found: index, place, indices, doubt, after });
    }
    doubt_untitled(labels, &mut placed);
    placed
}

/// Doubts what is in an entry without a title if another entry of the list has one: the title may have been elsewhere.
fn doubt_untitled(labels: &Labels<'_>, placed: &mut [Placed]) {
    // The lists whose entries have titles, and the titled entries: the list with the indices down to it.
    let entry = |one: &Placed, depth: usize| {
        let list = *labels.places.get(one.place)?.lists.get(depth)?;
        Some((list, one.indices.get(..=depth)?.to_vec()))
    };
    let is_title = |one: &&Placed| labels.places.get(one.place).is_some_and(|place| place.role == PlaceRole::Title);
    let titled: BTreeSet<(usize, Vec<usize>)> =
        placed.iter().filter(is_title).filter_map(|one| entry(one, one.indices.len().checked_sub(1)?)).collect();
    let lists: BTreeSet<usize> = titled.iter().map(|(list, _)| *list).collect();
    for one in placed {
        let is_untitled = |entry: (usize, Vec<usize>)| lists.contains(&entry.0) && !titled.contains(&entry);
        if (0..one.indices.len()).filter_map(|depth| entry(one, depth)).any(is_untitled) {
            one.doubt.get_or_insert(Doubt::WhichBlock);
        }
    }
}

/// Gives each label what follows it, up to the next label or `end`.
pub(super) fn follow(labels: &Labels<'_>, sheet: &Sheet, placed: &mut [Placed], end: usize) {
    placed.sort_by_key(|one| one.label.start);
    let stops = stops(sheet);
    let mut next = end;
    for one in placed.iter_mut().rev() {
        let stop = stops.get(stops.partition_point(|stop| *stop < one.label.end));
        let has_lines = labels.places.get(one.place).is_some_and(|place| place.has_lines);
        let stop = stop.copied().filter(|_| !has_lines).unwrap_or(next);
        one.after.end = stop.min(next).max(one.after.start);
        next = one.label.start;
    }
    rows(labels, sheet, placed);
}

/// Where the writers print something that is not on the form, or a mark.
fn stops(sheet: &Sheet) -> Vec<usize> {
    let is_bullet = |at: usize| {
        !sheet.is_answer(at)
            && sheet.c(at) == Some('■')
            && sheet.glyphs.get(at + 1).is_some_and(|next| next.after_blank)
    };
    let starts = sheet.runs.iter().map(|run| run.glyphs.start);
    starts.filter(|start| is_beyond(sheet, *start) || sheet.is_mark(*start) || is_bullet(*start)).collect()
}

/// Begins another entry of a list, and all lists in it from the beginning.
fn begin_again(labels: &Labels<'_>, seen: &mut [Seen], list: usize) {
    let Some(name) = labels.lists.get(list).map(|list| list.name.as_str()) else { return };
    for (other, seen) in labels.lists.iter().zip(seen) {
        if other.name == name {
            seen.index += 1;
        } else if other.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('[')) {
            *seen = Seen::default();
        }
    }
}

/// A row of labels with a row of answers below it.
fn rows(labels: &Labels<'_>, sheet: &Sheet, placed: &mut [Placed]) {
    let mut from = 0;
    while from < placed.len() {
        let Some(line) = placed.get(from).and_then(|one| sheet.run_of(one.label.start)).map(|run| run.line) else {
            break;
        };
        let is_alone = |one: &&Placed| {
            let is_answered = labels.places.get(one.place).is_some_and(|place| place.is_answered);
            let run = sheet.run_of(one.label.start);
            is_answered && run.is_some_and(|run| run.line == line && run.glyphs == one.label)
        };
        let len = placed.iter().skip(from).take_while(is_alone).count();
        if len >= 2 {
            answers_below(sheet, placed.get_mut(from..from + len).unwrap_or_default());
        }
        from += len.max(1);
    }
}

fn answers_below(sheet: &Sheet, labels: &mut [Placed]) {
    let Some(last) = labels.last() else { return };
    let first = sheet.run_of(last.after.start).filter(|_| !last.after.is_empty());
    let (Some(first), Some(own)) = (first, sheet.run_of(last.label.start)) else { return };
    if first.line == own.line {
        return;
    }
    let runs: Vec<(usize, Range<usize>)> = sheet
        .pieces(&last.after)
        .into_iter()
        .filter_map(|piece| Some((sheet.run_of(piece.start)?, piece)))
        .take_while(|(run, _)| run.line == first.line)
        .map(|(run, piece)| (run.column, piece))
        .collect();
    let columns: Vec<usize> =
        labels.iter().filter_map(|label| sheet.run_of(label.label.start)).map(|run| run.column).collect();
    if runs.len() < 2 || !runs.iter().all(|(column, _)| columns.contains(column)) {
        return;
    }
    for (label, column) in labels.iter_mut().zip(columns) {
        let cells = || runs.iter().filter(|(own, _)| *own == column).map(|(_, piece)| piece);
        label.after = match (cells().next(), cells().next_back()) {
            (Some(first), Some(last)) => first.start..last.end,
            (_, _) => label.label.end..label.label.end,
        };
    }
}
