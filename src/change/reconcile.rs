//! Compares a change table with a difference, and with its own document.

use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::address::{Address, AddressKind};
use super::addresses::Addresses;
use super::block_change::{BlockChange, without_place};
use super::dates::is_period;
use super::difference::{Difference, Edit, EditKind};
use super::fragment::{has_word, unlabeled};
use super::name::{block_names, is_block_list};
use super::order::Order;
use super::quotes::{Says, says};
use super::table::{GroupKind, groups, quotes};
use super::{boxes, names_cell, wording};
use crate::assessment::Assessment;
use crate::assessment::procedure::Change;
use crate::catalogue::{Child, FieldPath, Item, PathStep, at, entry_at};
use crate::value::answer::{Answer, Given, Lines, Tick, Value};
use crate::value::code_list::code_list;

/// How the rows of a change table match a difference (変更箇所と変更点の照合).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
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
    let groups = groups(difference);
    let mut group_of: Vec<Option<usize>> = alloc::vec![None; difference.edits().len()];
    for (at, group) in groups.iter().enumerate() {
        for index in &group.edits {
            if let Some(own) = group_of.get_mut(*index) {
                *own = Some(at);
            }
        }
    }
    let group_of = |index: usize| group_of.get(index).copied().flatten();
    let needs_row = |index: usize| group_of(index).is_some();
    let edits: Vec<_> = difference.edits().iter().enumerate().filter(|(index, _)| needs_row(*index)).collect();
    let of_new = Sought::of(edits.iter().map(|(index, edit)| (*index, edit.item, edit.new.as_ref())));
    let of_old = Sought::of(edits.iter().map(|(index, edit)| (*index, edit.item, edit.old.as_ref())));
    let mut is_logged = alloc::vec![false; difference.edits().len()];
    let mut found = Vec::with_capacity(rows.len());
    let mut names = None;
    for change in rows {
        if change.continues != Tick::Ticked {
            names = change.items.given();
        }
        let mut about = of_new.about(&new.of_change(change, names));
        about.append(&mut of_old.about(&old.of_change(change, names)));
        in_order(&mut about);
        let agrees = |index: usize| difference.edits().get(index).is_some_and(|edit| agrees(change, edit));
        let mut logged = Vec::new();
        // A row that quotes a whole cell is about all of its edits. The other form may number the cell differently.
        let mut found_groups: IndexMap<usize, Option<bool>> = IndexMap::new();
        for index in about {
            let Some((at, group)) = group_of(index).and_then(|at| Some((at, groups.get(at)?))) else { continue };
            match *found_groups.entry(at).or_insert_with(|| agrees_with(difference, change, &group.kind)) {
                Some(true) => logged.extend(group.edits.iter().copied()),
                Some(false) => {}
                None => logged.extend(Some(index).filter(|index| agrees(*index))),
            }
        }
        in_order(&mut logged);
        for index in &logged {
            if let Some(is_logged) = is_logged.get_mut(*index) {
                *is_logged = true;
            }
        }
        found.push(logged);
    }
    let not_logged = edits.iter().map(|(index, _)| *index).filter(|index| is_logged.get(*index) == Some(&false));
    Reconciliation { rows: found, not_logged: not_logged.collect() }
}

/// Edits in their order, each once.
fn in_order(edits: &mut Vec<usize>) {
    edits.sort_unstable();
    edits.dedup();
}

/// The edits of one version, by what an address can name.
#[derive(Default)]
struct Sought {
    of_item: IndexMap<Item, Vec<usize>>,
    /// By each entry of a list around them, and by the whole document.
    in_block: IndexMap<FieldPath, Vec<usize>>,
    of_item_in_block: IndexMap<(FieldPath, Item), Vec<usize>>,
}

impl Sought {
    fn of<'e>(edits: impl Iterator<Item = (usize, Item, Option<&'e FieldPath>)>) -> Self {
        let mut sought = Self::default();
        for (index, item, path) in edits {
            sought.of_item.entry(item).or_default().push(index);
            let Some(path) = path else { continue };
            let entries = path.steps().iter().enumerate();
            let ends = entries.filter(|(_, step)| matches!(step, PathStep::Index(_))).map(|(at, _)| at + 1);
            for end in core::iter::once(0).chain(ends) {
                let block = path.first(end);
                sought.in_block.entry(block.clone()).or_default().push(index);
                sought.of_item_in_block.entry((block, item)).or_default().push(index);
            }
        }
        sought
    }

    /// The edits of what an address includes.
    fn about(&self, address: &Address) -> Vec<usize> {
        let mut found = Vec::new();
        for one in &address.items {
            let Some(path) = &one.path else {
                found.extend(self.of_item.get(&one.item).into_iter().flatten());
                continue;
            };
            // The same block, or the block that is addressed.
            let steps = path.steps();
            let end = steps.iter().rposition(|step| matches!(step, PathStep::Index(_))).map_or(0, |last| last + 1);
            let edits = if end == steps.len() {
                self.in_block.get(path)
            } else {
                self.of_item_in_block.get(&(path.first(end), one.item))
            };
            found.extend(edits.into_iter().flatten());
        }
        found
    }
}

/// Whether a row quotes the whole cell of a group of edits; `None` if it quotes less, or if the group is one edit.
fn agrees_with(difference: &Difference<'_>, change: &Change, kind: &GroupKind) -> Option<bool> {
    let Difference { old, new, .. } = difference;
    match kind {
        GroupKind::One => None,
        GroupKind::Period => {
            let is_of = |document: &Assessment, cell| is_period(&document.procedure.opinion_period, cell);
            Some(is_of(old, &change.before)? && is_of(new, &change.after)?)
        }
        GroupKind::Names(list) => {
            let holds = names_cell::holds(old, list, &change.before) && names_cell::holds(new, list, &change.after);
            holds.then_some(true)
        }
        GroupKind::Order(order) => Some(Order::of(change)?.moved.iter().all(|pair| order.moved.contains(pair))),
    }
}

fn agrees(change: &Change, edit: &Edit<'_>) -> bool {
    let (before, after) = quotes(edit);
    // A removed block is quoted with the place that it had.
    let quoted = change.before.given().filter(|_| edit.what == EditKind::Removed).and_then(without_place);
    let quoted = quoted.map(Answer::Given);
    let is_same = [
        says_in(quoted.as_ref().unwrap_or(&change.before), edit.before(), before.as_ref()),
        says_in(&change.after, edit.after(), after.as_ref()),
    ];
    !is_same.contains(&Says::Other)
}

/// Compares a cell with an answer and its words. It can also show boxes with their marks, or single words.
fn says_in(cell: &Answer<Lines>, value: Option<Value<'_>>, words: Option<&Lines>) -> Says {
    let boxes = match value {
        Some(Value::Given(Given::Boxes(group))) => boxes::holds(group, cell),
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
