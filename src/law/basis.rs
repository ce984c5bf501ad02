//! A statutory basis: the text and the citations found in it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use chrono::NaiveDate;

use super::names::MOST;
use super::reader::{self, Check, Defined, Reading, occurs};
use super::renumbered::is_of_other_paragraph;
use super::{Citation, Definitions, Found, Place, Unresolved};
use crate::value::code_list::read_from_string;

/// 法令上の根拠 as a form states it: the text as written, and the citations found in it.
///
/// Two bases are equal if their texts and the citations found in them are equal. Serde writes only the text. A basis
/// that was read with the [`Definitions`] of its document must be read again with [`read_with`](Self::read_with).
#[derive(Debug, Clone)]
pub struct StatutoryBasis {
    text: String,
    found: Vec<Found>,
    groups: Vec<Range<usize>>,
    /// The byte at which each group begins.
    group_bytes: Vec<usize>,
    unresolved: Vec<Unresolved>,
}

/// A piece of a basis: a citation or other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A citation, and how it is written in the text.
    Citation(&'a Found, &'a str),
    /// Anything else.
    Text(&'a str),
}

impl Definitions {
    /// Learns the short names that `text` defines.
    pub fn learn(&mut self, text: &str) {
        self.learn_from(&reader::read(text, self, Check::On));
    }

    /// Learns what a reading of a text defines: short names, and the laws of tables. Returns whether the latter changed.
    fn learn_from(&mut self, reading: &Reading) -> bool {
        for Defined { name, law, .. } in &reading.defined {
            self.define(name, law);
        }
        let mut has_changed = false;
        for found in &reading.found {
            let table = found.citation.locator().place().and_then(Place::table);
            if let (Some(table), Some(law)) = (table, found.citation.law()) {
                let is_full = self.tables.len() >= MOST;
                match self.tables.iter_mut().find(|(known, _)| *known == table) {
                    Some((_, known)) if known.as_ref().is_none_or(|known| known == law) => continue,
                    Some((_, known)) => *known = None,
                    None if is_full => continue,
                    None => self.tables.push((table, Some(law.clone()))),
                }
                has_changed = true;
            }
        }
        has_changed
    }
}

/// The texts of one document, read in order, each with the names that all of them define.
///
/// A text is read when it is added, with the names known so far. It is read again only if a name that is defined later
/// occurs in it, or if it cites a table whose law is named later.
#[derive(Default)]
pub(crate) struct Together {
    names: Definitions,
    texts: Vec<(StatutoryBasis, Option<usize>)>,
    /// The short names, each with the last text that defines it, and from which character of it on.
    defined: Vec<(String, usize, usize)>,
    /// How many texts changed what is known of the laws of tables.
    tables: usize,
}

impl Together {
    /// Reads the next text.
    pub(crate) fn add(&mut self, text: String) {
        let reading = reader::read(&text, &self.names, Check::On);
        let tables = reading.asks_for_table.then_some(self.tables);
        self.tables += usize::from(self.names.learn_from(&reading));
        let index = self.texts.len();
        for Defined { name, from, .. } in &reading.defined {
            match self.defined.iter_mut().find(|(known, ..)| known == name) {
                Some((_, by, at)) => (*by, *at) = (index, *from),
                None => self.defined.push((name.clone(), index, *from)),
            }
        }
        self.texts.push((StatutoryBasis::of(text, reading), tables));
    }

    /// The bases, in the order in which they were added, and the names that they define.
    pub(crate) fn read(self) -> (Vec<StatutoryBasis>, Definitions) {
        let Self { names, texts, defined, tables: now } = self;
        let read = texts.into_iter().enumerate().map(|(index, (basis, tables))| {
            // In the text that defines it, a name is known from there on.
            let is_named_late = |(name, by, from): &(String, usize, usize)| {
                *by >= index && occurs(name, &basis.text).is_some_and(|at| *by > index || at < *from)
            };
            if tables.is_some_and(|then| then != now) || defined.iter().any(is_named_late) {
                return StatutoryBasis::read_with(basis.text, &names);
            }
            basis
        });
        (read.collect(), names)
    }
}

impl StatutoryBasis {
    /// Finds the citations in a text (引用の読取り). Reading never fails: what is not a citation stays text.
    ///
    /// ```
    /// use mynumber_pia::law::StatutoryBasis;
    ///
    /// let basis = StatutoryBasis::read("番号法第９条第１項　別表の44の項ほか");
    /// let citations: Vec<String> = basis.citations().map(ToString::to_string).collect();
    /// assert_eq!(citations, ["番号法第9条第1項", "番号法別表の44の項"]);
    /// ```
    #[must_use]
    pub fn read(text: impl Into<String>) -> Self {
        Self::read_with(text, &Definitions::new())
    }

