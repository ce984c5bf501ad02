//! The change table: its dates, its timings, and what its rows say of one another.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use indexmap::IndexMap;
use indexmap::map::Entry;

use super::material::{is_affirmed, marked};
use super::{Check, Rule, Spot, root, shown};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, Cover};
use crate::catalogue::Handle;
use crate::value::answer::{Answer, LineRef, Lines, Tick};
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::names::{name_key, same_name};

/// Words by which a cell says that it leaves something out.
const OMITS: [&str; 9] = ["略", "変更なし", "同上", "のとおり", "別紙", "別添", "（続き", "(続き", "抜粋"];

/// Words by which a cell may speak of the change, instead of quoting the item.
const TELLS: [&str; 8] = ["追記", "追加", "削除", "上記", "修正", "図", "記載", "変更"];

/// The most bytes of a line that only speaks of the change: twenty characters of Japanese (「右記の内容を追記」).
const LONGEST_REMARK: usize = 60;

/// The most bytes of a line that is taken to quote an item whole: forty characters of Japanese.
const LONGEST: usize = 120;

impl Check<'_> {
    pub(super) fn changes(&mut self) {
        let changes = &self.assessment.changes;
        let falls = steps(changes).filter(|(_, above, date)| is_before(*date, *above)).count();
        let rises = steps(changes).filter(|(_, above, date)| is_before(*above, *date)).count();
        // A table whose dates fall more often than they rise is printed with its newest rows first.
        let is_newest_first = falls > rises;
        for (place, above, date) in steps(changes) {
            if if is_newest_first { is_before(above, date) } else { is_before(date, above) } {
                let here = at(place, Change::date);
                self.add(Rule::ChangeBackwards, here, date.to_string(), above.to_string(), None);
            }
        }
        for (place, change) in changes.iter().enumerate() {
            self.dated(change, place);
            self.timing(change, place);
            if change.before == change.after
                && let Some(after) = change.after.given()
                && after.iter().all(is_quoted)
            {
                let here = at(place, Change::after);
                self.add(Rule::ChangeOfNothing, here, after.to_string(), "", None);
            }
        }
        // Rows of one day have no order.
        if falls + rises > 0 {
            self.sequence(changes, is_newest_first);
        }
    }

    /// A change is not later than the document that tells of it.
    fn dated(&mut self, change: &Change, place: usize) {
        let Answer::Given(date) = change.date else { return };
        let here = || at(place, Change::date);
        if let Answer::Given(published) = self.assessment.cover.published
            && date.first_day() > published.last_day()
        {
            let other = root().at(Assessment::cover).spot(Cover::published);
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
            // A dash says that there is none.
            Answer::Blank | Answer::Nothing(_) => false,
        };
        if !has_reason
            && change.continues == Tick::Unticked
            && let Some(items) = change.items.given()
            && let Some(item) = marked(self.kind, self.edition, items)
        {
            self.add(Rule::MaterialWithoutReason, at(place, Change::reason), item, "", None);
        }
    }

    /// What stood before a change is what the last change to the item left, in the order of time.
    fn sequence(&mut self, changes: &[Change], is_newest_first: bool) {
        let mut left: IndexMap<String, Left> = IndexMap::new();
        for place in in_time(changes, is_newest_first) {
            let Some(change) = changes.get(place) else { continue };
            let Some(items) = change.items.given() else { continue };
            if change.continues != Tick::Unticked {
                continue;
            }
            // A change over two rows is told in part by each.
            let is_continued = changes.get(place + 1).is_some_and(|next| next.continues != Tick::Unticked);
            let date = change.date.given().copied();
            let is_told = matches!(change.before, Answer::Given(_) | Answer::Nothing(_));
            let row = (is_told && !is_continued).then_some(place);
            match left.entry(key_of(items)) {
                Entry::Vacant(entry) => {
                    entry.insert(Left { date, row, added: Vec::new() });
                }
                Entry::Occupied(mut entry) => {
                    let last = entry.get_mut();
                    if !date.zip(last.date).is_some_and(|(date, last)| is_before(last, date)) {
                        // Rows of one day are parts of one change; of a row without a day it is not known.
                        *last = Left { date: date.or(last.date), row: None, added: Vec::new() };
                    } else if is_addition(&change.before) {
                        last.date = date;
                        last.added.push(place);
                        last.row = last.row.filter(|_| !is_continued);
                    } else {
                        // A dash behind earlier rows tells of an addition.
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
        // A row leaves the item whole where it quotes whole what stood before too, or says by a dash that there was nothing.
        let began = changes.get(row).and_then(|first| first.before.given());
        if rows.iter().copied().chain([before]).chain(began).all(is_whole) {
            let here = at(place, Change::before);
            let other = Some(at(row, Change::after));
            let expected: Vec<String> = rows.iter().map(ToString::to_string).collect();
            self.add(Rule::BeforeIsNotAfter, here, before.to_string(), expected.join("／"), other);
        }
    }
}

/// What tells apart the items that rows are about.
fn key_of(items: &Lines) -> String {
    let names: Vec<String> = items.texts().map(|name| name_key(name.as_str())).collect();
    names.join("\n")
}

/// A field of a row.
fn at<T>(index: usize, field: Handle<Change, T>) -> Spot {
    root().at(Assessment::changes).nth(index).spot(field)
}

/// What the changes so far have left of an item.
struct Left {
    /// The day of the last one.
    date: Option<FormDate>,
    /// The row that may quote the item whole; none where rows tell of it in part.
    row: Option<usize>,
    /// Rows that added to it since.
    added: Vec<usize>,
}

/// What a row left of an item, and those that added to it.
fn left_by<'c>(changes: &'c [Change], row: usize, added: &[usize]) -> Option<Vec<&'c Lines>> {
    core::iter::once(&row).chain(added).map(|row| changes.get(*row)?.after.given()).collect()
}

/// Each dated row but the first, with the date above it and its own.
fn steps(changes: &[Change]) -> impl Iterator<Item = (usize, FormDate, FormDate)> {
    let dated = || changes.iter().enumerate().filter_map(|(place, change)| Some((place, *change.date.given()?)));
    dated().zip(dated().skip(1)).map(|((_, above), (place, date))| (place, above, date))
}

fn is_before(early: FormDate, late: FormDate) -> bool {
    early.last_day() < late.first_day()
}

/// The places of the rows in the order of time; a row without a date stays with the one that it is read after.
fn in_time(changes: &[Change], is_newest_first: bool) -> impl Iterator<Item = usize> {
    let mut places: Vec<(NaiveDate, usize)> = Vec::with_capacity(changes.len());
    let mut last = NaiveDate::MIN;
    let mut take = |(place, change): (usize, &Change)| {
        last = change.date.given().map_or(last, |date| date.first_day());
        places.push((last, place));
    };
    if is_newest_first {
        changes.iter().enumerate().rev().for_each(&mut take);
    } else {
        changes.iter().enumerate().for_each(&mut take);
    }
    places.sort_by_key(|(day, _)| *day);
    places.into_iter().map(|(_, place)| place)
}

/// Whether the cell before a change says that the cell after it was added (「右記の内容を追記」).
fn is_addition(before: &Answer<Lines>) -> bool {
    before.given().is_some_and(|lines| {
        let mut texts = lines.texts().map(AsRef::<str>::as_ref);
        texts.next().is_some_and(|text| text.contains("追記") && text.len() <= LONGEST_REMARK) && texts.next().is_none()
    })
}

/// Whether a cell quotes an item whole: none of the words by which it says that it quotes in part.
fn is_whole(cell: &Lines) -> bool {
    cell.iter().all(|line| {
        let text = line.text.given().filter(|_| line.under.is_none()).map(AsRef::<str>::as_ref);
        text.is_some_and(|text| !omits(text) && !TELLS.iter().any(|word| text.contains(word)))
    })
}

/// Whether a line quotes what stands in the document, and leaves nothing out.
fn is_quoted(line: LineRef<'_>) -> bool {
    line.text.given().map(AsRef::<str>::as_ref).is_some_and(|text| {
        let is_remark = text.len() <= LONGEST_REMARK && TELLS.iter().any(|word| text.contains(word));
        !is_remark && !omits(text)
    })
}

/// Whether a line leaves something out. 「以下」 and 「…」 do at its ends alone: inside they define (「以下「番号法」という。」,
/// 「※注…」).
fn omits(text: &str) -> bool {
    let ends = || text.trim_matches(|c: char| !c.is_alphabetic());
    let is_open = |dots: &str| text.trim().starts_with(dots) || text.trim().ends_with(dots);
    OMITS.iter().any(|word| text.contains(word))
        || ["…", "・・・"].into_iter().any(is_open)
        || (text.contains("以下") && (ends().starts_with("以下") || ends().ends_with("以下")))
}

/// Whether two cells say the same: in any width, and of two dates the same day however they are written.
fn is_same(a: &[&str], b: &[&str]) -> bool {
    same_name(&a.concat(), &b.concat())
        || match (a, b) {
            ([a], [b]) => a.parse::<FormDate>().ok().zip(b.parse().ok()).is_some_and(|(a, b)| a == b),
            _ => false,
        }
}

/// Whether two cells that differ both quote the item whole. Longer text is too often shortened, unless it is a citation, or the
/// other cell has as many lines and says one of them the same.
fn is_comparable(a: &[&str], b: &[&str]) -> bool {
    let is_short = |text: &&str| text.len() <= LONGEST || (text.contains('第') && text.contains('条'));
    a.iter().chain(b).all(is_short) || (a.len() == b.len() && a.iter().zip(b).any(|(a, b)| same_name(a, b)))
}
