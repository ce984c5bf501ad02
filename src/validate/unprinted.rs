//! Answers to items that the form of the document does not print.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Severity, Spot};
use crate::assessment::Assessment;
use crate::catalogue::{Edition, Field, FieldPath, PathStep, Repetition, Role, Shape, any_row, first_item};
use crate::value::kind::{AssessmentKind, Form, FormEdition};

/// The answers seen so far.
///
/// - If only another edition of the form prints the item: a warning.
/// - If another form prints it: a note, one for a part that the form does not print at all. A document that was raised
///   keeps the answers of the lower form. They are not reported if what the lower form requires is answered.
/// - The facts of the threshold may be recorded in every form, because the threshold is determined from them.
pub(super) struct Unprinted {
    form: Form,
    found: Vec<Found>,
    /// The lower forms that have an unanswered required item.
    is_open: [bool; AssessmentKind::ALL.len()],
}

struct Found {
    severity: Severity,
    at: Spot,
    seen: String,
    /// The lowest form that prints the item, if it is lower than the form of the document.
    lower: Option<AssessmentKind>,
}

impl Unprinted {
    pub(super) fn new(form: Form) -> Self {
        Self { form, found: Vec::new(), is_open: [false; AssessmentKind::ALL.len()] }
    }

    /// Called for each field that the form does not print.
    pub(super) fn look_at(&mut self, field: &Field<'_>) {
        if field.role == Role::Beside {
            return;
        }
        let (item, times) = (field.item, field.path.times());
        let prints = |kind: AssessmentKind| Edition::from(Form::EditionUnknown(kind)).row(item, times).is_some();
        let lower = AssessmentKind::ALL.iter().copied().find(|kind| *kind < self.form.kind() && prints(*kind));
        if !field.value.is_given() {
            let Some(lower) = lower else { return };
            let row = Edition::from(of_same_month(self.form, lower)).row(item, times);
            if row.is_some_and(|row| row.requirement.is_unconditional()) && !field.value.is_answered() {
                if let Some(is_open) = self.is_open.get_mut(lower as usize) {
                    *is_open = true;
                }
            }
            return;
        }
        if item.is_fact() {
            return;
        }
        let is_of_edition = any_row(self.form.kind(), item).is_some_and(|row| row.times == times);
        let severity = if is_of_edition { Severity::Warning } else { Severity::Note };
        let path = field.path.to_owned();
        let at = if is_of_edition { None } else { outermost(self.form, &path) }.unwrap_or((item, path));
        // The fields of one part are visited one after the other.
        if self.found.last().is_none_or(|last| last.at != at) {
            let lower = lower.filter(|_| !is_of_edition);
            self.found.push(Found { severity, at, seen: field.value.to_string(), lower });
        }
    }

    /// The findings: the severity, the location, what was seen, and the form that does not print it.
    pub(super) fn found(self) -> impl Iterator<Item = (Severity, Spot, String, String)> {
        let Self { form, found, is_open } = self;
        let is_kept =
            move |lower: Option<AssessmentKind>| lower.is_some_and(|lower| is_open.get(lower as usize) == Some(&false));
        let found = found.into_iter().filter(move |found| !is_kept(found.lower));
        found.map(move |Found { severity, at, seen, .. }| {
            let name = match (severity, form) {
                (Severity::Warning, Form::Edition(edition)) => edition.label(),
                (_, form) => form.kind().form().to_string(),
            };
            (severity, at, seen, name)
        })
    }
}

/// The form of another kind in the month of `form`: what a later edition requires, the document could not answer.
fn of_same_month(form: Form, kind: AssessmentKind) -> Form {
    let edition = form.edition().and_then(|own| FormEdition::new(kind, own.year(), own.month()).ok());
    edition.map_or(Form::EditionUnknown(kind), Form::Edition)
}

/// The outermost part or list on a path that the form does not print at all.
fn outermost(form: Form, path: &FieldPath) -> Option<Spot> {
    let edition = Edition::from(form);
    let (mut rows, mut times) = (Assessment::ROWS, Repetition::Once);
    for (index, step) in path.steps().iter().enumerate() {
        let PathStep::Field(name) = step else { continue };
        let row = rows.iter().find(|row| row.name == *name)?;
        (rows, times) = match row.shape {
            Shape::Answer(_) => return None,
            Shape::Part(inner) => (inner(), times),
            Shape::List(inner) | Shape::Tree(inner, _) => (inner(), Repetition::Each),
        };
        if !edition.prints_any(rows, times) {
            return Some((first_item(rows)?, path.first(index + 1)));
        }
    }
    None
}
