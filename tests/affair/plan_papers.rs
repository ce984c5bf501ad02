//! Which papers a plan asks for, in which order, because of what, and which of them are done.

use crate::papers::{AS_OF, actions, change, day, edited, has, head, paper, register};
use mynumber_pia::affair::{Dossier, Happening, Reading, Step, System, plan};
use mynumber_pia::change::{Question, difference};
use mynumber_pia::duty::{Action, Event};
use mynumber_pia::threshold::Facts;
use mynumber_pia::{Assessment, AssessmentKind, Language};
use serde_json::{Value, json};

use AssessmentKind::{AllItem, BasicItem, KeyItem};

/// Each step of a paper follows the one before it under the same reading. The deeper paper after a rise follows the publication of the
/// corrected 基礎項目評価書 (規則第6条第2項); before a change no order of the papers is set.
#[test]
fn a_step_follows_the_one_before_it() {
    let papers = [
        paper("basic_item", "from_100000_to_299999", &json!({})),
        paper(
            "key_item",
            "from_100000_to_299999",
            &json!({"file_sections": [{"names": "甲", "outline": {"scope": "65歳以上の者"}}]}),
        ),
    ];
    let more = paper("basic_item", "at_least_300000", &json!({}));
    let wider = json!({"file_sections": [{"names": "甲", "outline": {"scope": "40歳以上の者"}}]});
    let wider = paper("key_item", "from_100000_to_299999", &wider);
    let edits = [difference(&papers[0], &more), difference(&papers[1], &wider)];
    let register = register(&json!({}), None);
    let dossier = Dossier::of_papers(&papers, register.affairs.first(), Some(&register));
    let found = plan(&dossier, &change(&edits, Some("2027-04-01")), day(AS_OF));
    let of = |step: &Step<'_>| (step.task.event, step.document, step.task.duty.action, step.task.reading);
    let follows = |event, paper, action, reading| {
        let step = found.steps.iter().find(|step| of(step) == (event, Some(paper), action, reading)).unwrap();
        step.follows.map(|before| of(&found.steps[before]))
    };
    let (material, rise) = (Event::MaterialChange, Event::ThresholdRise);
    let (a, b) = (Some(Reading::A), Some(Reading::B));
    assert_eq!(follows(material, BasicItem, Action::File, None), None);
    assert_eq!(
        follows(material, BasicItem, Action::Publish, None),
        Some((material, Some(BasicItem), Action::File, None))
    );
    assert_eq!(follows(rise, BasicItem, Action::File, None), Some((rise, Some(BasicItem), Action::Correct, None)));
    assert_eq!(follows(material, KeyItem, Action::File, a), None);
    assert_eq!(follows(material, KeyItem, Action::Publish, a), Some((material, Some(KeyItem), Action::File, a)));
    assert_eq!(follows(rise, AllItem, Action::SeekOpinions, a), Some((rise, Some(BasicItem), Action::Publish, None)));
    assert_eq!(follows(rise, AllItem, Action::AnnounceOnline, a), None);
    let review = Some((rise, Some(AllItem), Action::SeekOpinions, a));
    assert_eq!(follows(rise, AllItem, Action::ConsiderOpinions, a), review);
    assert_eq!(follows(material, AllItem, Action::SeekOpinions, b), None);
    assert_eq!(follows(material, AllItem, Action::Publish, b), Some((material, Some(AllItem), Action::File, b)));
}

/// A paper beyond the duty is corrected after the others, the register comes last, and the reason is the edit of the other paper.
#[test]
fn a_paper_that_only_follows_names_the_edit_of_the_other_one() {
    let light = "from_10000_to_99999";
    let papers = [paper("basic_item", light, &head("課長")), paper("key_item", light, &head("課長"))];
    let found = edited(&papers, &paper("basic_item", light, &head("室長")), None, (None, AS_OF));
    let correction = |paper| [Action::Correct, Action::File, Action::Publish].map(|action| (Some(paper), action));
    let expected = [&correction(BasicItem)[..], &correction(KeyItem), &[(None, Action::FilePlan)]].concat();
    assert_eq!(actions(&found), expected);
    for step in &found.steps {
        let reasons: Vec<(AssessmentKind, String)> =
            step.because.iter().map(|reason| (reason.paper, reason.path.to_string())).collect();
        assert_eq!(reasons, [(BasicItem, "department.head".to_string())], "{step:?}");
    }
}

