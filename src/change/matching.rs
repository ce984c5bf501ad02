//! Matches the parts of a list in the old version with those in the new one.

use alloc::vec::Vec;
use core::hash::Hash;

use indexmap::IndexMap;

use super::edit::MatchedBy;
use super::identity::{Agreement, Identity, Scope, agreement, hash, is_same};
use super::proof::Reader;
use crate::catalogue::{List, Part, printed_number};

/// The most pairs of leftover parts that are compared.
const MAX_PAIRS: usize = 4096;

/// How far ahead of the expected index a part is looked for.
const MAX_AHEAD: usize = 32;

/// What reads the statutory bases of the old and of the new version.
pub(super) type Readers<'a> = (Reader<'a>, Reader<'a>);

/// The pairs, in the order of the old list.
pub(super) fn pairs(
    old: &dyn List,
    new: &dyn List,
    identity: Option<&Identity>,
    readers: &mut Readers<'_>,
) -> Vec<Pair> {
    let mut matching = Matching::new(old, new);
    matching.in_order();
    if let Some(identity) = identity {
        matching.named(identity, readers);
    }
    matching.same();
    if let Some(identity) = identity {
        matching.shared(identity);
        matching.by_content(identity);
        matching.rest(identity);
        matching.equal_names(identity);
    }
    let mut pairs = matching.into_pairs();
    if let Some(identity) = identity {
        swap_back(old, new, &mut pairs, identity);
    }
    pairs
}

/// A part of the old version and the same part of the new one, by their indices.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) by: MatchedBy,
}

/// Indices of the old and of the new list.
type Group = (Vec<usize>, Vec<usize>);

/// The version that a part is in.
#[derive(Clone, Copy)]
enum Version {
    Old,
    New,
}

/// Calls back with each key of a part.
type KeysOf<'k, 'l, K> = dyn FnMut(Version, &'l dyn Part, &mut dyn FnMut(K)) + 'k;

/// Two lists whose parts are paired step by step.
struct Matching<'l> {
    old: &'l dyn List,
    new: &'l dyn List,
    /// The parts without a partner that the next step looks at.
    left: Group,
    is_paired: (Vec<bool>, Vec<bool>),
    pairs: Vec<Pair>,
}

impl<'l> Matching<'l> {
    fn new(old: &'l dyn List, new: &'l dyn List) -> Self {
        Self {
            old,
            new,
            left: ((0..old.len()).collect(), (0..new.len()).collect()),
            is_paired: (alloc::vec![false; old.len()], alloc::vec![false; new.len()]),
            pairs: Vec::new(),
        }
    }

    /// The pairs, in the order of the old list.
    fn into_pairs(mut self) -> Vec<Pair> {
        self.pairs.sort_unstable_by_key(|pair| pair.old);
        self.pairs
    }

    fn pair(&mut self, old: usize, new: usize, by: MatchedBy) {
        for (is_paired, index) in [(&mut self.is_paired.0, old), (&mut self.is_paired.1, new)] {
            if let Some(is_paired) = is_paired.get_mut(index) {
                *is_paired = true;
            }
        }
        self.pairs.push(Pair { old, new, by });
    }

    /// Whether both parts have no partner.
    fn is_left(&self, old: usize, new: usize) -> bool {
        self.is_paired.0.get(old) == Some(&false) && self.is_paired.1.get(new) == Some(&false)
    }

    /// Removes the paired parts from those that are left.
    fn settle(&mut self) {
        self.left.0.retain(|index| self.is_paired.0.get(*index) == Some(&false));
        self.left.1.retain(|index| self.is_paired.1.get(*index) == Some(&false));
    }

    /// Whether nothing more can be paired.
    fn is_over(&self) -> bool {
        self.left.0.is_empty() || self.left.1.is_empty()
    }

    /// The two parts that are left, if exactly one is left in each list.
    fn last(&self) -> Option<(usize, usize)> {
        match (self.left.0.as_slice(), self.left.1.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            (_, _) => None,
        }
    }

