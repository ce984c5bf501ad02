//! Reads what the rows of the change table are about.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::address::{Address, AddressKind, Addressed};
use super::cell::NamesCell;
use super::places::{MOST, Name, Places};
use super::quotes::{Quote, Says, says};
use super::{fragment, wording};
use crate::assessment::Assessment;
use crate::assessment::procedure::Change;
use crate::catalogue::{
    BLOCKS, Block, Child, FieldPath, Item, PathStep, Role, Row, at, entry_at, is_one_section, named_items,
    without_marks,
};
use crate::value::answer::{Lines, Tick};

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
    /// For each row the row whose column 項目 it has: itself, or the row that it continues.
    heads: Vec<usize>,
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
        let text = self.places.text(self.document.form, name);
        let name = &text.name();
        let named = &name.named;
        if let Some(list) = self.list(name, change) {
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

    /// The list of blocks that a row is about: 「５．特定個人情報の提供・移転　提供先」, if it quotes a sentence about 「提供先1」.
    fn list(&self, name: &Name<'_>, change: &Change) -> Option<Addressed> {
        let (word, kind, item) = BLOCKS.iter().find(|(word, ..)| name.named.key.ends_with(word))?;
        let is_sentence = change.after.given()?.to_string().starts_with(word);
        is_sentence.then(|| Addressed { item: *item, path: self.places.blocks_of(*kind, name) })
    }

    /// The field of the item that names the block, if the row quotes it: 「委託事項1」 is the label of both.
    fn name_of_block(&self, block: FieldPath, item: Item, change: &Change) -> FieldPath {
        let Some(part) = at(self.document, block.steps()).and_then(Child::part) else { return block };
        let Some(row) = part.rows().iter().find(|row| row.asks == Some((Role::Answer, item))) else { return block };
        let name = block.clone().with(PathStep::Field(row.name));
        let current = entry_at(self.document, &name).and_then(wording::entry);
        if says(&change.after, current.as_ref()) == Says::Same { name } else { block }
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
        if let Some(cell) = NamesCell::of(row) {
            return Some(cell.path());
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
