//! The names by which a text speaks of laws: those of the crate, and those that it defines for itself.

use alloc::string::String;
use alloc::vec::Vec;

use super::law::is_title;
use super::reader::{Check, read};
use super::{KnownLaw, Law, Place};
use crate::code_list::CodeList;
use crate::width::fold;

/// How many short names one document may define; more are not learned.
const MOST: usize = 64;

/// What a document settles in one text for the others: the short names that it defines for itself (「…に関する条例（以下「条例」
/// という。）」), and of which law a table is that it elsewhere calls 「別表第二」 alone.
///
/// ```
/// use mynumber_pia::citation::{Definitions, StatutoryBasis};
///
/// let mut names = Definitions::new();
/// names.learn("国民健康保険法（昭和３３年法律第１９２号）（以下この評価書において「国保」という。）に基づき");
/// let basis = StatutoryBasis::read_with("国保第9条", &names);
/// assert_eq!(basis.citations().next().unwrap().to_string(), "国民健康保険法第9条");
/// ```
#[doc(alias = "略称")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    names: Vec<(Vec<char>, Law)>,
    /// Without a law where the document names tables of two laws alike.
    tables: Vec<(Place, Option<Law>)>,
}

impl Definitions {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { names: Vec::new(), tables: Vec::new() }
    }

    /// Learns what a text defines.
    pub fn learn(&mut self, text: &str) {
        let reading = read(text, self, Check::On);
        self.names = reading.names.defined.names;
        for found in reading.found {
            let table = found.citation.locator().place().and_then(Place::table);
            if let (Some(table), Some(law)) = (table, found.citation.law()) {
                match self.tables.iter_mut().find(|(known, _)| *known == table) {
                    Some((_, known)) if known.as_ref() == Some(law) => {}
                    Some((_, known)) => *known = None,
                    None => self.tables.push((table, Some(law.clone()))),
                }
            }
        }
    }

    /// The tables of which only one law is known.
    pub(super) fn tables(&self) -> Vec<(Place, Option<Law>)> {
        self.tables.iter().filter(|(_, law)| law.is_some()).cloned().collect()
    }

    /// The short names, with their laws.
    pub fn iter(&self) -> impl Iterator<Item = (String, &Law)> {
        self.names.iter().map(|(name, law)| (name.iter().collect(), law))
    }
}

/// All names that a text may use.
pub(super) struct Names {
    /// The first character of each name of a known law, and the name; in the order of the characters.
    known: Vec<(char, &'static str, KnownLaw)>,
    defined: Definitions,
}

impl Names {
    pub(super) fn with(defined: &Definitions) -> Self {
        let mut known = Vec::new();
        for law in KnownLaw::ALL.iter().copied() {
            for name in [law.label(), law.title()].iter().chain(law.spellings()) {
                // The titles of the orders begin with the Act, which is read apart.
                if name.contains("番号法別表") || name.contains("第19条") {
                    continue;
                }
                known.extend(name.chars().next().map(|first| (first, *name, law)));
            }
        }
        known.sort_unstable_by_key(|(first, _, _)| *first);
        Self { known, defined: defined.clone() }
    }

    /// Learns a short name. One that names a known law already stays with it.
    pub(super) fn define(&mut self, name: &str, law: &Law) {
        let name: Vec<char> = name.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
        if name.is_empty() || name.len() > 60 || self.defined.names.len() >= MOST {
            return;
        }
        if KnownLaw::from_label(&name.iter().collect::<String>()).is_ok() {
            return;
        }
        self.defined.names.retain(|(known, _)| *known != name);
        self.defined.names.push((name, law.clone()));
    }

    /// The longest name at the front of `chars`, and its length.
    pub(super) fn find(&self, chars: &[char]) -> Option<(Law, usize)> {
        let first = chars.first()?;
        let defined = self
            .defined
            .names
            .iter()
            .filter_map(|(name, law)| Some((match_wrapped(chars, name.iter().copied())?, law)))
            .max_by_key(|(length, _)| *length);
        let from = self.known.partition_point(|(c, _, _)| c < first);
        let known = self
            .known
            .iter()
            .skip(from)
            .take_while(|(c, _, _)| c == first)
            .filter_map(|(_, name, law)| Some((match_wrapped(chars, name.chars())?, *law)))
            .max_by_key(|(length, _)| *length);
        match (defined, known) {
            (Some((length, law)), known) if known.is_none_or(|(other, _)| other <= length) => {
                Some((law.clone(), length))
            }
            (_, Some((length, law))) => Some((Law::Known(law), length)),
            (_, None) => None,
        }
    }
}

/// How many characters `name` takes at the front of `chars`, where a blank or line break may stand between any two.
fn match_wrapped(chars: &[char], name: impl Iterator<Item = char>) -> Option<usize> {
    let mut length = 0;
    for c in name {
        if length > 0 && chars.get(length).is_some_and(|c| c.is_whitespace()) {
            length += 1;
        }
        if chars.get(length) != Some(&c) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

/// Whether `chars` begin with `word`.
pub(super) fn starts_with(chars: &[char], word: &str) -> bool {
    let mut chars = chars.iter();
    word.chars().all(|c| chars.next() == Some(&c))
}

/// Whether a whole text is the title of a law that the crate does not know, and nothing else.
pub(super) fn whole_title(text: &str) -> bool {
    let text = text.trim();
    is_title(text) && text.chars().all(|c| c.is_alphanumeric() || c == 'ー')
}
