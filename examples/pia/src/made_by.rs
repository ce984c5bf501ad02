//! JSON for programs: an object on each line, with by what it was made.

use std::io::{self, Write};

use mynumber_pia::law::made_by;
use serde::Serialize;

/// The name of the field.
pub(crate) const MADE_BY: &str = "made_by";

#[derive(Serialize)]
struct Made<'a, T> {
    #[serde(flatten)]
    result: &'a T,
    made_by: String,
}

/// Writes a result as an object on a line.
pub(crate) fn json_line(out: &mut impl Write, result: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Made { result, made_by: made_by() })?;
    writeln!(out)
}
