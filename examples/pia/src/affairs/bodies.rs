//! Many bodies, one after the other: only the papers of one are in memory.

use std::collections::HashSet;
use std::io::Write;

use chrono::NaiveDate;
use mynumber_pia::Text;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::value::error::excerpt;
use mynumber_pia::value::names::PartyKey;

use super::load::{self, Papers};
use super::options::Arguments;
use crate::Failure;
use crate::input;
use crate::options::Both;
use crate::say;

/// Answers the question about each body. Returns whether all answers are clean, and how many documents could not be read.
pub(crate) fn answer(arguments: &Arguments, as_of: NaiveDate, out: &mut impl Write) -> Result<(bool, usize), Failure> {
    let mut papers = Papers::default();
    let (mut answered, mut again, mut is_clean, mut unusable) = (HashSet::new(), Vec::new(), true, 0);
    for read in input::load(&load::files(&arguments.files)?, arguments.language) {
        let (name, document) = match read {
            Ok(read) => read,
            Err(error) => {
                unusable += 1;
                say("pia affairs", &error);
                continue;
            }
        };
        let (last, next) = (papers.documents.iter().rev().find_map(body), body(&document));
        if let Some((last, next)) = last.zip(next).filter(|(last, next)| !is_same(last, next)) {
            is_clean &= of_one(arguments, &papers, as_of, out)?;
            papers = Papers::default();
            answered.insert(last);
            again.extend(answered.get(&next).cloned());
        }
        papers.push((name, document));
    }
    is_clean &= of_one(arguments, &papers, as_of, out)?;
    // Two bodies may have one name.
    if let Some(first) = again.first() {
        let (first, count) = (excerpt(first.as_str()), again.len());
        let note = Both::new(
            format!(
                "{count}の評価実施機関の評価書が、離れたところに再びある（最初は「{first}」）。別の機関として扱った"
            ),
            format!(
                "papers of {count} bodies come again after those of others (first \"{first}\"): taken for other bodies"
            ),
        );
        eprintln!("pia affairs: {}", note.text(arguments.language));
    }
    Ok((is_clean, unusable))
}

fn of_one(arguments: &Arguments, papers: &Papers, as_of: NaiveDate, out: &mut impl Write) -> Result<bool, Failure> {
    let register = load::completed(None, arguments, &papers.documents)?;
    super::answer(arguments, papers, [None, register.as_ref()], as_of, out)
}

fn body(document: &Assessment) -> Option<PartyKey> {
    document.cover.body.given().map(Text::as_str).map(PartyKey::of)
}

/// Whether two names may be of one body: one may name the prefecture too.
fn is_same(a: &PartyKey, b: &PartyKey) -> bool {
    a.as_str().ends_with(b.as_str()) || b.as_str().ends_with(a.as_str())
}
