//! What was in force when: the renumbering of 2024-05-27, and 第19条第7号 that became 第8号.

use chrono::NaiveDate;

use super::evidence::{Bound, FIRST_TABLE, LINKAGE, ORDER_ARTICLES, ORDERS, RULES, Rule, SECOND_TABLE, Subject};
use super::{Citation, KnownLaw, Law, Locator, Number, Part, Place};

/// Whether a citation was in force on a day.
///
/// Of a row, what is judged is its table: which rows a table has is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    /// It was.
    InForce(Dated),
    /// Not yet.
    NotYet(Dated),
    /// No longer. 番号法第19条第7号 still exists, but is no longer that on which information linkage rests.
    NoLonger(Dated),
    /// No dated evidence speaks of it on that day.
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

/// From when until when something was in force, and where that was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dated {
    /// From which day on.
    pub from: Bound,
    /// Until which day; `None` where it goes on.
    pub until: Option<Bound>,
    /// Where it was seen.
    pub evidence: &'static str,
}

/// The number that a citation has on the other side of a renumbering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renumbering {
    /// The newer number of something old.
    Newer(Citation, &'static str),
    /// The older number of something new.
    Older(Citation, &'static str),
    /// It belongs to what was renumbered, but no evidence pairs this one.
    NotEvidenced,
    /// No renumbering that the crate knows touches it.
    Untouched,
}

/// Whether `place` lies in the appended table with this number, or in 別表 itself.
pub(super) fn in_table(place: Place, number: Option<u32>) -> bool {
    match place.part() {
        Part::AppendedTable(own) => own == number.and_then(Number::new),
        Part::Main | Part::Supplementary | Part::UnnamedTable => false,
    }
}

/// The item of 番号法第19条 that `place` lies in.
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

impl Citation {
    /// Whether the citation was in force on `day`, as far as there is dated evidence: for the tables of the My Number
    /// Act, the orders beside them, and the item of 第19条 on which information linkage rests. For anything else
    /// [`Validity::NotEvidenced`].
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
        let rule = self.law().and_then(|law| RULES.iter().find(|rule| rule.subject.covers(law, self.locator())));
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

    /// The number on the other side of the renumbering of 2024-05-27 (別表第一 → 別表, 別表第二 → 第2条の表), or of
    /// 第19条第7号 → 第8号: for the pairs that were seen, in both directions. No other pair is guessed.
    ///
    /// ```
    /// use mynumber_pia::law::{Citation, Renumbering};
    ///
    /// let old: Citation = "番号法別表第一の30の項".parse()?;
    /// let Renumbering::Newer(new, _) = old.renumbered() else { panic!() };
    /// assert_eq!(new.to_string(), "番号法別表の44の項");
    /// let unpaired: Citation = "番号法別表第二の82の項".parse()?;
    /// assert_eq!(unpaired.renumbered(), Renumbering::NotEvidenced);
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn renumbered(&self) -> Renumbering {
        let Some(law) = self.law() else { return Renumbering::Untouched };
        let orders = [KnownLaw::MyNumberSecondTableOrder, KnownLaw::MyNumberProvisionOrder];
        let touched = orders.iter().any(|order| law.is(*order))
            || RULES.iter().any(|rule| rule.subject.covers(law, self.locator()));
        let other = self.other_number(law);
        if touched && other == Renumbering::Untouched { Renumbering::NotEvidenced } else { other }
    }

    fn other_number(&self, law: &Law) -> Renumbering {
        let Locator::At(place) = self.locator() else { return Renumbering::Untouched };
        let at = |law: KnownLaw, place: Place| Citation::unchecked(Some(Law::Known(law)), Locator::At(place));
        let new_table = Number::new(2).map(Place::table_of_article);
        if law.is(KnownLaw::MyNumberProvisionOrder) && place.table() == new_table {
            let second = Place::appended_table(Number::new(2));
            return pair(place, &SECOND_TABLE, Side::New, |row| Some(at(KnownLaw::MyNumberAct, second.row(row)?)));
        }
        if let Some(article) = place.article_number().filter(|article| place == Place::article(*article)) {
            let old = |(main, branches): (u32, &[u32])| {
                branches.iter().try_fold(Number::new(main)?, |number, branch| number.branch(*branch))
            };
            let found = ORDER_ARTICLES.iter().find_map(|(main, branches, new)| {
                let (old, new) = (old((*main, branches))?, Number::new(*new)?);
                if law.is(KnownLaw::MyNumberSecondTableOrder) && old == article {
                    Some((at(KnownLaw::MyNumberProvisionOrder, Place::article(new)), Side::Old))
                } else if law.is(KnownLaw::MyNumberProvisionOrder) && new == article {
                    Some((at(KnownLaw::MyNumberSecondTableOrder, Place::article(old)), Side::New))
                } else {
                    None
                }
            });
            if let Some((other, side)) = found {
                return evidenced(Some((other, ORDERS)), side);
            }
        }
        if !law.is(KnownLaw::MyNumberAct) {
            return Renumbering::Untouched;
        }
        if in_table(place, None) {
            let first = Place::appended_table(Number::new(1));
            return pair(place, &FIRST_TABLE, Side::New, |row| Some(at(KnownLaw::MyNumberAct, first.row(row)?)));
        }
        if in_table(place, Some(1)) {
            let table = Place::appended_table(None);
            return pair(place, &FIRST_TABLE, Side::Old, |row| Some(at(KnownLaw::MyNumberAct, table.row(row)?)));
        }
        if in_table(place, Some(2)) {
            return pair(place, &SECOND_TABLE, Side::Old, |row| {
                Some(at(KnownLaw::MyNumberProvisionOrder, new_table?.row(row)?))
            });
        }
        let item = |number| Some(at(KnownLaw::MyNumberAct, place.item(Number::new(number)?)));
        let (other, side) = match linkage_item(place) {
            Some(7) => (item(8), Side::Old),
            Some(8) => (item(7), Side::New),
            Some(_) | None => return Renumbering::Untouched,
        };
        evidenced(other.map(|citation| (citation, LINKAGE)), side)
    }

    /// The article of the order that belongs to a row of 第2条の表: article = row + 2, as seen for 31 of 31 rows. `None`
    /// for everything else; of the older tables the article does not follow from the row.
    ///
    /// ```
    /// use mynumber_pia::law::Citation;
    ///
    /// let row: Citation = "利用特定個人情報の提供に関する命令第2条の表の48の項".parse()?;
    /// assert_eq!(row.article_of_row().unwrap().to_string(), "利用特定個人情報の提供に関する命令第50条");
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn article_of_row(&self) -> Option<Self> {
        let (Some(law), Locator::At(place)) = (self.law(), self.locator()) else { return None };
        if !law.is(KnownLaw::MyNumberProvisionOrder) || place.table() != Number::new(2).map(Place::table_of_article) {
            return None;
        }
        let row = place.row_number()?;
        if row.branches().next().is_some() {
            return None;
        }
        let article = Number::new(row.main() + 2)?;
        Some(Self::unchecked(self.law().cloned(), Locator::At(Place::article(article))))
    }
}

/// On which side of a renumbering a row stands.
#[derive(Clone, Copy)]
enum Side {
    Old,
    New,
}

fn pair(
    place: Place,
    pairs: &[(u32, u32, &'static str)],
    side: Side,
    make: impl Fn(Number) -> Option<Citation>,
) -> Renumbering {
    let Some(row) = place.row_number() else { return Renumbering::NotEvidenced };
    if row.branches().next().is_some() {
        return Renumbering::NotEvidenced;
    }
    let found = pairs.iter().find_map(|(old, new, evidence)| match side {
        Side::Old if *old == row.main() => Some((*new, *evidence)),
        Side::New if *new == row.main() => Some((*old, *evidence)),
        Side::Old | Side::New => None,
    });
    let other = found.and_then(|(row, evidence)| Some((make(Number::new(row)?)?, evidence)));
    evidenced(other, side)
}

fn evidenced(other: Option<(Citation, &'static str)>, side: Side) -> Renumbering {
    match (other, side) {
        (Some((citation, evidence)), Side::Old) => Renumbering::Newer(citation, evidence),
        (Some((citation, evidence)), Side::New) => Renumbering::Older(citation, evidence),
        (None, _) => Renumbering::NotEvidenced,
    }
}
