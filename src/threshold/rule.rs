//! The decision table, to be read beside the law: nine rows, and which row applies to which bands.

use super::{Fact, Facts};
use crate::value::band::{Count, CountRange, HandlersBand, NumericBand, PopulationBand};
use crate::value::incident::Occurrence;
use crate::value::kind::{BodyKind, Obligation, ObligationSet};
use crate::value::source::{Certainty, Source};

/// One row of the decision table.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DecisionRow {
    /// The number of the row, 1 to 9.
    pub number: u8,
    /// 対象人数.
    pub population: PopulationBand,
    /// 取扱者数; `None` if it makes no difference.
    pub handlers: Option<HandlersBand>,
    /// 重大事故 that occurred, or became known, within the past year; `None` if it makes no difference.
    pub serious_incident: Option<Occurrence>,
    /// What is required.
    pub obligation: Obligation,
    /// The provision that decides the row, and how certain that is.
    pub source: Source,
}

/// The decision table of しきい値判断 (規則第4条, 第6条, 第7条; 番号法第28条) for 対象人数 × 取扱者数 × 重大事故.
///
/// Every row cites the provisions that decide it. The basic-item assessment of rows 2 to 9 is required by 規則第5条第1項. In
/// rows 2 and 3 it is enough, because 第4条第8号 releases the file from more once it is published; rows 4 to 6 require the
/// key-item assessment as well. Rows 7 to 9 are the remaining cases: the text does not mention 30万人以上, and that exactly these
/// three remain is deduced from its structure ([`Certainty::Deduced`]). Two provisions require their all-item assessment, depending on the kind of body. This
/// table names both; [`table_for`] names one.
pub const TABLE: [DecisionRow; 9] = table(None);

/// The decision table for a kind of body.
///
/// It is [`TABLE`], but of their all-item assessment, rows 7 to 9 cite only the provision for this kind (規則第7条第1項 or 番号法第28条第1項).
///
/// ```
/// use mynumber_pia::threshold::{TABLE, table_for};
/// use mynumber_pia::value::kind::BodyKind;
///
/// assert_eq!(TABLE[8].source.citation, "規則第5条第1項、第7条第1項（行政機関等は番号法第28条第1項）");
/// assert_eq!(table_for(BodyKind::LocalGovernment)[8].source.citation, "規則第5条第1項、第7条第1項");
/// assert_eq!(table_for(BodyKind::AdministrativeOrgan)[8].source.citation, "規則第5条第1項、番号法第28条第1項");
/// ```
#[must_use]
pub fn table_for(body: BodyKind) -> &'static [DecisionRow; 9] {
    match body {
        BodyKind::AdministrativeOrgan => const { &table(Some(BodyKind::AdministrativeOrgan)) },
        BodyKind::LocalGovernment => const { &table(Some(BodyKind::LocalGovernment)) },
    }
}

/// The table for a kind of body, or the one that names both provisions.
pub(super) fn table_of(body: Option<BodyKind>) -> &'static [DecisionRow; 9] {
    body.map_or(const { &TABLE }, table_for)
}

