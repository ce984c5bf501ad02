//! The schemas accept what saving writes, and documents written by hand.

use jsonschema::Validator;
use mynumber_pia::assessment::{Entrustment, FileSection, MAX_TIERS, Parties, Party};
use mynumber_pia::fixture::{Filling, Parameters, break_rule};
use mynumber_pia::form::{Schema, template};
use mynumber_pia::validate::RULES;
use mynumber_pia::{Assessment, AssessmentKind, Form, FormEdition};
use mynumber_pia_interop::PUBLISHED;
use mynumber_pia_interop::schema::{schemas, validator};
use serde_json::Value;

#[track_caller]
fn passes(schema: &Validator, document: &Assessment) {
    let json = serde_json::to_value(document).unwrap();
    let errors: Vec<String> =
        schema.iter_errors(&json).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The validators that must accept a document of this form, and those that must not.
fn for_form(form: Form) -> (Vec<Validator>, Vec<Validator>) {
    let is_for = |of: &Option<Form>| match of {
        None => true,
        Some(Form::EditionUnknown(kind)) => *kind == form.kind(),
        Some(edition @ Form::Edition(_)) => *edition == form,
    };
    let (own, others): (Vec<_>, Vec<_>) = schemas().partition(|(of, _)| is_for(of));
    let all = |list: Vec<(_, Schema)>| list.into_iter().map(|(_, schema)| validator(schema)).collect();
    (all(own), all(others))
}

#[test]
fn the_schemas_are_schemas() {
    for (form, schema) in schemas() {
        let schema = serde_json::to_value(schema).unwrap();
        assert!(jsonschema::meta::validate(&schema).is_ok(), "{form:?}");
    }
}

#[test]
fn published_documents_pass() {
    for text in PUBLISHED {
        let document: Assessment = serde_json::from_str(text).unwrap();
        let (own, others) = for_form(document.form);
        assert_eq!((own.len(), others.len()), (if document.form.edition().is_some() { 3 } else { 2 }, 16 - own.len()));
        // As they are, and as they are saved.
        let json: Value = serde_json::from_str(text).unwrap();
        assert!(own.iter().all(|schema| schema.is_valid(&json)));
        for schema in &own {
            passes(schema, &document);
        }
        assert!(!others.iter().any(|schema| schema.is_valid(&json)));
    }
}

#[test]
fn generated_documents_pass() {
    let all = validator(Schema::ALL);
    let mut documents = 0;
    for known in FormEdition::KNOWN {
        let edition = known.edition;
        let own = validator(Schema::of(Form::Edition(edition)));
        for filling in [Filling::Required, Filling::Some, Filling::Everything] {
            let kind = Some(edition.kind());
            let parameters = Parameters { kind, edition: Some(edition), filling, ..Parameters::default() };
            for seed in 0..6 {
                let document: Assessment = parameters.plan(seed).build();
                assert_eq!(document.form, Form::Edition(edition));
                passes(&all, &document);
                passes(&own, &document);
                documents += 1;
            }
        }
    }
    assert_eq!(documents, 12 * 3 * 6);
}

/// The schema accepts documents with findings.
#[test]
fn documents_with_defects_pass() {
    let all = validator(Schema::ALL);
    for row in RULES {
        for seed in 0..2 {
            if let Some(mutant) = break_rule(row.rule, seed, &Parameters::default()) {
                passes(&all, &mutant.document);
            }
        }
    }
}

/// A raised document keeps the answers of the lower form.
#[test]
fn raised_and_lowered_documents_pass() {
    for from in AssessmentKind::ALL {
        let parameters = Parameters { kind: Some(*from), filling: Filling::Everything, ..Parameters::default() };
        for to in AssessmentKind::ALL {
            let mut document: Assessment = parameters.plan(3).build();
            document.form = Form::Edition(FormEdition::latest(*to).unwrap());
            passes(&validator(Schema::of(document.form)), &document);
            document.form = Form::EditionUnknown(*to);
            passes(&validator(Schema::of(document.form)), &document);
        }
    }
}

#[test]
fn templates_pass() {
    for known in FormEdition::KNOWN {
        let document = template(known.edition);
        passes(&validator(Schema::of(Form::Edition(known.edition))), &document);
        passes(&validator(Schema::ALL), &document);
    }
}

/// A chain of this many tiers.
fn chain(tiers: usize) -> Value {
    (1..tiers).fold(serde_json::json!([{"name": "甲"}]), |below, _| serde_json::json!([{"re_entrustees": below}]))
}

#[test]
fn a_chain_has_at_most_so_many_tiers() {
    let all = validator(Schema::ALL);
    let document = |tiers| {
        serde_json::json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?",
            "file_sections": [{"entrustments": [{"chain": chain(tiers)}]}]})
    };
    for tiers in 1..=MAX_TIERS + 3 {
        let json = document(tiers);
        let loads = serde_json::from_value::<Assessment>(json.clone()).is_ok();
        assert_eq!((all.is_valid(&json), loads), (tiers <= MAX_TIERS, tiers <= MAX_TIERS), "{tiers}");
    }
    // The same chain, built in Rust.
    let deepest = (1..MAX_TIERS).fold(Parties::new([Party::default()]).unwrap(), |below, _| {
        Parties::new([Party { re_entrustees: below, ..Party::default() }]).unwrap()
    });
    let mut built = Assessment::new("form_3_2024_10".parse().unwrap());
    let entrustments = vec![Entrustment { chain: deepest, ..Entrustment::default() }];
    built.file_sections.push(FileSection { entrustments, ..FileSection::default() });
    passes(&all, &built);
}
