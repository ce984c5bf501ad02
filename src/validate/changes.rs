//! The change table: its dates, its timings, and what its rows say of one another.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::{Check, Rule, element, shown};
use crate::answer::{Answer, Tick};
use crate::catalogue::{Item, Materiality, rows};
use crate::choice::SubmissionTiming;
use crate::date::FormDate;
use crate::procedure::Change;
use crate::text::Lines;
use crate::width::name_key;

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
        let marked = self.marked();
        let mut last_date = None;
        let mut last_after: IndexMap<String, (usize, String)> = IndexMap::new();
        for (place, change) in changes.iter().enumerate() {
            let at = |field| element("changes", place).field(field);
            if let Answer::Given(date) = change.date {
                if let Some(above) = last_date.replace(date)
                    && date.last_day() < above.first_day()
                {
                    self.add(
                        Rule::ChangeBackwards,
                        (Item::ChangeDate, at("date")),
                        date.to_string(),
                        above.to_string(),
                        None,
                    );
                }
            }
            self.timing(change, place, &marked);
            let (before, after) = (whole(&change.before), whole(&change.after));
            if let (Some(before), Some(after)) = (&before, &after)
                && before == after
            {
                self.add(Rule::ChangeOfNothing, (Item::ChangeAfter, at("after")), after.clone(), "", None);
            }
            let Some(item) = change.items.given().map(|items| name_key(&items.to_string())) else { continue };
            if change.continues == Tick::Ticked {
                last_after.shift_remove(&item);
                continue;
            }
            if let (Some(before), Some((row, last))) = (&before, last_after.get(&item))
                && !is_same(before, last)
            {
                let other = Some((Item::ChangeAfter, element("changes", *row).field("after")));
                let (seen, expected) = (before.clone(), last.clone());
                self.add(Rule::BeforeIsNotAfter, (Item::ChangeBefore, at("before")), seen, expected, other);
            }
            match after {
                Some(after) => {
                    last_after.insert(item, (place, after));
                }
                None => {
                    last_after.shift_remove(&item);
                }
            }
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

    fn timing(&mut self, change: &Change, place: usize, marked: &[(String, Materiality, &'static str)]) {
        if change.timing != Answer::Given(SubmissionTiming::After) {
            return;
        }
        let at = |field| element("changes", place).field(field);
        let reason = change.reason.given().map(ToString::to_string).unwrap_or_default();
        let says_material = reason.contains("重要な変更である") || reason.trim() == "重要な変更";
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
            let named = marked.iter().find(|(key, ..)| text.ends_with(key.as_str()));
            if let Some((_, Materiality::Material, label)) = named {
                self.add(Rule::MaterialWithoutReason, (Item::ChangeReason, at("reason")), *label, "", None);
            }
        }
    }
}

/// Whether two texts say the same: in any width, and of two dates the same day however they are written.
fn is_same(a: &str, b: &str) -> bool {
    let dates = a.parse::<FormDate>().ok().zip(b.parse::<FormDate>().ok());
    name_key(a) == name_key(b) || dates.is_some_and(|(a, b)| a == b)
}

/// What a cell says, where it quotes an item whole and in one line; longer cells are quoted in part or restated.
fn whole(cell: &Answer<Lines>) -> Option<String> {
    let lines = cell.given()?;
    let mut all = lines.iter();
    let (line, None) = (all.next()?, all.next()) else { return None };
    let text = line.text.given().filter(|_| line.under.is_none())?.as_str();
    let is_whole = text.chars().count() <= 40 && !IN_PART.iter().any(|word| text.contains(word));
    is_whole.then(|| text.to_string())
}
