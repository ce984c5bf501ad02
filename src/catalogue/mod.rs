//! 項目一覧: what the forms ask, item by item, and which field of a document answers each item.
//!
//! The three forms (様式2, 様式3, 様式4) share many questions, but number and word them differently, and revisions add and
//! remove some. An [`Item`] is one question regardless of the form; a [`Row`] says how one form prints it: the number,
//! the label, whether it must be answered, and whether a change to it is 重要な変更 (printed as ※). [`rows`] lists the items
//! of a form and edition. A document walks its fields ([`Assessment::walk`](crate::assessment::Assessment::walk)) and
//! passes the item of each. A [`FieldPath`] says where a field is in a document.
//!
//! ```
//! use mynumber_pia::AssessmentKind;
//! use mynumber_pia::catalogue::{Item, Materiality, row};
//!
//! let key = row(AssessmentKind::KeyItem, None, Item::Entrustee).unwrap();
//! let all = row(AssessmentKind::AllItem, None, Item::Entrustee).unwrap();
//! assert_eq!((key.label, all.label), ("委託先名", "委託先名"));
//! assert_eq!(all.number, "Ⅱ.4.委託事項.⑥");
//! assert_eq!(all.materiality, Materiality::Ordinary);
//! assert!(row(AssessmentKind::BasicItem, None, Item::Entrustee).is_none());
//! ```
//!
#![doc = include_str!("items.md")]

mod all_item;
mod basic_item;
mod declare;
mod english;
mod field;
pub(crate) mod heading;
mod item;
mod key_item;
mod lookup;
mod mark;
pub(crate) mod named;
mod part;
mod path;
mod reach;
mod read_path;
mod row;
mod stored;
mod walk;

pub(crate) use declare::part;
#[doc(alias = "英訳")]
pub use english::english;
#[cfg(feature = "transcribe")]
pub(crate) use english::translations;
#[doc(alias = "記載の単位")]
pub use field::Repetition;
#[doc(alias = "項目との関係")]
pub use field::Role;
pub(crate) use field::{FieldRow, Shape, Tree, checked, first_item};
#[doc(alias = "見出し")]
pub use heading::Heading;
#[doc(alias = "見出しの階層")]
pub use heading::Level;
#[doc(alias = "見出し")]
pub use heading::headings;
#[doc(alias = "項目")]
pub use item::Item;
#[doc(alias = "項目の検索")]
pub use lookup::row;
#[doc(alias = "項目一覧")]
pub use lookup::rows;
pub(crate) use lookup::{Edition, SPLITS, any_row, place};
#[doc(alias = "付記")]
#[doc(alias = "検査の指摘")]
pub use mark::Mark;
pub(crate) use named::{named_items, part_of, without_marks};
#[cfg(feature = "change")]
pub(crate) use part::Origin;
pub(crate) use part::{Child, ChildMut, List, Node, Part};
#[doc(alias = "項目の経路")]
#[doc(alias = "型付きの経路")]
pub use path::FieldPath;
#[doc(alias = "欄")]
pub use path::Handle;
#[doc(alias = "経路の一段")]
pub use path::PathStep;
#[doc(alias = "経路")]
pub use path::WalkPath;
#[cfg(feature = "change")]
pub(crate) use reach::is_printed_number;
pub(crate) use reach::{add_entries, at, at_mut, entry_at, entry_at_mut, printed_number, remove_at, row_at, walk_mut};
#[doc(alias = "経路の誤り")]
pub use read_path::PathError;
#[doc(alias = "経路の誤りの理由")]
pub use read_path::PathReason;
pub(crate) use read_path::{read_path, read_pointer};
#[doc(alias = "記載の条件")]
pub use row::Condition;
#[doc(alias = "条件の内容")]
pub use row::Expected;
#[doc(alias = "重要な変更")]
pub use row::Materiality;
#[doc(alias = "記載の要否")]
pub use row::Requirement;
#[doc(alias = "項目の印刷")]
pub use row::Row;
#[doc(alias = "記載する機関")]
pub use row::Who;
pub(crate) use stored::{FieldName, Seen, read_at, read_field, read_list, read_part, write_fields};
#[doc(alias = "項目と記載")]
pub use walk::Field;
#[doc(alias = "変更できる欄")]
pub use walk::FieldMut;
pub(crate) use walk::Walk;
