//! What assessments say, in short.
//!
//! ```text
//! cargo run --example summary                        the five published assessments
//! cargo run --example summary -- FILE...             these; - is standard input
//! cargo run --example summary -- --json [FILE...]    one JSON object a line
//! cargo run --example summary -- --mermaid [FILE...] entrustment chains and flows as Mermaid diagrams
//! ```
//!
//! Exit status: 0 where every file could be read, 2 where one could not.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments and files; the library does not"
)]

#[path = "../documents/input.rs"]
mod input;
mod json;
mod mermaid;
mod print;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use lexopt::Arg;
use mynumber_pia::value::error::excerpt;

const HELP: &str = "\
特定個人情報保護評価書の概要: what assessments say, in short

summary [--json | --mermaid] [FILE...]

FILE       an assessment as JSON; - is standard input; without files the five published assessments
--json     one object a line
--mermaid  the chains of entrustment, and the flows between systems, files and recipients, as Mermaid diagrams

exit status: 0 every file could be read; 2 one could not
";

#[derive(Clone, Copy)]
enum Output {
    Text,
    Json,
    Mermaid,
}

fn main() -> ExitCode {
    let (output, files) = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("summary: {error}");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for (name, document) in input::read(&files) {
        let written = match document {
            Ok(document) => match output {
                Output::Text => print::write(&mut out, &name, &document),
                Output::Json => json::write(&mut out, &document),
                Output::Mermaid => mermaid::write(&mut out, &name, &document),
            },
            Err(error) => {
                code = ExitCode::from(2);
                out.flush().map(|()| eprintln!("summary: {name}: {error}"))
            }
        };
        match written {
            Ok(()) => {}
            // Who reads our output has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return code,
            Err(error) => {
                eprintln!("summary: {error}");
                return ExitCode::from(2);
            }
        }
    }
    match out.flush() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => code,
    }
}

/// What to write, and of which files; `None` where help was asked for.
fn arguments() -> Result<Option<(Output, Vec<String>)>, String> {
    let mut output = Output::Text;
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next().map_err(|error| excerpt(&error.to_string()))? {
        match (arg, output) {
            (Arg::Long("help") | Arg::Short('h'), _) => return Ok(None),
            (Arg::Long("json"), Output::Text | Output::Json) => output = Output::Json,
            (Arg::Long("mermaid"), Output::Text | Output::Mermaid) => output = Output::Mermaid,
            (Arg::Long("json" | "mermaid"), _) => return Err("--json and --mermaid do not go together".into()),
            (Arg::Value(file), _) => {
                files.push(
                    file.into_string().map_err(|file| format!("not UTF-8: {}", excerpt(&file.to_string_lossy())))?,
                );
            }
            (arg @ (Arg::Long(_) | Arg::Short(_)), _) => {
                let seen = excerpt(&arg.unexpected().to_string());
                return Err(format!("{seen}; expected --json, --mermaid or files (--help says more)"));
            }
        }
    }
    Ok(Some((output, files)))
}
