//! Reads a source whose pages are sets of blocks. All of its answers become suggestions; the doubts that are set here say why in more detail.

use alloc::vec::Vec;
use core::ops::Range;

use super::account::{Doubt, Fate, Placement};
use super::cover::cover;
use super::fill::Filling;
use super::find::Found;
use super::fold::folded;
use super::labels::{Labels, PlaceRole, path_with};
use super::ordered::{is_twice, lines, put, single, title};
use super::pages::{MOST, Step, block_end, count, page_range, sequence};
use super::read::{read, says, text};
use super::sheet::Sheet;
use super::values::{Reading, Word, boxes, choice_lists, is_word, listed, noted, seen_boxes, without, words};
use super::walk::{Placed, follow, walk};
use crate::catalogue::Item;
use crate::form::{Cell, Choice};
use crate::value::answer::{AnswerKind, Tick};
use crate::value::date::FormDate;
use crate::value::sorted::sort_by_key;

/// A label with its step.
struct Label {
    placed: Placed,
    step: Step,
}

/// Reads the answers of a source page by page, up to `end`.
pub(super) fn answer(labels: &Labels<'_>, sheet: &Sheet, filling: &mut Filling<'_>, found: &[Found], end: usize) {
    let mut steps = sequence(labels, sheet, found);
    let pairs: Vec<(usize, usize)> = steps.iter().map(|step| (step.found, step.place)).collect();
    let mut placed = walk(labels, found, &pairs);
    let indices: Vec<Vec<usize>> = placed.iter().map(|one| one.indices.clone()).collect();
    count(labels, &mut steps, &indices);
    for (one, step) in placed.iter_mut().zip(&steps) {
        one.doubt = one.doubt.take().or_else(|| step.doubt.clone());
    }
    // In the order of the source, each with what follows it on its page.
    sort_by_key(&mut steps, |step| found.get(step.found).map(|found| found.glyphs.start));
    follow(labels, sheet, &mut placed, end);
    let all: Vec<Label> = placed.into_iter().zip(steps).map(|(placed, step)| Label { placed, step }).collect();
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        let len = rest.iter().take(MOST).take_while(|one| one.step.page == first.step.page).count();
        let (on_page, after) = rest.split_at(len);
        rest = after;
        // A page with too many labels is read in parts.
        let part = first.placed.label.start..on_page.last().map_or(end, |last| last.placed.after.end);
        let range = if len < MOST { page_range(sheet, first.step.page) } else { part };
        page(labels, sheet, filling, found, on_page, &range);
    }
}

