//! The items of the form that a row of the change table is about.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::named::{Block, BlockKind, Named, Quote, depends_on, is_one_section};
use super::quotes::{Says, says};
use super::wording;
use crate::assessment::procedure::Change;
use crate::assessment::provision::ProvisionSection;
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{
    Child, FieldPath, Handle, Item, PathStep, Role, Row, at, entry_at, named_items, printed_number, without_marks,
};
use crate::value::answer::{Lines, Tick};
use crate::value::code_list::code_list;
use crate::value::names::file_key;

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

/// Reads the addresses of a document's rows. It keeps what every row looks up.
pub(super) struct Addresses<'a> {
    document: &'a Assessment,
    /// The paths of every answer that the form prints, by item.
    places: BTreeMap<Item, Vec<FieldPath>>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(document: &'a Assessment) -> Self {
        let mut places = BTreeMap::<Item, Vec<FieldPath>>::new();
        document.walk(|field| {
            if field.role == Role::Answer && field.row.is_some() {
                places.entry(field.item).or_default().push(field.path.to_owned());
            }
        });
        Self { document, places }
    }

    pub(super) fn of(&self, row: usize) -> Address {
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
        let above = self.document.changes.get(..=row)?.iter().rev();
        above.into_iter().find(|change| change.continues != Tick::Ticked)?.items.given()
    }

    fn named(&self, name: &str, change: &Change) -> (AddressKind, Vec<Addressed>) {
        let name = without_marks(name);
        let named = Named::new(name);
        let (rows, is_exact) = named.rows(self.document);
        let quote = Quote::of(change);
        let (kind, rows) = match named.labeled(&rows) {
            Some(labeled) => (AddressKind::Several, quote.choose(labeled, &rows)),
            None if !named.number.circles.is_empty() && named.annex.is_none() => {
                let is_circled = |row: &&&Row| named.number.circles.iter().any(|circle| row.number.ends_with(*circle));
                let circled: Vec<&Row> = rows.iter().filter(is_circled).copied().collect();
                if circled.is_empty() {
                    (AddressKind::Section, rows)
                } else if named.number.circles.len() > 1 {
                    (AddressKind::Several, circled)
                } else {
                    let heads = circled.iter().copied().filter(|row| depends_on(row).is_none()).collect();
                    (AddressKind::Several, quote.choose(heads, &circled))
                }
            }
            None => match named.block {
                Some(Block { number: Some(number), kind }) => {
                    let Some(first) = rows.first() else { return (AddressKind::None, Vec::new()) };
                    let path = (!quote.is_removal).then(|| self.block(kind, number, &named)).flatten();
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
        let rows = if named.number.circles.len() > 1 { rows } else { self.quoted(rows, &named, change) };
        let is_section = kind == AddressKind::Section;
        let kind = match rows.as_slice() {
            [] => AddressKind::None,
            [_] => AddressKind::One,
            [..] => kind,
        };
        let path = |row: &Row| if is_section && kind == AddressKind::Section { None } else { self.place(row, &named) };
        (kind, rows.iter().map(|row| Addressed { item: row.item, path: path(row) }).collect())
    }

    /// The only one of several rows whose answer is what the change left; if there is no such row, all of them.
    fn quoted(&self, rows: Vec<&'static Row>, named: &Named<'_>, change: &Change) -> Vec<&'static Row> {
        if rows.len() < 2 || change.after.given().is_none() {
            return rows;
        }
        let is_quoted = |row: &&&Row| {
            let path = self.place(row, named);
            let current = path.and_then(|path| wording::entry(entry_at(self.document, &path)?));
            says(&change.after, current.as_ref()) == Says::Same
        };
        let mut found = rows.iter().filter(is_quoted);
        match (found.next(), found.next()) {
            (Some(one), None) => Vec::from([*one]),
            (_, _) => rows,
        }
    }

    /// The path of an item, if only one fits.
    fn place(&self, row: &Row, named: &Named<'_>) -> Option<FieldPath> {
        let section = self.section(named);
        let block = match named.block {
            Some(Block { kind, number: Some(number) }) => Some(self.block(kind, number, named)?),
            Some(Block { number: None, .. }) | None => None,
        };
        let is_in = |path: &FieldPath| {
            let in_section = match (path.index_of(Assessment::file_sections), section) {
                (Some(index), Some(section)) => index == section,
                (Some(_), None) | (None, _) => true,
            };
            in_section && block.as_ref().is_none_or(|block| path.steps().starts_with(block.steps()))
        };
        let mut found = self.places.get(&row.item)?.iter().filter(|path| is_in(path));
        match (found.next(), found.next()) {
            (Some(path), None) => Some(path.clone()),
            (_, _) => None,
        }
    }

    /// The index of the file section that a name is about. If there is only one, it is that one.
    fn section(&self, named: &Named<'_>) -> Option<usize> {
        let sections = &self.document.file_sections;
        if sections.len() <= 1 {
            return Some(0);
        }
        let files: Vec<Vec<String>> =
            sections.iter().map(|section| section.file_names().map(file_key).collect()).collect();
        let all: Vec<&str> = files.iter().flatten().map(String::as_str).collect();
        let (first, last) = (shared(&all, false), shared(&all, true));
        let (hint, _) = named.key.rsplit_once("ファイル")?;
        let is_named = |file: &String| {
            let chars = file.chars().count();
            let own: String = file.chars().skip(first).take(chars.saturating_sub(first + last)).collect();
            !own.is_empty() && hint.contains(&own)
        };
        let mut whole = files.iter().enumerate().filter(|(_, files)| !files.is_empty() && files.iter().all(is_named));
        match (whole.next(), whole.next()) {
            (Some((index, _)), None) => Some(index),
            (_, _) => None,
        }
    }

    /// The block with this printed number.
    fn block(&self, kind: BlockKind, number: u32, named: &Named<'_>) -> Option<FieldPath> {
        let list = match kind {
            BlockKind::System => crate::catalogue::PathTo::root().at(Assessment::systems).path(),
            BlockKind::Entrustment => self.in_section(named, FileSection::entrustments)?,
            BlockKind::Provision => self.provision(named, ProvisionSection::provisions)?,
            BlockKind::Transfer => self.provision(named, ProvisionSection::transfers)?,
        };
        let mut found = None;
        let mut index = 0;
        loop {
            let path = list.clone().with(PathStep::Index(index));
            let Some(part) = at(self.document, path.steps()).and_then(Child::part) else { break };
            if printed_number(part) == Some(number) {
                if found.is_some() {
                    return None;
                }
                found = Some(path);
            }
            index += 1;
        }
        found
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
