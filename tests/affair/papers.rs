//! The papers and the register of one affair, and what a plan asks for.

#![allow(dead_code, reason = "each test uses what it needs")]

use chrono::NaiveDate;
use mynumber_pia::affair::{Dossier, Happening, Plan, Register, System, plan};
use mynumber_pia::change::{Difference, difference};
use mynumber_pia::duty::Action;
use mynumber_pia::{Assessment, AssessmentKind};
use serde_json::{Value, json};

pub(crate) const AS_OF: &str = "2025-06-01";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Puts fields into an object, also into the objects in it.
pub(crate) fn put(object: &mut Value, fields: &Value) {
    for (key, value) in fields.as_object().unwrap() {
        match value.as_object() {
            Some(_) if object[key].is_object() => put(&mut object[key], value),
            _ => object[key] = value.clone(),
        }
    }
}

pub(crate) fn paper(kind: &str, population: &str, fields: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": "?", "population": population,
        "cover": {"body": "甲市長", "number": "5", "published": "2024-06-01"}, "affair": {"name": "介護保険に関する事務"}});
    if kind == "basic_item" {
        json["threshold"] = json!({"handlers": "under_500", "incident": "no"});
    }
    put(&mut json, fields);
    serde_json::from_value(json).unwrap()
}

pub(crate) fn register(fields: &Value, incidents: Option<&Value>) -> Register {
    let mut affair = json!({"number": "5", "name": "介護保険に関する事務"});
    put(&mut affair, fields);
    let mut json = json!({"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government",
        "affairs": [affair]});
    if let Some(incidents) = incidents {
        json["incidents"] = incidents.clone();
    }
    serde_json::from_value(json).unwrap()
}

pub(crate) fn change<'a>(edits: &'a [Difference<'a>], on: Option<&str>) -> Happening<'a> {
    Happening::Change { edits, on: on.map(day), system: System::None, facts: None, is_urgent: false, is_minor: false }
}

pub(crate) fn head(head: &str) -> Value {
    json!({"department": {"head": head}})
}

pub(crate) type Done = (Option<AssessmentKind>, Action);

pub(crate) fn actions(plan: &Plan<'_>) -> Vec<Done> {
    plan.steps.iter().map(|step| (step.document, step.task.duty.action)).collect()
}

pub(crate) fn has(plan: &Plan<'_>, paper: AssessmentKind, action: Action) -> bool {
    actions(plan).contains(&(Some(paper), action))
}

/// The plan for an edit of one of these papers, on this day, as of this day.
pub(crate) fn edited<'a>(
    papers: &'a [Assessment],
    new: &Assessment,
    register: Option<&'a Register>,
    (on, as_of): (Option<&str>, &str),
) -> Plan<'a> {
    let old = papers.iter().find(|paper| paper.kind() == new.kind()).unwrap();
    let edits = [difference(old, new)];
    let entry = register.and_then(|register| register.affairs.first());
    plan(&Dossier::of_papers(papers, entry, register), &change(&edits, on), day(as_of))
}
