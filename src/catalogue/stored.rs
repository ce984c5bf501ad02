//! Reads and writes parts in any serde format: the code that all parts share.

use core::fmt::{self, Display};

use serde::de::{self, DeserializeSeed};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::field::{FieldRow, Shape, Tree};
use super::part::{Child, ChildMut, List, Part};
use super::path::PathStep;
use super::reach::row_at;
use crate::value::answer::EntrySeed;
use crate::value::error::{Words, both, refused};

// Writing.

impl Serialize for Child<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Answer(entry) => entry.stored().serialize(serializer),
            Self::Part(part) => {
                let filled = part.filled();
                let mut map = serializer.serialize_map(Some(filled.count_ones() as usize))?;
                write_fields(part, filled, &mut map)?;
                map.end()
            }
            Self::List(list) => serializer.collect_seq(list.parts().map(Child::Part)),
        }
    }
}

/// Writes these fields of a part, one bit each.
pub(crate) fn write_fields<M: SerializeMap>(part: &dyn Part, filled: u64, map: &mut M) -> Result<(), M::Error> {
    let (names, mut left) = (part.names(), filled);
    while left != 0 {
        let index = left.trailing_zeros() as usize;
        if let Some((name, child)) = names.get(index).zip(part.child(index)) {
            map.serialize_entry(name, &child)?;
        }
        left &= left - 1;
    }
    Ok(())
}

// Reading.

/// Where in a tree of parts a value is read.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The tree, if the value is an entry of it.
    tree: Option<&'static Tree>,
    /// The number of tiers above the value, including the one that it belongs to.
    tiers: usize,
}

/// Reads a part.
pub(crate) fn read_part<'de, P: Part + Default, D: de::Deserializer<'de>>(from: D) -> Result<P, D::Error> {
    let mut part = P::default();
    Fields { part: &mut part, place: Place::default() }.deserialize(from)?;
    Ok(part)
}

/// Reads a list that is declared with this shape.
pub(crate) fn read_list<'de, L: List + Default, D: de::Deserializer<'de>>(
    shape: Shape,
    from: D,
) -> Result<L, D::Error> {
    let mut list = L::default();
    Entries::new(&mut list, shape, 0).deserialize(from)?;
    Ok(list)
}

/// Reads the value of the field with this index of a document.
pub(crate) fn read_field<'de, A: de::MapAccess<'de>>(
    document: &mut dyn Part,
    index: usize,
    map: &mut A,
) -> Result<(), A::Error> {
    let row = document.rows().get(index);
    Fields { part: document, place: Place::default() }.field(row, index, map)
}

/// Replaces what this path leads to by the value read. If it cannot be read, nothing changes.
pub(crate) fn read_at<'de, D: de::Deserializer<'de>>(
    field: ChildMut<'_>,
    (rows, steps): (&'static [FieldRow], &[PathStep]),
    from: D,
) -> Result<(), D::Error> {
    let (shape, tiers) = row_at(rows, steps).map_or((Shape::Part(|| &[]), 0), |(row, tiers)| (row.shape, tiers));
    let (mut from, mut read) = (Some(from), Ok(()));
    match field {
        ChildMut::Answer(entry) => return from.take().map_or(Ok(()), |from| EntrySeed(entry).deserialize(from)),
        ChildMut::Part(part) => {
            let tree = match (shape, steps.last()) {
                (Shape::Tree(_, tree), Some(PathStep::Index(_))) => Some(tree),
                (Shape::Answer(_) | Shape::Part(_) | Shape::List(_) | Shape::Tree(..), _) => None,
            };
            part.replace(&mut |part| {
                read =
                    from.take().map_or(Ok(()), |from| Fields { part, place: Place { tree, tiers } }.deserialize(from));
                read.is_ok()
            });
        }
        ChildMut::List(list) => list.replace(&mut |list| {
            let above = tiers.saturating_sub(1);
            read = from.take().map_or(Ok(()), |from| Entries::new(list, shape, above).deserialize(from));
            read.is_ok()
        }),
    }
    read
}

/// Reads a value into an empty field.
struct Value<'p> {
    field: ChildMut<'p>,
    shape: &'static Shape,
    /// The number of tiers of a tree above the field.
    tiers: usize,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let Self { field, shape, tiers } = self;
        match field {
            ChildMut::Answer(entry) => EntrySeed(entry).deserialize(from),
            ChildMut::Part(part) => Fields { part, place: Place { tree: None, tiers } }.deserialize(from),
            ChildMut::List(list) => Entries::new(list, *shape, tiers).deserialize(from),
        }
    }
}

