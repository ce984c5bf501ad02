//! Finds how a form prints an item.

use super::field::{FieldRow, Shape};
use super::{Item, Repetition, Row, all_item, basic_item, key_item};
use crate::value::kind::{AssessmentKind, Form, FormEdition};

/// Items of 様式3 that 様式4 splits, with the parts in the order of the form. Until someone splits the answer, the last
/// part, その他の措置の内容, can hold all of it.
pub(crate) const SPLITS: [(Item, [Item; 3]); 2] = [
    (
        Item::AcquisitionPurposeMeasures,
        [Item::AcquisitionOthersMeasures, Item::AcquisitionUnneededMeasures, Item::AcquisitionPurposeOtherMeasures],
    ),
    (Item::LinkingMeasures, [Item::LinkingAddresseeMeasures, Item::LinkingSystemMeasures, Item::LinkingOtherMeasures]),
];

/// The items that the form of `kind` prints in this edition, in its order (項目一覧).
///
/// If the edition is not known (`None`), [the latest](FormEdition::latest) is used.
///
/// ```
/// use mynumber_pia::AssessmentKind;
/// use mynumber_pia::catalogue::{Item, Materiality, rows};
///
/// let entrustee = rows(AssessmentKind::AllItem, None).find(|row| row.item == Item::Entrustee).unwrap();
/// assert_eq!((entrustee.number, entrustee.label), ("Ⅱ.4.委託事項.⑥", "委託先名"));
/// let material = rows(AssessmentKind::KeyItem, None).filter(|row| row.materiality == Materiality::Material);
/// assert!(material.count() > 10);
/// ```
pub fn rows(kind: AssessmentKind, edition: Option<FormEdition>) -> impl Iterator<Item = &'static Row> {
    let edition = Edition::of(kind, edition);
    edition.table.rows.iter().filter(move |row| edition.prints(row))
}

/// How the form of `kind` prints an item in this edition (項目の検索); `None` if it does not print it.
///
/// If the edition is not known (`None`), [the latest](FormEdition::latest) is used.
#[must_use]
pub fn row(kind: AssessmentKind, edition: Option<FormEdition>, item: Item) -> Option<&'static Row> {
    Edition::of(kind, edition).find(item)
}

/// How some edition of the form of `kind` prints an item; `None` if no edition does.
pub(crate) fn any_row(kind: AssessmentKind, item: Item) -> Option<&'static Row> {
    Table::of(kind).rows.get(usize::from(place(kind, item)))
}

/// The index of an item among those of its form. It is greater than all of them if the form does not print the item.
pub(crate) fn place(kind: AssessmentKind, item: Item) -> u16 {
    Table::of(kind).first.get(item as usize).copied().unwrap_or(u16::MAX)
}

/// An edition of a form, with its rows. Whatever asks how a form prints an item asks it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edition {
    table: &'static Table,
    edition: Option<FormEdition>,
}

impl Edition {
    fn of(kind: AssessmentKind, edition: Option<FormEdition>) -> Self {
        Self { table: Table::of(kind), edition: edition.or_else(|| FormEdition::latest(kind)) }
    }

    /// How the edition prints an item that it asks this often; `None` if it does not print it.
    #[inline]
    pub(crate) fn row(&self, item: Item, times: Repetition) -> Option<&'static Row> {
        self.find(item).filter(|row| row.times == times)
    }

    /// Whether it prints any item of a part that it asks this often.
    pub(crate) fn prints_any(&self, rows: &'static [FieldRow], times: Repetition) -> bool {
        rows.iter().any(|row| match row.shape {
            Shape::Answer(_) => row.asks.is_some_and(|(_, item)| self.row(item, times).is_some()),
            Shape::Part(inner) => self.prints_any(inner(), times),
            Shape::List(inner) => self.prints_any(inner(), Repetition::Each),
            Shape::Tree(inner, _) => self.prints_tier(inner()),
        })
    }

    /// Whether it prints any item of a party of a tier. The next tiers have the same fields.
    fn prints_tier(&self, rows: &'static [FieldRow]) -> bool {
        let next = |row: &&FieldRow| matches!(row.shape, Shape::Tree(..));
        rows.iter().filter(|row| !next(row)).any(|row| self.prints_any(core::slice::from_ref(row), Repetition::Each))
    }

    /// How the edition prints an item, however often it asks it.
    #[inline]
    pub(crate) fn find(&self, item: Item) -> Option<&'static Row> {
        let first = usize::from(*self.table.first.get(item as usize)?);
        if self.edition.is_some() && self.table.is_in_all.get(item as usize) == Some(&true) {
            return self.table.rows.get(first);
        }
        let same = self.table.rows.get(first..)?.iter().take_while(|row| row.item == item);
        same.into_iter().find(|row| self.prints(row))
    }

    fn prints(&self, row: &Row) -> bool {
        self.edition.is_some_and(|edition| row.is_printed_in(edition))
    }
}

impl From<Form> for Edition {
    fn from(form: Form) -> Self {
        Self::of(form.kind(), form.edition())
    }
}

/// All rows of a form, of every edition.
#[derive(Debug)]
struct Table {
    rows: &'static [Row],
    /// The index of the first row of each item; `u16::MAX` if the item has no row.
    first: [u16; Item::ALL.len()],
    /// Whether every edition prints the first row of the item. Most items have no other row, and a walk asks for every
    /// field, so this is found out once.
    is_in_all: [bool; Item::ALL.len()],
}

static BASIC_ITEM: Table = Table::new(basic_item::ROWS);
static KEY_ITEM: Table = Table::new(key_item::ROWS);
static ALL_ITEM: Table = Table::new(all_item::ROWS);

impl Table {
    const fn new(rows: &'static [Row]) -> Self {
        let mut first = [u16::MAX; Item::ALL.len()];
        let mut is_in_all = [false; Item::ALL.len()];
        let mut place = rows.len();
        while place > 0 {
            place -= 1;
            let row = &rows[place];
            is_in_all[row.item as usize] = row.since.is_none() && row.until.is_none();
            #[expect(clippy::cast_possible_truncation, reason = "no form has 65,535 items")]
            {
                first[row.item as usize] = place as u16;
            }
        }
        Self { rows, first, is_in_all }
    }

    fn of(kind: AssessmentKind) -> &'static Self {
        match kind {
            AssessmentKind::BasicItem => &BASIC_ITEM,
            AssessmentKind::KeyItem => &KEY_ITEM,
            AssessmentKind::AllItem => &ALL_ITEM,
        }
    }
}
