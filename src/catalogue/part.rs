//! The declaration of a part of a document, and the code that all parts share: walking, reading and writing.

use alloc::vec::Vec;
use core::any::Any;
use core::fmt;
use core::marker::PhantomData;

use serde::{Serialize, de, ser};

use super::field::{FieldRow, Shape, first_item};
use super::path::{Path, Step};
use super::walk::Walk;
use super::way::{Miss, Way};
use crate::value::answer::{Answer, Boxes, Choices, Content, Entry, Tick, Written};
use crate::value::code_list::CodeList;

/// A field without its type.
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
    fn rows(&self) -> &'static [FieldRow];
    fn child(&self, index: usize) -> Option<Child<'_>>;
    fn child_mut(&mut self, index: usize) -> Option<ChildMut<'_>>;
    /// Whether both have the same type and all their fields are equal. The header of a document is not compared.
    fn equals(&self, other: &dyn Part) -> bool;
    /// Whether no field is "not known".
    fn is_known(&self) -> bool;
    fn as_any(&self) -> &dyn Any;
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
    /// Removes all entries.
    fn clear(&mut self);
    /// Rearranges the list from its own entries and copies of those of `other`, which must have the same type. Returns
    /// whether it could.
    fn arrange(&mut self, other: &dyn List, order: &[Origin]) -> bool;
    /// Whether both have the same type and equal entries.
    fn equals(&self, other: &dyn List) -> bool;
    /// Whether no entry contains "not known".
    fn is_known(&self) -> bool;
    fn as_any(&self) -> &dyn Any;
}

/// The source of an entry in a rearranged list.
#[derive(Clone, Copy)]
pub(crate) enum Origin {
    Own(usize),
    Other(usize),
}

/// What the declaration of a part generates.
pub(crate) trait Declared: Part + Sized + serde::Serialize + for<'de> serde::Deserialize<'de> {
    /// The name of the type.
    const NAME: &'static str;
    const ROWS: &'static [FieldRow];
    /// The names of the fields, for errors.
    const NAMES: &'static [&'static str];
    fn read_field<'de, A: de::MapAccess<'de>>(&mut self, index: usize, map: &mut A) -> Result<(), A::Error>;
    fn is_vacant(&self) -> bool;
    /// The number of fields that are not vacant.
    fn filled(&self) -> usize;
    /// Writes the fields that are not vacant.
    fn write_fields<Out: serde::ser::SerializeMap>(&self, map: &mut Out) -> Result<(), Out::Error>;
    /// Visits every field in the order of the declaration.
    fn walk_fields(&self, at: &Path<'_>, walk: &mut Walk<'_>);
    /// Reads a value into what the path leads to, starting with this field.
    fn put_field<'de, D: de::Deserializer<'de>>(
        &mut self,
        field: &str,
        way: Way<'_>,
        from: D,
    ) -> Result<(), Miss<D::Error>>;
    /// Writes what the path leads to, starting with this field.
    fn get_field<S: ser::Serializer>(&self, field: &str, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>>;
}

/// A type that a field can have.
pub(crate) trait Node {
    const SHAPE: Shape;
    /// Whether it is left out when the document is saved.
    fn is_vacant(&self) -> bool;
    /// Whether no part of it is "not known".
    fn is_known(&self) -> bool;
    fn walk(&self, row: &'static FieldRow, at: &Path<'_>, walk: &mut Walk<'_>);
    fn child(&self) -> Child<'_>;
    fn child_mut(&mut self) -> ChildMut<'_>;
    /// Replaces what the path leads to by the value read. If it cannot be read, nothing changes.
    fn put_value<'de, D: de::Deserializer<'de>>(&mut self, way: Way<'_>, from: D) -> Result<(), Miss<D::Error>>;
    /// Writes what the path leads to.
    fn get_value<S: ser::Serializer>(&self, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>>;
}

macro_rules! answers {
    ($($type:ty $(, $param:ident: $bound:ident)?: $written:expr;)+) => {
        $(
            impl$(<$param: $bound>)? Node for $type {
                const SHAPE: Shape = Shape::Answer($written);

                fn is_vacant(&self) -> bool {
                    Entry::is_vacant(self)
                }

                fn is_known(&self) -> bool {
                    Entry::is_known(self)
                }

                fn walk(&self, row: &'static FieldRow, at: &Path<'_>, walk: &mut Walk<'_>) {
                    if let Some(asks) = row.asks {
                        walk.entry(&at.to(Step::Field(row.name)), asks, self);
                    }
                }

                fn child(&self) -> Child<'_> {
                    Child::Answer(self)
                }

                fn child_mut(&mut self) -> ChildMut<'_> {
                    ChildMut::Answer(self)
                }

                fn put_value<'de, De: de::Deserializer<'de>>(
                    &mut self,
                    way: Way<'_>,
                    from: De,
                ) -> Result<(), Miss<De::Error>> {
                    match way.steps {
                        [] => read(self, from),
                        [..] => Err(Miss::NoField),
                    }
                }

                fn get_value<S: ser::Serializer>(&self, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>> {
                    match steps {
                        [] => self.serialize(to).map_err(Miss::Refused),
                        [..] => Err(Miss::NoField),
                    }
                }
            }
        )+
    };
}

answers! {
    Answer<T>, T: Content: T::WRITTEN;
    Tick: Written::Tick;
    Boxes<B>, B: CodeList: Written::Boxes(Choices::of::<B>());
}

pub(crate) fn rows_of<P: Declared>() -> &'static [FieldRow] {
    P::ROWS
}

impl<P: Declared> Node for P {
    const SHAPE: Shape = Shape::Part(rows_of::<P>);

