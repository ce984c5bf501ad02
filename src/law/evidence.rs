//! Days and numbers that published assessments show. Tables only.

use chrono::NaiveDate;

use super::KnownLaw;
use crate::value::date::day;
use crate::value::language::Language;

/// The first or last day on which something is known to be in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The law changed on this day: it was not in force before the first day, or after the last day.
    Enacted(NaiveDate),
    /// Published assessments show it on this day. Before the first such day and after the last, nothing is known.
    Seen(NaiveDate),
}

impl Bound {
    /// The day.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Enacted(day) | Self::Seen(day) => day,
        }
    }

    /// The code of its kind, and the kind in Japanese.
    pub(super) const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Enacted(_) => ["enacted", "施行"],
            Self::Seen(_) => ["seen", "公表された評価書の記載"],
        }
    }
}

/// The evidence that two numbers belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PairEvidence {
    /// Published assessments show the pair; this says which ones.
    Assessment(&'static str),
    /// Body and affair have the same text in both tables, apart from law numbers and definitions in brackets.
    SameText,
    /// The affair was reworded or extended. Both texts were read, and they mean the same affair.
    ByHand,
    /// Both paragraphs define the same term.
    SameTerm,
}

impl PairEvidence {
    /// A stable code to store: `published_assessment`, `same_text`, `by_hand` or `same_term`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        let [code, ..] = self.words();
        code
    }

    /// How the pair is known, in words (対応の根拠の説明).
    #[doc(alias = "対応の根拠の説明")]
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        let [_, japanese, english] = self.words();
        match language {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }

    /// The code, and the same in Japanese and in English.
    const fn words(self) -> [&'static str; 3] {
        match self {
            Self::Assessment(_) => ["published_assessment", "公表された評価書の記載", "shown by published assessments"],
            Self::SameText => ["same_text", "両表の文言が同じ", "same text in both tables"],
            Self::ByHand => ["by_hand", "両表の文言を照合", "texts of both tables matched by hand"],
            Self::SameTerm => ["same_term", "同じ用語の定義", "definition of the same term"],
        }
    }
}

impl core::fmt::Display for PairEvidence {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(match self {
            Self::Assessment(seen) => seen,
            Self::SameText => "body and affair have the same text in both tables",
            Self::ByHand => "matched by hand from the texts of both tables",
            Self::SameTerm => "both paragraphs define the same term",
        })
    }
}

/// The tables, orders and provisions that a rule is about.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// A table of the My Number Act with all its rows, by its number if it has one.
    Table(Option<u32>),
    /// An order with all its articles.
    Order(KnownLaw),
    /// An item of 番号法第19条 as the basis of information linkage.
    LinkageItem(u32),
    /// The last paragraph of 番号法第2条, which the article has had since a paragraph was inserted.
    LastDefinition,
}

pub(super) struct Rule {
    pub(super) subject: Subject,
    pub(super) from: Bound,
    pub(super) until: Option<Bound>,
    /// The first day on which another item was seen instead of it.
    pub(super) superseded: Option<NaiveDate>,
    pub(super) evidence: &'static str,
}

const RENUMBERED: &str = "令和6年5月27日施行の改正番号法 (熊谷市 国民健康保険に関する事務, changes of 平成28年10月12日 to 令和6年5月24日; \
                          江戸川区 国民健康保険に関する事務)";
const FIRST_TABLE_SEEN: &str = "令和6年5月27日施行の改正番号法 (番号利用開始日 平成28年1月1日: 川口市 後期高齢者医療に関する事務, 松戸市 後期高齢者医療制度に関する事務; \
                                熊谷市 国民健康保険に関する事務, change of 令和6年5月24日)";
pub(super) const LINKAGE: &str = "第19条第7号 on 令和2年4月1日 and 第19条第8号 on 令和4年4月1日 (熊谷市 国民健康保険に関する事務, changes); \
                       the day between was not seen";

/// The first day of the new numbering of the tables.
pub(crate) const TABLES_RENUMBERED: NaiveDate = day(2024, 5, 27);
/// The last day of the old numbering and the first day of the new one.
const BEFORE: Bound = Bound::Enacted(day(2024, 5, 26));
const AFTER: Bound = Bound::Enacted(TABLES_RENUMBERED);

/// The first day of the new numbers of the paragraphs of 番号法第2条. 令和6年法律第46号附則第1条第2号 brings its article 3 into force on a day
/// that the supplementary provisions of the 規則 give as 令和7年4月1日. That the new paragraph is part of that article is
/// deduced.
pub(super) const DEFINITIONS_RENUMBERED: NaiveDate = day(2025, 4, 1);
const DEFINITIONS: &str =
    "規則附則「令和七年四月一日」 (令和6年法律第46号附則第1条第2号); 番号法第2条 on 2019-10-01 and 2025-09-24";
