//! What a comparison asks of an answer: whether all of it is known, and whether two may be the same.

use alloc::string::ToString;

use crate::catalogue::{Child, ChildMut, Part, is_printed_number};
use crate::value::answer::{Answer, Entry, Given, Lines, Tick, Value};

/// Whether no answer in it is "not known".
pub(super) fn is_known(child: Child<'_>) -> bool {
    match child {
        Child::Answer(entry) => is_answer_known(entry),
        Child::Part(part) => part.children().all(is_known),
        Child::List(list) => list.parts().all(|part| is_known(Child::Part(part))),
    }
}

/// Whether all of an answer is known. A cell may contain a line that is not, and a group such a box.
pub(super) fn is_answer_known(entry: &dyn Entry) -> bool {
    match entry.stored() {
        Value::NotKnown => false,
        Value::Unanswered | Value::Blank | Value::Nothing(_) => true,
        Value::Given(given) => match given {
            Given::Box(tick) => tick != Tick::NotKnown,
            Given::Lines(lines) => lines.iter().all(|(_, text)| *text != Answer::NotKnown),
            Given::Boxes(boxes) => boxes.iter().all(|(.., tick)| tick != Tick::NotKnown),
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Timings(_) => true,
        },
    }
}

/// Whether both have the same type, and the known parts of both agree.
pub(super) fn may_be(old: &dyn Entry, new: &dyn Entry) -> bool {
    if old.is_same(new) {
        return true;
    }
    let is_not_known = |value| matches!(value, Value::NotKnown | Value::Given(Given::Box(Tick::NotKnown)));
    old.as_any().type_id() == new.as_any().type_id()
        && match (old.stored(), new.stored()) {
            (Value::Given(Given::Lines(old)), Value::Given(Given::Lines(new))) => may_be_lines(old, new),
            (Value::Given(Given::Boxes(old)), Value::Given(Given::Boxes(new))) => {
                let mut both = old.iter().zip(new.iter());
                both.all(|((.., old), (.., new))| old == new || old == Tick::NotKnown || new == Tick::NotKnown)
            }
            (old, new) => is_not_known(old) || is_not_known(new),
        }
}

fn may_be_lines(old: &Lines, new: &Lines) -> bool {
    let is_known = |text: &Answer<_>| *text != Answer::NotKnown;
    old.into_iter().len() == new.into_iter().len()
        && old.iter().zip(new.iter()).all(|((old_under, old), (new_under, new))| {
            old_under == new_under && (old == new || !is_known(old) || !is_known(new))
        })
}

/// Sets or clears the number printed for an entry of a list. Returns whether it can have this number.
pub(super) fn put_printed_number(part: &mut dyn Part, number: Option<u32>) -> bool {
    let Some(index) = part.rows().iter().position(is_printed_number) else { return number.is_none() };
    let Some(entry) = part.child_mut(index).and_then(ChildMut::answer) else { return false };
    entry.clear();
    number.is_none_or(|number| entry.put(&number.to_string()).is_ok())
}
