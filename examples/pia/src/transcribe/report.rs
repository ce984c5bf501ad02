//! Writes what was read from a source: the document, what a person has to confirm, or the account.

use std::io::{self, Write};

use mynumber_pia::transcribe::{Fate, SourceSpan, Transcription};
use mynumber_pia::{FormEdition, Language};
use serde::Serialize;

use super::account;
use super::options::Output;
use super::source::Source;
use super::{review, suggestions};
use crate::Failure;
use crate::made_by::json_line;
use crate::options::{Both, both};

/// For a source that is no printed form, so that nobody takes the empty document for what it says.
const NOTHING: Both = both(
    "評価書の記載が一つも読み取れない。評価書のテキストでないか、改行が失われている",
    "no answer of an assessment can be read: it is not the text of one, or its line breaks are lost",
);

/// Reads the source and writes what is asked for. The exit status says whether something needs a person.
pub(crate) fn write(
    out: &mut impl Write,
    source: &Source,
    edition: Option<FormEdition>,
    output: Output,
    language: Language,
) -> Result<u8, Failure> {
    let read = source.transcribe(edition);
    if let Some(error) = read.too_long() {
        return Err(Both::said(|language| error.text(language)).into());
    }
    if read.is_nothing() {
        return Err(NOTHING.into());
    }
    match output {
        Output::Document => {
            serde_json::to_writer_pretty(&mut *out, read.document()).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Output::Suggestions => suggestions::write(out, source, &read, language)?,
        Output::Account => account::write(out, source, &read, language)?,
        Output::Review => review::write(out, source, &read, language)?,
        Output::Json => json(out, source, &read)?,
    }
    let rest = Rest::of(source, &read);
    // What is written says it all in the other cases.
    if output == Output::Document && !rest.is_nothing() {
        eprintln!("pia transcribe: {}", rest.text(language));
    }
    Ok(u8::from(!rest.is_nothing()))
}

/// What is left for a person.
pub(crate) struct Rest {
    suggestions: usize,
    /// The parts of the source whose place is not known, and their characters.
    parts: usize,
    characters: usize,
    /// Other editions that fit as well.
    editions: Vec<FormEdition>,
    /// Where a second form begins.
    second: [Option<String>; 2],
    /// The characters that the source lacks.
    lost: String,
}

impl Rest {
    pub(crate) fn of(source: &Source, read: &Transcription) -> Self {
        let text = |span: &SourceSpan| match span.fate {
            Fate::LeftOver => source.text(span.range).chars().filter(|c| !c.is_whitespace()).count(),
            Fate::Label
            | Fate::Choices
            | Fate::Answer { .. }
            | Fate::Suggested { .. }
            | Fate::Mark
            | Fate::Furniture => 0,
        };
        let left: Vec<usize> = read.spans().iter().map(text).filter(|characters| *characters > 0).collect();
        Self {
            suggestions: read.suggestions().len(),
            parts: left.len(),
            characters: left.iter().sum(),
            editions: read.edition().ties.clone(),
            second: [Language::Japanese, Language::English]
                .map(|language| read.second().map(|range| source.place(range, language))),
            lost: read.lost().iter().collect(),
        }
    }

    fn is_nothing(&self) -> bool {
        let Self { suggestions, parts, characters: _, editions, second, lost } = self;
        *suggestions == 0 && *parts == 0 && editions.is_empty() && second.iter().all(Option::is_none) && lost.is_empty()
    }

    pub(crate) fn text(&self, language: Language) -> String {
        let Self { suggestions, parts, characters, editions, second: [japanese, english], lost } = self;
        let editions: Vec<String> = editions.iter().map(ToString::to_string).collect();
        match language {
            Language::Japanese => {
                let also = if editions.is_empty() {
                    String::new()
                } else {
                    format!("、同じく合う版：{}", editions.join("、"))
                };
                let lost =
                    if lost.is_empty() { String::new() } else { format!("、原文に欠けた文字：{lost}") };
                let second = japanese.as_ref().map_or_else(String::new, |place| {
                    format!("、{place}から別の評価書があるが、一つの評価書として読み取った")
                });
                format!(
                    "確認を要する記載{suggestions}件、行き先の分からない部分{parts}箇所（{characters}字）{also}{second}{lost}"
                )
            }
            Language::English => {
                let also = if editions.is_empty() {
                    String::new()
                } else {
                    format!("; editions that fit as well: {}", editions.join(", "))
                };
                let lost =
                    if lost.is_empty() { String::new() } else { format!("; characters that the source lacks: {lost}") };
                let second = english.as_ref().map_or_else(String::new, |place| {
                    format!("; a second form begins at {place}, but the source is read as one")
                });
                format!(
                    "{suggestions} to confirm, {parts} parts left over ({characters} characters){also}{second}{lost}"
                )
            }
        }
    }
}

#[derive(Serialize)]
struct Part<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(flatten)]
    span: &'a SourceSpan,
    text: &'a str,
}

/// The edition, every part of the source, and the suggestions, each on a line.
fn json(out: &mut impl Write, source: &Source, read: &Transcription) -> io::Result<()> {
    json_line(out, read.edition())?;
    for span in read.spans() {
        let (line, text) = (source.line(span.range), source.text(span.range));
        json_line(out, &Part { line, span, text })?;
    }
    for suggestion in read.suggestions() {
        json_line(out, suggestion)?;
    }
    Ok(())
}
