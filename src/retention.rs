//! 特定個人情報の保管・消去.

use crate::answer::Answer;
use crate::band::RetentionPeriod;
use crate::catalogue::two_depths;
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅱ6 特定個人情報の保管・消去.
    #[doc(alias = "特定個人情報の保管・消去")]
    key KeyItemRetention;
    /// 様式4 Ⅱ6 特定個人情報の保管・消去.
    #[doc(alias = "特定個人情報の保管・消去")]
    all AllItemRetention;
    /// What 様式3 and 様式4 both ask of 保管・消去.
    #[doc(alias = "特定個人情報の保管・消去")]
    shared Retention;
    {
        /// 保管場所, by actor where the document tells them apart.
        both storage: Answer<Lines>, item StoragePlace;
        /// ②保管期間 期間.
        all period: Answer<RetentionPeriod>, item RetentionPeriod;
        /// ②保管期間 その妥当性.
        all period_reason: Answer<Lines>, item RetentionReason;
        /// ③消去方法, by actor where the document tells them apart.
        all erasure: Answer<Lines>, item Erasure;
    }
}
