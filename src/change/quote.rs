//! What the cells of the change table quote: the changed lines of a long cell, whether a version says what a cell quotes, and what an
//! answer said before.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use indexmap::IndexSet;

use super::edit::in_words;
#[cfg(feature = "publication")]
use crate::assessment::log::letters;
use crate::assessment::log::{LONGEST_REMARK, Quotes, is_addition, is_quoted, is_same, is_whole};
use crate::catalogue::Item;
use crate::value::answer::{Answer, Entry, Given, Line, Lines, Value};
use crate::value::code_list::code_list;
use crate::value::names::{name_key, same_name};
use crate::value::number::is_circled;
use crate::value::text::Text;

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

/// A cell with at most so many lines is quoted as a whole.
const FEW: usize = 4;

/// The most comparisons of lines with each other. Beyond it, all between the first and the last changed line is one run.
const MOST: usize = 10_000;

/// The changed lines of a long cell, before and after; `None` if it is better quoted as a whole.
pub(super) fn excerpt(old: &Lines, new: &Lines) -> Option<(Lines, Lines)> {
    let (old, new) = (old.clone().into_vec(), new.clone().into_vec());
    if old.len() <= FEW && new.len() <= FEW {
        return None;
    }
    let runs = widened(runs(&old, &new), &old);
    let (before, after) =
        (quote(&old, runs.iter().map(|run| run.old.clone())), quote(&new, runs.iter().map(|run| run.new.clone())));
    if before.len() + after.len() >= old.len() + new.len() {
        return None;
    }
    let (before, after) = (Lines::new(before)?, Lines::new(after)?);
    let back = lines_back(&new, &Answer::Given(before.clone()), &Answer::Given(after.clone()))?;
    (back == old).then_some((before, after))
}

/// Lines of the old cell that became lines of the new one.
#[derive(Clone)]
struct Run {
    old: Range<usize>,
    new: Range<usize>,
}

