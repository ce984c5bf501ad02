//! Cells of a form that a row of the change table quotes in a way of their own: a list of names, the days of a period, a date, and
//! boxes.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::Datelike;
use indexmap::IndexMap;

use super::quote::lines_back;
use crate::assessment::procedure::{Change, OpinionPeriod};
use crate::assessment::{Assessment, FileName, InformationSystem};
use crate::catalogue::{
    Child, ChildMut, FieldPath, Item, List, Part, Row, at, at_mut, is_printed_number, printed_number,
};
use crate::value::answer::{Answer, BoxStates, Entry, Given, Line, Lines, Tick, Value};
use crate::value::date::FormDate;
use crate::value::names::name_key;
use crate::value::width::fold;

/// A list of names that a form prints in one cell: the names of all files, and in 様式2 those of all systems.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NamesCell {
    Files,
    Systems,
}

impl NamesCell {
    /// The list that a form prints in the cell of this row.
    pub(super) fn of(row: &Row) -> Option<Self> {
        if row.item == Item::FileNames {
            return Some(Self::Files);
        }
        (row.item == Item::SystemName && !row.number.contains("システム")).then_some(Self::Systems)
    }

    pub(super) fn path(self) -> FieldPath {
        match self {
            Self::Files => FieldPath::root().at(Assessment::files).untyped(),
            Self::Systems => FieldPath::root().at(Assessment::systems).untyped(),
        }
    }

    /// The fields of the name, and of the body that runs the file or the system.
    const fn fields(self) -> [&'static str; 2] {
        match self {
            Self::Files => [FileName::name.name(), FileName::operator.name()],
            Self::Systems => [InformationSystem::name.name(), InformationSystem::operator.name()],
        }
    }

    /// The names as the form prints them, one a line.
    pub(super) fn shown(self, document: &Assessment, style: &NameStyle) -> Option<Lines> {
        Lines::new(self.lines(at(document, self.path().steps()).and_then(Child::list)?, style))
    }

    fn lines(self, list: &dyn List, style: &NameStyle) -> Vec<Line> {
        list.parts().filter_map(|part| self.line(part, style).parse().ok()).collect()
    }

    /// 「（３）収納ファイル（※国保連合会）」.
    fn line(self, part: &dyn Part, style: &NameStyle) -> String {
        let [name, operator] = self.fields().map(|field| text_of(part, field));
        let number = printed_number(part).map_or_else(String::new, |number| style.number(number));
        if let (Value::Given(Given::Text(operator)), true) = (operator, style.has_operators) {
            return format!("{number}{name}（※{operator}）");
        }
        format!("{number}{name}")
    }

    /// Whether a cell quotes the names, whole or in part.
    pub(super) fn holds(self, document: &Assessment, cell: &Answer<Lines>) -> bool {
        let Some(list) = at(document, self.path().steps()).and_then(Child::list) else { return false };
        match cell {
            Answer::Given(quoted) => {
                let current = self.lines(list, &NameStyle::of(core::iter::once(quoted)));
                lines_back(&current, &Answer::Unanswered, cell).is_some()
            }
            Answer::Nothing(_) => list.len() == 0,
            Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
        }
    }

    /// Puts the names back that a row quotes. Returns whether the list is as the row says after the change, and `None` if the old
    /// names cannot be put.
    pub(super) fn put_back(self, made: &mut Assessment, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<bool> {
        let cells = || [before, after].into_iter().filter_map(Answer::given);
        let list = at_mut(made, self.path().steps()).and_then(ChildMut::list)?;
        let current = self.lines(list, &NameStyle::of(cells()));
        let old = match (before, after) {
            (Answer::Given(before), Answer::Nothing(_)) if current.is_empty() => Some(before.clone().into_vec()),
            (_, _) => lines_back(&current, before, after),
        };
        let Some(old) = old else { return Some(false) };
        // If the row shows numbers, a name without one has none.
        let has_numbers = cells().flat_map(Lines::texts).any(|text| Numbered::read(text.as_str()).is_some());
        self.arrange(list, &old, has_numbers).then_some(true)
    }

    /// Makes the list that these lines show, from its own entries where the names are the same.
    fn arrange(self, list: &mut dyn List, lines: &[Line], has_numbers: bool) -> bool {
        let [field, operator_field] = self.fields();
        let mut own: IndexMap<String, Vec<usize>> = IndexMap::new();
        for index in (0..list.len()).rev() {
            let Some(part) = list.get(index) else { continue };
            own.entry(name_key(&text_of(part, field).to_string())).or_default().push(index);
        }
        let (mut named, mut numbers) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for line in lines {
            let Some(text) = line.text.given() else { return false };
            let read = Numbered::read(text.as_str());
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
            if !put(part, field, name) || operator.is_some_and(|operator| !put(part, operator_field, operator)) {
                return false;
            }
        }
        (0..list.len()).zip(numbers).all(|(index, number)| {
            let Some(part) = list.get_mut(index).filter(|_| has_numbers || number.is_some()) else { return true };
            put_printed_number(part, number)
        })
    }
}

/// How the names are written.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct NameStyle {
    /// What is before and after the number: 「（」 and 「）」.
    marks: (String, String),
    is_wide: bool,
    /// Whether the body that runs the file or the system is added: 「（※国保連合会）」.
    has_operators: bool,
}

