//! Restores the version before a day from the quotations in the change table.

use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::address::{Address, AddressKind};
use super::addresses::{Addresses, Gone};
use super::block_change::BlockChange;
use super::entry::put_printed_number;
use super::fragment::unlabeled;
use super::name::{block_names, is_block_list};
use super::order::Order;
use super::put_back::{NotUndone, is_fragment, put_back};
use super::restore::{Blocks, Undo, put_heading};
use super::{boxes, dates, names_cell};
use crate::assessment::log::{in_time, is_newest_first};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, FileSection, Risk};
use crate::catalogue::{Child, ChildMut, FieldPath, Item, Part, PathStep, at, at_mut, entry_at_mut, printed_number};
use crate::value::answer::{Answer, Lines, Tick};

/// An earlier version of a document (過去の版の復元), as far as its change table shows it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewound {
    /// The document, without the rows that were undone.
    pub document: Assessment,
    /// The indices of the rows that were undone, the latest change first.
    pub undone: Vec<usize>,
    /// The indices of the rows of that day or later that were not undone, and why.
    pub kept: Vec<(usize, NotUndone)>,
}

/// The most days with rows about whole blocks that are undone.
const MOST_DAYS_OF_BLOCKS: usize = 64;

/// Restores the version of a document before a day (過去の版の復元): undoes the rows of its change table that are dated that
/// day or later, the latest first.
///
/// A row is undone only if it quotes the whole old text, and the document still has the whole new text. A summary, a
/// figure or a partial quotation cannot be undone. A block that was added, removed, moved or renumbered is undone if the row
/// says so in the words of [`table`](super::table()). What no row shows stays as it is: the day of publication, the form.
///
/// After 64 days with rows about whole blocks, all earlier rows stay and are reported as [`NotUndone::NotAddressed`]: each such
/// day renames the blocks that the earlier rows are about, so all of them have to be read again.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{NotUndone, rewind};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "department": {"name": "保険年金課", "head": "課長"},
///     "changes": [
///         {"date": "2020-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "室長", "after": "主幹"},
///         {"date": "2021-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "主幹", "after": "課長"},
///         {"date": "2021-04-01", "items": "Ⅲ リスク対策", "after": "全体を見直し"}
///     ]
/// }"#)?;
/// let before = rewind(&assessment, "2021-01-01".parse().unwrap());
/// assert_eq!(before.document.department.head.given().unwrap().to_string(), "主幹");
/// assert_eq!((before.undone, before.kept), (vec![1], vec![(2, NotUndone::NotAddressed)]));
/// assert_eq!(before.document.changes.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn rewind(document: &Assessment, date: NaiveDate) -> Rewound {
    let changes = &document.changes;
    let is_first_last = is_newest_first(changes);
    let mut rows: Vec<usize> = in_time(changes, is_first_last).collect();
    rows.reverse();
    let is_since = |row: &usize| {
        let day = changes.get(*row).and_then(|change| change.date.given());
        day.is_some_and(|day| day.first_day() >= date)
    };
    let mut made = document.clone();
    let (mut undone, mut kept) = (Vec::new(), Vec::new());
    let rows: Vec<usize> = rows.into_iter().filter(is_since).collect();
    let day = |row: &usize| changes.get(*row).and_then(|change| change.date.given()).map(|day| day.first_day());
    let mut addressed = addresses_of(&made, &rows);
    let mut days_of_blocks = 0;
    for rows in rows.chunk_by(|a, b| day(a) == day(b)) {
        if days_of_blocks == MOST_DAYS_OF_BLOCKS {
            kept.extend(rows.iter().map(|row| (*row, NotUndone::NotAddressed)));
            continue;
        }
        // The lists are put together at the end of a day, so that the paths of its rows stay valid.
        let mut blocks = Blocks::default();
        let mut days = Vec::with_capacity(rows.len());
        days.extend(separate(&mut made, changes, rows, &mut addressed, &mut blocks));
        for row in rows {
            let Some((address, gone)) = addressed.swap_remove(row) else { continue };
            match undo(&mut made, changes, *row, &address, gone, &mut blocks) {
                Ok(()) => days.push(*row),
                Err(because) => kept.push((*row, because)),
            }
        }
        if !blocks.is_empty() {
            let failed: IndexSet<usize> = blocks.restore(&mut made).into_iter().collect();
            days.retain(|row| !failed.contains(row));
            kept.extend(failed.into_iter().map(|row| (row, NotUndone::Unreadable)));
            let rest: Vec<usize> = addressed.keys().copied().collect();
            addressed = addresses_of(&made, &rest);
            days_of_blocks += 1;
        }
        undone.append(&mut days);
    }
    let gone: IndexSet<usize> = undone.iter().copied().collect();
    let mut rows = 0..;
    made.changes.retain(|_| rows.next().is_none_or(|row| !gone.contains(&row)));
    kept.sort_unstable_by_key(|(row, _)| *row);
    Rewound { document: made, undone, kept }
}

