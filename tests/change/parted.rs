//! Sections that were split or joined. What must come of each pair was written before it was run.

use crate::support::EDOGAWA;
use crate::undone::{rows, trouble};
use mynumber_pia::assessment::{Assessment, FileSection};
use mynumber_pia::change::{Difference, difference};
use serde_json::{Value, json};

fn document(fields: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10"});
    json.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    serde_json::from_value(json).unwrap()
}

/// A section of these files, with a place where they are kept and a contract.
fn section(names: &[&str], storage: &str, matters: &[&str]) -> Value {
    let names = if let [one] = names { json!(one) } else { json!(names) };
    let contracts: Vec<Value> = matters
        .iter()
        .enumerate()
        .map(|(index, matter)| json!({"number": index + 1, "matter": matter, "content": format!("{matter}の作業"), "entrustee": format!("{matter}社")}))
        .collect();
    json!({"names": names, "retention": {"storage": storage, "erasure": "復元できない方法で消去する"}, "entrustments": contracts})
}

fn sections(list: &[Value]) -> Assessment {
    document(&json!({"file_sections": list}))
}

fn risks(list: &[(&[&str], &str)]) -> Assessment {
    let risk = |(names, measures): &(&[&str], &str)| {
        let names = if let [one] = names { json!(one) } else { json!(names) };
        json!({"names": names, "other_measures": measures, "acquisition": {"measures": "本人確認を行う"}})
    };
    document(&json!({"risks": list.iter().map(risk).collect::<Vec<_>>()}))
}

/// Each edit: what it does, where from and to, and its weight.
fn edits(difference: &Difference<'_>) -> Vec<String> {
    let path = |path: &Option<_>| path.as_ref().map_or_else(|| "-".to_string(), ToString::to_string);
    let edits = difference.weighed();
    edits
        .map(|(edit, weight)| {
            let path = |own: &Option<mynumber_pia::catalogue::FieldPath>| path(own);
            format!("{} {} {} {}", edit.what, path(&edit.old), path(&edit.new), weight.code())
        })
        .collect()
}

/// Asserts the edits, that applying and reversing works, and that the check and the way back know which rows are about sections.
#[track_caller]
fn holds(old: &Assessment, new: &Assessment, truth: &[&str]) {
    let found = difference(old, new);
    assert_eq!(edits(&found), truth);
    assert_eq!(found.apply(old).unwrap(), *new);
    assert_eq!(found.reversed().apply(new).unwrap(), *old);
    assert_eq!(trouble(old, new), Vec::<String>::new());
    assert_eq!(trouble(new, old), Vec::<String>::new());
}

#[test]
fn a_section_is_split_and_nothing_else_changes() {
    let old = sections(&[section(&["資格ファイル", "給付ファイル"], "庁舎", &["保守", "印刷"])]);
    let new = sections(&[
        section(&["資格ファイル"], "庁舎", &["保守", "印刷"]),
        section(&["給付ファイル"], "庁舎", &["保守", "印刷"]),
    ]);
    holds(
        &old,
        &new,
        &[
            "changed file_sections[0].names file_sections[0].names ordinary",
            "split file_sections[0] file_sections[1] ordinary",
        ],
    );
    // The other way round, they are joined.
    holds(
        &new,
        &old,
        &[
            "changed file_sections[0].names file_sections[0].names ordinary",
            "joined file_sections[1] file_sections[0] ordinary",
        ],
    );
    let found = rows(&old, &new);
    let row = |row: &mynumber_pia::assessment::Change| {
        format!("{} | {} | {}", row.items.value(), row.before.value(), row.after.value())
    };
    assert_eq!(
        row(&found[1]),
        "Ⅱ（給付ファイル）特定個人情報ファイルの概要 | 資格ファイル／給付ファイル | 給付ファイル／（左記の欄から分割）"
    );
    let found = rows(&new, &old);
    assert_eq!(
        row(&found[1]),
        "Ⅱ（給付ファイル）特定個人情報ファイルの概要 | 給付ファイル／（2番目の欄） | 資格ファイル／給付ファイル／（この欄に統合）"
    );
}

/// A section that was divided and also says something else is a new one, so that nothing of it is lost.
#[test]
fn a_section_that_says_something_else_is_not_split() {
    let old =
        sections(&[section(&["資格ファイル", "給付ファイル", "宛名ファイル"], "庁舎", &["保守", "印刷", "入力"])]);
    let split = |storage| {
        sections(&[
            section(&["宛名ファイル"], "庁舎", &["保守", "印刷", "入力"]),
            section(&["資格ファイル", "給付ファイル"], storage, &["保守", "印刷", "入力"]),
        ])
    };
    // The new section that shares most names goes on; the other is split from it. 保管場所 is marked ※.
    holds(
        &old,
        &split("クラウド"),
        &[
            "split file_sections[0] file_sections[0] ordinary",
            "changed file_sections[0].names file_sections[1].names ordinary",
            "changed file_sections[0].retention.storage file_sections[1].retention.storage material",
        ],
    );
    let mut new = split("庁舎");
    new.file_sections[0].retention.storage = "クラウド".parse().unwrap();
    holds(
        &old,
        &new,
        &["added - file_sections[0] material", "changed file_sections[0].names file_sections[1].names ordinary"],
    );
    holds(
        &new,
        &old,
        &["removed file_sections[0] - material", "changed file_sections[1].names file_sections[0].names ordinary"],
    );
}

