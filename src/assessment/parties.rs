//! Which names in a document refer to the same party.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::Assessment;
use crate::assessment::entrustment::{Chain, SharedParty, shared_by};
use crate::value::names::PartyKey;
use crate::value::width::fold;

/// The short names that a document defines for parties (名称の定義).
///
/// For example 「社会保険診療報酬支払基金（以下「支払基金」という。）」.
///
/// The default has no definitions, so names are compared only by their [`PartyKey`]. A short name is ignored if the
/// document defines it for two different names, or for several parties together (「支払基金等」).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::assessment::PartyNames;
///
/// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
/// assessment.affair.content = "委託先は社会保険診療報酬支払基金（以下「支払基金」という。）とする。".parse()?;
/// let names = PartyNames::of(&assessment);
/// assert_eq!(names.key("支払基金"), names.key("社会保険診療報酬支払基金"));
/// assert_ne!(PartyNames::default().key("支払基金"), PartyNames::default().key("社会保険診療報酬支払基金"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyNames {
    /// The long name of each short name. `None` if the document defines it for two names.
    defined: IndexMap<PartyKey, Option<PartyKey>>,
}

impl PartyNames {
    /// Collects the definitions in the text of a document.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let mut names = Self::default();
        assessment.walk(|field| field.value.each_text(&mut |text| names.learn(text.as_str())));
        names
    }

    /// The key of a name. If the document defines it as a short name, the key of the long name.
    #[must_use]
    pub fn key(&self, name: &str) -> PartyKey {
        let key = PartyKey::of(name);
        match self.defined.get(&key) {
            Some(Some(long)) => long.clone(),
            Some(None) | None => key,
        }
    }

    /// The parties that occur in more than one of these chains of the document (複数の委託に共通する委託先), as
    /// [`shared_parties`](crate::assessment::shared_parties) lists them.
    #[doc(alias = "複数の委託に共通する委託先")]
    #[must_use]
    pub fn shared_parties<'a>(&self, chains: impl IntoIterator<Item = Chain<'a>>) -> Vec<SharedParty<'a>> {
        shared_by(chains, |name| self.key(name))
    }

    fn learn(&mut self, text: &str) {
        // Most cells define nothing.
        for (start, _) in text.match_indices("以下") {
            let (Some(before), Some(after)) = (text.get(..start), text.get(start..)) else { continue };
            let Some((long, short)) = definition(before, after) else { continue };
            let long = PartyKey::of(&long);
            let known = self.defined.entry(PartyKey::of(&short)).or_insert_with(|| Some(long.clone()));
            if *known != Some(long) {
                *known = None;
            }
        }
    }
}

/// The maximum number of characters between 「以下」 and the short name: 「以下この評価書において「」.
const LEAD: usize = 16;

/// The maximum number of characters of a name.
const LONGEST: usize = 60;

/// The long and the short name of a definition, given the text before 「以下」 and the text from there on.
fn definition(before: &str, after: &str) -> Option<(String, String)> {
    let mut before = before.chars().rev();
    before.next().map(fold).filter(|c| *c == '(')?;
    let mut long: Vec<char> = before.by_ref().take(LONGEST).take_while(|c| is_of_name(*c)).collect();
    long.reverse();
    let mut after = after.chars().map(fold);
    // The bracket must not belong to another sentence: 「（以下同じ。）「」.
    after.by_ref().take(LEAD).take_while(|c| !matches!(c, ')' | '。')).find(|c| *c == '「')?;
    let (mut short, mut is_closed) = (String::new(), false);
    for c in after.take(LONGEST) {
        is_closed = c == '」';
        if is_closed {
            break;
        }
        short.push(c);
    }
    // 「…に関する法律（以下「番号法」という。）」 does not define a party, and 「支払基金等」 means several parties.
    let is_longer = long.len() > short.chars().count();
    (is_closed && is_longer && !short.is_empty() && !short.ends_with('等')).then(|| (long.into_iter().collect(), short))
}

/// Whether a character can be part of a party's name. Words around names are written in hiragana.
fn is_of_name(c: char) -> bool {
    !matches!(c, '\u{3041}'..='\u{309F}') && (c.is_alphanumeric() || matches!(c, '・' | '㈱' | '㈲'))
}
