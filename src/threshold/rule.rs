//! The decision table, readable beside the law: nine rows, and which row holds for which bands.

use super::{Fact, Facts};
use crate::band::{HandlersBand, PopulationBand};
use crate::incident::Occurrence;
use crate::kind::{Obligation, ObligationSet};
use crate::source::{Certainty, Source};

/// One row of the decision table.
#[doc(alias = "判定表の行")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DecisionRow {
    /// The number of the row, 1 to 9.
    pub number: u8,
    /// 対象人数.
    pub population: PopulationBand,
    /// 取扱者数; `None` where it makes no difference.
    pub handlers: Option<HandlersBand>,
    /// 重大事故; `None` where it makes no difference.
    pub serious_incident: Option<Occurrence>,
    /// What is required.
    pub obligation: Obligation,
    /// Where the row comes from.
    pub source: Source,
}

/// The decision table of しきい値判断 (指針第5の2), in force for 対象人数 × 取扱者数 × 重大事故.
#[doc(alias = "しきい値判断")]
#[doc(alias = "判定表")]
#[doc(alias = "threshold")]
pub const RULE: [DecisionRow; 9] = {
    use Certainty::{Confirmed, PartlyConfirmed, Unconfirmed};
    use HandlersBand::{AtLeast500, Under500};
    use Obligation as O;
    use Occurrence::{NotOccurred, Occurred};
    use PopulationBand as P;
    // What was seen is that 第5条 is about the basic-item, 第6条 the key-item and 第7条 the all-item assessment; that a row
    // stands in its article was not, except for row 1.
    const fn from(citation: &'static str, certainty: Certainty, evidence: &'static str) -> Source {
        Source { citation, citation_certainty: Unconfirmed, certainty, evidence }
    }
    const BASIC: &str = "規則第5条";
    const KEY: &str = "規則第6条";
    const ALL: &str = "規則第7条（行政機関等は番号法第28条）";
    [
        DecisionRow {
            number: 1,
            population: P::Under1000,
            handlers: None,
            serious_incident: None,
            obligation: O::None,
            source: Source {
                citation: "規則第4条第3号",
                citation_certainty: Confirmed,
                certainty: Confirmed,
                evidence: "quoted in published commentary and by 島本町; 様式2 prints 任意実施",
            },
        },
        DecisionRow {
            number: 2,
            population: P::From1000To9999,
            handlers: None,
            serious_incident: None,
            obligation: O::BasicItem,
            source: from(
                BASIC,
                PartlyConfirmed,
                "the band by 伊勢原市 and 静岡県; that handlers and incidents never lift it was not seen",
            ),
        },
        DecisionRow {
            number: 3,
            population: P::From10000To99999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItem,
            source: from(BASIC, Confirmed, "熊谷市 国民健康保険に関する事務, change of 令和7年5月30日, before"),
        },
        DecisionRow {
            number: 4,
            population: P::From10000To99999,
            handlers: Some(Under500),
            serious_incident: Some(Occurred),
            obligation: O::BasicItemAndKeyItem,
            source: from(KEY, Confirmed, "熊谷市 国民健康保険に関する事務, change of 令和7年5月30日, after"),
        },
        DecisionRow {
            number: 5,
            population: P::From10000To99999,
            handlers: Some(AtLeast500),
            serious_incident: None,
            obligation: O::BasicItemAndKeyItem,
            source: from(KEY, Unconfirmed, "not seen in a text at hand"),
        },
        DecisionRow {
            number: 6,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(NotOccurred),
            obligation: O::BasicItemAndKeyItem,
            source: from(
                KEY,
                PartlyConfirmed,
                "the band by 伊勢原市, 静岡県, 稲城市 and two key-item assessments; the exact cell by elimination",
            ),
        },
        DecisionRow {
            number: 7,
            population: P::From100000To299999,
            handlers: Some(Under500),
            serious_incident: Some(Occurred),
            obligation: O::BasicItemAndAllItem,
            source: from(ALL, Confirmed, "stated by 島本町 and 成田市"),
        },
        DecisionRow {
            number: 8,
            population: P::From100000To299999,
            handlers: Some(AtLeast500),
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: from(ALL, Confirmed, "stated by 島本町 and 成田市"),
        },
        DecisionRow {
            number: 9,
            population: P::AtLeast300000,
            handlers: None,
            serious_incident: None,
            obligation: O::BasicItemAndAllItem,
            source: from(ALL, Confirmed, "stated by 島本町 and 成田市; 江戸川区 国民健康保険に関する事務"),
        },
    ]
};

