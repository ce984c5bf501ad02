//! The result of a determination, with its grounds.

use serde::ser::{SerializeMap, SerializeStruct};

use super::facts::{Known, incident_code};
use super::headroom::Headroom;
use super::rule::{self, DecisionRow, Reach, possible};
use super::{Exemption, Fact, Facts};
use crate::value::band::{Count, CountRange, HandlersBand, PopulationBand};
use crate::value::incident::Occurrence;
use crate::value::kind::{BodyKind, Obligation, ObligationSet};

/// The result of [`determine`](super::determine) (しきい値判断結果), with its grounds.
///
/// It says what is required, or what is still possible if a fact is open; which rows of the rule and which provisions are
/// the grounds; and how far each fact is from another result (余裕).
///
/// ```
/// use mynumber_pia::threshold::Fact;
/// use mynumber_pia::{Facts, Obligation, determine};
///
/// let known = Facts { population: Some("150000".parse()?), ..Facts::default() };
/// let open = determine(&known);
/// assert_eq!(open.required(), None);
/// assert!(open.possible().contains(Obligation::BasicItemAndAllItem));
/// assert!(open.open().eq([Fact::Handlers, Fact::SeriousIncident]));
///
/// let settled = determine(&Facts { handlers: Some("500人以上".parse()?), ..known });
/// assert_eq!(settled.required(), Some(Obligation::BasicItemAndAllItem));
/// # Ok::<(), mynumber_pia::value::band::CountError>(())
/// ```
///
///
/// Serde writes it as `{"required", "possible", "open", "grounds", "headroom"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Determination {
    facts: Facts,
    exemption: Option<Exemption>,
    body: Option<BodyKind>,
    /// Whether each row of the rule may apply.
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

    /// The same determination for a kind of body. Only the provision that rows 7 to 9 cite changes.
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

    /// The exemption that decides the result, if one was given.
    #[must_use]
    pub const fn exemption(&self) -> Option<Exemption> {
        self.exemption
    }

    /// The obligation, if the facts settle it; `None` if several are still [`possible`](Self::possible).
    #[must_use]
    pub const fn required(&self) -> Option<Obligation> {
        self.possible.single()
    }

    /// Every obligation that is still possible. There is always at least one; if the facts settle the result, there is
    /// exactly one.
    #[must_use]
    pub const fn possible(&self) -> ObligationSet {
        self.possible
    }

    /// Whether knowing this fact more exactly could change the set of possible obligations.
    ///
    /// A fact that is open but makes no difference (the handlers of an affair with 300,000 people) does not decide.
    #[must_use]
    pub const fn decides(&self, fact: Fact) -> bool {
        self.exemption.is_none() && Reach::of(&self.facts).decides(fact)
    }

    /// The open facts that decide, in the order of the form.
    pub fn open(&self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(|fact| self.decides(*fact))
    }

    /// Every ground in order: the rows of the rule, and within each row the facts that it reads. For an exempt affair,
    /// only the exemption.
    pub fn grounds(&self) -> impl Iterator<Item = Ground> + use<> {
        let Self { facts, exemption, body, rows, possible: _ } = *self;
        Grounds { facts, exemption, table: rule::rows(body), rows, row: 0, fact: 0 }
    }

    /// How far each fact is from changing the result. `None` if the result is not settled. For an exemption it is
    /// empty, because facts cannot change the result.
    #[must_use]
    pub const fn headroom(&self) -> Option<Headroom> {
        match (self.exemption, self.required()) {
            (Some(_), _) => Some(Headroom::NONE),
            (None, Some(required)) => Some(Headroom::of(&self.facts, required)),
            (None, None) => None,
        }
    }
}

/// An iterator over the grounds of a determination, in order.
struct Grounds {
    facts: Facts,
    exemption: Option<Exemption>,
    table: &'static [DecisionRow; 9],
    rows: [bool; 9],
    /// The indices of the next row and the next fact.
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

/// A reason why an obligation is required or possible (根拠).
///
/// Serde writes it as `{"fact", "read", "bound", "label", "min", "max", "row", "obligation", "source"}`, without `min`
/// and `max` for 重大事故. An exemption is written as `{"exemption", "label", "source"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The affair is exempt.
    Exemption(Exemption),
    /// A row of the rule that may apply, and one fact that it reads.
    Row {
        /// The row. It cites the provision for the kind of body if that was given.
        row: &'static DecisionRow,
        /// The fact, and what the row requires of it.
        reading: Reading,
    },
}

/// A fact, and the bound that a row of the rule sets for it.
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
        /// The answer that the row requires.
        answer: Occurrence,
    },
}

impl Reading {
    /// The fact that was read.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        match self {
            Self::Population { .. } => Fact::Population,
            Self::Handlers { .. } => Fact::Handlers,
            Self::SeriousIncident { .. } => Fact::SeriousIncident,
        }
    }

    /// The bound of the row, in the words of the form: 「1万人以上10万人未満」.
    #[must_use]
    pub const fn bound(&self) -> &'static str {
        match self {
            Self::Population { band, .. } => band.label(),
            Self::Handlers { band, .. } => band.label(),
            Self::SeriousIncident { answer, .. } => answer.label(),
        }
    }

    /// The bound as a range; `None` for 重大事故, which is not a count.
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

/// A list that is serialized from an iterator.
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
