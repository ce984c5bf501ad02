//! The parsed name of an item, and the rows of a form that it fits.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalogue::{Item, Numbers, Row, ends_with, rows};
use crate::value::kind::Form;
use crate::value::names::name_key;

/// A block of the form that has a printed number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    System,
    Entrustment,
    Provision,
    Transfer,
}

#[derive(Clone, Copy)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) number: Option<u32>,
}

/// The words with which the forms number blocks, and the item that names each.
pub(super) const BLOCKS: [(&str, BlockKind, Item); 4] = [
    ("委託事項", BlockKind::Entrustment, Item::EntrustmentMatter),
    ("提供先", BlockKind::Provision, Item::ProvisionRecipient),
    ("移転先", BlockKind::Transfer, Item::TransferRecipient),
    ("システム", BlockKind::System, Item::SystemName),
];

impl Block {
    /// The block that a name names.
    fn named_in(key: &str) -> Option<Self> {
        let numbered = BLOCKS.iter().find_map(|(word, kind, _)| {
            number_after(key, word).map(|number| Self { kind: *kind, number: Some(number) })
        });
        // The name of a block without a number is at the end. Systems are always named with a number.
        let is_whole = |(word, kind, _): &&(&str, BlockKind, Item)| *kind != BlockKind::System && key.ends_with(word);
        numbered.or_else(|| BLOCKS.iter().find(is_whole).map(|(_, kind, _)| Self { kind: *kind, number: None }))
    }
}

/// The parsed name of an item.
pub(super) struct Named<'n> {
    name: &'n str,
    /// In half width and without blanks.
    pub(super) key: String,
    /// The part: 「Ⅱ」.
    pub(super) part: Option<&'static str>,
    /// The last section number.
    last_section: Option<u8>,
    /// The circled numbers.
    pub(super) circles: Vec<char>,
    pub(super) block: Option<Block>,
    risk: Option<u32>,
    pub(super) annex: Option<u32>,
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

impl<'n> Named<'n> {
    pub(super) fn of(name: &'n str) -> Self {
        let Numbers { part, sections, circles, .. } = Numbers::of(name);
        let key = name_key(name);
        let annex = number_after(&key, "別添");
        let block = if annex.is_none() { Block::named_in(&key) } else { None };
        let last_section = sections.iter().rev().find(|(_, is_counted)| !is_counted).map(|(number, _)| *number);
        Self { part, last_section, circles, block, risk: number_after(&key, "リスク"), annex, name, key }
    }

    /// Whether it names a part, a section, a block or an annex by a number.
    pub(super) const fn has_number(&self) -> bool {
        self.part.is_some() || self.last_section.is_some() || self.block.is_some() || self.annex.is_some()
    }