/// The row that holds for these bands.
#[doc(alias = "判定表の行")]
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

/// What is required where every fact is known to the person: the bare rule, without grounds.
///
/// ```
/// use mynumber_pia::incident::Occurrence;
/// use mynumber_pia::kind::Obligation;
/// use mynumber_pia::threshold::obligation;
///
/// const REQUIRED: Obligation = obligation(62_000, 120, Occurrence::Occurred);
/// assert_eq!(REQUIRED, Obligation::BasicItemAndKeyItem);
/// ```
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
#[inline]
#[must_use]
pub const fn obligation(population: u32, handlers: u32, incident: Occurrence) -> Obligation {
    let (population, handlers) = (PopulationBand::of(population), HandlersBand::of(handlers));
    OBLIGATIONS[population as usize][handlers as usize][incident as usize]
}

/// [`row`] as it falls out for every cell, made by the compiler from the match above: a lookup is quicker than branches
/// that cannot be predicted.
const OBLIGATIONS: [[[Obligation; 2]; 2]; 5] = {
    let mut cells = [[[Obligation::None; 2]; 2]; 5];
    let mut p = 0;
    while p < 5 {
        let mut cell = 0;
        while cell < 4 {
            let (h, i) = (cell / 2, cell % 2);
            cells[p][h][i] = row(PopulationBand::ALL[p], HandlersBand::ALL[h], Occurrence::ALL[i]).obligation;
            cell += 1;
        }
        p += 1;
    }
    cells
};

/// What a row asks of one fact.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    Population(PopulationBand),
    Handlers(HandlersBand),
    SeriousIncident(Occurrence),
}

/// A fact that a row reads.
#[derive(Clone, Copy)]
pub(super) struct Reason {
    pub(super) row: &'static DecisionRow,
    pub(super) bound: Bound,
}

static ROWS: [DecisionRow; 9] = RULE;

/// Every fact that every row reads, row by row, in the order of the facts.
static REASONS: [Reason; 19] = {
    let mut reasons = [Reason { row: &ROWS[0], bound: Bound::Population(ROWS[0].population) }; 19];
    let mut next = 0;
    let mut i = 0;
    while i < ROWS.len() {
        let row = &ROWS[i];
        reasons[next] = Reason { row, bound: Bound::Population(row.population) };
        next += 1;
        if let Some(band) = row.handlers {
            reasons[next] = Reason { row, bound: Bound::Handlers(band) };
            next += 1;
        }
        if let Some(answer) = row.serious_incident {
            reasons[next] = Reason { row, bound: Bound::SeriousIncident(answer) };
            next += 1;
        }
        i += 1;
    }
    assert!(next == reasons.len());
    reasons
};

/// A set of [`REASONS`], a bit each: all those of the rows that may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Reasons(u32);

impl Reasons {
    pub(super) const EMPTY: Self = Self(0);

    /// The reasons of one row.
    const fn of(row: &DecisionRow) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < REASONS.len() {
            if REASONS[i].row.number == row.number {
                set |= 1 << i;
            }
            i += 1;
        }
        Self(set)
    }

    /// The first reason, and those behind it.
    #[inline]
    pub(super) const fn split_first(self) -> Option<(&'static Reason, Self)> {
        if self.0 == 0 { None } else { Some((&REASONS[self.0.trailing_zeros() as usize], Self(self.0 & (self.0 - 1)))) }
    }
}

/// The bands and answers that the facts may have: a bit per member of each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Reach {
    populations: u8,
    handlers: u8,
    incidents: u8,
}

impl Reach {
    #[inline]
    pub(super) const fn of(facts: &Facts) -> Self {
        let incidents = match facts.serious_incident {
            Some(answer) => 1 << answer as u8,
            None => (1 << Occurrence::ALL.len()) - 1,
        };
        let populations = match facts.population {
            Some(count) => count.bands(),
            None => (1 << PopulationBand::ALL.len()) - 1,
        };
        let handlers = match facts.handlers {
            Some(count) => count.bands(),
            None => (1 << HandlersBand::ALL.len()) - 1,
        };
        Self { populations, handlers, incidents }
    }

