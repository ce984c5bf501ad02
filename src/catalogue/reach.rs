//! Finds a field of a document through parts without their types.

use super::Item;
use super::field::{FieldRow, Role, Shape};
use super::part::{Child, ChildMut, List, Part};
use super::path::{FieldPath, Path, Step};
use super::walk::{FieldMut, printed};
use crate::value::answer::{Answer, Entry, Written};
use crate::value::kind::Form;

/// The part at a path in the document `part`. For the path of an answer, it is the part that contains it.
pub(crate) fn part_at<'a>(mut part: &'a dyn Part, steps: &[Step]) -> Option<&'a dyn Part> {
    let mut list: Option<&dyn List> = None;
    for step in steps {
        match *step {
            Step::Field(name) => {
                let index = part.rows().iter().position(|row| row.name == name)?;
                match part.child(index)? {
                    Child::Answer(_) => return Some(part),
                    Child::Part(inner) => part = inner,
                    Child::List(inner) => list = Some(inner),
                }
            }
            Step::Index(index) => part = list.take()?.get(index)?,
        }
    }
    Some(part)
}

/// The answer at a path.
pub(crate) fn entry_at<'a>(document: &'a dyn Part, path: &FieldPath) -> Option<&'a dyn Entry> {
    let Some(Step::Field(name)) = path.steps().last() else { return None };
    let part = part_at(document, path.steps())?;
    let index = part.rows().iter().position(|row| row.name == *name)?;
    match part.child(index)? {
        Child::Answer(entry) => Some(entry),
        Child::Part(_) | Child::List(_) => None,
    }
}

/// The answer at a path, to change it. An index equal to the length of its list adds an entry.
pub(crate) fn entry_at_mut<'a>(part: &'a mut dyn Part, steps: &[Step]) -> Option<&'a mut dyn Entry> {
    let (Step::Field(name), rest) = steps.split_first()? else { return None };
    let index = part.rows().iter().position(|row| row.name == *name)?;
    match (part.child_mut(index)?, rest) {
        (ChildMut::Answer(entry), []) => Some(entry),
        (ChildMut::Part(part), rest) => entry_at_mut(part, rest),
        (ChildMut::List(list), [Step::Index(index), rest @ ..]) => {
            if *index == list.len() && !list.insert_empty(*index) {
                return None;
            }
            entry_at_mut(list.get_mut(*index)?, rest)
        }
        (ChildMut::Answer(_) | ChildMut::List(_), _) => None,
    }
}

/// The list at a path.
pub(crate) fn list_at<'a>(part: &'a dyn Part, steps: &[Step]) -> Option<&'a dyn List> {
    let (Step::Field(name), rest) = steps.split_first()? else { return None };
    let index = part.rows().iter().position(|row| row.name == *name)?;
    match (part.child(index)?, rest) {
        (Child::Part(part), rest) => list_at(part, rest),
        (Child::List(list), []) => Some(list),
        (Child::List(list), [Step::Index(index), rest @ ..]) => list_at(list.get(*index)?, rest),
        (Child::Answer(_) | Child::List(_), _) => None,
    }
}

/// The list at a path, to change it.
pub(crate) fn list_at_mut<'a>(part: &'a mut dyn Part, steps: &[Step]) -> Option<&'a mut dyn List> {
    let (Step::Field(name), rest) = steps.split_first()? else { return None };
    let index = part.rows().iter().position(|row| row.name == *name)?;
    match (part.child_mut(index)?, rest) {
        (ChildMut::Part(part), rest) => list_at_mut(part, rest),
        (ChildMut::List(list), []) => Some(list),
        (ChildMut::List(list), [Step::Index(index), rest @ ..]) => list_at_mut(list.get_mut(*index)?, rest),
        (ChildMut::Answer(_) | ChildMut::List(_), _) => None,
    }
}

/// Clears the field at a path with everything in it. Returns whether the field exists.
pub(crate) fn clear_at(part: &mut dyn Part, steps: &[Step]) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        for index in 0..part.rows().len() {
            match part.child_mut(index) {
                Some(ChildMut::Answer(entry)) => entry.clear(),
                Some(ChildMut::Part(part)) => {
                    clear_at(part, &[]);
                }
                Some(ChildMut::List(list)) => list.clear(),
                None => {}
            }
        }
        return true;
    };
    let Step::Field(name) = step else { return false };
    let Some(index) = part.rows().iter().position(|row| row.name == *name) else { return false };
    match (part.child_mut(index), rest) {
        (Some(ChildMut::Answer(entry)), []) => {
            entry.clear();
            true
        }
        (Some(ChildMut::Part(part)), rest) => clear_at(part, rest),
        (Some(ChildMut::List(list)), []) => {
            list.clear();
            true
        }
        (Some(ChildMut::List(list)), [Step::Index(index)]) => list.remove(*index),
        (Some(ChildMut::List(list)), [Step::Index(index), rest @ ..]) => {
            list.get_mut(*index).is_some_and(|part| clear_at(part, rest))
        }
        (Some(ChildMut::Answer(_) | ChildMut::List(_)) | None, _) => false,
    }
}

/// The item that a field answers or is beside, found by its path from a part with these fields.
pub(crate) fn asked_at(mut rows: &'static [FieldRow], steps: &[Step]) -> Option<(Role, Item)> {
    let mut asks = None;
    for step in steps {
        let Step::Field(name) = step else { continue };
        let row = rows.iter().find(|row| row.name == *name)?;
        asks = row.asks;
        rows = match row.shape {
            Shape::Answer(_) => &[],
            Shape::Part(rows) | Shape::List(rows) | Shape::Tree(rows, _) => rows(),
        };
    }
    asks
}

/// Whether a field is the number printed for an entry of a list.
pub(crate) fn is_printed_number(row: &FieldRow) -> bool {
    matches!((row.asks, row.shape), (Some((Role::Beside, _)), Shape::Answer(Written::Number)))
}

/// The number printed for an entry of a list.
pub(crate) fn printed_number(part: &dyn Part) -> Option<u32> {
    match part.child(part.rows().iter().position(is_printed_number)?)? {
        Child::Answer(entry) => entry.as_any().downcast_ref::<Answer<u32>>()?.given().copied(),
        Child::Part(_) | Child::List(_) => None,
    }
}

/// Visits every field with its path so that it can be changed.
pub(crate) fn walk_mut(part: &mut dyn Part, form: Form, at: &Path<'_>, visit: &mut dyn FnMut(FieldMut<'_>)) {
    for (index, declared) in part.rows().iter().enumerate() {
        let path = &at.to(Step::Field(declared.name));
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) => {
                if let Some((role, item)) = declared.asks {
                    visit(FieldMut { item, role, row: printed(Some(form), item, path.times()), path, entry });
                }
            }
            Some(ChildMut::Part(part)) => walk_mut(part, form, path, visit),
            Some(ChildMut::List(list)) => {
                for index in 0..list.len() {
                    if let Some(part) = list.get_mut(index) {
                        walk_mut(part, form, &path.to(Step::Index(index)), visit);
                    }
                }
            }
            None => {}
        }
    }
}
