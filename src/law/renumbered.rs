//! Which number became which other one: the renumbering of 2024-05-27, the rows that changed since, the change of 第19条第7号
//! to 第8号, and the paragraphs of 番号法第2条.

use chrono::NaiveDate;

use super::dated::{RowStatus, definition, linkage_item, rule_of};
use super::evidence::{
    DEFINITIONS_RENUMBERED, FIRST_TABLE, LINKAGE, MOVED_DEFINITIONS, MOVED_TERMS, ORDER_ARTICLES, ORDERS, PairEvidence,
    SECOND_TABLE, TABLES_RENUMBERED,
};
use super::table::weaker;
use super::{Citation, KnownLaw, Law, Locator, Number, Place, Table, TableRow};

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
    /// No copy of the table has the row. The newest copy is of this day.
    NoSuchRow(NaiveDate),
    /// The number has had different meanings. [`Citation::renumbered_as_of`] answers for the day of the text that cites
    /// it.
    DependsOnDay,
    /// The citation belongs to what was renumbered, but there is no evidence of its other number.
    NotEvidenced,
    /// No known renumbering affects the citation.
    Untouched,
}

impl Citation {
    /// The newest number of the citation: after the renumbering of 2024-05-27 (別表第一 → 別表, 別表第二 → 第2条の表, with the articles of
    /// the order on the latter) and the changes of 別表 since, after the change of 第19条第7号 to 第8号, and after the paragraphs of
    /// 番号法第2条 moved on 2025-04-01. For a newest number, it returns the one before it. Allocates nothing.
    ///
    /// A number that has had different meanings has no answer without a day ([`Renumbering::DependsOnDay`]).
    ///
    /// Rows are paired by comparing the texts of both copies ([`Table::editions`]). A pair has the same body and affair.
    /// It does not mean that the same bodies still provide information ([`TableRow::dropped_providers`]).
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
        self.other_of(None)
    }

    /// The same as [`renumbered`](Self::renumbered), for what the number meant on `day`. Allocates nothing.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::law::{Citation, Renumbering};
    ///
    /// let cited: Citation = "番号法別表の23の6の項".parse()?;
    /// assert_eq!(cited.renumbered(), Renumbering::DependsOnDay);
    /// let other = |y, m, d| match cited.renumbered_as_of(NaiveDate::from_ymd_opt(y, m, d).unwrap()) {
    ///     Renumbering::Newer(other, _) | Renumbering::Older(other, _) => other.to_string(),
    ///     _ => panic!(),
    /// };
    /// assert_eq!(other(2025, 10, 1), "番号法別表の23の9の項"); // newer
    /// assert_eq!(other(2026, 11, 22), "番号法別表の23の3の項"); // older
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn renumbered_as_of(&self, day: NaiveDate) -> Renumbering {
        self.other_of(Some(day))
    }

    fn other_of(&self, day: Option<NaiveDate>) -> Renumbering {
        let Some(law) = self.law() else { return Renumbering::Untouched };
        if let Some((table, number)) = self.table_and_number() {
            let versions = table.versions(number);
            let row = match (versions.newest(), day) {
                (None, _) => return Renumbering::NoSuchRow(table.copied_on()),
                (Some(newest), _) if !versions.are_several() => newest,
                (Some(_), None) => return Renumbering::DependsOnDay,
                (Some(_), Some(day)) => match versions.at(day) {
                    RowStatus::Exists { row, .. }
                    | RowStatus::Deleted { row, .. }
                    | RowStatus::NotYet { row }
                    | RowStatus::NoLonger { row } => row,
                    RowStatus::NotKnown { .. }
                    | RowStatus::Missing { .. }
                    | RowStatus::NoTable(_)
                    | RowStatus::NotARow => return Renumbering::NotEvidenced,
                },
            };
            return renumbered_row(row, |other| Some(other.citation()));
        }
        let orders = [KnownLaw::MyNumberSecondTableOrder, KnownLaw::MyNumberProvisionOrder];
        let touched = orders.iter().any(|order| law.is(*order)) || rule_of(law, self.locator()).is_some();
        let other = self.other_number(law, day);
        if touched && other == Renumbering::Untouched { Renumbering::NotEvidenced } else { other }
    }

    /// The other number of an article of the two orders, or of an item of 第19条.
    fn other_number(&self, law: &Law, day: Option<NaiveDate>) -> Renumbering {
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
            let moved = Self::moved_article(article, day);
            // There is no evidence that the parts of an article moved in the same order.
            let is_part = place != Place::article(article);
            return if is_part && moved != Renumbering::Untouched { Renumbering::NotEvidenced } else { moved };
        }
        if !law.is(KnownLaw::MyNumberAct) {
            return Renumbering::Untouched;
        }
        if let Some(paragraph) = definition(place) {
            let at =
                |number| Some(at(KnownLaw::MyNumberAct, Place::article(Number::TWO).paragraph(Number::new(number)?)));
            return moved_definition(paragraph, day, at);
        }
        let item = |number| Some(at(KnownLaw::MyNumberAct, place.item(Number::new(number)?)));
        let evidence = PairEvidence::Assessment(LINKAGE);
        match linkage_item(place) {
            Some(7) => item(8).map_or(Renumbering::NotEvidenced, |newer| Renumbering::Newer(newer, evidence)),
            Some(8) => item(7).map_or(Renumbering::NotEvidenced, |older| Renumbering::Older(older, evidence)),
            Some(_) | None => Renumbering::Untouched,
        }
    }

    /// The newest number of an article of the order on 別表, which was that on 別表第一. Each copy of the order on which the
    /// number can rest must give the same answer.
    fn moved_article(article: Number, day: Option<NaiveDate>) -> Renumbering {
        let mut moved: Option<Renumbering> = None;
        for table in [Table::First, Table::Appended] {
            for (index, edition) in table.editions().iter().enumerate() {
                let before = index.checked_sub(1).and_then(|index| table.editions().get(index));
                let after = table.editions().get(index + 1);
                let may_rest_on_it = |day: NaiveDate| {
                    table.is_old() == (day < TABLES_RENUMBERED)
                        && before.is_none_or(|before| before.of_articles < day)
                        && after.is_none_or(|after| day < after.of_articles)
                };
                if day.is_some_and(|day| !may_rest_on_it(day)) {
                    continue;
                }
                let mut rows = table.rows_as_of(edition.day.max(edition.of_articles));
                let Some(row) = rows.find(|row| row.article() == Some(article)) else { continue };
                let own = article_of_affair(row, article);
                match &moved {
                    None => moved = Some(own),
                    Some(other) if other.leads_where(&own) => {}
                    Some(_) if day.is_some() => return Renumbering::NotEvidenced,
                    Some(_) => return Renumbering::DependsOnDay,
                }
            }
        }
        moved.unwrap_or(Renumbering::NotEvidenced)
    }
}

