//! Reads paths, in their printed form and as JSON Pointers.
//!
//! A path is checked against the declared fields, so a wrong path is an error at once, and each step is a `&'static
//! str` without an allocation. An index can be one past the end of its list: `put` then adds an entry. The header
//! (format, version, kind, edition) has no paths.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::field::{FieldRow, Shape};
use super::path::{FieldPath, PathStep};
use crate::value::answer::Written;
use crate::value::error::{Japanese, excerpt};
use crate::value::language::bilingual;

/// A string that is not a valid path (経路の誤り).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct PathError {
    /// The string, as [`excerpt`] quotes it.
    pub seen: String,
    /// The longest valid path at its start.
    pub path: FieldPath,
    /// What is wrong after that path.
    pub reason: PathReason,
}

/// What is wrong after the valid beginning of a path (経路の誤りの理由).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathReason {
    /// It leads to an answer, which has no fields.
    Answer,
    /// The part has no such field.
    NoSuchField {
        /// The name, as [`excerpt`] quotes it.
        seen: String,
        /// The names of its fields.
        allowed: Vec<&'static str>,
    },
    /// The name of a field of the header. These have no paths.
    Header {
        /// The fields of the header.
        names: Vec<&'static str>,
    },
    /// It leads to a list, but what follows is not an index.
    NotAnIndex {
        /// What follows, as [`excerpt`] quotes it.
        seen: String,
    },
    /// It leads to a list, but no index follows.
    NoIndex,
    /// An index, but it does not lead to a list.
    NotAList,
    /// The index of a line. The lines of a cell are one answer.
    LinesHaveNoIndex,
    /// An index without `]`.
    NotClosed,
    /// A JSON Pointer that does not begin with `/`.
    NoSlash,
}

impl PathError {
    /// What is wrong after the valid beginning, in English and in Japanese.
    fn words(&self) -> [String; 2] {
        let Self { seen: _, path, reason } = self;
        match reason {
            PathReason::Answer => {
                [format!("{path} is an answer and has no fields"), format!("{path} は記載欄であり、その中に項目はない")]
            }
            PathReason::NoSuchField { seen, allowed } => {
                let names = allowed.join(", ");
                let [english, japanese] = match path.steps() {
                    [] => ["a document".into(), "評価書".into()],
                    [_, ..] => [path.to_string(), format!("{path} ")],
                };
                [
                    format!("{english} has no field \"{seen}\": expected one of {names}"),
                    format!("{japanese}に「{seen}」という項目はない（使える項目：{names}）"),
                ]
            }
            PathReason::Header { names } => {
                let names = names.join(", ");
                [
                    format!("the fields of the header ({names}) have no paths"),
                    format!("見出し部の項目（{names}）に経路はない"),
                ]
            }
            PathReason::NotAnIndex { seen } => [
                format!("{path} is a list: expected an index such as 0, not \"{seen}\""),
                format!("{path} は配列である。「{seen}」ではなく、0 などの番号を書く"),
            ],
            PathReason::NoIndex => [
                format!("{path} is a list: expected an index such as {path}[0]"),
                format!("{path} は配列である。{path}[0] のように番号を書く"),
            ],
            PathReason::NotAList => {
                [format!("{path} is not a list and takes no index"), format!("{path} は配列でなく、番号を付けられない")]
            }
            PathReason::LinesHaveNoIndex => [
                format!(
                    "{path} is one answer, and its lines have no index: write all of them at {path}, with line feeds between them"
                ),
                format!("{path} は一つの記載欄であり、その中の行に番号はない。全ての行を改行で区切って {path} に書く"),
            ],
            PathReason::NotClosed => {
                [format!("the index after {path} is not closed by ]"), format!("{path} の次の番号が ] で閉じていない")]
            }
            PathReason::NoSlash => ["a JSON Pointer begins with /".into(), "JSON Pointer は / で始まる".into()],
        }
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [english, _] = self.words();
        write!(f, "\"{}\" is not a path of the document: {english}", self.seen)
    }
}

