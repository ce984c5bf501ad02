//! 特定個人情報の保管・消去.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines};
use crate::value::band::RetentionPeriod;

part!(
    /// Where a file is kept, how long, and how it is erased (特定個人情報の保管・消去): 様式3 and 様式4 Ⅱ6.
    pub struct Retention {
        /// 保管場所, by actor if the document distinguishes them.
        #[item(StoragePlace)]
        pub storage: Answer<Lines>,
        /// ②保管期間 期間.
        #[item(RetentionPeriod)]
        pub period: Answer<RetentionPeriod>,
        /// ②保管期間 その妥当性.
        #[item(RetentionReason)]
        pub period_reason: Answer<Lines>,
        /// ③消去方法, by actor if the document distinguishes them.
        #[item(Erasure)]
        pub erasure: Answer<Lines>,
    }
);
