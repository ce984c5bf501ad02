//! Reads printed forms back into documents.

#![allow(clippy::disallowed_methods, reason = "the test reads the example documents")]

use std::collections::BTreeMap;
use std::path::Path;

use crate::reading::{get, read_text as read};
use mynumber_pia::form::{Markdown, Plain, PrintOptions, cells};
use mynumber_pia::transcribe::{Doubt, EditionBecause, Fate, PrintedForm, Transcription, transcribe};
use mynumber_pia::value::answer::Value;
use mynumber_pia::value::choice::Extent;
use mynumber_pia::{Assessment, Form};

const DOCUMENTS: [&str; 5] = ["edogawa", "kawaguchi", "kumagaya", "matsudo", "shinjuku"];

fn document(name: &str) -> Assessment {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/documents/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// Every byte of the text is in exactly one span, in order.
#[track_caller]
fn assert_partition(text: &str, read: &Transcription) {
    let mut at = 0;
    for span in read.spans() {
        assert_eq!(span.range.start, at, "{span:?}");
        assert!(span.range.end > at && text.is_char_boundary(span.range.end), "{span:?}");
        at = span.range.end;
    }
    assert_eq!(at, text.len());
}

const KEY_ITEM: &str = "特定個人情報保護評価書（重点項目評価書）

評価書番号\t評価書名
7\t甲市 介護保険に関する事務 重点項目評価書

公表日
令和7年6月2日

［令和6年10月 様式3］

Ⅰ　基本情報
１．特定個人情報ファイルを取り扱う事務
①事務の名称　介護保険に関する事務
②事務の内容
要介護認定
保険料の賦課
③対象人数　[ 1万人以上10万人未満 ]　＜選択肢＞
1) 1,000人未満 2) 1,000人以上1万人未満
２．特定個人情報ファイルを取り扱う事務において使用するシステム
システム1
①システムの名称　介護保険システム
③他のシステムとの接続
[ ] 情報提供ネットワークシステム [○] 庁内連携システム
[ ] 住民基本台帳ネットワークシステム [ ] 既存住民基本台帳システム
[○] 宛名システム等 [ ] 税務システム
[○] その他 （ 認定審査会システム ）
システム2
①システムの名称　宛名システム
６．評価実施機関における担当部署
①部署　福祉部（介護保険課）
";

#[test]
fn a_form_in_printed_order_is_read() {
    let read = read(KEY_ITEM);
    assert_eq!(read.suggestions(), []);
    assert_eq!(read.edition().because, EditionBecause::Printed);
    assert_eq!(read.document().form, "form_3_2024_10".parse::<mynumber_pia::FormEdition>().unwrap().into());
    for (path, text) in [
        ("cover.number", "7"),
        ("cover.title", "甲市 介護保険に関する事務 重点項目評価書"),
        ("cover.published", "令和7年6月2日"),
        ("affair.name", "介護保険に関する事務"),
        ("affair.content", "要介護認定／保険料の賦課"),
        ("population", "1万人以上10万人未満"),
        ("systems[0].number", "1"),
        ("systems[0].name", "介護保険システム"),
        ("systems[0].connections", "庁内連携システム、宛名システム等、その他"),
        ("systems[0].connections_other", "認定審査会システム"),
        ("systems[1].number", "2"),
        ("systems[1].name", "宛名システム"),
        ("department.name", "福祉部（介護保険課）"),
    ] {
        assert_eq!(get(&read, path).replace('\n', "／"), text, "{path}");
    }
    // The boxes of the second system are not in the text.
    assert!(matches!(read.document().get(&"systems[1].connections".parse().unwrap()), Some(Value::NotKnown)));
}

#[test]
fn names_and_texts_consist_of_the_characters_of_their_spans() {
    let read = read(KEY_ITEM);
    let spans = read
        .spans()
        .iter()
        .filter(|span| matches!(&span.fate, Fate::Answer { path, .. } if path.to_string() == "affair.content"));
    let texts: Vec<&str> = spans.map(|span| &KEY_ITEM[span.range.start..span.range.end]).collect();
    assert_eq!(texts, ["要介護認定\n保険料の賦課"]);
}

#[test]
fn a_wrong_date_is_refused_with_the_words_of_the_loader() {
    let read = read(&KEY_ITEM.replace("令和7年6月2日", "令和7年13月2日"));
    let [suggestion] = read.suggestions() else { panic!("{:?}", read.suggestions()) };
    let Doubt::Refused { message } = &suggestion.reason else { panic!("{suggestion:?}") };
    assert!(message.contains("13"), "{message}");
    assert!(suggestion.adopt(&mut read.document().clone()).is_err());
    assert_eq!(get(&read, "cover.published"), "");
}

