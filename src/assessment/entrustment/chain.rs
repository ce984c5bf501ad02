//! Questions about a chain: how deep it is, who is in it and through whom, and which parties recur.

use alloc::vec::Vec;
use core::fmt;

use indexmap::IndexMap;

use super::{Entrustment, Party};
use crate::value::answer::{Answer, Lines};
use crate::value::choice::ReEntrustmentState;
use crate::value::names::PartyKey;
use crate::value::text::Text;

/// The chain of parties of one entrustment (委託の連鎖): the entrustees and all their re-entrustees.
///
/// ```
/// use mynumber_pia::assessment::{Chain, Entrustment};
///
/// let entrustment: Entrustment = serde_json::from_str(r#"{
///     "matter": "資格履歴管理事務",
///     "entrustee": "国保連（国保連は、国保中央会に再委託する。）",
///     "re_entrustment": "re_entrusted",
///     "chain": [{"name": "国保連", "re_entrustees": [{"name": "国保中央会", "re_entrustees": [{}]}]}]
/// }"#)?;
/// let chain = Chain::of(&entrustment);
/// assert_eq!(chain.depth(), 3);
/// let last = chain.links().pop().unwrap();
/// assert_eq!(last.name, None);
/// assert_eq!(last.through, ["国保連", "国保中央会"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Chain<'a> {
    entrustee: Option<&'a Lines>,
    parties: &'a [Party],
    re_entrusted: bool,
}

/// A party and its position in a chain (連鎖の中の委託先).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// 1 for an entrustee (委託先), 2 for a 再委託先, 3 for a 再々委託先.
    pub tier: usize,
    /// Its name. `None` if the document does not name it.
    pub name: Option<&'a str>,
    /// The parties through whom the file reaches it, the entrustee first. A party without a name is 「？」.
    pub through: Vec<&'a str>,
    /// The party. `None` if the document gives only the name of the entrustee, or says only that there is a 再委託先.
    pub party: Option<&'a Party>,
}

const UNNAMED: &str = "？";

impl Link<'_> {
    /// The name of this tier: 委託先, 再委託先, 再々委託先, and その先 for every further tier.
    #[must_use]
    pub const fn term(&self) -> &'static str {
        tier_term(self.tier)
    }
}

/// The name of a tier.
pub(crate) const fn tier_term(tier: usize) -> &'static str {
    match tier {
        0 | 1 => "委託先",
        2 => "再委託先",
        3 => "再々委託先",
        _ => "その先",
    }
}

/// The chain in one line, the parties of the next tier in brackets: 「国保連（国保中央会（？））」. A party without a name prints 「？」.
/// If it is not known which of several entrustees re-entrusts, the bracket follows the last: 「甲、乙（？）」.
///
/// ```
/// use mynumber_pia::assessment::{Chain, Entrustment};
///
/// let read = |json| serde_json::from_str::<Entrustment>(json);
/// let entrustment = read(r#"{"chain": [{"name": "甲", "re_entrustees": [{"name": "乙"}, {}]}, {"name": "丙"}]}"#)?;
/// assert_eq!(Chain::of(&entrustment).to_string(), "甲（乙、？）、丙");
/// let entrustment = read(r#"{"entrustee": "甲", "re_entrustment": "re_entrusted"}"#)?;
/// assert_eq!(Chain::of(&entrustment).to_string(), "甲（？）");
/// # Ok::<(), serde_json::Error>(())
/// ```
impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut above = 0;
        for Link { tier, name, .. } in self.links() {
            // Each party comes before its re-entrustees, so a deeper one is one tier deeper.
            let separator = match (above, tier > above) {
                (0, _) => "",
                (_, true) => "（",
                (_, false) => "、",
            };
            for _ in tier..above {
                f.write_str("）")?;
            }
            write!(f, "{separator}{}", name.unwrap_or(UNNAMED))?;
            above = tier;
        }
        for _ in 1..above {
            f.write_str("）")?;
        }
        Ok(())
    }
}

impl<'a> Chain<'a> {
    /// The chain of an entrustment.
    #[must_use]
    pub fn of(entrustment: &'a Entrustment) -> Self {
        let (entrustee, parties) = (entrustment.entrustee.given(), entrustment.chain.as_slice());
        let re_entrusted = entrustment.re_entrustment == Answer::Given(ReEntrustmentState::ReEntrusted);
        Self { entrustee, parties, re_entrusted }
    }