    fn is_vacant(&self) -> bool {
        Declared::is_vacant(self)
    }

    fn is_known(&self) -> bool {
        Part::is_known(self)
    }

    fn walk(&self, row: &'static FieldRow, at: &Path<'_>, walk: &mut Walk<'_>) {
        self.walk_fields(&at.to(Step::Field(row.name)), walk);
    }

    fn child(&self) -> Child<'_> {
        Child::Part(self)
    }

    fn child_mut(&mut self) -> ChildMut<'_> {
        ChildMut::Part(self)
    }

    fn put_value<'de, D: de::Deserializer<'de>>(&mut self, way: Way<'_>, from: D) -> Result<(), Miss<D::Error>> {
        match way.steps {
            [] => read(self, from),
            [Step::Field(name), steps @ ..] => self.put_field(name, Way { steps, ..way }, from),
            [Step::Index(_), ..] => Err(Miss::NoField),
        }
    }

    fn get_value<S: ser::Serializer>(&self, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>> {
        match steps {
            [] => self.serialize(to).map_err(Miss::Refused),
            [Step::Field(name), steps @ ..] => self.get_field(name, steps, to),
            [Step::Index(_), ..] => Err(Miss::NoField),
        }
    }
}

impl<P: Declared + Default + Clone + PartialEq + 'static> Node for Vec<P> {
    const SHAPE: Shape = Shape::List(rows_of::<P>);

    fn is_vacant(&self) -> bool {
        self.is_empty()
    }

    fn is_known(&self) -> bool {
        self.iter().all(Part::is_known)
    }

    fn walk(&self, row: &'static FieldRow, at: &Path<'_>, walk: &mut Walk<'_>) {
        let list = at.to(Step::Field(row.name));
        if self.is_empty() && row.at_least_one && walk.visits_empty(first_item(P::ROWS)) {
            P::default().walk_fields(&list.to(Step::Index(0)), walk);
        }
        for (index, part) in self.iter().enumerate() {
            part.walk_fields(&list.to(Step::Index(index)), walk);
        }
    }

    fn child(&self) -> Child<'_> {
        Child::List(self)
    }

    fn child_mut(&mut self) -> ChildMut<'_> {
        ChildMut::List(self)
    }

    fn put_value<'de, D: de::Deserializer<'de>>(&mut self, way: Way<'_>, from: D) -> Result<(), Miss<D::Error>> {
        let (index, steps) = match way.steps {
            [] => return read(self, from),
            [Step::Index(index), steps @ ..] => (*index, steps),
            [Step::Field(_), ..] => return Err(Miss::NoField),
        };
        let (way, len) = (Way { steps, ..way }, self.len());
        if let Some(entry) = self.as_mut_slice().get_mut(index) {
            return entry.put_value(way, from);
        }
        if index > len {
            return Err(Miss::NoEntry { index, len });
        }
        let mut entry = P::default();
        entry.put_value(way, from)?;
        self.push(entry);
        Ok(())
    }

    fn get_value<S: ser::Serializer>(&self, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>> {
        get_entry(self, self, steps, to)
    }
}

impl<P: Part + Default + Clone + PartialEq + 'static> List for Vec<P> {
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

    fn equals(&self, other: &dyn List) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn is_known(&self) -> bool {
        self.iter().all(Part::is_known)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

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

    fn clear(&mut self) {
        self.clear();
    }
}

// Reading and writing.

/// Replaces this value by another that is read. If it cannot be read, nothing changes.
fn read<'de, T: de::Deserialize<'de>, D: de::Deserializer<'de>>(field: &mut T, from: D) -> Result<(), Miss<D::Error>> {
    *field = T::deserialize(from).map_err(Miss::Refused)?;
    Ok(())
}

