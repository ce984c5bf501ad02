//! What must be done when something happens to an affair: cases, days, readings, and the papers that each step is about.
#![allow(clippy::disallowed_methods, reason = "the test reads documents")]

use crate::support::KUMAGAYA;
use chrono::NaiveDate;
use mynumber_pia::affair::{
    Actor, By, Dossier, Happening, Missing, Plan, Planned, PlannedEvent, Publication, PublishedBy, Reading, Register,
    Step, System, calendar, plan,
};
use mynumber_pia::assessment::Assessment;
use mynumber_pia::change::{Difference, Question, difference, rewind};
use mynumber_pia::duty::{Action, Consulted, Event, Force};
use mynumber_pia::fixture::{Edited, Json, Parameters, dossier, edit};
use mynumber_pia::threshold::{Exemption, Facts};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::choice::SubmissionTiming;
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::kind::{AssessmentKind, BodyKind};
use mynumber_pia::value::source::Certainty;
use mynumber_pia::{Language, Obligation, Occurrence};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn document(kind: &str, fields: &str) -> Assessment {
    let json = format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "?", {fields}}}"#);
    serde_json::from_str(&json).unwrap()
}

/// A paper of the affair 5 of 甲市長 with these facts.
fn paper(kind: &str, population: &str, fields: &str) -> Assessment {
    let threshold = match kind {
        "basic_item" => r#", "threshold": {"handlers": "under_500", "incident": "no"}"#,
        _ => "",
    };
    let cover = r#""cover": {"number": "5", "body": "甲市長", "published": "2024-06-01"}"#;
    let fields = format!(
        r#"{cover}, "affair": {{"name": "介護保険に関する事務"}}, "population": "{population}"{threshold}{fields}"#
    );
    document(kind, &fields)
}

fn register(fields: &str) -> Register {
    let json = format!(
        r#"{{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government", "affairs": [
            {{"number": "5", "name": "介護保険に関する事務"{fields}}}]}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn changed<'a>(edits: &'a [Difference<'a>], on: Option<&str>, system: System) -> Happening<'a> {
    Happening::Change { edits, on: on.map(day), system, facts: None, is_urgent: false, is_minor: false }
}

/// The plan for a change of one document of which nothing else is known.
fn planned<'a>(old: &'a Assessment, new: &Assessment) -> Plan<'a> {
    let edits = [difference(old, new)];
    plan(&Dossier::of(old), &changed(&edits, None, System::None), day("2025-06-01"))
}

fn events(plan: &Plan<'_>) -> Vec<Event> {
    let mut events: Vec<Event> = plan.steps.iter().map(|step| step.task.event).collect();
    events.dedup();
    events
}

fn texts<'a>(steps: impl Iterator<Item = &'a Step<'a>>) -> Vec<String> {
    steps.map(|step| step.text(Language::Japanese)).collect()
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

/// P1: a wider range of people is a material change, and raises the result from the key-item to the all-item assessment.
#[test]
fn a_material_change_that_raises_the_result_has_two_readings() {
    let basic = paper("basic_item", "from_100000_to_299999", "");
    let scope = |scope| format!(r#", "file_sections": [{{"names": "甲", "outline": {{"scope": "{scope}"}}}}]"#);
    let key = paper("key_item", "from_100000_to_299999", &scope("65歳以上の者"));
    let wider = paper("key_item", "from_100000_to_299999", &scope("40歳以上の者"));
    let more = paper("basic_item", "at_least_300000", "");
    let register = register("");
    let papers = [basic.clone(), key.clone()];
    let gathered = Dossier::gather(&papers, Some(&register));
    let edits = [difference(&basic, &more), difference(&key, &wider)];
    let happening = changed(&edits, Some("2027-04-01"), System::NotKnown);
    let found = plan(&gathered.dossiers[0], &happening, day("2026-11-01"));
    assert_eq!(
        (found.case.before, found.case.after),
        (Obligation::BasicItemAndKeyItem, Obligation::BasicItemAndAllItem)
    );
    assert_eq!(
        texts(found.under(None)),
        [
            "2027-03-31まで 基礎項目評価書: 提出 (規則第5条第1項後段、規則第9条第1項後段; 一部確認)",
            "速やかに 基礎項目評価書: 公表 (規則第5条第2項; 一部確認)",
            "提出又は公示と併せて 計画管理書（評価の計画等を記載した書面）の提出 (規則第3条; 一部確認)",
            "2027-04-01から速やかに 基礎項目評価書: 修正 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 提出 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 公表 (規則第14条第3項（同条第2項を準用）; 確認済み)",
        ]
    );
    assert_eq!(
        texts(found.under(Some(Reading::A))),
        [
            "2027-03-31まで 重点項目評価書: 提出 (規則第6条第1項後段、規則第9条第1項後段; 一部確認)",
            "速やかに 重点項目評価書: 公表 (規則第6条第3項; 一部確認)",
            "期限の定めなし 全項目評価書: 公示し、住民その他の者の意見を求める (規則第7条第2項; 確認済み)",
            "提出又は公示と併せて 全項目評価書: インターネットの利用等による公示 (規則第9条の2; 確認済み)",
            "原則三十日以上 全項目評価書: 意見聴取の期間の確保 (指針第5の3（条番号は一部確認）; 一部確認)",
            "前の手続の後 全項目評価書: 意見の考慮と評価書の見直し (規則第7条第4項前段; 確認済み)",
            "前の手続の後 全項目評価書: 第三者点検（学識経験者等に意見を聴く） (規則第7条第4項前段; 確認済み)",
            "前の手続の後 全項目評価書: 提出 (規則第7条第5項; 確認済み)",
            "速やかに 全項目評価書: 公表 (規則第7条第6項; 確認済み)",
        ]
    );
    let b = texts(found.under(Some(Reading::B)));
    assert_eq!(
        b[0],
        "2027-03-01まで（目安。遅くとも2027-03-31まで） 全項目評価書: 公示し、住民その他の者の意見を求める (規則第7条第1項後段、規則第9条第1項後段; 一部確認)"
    );
    assert_eq!((b.len(), b[6].as_str()), (7, "速やかに 全項目評価書: 公表 (規則第7条第6項; 一部確認)"));
    let announced = found.under(Some(Reading::B)).next().unwrap();
    let by = By::Before { last: Some(day("2027-03-31")), opinions_by: Some(day("2027-03-01")), is_followed: false };
    assert_eq!((announced.by, announced.task.duty.consulted), (by, Some(Consulted::Residents)));
    // The all-item assessment of the first reading follows the publication of the corrected basic-item assessment.
    let after = found.under(Some(Reading::A)).nth(2).unwrap().follows.unwrap();
    assert_eq!((found.steps[after].task.duty.action, after), (Action::Publish, 5));
    // What is missing is named, and the question says what the readings are and how to be safe under both.
    assert_eq!(found.needs, [Missing::System]);
    let question = found.reading().unwrap();
    assert_eq!(question.code, "facts_of_change");
    assert_eq!(
        question.avoided_by(Language::Japanese),
        Some("変更前の結果による評価と変更後の結果による評価の両方を、変更前に行う")
    );
    assert!(found.questions.iter().any(|question| question.code == "key_item_left_out"));
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(true), Some(true)));
    // Building of the system begins earlier than the change.
    let system = System::From(day("2027-02-01"));
    let earlier = plan(&gathered.dossiers[0], &changed(&edits, Some("2027-04-01"), system), day("2026-11-01"));
    assert_eq!(earlier.steps[0].by.last(), Some(day("2027-01-31")));
    assert_eq!(earlier.needs, []);
}

/// P2: 1,000 people are reached. No paragraph says what follows.
#[test]
fn a_rise_from_none_has_steps_and_a_question() {
    let (old, new) = (paper("basic_item", "under_1000", ""), paper("basic_item", "from_1000_to_9999", ""));
    let edits = [difference(&old, &new)];
    let found = plan(&Dossier::of(&old), &changed(&edits, Some("2026-04-01"), System::None), day("2025-06-01"));
    assert_eq!((found.case.before, found.case.after), (Obligation::NotRequired, Obligation::BasicItem));
    assert_eq!(
        texts(found.under(Some(Reading::A))),
        [
            "2026-03-31まで 基礎項目評価書: 提出 (規則第5条第1項前段; 推論)",
            "速やかに 基礎項目評価書: 公表 (規則第5条第2項; 推論)",
        ]
    );
    let b = texts(found.under(Some(Reading::B)));
    assert_eq!(b[0], "2026-04-01から速やかに 基礎項目評価書: 提出 (規則第5条第1項前段; 推論)");
    assert_eq!(found.reading().unwrap().code, "rise_from_none");
    assert_eq!((found.must_reassess(), found.must_be_before(), found.timing()), (Some(true), None, None));
}

