//! The difference between two versions: its edits, what could not be compared, and how it is applied.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use indexmap::IndexMap;

use super::edit::{Edit, EditKind, Sides};
use crate::assessment::Assessment;
use crate::catalogue::{Child, ChildMut, FieldPath, Item, List, Origin, PathStep, at, at_mut, entry_at_mut};
use crate::value::code_list::code_list;
use crate::value::error::excerpt;
use crate::value::kind::Form;
use crate::value::language::errors;
use crate::value::names::{body_key, name_key};
use crate::value::object::object;

code_list! {
    /// Why two documents are not two versions of one assessment.
    pub enum Mismatch ("mismatch", "評価書の取り違え") {
        /// The bodies differ.
        Body = "body", "評価実施機関が異なる";
        /// The affairs differ.
        Affair = "affair", "事務の名称が異なる";
    }
}

code_list! {
    /// Why something was not compared.
    pub enum NotComparedBecause ("reason not to compare", "比較できない理由") {
        /// One or both versions say that it is not known (?).
        NotKnown = "not_known", "不明";
        /// One version is an excerpt that does not show it.
        Excerpt = "excerpt", "抜粋";
    }
}

/// An item or a part that could not be compared (比較できなかった項目). An unknown answer, or a part that an excerpt does not
/// show, is no evidence of a change. Applying the difference leaves it unchanged.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCompared {
    /// The item; for a part, the item that identifies such parts.
    pub item: Item,
    /// The path in the old version; `None` if the old version is an excerpt that does not show the part.
    pub old: Option<FieldPath>,
    /// The path in the new version; `None` if the new version is an excerpt that does not show the part.
    pub new: Option<FieldPath>,
    /// Why it could not be compared.
    pub because: NotComparedBecause,
}

/// The difference between two versions of an assessment (変更点の一覧).
///
/// The edits are in the order of the form. What could not be compared is in [`not_compared`](Self::not_compared); it
/// counts neither as changed nor as the same. The difference borrows the two versions, because copying the answers
/// would take longer than comparing them.
///
/// Serde writes it as `{"form", "mismatch", "mismatch_label", "edits", "not_compared"}`. `form` is `{"old", "new"}`, or `null` if it
/// did not change. An edit is an [`Edit`] as Serde writes one, with `"number"` (the printed number of the item), `"weight"`,
/// `"weight_label"`, `"proof"` and `"proof_label"`; what was not compared is `{"item", "label", "old", "new", "because",
/// "because_label"}`. Labels are Japanese.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::difference;
///
/// let old = Assessment::new("form_3_2024_10".parse()?);
/// let mut new = old.clone();
/// new.population = 62_000.into();
/// let json = serde_json::to_value(difference(&old, &new))?;
/// assert_eq!(json["edits"][0]["label"], "対象人数");
/// assert_eq!(json["edits"][0]["new"], "population");
/// assert_eq!((&json["edits"][0]["before"], &json["edits"][0]["after"]), (&serde_json::Value::Null, &62_000.into()));
/// assert_eq!(json["edits"][0]["weight_label"], "その他の項目の変更");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Difference<'a> {
    pub(super) old: &'a Assessment,
    pub(super) new: &'a Assessment,
    pub(super) edits: Vec<Edit<'a>>,
    pub(super) not_compared: Vec<NotCompared>,
}

impl<'a> Difference<'a> {
    /// The old version.
    #[must_use]
    pub const fn old_version(&self) -> &'a Assessment {
        self.old
    }

    /// The new version.
    #[must_use]
    pub const fn new_version(&self) -> &'a Assessment {
        self.new
    }

    /// The edits, in the order of the form.
    #[must_use]
    pub fn edits(&self) -> &[Edit<'a>] {
        &self.edits
    }

    /// The old and the new form, if the kind of assessment or the edition changed (様式の変更). An edition that only one
    /// version knows is no evidence of a change.
    #[must_use]
    pub fn form(&self) -> Option<(Form, Form)> {
        let (old, new) = (self.old.form, self.new.form);
        let is_known = old.edition().is_some() && new.edition().is_some();
        (old.kind() != new.kind() || (is_known && old != new)).then_some((old, new))
    }

    /// What could not be compared, in the order of the form.
    #[must_use]
    pub fn not_compared(&self) -> &[NotCompared] {
        &self.not_compared
    }

    /// Signs that the documents are not versions of one assessment (評価書の取り違え): the names of their bodies or affairs
    /// differ.
    #[must_use]
    pub fn mismatch(&self) -> Option<Mismatch> {
        let body = |document: &Assessment| document.cover.body.given().map(|name| body_key(name.as_str()));
        let affair = |document: &Assessment| document.affair.name.given().map(|name| name_key(name.as_str()));
        let differs = |old: Option<String>, new: Option<String>| old.zip(new).is_some_and(|(old, new)| old != new);
        if differs(body(self.old), body(self.new)) {
            return Some(Mismatch::Body);
        }
        differs(affair(self.old), affair(self.new)).then_some(Mismatch::Affair)
    }

    /// Whether there are no edits. What could not be compared does not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && self.form().is_none()
    }

    /// The difference from the new version to the old one.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let not_compared = self.not_compared.iter().map(|one| NotCompared {
            old: one.new.clone(),
            new: one.old.clone(),
            ..one.clone()
        });
        Self {
            old: self.new,
            new: self.old,
            edits: self.edits.iter().map(Edit::reversed).collect(),
            not_compared: not_compared.collect(),
        }
    }
}

/// Prints one line for each edit: what it does, the item and the path, separated by tabs.
impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for edit in &self.edits {
            let path = edit.new.as_ref().or(edit.old.as_ref());
            let path = path.map_or_else(String::new, |path| alloc::format!("{path}"));
            writeln!(f, "{}\t{}\t{path}", edit.what.label(), edit.item.label())?;
        }
        Ok(())
    }
}

object! {
    NotCompared, "NotCompared", |own| { let Self { item, old, new, because } = own; }
    { item: item, label: item.label(), old: old, new: new, because: because => because.label() }
}

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
        for edit in self.edits() {
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
                    // A section that was split comes whole, and one that was joined leaves whole.
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
