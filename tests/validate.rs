//! The rules, each by the example that breaks it.

#![allow(clippy::disallowed_methods, reason = "the table of the rules is a file of the documentation")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::kind::AssessmentKind;
use mynumber_pia::validate::{Finding, Language, RULES, RuleRow, Severity, validate};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The document of an example: the header of the first form of the rule, and the fields of the example.
fn example(row: &RuleRow) -> Assessment {
    let kind = row.forms[0];
    let form = kind.form().trim_start_matches("様式");
    let fields = row.example.strip_prefix('{').unwrap();
    let separator = if fields == "}" { "" } else { "," };
    let json = format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "form_{form}_2024_10"{separator}{fields}"#
    );
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}: {json}", row.rule))
}

/// Every rule is broken by its example, says so in two languages, and stands once in the list.
#[test]
fn every_rule_is_broken_by_its_example() {
    let mut codes = BTreeSet::new();
    for row in RULES {
        let report = validate(&example(row), day("2025-06-01"));
        let found: Vec<&Finding> = report.iter().filter(|finding| finding.rule == row.rule).collect();
        assert!(!found.is_empty(), "{} is not broken by its example", row.rule);
        for finding in found {
            assert_eq!(finding.severity(), row.severity);
            for language in [Language::Japanese, Language::English] {
                let text = finding.text(language);
                assert!(!text.contains(['{', '}']) && !text.contains("「」"), "{}: {text}", row.rule);
            }
        }
        assert!(codes.insert(row.rule.code()), "{} stands twice", row.rule);
        assert_eq!(row.rule.row(), row);
        assert!(!row.forms.is_empty() && !row.source.is_empty() && row.checks.ends_with('.'), "{}", row.rule);
    }
}

fn table() -> String {
    use std::fmt::Write as _;

    let mut table = String::from(
        "# Every rule\n\
         Made from [`RULES`]; `UPDATE_RULES=1 cargo test --test validate` writes it anew. The example is what stands behind the\n\
         header of a document of the first form.\n\n\
         | code | severity | checks | forms | source | example |\n|---|---|---|---|---|---|\n",
    );
    for row in RULES {
        let forms: Vec<&str> = row.forms.iter().map(|kind: &AssessmentKind| kind.form()).collect();
        let (code, severity, checks, source, example) = (row.rule, row.severity, row.checks, row.source, row.example);
        let _ = writeln!(table, "| `{code}` | {severity} | {checks} | {} | {source} | `{example}` |", forms.join("、"));
    }
    table
}

#[test]
fn the_table_of_the_documentation_is_the_list() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/rules.md");
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(&file, table()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == table(), "src/validate/rules.md is not what the rules say: run with UPDATE_RULES=1");
}

#[test]
fn severities_are_all_used() {
    for severity in Severity::ALL {
        assert!(RULES.iter().any(|row| row.severity == *severity), "{severity}");
    }
}
