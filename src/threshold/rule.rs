//! The decision table, to be read beside the law: nine rows, and which row applies to which bands.

use super::{Fact, Facts};
use crate::value::band::{CountRange, HandlersBand, PopulationBand};
use crate::value::incident::Occurrence;
use crate::value::kind::{BodyKind, Obligation, ObligationSet};
use crate::value::source::{Certainty, Source};

/// One row of the decision table.
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
/// Every row cites the provision that decides it. In rows 2 and 3 the basic-item assessment is enough; rows 4 to 6
/// require the key-item assessment. The basic-item assessment of rows 2 to 9 itself is required by 規則第5条第1項. Rows 7 to
/// 9 are the remaining cases: the text does not mention 30万人以上, so the statement that exactly these three remain is a
/// reading of its structure. Two provisions require their all-item assessment, depending on the kind of body. This
/// table names both; [`rule_for`] names one.
pub const RULE: [DecisionRow; 9] = table(None);

static LOCAL_GOVERNMENT: [DecisionRow; 9] = table(Some(BodyKind::LocalGovernment));
static ADMINISTRATIVE_ORGAN: [DecisionRow; 9] = table(Some(BodyKind::AdministrativeOrgan));

/// The decision table for a kind of body.
///
/// It is [`RULE`], but rows 7 to 9 cite only the provision for this kind (規則第7条第1項 or 番号法第28条第1項).
///
/// ```
/// use mynumber_pia::threshold::{RULE, rule_for};
/// use mynumber_pia::value::kind::BodyKind;
///
/// assert_eq!(RULE[8].source.citation, "規則第7条第1項（行政機関等は番号法第28条第1項）");
/// assert_eq!(rule_for(BodyKind::LocalGovernment)[8].source.citation, "規則第7条第1項");
/// assert_eq!(rule_for(BodyKind::AdministrativeOrgan)[8].source.citation, "番号法第28条第1項");
/// ```
#[must_use]
pub const fn rule_for(body: BodyKind) -> &'static [DecisionRow; 9] {
    match body {
        BodyKind::AdministrativeOrgan => &ADMINISTRATIVE_ORGAN,
        BodyKind::LocalGovernment => &LOCAL_GOVERNMENT,
    }
}

/// The rows for a kind of body, or for both if it is `None`.
pub(super) const fn rows(body: Option<BodyKind>) -> &'static [DecisionRow; 9] {
    static ROWS: [DecisionRow; 9] = RULE;
    match body {
        None => &ROWS,
        Some(body) => rule_for(body),
    }
}

#[expect(clippy::too_many_lines, reason = "it is a table of nine rows")]
const fn table(body: Option<BodyKind>) -> [DecisionRow; 9] {
    use HandlersBand::{AtLeast500, Under500};
    use Obligation as O;
    use Occurrence::{NotOccurred, Occurred};
    use PopulationBand as P;
    // The text of the rules was read for all nine rows.
    const fn from(citation: &'static str, evidence: &'static str) -> Source {
        Source { citation, citation_certainty: Certainty::Confirmed, certainty: Certainty::Confirmed, evidence }
    }
    let all_item = match body {
        None => "規則第7条第1項（行政機関等は番号法第28条第1項）",
        Some(BodyKind::AdministrativeOrgan) => "番号法第28条第1項",
        Some(BodyKind::LocalGovernment) => "規則第7条第1項",
    };
    [
        DecisionRow {
            number: 1,
            population: P::Under1000,
            handlers: None,
            serious_incident: None,
            obligation: O::None,
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
                "規則第4条第8号イ",
                "text of the rules in force since 2025-04-01: 「千人以上一万人未満であるとき」, without a word on handlers \
                 or incidents",
            ),
        },
        DecisionRow {
            number: 3,
            population: P::From10000To99999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItem,
            source: from(
                "規則第4条第8号ロ",
                "text of the rules in force since 2025-04-01: 「一万人以上十万人未満である場合であって、当該事務に従事する者の数が\
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
                "規則第6条第1項第1号",
                "text of the rules in force since 2025-04-01: 「特定個人情報に関する重大事故が発生したとき若しくは…発生を知ったとき」; \
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
                "規則第6条第1項第1号",
                "text of the rules in force since 2025-04-01: 「一万人以上十万人未満である場合であって、当該事務に従事する者の数が\
                 五百人以上であるとき」",
            ),
        },
        DecisionRow {
            number: 6,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItemAndKeyItem,
            source: from(
                "規則第6条第1項第2号",
                "text of the rules in force since 2025-04-01: 「十万人以上三十万人未満である場合であって、当該事務に従事する者の数が\
                 五百人未満であるとき（…を除く。）」; 伊勢原市, 静岡県 and two key-item assessments",
            ),
        },
        DecisionRow {
            number: 7,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(Occurred),
            obligation: O::BasicItemAndAllItem,
            source: from(
                all_item,
                "the rest: none of 規則第4条第1号 to 第9号 applies; that this cell remains is a reading of the structure; \
                 stated by 島本町 and 成田市",
            ),
        },
        DecisionRow {
            number: 8,
            population: P::From100000To299999,
            handlers: Some(AtLeast500),
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: from(
                all_item,
                "the rest: none of 規則第4条第1号 to 第9号 applies; that this cell remains is a reading of the structure; \
                 stated by 島本町 and 成田市",
            ),
        },
        DecisionRow {
            number: 9,
            population: P::AtLeast300000,
            handlers: None,
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: from(
                all_item,
                "the rest: none of 規則第4条第1号 to 第9号 applies; that this cell remains is a reading of the structure, \
                 the text prints no 30万人以上; stated by 島本町 and 成田市; 江戸川区 国民健康保険に関する事務",
            ),
        },
    ]
}

