//! 保管期間.

use crate::value::code_list::code_list;

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
