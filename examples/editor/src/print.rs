//! The page of a document, and what a page for publication leaves out.

use std::borrow::Cow;

use mynumber_pia::Assessment;
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Mark, OnForm, PrintOptions, cells};
use mynumber_pia::law::made_by;
use mynumber_pia::publication::{Withheld, WithheldField, withhold};
use serde::Serialize;

use crate::editor::Opened;
use crate::fault::{Fault, reply};
use crate::field;
use crate::request::{Print, Withhold};

#[derive(Serialize)]
struct Page {
    html: String,
    /// The paths of the fields for which a page for publication prints 「？」.
    not_known: Vec<String>,
    withheld: Vec<WithheldField>,
}

pub(crate) fn print(one: &Opened, print: &Print<'_>) -> Result<String, Fault> {
    let Print { document: _, language, requirements, publication, findings, withhold } = print;
    let withheld = withhold.as_ref().map(|parts| withheld(&one.document, parts)).transpose()?;
    let mut marks = withheld.as_ref().map(Withheld::marks).unwrap_or_default();
    if *findings {
        let report = one.settings.report(&one.document);
        marks.extend(
            report
                .iter()
                .map(|finding| Mark::finding(finding.location.path.clone(), finding.severity, finding.text(*language))),
        );
    }
    let (document, withheld) = match withheld {
        Some(Withheld { document, fields, .. }) => (Cow::Owned(document), fields),
        None => (Cow::Borrowed(&one.document), Vec::new()),
    };
    let is_public = *publication || withhold.is_some();
    let not_known =
        cells(&document).filter(|cell| is_public && cell.on_form() != OnForm::Beyond && cell.is_not_known());
    // What is withheld is known.
    let not_known = not_known.filter(|cell| withheld.iter().all(|field| field.path != *cell.path()));
    let not_known = not_known.map(|cell| cell.path().to_string()).collect();
    let made_by = made_by();
    let options = PrintOptions {
        marks: &marks,
        language: *language,
        requirements: *requirements,
        publication: is_public,
        made_by: &made_by,
    };
    let html = Html::with(&document, options).carrying(serde_json::to_string)?;
    Ok(reply(&Page { html, not_known, withheld }))
}

fn withheld(document: &Assessment, given: &Withhold<'_>) -> Result<Withheld, Fault> {
    let Withhold { occasion, body, parts } = given;
    let occasion: Occasion = field::choice(field::OCCASION, occasion)?;
    let body = body.map(field::body).transpose()?;
    let part = |(path, ground): &(String, String)| {
        Ok((field::path(path)?, field::choice::<WithholdingGround>(field::GROUND, ground)?))
    };
    let parts: Vec<_> = parts.iter().map(part).collect::<Result<_, Fault>>()?;
    withhold(document, occasion, body, &parts).map_err(|error| Fault {
        path: Some(error.path.to_string()),
        ..Fault::request(error.text(mynumber_pia::Language::Japanese), error.text(mynumber_pia::Language::English))
    })
}
