//! The assessment plan register of a body: how it is stored, and what is refused.

use chrono::NaiveDate;
use mynumber_pia::affair::{
    DatedFacts, Planned, PlannedEvent, Publication, PublishedBy, REGISTER_FORMAT, REGISTER_VERSION, Register,
    RegisteredAffair, load_register,
};
use mynumber_pia::threshold::Exemption;
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{AssessmentKind, Count, Language, Obligation};
use serde_json::{Value, json};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn full() -> Register {
    Register {
        body: "川口市長".parse().unwrap(),
        kind: Some(BodyKind::LocalGovernment),
        incidents: Some(vec![SeriousIncident {
            date: "2025-11-03".parse().unwrap(),
            known: None,
            scope: IncidentScope::SpecificPersonalInformation,
        }]),
        affairs: vec![
            RegisteredAffair {
                lead: Some("埼玉県知事".parse().unwrap()),
                exemption: Some(Exemption::ManualFilesOnly),
                facts: Some(DatedFacts {
                    on: day(2026, 4, 1),
                    population: Some(Count::Exact(62_000)),
                    handlers: Some("500人未満".parse().unwrap()),
                }),
                publications: vec![Publication {
                    paper: AssessmentKind::BasicItem,
                    on: day(2025, 9, 5),
                    by: PublishedBy::Assessed,
                }],
                reviewed: Some(day(2026, 3, 31)),
                ended: Some(day(2026, 9, 30)),
                notified: Some(day(2026, 10, 2)),
                policy: Some(Obligation::BasicItemAndAllItem),
                planned: vec![Planned { what: PlannedEvent::Change, on: day(2026, 8, 1) }],
                ..RegisteredAffair::new("5".parse().unwrap(), "介護保険に関する事務".parse().unwrap())
            },
            RegisteredAffair::new("6".parse().unwrap(), "児童手当に関する事務".parse().unwrap()),
        ],
    }
}

