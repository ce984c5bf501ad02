//! 評価書の印刷: documents as their forms print them.
//!
//! ```text
//! cargo run --example print                                            the five published assessments
//! cargo run --example print -- FILE... [--text | --markdown | --html]  these files; - is standard input
//! cargo run --example print -- FILE... [--findings] [--lang ja|en]     with the findings of the check; with English labels
//! cargo run --example print -- FILE --html --publication               a page to be filed or published
//! cargo run --example print -- --empty EDITION [--requirements]        an empty form
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

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use arguments::{Arguments, Format};
use mynumber_pia::Assessment;
use mynumber_pia::form::{Html, Mark, Markdown, Plain, PrintOptions};
use mynumber_pia::validate::{Finding, validate};

use clock::today;
use each::Run;
use exit::{finish, refused};
use options::{Both, both};

/// A web page has one document.
const ONE_PAGE: Both = both(
    "一つのウェブページに書けるのは1件の評価書である。1件だけにするか、--into FOLDER を指定する",
    "a web page holds one document: give one document, or --into FOLDER",
);

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
    let Arguments { files, jobs, language, format, into, .. } = arguments;
    let mut unusable = 0;
    if let Some(folder) = into {
        std::fs::create_dir_all(folder)?;
    }
    if let Some(edition) = arguments.empty {
        out.write_all(&page(arguments, &Assessment::new(edition))?)?;
    } else {
        let run = Run { program: "print", files, jobs: *jobs, language: *language };
        let mut pages = 0;
        unusable = run.each(
            out,
            |_, _, document| page(arguments, document),
            |out, page| {
                pages += 1;
                match (into, format) {
                    (Some(folder), _) => return std::fs::write(Path::new(folder).join(format!("{pages}.html")), &page),
                    (None, Format::Html) if pages > 1 => {
                        return Err(io::Error::other(ONE_PAGE.text(*language).to_string()));
                    }
                    (None, Format::Html | Format::Text | Format::Markdown) if pages > 1 => writeln!(out)?,
                    (None, Format::Html | Format::Text | Format::Markdown) => {}
                }
                out.write_all(&page)
            },
        )?;
    }
    Ok(if unusable == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// The printed page of a document.
fn page(arguments: &Arguments, document: &Assessment) -> io::Result<Vec<u8>> {
    let Arguments { format, language, publication, requirements, .. } = *arguments;
    let mut out = Vec::new();
    let marks = if arguments.findings { findings(arguments, document) } else { Vec::new() };
    let options = PrintOptions { marks: &marks, language, requirements, publication };
    match format {
        Format::Text => write!(out, "{}", Plain::with(document, options))?,
        Format::Markdown => write!(out, "{}", Markdown::with(document, options))?,
        Format::Html => write!(out, "{}", Html::with(document, options))?,
    }
    Ok(out)
}

/// The findings of the check, each with the path of its field.
fn findings(arguments: &Arguments, document: &Assessment) -> Vec<Mark> {
    let as_of = document.own_day().unwrap_or_else(today);
    let found = validate(document, as_of);
    let mark = |finding: &Finding| {
        Mark::finding(finding.location.path.clone(), finding.severity(), finding.text(arguments.language))
    };
    found.iter().map(mark).collect()
}
