//! 使用者数, and 取扱者数 at an entrustee.

use super::numeric_band;

numeric_band! {
    /// People who work with a file: 使用者数 (様式3 Ⅱ3④, 様式4 Ⅱ3⑦) and 委託先における取扱者数 (様式3 Ⅱ4②, 様式4 Ⅱ4③).
    ///
    /// Unit: people. These bands are finer than the two of 様式2 ([`HandlersBand`](super::HandlersBand)). A
    /// [`Tally`](crate::threshold::Tally) adds them up.
    pub enum StaffBand ("staff band", "使用者数") of ("people", "人") {
        /// Fewer than 10 people.
        Under10 from 0 = "under_10", "10人未満" / "Fewer than 10", number 1;
        /// 10 to 49 people.
        From10To49 from 10 = "from_10_to_49", "10人以上50人未満" / "10 to 49", number 2;
        /// 50 to 99 people.
        From50To99 from 50 = "from_50_to_99", "50人以上100人未満" / "50 to 99", number 3;
        /// 100 to 499 people.
        From100To499 from 100 = "from_100_to_499", "100人以上500人未満" / "100 to 499", number 4;
        /// 500 to 999 people.
        From500To999 from 500 = "from_500_to_999", "500人以上1,000人未満" / "500 to 999", number 5;
        /// 1,000 people or more.
        AtLeast1000 from 1_000 = "at_least_1000", "1,000人以上" / "1,000 or more", number 6;
    }
}
