//! The findings in the five published assessments, pinned one per line in `tests/data/findings`.
//!
//! Each line was compared with the text of the assessment. `UPDATE_FINDINGS=1 cargo test --test validate` rewrites the
//! files. Then compare what changed with the text.

#![allow(clippy::disallowed_methods, reason = "the findings are files")]

use crate::support::{EDOGAWA, KAWAGUCHI, KUMAGAYA, MATSUDO, SHINJUKU};
use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::Item;
use mynumber_pia::validate::{Complete, Language, Severity, validate};

/// The assessments with the day of the check: the publication; for 松戸 the last change, for 新宿 the year of its change
/// table.
const DOCUMENTS: [(&str, &str, &str); 5] = [
    ("edogawa", "2024-12-06", EDOGAWA),
    ("shinjuku", "2021-01-01", SHINJUKU),
    ("kawaguchi", "2025-12-26", KAWAGUCHI),
    ("kumagaya", "2025-05-30", KUMAGAYA),
    ("matsudo", "2021-07-26", MATSUDO),
];

fn found(document: &Assessment, as_of: NaiveDate) -> String {
    let mut lines = String::new();
    for finding in validate(document, as_of).iter() {
        let (number, path) = (finding.location.number, &finding.location.path);
        let text = finding.text(Language::Japanese);
        let _ = writeln!(lines, "{} {} {number} {path} {text}", finding.severity, finding.rule);
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

/// The day matters only for dates: a year later there are no other findings.
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

/// Published assessments with an error are not complete, and are returned unchanged.
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
            Err((back, found)) => assert_eq!((back, found), (document, report), "{name}"),
        }
    }
}

/// All 40 provisions of 江戸川区 cite a row of their recipient. With the row of a neighboring one, each is reported.
#[test]
fn a_swapped_row_is_found_at_once() {
    let (_, as_of, json) = DOCUMENTS[0];
    let document: serde_json::Value = serde_json::from_str(json).unwrap();
    let found = |document: serde_json::Value| -> Vec<String> {
        let document: Assessment = serde_json::from_value(document).unwrap();
        let report = validate(&document, as_of.parse().unwrap());
        let of_rule = report.iter().filter(|finding| finding.rule.code() == "recipient_not_inquirer");
        of_rule.map(|finding| finding.location.path.to_string()).collect()
    };
    assert_eq!(found(document.clone()), Vec::<String>::new());
    let mut swapped = 0;
    for section in 0..2 {
        let list = format!("/file_sections/{section}/provision/provisions");
        let count = document.pointer(&list).unwrap().as_array().unwrap().len();
        for (one, other) in (0..count).zip(1..count) {
            let mut document = document.clone();
            let bases = |index: usize| format!("{list}/{index}/bases");
            let [of_one, of_other] = [one, other].map(|index| document.pointer(&bases(index)).unwrap().clone());
            let names =
                [one, other].map(|index| document.pointer(&format!("{list}/{index}/names")).unwrap().to_string());
            *document.pointer_mut(&bases(one)).unwrap() = of_other;
            *document.pointer_mut(&bases(other)).unwrap() = of_one;
            // 市町村長 is among 都道府県知事等, and so on.
            let may_agree =
                |name: &str| name.contains("市町村長") || name.contains("知事等") || name.contains("保健所");
            let governors = names.iter().all(|name| name.contains("知事"));
            if names[0] == names[1] || governors || names.iter().all(|name| may_agree(name)) {
                continue;
            }
            let path = |index: usize| format!("file_sections[{section}].provision.provisions[{index}].bases");
            assert_eq!(found(document), [path(one), path(other)], "{names:?}");
            swapped += 1;
        }
    }
    assert!(swapped > 20, "{swapped}");
}
