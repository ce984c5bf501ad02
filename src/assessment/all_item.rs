//! 全項目評価書 (様式4).

use alloc::vec::Vec;

use super::document::{FORMAT, VERSION, document, other_kind, read_header};
use super::{Affair, BasicItemOnly, Cover, Department, KeyItemAssessment, Linkage, Raised, WrongForm};
use crate::answer::{Answer, Boxes, Vacant};
use crate::band::{Count, PopulationBand};
use crate::catalogue::{Path, Walk, section};
use crate::choice::{Audit, Extent, Performance};
use crate::date::FormDate;
use crate::file::{AllItemFileSection, FileName, RecordItemGroup};
use crate::kind::{AssessmentKind, FormEdition};
use crate::procedure::{AllItemProcedure, AllItemRequests, Change};
use crate::risk::{AllItemRisk, KeyItemRisk, OtherRiskMeasures};
use crate::system::InformationSystem;
use crate::text::Lines;

document! {
    /// 全項目評価書 (様式4): the all-item assessment.
    #[doc(alias = "全項目評価書")]
    #[doc(alias = "様式4")]
    pub struct AllItemAssessment of AllItem {
        /// The cover.
        cover: Cover, inside;
        /// 個人情報保護委員会 承認日 (administrative organs alone).
        approved: Answer<FormDate>, item CommissionApprovalDate;
        /// Ⅰ１．特定個人情報ファイルを取り扱う事務 ①②.
        affair: Affair, inside;
        /// Ⅰ１③対象人数.
        population: Answer<Count<PopulationBand>>, item Population;
        /// Ⅰ２．特定個人情報ファイルを取り扱う事務において使用するシステム.
        systems: Vec<InformationSystem>, printed;
        /// Ⅰ３．特定個人情報ファイル名.
        files: Vec<FileName>, printed;
        /// Ⅰ４①事務実施上の必要性, by file where the document tells them apart.
        necessity: Answer<Lines>, item FileNecessity;
        /// Ⅰ４②実現が期待されるメリット.
        benefits: Answer<Lines>, item FileBenefits;
        /// Ⅰ５．個人番号の利用 法令上の根拠.
        number_use_bases: Answer<Lines>, item NumberUseBases;
        /// Ⅰ６．情報提供ネットワークシステムによる情報連携.
        linkage: Linkage, inside;
        /// Ⅰ７．評価実施機関における担当部署.
        department: Department, inside;
        /// Ⅰ８．他の評価実施機関.
        other_bodies: Answer<Lines>, item OtherBodies;
        /// (別添1) 事務の内容.
        content_annex: Answer<Lines>, item ContentAnnex;
        /// (別添1) 備考.
        content_annex_remarks: Answer<Lines>, item ContentAnnexRemarks;
        /// Ⅱ 特定個人情報ファイルの概要: one section for each file, or for several that share it.
        file_sections: Vec<AllItemFileSection>, printed;
        /// (別添2) 特定個人情報ファイル記録項目.
        record_items: Vec<RecordItemGroup>, printed;
        /// Ⅲ 特定個人情報ファイルの取扱いプロセスにおけるリスク対策.
        risks: Vec<AllItemRisk>, printed;
        /// Ⅳ その他のリスク対策.
        other_risk: OtherRiskMeasures, inside;
        /// Ⅴ 開示請求、問合せ.
        requests: AllItemRequests, inside;
        /// Ⅵ 評価実施手続.
        procedure: AllItemProcedure, inside;
        /// (別添3) 変更箇所.
        changes: Vec<Change>, each;
        /// What only 様式2 asks, where this document was made from one. The form does not print it.
        basic_item: BasicItemOnly, carried;
        /// What only 様式3 asks, where this document was made from one. The form does not print it.
        key_item: KeyItemOnly, carried;
    }
}

section! {
    /// What 様式3 says in its risk sections and 様式4 does not ask there: carried along when an assessment goes up, so that
    /// nothing is lost (重点項目評価書のみの項目).
    #[doc(alias = "重点項目評価書のみの項目")]
    pub struct KeyItemOnly {
        /// Of each risk section.
        risks: Vec<KeyItemRiskEnd>, each;
    }
}

section! {
    /// The end of a risk section of 様式3 (重点項目評価書 Ⅲ８から１０). 様式4 asks 監査 otherwise, and the rest once for all files: there
    /// stands what the first section says, here what the others say.
    #[doc(alias = "重点項目評価書のみの項目")]
    pub struct KeyItemRiskEnd {
        /// Ⅲ８．監査 実施の有無.
        audits: Boxes<Audit>, item Audits;
        /// Ⅲ９．従業者に対する教育・啓発.
        training: Answer<Performance>, item TrainingState;
        /// Ⅲ９．具体的な方法.
        training_detail: Answer<Lines>, item TrainingDetail;
        /// Ⅲ１０．その他のリスク対策.
        other_measures: Answer<Lines>, item OtherMeasures;
    }
}

