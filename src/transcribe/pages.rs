//! A source whose labels are not in the order of the form: each page is a set of blocks, and the pages are in order.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use super::account::Doubt;
use super::find::Found;
use super::labels::{BEGIN, Labels, PlaceRole};
use super::sheet::{Run, Sheet};
use crate::catalogue::Level;

/// A label of a page, in the order of the form.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) found: usize,
    pub(super) place: usize,
    pub(super) page: usize,
    /// Whether the page has the label several times.
    pub(super) is_shared: bool,
    /// Whether one of its kind is lost.
    pub(super) doubt: Option<Doubt>,
}

/// Pages longer than this have lost their breaks.
const LONG: usize = 300;
/// How many places of the form a page may cover, to each side of its middle.
const WINDOW: usize = 60;
/// A page has at most so many labels; more are another page.
pub(super) const MOST: usize = 300;
/// So many titles of sections on a page are a list of contents.
const CONTENTS: usize = 3;

/// Begins a new page where a line begins with a blank directly after another, if the source does not show its pages. The line is
/// text, or the title of a section, or begins with more blanks.
pub(super) fn paginate(labels: &Labels<'_>, sheet: &mut Sheet, all: &[Found]) {
    let lines = sheet.runs.last().map_or(0, |run| run.line);
    let pages = sheet.runs.last().map_or(0, |run| run.page);
    if lines < LONG * (pages + 1) {
        return;
    }
    // Where a label begins, other than the title of a section. A bullet begins no page either.
    let is_inside = |found: &&Found| !is_section(labels, found.key);
    let mut starts: Vec<usize> = all.iter().filter(is_inside).map(|found| found.glyphs.start).collect();
    starts.extend((0..sheet.glyphs.len()).filter(|at| sheet.c(*at) == Some('・')));
    starts.sort_unstable();
    let (mut added, mut last): (usize, Option<(usize, usize)>) = (0, None);
    for run in &mut sheet.runs {
        let is_inside = starts.binary_search(&run.glyphs.start).is_ok();
        let follows = last.is_some_and(|(line, paragraph)| run.line > line && run.paragraph == paragraph);
        if follows && run.indent > 0 && (run.indent > 1 || !is_inside) {
            added += 1;
        }
        last = Some((run.line, run.paragraph));
        run.page += added;
    }
}

/// Whether a label is the title of a section.
fn is_section(labels: &Labels<'_>, key: usize) -> bool {
    let place = labels.keys.get(key).and_then(|key| labels.places.get(*key.places.first()?));
    place.is_some_and(|place| place.role == PlaceRole::Heading(Level::Section))
}

/// Whether a label begins a block: after a blank line, or on a line that begins with a blank.
fn begins_block(sheet: &Sheet, found: &Found) -> bool {
    let Some(run) = sheet.run_of(found.glyphs.start) else { return false };
    let before = run.glyphs.start.checked_sub(1).and_then(|before| sheet.run_of(before));
    let is_inside = found.glyphs.start > run.glyphs.start;
    is_inside
        || run.indent > 0
        || found.tick.is_some()
        || before.is_none_or(|before| before.paragraph != run.paragraph || before.page != run.page)
}

/// The labels of all pages in the order of the form.
pub(super) fn sequence(labels: &Labels<'_>, sheet: &Sheet, all: &[Found]) -> Vec<Step> {
    let mut pages: Vec<(usize, Vec<usize>)> = Vec::new();
    for (index, found) in all.iter().enumerate().filter(|(_, found)| begins_block(sheet, found)) {
        let page = sheet.run_of(found.glyphs.start).map_or(0, |run| run.page);
        match pages.last_mut() {
            Some((last, on_page)) if *last == page && on_page.len() < MOST => on_page.push(index),
            Some(_) | None => pages.push((page, Vec::from([index]))),
        }
    }
    let mut steps = Vec::new();
    let mut last = None;
    for (page, on_page) in pages {
        let sorted = page_steps(labels, all, &on_page, last);
        last = sorted.last().map(|(_, place)| *place).or(last);
        for (found, place) in &sorted {
            let key = all.get(*found).map(|found| found.key);
            let is_shared =
                sorted.iter().filter(|(other, _)| all.get(*other).map(|found| found.key) == key).count() > 1;
            steps.push(Step { found: *found, place: *place, page, is_shared, doubt: None });
        }
    }
    steps
}

