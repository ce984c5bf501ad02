//! The change table: its dates, its timings, and what its rows say of one another.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::{Check, Rule, element, path, shown};
use crate::answer::{Answer, Tick};
use crate::catalogue::{Item, Materiality, rows};
use crate::choice::SubmissionTiming;
use crate::date::FormDate;
use crate::procedure::Change;
use crate::text::{LineRef, Lines, Text};
use crate::width::{NameKey, name_key};

/// Words by which a cell says that it quotes a part only, or says something of the change.
const IN_PART: [&str; 16] = [
    "略",
    "追記",
    "追加",
    "削除",
    "以下",
    "上記",
    "変更なし",
    "のとおり",
    "同上",
    "修正",
    "別紙",
    "別添",
    "図",
    "記載",
    "変更",
    "続き",
];

impl Check<'_> {
    pub(super) fn changes(&mut self) {
        let changes = self.assessment.changes();
        let mut last_date = None;
        let mut last_after: IndexMap<NameKey, usize> = IndexMap::new();
        for (place, change) in changes.iter().enumerate() {
            let at = |field| element("changes", place).field(field);
            if let Answer::Given(date) = change.date
                && let Some(above) = last_date.replace(date)
                && date.last_day() < above.first_day()
            {
                let (seen, expected) = (date.to_string(), above.to_string());
                self.add(Rule::ChangeBackwards, (Item::ChangeDate, at("date")), seen, expected, None);
            }
            self.dated(change, place);
            self.timing(change, place);
            if change.before == change.after
                && let Some(after) = whole(&change.after)
            {
                self.add(Rule::ChangeOfNothing, (Item::ChangeAfter, at("after")), after.to_string(), "", None);
            }
            let Some(items) = change.items.given() else { continue };
            let item = NameKey::of(items.texts().map(AsRef::as_ref));
            if change.continues == Tick::Ticked {
                last_after.swap_remove(&item);
                continue;
            }
            let last = last_after.insert(item, place).and_then(|row| Some((row, changes.get(row)?)));
            if let Some((row, last)) = last
                && let (Some(before), Some(last)) = (whole(&change.before), whole(&last.after))
                && !is_same(before, last)
            {
                let other = Some((Item::ChangeAfter, element("changes", row).field("after")));
                let (seen, expected) = (before.to_string(), last.to_string());
                self.add(Rule::BeforeIsNotAfter, (Item::ChangeBefore, at("before")), seen, expected, other);
            }
        }
    }

    /// A change is not later than the document that tells of it.
    fn dated(&mut self, change: &Change, place: usize) {
        let Answer::Given(date) = change.date else { return };
        let at = || (Item::ChangeDate, element("changes", place).field("date"));
        let published = self.assessment.cover().published;
        if date.first_day() > self.as_of {
            self.add(Rule::DateAfterAsOf, at(), date.to_string(), self.as_of.to_string(), None);
        } else if let Answer::Given(published) = published
            && date.first_day() > published.last_day()
        {
            let other = (Item::PublicationDate, path("cover").field("published"));
            self.add(Rule::DatesReversed, at(), date.to_string(), published.to_string(), Some(other));
        }
    }

    /// The labels of the items that the form marks with ※, and of those that it does not, the longest first.
    fn marked(&self) -> Vec<(String, Materiality, &'static str)> {
        let mut labels: Vec<_> = rows(self.kind, self.edition)
            .map(|row| (name_key(row.label), row.materiality, row.label))
            .filter(|(key, ..)| key.chars().count() >= 3)
            .collect();
        labels.sort_by_key(|(key, ..)| core::cmp::Reverse(key.len()));
        labels
    }

    fn timing(&mut self, change: &Change, place: usize) {
        if change.timing != Answer::Given(SubmissionTiming::After) {
            return;
        }
        let at = |field| element("changes", place).field(field);
        let says_material = change.reason.given().into_iter().flat_map(Lines::texts).any(|reason| {
            let reason = reason.as_str().trim();
            reason.contains("重要な変更である") || reason == "重要な変更"
        });
        if says_material {
            let other = Some((Item::ChangeReason, at("reason")));
            self.add(Rule::AfterThoughMaterial, (Item::ChangeTiming, at("timing")), shown(&change.timing), "", other);
        }
        let is_silent = !change.reason.is_answered();
        if is_silent
            && change.continues == Tick::Unticked
            && let Some(items) = change.items.given()
        {
            let text = name_key(&items.to_string());
            let marked = self.marked();
            let named = marked.iter().find(|(key, ..)| text.ends_with(key.as_str()));
            if let Some((_, Materiality::Material, label)) = named {
                self.add(Rule::MaterialWithoutReason, (Item::ChangeReason, at("reason")), *label, "", None);
            }
        }
    }
}

/// Whether two cells say the same: in any width, and of two dates the same day however they are written.
fn is_same(a: &Lines, b: &Lines) -> bool {
    let key =
        |lines: &Lines| NameKey::of(core::iter::once(lines.texts().map(Text::as_str).collect::<String>().as_str()));
    let date = |lines: &Lines| lines.texts().next().and_then(|text| text.as_str().parse::<FormDate>().ok());
    key(a) == key(b) || date(a).zip(date(b)).is_some_and(|(a, b)| a == b)
}

/// The most bytes of a line that is taken to quote an item whole: forty characters of Japanese.
const LONGEST: usize = 120;

/// What a cell says, where it quotes an item whole: short lines, or citations, and none of the words by which it says that it
/// quotes in part. Longer text is too often shortened to be compared.
fn whole(cell: &Answer<Lines>) -> Option<&Lines> {
    let lines = cell.given()?;
    let is_whole = |line: LineRef<'_>| {
        let text = line.text.given().filter(|_| line.under.is_none()).map(Text::as_str);
        text.is_some_and(|text| {
            let is_short = text.len() <= LONGEST || (text.contains('第') && text.contains('条'));
            is_short && !IN_PART.iter().any(|word| text.contains(word))
        })
    };
    lines.iter().all(is_whole).then_some(lines)
}