impl Default for NameStyle {
    fn default() -> Self {
        Self { marks: (String::new(), "．".into()), is_wide: true, has_operators: false }
    }
}

impl NameStyle {
    /// The style of the names in a cell.
    fn of<'l>(cells: impl Iterator<Item = &'l Lines> + Clone) -> Self {
        let mut marks = cells.clone().flat_map(Lines::texts).filter_map(|text| Numbered::read(text.as_str()));
        let has_operators = cells.flat_map(Lines::texts).any(|text| operated(text.as_str()).1.is_some());
        match marks.next() {
            Some(Numbered { marks, is_wide, .. }) => Self { marks, is_wide, has_operators },
            None => Self { has_operators, ..Self::default() },
        }
    }

    /// The style of the names in the cells of a row; `None` if it quotes no numbered names.
    pub(super) fn of_row(change: &Change) -> Option<Self> {
        let cells = [&change.after, &change.before].into_iter().filter_map(Answer::given);
        let mut numbered = cells.filter(|cell| cell.texts().any(|text| Numbered::read(text.as_str()).is_some()));
        Some(Self { has_operators: false, ..Self::of(core::iter::once(numbered.next()?)) })
    }

    fn number(&self, number: u32) -> String {
        format!("{}{}{}", self.marks.0, digits(&number.to_string(), self.is_wide), self.marks.1)
    }
}

/// A text with its digits in full width if they are wide.
fn digits(text: &str, are_wide: bool) -> String {
    let wide = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(c);
    text.chars().map(|c| if are_wide && c.is_ascii_digit() { wide(c) } else { c }).collect()
}

fn text_of<'p>(part: &'p dyn Part, field: &str) -> Value<'p> {
    let index = part.rows().iter().position(|row| row.name == field);
    let entry = index.and_then(|index| part.child(index)).and_then(Child::answer);
    entry.map_or(Value::Unanswered, |entry| entry.value())
}

fn put(part: &mut dyn Part, field: &str, text: &str) -> bool {
    let index = part.rows().iter().position(|row| row.name == field);
    let entry = index.and_then(|index| part.child_mut(index)).and_then(ChildMut::answer);
    entry.is_some_and(|entry| entry.put(text).is_ok())
}

/// Sets or clears the number printed for an entry of a list. Returns whether it can have this number.
fn put_printed_number(part: &mut dyn Part, number: Option<u32>) -> bool {
    let Some(index) = part.rows().iter().position(is_printed_number) else { return number.is_none() };
    let Some(entry) = part.child_mut(index).and_then(ChildMut::answer) else { return false };
    entry.clear();
    number.is_none_or(|number| entry.put(&number.to_string()).is_ok())
}

/// A name with its number.
struct Numbered<'t> {
    marks: (String, String),
    is_wide: bool,
    number: u32,
    name: &'t str,
}

impl<'t> Numbered<'t> {
    /// Reads 「（３）収納ファイル」, 「３．収納ファイル」. `None` without a number.
    fn read(text: &'t str) -> Option<Self> {
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
        Some(Self { marks, is_wide, number: number.parse().ok()?, name })
    }
}

/// The name, and who runs it: 「収納ファイル（※国保連合会）」.
fn operated(text: &str) -> (&str, Option<&str>) {
    let inner = text.trim_end().strip_suffix(['）', ')']);
    let found = inner.and_then(|inner| inner.rsplit_once("（※").or_else(|| inner.rsplit_once("(※")));
    found.map_or((text, None), |(name, operator)| (name, Some(operator)))
}

/// How a date is written.
#[derive(Clone)]
pub(super) struct DateStyle {
    notation: Notation,
    is_wide: bool,
    /// What follows it: 「時点」, with the blanks before it.
    end: String,
}

#[derive(Clone, Copy)]
enum Notation {
    /// 「令和6年4月1日」.
    Era,
    /// 「R6.4.1」.
    Letter,
    /// 「2024/4/1」.
    Slash,
    /// 「2024-04-01」.
    Iso,
    /// 「2024年4月1日」.
    Gregorian,
}