/// The row that applies to these bands.
///
/// The match can be compared with the law, and a new band stops the build here. The table carries what a match cannot:
/// the sources.
#[must_use]
pub const fn row(population: PopulationBand, handlers: HandlersBand, incident: Occurrence) -> &'static DecisionRow {
    const ROWS: &[DecisionRow; 9] = &RULE;
    let [row_1, row_2, row_3, row_4, row_5, row_6, row_7, row_8, row_9] = ROWS;
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
    row(PopulationBand::of(population), HandlersBand::of(handlers), incident).obligation
}

/// The cells of the table: every combination of bands and answers, 20 in all.
const CELLS: [(PopulationBand, HandlersBand, Occurrence); 20] = {
    let mut cells = [(PopulationBand::Under1000, HandlersBand::Under500, Occurrence::NotOccurred); 20];
    let mut i = 0;
    while i < cells.len() {
        cells[i] = (PopulationBand::ALL[i / 4], HandlersBand::ALL[i / 2 % 2], Occurrence::ALL[i % 2]);
        i += 1;
    }
    cells
};

/// The range of possible facts. An open fact can have any value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Reach {
    pub(super) population: CountRange,
    pub(super) handlers: CountRange,
    pub(super) incident: Option<Occurrence>,
}

impl Reach {
    pub(super) const fn of(facts: &Facts) -> Self {
        let population = match facts.population {
            Some(count) => count.const_range(),
            None => CountRange::ANY,
        };
        let handlers = match facts.handlers {
            Some(count) => count.const_range(),
            None => CountRange::ANY,
        };
        Self { population, handlers, incident: facts.serious_incident }
    }

    /// Whether the facts are possibly in this cell.
    const fn contains(&self, (population, handlers, incident): (PopulationBand, HandlersBand, Occurrence)) -> bool {
        self.may_have(handlers, incident) && self.population.overlaps(population.range())
    }

    const fn may_have(&self, handlers: HandlersBand, incident: Occurrence) -> bool {
        let may_be = match self.incident {
            Some(known) => known as u8 == incident as u8,
            None => true,
        };
        may_be && self.handlers.overlaps(handlers.range())
    }

    /// The same facts, with this answer about incidents.
    pub(super) const fn with_incident(self, incident: Occurrence) -> Self {
        Self { incident: Some(incident), ..self }
    }

    /// Whether two possible cells that differ only in this fact lead to different obligations.
    pub(super) const fn decides(&self, fact: Fact) -> bool {
        let mut i = 0;
        while i < CELLS.len() {
            let mut j = 0;
            while j < i {
                if self.contains(CELLS[i])
                    && self.contains(CELLS[j])
                    && differ_in(fact, i, j)
                    && obligation_of(CELLS[i]) as u8 != obligation_of(CELLS[j]) as u8
                {
                    return true;
                }
                j += 1;
            }
            i += 1;
        }
        false
    }

    /// Whether each row of [`RULE`] may apply, found by a loop over the possible cells.
    pub(super) const fn rows(&self) -> [bool; 9] {
        let mut rows = [false; 9];
        let mut i = 0;
        while i < CELLS.len() {
            let (population, handlers, incident) = CELLS[i];
            if i % 4 == 0 && !self.population.overlaps(population.range()) {
                // The next three cells have the same population.
                i += 4;
                continue;
            }
            if self.may_have(handlers, incident) {
                rows[row(population, handlers, incident).number as usize - 1] = true;
            }
            i += 1;
        }
        rows
    }

    /// The possible obligations.
    pub(super) const fn possible(&self) -> ObligationSet {
        possible(&self.rows())
    }
}

/// The obligation of each row.
const OBLIGATIONS: [Obligation; 9] = {
    let mut obligations = [Obligation::None; 9];
    let mut i = 0;
    while i < RULE.len() {
        obligations[i] = RULE[i].obligation;
        i += 1;
    }
    obligations
};

/// The obligations of the rows that may apply.
pub(super) const fn possible(rows: &[bool; 9]) -> ObligationSet {
    let mut possible = ObligationSet::EMPTY;
    let mut i = 0;
    while i < rows.len() {
        if rows[i] {
            possible = possible.union(ObligationSet::of(OBLIGATIONS[i]));
        }
        i += 1;
    }
    possible
}

const fn obligation_of((population, handlers, incident): (PopulationBand, HandlersBand, Occurrence)) -> Obligation {
    row(population, handlers, incident).obligation
}

/// Whether two of the [`CELLS`] agree in the other two facts.
const fn differ_in(fact: Fact, one: usize, other: usize) -> bool {
    let ((population, handlers, incident), (other_population, other_handlers, other_incident)) =
        (CELLS[one], CELLS[other]);
    let (population, handlers, incident) = (
        population as u8 == other_population as u8,
        handlers as u8 == other_handlers as u8,
        incident as u8 == other_incident as u8,
    );
    match fact {
        Fact::Population => handlers && incident,
        Fact::Handlers => population && incident,
        Fact::SeriousIncident => population && handlers,
    }
}

// Row n of the table has the index n - 1.
const _: () = {
    let mut i = 0;
    while i < RULE.len() {
        assert!(RULE[i].number as usize == i + 1);
        i += 1;
    }
};
