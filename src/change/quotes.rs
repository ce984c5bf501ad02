//! Whether a cell of the change table quotes what a version says.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexSet;

use crate::assessment::log::{is_quoted, is_same};
use crate::value::answer::{Answer, LineRef, Lines};
use crate::value::names::name_key;

/// What a cell says of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It quotes the version, whole or in part.
    Same,
    /// It quotes something else.
    Other,
    /// It quotes nothing.
    Nothing,
}

/// What a cell says of what a version says in words; `None` if that says nothing.
pub(super) fn says(cell: &Answer<Lines>, told: Option<&Lines>) -> Says {
    let lines = match cell {
        Answer::Given(lines) => lines,
        Answer::Nothing(_) => return if is_empty(told) { Says::Same } else { Says::Other },
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => return Says::Nothing,
    };
    let own: Vec<&str> = lines.texts().map(AsRef::as_ref).collect();
    let other: Vec<&str> = told.into_iter().flat_map(Lines::texts).map(AsRef::as_ref).collect();
    if is_same(&own, &other) {
        return Says::Same;
    }
    let quoted: Vec<String> = lines
        .iter()
        .filter(|line| is_quoted(*line))
        .filter_map(|line| line.text.given().map(|text| name_key(text.as_str())))
        .collect();
    if quoted.is_empty() {
        return Says::Nothing;
    }
    // A row may quote a heading, a line, or one of several things in a line.
    let mut parts: IndexSet<String> = IndexSet::new();
    let mut whole = String::new();
    for LineRef { under, text } in told.into_iter().flat_map(Lines::iter) {
        let under = under.map_or("", |under| under.as_str());
        let text = text.given().map_or("", |text| text.as_str());
        for part in [under, text].into_iter().chain(text.split('、')) {
            parts.insert(name_key(part));
        }
        whole.push_str(&name_key(under));
        whole.push_str(&name_key(text));
    }
    // A short text is found in many others.
    let is_found = |text: &String| parts.contains(text) || (text.len() > SHORT && whole.contains(text));
    if quoted.iter().all(is_found) { Says::Same } else { Says::Other }
}

/// The most bytes of a text that must be all of a line: twenty characters of Japanese.
const SHORT: usize = 60;

fn is_empty(told: Option<&Lines>) -> bool {
    told.is_none_or(|told| told.texts().next().is_none())
}
