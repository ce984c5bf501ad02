//! ひな型: a document to start from, and every item of its form as a list to tick off.
//!
//! ```text
//! cargo run --example template -- form_2_2024_10                a document with every field empty
//! cargo run --example template -- form_2_2024_10 --checklist    every item with path, requirement and allowed values
//! ```
//!
//! Exit status: 0 on success, 2 on unusable options.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments; the library does not")]

#[path = "../shared/edition.rs"]
mod edition;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::FormEdition;
use mynumber_pia::form::{Checklist, template};
use mynumber_pia::value::error::excerpt;

const HELP: &str = "\
ひな型: an assessment to start from, with every field that the form prints

template EDITION [--checklist]

EDITION      an edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item,
             all_item) for its latest known edition. The document has no check boxes, because unticked boxes are not
             written; the checklist has them
--checklist  every item as Markdown instead of the document: number, label, ※, path, requirement, allowed values

exit status: 0 success; 2 unusable options
";

struct Arguments {
    edition: FormEdition,
    checklist: bool,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("template: {error}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out, &arguments).and_then(|()| out.flush()) {
        // The reader of our output closed it.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("template: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn write(out: &mut impl Write, Arguments { edition, checklist }: &Arguments) -> io::Result<()> {
    if *checklist {
        return write!(out, "{}", Checklist::of(*edition));
    }
    serde_json::to_writer_pretty(&mut *out, &template(*edition))?;
    writeln!(out)
}

/// The parsed options; `None` if help was asked for.
fn arguments() -> Result<Option<Arguments>, String> {
    let (mut form, mut checklist) = (None, false);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("checklist") => checklist = true,
            Arg::Value(value) => edition::once(&mut form, value)?,
            Arg::Long(_) | Arg::Short(_) => {
                let seen = excerpt(&arg.unexpected().to_string());
                return Err(format!("{seen}; expected an edition or --checklist (see --help)"));
            }
        }
    }
    let form = form.ok_or("give an edition, such as form_2_2024_10 or 令和6年10月 様式2")?;
    Ok(Some(Arguments { edition: edition::edition(form)?, checklist }))
}
