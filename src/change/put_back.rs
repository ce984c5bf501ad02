//! Puts back what an answer said before a change, from the quotations in its row.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::{fragment, wording};
use crate::assessment::log::{is_quoted, is_whole};
use crate::assessment::procedure::Change;
use crate::value::answer::{Answer, Entry, Given, Lines, Value};
use crate::value::code_list::code_list;
use crate::value::names::same_name;
use crate::value::text::Text;

code_list! {
    /// Why a row of the change table was not undone.
    pub enum NotUndone ("reason not to undo", "復元できない理由") {
        /// It does not name a single answer of the document.
        NotAddressed = "not_addressed", "対象の記載を一つに特定できない";
        /// It does not quote the whole old text.
        NotQuoted = "not_quoted", "変更前の記載が引用されていない";
        /// The document does not say what the row says after the change.
        NotCurrentText = "not_current_text", "変更後の記載が現在の記載と異なる";
        /// The old text cannot be read as an answer to the item.
        Unreadable = "unreadable", "変更前の記載を項目の記載として読めない";
    }
}

/// Undoes a change of one answer.
pub(super) fn put_back(entry: &mut dyn Entry, change: &Change) -> Result<(), NotUndone> {
    // What is the whole answer leaves nothing out, whatever words are in it.
    let is_current = wording::entry(entry).as_ref().is_some_and(|now| change.after.given() == Some(now));
    let is_after_whole = is_current || is_quoted_whole(&change.after);
    let is_before_whole = is_quoted_whole(&change.before) || (is_current && is_long_quote(&change.before));
    let undone = if is_before_whole && is_after_whole { whole(entry, change) } else { Err(NotUndone::NotQuoted) };
    match undone {
        Err(because @ (NotUndone::NotCurrentText | NotUndone::NotQuoted)) => match part(entry, change) {
            Some(is_put) if is_put => Ok(()),
            Some(_) => Err(NotUndone::Unreadable),
            None => Err(because),
        },
        other => other,
    }
}

/// Whether a cell quotes the whole answer. 「なし」 does: nothing was there.
fn is_quoted_whole(cell: &Answer<Lines>) -> bool {
    match cell {
        Answer::Given(lines) => is_whole(lines) || lines.iter().all(|(under, _)| under.is_some()),
        Answer::Nothing(_) => true,
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

/// Whether no line of a cell is a remark: each quotes the document and leaves nothing out.
fn is_long_quote(cell: &Answer<Lines>) -> bool {
    cell.given().is_some_and(|lines| lines.iter().all(|(_, text)| is_quoted(text) || is_sentence(text)))
}

/// Whether a line is a sentence in which something else is left out: 「添付書類を省略し、…。」.
fn is_sentence(text: &Answer<Text>) -> bool {
    let Some(text) = text.given().map(Text::as_str).filter(|text| text.ends_with('。')) else { return false };
    text.contains("省略し") && Text::new(text.replace("省略し", "")).is_ok_and(|rest| is_quoted(&Answer::Given(rest)))
}

/// Undoes a change of a whole answer.
fn whole(entry: &mut dyn Entry, change: &Change) -> Result<(), NotUndone> {
    let current = entry.boxed();
    // Reads what the row says after the change as an answer to the item.
    let is_left = fill(entry, &change.after) && says_the_same(entry, &*current);
    if is_left && fill(entry, &change.before) {
        return Ok(());
    }
    entry.copy_from(&*current);
    Err(if is_left { NotUndone::Unreadable } else { NotUndone::NotCurrentText })
}

/// Sets the entry to what a cell quotes. Returns whether that can be an answer to the item.
fn fill(entry: &mut dyn Entry, cell: &Answer<Lines>) -> bool {
    if entry.copy_from(cell) {
        return true;
    }
    match cell {
        Answer::Given(lines) => {
            let texts: Vec<&str> = lines.texts().map(AsRef::as_ref).collect();
            // Only timings and cells of text have several lines.
            let can_be = texts.len() == 1 || matches!(entry.value(), Value::Given(Given::Timings(_)));
            can_be && entry.put_shown(&texts.join("\n")).is_ok()
        }
        Answer::Nothing(_) => {
            entry.clear();
            true
        }
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}

fn says_the_same(a: &dyn Entry, b: &dyn Entry) -> bool {
    let says_nothing = |entry: &dyn Entry| !entry.value().is_answered() || matches!(entry.value(), Value::Nothing(_));
    a.is_same(b) || (says_nothing(a) && says_nothing(b)) || same_name(&a.value().to_string(), &b.value().to_string())
}

/// Undoes a change of some lines or of one word of a cell of text. `None` if the cell does not have them; false if the old ones
/// cannot be put.
fn part(entry: &mut dyn Entry, change: &Change) -> Option<bool> {
    if !is_fragment(change) {
        return None;
    }
    let is_line = match entry.value().given() {
        Some(Given::Text(_)) => true,
        Some(Given::Lines(lines)) => lines.iter().count() == 1,
        Some(
            Given::Chosen { .. }
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Timings(_)
            | Given::Box(_)
            | Given::Boxes(_),
        )
        | None => false,
    };
    if let Some(old) =
        fragment::word_back(&entry.value().to_string(), &change.before, &change.after).filter(|_| is_line)
    {
        return Some(entry.put(&old).is_ok());
    }
    let current = entry.as_any().downcast_ref::<Answer<Lines>>()?.given()?.clone().into_vec();
    let old = fragment::put_back(&current, &change.before, &change.after)?;
    Some(Lines::new(old).is_some_and(|old| entry.copy_from(&Answer::Given(old))))
}

/// Whether each line before the change quotes the document: none is a remark about the change, except that all was added.
pub(super) fn is_fragment(change: &Change) -> bool {
    let Some(before) = change.before.given() else { return true };
    let after: Vec<_> = change.after.given().into_iter().flat_map(Lines::iter).collect();
    fragment::says_added(&change.before)
        || before.iter().all(|line| {
            let (under, text) = line;
            let is_omission = under.is_none() && text.given().is_some_and(|text| fragment::is_omission(text.as_str()));
            under.is_some() || is_omission || is_quoted(text) || after.contains(&line)
        })
}
