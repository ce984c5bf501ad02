//! Which part of the new version is which of the old one, and which of them moved.

use alloc::string::String;
use alloc::vec::Vec;
use core::hash::Hash;

use indexmap::IndexMap;

use super::difference::Matched;
use super::identity::{Identity, Scope, agreement, hash, is_same};
use crate::catalogue::{List, Part};

/// The most pairs of parts left over that are compared with one another.
const MOST_PAIRS: usize = 4096;

/// How far a part is looked for ahead of where it should be.
const MOST_AHEAD: usize = 32;

/// A part of the old version and the same part of the new one, by their indices.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) by: Matched,
}

/// Indices of the old and of the new list.
type Group = (Vec<usize>, Vec<usize>);

/// The keys of the statutory bases of a part in the old or in the new version.
pub(super) trait Bases {
    fn of_old(&mut self, part: &dyn Part, identity: &Identity) -> Option<String>;
    fn of_new(&mut self, part: &dyn Part, identity: &Identity) -> Option<String>;
}

/// What was seen of something that should be there once.
#[derive(Default)]
enum Single {
    #[default]
    None,
    One(usize),
    Several,
}

impl Single {
    fn add(&mut self, index: usize) {
        *self = match self {
            Self::None => Self::One(index),
            Self::One(_) | Self::Several => Self::Several,
        };
    }
}

struct Matching<'l> {
    old: &'l dyn List,
    new: &'l dyn List,
    /// The parts without a partner that the next step looks at.
    left: Group,
    is_paired: (Vec<bool>, Vec<bool>),
    pairs: Vec<Pair>,
}

/// The pairs, in the order of the old list.
pub(super) fn pairs(old: &dyn List, new: &dyn List, identity: Option<&Identity>, bases: &mut dyn Bases) -> Vec<Pair> {
    let is_paired = (alloc::vec![false; old.len()], alloc::vec![false; new.len()]);
    let mut matching = Matching { old, new, left: (Vec::new(), Vec::new()), is_paired, pairs: Vec::new() };
    matching.in_order();
    if let Some(identity) = identity {
        // Most names are of one part alone.
        matching.unique(Matched::Name, |part| identity.name(part));
        matching.named(identity, bases);
    }
    matching.same();
    if let Some(identity) = identity {
        matching.shared(identity);
        matching.alike(Scope::ButName(identity), Matched::Content);
        matching.rest(identity);
    }
    matching.pairs.sort_unstable_by_key(|pair| pair.old);
    matching.pairs
}

impl<'l> Matching<'l> {
    fn pair(&mut self, old: usize, new: usize, by: Matched) {
        for (is_paired, index) in [(&mut self.is_paired.0, old), (&mut self.is_paired.1, new)] {
            if let Some(is_paired) = is_paired.get_mut(index) {
                *is_paired = true;
            }
        }
        self.pairs.push(Pair { old, new, by });
    }

    /// Takes what is paired from what is left.
    fn settle(&mut self) {
        self.left.0.retain(|index| self.is_paired.0.get(*index) == Some(&false));
        self.left.1.retain(|index| self.is_paired.1.get(*index) == Some(&false));
    }

    /// Whether nothing more can be paired.
    fn is_over(&self) -> bool {
        self.left.0.is_empty() || self.left.1.is_empty()
    }

    /// The two parts that are left, if one of each list is.
    fn last(&self) -> Option<(usize, usize)> {
        match (self.left.0.as_slice(), self.left.1.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            (_, _) => None,
        }
    }

