//! The declaration of a field: its name, its item, and what it holds.

use super::Item;
use crate::value::answer::{AnswerError, Written};
use crate::value::error::Words;

/// The relation of a field to its item (項目との関係).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The field answers the item.
    Answer,
    /// The field belongs to the answer but is not the answer: the printed number, an abbreviation, a party of a chain.
    Beside,
}

/// How often a form asks an item (記載の単位).
///
/// Some forms ask sixteen of the items once, others ask them in each risk section. Each of these items has two fields.
/// The [`Row`](super::Row) says which of them a form prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Repetition {
    /// Once in a document.
    Once,
    /// In each entry of a list: for each system, file or recipient.
    Each,
}

/// A field as its part declares it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldRow {
    pub(crate) name: &'static str,
    pub(crate) asks: Option<(Role, Item)>,
    pub(crate) shape: Shape,
    /// Whether the form prints at least one entry of the list.
    pub(crate) at_least_one: bool,
    /// The documentation of the field in its part.
    #[cfg(feature = "form")]
    pub(crate) doc: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    Answer(Written),
    /// A part, with the rows of its fields.
    Part(fn() -> &'static [FieldRow]),
    List(fn() -> &'static [FieldRow]),
    /// A list of parts that contain a list of their own kind.
    Tree(fn() -> &'static [FieldRow], &'static Tree),
}

/// The tiers of a list whose parts contain a list of their own kind: the next tier.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) most_tiers: usize,
    /// The error for more tiers.
    pub(crate) too_many: fn() -> AnswerError,
    /// What errors call a tier.
    pub(crate) tier: Words,
    /// What errors call a part of a tier.
    pub(crate) entry: Words,
}

impl Shape {
    /// The rows of the part or of the entries; none for an answer.
    pub(crate) fn rows(self) -> &'static [FieldRow] {
        match self {
            Self::Answer(_) => &[],
            Self::Part(rows) | Self::List(rows) | Self::Tree(rows, _) => rows(),
        }
    }

    /// The shape of a list of such parts.
    pub(crate) const fn listed(self) -> Self {
        match self {
            Self::Answer(_) => Self::List(|| &[]),
            Self::Part(rows) | Self::List(rows) | Self::Tree(rows, _) => Self::List(rows),
        }
    }
}

/// Stops the build if an answer names no item, or if a part or a list names one.
pub(crate) const fn checked<const N: usize>(rows: [FieldRow; N]) -> [FieldRow; N] {
    assert!(N <= 64, "a part has at most 64 fields, one bit each");
    let mut index = 0;
    while index < N {
        let row = &rows[index];
        assert!(
            matches!(row.shape, Shape::Answer(_)) == row.asks.is_some(),
            "an answer names its item, and nothing else does"
        );
        assert!(matches!(row.shape, Shape::List(_)) || !row.at_least_one, "only a list has entries");
        index += 1;
    }
    rows
}

/// The item that identifies a part: the first one that it answers, or otherwise the first that it is beside.
pub(crate) fn first_item(rows: &[FieldRow]) -> Option<Item> {
    let answered = rows.iter().find_map(|row| match row.asks {
        Some((Role::Answer, item)) => Some(item),
        Some((Role::Beside, _)) | None => None,
    });
    answered.or_else(|| rows.iter().find_map(|row| row.asks.map(|(_, item)| item)))
}
