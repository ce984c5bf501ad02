//! The labels of a form in the order in which it prints them. Everything comes from [`cells`] of an empty document.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use super::fold::folded;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Level, PathStep, Role};
use crate::form::{Cell, OnForm, cells};
use crate::value::answer::AnswerKind;
use crate::value::kind::{AssessmentKind, FormEdition};

/// What a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceRole {
    Heading(Level),
    /// The title of a block, with its number: 「委託事項1」.
    Title,
    Label,
    /// The label of a single box, which follows the box.
    Box,
}

/// A place of the form at which it prints a label.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) role: PlaceRole,
    /// The index of the first cell below it.
    pub(super) cell: usize,
    /// Whether the answer of that cell follows.
    pub(super) is_answered: bool,
    /// Whether each line below is an entry of a list.
    pub(super) has_lines: bool,
    /// The lists around it, the outer one first: indices of [`Labels::lists`].
    pub(super) lists: Vec<usize>,
    /// The characters of the label.
    pub(super) key: Vec<char>,
}

/// A list of the form.
#[derive(Debug)]
pub(super) struct Repeated {
    /// The path to the list, with 0 for the entries around it.
    pub(super) name: String,
    /// The first and the last place of an entry.
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The labels of an edition.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    pub(super) kind: AssessmentKind,
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) places: Vec<Place>,
    pub(super) lists: Vec<Repeated>,
    /// The different labels, and the places of each.
    pub(super) keys: Vec<Key>,
    /// The indices of the keys that begin with these two characters, the longest first.
    pub(super) by_start: BTreeMap<(char, char), Vec<usize>>,
    /// The indices of the longer keys that begin with this character, or do so without their first characters.
    pub(super) by_any: BTreeMap<char, Vec<usize>>,
    /// The choices of all cells, the longest first.
    pub(super) choices: Vec<Vec<char>>,
}

/// A label.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) text: Vec<char>,
    pub(super) places: Vec<usize>,
    /// Whether it has the number that the form prints before it.
    pub(super) is_full: bool,
    pub(super) is_title: bool,
}

impl Key {
    /// The label without its number.
    pub(super) fn bare(&self) -> &[char] {
        without_number(&self.text)
    }
}

/// A document in which every field is there that accompanies an answer. An empty document does not show those that the form
/// prints inside a cell.
pub(super) fn sample(edition: FormEdition) -> Assessment {
    let mut sample = Assessment::new(edition);
    let mut beside = Vec::new();
    sample.walk_with_empty_forms(|field| {
        if field.role == Role::Beside {
            beside.push(field.path.to_owned());
        }
    });
    for path in beside {
        // Every field can be not known; a field that cannot is not printed inside a cell.
        let _is_put = sample.put(&path, "?").is_ok();
    }
    sample
}

impl<'a> Labels<'a> {
    /// The labels of the form of this [`sample`].
    pub(super) fn new(empty: &'a Assessment) -> Self {
        let cells: Vec<Cell<'a>> =
            cells(empty).filter(|cell| cell.on_form() == OnForm::Printed && !cell.is_block_title()).collect();
        let mut labels = Self {
            kind: empty.kind(),
            cells: Vec::new(),
            places: Vec::new(),
            lists: Vec::new(),
            keys: Vec::new(),
            by_start: BTreeMap::new(),
            by_any: BTreeMap::new(),
            choices: Vec::new(),
        };
        for (index, cell) in cells.iter().enumerate() {
            labels.add(index, cell);
        }
        labels.choices = cells.iter().flat_map(Cell::choices).map(|choice| folded(choice.label)).collect();
        labels.choices.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        labels.choices.dedup();
        labels.cells = cells;
        labels.index();
        labels
    }

