//! What a row of the change table says about a whole block.

use alloc::string::ToString;

use super::wording;
use crate::assessment::procedure::Change;
use crate::catalogue::{FieldPath, Part, PathStep, printed_number};
use crate::value::answer::{Answer, Lines};

/// What a row says about a whole block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockChange<'c> {
    /// It is new, and says this.
    Added(&'c Lines),
    /// It is gone, and said this.
    Removed(&'c Lines),
    /// It moved, from this index.
    Moved { from: usize, to: usize },
    /// Its printed number changed, from this one.
    Renumbered { from: u32, to: u32 },
}

impl<'c> BlockChange<'c> {
    /// What a row says about a block, in the words of [`table`](super::table()).
    pub(super) fn of(change: &'c Change) -> Option<Self> {
        let is_block = |lines: &&Lines| lines.iter().next().is_some_and(|(under, _)| under.is_some());
        match (&change.before, &change.after) {
            (Answer::Nothing(_), Answer::Given(after)) => Some(after).filter(is_block).map(Self::Added),
            (Answer::Given(before), Answer::Nothing(_)) => Some(before).filter(is_block).map(Self::Removed),
            (Answer::Given(before), Answer::Given(after)) => {
                let (before, after) = (before.to_string(), after.to_string());
                let index = |text: &str| text.strip_suffix("番目")?.parse::<usize>().ok()?.checked_sub(1);
                if let (Some(from), Some(to)) = (index(&before), index(&after)) {
                    return Some(Self::Moved { from, to });
                }
                let number = |text: &str| text.strip_prefix("番号")?.parse::<u32>().ok();
                let (from, to) = (number(&before)?, number(after.strip_suffix("に変更")?)?);
                Some(Self::Renumbered { from, to })
            }
            (_, _) => None,
        }
    }

    /// Whether a version says what the row says after the change. `block` is what is at the path of its address.
    pub(super) fn holds(self, block: Option<(&dyn Part, &FieldPath)>) -> bool {
        let words = || block.and_then(|(block, _)| wording::part(block));
        match self {
            Self::Added(after) => words().as_ref() == Some(after),
            Self::Removed(before) => words().as_ref() != Some(before),
            Self::Moved { to, .. } => block.and_then(|(_, path)| path.steps().last()) == Some(&PathStep::Index(to)),
            Self::Renumbered { to, .. } => block.is_some_and(|(block, _)| printed_number(block) == Some(to)),
        }
    }
}
