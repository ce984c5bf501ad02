//! Finds the labels of a form in a source.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;

use super::labels::{Labels, PlaceRole};
use super::sheet::Sheet;
use crate::value::answer::Tick;

/// A label that was found in a source.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// With the number of a block, and the box before the label.
    pub(super) glyphs: Range<usize>,
    /// The index of the label.
    pub(super) key: usize,
    /// The number that is printed after the word of a block.
    pub(super) number: Option<u32>,
    /// The box before the label.
    pub(super) tick: Option<Tick>,
    /// The characters of the label that the source lacks here.
    pub(super) lost: Vec<char>,
}

/// A label of this length may follow a blank inside a line, if the blocks of the source are not in order.
const LOOSE: usize = 8;

/// The longest number of a block.
const DIGITS: usize = 3;

/// Finds every label at the beginning of a line or a cell of a table, after another label, and after a box. With `is_loose`,
/// a long label may also follow a blank.
pub(super) fn find(labels: &Labels<'_>, sheet: &Sheet, is_loose: bool) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while let Some(glyph) = sheet.glyphs.get(at) {
        let found = if glyph.c == ']' {
            after_box(labels, sheet, at)
        } else if begins(sheet, at)
            || (!sheet.is_own && glyph.after_blank && all.last().is_some_and(|last| last.glyphs.end == at))
        {
            let found = longest(labels, sheet, at, false).or_else(|| damaged(labels, sheet, at));
            found.map(|found| with_bullet(sheet, &found))
        } else if is_loose && glyph.after_blank {
            let is_long =
                |found: &Found| labels.keys.get(found.key).is_some_and(|key| key.is_full && key.text.len() >= LOOSE);
            longest(labels, sheet, at, false).filter(is_long)
        } else {
            None
        };
        at = match found {
            Some(mut found) => {
                // A box that begins before the last label ends is not the box of this one.
                let end = all.last().map_or(0, |last| last.glyphs.end);
                found.glyphs.start = found.glyphs.start.max(end);
                let end = found.glyphs.end;
                all.push(found);
                end
            }
            None => at + 1,
        };
    }
    all
}

/// Where a second form begins: most labels that the form prints once are there twice.
pub(super) fn second(labels: &Labels<'_>, all: &[Found]) -> Option<usize> {
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for found in all {
        let Some(key) = labels.keys.get(found.key).filter(|key| key.is_full) else { continue };
        let is_single = |place: &usize| labels.places.get(*place).is_some_and(|place| place.lists.is_empty());
        if let [place] = key.places.as_slice() {
            if is_single(place) {
                seen.entry(*place).or_default().push(found.glyphs.start);
            }
        }
    }
    let twice = seen.values().filter(|starts| starts.len() > 1).count();
    let is_second = twice >= TWICE && twice * 3 > seen.len() * 2;
    seen.values().filter(|_| is_second).find_map(|starts| starts.get(1).copied())
}

/// A second form has at least so many labels of the first.
const TWICE: usize = 4;

/// Whether a label may begin here: at the beginning of a run, or after a bullet there.
fn begins(sheet: &Sheet, at: usize) -> bool {
    let is_bullet = |at: usize| sheet.glyphs.get(at).is_some_and(|glyph| glyph.c == '■');
    sheet.begins_run(at) || at.checked_sub(1).is_some_and(|before| sheet.begins_run(before) && is_bullet(before))
}

fn with_bullet(sheet: &Sheet, found: &Found) -> Found {
    let start = found.glyphs.start - usize::from(!sheet.begins_run(found.glyphs.start));
    Found { glyphs: start..found.glyphs.end, ..found.clone() }
}

/// The label of a box after its closing bracket.
fn after_box(labels: &Labels<'_>, sheet: &Sheet, at: usize) -> Option<Found> {
    // A bracket on another line is of another box.
    let first = sheet.line_start(at).filter(|first| sheet.line_start(at + 1) == Some(*first))?;
    let found = longest(labels, sheet, at + 1, true)?;
    let c = |back: usize| at.checked_sub(back).filter(|at| *at >= first).and_then(|at| sheet.c(at));
    let (tick, before) = match (c(2), c(1)) {
        (_, Some('[')) => (Some(Tick::Unticked), 1),
        (Some('['), Some('○')) => (Some(Tick::Ticked), 2),
        (Some('['), Some('?')) => (Some(Tick::NotKnown), 2),
        (_, _) => (None, 0),
    };
    Some(Found { glyphs: at - before..found.glyphs.end, tick, ..found })
}

