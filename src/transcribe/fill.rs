//! Fills in the document, and records what became of each glyph of the source.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use super::account::{Doubt, Fate, Placement, SourceRange, SourceSpan};
use super::furniture::page_number;
use super::labels::{Key, Labels, path_with};
use super::read::says;
use super::sheet::{Glyph, Run, Sheet};
use super::source::PrintedForm;
use super::suggestion::Suggestion;
use super::values::Reading;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, PathStep};
use crate::form::{Cell, OnForm, cells};
use crate::value::answer::{Given, Tick, Value};

/// What was read, and what became of each glyph.
pub(super) struct Filling<'s> {
    source: &'s PrintedForm<'s>,
    sheet: &'s Sheet,
    answers: BTreeMap<FieldPath, Vec<Reading>>,
    guesses: BTreeMap<FieldPath, Vec<Reading>>,
    /// The item whose label follows the answer of another.
    followers: BTreeMap<FieldPath, FieldPath>,
    /// The answers that are certain in any order of the source.
    confirmed: BTreeSet<FieldPath>,
    /// For each glyph an index of `fates`.
    owners: Vec<usize>,
    fates: Vec<Fate>,
}

impl<'s> Filling<'s> {
    pub(super) fn new(source: &'s PrintedForm<'s>, sheet: &'s Sheet) -> Self {
        let owners = alloc::vec![0; sheet.glyphs.len()];
        Self {
            source,
            sheet,
            answers: BTreeMap::new(),
            guesses: BTreeMap::new(),
            followers: BTreeMap::new(),
            confirmed: BTreeSet::new(),
            owners,
            fates: Vec::from([Fate::LeftOver]),
        }
    }

    /// Notes what became of these glyphs.
    pub(super) fn own(&mut self, glyphs: &Range<usize>, fate: Fate) {
        let index = match self.fates.last() {
            Some(last) if *last == fate => self.fates.len() - 1,
            Some(_) | None => {
                self.fates.push(fate);
                self.fates.len() - 1
            }
        };
        self.owners.get_mut(glyphs.clone()).unwrap_or_default().fill(index);
    }

    pub(super) fn answer(&mut self, path: FieldPath, reading: Reading) {
        self.answers.entry(path).or_default().push(reading);
    }

    /// Notes what a person may take over, beside what is certain.
    pub(super) fn suggest(&mut self, path: FieldPath, reading: Reading) {
        self.guesses.entry(path).or_default().push(reading);
    }

    /// Notes that the label of an item follows the answer of another.
    pub(super) fn follow(&mut self, one: FieldPath, next: FieldPath) {
        self.followers.insert(one, next);
    }

    /// Doubts an answer if the one before its label has too many lines: a label in the middle of its cell has lines of its own
    /// answer before it.
    fn doubt_split(&mut self, document: &mut Assessment) {
        let mut split = Vec::new();
        for (path, next) in &self.followers {
            let text = self.answers.get(path).into_iter().flatten().map(|reading| &reading.text);
            if text.clone().any(|text| may_continue(document, path, text)) {
                split.push(next.clone());
            }
        }
        for path in split {
            for reading in self.answers.get_mut(&path).into_iter().flatten() {
                reading.doubt.get_or_insert(Doubt::MayContinue);
            }
        }
    }

    /// Makes every answer doubtful, and what is clear of a group of boxes too.
    pub(super) fn doubt_places(&mut self) {
        for reading in self.answers.values_mut().flatten() {
            reading.doubt = Some(Doubt::NotBeside);
        }
    }

    /// Notes that an answer is certain in any order of the source.
    pub(super) fn confirm(&mut self, path: FieldPath) {
        self.confirmed.insert(path);
    }

    /// Makes every answer doubtful that is not certain in any order.
    pub(super) fn doubt_all(&mut self, doubt: &Doubt) {
        for (_, readings) in self.answers.iter_mut().filter(|(path, _)| !self.confirmed.contains(path)) {
            for reading in readings {
                reading.doubt.get_or_insert_with(|| doubt.clone());
            }
        }
    }

