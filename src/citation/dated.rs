//! What was in force when: the renumbering of 2024-05-27, and 第19条第7号 that became 第8号.

use chrono::NaiveDate;

use super::{Citation, KnownLaw, Law, Locator, Number, Part, Place};

/// Whether a citation was in force on a day.
#[doc(alias = "法令の効力")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    /// It was.
    InForce(Dated),
    /// Not yet.
    NotYet(Dated),
    /// No longer.
    NoLonger(Dated),
    /// No dated evidence speaks of it on that day.
    NotEvidenced,
}

/// From when until when something was in force, and where that was seen.
#[doc(alias = "施行期間")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dated {
    /// The first day; `None` where only the end is evidenced.
    pub from: Option<NaiveDate>,
    /// The last day; `None` where it goes on.
    pub until: Option<NaiveDate>,
    /// Where it was seen.
    pub evidence: &'static str,
}

/// The number that a citation has on the other side of a renumbering.
#[doc(alias = "項番の改正")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renumbering {
    /// The newer number of something old.
    Newer(Citation, &'static str),
    /// The older number of something new.
    Older(Citation, &'static str),
    /// It belongs to what was renumbered, but no evidence pairs this one.
    NotEvidenced,
    /// No renumbering touches it.
    Untouched,
}

/// Which tables, orders and provisions a rule speaks of.
#[derive(Clone, Copy)]
enum Subject {
    /// A table of the My Number Act, with all its rows; by its number, if it has one.
    Table(Option<u32>),
    /// An order, with all that is in it.
    Order(KnownLaw),
    /// An item of 番号法第19条, as the basis of information linkage.
    LinkageItem(u32),
}

struct Rule {
    subject: Subject,
    from: Option<(i32, u32, u32)>,
    until: Option<(i32, u32, u32)>,
    evidence: &'static str,
}

const RENUMBERED: &str = "令和6年5月27日施行の改正番号法 (熊谷市 国民健康保険に関する事務, change of 令和6年5月24日; 江戸川区 国民健康保険に関する事務)";
const LINKAGE: &str = "第19条第7号 on 令和2年4月1日 and 第19条第8号 on 令和4年4月1日 (熊谷市 国民健康保険に関する事務, changes); \
                       the day between was not seen";

/// The last day of the old numbering and the first of the new one.
const BEFORE: Option<(i32, u32, u32)> = Some((2024, 5, 26));
const AFTER: Option<(i32, u32, u32)> = Some((2024, 5, 27));

const RULES: [Rule; 7] = [
    Rule { subject: Subject::Table(Some(1)), from: None, until: BEFORE, evidence: RENUMBERED },
    Rule { subject: Subject::Table(Some(2)), from: None, until: BEFORE, evidence: RENUMBERED },
    Rule { subject: Subject::Table(None), from: AFTER, until: None, evidence: RENUMBERED },
    Rule {
        subject: Subject::Order(KnownLaw::MyNumberSecondTableOrder),
        from: None,
        until: BEFORE,
        evidence: RENUMBERED,
    },
    Rule { subject: Subject::Order(KnownLaw::MyNumberProvisionOrder), from: AFTER, until: None, evidence: RENUMBERED },
    Rule { subject: Subject::LinkageItem(7), from: None, until: Some((2020, 4, 1)), evidence: LINKAGE },
    Rule { subject: Subject::LinkageItem(8), from: Some((2022, 4, 1)), until: None, evidence: LINKAGE },
];

/// Rows of 番号法別表第一 and of 番号法別表, and where the pair was seen.
const FIRST_TABLE: [(u32, u32, &str); 3] = [
    (16, 24, "熊谷市 国民健康保険に関する事務 令和6年5月24日; 川口市 後期高齢者医療に関する事務 令和7年12月26日"),
    (30, 44, "江戸川区 国民健康保険に関する事務 Ⅰ5; 熊谷市 国民健康保険に関する事務"),
    (59, 85, "川口市 後期高齢者医療に関する事務 令和7年12月26日"),
];

const EDOGAWA: &str = "江戸川区 国民健康保険に関する事務 令和6年12月6日";
const KUMAGAYA: &str = "熊谷市 国民健康保険に関する事務 令和6年5月24日";

/// Rows of 番号法別表第二 and of 第2条の表, and where the pair was seen.
const SECOND_TABLE: [(u32, u32, &str); 24] = [
    (2, 2, EDOGAWA),
    (3, 3, EDOGAWA),
    (5, 6, EDOGAWA),
    (9, 13, EDOGAWA),
    (12, 16, EDOGAWA),
    (15, 19, EDOGAWA),
    (17, 27, EDOGAWA),
    (22, 38, EDOGAWA),
    (26, 42, EDOGAWA),
    (27, 48, EDOGAWA),
    (33, 56, EDOGAWA),
    (39, 65, EDOGAWA),
    (42, 69, EDOGAWA),
    (43, 70, KUMAGAYA),
    (58, 83, EDOGAWA),
    (62, 87, EDOGAWA),
    (78, 111, EDOGAWA),
    (80, 115, EDOGAWA),
    (87, 125, EDOGAWA),
    (93, 131, EDOGAWA),
    (97, 137, EDOGAWA),
    (106, 141, EDOGAWA),
    (109, 145, EDOGAWA),
    (120, 158, EDOGAWA),
];

fn date(parts: Option<(i32, u32, u32)>) -> Option<NaiveDate> {
    parts.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

/// Whether `place` lies in the appended table with this number, or in 別表 itself.
fn in_table(place: Place, number: Option<u32>) -> bool {
    match place.part() {
        Part::AppendedTable(own) => own == number.and_then(Number::new),
        Part::Main | Part::Supplementary | Part::UnnamedTable => false,
    }
}

/// The item of 番号法第19条 that `place` lies in.
fn linkage_item(place: Place) -> Option<u32> {
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
    /// use mynumber_pia::citation::{Citation, Validity};
    ///
    /// let old: Citation = "番号法別表第二の27の項".parse()?;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// assert!(matches!(old.as_of(day(2024, 5, 26)), Validity::InForce(_)));
    /// assert!(matches!(old.as_of(day(2024, 5, 27)), Validity::NoLonger(_)));
    /// # Ok::<(), mynumber_pia::citation::CitationError>(())
    /// ```
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Validity {
        let rule = self.law().and_then(|law| RULES.iter().find(|rule| rule.subject.covers(law, self.locator())));
        let Some(Rule { subject, from, until, evidence }) = rule else { return Validity::NotEvidenced };
        let dated = Dated { from: date(*from), until: date(*until), evidence };
        let ended = dated.until.is_some_and(|until| until < day);
        let begun = dated.from.is_none_or(|from| from <= day);
        match (subject, begun, ended) {
            // Between the two days that were seen, nothing is known of either.
            (Subject::LinkageItem(7), _, true) if day < NaiveDate::from_ymd_opt(2022, 4, 1).unwrap_or(day) => {
                Validity::NotEvidenced
            }
            (Subject::LinkageItem(8), false, _) if day > NaiveDate::from_ymd_opt(2020, 4, 1).unwrap_or(day) => {
                Validity::NotEvidenced
            }
            (Subject::Table(_) | Subject::Order(_) | Subject::LinkageItem(_), false, _) => Validity::NotYet(dated),
            (Subject::Table(_) | Subject::Order(_) | Subject::LinkageItem(_), true, true) => Validity::NoLonger(dated),
            (Subject::Table(_) | Subject::Order(_) | Subject::LinkageItem(_), true, false) => Validity::InForce(dated),
        }
    }

    /// The number on the other side of the renumbering of 2024-05-27 (別表第一 → 別表, 別表第二 → 第2条の表), or of
    /// 第19条第7号 → 第8号: for the pairs that were seen, in both directions. No other pair is guessed.
    ///
    /// ```
    /// use mynumber_pia::citation::{Citation, Renumbering};
    ///
    /// let old: Citation = "番号法別表第一の30の項".parse()?;
    /// let Renumbering::Newer(new, _) = old.renumbered() else { panic!() };
    /// assert_eq!(new.to_string(), "番号法別表の44の項");
    /// let unpaired: Citation = "番号法別表第二の82の項".parse()?;
    /// assert_eq!(unpaired.renumbered(), Renumbering::NotEvidenced);
    /// # Ok::<(), mynumber_pia::citation::CitationError>(())
    /// ```
    #[must_use]
    pub fn renumbered(&self) -> Renumbering {
        let (Some(law), Locator::At(place)) = (self.law(), self.locator()) else { return Renumbering::Untouched };
        let at = |law: KnownLaw, place: Place| Citation::unchecked(Some(Law::Known(law)), Locator::At(place));
        let new_table = Number::new(2).map(Place::table_of_article);
        if law.is(KnownLaw::MyNumberProvisionOrder) && place.table() == new_table {
            let second = Place::appended_table(Number::new(2));
            return pair(place, &SECOND_TABLE, Side::New, |row| Some(at(KnownLaw::MyNumberAct, second.row(row)?)));
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
    /// use mynumber_pia::citation::Citation;
    ///
    /// let row: Citation = "利用特定個人情報の提供に関する命令第2条の表の48の項".parse()?;
    /// assert_eq!(row.article_of_row().unwrap().to_string(), "利用特定個人情報の提供に関する命令第50条");
    /// # Ok::<(), mynumber_pia::citation::CitationError>(())
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
