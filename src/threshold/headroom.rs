//! How far the facts are from another answer.

use super::Facts;
use super::rule::Reach;
use crate::value::band::{CountRange, HandlersBand, PopulationBand};
use crate::value::kind::{Obligation, ObligationSet};

/// What would change a settled answer: one fact at a time, the others staying as they are.
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
    /// The fewest additional people that change it.
    pub more_people: Option<Shift>,
    /// The fewest people less that change it.
    pub fewer_people: Option<Shift>,
    /// The fewest additional handlers that change it.
    pub more_handlers: Option<Shift>,
    /// The fewest handlers less that change it.
    pub fewer_handlers: Option<Shift>,
    /// What becomes possible with an incident where there was none, or without the one there was. `None` where it
    /// would change nothing, or the fact is open.
    pub incident: Option<ObligationSet>,
}

/// A change of a count that changes the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    /// The nearest count at which another obligation is possible.
    pub at: u32,
    /// How many people more or fewer that is. Exact where the count is; of a band or range, from the nearest of its
    /// counts to the farthest.
    pub by: CountRange,
    /// What is possible at that count. Several obligations where another fact is open.
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
    /// Nothing in the facts would change it.
    pub(super) const NONE: Self =
        Self { more_people: None, fewer_people: None, more_handlers: None, fewer_handlers: None, incident: None };

    /// The headroom of facts that settle on `required`.
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

/// The first band above what the fact may be in which something else is possible.
const fn more(bands: &[(CountRange, ObligationSet)], now: CountRange, required: ObligationSet) -> Option<Shift> {
    // A fact without an upper end may be in the last band: nothing is above.
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

/// The last such band below it.
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
