//! One change between two versions, and its two sides in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use crate::assessment::RecordItemGroup;
use crate::catalogue::named::BLOCKS;
use crate::catalogue::{Child, FieldPath, FieldRow, Item, Part, Role, first_item, printed_number};
use crate::value::answer::{Answer, Entry, Given, Line, Lines, Tick, Timings, Value};
use crate::value::code_list::code_list;
use crate::value::error::excerpt;
use crate::value::language::Language;
use crate::value::object::object;
use crate::value::text::{Nothing, Text};

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
        /// A section is new, but was a part of another: its files were among those of a section that is still there, and it says
        /// the same of everything else.
        Split = "split", "分割";
        /// A section is gone, but is a part of another: its files are among those of a section that was there, which says the same of
        /// everything else.
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
/// that was split from another or joined with it.
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
            Sides::Answers(old, _) => in_words(old),
            Sides::Parts(old, _) => self.of_part(old?),
        }
    }

    /// The new version in words (変更後の記載).
    #[must_use]
    pub fn after_in_words(&self) -> Option<Lines> {
        match self.sides {
            Sides::Answers(_, new) => in_words(new),
            Sides::Parts(_, new) => self.of_part(new?),
        }
    }

    /// Of a section that was split or joined, only the names of its files are in question.
    fn of_part(&self, part: &dyn Part) -> Option<Lines> {
        match self.what {
            EditKind::Split | EditKind::Joined => name_in_words(part),
            EditKind::Changed | EditKind::Added | EditKind::Removed | EditKind::Moved | EditKind::Renumbered => {
                part_in_words(part)
            }
        }
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
    pub(super) fn reversed(&self) -> Self {
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
        }
    }
}

object! {
    Edit<'_>, "Edit", |own| {
        let Self { item, what, old, new, matched, sides, other_list: _ } = own;
        let (before, after) = match *sides {
            Sides::Answers(old, new) => (Side::Answer(old), Side::Answer(new)),
            Sides::Parts(old, new) => (Side::Part(old), Side::Part(new)),
        };
    }
    {
        item: item,
        label: item.label(),
        what: what => what.label(),
        old: old,
        new: new,
        before: before,
        after: after,
        matched: matched => matched.map(MatchedBy::label),
    }
}

/// One side of an edit, as a document writes it; `null` for an item without an answer, and for a part that only the other side has.
enum Side<'a> {
    Answer(&'a dyn Entry),
    Part(Option<&'a dyn Part>),
}

impl Serialize for Side<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Answer(entry) if matches!(entry.value(), Value::Unanswered) => serializer.serialize_none(),
            Self::Answer(entry) => Child::Answer(entry).serialize(serializer),
            Self::Part(Some(part)) => Child::Part(part).serialize(serializer),
            Self::Part(None) => serializer.serialize_none(),
        }
    }
}

/// What an answer says; `None` if it says nothing.
pub(crate) fn in_words(entry: &dyn Entry) -> Option<Lines> {
    match entry.value() {
        Value::Given(Given::Lines(lines)) => Some(lines.clone()),
        Value::Given(Given::Timings(timings)) => Lines::try_from(shown(timings)).ok(),
        value @ (Value::Unanswered
        | Value::Blank
        | Value::NotKnown
        | Value::Nothing(_)
        | Value::Given(
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Box(_)
            | Given::Boxes(_),
        )) => value.to_string().parse().ok(),
    }
}

/// The mark for an answer that says "none": the one that it is, or なし for a group of boxes without a tick. `None` for anything else.
pub(super) fn none(value: Value<'_>) -> Option<Nothing> {
    match value {
        Value::Nothing(mark) => Some(mark),
        Value::Given(Given::Boxes(boxes)) => (boxes.overall() == Tick::Unticked).then_some(Nothing::Word),
        Value::Unanswered | Value::Blank | Value::NotKnown | Value::Given(_) => None,
    }
}

/// The timings, one a line.
fn shown(timings: &Timings) -> Vec<String> {
    timings.iter().map(ToString::to_string).collect()
}

/// The label of the heading of a group of record items, which is not an item of its own.
pub(super) const HEADING: &str = "見出し";

/// Whether a field is the heading of a group of record items.
pub(super) fn is_heading(row: &FieldRow) -> bool {
    row.asks == RecordItemGroup::heading.row().asks
}

/// The label under which a block quotes a field; `None` if it does not.
fn label(row: &FieldRow) -> Option<&'static str> {
    match row.asks {
        Some((Role::Answer, item)) => Some(item.label()),
        Some((Role::Beside, _)) if is_heading(row) => Some(HEADING),
        Some((Role::Beside, _)) | None => None,
    }
}

