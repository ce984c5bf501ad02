//! What a row of the change table says, and how: written from edits, read from a row, compared with a version, and undone.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::address::Addresses;
use super::cell::{self, DateStyle, NameStyle, NamesCell};
use super::difference::Difference;
use super::edit::{Edit, EditKind, HEADING, Sides, heading_in_words, in_words, none};
use super::name::{block_names, is_block_list};
use super::quote::{self, NotUndone, Says, has_word, is_fragment, put_back, says};
use super::weight::changes_mark;
use crate::assessment::log::{in_time, is_newest_first};
use crate::assessment::procedure::Change;
use crate::assessment::{Assessment, RecordItemGroup};
use crate::catalogue::named::BLOCKS;
use crate::catalogue::{Child, FieldPath, Item, PathStep, at, entry_at, entry_at_mut, printed_number, row};
use crate::value::answer::{Answer, Given, Lines, Value};
use crate::value::kind::Form;
use crate::value::text::Nothing;

/// What a row of the change table is about.
pub(super) enum Phrase {
    /// An answer: as a whole, or its lines or boxes that changed.
    Answer,
    /// A period: its days and its length.
    Period,
    /// A list of names in one cell.
    Names(NamesCell),
    /// Blocks of a list that have other numbers. It is only written.
    Order(Order),
    /// A block that was added, removed, moved, renumbered, split or joined, or the heading of one. It is only written: nothing
    /// reads its words again.
    Block,
}

/// What the rows of one table look up. It is read once, if a row needs it.
pub(super) struct Lookup<'d> {
    old: &'d Assessment,
    styles: Option<Styles>,
    /// Whether the blocks of a list of the old version are in the order of their printed numbers.
    in_order: IndexMap<FieldPath, bool>,
}

impl<'d> Lookup<'d> {
    pub(super) fn new(difference: &Difference<'d>) -> Self {
        Self { old: difference.old, styles: None, in_order: IndexMap::new() }
    }

    fn styles(&mut self) -> &Styles {
        self.styles.get_or_insert_with(|| Styles::of(self.old))
    }

    /// Where a removed block was: 「（2番目の番号3の欄）」. `None` if its number says it.
    fn place(&mut self, path: &FieldPath) -> Option<String> {
        let (list, index) = block(Some(path))?;
        let blocks = at(self.old, list.steps()).and_then(Child::list)?;
        let number = |index| blocks.get(index).and_then(printed_number);
        let is_in_order = || number(0).is_some() && (1..blocks.len()).all(|next| number(next - 1) < number(next));
        let has_numbers = is_block_list(&list);
        if *self.in_order.entry(list).or_insert_with(is_in_order) {
            return None;
        }
        let number = match number(index) {
            _ if !has_numbers => String::new(),
            Some(number) => format!("番号{number}の"),
            None => "番号のない".into(),
        };
        Some(format!("（{}番目の{number}欄）", index + 1))
    }
}

/// How the last rows of a change table are written.
#[derive(Default)]
struct Styles {
    /// The style of the last date of an item, and of an item at a path.
    dates: IndexMap<(Item, Option<FieldPath>), DateStyle>,
    last_date: DateStyle,
    names: IndexMap<Item, NameStyle>,
}

impl Styles {
    fn of(document: &Assessment) -> Self {
        let changes = &document.changes;
        let addresses = Addresses::new(document);
        let mut styles = Self::default();
        for row in in_time(changes, is_newest_first(changes)) {
            let Some(change) = changes.get(row) else { continue };
            let (date, names) = (DateStyle::of_row(change), NameStyle::of_row(change));
            if date.is_none() && names.is_none() {
                continue;
            }
            for one in addresses.of(row).items {
                styles.names.extend(names.clone().map(|style| (one.item, style)));
                styles.dates.extend(date.clone().map(|style| ((one.item, one.path), style)));
            }
            styles.last_date = date.unwrap_or(styles.last_date);
        }
        styles
    }

