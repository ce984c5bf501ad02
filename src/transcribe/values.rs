//! Choices and boxes as the source prints them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use super::account::{Doubt, Placement};
use super::fold::folded;
use super::labels::Labels;
use super::sheet::Sheet;
use crate::form::{Cell, Choice};
use crate::value::answer::Tick;
use crate::value::band::CountRange;
use crate::value::sorted::sort_by_key;

/// An answer as the source gives it.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The answer as `put_shown` reads it.
    pub(super) text: String,
    /// The glyphs that give it.
    pub(super) glyphs: Vec<Range<usize>>,
    pub(super) because: Placement,
    /// Why it is not certain.
    pub(super) doubt: Option<Doubt>,
    /// The code of the choice, if loading does not read what the form prints.
    pub(super) code: &'static str,
}

/// What the writers print before the choices.
const CHOICES: [&str; 2] = ["<選択肢>", "[選択肢]"];

/// The lists of choices that the form prints in a range: 「＜選択肢＞ 1) 実施する 2) 実施しない」.
pub(super) fn choice_lists(labels: &Labels<'_>, sheet: &Sheet, range: &Range<usize>) -> Vec<Range<usize>> {
    let titles = CHOICES.map(folded);
    let mut lists = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let len = titles.iter().find(|title| sheet.is_at(at, title)).map(Vec::len);
        let len = len.or_else(|| numbered_choice(labels, sheet, at));
        match len {
            Some(len) => {
                lists.push(at..at + len);
                at += len;
            }
            None => at += 1,
        }
    }
    lists
}

/// The length of a choice with its number that begins here.
fn numbered_choice(labels: &Labels<'_>, sheet: &Sheet, at: usize) -> Option<usize> {
    let is_digit = |at: usize| sheet.c(at).is_some_and(|c| c.is_ascii_digit());
    if !is_digit(at) || at.checked_sub(1).is_some_and(|before| is_digit(before) && !sheet.begins_run(at)) {
        return None;
    }
    let bracket = (at + 1..at + 3).find(|at| !is_digit(*at))?;
    if sheet.c(bracket) != Some(')') {
        return None;
    }
    let choice = labels.choices.iter().find(|choice| sheet.is_at(bracket + 1, choice))?;
    Some(bracket + 1 + choice.len() - at)
}

/// A range without the parts that are in others, piece by piece.
pub(super) fn without(sheet: &Sheet, range: &Range<usize>, others: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut rest = Vec::new();
    let mut others = others.iter().peekable();
    for piece in sheet.pieces(range) {
        let mut start = piece.start;
        while let Some(other) = others.next_if(|other| other.start < piece.end) {
            if start < other.start {
                rest.push(start..other.start);
            }
            start = start.max(other.end);
        }
        if start < piece.end {
            rest.push(start..piece.end);
        }
    }
    rest
}

/// A word in a range that could be a choice.
pub(super) struct Word {
    pub(super) glyphs: Range<usize>,
    pub(super) is_bracketed: bool,
    /// The box directly before it.
    pub(super) tick: Option<Tick>,
}

/// The words of a range: what is in brackets, and what is between them.
pub(super) fn words(sheet: &Sheet, pieces: &[Range<usize>]) -> (Vec<Word>, usize) {
    let mut words = Vec::new();
    let mut open = false;
    let (mut ticked, mut tick) = (0, None);
    for piece in pieces {
        let mut start = piece.start;
        for at in piece.start..=piece.end {
            let c = if at == piece.end { None } else { sheet.c(at) };
            if !matches!(c, None | Some('[' | ']' | '○')) {
                continue;
            }
            if start < at {
                let is_bracketed = open && matches!(c, None | Some(']'));
                words.push(Word { glyphs: start..at, is_bracketed, tick: tick.take() });
            }
            start = at + 1;
            match c {
                Some('[') => open = true,
                Some(']') => {
                    if open && sheet.c(at.saturating_sub(1)) == Some('[') {
                        tick = Some(Tick::Unticked);
                    }
                    open = false;
                }
                Some('○') => {
                    ticked += 1;
                    tick = Some(Tick::Ticked);
                }
                _ => {}
            }
        }
    }
    (words, ticked)
}

