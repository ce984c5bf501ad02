//! Which part of the old version is which of the new one: pairs with a known truth.

use mynumber_pia::Assessment;
use mynumber_pia::change::{MatchedBy, difference, table};
use serde_json::{Value, json};

fn with(part: &str, list: &Value) -> Assessment {
    let mut json = json!({"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10"});
    json.as_object_mut().unwrap().insert(part.into(), list.clone());
    serde_json::from_value(json).unwrap()
}

fn entrustments(list: &Value) -> Assessment {
    with("file_sections", &json!([{"names": "国保ファイル", "entrustments": list}]))
}

/// What each edit does, the end of its path, and how its part was matched.
fn edits(old: &Assessment, new: &Assessment) -> Vec<String> {
    let difference = difference(old, new);
    assert!(difference.apply(old).unwrap() == *new);
    assert!(difference.reversed().apply(new).unwrap() == *old);
    let edits = difference.edits().iter().map(|edit| {
        let path = edit.new.as_ref().or(edit.old.as_ref()).unwrap().to_string();
        let path = path.strip_prefix("file_sections[0].").unwrap_or(&path);
        format!("{} {path} {}", edit.what, edit.matched.map_or("-", |matched| mynumber_pia::CodeList::code(matched)))
    });
    edits.collect()
}

fn contract(matter: &str, content: &str, entrustee: &str, reason: &str) -> Value {
    json!({"number": 1, "matter": matter, "content": content, "entrustee": entrustee, "reason": reason,
        "handlers": "from_10_to_49", "re_entrustment": "re_entrusted", 
        "permission": "書面による承諾", "re_entrusted_matter": "一部の作業"})
}

#[test]
fn an_unlike_contract_is_another_part() {
    let old = contract("システム保守", "点検及び障害対応", "甲株式会社", "専門の知識を要するため");
    let other = contract("納付書の印刷", "印刷、封入及び封緘", "乙株式会社", "大量の印刷物を扱うため");
    assert_eq!(
        edits(&entrustments(&json!([old])), &entrustments(&json!([other]))),
        ["removed entrustments[0] -", "added entrustments[0] -"]
    );
    // Also if choices agree by chance, and if there are others.
    let third = contract("入力", "申請書の入力", "丙株式会社", "大量のため");
    assert_eq!(
        edits(&entrustments(&json!([third, old])), &entrustments(&json!([third, other]))),
        ["removed entrustments[1] -", "added entrustments[1] -"]
    );
    // A system of the same kind.
    let system =
        |name: &str, functions: &str| json!([{"name": name, "functions": functions, "connections": ["other"]}]);
    assert_eq!(
        edits(
            &with("systems", &system("国保システム", "資格の管理")),
            &with("systems", &system("印刷装置", "納付書の印刷"))
        ),
        ["removed systems[0] -", "added systems[0] -"]
    );
    let boxes = |name: &str| json!([{"name": name, "connections": ["addressee"]}, {"name": format!("{name}2"), "connections": ["tax"]}]);
    let found = edits(&with("systems", &boxes("甲")), &with("systems", &boxes("乙")));
    assert!(found.iter().all(|edit| edit.starts_with("added") || edit.starts_with("removed")), "{found:?}");
}

#[test]
fn a_renamed_contract_is_the_same_part() {
    let old = contract("システム保守", "点検及び障害対応", "甲株式会社", "専門の知識を要するため");
    let renamed = contract("システムの運用保守", "点検及び障害対応", "甲株式会社", "専門の知識を要するため");
    assert_eq!(
        edits(&entrustments(&json!([old])), &entrustments(&json!([renamed]))),
        ["changed entrustments[0].matter content"]
    );
    let with_one = contract("システムの運用保守", "点検及び障害対応", "乙株式会社", "専門の知識を要するため");
    assert_eq!(
        edits(&entrustments(&json!([old])), &entrustments(&json!([with_one]))),
        ["changed entrustments[0].matter only_one", "changed entrustments[0].entrustee only_one"]
    );
}