    /// Makes every answer doubtful because the source lacks characters, also what is clear of a group of boxes.
    pub(super) fn doubt_damaged(&mut self) {
        for reading in self.answers.values_mut().flatten() {
            reading.doubt = Some(Doubt::Damaged);
        }
    }

    /// Drops the last blocks of a list if the source prints nothing but their titles: the form prints a block even without an entry.
    fn drop_vacant(&mut self) {
        let mut titled: BTreeSet<Vec<PathStep>> = BTreeSet::new();
        // How many entries of each list are not vacant.
        let mut lengths: BTreeMap<Vec<PathStep>, usize> = BTreeMap::new();
        for (path, readings) in self.answers.iter().chain(&self.guesses) {
            let is_title = readings.iter().all(|reading| reading.because == Placement::InTitle);
            let says = !is_title && readings.iter().any(|reading| !reading.text.is_empty());
            for (list, index) in entries(path) {
                if is_title && path.steps().len() == list.len() + 2 {
                    titled.insert(list.to_vec());
                } else if says {
                    let length = lengths.entry(list.to_vec()).or_default();
                    *length = (index + 1).max(*length);
                }
            }
        }
        let is_there = |path: &FieldPath| {
            entries(path)
                .all(|(list, index)| !titled.contains(list) || lengths.get(list).is_some_and(|len| index < *len))
        };
        self.answers.retain(|path, _| is_there(path));
        self.guesses.retain(|path, _| is_there(path));
    }

    /// Drops doubtful answers that say nothing: an empty one, and a text whose lines are boxes, choices and labels of the form.
    fn drop_printed(&mut self, labels: &Labels<'_>) {
        let printed = labels.keys.iter().map(|key| key.text.as_slice()).chain(labels.keys.iter().map(Key::bare));
        let printed: BTreeSet<&[char]> = printed.chain(labels.choices.iter().map(Vec::as_slice)).collect();
        let texts: BTreeSet<String> = labels.texts().collect();
        let sheet = self.sheet;
        let is_printed = |path: &FieldPath, reading: &Reading| {
            let is_word = |piece: &Range<usize>| {
                let mut words = sheet.glyphs(piece.clone()).split(|glyph| matches!(glyph.c, '[' | ']' | '○'));
                words.all(|word| {
                    let word: Vec<char> = word.iter().map(|glyph| glyph.c).collect();
                    let bare = trim(&word);
                    let is_count = bare.len() < word.len() && bare.iter().all(char::is_ascii_digit);
                    word.is_empty() || is_count || printed.contains(bare) || printed.contains(word.as_slice())
                })
            };
            let mut pieces = reading.glyphs.iter().flat_map(|glyphs| sheet.pieces(glyphs));
            texts.contains(&unindexed(path)) && pieces.all(|piece| is_word(&piece))
        };
        let is_kept = |path: &FieldPath, reading: &Reading| {
            reading.doubt.is_none() || !(reading.text.is_empty() || is_printed(path, reading))
        };
        if !sheet.is_own && !sheet.is_laid {
            // A choice or the number of a page may be on a line that was among those of this answer.
            let is_strange = |piece: &Range<usize>| {
                let text: Vec<char> = sheet.glyphs(piece.clone()).iter().map(|glyph| glyph.c).collect();
                labels.choices.contains(&text) || page_number(&text).is_some()
            };
            for (path, reading) in
                self.answers.iter_mut().flat_map(|(path, all)| all.iter_mut().map(move |one| (path, one)))
            {
                let mut pieces = reading.glyphs.iter().flat_map(|glyphs| sheet.pieces(glyphs));
                let is_table =
                    matches!(path.steps().first(), Some(PathStep::Field(name)) if *name == Assessment::changes.name());
                let is_text = texts.contains(&unindexed(path)) && reading.because != Placement::InTitle && !is_table;
                if reading.doubt.is_none() && is_text && pieces.any(|piece| is_strange(&piece)) {
                    reading.doubt = Some(Doubt::MayContinue);
                }
            }
        }
        for readings in [&mut self.answers, &mut self.guesses] {
            readings.retain(|path, readings| {
                let is_first = readings.iter().all(|reading| reading.because == Placement::InTitle);
                readings.retain(|reading| is_kept(path, reading) || is_first);
                !readings.is_empty()
            });
        }
    }

