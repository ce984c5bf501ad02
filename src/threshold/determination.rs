//! The result of a determination, with its grounds.

use alloc::string::String;
use alloc::vec::Vec;

use super::facts::written;
use super::headroom::{Ends, Headroom};
use super::rule::{self, DecisionRow};
use super::{Exemption, Fact, Facts};
use crate::value::answer::Answer;
use crate::value::band::{Count, HandlersBand, PopulationBand};
use crate::value::incident::Occurrence;
use crate::value::kind::{BodyKind, Obligation, ObligationSet};
use crate::value::source::Source;

/// The result of [`determine`](super::determine) (しきい値判断結果), with its grounds.
///
/// It says what is required, or what is still possible if a fact is open; which rows of the rule and which provisions are
/// the grounds; and how far each fact is from another result (結果が変わるまでの差).
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
/// Serde writes it as `{"required", "required_label", "possible", "possible_labels", "open", "open_labels", "grounds",
/// "headroom"}`, with `"inapplicable"` if an exemption was given that cannot apply: each code has its Japanese label beside it.
/// `grounds` lists every fact that a row reads as `{"fact", "fact_label", "read", "read_label", "bound", "label", "min", "max", "row",
/// "obligation", "obligation_label", "source"}`, without `min` and `max` for 重大事故, and an exemption as `{"exemption", "label", "source"}`. `label` is that of the bound
/// or of the exemption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Determination {
    facts: Facts,
    exemption: Option<Exemption>,
    body: Option<BodyKind>,
    /// An exemption that was given and cannot apply to the kind of body.
    inapplicable: Option<Exemption>,
    /// Whether each row of the rule may apply.
    rows: [bool; 9],
    possible: ObligationSet,
}

impl Determination {
    pub(super) fn of_facts(facts: Facts) -> Self {
        let (rows, possible) = (rule::rows(&facts), rule::possible(&facts));
        Self { facts, exemption: None, body: None, inapplicable: None, rows, possible }
    }

    pub(super) fn exempt(facts: Facts, exemption: Exemption) -> Self {
        let possible = ObligationSet::of(Obligation::NotRequired);
        Self { facts, exemption: Some(exemption), body: None, inapplicable: None, rows: [false; 9], possible }
    }

    /// The same determination for a kind of body. The provision that rows 7 to 9 cite changes, and how certain an exemption is.
    /// An exemption that [cannot apply](Exemption::can_apply_to) to the kind of body exempts nothing: the facts decide, and
    /// [`inapplicable`](Self::inapplicable) is the exemption.
    ///
    /// ```
    /// use mynumber_pia::threshold::{Facts, Ground, determine};
    /// use mynumber_pia::value::kind::BodyKind;
    ///
    /// let facts = Facts { population: Some("300000".parse()?), ..Facts::default() };
    /// let determination = determine(&facts).for_body(BodyKind::LocalGovernment);
    /// let Some(Ground::Row { row, .. }) = determination.grounds().next() else { unreachable!() };
    /// assert_eq!(row.source.citation, "規則第5条第1項、第7条第1項");
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[must_use]
    pub fn for_body(self, body: BodyKind) -> Self {
        match self.exemption {
            Some(exemption) if !exemption.can_apply_to(body) => {
                Self { body: Some(body), inapplicable: Some(exemption), ..Self::of_facts(self.facts) }
            }
            Some(_) | None => Self { body: Some(body), ..self },
        }
    }

    /// The exemption that was given and cannot apply to the kind of body (当たらない適用除外).
    #[doc(alias = "当たらない適用除外")]
    #[must_use]
    pub fn inapplicable(&self) -> Option<Exemption> {
        self.inapplicable
    }

    /// The kind of body, if it was given.
    #[must_use]
    pub fn body(&self) -> Option<BodyKind> {
        self.body
    }

    /// The facts that were read.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The exemption that decides the result, if one was given.
    #[must_use]
    pub fn exemption(&self) -> Option<Exemption> {
        self.exemption
    }

    /// The obligation, if the facts settle it; `None` if several are still [`possible`](Self::possible).
    #[must_use]
    pub fn required(&self) -> Option<Obligation> {
        self.possible.single()
    }

    /// Every obligation that is still possible. There is always at least one; if the facts settle the result, there is
    /// exactly one.
    #[must_use]
    pub fn possible(&self) -> ObligationSet {
        self.possible
    }

    /// Whether knowing this fact more exactly could change the set of possible obligations.
    ///
    /// A fact that is open but makes no difference (the handlers of an affair with 300,000 people) does not decide.
    #[must_use]
    pub fn decides(&self, fact: Fact) -> bool {
        self.exemption.is_none() && rule::decides(fact, &self.facts)
    }

    /// The open facts that decide, in the order of the form.
    pub fn open(&self) -> impl Iterator<Item = Fact> {
        Fact::ALL.iter().copied().filter(|fact| self.decides(*fact))
    }

    /// The grounds: every row of the table that may apply, in order. For an exempt affair, only the exemption.
    pub fn grounds(&self) -> impl Iterator<Item = Ground> + use<> {
        let Self { facts, exemption, body, inapplicable: _, rows, possible: _ } = *self;
        let rows = rule::table_of(body).iter().zip(rows).filter(|(_, may_apply)| *may_apply);
        exemption
            .map(|exemption| Ground::Exemption(exemption, body))
            .into_iter()
            .chain(rows.map(move |(row, _)| Ground::Row { row, facts }))
    }

