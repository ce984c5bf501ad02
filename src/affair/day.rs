//! Days: how a register stores one (written as `2026-04-01`, read in every notation of a date), and the same day some years later.

use alloc::format;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::value::answer::AnswerError;
use crate::value::date::FormDate;
use crate::value::error::refused;

/// The same day some years later. 29 February becomes the 28th.
pub(super) fn after(day: NaiveDate, years: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(12 * years))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
pub(super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    // A day that no date can be could not be read again.
    FormDate::from_day(*day).map_err(serde::ser::Error::custom)?.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let date = FormDate::deserialize(deserializer)?;
    date.to_day().ok_or_else(|| {
        let date = date.to_iso();
        refused(AnswerError::new(
            format!("\"{date}\" is not a day: expected a year, a month and a day, such as 2026-04-01"),
            format!("「{date}」は日まで書かれていない。2026-04-01 のように年月日を書く"),
        ))
    })
}

/// A day that may be left out.
pub(super) mod optional {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    struct Day(NaiveDate);

    impl<'de> Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            super::deserialize(deserializer).map(Self)
        }
    }

    impl Serialize for Day {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            super::serialize(&self.0, serializer)
        }
    }

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes the field by reference")]
    pub(in crate::affair) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(serializer)
    }

    pub(in crate::affair) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
    }
}
