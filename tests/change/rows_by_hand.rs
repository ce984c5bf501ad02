//! Rows of the change table as officers write them: what they are about, whether the paper says what they say, and whether they can
//! be undone.

use crate::quoted::of_form;
use crate::support::address;
use mynumber_pia::Assessment;
use mynumber_pia::change::{NotUndone, RowState, check_table, difference, proof_of_row, rewind, table};
use serde_json::{Value, json};

/// 様式3 with these fields and one row.
fn key(fields: &Value, items: &Value, before: &Value, after: &Value) -> Assessment {
    let mut document = of_form("key_item", "form_3_2024_10", fields);
    let row = json!({"date": "2025-04-01", "items": items, "before": before, "after": after});
    document.changes.push(serde_json::from_value(row).unwrap());
    document
}

/// What a row is about, as it prints, and the path of the first item; empty without one.
fn about(fields: &Value, items: &Value, after: &Value) -> (String, String) {
    let address = address(&key(fields, items, &json!("―"), after), 0);
    let path = address.items.first().and_then(|one| one.path.as_ref()).map_or_else(String::new, ToString::to_string);
    (address.to_string(), path)
}

#[test]
fn an_address_prints_how_much_it_includes_and_the_labels() {
    let fields = json!({"department": {"name": "保険課", "head": "課長"}});
    let about = |items: &Value, after: &str| about(&fields, items, &json!(after));
    let name = "department.name".to_string();
    assert_eq!(about(&json!("Ⅰ６．①部署"), "保険課"), ("一つの項目: 部署".into(), name.clone()));
    let both = json!(["Ⅰ６．①部署", "Ⅰ６．②所属長の役職名"]);
    assert_eq!(about(&both, "税務課"), ("複数の項目: 部署、所属長の役職名".into(), name));
    // A section has no path of its own.
    assert_eq!(
        about(&json!("Ⅰ６．評価実施機関における担当部署"), "税務課"),
        ("欄全体: 部署、所属長の役職名".into(), String::new())
    );
    // If one of several names is not understood, the row is not.
    assert_eq!(about(&json!(["Ⅰ６．①部署", "Ⅰ 99．見直し"]), "保険課"), ("不明: ".into(), String::new()));
}

#[test]
fn what_a_row_quotes_decides_what_it_is_about() {
    // Of three items, the one is meant that says what the change left.
    let affair = json!({"affair": {"name": "国民健康保険", "content": "資格の管理"}});
    let items = json!("Ⅰ１．特定個人情報ファイルを取り扱う事務");
    assert_eq!(about(&affair, &items, &json!("国民健康保険")), ("一つの項目: 事務の名称".into(), "affair.name".into()));
    assert_eq!(about(&affair, &items, &json!("国民年金")).1, "");
    // A circled number of a choice and the texts beside it means the choice.
    assert_eq!(about(&json!({}), &json!("Ⅱ３．①"), &json!("本人")).0, "一つの項目: 入手元");
    // A short quotation can be a choice; a long one, several lines and a line below a heading are the text beside it.
    let long = |count| json!("研".repeat(count));
    for (after, is_text) in [
        (long(40), false),
        (long(41), true),
        (json!(["研修", "点検"]), true),
        (json!([{"under": "職員", "text": "研修"}]), true),
    ] {
        let found = about(&json!({}), &json!("Ⅲ３．ユーザ認証の管理"), &after).0;
        let label =
            if is_text { "ユーザ認証の管理 具体的な管理方法" } else { "ユーザ認証の管理" };
        assert_eq!(found, format!("一つの項目: {label}"), "{after}");
    }
    // A row that does not number the block is about the only one that says it.
    let systems = json!({"systems": [{"number": 1, "name": "甲", "functions": "照会"}, {"number": 2, "name": "乙", "functions": "収納"}]});
    assert_eq!(about(&systems, &json!("Ⅰ２．②システムの機能"), &json!("収納")).1, "systems[1].functions");
    assert_eq!(about(&systems, &json!("Ⅰ２．②システムの機能"), &json!("印刷")).1, "");
    // The place of a block counts from 1, to the last.
    let system =
        |place: u8| about(&systems, &json!(format!("Ⅰ２．システム（{place}番目）-②システムの機能")), &json!("")).1;
    assert_eq!([1, 2, 3].map(system), ["systems[0].functions", "systems[1].functions", ""]);
    let whole = |place: u8| about(&systems, &json!(format!("Ⅰ２．システム（{place}番目）")), &json!("")).1;
    assert_eq!([1, 2, 3].map(whole), ["systems[0]", "systems[1]", ""]);
}

