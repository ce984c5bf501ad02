//! A date as exact as the form gives it.

use alloc::string::String;
use core::fmt;

use chrono::{Datelike, Months, NaiveDate};

use super::Era;
use crate::value::code_list::{code_list, read_from_string};
use crate::value::language::errors;

/// A day, a month or a year, as a form prints it. A month stays a month; no day is invented for it.
///
/// The value is a Gregorian date, and the era is computed from it: 「令和1年6月27日」, 「R1.6.27」 and `2019-06-27` are equal
/// and all print 「令和元年6月27日」. JSON stores the ISO form: `2019-06-27`, `2019-06`, `2019`.
///
/// Range: 1873-01-01 (明治6年1月1日, when Japan adopted the Gregorian calendar) to 9999-12-31.
///
/// Reading accepts 令和6年12月6日, 令和元年, 令和1年, 平成２７年１０月, H30.5.21, R6.10.1, H27.12, 2017/4/1, 2025-04-01 and 2025年4月1日, in
/// either width, with blanks between the parts and with 時点 at the end. A blank between two digits is an error: 「令和 1
/// 2年」 may not mean the year 12.
///
/// ```
/// use mynumber_pia::value::date::{FormDate, Precision};
///
/// let date: FormDate = "平成２７年１０月".parse()?;
/// assert_eq!(date.precision(), Precision::Month);
/// assert_eq!(date.to_iso(), "2015-10");
/// assert_eq!(date.to_string(), "平成27年10月");
/// assert_eq!(date.last_day().to_string(), "2015-10-31");
///
/// let error = "平成31年5月1日".parse::<FormDate>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "平成31年5月1日 does not exist: 平成 ran from 1989-01-08 to 2019-04-30, and 2019-05-01 is 令和元年5月1日"
/// );
/// # Ok::<(), mynumber_pia::value::date::DateError>(())
/// ```
///
/// A month or a year that belongs to two eras (1989-01, 2019) prints the later one: 「平成元年1月」, 「令和元年」.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormDate {
    first: NaiveDate,
    precision: Precision,
}

code_list! {
    /// How exact a date is.
    pub enum Precision ("precision", "日付の精度") {
        /// A year.
        Year = "year", "年";
        /// A month of a year.
        Month = "month", "月";
        /// A day.
        Day = "day", "日";
    }
}

/// A day of a table of ours. Every such day is in the calendar; the tests read each.
pub(crate) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

impl FormDate {
    /// The first year with the Gregorian calendar in Japan: 明治6年.
    pub const FIRST_YEAR: i32 = 1873;
    /// The last year that ISO writes with four digits.
    pub const LAST_YEAR: i32 = 9999;

    /// A day.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] before 1873-01-01 and after 9999-12-31.
    pub fn from_day(day: NaiveDate) -> Result<Self, DateError> {
        Self::in_range(day.year())?;
        Ok(Self { first: day, precision: Precision::Day })
    }

    /// A month without a day. `year` is Gregorian.
    ///
    /// # Errors
    /// - [`DateError::OutOfRange`] for a year before 1873 or after 9999.
    /// - [`DateError::NoSuchMonth`] for a month outside 1 to 12.
    pub fn from_month(year: i32, month: u32) -> Result<Self, DateError> {
        Self::in_range(year)?;
        let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(DateError::NoSuchMonth { month })?;
        Ok(Self { first, precision: Precision::Month })
    }

    /// A year without a month. `year` is Gregorian.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] for a year before 1873 or after 9999.
    pub fn from_year(year: i32) -> Result<Self, DateError> {
        Self::in_range(year)?;
        let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(DateError::OutOfRange { year: year.into() })?;
        Ok(Self { first, precision: Precision::Year })
    }

    fn in_range(year: i32) -> Result<(), DateError> {
        if (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year) {
            Ok(())
        } else {
            Err(DateError::OutOfRange { year: year.into() })
        }
    }

    /// Whether it is a day, a month or a year.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The day, if the date is a day.
    #[must_use]
    pub const fn to_day(self) -> Option<NaiveDate> {
        match self.precision {
            Precision::Day => Some(self.first),
            Precision::Year | Precision::Month => None,
        }
    }

    /// The Gregorian year and month, if the date is a month.
    #[must_use]
    pub fn to_month(self) -> Option<(i32, u32)> {
        match self.precision {
            Precision::Month => Some((self.first.year(), self.first.month())),
            Precision::Year | Precision::Day => None,
        }
    }