impl DateStyle {
    /// The style of a row that quotes a date; `None` if it quotes none.
    pub(super) fn of_row(change: &Change) -> Option<Self> {
        [&change.after, &change.before].into_iter().find_map(|cell| {
            let mut texts = cell.given()?.texts();
            let (text, None) = (texts.next()?, texts.next()) else { return None };
            Self::read(text.as_str())
        })
    }

    fn read(text: &str) -> Option<Self> {
        let first = text.split("から").next().unwrap_or(text);
        first.parse::<FormDate>().ok()?;
        let date = first.trim_end();
        let date = date.strip_suffix("時点").unwrap_or(date).trim_end();
        let folded: String = date.chars().map(fold).collect();
        let notation = match folded.trim_start().chars().next()? {
            c if c.is_ascii_alphabetic() => Notation::Letter,
            c if !c.is_ascii_digit() => Notation::Era,
            _ if folded.contains('/') => Notation::Slash,
            _ if folded.contains('年') => Notation::Gregorian,
            _ => Notation::Iso,
        };
        let is_wide = date.chars().any(|c| fold(c) != c && fold(c).is_ascii_digit());
        Some(Self { notation, is_wide, end: first.get(date.len()..).unwrap_or_default().into() })
    }

    fn date(&self, date: FormDate) -> String {
        let (era, year) = date.era();
        let first = date.first_day();
        let numbers = |year: i64, separator: &str| {
            let month = date.to_month().map(|(_, month)| month).or_else(|| date.to_day().map(|day| day.month()));
            let day = date.to_day().map(|day| day.day());
            let rest = [month, day].into_iter().flatten().map(|number| number.to_string());
            let all: Vec<String> = core::iter::once(year.to_string()).chain(rest).collect();
            all.join(separator)
        };
        let text = match self.notation {
            Notation::Era => date.to_string(),
            Notation::Letter => format!("{}{}", era.letter(), numbers(year.into(), ".")),
            Notation::Slash => numbers(first.year().into(), "/"),
            Notation::Iso => date.to_iso(),
            Notation::Gregorian => {
                let units = ["年", "月", "日"];
                let numbers = numbers(first.year().into(), "/");
                numbers.split('/').zip(units).flat_map(|(number, unit)| [number, unit]).collect()
            }
        };
        // A year alone in these styles would not be read as a date.
        let text = if text.parse::<FormDate>() == Ok(date) { text } else { date.to_string() };
        digits(&text, self.is_wide)
    }

    /// The date in this style, with what follows it.
    pub(super) fn shown(&self, date: FormDate) -> Option<Lines> {
        format!("{}{}", self.date(date), self.end).parse().ok()
    }

    /// 「令和6年9月15日から令和6年10月15日までの31日間」.
    pub(super) fn period(&self, period: &OpinionPeriod) -> Option<Lines> {
        let OpinionPeriod { from, until, days } = period;
        let mut text = String::new();
        if let Some(from) = from.given() {
            text.push_str(&self.date(*from));
        }
        if let Some(until) = until.given() {
            let begin = if text.is_empty() { "" } else { "から" };
            text.extend([begin, &self.date(*until), "まで"]);
        }
        if let Some(days) = days.given() {
            let of = if text.is_empty() { "" } else { "の" };
            text.extend([of, &digits(&days.to_string(), self.is_wide), "日間"]);
        }
        text.parse().ok()
    }

    /// This style for another item.
    pub(super) fn for_item(self, item: Item) -> Self {
        // What the form prints after the date.
        let end = if matches!(item, Item::PopulationAsOf | Item::HandlersAsOf) { " 時点" } else { "" };
        Self { end: end.into(), ..self }
    }
}

/// 「令和6年4月1日」.
impl Default for DateStyle {
    fn default() -> Self {
        Self { notation: Notation::Era, is_wide: false, end: String::new() }
    }
}