/// Reads the fields of a part, in any order, into an empty one.
struct Fields<'p> {
    part: &'p mut dyn Part,
    place: Place,
}

impl Fields<'_> {
    /// Reads the value of the field with this index.
    fn field<'de, A: de::MapAccess<'de>>(
        &mut self,
        row: Option<&'static FieldRow>,
        index: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match row.zip(self.part.child_mut(index)) {
            Some((row, field)) => map.next_value_seed(Value { field, shape: &row.shape, tiers: self.place.tiers }),
            None => Ok(()),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> de::Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(tree) = self.place.tree {
            return tree.entry.fmt(f);
        }
        let name = self.part.type_name();
        both!(f, "an object ({name})", "オブジェクト")
    }

    fn visit_map<A: de::MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let (rows, names) = (self.part.rows(), self.part.names());
        let (mut seen, mut next) = (Seen::default(), 0);
        while let Some(index) = map.next_key_seed(FieldName { names, next })? {
            next = index + 1;
            seen.add(index, names)?;
            self.field(rows.get(index), index, &mut map)?;
        }
        Ok(())
    }
}

/// Reads the entries of a list into an empty one.
struct Entries<'p> {
    list: &'p mut dyn List,
    place: Place,
}

impl<'p> Entries<'p> {
    fn new(list: &'p mut dyn List, shape: Shape, above: usize) -> Self {
        let place = match shape {
            Shape::Tree(_, tree) => Place { tree: Some(tree), tiers: above + 1 },
            Shape::Answer(_) | Shape::Part(_) | Shape::List(_) => Place { tree: None, tiers: above },
        };
        Self { list, place }
    }
}

impl<'de> DeserializeSeed<'de> for Entries<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        // Checked on the way down, so no input can overflow the stack.
        match self.place {
            Place { tree: Some(tree), tiers } if tiers > tree.most_tiers => Err(refused((tree.too_many)())),
            Place { .. } => from.deserialize_seq(self),
        }
    }
}

impl<'de> de::Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = Words { english: "a sequence", japanese: "配列" };
        self.place.tree.map_or(list, |tree| tree.tier).fmt(f)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Self { list, place } = self;
        while entries.next_element_seed(Appended { list: &mut *list, place })?.is_some() {}
        Ok(())
    }
}

/// Reads an entry to the end of a list.
struct Appended<'p> {
    list: &'p mut dyn List,
    place: Place,
}

impl<'de> DeserializeSeed<'de> for Appended<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        let index = self.list.len();
        self.list.insert_empty(index);
        match self.list.get_mut(index) {
            Some(part) => Fields { part, place: self.place }.deserialize(from),
            None => Ok(()),
        }
    }
}

/// Reads the name of a field. The next field in order is tried first.
pub(crate) struct FieldName {
    pub(crate) names: &'static [&'static str],
    pub(crate) next: usize,
}

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = usize;

    fn deserialize<D: de::Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for FieldName {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "the name of a field", "項目の名前")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        let (before, after) = self.names.split_at_checked(self.next).unwrap_or((self.names, &[]));
        let is_same = |other: &&str| *other == name;
        let index = after.iter().position(is_same).map(|index| self.next + index);
        index.or_else(|| before.iter().position(is_same)).ok_or_else(|| E::unknown_field(name, self.names))
    }
}

/// The fields that were read so far, one bit each.
#[derive(Default)]
pub(crate) struct Seen(u64);

impl Seen {
    /// Whether a field was read.
    pub(crate) fn has(&self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }

    /// Adds a field, or returns an error if it was read before.
    pub(crate) fn add<E: de::Error>(&mut self, index: usize, names: &[&'static str]) -> Result<(), E> {
        let bit = 1 << index;
        if self.0 & bit != 0 {
            return Err(E::duplicate_field(names.get(index).copied().unwrap_or_default()));
        }
        self.0 |= bit;
        Ok(())
    }
}
