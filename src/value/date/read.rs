//! Reads the dates that documents print.

use alloc::string::String;
use core::str::FromStr;

use chrono::{Months, NaiveDate};

use super::{DateError, Era, FormDate, Precision};
use crate::value::error::excerpt;
use crate::value::width::without_blanks;

/// The numbers of a date as written.
struct Numbers {
    year: u32,
    month: Option<u32>,
    day: Option<u32>,
}

impl FromStr for FormDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        read(text)
    }
}

fn read(text: &str) -> Result<FormDate, DateError> {
    // The stored ISO form needs no width folding.
    let stored = if text.is_ascii() { iso(text) } else { None };
    if let Some(numbers) = stored.filter(|numbers| numbers.year >= 1000) {
        return of_gregorian(&numbers);
    }
    let key = without_blanks(text).ok_or_else(|| unreadable(text))?;
    let key = key.strip_suffix("時点").unwrap_or(&key);
    if let Some((era, rest)) = Era::ALL.iter().find_map(|era| Some((*era, key.strip_prefix(era.label())?))) {
        return match japanese(rest) {
            Some(numbers) => of_era(era, &numbers),
            None => Err(unreadable(text)),
        };
    }
    if let Some((era, rest)) = Era::ALL.iter().find_map(|era| Some((*era, key.strip_prefix(era.letter())?))) {
        return match separated(rest, '.') {
            Some(numbers) => of_era(era, &numbers),
            None => Err(unreadable(text)),
        };
    }
    let gregorian = japanese(key).or_else(|| separated(key, '/')).or_else(|| iso(key));
    match gregorian {
        // A Gregorian year has four digits: 「6年4月1日」 is not a date.
        Some(numbers) if numbers.year >= 1000 => of_gregorian(&numbers),
        Some(_) | None => Err(unreadable(text)),
    }
}

fn unreadable(text: &str) -> DateError {
    DateError::Unreadable { seen: excerpt(text) }
}

/// 「6年」, 「6年12月」, 「6年12月6日」, 「元年…」.
fn japanese(text: &str) -> Option<Numbers> {
    let (year, rest) = text.split_once('年')?;
    let year = if year == "元" { 1 } else { number(year, 4)? };
    if rest.is_empty() {
        return Some(Numbers { year, month: None, day: None });
    }
    let (month, rest) = rest.split_once('月')?;
    let month = Some(number(month, 2)?);
    if rest.is_empty() {
        return Some(Numbers { year, month, day: None });
    }
    Some(Numbers { year, month, day: Some(number(rest.strip_suffix('日')?, 2)?) })
}

/// `6.12.6`, `6.12`, `2017/4/1`, `2017/4`.
fn separated(text: &str, separator: char) -> Option<Numbers> {
    let mut parts = text.split(separator);
    let year = number(parts.next()?, 4)?;
    let month = Some(number(parts.next()?, 2)?);
    let day = match parts.next() {
        Some(day) => Some(number(day, 2)?),
        None => None,
    };
    if parts.next().is_some() { None } else { Some(Numbers { year, month, day }) }
}

/// `2025-04-01`, `2025-04` and `2025`, in full length only.
fn iso(text: &str) -> Option<Numbers> {
    match *text.as_bytes() {
        [_, _, _, _] => Some(Numbers { year: number(text, 4)?, month: None, day: None }),
        [_, _, _, _, b'-', _, _] | [_, _, _, _, b'-', _, _, b'-', _, _] => separated(text, '-'),
        _ => None,
    }
}

/// A number of one to `longest` ASCII digits.
fn number(digits: &str, longest: usize) -> Option<u32> {
    if (1..=longest).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

fn of_gregorian(&Numbers { year, month, day }: &Numbers) -> Result<FormDate, DateError> {
    let year = i32::try_from(year).map_err(|_| DateError::OutOfRange { year: year.into() })?;
    match (month, day) {
        (None, _) => FormDate::from_year(year),
        (Some(month), None) => FormDate::from_month(year, month),
        (Some(month), Some(day)) => {
            let whole = FormDate::from_month(year, month)?;
            match NaiveDate::from_ymd_opt(year, month, day) {
                Some(day) => FormDate::from_day(day),
                None => Err(DateError::NoSuchDay { year, month, day, last: last_of(whole) }),
            }
        }
    }
}

fn last_of(month: FormDate) -> u32 {
    let next = month.first_day().checked_add_months(Months::new(1));
    next.map_or(0, |next| u32::try_from((next - month.first_day()).num_days()).unwrap_or(0))
}

/// A date of an era. At least one of its days must be in the era.
fn of_era(era: Era, numbers: &Numbers) -> Result<FormDate, DateError> {
    if numbers.year == 0 {
        return Err(DateError::YearZero { era });
    }
    let gregorian = i64::from(era.first_year()) + i64::from(numbers.year) - 1;
    let year = u32::try_from(gregorian).map_err(|_| DateError::OutOfRange { year: gregorian })?;
    let date = of_gregorian(&Numbers { year, ..*numbers })?;
    let begun = era.first_day() <= date.last_day();
    let ended = era.last_day().is_some_and(|last| last < date.first_day());
    if begun && !ended {
        return Ok(date);
    }
    let year = match numbers.year {
        1 => String::from("元年"),
        year => alloc::format!("{year}年"),
    };
    let (month, day) = (numbers.month.unwrap_or(0), numbers.day.unwrap_or(0));
    let label = era.label();
    let seen = match date.precision() {
        Precision::Year => alloc::format!("{label}{year}"),
        Precision::Month => alloc::format!("{label}{year}{month}月"),
        Precision::Day => alloc::format!("{label}{year}{month}月{day}日"),
    };
    Err(DateError::OutsideEra { seen, era, gregorian: date.to_iso(), instead: alloc::format!("{date}") })
}
