//! `pia changes` as a user runs it.

use crate::support::run;
use mynumber_pia::Assessment;
use serde_json::{Value, json};

fn file(name: &str) -> String {
    let folder = crate::support::root().join("examples/documents");
    folder.join(name).with_extension("json").into_os_string().into_string().unwrap()
}

/// A temporary file with a name of its own for each test.
fn temporary(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("mynumber-pia-changes-{}-{name}.json", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.into_os_string().into_string().unwrap()
}

fn document(fields: &str) -> String {
    format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", {fields}}}"#)
}

const OLD: &str = r#""cover": {"body": "甲市長"}, "affair": {"name": "国保"}, "systems": [{"number": 1, "name": "国保システム"}],
    "number_use_bases": "番号法別表第一の30の項", "department": {"head": "課長"}, "other_bodies": "?",
    "file_sections": [{"names": "国保ファイル", "retention": {"storage": "庁舎"}}]"#;
const NEW: &str = r#""cover": {"body": "甲市長"}, "affair": {"name": "国保"},
    "systems": [{"number": 1, "name": "宛名システム"}, {"number": 2, "name": "国保システム"}],
    "number_use_bases": "番号法別表の44の項", "department": {"head": "室長"},
    "file_sections": [{"names": "国保ファイル", "retention": {"storage": "ガバメントクラウド"}}]"#;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_difference_is_one_object() {
    let new = temporary("json-new", &document(NEW));
    let answer = run("changes", &["-", &new, "--json"], document(OLD).as_bytes());
    assert_eq!(
        (answer.code, answer.err.as_str()),
        (1, "pia changes: 比較できない（不明）: 他の評価実施機関 other_bodies\n")
    );
    let [difference] = lines(&answer.out).try_into().unwrap();
    let edits = difference["edits"].as_array().unwrap();
    let library = |text: &str| serde_json::from_str::<Assessment>(text).unwrap();
    let (old, newer) = (library(&document(OLD)), library(&document(NEW)));
    assert_eq!(difference, serde_json::to_value(mynumber_pia::change::difference(&old, &newer)).unwrap());
    assert_eq!(
        edits[0],
        json!({
            "item": "system_name", "number": "Ⅰ.2.システム.①", "label": "システムの名称", "what": "added", "what_label": "追加",
            "old": null, "new": "systems[0]", "before": null, "after": {"number": 1, "name": "宛名システム"},
            "matched": null, "matched_label": null, "weight": "ordinary", "weight_label": "その他の項目の変更",
            "proof": null, "proof_label": null
        })
    );
    assert_eq!(
        edits[1],
        json!({
            "item": "system_name", "number": "Ⅰ.2.システム.①", "label": "システムの名称", "what": "renumbered",
            "what_label": "番号の変更", "old": "systems[0].number", "new": "systems[1].number", "before": 1, "after": 2,
            "matched": "same_but_number", "matched_label": "番号以外が同一", "weight": "formal",
            "weight_label": "形式的な変更", "proof": "number", "proof_label": "記載に付した番号の違い"
        })
    );
    assert_eq!(
        difference["not_compared"],
        json!([{
            "item": "other_bodies", "label": "他の評価実施機関", "old": "other_bodies", "new": "other_bodies",
            "because": "not_known", "because_label": "不明"
        }])
    );
    assert_eq!([&difference["form"], &difference["mismatch"]], [&Value::Null, &Value::Null]);
    let of = |field: &str| -> Vec<String> {
        edits.iter().map(|edit| edit[field].as_str().unwrap_or("null").to_string()).collect()
    };
    assert_eq!(of("what"), ["added", "renumbered", "changed", "changed", "changed"]);
    assert_eq!(of("weight"), ["ordinary", "formal", "formal", "ordinary", "material"]);
    assert_eq!(edits[2]["proof_label"], "法令の条項番号の変更（番号法別表第一の30の項→番号法別表の44の項）");
    assert_eq!(of("number")[2..], ["Ⅰ.4", "Ⅰ.6.②", "Ⅱ.6"]);
}

