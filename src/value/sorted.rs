//! 並べ替え: how a list is put in order.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Puts a list in the order of a key, which is computed once for each entry. Equal entries keep their order.
///
/// Only indices are sorted, by one sort for every type that is sorted here: the compiler makes a sort of some 1,700 lines for each type that is
/// sorted, and this crate has many types.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let order = order(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut entries: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|index| entries.get_mut(index)?.take()));
}

fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..length).collect();
    indices.sort_by(|one, other| compare(*one, *other));
    indices
}
