//! The JSON Schema: that each part of it says something, and what it says of the parts of a document.

use mynumber_pia::Language;
use mynumber_pia::catalogue::Item;
use mynumber_pia::form::Schema;
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition};
use serde_json::{Value, json};

fn json(schema: Schema) -> Value {
    serde_json::to_value(schema).unwrap()
}

/// A schema without a keyword accepts everything. Only the URL of the schema, which nothing checks, has none.
#[test]
fn every_schema_says_what_it_accepts() {
    const KEYWORDS: [&str; 10] =
        ["$ref", "additionalProperties", "allOf", "anyOf", "const", "enum", "if", "oneOf", "pattern", "properties"];
    fn check(schema: &Value, at: &str, seen: &mut usize) {
        *seen += 1;
        let Some(object) = schema.as_object() else {
            assert_eq!(schema, false, "{at}");
            return;
        };
        let says = KEYWORDS.iter().any(|keyword| object.contains_key(*keyword));
        let is_type = object.contains_key("type") && (object["type"] != "array" || object.contains_key("items"));
        assert!(says || is_type || object.contains_key("items") || at.ends_with("/$schema"), "{at}: {schema}");
        for key in ["properties", "$defs"] {
            for (name, inner) in object.get(key).and_then(Value::as_object).into_iter().flatten() {
                check(inner, &format!("{at}/{name}"), seen);
            }
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            for inner in object.get(key).and_then(Value::as_array).into_iter().flatten() {
                check(inner, &format!("{at}/{key}"), seen);
            }
        }
        for key in ["items", "not", "if", "then"] {
            object.get(key).into_iter().for_each(|inner| check(inner, &format!("{at}/{key}"), seen));
        }
    }
    let forms = FormEdition::KNOWN.iter().map(|known| Form::Edition(known.edition));
    for of in forms.map(Schema::of).chain([Schema::ALL]) {
        let schema = json(of);
        let mut seen = 0;
        check(&schema, "", &mut seen);
        assert!(seen > 1_000, "{seen}");
        // No key is written twice.
        assert_eq!(serde_json::to_string(&of).unwrap().len(), schema.to_string().len());
    }
}

#[test]
fn the_schema_of_all_forms_has_the_editions_of_each_kind() {
    let schema = json(Schema::ALL);
    for kind in AssessmentKind::ALL {
        let known = FormEdition::KNOWN.iter().map(|known| known.edition).filter(|edition| edition.kind() == *kind);
        let known: Vec<Value> =
            known.map(|edition| json!({"const": edition.to_string(), "title": edition.label()})).collect();
        assert_eq!(schema["$defs"][format!("edition_{kind}")]["anyOf"][0]["oneOf"], json!(known), "{kind}");
        let agree = json!({"if": {"properties": {"kind": {"const": kind.code()}}},
            "then": {"properties": {"edition": {"$ref": format!("#/$defs/edition_{kind}")}}}});
        assert!(schema["allOf"].as_array().unwrap().contains(&agree), "{kind}");
    }
}

#[test]
fn the_schema_says_what_a_form_prints_of_a_part() {
    let [basic, all] =
        ["form_2_2024_10", "form_4_2024_10"].map(|edition| json(Schema::of(Form::Edition(edition.parse().unwrap()))));
    let least = |schema: &Value| {
        let fields = schema["properties"].as_object().unwrap();
        let least = fields.iter().filter(|(_, field)| field["x-at-least-one"] == true);
        least.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(least(&all), ["file_sections", "files", "record_items", "risks", "systems"]);
    assert_eq!(least(&basic), ["files", "systems"]);
    assert_eq!(
        (&all["properties"]["systems"]["type"], &all["properties"]["systems"]["minItems"]),
        (&json!("array"), &json!(0))
    );
    let name = |schema: &Value| schema["properties"]["affair"]["properties"]["name"]["description"].clone();
    let says = json!(format!("①事務の名称. {}", Item::AffairName.help(Language::English)));
    assert_eq!((name(&basic), name(&all)), (says.clone(), says));
    // 様式2 does not print the procedure, so it says nothing about what is in it.
    for (schema, is_printed) in [(&basic, false), (&all, true)] {
        let procedure = &schema["properties"]["procedure"];
        let says =
            [procedure["deprecated"] != true, procedure["properties"]["review_result"]["description"].is_string()];
        assert_eq!(says, [is_printed; 2]);
    }
}
