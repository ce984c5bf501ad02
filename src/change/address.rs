//! What the rows of the change table are about: reads their column 項目.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use indexmap::IndexMap;

use super::cell::NamesCell;
use super::edit::in_words;
use super::name::{NUMBERED, Sections, block_names, depends_on, is_one_section, labeled};
use super::quote::{Says, lines_back, says};
use crate::assessment::procedure::Change;
use crate::assessment::provision::ProvisionSection;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::named::{BLOCKS, BlockKind, Named};
use crate::catalogue::{Child, FieldPath, Item, PathStep, Role, Row, at, entry_at, named_items, without_marks};
use crate::value::answer::{AnswerKind, Lines, Tick};
use crate::value::code_list::code_list;
use crate::value::kind::Form;
use crate::value::names::same_name;
use crate::value::number::is_circled;
use crate::value::object::object;
use crate::value::width::fold;

code_list! {
    /// How much a row of the change table is about.
    pub enum AddressKind ("address kind", "変更箇所の範囲") {
        /// One item, or one part.
        One = "one", "一つの項目";
        /// Several items.
        Several = "several", "複数の項目";
        /// All items of a section.
        Section = "section", "欄全体";
        /// The row does not show it.
        None = "none", "不明";
    }
}

/// What a row of the change table is about (変更箇所の項目), as [`check_table`](super::check_table()) reads it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// How much of the document it covers.
    pub kind: AddressKind,
    /// The items, in the order of the row and of the form.
    pub items: Vec<Addressed>,
}

/// An item that a row of the change table is about (変更箇所の項目).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    /// The item; for a part, the item that identifies such parts.
    pub item: Item,
    /// The path of the answer or the part in this version of the document; `None` if it is not there, or if several
    /// would fit.
    pub path: Option<FieldPath>,
}

impl Address {
    pub(super) const fn none() -> Self {
        Self { kind: AddressKind::None, items: Vec::new() }
    }

    /// The answer, the list or the block that the row is about, if it is one that the document has.
    pub(super) fn single(&self) -> Option<(Item, &FieldPath)> {
        match (self.kind, self.items.as_slice()) {
            (AddressKind::One, [Addressed { item, path: Some(path) }]) => Some((*item, path)),
            (AddressKind::One | AddressKind::Several | AddressKind::Section | AddressKind::None, _) => None,
        }
    }
}

object! {
    /// Written as `{"kind", "kind_label", "items"}`.
    Address, "Address", |own| { let Self { kind, items } = own; }
    { kind: kind => kind.label(), items: items }
}

object! {
    /// Written as `{"item", "label", "path"}`.
    Addressed, "Addressed", |own| { let Self { item, path } = own; }
    { item: item, label: item.label(), path: path }
}

/// Prints how much it includes, and the labels of the items (変更箇所の項目): 「複数の項目: 委託先名、再委託の有無」.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels: Vec<String> = self.items.iter().map(|one| one.item.label().to_string()).collect();
        write!(f, "{}: {}", self.kind.label(), labels.join("、"))
    }
}

/// What each row is about (変更箇所の項目), read from its column 項目. A row that continues another is about the same items.
///
/// The number and the label of the form identify the item. The printed number of a block and the name of a file identify the
/// block. If a choice and the text beside it both fit, or several items do, the quotation decides: the item that says it is
/// meant. A name that fits no item of the form gives [`AddressKind::None`]; nothing is guessed.
pub(crate) fn addresses(document: &Assessment) -> impl Iterator<Item = Address> {
    let addresses = Addresses::new(document);
    (0..document.changes.len()).map(move |row| addresses.of(row))
}

/// Reads the addresses of a document's rows. It keeps what every row looks up.
pub(crate) struct Addresses<'a> {
    document: &'a Assessment,
    places: Places,
    /// The column 項目 of each row, or of the row that it continues.
    items: Vec<Option<&'a Lines>>,
}

impl<'a> Addresses<'a> {
    pub(crate) fn new(document: &'a Assessment) -> Self {
        let mut items = Vec::with_capacity(document.changes.len());
        for change in &document.changes {
            let own =
                if change.continues == Tick::Ticked { items.last().copied().flatten() } else { change.items.given() };
            items.push(own);
        }
        Self { document, places: Places::new(document), items }
    }

