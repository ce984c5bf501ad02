//! 重要な変更: which item the column 項目 of the change table names, and what the stated reason says.

use alloc::string::{String, ToString};

use crate::catalogue::named::Named;
use crate::catalogue::{Materiality, Row, named_items, rows, without_marks};
use crate::value::answer::Lines;
use crate::value::kind::Form;
use crate::value::names::name_chars;
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

/// The item marked with ※ that the column 項目 names: the label of the form, or the wording of the cell.
pub(super) fn marked(form: Form, items: &Lines) -> Option<String> {
    // 様式2 has no ※.
    if !has_marks(form) {
        return None;
    }
    named_items(items).iter().find_map(|name| {
        let name = without_marks(name);
        let named = Named::of(name);
        let rows = named.rows(form, false, true);
        let labeled = named.ending(&rows);
        // Without a label, all rows of the part are meant.
        if labeled.is_none() && named.part.is_none() {
            return None;
        }
        // One label may occur several times, sometimes with ※ and sometimes without. Then the number decides.
        let meant = labeled.as_ref().unwrap_or(&rows);
        let circle = named.circles.first().filter(|first| named.circles.iter().all(|circle| circle == *first));
        let circled = |row: &&&Row| circle.is_some_and(|circle| row.number.ends_with(*circle));
        let is_marked = are_marked(meant.iter()) || are_marked(meant.iter().filter(circled));
        is_marked.then(|| labeled.as_ref().and_then(|rows| rows.first()).map_or(name, |row| row.label).to_string())
    })
}

fn has_marks(form: Form) -> bool {
    rows(form.kind(), form.edition()).any(|row| row.materiality == Materiality::Material)
}

fn are_marked<'r>(rows: impl Iterator<Item = &'r &'static Row>) -> bool {
    let mut rows = rows.map(|row| row.materiality == Materiality::Material).peekable();
    rows.peek().is_some() && rows.all(|is_marked| is_marked)
}