#[test]
fn a_reader_sees_the_edits() {
    let (old, new) = (temporary("text-old", &document(OLD)), temporary("text-new", &document(NEW)));
    let answer = run("changes", &[&old, &new], b"");
    assert_eq!(answer.code, 1);
    let expected = "\
変更 Ⅱ.6 保管場所 file_sections[0].retention.storage [重要な変更の対象]
    - 庁舎
    + ガバメントクラウド
    ? リスクを明らかに軽減させる変更か
    ? 誤字脱字の修正、名称の変更等の形式的な変更か
";
    assert!(answer.out.contains(expected), "{}", answer.out);
    let english = run("changes", &[&old, &new, "--lang", "en"], b"");
    assert!(english.out.contains("changed Ⅱ.6 Place of storage file_sections[0].retention.storage [material]\n"));
    assert_eq!(english.err, "pia changes: not compared (not known): Other assessing bodies other_bodies\n");
}

#[test]
fn an_answer_of_none_is_shown_as_one() {
    let content = |text: &str| {
        document(&format!(
            r#""file_sections": [{{"names": "甲", "entrustments": [{{"matter": "保守", "content": "{text}"}}]}}]"#
        ))
    };
    let old = temporary("none-old", &content("点検"));
    for (text, shown) in [("なし", "    - 点検\n    + なし\n"), ("", "    - 点検\n")] {
        let new = temporary("none-new", &content(text));
        let answer = run("changes", &[&old, &new], b"");
        assert!(answer.out.contains(shown) && !answer.out.contains("空欄"), "{}", answer.out);
    }
}

#[test]
fn a_body_can_judge_that_a_change_is_not_material() {
    let (old, new) = (temporary("minor-old", &document(OLD)), temporary("minor-new", &document(NEW)));
    let rows = |more: &[&str]| {
        let answer = run("changes", &[&[&*old, &new, "--table", "--json", "--as-of=2025-04-01"], more].concat(), b"");
        assert_eq!(answer.code, 1, "{}", answer.err);
        answer.out
    };
    let (material, minor) = (lines(&rows(&[])), lines(&rows(&["--not-material"])));
    assert_eq!(minor[..4], material[..4]);
    assert_eq!((&material[4]["timing"], &minor[4]["timing"]), (&json!("before"), &json!("after")));
    let reason = "重要な変更の対象である記載項目（※）の変更であるが、重要な変更に当たらない";
    assert_eq!(minor[4]["reason"], reason);
    assert_eq!(minor[4]["after"], material[4]["after"]);
    // The reason is one that the check accepts.
    let mut changed: Assessment = serde_json::from_str(&document(NEW)).unwrap();
    changed.changes = minor.iter().map(|row| serde_json::from_value(row.clone()).unwrap()).collect();
    let report = mynumber_pia::validate(&changed, "2025-06-01".parse().unwrap());
    let of_timing = ["after_though_material", "material_without_reason"];
    assert!(report.iter().all(|finding| !of_timing.contains(&finding.rule.code())));
    let refused = run("changes", &[&old, &new, "--not-material", "--lang=en"], b"");
    assert_eq!((refused.code, &*refused.err), (2, "pia changes: --not-material is only allowed with --table\n"));
}

