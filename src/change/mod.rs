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

export! {
    address::Address "変更箇所の項目";
    address::AddressKind "変更箇所の範囲";
    address::Addressed "変更箇所の項目";
    compare::difference "変更点の抽出";
    difference::ApplyError "変更を適用できない理由";
    difference::Difference "変更点の一覧";
    difference::Mismatch "評価書の取り違え";
    difference::NotCompared "比較できなかった項目";
    difference::NotComparedBecause "比較できない理由";
    edit::Edit "変更点";
    edit::EditKind "変更の種別";
    edit::MatchedBy "照合の方法";
    proof::Proof "形式的な変更の根拠";
    proof::Renumbered "項番の対応";
    quote::NotUndone "復元できない理由";
    table::CheckedRow "変更箇所の行の確認";
    table::Rewound "過去の版の復元";
    table::RowState "記載の状態";
    table::check_table "変更箇所と記載の照合";
    table::rewind "過去の版の復元";
    table::table "変更箇所の作成";
    weight::Question "判断を要する点";
    weight::Weight "重要な変更" "変更の重さ";
    weight::proof_of_row "形式的な変更の根拠";
}

#[cfg(feature = "affair")]
pub(crate) use address::Addresses;
#[cfg(feature = "publication")]
pub(crate) use address::addresses;
#[cfg(feature = "affair")]
pub(crate) use edit::in_words;
#[cfg(feature = "affair")]
pub(crate) use phrase::is_logged;
#[cfg(feature = "affair")]
pub(crate) use proof::Reader;
#[cfg(feature = "publication")]
pub(crate) use proof::{compose, full_kana, is_unseen};
#[cfg(feature = "publication")]
pub(crate) use quote::is_formula;
#[cfg(feature = "affair")]
pub(crate) use quote::{Says, says};
