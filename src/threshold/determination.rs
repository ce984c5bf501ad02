//! What a determination says, and why.

use serde::ser::{SerializeMap, SerializeStruct};

use super::facts::{Known, incident_code};
use super::headroom::Headroom;
use super::rule::{self, DecisionRow, Reach, possible};
use super::{Exemption, Fact, Facts};
use crate::value::band::{Count, CountRange, HandlersBand, PopulationBand};
use crate::value::incident::Occurrence;
use crate::value::kind::{BodyKind, Obligation, ObligationSet};

/// The answer of [`determine`](super::determine): what is required or still possible, every ground, and how far the
/// facts are from another answer.
///
/// Written as `{"required", "possible", "open", "grounds", "headroom"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Determination {
    facts: Facts,
    exemption: Option<Exemption>,
    body: Option<BodyKind>,
    /// For each row of the rule whether it may hold.
    rows: [bool; 9],
    possible: ObligationSet,
}

impl Determination {
    pub(super) const fn of_facts(facts: Facts) -> Self {
        let rows = Reach::of(&facts).rows();
        Self { facts, exemption: None, body: None, rows, possible: possible(&rows) }
    }

    pub(super) const fn exempt(facts: Facts, exemption: Exemption) -> Self {
        let possible = ObligationSet::of(Obligation::None);
        Self { facts, exemption: Some(exemption), body: None, rows: [false; 9], possible }
    }

    /// The same determination for a kind of body: nothing changes but the provision that rows 7 to 9 cite.
    ///
    /// ```
    /// use mynumber_pia::threshold::{Facts, Ground, determine};
    /// use mynumber_pia::value::kind::BodyKind;
    ///
    /// let facts = Facts { population: Some("300000".parse()?), ..Facts::default() };
    /// let determination = determine(&facts).for_body(BodyKind::LocalGovernment);
    /// let Some(Ground::Row { row, .. }) = determination.grounds().next() else { unreachable!() };
    /// assert_eq!(row.source.citation, "規則第7条第1項");
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[must_use]
    pub const fn for_body(self, body: BodyKind) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The kind of body, if it was given.
    #[must_use]
    pub const fn body(&self) -> Option<BodyKind> {
        self.body
    }

    /// The facts that were read.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The exemption that settles it, if one was given.
    #[must_use]
    pub const fn exemption(&self) -> Option<Exemption> {
        self.exemption
    }

    /// What is required, where the facts settle it; `None` where several obligations are still
    /// [`possible`](Self::possible).
    #[must_use]
    pub const fn required(&self) -> Option<Obligation> {
        self.possible.single()
    }

    /// Every obligation that is still possible: one where it is settled, never none.
    #[must_use]
    pub const fn possible(&self) -> ObligationSet {
        self.possible
    }

    /// Whether knowing this fact better could change the set of possible obligations: it is open, and it decides.
    ///
    /// A fact that is open but makes no difference (the handlers of 300,000 people) does not decide.
    #[must_use]
    pub const fn decides(&self, fact: Fact) -> bool {
        self.exemption.is_none() && Reach::of(&self.facts).decides(fact)
    }

    /// The open facts that decide, in order.
    pub fn open(&self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(|fact| self.decides(*fact))
    }

    /// Every ground in order: row by row of the rule, and in each row the facts that it reads. Or the exemption.
    pub fn grounds(&self) -> impl Iterator<Item = Ground> + use<> {
        let Self { facts, exemption, body, rows, possible: _ } = *self;
        Grounds { facts, exemption, table: rule::rows(body), rows, row: 0, fact: 0 }
    }

    /// How far each fact is from changing the answer; `None` while the answer is not settled, and nothing to be
    /// changed by facts in an exemption.
    #[must_use]
    pub const fn headroom(&self) -> Option<Headroom> {
        match (self.exemption, self.required()) {
            (Some(_), _) => Some(Headroom::NONE),
            (None, Some(required)) => Some(Headroom::of(&self.facts, required)),
            (None, None) => None,
        }
    }
}

/// The grounds of a determination, in order.
struct Grounds {
    facts: Facts,
    exemption: Option<Exemption>,
    table: &'static [DecisionRow; 9],
    rows: [bool; 9],
    /// The row and the fact that come next, by their indices.
    row: usize,
    fact: usize,
}

impl Iterator for Grounds {
    type Item = Ground;