/// The labels of a page in the order of the form, with their places.
fn page_steps(labels: &Labels<'_>, all: &[Found], on_page: &[usize], last: Option<usize>) -> Vec<(usize, usize)> {
    let places = |found: &usize| {
        all.get(*found)
            .and_then(|found| labels.keys.get(found.key))
            .map(|key| key.places.as_slice())
            .unwrap_or_default()
    };
    let is_section = |found: &&usize| all.get(**found).is_some_and(|found| is_section(labels, found.key));
    let is_contents = on_page.iter().filter(is_section).count() >= CONTENTS;
    let on_page: Vec<usize> = on_page.iter().filter(|found| !is_contents || !is_section(found)).copied().collect();
    // The middle of the labels that the form prints at one place.
    let mut single: Vec<usize> =
        on_page.iter().filter_map(|found| <&[usize; 1]>::try_from(places(found)).ok()).map(|[place]| *place).collect();
    single.sort_unstable();
    let middle = single.get(single.len() / 2).copied().or(last).unwrap_or_default();
    let window = middle.saturating_sub(WINDOW)..=middle + WINDOW;
    let mut rest: Vec<(usize, Vec<usize>)> = on_page
        .iter()
        .map(|found| (*found, places(found).iter().copied().filter(|place| window.contains(place)).collect()))
        .collect();
    rest.retain(|(_, places): &(usize, Vec<usize>)| !places.is_empty());
    let numbers: Vec<(usize, u32)> = on_page
        .iter()
        .filter_map(|found| all.get(*found))
        .filter_map(|found| Some((found.key, found.number?)))
        .collect();
    let is_upward = numbers.windows(2).any(|two| matches!(two, [one, next] if one.0 == next.0 && one.1 > next.1));
    let mut sorted: Vec<(usize, usize)> = Vec::new();
    let mut here = last;
    while !rest.is_empty() {
        let next = rest
            .iter()
            .enumerate()
            .flat_map(|(index, (found, places))| places.iter().map(move |place| (index, *found, *place)))
            .min_by_key(|(index, found, place)| {
                let number = all.get(*found).and_then(|found| found.number).unwrap_or_default();
                let (left, between) = distance(labels, here, *place);
                // Where to begin again is shown by a label that the form prints once.
                let is_vague = left == usize::MAX && places(found).len() > 1;
                (left, is_vague, between, number, if is_upward { usize::MAX - index } else { *index })
            });
        let Some((index, found, place)) = next else { break };
        rest.remove(index);
        sorted.push((found, place));
        here = Some(place);
    }
    sorted
}

/// How far a place is from the one before it: first the lists that are left or begin again, then the places between.
fn distance(labels: &Labels<'_>, from: Option<usize>, to: usize) -> (usize, usize) {
    let Some(from) = from else { return (0, to) };
    let lists = labels.places.get(from).map(|place| place.lists.as_slice()).unwrap_or_default();
    for (left, list) in lists.iter().rev().enumerate() {
        let Some(list) = labels.lists.get(*list) else { continue };
        if to > from && to <= list.last {
            return (2 * left, to - from);
        }
        if to <= from && to >= list.first && to - list.first <= BEGIN {
            return (2 * left + 1, to - list.first);
        }
    }
    if to > from { (2 * lists.len(), to - from) } else { (usize::MAX, to) }
}

/// A block of a list, and a place in it.
type Occurrence = (Vec<usize>, usize);

/// Doubts the labels that are not as often in the source as the form prints them: one is lost, so any may be another.
pub(super) fn count(labels: &Labels<'_>, steps: &mut [Step], indices: &[Vec<usize>]) {
    let mut blocks: BTreeMap<(usize, Vec<usize>), usize> = BTreeMap::new();
    let mut seen: BTreeMap<Occurrence, usize> = BTreeMap::new();
    let mut keys: BTreeMap<&[char], (usize, usize)> = BTreeMap::new();
    let outer = |indices: &[usize]| indices.split_last().map(|(_, outer)| outer.to_vec()).unwrap_or_default();
    for (step, indices) in steps.iter().zip(indices) {
        let Some(place) = labels.places.get(step.place) else { continue };
        *seen.entry((outer(indices), step.place)).or_default() += 1;
        for (depth, list) in place.lists.iter().enumerate() {
            let above = indices.get(..depth).unwrap_or_default().to_vec();
            let count = indices.get(depth).map_or(0, |index| index + 1);
            let known = blocks.entry((*list, above)).or_default();
            *known = count.max(*known);
        }
        keys.entry(place.key.as_slice()).or_insert((0, 0)).0 += 1;
    }
    // How often the form prints each label, with these blocks.
    for place in &labels.places {
        let Some((_, expected)) = keys.get_mut(place.key.as_slice()) else { continue };
        *expected += match place.lists.as_slice() {
            [] => 1,
            [.., inner] => blocks.iter().filter(|((list, _), _)| list == inner).map(|(_, count)| *count).sum(),
        };
    }
    for (step, indices) in steps.iter_mut().zip(indices) {
        let Some(place) = labels.places.get(step.place) else { continue };
        let blocks =
            place.lists.last().map_or(1, |list| blocks.get(&(*list, outer(indices))).copied().unwrap_or_default());
        let is_whole = seen.get(&(outer(indices), step.place)) == Some(&blocks);
        let is_known = keys.get(place.key.as_slice()).is_some_and(|(seen, expected)| seen == expected);
        if !is_whole || !is_known {
            step.doubt.get_or_insert(if is_whole { Doubt::WhichItem } else { Doubt::WhichBlock });
        }
    }
}

/// Where the block ends that contains a glyph: before a blank line, a line that begins with a blank, or the next page.
pub(super) fn block_end(sheet: &Sheet, at: usize, end: usize) -> usize {
    let Some(first) = sheet.glyphs.get(at).map(|glyph| glyph.run) else { return at };
    let Some(own) = sheet.runs.get(first) else { return at };
    let is_same = |run: &&Run| {
        run.paragraph == own.paragraph && run.page == own.page && (run.line == own.line || run.indent == 0)
    };
    let last = sheet.runs.get(first..).unwrap_or_default().iter().take_while(is_same).last();
    last.map_or(at, |run| run.glyphs.end.min(end))
}

/// The glyphs of a page.
pub(super) fn page_range(sheet: &Sheet, page: usize) -> Range<usize> {
    let first = sheet.runs.partition_point(|run| run.page < page);
    let after = sheet.runs.partition_point(|run| run.page <= page);
    let start = sheet.runs.get(first).map_or(0, |run| run.glyphs.start);
    let end = after.checked_sub(1).and_then(|last| sheet.runs.get(last)).map_or(start, |run| run.glyphs.end);
    start..end.max(start)
}