/// Reads a period: its first and last day, and how many days it states. `None` if it is anything else.
pub(super) fn read_period(cell: &Answer<Lines>) -> Option<OpinionPeriod> {
    let lines = match cell {
        Answer::Given(lines) => lines,
        Answer::Nothing(_) => return Some(OpinionPeriod::default()),
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => return None,
    };
    let mut texts = lines.texts();
    let (text, None) = (name_key(texts.next()?.as_str()), texts.next()) else { return None };
    let (days, rest) = match text.strip_suffix("日間") {
        Some(rest) => {
            let digits = rest.chars().rev().take_while(char::is_ascii_digit).count();
            let (rest, days) = rest.split_at_checked(rest.len().checked_sub(digits)?)?;
            (Answer::Given(days.parse().ok()?), rest.strip_suffix('の').unwrap_or(rest))
        }
        None => (Answer::Unanswered, text.as_str()),
    };
    let (from, until) = match (rest.strip_suffix("まで"), rest.split_once("から")) {
        (_, Some((from, until))) => (Some(from), Some(until.strip_suffix("まで").unwrap_or(until))),
        (Some(until), None) => (None, Some(until)),
        (None, None) => (Some(rest).filter(|rest| !rest.is_empty()), None),
    };
    let date = |text: Option<&str>| match text {
        Some(text) => text.parse().ok().map(Answer::Given),
        None => Some(Answer::Unanswered),
    };
    Some(OpinionPeriod { from: date(from)?, until: date(until)?, days })
}

/// Whether a cell quotes this period; `None` if it does not quote a period.
pub(super) fn is_period(period: &OpinionPeriod, cell: &Answer<Lines>) -> Option<bool> {
    let given = |date: &Answer<FormDate>| date.given().copied();
    let quoted = read_period(cell)?;
    let are_same = given(&quoted.from) == given(&period.from) && given(&quoted.until) == given(&period.until);
    // A row can leave out how many days it is.
    let is_length = quoted.days.given().is_none_or(|days| period.days.given() == Some(days));
    Some(are_same && is_length)
}

/// A group with at most so many ticked boxes is quoted as a whole.
const FEW_BOXES: usize = 3;

/// The boxes that changed, as the form prints them before and after; `None` if the group is better quoted as a whole.
pub(super) fn changed_boxes(old: BoxStates, new: BoxStates) -> Option<(Lines, Lines)> {
    let ticked = |states: BoxStates| states.iter().filter(|(.., tick)| *tick == Tick::Ticked).count();
    let is_known = |states: BoxStates| states.iter().all(|(.., tick)| tick != Tick::NotKnown);
    if (ticked(old) <= FEW_BOXES && ticked(new) <= FEW_BOXES) || !is_known(old) || !is_known(new) {
        return None;
    }
    let changed: Vec<_> = old.iter().zip(new.iter()).filter(|((.., old), (.., new))| old != new).collect();
    let before: Vec<String> = changed.iter().map(|((_, label, tick), _)| shown_box(label, *tick)).collect();
    let after: Vec<String> = changed.iter().map(|(_, (_, label, tick))| shown_box(label, *tick)).collect();
    Some((before.try_into().ok()?, after.try_into().ok()?))
}

fn shown_box(label: &str, tick: Tick) -> String {
    format!("[{}]{label}", if tick == Tick::Ticked { "○" } else { "　" })
}

/// The boxes of a group that a cell shows with their marks, by code; `None` if it shows anything else.
fn read_boxes(cell: &Answer<Lines>, group: BoxStates) -> Option<Vec<(&'static str, Tick)>> {
    cell.given()?
        .iter()
        .map(|(under, text)| {
            let text = text.given().filter(|_| under.is_none())?.as_str();
            group.iter().find_map(|(code, label, _)| {
                let tick = [Tick::Ticked, Tick::Unticked].into_iter().find(|tick| shown_box(label, *tick) == text)?;
                Some((code, tick))
            })
        })
        .collect()
}

/// Whether a group has the boxes that a cell shows with their marks; `None` if the cell shows anything else.
pub(super) fn has_boxes(group: BoxStates, cell: &Answer<Lines>) -> Option<bool> {
    let quoted = read_boxes(cell, group)?;
    Some(quoted.iter().all(|(code, tick)| group.of_code(code) == Some(*tick)))
}

/// Sets the boxes that a row shows with their marks to what they were. `None` if the row shows anything else; false if the
/// group is not as the row says.
pub(super) fn put_boxes_back(entry: &mut dyn Entry, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<bool> {
    let Value::Given(Given::Boxes(group)) = entry.value() else { return None };
    let (befores, afters) = (read_boxes(before, group)?, read_boxes(after, group)?);
    let codes = |boxes: &[(&'static str, Tick)]| boxes.iter().map(|(code, _)| *code).collect::<Vec<_>>();
    if codes(&befores) != codes(&afters) || has_boxes(group, after) != Some(true) {
        return Some(false);
    }
    let state = |code: &str, now: Tick| befores.iter().find(|(own, _)| *own == code).map_or(now, |(_, tick)| *tick);
    let ticked: Vec<&str> =
        group.iter().filter(|(code, _, now)| state(code, *now) == Tick::Ticked).map(|(code, ..)| code).collect();
    if ticked.is_empty() {
        entry.clear();
        return Some(true);
    }
    Some(entry.put(&ticked.join("、")).is_ok())
}
