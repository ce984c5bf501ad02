//! What is withheld from publication, as the command line says it.

use std::fmt::Write;

use mynumber_pia::catalogue::{FieldPath, row};
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::publication::{Withheld, WithheldField, WithholdError, withhold};
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, Language};

use crate::options::{Both, Kind, Words, not_one, value};

/// A part that is withheld, and why.
pub(crate) type Part = (FieldPath, WithholdingGround);

/// The value of `--withhold`.
pub(crate) const PART: Kind<Part> = Kind::new("PATH=GROUND", PART_ALLOWED, part);

const PART_ALLOWED: Words = [
    "パスと理由（PATH=proper_management 又は PATH=criminal_investigation）",
    "a path and a ground (PATH=proper_management or PATH=criminal_investigation)",
];

pub(crate) struct Withholding {
    pub(crate) parts: Vec<Part>,
    pub(crate) occasion: Occasion,
    pub(crate) body: Option<BodyKind>,
}

/// Reads a value of `--withhold`.
fn part(text: &str) -> Result<Part, Both> {
    let (path, ground) = text.rsplit_once('=').ok_or_else(|| not_one(text, PART_ALLOWED))?;
    Ok((value(path)?, value(ground)?))
}

impl Withholding {
    pub(crate) fn of(&self, document: &Assessment) -> Result<Withheld, WithholdError> {
        withhold(document, self.occasion, self.body, &self.parts)
    }
}

/// A line for each answer that is withheld: its path, item and provision.
pub(crate) fn list(withheld: &Withheld, language: Language) -> String {
    let form = withheld.document.form;
    let mut lines = String::new();
    for WithheldField { path, by, because_of, .. } in &withheld.fields {
        let row = path.item().and_then(|item| row(form.kind(), form.edition(), item));
        let (number, label) = row.map_or(("", ""), |row| (row.number, row.label));
        let _ = write!(lines, "{path}\t{number} {label}\t{}", by.source.citation);
        let _ = match (because_of, language) {
            (None, _) => Ok(()),
            (Some(of), Language::Japanese) => write!(lines, "\t{of} の非公表に伴う"),
            (Some(of), Language::English) => write!(lines, "\tbecause of {of}"),
        };
        lines.push('\n');
    }
    lines
}
