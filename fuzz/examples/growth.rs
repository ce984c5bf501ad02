//! Measures what very long lists cost: time and memory of loading and of everything that reads a document, for a number
//! of entries (500, or the number given, at least 2), twice and four times as many.
//! `cargo run --release --example growth -- 2000`

#![allow(clippy::disallowed_methods, reason = "the program reads its arguments and the clock")]

use std::time::{Duration, Instant};

use allocation_counter::measure;
use chrono::NaiveDate;
use mynumber_pia::Assessment;
use mynumber_pia::validate::validate;

type Make = fn(usize) -> String;

const HEADER: &str = r#"{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10", "#;

fn list(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(",")
}

/// What is repeated, and a function that makes the fields of a document with this many of it.
const SHAPES: [(&str, Make); 11] = [
    ("empty sections", |count| format!(r#""file_sections": [{}]"#, list(count, |_| "{}".into()))),
    ("empty risks", |count| format!(r#""risks": [{}]"#, list(count, |_| "{}".into()))),
    ("sections and files", |count| {
        let named = |field| list(count, |index| format!(r#"{{"{field}": "甲{index}"}}"#));
        let (files, sections) = (named("name"), named("names"));
        format!(r#""files": [{files}], "file_sections": [{sections}], "risks": [{sections}]"#)
    }),
    ("entrustments", |count| {
        let entries = list(count, |index| format!(r#"{{"matter": "保守{index}", "entrustee": "甲{index}"}}"#));
        format!(r#""file_sections": [{{"entrustment": "entrusted", "entrustments": [{entries}]}}]"#)
    }),
    ("recipients", |count| {
        let entry = |index| format!(r#"{{"names": "甲{index}", "bases": "番号法第19条第8号、別表第二の{index}の項"}}"#);
        let entries = list(count, entry);
        format!(r#""file_sections": [{{"provision": {{"provided": "ticked", "provisions": [{entries}]}}}}]"#)
    }),
    ("systems", |count| {
        let entry = |index: usize| {
            let other = index + 1;
            format!(r#"{{"name": "甲{index}", "connections": ["other"], "connections_other": "甲{other}"}}"#)
        };
        format!(r#""systems": [{}]"#, list(count, entry))
    }),
    ("changes", |count| {
        let entry =
            |index| format!(r#"{{"date": "2023-04-01", "items": "Ⅰ１②{index}", "before": "甲", "after": "乙"}}"#);
        format!(r#""changes": [{}]"#, list(count, entry))
    }),
    ("parties", |count| {
        let entries = list(count, |index| format!(r#"{{"name": "甲{index}"}}"#));
        format!(r#""file_sections": [{{"entrustments": [{{"chain": [{entries}]}}]}}]"#)
    }),
    ("lines", |count| {
        format!(r#""number_use_bases": [{}]"#, list(count, |index| format!(r#""番号法別表第二の{index}の項""#)))
    }),
    ("rows of a text", |count| format!(r#""number_use_bases": "番号法{}""#, "別表第二の1の項、".repeat(count))),
    ("brackets", |count| format!(r#""number_use_bases": "番号法{}""#, "（".repeat(count))),
];

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, u64, T) {
    let (start, mut result) = (Instant::now(), None);
    let peak = measure(|| result = Some(work())).bytes_max;
    (start.elapsed(), peak, result.expect("measure runs it"))
}

fn main() {
    // One text without a heading is written as a string, and not as a list.
    let least = std::env::args()
        .nth(1)
        .map_or(500, |count| count.parse().ok().filter(|count| *count > 1).expect("a number from 2"));
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).expect("a day of the calendar");
    println!("{:20}{:>8}{:>10}  time, and memory at the peak a byte of input", "", "entries", "bytes");
    for (what, make) in SHAPES {
        for count in [least, 2 * least, 4 * least] {
            let json = format!("{HEADER}{}}}", make(count));
            let bytes = json.len() as u64;
            let (loading, loaded, document) = timed(|| serde_json::from_str::<Assessment>(&json).expect("it is valid"));
            let (checking, checked, report) = timed(|| validate(&document, as_of));
            let (filling, filled, _) = timed(|| document.to_fill());
            let (reading, read, _) = timed(|| document.bases());
            let cost = |time: Duration, peak: u64| format!("{time:9.1?} {:5}", peak / bytes);
            println!(
                "{what:20}{count:8}{bytes:10}  load {}  check {} ({} findings)  to_fill {}  bases {}",
                cost(loading, loaded),
                cost(checking, checked),
                report.len(),
                cost(filling, filled),
                cost(reading, read),
            );
        }
    }
}