    /// Doubts two answers that are read from the same glyphs.
    fn doubt_shared(&mut self) {
        let mut owners: BTreeMap<(usize, usize), (usize, FieldPath)> = BTreeMap::new();
        let first = |reading: &Reading| Some((reading.glyphs.first()?.start, reading.glyphs.last()?.end));
        // What is certainly of one item is of no other.
        let certain = self.answers.iter().filter(|(path, _)| self.confirmed.contains(path));
        let taken: BTreeSet<(usize, usize)> = certain.flat_map(|(_, readings)| readings).filter_map(first).collect();
        for (_, readings) in self.answers.iter_mut().filter(|(path, _)| !self.confirmed.contains(path)) {
            readings.retain(|reading| first(reading).is_none_or(|at| !taken.contains(&at)));
        }
        self.answers.retain(|_, readings| !readings.is_empty());
        for (path, readings) in &self.answers {
            for at in readings.iter().filter_map(first) {
                let owner = owners.entry(at).or_insert_with(|| (0, path.clone()));
                if owner.0 == 0 || owner.1 != *path {
                    owner.0 += 1;
                }
            }
        }
        for reading in self.answers.values_mut().flatten() {
            if first(reading).and_then(|at| owners.get(&at)).is_some_and(|owner| owner.0 > 1)
                && matches!(reading.doubt, None | Some(Doubt::NotInOrder))
            {
                reading.doubt = Some(Doubt::WhichItem);
            }
        }
    }

    /// Doubts a text on a page if something on one of its lines belongs to nothing.
    fn doubt_beside_rest(&mut self, labels: &Labels<'_>) {
        let texts: BTreeSet<String> = labels.texts().collect();
        let sheet = self.sheet;
        let mut is_owned: Vec<bool> = self.owners.iter().map(|owner| *owner != 0).collect();
        for glyphs in self.answers.values().chain(self.guesses.values()).flatten().flat_map(|reading| &reading.glyphs) {
            is_owned.get_mut(glyphs.clone()).unwrap_or_default().fill(true);
        }
        let is_rest = |run: &&Run| {
            let rest = run.glyphs.clone().filter(|at| is_owned.get(*at) == Some(&false) && says(sheet, &(*at..at + 1)));
            !run.is_furniture && rest.count() >= REST
        };
        let rest: BTreeSet<usize> = sheet.runs.iter().filter(is_rest).map(|run| run.line).collect();
        let all = self.answers.iter_mut().filter(|(path, _)| texts.contains(&unindexed(path)));
        for reading in all.flat_map(|(_, readings)| readings).filter(|reading| reading.doubt.is_none()) {
            let mut pieces = reading.glyphs.iter().flat_map(|glyphs| sheet.pieces(glyphs));
            if pieces.any(|piece| sheet.run_of(piece.start).is_some_and(|run| rest.contains(&run.line))) {
                reading.doubt = Some(Doubt::MayContinue);
            }
        }
    }

