//! What must be done because of a change: the events of a difference, their steps, days and certainty.
#![cfg(feature = "proptest1")]

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::change::{LifeCycle, Plan, Weight, difference, due, plan, rewind};
use mynumber_pia::fixture::{Edit, Json, Parameters, edit};
use mynumber_pia::law::duty::{Action, Deadline, Event, Force};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::choice::SubmissionTiming;
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};
use mynumber_pia::value::source::Certainty;
use mynumber_pia::{Obligation, Text};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn document(kind: &str, fields: &str) -> Assessment {
    let json = format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "?", {fields}}}"#);
    serde_json::from_str(&json).unwrap()
}

/// The events of a plan, without those that recur.
fn events(plan: &Plan) -> Vec<Event> {
    let mut events: Vec<Event> = plan.steps.iter().map(|step| step.event).collect();
    events.dedup();
    events.retain(|event| !matches!(event, Event::YearPassed | Event::PeriodPassed));
    events
}

fn planned(old: &Assessment, new: &Assessment, life_cycle: &LifeCycle) -> Plan {
    plan(&difference(old, new), life_cycle, day("2025-06-01"))
}

/// Two versions with different 保管場所, which both deeper forms mark.
fn moved(kind: &str) -> (Assessment, Assessment) {
    let fields = |place| {
        format!(
            r#""population": "from_100000_to_299999", "file_sections": [{{"names": "甲", "retention": {{"storage": "{place}"}}}}]"#
        )
    };
    (document(kind, &fields("庁舎")), document(kind, &fields("ガバメントクラウド")))
}

#[test]
fn facts_that_require_more_are_a_rise_whatever_the_document_states() {
    let stated = |incident: &str| {
        let fields = format!(
            r#""population": 12000, "threshold": {{"handlers": "under_500", "incident": "{incident}", "result": "basic_item"}}"#
        );
        document("basic_item", &fields)
    };
    let found = planned(&stated("no"), &stated("yes"), &LifeCycle::default());
    assert_eq!(events(&found), [Event::ThresholdRise]);
    assert_eq!((found.must_reassess, found.must_be_before), (true, false));
    // If the old version already contradicted itself, the result does not rise.
    let found = planned(&stated("yes"), &stated("yes"), &LifeCycle::default());
    assert_eq!((events(&found), found.must_reassess), (Vec::new(), false));
}

#[test]
fn a_step_prints_its_own_certainty() {
    let (old, new) = moved("key_item");
    let found = planned(&old, &new, &LifeCycle::default());
    for step in &found.steps {
        assert!(step.to_string().contains(&format!("; {}", step.source().certainty.label())), "{step}");
    }
    assert!(found.steps.iter().any(|step| step.certainty() != step.duty.source.certainty));
}

#[test]
fn a_material_change_asks_for_steps_before_it() {
    let local = LifeCycle {
        body: Some(BodyKind::LocalGovernment),
        changes_on: Some(day("2025-10-01")),
        ..LifeCycle::default()
    };
    let (old, new) = moved("all_item");
    let found = planned(&old, &new, &local);
    assert_eq!((found.must_reassess, found.must_be_before), (true, true));
    assert_eq!(found.timing, Some(SubmissionTiming::Before));
    assert_eq!(events(&found), [Event::MaterialChange]);
    let steps: Vec<_> = found.steps.iter().filter(|step| step.event == Event::MaterialChange).collect();
    let actions: Vec<Action> = steps.iter().map(|step| step.duty.action).collect();
    for action in
        [Action::SeekOpinions, Action::ConsiderOpinions, Action::ThirdPartyReview, Action::File, Action::Publish]
    {
        assert!(actions.contains(&action), "{action}");
    }
    assert!(!actions.contains(&Action::ObtainApproval));
    for step in &steps {
        assert_eq!(step.because, [0]);
        assert_eq!(step.certainty(), Certainty::PartlyConfirmed);
        assert_eq!(step.by, (step.duty.deadline == Deadline::BeforeChange).then(|| day("2025-10-01")));
        assert!(!step.is_due(day("2025-09-30")) && step.is_due(day("2025-10-01")) == step.by.is_some());
    }
    // An administrative organ needs the approval of the Commission. For an unknown body, the steps of both kinds are
    // listed.
    let organ = LifeCycle { body: Some(BodyKind::AdministrativeOrgan), ..LifeCycle::default() };
    let has = |life_cycle: &LifeCycle, action| {
        planned(&old, &new, life_cycle).steps.iter().any(|step| step.duty.action == action)
    };
    assert!(has(&organ, Action::ObtainApproval) && !has(&organ, Action::ThirdPartyReview));
    assert!(has(&LifeCycle::default(), Action::ObtainApproval) && has(&LifeCycle::default(), Action::ThirdPartyReview));
}

