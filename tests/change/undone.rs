//! What a table does not bring back: its rows are written, checked and undone. Rows about whole blocks are neither compared nor
//! undone.

use mynumber_pia::AssessmentKind;
use mynumber_pia::assessment::{Assessment, Change, RecordItemGroup};
use mynumber_pia::catalogue::{Item, PathStep};
use mynumber_pia::change::{
    AddressKind, CheckedRow, Edit, EditKind, NotUndone, Proof, RowState, Weight, check_table, difference, rewind, table,
};

/// A document without its change table.
pub(crate) fn without_rows(document: &Assessment) -> Assessment {
    Assessment { changes: Vec::new(), ..document.clone() }
}

/// The rows for the difference of two versions.
pub(crate) fn rows(old: &Assessment, new: &Assessment) -> Vec<Change> {
    table(&difference(&without_rows(old), &without_rows(new)), "2045-04-01".parse().unwrap())
}

/// Whether a row is about a whole block, as a reader sees it.
pub(crate) fn is_about_block(row: &Change) -> bool {
    let [before, after] = [&row.before, &row.after].map(|cell| cell.value().to_string());
    let is_label = |cell: &String| {
        let is_first = |label: &str| cell.starts_with(label) || cell.starts_with(&format!("＜{label}＞"));
        is_first("＜見出し＞") || Item::ALL.iter().any(|item| is_first(item.label()))
    };
    let is_alone = [&before, &after].contains(&&"―".to_string());
    ["（左記の欄から分割）", "（この欄に統合）", "番目", "に移動する。", "に変更する。"]
        .iter()
        .any(|end| after.ends_with(end))
        || before.strip_prefix("番号").is_some_and(|number| number.parse::<u32>().is_ok())
        || after.strip_prefix("番号").is_some_and(|number| number.ends_with("に変更"))
        || [&before, &after].into_iter().any(|cell| is_label(cell) && (is_alone || cell.starts_with("＜見出し＞")))
}

/// Whether an edit is about a whole block. In a list of names in one cell there are none.
fn is_of_block(edit: &Edit<'_>, kind: AssessmentKind) -> bool {
    let path = edit.new.as_ref().or(edit.old.as_ref()).map_or([].as_slice(), |path| path.steps());
    let is_names = path.first() == Some(&PathStep::Field(Assessment::files.name()))
        || (kind == AssessmentKind::BasicItem && path.first() == Some(&PathStep::Field(Assessment::systems.name())));
    let is_heading =
        edit.item == Item::RecordItems && path.last() == Some(&PathStep::Field(RecordItemGroup::heading.name()));
    (edit.what != EditKind::Changed && !is_names) || is_heading
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
    let is_block: Vec<bool> = rows.iter().map(is_about_block).collect();
    for CheckedRow { row, address, state, .. } in check_table(&with_rows) {
        let is_right = if is_block[row] {
            matches!(state, RowState::NotCompared | RowState::Unknown)
        } else {
            address.kind == AddressKind::One && state == RowState::Holds
        };
        if !is_right {
            trouble.push(format!("{} {state} {}", address.kind, name(row)));
        }
    }
    let back = rewind(&with_rows, "2045-04-01".parse().unwrap());
    for (row, because) in &back.kept {
        if !is_block[*row] || !matches!(because, NotUndone::AboutBlock | NotUndone::NotAddressed) {
            trouble.push(format!("{because} {}", name(*row)));
        }
    }
    trouble.extend(back.undone.iter().filter(|row| is_block[**row]).map(|row| format!("undone {}", name(*row))));
    let old = without_rows(old);
    let rest = difference(&back.document, &old);
    for (edit, weight) in rest.weighed() {
        let is_empty_mark = matches!(weight, Weight::Formal(Proof::EmptyMark));
        let is_of_block = is_of_block(edit, old.kind());
        if edit.item != Item::PublicationDate && edit.printed(&rest).is_some() && !is_empty_mark && !is_of_block {
            trouble.push(format!("left: {edit:?}").chars().take(600).collect());
        }
    }
    trouble
}