    /// Puts the answers into the document. Returns the suggestions.
    pub(super) fn fill(&mut self, document: &mut Assessment, labels: &Labels<'_>) -> Vec<Suggestion> {
        self.drop_vacant();
        self.drop_printed(labels);
        self.doubt_shared();
        if self.sheet.is_laid {
            self.doubt_beside_rest(labels);
        }
        let mut suggestions = Vec::new();
        let (mut lengths, mut seen) = (BTreeMap::new(), BTreeSet::new());
        let paths: Vec<FieldPath> = self.followers.keys().cloned().collect();
        for path in paths.iter().filter(|path| self.answers.contains_key(path)) {
            let _is_there = add_entries(document, &mut lengths, path);
        }
        if !self.sheet.is_own {
            self.doubt_split(document);
        }
        for (path, mut readings) in core::mem::take(&mut self.answers) {
            if !add_entries(document, &mut lengths, &path) {
                continue;
            }
            let differ = readings.iter().zip(readings.iter().skip(1)).any(|(a, b)| a.text != b.text);
            if differ {
                for reading in &mut readings {
                    reading.doubt.get_or_insert(Doubt::TwoChoices);
                }
            } else {
                let glyphs = readings.iter_mut().skip(1).flat_map(|one| core::mem::take(&mut one.glyphs)).collect();
                readings.truncate(1);
                if let Some(first) = readings.first_mut() {
                    first.glyphs.extend::<Vec<_>>(glyphs);
                }
            }
            for reading in readings {
                let suggestion = self.put(document, &path, reading);
                if suggestion.is_none() {
                    seen.insert(path.clone());
                }
                // A number that is in the title of a block says nothing by itself.
                suggestions.extend(suggestion.filter(|one| self.sheet.is_own || !one.spans.is_empty()));
            }
        }
        for (path, readings) in core::mem::take(&mut self.guesses) {
            if !add_entries(document, &mut lengths, &path) {
                continue;
            }
            for Reading { text, glyphs, doubt, .. } in readings {
                let spans = glyphs.iter().flat_map(|glyphs| self.sheet.ranges(self.source, glyphs)).collect();
                let Some(reason) = doubt else { continue };
                if !seen.contains(&path) {
                    for glyphs in &glyphs {
                        self.own(glyphs, Fate::Suggested { path: path.clone(), reason: reason.clone() });
                    }
                }
                suggestions.push(Suggestion { path: path.clone(), text, spans, reason });
            }
        }
        leave_open(document, &seen);
        self.name_rest();
        suggestions
    }

    /// Notes which glyphs that belong to nothing are furniture, brackets and marks of boxes.
    fn name_rest(&mut self) {
        let sheet = self.sheet;
        for run in &sheet.runs {
            let mut at = run.glyphs.start;
            while at < run.glyphs.end {
                let is_left = |at: &usize| self.owners.get(*at) == Some(&0);
                let end = (at..run.glyphs.end).find(|at| !is_left(at)).unwrap_or(run.glyphs.end);
                // What the form prints around an answer: 「（　）件」, 「＜　＞」.
                let is_mark = |at: usize| sheet.c(at).is_some_and(|c| "[]()<>○※件".contains(c));
                if run.is_furniture {
                    self.own(&(at..end), Fate::Furniture);
                } else if at < end && (at..end).all(is_mark) {
                    self.own(&(at..end), Fate::Mark);
                }
                at = end.max(at + 1);
            }
        }
    }

