//! 重点項目評価書 (様式3).

use alloc::vec::Vec;

use super::document::{FORMAT, VERSION, document, other_kind, read_header};
use super::{Affair, BasicItemAssessment, BasicItemOnly, Cover, Department, Linkage, Raised, WrongForm};
use crate::answer::{Answer, Vacant};
use crate::band::{Count, PopulationBand};
use crate::catalogue::{Path, Walk};
use crate::choice::Extent;
use crate::file::{FileName, KeyItemFileSection, RecordItemGroup};
use crate::kind::{AssessmentKind, FormEdition};
use crate::procedure::{Change, KeyItemProcedure, KeyItemRequests};
use crate::risk::{
    BasicItemRisk, KeyItemAcquisitionRisk, KeyItemEntrustmentRisk, KeyItemLinkageRisk, KeyItemProvisionRisk,
    KeyItemRetentionRisk, KeyItemRisk, KeyItemUseRisk,
};
use crate::system::InformationSystem;
use crate::text::Lines;

document! {
    /// 重点項目評価書 (様式3): the key-item assessment.
    #[doc(alias = "重点項目評価書")]
    #[doc(alias = "様式3")]
    pub struct KeyItemAssessment of KeyItem {
        /// The cover.
        cover: Cover, inside;
        /// Ⅰ１．特定個人情報ファイルを取り扱う事務 ①②.
        affair: Affair, inside;
        /// Ⅰ１③対象人数.
        population: Answer<Count<PopulationBand>>, item Population;
        /// Ⅰ２．特定個人情報ファイルを取り扱う事務において使用するシステム.
        systems: Vec<InformationSystem>, printed;
        /// Ⅰ３．特定個人情報ファイル名.
        files: Vec<FileName>, printed;
        /// Ⅰ４．個人番号の利用 法令上の根拠.
        number_use_bases: Answer<Lines>, item NumberUseBases;
        /// Ⅰ５．情報提供ネットワークシステムによる情報連携.
        linkage: Linkage, inside;
        /// Ⅰ６．評価実施機関における担当部署.
        department: Department, inside;
        /// Ⅰ７．他の評価実施機関.
        other_bodies: Answer<Lines>, item OtherBodies;
        /// Ⅱ 特定個人情報ファイルの概要: one section for each file, or for several that share it.
        file_sections: Vec<KeyItemFileSection>, printed;
        /// (別添1) 特定個人情報ファイル記録項目.
        record_items: Vec<RecordItemGroup>, printed;
        /// Ⅲ リスク対策.
        risks: Vec<KeyItemRisk>, printed;
        /// Ⅳ 開示請求、問合せ.
        requests: KeyItemRequests, inside;
        /// Ⅴ 評価実施手続.
        procedure: KeyItemProcedure, inside;
        /// (別添2) 変更箇所.
        changes: Vec<Change>, each;
        /// What only 様式2 asks, where this document was made from one. The form does not print it.
        basic_item: BasicItemOnly, carried;
    }
}

impl BasicItemAssessment {
    /// This assessment as a 重点項目評価書 of `edition`: every answer is kept, and the items still to fill are listed.
    ///
    /// # Errors
    /// [`WrongForm`] for an edition of another form: `form_4_2018_05`.
    pub fn to_key_item(self, edition: FormEdition) -> Result<Raised<KeyItemAssessment>, WrongForm> {
        let empty = KeyItemAssessment::new(edition)?;
        let Self {
            edition: _,
            extent,
            cover,
            affair,
            systems,
            files,
            number_use_bases,
            linkage,
            department,
            other_bodies,
            request_to,
            contact_to,
            rule_9,
            population,
            threshold,
            risk,
            changes,
        } = self;
        let BasicItemRisk {
            submitted,
            acquisition,
            linking,
            unauthorised,
            no_entrustment,
            entrustment,
            no_provision,
            provision,
            no_linkage_acquisition,
            no_linkage_provision,
            linkage_acquisition,
            linkage_provision,
            leakage,
            manual_work,
            audits,
            training,
            priority,
        } = risk;
        let risk = KeyItemRisk {
            acquisition: KeyItemAcquisitionRisk { adequacy: acquisition, ..Default::default() },
            usage: KeyItemUseRisk {
                linking_adequacy: linking,
                unauthorised_adequacy: unauthorised,
                ..Default::default()
            },
            entrustment: KeyItemEntrustmentRisk { none: no_entrustment, adequacy: entrustment, ..Default::default() },
            provision: KeyItemProvisionRisk { none: no_provision, adequacy: provision, ..Default::default() },
            linkage: KeyItemLinkageRisk {
                no_acquisition: no_linkage_acquisition,
                no_provision: no_linkage_provision,
                acquisition_adequacy: linkage_acquisition,
                provision_adequacy: linkage_provision,
                ..Default::default()
            },
            retention: KeyItemRetentionRisk { adequacy: leakage, ..Default::default() },
            audits,
            training,
            ..Default::default()
        };
        let document = KeyItemAssessment {
            extent,
            cover,
            affair,
            population,
            systems: systems.into_iter().map(Into::into).collect(),
            files,
            number_use_bases,
            linkage,
            department,
            other_bodies,
            risks: if risk.is_vacant() { Vec::new() } else { Vec::from([risk]) },
            requests: KeyItemRequests { request_to, contact_to, ..Default::default() },
            changes,
            basic_item: BasicItemOnly { rule_9, threshold, submitted, manual_work, priority },
            ..empty
        };
        Ok(Raised::new(document, KeyItemAssessment::walk))
    }
}

impl KeyItemAssessment {
    /// What 様式2 asks of the affair as well, as a 基礎項目評価書 of `edition`. Of several risk sections it shows the first.
    ///
    /// # Errors
    /// [`WrongForm`] for an edition of another form: `form_3_2024_10`.
    pub fn basic_item(&self, edition: FormEdition) -> Result<BasicItemAssessment, WrongForm> {
        let empty = BasicItemAssessment::new(edition)?;
        let BasicItemOnly { rule_9, threshold, submitted, manual_work, priority } = self.basic_item.clone();
        let risk = self.risks.first().cloned().unwrap_or_default();
        Ok(BasicItemAssessment {
            extent: self.extent,
            cover: self.cover.clone(),
            affair: self.affair.clone(),
            systems: self.systems.iter().map(InformationSystem::lower).collect(),
            files: self.files.clone(),
            number_use_bases: self.number_use_bases.clone(),
            linkage: self.linkage.clone(),
            department: self.department.clone(),
            other_bodies: self.other_bodies.clone(),
            request_to: self.requests.request_to.clone(),
            contact_to: self.requests.contact_to.clone(),
            rule_9,
            population: self.population,
            threshold,
            risk: BasicItemRisk {
                submitted,
                acquisition: risk.acquisition.adequacy,
                linking: risk.usage.linking_adequacy,
                unauthorised: risk.usage.unauthorised_adequacy,
                no_entrustment: risk.entrustment.none,
                entrustment: risk.entrustment.adequacy,
                no_provision: risk.provision.none,
                provision: risk.provision.adequacy,
                no_linkage_acquisition: risk.linkage.no_acquisition,
                no_linkage_provision: risk.linkage.no_provision,
                linkage_acquisition: risk.linkage.acquisition_adequacy,
                linkage_provision: risk.linkage.provision_adequacy,
                leakage: risk.retention.adequacy,
                manual_work,
                audits: risk.audits,
                training: risk.training,
                priority,
            },
            changes: self.changes.clone(),
            ..empty
        })
    }
}
