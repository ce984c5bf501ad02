//! Going up and down between the three forms, and the chains of parties.

use std::collections::BTreeMap;

use mynumber_pia::answer::{Answer, AnswerKind, Tick, Value};
use mynumber_pia::assessment::{
    AllItemAssessment, Assessment, BasicItemAssessment, KeyItemAssessment, KeyItemOnly, Raised,
};
use mynumber_pia::band::{Count, CountRange, StaffBand};
use mynumber_pia::catalogue::{Field, FieldPath, Item, Path, Role, Row, Section, Step, Walk, row, rows};
use mynumber_pia::entrustment::{Chain, KeyItemEntrustment, MOST_TIERS, Parties, Party, shared_parties};
use mynumber_pia::kind::{AssessmentKind, FormEdition};
use mynumber_pia::text::{Lines, Text};
use mynumber_pia::threshold::{Facts, Tally, determine};

const EDOGAWA: &str = include_str!("../examples/documents/edogawa.json");
const SHINJUKU: &str = include_str!("../examples/documents/shinjuku.json");
const KAWAGUCHI: &str = include_str!("../examples/documents/kawaguchi.json");
const KUMAGAYA: &str = include_str!("../examples/documents/kumagaya.json");
const MATSUDO: &str = include_str!("../examples/documents/matsudo.json");

fn edition(code: &str) -> FormEdition {
    code.parse().unwrap()
}

fn basic(json: &str) -> BasicItemAssessment {
    serde_json::from_str(json).unwrap()
}

fn key(json: &str) -> KeyItemAssessment {
    serde_json::from_str(json).unwrap()
}

fn all(json: &str) -> AllItemAssessment {
    serde_json::from_str(json).unwrap()
}

/// A small document: a header and these fields.
fn document(kind: AssessmentKind, fields: &str) -> String {
    let form = match kind {
        AssessmentKind::BasicItem => 2,
        AssessmentKind::KeyItem => 3,
        AssessmentKind::AllItem => 4,
    };
    let comma = if fields.is_empty() { "" } else { ", " };
    format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "form_{form}_2024_10"{comma}{fields}}}"#
    )
}

/// What a document says, item by item: every field that says something, as it prints, in any order.
type Said = BTreeMap<(Item, String), usize>;

fn said(walk: impl Fn(&mut Walk<'_>)) -> Said {
    let mut said = Said::new();
    walk(&mut Walk::new(&mut |field| {
        let says_something = match field.value {
            Value::Box(tick) => tick != Tick::Unticked,
            Value::Blank => true,
            other => other.is_answered(),
        };
        if says_something {
            let blank = matches!(field.value, Value::Blank);
            let shown = if blank { "(空欄)".to_string() } else { field.value.to_string() };
            *said.entry((field.item, shown)).or_default() += 1;
        }
    }));
    said
}

fn count(said: &Said) -> usize {
    said.values().sum()
}

fn said_of_key(document: &KeyItemAssessment) -> Said {
    said(|walk| {
        document.walk(walk);
        document.basic_item.walk(&Path::ROOT, walk);
    })
}

fn said_of_all(document: &AllItemAssessment) -> Said {
    said(|walk| {
        document.walk(walk);
        document.basic_item.walk(&Path::ROOT, walk);
        document.key_item.walk(&Path::ROOT, walk);
    })
}

/// The same but for the items that change with the form: 様式4 splits what 様式3 asks in one.
fn texts_of(said: Said) -> BTreeMap<String, usize> {
    let mut texts = BTreeMap::new();
    for ((_, text), count) in said {
        *texts.entry(text).or_default() += count;
    }
    texts
}

/// The items to fill in, found by an own walk over what is printed: answers that are left out or blank.
fn open(document: &Assessment) -> Vec<(Item, FieldPath)> {
    let mut open = Vec::new();
    document.walk(&mut Walk::with_empty_forms(&mut |field: &Field<'_>| {
        let empty = match field.value {
            Value::Unanswered | Value::Blank => true,
            Value::Boxes(boxes) => boxes.any() == Tick::Unticked,
            _ => false,
        };
        if field.role == Role::Answer && field.kind != AnswerKind::CheckBox && empty {
            open.push((field.item, field.path.to_owned()));
        }
    }));
    open
}

