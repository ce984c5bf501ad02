//! Compares a change table with a difference, and with its own document.

use alloc::vec::Vec;

use super::address::{Address, AddressKind, Addresses};
use super::difference::{Difference, Edit};
use super::quotes::{Says, says};
use super::table::{is_logged, quotes};
use super::weight::changes_mark;
use super::wording;
use crate::assessment::Assessment;
use crate::assessment::log::{in_time, is_before, is_newest_first};
use crate::assessment::procedure::Change;
use crate::catalogue::{FieldPath, PathStep, entry_at};
use crate::value::answer::{Answer, Tick};
use crate::value::code_list::code_list;

/// How the rows of a change table match a difference (変更箇所と変更点の照合).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciliation {
    /// For each row, the edits that support it, by their indices in [`Difference::edits`].
    pub rows: Vec<Vec<usize>>,
    /// The edits that no row logs, by their indices.
    pub not_logged: Vec<usize>,
}

impl Reconciliation {
    /// The rows that no edit supports (裏付けのない行), by their indices.
    pub fn unsupported(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().enumerate().filter(|(_, edits)| edits.is_empty()).map(|(row, _)| row)
    }
}

/// Compares the rows of a change table with a difference (変更箇所と変更点の照合): which edits support each row, and which edits
/// no row logs.
///
/// An edit supports a row that is about its item, unless the row quotes something else. Edits of the change table
/// itself, of the day of publication, of the mark of an item without an answer and of items that the forms do not print
/// need no row.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{reconcile, difference, table};
///
/// let read = |name| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///         "affair": {{"name": "{name}"}}}}"#
/// ));
/// let (old, new) = (read("国民健康保険")?, read("国民健康保険に関する事務")?);
/// let difference = difference(&old, &new);
/// let rows = table(&difference, "2025-04-01".parse()?);
/// let found = reconcile(&rows, &difference);
/// assert_eq!((found.rows, found.not_logged), (vec![vec![0]], vec![]));
/// assert_eq!(reconcile(&[], &difference).not_logged, [0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reconcile(rows: &[Change], difference: &Difference<'_>) -> Reconciliation {
    let (old, new) = (Addresses::new(difference.old), Addresses::new(difference.new));
    let needs_row = |edit: &Edit<'_>| is_logged(edit.item) && !changes_mark(edit) && edit.printed(difference).is_some();
    let edits: Vec<_> = difference.edits().iter().enumerate().filter(|(_, edit)| needs_row(edit)).collect();
    let mut is_logged = alloc::vec![false; difference.edits().len()];
    let mut found = Vec::with_capacity(rows.len());
    let mut names = None;
    for change in rows {
        if change.continues != Tick::Ticked {
            names = change.items.given();
        }
        let addresses = [new.of_change(change, names), old.of_change(change, names)];
        let [in_new, in_old] = &addresses;
        let mut logged = Vec::new();
        for (index, edit) in &edits {
            let is_about = is_about(in_new, edit, edit.new.as_ref()) || is_about(in_old, edit, edit.old.as_ref());
            if is_about && agrees(change, edit) {
                logged.push(*index);
                if let Some(is_logged) = is_logged.get_mut(*index) {
                    *is_logged = true;
                }
            }
        }
        found.push(logged);
    }
    let not_logged = edits.iter().map(|(index, _)| *index).filter(|index| is_logged.get(*index) == Some(&false));
    Reconciliation { rows: found, not_logged: not_logged.collect() }
}

/// Whether an address includes what an edit changed.
fn is_about(address: &Address, edit: &Edit<'_>, path: Option<&FieldPath>) -> bool {
    address.items.iter().any(|one| match (&one.path, path) {
        (None, _) => one.item == edit.item,
        (Some(_), None) => false,
        (Some(own), Some(path)) => {
            // The same block, or the block that is addressed.
            let end =
                own.steps().iter().rposition(|step| matches!(step, PathStep::Index(_))).map_or(0, |last| last + 1);
            let is_part = end == own.steps().len();
            let is_in = own.steps().get(..end).is_some_and(|block| path.steps().starts_with(block));
            is_in && (is_part || one.item == edit.item)
        }
    })
}

