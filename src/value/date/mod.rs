//! 日付: dates as the forms print them, in 和暦 (years counted by era) or Gregorian.
//!
//! Forms are dated in the Japanese calendar, where 令和6年 is 2024. The date of publication, of an incident or of a change
//! is often given only to the month or the year. A [`FormDate`] keeps exactly what was given, compares by Gregorian
//! dates, and rejects dates that never existed, such as 平成31年5月1日: by then the era was 令和.
//!
//! ```
//! use mynumber_pia::value::date::{Era, FormDate};
//!
//! let published: FormDate = "令和6年12月6日".parse()?;
//! assert_eq!(published.to_iso(), "2024-12-06");
//! assert_eq!(published.era(), (Era::Reiwa, 6));
//! assert!("平成31年5月1日".parse::<FormDate>().is_err());
//! # Ok::<(), mynumber_pia::value::date::DateError>(())
//! ```

mod era;
mod form_date;
mod read;

export! {
    era::Era "元号" "和暦";
    form_date::DateError "日付の誤り";
    form_date::FormDate "和暦" "日付";
    form_date::Precision "日付の精度";
}

pub(crate) use form_date::day;
