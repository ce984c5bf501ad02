//! The texts that a user gives: on the command line, or as lines of standard input.

use std::io::{self, BufRead, Read as _};

/// The most bytes of a line of standard input. A longer line is refused, so that it need not be held in memory.
const LONGEST: usize = 1 << 20;

/// The texts; for `-` the lines of standard input, one in memory at a time. A line that cannot be read gives an error
/// with its number.
pub(crate) fn texts(arguments: Vec<String>) -> impl Iterator<Item = Result<String, String>> {
    arguments.into_iter().flat_map(|text| -> Box<dyn Iterator<Item = Result<String, String>>> {
        if text == "-" {
            Box::new(Lines { input: io::stdin().lock(), index: 0 })
        } else {
            Box::new([Ok(text)].into_iter())
        }
    })
}

/// The lines that are not blank.
struct Lines<R> {
    input: R,
    /// How many lines were read.
    index: usize,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<String, String>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut line = Vec::new();
            let index = self.index;
            let fault = |what: &str| Some(Err(format!("-[{index}]: {what}")));
            match self.input.by_ref().take(LONGEST as u64 + 2).read_until(b'\n', &mut line) {
                Err(error) => return fault(&format!("cannot be read: {error}")),
                Ok(0) => return None,
                Ok(_) => self.index += 1,
            }
            let is_whole = line.ends_with(b"\n");
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            // Some programs begin a UTF-8 file with a byte order mark.
            let text = if index == 0 { text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text) } else { text };
            if text.len() > LONGEST {
                if !is_whole && let Err(error) = self.input.skip_until(b'\n') {
                    return fault(&format!("cannot be read: {error}"));
                }
                return fault(&format!("longer than {LONGEST} bytes"));
            }
            match std::str::from_utf8(text) {
                Err(error) => return fault(&format!("not UTF-8 at byte {}", error.valid_up_to())),
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => return Some(Ok(text.to_string())),
            }
        }
    }
}