/// The address of a row, and where its block was if the row says that it was removed.
type Where = (Address, Option<Gone>);

fn addresses_of(document: &Assessment, rows: &[usize]) -> IndexMap<usize, Where> {
    let addresses = Addresses::new(document);
    rows.iter().map(|row| (*row, (addresses.of(*row), addresses.of_removed(*row)))).collect()
}

/// Adds the sections that rows say were joined with others, as copies at the end of their lists, and lets the rows about their
/// answers change the copies. Returns the rows that say so.
fn separate(
    made: &mut Assessment,
    changes: &[Change],
    rows: &[usize],
    addressed: &mut IndexMap<usize, Where>,
    blocks: &mut Blocks<'_>,
) -> Vec<usize> {
    let (mut separated, mut copies) = (Vec::new(), Vec::new());
    for row in rows {
        let change = changes.get(*row).and_then(BlockChange::of);
        let Some(change @ BlockChange::Joined { files, from, .. }) = &change else { continue };
        let Some(path) = addressed.get(row).and_then(|(address, _)| block_path(address)) else { continue };
        let part = at(made, path.steps()).and_then(Child::part);
        if !part.is_some_and(|part| change.holds(Some((part, path)))) {
            continue;
        }
        let Some((index, list)) = copied(made, path, files) else { continue };
        copies.push(list.clone().with(PathStep::Index(index)));
        blocks.take(*row, list, Undo::Move(index, *from));
        addressed.swap_remove(row);
        separated.push(*row);
    }
    if !copies.is_empty() {
        let is_in_copy = |path: &FieldPath| copies.iter().any(|copy| path.steps().starts_with(copy.steps()));
        let rest: Vec<usize> = rows.iter().copied().filter(|row| addressed.contains_key(row)).collect();
        for (row, (address, gone)) in addresses_of(made, &rest) {
            let mut paths = address.items.iter().filter_map(|one| one.path.as_ref());
            if paths.any(is_in_copy) || gone.as_ref().is_some_and(|gone| is_in_copy(&gone.list)) {
                addressed.insert(row, (address, gone));
            }
        }
    }
    separated
}

/// Adds a copy of a section for these files. Returns its index and its list.
fn copied(made: &mut Assessment, path: &FieldPath, files: &[&str]) -> Option<(usize, FieldPath)> {
    let names = Answer::Given(Lines::try_from(files.to_vec()).ok()?);
    let end = if let Some(index) = path.index_of(Assessment::file_sections) {
        let copy = FileSection { names, ..made.file_sections.get(index)?.clone() };
        made.file_sections.push(copy);
        made.file_sections.len()
    } else {
        let copy = Risk { names, ..made.risks.get(path.index_of(Assessment::risks)?)?.clone() };
        made.risks.push(copy);
        made.risks.len()
    };
    Some((end.checked_sub(1)?, path.parent()?))
}

