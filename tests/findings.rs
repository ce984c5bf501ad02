//! What is found in the five published assessments: each finding pinned, one a line, in `tests/data/findings`.
//!
//! Each line was checked against the text of the assessment. `UPDATE_FINDINGS=1 cargo test --test findings` writes the
//! files anew; what changed is to be checked again.

#![allow(clippy::disallowed_methods, reason = "the findings are files")]

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::validate::{Complete, Language, Severity, validate};

/// The assessments, each with the day that it is of: its publication; of 松戸 its last change, of 新宿 the year of its log.
const DOCUMENTS: [(&str, &str, &str); 5] = [
    ("edogawa", "2024-12-06", include_str!("../examples/documents/edogawa.json")),
    ("shinjuku", "2021-01-01", include_str!("../examples/documents/shinjuku.json")),
    ("kawaguchi", "2025-12-26", include_str!("../examples/documents/kawaguchi.json")),
    ("kumagaya", "2025-05-30", include_str!("../examples/documents/kumagaya.json")),
    ("matsudo", "2021-07-26", include_str!("../examples/documents/matsudo.json")),
];

fn found(document: &Assessment, as_of: NaiveDate) -> String {
    let mut lines = String::new();
    for finding in validate(document, as_of).iter() {
        let (number, path) = (finding.location.number, &finding.location.path);
        let text = finding.text(Language::Japanese);
        let _ = writeln!(lines, "{} {} {number} {path} {text}", finding.severity(), finding.rule);
    }
    lines
}

#[test]
fn findings_of_the_published_assessments() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/findings");
    for (name, as_of, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let found = found(&document, as_of.parse().unwrap());
        let file = folder.join(name).with_extension("txt");
        if std::env::var_os("UPDATE_FINDINGS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &found).unwrap();
        }
        let pinned = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        let (now, then): (Vec<&str>, Vec<&str>) = (found.lines().collect(), pinned.lines().collect());
        let new: Vec<&&str> = now.iter().filter(|line| !then.contains(line)).collect();
        let gone: Vec<&&str> = then.iter().filter(|line| !now.contains(line)).collect();
        assert!(now == then, "{name}: new {new:#?}, gone {gone:#?}; UPDATE_FINDINGS=1 writes them anew");
    }
}

/// The day matters only to dates: a year later nothing else is found.
#[test]
fn a_later_day_finds_nothing_else() {
    for (name, as_of, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let later = "2030-01-01".parse().unwrap();
        assert_eq!(found(&document, as_of.parse().unwrap()), found(&document, later), "{name}");
        let earlier = validate(&document, "2014-01-01".parse().unwrap());
        let after: Vec<&str> = earlier
            .iter()
            .filter(|finding| finding.rule.code() == "date_after_as_of" && finding.location.item != Item::ChangeDate)
            .map(|finding| finding.location.number)
            .collect();
        let expected: &[&str] = match name {
            "edogawa" => &["表紙", "Ⅵ.1.①", "Ⅵ.2.②", "Ⅵ.2.②", "Ⅵ.3.①"],
            "kawaguchi" => &["表紙", "Ⅴ.1.①"],
            "kumagaya" => &["表紙", "Ⅱ.1", "Ⅱ.2"],
            "matsudo" => &["Ⅴ.1.①"],
            _ => &[],
        };
        assert_eq!(after, expected, "{name}");
        let rows = document.changes.iter().filter(|change| change.date.given().is_some()).count();
        let found = |finding: &&mynumber_pia::validate::Finding| finding.rule.code() == "date_after_as_of";
        assert_eq!(earlier.iter().filter(found).count(), expected.len() + rows, "{name}");
    }
}

/// Published assessments with an error are not complete, and come back as they were.
#[test]
fn which_of_them_are_complete() {
    for (name, as_of, json) in DOCUMENTS {
        let document: Assessment = serde_json::from_str(json).unwrap();
        let as_of = as_of.parse().unwrap();
        let report = validate(&document, as_of);
        let errors: Vec<&str> = report.of(Severity::Error).map(|finding| finding.rule.code()).collect();
        let expected: &[&str] = match name {
            "edogawa" => &["required_item"],
            "matsudo" => &["conditional_item"],
            _ => &[],
        };
        assert_eq!(errors, expected, "{name}");
        match Complete::check(document.clone(), as_of) {
            Ok(complete) => {
                assert!(errors.is_empty(), "{name}");
                assert_eq!(*complete, document);
                assert_eq!(serde_json::to_string(&complete).unwrap(), serde_json::to_string(&document).unwrap());
            }
            Err((back, told)) => assert_eq!((back, told), (document, report), "{name}"),
        }
    }
}