#[test]
fn two_choices_are_suggested_and_one_is_taken_over() {
    let read = read(&KEY_ITEM.replace("[ 1万人以上10万人未満 ]", "[ 1万人以上10万人未満 ] [ 10万人以上30万人未満 ]"));
    assert_eq!(get(&read, "population"), "");
    let [one, other] = read.suggestions() else { panic!("{:?}", read.suggestions()) };
    assert_eq!((&one.reason, &other.reason), (&Doubt::TwoChoices, &Doubt::TwoChoices));
    assert_eq!(&KEY_ITEM[one.spans[0].start..one.spans[0].end], "1万人以上10万人未満");
    let mut document = read.document().clone();
    one.adopt(&mut document).unwrap();
    assert_eq!(document.population.value().to_string(), "1万人以上10万人未満");
}

#[test]
fn lines_in_the_wrong_order_are_not_certain() {
    let turned: Vec<&str> = KEY_ITEM.lines().rev().collect();
    let read = read(&turned.join("\n"));
    let given: Vec<String> =
        cells(read.document()).filter(|cell| cell.value().is_given()).map(|cell| cell.path().to_string()).collect();
    assert_eq!(given, Vec::<String>::new());
}

#[test]
fn a_page_of_blocks_is_read_without_their_order() {
    let page = " ③対象人数 [ 1万人以上10万人未満\n\n]\n\n Ⅰ　基本情報\n\n ①事務の名称 介護保険に関する事務\n\n \
        １．特定個人情報ファイルを取り扱う事務\n\n ②所属長の役職名 課長\n\n ６．評価実施機関における担当部署\n\n ①部署 介護保険課\n";
    let edition = "form_3_2024_10".parse().unwrap();
    let read = transcribe(&PrintedForm::text(page), Some(edition));
    assert_partition(page, &read);
    // A name on the line of a label that the form prints once, and the only value for the only choice of the page.
    for (path, text) in [
        ("affair.name", "介護保険に関する事務"),
        ("population", "1万人以上10万人未満"),
        ("department.name", "介護保険課"),
        ("department.head", "課長"),
    ] {
        assert_eq!(get(&read, path), text, "{path}");
    }
    // What is below a label may belong to another block that changed its place.
    let below = page.replace("①事務の名称 ", "①事務の名称\n");
    let suggested = transcribe(&PrintedForm::text(&below), Some(edition)).suggestions().to_vec();
    let [name] = suggested.as_slice() else { panic!("{suggested:?}") };
    assert_eq!((name.path.to_string().as_str(), name.text.as_str()), ("affair.name", "介護保険に関する事務"));
    assert_eq!(name.reason, Doubt::NotInOrder);
    // Without the label, nothing says what the value belongs to.
    let read = transcribe(&PrintedForm::text(&page.replace("③対象人数 ", "")), Some(edition));
    assert!(!read.suggestions().iter().any(|suggestion| suggestion.path.to_string() == "population"));
}

/// What is suggested for the content of the affair (事務の内容) in a source whose blocks are not in order.
#[track_caller]
fn suggested_content(text: &str) -> Vec<String> {
    let read = transcribe(&PrintedForm::text(text), Some("form_3_2024_10".parse().unwrap()));
    assert_partition(text, &read);
    assert_eq!(get(&read, "affair.content"), "");
    let suggestions = read.suggestions().iter().filter(|suggestion| suggestion.path.to_string() == "affair.content");
    suggestions.map(|suggestion| suggestion.text.clone()).collect()
}

/// A page that is not in order, with this text before the first label and this one after 「②事務の内容」.
fn turned_page(before: &str, content: &str) -> String {
    format!(
        "{before} ③対象人数 [ 1万人以上10万人未満\n\n]\n\n Ⅰ　基本情報\n\n ①事務の名称 介護保険に関する事務\n\n \
        ②事務の内容\n\n{content} １．特定個人情報ファイルを取り扱う事務\n\n ②所属長の役職名 課長\n\n \
        ６．評価実施機関における担当部署\n\n ①部署 介護保険課\n"
    )
}

#[test]
fn the_text_before_the_first_label_of_a_page_belongs_to_the_only_item_without_one() {
    let text = "申請を受け付ける。\n保険料を賦課する。";
    assert_eq!(suggested_content(&turned_page(&format!("{text}\n\n]\n\n"), "")), [text]);
    // The answer below a heading is not that of a label above it.
    assert_eq!(suggested_content(&turned_page("", "")), Vec::<String>::new());
    // The item has a text.
    assert_eq!(suggested_content(&turned_page(&format!("{text}\n\n"), "要介護認定\n\n")), ["要介護認定"]);
}