/// Writes a list, or what the path leads to in one of its entries.
pub(crate) fn get_entry<L: Serialize, P: Declared, S: ser::Serializer>(
    list: &L,
    entries: &[P],
    steps: &[Step],
    to: S,
) -> Result<S::Ok, Miss<S::Error>> {
    match steps {
        [] => list.serialize(to).map_err(Miss::Refused),
        [Step::Index(index), steps @ ..] => match entries.get(*index) {
            Some(entry) => entry.get_value(steps, to),
            None => Err(Miss::NoEntry { index: *index, len: entries.len() }),
        },
        [Step::Field(_), ..] => Err(Miss::NoField),
    }
}

/// Reads the name of a field. The next field in order is tried first.
pub(crate) struct FieldName {
    pub(crate) names: &'static [&'static str],
    pub(crate) next: usize,
}

impl<'de> de::DeserializeSeed<'de> for FieldName {
    type Value = usize;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for FieldName {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        let (before, after) = self.names.split_at_checked(self.next).unwrap_or((self.names, &[]));
        let is_same = |other: &&str| *other == name;
        let index = after.iter().position(is_same).map(|index| self.next + index);
        index.or_else(|| before.iter().position(is_same)).ok_or_else(|| E::unknown_field(name, self.names))
    }
}

/// Reads a part from an object, its fields in any order.
pub(crate) struct PartVisitor<P>(pub(crate) PhantomData<P>);

