//! 変更: what changed between two versions of an assessment, and whether that is material (重要な変更).
//!
//! A published assessment is updated for years. For each change, the body decides whether it is material (重要な変更). Before a
//! material change, it must make the assessment again. It also lists every change by hand in 変更箇所 (the change table at the end
//! of the form), and files and publishes the new version. The form marks with ※ the items whose change may be material.
//!
//! | 日本語 | item |
//! |---|---|
//! | 変更点の抽出、適用 | [`difference`], [`Difference::apply`] |
//! | 重要な変更、形式的な変更 | [`Difference::weighed`], [`proof_of_row`] |
//! | 変更箇所の作成 | [`table`] |
//! | 変更箇所の読取り | [`check_table`], [`rewind`] |
//!
//! What must be done because of a change depends on the other papers of the affair: the module `affair` says it.
//!
//! ```
//! use mynumber_pia::Assessment;
//! use mynumber_pia::change::{difference, table};
//!
//! let read = |storage| serde_json::from_str::<Assessment>(&format!(
//!     r#"{{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
//!         "file_sections": [{{"names": "国保ファイル", "retention": {{"storage": "{storage}"}}}}]}}"#
//! ));
//! let (old, new) = (read("庁舎内のサーバ室")?, read("ガバメントクラウド")?);
//! let difference = difference(&old, &new);
//! for (edit, weight) in difference.weighed() {
//!     assert_eq!(weight.code(), "material"); // 保管場所 is marked ※
//!     assert_eq!(edit.to_string(), "変更：保管場所（file_sections[0].retention.storage）：庁舎内のサーバ室 → ガバメントクラウド");
//! }
//! let rows = table(&difference, "2025-10-01".parse()?);
//! assert_eq!(rows[0].items.given().unwrap().to_string(), "Ⅱ　６．特定個人情報の保管・消去　保管場所");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod cell;
mod compare;
mod difference;
mod edit;
mod identity;
mod matching;
mod name;
mod phrase;
mod proof;
mod quote;
mod table;
mod weight;

#[doc(alias = "変更箇所の項目")]
pub use address::Address;
#[doc(alias = "変更箇所の範囲")]
pub use address::AddressKind;
#[doc(alias = "変更箇所の項目")]
pub use address::Addressed;
#[cfg(feature = "affair")]
pub(crate) use address::Addresses;
#[cfg(feature = "publication")]
pub(crate) use address::addresses;
#[doc(alias = "変更点の抽出")]
pub use compare::difference;
#[doc(alias = "変更を適用できない理由")]
pub use difference::ApplyError;
#[doc(alias = "変更点の一覧")]
pub use difference::Difference;
#[doc(alias = "評価書の取り違え")]
pub use difference::Mismatch;
#[doc(alias = "比較できなかった項目")]
pub use difference::NotCompared;
#[doc(alias = "比較できない理由")]
pub use difference::NotComparedBecause;
#[doc(alias = "変更点")]
pub use edit::Edit;
#[doc(alias = "変更の種別")]
pub use edit::EditKind;
#[doc(alias = "照合の方法")]
pub use edit::MatchedBy;
#[cfg(feature = "affair")]
pub(crate) use edit::in_words;
#[cfg(feature = "affair")]
pub(crate) use phrase::is_logged;
#[doc(alias = "形式的な変更の根拠")]
pub use proof::Proof;
#[cfg(feature = "affair")]
pub(crate) use proof::Reader;
#[doc(alias = "項番の対応")]
pub use proof::Renumbered;
#[cfg(feature = "publication")]
pub(crate) use proof::{compose, full_kana, is_unseen};
#[doc(alias = "復元できない理由")]
pub use quote::NotUndone;
#[cfg(feature = "publication")]
pub(crate) use quote::is_formula;
#[cfg(feature = "affair")]
pub(crate) use quote::{Says, says};
#[doc(alias = "変更箇所の行の確認")]
pub use table::CheckedRow;
#[doc(alias = "過去の版の復元")]
pub use table::Rewound;
#[doc(alias = "記載の状態")]
pub use table::RowState;
#[doc(alias = "変更箇所と記載の照合")]
pub use table::check_table;
#[doc(alias = "過去の版の復元")]
pub use table::rewind;
#[doc(alias = "変更箇所の作成")]
pub use table::table;
#[doc(alias = "判断を要する点")]
pub use weight::Question;
#[doc(alias = "重要な変更")]
#[doc(alias = "変更の重さ")]
pub use weight::Weight;
#[doc(alias = "形式的な変更の根拠")]
pub use weight::proof_of_row;