/// A row that does not say which block it is about is compared with up to 64 answers.
#[test]
fn one_of_too_many_answers_is_not_guessed() {
    let found = |sections: &[usize], after: &str| {
        let section = |(at, count): (usize, &usize)| {
            let contract = |index| json!({"entrustee": format!("{at}-{index}社")});
            json!({"names": format!("{at}ファイル"), "entrustments": (1..=*count).map(contract).collect::<Vec<_>>()})
        };
        let sections: Vec<Value> = sections.iter().enumerate().map(section).collect();
        about(&json!({"file_sections": sections}), &json!("Ⅱ４．③委託先名"), &json!(after)).1
    };
    assert_eq!(found(&[64], "0-64社"), "file_sections[0].entrustments[63].entrustee");
    assert_eq!(found(&[65], "0-64社"), "");
    assert_eq!(found(&[65], "0-1社"), "");
    assert_eq!(found(&[32, 32], "1-32社"), "file_sections[1].entrustments[31].entrustee");
    assert_eq!(found(&[32, 33], "1-32社"), "");
    assert_eq!(found(&[32, 16, 17], "1-2社"), "");
}

/// A cell that 様式3 asks once: 保管場所.
fn stored(lines: &Value) -> Value {
    json!({"file_sections": [{"names": "国保ファイル", "retention": {"storage": lines}}]})
}

const STORAGE: &str = "Ⅱ６．保管場所";

#[test]
fn quotations_of_a_long_text() {
    // Twenty characters must be a whole part of the cell; a longer quotation can be anywhere in it.
    let twenty = "庁舎内の入退室を管理する区画に置くサーバ";
    assert_eq!(twenty.chars().count(), 20);
    let state = |cell: String, after: &str| {
        check_table(&key(&stored(&json!(cell)), &json!(STORAGE), &json!("書庫"), &json!(after)))[0].state
    };
    assert_eq!(state(format!("申請書は、{twenty}、又は倉庫に保管する。"), twenty), RowState::Holds);
    assert_eq!(state(format!("申請書は{twenty}に保管する。"), twenty), RowState::Differs);
    assert_eq!(state(format!("申請書は{twenty}に保管する。"), &format!("{twenty}に")), RowState::Holds);
    // A cell can begin with the number and the label of its item.
    let head = |head: &str, after: &str| {
        let fields = json!({"department": {"head": head}});
        check_table(&key(&fields, &json!("Ⅰ６．②所属長の役職名"), &json!("②室長"), &json!(after)))[0].state
    };
    assert_eq!(head("課長", "②課長"), RowState::Holds);
    assert_eq!(head("課長", "②所属長の役職名　課長"), RowState::Holds);
    assert_eq!(head("課長", "②所属長　課長"), RowState::Holds);
    assert_eq!(head("課長", "②国保　課長"), RowState::Differs);
    assert_eq!(head("国保　課長", "②国保　課長"), RowState::Holds);
}

