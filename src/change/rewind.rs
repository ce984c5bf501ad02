//! Restores the version before a day from the quotations in the change table.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::address::{Address, AddressKind};
use super::addresses::{Addresses, Gone};
use super::block_change::BlockChange;
use super::fragment::unlabeled;
use super::name::{block_names, is_block_list};
use super::order::Order;
use super::restore::{Blocks, Undo, put_heading};
use super::{boxes, dates, fragment, names_cell, wording};
use crate::assessment::log::{in_time, is_newest_first, is_quoted, is_whole};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, FileSection, Risk};
use crate::catalogue::{
    Child, ChildMut, FieldPath, Item, PathStep, at, at_mut, entry_at_mut, printed_number, put_printed_number,
};
use crate::value::answer::{Answer, Entry, Lines, Tick, Value};
use crate::value::code_list::code_list;
use crate::value::names::same_name;
use crate::value::text::Text;

code_list! {
    /// Why a row of the change table was not undone.
    pub enum NotUndone ("reason not to undo", "復元できない理由") {
        /// It does not name a single answer of the document.
        NotAddressed = "not_addressed", "対象の記載を一つに特定できない";
        /// It does not quote the whole old text.
        NotQuoted = "not_quoted", "変更前の記載が引用されていない";
        /// The document does not say what the row says after the change.
        NotCurrentText = "not_current_text", "変更後の記載が現在の記載と異なる";
        /// The old text cannot be read as an answer to the item.
        Unreadable = "unreadable", "変更前の記載を項目の記載として読めない";
    }
}

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

/// Restores the version of a document before a day (過去の版の復元): undoes the rows of its change table that are dated that
/// day or later, the latest first.
///
/// A row is undone only if it quotes the whole old text, and the document still has the whole new text. A summary, a
/// figure or a partial quotation cannot be undone. A block that was added, removed, moved or renumbered is undone if the row
/// says so in the words of [`table`](super::table()). What no row shows stays as it is: the day of publication, the form.
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
    for rows in rows.chunk_by(|a, b| day(a) == day(b)) {
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
    answer(entry, change)
}

