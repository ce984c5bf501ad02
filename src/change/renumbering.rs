//! Whether two statutory bases differ only because the law was renumbered, and the evidence for it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use chrono::NaiveDate;

use crate::assessment::{Assessment, Bases, plain};
use crate::law::{Citation, Definitions, KnownLaw, Law, PairEvidence, Piece, Renumbering, StatutoryBasis, Table};
use crate::value::answer::{Entry, Given, Lines, Value};
use crate::value::names::name_key;

/// A citation that the law renumbered (項番の対応), with the evidence.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// The citation in the old version.
    pub old: Citation,
    /// The citation with its newer number.
    pub new: Citation,
    /// The evidence for the pair.
    pub evidence: PairEvidence,
}

/// Words between citations that mean nothing by themselves.
const BETWEEN: [&str; 12] = [
    "に基づく主務省令",
    "に基づく",
    "に基づき",
    "による",
    "における",
    "及び",
    "並びに",
    "、",
    "・",
    "，",
    "の項",
    "の",
];

/// What the bases of a document define for one another.
fn definitions(document: &Assessment) -> Definitions {
    let mut bases = Bases::default();
    document.walk(|field| bases.look_at(field));
    bases.read().1
}

/// Reads the bases of a document.
pub(crate) struct Reader<'a> {
    document: &'a Assessment,
    names: Option<Definitions>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(document: &'a Assessment) -> Self {
        Self { document, names: None }
    }

    fn read(&mut self, lines: &Lines) -> Read {
        // Reading all bases of a document is slow and seldom needed.
        let names = self.names.get_or_insert_with(|| definitions(self.document));
        let published = self.document.cover.published.given().map(|published| published.first_day());
        Read::of(&plain(lines), names, published)
    }

    /// The citations of a cell, in the newest numbers, each once.
    #[cfg(feature = "affair")]
    pub(crate) fn citations(&mut self, lines: &Lines) -> Vec<Citation> {
        self.read(lines).citations
    }

    /// A key of the bases, the same for old and new numbers; `None` if the answer is not given.
    pub(super) fn key(&mut self, entry: &dyn Entry) -> Option<String> {
        let Value::Given(Given::Lines(lines)) = entry.value() else { return None };
        let Read { citations, rest, .. } = self.read(lines);
        let mut key = String::new();
        for citation in &citations {
            // Writing to a string cannot fail.
            let _ = writeln!(key, "{citation}");
        }
        if citations.is_empty() {
            key.push_str(&rest);
        }
        Some(key)
    }
}

/// A text whose citations all have their newest numbers.
struct Read {
    /// In their order, each once.
    citations: Vec<Citation>,
    renumbered: Vec<Renumbered>,
    /// What is neither a citation nor a word between citations.
    rest: String,
    /// The citations and the rest in the order of the text: each citation as it prints, once if it is repeated.
    order: Vec<String>,
}

impl Read {
    /// Reads a text of this day.
    fn of(text: &str, names: &Definitions, day: Option<NaiveDate>) -> Self {
        let basis = StatutoryBasis::read_with(text, names);
        let mut read = Self { citations: Vec::new(), renumbered: Vec::new(), rest: String::new(), order: Vec::new() };
        let mut order: Vec<(Option<Citation>, String)> = Vec::new();
        for piece in basis.pieces() {
            match piece {
                Piece::Text(text) => {
                    let text = BETWEEN.iter().fold(name_key(text), |text, word| text.replace(word, ""));
                    read.rest.push_str(&text);
                    if !text.is_empty() {
                        order.push((None, text));
                    }
                }
                Piece::Citation(found, _) => {
                    let (newest, renumbered) = newest(&found.citation, day);
                    read.renumbered.extend(renumbered);
                    order.push((Some(newest.clone()), newest.to_string()));
                    read.citations.push(newest);
                }
            }
        }
        read.citations.sort_unstable();
        read.citations.dedup();
        // 第2条の表 belongs to the order under 第19条第8号, whether or not the text mentions that provision.
        if read.citations.iter().any(|one| one.table_row().is_some_and(|row| row.table() == Table::Provision)) {
            read.citations.retain(|one| !is_linkage(one));
            order.retain(|(citation, _)| citation.as_ref().is_none_or(|one| !is_linkage(one)));
        }
        order.dedup();
        read.order = order.into_iter().map(|(_, text)| text).collect();
        read
    }

    /// Whether two texts cite the same. Other words between the citations can refer to one of them (「を除く。」), so the order
    /// counts if there are any.
    fn says_the_same(&self, other: &Self) -> bool {
        let is_list = self.rest.is_empty() && other.rest.is_empty();
        if is_list { self.citations == other.citations } else { self.order == other.order }
    }
}

/// A citation of this day with its newest number, and the renumbering if there was one.
fn newest(citation: &Citation, day: Option<NaiveDate>) -> (Citation, Option<Renumbered>) {
    match day.map_or_else(|| citation.renumbered(), |day| citation.renumbered_as_of(day)) {
        Renumbering::Newer(new, evidence) => (new.clone(), Some(Renumbered { old: citation.clone(), new, evidence })),
        Renumbering::Older(..)
        | Renumbering::NoSuccessor
        | Renumbering::NoPredecessor
        | Renumbering::Uncertain
        | Renumbering::NoSuchRow(_)
        | Renumbering::DependsOnDay
        | Renumbering::NotEvidenced
        | Renumbering::Untouched => (citation.clone(), None),
    }
}

/// Whether a citation is 番号法第19条第8号 itself, or the whole order made under it.
fn is_linkage(citation: &Citation) -> bool {
    let is_order = citation.law() == Some(&Law::Known(KnownLaw::MyNumberProvisionOrder));
    (is_order && citation.locator().place().is_none()) || citation.to_string() == "番号法第19条第8号"
}

/// The renumbered citations, if the two texts do not differ in anything else.
pub(super) fn renumbering(
    (before, old): (&Lines, &mut Reader<'_>),
    (after, new): (&Lines, &mut Reader<'_>),
) -> Option<Vec<Renumbered>> {
    let before = old.read(before);
    if before.renumbered.is_empty() {
        return None;
    }
    let after = new.read(after);
    let is_same = before.says_the_same(&after);
    let mut renumbered = before.renumbered;
    // A number that the new version still has was not renumbered there.
    renumbered.retain(|pair| !after.renumbered.iter().any(|kept| kept.old == pair.old));
    (!renumbered.is_empty() && is_same).then_some(renumbered)
}
