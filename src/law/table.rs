//! The tables of the My Number Act and of the order on provision: their rows, and which old row became which new one.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::body;
use super::data::{APPENDED, BODIES, FIRST, LAWS, LISTS, LIVES, PROVISION, Pair, Raw, SECOND};
use super::evidence::PairEvidence;
use super::life::Life;
use super::{KnownLaw, Number, Place};
use crate::value::date::day;

/// A table (表) whose rows the crate knows from its copies ([`editions`](Self::editions)).
///
/// ```
/// use mynumber_pia::law::{Number, Table};
///
/// let row = Number::new(48).and_then(|number| Table::Provision.row(number)).unwrap();
/// assert_eq!(row.body(), Some("市町村長"));
/// assert_eq!(row.law(), Some("地方税法"));
/// assert!(row.providers().any(|provider| provider == "都道府県知事等"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// 番号法別表第一, until 2024-05-26.
    First,
    /// 番号法別表第二, until 2024-05-26.
    Second,
    /// 番号法別表, from 2024-05-27.
    Appended,
    /// The table of 第2条 of the order on provision under 番号法第19条第8号, from 2024-05-27.
    Provision,
}

impl Table {
    /// All four tables.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Appended, Self::Provision];

    /// The table that is at `place` of `law`, or that contains the row at `place`.
    pub(super) fn of(law: KnownLaw, place: Place) -> Option<Self> {
        let own = place.table()?;
        Self::ALL.into_iter().find(|table| table.act() as u8 == law as u8 && table.place() == own)
    }

    /// The law that contains the table.
    #[must_use]
    pub const fn act(self) -> KnownLaw {
        match self {
            Self::First | Self::Second | Self::Appended => KnownLaw::MyNumberAct,
            Self::Provision => KnownLaw::MyNumberProvisionOrder,
        }
    }

    /// The order whose articles belong to the rows.
    #[must_use]
    pub const fn order(self) -> KnownLaw {
        match self {
            Self::First | Self::Appended => KnownLaw::MyNumberTableOrder,
            Self::Second => KnownLaw::MyNumberSecondTableOrder,
            Self::Provision => KnownLaw::MyNumberProvisionOrder,
        }
    }

    /// The place of the table in its law.
    #[must_use]
    pub const fn place(self) -> Place {
        match self {
            Self::First => Place::appended_table(Some(Number::ONE)),
            Self::Second => Place::appended_table(Some(Number::TWO)),
            Self::Appended => Place::appended_table(None),
            Self::Provision => Place::table_of_article(Number::TWO),
        }
    }

    /// The copies of the table, the oldest first.
    ///
    /// ```
    /// use mynumber_pia::law::Table;
    ///
    /// let days: Vec<String> = Table::Appended.editions().iter().map(|copy| copy.day.to_string()).collect();
    /// assert_eq!(days, ["2025-09-24", "2026-07-17"]);
    /// ```
    #[must_use]
    pub const fn editions(self) -> &'static [TableEdition] {
        match self {
            Self::First => &FIRST_EDITIONS,
            Self::Second => &SECOND_EDITIONS,
            Self::Appended => &APPENDED_EDITIONS,
            Self::Provision => &PROVISION_EDITIONS,
        }
    }

    /// The day of the newest copy of the table. The tables change several times a year, so a row may be different on a
    /// later day.
    #[must_use]
    pub const fn copied_on(self) -> NaiveDate {
        match self.editions().last() {
            Some(edition) => edition.day,
            None => NaiveDate::MIN,
        }
    }

    const fn raw(self) -> &'static [Raw] {
        match self {
            Self::First => &FIRST,
            Self::Second => &SECOND,
            Self::Appended => &APPENDED,
            Self::Provision => &PROVISION,
        }
    }

    /// The numbers that any copy has, in order.
    pub(super) fn numbers(self) -> impl Iterator<Item = Number> {
        self.groups().filter_map(|versions| Some(versions.newest()?.number()))
    }

    /// The rows of all copies, each as often as it was changed.
    pub(super) fn versions_of_rows(self) -> impl Iterator<Item = TableRow> {
        self.raw().iter().map(move |raw| TableRow { table: self, raw })
    }

    /// The versions of each number.
    pub(super) fn groups(self) -> impl Iterator<Item = Versions> {
        self.raw().chunk_by(|one, other| one.number == other.number).map(move |raw| Versions { table: self, raw })
    }

    /// The versions of a number; none if no copy has it.
    pub(super) fn versions(self, number: Number) -> Versions {
        let raw = self.raw();
        let start = number.to_bytes().map_or(raw.len(), |key| raw.partition_point(|raw| raw.number < key));
        let rest = raw.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|raw| Some(raw.number) == number.to_bytes()).count();
        Versions { table: self, raw: rest.get(..length).unwrap_or_default() }
    }

    /// The row with this number in the newest copy that has one. Earlier copies may have another row with the number;
    /// [`row_as_of`](Self::row_as_of) answers for a day.
    #[must_use]
    pub fn row(self, number: Number) -> Option<TableRow> {
        self.versions(number).newest()
    }

    /// The corresponding table before or after the renumbering of 2024-05-27.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::First => Self::Appended,
            Self::Second => Self::Provision,
            Self::Appended => Self::First,
            Self::Provision => Self::Second,
        }
    }

    pub(super) const fn is_old(self) -> bool {
        matches!(self, Self::First | Self::Second)
    }
}