#[test]
fn two_parts_that_swapped_are_two_moves() {
    let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚"];
    let system = |name: &&str| json!({"name": name, "functions": format!("{name}の管理")});
    for (first, second) in [(0, 6), (2, 4), (3, 5), (1, 2)] {
        let mut swapped = names;
        swapped.swap(first, second);
        let [old, new] = [names, swapped].map(|names| with("systems", &names.iter().map(system).collect()));
        let difference = difference(&old, &new);
        let rows = table(&difference, "2025-04-01".parse().unwrap());
        for row in &rows {
            assert_ne!(row.before, row.after);
        }
        assert!(rows.len() <= 2, "{difference}");
    }
}

#[test]
fn names_that_swapped_are_two_edits() {
    let system = |name: &str, functions: &str| json!({"name": name, "functions": functions, "connections": ["tax"], "connections_other": format!("{functions}先")});
    let old = with("systems", &json!([system("甲", "照会"), system("乙", "収納"), system("丙", "印刷")]));
    let new = with("systems", &json!([system("乙", "照会"), system("甲", "収納"), system("丙", "印刷")]));
    assert_eq!(edits(&old, &new), ["changed systems[0].name content", "changed systems[1].name content"]);
}

#[test]
fn parts_of_one_name_are_matched_by_number_and_order() {
    let list = |entrustee: &str, count: usize, has_number: bool| {
        let one = |index: usize| {
            let mut part = json!({"matter": "システム保守", "entrustee": format!("{entrustee}{index}")});
            if has_number {
                part.as_object_mut().unwrap().insert("number".into(), (index + 1).into());
            }
            part
        };
        entrustments(&(0..count).map(one).collect())
    };
    for (has_number, by) in [(true, "name_and_number"), (false, "name_and_order")] {
        let found = edits(&list("甲", 4, has_number), &list("乙", 4, has_number));
        let expected: Vec<String> =
            (0..4).map(|index| format!("changed entrustments[{index}].entrustee {by}")).collect();
        assert_eq!(found, expected);
    }
    assert_eq!(difference(&list("甲", 2000, true), &list("乙", 2000, true)).edits().len(), 2000);
    // Unlike contracts of one name are not one.
    let [a, b] = ["甲", "乙"].map(|word| {
        let one = |number: u8| {
            contract(
                "保守",
                &format!("{word}{number}の点検"),
                &format!("{word}{number}社"),
                &format!("{word}{number}のため"),
            )
        };
        entrustments(&json!([one(1), one(2)]))
    });
    assert!(edits(&a, &b).iter().all(|edit| !edit.contains("matter")));
}

#[test]
fn a_split_section_is_one_part_and_another_that_was_split_from_it() {
    let section = |names: &[&str]| {
        let names = if let [one] = names { json!(one) } else { json!(names) };
        json!({"names": names, "retention": {"storage": "庁舎内のサーバ室", "erasure": "復元できない方法"}})
    };
    let old = with("file_sections", &json!([section(&["資格ファイル", "給付ファイル"])]));
    let new = with("file_sections", &json!([section(&["資格ファイル"]), section(&["給付ファイル"])]));
    let found = difference(&old, &new);
    let kinds: Vec<(String, Option<MatchedBy>)> =
        found.edits().iter().map(|edit| (edit.what.to_string(), edit.matched)).collect();
    assert_eq!(kinds, [("changed".into(), Some(MatchedBy::SharedName)), ("split".into(), Some(MatchedBy::SharedName))]);
}

#[test]
fn systems_with_only_a_name_are_renamed_if_one_partner_is_possible() {
    let systems = |names: &[&str]| with("systems", &names.iter().map(|name| json!({"name": name})).collect());
    let found =
        edits(&systems(&["国保システム", "宛名システム"]), &systems(&["新国保システム", "宛名システム（標準）"]));
    assert_eq!(found, ["changed systems[0].name only_one", "changed systems[1].name only_one"]);
    let found = edits(&systems(&["国保システム", "宛名システム"]), &systems(&["国保システム", "統合宛名基盤"]));
    assert_eq!(found, ["changed systems[1].name only_one"]);
    let found = edits(&systems(&["甲", "乙"]), &systems(&["丙", "丁"]));
    assert!(found.iter().all(|edit| !edit.starts_with("changed")), "{found:?}");
}
