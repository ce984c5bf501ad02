//! 記録される項目, as a number of items.

use super::numeric_band;

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