    /// How far each fact is from changing the result. `None` if the result is not settled. For an exemption it is
    /// empty, because facts cannot change the result.
    #[must_use]
    pub fn headroom(&self) -> Option<Headroom> {
        match (self.exemption, self.required()) {
            (Some(_), _) => Some(Headroom::NONE),
            (None, Some(required)) => Some(Headroom::of(&self.facts, required)),
            (None, None) => None,
        }
    }
}

/// A reason why an obligation is required or possible (根拠): an exemption, or a row of the decision table.
///
/// ```
/// use mynumber_pia::threshold::{Fact, Ground};
/// use mynumber_pia::{Facts, determine};
///
/// let facts = Facts { population: Some("62,000".parse()?), handlers: Some("500".parse()?), ..Facts::default() };
/// let ground = determine(&facts).grounds().next().unwrap();
/// let Ground::Row { row, .. } = ground else { unreachable!() };
/// assert_eq!((row.number, row.source.citation), (5, "規則第5条第1項、第6条第1項第1号"));
/// // This row does not depend on incidents.
/// assert!(ground.criteria().map(|criterion| criterion.fact()).eq([Fact::Population, Fact::Handlers]));
/// # Ok::<(), mynumber_pia::value::band::CountError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The affair is exempt. The kind of body decides how certain its [source](Exemption::source_for) is.
    Exemption(Exemption, Option<BodyKind>),
    /// A row that may apply.
    Row {
        /// The row. It cites the provision for the kind of body if that was given.
        row: &'static DecisionRow,
        /// The facts of the determination.
        facts: Facts,
    },
}

impl Ground {
    /// The facts that the row reads, in the order of the form. An exemption reads none.
    pub fn criteria(&self) -> impl Iterator<Item = Criterion> + use<> {
        let criteria = match *self {
            Self::Exemption(..) => [None; 3],
            Self::Row { row, facts: Facts { population, handlers, serious_incident } } => [
                Some(Criterion::Population { count: population, band: row.population }),
                row.handlers.map(|band| Criterion::Handlers { count: handlers, band }),
                row.serious_incident.map(|answer| Criterion::SeriousIncident { known: serious_incident, answer }),
            ],
        };
        criteria.into_iter().flatten()
    }
}

/// A fact, and the bound that a row of the rule sets for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Criterion {
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

impl Criterion {
    /// The fact that was read.
    #[must_use]
    pub fn fact(&self) -> Fact {
        match self {
            Self::Population { .. } => Fact::Population,
            Self::Handlers { .. } => Fact::Handlers,
            Self::SeriousIncident { .. } => Fact::SeriousIncident,
        }
    }

    /// The bound of the row, in the words of the form: 「1万人以上10万人未満」.
    #[must_use]
    pub fn bound(&self) -> &'static str {
        match self {
            Self::Population { band, .. } => band.label(),
            Self::Handlers { band, .. } => band.label(),
            Self::SeriousIncident { answer, .. } => answer.label(),
        }
    }
}

impl serde::Serialize for Determination {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields {
            required: Option<Obligation>,
            required_label: Option<&'static str>,
            possible: ObligationSet,
            possible_labels: Vec<&'static str>,
            open: Vec<Fact>,
            open_labels: Vec<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            inapplicable: Option<Exemption>,
            grounds: Vec<Entry>,
            headroom: Option<Headroom>,
        }
        let mut grounds = Vec::new();
        for ground in self.grounds() {
            match ground {
                Ground::Exemption(exemption, body) => {
                    let (label, source) = (exemption.label(), exemption.source_for(body));
                    grounds.push(Entry::Exemption { exemption, label, source });
                }
                Ground::Row { row, facts } => {
                    grounds.extend(ground.criteria().map(|criterion| Entry::of(row, &facts, criterion)));
                }
            }
        }
        let (required, possible) = (self.required(), self.possible);
        Fields {
            required,
            required_label: required.map(Obligation::label),
            possible,
            possible_labels: possible.labels(),
            open: self.open().collect(),
            open_labels: self.open().map(Fact::label).collect(),
            inapplicable: self.inapplicable,
            grounds,
            headroom: self.headroom(),
        }
        .serialize(serializer)
    }
}

/// An entry of `grounds` in JSON: an exemption, or one fact that a row reads.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Entry {
    Exemption {
        exemption: Exemption,
        label: &'static str,
        source: Source,
    },
    Criterion {
        fact: Fact,
        fact_label: &'static str,
        read: Read,
        read_label: String,
        bound: &'static str,
        label: &'static str,
        #[serde(flatten)]
        ends: Option<Ends>,
        row: u8,
        obligation: Obligation,
        obligation_label: &'static str,
        source: Source,
    },
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Read {
    Population(Answer<Count<PopulationBand>>),
    Handlers(Answer<Count<HandlersBand>>),
    SeriousIncident(Answer<Occurrence>),
}

impl Entry {
    fn of(row: &DecisionRow, facts: &Facts, criterion: Criterion) -> Self {
        let (read, bound, range) = match criterion {
            Criterion::Population { count, band } => {
                (Read::Population(written(count)), band.code(), Some(band.range()))
            }
            Criterion::Handlers { count, band } => (Read::Handlers(written(count)), band.code(), Some(band.range())),
            Criterion::SeriousIncident { known, answer } => {
                (Read::SeriousIncident(written(known)), answer.code(), None)
            }
        };
        Self::Criterion {
            fact: criterion.fact(),
            fact_label: criterion.fact().label(),
            read,
            read_label: facts.known(criterion.fact()),
            bound,
            label: criterion.bound(),
            ends: range.map(Ends::from),
            row: row.number,
            obligation: row.obligation,
            obligation_label: row.obligation.label(),
            source: row.source,
        }
    }
}
