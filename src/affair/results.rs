//! What an affair needs by the facts before and after something happens, and which papers no longer say what is true.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::agree::AgreeRule;
use super::dossier::Dossier;
use super::happening::Happening;
use super::register::PublishedBy;
use crate::assessment::Assessment;
use crate::catalogue::Item;
use crate::change::Difference;
use crate::threshold::{Facts, determine, determine_exempt};
use crate::value::answer::Value;
use crate::value::band::{Count, CountRange, NumericBand};
use crate::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};
use crate::value::kind::{AssessmentKind, Obligation, ObligationSet};

/// The obligations before and after, and whether the facts leave one of them open.
pub(super) struct Results {
    pub(super) before: Obligation,
    pub(super) after: Obligation,
    pub(super) is_open: bool,
    /// Whether they depend on which of two papers that contradict each other is right.
    pub(super) is_disputed: bool,
}

/// What the facts leave possible, and what the papers state.
#[derive(Clone, Copy)]
struct Side {
    possible: ObligationSet,
    stated: Option<Obligation>,
}

impl Side {
    /// The obligation, if the facts settle it, or if the papers state one that is possible.
    fn settled(self) -> Option<Obligation> {
        self.possible.single().or_else(|| self.stated.filter(|stated| self.possible.contains(*stated)))
    }
}

/// What is needed before and after. Where two papers contradict each other, the basic-item assessment counts, and it is said whether the
/// other one would have another result.
pub(super) fn results(dossier: &Dossier<'_>, happening: &Happening<'_>, as_of: NaiveDate) -> Results {
    // What is planned is decided by the facts of its day: an incident may no longer count then.
    let day = match happening {
        Happening::Hold { on, .. } | Happening::Change { on, .. } | Happening::Facts { on, .. } => {
            on.map_or(as_of, |on| on.max(as_of))
        }
        Happening::Incident { .. } | Happening::End { .. } => as_of,
    };
    let basic_first = stated(dossier, as_of, AssessmentKind::ALL.iter());
    let results = results_of(dossier, happening, as_of, (dossier.facts(day), basic_first));
    let deeper_first = stated(dossier, as_of, AssessmentKind::ALL.iter().rev());
    let numbers = dossier.disputed(day);
    let has_other_result = basic_first != deeper_first
        && dossier.contradictions(as_of).iter().any(|one| one.rule == AgreeRule::ResultDiffers);
    if numbers.is_none() && !has_other_result {
        return results;
    }
    let other = if has_other_result { deeper_first } else { basic_first };
    let other = results_of(dossier, happening, as_of, (numbers.unwrap_or_else(|| dossier.facts(day)), other));
    let is_disputed = (results.before, results.after) != (other.before, other.after);
    Results { is_disputed, ..results }
}

fn results_of(
    dossier: &Dossier<'_>,
    happening: &Happening<'_>,
    as_of: NaiveDate,
    (facts, stated): (Facts, Option<Obligation>),
) -> Results {
    let side = |facts: &Facts, stated| {
        let exemption = dossier.entry.and_then(|entry| entry.exemption);
        let determination = match exemption {
            Some(exemption) => determine_exempt(facts, exemption),
            None => determine(facts),
        };
        Side { possible: determination.possible(), stated }
    };
    let (before, after) = match happening {
        Happening::Hold { facts: new, .. } => {
            (side(&facts, stated), side(&overlaid(facts, new.unwrap_or_default()), stated))
        }
        Happening::Change { edits, facts: new, .. } => {
            let after = overlaid(edited(facts, edits), new.unwrap_or_default());
            (side(&facts, stated), side(&after, restated(edits).or(stated)))
        }
        Happening::Facts { facts: new, .. } => (side(&facts, stated), side(&overlaid(facts, *new), None)),
        Happening::Incident { incident } => {
            let day = happening.on().map_or(as_of, |day| day.max(as_of));
            let known = dossier.register().and_then(|register| register.incidents.as_deref());
            let others: Vec<SeriousIncident> =
                known.unwrap_or_default().iter().filter(|other| *other != incident).copied().collect();
            let all: Vec<SeriousIncident> = others.iter().copied().chain([*incident]).collect();
            let before = known.and_then(|_| LookBack::OneYear.answer(&others, as_of)).or(facts.serious_incident);
            let after = match LookBack::OneYear.answer(&all, day) {
                Some(Occurrence::NotOccurred) if known.is_none() => facts.serious_incident,
                answer => answer,
            };
            let of = |serious_incident| Facts { serious_incident, ..facts };
            (side(&of(before), stated), side(&of(after), None))
        }
        Happening::End { .. } => {
            // What is published counts, whatever is required by now.
            let is_published = |paper: &AssessmentKind| dossier.ground(*paper) != Some(PublishedBy::Voluntary);
            let published = dossier.present(as_of).iter().rfind(is_published);
            let of = |obligation: &&Obligation| obligation.deepest() == published;
            let ended = Obligation::ALL.iter().find(of).copied().unwrap_or(Obligation::NotRequired);
            return Results { before: ended, after: ended, is_open: false, is_disputed: false };
        }
    };
    let is_open = before.settled().is_none() || after.settled().is_none();
    let deepest = dossier.present(as_of).deepest();
    let (before, after) = match (before.settled(), after.settled()) {
        (Some(before), Some(after)) => (before, after),
        // What is open did not change as far as anybody knows.
        (Some(settled), None) => (settled, near(after.possible, settled)),
        (None, Some(settled)) => (near(before.possible, settled), settled),
        (None, None) => {
            let before = assumed(before.possible, deepest);
            (before, near(after.possible, before))
        }
    };
    Results { before, after, is_open, is_disputed: false }
}