#[test]
fn the_table_has_a_row_for_each_edit() {
    let (old, new) = (temporary("table-old", &document(OLD)), temporary("table-new", &document(NEW)));
    let answer = run("changes", &[&old, &new, "--table", "--as-of", "令和7年4月1日"], b"");
    let rows: Vec<Vec<&str>> = answer.out.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!((answer.code, rows.len()), (1, 5));
    assert_eq!(
        rows[4],
        [
            "令和7年4月1日",
            "Ⅱ　６．特定個人情報の保管・消去　保管場所",
            "庁舎",
            "ガバメントクラウド",
            "事前",
            "重要な変更の対象である記載項目（※）の変更"
        ]
    );
    assert_eq!(rows[3][1], "Ⅰ　６．評価実施機関における担当部署　②所属長の役職名");
    // The rows as JSON can be put into the document.
    let answer = run("changes", &[&old, &new, "--table", "--json", "--as-of", "2025-04-01"], b"");
    let rows = lines(&answer.out);
    assert_eq!(rows[3]["items"], "Ⅰ　６．評価実施機関における担当部署　②所属長の役職名");
    let with_rows = document(&format!("{NEW}, \"changes\": {}", Value::Array(rows)));
    let checked = run("changes", &["--check", "--json", "-"], with_rows.as_bytes());
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert_eq!(
        lines(&checked.out)[3],
        json!({
            "row": 4, "state": "holds", "state_label": "現在の記載と一致",
            "address": {"kind": "one", "kind_label": "一つの項目", "items": ["department_head"], "paths": ["department.head"], "block": null}
        })
    );
    let system = &lines(&checked.out)[0]["address"];
    assert_eq!((&system["paths"], &system["block"]), (&json!(["systems[0].name"]), &json!("systems[0]")));
}

#[test]
fn nothing_differs_from_itself() {
    for name in ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"] {
        let answer = run("changes", &[&file(name), &file(name)], b"");
        assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn documents_of_different_bodies_or_affairs_are_refused() {
    let answer = run("changes", &[&file("kumagaya"), &file("kawaguchi")], b"");
    assert_eq!(
        (answer.code, answer.out.as_str(), answer.err.as_str()),
        (2, "", "pia changes: 評価実施機関が異なる。--anyway を付けると比較する\n")
    );
    assert_eq!(
        run("changes", &[&file("kumagaya"), &file("kawaguchi"), "--lang", "en"], b"").err,
        "pia changes: the documents belong to different bodies (評価実施機関); --anyway compares them anyway\n"
    );
    assert_eq!(run("changes", &[&file("kumagaya"), &file("kawaguchi"), "--anyway"], b"").code, 1);
    let other = temporary("affair", &document(&NEW.replace("国保\"", "介護\"")));
    let answer = run("changes", &["-", &other], document(OLD).as_bytes());
    assert_eq!(
        (answer.code, answer.err.as_str()),
        (2, "pia changes: 事務の名称が異なる。--anyway を付けると比較する\n")
    );
}

#[test]
fn another_form_is_a_difference() {
    let raised = document(NEW).replace("key_item", "all_item").replace("form_3", "form_4");
    let raised = temporary("raised", &raised);
    let answer = run("changes", &["-", &raised, "--json"], document(NEW).as_bytes());
    assert_eq!(answer.code, 1);
    assert_eq!(
        lines(&answer.out),
        [json!({
            "form": {"old": "form_3_2024_10", "new": "form_4_2024_10"}, "mismatch": null, "mismatch_label": null,
            "edits": [], "not_compared": []
        })]
    );
}

#[test]
fn the_version_before_a_day_is_written() {
    let answer = run("changes", &["--rewind", "2025-05-30", &file("kumagaya")], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let before: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(before["threshold"]["incident"], "no");
    assert_eq!(before["threshold"]["result"], "basic_item");
    assert_eq!(before["changes"].as_array().unwrap().len(), 64);
    let forth = run("changes", &["-", &file("kumagaya")], answer.out.as_bytes());
    assert!(forth.out.contains("しきい値判断結果"), "{}", forth.out);
    let more = run("changes", &["--rewind", "2025-04-01", &file("kumagaya")], b"");
    assert_eq!(more.code, 1, "a row is not undone");
    assert_eq!(
        more.err,
        "pia changes: 62行目は戻せない（変更後の記載が現在の記載と異なる）: Ⅰ関連情報　１．特定個人情報ファイルを取り扱う事務　②事務の概要\n"
    );
}