/// Of a 基礎項目評価書: up to 様式3 and down again; up to 様式4 and down again.
#[track_caller]
fn check_basic(document: &BasicItemAssessment) {
    let before = said(|walk| document.walk(walk));
    let facts = Facts::from(&Assessment::from(document.clone()));
    let Raised { document: key, to_fill } = document.clone().to_key_item(edition("form_3_2024_10")).unwrap();
    assert_eq!(key.edition, Answer::Given(edition("form_3_2024_10")));
    assert_eq!(said_of_key(&key), before, "every answer is kept, under its item");
    assert_eq!(to_fill, open(&key.clone().into()));
    assert_eq!(Facts::from(&Assessment::from(key.clone())), facts, "the threshold can still be asked");
    let mut expected = document.clone();
    let back = Answer::Given(edition("form_2_2019_01"));
    assert_eq!(key.basic_item(edition("form_2_2019_01")).unwrap(), {
        expected.edition = back;
        expected.clone()
    });

    // What is carried is stored too.
    let json = serde_json::to_string(&key).unwrap();
    assert_eq!(serde_json::from_str::<KeyItemAssessment>(&json).unwrap(), key);

    let Raised { document: all, to_fill } = key.clone().to_all_item(edition("form_4_2018_05")).unwrap();
    assert_eq!(count(&said_of_all(&all)), count(&before));
    assert_eq!(to_fill, open(&all.clone().into()));
    assert_eq!(Facts::from(&Assessment::from(all.clone())), facts);
    let lowered = all.key_item(edition("form_3_2024_10")).unwrap();
    assert_eq!(lowered, key);
    assert_eq!(lowered.basic_item(edition("form_2_2019_01")).unwrap(), expected);
}

/// Of a 重点項目評価書: up to 様式4 and down again.
#[track_caller]
fn check_key(document: &KeyItemAssessment) {
    let before = said_of_key(document);
    let Raised { document: all, to_fill } = document.clone().to_all_item(edition("form_4_2018_05")).unwrap();
    assert_eq!(all.edition, Answer::Given(edition("form_4_2018_05")));
    let after = said_of_all(&all);
    assert_eq!(count(&after), count(&before));
    assert_eq!(texts_of(after), texts_of(before), "every answer is kept");
    assert_eq!(to_fill, open(&all.clone().into()));
    let mut expected = document.clone();
    expected.edition = Answer::Given(edition("form_3_2018_05"));
    assert_eq!(all.key_item(edition("form_3_2018_05")).unwrap(), expected);
    let json = serde_json::to_string(&all).unwrap();
    assert_eq!(serde_json::from_str::<AllItemAssessment>(&json).unwrap(), all);
}

#[test]
fn real_documents_go_up_and_down() {
    check_basic(&basic(KUMAGAYA));
    for json in [KAWAGUCHI, MATSUDO] {
        check_key(&key(json));
    }
    // With the edition that it has, a document comes back as it was.
    let kumagaya = basic(KUMAGAYA);
    let raised = kumagaya.clone().to_key_item(edition("form_3_2024_10")).unwrap().document;
    assert_eq!(raised.basic_item(edition("form_2_2024_10")).unwrap(), kumagaya);
    let kawaguchi = key(KAWAGUCHI);
    let raised = kawaguchi.clone().to_all_item(edition("form_4_2018_05")).unwrap().document;
    assert_eq!(raised.key_item(edition("form_3_2024_10")).unwrap(), kawaguchi);
    let saved = serde_json::to_string_pretty(&raised.key_item(edition("form_3_2024_10")).unwrap()).unwrap();
    assert!(saved + "\n" == KAWAGUCHI);
}

#[test]
fn how_many_answers_the_real_documents_keep() {
    let kumagaya = basic(KUMAGAYA);
    assert_eq!(count(&said(|walk| kumagaya.walk(walk))), 509);
    assert_eq!(count(&said_of_key(&kumagaya.to_key_item(edition("form_3_2024_10")).unwrap().document)), 509);
    for (json, answers) in [(KAWAGUCHI, 488), (MATSUDO, 207)] {
        assert_eq!(count(&said_of_key(&key(json))), answers);
        let raised = key(json).to_all_item(edition("form_4_2018_05")).unwrap().document;
        assert_eq!(count(&said_of_all(&raised)), answers);
    }
}

