//! The facts of an affair, of several papers and the register; which numbers count; and how papers are grouped.

use crate::papers::day;
use mynumber_pia::affair::{
    Dossier, Missing, Papers, Publication, PublishedBy, Register, RegisteredAffair, Since, System, plan,
};
use mynumber_pia::affair::{Happening, Plan};
use mynumber_pia::change::difference;
use mynumber_pia::{Assessment, AssessmentKind, Obligation};
use serde_json::{Value, json};

use AssessmentKind::{BasicItem, KeyItem};
use PublishedBy::{Assessed, Corrected, Voluntary};

fn paper(kind: &str, fields: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": "?",
        "cover": {"body": "甲市長", "number": "5", "published": "2024-06-01"}, "affair": {"name": "介護保険に関する事務"}});
    for (key, value) in fields.as_object().unwrap() {
        json[key] = value.clone();
    }
    serde_json::from_value(json).unwrap()
}

fn register(fields: &Value) -> Register {
    crate::papers::register(fields, None)
}

fn basic(population: &str, handlers: &str) -> Assessment {
    paper("basic_item", &json!({"population": population, "threshold": {"handlers": handlers, "incident": "no"}}))
}

/// A 重点項目評価書 with this population and number of users.
fn key(population: &str, users: &str) -> Assessment {
    paper("key_item", &json!({"population": population, "file_sections": [{"acquisition": {"users": users}}]}))
}

