//! The texts that a user gives: on the command line, or as lines of standard input.

use std::io::{self, BufRead, Read as _};

use crate::input::Row;
use crate::input::not_utf8;
use crate::options::Both;

/// The most bytes of a line of standard input. A longer line is refused, so that it need not be held in memory.
const LONGEST: usize = 1 << 20;

/// The texts; for `-` the lines of standard input, one in memory at a time. A line that cannot be read gives an error
/// with its number.
pub(crate) fn texts(arguments: Vec<String>) -> impl Iterator<Item = Result<String, Both>> {
    arguments.into_iter().flat_map(|text| -> Box<dyn Iterator<Item = Result<String, Both>>> {
        if text == "-" {
            Box::new(Lines { input: io::stdin().lock(), index: 0, unreadable: Row::default() })
        } else {
            Box::new([Ok(text)].into_iter())
        }
    })
}

/// The lines that are not blank, until ten in a row cannot be read.
struct Lines<R> {
    input: R,
    /// How many lines were read.
    index: usize,
    unreadable: Row,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<String, Both>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.unreadable.is_over() {
                return None;
            }
            let index = self.index;
            match self.line() {
                Ok(None) => return None,
                Ok(Some(text)) if text.trim().is_empty() => {}
                Ok(Some(text)) => {
                    self.unreadable.clear();
                    return Some(Ok(text));
                }
                Err(fault) => {
                    let fault = match self.unreadable.add() {
                        Some(stopped) => fault.then(&stopped),
                        None => fault,
                    };
                    return Some(Err(fault.map(
                        |japanese| format!("-[{index}]: {japanese}"),
                        |english| format!("-[{index}]: {english}"),
                    )));
                }
            }
        }
    }
}

impl<R: BufRead> Lines<R> {
    fn line(&mut self) -> Result<Option<String>, Both> {
        let unreadable =
            |error: io::Error| Both::new(format!("読み込めない：{error}"), format!("cannot be read: {error}"));
        let (mut line, is_first) = (Vec::new(), self.index == 0);
        if self.input.by_ref().take(LONGEST as u64 + 2).read_until(b'\n', &mut line).map_err(unreadable)? == 0 {
            return Ok(None);
        }
        self.index += 1;
        let is_whole = line.ends_with(b"\n");
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        // Some programs begin a UTF-8 file with a byte order mark.
        let text = if is_first { text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text) } else { text };
        if text.len() > LONGEST {
            if !is_whole {
                self.input.skip_until(b'\n').map_err(unreadable)?;
            }
            return Err(Both::new(format!("{LONGEST}バイトを超えている"), format!("longer than {LONGEST} bytes")));
        }
        let valid = std::str::from_utf8(text).map_err(|error| not_utf8(text, 0, error))?;
        Ok(Some(valid.to_string()))
    }
}
