//! 特定個人情報保護評価書: the document and its parts.
//!
//! A public body that uses the Individual Number (個人番号) for an affair fills in one of three forms of the Commission
//! before it begins: which files it holds, where the data comes from, to whom the work is entrusted, who receives the data,
//! and what is done about the risks. The division in charge fills in the form, the body publishes it, and every later
//! change is recorded in its change table. In practice the document is usually an office file, which is hard to search
//! and to compare. Here it is one type, [`Assessment`], for all three forms, with its fields in the order of the form. A
//! draft may be unfinished: an [`Answer`](crate::value::answer::Answer) distinguishes "unanswered" from "none".
//!
//! ```
//! use mynumber_pia::Assessment;
//!
//! let mut draft = Assessment::new("form_3_2024_10".parse()?);
//! draft.affair.name = "国民健康保険に関する事務".parse()?;
//! draft.put(&"file_sections[0].entrustments[0].matter".parse()?, "システムの運用保守")?;
//! let json = serde_json::to_string(&draft)?;
//! assert_eq!(serde_json::from_str::<Assessment>(&json)?, draft);
//! let open = draft.open_items();
//! assert!(open.iter().any(|fill| fill.path.to_string() == "population"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # In JSON
//! A document is an object. Its header has the fields `"format": "mynumber-pia"`, `"version": 1`, `"kind"`, `"edition"`
//! (the edition of the form, or `"?"`) and, for an excerpt, `"extent"`. The items follow. An unanswered item is omitted;
//! [`answer`](crate::value::answer) describes what else an item may contain. `"$schema"` is allowed and ignored. Other
//! fields, duplicate fields and other versions are errors. Every form has the same fields: an answer to an item that the
//! form does not print is kept, and the [check](mod@crate::validate) reports it.
//!
//! The fields may be in any order, so a document can be read from a `serde_json::Value`, a database column or any other
//! self-describing serde format. They are written with the header first. A version error is reported before other errors
//! only if `version` precedes what differs.
//!
//! Saving, loading and saving again gives the same bytes. A document written by hand may use other notations: a date as
//! 「令和6年12月6日」, a mark for nothing as 「-」, boxes in another order, an empty list. Saving writes each in one notation.
//!
//! # What others send
//! Any bytes are read or refused; nothing panics, and nothing is nested without end: a document is of fixed depth, a chain has at
//! most [`MAX_TIERS`] tiers, and what `$schema` holds is as deep as the format allows (with serde_json, 128 levels).
//!
//! Loading and saving take time and memory in proportion to the size of the input. But an empty part is written in three bytes
//! (`{},`) and is held in up to 2 KiB, and every item is missing in it. So for each byte of input, loading takes at most 2 KiB of
//! memory, and [`Assessment::open_items`] at most 10 KiB. A check takes at most 1 KiB for each byte and 64 MiB in any case, since a report lists
//! at most [`MAX_FINDINGS`](crate::validate::MAX_FINDINGS) findings. Lists have no greatest length, so a program that reads
//! what others send limits the size of the input first. The largest of five published documents has 300 KB.
//!
#![doc = include_str!("in_rust.md")]

pub(crate) mod acquisition;
mod asked;
mod bases;
mod batch;
mod block;
mod cover;
mod document;
mod edit;
mod edit_error;
mod empty_blocks;
pub(crate) mod entrustment;
mod facts;
pub(crate) mod file;
mod fill;
mod json;
mod loading;
pub(crate) mod log;
mod parties;
pub(crate) mod procedure;
pub(crate) mod provision;
pub(crate) mod retention;
pub(crate) mod risk;
pub(crate) mod system;

#[cfg(any(feature = "affair", feature = "publication"))]
pub(crate) use edit_error::place;
#[cfg(feature = "publication")]
pub(crate) use edit_error::printed;

