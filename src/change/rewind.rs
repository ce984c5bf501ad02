//! Restores the version before a day from the quotations in the change table.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::address::{AddressKind, Addresses};
use crate::assessment::Assessment;
use crate::assessment::log::{in_time, is_newest_first, is_same, is_whole};
use crate::assessment::procedure::Change;
use crate::catalogue::{FieldPath, entry_at, entry_at_mut};
use crate::value::answer::{Answer, Entry, Line, Lines, Tick};
use crate::value::code_list::code_list;
use crate::value::names::same_name;

code_list! {
    /// Why a row of the change table was not undone.
    pub enum NotUndone ("kept", "復元できない理由") {
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
/// figure or a partial quotation cannot be undone. What no row shows stays as it is: the day of publication, the form,
/// parts that were added or removed.
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
    let addresses = Addresses::new(document);
    let mut made = document.clone();
    let (mut undone, mut kept) = (Vec::new(), Vec::new());
    for row in rows.into_iter().filter(is_since) {
        match undo(&mut made, changes, row, &addresses) {
            Ok(()) => undone.push(row),
            Err(because) => kept.push((row, because)),
        }
    }
    let mut index = 0;
    made.changes.retain(|_| {
        index += 1;
        !undone.contains(&(index - 1))
    });
    kept.sort_unstable_by_key(|(row, _)| *row);
    Rewound { document: made, undone, kept }
}

fn undo(made: &mut Assessment, changes: &[Change], row: usize, addresses: &Addresses<'_>) -> Result<(), NotUndone> {
    let change = changes.get(row).ok_or(NotUndone::NotAddressed)?;
    let address = addresses.of(row);
    let path = match (address.kind, address.items.as_slice()) {
        (AddressKind::One, [one]) => one.path.clone().ok_or(NotUndone::NotAddressed)?,
        (AddressKind::One | AddressKind::Several | AddressKind::Section | AddressKind::None, _) => {
            return Err(NotUndone::NotAddressed);
        }
    };
    // If a quotation is split over several rows, no row has the whole of it.
    let is_continued = changes.get(row + 1).is_some_and(|next| next.continues != Tick::Unticked);
    if is_continued || change.continues != Tick::Unticked {
        return Err(NotUndone::NotQuoted);
    }
    if entry_at(made, &path).is_none() {
        return Err(NotUndone::NotAddressed);
    }
    if !is_quoted_whole(&change.before) || !is_quoted_whole(&change.after) {
        return Err(NotUndone::NotQuoted);
    }
    match whole(made, change, &path) {
        Err(NotUndone::NotCurrentText) => lines(made, change, &path),
        other => other,
    }
}

/// Whether a cell quotes the whole answer. 「なし」 does: nothing was there.
fn is_quoted_whole(cell: &Answer<Lines>) -> bool {
    match cell {
        Answer::Given(lines) => is_whole(lines) || lines.iter().all(|(under, _)| under.is_some()),
        Answer::Nothing(_) => true,
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

/// Undoes a change of a whole answer.
fn whole(made: &mut Assessment, change: &Change, path: &FieldPath) -> Result<(), NotUndone> {
    let before = made.clone();
    let (Some(current), Some(entry)) = (entry_at(&before, path), entry_at_mut(made, path)) else {
        return Err(NotUndone::NotAddressed);
    };
    // Reads what the row says after the change as an answer to the item.
    let is_left = fill(entry, &change.after) && says_the_same(entry, current);
    if !is_left {
        entry.copy_from(current);
        return Err(NotUndone::NotCurrentText);
    }
    if fill(entry, &change.before) {
        return Ok(());
    }
    entry.copy_from(current);
    Err(NotUndone::Unreadable)
}

/// Sets the entry to what a cell quotes. Returns whether that can be an answer to the item.
fn fill(entry: &mut dyn Entry, cell: &Answer<Lines>) -> bool {
    if entry.copy_from(cell) {
        return true;
    }
    match cell {
        Answer::Given(lines) => {
            let mut texts = lines.texts();
            match (texts.next(), texts.next()) {
                (Some(text), None) => entry.put(text.as_str()).is_ok(),
                (_, _) => false,
            }
        }
        Answer::Nothing(_) => {
            entry.clear();
            true
        }
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

fn says_the_same(a: &dyn Entry, b: &dyn Entry) -> bool {
    a.is_same(b) || same_name(&a.value().to_string(), &b.value().to_string())
}

/// Undoes a change of some lines of a cell of text.
fn lines(made: &mut Assessment, change: &Change, path: &FieldPath) -> Result<(), NotUndone> {
    let (Some(before), Some(after)) = (change.before.given(), change.after.given()) else {
        return Err(NotUndone::NotCurrentText);
    };
    let entry = entry_at_mut(made, path).ok_or(NotUndone::NotAddressed)?;
    let Some(current) = entry.as_any().downcast_ref::<Answer<Lines>>().and_then(Answer::given) else {
        return Err(NotUndone::NotCurrentText);
    };
    let current: Vec<Line> = current.clone().into_vec();
    let after = after.clone().into_vec();
    let mut found = current.windows(after.len().max(1)).enumerate().filter(|(_, window)| is_same_lines(window, &after));
    let (Some((at, _)), None) = (found.next(), found.next()) else { return Err(NotUndone::NotCurrentText) };
    let mut made: Vec<Line> = current.iter().take(at).cloned().collect();
    made.extend(before.clone().into_vec());
    made.extend(current.iter().skip(at + after.len()).cloned());
    let made = Lines::new(made).ok_or(NotUndone::Unreadable)?;
    if entry.copy_from(&Answer::Given(made)) { Ok(()) } else { Err(NotUndone::Unreadable) }
}

fn is_same_lines(a: &[Line], b: &[Line]) -> bool {
    let text = |line: &Line| line.text.given().map(ToString::to_string).unwrap_or_default();
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            let under = |line: &Line| line.under.as_ref().map(ToString::to_string);
            is_same(&[&text(a)], &[&text(b)]) && (a.under == b.under || under(b).is_none())
        })
}
