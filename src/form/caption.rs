//! What the form prints before an answer.

#[cfg(feature = "proptest1")]
use alloc::string::{String, ToString};
use core::fmt;

use super::cell::{Block, Cell, OnForm};
use super::text::Label;
use crate::assessment::tier_term;
use crate::value::language::Language;

/// The words before an answer. Each writer adds its own markup.
pub(super) enum Caption<'c, 'd> {
    /// A line of a list has no label.
    Line(LineTitle<'c, 'd>),
    /// The block that begins here, if its title is also the label of the cell.
    Block(BlockTitle<'c, 'd>),
    /// The label with the number before it and the mark after it. Number and mark may be empty.
    Label { number: &'static str, label: Label<'static>, mark: &'static str },
    /// The form does not print the cell, so [`beyond`](super::words::beyond) comes first, then the tier if the cell is of a chain.
    Beyond { tier: Option<Label<'static>>, label: Label<'static> },
}

impl<'c, 'd> Caption<'c, 'd> {
    pub(super) fn of(cell: &'c Cell<'d>, language: Language) -> Self {
        let label = Label::of(cell, cell.label(), language);
        match (cell.blocks().next_back(), cell.on_form()) {
            (Some(block), OnForm::Printed) if block.is_line => Self::Line(LineTitle(block)),
            (Some(block), OnForm::Printed) if cell.is_named_as_block() => Self::Block(BlockTitle(block, language)),
            (_, OnForm::Printed) if cell.is_named_above() => {
                Self::Label { number: "", label: Label::new("", Language::Japanese), mark: "" }
            }
            (_, OnForm::Printed | OnForm::Within) => {
                Self::Label { number: cell.enumerator(), label, mark: if cell.is_marked() { "　※" } else { "" } }
            }
            (_, OnForm::Beyond) => {
                let tier = Some(cell.tier()).filter(|tier| *tier > 0);
                Self::Beyond { tier: tier.map(|tier| Label::new(tier_term(tier), language)), label }
            }
        }
    }
}

/// The title above the cell, if a block begins there, and the words before its answer: in Japanese and without markup.
#[cfg(feature = "proptest1")]
pub(crate) fn captions(cell: &Cell<'_>) -> (Option<String>, String) {
    let words = match Caption::of(cell, Language::Japanese) {
        Caption::Line(title) => title.to_string(),
        Caption::Block(title) => title.to_string(),
        Caption::Label { number, label, mark } => alloc::format!("{number}{label}{mark}"),
        Caption::Beyond { tier: _, label } => label.to_string(),
    };
    (BlockTitle::above(cell, Language::Japanese).map(|title| title.to_string()), words)
}

/// The heading of a line or its number. Nothing if it has neither.
pub(super) struct LineTitle<'c, 'd>(&'c Block<'d>);

impl fmt::Display for LineTitle<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(block) = self;
        if block.heading.is_given() {
            write!(f, "＜{}＞", block.heading)
        } else if block.number.is_answered() {
            write!(f, "（{}）", block.number)
        } else {
            Ok(())
        }
    }
}

/// The title of a block. In English, its translation follows.
pub(super) struct BlockTitle<'c, 'd>(&'c Block<'d>, Language);

impl<'c, 'd> BlockTitle<'c, 'd> {
    /// The title above the first cell of a block. `None` if nothing is printed above the cell.
    pub(super) fn above(cell: &'c Cell<'d>, language: Language) -> Option<Self> {
        let is_titled = cell.is_named_as_block() || cell.headings().iter().any(|heading| heading.in_each);
        let block = cell.blocks().next_back().filter(|block| cell.begins_block() && !block.is_line && !is_titled)?;
        Some(Self(block, language))
    }
}

impl fmt::Display for BlockTitle<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(block, language) = self;
        // The form numbers every block.
        if block.number.is_answered() {
            write!(f, "{block}")?;
        } else {
            write!(f, "{}{}", block.word, block.index.saturating_add(1))?;
        }
        let Some(english) = Label::new(block.word, *language).english else { return Ok(()) };
        let blank = if block.number.is_answered() { " " } else { "" };
        write!(f, " / {english}{blank}{}", block.number)
    }
}