#[test]
fn a_text_ends_before_the_choices_of_another_item() {
    let text = "要介護認定\n　保険料の賦課";
    for choices in ["2） 1,000人以上1万人未満 3） 1万人以上10万人未満", "十分である", "1） 実施する\n]"]
    {
        assert_eq!(
            suggested_content(&turned_page("", &format!("{text}\n\n{choices}\n\n"))),
            ["要介護認定\n保険料の賦課"],
            "{choices}"
        );
    }
}

#[test]
fn no_page_begins_within_a_paragraph() {
    let lines = ["要介護認定", "　保険料の賦課", " ・給付"];
    let text: Vec<&str> = lines.into_iter().cycle().take(330).collect();
    let content: Vec<&str> = text.iter().map(|line| line.trim()).collect();
    assert_eq!(suggested_content(&turned_page("", &format!("{}\n\n", text.join("\n")))), [content.join("\n")]);
}

#[test]
fn ascending_numbers_at_the_end_of_pages_are_their_numbers() {
    let pages = |numbers: [&str; 3]| {
        let page = |number: &str| format!("{}\n{number}\n\n\n\n", turned_page("", "要介護認定\n\n"));
        numbers.map(page).concat()
    };
    let furniture = |numbers: [&str; 3]| {
        let text = pages(numbers);
        let read = read(&text);
        let spans = read.spans().iter().filter(|span| span.fate == Fate::Furniture);
        let seen: Vec<String> = spans.map(|span| text[span.range.start..span.range.end].trim().to_string()).collect();
        seen.into_iter().filter(|text| text.parse::<u32>().is_ok()).collect::<Vec<_>>()
    };
    assert_eq!(furniture(["7", "26", "77"]), ["7", "26", "77"]);
    assert_eq!(furniture(["7", "3", "77"]), Vec::<String>::new());
}

#[test]
fn a_name_with_an_open_bracket_may_go_on() {
    let read = read(&KEY_ITEM.replace("①システムの名称　宛名システム", "①システムの名称　宛名システム（※"));
    assert_eq!(get(&read, "systems[1].name"), "");
    let [suggestion] = read.suggestions() else { panic!("{:?}", read.suggestions()) };
    assert_eq!((suggestion.path.to_string().as_str(), &suggestion.reason), ("systems[1].name", &Doubt::MayContinue));
}

#[test]
fn a_gap_in_the_numbers_of_blocks_is_a_doubt() {
    let read = read(&KEY_ITEM.replace("システム2", "システム3"));
    assert_eq!(get(&read, "systems[0].name"), "介護保険システム");
    assert_eq!(get(&read, "systems[1].name"), "");
    let doubted: Vec<(String, &Doubt)> =
        read.suggestions().iter().map(|one| (one.path.to_string(), &one.reason)).collect();
    assert!(doubted.contains(&("systems[1].name".into(), &Doubt::WhichBlock)), "{doubted:?}");
}

#[test]
fn without_a_printed_edition_the_labels_decide() {
    let read = read(&KEY_ITEM.replace("［令和6年10月 様式3］\n", ""));
    let taken = read.edition();
    assert_eq!((taken.edition.to_string().as_str(), taken.because), ("form_3_2024_10", EditionBecause::Labels));
    assert_eq!(read.document().form, Form::EditionUnknown(taken.edition.kind()));
    // The other editions of 様式3 print the same labels, those of 様式4 fewer.
    let ties: Vec<String> = taken.ties.iter().map(ToString::to_string).collect();
    assert_eq!(ties, ["form_3_2014_04", "form_3_2018_05"]);
}

#[test]
fn a_grid_is_read_like_text() {
    let rows: Vec<Vec<&str>> = KEY_ITEM.lines().map(|line| line.split(['\t', '　']).collect()).collect();
    let read_grid = transcribe(&PrintedForm::grid(std::slice::from_ref(&rows)), None);
    assert_eq!(read_grid.document(), read(KEY_ITEM).document());
    let mut spans = read_grid.spans().iter().peekable();
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let mut at = 0;
            while let Some(span) = spans.next_if(|span| (span.range.row, span.range.column) == (row, column)) {
                assert_eq!((span.range.sheet, span.range.start), (0, at));
                at = span.range.end;
            }
            assert_eq!(at, text.len(), "row {row}, column {column}");
        }
    }
    assert!(spans.next().is_none());
}

