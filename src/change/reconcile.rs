//! Compares a change table with its own document.

use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::address::{Address, AddressKind};
use super::addresses::Addresses;
use super::block_change::BlockChange;
use super::dates::is_period;
use super::fragment::{has_word, unlabeled};
use super::name::{block_names, is_block_list};
use super::order::Order;
use super::quotes::{Says, says};
use super::{boxes, names_cell, wording};
use crate::assessment::Assessment;
use crate::catalogue::{Child, FieldPath, Item, at, entry_at};
use crate::value::answer::{Answer, Lines, Tick, Value};
use crate::value::code_list::code_list;

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
///
/// Serde writes it as `{"row", "address", "state", "state_label"}`, with the row counted from 0.
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

impl serde::Serialize for CheckedRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { row, address, state } = self;
        let mut checked = serializer.serialize_struct("CheckedRow", 4)?;
        checked.serialize_field("row", row)?;
        checked.serialize_field("address", address)?;
        checked.serialize_field("state", state)?;
        checked.serialize_field("state_label", state.label())?;
        checked.end()
    }
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
    let mut latest: IndexMap<&FieldPath, NaiveDate> = IndexMap::new();
    for (address, change) in all.iter().zip(&document.changes) {
        let Some(day) = change.date.given().map(|date| date.first_day()) else { continue };
        for path in address.items.iter().filter_map(|one| one.path.as_ref()) {
            let last = latest.entry(path).or_insert(day);
            *last = day.max(*last);
        }
    }
    let states: Vec<RowState> =
        all.iter().enumerate().map(|(row, address)| state(document, row, address, &latest)).collect();
    let rows = all.into_iter().zip(states).enumerate();
    rows.map(|(row, (address, state))| CheckedRow { row, address, state }).collect()
}

fn state(document: &Assessment, row: usize, address: &Address, latest: &IndexMap<&FieldPath, NaiveDate>) -> RowState {
    let Some(change) = document.changes.get(row) else { return RowState::Unknown };
    let (AddressKind::One, [one]) = (address.kind, address.items.as_slice()) else { return RowState::Unknown };
    let block_change = BlockChange::of(change);
    let verdict = |holds: bool| if holds { RowState::Holds } else { RowState::Differs };
    let Some(path) = &one.path else {
        // No block has this number any more.
        return if matches!(block_change, Some(BlockChange::Removed(_))) { RowState::Holds } else { RowState::Unknown };
    };
    let is_superseded =
        change.date.given().is_some_and(|own| latest.get(path).is_some_and(|last| own.last_day() < *last));
    if is_superseded {
        return RowState::Superseded;
    }
    // The last row of a continued entry can be empty.
    let is_continued = document.changes.get(row + 1).is_some_and(|next| next.continues == Tick::Ticked);
    if (is_continued || change.continues == Tick::Ticked) && matches!(change.after, Answer::Nothing(_)) {
        return RowState::Unknown;
    }
    if at(document, path.steps()).and_then(Child::list).is_some() {
        return match Order::of(change) {
            Some(order) if is_block_list(path) => {
                let names = block_names(document, path);
                let has_all = order.moved.iter().all(|(_, to)| names.contains(&Some(*to)));
                if has_all { RowState::Holds } else { RowState::Unknown }
            }
            Some(_) | None if says(&change.after, None) == Says::Nothing => RowState::Unknown,
            Some(_) | None => verdict(names_cell::holds(document, path, &change.after)),
        };
    }
    if let Some(is_period) =
        is_period(&document.procedure.opinion_period, &change.after).filter(|_| one.item == Item::OpinionPeriod)
    {
        return verdict(is_period);
    }
    let block = at(document, path.steps()).and_then(Child::part);
    if let (Some(block), Some(block_change)) = (block, block_change) {
        return verdict(block_change.holds(Some((block, path))));
    }
    // The path of a part has no single answer.
    let Some(entry) = entry_at(document, path) else { return RowState::Unknown };
    let unlabeled = unlabeled(&change.after, one.item).map(Answer::Given);
    let after = unlabeled.as_ref().unwrap_or(&change.after);
    match says_in(after, Some(entry.value()), wording::entry(entry).as_ref()) {
        Says::Same => RowState::Holds,
        Says::Other => RowState::Differs,
        Says::Nothing => RowState::Unknown,
    }
}

/// Compares a cell with an answer and its words. It can also show boxes with their marks, or single words.
fn says_in(cell: &Answer<Lines>, value: Option<Value<'_>>, words: Option<&Lines>) -> Says {
    let boxes = match value {
        Some(Value::Boxes(group)) => boxes::holds(group, cell),
        Some(_) | None => None,
    };
    match boxes {
        Some(true) => Says::Same,
        Some(false) => Says::Other,
        None => match says(cell, words) {
            Says::Other if words.is_some_and(|words| has_word(words, cell)) => Says::Same,
            other @ (Says::Same | Says::Other | Says::Nothing) => other,
        },
    }
}
