//! The way to a field that is read or written as a value of any format.

use super::path::Step;

/// What is left of a path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way<'s> {
    pub(crate) steps: &'s [Step],
    /// The tier of the parties that come next on the way, counted from 1.
    pub(crate) tier: usize,
}

/// Why nothing was read or written.
#[derive(Debug)]
pub(crate) enum Miss<E> {
    /// The path is not one of this document.
    NoField,
    /// The list is shorter.
    NoEntry { index: usize, len: usize },
    /// What the format or the field says.
    Refused(E),
}
