//! Walks over two versions together.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::difference::{Difference, NotCompared, NotComparedBecause};
use super::edit::{Edit, EditKind, MatchedBy, Sides};
use super::identity::{Identity, Scope, is_same};
use super::matching::{Pair, Readers, pairs};
use super::proof::Reader;
use crate::assessment::Assessment;
use crate::catalogue::{Child, FieldRow, List, Part, PathStep, WalkPath, first_item, is_printed_number};
use crate::value::answer::{Answer, Entry, Given, Lines, Tick, Value};
use crate::value::choice::Extent;
use crate::value::sorted::sort_by_key;

/// What changed from one version of an assessment to another (変更点の抽出).
///
/// A part is matched by its name, and never by its index or printed number ([`MatchedBy`]). Two parts without a common
/// name match only if no other part fits either of them; otherwise the one counts as removed and the other as added.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{EditKind, difference};
///
/// let read = |systems| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10", "systems": {systems}}}"#
/// ));
/// let old = read(r#"[{"number": 1, "name": "国保システム"}, {"number": 2, "name": "宛名システム"}]"#)?;
/// let new = read(r#"[{"number": 1, "name": "収納システム"}, {"number": 2, "name": "国保システム"},
///     {"number": 3, "name": "宛名システム", "functions": "宛名番号の付番"}]"#)?;
/// let difference = difference(&old, &new);
/// let edits: Vec<(EditKind, String)> =
///     difference.edits().iter().map(|edit| (edit.what, edit.new.as_ref().unwrap().to_string())).collect();
/// assert_eq!(edits, [
///     (EditKind::Added, "systems[0]".into()),
///     (EditKind::Renumbered, "systems[1].number".into()),
///     (EditKind::Renumbered, "systems[2].number".into()),
///     (EditKind::Changed, "systems[2].functions".into()),
/// ]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn difference<'a>(old: &'a Assessment, new: &'a Assessment) -> Difference<'a> {
    let mut comparison = Comparison {
        edits: Vec::new(),
        not_compared: Vec::new(),
        is_excerpt: (old.extent == Extent::Excerpt, new.extent == Extent::Excerpt),
        readers: (Reader::new(old), Reader::new(new)),
    };
    comparison.parts(old, new, &Paths { old: WalkPath::ROOT, new: WalkPath::ROOT }, None);
    let Comparison { mut edits, mut not_compared, .. } = comparison;
    // A removed part is listed where it was, before the part that is there now.
    let order = |item, old: &Option<_>, new_path: &Option<_>| match (new_path, old) {
        (Some(path), _) | (None, Some(path)) => new.order(item, path),
        (None, None) => [usize::MAX; 5],
    };
    sort_by_key(&mut edits, |edit| (order(edit.item, &edit.old, &edit.new), edit.new.is_some()));
    sort_by_key(&mut not_compared, |one| order(one.item, &one.old, &one.new));
    Difference { old, new, edits, not_compared }
}

/// Where the walk is in both versions.
struct Paths<'p> {
    old: WalkPath<'p>,
    new: WalkPath<'p>,
}

impl Paths<'_> {
    fn field(&self, name: &'static str) -> Paths<'_> {
        Paths { old: self.old.to(PathStep::Field(name)), new: self.new.to(PathStep::Field(name)) }
    }
}

/// A part of a list with its index, if the version has it.
type Placed<'a> = Option<(usize, &'a dyn Part)>;

struct Comparison<'a> {
    edits: Vec<Edit<'a>>,
    not_compared: Vec<NotCompared>,
    is_excerpt: (bool, bool),
    readers: Readers<'a>,
}

/// Whether both are the same, without an answer that is not known.
fn is_settled(old: Child<'_>, new: Child<'_>) -> bool {
    old.is_same(new) && is_known(old)
}

/// Whether no answer in it is "not known".
fn is_known(child: Child<'_>) -> bool {
    match child {
        Child::Answer(entry) => is_answer_known(entry),
        Child::Part(part) => part.children().all(is_known),
        Child::List(list) => list.parts().all(|part| is_known(Child::Part(part))),
    }
}

/// Whether all of an answer is known. A cell may contain a line that is not, and a group such a box.
fn is_answer_known(entry: &dyn Entry) -> bool {
    match entry.stored() {
        Value::NotKnown => false,
        Value::Unanswered | Value::Blank | Value::Nothing(_) => true,
        Value::Given(given) => match given {
            Given::Box(tick) => tick != Tick::NotKnown,
            Given::Lines(lines) => lines.iter().all(|(_, text)| *text != Answer::NotKnown),
            Given::Boxes(boxes) => boxes.iter().all(|(.., tick)| tick != Tick::NotKnown),
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Timings(_) => true,
        },
    }
}

