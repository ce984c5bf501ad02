//! 特定個人情報保護評価書: the document and its parts.
//!
//! # In JSON
//! A document is an object with the fields `"format": "mynumber-pia"`, `"version": 1`, `"kind"` and `"edition"` (the edition
//! of the form, or `"?"`), `"extent"` if it is an excerpt, and the items. An item that is not answered is left out; what
//! else an item may say is described in [`answer`](crate::answer). `"$schema"` is allowed and read over. Other fields,
//! fields that occur twice and another version are refused. Every form has the same fields: an answer that the form of the
//! document does not print is kept, and the [check](crate::validate) reports it.
//!
//! The fields may be in any order, so that a document can be read back from a `serde_json::Value`, a database column or any
//! other self-describing format of serde. They are written with the header first. A version error can only come before
//! another error if `version` precedes what differs.
//!
//! A document that was saved is loaded and saved to the same bytes. A document written by hand may express the same in
//! another way: a date as 「令和6年12月6日」, a mark for nothing as 「-」, boxes in another order, an empty list. It is saved in
//! one way.

mod asked;
mod bases;
mod block;
mod blocks;
mod cover;
mod document;
mod facts;
mod fill;
mod json;

pub(crate) use asked::{Asked, Demand};
#[doc(alias = "法令上の根拠")]
pub use bases::Basis;
pub(crate) use bases::plain;
pub(crate) use block::{Block, blocks};
pub(crate) use blocks::{EmptyBlocks, filled};
#[doc(alias = "事務")]
pub use cover::Affair;
#[doc(alias = "表紙")]
pub use cover::Cover;
#[doc(alias = "担当部署")]
pub use cover::Department;
#[doc(alias = "情報連携")]
#[doc(alias = "情報提供ネットワークシステムによる情報連携")]
pub use cover::Linkage;
#[doc(alias = "特定個人情報保護評価書")]
#[doc(alias = "評価書")]
#[doc(alias = "基礎項目評価書")]
#[doc(alias = "重点項目評価書")]
#[doc(alias = "全項目評価書")]
pub use document::Assessment;
#[doc(alias = "記入の要否")]
pub use fill::Need;
#[doc(alias = "未記入の項目")]
pub use fill::ToFill;
#[doc(alias = "形式名")]
pub use json::FORMAT;
#[doc(alias = "形式の版")]
pub use json::VERSION;
#[doc(alias = "様式の取り違え")]
pub use json::WrongForm;
