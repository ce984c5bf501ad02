//! A JSON Schema validator with our schema, compared with our check of all rules, on the same document.
//!
//! Compare within one run, in the column of medians. The aim is that a check takes half the time of
//! `validator_with_errors`. It takes six tenths of it for the largest document, edogawa, and two to three times as long
//! for documents whose citations look outdated and must be read (kumagaya, matsudo). Neither parses the text;
//! `parse_and_validator` and `load_and_check` do. A validator that reports the annotations of each value
//! (`validator_with_annotations`) takes ten times as long as a check or more.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use mynumber_pia::form::Schema;
use mynumber_pia::{Assessment, Form, validate};
use mynumber_pia_interop::PUBLISHED;
use mynumber_pia_interop::schema::validator;
use serde_json::Value;

fn main() {
    divan::main();
}

/// The published documents.
const NAMES: [&str; 5] = ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"];

/// A published document, as it is saved.
fn document(name: &str) -> (Assessment, String) {
    let index = NAMES.iter().position(|other| *other == name).expect("a name");
    let document: Assessment = serde_json::from_str(PUBLISHED[index]).expect("a document");
    let text = serde_json::to_string(&document).expect("a document");
    (document, text)
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 6).expect("a day")
}

fn of_its_form(form: Form) -> jsonschema::Validator {
    validator(Schema::of(form))
}

#[divan::bench(args = NAMES, sample_count = 500)]
fn validator_alone(bencher: Bencher, name: &str) {
    let (document, text) = document(name);
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    assert!(schema.is_valid(&json));
    bencher.bench(|| schema.is_valid(black_box(&json)));
}

/// All errors, because a check also returns all findings.
#[divan::bench(args = NAMES, sample_count = 500)]
fn validator_with_errors(bencher: Bencher, name: &str) {
    let (document, text) = document(name);
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    bencher.bench(|| schema.iter_errors(black_box(&json)).count());
}

/// With the annotations of each value.
#[divan::bench(args = NAMES, sample_count = 100)]
fn validator_with_annotations(bencher: Bencher, name: &str) {
    let (document, text) = document(name);
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    bencher.bench(|| schema.evaluate(black_box(&json)).flag().valid);
}

#[divan::bench(args = NAMES, sample_count = 500)]
fn check_alone(bencher: Bencher, name: &str) {
    let (document, _) = document(name);
    bencher.bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(args = NAMES, sample_count = 500)]
fn parse_and_validator(bencher: Bencher, name: &str) {
    let (document, text) = document(name);
    let schema = of_its_form(document.form);
    bencher.bench(|| serde_json::from_str::<Value>(black_box(&text)).map(|json| schema.is_valid(&json)));
}

#[divan::bench(args = NAMES, sample_count = 500)]
fn load_and_check(bencher: Bencher, name: &str) {
    let (_, text) = document(name);
    bencher.bench(|| {
        serde_json::from_str::<Assessment>(black_box(&text)).map(|document| validate(&document, as_of()).iter().count())
    });
}
