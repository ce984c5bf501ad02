//! The tables of the My Number Act and of the order on provision: their rows, and which old row became which new one.

use chrono::NaiveDate;

use super::body;
use super::data::{APPENDED, BODIES, FIRST, LAWS, LISTS, Later, OTHERS, PROVISION, Pair, Raw, SECOND};
use super::evidence::day;
use super::{KnownLaw, Number, Place};

/// A table (表) whose rows the crate knows, as they were on one day ([`state`](Self::state)).
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

    /// The day of the copy of the table. The tables change several times a year, so a row may be different on another
    /// day.
    #[must_use]
    pub const fn state(self) -> NaiveDate {
        match self {
            Self::First | Self::Second => day(2019, 10, 1),
            Self::Appended => day(2025, 9, 24),
            Self::Provision => day(2026, 2, 8),
        }
    }

    /// The day of the copy of the [`order`](Self::order) that contains the articles.
    #[must_use]
    pub const fn state_of_articles(self) -> NaiveDate {
        match self {
            Self::First => day(2019, 10, 1),
            Self::Second => day(2019, 12, 26),
            Self::Appended | Self::Provision => day(2026, 2, 8),
        }
    }

    /// The origin of the copy of the table.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::First | Self::Second => "github.com/lwhb/lawhub-xml, commit 088d9748",
            Self::Appended => "github.com/kaz-under-the-bridge/appi-related-laws, commit 9369b99 (e-Gov XML)",
            Self::Provision => "github.com/DaisukeHori/japan-law, commit ae3284ce (e-Gov copy)",
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

    /// The rows of the copy, in order.
    pub fn rows(self) -> impl Iterator<Item = TableRow> {
        self.raw().iter().map(move |raw| TableRow { table: self, raw, state: self.state() })
    }

    /// The row with this number, from the copy. A row that the copy lacks is also found if it was seen on a later day
    /// ([`TableRow::state`]).
    #[must_use]
    pub fn row(self, number: Number) -> Option<TableRow> {
        let key = number.to_bytes()?;
        let raw = self.raw();
        if let Ok(index) = raw.binary_search_by_key(&key, |raw| raw.number) {
            return Some(TableRow { table: self, raw: raw.get(index)?, state: self.state() });
        }
        let later = OTHERS.iter().find(|later| later.table == self as u8 && later.row.number == key);
        later.map(|Later { table: _, row, seen: (year, month, of_month) }| TableRow {
            table: self,
            raw: row,
            state: day(*year, *month, *of_month),
        })
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

/// A row (項) of a [`Table`], as it was on the day of its copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    table: Table,
    raw: &'static Raw,
    state: NaiveDate,
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

    /// The day on which the row was seen: that of the copy, or a later one if the copy lacks the row. For a row that
    /// was seen later, only the number is known, and for some also the article.
    #[must_use]
    pub const fn state(self) -> NaiveDate {
        self.state
    }

    /// Whether the row was deleted and only its number is kept (削除).
    #[must_use]
    pub fn is_deleted(self) -> bool {
        self.body().is_none() && self.is_in_copy()
    }

    /// Whether the copy of the table has the row.
    pub(super) fn is_in_copy(self) -> bool {
        self.state == self.table.state()
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

    /// The bodies that a row of 別表第二 names as providers, but that the corresponding row of 第2条の表 does not. For such a
    /// body, the new row is not a basis of provision.
    pub fn dropped_providers(self) -> impl Iterator<Item = &'static str> {
        self.bodies(matches!(self.table, Table::Second))
    }

    fn bodies(self, any: bool) -> impl Iterator<Item = &'static str> {
        let start = usize::from(self.raw.list);
        let end = if any { start + usize::from(self.raw.listed) } else { start };
        LISTS.get(start..end).unwrap_or_default().iter().filter_map(|body| text(*body))
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
        let named = body::key(named);
        if named.is_empty() {
            return None;
        }
        body::agree(self.body()?, &named, is_inquirer)
    }

    /// The corresponding row before or after the renumbering.
    pub(super) fn counterpart(self) -> Counterpart {
        if !self.is_in_copy() {
            return Counterpart::NotKnown;
        }
        let other = self.table.other();
        let (pair, row) = if self.table.is_old() {
            (Some(self.raw), Number::from_bytes(self.raw.new).and_then(|number| other.row(number)))
        } else {
            let old = other.raw().iter().find(|old| old.new == self.raw.number);
            (old, old.map(|raw| Self { table: other, raw, state: other.state() }))
        };
        match (pair.map(|raw| raw.pair), row) {
            (Some(Pair::SameText), Some(row)) => Counterpart::SameText(row),
            (Some(Pair::ByHand), Some(row)) => Counterpart::ByHand(row),
            (Some(Pair::Uncertain), _) => Counterpart::Uncertain,
            (Some(Pair::SameText | Pair::ByHand), None) | (Some(Pair::Unpaired) | None, _) => Counterpart::None,
        }
    }
}

/// The corresponding row before or after the renumbering, and how certain it is.
pub(super) enum Counterpart {
    /// Body and affair are the same in both texts.
    SameText(TableRow),
    /// The affair was reworded, and both texts were read.
    ByHand(TableRow),
    /// A row has the same inquirer and affair, but none of the information.
    Uncertain,
    /// There is no corresponding row.
    None,
    /// The copy lacks the row.
    NotKnown,
}

fn text(body: u8) -> Option<&'static str> {
    BODIES.get(usize::from(body)).copied().filter(|body| !body.is_empty())
}

/// Whether a row of 別表第二 or 第2条の表 belongs to a body with this name.
fn is_inquirer(name: &str) -> bool {
    let rows = Table::Second.rows().chain(Table::Provision.rows());
    rows.filter_map(TableRow::body).any(|cell| body::parts(cell).any(|body| body == name))
}