#[test]
fn rows_that_quote_some_lines_are_undone() {
    let under = |under: &str, text: &str| json!({"under": under, "text": text});
    let headed = |first: &str| json!([under("紙", first), under("電子", "サーバ室"), under("電子", "外部媒体")]);
    let (not_quoted, not_current) = (NotUndone::NotQuoted, NotUndone::NotCurrentText);
    for (cell, before, after, expected) in [
        // What is left out after the change too, or only before it.
        (
            json!(["乙庁舎", "丙庁舎"]),
            json!(["甲庁舎", "（略）"]),
            json!(["乙庁舎", "（略）"]),
            Ok(json!(["甲庁舎", "丙庁舎"])),
        ),
        (json!(["乙庁舎", "丙庁舎"]), json!(["甲庁舎", "（略）"]), json!("乙庁舎"), Ok(json!(["甲庁舎", "丙庁舎"]))),
        (json!(["乙庁舎", "丙庁舎"]), json!("（略）"), json!("乙庁舎"), Err(not_quoted)),
        (json!(["乙庁舎", "丙庁舎"]), json!("（略）"), json!(["乙庁舎", "（略）"]), Ok(json!("丙庁舎"))),
        (json!(["乙庁舎", "丙庁舎"]), json!("追加"), json!("乙庁舎"), Ok(json!("丙庁舎"))),
        // The last line only says that the lines above it were added, or is one of them.
        (json!(["乙庁舎", "丙庁舎"]), json!("追加"), json!(["丙庁舎", "上記を追加"]), Ok(json!("乙庁舎"))),
        (
            json!(["乙庁舎", "丙庁舎", "上記の施錠"]),
            json!("追加"),
            json!(["丙庁舎", "上記の施錠"]),
            Ok(json!("乙庁舎")),
        ),
        (json!(["乙庁舎", "丙庁舎", "追加の棚"]), json!("追加"), json!(["丙庁舎", "追加の棚"]), Ok(json!("乙庁舎"))),
        (json!(["乙庁舎", "丙庁舎"]), json!("甲庁舎"), json!("丁庁舎"), Err(not_current)),
        // Lines that are not adjacent, each beside its old text.
        (
            json!(["乙庁舎", "丙庁舎", "丁庁舎"]),
            json!(["甲庁舎", "戊庁舎"]),
            json!(["乙庁舎", "丁庁舎"]),
            Ok(json!(["甲庁舎", "丙庁舎", "戊庁舎"])),
        ),
        (json!(["乙庁舎", "丙庁舎", "丁庁舎"]), json!("甲庁舎"), json!(["乙庁舎", "丁庁舎"]), Err(not_current)),
        // A row that leaves out the headings is about lines below the same headings.
        (headed("書庫"), json!("倉庫"), json!("書庫"), Ok(headed("倉庫"))),
        // A line in which a word is left out can be a sentence that says so.
        (
            json!("台帳に記録する。"),
            json!("添付書類を省略し、電子で保管する。"),
            json!("台帳に記録する。"),
            Ok(json!("添付書類を省略し、電子で保管する。")),
        ),
        (json!("台帳に記録する。"), json!("添付書類を省略し、以下略。"), json!("台帳に記録する。"), Err(not_quoted)),
        // One of the cells begins with the number of the item.
        (json!("乙庁舎"), json!("甲庁舎"), json!("①乙庁舎"), Ok(json!("甲庁舎"))),
        (json!("乙庁舎"), json!("①甲庁舎"), json!("乙庁舎"), Ok(json!("甲庁舎"))),
        // All that is there was added.
        (json!("乙庁舎"), json!("追加"), json!("乙庁舎"), Err(NotUndone::Unreadable)),
    ] {
        let document = key(&stored(&cell), &json!(STORAGE), &before, &after);
        let back = rewind(&document, "2025-04-01".parse().unwrap());
        let storage = &back.document.file_sections[0].retention.storage;
        let found = match back.kept.as_slice() {
            [] => Ok(serde_json::to_value(storage).unwrap()),
            [(_, because)] => Err(*because),
            _ => unreachable!(),
        };
        assert_eq!(found, expected, "{cell} {before} {after}");
    }
}

