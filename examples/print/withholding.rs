//! What is withheld from publication, as the command line says it.

use std::fmt::Write;

use mynumber_pia::catalogue::{FieldPath, row};
use mynumber_pia::law::duty::{Occasion, WithholdingGround};
use mynumber_pia::publication::{Withheld, WithheldField, WithholdError, withhold};
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, Language};

use crate::options::{Both, both, not_one};

/// The allowed values of `--withhold`.
pub(crate) const PART: Both = both(
    "パスと理由（PATH=proper_management 又は PATH=criminal_investigation）",
    "a path and a ground (PATH=proper_management or PATH=criminal_investigation)",
);
/// The allowed values of `--occasion`.
pub(crate) const OCCASION: Both =
    both("announcement、publication 又は correction", "announcement, publication or correction");

pub(crate) struct Withholding {
    pub(crate) parts: Vec<(FieldPath, WithholdingGround)>,
    pub(crate) occasion: Occasion,
    pub(crate) body: Option<BodyKind>,
}

/// Reads a value of `--withhold`.
pub(crate) fn part(text: &str) -> Result<(FieldPath, WithholdingGround), Both> {
    let (path, ground) = text.rsplit_once('=').ok_or_else(|| not_one("--withhold", text, &PART))?;
    let path = path.parse().map_err(|error| Both::error(&error).at("--withhold"))?;
    let ground = ground.parse().map_err(|error| Both::error(&error).at("--withhold"))?;
    Ok((path, ground))
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