    fn add(&mut self, index: usize, cell: &Cell<'a>) {
        let block = cell.blocks().next_back().filter(|_| cell.begins_block());
        let is_line = block.is_some_and(|block| block.is_line);
        let label = folded(cell.label());
        let mut is_titled = false;
        for heading in cell.headings() {
            let text = heading.text.split(['※', '【']).next().unwrap_or_default();
            let key = folded(text);
            is_titled |= heading.in_each;
            let is_last = cell.headings().last() == Some(heading);
            let is_label = without_number(&key) == label.as_slice() && cell.enumerator().is_empty();
            let place = self.push(PlaceRole::Heading(heading.level), index, cell, key);
            if let Some(place) = place.filter(|_| is_last) {
                place.has_lines = is_line;
                place.is_answered = is_line || is_label;
            }
        }
        if is_line {
            return;
        }
        if let Some(block) = block.filter(|block| !is_titled || block.word == cell.label()) {
            let is_own = block.word == cell.label();
            if let Some(place) = self.push(PlaceRole::Title, index, cell, folded(block.word)) {
                place.is_answered = is_own;
            }
            if is_own {
                return;
            }
        }
        let role = if cell.kind() == AnswerKind::CheckBox { PlaceRole::Box } else { PlaceRole::Label };
        let mut key = folded(cell.enumerator());
        key.extend_from_slice(&label);
        if let Some(place) = self.push(role, index, cell, key) {
            place.is_answered = true;
        }
    }

    fn push(&mut self, role: PlaceRole, cell: usize, of: &Cell<'a>, key: Vec<char>) -> Option<&mut Place> {
        if key.len() < 2 {
            return None;
        }
        let at = self.places.len();
        let path = of.path().to_string();
        let mut lists = Vec::new();
        for (end, _) in path.match_indices("[0]") {
            let name = path.get(..end).unwrap_or_default();
            let list = self.lists.iter().position(|list| list.name == name).unwrap_or_else(|| {
                self.lists.push(Repeated { name: name.to_string(), first: at, last: at });
                self.lists.len() - 1
            });
            if let Some(list) = self.lists.get_mut(list) {
                list.last = at;
            }
            lists.push(list);
        }
        self.places.push(Place { role, cell, is_answered: false, has_lines: false, lists, key });
        self.places.last_mut()
    }

    /// Collects the places of each label.
    fn index(&mut self) {
        let mut keys: BTreeMap<(Vec<char>, bool), Key> = BTreeMap::new();
        for (index, place) in self.places.iter().enumerate() {
            let is_title = place.role == PlaceRole::Title;
            let key = |text: &[char], is_full| Key { text: text.to_vec(), places: Vec::new(), is_full, is_title };
            let full = keys.entry((place.key.clone(), is_title)).or_insert_with(|| key(&place.key, true));
            if !full.is_full {
                *full = key(&place.key, true);
            }
            full.places.push(index);
            if let Some(plain) = with_digits(&place.key) {
                let plain = keys.entry((plain, is_title)).or_insert_with_key(|(text, _)| key(text, true));
                plain.places.push(index);
            }
            let bare = without_number(&place.key);
            if bare.len() < place.key.len() && bare.len() >= 4 {
                let bare = keys.entry((bare.to_vec(), is_title)).or_insert_with(|| key(bare, false));
                if !bare.is_full {
                    bare.places.push(index);
                }
            }
        }
        self.keys = keys.into_values().collect();
        for (index, key) in self.keys.iter().enumerate() {
            if let [first, second, ..] = key.text.as_slice() {
                self.by_start.entry((*first, *second)).or_default().push(index);
            }
            if key.is_full && !key.is_title && key.text.len() >= LONG {
                for c in key.text.iter().take(3) {
                    let indices = self.by_any.entry(*c).or_default();
                    if indices.last() != Some(&index) {
                        indices.push(index);
                    }
                }
            }
        }
        let keys = &self.keys;
        let len = |index: &usize| core::cmp::Reverse(keys.get(*index).map_or(0, |key| key.text.len()));
        self.by_start.values_mut().for_each(|indices| indices.sort_by_key(len));
    }

