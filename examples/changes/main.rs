//! 変更箇所: what changed between two versions of an assessment, and what its change table says.
//!
//! ```text
//! cargo run --example changes -- OLD NEW [--table [--as-of DATE] [--not-material]]   two versions
//! cargo run --example changes -- --check FILE                                        its change table compared with its content
//! cargo run --example changes -- --rewind DATE FILE                                  the version before a day
//! ```
//!
//! Exit status: 0 if nothing differs, 1 if something does, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

mod arguments;
#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/english.rs"]
mod english;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/input.rs"]
mod input;
mod json;
#[path = "../shared/options.rs"]
mod options;
mod print;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use arguments::{Arguments, Mode};
use chrono::NaiveDate;
use clock::today;
use exit::{finish, refused, unusable};
use mynumber_pia::Assessment;
use mynumber_pia::assessment::Change;
use mynumber_pia::change::{RowState, check_table, difference, rewind, table};
use mynumber_pia::validate::Language;
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::choice::SubmissionTiming;
use mynumber_pia::value::date::FormDate;
use options::Both;

fn main() -> ExitCode {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return refused("changes", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match run(&arguments, &mut out) {
        Ok(is_clean) => Ok(ExitCode::from(u8::from(!is_clean))),
        Err(Failure::Input(error)) => return unusable("changes", &error),
        Err(Failure::Output(error)) => Err(error),
    };
    finish("changes", written.and_then(|code| out.flush().map(|()| code)))
}

enum Failure {
    Input(String),
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Whether nothing differs.
type Clean = Result<bool, Failure>;

fn run(arguments: &Arguments, out: &mut impl Write) -> Clean {
    match &arguments.mode {
        Mode::Help => {
            write!(out, "{}", arguments::HELP.text(arguments.language))?;
            Ok(true)
        }
        Mode::Compare { old, new } => {
            compare(arguments, &read(old, arguments.language)?, &read(new, arguments.language)?, out)
        }
        Mode::Check { file } => check(arguments, &read(file, arguments.language)?, out),
        Mode::Rewind { date, file } => undo(*date, &read(file, arguments.language)?, arguments.language, out),
    }
}

/// The only document of a file.
fn read(file: &str, language: Language) -> Result<Assessment, Failure> {
    let file = [file.to_string()];
    let mut documents = input::load(&file, language);
    // A file without a document gives an error.
    let (name, document) = documents.next().unwrap_or_else(|| Err(String::new())).map_err(Failure::Input)?;
    match documents.next() {
        None => Ok(document),
        Some(_) => Err(Failure::Input(match language {
            Language::Japanese => format!("{name}: 評価書が複数ある。書けるのは1件である"),
            Language::English => format!("{name}: contains several documents: expected one"),
        })),
    }
}

/// Writes a line on standard error. If nobody reads it, the result still counts.
fn note(text: &str) {
    let _ = writeln!(io::stderr(), "changes: {text}");
}

fn compare(arguments: &Arguments, old: &Assessment, new: &Assessment, out: &mut impl Write) -> Clean {
    let difference = difference(old, new);
    if let Some(mismatch) = difference.mismatch().filter(|_| !arguments.anyway) {
        return Err(Failure::Input(print::mismatch(mismatch, arguments.language).into()));
    }
    let day = arguments.as_of.or_else(|| new.own_day()).unwrap_or_else(today);
    for one in difference.not_compared() {
        note(&print::not_compared(one, arguments.language));
    }
    if arguments.table {
        // Any day in the calendar of the forms is allowed.
        let date = FormDate::from_day(day)
            .map_err(|error| Failure::Input(Both::error(&error).at("--as-of").text(arguments.language).into()))?;
        for mut row in table(&difference, date) {
            if arguments.not_material {
                as_not_material(&mut row);
            }
            if arguments.json {
                json::line(out, &row)?;
            } else {
                print::row(out, &row)?;
            }
        }
    } else if arguments.json {
        json::line(out, &difference)?;
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
    json::line(out, &before.document)?;
    out.flush()?;
    for (row, because) in &before.kept {
        note(&print::kept(document, *row, *because, language));
    }
    Ok(before.kept.is_empty())
}
