//! Part of a cell as a row of the change table quotes it: the changed lines, and what surrounds them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use crate::assessment::log::{LONGEST_REMARK, is_addition, is_quoted, is_same};
use crate::catalogue::Item;
use crate::value::answer::{Answer, Line, Lines};
use crate::value::names::{name_key, same_name};
use crate::value::number::is_circled;
use crate::value::text::Text;

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
    let back = put_back(&new, &Answer::Given(before.clone()), &Answer::Given(after.clone()))?;
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
pub(super) fn put_back(current: &[Line], before: &Answer<Lines>, after: &Answer<Lines>) -> Option<Vec<Line>> {
    let (befores, afters) = (parts(before)?, parts(after)?);
    let is_added = says_added(before) || afters.last().and_then(|part| part.last()).is_some_and(is_remark);
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

/// Whether the cell before a change only says that the cell after it was added: 「追加」, 「右記の内容を追記」.
pub(super) fn says_added(before: &Answer<Lines>) -> bool {
    let words = before.given().map(|lines| name_key(&lines.to_string())).unwrap_or_default();
    is_addition(before) || ["追加", "新規", "新規追加"].contains(&words.as_str())
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
pub(super) fn word_back(current: &str, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<String> {
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
        if line.under.is_none() && line.text.given().is_some_and(|text| is_omission(text.as_str())) {
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
    cell.given().is_some_and(|lines| lines.texts().any(|text| is_omission(text.as_str())))
}

/// Whether a line only says that something is left out: 「（略）」, 「以下省略」.
pub(super) fn is_omission(text: &str) -> bool {
    let words: String = name_key(text).chars().filter(|c| c.is_alphabetic()).collect();
    ["略", "省略", "中略", "前略", "後略", "以下略", "以下省略"].contains(&words.as_str())
}

/// Whether a text of a change table says only that something was added, removed, changed or left out: 「追加」, 「（略）」.
#[cfg(feature = "publication")]
pub(crate) fn is_formula(text: &str) -> bool {
    let words: String = name_key(text).chars().filter(|c| c.is_alphabetic()).collect();
    let formulas = ["追加", "新規", "新規追加", "追記", "削除", "修正", "変更", "更新", "同上", "同左", "なし"];
    is_omission(text) || formulas.contains(&words.as_str())
}

/// Whether a line only says that the lines above it were added (「～上記追加。上記以外の記載に変更なし」).
fn is_remark(line: &Line) -> bool {
    let says_so = |text: &str| {
        text.len() <= LONGEST_REMARK && text.contains("上記") && (text.contains("追加") || text.contains("追記"))
    };
    line.under.is_none() && line.text.given().is_some_and(|text| says_so(text.as_str()))
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