    pub(crate) fn of(&self, row: usize) -> Address {
        let items = self.items.get(row).copied().flatten();
        let Some((change, items)) = self.document.changes.get(row).zip(items) else { return Address::none() };
        let (mut all, mut kinds) = (Vec::<Addressed>::new(), Vec::new());
        for name in named_items(items) {
            let (kind, found) = self.named(&name, change);
            kinds.push(kind);
            for one in found {
                // A row can name an item twice: by its section, and by its own name.
                let same = all.iter_mut().find(|other| {
                    other.item == one.item && (other.path == one.path || other.path.is_none() || one.path.is_none())
                });
                match same {
                    Some(other) => other.path = other.path.take().or(one.path),
                    None => all.push(one),
                }
            }
        }
        // If one of several names is not understood, the row counts as not understood.
        let kind = match (kinds.as_slice(), all.as_slice()) {
            (kinds, _) if kinds.contains(&AddressKind::None) => return Address::none(),
            (_, []) => return Address::none(),
            ([one], _) => *one,
            (_, [_]) => AddressKind::One,
            (_, _) => AddressKind::Several,
        };
        Address { kind, items: all }
    }

    fn named(&self, name: &str, change: &Change) -> (AddressKind, Vec<Addressed>) {
        let name = without_marks(name);
        let (text, section) = self.places.cut(self.document.form, name);
        let by_place = by_place(&text);
        let name = &self.places.name(by_place.as_ref().unwrap_or(&text), section, by_place.is_some());
        let named = &name.named;
        if let Some(list) = list(name, change) {
            return (AddressKind::One, Vec::from([list]));
        }
        // If no row has a number, it may be a slip, and is ignored.
        let tries = [(true, true), (false, true), (true, false), (false, false)];
        let mut tries = tries
            .map(|(circled, section)| (named.rows(self.document.form, circled, section), circled && section))
            .into_iter();
        let (rows, is_exact) = tries.find(|(rows, _)| !rows.is_empty()).unwrap_or_default();
        let quote = Quote::of(change);
        let (kind, rows) = match labeled(named, &rows) {
            Some(labeled) => (AddressKind::Several, quote.choose(labeled, &rows)),
            None if !named.circles.is_empty() && named.annex.is_none() => {
                let is_circled = |row: &&&Row| named.circles.iter().any(|circle| row.number.ends_with(*circle));
                let circled: Vec<&Row> = rows.iter().filter(is_circled).copied().collect();
                if circled.is_empty() {
                    (AddressKind::Section, rows)
                } else if named.circles.len() > 1 {
                    (AddressKind::Several, circled)
                } else {
                    let heads = circled.iter().copied().filter(|row| depends_on(row).is_none()).collect();
                    (AddressKind::Several, quote.choose(heads, &circled))
                }
            }
            None => match named.block {
                Some((kind, Some(number))) => {
                    let Some(first) = rows.first() else { return (AddressKind::None, Vec::new()) };
                    let path = (!quote.is_removal).then(|| self.block(kind, number, name)).flatten();
                    let path = path.map(|block| self.name_of_block(block, first.item, change));
                    return (AddressKind::One, Vec::from([Addressed { item: first.item, path }]));
                }
                // Without a label, all numbers must fit, and belong to one section.
                Some(_) | None if is_exact && named.has_number() && is_one_section(&rows) => {
                    match quote.circled(&rows) {
                        Some(circled) => (AddressKind::Several, circled),
                        None => (AddressKind::Section, rows),
                    }
                }
                Some(_) | None => return (AddressKind::None, Vec::new()),
            },
        };
        let rows = if named.circles.len() > 1 { rows } else { self.quoted(rows, name, change) };
        let kind = match rows.as_slice() {
            [] => AddressKind::None,
            [_] => AddressKind::One,
            [..] => kind,
        };
        let path = |row: &Row| if kind == AddressKind::Section { None } else { self.place(row, name, change) };
        (kind, rows.iter().map(|row| Addressed { item: row.item, path: path(row) }).collect())
    }