/// The longest label that begins here.
fn longest(labels: &Labels<'_>, sheet: &Sheet, at: usize, is_box: bool) -> Option<Found> {
    let start = (sheet.glyphs.get(at)?.c, sheet.glyphs.get(at + 1)?.c);
    for index in labels.by_start.get(&start)? {
        let key = labels.keys.get(*index)?;
        let is_of_box = |place: &usize| labels.places.get(*place).is_some_and(|place| place.role == PlaceRole::Box);
        if is_box != key.places.iter().any(is_of_box) && is_box {
            continue;
        }
        let Some(mut end) = matches(sheet, at, &key.text) else { continue };
        let mut number = None;
        if key.is_title {
            let digits = sheet.glyphs(end..end + DIGITS).iter().take_while(|glyph| glyph.c.is_ascii_digit());
            let digits: alloc::string::String = digits.map(|glyph| glyph.c).collect();
            number = digits.parse().ok();
            end += digits.len();
            if number.is_none() || !ends(sheet, end, &['※']) {
                continue;
            }
        } else if !ends(sheet, end, &['※', '[', '(', ':', '|', '【']) {
            continue;
        }
        if sheet.glyphs.get(end).is_some_and(|glyph| glyph.c == '※') {
            end += 1;
        }
        return Some(Found { glyphs: at..end, key: *index, number, tick: None, lost: Vec::new() });
    }
    None
}

/// The longest label that begins here without one or two of its characters.
fn damaged(labels: &Labels<'_>, sheet: &Sheet, at: usize) -> Option<Found> {
    let of_key = |index: &usize| {
        let key = labels.keys.get(*index)?;
        let lost = (1..=LOST).find_map(|lost| subsequence(sheet, at, &key.text, lost))?;
        // Without the number before it, a label is found as it is.
        let lost = Some(lost).filter(|lost| !matches!(lost.as_slice(), ['①'..='⑳', ..]))?;
        let glyphs = at..at + key.text.len() - lost.len();
        let mut glyphs = Some(glyphs).filter(|glyphs| ends(sheet, glyphs.end, &['※', '[', '(', ':', '|', '【']))?;
        glyphs.end += usize::from(sheet.c(glyphs.end) == Some('※'));
        Some(Found { glyphs, key: *index, number: None, tick: None, lost })
    };
    labels.by_any.get(&sheet.c(at)?)?.iter().filter_map(of_key).max_by_key(|found| found.glyphs.len())
}

/// How many characters a label may lack.
const LOST: usize = 2;

/// The characters that a label must have lost to be what is here: so many, and nothing else differs.
fn subsequence(sheet: &Sheet, at: usize, key: &[char], lost: usize) -> Option<Vec<char>> {
    let here = sheet.glyphs.get(at..at + key.len().checked_sub(lost)?)?;
    let (mut here, mut skipped) = (here.iter().peekable(), Vec::new());
    for c in key {
        if here.next_if(|glyph| glyph.c == *c).is_none() {
            skipped.push(*c);
            if skipped.len() > lost {
                return None;
            }
        }
    }
    here.next().is_none().then_some(skipped)
}

/// Where the label ends if it begins here. It may be broken over lines of a paragraph, or over parts of a cell.
fn matches(sheet: &Sheet, at: usize, key: &[char]) -> Option<usize> {
    let first = sheet.run_of(at)?;
    let end = at + key.len();
    let glyphs = sheet.glyphs.get(at..end)?;
    if !glyphs.iter().zip(key).all(|(glyph, c)| glyph.c == *c) {
        return None;
    }
    let last = sheet.run_of(end - 1)?;
    (first.paragraph == last.paragraph && first.column == last.column).then_some(end)
}

/// Whether a label may end before this glyph.
fn ends(sheet: &Sheet, at: usize, allowed: &[char]) -> bool {
    sheet.ends_run(at) || sheet.glyphs.get(at).is_some_and(|glyph| glyph.after_blank || allowed.contains(&glyph.c))
}
