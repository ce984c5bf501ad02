//! The same functions as a program: a request in each line of standard input, its reply in a line of standard output.
//!
//! ```text
//! cargo run --release --example lines < requests > replies
//! ```
//!
//! With `--time`, the time of each request in microseconds is a line of standard error.

#![allow(
    clippy::disallowed_methods,
    reason = "a program reads its arguments, its input and the clock; the library does not"
)]

use std::io::{self, BufRead, Write};
use std::time::Instant;

use pia_editor::Editor;

fn main() -> io::Result<()> {
    let is_timed = std::env::args().nth(1).as_deref() == Some("--time");
    let (mut editor, mut out) = (Editor::default(), io::stdout().lock());
    for request in io::stdin().lock().lines() {
        let (request, begin) = (request?, Instant::now());
        let reply = editor.call(&request);
        if is_timed {
            eprintln!("{}", begin.elapsed().as_micros());
        }
        writeln!(out, "{reply}")?;
    }
    Ok(())
}
