//! 重大度: how bad a finding is.

use super::code_list::code_list;

code_list! {
    /// How bad a finding is (重大度). The labels are ours.
    ///
    /// The worst comes first: `Error < Warning < Note`. So `min()` of several findings is the worst, and `max()` the mildest.
    ///
    /// ```
    /// use mynumber_pia::validate::Severity;
    ///
    /// assert_eq!([Severity::Note, Severity::Error, Severity::Warning].into_iter().min(), Some(Severity::Error));
    /// ```
    pub enum Severity ("severity", "重大度") {
        /// The form or the law forbids it.
        Error = "error", "誤り";
        /// It contradicts something else, or is unlikely.
        Warning = "warning", "警告";
        /// It is worth a look.
        Note = "note", "参考";
    }
}
