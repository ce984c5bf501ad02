//! Writes what was read from a source: the document, what a person has to confirm, or the account.

use std::io::{self, Write};

use mynumber_pia::transcribe::{Doubt, Fate, SourceSpan, Suggestion, Transcription};
use mynumber_pia::{FormEdition, Language};
use serde::Serialize;

use super::account;
use super::options::Output;
use super::source::Source;
use super::words::{self, Labels};
use crate::Failure;
use crate::options::Both;

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
    match output {
        Output::Document => {
            serde_json::to_writer_pretty(&mut *out, read.document()).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Output::Suggestions => suggestions(out, source, &read, language)?,
        Output::Account => account::write(out, source, &read, language)?,
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
        }
    }

    fn is_nothing(&self) -> bool {
        let Self { suggestions, parts, characters: _, editions } = self;
        *suggestions == 0 && *parts == 0 && editions.is_empty()
    }

    pub(crate) fn text(&self, language: Language) -> String {
        let Self { suggestions, parts, characters, editions } = self;
        let editions: Vec<String> = editions.iter().map(ToString::to_string).collect();
        match language {
            Language::Japanese => {
                let also = if editions.is_empty() {
                    String::new()
                } else {
                    format!("、同じく合う版：{}", editions.join("、"))
                };
                format!("確認を要する記載{suggestions}件、行き先の分からない部分{parts}箇所（{characters}字）{also}")
            }
            Language::English => {
                let also = if editions.is_empty() {
                    String::new()
                } else {
                    format!("; editions that fit as well: {}", editions.join(", "))
                };
                format!("{suggestions} to confirm, {parts} parts left over ({characters} characters){also}")
            }
        }
    }
}

/// What a person has to confirm, as lines that `answer --answers` reads.
fn suggestions(out: &mut impl Write, source: &Source, read: &Transcription, language: Language) -> io::Result<()> {
    let labels = Labels::of(read.document());
    for Suggestion { path, text, spans, reason, .. } in read.suggestions() {
        let path = path.to_string();
        let places = source.places(spans, language);
        // `answer` would refuse the line as well.
        let refused = if matches!(reason, Doubt::Refused { .. }) { "# " } else { "" };
        let reason = words::doubt(reason);
        let (label, reason) = (labels.at(&path), one_line(reason.text(language)));
        match language {
            Language::Japanese => writeln!(out, "# {label}（{}）：{reason}", places.join("、"))?,
            Language::English => writeln!(out, "# {label} ({}): {reason}", places.join(", "))?,
        }
        writeln!(out, "{refused}{path}={}", text.replace("\r\n", "\n").replace('\n', "\\n"))?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    serde_json::to_writer(&mut *out, read.edition())?;
    writeln!(out)?;
    for span in read.spans() {
        let (line, text) = (source.line(span.range), source.text(span.range));
        serde_json::to_writer(&mut *out, &Part { line, span, text })?;
        writeln!(out)?;
    }
    for suggestion in read.suggestions() {
        serde_json::to_writer(&mut *out, suggestion)?;
        writeln!(out)?;
    }
    Ok(())
}
