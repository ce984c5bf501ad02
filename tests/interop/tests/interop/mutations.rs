//! For JSON that is not a saved document, the schema and the loader agree: both accept it, or both refuse it. Where
//! they differ, a row of `DISAGREEMENTS` says why, and every row must be needed.

use std::collections::BTreeMap;

use jsonschema::Validator;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::form::Schema;
use mynumber_pia::{AssessmentKind, Form, FormEdition};
use mynumber_pia_interop::schema::validator;
use serde_json::{Map, Value, json};

/// How schema and loader differ about the same JSON.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Differ {
    /// Only the schema accepts it. Loading gives this error.
    Refused(String),
    /// Only loading accepts it. This must not be.
    Missed,
}

/// A reason why schema and loader may differ.
struct Disagreement {
    what: &'static str,
    is: fn(&Differ) -> bool,
}

/// Whether loading refuses with this message.
fn refused(differ: &Differ, because: &str) -> bool {
    match differ {
        Differ::Refused(error) => error.contains(because),
        Differ::Missed => false,
    }
}

/// What loading says about a string that is not a value in any spelling.
const SPELLED: [&str; 5] =
    ["unknown code or label", "cannot read", "names two choices", "there is no", "the edition is empty"];

const DISAGREEMENTS: [Disagreement; 6] = [
    Disagreement {
        what: "a label, a number or a date as people write it is left to loading",
        is: |differ| SPELLED.iter().any(|because| refused(differ, because)),
    },
    Disagreement { what: "a range may not run backwards", is: |differ| refused(differ, "runs backwards") },
    Disagreement { what: "a range may not be too large", is: |differ| refused(differ, "too large") },
    Disagreement {
        what: "a box is either ticked or not known: the schema does not compare the elements of a list",
        is: |differ| refused(differ, "occurs twice: expected each box once"),
    },
    Disagreement {
        what: "5.0 is an integer in JSON Schema, and none here",
        is: |differ| refused(differ, "floating point `"),
    },
    Disagreement {
        what: "a field may not occur twice: a validator sees only the last",
        is: |differ| refused(differ, "duplicate field"),
    },
];

/// Compares the two, and records where they differ.
struct Comparison {
    all: Validator,
    seen: BTreeMap<Differ, String>,
    compared: usize,
    accepted: usize,
}

impl Comparison {
    fn new() -> Self {
        Self { all: validator(Schema::ALL), seen: BTreeMap::new(), compared: 0, accepted: 0 }
    }

    fn compare(&mut self, json: &Value) {
        self.compare_text(&json.to_string());
    }

    fn compare_text(&mut self, text: &str) {
        self.compared += 1;
        let json: Value = serde_json::from_str(text).unwrap();
        let is_valid = self.all.is_valid(&json);
        let differ = match (is_valid, serde_json::from_str::<Assessment>(text)) {
            (true, Ok(_)) => {
                self.accepted += 1;
                return;
            }
            (false, Err(_)) => return,
            (true, Err(error)) => {
                let error = error.to_string();
                Differ::Refused(error.split(" at line ").next().unwrap_or_default().into())
            }
            (false, Ok(_)) => Differ::Missed,
        };
        self.seen.entry(differ).or_insert_with(|| text.to_string());
    }

    /// The rows that explain the differences. Panics if one is not explained.
    #[track_caller]
    fn explained(&self) -> Vec<&'static str> {
        let unknown: Vec<_> =
            self.seen.iter().filter(|(differ, _)| !DISAGREEMENTS.iter().any(|row| (row.is)(differ))).take(40).collect();
        assert!(unknown.is_empty(), "{unknown:#?}");
        let rows = DISAGREEMENTS.iter().filter(|row| self.seen.keys().any(row.is));
        rows.map(|row| row.what).collect()
    }
}

/// A document with only a header.
fn header() -> Value {
    json!({"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2018_05"})
}

/// A step on the way to a field of the schema.
#[derive(Clone)]
enum Step {
    Field(String),
    Entry,
}

/// Every field of the schema, including parts and lists, with the first two tiers of a chain.
fn fields(schema: &Value, part: &Value, way: &[Step], found: &mut Vec<Vec<Step>>) {
    for (name, field) in part["properties"].as_object().unwrap() {
        let mut way = [way, &[Step::Field(name.clone())]].concat();
        found.push(way.clone());
        let field = match field["allOf"][0]["$ref"].as_str().or(field["$ref"].as_str()) {
            Some("#/$defs/chain") => &schema["$defs"]["chain"],
            _ => field,
        };
        let depth = way.iter().filter(|step| matches!(step, Step::Entry)).count();
        if field.get("properties").is_some() {
            fields(schema, field, &way, found);
        } else if let Some(entry) = field.get("items")
            && depth < 4
        {
            way.push(Step::Entry);
            fields(schema, entry, &way, found);
        }
    }
}

