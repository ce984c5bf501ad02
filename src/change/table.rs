//! Writes the change table for a difference in the words of the form.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::addresses::Addresses;
use super::block_change::Place;
use super::dates::Styles;
use super::difference::{Difference, Edit, EditKind, Sides};
use super::name::{Names, block_names, is_block_list, name, name_of_cell, name_of_list};
use super::named::BLOCKS;
use super::order::Order;
use super::weight::{Proof, Weight, changes_mark};
use super::wording::PrintedNumber;
use super::{block_change, boxes, fragment, names_cell, wording};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, RecordItemGroup};
use crate::catalogue::{Child, FieldPath, Item, PathStep, Row, at, printed_number};
use crate::value::answer::{Answer, Given, Lines, Value};
use crate::value::choice::SubmissionTiming;
use crate::value::date::FormDate;
use crate::value::kind::AssessmentKind;
use crate::value::text::Nothing;

/// Whether an edit of this item needs a row in the change table. Edits of the table itself and of the day of
/// publication do not.
pub(crate) const fn is_logged(item: Item) -> bool {
    !matches!(
        item,
        Item::ChangeDate
            | Item::ChangedItem
            | Item::ChangeBefore
            | Item::ChangeAfter
            | Item::ChangeTiming
            | Item::ChangeReason
            | Item::PublicationDate
    )
}

/// Writes the rows of 変更箇所 for a difference (変更箇所の作成), in the order of the edits: one for each printed item whose printed
/// content changed. One row is about a whole period, a whole list of names in one cell, and all blocks of a list that have
/// other numbers.
///
/// Of a long cell, a row quotes the changed lines or boxes; 「（略）」 is between lines that are not adjacent, and lines that were
/// only added or removed have a line that stayed beside them. Dates are in the style of the last rows of the old version.
///
/// `date` is the day on which the changed paper is published (変更日). A row that is dated after the publication gives the finding
/// [`DatesReversed`](crate::validate::Rule::DatesReversed).
///
/// 提出時期 is a proposal with its reason: 事前 (before) for an item marked ※, otherwise 事後 (after). Edits of the change
/// table itself, of the day of publication and of the mark of an item without an answer (空欄 to なし) get no row.
///
/// The proposal follows the form of this paper alone. [`affair::Plan::timing`](crate::affair::Plan::timing) follows the forms of all
/// papers that the affair must publish. The two differ if a deeper paper is voluntary, whose ※ does not make a change material for the
/// affair, if the form of another paper marks the item, and if the body judged that the change is not material.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{difference, table};
///
/// let read = |name| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///         "file_sections": [{{"entrustments": [{{"number": 2, "matter": "印刷", "entrustee": "{name}"}}]}}]}}"#
/// ));
/// let (old, new) = (read("甲株式会社")?, read("乙株式会社")?);
/// let rows = table(&difference(&old, &new), "2025-04-01".parse()?);
/// assert_eq!(rows[0].items.given().unwrap().to_string(), "Ⅱ　４．特定個人情報ファイルの取扱いの委託　委託事項2-③委託先名");
/// assert_eq!(rows[0].before.given().unwrap().to_string(), "甲株式会社");
/// assert_eq!(rows[0].after.given().unwrap().to_string(), "乙株式会社");
/// assert_eq!(rows[0].timing.given().unwrap().code(), "after");
/// # use mynumber_pia::CodeList;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn table(difference: &Difference<'_>, date: FormDate) -> Vec<Change> {
    let weights: Vec<Weight> = difference.weighed().map(|(_, weight)| weight).collect();
    let mut writer = Writer { difference, names: Names::of(difference), styles: None, in_order: IndexMap::new() };
    let mut rows = Vec::new();
    for group in groups(difference) {
        let weight = group.edits.iter().filter_map(|index| weights.get(*index)).max_by_key(|weight| rank(weight));
        // A cell that both forms print is named as the new one names it.
        let edits = || group.edits.iter().filter_map(|index| difference.edits().get(*index));
        let first = edits().find(|edit| edit.new.is_some()).or_else(|| edits().next());
        let Some((weight, first)) = weight.zip(first) else { continue };
        let Some((name, before, after)) = writer.cells(&group.kind, first) else { continue };
        if before == after {
            continue;
        }
        let (timing, reason) = timing(difference.old.kind(), weight);
        rows.push(Change {
            date: Answer::Given(date),
            items: name.parse().map_or(Answer::Unanswered, Answer::Given),
            before,
            after,
            timing: Answer::Given(timing),
            reason: reason.parse().map_or(Answer::Unanswered, Answer::Given),
            ..Change::default()
        });
    }
    rows
}

/// Which of several weights a row has: the heaviest.
const fn rank(weight: &Weight) -> u8 {
    match weight {
        Weight::Formal(_) => 0,
        Weight::Ordinary => 1,
        Weight::Material => 2,
    }
}

