//! Writes answers and parts in words, as a change table quotes them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::named::BLOCKS;
use crate::assessment::RecordItemGroup;
use crate::catalogue::{Child, FieldRow, Part, Role, first_item, printed_number};
use crate::value::answer::{Answer, Entry, Given, Line, Lines, Tick, Timings, Value};
use crate::value::text::{Nothing, Text};

/// What an answer says; `None` if it says nothing.
pub(crate) fn entry(entry: &dyn Entry) -> Option<Lines> {
    match entry.value() {
        Value::Given(Given::Lines(lines)) => Some(lines.clone()),
        Value::Given(Given::Timings(timings)) => Lines::try_from(shown(timings)).ok(),
        value @ (Value::Unanswered
        | Value::Blank
        | Value::NotKnown
        | Value::Nothing(_)
        | Value::Given(
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Box(_)
            | Given::Boxes(_),
        )) => value.to_string().parse().ok(),
    }
}

/// The mark for an answer that says "none": the one that it is, or なし for a group of boxes without a tick. `None` for anything else.
pub(super) fn none(value: Value<'_>) -> Option<Nothing> {
    match value {
        Value::Nothing(mark) => Some(mark),
        Value::Given(Given::Boxes(boxes)) => (boxes.overall() == Tick::Unticked).then_some(Nothing::Word),
        Value::Unanswered | Value::Blank | Value::NotKnown | Value::Given(_) => None,
    }
}

/// The timings, one a line.
fn shown(timings: &Timings) -> Vec<String> {
    timings.iter().map(ToString::to_string).collect()
}

/// The label of the heading of a group of record items, which is not an item of its own.
pub(super) const HEADING: &str = "見出し";

/// Whether a field is the heading of a group of record items.
pub(super) fn is_heading(row: &FieldRow) -> bool {
    row.asks == RecordItemGroup::heading.row().asks
}

/// The label under which a block quotes a field; `None` if it does not.
pub(super) fn label(row: &FieldRow) -> Option<&'static str> {
    match row.asks {
        Some((Role::Answer, item)) => Some(item.label()),
        Some((Role::Beside, _)) if is_heading(row) => Some(HEADING),
        Some((Role::Beside, _)) | None => None,
    }
}

/// What a part says: the lines of each answer, the first of them under the label of its item. A heading of a cell is in ＜＞,
/// once; the other lines below it are indented. Entries of a list in it begin with their number: 「委託事項2」.
pub(super) fn part(part: &dyn Part) -> Option<Lines> {
    let mut lines = Vec::new();
    write(part, &mut lines);
    // A part without an answer, or a heading alone, shows its first item empty.
    if lines.iter().all(|line| line.under.as_ref().is_none_or(|under| under.as_str() == HEADING)) {
        lines.push(label_alone(first_item(part.rows())?.label())?);
    }
    Lines::new(lines)
}

/// The heading of a group of record items as a row quotes it alone.
pub(super) fn heading(heading: &dyn Entry) -> Option<Lines> {
    let mut lines = Vec::new();
    write_answer(HEADING, heading, &mut lines);
    Lines::new(lines)
}

/// The heading of this group of record items.
pub(super) fn heading_of(part: &dyn Part) -> Option<Lines> {
    heading(part.child(part.rows().iter().position(is_heading)?)?.answer()?)
}

/// The answer that identifies a part: for a section, the names of its files.
pub(super) fn name(part: &dyn Part) -> Option<Lines> {
    let item = first_item(part.rows())?;
    let index = part.rows().iter().position(|row| row.asks == Some((Role::Answer, item)))?;
    entry(part.child(index)?.answer()?)
}

fn label_alone(label: &str) -> Option<Line> {
    Some(Line { under: Some(Text::new(label).ok()?), text: Answer::Unanswered })
}

