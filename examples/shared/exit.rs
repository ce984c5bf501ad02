//! How a command ends.

use std::io;
use std::process::ExitCode;

/// The exit status of a command that has written its output, or could not.
pub(crate) fn finish(program: &str, written: io::Result<ExitCode>) -> ExitCode {
    match written {
        Ok(code) => code,
        // Who reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => unusable(program, &error.to_string()),
    }
}

/// The exit status of a command that cannot do what it was asked, after one line that says why.
pub(crate) fn unusable(program: &str, error: &str) -> ExitCode {
    eprintln!("{program}: {error}");
    ExitCode::from(2)
}