fn undo<'c>(
    made: &mut Assessment,
    changes: &'c [Change],
    row: usize,
    address: &Address,
    gone: Option<Gone>,
    blocks: &mut Blocks<'c>,
) -> Result<(), NotUndone> {
    let change = changes.get(row).ok_or(NotUndone::NotAddressed)?;
    if let Some((order, list)) = Order::of(change).zip(block_list(address)) {
        return reorder(made, row, list, &order, blocks);
    }
    if let Some(block_change) = BlockChange::of(change).filter(|_| address.kind == AddressKind::One) {
        match (block_change, block_path(address), gone) {
            (BlockChange::Removed(words), own, Some(gone)) => {
                return remove(made, row, own, words, gone, blocks);
            }
            // A cell of lines below headings can be added or removed too.
            (BlockChange::Removed(_), _, None) | (_, None, _) => {}
            (block_change, Some(path), _) => return block(made, row, path, &block_change, blocks),
        }
    }
    let (path, item) = match (address.kind, address.items.as_slice()) {
        (AddressKind::One, [one]) => (one.path.clone().ok_or(NotUndone::NotAddressed)?, one.item),
        (AddressKind::One | AddressKind::Several | AddressKind::Section | AddressKind::None, _) => {
            return Err(NotUndone::NotAddressed);
        }
    };
    // If a quotation is split over several rows, no row has the whole of it.
    let is_continued = changes.get(row + 1).is_some_and(|next| next.continues != Tick::Unticked);
    if is_continued || change.continues != Tick::Unticked {
        return Err(NotUndone::NotQuoted);
    }
    if at(made, path.steps()).and_then(Child::list).is_some() {
        return if is_fragment(change) { names(made, &path, change) } else { Err(NotUndone::NotQuoted) };
    }
    let unlabeled = without_label(change, item);
    let change = unlabeled.as_ref().unwrap_or(change);
    if item == Item::OpinionPeriod {
        return period(made, change);
    }
    let entry = entry_at_mut(made, &path).ok_or(NotUndone::NotAddressed)?;
    if let Some(is_current) = boxes::put_back(entry, &change.before, &change.after) {
        return if is_current { Ok(()) } else { Err(NotUndone::NotCurrentText) };
    }
    put_back(entry, change)
}

/// Undoes a row about blocks with other numbers.
fn reorder(
    made: &mut Assessment,
    row: usize,
    list: &FieldPath,
    order: &Order,
    blocks: &mut Blocks<'_>,
) -> Result<(), NotUndone> {
    let names = block_names(made, list);
    let index = |to: u32| names.iter().position(|name| *name == Some(to));
    let moved: Option<Vec<(usize, u32)>> = order.moved.iter().map(|(from, to)| Some((index(*to)?, *from))).collect();
    let moved = moved.ok_or(NotUndone::NotCurrentText)?;
    for (index, from) in moved {
        let path = list.clone().with(PathStep::Index(index));
        let part = at_mut(made, path.steps()).and_then(part_of).ok_or(NotUndone::NotCurrentText)?;
        if printed_number(part).is_some() && !put_printed_number(part, Some(from)) {
            return Err(NotUndone::Unreadable);
        }
        let from = usize::try_from(from).ok().and_then(|from| from.checked_sub(1));
        if let Some(from) = from.filter(|_| order.is_moved) {
            blocks.take(row, list.clone(), Undo::Move(index, from));
        }
    }
    Ok(())
}

/// Undoes a change of a list of names in one cell.
fn names(made: &mut Assessment, list: &FieldPath, change: &Change) -> Result<(), NotUndone> {
    match names_cell::put_back(made, list, &change.before, &change.after) {
        Some(true) => Ok(()),
        Some(false) => Err(NotUndone::NotCurrentText),
        None => Err(NotUndone::Unreadable),
    }
}

