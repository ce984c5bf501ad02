//! Finds a field of a document through parts without their types.

use super::field::{FieldRow, Role, Shape};
use super::lookup::Edition;
use super::part::{Child, ChildMut, Part};
use super::path::{FieldPath, PathStep, WalkPath};
use super::walk::FieldMut;
use crate::value::answer::{Answer, Entry, Written};

/// What is at a path in the document `part`: an answer, a part (also an entry of a list), or a list.
pub(crate) fn at<'a>(part: &'a dyn Part, steps: &[PathStep]) -> Option<Child<'a>> {
    steps.iter().try_fold(Child::Part(part), Child::enter)
}

/// What is at a path, to change it.
pub(crate) fn at_mut<'a>(part: &'a mut dyn Part, steps: &[PathStep]) -> Option<ChildMut<'a>> {
    steps.iter().try_fold(ChildMut::Part(part), ChildMut::enter)
}

/// Adds the entries on a path that the document does not have, if their index is the length of their list. Returns how
/// many steps lead to the first of them.
pub(crate) fn add_entries(part: &mut dyn Part, steps: &[PathStep]) -> Option<usize> {
    let (mut here, mut added) = (ChildMut::Part(part), None);
    for (before, step) in steps.iter().enumerate() {
        if let (ChildMut::List(list), PathStep::Index(index)) = (&mut here, step) {
            if *index == list.len() && list.insert_empty(*index) {
                added = added.or(Some(before + 1));
            }
        }
        match here.enter(step) {
            Some(next) => here = next,
            None => break,
        }
    }
    added
}

/// Removes what is at a path: an entry of a list, or the content of a field. Returns whether the document had it.
pub(crate) fn remove_at(part: &mut dyn Part, steps: &[PathStep]) -> bool {
    if let Some((PathStep::Index(index), list)) = steps.split_last() {
        return at_mut(part, list).and_then(ChildMut::list).is_some_and(|list| list.remove(*index));
    }
    at_mut(part, steps).map(ChildMut::clear).is_some()
}

/// The answer at a path.
pub(crate) fn entry_at<'a>(document: &'a dyn Part, path: &FieldPath) -> Option<&'a dyn Entry> {
    at(document, path.steps())?.answer()
}

/// The answer at a path, to change it. An index equal to the length of its list adds an entry.
pub(crate) fn entry_at_mut<'a>(document: &'a mut dyn Part, path: &FieldPath) -> Option<&'a mut dyn Entry> {
    add_entries(document, path.steps());
    at_mut(document, path.steps())?.answer()
}

/// The declaration of the field at a path, or of the list if the path leads to an entry, from a part with these fields;
/// with the number of tiers of a tree on the path.
pub(crate) fn row_at(mut rows: &'static [FieldRow], steps: &[PathStep]) -> Option<(&'static FieldRow, usize)> {
    let (mut found, mut tiers) = (None, 0);
    for step in steps {
        let PathStep::Field(name) = step else { continue };
        let row = rows.iter().find(|row| row.name == *name)?;
        tiers += usize::from(matches!(row.shape, Shape::Tree(..)));
        (found, rows) = (Some(row), row.shape.rows());
    }
    Some((found?, tiers))
}

/// Whether a field is the number printed for an entry of a list.
pub(crate) fn is_printed_number(row: &FieldRow) -> bool {
    matches!((row.asks, row.shape), (Some((Role::Beside, _)), Shape::Answer(Written::Number)))
}

/// The number printed for an entry of a list.
pub(crate) fn printed_number(part: &dyn Part) -> Option<u32> {
    let entry = part.child(part.rows().iter().position(is_printed_number)?)?.answer()?;
    entry.as_any().downcast_ref::<Answer<u32>>()?.given().copied()
}

/// Visits every field with its path so that it can be changed.
pub(crate) fn walk_mut(part: &mut dyn Part, edition: Edition, at: &WalkPath<'_>, visit: &mut dyn FnMut(FieldMut<'_>)) {
    for (index, declared) in part.rows().iter().enumerate() {
        let path = &at.to(PathStep::Field(declared.name));
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) => {
                if let Some((role, item)) = declared.asks {
                    visit(FieldMut { item, role, row: edition.row(item, path.times()), path, entry });
                }
            }
            Some(ChildMut::Part(part)) => walk_mut(part, edition, path, visit),
            Some(ChildMut::List(list)) => {
                for index in 0..list.len() {
                    if let Some(part) = list.get_mut(index) {
                        walk_mut(part, edition, &path.to(PathStep::Index(index)), visit);
                    }
                }
            }
            None => {}
        }
    }
}
