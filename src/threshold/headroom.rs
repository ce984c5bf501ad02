//! How far the facts are from another result.

use super::Facts;
use super::rule::{possible, range};
use crate::value::band::{Count, CountRange, NumericBand};
use crate::value::kind::{Obligation, ObligationSet};
use crate::value::object::object;

/// What would change a settled result (結果が変わるまでの差): one fact at a time, while the others stay as they are.
///
/// Serde writes its fields, and `incident_labels` after `incident`.
///
/// ```
/// use mynumber_pia::{Facts, Occurrence, determine};
///
/// let (population, handlers) = (Some("62000".parse()?), Some("488".parse()?));
/// let facts = Facts { population, handlers, serious_incident: Some(Occurrence::NotOccurred) };
/// let headroom = determine(&facts).headroom().unwrap();
/// let more = headroom.more_handlers.unwrap();
/// assert_eq!((more.at, more.by.min()), (500, 12)); // twelve more handlers would lift it
/// # Ok::<(), mynumber_pia::value::band::CountError>(())
/// ```
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Headroom {
    /// The smallest increase in people that changes the result.
    pub more_people: Option<Shift>,
    /// The smallest decrease in people that changes the result.
    pub fewer_people: Option<Shift>,
    /// The smallest increase in handlers that changes the result.
    pub more_handlers: Option<Shift>,
    /// The smallest decrease in handlers that changes the result.
    pub fewer_handlers: Option<Shift>,
    /// What becomes possible if an incident occurs, or if the known incident no longer counts. `None` if that would
    /// change nothing, or if the fact is open.
    pub incident: Option<ObligationSet>,
}

/// A change of a count that changes the result.
///
/// Serde writes it as `{"at", "by": {"min", "max"}, "possible", "possible_labels"}`.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    /// The nearest count at which another obligation is possible.
    pub at: u32,
    /// The difference to that count. It is exact if the count is exact. For a band or range, it goes from the
    /// difference to its nearest count to the difference to its farthest.
    pub by: CountRange,
    /// What is possible at that count. There are several obligations if another fact is open.
    pub possible: ObligationSet,
}

/// A range as `{"min", "max"}`.
#[derive(serde::Serialize)]
pub(super) struct Ends {
    min: u32,
    max: Option<u32>,
}

impl From<CountRange> for Ends {
    fn from(range: CountRange) -> Self {
        Self { min: range.min(), max: range.max() }
    }
}

object! {
    Shift, "Shift", |own| { let Self { at, by, possible } = *own; }
    { at: at, by: Ends::from(by), possible: possible, possible_labels: possible.labels() }
}

object! {
    Headroom, "Headroom", |own| {
        let Self { more_people, fewer_people, more_handlers, fewer_handlers, incident } = own;
    }
    {
        more_people: more_people,
        fewer_people: fewer_people,
        more_handlers: more_handlers,
        fewer_handlers: fewer_handlers,
        incident: incident,
        incident_labels: incident.map(ObligationSet::labels),
    }
}

impl Headroom {
    /// No change of the facts would change the result.
    pub(super) const NONE: Self =
        Self { more_people: None, fewer_people: None, more_handlers: None, fewer_handlers: None, incident: None };

    /// The headroom of facts whose result is `required`.
    pub(super) fn of(facts: &Facts, required: Obligation) -> Self {
        let required = ObligationSet::of(required);
        let people = |band| possible(&Facts { population: Some(Count::Band(band)), ..*facts });
        let staff = |band| possible(&Facts { handlers: Some(Count::Band(band)), ..*facts });
        let with = |incident| possible(&Facts { serious_incident: Some(incident), ..*facts });
        Self {
            more_people: more(facts.population, required, people),
            fewer_people: fewer(facts.population, required, people),
            more_handlers: more(facts.handlers, required, staff),
            fewer_handlers: fewer(facts.handlers, required, staff),
            incident: facts.serious_incident.map(|known| with(known.opposite())).filter(|other| *other != required),
        }
    }
}

/// The first band above the fact in which another result is possible.
fn more<B: NumericBand>(
    fact: Option<Count<B>>,
    required: ObligationSet,
    possible: impl Fn(B) -> ObligationSet,
) -> Option<Shift> {
    let now = range(fact);
    // A fact without an upper end may already be in the last band.
    let max = now.max()?;
    for band in B::ALL {
        let (at, possible) = (band.range().min(), possible(*band));
        if at > max && possible != required {
            return Some(Shift { at, by: CountRange::between(at - max, Some(at - now.min())), possible });
        }
    }
    None
}

/// The last band below the fact in which another result is possible.
fn fewer<B: NumericBand>(
    fact: Option<Count<B>>,
    required: ObligationSet,
    possible: impl Fn(B) -> ObligationSet,
) -> Option<Shift> {
    let now = range(fact);
    for band in B::ALL.iter().rev() {
        let possible = possible(*band);
        let Some(at) = band.range().max() else { continue };
        if at < now.min() && possible != required {
            let by = CountRange::between(now.min() - at, now.max().map(|max| max - at));
            return Some(Shift { at, by, possible });
        }
    }
    None
}