    /// The style of the last row about this item, or else of the last row that quotes a date.
    fn date(&self, item: Item, path: Option<&FieldPath>) -> DateStyle {
        let own = self.dates.get(&(item, path.cloned())).or_else(|| self.dates.get(&(item, None)));
        own.cloned().unwrap_or_else(|| self.last_date.clone().for_item(item))
    }
}

impl Phrase {
    /// The cells 変更前 and 変更後. `edit` is the first edit of the row.
    pub(super) fn cells(
        &self,
        difference: &Difference<'_>,
        edit: &Edit<'_>,
        lookup: &mut Lookup<'_>,
    ) -> [Answer<Lines>; 2] {
        let versions = [difference.old, difference.new];
        let cells = match self {
            Self::Answer => answer(edit, lookup),
            Self::Period => {
                let style = lookup.styles().date(edit.item, None);
                versions.map(|version| style.period(&version.procedure.opinion_period))
            }
            Self::Names(cell) => {
                let style = lookup.styles().names.get(&edit.item).cloned().unwrap_or_default();
                let cells = versions.map(|version| cell.shown(version, &style));
                match &cells {
                    [Some(before), Some(after)] => quote::excerpt(before, after).map_or(cells, some),
                    [..] => cells,
                }
            }
            Self::Order(order) => [None, order.sentence(edit.item).and_then(|text| text.parse().ok())],
            Self::Block => whole_block(edit, lookup),
        };
        // An answer of "none" is quoted as one; 「―」 is for a side that says nothing.
        let mark = |value: Option<Value<'_>>| value.and_then(none).unwrap_or(Nothing::Dash);
        let [before, after] = cells;
        [(before, edit.before()), (after, edit.after())]
            .map(|(lines, value)| lines.map_or_else(|| Answer::Nothing(mark(value)), Answer::Given))
    }

    /// What the row of an edit says that has a row of its own.
    fn of(edit: &Edit<'_>) -> Self {
        let is_heading = edit.item == Item::RecordItems
            && edit.new.as_ref().and_then(|path| path.steps().last())
                == Some(&PathStep::Field(RecordItemGroup::heading.name()));
        if edit.what == EditKind::Changed && !is_heading { Self::Answer } else { Self::Block }
    }

    /// What a row says of what is at a path.
    pub(super) fn read(form: Form, change: &Change, item: Item, path: &FieldPath) -> Self {
        let names = row(form.kind(), form.edition(), item).and_then(NamesCell::of);
        if let Some(cell) = names.filter(|cell| cell.path() == *path) {
            return Self::Names(cell);
        }
        let is_block = matches!(path.steps().last(), Some(PathStep::Index(_))) || is_block_list(path);
        if is_block || is_about_block(change) {
            return Self::Block;
        }
        if item == Item::OpinionPeriod { Self::Period } else { Self::Answer }
    }

    /// Whether a version says what a cell quotes.
    pub(super) fn holds(&self, version: &Assessment, (item, path): (Item, &FieldPath), cell: &Answer<Lines>) -> Says {
        let says_it = |is_same: bool| if is_same { Says::Same } else { Says::Other };
        let cell = &self.unlabeled(cell, item);
        match self {
            Self::Order(_) | Self::Block => Says::Nothing,
            Self::Names(_) if says(cell, None) == Says::Nothing => Says::Nothing,
            Self::Names(names) => says_it(names.holds(version, cell)),
            Self::Period => cell::is_period(&version.procedure.opinion_period, cell).map_or(Says::Nothing, says_it),
            Self::Answer => {
                let Some(entry) = entry_at(version, path) else { return Says::Nothing };
                if let Value::Given(Given::Boxes(group)) = entry.value() {
                    if let Some(has_boxes) = cell::has_boxes(group, cell) {
                        return says_it(has_boxes);
                    }
                }
                let words = in_words(entry);
                let word = || words.as_ref().is_some_and(|words| has_word(words, cell));
                let found = says(cell, words.as_ref());
                if found == Says::Other && word() { Says::Same } else { found }
            }
        }
    }