    /// The block with this number.
    fn block(&self, kind: BlockKind, number: u32, name: &Name<'_>) -> Option<FieldPath> {
        let list = blocks_of(kind, name)?;
        let index = if name.is_by_place {
            usize::try_from(number).ok()?.checked_sub(1)?
        } else {
            (*self.places.blocks.get(&(list.clone(), number))?)?
        };
        let block = list.with(PathStep::Index(index));
        at(self.document, block.steps()).map(|_| block)
    }

    /// The field of the item that names the block, if the row quotes it: 「委託事項1」 is the label of both.
    fn name_of_block(&self, block: FieldPath, item: Item, change: &Change) -> FieldPath {
        let Some(part) = at(self.document, block.steps()).and_then(Child::part) else { return block };
        let Some(row) = part.rows().iter().find(|row| row.asks == Some((Role::Answer, item))) else { return block };
        let name = block.clone().with(PathStep::Field(row.name));
        let current = entry_at(self.document, &name).and_then(in_words);
        if says(&change.after, current.as_ref()) == Says::Same { name } else { block }
    }

    /// The only one of several rows whose answer is what the change left; if there is no such row, all of them.
    fn quoted(&self, rows: Vec<&'static Row>, name: &Name<'_>, change: &Change) -> Vec<&'static Row> {
        if rows.len() < 2 || change.after.given().is_none() {
            return rows;
        }
        let is_quoted = |row: &&&Row| {
            let path = self.place(row, name, change);
            let current = path.and_then(|path| in_words(entry_at(self.document, &path)?));
            says(&change.after, current.as_ref()) == Says::Same
        };
        let mut found = rows.iter().filter(is_quoted);
        match (found.next(), found.next()) {
            (Some(one), None) => Vec::from([*one]),
            (_, _) => rows,
        }
    }

    /// The path of an item: if several fit, the only one that says what the change left.
    fn place(&self, row: &Row, name: &Name<'_>, change: &Change) -> Option<FieldPath> {
        if let Some(cell) = NamesCell::of(row) {
            return Some(cell.path());
        }
        let block = match name.named.block {
            Some((kind, Some(number))) => Some(self.block(kind, number, name)?),
            Some((_, None)) | None => None,
        };
        let found = self.places.answers(row, name, block)?;
        if let [only] = found.as_slice() {
            return Some((*only).clone());
        }
        let after = change.after.given().filter(|_| found.len() <= MOST)?;
        let current = |path: &FieldPath| entry_at(self.document, path).and_then(in_words);
        let says_all = |path: &FieldPath| current(path).is_some_and(|current| current == *after);
        let says_part = |path: &FieldPath| {
            let lines = current(path).map(Lines::into_vec).unwrap_or_default();
            lines_back(&lines, &change.before, &change.after).is_some()
        };
        for is_said in [&says_all as &dyn Fn(&FieldPath) -> bool, &says_part] {
            let mut said = found.iter().filter(|path| is_said(path));
            match (said.next(), said.next()) {
                (Some(path), None) => return Some((*path).clone()),
                (Some(_), Some(_)) => return None,
                (None, _) => {}
            }
        }
        None
    }
}

/// The list of blocks that a row is about: 「５．特定個人情報の提供・移転　提供先」, if it quotes a sentence about 「提供先1」.
fn list(name: &Name<'_>, change: &Change) -> Option<Addressed> {
    let (word, kind, item) = BLOCKS.iter().find(|(word, ..)| name.named.key.ends_with(word))?;
    let is_sentence = change.after.given()?.to_string().starts_with(word);
    is_sentence.then(|| Addressed { item: *item, path: blocks_of(*kind, name) })
}

/// The answers and the blocks of a document.
struct Places {
    /// The answers that the form prints. Only the first few of a place are kept, and one more, which shows that there are too many.
    answers: IndexMap<Place, Vec<FieldPath>>,
    /// The index of each block, by its list and number; `None` if several have the number.
    blocks: IndexMap<(FieldPath, u32), Option<usize>>,
    /// The sections of the files and of the risks, and the groups of record items.
    sections: [Sections; 3],
}

