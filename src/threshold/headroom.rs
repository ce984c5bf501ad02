//! How far the facts are from another result.

use super::Facts;
use super::rule::Reach;
use crate::value::band::{CountRange, HandlersBand, PopulationBand};
use crate::value::kind::{Obligation, ObligationSet};

/// What would change a settled result (余裕): one fact at a time, while the others stay as they are.
///
/// ```
/// use mynumber_pia::{Facts, determine};
///
/// let facts = Facts { population: Some("62000".parse()?), handlers: Some("488".parse()?), serious_incident: Facts::read_incident("no")? };
/// let headroom = determine(&facts).headroom().unwrap();
/// let more = headroom.more_handlers.unwrap();
/// assert_eq!((more.at, more.by.min()), (500, 12)); // twelve more handlers would lift it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
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

/// `{"at", "by": {"min", "max"}, "possible"}`
impl serde::Serialize for Shift {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct By {
            min: u32,
            max: Option<u32>,
        }
        #[derive(serde::Serialize)]
        struct Fields {
            at: u32,
            by: By,
            possible: ObligationSet,
        }
        let Self { at, by, possible } = *self;
        Fields { at, by: By { min: by.min(), max: by.max() }, possible }.serialize(serializer)
    }
}

impl Headroom {
    /// No change of the facts would change the result.
    pub(super) const NONE: Self =
        Self { more_people: None, fewer_people: None, more_handlers: None, fewer_handlers: None, incident: None };

    /// The headroom of facts whose result is `required`.
    pub(super) const fn of(facts: &Facts, required: Obligation) -> Self {
        let (reach, required) = (Reach::of(facts), ObligationSet::of(required));
        let people = {
            let (mut bands, mut i) = ([(CountRange::ANY, required); 5], 0);
            while i < bands.len() {
                let range = PopulationBand::ALL[i].range();
                bands[i] = (range, Reach { population: range, ..reach }.possible());
                i += 1;
            }
            bands
        };
        let handlers = {
            let (mut bands, mut i) = ([(CountRange::ANY, required); 2], 0);
            while i < bands.len() {
                let range = HandlersBand::ALL[i].range();
                bands[i] = (range, Reach { handlers: range, ..reach }.possible());
                i += 1;
            }
            bands
        };
        let incident = match facts.serious_incident {
            Some(answer) => {
                let possible = reach.with_incident(answer.opposite()).possible();
                if possible.is(required) { None } else { Some(possible) }
            }
            None => None,
        };
        Self {
            more_people: more(&people, reach.population, required),
            fewer_people: fewer(&people, reach.population, required),
            more_handlers: more(&handlers, reach.handlers, required),
            fewer_handlers: fewer(&handlers, reach.handlers, required),
            incident,
        }
    }
}

/// The first band above the fact in which another result is possible.
const fn more(bands: &[(CountRange, ObligationSet)], now: CountRange, required: ObligationSet) -> Option<Shift> {
    // A fact without an upper end may already be in the last band.
    let Some(max) = now.max() else { return None };
    let mut i = 0;
    while i < bands.len() {
        let (range, possible) = bands[i];
        let at = range.min();
        if at > max && !possible.is(required) {
            return Some(Shift { at, by: CountRange::between(at - max, Some(at - now.min())), possible });
        }
        i += 1;
    }
    None
}

/// The last band below the fact in which another result is possible.
const fn fewer(bands: &[(CountRange, ObligationSet)], now: CountRange, required: ObligationSet) -> Option<Shift> {
    let mut i = bands.len();
    while i > 0 {
        i -= 1;
        let (range, possible) = bands[i];
        if let Some(at) = range.max()
            && at < now.min()
            && !possible.is(required)
        {
            let most = match now.max() {
                Some(max) => Some(max - at),
                None => None,
            };
            return Some(Shift { at, by: CountRange::between(now.min() - at, most), possible });
        }
    }
    None
}
