//! 転記: a printed assessment as a document, with an account of what became of every part of it.

mod account;
mod options;
mod pdf;
mod report;
mod review;
mod source;
mod suggestions;
mod words;

use std::fs::File;
use std::io::{self, Read, Write as _};

use clap::ArgMatches;
use mynumber_pia::form::{PageError, data};
use mynumber_pia::value::error::excerpt;
use mynumber_pia::{Assessment, Language};

pub(crate) use self::options::declare;
use self::options::{Arguments, Output};
use self::source::Source;
use crate::attachment::{Unattached, attached};
use crate::input::{Fault, LARGEST, not_utf8};
use crate::options::{Both, Words, both};
use crate::workbook;
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = [
    "評価書の PDF、Excel ブック又はテキストを評価書にする（転記）",
    "the PDF, the workbook or the text of a printed assessment as a document (転記)",
];

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let Arguments { file, edition, output } = Arguments::read(given)?;
    let given = read(&file).map_err(|error| {
        let file = excerpt(&file);
        error.map(|error| format!("{file}: {error}"), |error| format!("{file}: {error}"))
    })?;
    match given {
        Given::Source(source) => report::write(out, &source, edition, output, language),
        Given::Document(document) => carried(out, &document, output),
    }
}

/// What a file gives.
enum Given {
    Source(Source),
    /// The document that a page, a PDF or a workbook of ours carries.
    Document(Box<Assessment>),
}

/// Writes a document in which nothing is doubtful.
fn carried(out: &mut Out, document: &Assessment, output: Output) -> Result<u8, Failure> {
    if output != Output::Document {
        return Err(both(
            "評価書のデータが入ったファイルは、全て確定した記載として読まれる。--suggestions などは指定しない",
            "everything in a file that carries its document is certain: give no --suggestions, --account, --review or --json",
        )
        .into());
    }
    serde_json::to_writer_pretty(&mut *out, document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(0)
}

/// The document in the data of a page or a PDF.
fn document(data: &str) -> Result<Given, Both> {
    let document = serde_json::from_str(data).map_err(|error| Both::one(error.to_string()))?;
    Ok(Given::Document(Box::new(document)))
}

/// The PDF, the workbook or the text in a file, or from standard input.
fn read(file: &str) -> Result<Given, Both> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    let read = if file == "-" {
        io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    if read.map_err(|error| Fault::Unreadable(error).both())? > LARGEST {
        return Err(Fault::TooLarge.both());
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let sheets = workbook::sheets(bytes)?;
        return Ok(if workbook::is_ours(&sheets) {
            Given::Document(Box::new(workbook::read(&sheets)?))
        } else {
            Given::Source(Source::Sheets(sheets))
        });
    }
    if bytes.starts_with(b"%PDF") {
        return match attached(&bytes) {
            Ok(data) => document(&data),
            Err(Unattached::Unreadable(_) | Unattached::NoData) => Ok(Given::Source(Source::Pages(pdf::words(bytes)?))),
            Err(error @ Unattached::Altered) => Err(error.both()),
        };
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(OLD_FORMAT);
    }
    let text = std::str::from_utf8(&bytes).map_err(|error| not_utf8(&bytes, 0, error))?;
    // Some editors begin a file with a mark.
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim().is_empty() {
        return Err(both("空である（評価書のテキストが必要である）", "is empty: expected the text of an assessment"));
    }
    if text.starts_with(pdf::HEADER) {
        return Ok(Given::Source(Source::Pages(pdf::tsv(text)?)));
    }
    if text.trim_start().starts_with(['{', '[']) && text.contains("\"top\"") {
        return Ok(Given::Source(Source::Pages(pdf::json(text)?)));
    }
    match data(text) {
        Ok(data) => document(&data),
        Err(PageError::Altered) => Err(Both::said(|language| PageError::Altered.text(language))),
        Err(_) => Ok(Given::Source(Source::new(text.to_string()))),
    }
}

/// A file of Office before 2007.
const OLD_FORMAT: Both = both(
    "古い形式（.xls、.doc など）のファイルである。ブックは xlsx、文書は UTF-8 のテキストとして保存したものを指定する",
    "is a file of an old format such as .xls or .doc: save a workbook as xlsx, or a document as text in UTF-8",
);
