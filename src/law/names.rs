//! The names that a text uses for laws: those that the crate knows, and those that the text defines.

use alloc::string::String;
use alloc::vec::Vec;

use super::data::LAWS;
use super::statute::is_title;
use super::{KnownLaw, Law, Place};
use crate::value::code_list::find_choice;
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
    pub(super) names: Vec<(String, Law)>,
    /// Without a law if the document uses the name for tables of two laws. No law is assumed otherwise, not even 番号法.
    pub(super) tables: Vec<(Place, Option<Law>)>,
}

impl Definitions {
    /// Empty definitions.
    #[must_use]
    pub const fn new() -> Self {
        Self { names: Vec::new(), tables: Vec::new() }
    }

    /// Learns a short name. The name of a known law keeps its meaning. Returns the index of the name if it is new or has another
    /// law. A name that gets another law keeps its index.
    pub(super) fn define(&mut self, name: &str, law: &Law) -> Option<usize> {
        let name: String = name.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
        if name.is_empty() || name.chars().count() > 60 || find_choice::<KnownLaw>(&name).is_some() {
            return None;
        }
        if let Some(index) = self.names.iter().position(|(known, _)| *known == name) {
            let (_, known) = self.names.get_mut(index).filter(|(_, known)| known != law)?;
            known.clone_from(law);
            return Some(index);
        }
        if self.names.len() >= MOST {
            return None;
        }
        self.names.push((name, law.clone()));
        Some(self.names.len() - 1)
    }

    /// The short names, with their laws.
    pub fn iter(&self) -> impl Iterator<Item = (String, &Law)> {
        self.names.iter().map(|(name, law)| (name.clone(), law))
    }
}

/// A name of a law that the crate knows, or a title that its tables print.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) text: &'static str,
    /// `None` for a title of the tables.
    pub(super) law: Option<KnownLaw>,
}

const NO_NAME: Name = Name { text: "", law: None };

/// Every name that is a law wherever it occurs: names, titles and other spellings of [`KnownLaw`], and the titles of the tables.
pub(super) static NAMES: [Name; NAMED] = {
    let mut names = [NO_NAME; NAMED];
    let mut at = 0;
    while at < NAMED {
        names[at] = FOUND.0[at];
        at += 1;
    }
    names
};

/// How many names there are.
pub(super) const NAMED: usize = FOUND.1;

/// The names, and how many there are. Computed once.
const FOUND: ([Name; 512], usize) = names();

const fn names() -> ([Name; 512], usize) {
    let mut names = [NO_NAME; 512];
    let mut count = 0;
    let mut at = 0;
    while at < KnownLaw::ALL.len() {
        let law = KnownLaw::ALL[at];
        let others = law.choice().spellings;
        let mut spelling = 0;
        while spelling < 2 + others.len() {
            let text = match spelling {
                0 => law.label(),
                1 => law.title(),
                _ => others[spelling - 2],
            };
            // The titles of the orders begin with the Act, which is read separately.
            if !holds(text, "番号法別表") && !holds(text, "第19条") {
                names[count] = Name { text, law: Some(law) };
                count += 1;
            }
            spelling += 1;
        }
        at += 1;
    }
    let known = count;
    let mut at = 0;
    while at < LAWS.len() {
        // A title that is the number of an Act is read like any other number.
        if !LAWS[at].0.is_empty() && !holds(LAWS[at].0, "年法律第") && !is_in(LAWS[at].0, &names, known) {
            names[count] = Name { text: LAWS[at].0, law: None };
            count += 1;
        }
        at += 1;
    }
    (names, count)
}

/// Whether a title is one of the first `count` names.
const fn is_in(title: &str, names: &[Name], count: usize) -> bool {
    let mut at = 0;
    while at < count {
        if names[at].text.len() == title.len() && holds(names[at].text, title) {
            return true;
        }
        at += 1;
    }
    false
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

/// The bytes and characters that `name` takes at the start of `text`, in either width. A blank or line break may occur
/// between any two characters.
pub(super) fn match_wrapped(text: &str, name: &str) -> Option<(usize, u32)> {
    // Most names are written as they are, and most other texts differ in a character that has one width.
    let mut same = text.bytes().zip(name.bytes()).take_while(|(one, other)| one == other).count();
    if same == name.len() {
        return Some((same, u32::try_from(name.chars().count()).ok()?));
    }
    while !text.is_char_boundary(same) {
        same -= 1;
    }
    if !matches!(text.as_bytes().get(same..), Some([0xE3, 0x80, ..] | [..0xE3 | 0xEA.., ..])) {
        // It is kana or a kanji, or the end.
        return None;
    }
    let mut rest = text.chars();
    let mut characters = 0;
    for c in name.chars() {
        let mut next = rest.next()?;
        if next != c && characters > 0 && next.is_whitespace() {
            next = rest.next()?;
            characters += 1;
        }
        if next != c && fold(next) != fold(c) {
            return None;
        }
        characters += 1;
    }
    Some((text.len() - rest.as_str().len(), characters))
}

/// Whether a whole string is the title of a law that the crate does not know, and nothing else.
pub(super) fn whole_title(text: &str) -> bool {
    let text = text.trim();
    is_title(text) && text.chars().all(char::is_alphanumeric)
}
