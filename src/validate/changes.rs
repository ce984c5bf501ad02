//! The change table: its dates, its submission timings, and whether its rows agree with one another.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::material::{is_affirmed, marked};
use super::{Check, Rule, Spot, root, shown};
use crate::assessment::log::{self, in_time, is_addition, is_before, is_quoted, is_same, is_whole, steps};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, Cover};
use crate::catalogue::Handle;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::names::{name_key, same_name};

/// The maximum length in bytes of a line that is assumed to quote an item in full: forty characters of Japanese.
const LONGEST: usize = 120;

impl Check<'_> {
    pub(super) fn changes(&mut self) {
        let changes = &self.assessment.changes;
        let is_newest_first = log::is_newest_first(changes);
        for (place, above, date) in steps(changes) {
            if if is_newest_first { is_before(above, date) } else { is_before(date, above) } {
                let here = at(place, Change::date);
                self.add(Rule::ChangeBackwards, here, date.to_string(), above.to_string(), None);
            }
        }
        for (place, change) in changes.iter().enumerate() {
            self.dated(change, place);
            self.timing(change, place);
            let Answer::Given(after) = &change.after else { continue };
            if change.before == change.after && after.iter().all(|(_, text)| is_quoted(text)) {
                let here = at(place, Change::after);
                self.add(Rule::ChangeOfNothing, here, after.to_string(), "", None);
            }
        }
        // Rows with the same date have no order: one change is often split into several rows, each of which quotes its
        // part of the item (江戸川区 rows 1 and 2).
        if steps(changes).any(|(_, above, date)| is_before(above, date) || is_before(date, above)) {
            self.sequence(changes, is_newest_first);
        }
    }

    /// Checks that a change is not later than the document that records it.
    fn dated(&mut self, change: &Change, place: usize) {
        let Answer::Given(date) = change.date else { return };
        let here = || at(place, Change::date);
        let published = self.assessment.cover.published.given();
        if let Some(published) = published.filter(|published| date.first_day() > published.last_day()) {
            let other = root().at(Assessment::cover).item_and_path(Cover::published);
            self.add(Rule::DatesReversed, here(), date.to_string(), published.to_string(), Some(other));
        } else if date.first_day() > self.as_of {
            self.add(Rule::DateAfterAsOf, here(), date.to_string(), self.day(), None);
        }
    }

    fn timing(&mut self, change: &Change, place: usize) {
        if change.timing != Answer::Given(SubmissionTiming::After) {
            return;
        }
        let has_reason = match &change.reason {
            Answer::Given(reason) => {
                if is_affirmed(reason) {
                    let at_reason = Some(at(place, Change::reason));
                    let seen = shown(&change.timing);
                    self.add(Rule::AfterThoughMaterial, at(place, Change::timing), seen, "", at_reason);
                }
                true
            }
            Answer::NotKnown => true,
            Answer::Unanswered => self.is_excerpt,
            // A dash says that there is no reason.
            Answer::Blank | Answer::Nothing(_) => false,
        };
        if has_reason || change.continues != Tick::Unticked {
            return;
        }
        let Some(items) = change.items.given() else { return };
        if let Some(item) = marked(self.assessment.form, items) {
            self.add(Rule::MaterialWithoutReason, at(place, Change::reason), item, "", None);
        }
    }

    /// Checks, in the order of time, that the text before a change is what the previous change to the item left.
    fn sequence(&mut self, changes: &[Change], is_newest_first: bool) {
        let mut left: IndexMap<String, Left> = IndexMap::new();
        for place in in_time(changes, is_newest_first) {
            let Some(change) = changes.get(place) else { continue };
            let Some(items) = change.items.given() else { continue };
            if change.continues != Tick::Unticked {
                continue;
            }
            // If a change takes two rows, each of them shows a part of it.
            let is_continued = changes.get(place + 1).is_some_and(|next| next.continues != Tick::Unticked);
            let date = change.date.given().copied();
            let has_quotation = matches!(change.before, Answer::Given(_) | Answer::Nothing(_));
            let row = (has_quotation && !is_continued).then_some(place);
            match left.entry(key_of(items)) {
                Entry::Vacant(entry) => {
                    entry.insert(Left { date, row, added: Vec::new() });
                }
                Entry::Occupied(mut entry) => {
                    let last = entry.get_mut();
                    if !date.zip(last.date).is_some_and(|(date, last)| is_before(last, date)) {
                        // Rows with the same date are parts of one change. A row without a date may be one of them.
                        *last = Left { date: date.or(last.date), row: None, added: Vec::new() };
                    } else if is_addition(&change.before) {
                        last.date = date;
                        last.added.push(place);
                        last.row = last.row.filter(|_| !is_continued);
                    } else {
                        // A dash in a row that follows others means an addition.
                        let row = row.filter(|_| change.before.given().is_some());
                        let last = core::mem::replace(last, Left { date, row, added: Vec::new() });
                        if !is_continued {
                            self.compare(changes, place, change, &last);
                        }
                    }
                }
            }
        }
    }

    fn compare(&mut self, changes: &[Change], place: usize, change: &Change, last: &Left) {
        let Some(row) = last.row else { return };
        let Some(before) = change.before.given() else { return };
        let Some(rows) = left_by(changes, row, &last.added) else { return };
        let says: Vec<&str> = before.texts().map(AsRef::as_ref).collect();
        let left: Vec<&str> = rows.iter().flat_map(|lines| lines.texts()).map(AsRef::as_ref).collect();
        if is_same(&says, &left) || !is_comparable(&says, &left) {
            return;
        }
        // A row shows the whole item if it also quotes the whole previous text, or has a dash for it.
        let began = changes.get(row).and_then(|first| first.before.given());
        if rows.iter().copied().chain([before]).chain(began).all(is_whole) {
            let here = at(place, Change::before);
            let other = Some(at(row, Change::after));
            let expected: Vec<String> = rows.iter().map(ToString::to_string).collect();
            self.add(Rule::BeforeIsNotAfter, here, before.to_string(), expected.join("／"), other);
        }
    }
}

/// A key for the items that a row is about.
fn key_of(items: &Lines) -> String {
    let names: Vec<String> = items.texts().map(|name| name_key(name.as_str())).collect();
    names.join("\n")
}

/// The location of a field of a row.
fn at<T>(index: usize, field: Handle<Change, T>) -> Spot {
    root().at(Assessment::changes).nth(index).item_and_path(field)
}

/// The state of an item after the changes so far.
struct Left {
    /// The date of the last change.
    date: Option<FormDate>,
    /// The row that may quote the whole item. `None` if the rows show it in part.
    row: Option<usize>,
    /// Later rows that added to it.
    added: Vec<usize>,
}

/// The text of an item after a row and the rows that added to it.
fn left_by<'c>(changes: &'c [Change], row: usize, added: &[usize]) -> Option<Vec<&'c Lines>> {
    core::iter::once(&row).chain(added).map(|row| changes.get(*row)?.after.given()).collect()
}

/// Whether two different cells both quote the whole item. A longer text is often shortened, so it counts only if it is
/// a citation, or if the other cell has the same number of lines and one of them is the same.
fn is_comparable(a: &[&str], b: &[&str]) -> bool {
    let is_short = |text: &&str| text.len() <= LONGEST || (text.contains('第') && text.contains('条'));
    a.iter().chain(b).all(is_short) || (a.len() == b.len() && a.iter().zip(b).any(|(a, b)| same_name(a, b)))
}
