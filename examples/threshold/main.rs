//! しきい値判断 on the command line: which assessment an affair needs, and why.
//!
//! ```text
//! cargo run --example threshold                       five published affairs (--json: an object a line)
//! cargo run --example threshold -- --population 62000 --handlers 120 --incident yes [--json]
//! cargo run --example threshold -- --jsonl < FACTS    one JSON object a line in, one a line out
//! ```
//!
//! Exit status: 0 where all is well, 1 where a published result and its facts do not agree, 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, its input and the clock; the library does not"
)]

mod affairs;
mod arguments;
#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/exit.rs"]
mod exit;
mod known;
mod line;
mod print;

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use mynumber_pia::Language;
use mynumber_pia::threshold::determine_exempt;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Determination, determine};
use serde_json::json;

use affairs::{AFFAIRS, Agrees, Answer};
use arguments::{Arguments, Task};
use clock::today;
use exit::{finish, unusable};
use line::Line;

fn main() -> ExitCode {
    let Arguments { task, json, language } = match arguments::read() {
        Ok(arguments) => arguments,
        Err(error) => return unusable("threshold", &error),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match task {
        Task::Help => write!(out, "{}", arguments::HELP).map(|()| ExitCode::SUCCESS),
        Task::Affairs => affairs(&mut out, json, language),
        Task::Facts { facts, exemption, body } => {
            let determination = exemption.map_or_else(|| determine(&facts), |ground| determine_exempt(&facts, ground));
            let determination = for_body(determination, body);
            one(&mut out, &determination, json, language).map(|()| ExitCode::SUCCESS)
        }
        Task::Lines => lines(BufReader::new(io::stdin().lock()), &mut out),
    };
    finish("threshold", done.and_then(|code| out.flush().map(|()| code)))
}

fn for_body(determination: Determination, body: Option<BodyKind>) -> Determination {
    body.map_or(determination, |body| determination.for_body(body))
}

/// One determination.
fn one(out: &mut impl Write, determination: &Determination, json: bool, language: Language) -> io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, determination)?;
        writeln!(out)
    } else {
        print::determination(out, determination, language)
    }
}

/// The five published affairs, each with its own result beside ours.
fn affairs(out: &mut impl Write, json: bool, language: Language) -> io::Result<ExitCode> {
    let answers: Vec<Answer> = AFFAIRS.iter().map(Answer::of).collect();
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

/// A line of facts is short; one that is longer than this, without its end, is refused rather than held in memory.
const LONGEST_LINE: usize = 65_536;

/// JSON Lines: facts in, determinations out. A bad line is answered in its place and does not end the run.
fn lines<R: Read>(mut input: BufReader<R>, out: &mut impl Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        if !input.buffer().contains(&b'\n') {
            // Before it waits for more: who sends a line and waits for the answer gets it.
            out.flush()?;
        }
        line.clear();
        // Two bytes more than a line, for its end.
        let most = LONGEST_LINE + 2;
        if input.by_ref().take(most as u64).read_until(b'\n', &mut line)? == 0 {
            return Ok(code);
        }
        number += 1;
        if line.len() == most && line.last() != Some(&b'\n') {
            input.skip_until(b'\n')?;
        }
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        // The byte order mark with which some programs begin a file of UTF-8.
        let text = if number == 1 { text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text) } else { text };
        let too_long = text.len() > LONGEST_LINE;
        if !too_long && text.trim_ascii().is_empty() {
            continue;
        }
        let line = if too_long { Err(format!("longer than {LONGEST_LINE} bytes")) } else { line_of(text) };
        match line {
            Ok(Line { facts, body }) => serde_json::to_writer(&mut *out, &for_body(determine(&facts), body))?,
            Err(error) => {
                code = ExitCode::from(2);
                serde_json::to_writer(&mut *out, &json!({ "error": error, "line": number }))?;
            }
        }
        writeln!(out)?;
    }
}

fn line_of(line: &[u8]) -> Result<Line, String> {
    let text = std::str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    let text = text.trim();
    if !text.starts_with('{') {
        // serde would also take a list of three.
        return Err("expected a JSON object with the fields population, handlers and incident".into());
    }
    Line::read(text, today()).map_err(|error| {
        // The line is ours to count; serde_json only sees this one.
        let text = error.to_string();
        match text.rsplit_once(" at line 1 column ") {
            Some((what, column)) => format!("{what} at column {column}"),
            None => text,
        }
    })
}
