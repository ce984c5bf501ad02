//! Matches the parts of a list in the old version with those in the new one.

use alloc::vec::Vec;

use indexmap::IndexMap;

use super::difference::MatchedBy;
use super::identity::{Identity, Scope, agreement, hash};
use super::pairing::{Matching, Pair, Version};
use super::renumbering::Reader;
use crate::catalogue::List;

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
        // Most names occur only once.
        matching.unique(MatchedBy::Name, |_, part| identity.name(part));
        matching.named(identity, readers);
    }
    matching.same();
    if let Some(identity) = identity {
        matching.shared(identity);
        matching.unique_same(Scope::ButName(identity), MatchedBy::Content);
        matching.rest(identity);
    }
    matching.into_pairs()
}

impl Matching<'_> {
    /// Pairs parts that are the same and in the same order. This covers most of a list without looking far ahead.
    fn in_order(&mut self) {
        let (mut old, mut new) = (0, 0);
        while old < self.old.len() && new < self.new.len() {
            // Some or all of the parts that one list has more may have been inserted here.
            let rest = (self.old.len() - old, self.new.len() - new);
            let more = rest.0.abs_diff(rest.1);
            let mut ahead = (0..=more.min(MAX_AHEAD))
                .chain([more])
                .map(|ahead| if rest.0 > rest.1 { (old + ahead, new) } else { (old, new + ahead) });
            let found = ahead.find(|(old, new)| self.is_same(*old, *new, Scope::Everything));
            if let Some(found) = found {
                self.pair(found.0, found.1, MatchedBy::Same);
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
                Some(_) => IndexMap::from([(None, self.left.clone())]),
                None if self.is_over() => return,
                None => self.groups(|_, part| Some(hash(part, scope))),
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

    /// Pairs parts whose name occurs several times.
    fn named(&mut self, identity: &Identity, readers: &mut Readers<'_>) {
        if self.is_over() {
            return;
        }
        let groups = self.groups(|_, part| identity.name(part));
        self.within(groups, |named| {
            if identity.has_bases() {
                // Reading bases is slow, so first pair the parts that are the same in everything else.
                let scope = Scope::ButBases(identity);
                let groups = named.groups(|_, part| hash(part, scope));
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
        self.unique(MatchedBy::NameAndBases, |version, part| {
            let reader = match version {
                Version::Old => &mut readers.0,
                Version::New => &mut readers.1,
            };
            reader.key(identity.bases(part)?)
        });
    }

    /// Pairs parts that are the same within this scope, if no other part is.
    fn unique_same(&mut self, scope: Scope<'_>, by: MatchedBy) {
        if !self.is_over() {
            let groups = self.groups(|_, part| hash(part, scope));
            self.within(groups, |group| group.only_same(scope, by));
        }
    }

    /// Pairs parts with several names, if they share one that no other part has.
    fn shared(&mut self, identity: &Identity) {
        if self.is_over() {
            return;
        }
        let groups = self.groups(|_, part| identity.names(part));
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
            if let Some(new) = new.filter(|new| found.1.get(new) == Some(&Some(old))) {
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
            let (same, other) = agreement(old, new, identity);
            let is_named = identity.name(old).is_some() && identity.name(new).is_some();
            if is_only_one { same >= other || !is_named } else { same > other }
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