#[test]
fn an_emergency_moves_the_steps_after_the_change() {
    let life_cycle = LifeCycle { is_emergency: true, ..LifeCycle::default() };
    let (old, new) = moved("key_item");
    let found = planned(&old, &new, &life_cycle);
    assert_eq!(events(&found), [Event::EmergencyChange]);
    assert_eq!((found.must_reassess, found.must_be_before), (true, false));
    assert_eq!(found.timing, Some(SubmissionTiming::After));
    let first = found.steps.iter().find(|step| step.duty.document == Some(AssessmentKind::KeyItem)).unwrap();
    assert_eq!(first.duty.source.citation, "規則第9条第2項後段");
}

#[test]
fn form_2_has_no_material_change() {
    let (old, new) = moved("basic_item");
    // The form does not print 保管場所.
    let found = planned(&old, &new, &LifeCycle::default());
    assert_eq!((events(&found), found.timing), (vec![], None));
    let old = document("basic_item", r#""number_use_bases": "番号法別表の44の項""#);
    let new = document("basic_item", r#""number_use_bases": "番号法別表の85の項""#);
    let found = planned(&old, &new, &LifeCycle::default());
    assert_eq!((found.must_reassess, found.must_be_before), (false, false));
    assert_eq!((events(&found), found.timing), (vec![Event::OtherChange], Some(SubmissionTiming::After)));
}

#[test]
fn other_changes_are_corrected_promptly() {
    let old = document("key_item", r#""department": {"head": "課長"}"#);
    let new = document("key_item", r#""department": {"head": "室長"}"#);
    let found = planned(&old, &new, &LifeCycle::default());
    assert_eq!((found.must_reassess, events(&found)), (false, vec![Event::OtherChange]));
    let actions: Vec<Action> =
        found.steps.iter().filter(|step| step.event == Event::OtherChange).map(|step| step.duty.action).collect();
    assert_eq!(actions, [Action::Correct, Action::File, Action::FilePlan, Action::Publish]);
    // A renumbering of the law is not a material change, although the item is marked.
    let old = document("key_item", r#""number_use_bases": "番号法別表第一の30の項""#);
    let new = document("key_item", r#""number_use_bases": "番号法別表の44の項""#);
    assert_eq!(events(&planned(&old, &new, &LifeCycle::default())), [Event::OtherChange]);
}

#[test]
fn what_is_published_anew_asks_for_nothing_more() {
    let old = document("key_item", r#""cover": {"published": "2024-06-01"}"#);
    let new = document(
        "key_item",
        r#""cover": {"published": "2025-06-01"}, "changes": [{"date": "2025-06-01", "items": "Ⅰ1②事務の内容"}]"#,
    );
    let found = planned(&old, &new, &LifeCycle::default());
    assert_eq!((events(&found), found.timing, found.must_reassess), (vec![], None, false));
}

#[test]
fn kumagaya_did_what_the_plan_says() {
    let document: Assessment = serde_json::from_str(include_str!("../examples/documents/kumagaya.json")).unwrap();
    let before = rewind(&document, day("2025-05-30")).document;
    let found = plan(&difference(&before, &document), &LifeCycle::default(), day("2025-05-30"));
    // Its own rows say 事後, because the threshold result changed.
    assert_eq!(found.timing, document.changes[65].timing.given().copied());
    assert_eq!((found.must_reassess, found.must_be_before), (true, false));
    assert_eq!(events(&found), [Event::ThresholdRise]);
    let rise: Vec<String> =
        found.steps.iter().filter(|step| step.event == Event::ThresholdRise).map(ToString::to_string).collect();
    assert_eq!(
        rise,
        [
            "基礎項目評価書: 修正 — 速やかに (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "基礎項目評価書: 提出 — 速やかに (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "基礎項目評価書: 公表 — 速やかに (規則第14条第3項（同条第2項を準用）; 確認済み)",
            "重点項目評価書: 提出 — 事後（期限の定めはない） (規則第6条第2項; 確認済み)",
            "評価の計画等を記載した書面の提出 — 提出又は公示と併せて (規則第3条; 確認済み)",
            "重点項目評価書: 公表 — 速やかに (規則第6条第3項; 確認済み)",
        ]
    );
    assert!(found.steps[0].because.len() == 2);
}

#[test]
fn a_lower_result_and_an_open_one_are_no_rise() {
    for (old, new) in [("basic_item_and_key_item", "basic_item"), ("none", "?"), ("?", "basic_item_and_all_item")] {
        let of = |result| document("basic_item", &format!(r#""threshold": {{"result": "{result}"}}"#));
        let found = planned(&of(old), &of(new), &LifeCycle::default());
        assert!(!found.must_reassess && !events(&found).contains(&Event::ThresholdRise), "{old} {new}");
    }
    // Without a stated result, the facts decide.
    let of = |handlers| {
        let facts = r#""population": "from_10000_to_99999", "threshold": {"incident": "no", "handlers": "#;
        document("basic_item", &format!(r#"{facts}"{handlers}"}}"#))
    };
    let found = planned(&of("under_500"), &of("at_least_500"), &LifeCycle::default());
    assert_eq!(events(&found), [Event::ThresholdRise]);
}

#[test]
fn what_recurs_has_its_days() {
    let mut document = document("all_item", r#""cover": {"published": "2024-02-29"}"#);
    let local = LifeCycle { body: Some(BodyKind::LocalGovernment), ..LifeCycle::default() };
    let days = |document: &Assessment, life_cycle: &LifeCycle| -> Vec<(Action, Option<NaiveDate>, Force)> {
        let steps = due(document, life_cycle, day("2025-06-01"));
        steps.iter().map(|step| (step.duty.action, step.by, step.duty.force)).collect()
    };
    assert_eq!(
        days(&document, &local),
        [
            (Action::Review, Some(day("2025-02-28")), Force::Effort),
            (Action::Reassess, Some(day("2029-02-28")), Force::Effort),
        ]
    );
    let reviewed = LifeCycle { reviewed: Some(day("2025-04-01")), assessed: Some(day("2022-04-01")), ..local.clone() };
    let found = days(&document, &reviewed);
    assert_eq!((found[0].1, found[1].1), (Some(day("2026-04-01")), Some(day("2027-04-01"))));
    // The end of an affair is reported to the Commission, and there is no further review.
    let ended = LifeCycle { ended: Some(day("2025-05-31")), ..local.clone() };
    assert_eq!(
        days(&document, &ended),
        [
            (Action::NotifyEnd, Some(day("2025-05-31")), Force::Duty),
            (Action::KeepPublished, Some(day("2028-05-31")), Force::Instruction),
            (Action::MarkEnded, None, Force::Instruction),
        ]
    );
    let later = LifeCycle { ended: Some(day("2025-06-02")), ..local.clone() };
    assert_eq!(days(&document, &later).len(), 2);
    // Without a day of publication, no period runs.
    document.cover.published = Answer::Unanswered;
    assert!(days(&document, &local).iter().all(|(_, by, _)| by.is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_that_needs_a_row_is_the_reason_of_a_step(Json(edit) in edit(Parameters::default())) {
        let Edit { before, after, item, path, .. } = edit;
        let difference = difference(&before, &after);
        let found = plan(&difference, &LifeCycle::default(), day("2025-06-01"));
        let is_logged = item.code() != "publication_date" && !path.to_string().starts_with("changes");
        let is_reason = found.steps.iter().any(|step| step.because.contains(&0));
        prop_assert_eq!(is_reason, is_logged);
        prop_assert_eq!(found.timing.is_some(), is_logged);
        prop_assert_eq!(found.must_be_before, is_logged && difference.weights()[0] == Weight::Material);
    }
}

#[test]
fn a_deeper_assessment_that_is_required_sets_the_steps() {
    // The document is a 重点項目評価書; the affair requires a 全項目評価.
    let (mut old, mut new) = moved("key_item");
    old.threshold.result = Answer::Given(Obligation::BasicItemAndAllItem);
    new.threshold.result = old.threshold.result;
    new.affair.name = Answer::Given(Text::new("事務").unwrap());
    let found = planned(&old, &new, &LifeCycle::default());
    assert!(found.steps.iter().any(|step| step.duty.document == Some(AssessmentKind::AllItem)));
    assert_eq!(events(&found), [Event::MaterialChange, Event::OtherChange]);
}
