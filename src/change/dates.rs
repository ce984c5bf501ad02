//! Dates as a change table writes them: in the style of its latest rows.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::Datelike;
use indexmap::IndexMap;

use super::addresses::Addresses;
use crate::assessment::Assessment;
use crate::assessment::log::{in_time, is_newest_first};
use crate::assessment::procedure::{Change, OpinionPeriod};
use crate::catalogue::{FieldPath, Item};
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;
use crate::value::names::name_key;
use crate::value::width::fold;

/// How a date is written.
#[derive(Clone)]
pub(super) struct Style {
    notation: Notation,
    is_wide: bool,
    /// What follows it: 「時点」, with the blanks before it.
    end: String,
}

#[derive(Clone, Copy)]
enum Notation {
    /// 「令和6年4月1日」.
    Era,
    /// 「R6.4.1」.
    Letter,
    /// 「2024/4/1」.
    Slash,
    /// 「2024-04-01」.
    Iso,
    /// 「2024年4月1日」.
    Gregorian,
}

impl Style {
    fn of(text: &str) -> Option<Self> {
        let first = text.split("から").next().unwrap_or(text);
        first.parse::<FormDate>().ok()?;
        let date = first.trim_end();
        let date = date.strip_suffix("時点").unwrap_or(date).trim_end();
        let folded: String = date.chars().map(fold).collect();
        let notation = match folded.trim_start().chars().next()? {
            c if c.is_ascii_alphabetic() => Notation::Letter,
            c if !c.is_ascii_digit() => Notation::Era,
            _ if folded.contains('/') => Notation::Slash,
            _ if folded.contains('年') => Notation::Gregorian,
            _ => Notation::Iso,
        };
        let is_wide = date.chars().any(|c| fold(c) != c && fold(c).is_ascii_digit());
        Some(Self { notation, is_wide, end: first.get(date.len()..).unwrap_or_default().into() })
    }

    fn date(&self, date: FormDate) -> String {
        let (era, year) = date.era();
        let first = date.first_day();
        let numbers = |year: i64, separator: &str| {
            let month = date.to_month().map(|(_, month)| month).or_else(|| date.to_day().map(|day| day.month()));
            let day = date.to_day().map(|day| day.day());
            let rest = [month, day].into_iter().flatten().map(|number| number.to_string());
            let all: Vec<String> = core::iter::once(year.to_string()).chain(rest).collect();
            all.join(separator)
        };
        let text = match self.notation {
            Notation::Era => date.to_string(),
            Notation::Letter => format!("{}{}", era.letter(), numbers(year.into(), ".")),
            Notation::Slash => numbers(first.year().into(), "/"),
            Notation::Iso => date.to_iso(),
            Notation::Gregorian => {
                let units = ["年", "月", "日"];
                let numbers = numbers(first.year().into(), "/");
                numbers.split('/').zip(units).flat_map(|(number, unit)| [number, unit]).collect()
            }
        };
        // A year alone in these styles would not be read as a date.
        let text = if text.parse::<FormDate>() == Ok(date) { text } else { date.to_string() };
        self.wide(&text)
    }

    fn wide(&self, text: &str) -> String {
        let wide = |c: char| {
            let digit = c.to_digit(10).filter(|_| self.is_wide && c.is_ascii_digit());
            digit.and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(c)
        };
        text.chars().map(wide).collect()
    }

    /// The date in this style, with what follows it.
    pub(super) fn shown(&self, date: FormDate) -> Option<Lines> {
        format!("{}{}", self.date(date), self.end).parse().ok()
    }

    /// 「令和6年9月15日から令和6年10月15日までの31日間」.
    pub(super) fn period(&self, period: &OpinionPeriod) -> Option<Lines> {
        let OpinionPeriod { from, until, days } = period;
        let mut text = String::new();
        if let Some(from) = from.given() {
            text.push_str(&self.date(*from));
        }
        if let Some(until) = until.given() {
            let begin = if text.is_empty() { "" } else { "から" };
            text.extend([begin, &self.date(*until), "まで"]);
        }
        if let Some(days) = days.given() {
            let of = if text.is_empty() { "" } else { "の" };
            text.extend([of, &self.wide(&days.to_string()), "日間"]);
        }
        text.parse().ok()
    }
}