/// A document with only this value in this field.
fn document(way: &[Step], value: &Value) -> Value {
    let inner = way.iter().rev().fold(value.clone(), |inner, step| match step {
        Step::Field(name) => Value::Object(Map::from_iter([(name.clone(), inner)])),
        Step::Entry => Value::Array(vec![inner]),
    });
    let mut document = header();
    for (name, value) in inner.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

/// The codes of a list, wherever they are in its definition.
fn codes(definition: &Value, found: &mut Vec<Value>) {
    match definition {
        Value::Object(object) => {
            found.extend(object.get("const").cloned());
            found.extend(object.get("enum").and_then(Value::as_array).into_iter().flatten().cloned());
            object.values().for_each(|value| codes(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| codes(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Compares every field with every value, alone in a document.
fn compare_fields(comparison: &mut Comparison) {
    let schema = serde_json::to_value(Schema::ALL).unwrap();
    let mut ways = Vec::new();
    fields(&schema, &schema, &[], &mut ways);
    assert!(ways.len() > 300, "{}", ways.len());
    let values = crate::values::values();
    for way in &ways {
        for value in &values {
            comparison.compare(&document(way, value));
        }
        // `json!` cannot write `5.0`.
        comparison.compare_text(&document(way, &json!("@")).to_string().replace("\"@\"", "5.0"));
        let field = way.iter().fold(&schema, |at, step| match step {
            Step::Field(name) => &at["properties"][name],
            Step::Entry => &at["items"],
        });
        let mut own = Vec::new();
        if let Some(name) = field["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/")) {
            let definition = &schema["$defs"][name];
            let value = definition["anyOf"][0]["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/"));
            codes(value.map_or(definition, |name| &schema["$defs"][name]), &mut own);
        }
        for code in own {
            comparison.compare(&document(way, &code));
            comparison.compare(&document(way, &json!([code])));
            comparison.compare(&document(way, &json!(format!("{}x", code.as_str().unwrap()))));
        }
    }
}

/// The JSON Pointer of each value of a document.
fn pointers(json: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_string());
    match json {
        Value::Object(object) => object.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Compares a document with one value changed in every way.
fn compare_changes(comparison: &mut Comparison, document: &Value) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    for pointer in &all {
        let mut put = |change: &dyn Fn(&mut Value)| {
            let mut changed = document.clone();
            change(changed.pointer_mut(pointer).unwrap());
            comparison.compare(&changed);
        };
        for value in [json!(null), json!(7), json!("記載"), json!([]), json!({}), json!(false)] {
            put(&|at| *at = value.clone());
        }
        match document.pointer(pointer).unwrap() {
            Value::Object(object) => {
                put(&|at| at["unknown"] = json!(1));
                for key in object.keys() {
                    put(&|at| drop(at.as_object_mut().unwrap().remove(key)));
                }
            }
            Value::Array(list) => {
                for (index, entry) in list.iter().enumerate() {
                    put(&|at| drop(at.as_array_mut().unwrap().remove(index)));
                    put(&|at| at.as_array_mut().unwrap().push(entry.clone()));
                }
                put(&|at| at.as_array_mut().unwrap().reverse());
            }
            Value::String(text) => {
                for other in [format!("{text}x"), format!("{text}?"), format!(" {text}"), text.to_uppercase()] {
                    put(&|at| *at = json!(other));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Small documents of each form, with every kind of part.
fn documents() -> impl Iterator<Item = Assessment> {
    AssessmentKind::ALL.iter().map(|kind| {
        let parameters = Parameters {
            kind: Some(*kind),
            systems: 1..=1,
            files: 1..=1,
            entrustments: 1..=1,
            recipients: 1..=1,
            depth: 2..=2,
            changes: 1..=1,
            sentences: 1..=1,
            filling: Filling::Everything,
            ..Parameters::default()
        };
        parameters.plan(7).build()
    })
}

#[test]
fn schema_and_loader_agree() {
    let mut comparison = Comparison::new();
    compare_fields(&mut comparison);
    for document in documents() {
        compare_changes(&mut comparison, &serde_json::to_value(document).unwrap());
    }
    comparison.compare_text(&header().to_string().replacen('{', "{\"necessity\": \"甲\", \"necessity\": \"乙\", ", 1));

    let Comparison { compared, accepted, .. } = comparison;
    assert!(compared > 40_000 && accepted > 4_000, "{compared} compared, {accepted} accepted");
    // Delete a row that is no longer needed.
    assert_eq!(comparison.explained(), DISAGREEMENTS.map(|row| row.what));
}

/// For documents of a form, the schema of the form and that of all forms agree.
#[test]
fn a_form_accepts_its_documents_alone() {
    let all = validator(Schema::ALL);
    let forms: Vec<(Form, Validator)> = ["form_2_2024_10", "form_4_2018_05"]
        .into_iter()
        .flat_map(|edition| {
            let edition: FormEdition = edition.parse().unwrap();
            [Form::Edition(edition), Form::EditionUnknown(edition.kind())]
        })
        .map(|form| (form, validator(Schema::of(form))))
        .collect();
    let schema = serde_json::to_value(Schema::ALL).unwrap();
    let mut ways = Vec::new();
    fields(&schema, &schema, &[], &mut ways);
    let values = [
        json!(""),
        json!("記載"),
        json!(1),
        json!([]),
        json!([{}]),
        json!(["記載", "記載"]),
        json!("ticked"),
        json!("form_4_2018_05"),
    ];
    let mut accepted = 0;
    for (way, value) in ways.iter().flat_map(|way| values.iter().map(move |value| (way, value))) {
        let json = document(way, value);
        // What is left to loading has no form if it is refused.
        let Ok(document) = serde_json::from_value::<Assessment>(json.clone()) else { continue };
        for (form, validator) in &forms {
            let is_of_form = match form {
                Form::Edition(_) => document.form == *form,
                Form::EditionUnknown(kind) => document.kind() == *kind,
            };
            let expected = all.is_valid(&json) && is_of_form;
            assert_eq!(validator.is_valid(&json), expected, "{form:?}: {json}");
            accepted += usize::from(expected);
        }
    }
    assert!(accepted > 500, "{accepted}");
}

/// The row of the table about boxes does not hide that a schema can detect equal elements.
#[test]
fn a_box_is_named_once() {
    let all = validator(Schema::ALL);
    let with = |boxes: Value| {
        let mut document = header();
        document["file_sections"] = json!([{"entrustments": [{"delivery": boxes}]}]);
        all.is_valid(&document)
    };
    assert!(with(json!(["paper"])) && with(json!(["paper", "email?"])) && with(json!("?")));
    assert!(!with(json!(["paper", "paper"])));
}