impl Renumbering {
    /// Whether both lead to the same number, whatever the evidence.
    fn leads_where(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Newer(one, _), Self::Newer(other, _)) | (Self::Older(one, _), Self::Older(other, _)) => one == other,
            (one, other) => one == other,
        }
    }
}

/// The newest number of a row for the same affair; for a row that has it, the number before. `cite` makes the citation.
fn renumbered_row(row: TableRow, cite: impl Fn(TableRow) -> Option<Citation>) -> Renumbering {
    if row.is_only_a_number() {
        return Renumbering::NotEvidenced;
    }
    let paired = |other: TableRow, how, make: fn(Citation, PairEvidence) -> Renumbering| {
        cite(other).map_or(Renumbering::NotEvidenced, |citation| make(citation, evidence(row, other, how)))
    };
    let none = if row.table().is_old() { Renumbering::NoSuccessor } else { Renumbering::NoPredecessor };
    let is_other = |other: TableRow| other.table() != row.table() || other.number() != row.number();
    match row.newest() {
        Some((newest, how)) if is_other(newest) => return paired(newest, how, Renumbering::Newer),
        None if row.may_be_followed() => return Renumbering::Uncertain,
        None => return none,
        Some(_) => {}
    }
    let mut oldest = (row, PairEvidence::SameText);
    while let Some((was, how)) = oldest.0.before() {
        oldest = (was, weaker(oldest.1, how));
        if is_other(was) {
            return paired(was, oldest.1, Renumbering::Older);
        }
    }
    if oldest.0.may_follow() { Renumbering::Uncertain } else { none }
}

