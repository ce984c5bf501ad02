//! Makes the new version from the old one and the difference.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::difference::{Difference, Edit, EditKind, Sides};
use crate::assessment::Assessment;
use crate::catalogue::{Child, ChildMut, FieldPath, List, Origin, PathStep, at, at_mut, entry_at_mut};
use crate::value::error::excerpt;
use crate::value::language::errors;

errors! {
    /// Why a difference could not be applied (変更を適用できない理由): the document is not the old version.
    #[non_exhaustive]
    pub enum ApplyError {
        /// An answer differs from the one in the old version.
        #[error("{path} says \"{seen}\", but \"{expected}\" in the old version: the difference belongs to another document")]
        #[ja("{path} は「{seen}」であるが、変更前の版では「{expected}」である。変更は別の評価書のものである")]
        Answer {
            /// Where the answer is.
            path: FieldPath,
            /// What the document says, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// What the old version says.
            expected: String,
        },
        /// A part of the old version is not there.
        #[error("{path} is in the old version, but not in the document: the difference belongs to another document")]
        #[ja("{path} は変更前の版にあるが、評価書にない。変更は別の評価書のものである")]
        Missing {
            /// Where the part is in the old version.
            path: FieldPath,
        },
    }
}

/// What happens to a list: the indices of the old version that leave, and the indices of the new version that come.
#[derive(Default)]
struct Arrangement {
    leaves: Vec<usize>,
    comes: Vec<(usize, Origin)>,
}

impl Difference<'_> {
    /// Applies the difference to the old version, which gives the new one (変更の適用).
    ///
    /// What could not be compared stays as it is in the old version.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::change::difference;
    ///
    /// let old = Assessment::new("form_2_2024_10".parse()?);
    /// let mut new = old.clone();
    /// new.affair.name = "国民健康保険に関する事務".parse::<mynumber_pia::Text>()?.into();
    /// let difference = difference(&old, &new);
    /// assert_eq!(difference.apply(&old)?, new);
    /// assert_eq!(difference.reversed().apply(&new)?, old);
    /// assert_eq!(
    ///     difference.apply(&new).unwrap_err().to_string(),
    ///     "affair.name says \"国民健康保険に関する事務\", but \"\" in the old version: the difference belongs to another document",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ApplyError`] if an edit does not fit the document, which then is not the old version.
    pub fn apply(&self, document: &Assessment) -> Result<Assessment, ApplyError> {
        let mut made = document.clone();
        let mut lists: IndexMap<FieldPath, (FieldPath, Arrangement)> = IndexMap::new();
        // A section that was split comes whole, and one that was joined leaves whole.
        for edit in self.edits().iter().filter(|edit| edit.within.is_none()) {
            match edit.sides {
                Sides::Answers(..) => answer(&mut made, edit)?,
                Sides::Parts(..) => {
                    let list = |part: &FieldPath| part.first(part.steps().len().saturating_sub(1));
                    let other = || edit.other_list.clone().unwrap_or_default();
                    let old = edit.old.as_ref().map_or_else(other, list);
                    let new = || edit.new.as_ref().map_or_else(other, list);
                    let (_, arrangement) = lists.entry(old).or_insert_with(|| (new(), <_>::default()));
                    let from = edit.old.as_ref().and_then(last_index);
                    let to = edit.new.as_ref().and_then(last_index);
                    let (leaves, comes) = match edit.what {
                        EditKind::Split => (None, to.map(|to| (to, Origin::Other(to)))),
                        EditKind::Joined => (from, None),
                        EditKind::Added
                        | EditKind::Removed
                        | EditKind::Moved
                        | EditKind::Changed
                        | EditKind::Renumbered => {
                            (from, to.map(|to| (to, from.map_or(Origin::Other(to), Origin::Own))))
                        }
                    };
                    arrangement.leaves.extend(leaves);
                    arrangement.comes.extend(comes);
                }
            }
        }
        // Inner lists first, so that the paths of the old version stay valid.
        lists.sort_by_cached_key(|path, _| core::cmp::Reverse(path.steps().len()));
        for (old, (new, arrangement)) in lists {
            let missing = || ApplyError::Missing { path: old.clone() };
            let other = at(self.new, new.steps()).and_then(Child::list).ok_or_else(missing)?;
            let own = at_mut(&mut made, old.steps()).and_then(ChildMut::list).ok_or_else(missing)?;
            arrange(own, other, arrangement, &old)?;
        }
        made.form = self.new.form;
        Ok(made)
    }
}

fn last_index(path: &FieldPath) -> Option<usize> {
    match path.steps().last()? {
        PathStep::Index(index) => Some(*index),
        PathStep::Field(_) => None,
    }
}

fn answer(made: &mut Assessment, edit: &Edit<'_>) -> Result<(), ApplyError> {
    let (Sides::Answers(old, new), Some(path)) = (edit.sides, &edit.old) else { return Ok(()) };
    let missing = || ApplyError::Missing { path: path.clone() };
    let entry = entry_at_mut(made, path).ok_or_else(missing)?;
    if !entry.is_same(old) {
        let (seen, expected) = (excerpt(&entry.value().to_string()), excerpt(&old.value().to_string()));
        return Err(ApplyError::Answer { path: path.clone(), seen, expected });
    }
    if entry.copy_from(new) { Ok(()) } else { Err(missing()) }
}

fn arrange(
    own: &mut dyn List,
    other: &dyn List,
    Arrangement { mut leaves, mut comes }: Arrangement,
    path: &FieldPath,
) -> Result<(), ApplyError> {
    leaves.sort_unstable();
    comes.sort_unstable_by_key(|(to, _)| *to);
    if leaves.last().is_some_and(|last| *last >= own.len()) {
        return Err(ApplyError::Missing { path: path.clone() });
    }
    let mut leaves = leaves.into_iter().peekable();
    let mut stay = (0..own.len()).filter(|index| leaves.next_if_eq(index).is_none()).map(Origin::Own).peekable();
    let mut comes = comes.into_iter().peekable();
    let mut order = Vec::with_capacity(own.len());
    while stay.peek().is_some() || comes.peek().is_some() {
        let at = order.len();
        let came = comes.next_if(|(to, _)| *to <= at).map(|(_, origin)| origin);
        // Parts that were not compared leave gaps. What would come after a gap comes at the end.
        let next = came.or_else(|| stay.next()).or_else(|| comes.next().map(|(_, origin)| origin));
        order.extend(next);
    }
    if own.arrange(other, &order) { Ok(()) } else { Err(ApplyError::Missing { path: path.clone() }) }
}
