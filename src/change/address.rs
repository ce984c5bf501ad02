//! The items of the form that a row of the change table is about.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::block_change::BlockChange;
use super::name::{NUMBERED, block_names};
use super::order::Order;
use super::quotes::{Quote, Says, says};
use super::{fragment, names_cell, wording};
use crate::assessment::procedure::Change;
use crate::assessment::provision::ProvisionSection;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{
    BLOCKS, Block, BlockKind, Child, FieldPath, Handle, Item, Named, PathStep, Role, Row, at, entry_at, is_one_section,
    named_items, without_marks,
};
use crate::value::answer::{Lines, Tick};
use crate::value::code_list::code_list;
use crate::value::names::{file_key, name_key};

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

/// What a row of the change table is about (変更箇所の項目), as [`address`] reads it.
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
    fn none() -> Self {
        Self { kind: AddressKind::None, items: Vec::new() }
    }
}

/// What the row with this index is about (変更箇所の項目), read from its column 項目. A row that continues another is about the
/// same items.
///
/// The number and the label of the form identify the item. The printed number of a block and the name of a file
/// identify the block. If a choice and the text beside it both fit, or several items do, the quotation decides: the
/// item that says it now is meant. A name that fits no item of the form gives [`AddressKind::None`]; nothing is
/// guessed.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::catalogue::Item;
/// use mynumber_pia::change::{AddressKind, address};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "systems": [{"number": 7, "name": "国保システム"}],
///     "changes": [{"items": "Ⅰ－2．システム7－①システムの名称"}, {"items": "Ⅲ リスク対策"}, {"items": "全体"}]
/// }"#)?;
/// let name = address(&assessment, 0);
/// assert_eq!((name.kind, name.items[0].item), (AddressKind::One, Item::SystemName));
/// assert_eq!(name.items[0].path.as_ref().unwrap().to_string(), "systems[0].name");
/// assert_eq!(address(&assessment, 1).kind, AddressKind::Section);
/// assert_eq!(address(&assessment, 2).kind, AddressKind::None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn address(document: &Assessment, row: usize) -> Address {
    Addresses::new(document).of(row)
}

/// What each row is about, like [`address`], in time that grows with the document and not with each row.
pub(crate) fn addresses(document: &Assessment) -> impl Iterator<Item = Address> {
    let addresses = Addresses::new(document);
    (0..document.changes.len()).map(move |row| addresses.of(row))
}

/// Reads the addresses of a document's rows. It keeps what every row looks up.
pub(crate) struct Addresses<'a> {
    document: &'a Assessment,
    /// The answers that the form prints.
    places: IndexMap<Place, Found>,
    /// The blocks by their list and number.
    blocks: IndexMap<(FieldPath, u32), Found>,
    /// The file names of each section of the files and of the risks.
    sections: [Sections; 2],
    /// For each row the row whose column 項目 it has: itself, or the row that it continues.
    heads: Vec<usize>,
}

/// Where an item is looked for: in a section of the files or of the risks, in no section, or in a block.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Place {
    Section(Item, &'static str, usize),
    Elsewhere(Item),
    Block(Item, FieldPath),
}

/// The paths that fit. Only the first few are kept.
#[derive(Default)]
struct Found(Vec<FieldPath>);

impl Found {
    /// How many paths are kept: a row that names no block can quote one of so many answers.
    const MOST: usize = 64;

    fn add(&mut self, path: &FieldPath) {
        if self.0.len() < Self::MOST {
            self.0.push(path.clone());
        }
    }
}

/// The names of the files of each section, as their keys.
struct Sections {
    list: &'static str,
    files: Vec<Vec<String>>,
    /// The beginning and the end that all names share, in characters.
    shared: (usize, usize),
}