    fn put(&mut self, document: &mut Assessment, path: &FieldPath, reading: Reading) -> Option<Suggestion> {
        let Reading { mut text, glyphs, because, mut doubt, code } = reading;
        if let Err(error) = document.put_shown(path, &text) {
            if !code.is_empty() && document.put(path, code).is_ok() {
                text = code.to_string();
            } else {
                doubt = Some(Doubt::Refused { message: error.to_string() });
            }
        } else if let Some(Value::Given(Given::Text(name))) = document.get(path) {
            // The name of something is on one line. More lines may belong elsewhere, and an open bracket may go on.
            if !self.sheet.is_own && is_open(name.as_str()) {
                doubt.get_or_insert(Doubt::MayContinue);
            }
            if because == Placement::Below {
                doubt.get_or_insert(Doubt::NotBeside);
            }
            let joined = joined(name.as_str());
            if joined != text && document.put(path, &joined).is_ok() {
                text = joined;
            }
        }
        let mut is_in_document = doubt.is_none();
        if let (Some(doubt), Some(Value::Given(Given::Boxes(_)))) = (&doubt, document.get(path)) {
            // What is clear of a group of boxes is certain; the rest is not known.
            is_in_document = matches!(doubt, Doubt::MarkFloats | Doubt::MayContinue);
        }
        if !is_in_document && !matches!(doubt, Some(Doubt::Refused { .. })) {
            let _was_there = document.remove(path);
        }
        for glyphs in &glyphs {
            let fate = match &doubt {
                Some(reason) if !is_in_document => Fate::Suggested { path: path.clone(), reason: reason.clone() },
                Some(_) | None => Fate::Answer { path: path.clone(), because },
            };
            self.own(glyphs, fate);
        }
        let spans: Vec<SourceRange> = glyphs.iter().flat_map(|glyphs| self.sheet.ranges(self.source, glyphs)).collect();
        doubt.map(|reason| Suggestion { path: path.clone(), text, spans, reason })
    }

    /// Every range of the source once.
    pub(super) fn spans(&self) -> Vec<SourceSpan> {
        let mut spans: Vec<SourceSpan> = Vec::new();
        let mut add = |cell: usize, start: usize, end: usize, fate: &Fate| {
            let Some(range) = self.source.range(cell, start, end).filter(|_| start < end) else { return };
            match spans.last_mut() {
                Some(last)
                    if last.range.end == start
                        && last.fate == *fate
                        && (last.range.sheet, last.range.row, last.range.column)
                            == (range.sheet, range.row, range.column) =>
                {
                    last.range.end = end;
                }
                Some(_) | None => spans.push(SourceSpan { range, fate: fate.clone() }),
            }
        };
        // The fate of each character that has glyphs.
        let mut owned: Vec<(&Glyph, &usize)> = self.sheet.glyphs.iter().zip(&self.owners).collect();
        let place = |at: usize| self.sheet.chars.get(at).map_or((0, 0), |one| (one.cell, one.start));
        // Words are in the order of the form, everything else in that of the source.
        owned.sort_by_key(|(glyph, _)| place(glyph.at));
        let mut owned = owned.into_iter().peekable();
        let mut ends: Vec<usize> = self.source.cells.iter().map(|_| 0).collect();
        let mut last: Option<(usize, usize)> = None;
        while let Some((glyph, owner)) = owned.next() {
            while owned.next_if(|(next, _)| next.at == glyph.at).is_some() {}
            let Some(one) = self.sheet.chars.get(glyph.at) else { continue };
            let Some(fate) = self.fates.get(*owner) else { continue };
            // What is between two characters with the same fate shares it.
            match last {
                Some((cell, before)) if cell == one.cell => {
                    let end = ends.get(cell).copied().unwrap_or_default();
                    let between = if before == *owner { fate } else { &Fate::Furniture };
                    add(cell, end, one.start, between);
                }
                Some((cell, _)) => {
                    self.rest(cell..one.cell, &ends, &mut add);
                    add(one.cell, 0, one.start, &Fate::Furniture);
                }
                None => {
                    self.rest(0..one.cell, &ends, &mut add);
                    add(one.cell, 0, one.start, &Fate::Furniture);
                }
            }
            let end = ends.get_mut(one.cell);
            let done = end.as_ref().map_or(0, |end| **end);
            add(one.cell, done.max(one.start), one.end, fate);
            if let Some(end) = end {
                *end = done.max(one.end);
            }
            last = Some((one.cell, *owner));
        }
        let from = last.map_or(0, |(cell, _)| cell);
        self.rest(from..self.source.cells.len(), &ends, &mut add);
        spans
    }

