//! 値: answers, bands, choices, dates, names and texts, each of them always right.
//!
//! A value has one checked constructor, which parsing and reading use too, so that a wrong code or an impossible date is
//! an error wherever it comes from. Code lists have a stable `code()` to store, the official `label()` to show and the printed
//! `ordinal()`.
//!
//! | 日本語 | module |
//! |---|---|
//! | 記載（空欄、不明、―）、チェック欄 | [`answer`] |
//! | 対象人数、取扱者数、本人の数、記録項目、保管期間 | [`band`] |
//! | 選択肢 | [`choice`] |
//! | 和暦、日付 | [`date`] |
//! | 重大事故 | [`incident`] |
//! | 評価の種類、義務、様式の版 | [`kind`] |
//! | 言語 | [`language`] |
//! | 名寄せ | [`names`] |
//! | 出典、確認の程度 | [`source`] |
//! | 記載文、「なし」 | [`text`] |

pub mod answer;
pub mod band;
pub mod choice;
pub(crate) mod code_list;
pub mod date;
pub mod error;
pub mod incident;
pub mod kind;
pub mod language;
pub mod names;
pub(crate) mod number;
pub mod source;
pub mod text;
pub(crate) mod width;
