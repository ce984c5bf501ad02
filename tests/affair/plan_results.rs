//! What an affair needs before and after something happens, and what becomes due with time.

use crate::papers::{AS_OF, Done, change, day, edited, has, paper, register};
use mynumber_pia::affair::{Dossier, Happening, Missing, Register, calendar, plan};
use mynumber_pia::change::difference;
use mynumber_pia::duty::{Action, Event};
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::incident::SeriousIncident;
use mynumber_pia::{Assessment, AssessmentKind, Obligation, Occurrence};
use serde_json::{Value, json};

use AssessmentKind::{BasicItem, KeyItem};
use Obligation::{BasicItemAndAllItem, BasicItemAndKeyItem, NotRequired};

/// An affair that needs only a 基礎項目評価書 has no material change (規則第11条), also if nobody knows what changes.
#[test]
fn an_unknown_change_is_material_only_beside_a_deeper_paper() {
    let is_material = |population: &str| {
        let paper = paper("basic_item", population, &json!({}));
        plan(&Dossier::of(&paper), &change(&[], None), day(AS_OF)).case.is_material
    };
    assert!(!is_material("from_1000_to_9999"));
    assert!(is_material("from_100000_to_299999"));
}

/// Bodies that share an affair may count people twice, which matters where the result changes.
#[test]
fn bodies_that_share_an_affair_are_asked_how_they_count() {
    let is_asked = |others: &str, new: &str| {
        let others = json!({"other_bodies": others});
        let papers = [paper("basic_item", "from_10000_to_99999", &others)];
        let found = edited(&papers, &paper("basic_item", new, &others), None, (None, AS_OF));
        found.questions.iter().any(|question| question.code == "counting_together")
    };
    assert!(is_asked("乙市長", "from_100000_to_299999"));
    assert!(is_asked("乙市長", "under_1000"));
    assert!(!is_asked("乙市長", "from_1000_to_9999"));
    assert!(!is_asked("", "from_100000_to_299999"));
    assert!(!is_asked("", "from_1000_to_9999"));
}

/// What is needed follows from the facts after what happens; where they leave it open, the plan says that they are needed.
#[test]
fn the_result_after_is_that_of_the_new_facts() {
    let basic = paper("basic_item", "from_10000_to_99999", &json!({}));
    let of = |handlers: &str| {
        let facts = Facts { handlers: Some(handlers.parse().unwrap()), ..Facts::default() };
        let found = plan(&Dossier::of(&basic), &Happening::Facts { facts, on: Some(day("2025-07-01")) }, day(AS_OF));
        let after: Vec<Obligation> = found.after.iter().collect();
        (after, found.must_reassess(), found.needs.contains(&Missing::Facts))
    };
    assert_eq!(of("400..499"), (vec![Obligation::BasicItem], Some(false), false));
    // Nobody knows whether the deeper assessment is required: it is only the safe course.
    assert_eq!(of("400..600"), (vec![Obligation::BasicItem, BasicItemAndKeyItem], None, true));
    assert_eq!(of("500..600"), (vec![BasicItemAndKeyItem], Some(true), false));
    // If both papers state a new number, that of the 基礎項目評価書 counts.
    let papers = [basic, paper("key_item", "from_10000_to_99999", &json!({}))];
    let new = [paper("basic_item", "under_1000", &json!({})), paper("key_item", "at_least_300000", &json!({}))];
    let edits = [difference(&papers[0], &new[0]), difference(&papers[1], &new[1])];
    let found = plan(&Dossier::of_papers(&papers, None, None), &change(&edits, None), day(AS_OF));
    assert_eq!((found.case.before, found.case.after), (Obligation::BasicItem, NotRequired));
}

/// Where the facts leave several results possible, a new version that states another one changes it.
#[test]
fn a_result_that_is_stated_anew_counts() {
    let of = |result: &str| {
        paper("basic_item", "?", &json!({"threshold": {"result": result, "handlers": "?", "incident": "?"}}))
    };
    let found = edited(&[of("basic_item")], &of("basic_item_and_all_item"), None, (None, AS_OF)).case;
    assert_eq!((found.before, found.after), (Obligation::BasicItem, BasicItemAndAllItem));
}

fn incident(date: &str, scope: &str) -> SeriousIncident {
    serde_json::from_value(json!({"date": date, "scope": scope})).unwrap()
}

/// An incident of 特定個人情報 within a year counts (規則第4条第8号ロ), also if the register lists it already.
#[test]
fn an_incident_changes_the_result_unless_another_one_counts() {
    let of = |stated: &str, known: Option<Value>, incident: SeriousIncident, as_of: &str| {
        let stated = json!({"threshold": {"incident": stated}});
        let papers = [paper("basic_item", "from_10000_to_99999", &stated)];
        let register = register(&json!({}), known.as_ref());
        let dossier = Dossier::of_papers(&papers, register.affairs.first(), Some(&register));
        let case = plan(&dossier, &Happening::Incident { incident }, day(as_of)).case;
        (case.before, case.after)
    };
    let specific = incident("2025-05-01", "specific_personal_information");
    let other = incident("2025-05-02", "personal_information");
    let list = |date: &str| Some(json!([{"date": date, "scope": "specific_personal_information"}]));
    let (light, heavy) = (Obligation::BasicItem, BasicItemAndKeyItem);
    assert_eq!(of("no", None, specific, AS_OF), (light, heavy));
    assert_eq!(of("no", list("2025-05-01"), specific, AS_OF), (light, heavy));
    assert_eq!(of("no", list("2025-04-01"), specific, AS_OF), (heavy, heavy));
    // An incident of other personal information changes nothing: what the paper says stays, unless the register lists the incidents.
    assert_eq!(of("yes", None, other, AS_OF), (heavy, heavy));
    assert_eq!(of("no", None, other, AS_OF), (light, light));
    assert_eq!(of("yes", Some(json!([])), other, AS_OF), (light, light));
    // The one in the register no longer counts on the day of the other one.
    let later = incident("2026-04-20", "personal_information");
    assert_eq!(of("no", list("2025-04-10"), later, "2026-04-01"), (heavy, light));
}