/// P3: the key-item form marks 法令上の根拠, which the basic-item form does not.
#[test]
fn a_mark_of_the_deeper_form_makes_a_change_of_the_basic_item_assessment_material() {
    let bases = |number| format!(r#", "number_use_bases": "番号法別表の{number}の項""#);
    let basic = |number| paper("basic_item", "from_100000_to_299999", &bases(number));
    let (old, new) = (basic("30"), basic("44"));
    let key = paper("key_item", "from_100000_to_299999", &bases("30"));
    let papers = [old.clone(), key];
    let gathered = Dossier::gather(&papers, None);
    let edits = [difference(&old, &new)];
    let happening = changed(&edits, Some("2026-04-01"), System::None);
    let found = plan(&gathered.dossiers[0], &happening, day("2025-06-01"));
    assert!(found.case.is_material);
    let before: Vec<AssessmentKind> = found
        .steps
        .iter()
        .filter(|step| matches!(step.by, By::Before { .. }))
        .filter_map(|step| step.document)
        .collect();
    assert_eq!(before, [AssessmentKind::BasicItem, AssessmentKind::KeyItem]);
    assert_eq!(found.timing(), Some(SubmissionTiming::Before));
    assert!(
        found
            .to_judge
            .iter()
            .any(|(reason, ask)| reason.paper == AssessmentKind::BasicItem && *ask == Question::SlipOfPen)
    );
    // It is material even if the key-item assessment that the facts ask for is not here.
    assert!(planned(&basic("30"), &basic("44")).case.is_material);
    // A paper that is not required marks nothing.
    let light = |number| paper("basic_item", "from_1000_to_9999", &bases(number));
    let papers = [light("30"), paper("key_item", "from_1000_to_9999", &bases("30"))];
    let (old, new) = (light("30"), light("44"));
    let edits = [difference(&old, &new)];
    let gathered = Dossier::gather(&papers, None);
    let found = plan(&gathered.dossiers[0], &changed(&edits, None, System::None), day("2025-06-01"));
    assert!(!found.case.is_material);
    // The paper beyond the duty still says the old answer.
    assert!(found.steps.iter().any(|step| step.document == Some(AssessmentKind::KeyItem)));
    assert!(found.questions.iter().any(|question| question.code == "voluntary_assessment"));
}

/// A paper that was wrong when it was published is corrected: what the other paper marks does not change.
#[test]
fn an_edit_that_only_agrees_with_the_other_paper_is_a_correction() {
    let bases = |numbers: &str| format!(r#", "number_use_bases": [{numbers}]"#);
    let (few, all) = (bases(r#""番号法別表の24の項""#), bases(r#""番号法別表の24の項", "番号法別表の44の項""#));
    let basic = |bases: &str| paper("basic_item", "from_100000_to_299999", bases);
    let (old, new) = (basic(&few), basic(&all));
    let on = |published: &str, bases: &str| {
        let mut key = paper("key_item", "from_100000_to_299999", bases);
        key.cover.published = Answer::Given(published.parse().unwrap());
        key
    };
    let edits = [difference(&old, &new)];
    let plan_with = |key: &Assessment, edits: &[Difference<'_>]| {
        let papers = [old.clone(), key.clone()];
        let found =
            plan(&Dossier::of_papers(&papers, None, None), &changed(edits, None, System::None), day("2025-06-01"));
        let asks: Vec<Question> = found.to_judge.iter().map(|(_, ask)| *ask).collect();
        (found.case.is_material, found.must_be_before(), asks)
    };
    // The body is still asked, because the affair may change as well.
    assert_eq!(plan_with(&on("2024-06-01", &all), &edits), (false, Some(false), vec![Question::Agrees]));
    assert!(!plan_with(&on("2024-01-01", &all), &edits).0);
    // A newer key-item assessment may be the first of the papers of a change, and one that says something else is no proof.
    assert!(plan_with(&on("2025-05-01", &all), &edits).0);
    assert!(plan_with(&on("2024-06-01", &few), &edits).0);
    // A form that marks the item itself still asks, whatever the other paper says.
    let (old_key, new_key) = (on("2024-06-01", &few), on("2024-06-01", &all));
    let papers = [new.clone(), old_key.clone()];
    let edits = [difference(&old_key, &new_key)];
    let found = plan(&Dossier::of_papers(&papers, None, None), &changed(&edits, None, System::None), day("2025-06-01"));
    assert!(found.case.is_material);
}

/// The step stays while the paper does not say what is true, also if it was published on the day of the event or later.
#[test]
fn a_paper_that_is_published_with_the_old_numbers_is_not_done() {
    let papers = [paper("basic_item", "from_100000_to_299999", ""), paper("key_item", "from_100000_to_299999", "")];
    let dossier = Dossier::of_papers(&papers, None, None);
    let more = Facts { handlers: Some("600".parse().unwrap()), ..Facts::default() };
    let of = |on: &str| {
        let found = plan(&dossier, &Happening::Facts { facts: more, on: Some(day(on)) }, day("2025-06-01"));
        found.steps.iter().filter(|step| step.document == Some(AssessmentKind::BasicItem)).count()
    };
    assert_eq!(["2024-05-01", "2024-06-01", "2024-06-02"].map(of), [3, 3, 3]);
    let known = incident("2024-05-01", None, IncidentScope::SpecificPersonalInformation);
    let found = plan(&dossier, &Happening::Incident { incident: known }, day("2025-06-01"));
    assert!(found.steps.iter().any(|step| step.task.duty.action == Action::Correct));
}

#[test]
fn papers_that_contradict_each_other_give_no_certain_answer() {
    let basic = |population: &str| paper("basic_item", population, r#", "department": {"head": "課長"}"#);
    let key = paper("key_item", "from_100000_to_299999", r#", "threshold": {"result": "basic_item_and_key_item"}"#);
    let (old, mut new) = (basic("from_10000_to_99999"), basic("from_10000_to_99999"));
    new.department.head = Answer::Given("室長".parse().unwrap());
    let papers = [old.clone(), key.clone()];
    let edits = [difference(&old, &new)];
    let dossier = Dossier::of_papers(&papers, None, None);
    let found = plan(&dossier, &changed(&edits, None, System::None), day("2025-06-01"));
    assert_eq!(found.needs, [Missing::Day, Missing::Agreement]);
    assert_eq!((found.must_reassess(), found.must_be_before(), found.timing()), (None, None, None));
    // Numbers that differ without another result decide nothing.
    let papers = [basic("from_1000_to_9999"), paper("key_item", "from_10000_to_99999", "")];
    let new = paper("basic_item", "from_1000_to_9999", r#", "department": {"head": "室長"}"#);
    let edits = [difference(&papers[0], &new)];
    let same = plan(&Dossier::of_papers(&papers, None, None), &changed(&edits, None, System::None), day("2025-06-01"));
    assert_eq!((same.needs.as_slice(), same.must_reassess()), (&[Missing::Day][..], Some(false)));
    // The end asks for the same whoever is right.
    let end = plan(&dossier, &Happening::End { on: day("2025-05-31") }, day("2025-06-01"));
    assert!(end.needs.is_empty() && !end.steps.is_empty());
}

#[test]
fn an_affair_that_ended_is_not_corrected() {
    let basic = paper("basic_item", "from_1000_to_9999", "");
    let register = register(r#", "ended": "2025-03-31""#);
    let dossier = Dossier::of_papers([&basic], register.affairs.first(), Some(&register));
    let as_of = day("2025-06-01");
    let more = Facts { handlers: Some("600".parse().unwrap()), ..Facts::default() };
    for happening in [Happening::Facts { facts: more, on: None }, Happening::End { on: day("2025-05-01") }] {
        let found = plan(&dossier, &happening, as_of);
        assert_eq!((found.steps.len(), found.ended), (0, Some(day("2025-03-31"))));
        assert_eq!(found.nothing.unwrap().citation, "規則第16条");
        assert!(found.questions.is_empty() && found.needs.is_empty());
        assert_eq!(serde_json::to_value(&found).unwrap()["ended"], "2025-03-31");
    }
    // A leak is still reported, because that is no duty of the assessment.
    let known = incident("2025-05-01", None, IncidentScope::SpecificPersonalInformation);
    let found = plan(&dossier, &Happening::Incident { incident: known }, as_of);
    let actions: Vec<Action> = found.steps.iter().map(|step| step.task.duty.action).collect();
    let reports = vec![Action::ReportLeak, Action::ReportAtOnce, Action::ReportInFull];
    assert_eq!((actions, found.ended), (reports, Some(day("2025-03-31"))));
    assert_eq!(found.nothing.unwrap().citation, "規則第16条");
    // Before its end, and for the end that is known, it has its steps.
    let before = plan(&dossier, &Happening::Incident { incident: known }, day("2025-03-01"));
    assert!(before.ended.is_none() && before.steps.len() > 1);
    let end = plan(&dossier, &Happening::End { on: day("2025-03-31") }, as_of);
    assert!(end.ended.is_none() && !end.steps.is_empty());
}

/// What goes with every filing comes after the papers that only follow.
#[test]
fn the_register_comes_after_the_corrections() {
    let head = |head: &str| format!(r#", "department": {{"head": "{head}"}}"#);
    let of = |kind: &str, name: &str| paper(kind, "from_100000_to_299999", &head(name));
    let papers = [of("basic_item", "課長"), of("key_item", "課長")];
    let new = of("basic_item", "室長");
    let edits = [difference(&papers[0], &new)];
    let found = plan(&Dossier::of_papers(&papers, None, None), &changed(&edits, None, System::None), day("2025-06-01"));
    let actions: Vec<Action> = found.steps.iter().map(|step| step.task.duty.action).collect();
    let correction = [Action::Correct, Action::File, Action::Publish];
    assert_eq!(actions, [&correction[..], &correction, &[Action::FilePlan]].concat());
}

/// P4: a fall is corrected in every paper that states the result.
#[test]
fn a_fall_is_corrected_in_both_papers() {
    let basic = paper("basic_item", "from_100000_to_299999", "");
    let papers = [basic.clone(), paper("key_item", "from_100000_to_299999", "")];
    let fewer = paper("basic_item", "from_1000_to_9999", "");
    let edits = [difference(&basic, &fewer)];
    let gathered = Dossier::gather(&papers, None);
    let found = plan(&gathered.dossiers[0], &changed(&edits, Some("2026-04-01"), System::None), day("2025-06-01"));
    assert_eq!(
        texts(found.steps.iter()),
        [
            "2026-04-01から速やかに 基礎項目評価書: 修正 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 提出 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 公表 (規則第14条第3項（同条第2項を準用）; 確認済み)",
            "2026-04-01から速やかに 重点項目評価書: 修正 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 重点項目評価書: 提出 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 重点項目評価書: 公表 (規則第14条第3項（同条第2項を準用）; 確認済み)",
            "提出又は公示と併せて 計画管理書（評価の計画等を記載した書面）の提出 (規則第3条; 確認済み)",
        ]
    );
    assert!(found.questions.iter().any(|question| question.code == "withdrawal_after_fall"));
}

#[test]
fn facts_that_require_more_are_a_rise_whatever_the_document_states() {
    let stated = |incident: &str| {
        let fields = format!(
            r#""population": 12000, "threshold": {{"handlers": "under_500", "incident": "{incident}", "result": "basic_item"}}"#
        );
        document("basic_item", &fields)
    };
    let (old, new) = (stated("no"), stated("yes"));
    let found = planned(&old, &new);
    assert_eq!(events(&found), [Event::ThresholdRise]);
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(true), Some(false)));
    // If the old version already contradicted itself, the result does not rise.
    let found = planned(&new, &new);
    assert_eq!((events(&found), found.must_reassess()), (Vec::new(), Some(false)));
    assert_eq!(found.nothing.unwrap().citation, "規則第14条第1項");
}

#[test]
fn a_step_prints_its_own_certainty() {
    let (old, new) = moved("key_item");
    let found = planned(&old, &new);
    for step in &found.steps {
        assert!(step.text(Language::Japanese).contains(&format!("; {}", step.certainty().label())), "{step:?}");
    }
    assert!(found.steps.iter().any(|step| step.certainty() != step.task.duty.source.certainty));
    // In English the same.
    assert_eq!(
        found.steps[0].text(Language::English),
        "beforehand basic-item assessment: file (規則第5条第1項後段, 規則第9条第1項後段; partly confirmed)"
    );
}

#[test]
fn a_material_change_asks_for_steps_before_it() {
    let (old, new) = moved("all_item");
    let edits = [difference(&old, &new)];
    let local = register("");
    let dossier = Dossier::of_papers([&old], None, Some(&local));
    let found = plan(&dossier, &changed(&edits, Some("2025-10-01"), System::None), day("2025-06-01"));
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(true), Some(true)));
    assert_eq!(found.timing(), Some(SubmissionTiming::Before));
    assert_eq!(events(&found), [Event::MaterialChange]);
    let actions: Vec<Action> = found.steps.iter().map(|step| step.task.duty.action).collect();
    for action in
        [Action::SeekOpinions, Action::ConsiderOpinions, Action::ThirdPartyReview, Action::File, Action::Publish]
    {
        assert!(actions.contains(&action), "{action}");
    }
    assert!(!actions.contains(&Action::ObtainApproval));
    for step in &found.steps {
        assert_eq!(step.because.len(), 1);
        assert_eq!(step.because[0].path.to_string(), "file_sections[0].retention.storage");
        assert_eq!(step.certainty(), Certainty::PartlyConfirmed);
        // The last day is the one before the change.
        let is_before = matches!(step.by, By::Before { .. });
        assert_eq!(step.by.last(), is_before.then(|| day("2025-09-30")));
        assert_eq!(step.is_due(day("2025-09-30")), is_before);
        assert!(!step.is_due(day("2025-09-29")));
    }
    // For an unknown body, the steps of both kinds are listed, and the kind is asked for.
    let found = planned(&old, &new);
    let has = |action| found.steps.iter().any(|step| step.task.duty.action == action);
    assert!(has(Action::ObtainApproval) && has(Action::ThirdPartyReview));
    assert!(found.needs.contains(&Missing::Body));
}

#[test]
fn an_emergency_moves_the_steps_after_the_change() {
    let (old, new) = moved("key_item");
    let edits = [difference(&old, &new)];
    let urgent = Happening::Change {
        edits: &edits,
        on: None,
        system: System::NotKnown,
        facts: None,
        is_urgent: true,
        is_minor: false,
    };
    let found = plan(&Dossier::of(&old), &urgent, day("2025-06-01"));
    assert_eq!(events(&found), [Event::EmergencyChange]);
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(true), Some(false)));
    assert_eq!(found.timing(), Some(SubmissionTiming::After));
    let first = found.steps.iter().find(|step| step.document == Some(AssessmentKind::KeyItem)).unwrap();
    assert_eq!(
        (first.task.duty.source.citation, first.needs.as_slice()),
        ("規則第9条第2項後段", [Missing::Day].as_slice())
    );
}

#[test]
fn form_2_has_no_material_change_of_its_own() {
    let (old, new) = moved("basic_item");
    // The form does not print 保管場所.
    let found = planned(&old, &new);
    assert_eq!((events(&found), found.timing()), (vec![], None));
    let old = document("basic_item", r#""number_use_bases": "番号法別表の44の項""#);
    let new = document("basic_item", r#""number_use_bases": "番号法別表の85の項""#);
    let found = planned(&old, &new);
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(false), Some(false)));
    assert_eq!((events(&found), found.timing()), (vec![Event::OtherChange], Some(SubmissionTiming::After)));
}

#[test]
fn other_changes_are_corrected_promptly() {
    let old = document("key_item", r#""department": {"head": "課長"}"#);
    let new = document("key_item", r#""department": {"head": "室長"}"#);
    let found = planned(&old, &new);
    assert_eq!((found.must_reassess(), events(&found)), (Some(false), vec![Event::OtherChange]));
    let actions: Vec<Action> = found.steps.iter().map(|step| step.task.duty.action).collect();
    assert_eq!(actions, [Action::Correct, Action::File, Action::Publish, Action::FilePlan]);
    assert!(found.steps.iter().all(|step| step.document != Some(AssessmentKind::BasicItem)));
    // A renumbering of the law is not a material change, although the item is marked.
    let old = document("key_item", r#""number_use_bases": "番号法別表第一の30の項""#);
    let new = document("key_item", r#""number_use_bases": "番号法別表の44の項""#);
    assert_eq!(events(&planned(&old, &new)), [Event::OtherChange]);
}

#[test]
fn a_paper_that_still_says_the_old_answer_is_corrected_too() {
    let of = |kind, head| paper(kind, "from_100000_to_299999", &format!(r#", "department": {{"head": "{head}"}}"#));
    let papers = [of("basic_item", "課長"), of("key_item", "課長")];
    let new = of("basic_item", "室長");
    let edits = [difference(&papers[0], &new)];
    let corrected = |papers: &[Assessment]| -> Vec<AssessmentKind> {
        let gathered = Dossier::gather(papers, None);
        let found = plan(&gathered.dossiers[0], &changed(&edits, None, System::None), day("2025-06-01"));
        let corrected = found.steps.iter().filter(|step| step.task.duty.action == Action::Correct);
        corrected.filter_map(|step| step.document).collect()
    };
    assert_eq!(corrected(&papers), [AssessmentKind::BasicItem, AssessmentKind::KeyItem]);
    assert_eq!(corrected(&[papers[0].clone(), of("key_item", "部長")]), [AssessmentKind::BasicItem]);
}

#[test]
fn what_is_published_anew_asks_for_nothing_more() {
    let old = document("key_item", r#""cover": {"published": "2024-06-01"}"#);
    let new = document(
        "key_item",
        r#""cover": {"published": "2025-06-01"}, "changes": [{"date": "2025-06-01", "items": "Ⅰ1②事務の内容"}]"#,
    );
    let found = planned(&old, &new);
    assert_eq!((events(&found), found.timing(), found.must_reassess()), (vec![], None, Some(false)));
}

/// An officer changes much at once; what does not make a step necessary is not its reason.
#[test]
fn a_step_names_the_edits_that_make_it_necessary() {
    let section = |entrustee: &str, storage: &str| {
        format!(
            r#", "file_sections": [{{"names": "甲", "entrustments": [{{"matter": "保守", "entrustee": "{entrustee}"}}],
                "retention": {{"storage": "{storage}"}}}}]"#
        )
    };
    let old = paper("key_item", "from_100000_to_299999", &section("甲社", "庁舎"));
    let new = paper("key_item", "from_100000_to_299999", &section("乙社", "ガバメントクラウド"));
    let basic = |incident: &str, office: &str| {
        let fields = format!(
            r#""population": 12000, "threshold": {{"handlers": "under_500", "incident": "{incident}"}}, "department": {{"name": "{office}"}}"#
        );
        document("basic_item", &fields)
    };
    let reasons = |old: &Assessment, new: &Assessment| -> Vec<(Event, Vec<String>)> {
        let found = planned(old, new);
        let step = |step: &Step<'_>| (step.task.event, step.because.iter().map(|one| one.path.to_string()).collect());
        found.steps.iter().map(step).collect()
    };
    let (both, none) = (reasons(&old, &new), reasons(&old, &old));
    assert!(none.is_empty() && both.len() > 3, "{both:?}");
    for (event, paths) in both {
        assert_eq!(
            (event, &paths[..]),
            (Event::MaterialChange, &["file_sections[0].retention.storage".to_string()][..])
        );
    }
    for (event, paths) in reasons(&basic("no", "甲課"), &basic("yes", "乙課")) {
        assert_eq!((event, &paths[..]), (Event::ThresholdRise, &["threshold.incident".to_string()][..]));
    }
    // A correction is necessary because of every edit of its paper.
    for (event, paths) in reasons(&basic("no", "甲課"), &basic("no", "乙課")) {
        assert_eq!((event, paths.len()), (Event::OtherChange, 1), "{paths:?}");
    }
}

#[test]
fn kumagaya_did_what_the_plan_says() {
    let document: Assessment = serde_json::from_str(KUMAGAYA).unwrap();
    let before = rewind(&document, day("2025-05-30")).document;
    let edits = [difference(&before, &document)];
    let happening = changed(&edits, None, System::None);
    let found = plan(&Dossier::of(&before), &happening, day("2025-05-30"));
    // Its own rows say 事後, because the threshold result changed.
    assert_eq!(found.timing(), document.changes[65].timing.given().copied());
    assert_eq!((found.must_reassess(), found.must_be_before()), (Some(true), Some(false)));
    assert_eq!(events(&found), [Event::ThresholdRise]);
    assert_eq!(
        texts(found.steps.iter()),
        [
            "速やかに 基礎項目評価書: 修正 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 提出 (規則第14条第3項（同条第1項を準用）; 確認済み)",
            "速やかに 基礎項目評価書: 公表 (規則第14条第3項（同条第2項を準用）; 確認済み)",
            "期限の定めなし 重点項目評価書: 提出 (規則第6条第2項; 確認済み)",
            "速やかに 重点項目評価書: 公表 (規則第6条第3項; 確認済み)",
            "提出又は公示と併せて 計画管理書（評価の計画等を記載した書面）の提出 (規則第3条; 確認済み)",
        ]
    );
    assert_eq!(found.steps[0].because.len(), 2);
}

#[test]
fn a_lower_result_and_an_open_one_are_no_rise() {
    for (old, new) in [("basic_item_and_key_item", "basic_item"), ("none", "?"), ("?", "basic_item_and_all_item")] {
        let of = |result| document("basic_item", &format!(r#""threshold": {{"result": "{result}"}}"#));
        let (before, after) = (of(old), of(new));
        let found = planned(&before, &after);
        assert_eq!(found.must_reassess(), Some(false), "{old} {new}");
        assert!(!events(&found).contains(&Event::ThresholdRise), "{old} {new}");
    }
    // Without a stated result, the facts decide.
    let of = |handlers| {
        let facts = r#""population": "from_10000_to_99999", "threshold": {"incident": "no", "handlers": "#;
        document("basic_item", &format!(r#"{facts}"{handlers}"}}"#))
    };
    let (old, new) = (of("under_500"), of("at_least_500"));
    assert_eq!(events(&planned(&old, &new)), [Event::ThresholdRise]);
}

#[test]
fn what_recurs_has_its_days() {
    let mut document = document("all_item", r#""cover": {"published": "2024-02-29"}"#);
    let days = |document: &Assessment, fields: Option<&str>| -> Vec<(Action, Option<NaiveDate>, Force)> {
        let register = register(fields.unwrap_or_default());
        let entry = fields.map(|_| &register.affairs[0]);
        let steps = calendar(&[Dossier::of_papers([document], entry, Some(&register))], day("2025-06-01"));
        steps.iter().map(|step| (step.task.duty.action, step.by.last(), step.task.duty.force)).collect()
    };
    let published = [
        (Action::Review, Some(day("2025-02-28")), Force::Effort),
        (Action::Reassess, Some(day("2029-02-28")), Force::Effort),
    ];
    assert_eq!(days(&document, None), published);
    let reviewed = r#", "reviewed": "2025-04-01", "publications": [
        {"paper": "all_item", "on": "2022-04-01", "by": "assessed"}, {"paper": "all_item", "on": "2024-02-29", "by": "corrected"}]"#;
    let found = days(&document, Some(reviewed));
    assert_eq!((found[0].1, found[1].1), (Some(day("2026-04-01")), Some(day("2027-04-01"))));
    // The end of an affair is reported to the Commission, and there is no further review.
    let ended = days(&document, Some(r#", "ended": "2025-05-31""#));
    assert_eq!(
        ended,
        [
            (Action::NotifyEnd, None, Force::Duty),
            (Action::MarkEnded, None, Force::Instruction),
            (Action::KeepPublished, None, Force::Instruction),
        ]
    );
    assert_eq!(days(&document, Some(r#", "ended": "2025-06-02""#)).len(), 2);
    // Without a day of publication, no period runs.
    document.cover.published = Answer::Unanswered;
    assert!(days(&document, None).iter().all(|(_, by, _)| by.is_none()));
}

#[test]
fn the_end_of_an_affair_has_its_steps() {
    let document = document("all_item", r#""cover": {"published": "2024-02-29"}"#);
    let found = plan(&Dossier::of(&document), &Happening::End { on: day("2025-05-31") }, day("2025-06-01"));
    assert_eq!(
        texts(found.steps.iter()),
        [
            "2025-05-31から遅滞なく 事務の実施をやめた旨の通知 (規則第16条; 確認済み)",
            "期限の定めなし 全項目評価書: 終了の表示（記載要領による） (様式4の記載要領; 一部確認)",
            "2028-05-31まで継続 全項目評価書: 公表の継続（記載要領による） (様式4の記載要領; 一部確認)",
        ]
    );
    assert_eq!(found.questions[0].code, "mark_of_end");
    // What must go on until a day is not due.
    assert!(found.steps[0].is_due(day("2025-06-01")) && !found.steps[2].is_due(day("2030-01-01")));
}

#[test]
fn the_ground_of_publication_decides_whether_a_light_affair_has_duties() {
    let basic = paper("basic_item", "under_1000", r#", "department": {"head": "課長"}"#);
    let new = paper("basic_item", "under_1000", r#", "department": {"head": "室長"}"#);
    let edits = [difference(&basic, &new)];
    for (by, steps, is_asked) in [("assessed", 4, false), ("corrected", 4, true), ("voluntary", 0, true)] {
        let register =
            register(&format!(r#", "publications": [{{"paper": "basic_item", "on": "2024-06-01", "by": "{by}"}}]"#));
        let dossier = Dossier::of_papers([&basic], register.affairs.first(), Some(&register));
        let change = plan(&dossier, &changed(&edits, None, System::None), day("2025-06-01"));
        let asks = |plan: &Plan<'_>| plan.questions.iter().any(|question| question.code == "voluntary_assessment");
        assert_eq!((change.steps.len(), asks(&change)), (steps, is_asked), "{by}");
        let end = plan(&dossier, &Happening::End { on: day("2025-05-31") }, day("2025-06-01"));
        assert_eq!((end.steps.len(), asks(&end)), (usize::from(by != "voluntary"), by == "voluntary"), "{by}");
    }
}

fn incident(date: &str, known: Option<&str>, scope: IncidentScope) -> SeriousIncident {
    SeriousIncident { date: date.parse().unwrap(), known: known.map(|known| known.parse().unwrap()), scope }
}

#[test]
fn an_incident_concerns_every_paper_that_asks_for_it() {
    let basic = paper("basic_item", "from_10000_to_99999", "");
    let papers = [basic, paper("key_item", "from_10000_to_99999", "")];
    let of = |papers: &[Assessment], scope| -> (Obligation, Vec<(Option<AssessmentKind>, Action)>) {
        let gathered = Dossier::gather(papers, None);
        let happening = Happening::Incident { incident: incident("2026-03-01", Some("2026-04-10"), scope) };
        let found = plan(&gathered.dossiers[0], &happening, day("2026-04-20"));
        let steps = found.steps.iter().map(|step| (step.document, step.task.duty.action)).collect();
        (found.case.after, steps)
    };
    let (after, steps) = of(&papers[..1], IncidentScope::SpecificPersonalInformation);
    assert_eq!(after, Obligation::BasicItemAndKeyItem);
    assert!(steps.contains(&(Some(AssessmentKind::BasicItem), Action::Correct)));
    assert!(steps.contains(&(Some(AssessmentKind::KeyItem), Action::File)));
    assert!(steps.contains(&(None, Action::ReportLeak)));
    // An incident without 特定個人情報 is a matter of the deeper paper alone.
    let (after, steps) = of(&papers, IncidentScope::PersonalInformation);
    assert_eq!(after, Obligation::BasicItem);
    assert!(!steps.contains(&(Some(AssessmentKind::BasicItem), Action::Correct)));
    assert!(steps.contains(&(Some(AssessmentKind::KeyItem), Action::Correct)));
}

#[test]
fn an_incident_that_no_longer_counts_is_on_the_calendar() {
    let json = r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government",
        "incidents": [{"date": "2025-03-01", "known": "2025-04-10", "scope": "specific_personal_information"}],
        "affairs": [{"number": "5", "name": "介護保険に関する事務"}]}"#;
    let register: Register = serde_json::from_str(json).unwrap();
    let mut basic = paper("basic_item", "from_10000_to_99999", "");
    basic.threshold.incident = Answer::Given(Occurrence::Occurred);
    let papers = [basic, paper("key_item", "from_10000_to_99999", "")];
    let gathered = Dossier::gather(&papers, Some(&register));
    let steps = calendar(&gathered.dossiers, day("2025-12-01"));
    let lapsed: Vec<&Step<'_>> = steps.iter().filter(|step| step.on == Some(day("2026-04-11"))).collect();
    let seen: Vec<(Event, Action)> = lapsed.iter().map(|step| (step.task.event, step.task.duty.action)).collect();
    assert_eq!(
        seen,
        [
            (Event::IncidentLapsed, Action::Redetermine),
            (Event::ThresholdFall, Action::Correct),
            (Event::ThresholdFall, Action::File),
            (Event::ThresholdFall, Action::Publish),
            // 様式3 Ⅴ1② states the result too.
            (Event::ThresholdFall, Action::Correct),
            (Event::ThresholdFall, Action::File),
            (Event::ThresholdFall, Action::Publish),
        ]
    );
    let papers: Vec<Option<AssessmentKind>> = lapsed.iter().skip(1).map(|step| step.document).collect();
    assert_eq!(papers, [[Some(AssessmentKind::BasicItem); 3], [Some(AssessmentKind::KeyItem); 3]].concat());
    assert_eq!(gathered.dossiers[0].facts(day("2026-04-11")).serious_incident, Some(Occurrence::NotOccurred));
    assert_eq!(gathered.dossiers[0].facts(day("2026-04-10")).serious_incident, Some(Occurrence::Occurred));
}

/// A change is planned with the facts of its day.
#[test]
fn an_incident_that_no_longer_counts_on_the_day_of_a_change_does_not_decide() {
    let json = r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "kind": "local_government",
        "incidents": [{"date": "2025-03-01", "known": "2025-04-10", "scope": "specific_personal_information"}],
        "affairs": [{"number": "5", "name": "介護保険に関する事務"}]}"#;
    let register: Register = serde_json::from_str(json).unwrap();
    let of = |head| paper("basic_item", "from_10000_to_99999", &format!(r#", "department": {{"head": "{head}"}}"#));
    let (old, new) = (of("課長"), of("室長"));
    let edits = [difference(&old, &new)];
    let dossier = Dossier::of_papers([&old], register.affairs.first(), Some(&register));
    let before = |on| plan(&dossier, &changed(&edits, on, System::None), day("2025-12-01")).case.before;
    assert_eq!(before(None), Obligation::BasicItemAndKeyItem);
    assert_eq!(before(Some("2026-04-10")), Obligation::BasicItemAndKeyItem);
    assert_eq!(before(Some("2026-04-11")), Obligation::BasicItem);
}

#[test]
fn the_lead_body_acts_if_others_are_named() {
    let (mut old, mut new) = moved("key_item");
    for document in [&mut old, &mut new] {
        document.other_bodies = Answer::Given("乙市長".parse().unwrap());
    }
    assert!(planned(&old, &new).steps.iter().all(|step| step.actor == Actor::LeadBody));
    let (old, new) = moved("key_item");
    assert!(planned(&old, &new).steps.iter().all(|step| step.actor == Actor::Body));
}

#[test]
fn a_file_is_held_after_its_assessment() {
    let register = register(r#", "planned": [{"what": "hold", "on": "2027-04-01"}]"#);
    let facts = |text: &str| -> Facts { serde_json::from_str(text).unwrap() };
    let gathered = Dossier::gather(&[], Some(&register));
    let of = |facts, system| {
        let hold = Happening::Hold { on: Some(day("2027-04-01")), system, facts: Some(facts), is_urgent: false };
        plan(&gathered.dossiers[0], &hold, day("2026-06-01"))
    };
    let none = of(facts(r#"{"population": 900}"#), System::None);
    assert_eq!((none.steps.len(), none.nothing.unwrap().citation), (0, "規則第4条第3号"));
    // An exemption says why.
    let exempt: Register = {
        let mut exempt = register.clone();
        exempt.affairs[0].exemption = Some(Exemption::PersonnelFilesOnly);
        exempt
    };
    let facts_of_many = Some(facts(r#"{"population": 300000}"#));
    let hold = Happening::Hold { on: None, system: System::None, facts: facts_of_many, is_urgent: false };
    let none = plan(&Dossier::gather(&[], Some(&exempt)).dossiers[0], &hold, day("2026-06-01")).nothing;
    assert_eq!(none.unwrap().citation, "規則第4条第1号");
    let found = of(facts(r#"{"population": 300000}"#), System::From(day("2026-12-01")));
    let announced = found.steps.iter().find(|step| step.task.duty.action == Action::SeekOpinions).unwrap();
    // 公示 is before building of the system begins; the publication is before the file is held.
    let by = By::Before { last: Some(day("2026-11-30")), opinions_by: Some(day("2026-10-31")), is_followed: false };
    assert_eq!(announced.by, by);
    let published = found.steps.iter().rfind(|step| step.task.duty.action == Action::Publish).unwrap();
    assert_eq!(published.by.last(), Some(day("2027-03-31")));
    // The planned file is on the calendar, with what is not known.
    let steps = calendar(&gathered.dossiers, day("2026-06-01"));
    assert!(steps.iter().any(|step| step.needs == [Missing::System, Missing::Facts]));
}

/// A known day never moves a deadline later.
#[test]
fn a_known_day_makes_no_deadline_later() {
    let (old, new) = moved("all_item");
    let edits = [difference(&old, &new)];
    let lasts = |on, system| -> Vec<Option<NaiveDate>> {
        let found = plan(&Dossier::of(&old), &changed(&edits, on, system), day("2025-06-01"));
        found.steps.iter().map(|step| step.by.last()).collect()
    };
    let one = lasts(Some("2025-10-01"), System::NotKnown);
    for begin in ["2025-08-01", "2025-10-01", "2025-12-01"] {
        let both = lasts(Some("2025-10-01"), System::From(day(begin)));
        for (one, both) in one.iter().zip(&both) {
            assert!(both.is_some() == one.is_some() && both <= one, "{begin}");
        }
        assert!(lasts(None, System::NotKnown).iter().all(Option::is_none));
    }
}

/// The order of the documents makes no difference.
#[test]
fn the_order_of_the_papers_makes_no_difference() {
    let papers = [
        paper("basic_item", "from_100000_to_299999", ""),
        paper("key_item", "from_100000_to_299999", ""),
        document("basic_item", r#""cover": {"number": "6", "body": "甲市長", "published": "2024-07-01"}"#),
    ];
    let reversed: Vec<Assessment> = papers.iter().rev().cloned().collect();
    let of = |papers: &[Assessment]| texts(calendar(&Dossier::gather(papers, None).dossiers, day("2025-06-01")).iter());
    assert_eq!(of(&papers), of(&reversed));
}

/// A body that did what the plan says has nothing left to do of it.
#[test]
fn what_is_published_as_planned_is_no_step_any_more() {
    let scope = |published, scope| {
        let mut paper = paper(
            "key_item",
            "from_100000_to_299999",
            &format!(r#", "file_sections": [{{"names": "甲", "outline": {{"scope": "{scope}"}}}}]"#),
        );
        paper.cover.published = Answer::Given(str::parse(published).unwrap());
        paper
    };
    let basic = paper("basic_item", "from_100000_to_299999", "");
    let (old, new) = (scope("2024-06-01", "65歳以上の者"), scope("2027-03-20", "60歳以上の者"));
    let edits = [difference(&old, &new)];
    let happening = changed(&edits, Some("2027-04-01"), System::None);
    let of = |register: &Register, papers: &[Assessment], as_of| -> Vec<(Option<AssessmentKind>, Action)> {
        let gathered = Dossier::gather(papers, Some(register));
        let found = plan(&gathered.dossiers[0], &happening, day(as_of));
        found.steps.iter().map(|step| (step.document, step.task.duty.action)).collect()
    };
    let first = register(
        r#", "publications": [{"paper": "basic_item", "on": "2024-06-01", "by": "assessed"},
        {"paper": "key_item", "on": "2024-06-01", "by": "assessed"}]"#,
    );
    let papers = [basic.clone(), old.clone()];
    let (key, base) = (Some(AssessmentKind::KeyItem), Some(AssessmentKind::BasicItem));
    let all = [
        (base, Action::File),
        (base, Action::Publish),
        (key, Action::File),
        (key, Action::Publish),
        (None, Action::FilePlan),
    ];
    assert_eq!(of(&first, &papers, "2026-11-01"), all);
    // The key-item assessment is published first.
    let papers = [basic.clone(), old.clone(), new.clone()];
    assert_eq!(of(&first, &papers, "2027-03-20"), [all[0], all[1], all[4]]);
    let second = register(
        r#", "publications": [{"paper": "basic_item", "on": "2024-06-01", "by": "assessed"},
        {"paper": "key_item", "on": "2024-06-01", "by": "assessed"}, {"paper": "key_item", "on": "2027-03-20", "by": "assessed"},
        {"paper": "basic_item", "on": "2027-03-25", "by": "assessed"}]"#,
    );
    assert_eq!(of(&second, &papers, "2027-03-25"), []);
}

/// A correction never changes the five years, an assessment always does.
#[test]
fn only_an_assessment_begins_the_five_years_again() {
    let key = paper("key_item", "from_100000_to_299999", "");
    let ends = |last: &str| -> NaiveDate {
        let register = register(&format!(
            r#", "publications": [{{"paper": "key_item", "on": "2021-04-01", "by": "assessed"}},
                {{"paper": "key_item", "on": "2024-06-01", "by": "{last}"}}]"#
        ));
        let dossier = Dossier::of_papers([&key], register.affairs.first(), Some(&register));
        let steps = calendar(&[dossier], day("2025-06-01"));
        steps.iter().find(|step| step.task.duty.action == Action::Reassess).unwrap().by.last().unwrap()
    };
    assert_eq!(ends("corrected"), day("2026-04-01"));
    assert_eq!(ends("assessed"), day("2029-06-01"));
}

/// What the calendar said when it knew one paper: the days of the review and of the end of the five years. The day of the review is
/// the same; the five years end in a window, of which that day is the end, unless the paper was never corrected.
#[test]
fn the_calendar_of_one_paper_still_says_its_days() {
    for (name, review, again, earliest) in [
        ("edogawa", Some("2025-12-06"), Some("2029-12-06"), Some("2029-11-22")),
        ("kawaguchi", Some("2026-12-26"), Some("2030-12-26"), Some("2030-09-05")),
        ("kumagaya", Some("2026-05-30"), Some("2030-05-30"), None),
        ("matsudo", Some("2022-07-26"), Some("2026-07-26"), Some("2020-11-25")),
        ("shinjuku", None, None, None),
    ] {
        let file = format!("{}/examples/documents/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let document: Assessment = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let local = register("");
        let steps = calendar(&[Dossier::of_papers([&document], None, Some(&local))], day("2026-04-01"));
        let of = |action| steps.iter().find(|step| step.task.duty.action == action).unwrap().by;
        assert_eq!(steps.len(), 2, "{name}");
        assert_eq!(of(Action::Review), review.map_or(By::NotKnown, |review| By::On(day(review))), "{name}");
        let again = again.map(|latest| By::Within { earliest: earliest.map(day), latest: day(latest) });
        assert_eq!(of(Action::Reassess), again.unwrap_or(By::NotKnown), "{name}");
    }
}

/// Another edit removes only steps that an assessment of the same paper replaces.
#[test]
fn another_edit_removes_only_what_an_assessment_replaces() {
    let of = |head, bases| {
        let fields = format!(r#", "department": {{"head": "{head}"}}, "number_use_bases": "番号法別表の{bases}の項""#);
        paper("basic_item", "from_100000_to_299999", &fields)
    };
    let papers = [of("課長", "30"), paper("key_item", "from_100000_to_299999", "")];
    let gathered = Dossier::gather(&papers, None);
    let steps = |new: &Assessment, facts| -> Vec<(Event, Option<AssessmentKind>, Action)> {
        let edits = [difference(&papers[0], new)];
        let system = System::None;
        let happening = Happening::Change { edits: &edits, on: None, system, facts, is_urgent: false, is_minor: false };
        let found = plan(&gathered.dossiers[0], &happening, day("2025-06-01"));
        found.steps.iter().map(|step| (step.task.event, step.document, step.task.duty.action)).collect()
    };
    let more: Facts = serde_json::from_str(r#"{"population": 300000}"#).unwrap();
    let (head, bases, both) = (of("室長", "30"), of("課長", "44"), of("室長", "44"));
    for (first, facts, all, all_facts) in [
        (&head, None, &both, None),
        (&bases, None, &both, None),
        (&bases, None, &bases, Some(more)),
        (&head, Some(more), &both, Some(more)),
    ] {
        let (first, all) = (steps(first, facts), steps(all, all_facts));
        let is_assessed = |paper| {
            let own = |event| matches!(event, Event::MaterialChange | Event::ThresholdRise);
            all.iter().any(|(event, document, _)| own(*event) && *document == paper)
        };
        for step in &first {
            let is_kept = all.iter().any(|other| (other.1, other.2) == (step.1, step.2));
            assert!(is_kept || is_assessed(step.1), "{step:?}: {all:?}");
        }
        assert!(all.len() >= first.len() || is_assessed(Some(AssessmentKind::BasicItem)));
    }
}

/// A step, with its deadline.
type Dated = (Option<AssessmentKind>, Action, By);

/// Another event on the calendar removes nothing from it, except that an affair that ended has no other duties.
#[test]
fn another_event_removes_nothing_from_the_calendar() {
    let as_of = day("2025-06-01");
    let (mut seen, mut added) = (0, 0);
    for seed in 0..20 {
        let made = dossier(seed, 2, &Parameters::default());
        let of = |register: &Register| -> Vec<Dated> {
            let steps = calendar(&Dossier::gather(&made.documents, Some(register)).dossiers, as_of);
            steps.iter().map(|step| (step.document, step.task.duty.action, step.by)).collect()
        };
        let before = of(&made.register);
        let planned = |what| {
            let mut register = made.register.clone();
            register.affairs[0].planned = vec![Planned { what, on: day("2026-04-01") }];
            register
        };
        let lost = incident("2024-09-01", None, IncidentScope::SpecificPersonalInformation);
        let more = Register { incidents: Some(vec![lost]), ..made.register.clone() };
        for register in [planned(PlannedEvent::Hold), planned(PlannedEvent::Change), more] {
            let after = of(&register);
            assert!(before.iter().all(|step| after.contains(step)), "{seed} {before:?} {after:?}");
            seen += before.len();
            added += after.len() - before.len();
        }
        let mut ended = made.register.clone();
        ended.affairs[0].ended = Some(day("2025-05-01"));
        let is_of_end = |action| matches!(action, Action::NotifyEnd | Action::MarkEnded | Action::KeepPublished);
        assert!(of(&ended).iter().all(|(_, action, _)| is_of_end(*action)), "{seed}");
    }
    assert!(seen > 100 && added > 100, "{seen} {added}");
}

/// A paper that was published as planned asks for nothing more, whatever happened. Of a new file nothing shows that: the affair may hold
/// others.
#[test]
fn what_is_published_for_any_event_is_no_step_any_more() {
    let (as_of, later) = (day("2025-06-01"), day("2026-06-01"));
    let mut seen = 0;
    for seed in 0..30 {
        let made = dossier(seed, 1, &Parameters::default());
        let lost = incident("2025-03-01", Some("2025-05-20"), IncidentScope::SpecificPersonalInformation);
        let mut all = vec![Happening::Incident { incident: lost }];
        for people in [900, 5_000, 50_000, 150_000, 300_000] {
            for handlers in [9, 600] {
                let facts = serde_json::json!({"population": people, "handlers": handlers});
                all.push(Happening::Facts {
                    facts: serde_json::from_value(facts).unwrap(),
                    on: Some(day("2025-07-01")),
                });
            }
        }
        for happening in &all {
            let of = |register: &Register, as_of| -> Vec<(Option<AssessmentKind>, Action)> {
                let gathered = Dossier::gather(&made.documents, Some(register));
                let steps = plan(&gathered.dossiers[0], happening, as_of).steps;
                steps.iter().map(|step| (step.document, step.task.duty.action)).collect()
            };
            let planned = of(&made.register, as_of);
            let mut register = made.register.clone();
            for (paper, action) in &planned {
                if let (Some(paper), Action::Publish) = (paper, action) {
                    let (paper, by) = (*paper, PublishedBy::Assessed);
                    register.affairs[0].publications.push(Publication { paper, on: day("2025-08-01"), by });
                    seen += 1;
                }
            }
            let left = of(&register, later);
            assert!(left.iter().all(|(paper, _)| paper.is_none()), "{seed} {happening:?} {left:?}");
        }
        // The notice of the end is recorded in the register.
        let mut register = made.register.clone();
        register.affairs[0].ended = Some(day("2020-05-01"));
        let of = |register: &Register| -> Vec<Action> {
            let steps = calendar(&Dossier::gather(&made.documents, Some(register)).dossiers, as_of);
            steps.iter().map(|step| step.task.duty.action).collect()
        };
        assert!(of(&register).contains(&Action::NotifyEnd) && !of(&register).contains(&Action::KeepPublished));
        register.affairs[0].notified = Some(day("2020-05-10"));
        assert!(!of(&register).contains(&Action::NotifyEnd));
    }
    assert!(seen > 300, "{seen}");
}

/// 自主方針: the steps are those of the assessment that the body makes by its own policy. What no provision asks for says so.
#[test]
fn a_policy_of_the_body_is_a_floor_without_provisions() {
    let fields = |place| format!(r#", "file_sections": [{{"names": "甲", "retention": {{"storage": "{place}"}}}}]"#);
    let papers =
        [paper("basic_item", "from_100000_to_299999", ""), paper("all_item", "from_100000_to_299999", &fields("庁舎"))];
    let new = paper("all_item", "from_100000_to_299999", &fields("ガバメントクラウド"));
    let edits = [difference(&papers[1], &new)];
    let happening = changed(&edits, Some("2026-04-01"), System::None);
    let of = |fields| -> Vec<String> {
        let register = register(fields);
        let gathered = Dossier::gather(&papers, Some(&register));
        texts(plan(&gathered.dossiers[0], &happening, day("2025-06-01")).steps.iter())
    };
    let lawful = of("");
    assert!(lawful.iter().any(|step| step.contains("重点項目評価書: 提出")), "{lawful:?}");
    let found = of(r#", "policy": "basic_item_and_all_item""#);
    assert_eq!(found[0], "2026-03-31まで 基礎項目評価書: 提出 (規則第5条第1項後段、規則第9条第1項後段; 一部確認)");
    assert_eq!(
        found[2],
        "2026-03-01まで（目安。遅くとも2026-03-31まで） 全項目評価書: 公示し、住民その他の者の意見を求める (自主方針)"
    );
    assert!(found.iter().all(|step| !step.contains("重点項目評価書")), "{found:?}");
    // A policy below the duty changes nothing.
    assert_eq!(of(r#", "policy": "basic_item""#), lawful);
    // In JSON, such a step has no source.
    let register = register(r#", "policy": "basic_item_and_all_item""#);
    let gathered = Dossier::gather(&papers, Some(&register));
    let json = serde_json::to_value(plan(&gathered.dossiers[0], &happening, day("2025-06-01"))).unwrap();
    for step in json["steps"].as_array().unwrap() {
        assert_eq!(step["is_by_policy"] == true, step["sources"].as_array().unwrap().is_empty(), "{step}");
    }
}

/// The body may judge that a change of a marked item is not material.
#[test]
fn a_change_that_the_body_judges_not_to_be_material_is_a_correction() {
    let (old, new) = moved("key_item");
    let edits = [difference(&old, &new)];
    let of = |is_minor| {
        let happening = Happening::Change {
            edits: &edits,
            on: None,
            system: System::None,
            facts: None,
            is_urgent: false,
            is_minor,
        };
        let found = plan(&Dossier::of(&old), &happening, day("2025-06-01"));
        (events(&found), found.to_judge.len(), found.timing())
    };
    assert_eq!(of(false), (vec![Event::MaterialChange], 2, Some(SubmissionTiming::Before)));
    assert_eq!(of(true), (vec![Event::OtherChange], 0, Some(SubmissionTiming::After)));
}

/// A change that the register plans has the steps of a material one, which say that nobody knows whether it is one.
#[test]
fn a_planned_change_without_versions_is_on_the_calendar() {
    let register = register(r#", "planned": [{"what": "change", "on": "2026-04-01"}]"#);
    let of = |papers: &[Assessment]| {
        let gathered = Dossier::gather(papers, Some(&register));
        let steps = calendar(&gathered.dossiers, day("2025-06-01"));
        let planned: Vec<&Step<'_>> = steps.iter().filter(|step| step.needs.contains(&Missing::Versions)).collect();
        assert!(planned.iter().all(|step| step.task.event == Event::MaterialChange));
        texts(planned.into_iter())
    };
    let papers = [paper("basic_item", "from_100000_to_299999", ""), paper("key_item", "from_100000_to_299999", "")];
    let steps = of(&papers);
    assert_eq!(steps.len(), 5);
    assert!(steps.contains(
        &"2026-03-31まで 重点項目評価書: 提出（重要な変更に当たる場合） (規則第6条第1項後段、規則第9条第1項後段; 一部確認)".into()
    ));
    // An affair that needs only a 基礎項目評価書 has no material change.
    assert_eq!(of(&[paper("basic_item", "from_1000_to_9999", "")]), [""; 0]);
    let gathered = Dossier::gather(&papers, Some(&register));
    let found = plan(&gathered.dossiers[0], &changed(&[], Some("2026-04-01"), System::None), day("2025-06-01"));
    assert_eq!((found.must_reassess(), found.must_be_before(), found.timing()), (None, None, None));
    assert_eq!(found.needs, [Missing::Versions]);
}

/// If the kind of the body is not known, a step that only one kind must take says so.
/// The announcement of a change comes thirty days before it, and the calendar is in the order of the days on which one must begin.
#[test]
fn an_announcement_is_sorted_by_the_day_of_its_notice() {
    let register = register(r#", "planned": [{"what": "change", "on": "2026-04-01"}]"#);
    let papers = [paper("basic_item", "at_least_300000", ""), paper("all_item", "at_least_300000", "")];
    let gathered = Dossier::gather(&papers, Some(&register));
    let steps = calendar(&gathered.dossiers, day("2025-06-01"));
    let days: Vec<NaiveDate> = steps.iter().filter_map(|step| step.by.begin_by()).collect();
    assert!(days.is_sorted() && days.contains(&day("2026-03-01")), "{days:?}");
    let notice = steps.iter().find(|step| step.task.duty.action == Action::SeekOpinions).unwrap();
    assert_eq!((notice.by.begin_by(), notice.by.last()), (Some(day("2026-03-01")), Some(day("2026-03-31"))));
    assert_eq!(notice.by.text(Language::English), "by 2026-03-01 (a guide; by 2026-03-31 at the latest)");
    let filing = steps.iter().find(|step| step.task.duty.action == Action::File).unwrap();
    assert_eq!(filing.by.begin_by(), filing.by.last());
}

#[test]
fn a_step_of_one_kind_of_body_says_so() {
    let (old, new) = moved("all_item");
    let found = planned(&old, &new);
    let of_one: Vec<&Step<'_>> = found.steps.iter().filter(|step| step.task.duty.body.is_some()).collect();
    assert!(of_one.len() > 5 && of_one.iter().all(|step| step.needs.contains(&Missing::Body)));
    assert!(
        of_one
            .iter()
            .any(|step| step.text(Language::Japanese).contains("個人情報保護委員会の承認（行政機関等の場合） ("))
    );
    assert!(of_one.iter().any(|step| step.text(Language::English).contains("(if it is a local government) (")));
    // A step of one kind never follows one of the other.
    for step in of_one {
        let before = step.follows.and_then(|before| found.steps[before].task.duty.body);
        assert!(before.is_none() || before == step.task.duty.body, "{step:?}");
    }
}

/// A step, with its provisions.
type Cited = (Option<AssessmentKind>, Action, Option<Reading>, Vec<&'static str>);

/// What happens to invented affairs: every plan has steps with provisions, or says why there are none; a step follows an earlier one; and
/// without the kind of the body, the steps are those of both kinds.
#[test]
fn every_event_of_an_invented_affair_has_a_plan() {
    let as_of = day("2025-06-01");
    let mut seen = 0;
    for seed in 0..30 {
        let made = dossier(seed, 2, &Parameters::default());
        let local = Register { kind: Some(BodyKind::LocalGovernment), ..made.register.clone() };
        let organ = Register { kind: Some(BodyKind::AdministrativeOrgan), ..made.register.clone() };
        let neither = Register { kind: None, ..made.register.clone() };
        let facts = |population: u64, handlers: u64| Facts {
            population: Some(population.to_string().parse().unwrap()),
            handlers: Some(handlers.to_string().parse().unwrap()),
            serious_incident: None,
        };
        let lost = incident("2025-03-01", Some("2025-05-20"), IncidentScope::SpecificPersonalInformation);
        let (on, system) = (Some(day("2026-04-01")), System::NotKnown);
        let mut all = vec![Happening::Incident { incident: lost }, Happening::End { on: day("2025-05-31") }];
        for (population, handlers) in [(900, 3), (5_000, 600), (50_000, 400), (50_000, 600), (300_000, 9)] {
            let facts = facts(population, handlers);
            all.push(Happening::Facts { facts, on });
            for is_urgent in [false, true] {
                all.push(Happening::Hold { on, system, facts: Some(facts), is_urgent });
                all.push(Happening::Change { edits: &[], on, system, facts: Some(facts), is_urgent, is_minor: false });
            }
        }
        for happening in &all {
            let steps = |register: &Register| -> Vec<Cited> {
                let gathered = Dossier::gather(&made.documents, Some(register));
                let found = plan(&gathered.dossiers[0], happening, as_of);
                let is_of_assessment = |step: &Step<'_>| step.task.duty.action.is_of_assessment();
                let is_nothing = !found.steps.iter().any(is_of_assessment);
                assert_eq!(found.nothing.is_some(), is_nothing, "{seed} {happening:?}");
                for (index, step) in found.steps.iter().enumerate() {
                    assert!(step.follows.is_none_or(|before| before < index), "{seed} {step:?}");
                    assert!(step.sources().iter().all(|source| !source.citation.is_empty()));
                }
                seen += found.steps.len();
                let step = |step: &Step<'_>| {
                    let cited = step.sources().iter().map(|source| source.citation).collect();
                    (step.document, step.task.duty.action, step.task.reading, cited)
                };
                found.steps.iter().map(step).collect()
            };
            let mut steps = steps;
            let [local, organ, both] = [&local, &organ, &neither].map(&mut steps);
            assert!(local.iter().chain(&organ).all(|step| both.contains(step)), "{seed} {happening:?}");
            assert!(both.iter().all(|step| local.contains(step) || organ.contains(step)), "{seed} {happening:?}");
        }
    }
    assert!(seen > 10_000, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_that_needs_a_row_is_the_reason_of_a_step(Json(edit) in edit(Parameters::default())) {
        let Edited { before, after, item, path, .. } = edit;
        let edits = [difference(&before, &after)];
        let found = plan(&Dossier::of(&before), &changed(&edits, None, System::None), day("2025-06-01"));
        let is_logged = item.code() != "publication_date" && !path.to_string().starts_with("changes");
        let is_reason = found.steps.iter().any(|step| !step.because.is_empty());
        // An affair that needs no assessment has nothing to correct, unless it has a paper.
        prop_assert_eq!(is_reason, is_logged, "{:?}", found);
        prop_assert_eq!(found.nothing.is_some(), found.steps.is_empty());
        // One object holds all of it.
        let json = serde_json::to_value(&found).unwrap();
        prop_assert_eq!(json["steps"].as_array().unwrap().len(), found.steps.len());
    }
}

#[test]
fn a_deeper_assessment_that_is_required_sets_the_steps() {
    // The document is a 重点項目評価書; the affair requires a 全項目評価.
    let (mut old, mut new) = moved("key_item");
    old.threshold.result = Answer::Given(Obligation::BasicItemAndAllItem);
    new.threshold.result = old.threshold.result;
    let found = planned(&old, &new);
    // 様式4 marks what changed; the paper that is here is beyond the duty, and only corrected.
    let of = |paper| found.steps.iter().find(|step| step.document == Some(paper)).unwrap().task.event;
    assert_eq!(of(AssessmentKind::AllItem), Event::MaterialChange);
    assert_eq!(of(AssessmentKind::KeyItem), Event::OtherChange);
    assert!(found.questions.iter().any(|question| question.code == "voluntary_assessment"));
}
