//! What the cells of the change table quote: whether a version says it, and which item it shows.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexSet;

use super::named::depends_on;
use crate::assessment::log::{is_quoted, is_same};
use crate::assessment::procedure::Change;
use crate::catalogue::Row;
use crate::value::answer::{Answer, AnswerKind, Lines};
use crate::value::names::{name_key, same_name};
use crate::value::number::is_circled;
use crate::value::width::fold;

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

/// What the quotations of a row show about the item: whether it is a choice or a text, and its circled number.
pub(super) struct Quote {
    is_text: bool,
    /// The circled number with which every quotation begins.
    circle: Option<char>,
    /// The row says that a block was deleted.
    pub(super) is_removal: bool,
}

/// The most bytes of a quotation that may be a choice: forty characters of Japanese.
const LONGEST_CHOICE: usize = 120;

impl Quote {
    pub(super) fn of(change: &Change) -> Self {
        let quotes = || [&change.before, &change.after].into_iter().filter_map(|cell| cell.given());
        let is_long = |lines: &Lines| {
            let mut all = lines.iter();
            let first = all.next();
            let has_heading = first.is_some_and(|(under, _)| under.is_some());
            has_heading || all.next().is_some() || lines.texts().any(|text| text.as_str().len() > LONGEST_CHOICE)
        };
        let is_removal = change.after.given().is_some_and(|lines| {
            let mut texts = lines.texts();
            texts.next().is_some_and(|text| same_name(text.as_str(), "削除")) && texts.next().is_none()
        });
        let mut circles = quotes().filter_map(|lines| lines.texts().next()?.as_str().trim_start().chars().next());
        let first = circles.next().filter(|c| is_circled(*c));
        let circle = first.filter(|first| circles.all(|c| c == *first));
        Self { is_text: quotes().any(is_long), circle, is_removal }
    }

    /// The rows of a section that have the circled number of the quotations.
    pub(super) fn circled(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        let circle = self.circle?;
        let found: Vec<&Row> = rows.iter().copied().filter(|row| row.number.ends_with(circle)).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Of the rows with the label and those that belong to them, the ones that can hold the quotation.
    pub(super) fn choose(&self, labeled: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let can_be_text = |row: &&Row| matches!(row.answer, AnswerKind::Text);
        // The labels of many boxes are as long as a text, so they are not in question.
        let is_choice = |row: &&Row| matches!(row.answer, AnswerKind::Choice | AnswerKind::CheckBox);
        if !self.is_text || !labeled.iter().all(is_choice) {
            return labeled;
        }
        let belongs =
            |row: &&Row| labeled.iter().any(|head| depends_on(row) == Some(head.item) || is_beside(head, row));
        let texts: Vec<&Row> = rows.iter().copied().filter(|row| can_be_text(row) && belongs(row)).collect();
        if texts.is_empty() { labeled } else { texts }
    }
}

/// Whether two rows have the same circled number.
fn is_beside(head: &Row, row: &Row) -> bool {
    head.number == row.number && head.number.chars().next_back().is_some_and(|c| is_circled(fold(c)))
}
