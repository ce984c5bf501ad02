//! Where a contradiction between two papers begins: on the exact day, at the exact number, and in what a form prints.

use chrono::NaiveDate;
use mynumber_pia::affair::{AgreeRule, Dossier, Register};
use mynumber_pia::{Assessment, AssessmentKind};
use serde_json::{Value, json};

use AgreeRule::{
    AdequacyDiffers, AssessedAlone, BasesDiffer, CorrectionMissing, DepartmentDiffers, EntryWithoutPaper, HandlersOpen,
    HandlersTooFew, NotYetCorrected, OptOutDiffers, SystemsDiffer,
};
use AssessmentKind::{BasicItem, KeyItem};

const BASIC: &str = "form_2_2024_10";
const KEY: &str = "form_3_2024_10";

fn paper(edition: &str, fields: &Value) -> Assessment {
    let kind = if edition.starts_with("form_2") { "basic_item" } else { "key_item" };
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition,
        "cover": {"body": "甲市長", "number": "1", "published": "2025-04-01"}, "affair": {"name": "介護保険に関する事務"}});
    for (key, value) in fields.as_object().unwrap() {
        let inner = value.as_object().filter(|_| key == "cover");
        match inner {
            Some(inner) => inner.iter().for_each(|(name, value)| json["cover"][name] = value.clone()),
            None => json[key] = value.clone(),
        }
    }
    serde_json::from_value(json).unwrap()
}

/// What is found between two papers of these editions, each rule with the paper at which it is reported.
fn between((basic, here): (&str, &Value), (key, there): (&str, &Value)) -> Vec<(AgreeRule, Option<AssessmentKind>)> {
    let papers = [paper(basic, here), paper(key, there)];
    let found = Dossier::of_papers(&papers, None, None).disagreements("2026-04-01".parse().unwrap());
    found.iter().map(|one| (one.rule, one.at.as_ref().map(|spot| spot.paper))).collect()
}

fn now(here: &Value, there: &Value) -> Vec<AgreeRule> {
    between((BASIC, here), (KEY, there)).into_iter().map(|(rule, _)| rule).collect()
}

/// A row of a change table explains a difference only if the other paper was published before the day of the row, and before the paper
/// with the row; or if the row quotes the old answer.
#[test]
fn a_row_explains_a_difference_from_its_day_on() {
    let papers = |basic: &str, key: &str, row: &str, before: &str| {
        let row = json!([{"date": row, "items": "Ⅰ5．①部署", "before": before, "after": "新課"}]);
        let here = json!({"cover": {"published": basic}, "department": {"name": "新課"}, "changes": row});
        now(&here, &json!({"cover": {"published": key}, "department": {"name": "旧課"}}))
    };
    assert_eq!(papers("2025-06-01", "2025-02-28", "2025-03-01", "古課"), [NotYetCorrected]);
    assert_eq!(papers("2025-06-01", "2025-03-01", "2025-03-01", "旧課"), [CorrectionMissing]);
    // On the day of the row, or after it, the other paper should say it, and the row is about something else.
    assert_eq!(papers("2025-06-01", "2025-03-01", "2025-03-01", "古課"), [DepartmentDiffers]);
    assert_eq!(papers("2025-09-01", "2025-06-01", "2025-03-01", "古課"), [DepartmentDiffers]);
    // The paper with the row is not newer.
    assert_eq!(papers("2025-02-28", "2025-02-28", "2025-03-01", "古課"), [DepartmentDiffers]);
    assert_eq!(papers("2025-02-01", "2025-02-28", "2025-03-01", "古課"), [DepartmentDiffers]);
}

/// The forms have the boxes under different items, and a row about either of them explains the difference.
#[test]
fn a_row_about_the_box_of_either_form_explains_it() {
    let found = |items: &str| {
        let changes = json!([{"date": "2025-03-01", "items": items, "before": "", "after": "○"}]);
        let here =
            json!({"cover": {"published": "2025-03-01"}, "risk": {"no_entrustment": "ticked"}, "changes": changes});
        let there = json!({"cover": {"published": "2024-06-01"}, "risks": [{"entrustment": {}}]});
        between((BASIC, &here), (KEY, &there))
    };
    assert_eq!(found("Ⅳ4．委託しない"), [(NotYetCorrected, Some(KeyItem))]);
    assert_eq!(found("Ⅰ5．①部署"), [(OptOutDiffers, Some(BasicItem))]);
}

/// What a form does not print, and what an excerpt leaves out, contradicts nothing.
#[test]
fn a_box_counts_only_if_both_forms_print_it() {
    let (here, there) = (json!({"risk": {"no_entrustment": "ticked"}}), json!({"risks": [{"entrustment": {}}]}));
    assert_eq!(now(&here, &there), [OptOutDiffers]);
    // The 様式2 of 2014 has no risks.
    assert_eq!(between(("form_2_2014_04", &here), (KEY, &there)), []);
    let mut excerpt = there;
    excerpt["extent"] = json!("excerpt");
    assert_eq!(now(&here, &excerpt), []);
}

#[test]
fn an_adequacy_counts_only_if_both_forms_print_it() {
    let of = |edition, answer: &str, other: &str| {
        let there = json!({"risks": [{"retention": {"adequacy": answer}}, {"retention": {"adequacy": other}}]});
        between((edition, &json!({"risk": {"leakage": "sufficient"}})), (KEY, &there))
    };
    let found = [(AdequacyDiffers, Some(BasicItem))];
    assert_eq!(of(BASIC, "issues_remain", "issues_remain"), found);
    assert_eq!(of(BASIC, "issues_remain", "sufficient"), []);
    assert_eq!(of(BASIC, "sufficient", "sufficient"), []);
    assert_eq!(of("form_2_2014_04", "issues_remain", "issues_remain"), []);
    // 様式3 has no 最も優先度が高いと考えられる対策.
    let priority = |answer: &str| json!({"risk": {"priority": {"adequacy": answer}}});
    assert_eq!(now(&priority("sufficient"), &priority("issues_remain")), []);
}

