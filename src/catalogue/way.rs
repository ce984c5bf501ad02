//! The rest of a path while a value of any format is read or written at its end.

use super::path::Step;

/// The remaining steps of a path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way<'s> {
    pub(crate) steps: &'s [Step],
    /// The tier of the next parties on the path, counted from 1.
    pub(crate) tier: usize,
}

/// Why a value could not be read or written.
#[derive(Debug)]
pub(crate) enum Miss<E> {
    /// The document has no such path.
    NoField,
    /// The list has fewer entries.
    NoEntry { index: usize, len: usize },
    /// The error of the format or the field.
    Refused(E),
}
