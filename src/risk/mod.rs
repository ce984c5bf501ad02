//! リスク対策: the risk sections of the three forms, by the process that they are about.
//!
//! Whether measures are enough, whether something is done, and what is done in detail are items of their own, as on the
//! form. A section that does not apply has a box that says so (委託しない, 提供・移転しない, 接続しない).

use crate::answer::{Answer, Boxes, Tick};
use crate::catalogue::section;
use crate::choice::{Adequacy, Audit, Performance, Priority, SubmittedForms};
use crate::text::Lines;

mod acquisition;
mod entrustment;
mod linkage;
mod provision;
mod retention;
mod usage;

#[doc(alias = "特定個人情報の入手におけるリスク")]
pub use acquisition::AllItemAcquisitionRisk;
#[doc(alias = "特定個人情報の入手におけるリスク")]
pub use acquisition::KeyItemAcquisitionRisk;
#[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
pub use entrustment::AllItemEntrustmentRisk;
#[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
pub use entrustment::EntrustmentRisk;
#[doc(alias = "特定個人情報ファイルの取扱いの委託におけるリスク")]
pub use entrustment::KeyItemEntrustmentRisk;
#[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
pub use linkage::AllItemLinkageRisk;
#[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
pub use linkage::KeyItemLinkageRisk;
#[doc(alias = "情報提供ネットワークシステムとの接続におけるリスク")]
pub use linkage::LinkageRisk;
#[doc(alias = "特定個人情報の提供・移転におけるリスク")]
pub use provision::AllItemProvisionRisk;
#[doc(alias = "特定個人情報の提供・移転におけるリスク")]
pub use provision::KeyItemProvisionRisk;
#[doc(alias = "特定個人情報の提供・移転におけるリスク")]
pub use provision::ProvisionRisk;
#[doc(alias = "特定個人情報の保管・消去におけるリスク")]
pub use retention::AllItemRetentionRisk;
#[doc(alias = "特定個人情報の保管・消去におけるリスク")]
pub use retention::KeyItemRetentionRisk;
#[doc(alias = "特定個人情報の保管・消去におけるリスク")]
pub use retention::RetentionRisk;
#[doc(alias = "特定個人情報の使用におけるリスク")]
pub use usage::AllItemUseRisk;
#[doc(alias = "特定個人情報の使用におけるリスク")]
pub use usage::KeyItemUseRisk;

section! {
    /// 様式3 Ⅲ リスク対策: one section, of one file or of several that share it.
    #[doc(alias = "リスク対策")]
    pub struct KeyItemRisk {
        /// １．特定個人情報ファイル名: the files that the section is about, one a line.
        names: Answer<Lines>, item RiskFileNames;
        /// ２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）
        acquisition: KeyItemAcquisitionRisk, inside;
        /// ３．特定個人情報の使用.
        usage: KeyItemUseRisk, inside;
        /// ４．特定個人情報ファイルの取扱いの委託.
        entrustment: KeyItemEntrustmentRisk, inside;
        /// ５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）
        provision: KeyItemProvisionRisk, inside;
        /// ６．情報提供ネットワークシステムとの接続.
        linkage: KeyItemLinkageRisk, inside;
        /// ７．特定個人情報の保管・消去.
        retention: KeyItemRetentionRisk, inside;
        /// ８．監査 実施の有無.
        audits: Boxes<Audit>, item Audits;
        /// ９．従業者に対する教育・啓発.
        training: Answer<Performance>, item TrainingState;
        /// ９．具体的な方法.
        training_detail: Answer<Lines>, item TrainingDetail;
        /// １０．その他のリスク対策.
        other_measures: Answer<Lines>, item OtherMeasures;
    }
}

section! {
    /// 様式4 Ⅲ 特定個人情報ファイルの取扱いプロセスにおけるリスク対策: one section, of one file or of several that share it.
    #[doc(alias = "特定個人情報ファイルの取扱いプロセスにおけるリスク対策")]
    pub struct AllItemRisk {
        /// １．特定個人情報ファイル名: the files that the section is about, one a line.
        names: Answer<Lines>, item RiskFileNames;
        /// ２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）
        acquisition: AllItemAcquisitionRisk, inside;
        /// ３．特定個人情報の使用.
        usage: AllItemUseRisk, inside;
        /// ４．特定個人情報ファイルの取扱いの委託.
        entrustment: AllItemEntrustmentRisk, inside;
        /// ５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）
        provision: AllItemProvisionRisk, inside;
        /// ６．情報提供ネットワークシステムとの接続.
        linkage: AllItemLinkageRisk, inside;
        /// ７．特定個人情報の保管・消去.
        retention: AllItemRetentionRisk, inside;
    }
}

