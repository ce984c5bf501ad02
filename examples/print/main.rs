//! 評価書の印刷: documents as their forms print them.
//!
//! ```text
//! cargo run --example print                                            the five published assessments
//! cargo run --example print -- FILE... [--text | --markdown | --html]  these; - is standard input
//! cargo run --example print -- FILE... [--findings] [--lang ja|en]     with what the check finds; with English labels
//! cargo run --example print -- --empty EDITION                         an empty form, and what must be filled in
//! ```
//!
//! Exit status: 0, also with findings; 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

mod arguments;
#[path = "../shared/clock.rs"]
mod clock;
#[path = "../shared/edition.rs"]
mod edition;
#[path = "../shared/exit.rs"]
mod exit;
#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/once.rs"]
mod once;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use arguments::{Arguments, Format};
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::{Html, Markdown, Options, Plain};
use mynumber_pia::validate::validate;

use clock::today;
use exit::{finish, unusable};

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments::read() {
        Ok(Some(arguments)) => print(&mut out, &arguments),
        Ok(None) => write!(out, "{}", arguments::HELP).map(|()| ExitCode::SUCCESS),
        Err(error) => return unusable("print", &error),
    };
    finish("print", written.and_then(|code| out.flush().map(|()| code)))
}

fn print(out: &mut impl Write, arguments: &Arguments) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut printer = Printer { arguments, printed: 0 };
    if arguments.format == Format::Html {
        Html::begin(&mut Text(out), "特定個人情報保護評価書").map_err(io::Error::other)?;
    }
    if let Some(edition) = arguments.empty {
        printer.document(out, &Assessment::new(edition))?;
    } else {
        for (name, document) in input::read(&arguments.files) {
            match document {
                Ok(document) => printer.document(out, &document)?,
                Err(fault) => {
                    code = ExitCode::from(2);
                    out.flush()?;
                    eprintln!("print: {name}: {}", fault.text(arguments.language));
                }
            }
            // Before it waits for more: who sends a document and waits for the answer gets it.
            out.flush()?;
        }
    }
    if arguments.format == Format::Html {
        Html::end(&mut Text(out)).map_err(io::Error::other)?;
    }
    Ok(code)
}

struct Printer<'a> {
    arguments: &'a Arguments,
    printed: usize,
}

impl Printer<'_> {
    fn document(&mut self, out: &mut impl Write, document: &Assessment) -> io::Result<()> {
        let Arguments { format, language, .. } = *self.arguments;
        let marks = if self.arguments.findings { findings(self.arguments, document) } else { Vec::new() };
        let options = Options { marks: &marks, language, requirements: self.arguments.empty.is_some() };
        self.printed += 1;
        if self.printed > 1 && format != Format::Html {
            writeln!(out)?;
        }
        match format {
            Format::Text => write!(out, "{}", Plain::with(document, options)),
            Format::Markdown => write!(out, "{}", Markdown::with(document, options)),
            Format::Html => {
                // Of several documents on one page, the later have names of their own.
                let prefix = if self.printed > 1 { format!("{}-", self.printed) } else { String::new() };
                write!(out, "{}", Html::with(document, options).article(&prefix))
            }
        }
    }
}

/// What the check finds, at the field that it is about.
fn findings(arguments: &Arguments, document: &Assessment) -> Vec<(FieldPath, String)> {
    let as_of = document.own_day().unwrap_or_else(today);
    let found = validate(document, as_of);
    found.iter().map(|finding| (finding.location.path.clone(), finding.text(arguments.language))).collect()
}

/// Writes text to a writer of bytes.
struct Text<'w, W>(&'w mut W);

impl<W: Write> fmt::Write for Text<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write_all(text.as_bytes()).map_err(|_| fmt::Error)
    }
}
