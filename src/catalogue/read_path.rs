//! Reads paths, in their printed form and as JSON Pointers.
//!
//! A path is checked against the declared fields, so a wrong path is an error at once, and each step is a `&'static
//! str` without an allocation. An index can be one past the end of its list: `put` then adds an entry. The header
//! (format, version, kind, edition) has no paths.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::field::{FieldRow, Shape};
use super::path::{FieldPath, PathStep};
use crate::value::error::excerpt;

/// A string that is not a valid path (経路の誤り).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{seen}\" is not a path of the document: {reason}")]
pub struct PathError {
    /// The string, as [`excerpt`] quotes it.
    pub seen: String,
    /// The longest valid path at its start.
    pub path: FieldPath,
    /// What was expected after that path.
    pub reason: String,
}

/// What the steps that were read so far lead to.
#[derive(Clone, Copy)]
enum Here {
    Part(&'static [FieldRow]),
    List(&'static [FieldRow]),
    Answer,
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

    fn step(&mut self, step: &str) -> Result<(), String> {
        match self.here {
            Here::Part(rows) => self.field(rows, step),
            Here::List(rows) => self.index(rows, step),
            Here::Answer => Err(format!("{} is an answer and has no fields", self.path())),
        }
    }

    fn field(&mut self, rows: &'static [FieldRow], name: &str) -> Result<(), String> {
        let Some(row) = rows.iter().find(|row| row.name == name) else {
            let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
            let seen = excerpt(name);
            let what = if self.steps.is_empty() { "a document".to_string() } else { self.path().to_string() };
            return Err(format!("{what} has no field \"{seen}\": expected one of {}", names.join(", ")));
        };
        self.steps.push(PathStep::Field(row.name));
        self.here = match row.shape {
            Shape::Answer(_) => Here::Answer,
            Shape::Part(rows) => Here::Part(rows()),
            Shape::List(rows) | Shape::Tree(rows, _) => Here::List(rows()),
        };
        Ok(())
    }

    fn index(&mut self, rows: &'static [FieldRow], digits: &str) -> Result<(), String> {
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        match digits.parse() {
            Ok(index) if is_number => {
                self.steps.push(PathStep::Index(index));
                self.here = Here::Part(rows);
                Ok(())
            }
            _ => {
                let seen = excerpt(digits);
                Err(format!("{} is a list: expected an index such as 0, not \"{seen}\"", self.path()))
            }
        }
    }

    fn path(&self) -> FieldPath {
        FieldPath::new(self.steps.clone())
    }

    /// Reads one field and the indices after it: `entrustments[2]`.
    fn segment(&mut self, segment: &str) -> Result<(), String> {
        if let Here::List(_) = self.here {
            return Err(format!("{path} is a list: expected an index such as {path}[0]", path = self.path()));
        }
        let mut parts = segment.split('[');
        self.step(parts.next().unwrap_or_default())?;
        for part in parts {
            let Here::List(_) = self.here else {
                return Err(format!("{} is not a list and takes no index", self.path()));
            };
            match part.strip_suffix(']') {
                Some(digits) => self.step(digits)?,
                None => return Err(format!("the index after {} is not closed by ]", self.path())),
            }
        }
        Ok(())
    }

    fn done(self, read: Result<(), String>, seen: &str) -> Result<FieldPath, PathError> {
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
        None => Err("a JSON Pointer begins with /".to_string()),
    };
    reader.done(read, pointer)
}