/// The paragraphs of 番号法第2条 that moved: カード代替電磁的記録 became paragraph 8, and 特定個人情報 (8) to 法人番号 (15) moved by one.
pub(super) const MOVED_DEFINITIONS: (u32, u32) = (8, 15);
/// The terms that they define, in this order.
pub(super) const MOVED_TERMS: [&str; 8] = [
    "特定個人情報",
    "特定個人情報ファイル",
    "個人番号利用事務",
    "個人番号関係事務",
    "個人番号利用事務実施者",
    "個人番号関係事務実施者",
    "情報提供ネットワークシステム",
    "法人番号",
];

pub(super) static RULES: [Rule; 8] = {
    const fn old(subject: Subject, seen: NaiveDate, evidence: &'static str) -> Rule {
        Rule { subject, from: Bound::Seen(seen), until: Some(BEFORE), superseded: None, evidence }
    }
    const fn new(subject: Subject) -> Rule {
        Rule { subject, from: AFTER, until: None, superseded: None, evidence: RENUMBERED }
    }
    [
        old(Subject::Table(Some(1)), day(2016, 1, 1), FIRST_TABLE_SEEN),
        old(Subject::Table(Some(2)), day(2016, 10, 12), RENUMBERED),
        old(Subject::Order(KnownLaw::MyNumberSecondTableOrder), day(2018, 10, 12), RENUMBERED),
        new(Subject::Table(None)),
        new(Subject::Order(KnownLaw::MyNumberProvisionOrder)),
        Rule {
            subject: Subject::LinkageItem(7),
            from: Bound::Seen(day(2020, 4, 1)),
            until: Some(Bound::Seen(day(2020, 4, 1))),
            superseded: Some(day(2022, 4, 1)),
            evidence: LINKAGE,
        },
        Rule {
            subject: Subject::LinkageItem(8),
            from: Bound::Seen(day(2022, 4, 1)),
            until: None,
            superseded: None,
            evidence: LINKAGE,
        },
        Rule {
            subject: Subject::LastDefinition,
            from: Bound::Enacted(DEFINITIONS_RENUMBERED),
            until: None,
            superseded: None,
            evidence: DEFINITIONS,
        },
    ]
};

/// Rows of 番号法別表第一 and 番号法別表 that belong together, and where the pair was seen.
pub(crate) const FIRST_TABLE: [(u32, u32, &str); 3] = [
    (16, 24, "熊谷市 国民健康保険に関する事務 令和6年5月24日; 川口市 後期高齢者医療に関する事務 令和7年12月26日"),
    (30, 44, "江戸川区 国民健康保険に関する事務 Ⅰ5; 熊谷市 国民健康保険に関する事務"),
    (59, 85, "川口市 後期高齢者医療に関する事務 令和7年12月26日"),
];

const EDOGAWA: &str = "江戸川区 国民健康保険に関する事務 令和6年12月6日";
const KUMAGAYA: &str = "熊谷市 国民健康保険に関する事務 令和6年5月24日";

/// Rows of 番号法別表第二 and 第2条の表 that belong together, and where the pair was seen.
pub(crate) const SECOND_TABLE: [(u32, u32, &str); 24] = [
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

/// Articles of the order on 別表第二 (number and branches), each with the article of the order on provision for the row
/// that replaced its row. 第31条の2 became 第31条の2の2 before that; both are listed, the later number first.
pub(super) const ORDER_ARTICLES: [(u32, &[u32], u32); 25] = [
    (2, &[], 4),
    (3, &[], 5),
    (5, &[], 8),
    (8, &[], 15),
    (10, &[2], 18),
    (11, &[2], 21),
    (12, &[3], 29),
    (15, &[], 40),
    (19, &[], 44),
    (20, &[], 50),
    (22, &[2], 58),
    (24, &[2], 67),
    (25, &[], 71),
    (25, &[2], 72),
    (31, &[2, 2], 85),
    (31, &[2], 85),
    (33, &[], 89),
    (41, &[2], 113),
    (43, &[], 117),
    (44, &[], 127),
    (46, &[], 133),
    (49, &[], 139),
    (53, &[], 143),
    (55, &[2], 147),
    (59, &[3], 160),
];

pub(super) const ORDERS: &str = "熊谷市 国民健康保険に関する事務, changes of 令和2年4月1日 to 令和6年5月24日";
