//! 特定個人情報保護評価, the privacy impact assessment of Japan's My Number Act, as types.
//!
//! Japanese public bodies assess how they handle the Individual Number (個人番号) before they do so, in one of three
//! depths. This crate computes which depth an affair needs (しきい値判断), holds the assessments item by item, and finds what
//! is missing or contradictory in them.
//!
//! # Where to look
//! From the bottom up; each module uses only those above it in this table.
//!
//! | 日本語 | module |
//! |---|---|
//! | 記載、選択肢、区分、日付、種類 | [`value`]: answers, choices, bands, dates, kinds: each always right |
//! | 法令上の根拠、条項号・項番 | [`law`]: citations, and the dated tables that they point into |
//! | しきい値判断 | [`threshold`]: facts in, [`Determination`] out |
//! | 様式の項目、重要な変更 | [`catalogue`]: every item of every form, paths, and the walk over a document |
//! | 基礎項目・重点項目・全項目評価書 | [`assessment`]: the document and its parts; JSON |
//! | 様式の印刷、JSONスキーマ、記入用のひな型 | [`form`]: the document as its form prints it; its JSON Schema; a document to start from |
//! | 検査 | [`mod@validate`]: everything that is missing or contradictory, rule by rule |
//! | 変更箇所、重要な変更 | [`change`]: what changed between two versions, and the change table |
//! | 試験用データ | `fixture`: assessments on demand (feature `proptest1`) |
//!
//! What most programs begin with is here at the root as well.
//!
//! ```
//! use mynumber_pia::{Facts, Obligation, Occurrence, determine};
//!
//! let determination = determine(&Facts {
//!     population: Some("1万人以上10万人未満".parse()?),
//!     handlers: Some("500人未満".parse()?),
//!     serious_incident: Some(Occurrence::Occurred),
//! });
//! assert_eq!(determination.required(), Some(Obligation::BasicItemAndKeyItem));
//! let headroom = determination.headroom().unwrap();
//! assert_eq!(headroom.more_people.unwrap().at, 100_000);
//! # Ok::<(), mynumber_pia::value::band::CountError>(())
//! ```
//!
//! # What it is not
//! It reads no file and no clock, and draws no random number: everything comes in as an argument. It does not decide
//! what makes an incident serious, whether a body is bound by a rule that goes further than the law, or whether an
//! assessment is any good. It is no legal advice: every rule says where it comes from and how sure that is
//! ([`value::source::Source`]).
//!
//! # Writing and reading
//! Documents, values and facts implement both of serde's traits. What the crate computes ([`threshold::Determination`] and its
//! parts) and says about the law ([`value::source::Source`]) is only written; a [`threshold::Tally`] and the tables of rows
//! and editions are neither. A value is read through the same constructor as by [`str::parse`], so that a wrong code or an
//! impossible date is an error in JSON too.

#![no_std]
#![forbid(unsafe_code)]
// On a caller's data nothing may panic.
#![deny(clippy::expect_used, clippy::panic, clippy::todo, clippy::unreachable, clippy::unwrap_used)]
// A new member of a list must stop the build wherever it is not handled.
#![deny(clippy::wildcard_enum_match_arm)]

extern crate alloc;

pub mod assessment;
pub mod catalogue;
#[doc(alias = "変更箇所")]
pub mod change;
#[cfg(feature = "proptest1")]
pub mod fixture;
#[doc(alias = "様式")]
pub mod form;
pub mod law;
#[doc(alias = "しきい値判断")]
pub mod threshold;
#[doc(alias = "検査")]
pub mod validate;
pub mod value;

#[doc(no_inline)]
pub use assessment::Assessment;
#[doc(no_inline)]
pub use threshold::{Determination, Facts, determine};
#[doc(no_inline)]
pub use validate::{Finding, Report, validate};
#[doc(no_inline)]
pub use value::answer::Answer;
#[doc(no_inline)]
pub use value::band::Count;
#[doc(alias = "選択肢")]
#[doc(alias = "コード表")]
pub use value::code_list::CodeList;
#[doc(no_inline)]
pub use value::incident::Occurrence;
#[doc(no_inline)]
pub use value::kind::{AssessmentKind, Form, FormEdition, Obligation};
#[doc(no_inline)]
pub use value::language::Language;
#[doc(no_inline)]
pub use value::text::Text;

/// The examples of README.md, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
