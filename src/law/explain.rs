//! What a day says about a citation, in words.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use chrono::NaiveDate;

use super::dated::{RowOnDay, RowStatus, Validity};
use super::evidence::Bound;
use super::life::Life;
use super::renumbered::Renumbering;
use super::table::TableRow;
use crate::value::language::Language;

impl Validity {
    /// The answer in words (効力の説明). `day` is the day that was asked about.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::Language;
    /// use mynumber_pia::law::Citation;
    ///
    /// let citation: Citation = "番号法別表第一の30の項".parse()?;
    /// let day = NaiveDate::from_ymd_opt(2024, 5, 27).unwrap();
    /// let validity = citation.as_of(day);
    /// assert_eq!(validity.text(day, Language::Japanese), "2024-05-27に失効済み（2024-05-26まで）");
    /// assert_eq!(validity.text(day, Language::English), "no longer in force on 2024-05-27 (until 2024-05-26)");
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[doc(alias = "効力の説明")]
    #[must_use]
    pub fn text(&self, day: NaiveDate, language: Language) -> String {
        match language {
            Language::Japanese => match self {
                Self::InForce(_) => format!("{day}に有効"),
                Self::NotYet(dated) => format!("{day}に未施行（{}から）", dated.from.day()),
                Self::NoLonger(dated) => match dated.until {
                    Some(Bound::Enacted(last)) => format!("{day}に失効済み（{last}まで）"),
                    Some(Bound::Seen(last)) => format!("{day}に情報連携の根拠でない（{last}の記載が最後）"),
                    None => format!("{day}に失効済み"),
                },
                Self::NoRow(_) => format!("{day}に表は有効であるが、この項はない"),
                Self::NotEvidenced => format!("{day}の効力は確認できない"),
            },
            Language::English => match self {
                Self::InForce(_) => format!("in force on {day}"),
                Self::NotYet(dated) => format!("not yet in force on {day} (from {})", dated.from.day()),
                Self::NoLonger(dated) => match dated.until {
                    Some(Bound::Enacted(last)) => format!("no longer in force on {day} (until {last})"),
                    Some(Bound::Seen(last)) => {
                        format!("not a basis of information linkage on {day} (last seen on {last})")
                    }
                    None => format!("no longer in force on {day}"),
                },
                Self::NoRow(_) => format!("the table was in force on {day}, but without this row"),
                Self::NotEvidenced => format!("not evidenced on {day}"),
            },
        }
    }
}

/// The answer in Japanese.
impl fmt::Display for RowOnDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

impl RowOnDay {
    /// The answer in words (項の説明): the inquirer of the row, the law of its affair and the copies that show it, or why there is
    /// no row.
    #[doc(alias = "項の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let of = |row: &TableRow| whose(*row, language);
        let day = self.day;
        match (&self.status, language) {
            (RowStatus::Exists { row, seen_on: Some(day) }, _) => {
                format!("{}{}", of(row), of_copy(Some(*day), language))
            }
            (RowStatus::Exists { row, seen_on: None }, _) => format!("{}{}", of(row), seen(row.life(), language)),
            (RowStatus::Deleted { row: _, seen_on }, Language::Japanese) => {
                format!("削除された項{}", of_copy(*seen_on, language))
            }
            (RowStatus::Deleted { row: _, seen_on }, Language::English) => {
                format!("deleted row{}", of_copy(*seen_on, language))
            }
            (RowStatus::NotYet { row }, Language::Japanese) => {
                format!("{day}にこの項はまだない（{}）：{}", came(row.life(), language), of(row))
            }
            (RowStatus::NotYet { row }, Language::English) => {
                format!("not yet in the table on {day} ({}): {}", came(row.life(), language), of(row))
            }
            (RowStatus::NoLonger { row }, Language::Japanese) => {
                format!("{day}にこの項はもうない（{}まで）：{}", row.life().last, of(row))
            }
            (RowStatus::NoLonger { row }, Language::English) => {
                format!("no longer in the table on {day} (until {}): {}", row.life().last, of(row))
            }
            (RowStatus::NotKnown { before, after, between: (last, first) }, Language::Japanese) => {
                let [before, after] = [before, after].map(|row| row.as_ref().map_or_else(|| "項なし".into(), of));
                format!("{day}の項は確認できない（{last}は{before}、{first}は{after}）")
            }
            (RowStatus::NotKnown { before, after, between: (last, first) }, Language::English) => {
                let [before, after] = [before, after].map(|row| row.as_ref().map_or_else(|| "no row".into(), of));
                format!("row on {day} not known ({last}: {before}; {first}: {after})")
            }
            (RowStatus::Missing { copied_on }, Language::Japanese) => {
                format!("表にこの項はない{}", of_copy(*copied_on, language))
            }
            (RowStatus::Missing { copied_on }, Language::English) => {
                format!("no such row{}", of_copy(*copied_on, language))
            }
            (RowStatus::NoTable(validity), _) => validity.text(day, language),
            (RowStatus::NotARow, Language::Japanese) => "表の項の引用でない".to_string(),
            (RowStatus::NotARow, Language::English) => "not a citation of a row".to_string(),
        }
    }
}

