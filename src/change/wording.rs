//! Writes answers and parts in words, as a change table quotes them.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::catalogue::{Child, Part, Role};
use crate::value::answer::{Answer, Entry, Line, Lines, Value};
use crate::value::text::Text;

/// What an answer says; `None` if it says nothing.
pub(super) fn entry(entry: &dyn Entry) -> Option<Lines> {
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
                let answer = entry(answer);
                let texts = answer.iter().flat_map(Lines::iter).map(|(_, text)| text.clone());
                lines.extend(texts.map(|text: Answer<Text>| Line { under: Some(under.clone()), text }));
            }
            Some(Child::Part(inner)) => write(inner, lines),
            Some(Child::List(list)) => {
                for inner in (0..list.len()).filter_map(|index| list.get(index)) {
                    write(inner, lines);
                }
            }
            None => {}
        }
    }
}
