//! A part of a document, a list of parts and an answer, without their types.
//!
//! A part, a list of parts and an answer have one trait each for everything that needs no type: [`Part`], [`List`] and
//! [`Entry`]. [`Node`] says which of them a field is. Walking, reading, writing and changing are functions over them.

use alloc::vec::Vec;

use super::field::{FieldRow, Shape};
use super::path::{PathStep, WalkPath};
use super::walk::Walk;
use crate::value::answer::{Entry, EntryType};

/// A field without its type.
#[derive(Clone, Copy)]
pub(crate) enum Child<'a> {
    Answer(&'a dyn Entry),
    Part(&'a dyn Part),
    List(&'a dyn List),
}

pub(crate) enum ChildMut<'a> {
    Answer(&'a mut dyn Entry),
    Part(&'a mut dyn Part),
    List(&'a mut dyn List),
}

/// A part of a document without its type.
pub(crate) trait Part {
    /// The name of the type.
    fn type_name(&self) -> &'static str;
    fn rows(&self) -> &'static [FieldRow];
    /// The names of the fields, for errors.
    fn names(&self) -> &'static [&'static str];
    fn child(&self, index: usize) -> Option<Child<'_>>;
    fn child_mut(&mut self, index: usize) -> Option<ChildMut<'_>>;
    /// Visits every field in the order of the declaration.
    fn walk(&self, at: &WalkPath<'_>, walk: &mut Walk<'_>);
    /// Replaces the fields by those of an empty part that `fill` has filled, unless `fill` returns false. The header of a
    /// document stays.
    fn replace(&mut self, fill: &mut dyn FnMut(&mut dyn Part) -> bool);
}

/// A list of parts without their type.
pub(crate) trait List {
    fn len(&self) -> usize;
    fn get(&self, index: usize) -> Option<&dyn Part>;
    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Part>;
    /// Inserts an empty entry before the one with this index, or at the end. Returns false if the index is beyond the
    /// end.
    fn insert_empty(&mut self, index: usize) -> bool;
    /// Removes an entry. Returns whether there was one.
    fn remove(&mut self, index: usize) -> bool;
    /// Replaces the entries by those of an empty list that `fill` has filled, unless `fill` returns false.
    fn replace(&mut self, fill: &mut dyn FnMut(&mut dyn List) -> bool);
    /// Rearranges the list from its own entries and copies of those of `other`, which must have the same type. Returns
    /// whether it could.
    #[cfg(feature = "change")]
    fn arrange(&mut self, other: &dyn List, order: &[Origin]) -> bool;
    /// Keeps the entries with these indices, in this order.
    #[cfg(feature = "change")]
    fn keep(&mut self, order: &[usize]);
    #[cfg(feature = "change")]
    fn as_any(&self) -> &dyn core::any::Any;
}

/// The source of an entry in a rearranged list.
#[cfg(feature = "change")]
#[derive(Clone, Copy)]
pub(crate) enum Origin {
    Own(usize),
    Other(usize),
}

/// A type that a field can have.
pub(crate) trait Node {
    const SHAPE: Shape;
    fn child(&self) -> Child<'_>;
    fn child_mut(&mut self) -> ChildMut<'_>;
}

impl<'a> Child<'a> {
    /// What a step leads to.
    pub(crate) fn enter(self, step: &PathStep) -> Option<Self> {
        match (self, step) {
            (Self::Part(part), PathStep::Field(name)) => part.child(index_of(part.rows(), name)?),
            (Self::List(list), PathStep::Index(index)) => list.get(*index).map(Self::Part),
            (Self::Answer(_) | Self::Part(_) | Self::List(_), _) => None,
        }
    }

    pub(crate) fn answer(self) -> Option<&'a dyn Entry> {
        match self {
            Self::Answer(entry) => Some(entry),
            Self::Part(_) | Self::List(_) => None,
        }
    }

    pub(crate) fn part(self) -> Option<&'a dyn Part> {
        match self {
            Self::Part(part) => Some(part),
            Self::Answer(_) | Self::List(_) => None,
        }
    }

    pub(crate) fn list(self) -> Option<&'a dyn List> {
        match self {
            Self::List(list) => Some(list),
            Self::Answer(_) | Self::Part(_) => None,
        }
    }

    /// Whether it is left out when the document is saved.
    #[inline]
    pub(crate) fn is_vacant(self) -> bool {
        match self {
            Self::Answer(entry) => entry.is_vacant(),
            Self::Part(part) => part.children().all(Self::is_vacant),
            Self::List(list) => list.len() == 0,
        }
    }

    /// Visits the field, or the fields in it. `at` is the path of the part. Inlined into the walk of each part, where
    /// `declared` is known: that halves the instructions of a walk.
    #[expect(clippy::inline_always, reason = "measured; the compiler does not inline it otherwise")]
    #[inline(always)]
    pub(crate) fn walk(self, declared: &FieldRow, at: &WalkPath<'_>, walk: &mut Walk<'_>) {
        let path = &at.to(PathStep::Field(declared.name));
        match self {
            Self::Answer(entry) => walk.answer(declared, path, entry.value()),
            Self::Part(part) => part.walk(path, walk),
            Self::List(list) => walk_list(declared, list, path, walk),
        }
    }

    /// Whether all answers in both are the same.
    pub(crate) fn is_same(self, other: Child<'_>) -> bool {
        match (self, other) {
            (Self::Answer(own), Child::Answer(other)) => own.is_same(other),
            (Self::Part(own), Child::Part(other)) => {
                own.rows().len() == other.rows().len()
                    && own.children().zip(other.children()).all(|(own, other)| own.is_same(other))
            }
            (Self::List(own), Child::List(other)) => {
                own.len() == other.len()
                    && own.parts().zip(other.parts()).all(|(own, other)| Child::Part(own).is_same(Child::Part(other)))
            }
            (Self::Answer(_) | Self::Part(_) | Self::List(_), _) => false,
        }
    }
}