section! {
    /// 様式4 Ⅳ その他のリスク対策.
    #[doc(alias = "その他のリスク対策")]
    pub struct OtherRiskMeasures {
        /// １．監査 ①自己点検.
        self_inspection: Answer<Performance>, item SelfInspectionState;
        /// ①具体的なチェック方法.
        self_inspection_detail: Answer<Lines>, item SelfInspectionDetail;
        /// ②監査.
        audit: Answer<Performance>, item AuditState;
        /// ②具体的な内容.
        audit_detail: Answer<Lines>, item AuditDetail;
        /// ２．従業者に対する教育・啓発.
        training: Answer<Performance>, item TrainingState;
        /// ２．具体的な方法.
        training_detail: Answer<Lines>, item TrainingDetail;
        /// ３．その他のリスク対策.
        other_measures: Answer<Lines>, item OtherMeasures;
    }
}

section! {
    /// 様式2 Ⅳ リスク対策 (since 平成31年1月): the adequacy of measures, risk by risk.
    #[doc(alias = "リスク対策")]
    pub struct BasicItemRisk {
        /// １．提出する特定個人情報保護評価書の種類.
        submitted: Answer<SubmittedForms>, item SubmittedForms;
        /// ２．目的外の入手が行われるリスクへの対策は十分か.
        acquisition: Answer<Adequacy>, item AcquisitionPurposeAdequacy;
        /// ３．目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策は十分か.
        linking: Answer<Adequacy>, item LinkingAdequacy;
        /// ３．権限のない者によって不正に使用されるリスクへの対策は十分か.
        unauthorised: Answer<Adequacy>, item UnauthorisedAdequacy;
        /// ４．委託しない.
        no_entrustment: Tick, item NoEntrustment;
        /// ４．委託先における不正な使用等のリスクへの対策は十分か.
        entrustment: Answer<Adequacy>, item EntrustmentAdequacy;
        /// ５．提供・移転しない.
        no_provision: Tick, item NoProvision;
        /// ５．不正な提供・移転が行われるリスクへの対策は十分か.
        provision: Answer<Adequacy>, item ProvisionAdequacy;
        /// ６．接続しない（入手）.
        no_linkage_acquisition: Tick, item NoLinkageAcquisition;
        /// ６．接続しない（提供）.
        no_linkage_provision: Tick, item NoLinkageProvision;
        /// ６．目的外の入手が行われるリスクへの対策は十分か.
        linkage_acquisition: Answer<Adequacy>, item LinkageAcquisitionAdequacy;
        /// ６．不正な提供が行われるリスクへの対策は十分か.
        linkage_provision: Answer<Adequacy>, item LinkageProvisionAdequacy;
        /// ７．特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か.
        leakage: Answer<Adequacy>, item LeakageAdequacy;
        /// ８．人手を介在させる作業 (since 令和6年10月).
        manual_work: ManualWork, inside;
        /// ９．監査 実施の有無.
        audits: Boxes<Audit>, item Audits;
        /// １０．従業者に対する教育・啓発.
        training: Answer<Performance>, item TrainingState;
        /// １１．最も優先度が高いと考えられる対策 (since 令和6年10月).
        priority: PriorityMeasure, inside;
    }
}

section! {
    /// ８．人手を介在させる作業: 様式2 Ⅳ8 (since 令和6年10月).
    #[doc(alias = "人手を介在させる作業")]
    pub struct ManualWork {
        /// 人手を介在させる作業はない.
        none: Tick, item ManualWorkNone;
        /// 人為的ミスが発生するリスクへの対策は十分か.
        adequacy: Answer<Adequacy>, item ManualWorkAdequacy;
        /// 判断の根拠.
        grounds: Answer<Lines>, item ManualWorkGrounds;
    }
}

section! {
    /// 11．最も優先度が高いと考えられる対策: 様式2 Ⅳ11 (since 令和6年10月).
    #[doc(alias = "最も優先度が高いと考えられる対策")]
    pub struct PriorityMeasure {
        /// 全項目評価又は重点項目評価を実施する: the rest is said there.
        elsewhere: Tick, item PriorityElsewhere;
        /// 最も優先度が高いと考えられる対策.
        measure: Answer<Priority>, item PriorityMeasure;
        /// 当該対策は十分か【再掲】.
        adequacy: Answer<Adequacy>, item PriorityAdequacy;
        /// 判断の根拠.
        grounds: Answer<Lines>, item PriorityGrounds;
    }
}

/// What several items of 様式4 say, as the one item of 様式3 that they split.
///
/// Texts stand behind one another. Without a text, the first of the answers that is one.
fn together<const N: usize>(parts: [&Answer<Lines>; N]) -> Answer<Lines> {
    let texts = parts.iter().filter_map(|part| part.given()).cloned().reduce(Lines::and);
    match texts {
        Some(lines) => Answer::Given(lines),
        None => {
            parts.into_iter().find(|part| part.is_answered()).or(parts.last().copied()).cloned().unwrap_or_default()
        }
    }
}
