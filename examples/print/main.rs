//! 評価書の印刷: documents as their forms print them.
//!
//! ```text
//! cargo run --example print                                            the five published assessments
//! cargo run --example print -- FILE... [--text | --markdown | --html]  these files; - is standard input
//! cargo run --example print -- FILE... [--findings] [--lang ja|en]     with the findings of the check; with English labels
//! cargo run --example print -- --empty EDITION                         an empty form, and what must be filled in
//! ```
//!
//! Exit status: 0, even if there are findings; 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

mod arguments;
#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/each.rs"]
mod each;
#[path = "../shared/edition.rs"]
mod edition;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/jobs.rs"]
mod jobs;
#[path = "../shared/options.rs"]
mod options;
#[path = "../shared/progress.rs"]
mod progress;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use arguments::{Arguments, Format};
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Html, Markdown, Plain, PrintOptions};
use mynumber_pia::validate::validate;

use clock::today;
use each::Run;
use exit::{finish, refused};

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments::read() {
        Ok(Some(arguments)) => print(&mut out, &arguments),
        Ok(None) => write!(out, "{}", arguments::HELP.text(options::asked())).map(|()| ExitCode::SUCCESS),
        Err(error) => return refused("print", &error),
    };
    finish("print", written.and_then(|code| out.flush().map(|()| code)))
}

fn print(out: &mut impl Write, arguments: &Arguments) -> io::Result<ExitCode> {
    let Arguments { files, jobs, language, format, .. } = arguments;
    let is_html = *format == Format::Html;
    if is_html {
        Html::begin(&mut Text(out), "特定個人情報保護評価書").map_err(io::Error::other)?;
    }
    let mut unusable = 0;
    if let Some(edition) = arguments.empty {
        out.write_all(&page(arguments, 0, &Assessment::new(edition))?)?;
    } else {
        let run = Run { program: "print", files, jobs: *jobs, language: *language };
        let mut is_first = true;
        unusable = run.each(
            out,
            |index, _, document| page(arguments, index, document),
            |out, page| {
                if !is_html && !std::mem::take(&mut is_first) {
                    writeln!(out)?;
                }
                out.write_all(&page)
            },
        )?;
    }
    if is_html {
        Html::end(&mut Text(out)).map_err(io::Error::other)?;
    }
    Ok(if unusable == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// The printed page of a document. `index` counts all documents of the run.
fn page(arguments: &Arguments, index: usize, document: &Assessment) -> io::Result<Vec<u8>> {
    let Arguments { format, language, .. } = *arguments;
    let mut out = Vec::new();
    let marks = if arguments.findings { findings(arguments, document) } else { Vec::new() };
    let options = PrintOptions { marks: &marks, language, requirements: arguments.empty.is_some() };
    match format {
        Format::Text => write!(out, "{}", Plain::with(document, options))?,
        Format::Markdown => write!(out, "{}", Markdown::with(document, options))?,
        Format::Html => {
            // With several documents on one page, every document but the first needs its own anchor names.
            let prefix = if index > 0 { format!("{}-", index + 1) } else { String::new() };
            write!(out, "{}", Html::with(document, options).article(&prefix))?;
        }
    }
    Ok(out)
}

/// The findings of the check, each with the path of its field.
fn findings(arguments: &Arguments, document: &Assessment) -> Vec<(FieldPath, String)> {
    let as_of = document.own_day().unwrap_or_else(today);
    let found = validate(document, as_of);
    found.iter().map(|finding| (finding.location.path.clone(), finding.text(arguments.language))).collect()
}

/// Writes strings to a writer of bytes.
struct Text<'w, W>(&'w mut W);

impl<W: Write> fmt::Write for Text<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write_all(text.as_bytes()).map_err(|_| fmt::Error)
    }
}