/// The rows that the program writes for whole blocks, in the paper that they are of and in one that says something else.
#[test]
fn rows_about_blocks_are_neither_compared_nor_undone() {
    let section = |fields: Value| {
        let mut section = json!({"names": "国保ファイル"});
        section.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        of_form("key_item", "form_3_2024_10", &json!({"file_sections": [section]}))
    };
    let contracts = |list: &[(u8, &str)]| {
        let contract = |(number, matter): &(u8, &str)| json!({"number": number, "matter": matter, "content": format!("{matter}の作業")});
        section(json!({"entrustments": list.iter().map(contract).collect::<Vec<_>>()}))
    };
    let groups = |heading: &str| {
        of_form(
            "key_item",
            "form_3_2024_10",
            &json!({"record_items": [{"heading": heading, "items": ["氏名", "住所"]}]}),
        )
    };
    let check = |old: &Assessment, new: &Assessment, other: &Assessment| {
        let rows = table(&difference(old, new), "2025-04-01".parse().unwrap());
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        for document in [new, other] {
            let with_row = Assessment { changes: rows.clone(), ..document.clone() };
            let state = check_table(&with_row)[0].state;
            assert!(matches!(state, RowState::NotCompared | RowState::Unknown), "{state} {}", row.items.value());
            let back = rewind(&with_row, "2025-04-01".parse().unwrap());
            assert!(matches!(back.kept[..], [(0, NotUndone::AboutBlock | NotUndone::NotAddressed)]), "{:?}", back.kept);
            assert_eq!(back.document, with_row);
        }
    };
    // Added, removed, numbered and moved.
    check(&contracts(&[(1, "印刷")]), &contracts(&[(1, "印刷"), (2, "発送")]), &contracts(&[(1, "印刷"), (2, "保守")]));
    check(&contracts(&[(1, "印刷"), (2, "発送")]), &contracts(&[(1, "印刷")]), &contracts(&[(1, "印刷"), (2, "発送")]));
    check(&contracts(&[(1, "印刷")]), &contracts(&[(3, "印刷")]), &contracts(&[(4, "印刷")]));
    // The heading of a group of record items.
    check(&groups("甲"), &groups("乙"), &groups("丙"));
}

/// The fields of a document with these files, numbered or not. After `*` comes the body that runs the file.
fn files(names: &[&str], has_numbers: bool) -> Value {
    let file = |(index, name): (usize, &&str)| {
        let (name, operator) = name.split_once('*').map_or((*name, ""), |(name, operator)| (name, operator));
        let number = if has_numbers { json!(index + 1) } else { json!("") };
        json!({"number": number, "name": name, "operator": operator})
    };
    json!({"files": names.iter().enumerate().map(file).collect::<Vec<_>>()})
}

const FILES: &str = "Ⅰ３．特定個人情報ファイル名";

#[test]
fn names_of_files_are_written_like_the_last_row_about_them() {
    let after = |style: &[&str]| {
        let of = |names| key(&files(names, true), &json!(FILES), &json!("―"), &json!(style));
        let rows = table(
            &difference(&of(&["資格ファイル"]), &of(&["資格ファイル", "給付ファイル*国保連合会"])),
            "2026-04-01".parse().unwrap(),
        );
        rows[0].after.value().to_string()
    };
    for (style, written) in [
        (["資格ファイル"], "１．資格ファイル／２．給付ファイル"),
        (["１．資格ファイル"], "１．資格ファイル／２．給付ファイル"),
        (["1．資格ファイル"], "1．資格ファイル／2．給付ファイル"),
        (["（１）資格ファイル"], "（１）資格ファイル／（２）給付ファイル"),
        (["(1)資格ファイル"], "(1)資格ファイル／(2)給付ファイル"),
        (["1、資格ファイル（※国保連合会）"], "1、資格ファイル／2、給付ファイル"),
    ] {
        assert_eq!(after(&style), written);
    }
}

