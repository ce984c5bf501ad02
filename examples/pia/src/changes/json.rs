//! The output as JSON, one object per line.

use std::io::{self, Write};

use crate::made_by::json_line;
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::change::CheckedRow;
use serde::Serialize;

#[derive(Serialize)]
struct RowLine {
    /// Counted from 1, as people count the rows of a table.
    row: usize,
    address: AddressLine,
    state: &'static str,
    state_label: &'static str,
}

#[derive(Serialize)]
struct AddressLine {
    kind: &'static str,
    kind_label: &'static str,
    items: Vec<Item>,
    /// The path of each item; `None` if the document does not have it, or if several fit.
    paths: Vec<Option<FieldPath>>,
    /// The block of the first item: the innermost entry of a list around it, or itself.
    block: Option<FieldPath>,
}

pub(crate) fn checked(out: &mut impl Write, row: &CheckedRow) -> io::Result<()> {
    let items = row.address.items.iter().map(|one| one.item).collect();
    let paths: Vec<Option<FieldPath>> = row.address.items.iter().map(|one| one.path.clone()).collect();
    let block = paths.first().and_then(Option::as_ref).and_then(block);
    let (kind, state) = (row.address.kind, row.state);
    let address = AddressLine { kind: kind.code(), kind_label: kind.label(), items, paths, block };
    json_line(out, &RowLine { row: row.row + 1, address, state: state.code(), state_label: state.label() })
}

/// The innermost entry of a list that a path leads to or through.
fn block(path: &FieldPath) -> Option<FieldPath> {
    let path = path.to_string();
    let (block, _) = path.rsplit_once(']')?;
    format!("{block}]").parse().ok()
}
