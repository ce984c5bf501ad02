//! What a table does not bring back: its rows are written, checked and undone.

use mynumber_pia::assessment::{Assessment, Change};
use mynumber_pia::catalogue::Item;
use mynumber_pia::change::{AddressKind, CheckedRow, Proof, RowState, Weight, check_table, difference, rewind, table};

/// A document without its change table.
pub(crate) fn without_rows(document: &Assessment) -> Assessment {
    Assessment { changes: Vec::new(), ..document.clone() }
}

/// The rows for the difference of two versions.
pub(crate) fn rows(old: &Assessment, new: &Assessment) -> Vec<Change> {
    table(&difference(&without_rows(old), &without_rows(new)), "2045-04-01".parse().unwrap())
}

/// What is not undone of the rows that a table writes: for each row what the check says, and what differs afterwards.
pub(crate) fn trouble(old: &Assessment, new: &Assessment) -> Vec<String> {
    trouble_with(old, new, &rows(old, new))
}

/// What is not undone of these rows.
pub(crate) fn trouble_with(old: &Assessment, new: &Assessment, rows: &[Change]) -> Vec<String> {
    let with_rows = Assessment { changes: rows.to_vec(), ..new.clone() };
    let name = |row: usize| {
        let Change { items, before, after, .. } = &rows[row];
        let short = |text: String| text.chars().take(300).collect::<String>();
        format!("{}: {} → {}", items.value(), short(before.value().to_string()), short(after.value().to_string()))
    };
    let mut trouble = Vec::new();
    for CheckedRow { row, address, state, .. } in check_table(&with_rows) {
        if address.kind != AddressKind::One || state != RowState::Holds {
            trouble.push(format!("{} {state} {}", address.kind, name(row)));
        }
    }
    let back = rewind(&with_rows, "2045-04-01".parse().unwrap());
    trouble.extend(back.kept.iter().map(|(row, because)| format!("{because} {}", name(*row))));
    let old = without_rows(old);
    let rest = difference(&back.document, &old);
    for (edit, weight) in rest.weighed() {
        let is_empty_mark = matches!(weight, Weight::Formal(Proof::EmptyMark));
        if edit.item != Item::PublicationDate && edit.printed(&rest).is_some() && !is_empty_mark {
            trouble.push(format!("left: {edit:?}").chars().take(600).collect());
        }
    }
    trouble
}
