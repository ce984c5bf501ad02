//! JSONスキーマ: the JSON Schema of a document.
//!
//! ```text
//! cargo run --example schema                      for every form
//! cargo run --example schema -- form_2_2024_10    for this edition
//! cargo run --example schema -- basic_item        for every edition of this form
//! ```
//!
//! Exit status: 0 on success, 2 on unusable options.

#![allow(clippy::disallowed_methods, reason = "a program reads its arguments; the library does not")]

#[path = "../shared/edition.rs"]
mod edition;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::form::Schema;
use mynumber_pia::value::error::excerpt;

const HELP: &str = "\
JSONスキーマ: the JSON Schema (2020-12) of an assessment, with labels, printed numbers and requirements

schema [EDITION]

EDITION  an edition by its code (form_2_2024_10) or printed tag (令和6年10月 様式2), or a kind (basic_item, key_item, all_item);
         without it, the schema for all forms

exit status: 0 success; 2 unusable options
";

fn main() -> ExitCode {
    let schema = match arguments() {
        Ok(Some(schema)) => schema,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("schema: {error}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, &schema).map_err(io::Error::from);
    match written.and_then(|()| writeln!(out)).and_then(|()| out.flush()) {
        // The reader of our output closed it.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("schema: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// The requested schema; `None` if help was asked for.
fn arguments() -> Result<Option<Schema>, String> {
    let mut form = None;
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Value(value) => edition::once(&mut form, value)?,
            Arg::Long(_) | Arg::Short(_) => {
                let seen = excerpt(&arg.unexpected().to_string());
                return Err(format!("{seen}; expected an edition (see --help)"));
            }
        }
    }
    Ok(Some(form.map_or(Schema::ALL, Schema::of)))
}
