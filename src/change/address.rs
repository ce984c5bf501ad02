//! What a row of the change table is about: the items of the form.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::catalogue::{FieldPath, Item};
use crate::value::code_list::code_list;

code_list! {
    /// How much a row of the change table is about.
    pub enum AddressKind ("address kind", "変更箇所の範囲") {
        /// One item, or one part.
        One = "one", "一つの項目";
        /// Several items.
        Several = "several", "複数の項目";
        /// All items of a section.
        Section = "section", "欄全体";
        /// The row does not show it.
        None = "none", "不明";
    }
}

/// What a row of the change table is about (変更箇所の項目), as [`check_table`](super::check_table()) reads it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// How much of the document it covers.
    pub kind: AddressKind,
    /// The items, in the order of the row and of the form.
    pub items: Vec<Addressed>,
}

/// An item that a row of the change table is about (変更箇所の項目).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    /// The item; for a part, the item that identifies such parts.
    pub item: Item,
    /// The path of the answer or the part in this version of the document; `None` if it is not there, or if several
    /// would fit.
    pub path: Option<FieldPath>,
}

impl Address {
    pub(super) const fn none() -> Self {
        Self { kind: AddressKind::None, items: Vec::new() }
    }

    /// The answer, the list or the block that the row is about, if it is one that the document has.
    pub(super) fn single(&self) -> Option<(Item, &FieldPath)> {
        match (self.kind, self.items.as_slice()) {
            (AddressKind::One, [Addressed { item, path: Some(path) }]) => Some((*item, path)),
            (AddressKind::One | AddressKind::Several | AddressKind::Section | AddressKind::None, _) => None,
        }
    }
}

/// Written as `{"kind", "kind_label", "items"}`.
impl serde::Serialize for Address {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { kind, items } = self;
        let mut address = serializer.serialize_struct("Address", 3)?;
        address.serialize_field("kind", kind)?;
        address.serialize_field("kind_label", kind.label())?;
        address.serialize_field("items", items)?;
        address.end()
    }
}

/// Written as `{"item", "label", "path"}`.
impl serde::Serialize for Addressed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { item, path } = self;
        let mut addressed = serializer.serialize_struct("Addressed", 3)?;
        addressed.serialize_field("item", item)?;
        addressed.serialize_field("label", item.label())?;
        addressed.serialize_field("path", path)?;
        addressed.end()
    }
}

/// Prints how much it includes, and the labels of the items (変更箇所の項目): 「複数の項目: 委託先名、再委託の有無」.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels: Vec<String> = self.items.iter().map(|one| one.item.label().to_string()).collect();
        write!(f, "{}: {}", self.kind.label(), labels.join("、"))
    }
}
