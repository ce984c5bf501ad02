//! The two kinds of body that carry out assessments.

use crate::value::code_list::code_list;

code_list! {
    /// The two kinds of 評価実施機関. The rules on the all-item assessment differ between them.
    ///
    /// The kind does not change which assessment is required. It changes the provision that requires the all-item
    /// assessment, and the procedure.
    pub enum BodyKind ("kind of body", "評価実施機関の種類") {
        /// Every 行政機関の長等 that is not a 地方公共団体等: the word of the forms, wider than 行政機関 alone. The
        /// all-item assessment is required by 番号法第28条第1項.
        AdministrativeOrgan = "administrative_organ", "行政機関等";
        /// 地方公共団体の機関 and 地方独立行政法人 (規則第2条第3号). The all-item assessment is required by 規則第7条第1項.
        LocalGovernment = "local_government", "地方公共団体等";
    }
}