    /// The paths of the cells whose answer is a text, with 0 for each index.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        let all = self.cells.iter().flat_map(|cell| core::iter::once(cell).chain(cell.inside()));
        all.filter(|cell| cell.kind() == AnswerKind::Text).map(|cell| cell.path().to_string())
    }

    /// The cell whose answer follows a place.
    pub(super) fn cell_of(&self, place: usize) -> Option<&Cell<'a>> {
        let place = self.places.get(place)?;
        self.cells.get(place.cell)
    }

    /// Whether the form prints a label with an answer between two places that follow each other in a source. The entries of lists between
    /// them are not counted: a list may be empty.
    pub(super) fn is_lacking(&self, one: usize, next: usize) -> bool {
        let lists = |place: usize| self.places.get(place).map(|place| place.lists.as_slice()).unwrap_or_default();
        let cell = |place: usize| self.places.get(place).map(|place| place.cell);
        let is_lacking = |between: Range<usize>| {
            // A heading may have the words of the label below it.
            let is_other =
                |place: &&Place| place.is_answered && cell(one) != Some(place.cell) && cell(next) != Some(place.cell);
            let between = self.places.get(between).unwrap_or_default().iter().filter(is_other);
            let is_of = |lists: &[usize], place: &&Place| lists.starts_with(&place.lists);
            between.clone().any(|place| is_of(lists(one), &place) || is_of(lists(next), &place))
        };
        if next > one {
            return is_lacking(one + 1..next);
        }
        let list = self.restarted(next, one).and_then(|list| self.lists.get(list));
        list.is_none_or(|list| is_lacking(one + 1..list.last + 1) || is_lacking(list.first..next))
    }

    /// The index of the list that contains a place and all places between it and another, the innermost first.
    pub(super) fn restarted(&self, place: usize, from: usize) -> Option<usize> {
        let lists = &self.places.get(place)?.lists;
        lists.iter().rev().copied().find(|list| {
            self.lists.get(*list).is_some_and(|list| {
                list.first <= place && place - list.first <= BEGIN && from <= list.last && from >= list.first
            })
        })
    }
}

/// An entry of a list may begin with one of its first places.
pub(super) const BEGIN: usize = 2;

/// A label of so many characters is the same label without one or two of them.
const LONG: usize = 6;

/// A label with a number in a circle as extractors and half-width texts give it: 「1事務の名称」.
fn with_digits(key: &[char]) -> Option<Vec<char>> {
    let (first, rest) = key.split_first()?;
    let number = u32::from(*first).checked_sub(u32::from('①')).filter(|_| ('①'..='⑳').contains(first))? + 1;
    Some(number.to_string().chars().chain(rest.iter().copied()).collect())
}

/// A label without the number printed before it.
pub(super) fn without_number(key: &[char]) -> &[char] {
    match key {
        ['①'..='⑳', rest @ ..] | ['(', '別', '添', _, ')', rest @ ..] => rest,
        ['0'..='9', ..] => {
            let digits = key.iter().take_while(|c| c.is_ascii_digit()).count();
            match key.get(digits..) {
                Some(['.', rest @ ..]) => rest,
                _ => key,
            }
        }
        ['I' | 'V', ..] => {
            let roman = key.iter().take_while(|c| matches!(c, 'I' | 'V')).count();
            key.get(roman..).unwrap_or(key)
        }
        _ => key,
    }
}

/// The path of a cell, with these indices for its lists.
pub(super) fn path_with(path: &FieldPath, indices: &[usize]) -> Option<FieldPath> {
    let mut text = String::new();
    let mut indices = indices.iter();
    for step in path.steps() {
        match step {
            PathStep::Field(name) => {
                let separator = if text.is_empty() { "" } else { "." };
                write!(text, "{separator}{name}").ok()?;
            }
            PathStep::Index(own) => write!(text, "[{}]", indices.next().unwrap_or(own)).ok()?,
        }
    }
    text.parse().ok()
}
