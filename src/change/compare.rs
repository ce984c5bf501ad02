//! Walks over two versions together.

use alloc::vec::Vec;

use super::difference::{Difference, Edit, EditKind, MatchedBy, NotCompared, NotComparedBecause, Sides};
use super::entry::{is_answer_known, is_known, may_be};
use super::identity::Identity;
use super::matching::{Parted, Readers, pairs};
use super::pairing::moved;
use super::renumbering::Reader;
use crate::assessment::Assessment;
use crate::catalogue::{Child, FieldRow, Item, List, Part, PathStep, WalkPath, first_item, is_printed_number};
use crate::value::answer::Entry;
use crate::value::choice::Extent;

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
        within: None,
    };
    comparison.parts(old, new, &Paths { old: WalkPath::ROOT, new: WalkPath::ROOT }, None);
    let Comparison { mut edits, mut not_compared, .. } = comparison;
    // A removed part is listed where it was, before the part that is there now.
    let order = |item, old: &Option<_>, new_path: &Option<_>| match (new_path, old) {
        (Some(path), _) | (None, Some(path)) => new.order(item, path),
        (None, None) => [usize::MAX; 5],
    };
    edits.sort_by_cached_key(|edit| (order(edit.item, &edit.old, &edit.new), edit.new.is_some()));
    not_compared.sort_by_cached_key(|one| order(one.item, &one.old, &one.new));
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
    /// What happened to the section that the walk is in, if it was split or joined.
    within: Option<EditKind>,
}

/// Whether both are the same, without an answer that is not known.
fn is_settled(old: Child<'_>, new: Child<'_>) -> bool {
    old.is_same(new) && is_known(old)
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
            within: self.within,
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
            match parted.into.get(&index) {
                Some(into) => self.parted(EditKind::Joined, (old, index), (new, *into), paths),
                None => self.part(EditKind::Removed, (old.get(index).map(|part| (index, part)), None), paths, None),
            }
        }
        for index in added {
            match parted.from.get(&index) {
                Some(from) => self.parted(EditKind::Split, (old, *from), (new, index), paths),
                None => self.part(EditKind::Added, (None, new.get(index).map(|part| (index, part))), paths, None),
            }
        }
    }

    /// A section that was split from another or joined with it, and what differs in it besides the names of its files.
    fn parted(
        &mut self,
        what: EditKind,
        (olds, old): (&'a dyn List, usize),
        (news, new): (&'a dyn List, usize),
        paths: &Paths<'_>,
    ) {
        let Some((old_part, new_part)) = olds.get(old).zip(news.get(new)) else { return };
        let by = Some(MatchedBy::SharedName);
        self.part(what, (Some((old, old_part)), Some((new, new_part))), paths, by);
        let inner = Paths { old: paths.old.to(PathStep::Index(old)), new: paths.new.to(PathStep::Index(new)) };
        let before = self.edits.len();
        self.within = Some(what);
        self.parts(old_part, new_part, &inner, by);
        self.within = None;
        let names = first_item(new_part.rows());
        let inside = self.edits.split_off(before);
        self.edits.extend(inside.into_iter().filter(|edit| edit.what != EditKind::Changed || Some(edit.item) != names));
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
        let item: Item = item;
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
            within: self.within,
        });
    }
}
