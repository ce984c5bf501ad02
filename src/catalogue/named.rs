//! 項目の呼び方: reads the names that people write for items, such as 「Ⅱ4.委託事項1-⑥委託先名」, and the number in them.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Item, Row, rows};
use crate::value::answer::Lines;
use crate::value::kind::Form;
use crate::value::names::{name_chars, name_key};
use crate::value::number::is_circled;
use crate::value::width::fold;

/// The items named in a cell of the column 項目, one string each.
pub(crate) fn named_items(items: &Lines) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in items.texts().map(AsRef::<str>::as_ref) {
        // A line that does not begin with a number of a part continues the line above.
        match names.last_mut().filter(|_| part_of(text).is_none()) {
            Some(name) => {
                name.push(' ');
                name.push_str(text);
            }
            None => names.push(text.into()),
        }
    }
    names
}

/// The name of an item without the ※ and 「（続き）」 after it.
pub(crate) fn without_marks(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some(rest) = ["※", "（※）", "(※)", "（続き）", "(続き)"].iter().find_map(|mark| name.strip_suffix(mark))
    {
        name = rest.trim_end();
    }
    name
}

/// Whether a name ends with this label, and the label begins at the start of a word.
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
    // ー and 一 are used as dashes in printed tables.
    before.is_none_or(|c| !c.is_alphabetic() || c.is_ascii() || matches!(c, 'Ⅰ'..='Ⅻ' | 'ー' | '一'))
}

/// A block of the form that has a printed number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    System,
    Entrustment,
    Provision,
    Transfer,
}

/// A block that a name names, and its number.
pub(crate) type NamedBlock = (BlockKind, Option<u32>);

/// The words with which the forms number blocks, and the item that names each.
pub(crate) const BLOCKS: [(&str, BlockKind, Item); 4] = [
    ("委託事項", BlockKind::Entrustment, Item::EntrustmentMatter),
    ("提供先", BlockKind::Provision, Item::ProvisionRecipient),
    ("移転先", BlockKind::Transfer, Item::TransferRecipient),
    ("システム", BlockKind::System, Item::SystemName),
];

/// The block that a name names.
fn block_in(key: &str) -> Option<NamedBlock> {
    let numbered =
        BLOCKS.iter().find_map(|(word, kind, _)| number_after(key, word).map(|number| (*kind, Some(number))));
    // The name of a block without a number is at the end. Systems are always named with a number.
    let is_whole = |(word, kind, _): &&(&str, BlockKind, Item)| *kind != BlockKind::System && key.ends_with(word);
    numbered.or_else(|| BLOCKS.iter().find(is_whole).map(|(_, kind, _)| (*kind, None)))
}

/// The parsed name of an item.
pub(crate) struct Named<'n> {
    name: &'n str,
    /// In half width and without blanks.
    pub(crate) key: String,
    /// The part: 「Ⅱ」.
    pub(crate) part: Option<&'static str>,
    /// The number of the section: the last, if there are several.
    section: Option<u8>,
    /// The circled numbers.
    pub(crate) circles: Vec<char>,
    pub(crate) block: Option<NamedBlock>,
    risk: Option<u32>,
    pub(crate) annex: Option<u32>,
}

