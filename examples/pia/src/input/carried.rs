//! A document that a page or a PDF carries.

use std::io::{BufRead, Cursor, Read as _};

use mynumber_pia::form::data;

use super::encoding::not_utf8;
use super::fault::Fault;
use super::split::LARGEST;
use crate::attachment::attached;
use crate::options::Both;

/// What a PDF begins with.
const PDF: &[u8] = b"%";

/// What a page begins with, after blanks and the mark of its encoding.
const PAGE: &[u8] = b"<";

/// The text of a file: JSON as it is, or the document that a page or a PDF carries.
pub(super) fn opened(mut input: Box<dyn BufRead + Send>) -> Result<Box<dyn BufRead + Send>, Fault> {
    let start = input.fill_buf().map_err(Fault::Unreadable)?;
    let is_pdf = start.starts_with(PDF);
    if !is_pdf && !start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start().starts_with(PAGE) {
        return Ok(input);
    }
    let mut bytes = Vec::new();
    let read = input.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(Fault::Unreadable)?;
    if read > LARGEST {
        return Err(Fault::TooLarge);
    }
    let text = if is_pdf {
        attached(&bytes).map_err(Fault::Page)?
    } else {
        let page = str::from_utf8(&bytes).map_err(|error| Fault::NotUtf8(not_utf8(&bytes, 0, error)))?;
        data(page).map_err(|error| Fault::Page(Both::said(|language| error.text(language))))?
    };
    Ok(Box::new(Cursor::new(text)))
}
