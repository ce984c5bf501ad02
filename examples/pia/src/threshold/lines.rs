//! JSON Lines: assessments or facts in, determinations out. A bad line gives an error in its place, and the run goes on.

use std::io::{self, BufRead, BufReader, Read, Write};

use mynumber_pia::{Assessment, Determination, Facts, Language, determine};
use serde_json::json;

use super::for_body;
use super::line::{self, Line};
use crate::Failure;
use crate::clock::today;
use crate::input::not_utf8;
use crate::jobs::in_order;
use crate::made_by::json_line;
use crate::options::{Both, both};
use crate::progress::Progress;

/// What a line has.
const EXPECTED: Both = both(
    "評価書、又は population、handlers、incident の項目を持つ JSON のオブジェクトを書く",
    "expected an assessment, or a JSON object with the fields population, handlers and incident",
);

const EMPTY: Both = both(
    "-: 行がない（1行に一つの評価書又はしきい値判断項目が必要である）",
    "-: is empty: expected an assessment or facts on each line",
);

/// The most bytes of a line without its end, as many as a document of the other commands may have. A longer line is
/// refused, so that it need not be held in memory.
const LONGEST_LINE: usize = 64 << 20;

/// How many bytes are read at once. Lines of facts are short, so handing a single one to another thread is not worthwhile.
const READ: usize = 16_384;

pub(crate) fn answer<R: Read + Send>(
    jobs: usize,
    input: R,
    out: &mut impl Write,
    language: Language,
) -> Result<u8, Failure> {
    let (mut code, mut all) = (0, 0);
    let mut progress = Progress::new("pia threshold");
    let lines = Lines { input: BufReader::with_capacity(READ, input), count: 0 };
    in_order(
        jobs,
        lines,
        |lines| lines?.answer(language),
        |answer| {
            let Answer { bytes, lines, determined, has_errors } = answer?;
            all += determined;
            if has_errors {
                code = 2;
            }
            progress.add(lines);
            out.write_all(&bytes)?;
            // Before waiting for more input, so that a caller who sends one line gets the answer at once.
            out.flush()
        },
    )?;
    if all == 0 { Err(EMPTY.into()) } else { Ok(code) }
}

fn too_long(language: Language) -> String {
    let most = LONGEST_LINE >> 20;
    Both::new(format!("{most}MiB を超えている"), format!("longer than {most} MiB")).text(language).into()
}

/// The lines that can be read without waiting, at least one.
struct Batch {
    /// How many lines come before them.
    before: u64,
    lines: Vec<Vec<u8>>,
}

struct Answer {
    bytes: Vec<u8>,
    lines: u64,
    /// How many lines were not blank.
    determined: u64,
    has_errors: bool,
}

struct Lines<R> {
    input: BufReader<R>,
    /// How many lines were read.
    count: u64,
}

impl<R: Read> Iterator for Lines<R> {
    type Item = io::Result<Batch>;

    fn next(&mut self) -> Option<io::Result<Batch>> {
        let mut batch = Batch { before: self.count, lines: Vec::new() };
        loop {
            match self.line() {
                Ok(Some(line)) => batch.lines.push(line),
                Ok(None) if batch.lines.is_empty() => return None,
                Ok(None) => return Some(Ok(batch)),
                Err(error) => return Some(Err(error)),
            }
            self.count += 1;
            if !self.input.buffer().contains(&b'\n') {
                return Some(Ok(batch));
            }
        }
    }
}

impl<R: Read> Lines<R> {
    /// A line with its end, or the beginning of one that is too long.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        // Two more bytes for the end of the line.
        let most = LONGEST_LINE + 2;
        if self.input.by_ref().take(most as u64).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.len() == most && line.last() != Some(&b'\n') {
            self.input.skip_until(b'\n')?;
        }
        Ok(Some(line))
    }
}

impl Batch {
    fn answer(self, language: Language) -> io::Result<Answer> {
        let mut answer = Answer { bytes: Vec::new(), lines: 0, determined: 0, has_errors: false };
        for (line, number) in self.lines.iter().zip(self.before + 1..) {
            answer.lines += 1;
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            // Some programs begin a UTF-8 file with a byte order mark.
            let text = if number == 1 { text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text) } else { text };
            let is_too_long = text.len() > LONGEST_LINE;
            if !is_too_long && text.trim_ascii().is_empty() {
                continue;
            }
            let determined = if is_too_long { Err(too_long(language)) } else { determined(text, language) };
            answer.determined += 1;
            match determined {
                Ok(determination) => json_line(&mut answer.bytes, &determination)?,
                Err(error) => {
                    answer.has_errors = true;
                    json_line(&mut answer.bytes, &json!({ "error": error, "line": number }))?;
                }
            }
        }
        Ok(answer)
    }
}

fn determined(line: &[u8], language: Language) -> Result<Determination, String> {
    let text = std::str::from_utf8(line).map_err(|error| not_utf8(line, 0, error).text(language).to_string())?;
    let text = text.trim();
    if !text.starts_with('{') {
        // serde would also accept a list of three values.
        return Err(EXPECTED.text(language).into());
    }
    // Every assessment contains this, and no line of facts does.
    if text.contains("\"format\"") {
        line::read(text, language).map(|document: Assessment| determine(&Facts::from(&document)))
    } else {
        Line::read(text, today(), language).map(|Line { facts, body }| for_body(determine(&facts), body))
    }
}
