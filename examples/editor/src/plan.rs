//! What must be done because something happens to the affair of the open documents.

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::affair::{Dossier, Happening, Plan, Register, System, plan as plan_of};
use mynumber_pia::change::difference;
use mynumber_pia::law::duty::OpenQuestion;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::value::text::Text;
use serde::Serialize;

use crate::editor::{Opened, day};
use crate::fault::{Fault, reply};
use crate::request::{Building, Happens};

#[derive(Serialize)]
struct Planned<'p> {
    plan: &'p Plan<'p>,
    /// Each step of the plan in words.
    steps: Vec<InWords>,
    /// Each question of the plan in words.
    questions: Vec<Question>,
}

#[derive(Serialize)]
struct InWords {
    ja: String,
    en: String,
}

#[derive(Serialize)]
struct Question {
    ja: Asked,
    en: Asked,
}

#[derive(Serialize)]
struct Asked {
    text: &'static str,
    readings: [&'static str; 2],
    avoided_by: Option<&'static str>,
}

impl Asked {
    fn new(question: &OpenQuestion, language: Language) -> Self {
        Self {
            text: question.text(language),
            readings: question.readings(language),
            avoided_by: question.avoided_by(language),
        }
    }
}

impl Happens {
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
        Building::From(text) => System::From(day("system", text)?),
    })
}

fn on(text: Option<&String>) -> Result<Option<NaiveDate>, Fault> {
    text.map(|text| day("on", text)).transpose()
}

/// The plan for an event. Of a change, `new` is the new version of one of the documents. Without the kind of the body, it has the steps
/// of both kinds.
pub(crate) fn plan(
    open: &[&Opened],
    new: Option<&Opened>,
    as_of: NaiveDate,
    body: Option<BodyKind>,
    happens: &Happens,
) -> Result<String, Fault> {
    // A register of nothing but the kind of the body.
    let named = open.iter().find_map(|one| one.document.cover.body.given()).cloned();
    let name = named.or_else(|| Text::new("（評価実施機関名なし）").ok());
    let register = body.zip(name).map(|(kind, name)| Register { kind: Some(kind), ..Register::new(name) });
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
            facts: *facts,
            is_urgent: *is_urgent,
        },
        Happens::Change { new: _, on, system, facts, is_urgent, is_minor } => Happening::Change {
            edits: &edits,
            on: self::on(on.as_ref())?,
            system: self::system(system)?,
            facts: *facts,
            is_urgent: *is_urgent,
            is_minor: *is_minor,
        },
        Happens::Facts { facts, on } => Happening::Facts { facts: *facts, on: self::on(on.as_ref())? },
        Happens::Incident { incident } => Happening::Incident { incident: *incident },
        Happens::End { on } => Happening::End { on: day("on", on)? },
    };
    let plan = plan_of(&dossier, &happening, as_of);
    let steps = plan.steps.iter();
    let steps = steps.map(|step| InWords { ja: step.text(Language::Japanese), en: step.text(Language::English) });
    let questions = plan.questions.iter().map(|question| Question {
        ja: Asked::new(question, Language::Japanese),
        en: Asked::new(question, Language::English),
    });
    Ok(reply(&Planned { plan: &plan, steps: steps.collect(), questions: questions.collect() }))
}