#[test]
fn a_paper_without_systems_lacks_none() {
    let here = json!({"systems": [{"name": "収納システム"}]});
    let listed = json!([{"name": "給付システム"}]);
    assert_eq!(now(&here, &json!({"systems": listed})), [SystemsDiffer]);
    assert_eq!(now(&here, &json!({"systems": []})), []);
    assert_eq!(now(&here, &json!({"systems": listed, "extent": "excerpt"})), []);
}

#[test]
fn a_cell_that_cites_nothing_is_not_compared() {
    let of = |bases: &str| json!({"number_use_bases": bases});
    assert_eq!(now(&of("番号法別表の30の項"), &of("番号法別表の44の項")), [BasesDiffer]);
    assert_eq!(now(&of("番号法別表の30の項"), &of("別紙のとおり")), []);
    assert_eq!(now(&of("別紙のとおり"), &of("番号法別表の44の項")), []);
}

/// The users and the staff of the entrustees contradict Ⅱ2 from one person more, and leave it open from 500 people on.
#[test]
fn handlers_contradict_from_one_person_more() {
    let of = |handlers: &str, users: &str, entrustment: Value| {
        let here = json!({"population": "from_10000_to_99999", "threshold": {"handlers": handlers, "incident": "no"}});
        let there = json!({"population": "from_10000_to_99999",
            "file_sections": [{"acquisition": {"users": users}, "entrustments": entrustment}]});
        now(&here, &there)
    };
    let none = || json!([]);
    assert_eq!(of("..100", "100..", none()), []);
    assert_eq!(of("..99", "100..120", none()), [HandlersTooFew]);
    // 500 people would ask for a 重点項目評価.
    assert_eq!(of("under_500", "10..499", none()), []);
    assert_eq!(of("under_500", "10..500", none()), [HandlersOpen]);
    assert_eq!(of("500..", "10..499", none()), []);
    // The number of all entrustees together is not added to the number of each, but to those of their re-entrustees.
    let chain = |together: &str, own: &str, next: &str| {
        let party = |name: &str, handlers: &str, next: Value| json!({"name": name, "handlers": handlers, "re_entrustees": next});
        json!([{"handlers": together, "chain": [party("甲社", own, json!([party("乙社", next, json!([]))]))]}])
    };
    assert_eq!(of("under_500", "10..299", chain("..100", "..100", "..100")), []);
    assert_eq!(of("under_500", "10..299", chain("..100", "..100", "..101")), [HandlersOpen]);
    assert_eq!(of("under_500", "10..299", chain("?", "..100", "..100")), []);
    assert_eq!(of("under_500", "10..299", chain("?", "..101", "..100")), [HandlersOpen]);
}

/// An incident that the newer 基礎項目評価書 added by a row of its change table is to be added to the older paper.
#[test]
fn an_incident_that_a_row_added_is_to_be_added_to_the_older_paper() {
    let found = |key: &str| {
        let changes =
            json!([{"date": "2025-03-01", "items": "Ⅱ3．重大事故", "before": "発生なし", "after": "発生あり"}]);
        let here = json!({"cover": {"published": "2025-03-01"}, "threshold": {"incident": "yes"}, "changes": changes});
        let there = json!({"cover": {"published": key}, "risks": [{"retention": {"incident": "no"}}]});
        between((BASIC, &here), (KEY, &there))
    };
    assert_eq!(found("2024-06-01"), [(NotYetCorrected, Some(KeyItem))]);
    assert_eq!(found("2024-06-01").len(), 1);
}

fn register(fields: &Value) -> Register {
    let mut affair = json!({"number": "1", "name": "介護保険に関する事務"});
    for (key, value) in fields.as_object().unwrap() {
        affair[key] = value.clone();
    }
    let json = json!({"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "affairs": [affair]});
    serde_json::from_value(json).unwrap()
}

/// A planned affair lacks no paper until the day for which it is planned.
#[test]
fn a_planned_affair_lacks_no_paper_until_its_day() {
    let register = register(&json!({"planned": [{"what": "hold", "on": "2026-10-01"}]}));
    let on = |day: &str| -> Vec<AgreeRule> {
        let day: NaiveDate = day.parse().unwrap();
        Dossier::gather(&[], Some(&register)).disagreements(day).iter().map(|one| one.rule).collect()
    };
    assert_eq!(on("2026-09-30"), []);
    assert_eq!(on("2026-10-01"), [EntryWithoutPaper]);
}

/// A 基礎項目評価書 of an earlier assessment does not go with the one made again.
#[test]
fn the_basic_paper_goes_with_the_last_assessment() {
    let on = |basic: &str| -> Vec<AgreeRule> {
        let by = "assessed";
        let register = register(&json!({"publications": [{"paper": "key_item", "on": "2020-04-01", "by": by},
            {"paper": "basic_item", "on": basic, "by": by}, {"paper": "key_item", "on": "2025-04-01", "by": by}]}));
        let papers = [paper(BASIC, &json!({"cover": {"published": basic}})), paper(KEY, &json!({}))];
        let gathered = Dossier::gather(&papers, Some(&register));
        gathered.disagreements("2026-04-01".parse().unwrap()).iter().map(|one| one.rule).collect()
    };
    assert_eq!(on("2020-04-01"), [AssessedAlone]);
    assert_eq!(on("2020-04-02"), []);
    assert_eq!(on("2025-04-01"), []);
    assert_eq!(on("2025-04-02"), [AssessedAlone]);
}
