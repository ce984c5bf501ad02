//! The eras and their first days.

use chrono::{Datelike, NaiveDate};

use crate::value::code_list::code_list;

code_list! {
    /// An era (元号). An era ends on the day before the next one begins; the last one is still running.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::value::date::Era;
    ///
    /// let day = NaiveDate::from_ymd_opt(1989, 1, 7).unwrap();
    /// assert_eq!(Era::of(day), Some((Era::Showa, 64)));
    /// assert_eq!(Era::of(day.succ_opt().unwrap()), Some((Era::Heisei, 1)));
    /// ```
    pub enum Era ("era", "元号") {
        /// From 1868-10-23; dates are read from 明治6年 (1873) on, when the Gregorian calendar came into use.
        Meiji = "meiji", "明治";
        /// From 1912-07-30.
        Taisho = "taisho", "大正";
        /// From 1926-12-25.
        Showa = "showa", "昭和";
        /// From 1989-01-08.
        Heisei = "heisei", "平成";
        /// From 2019-05-01.
        Reiwa = "reiwa", "令和";
    }
}

/// The data of an era.
struct Row {
    era: Era,
    /// The letter that begins abbreviated dates (R6.10.1).
    letter: char,
    /// The first day in the Gregorian calendar: year, month, day.
    first: (i32, u32, u32),
}

/// One row per era. A new era needs a member of [`Era`] and a row here.
///
/// Sources of the first days: the proclamations of the era names; for 平成 and 令和 also 政令 of 1989 and 2019. The day on
/// which an era begins belongs to the new era.
const ERAS: [Row; 5] = [
    Row { era: Era::Meiji, letter: 'M', first: (1868, 10, 23) },
    Row { era: Era::Taisho, letter: 'T', first: (1912, 7, 30) },
    Row { era: Era::Showa, letter: 'S', first: (1926, 12, 25) },
    Row { era: Era::Heisei, letter: 'H', first: (1989, 1, 8) },
    Row { era: Era::Reiwa, letter: 'R', first: (2019, 5, 1) },
];

// Every era has a row, and the rows are in order.
const _: () = {
    assert!(ERAS.len() == Era::ALL.len());
    let mut i = 1;
    while i < ERAS.len() {
        assert!(ERAS[i - 1].era as usize + 1 == ERAS[i].era as usize);
        assert!(ERAS[i - 1].first.0 < ERAS[i].first.0);
        i += 1;
    }
};

impl Era {
    fn row(self) -> &'static Row {
        ERAS.iter().find(|row| row.era == self).unwrap_or(&ERAS[0])
    }

    /// The letter of the era in abbreviated dates: R in R6.10.1.
    #[must_use]
    pub fn letter(self) -> char {
        self.row().letter
    }

    /// The first day of the era.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        let (year, month, day) = self.row().first;
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The last day of the era; `None` if the era is still running.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        let mut later = ERAS.iter().skip_while(|row| row.era != self).skip(1);
        later.next()?.era.first_day().pred_opt()
    }

    /// The Gregorian year in which the era began, which is its year 1 (元年).
    #[must_use]
    pub fn first_year(self) -> i32 {
        self.row().first.0
    }

    /// The era that a day belongs to, and the year of that era; `None` before 明治.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<(Self, i32)> {
        let row = ERAS.iter().rev().find(|row| row.era.first_day() <= day)?;
        Some((row.era, day.year() - row.first.0 + 1))
    }
}
