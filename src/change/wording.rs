//! Writes answers and parts in words, as a change table quotes them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue::{Child, Part, Role, Shape};
use crate::value::answer::{Answer, Entry, Line, Lines, Value};
use crate::value::text::Text;

/// What an answer says; `None` if it says nothing.
pub(crate) fn entry(entry: &dyn Entry) -> Option<Lines> {
    let value = entry.value();
    if let Value::Lines(lines) = value { Some(lines.clone()) } else { value.to_string().parse().ok() }
}

/// What a part says: the lines of each answer, the first of them under the label of its item. A heading of a cell is in ＜＞,
/// once; the other lines below it are indented.
pub(super) fn part(part: &dyn Part) -> Option<Lines> {
    let mut lines = Vec::new();
    write(part, &mut lines);
    Lines::new(lines)
}

fn write(part: &dyn Part, lines: &mut Vec<Line>) {
    for (index, row) in part.rows().iter().enumerate() {
        match part.child(index) {
            Some(Child::Answer(answer)) => {
                let Some((Role::Answer, item)) = row.asks else { continue };
                let Some(under) = Text::new(item.label()).ok() else { continue };
                let texts: Vec<Answer<Text>> = match answer.value() {
                    Value::Unanswered => Vec::new(),
                    Value::Blank => Vec::from([Answer::Unanswered]),
                    Value::NotKnown => Vec::from([Answer::NotKnown]),
                    Value::Nothing(mark) => Vec::from([Answer::Nothing(mark)]),
                    Value::Lines(cell) => headed(cell),
                    value @ (Value::Chosen { .. }
                    | Value::Text(_)
                    | Value::Number(_)
                    | Value::Range(_)
                    | Value::Date(_)
                    | Value::Timings(_)
                    | Value::Box(_)
                    | Value::Boxes(_)) => value.to_string().parse().ok().map(Answer::Given).into_iter().collect(),
                };
                let mut under = Some(under);
                lines.extend(texts.into_iter().map(|text| Line { under: under.take(), text }));
            }
            Some(Child::Part(inner)) => write(inner, lines),
            // The form prints no chain.
            Some(Child::List(_)) if matches!(row.shape, Shape::Tree(..)) => {}
            Some(Child::List(list)) => {
                for inner in (0..list.len()).filter_map(|index| list.get(index)) {
                    write(inner, lines);
                }
            }
            None => {}
        }
    }
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