/// The changed lines, in order, with unchanged lines between them.
fn runs(old: &[Line], new: &[Line]) -> Vec<Run> {
    let first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (old.get(first..).unwrap_or_default(), new.get(first..).unwrap_or_default());
    let last = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let old_rest = old_rest.get(..old_rest.len() - last).unwrap_or_default();
    let new_rest = new_rest.get(..new_rest.len() - last).unwrap_or_default();
    let whole = Run { old: first..first + old_rest.len(), new: first..first + new_rest.len() };
    if old_rest.len().saturating_mul(new_rest.len()) > MOST {
        return Vec::from([whole]);
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut from = (first, first);
    let mut add = |run: Run| {
        if !(run.old.is_empty() && run.new.is_empty()) {
            runs.push(run);
        }
    };
    for (at_old, at_new) in common(old_rest, new_rest) {
        let at = (first + at_old, first + at_new);
        add(Run { old: from.0..at.0, new: from.1..at.1 });
        from = (at.0 + 1, at.1 + 1);
    }
    add(Run { old: from.0..whole.old.end, new: from.1..whole.new.end });
    runs
}

/// A longest sequence of lines that both have, by their indices.
fn common(old: &[Line], new: &[Line]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut lengths = alloc::vec![0_usize; (old.len() + 1) * width];
    let cell = |lengths: &[usize], a: usize, b: usize| lengths.get(a * width + b).copied().unwrap_or_default();
    for (a, line) in old.iter().enumerate().rev() {
        for (b, other) in new.iter().enumerate().rev() {
            let length = if line == other {
                cell(&lengths, a + 1, b + 1) + 1
            } else {
                cell(&lengths, a + 1, b).max(cell(&lengths, a, b + 1))
            };
            if let Some(slot) = lengths.get_mut(a * width + b) {
                *slot = length;
            }
        }
    }
    let (mut a, mut b, mut found) = (0, 0, Vec::new());
    while let (Some(line), Some(other)) = (old.get(a), new.get(b)) {
        if line == other {
            found.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if cell(&lengths, a + 1, b) == cell(&lengths, a, b) {
            a += 1;
        } else {
            b += 1;
        }
    }
    found
}

/// Lines that were only added or only removed are quoted with the line before them, or else with the line after them.
fn widened(runs: Vec<Run>, old: &[Line]) -> Vec<Run> {
    let mut wide: Vec<Run> = Vec::with_capacity(runs.len());
    for mut run in runs {
        if run.old.is_empty() || run.new.is_empty() {
            if let (Some(before), Some(other)) = (run.old.start.checked_sub(1), run.new.start.checked_sub(1)) {
                (run.old.start, run.new.start) = (before, other);
            } else if run.old.end < old.len() {
                (run.old.end, run.new.end) = (run.old.end + 1, run.new.end + 1);
            }
        }
        match wide.last_mut() {
            Some(last) if run.old.start <= last.old.end => (last.old.end, last.new.end) = (run.old.end, run.new.end),
            Some(_) | None => wide.push(run),
        }
    }
    wide
}

/// The lines of several runs, with a line between them that says that something is left out.
fn quote(lines: &[Line], runs: impl Iterator<Item = Range<usize>>) -> Vec<Line> {
    let mut quoted = Vec::new();
    for run in runs {
        if !quoted.is_empty() {
            quoted.extend(Text::new("（略）").ok().map(Line::from));
        }
        quoted.extend(lines.get(run).unwrap_or_default().iter().cloned());
    }
    quoted
}

/// What a cell said before a change, if a row quotes parts of it, and the cell has what the row says after the change once.
pub(super) fn lines_back(current: &[Line], before: &Answer<Lines>, after: &Answer<Lines>) -> Option<Vec<Line>> {
    let (befores, afters) = (parts(before)?, parts(after)?);
    let is_added = is_addition(before) || afters.last().and_then(|part| part.last()).is_some_and(is_remark);
    let befores = if is_added { Vec::new() } else { befores };
    let afters = if is_added { without_remark(afters) } else { afters };
    if afters.is_empty() {
        return None;
    }
    // What was left out before the change is not known, unless it was left out after it too.
    if befores.is_empty() && !is_added && omits(before) && !omits(after) {
        return None;
    }
    let befores = if befores.is_empty() { alloc::vec![Vec::new(); afters.len()] } else { befores };
    if befores.len() != afters.len() {
        return None;
    }
    replaced(current, &befores, &afters).or_else(|| match (befores.as_slice(), afters.as_slice()) {
        // Several lines that are not adjacent, each beside its old text.
        ([before], [after]) if before.len() == after.len() => {
            let single = |lines: &[Line]| lines.iter().map(|line| Vec::from([line.clone()])).collect::<Vec<_>>();
            replaced(current, &single(before), &single(after))
        }
        (_, _) => None,
    })
}

/// What a cell quotes after the number and the label of its item: 「②所属長　松戸　太郎」. `None` if it does not begin with them.
pub(super) fn unlabeled(cell: &Answer<Lines>, item: Item) -> Option<Lines> {
    let mut lines = cell.given()?.clone().into_vec();
    let first = lines.first_mut().filter(|line| line.under.is_none())?;
    let text = first.text.given()?.as_str().trim_start();
    let rest = text.strip_prefix(is_circled)?.trim_start();
    let rest = match rest.split_once(char::is_whitespace) {
        Some((label, rest)) if item.label().starts_with(label) => rest.trim_start(),
        Some(_) | None => rest,
    };
    first.text = Answer::Given(rest.parse().ok()?);
    Lines::new(lines)
}

/// Whether a cell quotes one word of a line: 「保健部」 of 「川口市　保健部　高齢者保険事業室」.
pub(super) fn has_word(current: &Lines, cell: &Answer<Lines>) -> bool {
    let word = only_word(cell);
    word.is_some_and(|word| current.texts().any(|text| words(text.as_str()).any(|own| same_name(own, &word))))
}

/// What a text said before one word of it changed.
fn word_back(current: &str, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<String> {
    let (before, after) = (only_word(before)?, only_word(after)?);
    let mut found = words(current).filter(|own| same_name(own, &after));
    let (Some(word), None) = (found.next(), found.next()) else { return None };
    let mut parts = current.split(word);
    let (Some(first), Some(last), None) = (parts.next(), parts.next(), parts.next()) else { return None };
    Some([first, &before, last].concat())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

/// The text of a cell that is one line without blanks.
fn only_word(cell: &Answer<Lines>) -> Option<String> {
    let lines = cell.given()?;
    let mut all = lines.iter();
    let (Some((None, text)), None) = (all.next(), all.next()) else { return None };
    let text = Some(text).filter(|text| is_quoted(text))?.given()?.as_str().trim();
    (words(text).count() == 1).then(|| text.to_string())
}

/// Replaces each part, which must occur once, in this order.
fn replaced(current: &[Line], befores: &[Vec<Line>], afters: &[Vec<Line>]) -> Option<Vec<Line>> {
    let (mut made, mut rest) = (Vec::with_capacity(current.len()), 0);
    for (before, after) in befores.iter().zip(afters) {
        let mut found = current.windows(after.len()).enumerate().filter(|(_, window)| is_same_lines(window, after));
        let (Some((at, window)), None) = (found.next(), found.next()) else { return None };
        made.extend(current.get(rest..at)?.iter().cloned());
        // A row that leaves out the headings is about lines below the same headings.
        let has_headings = before.len() != after.len() || after.iter().any(|line| line.under.is_some());
        let under = |index: usize| window.get(index).filter(|_| !has_headings)?.under.clone();
        made.extend(
            before.iter().enumerate().map(|(index, line)| Line {
                under: line.under.clone().or_else(|| under(index)),
                text: line.text.clone(),
            }),
        );
        rest = at + after.len();
    }
    made.extend(current.get(rest..)?.iter().cloned());
    Some(made)
}

/// The quoted parts of a cell, between lines that say that something is left out. None for a cell that quotes nothing.
fn parts(cell: &Answer<Lines>) -> Option<Vec<Vec<Line>>> {
    let lines = match cell {
        Answer::Given(lines) => lines.clone().into_vec(),
        Answer::Nothing(_) | Answer::Unanswered | Answer::Blank => return Some(Vec::new()),
        Answer::NotKnown => return None,
    };
    let mut parts: Vec<Vec<Line>> = Vec::new();
    let mut is_open = false;
    for line in lines {
        if is_omission(line.under.as_ref(), &line.text) {
            is_open = false;
            continue;
        }
        match parts.last_mut().filter(|_| is_open) {
            Some(part) => part.push(line),
            None => parts.push(Vec::from([line])),
        }
        is_open = true;
    }
    Some(parts)
}

/// Whether a cell says that something is left out.
fn omits(cell: &Answer<Lines>) -> bool {
    cell.given().is_some_and(|lines| lines.iter().any(|(_, text)| is_omission(None, text)))
}

/// Whether a line only says that something is left out.
fn is_omission(under: Option<&Text>, text: &Answer<Text>) -> bool {
    under.is_none() && text.given().is_some_and(|text| Quotes::of(text.as_str()) == Quotes::Nothing)
}

/// Whether a text of a change table says only that something was added, removed, changed or left out: 「追加」, 「（略）」.
#[cfg(feature = "publication")]
pub(crate) fn is_formula(text: &str) -> bool {
    let formulas = ["追加", "新規", "新規追加", "追記", "削除", "修正", "変更", "更新", "同上", "同左", "なし"];
    Quotes::of(text) == Quotes::Nothing || formulas.contains(&letters(text).as_str())
}

/// Whether a line only says that the lines above it were added (「～上記追加。上記以外の記載に変更なし」).
fn is_remark(line: &Line) -> bool {
    let is_remark = |text: &str| {
        text.len() <= LONGEST_REMARK && text.contains("上記") && (text.contains("追加") || text.contains("追記"))
    };
    line.under.is_none() && line.text.given().is_some_and(|text| is_remark(text.as_str()))
}

fn without_remark(mut parts: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    if let Some(last) = parts.last_mut().filter(|last| last.last().is_some_and(is_remark)) {
        last.pop();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether lines of a cell are those that a row quotes. A row can leave out the headings.
fn is_same_lines(cell: &[Line], quoted: &[Line]) -> bool {
    let text = |line: &Line| line.text.given().map(ToString::to_string).unwrap_or_default();
    let same = |(cell, quoted): (&Line, &Line)| {
        let is_under = match (&cell.under, &quoted.under) {
            (_, None) => true,
            (Some(cell), Some(quoted)) => is_same(&[cell.as_str()], &[quoted.as_str()]),
            (None, Some(_)) => false,
        };
        is_under && is_same(&[&text(cell)], &[&text(quoted)])
    };
    cell.len() == quoted.len() && cell.iter().zip(quoted).all(same)
}

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
        /// It is about a whole block: one that was added, removed, moved, renumbered, split or joined.
        AboutBlock = "about_block", "欄全体の変更は復元の対象としない";
    }
}

/// Undoes a change of one answer.
pub(super) fn put_back(entry: &mut dyn Entry, before: &Answer<Lines>, after: &Answer<Lines>) -> Result<(), NotUndone> {
    // What is the whole answer leaves nothing out, whatever words are in it.
    let is_current = in_words(entry).as_ref().is_some_and(|now| after.given() == Some(now));
    let is_after_whole = is_current || is_quoted_whole(after);
    let is_before_whole = is_quoted_whole(before) || (is_current && is_long_quote(before));
    let undone =
        if is_before_whole && is_after_whole { whole(entry, before, after) } else { Err(NotUndone::NotQuoted) };
    match undone {
        Err(because @ (NotUndone::NotCurrentText | NotUndone::NotQuoted)) => match part(entry, before, after) {
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
fn whole(entry: &mut dyn Entry, before: &Answer<Lines>, after: &Answer<Lines>) -> Result<(), NotUndone> {
    let current = entry.boxed();
    // Reads what the row says after the change as an answer to the item.
    let is_left = fill(entry, after) && says_the_same(entry, &*current);
    if is_left && fill(entry, before) {
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
fn part(entry: &mut dyn Entry, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<bool> {
    if !is_fragment(before, after) {
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
    if let Some(old) = word_back(&entry.value().to_string(), before, after).filter(|_| is_line) {
        return Some(entry.put(&old).is_ok());
    }
    let current = entry.as_any().downcast_ref::<Answer<Lines>>()?.given()?.clone().into_vec();
    let old = lines_back(&current, before, after)?;
    Some(Lines::new(old).is_some_and(|old| entry.copy_from(&Answer::Given(old))))
}

/// Whether each line before the change quotes the document: none is a remark about the change, except that all was added.
pub(super) fn is_fragment(before: &Answer<Lines>, after: &Answer<Lines>) -> bool {
    let Some(lines) = before.given() else { return true };
    let after: Vec<_> = after.given().into_iter().flat_map(Lines::iter).collect();
    is_addition(before)
        || lines.iter().all(|line| {
            let (under, text) = line;
            under.is_some() || is_omission(under, text) || is_quoted(text) || after.contains(&line)
        })
}
