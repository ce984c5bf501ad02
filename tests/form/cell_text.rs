//! The text of a cell: headings keep the marks of the document, and what is shown for an answer reads back as it.

use crate::support::PUBLISHED;
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::Plain;
use mynumber_pia::value::answer::{Given, Lines, Value};

#[test]
fn putting_what_is_shown_changes_nothing() {
    let mut with_lines = 0;
    for json in PUBLISHED {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let mut answers: Vec<(FieldPath, String)> = Vec::new();
        document.walk(|field| answers.push((field.path.to_owned(), field.value.shown())));
        let mut made = document.clone();
        for (path, shown) in answers.iter().filter(|(_, shown)| !shown.is_empty()) {
            made.put_shown(path, shown).unwrap();
            with_lines += usize::from(shown.contains('\n'));
        }
        assert!(made == document);
    }
    assert!(with_lines > 300, "{with_lines}");
}

/// One changed line leaves the others, with their headings, as they were.
#[test]
fn a_line_that_is_changed_keeps_its_heading_and_its_neighbours() {
    let (mut all, mut same) = (0, 0);
    for json in PUBLISHED {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let mut cells: Vec<(FieldPath, Lines)> = Vec::new();
        document.walk(|field| {
            if let Value::Given(Given::Lines(lines)) = field.value {
                cells.push((field.path.to_owned(), lines.clone()));
            }
        });
        let mut made = document.clone();
        for (path, lines) in cells.iter().filter(|(_, lines)| lines.iter().count() > 1) {
            let mut changed = lines.clone().into_vec();
            let last = changed.last_mut().unwrap();
            last.text = "変更後".parse::<mynumber_pia::Text>().unwrap().into();
            let changed = Lines::new(changed).unwrap();
            made.put_shown(path, &Value::Given(Given::Lines(&changed)).shown()).unwrap();
            all += 1;
            let shown = made.get(path).unwrap().shown();
            assert_eq!(shown, Value::Given(Given::Lines(&changed)).shown());
            same += usize::from(matches!(made.get(path), Some(Value::Given(Given::Lines(now))) if *now == changed));
        }
    }
    assert_eq!(same, all);
}

#[test]
fn headings_are_printed_with_the_marks_of_the_document() {
    for (heading, shown) in [
        ("ガバメントクラウドにおける措置", "＜ガバメントクラウドにおける措置＞乙"),
        ("2025年度の措置", "＜2025年度の措置＞乙"),
        ("１　事務の目的", "１　事務の目的　乙"),
        ("10．システム管理機能", "10．システム管理機能　乙"),
        ("(1)資格履歴管理", "(1)資格履歴管理　乙"),
        ("①申請", "①申請　乙"),
        ("○消去", "○消去　乙"),
        ("※", "※　乙"),
        ("【ケース1】", "【ケース1】乙"),
        ("＜紙＞", "＜紙＞乙"),
    ] {
        let json = serde_json::json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
            "affair": {"content": [{"under": heading, "text": "乙"}, "丙"]}});
        let mut document: Assessment = serde_json::from_value(json).unwrap();
        let cell = document.affair.content.value().shown();
        assert_eq!(cell, format!("{shown}\n丙"));
        assert_eq!(document.affair.content.value().to_string(), format!("{shown}／丙"));
        // The page prints the heading once, over its lines.
        let page = Plain::new(&document).to_string();
        let above = shown.trim_end_matches('乙').trim_end_matches('　');
        assert!(page.lines().any(|line| line.ends_with(above)), "{heading}");
        assert!(page.lines().any(|line| line.ends_with("　乙")), "{heading}");
        // What is changed below the heading stays below it.
        document.put_shown(&"affair.content".parse().unwrap(), &cell.replace('乙', "丁")).unwrap();
        let made = serde_json::to_value(document.affair.content.given().unwrap()).unwrap();
        assert_eq!(made, serde_json::json!([{"under": heading, "text": "丁"}, "丙"]));
    }
}

