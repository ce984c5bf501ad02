//! The difference between two versions, and its edits.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use indexmap::IndexMap;

use super::wording;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item, Part};
use crate::value::answer::{Answer, Entry, Given, Lines, Value};
use crate::value::code_list::code_list;
use crate::value::error::excerpt;
use crate::value::kind::Form;
use crate::value::language::Language;
use crate::value::names::{body_key, name_key};
use crate::value::text::Text;

code_list! {
    /// What an edit does.
    pub enum EditKind ("kind of edit", "変更の種別") {
        /// An answer changed.
        Changed = "changed", "変更";
        /// A part is new.
        Added = "added", "追加";
        /// A part is gone.
        Removed = "removed", "削除";
        /// A part moved among those that stayed.
        Moved = "moved", "移動";
        /// The printed number of a part changed.
        Renumbered = "renumbered", "番号の変更";
        /// A section is new, but was a part of another: its files were among those of a section that is still there.
        Split = "split", "分割";
        /// A section is gone, but is a part of another now: its files are among those of a section that was there.
        Joined = "joined", "統合";
    }
}

impl EditKind {
    /// What it does from the new version back to the old one.
    const fn reversed(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Split => Self::Joined,
            Self::Joined => Self::Split,
            Self::Changed | Self::Moved | Self::Renumbered => self,
        }
    }
}

code_list! {
    /// How a part of the old version was matched with one of the new version. Printed numbers and the order decide only
    /// between parts of one name.
    pub enum MatchedBy ("way of matching", "照合の方法") {
        /// Everything in it is the same.
        Same = "same", "内容が同一";
        /// Everything but its printed number is the same.
        SameButNumber = "same_but_number", "番号以外が同一";
        /// It has the same name, or the same matter of entrustment.
        Name = "name", "名称";
        /// It has the same name, and everything but its statutory bases is the same.
        NameAndContent = "name_and_content", "名称及び法令上の根拠以外";
        /// It has the same name, and the same statutory bases once renumbered.
        NameAndBases = "name_and_bases", "名称及び法令上の根拠";
        /// The two parts share one of several names, and no other part has it.
        SharedName = "shared_name", "名称の一つ";
        /// Everything but its name is the same.
        Content = "content", "名称以外が同一";
        /// It has the same name as other parts, and the same printed number.
        NameAndNumber = "name_and_number", "名称及び番号";
        /// It has the same name as other parts, and is the next of them.
        NameAndOrder = "name_and_order", "名称及び順序";
        /// No other part that fits is left.
        OnlyOne = "only_one", "残りの一つ";
    }
}

/// The two sides of an edit.
#[derive(Clone, Copy)]
pub(super) enum Sides<'a> {
    Answers(&'a dyn Entry, &'a dyn Entry),
    /// A part of one side or of both, with its list.
    Parts(Option<&'a dyn Part>, Option<&'a dyn Part>),
}

/// One change between two versions (変更点): a changed answer, or a part that was added, removed, moved or renumbered, or a section
/// that was split from another or joined with it. The edits in a section that was split or joined compare it with the other one, so
/// they only say what differs.
///
/// Serde writes it as `{"item", "label", "what", "what_label", "old", "new", "before", "after", "matched", "matched_label"}`: the
/// paths are strings, and the two sides are as a document writes them: `null` for an item without an answer, and for a part that
/// only the other version has.
#[derive(Clone)]
pub struct Edit<'a> {
    /// The item; for a part, the item that identifies such parts.
    pub item: Item,
    /// What the edit does.
    pub what: EditKind,
    /// The path in the old version; `None` if the part is new.
    pub old: Option<FieldPath>,
    /// The path in the new version; `None` if the part is gone.
    pub new: Option<FieldPath>,
    /// How the innermost part around the edit was matched with one of the other version; `None` outside lists, and for
    /// a part that only one version has. A section that was split or joined is matched by the names of its files.
    pub matched: Option<MatchedBy>,
    pub(super) sides: Sides<'a>,
    /// For a part that only one version has, the path of its list in the other.
    pub(super) other_list: Option<FieldPath>,
    /// What happened to the section that it is in, if it was split or joined.
    pub(super) within: Option<EditKind>,
}

impl fmt::Debug for Edit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = |path: &Option<FieldPath>| path.as_ref().map(|path| alloc::format!("{path}"));
        f.debug_struct("Edit")
            .field("item", &self.item)
            .field("what", &self.what)
            .field("old", &path(&self.old))
            .field("new", &path(&self.new))
            .field("matched", &self.matched)
            .field("before", &self.before())
            .field("after", &self.after())
            .finish_non_exhaustive()
    }
}

/// The edit in Japanese.
impl fmt::Display for Edit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

/// A line of a cell that only one version has (変更された行).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineChange<'a> {
    /// Only the old version has it: its heading, if it has one, and its text.
    Removed(Option<&'a Text>, &'a Answer<Text>),
    /// Only the new version has it.
    Added(Option<&'a Text>, &'a Answer<Text>),
}