    /// A cell without the number and the label of its item before the quotation: 「②所属長　松戸　太郎」. The names of a list have none.
    fn unlabeled(&self, cell: &Answer<Lines>, item: Item) -> Answer<Lines> {
        let unlabeled = if matches!(self, Self::Names(_)) { None } else { quote::unlabeled(cell, item) };
        unlabeled.map_or_else(|| cell.clone(), Answer::Given)
    }

    /// Makes a version say what a row quotes before the change.
    pub(super) fn undo(
        &self,
        made: &mut Assessment,
        (item, path): (Item, &FieldPath),
        cells: [&Answer<Lines>; 2],
    ) -> Result<(), NotUndone> {
        let [before, after] = &cells.map(|cell| self.unlabeled(cell, item));
        let is_current = |is: bool| if is { Ok(()) } else { Err(NotUndone::NotCurrentText) };
        match self {
            Self::Order(_) | Self::Block => Err(NotUndone::AboutBlock),
            Self::Names(_) if !is_fragment(before, after) => Err(NotUndone::NotQuoted),
            Self::Names(names) => is_current(names.put_back(made, before, after).ok_or(NotUndone::Unreadable)?),
            Self::Period => {
                let own = &mut made.procedure.opinion_period;
                is_current(cell::is_period(own, after).ok_or(NotUndone::NotQuoted)?)?;
                *own = cell::read_period(before).ok_or(NotUndone::NotQuoted)?;
                Ok(())
            }
            Self::Answer => {
                let entry = entry_at_mut(made, path).ok_or(NotUndone::NotAddressed)?;
                match cell::put_boxes_back(entry, before, after) {
                    Some(is) => is_current(is),
                    None => put_back(entry, before, after),
                }
            }
        }
    }
}

fn some((before, after): (Lines, Lines)) -> [Option<Lines>; 2] {
    [Some(before), Some(after)]
}

/// What the row of a changed answer quotes: a short one as a whole, of a long one what changed.
fn answer(edit: &Edit<'_>, lookup: &mut Lookup<'_>) -> [Option<Lines>; 2] {
    let values = [edit.before(), edit.after()];
    let excerpt = match values {
        [Some(Value::Given(Given::Lines(old))), Some(Value::Given(Given::Lines(new)))] => quote::excerpt(old, new),
        [Some(Value::Given(Given::Boxes(old))), Some(Value::Given(Given::Boxes(new)))] => cell::changed_boxes(old, new),
        [..] => None,
    };
    if let Some(cells) = excerpt {
        return some(cells);
    }
    let words = [edit.before_in_words(), edit.after_in_words()];
    if !values.iter().flatten().any(|value| matches!(value, Value::Given(Given::Date(_)))) {
        return words;
    }
    let style = lookup.styles().date(edit.item, edit.old.as_ref());
    let [before, after] = words;
    [(values[0], before), (values[1], after)].map(|(value, words)| match value {
        Some(Value::Given(Given::Date(date))) => style.shown(date),
        Some(_) | None => words,
    })
}

/// The last line after the change of a section that was split from another.
const SPLIT: &str = "（左記の欄から分割）";

/// The last line after the change of a section that was joined with another.
const JOINED: &str = "（この欄に統合）";

/// What the row of a whole block quotes: the block, its index or its number.
fn whole_block(edit: &Edit<'_>, lookup: &mut Lookup<'_>) -> [Option<Lines>; 2] {
    let [before, after] = [edit.before_in_words(), edit.after_in_words()];
    let index = |path: Option<&FieldPath>| block(path).map(|(_, index)| index + 1);
    let with = |words: Option<Lines>, line: Option<String>| words.and_then(|words| with_line(words, line));
    match (edit.what, edit.sides) {
        (EditKind::Removed, _) => {
            let place = edit.old.as_ref().and_then(|path| lookup.place(path));
            [with(before, place), after]
        }
        (EditKind::Moved, _) => {
            [&edit.old, &edit.new].map(|path| format!("{}番目", index(path.as_ref())?).parse().ok())
        }
        (EditKind::Renumbered, _) => {
            let number = |number: Option<Lines>, end: &str| format!("番号{}{end}", number?).parse().ok();
            [number(before, ""), number(after, "に変更")]
        }
        (EditKind::Split, _) => [before, with(after, Some(SPLIT.into()))],
        (EditKind::Joined, _) => {
            let place = index(edit.old.as_ref()).map(|index| format!("（{index}番目の欄）"));
            [with(before, place), with(after, Some(JOINED.into()))]
        }
        (EditKind::Changed, Sides::Answers(old, new)) => [heading_in_words(old), heading_in_words(new)],
        (EditKind::Added, _) | (EditKind::Changed, Sides::Parts(..)) => [before, after],
    }
}

