//! 様式4 全項目評価書, item by item.
//!
//! Read from the assessment of 江戸川区 (国民健康保険, 公表 令和6年12月6日), and compared with the change list of 新宿区. The ※ are as
//! printed there.

use super::Row;
use super::row::table;
use crate::value::choice::{
    AcquisitionMethod, Conduct, Connection, DeliveryMethod, EntrustmentState, Fee, InformationSource, Keeping,
    LinkageState, ProvisionMethod, ReEntrusteeControl, ReEntrustmentState, RecordItem, Recording, Restriction,
    RuleState, TransferMethod,
};
use crate::value::incident::Occurrence;
use crate::value::source::{Certainty, Source};

const FORM: Source = Source {
    citation: "様式4",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Confirmed,
    evidence: "江戸川区 国民健康保険 全項目評価書、新宿区 国民健康保険 全項目評価書 変更箇所",
};

pub(super) const ROWS: &[Row] = table! { FORM;
    Once {
        AssessmentNumber "表紙" Text (required);
        AssessmentTitle "表紙" Text (required);
        Declaration "表紙" Text (required);
        CoverRemarks "表紙" Text (voluntary);
        AssessingBody "表紙" Text (required);
        CommissionApprovalDate "表紙" Date (organs) .label "特定個人情報保護委員会 承認日　【行政機関等のみ】" .until 2016 1;
        CommissionApprovalDate "表紙" Date (organs) .label "個人情報保護委員会 承認日　【行政機関等のみ】" .since 2016 1;
        PublicationDate "表紙" Date (required);

        AffairName "Ⅰ.1.①" Text (required);
        AffairContent "Ⅰ.1.②" Text (required) .material;
        Population "Ⅰ.1.③" Band (required);
    }
    Each {
        SystemName "Ⅰ.2.システム.①" Text (required);
        SystemFunctions "Ⅰ.2.システム.②" Text (required);
        SystemConnections "Ⅰ.2.システム.③" CheckBoxes (voluntary);
        SystemConnectionsOther "Ⅰ.2.システム.③" Text (SystemConnections has Connection::Other) .label "他のシステムとの接続 その他";
        FileNames "Ⅰ.3" Text (required);
    }
    Once {
        FileNecessity "Ⅰ.4.①" Text (required);
        FileBenefits "Ⅰ.4.②" Text (required);
        NumberUseBases "Ⅰ.5" Text (required) .material .label "法令上の根拠";
        LinkageState "Ⅰ.6.①" Choice (required) .material .label "実施の有無";
        LinkageBases "Ⅰ.6.②" Text (LinkageState is LinkageState::Implemented) .material .label "法令上の根拠";
        Department "Ⅰ.7.①" Text (required);
        DepartmentHead "Ⅰ.7.②" Text (required) .label "所属長" .until 2018 5;
        DepartmentHead "Ⅰ.7.②" Text (required) .since 2018 5;
        OtherBodies "Ⅰ.8" Text (voluntary);
        ContentAnnex "別添1" Text (required) .label "事務の内容";
        ContentAnnexRemarks "別添1" Text (voluntary) .label "（備考）";
    }
    Each {
        SectionFileNames "Ⅱ.1" Text (required) .label "特定個人情報ファイル名";
        FileKind "Ⅱ.2.①" Choice (required) .material;
        FileDataSubjects "Ⅱ.2.②" Band (required);
        FileScope "Ⅱ.2.③" Text (required) .material;
        FileScopeReason "Ⅱ.2.③" Text (required) .label "その必要性";
        RecordItemCount "Ⅱ.2.④" Band (required);
        MainRecordItems "Ⅱ.2.④" CheckBoxes (required) .material;
        MainRecordItemsOther "Ⅱ.2.④" Text (MainRecordItems has RecordItem::Other) .material .label "主な記録項目 その他";
        MainRecordItemsReason "Ⅱ.2.④" Text (required) .label "その妥当性";
        AllRecordItems "Ⅱ.2.④" Text (required);
        HeldSince "Ⅱ.2.⑤" Date (required);
        FileDepartment "Ⅱ.2.⑥" Text (required);

        Sources "Ⅱ.3.①" CheckBoxes (required) .material;
        SourceDepartments "Ⅱ.3.①" Text (Sources has InformationSource::OtherDepartment) .material .label "入手元 評価実施機関内の他部署";
        SourceOrgans "Ⅱ.3.①" Text (Sources has InformationSource::AdministrativeOrgan) .material .label "入手元 行政機関・独立行政法人等";
        SourceGovernments "Ⅱ.3.①" Text (Sources has InformationSource::LocalGovernment) .material .label "入手元 地方公共団体・地方独立行政法人";
        SourceCompanies "Ⅱ.3.①" Text (Sources has InformationSource::PrivateCompany) .material .label "入手元 民間事業者";
        SourceOthers "Ⅱ.3.①" Text (Sources has InformationSource::Other) .material .label "入手元 その他";
        AcquisitionMethods "Ⅱ.3.②" CheckBoxes (required);
        AcquisitionMethodsOther "Ⅱ.3.②" Text (AcquisitionMethods has AcquisitionMethod::Other) .label "入手方法 その他";
        AcquisitionTiming "Ⅱ.3.③" Text (required);
        AcquisitionLegitimacy "Ⅱ.3.④" Text (required);
        NoticeToPerson "Ⅱ.3.⑤" Text (required);
        UsePurpose "Ⅱ.3.⑥" Text (required) .material;
        UsePurposeChange "Ⅱ.3.⑥" Text (voluntary);
        UsingDepartments "Ⅱ.3.⑦" Text (required) .material;
        Users "Ⅱ.3.⑦" Band (required);
        MannerOfUse "Ⅱ.3.⑧" Text (required) .material;
        Matching "Ⅱ.3.⑧" Text (required) .material;
        Statistics "Ⅱ.3.⑧" Text (required) .material;
        Decisions "Ⅱ.3.⑧" Text (required) .material;
        UsedSince "Ⅱ.3.⑨" Date (required);

        EntrustmentState "Ⅱ.4" Choice (required) .material;
        EntrustmentCount "Ⅱ.4" Number (EntrustmentState is EntrustmentState::Entrusted) .label "件数";
        EntrustmentMatter "Ⅱ.4.委託事項" Text (required);
        EntrustmentContent "Ⅱ.4.委託事項.①" Text (required);
        EntrustedScope "Ⅱ.4.委託事項.②" Choice (required);
        EntrustedDataSubjects "Ⅱ.4.委託事項.②" Band (required) .label "対象となる本人の数";
        EntrustedSubjects "Ⅱ.4.委託事項.②" Text (required) .material .label "対象となる本人の範囲";
        EntrustedReason "Ⅱ.4.委託事項.②" Text (required) .label "その妥当性";
        EntrusteeHandlers "Ⅱ.4.委託事項.③" Band (required);
        DeliveryMethods "Ⅱ.4.委託事項.④" CheckBoxes (required);
        DeliveryMethodsOther "Ⅱ.4.委託事項.④" Text (DeliveryMethods has DeliveryMethod::Other) .label "委託先への特定個人情報ファイルの提供方法 その他";
        EntrusteeDisclosure "Ⅱ.4.委託事項.⑤" Text (required);
        Entrustee "Ⅱ.4.委託事項.⑥" Text (required);
        ReEntrustmentState "Ⅱ.4.委託事項.⑦" Choice (required) .material;
        ReEntrustmentPermission "Ⅱ.4.委託事項.⑧" Text (ReEntrustmentState is ReEntrustmentState::ReEntrusted);
        ReEntrustmentMatter "Ⅱ.4.委託事項.⑨" Text (ReEntrustmentState is ReEntrustmentState::ReEntrusted);

        ProvisionMade "Ⅱ.5" CheckBox (voluntary);
        ProvisionCount "Ⅱ.5" Number (ProvisionMade ticked) .label "提供を行っている 件数";
        TransferMade "Ⅱ.5" CheckBox (voluntary);
        TransferCount "Ⅱ.5" Number (TransferMade ticked) .label "移転を行っている 件数";
        NeitherMade "Ⅱ.5" CheckBox (voluntary) .label "行っていない";
        ProvisionRecipient "Ⅱ.5.提供先" Text (required);
        ProvisionBases "Ⅱ.5.提供先.①" Text (required) .label "法令上の根拠";
        ProvisionUses "Ⅱ.5.提供先.②" Text (required);
        ProvisionInformation "Ⅱ.5.提供先.③" Text (required);
        ProvisionDataSubjects "Ⅱ.5.提供先.④" Band (required);
        ProvisionScope "Ⅱ.5.提供先.⑤" Text (required);
        ProvisionMethods "Ⅱ.5.提供先.⑥" CheckBoxes (required);
        ProvisionMethodsOther "Ⅱ.5.提供先.⑥" Text (ProvisionMethods has ProvisionMethod::Other) .label "提供方法 その他";
        ProvisionTiming "Ⅱ.5.提供先.⑦" Text (required) .label "時期・頻度";
        TransferRecipient "Ⅱ.5.移転先" Text (required);
        TransferBases "Ⅱ.5.移転先.①" Text (required) .label "法令上の根拠";
        TransferUses "Ⅱ.5.移転先.②" Text (required);
        TransferInformation "Ⅱ.5.移転先.③" Text (required);
        TransferDataSubjects "Ⅱ.5.移転先.④" Band (required);
        TransferScope "Ⅱ.5.移転先.⑤" Text (required);
        TransferMethods "Ⅱ.5.移転先.⑥" CheckBoxes (required);
        TransferMethodsOther "Ⅱ.5.移転先.⑥" Text (TransferMethods has TransferMethod::Other) .label "移転方法 その他";
        TransferTiming "Ⅱ.5.移転先.⑦" Text (required) .label "時期・頻度";

        StoragePlace "Ⅱ.6.①" Text (required) .material;
        RetentionPeriod "Ⅱ.6.②" Choice (required) .label "期間";
        RetentionReason "Ⅱ.6.②" Text (required) .label "その妥当性";
        Erasure "Ⅱ.6.③" Text (required);
        FileRemarks "Ⅱ.7" Text (voluntary);
        RecordItems "別添2" Text (required) .label "特定個人情報ファイル記録項目";

        RiskFileNames "Ⅲ.1" Text (required) .material .label "特定個人情報ファイル名";
        AcquisitionOthersMeasures "Ⅲ.2.リスク1" Text (required) .material;
        AcquisitionUnneededMeasures "Ⅲ.2.リスク1" Text (required) .material;
        AcquisitionPurposeOtherMeasures "Ⅲ.2.リスク1" Text (voluntary) .material .label "その他の措置の内容";
        AcquisitionPurposeAdequacy "Ⅲ.2.リスク1" Choice (required) .material .label "リスクへの対策は十分か";
        AcquisitionImproperMeasures "Ⅲ.2.リスク2" Text (required) .material .label "リスクに対する措置の内容";
        AcquisitionImproperAdequacy "Ⅲ.2.リスク2" Choice (required) .material .label "リスクへの対策は十分か";
        AcquisitionIdentityMeasures "Ⅲ.2.リスク3" Text (required) .material;
        AcquisitionNumberMeasures "Ⅲ.2.リスク3" Text (required) .material;
        AcquisitionAccuracyMeasures "Ⅲ.2.リスク3" Text (required) .material;
        AcquisitionAccuracyOtherMeasures "Ⅲ.2.リスク3" Text (voluntary) .material .label "その他の措置の内容";
        AcquisitionAccuracyAdequacy "Ⅲ.2.リスク3" Choice (required) .material .label "リスクへの対策は十分か";
        AcquisitionLeakMeasures "Ⅲ.2.リスク4" Text (required) .material .label "リスクに対する措置の内容";
        AcquisitionLeakAdequacy "Ⅲ.2.リスク4" Choice (required) .material .label "リスクへの対策は十分か";
        AcquisitionOtherRisks "Ⅲ.2" Text (voluntary) .material .label "特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）におけるその他のリスク及びそのリスクに対する措置";

        LinkingAddresseeMeasures "Ⅲ.3.リスク1" Text (required) .material;
        LinkingSystemMeasures "Ⅲ.3.リスク1" Text (required) .material;
        LinkingOtherMeasures "Ⅲ.3.リスク1" Text (voluntary) .material .label "その他の措置の内容";
        LinkingAdequacy "Ⅲ.3.リスク1" Choice (required) .material .label "リスクへの対策は十分か";
        AuthenticationState "Ⅲ.3.リスク2" Choice (required) .material;
        AuthenticationDetail "Ⅲ.3.リスク2" Text (AuthenticationState is Conduct::Done) .material .label "具体的な管理方法";
        GrantState "Ⅲ.3.リスク2" Choice (required) .material;
        GrantDetail "Ⅲ.3.リスク2" Text (GrantState is Conduct::Done) .material .label "具体的な管理方法";
        AccessState "Ⅲ.3.リスク2" Choice (required) .material;
        AccessDetail "Ⅲ.3.リスク2" Text (AccessState is Conduct::Done) .material .label "具体的な管理方法";
        UseRecordState "Ⅲ.3.リスク2" Choice (required) .material;
        UseRecordDetail "Ⅲ.3.リスク2" Text (UseRecordState is Recording::Kept) .material .label "具体的な方法";
        UnauthorizedOtherMeasures "Ⅲ.3.リスク2" Text (voluntary) .material .label "その他の措置の内容";
        UnauthorizedAdequacy "Ⅲ.3.リスク2" Choice (required) .material .label "リスクへの対策は十分か";
        StaffMisuseMeasures "Ⅲ.3.リスク3" Text (required) .material .label "リスクに対する措置の内容";
        StaffMisuseAdequacy "Ⅲ.3.リスク3" Choice (required) .material .label "リスクへの対策は十分か";
        CopyMeasures "Ⅲ.3.リスク4" Text (required) .material .label "リスクに対する措置の内容";
        CopyAdequacy "Ⅲ.3.リスク4" Choice (required) .material .label "リスクへの対策は十分か";
        UseOtherRisks "Ⅲ.3" Text (voluntary) .material .label "特定個人情報の使用におけるその他のリスク及びそのリスクに対する措置";

        NoEntrustment "Ⅲ.4" CheckBox (voluntary) .material;
        EntrusteeSystemCheck "Ⅲ.4" Text (unless NoEntrustment) .material;
        RestrictionState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        RestrictionDetail "Ⅲ.4" Text (RestrictionState is Restriction::Restricted) .material .label "具体的な制限方法";
        HandlingRecordState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        HandlingRecordDetail "Ⅲ.4" Text (HandlingRecordState is Recording::Kept) .material .label "具体的な方法";
        EntrusteeProvisionState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        EntrusteeToOthersDetail "Ⅲ.4" Text (EntrusteeProvisionState is RuleState::LaidDown) .material;
        BetweenEntrusteeDetail "Ⅲ.4" Text (EntrusteeProvisionState is RuleState::LaidDown) .material;
        EntrusteeErasureState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        EntrusteeErasureDetail "Ⅲ.4" Text (EntrusteeErasureState is RuleState::LaidDown) .material .label "ルールの内容及びルール遵守の確認方法";
        ContractState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        ContractDetail "Ⅲ.4" Text (ContractState is RuleState::LaidDown) .material .label "規定の内容";
        ReEntrusteeState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        ReEntrusteeDetail "Ⅲ.4" Text (ReEntrusteeState other ReEntrusteeControl::NotReEntrusted) .material .label "具体的な方法";
        EntrustmentOtherMeasures "Ⅲ.4" Text (voluntary unless NoEntrustment) .material .label "その他の措置の内容";
        EntrustmentAdequacy "Ⅲ.4" Choice (unless NoEntrustment) .material .label "リスクへの対策は十分か";
        EntrustmentOtherRisks "Ⅲ.4" Text (voluntary unless NoEntrustment) .material .label "特定個人情報ファイルの取扱いの委託におけるその他のリスク及びそのリスクに対する措置";

        NoProvision "Ⅲ.5" CheckBox (voluntary) .material;
        ProvisionRecordState "Ⅲ.5.リスク1" Choice (unless NoProvision) .material;
        ProvisionRecordDetail "Ⅲ.5.リスク1" Text (ProvisionRecordState is Recording::Kept) .material .label "具体的な方法";
        ProvisionRuleState "Ⅲ.5.リスク1" Choice (unless NoProvision) .material;
        ProvisionRuleDetail "Ⅲ.5.リスク1" Text (ProvisionRuleState is RuleState::LaidDown) .material .label "ルールの内容及びルール遵守の確認方法";
        ProvisionOtherMeasures "Ⅲ.5.リスク1" Text (voluntary unless NoProvision) .material .label "その他の措置の内容";
        ProvisionAdequacy "Ⅲ.5.リスク1" Choice (unless NoProvision) .material .label "リスクへの対策は十分か";
        ProvisionImproperMeasures "Ⅲ.5.リスク2" Text (unless NoProvision) .material .label "リスクに対する措置の内容";
        ProvisionImproperAdequacy "Ⅲ.5.リスク2" Choice (unless NoProvision) .material .label "リスクへの対策は十分か";
        ProvisionMistakeMeasures "Ⅲ.5.リスク3" Text (unless NoProvision) .material .label "リスクに対する措置の内容";
        ProvisionMistakeAdequacy "Ⅲ.5.リスク3" Choice (unless NoProvision) .material .label "リスクへの対策は十分か";
        ProvisionOtherRisks "Ⅲ.5" Text (voluntary unless NoProvision) .material .label "特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）におけるその他のリスク及びそのリスクに対する措置";

        NoLinkageAcquisition "Ⅲ.6" CheckBox (voluntary) .material;
        NoLinkageProvision "Ⅲ.6" CheckBox (voluntary) .material;
        LinkageAcquisitionMeasures "Ⅲ.6.リスク1" Text (unless NoLinkageAcquisition) .material .label "リスクに対する措置の内容";
        LinkageAcquisitionAdequacy "Ⅲ.6.リスク1" Choice (unless NoLinkageAcquisition) .material .label "リスクへの対策は十分か";
        LinkageUnsafeMeasures "Ⅲ.6.リスク2" Text (unless NoLinkageAcquisition) .material .label "リスクに対する措置の内容";
        LinkageUnsafeAdequacy "Ⅲ.6.リスク2" Choice (unless NoLinkageAcquisition) .material .label "リスクへの対策は十分か";
        LinkageInaccurateMeasures "Ⅲ.6.リスク3" Text (unless NoLinkageAcquisition) .material .label "リスクに対する措置の内容";
        LinkageInaccurateAdequacy "Ⅲ.6.リスク3" Choice (unless NoLinkageAcquisition) .material .label "リスクへの対策は十分か";
        LinkageLeakMeasures "Ⅲ.6.リスク4" Text (unless NoLinkageAcquisition) .material .label "リスクに対する措置の内容";
        LinkageLeakAdequacy "Ⅲ.6.リスク4" Choice (unless NoLinkageAcquisition) .material .label "リスクへの対策は十分か";
        LinkageProvisionMeasures "Ⅲ.6.リスク5" Text (unless NoLinkageProvision) .material .label "リスクに対する措置の内容";
        LinkageProvisionAdequacy "Ⅲ.6.リスク5" Choice (unless NoLinkageProvision) .material .label "リスクへの対策は十分か";
        LinkageImproperMeasures "Ⅲ.6.リスク6" Text (unless NoLinkageProvision) .material .label "リスクに対する措置の内容";
        LinkageImproperAdequacy "Ⅲ.6.リスク6" Choice (unless NoLinkageProvision) .material .label "リスクへの対策は十分か";
        LinkageMistakeMeasures "Ⅲ.6.リスク7" Text (unless NoLinkageProvision) .material .label "リスクに対する措置の内容";
        LinkageMistakeAdequacy "Ⅲ.6.リスク7" Choice (unless NoLinkageProvision) .material .label "リスクへの対策は十分か";
        LinkageOtherRisks "Ⅲ.6" Text (voluntary) .material .label "情報提供ネットワークシステムとの接続に伴うその他のリスク及びそのリスクに対する措置";

        NiscState "Ⅲ.7.リスク1.①" Choice (required) .material;
        SafetyOrganization "Ⅲ.7.リスク1.②" Choice (required) .material;
        SafetyRegulation "Ⅲ.7.リスク1.③" Choice (required) .material;
        SafetyNotification "Ⅲ.7.リスク1.④" Choice (required) .material;
        PhysicalState "Ⅲ.7.リスク1.⑤" Choice (required) .material;
        PhysicalDetail "Ⅲ.7.リスク1.⑤" Text (required) .material .label "具体的な対策の内容";
        TechnicalState "Ⅲ.7.リスク1.⑥" Choice (required) .material;
        TechnicalDetail "Ⅲ.7.リスク1.⑥" Text (required) .material .label "具体的な対策の内容";
        BackupState "Ⅲ.7.リスク1.⑦" Choice (required) .material;
        AccidentProcedure "Ⅲ.7.リスク1.⑧" Choice (required) .material;
        IncidentInThreeYears "Ⅲ.7.リスク1.⑨" Choice (required) .label "過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか";
        IncidentContent "Ⅲ.7.リスク1.⑨" Text (IncidentInThreeYears is Occurrence::Occurred) .label "その内容";
        IncidentPrevention "Ⅲ.7.リスク1.⑨" Text (IncidentInThreeYears is Occurrence::Occurred) .label "再発防止策の内容";
        DeceasedState "Ⅲ.7.リスク1.⑩" Choice (required) .material;
        DeceasedDetail "Ⅲ.7.リスク1.⑩" Text (DeceasedState is Keeping::Kept) .material .label "具体的な保管方法";
        LeakageOtherMeasures "Ⅲ.7.リスク1" Text (voluntary) .material .label "その他の措置の内容";
        LeakageAdequacy "Ⅲ.7.リスク1" Choice (required) .material .label "リスクへの対策は十分か";
        OutdatedMeasures "Ⅲ.7.リスク2" Text (required) .material .label "リスクに対する措置の内容";
        OutdatedAdequacy "Ⅲ.7.リスク2" Choice (required) .material .label "リスクへの対策は十分か";
        ErasureProcedureState "Ⅲ.7.リスク3" Choice (required) .material;
        ErasureProcedureDetail "Ⅲ.7.リスク3" Text (ErasureProcedureState is RuleState::LaidDown) .material .label "手順の内容";
        UnerasedOtherMeasures "Ⅲ.7.リスク3" Text (voluntary) .material .label "その他の措置の内容";
        UnerasedAdequacy "Ⅲ.7.リスク3" Choice (required) .material .label "リスクへの対策は十分か";
        RetentionOtherRisks "Ⅲ.7" Text (voluntary) .material .label "特定個人情報の保管・消去におけるその他のリスク及びそのリスクに対する措置";
    }
    Once {
        SelfInspectionState "Ⅳ.1.①" Choice (required) .material;
        SelfInspectionDetail "Ⅳ.1.①" Text (required) .material .label "具体的なチェック方法";
        AuditState "Ⅳ.1.②" Choice (required) .material;
        AuditDetail "Ⅳ.1.②" Text (required) .material .label "具体的な内容";
        TrainingState "Ⅳ.2" Choice (required) .material;
        TrainingDetail "Ⅳ.2" Text (required) .material .label "具体的な方法";
        OtherMeasures "Ⅳ.3" Text (voluntary) .material;

        RequestTo "Ⅴ.1.①" Text (required);
        RequestMethod "Ⅴ.1.②" Text (required);
        RequestRemarks "Ⅴ.1.②" Text (voluntary) .label "特記事項";
        RequestFee "Ⅴ.1.③" Choice (required);
        RequestFeeDetail "Ⅴ.1.③" Text (RequestFee is Fee::Charged) .around "（手数料額、納付方法： " " ）";
        FileRegister "Ⅴ.1.④" Choice (required);
        FileRegisterName "Ⅴ.1.④" Text (FileRegister is Conduct::Done);
        FileRegisterPlace "Ⅴ.1.④" Text (FileRegister is Conduct::Done);
        SpecialProcedure "Ⅴ.1.⑤" Text (voluntary);
        FileRegisterOmission "Ⅴ.1.⑥" Text (voluntary);
        ContactTo "Ⅴ.2.①" Text (required);
        ContactHandling "Ⅴ.2.②" Text (required);

        BasicAssessmentDate "Ⅵ.1.①" Date (required) .label "実施日";
        ThresholdResult "Ⅵ.1.②" Choice (required);
        OpinionMethod "Ⅵ.2.①" Text (required) .label "方法";
        OpinionPeriod "Ⅵ.2.②" Date (required) .label "実施日・期間";
        OpinionShortening "Ⅵ.2.③" Text (voluntary);
        OpinionContent "Ⅵ.2.④" Text (required);
        OpinionReflection "Ⅵ.2.⑤" Text (required);
        ThirdPartyReviewDate "Ⅵ.3.①" Date (locals) .label "実施日";
        ReviewMethod "Ⅵ.3.②" Text (locals) .label "方法";
        ReviewResult "Ⅵ.3.③" Text (locals) .label "結果";
        CommissionSubmission "Ⅵ.4.①" Date (organs) .label "提出日";
        CommissionReview "Ⅵ.4.②" Text (organs) .label "特定個人情報保護委員会による審査" .until 2016 1;
        CommissionReview "Ⅵ.4.②" Text (organs) .since 2016 1;
    }
    Each {
        ChangeDate "別添3" Date (required);
        ChangedItem "別添3" Text (required);
        ChangeBefore "別添3" Text (voluntary);
        ChangeAfter "別添3" Text (voluntary);
        ChangeTiming "別添3" Choice (required);
        ChangeReason "別添3" Text (voluntary);
    }
};
