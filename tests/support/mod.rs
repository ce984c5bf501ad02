//! What the tests of several rooms share.

#![allow(dead_code, unused_imports, reason = "each test program uses a part")]

mod published;

pub(crate) use published::*;

use mynumber_pia::Assessment;
use mynumber_pia::change::{Address, check_table};

/// What a row of the change table is about.
pub(crate) fn address(document: &Assessment, row: usize) -> Address {
    check_table(document).swap_remove(row).address
}

/// The cells of a table that is separated by tabs, without its header.
pub(crate) fn tsv(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}
