//! What changed between two documents.

use mynumber_pia::assessment::Change;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::change::{Difference, difference, table};
use mynumber_pia::value::answer::{Given, Lines, Tick, Value};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::text::Nothing;
use serde::Serialize;

use crate::editor::Opened;
use crate::fault::{Fault, reply};
use crate::field::ROW_DATE;
use crate::words::{Labels, of_difference};

#[derive(Serialize)]
struct Compared<'c> {
    difference: &'c Difference<'c>,
    /// Each edit in the words of a change table, as the lines of a cell.
    words: Vec<Words>,
    /// What both versions say where they could not be compared.
    not_known: Vec<Words>,
    /// The rows that `changes OLD NEW --table` proposes.
    rows: Vec<Change>,
    date: String,
    english: Labels,
}

#[derive(Serialize)]
struct Words {
    before: Option<String>,
    after: Option<String>,
}

/// The lines of a cell, each on a line of its own; of an answer of "none", the word for it.
fn shown(lines: Option<Lines>, value: Option<Value<'_>>) -> Option<String> {
    match (lines, value) {
        (Some(lines), _) => Some(Value::Given(Given::Lines(&lines)).shown()),
        (None, Some(Value::Given(Given::Boxes(boxes)))) if boxes.overall() == Tick::Unticked => {
            Some(Nothing::Word.label().into())
        }
        (None, value) => value.filter(|value| matches!(value, Value::Nothing(_))).map(|value| value.to_string()),
    }
}

pub(crate) fn compare(old: &Opened, new: &Opened, date: Option<FormDate>) -> Result<String, Fault> {
    let found = difference(&old.document, &new.document);
    let day = || FormDate::from_day(new.document.own_day().unwrap_or(new.settings.today));
    let date = match date {
        Some(date) => date,
        None => day().map_err(|error| Fault::of(ROW_DATE, |language| error.text(language)))?,
    };
    let words = found.edits().iter();
    let words = words.map(|edit| Words {
        before: shown(edit.before_in_words(), edit.before()),
        after: shown(edit.after_in_words(), edit.after()),
    });
    let (words, rows) = (words.collect(), table(&found, date));
    let said = |one: &Opened, path: Option<&FieldPath>| Some(one.document.get(path?)?.shown());
    let not_known = found.not_compared().iter();
    let not_known =
        not_known.map(|one| Words { before: said(old, one.old.as_ref()), after: said(new, one.new.as_ref()) });
    let not_known = not_known.collect();
    let (date, english) = (date.to_iso(), of_difference(&found));
    Ok(reply(&Compared { difference: &found, words, not_known, rows, date, english }))
}