#[test]
fn the_change_table_is_read_by_columns() {
    let table = "変更日\t項目\t変更前の記載\t変更後の記載\t提出時期\t提出時期に係る説明
令和5年4月1日\tⅠ１．②事務の内容\t旧い記載\t新しい記載\t事後\t重要な変更に当たらない
令和6年4月1日\tⅠ２．システム1 ①システムの名称\t―\t介護保険システム\t事前\t重要な変更
";
    let read = read(&format!("{KEY_ITEM}\n（別添２）変更箇所\n\n{table}"));
    assert_eq!(read.document().changes.len(), 2);
    assert_eq!(get(&read, "changes[1].items"), "Ⅰ２．システム1 ①システムの名称");
    assert_eq!(get(&read, "changes[1].before"), "―");
    assert_eq!(get(&read, "changes[0].timing"), "事後");
    assert_eq!(get(&read, "systems[1].name"), "宛名システム");
}

#[test]
fn the_results_are_written_as_json() {
    let json = serde_json::to_value(read(KEY_ITEM)).unwrap();
    assert_eq!(json["document"]["affair"]["name"], "介護保険に関する事務");
    assert_eq!(json["edition"]["because"], "printed");
    let answer = json["spans"].as_array().unwrap().iter().find(|span| span["path"] == "affair.name").unwrap();
    assert_eq!((answer["fate"].as_str(), answer["because"].as_str()), (Some("answer"), Some("beside")));
}

#[test]
fn any_text_is_read() {
    for text in ["", "\n\n\n", "[", "]○[", "１．", "システム99999999999", "|---|\n| a", "<p", "&#32;", "①事務の名称"]
    {
        let read = read(text);
        assert!(!read.document().affair.name.value().is_given(), "{text:?}");
    }
    let none = transcribe(&PrintedForm::grid(&[]), None);
    assert_eq!(none.spans(), []);
}

/// The number of lines of a page, and the lines that differ if it is read and printed again. What the form does not print, such as
/// the parties of a chain, is not read.
fn returned(document: &Assessment, page: &str) -> (usize, Vec<String>) {
    let read = transcribe(&PrintedForm::text(page), None);
    let options = PrintOptions { publication: true, ..PrintOptions::default() };
    let print = |document| Plain::with(document, options).to_string();
    let (printed, again) = (print(document), print(read.document()));
    let mut lines: BTreeMap<&str, isize> = BTreeMap::new();
    printed.lines().for_each(|line| *lines.entry(line).or_default() += 1);
    again.lines().for_each(|line| *lines.entry(line).or_default() -= 1);
    let differ = lines.into_iter().filter(|(line, count)| *count != 0 && !line.trim().is_empty());
    (printed.lines().count(), differ.map(|(line, count)| format!("{count:+} {line}")).collect())
}

#[test]
fn what_is_printed_is_read() {
    let (mut lines, mut lost) = (0, Vec::new());
    for name in DOCUMENTS {
        let document = document(name);
        for page in [Plain::new(&document).to_string(), Markdown::new(&document).to_string()] {
            let (own, differ) = returned(&document, &page);
            lines += own;
            lost.extend(differ.into_iter().map(|one| format!("{name} {one}")));
        }
    }
    println!("{lines} lines, {} differ", lost.len());
    for one in &lost {
        println!("{one}");
    }
    assert!(lines > 4_000 && lost.len() * 1_000 <= lines * 4, "{} of {lines} differ", lost.len());
    assert_eq!(document("shinjuku").extent, Extent::Excerpt);
}

fn generated(seeds: core::ops::Range<u64>) {
    use mynumber_pia::fixture::Parameters;
    let (mut lines, mut lost) = (0, Vec::new());
    for seed in seeds {
        let document: Assessment = Parameters::default().plan(seed).build();
        for page in [Plain::new(&document).to_string(), Markdown::new(&document).to_string()] {
            let (own, differ) = returned(&document, &page);
            lines += own;
            lost.extend(differ.into_iter().map(|one| format!("{seed} {one}")));
        }
    }
    println!("{lines} lines, {} differ", lost.len());
    for one in lost.iter().take(20) {
        println!("{one}");
    }
    assert!(lost.len() * 1_000 <= lines * 4, "{} of {lines} differ", lost.len());
}

#[test]
fn what_is_generated_and_printed_is_read() {
    generated(0..20);
}

#[test]
#[ignore = "takes minutes without --release"]
fn a_thousand_generated_documents_are_read() {
    generated(0..1_000);
}
