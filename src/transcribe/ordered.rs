//! Reads a source in the order of the form: what follows a label is its answer.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use super::account::{Doubt, Fate, Placement};
use super::entries::entries;
use super::fill::Filling;
use super::find::Found;
use super::labels::{Labels, PlaceRole, path_with};
use super::read::{named, read};
use super::sheet::Sheet;
use super::values::Reading;
use super::walk::{Placed, follow, walk};
use crate::assessment::{InformationSystem, RecordItemGroup};
use crate::catalogue::{FieldPath, PathStep};
use crate::form::Cell;
use crate::value::answer::{AnswerKind, Tick};

/// Reads the answers of a source whose labels are aligned with the form, up to `end`.
pub(super) fn answer(
    labels: &Labels<'_>,
    sheet: &Sheet,
    filling: &mut Filling<'_>,
    (found, aligned): (&[Found], &[Option<usize>]),
    end: usize,
) {
    let steps: Vec<(usize, usize)> =
        aligned.iter().enumerate().filter_map(|(found, place)| Some((found, (*place)?))).collect();
    let mut placed = walk(labels, found, &steps);
    follow(labels, sheet, &mut placed, end);
    // Neither a page of the crate nor words with places, which say themselves what is beside what.
    let is_foreign = !sheet.is_own && !sheet.is_laid;
    let gaps = placed.windows(2).filter(|two| matches!(two, [one, next] if labels.is_lacking(one.place, next.place)));
    let is_whole = is_foreign && placed.len() >= WHOLE && gaps.count() * GAPS < placed.len();
    for (index, one) in placed.iter().enumerate() {
        filling.own(&one.label, Fate::Label);
        let (Some(place), Some(cell)) = (labels.places.get(one.place), labels.cell_of(one.place)) else { continue };
        // In Markdown, a line of a text may look like a mark.
        let may_be_mark = (!sheet.is_plain && cell.kind() == AnswerKind::Text && sheet.is_mark(one.after.end))
            .then_some(Doubt::MayContinue);
        // Its place does not say to which label it belongs. Of a list, each entry has a place of its own.
        let placed_at = if place.has_lines { one.label.clone() } else { one.label.start..one.after.end };
        let unclear = (!sheet.is_clear(&placed_at)).then_some(Doubt::MayContinue);
        let doubt = one.doubt.as_ref().filter(|_| !sheet.is_own).or(may_be_mark.as_ref()).or(unclear.as_ref());
        let found = found.get(one.found);
        let is_damaged = found.is_some_and(|found| !found.lost.is_empty());
        let doubt = doubt.or(is_damaged.then_some(&Doubt::Damaged));
        // An answer may begin with the words of its label.
        let is_again = index.checked_sub(1).is_some_and(|before| is_twice(labels, &placed, before));
        let is_answer = is_again && is_foreign && cell.kind() == AnswerKind::Text && !sheet.ends_run(one.label.end);
        let doubt = doubt.or(is_answer.then_some(&Doubt::MayContinue));
        if place.role == PlaceRole::Title {
            title(filling, cell, one, found.and_then(|found| found.number), doubt);
        }
        if place.has_lines {
            lines(sheet, filling, cell, one, doubt);
        } else if place.is_answered && !is_twice(labels, &placed, index) {
            let mut readings = read(labels, sheet, cell, &one.after).readings;
            if let (AnswerKind::CheckBox, Some(tick)) = (cell.kind(), found.and_then(|found| found.tick)) {
                readings.retain(|(inside, _)| inside.is_some());
                readings.push((None, single(&one.label, tick)));
            }
            if is_foreign {
                let lacks =
                    is_whole && placed.get(index + 1).is_some_and(|next| labels.is_lacking(one.place, next.place));
                doubt_below(sheet, cell, &one.label, lacks, &mut readings);
            }
            put(filling, cell, one, readings, doubt);
        }
        let is_answered = |next: &&Placed| labels.places.get(next.place).is_some_and(|place| place.is_answered);
        let next = placed.get(index + 1).filter(is_answered);
        let next = next.and_then(|next| path_with(labels.cell_of(next.place)?.path(), &next.indices));
        if let (Some(own), Some(next)) = (path_with(cell.path(), &one.indices), next) {
            filling.follow(own, next);
        }
    }
}

/// A source is a part of a form if it has fewer labels.
const WHOLE: usize = 30;
/// The same, if more than one in so many labels is not there.
const GAPS: usize = 5;

/// Doubts an answer below its label: a box and a choice without brackets, and every answer if the next label of the form is not there,
/// whose answer may follow.
fn doubt_below(
    sheet: &Sheet,
    cell: &Cell<'_>,
    label: &Range<usize>,
    lacks: bool,
    readings: &mut [(Option<usize>, Reading)],
) {
    let line = |at: usize| sheet.run_of(at).map(|run| run.line);
    for (_, reading) in readings.iter_mut().filter(|(inside, _)| inside.is_none()) {
        let mut pieces = reading.glyphs.iter().flat_map(|glyphs| sheet.pieces(glyphs));
        if pieces.all(|piece| line(piece.start) == line(label.start)) {
            continue;
        }
        let is_bracketed = |one: &Range<usize>| one.start.checked_sub(1).and_then(|at| sheet.c(at)) == Some('[');
        let floats = match cell.kind() {
            AnswerKind::CheckBox => true,
            AnswerKind::Choice | AnswerKind::Band => !reading.glyphs.iter().any(is_bracketed),
            AnswerKind::CheckBoxes | AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => false,
        };
        if floats {
            reading.doubt.get_or_insert(Doubt::MarkFloats);
        } else if lacks {
            reading.doubt.get_or_insert(Doubt::MayContinue);
        }
    }
}