/// The number after a word, if one follows.
fn number_after(key: &str, word: &str) -> Option<u32> {
    let found = key.match_indices(word).filter_map(|(at, word)| {
        let rest = key.get(at + word.len()..)?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    found.last()
}

const PARTS: [(&str, &str); 6] = [("I", "Ⅰ"), ("II", "Ⅱ"), ("III", "Ⅲ"), ("IV", "Ⅳ"), ("V", "Ⅴ"), ("VI", "Ⅵ")];

/// The number of the part at the start of a name, and its length in characters.
pub(crate) fn part_of(name: &str) -> Option<(&'static str, usize)> {
    let blanks = name.chars().take_while(|c| c.is_whitespace()).count();
    let chars = || name.chars().skip(blanks).map(fold);
    let first = chars().next()?;
    if let Some((_, part)) = PARTS.iter().find(|(_, part)| part.starts_with(first)) {
        return Some((part, blanks + 1));
    }
    let letters: String = chars().take(4).take_while(char::is_ascii_alphabetic).collect();
    let (_, part) = PARTS.iter().find(|(ascii, _)| *ascii == letters)?;
    Some((part, blanks + letters.len()))
}

impl<'n> Named<'n> {
    pub(crate) fn of(name: &'n str) -> Self {
        let (part, length) = part_of(name).map_or((None, 0), |(part, length)| (Some(part), length));
        // A section number directly follows the part or a dash, or is followed by a point.
        let (mut section, mut circles) = (None, Vec::new());
        let mut digits: Option<(u8, bool)> = None;
        let (mut is_first, mut is_dash) = (part.is_some(), false);
        // 「リスク1」, 「システム1」, 「委託事項1」, 「提供先1」: these are not numbers of sections.
        let (mut last, mut is_counted) = (' ', false);
        for c in name.chars().skip(length).map(fold).chain(['\n']) {
            if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
                if digits.is_none() {
                    is_counted = matches!(last, 'ク' | 'ム' | '項' | '先');
                }
                let (number, begins) = digits.unwrap_or((0, is_first || is_dash));
                digits = Some((number.saturating_mul(10).saturating_add(digit), begins));
                continue;
            }
            if let Some((number, begins)) = digits.take() {
                is_first = false;
                if (begins || c == '.') && !is_counted {
                    section = Some(number);
                }
            }
            last = c;
            is_dash = matches!(c, '-' | '―' | '‐' | '–' | '—' | 'ー');
            is_first &= is_dash || c.is_whitespace() || c == '.';
            if is_circled(c) {
                circles.push(c);
            }
        }
        let key = name_key(name);
        let annex = number_after(&key, "別添");
        let block = if annex.is_none() { block_in(&key) } else { None };
        Self { part, section, circles, block, risk: number_after(&key, "リスク"), annex, name, key }
    }

    /// Whether it names a part, a section, a block or an annex by a number.
    pub(crate) const fn has_number(&self) -> bool {
        self.part.is_some() || self.section.is_some() || self.block.is_some() || self.annex.is_some()
    }

    /// The rows of a form that fit its numbers: all of them, or without the circled numbers, or without the section.
    pub(crate) fn rows(&self, form: Form, circled: bool, section: bool) -> Vec<&'static Row> {
        let fits = |row: &&Row| self.fits_row(row, circled, section);
        rows(form.kind(), form.edition()).filter(fits).collect()
    }

    fn fits_row(&self, row: &Row, circled: bool, section: bool) -> bool {
        let number = row.number;
        // It names a part that no form has.
        if self.part.is_none() && self.key.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c)) {
            return false;
        }
        // Most rows are of another part.
        if self.annex.is_none() && self.part.is_some_and(|named| !number.starts_with(named)) {
            return false;
        }
        let mut steps = number.split('.');
        let (part, own) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        if let Some(annex) = self.annex {
            return part.strip_prefix("別添").is_some_and(|own| own.parse() == Ok(annex));
        }
        if part.starts_with("別添") || part == "表紙" {
            return !self.has_number();
        }
        let word =
            self.block.and_then(|(own, _)| BLOCKS.iter().find(|(_, kind, _)| *kind == own)).map(|(word, ..)| word);
        let named = &self.circles;
        self.part.is_none_or(|named| named == part)
            && (!section || self.section.is_none_or(|named| own.parse() == Ok(named)))
            // 様式2 prints the names of all systems in one cell.
            && word.is_none_or(|word| number.contains(word) || row.label.starts_with(word))
            && self.risk.is_none_or(|risk| {
                let own = number.split('.').find_map(|step| step.strip_prefix("リスク"));
                own.is_none_or(|own| own.parse() == Ok(risk))
            })
            && (!circled || named.is_empty() || named.iter().any(|circle| number.ends_with(*circle)))
    }

    /// The rows with the longest label that this name ends with.
    pub(crate) fn ending(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        longest(rows, |row| ends_with(self.name, row.label))
    }
}

/// Of the rows that fit, those with the longest label.
pub(crate) fn longest(rows: &[&'static Row], fits: impl Fn(&Row) -> bool) -> Option<Vec<&'static Row>> {
    let found: Vec<&Row> = rows.iter().copied().filter(|row| fits(row)).collect();
    let length = |row: &&Row| row.label.chars().count();
    let longest = found.iter().map(length).max()?;
    Some(found.into_iter().filter(|row| length(row) == longest).collect())
}