impl Sections {
    fn new<'n>(list: &'static str, names: impl Iterator<Item = Option<&'n Lines>>) -> Self {
        let files =
            names.map(|lines| lines.into_iter().flat_map(Lines::texts).map(|text| file_key(text.as_str())).collect());
        let files: Vec<Vec<String>> = files.collect();
        let all: Vec<&str> = files.iter().flatten().map(String::as_str).collect();
        let shared = (shared(&all, false), shared(&all, true));
        Self { list, files, shared }
    }

    /// The index of the section that a name is about. If there is only one, it is that one.
    fn named(&self, named: &Named<'_>) -> Option<usize> {
        if self.files.len() <= 1 {
            return Some(0);
        }
        // As a table writes them: 「Ⅱ（甲ファイル、乙ファイル）」.
        if let Some((written, _)) = named.key.split_once('(').and_then(|(_, rest)| rest.split_once(')')) {
            let written: Vec<String> = written.split('、').map(file_key).collect();
            let mut same = self.files.iter().enumerate().filter(|(_, files)| **files == written);
            if let (Some((index, _)), None) = (same.next(), same.next()) {
                return Some(index);
            }
        }
        let (first, last) = self.shared;
        let (hint, _) = named.key.rsplit_once("ファイル")?;
        let is_named = |file: &String| {
            let chars = file.chars().count();
            let own: String = file.chars().skip(first).take(chars.saturating_sub(first + last)).collect();
            !own.is_empty() && hint.contains(&own)
        };
        let mut whole =
            self.files.iter().enumerate().filter(|(_, files)| !files.is_empty() && files.iter().all(is_named));
        match (whole.next(), whole.next()) {
            (Some((index, _)), None) => Some(index),
            (_, _) => None,
        }
    }
}