impl<'de, P: Declared + Default> de::Visitor<'de> for PartVisitor<P> {
    type Value = P;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", P::NAME)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<P, A::Error> {
        let (mut part, mut seen, mut next) = (P::default(), Seen::default(), 0);
        while let Some(index) = map.next_key_seed(FieldName { names: P::NAMES, next })? {
            next = index + 1;
            seen.add(index, P::NAMES)?;
            part.read_field(index, &mut map)?;
        }
        Ok(part)
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

/// Declares a part of a document: a struct whose fields name the items that they answer. The macro takes parentheses,
/// so that rustfmt formats its content.
///
/// - `#[item(X)]`: the field answers the item `X`. `#[beside(X)]`: the field is beside the answer.
/// - Without either: the field is a part or a list of parts. `#[list(at_least_one)]` if the form prints at least one
///   entry.
/// - `#[header]`: the field has no item, and is not walked or stored with the others. Only a document has such fields,
///   and they come first.
macro_rules! part {
    // A document. Its header is written and read by hand.
    (
        $(#[doc $($doc:tt)*])*
        pub struct $name:ident {
            $( #[header] $(#[doc $($header_doc:tt)*])* pub $header:ident: $header_type:ty, )+
            $(
                $(#[doc $($field_doc:tt)*])*
                $(#[item($($item:tt)+)])?
                $(#[beside($($beside:tt)+)])?
                $(#[list($list:ident)])?
                pub $field:ident: $type:ty,
            )+
        }
    ) => {
        $(#[doc $($doc)*])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $( $(#[doc $($header_doc)*])* pub $header: $header_type, )+
            $( $(#[doc $($field_doc)*])* pub $field: $type, )+
        }

        impl $name {
            pub(crate) fn empty($($header: $header_type),+) -> Self {
                Self { $($header,)+ $( $field: Default::default(), )+ }
            }
        }

        $crate::catalogue::part!(@declared $name, [], $(
            $(#[doc $($field_doc)*])*
            $(#[item($($item)+)])? $(#[beside($($beside)+)])? $(#[list($list)])? $field: $type,
        )+);
    };
    (
        $(#[doc $($doc:tt)*])*
        pub struct $name:ident $(<$param:ident: $bound:ident>)? {
            $(
                $(#[doc $($field_doc:tt)*])*
                $(#[item($($item:tt)+)])?
                $(#[beside($($beside:tt)+)])?
                $(#[list($list:ident)])?
                pub $field:ident: $type:ty,
            )+
        }
    ) => {
        $(#[doc $($doc)*])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name $(<$param: $bound>)? {
            $( $(#[doc $($field_doc)*])* pub $field: $type, )+
        }

        impl $(<$param: $bound>)? Default for $name $(<$param>)? {
            fn default() -> Self {
                Self { $( $field: Default::default(), )+ }
            }
        }

        impl $(<$param: $bound>)? serde::Serialize for $name $(<$param>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some($crate::catalogue::Declared::filled(self)))?;
                $crate::catalogue::Declared::write_fields(self, &mut map)?;
                serde::ser::SerializeMap::end(map)
            }
        }

        impl<'de $(, $param: $bound)?> serde::Deserialize<'de> for $name $(<$param>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::catalogue::PartVisitor::<Self>(core::marker::PhantomData))
            }
        }

        $crate::catalogue::part!(@declared $name, [$($param: $bound)?], $(
            $(#[doc $($field_doc)*])*
            $(#[item($($item)+)])? $(#[beside($($beside)+)])? $(#[list($list)])? $field: $type,
        )+);
    };
    (
        @declared $name:ident, [$($param:ident: $bound:ident)?],
        $(
            $(#[doc $($field_doc:tt)*])*
            $(#[item($($item:tt)+)])?
            $(#[beside($($beside:tt)+)])?
            $(#[list($list:ident)])?
            $field:ident: $type:ty,
        )+
    ) => {
        /// The [handles](crate::catalogue::Handle) of the fields, each under the name of its field.
        #[allow(missing_docs, reason = "the block says what they are; the field says what it holds")]
        #[expect(non_upper_case_globals, reason = "a handle has the name of its field")]
        impl $(<$param: $bound>)? $name $(<$param>)? {
            $(
                pub const $field: $crate::catalogue::Handle<Self, $type> =
                    $crate::catalogue::Handle::new(&$crate::catalogue::FieldRow {
                        name: stringify!($field),
                        asks: $crate::catalogue::part!(@asks $(Answer $($item)+)? $(Beside $($beside)+)?),
                        shape: <$type as $crate::catalogue::Node>::SHAPE,
                        at_least_one: $crate::catalogue::part!(@list $($list)?),
                        doc: concat!($($crate::value::code_list::doc_line!(doc $($field_doc)*)),*),
                    });
            )+
        }

        const _: () = {
            use $crate::catalogue::{
                Child, ChildMut, Declared, FieldRow, Miss, Node, Part, Path, Step, Walk, Way, checked,
            };

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Index { $( $field, )+ }

            impl $(<$param: $bound>)? Part for $name $(<$param>)? {
                fn rows(&self) -> &'static [FieldRow] {
                    <Self as Declared>::ROWS
                }

                fn child(&self, index: usize) -> Option<Child<'_>> {
                    $( if index == Index::$field as usize { return Some(Node::child(&self.$field)); } )+
                    None
                }

                fn child_mut(&mut self, index: usize) -> Option<ChildMut<'_>> {
                    $( if index == Index::$field as usize { return Some(Node::child_mut(&mut self.$field)); } )+
                    None
                }

                fn equals(&self, other: &dyn Part) -> bool {
                    other.as_any().downcast_ref::<Self>().is_some_and(|other| $( self.$field == other.$field )&&+)
                }

                fn is_known(&self) -> bool {
                    $( Node::is_known(&self.$field) )&&+
                }

                fn as_any(&self) -> &dyn core::any::Any {
                    self
                }
            }

            impl $(<$param: $bound>)? Declared for $name $(<$param>)? {
                const NAME: &'static str = stringify!($name);
                const ROWS: &'static [FieldRow] = &checked([$( *Self::$field.row(), )+]);
                const NAMES: &'static [&'static str] = &[$( stringify!($field), )+];

                fn read_field<'de, A: serde::de::MapAccess<'de>>(
                    &mut self,
                    index: usize,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    $( if index == Index::$field as usize { self.$field = map.next_value()?; return Ok(()); } )+
                    Ok(())
                }

                fn is_vacant(&self) -> bool {
                    $( Node::is_vacant(&self.$field) )&&+
                }

                fn filled(&self) -> usize {
                    0 $( + usize::from(!Node::is_vacant(&self.$field)) )+
                }

                fn write_fields<Out: serde::ser::SerializeMap>(&self, map: &mut Out) -> Result<(), Out::Error> {
                    $(
                        if !Node::is_vacant(&self.$field) {
                            map.serialize_entry(stringify!($field), &self.$field)?;
                        }
                    )+
                    Ok(())
                }

                fn walk_fields(&self, at: &Path<'_>, walk: &mut Walk<'_>) {
                    $( Node::walk(&self.$field, Self::$field.row(), at, walk); )+
                }

                fn put_field<'de, D: serde::Deserializer<'de>>(
                    &mut self,
                    field: &str,
                    way: Way<'_>,
                    from: D,
                ) -> Result<(), Miss<D::Error>> {
                    match field {
                        $( stringify!($field) => Node::put_value(&mut self.$field, way, from), )+
                        _ => Err(Miss::NoField),
                    }
                }

                fn get_field<S: serde::Serializer>(
                    &self,
                    field: &str,
                    steps: &[Step],
                    to: S,
                ) -> Result<S::Ok, Miss<S::Error>> {
                    match field {
                        $( stringify!($field) => Node::get_value(&self.$field, steps, to), )+
                        _ => Err(Miss::NoField),
                    }
                }
            }
        };
    };
    (@asks) => { None };
    (@asks $role:ident $item:ident) => {
        Some(($crate::catalogue::Role::$role, $crate::catalogue::Item::$item))
    };
    (@asks $role:ident $($item:tt)+) => { Some(($crate::catalogue::Role::$role, $($item)+)) };
    (@list) => { false };
    (@list at_least_one) => { true };
}
pub(crate) use part;
