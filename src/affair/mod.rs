//! 事務: which steps the law asks for when something happens to an affair.

mod case;
mod question;

#[doc(alias = "場合")]
pub use case::Case;
#[doc(alias = "契機")]
pub use case::HappeningKind;
#[doc(alias = "読み方")]
pub use case::Reading;
#[doc(alias = "手続")]
pub use case::Task;