#[test]
fn three_sections_come_of_one() {
    let old = sections(&[section(&["資格ファイル", "給付ファイル", "宛名ファイル"], "庁舎", &["保守"])]);
    let new = sections(&[
        section(&["資格ファイル"], "庁舎", &["保守"]),
        section(&["給付ファイル"], "庁舎", &["保守"]),
        section(&["宛名ファイル"], "庁舎", &["保守"]),
    ]);
    holds(
        &old,
        &new,
        &[
            "changed file_sections[0].names file_sections[0].names ordinary",
            "split file_sections[0] file_sections[1] ordinary",
            "split file_sections[0] file_sections[2] ordinary",
        ],
    );
}

/// The names of the files of a risk section are marked ※.
#[test]
fn risk_sections_are_split_too() {
    let old = risks(&[(&["資格ファイル", "給付ファイル"], "研修を行う")]);
    let new = risks(&[(&["資格ファイル"], "研修を行う"), (&["給付ファイル"], "研修を行う")]);
    let truth = ["changed risks[0].names risks[0].names material", "split risks[0] risks[1] material"];
    holds(&old, &new, &truth);
}

/// A section is not split from another if it shares no name with it, or names with two.
#[test]
fn other_sections_are_added_and_removed() {
    let old = sections(&[section(&["資格ファイル"], "庁舎", &["保守"]), section(&["給付ファイル"], "書庫", &["印刷"])]);
    let new = sections(&[
        section(&["資格ファイル"], "庁舎", &["保守"]),
        section(&["給付ファイル"], "書庫", &["印刷"]),
        section(&["宛名ファイル"], "倉庫", &["入力"]),
    ]);
    holds(&old, &new, &["added - file_sections[2] material"]);
    holds(&new, &old, &["removed file_sections[2] - material"]);
    let shared = sections(&[
        section(&["資格ファイル"], "庁舎", &["保守"]),
        section(&["給付ファイル"], "書庫", &["印刷"]),
        section(&["資格ファイル", "給付ファイル"], "倉庫", &["入力"]),
    ]);
    holds(&old, &shared, &["added - file_sections[2] material"]);
}

#[test]
fn a_split_is_written_as_json() {
    let old = sections(&[section(&["資格ファイル", "給付ファイル"], "庁舎", &[])]);
    let new = sections(&[section(&["資格ファイル"], "庁舎", &[]), section(&["給付ファイル"], "庁舎", &[])]);
    let json = |old, new| serde_json::to_value(difference(old, new)).unwrap()["edits"][1].clone();
    let split = json(&old, &new);
    assert_eq!((&split["what"], &split["what_label"]), (&json!("split"), &json!("分割")));
    assert_eq!((&split["old"], &split["new"]), (&json!("file_sections[0]"), &json!("file_sections[1]")));
    assert_eq!((&split["matched"], &split["matched_label"]), (&json!("shared_name"), &json!("名称の一つ")));
    assert_eq!(split["before"]["names"], json!(["資格ファイル", "給付ファイル"]));
    assert_eq!(split["after"]["names"], json!("給付ファイル"));
    let joined = json(&new, &old);
    assert_eq!((&joined["what"], &joined["what_label"]), (&json!("joined"), &json!("統合")));
    assert_eq!((&joined["old"], &joined["new"]), (&json!("file_sections[1]"), &json!("file_sections[0]")));
}

/// An excerpt need not show the other sections.
#[test]
fn a_section_of_an_excerpt_is_not_split() {
    let mut old = sections(&[section(&["資格ファイル", "給付ファイル"], "庁舎", &["保守"])]);
    old.extent = mynumber_pia::value::choice::Extent::Excerpt;
    let mut new = old.clone();
    new.file_sections[0].names = "資格ファイル".parse().unwrap();
    new.file_sections
        .push(FileSection { names: "給付ファイル".parse().unwrap(), ..new.file_sections[0].clone() });
    let found = difference(&old, &new);
    assert_eq!(edits(&found), ["changed file_sections[0].names file_sections[0].names ordinary"]);
    assert_eq!(found.not_compared().len(), 1);
}

/// The sections of the published assessment of 江戸川区 are about four files.
#[test]
fn a_published_section_is_split_and_joined() {
    let old: Assessment = serde_json::from_str(EDOGAWA).unwrap();
    let mut new = old.clone();
    let mut half = new.file_sections[0].clone();
    new.file_sections[0].names = "国保賦課ファイル".parse().unwrap();
    half.names = "国保資格ファイル".parse().unwrap();
    new.file_sections.insert(1, half);
    assert_eq!(trouble(&old, &new), Vec::<String>::new());
    assert_eq!(trouble(&new, &old), Vec::<String>::new());
    let characters = |rows: Vec<_>| serde_json::to_string(&rows).unwrap().chars().count();
    assert!(characters(rows(&old, &new)) < 3_000, "{}", characters(rows(&old, &new)));
}
