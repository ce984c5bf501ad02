//! A list of names that a form prints in one cell: the names of all files, and in 様式2 those of all systems.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::entry::put_printed_number;
use super::fragment;
use crate::assessment::{Assessment, FileName, InformationSystem};
use crate::catalogue::{Child, ChildMut, FieldPath, Item, List, Part, Row, at, at_mut, printed_number};
use crate::value::answer::{Answer, Given, Line, Lines, Value};
use crate::value::names::name_key;
use crate::value::width::fold;

/// The list that a form prints in the cell of this row.
pub(super) fn list_of(row: &Row) -> Option<FieldPath> {
    if row.item == Item::FileNames {
        return Some(FieldPath::root().at(Assessment::files).untyped());
    }
    let is_list = row.item == Item::SystemName && !row.number.contains("システム");
    is_list.then(|| FieldPath::root().at(Assessment::systems).untyped())
}

/// How the names are written.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Style {
    /// What is before and after the number: 「（」 and 「）」.
    marks: (String, String),
    is_wide: bool,
    /// Whether the body that runs the file or the system is added: 「（※国保連合会）」.
    has_operators: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { marks: (String::new(), "．".into()), is_wide: true, has_operators: false }
    }
}

impl Style {
    /// The style of the names in a cell.
    fn of<'l>(cells: impl Iterator<Item = &'l Lines> + Clone) -> Self {
        let mut marks = cells.clone().flat_map(Lines::texts).filter_map(|text| numbered(text.as_str()));
        let has_operators = cells.flat_map(Lines::texts).any(|text| operated(text.as_str()).1.is_some());
        match marks.next() {
            Some(Numbered { marks, is_wide, .. }) => Self { marks, is_wide, has_operators },
            None => Self { has_operators, ..Self::default() },
        }
    }

    /// The style of the last row of a change table that quotes numbered names of this list.
    pub(super) fn of_rows<'l>(cells: impl DoubleEndedIterator<Item = &'l Lines>) -> Self {
        let mut last = cells.rev().filter(|lines| lines.texts().any(|text| numbered(text.as_str()).is_some()));
        Self { has_operators: false, ..Self::of(last.next().into_iter()) }
    }

    fn number(&self, number: u32) -> String {
        let wide = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(c);
        let digits: String = number.to_string().chars().map(|c| if self.is_wide { wide(c) } else { c }).collect();
        format!("{}{digits}{}", self.marks.0, self.marks.1)
    }
}

/// The names of a list as the form prints them, one a line.
pub(super) fn shown(document: &Assessment, list: &FieldPath, style: &Style) -> Option<Lines> {
    let list = at(document, list.steps()).and_then(Child::list)?;
    Lines::new(lines_of(list, style))
}

fn lines_of(list: &dyn List, style: &Style) -> Vec<Line> {
    let parts = (0..list.len()).filter_map(|index| list.get(index));
    parts.filter_map(|part| format!("{}", Shown(part, style)).parse().ok()).collect()
}

/// 「（３）収納ファイル」.
struct Shown<'s>(&'s dyn Part, &'s Style);

impl core::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let Self(part, style) = self;
        if let Some(number) = printed_number(*part) {
            f.write_str(&style.number(number))?;
        }
        text_of(*part, NAME).fmt(f)?;
        if let (Value::Given(Given::Text(operator)), true) = (text_of(*part, OPERATOR), style.has_operators) {
            write!(f, "（※{operator}）")?;
        }
        Ok(())
    }
}

/// The fields that both lists have.
const NAME: &str = shared(FileName::name.name(), InformationSystem::name.name());
const OPERATOR: &str = shared(FileName::operator.name(), InformationSystem::operator.name());

/// The name that a field has in both lists. Stops the build if it has two.
const fn shared(a: &'static str, b: &str) -> &'static str {
    let (bytes, b) = (a.as_bytes(), b.as_bytes());
    assert!(bytes.len() == b.len());
    let mut at = 0;
    while at < b.len() {
        assert!(bytes[at] == b[at]);
        at += 1;
    }
    a
}

fn text_of<'p>(part: &'p dyn Part, field: &str) -> Value<'p> {
    let index = part.rows().iter().position(|row| row.name == field);
    let entry = index.and_then(|index| part.child(index)).and_then(Child::answer);
    entry.map_or(Value::Unanswered, |entry| entry.value())
}

fn put(part: &mut dyn Part, index: Option<usize>, text: &str) -> bool {
    let entry = index.and_then(|index| part.child_mut(index)).and_then(ChildMut::answer);
    entry.is_some_and(|entry| entry.put(text).is_ok())
}

/// A name with its number.
struct Numbered<'t> {
    marks: (String, String),
    is_wide: bool,
    number: u32,
    name: &'t str,
}