#[test]
fn names_of_files_are_put_back() {
    let undone = |now: &[&str], before: Value, after: Value| {
        let has_numbers = before.to_string().contains('．');
        let document = key(&files(now, has_numbers), &json!(FILES), &before, &after);
        let state = check_table(&document)[0].state;
        let back = rewind(&document, "2025-04-01".parse().unwrap());
        assert_eq!(back.kept.is_empty(), back.document.files != document.files);
        let shown =
            |file: &mynumber_pia::assessment::FileName| format!("{}*{}", file.name.value(), file.operator.value());
        (state, back.document.files.iter().map(shown).collect::<Vec<_>>().join(" "))
    };
    let (two, three) = (["資格ファイル", "給付ファイル"], ["資格ファイル", "給付ファイル", "収納ファイル"]);
    let holds = |names: &str| (RowState::Holds, names.to_string());
    assert_eq!(undone(&two, json!("台帳ファイル"), json!("給付ファイル")), holds("資格ファイル* 台帳ファイル*"));
    assert_eq!(
        undone(&two, json!(["１．台帳ファイル", "２．給付ファイル"]), json!(["１．資格ファイル", "２．給付ファイル"])),
        holds("台帳ファイル* 給付ファイル*")
    );
    assert_eq!(
        undone(&two, json!(["資格ファイル", "給付ファイル", "収納ファイル（※国保連合会）"]), json!(two)),
        holds("資格ファイル* 給付ファイル* 収納ファイル*国保連合会")
    );
    assert_eq!(undone(&three, json!(two), json!(three)), holds("資格ファイル* 給付ファイル*"));
    // A file that the row names in another width keeps its name, and the body that runs it is no part of it.
    assert_eq!(
        undone(
            &["給付（現物）ファイル*国保連合会", "資格ファイル"],
            json!(["給付(現物)ファイル（※国保連合会）", "台帳ファイル"]),
            json!(["給付(現物)ファイル（※国保連合会）", "資格ファイル"])
        ),
        holds("給付（現物）ファイル*国保連合会 台帳ファイル*")
    );
    assert_eq!(undone(&[], json!(two), json!("―")), holds("資格ファイル* 給付ファイル*"));
    assert_eq!(undone(&two, json!("―"), json!(two)), holds(""));
    // What the row leaves out was not a file, and a sentence about numbers is not one either.
    assert_eq!(undone(&two, json!("（略）"), json!(two)), (RowState::Holds, "資格ファイル* 給付ファイル*".into()));
    assert_eq!(undone(&two, json!("―"), json!("2を1に移動する。")).0, RowState::Differs);
    assert_eq!(
        undone(&two, json!("台帳ファイル"), json!("収納ファイル")),
        (RowState::Differs, "資格ファイル* 給付ファイル*".into())
    );
    assert_eq!(undone(&two, json!("台帳ファイル"), json!("")).0, RowState::Unknown);
    assert_eq!(undone(&two, json!("台帳ファイル"), json!("（略）")).0, RowState::Unknown);
}

/// Bases that differ in more than the numbers of the law are not only renumbered.
#[test]
fn words_between_renumbered_bases_count() {
    let proof = |before: &str, after: &str| {
        let document = key(&json!({}), &json!("Ⅰ５．②法令上の根拠"), &json!(before), &json!(after));
        proof_of_row(&document, &document.changes[0]).is_some()
    };
    let (old, new) = ("番号法第19条第8号 別表第二の27の項", "利用特定個人情報の提供に関する命令第2条の表の48の項");
    assert!(proof(old, new));
    assert!(proof(&format!("{old}に限る。"), &format!("{new}に限る。")));
    assert!(proof(&format!("{old}に限る。"), &format!("番号法第19条第8号 {new}に限る。")));
    let whole = "利用特定個人情報の提供に関する命令";
    assert!(proof(&format!("{old}に限る。"), &format!("{whole}及び{new}に限る。")));
    assert!(!proof(&format!("{old}に限る。"), &format!("国民健康保険法及び{new}に限る。")));
    assert!(!proof(old, &format!("{new}を除く。")));
    assert!(!proof(&format!("{old}を除く。"), new));
    assert!(!proof(&format!("{old}に限る。"), &format!("{new}を除く。")));
}