/// Undoes a change of one answer.
fn answer(entry: &mut dyn Entry, change: &Change) -> Result<(), NotUndone> {
    // What is the whole answer leaves nothing out, whatever words are in it.
    let is_current = wording::entry(entry).as_ref().is_some_and(|now| change.after.given() == Some(now));
    let is_after_whole = is_current || is_quoted_whole(&change.after);
    let is_before_whole = is_quoted_whole(&change.before) || (is_current && is_long_quote(&change.before));
    let undone = if is_before_whole && is_after_whole { whole(entry, change) } else { Err(NotUndone::NotQuoted) };
    match undone {
        Err(because @ (NotUndone::NotCurrentText | NotUndone::NotQuoted)) => match part(entry, change) {
            Some(is_put) if is_put => Ok(()),
            Some(_) => Err(NotUndone::Unreadable),
            None => Err(because),
        },
        other => other,
    }
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
        let part = at_mut(made, path.steps()).and_then(ChildMut::part).ok_or(NotUndone::NotCurrentText)?;
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
            let part = at_mut(made, path.steps()).and_then(ChildMut::part);
            if !part.is_some_and(|part| put_printed_number(part, *from)) {
                return Err(NotUndone::Unreadable);
            }
        }
        BlockChange::Headed(before, _) => {
            let part = at_mut(made, path.steps()).and_then(ChildMut::part);
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

/// Whether a cell quotes the whole answer. 「なし」 does: nothing was there.
fn is_quoted_whole(cell: &Answer<Lines>) -> bool {
    match cell {
        Answer::Given(lines) => is_whole(lines) || lines.iter().all(|(under, _)| under.is_some()),
        Answer::Nothing(_) => true,
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

/// Whether no line of a cell is a remark: each quotes the document and leaves nothing out.
fn is_long_quote(cell: &Answer<Lines>) -> bool {
    cell.given().is_some_and(|lines| lines.iter().all(|(_, text)| is_quoted(text) || is_sentence(text)))
}

/// Whether a line is a sentence in which something else is left out: 「添付書類を省略し、…。」.
fn is_sentence(text: &Answer<Text>) -> bool {
    let Some(text) = text.given().map(Text::as_str).filter(|text| text.ends_with('。')) else { return false };
    text.contains("省略し") && Text::new(text.replace("省略し", "")).is_ok_and(|rest| is_quoted(&Answer::Given(rest)))
}

/// Undoes a change of a whole answer.
fn whole(entry: &mut dyn Entry, change: &Change) -> Result<(), NotUndone> {
    let current = entry.boxed();
    // Reads what the row says after the change as an answer to the item.
    let is_left = fill(entry, &change.after) && says_the_same(entry, &*current);
    if is_left && fill(entry, &change.before) {
        return Ok(());
    }
    entry.copy_from(&*current);
    Err(if is_left { NotUndone::Unreadable } else { NotUndone::NotCurrentText })
}

/// Sets the entry to what a cell quotes. Returns whether that can be an answer to the item.
fn fill(entry: &mut dyn Entry, cell: &Answer<Lines>) -> bool {
    if entry.copy_from(cell) {
        return true;
    }
    match cell {
        Answer::Given(lines) => {
            let texts: Vec<&str> = lines.texts().map(AsRef::as_ref).collect();
            // Only timings and cells of text have several lines.
            let can_be = texts.len() == 1 || matches!(entry.value(), Value::Timings(_));
            can_be && entry.put_shown(&texts.join("\n")).is_ok()
        }
        Answer::Nothing(_) => {
            entry.clear();
            true
        }
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

fn says_the_same(a: &dyn Entry, b: &dyn Entry) -> bool {
    let says_nothing = |entry: &dyn Entry| !entry.value().is_answered() || matches!(entry.value(), Value::Nothing(_));
    a.is_same(b) || (says_nothing(a) && says_nothing(b)) || same_name(&a.value().to_string(), &b.value().to_string())
}

/// Undoes a change of some lines or of one word of a cell of text. `None` if the cell does not have them; false if the old ones
/// cannot be put.
fn part(entry: &mut dyn Entry, change: &Change) -> Option<bool> {
    if !is_fragment(change) {
        return None;
    }
    let is_line = match entry.value() {
        Value::Text(_) => true,
        Value::Lines(lines) => lines.iter().count() == 1,
        Value::Unanswered
        | Value::Blank
        | Value::NotKnown
        | Value::Nothing(_)
        | Value::Chosen { .. }
        | Value::Number(_)
        | Value::Range(_)
        | Value::Date(_)
        | Value::Timings(_)
        | Value::Box(_)
        | Value::Boxes(_) => false,
    };
    if let Some(old) =
        fragment::word_back(&entry.value().to_string(), &change.before, &change.after).filter(|_| is_line)
    {
        return Some(entry.put(&old).is_ok());
    }
    let current = entry.as_any().downcast_ref::<Answer<Lines>>()?.given()?.clone().into_vec();
    let old = fragment::put_back(&current, &change.before, &change.after)?;
    Some(Lines::new(old).is_some_and(|old| entry.copy_from(&Answer::Given(old))))
}

/// Whether each line before the change quotes the document: none is a remark about the change, except that all was added.
fn is_fragment(change: &Change) -> bool {
    let Some(before) = change.before.given() else { return true };
    let after: Vec<_> = change.after.given().into_iter().flat_map(Lines::iter).collect();
    fragment::says_added(&change.before)
        || before.iter().all(|line| {
            let (under, text) = line;
            let is_omission = under.is_none() && text.given().is_some_and(|text| fragment::is_omission(text.as_str()));
            under.is_some() || is_omission || is_quoted(text) || after.contains(&line)
        })
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
