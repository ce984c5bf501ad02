//! How a field is declared: its name, what it is to an item of the forms, and what it holds.

use super::Item;
use crate::value::answer::Written;

/// What a field is to its item (項目との関係).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It answers the item.
    Answer,
    /// It is beside the answer: the printed number, an abbreviation, a party of a chain.
    Beside,
}

/// How often a form asks an item (記載の単位).
///
/// Sixteen items are asked once by one form and in each risk section by another, so that they have two fields. Which of
/// the two a form prints is said by its [`Row`](super::Row).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Times {
    /// Once in a document.
    Once,
    /// In each entry of a list: of each system, of each file, of each recipient.
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
    /// What it is, as its part documents it.
    pub(crate) doc: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    Answer(Written),
    /// A part, with the rows of its fields.
    Part(fn() -> &'static [FieldRow]),
    List(fn() -> &'static [FieldRow]),
    /// A list of parts that hold a list of their own kind, so many tiers deep at most.
    Tree(fn() -> &'static [FieldRow], usize),
}

/// Stops the build where an answer names no item, or a part or a list names one.
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

/// The item by which a part is told apart: the first that it answers, or else the first that it is beside.
pub(crate) fn first_item(rows: &[FieldRow]) -> Option<Item> {
    let answered = rows.iter().find_map(|row| match row.asks {
        Some((Role::Answer, item)) => Some(item),
        Some((Role::Beside, _)) | None => None,
    });
    answered.or_else(|| rows.iter().find_map(|row| row.asks.map(|(_, item)| item)))
}