/// A copy of a [`Table`] (表の版).
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableEdition {
    /// The day of the text.
    pub day: NaiveDate,
    /// The day of the copy of the [`order`](Table::order) that contains the articles.
    pub of_articles: NaiveDate,
    /// The origin of the copy.
    pub source: &'static str,
}

const LAWHUB: &str = "github.com/lwhb/lawhub-xml, commit 088d9748";
static FIRST_EDITIONS: [TableEdition; 1] =
    [TableEdition { day: day(2019, 10, 1), of_articles: day(2019, 10, 1), source: LAWHUB }];
static SECOND_EDITIONS: [TableEdition; 1] =
    [TableEdition { day: day(2019, 10, 1), of_articles: day(2019, 12, 26), source: LAWHUB }];
static APPENDED_EDITIONS: [TableEdition; 2] = [
    TableEdition {
        day: day(2025, 9, 24),
        of_articles: day(2026, 2, 8),
        source: "github.com/kaz-under-the-bridge/appi-related-laws, commit 9369b99 (e-Gov XML)",
    },
    TableEdition {
        day: day(2026, 7, 17),
        of_articles: day(2026, 6, 26),
        source: "github.com/MT472562/japanese-laws, revision of 2026-07-17",
    },
];
static PROVISION_EDITIONS: [TableEdition; 2] = [
    TableEdition {
        day: day(2026, 2, 8),
        of_articles: day(2026, 2, 8),
        source: "github.com/DaisukeHori/japan-law, commit ae3284ce (e-Gov copy)",
    },
    TableEdition {
        day: day(2026, 6, 26),
        of_articles: day(2026, 6, 26),
        source: "github.com/MT472562/japanese-laws, revision of 2026-06-26",
    },
];

/// The rows that a number has had, in the order of their days.
#[derive(Clone, Copy)]
pub(super) struct Versions {
    table: Table,
    raw: &'static [Raw],
}

impl Versions {
    const fn row(self, raw: &'static Raw) -> TableRow {
        TableRow { table: self.table, raw }
    }

    /// The table.
    pub(super) const fn table(self) -> Table {
        self.table
    }

    /// The rows, in the order of their days.
    pub(super) fn rows(self) -> impl Iterator<Item = TableRow> {
        self.raw.iter().map(move |raw| self.row(raw))
    }

    pub(super) fn newest(self) -> Option<TableRow> {
        self.raw.last().map(|raw| self.row(raw))
    }

    /// Whether the number has had different rows, and not only one that was changed.
    pub(super) fn are_several(self) -> bool {
        let pairs = self.raw.iter().zip(self.raw.iter().skip(1));
        pairs.into_iter().any(|(raw, _)| !self.row(raw).continues())
    }
}

fn life(raw: &Raw) -> Life {
    const NEVER: Life = Life { absent: None, first: NaiveDate::MAX, last: NaiveDate::MIN, gone: None };
    LIVES.get(usize::from(raw.life)).copied().unwrap_or(NEVER)
}

/// A row (項) of a [`Table`], as long as it was the same ([`life`](Self::life)).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    table: Table,
    raw: &'static Raw,
}

impl core::fmt::Debug for TableRow {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TableRow")
            .field("table", &self.table)
            .field("number", &self.number())
            .field("body", &self.body())
            .field("law", &self.law())
            .finish_non_exhaustive()
    }
}

