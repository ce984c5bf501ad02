//! The rules that compare the rows of the change table with each other, and the dates of the procedure with each other,
//! on small documents.

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::validate::validate;
use mynumber_pia::value::answer::AnswerKind;

fn read(kind: &str, fields: &str) -> Assessment {
    let form = match kind {
        "basic_item" => 2,
        "key_item" => 3,
        _ => 4,
    };
    let json = format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "form_{form}_2024_10", {fields}}}"#
    );
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The paths at which the rule is broken in the document.
fn found(rule: &str, kind: &str, fields: &str) -> Vec<String> {
    let report = validate(&read(kind, fields), NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
    report.iter().filter(|one| one.rule.code() == rule).map(|one| one.location.path.to_string()).collect()
}

/// The rows of a change table, all about one item: date, before, after.
fn table(rows: &[(&str, &str, &str)]) -> String {
    let row = |(date, before, after): &(&str, &str, &str)| {
        serde_json::json!({"date": date, "items": "所属長", "before": before, "after": after}).to_string()
    };
    format!(r#""changes": [{}]"#, rows.iter().map(row).collect::<Vec<_>>().join(","))
}

fn with_reason(reason: &str) -> Vec<String> {
    let reason: serde_json::Value = if reason.contains('／') { reason.split('／').collect() } else { reason.into() };
    let row = serde_json::json!({"items": "監査", "timing": "after", "reason": reason});
    found("after_though_material", "all_item", &format!(r#""changes": [{row}]"#))
}

#[test]
fn reasons_that_say_that_a_change_is_material() {
    for reason in [
        "重要な変更",
        "重要な変更。",
        "重要な変更である",
        "重要な変更である。",
        "重要な変更であるため",
        "重要な変更に該当するため",
        "重要な変更に該当するため再実施する。",
        "重要な変更に当たる",
        "重要な変更にあたるため、事後に提出する",
        "重要な変更に該当し、再実施した",
        "重要な変更であり、再実施した",
        "重要な変更のため",
        "重要な変更であると判断した",
        "重要な変更に該当すると認められるため",
        "重要な変更と判断したため",
        "重要な変更に該当するものである。",
        "重要な変更に該当することから",
        "重要な変更であるが、事後に提出した",
        "保護評価指針に定める 重要な\\n変更 に該当するため",
        "特定個人情報保護評価指針に定める重要な変更に該当します｡",
        "保存場所の変更であり、重要な変更で／あるため",
        "システムの更改／重要な変更",
    ] {
        assert_eq!(with_reason(&reason.replace("\\n", "\n")), ["changes[0].timing"], "{reason}");
    }
}

#[test]
fn reasons_that_deny_it_or_do_not_say() {
    for reason in [
        "重要な変更に該当しない",
        "重要な変更には該当しない。",
        "重要な変更に当たらない",
        "重要な変更にあたらない",
        "重要な変更に当たらないため",
        "重要な変更ではない",
        "重要な変更でないため",
        "重要な変更ではありません",
        "重要な変更であるとは認められない",
        "重要な変更であるとはいえない",
        "重要な変更とはならない",
        "重要な変更に／当たらない",
        "重要な変更／に当たらない",
        "重要な変更に該当する可能性があるため",
        "重要な変更であるか否かを確認した",
        "重要な変更に該当するかどうか",
        "重要な変更に該当する場合",
        "重要な変更に該当するためではない",
        "重要な変更に該当するものではない",
        "重要な変更から除かれる",
        "重要な変更以外の変更である",
        "重要な変更であるとの指摘があったが、形式的な変更であり、重要な変更に当たらない",
        "その他の項目の変更であり、事前の提出・変更が義務付けられない",
    ] {
        assert_eq!(with_reason(reason), [""; 0], "{reason}");
    }
}

/// How the rule names the item, if it reads the item as one that is marked with ※.
fn named(kind: &str, items: &str, reason: &str) -> Vec<String> {
    let items: serde_json::Value = if items.contains('／') { items.split('／').collect() } else { items.into() };
    let row = serde_json::json!({"items": items, "timing": "after", "reason": reason});
    let document = read(kind, &format!(r#""changes": [{row}]"#));
    let report = validate(&document, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
    report.iter().filter(|one| one.rule.code() == "material_without_reason").map(|one| one.seen.clone()).collect()
}

#[test]
fn items_that_the_form_marks() {
    for (kind, items, label) in [
        ("key_item", "使用目的", "使用目的"),
        ("key_item", "使用目的※", "使用目的"),
        ("key_item", "Ⅱ３．③使用目的（※）", "使用目的"),
        ("key_item", "Ⅱ３．③ 使用\n目的 (※)", "使用目的"),
        ("all_item", "Ⅱ３．④使用方法（※）", "使用方法"),
        ("all_item", "Ⅱ ファイル１　３．⑧使用方法（続き）", "使用方法"),
        ("key_item", "Ⅱファイル１　３．①", "Ⅱファイル１　３．①"),
        // A number that occurs twice is one number.
        ("key_item", "Ⅱ３．①（①の追記）", "Ⅱ３．①（①の追記）"),
        ("all_item", "Ⅰ　5．個人番号の利用※法令上の根拠", "法令上の根拠"),
        ("key_item", "I 基本情報－4個人番号の利用－法令上の根拠", "法令上の根拠"),
        ("key_item", "Ⅰ　５．情報提供ネットワークシステムによる情報連携※②法令上の根拠", "法令上の根拠"),
        ("all_item", "Ⅰ　１．特定個人情報ファイルを取り扱う事務②事務の内容", "事務の内容"),
        ("all_item", "Ⅱ（給付ファイル）　6．特定個人情報の保管・消去①保管場所", "保管場所"),
        ("all_item", "Ⅲ　7．特定個人情報の保管・消去リスク3-消去手順-手順の内容", "手順の内容"),
        ("all_item", "Ⅳ　3．その他リスク対策", "Ⅳ　3．その他リスク対策"),
        ("key_item", "IIIリスク対策-9従業員に対する教育・啓発", "IIIリスク対策-9従業員に対する教育・啓発"),
        ("all_item", "Ⅱ４．委託事項2－②対象となる本人の範囲", "対象となる本人の範囲"),
        ("all_item", "Ⅱ３．⑤本人への明示／Ⅱ３．⑥使用目的", "使用目的"),
        ("key_item", "Ⅱ３．／使用目的", "使用目的"),
    ] {
        assert_eq!(named(kind, items, ""), [label], "{items}");
        assert_eq!(named(kind, items, "―"), [label], "a dash is no reason: {items}");
        assert_eq!(named(kind, items, "?"), [""; 0], "{items}");
        assert_eq!(named(kind, items, "軽微な変更"), [""; 0], "{items}");
    }
}

#[test]
fn items_that_it_does_not_mark_or_that_may_be_either() {
    for (kind, items) in [
        ("basic_item", "Ⅰ３．個人番号の利用　法令上の根拠"),
        // Marked only in 様式4.
        ("key_item", "Ⅱ３．⑤使用方法（※）"),
        ("key_item", "Ⅰ１．②事務の内容"),
        ("all_item", "法令上の根拠"),
        ("all_item", "Ⅱ（給付ファイル）５．特定個人情報の提供・移転 提供先1-①法令上の根拠"),
        ("all_item", "移転先10－①法令上の根拠"),
        ("all_item", "Ⅱ５．提供先1／対象となる本人の範囲"),
        ("all_item", "Ⅰ　（別添１）事務の内容"),
        ("all_item", "Ⅰ　（別添１）事務の内容-給付関連業務 (備考)"),
        ("all_item", "事務の内容"),
        ("key_item", "特定個人情報ファイル名"),
        ("key_item", "Ⅱ１．特定個人情報ファイル名"),
        (
            "key_item",
            "Ⅲリスク対策ー7特定個人情報の保管・消去ー②過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したかーその内容",
        ),
        ("key_item", "Ⅲ７．②"),
        ("all_item", "Ⅲ７．リスク１⑨"),
        ("all_item", "Ⅲ　7．リスク1⑨過去３年以内に、評価実施機関において、個人情報に関する重大事故が発"),
        ("key_item", "Ⅱ３．②"),
        ("key_item", "Ⅱ"),
        ("key_item", "ファイルの保管場所"),
        ("key_item", "※"),
        ("all_item", "Ⅵ　３．第三者点検 ①実施日"),
    ] {
        assert_eq!(named(kind, items, ""), [""; 0], "{items}");
    }
}

#[test]
fn a_change_of_nothing_may_be_long() {
    let long = "川口市情報セキュリティポリシーに則り、全職員に対して毎年度、情報セキュリティに関する教育・研修を行い、受講を記録する。".repeat(4);
    for (cell, is_found) in [
        ("市民課長", true),
        (long.as_str(), true),
        ("（略）市民課長", false),
        ("変更なし", false),
        ("甲課長…", false),
        ("図の変更", false),
        ("（右記の内容を追記）", false),
        ("同上", false),
        ("別紙のとおり", false),
        ("以下同じ。", false),
        ("―", false),
        ("", false),
    ] {
        let rows = table(&[("2024-04-01", cell, cell)]);
        assert_eq!(!found("change_of_nothing", "key_item", &rows).is_empty(), is_found, "{cell}");
    }
    let under = r#""changes": [{"before": [{"under": "甲", "text": "乙"}], "after": [{"under": "甲", "text": "乙"}]}]"#;
    assert_eq!(found("change_of_nothing", "key_item", under), ["changes[0].after"]);
    let shortened = r#""changes": [{"before": ["甲", "（略）"], "after": ["甲", "（略）"]}]"#;
    assert_eq!(found("change_of_nothing", "key_item", shortened), [""; 0]);
}

const SEQUENCE: &str = "before_is_not_after";

#[test]
fn a_table_is_read_in_the_order_of_time() {
    let oldest_first = [("2022-04-01", "甲", "乙"), ("2023-04-01", "乙", "丙"), ("2024-04-01", "丁", "戊")];
    let mut newest_first = oldest_first;
    newest_first.reverse();
    assert_eq!(found(SEQUENCE, "key_item", &table(&oldest_first)), ["changes[2].before"]);
    assert_eq!(found(SEQUENCE, "key_item", &table(&newest_first)), ["changes[0].before"]);
    for rows in [oldest_first, newest_first] {
        assert_eq!(found("change_backwards", "key_item", &table(&rows)), [""; 0]);
    }
    // A row that was inserted later is compared by its date.
    let late = [
        ("2022-04-01", "甲", "乙"),
        ("2024-04-01", "丙", "丁"),
        ("2023-04-01", "乙", "丙"),
        ("2025-04-01", "丁", "戊"),
    ];
    assert_eq!(found(SEQUENCE, "key_item", &table(&late)), [""; 0]);
    assert_eq!(found("change_backwards", "key_item", &table(&late)), ["changes[2].date"]);
    let late = [("2025-04-01", "", ""), ("2023-04-01", "", ""), ("2024-04-01", "", ""), ("2022-04-01", "", "")];
    assert_eq!(found("change_backwards", "key_item", &table(&late)), ["changes[2].date"]);
    // A month does not come before its own days, and a row without a date is in any order.
    let months = [("2024-04-10", "", ""), ("2024-04", "", ""), ("?", "", ""), ("2024-05-01", "", "")];
    assert_eq!(found("change_backwards", "key_item", &table(&months)), [""; 0]);
}

#[test]
fn what_cannot_be_compared_is_not() {
    for rows in [
        // Rows of one day, or without one, are parts of one change.
        [("2024-04-01", "甲", "乙"), ("2024-04-01", "丙", "丁"), ("2025-04-01", "戊", "己")],
        [("2024-04-01", "甲", "乙"), ("2024-04", "丙", "丁"), ("2025-04-01", "戊", "己")],
        [("2024-04-01", "甲", "乙"), ("", "丙", "丁"), ("2025-04-01", "戊", "己")],
        [("", "甲", "乙"), ("", "丙", "丁"), ("", "戊", "己")],
        // The row does not quote what was there before, so it may only have added something.
        [("2023-04-01", "", "乙"), ("2024-04-01", "丙", "（略）"), ("2025-04-01", "戊", "己")],
        [("2023-04-01", "甲", "乙"), ("2024-04-01", "―", "丁"), ("2025-04-01", "戊", "己")],
        [("2023-04-01", "甲", "以下のもの"), ("2024-04-01", "丙", "丙以下略"), ("2025-04-01", "戊", "己")],
        [("2023-04-01", "甲", "…乙"), ("2024-04-01", "丙・・・", "丁（抜粋）"), ("2025-04-01", "戊", "己")],
    ] {
        assert_eq!(found(SEQUENCE, "key_item", &table(&rows)), [""; 0], "{rows:?}");
    }
    // If a change is split over two rows, each quotes a part of it.
    let continued = r#""changes": [{"date": "2023-04-01", "items": "所属長", "before": "甲", "after": "乙"},
        {"date": "2023-04-01", "items": "同上", "continues": "ticked", "after": "丙"},
        {"date": "2024-04-01", "items": "所属長", "before": "乙丙", "after": "丁"}]"#;
    for tick in ["ticked", "?"] {
        assert_eq!(found(SEQUENCE, "key_item", &continued.replace("ticked", tick)), [""; 0], "{tick}");
    }
}

#[test]
fn what_defines_quotes_whole() {
    let basis = |end| format!("行政手続における番号の利用等に関する法律（以下「番号法」という。）第9条第1項{end}");
    let rows = [("2023-04-01", "甲", &*basis("甲")), ("2024-04-01", &basis("乙"), "丙")];
    assert_eq!(found(SEQUENCE, "key_item", &table(&rows)), ["changes[1].before"]);
    let rows = [("2023-04-01", "甲", &*basis("甲")), ("2024-04-01", &basis("甲").replace('（', "("), "丙")];
    assert_eq!(found(SEQUENCE, "key_item", &table(&rows)), [""; 0]);
}

/// Long text may be shortened. It is compared only if the cells share most of their lines.
#[test]
fn long_lines_are_compared_within_the_same_lines() {
    let long = "全職員に対して毎年度、情報セキュリティに関する教育・研修を行い、その受講を台帳にする。".repeat(2);
    let longer = format!("{long}受講しない者にはさせない。");
    let cells = |first: &str, before: &str| {
        format!(
            r#""changes": [{{"date": "2023-04-01", "items": "研修", "before": "甲", "after": ["甲一", "{long}"]}},
            {{"date": "2024-04-01", "items": "研修", "before": ["{first}", "{before}"], "after": "乙"}}]"#
        )
    };
    assert_eq!(found(SEQUENCE, "key_item", &cells("甲一", &longer)), ["changes[1].before"]);
    assert_eq!(found(SEQUENCE, "key_item", &cells("甲一", &long)), [""; 0]);
    assert_eq!(found(SEQUENCE, "key_item", &cells("甲二", &longer)), [""; 0]);
    assert_eq!(
        found(SEQUENCE, "key_item", &table(&[("2023-04-01", "甲", &long), ("2024-04-01", &longer, "乙")])),
        [""; 0]
    );
}

/// 熊谷市 rows 11, 22 and 43: a list, one more entry, and the whole list again.
#[test]
fn what_was_added_is_part_of_what_is_left() {
    let document = |last: &str| {
        format!(
            r#""changes": [{{"date": "2018-10-12", "items": "システム", "before": "旧システム", "after": ["１．甲", "２．乙"]}},
            {{"date": "2020-04-01", "items": "システム", "before": "（※「変更後の記載」欄の内容を追記）", "after": "３．丙"}},
            {{"date": "2023-04-01", "items": "システム", "before": {last}, "after": "丁"}}]"#
        )
    };
    assert_eq!(found(SEQUENCE, "basic_item", &document(r#"["1.甲", "２．乙", "３．丙"]"#)), [""; 0]);
    assert_eq!(found(SEQUENCE, "basic_item", &document(r#"["１．甲", "２．戊", "３．丙"]"#)), ["changes[2].before"]);
}

const PROCEDURE: &str = "dates_reversed";

/// Public comment, review, submission, approval and publication are in this order.
#[test]
fn the_steps_of_the_procedure() {
    let document = |procedure: &str, approved: &str| {
        format!(r#""cover": {{"published": "2025-05-30", "approved": "{approved}"}}, "procedure": {{{procedure}}}"#)
    };
    let steps = r#""opinion_period": {"from": "2025-03-01", "until": "2025-03-31"}, "third_party_review_date": "2025-04-10",
        "commission_submission": "2025-04-20""#;
    assert_eq!(found(PROCEDURE, "all_item", &document(steps, "2025-05-20")), [""; 0]);
    for (from, to, path) in [
        ("2025-03-01", "2025-04-01", "procedure.opinion_period.from"),
        ("2025-03-31", "2025-04-11", "procedure.opinion_period.until"),
        ("2025-04-10", "2025-04-21", "procedure.third_party_review_date"),
        ("2025-04-20", "2025-05-21", "procedure.commission_submission"),
    ] {
        assert_eq!(found(PROCEDURE, "all_item", &document(&steps.replace(from, to), "2025-05-20")), [path]);
    }
    assert_eq!(found(PROCEDURE, "all_item", &document(steps, "2025-05-31")), ["cover.approved"]);
    // Steps without a date are skipped.
    let some = r#""opinion_period": {"until": "2025-05-31"}"#;
    assert_eq!(found(PROCEDURE, "all_item", &document(some, "")), ["procedure.opinion_period.until"]);
    let key = r#""procedure": {"opinion_period": {"until": "2025-03-31"}, "third_party_review_date": "2025-03-30"}"#;
    assert_eq!(found(PROCEDURE, "key_item", key), ["procedure.opinion_period.until"]);
    // No text requires an order of the basic-item assessment and the others.
    for basic in [
        r#""basic_assessment_date": "2025-05-29", "third_party_review_date": "2025-04-10""#,
        r#""basic_assessment_date": "2025-03-02", "opinion_period": {"from": "2025-03-01"}"#,
    ] {
        assert_eq!(found(PROCEDURE, "all_item", &document(basic, "")), [""; 0], "{basic}");
    }
    let basic = r#""basic_assessment_date": "2025-05-31""#;
    assert_eq!(found(PROCEDURE, "all_item", &document(basic, "")), ["procedure.basic_assessment_date"]);
}

/// JSON with this text at the path of a field.
fn at(path: &str, text: &str) -> String {
    let mut json = format!("\"{text}\"");
    for step in path.rsplit('.') {
        json = match step.strip_suffix("[0]") {
            Some(list) => format!(r#"{{"{list}": [{json}]}}"#),
            None => format!(r#"{{"{step}": {json}}}"#),
        };
    }
    json.trim_start_matches('{')
        .strip_suffix('}')
        .map(|fields| format!("\"{}", fields.trim_start_matches('"')))
        .unwrap()
}

/// Every date of every form, except those that can be planned: the days of a file and its name, and the end of the
/// affair.
#[test]
fn no_date_lies_after_the_day_of_the_check() {
    for (kind, count) in [("basic_item", 7), ("key_item", 11), ("all_item", 13)] {
        let empty = read(kind, r#""changes": [{}], "files": [{}]"#);
        let mut dates = Vec::new();
        empty.walk_with_empty_forms(|field| {
            if field.kind == AnswerKind::Date && field.row.is_some() {
                dates.push((field.item, field.path.to_string()));
            }
        });
        assert_eq!(dates.len(), count, "{kind}: {dates:?}");
        // 様式3 and 様式4 do not print them, but the threshold is determined from them.
        if kind != "basic_item" {
            for (item, field) in [(Item::PopulationAsOf, "population_as_of"), (Item::HandlersAsOf, "handlers_as_of")] {
                dates.push((item, format!("threshold.{field}")));
            }
        }
        for (item, path) in dates {
            let is_planned =
                matches!(item, Item::HeldSince | Item::UsedSince | Item::FileNames | Item::AssessmentTitle);
            let expected = if is_planned { vec![] } else { vec![path.clone()] };
            assert_eq!(found("date_after_as_of", kind, &at(&path, "2099-01-01")), expected, "{kind}");
        }
    }
}

/// Long cells are compared only if they seem to cite: they contain 第 and 条.
#[test]
fn a_long_cell_is_compared_if_it_cites() {
    for (word, is_compared) in [("甲", false), ("第１号", false), ("条例", false), ("第１条", true)] {
        let cell = |letter: &str| format!("{word}{}", letter.repeat(400));
        let rows = [("2023-04-01", "丁", cell("乙")), ("2024-04-01", "戊", cell("丙"))];
        let [(first, before, after), (then, last, now)] = &rows;
        let found = found("before_is_not_after", "key_item", &table(&[(first, before, after), (then, now, last)]));
        assert_eq!(!found.is_empty(), is_compared, "{word}: {found:?}");
    }
}

/// In a document without a date, a table that is mentioned in passing counts too.
#[test]
fn numbers_are_mixed_in_passing_too() {
    let fields = |bases: &str, reason: &str| {
        format!(r#""number_use_bases": "{bases}", "file_sections": [{{"entrustments": [{{"reason": "{reason}"}}]}}]"#)
    };
    let (old, new) = ("番号法別表第一の30の項", "番号法別表の44の項");
    let found = |bases, reason| found("numbering_mixed", "all_item", &fields(bases, reason));
    assert_eq!(found(old, new), ["number_use_bases"]);
    assert_eq!(found(new, old), ["file_sections[0].entrustments[0].reason"]);
    assert_eq!(found(new, new), [""; 0]);
    assert_eq!(found(old, old), [""; 0]);
}

/// Only the first of several tiers without a name is reported, and only if the party is listed.
#[test]
fn the_first_tier_without_a_name() {
    for (chain, tier) in [
        (r#"[{"name": "甲", "re_entrustees": [{"handlers": 1, "re_entrustees": [{"handlers": 2}]}]}]"#, Some("2")),
        (r#"[{"handlers": 1, "re_entrustees": [{"handlers": 2}]}]"#, Some("1")),
        (r#"[{"name": "甲", "re_entrustees": [{"name": "乙"}]}]"#, None),
    ] {
        let fields = format!(r#""file_sections": [{{"entrustments": [{{"chain": {chain}}}]}}]"#);
        let report = validate(&read("key_item", &fields), NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
        let seen = report.iter().find(|one| one.rule.code() == "tier_unnamed").map(|one| one.seen.as_str());
        assert_eq!(seen, tier, "{chain}");
    }
}