/// Headings that begin with one another, with other headings between them.
#[test]
fn a_line_is_under_the_longest_heading_that_it_begins_with() {
    let headings = ["①", "①申請", "①申請の受付", "①申告", "○", "○消去"];
    let lines: Vec<_> = headings.iter().map(|heading| serde_json::json!({"under": heading, "text": "乙"})).collect();
    let json = serde_json::json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "affair": {"content": lines}});
    let document: Assessment = serde_json::from_value(json).unwrap();
    for (shown, heading, text) in [
        ("①申請の受付　丁", "①申請の受付", "丁"),
        ("①申請の審査", "①申請", "の審査"),
        ("①申告書", "①申告", "書"),
        ("①申出", "①", "申出"),
        ("○消費", "○", "消費"),
        ("○消去丁", "○消去", "丁"),
    ] {
        let mut document = document.clone();
        document.put_shown(&"affair.content".parse().unwrap(), shown).unwrap();
        let made = serde_json::to_value(document.affair.content.given().unwrap()).unwrap();
        assert_eq!(made, serde_json::json!([{"under": heading, "text": text}]), "{shown}");
    }
}

#[test]
fn a_new_cell_is_read_as_it_would_be_shown() {
    let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
    let path: FieldPath = "systems[0].functions".parse().unwrap();
    for shown in ["甲", "甲\n乙", "＜窓口＞―\n＜窓口＞\n＜夜間窓口＞甲／乙\n丙"] {
        document.put_shown(&path, shown).unwrap();
        assert_eq!(document.get(&path).unwrap().shown(), shown);
    }
    assert_eq!(document.systems[0].functions.given().unwrap().iter().count(), 4);
    // `put` separates lines too. A string of JSON stays one line, whatever is in it.
    document.put(&path, "甲\n乙").unwrap();
    assert_eq!(document.systems[0].functions.given().unwrap().iter().count(), 2);
    document.put_value(&path, serde_json::json!("甲\n乙")).unwrap();
    assert_eq!(document.systems[0].functions.given().unwrap().iter().count(), 1);
    // A line under a heading may be a mark. A line without one may not, but a mark may have a line feed after it.
    document.put_shown(&path, "＜窓口＞？\n丙").unwrap();
    assert_eq!(
        serde_json::to_value(&document.systems[0].functions).unwrap(),
        serde_json::json!([{"under": "窓口", "text": "?"}, "丙"])
    );
    for (text, mark) in [("？\n", "?"), ("―\n", "―")] {
        document.put(&path, text).unwrap();
        assert_eq!(serde_json::to_value(&document.systems[0].functions).unwrap(), mark);
    }
    document.put(&path, "甲").unwrap();
    assert_eq!(serde_json::to_value(&document.systems[0].functions).unwrap(), "甲");
    for (refused, mark) in [("甲\n―", "\"―\" is a mark for nothing"), ("甲\n？", "is the mark for \"not known\"")]
    {
        let error = document.put_shown(&path, refused).unwrap_err().to_string();
        assert!(error.contains(mark), "{error}");
    }
    let timing: FieldPath = "file_sections[0].provision.transfers[0].timing".parse().unwrap();
    // A line that would not print as it was written stays as it is.
    for shown in ["異動のとき\n毎月", "異動のとき\n平成28年1月1日から毎月", "平成28年1月1日から 毎月"]
    {
        document.put_shown(&timing, shown).unwrap();
        assert_eq!(document.get(&timing).unwrap().shown(), shown);
    }
    let before = document.clone();
    for refused in ["甲\n―", "甲\n？", "甲\nなし", "＜　＞甲", "　\n　"] {
        document.put_shown(&path, refused).unwrap_err();
        document.put_shown(&"systems[1].functions".parse().unwrap(), refused).unwrap_err();
        assert!(document == before);
    }
}
