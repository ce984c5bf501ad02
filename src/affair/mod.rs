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
//! # Names
//! | part | names |
//! |---|---|
//! | papers | [`Dossier`], [`Version`], [`Papers`], [`Gathered`] |
//! | what is required and assessed | [`Standing`], [`State`], [`Since`] |
//! | what must be done | [`plan`](plan()), [`Plan`], [`Happening`], [`Step`], [`By`], [`Missing`], [`calendar`] |
//! | what follows from a change | [`consequences`](consequences()), [`Consequences`] |
//! | the decision table | [`Case`], [`Reading`], [`Task`] |
//! | whether papers agree | [`Disagreement`], [`AgreeRule`], [`AGREE_RULES`] |
//! | 計画管理書 | [`Register`], [`RegisteredAffair`], [`PublishedBy`], [`load_register`] |
//!
#![doc = include_str!("agree/rules.md")]

mod agree;
mod calendar;
mod case;
mod consequences;
mod day;
mod deadline;
mod done;
mod dossier;
mod facts;
mod gather;
mod happening;
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

export! {
    // The papers of an affair, and what they say.
    dossier::Dossier "事務の評価書一式";
    dossier::AffairKey "事務の特定";
    dossier::Version "版";
    papers::Papers "評価書の種類の集合";
    gather::Gathered "事務ごとの整理";
    gather::Ungrouped "整理できない評価書";
    gather::UngroupedBecause "整理できない理由";
    // What is required and assessed.
    standing::Standing "評価の実施状況";
    standing::State "評価の状態";
    dossier::Since "最後の評価の日";
    // What must be done.
    planning::plan "対応計画";
    plan::Plan "対応計画";
    consequences::consequences "変更の影響";
    consequences::Consequences "変更の影響";
    happening::Happening "契機";
    case::HappeningKind "契機";
    happening::System "電子情報処理組織の構築";
    step::Step "対応事項";
    step::Actor "行う者";
    step::Reason "対応の理由";
    deadline::By "期限";
    deadline::Missing "不足している事実";
    calendar::calendar "期限の到来する対応事項";
    // The decision table.
    case::Case "場合";
    case::Reading "読み方";
    case::Task "手続";
    // Whether papers agree.
    agree::Disagreement "評価書相互の不一致";
    agree::Spot "不一致の所在";
    agree::AgreeRule "整合性の規則";
    agree::AgreeRuleRow "整合性の規則の内容";
    agree::AGREE_RULES "整合性の規則の一覧";
    // 計画管理書.
    register::Register "計画管理書";
    register::RegisteredAffair "計画管理書の事務";
    register::Planned "評価の計画";
    register::PlannedEvent "計画されている契機";
    register::Publication "公表の記録";
    register::PublishedBy "公表の根拠";
    register::DatedFacts "計数の日の付いた対象人数、取扱者数";
    register::REGISTER_FORMAT "計画管理書の形式名";
    register::REGISTER_VERSION "計画管理書の形式の版";
    loading::load_register "計画管理書の読込み";
    loading::RegisterError "計画管理書の読込みの誤り";
}
