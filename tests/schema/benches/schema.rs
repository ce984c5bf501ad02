//! A validator of JSON Schema with our schema, beside our check with all its rules, on the same document.
//!
//! Compare within one run, in the column of medians: `check` is to be at most half of `validator`. Neither parses the text;
//! `parse_and_validator` and `load_and_check` do.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use mynumber_pia::form::Schema;
use mynumber_pia::{Assessment, Form, validate};
use mynumber_pia_schema::{PUBLISHED, validator};
use serde_json::Value;

fn main() {
    divan::main();
}

/// The largest of the published documents, as it is saved.
fn document() -> (Assessment, String) {
    let document: Assessment = serde_json::from_str(PUBLISHED[0]).expect("a document");
    let text = serde_json::to_string(&document).expect("a document");
    (document, text)
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 6).expect("a day")
}

fn of_its_form(form: Form) -> jsonschema::Validator {
    validator(Schema::of(form))
}

#[divan::bench(sample_count = 500)]
fn validator_alone(bencher: Bencher) {
    let (document, text) = document();
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    assert!(schema.is_valid(&json));
    bencher.bench(|| schema.is_valid(black_box(&json)));
}

/// All errors, as a check gives all findings.
#[divan::bench(sample_count = 500)]
fn validator_with_errors(bencher: Bencher) {
    let (document, text) = document();
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    bencher.bench(|| schema.iter_errors(black_box(&json)).count());
}

/// With what the schema says of each value.
#[divan::bench(sample_count = 200)]
fn validator_with_annotations(bencher: Bencher) {
    let (document, text) = document();
    let (schema, json): (_, Value) = (of_its_form(document.form), serde_json::from_str(&text).expect("JSON"));
    bencher.bench(|| schema.evaluate(black_box(&json)).flag().valid);
}

#[divan::bench(sample_count = 500)]
fn check_alone(bencher: Bencher) {
    let (document, _) = document();
    bencher.bench(|| validate(black_box(&document), as_of()));
}

#[divan::bench(sample_count = 500)]
fn parse_and_validator(bencher: Bencher) {
    let (document, text) = document();
    let schema = of_its_form(document.form);
    bencher.bench(|| serde_json::from_str::<Value>(black_box(&text)).map(|json| schema.is_valid(&json)));
}

#[divan::bench(sample_count = 500)]
fn load_and_check(bencher: Bencher) {
    let (_, text) = document();
    bencher.bench(|| {
        serde_json::from_str::<Assessment>(black_box(&text)).map(|document| validate(&document, as_of()).iter().count())
    });
}