#[expect(clippy::too_many_lines, reason = "it is a table of nine rows")]
const fn table(body: Option<BodyKind>) -> [DecisionRow; 9] {
    use HandlersBand::{AtLeast500, Under500};
    use Obligation as O;
    use Occurrence::{NotOccurred, Occurred};
    use PopulationBand as P;
    // The text of the rules was read for all nine rows, and prints the first six.
    const fn from(citation: &'static str, evidence: &'static str) -> Source {
        Source { citation, citation_certainty: Certainty::Confirmed, certainty: Certainty::Confirmed, evidence }
    }
    const fn rest(citation: &'static str, evidence: &'static str) -> Source {
        Source { certainty: Certainty::Deduced, ..from(citation, evidence) }
    }
    let all_item = match body {
        None => "規則第5条第1項、第7条第1項（行政機関等は番号法第28条第1項）",
        Some(BodyKind::AdministrativeOrgan) => "規則第5条第1項、番号法第28条第1項",
        Some(BodyKind::LocalGovernment) => "規則第5条第1項、第7条第1項",
    };
    [
        DecisionRow {
            number: 1,
            population: P::Under1000,
            handlers: None,
            serious_incident: None,
            obligation: O::NotRequired,
            source: from(
                "規則第4条第3号",
                "text of the rules in force since 2025-04-01: 「千人未満である場合」; 様式2 prints 任意実施",
            ),
        },
        DecisionRow {
            number: 2,
            population: P::From1000To9999,
            handlers: None,
            serious_incident: None,
            obligation: O::BasicItem,
            source: from(
                "規則第5条第1項、第4条第8号イ",
                "text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; no more is required, by \
                 「千人以上一万人未満であるとき」, without a word on handlers or incidents",
            ),
        },
        DecisionRow {
            number: 3,
            population: P::From10000To99999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItem,
            source: from(
                "規則第5条第1項、第4条第8号ロ",
                "text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; no more is required, by \
                 「一万人以上十万人未満である場合であって、当該事務に従事する者の数が\
                 五百人未満であるとき（…を除く。）」; 熊谷市 国民健康保険に関する事務, change of 令和7年5月30日, before",
            ),
        },
        DecisionRow {
            number: 4,
            population: P::From10000To99999,
            handlers: Some(Under500),
            serious_incident: Some(Occurred),
            obligation: O::BasicItemAndKeyItem,
            source: from(
                "規則第5条第1項、第6条第1項第1号",
                "text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; \
                 「特定個人情報に関する重大事故が発生したとき若しくは…発生を知ったとき」; \
                 熊谷市 国民健康保険に関する事務, change of 令和7年5月30日, after",
            ),
        },
        DecisionRow {
            number: 5,
            population: P::From10000To99999,
            handlers: Some(AtLeast500),
            serious_incident: None,
            obligation: O::BasicItemAndKeyItem,
            source: from(
                "規則第5条第1項、第6条第1項第1号",
                "text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; \
                 「一万人以上十万人未満である場合であって、当該事務に従事する者の数が五百人以上であるとき」",
            ),
        },
        DecisionRow {
            number: 6,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItemAndKeyItem,
            source: from(
                "規則第5条第1項、第6条第1項第2号",
                "text of the rules in force since 2025-04-01: 「基礎項目評価書を個人情報保護委員会に提出するものとする」; \
                 「十万人以上三十万人未満である場合であって、当該事務に従事する者の数が\
                 五百人未満であるとき（…を除く。）」; 伊勢原市, 静岡県 and two key-item assessments",
            ),
        },
        DecisionRow {
            number: 7,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(Occurred),
            obligation: O::BasicItemAndAllItem,
            source: rest(
                all_item,
                "「基礎項目評価書を個人情報保護委員会に提出するものとする」; the rest: none of 規則第4条第1号 to 第9号 applies; \
                 that this cell remains is deduced from the structure; \
                 stated by 島本町 and 成田市",
            ),
        },
        DecisionRow {
            number: 8,
            population: P::From100000To299999,
            handlers: Some(AtLeast500),
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: rest(
                all_item,
                "「基礎項目評価書を個人情報保護委員会に提出するものとする」; the rest: none of 規則第4条第1号 to 第9号 applies; \
                 that this cell remains is deduced from the structure; \
                 stated by 島本町 and 成田市",
            ),
        },
        DecisionRow {
            number: 9,
            population: P::AtLeast300000,
            handlers: None,
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: rest(
                all_item,
                "「基礎項目評価書を個人情報保護委員会に提出するものとする」; the rest: none of 規則第4条第1号 to 第9号 applies; \
                 that this cell remains is deduced from the structure, \
                 the text prints no 30万人以上; stated by 島本町 and 成田市; 江戸川区 国民健康保険に関する事務",
            ),
        },
    ]
}

/// A cell of the table: a band of 対象人数, a band of 取扱者数, and an answer about 重大事故.
pub(crate) type Cell = (PopulationBand, HandlersBand, Occurrence);