impl KeyItemAssessment {
    /// This assessment as a 全項目評価書 of `edition`: every answer is kept, and the items still to fill are listed.
    ///
    /// 様式3 may say of each file what 様式4 says once for all (教育, その他のリスク対策): there stands what the first risk section
    /// says, and the rest is carried along.
    ///
    /// # Errors
    /// [`WrongForm`] for an edition of another form: `form_3_2024_10`.
    pub fn to_all_item(self, edition: FormEdition) -> Result<Raised<AllItemAssessment>, WrongForm> {
        let empty = AllItemAssessment::new(edition)?;
        let Self {
            edition: _,
            extent,
            cover,
            affair,
            population,
            systems,
            files,
            number_use_bases,
            linkage,
            department,
            other_bodies,
            file_sections,
            record_items,
            risks,
            requests,
            procedure,
            changes,
            basic_item,
        } = self;
        let mut other_risk = OtherRiskMeasures::default();
        let mut all_risks = Vec::new();
        let mut ends = Vec::new();
        for risk in risks {
            let KeyItemRisk {
                names,
                acquisition,
                usage,
                entrustment,
                provision,
                linkage,
                retention,
                audits,
                training,
                training_detail,
                other_measures,
            } = risk;
            let mut end = KeyItemRiskEnd { audits, ..Default::default() };
            if all_risks.is_empty() {
                other_risk = OtherRiskMeasures { training, training_detail, other_measures, ..other_risk };
            } else {
                end = KeyItemRiskEnd { training, training_detail, other_measures, ..end };
            }
            ends.push(end);
            all_risks.push(AllItemRisk {
                names,
                acquisition: acquisition.into(),
                usage: usage.into(),
                entrustment: entrustment.into(),
                provision: provision.into(),
                linkage: linkage.into(),
                retention: retention.into(),
            });
        }
        if ends.iter().all(Vacant::is_vacant) {
            ends.clear();
        }
        let document = AllItemAssessment {
            extent,
            cover,
            affair,
            population,
            systems,
            files,
            number_use_bases,
            linkage,
            department,
            other_bodies,
            file_sections: file_sections.into_iter().map(Into::into).collect(),
            record_items,
            risks: all_risks,
            other_risk,
            requests: requests.into(),
            procedure: procedure.into(),
            changes,
            basic_item,
            key_item: KeyItemOnly { risks: ends },
            ..empty
        };
        Ok(Raised::new(document, AllItemAssessment::walk))
    }
}

impl AllItemAssessment {
    /// What 様式3 asks of the affair as well, as a 重点項目評価書 of `edition`.
    ///
    /// # Errors
    /// [`WrongForm`] for an edition of another form: `form_4_2018_05`.
    pub fn key_item(&self, edition: FormEdition) -> Result<KeyItemAssessment, WrongForm> {
        let empty = KeyItemAssessment::new(edition)?;
        let OtherRiskMeasures { training, training_detail, other_measures, .. } = &self.other_risk;
        let risk = |(place, risk): (usize, &AllItemRisk)| {
            let mut end = self.key_item.risks.get(place).cloned().unwrap_or_default();
            if place == 0 {
                end.training = *training;
                end.training_detail = training_detail.clone();
                end.other_measures = other_measures.clone();
            }
            KeyItemRisk {
                names: risk.names.clone(),
                acquisition: risk.acquisition.lower(),
                usage: risk.usage.lower(),
                entrustment: risk.entrustment.lower(),
                provision: risk.provision.lower(),
                linkage: risk.linkage.lower(),
                retention: risk.retention.lower(),
                audits: end.audits,
                training: end.training,
                training_detail: end.training_detail,
                other_measures: end.other_measures,
            }
        };
        let mut risks: Vec<KeyItemRisk> = self.risks.iter().enumerate().map(risk).collect();
        if risks.is_empty() && !(training.is_vacant() && training_detail.is_vacant() && other_measures.is_vacant()) {
            risks.push(risk((0, &AllItemRisk::default())));
        }
        Ok(KeyItemAssessment {
            extent: self.extent,
            cover: self.cover.clone(),
            affair: self.affair.clone(),
            population: self.population,
            systems: self.systems.clone(),
            files: self.files.clone(),
            number_use_bases: self.number_use_bases.clone(),
            linkage: self.linkage.clone(),
            department: self.department.clone(),
            other_bodies: self.other_bodies.clone(),
            file_sections: self.file_sections.iter().map(AllItemFileSection::lower).collect(),
            record_items: self.record_items.clone(),
            risks,
            requests: self.requests.lower(),
            procedure: self.procedure.lower(),
            changes: self.changes.clone(),
            basic_item: self.basic_item.clone(),
            ..empty
        })
    }
}
