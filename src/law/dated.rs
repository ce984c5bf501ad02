//! Which numbers were in force when: the renumbering of 2024-05-27, and the change of 第19条第7号 to 第8号.

use chrono::NaiveDate;

use super::evidence::{
    Bound, FIRST_TABLE, LINKAGE, ORDER_ARTICLES, ORDERS, PairEvidence, RULES, Rule, SECOND_TABLE, Subject,
};
use super::table::Counterpart;
use super::{Citation, KnownLaw, Law, Locator, Number, Part, Place, Table, TableRow};

/// Whether a citation was in force on a day.
///
/// For a row, this is about its table; [`Citation::row_as_of`] says whether the table has the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    /// In force on that day.
    InForce(Dated),
    /// Not yet in force.
    NotYet(Dated),
    /// No longer in force. 番号法第19条第7号 still exists, but is no longer the basis of information linkage.
    NoLonger(Dated),
    /// No dated evidence covers that day.
    NotEvidenced,
}

impl Validity {
    /// A stable code to store: `in_force`, `not_yet`, `no_longer` or `not_evidenced`.
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
        match self {
            Self::InForce(_) => "in_force",
            Self::NotYet(_) => "not_yet",
            Self::NoLonger(_) => "no_longer",
            Self::NotEvidenced => "not_evidenced",
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

/// Whether a table has a row (項) on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowStatus {
    /// The table has the row.
    Exists {
        /// The row.
        row: TableRow,
        /// The day on which the row was seen, if it differs from the day that was asked about. The row may have been
        /// different then.
        state: Option<NaiveDate>,
    },
    /// The number is kept for a deleted row (削除).
    Deleted {
        /// The row.
        row: TableRow,
        /// The same as for [`Exists`](Self::Exists).
        state: Option<NaiveDate>,
    },
    /// The table does not have such a row.
    Missing {
        /// The day of the copy of the table, if it differs from the day that was asked about. The row may have existed
        /// before, or may have been added since.
        state: Option<NaiveDate>,
    },
    /// The whole table was not in force on that day, or there is no evidence that it was.
    NoTable(Validity),
    /// The citation is not a row of a [`Table`].
    NotARow,
}

/// The counterpart of a citation before or after a renumbering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renumbering {
    /// The new number of an old citation.
    Newer(Citation, PairEvidence),
    /// The old number of a new citation.
    Older(Citation, PairEvidence),
    /// The citation has no new number: no row of the new table has the body and affair of this old row (or of the row
    /// of this article), or the affair of this article of the order on 別表第一 has no article today.
    NoSuccessor,
    /// The citation has no old number: no row in the copy of the old table has the body and affair of this new row (or
    /// of the row of this article), or the affair of this article of the order on 別表 had none.
    NoPredecessor,
    /// A row of the other table has the same body and affair, but none of the information. It is not safe to map one to
    /// the other.
    Uncertain,
    /// The copy of the table, which is of this day, does not have the row.
    NoSuchRow(NaiveDate),
    /// The citation belongs to what was renumbered, but there is no evidence of its other number.
    NotEvidenced,
    /// No known renumbering affects the citation.
    Untouched,
}

