//! The change table (変更箇所) as people wrote it: the order of its rows, and whether a cell quotes an item.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Assessment;
use super::procedure::Change;
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;
use crate::value::names::{name_key, same_name};
use crate::value::text::Text;

/// What a line of the change table does with the document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quotes {
    /// It quotes a line of the document.
    Whole,
    /// It is too long for a remark, but has a word such as 変更, which can also say what was done.
    Likely,
    /// It leaves something out: 「甲課、（略）」, 「別紙のとおり」.
    Part,
    /// It only says what was done: 「右記の内容を追記」.
    Remark,
    /// It only says that something is left out: 「（略）」, 「以下省略」.
    Nothing,
}

/// The letters of a line that only says that something is left out.
const NOTHING: [&str; 7] = ["略", "省略", "中略", "前略", "後略", "以下略", "以下省略"];

/// Words with which a line leaves something out.
const OMITS: [&str; 9] = ["略", "変更なし", "同上", "のとおり", "別紙", "別添", "（続き", "(続き", "抜粋"];

/// Words with which a line says what was done. Each of the first five can end such a line.
const TELLS: [&str; 8] = ["追加", "追記", "削除", "修正", "変更", "上記", "図", "記載"];

/// The maximum length in bytes of a line that only says what was done: twenty characters of Japanese (「右記の内容を追記」).
pub(crate) const LONGEST_REMARK: usize = 60;

impl Quotes {
    pub(crate) fn of(text: &str) -> Self {
        let has_telling = TELLS.iter().any(|word| text.contains(word));
        if omits(text) {
            if NOTHING.contains(&letters(text).as_str()) { Self::Nothing } else { Self::Part }
        } else if tells(text) || (has_telling && text.len() <= LONGEST_REMARK) {
            Self::Remark
        } else if has_telling {
            Self::Likely
        } else {
            Self::Whole
        }
    }
}

/// Whether a line quotes the document and leaves nothing out.
pub(crate) fn is_quoted(text: &Answer<Text>) -> bool {
    text.given().is_some_and(|text| matches!(Quotes::of(text.as_str()), Quotes::Whole | Quotes::Likely))
}

/// Whether a cell quotes a whole item: no line is below a heading, or has a word that can say anything else.
pub(crate) fn is_whole(cell: &Lines) -> bool {
    let is_whole = |text: &Answer<Text>| text.given().is_some_and(|text| Quotes::of(text.as_str()) == Quotes::Whole);
    cell.iter().all(|(under, text)| under.is_none() && is_whole(text))
}

impl Assessment {
    /// Where a row goes in the change table (変更箇所) so that its dates stay in order: some tables begin with the oldest row, and others
    /// with the newest. A row goes below the rows of its own day; a row without a date goes to the end.
    ///
    /// ```
    /// use mynumber_pia::assessment::Change;
    /// use mynumber_pia::{Answer, Assessment};
    ///
    /// let row = |date: &str| Change { date: Answer::Given(date.parse().unwrap()), ..Change::default() };
    /// let mut document = Assessment::new("form_2_2024_10".parse()?);
    /// document.changes = ["令和7年6月1日", "令和6年6月1日", "令和5年6月1日"].map(row).into();
    /// assert_eq!(document.place_of_change(&row("令和8年6月1日")), 0);
    /// assert_eq!(document.place_of_change(&row("令和6年6月1日")), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "変更箇所")]
    #[must_use]
    pub fn place_of_change(&self, change: &Change) -> usize {
        let dates = || self.changes.iter().map(|row| row.date.given().copied());
        let Some(date) = change.date.given().copied() else { return self.changes.len() };
        if is_newest_first(&self.changes) {
            let is_older = |row: Option<FormDate>| row.is_some_and(|row| is_before(row, date));
            dates().position(is_older).unwrap_or(self.changes.len())
        } else {
            let is_newer = |row: &Option<FormDate>| row.is_some_and(|row| is_before(date, row));
            self.changes.len() - dates().rev().take_while(is_newer).count()
        }
    }
}

