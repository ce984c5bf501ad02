//! Advice that erred once: situations, what the law asks for in them, and what must not be said. The table was written from the law.

use std::fmt::Write as _;

use crate::papers::{AS_OF, day, paper, put};
use mynumber_pia::affair::{Dossier, Happening, Plan, Reading, Register, Step, System, calendar, plan};
use mynumber_pia::change::difference;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::incident::SeriousIncident;
use mynumber_pia::{Assessment, Language};
use serde_json::{Value, json};

use crate::support::tsv;

fn document(fields: &Value) -> Assessment {
    let text = |key: &str| fields[key].as_str().unwrap();
    paper(text("kind"), text("population"), fields)
}

fn register(fields: &Value) -> Register {
    let mut json = json!({"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government",
        "affairs": [{"number": "5", "name": "介護保険に関する事務"}]});
    for (key, value) in fields.as_object().unwrap() {
        match key.as_str() {
            "affair" => put(&mut json["affairs"][0], value),
            _ => json[key] = value.clone(),
        }
    }
    serde_json::from_value(json).unwrap()
}

fn facts(event: &Value) -> Option<Facts> {
    event.get("facts").map(|facts| serde_json::from_value(facts.clone()).unwrap())
}

/// Everything that a step says.
fn of_step(step: &Step<'_>, before: Option<&Step<'_>>) -> String {
    let json = serde_json::to_value(step).unwrap();
    let follows = before.map_or_else(String::new, |before| format!(" ← {}", before.action_text(Language::Japanese)));
    let question = json["question"]["text"].as_str().unwrap_or_default();
    let actor = step.actor.label();
    format!("{}{follows} \"force\":{} 行う者: {actor} {question}\n", step.text(Language::Japanese), json["force"])
}

/// Everything that a plan says.
fn of_plan(plan: &Plan<'_>) -> String {
    let json = serde_json::to_value(plan).unwrap();
    let mut said = String::new();
    for key in ["before", "after", "must_reassess", "must_be_before", "is_by_judgement"] {
        writeln!(said, "\"{key}\":{}", json[key]).unwrap();
    }
    for step in &plan.steps {
        said += &of_step(step, step.follows.map(|index| &plan.steps[index]));
    }
    for question in &plan.questions {
        writeln!(said, "疑義: {} ({}) {:?}", question.text, question.provision, question.readings).unwrap();
    }
    let is_before = |reading| {
        let of = plan.under(Some(reading)).chain(plan.under(None));
        of.into_iter().any(|step| serde_json::to_value(step).unwrap()["by"]["kind"] == "before")
    };
    for reading in [Reading::A, Reading::B] {
        if plan.reading().is_some() && !is_before(reading) {
            writeln!(said, "{}では事前の手続はない", reading.label()).unwrap();
        }
    }
    for needed in json["needs_labels"].as_array().unwrap() {
        writeln!(said, "不足: {}", needed.as_str().unwrap()).unwrap();
    }
    if let Some(nothing) = plan.nothing {
        writeln!(said, "評価の手続はない: {nothing}").unwrap();
    }
    said
}

/// Everything that is said in a situation.
fn said(papers: &Value, fields: &Value, event: &Value) -> String {
    let papers: Vec<Assessment> = papers.as_array().unwrap().iter().map(document).collect();
    let register = register(fields);
    let dossier = Dossier::of_papers(&papers, register.affairs.first(), Some(&register));
    let as_of = day(event["as_of"].as_str().unwrap_or(AS_OF));
    let on = event["on"].as_str().map(day);
    let (system, is_urgent) = (System::None, false);
    let plan = |happening: &Happening<'_>| of_plan(&plan(&dossier, happening, as_of));
    match event["happens"].as_str().unwrap() {
        "hold" => plan(&Happening::Hold { on, system, facts: facts(event), is_urgent }),
        "facts" => plan(&Happening::Facts { facts: facts(event).unwrap(), on }),
        "incident" => {
            let incident: SeriousIncident = serde_json::from_value(event["incident"].clone()).unwrap();
            plan(&Happening::Incident { incident })
        }
        "change" => {
            let new = document(&event["new"]);
            let old = papers.iter().find(|paper| paper.kind() == new.kind()).unwrap();
            let is_minor = event["is_minor"] == true;
            let edits = [difference(old, &new)];
            plan(&Happening::Change { edits: &edits, on, system, facts: facts(event), is_urgent, is_minor })
        }
        "calendar" => calendar(&[dossier], as_of).iter().map(|step| of_step(step, None)).collect(),
        other => panic!("{other}"),
    }
}

#[test]
fn advice_says_what_the_law_asks_and_no_more() {
    let mut failed = Vec::new();
    for row in tsv(include_str!("../data/advice.tsv")) {
        let [fault, law, papers, register, event, says, says_not] = row[..] else { panic!("{row:?}") };
        let [papers, register, event] = [papers, register, event].map(|cell| serde_json::from_str(cell).unwrap());
        let said = said(&papers, &register, &event);
        let cells = |cell: &'static str| cell.split(" | ").filter(|cell| !cell.is_empty());
        let lacks = cells(says).filter(|cell| !said.contains(cell)).map(|cell| format!("lacks {cell}"));
        let errs = cells(says_not).filter(|cell| said.contains(cell)).map(|cell| format!("says {cell}"));
        let wrong: Vec<String> = lacks.chain(errs).collect();
        if !wrong.is_empty() {
            failed.push(format!("{fault} ({law}): {}\n{said}", wrong.join("; ")));
        }
    }
    assert!(failed.is_empty(), "{} situations:\n{}", failed.len(), failed.join(""));
}
