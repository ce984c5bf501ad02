//! How far the facts are from another answer.

use super::rule::Reach;
use super::{Fact, Facts};
use crate::band::{CountRange, HandlersBand, PopulationBand};
use crate::kind::{Obligation, ObligationSet};

/// What would change a settled answer: one fact at a time, the others staying as they are.
///
/// ```
/// use mynumber_pia::threshold::{Facts, determine};
///
/// let facts = Facts { population: Some("62000".parse()?), handlers: Some("488".parse()?), serious_incident: Facts::read_incident("no")? };
/// let headroom = determine(&facts).headroom().unwrap();
/// let more = headroom.more_handlers.unwrap();
/// assert_eq!((more.at, more.by.min()), (500, 12)); // twelve more handlers would lift it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "余裕")]
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
#[doc(alias = "増減")]
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
    #[inline]
    pub(super) const fn of(facts: &Facts, reach: Reach, required: Obligation) -> Self {
        let required = ObligationSet::of(required);
        let people = Search {
            bands: &POPULATION,
            possible: &reach.possible_by_population(),
            now: reach.bands(Fact::Population),
            range: match facts.population {
                Some(count) => count.const_range(),
                None => CountRange::ANY,
            },
            required,
        };
        let handlers = Search {
            bands: &HANDLERS,
            possible: &[reach.with_band(Fact::Handlers, 0).possible(), reach.with_band(Fact::Handlers, 1).possible()],
            now: reach.bands(Fact::Handlers),
            range: match facts.handlers {
                Some(count) => count.const_range(),
                None => CountRange::ANY,
            },
            required,
        };
        let incident = match facts.serious_incident {
            Some(answer) => {
                let possible = reach.with_band(Fact::SeriousIncident, answer.opposite() as usize).possible();
                if possible.is(required) { None } else { Some(possible) }
            }
            None => None,
        };
        Self {
            more_people: people.more(),
            fewer_people: people.fewer(),
            more_handlers: handlers.more(),
            fewer_handlers: handlers.fewer(),
            incident,
        }
    }
}

const POPULATION: [CountRange; 5] = {
    let mut ranges = [CountRange::ANY; 5];
    let mut i = 0;
    while i < ranges.len() {
        ranges[i] = PopulationBand::ALL[i].range();
        i += 1;
    }
    ranges
};

const HANDLERS: [CountRange; 2] = [HandlersBand::ALL[0].range(), HandlersBand::ALL[1].range()];

/// Looks along the bands of one fact for the nearest one in which something else than what is required is possible.
struct Search<'a, const N: usize> {
    bands: &'static [CountRange; N],
    /// What is possible in each band.
    possible: &'a [ObligationSet; N],
    /// The bands that the fact may have, a bit each.
    now: u8,
    /// The counts that it may have.
    range: CountRange,
    required: ObligationSet,
}

impl<const N: usize> Search<'_, N> {
    /// The bands in which something else is possible, a bit each.
    #[inline]
    const fn others(&self) -> u8 {
        let mut others = 0;
        let mut i = 0;
        while i < N {
            others |= (!self.possible[i].is(self.required) as u8) << i;
            i += 1;
        }
        others
    }

    /// The first such band above those that the fact may have now.
    #[inline]
    const fn more(&self) -> Option<Shift> {
        let above = self.others() & (u8::MAX << (u8::BITS - 1 - self.now.leading_zeros()));
        if above == 0 {
            return None;
        }
        // A fact without an upper end may have the last band, and nothing lies above.
        let Some(max) = self.range.max() else { return None };
        let band = above.trailing_zeros() as usize;
        let at = self.bands[band].min();
        let by = CountRange::between(at - max, Some(at - self.range.min()));
        Some(Shift { at, by, possible: self.possible[band] })
    }

    /// The first such band below them.
    #[inline]
    const fn fewer(&self) -> Option<Shift> {
        let below = self.others() & ((1 << self.now.trailing_zeros()) - 1);
        if below == 0 {
            return None;
        }
        let band = (u8::BITS - 1 - below.leading_zeros()) as usize;
        // A band with another above it has an upper end.
        let Some(at) = self.bands[band].max() else { return None };
        let most = match self.range.max() {
            Some(max) => Some(max - at),
            None => None,
        };
        Some(Shift { at, by: CountRange::between(self.range.min() - at, most), possible: self.possible[band] })
    }
}