/// A paper that was published on the day of the change and still says the old answer is corrected. A later version that only the register
/// lists says what is true.
#[test]
fn a_later_version_that_the_register_lists_is_corrected() {
    let light = "from_10000_to_99999";
    let papers = [paper("basic_item", light, &head("課長")), paper("key_item", light, &head("課長"))];
    let new = paper("basic_item", light, &head("室長"));
    let is_asked = |later: Option<&str>, on: &str| {
        let list = later.map(|on| json!([{"paper": "key_item", "on": on, "by": "corrected"}]));
        let register = register(&list.map_or(json!({}), |list| json!({"publications": list})), None);
        has(&edited(&papers, &new, Some(&register), (Some(on), AS_OF)), KeyItem, Action::Correct)
    };
    assert!(is_asked(None, "2024-06-01"));
    assert!(is_asked(None, "2024-06-02"));
    assert!(!is_asked(Some("2024-07-01"), "2024-06-02"));
    assert!(!is_asked(Some("2024-07-01"), "2024-07-01"));
    assert!(is_asked(Some("2024-07-01"), "2024-07-02"));
}

/// A new number is corrected after it is true (規則第14条), so a version that was published before the day of the rise is not the correction.
#[test]
fn a_correction_comes_on_the_day_of_the_rise_or_later() {
    let people = "from_10000_to_99999";
    let old = paper("basic_item", people, &head("課長"));
    let more = Facts { handlers: Some("600".parse().unwrap()), ..Facts::default() };
    let is_asked = |published: &str| {
        let mut fields = head("室長");
        fields["cover"] = json!({"published": published});
        let papers = [old.clone(), paper("basic_item", people, &fields)];
        let edits = [difference(&papers[0], &papers[1])];
        let (on, system) = (Some(day("2026-04-01")), System::None);
        let facts = Some(more);
        let happening = Happening::Change { edits: &edits, on, system, facts, is_urgent: false, is_minor: false };
        let found = plan(&Dossier::of_papers(&papers, None, None), &happening, day("2026-04-20"));
        assert!(has(&found, KeyItem, Action::File));
        has(&found, BasicItem, Action::Correct)
    };
    assert!(is_asked("2026-03-31"));
    assert!(!is_asked("2026-04-01"));
}

/// The deeper paper that a rise asks for is done when it is published on the day of the rise or later; until then an assessment must be made,
/// also if the 基礎項目評価書 is corrected already.
#[test]
fn a_rise_is_done_when_both_papers_are_published() {
    let papers =
        [paper("basic_item", "from_10000_to_99999", &json!({})), paper("key_item", "from_10000_to_99999", &json!({}))];
    let more = Facts { population: Some("150000".parse().unwrap()), ..Facts::default() };
    let of = |publications: Value| {
        let register = register(&json!({"publications": publications}), None);
        let dossier = Dossier::of_papers(&papers, register.affairs.first(), Some(&register));
        let found = plan(&dossier, &Happening::Facts { facts: more, on: Some(day("2024-07-01")) }, day(AS_OF));
        (has(&found, BasicItem, Action::Correct), has(&found, KeyItem, Action::File), found.must_reassess())
    };
    let one = |paper: &str, on: &str| json!({"paper": paper, "on": on, "by": "assessed"});
    assert_eq!(of(json!([])), (true, true, Some(true)));
    assert_eq!(of(json!([one("basic_item", "2024-07-10")])), (false, true, Some(true)));
    assert_eq!(of(json!([one("basic_item", "2024-07-10"), one("key_item", "2024-06-30")])), (false, true, Some(true)));
    let both = json!([one("basic_item", "2024-07-10"), one("key_item", "2024-07-01")]);
    assert_eq!(of(both), (false, false, Some(false)));
    assert_eq!(of(json!([one("key_item", "2024-07-01")])), (true, false, Some(false)));
}

