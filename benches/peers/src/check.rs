//! 点検: checking a document beside a validator of JSON Schema with the schema of the library.

use jsonschema::Validator;
use mynumber_pia::fixture::{Parameters, break_rule};
use mynumber_pia::form::Schema;
use mynumber_pia::validate::{Report, Rule};
use mynumber_pia::{Assessment, validate};
use serde_json::{Value, json};

use crate::documents::{Set, as_of, generated, published};
use crate::measure::{Row, Times, in_turn, time};

/// What the two sides do.
pub const NOTE: &str = "\
- **Check.** jsonschema gets the schema that the library makes for the form of the document, compiled, and the document in a
  `Value`. It checks the shape (fields, types, codes, patterns), and finds no error in these documents. `validate` checks what
  a schema cannot say: counts against lists, names, dates, results against facts, citations against the tables of the law.
  Most of its time goes into reading the citations.
  The validator that jsonschema makes at compile time says yes or no about the shape, and not what is wrong.
  Loading has already checked the shape, so the rows with loading compare everything that both sides do to a text.";

/// A document with its value, and the validator of its form.
struct Checked {
    document: Assessment,
    text: String,
    value: Value,
    validator: Validator,
}

impl Checked {
    fn new(document: &Assessment) -> Self {
        let (text, value) = (serde_json::to_string(document).unwrap(), serde_json::to_value(document).unwrap());
        let schema = serde_json::to_value(Schema::of(document.form)).unwrap();
        Self { document: document.clone(), text, value, validator: jsonschema::validator_for(&schema).unwrap() }
    }

    /// Both accept the document, and refuse it with a field or a code that no form has.
    fn compare(&self) {
        assert!(self.validator.is_valid(&self.value));
        for (pointer, wrong) in [("unknown", json!("")), ("kind", json!("four_item")), ("affair", json!(5))] {
            let mut broken = self.value.clone();
            broken[pointer] = wrong;
            assert!(!self.validator.is_valid(&broken), "{pointer}");
            assert!(serde_json::from_value::<Assessment>(broken).is_err(), "{pointer}");
        }
    }
}

/// Validators that jsonschema makes from the schemas when this program is compiled, one for each published document.
#[allow(non_camel_case_types, reason = "each has the name of its document")]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/compiled.rs"));
}

/// The validators of the published documents in their order.
const COMPILED: [fn(&Value) -> bool; 5] = [
    compiled::edogawa::is_valid,
    compiled::kawaguchi::is_valid,
    compiled::kumagaya::is_valid,
    compiled::shinjuku::is_valid,
    compiled::matsudo::is_valid,
];

/// Whether the document is valid, by a validator that was made at compile time.
fn at_compile_time((set, is_valid): (&Set, fn(&Value) -> bool)) -> Row {
    let documents = checked(set);
    assert!(documents.iter().all(|one| is_valid(&one.value)));
    let peer = || time(&documents, |one| is_valid(&one.value));
    let times = in_turn(|| time(&documents, ours), peer);
    let peer = "jsonschema at compile time, yes or no";
    row(format!("check, {}", set.name), "`validate`", peer, times, documents.len())
}

fn checked(set: &Set) -> Vec<Checked> {
    let checked: Vec<Checked> = set.documents.iter().map(Checked::new).collect();
    checked.iter().for_each(Checked::compare);
    checked
}

/// A check finds nothing in a generated document, and what a schema cannot: a count that differs from its list.
fn compare_generated(set: &Set) {
    assert!(set.documents.iter().all(|document| validate(document, as_of()).is_empty()));
    let broken = Checked::new(&break_rule(Rule::TransferCount, 7, &Parameters::default()).unwrap().document);
    assert_eq!(validate(&broken.document, as_of()).len(), 1);
    assert!(broken.validator.is_valid(&broken.value));
}

pub fn rows() -> Vec<Row> {
    let (published, generated) = (published(), generated());
    compare_generated(&generated);
    let mut rows: Vec<Row> = published.iter().chain([&generated]).map(all_errors).collect();
    rows.extend([&published[0], &generated].into_iter().flat_map(other_forms));
    rows.extend(published.iter().zip(COMPILED).map(at_compile_time));
    rows
}

fn ours(one: &Checked) -> Report {
    validate(&one.document, as_of())
}

fn row(measured: String, ours: &str, peer: &str, times: Times, operations: usize) -> Row {
    Row { measured, ours: ours.to_owned(), peer: peer.to_owned(), times, operations }
}

/// All errors, as a check gives all findings.
fn all_errors(set: &Set) -> Row {
    let documents = checked(set);
    let peer = || time(&documents, |one| one.validator.iter_errors(&one.value).count());
    let times = in_turn(|| time(&documents, ours), peer);
    row(format!("check, {}", set.name), "`validate`", "jsonschema, all errors", times, documents.len())
}

/// Only whether the document is valid; and both sides from a text.
fn other_forms(set: &Set) -> [Row; 2] {
    let (documents, name) = (checked(set), &set.name);
    let is_valid = || time(&documents, |one| one.validator.is_valid(&one.value));
    let valid = in_turn(|| time(&documents, ours), is_valid);
    let load = || time(&documents, |one| validate(&serde_json::from_str(&one.text).unwrap(), as_of()));
    let parse = || {
        time(&documents, |one| {
            let value: Value = serde_json::from_str(&one.text).unwrap();
            one.validator.iter_errors(&value).count()
        })
    };
    let (whole, operations) = (in_turn(load, parse), documents.len());
    let (typed, untyped) = ("`Assessment`, `validate`", "`Value`, jsonschema, all errors");
    [
        row(format!("check, {name}"), "`validate`", "jsonschema, yes or no", valid, operations),
        row(format!("load and check, {name}"), typed, untyped, whole, operations),
    ]
}
