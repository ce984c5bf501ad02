//! Results of the library as a program stores or shows them: in JSON with labels beside the codes, and in words.

use chrono::NaiveDate;
use mynumber_pia::change::check_table;
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::Mark;
use mynumber_pia::law::{Citation, PairEvidence, Renumbering};
use mynumber_pia::publication::withhold;
use mynumber_pia::validate::Severity;
use mynumber_pia::{Assessment, Language, validate};
use serde_json::{Value, json, to_value};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cite(text: &str) -> Citation {
    text.parse().unwrap()
}

const STORED: &str = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    "affair": {"name": "介護保険に関する事務"}, "department": {"name": "介護課", "head": "課長"},
    "file_sections": [{"names": "介護ファイル", "retention": {"storage": "第二データセンター"}}],
    "changes": [{"date": "2021-04-01", "items": "Ⅰ－6．②所属長の役職名", "before": "主幹", "after": "課長"}]}"#;

fn document() -> Assessment {
    serde_json::from_str(STORED).unwrap()
}

#[test]
fn renumberings() {
    let pair = cite("番号法別表第一の30の項").renumbered();
    let Renumbering::Newer(_, PairEvidence::Assessment(_)) = &pair else { panic!("{pair:?}") };
    assert_eq!(
        to_value(&pair).unwrap(),
        json!({
            "code": "newer", "newer": "番号法別表の44の項", "older": null, "evidence": "published_assessment",
            "evidence_label": "公表された評価書の記載", "copied_on": null,
            "ja": "→ 番号法別表の44の項（公表された評価書の記載）",
            "en": "→ 番号法別表の44の項 (shown by published assessments)"
        })
    );
    for (text, code, japanese, english) in [
        ("番号法別表第二の82の項", "uncertain", "対応は不確か", "successor or predecessor uncertain"),
        ("番号法別表の23の6の項", "depends_on_day", "この番号の対応は時点による", "depends on the day"),
        ("番号法第1条", "untouched", "番号の変更の対象でない", "not affected by a known renumbering"),
    ] {
        let found = cite(text).renumbered();
        let said = [Language::Japanese, Language::English].map(|language| found.text(language));
        assert_eq!((found.code(), said[0].as_str(), said[1].as_str()), (code, japanese, english));
        let stored = to_value(&found).unwrap();
        assert_eq!([&stored["code"], &stored["ja"], &stored["newer"]], [&json!(code), &json!(japanese), &Value::Null]);
    }
    let missing = cite("番号法別表第二の121の項").renumbered();
    let Renumbering::NoSuchRow(copied_on) = missing else { panic!("{missing:?}") };
    assert_eq!(missing.code(), "no_such_row");
    assert_eq!(missing.text(Language::English), format!("no such row in the table of {copied_on}"));
    assert_eq!(to_value(&missing).unwrap()["copied_on"], copied_on.to_string());
}

#[test]
fn what_was_in_force() {
    let old = cite("番号法別表第一の30の項");
    let validity = to_value(old.as_of(day("2024-05-27"))).unwrap();
    assert_eq!([&validity["code"], &validity["code_label"]], ["no_longer", "失効"]);
    assert_eq!(validity["until"], json!({"day": "2024-05-26", "kind": "enacted", "kind_label": "施行"}));
    assert!(validity["evidence"].as_str().is_some_and(|evidence| !evidence.is_empty()));
    let nothing = to_value(cite("国民健康保険法第1条").as_of(day("2024-05-27"))).unwrap();
    let expected =
        json!({"code": "not_evidenced", "code_label": "確認できない", "from": null, "until": null, "evidence": null});
    assert_eq!(nothing, expected);

    let row = to_value(cite("番号法別表の44の項").row_as_of(day("2026-07-17"))).unwrap();
    assert_eq!([&row["code"], &row["code_label"]], ["exists", "あり"]);
    assert_eq!(
        row["row"],
        json!({"citation": "番号法別表の44の項", "body": "市町村長又は国民健康保険組合", "law": "国民健康保険法",
            "seen": ["2025-09-24", "2026-07-17"]})
    );
    let absent = to_value(cite("番号法別表の999の項").row_as_of(day("2026-07-17"))).unwrap();
    assert_eq!([&absent["code"], &absent["row"]], [&json!("missing"), &Value::Null]);
    let no_table = to_value(old.row_as_of(day("2024-05-27"))).unwrap();
    assert_eq!([&no_table["code"], &no_table["table"]["code"]], ["no_table", "no_longer"]);
}

