//! Finds how a form prints an item.

use super::{Item, Row, all_item, basic_item, key_item};
use crate::value::kind::{AssessmentKind, FormEdition};

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
    let edition = edition.or_else(|| FormEdition::latest(kind));
    all_rows(kind).iter().filter(move |row| edition.is_some_and(|edition| row.is_printed_in(edition)))
}

/// How the form of `kind` prints an item in this edition (項目の検索); `None` if it does not print it.
///
/// If the edition is not known (`None`), [the latest](FormEdition::latest) is used.
#[must_use]
pub fn row(kind: AssessmentKind, edition: Option<FormEdition>, item: Item) -> Option<&'static Row> {
    let (table, index) = match kind {
        AssessmentKind::BasicItem => (basic_item::ROWS, &BASIC_ITEM),
        AssessmentKind::KeyItem => (key_item::ROWS, &KEY_ITEM),
        AssessmentKind::AllItem => (all_item::ROWS, &ALL_ITEM),
    };
    let first = usize::from(*index.get(item as usize)?);
    let same = table.get(first..)?.iter().take_while(|row| row.item == item);
    let edition = edition.or_else(|| FormEdition::latest(kind))?;
    same.into_iter().find(|row| row.is_printed_in(edition))
}

/// How some edition of the form of `kind` prints an item; `None` if no edition does.
pub(crate) fn any_row(kind: AssessmentKind, item: Item) -> Option<&'static Row> {
    all_rows(kind).get(usize::from(place(kind, item)))
}

/// The index of an item among those of its form. It is greater than all of them if the form does not print the item.
pub(crate) fn place(kind: AssessmentKind, item: Item) -> u16 {
    let index = match kind {
        AssessmentKind::BasicItem => &BASIC_ITEM,
        AssessmentKind::KeyItem => &KEY_ITEM,
        AssessmentKind::AllItem => &ALL_ITEM,
    };
    index.get(item as usize).copied().unwrap_or(u16::MAX)
}

/// All rows of a form, of every edition.
pub(super) const fn all_rows(kind: AssessmentKind) -> &'static [Row] {
    match kind {
        AssessmentKind::BasicItem => basic_item::ROWS,
        AssessmentKind::KeyItem => key_item::ROWS,
        AssessmentKind::AllItem => all_item::ROWS,
    }
}

const ITEMS: usize = Item::ALL.len();

/// The index of the first row of each item, or the length of the table if the item has no row.
const fn index(table: &[Row]) -> [u16; ITEMS] {
    let mut index = [u16::MAX; ITEMS];
    let mut place = table.len();
    while place > 0 {
        place -= 1;
        #[expect(clippy::cast_possible_truncation, reason = "no form has 65,535 items")]
        {
            index[table[place].item as usize] = place as u16;
        }
    }
    index
}

static BASIC_ITEM: [u16; ITEMS] = index(basic_item::ROWS);
static KEY_ITEM: [u16; ITEMS] = index(key_item::ROWS);
static ALL_ITEM: [u16; ITEMS] = index(all_item::ROWS);
