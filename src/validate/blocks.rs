//! Blocks that the form prints and nobody filled in: 委託事項, 提供先 and 移転先 that are no entries.

use alloc::vec::Vec;

use crate::answer::{AnswerKind, Tick, Value};
use crate::assessment::Assessment;
use crate::catalogue::{Path, Role, Section, Walk};
use crate::entrustment::Entrustment;
use crate::provision::{Channel, ProvisionSection, Recipient};

/// Of each entry of a file section, whether it is an empty block.
pub(super) struct EmptyBlocks {
    pub(super) entrustments: Vec<bool>,
    pub(super) provisions: Vec<bool>,
    pub(super) transfers: Vec<bool>,
}

/// The empty blocks of each file section.
pub(super) fn empty_blocks(assessment: &Assessment) -> Vec<EmptyBlocks> {
    match assessment {
        Assessment::BasicItem(_) => Vec::new(),
        Assessment::KeyItem(document) => {
            let sections = document.file_sections.iter();
            sections.map(|section| EmptyBlocks::of(&section.entrustments, &section.provision)).collect()
        }
        Assessment::AllItem(document) => {
            let sections = document.file_sections.iter();
            sections.map(|section| EmptyBlocks::of(&section.entrustments, &section.provision)).collect()
        }
    }
}

impl EmptyBlocks {
    fn of<E: Entrustment + Section>(entrustments: &[E], provision: &ProvisionSection) -> Self {
        Self {
            entrustments: entrustments.iter().map(|one| one.matter().given().is_none() && is_empty(one)).collect(),
            provisions: of_recipients(&provision.provisions),
            transfers: of_recipients(&provision.transfers),
        }
    }
}

fn of_recipients<M: Channel>(recipients: &[Recipient<M>]) -> Vec<bool>
where
    Recipient<M>: Section,
{
    recipients.iter().map(|one| one.names.given().is_none() && is_empty(one)).collect()
}

/// How many of these entries are more than an empty block.
pub(super) fn filled(empty: &[bool]) -> usize {
    empty.iter().filter(|is_empty| !**is_empty).count()
}

/// Whether an entry was seen and left empty: a cell is known to be blank or struck out, and none says anything. Its printed
/// number may stand there.
fn is_empty<S: Section>(entry: &S) -> bool {
    let (mut is_seen, mut says_something) = (false, false);
    entry.walk(
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