    /// Takes steps that pair no parts of different groups.
    fn within<K>(&mut self, groups: IndexMap<K, Group>, mut steps: impl FnMut(&mut Self)) {
        let left = core::mem::take(&mut self.left);
        for group in groups.into_values() {
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

    /// What is the same in the order of both lists, without looking far: most of a list is.
    fn in_order(&mut self) {
        let (mut old, mut new) = (0, 0);
        while old < self.old.len() && new < self.new.len() {
            // What one list has more than the other was perhaps put in here.
            let rest = (self.old.len() - old, self.new.len() - new);
            let more = (rest.0.saturating_sub(rest.1).min(MOST_AHEAD), rest.1.saturating_sub(rest.0).min(MOST_AHEAD));
            let is_same = |(old, new): &(usize, usize)| self.is_same(*old, *new, Scope::Everything);
            let found = if more.1 > 0 {
                (new..=new + more.1).map(|new| (old, new)).find(is_same)
            } else {
                (old..=old + more.0).map(|old| (old, new)).find(is_same)
            };
            if let Some(found) = found {
                self.pair(found.0, found.1, Matched::Same);
                (old, new) = found;
            }
            (old, new) = (old + 1, new + 1);
        }
        self.left = ((0..self.old.len()).collect(), (0..self.new.len()).collect());
        self.settle();
    }

    /// The parts that are left, by a key; those without one are left out.
    fn groups<K: Hash + Eq>(&self, key: &mut dyn FnMut(&'l dyn Part) -> Option<K>) -> IndexMap<K, Group> {
        let mut groups: IndexMap<K, Group> = IndexMap::new();
        for index in &self.left.0 {
            if let Some(key) = self.old.get(*index).and_then(&mut *key) {
                groups.entry(key).or_default().0.push(*index);
            }
        }
        for index in &self.left.1 {
            if let Some(key) = self.new.get(*index).and_then(&mut *key) {
                groups.entry(key).or_default().1.push(*index);
            }
        }
        groups
    }

    /// Parts that are the same, whatever their place. Of several that are, the first is the first.
    fn same(&mut self) {
        for (scope, by) in [(Scope::Everything, Matched::Same), (Scope::ButNumber, Matched::SameButNumber)] {
            // The groups of hashes are only there to compare fewer parts.
            let groups = match self.last() {
                Some(_) => IndexMap::from([(None, self.left.clone())]),
                None if self.is_over() => return,
                None => self.groups(&mut |part| Some(hash(part, scope))),
            };
            for (olds, news) in groups.into_values() {
                for (old, new) in olds.into_iter().zip(news) {
                    if self.is_same(old, new, scope) {
                        self.pair(old, new, by);
                    }
                }
            }
            self.settle();
        }
    }

    /// Parts with a key that one part of each list has.
    fn unique<K: Hash + Eq>(&mut self, by: Matched, mut key: impl FnMut(&'l dyn Part) -> Option<K>) {
        if self.is_over() {
            return;
        }
        let mut found: IndexMap<K, (Single, Single)> = IndexMap::with_capacity(self.left.0.len());
        for index in &self.left.0 {
            if let Some(key) = self.old.get(*index).and_then(&mut key) {
                found.entry(key).or_default().0.add(*index);
            }
        }
        for index in &self.left.1 {
            if let Some(key) = self.new.get(*index).and_then(&mut key) {
                found.entry(key).or_default().1.add(*index);
            }
        }
        for pair in found.into_values() {
            if let (Single::One(old), Single::One(new)) = pair {
                self.pair(old, new, by);
            }
        }
        self.settle();
    }

    /// Parts with the same name, which they share with others.
    fn named(&mut self, identity: &Identity, bases: &mut dyn Bases) {
        if self.is_over() {
            return;
        }
        let groups = self.groups(&mut |part| identity.name(part));
        self.within(groups, |named| {
            if identity.has_bases() {
                // Reading bases takes long; often nothing else changed.
                let scope = Scope::ButBases(identity);
                let groups = named.groups(&mut |part| hash(part, scope));
                named.within(groups, |alike| {
                    alike.same();
                    alike.only_same(scope, Matched::NameAndContent);
                });
                if named.last().is_none() {
                    named.based(identity, bases);
                }
            } else {
                named.same();
            }
            named.only(Matched::Name);
        });
    }

    /// Parts with the same statutory bases, which no others have.
    fn based(&mut self, identity: &Identity, bases: &mut dyn Bases) {
        if self.is_over() {
            return;
        }
        let mut groups: IndexMap<String, Group> = IndexMap::new();
        for index in &self.left.0 {
            if let Some(key) = self.old.get(*index).and_then(|part| bases.of_old(part, identity)) {
                groups.entry(key).or_default().0.push(*index);
            }
        }
        for index in &self.left.1 {
            if let Some(key) = self.new.get(*index).and_then(|part| bases.of_new(part, identity)) {
                groups.entry(key).or_default().1.push(*index);
            }
        }
        self.within(groups, |based| based.only(Matched::NameAndBases));
    }

    /// Parts that are the same as no others in this.
    fn alike(&mut self, scope: Scope<'_>, by: Matched) {
        if !self.is_over() {
            let groups = self.groups(&mut |part| hash(part, scope));
            self.within(groups, |alike| alike.only_same(scope, by));
        }
    }

    /// What is left, if it is one part of each list, and they are the same.
    fn only_same(&mut self, scope: Scope<'_>, by: Matched) {
        if self.last().is_some_and(|(old, new)| self.is_same(old, new, scope)) {
            self.only(by);
        }
    }

    /// What is left, if it is one part of each list.
    fn only(&mut self, by: Matched) {
        if let Some((old, new)) = self.last() {
            self.pair(old, new, by);
            self.settle();
        }
    }

    /// Parts with several names of which they alone share one.
    fn shared(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let mut groups: IndexMap<String, Group> = IndexMap::new();
        for index in &self.left.0 {
            for name in self.old.get(*index).map(|part| identity.names(part)).unwrap_or_default() {
                groups.entry(name).or_default().0.push(*index);
            }
        }
        for index in &self.left.1 {
            for name in self.new.get(*index).map(|part| identity.names(part)).unwrap_or_default() {
                groups.entry(name).or_default().1.push(*index);
            }
        }
        let mut found: (IndexMap<usize, Option<usize>>, IndexMap<usize, Option<usize>>) = Default::default();
        for group in groups.values() {
            if let ([old], [new]) = (group.0.as_slice(), group.1.as_slice()) {
                for (found, one, other) in [(&mut found.0, old, new), (&mut found.1, new, old)] {
                    let partner = found.entry(*one).or_insert(Some(*other));
                    if *partner != Some(*other) {
                        *partner = None;
                    }
                }
            }
        }
        for (old, new) in found.0 {
            if let Some(new) = new
                && found.1.get(&new) == Some(&Some(old))
            {
                self.pair(old, new, Matched::SharedName);
            }
        }
        self.settle();
    }

    /// Parts that can be the same as one part alone.
    fn rest(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let (olds, news) = (self.left.0.clone(), self.left.1.clone());
        if olds.len().saturating_mul(news.len()) > MOST_PAIRS {
            return;
        }
        let is_only_one = olds.len() == 1 && news.len() == 1;
        let may_be = |old: usize, new: usize| {
            let Some((old, new)) = self.old.get(old).zip(self.new.get(new)) else { return false };
            let (same, other) = agreement(old, new, identity);
            let is_named = identity.name(old).is_some() && identity.name(new).is_some();
            if is_only_one { same >= other || !is_named } else { same > other }
        };
        let of_old =
            olds.iter().map(|old| -> Vec<usize> { news.iter().copied().filter(|new| may_be(*old, *new)).collect() });
        let of_old: Vec<Vec<usize>> = of_old.collect();
        let mut found = Vec::new();
        for (old, partners) in olds.iter().zip(&of_old) {
            if let [new] = partners.as_slice()
                && of_old.iter().filter(|others| others.contains(new)).count() == 1
            {
                found.push((*old, *new));
            }
        }
        for (old, new) in found {
            self.pair(old, new, Matched::OnlyOne);
        }
        self.settle();
    }
}

/// Of pairs in the order of the old list, whether each moved: the fewest that must, so that the others are in order.
pub(super) fn moved(pairs: &[Pair]) -> Vec<bool> {
    // The longest ascending sequence of new indices: `ends[n]` is the pair that ends the best one of n + 1.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let new = |at: &usize| pairs.get(*at).map_or(usize::MAX, |pair| pair.new);
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| new(end) < pair.new);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut moved = alloc::vec![true; pairs.len()];
    let mut at = ends.last().copied();
    while let Some(here) = at {
        if let Some(moved) = moved.get_mut(here) {
            *moved = false;
        }
        at = before.get(here).copied().flatten();
    }
    moved
}