pub(super) fn is_word(sheet: &Sheet, word: &Word, text: &[char]) -> bool {
    word.glyphs.len() == text.len() && sheet.is_at(word.glyphs.start, text)
}

/// The choice that a range gives, or the choices if it gives several.
pub(super) fn choice(sheet: &Sheet, cell: &Cell<'_>, pieces: &[Range<usize>]) -> Vec<Reading> {
    let choices: Vec<(Choice, Vec<char>)> = cell.choices().map(|choice| (choice, folded(choice.label))).collect();
    let (words, ticked) = words(sheet, pieces);
    let mut found: Vec<(&Choice, Vec<&Word>)> = Vec::new();
    let mut others = Vec::new();
    for word in &words {
        match choices.iter().find(|(_, label)| is_word(sheet, word, label)) {
            Some((choice, _)) => match found.iter_mut().find(|(other, _)| other.code == choice.code) {
                Some((_, words)) => words.push(word),
                None => found.push((choice, Vec::from([word]))),
            },
            None => others.push(word),
        }
    }
    others.retain(|word| {
        let whole = choices.iter().find_map(|(choice, label)| Some((choice, rest(sheet, word, &words, label)?)));
        let whole = whole.filter(|_| word.is_bracketed);
        found.extend(whole.map(|(choice, rest)| (choice, Vec::from([*word, rest]))));
        whole.is_none()
    });
    let reading = |(text, code): (&str, &'static str), words: &[&Word], doubt| Reading {
        text: text.to_string(),
        code,
        glyphs: words.iter().map(|word| word.glyphs.clone()).collect(),
        because: Placement::Beside,
        doubt,
    };
    let others: Vec<&Word> = others.into_iter().filter(|word| word.is_bracketed).collect();
    let readings: Vec<Reading> = match (found.as_slice(), others.as_slice()) {
        ([(choice, words)], []) => {
            let own = words.iter().filter(|word| word.tick == Some(Tick::Ticked)).count();
            let is_against = words.iter().any(|word| word.tick == Some(Tick::Unticked)) || own < ticked;
            Vec::from([reading((choice.label, choice.code), words, is_against.then_some(Doubt::MarkFloats))])
        }
        ([], [other]) => Vec::from([reading((sheet.text(&other.glyphs).trim(), ""), &[other], None)]),
        (found, _) => found
            .iter()
            .map(|(choice, words)| reading((choice.label, choice.code), words, Some(Doubt::TwoChoices)))
            .collect(),
    };
    readings.into_iter().flat_map(|reading| noted(sheet, cell, reading, words.iter())).collect()
}

/// The word that goes on with a choice on the next line, if this one is the beginning of it.
fn rest<'w>(sheet: &Sheet, one: &Word, words: &'w [Word], label: &[char]) -> Option<&'w Word> {
    let (begin, rest) = label.split_at_checked(one.glyphs.len()).filter(|(_, rest)| !rest.is_empty())?;
    let after = words.iter().filter(|word| word.glyphs.start >= one.glyphs.end);
    after.take(1).find(|word| sheet.is_at(one.glyphs.start, begin) && is_word(sheet, word, rest))
}

/// A band that is read, with the count that one of these words notes after a bracket: 「[ 1,000人以上1万人未満 ]（8,500人）」. The
/// count is the answer. If it is not in the band, or there are several, all are doubtful.
pub(super) fn noted<'w>(
    sheet: &Sheet,
    cell: &Cell<'_>,
    band: Reading,
    words: impl Iterator<Item = &'w Word>,
) -> Vec<Reading> {
    let counts: Vec<(&Word, CountRange)> = words.filter_map(|word| Some((word, note(sheet, cell, word)?))).collect();
    let reading = |word: &Word, counts: CountRange| {
        let exact = counts.max().filter(|max| *max == counts.min());
        let text = exact.map_or_else(|| counts.to_string(), |count| count.to_string());
        let glyphs = Vec::from([word.glyphs.clone()]);
        Reading { text, glyphs, because: band.because, doubt: Some(Doubt::TwoChoices), code: "" }
    };
    let is_in_band = |counts| cell.choices().any(|choice| choice.code == band.code && choice.includes(counts));
    let notes = counts.iter().map(|(word, counts)| reading(word, *counts));
    match counts.as_slice() {
        [] => Vec::from([band]),
        [(word, counts)] if is_in_band(*counts) => {
            let mut count = reading(word, *counts);
            count.glyphs.extend(band.glyphs);
            Vec::from([Reading { doubt: band.doubt, ..count }])
        }
        _ => notes.chain([Reading { doubt: Some(Doubt::TwoChoices), ..band.clone() }]).collect(),
    }
}

