//! Whether two statutory bases differ in the numbers of the law alone, and how that is known.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::assessment::{Assessment, plain};
use crate::law::{Citation, Definitions, KnownLaw, Law, PairEvidence, Piece, Renumbering, StatutoryBasis, Table};
use crate::value::answer::{Entry, Lines, Value};
use crate::value::names::{name_chars, name_key};

/// A citation that the law renumbered (項番の対応), and how it is known.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// As the old version cites it.
    pub old: Citation,
    /// Its newer number.
    pub new: Citation,
    /// How it is known that they are a pair.
    pub evidence: PairEvidence,
}

/// Words between citations that say nothing of their own.
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

/// Reads the bases of a document.
pub(super) struct Reader<'a> {
    document: &'a Assessment,
    names: Option<Definitions>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(document: &'a Assessment) -> Self {
        Self { document, names: None }
    }

    fn read(&mut self, lines: &Lines) -> Read {
        // Reading all bases of a document takes long, and is seldom needed.
        let names = self.names.get_or_insert_with(|| self.document.definitions());
        Read::of(&plain(lines), names)
    }

    /// What tells bases apart, whether they cite old numbers or new ones; `None` if the answer is none.
    pub(super) fn key(&mut self, entry: &dyn Entry) -> Option<String> {
        let Value::Lines(lines) = entry.value() else { return None };
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

/// A text with all its citations in their newest numbers.
struct Read {
    citations: BTreeSet<Citation>,
    renumbered: Vec<Renumbered>,
    /// What is neither a citation nor a word between citations.
    rest: String,
}

impl Read {
    fn of(text: &str, names: &Definitions) -> Self {
        let basis = StatutoryBasis::read_with(text, names);
        let mut read = Self { citations: BTreeSet::new(), renumbered: Vec::new(), rest: String::new() };
        for citation in basis.citations() {
            match citation.renumbered() {
                Renumbering::Newer(new, evidence) => {
                    read.citations.insert(new.clone());
                    read.renumbered.push(Renumbered { old: citation.clone(), new, evidence });
                }
                Renumbering::Older(..)
                | Renumbering::NoSuccessor
                | Renumbering::NoPredecessor
                | Renumbering::Uncertain
                | Renumbering::NoSuchRow(_)
                | Renumbering::NotEvidenced
                | Renumbering::Untouched => {
                    read.citations.insert(citation.clone());
                }
            }
        }
        // The table of the order is the one under 第19条第8号, whether a text says so or not.
        if read.citations.iter().any(|one| one.table_row().is_some_and(|row| row.table() == Table::Provision)) {
            read.citations.retain(|one| !is_linkage(one));
        }
        let pieces = basis.pieces();
        for (index, piece) in pieces.iter().enumerate() {
            if let Piece::Text(text) = piece {
                let mut text: String = name_chars(text).collect();
                // A title that ends in a short name of its own belongs to the citation.
                if let Some(Piece::Citation(found, _)) = pieces.get(index + 1)
                    && let Some(law) = found.citation.law()
                {
                    let title = name_key(law.name());
                    let begun = text.char_indices().find(|(at, _)| {
                        text.get(*at..).is_some_and(|end| end.chars().count() > 2 && title.starts_with(end))
                    });
                    if let Some((at, _)) = begun {
                        text.truncate(at);
                    }
                }
                let text = BETWEEN.iter().fold(text, |text, word| text.replace(word, ""));
                read.rest.push_str(&text);
            }
        }
        read
    }
}

/// Whether a citation is of 番号法第19条第8号 itself, or of the order under it as a whole.
fn is_linkage(citation: &Citation) -> bool {
    let is_order = citation.law() == Some(&Law::Known(KnownLaw::MyNumberProvisionOrder));
    (is_order && citation.locator().place().is_none()) || citation.to_string() == "番号法第19条第8号"
}

/// The renumbered citations, if two texts differ in nothing else.
pub(super) fn renumbering(
    (before, old): (&Lines, &mut Reader<'_>),
    (after, new): (&Lines, &mut Reader<'_>),
) -> Option<Vec<Renumbered>> {
    let before = old.read(before);
    if before.renumbered.is_empty() {
        return None;
    }
    let after = new.read(after);
    let mut renumbered = before.renumbered;
    // A number that the new version keeps was not renumbered by it.
    renumbered.retain(|pair| !after.renumbered.iter().any(|kept| kept.old == pair.old));
    (!renumbered.is_empty() && before.citations == after.citations && before.rest == after.rest).then_some(renumbered)
}
