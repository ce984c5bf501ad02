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
            let [content, entrustee, reason] = ["の点検", "社", "のため"].map(|end| format!("{word}{number}{end}"));
            json!({"number": number, "matter": "保守", "content": content, "entrustee": entrustee, "reason": reason})
        };
        entrustments(&json!([one(1), one(2)]))
    });
    let expected = [
        "removed entrustments[0] -",
        "added entrustments[0] -",
        "removed entrustments[1] -",
        "added entrustments[1] -",
    ];
    assert_eq!(edits(&a, &b), expected);
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

/// Choices that two parts share by chance, lists that both lack, and names that both lack do not make them one part.
#[test]
fn what_is_the_same_by_chance_does_not_decide() {
    let systems = |list: Value| with("systems", &list);
    let system = |name: &str, functions: &str, connection: &str| json!({"name": name, "functions": functions, "connections": [connection]});
    let others = ["removed systems[0] -", "added systems[0] -", "removed systems[1] -", "added systems[1] -"];
    // Two that differ in all words.
    let old = systems(json!([system("甲", "照会", "tax"), system("乙", "収納", "tax")]));
    let new = systems(json!([system("丙", "印刷", "tax"), system("丁", "入力", "tax")]));
    assert_eq!(edits(&old, &new), others);
    // Only one of the two says anything in words.
    let new = systems(json!([system("丙", "", "tax"), system("丁", "", "tax")]));
    assert_eq!(edits(&old, &new), others);
    assert_eq!(edits(&new, &old), others);
    // Two contracts without tiers, that share a choice.
    let contract = |matter: &str| json!({"matter": matter, "re_entrustment": "re_entrusted"});
    let found = edits(
        &entrustments(&json!([contract("印刷"), contract("発送")])),
        &entrustments(&json!([contract("保守"), contract("入力")])),
    );
    assert!(found.iter().all(|edit| edit.ends_with('-')), "{found:?}");
    // Two contracts have one answer in common. One of them also has an entrustee or a chain.
    let other = |more: Value| {
        let mut other = json!({"matter": "発送", "content": "封入及び封緘"});
        other.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        entrustments(&json!([other]))
    };
    let one = entrustments(&json!([{"matter": "印刷", "content": "封入及び封緘"}]));
    assert_eq!(edits(&one, &other(json!({}))), ["changed entrustments[0].matter content"]);
    for more in [json!({"entrustee": "甲社"}), json!({"chain": [{"name": "甲社"}]})] {
        assert_eq!(edits(&one, &other(more)), ["removed entrustments[0] -", "added entrustments[0] -"]);
    }
    // A part without a name has a partner only if it is the only one, and none that is named.
    let nameless = |functions: &str| json!({"functions": functions});
    assert_eq!(
        edits(&systems(json!([nameless("照会")])), &systems(json!([nameless("収納")]))),
        ["changed systems[0].functions only_one"]
    );
    let found = edits(&systems(json!([nameless("照会")])), &systems(json!([nameless("収納"), nameless("印刷")])));
    assert_eq!(found, ["removed systems[0] -", "added systems[0] -", "added systems[1] -"]);
    let named = json!({"name": "甲", "functions": "収納"});
    let found = edits(&systems(json!([nameless("照会")])), &systems(json!([nameless("収納"), named])));
    assert_eq!(found, ["removed systems[0] -", "added systems[0] -", "added systems[1] -"]);
    assert_eq!(
        edits(&systems(json!([nameless("照会")])), &systems(json!([named]))),
        ["removed systems[0] -", "added systems[0] -"]
    );
    let found =
        edits(&systems(json!([json!({"number": 1})])), &systems(json!([json!({"name": "甲"}), json!({"name": "乙"})])));
    assert_eq!(found, ["removed systems[0] -", "added systems[0] -", "added systems[1] -"]);
}

/// Recipients of one name are matched by what else they say, if only their bases changed, and never by their numbers.
#[test]
fn recipients_of_one_name_are_matched_by_content_or_not_at_all() {
    let provisions = |list: &[(&str, &str)]| {
        let one = |(index, (bases, uses)): (usize, &(&str, &str))| json!({"number": index + 1, "names": "市町村長", "bases": bases, "uses": uses});
        with(
            "file_sections",
            &json!([{"names": "国保ファイル", "provision": {"provisions": list.iter().enumerate().map(one).collect::<Vec<_>>()}}]),
        )
    };
    let old = provisions(&[("番号法第9条第1項", "保険料の賦課"), ("番号法第9条第2項", "給付の審査")]);
    let new = provisions(&[("番号法第19条第3号", "保険料の賦課"), ("番号法第19条第4号", "給付の審査")]);
    let at = |index: usize, field: &str| format!("provision.provisions[{index}]{field}");
    assert_eq!(edits(&old, &new), [0, 1].map(|index| format!("changed {} name_and_content", at(index, ".bases"))));
    let new = provisions(&[("番号法第19条第3号", "督促"), ("番号法第19条第4号", "調査")]);
    let expected = [0, 1].map(|index| ["removed", "added"].map(|what| format!("{what} {} -", at(index, ""))));
    assert_eq!(
        edits(
            &provisions(&[("番号法第9条第1項", ""), ("番号法第9条第2項", "")]),
            &provisions(&[("番号法第19条第3号", ""), ("番号法第19条第4号", "")])
        ),
        expected.concat()
    );
    assert_eq!(edits(&old, &new), expected.concat());
}

