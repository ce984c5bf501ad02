//! Two versions of a document, and what the only row of their change table quotes.

#![allow(dead_code, reason = "each test uses what it needs")]

use mynumber_pia::Assessment;
use mynumber_pia::assessment::Change;
use mynumber_pia::change::{AddressKind, RowState, check_table, difference, rewind, table};
use serde_json::{Value, json};

pub(crate) fn of_form(kind: &str, edition: &str, fields: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
    let (Value::Object(all), Value::Object(fields)) = (&mut json, fields) else { unreachable!() };
    all.extend(fields.clone());
    serde_json::from_value(json).unwrap()
}

/// 様式3.
pub(crate) fn key(fields: &Value) -> Assessment {
    of_form("key_item", "form_3_2024_10", fields)
}

pub(crate) fn rows(old: &Assessment, new: &Assessment) -> Vec<Change> {
    table(&difference(old, new), "2026-04-01".parse().unwrap())
}

/// The two cells of the only row.
#[track_caller]
pub(crate) fn cells(old: &Assessment, new: &Assessment) -> (String, String) {
    let rows = rows(old, new);
    let [row] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    (row.before.value().to_string(), row.after.value().to_string())
}

/// The two cells of the only row. The row must be addressed, hold, and be undone.
#[track_caller]
pub(crate) fn quoted(old: &Assessment, new: &Assessment) -> (String, String) {
    let rows = rows(old, new);
    let [row] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    let mut with_row = new.clone();
    with_row.changes.push(row.clone());
    let checked = check_table(&with_row).pop().unwrap();
    assert_eq!((checked.address.kind, checked.state), (AddressKind::One, RowState::Holds), "{}", row.after.value());
    let back = rewind(&with_row, "2026-04-01".parse().unwrap());
    assert_eq!(back.kept, []);
    assert!(difference(&back.document, old).is_empty(), "{}", row.after.value());
    cells(old, new)
}
