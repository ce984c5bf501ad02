//! Dates as the forms print them: 和暦 (years counted by era) over the Gregorian calendar, and dates of a month or a year
//! without a day.

mod era;
mod form_date;
mod read;

pub use era::Era;
pub use form_date::{DateError, FormDate, Precision};
