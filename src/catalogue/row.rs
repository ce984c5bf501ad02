//! The rows of the catalogue.

use super::{Item, Times};
use crate::answer::AnswerKind;
use crate::kind::{AssessmentKind, FormEdition};
use crate::source::Source;

/// Whether an item must be answered (記載の要否).
#[doc(alias = "記載の要否")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// It must.
    Required,
    /// It may be left empty.
    Voluntary,
    /// It may be left empty, and must be where this box says that its section does not apply.
    VoluntaryUnless(Item),
    /// It must where the condition holds.
    When(Condition),
    /// Administrative organs must (行政機関等のみ).
    AdministrativeOrgans,
    /// Local governments must: those that do not ask the Commission for its approval.
    LocalGovernments,
}

/// When an item must be answered (記載の条件): what another item of the same section says.
#[doc(alias = "記載の条件")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Condition {
    /// The other item. It stands before the one that depends on it.
    pub item: Item,
    /// What it says.
    pub is: Is,
}

/// What the other item says (条件の内容).
#[doc(alias = "条件の内容")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Is {
    /// This choice, by its code.
    Chosen(&'static str),
    /// Any other choice than this, by its code. Without a choice it is not known whether the condition holds.
    ChosenOther(&'static str),
    /// The box is ticked.
    Ticked,
    /// The box is not ticked.
    Unticked,
    /// Of the group, the box with this code is ticked.
    Has(&'static str),
}

/// What the item is to a change of it (変更の取扱い).
#[doc(alias = "重要な変更")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Materiality {
    /// The form marks it with ※: a change to it is 重要な変更, before which the assessment is made again.
    Material,
    /// The form does not mark it.
    Ordinary,
}

/// A month of an edition: year and month.
pub(super) type Month = (u16, u8);

/// An item as a form prints it (項目の印刷). One item has several rows where editions print it differently.
#[doc(alias = "項目の印刷")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it asks.
    pub item: Item,
    /// The section number as printed: 「Ⅱ.4.委託事項.⑥」.
    pub number: &'static str,
    /// The label as printed, without the ※.
    pub label: &'static str,
    /// The kind of answer.
    pub answer: AnswerKind,
    /// Whether the form asks it once or in each entry of a list.
    pub times: Times,
    /// Whether it must be answered.
    pub requirement: Requirement,
    /// Whether a change to it is 重要な変更.
    pub materiality: Materiality,
    /// The first edition that prints it so, where it is known that earlier ones do not.
    pub(super) since: Option<Month>,
    /// The first edition that no longer prints it so.
    pub(super) until: Option<Month>,
    /// Where the row was read.
    pub source: Source,
}

impl Row {
    /// Whether this edition prints the row. An edition that is not known (`None`) counts as the latest.
    #[must_use]
    pub fn is_printed_in(&self, edition: Option<FormEdition>) -> bool {
        let Some(edition) = edition else {
            return self.until.is_none();
        };
        let month = (edition.year(), edition.month());
        self.since.is_none_or(|since| since <= month) && self.until.is_none_or(|until| month < until)
    }
}

/// Items of 様式3 that 様式4 splits, with the parts in the order of the form. Until the text is split, the last part, その他の措置の内容,
/// can take it whole.
pub(crate) const SPLITS: [(Item, [Item; 3]); 2] = [
    (
        Item::AcquisitionPurposeMeasures,
        [Item::AcquisitionOthersMeasures, Item::AcquisitionUnneededMeasures, Item::AcquisitionPurposeOtherMeasures],
    ),
    (Item::LinkingMeasures, [Item::LinkingAddresseeMeasures, Item::LinkingSystemMeasures, Item::LinkingOtherMeasures]),
];

/// The items that the form of `kind` prints in this edition, in its order (項目一覧). An edition that is not known (`None`)
/// counts as the latest.
///
/// ```
/// use mynumber_pia::catalogue::{Item, Materiality, rows};
/// use mynumber_pia::kind::AssessmentKind;
///
/// let entrustee = rows(AssessmentKind::AllItem, None).find(|row| row.item == Item::Entrustee).unwrap();
/// assert_eq!((entrustee.number, entrustee.label), ("Ⅱ.4.委託事項.⑥", "委託先名"));
/// let material = rows(AssessmentKind::KeyItem, None).filter(|row| row.materiality == Materiality::Material);
/// assert!(material.count() > 10);
/// ```
#[doc(alias = "項目一覧")]
pub fn rows(kind: AssessmentKind, edition: Option<FormEdition>) -> impl Iterator<Item = &'static Row> {
    all_rows(kind).iter().filter(move |row| row.is_printed_in(edition))
}

