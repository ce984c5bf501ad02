//! Words that the writers print and that are not in any cell.

use alloc::string::{String, ToString};

use super::text::word;
use crate::assessment::Assessment;
use crate::catalogue::{Item, row, rows};
use crate::value::kind::{AssessmentKind, Form, FormEdition};
use crate::value::language::Language;

/// What plain text prints before an entry without a number or a heading, if another precedes it.
pub(crate) const BULLET: char = '・';

/// What the writers print before the text of a [`Mark`](super::Mark).
pub(crate) const MARK: char = '▲';

/// The column at which plain text prints the answers. No label is there, and no answer is before it.
pub(crate) const ANSWERS: usize = 36;

/// The column at which plain text prints [`MARK`]: before the answers, so no line of an answer looks like a mark.
pub(crate) const MARKS: usize = ANSWERS - 2;

/// The mark of what the form does not print.
pub(crate) const fn beyond(language: Language) -> &'static str {
    word(language, "様式外", "not on the form")
}

/// The first row of a table of items.
pub(crate) const fn header(language: Language) -> [&'static str; 2] {
    [word(language, "項目", "item"), word(language, "記載", "answer")]
}

/// The title above what no cell of the form has room for.
pub(crate) const BEYOND: &str = "様式に欄のない記載";

/// The title of a form.
pub(crate) const fn title(kind: AssessmentKind) -> &'static str {
    match kind {
        AssessmentKind::BasicItem => "特定個人情報保護評価書（基礎項目評価書）",
        AssessmentKind::KeyItem => "特定個人情報保護評価書（重点項目評価書）",
        AssessmentKind::AllItem => "特定個人情報保護評価書（全項目評価書）",
    }
}

/// The edition as the form prints it in its corner. If the edition is not known, only the form.
pub(crate) fn edition(form: Form) -> String {
    form.edition().map_or_else(|| form.kind().form().to_string(), FormEdition::label)
}

/// The title of a section as the form lists it in its contents: without the mark of what is material.
pub(super) fn section(heading: &'static str) -> &'static str {
    heading.split_once("　※").map_or(heading, |(title, _)| title)
}

/// The labels of the columns of the change table.
pub(super) fn change_labels(document: &Assessment) -> impl Iterator<Item = &'static str> {
    let (kind, edition) = (document.kind(), document.form.edition());
    let number = row(kind, edition, Item::ChangeDate).map_or("", |row| row.number);
    rows(kind, edition).filter(move |row| row.number == number).map(|row| row.label)
}
