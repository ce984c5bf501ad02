//! 特定個人情報保護評価, the privacy impact assessment of Japan's My Number Act, as types.
//!
//! Japanese public bodies assess how they handle the Individual Number (個人番号) before they do so, in one of three
//! depths. This crate computes which depth an affair needs (しきい値判断), holds the three assessments item by item, and
//! finds what is missing or contradictory in them.
//!
//! # Where to look
//! | 日本語 | module |
//! |---|---|
//! | しきい値判断 | [`threshold`]: facts in, [`Determination`](threshold::Determination) out |
//! | 検査 | [`validate`]: everything that is missing or contradictory, rule by rule |
//! | 基礎項目・重点項目・全項目評価書 | [`assessment`]: the document, one type for all three forms; JSON |
//! | システム、ファイル | [`system`], [`mod@file`] |
//! | 入手・使用、委託・再委託、提供・移転、保管・消去 | [`acquisition`], [`entrustment`], [`provision`], [`retention`] |
//! | リスク対策、評価実施手続、変更箇所 | [`risk`], [`procedure`] |
//! | 様式の項目、重要な変更 | [`catalogue`]: every item of every form, and the walk over a document |
//! | 記載（空欄、不明、―）、チェック欄、選択肢 | [`answer`], [`choice`] |
//! | 評価の種類、義務、様式の版 | [`kind`] |
//! | 対象人数、取扱者数、本人の数、記録項目、保管期間 | [`band`] |
//! | 重大事故 | [`incident`] |
//! | 法令上の根拠、条項号・項番 | [`citation`] |
//! | 和暦、日付 | [`date`] |
//! | 記載、「なし」 | [`text`] |
//! | 出典、確認の程度 | [`source`] |
//! | 試験用データ | `fixture`: assessments on demand (feature `proptest1`) |
//!
//! ```
//! use mynumber_pia::incident::Occurrence;
//! use mynumber_pia::kind::Obligation;
//! use mynumber_pia::threshold::{Facts, determine};
//!
//! let determination = determine(&Facts {
//!     population: Some("1万人以上10万人未満".parse()?),
//!     handlers: Some("500人未満".parse()?),
//!     serious_incident: Some(Occurrence::Occurred),
//! });
//! assert_eq!(determination.required(), Some(Obligation::BasicItemAndKeyItem));
//! let headroom = determination.headroom().unwrap();
//! assert_eq!(headroom.more_people.unwrap().at, 100_000);
//! # Ok::<(), mynumber_pia::band::CountError>(())
//! ```
//!
//! # What it is not
//! It reads no file and no clock, and draws no random number: everything comes in as an argument. It does not decide
//! what makes an incident serious, whether a body is bound by a rule that goes further than the law, or whether an
//! assessment is any good. It is no legal advice: every rule says where it comes from and how sure that is
//! ([`source::Source`]).
//!
//! # Writing and reading
//! Documents, values and facts implement both of serde's traits. What the crate computes ([`threshold::Determination`] and its
//! parts) and says about the law ([`source::Source`]) is only written; a [`threshold::Tally`] and the tables of rows and
//! editions are neither. A value is read through the same door as by [`str::parse`], so that a wrong code or an
//! impossible date is an error in JSON too.

#![no_std]
#![forbid(unsafe_code)]
// On a caller's data nothing may panic.
#![deny(clippy::expect_used, clippy::panic, clippy::todo, clippy::unreachable, clippy::unwrap_used)]
// A new member of a list must stop the build wherever it is not handled.
#![deny(clippy::wildcard_enum_match_arm)]

extern crate alloc;

mod code_list;
mod width;

pub mod acquisition;
pub mod answer;
pub mod assessment;
pub mod band;
pub mod catalogue;
pub mod choice;
pub mod citation;
pub mod date;
pub mod entrustment;
pub mod error;
pub mod file;
#[cfg(feature = "proptest1")]
pub mod fixture;
pub mod incident;
pub mod kind;
pub mod procedure;
pub mod provision;
pub mod retention;
pub mod risk;
pub mod source;
pub mod system;
pub mod text;
#[doc(alias = "しきい値判断")]
pub mod threshold;
#[doc(alias = "検査")]
pub mod validate;

#[doc(alias = "選択肢")]
#[doc(alias = "コード表")]
pub use code_list::CodeList;

/// The examples of README.md, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
