//! Blocks that a form repeats: the lists of a document, and what people call their entries.

use super::Assessment;
use crate::assessment::file::FileSection;
use crate::assessment::provision::ProvisionSection;
use crate::catalogue::{FieldPath, Handle, Item, PathStep, Shape, first_item};

/// A list of a document.
#[derive(Clone, Copy)]
struct Listed {
    name: &'static str,
    /// What one entry is called.
    word: &'static str,
    /// The item that identifies an entry.
    first: fn() -> Option<Item>,
}

macro_rules! listed {
    ($($part:ident :: $list:ident, $word:literal;)+) => {
        [$( Listed {
            name: $part::$list.name(),
            word: $word,
            first: || first_of($part::$list),
        }, )+]
    };
}

fn first_of<S, T>(list: Handle<S, T>) -> Option<Item> {
    match list.row().shape {
        Shape::List(rows) | Shape::Tree(rows, _) => first_item(rows()),
        Shape::Answer(_) | Shape::Part(_) => None,
    }
}

const LISTS: [Listed; 9] = listed! {
    Assessment::systems, "システム";
    Assessment::files, "名称";
    Assessment::file_sections, "ファイル";
    FileSection::entrustments, "委託事項";
    ProvisionSection::provisions, "提供先";
    ProvisionSection::transfers, "移転先";
    Assessment::record_items, "記録項目の組";
    Assessment::risks, "リスク対策";
    Assessment::changes, "行";
};

/// An entry on a path.
pub(crate) struct Block {
    /// What it is called.
    pub(crate) word: &'static str,
    /// The item that identifies it.
    pub(crate) first: Item,
    /// Its index in the list.
    pub(crate) index: usize,
}

/// The items by which entries of lists are known.
pub(crate) fn identifying_items() -> impl Iterator<Item = Item> {
    LISTS.iter().filter_map(|list| (list.first)())
}

/// What an entry of the list with this name is called.
#[cfg(feature = "form")]
pub(crate) fn word(list: &str) -> Option<&'static str> {
    LISTS.iter().find(|listed| listed.name == list).map(|listed| listed.word)
}

/// The blocks on a path, the outer one first.
pub(crate) fn blocks(path: &FieldPath) -> impl Iterator<Item = Block> {
    let steps = path.steps();
    steps.iter().zip(steps.iter().skip(1)).filter_map(|steps| {
        let (PathStep::Field(name), PathStep::Index(index)) = steps else { return None };
        let Listed { word, first, .. } = LISTS.iter().find(|list| list.name == *name)?;
        Some(Block { word, first: first()?, index: *index })
    })
}

impl FieldPath<Assessment> {
    /// A file section.
    pub(crate) fn section(index: usize) -> FieldPath<FileSection> {
        Self::root().at(Assessment::file_sections).nth(index)
    }
}
