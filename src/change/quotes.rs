//! Whether a cell of the change table quotes what a version says.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexSet;

use crate::assessment::log::{is_quoted, is_same};
use crate::value::answer::{Answer, Lines};
use crate::value::names::name_key;

/// How a cell relates to what a version says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// It quotes the version, whole or in part.
    Same,
    /// It quotes something else.
    Other,
    /// It quotes nothing.
    Nothing,
}

/// Compares a cell with what a version says; `None` if the version says nothing.
pub(crate) fn says(cell: &Answer<Lines>, version: Option<&Lines>) -> Says {
    let lines = match cell {
        Answer::Given(lines) => lines,
        Answer::Nothing(_) => return if is_empty(version) { Says::Same } else { Says::Other },
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => return Says::Nothing,
    };
    let own: Vec<&str> = lines.texts().map(AsRef::as_ref).collect();
    let other: Vec<&str> = version.into_iter().flat_map(Lines::texts).map(AsRef::as_ref).collect();
    if is_same(&own, &other) {
        return Says::Same;
    }
    let quoted: Vec<String> = lines
        .iter()
        .filter(|(_, text)| is_quoted(text))
        .filter_map(|(_, text)| text.given().map(|text| name_key(text.as_str())))
        .collect();
    if quoted.is_empty() {
        return Says::Nothing;
    }
    // A row may quote a heading, a line, or one of several things in a line.
    let mut parts: IndexSet<String> = IndexSet::new();
    let mut whole = String::new();
    for (under, text) in version.into_iter().flat_map(Lines::iter) {
        let under = under.map_or("", |under| under.as_str());
        let text = text.given().map_or("", |text| text.as_str());
        for part in [under, text].into_iter().chain(text.split('、')) {
            parts.insert(name_key(part));
        }
        whole.push_str(&name_key(under));
        whole.push_str(&name_key(text));
    }
    // A short string occurs in many others, so it must be a whole part.
    let is_found = |text: &String| parts.contains(text) || (text.len() > SHORT && whole.contains(text));
    if quoted.iter().all(is_found) { Says::Same } else { Says::Other }
}

/// The longest quotation, in bytes, that must be a whole part and not only occur in the text: twenty characters of
/// Japanese.
const SHORT: usize = 60;

fn is_empty(lines: Option<&Lines>) -> bool {
    lines.is_none_or(|lines| lines.texts().next().is_none())
}
