//! Which numbers were in force when: those of the tables and of their rows, of 番号法第19条 and of its 第2条.

use chrono::NaiveDate;

use super::evidence::{Bound, MOVED_DEFINITIONS, RULES, Rule, Subject};
use super::life::Life;
use super::table::Versions;
use super::{Citation, KnownLaw, Law, Locator, Number, Part, Place, Table, TableRow};

/// Whether a citation was in force on a day.
///
/// For a row of a [`Table`], [`Citation::row_as_of`] says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    /// In force on that day.
    InForce(Dated),
    /// Not yet in force.
    NotYet(Dated),
    /// No longer in force. 番号法第19条第7号 still exists, but is no longer the basis of information linkage.
    NoLonger(Dated),
    /// The table was in force, but did not have the cited row: not yet, no longer, in no copy, or as a deleted row (削除).
    /// The days are those of the table. A row of no copy is not evidenced before the first copy or after the last.
    NoRow(Dated),
    /// No dated evidence covers that day.
    NotEvidenced,
}

impl Validity {
    /// A stable code to store: `in_force`, `not_yet`, `no_longer`, `no_row` or `not_evidenced`.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::Citation;
    ///
    /// let citation: Citation = "番号法別表第一の30の項".parse()?;
    /// assert_eq!(citation.as_of(NaiveDate::from_ymd_opt(2024, 5, 27).unwrap()).code(), "no_longer");
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub const fn code(&self) -> &'static str {
        let [code, _] = self.words();
        code
    }

    /// The code and the Japanese of it.
    pub(super) const fn words(&self) -> [&'static str; 2] {
        match self {
            Self::InForce(_) => ["in_force", "有効"],
            Self::NotYet(_) => ["not_yet", "未施行"],
            Self::NoLonger(_) => ["no_longer", "失効"],
            Self::NoRow(_) => ["no_row", "項なし"],
            Self::NotEvidenced => ["not_evidenced", "確認できない"],
        }
    }

    /// From when to when, and the evidence.
    pub(super) const fn dated(self) -> Option<Dated> {
        match self {
            Self::InForce(dated) | Self::NotYet(dated) | Self::NoLonger(dated) | Self::NoRow(dated) => Some(dated),
            Self::NotEvidenced => None,
        }
    }
}

/// The first and last day on which something was in force, and the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dated {
    /// The first day.
    pub from: Bound,
    /// The last day; `None` if it is still in force.
    pub until: Option<Bound>,
    /// The text in which it was seen.
    pub evidence: &'static str,
}

/// Whether a table has a row (項) on a day, as far as its copies show ([`Table::editions`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStatus {
    /// The table has the row.
    Exists {
        /// The row.
        row: TableRow,
        /// The nearest day on which the row was seen as it is here, if it was not on the day that was asked about. It
        /// may have been changed in between.
        seen_on: Option<NaiveDate>,
    },
    /// The number is kept for a deleted row (削除).
    Deleted {
        /// The row.
        row: TableRow,
        /// The same as for [`Exists`](Self::Exists).
        seen_on: Option<NaiveDate>,
    },
    /// The table did not have the row yet.
    NotYet {
        /// The row that came later.
        row: TableRow,
    },
    /// The table no longer had the row.
    NoLonger {
        /// The row that it had before.
        row: TableRow,
    },
    /// The number got a row, lost it or got another one between two days, and no text says when.
    NotKnown {
        /// The row before the change; `None` if there was none.
        before: Option<TableRow>,
        /// The row after the change; `None` if there is none.
        after: Option<TableRow>,
        /// The last day before the change that is known, and the first day after it.
        between: (NaiveDate, NaiveDate),
    },
    /// No copy of the table has such a row.
    Missing {
        /// The day of the nearest copy, if the day that was asked about is before the first copy or after the last. The
        /// row may have existed before, or may have been added since.
        copied_on: Option<NaiveDate>,
    },
    /// The whole table was not in force on that day, or there is no evidence that it was.
    NoTable(Validity),
    /// The citation is not a row of a [`Table`].
    NotARow,
}

/// What a table has under a number on a day (ある日の項).
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::law::Citation;
///
/// let citation: Citation = "番号法別表の44の項".parse()?;
/// let row = citation.row_as_of(NaiveDate::from_ymd_opt(2026, 7, 17).unwrap());
/// assert_eq!(row.to_string(), "市町村長又は国民健康保険組合、国民健康保険法（2025-09-24から2026-07-17まで確認）");
/// # Ok::<(), mynumber_pia::law::CitationError>(())
/// ```
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOnDay {
    /// The day that was asked about.
    pub day: NaiveDate,
    /// Whether the table has the row on that day.
    pub status: RowStatus,
}

