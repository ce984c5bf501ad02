//! A document that a page, a PDF or a workbook carries.

use std::io::{BufRead, Cursor, Read as _};

use mynumber_pia::form::data;

use super::encoding::not_utf8;
use super::fault::Fault;
use super::split::LARGEST;
use crate::attachment::attached;
use crate::options::{Both, both};
use crate::workbook;

/// What a PDF begins with.
const PDF: &[u8] = b"%";

/// What a page begins with, after blanks and the mark of its encoding.
const PAGE: &[u8] = b"<";

/// What a workbook begins with.
const WORKBOOK: &[u8] = b"PK";

/// The text of a file: JSON as it is, or the document that a page, a PDF or a workbook carries.
pub(super) fn opened(mut input: Box<dyn BufRead + Send>) -> Result<Box<dyn BufRead + Send>, Fault> {
    let start = input.fill_buf().map_err(Fault::Unreadable)?;
    let (is_pdf, is_workbook) = (start.starts_with(PDF), start.starts_with(WORKBOOK));
    if !is_pdf
        && !is_workbook
        && !start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start().starts_with(PAGE)
    {
        return Ok(input);
    }
    let mut bytes = Vec::new();
    let read = input.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(Fault::Unreadable)?;
    if read > LARGEST {
        return Err(Fault::TooLarge);
    }
    let text = if is_pdf {
        attached(&bytes).map_err(|error| Fault::Page(error.both()))?
    } else if is_workbook {
        filled_in(bytes).map_err(Fault::Page)?
    } else {
        let page = str::from_utf8(&bytes).map_err(|error| Fault::NotUtf8(not_utf8(&bytes, 0, error)))?;
        data(page).map_err(|error| Fault::Page(Both::said(|language| error.text(language))))?
    };
    Ok(Box::new(Cursor::new(text)))
}

/// The document in a workbook of its form.
fn filled_in(bytes: Vec<u8>) -> Result<String, Both> {
    let sheets = workbook::sheets(bytes)?;
    if !workbook::is_ours(&sheets) {
        return Err(both(
            "pia print --xlsx で作成したブックでない。他のブックは pia transcribe で読み取る",
            "is no workbook that `pia print --xlsx` made; `pia transcribe` reads others",
        ));
    }
    serde_json::to_string(&workbook::read(&sheets)?).map_err(|error| Both::one(error.to_string()))
}
