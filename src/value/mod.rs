//! 値: single values, such as answers, bands, choices, dates, names and strings. They are always valid.
//!
//! An assessment is a form with hundreds of cells: ticked boxes, choices from printed lists, dates in the Japanese
//! calendar, numbers of people, free text. This module has a type for each kind of content. A value has one checked
//! constructor, which parsing and deserializing use too, so a wrong code or an impossible date is an error wherever it
//! comes from. Code lists have a stable `code()` to store, an official `label()` to show, and the printed `ordinal()`.
//!
//! ```
//! use mynumber_pia::value::choice::FileKind;
//! use mynumber_pia::value::date::FormDate;
//!
//! let kind: FileKind = "システム用ファイル".parse()?;
//! assert_eq!((kind.code(), kind.ordinal()), ("system_file", Some(1)));
//! let date: FormDate = "令和6年12月6日".parse()?;
//! assert_eq!(date.to_iso(), "2024-12-06");
//! assert!("令和6年13月1日".parse::<FormDate>().is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
//! | 指摘の重大度 | [`severity`] |
//! | 出典、確認の程度 | [`source`] |
//! | 記載文、「なし」 | [`text`] |

pub mod answer;
pub mod band;
pub mod choice;
pub(crate) mod code_list;
pub mod date;
pub mod error;
pub(crate) mod head;
pub mod incident;
pub mod kind;
pub mod language;
pub mod names;
pub(crate) mod number;
pub(crate) mod object;
pub(crate) mod rules;
pub mod severity;
pub(crate) mod sorted;
pub mod source;
pub mod text;
pub(crate) mod watched;
pub(crate) mod width;