    /// The number of tiers: 0 if no entrustee is known, 1 for an entrustee alone, 3 if the chain reaches a 再々委託先. 再委託する
    /// counts as a second tier even if nobody is named.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.links().iter().map(|link| link.tier).max().unwrap_or_default()
    }

    /// Every party of the chain, with the parties through whom the file reaches it. A party comes before its
    /// re-entrustees.
    #[must_use]
    pub fn links(&self) -> Vec<Link<'a>> {
        let mut links = Vec::new();
        if self.parties.is_empty() {
            let names = self.entrustee.into_iter().flat_map(Lines::texts).map(Text::as_str);
            links.extend(names.map(|name| Link { tier: 1, name: Some(name), through: Vec::new(), party: None }));
        } else {
            collect(self.parties, &Vec::new(), &mut links);
        }
        if self.re_entrusted && !links.iter().any(|link| link.tier > 1) {
            if links.is_empty() {
                links.push(Link { tier: 1, name: None, through: Vec::new(), party: None });
            }
            // If there are several entrustees, it is not known which of them re-entrusts.
            let through = match links.as_slice() {
                [Link { name: Some(name), .. }] => *name,
                [..] => UNNAMED,
            };
            links.push(Link { tier: 2, name: None, through: Vec::from([through]), party: None });
        }
        links
    }
}

/// Walks the tree, each party before its re-entrustees.
fn collect<'a>(parties: &'a [Party], through: &[&'a str], links: &mut Vec<Link<'a>>) {
    let mut waiting: Vec<(&'a Party, Vec<&'a str>)> =
        parties.iter().rev().map(|party| (party, through.to_vec())).collect();
    while let Some((party, through)) = waiting.pop() {
        let name = party.name.given().map(Text::as_str);
        let mut onward = through.clone();
        onward.push(name.unwrap_or(UNNAMED));
        links.push(Link { tier: onward.len(), name, through, party: Some(party) });
        waiting.extend(party.re_entrustees.as_slice().iter().rev().map(|next| (next, onward.clone())));
    }
}

/// A party that occurs in several entrustments (複数の委託に共通する委託先).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedParty<'a> {
    /// Its name, as spelled where it first occurs.
    pub name: &'a str,
    /// The indices of the chains that contain it, ascending and without duplicates.
    pub chains: Vec<usize>,
}

/// The parties that occur in more than one of these chains, in the order of their first occurrence.
///
/// Names are compared by their [`PartyKey`];
/// [`PartyNames::shared_parties`](crate::assessment::PartyNames::shared_parties) also resolves the short names that a
/// document defines.
///
/// ```
/// use mynumber_pia::assessment::{Chain, Entrustment, shared_parties};
///
/// let read = |json| serde_json::from_str::<Entrustment>(json);
/// let first = read(r#"{"entrustee": "株式会社　日立システムズ"}"#)?;
/// let second = read(r#"{"chain": [{"name": "国保連", "re_entrustees": [{"name": "株式会社日立システムズ"}]}]}"#)?;
/// let shared = shared_parties([Chain::of(&first), Chain::of(&second)]);
/// assert_eq!(shared.len(), 1);
/// assert_eq!(shared[0].chains, [0, 1]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn shared_parties<'a>(chains: impl IntoIterator<Item = Chain<'a>>) -> Vec<SharedParty<'a>> {
    shared_by(chains, PartyKey::of)
}

/// The parties that several chains share. Names with the same key are one party.
pub(crate) fn shared_by<'a>(
    chains: impl IntoIterator<Item = Chain<'a>>,
    key: impl Fn(&str) -> PartyKey,
) -> Vec<SharedParty<'a>> {
    let mut parties: IndexMap<PartyKey, SharedParty<'a>> = IndexMap::new();
    for (place, chain) in chains.into_iter().enumerate() {
        for name in chain.links().into_iter().filter_map(|link| link.name) {
            let party = parties.entry(key(name)).or_insert_with(|| SharedParty { name, chains: Vec::new() });
            if party.chains.last() != Some(&place) {
                party.chains.push(place);
            }
        }
    }
    parties.into_values().filter(|party| party.chains.len() > 1).collect()
}
