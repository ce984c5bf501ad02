//! Runs `pia` as a user would, in the root of the repository.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use mynumber_pia::law::made_by;

/// The result of running a command.
pub(crate) struct Answer {
    /// The exit status.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    root.expect("the crate is in examples/pia")
}

/// A command of `pia`, to which arguments can be added.
pub(crate) fn pia(command: &str) -> Command {
    let mut pia = Command::new(env!("CARGO_BIN_EXE_pia"));
    pia.current_dir(root()).arg(command);
    pia
}

/// Runs a command.
#[track_caller]
pub(crate) fn run(command: &str, arguments: &[&str], input: &[u8]) -> Answer {
    let mut child = pia(command)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("pia starts");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_vec();
    // On another thread, because the program may write before it has read everything.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("pia ends");
    writer.join().expect("input is written");
    let text = |bytes| without_made_by(&String::from_utf8(bytes).expect("UTF-8"));
    Answer { code: output.status.code().expect("an exit status"), out: text(output.stdout), err: text(output.stderr) }
}

/// What a command printed, without by which version it was made: the text that a release does not change.
pub(crate) fn without_made_by(text: &str) -> String {
    let made_by = made_by();
    text.replace(&format!(",\"made_by\":\"{made_by}\""), "").replace(&format!("\n{made_by}\n"), "")
}