    /// What is left of these cells of the source.
    fn rest(&self, cells: Range<usize>, ends: &[usize], add: &mut impl FnMut(usize, usize, usize, &Fate)) {
        for cell in cells {
            let len = self.source.cells.get(cell).map_or(0, |cell| cell.text.len());
            add(cell, ends.get(cell).copied().unwrap_or_default(), len, &Fate::Furniture);
        }
    }
}

/// So many characters beside an answer may be a part of it. The form prints shorter words, such as the number of a block.
const REST: usize = 4;

/// Sets the boxes that the source does not show to not known. Unticked boxes would be a statement.
fn leave_open(document: &mut Assessment, seen: &BTreeSet<FieldPath>) {
    let is_open = |cell: &Cell<'_>| {
        let is_vacant = cell.value().given().is_some_and(|given| given.tick() == Some(Tick::Unticked));
        cell.on_form() == OnForm::Printed && is_vacant && !seen.contains(cell.path())
    };
    let open: Vec<FieldPath> = cells(document).filter(|cell| is_open(cell)).map(|cell| cell.path().clone()).collect();
    for path in open {
        // An entry that is not there has no boxes.
        if document.get(&path).is_some() {
            let _is_put = document.put(&path, "？").is_ok();
        }
    }
}

/// A word without the brackets, colons and units around it.
fn trim(word: &[char]) -> &[char] {
    let is_mark = |c: &char| matches!(c, '(' | ')' | ':' | '件');
    let start = word.iter().position(|c| !is_mark(c)).unwrap_or(word.len());
    let end = word.iter().rposition(|c| !is_mark(c)).map_or(start, |last| last + 1);
    word.get(start..end).unwrap_or_default()
}

/// A path with 0 for each index.
fn unindexed(path: &FieldPath) -> String {
    let indices: Vec<usize> = entries(path).map(|_| 0).collect();
    path_with(path, &indices).map_or_else(String::new, |path| path.to_string())
}

/// Whether a name may continue: it has several lines, or an open bracket.
fn is_open(name: &str) -> bool {
    let brackets = |bracket: [char; 2]| name.matches(bracket).count();
    name.contains('\n') || brackets(['（', '(']) != brackets(['）', ')'])
}

/// Whether the item at a path is a name, and this text may continue. The field is as before.
fn may_continue(document: &mut Assessment, path: &FieldPath, text: &str) -> bool {
    if !is_open(text) || document.put_shown(path, text).is_err() {
        return false;
    }
    let is_name = matches!(document.get(path), Some(Value::Given(Given::Text(_))));
    let _was_there = document.remove(path);
    is_name
}

/// The lists on a path, each with the index in it.
fn entries(path: &FieldPath) -> impl Iterator<Item = (&[PathStep], usize)> {
    path.steps().iter().enumerate().filter_map(|(at, step)| match step {
        PathStep::Index(index) => Some((path.steps().get(..at)?, *index)),
        PathStep::Field(_) => None,
    })
}

/// A name without its line breaks. Between two Japanese characters nothing is left of a break, otherwise a blank.
fn joined(name: &str) -> String {
    let mut joined = String::new();
    for line in name.lines().map(str::trim) {
        let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if is_ascii(joined.chars().last()) && is_ascii(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Adds the entries of lists on a path. Returns whether they are there.
fn add_entries(document: &mut Assessment, lengths: &mut BTreeMap<String, usize>, path: &FieldPath) -> bool {
    let mut name = String::new();
    for step in path.steps() {
        match step {
            PathStep::Field(field) => {
                name.push_str(if name.is_empty() { "" } else { "." });
                name.push_str(field);
            }
            PathStep::Index(index) => {
                let length = lengths.entry(name.clone()).or_default();
                if *length <= *index {
                    let Ok(list) = name.parse::<FieldPath>() else { return false };
                    while *length <= *index {
                        if document.insert(&list, *length).is_err() {
                            return false;
                        }
                        *length += 1;
                    }
                }
                let _is_written = write!(name, "[{index}]").is_ok();
            }
        }
    }
    true
}