/// What the dossier of these papers says, with the counts that the register has of a day.
fn asked<T>(papers: &[Assessment], facts: &Value, ask: impl Fn(&Dossier<'_>) -> T) -> T {
    let register = register(&json!({"facts": facts}));
    ask(&Dossier::of_papers(papers, register.affairs.first(), Some(&register)))
}

/// The deeper paper narrows a count of its own day or an older one, and says nothing about a newer one.
#[test]
fn an_older_paper_says_nothing_about_newer_counts() {
    let papers = [basic("from_100000_to_299999", "under_500"), key("from_100000_to_299999", "from_100_to_499")];
    let handlers = |on: &str| {
        asked(&papers, &json!({"on": on, "population": 150_000}), |dossier| {
            dossier.facts(day("2026-04-01")).handlers.unwrap().range().to_string()
        })
    };
    assert_eq!(handlers("2024-06-01"), "100..499");
    assert_eq!(handlers("2024-06-02"), "0..499");
}

/// Two papers that contradict each other leave the result open, unless newer counts of the register decide.
#[test]
fn newer_counts_of_the_register_decide_between_two_papers() {
    let papers = [basic("from_10000_to_99999", "under_500"), key("from_100000_to_299999", "under_10")];
    let possible = |on: &str| {
        asked(&papers, &json!({"on": on, "population": 50_000}), |dossier| {
            dossier.standing(day("2026-04-01")).possible.iter().collect::<Vec<Obligation>>()
        })
    };
    let both = [Obligation::BasicItem, Obligation::BasicItemAndKeyItem];
    assert_eq!(possible("2024-05-31"), both);
    assert_eq!(possible("2024-06-01"), both);
    assert_eq!(possible("2024-06-02"), [Obligation::BasicItem]);
}

/// Contradicting numbers of handlers leave the result open as well.
#[test]
fn papers_that_contradict_each_other_in_the_handlers_leave_the_result_open() {
    let of = |users: &str| {
        let papers = [basic("from_10000_to_99999", "under_500"), key("from_10000_to_99999", users)];
        let possible = Dossier::of_papers(&papers, None, None).standing(day("2026-04-01")).possible;
        possible.iter().collect::<Vec<Obligation>>()
    };
    assert_eq!(of("500..600"), [Obligation::BasicItem, Obligation::BasicItemAndKeyItem]);
    assert_eq!(of("100..400"), [Obligation::BasicItem]);
}

/// The people who handle the files are the users and the staff of all entrustees. An entrustee whose number is not printed leaves it open.
#[test]
fn the_staff_of_the_entrustees_are_handlers() {
    let handlers = |entrustment: Value| {
        let files = json!([{"acquisition": {"users": "from_100_to_499"}, "entrustments": [entrustment]}]);
        let facts = Dossier::of(&paper("key_item", &json!({"file_sections": files}))).facts(day("2026-04-01"));
        facts.handlers.unwrap().range().to_string()
    };
    assert_eq!(handlers(json!({"entrustee": "乙社", "handlers": "from_10_to_49"})), "110..548");
    assert_eq!(handlers(json!({"entrustee": "乙社"})), "100..");
    // An entrustee without a name may be one that is counted elsewhere.
    assert_eq!(handlers(json!({"chain": [{"handlers": "from_10_to_49"}]})), "100..548");
    assert_eq!(handlers(json!({})), "100..499");
}

/// An entrustment that names nobody has staff too.
#[test]
fn the_staff_of_an_entrustee_who_is_not_named_are_handlers() {
    let handlers = |entrustments: Value| {
        let files = json!([{"acquisition": {"users": "from_100_to_499"}, "entrustments": entrustments}]);
        let facts = Dossier::of(&paper("key_item", &json!({"file_sections": files}))).facts(day("2026-04-01"));
        facts.handlers.unwrap().range().to_string()
    };
    assert_eq!(handlers(json!([{"handlers": "from_10_to_49"}])), "100..548");
    assert_eq!(handlers(json!([{"matter": "システムの保守"}])), "100..");
    assert_eq!(handlers(json!([{"chain": [{}]}])), "100..");
    assert_eq!(handlers(json!([{}])), "100..499");
    assert_eq!(handlers(json!([])), "100..499");
}

/// The five years run from the last assessment. Whether a voluntary one begins them is not known, so a later one opens a window.
#[test]
fn a_voluntary_publication_opens_a_window_only_after_the_assessment() {
    let since = |publications: &[(&str, PublishedBy)]| {
        let paper = KeyItem;
        let listed = publications.iter().map(|(on, by)| Publication { paper, on: day(on), by: *by }).collect();
        let mut entry = RegisteredAffair::new("5".parse().unwrap(), "介護保険に関する事務".parse().unwrap());
        entry.publications = listed;
        Dossier::of_papers(&[], Some(&entry), None).assessed(KeyItem)
    };
    let (first, last) = (day("2020-04-01"), day("2024-04-01"));
    assert_eq!(since(&[("2020-04-01", Voluntary), ("2024-04-01", Assessed)]), Since::On(last));
    assert_eq!(since(&[("2024-04-01", Assessed), ("2024-04-01", Voluntary)]), Since::On(last));
    let window = Since::Between { earliest: Some(first), latest: last };
    assert_eq!(since(&[("2020-04-01", Assessed), ("2024-04-01", Voluntary)]), window);
    assert_eq!(since(&[("2020-04-01", Assessed), ("2024-04-01", Corrected)]), Since::On(first));
}

/// A paper without a number goes to the affair of its name only if its body is that of the register.
#[test]
fn a_paper_of_another_body_without_a_number_is_of_another_affair() {
    let register = register(&json!({}));
    let papers = |body: &str| {
        let cover = json!({"cover": {"body": body, "published": "2024-06-01"}});
        let papers = [basic("from_10000_to_99999", "under_500"), paper("key_item", &cover)];
        let gathered = Dossier::gather(&papers, Some(&register));
        gathered.dossiers[0].present(day("2026-04-01"))
    };
    assert_eq!(papers("甲市長"), Papers::of(BasicItem).union(Papers::of(KeyItem)));
    assert_eq!(papers("甲市教育委員会"), Papers::of(BasicItem));
}

/// An affair that was renamed twice is one affair.
#[test]
fn an_affair_that_was_renamed_twice_is_one() {
    let of = |name: &str, former: &[&str]| {
        let rows: Vec<Value> =
            former.iter().map(|former| json!({"date": "2025-04-01", "before": former, "after": name})).collect();
        paper("basic_item", &json!({"affair": {"name": name}, "changes": rows}))
    };
    let affairs = |papers: &[Assessment]| Dossier::gather(papers, None).dossiers.len();
    let (first, second, third) = (of("甲事務", &[]), of("乙事務", &["甲事務"]), of("丙事務", &["乙事務"]));
    assert_eq!(affairs(&[first.clone(), second.clone(), third.clone()]), 1);
    assert_eq!(affairs(&[third.clone(), second.clone(), first.clone()]), 1);
    assert_eq!(affairs(&[third.clone(), of("乙事務", &[]), first.clone()]), 2);
    assert_eq!(affairs(&[of("丙事務", &[]), of("乙事務", &[]), first]), 3);
}

fn change<'a>(edits: &'a [mynumber_pia::change::Difference<'a>], on: Option<&str>) -> Happening<'a> {
    Happening::Change { edits, on: on.map(day), system: System::None, facts: None, is_urgent: false, is_minor: false }
}

/// The papers may state different results where the numbers leave several possible: then each of them may be right, unless the change table
/// of one says that it was corrected first.
#[test]
fn papers_that_state_other_results_give_no_certain_answer() {
    let head = |head: &str| json!({"threshold": {"result": "basic_item"}, "department": {"head": head}});
    let needs = |old: &Value, new: &Value, key: &Value| -> (Obligation, Vec<Missing>) {
        let papers = [paper("basic_item", old), paper("key_item", key)];
        let new = paper("basic_item", new);
        let edits = [difference(&papers[0], &new)];
        let found: Plan<'_> =
            plan(&Dossier::of_papers(&papers, None, None), &change(&edits, Some("2025-07-01")), day("2025-06-01"));
        (found.case.before, found.needs)
    };
    let (basic, key) = ("basic_item", "basic_item_and_key_item");
    let stated = |result: &str| json!({"threshold": {"result": result}});
    let (old, new) = (head("課長"), head("室長"));
    // The steps are those of the deepest result that is possible.
    assert_eq!(needs(&old, &new, &stated(key)), (Obligation::BasicItemAndKeyItem, vec![Missing::Agreement]));
    assert_eq!(needs(&old, &new, &stated(basic)), (Obligation::BasicItem, vec![]));
    // The 重点項目評価書 is older than the row.
    let mut corrected = old.clone();
    corrected["cover"] = json!({"body": "甲市長", "number": "5", "published": "2025-03-01"});
    corrected["changes"] =
        json!([{"date": "2025-03-01", "items": "Ⅲ．しきい値判断結果", "before": "変更前", "after": "変更後"}]);
    assert_eq!(needs(&corrected, &new, &stated(key)).1, []);
    // Numbers that settle the result leave nothing to what is stated.
    let mut settled = old.clone();
    settled["population"] = json!("from_1000_to_9999");
    let mut known = new.clone();
    known["population"] = json!("from_1000_to_9999");
    assert_eq!(needs(&settled, &known, &stated(key)).1, []);
}
