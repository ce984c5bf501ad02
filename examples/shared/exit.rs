//! How a command ends.

use std::io;
use std::process::ExitCode;

use crate::options::{Both, asked};

/// The exit status of a command, after it wrote its output or failed to.
pub(crate) fn finish(program: &str, written: io::Result<ExitCode>) -> ExitCode {
    match written {
        Ok(code) => code,
        // The reader of our output closed it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => unusable(program, &error.to_string()),
    }
}

/// Prints what is wrong with the options in the language that they ask for, and returns the exit status.
#[allow(dead_code, reason = "`answer` prints its errors itself")]
pub(crate) fn refused(program: &str, error: &Both) -> ExitCode {
    unusable(program, error.text(asked()))
}

/// Prints one line that says why the command cannot do its task, and returns its exit status.
pub(crate) fn unusable(program: &str, error: &str) -> ExitCode {
    eprintln!("{program}: {error}");
    ExitCode::from(2)
}
