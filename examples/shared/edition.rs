//! The form that a command line names.

use mynumber_pia::value::error::excerpt;
use mynumber_pia::{AssessmentKind, Form, FormEdition};

/// A form: an edition by its code (`form_2_2024_10`) or printed tag (令和6年10月 様式2), or a kind (`basic_item`).
pub(crate) fn form(text: &str) -> Result<Form, String> {
    let kind = || text.parse::<AssessmentKind>().ok().or_else(|| AssessmentKind::from_label(text).ok());
    match text.parse::<FormEdition>() {
        Ok(edition) => Ok(Form::Edition(edition)),
        Err(error) => {
            let allowed = "or a kind: basic_item, key_item or all_item";
            kind().map(Form::EditionUnknown).ok_or_else(|| format!("{error}, {allowed}"))
        }
    }
}

/// The edition of a form; for a kind, its latest known edition.
#[allow(dead_code, reason = "a schema is of a kind too")]
pub(crate) fn edition(form: Form) -> Result<FormEdition, String> {
    match form {
        Form::Edition(edition) => Ok(edition),
        Form::EditionUnknown(kind) => {
            FormEdition::latest(kind).ok_or_else(|| format!("no edition of {} is known", kind.form()))
        }
    }
}

/// The only argument of a program besides its options.
#[allow(dead_code, reason = "`print` takes a form with an option")]
pub(crate) fn once(slot: &mut Option<Form>, value: std::ffi::OsString) -> Result<(), String> {
    let text = value.into_string().map_err(|value| format!("not UTF-8: {}", excerpt(&value.to_string_lossy())))?;
    match slot.replace(form(&text)?) {
        None => Ok(()),
        Some(_) => Err(format!("several forms are given, the last is \"{}\": expected one", excerpt(&text))),
    }
}