/// A new version of the deeper paper is among the edits, and the register lists its publication, although its document is not here.
#[test]
fn a_listed_publication_of_the_deeper_paper_ends_the_rise() {
    let light = "from_10000_to_99999";
    let papers = [paper("basic_item", light, &json!({})), paper("key_item", light, &head("課長"))];
    let (more, new) =
        (paper("basic_item", "from_100000_to_299999", &json!({})), paper("key_item", light, &head("室長")));
    let edits = [difference(&papers[0], &more), difference(&papers[1], &new)];
    let is_asked = |on: &str| {
        let listed = json!({"publications": [{"paper": "key_item", "on": on, "by": "assessed"}]});
        let register = register(&listed, None);
        let dossier = Dossier::of_papers(&papers, register.affairs.first(), Some(&register));
        has(&plan(&dossier, &change(&edits, Some("2025-04-01")), day(AS_OF)), KeyItem, Action::File)
    };
    assert!(is_asked("2025-03-31"));
    assert!(!is_asked("2025-04-01"));
}

/// A paper that says in its title that the affair ended needs no other mark, and stays published.
#[test]
fn a_paper_that_is_marked_needs_no_mark() {
    let of = |cover: Value| -> Vec<Action> {
        let paper = paper("all_item", "at_least_300000", &json!({"cover": cover}));
        let found = plan(&Dossier::of(&paper), &Happening::End { on: day("2025-05-31") }, day(AS_OF));
        found.steps.iter().map(|step| step.task.duty.action).collect()
    };
    assert_eq!(of(json!({})), [Action::NotifyEnd, Action::MarkEnded, Action::KeepPublished]);
    assert_eq!(of(json!({"ended": "2025-05-31"})), [Action::NotifyEnd, Action::KeepPublished]);
}

/// A paper is voluntary only if the register lists nothing else of it.
#[test]
fn a_paper_with_another_ground_is_not_voluntary() {
    let papers = [paper("basic_item", "under_1000", &head("課長"))];
    let new = paper("basic_item", "under_1000", &head("室長"));
    let steps = |first: &str, last: &str| {
        let listed = json!({"publications": [{"paper": "basic_item", "on": "2020-04-01", "by": first},
            {"paper": "basic_item", "on": "2024-06-01", "by": last}]});
        edited(&papers, &new, Some(&register(&listed, None)), (None, AS_OF)).steps.len()
    };
    assert_eq!(
        [steps("voluntary", "voluntary"), steps("voluntary", "corrected"), steps("corrected", "voluntary")],
        [0, 4, 4]
    );
}

/// What a paper marks ※ is material only if the affair must publish that paper, and only if both forms ask for the same.
#[test]
fn a_mark_counts_only_of_a_paper_that_is_required() {
    let of = |population: &str, kind: &str, (old, new): (&Value, &Value), other: &Assessment| {
        let papers = [paper(kind, population, old), other.clone()];
        let found = edited(&papers, &paper(kind, population, new), None, (None, AS_OF));
        let asked: Vec<(String, Question)> =
            found.to_judge.iter().map(|(reason, ask)| (reason.path.to_string(), *ask)).collect();
        (found.case.is_material, asked)
    };
    let place = |place: &str| json!({"file_sections": [{"names": "甲", "retention": {"storage": place}}]});
    let (light, heavy) = ("from_10000_to_99999", "from_100000_to_299999");
    let moved = (&place("庁舎"), &place("ガバメントクラウド"));
    assert_eq!(of(light, "key_item", moved, &paper("basic_item", light, &json!({}))), (false, vec![]));
    let (is_material, asked) = of(heavy, "key_item", moved, &paper("basic_item", heavy, &json!({})));
    assert_eq!((is_material, asked[0].0.as_str()), (true, "file_sections[0].retention.storage"));
    // 様式2 asks once what 様式3 asks in each section of the risks.
    let leakage = |answer: &str| json!({"risk": {"leakage": answer}});
    let (good, bad) = (leakage("sufficient"), leakage("issues_remain"));
    let deeper = [("risk.leakage".to_string(), Question::DeeperPaper)];
    assert_eq!(of(heavy, "basic_item", (&good, &bad), &paper("key_item", heavy, &json!({}))), (false, deeper.to_vec()));
    // What the other paper says is no proof if it is neither the old nor the new answer.
    let bases = |number: u32| json!({"number_use_bases": format!("番号法別表の{number}の項")});
    let other = |number| paper("key_item", heavy, &bases(number));
    assert!(of(heavy, "basic_item", (&bases(24), &bases(44)), &other(85)).0);
    assert!(!of(heavy, "basic_item", (&bases(24), &bases(44)), &other(44)).0);
}

