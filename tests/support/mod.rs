//! Runs the example programs as a user would, for several tests.

#![allow(clippy::disallowed_methods, reason = "the tests look at files")]
#![allow(dead_code, unused_imports, reason = "each test program uses a part")]

mod published;

pub(crate) use published::*;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// The result of running a program.
pub(crate) struct Answer {
    /// The exit status.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

/// The path of an example that `cargo test` has built. Panics if it is older than its source.
#[track_caller]
pub(crate) fn program(example: &str) -> PathBuf {
    let this = std::env::current_exe().expect("the test knows where it is");
    let target: PathBuf = this.ancestors().nth(2).expect("tests run from the deps folder").into();
    let program = target.join("examples").join(example).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        program.exists(),
        "`cargo build --example {example}` first: `cargo test` does, `cargo test --test …` does not"
    );
    let built = changed(&program);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Only the source of this example counts: cargo does not rebuild it when another one changes.
    let examples = root.join("examples");
    for source in [root.join("src"), examples.join(example), examples.join(example).with_extension("rs")] {
        if source.exists() {
            let edited = newest(&source);
            assert!(
                edited <= built,
                "`cargo build --example {example}` first: it is older than what is in {}",
                source.display()
            );
        }
    }
    program
}

fn changed(path: &Path) -> SystemTime {
    let metadata = std::fs::metadata(path).expect("it exists");
    metadata.modified().expect("files bear the time of their last change")
}

/// The last change of a file, or of any file in a folder.
fn newest(path: &Path) -> SystemTime {
    if path.is_file() {
        return changed(path);
    }
    let entries = std::fs::read_dir(path).expect("a folder");
    entries.map(|entry| newest(&entry.expect("readable").path())).max().expect("not empty")
}

/// Runs an example that `cargo test` has built.
#[track_caller]
pub(crate) fn run(example: &str, arguments: &[&str], input: &[u8]) -> Answer {
    let mut child = Command::new(program(example))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    let mut stdin = child.stdin.take().expect("piped");
    let input = input.to_vec();
    // On another thread, because the program may write before it has read everything.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the example ends");
    writer.join().expect("input is written");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Answer { code: output.status.code().expect("an exit status"), out: text(output.stdout), err: text(output.stderr) }
}

/// The cells of a table that is separated by tabs, without its header.
pub(crate) fn tsv(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}