#[test]
fn small_documents_go_up_and_down() {
    let of_basic = |fields: &str| basic(&document(AssessmentKind::BasicItem, fields));
    for fields in [
        "",
        r#""extent": "excerpt""#,
        r#""systems": [{}, {"number": 3}], "files": [{}]"#,
        r#""risk": {"submitted": "basic_item"}"#,
        r#""risk": {"no_entrustment": "ticked", "no_linkage_provision": "?", "audits": "?"}"#,
        r#""rule_9": {"applied": "ticked", "reason": ["災害", {"under": "根拠", "text": "―"}]}"#,
        r#""population": "?", "threshold": {"handlers": 499, "incident": "no", "result": "?"}"#,
        r#""other_bodies": "", "linkage": {"bases": "なし"}, "changes": [{}, {"continues": "ticked"}]"#,
    ] {
        check_basic(&of_basic(fields));
    }
    let of_key = |fields: &str| key(&document(AssessmentKind::KeyItem, fields));
    for fields in [
        "",
        r#""risks": [{}]"#,
        r#""risks": [{}, {}, {}]"#,
        r#""risks": [{"training": "sufficient"}]"#,
        r#""risks": [{"audits": "?"}, {"audits": ["internal"]}]"#,
        r#""risks": [{}, {"training": "especially", "training_detail": "", "other_measures": "―"}]"#,
        r#""risks": [{"training": "?", "training_detail": "第一"}, {"training": "", "training_detail": "第二"}]"#,
        r#""risks": [{"acquisition": {"measures": ""}, "usage": {"linking_measures": "?"}}]"#,
        r#""risks": [{"acquisition": {"measures": "―"}, "provision": {"rule_detail": ["甲", "乙"]}}]"#,
        r#""risks": [{"acquisition": {"measures": [{"under": "甲"}, {"under": "乙", "text": "丙"}]}}]"#,
        r#""file_sections": [{}, {"entrustments": [{}], "provision": {"transfers": [{}], "neither": "?"}}]"#,
        r#""basic_item": {"submitted": "basic_item_and_key_item", "threshold": {"incident": "yes"}}"#,
    ] {
        check_key(&of_key(fields));
    }
}

/// Sets the value at `path` of a document that has every section.
fn set(document: &mut serde_json::Value, path: &FieldPath, value: serde_json::Value) {
    let mut here = document;
    for step in path.steps() {
        here = match step {
            Step::Field(name) => {
                let object = here.as_object_mut().unwrap();
                object.entry(*name).or_insert_with(|| serde_json::json!({}))
            }
            Step::Index(index) => &mut here[index],
        };
    }
    *here = value;
}

/// A document in which every field says something that no other says, where the kind of answer allows it. Every list has
/// two entries.
fn filled(kind: AssessmentKind) -> String {
    let lists = match kind {
        AssessmentKind::BasicItem => r#""systems": [{}, {}], "files": [{}, {}], "changes": [{}, {}]"#,
        AssessmentKind::KeyItem | AssessmentKind::AllItem => {
            r#""systems": [{}, {}], "files": [{}, {}], "file_sections": [
                {"entrustments": [{}, {}], "provision": {"provisions": [{}, {}], "transfers": [{}, {}]}},
                {"entrustments": [{}, {}], "provision": {"provisions": [{}, {}], "transfers": [{}, {}]}}
            ], "record_items": [{}, {}], "risks": [{}, {}], "changes": [{}, {}]"#
        }
    };
    let skeleton = document(kind, lists);
    let mut fields = Vec::new();
    serde_json::from_str::<Assessment>(&skeleton).unwrap().walk(&mut Walk::new(&mut |field| {
        fields.push((field.item, field.kind, field.path.to_owned()));
    }));
    // `serde_json::Value` sorts its keys: the header is put in front again.
    let mut value: serde_json::Value = serde_json::from_str(&skeleton).unwrap();
    let write = |value: &serde_json::Value| {
        let mut value = value.clone();
        let fields = value.as_object_mut().unwrap();
        for name in ["format", "version", "kind", "edition"] {
            fields.remove(name).unwrap();
        }
        let fields = serde_json::to_string(&value).unwrap();
        document(kind, &fields[1..fields.len() - 1])
    };
    for (place, (_, answer, path)) in fields.iter().enumerate() {
        let said = match answer {
            AnswerKind::Text if path.steps().last() == Some(&Step::Field("chain")) => {
                serde_json::json!([{"name": format!("委託先{place}"), "behind": [{"handlers": place}, {}]}])
            }
            AnswerKind::Text => serde_json::json!(format!("記載{place}")),
            AnswerKind::Band | AnswerKind::Number => serde_json::json!(place),
            AnswerKind::Date => serde_json::json!(format!("20{:02}-{:02}", place % 100, place % 12 + 1)),
            AnswerKind::CheckBox => serde_json::json!("ticked"),
            AnswerKind::Choice | AnswerKind::CheckBoxes => {
                // The error of a wrong code names the right ones.
                let one = |code: &str| match answer {
                    AnswerKind::CheckBoxes => serde_json::json!([code]),
                    _ => serde_json::json!(code),
                };
                let mut wrong = value.clone();
                set(&mut wrong, path, one("x"));
                let error = serde_json::from_str::<Assessment>(&write(&wrong)).unwrap_err().to_string();
                let codes = error.split_once("expected one of ").unwrap_or_else(|| panic!("{path}: {error}")).1;
                let codes: Vec<&str> = codes.split(" at line").next().unwrap().split(", ").collect();
                one(codes[place % codes.len()])
            }
        };
        set(&mut value, path, said);
    }
    write(&value)
}

