//! Which part of the new version is which of the old one.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::difference::Matched;
use super::identity::{Identity, Scope, agreement, hash};
use super::pairing::{Group, Matching, Pair};
use crate::catalogue::{List, Part};

/// The most pairs of parts left over that are compared with one another.
const MOST_PAIRS: usize = 4096;

/// How far a part is looked for ahead of where it should be.
const MOST_AHEAD: usize = 32;

/// The keys of the statutory bases of a part in the old or in the new version.
pub(super) trait Bases {
    fn of_old(&mut self, part: &dyn Part, identity: &Identity) -> Option<String>;
    fn of_new(&mut self, part: &dyn Part, identity: &Identity) -> Option<String>;
}

/// The pairs, in the order of the old list.
pub(super) fn pairs(old: &dyn List, new: &dyn List, identity: Option<&Identity>, bases: &mut dyn Bases) -> Vec<Pair> {
    let mut matching = Matching::new(old, new);
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
    matching.into_pairs()
}

impl Matching<'_> {
    /// What is the same in the order of both lists, without looking far: most of a list is.
    fn in_order(&mut self) {
        let (mut old, mut new) = (0, 0);
        while old < self.old.len() && new < self.new.len() {
            // What one list has more than the other was perhaps put in here: some of it, or all.
            let rest = (self.old.len() - old, self.new.len() - new);
            let more = rest.0.abs_diff(rest.1);
            let mut ahead = (0..=more.min(MOST_AHEAD))
                .chain([more])
                .map(|ahead| if rest.0 > rest.1 { (old + ahead, new) } else { (old, new + ahead) });
            let found = ahead.find(|(old, new)| self.is_same(*old, *new, Scope::Everything));
            if let Some(found) = found {
                self.pair(found.0, found.1, Matched::Same);
                (old, new) = found;
            }
            (old, new) = (old + 1, new + 1);
        }
        self.settle();
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
