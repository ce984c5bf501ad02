//! The cost of a check, compared with loading the same document.
//!
//! Compare within one run, in the column of medians:
//!
//! - `check` and `load` (which also drops the document), on the largest of the published documents. The aim is less than a half;
//!   they are about equal. A half of that reads the citations, most of it to make tokens of the cells; the rest walks over every
//!   field, and compares names, chains, rows and the change table;
//! - `entrustments`, `recipients`, `operators`, `files`, `risks` and `changes` grow in proportion up to 10,000 of each.

use chrono::{Days, NaiveDate};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use mynumber_pia::{Assessment, validate};

const DOCUMENT: &str = include_str!("../examples/documents/edogawa.json");

fn main() {
    divan::main();
}

fn read(json: &str) -> Assessment {
    serde_json::from_str(json).expect("a document")
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 6).expect("a day")
}

#[divan::bench(sample_count = 1_000)]
fn load(bencher: Bencher) {
    let text = serde_json::to_string(&read(DOCUMENT)).expect("a document");
    bencher.bench(|| drop(black_box(read(black_box(&text)))));
}

#[divan::bench(sample_count = 1_000)]
fn check(bencher: Bencher) {
    let document = read(DOCUMENT);
    bencher.bench(|| validate(black_box(&document), as_of()));
}

/// A document with one file section, which has this many entries in one list.
fn many(list: &str, entry: &str, count: usize) -> Assessment {
    key_item(&format!(r#""file_sections": [{{{}}}]"#, list.replace("[]", &entries(entry, count))))
}

/// This many entries, as a list.
fn entries(entry: &str, count: usize) -> String {
    let entries = (0..count).map(|number| entry.replace("{n}", &number.to_string())).collect::<Vec<_>>().join(",");
    format!("[{entries}]")
}

fn key_item(fields: &str) -> Assessment {
    read(&format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", {fields}}}"#
    ))
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn entrustments(bencher: Bencher, count: usize) {
    let entry = r#"{"number": {n}, "matter": "保守{n}", "content": "保守", "handlers": "under_10", "entrustee": "株式会社{n}",
        "re_entrustment": "re_entrusted", "permission": "承認", "re_entrusted_matter": "運用",
        "chain": [{"name": "株式会社{n}", "re_entrustees": [{"name": "再委託{n}"}]}]}"#;
    let list = format!(r#""entrustment": "entrusted", "entrustment_count": {count}, "entrustments": []"#);
    let document = many(&list, entry, count);
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn recipients(bencher: Bencher, count: usize) {
    let entry = r#"{"number": {n}, "names": "甲課{n}", "bases": "番号法第9条第2項", "uses": "事務{n}", "information": "資格情報",
        "data_subjects": "under_10000", "scope": "被保険者", "methods": ["paper"], "timing": "都度"}"#;
    let list = format!(r#""provision": {{"transferred": "ticked", "transferred_count": {count}, "transfers": []}}"#);
    let document = many(&list, entry, count);
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn operators(bencher: Bencher, count: usize) {
    let systems = entries(r#"{"name": "システム{n}", "operator": "運用株式会社{n}"}"#, count);
    let entrustments = entries(r#"{"entrustee": "受託株式会社{n}"}"#, count);
    let document = key_item(&format!(r#""systems": {systems}, "file_sections": [{{"entrustments": {entrustments}}}]"#));
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn files(bencher: Bencher, count: usize) {
    let files = entries(r#"{"number": {n}, "name": "ファイル{n}"}"#, count);
    let sections = entries(r#"{"names": "ファイル{n}", "entrustment": "not_entrusted"}"#, count);
    let document = key_item(&format!(r#""files": {files}, "file_sections": {sections}"#));
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn risks(bencher: Bencher, count: usize) {
    let sections = entries(r#"{"names": "ファイル{n}", "provision": {"neither": "ticked"}}"#, count);
    let risks = entries(r#"{"names": "ファイル{n}"}"#, count);
    let document = key_item(&format!(r#""file_sections": {sections}, "risks": {risks}"#));
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}

/// Rows about one item, three per day.
#[divan::bench(args = [100, 1_000, 10_000])]
fn changes(bencher: Bencher, count: usize) {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).expect("a day");
    let row = |number: usize| {
        let day = first + Days::new(number as u64 / 3);
        let after = number + 1;
        format!(
            r#"{{"date": "{day}", "items": "Ⅰ関連情報 ６．②所属長の役職名", "before": "課長{number}", "after": "課長{after}",
                "timing": "after", "reason": "軽微な変更"}}"#
        )
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    let document = key_item(&format!(r#""changes": [{}]"#, rows.join(",")));
    bencher.counter(ItemsCount::new(count)).bench(|| validate(black_box(&document), as_of()));
}
