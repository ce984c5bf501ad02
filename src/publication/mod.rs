//! 公表: a document as it is published, without the parts that may be withheld.
//!
//! The whole document goes to the Commission (個人情報保護委員会). Parts of it may be withheld from publication (規則第10条), if a
//! provision allows it for this document, this body and this occasion ([`duty::WITHHOLDINGS`]).
//!
//! [`duty::WITHHOLDINGS`]: crate::duty::WITHHOLDINGS

mod error;
mod rows;
mod search;
mod secrets;
mod withhold;

#[doc(alias = "非公表の誤り")]
pub use error::WithholdError;
#[doc(alias = "非公表の誤り")]
pub use error::WithholdReason;
#[doc(alias = "公表用の評価書")]
#[doc(alias = "黒塗り")]
pub use withhold::Withheld;
#[doc(alias = "非公表の欄")]
pub use withhold::WithheldField;
#[doc(alias = "非公表")]
pub use withhold::withhold;