/// Whether `place` is in the appended table with this number; `None` means 別表 without a number.
pub(super) fn in_table(place: Place, number: Option<u32>) -> bool {
    match place.part() {
        Part::AppendedTable(own) => own == number.and_then(Number::new),
        Part::Main | Part::Supplementary | Part::UnnamedTable => false,
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

impl Subject {
    fn covers(self, law: &Law, locator: Locator) -> bool {
        let act = law.is(KnownLaw::MyNumberAct);
        match (self, locator.place()) {
            (Self::Table(number), Some(place)) => act && in_table(place, number),
            (Self::LinkageItem(item), Some(place)) => act && linkage_item(place) == Some(item),
            (Self::Table(_) | Self::LinkageItem(_), None) => false,
            (Self::Order(order), _) => law.is(order),
        }
    }
}

fn in_force(law: &Law, locator: Locator, day: NaiveDate) -> Validity {
    let rule = RULES.iter().find(|rule| rule.subject.covers(law, locator));
    let Some(Rule { subject: _, from, until, superseded, evidence }) = rule else { return Validity::NotEvidenced };
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

    /// Whether the table was in force on `day` and has the row; the same answer as [`Citation::row_as_of`] gives for a
    /// citation. Allocates nothing.
    #[must_use]
    pub fn row_as_of(self, number: Number, day: NaiveDate) -> RowStatus {
        match self.as_of(day) {
            Validity::InForce(_) => {}
            other @ (Validity::NotYet(_) | Validity::NoLonger(_) | Validity::NotEvidenced) => {
                return RowStatus::NoTable(other);
            }
        }
        let differing = |state: NaiveDate| Some(state).filter(|state| *state != day);
        // A row that the copy lacks was added after the day of the copy.
        match self.row(number).filter(|row| row.is_in_copy() || self.state() < day) {
            Some(row) if row.is_deleted() => RowStatus::Deleted { row, state: differing(row.state()) },
            Some(row) => RowStatus::Exists { row, state: differing(row.state()) },
            None => RowStatus::Missing { state: differing(self.state()) },
        }
    }
}

impl Citation {
    /// Whether the citation was in force on `day`, according to dated evidence. There is evidence for the tables of the
    /// My Number Act, for the orders that belong to them, and for the item of 第19条 that is the basis of information
    /// linkage. For everything else the answer is [`Validity::NotEvidenced`].
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
        self.law().map_or(Validity::NotEvidenced, |law| in_force(law, self.locator(), day))
    }

    /// The cited row of a [`Table`], as it was on the day of the copy ([`TableRow::state`]). Allocates nothing.
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

    fn table_and_number(&self) -> Option<(Table, Number)> {
        let (Some(Law::Known(law)), Locator::At(place)) = (self.law(), self.locator()) else { return None };
        Some((Table::of(*law, place)?, place.row_number()?))
    }

    /// Whether the table of the cited row was in force on `day` and has the row. The tables change several times a year
    /// and only one copy of each is known, so the answer includes the day of the copy. Allocates nothing.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::{Citation, RowStatus};
    ///
    /// let day = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap();
    /// let row: Citation = "番号法別表の二の二の項".parse()?;
    /// let RowStatus::Exists { row, state } = row.row_as_of(day) else { panic!() };
    /// assert_eq!(row.law(), Some("恩給法"));
    /// assert_eq!(state, NaiveDate::from_ymd_opt(2025, 9, 24)); // the day of the copy
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn row_as_of(&self, day: NaiveDate) -> RowStatus {
        match self.table_and_number() {
            Some((table, number)) => table.row_as_of(number, day),
            None => RowStatus::NotARow,
        }
    }

    /// The number of the citation after the renumbering of 2024-05-27 (別表第一 → 別表, 別表第二 → 第2条の表, with the articles of
    /// the order on the latter), or after the change of 第19条第7号 to 第8号. For a new number, it returns the old one.
    /// Allocates nothing.
    ///
    /// The order on 別表第一 continues as the order on 別表, and most of its articles kept their affair
    /// ([`Renumbering::Untouched`]). The old numbers of those that moved (23の2, 30の2, 44の2 and 48の2) are used for other
    /// affairs today. `Newer` is correct for them only if the citation comes from an old text.
    ///
    /// Rows are paired by comparing the texts of both tables: those of 2019-10-01, and those of 2025-09-24 (別表) and
    /// 2026-02-08 (第2条の表). A pair has the same body and affair. It does not mean that the same bodies still provide
    /// information ([`TableRow::dropped_providers`]).
    ///
    /// ```
    /// use mynumber_pia::law::{Citation, Renumbering};
    ///
    /// let old: Citation = "番号法別表第一の30の項".parse()?;
    /// let Renumbering::Newer(new, evidence) = old.renumbered() else { panic!() };
    /// assert_eq!(new.to_string(), "番号法別表の44の項");
    /// assert_eq!(evidence.code(), "published_assessment");
    /// let uncertain: Citation = "番号法別表第二の82の項".parse()?;
    /// assert_eq!(uncertain.renumbered(), Renumbering::Uncertain);
    /// let never: Citation = "番号法別表第二の121の項".parse()?;
    /// assert!(matches!(never.renumbered(), Renumbering::NoSuchRow(_)));
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn renumbered(&self) -> Renumbering {
        let Some(law) = self.law() else { return Renumbering::Untouched };
        if let Some((table, number)) = self.table_and_number() {
            let Some(row) = table.row(number) else { return Renumbering::NoSuchRow(table.state()) };
            return renumbered_row(row, |other| Some(other.citation()));
        }
        let orders = [KnownLaw::MyNumberSecondTableOrder, KnownLaw::MyNumberProvisionOrder];
        let touched = orders.iter().any(|order| law.is(*order))
            || RULES.iter().any(|rule| rule.subject.covers(law, self.locator()));
        let other = self.other_number(law);
        if touched && other == Renumbering::Untouched { Renumbering::NotEvidenced } else { other }
    }

    /// The other number of an article of the two orders, or of an item of 第19条.
    fn other_number(&self, law: &Law) -> Renumbering {
        let Locator::At(place) = self.locator() else { return Renumbering::Untouched };
        let at = |law: KnownLaw, place: Place| Self::unchecked(Some(Law::Known(law)), Locator::At(place));
        let article = place.article_number().filter(|article| place == Place::article(*article));
        let table = [Table::Second, Table::Provision].into_iter().find(|table| law.is(table.order()));
        if let (Some(article), Some(table)) = (article, table) {
            let seen = ORDER_ARTICLES.iter().find_map(|(main, branches, new)| {
                let old = branches.iter().try_fold(Number::new(*main)?, |number, branch| number.branch(*branch))?;
                let new = Number::new(*new)?;
                let (own, other) = if table.is_old() { (old, new) } else { (new, old) };
                (own == article).then(|| at(table.other().order(), Place::article(other)))
            });
            if let Some(other) = seen {
                return paired(table, other, PairEvidence::Assessment(ORDERS));
            }
            let Some(row) = table.rows().find(|row| row.article() == Some(article)) else {
                return Renumbering::NotEvidenced;
            };
            return renumbered_row(row, |other| Some(at(other.table().order(), Place::article(other.article()?))));
        }
        if let Some(article) = place.article_number().filter(|_| law.is(Table::Appended.order())) {
            if place.whole_article() != Place::article(article) {
                return Renumbering::Untouched;
            }
            let moved = Self::moved_article(article);
            // There is no evidence that the parts of an article moved in the same order.
            let is_part = place != Place::article(article);
            return if is_part && moved != Renumbering::Untouched { Renumbering::NotEvidenced } else { moved };
        }
        if !law.is(KnownLaw::MyNumberAct) {
            return Renumbering::Untouched;
        }
        let item = |number| Some(at(KnownLaw::MyNumberAct, place.item(Number::new(number)?)));
        let evidence = PairEvidence::Assessment(LINKAGE);
        match linkage_item(place) {
            Some(7) => item(8).map_or(Renumbering::NotEvidenced, |newer| Renumbering::Newer(newer, evidence)),
            Some(8) => item(7).map_or(Renumbering::NotEvidenced, |older| Renumbering::Older(older, evidence)),
            Some(_) | None => Renumbering::Untouched,
        }
    }

    /// The article for the same affair after an article of the order on 別表第一 moved, and the reverse.
    fn moved_article(article: Number) -> Renumbering {
        let cite = |row: TableRow| {
            let place = Place::article(row.article()?);
            Some(Self::unchecked(Some(Law::Known(row.table().order())), Locator::At(place)))
        };
        for table in [Table::First, Table::Appended] {
            let Some(row) = table.rows().find(|row| row.article() == Some(article)) else { continue };
            let (Counterpart::SameText(other) | Counterpart::ByHand(other)) = row.counterpart() else {
                return renumbered_row(row, cite);
            };
            return match other.article() {
                Some(same) if same == article => Renumbering::Untouched,
                Some(_) => renumbered_row(row, cite),
                None if table.is_old() => Renumbering::NoSuccessor,
                None => Renumbering::NoPredecessor,
            };
        }
        Renumbering::NotEvidenced
    }

    /// The article of the order that belongs to a row of 第2条の表, in the table of 2026-02-08. For all of its 180 rows
    /// that are not deleted, article = row + 2, with the same branches. `None` for everything else, and for rows that
    /// were added later. For the other tables the article cannot be computed from the row; [`TableRow::article`] looks
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
    /// [`Table::state_of_articles`]. `None` if the row has no article.
    #[must_use]
    pub fn article_citation(self) -> Option<Citation> {
        let article = Place::article(self.article()?);
        Some(Citation::unchecked(Some(Law::Known(self.table().order())), Locator::At(article)))
    }
}

/// The other number of a row; `cite` makes the citation.
fn renumbered_row(row: TableRow, cite: impl Fn(TableRow) -> Option<Citation>) -> Renumbering {
    let (other, evidence) = match row.counterpart() {
        Counterpart::SameText(other) => (other, PairEvidence::SameText),
        Counterpart::ByHand(other) => (other, PairEvidence::ByHand),
        Counterpart::Uncertain => return Renumbering::Uncertain,
        Counterpart::None if row.table().is_old() => return Renumbering::NoSuccessor,
        Counterpart::None => return Renumbering::NoPredecessor,
        Counterpart::NotKnown => return Renumbering::NotEvidenced,
    };
    let (old, new) = if row.table().is_old() { (row, other) } else { (other, row) };
    let seen = match old.table() {
        Table::First | Table::Appended => FIRST_TABLE.as_slice(),
        Table::Second | Table::Provision => SECOND_TABLE.as_slice(),
    };
    let is = |number: Number, plain: u32| Number::new(plain) == Some(number);
    let seen = seen.iter().find(|pair| is(old.number(), pair.0) && is(new.number(), pair.1));
    let evidence = seen.map_or(evidence, |(_, _, source)| PairEvidence::Assessment(source));
    cite(other).map_or(Renumbering::NotEvidenced, |citation| paired(row.table(), citation, evidence))
}

/// The counterpart of something in `table` or in its order.
const fn paired(table: Table, other: Citation, evidence: PairEvidence) -> Renumbering {
    if table.is_old() { Renumbering::Newer(other, evidence) } else { Renumbering::Older(other, evidence) }
}
