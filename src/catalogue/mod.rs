//! 項目一覧: what the forms ask, item by item, and the walk that ties the fields of a document to it.

mod item;
mod walk;

#[doc(alias = "項目")]
pub use item::Item;
#[doc(alias = "項目のコードの誤り")]
pub use item::UnknownItem;
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
