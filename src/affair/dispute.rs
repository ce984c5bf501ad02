//! Papers of an affair that contradict each other about the facts, so that each may ask for another assessment.

use chrono::NaiveDate;

use super::agree::AgreeRule;
use super::dossier::Dossier;
use super::facts::handlers;
use super::standing::{Standing, State};
use crate::threshold::{Facts, determine};
use crate::value::band::{Count, CountRange};
use crate::value::kind::AssessmentKind;

impl Dossier<'_> {
    /// What is required of the affair on a day, and what is published (評価の実施状況). Where two papers contradict each other, each of them
    /// may be right.
    #[must_use]
    pub fn standing(&self, as_of: NaiveDate) -> Standing {
        let own = self.own_standing(as_of);
        let is_exempt = self.determination(&self.facts(as_of)).exemption().is_some();
        match self.disputed(as_of).filter(|_| !is_exempt) {
            Some(other) => {
                let possible = own.possible.union(determine(&other).possible());
                Standing::new(possible, own.present, own.state == State::Ended)
            }
            None => own,
        }
    }

    /// The facts if the deeper paper is right where it contradicts the 基礎項目評価書; `None` if no such number contradicts.
    pub(super) fn disputed(&self, as_of: NaiveDate) -> Option<Facts> {
        let facts = self.facts(as_of);
        let deeper = [AssessmentKind::KeyItem, AssessmentKind::AllItem].into_iter();
        let deeper = deeper.filter_map(|paper| self.current(paper, as_of)).max_by_key(|version| version.day())?;
        self.current(AssessmentKind::BasicItem, as_of)?;
        // Newer counts of the register decide.
        let newer = self.entry.and_then(|entry| entry.facts).filter(|newer| newer.on <= as_of);
        if newer.is_some_and(|newer| deeper.day().is_none_or(|day| day < newer.on)) {
            return None;
        }
        let is_apart = |own: Option<CountRange>, other: CountRange| own.is_some_and(|own| !own.overlaps(other));
        let population = deeper.document.population.given();
        let population =
            population.filter(|count| is_apart(facts.population.map(Count::range), count.range())).copied();
        let most = handlers(deeper.document);
        let most = Some(most).filter(|most| is_apart(facts.handlers.map(Count::range), *most));
        if population.is_none() && most.is_none() {
            return None;
        }
        // What is newer, or what a change table explains, is no contradiction.
        let found = self.contradictions(as_of);
        let is_found = |rule| found.iter().any(|one| one.rule == rule);
        let population = population.filter(|_| is_found(AgreeRule::PopulationDiffers));
        let handlers = most.filter(|_| is_found(AgreeRule::HandlersTooFew)).map(Count::Range);
        let is_disputed = population.is_some() || handlers.is_some();
        is_disputed.then(|| Facts {
            population: population.or(facts.population),
            handlers: handlers.or(facts.handlers),
            ..facts
        })
    }
}
