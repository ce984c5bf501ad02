//! `pia`: 特定個人情報保護評価 on the command line. `pia --help` lists the commands.
//!
//! ```text
//! cargo run -p mynumber-pia-cli -- affairs FOLDER
//! ```
//!
//! Exit status: 0 if there is nothing to do, 1 if there is something (each command says what), 2 on unusable input.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a program reads its arguments, files and the clock; the library does not"
)]

mod affairs;
mod answer;
mod attachment;
mod changes;
mod cite;
mod clock;
mod commands;
mod english;
mod form;
mod generate;
mod input;
mod jobs;
mod made_by;
mod options;
mod print;
mod progress;
mod schema;
mod summary;
mod template;
mod threshold;
mod transcribe;
mod validate;
mod workbook;

use std::io::{self, BufWriter, StdoutLock, Write as _};
use std::process::ExitCode;

use commands::Asked;
use mynumber_pia::Language;
use options::Both;

/// Standard output.
type Out = BufWriter<StdoutLock<'static>>;

/// Why a command cannot do its task.
enum Failure {
    Input(Both),
    Output(io::Error),
}

impl From<Both> for Failure {
    fn from(error: Both) -> Self {
        Self::Input(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let (program, language, result) = match commands::read(&arguments) {
        Ok(Asked { name, language, given, run }) => (format!("pia {name}"), language, run(&given, language, &mut out)),
        Err(commands::Instead::Print(text)) => {
            let written = out.write_all(text.as_bytes()).map(|()| 0);
            ("pia".into(), Language::default(), written.map_err(Failure::Output))
        }
        Err(commands::Instead::Refuse { program, language, error }) => (program, language, Err(error.into())),
    };
    let error = match result.and_then(|status| out.flush().map(|()| status).map_err(Failure::Output)) {
        Ok(status) => return ExitCode::from(status),
        // The reader of our output closed it.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(Failure::Output(error)) => input::os(&error).text(language).to_string(),
        Err(Failure::Input(error)) => error.text(language).to_string(),
    };
    say(&program, &error);
    ExitCode::from(2)
}

/// Says on standard error what is wrong. Each line begins with the name of the command.
fn say(program: &str, text: &str) {
    for line in text.lines() {
        eprintln!("{program}: {line}");
    }
}
