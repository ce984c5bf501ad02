//! What changed between two documents.

use mynumber_pia::assessment::Change;
use mynumber_pia::change::{Difference, difference, table};
use mynumber_pia::value::answer::Lines;
use mynumber_pia::value::date::FormDate;
use serde::Serialize;

use crate::editor::Opened;
use crate::fault::{Fault, reply};

#[derive(Serialize)]
struct Compared<'c> {
    difference: &'c Difference<'c>,
    /// Each edit in the words of a change table, as the lines of a cell.
    words: Vec<Words>,
    /// The rows that `changes OLD NEW --table` proposes.
    rows: Vec<Change>,
    date: String,
}

#[derive(Serialize)]
struct Words {
    before: Option<String>,
    after: Option<String>,
}

/// The lines of a cell, each on a line of its own.
fn shown(lines: Option<Lines>) -> Option<String> {
    let value = lines?;
    Some(format!("{:#}", mynumber_pia::value::answer::Value::Lines(&value)))
}

pub(crate) fn compare(old: &Opened, new: &Opened, date: Option<FormDate>) -> Result<String, Fault> {
    let found = difference(&old.document, &new.document);
    let day = || FormDate::from_day(new.document.own_day().unwrap_or(new.settings.today));
    let date = match date {
        Some(date) => date,
        None => day().map_err(|error| Fault::of("date", |language| error.text(language)))?,
    };
    let words = found.edits().iter();
    let words = words.map(|edit| Words { before: shown(edit.before_in_words()), after: shown(edit.after_in_words()) });
    let (words, rows) = (words.collect(), table(&found, date));
    Ok(reply(&Compared { difference: &found, words, rows, date: date.to_iso() }))
}
