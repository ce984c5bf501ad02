//! What the options of `pia answer` do to a document, and what they say about it.

use mynumber_pia::assessment::{Change, FieldEdit, FormChange, Need, OpenItem};
use mynumber_pia::catalogue::{self, FieldPath, Item};
use mynumber_pia::value::answer::Tick;
use mynumber_pia::{Assessment, FormEdition, Language};

use super::path;
use super::read::in_line;
use crate::options::word;

/// What an option does to a document.
pub(super) enum Step {
    Fields(Vec<FieldEdit<serde_json::Value>>),
    Rows(Vec<Row>),
    Form(FormEdition),
}

/// A row that `changes --table` wrote, with the number of its line.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) content: RowContent,
}

pub(super) enum RowContent {
    Json(serde_json::Value),
    Columns(Vec<String>),
}

/// The columns of a row that `changes --table` writes, and whether a column is a cell of several lines.
pub(super) const COLUMNS: [(&str, bool); 6] = [
    (Change::date.name(), false),
    (Change::items.name(), false),
    (Change::before.name(), true),
    (Change::after.name(), true),
    (Change::timing.name(), false),
    (Change::reason.name(), false),
];

impl Step {
    pub(super) fn take(&self, document: &mut Assessment, language: Language) -> Result<(), String> {
        match self {
            Self::Fields(edits) => edits.iter().try_for_each(|edit| take(edit, document, language)),
            Self::Rows(rows) => add_rows(rows, document, language),
            Self::Form(form) => {
                report(&document.change_form(*form), language);
                Ok(())
            }
        }
    }
}

/// Makes one edit. A document that it leaves as it was, or an answer that the form does not print, gets a note.
fn take(edit: &FieldEdit<serde_json::Value>, document: &mut Assessment, language: Language) -> Result<(), String> {
    let taken = match edit {
        FieldEdit::Shown(path, text) => document.put_shown(path, text),
        FieldEdit::Value(path, value) => document.put_value(path, value.clone()),
        FieldEdit::Remove(path) => {
            let before = document.clone();
            let removed = document.remove(path);
            if removed.is_ok() && *document == before {
                eprintln!(
                    "pia answer: {path}{}",
                    word(["：記載がないので、削除するものはない", ": nothing to delete"], language)
                );
            }
            removed
        }
    };
    taken.map_err(|error| error.text(language))?;
    match edit {
        FieldEdit::Shown(path, _) | FieldEdit::Value(path, _) => note_not_printed(document, path, language),
        FieldEdit::Remove(_) => {}
    }
    Ok(())
}

/// Says on standard error that the form does not print an item that was answered.
pub(super) fn note_not_printed(document: &Assessment, path: &FieldPath, language: Language) {
    let Some(item) = path.item() else { return };
    if catalogue::row(document.kind(), document.form.edition(), item).is_some() {
        return;
    }
    let (form, label) = (document.kind().form(), label(item, language));
    match language {
        Language::Japanese => eprintln!("pia answer: {path}（{label}）：{form}はこの項目を印刷しない"),
        Language::English => eprintln!("pia answer: {path} ({label}): {form} does not print this item"),
    }
}

/// Puts rows into the change table where its dates stay in order, without those that are in it already.
fn add_rows(rows: &[Row], document: &mut Assessment, language: Language) -> Result<(), String> {
    let mut there: Vec<_> = document.changes.iter().map(cells).collect();
    let (mut known, mut below) = (0, None);
    for row in rows {
        row.add(document, language)?;
        let Some(new) = document.changes.pop() else { continue };
        let shown = cells(&new);
        if let Some(same) = there.iter().position(|old| *old == shown) {
            there.swap_remove(same);
            known += 1;
            continue;
        }
        let continued = below.filter(|_| new.continues == Tick::Ticked);
        let at = continued.unwrap_or_else(|| document.place_of_change(&new));
        document.changes.insert(at, new);
        below = Some(at + 1);
    }
    match (known, language) {
        (0, _) => {}
        (_, Language::Japanese) => eprintln!("pia answer: --rows：{known}行は既に変更箇所にあるので、加えない"),
        (1, Language::English) => {
            eprintln!("pia answer: --rows: 1 row is already in the change table and is not added again");
        }
        (_, Language::English) => {
            eprintln!("pia answer: --rows: {known} rows are already in the change table and are not added again");
        }
    }
    Ok(())
}

/// The cells of a row as they are printed, in the order of [`COLUMNS`].
fn cells(row: &Change) -> [String; COLUMNS.len()] {
    let Change { date, items, before, after, timing, reason, .. } = row;
    let shown = [date.value(), items.value(), before.value(), after.value(), timing.value(), reason.value()];
    shown.map(|cell| cell.to_string())
}

impl Row {
    /// Adds the row to the change table.
    fn add(&self, document: &mut Assessment, language: Language) -> Result<(), String> {
        let at = format!("{}[{}]", Assessment::changes.name(), document.changes.len());
        match &self.content {
            RowContent::Json(row) => {
                let put = document.put_value(&path(&at, language)?, row.clone());
                put.map_err(|error| in_line("--rows", self.line, &error.text(language), language))
            }
            RowContent::Columns(cells) => {
                let written = COLUMNS.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
                for ((column, is_cell), cell) in written {
                    let cell = if *is_cell { cell.replace('／', "\n") } else { cell.clone() };
                    let put = document.put_shown(&path(&format!("{at}.{column}"), language)?, &cell);
                    put.map_err(|error| in_line("--rows", self.line, &error.text(language), language))?;
                }
                Ok(())
            }
        }
    }
}

/// The name of an item.
fn label(item: Item, language: Language) -> String {
    match language {
        Language::Japanese => item.label().to_string(),
        Language::English => item.english().to_string(),
    }
}

/// Says on standard error what was taken over into another form, and what is open there.
fn report(change: &FormChange, language: Language) {
    for path in &change.taken_over {
        let item = path.item().map_or_else(String::new, |item| label(item, language));
        eprintln!("pia answer: {}: {item} {path}", word(["引継ぎ", "taken over"], language));
    }
    for OpenItem { item, path, need, suggestions, .. } in &change.open {
        let need = match language {
            Language::Japanese => need.label(),
            Language::English => match need {
                Need::Required => "required",
                Need::Conditional => "conditional",
                Need::Voluntary => "voluntary",
            },
        };
        let seen: Vec<String> = suggestions.iter().map(ToString::to_string).collect();
        let seen = match (seen.join(", "), language) {
            (seen, _) if seen.is_empty() => seen,
            (seen, Language::Japanese) => format!("（参考：{seen}）"),
            (seen, Language::English) => format!(" (see {seen})"),
        };
        let item = label(*item, language);
        match language {
            Language::Japanese => eprintln!("pia answer: 未記入（{need}）: {item} {path}{seen}"),
            Language::English => eprintln!("pia answer: open ({need}): {item} {path}{seen}"),
        }
    }
}