/// The row that applies to a cell.
///
/// The match can be compared with the law, and a new band stops the build here. The table carries what a match cannot:
/// the sources.
pub(crate) const fn row((population, handlers, incident): Cell) -> &'static DecisionRow {
    let [row_1, row_2, row_3, row_4, row_5, row_6, row_7, row_8, row_9] = const { &TABLE };
    match population {
        PopulationBand::Under1000 => row_1,
        PopulationBand::From1000To9999 => row_2,
        PopulationBand::From10000To99999 => match (handlers, incident) {
            (HandlersBand::Under500, Occurrence::NotOccurred) => row_3,
            (HandlersBand::Under500, Occurrence::Occurred) => row_4,
            (HandlersBand::AtLeast500, Occurrence::NotOccurred | Occurrence::Occurred) => row_5,
        },
        PopulationBand::From100000To299999 => match (handlers, incident) {
            (HandlersBand::Under500, Occurrence::NotOccurred) => row_6,
            (HandlersBand::Under500, Occurrence::Occurred) => row_7,
            (HandlersBand::AtLeast500, Occurrence::NotOccurred | Occurrence::Occurred) => row_8,
        },
        PopulationBand::AtLeast300000 => row_9,
    }
}

/// What is required if every fact is known exactly: the rule without grounds.
///
/// ```
/// use mynumber_pia::threshold::obligation;
/// use mynumber_pia::{Obligation, Occurrence};
///
/// const REQUIRED: Obligation = obligation(62_000, 120, Occurrence::Occurred);
/// assert_eq!(REQUIRED, Obligation::BasicItemAndKeyItem);
/// ```
#[inline]
#[must_use]
pub const fn obligation(population: u32, handlers: u32, incident: Occurrence) -> Obligation {
    // The match for every cell, so that a call only looks up its cell.
    const CELLS: [[[Obligation; 2]; 2]; 5] = {
        let mut cells = [[[Obligation::NotRequired; 2]; 2]; 5];
        let mut i = 0;
        while i < 20 {
            let cell = (PopulationBand::ALL[i / 4], HandlersBand::ALL[i / 2 % 2], Occurrence::ALL[i % 2]);
            cells[cell.0 as usize][cell.1 as usize][cell.2 as usize] = row(cell).obligation;
            i += 1;
        }
        cells
    };
    CELLS[PopulationBand::of(population) as usize][HandlersBand::of(handlers) as usize][incident as usize]
}

/// The counts that are possible. An open fact can be any count.
pub(super) fn range<B: NumericBand>(fact: Option<Count<B>>) -> CountRange {
    fact.map_or(CountRange::ANY, Count::range)
}

/// The cells that the facts leave possible.
pub(crate) fn cells(facts: &Facts) -> impl Iterator<Item = Cell> {
    fn bands<B: NumericBand>(fact: Option<Count<B>>) -> impl Iterator<Item = B> {
        let range = range(fact);
        B::ALL.iter().copied().filter(move |band| band.range().overlaps(range))
    }
    let Facts { population, handlers, serious_incident } = *facts;
    let answers = move || {
        Occurrence::ALL.iter().copied().filter(move |answer| serious_incident.is_none_or(|known| known == *answer))
    };
    bands(population).flat_map(move |population| {
        bands(handlers).flat_map(move |handlers| answers().map(move |incident| (population, handlers, incident)))
    })
}

/// Whether each row of the table may apply.
pub(super) fn rows(facts: &Facts) -> [bool; 9] {
    let mut rows = [false; 9];
    for cell in cells(facts) {
        rows[usize::from(row(cell).number) - 1] = true;
    }
    rows
}

/// The possible obligations.
pub(super) fn possible(facts: &Facts) -> ObligationSet {
    cells(facts).map(|cell| row(cell).obligation).collect()
}

/// Whether two possible cells that differ only in this fact lead to different obligations.
pub(super) fn decides(fact: Fact, facts: &Facts) -> bool {
    cells(facts).any(|(population, handlers, incident)| {
        let mut cell = Facts {
            population: Some(Count::Band(population)),
            handlers: Some(Count::Band(handlers)),
            serious_incident: Some(incident),
        };
        match fact {
            Fact::Population => cell.population = facts.population,
            Fact::Handlers => cell.handlers = facts.handlers,
            Fact::SeriousIncident => cell.serious_incident = facts.serious_incident,
        }
        possible(&cell).len() > 1
    })
}

// Row n of the table has the index n - 1.
const _: () = {
    let mut i = 0;
    while i < TABLE.len() {
        assert!(TABLE[i].number as usize == i + 1);
        i += 1;
    }
};