fn write(part: &dyn Part, lines: &mut Vec<Line>) {
    for (index, row) in part.rows().iter().enumerate() {
        match part.child(index) {
            Some(Child::Answer(answer)) => {
                if let Some(label) = label(row) {
                    write_answer(label, answer, lines);
                }
            }
            Some(Child::Part(inner)) => write(inner, lines),
            // The form prints no chain, and nothing in it has a label.
            Some(Child::List(list)) => {
                for inner in list.parts() {
                    lines.extend(entry_of(row).and_then(|word| label_alone(&block(word, printed_number(inner)))));
                    write(inner, lines);
                }
            }
            None => {}
        }
    }
}

fn write_answer(label: &str, answer: &dyn Entry, lines: &mut Vec<Line>) {
    let Ok(under) = Text::new(label) else { return };
    let texts: Vec<Answer<Text>> = match answer.value() {
        Value::Unanswered => Vec::new(),
        Value::Blank => Vec::from([Answer::Unanswered]),
        Value::NotKnown => Vec::from([Answer::NotKnown]),
        Value::Nothing(mark) => Vec::from([Answer::Nothing(mark)]),
        Value::Given(Given::Lines(cell)) => headed(cell),
        Value::Given(Given::Timings(timings)) => {
            shown(timings).iter().filter_map(|timing| timing.parse().ok()).map(Answer::Given).collect()
        }
        value @ Value::Given(
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Box(_)
            | Given::Boxes(_),
        ) => value.to_string().parse().ok().map(Answer::Given).into_iter().collect(),
    };
    let mut under = Some(under);
    lines.extend(texts.into_iter().map(|text| Line { under: under.take(), text }));
}

/// The word with which the form numbers the entries of this list.
pub(super) fn entry_of(row: &FieldRow) -> Option<&'static str> {
    let item = first_item(row.shape.rows())?;
    BLOCKS.iter().find(|(.., own)| *own == item).map(|(word, ..)| *word)
}

/// The label of the first line of an entry in a block: 「委託事項2の欄」, without a number 「委託事項の欄」.
fn block(word: &str, number: Option<u32>) -> String {
    format!("{word}{}の欄", number.map_or_else(String::new, |number| number.to_string()))
}

/// The printed number of a block; `None` if it has no number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct PrintedNumber(pub(super) Option<u32>);

/// The number in the label of the first line of an entry.
pub(super) fn number_of_block(label: &str, word: &str) -> Option<PrintedNumber> {
    let number = label.strip_prefix(word)?.strip_suffix("の欄")?;
    Some(PrintedNumber(if number.is_empty() { None } else { Some(number.parse().ok()?) }))
}

/// The blank before a line below a heading.
const INDENT: char = '　';

/// The lines of a cell in a block. A heading is in ＜＞ whatever its marks, so that it can be read again.
fn headed(cell: &Lines) -> Vec<Answer<Text>> {
    let has_indent = cell.texts().any(|text| text.as_str().starts_with(INDENT));
    let mut above: Option<&Text> = None;
    cell.iter()
        .filter_map(|(heading, text)| {
            let is_below = heading.is_some() && above == heading && !has_indent;
            above = heading;
            let Some(heading) = heading else { return Some(text.clone()) };
            let shown = text.value().to_string();
            let line = if is_below && !shown.is_empty() {
                format!("{INDENT}{shown}")
            } else {
                format!("＜{heading}＞{shown}")
            };
            line.parse().ok().map(Answer::Given)
        })
        .collect()
}

/// The lines of a cell in a block as a cell alone shows them: with the heading of each.
pub(super) fn unheaded(texts: &[&str]) -> String {
    let mut heading = "";
    let mut lines: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        if let Some(below) = text.strip_prefix(INDENT).filter(|_| !heading.is_empty()) {
            lines.push(format!("{heading}{below}"));
            continue;
        }
        let end = text.strip_prefix('＜').and_then(|rest| rest.find('＞'));
        let end = end.map_or(0, |end| '＜'.len_utf8() + end + '＞'.len_utf8());
        heading = text.get(..end).unwrap_or_default();
        lines.push((*text).into());
    }
    lines.join("\n")
}
