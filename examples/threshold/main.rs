//! しきい値判断 on the command line: which assessment an affair needs, and why.
//!
//! ```text
//! cargo run --example threshold                       five published affairs (--json: one object per line)
//! cargo run --example threshold -- --population 62000 --handlers 120 --incident yes [--json]
//! cargo run --example threshold -- --jsonl < LINES    assessments or facts in, one JSON object per line out
//! ```
//!
//! Exit status: 0 on success, 1 if a published result does not agree with its facts, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, its input and the clock; the library does not"
)]

mod affairs;
mod arguments;
#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/english.rs"]
mod english;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/jobs.rs"]
mod jobs;
mod known;
mod line;
mod lines;
#[path = "../shared/options.rs"]
mod options;
#[path = "../shared/place.rs"]
mod place;
mod print;
#[path = "../shared/progress.rs"]
mod progress;
#[path = "../shared/refused.rs"]
mod refused;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use mynumber_pia::Language;
use mynumber_pia::threshold::determine_exempt;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Determination, determine};

use affairs::{AFFAIRS, Agrees, Answer};
use arguments::{Arguments, Task};
use exit::{finish, refused};

fn main() -> ExitCode {
    let Arguments { task, json, language } = match arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return refused("threshold", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match task {
        Task::Help => write!(out, "{}", arguments::HELP.text(options::asked())).map(|()| ExitCode::SUCCESS),
        Task::Affairs => affairs(&mut out, json, language),
        Task::Facts { facts, exemption, body } => {
            let determination = exemption.map_or_else(|| determine(&facts), |ground| determine_exempt(&facts, ground));
            let determination = for_body(determination, body);
            one(&mut out, &determination, json, language).map(|()| ExitCode::SUCCESS)
        }
        Task::Lines { jobs } => lines::answer(jobs, io::stdin(), &mut out, language),
    };
    finish("threshold", done.and_then(|code| out.flush().map(|()| code)))
}

fn for_body(determination: Determination, body: Option<BodyKind>) -> Determination {
    body.map_or(determination, |body| determination.for_body(body))
}

/// Prints one determination.
fn one(out: &mut impl Write, determination: &Determination, json: bool, language: Language) -> io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, determination)?;
        writeln!(out)
    } else {
        print::determination(out, determination, language)
    }
}

/// Prints the five published affairs, each with its declared result and ours.
fn affairs(out: &mut impl Write, json: bool, language: Language) -> io::Result<ExitCode> {
    let answers: Vec<Answer> = AFFAIRS.iter().map(|affair| Answer::of(affair, language)).collect();
    for answer in &answers {
        if json {
            serde_json::to_writer(&mut *out, answer)?;
            writeln!(out)?;
        } else {
            print::affair(out, answer, language)?;
        }
    }
    let all_agree = answers.iter().all(|answer| answer.agrees != Some(Agrees::No));
    Ok(if all_agree { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
