//! 様式3 重点項目評価書, item by item.
//!
//! Read from the assessments of 川口市 (後期高齢者医療, 令和6年10月 様式3) and 松戸市 (後期高齢者医療), which print the same items. The ※ are as
//! printed there.

use super::Row;
use super::row::table;
use crate::value::choice::{
    AcquisitionMethod, Conduct, Connection, EntrustmentState, InformationSource, LinkageState, ProvisionMethod,
    ReEntrusteeControl, ReEntrustmentState, RecordItem, RuleState, TransferMethod,
};
use crate::value::incident::Occurrence;
use crate::value::source::{Certainty, Source};

const FORM: Source = Source {
    citation: "様式3",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Confirmed,
    evidence: "川口市 後期高齢者医療 重点項目評価書、松戸市 後期高齢者医療 重点項目評価書",
};

pub(super) const ROWS: &[Row] = table! { FORM;
    Once {
        AssessmentNumber "表紙" Text (required);
        AssessmentTitle "表紙" Text (required);
        Declaration "表紙" Text (required);
        CoverRemarks "表紙" Text (voluntary);
        AssessingBody "表紙" Text (required);
        PublicationDate "表紙" Date (required);

        AffairName "Ⅰ.1.①" Text (required);
        AffairContent "Ⅰ.1.②" Text (required);
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
        NumberUseBases "Ⅰ.4" Text (required) .material .label "法令上の根拠";
        LinkageState "Ⅰ.5.①" Choice (required) .material .label "実施の有無";
        LinkageBases "Ⅰ.5.②" Text (LinkageState is LinkageState::Implemented) .material .label "法令上の根拠";
        Department "Ⅰ.6.①" Text (required);
        DepartmentHead "Ⅰ.6.②" Text (required) .label "所属長" .until 2018 5;
        DepartmentHead "Ⅰ.6.②" Text (required) .since 2018 5;
        OtherBodies "Ⅰ.7" Text (voluntary);
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
        UsePurpose "Ⅱ.3.③" Text (required) .material;
        UsingDepartments "Ⅱ.3.④" Text (required);
        Users "Ⅱ.3.④" Band (required);
        MannerOfUse "Ⅱ.3.⑤" Text (required);
        Matching "Ⅱ.3.⑤" Text (required);
        UsedSince "Ⅱ.3.⑥" Date (required);

        EntrustmentState "Ⅱ.4" Choice (required) .material;
        EntrustmentCount "Ⅱ.4" Number (EntrustmentState is EntrustmentState::Entrusted) .label "件数";
        EntrustmentMatter "Ⅱ.4.委託事項" Text (required);
        EntrustmentContent "Ⅱ.4.委託事項.①" Text (required);
        EntrusteeHandlers "Ⅱ.4.委託事項.②" Band (required);
        Entrustee "Ⅱ.4.委託事項.③" Text (required);
        ReEntrustmentState "Ⅱ.4.委託事項.④" Choice (required) .material;
        ReEntrustmentPermission "Ⅱ.4.委託事項.⑤" Text (ReEntrustmentState is ReEntrustmentState::ReEntrusted);
        ReEntrustmentMatter "Ⅱ.4.委託事項.⑥" Text (ReEntrustmentState is ReEntrustmentState::ReEntrusted);

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

        StoragePlace "Ⅱ.6" Text (required) .material;
        FileRemarks "Ⅱ.7" Text (voluntary);
        RecordItems "別添1" Text (required) .label "特定個人情報ファイル記録項目";

        RiskFileNames "Ⅲ.1" Text (required) .material .label "特定個人情報ファイル名";
        AcquisitionPurposeMeasures "Ⅲ.2" Text (required) .material .label "リスクに対する措置の内容";
        AcquisitionPurposeAdequacy "Ⅲ.2" Choice (required) .material .label "リスクへの対策は十分か";
        AcquisitionOtherRisks "Ⅲ.2" Text (voluntary) .material .label "特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）におけるその他のリスク及びそのリスクに対する措置";
        LinkingMeasures "Ⅲ.3.リスク1" Text (required) .material .label "リスクに対する措置の内容";
        LinkingAdequacy "Ⅲ.3.リスク1" Choice (required) .material .label "リスクへの対策は十分か";
        AuthenticationState "Ⅲ.3.リスク2" Choice (required) .material;
        AuthenticationDetail "Ⅲ.3.リスク2" Text (AuthenticationState is Conduct::Done) .material .label "具体的な管理方法";
        UnauthorizedOtherMeasures "Ⅲ.3.リスク2" Text (voluntary) .material .label "その他の措置の内容";
        UnauthorizedAdequacy "Ⅲ.3.リスク2" Choice (required) .material .label "リスクへの対策は十分か";
        UseOtherRisks "Ⅲ.3" Text (voluntary) .material .label "特定個人情報の使用におけるその他のリスク及びそのリスクに対する措置";
        NoEntrustment "Ⅲ.4" CheckBox (voluntary) .material;
        ContractState "Ⅲ.4" Choice (unless NoEntrustment) .material;
        ContractDetail "Ⅲ.4" Text (ContractState is RuleState::LaidDown) .material .label "規定の内容";
        ReEntrusteeState "Ⅲ.4" Choice (unless NoEntrustment) .material .label "再委託先による特定個人情報ファイルの適切な取扱いの担保";
        ReEntrusteeDetail "Ⅲ.4" Text (ReEntrusteeState other ReEntrusteeControl::NotReEntrusted) .material .label "具体的な方法";
        EntrustmentOtherMeasures "Ⅲ.4" Text (voluntary unless NoEntrustment) .material .label "その他の措置の内容";
        EntrustmentAdequacy "Ⅲ.4" Choice (unless NoEntrustment) .material .label "リスクへの対策は十分か";
        EntrustmentOtherRisks "Ⅲ.4" Text (voluntary unless NoEntrustment) .material .label "特定個人情報ファイルの取扱いの委託におけるその他のリスク及びそのリスクに対する措置";
        NoProvision "Ⅲ.5" CheckBox (voluntary) .material;
        ProvisionRuleState "Ⅲ.5" Choice (unless NoProvision) .material;
        ProvisionRuleDetail "Ⅲ.5" Text (ProvisionRuleState is RuleState::LaidDown) .material .label "ルールの内容及びルール遵守の確認方法";
        ProvisionOtherMeasures "Ⅲ.5" Text (voluntary unless NoProvision) .material .label "その他の措置の内容";
        ProvisionAdequacy "Ⅲ.5" Choice (unless NoProvision) .material .label "リスクへの対策は十分か";
        ProvisionOtherRisks "Ⅲ.5" Text (voluntary unless NoProvision) .material .label "特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）におけるその他のリスク及びそのリスクに対する措置";
        NoLinkageAcquisition "Ⅲ.6" CheckBox (voluntary) .material;
        NoLinkageProvision "Ⅲ.6" CheckBox (voluntary) .material;
        LinkageAcquisitionMeasures "Ⅲ.6.リスク1" Text (unless NoLinkageAcquisition) .material .label "リスクに対する措置の内容";
        LinkageAcquisitionAdequacy "Ⅲ.6.リスク1" Choice (unless NoLinkageAcquisition) .material .label "リスクへの対策は十分か";
        LinkageProvisionMeasures "Ⅲ.6.リスク2" Text (unless NoLinkageProvision) .material .label "リスクに対する措置の内容";
        LinkageProvisionAdequacy "Ⅲ.6.リスク2" Choice (unless NoLinkageProvision) .material .label "リスクへの対策は十分か";
        LinkageOtherRisks "Ⅲ.6" Text (voluntary) .material .label "情報提供ネットワークシステムとの接続に伴うその他のリスク及びそのリスクに対する措置";
        AccidentProcedure "Ⅲ.7.①" Choice (required) .material;
        IncidentInThreeYears "Ⅲ.7.②" Choice (required) .label "過去３年以内に、評価実施機関において、個人情報に関する重大事故が発生したか";
        IncidentContent "Ⅲ.7.②" Text (IncidentInThreeYears is Occurrence::Occurred) .label "その内容";
        IncidentPrevention "Ⅲ.7.②" Text (IncidentInThreeYears is Occurrence::Occurred) .label "再発防止策の内容";
        LeakageOtherMeasures "Ⅲ.7" Text (voluntary) .material .label "その他の措置の内容";
        LeakageAdequacy "Ⅲ.7" Choice (required) .material .label "リスクへの対策は十分か";
        RetentionOtherRisks "Ⅲ.7" Text (voluntary) .material .label "特定個人情報の保管・消去におけるその他のリスク及びそのリスクに対する措置";
        Audits "Ⅲ.8" CheckBoxes (required) .material .label "実施の有無";
        TrainingState "Ⅲ.9" Choice (required) .material;
        TrainingDetail "Ⅲ.9" Text (required) .material .label "具体的な方法";
        OtherMeasures "Ⅲ.10" Text (voluntary) .material;
    }
    Once {
        RequestTo "Ⅳ.1.①" Text (required);
        RequestMethod "Ⅳ.1.②" Text (required);
        SpecialProcedure "Ⅳ.1.③" Text (voluntary);
        FileRegisterOmission "Ⅳ.1.④" Text (voluntary);
        ContactTo "Ⅳ.2.①" Text (required);
        ContactHandling "Ⅳ.2.②" Text (required);

        BasicAssessmentDate "Ⅴ.1.①" Date (required) .label "実施日";
        ThresholdResult "Ⅴ.1.②" Choice (required);
        OpinionMethod "Ⅴ.2.①" Text (voluntary) .label "方法";
        OpinionPeriod "Ⅴ.2.②" Date (voluntary) .label "実施日・期間";
        OpinionContent "Ⅴ.2.③" Text (voluntary);
        ThirdPartyReviewDate "Ⅴ.3.①" Date (voluntary) .label "実施日";
        ReviewMethod "Ⅴ.3.②" Text (voluntary) .label "方法";
        ReviewResult "Ⅴ.3.③" Text (voluntary) .label "結果";
    }
    Each {
        ChangeDate "別添2" Date (required);
        ChangedItem "別添2" Text (required);
        ChangeBefore "別添2" Text (voluntary);
        ChangeAfter "別添2" Text (voluntary);
        ChangeTiming "別添2" Choice (required);
        ChangeReason "別添2" Text (voluntary);
    }
};
