//! The form that a command line names.

use mynumber_pia::{AssessmentKind, Form, FormEdition, Language};

use crate::options::{Both, Kind};

/// A form as an option or an argument.
pub(crate) const FORM: Kind<Form> =
    Kind::new("FORM", ["form_3_2024_10 などの版", "an edition such as form_3_2024_10"], form).codes(|| {
        let editions = FormEdition::KNOWN.iter().map(|known| known.edition.to_string());
        let kinds = AssessmentKind::ALL.iter().map(|kind| kind.code().to_string());
        editions.chain(kinds).map(clap::builder::PossibleValue::new).collect()
    });

/// An edition as an option or an argument; of a kind, its latest.
pub(crate) const EDITION: Kind<FormEdition> =
    Kind::new(FORM.placeholder, FORM.allowed, |text| form(text).and_then(edition)).codes(FORM.codes);

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
                format!("{}、又は種類：basic_item、key_item、all_item", error.text(Language::Japanese)),
                format!("{error}, or a kind: basic_item, key_item or all_item"),
            )
        }),
    }
}

/// The edition of a form; for a kind, its latest known edition.
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
