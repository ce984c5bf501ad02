//! The web page of a document: what its style sheet depends on.

use std::collections::BTreeSet;

use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Html, Mark, Plain, PrintOptions};
use mynumber_pia::validate::Severity;
use serde_json::{Value, json};

fn page(kind: &str, edition: &str, fields: &Value) -> String {
    let mut document = json!({"format": "mynumber-pia", "version": 1, "kind": kind, "edition": edition});
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Html::new(&serde_json::from_value::<Assessment>(document).unwrap()).to_string()
}

fn all_item(fields: &Value) -> String {
    page("all_item", "form_4_2018_05", fields)
}

/// The content of the element with this id.
fn cell<'p>(page: &'p str, id: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    let (_, rest) = rest.split_once('>').unwrap();
    rest.split_once(end).unwrap().0
}

#[test]
fn numbers_stay_on_one_line_with_their_brackets() {
    for (text, parts) in [
        ("期間は令和6年10月1日から", &["令和6年10月1日"][..]),
        ("根拠（第19条第8号）による", &["（第19条第8号）"]),
        ("「第29条の3」、別表の項", &["「第29条の3」、"]),
        ("電話番号03-1234-5678（内線123）", &["03-1234-5678"]),
        ("電話番号０４８－１２３－４５６７", &["０４８－１２３－４５６７"]),
        ("1,000人以上、3万件。", &["1,000人", "3万件。"]),
        ("平成元年4月1日時点", &["平成元年4月1日"]),
        // Nothing that a line could be broken in.
        ("項目7 項目12 A1", &[]),
        // A line of a narrow cell has room for 24 columns.
        ("第１９条第１９条第１９条", &["第１９条第１９条第１９条"]),
        ("第１９条第１９条第１９条1", &[]),
        ("第１９条第１９条第１９条第１９条の１９", &[]),
    ] {
        let page = all_item(&json!({"affair": {"name": text}}));
        let shown = cell(&page, "affair.name", "</div>");
        let whole: Vec<&str> =
            shown.split("<span class=\"whole\">").skip(1).map(|part| part.split_once("</span>").unwrap().0).collect();
        assert_eq!(whole, parts, "{shown}");
        assert_eq!(shown.replace("<span class=\"whole\">", "").replace("</span>", ""), format!("<p>{text}</p>"));
    }
    assert!(page("key_item", "form_3_2024_10", &json!({})).contains(".whole{white-space:nowrap}"));
}

/// A cell that can go on over a page has a picture of its label behind the label.
#[test]
fn the_label_of_a_cell_that_goes_on_is_repeated() {
    let long = |lines: usize| json!({"affair": {"content": vec!["一行の記載"; lines]}});
    let page = all_item(&long(20));
    let (_, label) = page.split_once("<th scope=\"row\" style=\"--again:url(").unwrap();
    let (picture, rest) = label.split_once("\"><div>").unwrap();
    let texts: Vec<&str> = picture.split("pt'>").skip(2).map(|text| text.split('<').next().unwrap()).collect();
    assert_eq!(texts, ["②事務の内容　※", "（続き）"]);
    assert!(picture.ends_with("&quot;);--high:28pt") && rest.starts_with("②事務の内容　※</div></th>"), "{picture}");
    assert!(!all_item(&long(3)).contains("--again:url"));
}

/// Timings of one thing have its name once. Text, which is read back, has it on each line.
#[test]
fn timings_of_one_thing_have_one_heading() {
    let timing = json!({"timing": [{"of": "甲", "since": "2016-01-01"}, {"of": "甲", "frequency": "日次"},
        {"of": "乙", "frequency": "月次"}, {"frequency": "随時"}]});
    let fields = json!({"file_sections": [{"provision": {"provisions": [timing]}}]});
    let page = all_item(&fields);
    let shown = cell(&page, "file_sections[0].provision.provisions[0].timing", "</div>");
    let shown = shown.replace("<span class=\"whole\">", "").replace("</span>", "");
    assert_eq!(
        shown,
        "<p>＜甲＞</p><p class=\"of\">平成28年1月1日から</p><p class=\"of\">日次</p><p>＜乙＞月次</p><p>随時</p>"
    );
    let mut document = json!({"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2018_05"});
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let text = Plain::new(&serde_json::from_value::<Assessment>(document).unwrap()).to_string();
    assert_eq!(text.matches("＜甲＞").count(), 2);
}

