//! The names that a text uses for laws: those that the crate knows, and those that the text defines.

use alloc::string::String;
use alloc::vec::Vec;

use super::data::LAWS;
use super::statute::{is_title, named};
use super::{KnownLaw, Law, Place};
use crate::value::width::fold;

/// The limit on short names that one document may define and on tables that it may name. Further ones are not learned.
pub(super) const MOST: usize = 64;

/// Names that one text of a document defines for the other texts (略称).
///
/// They are short names (「…に関する条例（以下「条例」という。）」), and the law of a table that other texts call only 「別表第二」.
///
/// ```
/// use mynumber_pia::law::{Definitions, StatutoryBasis};
///
/// let mut names = Definitions::new();
/// names.learn("国民健康保険法（昭和３３年法律第１９２号）（以下この評価書において「国保」という。）に基づき");
/// let basis = StatutoryBasis::read_with("国保第9条", &names);
/// assert_eq!(basis.citations().next().unwrap().to_string(), "国民健康保険法第9条");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    pub(super) names: Vec<(Vec<char>, Law)>,
    /// Without a law if the document uses the name for tables of two laws. No law is assumed otherwise, not even 番号法.
    pub(super) tables: Vec<(Place, Option<Law>)>,
}

impl Definitions {
    /// Empty definitions.
    #[must_use]
    pub const fn new() -> Self {
        Self { names: Vec::new(), tables: Vec::new() }
    }

    /// The tables whose law is unambiguous.
    pub(super) fn tables(&self) -> Vec<(Place, Option<Law>)> {
        self.tables.iter().filter(|(_, law)| law.is_some()).cloned().collect()
    }

    /// The short names, with their laws.
    pub fn iter(&self) -> impl Iterator<Item = (String, &Law)> {
        self.names.iter().map(|(name, law)| (name.iter().collect(), law))
    }
}

/// A name of a known law, with its first character.
type Known = (char, &'static str, KnownLaw);

/// Every name of the laws that the crate knows, sorted by first character.
static KNOWN: [Known; known_names(&mut [('法', "", KnownLaw::ALL[0]); 256])] = {
    let mut all = [('法', "", KnownLaw::ALL[0]); 256];
    let mut known = [('法', "", KnownLaw::ALL[0]); known_names(&mut [('法', "", KnownLaw::ALL[0]); 256])];
    let count = known_names(&mut all);
    let mut at = 0;
    while at < count {
        // Insertion sort.
        let mut place = at;
        while place > 0 && known[place - 1].0 > all[at].0 {
            known[place] = known[place - 1];
            place -= 1;
        }
        known[place] = all[at];
        at += 1;
    }
    known
};

/// The first characters of names and titles, by their last ten bits. Most characters of a text are not among them.
static FIRSTS: [u64; 16] = {
    let mut firsts = [0; 16];
    let mut at = 0;
    while at < KNOWN.len() {
        let c = KNOWN[at].0 as usize;
        firsts[c / 64 % 16] |= 1 << (c % 64);
        at += 1;
    }
    let mut at = 0;
    while at < LAWS.len() {
        if !LAWS[at].0.is_empty() {
            let c = first_char(LAWS[at].0) as usize;
            firsts[c / 64 % 16] |= 1 << (c % 64);
        }
        at += 1;
    }
    firsts
};

/// Whether a name or title may begin with `c`.
const fn may_begin(c: char) -> bool {
    FIRSTS[c as usize / 64 % 16] & 1 << (c as usize % 64) != 0
}

/// Fills the list of names and returns its length.
const fn known_names(names: &mut [Known; 256]) -> usize {
    let mut count = 0;
    let mut law = 0;
    while law < KnownLaw::ALL.len() {
        let known = KnownLaw::ALL[law];
        let others = known.choice().spellings;
        let mut place = 0;
        while place < 2 + others.len() {
            let name = match place {
                0 => known.label(),
                1 => known.title(),
                _ => others[place - 2],
            };
            // The titles of the orders begin with the Act, which is read separately.
            if !holds(name, "番号法別表") && !holds(name, "第19条") {
                names[count] = (first_char(name), name, known);
                count += 1;
            }
            place += 1;
        }
        law += 1;
    }
    count
}

/// `str::contains` for constants.
const fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut from = 0;
    while from + part.len() <= text.len() {
        let mut same = 0;
        while same < part.len() && text[from + same] == part[same] {
            same += 1;
        }
        if same == part.len() {
            return true;
        }
        from += 1;
    }
    false
}

/// The first character of a name that begins with a kanji or kana (three bytes of UTF-8). All names of the crate do.
pub(super) const fn first_char(name: &str) -> char {
    let bytes = name.as_bytes();
    let code = ((bytes[0] as u32 & 0x0F) << 12) | ((bytes[1] as u32 & 0x3F) << 6) | (bytes[2] as u32 & 0x3F);
    match char::from_u32(code) {
        Some(c) => c,
        None => '法',
    }
}

/// All names that apply to a text.
pub(super) struct Names {
    pub(super) defined: Definitions,
}

impl Names {
    pub(super) fn with(defined: &Definitions) -> Self {
        Self { defined: defined.clone() }
    }

    /// Learns a short name. The name of a known law keeps its meaning.
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

    /// The longest name at the start of `chars`, and its length.
    pub(super) fn find(&self, chars: &[char]) -> Option<(Law, usize)> {
        let first = chars.first()?;
        let defined = self
            .defined
            .names
            .iter()
            .filter_map(|(name, law)| Some((match_wrapped(chars, name.iter().copied())?, law)))
            .max_by_key(|(length, _)| *length);
        if !may_begin(*first) {
            return defined.map(|(length, law)| (law.clone(), length));
        }
        let tabled = tabled(*first, chars);
        let from = KNOWN.partition_point(|(c, _, _)| c < first);
        let known = KNOWN
            .iter()
            .skip(from)
            .take_while(|(c, _, _)| c == first)
            .filter_map(|(_, name, law)| Some((match_wrapped(chars, name.chars())?, *law)))
            .max_by_key(|(length, _)| *length);
        let longest =
            [defined.map(|(length, _)| length), known.map(|(length, _)| length), tabled.map(|(length, _)| length)];
        let longest = longest.into_iter().flatten().max()?;
        // If several are equally long, the one that the text defines wins.
        if let Some((length, law)) = defined.filter(|(length, _)| *length == longest) {
            return Some((law.clone(), length));
        }
        match (known.filter(|(length, _)| *length == longest), tabled) {
            (Some((length, law)), _) => Some((Law::Known(law), length)),
            (None, Some((length, title))) => Some((named(title)?, length)),
            (None, None) => None,
        }
    }
}

/// The longest title from the tables of the law at the start of `chars`, and its length there.
fn tabled(first: char, chars: &[char]) -> Option<(usize, &'static str)> {
    let begins = |title: &str| title.chars().next();
    let from = LAWS.partition_point(|(title, _)| begins(title) < Some(first));
    let titles = LAWS.iter().skip(from).map(|(title, _)| *title).take_while(|title| begins(title) == Some(first));
    titles.filter_map(|title| Some((match_wrapped(chars, title.chars().map(fold))?, title))).max_by_key(|found| found.0)
}

/// The number of characters that `name` takes at the start of `chars`. A blank or line break may occur between any two
/// characters.
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

/// Whether a whole string is the title of a law that the crate does not know, and nothing else.
pub(super) fn whole_title(text: &str) -> bool {
    let text = text.trim();
    is_title(text) && text.chars().all(char::is_alphanumeric)
}