    /// Finds the citations in a text, using the short names that other texts of the same document define (以下「条例」という).
    ///
    /// ```
    /// use mynumber_pia::law::{Definitions, StatutoryBasis};
    ///
    /// let mut names = Definitions::new();
    /// names.learn("江戸川区個人番号の利用に関する条例（以下「条例」という。）第４条第１項");
    /// let basis = StatutoryBasis::read_with("条例別表第二の30の項", &names);
    /// assert_eq!(basis.found()[0].citation.to_string(), "江戸川区個人番号の利用に関する条例別表第二の30の項");
    /// ```
    #[must_use]
    pub fn read_with(text: impl Into<String>, names: &Definitions) -> Self {
        let text = text.into();
        let reading = reader::read(&text, names, Check::On);
        Self::of(text, reading)
    }

    fn of(text: String, reading: Reading) -> Self {
        let Reading { found, groups, unresolved, defined: _, asks_for_table: _ } = reading;
        let group_bytes = groups.iter().map(|group| group.byte).collect();
        Self { text, found, groups: groups.into_iter().map(|group| group.span).collect(), group_bytes, unresolved }
    }

    /// The text, exactly as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The citations with their positions, in the order of the text.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// The citations, in the order of the text.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.found.iter().map(|found| &found.citation)
    }

    /// The groups of columns that precede rows (「第三欄（情報提供者）が…第四欄…」): the span of each, in characters, from its first
    /// column to its first row.
    #[doc(alias = "第三欄")]
    #[must_use]
    pub fn groups(&self) -> &[Range<usize>] {
        &self.groups
    }

    /// The references that are written in the text but not cited, because it cannot be said which place they mean.
    ///
    /// ```
    /// use mynumber_pia::law::{StatutoryBasis, Why};
    ///
    /// let basis = StatutoryBasis::read("番号法第9条第1項及び前項");
    /// assert_eq!(basis.citations().count(), 1);
    /// assert_eq!((basis.unresolved()[0].span.clone(), basis.unresolved()[0].why), (11..13, Why::Relative));
    /// ```
    #[must_use]
    pub fn unresolved(&self) -> &[Unresolved] {
        &self.unresolved
    }

    /// Whether the citation is of a paragraph of 番号法第2条, and a term follows it that another paragraph defines on `day`.
    pub(crate) fn names_other_definition(&self, found: &Found, day: NaiveDate) -> bool {
        is_of_other_paragraph(&found.citation, || self.text.get(found.bytes.end..).unwrap_or_default(), day)
    }

    /// The text from the group of columns that contains the citation on.
    pub(crate) fn group_text(&self, found: &Found) -> Option<&str> {
        self.group_bytes.get(found.group?).and_then(|byte| self.text.get(*byte..))
    }

    /// The text of a reference that is not cited.
    pub(crate) fn text_of(&self, unresolved: &Unresolved) -> &str {
        self.text.get(unresolved.bytes.clone()).unwrap_or_default()
    }

    /// The citations and the text between them, in order. Joined, they are the whole text.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut at = 0;
        let text = |bytes| self.text.get(bytes).unwrap_or_default();
        for found in &self.found {
            let Range { start, end } = found.bytes;
            if at < start {
                pieces.push(Piece::Text(text(at..start)));
            }
            pieces.push(Piece::Citation(found, text(start..end)));
            at = end;
        }
        if at < self.text.len() {
            pieces.push(Piece::Text(text(at..self.text.len())));
        }
        pieces
    }

    /// The spans of the text that is not part of a citation, in characters.
    #[must_use]
    pub fn rest(&self) -> Vec<Range<usize>> {
        let mut rest = Vec::new();
        let mut at = 0;
        for Found { span, .. } in &self.found {
            if at < span.start {
                rest.push(at..span.start);
            }
            at = span.end;
        }
        let end = self.text.chars().count();
        if at < end {
            rest.push(at..end);
        }
        rest
    }
}

impl PartialEq for StatutoryBasis {
    fn eq(&self, other: &Self) -> bool {
        // The citations follow from the text, except for short names that another text defines.
        self.text == other.text && self.found == other.found
    }
}

impl Eq for StatutoryBasis {}

impl fmt::Display for StatutoryBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl core::str::FromStr for StatutoryBasis {
    type Err = core::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::read(text))
    }
}

impl serde::Serialize for StatutoryBasis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

read_from_string!(StatutoryBasis, "the text of a statutory basis", "法令上の根拠の文字列");