/// How the form of `kind` prints an item in this edition (項目の検索); `None` where it does not.
#[doc(alias = "項目の検索")]
#[must_use]
pub fn row(kind: AssessmentKind, edition: Option<FormEdition>, item: Item) -> Option<&'static Row> {
    let (table, index) = match kind {
        AssessmentKind::BasicItem => (super::basic_item::ROWS, &BASIC_ITEM),
        AssessmentKind::KeyItem => (super::key_item::ROWS, &KEY_ITEM),
        AssessmentKind::AllItem => (super::all_item::ROWS, &ALL_ITEM),
    };
    let first = usize::from(*index.get(item as usize)?);
    let same = table.get(first..)?.iter().take_while(|row| row.item == item);
    same.into_iter().find(|row| row.is_printed_in(edition))
}

/// How some edition of the form of `kind` prints an item; `None` if none does.
pub(crate) fn any_row(kind: AssessmentKind, item: Item) -> Option<&'static Row> {
    all_rows(kind).get(usize::from(place(kind, item)))
}

/// The index of an item among those of its form; greater than all of them if the form does not print it.
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
        AssessmentKind::BasicItem => super::basic_item::ROWS,
        AssessmentKind::KeyItem => super::key_item::ROWS,
        AssessmentKind::AllItem => super::all_item::ROWS,
    }
}

const ITEMS: usize = Item::ALL.len();

/// Of each item the place of its first row; the length of the table where there is none.
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

static BASIC_ITEM: [u16; ITEMS] = index(super::basic_item::ROWS);
static KEY_ITEM: [u16; ITEMS] = index(super::key_item::ROWS);
static ALL_ITEM: [u16; ITEMS] = index(super::all_item::ROWS);

/// Declares the rows of a form, in groups of items that it asks `Once` or in `Each` entry of a list. A row is
/// `Item "number" Kind (requirement) options;`, the options `.material`, `.label "as printed"`, `.since Y M` and
/// `.until Y M`.
macro_rules! table {
    ($source:expr; $( $times:ident { $(
        $item:ident $number:literal $answer:ident ($($requirement:tt)+) $(. $option:ident $($value:literal)*)*;
    )+ } )+) => {
        &[$( $( $crate::catalogue::row::table!(@row $times, $source; $item $number $answer ($($requirement)+) $(. $option $($value)*)*), )+ )+]
    };
    (@row $times:ident, $source:expr; $item:ident $number:literal $answer:ident ($($requirement:tt)+) $(. $option:ident $($value:literal)*)*) => {
        $crate::catalogue::row::table!(
            @options $crate::catalogue::Row {
                item: $crate::catalogue::Item::$item,
                number: $number,
                label: $crate::catalogue::Item::$item.label(),
                answer: $crate::answer::AnswerKind::$answer,
                times: $crate::catalogue::Times::$times,
                requirement: $crate::catalogue::row::table!(@requirement $($requirement)+),
                materiality: $crate::catalogue::Materiality::Ordinary,
                since: None,
                until: None,
                source: $source,
            }; $(. $option $($value)*)*
        )
    };
    (@requirement required) => { $crate::catalogue::Requirement::Required };
    (@requirement voluntary) => { $crate::catalogue::Requirement::Voluntary };
    (@requirement voluntary unless $item:ident) => {
        $crate::catalogue::Requirement::VoluntaryUnless($crate::catalogue::Item::$item)
    };
    (@requirement organs) => { $crate::catalogue::Requirement::AdministrativeOrgans };
    (@requirement locals) => { $crate::catalogue::Requirement::LocalGovernments };
    (@requirement $item:ident is $code:literal) => {
        $crate::catalogue::row::table!(@when $item Chosen($code))
    };
    (@requirement $item:ident other $code:literal) => {
        $crate::catalogue::row::table!(@when $item ChosenOther($code))
    };
    (@requirement $item:ident has $code:literal) => { $crate::catalogue::row::table!(@when $item Has($code)) };
    (@requirement $item:ident ticked) => { $crate::catalogue::row::table!(@when $item Ticked) };
    (@requirement unless $item:ident) => { $crate::catalogue::row::table!(@when $item Unticked) };
    (@when $item:ident $($is:tt)+) => {
        $crate::catalogue::Requirement::When($crate::catalogue::Condition {
            item: $crate::catalogue::Item::$item,
            is: $crate::catalogue::Is::$($is)+,
        })
    };
    (@options $row:expr;) => { $row };
    (@options $row:expr; . material $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options
            $crate::catalogue::Row { materiality: $crate::catalogue::Materiality::Material, ..$row }; $($rest)*)
    };
    (@options $row:expr; . label $label:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { label: $label, ..$row }; $($rest)*)
    };
    (@options $row:expr; . since $year:literal $month:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { since: Some(($year, $month)), ..$row }; $($rest)*)
    };
    (@options $row:expr; . until $year:literal $month:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { until: Some(($year, $month)), ..$row }; $($rest)*)
    };
}
pub(super) use table;
