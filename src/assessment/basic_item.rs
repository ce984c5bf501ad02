//! 基礎項目評価書 (様式2).

use alloc::vec::Vec;

use super::document::{FORMAT, VERSION, document, other_kind, read_header};
use super::{Affair, Cover, Department, Linkage, WrongForm};
use crate::answer::{Answer, Vacant};
use crate::band::{Count, PopulationBand};
use crate::catalogue::{Path, Walk, section};
use crate::choice::{Extent, SubmittedForms};
use crate::file::FileName;
use crate::kind::{AssessmentKind, FormEdition};
use crate::procedure::{Change, Rule9, ThresholdItems};
use crate::risk::{BasicItemRisk, ManualWork, PriorityMeasure};
use crate::system::NamedSystem;
use crate::text::Lines;

document! {
    /// 基礎項目評価書 (様式2): the basic-item assessment, which every affair that is not exempt needs.
    ///
    /// ```
    /// use mynumber_pia::assessment::BasicItemAssessment;
    ///
    /// let draft = BasicItemAssessment::new("form_2_2024_10".parse()?)?;
    /// let json = serde_json::to_string(&draft)?;
    /// assert_eq!(json, r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10"}"#);
    /// assert_eq!(serde_json::from_str::<BasicItemAssessment>(&json)?, draft);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "基礎項目評価書")]
    #[doc(alias = "様式2")]
    pub struct BasicItemAssessment of BasicItem {
        /// The cover.
        cover: Cover, inside;
        /// Ⅰ１．特定個人情報ファイルを取り扱う事務 ①②.
        affair: Affair, inside;
        /// Ⅰ１③システムの名称: of the systems, 様式2 asks the name alone.
        systems: Vec<NamedSystem>, printed;
        /// Ⅰ２．特定個人情報ファイル名.
        files: Vec<FileName>, printed;
        /// Ⅰ３．個人番号の利用 法令上の根拠.
        number_use_bases: Answer<Lines>, item NumberUseBases;
        /// Ⅰ４．情報提供ネットワークシステムによる情報連携.
        linkage: Linkage, inside;
        /// Ⅰ５．評価実施機関における担当部署.
        department: Department, inside;
        /// Ⅰ６．他の評価実施機関.
        other_bodies: Answer<Lines>, item OtherBodies;
        /// Ⅰ７．特定個人情報の開示・訂正・利用停止請求 請求先, one office a line.
        request_to: Answer<Lines>, item RequestTo;
        /// Ⅰ８．特定個人情報ファイルの取扱いに関する問合せ 連絡先, one office a line.
        contact_to: Answer<Lines>, item ContactTo;
        /// Ⅰ９．規則第９条第２項の適用.
        rule_9: Rule9, inside;
        /// Ⅱ１．対象人数.
        population: Answer<Count<PopulationBand>>, item Population;
        /// Ⅱ しきい値判断項目 (the rest) and Ⅲ しきい値判断結果.
        threshold: ThresholdItems, inside;
        /// Ⅳ リスク対策.
        risk: BasicItemRisk, inside;
        /// 変更箇所.
        changes: Vec<Change>, each;
    }
}

section! {
    /// What 様式2 asks and neither 様式3 nor 様式4 does: carried along when an assessment goes up, so that nothing is lost and
    /// the threshold can still be asked (基礎項目評価書のみの項目).
    #[doc(alias = "基礎項目評価書のみの項目")]
    pub struct BasicItemOnly {
        /// Ⅰ９．規則第９条第２項の適用.
        rule_9: Rule9, inside;
        /// Ⅱ しきい値判断項目 and Ⅲ しきい値判断結果.
        threshold: ThresholdItems, inside;
        /// Ⅳ１．提出する特定個人情報保護評価書の種類.
        submitted: Answer<SubmittedForms>, item SubmittedForms;
        /// Ⅳ８．人手を介在させる作業.
        manual_work: ManualWork, inside;
        /// Ⅳ１１．最も優先度が高いと考えられる対策.
        priority: PriorityMeasure, inside;
    }
}