    /// The first day that the date covers.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last day that the date covers.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let months = match self.precision {
            Precision::Day => return self.first,
            Precision::Month => 1,
            Precision::Year => 12,
        };
        // The date is within the range of years, far from the ends of chrono's calendar.
        let next = self.first.checked_add_months(Months::new(months));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.first)
    }

    /// The era of the date and the year of that era. For a month or year in two eras, it is the later one.
    #[must_use]
    pub fn era(self) -> (Era, i32) {
        // No date is before the first era.
        Era::of(self.last_day()).unwrap_or((Era::Meiji, self.first.year()))
    }

    /// The ISO form: `2019-06-27`, `2019-06` or `2019`.
    #[must_use]
    pub fn to_iso(self) -> String {
        match self.precision {
            Precision::Year => alloc::format!("{:04}", self.first.year()),
            Precision::Month => {
                alloc::format!("{:04}-{:02}", self.first.year(), self.first.month())
            }
            Precision::Day => {
                alloc::format!("{:04}-{:02}-{:02}", self.first.year(), self.first.month(), self.first.day())
            }
        }
    }
}

/// Prints the canonical Japanese form: half-width digits, 元年 for the first year, no leading zeros.
impl fmt::Display for FormDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (era, year) = self.era();
        match year {
            1 => write!(f, "{}元年", era.label())?,
            _ => write!(f, "{}{year}年", era.label())?,
        }
        match self.precision {
            Precision::Year => Ok(()),
            Precision::Month => write!(f, "{}月", self.first.month()),
            Precision::Day => write!(f, "{}月{}日", self.first.month(), self.first.day()),
        }
    }
}

impl TryFrom<NaiveDate> for FormDate {
    type Error = DateError;

    fn try_from(day: NaiveDate) -> Result<Self, DateError> {
        Self::from_day(day)
    }
}

/// Written as the ISO string.
impl serde::Serialize for FormDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Avoids an allocation, because a document has hundreds of dates.
        let digit = |number: u32| u8::try_from(number % 10).unwrap_or_default() + b'0';
        let year = u32::try_from(self.first.year()).unwrap_or_default();
        let (month, day) = (self.first.month(), self.first.day());
        let iso = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        let length = match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        };
        match iso.get(..length).and_then(|iso| core::str::from_utf8(iso).ok()) {
            Some(iso) => serializer.serialize_str(iso),
            None => serializer.serialize_str(&self.to_iso()),
        }
    }
}

read_from_string!(
    FormDate,
    "a date such as 2019-06-27, 2019-06 or 令和元年6月27日",
    "日付（2019-06-27、2019-06、令和元年6月27日 など）"
);

errors! {
    /// Why a date could not be read.
    #[non_exhaustive]
    pub enum DateError {
        /// The string is not in any accepted notation.
        #[error(
            "cannot read \"{seen}\" as a date: expected 令和6年12月6日, 令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06"
        )]
        #[ja("「{seen}」は日付として読めない。書き方は 令和6年12月6日、令和6年12月、令和6年、R6.12.6、2024/12/6、2024-12-06")]
        Unreadable {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
        },
        /// A day, month or year after the end of its era or before its beginning.
        #[error(
            "{seen} does not exist: {} ran from {}{}, and {gregorian} is {instead}",
            .era.label(), .era.first_day(), .era.last_day().map_or(" on".into(), |last| alloc::format!(" to {last}"))
        )]
        #[ja(
            "{seen}はない。{}は{}から{}であり、{gregorian} は{instead}である",
            era.label(), era.first_day(), era.last_day().map_or(String::new(), |last| alloc::format!("{last}まで"))
        )]
        OutsideEra {
            /// The date as written.
            seen: String,
            /// The era that it names.
            era: Era,
            /// The same day, month or year in the Gregorian calendar.
            gregorian: String,
            /// The correct era date for it.
            instead: String,
        },
        /// A year 0.
        #[error("{}0年 does not exist: an era begins with 元年", .era.label())]
        #[ja("{}0年はない。元号は元年から始まる", era.label())]
        YearZero {
            /// The era.
            era: Era,
        },
        /// A month outside 1 to 12.
        #[error("there is no month {month}: expected 1 to 12")]
        #[ja("{month}月はない（1月から12月まで）")]
        NoSuchMonth {
            /// The month.
            month: u32,
        },
        /// A day that its month does not have.
        #[error("there is no day {day} in {year}-{month:02}: expected 1 to {last}")]
        #[ja("{year}年{month}月に{day}日はない（1日から{last}日まで）")]
        NoSuchDay {
            /// The year, Gregorian.
            year: i32,
            /// The month.
            month: u32,
            /// The day.
            day: u32,
            /// The last day of that month.
            last: u32,
        },
        /// A year before 1873 or after 9999.
        #[error(
            "the year {year} is out of range: expected 1873 (明治6年, the first of the Gregorian calendar in Japan) to 9999"
        )]
        #[ja("{year}年は扱えない。扱えるのは1873年（明治6年、グレゴリオ暦の採用）から9999年まで")]
        OutOfRange {
            /// The year, Gregorian.
            year: i64,
        },
    }
}