/// The section, by its list and index, and the block that a path leads through.
fn around(path: &FieldPath) -> (Option<(&'static str, usize)>, Option<FieldPath>) {
    let steps = path.steps();
    let section = match steps {
        [PathStep::Field(list), PathStep::Index(index), ..] => {
            let is_section = *list == Assessment::file_sections.name() || *list == Assessment::risks.name();
            is_section.then_some((*list, *index))
        }
        [..] => None,
    };
    let block = steps.windows(2).position(|pair| match pair {
        [PathStep::Field(list), PathStep::Index(_)] => NUMBERED.contains(list),
        [..] => false,
    });
    (section, block.map(|at| path.first(at + 2)))
}

impl<'a> Addresses<'a> {
    pub(crate) fn new(document: &'a Assessment) -> Self {
        let (mut places, mut blocks) = (IndexMap::<Place, Found>::new(), IndexMap::<(FieldPath, u32), Found>::new());
        document.walk(|field| {
            if field.role == Role::Answer && field.row.is_some() {
                let path = field.path.to_owned();
                let (section, block) = around(&path);
                if let Some(block) = block {
                    places.entry(Place::Block(field.item, block)).or_default().add(&path);
                }
                let place = match section {
                    Some((list, index)) => Place::Section(field.item, list, index),
                    None => Place::Elsewhere(field.item),
                };
                places.entry(place).or_default().add(&path);
            }
        });
        let root = crate::catalogue::PathTo::root();
        let mut lists = Vec::from([root.at(Assessment::systems).path()]);
        for section in (0..document.file_sections.len()).map(crate::catalogue::PathTo::section) {
            lists.push(section.at(FileSection::entrustments).path());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::provisions).path());
            lists.push(section.at(FileSection::provision).at(ProvisionSection::transfers).path());
        }
        for list in lists {
            for (index, name) in block_names(document, &list).into_iter().enumerate() {
                if let Some(name) = name {
                    blocks.entry((list.clone(), name)).or_default().add(&list.clone().with(PathStep::Index(index)));
                }
            }
        }
        let sections = [
            Sections::new(
                Assessment::file_sections.name(),
                document.file_sections.iter().map(|section| section.names.given()),
            ),
            Sections::new(Assessment::risks.name(), document.risks.iter().map(|risk| risk.names.given())),
        ];
        let mut heads = Vec::with_capacity(document.changes.len());
        let mut head = 0;
        for (row, change) in document.changes.iter().enumerate() {
            if change.continues != Tick::Ticked {
                head = row;
            }
            heads.push(head);
        }
        Self { document, places, blocks, sections, heads }
    }

    pub(crate) fn of(&self, row: usize) -> Address {
        let Some(change) = self.document.changes.get(row) else { return Address::none() };
        self.of_change(change, self.names_of(row))
    }

    /// The address of a row in the table of another document that has the same form.
    pub(super) fn of_change(&self, change: &Change, items: Option<&Lines>) -> Address {
        let Some(items) = items else { return Address::none() };
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

    /// The column 項目 of a row, or of the row that it continues.
    fn names_of(&self, row: usize) -> Option<&'a Lines> {
        let head = self.document.changes.get(*self.heads.get(row)?)?;
        if head.continues == Tick::Ticked { None } else { head.items.given() }
    }

    fn named(&self, name: &str, change: &Change) -> (AddressKind, Vec<Addressed>) {
        let name = without_marks(name);
        let named = Named::of(name);
        if let Some(list) = self.ordered(&named, change) {
            return (AddressKind::One, Vec::from([list]));
        }
        let (rows, is_exact) = named.rows(self.document.form);
        let quote = Quote::of(change);
        let (kind, rows) = match named.labeled(&rows) {
            Some(labeled) => (AddressKind::Several, quote.choose(labeled, &rows)),
            None if !named.circles.is_empty() && named.annex.is_none() => {
                let is_circled = |row: &&&Row| named.circles.iter().any(|circle| row.number.ends_with(*circle));
                let circled: Vec<&Row> = rows.iter().filter(is_circled).copied().collect();
                if circled.is_empty() {
                    (AddressKind::Section, rows)
                } else if named.circles.len() > 1 {
                    (AddressKind::Several, circled)
                } else {
                    let heads = circled.iter().copied().filter(|row| row.depends_on().is_none()).collect();
                    (AddressKind::Several, quote.choose(heads, &circled))
                }
            }
            None => match named.block {
                Some(Block { number: Some(number), kind }) => {
                    let Some(first) = rows.first() else { return (AddressKind::None, Vec::new()) };
                    let path = (!quote.is_removal).then(|| self.block(kind, number, &named)).flatten();
                    let path = path.map(|block| self.name_of_block(block, first.item, change));
                    return (AddressKind::One, Vec::from([Addressed { item: first.item, path }]));
                }
                // Without a label, all numbers must fit, and belong to one section.
                Some(_) | None if is_exact && named.has_number() && is_one_section(&rows) => match quote.circled(&rows)
                {
                    Some(circled) => (AddressKind::Several, circled),
                    None => (AddressKind::Section, rows),
                },
                Some(_) | None => return (AddressKind::None, Vec::new()),
            },
        };
        let rows = if named.circles.len() > 1 { rows } else { self.quoted(rows, &named, change) };
        let is_section = kind == AddressKind::Section;
        let kind = match rows.as_slice() {
            [] => AddressKind::None,
            [_] => AddressKind::One,
            [..] => kind,
        };
        let path = |row: &Row| {
            if is_section && kind == AddressKind::Section { None } else { self.place(row, &named, change) }
        };
        (kind, rows.iter().map(|row| Addressed { item: row.item, path: path(row) }).collect())
    }

    /// The list of blocks whose numbers a row is about.
    fn ordered(&self, named: &Named<'_>, change: &Change) -> Option<Addressed> {
        Order::of(change)?;
        let (_, kind, item) = BLOCKS.iter().find(|(word, ..)| named.key.ends_with(word))?;
        Some(Addressed { item: *item, path: self.list(*kind, named) })
    }

    /// The field of the item that names the block, if the row quotes it: 「委託事項1」 is the label of both.
    fn name_of_block(&self, block: FieldPath, item: Item, change: &Change) -> FieldPath {
        if BlockChange::of(change).is_some() {
            return block;
        }
        let Some(part) = at(self.document, block.steps()).and_then(Child::part) else { return block };
        let Some(row) = part.rows().iter().find(|row| row.asks == Some((Role::Answer, item))) else { return block };
        let name = block.clone().with(PathStep::Field(row.name));
        let current = entry_at(self.document, &name).and_then(wording::entry);
        if says(&change.after, current.as_ref()) == Says::Same { name } else { block }
    }

    /// The path that a removed block had: its number was its index, counted from 1.
    pub(super) fn of_removed(&self, row: usize) -> Option<FieldPath> {
        let name = self.names_of(row)?.to_string();
        let named = Named::of(without_marks(&name));
        let Some(Block { kind, number: Some(number) }) = named.block else { return None };
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        Some(self.list(kind, &named)?.with(PathStep::Index(index)))
    }

    /// The only one of several rows whose answer is what the change left; if there is no such row, all of them.
    fn quoted(&self, rows: Vec<&'static Row>, named: &Named<'_>, change: &Change) -> Vec<&'static Row> {
        if rows.len() < 2 || change.after.given().is_none() {
            return rows;
        }
        let is_quoted = |row: &&&Row| {
            let path = self.place(row, named, change);
            let current = path.and_then(|path| wording::entry(entry_at(self.document, &path)?));
            says(&change.after, current.as_ref()) == Says::Same
        };
        let mut found = rows.iter().filter(is_quoted);
        match (found.next(), found.next()) {
            (Some(one), None) => Vec::from([*one]),
            (_, _) => rows,
        }
    }

    /// The path of an item: if several fit, the only one that says what the change left.
    fn place(&self, row: &Row, named: &Named<'_>, change: &Change) -> Option<FieldPath> {
        if let Some(list) = names_cell::list_of(row) {
            return Some(list);
        }
        let block = match named.block {
            Some(Block { kind, number: Some(number) }) => Some(self.block(kind, number, named)?),
            Some(Block { number: None, .. }) | None => None,
        };
        let of = |place: Place| self.places.get(&place).map_or([].as_slice(), |found| found.0.as_slice());
        let mut found: Vec<&FieldPath> = Vec::new();
        if let Some(block) = block {
            found.extend(of(Place::Block(row.item, block)));
        } else {
            found.extend(of(Place::Elsewhere(row.item)));
            for sections in &self.sections {
                if let Some(index) = sections.named(named) {
                    found.extend(of(Place::Section(row.item, sections.list, index)));
                    continue;
                }
                for index in 0..sections.files.len() {
                    found.extend(of(Place::Section(row.item, sections.list, index)));
                    // Two fit already.
                    if found.len() > Found::MOST {
                        return None;
                    }
                }
            }
        }
        if let [only] = found.as_slice() {
            return Some((*only).clone());
        }
        if let Some(group) = self.group(&found, named) {
            return Some(group);
        }
        let after = change.after.given().filter(|_| found.len() <= Found::MOST)?;
        let current = |path: &FieldPath| entry_at(self.document, path).and_then(wording::entry);
        let says_all = |path: &FieldPath| current(path).is_some_and(|current| current == *after);
        let says_part = |path: &FieldPath| {
            let lines = current(path).map(Lines::into_vec).unwrap_or_default();
            fragment::put_back(&lines, &change.before, &change.after).is_some()
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

    /// The group of record items whose heading a name has: of several such headings, the longest.
    fn group(&self, found: &[&FieldPath], named: &Named<'_>) -> Option<FieldPath> {
        let heading = |path: &FieldPath| {
            let group = self.document.record_items.get(path.index_of(Assessment::record_items)?)?;
            Some(name_key(&group.heading.given()?.to_string())).filter(|heading| named.key.ends_with(heading))
        };
        let headed = found.iter().filter_map(|path| Some((heading(path)?.len(), *path)));
        let longest = headed.clone().map(|(length, _)| length).max()?;
        let mut best = headed.filter(|(length, _)| *length == longest);
        match (best.next(), best.next()) {
            (Some((_, path)), None) => Some(path.clone()),
            (_, _) => None,
        }
    }

    /// The index of the file section that a name is about. If there is only one, it is that one.
    fn section(&self, named: &Named<'_>) -> Option<usize> {
        let [files, _] = &self.sections;
        files.named(named)
    }

    /// The block with this number.
    fn block(&self, kind: BlockKind, number: u32, named: &Named<'_>) -> Option<FieldPath> {
        let list = self.list(kind, named)?;
        match self.blocks.get(&(list, number))?.0.as_slice() {
            [only] => Some(only.clone()),
            [..] => None,
        }
    }

    /// The list of these blocks.
    fn list(&self, kind: BlockKind, named: &Named<'_>) -> Option<FieldPath> {
        Some(match kind {
            BlockKind::System => crate::catalogue::PathTo::root().at(Assessment::systems).path(),
            BlockKind::Entrustment => self.in_section(named, FileSection::entrustments)?,
            BlockKind::Provision => self.provision(named, ProvisionSection::provisions)?,
            BlockKind::Transfer => self.provision(named, ProvisionSection::transfers)?,
        })
    }

    fn in_section<T>(&self, named: &Named<'_>, list: Handle<FileSection, T>) -> Option<FieldPath> {
        Some(crate::catalogue::PathTo::section(self.section(named)?).at(list).path())
    }

    fn provision<T>(&self, named: &Named<'_>, list: Handle<ProvisionSection, T>) -> Option<FieldPath> {
        let section = crate::catalogue::PathTo::section(self.section(named)?);
        Some(section.at(FileSection::provision).at(list).path())
    }
}

/// How many characters all names share at their beginning or at their end.
fn shared(names: &[&str], at_end: bool) -> usize {
    let char_at = |name: &str, index: usize| {
        if at_end { name.chars().rev().nth(index) } else { name.chars().nth(index) }
    };
    let Some((first, others)) = names.split_first() else { return 0 };
    let is_shared = |index: &usize| {
        let c = char_at(first, *index);
        c.is_some() && others.iter().all(|name| char_at(name, *index) == c)
    };
    (0..first.chars().count()).take_while(is_shared).count()
}

/// What an address prints (変更箇所の項目): 「委託先名、再委託の有無」.
impl core::fmt::Display for Address {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let labels: Vec<String> = self.items.iter().map(|one| one.item.label().to_string()).collect();
        write!(f, "{}: {}", self.kind.label(), labels.join("、"))
    }
}