/// A part that is added or removed is followed by the other paper, unless that one says it already.
#[test]
fn a_system_that_is_added_or_removed_is_followed_by_the_other_paper() {
    let systems = |names: &[&str]| {
        let systems: Vec<Value> = names.iter().map(|name| json!({"name": name})).collect();
        json!({"systems": systems})
    };
    let people = "from_10000_to_99999";
    let is_asked = |old: &[&str], new: &[&str], key: &[&str]| {
        let papers = [paper("basic_item", people, &systems(old)), paper("key_item", people, &systems(key))];
        has(
            &edited(&papers, &paper("basic_item", people, &systems(new)), None, (None, AS_OF)),
            KeyItem,
            Action::Correct,
        )
    };
    let (one, two) = (["収納システム"], ["収納システム", "給付システム"]);
    assert!(is_asked(&one, &two, &one) && !is_asked(&one, &two, &two));
    assert!(is_asked(&two, &one, &two) && !is_asked(&two, &one, &one));
}

/// A part that is left out of one paper, and that the paper which marks it never had, mends what was wrong.
#[test]
fn a_part_that_the_marking_paper_never_had_is_a_correction() {
    let people = "at_least_300000";
    let (one, two) = (["甲ファイル"], ["甲ファイル", "乙ファイル"]);
    let risks = |names: &[&str]| {
        let risks: Vec<Value> = names.iter().map(|name| json!({"names": name})).collect();
        json!({"risks": risks})
    };
    let of = |all: &[&str]| {
        let papers = [paper("key_item", people, &risks(&two)), paper("all_item", people, &risks(all))];
        let found = edited(&papers, &paper("key_item", people, &risks(&one)), None, (None, AS_OF));
        let asked: Vec<Question> = found.to_judge.iter().map(|(_, ask)| *ask).collect();
        (found.case.is_material, asked)
    };
    assert_eq!(of(&one), (false, vec![Question::Agrees]));
    assert!(of(&two).0);
}

/// What needs no row in a change table, and what a form does not print, is followed by nothing.
#[test]
fn a_new_day_and_an_unprinted_answer_are_not_followed() {
    let people = "from_10000_to_99999";
    let papers = [paper("basic_item", people, &json!({})), paper("key_item", people, &json!({}))];
    let new = paper("basic_item", people, &json!({"cover": {"published": "2025-05-01"}}));
    assert_eq!(actions(&edited(&papers, &new, None, (None, AS_OF))), []);
    let entrustee = |name: &str| json!({"file_sections": [{"names": "甲", "entrustments": [{"matter": "保守", "entrustee": name}]}]});
    let papers = [paper("basic_item", people, &entrustee("甲社")), paper("key_item", people, &entrustee("甲社"))];
    let found = edited(&papers, &paper("key_item", people, &entrustee("乙社")), None, (None, AS_OF));
    assert!(has(&found, KeyItem, Action::Correct) && !has(&found, BasicItem, Action::Correct));
}

/// What only the policy of the body asks for says so in both languages, and the facts that are missing have their labels.
#[test]
fn policy_and_missing_facts_in_words() {
    let people = "from_1000_to_9999";
    let storage = |place: &str| json!({"file_sections": [{"names": "甲", "retention": {"storage": place}}]});
    let papers = [paper("basic_item", people, &json!({})), paper("key_item", people, &storage("庁舎"))];
    let register = register(&json!({"policy": "basic_item_and_key_item"}), None);
    let new = paper("key_item", people, &storage("ガバメントクラウド"));
    let found = edited(&papers, &new, Some(&register), (None, AS_OF));
    let filed = found
        .steps
        .iter()
        .find(|step| (step.document, step.task.duty.action) == (Some(KeyItem), Action::File))
        .unwrap();
    assert_eq!(filed.text(Language::English), "beforehand key-item assessment: file (own policy)");
    assert_eq!(filed.text(Language::Japanese), "事前 重点項目評価書: 提出 (自主方針)");
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!((&json["needs"], &json["needs_labels"]), (&json!(["day"]), &json!(["契機の日"])));
}