/// The edits that one row logs, because the form prints them in one cell.
pub(super) struct Group {
    pub(super) kind: GroupKind,
    pub(super) edits: Vec<usize>,
}

pub(super) enum GroupKind {
    /// One edit alone.
    One,
    /// A period: its days and its length.
    Period,
    /// A list of names in one cell.
    Names(FieldPath),
    /// Blocks of one list with other numbers.
    Order(Order),
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    One(usize),
    Period,
    Names(FieldPath),
    /// The list in the new version.
    Order(FieldPath),
}

/// Blocks of a list, by its path in both versions.
struct OrderGroup {
    old: FieldPath,
    new: FieldPath,
    /// The edits that moved a block, or changed its number.
    edits: Vec<usize>,
    /// The indices of the blocks that only one version has.
    removed: Vec<usize>,
    added: Vec<usize>,
}

/// The edits that need a row, in the order of their rows.
pub(super) fn groups(difference: &Difference<'_>) -> Vec<Group> {
    let mut groups: IndexMap<Key, Vec<usize>> = IndexMap::new();
    let mut orders: IndexMap<FieldPath, OrderGroup> = IndexMap::new();
    for (index, edit) in difference.edits().iter().enumerate() {
        // Among blocks that moved, one can have its old place.
        let keeps_place = edit.what == EditKind::Moved && edit.old == edit.new;
        let needs_row = |_: &&Row| is_logged(edit.item) && !changes_mark(edit) && !keeps_place;
        let Some(row) = edit.printed(difference).filter(needs_row) else { continue };
        let key = if edit.item == Item::OpinionPeriod {
            Key::Period
        } else if let Some(list) = names_cell::list_of(row) {
            Key::Names(list)
        } else if let Some(list) = add_to_order(&mut orders, index, edit) {
            Key::Order(list)
        } else {
            Key::One(index)
        };
        groups.entry(key).or_default().push(index);
    }
    let mut all = Vec::with_capacity(groups.len());
    for (key, edits) in groups {
        let kind = match key {
            Key::One(_) => GroupKind::One,
            Key::Period => GroupKind::Period,
            Key::Names(list) => {
                let shown = |document| names_cell::shown(document, &list, &names_cell::Style::default());
                if shown(difference.old) == shown(difference.new) {
                    continue;
                }
                GroupKind::Names(list)
            }
            Key::Order(list) => {
                let Some(order) = orders.get(&list).and_then(|group| order(difference, group)) else {
                    all.extend(edits.into_iter().map(|edit| Group { kind: GroupKind::One, edits: Vec::from([edit]) }));
                    continue;
                };
                GroupKind::Order(order)
            }
        };
        all.push(Group { kind, edits });
    }
    all
}

/// Adds an edit to those of its list of blocks. Returns the list if the edit moved a block, or changed its number.
fn add_to_order(orders: &mut IndexMap<FieldPath, OrderGroup>, index: usize, edit: &Edit<'_>) -> Option<FieldPath> {
    let (old, new) = (block(edit.old.as_ref()), block(edit.new.as_ref()));
    let list =
        |own: &Option<(FieldPath, usize)>| own.as_ref().map(|(list, _)| list.clone()).or(edit.other_list.clone());
    let (old_list, new_list) = (list(&old)?, list(&new)?);
    if edit.what == EditKind::Changed || edit.within.is_some() || !is_block_list(&new_list) {
        return None;
    }
    let group = orders.entry(new_list.clone()).or_insert_with(|| OrderGroup {
        old: old_list,
        new: new_list.clone(),
        edits: Vec::new(),
        removed: Vec::new(),
        added: Vec::new(),
    });
    match edit.what {
        EditKind::Moved | EditKind::Renumbered => {
            group.edits.push(index);
            return Some(new_list);
        }
        EditKind::Removed => group.removed.extend(old.map(|(_, own)| own)),
        EditKind::Added => group.added.extend(new.map(|(_, own)| own)),
        EditKind::Changed | EditKind::Split | EditKind::Joined => {}
    }
    None
}

/// The list and the index of the innermost block on a path.
fn block(path: Option<&FieldPath>) -> Option<(FieldPath, usize)> {
    let path = path?;
    let end = path.steps().iter().rposition(|step| matches!(step, PathStep::Index(_)))?;
    match path.steps().get(end)? {
        PathStep::Index(own) => Some((path.first(end), *own)),
        PathStep::Field(_) => None,
    }
}

