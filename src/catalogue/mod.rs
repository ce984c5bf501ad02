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
export! {
    english::english "英訳";
    field::Repetition "記載の単位";
    field::Role "項目との関係";
    heading::Heading "見出し";
    heading::Level "見出しの階層";
    heading::headings "見出し";
    item::Item "項目";
    lookup::row "項目の検索";
    lookup::rows "項目一覧";
    mark::Mark "付記" "検査の指摘";
    path::FieldPath "項目の経路" "型付きの経路";
    path::Handle "欄";
    path::PathStep "経路の一段";
    path::WalkPath "経路";
    read_path::PathError "経路の誤り";
    read_path::PathReason "経路の誤りの理由";
    row::Condition "記載の条件";
    row::Expected "条件の内容";
    row::Materiality "重要な変更";
    row::Requirement "記載の要否";
    row::Row "項目の印刷";
    row::Who "記載する機関";
    walk::Field "項目と記載";
    walk::FieldMut "変更できる欄";
}

pub(crate) use field::{FieldRow, Shape, Tree, checked, first_item};
pub(crate) use lookup::{Edition, SPLITS, any_row, place};
#[cfg(feature = "change")]
pub(crate) use named::part_of;
pub(crate) use named::{named_items, without_marks};
#[cfg(feature = "change")]
pub(crate) use part::Origin;
pub(crate) use part::{Child, ChildMut, List, Node, Part};
#[cfg(feature = "change")]
pub(crate) use reach::is_printed_number;
pub(crate) use reach::{add_entries, at, at_mut, entry_at, entry_at_mut, printed_number, remove_at, row_at, walk_mut};
pub(crate) use read_path::{read_path, read_pointer};
pub(crate) use stored::{FieldName, Seen, read_at, read_field, read_list, read_part, write_fields};
pub(crate) use walk::Walk;