fn with_line(words: Lines, line: Option<String>) -> Option<Lines> {
    let mut lines = words.into_vec();
    lines.extend(line.and_then(|line| line.parse().ok()));
    Lines::new(lines)
}

/// Whether a row quotes a whole block, its heading or its index, or says that it was split or joined, as [`whole_block`] does.
fn is_about_block(change: &Change) -> bool {
    let cells = [&change.before, &change.after];
    let heading = |cell: &&Answer<Lines>| cell.given()?.iter().next()?.0.map(ToString::to_string);
    let index = |cell: &Answer<Lines>| cell.given()?.to_string().strip_suffix("番目")?.parse::<usize>().ok();
    let last = || change.after.given()?.texts().last().map(AsRef::<str>::as_ref);
    let is_alone = cells.iter().any(|cell| matches!(cell, Answer::Nothing(_)));
    let is_label = |label: String| label == HEADING || (is_alone && Item::ALL.iter().any(|item| item.label() == label));
    cells.iter().filter_map(heading).any(is_label)
        || cells.into_iter().all(|cell| index(cell).is_some())
        || last().is_some_and(|last| [SPLIT, JOINED].contains(&last))
}

/// The edits that one row logs, because the form prints them in one cell.
pub(super) struct Group {
    pub(super) phrase: Phrase,
    /// The indices of the edits.
    pub(super) edits: Vec<usize>,
}

/// Whether an edit of this item needs a row in the change table. Edits of the table itself and of the day of publication do not.
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

/// What the edits are grouped by.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    One(usize),
    Period,
    Names(NamesCell),
    /// A list of blocks, by its path in the new version.
    Order(FieldPath),
}

/// The edits that need a row, in the order of their rows.
pub(super) fn groups(difference: &Difference<'_>) -> Vec<Group> {
    let mut groups: IndexMap<Key, Vec<usize>> = IndexMap::new();
    let mut blocks: IndexMap<FieldPath, Vec<&Edit<'_>>> = IndexMap::new();
    for (index, edit) in difference.edits().iter().enumerate() {
        // Among blocks that moved, one can have its old place.
        let keeps_place = edit.what == EditKind::Moved && edit.old == edit.new;
        let needs_row = !keeps_place && is_logged(edit.item) && !changes_mark(edit);
        let Some(row) = edit.printed(difference).filter(|_| needs_row) else { continue };
        let key = if edit.item == Item::OpinionPeriod {
            Key::Period
        } else if let Some(cell) = NamesCell::of(row) {
            Key::Names(cell)
        } else if let Some([_, list]) = lists_of(edit) {
            blocks.entry(list.clone()).or_default().push(edit);
            let is_order = matches!(edit.what, EditKind::Moved | EditKind::Renumbered);
            if is_order { Key::Order(list) } else { Key::One(index) }
        } else {
            Key::One(index)
        };
        groups.entry(key).or_default().push(index);
    }
    let mut all = Vec::with_capacity(groups.len());
    for (key, edits) in groups {
        let phrase = match &key {
            Key::One(_) => None,
            Key::Period => Some(Phrase::Period),
            Key::Names(cell) => Some(Phrase::Names(*cell)),
            Key::Order(list) => blocks.get(list).and_then(|edits| Order::of(difference, edits)).map(Phrase::Order),
        };
        match phrase {
            Some(phrase) => all.push(Group { phrase, edits }),
            None => all.extend(edits.into_iter().filter_map(|index| {
                let phrase = Phrase::of(difference.edits().get(index)?);
                Some(Group { phrase, edits: Vec::from([index]) })
            })),
        }
    }
    all
}