impl RowStatus {
    /// A stable code to store: `exists`, `deleted`, `not_yet`, `no_longer`, `not_known`, `missing`, `no_table` or
    /// `not_a_row`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        let [code, _] = self.words();
        code
    }

    /// The code and the Japanese of it.
    pub(super) const fn words(&self) -> [&'static str; 2] {
        match self {
            Self::Exists { .. } => ["exists", "あり"],
            Self::Deleted { .. } => ["deleted", "削除"],
            Self::NotYet { .. } => ["not_yet", "追加前"],
            Self::NoLonger { .. } => ["no_longer", "廃止後"],
            Self::NotKnown { .. } => ["not_known", "不明"],
            Self::Missing { .. } => ["missing", "項なし"],
            Self::NoTable(_) => ["no_table", "表なし"],
            Self::NotARow => ["not_a_row", "項の引用でない"],
        }
    }
}

impl Versions {
    /// What the number has on `day`. A row that was changed between two copies existed in between, as one of them has it;
    /// the answer is the earlier one. It is not asked whether the table was in force.
    pub(super) fn at(self, day: NaiveDate) -> RowStatus {
        let has = |row: TableRow| {
            let seen_on = row.life().other_than(day);
            if row.is_deleted() { RowStatus::Deleted { row, seen_on } } else { RowStatus::Exists { row, seen_on } }
        };
        let has_begun = |row: &TableRow| row.life().absent.is_none() || row.life().first <= day;
        let begun = self.rows().take_while(has_begun).count();
        let before = begun.checked_sub(1).and_then(|last| self.rows().nth(last));
        let after = self.rows().nth(begun);
        // The last day on which the next row was not there.
        let absent = after.and_then(|after| Some((after, after.life().absent?)));
        match (before, absent) {
            (None, None) => RowStatus::Missing { copied_on: self.table().nearest_to(day) },
            (None, Some((row, absent))) if day <= absent => RowStatus::NotYet { row },
            (Some(before), Some((_, absent))) if day <= absent || before.continues() => has(before),
            (before, Some((after, absent))) => {
                RowStatus::NotKnown { before, after: Some(after), between: (absent, after.life().first) }
            }
            (Some(row), None) => match row.life() {
                Life { gone: Some(gone), .. } if gone <= day => RowStatus::NoLonger { row },
                Life { gone: Some(gone), last, .. } if last < day => {
                    RowStatus::NotKnown { before: Some(row), after: None, between: (last, gone) }
                }
                Life { .. } => has(row),
            },
        }
    }
}

/// Whether `place` is in the appended table with this number; `None` means 別表 without a number.
pub(super) fn in_table(place: Place, number: Option<u32>) -> bool {
    match place.part() {
        Part::AppendedTable(own) => own == number.and_then(Number::new),
        Part::Main | Part::Supplementary | Part::UnnamedTable | Part::Division(_) | Part::Form(_) | Part::Point(_) => {
            false
        }
    }
}

/// The item of 番号法第19条 that contains `place`.
pub(super) fn linkage_item(place: Place) -> Option<u32> {
    let article = place.article_number()?;
    let item = place.item_number()?;
    let plain = place.part() == Part::Main && place.paragraph_number().is_none() && place.sub_item_letter().is_none();
    let simple = article.branches().next().is_none() && item.branches().next().is_none();
    (plain && simple && !place.is_table() && article.main() == 19).then_some(item.main())
}

/// The paragraph of 番号法第2条 at `place`.
pub(super) fn definition(place: Place) -> Option<u32> {
    let (article, paragraph) = (place.article_number()?, place.paragraph_number()?);
    (place == Place::article(article).paragraph(paragraph) && article == Number::TWO).then_some(paragraph.main())
}

impl Subject {
    fn covers(self, law: KnownLaw, place: Option<Place>) -> bool {
        let act = law == KnownLaw::MyNumberAct;
        match (self, place) {
            (Self::Table(number), Some(place)) => act && in_table(place, number),
            (Self::LinkageItem(item), Some(place)) => act && linkage_item(place) == Some(item),
            (Self::LastDefinition, Some(place)) => act && definition(place) == Some(MOVED_DEFINITIONS.1 + 1),
            (Self::Table(_) | Self::LinkageItem(_) | Self::LastDefinition, None) => false,
            (Self::Order(order), _) => law == order,
        }
    }
}