impl Renumbering {
    /// A stable code to store: `newer`, `older`, `no_successor`, `no_predecessor`, `uncertain`, `no_such_row`, `depends_on_day`,
    /// `not_evidenced` or `untouched`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        let [code, ..] = self.words();
        code
    }

    /// The code, and the words in Japanese and in English, before or after what they are about.
    const fn words(&self) -> [&'static str; 3] {
        match self {
            Self::Newer(..) => ["newer", "→ ", "→ "],
            Self::Older(..) => ["older", "← ", "← "],
            Self::NoSuccessor => ["no_successor", "対応する新しい項はない", "no successor"],
            Self::NoPredecessor => ["no_predecessor", "対応する以前の項はない", "no predecessor"],
            Self::Uncertain => ["uncertain", "対応は不確か", "successor or predecessor uncertain"],
            Self::NoSuchRow(_) => ["no_such_row", "の表にこの項はない", "no such row in the table of "],
            Self::DependsOnDay => ["depends_on_day", "この番号の対応は時点による", "depends on the day"],
            Self::NotEvidenced => ["not_evidenced", "対応する番号は確認できない", "no pair evidenced"],
            Self::Untouched => ["untouched", "番号の変更の対象でない", "not affected by a known renumbering"],
        }
    }

    /// The answer in words (番号の対応の説明): the other number and how the pair is known, or why there is none.
    ///
    /// ```
    /// use mynumber_pia::Language;
    /// use mynumber_pia::law::Citation;
    ///
    /// let old: Citation = "番号法別表第一の30の項".parse()?;
    /// let renumbering = old.renumbered();
    /// assert_eq!(renumbering.text(Language::Japanese), "→ 番号法別表の44の項（公表された評価書の記載）");
    /// assert_eq!(renumbering.text(Language::English), "→ 番号法別表の44の項 (shown by published assessments)");
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[doc(alias = "番号の対応の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let [_, japanese, english] = self.words();
        let words = match language {
            Language::Japanese => japanese,
            Language::English => english,
        };
        match self {
            Self::Newer(other, evidence) | Self::Older(other, evidence) => {
                format!("{words}{other}{}", in_brackets(evidence.text(language), language))
            }
            Self::NoSuchRow(state) => match language {
                Language::Japanese => format!("{state}{words}"),
                Language::English => format!("{words}{state}"),
            },
            Self::NoSuccessor
            | Self::NoPredecessor
            | Self::Uncertain
            | Self::DependsOnDay
            | Self::NotEvidenced
            | Self::Untouched => words.to_string(),
        }
    }
}

fn in_brackets(text: &str, language: Language) -> String {
    match language {
        Language::Japanese => format!("（{text}）"),
        Language::English => format!(" ({text})"),
    }
}

/// The inquirer of a row, and the law of its affair.
fn whose(row: TableRow, language: Language) -> String {
    let (not_known, separator) = match language {
        Language::Japanese => ("不明", "、"),
        Language::English => ("unknown", ", "),
    };
    [row.body(), row.law()].map(|name| name.unwrap_or(not_known)).join(separator)
}

/// The day of the table, if it is not the day that was asked about.
fn of_copy(day: Option<NaiveDate>, language: Language) -> String {
    match (day, language) {
        (Some(day), Language::Japanese) => format!("（{day}の表）"),
        (Some(day), Language::English) => format!(" (table of {day})"),
        (None, _) => String::new(),
    }
}

/// From when to when the row was seen as it is.
fn seen(life: Life, language: Language) -> String {
    match language {
        _ if life.first == life.last => of_copy(Some(life.first), language),
        Language::Japanese => format!("（{}から{}まで確認）", life.first, life.last),
        Language::English => format!(" (seen from {} to {})", life.first, life.last),
    }
}

/// Since when the table has the row.
fn came(life: Life, language: Language) -> String {
    match (life.absent.filter(|absent| absent.succ_opt() != Some(life.first)), language) {
        (None, Language::Japanese) => format!("{}から", life.first),
        (None, Language::English) => format!("from {} on", life.first),
        (Some(absent), Language::Japanese) => format!("{absent}より後、{}までに追加", life.first),
        (Some(absent), Language::English) => format!("added after {absent}, by {}", life.first),
    }
}
