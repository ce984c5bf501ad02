//! Dates as the forms print them: 和暦 (years counted by era) over the Gregorian calendar, and dates of a month or a year
//! without a day.

mod era;
mod form_date;
mod read;

#[doc(alias = "元号")]
#[doc(alias = "和暦")]
pub use era::Era;
#[doc(alias = "日付の誤り")]
pub use form_date::DateError;
#[doc(alias = "和暦")]
#[doc(alias = "日付")]
pub use form_date::FormDate;
#[doc(alias = "日付の精度")]
pub use form_date::Precision;