impl Japanese for PathError {
    fn japanese(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [_, japanese] = self.words();
        write!(f, "「{}」は評価書の項目の経路でない：{japanese}", self.seen)
    }
}

bilingual!(pub PathError);

/// What the steps that were read so far lead to.
#[derive(Clone, Copy)]
enum Here {
    Part(&'static [FieldRow]),
    List(&'static [FieldRow]),
    Answer(Written),
}

/// The steps that were read so far.
struct Reader {
    steps: Vec<PathStep>,
    here: Here,
}

impl Reader {
    const fn new(rows: &'static [FieldRow]) -> Self {
        Self { steps: Vec::new(), here: Here::Part(rows) }
    }

    fn step(&mut self, step: &str) -> Result<(), PathReason> {
        match self.here {
            Here::Part(rows) => self.field(rows, step),
            Here::List(rows) => self.index(rows, step),
            Here::Answer(Written::Lines) if step.parse::<usize>().is_ok() => Err(PathReason::LinesHaveNoIndex),
            Here::Answer(_) => Err(PathReason::Answer),
        }
    }

    fn field(&mut self, rows: &'static [FieldRow], name: &str) -> Result<(), PathReason> {
        let Some(row) = rows.iter().find(|row| row.name == name) else {
            let allowed = rows.iter().map(|row| row.name).collect();
            return Err(PathReason::NoSuchField { seen: excerpt(name), allowed });
        };
        self.steps.push(PathStep::Field(row.name));
        self.here = match row.shape {
            Shape::Answer(written) => Here::Answer(written),
            Shape::Part(rows) => Here::Part(rows()),
            Shape::List(rows) | Shape::Tree(rows, _) => Here::List(rows()),
        };
        Ok(())
    }

    fn index(&mut self, rows: &'static [FieldRow], digits: &str) -> Result<(), PathReason> {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        match digits.parse() {
            Ok(index) if is_number => {
                self.steps.push(PathStep::Index(index));
                self.here = Here::Part(rows);
                Ok(())
            }
            _ => Err(PathReason::NotAnIndex { seen: excerpt(digits) }),
        }
    }

    /// Reads one field and the indices after it: `entrustments[2]`.
    fn segment(&mut self, segment: &str) -> Result<(), PathReason> {
        if let Here::List(_) = self.here {
            return Err(PathReason::NoIndex);
        }
        let mut parts = segment.split('[');
        self.step(parts.next().unwrap_or_default())?;
        for part in parts {
            match self.here {
                Here::List(_) => {}
                Here::Answer(Written::Lines) => return Err(PathReason::LinesHaveNoIndex),
                Here::Part(_) | Here::Answer(_) => return Err(PathReason::NotAList),
            }
            match part.strip_suffix(']') {
                Some(digits) => self.step(digits)?,
                None => return Err(PathReason::NotClosed),
            }
        }
        Ok(())
    }

    fn done(self, read: Result<(), PathReason>, seen: &str) -> Result<FieldPath, PathError> {
        let path = FieldPath::new(self.steps);
        match read {
            Ok(()) => Ok(path),
            Err(reason) => Err(PathError { seen: excerpt(seen), path, reason }),
        }
    }
}

/// Reads the printed form of a path in a document with these fields.
pub(crate) fn read_path(rows: &'static [FieldRow], text: &str) -> Result<FieldPath, PathError> {
    let mut reader = Reader::new(rows);
    let read = if text.is_empty() { Ok(()) } else { text.split('.').try_for_each(|segment| reader.segment(segment)) };
    reader.done(read, text)
}

/// Reads a JSON Pointer in a document with these fields.
pub(crate) fn read_pointer(rows: &'static [FieldRow], pointer: &str) -> Result<FieldPath, PathError> {
    let mut reader = Reader::new(rows);
    let read = match pointer.strip_prefix('/') {
        Some(steps) => steps.split('/').try_for_each(|step| reader.step(&step.replace("~1", "/").replace("~0", "~"))),
        None if pointer.is_empty() => Ok(()),
        None => Err(PathReason::NoSlash),
    };
    reader.done(read, pointer)
}