/// Whether both have the same type, and the known parts of both agree.
fn may_be(old: &dyn Entry, new: &dyn Entry) -> bool {
    if old.is_same(new) {
        return true;
    }
    let is_not_known = |value| matches!(value, Value::NotKnown | Value::Given(Given::Box(Tick::NotKnown)));
    old.as_any().type_id() == new.as_any().type_id()
        && match (old.stored(), new.stored()) {
            (Value::Given(Given::Lines(old)), Value::Given(Given::Lines(new))) => may_be_lines(old, new),
            (Value::Given(Given::Boxes(old)), Value::Given(Given::Boxes(new))) => {
                let mut both = old.iter().zip(new.iter());
                both.all(|((.., old), (.., new))| old == new || old == Tick::NotKnown || new == Tick::NotKnown)
            }
            (old, new) => is_not_known(old) || is_not_known(new),
        }
}

fn may_be_lines(old: &Lines, new: &Lines) -> bool {
    let is_known = |text: &Answer<_>| *text != Answer::NotKnown;
    old.into_iter().len() == new.into_iter().len()
        && old.iter().zip(new.iter()).all(|((old_under, old), (new_under, new))| {
            old_under == new_under && (old == new || !is_known(old) || !is_known(new))
        })
}

impl<'a> Comparison<'a> {
    fn parts(&mut self, old: &'a dyn Part, new: &'a dyn Part, paths: &Paths<'_>, by: Option<MatchedBy>) {
        for (index, row) in old.rows().iter().enumerate() {
            let paths = &paths.field(row.name);
            match (old.child(index), new.child(index)) {
                (Some(Child::Answer(old)), Some(Child::Answer(new))) => self.answers(row, old, new, paths, by),
                (Some(Child::Part(old)), Some(Child::Part(new))) => {
                    // Most of a document is the same. In what is the same, only answers that are not known are of
                    // interest.
                    if !is_settled(Child::Part(old), Child::Part(new)) {
                        self.parts(old, new, paths, by);
                    }
                }
                (Some(Child::List(old)), Some(Child::List(new))) => {
                    if !is_settled(Child::List(old), Child::List(new)) {
                        self.lists(row, old, new, paths);
                    }
                }
                // Cannot occur: both versions have the same type.
                (_, _) => {}
            }
        }
    }

    /// The printed numbers of two parts that are the same in everything else.
    fn number(&mut self, old: &'a dyn Part, new: &'a dyn Part, paths: &Paths<'_>, by: MatchedBy) {
        let Some((index, row)) = old.rows().iter().enumerate().find(|(_, row)| is_printed_number(row)) else { return };
        if let (Some(Child::Answer(old)), Some(Child::Answer(new))) = (old.child(index), new.child(index)) {
            self.answers(row, old, new, &paths.field(row.name), Some(by));
        }
    }

    fn answers(
        &mut self,
        row: &'static FieldRow,
        old: &'a dyn Entry,
        new: &'a dyn Entry,
        paths: &Paths<'_>,
        matched: Option<MatchedBy>,
    ) {
        let Some((_, item)) = row.asks else { return };
        if old.is_same(new) && is_answer_known(old) {
            return;
        }
        let is_unseen = (self.is_excerpt.0 && old.is_vacant()) || (self.is_excerpt.1 && new.is_vacant());
        if is_unseen || may_be(old, new) {
            let because = if is_unseen { NotComparedBecause::Excerpt } else { NotComparedBecause::NotKnown };
            let (old, new) = (Some(paths.old.to_owned()), Some(paths.new.to_owned()));
            self.not_compared.push(NotCompared { item, old, new, because });
            return;
        }
        let is_label = matched.is_some() && is_printed_number(row);
        self.edits.push(Edit {
            item,
            what: if is_label { EditKind::Renumbered } else { EditKind::Changed },
            old: Some(paths.old.to_owned()),
            new: Some(paths.new.to_owned()),
            matched,
            sides: Sides::Answers(old, new),
            other_list: None,
        });
    }

    fn lists(&mut self, row: &'static FieldRow, old: &'a dyn List, new: &'a dyn List, paths: &Paths<'_>) {
        let identity = Identity::of(row.name);
        let pairs = pairs(old, new, identity, &mut self.readers);
        let moved = moved(&pairs);
        let mut is_paired = (alloc::vec![false; old.len()], alloc::vec![false; new.len()]);
        for (pair, is_moved) in pairs.iter().zip(moved) {
            for (is_paired, index) in [(&mut is_paired.0, pair.old), (&mut is_paired.1, pair.new)] {
                if let Some(is_paired) = is_paired.get_mut(index) {
                    *is_paired = true;
                }
            }
            let Some((old, new)) = old.get(pair.old).zip(new.get(pair.new)) else { continue };
            if is_moved {
                self.part(EditKind::Moved, (Some((pair.old, old)), Some((pair.new, new))), paths, Some(pair.by));
            }
            let inner =
                Paths { old: paths.old.to(PathStep::Index(pair.old)), new: paths.new.to(PathStep::Index(pair.new)) };
            match pair.by {
                MatchedBy::Same if is_known(Child::Part(old)) => {}
                MatchedBy::SameButNumber if is_known(Child::Part(old)) => self.number(old, new, &inner, pair.by),
                MatchedBy::Same
                | MatchedBy::SameButNumber
                | MatchedBy::Name
                | MatchedBy::NameAndContent
                | MatchedBy::NameAndBases
                | MatchedBy::SharedName
                | MatchedBy::Content
                | MatchedBy::NameAndNumber
                | MatchedBy::NameAndOrder
                | MatchedBy::OnlyOne => self.parts(old, new, &inner, Some(pair.by)),
            }
        }
        let alone = |is_paired: Vec<bool>| -> Vec<usize> {
            is_paired.into_iter().enumerate().filter(|(_, is_paired)| !is_paired).map(|(index, _)| index).collect()
        };
        let (removed, added) = (alone(is_paired.0), alone(is_paired.1));
        let parted = match identity.filter(|_| self.is_excerpt == (false, false)) {
            Some(identity) => Parted::of(identity, (old, &removed), (new, &added)),
            None => Parted::default(),
        };
        for index in removed {
            let own = old.get(index).map(|part| (index, part));
            match parted.into.get(&index).and_then(|into| Some((*into, new.get(*into)?))) {
                Some(into) => self.part(EditKind::Joined, (own, Some(into)), paths, Some(MatchedBy::SharedName)),
                None => self.part(EditKind::Removed, (own, None), paths, None),
            }
        }
        for index in added {
            let own = new.get(index).map(|part| (index, part));
            match parted.from.get(&index).and_then(|from| Some((*from, old.get(*from)?))) {
                Some(from) => self.part(EditKind::Split, (Some(from), own), paths, Some(MatchedBy::SharedName)),
                None => self.part(EditKind::Added, (None, own), paths, None),
            }
        }
    }