    /// The rows that fit its numbers, and whether all numbers fit. If no row has a number, that number may be a slip
    /// and is ignored.
    pub(super) fn rows(&self, form: Form) -> (Vec<&'static Row>, bool) {
        let all = |circled: bool, section: bool| -> Vec<&'static Row> {
            let fits = |row: &&Row| self.fits_row(row, circled, section);
            rows(form.kind(), form.edition()).filter(fits).collect()
        };
        let tries = [(true, true), (false, true), (true, false), (false, false)];
        let found = tries.into_iter().map(|(circled, section)| (all(circled, section), circled && section));
        found.into_iter().find(|(rows, _)| !rows.is_empty()).unwrap_or_default()
    }

    fn fits_row(&self, row: &Row, circled: bool, section: bool) -> bool {
        let number = row.number;
        // It names a part that no form has.
        if self.part.is_none() && self.key.starts_with(|c| ('Ⅰ'..='Ⅻ').contains(&c)) {
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
            self.block.and_then(|block| BLOCKS.iter().find(|(_, kind, _)| *kind == block.kind)).map(|(word, ..)| word);
        let named = &self.circles;
        self.part.is_none_or(|named| named == part)
            && (!section || self.last_section.is_none_or(|named| own.parse() == Ok(named)))
            // 様式2 prints the names of all systems in one cell.
            && word.is_none_or(|word| number.contains(word) || row.label.starts_with(word))
            && self.risk.is_none_or(|risk| {
                let own = number.split('.').find_map(|step| step.strip_prefix("リスク"));
                own.is_none_or(|own| own.parse() == Ok(risk))
            })
            && (!circled || named.is_empty() || named.iter().any(|circle| number.ends_with(*circle)))
    }

    /// The rows whose label is in the name: at its end, in brackets, or else anywhere.
    pub(super) fn labeled(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        // 「委託事項1」 names a block, not the item 委託事項.
        let items: Vec<&Row> =
            rows.iter().copied().filter(|row| !BLOCKS.iter().any(|(word, ..)| *word == row.label)).collect();
        let is_long = |label: &str| label.chars().count() >= SHORTEST;
        let longest = |is: &dyn Fn(&str) -> bool| -> Option<Vec<&'static Row>> {
            let length = items.iter().filter(|row| is(row.label)).map(|row| row.label.chars().count()).max()?;
            let found = items.iter().filter(|row| is(row.label) && row.label.chars().count() == length);
            Some(found.copied().collect())
        };
        let by_item = || -> Option<Vec<&'static Row>> {
            let said = |row: &&Row| self.key.ends_with(&name_key(row.item.label()));
            let length = |row: &&'static Row| row.item.label().chars().count();
            let best = items.iter().copied().filter(said).max_by_key(length)?;
            (length(&best) >= SHORTEST).then(|| Vec::from([best]))
        };
        let ends = longest(&|label| ends_with(self.name, label))
            .or_else(by_item)
            .or_else(|| {
                longest(&|label| label.starts_with('（') && self.says(label) || self.says(&alloc::format!("({label})")))
            })
            .or_else(|| longest(&|label| is_long(label) && self.key.ends_with(&name_key(label))));
        if let Some(found) = ends {
            return Some(self.narrowed(found, rows));
        }
        if !self.has_number() {
            return None;
        }
        let inside = longest(&|label| is_long(label) && self.says(label));
        inside.map(|found| self.below(self.narrowed(found, rows), rows)).or_else(|| self.begun(&items))
    }

    /// The rows of one label that other words of the name point to: 「リスクへの対策は十分か」 is in every risk.
    fn narrowed(&self, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let says_head = |row: &&Row| {
            let head = rows.iter().find(|head| depends_on(row) == Some(head.item));
            head.is_some_and(|head| self.says(head.label))
        };
        let says_words = |row: &&Row| row.item.label().split(' ').all(|word| self.says(word));
        for is_meant in [&says_words as &dyn Fn(&&Row) -> bool, &says_head] {
            let meant: Vec<&Row> = found.iter().copied().filter(is_meant).collect();
            if !meant.is_empty() {
                return meant;
            }
        }
        found
    }

    /// The text below a choice that the words after the label of the choice name. These words may differ from those of
    /// the form.
    fn below(&self, found: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let [head] = found.as_slice() else { return found };
        let Some((_, rest)) = self.key.rsplit_once(&name_key(head.label)) else { return found };
        let own: Vec<&Row> = rows.iter().copied().filter(|row| depends_on(row) == Some(head.item)).collect();
        let is_beside = |row: &&Row| row.item != head.item && row.number == head.number;
        let below = if own.is_empty() { rows.iter().copied().filter(is_beside).collect() } else { own };
        let begun = below
            .into_iter()
            .map(|row| (common(rest, &name_key(row.label)), row))
            .filter(|(length, _)| *length >= BEGUN);
        let begun: Vec<(usize, &Row)> = begun.collect();
        let most = begun.iter().map(|(length, _)| *length).max();
        let best: Vec<&Row> =
            begun.into_iter().filter(|(length, _)| Some(*length) == most).map(|(_, row)| row).collect();
        if best.is_empty() { found } else { best }
    }

    /// The only row whose label begins like the name does after its numbers: 「Ⅲ-７過去３年以内の重大事故の発生」.
    fn begun(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        let rest = self.key.trim_start_matches(|c: char| !c.is_alphabetic() || matches!(c, 'A'..='Z' | 'Ⅰ'..='Ⅻ'));
        let begun = rows.iter().map(|row| (common(rest, &name_key(row.label)), *row));
        let begun: Vec<(usize, &Row)> = begun.filter(|(length, _)| *length > BEGUN).collect();
        let most = begun.iter().map(|(length, _)| *length).max()?;
        let best: Vec<&Row> = begun.into_iter().filter(|(length, _)| *length == most).map(|(_, row)| row).collect();
        // Many labels begin with the words of a heading, so the name must go on after them.
        (best.len() == 1 && rest.chars().count() > most).then_some(best)
    }

    fn says(&self, label: &str) -> bool {
        self.key.contains(&name_key(label))
    }
}

/// How many characters two strings share at their beginning.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// How many characters of a label must be in a name if the rest of the name is in other words.
const BEGUN: usize = 4;

/// The fewest characters of a label that is looked for inside a name.
const SHORTEST: usize = 3;

/// Whether all rows are in the same part of the form.
pub(super) fn is_one_section(rows: &[&'static Row]) -> bool {
    let part = |row: &&'static Row| row.number.split('.').next();
    let Some(first) = rows.first().map(part) else { return false };
    rows.iter().all(|row| part(row) == first)
}

/// The item on whose answer it depends whether the form asks a row.
pub(super) fn depends_on(row: &Row) -> Option<Item> {
    row.requirement.when.map(|condition| condition.item)
}