/// Reads the answers of one page.
fn page(
    labels: &Labels<'_>,
    sheet: &Sheet,
    filling: &mut Filling<'_>,
    found: &[Found],
    on_page: &[Label],
    range: &Range<usize>,
) {
    let mut taken: Vec<Range<usize>> = on_page.iter().map(|one| one.placed.label.clone()).collect();
    taken.extend(choice_lists(labels, sheet, range));
    sort_by_key(&mut taken, |one| one.start);
    let pieces = without(sheet, range, &taken);
    let (values, _) = words(sheet, &pieces);
    // A count in brackets is more exact than the band before it, wherever that is.
    let is_digit = |at: usize| sheet.c(at).is_some_and(|c| c.is_ascii_digit() || c == '~');
    let is_count = |word: &Word| sheet.c(word.glyphs.start) == Some('(') && is_digit(word.glyphs.start + 1);
    let has_counts = values.iter().any(is_count);
    let placed: Vec<Placed> = on_page.iter().map(|one| one.placed.clone()).collect();
    let on_cover =
        on_page.iter().filter_map(|one| Some((labels.cell_of(one.placed.place)?.item(), one.placed.label.clone())));
    let on_cover: Vec<(Item, Range<usize>)> = on_cover.collect();
    let mut cover = cover(sheet, labels.kind, range, &on_cover);
    // The items without a text.
    let mut open: Vec<(&Cell<'_>, &Placed)> = Vec::new();
    for (index, one) in on_page.iter().enumerate() {
        let Label { placed: own, step } = one;
        filling.own(&own.label, Fate::Label);
        let (Some(place), Some(cell)) = (labels.places.get(own.place), labels.cell_of(own.place)) else { continue };
        let after = own.after.start..own.after.end.min(range.end).max(own.after.start);
        let doubt = own.doubt.clone().or_else(|| step.is_shared.then_some(Doubt::WhichItem));
        let found = found.get(own.found);
        let is_damaged = found.is_some_and(|found| !found.lost.is_empty());
        let doubt = doubt.or(is_damaged.then_some(Doubt::Damaged));
        if place.role == PlaceRole::Title {
            title(filling, cell, own, found.and_then(|found| found.number), own.doubt.as_ref());
        }
        if place.has_lines {
            lines(sheet, filling, cell, &Placed { after, ..own.clone() }, doubt.as_ref());
            continue;
        }
        if !place.is_answered || is_twice(labels, &placed, index) {
            continue;
        }
        if let Some((path, reading)) = path_with(cell.path(), &own.indices).zip(cover.remove(&cell.item())) {
            filling.answer(path.clone(), reading);
            filling.confirm(path);
            continue;
        }
        let reading = match cell.kind() {
            AnswerKind::Choice | AnswerKind::Band => choice(labels, sheet, on_page, one, &after, &values),
            AnswerKind::CheckBoxes => {
                group(labels, sheet, filling, on_page, one, range, doubt.as_ref());
                continue;
            }
            AnswerKind::CheckBox => {
                let tick = found.and_then(|found| found.tick);
                let reading = single(&own.label, tick.unwrap_or(Tick::NotKnown));
                let floats = Reading { doubt: Some(Doubt::MarkFloats), text: "[ ]".into(), ..reading.clone() };
                if tick.is_none() {
                    if let Some(path) = path_with(cell.path(), &own.indices) {
                        filling.suggest(path, floats);
                    }
                }
                let inside =
                    read(labels, sheet, cell, &after).readings.into_iter().filter(|(inside, _)| inside.is_some());
                inside.chain([(None, reading)]).collect()
            }
            AnswerKind::Number | AnswerKind::Date => value(labels, sheet, on_page, cell, own, &after, range),
            AnswerKind::Text => words_of(labels, sheet, cell, &placed, index, &after, range),
        };
        if cell.kind() == AnswerKind::Text && reading.is_empty() {
            open.push((cell, own));
        }
        let doubt = doubt.as_ref().filter(|_| !is_by_count(cell.kind()) || own.doubt.is_some());
        let is_single = place.lists.is_empty() && found.is_some_and(|found| is_printed_once(labels, found));
        let may_be_count = has_counts && cell.kind() == AnswerKind::Band;
        if doubt.is_none()
            && !may_be_count
            && reading.iter().all(|(_, reading)| is_sound(sheet, own, is_single, reading))
        {
            if let Some(path) = path_with(cell.path(), &own.indices) {
                filling.confirm(path);
            }
        }
        put(filling, cell, own, reading, doubt);
    }
    if let ([(cell, own)], Some(first)) = (open.as_slice(), placed.first()) {
        put(filling, cell, own, lead(labels, sheet, cell, range, first), own.doubt.as_ref());
    }
}

/// Whether the form prints a label at one place only, so that it is that place wherever the source has it.
fn is_printed_once(labels: &Labels<'_>, found: &Found) -> bool {
    labels.keys.get(found.key).is_some_and(|key| key.is_full && key.places.len() == 1)
}

/// Whether an answer is certain in any order of the source: one of as many equal values on its page as there are items for them, or all of
/// what is on the line of a label that the form prints once, if nothing but another block follows.
fn is_sound(sheet: &Sheet, own: &Placed, is_single: bool, reading: &Reading) -> bool {
    if reading.doubt.is_some() {
        return false;
    }
    let end = block_end(sheet, own.label.end.saturating_sub(1), own.after.end);
    let is_alone = !(own.label.end..end).any(|at| sheet.begins_run(at));
    let is_on_line = |glyphs: &Range<usize>| own.label.end <= glyphs.start && glyphs.end <= end;
    reading.because == Placement::ByCount || (is_single && is_alone && reading.glyphs.iter().all(is_on_line))
}

/// The text before the first label of a page. It belongs to the only item of the page without a text.
fn lead(
    labels: &Labels<'_>,
    sheet: &Sheet,
    cell: &Cell<'_>,
    page: &Range<usize>,
    first: &Placed,
) -> Vec<(Option<usize>, Reading)> {
    let before = page.start..first.label.start;
    let start = sheet.pieces(&before).into_iter().find(|piece| says(sheet, piece)).map_or(before.end, |one| one.start);
    let text = before_choices(labels, sheet, &before_boxes(sheet, &(start..before.end)));
    let mut readings = read(labels, sheet, cell, &text).readings;
    readings.retain(|(inside, reading)| inside.is_none() && reading.glyphs.iter().any(|one| says(sheet, one)));
    for (_, reading) in &mut readings {
        reading.doubt = Some(Doubt::NotBeside);
    }
    readings
}

/// Whether an answer of this kind has said itself whether a label that is on the page several times matters.
const fn is_by_count(kind: AnswerKind) -> bool {
    matches!(kind, AnswerKind::Choice | AnswerKind::Band)
}

/// The value of a choice on a page: the only one of its list, one of as many equal ones as there are items, or the one in what
/// follows the label.
fn choice(
    labels: &Labels<'_>,
    sheet: &Sheet,
    on_page: &[Label],
    one: &Label,
    after: &Range<usize>,
    values: &[Word],
) -> Vec<(Option<usize>, Reading)> {
    let Some(cell) = labels.cell_of(one.placed.place) else { return Vec::new() };
    let choices: Vec<(Choice, Vec<char>)> = cell.choices().map(|choice| (choice, folded(choice.label))).collect();
    let of = |word: &Word| choices.iter().position(|(_, label)| is_word(sheet, word, label));
    let own: Vec<(usize, &Word)> = values.iter().filter_map(|word| Some((of(word)?, word))).collect();
    let is_same = |other: &&Label| {
        let place = labels.places.get(other.placed.place).filter(|place| place.is_answered);
        place
            .and_then(|place| labels.cells.get(place.cell))
            .is_some_and(|other| other.choices().any(|choice| choices.iter().any(|(own, _)| own.label == choice.label)))
    };
    let items = on_page.iter().filter(is_same).count();
    let reading = |(index, word): &(usize, &Word), because, doubt| {
        let (choice, _) = choices.get(*index)?;
        let glyphs = Vec::from([word.glyphs.clone()]);
        Some((None, Reading { text: choice.label.into(), code: choice.code, glyphs, because, doubt }))
    };
    let inside: Vec<&(usize, &Word)> = own.iter().filter(|(_, word)| after.contains(&word.glyphs.start)).collect();
    let is_equal = own.windows(2).all(|two| matches!(two, [(one, _), (other, _)] if one == other));
    let mut readings: Vec<(Option<usize>, Reading)> = match (own.as_slice(), inside.as_slice()) {
        (all, _) if all.len() == items && is_equal => {
            // Each item takes one of the equal values, in their order.
            let at = on_page.iter().filter(is_same).position(|other| other.placed.label == one.placed.label);
            at.and_then(|at| all.get(at))
                .and_then(|value| reading(value, Placement::ByCount, None))
                .into_iter()
                .collect()
        }
        (all, [value]) => {
            let is_sure = all.len() == items && !one.step.is_shared;
            let doubt = (!is_sure).then_some(Doubt::WhichItem);
            reading(value, Placement::Below, doubt).into_iter().collect()
        }
        (all, []) => {
            let at = on_page.iter().filter(is_same).position(|other| other.placed.label == one.placed.label);
            let nth = at.and_then(|at| all.get(at)).filter(|_| all.len() == items);
            nth.or(all.first().filter(|_| is_equal))
                .and_then(|value| reading(value, Placement::Below, Some(Doubt::WhichItem)))
                .into_iter()
                .collect()
        }
        (_, several) => {
            several.iter().filter_map(|value| reading(value, Placement::Below, Some(Doubt::TwoChoices))).collect()
        }
    };
    readings = readings
        .into_iter()
        .flat_map(|(inside, reading)| {
            let after = reading.glyphs.first().map_or(0, |band| band.end + 1);
            let notes = values.iter().filter(|word| word.glyphs.start == after);
            noted(sheet, cell, reading, notes).into_iter().map(move |one| (inside, one))
        })
        .collect();
    // What the form prints inside the cell, such as a number of recipients.
    let said = read(labels, sheet, cell, after).readings.into_iter();
    readings.extend(said.filter(|(inside, _)| inside.is_some()).map(|(inside, reading)| {
        (inside, Reading { doubt: reading.doubt.or_else(|| one.step.is_shared.then_some(Doubt::WhichItem)), ..reading })
    }));
    readings
}

/// The boxes of a group on a page. What is whole is certain; marks that float are suggested.
fn group(
    labels: &Labels<'_>,
    sheet: &Sheet,
    filling: &mut Filling<'_>,
    on_page: &[Label],
    one: &Label,
    page: &Range<usize>,
    doubt: Option<&Doubt>,
) {
    let Some(cell) = labels.cell_of(one.placed.place) else { return };
    let Some(path) = path_with(cell.path(), &one.placed.indices) else { return };
    let shares = |other: &&Label| {
        let other = labels
            .places
            .get(other.placed.place)
            .filter(|place| place.is_answered)
            .and_then(|place| labels.cells.get(place.cell));
        other.is_some_and(|other| other.choices().any(|choice| cell.choices().any(|own| own.label == choice.label)))
    };
    let same: Vec<&Label> = on_page.iter().filter(shares).collect();
    let at = same.iter().position(|other| other.placed.label == one.placed.label).unwrap_or_default();
    let start = if at == 0 { page.start } else { one.placed.label.start };
    let end = same.get(at + 1).map_or(page.end, |next| next.placed.label.start);
    let elsewhere = equal_boxes(labels, sheet, on_page, cell, page);
    let Some(group) = boxes(sheet, cell, &(start..end), &elsewhere) else { return };
    let is_alone = same.len() == 1;
    let doubt = doubt.cloned().or_else(|| (!is_alone).then_some(Doubt::WhichItem));
    for (code, glyphs) in &group.texts {
        if let Some(inside) = super::read::inside_of(cell, code).and_then(|inside| cell.inside().get(inside)) {
            if let Some(path) = path_with(inside.path(), &one.placed.indices) {
                let reading = text(sheet, core::slice::from_ref(glyphs));
                filling.answer(path, Reading { doubt: doubt.clone(), ..reading });
            }
        }
    }
    // As many equal lines of each box as items that print it: all of them have it so.
    if one.placed.doubt.is_none() && elsewhere.iter().all(Option::is_some) {
        let text = listed(cell, &elsewhere);
        filling.answer(path.clone(), Reading { text, because: Placement::ByCount, doubt: None, ..group.reading });
        return filling.confirm(path);
    }
    if group.guess != group.reading.text || doubt.is_some() {
        let reason = doubt.clone().or(Some(Doubt::MarkFloats));
        filling.suggest(path.clone(), Reading { text: group.guess, doubt: reason, ..group.reading.clone() });
    }
    if doubt.is_none() {
        filling.answer(path, Reading { doubt: None, ..group.reading });
    }
}

/// The states of the boxes that the page has as often as items that print them, each time with the same mark.
fn equal_boxes(
    labels: &Labels<'_>,
    sheet: &Sheet,
    on_page: &[Label],
    cell: &Cell<'_>,
    page: &Range<usize>,
) -> Vec<Option<Tick>> {
    let items: Vec<&Cell<'_>> = on_page
        .iter()
        .filter_map(|one| labels.places.get(one.placed.place).filter(|place| place.is_answered))
        .filter_map(|place| labels.cells.get(place.cell))
        .collect();
    let seen = seen_boxes(sheet, cell, page);
    let state = |(index, choice): (usize, Choice)| {
        let prints = |item: &&&Cell<'_>| item.choices().any(|own| own.label == choice.label);
        let count = items.iter().filter(prints).count();
        let ticks: Vec<Tick> = seen.iter().filter(|one| one.index == index).map(|one| one.tick).collect();
        let first = ticks.first().copied().filter(|first| ticks.len() == count && *first != Tick::NotKnown)?;
        ticks.iter().all(|tick| *tick == first).then_some(first)
    };
    cell.choices().enumerate().map(state).collect()
}

/// The number or date on the line of its label, or in the next block; otherwise the only date of the page. That is certain for the only
/// item of the page that has a date.
fn value(
    labels: &Labels<'_>,
    sheet: &Sheet,
    on_page: &[Label],
    cell: &Cell<'_>,
    own: &Placed,
    after: &Range<usize>,
    page: &Range<usize>,
) -> Vec<(Option<usize>, Reading)> {
    let inline = after.start..block_end(sheet, own.label.end.saturating_sub(1), after.end).max(after.start);
    let mut readings = read(labels, sheet, cell, &inline).readings;
    if readings.is_empty() {
        readings = read(labels, sheet, cell, after).readings;
        let mut is_only = false;
        if cell.kind() == AnswerKind::Date {
            let is_date = |piece: &Range<usize>| sheet.text(piece).trim().parse::<FormDate>().is_ok();
            readings.retain(|(inside, reading)| inside.is_some() || reading.glyphs.iter().all(is_date));
            let dates: Vec<Range<usize>> = sheet.pieces(page).into_iter().filter(is_date).collect();
            if let [date] = dates.as_slice() {
                let asks_date =
                    |one: &&Label| labels.cell_of(one.placed.place).is_some_and(|cell| cell.kind() == AnswerKind::Date);
                is_only = on_page.iter().filter(asks_date).count() == 1;
                let reading = Reading { because: Placement::ByCount, ..text(sheet, core::slice::from_ref(date)) };
                readings.retain(|(inside, _)| inside.is_some());
                readings.push((None, reading));
            }
        }
        for (_, reading) in readings.iter_mut().filter(|(inside, _)| !is_only || inside.is_some()) {
            reading.doubt = Some(Doubt::NotBeside);
        }
    }
    readings
}

/// The text after a label: what is on its lines, and the blocks below it up to the label that the form prints next.
fn words_of(
    labels: &Labels<'_>,
    sheet: &Sheet,
    cell: &Cell<'_>,
    placed: &[Placed],
    index: usize,
    after: &Range<usize>,
    page: &Range<usize>,
) -> Vec<(Option<usize>, Reading)> {
    let Some(own) = placed.get(index) else { return Vec::new() };
    let end = block_end(sheet, own.label.end.saturating_sub(1), after.end).max(after.start);
    let has_marks = sheet.glyphs(end..after.end).iter().any(|glyph| matches!(glyph.c, '[' | ']' | '○'));
    let after = &before_choices(labels, sheet, &before_boxes(sheet, after));
    let (inline, below) = (after.start..end.min(after.end), end.min(after.end)..after.end);
    let says_more = sheet.pieces(&below).iter().any(|piece| says(sheet, piece));
    let follows = placed.get(index + 1).is_some_and(|next| is_next(labels, own, next));
    let beside = read(labels, sheet, cell, &inline).readings;
    let doubt_all = |readings: Vec<(Option<usize>, Reading)>, doubt: Option<Doubt>| -> Vec<(Option<usize>, Reading)> {
        readings
            .into_iter()
            .map(|(inside, reading)| (inside, Reading { doubt: doubt.clone().or(reading.doubt), ..reading }))
            .collect()
    };
    let whole = || read(labels, sheet, cell, after).readings;
    if !beside.is_empty() && (!says_more || !is_long(&beside)) {
        return beside;
    }
    if follows && !has_marks {
        let because =
            |(inside, reading): (Option<usize>, Reading)| (inside, Reading { because: Placement::Below, ..reading });
        return whole().into_iter().map(because).collect();
    }
    let reason = if beside.is_empty() { Doubt::NotBeside } else { Doubt::MayContinue };
    let readings = doubt_all(whole(), Some(reason));
    if !readings.is_empty() {
        return readings;
    }
    // Several labels in a row: their answers may follow the last.
    // A label below a heading begins another row.
    let mut is_below = false;
    let is_of_row = |next: &&Placed| {
        let is_label = labels.places.get(next.place).is_some_and(|place| place.is_answered);
        is_below |= !is_label;
        !(is_below && is_label)
    };
    let next = placed.iter().skip(index + 1).take(STACK).take_while(is_of_row);
    let mut below = next.map(|next| next.after.start..next.after.end.min(page.end));
    let below = below.find(|below| sheet.pieces(below).iter().any(|piece| says(sheet, piece)));
    let block = below.map(|below| below.start..block_end(sheet, below.start, below.end).max(below.start));
    doubt_all(block.map_or_else(Vec::new, |block| read(labels, sheet, cell, &block).readings), Some(Doubt::NotBeside))
}

/// The part of a range before the first line of boxes that has text before it.
fn before_boxes(sheet: &Sheet, range: &Range<usize>) -> Range<usize> {
    let pieces = sheet.pieces(range);
    let is_box = |piece: &Range<usize>| {
        matches!(sheet.c(piece.start), Some('[' | ']')) || (piece.len() == 1 && sheet.c(piece.start) == Some('○'))
    };
    let first = pieces.iter().position(is_box).filter(|at| pieces.iter().take(*at).any(|piece| says(sheet, piece)));
    range.start..first.and_then(|at| pieces.get(at)).map_or(range.end, |piece| piece.start)
}

/// The part of a range before the choices of other items at its end.
fn before_choices(labels: &Labels<'_>, sheet: &Sheet, range: &Range<usize>) -> Range<usize> {
    let lists = choice_lists(labels, sheet, range);
    let is_choice = |piece: &Range<usize>| {
        let first = lists.partition_point(|list| list.end <= piece.start);
        let rest = without(sheet, piece, lists.get(first..).unwrap_or_default());
        let is_one = |rest: &Range<usize>| {
            labels.choices.iter().any(|choice| choice.len() == rest.len() && sheet.is_at(rest.start, choice))
        };
        rest.iter().all(|rest| !says(sheet, rest) || is_one(rest))
    };
    let pieces = sheet.pieces(range);
    let last = pieces.iter().rposition(|piece| !is_choice(piece));
    range.start..last.and_then(|last| pieces.get(last)).map_or(range.end, |piece| piece.end)
}

/// How many labels in a row may precede an answer.
const STACK: usize = 3;

/// The longest name on the line of a label.
const NAME: usize = 40;

fn is_long(readings: &[(Option<usize>, Reading)]) -> bool {
    readings.iter().any(|(_, reading)| reading.text.chars().count() > NAME || reading.text.contains('\n'))
}

/// Whether a label is the one that the form prints after another.
fn is_next(labels: &Labels<'_>, one: &Placed, next: &Placed) -> bool {
    let last = labels.lists.iter().any(|list| list.last == one.place && next.place == list.first);
    (next.place > one.place && next.place - one.place <= 2) || last
}