    /// Runs steps on each group alone, so that they pair only parts of the same group.
    fn within(&mut self, groups: Vec<Group>, mut steps: impl FnMut(&mut Self)) {
        let left = core::mem::take(&mut self.left);
        for group in groups {
            self.left = group;
            if !self.is_over() {
                steps(self);
            }
        }
        self.left = left;
        self.settle();
    }

    fn is_same(&self, old: usize, new: usize, scope: Scope<'_>) -> bool {
        self.old.get(old).zip(self.new.get(new)).is_some_and(|(old, new)| is_same(old, new, scope))
    }

    /// The parts that are left, grouped by their keys. A part can have several keys, or none.
    fn groups<K, I>(&self, mut keys: impl FnMut(Version, &'l dyn Part) -> I) -> Vec<Group>
    where
        K: Hash + Eq,
        I: IntoIterator<Item = K>,
    {
        self.grouped(&mut |version, part, add| keys(version, part).into_iter().for_each(add))
    }

    /// The same, compiled once for each type of key.
    fn grouped<K: Hash + Eq>(&self, keys: &mut KeysOf<'_, 'l, K>) -> Vec<Group> {
        let mut groups: IndexMap<K, Group> = IndexMap::new();
        for index in &self.left.0 {
            if let Some(part) = self.old.get(*index) {
                keys(Version::Old, part, &mut |key| groups.entry(key).or_default().0.push(*index));
            }
        }
        for index in &self.left.1 {
            if let Some(part) = self.new.get(*index) {
                keys(Version::New, part, &mut |key| groups.entry(key).or_default().1.push(*index));
            }
        }
        groups.into_values().collect()
    }

    /// Pairs what is left, if it is one part of each list and the two are the same.
    fn only_same(&mut self, scope: Scope<'_>, by: MatchedBy) {
        if self.last().is_some_and(|(old, new)| self.is_same(old, new, scope)) {
            self.only(by);
        }
    }

    /// Pairs what is left, if it is one part of each list.
    fn only(&mut self, by: MatchedBy) {
        if let Some((old, new)) = self.last() {
            self.pair(old, new, by);
            self.settle();
        }
    }

    /// Pairs parts that are the same but for their numbers, and in the same order. This covers most of a list without looking far
    /// ahead.
    fn in_order(&mut self) {
        let (mut old, mut new) = (0, 0);
        while old < self.old.len() && new < self.new.len() {
            // Some or all of the parts that one list has more may have been inserted here.
            let rest = (self.old.len() - old, self.new.len() - new);
            let more = rest.0.abs_diff(rest.1);
            let ahead = (0..=more.min(MAX_AHEAD))
                .chain([more])
                .map(|ahead| if rest.0 > rest.1 { (old + ahead, new) } else { (old, new + ahead) });
            let is = |scope| ahead.clone().find(|(old, new)| self.is_same(*old, *new, scope));
            let same = is(Scope::Everything).map(|found| (found, MatchedBy::Same));
            let found = same.or_else(|| Some((is(Scope::ButNumber)?, MatchedBy::SameButNumber)));
            if let Some((found, by)) = found {
                self.pair(found.0, found.1, by);
                (old, new) = found;
            }
            (old, new) = (old + 1, new + 1);
        }
        self.settle();
    }

    /// Pairs parts that are the same, whatever their index. If several are the same, they are paired in order.
    fn same(&mut self) {
        for (scope, by) in [(Scope::Everything, MatchedBy::Same), (Scope::ButNumber, MatchedBy::SameButNumber)] {
            // Grouping by hash only saves comparisons; `is_same` decides.
            let groups = match self.last() {
                Some(_) => Vec::from([self.left.clone()]),
                None if self.is_over() => return,
                None => self.groups(|_, part| Some(hash(part, scope))),
            };
            for (olds, news) in groups {
                for (old, new) in olds.into_iter().zip(news) {
                    if self.is_same(old, new, scope) {
                        self.pair(old, new, by);
                    }
                }
            }
            self.settle();
        }
    }

    /// Pairs parts of one name.
    fn named(&mut self, identity: &Identity, readers: &mut Readers<'_>) {
        if self.is_over() {
            return;
        }
        let groups = self.groups(|_, part| identity.name(part));
        self.within(groups, |named| {
            // Most names occur only once.
            if named.last().is_some() {
                named.only(MatchedBy::Name);
                return;
            }
            if identity.has_bases() {
                // Reading bases is slow, so first pair the parts that are the same in everything else.
                let scope = Scope::ButBases(identity);
                let groups = named.groups(|_, part| Some(hash(part, scope)));
                named.within(groups, |group| {
                    group.same();
                    group.only_same(scope, MatchedBy::NameAndContent);
                });
                if named.last().is_none() {
                    named.based(identity, readers);
                }
            } else {
                named.same();
            }
            named.only(MatchedBy::Name);
        });
    }

    /// Pairs parts with the same statutory bases, if no other part has them.
    fn based(&mut self, identity: &Identity, readers: &mut Readers<'_>) {
        let groups = self.groups(|version, part| {
            let reader = match version {
                Version::Old => &mut readers.0,
                Version::New => &mut readers.1,
            };
            reader.key(identity.bases(part)?)
        });
        self.within(groups, |group| group.only(MatchedBy::NameAndBases));
    }

    /// Pairs parts that are the same except for the name, if no other part is. Choices alone do not decide.
    fn by_content(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let scope = Scope::ButName(identity);
        let groups = self.groups(|_, part| Some(hash(part, scope)));
        self.within(groups, |group| {
            if group.agreed(identity).is_some_and(Agreement::has_words) {
                group.only_same(scope, MatchedBy::Content);
            }
        });
    }

    /// How much the two parts that are left agree, if exactly one is left in each list.
    fn agreed(&self, identity: &Identity) -> Option<Agreement> {
        let (old, new) = self.last()?;
        Some(agreement(self.old.get(old)?, self.new.get(new)?, identity))
    }

    /// Pairs what is left of parts of one name: by the printed number, then in order. Only their
    /// statutory bases distinguish parts that have some.
    fn equal_names(&mut self, identity: &Identity) {
        if self.is_over() || identity.has_bases() {
            return;
        }
        let groups = self.groups(|_, part| identity.name(part));
        self.within(groups, |named| {
            let numbered = named.groups(|_, part| printed_number(part));
            named.within(numbered, |group| {
                if group.agreed(identity).is_some_and(Agreement::allows_equal_names) {
                    group.only(MatchedBy::NameAndNumber);
                }
            });
            let (olds, news) = named.left.clone();
            for (old, new) in olds.into_iter().zip(news) {
                let parts = named.old.get(old).zip(named.new.get(new));
                if parts.is_some_and(|(old, new)| agreement(old, new, identity).allows_equal_names()) {
                    named.pair(old, new, MatchedBy::NameAndOrder);
                }
            }
            named.settle();
        });
    }

    /// Pairs parts with several names, if they share one that no other part has. If a part shares names with several, it
    /// was split or merged: it is paired with the one that shares most, or else the first.
    fn shared(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let groups = self.groups(|_, part| identity.names(part));
        let mut found: IndexMap<(usize, usize), usize> = IndexMap::new();
        for group in &groups {
            if let ([old], [new]) = (group.0.as_slice(), group.1.as_slice()) {
                *found.entry((*old, *new)).or_default() += 1;
            }
        }
        let mut found: Vec<((usize, usize), usize)> = found.into_iter().collect();
        found.sort_unstable_by_key(|((old, new), shared)| (core::cmp::Reverse(*shared), *old, *new));
        for ((old, new), _) in found {
            if self.is_left(old, new) {
                self.pair(old, new, MatchedBy::SharedName);
            }
        }
        self.settle();
    }

    /// Pairs two parts if neither of them fits any other part that is left.
    fn rest(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let (olds, news) = (self.left.0.clone(), self.left.1.clone());
        if olds.len().saturating_mul(news.len()) > MAX_PAIRS {
            return;
        }
        let is_only_one = olds.len() == 1 && news.len() == 1;
        let may_be = |old: usize, new: usize| {
            let Some((old, new)) = self.old.get(old).zip(self.new.get(new)) else { return false };
            let agreement = agreement(old, new, identity);
            let names = (identity.name(old), identity.name(new));
            agreement.is_clear()
                || match names {
                    (Some(old), Some(new)) => {
                        agreement.is_open() && (is_only_one || is_part_of(&old, &new) || is_part_of(&new, &old))
                    }
                    (None, None) => is_only_one,
                    (Some(_), None) | (None, Some(_)) => is_only_one && agreement.is_open(),
                }
        };
        let of_old =
            olds.iter().map(|old| -> Vec<usize> { news.iter().copied().filter(|new| may_be(*old, *new)).collect() });
        let of_old: Vec<Vec<usize>> = of_old.collect();
        let mut found = Vec::new();
        for (old, partners) in olds.iter().zip(&of_old) {
            let [new] = partners.as_slice() else { continue };
            if of_old.iter().filter(|others| others.contains(new)).count() == 1 {
                found.push((*old, *new));
            }
        }
        for (old, new) in found {
            self.pair(old, new, MatchedBy::OnlyOne);
        }
        self.settle();
    }
}

/// Whether a name is the beginning or the end of a longer one. The key of a name ends with separators.
fn is_part_of(name: &str, longer: &str) -> bool {
    let name = name.trim_end_matches(['\n', '\u{1F}']);
    let longer = longer.trim_end_matches(['\n', '\u{1F}']);
    !name.is_empty() && (longer.starts_with(name) || longer.ends_with(name))
}

/// If two parts swapped their names, and nothing else in them changed, pairs them by their content: two changed names are
/// fewer edits than everything but the names.
fn swap_back(old: &dyn List, new: &dyn List, pairs: &mut [Pair], identity: &Identity) {
    let scope = Scope::ButName(identity);
    // Comparing two parts is faster than hashing them, and most are the same but for their numbers.
    let other = |(_, pair): &(usize, &Pair)| {
        let parts = old.get(pair.old).zip(new.get(pair.new));
        pair.by == MatchedBy::Name && parts.is_some_and(|(old, new)| !is_same(old, new, scope))
    };
    let others: Vec<(usize, Pair)> = pairs.iter().enumerate().filter(other).map(|(at, pair)| (at, *pair)).collect();
    if others.len() < 2 {
        return;
    }
    let mut seen: IndexMap<(u64, u64), usize> = IndexMap::new();
    let mut swaps = Vec::new();
    for (at, pair) in others {
        let Some((before, after)) = old.get(pair.old).zip(new.get(pair.new)) else { continue };
        let (before, after) = (hash(before, scope), hash(after, scope));
        match seen.swap_remove(&(after, before)) {
            Some(other) => swaps.push((other, at)),
            None => {
                seen.insert((before, after), at);
            }
        }
    }
    for (first, second) in swaps {
        let Some((a, b)) = pairs.get(first).copied().zip(pairs.get(second).copied()) else { continue };
        let is_swap = |before: usize, after: usize| {
            old.get(before).zip(new.get(after)).is_some_and(|(before, after)| {
                is_same(before, after, scope) && agreement(before, after, identity).has_words()
            })
        };
        if is_swap(a.old, b.new) && is_swap(b.old, a.new) {
            for (at, new) in [(first, b.new), (second, a.new)] {
                if let Some(pair) = pairs.get_mut(at) {
                    *pair = Pair { new, by: MatchedBy::Content, ..*pair };
                }
            }
        }
    }
}