    /// With one band (or answer, in the order of its list) for the fact.
    #[inline]
    pub(super) const fn with_band(self, fact: Fact, index: usize) -> Self {
        let bit = 1 << index;
        match fact {
            Fact::Population => Self { populations: bit, ..self },
            Fact::Handlers => Self { handlers: bit, ..self },
            Fact::SeriousIncident => Self { incidents: bit, ..self },
        }
    }

    /// The bands (or answers) that a fact may have.
    pub(super) const fn bands(self, fact: Fact) -> u8 {
        match fact {
            Fact::Population => self.populations,
            Fact::Handlers => self.handlers,
            Fact::SeriousIncident => self.incidents,
        }
    }

    /// Every reason of the rows that may hold.
    #[inline]
    pub(super) const fn reasons(self) -> Reasons {
        CASES.reasons[self.handlers as usize][self.incidents as usize][self.populations as usize]
    }

    /// What is possible.
    #[inline]
    pub(super) const fn possible(self) -> ObligationSet {
        CASES.possible[self.handlers as usize][self.incidents as usize][self.populations as usize]
    }

    /// What is possible for each population band, whatever the population is.
    #[inline]
    pub(super) const fn possible_by_population(self) -> [ObligationSet; 5] {
        let by_population = &CASES.possible[self.handlers as usize][self.incidents as usize];
        [by_population[1], by_population[2], by_population[4], by_population[8], by_population[16]]
    }

    /// Whether, for some choice of the two other facts, the values that this one may have lead to different
    /// obligations.
    pub(super) const fn decides(self, fact: Fact) -> bool {
        let (one, other) = match fact {
            Fact::Population => (Fact::Handlers, Fact::SeriousIncident),
            Fact::Handlers => (Fact::Population, Fact::SeriousIncident),
            Fact::SeriousIncident => (Fact::Population, Fact::Handlers),
        };
        let mut ones = self.bands(one);
        while ones != 0 {
            let fixed = self.with_band(one, ones.trailing_zeros() as usize);
            let mut others = self.bands(other);
            while others != 0 {
                let fixed = fixed.with_band(other, others.trailing_zeros() as usize);
                if fixed.possible().len() > 1 {
                    return true;
                }
                others &= others - 1;
            }
            ones &= ones - 1;
        }
        false
    }
}

/// By set of handlers bands, set of answers about incidents and set of population bands.
type BySets<T> = [[[T; 32]; 4]; 4];

/// What follows from whatever the facts may be.
struct Cases {
    reasons: BySets<Reasons>,
    possible: BySets<ObligationSet>,
}

/// Made by the compiler from [`row`], since a lookup is quicker than loops whose length cannot be predicted.
static CASES: Cases = {
    let mut reasons = [[[Reasons::EMPTY; 32]; 4]; 4];
    let mut possible = [[[ObligationSet::EMPTY; 32]; 4]; 4];
    let mut case = 0;
    while case < 4 * 4 * 32 {
        let (handlers, incidents, populations) = (case / 32 / 4, case / 32 % 4, case % 32);
        let mut cell = 0;
        while cell < 2 * 2 * 5 {
            let (h, i, p) = (cell / 5 / 2, cell / 5 % 2, cell % 5);
            if handlers >> h & 1 != 0 && incidents >> i & 1 != 0 && populations >> p & 1 != 0 {
                let row = row(PopulationBand::ALL[p], HandlersBand::ALL[h], Occurrence::ALL[i]);
                let (reasons, possible) =
                    (&mut reasons[handlers][incidents][populations], &mut possible[handlers][incidents][populations]);
                *reasons = Reasons(reasons.0 | Reasons::of(row).0);
                *possible = possible.union(ObligationSet::of(row.obligation));
            }
            cell += 1;
        }
        case += 1;
    }
    Cases { reasons, possible }
};

// Row n of the table stands at place n - 1.
const _: () = {
    let mut i = 0;
    while i < RULE.len() {
        assert!(RULE[i].number as usize == i + 1);
        i += 1;
    }
};