pub(super) fn rule_of(law: &Law, locator: Locator) -> Option<&'static Rule> {
    let Law::Known(law) = law else { return None };
    let place = locator.place();
    RULES.iter().find(|rule| rule.subject.covers(*law, place))
}

fn in_force(law: &Law, locator: Locator, day: NaiveDate) -> Validity {
    let Some(Rule { subject: _, from, until, superseded, evidence }) = rule_of(law, locator) else {
        return Validity::NotEvidenced;
    };
    let dated = Dated { from: *from, until: *until, evidence };
    if superseded.is_some_and(|superseded| superseded <= day) {
        return Validity::NoLonger(dated);
    }
    match (from, until) {
        (Bound::Enacted(first), _) if day < *first => Validity::NotYet(dated),
        (_, Some(Bound::Enacted(last))) if *last < day => Validity::NoLonger(dated),
        (Bound::Seen(first), _) if day < *first => Validity::NotEvidenced,
        (_, Some(Bound::Seen(last))) if *last < day => Validity::NotEvidenced,
        (Bound::Enacted(_) | Bound::Seen(_), Some(Bound::Enacted(_) | Bound::Seen(_)) | None) => {
            Validity::InForce(dated)
        }
    }
}

impl Table {
    /// Whether the table was in force on `day`, according to dated evidence. Allocates nothing.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::{Table, Validity};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
    /// assert!(matches!(Table::Second.as_of(day), Validity::InForce(_)));
    /// assert!(matches!(Table::Provision.as_of(day), Validity::NotYet(_)));
    /// ```
    #[must_use]
    pub fn as_of(self, day: NaiveDate) -> Validity {
        in_force(&Law::Known(self.act()), Locator::At(self.place()), day)
    }

    /// The rows of the newest copy, in order.
    pub fn rows(self) -> impl Iterator<Item = TableRow> {
        self.rows_as_of(self.copied_on())
    }

    /// The rows that the table has on `day`, in order, as far as the copies show ([`RowStatus`]). On the day of a copy,
    /// these are its rows. A number whose row on that day is not known is left out. It is not asked whether the table was
    /// in force.
    pub fn rows_as_of(self, day: NaiveDate) -> impl Iterator<Item = TableRow> {
        self.groups().filter_map(move |versions| match versions.at(day) {
            RowStatus::Exists { row, .. } | RowStatus::Deleted { row, .. } => Some(row),
            RowStatus::NotYet { .. }
            | RowStatus::NoLonger { .. }
            | RowStatus::NotKnown { .. }
            | RowStatus::Missing { .. }
            | RowStatus::NoTable(_)
            | RowStatus::NotARow => None,
        })
    }

    /// Whether the table was in force on `day` and has the row; the same answer as [`Citation::row_as_of`] gives for a
    /// citation. Allocates nothing.
    #[must_use]
    pub fn row_as_of(self, number: Number, day: NaiveDate) -> RowOnDay {
        RowOnDay { day, status: self.status(number, day) }
    }

    fn status(self, number: Number, day: NaiveDate) -> RowStatus {
        match self.as_of(day) {
            Validity::InForce(_) => {}
            other @ (Validity::NotYet(_) | Validity::NoLonger(_) | Validity::NoRow(_) | Validity::NotEvidenced) => {
                return RowStatus::NoTable(other);
            }
        }
        self.versions(number).at(day)
    }

    /// The day of the first copy if `day` is before it, or of the last copy if `day` is after that.
    fn nearest_to(self, day: NaiveDate) -> Option<NaiveDate> {
        let first = self.editions().first().map(|edition| edition.day).filter(|first| day < *first);
        first.or_else(|| Some(self.copied_on()).filter(|last| *last < day))
    }
}

impl Citation {
    /// Whether the citation was in force on `day`, according to dated evidence. There is evidence for the tables of the
    /// My Number Act, for the orders that belong to them, and for the item of 第19条 that is the basis of information
    /// linkage. For everything else the answer is [`Validity::NotEvidenced`]. For a row of a table the answer agrees with
    /// [`row_as_of`](Self::row_as_of).
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::{Citation, Validity};
    ///
    /// let old: Citation = "番号法別表第二の27の項".parse()?;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// assert!(matches!(old.as_of(day(2024, 5, 26)), Validity::InForce(_)));
    /// assert!(matches!(old.as_of(day(2024, 5, 27)), Validity::NoLonger(_)));
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Validity {
        self.with_row(day, || self.row_as_of(day).status)
    }