#[test]
fn documents_filled_to_the_last_field_go_up_and_down() {
    let basic = basic(&filled(AssessmentKind::BasicItem));
    assert_eq!(open(&basic.clone().into()), []);
    check_basic(&basic);
    let key = key(&filled(AssessmentKind::KeyItem));
    assert_eq!(open(&key.clone().into()), []);
    check_key(&key);
    // What 様式2 alone asks is carried along too.
    let raised = basic.to_key_item(edition("form_3_2024_10")).unwrap().document;
    check_key(&KeyItemAssessment { basic_item: raised.basic_item, ..key });
}

/// Of an assessment that answers everything, the items that the lower form asks and the higher did not.
fn unanswered_below(document: &Assessment) -> Vec<(Item, String)> {
    open(document).into_iter().map(|(item, path)| (item, path.to_string())).collect()
}

#[test]
fn the_lower_form_shows_what_the_higher_answers() {
    let all = all(&filled(AssessmentKind::AllItem));
    assert_eq!(open(&all.clone().into()), []);
    let key = all.key_item(edition("form_3_2024_10")).unwrap();
    let at = |item, path: &str| (item, path.to_string());
    // 監査 is asked otherwise by 様式4; 教育 and その他 it asks once.
    assert_eq!(
        unanswered_below(&key.clone().into()),
        [
            at(Item::Audits, "risks[0].audits"),
            at(Item::Audits, "risks[1].audits"),
            at(Item::TrainingState, "risks[1].training"),
            at(Item::TrainingDetail, "risks[1].training_detail"),
            at(Item::OtherMeasures, "risks[1].other_measures"),
        ]
    );
    let basic = key.basic_item(edition("form_2_2024_10")).unwrap();
    assert_eq!(
        unanswered_below(&basic.into()),
        [
            at(Item::Rule9Reason, "rule_9.reason"),
            at(Item::PopulationAsOf, "threshold.population_as_of"),
            at(Item::Handlers, "threshold.handlers"),
            at(Item::HandlersAsOf, "threshold.handlers_as_of"),
            at(Item::IncidentInOneYear, "threshold.incident"),
            at(Item::ThresholdResult, "threshold.result"),
            at(Item::SubmittedForms, "risk.submitted"),
            at(Item::ManualWorkAdequacy, "risk.manual_work.adequacy"),
            at(Item::ManualWorkGrounds, "risk.manual_work.grounds"),
            at(Item::Audits, "risk.audits"),
            at(Item::PriorityMeasure, "risk.priority.measure"),
            at(Item::PriorityAdequacy, "risk.priority.adequacy"),
            at(Item::PriorityGrounds, "risk.priority.grounds"),
        ]
    );
}