fn walk_list(declared: &FieldRow, list: &dyn List, path: &WalkPath<'_>, walk: &mut Walk<'_>) {
    for (index, part) in list.parts().enumerate() {
        part.walk(&path.to(PathStep::Index(index)), walk);
    }
    if list.len() == 0 {
        walk.empty_entry(declared, path);
    }
}

impl<'a> ChildMut<'a> {
    /// What a step leads to.
    pub(crate) fn enter(self, step: &PathStep) -> Option<Self> {
        match (self, step) {
            (Self::Part(part), PathStep::Field(name)) => part.child_mut(index_of(part.rows(), name)?),
            (Self::List(list), PathStep::Index(index)) => list.get_mut(*index).map(Self::Part),
            (Self::Answer(_) | Self::Part(_) | Self::List(_), _) => None,
        }
    }

    pub(crate) fn answer(self) -> Option<&'a mut dyn Entry> {
        match self {
            Self::Answer(entry) => Some(entry),
            Self::Part(_) | Self::List(_) => None,
        }
    }

    pub(crate) fn list(self) -> Option<&'a mut dyn List> {
        match self {
            Self::List(list) => Some(list),
            Self::Answer(_) | Self::Part(_) => None,
        }
    }

    /// Makes it vacant.
    pub(crate) fn clear(self) {
        match self {
            Self::Answer(entry) => entry.clear(),
            Self::Part(part) => part.replace(&mut |_| true),
            Self::List(list) => list.replace(&mut |_| true),
        }
    }
}

/// The index of the field with this name.
fn index_of(rows: &[FieldRow], name: &str) -> Option<usize> {
    rows.iter().position(|row| row.name == name)
}

impl dyn Part + '_ {
    /// The fields, in the order of the rows.
    pub(crate) fn children(&self) -> impl Iterator<Item = Child<'_>> {
        (0..).map_while(|index| self.child(index))
    }

    /// The fields that are not left out when the document is saved, one bit each.
    pub(crate) fn filled(&self) -> u64 {
        let bit = |(index, child): (usize, Child<'_>)| u64::from(!child.is_vacant()) << index;
        self.children().enumerate().map(bit).sum()
    }
}

impl dyn List + '_ {
    /// The entries.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &dyn Part> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

impl<E: EntryType> Node for E {
    const SHAPE: Shape = Shape::Answer(E::WRITTEN);

    fn child(&self) -> Child<'_> {
        Child::Answer(self)
    }

    fn child_mut(&mut self) -> ChildMut<'_> {
        ChildMut::Answer(self)
    }
}

impl<P: Part + Node + Default + Clone + 'static> Node for Vec<P> {
    const SHAPE: Shape = P::SHAPE.listed();

    fn child(&self) -> Child<'_> {
        Child::List(self)
    }

    fn child_mut(&mut self) -> ChildMut<'_> {
        ChildMut::List(self)
    }
}

impl<P: Part + Default + Clone + 'static> List for Vec<P> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Part> {
        self.as_slice().get(index).map(|part| part as &dyn Part)
    }

    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Part> {
        self.as_mut_slice().get_mut(index).map(|part| part as &mut dyn Part)
    }

    fn insert_empty(&mut self, index: usize) -> bool {
        let is_there = index <= self.len();
        if is_there {
            self.insert(index, P::default());
        }
        is_there
    }

    fn remove(&mut self, index: usize) -> bool {
        let is_there = index < self.len();
        if is_there {
            self.remove(index);
        }
        is_there
    }

    fn replace(&mut self, fill: &mut dyn FnMut(&mut dyn List) -> bool) {
        let mut new = Self::new();
        if fill(&mut new) {
            *self = new;
        }
    }

    #[cfg(feature = "change")]
    fn arrange(&mut self, other: &dyn List, order: &[Origin]) -> bool {
        let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
        let mut own: Vec<Option<P>> = core::mem::take(self).into_iter().map(Some).collect();
        let entries = order.iter().filter_map(|origin| match *origin {
            Origin::Own(index) => own.get_mut(index)?.take(),
            Origin::Other(index) => other.as_slice().get(index).cloned(),
        });
        self.extend(entries);
        true
    }

    #[cfg(feature = "change")]
    fn keep(&mut self, order: &[usize]) {
        let mut own: Vec<Option<P>> = core::mem::take(self).into_iter().map(Some).collect();
        self.extend(order.iter().filter_map(|index| own.get_mut(*index)?.take()));
    }

    #[cfg(feature = "change")]
    fn as_any(&self) -> &dyn core::any::Any {
        self
    }
}
