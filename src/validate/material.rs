//! 重要な変更: what the column 項目 of the change table names, and what its reasons say.

use alloc::string::{String, ToString};

use crate::catalogue::{Materiality, Number, Row, ends_with, named_items, rows, without_marks};
use crate::value::answer::Lines;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::names::{name_chars, same_name};
use crate::value::text::Text;
use crate::value::width::fold;

const MATERIAL: &str = "重要な変更";

/// What a reason says of 重要な変更 to affirm it, where the sentence ends there or gives a cause.
const AFFIRMED: [&str; 7] = ["である", "に該当する", "に当たる", "にあたる", "となる", "に該当します", "に当たります"];

/// The same, where the sentence goes on behind a comma.
const AFFIRMED_ON: [&str; 4] = ["であり", "に該当し", "です", "のため"];

/// What may stand between that and the end: a judgement.
const JUDGED: [&str; 8] =
    ["と判断した", "と判断される", "と認めた", "と認められる", "と考える", "と考えられる", "ものである", "もの"];

/// Behind which a sentence goes on with what it causes.
const CAUSES: [&str; 5] = ["ことから", "ため", "ので", "から", "が"];

/// What a reason says of 重要な変更 to deny it.
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

/// Whether a reason says that the change is 重要な変更. A form of words that is not in the tables above says neither, and where
/// a reason both affirms and denies it, it is not taken at half of its word.
pub(super) fn is_affirmed(reason: &Lines) -> bool {
    // From the first 重 on, over the ends of lines. Most reasons have none.
    let mut said = String::new();
    for text in reason.texts().map(AsRef::<str>::as_ref) {
        let begin = if said.is_empty() { text.find('重').unwrap_or(text.len()) } else { 0 };
        said.extend(name_chars(text.split_at(begin).1));
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

/// The item marked with ※ that a cell of the column 項目 names: the label of the form, or what the cell says.
pub(super) fn marked(kind: AssessmentKind, edition: Option<FormEdition>, items: &Lines) -> Option<String> {
    named_items(items).iter().find_map(|name| marked_name(kind, edition, name))
}

fn marked_name(kind: AssessmentKind, edition: Option<FormEdition>, name: &str) -> Option<String> {
    let name = without_marks(name);
    let number = Number::of(name);
    let label = rows(kind, edition).map(|row| row.label).filter(|label| ends_with(name, label)).max_by_key(|l| l.len());
    if label.is_none() && number.part.is_none() {
        return None;
    }
    // One label stands in several places of a form, some of them marked and some not: then the number must tell.
    let named = |row: &&Row| label.is_none_or(|label| same_name(label, row.label)) && number.fits(row.number);
    let all = || rows(kind, edition).filter(named);
    let is_circled = |row: &&Row| number.circled.is_some_and(|circled| row.number.ends_with(circled));
    let is_marked = are_marked(all()) || are_marked(all().filter(is_circled));
    is_marked.then(|| label.unwrap_or(name).to_string())
}

fn are_marked<'r>(rows: impl Iterator<Item = &'r Row>) -> bool {
    let mut rows = rows.map(|row| row.materiality == Materiality::Material).peekable();
    rows.peek().is_some() && rows.all(|is_marked| is_marked)
}