/// What the form prints after the date of an item.
const fn end_of(item: Item) -> &'static str {
    if matches!(item, Item::PopulationAsOf | Item::HandlersAsOf) { " 時点" } else { "" }
}

/// Reads a period: its first and last day, and how many days it states. `None` if it is anything else.
pub(super) fn read_period(cell: &Answer<Lines>) -> Option<OpinionPeriod> {
    let lines = match cell {
        Answer::Given(lines) => lines,
        Answer::Nothing(_) => return Some(OpinionPeriod::default()),
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => return None,
    };
    let mut texts = lines.texts();
    let (text, None) = (name_key(texts.next()?.as_str()), texts.next()) else { return None };
    let (days, rest) = match text.strip_suffix("日間") {
        Some(rest) => {
            let digits = rest.chars().rev().take_while(char::is_ascii_digit).count();
            let (rest, days) = rest.split_at_checked(rest.len().checked_sub(digits)?)?;
            (Answer::Given(days.parse().ok()?), rest.strip_suffix('の').unwrap_or(rest))
        }
        None => (Answer::Unanswered, text.as_str()),
    };
    let (from, until) = match (rest.strip_suffix("まで"), rest.split_once("から")) {
        (_, Some((from, until))) => (Some(from), Some(until.strip_suffix("まで").unwrap_or(until))),
        (Some(until), None) => (None, Some(until)),
        (None, None) => (Some(rest).filter(|rest| !rest.is_empty()), None),
    };
    let date = |text: Option<&str>| match text {
        Some(text) => text.parse().ok().map(Answer::Given),
        None => Some(Answer::Unanswered),
    };
    Some(OpinionPeriod { from: date(from)?, until: date(until)?, days })
}

/// Whether a cell quotes this period; `None` if it does not quote a period.
pub(super) fn is_period(period: &OpinionPeriod, cell: &Answer<Lines>) -> Option<bool> {
    let given = |date: &Answer<FormDate>| date.given().copied();
    let quoted = read_period(cell)?;
    let are_same = given(&quoted.from) == given(&period.from) && given(&quoted.until) == given(&period.until);
    // A row can leave out how many days it is.
    let is_length = quoted.days.given().is_none_or(|days| period.days.given() == Some(days));
    Some(are_same && is_length)
}

/// The styles of the dates in the change table of a document.
pub(super) struct Styles {
    /// The style of the last row about an item, and about an item at a path.
    of_item: IndexMap<(Item, Option<FieldPath>), Style>,
    last: Option<Style>,
}

impl Styles {
    pub(super) fn new(document: &Assessment) -> Self {
        let changes = &document.changes;
        let addresses = Addresses::new(document);
        let mut styles = Self { of_item: IndexMap::new(), last: None };
        for row in in_time(changes, is_newest_first(changes)) {
            let Some(style) = changes.get(row).and_then(style_of_row) else { continue };
            for one in addresses.of(row).items {
                styles.of_item.insert((one.item, one.path), style.clone());
            }
            styles.last = Some(style);
        }
        styles
    }

    /// The style of the last row about this item, or else of the last row that quotes a date.
    pub(super) fn of(&self, item: Item, path: Option<&FieldPath>) -> Style {
        let own = self.of_item.get(&(item, path.cloned())).or_else(|| self.of_item.get(&(item, None)));
        match (own, &self.last) {
            (Some(own), _) => own.clone(),
            (None, Some(last)) => Style { end: end_of(item).into(), ..last.clone() },
            (None, None) => Style { notation: Notation::Era, is_wide: false, end: end_of(item).into() },
        }
    }
}

fn style_of_row(change: &Change) -> Option<Style> {
    [&change.after, &change.before].into_iter().find_map(|cell| {
        let mut texts = cell.given()?.texts();
        let (text, None) = (texts.next()?, texts.next()) else { return None };
        Style::of(text.as_str())
    })
}
