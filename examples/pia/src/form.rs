//! The form that a command line names.

use std::ffi::OsString;

use mynumber_pia::value::error::excerpt;
use mynumber_pia::{AssessmentKind, Form, FormEdition};

use crate::options::{self, Both};

/// A form: a known edition by its code (`form_2_2024_10`) or printed tag (令和6年10月 様式2), or a kind (`basic_item`).
pub(crate) fn form(text: &str) -> Result<Form, Both> {
    let kind = || text.parse::<AssessmentKind>().ok().or_else(|| AssessmentKind::from_label(text).ok());
    match text.parse::<FormEdition>() {
        Ok(edition) if edition.known().is_some() => Ok(Form::Edition(edition)),
        Ok(edition) => {
            let known = FormEdition::KNOWN.iter().map(|known| known.edition.to_string()).collect::<Vec<_>>().join(", ");
            Err(Both::new(
                format!("{edition} という版は知られていない（版：{known}）"),
                format!("{edition} is not a known edition: expected one of {known}"),
            ))
        }
        Err(error) => kind().map(Form::EditionUnknown).ok_or_else(|| {
            Both::new(
                format!("{error:#}、又は種類：basic_item、key_item、all_item"),
                format!("{error}, or a kind: basic_item, key_item or all_item"),
            )
        }),
    }
}

/// The edition of a form; for a kind, its latest known edition.
#[allow(dead_code, reason = "a schema is of a kind too")]
pub(crate) fn edition(form: Form) -> Result<FormEdition, Both> {
    match form {
        Form::Edition(edition) => Ok(edition),
        Form::EditionUnknown(kind) => FormEdition::latest(kind).ok_or_else(|| {
            Both::new(
                format!("{}の版は一つも知られていない", kind.form()),
                format!("no edition of {} is known", kind.form()),
            )
        }),
    }
}

/// The only argument of a program besides its options.
#[allow(dead_code, reason = "`print` takes a form with an option")]
pub(crate) fn once(slot: &mut Option<Form>, argument: OsString) -> Result<(), Both> {
    let text = options::text(argument)?;
    if slot.is_some() {
        let seen = excerpt(&text);
        return Err(Both::new(
            format!("様式が二つ以上指定されている（最後は「{seen}」）。一つだけ指定する"),
            format!("several forms are given, the last is \"{seen}\": expected one"),
        ));
    }
    *slot = Some(form(&text)?);
    Ok(())
}
