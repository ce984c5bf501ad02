//! The change table (変更箇所) as people wrote it: the order of its rows, and whether a cell quotes an item.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Assessment;
use super::procedure::Change;
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;
use crate::value::names::same_name;
use crate::value::text::Text;

/// Words in a cell that say that it leaves something out.
const OMITS: [&str; 9] = ["略", "変更なし", "同上", "のとおり", "別紙", "別添", "（続き", "(続き", "抜粋"];

/// Words in a cell that may describe the change instead of quoting the item.
const TELLS: [&str; 8] = ["追記", "追加", "削除", "上記", "修正", "図", "記載", "変更"];

/// The maximum length in bytes of a line that only describes the change: twenty characters of Japanese (「右記の内容を追記」).
pub(crate) const LONGEST_REMARK: usize = 60;

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

/// Whether the cell before a change says that the cell after it was added (「右記の内容を追記」).
pub(crate) fn is_addition(before: &Answer<Lines>) -> bool {
    before.given().is_some_and(|lines| {
        let mut texts = lines.texts().map(AsRef::<str>::as_ref);
        texts.next().is_some_and(|text| text.contains("追記") && text.len() <= LONGEST_REMARK) && texts.next().is_none()
    })
}

/// Whether a cell quotes a whole item: it has none of the words that mark a partial quotation.
pub(crate) fn is_whole(cell: &Lines) -> bool {
    cell.iter().all(|(under, text)| {
        let text = text.given().filter(|_| under.is_none()).map(AsRef::<str>::as_ref);
        text.is_some_and(|text| !omits(text) && !TELLS.iter().any(|word| text.contains(word)))
    })
}

/// Whether a line quotes the document and leaves nothing out.
pub(crate) fn is_quoted(text: &Answer<Text>) -> bool {
    text.given().map(AsRef::<str>::as_ref).is_some_and(|text| {
        let is_remark = text.len() <= LONGEST_REMARK && TELLS.iter().any(|word| text.contains(word));
        !is_remark && !tells(text) && !omits(text)
    })
}

/// Whether a line, however long, says what was done to words that it quotes: 「タイトルに「国保総合システム」の文言を追加」.
fn tells(text: &str) -> bool {
    let end = text.trim().trim_end_matches(['。', '．']);
    let end = end.strip_suffix("する").or_else(|| end.strip_suffix("した")).unwrap_or(end);
    let is_told = ["追加", "追記", "削除", "修正", "変更"].iter().any(|word| end.ends_with(word));
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
