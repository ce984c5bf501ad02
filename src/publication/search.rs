//! Looks for many texts at once (the method of Aho and Corasick): the time depends on the lengths of the texts, and not on how many
//! they are.

use alloc::vec::Vec;

use indexmap::IndexMap;

/// A tree of the texts that are looked for. A node is a beginning of at least one of them; node 0 is empty.
pub(super) struct Search {
    next: IndexMap<(usize, char), usize>,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// How many characters it has.
    length: usize,
    /// The longest other node with which it ends.
    rest: usize,
}

impl Search {
    /// The tree of these texts, and the node of each.
    pub(super) fn of<'k>(keys: impl Iterator<Item = &'k str>) -> (Self, Vec<usize>) {
        let mut search = Self { next: IndexMap::new(), nodes: Vec::from([Node::default()]) };
        let ends = keys.map(|key| key.chars().fold(0, |node, c| search.child(node, c))).collect();
        let mut edges: Vec<(usize, char, usize)> =
            search.next.iter().map(|((parent, c), child)| (*parent, *c, *child)).collect();
        // A node ends with a shorter one.
        edges.sort_unstable_by_key(|(.., child)| search.length(*child));
        for (parent, c, child) in edges {
            let rest = if parent == 0 { 0 } else { search.step(search.rest(parent), c) };
            if let Some(child) = search.nodes.get_mut(child) {
                child.rest = rest;
            }
        }
        (search, ends)
    }

    fn child(&mut self, node: usize, c: char) -> usize {
        let new = self.nodes.len();
        let child = *self.next.entry((node, c)).or_insert(new);
        if child == new {
            self.nodes.push(Node { length: self.length(node) + 1, rest: 0 });
        }
        child
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many characters a node has.
    pub(super) fn length(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.length)
    }

    fn rest(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |node| node.rest)
    }

    /// The longest node with which a text ends that ends with `node`, followed by `c`.
    pub(super) fn step(&self, mut node: usize, c: char) -> usize {
        loop {
            match self.next.get(&(node, c)) {
                Some(next) => return *next,
                None if node == 0 => return 0,
                None => node = self.rest(node),
            }
        }
    }

    /// For each node, the nodes of which it is the [rest](Node::rest).
    pub(super) fn longer(&self) -> Vec<Vec<usize>> {
        let mut longer = alloc::vec![Vec::new(); self.nodes.len()];
        for (node, Node { rest, .. }) in self.nodes.iter().enumerate().skip(1) {
            if let Some(of) = longer.get_mut(*rest) {
                of.push(node);
            }
        }
        longer
    }
}
