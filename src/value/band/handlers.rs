//! 取扱者数 on 様式2.

use super::numeric_band;

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