/// A paper that says already what is true is not corrected.
#[test]
fn a_paper_that_states_the_incident_is_not_corrected() {
    let risks = |answers: &[&str]| {
        let risks: Vec<Value> = answers.iter().map(|answer| json!({"retention": {"incident": answer}})).collect();
        json!({"risks": risks})
    };
    let corrected = |basic: &str, key: &[&str]| -> Vec<AssessmentKind> {
        let people = "from_10000_to_99999";
        let stated = json!({"threshold": {"incident": basic, "handlers": "at_least_500"}});
        let papers = [paper("basic_item", people, &stated), paper("key_item", people, &risks(key))];
        let happening = Happening::Incident { incident: incident("2025-05-01", "specific_personal_information") };
        let found = plan(&Dossier::of_papers(&papers, None, None), &happening, day(AS_OF));
        let steps = found.steps.iter().filter(|step| step.task.duty.action == Action::Correct);
        steps.filter_map(|step| step.document).collect()
    };
    assert_eq!(corrected("no", &["no"]), [BasicItem, KeyItem]);
    assert_eq!(corrected("yes", &["no"]), [KeyItem]);
    assert_eq!(corrected("no", &["yes"]), [BasicItem]);
    // Every section of the risks asks for it.
    assert_eq!(corrected("yes", &["yes", "no"]), [KeyItem]);
    assert_eq!(corrected("yes", &["yes", "yes"]), []);
    // So do new facts.
    let facts = Facts { serious_incident: Some(Occurrence::Occurred), ..Facts::default() };
    let is_corrected = |stated: &str| {
        let paper = paper("basic_item", "from_1000_to_9999", &json!({"threshold": {"incident": stated}}));
        let happening = Happening::Facts { facts, on: Some(day("2025-05-01")) };
        has(&plan(&Dossier::of(&paper), &happening, day(AS_OF)), BasicItem, Action::Correct)
    };
    assert!(is_corrected("no") && !is_corrected("yes"));
}

/// The steps of the calendar that are about a paper or a filing beside one.
fn dated(papers: &[Assessment], register: &Register, as_of: &str) -> Vec<(Event, Option<AssessmentKind>, Action)> {
    let gathered = Dossier::gather(papers, Some(register));
    let steps = calendar(&gathered.dossiers, day(as_of));
    steps.iter().map(|step| (step.task.event, step.document, step.task.duty.action)).collect()
}

/// An incident that no longer counts is a fall only if the result changes, and is corrected only in a paper that states it.
#[test]
fn an_incident_that_lapses_is_corrected_where_it_is_stated() {
    let incidents = json!([{"date": "2025-05-01", "scope": "specific_personal_information"}]);
    let register = register(&json!({}), Some(&incidents));
    let corrected = |population: &str, stated: &str| -> Vec<Event> {
        let papers = [paper("basic_item", population, &json!({"threshold": {"incident": stated}}))];
        let steps = dated(&papers, &register, AS_OF).into_iter();
        steps.filter(|(_, _, action)| *action == Action::Correct).map(|(event, ..)| event).collect()
    };
    assert_eq!(corrected("from_10000_to_99999", "yes"), [Event::ThresholdFall]);
    assert_eq!(corrected("from_1000_to_9999", "yes"), [Event::OtherChange]);
    assert_eq!(corrected("from_10000_to_99999", "no"), []);
}

/// A plan is on the calendar until the day for which it is planned.
#[test]
fn a_plan_is_on_the_calendar_until_its_day() {
    let register = register(&json!({"planned": [{"what": "change", "on": "2026-04-01"}]}), None);
    let people = "from_100000_to_299999";
    let papers = [paper("basic_item", people, &json!({})), paper("key_item", people, &json!({}))];
    let is_there =
        |as_of: &str| dated(&papers, &register, as_of).iter().any(|(event, ..)| *event == Event::MaterialChange);
    assert!(is_there("2026-03-31") && !is_there("2026-04-01"));
}

/// The deeper paper that the facts ask for is on the calendar, with the register that goes with its filing.
#[test]
fn a_missing_deeper_paper_is_on_the_calendar() {
    let listed = json!({"publications": [{"paper": "basic_item", "on": "2024-06-01", "by": "assessed"}]});
    let papers = [paper("basic_item", "from_100000_to_299999", &json!({}))];
    let mut rise = dated(&papers, &register(&listed, None), AS_OF);
    rise.retain(|(event, ..)| *event == Event::ThresholdRise);
    let rise: Vec<Done> = rise.into_iter().map(|(_, paper, action)| (paper, action)).collect();
    assert_eq!(rise, [(Some(KeyItem), Action::File), (None, Action::FilePlan), (Some(KeyItem), Action::Publish)]);
}