    /// The same, if it is known which row was in the table on that day.
    pub(crate) fn with_row(&self, day: NaiveDate, row: impl FnOnce() -> RowStatus) -> Validity {
        let validity = self.law().map_or(Validity::NotEvidenced, |law| in_force(law, self.locator(), day));
        let Validity::InForce(dated) = validity else { return validity };
        match row() {
            RowStatus::NotARow | RowStatus::Exists { .. } => validity,
            RowStatus::Deleted { .. }
            | RowStatus::NotYet { .. }
            | RowStatus::NoLonger { .. }
            | RowStatus::Missing { copied_on: None } => Validity::NoRow(dated),
            // It may have been there before the first copy, or may have been added after the last.
            RowStatus::Missing { copied_on: Some(_) } | RowStatus::NotKnown { .. } => Validity::NotEvidenced,
            RowStatus::NoTable(validity) => validity,
        }
    }

    /// The cited row of a [`Table`], in the newest copy that has one with this number. On an earlier day the number may
    /// have had another row ([`row_as_of`](Self::row_as_of)). Allocates nothing.
    ///
    /// ```
    /// use mynumber_pia::law::Citation;
    ///
    /// let cited: Citation = "番号法別表の44の項".parse()?;
    /// let row = cited.table_row().unwrap();
    /// assert_eq!((row.body(), row.law()), (Some("市町村長又は国民健康保険組合"), Some("国民健康保険法")));
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn table_row(&self) -> Option<TableRow> {
        let (table, number) = self.table_and_number()?;
        table.row(number)
    }

    pub(super) fn table_and_number(&self) -> Option<(Table, Number)> {
        let (Some(Law::Known(law)), Locator::At(place)) = (self.law(), self.locator()) else { return None };
        Some((Table::of(*law, place)?, place.row_number()?))
    }

    /// Whether the table of the cited row was in force on `day` and has the row. The tables change several times a year,
    /// and few copies of each are known, so the answer includes the days between which it is not known, or the day of
    /// the nearest copy. A number that has had different rows is never answered with the row of another day. Allocates
    /// nothing.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::{Citation, RowStatus};
    ///
    /// let cited: Citation = "番号法別表の31の2の項".parse()?;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let RowStatus::Exists { row, seen_on: None } = cited.row_as_of(day(2025, 10, 1)).status else { panic!() };
    /// assert_eq!(row.law(), Some("出入国管理及び難民認定法"));
    /// let RowStatus::NotKnown { after, between, .. } = cited.row_as_of(day(2026, 3, 1)).status else { panic!() };
    /// assert_eq!(after.and_then(|row| row.law()), Some("旅券法"));
    /// assert_eq!(between, (day(2026, 2, 8), day(2026, 7, 17)));
    /// let RowStatus::Exists { row, seen_on } = cited.row_as_of(day(2026, 11, 22)).status else { panic!() };
    /// assert_eq!((row.law(), seen_on), (Some("旅券法"), Some(day(2026, 7, 17)))); // the day of the newest copy
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn row_as_of(&self, day: NaiveDate) -> RowOnDay {
        let status = match self.table_and_number() {
            Some((table, number)) => table.status(number, day),
            None => RowStatus::NotARow,
        };
        RowOnDay { day, status }
    }

    /// The article of the order that belongs to a row of 第2条の表, in its copies. For all of
    /// its rows that are not deleted, article = row + 2, with the same branches. `None` for everything else. For the
    /// other tables the article cannot be computed from the row; [`TableRow::article`] looks
    /// it up.
    ///
    /// ```
    /// use mynumber_pia::law::Citation;
    ///
    /// let row: Citation = "利用特定個人情報の提供に関する命令第2条の表の十二の二の項".parse()?;
    /// assert_eq!(row.article_of_row().unwrap().to_string(), "利用特定個人情報の提供に関する命令第14条の2");
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn article_of_row(&self) -> Option<Self> {
        self.table_row().filter(|row| row.table() == Table::Provision)?.article_citation()
    }
}

impl TableRow {
    /// The row as a citation.
    #[must_use]
    pub fn citation(self) -> Citation {
        let place = self.table().place().row(self.number());
        let locator = place.map_or(Locator::Whole, Locator::At);
        Citation::unchecked(Some(Law::Known(self.table().act())), locator)
    }

    /// The article of the table's [`order`](Table::order) that belongs to the row, as a citation. The order is that of
    /// [`TableEdition::of_articles`](super::TableEdition::of_articles). `None` if the row has no article.
    #[must_use]
    pub fn article_citation(self) -> Option<Citation> {
        let article = Place::article(self.article()?);
        Some(Citation::unchecked(Some(Law::Known(self.table().order())), Locator::At(article)))
    }
}