/// The blocks of a list with other numbers; `None` if one sentence cannot say what changed.
fn order(difference: &Difference<'_>, group: &OrderGroup) -> Option<Order> {
    let OrderGroup { old, new, edits, removed, added } = group;
    let (old_names, new_names) = (block_names(difference.old, old), block_names(difference.new, new));
    let is_clear = |names: &[Option<u32>]| names.iter().flatten().collect::<BTreeSet<_>>().len() == names.len();
    if !is_clear(&old_names) || !is_clear(&new_names) {
        return None;
    }
    let name = |names: &[Option<u32>], index: usize| names.get(index).copied().flatten();
    let (mut moved, mut is_moved) = (Vec::with_capacity(edits.len()), false);
    for edit in edits.iter().filter_map(|index| difference.edits().get(*index)) {
        is_moved |= edit.what == EditKind::Moved;
        let ((_, from), (_, to)) = (block(edit.old.as_ref())?, block(edit.new.as_ref())?);
        moved.push((name(&old_names, from)?, name(&new_names, to)?));
    }
    moved.sort_unstable();
    moved.dedup();
    // If every number is an index, it says where the block is.
    let is_index = |names: &[Option<u32>]| (1..).map(Some).zip(names).all(|(index, name)| index == *name);
    let are_places = is_index(&old_names) && is_index(&new_names);
    if (is_moved && !are_places) || moved.iter().any(|(from, to)| from == to) {
        return None;
    }
    let removed = removed.iter().filter_map(|index| name(&old_names, *index)).collect();
    let added = added.iter().filter_map(|index| name(&new_names, *index)).collect();
    Some(Order { removed, added, moved, is_moved: are_places })
}

type Cells = (String, Answer<Lines>, Answer<Lines>);

/// Writes the cells of the rows. It keeps what several rows look up.
struct Writer<'d> {
    difference: &'d Difference<'d>,
    names: Names,
    styles: Option<Styles>,
    /// Whether the blocks of a list of the old version are in the order of their printed numbers.
    in_order: IndexMap<FieldPath, bool>,
}

impl Writer<'_> {
    /// The name of the item, and what the row quotes.
    fn cells(&mut self, kind: &GroupKind, first: &Edit<'_>) -> Option<Cells> {
        let difference = self.difference;
        let (name, (before, after)) = match kind {
            GroupKind::One => (name(difference, first, &mut self.names)?, self.quotation(first)),
            GroupKind::Period => {
                let style = self.styles().of(first.item, None);
                let period = |document: &Assessment| style.period(&document.procedure.opinion_period);
                (name(difference, first, &mut self.names)?, (period(difference.old), period(difference.new)))
            }
            GroupKind::Names(list) => (name_of_cell(difference, first)?, names(difference, first, list)),
            GroupKind::Order(order) => {
                let name = name_of_list(difference, first, &mut self.names)?;
                let word = BLOCKS.iter().map(|(word, ..)| *word).find(|word| name.ends_with(word))?;
                let sentence = order.sentence(word).parse().ok();
                (name, (None, sentence))
            }
        };
        // An answer of "none" is quoted as one; 「―」 is for a side that says nothing.
        let cell = |lines: Option<Lines>, value: Option<Value<'_>>| {
            let mark = value.and_then(wording::none).unwrap_or(Nothing::Dash);
            lines.map_or(Answer::Nothing(mark), Answer::Given)
        };
        Some((name, cell(before, first.before()), cell(after, first.after())))
    }

    fn styles(&mut self) -> &Styles {
        self.styles.get_or_insert_with(|| Styles::new(self.difference.old))
    }

    /// What the row of an edit quotes: short answers as a whole, of long ones what changed.
    fn quotation(&mut self, edit: &Edit<'_>) -> (Option<Lines>, Option<Lines>) {
        let (before, after) = (edit.before(), edit.after());
        let excerpt = match (before, after) {
            (Some(Value::Given(Given::Lines(old))), Some(Value::Given(Given::Lines(new)))) if !is_heading(edit) => {
                fragment::excerpt(old, new)
            }
            (Some(Value::Given(Given::Boxes(old))), Some(Value::Given(Given::Boxes(new)))) => boxes::excerpt(old, new),
            (_, _) => None,
        };
        if let Some((before, after)) = excerpt {
            return (Some(before), Some(after));
        }
        let (old, new) = quotes(edit);
        if edit.what == EditKind::Removed {
            let place = self.place(edit);
            return (old.and_then(|words| place.map_or(Some(words.clone()), |place| place.after(words))), new);
        }
        let is_date = |value: Option<Value<'_>>| matches!(value, Some(Value::Given(Given::Date(_))));
        if !is_date(before) && !is_date(after) {
            return (old, new);
        }
        let style = self.styles().of(edit.item, edit.old.as_ref());
        let date = |value: Option<Value<'_>>, words: Option<Lines>| match value {
            Some(Value::Given(Given::Date(date))) => style.shown(date),
            Some(_) | None => words,
        };
        (date(before, old), date(after, new))
    }

    /// Where a removed block was; `None` if its number says it.
    fn place(&mut self, edit: &Edit<'_>) -> Option<Place> {
        let (list, index) = block(edit.old.as_ref())?;
        let blocks = at(self.difference.old, list.steps()).and_then(Child::list)?;
        let number = |index| blocks.get(index).and_then(printed_number);
        let is_in_order = || (1..blocks.len()).all(|next| number(next - 1) < number(next)) && number(0).is_some();
        // Other lists have no numbers.
        let printed = is_block_list(&list).then(|| PrintedNumber(number(index)));
        let is_in_order = *self.in_order.entry(list).or_insert_with(is_in_order);
        (!is_in_order).then_some(Place { index, number: printed })
    }
}