#[test]
fn measures_that_the_higher_form_splits_stand_together_below() {
    let split = |fields: &str| {
        let json = format!(r#""risks": [{{"acquisition": {{{fields}}}}}]"#);
        let lowered = all(&document(AssessmentKind::AllItem, &json)).key_item(edition("form_3_2024_10")).unwrap();
        lowered.risks[0].acquisition.measures.clone()
    };
    let lines = |json: &str| Answer::Given(serde_json::from_str::<Lines>(json).unwrap());
    assert_eq!(split(r#""others_measures": "甲", "purpose_other_measures": "丙""#), lines(r#"["甲", "丙"]"#));
    assert_eq!(
        split(r#""others_measures": "―", "unneeded_measures": [{"under": "乙", "text": "丁"}]"#),
        lines(r#"[{"under": "乙", "text": "丁"}]"#)
    );
    let dash: Answer<Lines> = serde_json::from_str("\"―\"").unwrap();
    assert_eq!(split(r#""others_measures": "―", "unneeded_measures": """#), dash);
    assert_eq!(split(r#""purpose_other_measures": """#), Answer::Blank);
    assert_eq!(split(r#""unneeded_measures": "?""#), Answer::NotKnown);
    assert_eq!(split(""), Answer::Unanswered);
}

#[test]
fn all_item_assessments_go_down() {
    for json in [EDOGAWA, SHINJUKU] {
        let all = all(json);
        let key = all.key_item(edition("form_3_2024_10")).unwrap();
        assert_eq!((&key.cover, &key.files, &key.changes), (&all.cover, &all.files, &all.changes));
        assert_eq!(key.file_sections.len(), all.file_sections.len());
        assert_eq!(key.extent, all.extent);
        // Up again, nothing that 様式3 asks is lost.
        let again = key.clone().to_all_item(edition("form_4_2018_05")).unwrap().document;
        assert_eq!(again.key_item(edition("form_3_2024_10")).unwrap(), key);
    }
    let edogawa = all(EDOGAWA);
    let key = edogawa.key_item(edition("form_3_2024_10")).unwrap();
    assert_eq!(key.risks[0].training, edogawa.other_risk.training);
    assert_eq!(key.risks[0].other_measures, edogawa.other_risk.other_measures);
    assert_eq!(key.file_sections[1].provision, edogawa.file_sections[1].provision);
    let basic = key.basic_item(edition("form_2_2024_10")).unwrap();
    assert_eq!(basic.systems.len(), 14);
    assert_eq!(basic.systems[5].aliases, edogawa.systems[5].aliases);
    assert_eq!(basic.risk.training, edogawa.other_risk.training);
    assert_eq!(determine(&Facts::from(&Assessment::from(basic))), determine(&Facts::from(&Assessment::from(edogawa))));
    // 教育 of a document without risk sections makes one.
    let json = document(AssessmentKind::AllItem, r#""other_risk": {"training": "sufficient"}"#);
    let key = all(&json).key_item(edition("form_3_2024_10")).unwrap();
    assert_eq!(key.risks.len(), 1);
    let none = all(&document(AssessmentKind::AllItem, "")).key_item(edition("form_3_2024_10")).unwrap();
    assert!(none.risks.is_empty() && none == KeyItemAssessment::new(edition("form_3_2024_10")).unwrap());
}

#[test]
fn what_is_to_fill_is_what_the_form_prints() {
    let fills =
        |to_fill: &[(Item, FieldPath)]| -> Vec<String> { to_fill.iter().map(|(_, path)| path.to_string()).collect() };
    let raised = basic(KUMAGAYA).to_key_item(edition("form_3_2024_10")).unwrap();
    let paths = fills(&raised.to_fill);
    // Of the thirteen systems 様式2 has the names: functions and connections are open, of the first as of the last.
    for path in ["systems[0].functions", "systems[12].connections"] {
        assert!(paths.iter().any(|open| open == path), "{path}");
    }
    for path in ["systems[0].name", "files[0].operator", "risks[0].training", "other_bodies", "changes[0].reason"] {
        assert!(!paths.iter().any(|open| open == path), "{path}");
    }
    // The sections that it lacks altogether.
    for path in ["file_sections[0].names", "file_sections[0].outline.kind", "record_items[0].items"] {
        assert!(paths.iter().any(|open| open == path), "{path}");
    }
    for (item, path) in &raised.to_fill {
        assert!(row(AssessmentKind::KeyItem, Some(edition("form_3_2024_10")), *item).is_some(), "{path}");
    }
    // Of a draft without answers: all that the form prints, but for check boxes and for lists that may be empty.
    let draft = BasicItemAssessment::new(edition("form_2_2024_10")).unwrap();
    let key = draft.to_key_item(edition("form_3_2024_10")).unwrap();
    let draft = KeyItemAssessment::new(edition("form_3_2024_10")).unwrap();
    let all = draft.to_all_item(edition("form_4_2024_10")).unwrap();
    for (kind, to_fill) in [(AssessmentKind::KeyItem, &key.to_fill), (AssessmentKind::AllItem, &all.to_fill)] {
        let listed: Vec<Item> = to_fill.iter().map(|(item, _)| *item).collect();
        let may_be_empty = |row: &Row| {
            let is_change = row.item.code().starts_with("change");
            is_change || ["委託事項", "提供先", "移転先"].iter().any(|list| row.number.contains(list))
        };
        let printed: Vec<Item> = rows(kind, None)
            .filter(|row| row.answer != AnswerKind::CheckBox && !may_be_empty(row))
            .map(|row| row.item)
            .collect();
        assert_eq!(listed, printed, "{kind}");
    }
    assert!(key.document == KeyItemAssessment::new(edition("form_3_2024_10")).unwrap());
    assert_eq!(all.document.key_item, KeyItemOnly::default());
}

#[test]
fn an_edition_of_another_form_is_refused() {
    let basic = || BasicItemAssessment::new(edition("form_2_2024_10")).unwrap();
    let key = || KeyItemAssessment::new(edition("form_3_2024_10")).unwrap();
    let all = || AllItemAssessment::new(edition("form_4_2018_05")).unwrap();
    for (error, expected) in [
        (
            basic().to_key_item(edition("form_4_2018_05")).unwrap_err(),
            "the edition form_4_2018_05 is one of 様式4, but a 重点項目評価書 is 様式3",
        ),
        (
            basic().to_key_item(edition("form_2_2024_10")).unwrap_err(),
            "the edition form_2_2024_10 is one of 様式2, but a 重点項目評価書 is 様式3",
        ),
        (
            key().to_all_item(edition("form_3_2024_10")).unwrap_err(),
            "the edition form_3_2024_10 is one of 様式3, but a 全項目評価書 is 様式4",
        ),
        (
            key().basic_item(edition("form_3_2024_10")).unwrap_err(),
            "the edition form_3_2024_10 is one of 様式3, but a 基礎項目評価書 is 様式2",
        ),
        (
            all().key_item(edition("form_4_2018_05")).unwrap_err(),
            "the edition form_4_2018_05 is one of 様式4, but a 重点項目評価書 is 様式3",
        ),
        (
            BasicItemAssessment::new(edition("form_3_2024_10")).unwrap_err(),
            "the edition form_3_2024_10 is one of 様式3, but a 基礎項目評価書 is 様式2",
        ),
    ] {
        assert_eq!(error.to_string(), expected);
    }
    let json = document(AssessmentKind::KeyItem, "").replace("form_3_2024_10", "form_2_2024_10");
    assert_eq!(
        serde_json::from_str::<KeyItemAssessment>(&json).unwrap_err().to_string(),
        "the edition form_2_2024_10 is one of 様式2, but a 重点項目評価書 is 様式3 at line 1 column 89"
    );
}

// Chains

fn entrustment(json: &str) -> KeyItemEntrustment {
    serde_json::from_str(json).unwrap()
}

type Shown = (usize, Option<String>, Vec<String>);

fn links(entrustment: &KeyItemEntrustment) -> Vec<Shown> {
    let owned = |names: Vec<&str>| names.into_iter().map(ToString::to_string).collect();
    let links = Chain::of(entrustment).links().into_iter();
    links.map(|link| (link.tier, link.name.map(ToString::to_string), owned(link.through))).collect()
}

fn link(tier: usize, name: &str, through: &[&str]) -> Shown {
    let name = (!name.is_empty()).then(|| name.to_string());
    (tier, name, through.iter().map(ToString::to_string).collect())
}

#[test]
fn several_parties_stand_at_a_tier() {
    let one = entrustment(
        r#"{"entrustee": "甲、乙", "re_entrustment": "re_entrusted", "chain": [
            {"name": "甲", "behind": [{"name": "丙"}, {"name": "丁", "behind": [{"name": "戊"}]}]},
            {"name": "乙", "behind": [{"name": "丙"}]}
        ]}"#,
    );
    assert_eq!(
        links(&one),
        [
            link(1, "甲", &[]),
            link(2, "丙", &["甲"]),
            link(2, "丁", &["甲"]),
            link(3, "戊", &["甲", "丁"]),
            link(1, "乙", &[]),
            link(2, "丙", &["乙"]),
        ]
    );
    assert_eq!(Chain::of(&one).depth(), 3);
    assert_eq!(one.chain.to_string(), "甲（丙、丁（戊））、乙（丙）");
    // A party that is twice in one chain is not shared; with another chain it is, once each.
    assert_eq!(shared_parties([Chain::of(&one)]), []);
    let other = entrustment(r#"{"entrustee": "　丙 "}"#);
    let third = entrustment(r#"{"chain": [{"name": "庚"}, {"name": "乙"}]}"#);
    let shared = shared_parties([Chain::of(&one), Chain::of(&other), Chain::of(&third)]);
    let shared: Vec<_> = shared.iter().map(|party| (party.name, party.chains.as_slice())).collect();
    assert_eq!(shared, [("丙", &[0, 1][..]), ("乙", &[0, 2])]);
    assert_eq!(shared_parties([]), []);
}

#[test]
fn parties_without_a_name() {
    // Nothing is known.
    assert_eq!(links(&entrustment("{}")), []);
    assert_eq!(Chain::of(&entrustment("{}")).depth(), 0);
    assert_eq!(links(&entrustment(r#"{"entrustee": "―"}"#)), []);
    // The entrustee as printed is the only party.
    assert_eq!(
        links(&entrustment(r#"{"entrustee": "甲", "re_entrustment": "not_re_entrusted"}"#)),
        [link(1, "甲", &[])]
    );
    // 再委託する is a second tier, also where nobody is named.
    assert_eq!(
        links(&entrustment(r#"{"entrustee": "甲", "re_entrustment": "re_entrusted"}"#)),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    assert_eq!(links(&entrustment(r#"{"re_entrustment": "re_entrusted"}"#)), [link(1, "", &[]), link(2, "", &["？"])]);
    assert_eq!(
        links(&entrustment(r#"{"re_entrustment": "re_entrusted", "entrustee": "甲", "chain": [{"name": "甲"}]}"#)),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    assert_eq!(
        links(&entrustment(
            r#"{"re_entrustment": "re_entrusted", "chain": [{"name": "甲", "behind": [{"matter": "運用"}]}]}"#
        )),
        [link(1, "甲", &[]), link(2, "", &["甲"])]
    );
    // A party that is not named is one all the same.
    let unnamed = entrustment(r#"{"entrustee": "同上", "chain": [{"behind": [{"name": "乙", "behind": [{}, {}]}]}]}"#);
    assert_eq!(
        links(&unnamed),
        [link(1, "", &[]), link(2, "乙", &["？"]), link(3, "", &["？", "乙"]), link(3, "", &["？", "乙"])]
    );
    assert_eq!(unnamed.chain.to_string(), "？（乙（？、？））");
    // Those without a name are nobody in common.
    assert_eq!(shared_parties([Chain::of(&unnamed), Chain::of(&entrustment(r#"{"chain": [{}]}"#))]), []);
}

#[test]
fn the_parties_of_entrustments_are_tallied() {
    let parties = |tally: &Tally| -> Vec<(String, CountRange)> {
        tally.parties().map(|(name, handlers)| (name.to_string(), handlers)).collect()
    };
    let range = |min, max| CountRange::new(min, max).unwrap();
    let named = |name: &str, range| (name.to_string(), range);

    // What the document says of a party counts for it, and 取扱者数 for the entrustee.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(
        r#"{"handlers": "from_10_to_49", "re_entrustment": "re_entrusted", "chain": [
            {"name": "甲", "behind": [{"name": "乙", "handlers": 5, "behind": [{"name": "丙", "handlers": "under_10"}]}]}
        ]}"#,
    ));
    let under_10 = Count::Band(StaffBand::Under10).range();
    assert_eq!(parties(&tally), [named("甲", range(10, 49)), named("乙", range(5, 5)), named("丙", under_10)]);
    let most = 49 + 5 + 9;
    assert_eq!(tally.total(), Count::Range(range(15 + under_10.min(), most)));

    // The same party under another entrustment is counted once: as many as in one at least, as in both at most.
    tally.add_entrustment(&entrustment(r#"{"handlers": 20, "entrustee": "　甲"}"#));
    assert_eq!(parties(&tally)[0], named("甲", range(20, 69)));

    // Behind the entrustee nothing is known: no upper end.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(
        r#"{"handlers": 30, "chain": [{"name": "甲", "behind": [{"name": "乙"}, {"handlers": 7}]}]}"#,
    ));
    assert_eq!(parties(&tally), [named("甲", range(30, 30)), named("乙", CountRange::at_least(0))]);
    assert_eq!(tally.total(), Count::Range(CountRange::at_least(30)));
    // A party without a name may be one of those named: 0 at least, and what is said of it at most.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(r#"{"handlers": 30, "chain": [{"name": "甲", "behind": [{"handlers": 7}]}]}"#));
    assert_eq!(tally.total(), Count::Range(range(30, 37)));
    tally.add_entrustment(&entrustment(r#"{"handlers": 2, "chain": [{}]}"#));
    assert_eq!(parties(&tally), [named("甲", range(30, 30))]);
    assert_eq!(tally.total(), Count::Range(range(30, 39)));

    // Of several entrustees the form has one number together. How many of them are counted elsewhere is not known.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(r#"{"handlers": 40, "chain": [{"name": "甲"}, {"name": "乙"}]}"#));
    tally.add_entrustment(&entrustment(r#"{"handlers": 40, "entrustee": "甲"}"#));
    assert_eq!(parties(&tally), [named("甲", range(40, 40))]);
    assert_eq!(tally.total(), Count::Range(range(40, 80)));
    // Where the document gives each its own, that counts.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment(r#"{"chain": [{"name": "甲", "handlers": 5}, {"name": "乙", "handlers": 7}]}"#));
    assert_eq!(tally.total(), Count::Exact(12));
    // Two entrustees on two lines are two parties.
    assert_eq!(Chain::of(&entrustment(r#"{"entrustee": ["甲", "乙"]}"#)).links().len(), 2);

    // An entrustment of which nothing is known leaves everything open.
    let mut tally = Tally::new();
    tally.add_entrustment(&entrustment("{}"));
    assert_eq!(tally.total(), Count::Unknown);
}

/// A chain of so many tiers, as JSON.
fn tiers(count: usize) -> String {
    let mut parties = String::from("[]");
    for tier in (1..=count).rev() {
        let behind = if parties == "[]" { String::new() } else { format!(r#","behind":{parties}"#) };
        parties = format!(r#"[{{"name":"第{tier}"{behind}}}]"#);
    }
    format!(r#"{{"chain":{parties}}}"#)
}

#[test]
fn sixteen_tiers_are_read() {
    assert_eq!(MOST_TIERS, 16);
    for count in [1, 2, 15, 16] {
        let json = tiers(count);
        let read = entrustment(&json);
        assert_eq!(Chain::of(&read).depth(), count);
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let last = Chain::of(&read).links().pop().unwrap();
        assert_eq!((last.tier, last.through.len()), (count, count - 1));
    }
    let error = serde_json::from_str::<KeyItemEntrustment>(&tiers(17)).unwrap_err().to_string();
    assert_eq!(error, "a chain of entrustments has at most 16 tiers at line 1 column 416");
    for count in [18, 100] {
        let error = serde_json::from_str::<KeyItemEntrustment>(&tiers(count)).unwrap_err().to_string();
        assert!(error.starts_with("a chain of entrustments has at most 16 tiers"), "{error}");
    }
    // An empty list is a tier of nobody, and refused there all the same.
    let empty = tiers(16).replace(r#""第16""#, r#""第16","behind":[]"#);
    assert!(serde_json::from_str::<KeyItemEntrustment>(&empty).unwrap_err().to_string().contains("at most 16 tiers"));
}

#[test]
fn fields_of_a_party_are_checked() {
    let error = |chain: &str| {
        serde_json::from_str::<Parties>(chain).unwrap_err().to_string().split(" at line").next().unwrap().to_string()
    };
    assert_eq!(
        error(r#"[{"nam": "甲"}]"#),
        "unknown field `nam`, expected one of `name`, `matter`, `handlers`, `behind`"
    );
    assert_eq!(error(r#"[{"name": "甲", "name": "乙"}]"#), "duplicate field `name`");
    assert_eq!(error(r#"[{"behind": [], "behind": []}]"#), "duplicate field `behind`");
    assert_eq!(error(r#"{"name": "甲"}"#), "invalid type: map, expected a list of parties (委託先)");
    assert_eq!(
        error(r#"["甲"]"#),
        "invalid type: string \"甲\", expected a party (委託先) with name, matter, handlers and behind"
    );
}

/// Takes a tree apart tier by tier, so that dropping it needs no deep stack.
fn take_apart(parties: Parties) {
    let mut waiting = parties.0;
    while let Some(mut party) = waiting.pop() {
        waiting.append(&mut party.behind.0);
    }
}

#[test]
fn a_deep_tree_needs_no_deep_stack() {
    // Names on the way are kept for each party, so that the work grows with the square of the tiers.
    const TIERS: usize = 2_000;
    let deep = || {
        let mut parties = Parties::default();
        for tier in (1..=TIERS).rev() {
            let name = Answer::Given(Text::new(format!("第{tier}")).unwrap());
            parties = Parties(vec![Party { name, behind: parties, ..Party::default() }]);
        }
        let mut entrustment = KeyItemEntrustment { chain: parties, ..KeyItemEntrustment::default() };
        let chain = Chain::of(&entrustment);
        let last = chain.links().pop().map(|link| (link.tier, link.name.map(ToString::to_string), link.through.len()));
        let depth = chain.depth();
        take_apart(std::mem::take(&mut entrustment.chain));
        (last, depth)
    };
    // A stack of 64 bytes for each tier is too small for any call for each.
    let small = std::thread::Builder::new().stack_size(64 * TIERS).spawn(deep).unwrap();
    let (last, depth) = small.join().unwrap();
    assert_eq!(last, Some((TIERS, Some("第2000".to_string()), TIERS - 1)));
    assert_eq!(depth, TIERS);
}

/// What is written by hand in another way is saved in one way, and that one is stable.
#[test]
fn one_way_to_save() {
    let header = r#""format":"mynumber-pia","version":1,"kind":"all_item","edition":"form_4_2024_10""#;
    for (written, saved) in [
        (r#","cover":{"published":"R6.12.6"}"#, r#","cover":{"published":"2024-12-06"}"#),
        (r#","cover":{"published":"令和6年12月6日"}"#, r#","cover":{"published":"2024-12-06"}"#),
        (r#","cover":{"published":"R6.12"}"#, r#","cover":{"published":"2024-12"}"#),
        (r#","cover":{"remarks":"-"}"#, r#","cover":{"remarks":"―"}"#),
        (r#","population":"500""#, r#","population":500"#),
        (
            r#","systems":[{"connections":["other","tax"]},{"connections":[]}]"#,
            r#","systems":[{"connections":["tax","other"]},{}]"#,
        ),
        (r#","extent":"whole","cover":{},"systems":[]"#, ""),
    ] {
        let (written, saved) = (format!("{{{header}{written}}}"), format!("{{{header}{saved}}}"));
        for json in [&written, &saved] {
            let document: Assessment = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&document).unwrap(), saved, "{json}");
        }
    }
}