/// What a part says: the lines of each answer, the first of them under the label of its item. A heading of a cell is in ＜＞,
/// once; the other lines below it are indented. Entries of a list in it begin with their number: 「委託事項2」.
fn part_in_words(part: &dyn Part) -> Option<Lines> {
    let mut lines = Vec::new();
    write(part, &mut lines);
    // A part without an answer, or a heading alone, shows its first item empty.
    if lines.iter().all(|line| line.under.as_ref().is_none_or(|under| under.as_str() == HEADING)) {
        lines.push(label_alone(first_item(part.rows())?.label())?);
    }
    Lines::new(lines)
}

/// The heading of a group of record items as a row quotes it alone.
pub(super) fn heading_in_words(heading: &dyn Entry) -> Option<Lines> {
    let mut lines = Vec::new();
    write_answer(HEADING, heading, &mut lines);
    Lines::new(lines)
}

/// The answer that identifies a part: for a section, the names of its files.
fn name_in_words(part: &dyn Part) -> Option<Lines> {
    let item = first_item(part.rows())?;
    let index = part.rows().iter().position(|row| row.asks == Some((Role::Answer, item)))?;
    in_words(part.child(index)?.answer()?)
}

fn label_alone(label: &str) -> Option<Line> {
    Some(Line { under: Some(Text::new(label).ok()?), text: Answer::Unanswered })
}

fn write(part: &dyn Part, lines: &mut Vec<Line>) {
    for (index, row) in part.rows().iter().enumerate() {
        match part.child(index) {
            Some(Child::Answer(answer)) => {
                if let Some(label) = label(row) {
                    write_answer(label, answer, lines);
                }
            }
            Some(Child::Part(inner)) => write(inner, lines),
            // The form prints no chain, and nothing in it has a label.
            Some(Child::List(list)) => {
                for inner in list.parts() {
                    lines.extend(entry_of(row).and_then(|word| label_alone(&block(word, printed_number(inner)))));
                    write(inner, lines);
                }
            }
            None => {}
        }
    }
}

fn write_answer(label: &str, answer: &dyn Entry, lines: &mut Vec<Line>) {
    let Ok(under) = Text::new(label) else { return };
    let texts: Vec<Answer<Text>> = match answer.value() {
        Value::Unanswered => Vec::new(),
        Value::Blank => Vec::from([Answer::Unanswered]),
        Value::NotKnown => Vec::from([Answer::NotKnown]),
        Value::Nothing(mark) => Vec::from([Answer::Nothing(mark)]),
        Value::Given(Given::Lines(cell)) => headed(cell),
        Value::Given(Given::Timings(timings)) => {
            shown(timings).iter().filter_map(|timing| timing.parse().ok()).map(Answer::Given).collect()
        }
        value @ Value::Given(
            Given::Chosen { .. }
            | Given::Text(_)
            | Given::Number(_)
            | Given::Range(_)
            | Given::Date(_)
            | Given::Box(_)
            | Given::Boxes(_),
        ) => value.to_string().parse().ok().map(Answer::Given).into_iter().collect(),
    };
    let mut under = Some(under);
    lines.extend(texts.into_iter().map(|text| Line { under: under.take(), text }));
}

/// The word with which the form numbers the entries of this list.
fn entry_of(row: &FieldRow) -> Option<&'static str> {
    let item = first_item(row.shape.rows())?;
    BLOCKS.iter().find(|(.., own)| *own == item).map(|(word, ..)| *word)
}

/// The label of the first line of an entry in a block: 「委託事項2の欄」, without a number 「委託事項の欄」.
fn block(word: &str, number: Option<u32>) -> String {
    format!("{word}{}の欄", number.map_or_else(String::new, |number| number.to_string()))
}

/// The blank before a line below a heading.
const INDENT: char = '　';

/// The lines of a cell in a block. A heading is in ＜＞ whatever its marks, so that it can be read again.
fn headed(cell: &Lines) -> Vec<Answer<Text>> {
    let has_indent = cell.texts().any(|text| text.as_str().starts_with(INDENT));
    let mut above: Option<&Text> = None;
    cell.iter()
        .filter_map(|(heading, text)| {
            let is_below = heading.is_some() && above == heading && !has_indent;
            above = heading;
            let Some(heading) = heading else { return Some(text.clone()) };
            let shown = text.value().to_string();
            let line = if is_below && !shown.is_empty() {
                format!("{INDENT}{shown}")
            } else {
                format!("＜{heading}＞{shown}")
            };
            line.parse().ok().map(Answer::Given)
        })
        .collect()
}
