//! Reads what the rows of the change table are about.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::address::{Address, AddressKind, Addressed};
use super::block_change::{BlockChange, Place};
use super::named::{BLOCKS, Block, depends_on, is_one_section};
use super::order::Order;
use super::places::{MOST, Name, Places};
use super::quotes::{Quote, Says, says};
use super::{fragment, names_cell, wording};
use crate::assessment::Assessment;
use crate::assessment::procedure::Change;
use crate::catalogue::{Child, FieldPath, Item, PathStep, Role, Row, at, entry_at, named_items, without_marks};
use crate::value::answer::{Lines, Tick};

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
#[cfg(feature = "publication")]
pub(crate) fn addresses(document: &Assessment) -> impl Iterator<Item = Address> {
    let addresses = Addresses::new(document);
    (0..document.changes.len()).map(move |row| addresses.of(row))
}

/// Reads the addresses of a document's rows. It keeps what every row looks up.
pub(crate) struct Addresses<'a> {
    document: &'a Assessment,
    places: Places,
    /// For each row the row whose column 項目 it has: itself, or the row that it continues.
    heads: Vec<usize>,
}

/// Where a block was that the document no longer has.
pub(super) struct Gone {
    pub(super) list: FieldPath,
    /// `None` if the blocks of the list were in the order of their printed numbers.
    pub(super) index: Option<usize>,
    /// The number that was printed for it.
    pub(super) number: Option<u32>,
}

impl<'a> Addresses<'a> {
    pub(crate) fn new(document: &'a Assessment) -> Self {
        let mut heads = Vec::with_capacity(document.changes.len());
        let mut head = 0;
        for (row, change) in document.changes.iter().enumerate() {
            if change.continues != Tick::Ticked {
                head = row;
            }
            heads.push(head);
        }
        Self { document, places: Places::new(document), heads }
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
        if let Some(whole) = self.whole(name, change) {
            return (AddressKind::One, Vec::from([whole]));
        }
        let text = self.places.text(self.document.form, name);
        let name = &text.name();
        let named = &name.named;
        if let Some(list) = self.ordered(name, change) {
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
                    let heads = circled.iter().copied().filter(|row| depends_on(row).is_none()).collect();
                    (AddressKind::Several, quote.choose(heads, &circled))
                }
            }
            None => match named.block {
                Some(Block { number: Some(number), kind }) => {
                    let Some(first) = rows.first() else { return (AddressKind::None, Vec::new()) };
                    let path = (!quote.is_removal).then(|| self.places.block(kind, number, name)).flatten();
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
        let rows = if named.circles.len() > 1 { rows } else { self.quoted(rows, name, change) };
        let kind = match rows.as_slice() {
            [] => AddressKind::None,
            [_] => AddressKind::One,
            [..] => kind,
        };
        let path = |row: &Row| if kind == AddressKind::Section { None } else { self.place(row, name, change) };
        (kind, rows.iter().map(|row| Addressed { item: row.item, path: path(row) }).collect())
    }

    /// The whole section or group of record items that a row is about, if it says that it was added, removed or moved.
    fn whole(&self, name: &str, change: &Change) -> Option<Addressed> {
        let block_change = BlockChange::of(change)?;
        let whole = self.places.whole(self.document.form, name)?;
        let path = match block_change {
            BlockChange::Joined { into, .. } => whole.sibling(&into),
            BlockChange::Added(_)
            | BlockChange::Removed(_)
            | BlockChange::Moved { .. }
            | BlockChange::Renumbered { .. }
            | BlockChange::Headed(..)
            | BlockChange::Split { .. } => whole.path(),
        };
        Some(Addressed { item: whole.sections.item, path })
    }

    /// The list of blocks whose numbers a row is about.
    fn ordered(&self, name: &Name<'_>, change: &Change) -> Option<Addressed> {
        Order::of(change)?;
        let (_, kind, item) = BLOCKS.iter().find(|(word, ..)| name.named.key.ends_with(word))?;
        Some(Addressed { item: *item, path: self.places.blocks_of(*kind, name) })
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

    /// Where the block was that a row says was removed.
    pub(super) fn of_removed(&self, row: usize) -> Option<Gone> {
        let place = Place::of(self.document.changes.get(row)?.before.given()?);
        let index = place.map(|place| place.index);
        let name = self.names_of(row)?.to_string();
        let name = without_marks(&name);
        if let Some(whole) = self.places.whole(self.document.form, name) {
            return Some(Gone { list: whole.list(), index, number: None });
        }
        let text = self.places.text(self.document.form, name);
        let name = &text.name();
        let Block { kind, number } = name.named.block?;
        let number = place.and_then(|place| place.number).map_or(number, |printed| printed.0);
        Some(Gone { list: self.places.blocks_of(kind, name)?, index, number })
    }

    /// The only one of several rows whose answer is what the change left; if there is no such row, all of them.
    fn quoted(&self, rows: Vec<&'static Row>, name: &Name<'_>, change: &Change) -> Vec<&'static Row> {
        if rows.len() < 2 || change.after.given().is_none() {
            return rows;
        }
        let is_quoted = |row: &&&Row| {
            let path = self.place(row, name, change);
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
    fn place(&self, row: &Row, name: &Name<'_>, change: &Change) -> Option<FieldPath> {
        if let Some(list) = names_cell::list_of(row) {
            return Some(list);
        }
        let block = match name.named.block {
            Some(Block { kind, number: Some(number) }) => Some(self.places.block(kind, number, name)?),
            Some(Block { number: None, .. }) | None => None,
        };
        let found = self.places.answers(row, name, block)?;
        if let [only] = found.as_slice() {
            return Some((*only).clone());
        }
        let after = change.after.given().filter(|_| found.len() <= MOST)?;
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
}
