//! Writes answers and parts in words, as a change table quotes them.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::catalogue::{Child, Part, Role, Shape};
use crate::value::answer::{Answer, Entry, Line, Lines, Value};
use crate::value::text::Text;

/// What an answer says; `None` if it says nothing.
pub(crate) fn entry(entry: &dyn Entry) -> Option<Lines> {
    let value = entry.value();
    if let Value::Lines(lines) = value { Some(lines.clone()) } else { value.to_string().parse().ok() }
}

/// What a part says: each answer under the label of its item.
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
                let line = |text: Answer<Text>| Line { under: Some(under.clone()), text };
                match answer.value() {
                    Value::Unanswered => {}
                    Value::Blank => lines.push(line(Answer::Unanswered)),
                    Value::NotKnown => lines.push(line(Answer::NotKnown)),
                    Value::Nothing(mark) => lines.push(line(Answer::Nothing(mark))),
                    // Below the label, a heading of the cell is in ＜＞ whatever its marks, so that it can be read again.
                    Value::Lines(cell) => lines.extend(cell.iter().filter_map(|(heading, text)| {
                        let Some(heading) = heading else { return Some(line(text.clone())) };
                        let text = format!("＜{heading}＞{}", text.value());
                        text.parse().ok().map(Answer::Given).map(line)
                    })),
                    value @ (Value::Chosen { .. }
                    | Value::Text(_)
                    | Value::Number(_)
                    | Value::Range(_)
                    | Value::Date(_)
                    | Value::Timings(_)
                    | Value::Box(_)
                    | Value::Boxes(_)) => lines.extend(value.to_string().parse().ok().map(Answer::Given).map(line)),
                }
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
