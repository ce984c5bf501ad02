//! 対象人数 of an affair.

use super::numeric_band;
use crate::value::kind::AssessmentKind;

numeric_band! {
    /// 対象人数: how many people the files of the affair are about (the first fact of the threshold determination).
    ///
    /// Unit: people. Printed in 様式2 Ⅱ1, 様式3 Ⅰ1③ and 様式4 Ⅰ1③. The data subjects of one file
    /// ([`DataSubjectsBand`](super::DataSubjectsBand)) have other bounds. Defined in 指針第4の4.
    ///
    /// ```
    /// use mynumber_pia::value::band::PopulationBand;
    ///
    /// assert_eq!(PopulationBand::of(99_999), PopulationBand::From10000To99999);
    /// assert_eq!(PopulationBand::of(100_000), PopulationBand::From100000To299999);
    /// assert_eq!(PopulationBand::from_label("５） 30万人以上"), Ok(PopulationBand::AtLeast300000));
    /// ```
    pub enum PopulationBand ("population band", "対象人数") of ("people", "人") {
        /// Fewer than 1,000 people.
        Under1000 from 0 = "under_1000", "1,000人未満" / "Fewer than 1,000", number 1, also "1,000人未満（任意実施）";
        /// 1,000 to 9,999 people.
        From1000To9999 from 1_000 = "from_1000_to_9999", "1,000人以上1万人未満" / "1,000 to 9,999", number 2;
        /// 10,000 to 99,999 people.
        From10000To99999 from 10_000 = "from_10000_to_99999", "1万人以上10万人未満" / "10,000 to 99,999", number 3;
        /// 100,000 to 299,999 people.
        From100000To299999 from 100_000 = "from_100000_to_299999", "10万人以上30万人未満" / "100,000 to 299,999", number 4;
        /// 300,000 people or more.
        AtLeast300000 from 300_000 = "at_least_300000", "30万人以上" / "300,000 or more", number 5;
    }
}

impl PopulationBand {
    /// The wording that the form of `kind` prints for this band; `None` if the form does not offer it.
    ///
    /// 様式2 adds （任意実施） to the first band. 様式3 prints only four bands, because an affair of 300,000 people or more needs
    /// the all-item assessment.
    ///
    /// ```
    /// use mynumber_pia::AssessmentKind;
    /// use mynumber_pia::value::band::PopulationBand;
    ///
    /// assert_eq!(PopulationBand::AtLeast300000.printed_on(AssessmentKind::KeyItem), None);
    /// assert_eq!(
    ///     PopulationBand::Under1000.printed_on(AssessmentKind::BasicItem),
    ///     Some("1,000人未満（任意実施）"),
    /// );
    /// ```
    #[must_use]
    pub const fn printed_on(self, kind: AssessmentKind) -> Option<&'static str> {
        match (kind, self) {
            (AssessmentKind::BasicItem, Self::Under1000) => Some("1,000人未満（任意実施）"),
            (AssessmentKind::KeyItem, Self::AtLeast300000) => None,
            (
                AssessmentKind::BasicItem | AssessmentKind::KeyItem | AssessmentKind::AllItem,
                Self::Under1000
                | Self::From1000To9999
                | Self::From10000To99999
                | Self::From100000To299999
                | Self::AtLeast300000,
            ) => Some(self.label()),
        }
    }
}