/// Undoes a change of the period.
fn period(made: &mut Assessment, change: &Change) -> Result<(), NotUndone> {
    let own = &mut made.procedure.opinion_period;
    if !dates::is_period(own, &change.after).ok_or(NotUndone::NotQuoted)? {
        return Err(NotUndone::NotCurrentText);
    }
    *own = dates::read_period(&change.before).ok_or(NotUndone::NotQuoted)?;
    Ok(())
}

/// Keeps the row of a removed block until the other rows of its day are undone.
fn remove<'c>(
    made: &Assessment,
    row: usize,
    own: Option<&FieldPath>,
    words: &'c Lines,
    gone: Gone,
    blocks: &mut Blocks<'c>,
) -> Result<(), NotUndone> {
    let part = own.and_then(|path| Some((at(made, path.steps()).and_then(Child::part)?, path)));
    if !BlockChange::Removed(words).holds(part) {
        return Err(NotUndone::NotCurrentText);
    }
    blocks.take(row, gone.list.clone(), Undo::Restore(words, gone));
    Ok(())
}

/// Undoes a change of a whole block, or keeps it until the other rows of its day are undone.
fn block(
    made: &mut Assessment,
    row: usize,
    path: &FieldPath,
    change: &BlockChange<'_>,
    blocks: &mut Blocks<'_>,
) -> Result<(), NotUndone> {
    let part = at(made, path.steps()).and_then(Child::part);
    let (Some(part), Some((PathStep::Index(index), list))) = (part, path.steps().split_last()) else {
        return Err(NotUndone::NotAddressed);
    };
    if !change.holds(Some((part, path))) {
        return Err(NotUndone::NotCurrentText);
    }
    let list = path.first(list.len());
    match change {
        BlockChange::Added(_) | BlockChange::Split { .. } => blocks.take(row, list, Undo::Remove(*index)),
        BlockChange::Moved { from, .. } => blocks.take(row, list, Undo::Move(*index, *from)),
        // Without a path that it was removed from, or a section that it could be separated from.
        BlockChange::Removed(_) | BlockChange::Joined { .. } => return Err(NotUndone::NotAddressed),
        BlockChange::Renumbered { from, .. } => {
            let part = at_mut(made, path.steps()).and_then(part_of);
            if !part.is_some_and(|part| put_printed_number(part, *from)) {
                return Err(NotUndone::Unreadable);
            }
        }
        BlockChange::Headed(before, _) => {
            let part = at_mut(made, path.steps()).and_then(part_of);
            if !part.is_some_and(|part| put_heading(part, before)) {
                return Err(NotUndone::Unreadable);
            }
        }
    }
    Ok(())
}

/// The path of the block of an address, if it names one block alone.
fn block_path(address: &Address) -> Option<&FieldPath> {
    let [one] = address.items.as_slice() else { return None };
    one.path.as_ref().filter(|path| matches!(path.steps().last(), Some(PathStep::Index(_))))
}

/// The path of the list of blocks that an address names.
fn block_list(address: &Address) -> Option<&FieldPath> {
    let [one] = address.items.as_slice() else { return None };
    one.path.as_ref().filter(|path| is_block_list(path))
}

/// The row without the number and the label that it repeats before its quotations: 「②所属長　松戸　太郎」.
fn without_label(change: &Change, item: Item) -> Option<Change> {
    let (before, after) = (unlabeled(&change.before, item), unlabeled(&change.after, item));
    if before.is_none() && after.is_none() {
        return None;
    }
    let own = |cell: &Answer<Lines>, lines: Option<Lines>| lines.map_or_else(|| cell.clone(), Answer::Given);
    Some(Change { before: own(&change.before, before), after: own(&change.after, after), ..change.clone() })
}

fn part_of(child: ChildMut<'_>) -> Option<&mut dyn Part> {
    match child {
        ChildMut::Part(part) => Some(part),
        ChildMut::Answer(_) | ChildMut::List(_) => None,
    }
}