/// This obligation if it is possible, or otherwise the deepest possible one.
fn near(possible: ObligationSet, obligation: Obligation) -> Obligation {
    if possible.contains(obligation) { obligation } else { possible.iter().last().unwrap_or(obligation) }
}

/// The obligation of the papers that are there, if it is possible, or otherwise the deepest possible one: a missing fact never lowers it.
fn assumed(possible: ObligationSet, deepest: Option<AssessmentKind>) -> Obligation {
    let of_papers = deepest.and_then(|paper| possible.iter().find(|obligation| obligation.deepest() == Some(paper)));
    of_papers.or_else(|| possible.iter().last()).unwrap_or(Obligation::NotRequired)
}

/// The result that the first of these papers states that states one.
fn stated<'k>(
    dossier: &Dossier<'_>,
    as_of: NaiveDate,
    mut papers: impl Iterator<Item = &'k AssessmentKind>,
) -> Option<Obligation> {
    let of = |paper: &AssessmentKind| dossier.current(*paper, as_of)?.document.threshold.result.given().copied();
    papers.find_map(of)
}

/// The result that the new versions state, if one of them changes it: the basic-item assessment first.
fn restated(edits: &[Difference<'_>]) -> Option<Obligation> {
    let is_changed =
        |difference: &&Difference<'_>| difference.edits().iter().any(|edit| edit.item == Item::ThresholdResult);
    let new = edits.iter().filter(is_changed).map(Difference::new_version).min_by_key(|document| document.kind())?;
    new.threshold.result.given().copied()
}

/// The facts with those that the edits change.
fn edited(mut facts: Facts, edits: &[Difference<'_>]) -> Facts {
    // What the basic-item assessment says comes last, so that it counts.
    let of = |paper| edits.iter().filter(move |difference| difference.new_version().kind() == paper);
    for difference in AssessmentKind::ALL.iter().rev().copied().flat_map(of) {
        let new = Facts::from(difference.new_version());
        let changes = |item| difference.edits().iter().any(|edit| edit.item == item);
        if changes(Item::Population) {
            facts.population = new.population;
        }
        if changes(Item::Handlers) {
            facts.handlers = new.handlers;
        }
        if changes(Item::IncidentInOneYear) {
            facts.serious_incident = new.serious_incident;
        }
    }
    facts
}

/// The facts with those that are newly known.
fn overlaid(facts: Facts, new: Facts) -> Facts {
    Facts {
        population: new.population.or(facts.population),
        handlers: new.handlers.or(facts.handlers),
        serious_incident: new.serious_incident.or(facts.serious_incident),
    }
}

/// Whether a paper states a fact that new facts contradict, or cannot be read because its document is not here.
pub(super) fn contradicts(dossier: &Dossier<'_>, paper: AssessmentKind, facts: &Facts, as_of: NaiveDate) -> bool {
    let Some(version) = dossier.current(paper, as_of) else { return true };
    let said = Facts::from(version.document);
    let is_basic = paper == AssessmentKind::BasicItem;
    outside(facts.population, said.population)
        || (is_basic && outside(facts.handlers, said.handlers))
        || (is_basic && facts.serious_incident.is_some_and(|new| said.serious_incident != Some(new)))
}

/// Whether a new count may lie outside the one that is stated.
fn outside<B: NumericBand>(new: Option<Count<B>>, said: Option<Count<B>>) -> bool {
    let is_in = |new: CountRange, said: CountRange| {
        said.min() <= new.min()
            && match (new.max(), said.max()) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(new), Some(said)) => new <= said,
            }
    };
    new.is_some_and(|new| said.is_none_or(|said| !is_in(new.range(), said.range())))
}

/// Whether a paper does not yet state an incident that its form asks for, or cannot be read because its document is not here.
pub(super) fn misses(
    dossier: &Dossier<'_>,
    paper: AssessmentKind,
    incident: &SeriousIncident,
    as_of: NaiveDate,
) -> bool {
    let is_asked = match (paper, incident.scope) {
        (AssessmentKind::BasicItem, IncidentScope::PersonalInformation) => false,
        (AssessmentKind::BasicItem, IncidentScope::SpecificPersonalInformation)
        | (AssessmentKind::KeyItem | AssessmentKind::AllItem, _) => true,
    };
    let Some(version) = dossier.current(paper, as_of) else { return is_asked };
    let (count, stated) = incidents(version.document);
    is_asked && (count == 0 || stated < count)
}

/// Whether a paper states an incident.
pub(super) fn states_incident(dossier: &Dossier<'_>, paper: AssessmentKind, as_of: NaiveDate) -> bool {
    dossier.current(paper, as_of).is_some_and(|version| incidents(version.document).1 > 0)
}

/// How often a document answers whether there was an incident, and how often with 発生あり.
fn incidents(document: &Assessment) -> (usize, usize) {
    let item = match document.kind() {
        AssessmentKind::BasicItem => Item::IncidentInOneYear,
        AssessmentKind::KeyItem | AssessmentKind::AllItem => Item::IncidentInThreeYears,
    };
    let (mut count, mut stated) = (0, 0);
    document.walk(|field| {
        if field.item == item {
            count += 1;
            let is_stated = matches!(field.value, Value::Chosen { code, .. } if code == Occurrence::Occurred.code());
            stated += usize::from(is_stated);
        }
    });
    (count, stated)
}
