//! How long a row was the same.

use chrono::NaiveDate;

/// The days between which a row of a table was the same (項の存続期間): when it was seen, and what is known of its beginning
/// and its end. Where a text gives the day of a change, the days before and after it leave no gap.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Life {
    /// The last day on which the table is known not to have had it; `None` if the first copy has it.
    pub absent: Option<NaiveDate>,
    /// The first day on which the table is known to have had it.
    pub first: NaiveDate,
    /// The last day on which the table is known to have had it.
    pub last: NaiveDate,
    /// The first day on which the table is known no longer to have it; `None` if the last copy has it.
    pub gone: Option<NaiveDate>,
}

impl Life {
    /// The day nearest to `day` on which the row was seen, if it was not seen on `day` itself.
    pub(super) fn other_than(self, day: NaiveDate) -> Option<NaiveDate> {
        if day < self.first {
            Some(self.first)
        } else if self.last < day {
            Some(self.last)
        } else {
            None
        }
    }
}
