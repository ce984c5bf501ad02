//! Words that the writers print and that are not in any cell.

use alloc::string::{String, ToString};

use crate::value::kind::{AssessmentKind, Form, FormEdition};

/// The title of a form.
pub(super) const fn title(kind: AssessmentKind) -> &'static str {
    match kind {
        AssessmentKind::BasicItem => "特定個人情報保護評価書（基礎項目評価書）",
        AssessmentKind::KeyItem => "特定個人情報保護評価書（重点項目評価書）",
        AssessmentKind::AllItem => "特定個人情報保護評価書（全項目評価書）",
    }
}

/// The edition as the form prints it in its corner. If the edition is not known, only the form.
pub(super) fn edition(form: Form) -> String {
    form.edition().map_or_else(|| form.kind().form().to_string(), FormEdition::label)
}

/// The title of a section as the form lists it in its contents: without the mark of what is material.
pub(super) fn section(heading: &'static str) -> &'static str {
    heading.split_once("　※").map_or(heading, |(title, _)| title)
}
