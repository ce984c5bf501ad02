//! 法令上の根拠: the citations of law in a text, in canonical form, and on which dates they are valid.

mod json;
mod options;
mod print;
mod provider;
mod texts;

use std::io::{self, Write};

use clap::ArgMatches;
use mynumber_pia::Language;
use mynumber_pia::law::StatutoryBasis;

pub(crate) use self::options::declare;
use self::options::{Questions, Task};
use crate::options::{Both, JSON, Words};
use crate::{Failure, Out};

pub(crate) const ABOUT: Words = ["文の中の法令の引用（法令上の根拠）", "the citations of law in a text (法令上の根拠)"];

pub(crate) fn run(given: &ArgMatches, language: Language, out: &mut Out) -> Result<u8, Failure> {
    let json = JSON.is_in(given);
    match Task::read(given)? {
        Task::Citations { texts, questions } => Ok(citations(out, texts, &questions, json, language)?),
        Task::Rows { provider, as_of, texts } => {
            let texts = texts::texts(texts).collect::<Result<Vec<String>, Both>>()?;
            provider::write(out, provider, as_of, &texts, json, language)?;
            Ok(0)
        }
    }
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