impl<'a> Edit<'a> {
    /// The old answer; `None` if the edit is about a part.
    #[must_use]
    pub fn before(&self) -> Option<Value<'a>> {
        match self.sides {
            Sides::Answers(old, _) => Some(old.value()),
            Sides::Parts(..) => None,
        }
    }

    /// The new answer; `None` if the edit is about a part.
    #[must_use]
    pub fn after(&self) -> Option<Value<'a>> {
        match self.sides {
            Sides::Answers(_, new) => Some(new.value()),
            Sides::Parts(..) => None,
        }
    }

    /// The old version in words (変更前の記載): the answer, or the answers of a part, each under the label of its item.
    #[must_use]
    pub fn before_in_words(&self) -> Option<Lines> {
        match self.sides {
            Sides::Answers(old, _) => wording::entry(old),
            Sides::Parts(old, _) => self.part_in_words(old?),
        }
    }

    /// The new version in words (変更後の記載).
    #[must_use]
    pub fn after_in_words(&self) -> Option<Lines> {
        match self.sides {
            Sides::Answers(_, new) => wording::entry(new),
            Sides::Parts(_, new) => self.part_in_words(new?),
        }
    }

    /// Of a section that was split or joined, only the names of its files are in question.
    fn part_in_words(&self, part: &dyn Part) -> Option<Lines> {
        match self.what {
            EditKind::Split | EditKind::Joined => wording::name(part),
            EditKind::Changed | EditKind::Added | EditKind::Removed | EditKind::Moved | EditKind::Renumbered => {
                wording::part(part)
            }
        }
    }

    /// The changed lines of a cell of text (変更された行): the removed lines, then the added ones. Empty if only the order of
    /// the lines changed.
    #[must_use]
    pub fn lines(&self) -> Vec<LineChange<'a>> {
        let (before, after) = (lines_of(self.before()), lines_of(self.after()));
        let removed = lacking(before, after).into_iter().map(|(under, text)| LineChange::Removed(under, text));
        let added = lacking(after, before).into_iter().map(|(under, text)| LineChange::Added(under, text));
        removed.chain(added).collect()
    }

    /// The edit in words (変更点の説明): what it does, the item, its path, and what the two versions say, each cut if it is long.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let path = self.new.as_ref().or(self.old.as_ref()).map_or_else(String::new, ToString::to_string);
        let side = |words: Option<Lines>| words.map(|lines| excerpt(&lines.to_string()));
        let (old, new) = (side(self.before_in_words()), side(self.after_in_words()));
        let (what, label) = match language {
            Language::Japanese => (self.what.label(), self.item.label()),
            Language::English => (self.what.code(), self.item.english()),
        };
        let sides = match (old, new, language) {
            // A part that moved or got another number says the same as before.
            (old, new, _) if old == new => String::new(),
            (old, new, Language::Japanese) => {
                let [old, new] = [old, new].map(|side| side.unwrap_or_else(|| "（記載なし）".into()));
                format!("：{old} → {new}")
            }
            (old, new, Language::English) => {
                let [old, new] = [old, new].map(|side| side.unwrap_or_else(|| "(no answer)".into()));
                format!(": {old} → {new}")
            }
        };
        match language {
            Language::Japanese => format!("{what}：{label}（{path}）{sides}"),
            Language::English => format!("{what}: {label} ({path}){sides}"),
        }
    }

    /// The edit from the new version back to the old one.
    fn reversed(&self) -> Self {
        let sides = match self.sides {
            Sides::Answers(old, new) => Sides::Answers(new, old),
            Sides::Parts(old, new) => Sides::Parts(new, old),
        };
        Self {
            item: self.item,
            what: self.what.reversed(),
            old: self.new.clone(),
            new: self.old.clone(),
            matched: self.matched,
            sides,
            other_list: self.other_list.clone(),
            within: self.within.map(EditKind::reversed),
        }
    }
}

fn lines_of(value: Option<Value<'_>>) -> Option<&Lines> {
    let Some(Value::Given(Given::Lines(lines))) = value else { return None };
    Some(lines)
}

/// The lines that `other` lacks or has fewer times.
fn lacking<'a>(lines: Option<&'a Lines>, other: Option<&'a Lines>) -> Vec<(Option<&'a Text>, &'a Answer<Text>)> {
    let mut counts: IndexMap<(Option<&'a Text>, &'a Answer<Text>), usize> = IndexMap::new();
    for line in other.into_iter().flat_map(Lines::iter) {
        *counts.entry(line).or_default() += 1;
    }
    let is_lacking = |line: &(Option<&'a Text>, &'a Answer<Text>)| match counts.get_mut(line) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    lines.into_iter().flat_map(Lines::iter).filter(is_lacking).collect()
}

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
