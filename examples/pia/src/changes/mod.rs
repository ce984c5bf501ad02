//! 変更箇所: what changed between two versions of an assessment, and what its change table says.

mod json;
mod options;
pub(crate) mod print;

use std::io::{self, Write};

use chrono::NaiveDate;
use clap::ArgMatches;
use mynumber_pia::assessment::Change;
use mynumber_pia::change::{RowState, check_table, difference, rewind, table};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::choice::SubmissionTiming;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::{Assessment, Language};

pub(crate) use self::options::declare;
use self::options::{Arguments, Mode};
use crate::clock::today;
use crate::input;
use crate::made_by::json_line;
use crate::options::{Both, Words, both};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "変更箇所：評価書の二つの版の間で何が変わったか、変更箇所の表が何を示すか",
    "変更箇所: what changed between two versions of an assessment, and what its change table says",
];

/// Whether nothing differs.
type Clean = Result<bool, Failure>;

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let arguments = &Arguments::read(given, language)?;
    let is_clean = match &arguments.mode {
        Mode::Compare { old, new } => {
            compare(arguments, &read(old, arguments.language)?, &read(new, arguments.language)?, out)
        }
        Mode::Check { file } => check(arguments, &read(file, arguments.language)?, out),
        Mode::Rewind { date, file } => undo(*date, &read(file, arguments.language)?, arguments.language, out),
    }?;
    Ok(u8::from(!is_clean))
}

/// The only document of a file.
fn read(file: &str, language: Language) -> Result<Assessment, Failure> {
    let file = [file.to_string()];
    let mut documents = input::load(&file, language);
    // A file without a document gives an error.
    let (name, document) = documents.next().unwrap_or_else(|| Err(String::new())).map_err(Both::one)?;
    if documents.next().is_none() {
        return Ok(document);
    }
    let error = both("評価書が複数ある。書けるのは1件である", "contains several documents: expected one");
    let named = |error: &str| format!("{name}: {error}");
    Err(error.map(named, named).into())
}

/// Writes a line on standard error. If nobody reads it, the result still counts.
fn note(text: &str) {
    let _ = writeln!(io::stderr(), "pia changes: {text}");
}

fn compare(arguments: &Arguments, old: &Assessment, new: &Assessment, out: &mut impl Write) -> Clean {
    let difference = difference(old, new);
    if let Some(mismatch) = difference.mismatch().filter(|_| !arguments.anyway) {
        return Err(Both::from(print::mismatch(mismatch)).into());
    }
    let day = arguments.as_of.or_else(|| new.own_day()).unwrap_or_else(today);
    for one in difference.not_compared() {
        note(&print::not_compared(one, arguments.language));
    }
    if arguments.table {
        // Any day in the calendar of the forms is allowed.
        let date =
            FormDate::from_day(day).map_err(|error| Both::said(|language| error.text(language)).at("--as-of"))?;
        for mut row in table(&difference, date) {
            if arguments.not_material {
                as_not_material(&mut row);
            }
            if arguments.json {
                json_line(out, &row)?;
            } else {
                print::row(out, &row)?;
            }
        }
    } else if arguments.json {
        json_line(out, &difference)?;
    } else {
        print::edits(out, &difference, arguments.language)?;
    }
    Ok(difference.is_empty())
}

/// Why a change of an item marked ※ is filed after it.
const NOT_MATERIAL: &str = "重要な変更の対象である記載項目（※）の変更であるが、重要な変更に当たらない";

/// Proposes 事後 for a change that the body judged not to be material.
fn as_not_material(row: &mut Change) {
    if row.timing == Answer::Given(SubmissionTiming::Before) {
        row.timing = Answer::Given(SubmissionTiming::After);
        row.reason = NOT_MATERIAL.parse().unwrap_or_default();
    }
}

fn check(arguments: &Arguments, document: &Assessment, out: &mut impl Write) -> Clean {
    let rows = check_table(document);
    for row in &rows {
        if arguments.json {
            json::checked(out, row)?;
        } else {
            print::checked(out, document, row, arguments.language)?;
        }
    }
    Ok(!rows.iter().any(|row| row.state == RowState::Differs))
}

fn undo(date: NaiveDate, document: &Assessment, language: Language, out: &mut impl Write) -> Clean {
    let before = rewind(document, date);
    serde_json::to_writer(&mut *out, &before.document).map_err(io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    for (row, because) in &before.kept {
        note(&print::kept(document, *row, *because, language));
    }
    Ok(before.kept.is_empty())
}
