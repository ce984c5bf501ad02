//! 項目一覧: what the forms ask, item by item, and the walk that ties the fields of a document to it.
//!
//! [`rows`] lists the items of a form and an edition; a document walks its fields
//! ([`Assessment::walk`](crate::assessment::Assessment::walk)) and names the item of each.
//!
#![doc = include_str!("items.md")]

mod all_item;
#[cfg(feature = "proptest1")]
mod alter;
mod basic_item;
mod item;
mod key_item;
mod row;
mod walk;

#[cfg(feature = "proptest1")]
pub(crate) use alter::{Alterable, Visit, alterable, each as alter_each};
#[doc(alias = "項目")]
pub use item::Item;
#[doc(alias = "項目のコードの誤り")]
pub use item::UnknownItem;
#[doc(alias = "記載の条件")]
pub use row::Condition;
#[doc(alias = "条件の内容")]
pub use row::Is;
#[doc(alias = "重要な変更")]
pub use row::Materiality;
#[doc(alias = "記載の要否")]
pub use row::Requirement;
#[doc(alias = "項目の印刷")]
pub use row::Row;
pub(crate) use row::place;
#[doc(alias = "項目の検索")]
pub use row::row;
#[doc(alias = "項目一覧")]
pub use row::rows;
#[doc(alias = "項目と記載")]
pub use walk::Field;
#[doc(alias = "項目の経路")]
pub use walk::FieldPath;
#[doc(alias = "経路")]
pub use walk::Path;
#[doc(alias = "項目との関係")]
pub use walk::Role;
#[doc(alias = "区画")]
pub use walk::Section;
#[doc(alias = "経路の一段")]
pub use walk::Step;
#[doc(alias = "走査")]
pub use walk::Walk;
pub(crate) use walk::{section, two_depths};
