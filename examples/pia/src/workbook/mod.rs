//! The form as a workbook: it is filled in there, and read again.
//!
//! Column A, which is hidden, says what each row is about, so no label has to be guessed:
//!
//! | column A | the row |
//! |---|---|
//! | `cover.body` | an answer |
//! | `risk.audits#self_check` | a box of an answer |
//! | `+systems[]` | the title of an entry; the rows up to the next title belong to it |
//! | `+files[].name` | an entry with this answer alone |
//! | `~systems[]`, `~files[].name` | the same for an entry that is only there if something is written in it |
//! | `=changes[]` | the names of the columns of a table, whose rows follow |
//!
//! Indices are not written but counted, so rows and sheets can be copied, moved and deleted. Column B, hidden too, has an answer as
//! JSON where what the cell shows would be read as another one; it counts as long as the cell shows it.

mod cells;
mod entries;
mod read;
mod style;
mod table;
mod write;

use std::collections::HashMap;

use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Cell, Choice, cells};
use mynumber_pia::value::answer::{Given, Tick, Value};
use mynumber_pia::{Assessment, FormEdition};

pub(crate) use cells::{Sheet, sheets};
pub(crate) use read::{is_ours, read};
pub(crate) use write::write;

/// What is in the first cell of each sheet.
const MARK: &str = "mynumber-pia workbook 1";

/// The columns.
const KEY: u16 = 0;
const STORED: u16 = 1;
const NUMBER: u16 = 2;
const LABEL: u16 = 3;
const ANSWER: u16 = 4;
const NOTE: u16 = 5;

/// A path without its indices: `file_sections[].entrustments[].matter`.
fn key_of(path: &FieldPath) -> String {
    without_indices(&path.to_string())
}

fn without_indices(path: &str) -> String {
    with_index(path, "")
}

/// The same field of the first entries.
fn first(path: &FieldPath) -> FieldPath {
    with_index(&path.to_string(), "0").parse().unwrap_or_else(|_| path.clone())
}

fn with_index(path: &str, index: &str) -> String {
    let mut parts = path.split('[');
    let mut made = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let rest = part.split_once(']').map_or("", |(_, rest)| rest);
        made.extend(["[", index, "]", rest]);
    }
    made
}

/// An empty document with the header of this one.
fn header(document: &Assessment) -> Assessment {
    let mut empty = Assessment::new(FormEdition::KNOWN[0].edition);
    (empty.form, empty.extent) = (document.form, document.extent);
    empty
}

/// What the form prints at the answers of one key.
struct Printed {
    label: &'static str,
    choices: Vec<Choice>,
}

/// What the form of a document prints, by key.
fn printed(document: &Assessment) -> HashMap<String, Printed> {
    let mut all = HashMap::new();
    for cell in cells(&header(document)).chain(cells(document)) {
        for one in with_inside(&cell) {
            let printed = || Printed { label: one.label(), choices: one.choices().collect() };
            all.entry(key_of(one.path())).or_insert_with(printed);
        }
    }
    all
}

/// A cell and those inside it.
fn with_inside<'c, 'a>(cell: &'c Cell<'a>) -> impl Iterator<Item = &'c Cell<'a>> {
    std::iter::once(cell).chain(cell.inside())
}

/// What a cell of the workbook shows for an answer: the wording of the form for a choice.
fn shown(value: Value<'_>, choices: &[Choice]) -> String {
    if let Value::Given(Given::Chosen { code, label: _ }) = value
        && let Some(choice) = choices.iter().find(|choice| choice.code == code)
    {
        return choice.label.to_string();
    }
    value.shown()
}

/// What the cell of a box shows.
const fn mark(tick: Tick) -> &'static str {
    match tick {
        Tick::Ticked => "○",
        Tick::Unticked => "",
        Tick::NotKnown => "？",
    }
}

/// The answer in the words that the library reads. `None` if nothing is written.
fn words(shown: &str, choices: &[Choice]) -> Option<String> {
    let text = shown.trim_matches([' ', '　', '\n']);
    if text.is_empty() {
        return None;
    }
    let code = choices.iter().find(|choice| choice.label == text).map(|choice| choice.code.to_string());
    Some(code.unwrap_or_else(|| shown.to_string()))
}

/// The boxes of a group in the words that the library reads. `None` if there is no mark.
fn words_of_boxes<'m>(marks: impl Iterator<Item = (&'m str, &'m str)>) -> Option<String> {
    let mut words = Vec::new();
    for (code, mark) in marks {
        match mark.trim() {
            "" => {}
            "？" | "?" => words.push(format!("{code}？")),
            _ => words.push(code.to_string()),
        }
    }
    (!words.is_empty()).then(|| words.join("、"))
}

/// An answer as JSON. Empty if the document has none.
fn stored(document: &Assessment, path: &FieldPath) -> String {
    let mut json = Vec::new();
    match document.get_value(path, &mut serde_json::Serializer::new(&mut json)) {
        Ok(()) => String::from_utf8(json).unwrap_or_default(),
        Err(_) => String::new(),
    }
}
