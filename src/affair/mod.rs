//! 事務: the papers of one affair, and what a body knows about its affairs that no paper says.
//!
//! The unit of the law is the affair (特定個人情報ファイルを取り扱う事務), not the document. An affair that must be assessed has a
//! 基礎項目評価書 and, with more people, more handlers or a serious incident, a 重点項目評価書 or 全項目評価書 beside it. Each is published
//! many times; every publication has a legal ground (公表の根拠). The section in charge of the affair writes the papers; one central
//! section of the body keeps the assessment plan register (計画管理書).
//!
//! A [`Dossier`] borrows the papers of one affair, with all their versions. [`Dossier::gather`] groups the papers of a body. A
//! [`Register`] is the register as data. [`Dossier::standing`] says which papers are required, published, missing, or deeper than
//! required; [`Dossier::assessed`] says from which day the five years of 規則第15条 are counted.
//!
//! [`plan`] says what must be done when something happens to an affair (a [`Happening`]): each [`Step`] with its paper, who is consulted, its
//! deadline ([`By`]) and its provisions. Where the text of the law allows two readings, the plan has the steps of both, and what the
//! text leaves open is a question, never a step. [`Case`] is the decision table behind it. [`calendar`] lists what is due by a day.
//!
//! ```
//! use chrono::NaiveDate;
//! use mynumber_pia::affair::{Dossier, State};
//! use mynumber_pia::{Assessment, AssessmentKind};
//!
//! let read = |json: &str| serde_json::from_str::<Assessment>(json);
//! let papers = [
//!     read(r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
//!         "cover": {"number": "5", "body": "川口市長", "published": "2025-09-05"},
//!         "population": "from_100000_to_299999", "threshold": {"handlers": "under_500", "incident": "no"}}"#)?,
//!     read(r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
//!         "cover": {"number": "5", "body": "埼玉県川口市長", "published": "2025-12-26"}}"#)?,
//! ];
//! let gathered = Dossier::gather(&papers, None);
//! assert_eq!((gathered.dossiers.len(), gathered.ungrouped.len()), (1, 0));
//! let as_of = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
//! let standing = gathered.dossiers[0].standing(as_of);
//! assert_eq!(standing.state, State::Assessed);
//! assert!(standing.present.contains(AssessmentKind::KeyItem) && standing.missing.is_empty());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`Gathered::disagreements`] compares the papers of each affair with each other and with the register.
//!
#![doc = include_str!("agree/rules.md")]

mod agree;
mod calendar;
mod case;
mod day;
mod deadline;
mod dispute;
mod done;
mod dossier;
mod facts;
mod gather;
mod happening;
mod incidents;
mod json;
mod loading;
mod papers;
mod plan;
mod planning;
mod register;
mod results;
mod standing;
mod step;
mod weigh;
mod words;

#[doc(alias = "整合性の規則の一覧")]
pub use agree::AGREE_RULES;
#[doc(alias = "整合性の規則")]
pub use agree::AgreeRule;
#[doc(alias = "整合性の規則の内容")]
pub use agree::AgreeRuleRow;
#[doc(alias = "評価書相互の不一致")]
pub use agree::Disagreement;
#[doc(alias = "不一致の所在")]
pub use agree::Spot;
#[doc(alias = "期限の到来する対応事項")]
pub use calendar::calendar;
#[doc(alias = "場合")]
pub use case::Case;
#[doc(alias = "契機")]
pub use case::HappeningKind;
#[doc(alias = "読み方")]
pub use case::Reading;
#[doc(alias = "手続")]
pub use case::Task;
#[doc(alias = "期限")]
pub use deadline::By;
#[doc(alias = "不足している事実")]
pub use deadline::Missing;
#[doc(alias = "事務の特定")]
pub use dossier::AffairKey;
#[doc(alias = "事務の評価書一式")]
pub use dossier::Dossier;
#[doc(alias = "最後の評価の日")]
pub use dossier::Since;
#[doc(alias = "版")]
pub use dossier::Version;
#[doc(alias = "事務ごとの整理")]
pub use gather::Gathered;
#[doc(alias = "整理できない評価書")]
pub use gather::Ungrouped;
#[doc(alias = "整理できない理由")]
pub use gather::UngroupedBecause;
#[doc(alias = "契機")]
pub use happening::Happening;
#[doc(alias = "電子情報処理組織の構築")]
pub use happening::System;
#[doc(alias = "計画管理書の読込みの誤り")]
pub use loading::RegisterError;
#[doc(alias = "計画管理書の読込み")]
pub use loading::load_register;
#[doc(alias = "評価書の種類の集合")]
pub use papers::Papers;
#[doc(alias = "対応計画")]
pub use plan::Plan;
#[doc(alias = "対応計画")]
pub use planning::plan;
#[doc(alias = "計数の日の付いた対象人数、取扱者数")]
pub use register::DatedFacts;
#[doc(alias = "評価の計画")]
pub use register::Planned;
#[doc(alias = "計画されている契機")]
pub use register::PlannedEvent;
#[doc(alias = "公表の記録")]
pub use register::Publication;
#[doc(alias = "公表の根拠")]
pub use register::PublishedBy;
#[doc(alias = "計画管理書の形式名")]
pub use register::REGISTER_FORMAT;
#[doc(alias = "計画管理書の形式の版")]
pub use register::REGISTER_VERSION;
#[doc(alias = "計画管理書")]
pub use register::Register;
#[doc(alias = "計画管理書の事務")]
pub use register::RegisteredAffair;
#[doc(alias = "評価の実施状況")]
pub use standing::Standing;
#[doc(alias = "評価の状態")]
pub use standing::State;
#[doc(alias = "行う者")]
pub use step::Actor;
#[doc(alias = "対応の理由")]
pub use step::Reason;
#[doc(alias = "対応事項")]
pub use step::Step;