#[test]
fn it_is_stored_with_codes_alone() {
    let json = json!({
        "format": "mynumber-pia-register", "version": 1, "body": "川口市長", "kind": "local_government",
        "incidents": [{"date": "2025-11-03", "scope": "specific_personal_information"}],
        "affairs": [
            {
                "number": "5", "name": "介護保険に関する事務", "lead": "埼玉県知事", "exemption": "manual_files_only",
                "facts": {"on": "2026-04-01", "population": 62000, "handlers": "under_500"},
                "publications": [{"paper": "basic_item", "on": "2025-09-05", "by": "assessed"}],
                "reviewed": "2026-03-31", "ended": "2026-09-30", "notified": "2026-10-02",
                "policy": "basic_item_and_all_item",
                "planned": [{"what": "change", "on": "2026-08-01"}]
            },
            {"number": "6", "name": "児童手当に関する事務"}
        ]
    });
    assert_eq!(serde_json::to_value(full()).unwrap(), json);
    assert_eq!((REGISTER_FORMAT, REGISTER_VERSION), ("mynumber-pia-register", 1));
    let text = serde_json::to_string(&full()).unwrap();
    assert!(text.starts_with(r#"{"format":"mynumber-pia-register","version":1,"body":"#), "{text}");
    let read: Register = serde_json::from_str(&text).unwrap();
    assert_eq!(read, full());
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
}

#[test]
fn it_is_read_in_any_order_and_notation() {
    // A value of serde_json sorts its keys.
    let mut json = serde_json::to_value(full()).unwrap();
    assert_eq!(serde_json::from_value::<Register>(json.clone()).unwrap(), full());
    json["kind"] = "地方公共団体等".into();
    json["affairs"][0]["ended"] = "令和8年9月30日".into();
    json["affairs"][0]["publications"][0]["by"] = "評価の実施・再実施".into();
    assert_eq!(load_register(json).unwrap(), full());
}

#[test]
fn what_is_not_known_differs_from_what_is_none() {
    let read = |incidents: &str| -> Register {
        let json = format!(
            r#"{{"format": "mynumber-pia-register", "version": 1, "body": "川口市長"{incidents}, "affairs": []}}"#
        );
        serde_json::from_str(&json).unwrap()
    };
    assert_eq!(read(""), Register::new("川口市長".parse().unwrap()));
    assert_eq!(read(r#", "incidents": null"#).incidents, None);
    let none = read(r#", "incidents": []"#);
    assert_eq!(none.incidents, Some(Vec::new()));
    assert_eq!(serde_json::from_value::<Register>(serde_json::to_value(&none).unwrap()).unwrap(), none);
    assert!(serde_json::to_value(read("")).unwrap().get("incidents").is_none());
}

/// The full register with the value at this pointer replaced, or with the key added.
fn with(pointer: &str, value: Value) -> Value {
    let mut json = serde_json::to_value(full()).unwrap();
    let (object, key) = pointer.rsplit_once('/').unwrap();
    let object = if object.is_empty() { &mut json } else { json.pointer_mut(object).unwrap() };
    match object {
        Value::Object(map) => drop(map.insert(key.into(), value)),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer}"),
    }
    json
}

#[test]
fn what_is_wrong_is_said_in_both_languages() {
    let refused = [
        (
            with("/version", 2.into()),
            "version: version 2 of the format: this crate reads version 1",
            "version：形式の版 2 は読み込めない（読み込める版は 1）",
        ),
        (
            with("/format", "mynumber-pia".into()),
            "format: invalid value: string \"mynumber-pia\", expected the name of the format, \"mynumber-pia-register\"",
            "format：読めない値である：文字列 \"mynumber-pia\"（記載できるもの：形式名 \"mynumber-pia-register\"）",
        ),
        (
            with("/affairs/0/ended", "2026-02-30".into()),
            "affairs[0].ended: there is no day 30 in 2026-02: expected 1 to 28",
            "affairs[0].ended：2026年2月に30日はない（1日から28日まで）",
        ),
        (
            with("/affairs/0/publications/0/on", "令和7年9月".into()),
            "affairs[0].publications[0].on: \"2025-09\" is not a day: expected a year, a month and a day, such as 2026-04-01",
            "affairs[0].publications[0].on：「2025-09」は日まで書かれていない。2026-04-01 のように年月日を書く",
        ),
        (
            with("/affairs/0/publications/0/by", "corected".into()),
            "affairs[0].publications[0].by: unknown code or label \"corected\" for the ground of publication (公表の根拠): expected \
             one of assessed (評価の実施・再実施), corrected (評価書の修正), voluntary (任意の評価)",
            "affairs[0].publications[0].by：「corected」は公表の根拠の選択肢にない（選択肢：assessed (評価の実施・再実施), corrected \
             (評価書の修正), voluntary (任意の評価)）",
        ),
        (
            with("/affairs/1/nummer", 6.into()),
            "affairs[1].nummer: unknown field `nummer`, expected one of `number`, `name`, `lead`, `exemption`, `facts`, \
             `publications`, `reviewed`, `ended`, `notified`, `policy`, `planned`",
            "affairs[1].nummer：「nummer」という項目はない（使える項目：number、name、lead、exemption、facts、publications、\
             reviewed、ended、notified、policy、planned）",
        ),
        (
            with("/affairs/1", "6".into()),
            "affairs[1]: invalid type: string \"6\", expected an affair with its number and name",
            "affairs[1]：型が違う：文字列 \"6\"（記載できるもの：評価書番号と名称のある事務）",
        ),
        (with("/affairs/1", json!({"number": "6"})), "affairs[1]: missing field `name`", "affairs[1]：「name」がない"),
        (
            with("/affairs/1/number", 6.into()),
            "affairs[1].number: invalid type: integer `6`, expected a text that is not blank",
            "affairs[1].number：型が違う：整数 `6`（記載できるもの：空白だけでない文字列）",
        ),
        (
            with("/incidents", 3.into()),
            "incidents: invalid type: integer `3`, expected a list",
            "incidents：型が違う：整数 `3`（記載できるもの：一覧）",
        ),
        (
            with("/incidents/0", 3.into()),
            "incidents[0]: invalid type: integer `3`, expected a serious incident with date and scope",
            "incidents[0]：型が違う：整数 `3`（記載できるもの：date と scope のある重大事故）",
        ),
        (
            with("/affairs/0/facts/population", "many".into()),
            "affairs[0].facts.population: cannot read \"many\" as a count of people: ",
            "affairs[0].facts.population：「many」は人数として読めない。",
        ),
        (
            json!([]),
            "invalid type: sequence, expected a register (計画管理書)",
            "型が違う：配列（記載できるもの：計画管理書）",
        ),
    ];
    for (json, english, japanese) in refused {
        let text = json.to_string();
        let error = load_register(json).unwrap_err();
        // The error of a count lists every band.
        let is_said = |said: &str, expected: &str| {
            said == expected || (expected.ends_with([' ', '。']) && said.starts_with(expected))
        };
        assert!(is_said(&error.text(Language::English), english), "{error}\n{english}");
        assert!(is_said(&error.text(Language::Japanese), japanese), "{error}\n{japanese}");
        assert!(error.reason.is_some());
        assert!(serde_json::from_str::<Register>(&text).is_err());
    }
}

#[test]
fn a_key_that_occurs_twice_and_a_broken_text_are_refused() {
    let read = |json: &str| load_register(&mut serde_json::Deserializer::from_str(json)).unwrap_err();
    let twice =
        read(r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "body": "乙市長", "affairs": []}"#);
    assert_eq!(twice.text(Language::Japanese), "「body」が重複している");
    let twice = read(
        r#"{"format": "mynumber-pia-register", "version": 1, "body": "甲市長", "affairs": [
            {"number": "1", "name": "甲", "planned": [{"what": "hold", "on": "2026-01-01", "on": "2026-01-02"}]}]}"#,
    );
    assert_eq!(twice.path, "affairs[0].planned[0]");
    let broken = read("{\n  \"format\": ");
    assert_eq!((broken.reason.clone(), broken.source.line()), (None, 2));
    assert!(broken.text(Language::Japanese).contains("形式として正しくない"), "{broken:#}");
    assert!(std::error::Error::source(&broken).is_some());
}

#[test]
fn a_day_that_cannot_be_read_again_is_not_written() {
    let mut register = full();
    register.affairs[0].reviewed = Some(NaiveDate::MIN);
    assert!(serde_json::to_string(&register).is_err());
}