#[doc(alias = "特定個人情報の入手・使用")]
pub use acquisition::Acquisition;
pub(crate) use asked::{Asked, Demand};
#[doc(alias = "法令上の根拠")]
pub use bases::Basis;
pub(crate) use bases::{Bases, plain};
#[doc(alias = "一括記入")]
pub use batch::FieldEdit;
#[cfg(feature = "form")]
pub(crate) use block::word;
pub(crate) use block::{Block, blocks};
#[doc(alias = "事務")]
pub use cover::Affair;
#[doc(alias = "表紙")]
pub use cover::Cover;
#[doc(alias = "担当部署")]
pub use cover::Department;
#[doc(alias = "情報連携")]
#[doc(alias = "情報提供ネットワークシステムによる情報連携")]
pub use cover::Linkage;
#[doc(alias = "特定個人情報保護評価書")]
#[doc(alias = "評価書")]
#[doc(alias = "基礎項目評価書")]
#[doc(alias = "重点項目評価書")]
#[doc(alias = "全項目評価書")]
pub use document::Assessment;
#[doc(alias = "記入の誤り")]
pub use edit_error::EditError;
#[doc(alias = "記入の誤りの理由")]
pub use edit_error::EditReason;
pub(crate) use empty_blocks::{EmptyBlocks, filled};
#[doc(alias = "委託の連鎖")]
#[doc(alias = "再々委託")]
pub use entrustment::Chain;
#[doc(alias = "委託事項")]
pub use entrustment::Entrustment;
#[doc(alias = "連鎖の中の委託先")]
pub use entrustment::Link;
#[doc(alias = "委託の段数の上限")]
pub use entrustment::MAX_TIERS;
#[doc(alias = "委託先一覧")]
pub use entrustment::Parties;
#[doc(alias = "委託先")]
#[doc(alias = "再委託先")]
pub use entrustment::Party;
#[doc(alias = "複数の委託に共通する委託先")]
pub use entrustment::SharedParty;
#[doc(alias = "複数の委託に共通する委託先")]
pub use entrustment::shared_parties;
#[cfg(feature = "form")]
pub(crate) use entrustment::tier_term;
#[doc(alias = "特定個人情報ファイル名")]
pub use file::FileName;
#[doc(alias = "特定個人情報ファイルの概要")]
pub use file::FileOutline;
#[doc(alias = "特定個人情報ファイルの概要")]
pub use file::FileSection;
#[doc(alias = "特定個人情報ファイル記録項目")]
pub use file::RecordItemGroup;
#[doc(alias = "様式の変更の結果")]
pub use fill::FormChange;
#[doc(alias = "記入の要否")]
pub use fill::Need;
#[doc(alias = "未記入の項目")]
pub use fill::OpenItem;
#[doc(alias = "形式名")]
pub use json::FORMAT;
pub(crate) use json::Header;
#[doc(alias = "形式の版")]
pub use json::VERSION;
#[cfg(feature = "form")]
pub(crate) use json::write_header;
#[doc(alias = "読込みの誤り")]
pub use loading::LoadError;
#[doc(alias = "評価書の読込み")]
pub use loading::load;
#[doc(alias = "名称の定義")]
pub use parties::PartyNames;
#[doc(alias = "変更箇所")]
pub use procedure::Change;
#[doc(alias = "意見聴取の期間")]
#[doc(alias = "実施日・期間")]
pub use procedure::OpinionPeriod;
#[doc(alias = "評価実施手続")]
pub use procedure::Procedure;
#[doc(alias = "開示請求、問合せ")]
#[doc(alias = "開示・訂正・利用停止請求")]
pub use procedure::Requests;
#[doc(alias = "規則第９条第２項の適用")]
pub use procedure::Rule9;
#[doc(alias = "しきい値判断項目")]
pub use procedure::ThresholdItems;
#[doc(alias = "提供・移転の別")]
pub use provision::Channel;
#[doc(alias = "特定個人情報の提供・移転")]
pub use provision::ProvisionSection;
#[doc(alias = "提供先")]
#[doc(alias = "移転先")]
pub use provision::Recipient;
#[doc(alias = "特定個人情報の保管・消去")]
pub use retention::Retention;
#[doc(alias = "特定個人情報の入手におけるリスク")]
pub use risk::AcquisitionRisk;
#[doc(alias = "リスク対策")]
pub use risk::AffairRisk;
#[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
pub use risk::EntrustmentRisk;
#[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
pub use risk::LinkageRisk;
#[doc(alias = "人手を介在させる作業")]
pub use risk::ManualWork;
#[doc(alias = "その他のリスク対策")]
pub use risk::OtherRiskMeasures;
#[doc(alias = "最も優先度が高いと考えられる対策")]
pub use risk::PriorityMeasure;
#[doc(alias = "特定個人情報の提供・移転におけるリスク")]
pub use risk::ProvisionRisk;
#[doc(alias = "特定個人情報の保管・消去におけるリスク")]
pub use risk::RetentionRisk;
#[doc(alias = "リスク対策")]
#[doc(alias = "特定個人情報ファイルの取扱いプロセスにおけるリスク対策")]
pub use risk::Risk;
#[doc(alias = "特定個人情報の使用におけるリスク")]
pub use risk::UseRisk;
#[doc(alias = "情報システム")]
pub use system::InformationSystem;