#[test]
fn the_date_of_a_timing_is_whole() {
    let timing = json!({"timing": [{"since": "2016-01-01", "frequency": "日次"}]});
    let page = all_item(&json!({"file_sections": [{"provision": {"provisions": [timing]}}]}));
    let shown = cell(&page, "file_sections[0].provision.provisions[0].timing", "</div>");
    assert!(shown.contains("<span class=\"whole\">平成28年1月1日</span>"), "{shown}");
}

#[test]
fn a_period_is_on_one_line() {
    let period = json!({"from": "2024-09-15", "until": "2024-10-15", "days": 31});
    let page = all_item(&json!({"procedure": {"opinion_period": period}}));
    let (_, rest) = page.split_once("<div id=\"procedure.opinion_period.from\"").unwrap();
    let row = rest.split_once("</tr>").unwrap().0;
    assert!(
        row.starts_with(" class=\"beside\"><p class=\"whole\">令和6年9月15日</p></div>から<div class=\"beside\""),
        "{row}"
    );
    assert!(page.contains(".beside,.beside p,.whole{display:inline}"));
}

#[test]
fn the_worst_finding_is_the_first() {
    let document = Assessment::new("form_3_2024_10".parse().unwrap());
    let path = || "affair.name".parse::<FieldPath>().unwrap();
    let marks = [
        Mark::finding(path(), Severity::Note, "三".to_string()),
        Mark::new(path(), "四"),
        Mark::finding(path(), Severity::Error, "一".to_string()),
        Mark::finding(path(), Severity::Warning, "二".to_string()),
        Mark::finding(path(), Severity::Error, "一の二".to_string()),
    ];
    let page = Html::with(&document, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
    let (_, list) = page.split_once("<h2>検査の指摘（5）</h2>").unwrap();
    let list = list.split_once("</ol>").unwrap().0;
    let ids: Vec<&str> = list.split("href=\"#").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert_eq!(ids, ["mark-3", "mark-5", "mark-4", "mark-1", "mark-2"]);
    let classes: Vec<&str> = list.split("class=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert_eq!(classes, ["error", "error", "warning", "note", ""]);
}

/// The running titles of the style sheet, and the sections that have each.
fn titles(page: &str) -> Vec<(&str, Vec<&str>)> {
    let mut titles: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for line in page.lines() {
        if let Some((name, rest)) =
            line.strip_prefix("@page p").and_then(|line| line.split_once("{@top-right{content:\""))
        {
            titles.push((name, rest.split_once("\"}}").unwrap().0, Vec::new()));
        } else if let Some((section, rest)) = line.strip_prefix("#section-").and_then(|line| line.split_once("{page:p"))
        {
            let (_, _, sections) = titles
                .iter_mut()
                .find(|(name, ..)| rest.trim_end_matches('}').split(';').next() == Some(*name))
                .unwrap();
            sections.push(section);
        }
    }
    titles.into_iter().map(|(_, title, sections)| (title, sections)).collect()
}

#[test]
fn running_titles() {
    // The result of 様式2 is on the page of the section before it.
    let basic = page("basic_item", "form_2_2024_10", &json!({}));
    assert_eq!(
        titles(&basic),
        [
            ("Ⅰ　関連情報", vec!["2"]),
            ("Ⅱ　しきい値判断項目　Ⅲ　しきい値判断結果", vec!["3", "4"]),
            ("Ⅳ　リスク対策", vec!["5"]),
            ("変更箇所", vec!["6"]),
        ]
    );
    assert!(basic.contains("#section-4{page:p3;break-before:auto}"));
    // A name cannot end the string or the style sheet.
    let long = "長".repeat(70);
    let names = ["甲ファイル", "\"}</style>\\乙\n丙", &long];
    let sections: Vec<Value> = names.iter().map(|name| json!({"names": name})).collect();
    let page = all_item(&json!({"file_sections": sections}));
    assert_eq!(page.matches("</style>").count(), 1);
    let titles: Vec<&str> =
        titles(&page).into_iter().map(|(title, _)| title).filter(|title| title.starts_with("Ⅱ　")).collect();
    let title = "Ⅱ　特定個人情報ファイルの概要";
    assert_eq!(
        titles,
        [
            format!("{title}（甲ファイル）"),
            format!("{title}（\\22 }}\\3c /style>\\5c 乙 丙）"),
            format!("{title}（{}）", "長".repeat(60)),
        ]
    );
}

#[test]
fn every_heading_has_an_anchor() {
    for edition in ["form_2_2024_10", "form_3_2024_10", "form_4_2018_05"] {
        let page = Html::new(&Assessment::new(edition.parse().unwrap())).to_string();
        let mut seen = BTreeSet::new();
        for level in ["<h3", "<h4"] {
            for heading in page.split(level).skip(1) {
                let tag = heading.split_once('>').unwrap().0;
                let (_, id) = tag.split_once("id=\"").unwrap_or_else(|| panic!("{edition}: {tag}"));
                assert!(seen.insert(id.split_once('"').unwrap().0), "{edition}: {id}");
            }
        }
        assert!(seen.len() > 10, "{edition}");
    }
}

#[test]
fn the_five_risks_of_an_entrustment_have_one_heading() {
    let page = all_item(&json!({}));
    let heading = page.split("<h4 class=\"risk\"").find(|rest| rest.contains("再委託に関するリスク</h4>")).unwrap();
    let heading = heading.split_once("</h4>").unwrap().0;
    assert_eq!(heading.matches("<br>").count(), 4);
    assert!(heading.contains(">委託先による特定個人情報の不正入手・不正な使用に関するリスク<br>"), "{heading}");
}

#[test]
fn a_row_is_torn_only_if_it_is_tall() {
    let lines = |count: usize, text: &str| json!({"affair": {"content": vec![text; count]}});
    let long = "長い記載".repeat(40);
    let (two, three) = (&*"記載".repeat(20), &*"記載".repeat(40));
    for (document, class) in [
        (lines(3, "甲"), ""),
        (lines(14, "甲"), ""),
        (lines(15, "甲"), " tall last-4"),
        (lines(8, &"記載".repeat(30)), " tall last-2"),
        (lines(4, &long), " tall"),
        // The last four lines are in three paragraphs, or in two that are not of one height.
        (json!({"affair": {"content": ([vec!["甲"; 12], vec![two, "甲", "甲"]].concat())}}), " tall last-3"),
        (json!({"affair": {"content": ([vec!["甲"; 12], vec![three, "甲"]].concat())}}), " tall last-2"),
        // A heading is printed once.
        (json!({"affair": {"content": vec![json!({"under": "乙", "text": "甲"}); 13]}}), ""),
        (json!({"affair": {"content": vec![json!({"under": "乙", "text": "甲"}); 14]}}), " tall last-4"),
    ] {
        let page = all_item(&document);
        let row = page.split("<tr class=\"").find(|row| row.contains("id=\"affair.content\"")).unwrap();
        assert_eq!(row.split_once('"').unwrap().0, class, "{document}");
    }
    let change = json!({"changes": [{"items": "Ⅰ", "before": "甲", "after": vec!["乙"; 20]}, {"items": "Ⅰ"}]});
    let page = all_item(&change);
    let rows: Vec<&str> = page.split("<tr class=\"").filter(|row| row.contains("id=\"changes[")).collect();
    let classes: Vec<&str> = rows.iter().map(|row| row.split_once('"').unwrap().0).collect();
    assert_eq!(classes, ["tall last-4", ""]);
}