/// The evidence that two rows belong together: a published assessment if one shows the numbers, otherwise their texts.
fn evidence(row: TableRow, other: TableRow, texts: PairEvidence) -> PairEvidence {
    let (old, new) = if row.table().is_old() { (row, other) } else { (other, row) };
    let seen = match old.table() {
        Table::First => FIRST_TABLE.as_slice(),
        Table::Second => SECOND_TABLE.as_slice(),
        Table::Appended | Table::Provision => &[],
    };
    let is = |number: Number, plain: u32| Number::new(plain) == Some(number);
    let seen = seen.iter().find(|pair| is(old.number(), pair.0) && is(new.number(), pair.1));
    seen.map_or(texts, |(_, _, source)| PairEvidence::Assessment(source))
}

/// The newest article for the affair of a row that has `article`; if that is the newest, the one before it.
fn article_of_affair(row: TableRow, article: Number) -> Renumbering {
    let cite = |row: TableRow| {
        let place = Place::article(row.article()?);
        Some(Citation::unchecked(Some(Law::Known(row.table().order())), Locator::At(place)))
    };
    let Some((newest, how)) = row.newest() else { return renumbered_row(row, cite) };
    match newest.article() {
        None => return Renumbering::NoSuccessor,
        Some(other) if other != article => {
            let newer = cite(newest).map(|newer| Renumbering::Newer(newer, evidence(row, newest, how)));
            return newer.unwrap_or(Renumbering::NotEvidenced);
        }
        Some(_) => {}
    }
    let mut oldest = row;
    while let Some((before, how)) = oldest.before() {
        match before.article() {
            None => return Renumbering::NoPredecessor,
            Some(other) if other != article => {
                let older = cite(before).map(|older| Renumbering::Older(older, evidence(row, before, how)));
                return older.unwrap_or(Renumbering::NotEvidenced);
            }
            Some(_) => oldest = before,
        }
    }
    if oldest.table().is_old() { Renumbering::Untouched } else { Renumbering::NoPredecessor }
}

/// The other number of a paragraph of 番号法第2条; `at` makes the citation.
fn moved_definition(paragraph: u32, day: Option<NaiveDate>, at: impl Fn(u32) -> Option<Citation>) -> Renumbering {
    let (first, last) = MOVED_DEFINITIONS;
    let is_new = match day {
        _ if paragraph < first || last + 1 < paragraph => return Renumbering::Untouched,
        _ if paragraph > last => true,
        Some(day) => DEFINITIONS_RENUMBERED <= day,
        None => return Renumbering::DependsOnDay,
    };
    let other = match is_new {
        true if paragraph == first => return Renumbering::NoPredecessor,
        true => at(paragraph - 1).map(|older| Renumbering::Older(older, PairEvidence::SameTerm)),
        false => at(paragraph + 1).map(|newer| Renumbering::Newer(newer, PairEvidence::SameTerm)),
    };
    other.unwrap_or(Renumbering::NotEvidenced)
}

/// Whether these words name a term that another paragraph of 番号法第2条 than the cited one defines on `day`:
/// 「番号法第2条第8項に規定する特定個人情報」 since a paragraph was inserted. Other terms have no other number.
pub(super) fn is_of_other_paragraph<'w>(citation: &Citation, words: impl Fn() -> &'w str, day: NaiveDate) -> bool {
    let is_act = matches!(citation.law(), Some(Law::Known(KnownLaw::MyNumberAct)));
    let Some(cited) = citation.locator().place().filter(|_| is_act).and_then(definition) else { return false };
    let words = words().trim_start();
    let leads = ["に規定する", "に定める", "で定める", "の規定による", "の"];
    let Some(words) = leads.iter().find_map(|lead| words.strip_prefix(lead)) else { return false };
    let words = words.trim_start_matches(['「', ' ', '　', '\n']);
    // The longest term: 特定個人情報ファイル is not 特定個人情報, and 個人番号利用事務等 is another term.
    let named = (MOVED_DEFINITIONS.0..).zip(MOVED_TERMS).filter(|(_, term)| words.starts_with(term));
    let Some((old, term)) = named.max_by_key(|(_, term)| term.len()) else { return false };
    let is_whole = words.strip_prefix(term).is_some_and(|rest| !rest.starts_with('等'));
    is_whole && cited != old + u32::from(DEFINITIONS_RENUMBERED <= day)
}

/// The counterpart of something in `table` or in its order.
const fn paired(table: Table, other: Citation, evidence: PairEvidence) -> Renumbering {
    if table.is_old() { Renumbering::Newer(other, evidence) } else { Renumbering::Older(other, evidence) }
}