/// Reads 「（３）収納ファイル」, 「３．収納ファイル」. `None` without a number.
fn numbered(text: &str) -> Option<Numbered<'_>> {
    let text = text.trim_start();
    let open = text.chars().next().filter(|c| matches!(fold(*c), '('));
    let rest = text.get(open.map_or(0, char::len_utf8)..)?;
    let digits = rest.chars().take_while(|c| fold(*c).is_ascii_digit());
    let length: usize = digits.clone().map(char::len_utf8).sum();
    let number: String = digits.clone().map(fold).collect();
    let is_wide = digits.clone().any(|c| !c.is_ascii_digit());
    let rest = rest.get(length..)?;
    let close =
        rest.chars().next().filter(|c| matches!((open, fold(*c)), (Some(_), ')') | (None, '.' | ')' | '、')))?;
    let name = rest.get(close.len_utf8()..)?.trim_start();
    let marks = (open.map(String::from).unwrap_or_default(), String::from(close));
    Some(Numbered { marks, is_wide, number: number.parse().ok()?, name })
}

/// The name, and who runs it: 「収納ファイル（※国保連合会）」.
fn operated(text: &str) -> (&str, Option<&str>) {
    let inner = text.trim_end().strip_suffix(['）', ')']);
    let found = inner.and_then(|inner| inner.rsplit_once("（※").or_else(|| inner.rsplit_once("(※")));
    found.map_or((text, None), |(name, operator)| (name, Some(operator)))
}

/// Puts a list back that a row quotes as a cell of names. Returns whether the list is as the row says after the change, and
/// `None` if the old names cannot be put.
pub(super) fn put_back(
    made: &mut Assessment,
    list: &FieldPath,
    before: &Answer<Lines>,
    after: &Answer<Lines>,
) -> Option<bool> {
    let style = Style::of([before, after].into_iter().filter_map(Answer::given));
    let list = at_mut(made, list.steps()).and_then(ChildMut::list)?;
    let current = lines_of(list, &style);
    let old = match (before, after) {
        (Answer::Given(before), Answer::Nothing(_)) if current.is_empty() => Some(before.clone().into_vec()),
        (_, _) => fragment::put_back(&current, before, after),
    };
    let Some(old) = old else { return Some(false) };
    // If the row shows numbers, a name without one has none.
    let cells = [before, after].into_iter().filter_map(Answer::given);
    let has_numbers = cells.flat_map(Lines::texts).any(|text| numbered(text.as_str()).is_some());
    arrange(list, &old, has_numbers).then_some(true)
}

/// Whether a cell quotes the names of a list, whole or in part.
pub(super) fn holds(document: &Assessment, list: &FieldPath, after: &Answer<Lines>) -> bool {
    let Some(list) = at(document, list.steps()).and_then(Child::list) else { return false };
    match after {
        Answer::Given(after) => {
            let current = lines_of(list, &Style::of(core::iter::once(after)));
            fragment::put_back(&current, &Answer::Unanswered, &Answer::Given(after.clone())).is_some()
        }
        Answer::Nothing(_) => list.len() == 0,
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

/// Makes the list that these lines show, from its own entries where the names are the same.
fn arrange(list: &mut dyn List, lines: &[Line], has_numbers: bool) -> bool {
    let mut own: IndexMap<String, Vec<usize>> = IndexMap::new();
    for index in (0..list.len()).rev() {
        let Some(part) = list.get(index) else { continue };
        own.entry(name_key(&text_of(part, NAME).to_string())).or_default().push(index);
    }
    let (mut named, mut numbers) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
    for line in lines {
        let Some(text) = line.text.given() else { return false };
        let read = numbered(text.as_str());
        let (name, operator) = operated(read.as_ref().map_or(text.as_str(), |read| read.name));
        numbers.push(read.map(|read| read.number));
        named.push((own.get_mut(&name_key(name)).and_then(Vec::pop), name, operator));
    }
    // As many names as entries are left: each entry was renamed.
    let mut left: Vec<usize> = own.into_values().flatten().collect();
    left.sort_unstable();
    if left.len() != named.iter().filter(|(index, ..)| index.is_none()).count() {
        left.clear();
    }
    let mut renamed = left.into_iter();
    let (mut order, mut new) = (Vec::new(), Vec::new());
    for (at, (index, name, operator)) in named.into_iter().enumerate() {
        match index.or_else(|| renamed.next()) {
            Some(own) if index.is_some() => order.push(own),
            Some(own) => {
                let Some(part) = list.get_mut(own) else { return false };
                let field = part.rows().iter().position(|row| row.name == NAME);
                if !put(part, field, name) {
                    return false;
                }
                order.push(own);
            }
            None => new.push((at, name, operator)),
        }
    }
    list.keep(&order);
    for (at, name, operator) in new {
        if !list.insert_empty(at) {
            return false;
        }
        let Some(part) = list.get_mut(at) else { return false };
        let field = |part: &dyn Part, name: &str| part.rows().iter().position(|row| row.name == name);
        let (named, run) = (field(part, NAME), field(part, OPERATOR));
        if !put(part, named, name) || operator.is_some_and(|operator| !put(part, run, operator)) {
            return false;
        }
    }
    (0..list.len()).zip(numbers).all(|(index, number)| {
        let Some(part) = list.get_mut(index).filter(|_| has_numbers || number.is_some()) else { return true };
        put_printed_number(part, number)
    })
}
