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
//! # Names
//! | part | names |
//! |---|---|
//! | the document | [`Assessment`], [`load`], [`Basis`], [`OpenItem`], [`FieldEdit`], [`FormChange`], [`PartyNames`] |
//! | 表紙, Ⅰ 基本情報 | [`Cover`], [`Affair`], [`InformationSystem`], [`Department`], [`Linkage`] |
//! | Ⅱ 特定個人情報ファイルの概要 | [`FileSection`], [`FileName`], [`FileOutline`], [`RecordItemGroup`], [`Acquisition`], [`ProvisionSection`], [`Recipient`], [`Retention`] |
//! | Ⅱ 委託 | [`Entrustment`], [`Party`], [`Parties`], [`SharedParty`], [`Chain`], [`Link`] |
//! | Ⅲ リスク対策 | [`Risk`], [`AcquisitionRisk`], [`UseRisk`], [`EntrustmentRisk`], [`ProvisionRisk`], [`LinkageRisk`], [`RetentionRisk`], [`AffairRisk`], [`OtherRiskMeasures`] |
//! | しきい値判断, 開示請求, 評価実施手続, 変更箇所 | [`ThresholdItems`], [`Requests`], [`Procedure`], [`Change`] |
//! | errors | [`LoadError`], [`EditError`] |
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

export! {
    // The document as a whole, reading it and writing answers.
    document::Assessment "特定個人情報保護評価書" "評価書" "基礎項目評価書" "重点項目評価書" "全項目評価書";
    loading::load "評価書の読込み";
    loading::LoadError "読込みの誤り";
    json::FORMAT "形式名";
    json::VERSION "形式の版";
    edit_error::EditError "記入の誤り";
    edit_error::EditReason "記入の誤りの理由";
    batch::FieldEdit "一括記入";
    fill::OpenItem "未記入の項目";
    fill::Need "記入の要否";
    fill::FormChange "様式の変更の結果";
    bases::Basis "法令上の根拠";
    parties::PartyNames "名称の定義";
    // 表紙, Ⅰ 基本情報.
    cover::Cover "表紙";
    cover::Affair "事務";
    system::InformationSystem "情報システム";
    cover::Department "担当部署";
    cover::Linkage "情報連携" "情報提供ネットワークシステムによる情報連携";
    // Ⅱ 特定個人情報ファイルの概要.
    file::FileSection "特定個人情報ファイルの概要";
    file::FileName "特定個人情報ファイル名";
    file::FileOutline "特定個人情報ファイルの概要";
    file::RecordItemGroup "特定個人情報ファイル記録項目";
    acquisition::Acquisition "特定個人情報の入手・使用";
    provision::ProvisionSection "特定個人情報の提供・移転";
    provision::Recipient "提供先" "移転先";
    provision::Channel "提供・移転の別";
    retention::Retention "特定個人情報の保管・消去";
    // Ⅱ 委託, and the parties in it.
    entrustment::Entrustment "委託事項";
    entrustment::Party "委託先" "再委託先";
    entrustment::Parties "委託先一覧";
    entrustment::SharedParty "複数の委託に共通する委託先";
    entrustment::shared_parties "複数の委託に共通する委託先";
    entrustment::Chain "委託の連鎖" "再々委託";
    entrustment::Link "連鎖の中の委託先";
    entrustment::MAX_TIERS "委託の段数の上限";
    // Ⅲ リスク対策.
    risk::Risk "リスク対策" "特定個人情報ファイルの取扱いプロセスにおけるリスク対策";
    risk::AcquisitionRisk "特定個人情報の入手におけるリスク";
    risk::UseRisk "特定個人情報の使用におけるリスク";
    risk::EntrustmentRisk "特定個人情報ファイルの取扱いの委託におけるリスク";
    risk::ProvisionRisk "特定個人情報の提供・移転におけるリスク";
    risk::LinkageRisk "情報提供ネットワークシステムとの接続におけるリスク";
    risk::RetentionRisk "特定個人情報の保管・消去におけるリスク";
    risk::AffairRisk "リスク対策";
    risk::ManualWork "人手を介在させる作業";
    risk::PriorityMeasure "最も優先度が高いと考えられる対策";
    risk::OtherRiskMeasures "その他のリスク対策";
    // しきい値判断, Ⅴ 開示請求、問合せ, Ⅵ 評価実施手続, 変更箇所.
    procedure::ThresholdItems "しきい値判断項目";
    procedure::Rule9 "規則第９条第２項の適用";
    procedure::Requests "開示請求、問合せ" "開示・訂正・利用停止請求";
    procedure::Procedure "評価実施手続";
    procedure::OpinionPeriod "意見聴取の期間" "実施日・期間";
    procedure::Change "変更箇所";
}

pub(crate) use asked::{Asked, Demand};
pub(crate) use bases::{Bases, plain};
#[cfg(feature = "form")]
pub(crate) use block::word;
pub(crate) use block::{Block, blocks, identifying_items};
pub(crate) use empty_blocks::{EmptyBlocks, filled};
#[cfg(feature = "form")]
pub(crate) use entrustment::tier_term;
pub(crate) use json::Header;
#[cfg(feature = "form")]
pub(crate) use json::write_header;
