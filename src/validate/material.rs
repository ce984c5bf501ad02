//! 重要な変更: which item the column 項目 of the change table names, and what the stated reason says.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue::{Materiality, Numbers, Row, ends_with, named_items, part_of, rows, without_marks};
use crate::value::answer::Lines;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::names::{name_chars, same_name};
use crate::value::text::Text;
use crate::value::width::fold;

const MATERIAL: &str = "重要な変更";

/// Words after 重要な変更 that affirm it if the sentence ends there or gives a cause.
const AFFIRMED: [&str; 7] = ["である", "に該当する", "に当たる", "にあたる", "となる", "に該当します", "に当たります"];

/// The same, if a comma follows and the sentence continues.
const AFFIRMED_ON: [&str; 4] = ["であり", "に該当し", "です", "のため"];

/// A judgment that may come between these words and the end.
const JUDGED: [&str; 8] =
    ["と判断した", "と判断される", "と認めた", "と認められる", "と考える", "と考えられる", "ものである", "もの"];

/// Words after which the sentence names the consequence.
const CAUSES: [&str; 5] = ["ことから", "ため", "ので", "から", "が"];

/// Words after 重要な変更 that deny it.
const DENIED: [&str; 13] = [
    "に該当しない",
    "には該当しない",
    "に該当しません",
    "には該当しません",
    "に当たらない",
    "には当たらない",
    "に当たりません",
    "にあたらない",
    "にはあたらない",
    "ではな",
    "でな",
    "であるとは",
    "とは",
];

/// Whether a reason says that the change is 重要な変更. Wording that is not in the tables above does not count. A reason
/// that both affirms and denies it does not count either.
pub(super) fn is_affirmed(reason: &Lines) -> bool {
    // From the first 重 to the end, across lines. Most reasons do not contain it.
    let mut said = String::new();
    for text in reason.texts().map(AsRef::<str>::as_ref) {
        let begin = if said.is_empty() { text.find('重').unwrap_or(text.len()) } else { 0 };
        said.extend(name_chars(text.split_at(begin).1));
    }
    if said.is_empty() {
        return false;
    }
    let is_bare = |text: &Text| text.as_str().trim_matches(|c| is_stop(c) || c.is_whitespace()) == MATERIAL;
    let mut is_affirmed = reason.texts().any(is_bare);
    for rest in said.split(MATERIAL).skip(1) {
        if DENIED.iter().any(|form| rest.starts_with(form)) {
            return false;
        }
        is_affirmed |= affirms(rest);
    }
    is_affirmed
}

fn affirms(rest: &str) -> bool {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(is_stop);
    let judged = |rest| JUDGED.iter().find_map(|form| str::strip_prefix(rest, form));
    // 「…ため再実施する」 affirms, 「…ためではない」 does not.
    let causes = |rest| {
        let behind = CAUSES.iter().find_map(|form| str::strip_prefix(rest, form));
        behind.is_some_and(|rest| !rest.starts_with(|c| ('ぁ'..='ゖ').contains(&c)))
    };
    let concludes = |rest| ends(rest) || causes(rest);
    let behind = AFFIRMED.iter().find_map(|form| rest.strip_prefix(form));
    let goes_on = AFFIRMED_ON.iter().find_map(|form| rest.strip_prefix(form));
    behind.is_some_and(|rest| concludes(rest) || judged(rest).is_some_and(concludes))
        || judged(rest).is_some_and(concludes)
        || goes_on.is_some_and(ends)
}

fn is_stop(c: char) -> bool {
    matches!(fold(c), '。' | '、' | '，' | ',' | '.' | ')' | '」' | '】' | ';' | '・')
}

/// The rows of a form, each with the last character of its label. Most labels do not end like a name, and this says so at once.
pub(super) struct Labels(Vec<(&'static Row, Option<char>)>);

impl Labels {
    pub(super) fn of(kind: AssessmentKind, edition: Option<FormEdition>) -> Self {
        Self(rows(kind, edition).map(|row| (row, name_chars(row.label).next_back())).collect())
    }

    /// The rows whose label the name ends with.
    fn ending(&self, name: &str) -> Vec<&'static Row> {
        let last = name_chars(name).next_back();
        let alike = self.0.iter().filter(|(_, end)| *end == last);
        alike.map(|(row, _)| *row).filter(|row| ends_with(name, row.label)).collect()
    }
}

/// The item marked with ※ that the column 項目 names: the label of the form, or the wording of the cell.
pub(super) fn marked(labels: &Labels, items: &Lines) -> Option<String> {
    named_items(items).iter().find_map(|name| marked_name(labels, name))
}

fn marked_name(labels: &Labels, name: &str) -> Option<String> {
    let name = without_marks(name);
    let mut candidates = labels.ending(name);
    let label = candidates.iter().map(|row| row.label).max_by_key(|label| label.len());
    if label.is_none() && part_of(name).is_none() {
        return None;
    }
    let own = Numbers::of(name);
    // A row with the same label was found with it.
    if label.is_none() {
        candidates = labels.0.iter().map(|(row, _)| *row).collect();
    }
    // One label may occur several times in a form, sometimes with ※ and sometimes without. Then the number decides.
    let named = |row: &&Row| label.is_none_or(|label| same_name(label, row.label)) && own.fits(row.number);
    let all = || candidates.iter().copied().filter(named);
    let is_circled = |row: &&Row| own.circled().is_some_and(|circled| row.number.ends_with(circled));
    let is_marked = are_marked(all()) || are_marked(all().filter(is_circled));
    is_marked.then(|| label.unwrap_or(name).to_string())
}

fn are_marked<'r>(rows: impl Iterator<Item = &'r Row>) -> bool {
    let mut rows = rows.map(|row| row.materiality == Materiality::Material).peekable();
    rows.peek().is_some() && rows.all(|is_marked| is_marked)
}
