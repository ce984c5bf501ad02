//! `pia cite` as a user runs it.

use crate::support::run;
use mynumber_pia::law::Citation;
use serde_json::{Value, json, to_value};

#[test]
fn citations_of_a_text() {
    let text = "条例第4条第3項による番号利用法第19条第８号に基づく主務省令第２条の表の４８の項";
    let answer = run("cite", &[text, "--as-of", "令和6年5月26日", "--renumber"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(
        answer.out.lines().collect::<Vec<_>>(),
        [
            text,
            "  条例第4条第3項  [条例]  2024-05-26の効力は確認できない",
            "  番号法第19条第8号  [行政手続における特定の個人を識別するための番号の利用等に関する法律]  \
             条例第4条第3項による  2024-05-26に有効  ← 番号法第19条第7号",
            "  利用特定個人情報の提供に関する命令第2条の表の48の項  \
             [番号法第19条第8号に基づく利用特定個人情報の提供に関する命令]  番号法第19条第8号による  \
             2024-05-26に未施行（2024-05-27から）  ← 番号法別表第二の27の項",
        ]
    );
    let answer = run("cite", &["--lang", "en", text, "--as-of", "令和6年5月26日", "--renumber"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(
        answer.out.lines().collect::<Vec<_>>(),
        [
            text,
            "  条例第4条第3項  [条例]  not evidenced on 2024-05-26",
            "  番号法第19条第8号  [行政手続における特定の個人を識別するための番号の利用等に関する法律]  \
             through 条例第4条第3項  in force on 2024-05-26  ← 番号法第19条第7号",
            "  利用特定個人情報の提供に関する命令第2条の表の48の項  \
             [番号法第19条第8号に基づく利用特定個人情報の提供に関する命令]  through 番号法第19条第8号  \
             not yet in force on 2024-05-26 (from 2024-05-27)  ← 番号法別表第二の27の項",
        ]
    );
}

/// Everything that can be said of a citation, in each language.
#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn the_words_of_each_language() {
    let act = "行政手続における特定の個人を識別するための番号の利用等に関する法律";
    let said = |text: &str, day: &str, language: &str| {
        let answer = run("cite", &[text, "--as-of", day, "--renumber", "--lang", language], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{text}");
        answer.out.lines().last().unwrap().to_string()
    };
    for (text, day, japanese, english) in [
        (
            "24項　第16条",
            "2020-04-01",
            "  第16条  [法令名の記載なし]  24の項に対応  2020-04-01の効力は確認できない",
            "  第16条  [law not named]  article of 24の項  not evidenced on 2020-04-01",
        ),
        (
            "番号法別表第二の30の項　主務省令未制定",
            "2019-10-01",
            "  番号法別表第二の30の項  [ACT]  主務省令未制定",
            "  番号法別表第二の30の項  [ACT]  no order enacted",
        ),
        (
            "番号法別表第二の30の項　主務省令なし",
            "2019-10-01",
            "  番号法別表第二の30の項  [ACT]  主務省令なし",
            "  番号法別表第二の30の項  [ACT]  no order",
        ),
        (
            "番号法別表第一の30の項",
            "2024-05-27",
            "  番号法別表第一の30の項  [ACT]  2024-05-27に失効済み（2024-05-26まで）  → 番号法別表の44の項",
            "  番号法別表第一の30の項  [ACT]  no longer in force on 2024-05-27 (until 2024-05-26)  → 番号法別表の44の項",
        ),
        (
            "番号法第19条第7号",
            "2024-05-27",
            "  番号法第19条第7号  [ACT]  2024-05-27に情報連携の根拠でない（",
            "  番号法第19条第7号  [ACT]  not a basis of information linkage on 2024-05-27 (last seen on ",
        ),
        (
            "利用特定個人情報の提供に関する命令第2条の表の173の項",
            "2026-02-08",
            "対応する以前の項はない",
            "no predecessor",
        ),
        ("番号法別表第二の82の項", "2020-01-01", "対応は不確か", "successor or predecessor uncertain"),
        (
            "利用特定個人情報の提供に関する命令第2条の表の1の項",
            "2026-02-08",
            "← 番号法別表第二の1の項（両表の文言を照合）",
            "← 番号法別表第二の1の項 (texts of both tables matched by hand)",
        ),
        (
            "番号法別表第二の16の2の項",
            "2023-04-01",
            "市町村長、予防接種法（2019-10-01の表）  → 利用特定個人情報の提供に関する命令第2条の表の25の項（両表の文言が同じ）",
            "市町村長, 予防接種法 (table of 2019-10-01)  → 利用特定個人情報の提供に関する命令第2条の表の25の項 (same text in both \
             tables)",
        ),
        (
            "番号法別表の300の項",
            "2025-09-24",
            "表にこの項はない（2025-09-24・2026-07-17の表）  2026-07-17の表にこの項はない",
            "no such row (table of 2025-09-24, 2026-07-17)  no such row in the table of 2026-07-17",
        ),
        ("番号法別表第二の36の項", "2019-10-01", "削除された項  対応する新しい項はない", "deleted row  no successor"),
        (
            "番号法別表の31の2の項",
            "2025-10-01",
            "2025-10-01に有効  法務大臣、出入国管理及び難民認定法（2025-09-24から2026-02-08まで確認）  → 番号法別表の31の3の項",
            "in force on 2025-10-01  法務大臣, 出入国管理及び難民認定法 (seen from 2025-09-24 to 2026-02-08)  → 番号法別表の31の3の項",
        ),
        (
            "番号法別表の31の2の項",
            "2026-03-01",
            "]  2026-03-01の項は確認できない（2026-02-08は法務大臣、出入国管理及び難民認定法、2026-07-17は外務大臣、旅券法）  対応する番号は確認できない",
            "]  row on 2026-03-01 not known (2026-02-08: 法務大臣, 出入国管理及び難民認定法; 2026-07-17: 外務大臣, 旅券法)  no pair evidenced",
        ),
        (
            "番号法別表の31の2の項",
            "2026-11-22",
            "]  表は2026-11-22に有効  外務大臣、旅券法（2026-07-17の表）  対応する以前の項はない",
            "]  table in force on 2026-11-22  外務大臣, 旅券法 (table of 2026-07-17)  no predecessor",
        ),
        (
            "番号法別表の130の2の項",
            "2025-10-01",
            "]  2025-10-01にこの項はもうない（2025-09-30まで）：都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長、国家戦略特別区域法  → 番号法別表の137の項（両表の文言を照合）",
            "]  no longer in the table on 2025-10-01 (until 2025-09-30): 都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長, 国家戦略特別区域法  → 番号法別表の137の項 (texts of both tables matched by hand)",
        ),
        (
            "番号法別表の115の2の項",
            "2025-09-24",
            "]  2025-09-24にこの項はまだない（2025-09-24より後、2026-06-26までに追加）：市町村長、武力攻撃事態等における国民の保護のための措置に関する法律",
            "]  not yet in the table on 2025-09-24 (added after 2025-09-24, by 2026-06-26): 市町村長, 武力攻撃事態等における国民の保護のための措置に関する法律",
        ),
        (
            "番号法別表の8の2の項",
            "2025-09-24",
            "]  2025-09-24にこの項はまだない（2025-10-01から）：",
            "]  not yet in the table on 2025-09-24 (from 2025-10-01 on): ",
        ),
        (
            "番号法第2条第8項",
            "2025-03-31",
            "]  2025-03-31の効力は確認できない  → 番号法第2条第9項（同じ用語の定義）",
            "]  not evidenced on 2025-03-31  → 番号法第2条第9項 (definition of the same term)",
        ),
    ] {
        for (language, words) in [("ja", japanese), ("en", english)] {
            let said = said(text, day, language);
            assert!(said.contains(&words.replace("ACT", act)), "{text}: {said}");
        }
        assert!(!said(text, day, "en").contains("（"), "{text}");
    }
}

#[test]
fn the_same_as_json() {
    let answer = run(
        "cite",
        &[
            "--json",
            "国保法　第113条の3第1項、第5号イ",
            "番号法別表第1項番73の2",
            "第5条から第6条",
            "なし",
            "24項　第16条",
        ],
        b"",
    );
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let values: Value = answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect();
    let act = "行政手続における特定の個人を識別するための番号の利用等に関する法律";
    assert_eq!(
        values,
        json!([
            {
                "text": "国保法　第113条の3第1項、第5号イ",
                "citations": [
                    {
                        "law": "national_health_insurance_act", "title": "国民健康保険法", "canonical": "国民健康保険法第113条の3第1項",
                        "article": "113-3", "paragraph": 1, "item": null, "table": null, "row": null, "via": null, "span": [0, 14]
                    },
                    {
                        "law": "national_health_insurance_act", "title": "国民健康保険法",
                        "canonical": "国民健康保険法第113条の3第1項第5号イ",
                        "article": "113-3", "paragraph": 1, "item": "5-イ", "table": null, "row": null, "via": null, "span": [15, 19]
                    }
                ],
                "rest": [[14, 15]]
            },
            {
                "text": "番号法別表第1項番73の2",
                "citations": [{
                    "law": "my_number_act", "title": act, "canonical": "番号法別表第一の73の2の項",
                    "article": null, "paragraph": null, "item": null, "table": "別表第一", "row": "73-2", "via": null, "span": [0, 13]
                }],
                "rest": []
            },
            {
                "text": "第5条から第6条",
                "citations": [{
                    "law": null, "title": null, "canonical": "第5条から第6条まで",
                    "article": "5", "paragraph": null, "item": null, "table": null, "row": null, "to": "第6条", "via": null, "span": [0, 8]
                }],
                "rest": []
            },
            { "text": "なし", "citations": [], "rest": [[0, 2]] },
            {
                "text": "24項　第16条",
                "citations": [
                    {
                        "law": null, "title": null, "canonical": "24の項", "article": null, "paragraph": null, "item": null,
                        "table": null, "row": "24", "via": null, "span": [0, 3]
                    },
                    {
                        "law": null, "title": null, "canonical": "第16条", "article": "16", "paragraph": null, "item": null,
                        "table": null, "row": null, "via": null, "span": [4, 8], "row_of": 0
                    }
                ],
                "rest": [[3, 4]]
            }
        ])
    );
}

#[test]
fn dates_and_numbers_as_json() {
    let dated = run("cite", &["番号法別表第二の27の項", "--json", "--as-of", "2024-05-27", "--renumber"], b"");
    let dated: Value = serde_json::from_str(&dated.out).unwrap();
    let citation = &dated["citations"][0];
    let day = "2024-05-27".parse().unwrap();
    let old: Citation = "番号法別表第二の27の項".parse().unwrap();
    // What the library writes.
    assert_eq!(citation["as_of"], to_value(old.as_of(day)).unwrap());
    assert_eq!([&citation["as_of"]["code"], &citation["as_of"]["code_label"]], ["no_longer", "失効"]);
    assert_eq!(citation["table_row"], to_value(old.row_as_of(day)).unwrap());
    let no_table = json!({
        "code": "no_table", "code_label": "表なし", "row": null, "after": null, "seen_on": null, "between": null,
        "copied_on": null, "table": citation["as_of"]
    });
    assert_eq!(citation["table_row"], no_table);
    assert_eq!(citation["renumbered"], to_value(old.renumbered_as_of(day)).unwrap());
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    assert_eq!(
        citation["renumbered"],
        json!({
            "code": "newer", "newer": format!("{order}の48の項"), "older": null, "evidence": "published_assessment",
            "evidence_label": "公表された評価書の記載", "copied_on": null,
            "ja": format!("→ {order}の48の項（公表された評価書の記載）"),
            "en": format!("→ {order}の48の項 (shown by published assessments)")
        })
    );
    for (text, code, other, evidence) in [
        ("番号法別表第二の16の2の項".to_string(), "newer", json!(format!("{order}の25の項")), json!("same_text")),
        (format!("{order}の1の項"), "older", json!("番号法別表第二の1の項"), json!("by_hand")),
        ("番号法別表第二の82の項".into(), "uncertain", Value::Null, Value::Null),
        ("番号法別表第二の21の項".into(), "no_successor", Value::Null, Value::Null),
        (format!("{order}の173の項"), "no_predecessor", Value::Null, Value::Null),
        ("番号法別表第二の121の項".into(), "no_such_row", Value::Null, Value::Null),
        ("番号法別表の31の2の項".into(), "depends_on_day", Value::Null, Value::Null),
    ] {
        let answer = run("cite", &[&text, "--json", "--renumber"], b"");
        let answer: Value = serde_json::from_str(&answer.out).unwrap();
        let renumbered = &answer["citations"][0]["renumbered"];
        let numbers = [&renumbered["newer"], &renumbered["older"]];
        let number = numbers.into_iter().find(|number| !number.is_null()).cloned().unwrap_or_default();
        assert_eq!((&renumbered["code"], number, &renumbered["evidence"]), (&json!(code), other, &evidence), "{text}");
        assert_eq!(renumbered["copied_on"].is_string(), code == "no_such_row", "{text}");
        assert!(answer["citations"][0].get("as_of").is_none(), "{text}");
    }
    let row = run("cite", &["番号法別表の二の二の項", "--json", "--as-of", "2025-04-01"], b"");
    let row: Value = serde_json::from_str(&row.out).unwrap();
    let exists = &row["citations"][0]["table_row"];
    assert_eq!(
        [&exists["code"], &exists["code_label"], &exists["seen_on"]],
        [&json!("exists"), &json!("あり"), &json!("2025-09-24")]
    );
    assert_eq!(
        exists["row"],
        json!({
            "citation": "番号法別表の2の2の項", "body": "総務大臣又は都道府県知事", "law": "恩給法",
            "seen": ["2025-09-24", "2026-07-17"]
        })
    );
    // One answer, not two.
    let answer = |day| {
        let answer = run("cite", &["番号法別表の31の2の項", "--json", "--as-of", day], b"");
        let citation = serde_json::from_str::<Value>(&answer.out).unwrap()["citations"][0].clone();
        (citation["as_of"]["code"].clone(), citation["table_row"].clone())
    };
    let (validity, row) = answer("2026-03-01");
    assert_eq!([&validity, &row["code"]], ["not_evidenced", "not_known"]);
    assert_eq!([&row["row"]["body"], &row["after"]["body"]], ["法務大臣", "外務大臣"]);
    assert_eq!([&row["row"]["law"], &row["after"]["law"]], ["出入国管理及び難民認定法", "旅券法"]);
    assert_eq!(row["between"], json!(["2026-02-08", "2026-07-17"]));
    assert_eq!(row["row"]["seen"], json!(["2025-09-24", "2026-02-08"]));
    assert_eq!(answer("2026-11-22").0, "in_force");
    let missing = run("cite", &["番号法別表の133の2の項", "--json", "--as-of", "2025-09-24"], b"");
    let missing: Value = serde_json::from_str(&missing.out).unwrap();
    assert_eq!(missing["citations"][0]["as_of"]["code"], "no_row");
    assert_eq!(missing["citations"][0]["table_row"]["code"], "not_yet");
    // An article is no row of a table, and has no other number.
    let article = run("cite", &["番号法第1条", "--json", "--as-of", "2025-09-24", "--renumber"], b"");
    let article: Value = serde_json::from_str(&article.out).unwrap();
    assert!(article["citations"][0]["as_of"].is_object());
    assert!(article["citations"][0].get("table_row").is_none() && article["citations"][0].get("renumbered").is_none());
}

#[test]
fn a_missing_article_as_json() {
    let answer = run("cite", &["番号法別表の30の項　主務省令未制定", "--json"], b"");
    let answer: Value = serde_json::from_str(&answer.out).unwrap();
    let citation = &answer["citations"][0];
    assert_eq!([&citation["absence"], &citation["absence_label"]], ["not_enacted", "主務省令未制定"], "{answer}");
}

#[test]
fn without_arguments_it_shows_real_bases() {
    let answer = run("cite", &[], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let citations = answer.out.lines().filter(|line| line.starts_with("  ")).count();
    assert!(citations >= 20, "{}", answer.out);
}

/// The error for a name that is not a provider.
const NAMES: &str = "--provider: \"甲市\\n長\" is not a provider of 第2条の表: expected one of 法務大臣, 市町村長, 厚生労働大臣, 日本年金機構, 共済組合等, 出入国在留管理庁長官, 医療保険者, 後期高齢者医療広域連合, 内閣総理大臣, 都道府県知事, 都道府県知事等, 文部科学大臣, 都道府県教育委員会, 市町村教育委員会, 地方公務員災害補償基金, 農林漁業団体職員共済組合, 日本私立学校振興・共済事業団, 国家公務員共済組合連合会, 地方公務員共済組合, 全国市町村職員共済組合連合会, 全国健康保険協会, 健康保険組合, 共済組合, 国民健康保険組合, 国家公務員共済組合, 市長, 特別区の区長";

#[test]
fn an_unknown_provider_is_reported_with_those_that_there_are() {
    let answer = run("cite", &["--provider", "甲市\n長", "--as-of", "2025-04-01", "--lang", "en"], b"");
    assert_eq!((answer.code, answer.out, answer.err), (2, String::new(), format!("pia cite: {NAMES}\n")));
}

#[test]
fn help() {
    let answer = run("cite", &["--help", "--lang", "en"], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    for said in
        ["TEXT", "standard input", "--as-of", "--renumber", "--provider", "\"possible\"", "--json", "exit status"]
    {
        assert!(answer.out.contains(said), "{said}");
    }
}

#[test]
fn the_rows_of_a_provider() {
    let lines = |arguments: &[&str]| {
        let answer = run("cite", arguments, b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}");
        answer.out.lines().map(String::from).collect::<Vec<String>>()
    };
    let of_day = |day| lines(&["--provider", "市町村長", "--as-of", day, "--json"]);
    let rows = of_day("令和6年12月6日");
    assert_eq!(rows.len(), 112);
    let first = r#"{"row":"1","article":"3","inquirer":"厚生労働大臣","law":"健康保険法","table":"第2条の表","seen_on":"2026-02-08","possible":false}"#;
    assert_eq!(rows[0], first);
    let row = |number: &str, possible: bool| {
        let row = rows.iter().map(|row| serde_json::from_str::<Value>(row).unwrap()).find(|row| row["row"] == number);
        assert_eq!(row.as_ref().map(|row| row["possible"] == possible), Some(true), "{number}: {row:?}");
        row.unwrap()
    };
    assert_eq!(row("20の2", true)["article"], "22の2");
    assert_eq!(row("48", false)["inquirer"], "市町村長");
    assert_eq!(row("111", true)["law"], "雇用保険法");
    // On the day of the table itself, no other day is named.
    assert!(of_day("2026-02-08").iter().all(|row| row.contains(r#""seen_on":null"#)));

    // Without the rows that a text cites.
    let cited = "利用特定個人情報の提供に関する命令第2条の表の2、3、6、13、16、27、38、42、48、56、65、69、83、87、115、125、131、137、141、158の項";
    let rest = lines(&["--provider", "医療保険者", "--as-of", "2026-02-08", cited]);
    assert_eq!(rest.len(), 21);
    assert_eq!(
        rest[..3],
        [
            "利用特定個人情報の提供に関する命令第2条の表の8の項  厚生労働大臣、労働者災害補償保険法  該当する場合がある",
            "利用特定個人情報の提供に関する命令第2条の表の19の項  都道府県知事、児童福祉法  該当する場合がある",
            "利用特定個人情報の提供に関する命令第2条の表の20の2の項  都道府県知事等、児童福祉法",
        ]
    );
    let dated = lines(&["--provider", "医療保険者", "--as-of", "2024-12-06", cited]);
    assert_eq!(dated[0], format!("{}（2026-02-08の表）", rest[0]));
    let english = lines(&["--provider", "医療保険者", "--as-of", "2024-12-06", cited, "--lang", "en"]);
    assert_eq!(
        english[0],
        "利用特定個人情報の提供に関する命令第2条の表の8の項  厚生労働大臣, 労働者災害補償保険法  possible (table of 2026-02-08)"
    );
}

/// A text that leaves nothing out may be a mistake.
#[test]
fn a_text_without_rows_is_reported() {
    let rows = ["--provider", "医療保険者", "--as-of", "2026-02-08"];
    let all = run("cite", &rows, b"");
    let texts = ["番号法第9条第1項", "番号法別表の44の項", "第2条の表の8の項"];
    let table = "利用特定個人情報の提供に関する命令第2条の表";
    let answer = run("cite", &[rows.as_slice(), &texts].concat(), b"");
    assert_eq!((answer.code, answer.out), (0, all.out.clone()));
    let report = |text| format!("pia cite: 「{text}」は{table}の項を引用していないので、除く項はない\n");
    assert_eq!(answer.err, texts.map(report).concat());
    let answer = run("cite", &[rows.as_slice(), &texts, &["--lang", "en"]].concat(), b"");
    let report = |text| format!("pia cite: \"{text}\" cites no row of {table}, so it leaves out none\n");
    assert_eq!((answer.code, answer.err), (0, texts.map(report).concat()));
    let answer = run("cite", &[rows.as_slice(), &["番号法第19条第8号に基づく主務省令第2条の表の8の項"]].concat(), b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(answer.out.lines().count() + 1, all.out.lines().count());
}

/// Texts from standard input, one per line, in addition to those of the command line.
#[test]
fn a_hyphen_is_standard_input() {
    let texts = "\u{FEFF}番号法第9条第1項\r\n\n  \n番号法別表の44の項";
    let answer = run("cite", &["-"], texts.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(answer.out, run("cite", &["番号法第9条第1項", "番号法別表の44の項"], b"").out);
    let answer = run("cite", &["住民基本台帳法第7条", "-", "なし", "--json"], texts.as_bytes());
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let texts: Vec<Value> =
        answer.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].clone()).collect();
    assert_eq!(texts, ["住民基本台帳法第7条", "番号法第9条第1項", "番号法別表の44の項", "なし"]);
}

#[test]
fn the_texts_that_leave_out_rows_may_be_lines() {
    let rows = ["--provider", "医療保険者", "--as-of", "2026-02-08"];
    let all = run("cite", &rows, b"").out;
    let order = "利用特定個人情報の提供に関する命令第2条の表の";
    let fewer = run("cite", &[rows.as_slice(), &["-"]].concat(), format!("{order}8の項\n{order}19の項").as_bytes()).out;
    assert_eq!(fewer.lines().count() + 2, all.lines().count());
}

/// Other commands read files. Here a name of a file is a text, which is said.
#[test]
fn the_name_of_a_file_is_a_text() {
    for name in ["nofile.txt", "./bases", "README.md"] {
        let answer = run("cite", &[name], b"");
        assert_eq!((answer.code, answer.out.as_str()), (0, format!("{name}\n").as_str()));
        let said =
            format!("pia cite: 「{name}」は文として読む。ファイルの文は - と標準入力で読む（pia cite - < FILE）\n");
        assert_eq!(answer.err, said);
        let answer = run("cite", &[name, "--json", "--lang", "en"], b"");
        let said = format!(
            "pia cite: \"{name}\" is read as a text: the texts of a file are read with - from standard input (pia cite - < FILE)\n"
        );
        assert_eq!((answer.code, answer.err), (0, said));
    }
    // What cites a law is a text, and so are other words.
    for text in ["番号法第9条第1項", "住民基本台帳法第7条/番号法第9条", "なし", "第2条.第3条", "R6.12.6", "-"]
    {
        assert_eq!(run("cite", &[text], "README.md\n".as_bytes()).err, "", "{text}");
    }
}

/// A table without its law may be of 番号法, but a question about it needs the law.
#[test]
fn a_table_without_its_law_says_how_to_name_it() {
    for (text, named) in [
        ("別表第二の27の項", "番号法別表第二の27の項"),
        ("別表第1の3の項", "番号法別表第一の3の項"),
        ("別表の3の項", "番号法別表の3の項"),
    ] {
        for question in [&["--renumber"][..], &["--as-of", "2024-05-27"]] {
            let japanese = run("cite", &[&[text], question].concat(), b"").out;
            assert!(japanese.contains(&format!("  番号法の表であれば「{named}」と書く")), "{japanese}");
            let english = run("cite", &[&[text, "--lang", "en"], question].concat(), b"").out;
            assert!(english.contains(&format!("  if it is a table of 番号法, write {named}")), "{english}");
            let answered = run("cite", &[&[named], question].concat(), b"").out;
            assert!(!answered.contains("番号法の表であれば"), "{answered}");
        }
        assert!(!run("cite", &[text], b"").out.contains("番号法の表であれば"), "nothing is asked");
    }
    let article = run("cite", &["第5条から第6条", "--renumber"], b"").out;
    assert!(article.contains("法令名の記載なし") && !article.contains("番号法の表であれば"), "{article}");
}