fn agrees(change: &Change, edit: &Edit<'_>) -> bool {
    let (before, after) = quotes(edit);
    let is_same = [says(&change.before, before.as_ref()), says(&change.after, after.as_ref())];
    !is_same.contains(&Says::Other)
}

code_list! {
    /// Whether the document still says what a row of its change table says.
    pub enum RowState ("row state", "記載の状態") {
        /// The document says what the row says after the change.
        Holds = "holds", "現在の記載と一致";
        /// A later row is about the same item.
        Superseded = "superseded", "後の変更あり";
        /// The document says something else.
        Differs = "differs", "現在の記載と不一致";
        /// It cannot be determined: the row does not name a single answer, or does not quote one.
        Unknown = "unknown", "不明";
    }
}

/// A row of the change table, compared with its document (変更箇所の行の確認).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// The index of the row.
    pub row: usize,
    /// What it is about.
    pub address: Address,
    /// Whether the document still says it.
    pub state: RowState,
}

/// Compares each row of the change table of a document with what the document says (変更箇所と記載の照合).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{RowState, check_table};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "department": {"name": "保険年金課", "head": "課長"},
///     "changes": [
///         {"date": "2020-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "室長", "after": "主幹"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "主幹", "after": "課長"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．①部署", "before": "保険課", "after": "年金課"}
///     ]
/// }"#)?;
/// let states: Vec<RowState> = check_table(&assessment).iter().map(|row| row.state).collect();
/// assert_eq!(states, [RowState::Superseded, RowState::Holds, RowState::Differs]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn check_table(document: &Assessment) -> Vec<CheckedRow> {
    let addresses = Addresses::new(document);
    let all: Vec<Address> = (0..document.changes.len()).map(|row| addresses.of(row)).collect();
    let mut rows: Vec<CheckedRow> = Vec::with_capacity(all.len());
    let mut later: Vec<usize> = in_time(&document.changes, is_newest_first(&document.changes)).collect();
    later.reverse();
    for (row, address) in all.iter().enumerate() {
        let state = match document.changes.get(row) {
            Some(change) => state(document, change, row, address, &all, &later),
            None => RowState::Unknown,
        };
        rows.push(CheckedRow { row, address: address.clone(), state });
    }
    rows
}

fn state(
    document: &Assessment,
    change: &Change,
    row: usize,
    address: &Address,
    all: &[Address],
    later: &[usize],
) -> RowState {
    let (AddressKind::One, [one]) = (address.kind, address.items.as_slice()) else { return RowState::Unknown };
    let Some(path) = &one.path else { return RowState::Unknown };
    let is_same = |other: &usize| {
        let is_later = match (change.date.given(), document.changes.get(*other).and_then(|other| other.date.given())) {
            (Some(own), Some(other)) => is_before(*own, *other),
            (_, _) => false,
        };
        is_later
            && all.get(*other).is_some_and(|other| other.items.iter().any(|other| other.path.as_ref() == Some(path)))
    };
    if later.iter().take_while(|other| **other != row).any(is_same) {
        return RowState::Superseded;
    }
    // The last row of a continued entry can be empty.
    let is_continued = document.changes.get(row + 1).is_some_and(|next| next.continues == Tick::Ticked);
    if (is_continued || change.continues == Tick::Ticked) && matches!(change.after, Answer::Nothing(_)) {
        return RowState::Unknown;
    }
    // The path of a part has no single answer.
    let Some(entry) = entry_at(document, path) else { return RowState::Unknown };
    match says(&change.after, wording::entry(entry).as_ref()) {
        Says::Same => RowState::Holds,
        Says::Other => RowState::Differs,
        Says::Nothing => RowState::Unknown,
    }
}
