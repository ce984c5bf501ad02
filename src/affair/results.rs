//! What an affair needs by the facts before and after something happens, and which papers no longer say what is true.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::agree::AgreeRule;
use super::case::HappeningKind;
use super::deadline::Missing;
use super::dossier::Dossier;
use super::facts::Known;
use super::happening::Happening;
use super::register::PublishedBy;
use crate::assessment::Assessment;
use crate::catalogue::Item;
use crate::change::Difference;
use crate::threshold::Facts;
use crate::threshold::rule::{cells, row};
use crate::value::answer::{Given, Value};
use crate::value::band::{Count, CountRange, NumericBand};
use crate::value::incident::{LookBack, Occurrence, SeriousIncident};
use crate::value::kind::{AssessmentKind, Obligation};

/// The obligations before and after.
pub(super) struct Results {
    /// Every pair of obligations, before and after, that is possible: at least one. The first is the one whose steps are listed.
    pub(super) pairs: Vec<(Obligation, Obligation)>,
    /// What would settle them, if they are open.
    pub(super) open: Option<Missing>,
}

/// What is needed before and after.
pub(super) fn results(dossier: &Dossier<'_>, happening: &Happening<'_>, as_of: NaiveDate) -> Results {
    // What is planned is decided by the facts of its day: an incident may no longer count then.
    let day = match happening {
        Happening::Hold { on, .. } | Happening::Change { on, .. } | Happening::Facts { on, .. } => {
            on.map_or(as_of, |on| on.max(as_of))
        }
        Happening::Incident { .. } | Happening::End { .. } => as_of,
    };
    let Known { facts, is_disputed } = dossier.known(day);
    let is_disputed = is_disputed || dossier.differ_in(AgreeRule::ResultDiffers, as_of);
    // Papers that contradict each other settle nothing.
    let stated = if is_disputed { None } else { stated(dossier, as_of) };
    let deepest = dossier.present(as_of).deepest();
    let (before, after, stated_after) = match happening {
        Happening::Hold { facts: new, .. } => (facts, overlaid(facts, new.unwrap_or_default()), stated),
        Happening::Change { edits, facts: new, .. } => {
            (facts, overlaid(edited(facts, edits), new.unwrap_or_default()), stated)
        }
        Happening::Facts { facts: new, .. } => (facts, overlaid(facts, *new), None),
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
            (of(before), of(after), None)
        }
        Happening::End { .. } => {
            // What is published counts, whatever is required by now.
            let is_published = |paper: &AssessmentKind| dossier.ground(*paper) != Some(PublishedBy::Voluntary);
            let published = dossier.present(as_of).iter().rfind(is_published);
            let of = |obligation: &&Obligation| obligation.deepest() == published;
            let ended = Obligation::ALL.iter().find(of).copied().unwrap_or(Obligation::NotRequired);
            return Results { pairs: Vec::from([(ended, ended)]), open: None };
        }
    };
    let determination = dossier.determination(&after);
    let mut pairs = match determination.exemption() {
        Some(_) => Vec::from([(Obligation::NotRequired, Obligation::NotRequired)]),
        None => pairs(&before, &after),
    };
    // What the papers state counts if it is possible.
    keep(&mut pairs, |(before, _)| Some(before) == stated);
    let new = restated(happening.edits()).filter(|new| determination.possible().contains(*new));
    if let Some(new) = new {
        for (_, after) in &mut pairs {
            *after = new;
        }
    } else {
        keep(&mut pairs, |(_, after)| Some(after) == stated_after);
    }
    pairs.dedup();
    let is_hold = happening.kind() == HappeningKind::Hold;
    if is_hold && deepest.is_none() {
        // Nothing is required of a file that is not held yet.
        for (before, _) in &mut pairs {
            *before = Obligation::NotRequired;
        }
    }
    let differ = |of: fn(&(Obligation, Obligation)) -> Obligation| {
        pairs.iter().any(|pair| pairs.first().map(of) != Some(of(pair)))
    };
    let is_open = differ(|(_, after)| *after) || (!is_hold && differ(|(before, _)| *before));
    // The papers that are there show what was required when they were published.
    keep(&mut pairs, |(before, _)| before.deepest() == deepest && deepest.is_some());
    // The deepest result is the safe one; what is open did not change as far as anybody knows.
    pairs.sort_by_key(|(before, after)| core::cmp::Reverse((*after, before == after, *before)));
    pairs.dedup();
    let open = is_open.then_some(if is_disputed { Missing::Agreement } else { Missing::Facts });
    Results { pairs, open }
}

/// Every pair of obligations before and after the facts change, in order (変化の前後の義務). A fact that is given in the same way before and
/// after did not change, also if it is open.
fn pairs(before: &Facts, after: &Facts) -> Vec<(Obligation, Obligation)> {
    let is_same = (
        before.population == after.population,
        before.handlers == after.handlers,
        before.serious_incident == after.serious_incident,
    );
    let mut pairs: Vec<(Obligation, Obligation)> = Vec::new();
    for old in cells(before) {
        for new in cells(after) {
            let is_one =
                (!is_same.0 || old.0 == new.0) && (!is_same.1 || old.1 == new.1) && (!is_same.2 || old.2 == new.2);
            let pair = (row(old).obligation, row(new).obligation);
            if is_one && !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Keeps these pairs, if there are any.
fn keep(pairs: &mut Vec<(Obligation, Obligation)>, is_kept: impl Fn((Obligation, Obligation)) -> bool) {
    if pairs.iter().any(|pair| is_kept(*pair)) {
        pairs.retain(|pair| is_kept(*pair));
    }
}

/// The result that the papers state, the 基礎項目評価書 first.
fn stated(dossier: &Dossier<'_>, as_of: NaiveDate) -> Option<Obligation> {
    let of = |paper: &AssessmentKind| dossier.current(*paper, as_of)?.document.threshold.result.given().copied();
    AssessmentKind::ALL.iter().find_map(of)
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
    let is_basic = paper == AssessmentKind::BasicItem;
    let Some(version) = dossier.current(paper, as_of) else { return is_basic || facts.population.is_some() };
    let said = Facts::from(version.document);
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

/// Whether a paper, read on a day, does not yet state an incident that its form asks for, or cannot be read because its document is not
/// here. 様式2 asks for the last year, the deeper forms for three.
pub(super) fn misses(
    dossier: &Dossier<'_>,
    paper: AssessmentKind,
    incident: &SeriousIncident,
    as_of: NaiveDate,
) -> bool {
    let looks_back = match paper {
        AssessmentKind::BasicItem => LookBack::OneYear,
        AssessmentKind::KeyItem | AssessmentKind::AllItem => LookBack::ThreeYears,
    };
    let is_asked = counts(incident, looks_back, as_of);
    let Some(version) = dossier.current(paper, as_of) else { return is_asked };
    let (count, stated) = incidents(version.document);
    is_asked && (count == 0 || stated < count)
}

/// Whether an incident counts, or may count, on this day or on the later one on which it becomes known.
pub(super) fn counts(incident: &SeriousIncident, looks_back: LookBack, as_of: NaiveDate) -> bool {
    let day = incident.known.unwrap_or(incident.date).last_day().max(as_of);
    looks_back.answer(core::slice::from_ref(incident), day) != Some(Occurrence::NotOccurred)
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
            let is_stated =
                matches!(field.value, Value::Given(Given::Chosen { code, .. }) if code == Occurrence::Occurred.code());
            stated += usize::from(is_stated);
        }
    });
    (count, stated)
}