/// One row for each kind of answer, with what is not null in it.
#[test]
fn the_row_of_a_day() {
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    let row = |citation: &str, body: &str, law: &str, seen: [&str; 2]| json!({"citation": citation, "body": body, "law": law, "seen": seen});
    let zones = "都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長";
    let deleted = json!({"citation": format!("{order}の157の項"), "body": null, "law": null, "seen": ["2026-02-08", "2026-06-26"]});
    for (text, of_day, expected) in [
        (
            "番号法別表の31の2の項".to_string(),
            "2026-11-22",
            json!({"code": "exists", "code_label": "あり", "seen_on": "2026-07-17",
                "row": row("番号法別表の31の2の項", "外務大臣", "旅券法", ["2026-07-17", "2026-07-17"])}),
        ),
        (
            format!("{order}の157の項"),
            "2027-04-01",
            json!({"code": "deleted", "code_label": "削除", "row": deleted, "seen_on": "2026-06-26"}),
        ),
        (
            format!("{order}の10の2の項"),
            "2026-02-08",
            json!({"code": "not_yet", "code_label": "追加前",
                "row": row(&format!("{order}の10の2の項"), "海難審判所長", "海難審判法", ["2026-06-26", "2026-06-26"])}),
        ),
        (
            "番号法別表の130の2の項".to_string(),
            "2025-10-01",
            json!({"code": "no_longer", "code_label": "廃止後",
                "row": row("番号法別表の130の2の項", zones, "国家戦略特別区域法", ["2025-09-24", "2025-09-30"])}),
        ),
        (
            "番号法別表の31の2の項".to_string(),
            "2026-03-01",
            json!({"code": "not_known", "code_label": "不明", "between": ["2026-02-08", "2026-07-17"],
                "row": row("番号法別表の31の2の項", "法務大臣", "出入国管理及び難民認定法", ["2025-09-24", "2026-02-08"]),
                "after": row("番号法別表の31の2の項", "外務大臣", "旅券法", ["2026-07-17", "2026-07-17"])}),
        ),
        (
            "番号法別表の138の項".to_string(),
            "2026-11-22",
            json!({"code": "missing", "code_label": "項なし", "copied_on": "2026-07-17"}),
        ),
        ("番号法別表の138の項".to_string(), "2026-03-01", json!({"code": "missing", "code_label": "項なし"})),
        ("番号法別表".to_string(), "2026-03-01", json!({"code": "not_a_row", "code_label": "項の引用でない"})),
    ] {
        let Value::Object(mut stored) = to_value(cite(&text).row_as_of(day(of_day))).unwrap() else { panic!("{text}") };
        stored.retain(|_, value| !value.is_null());
        assert_eq!(Value::Object(stored), expected, "{text} {of_day}");
    }
}

#[test]
fn rows_of_a_change_table() {
    assert_eq!(
        to_value(check_table(&document())).unwrap(),
        json!([{
            "row": 0, "state": "holds", "state_label": "現在の記載と一致",
            "address": {"kind": "one", "kind_label": "一つの項目", "items": [
                {"item": "department_head", "label": "所属長の役職名", "path": "department.head"}
            ]}
        }])
    );
}

#[test]
fn what_is_withheld() {
    let parts = [("file_sections[0].retention.storage".parse().unwrap(), WithholdingGround::ProperManagement)];
    let withheld = withhold(&document(), Occasion::Publication, None, &parts).unwrap();
    let stored = to_value(&withheld).unwrap();
    assert_eq!(stored["document"], to_value(&withheld.document).unwrap());
    let [field] = stored["fields"].as_array().unwrap().as_slice() else { panic!("{stored}") };
    assert_eq!(
        [&field["path"], &field["kind"], &field["kind_label"]],
        ["file_sections[0].retention.storage", "text", "自由記述"]
    );
    assert_eq!(
        [&field["ground"], &field["ground_label"]],
        [WithholdingGround::ProperManagement.code(), WithholdingGround::ProperManagement.label()]
    );
    assert_eq!(field["sentence"], withheld.fields[0].sentence());
    assert_eq!(field["because_of"], Value::Null);
}

#[test]
fn findings() {
    let report = validate(&document(), day("2025-06-01"));
    let finding = report.iter().next().unwrap();
    let stored = to_value(finding).unwrap();
    assert_eq!([&stored["severity"], &stored["severity_label"]], [finding.severity.code(), finding.severity.label()]);
    let mark = Mark::from(finding);
    assert_eq!(mark, Mark::finding(finding.location.path.clone(), finding.severity, finding.to_string()));
    // The worst comes first.
    assert!(Severity::Error < Severity::Warning && Severity::Warning < Severity::Note);
}