    fn part(
        &mut self,
        what: EditKind,
        (old, new): (Placed<'a>, Placed<'a>),
        paths: &Paths<'_>,
        matched: Option<MatchedBy>,
    ) {
        let Some(item) = old.or(new).and_then(|(_, part)| first_item(part.rows())) else { return };
        let at = |path: &WalkPath<'_>, index| path.to(PathStep::Index(index)).to_owned();
        let old_path = old.map(|(index, _)| at(&paths.old, index));
        let new_path = new.map(|(index, _)| at(&paths.new, index));
        let is_unseen = match what {
            EditKind::Removed => self.is_excerpt.1,
            EditKind::Added => self.is_excerpt.0,
            EditKind::Changed | EditKind::Moved | EditKind::Renumbered | EditKind::Split | EditKind::Joined => false,
        };
        if is_unseen {
            self.not_compared.push(NotCompared {
                item,
                old: old_path,
                new: new_path,
                because: NotComparedBecause::Excerpt,
            });
            return;
        }
        self.edits.push(Edit {
            item,
            what,
            old: old_path,
            new: new_path,
            matched,
            sides: Sides::Parts(old.map(|(_, part)| part), new.map(|(_, part)| part)),
            other_list: match what {
                EditKind::Added => Some(paths.old.to_owned()),
                EditKind::Removed => Some(paths.new.to_owned()),
                EditKind::Changed | EditKind::Moved | EditKind::Renumbered | EditKind::Split | EditKind::Joined => None,
            },
        });
    }
}

/// Sections that were split from others or joined with them, by the indices of those that have no partner.
#[derive(Default)]
struct Parted {
    /// The section of the old version that a new one was split from.
    from: IndexMap<usize, usize>,
    /// The section of the new version that an old one was joined with.
    into: IndexMap<usize, usize>,
}

impl Parted {
    /// A section without a partner was split from the only one that has one of its names, if that one is still there and says the
    /// same of everything else. It was joined the other way round.
    fn of(identity: &Identity, (old, removed): (&dyn List, &[usize]), (new, added): (&dyn List, &[usize])) -> Self {
        if !identity.can_be_parted() || (removed.is_empty() && added.is_empty()) {
            return Self::default();
        }
        Self {
            from: sharing(identity, (new, added), (old, removed)),
            into: sharing(identity, (old, removed), (new, added)),
        }
    }
}

/// For each of these sections the only one of the other version that shares a name with it, unless it has no partner either.
fn sharing(
    identity: &Identity,
    (own, alone): (&dyn List, &[usize]),
    (other, others_alone): (&dyn List, &[usize]),
) -> IndexMap<usize, usize> {
    let mut of_name: IndexMap<String, Vec<usize>> = IndexMap::new();
    for (index, part) in other.parts().enumerate() {
        for name in identity.names(part) {
            of_name.entry(name).or_default().push(index);
        }
    }
    let found = alone.iter().filter_map(|index| {
        let names = identity.names(own.get(*index)?);
        let mut sharing = names.iter().filter_map(|name| of_name.get(name)).flatten();
        let first = sharing.next()?;
        let is_there = others_alone.binary_search(first).is_err() && sharing.all(|other| other == first);
        let is_same = is_same(own.get(*index)?, other.get(*first)?, Scope::ButName(identity));
        (is_there && is_same).then_some((*index, *first))
    });
    found.collect()
}

/// Whether each pair moved. As few pairs as possible count as moved: the others are in the same order in both lists. Of
/// several such choices, most pairs whose index is the same stay, so that two parts that swapped count as moved, and not the
/// parts between them. The pairs are in the order of the old list.
fn moved(pairs: &[Pair]) -> Vec<bool> {
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