/// Whether a table is printed with its newest rows first: its dates fall more often than they rise.
pub(crate) fn is_newest_first(changes: &[Change]) -> bool {
    let falls = steps(changes).filter(|(_, above, date)| is_before(*date, *above)).count();
    let rises = steps(changes).filter(|(_, above, date)| is_before(*above, *date)).count();
    falls > rises
}

/// Each dated row except the first, with the previous date and its own.
pub(crate) fn steps(changes: &[Change]) -> impl Iterator<Item = (usize, FormDate, FormDate)> {
    let dated = || changes.iter().enumerate().filter_map(|(place, change)| Some((place, *change.date.given()?)));
    dated().zip(dated().skip(1)).map(|((_, above), (place, date))| (place, above, date))
}

pub(crate) fn is_before(early: FormDate, late: FormDate) -> bool {
    early.last_day() < late.first_day()
}

/// The indices of the rows in the order of time: some tables begin with the oldest row and others with the newest. A
/// row without a date stays after the row that it is read after.
pub(crate) fn in_time(changes: &[Change], is_newest_first: bool) -> impl Iterator<Item = usize> {
    let mut places: Vec<(NaiveDate, usize)> = Vec::with_capacity(changes.len());
    let mut last = NaiveDate::MIN;
    let mut take = |(place, change): (usize, &Change)| {
        last = change.date.given().map_or(last, |date| date.first_day());
        places.push((last, place));
    };
    if is_newest_first {
        changes.iter().enumerate().rev().for_each(&mut take);
    } else {
        changes.iter().enumerate().for_each(&mut take);
    }
    places.sort_by_key(|(day, _)| *day);
    places.into_iter().map(|(_, place)| place)
}

/// The letters of a line, in half width.
pub(crate) fn letters(text: &str) -> String {
    name_key(text).chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether the cell before a change says that the cell after it was added: 「追加」, 「右記の内容を追記」.
pub(crate) fn is_addition(before: &Answer<Lines>) -> bool {
    let mut texts = before.given().into_iter().flat_map(Lines::texts).map(AsRef::<str>::as_ref);
    let (Some(text), None) = (texts.next(), texts.next()) else { return false };
    let is_remark = text.contains("追記") && text.len() <= LONGEST_REMARK;
    is_remark || ["追加", "新規", "新規追加"].contains(&name_key(text).as_str())
}

/// Whether a line, however long, says what was done to words that it quotes: 「タイトルに「国保総合システム」の文言を追加」.
fn tells(text: &str) -> bool {
    let end = text.trim().trim_end_matches(['。', '．']);
    let end = end.strip_suffix("する").or_else(|| end.strip_suffix("した")).unwrap_or(end);
    let is_told = TELLS.iter().take(5).any(|word| end.ends_with(word));
    is_told && text.contains('「') && text.contains('」')
}

/// Whether a line leaves something out. 「以下」 and 「…」 do so only at its ends: inside they define (「以下「番号法」という。」,
/// 「※注…」).
fn omits(text: &str) -> bool {
    let ends = || text.trim_matches(|c: char| !c.is_alphabetic());
    let is_open = |dots: &str| text.trim().starts_with(dots) || text.trim().ends_with(dots);
    OMITS.iter().any(|word| text.contains(word))
        || ["…", "・・・"].into_iter().any(is_open)
        || (text.contains("以下") && (ends().starts_with("以下") || ends().ends_with("以下")))
}

/// Whether two cells say the same: in either width, and with the same day in any notation of a date.
pub(crate) fn is_same(a: &[&str], b: &[&str]) -> bool {
    same_name(&a.concat(), &b.concat())
        || match (a, b) {
            ([a], [b]) => a.parse::<FormDate>().ok().zip(b.parse().ok()).is_some_and(|(a, b)| a == b),
            _ => false,
        }
}