/// Whether an edit changes the heading of a group of record items.
fn is_heading(edit: &Edit<'_>) -> bool {
    let path = edit.new.as_ref().or(edit.old.as_ref());
    matches!(path.and_then(|path| path.steps().last()), Some(PathStep::Field(name)) if *name == RecordItemGroup::heading.name())
        && edit.item == Item::RecordItems
}

/// The names of a list before and after.
fn names(difference: &Difference<'_>, edit: &Edit<'_>, list: &FieldPath) -> (Option<Lines>, Option<Lines>) {
    let addresses = Addresses::new(difference.old);
    let rows = difference.old.changes.iter().enumerate();
    let about = rows.filter(|(row, _)| addresses.of(*row).items.iter().any(|one| one.item == edit.item));
    let cells: Vec<&Lines> =
        about.flat_map(|(_, change)| [&change.before, &change.after]).filter_map(Answer::given).collect();
    let style = names_cell::Style::of_rows(cells.into_iter());
    let shown = |document| names_cell::shown(document, list, &style);
    let (before, after) = (shown(difference.old), shown(difference.new));
    match before.as_ref().zip(after.as_ref()).and_then(|(before, after)| fragment::excerpt(before, after)) {
        Some((before, after)) => (Some(before), Some(after)),
        None => (before, after),
    }
}

/// What the row of an edit quotes as old and new: the answers, or the index or the number of a part.
pub(super) fn quotes(edit: &Edit<'_>) -> (Option<Lines>, Option<Lines>) {
    let (before, after) = (edit.before_in_words(), edit.after_in_words());
    match edit.what {
        EditKind::Moved => (place(edit.old.as_ref()), place(edit.new.as_ref())),
        EditKind::Split | EditKind::Joined => parted(edit, before, after).unzip(),
        // In these words it cannot be mistaken for a quotation of the name.
        EditKind::Renumbered => (
            before.and_then(|number| format!("番号{number}").parse().ok()),
            after.and_then(|number| format!("番号{number}に変更").parse().ok()),
        ),
        EditKind::Changed if is_heading(edit) => match edit.sides {
            Sides::Answers(old, new) => (wording::heading(old), wording::heading(new)),
            Sides::Parts(..) => (before, after),
        },
        EditKind::Changed | EditKind::Added | EditKind::Removed => (before, after),
    }
}

/// What the row of a section that was split or joined quotes.
fn parted(edit: &Edit<'_>, before: Option<Lines>, after: Option<Lines>) -> Option<(Lines, Lines)> {
    let (before, after) = (before?, after?);
    match edit.old.as_ref()?.steps().last()? {
        PathStep::Index(index) if edit.what == EditKind::Joined => block_change::joined(&before, *index, &after),
        PathStep::Index(_) | PathStep::Field(_) => block_change::split(&before, &after),
    }
}

/// 「3番目」: the index of a part in its list, counted from 1.
fn place(path: Option<&FieldPath>) -> Option<Lines> {
    match path?.steps().last()? {
        PathStep::Index(index) => format!("{}番目", index + 1).parse().ok(),
        PathStep::Field(_) => None,
    }
}

/// The proposal for 提出時期, and its reason.
pub(super) fn timing(kind: AssessmentKind, weight: &Weight) -> (SubmissionTiming, String) {
    match weight {
        Weight::Material => (SubmissionTiming::Before, "重要な変更の対象である記載項目（※）の変更".into()),
        Weight::Ordinary if kind == AssessmentKind::BasicItem => {
            (SubmissionTiming::After, "基礎項目評価書には重要な変更の対象である記載項目がない".into())
        }
        Weight::Ordinary => (SubmissionTiming::After, "その他の項目の変更であり、事前の提出が義務付けられない".into()),
        Weight::Formal(proof) => {
            let proof = match proof {
                Proof::Renumbering(_) => "法令の条項番号の変更",
                Proof::Width | Proof::Notation | Proof::Order | Proof::Number | Proof::EmptyMark => &proof.to_string(),
            };
            (SubmissionTiming::After, format!("形式的な変更（{proof}）"))
        }
    }
}
