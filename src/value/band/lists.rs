//! The lists that the forms print: 対象人数, 取扱者数, 対象となる本人の数, 使用者数, 記録される項目 and 保管期間.

use super::numeric_band;
use crate::value::code_list::code_list;
use crate::value::kind::AssessmentKind;

numeric_band! {
    /// 対象人数: how many people the files of the affair are about (the first fact of the threshold determination).
    ///
    /// Unit: people. Printed in 様式2 Ⅱ1, 様式3 Ⅰ1③ and 様式4 Ⅰ1③. The data subjects of one file
    /// ([`DataSubjectsBand`]) have other bounds. Defined in 指針第4の4.
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

numeric_band! {
    /// 取扱者数: how many people handle the files of the affair.
    ///
    /// It includes the staff of entrustees. It is the second fact of the threshold determination.
    ///
    /// Unit: people. Printed in 様式2 Ⅱ2, where 500人以上 comes first (number 1). Defined in 指針第5の2.
    pub enum HandlersBand ("handlers band", "取扱者数") of ("people", "人") {
        /// Fewer than 500 people.
        Under500 from 0 = "under_500", "500人未満" / "Fewer than 500", number 2;
        /// 500 people or more.
        AtLeast500 from 500 = "at_least_500", "500人以上" / "500 or more", number 1;
    }
}

numeric_band! {
    /// 対象となる本人の数: the data subjects of one file, entrustment, provision or transfer.
    ///
    /// Unit: people. Printed in 様式3 and 様式4 Ⅱ2② and Ⅱ5④, and in 様式4 Ⅱ4②. This is not the population of the affair
    /// ([`PopulationBand`]).
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

numeric_band! {
    /// People who work with a file: 使用者数 (様式3 Ⅱ3④, 様式4 Ⅱ3⑦) and 委託先における取扱者数 (様式3 Ⅱ4②, 様式4 Ⅱ4③).
    ///
    /// Unit: people. These bands are finer than the two of 様式2 ([`HandlersBand`]). A
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

numeric_band! {
    /// 記録される項目: how many items a file records about one person.
    ///
    /// Unit: items. Printed in 様式3 and 様式4 Ⅱ2④.
    pub enum RecordItemsBand ("record items band", "記録される項目") of ("items", "項目") {
        Under10 from 0 = "under_10", "10項目未満" / "Fewer than 10 items", number 1;
        From10To49 from 10 = "from_10_to_49", "10項目以上50項目未満" / "10 to 49 items", number 2;
        From50To99 from 50 = "from_50_to_99", "50項目以上100項目未満" / "50 to 99 items", number 3;
        AtLeast100 from 100 = "at_least_100", "100項目以上" / "100 items or more", number 4;
    }
}

code_list! {
    /// 保管期間: how long a file is kept. Printed in 様式4 Ⅱ6②.
    ///
    /// This is not a numeric band: the last member is not a period, and the others are the form's names for periods,
    /// not ranges of days.
    pub enum RetentionPeriod ("retention period", "保管期間") {
        /// Less than a year.
        UnderOneYear = "under_one_year", "1年未満" / "Less than 1 year", number 1;
        /// One year.
        OneYear = "one_year", "1年" / "1 year", number 2;
        /// Two years.
        TwoYears = "two_years", "2年" / "2 years", number 3;
        /// Three years.
        ThreeYears = "three_years", "3年" / "3 years", number 4;
        /// Four years.
        FourYears = "four_years", "4年" / "4 years", number 5;
        /// Five years.
        FiveYears = "five_years", "5年" / "5 years", number 6;
        /// Six years or more, less than ten.
        SixToTenYears = "six_to_ten_years", "6年以上10年未満" / "6 years or more, less than 10", number 7;
        /// Ten years or more, less than twenty.
        TenToTwentyYears = "ten_to_twenty_years", "10年以上20年未満" / "10 years or more, less than 20", number 8;
        /// Twenty years or more.
        TwentyYearsOrMore = "twenty_years_or_more", "20年以上" / "20 years or more", number 9;
        /// No period is laid down.
        NotFixed = "not_fixed", "定められていない" / "Not laid down", number 10;
    }
}
