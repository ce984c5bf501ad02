//! Checks documents with a JSON Schema validator.

use jsonschema::Validator;
use mynumber_pia::form::Schema;
use mynumber_pia::{Form, FormEdition};

/// A validator of the schema.
///
/// # Panics
/// If the schema is not valid.
#[must_use]
pub fn validator(schema: Schema) -> Validator {
    let schema = serde_json::to_value(schema).expect("a schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
}

/// Every schema: for all forms, for each form, and for each known edition.
pub fn schemas() -> impl Iterator<Item = (Option<Form>, Schema)> {
    let kinds = mynumber_pia::AssessmentKind::ALL.iter().map(|kind| Form::EditionUnknown(*kind));
    let editions = FormEdition::KNOWN.iter().map(|known| Form::Edition(known.edition));
    let forms = kinds.chain(editions).map(|form| (Some(form), Schema::of(form)));
    std::iter::once((None, Schema::ALL)).chain(forms)
}
