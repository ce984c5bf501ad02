//! The pairs found between two lists, the parts that are left, and the pairs that moved.

use alloc::vec::Vec;
use core::hash::Hash;

use indexmap::IndexMap;

use super::difference::MatchedBy;
use super::identity::{Scope, is_same};
use crate::catalogue::{List, Part};

/// A part of the old version and the same part of the new one, by their indices.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) by: MatchedBy,
}

/// Indices of the old and of the new list.
pub(super) type Group = (Vec<usize>, Vec<usize>);

/// The version that a part is in.
#[derive(Clone, Copy)]
pub(super) enum Version {
    Old,
    New,
}

/// Calls back with each key of a part.
type KeysOf<'k, 'l, K> = dyn FnMut(Version, &'l dyn Part, &mut dyn FnMut(K)) + 'k;

/// Two lists whose parts are paired step by step.
pub(super) struct Matching<'l> {
    pub(super) old: &'l dyn List,
    pub(super) new: &'l dyn List,
    /// The parts without a partner that the next step looks at.
    pub(super) left: Group,
    is_paired: (Vec<bool>, Vec<bool>),
    pairs: Vec<Pair>,
}

impl<'l> Matching<'l> {
    pub(super) fn new(old: &'l dyn List, new: &'l dyn List) -> Self {
        Self {
            old,
            new,
            left: ((0..old.len()).collect(), (0..new.len()).collect()),
            is_paired: (alloc::vec![false; old.len()], alloc::vec![false; new.len()]),
            pairs: Vec::new(),
        }
    }

    /// The pairs, in the order of the old list.
    pub(super) fn into_pairs(mut self) -> Vec<Pair> {
        self.pairs.sort_unstable_by_key(|pair| pair.old);
        self.pairs
    }

    pub(super) fn pair(&mut self, old: usize, new: usize, by: MatchedBy) {
        for (is_paired, index) in [(&mut self.is_paired.0, old), (&mut self.is_paired.1, new)] {
            if let Some(is_paired) = is_paired.get_mut(index) {
                *is_paired = true;
            }
        }
        self.pairs.push(Pair { old, new, by });
    }

    /// Whether both parts have no partner.
    pub(super) fn is_left(&self, old: usize, new: usize) -> bool {
        self.is_paired.0.get(old) == Some(&false) && self.is_paired.1.get(new) == Some(&false)
    }

    /// Removes the paired parts from those that are left.
    pub(super) fn settle(&mut self) {
        self.left.0.retain(|index| self.is_paired.0.get(*index) == Some(&false));
        self.left.1.retain(|index| self.is_paired.1.get(*index) == Some(&false));
    }

    /// Whether nothing more can be paired.
    pub(super) fn is_over(&self) -> bool {
        self.left.0.is_empty() || self.left.1.is_empty()
    }

    /// The two parts that are left, if exactly one is left in each list.
    pub(super) fn last(&self) -> Option<(usize, usize)> {
        match (self.left.0.as_slice(), self.left.1.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            (_, _) => None,
        }
    }

    /// Runs steps on each group alone, so that they pair only parts of the same group.
    pub(super) fn within(&mut self, groups: Vec<Group>, mut steps: impl FnMut(&mut Self)) {
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

    pub(super) fn is_same(&self, old: usize, new: usize, scope: Scope<'_>) -> bool {
        self.old.get(old).zip(self.new.get(new)).is_some_and(|(old, new)| is_same(old, new, scope))
    }

    /// The parts that are left, grouped by their keys. A part can have several keys, or none.
    pub(super) fn groups<K, I>(&self, mut keys: impl FnMut(Version, &'l dyn Part) -> I) -> Vec<Group>
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

    /// Pairs parts by a key that exactly one part of each list has.
    pub(super) fn unique<K, I>(&mut self, by: MatchedBy, keys: impl FnMut(Version, &'l dyn Part) -> I)
    where
        K: Hash + Eq,
        I: IntoIterator<Item = K>,
    {
        if !self.is_over() {
            self.within(self.groups(keys), |group| group.only(by));
        }
    }

    /// Pairs what is left, if it is one part of each list and the two are the same.
    pub(super) fn only_same(&mut self, scope: Scope<'_>, by: MatchedBy) {
        if self.last().is_some_and(|(old, new)| self.is_same(old, new, scope)) {
            self.only(by);
        }
    }

    /// Pairs what is left, if it is one part of each list.
    pub(super) fn only(&mut self, by: MatchedBy) {
        if let Some((old, new)) = self.last() {
            self.pair(old, new, by);
            self.settle();
        }
    }
}

/// Whether each pair moved. As few pairs as possible count as moved: the others are in the same order in both lists. Of
/// several such choices, most pairs whose index is the same stay, so that two parts that swapped count as moved, and not the
/// parts between them. The pairs are in the order of the old list.
pub(super) fn moved(pairs: &[Pair]) -> Vec<bool> {
    let mut ranked: Vec<usize> = (0..pairs.len()).collect();
    ranked.sort_unstable_by_key(|at| pairs.get(*at).map_or(usize::MAX, |pair| pair.new));
    let mut ranks = alloc::vec![0; pairs.len()];
    for (rank, at) in ranked.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(*at) {
            *slot = rank;
        }
    }
    // The best ascending sequence that ends at each pair, in a Fenwick tree over the ranks.
    let mut best: Vec<Option<Ending>> = alloc::vec![None; pairs.len() + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut last: Option<Ending> = None;
    for (at, rank) in ranks.iter().enumerate() {
        let mut found: Option<Ending> = None;
        let mut node = *rank;
        while node > 0 {
            found = found.max(best.get(node).copied().flatten());
            node &= node - 1;
        }
        before.push(found.map(|ending| ending.at));
        let (length, same) = found.map_or((0, 0), |ending| (ending.length, ending.same));
        let ending =
            Ending { length: length + 1, same: same + usize::from(at == *rank), rank: core::cmp::Reverse(*rank), at };
        last = last.max(Some(ending));
        let mut node = rank + 1;
        while let Some(slot) = best.get_mut(node) {
            *slot = (*slot).max(Some(ending));
            node += node & node.wrapping_neg();
        }
    }
    let mut moved = alloc::vec![true; pairs.len()];
    let mut at = last.map(|ending| ending.at);
    while let Some(here) = at {
        if let Some(moved) = moved.get_mut(here) {
            *moved = false;
        }
        at = before.get(here).copied().flatten();
    }
    moved
}

/// The end of an ascending sequence of pairs. The greatest is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ending {
    length: usize,
    /// How many of its pairs have the same index in both lists.
    same: usize,
    /// Of equal ones, that with the first part of the new list.
    rank: core::cmp::Reverse<usize>,
    at: usize,
}
