//! 重要な変更: what the column 項目 of the change table names, and what its reasons say.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::catalogue::{Materiality, Row, rows};
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
    let mut names: Vec<String> = Vec::new();
    for text in items.texts().map(AsRef::<str>::as_ref) {
        // A line without a number of its own goes on with the one above.
        match names.last_mut().filter(|_| part(text).is_none()) {
            Some(name) => {
                name.push(' ');
                name.push_str(text);
            }
            None => names.push(text.into()),
        }
    }
    names.iter().find_map(|name| marked_name(kind, edition, name))
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

/// The name of an item without the ※ and 「（続き）」 after it.
fn without_marks(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some(rest) = ["※", "（※）", "(※)", "（続き）", "(続き)"].iter().find_map(|mark| name.strip_suffix(mark))
    {
        name = rest.trim_end();
    }
    name
}

/// Whether a name ends with this label, and the label begins a word there.
fn ends_with(name: &str, label: &str) -> bool {
    let mut chars = name.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    let mut begin = name.len();
    for wanted in name_chars(label).rev() {
        match chars.next() {
            Some((at, c)) if fold(c) == wanted => begin = at,
            Some(_) | None => return false,
        }
    }
    let before = name.get(..begin).and_then(|before| before.chars().next_back()).map(fold);
    // ー and 一 stand for a dash in printed tables.
    before.is_none_or(|c| !c.is_alphabetic() || c.is_ascii() || matches!(c, 'Ⅰ'..='Ⅻ' | 'ー' | '一'))
}

/// What the name of an item says of its number.
struct Number<'n> {
    name: &'n str,
    part: Option<&'static str>,
    section: Option<u8>,
    circled: Option<char>,
}

const PARTS: [(&str, &str); 6] = [("I", "Ⅰ"), ("II", "Ⅱ"), ("III", "Ⅲ"), ("IV", "Ⅳ"), ("V", "Ⅴ"), ("VI", "Ⅵ")];

/// The number of the part that a name begins with, and how many characters it takes.
fn part(name: &str) -> Option<(&'static str, usize)> {
    let blanks = name.chars().take_while(|c| c.is_whitespace()).count();
    let chars = || name.chars().skip(blanks).map(fold);
    if let Some(first) = chars().next()
        && let Some((_, part)) = PARTS.iter().find(|(_, part)| part.starts_with(first))
    {
        return Some((part, blanks + 1));
    }
    let letters: String = chars().take(4).take_while(char::is_ascii_alphabetic).collect();
    let (_, part) = PARTS.iter().find(|(ascii, _)| *ascii == letters)?;
    Some((part, blanks + letters.len()))
}

impl<'n> Number<'n> {
    fn of(name: &'n str) -> Self {
        let (part, length) = part(name).map_or((None, 0), |(part, length)| (Some(part), length));
        // The section follows the part at once or a dash, or has a point after it; where there are several, none is it.
        let (mut sections, mut circles) = (Seen::Nothing, Seen::Nothing);
        let mut digits: Option<(u8, bool)> = None;
        let (mut is_first, mut is_dash) = (part.is_some(), false);
        for c in name.chars().skip(length).map(fold).chain(['\n']) {
            if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
                let (number, begins) = digits.unwrap_or((0, is_first || is_dash));
                digits = Some((number.saturating_mul(10).saturating_add(digit), begins));
                continue;
            }
            if let Some((number, begins)) = digits.take() {
                is_first = false;
                if begins || c == '.' {
                    sections.add(number);
                }
            }
            is_dash = matches!(c, '-' | '―' | '‐' | '–' | '—' | 'ー');
            is_first &= is_dash || c.is_whitespace() || c == '.';
            if ('①'..='⑳').contains(&c) {
                circles.add(c);
            }
        }
        Self { name, part, section: sections.only(), circled: circles.only() }
    }

    /// Whether nothing in the name speaks against a row with this number.
    fn fits(&self, number: &str) -> bool {
        let mut steps = number.split('.');
        let (part, section) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        let is_annex = part.starts_with("別添");
        if self.name.contains("別添") {
            return is_annex;
        }
        if is_annex {
            return self.part.is_none();
        }
        self.part.is_none_or(|own| own == part)
            && self.section.is_none_or(|own| section.parse() == Ok(own))
            && ["委託事項", "提供先", "移転先"].iter().all(|block| !self.name.contains(block) || number.contains(block))
    }
}

/// What was seen of something that a name should say once.
enum Seen<T> {
    Nothing,
    One(T),
    Several,
}

impl<T: PartialEq> Seen<T> {
    fn add(&mut self, next: T) {
        match self {
            Self::Nothing => *self = Self::One(next),
            Self::One(seen) if *seen == next => {}
            Self::One(_) | Self::Several => *self = Self::Several,
        }
    }

    fn only(self) -> Option<T> {
        match self {
            Self::One(seen) => Some(seen),
            Self::Nothing | Self::Several => None,
        }
    }
}
