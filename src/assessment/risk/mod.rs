//! リスク対策: the risk sections of the three forms, grouped by the process that they describe.
//!
//! As on the form, there are separate items for whether measures are sufficient, whether something is done, and what is
//! done in detail. A section that does not apply has a box that says so (委託しない, 提供・移転しない, 接続しない).

use crate::catalogue::part;
use crate::value::answer::{Answer, Boxes, Lines, Tick};
use crate::value::choice::{Adequacy, Audit, Performance, Priority, SubmittedForms};

mod acquisition;
mod entrustment;
mod linkage;
mod provision;
mod retention;
mod usage;

export! {
    acquisition::AcquisitionRisk;
    entrustment::EntrustmentRisk;
    linkage::LinkageRisk;
    provision::ProvisionRisk;
    retention::RetentionRisk;
    usage::UseRisk;
}

part!(
    /// Ⅲ リスク対策 of 様式3 and 様式4: one section, of one file or of several that share it.
    ///
    /// 様式4 calls it 「特定個人情報ファイルの取扱いプロセスにおけるリスク対策」. The division in charge describes the measures for each step of the
    /// handling, from acquisition (入手) to erasure (消去), and says whether they are sufficient. 様式2 asks the same questions once
    /// for the affair, in [`AffairRisk`].
    pub struct Risk {
        /// １．特定個人情報ファイル名: the files of this section, one per line.
        #[item(RiskFileNames)]
        pub names: Answer<Lines>,
        /// ２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）
        pub acquisition: AcquisitionRisk,
        /// ３．特定個人情報の使用.
        pub usage: UseRisk,
        /// ４．特定個人情報ファイルの取扱いの委託.
        pub entrustment: EntrustmentRisk,
        /// ５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）
        pub provision: ProvisionRisk,
        /// ６．情報提供ネットワークシステムとの接続.
        pub linkage: LinkageRisk,
        /// ７．特定個人情報の保管・消去.
        pub retention: RetentionRisk,
        /// ８．監査 実施の有無 (様式3).
        #[item(Audits)]
        pub audits: Boxes<Audit>,
        /// ９．従業者に対する教育・啓発 (様式3).
        #[item(TrainingState)]
        pub training: Answer<Performance>,
        /// ９．具体的な方法 (様式3).
        #[item(TrainingDetail)]
        pub training_detail: Answer<Lines>,
        /// １０．その他のリスク対策 (様式3).
        #[item(OtherMeasures)]
        pub other_measures: Answer<Lines>,
    }
);

part!(
    /// 様式4 Ⅳ その他のリスク対策. 様式2 asks only 従業者に対する教育・啓発.
    pub struct OtherRiskMeasures {
        /// １．監査 ①自己点検.
        #[item(SelfInspectionState)]
        pub self_inspection: Answer<Performance>,
        /// ①具体的なチェック方法.
        #[item(SelfInspectionDetail)]
        pub self_inspection_detail: Answer<Lines>,
        /// ②監査.
        #[item(AuditState)]
        pub audit: Answer<Performance>,
        /// ②具体的な内容.
        #[item(AuditDetail)]
        pub audit_detail: Answer<Lines>,
        /// 従業者に対する教育・啓発: 様式4 Ⅳ2, 様式2 Ⅳ10.
        #[item(TrainingState)]
        pub training: Answer<Performance>,
        /// ２．具体的な方法.
        #[item(TrainingDetail)]
        pub training_detail: Answer<Lines>,
        /// ３．その他のリスク対策.
        #[item(OtherMeasures)]
        pub other_measures: Answer<Lines>,
    }
);