/// Where an item is looked for: in an entry of one of these lists, in any entry, in none, or in a block.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Place {
    Section(Item, &'static str, usize),
    AnySection(Item, &'static str),
    Elsewhere(Item),
    Block(Item, FieldPath),
}

/// The most paths that are compared: a row that names no block can quote one of so many answers.
const MOST: usize = 64;

/// A name of the column 項目, and the entry that it is in of each list of [`Places::sections`].
struct Name<'n> {
    named: Named<'n>,
    sections: [Option<usize>; 3],
    /// Whether the number of the block is its place in the list, and not its printed number.
    is_by_place: bool,
}

/// The name with the place of a block as its number: 「移転先（2番目）-①」 as 「移転先2-①」.
fn by_place(name: &str) -> Option<String> {
    BLOCKS.iter().find_map(|(word, ..)| {
        let (before, rest) = name.split_once(&format!("{word}（"))?;
        let (place, after) = rest.split_once("番目）")?;
        Some(format!("{before}{word}{}{after}", place.parse::<u32>().ok()?))
    })
}

impl Places {
    fn new(document: &Assessment) -> Self {
        let mut places = Self { answers: IndexMap::new(), blocks: IndexMap::new(), sections: Sections::of(document) };
        document.walk(|field| {
            if field.role == Role::Answer && field.row.is_some() {
                places.add(field.item, &field.path.to_owned());
            }
        });
        let root = FieldPath::root();
        let mut lists = Vec::from([root.at(Assessment::systems).untyped()]);
        for section in (0..document.file_sections.len()).map(FieldPath::section) {
            lists.push(section.at(FileSection::entrustments).untyped());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::provisions).untyped());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::transfers).untyped());
        }
        for list in lists {
            let names = block_names(document, &list);
            for (index, name) in names.into_iter().enumerate() {
                if let Some(name) = name {
                    let block = places.blocks.entry((list.clone(), name));
                    block.and_modify(|other| *other = None).or_insert(Some(index));
                }
            }
        }
        places
    }

    fn add(&mut self, item: Item, path: &FieldPath) {
        let steps = path.steps();
        let block = steps.windows(2).position(|pair| match pair {
            [PathStep::Field(list), PathStep::Index(_)] => NUMBERED.contains(list),
            [..] => false,
        });
        let places = match steps {
            [PathStep::Field(list), PathStep::Index(index), ..]
                if self.sections.iter().any(|sections| sections.list == *list) =>
            {
                [Some(Place::AnySection(item, list)), Some(Place::Section(item, list, *index))]
            }
            [..] => [Some(Place::Elsewhere(item)), None],
        };
        let block = block.map(|at| Place::Block(item, path.first(at + 2)));
        for place in places.into_iter().chain([block]).flatten() {
            let found = self.answers.entry(place).or_default();
            if found.len() <= MOST {
                found.push(path.clone());
            }
        }
    }

    fn of(&self, place: &Place) -> &[FieldPath] {
        self.answers.get(place).map_or(&[], Vec::as_slice)
    }

    /// The answers to an item that fit a name; `None` if there are too many.
    fn answers(&self, row: &Row, name: &Name<'_>, block: Option<FieldPath>) -> Option<Vec<&FieldPath>> {
        if let Some(block) = block {
            return Some(self.of(&Place::Block(row.item, block)).iter().collect());
        }
        let mut found: Vec<&FieldPath> = self.of(&Place::Elsewhere(row.item)).iter().collect();
        for (sections, index) in self.sections.iter().zip(name.sections) {
            if let Some(index) = index {
                found.extend(self.of(&Place::Section(row.item, sections.list, index)));
                continue;
            }
            found.extend(self.of(&Place::AnySection(row.item, sections.list)));
            if found.len() > MOST {
                return None;
            }
        }
        Some(found)
    }

    /// A name without the brackets that say which section it is in, and that section: 「Ⅱ（甲ファイル）６．…」.
    fn cut(&self, form: Form, name: &str) -> (String, Option<(&'static str, usize)>) {
        let cut =
            |sections: &Sections| sections.cut(form, name).map(|(index, rest)| (rest, Some((sections.list, index))));
        self.sections.iter().find_map(cut).unwrap_or_else(|| (name.into(), None))
    }

    fn name<'n>(&self, text: &'n str, section: Option<(&'static str, usize)>, is_by_place: bool) -> Name<'n> {
        let named = Named::of(text);
        let sections = self.sections.each_ref().map(|sections| {
            let own = section.filter(|(list, _)| *list == sections.list);
            own.map(|(_, index)| index).or_else(|| sections.named(&named.key))
        });
        Name { named, sections, is_by_place }
    }
}

/// The list of these blocks.
fn blocks_of(kind: BlockKind, name: &Name<'_>) -> Option<FieldPath> {
    let [files, ..] = name.sections;
    let section = || files.map(FieldPath::section);
    Some(match kind {
        BlockKind::System => FieldPath::root().at(Assessment::systems).untyped(),
        BlockKind::Entrustment => section()?.at(FileSection::entrustments).untyped(),
        BlockKind::Provision => section()?.at(FileSection::provision).at(ProvisionSection::provisions).untyped(),
        BlockKind::Transfer => section()?.at(FileSection::provision).at(ProvisionSection::transfers).untyped(),
    })
}

/// What the quotations of a row show about the item: whether it is a choice or a text, and its circled number.
struct Quote {
    is_text: bool,
    /// The circled number with which every quotation begins.
    circle: Option<char>,
    /// The row says that a block was deleted.
    is_removal: bool,
}

/// The most bytes of a quotation that may be a choice: forty characters of Japanese.
const LONGEST_CHOICE: usize = 120;

impl Quote {
    fn of(change: &Change) -> Self {
        let quotes = || [&change.before, &change.after].into_iter().filter_map(|cell| cell.given());
        let is_long = |lines: &Lines| {
            let mut all = lines.iter();
            let first = all.next();
            let has_heading = first.is_some_and(|(under, _)| under.is_some());
            has_heading || all.next().is_some() || lines.texts().any(|text| text.as_str().len() > LONGEST_CHOICE)
        };
        let is_removal = change.after.given().is_some_and(|lines| {
            let mut texts = lines.texts();
            texts.next().is_some_and(|text| same_name(text.as_str(), "削除")) && texts.next().is_none()
        });
        let mut circles = quotes().filter_map(|lines| lines.texts().next()?.as_str().trim_start().chars().next());
        let first = circles.next().filter(|c| is_circled(*c));
        let circle = first.filter(|first| circles.all(|c| c == *first));
        Self { is_text: quotes().any(is_long), circle, is_removal }
    }

    /// The rows of a section that have the circled number of the quotations.
    fn circled(&self, rows: &[&'static Row]) -> Option<Vec<&'static Row>> {
        let circle = self.circle?;
        let found: Vec<&Row> = rows.iter().copied().filter(|row| row.number.ends_with(circle)).collect();
        (!found.is_empty()).then_some(found)
    }

    /// Of the rows with the label and those that belong to them, the ones that can hold the quotation.
    fn choose(&self, labeled: Vec<&'static Row>, rows: &[&'static Row]) -> Vec<&'static Row> {
        let can_be_text = |row: &&Row| matches!(row.answer, AnswerKind::Text);
        // The labels of many boxes are as long as a text, so they are not in question.
        let is_choice = |row: &&Row| matches!(row.answer, AnswerKind::Choice | AnswerKind::CheckBox);
        if !self.is_text || !labeled.iter().all(is_choice) {
            return labeled;
        }
        let belongs =
            |row: &&Row| labeled.iter().any(|head| depends_on(row) == Some(head.item) || is_beside(head, row));
        let texts: Vec<&Row> = rows.iter().copied().filter(|row| can_be_text(row) && belongs(row)).collect();
        if texts.is_empty() { labeled } else { texts }
    }
}

/// Whether two rows have the same circled number.
fn is_beside(head: &Row, row: &Row) -> bool {
    head.number == row.number && head.number.chars().next_back().is_some_and(|c| is_circled(fold(c)))
}