impl TableRow {
    /// The table.
    #[must_use]
    pub const fn table(self) -> Table {
        self.table
    }

    /// The number of the row.
    #[must_use]
    pub fn number(self) -> Number {
        Number::from_bytes(self.raw.number).unwrap_or(Number::ONE)
    }

    /// When the row was seen, and what is known of its beginning and its end.
    #[must_use]
    pub fn life(self) -> Life {
        life(self.raw)
    }

    /// Whether the row was deleted and only its number is kept (削除).
    #[must_use]
    pub const fn is_deleted(self) -> bool {
        self.raw.is_deleted
    }

    /// Whether the text of the row was not seen, only its number.
    pub(super) fn is_only_a_number(self) -> bool {
        self.body().is_none() && !self.is_deleted()
    }

    /// The article of the table's [`order`](Table::order) that belongs to the row; `None` if the order has none.
    #[must_use]
    pub fn article(self) -> Option<Number> {
        Number::from_bytes(self.raw.article)
    }

    /// The body of the row: in 別表第二 and 第2条の表 the body that inquires (情報照会者), in the other two the body that uses the
    /// number. The name is that of the table, without its additions in brackets.
    #[doc(alias = "情報照会者")]
    #[must_use]
    pub fn body(self) -> Option<&'static str> {
        text(self.raw.body)
    }

    /// The law, notice or guideline that the affair (事務) is based on: the title that the affair names first. A law that
    /// the table cites only by its number has that number as its title (昭和60年法律第34号).
    #[must_use]
    pub fn law(self) -> Option<&'static str> {
        LAWS.get(usize::from(self.raw.law)).map(|(title, _)| *title).filter(|title| !title.is_empty())
    }

    /// The number of that law (法令番号), if one of the tables prints it.
    #[must_use]
    pub fn law_number(self) -> Option<&'static str> {
        LAWS.get(usize::from(self.raw.law)).map(|(_, number)| *number).filter(|number| !number.is_empty())
    }

    /// The bodies that provide information (情報提供者), one cell each, in the order of the row. They are recorded only for
    /// 第2条の表.
    ///
    /// A body that provides several kinds of information is listed once for each.
    pub fn providers(self) -> impl Iterator<Item = &'static str> {
        self.bodies(matches!(self.table, Table::Provision))
    }

    /// The bodies that a row of 別表第二 names as providers, but that the corresponding row of 第2条の表 does not, in its first
    /// copy. For such a body, the new row is not a basis of provision. For a row of 第2条の表 that was changed, those that
    /// the next copy no longer names.
    pub fn dropped_providers(self) -> impl Iterator<Item = &'static str> {
        let next = if self.table.is_old() { None } else { self.follow() };
        let is_dropped = move |body: &&str| next.is_some_and(|next| !next.providers().any(|other| other == *body));
        self.bodies(matches!(self.table, Table::Second)).chain(self.providers().filter(is_dropped))
    }

    fn bodies(self, any: bool) -> impl Iterator<Item = &'static str> {
        let (start, length) = self.raw.bodies;
        let end = usize::from(start) + if any { usize::from(length) } else { 0 };
        LISTS.get(usize::from(start)..end).unwrap_or_default().iter().filter_map(|body| text(*body))
    }

    /// Whether the row can be that of the bodies in `named`, which may be joined with 又は, 若しくは, 及び or 、. Names are
    /// compared without blanks and text in brackets, and a collective name matches its members. `None` if it cannot be
    /// decided: the row has no body, or one of the names is not that of an inquirer. It is always `None` for tables
    /// other than 別表第二 and 第2条の表.
    ///
    /// ```
    /// use mynumber_pia::law::{Number, Table};
    ///
    /// let row = Number::new(69).and_then(|number| Table::Provision.row(number)).unwrap();
    /// assert_eq!(row.body(), Some("市町村長又は国民健康保険組合"));
    /// assert_eq!(row.is_of("市町村長"), Some(true));
    /// assert_eq!(row.is_of("健康保険組合"), Some(false));
    /// assert_eq!(row.is_of("別紙1のとおり"), None);
    /// ```
    #[doc(alias = "情報照会者")]
    #[must_use]
    pub fn is_of(self, named: &str) -> Option<bool> {
        if !matches!(self.table, Table::Second | Table::Provision) {
            return None;
        }
        self.is_of_one(&body::parts(&body::key(named)).collect::<Vec<_>>())
    }

    /// The same, of the bodies in a [`body_key`](super::body_key), which [`bodies_in`](super::bodies_in) lists.
    pub(crate) fn is_of_one(self, bodies: &[&str]) -> Option<bool> {
        if !matches!(self.table, Table::Second | Table::Provision) || bodies.is_empty() {
            return None;
        }
        body::agree(self.body()?, bodies, is_inquirer)
    }

    /// Whether the number has the same row after the next change.
    pub(super) fn continues(self) -> bool {
        !self.table.is_old() && self.raw.next == self.raw.number
    }

    /// The row after its next change in the same table, or in the first copy of the table that replaced this one.
    pub(super) fn follow(self) -> Option<Self> {
        let table = if self.table.is_old() { self.table.other() } else { self.table };
        let versions = table.versions(Number::from_bytes(self.raw.next)?);
        if self.table.is_old() { versions.raw.first().map(|raw| versions.row(raw)) } else { versions.newest() }
    }

    /// The row as the next copy has it, if `day` is between the two copies.
    pub(crate) fn changed_about(self, day: NaiveDate) -> Option<Self> {
        let next = self.follow().filter(|_| self.continues());
        next.filter(|next| self.life().last < day && day < next.life().first)
    }

    /// The newest row for the same affair, and how the two are paired; `None` if there is none, or none that is certain.
    pub(super) fn newest(self) -> Option<(Self, PairEvidence)> {
        let mut newest = (self, PairEvidence::SameText);
        if self.table.is_old() {
            newest = (self.follow()?, self.raw.how.evidence()?);
        }
        while let Some(next) = newest.0.follow() {
            newest = (next, weaker(newest.1, newest.0.raw.how.evidence()?));
        }
        Some(newest)
    }

    /// The row for the same affair before the last change, or before the renumbering, and how the two are paired.
    pub(super) fn before(self) -> Option<(Self, PairEvidence)> {
        let was = if self.life().absent.is_none() {
            // The rows of the first copy were paired with those of the old table.
            if self.table.is_old() { None } else { self.in_table(self.table.other()) }
        } else {
            self.in_table(self.table)
        };
        was.and_then(|was| Some((was, was.raw.how.evidence()?)))
    }

    /// The row of `table` whose next number is that of this row.
    fn in_table(self, table: Table) -> Option<Self> {
        let is_older = |raw: &&Raw| raw.next == self.raw.number && !core::ptr::eq(*raw, self.raw);
        table.raw().iter().find(is_older).map(|raw| Self { table, raw })
    }

    /// Whether it may have been paired with a later row, but not with certainty.
    pub(super) fn may_be_followed(self) -> bool {
        self.raw.how == Pair::Uncertain
    }

    /// Whether a row of the old table may have been paired with it, but not with certainty.
    pub(super) fn may_follow(self) -> bool {
        let is_uncertain = |raw: &Raw| raw.next == self.raw.number && raw.how == Pair::Uncertain;
        !self.table.is_old() && self.table.other().raw().iter().any(is_uncertain)
    }
}

impl Pair {
    /// What the pair is evidence of; `None` if the rows do not belong together.
    const fn evidence(self) -> Option<PairEvidence> {
        match self {
            Self::SameText => Some(PairEvidence::SameText),
            Self::ByHand => Some(PairEvidence::ByHand),
            Self::Uncertain | Self::Unpaired => None,
        }
    }
}

/// The less certain of two pairs of texts.
pub(super) const fn weaker(one: PairEvidence, other: PairEvidence) -> PairEvidence {
    match one {
        PairEvidence::ByHand => one,
        PairEvidence::SameText | PairEvidence::Assessment(_) | PairEvidence::SameTerm => other,
    }
}

fn text(body: u8) -> Option<&'static str> {
    BODIES.get(usize::from(body)).copied().filter(|body| !body.is_empty())
}

/// Whether a row of 別表第二 or 第2条の表 belongs to a body with this name.
pub(crate) fn is_inquirer(name: &str) -> bool {
    let cells = SECOND.iter().chain(&PROVISION).filter_map(|raw| text(raw.body));
    // To look for the name first is faster than to take every cell apart.
    cells.filter(|cell| cell.contains(name)).flat_map(body::parts).any(|body| body == name)
}
