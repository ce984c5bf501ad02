//! What must be done because something happens to the affair of the open documents.

use core::str::FromStr;

use chrono::NaiveDate;
use mynumber_pia::Facts;
use mynumber_pia::affair::{Dossier, Happening, HappeningKind, Plan, Register, System, plan as plan_of};
use mynumber_pia::change::difference;
use mynumber_pia::value::band::{Count, CountError, HandlersBand, PopulationBand};
use mynumber_pia::value::incident::SeriousIncident;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::value::text::Text;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::editor::Opened;
use crate::fault::{Fault, reply};
use crate::field::{Field, day, form_date};
use crate::request::{Building, Happens};
use crate::words::{self, InWords, Labels, Question};

#[derive(Serialize)]
pub(crate) struct Planned<'p> {
    plan: &'p Plan<'p>,
    /// Each step of the plan in words.
    steps: Vec<InWords>,
    /// Each question of the plan in words.
    questions: Vec<Question>,
    as_of: String,
    english: Labels,
}

impl<'p> Planned<'p> {
    pub(crate) fn new(plan: &'p Plan<'p>, happening: HappeningKind, system: System, as_of: NaiveDate) -> Self {
        Self {
            steps: plan.steps.iter().map(|step| InWords::new(step, happening, system)).collect(),
            questions: plan.questions.iter().map(|question| Question::new(question)).collect(),
            english: words::of_plan(plan),
            as_of: as_of.to_string(),
            plan,
        }
    }
}

/// A register of nothing but the kind of the body, for the plan of the papers.
pub(crate) fn register_of(open: &[&Opened], body: Option<BodyKind>) -> Option<Register> {
    let named = open.iter().find_map(|one| one.document.cover.body.given()).cloned();
    let name = named.or_else(|| Text::new("（評価実施機関名なし）").ok());
    body.zip(name).map(|(kind, name)| Register { kind: Some(kind), ..Register::new(name) })
}

const ON: Field = Field::new("on", "契機の日", "day of the event");
const KNOWN: Field = Field::new("known", "知った日", "day on which it became known");
const SYSTEM: Field = Field::new("system", "システムの構築を始める日", "day on which building of the system begins");
const POPULATION: Field = Field::new("population", "対象人数", "number of people");
const HANDLERS: Field = Field::new("handlers", "取扱者数", "number of handlers");

/// The numbers of the facts, whatever they are.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Numbers<'r> {
    #[serde(borrow)]
    population: Option<&'r RawValue>,
    #[serde(borrow)]
    handlers: Option<&'r RawValue>,
}

/// Why a number cannot be read, if it is a text.
fn unread<T: FromStr<Err = CountError>>(number: Option<&RawValue>) -> Option<CountError> {
    serde_json::from_str::<String>(number?.get()).ok()?.parse::<T>().err()
}

/// Reads the facts. Of a number that cannot be read, the error is in both languages.
pub(crate) fn facts(given: &RawValue) -> Result<Facts, Fault> {
    serde_json::from_str(given.get()).map_err(|error| {
        let Numbers { population, handlers } = serde_json::from_str(given.get()).unwrap_or_default();
        let population = unread::<Count<PopulationBand>>(population).map(|error| (POPULATION, error));
        let found = population.or_else(|| Some((HANDLERS, unread::<Count<HandlersBand>>(handlers)?)));
        found.map_or_else(
            || Fault::not_json(&error, given.get()),
            |(field, error)| Fault::of(field, |language| error.text(language)),
        )
    })
}

fn maybe_facts(given: Option<&RawValue>) -> Result<Option<Facts>, Fault> {
    given.map(facts).transpose()
}

impl Happens<'_> {
    /// The document that the event is about.
    pub(crate) fn document(&self) -> Option<u32> {
        match self {
            Self::Change { new, .. } => Some(*new),
            Self::Hold { .. } | Self::Facts { .. } | Self::Incident { .. } | Self::End { .. } => None,
        }
    }
}

fn system(building: &Building) -> Result<System, Fault> {
    Ok(match building {
        Building::NotKnown => System::NotKnown,
        Building::None => System::None,
        Building::From(text) => System::From(day(SYSTEM, text)?),
    })
}

pub(crate) fn on(text: Option<&String>) -> Result<Option<NaiveDate>, Fault> {
    text.map(|text| day(ON, text)).transpose()
}

/// The plan for an event. Of a change, `new` is the new version of one of the documents. Without the kind of the body, it has the steps
/// of both kinds.
pub(crate) fn plan(
    open: &[&Opened],
    new: Option<&Opened>,
    as_of: NaiveDate,
    body: Option<BodyKind>,
    happens: &Happens<'_>,
) -> Result<String, Fault> {
    let register = register_of(open, body);
    let dossier = Dossier::of_papers(open.iter().map(|one| &one.document), None, register.as_ref());
    let edits = match new {
        Some(new) => {
            let kind = new.document.kind();
            let old = dossier.current(kind, as_of).or_else(|| dossier.latest(kind));
            old.map(|old| difference(old.document, &new.document)).into_iter().collect()
        }
        None => Vec::new(),
    };
    if let Some(mismatch) = edits.iter().find_map(mynumber_pia::change::Difference::mismatch) {
        return Err(Fault::request(
            format!("比較できない：{}", mismatch.label()),
            format!("the versions cannot be compared: {}", mismatch.code()),
        ));
    }
    let happening = match happens {
        Happens::Hold { on, system, facts, is_urgent } => Happening::Hold {
            on: self::on(on.as_ref())?,
            system: self::system(system)?,
            facts: maybe_facts(*facts)?,
            is_urgent: *is_urgent,
        },
        Happens::Change { new: _, on, system, facts, is_urgent, is_minor } => Happening::Change {
            edits: &edits,
            on: self::on(on.as_ref())?,
            system: self::system(system)?,
            facts: maybe_facts(*facts)?,
            is_urgent: *is_urgent,
            is_minor: *is_minor,
        },
        Happens::Facts { facts, on } => Happening::Facts { facts: self::facts(facts)?, on: self::on(on.as_ref())? },
        Happens::Incident { incident } => {
            let known = incident.known.as_deref().map(|text| form_date(KNOWN, text)).transpose()?;
            let incident = SeriousIncident { date: form_date(ON, &incident.date)?, known, scope: incident.scope };
            Happening::Incident { incident }
        }
        Happens::End { on } => Happening::End { on: day(ON, on)? },
    };
    let plan = plan_of(&dossier, &happening, as_of);
    let system = match happens {
        Happens::Hold { system, .. } | Happens::Change { system, .. } => self::system(system)?,
        Happens::Facts { .. } | Happens::Incident { .. } | Happens::End { .. } => System::NotKnown,
    };
    Ok(reply(&Planned::new(&plan, happening.kind(), system, as_of)))
}