/// The number in the title of a block.
pub(super) fn title(
    filling: &mut Filling<'_>,
    cell: &Cell<'_>,
    one: &Placed,
    number: Option<u32>,
    doubt: Option<&Doubt>,
) {
    let Some(number) = number else { return };
    let text = alloc::format!("{number}");
    let reading = Reading { text, glyphs: Vec::new(), because: Placement::InTitle, doubt: doubt.cloned(), code: "" };
    if let Some(path) = beside(cell.path(), &one.indices, InformationSystem::number.name()) {
        filling.answer(path, reading);
    }
}

/// A single box with its label.
pub(super) fn single(label: &Range<usize>, tick: Tick) -> Reading {
    let text = match tick {
        Tick::Ticked => "○",
        Tick::Unticked => "",
        Tick::NotKnown => "？",
    };
    let glyphs = Vec::from([label.clone()]);
    Reading { text: text.into(), glyphs, because: Placement::Beside, doubt: None, code: "" }
}

/// Notes the answers of a cell and of the cells inside it.
pub(super) fn put(
    filling: &mut Filling<'_>,
    cell: &Cell<'_>,
    one: &Placed,
    readings: Vec<(Option<usize>, Reading)>,
    doubt: Option<&Doubt>,
) {
    for (inside, reading) in readings {
        let cell = match inside {
            Some(inside) => cell.inside().get(inside),
            None => Some(cell),
        };
        if let Some(path) = cell.and_then(|cell| path_with(cell.path(), &one.indices)) {
            filling.answer(path, doubted(reading, doubt));
        }
    }
}

/// Gives a reading this doubt. Without one, the reading keeps its own.
pub(super) fn doubted(reading: Reading, doubt: Option<&Doubt>) -> Reading {
    Reading { doubt: doubt.cloned().or(reading.doubt), ..reading }
}

/// Whether the label of the same cell follows directly, as below a heading with the same words.
pub(super) fn is_twice(labels: &Labels<'_>, placed: &[Placed], index: usize) -> bool {
    let cell = |index: usize| {
        let one = placed.get(index)?;
        let place = labels.places.get(one.place).filter(|place| place.is_answered)?;
        Some((place.cell, &one.indices))
    };
    cell(index).is_some() && cell(index) == cell(index + 1)
}

/// The path of a field beside the first cell of an entry.
fn beside(path: &FieldPath, indices: &[usize], field: &str) -> Option<FieldPath> {
    let path = path_with(path, indices)?;
    let last = path.steps().iter().rposition(|step| matches!(step, PathStep::Index(_)))?;
    let mut text = String::new();
    for (index, step) in path.steps().iter().enumerate().take(last + 1) {
        match step {
            PathStep::Field(name) => {
                text.push_str(if index > 0 { "." } else { "" });
                text.push_str(name);
            }
            PathStep::Index(index) => write!(text, "[{index}]").ok()?,
        }
    }
    alloc::format!("{text}.{field}").parse().ok()
}

/// Reads the entries of a list whose entries are lines.
pub(super) fn lines(sheet: &Sheet, filling: &mut Filling<'_>, cell: &Cell<'_>, one: &Placed, doubt: Option<&Doubt>) {
    let has_headings = beside(cell.path(), &one.indices, RecordItemGroup::heading.name()).is_some();
    for (index, entry) in entries(sheet, &one.after, has_headings).into_iter().enumerate() {
        let mut indices = one.indices.clone();
        if let Some(last) = indices.last_mut() {
            *last = index;
        }
        let unclear = (!entry.pieces.iter().all(|piece| sheet.is_clear(piece))).then_some(Doubt::MayContinue);
        let entry_doubt = doubt.or(entry.doubt.as_ref()).or(unclear.as_ref());
        let reading = |glyphs: &Range<usize>, text| Reading {
            text,
            glyphs: Vec::from([glyphs.clone()]),
            because: Placement::ByNumber,
            code: "",
            doubt: entry_doubt.cloned(),
        };
        if let Some((number, glyphs)) = &entry.number {
            if let Some(path) = beside(cell.path(), &indices, InformationSystem::number.name()) {
                filling.answer(path, reading(glyphs, alloc::format!("{number}")));
            }
        }
        if let Some(glyphs) = &entry.heading {
            if let Some(path) = beside(cell.path(), &indices, RecordItemGroup::heading.name()) {
                let inner = glyphs.start + 1..glyphs.end - 1;
                filling.answer(path, reading(&inner, sheet.text(&inner)));
            }
        }
        let Some((first, last)) = entry.pieces.first().zip(entry.pieces.last()) else { continue };
        for (inside, own) in named(sheet, cell, &(first.start..last.end)) {
            let cell = match inside {
                Some(inside) => cell.inside().get(inside),
                None => Some(cell),
            };
            if let Some(path) = cell.and_then(|cell| path_with(cell.path(), &indices)) {
                filling.answer(path, doubted(own, entry_doubt));
            }
        }
    }
}
