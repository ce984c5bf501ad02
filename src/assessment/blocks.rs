//! Blocks that the form prints and nobody filled in: 委託事項, 提供先 and 移転先 that do not count as entries.

use alloc::vec::Vec;

use super::Assessment;
use crate::assessment::entrustment::Entrustment;
use crate::assessment::file::FileSection;
use crate::assessment::provision::{Channel, ProvisionSection, Recipient};
use crate::catalogue::{Declared, Path, Role, Walk};
use crate::value::answer::{AnswerKind, Tick, Value};

/// For each entry of a file section, whether it is an empty block.
pub(crate) struct EmptyBlocks {
    pub(crate) entrustments: Vec<bool>,
    pub(crate) provisions: Vec<bool>,
    pub(crate) transfers: Vec<bool>,
}

impl EmptyBlocks {
    pub(crate) fn of(section: &FileSection) -> Self {
        Self {
            entrustments: section.entrustments.iter().map(is_empty_entrustment).collect(),
            provisions: section.provision.provisions.iter().map(is_empty_recipient).collect(),
            transfers: section.provision.transfers.iter().map(is_empty_recipient).collect(),
        }
    }

    /// Of each file section.
    pub(crate) fn of_sections(sections: &[FileSection]) -> Vec<Self> {
        sections.iter().map(Self::of).collect()
    }

    /// Whether the path leads into an empty block of one of the sections.
    pub(crate) fn contain(sections: &[Self], path: &Path<'_>) -> bool {
        let Some(section) = path.index_of(Assessment::file_sections) else { return false };
        let is_empty = |list: &[bool], index: Option<usize>| index.and_then(|index| list.get(index)) == Some(&true);
        sections.get(section).is_some_and(|Self { entrustments, provisions, transfers }| {
            is_empty(entrustments, path.index_of(FileSection::entrustments))
                || is_empty(provisions, path.index_of(ProvisionSection::provisions))
                || is_empty(transfers, path.index_of(ProvisionSection::transfers))
        })
    }
}

fn is_empty_entrustment(entrustment: &Entrustment) -> bool {
    entrustment.matter.given().is_none() && is_empty(entrustment)
}

fn is_empty_recipient<M: Channel>(recipient: &Recipient<M>) -> bool {
    recipient.names.given().is_none() && is_empty(recipient)
}

/// How many of these entries are more than an empty block.
pub(crate) fn filled(empty: &[bool]) -> usize {
    empty.iter().filter(|is_empty| !**is_empty).count()
}

/// Whether an entry was seen and left empty: a cell is known to be blank or struck out, and no cell says anything. Its
/// printed number may be there.
fn is_empty<P: Declared>(entry: &P) -> bool {
    let (mut is_seen, mut says_something) = (false, false);
    entry.walk_fields(
        &Path::ROOT,
        &mut Walk::new(&mut |field| match field.value {
            Value::Unanswered => {}
            Value::Blank | Value::Nothing(_) => is_seen = true,
            Value::NotKnown | Value::Chosen { .. } | Value::Lines(_) | Value::Given(_) => {
                says_something |= field.role == Role::Answer || field.kind != AnswerKind::Number;
            }
            Value::Box(tick) => says_something |= tick != Tick::Unticked,
            Value::Boxes(boxes) => says_something |= boxes.any() != Tick::Unticked,
        }),
    );
    is_seen && !says_something
}
