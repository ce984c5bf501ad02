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

export! {
    error::WithholdError "非公表の誤り";
    error::WithholdReason "非公表の誤りの理由";
    withhold::Withheld "公表用の評価書" "黒塗り";
    withhold::WithheldField "非公表の欄";
    withhold::withhold "非公表";
}
