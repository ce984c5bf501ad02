//! The facts of an affair, from all its papers and the register.

use chrono::NaiveDate;

use super::agree::AgreeRule;
use super::dossier::{Dossier, Version};
use crate::assessment::{Assessment, Chain, Link};
use crate::threshold::{Facts, Tally};
use crate::value::band::{Count, CountRange, NumericBand, StaffBand};
use crate::value::date::FormDate;
use crate::value::incident::LookBack;
use crate::value::kind::AssessmentKind;

/// What is known of an affair.
pub(super) struct Known {
    pub(super) facts: Facts,
    /// Whether two papers contradict each other about a count.
    pub(super) is_disputed: bool,
}

impl Dossier<'_> {
    /// The facts of the affair on a day, from all its papers and the register (しきい値判断項目).
    ///
    /// The 基礎項目評価書 comes first. Counts of the register replace its counts if they are newer. Serious incidents are those of
    /// the body in the register, if it lists them. The deeper paper can only narrow a count: its 対象人数, and the sum of its users
    /// and entrustees. If it contradicts a count, and is neither older nor explained by a change table, either can be right: the count
    /// is open between the two, and the comparison of the papers reports it.
    #[must_use]
    pub fn facts(&self, as_of: NaiveDate) -> Facts {
        self.known(as_of).facts
    }

    /// The facts on a day, and whether a count is open because two papers contradict each other.
    pub(super) fn known(&self, as_of: NaiveDate) -> Known {
        let basic = self.current(AssessmentKind::BasicItem, as_of);
        let deeper = [AssessmentKind::KeyItem, AssessmentKind::AllItem].into_iter();
        let deeper = deeper.filter_map(|paper| self.current(paper, as_of)).max_by_key(|version| version.day());
        let mut facts = basic.or(deeper).map(|version| Facts::from(version.document)).unwrap_or_default();
        let counted = basic.or(deeper).and_then(|version| {
            let items = &version.document.threshold;
            let given = [&items.population_as_of, &items.handlers_as_of].map(|day| day.given().copied());
            given.into_iter().flatten().map(FormDate::last_day).max().or_else(|| version.day())
        });
        let newer = self.entry.and_then(|entry| entry.facts).filter(|newer| newer.on <= as_of);
        if let Some(newer) = newer.filter(|newer| counted.is_none_or(|counted| counted <= newer.on)) {
            facts.population = newer.population.or(facts.population);
            facts.handlers = newer.handlers.or(facts.handlers);
        }
        // An older paper says nothing about newer counts.
        let is_newer =
            |version: &&Version<'_>| newer.is_none_or(|newer| version.day().is_some_and(|day| newer.on <= day));
        let mut is_disputed = false;
        if let Some(deeper) = deeper.filter(is_newer) {
            let mut either = |rule| {
                let is_contradicted = basic.is_some() && self.differ_in(rule, as_of);
                is_disputed |= is_contradicted;
                is_contradicted
            };
            let population = deeper.document.population.given().map(|count| count.range());
            facts.population = narrowed(facts.population, population, || either(AgreeRule::PopulationDiffers));
            let handlers = Some(handlers(deeper.document));
            facts.handlers = narrowed(facts.handlers, handlers, || either(AgreeRule::HandlersTooFew));
        }
        if let Some(incidents) = self.incidents() {
            facts.serious_incident = LookBack::OneYear.answer(incidents, as_of);
        }
        Known { facts, is_disputed }
    }
}

/// The people who handle the files of an affair, as far as its 様式3 or 様式4 says: the users (使用者数) and the staff of all entrustees
/// (取扱者数). One user may use several files.
pub(super) fn handlers(document: &Assessment) -> CountRange {
    let mut entrusted = Tally::new();
    let mut users: Option<CountRange> = None;
    for section in &document.file_sections {
        let own = section.acquisition.users.given().map_or(CountRange::ANY, |count: &Count<StaffBand>| count.range());
        users = Some(users.map_or(own, |users| CountRange::between(users.min().max(own.min()), users.plus(own).max())));
        for entrustment in &section.entrustments {
            entrusted.add_entrustment(entrustment);
        }
    }
    let is_entrusted = entrusted != Tally::new();
    let staff = entrusted.total().map_or(CountRange::ANY, Count::range);
    let users = users.unwrap_or(CountRange::ANY);
    if is_entrusted { users.plus(staff) } else { users }
}

/// The same without those whose number the paper does not print: at most as many as all stated numbers together.
pub(super) fn stated_handlers(document: &Assessment) -> CountRange {
    let mut most = CountRange::exactly(0);
    let mut add = |count: Option<&Count<StaffBand>>| {
        let count = count.map_or(CountRange::exactly(0), |count| count.range());
        most = most.plus(CountRange::between(0, count.max()));
    };
    for section in &document.file_sections {
        add(section.acquisition.users.given());
        for entrustment in &section.entrustments {
            let links = Chain::of(entrustment).links();
            let together = entrustment.handlers.given();
            add(together);
            let is_counted = |link: &&Link<'_>| link.tier > 1 || together.is_none();
            for link in links.iter().filter(is_counted) {
                add(link.party.and_then(|party| party.handlers.given()));
            }
        }
    }
    CountRange::between(handlers(document).min(), most.max())
}

/// A count that is also in this range. If the two contradict each other, the count stays, or it is between them if either can be right.
fn narrowed<B: NumericBand>(
    count: Option<Count<B>>,
    by: Option<CountRange>,
    either: impl FnOnce() -> bool,
) -> Option<Count<B>> {
    let Some(by) = by.filter(|by| *by != CountRange::ANY) else { return count };
    let Some(count) = count else { return Some(Count::Range(by)) };
    let own = count.range();
    if !own.overlaps(by) {
        let most = own.max().zip(by.max()).map(|(own, by)| own.max(by));
        let open = || Count::Range(CountRange::between(own.min().min(by.min()), most));
        return Some(if either() { open() } else { count });
    }
    let min = own.min().max(by.min());
    let max = match (own.max(), by.max()) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let both = CountRange::between(min, max);
    if both == own { Some(count) } else { Some(Count::Range(both)) }
}
