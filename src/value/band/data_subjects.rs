//! 対象となる本人の数.

use super::numeric_band;

numeric_band! {
    /// 対象となる本人の数: the data subjects of one file, entrustment, provision or transfer.
    ///
    /// Unit: people. Printed in 様式3 and 様式4 Ⅱ2② and Ⅱ5④, and in 様式4 Ⅱ4②. This is not the population of the affair
    /// ([`PopulationBand`](super::PopulationBand)).
    pub enum DataSubjectsBand ("data subjects band", "対象となる本人の数") of ("people", "人") {
        /// Fewer than 10,000 people.
        Under10000 from 0 = "under_10000", "1万人未満" / "Fewer than 10,000", number 1;
        /// 10,000 to 99,999 people.
        From10000To99999 from 10_000 = "from_10000_to_99999", "1万人以上10万人未満" / "10,000 to 99,999", number 2;
        /// 100,000 to 999,999 people.
        From100000To999999 from 100_000 = "from_100000_to_999999", "10万人以上100万人未満" / "100,000 to 999,999", number 3;
        /// 1,000,000 to 9,999,999 people.
        From1000000To9999999 from 1_000_000 = "from_1000000_to_9999999", "100万人以上1,000万人未満" / "1,000,000 to 9,999,999", number 4;
        /// 10,000,000 people or more.
        AtLeast10000000 from 10_000_000 = "at_least_10000000", "1,000万人以上" / "10,000,000 or more", number 5;
    }
}