/// The count that a word notes: 「（8,500人）」 after a closing bracket.
fn note(sheet: &Sheet, cell: &Cell<'_>, word: &Word) -> Option<CountRange> {
    let Range { start, end } = word.glyphs;
    let is_note = sheet.c(start.checked_sub(1)?) == Some(']') && sheet.c(start) == Some('(');
    let last = end.checked_sub(1).filter(|last| is_note && sheet.c(*last) == Some(')'))?;
    let text: String = sheet.glyphs(start + 1..last).iter().map(|glyph| glyph.c).collect();
    cell.read_note(&text)
}

/// The boxes that a range shows, and the text in brackets after each.
pub(super) struct Group {
    pub(super) reading: Reading,
    /// The boxes with what marks that float probably say.
    pub(super) guess: String,
    /// The code of a box and the glyphs in the brackets after it.
    pub(super) texts: Vec<(&'static str, Range<usize>)>,
}

/// A box that a range shows.
pub(super) struct SeenBox {
    /// The index among the choices of the cell.
    pub(super) index: usize,
    code: &'static str,
    pub(super) tick: Tick,
    is_floating: bool,
    glyphs: Range<usize>,
    /// The text in brackets after its label.
    text: Option<Range<usize>>,
}

/// The boxes of a cell that a range shows, in its order.
pub(super) fn seen_boxes(sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>) -> Vec<SeenBox> {
    let mut choices: Vec<(usize, Choice, Vec<char>)> =
        cell.choices().enumerate().map(|(index, choice)| (index, choice, folded(choice.label))).collect();
    sort_by_key(&mut choices, |(.., label)| core::cmp::Reverse(label.len()));
    let mut seen = Vec::new();
    let mut last = range.start;
    for at in range.clone() {
        if sheet.c(at) != Some(']') || at < last {
            continue;
        }
        let label = choices.iter().find(|(.., label)| {
            let end = at + 1 + label.len();
            end <= range.end && sheet.is_at(at + 1, label) && ends_label(sheet, end)
        });
        let Some((index, choice, label)) = label else { continue };
        // A bracket on another line is of another box.
        let first = sheet.line_start(at).unwrap_or(at).max(range.start);
        let c = |back: usize| at.checked_sub(back).filter(|at| *at >= first).and_then(|at| sheet.c(at));
        let (tick, before) = match (c(2), c(1)) {
            (_, Some('[')) => (Tick::Unticked, 1),
            (Some('['), Some('○')) => (Tick::Ticked, 2),
            (Some('['), Some('?')) => (Tick::NotKnown, 2),
            (_, _) => (Tick::NotKnown, 0),
        };
        let glyphs = at - before..at + 1 + label.len();
        let is_own = |inside: &Cell<'_>| inside.before().contains('（');
        let has_text = sheet.c(glyphs.end) == Some('(') && cell.inside().iter().any(is_own);
        let close = closing(sheet, glyphs.end, range.end).filter(|_| has_text);
        last = close.unwrap_or(glyphs.end);
        let text = close.map(|close| glyphs.end + 1..close).filter(|text| !text.is_empty());
        seen.push(SeenBox { index: *index, code: choice.code, tick, is_floating: before == 0, glyphs, text });
    }
    seen
}

/// The boxes of a cell in a range. `None` if none of them is there. A box that the range does not show is as `elsewhere` says.
pub(super) fn boxes(sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>, elsewhere: &[Option<Tick>]) -> Option<Group> {
    let seen = seen_boxes(sheet, cell, range);
    if seen.is_empty() {
        return None;
    }
    let mut states: Vec<Option<Tick>> = cell.choices().map(|_| None).collect();
    for one in &seen {
        if let Some(state) = states.get_mut(one.index) {
            *state = Some(match *state {
                Some(other) if other != one.tick => Tick::NotKnown,
                Some(_) | None => one.tick,
            });
        }
    }
    let is_floating = seen.iter().any(|one| one.is_floating);
    let is_complete = states.iter().all(Option::is_some);
    let text = listed(cell, &states);
    let mut guess = heads(sheet, cell, range, &states);
    for (state, elsewhere) in guess.iter_mut().zip(elsewhere) {
        *state = state.or(*elsewhere);
    }
    let guess = listed(cell, &guess);
    let doubt = if is_floating { Some(Doubt::MarkFloats) } else { (!is_complete).then_some(Doubt::MayContinue) };
    let texts = seen.iter().filter_map(|one| Some((one.code, one.text.clone()?))).collect();
    let glyphs = seen.into_iter().map(|one| one.glyphs).collect();
    Some(Group { reading: Reading { text, glyphs, because: Placement::Beside, doubt, code: "" }, guess, texts })
}

/// The boxes that are ticked or not known, in the words of the form. A label with the mark between two boxes in it is named by its code.
pub(super) fn listed(cell: &Cell<'_>, states: &[Option<Tick>]) -> String {
    let mut text = String::new();
    for (choice, state) in cell.choices().zip(states) {
        let mark = match state.unwrap_or(Tick::NotKnown) {
            Tick::Unticked => continue,
            Tick::Ticked => "",
            Tick::NotKnown => "？",
        };
        text.push_str(if text.is_empty() { "" } else { "、" });
        text.push_str(if choice.label.contains('、') { choice.code } else { choice.label });
        text.push_str(mark);
    }
    text
}

/// The states of the boxes with the brackets that float: one that is open after the label of a box belongs to the next box of
/// the form.
fn heads(sheet: &Sheet, cell: &Cell<'_>, range: &Range<usize>, states: &[Option<Tick>]) -> Vec<Option<Tick>> {
    let mut guess = states.to_vec();
    let labels: Vec<Vec<char>> = cell.choices().map(|choice| folded(choice.label)).collect();
    let mut loose = 0;
    for piece in sheet.pieces(range) {
        let c = |at: usize| sheet.c(at).filter(|_| piece.contains(&at));
        if piece.len() == 1 && c(piece.start) == Some('○') {
            loose += 1;
        }
        let head = match (c(piece.end.wrapping_sub(2)), c(piece.end - 1)) {
            (_, Some('[')) => (Tick::Unticked, 1),
            (Some('['), Some('○')) => (Tick::Ticked, 2),
            (_, _) => continue,
        };
        let before = piece.end - head.1;
        // The last label before the bracket.
        let last = labels.iter().enumerate().filter_map(|(index, label)| {
            let starts = piece.start..before.saturating_sub(label.len()) + 1;
            starts.rev().find(|at| sheet.is_at(*at, label)).map(|at| (at, label.len(), index))
        });
        if let Some((_, _, index)) = last.max() {
            if let Some(next) = guess.get_mut(index + 1).filter(|next| **next == Some(Tick::NotKnown)) {
                *next = Some(head.0);
            }
        }
    }
    // Without a loose mark, a box whose label is there is not ticked. One that was not seen stays not known.
    for state in guess.iter_mut().flatten() {
        if *state == Tick::NotKnown && loose == 0 {
            *state = Tick::Unticked;
        }
    }
    guess
}

/// Whether the label of a box may end before this glyph.
fn ends_label(sheet: &Sheet, at: usize) -> bool {
    sheet.ends_run(at)
        || sheet.glyphs.get(at).is_some_and(|glyph| glyph.after_blank || matches!(glyph.c, '[' | '(' | ']'))
}

/// The bracket that closes the one at `open`.
pub(super) fn closing(sheet: &Sheet, open: usize, end: usize) -> Option<usize> {
    let mut depth = 0;
    (open..end).find(|at| {
        match sheet.c(*at) {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}
