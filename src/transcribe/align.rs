//! Which place of the form each label of an ordered source is: the cheapest walk through the form.

use alloc::vec::Vec;

use super::find::Found;
use super::labels::{BEGIN, Labels, PlaceRole};

/// What a step of the walk costs.
mod cost {
    /// For each place that is left out.
    pub(super) const SKIP: i64 = 2;
    /// At most, for places that are left out.
    pub(super) const MOST_SKIPPED: usize = 60;
    /// To go back without a list that begins again.
    pub(super) const BACK: i64 = 300;
    /// To begin another entry of a list.
    pub(super) const AGAIN: i64 = 25;
    /// To take a label without its number.
    pub(super) const BARE: i64 = 10;
    /// To take what looks like a label for text.
    pub(super) const DROP: i64 = 50;
    /// For each character of it.
    pub(super) const DROPPED_CHARACTER: i64 = 8;
    pub(super) const LONGEST: usize = 20;
}

/// A step of the walk.
struct Node {
    found: usize,
    place: usize,
    before: Option<usize>,
}

/// The place of each label; `None` for what only looks like one.
pub(super) fn align(labels: &Labels<'_>, all: &[Found]) -> Vec<Option<usize>> {
    let places = labels.places.len();
    // The cost of the best walk that ends at each place, less `dropped`. Dropping costs the same in every
    // state, so a walk that has not begun costs 0.
    let mut best: Vec<(i64, Option<usize>)> = alloc::vec![(i64::MAX / 4, None); places];
    let (mut dropped, mut nodes) = (0, Vec::new());
    let mut reached = Vec::new();
    for (index, found) in all.iter().enumerate() {
        let Some(key) = labels.keys.get(found.key) else { continue };
        let length = i64::try_from(key.text.len().min(cost::LONGEST)).unwrap_or_default();
        let drop = cost::DROP + cost::DROPPED_CHARACTER * length;
        let drop = if key.is_full { drop } else { drop * 3 / 5 };
        reached.clear();
        for place in &key.places {
            let is_box = labels.places.get(*place).is_some_and(|place| place.role == PlaceRole::Box);
            if found.tick.is_some() && !is_box {
                continue;
            }
            let (cost, before) = arrive(labels, &best, *place);
            let cost = cost + if key.is_full { 0 } else { cost::BARE };
            reached.push((*place, cost + dropped, before));
        }
        dropped += drop;
        for (place, cost, before) in reached.drain(..) {
            let Some(slot) = best.get_mut(place) else { continue };
            if cost - dropped < slot.0 {
                nodes.push(Node { found: index, place, before });
                *slot = (cost - dropped, Some(nodes.len() - 1));
            }
        }
    }
    let mut walk = alloc::vec![None; all.len()];
    let end = best.iter().min_by_key(|(cost, _)| *cost).filter(|(cost, _)| *cost < 0);
    let mut node = end.and_then(|(_, node)| *node);
    while let Some(Node { found, place, before }) = node.and_then(|node| nodes.get(node)) {
        if let Some(slot) = walk.get_mut(*found) {
            *slot = Some(*place);
        }
        node = *before;
    }
    walk
}

/// The cheapest way to a place.
fn arrive(labels: &Labels<'_>, best: &[(i64, Option<usize>)], place: usize) -> (i64, Option<usize>) {
    let again =
        labels.places.get(place).into_iter().flat_map(|to| &to.lists).filter_map(|list| labels.lists.get(*list));
    let again = again.filter(|list| place - list.first <= BEGIN).map(|list| list.last).max();
    let skip =
        |from: usize, to: usize| cost::SKIP * i64::try_from((to - from).min(cost::MOST_SKIPPED)).unwrap_or_default();
    let mut cheapest = (skip(0, place) / 2, None);
    for (from, (cost, node)) in best.iter().enumerate() {
        let step = if from < place {
            skip(from + 1, place)
        } else if again.is_some_and(|last| from <= last) {
            cost::AGAIN
        } else {
            cost::BACK
        };
        if cost + step < cheapest.0 {
            cheapest = (cost + step, *node);
        }
    }
    cheapest
}

/// Whether the labels of a source are in the order of the form, so that what follows a label is its answer.
pub(super) fn is_ordered(labels: &Labels<'_>, all: &[Found], places: &[Option<usize>]) -> bool {
    let keys = || all.iter().filter_map(|found| labels.keys.get(found.key));
    let full = || keys().zip(places).filter(|(key, _)| key.is_full);
    let (found, dropped) = (full().count(), full().filter(|(_, place)| place.is_none()).count());
    let is_back = |from: usize, to: usize| to <= from && labels.restarted(to, from).is_none();
    let walked: Vec<usize> = places.iter().copied().flatten().collect();
    let back = walked.windows(2).filter(|two| matches!(two, [from, to] if is_back(*from, *to))).count();
    // Labels that the form prints at one place, whether or not the walk takes them.
    let single: Vec<usize> = full()
        .filter_map(|(key, _)| match key.places.as_slice() {
            [place] => Some(*place),
            _ => None,
        })
        .collect();
    let descents = single.windows(2).filter(|two| matches!(two, [from, to] if is_back(*from, *to))).count();
    dropped * limit::DROPPED <= found && back <= limit::BACK && descents * limit::DESCENTS <= single.len()
}

/// How far an ordered source may differ from the order of the form.
mod limit {
    /// One in so many labels may be text that looks like a label.
    pub(super) const DROPPED: usize = 50;
    /// How often it may go back: the list of contents repeats the titles.
    pub(super) const BACK: usize = 2;
    /// One in so many labels may be before the one that it follows on the form.
    pub(super) const DESCENTS: usize = 20;
}
