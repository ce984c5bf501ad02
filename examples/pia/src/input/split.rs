//! Splits a file into its documents, which can be JSON Lines or laid out over several lines.

use std::io::{self, BufRead, Read as _};

use super::place::characters;

/// The most bytes of a document. No real document is as large. A larger one is refused, so that it need not be held in
/// memory.
pub(crate) const LARGEST: usize = 64 << 20;

/// The most bytes that are read at once: a line, or a part of a long line.
const CHUNK: u64 = 1 << 20;

/// The text of what should be one document.
#[derive(Default)]
pub(crate) struct Piece {
    pub(crate) bytes: Vec<u8>,
    /// The line of the file where it begins, counted from 1.
    pub(crate) line: usize,
    /// How many characters of that line come before it.
    pub(crate) column: usize,
    /// How many bytes of the file come before it.
    pub(crate) offset: usize,
    /// Whether it has more than [`LARGEST`] bytes. Then its text is dropped.
    pub(crate) is_too_large: bool,
}

/// Splits a file into pieces of one document each. At most one piece is in memory.
///
/// It counts brackets, so that the next document is found even if one cannot be read. An unclosed document ends before
/// a line that begins with an object where JSON allows none, or with an object whose first field is `"format"`, which
/// is the first field that is written. A JSON string does not continue in the next line. So a truncated document does
/// not swallow the next one.
pub(crate) struct Pieces<R> {
    input: R,
    chunk: Vec<u8>,
    /// How many bytes of the chunk belong to earlier pieces.
    used: usize,
    /// The line where the chunk begins.
    line: usize,
    /// How many characters of that line come before the chunk.
    column: usize,
    offset: usize,
    /// Whether the last piece was not JSON. Then all lines up to the next one that begins with an object belong to it.
    skips: bool,
}

/// The state of the scan within a piece.
#[derive(Default)]
struct State {
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    /// The last byte that is neither blank nor in a string.
    last: u8,
}

impl<R: BufRead> Pieces<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, chunk: Vec::new(), used: 0, line: 1, column: 0, offset: 0, skips: false }
    }

    /// The next piece; `None` at the end of the file.
    pub(crate) fn next(&mut self) -> io::Result<Option<Piece>> {
        let (mut piece, mut state) = (None, State::default());
        loop {
            if self.used == self.chunk.len() && !self.refill()? {
                return Ok(piece);
            }
            let rest = self.chunk.get(self.used..).unwrap_or_default();
            let begins_line = self.column + self.used == 0;
            if piece.is_none() {
                let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                let is_skipped = self.skips && !(begins_line && rest.starts_with(b"{"));
                if is_skipped || blank > 0 {
                    self.used += if is_skipped { rest.len() } else { blank };
                    continue;
                }
                self.skips = false;
            } else if begins_line && rest.starts_with(b"{") {
                // No part of a document has the field "format". If the bracket is alone on its line, the field is on
                // the next one.
                let is_misplaced = !matches!(state.last, b'[' | b',' | b':');
                let inside = rest.get(1..).unwrap_or_default().trim_ascii_start();
                let inside = if inside.is_empty() { self.input.fill_buf()?.trim_ascii_start() } else { inside };
                if is_misplaced || inside.starts_with(b"\"format\"") {
                    return Ok(piece);
                }
            }
            let own = piece.get_or_insert_with(|| Piece {
                line: self.line,
                column: self.column + characters(self.chunk.get(..self.used).unwrap_or_default()),
                offset: self.offset + self.used,
                ..Piece::default()
            });
            let end = state.scan(rest);
            let read = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
            if own.bytes.len() + read.len() > LARGEST {
                own.is_too_large = true;
                own.bytes = Vec::new();
            }
            if !own.is_too_large {
                own.bytes.extend_from_slice(read);
            }
            self.used += read.len();
            if state.depth == 0 && !state.in_string {
                self.skips = end.is_none();
                return Ok(piece);
            }
        }
    }

    /// Reads the next line, or a part of a long one; `false` at the end of the file.
    fn refill(&mut self) -> io::Result<bool> {
        if self.chunk.last() == Some(&b'\n') {
            (self.line, self.column) = (self.line + 1, 0);
        } else {
            self.column += characters(&self.chunk);
        }
        self.offset += self.chunk.len();
        let is_first = self.offset == 0;
        self.chunk.clear();
        self.used = 0;
        self.input.by_ref().take(CHUNK).read_until(b'\n', &mut self.chunk)?;
        // Some programs begin a UTF-8 file with a byte order mark.
        if is_first && self.chunk.starts_with(b"\xEF\xBB\xBF") {
            self.chunk.drain(..3);
            return Ok(!self.chunk.is_empty() || self.refill()?);
        }
        Ok(!self.chunk.is_empty())
    }
}

impl State {
    /// Scans more bytes. Returns how many of them belong to the document if it ends here; `None` if it goes on, or is
    /// not JSON.
    fn scan(&mut self, bytes: &[u8]) -> Option<usize> {
        for (index, byte) in bytes.iter().enumerate() {
            if self.in_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    // A JSON string does not continue in the next line.
                    b'"' | b'\n' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth <= 1 => {
                    self.depth = 0;
                    return Some(index + 1);
                }
                b'}' | b']' => self.depth -= 1,
                _ if self.depth == 0 => return None,
                b'"' => (self.in_string, self.is_escaped) = (true, false),
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                self.last = *byte;
            }
        }
        None
    }
}