part!(
    /// 様式2 Ⅳ リスク対策 (since 平成31年1月): whether the measures are sufficient, risk by risk.
    pub struct AffairRisk {
        /// １．提出する特定個人情報保護評価書の種類.
        #[item(SubmittedForms)]
        pub submitted: Answer<SubmittedForms>,
        /// ２．目的外の入手が行われるリスクへの対策は十分か.
        #[item(AcquisitionPurposeAdequacy)]
        pub acquisition: Answer<Adequacy>,
        /// ３．目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策は十分か.
        #[item(LinkingAdequacy)]
        pub linking: Answer<Adequacy>,
        /// ３．権限のない者によって不正に使用されるリスクへの対策は十分か.
        #[item(UnauthorizedAdequacy)]
        pub unauthorized: Answer<Adequacy>,
        /// ４．委託しない.
        #[item(NoEntrustment)]
        pub no_entrustment: Tick,
        /// ４．委託先における不正な使用等のリスクへの対策は十分か.
        #[item(EntrustmentAdequacy)]
        pub entrustment: Answer<Adequacy>,
        /// ５．提供・移転しない.
        #[item(NoProvision)]
        pub no_provision: Tick,
        /// ５．不正な提供・移転が行われるリスクへの対策は十分か.
        #[item(ProvisionAdequacy)]
        pub provision: Answer<Adequacy>,
        /// ６．接続しない（入手）.
        #[item(NoLinkageAcquisition)]
        pub no_linkage_acquisition: Tick,
        /// ６．接続しない（提供）.
        #[item(NoLinkageProvision)]
        pub no_linkage_provision: Tick,
        /// ６．目的外の入手が行われるリスクへの対策は十分か.
        #[item(LinkageAcquisitionAdequacy)]
        pub linkage_acquisition: Answer<Adequacy>,
        /// ６．不正な提供が行われるリスクへの対策は十分か.
        #[item(LinkageProvisionAdequacy)]
        pub linkage_provision: Answer<Adequacy>,
        /// ７．特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か.
        #[item(LeakageAdequacy)]
        pub leakage: Answer<Adequacy>,
        /// ８．人手を介在させる作業 (since 令和6年10月).
        pub manual_work: ManualWork,
        /// ９．監査 実施の有無.
        #[item(Audits)]
        pub audits: Boxes<Audit>,
        /// １１．最も優先度が高いと考えられる対策 (since 令和6年10月).
        pub priority: PriorityMeasure,
    }
);

part!(
    /// ８．人手を介在させる作業: 様式2 Ⅳ8 (since 令和6年10月).
    pub struct ManualWork {
        /// 人手を介在させる作業はない.
        #[item(ManualWorkNone)]
        pub none: Tick,
        /// 人為的ミスが発生するリスクへの対策は十分か.
        #[item(ManualWorkAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// 判断の根拠.
        #[item(ManualWorkGrounds)]
        pub grounds: Answer<Lines>,
    }
);

part!(
    /// 11．最も優先度が高いと考えられる対策: 様式2 Ⅳ11 (since 令和6年10月).
    pub struct PriorityMeasure {
        /// 全項目評価又は重点項目評価を実施する: that assessment describes the rest.
        #[item(PriorityElsewhere)]
        pub elsewhere: Tick,
        /// 最も優先度が高いと考えられる対策.
        #[item(PriorityMeasure)]
        pub measure: Answer<Priority>,
        /// 当該対策は十分か【再掲】.
        #[item(PriorityAdequacy)]
        pub adequacy: Answer<Adequacy>,
        /// 判断の根拠.
        #[item(PriorityGrounds)]
        pub grounds: Answer<Lines>,
    }
);

impl AffairRisk {
    /// What the item of a measure says, which 当該対策は十分か【再掲】 repeats; `None` if nothing is given. The three choices of `training`
    /// (従業者に対する教育・啓発) are those of the others in other words.
    pub(crate) fn restated(&self, measure: Priority, training: Answer<Performance>) -> Option<Adequacy> {
        let answer = match measure {
            Priority::Acquisition => self.acquisition,
            Priority::Linking => self.linking,
            Priority::UnauthorizedUse => self.unauthorized,
            Priority::Entrustment => self.entrustment,
            Priority::Provision => self.provision,
            Priority::LinkageAcquisition => self.linkage_acquisition,
            Priority::LinkageProvision => self.linkage_provision,
            Priority::Leakage => self.leakage,
            Priority::Training => {
                return training.given().map(|training| match training {
                    Performance::Especially => Adequacy::Especially,
                    Performance::Sufficient => Adequacy::Sufficient,
                    Performance::Insufficient => Adequacy::IssuesRemain,
                });
            }
        };
        answer.given().copied()
    }
}
