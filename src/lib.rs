//! 特定個人情報保護評価, the privacy impact assessment of Japan's My Number Act, as types.
//!
//! Before a Japanese public body uses the Individual Number (個人番号) for an affair (事務, such as long-term care
//! insurance), it assesses how it will handle the number. There are three forms: 基礎項目評価書 (basic-item) is the shortest
//! and always the first. With more people, more handlers (staff who use the data) or a serious incident, an affair also
//! needs 重点項目評価書 (key-item) or 全項目評価書 (all-item). This crate computes which of them an affair needs (しきい値判断), holds the completed forms item by item, finds what is
//! missing or contradictory in them, and compares versions.
//!
//! # Where to begin
//! Most programs need three steps: [`determine`] says which assessments an affair needs, serde or
//! [`Assessment::put`](assessment::Assessment::put) fills in an [`Assessment`], and [`validate()`] lists its defects as
//! findings.
//!
//! ```
//! use chrono::NaiveDate;
//! use mynumber_pia::{Assessment, Facts, Obligation, Occurrence, determine, validate};
//!
//! let (population, handlers) = (Some("1万人以上10万人未満".parse()?), Some("500人未満".parse()?));
//! let serious_incident = Some(Occurrence::Occurred);
//! let determination = determine(&Facts { population, handlers, serious_incident });
//! assert_eq!(determination.required(), Some(Obligation::BasicItemAndKeyItem));
//! let mut draft = Assessment::new("form_3_2024_10".parse()?);
//! draft.put(&"affair.name".parse()?, "国民健康保険に関する事務")?;
//! let report = validate(&draft, NaiveDate::from_ymd_opt(2025, 6, 1).ok_or("no such day")?);
//! assert!(!report.has_no_errors());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To print a document, see [`form`]. To compare two versions, see [`change`]. For test data, see [`fixture`].
//!
//! # Features
//! What the example needs is always there: [`value`], [`law`], [`threshold`], [`catalogue`], [`assessment`] and [`mod@validate`].
//! Each of the features `form`, `change`, `affair`, `publication` and `transcribe` adds the module of its name and what that
//! needs, and `proptest1` adds [`fixture`]. The first four are on by default. A program that only determines and checks
//! builds faster with `default-features = false`.
//!
//! # Which Japanese term is which module
//! Each module uses only the modules above it in this table.
//!
//! | 日本語 | module |
//! |---|---|
//! | 記載、選択肢、区分、日付、種類 | [`value`]: answers, choices, bands, dates, kinds; every value is valid |
//! | 法令上の根拠、条項号・項番 | [`law`]: citations, and the dated tables that they refer to |
//! | 評価の手続、非公表 | [`duty`]: what must be done when, and what may be withheld from publication, as tables (feature `affair` or `publication`) |
//! | しきい値判断 | [`threshold`]: from [`Facts`] to a [`Determination`] |
//! | 様式の項目、※（重要な変更） | [`catalogue`]: every item of every form, paths, and the walk over a document |
//! | 基礎項目・重点項目・全項目評価書 | [`assessment`]: the document and its parts, as Rust types and as JSON |
//! | 様式の印刷、JSONスキーマ、記入用のひな型 | [`form`]: a document as its form prints it; its JSON Schema; a document to start from (feature `form`) |
//! | 転記 | [`transcribe`]: the text of a printed form, or a grid of its cells, as a document (feature `transcribe`) |
//! | 検査 | [`mod@validate`]: everything that is missing or contradictory, rule by rule |
//! | 変更箇所、重要な変更 | [`change`]: what changed between two versions, and the change table (feature `change`) |
//! | 事務の評価書一式、計画管理書 | [`affair`]: the papers of one affair, whether they agree, and what is required of it (feature `affair`) |
//! | 公表、非公表 | [`publication`]: a document as it is published, without what may be withheld (feature `publication`) |
//! | 試験用データ | [`fixture`]: generated assessments (feature `proptest1`) |
//!
//! Public modules, types and functions have their Japanese term as a search alias or in the first line of their documentation. The
//! most common names are also exported here at the root.
//!
//! # What it does not do
//! The crate reads no file and no clock, and its results depend only on the arguments. It does not decide what
//! makes an incident serious, whether a body has stricter rules of its own than the law, or whether an assessment
//! is adequate. It is not legal advice. What it says about the law has a source and a certainty ([`value::source::Source`]).
//!
//! # Serialization
//! Documents, values, facts and registers ([`affair::Register`]) implement `Serialize` and `Deserialize`. What the crate
//! computes, such as a [`threshold::Determination`], a [`Report`] or an [`affair::Plan`], implements only `Serialize`. Tables and tallies,
//! such as [`validate::RuleRow`] and [`threshold::Tally`], implement neither. Deserializing a value uses the same constructor as
//! [`str::parse`], so a wrong code or an impossible date is an error in JSON too.
//!
// The name of a module whose feature is off is a link to the section on features.
#![cfg_attr(not(feature = "form"), doc = "[`form`]: #features")]
#![cfg_attr(not(feature = "change"), doc = "[`change`]: #features")]
#![cfg_attr(not(feature = "affair"), doc = "[`affair`]: #features")]
#![cfg_attr(not(feature = "affair"), doc = "[`affair::Register`]: #features")]
#![cfg_attr(not(feature = "affair"), doc = "[`affair::Plan`]: #features")]
#![cfg_attr(not(feature = "publication"), doc = "[`publication`]: #features")]
#![cfg_attr(not(any(feature = "affair", feature = "publication")), doc = "[`duty`]: #features")]
#![cfg_attr(not(feature = "transcribe"), doc = "[`transcribe`]: #features")]
#![cfg_attr(not(feature = "proptest1"), doc = "[`fixture`]: #features")]
#![no_std]
// docs.rs says of each item which feature it needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
// Data of a caller must never cause a panic.
#![deny(clippy::expect_used, clippy::panic, clippy::todo, clippy::unreachable, clippy::unwrap_used)]
// A new member of a list must stop the build wherever it is not handled.
#![deny(clippy::wildcard_enum_match_arm)]

extern crate alloc;

/// Re-exports names of private modules, one a row, each with its Japanese search aliases, which rustdoc does not copy.
macro_rules! export {
    ($($module:ident $(:: $name:ident)+ $($alias:literal)*;)+) => {
        $( $( #[doc(alias = $alias)] )* pub use $module $(:: $name)+; )+
    };
}

#[doc(alias = "事務")]
#[cfg(feature = "affair")]
pub mod affair;
pub mod assessment;
pub mod catalogue;
#[doc(alias = "変更箇所")]
#[cfg(feature = "change")]
pub mod change;
#[cfg(any(feature = "affair", feature = "publication"))]
pub mod duty;
#[cfg(feature = "proptest1")]
pub mod fixture;
#[doc(alias = "様式")]
#[cfg(feature = "form")]
pub mod form;
pub mod law;
#[cfg(feature = "publication")]
pub mod publication;
#[doc(alias = "しきい値判断")]
pub mod threshold;
#[doc(alias = "転記")]
#[cfg(feature = "transcribe")]
pub mod transcribe;
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

/// The examples of README.md and README.ja.md, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../README.ja.md")]
struct Readme;