/// Of three systems that changed, the two whose names swapped keep what else they say. Choices alone do not show a swap.
#[test]
fn swapped_names_are_found_beside_another_change() {
    let system = |name: &str, functions: &str, connection: &str| json!({"name": name, "functions": functions, "connections": [connection]});
    let old = with(
        "systems",
        &json!([system("甲", "照会", "tax"), system("乙", "収納", "addressee"), system("丙", "印刷", "other")]),
    );
    let new = with(
        "systems",
        &json!([system("乙", "照会", "tax"), system("甲", "収納", "addressee"), system("丙", "発送", "other")]),
    );
    assert_eq!(
        edits(&old, &new),
        ["changed systems[0].name content", "changed systems[1].name content", "changed systems[2].functions name"]
    );
    let boxes = |name: &str, connection: &str| json!({"name": name, "connections": [connection]});
    let old = with("systems", &json!([boxes("甲", "tax"), boxes("乙", "addressee")]));
    let new = with("systems", &json!([boxes("乙", "tax"), boxes("甲", "addressee")]));
    assert!(edits(&old, &new).iter().all(|edit| edit.ends_with(" name")), "{:?}", edits(&old, &new));
}

/// Beyond 4,096 possible pairs of renamed parts, none is looked for.
#[test]
fn too_many_renamed_parts_are_not_compared() {
    let contracts = |word: &str, count: usize| {
        let one = |index: usize| {
            json!({"matter": format!("{word}{index}号"), "entrustee": format!("{word}{index}社"),
            "content": format!("{index}の印刷"), "reason": format!("{index}の量のため")})
        };
        entrustments(&(0..count).map(one).collect())
    };
    let matched = |old: usize, new: usize| {
        let (old, new) = (contracts("旧", old), contracts("新", new));
        let difference = difference(&old, &new);
        difference.edits().iter().filter(|edit| edit.matched == Some(MatchedBy::OnlyOne)).count() > 0
    };
    assert_eq!([(64, 64), (65, 64), (64, 65)].map(|(old, new)| matched(old, new)), [true, false, false]);
}

#[test]
fn what_is_not_known_in_a_part_with_another_number_is_listed() {
    let systems = |number: u8, functions: &str| {
        with("systems", &json!([{"number": number, "name": "甲", "functions": functions}]))
    };
    let (old, new) = (systems(1, "?"), systems(2, "?"));
    assert_eq!(edits(&old, &new), ["renumbered systems[0].number same_but_number"]);
    let found = difference(&old, &new);
    assert_eq!(found.not_compared()[0].old.as_ref().unwrap().to_string(), "systems[0].functions");
    // Only one version knows it: also the other way round, with the paths of both.
    let known = with("systems", &json!([{"name": "乙"}, {"number": 1, "name": "甲", "functions": "照会"}]));
    for (old, new, paths) in [
        (&old, &known, ["systems[0].functions", "systems[1].functions"]),
        (&known, &old, ["systems[1].functions", "systems[0].functions"]),
    ] {
        let shown = |difference: &mynumber_pia::change::Difference<'_>| {
            let [one] = difference.not_compared() else { panic!("{:?}", difference.not_compared()) };
            [&one.old, &one.new].map(|path| path.as_ref().unwrap().to_string())
        };
        let found = difference(old, new);
        assert_eq!(shown(&found), paths);
        assert_eq!(shown(&found.reversed()), [paths[1], paths[0]]);
    }
}

#[test]
fn a_difference_prints_a_line_for_each_edit() {
    let old =
        entrustments(&json!([{"number": 1, "matter": "印刷", "content": "納付書"}, {"number": 2, "matter": "発送"}]));
    let new = entrustments(&json!([{"number": 1, "matter": "印刷", "content": "封筒"}]));
    assert_eq!(
        difference(&old, &new).to_string(),
        "変更\t委託内容\tfile_sections[0].entrustments[0].content\n削除\t委託事項\tfile_sections[0].entrustments[1]\n"
    );
    // An item without an answer is written as null.
    let gone = entrustments(&json!([{"number": 1, "matter": "印刷"}]));
    let json = serde_json::to_value(&difference(&new, &gone).edits()[0]).unwrap();
    assert_eq!((&json["before"], &json["after"]), (&json!("封筒"), &Value::Null));
}
