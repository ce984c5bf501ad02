//! 様式2 基礎項目評価書, item by item.
//!
//! Read from the assessment of 熊谷市 (国民健康保険, 令和6年10月 様式2) and its change table. The change table shows that Ⅳ was added
//! in 平成31年1月 and Ⅳ8 in 令和6年10月. It is not confirmed that Ⅰ9 and Ⅳ11 were also added in 令和6年10月. The form has no ※.

use super::Row;
use super::row::table;
use crate::value::choice::LinkageState;
use crate::value::source::{Certainty, Source};

const FORM: Source = Source {
    citation: "様式2",
    citation_certainty: Certainty::Confirmed,
    certainty: Certainty::Confirmed,
    evidence: "熊谷市 国民健康保険 基礎項目評価書",
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
        AffairContent "Ⅰ.1.②" Text (required) .label "事務の概要";
    }
    Each {
        SystemName "Ⅰ.1.③" Text (required);
        FileNames "Ⅰ.2" Text (required);
    }
    Once {
        NumberUseBases "Ⅰ.3" Text (required) .label "法令上の根拠";
        LinkageState "Ⅰ.4.①" Choice (required) .label "実施の有無";
        LinkageBases "Ⅰ.4.②" Text (LinkageState is LinkageState::Implemented) .label "法令上の根拠";
        Department "Ⅰ.5.①" Text (required);
        DepartmentHead "Ⅰ.5.②" Text (required) .label "所属長" .until 2018 5;
        DepartmentHead "Ⅰ.5.②" Text (required) .since 2018 5;
        OtherBodies "Ⅰ.6" Text (voluntary);
        RequestTo "Ⅰ.7" Text (required);
        ContactTo "Ⅰ.8" Text (required);
        Rule9Applied "Ⅰ.9" CheckBox (voluntary) .label "適用した" .since 2024 10;
        Rule9Reason "Ⅰ.9" Text (Rule9Applied ticked) .since 2024 10;

        Population "Ⅱ.1" Band (required) .label "評価対象の事務の対象人数は何人か";
        PopulationAsOf "Ⅱ.1" Date (required) .label "いつ時点の計数か" .around "" "時点";
        Handlers "Ⅱ.2" Band (required) .label "特定個人情報ファイル取扱者数は500人以上か";
        HandlersAsOf "Ⅱ.2" Date (required) .label "いつ時点の計数か" .around "" "時点";
        IncidentInOneYear "Ⅱ.3" Choice (required) .label "過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか";
        ThresholdResult "Ⅲ" Choice (required);

        SubmittedForms "Ⅳ.1" Choice (required) .since 2019 1;
        AcquisitionPurposeAdequacy "Ⅳ.2" Choice (required) .label "目的外の入手が行われるリスクへの対策は十分か" .since 2019 1;
        LinkingAdequacy "Ⅳ.3" Choice (required) .label "目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策は十分か" .since 2019 1;
        UnauthorizedAdequacy "Ⅳ.3" Choice (required) .label "権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスクへの対策は十分か" .since 2019 1;
        NoEntrustment "Ⅳ.4" CheckBox (voluntary) .since 2019 1;
        EntrustmentAdequacy "Ⅳ.4" Choice (unless NoEntrustment) .label "委託先における不正な使用等のリスクへの対策は十分か" .since 2019 1;
        NoProvision "Ⅳ.5" CheckBox (voluntary) .since 2019 1;
        ProvisionAdequacy "Ⅳ.5" Choice (unless NoProvision) .label "不正な提供・移転が行われるリスクへの対策は十分か" .since 2019 1;
        NoLinkageAcquisition "Ⅳ.6" CheckBox (voluntary) .since 2019 1;
        NoLinkageProvision "Ⅳ.6" CheckBox (voluntary) .since 2019 1;
        LinkageAcquisitionAdequacy "Ⅳ.6" Choice (unless NoLinkageAcquisition) .label "目的外の入手が行われるリスクへの対策は十分か" .since 2019 1;
        LinkageProvisionAdequacy "Ⅳ.6" Choice (unless NoLinkageProvision) .label "不正な提供が行われるリスクへの対策は十分か" .since 2019 1;
        LeakageAdequacy "Ⅳ.7" Choice (required) .label "特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か" .since 2019 1;
        ManualWorkNone "Ⅳ.8" CheckBox (voluntary) .since 2024 10;
        ManualWorkAdequacy "Ⅳ.8" Choice (unless ManualWorkNone) .since 2024 10;
        ManualWorkGrounds "Ⅳ.8" Text (unless ManualWorkNone) .label "判断の根拠" .since 2024 10;
        Audits "Ⅳ.9" CheckBoxes (required) .label "実施の有無" .since 2019 1;
        TrainingState "Ⅳ.10" Choice (required) .since 2019 1;
        PriorityElsewhere "Ⅳ.11" CheckBox (voluntary) .since 2024 10;
        PriorityMeasure "Ⅳ.11" Choice (unless PriorityElsewhere) .since 2024 10;
        PriorityAdequacy "Ⅳ.11" Choice (unless PriorityElsewhere) .since 2024 10;
        PriorityGrounds "Ⅳ.11" Text (unless PriorityElsewhere) .label "判断の根拠" .since 2024 10;
    }
    Each {
        ChangeDate "変更箇所" Date (required);
        ChangedItem "変更箇所" Text (required);
        ChangeBefore "変更箇所" Text (voluntary);
        ChangeAfter "変更箇所" Text (voluntary);
        ChangeTiming "変更箇所" Choice (required);
        ChangeReason "変更箇所" Text (voluntary);
    }
};
