//! 法令上の根拠: the citations of law in a text, in canonical form, and on which dates they are valid.

mod json;
mod options;
mod print;
mod provider;
mod texts;

use std::io::{self, Write};
use std::path::Path;

use clap::ArgMatches;
use mynumber_pia::Language;
use mynumber_pia::law::StatutoryBasis;
use mynumber_pia::value::error::excerpt;

pub(crate) use self::options::declare;
use self::options::{Questions, Task};
use crate::options::{Both, JSON, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = ["文の中の法令の引用（法令上の根拠）", "the citations of law in a text (法令上の根拠)"];

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let (json, task) = (JSON.is_in(given), Task::read(given)?);
    let (Task::Citations { texts, .. } | Task::Rows { texts, .. }) = &task;
    for text in texts.iter().filter(|text| is_file(text)) {
        eprintln!("pia cite: {}", read_as_text(text).text(language));
    }
    match task {
        Task::Citations { texts, questions } => Ok(citations(out, texts, &questions, json, language)?),
        Task::Rows { provider, as_of, texts } => {
            let texts = texts::texts(texts).collect::<Result<Vec<String>, Both>>()?;
            provider::write(out, provider, as_of, &texts, json, language)?;
            Ok(0)
        }
    }
}

/// Whether a text is the name of a file, or looks like one.
fn is_file(text: &str) -> bool {
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_name = extension.len() <= 5
        && extension.starts_with(|c: char| c.is_ascii_alphabetic())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let has_path = ["./", "../", "/"].iter().any(|begin| text.starts_with(begin));
    text != "-" && (Path::new(text).is_file() || (!text.contains(char::is_whitespace) && (is_name || has_path)))
}

fn read_as_text(text: &str) -> Both {
    let text = excerpt(text);
    Both::new(
        format!("「{text}」は文として読む。ファイルの文は - と標準入力で読む（pia cite - < FILE）"),
        format!(
            "\"{text}\" is read as a text: the texts of a file are read with - from standard input (pia cite - < FILE)"
        ),
    )
}

fn citations(
    out: &mut impl Write,
    texts: Vec<String>,
    questions: &Questions,
    as_json: bool,
    language: Language,
) -> io::Result<u8> {
    let mut status = 0;
    for text in texts::texts(texts) {
        match text.map(StatutoryBasis::read) {
            Ok(basis) if as_json => json::write(out, &basis, questions)?,
            Ok(basis) => print::write(out, &basis, questions, language)?,
            Err(error) => {
                out.flush()?;
                eprintln!("pia cite: {}", error.text(language));
                status = 2;
            }
        }
        // Before waiting for more input, so that a caller who sends one text gets the answer at once.
        out.flush()?;
    }
    Ok(status)
}
