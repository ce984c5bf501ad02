//! Paths: any string is a path or an error; a path reads back from what it prints and from its JSON Pointer. Each line
//! of the input changes a document by a path. The document accepts what loading accepts, and stays as it was if it
//! refuses.
//!
//! `path=text` answers, `path:json` puts a value, `path+index` inserts an entry, `path` removes.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::validate::validate;
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};

fuzz_target!(|text: &str| {
    let Some(edition) = FormEdition::latest(AssessmentKind::AllItem) else { return };
    let mut document = Assessment::new(edition);
    for line in text.lines().take(64) {
        let at = line.find(['=', ':', '+']).unwrap_or(line.len());
        let (path, what) = line.split_at(at);
        let Ok(path) = path.parse::<FieldPath>() else {
            let _ = FieldPath::from_pointer(path);
            continue;
        };
        let printed = path.to_string();
        assert_eq!(printed.parse(), Ok(path.clone()), "{printed}");
        assert_eq!(FieldPath::from_pointer(&path.to_pointer()), Ok(path.clone()), "{printed}");
        let before = document.clone();
        let done = match what.split_at_checked(1) {
            Some(("=", answer)) => document.put(&path, answer),
            Some((":", json)) => match serde_json::from_str::<serde_json::Value>(json) {
                Ok(value) => document.put_value(&path, value),
                Err(_) => continue,
            },
            Some((_, index)) => match index.parse() {
                Ok(index) => document.insert(&path, index),
                Err(_) => continue,
            },
            None => document.remove(&path),
        };
        match done {
            Ok(()) => {
                let _ = document.get(&path);
                let _ = document.get_value(&path, serde_json::value::Serializer);
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                assert_eq!(document, before, "refused and changed: {line}");
            }
        }
    }
    let written = serde_json::to_string(&document).expect("a document can be written");
    let read: Assessment = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(read, document, "{written}");
    if let Some(as_of) = NaiveDate::from_ymd_opt(2025, 6, 1) {
        let _ = validate(&document, as_of);
    }
});