    fn next(&mut self) -> Option<Ground> {
        if let Some(exemption) = self.exemption.take() {
            return Some(Ground::Exemption(exemption));
        }
        while let (Some(row), Some(may_hold)) = (self.table.get(self.row), self.rows.get(self.row)) {
            let fact = Fact::ALL.get(self.fact).filter(|_| *may_hold);
            (self.row, self.fact) = if fact.is_some() { (self.row, self.fact + 1) } else { (self.row + 1, 0) };
            let Facts { population, handlers, serious_incident } = self.facts;
            let reading = match fact {
                Some(Fact::Population) => Some(Reading::Population { count: population, band: row.population }),
                Some(Fact::Handlers) => row.handlers.map(|band| Reading::Handlers { count: handlers, band }),
                Some(Fact::SeriousIncident) => {
                    let known = serious_incident;
                    row.serious_incident.map(|answer| Reading::SeriousIncident { known, answer })
                }
                None => None,
            };
            if let Some(reading) = reading {
                return Some(Ground::Row { row, reading });
            }
        }
        None
    }
}

/// One reason for what is required or possible.
///
/// Written as `{"fact", "read", "bound", "label", "min", "max", "row", "obligation", "source"}`, without `min` and `max`
/// for 重大事故; an exemption as `{"exemption", "label", "source"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The affair is exempt.
    Exemption(Exemption),
    /// A row of the rule may hold, because of this fact.
    Row {
        /// The row, which cites the provision for the kind of body if that was given.
        row: &'static DecisionRow,
        /// The fact, and what the row asks of it.
        reading: Reading,
    },
}

/// A fact as it was read, beside what a row of the rule asks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// 対象人数.
    Population {
        /// What is known.
        count: Option<Count<PopulationBand>>,
        /// The bound of the row.
        band: PopulationBand,
    },
    /// 取扱者数.
    Handlers {
        /// What is known.
        count: Option<Count<HandlersBand>>,
        /// The bound of the row.
        band: HandlersBand,
    },
    /// 重大事故.
    SeriousIncident {
        /// What is known.
        known: Option<Occurrence>,
        /// What the row asks for.
        answer: Occurrence,
    },
}

impl Reading {
    /// Which fact it is.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        match self {
            Self::Population { .. } => Fact::Population,
            Self::Handlers { .. } => Fact::Handlers,
            Self::SeriousIncident { .. } => Fact::SeriousIncident,
        }
    }

    /// The bound that the row asks for, in the words of the form: 「1万人以上10万人未満」.
    #[must_use]
    pub const fn bound(&self) -> &'static str {
        match self {
            Self::Population { band, .. } => band.label(),
            Self::Handlers { band, .. } => band.label(),
            Self::SeriousIncident { answer, .. } => answer.label(),
        }
    }

    /// The bound as counts; `None` for 重大事故, which is not counted.
    #[must_use]
    pub const fn bound_range(&self) -> Option<CountRange> {
        match self {
            Self::Population { band, .. } => Some(band.range()),
            Self::Handlers { band, .. } => Some(band.range()),
            Self::SeriousIncident { .. } => None,
        }
    }
}

impl serde::Serialize for Determination {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Determination", 5)?;
        fields.serialize_field("required", &self.required())?;
        fields.serialize_field("possible", &self.possible)?;
        fields.serialize_field("open", &Seq(|| self.open()))?;
        fields.serialize_field("grounds", &Seq(|| self.grounds()))?;
        fields.serialize_field("headroom", &self.headroom())?;
        fields.end()
    }
}

/// An iterator, written as a list.
struct Seq<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: serde::Serialize>> serde::Serialize for Seq<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl serde::Serialize for Ground {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        match self {
            Self::Exemption(exemption) => {
                fields.serialize_entry("exemption", exemption)?;
                fields.serialize_entry("label", exemption.label())?;
                fields.serialize_entry("source", &exemption.source())?;
            }
            Self::Row { row, reading } => {
                fields.serialize_entry("fact", &reading.fact())?;
                match reading {
                    Reading::Population { count, band } => {
                        fields.serialize_entry("read", &Known(*count))?;
                        fields.serialize_entry("bound", band)?;
                    }
                    Reading::Handlers { count, band } => {
                        fields.serialize_entry("read", &Known(*count))?;
                        fields.serialize_entry("bound", band)?;
                    }
                    Reading::SeriousIncident { known, answer } => {
                        fields.serialize_entry("read", incident_code(*known))?;
                        fields.serialize_entry("bound", answer)?;
                    }
                }
                fields.serialize_entry("label", reading.bound())?;
                if let Some(range) = reading.bound_range() {
                    fields.serialize_entry("min", &range.min())?;
                    fields.serialize_entry("max", &range.max())?;
                }
                fields.serialize_entry("row", &row.number)?;
                fields.serialize_entry("obligation", &row.obligation)?;
                fields.serialize_entry("source", &row.source)?;
            }
        }
        fields.end()
    }
}