/// The innermost list around an edit of a block, in both versions.
fn lists_of(edit: &Edit<'_>) -> Option<[FieldPath; 2]> {
    let list = |path: Option<&FieldPath>| block(path).map(|(list, _)| list).or_else(|| edit.other_list.clone());
    let lists = [list(edit.old.as_ref())?, list(edit.new.as_ref())?];
    (edit.what != EditKind::Changed && is_block_list(&lists[1])).then_some(lists)
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

/// Blocks of one list whose numbers changed: 「提供先1、4の削除に伴い、提供先2を1に、3を2に、5、6、7を3、4、5に移動する。」
#[derive(Default)]
pub(super) struct Order {
    removed: Vec<u32>,
    added: Vec<u32>,
    /// The old and the new number of each block.
    moved: Vec<(u32, u32)>,
    /// Whether the blocks moved too, and not only their numbers changed.
    is_moved: bool,
}

/// The fewest blocks that are named together.
const FEWEST: usize = 3;

impl Order {
    /// The blocks of a list with other numbers; `None` if one sentence cannot say what changed.
    fn of(difference: &Difference<'_>, edits: &[&Edit<'_>]) -> Option<Self> {
        let [old_list, new_list] = lists_of(edits.first()?)?;
        let (old, new) = (block_names(difference.old, &old_list), block_names(difference.new, &new_list));
        let is_clear = |names: &[Option<u32>]| names.iter().flatten().collect::<BTreeSet<_>>().len() == names.len();
        // If every number is an index, it says where the block is.
        let is_index = |names: &[Option<u32>]| (1..).map(Some).zip(names).all(|(index, name)| index == *name);
        let mut order = Self { is_moved: is_index(&old) && is_index(&new), ..Self::default() };
        let name = |names: &[Option<u32>], path: Option<&FieldPath>| names.get(block(path)?.1).copied().flatten();
        for edit in edits {
            let (from, to) = (name(&old, edit.old.as_ref()), name(&new, edit.new.as_ref()));
            match edit.what {
                EditKind::Removed => order.removed.extend(from),
                EditKind::Added => order.added.extend(to),
                EditKind::Moved if !order.is_moved => return None,
                EditKind::Moved | EditKind::Renumbered => order.moved.push((from?, to?)),
                EditKind::Changed | EditKind::Split | EditKind::Joined => {}
            }
        }
        order.moved.sort_unstable();
        order.moved.dedup();
        let is_other = order.moved.iter().all(|(from, to)| from != to);
        (is_clear(&old) && is_clear(&new) && is_other).then_some(order)
    }

    /// The sentence, as 江戸川区 wrote it. Neighbors that stay neighbors are named together.
    fn sentence(&self, item: Item) -> Option<String> {
        let (word, ..) = BLOCKS.iter().find(|(.., own)| *own == item)?;
        let Self { removed, added, moved, is_moved } = self;
        let numbers = |numbers: &[u32]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
        let causes: Vec<String> = [(removed, "削除"), (added, "追加")]
            .into_iter()
            .filter(|(blocks, _)| !blocks.is_empty())
            .map(|(blocks, what)| format!("{word}{}の{what}", numbers(blocks)))
            .collect();
        let cause = if causes.is_empty() { "" } else { "に伴い、" };
        let runs = moved.chunk_by(|a, b| (a.0.checked_add(1), a.1.checked_add(1)) == (Some(b.0), Some(b.1)));
        let parts: Vec<String> = runs
            .flat_map(|run| run.chunks(if run.len() < FEWEST { 1 } else { run.len() }))
            .map(|part| {
                let (from, to): (Vec<u32>, Vec<u32>) = part.iter().copied().unzip();
                format!("{}を{}に", numbers(&from), numbers(&to))
            })
            .collect();
        let end = if *is_moved { "移動する。" } else { "変更する。" };
        Some(format!("{}{cause}{word}{}{end}", causes.join("及び"), parts.join("、")))
    }
}
