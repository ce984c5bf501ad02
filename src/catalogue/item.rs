//! The items of the forms, identified by what they ask.

use crate::value::code_list::read_from_string;
use crate::value::error::excerpt;
use crate::value::language::errors;

/// Declares the items. A row is `Variant = "label";`, the code is the name of the variant.
macro_rules! items {
    ($( $(#[$meta:meta])* $variant:ident = $label:literal; )+) => {
        /// An item of the forms: one thing that a form asks (項目), regardless of which form prints it and under which
        /// number.
        ///
        /// If two forms ask the same, they share the item: 委託先名 is ③ in 様式3 and ⑥ in 様式4. The rows of the
        /// [catalogue](crate::catalogue::rows) say where an item is printed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr)]
        #[strum(serialize_all = "snake_case")]
        pub enum Item {
            $(
                $(#[$meta])*
                #[doc = concat!("「", $label, "」.")]
                #[doc(alias = $label)]
                $variant,
            )+
        }

        impl Item {
            /// Every item, in the order of the forms.
            pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

            /// What the item asks, in unambiguous Japanese: 「委託先名」. The printed wording is in the row of each form.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $( Self::$variant => $label, )+
                }
            }
        }
    };
}

items! {
    // Cover (表紙).
    AssessmentNumber = "評価書番号";
    AssessmentTitle = "評価書名";
    Declaration = "個人のプライバシー等の権利利益の保護の宣言";
    CoverRemarks = "特記事項";
    AssessingBody = "評価実施機関名";
    PublicationDate = "公表日";
    CommissionApprovalDate = "個人情報保護委員会 承認日";
    // The affair (基本情報).
    AffairName = "事務の名称";
    AffairContent = "事務の内容";
    Population = "対象人数";
    PopulationAsOf = "対象人数（いつ時点の計数か）";
    Handlers = "取扱者数";
    HandlersAsOf = "取扱者数（いつ時点の計数か）";
    IncidentInOneYear = "重大事故（過去１年以内）";
    SystemName = "システムの名称";
    SystemFunctions = "システムの機能";
    SystemConnections = "他のシステムとの接続";
    SystemConnectionsOther = "他のシステムとの接続（その他）";
    FileNames = "特定個人情報ファイル名";
    FileNecessity = "事務実施上の必要性";
    FileBenefits = "実現が期待されるメリット";
    NumberUseBases = "個人番号の利用 法令上の根拠";
    LinkageState = "情報連携の実施の有無";
    LinkageBases = "情報連携の法令上の根拠";
    Department = "部署";
    DepartmentHead = "所属長の役職名";
    OtherBodies = "他の評価実施機関";
    ContentAnnex = "（別添）事務の内容";
    ContentAnnexRemarks = "（別添）事務の内容（備考）";
    #[strum(serialize = "rule_9_applied")]
    Rule9Applied = "規則第９条第２項の適用";
    #[strum(serialize = "rule_9_reason")]
    Rule9Reason = "適用した理由";
    // The file (特定個人情報ファイルの概要).
    SectionFileNames = "特定個人情報ファイル名（概要）";
    FileKind = "ファイルの種類";
    FileDataSubjects = "対象となる本人の数";
    FileScope = "対象となる本人の範囲";
    FileScopeReason = "対象となる本人の範囲 その必要性";
    RecordItemCount = "記録される項目";
    MainRecordItems = "主な記録項目";
    MainRecordItemsOther = "主な記録項目（その他）";
    MainRecordItemsReason = "主な記録項目 その妥当性";
    AllRecordItems = "全ての記録項目";
    HeldSince = "保有開始日";
    FileDepartment = "事務担当部署";
    // Acquisition and use (入手・使用).
    Sources = "入手元";
    SourceDepartments = "入手元（評価実施機関内の他部署）";
    SourceOrgans = "入手元（行政機関・独立行政法人等）";
    SourceGovernments = "入手元（地方公共団体・地方独立行政法人）";
    SourceCompanies = "入手元（民間事業者）";
    SourceOthers = "入手元（その他）";
    AcquisitionMethods = "入手方法";
    AcquisitionMethodsOther = "入手方法（その他）";
    AcquisitionTiming = "入手の時期・頻度";
    AcquisitionLegitimacy = "入手に係る妥当性";
    NoticeToPerson = "本人への明示";
    UsePurpose = "使用目的";
    UsePurposeChange = "変更の妥当性";
    UsingDepartments = "使用部署";
    Users = "使用者数";
    MannerOfUse = "使用方法";
    Matching = "情報の突合";
    Statistics = "情報の統計分析";
    Decisions = "権利利益に影響を与え得る決定";
    UsedSince = "使用開始日";
    // Entrustment (委託).
    EntrustmentState = "委託の有無";
    EntrustmentCount = "委託の件数";
    EntrustmentMatter = "委託事項";
    EntrustmentContent = "委託内容";
    EntrustedScope = "取扱いを委託する特定個人情報ファイルの範囲";
    EntrustedDataSubjects = "委託 対象となる本人の数";
    EntrustedSubjects = "委託 対象となる本人の範囲";
    EntrustedReason = "委託 その妥当性";
    EntrusteeHandlers = "委託先における取扱者数";
    DeliveryMethods = "委託先への特定個人情報ファイルの提供方法";
    DeliveryMethodsOther = "委託先への特定個人情報ファイルの提供方法（その他）";
    EntrusteeDisclosure = "委託先名の確認方法";
    Entrustee = "委託先名";
    ReEntrustmentState = "再委託の有無";
    ReEntrustmentPermission = "再委託の許諾方法";
    ReEntrustmentMatter = "再委託事項";
    // Provision and transfer (提供・移転).
    ProvisionMade = "提供を行っている";
    ProvisionCount = "提供の件数";
    TransferMade = "移転を行っている";
    TransferCount = "移転の件数";
    NeitherMade = "提供・移転を行っていない";
    ProvisionRecipient = "提供先";
    ProvisionBases = "提供 法令上の根拠";
    ProvisionUses = "提供先における用途";
    ProvisionInformation = "提供する情報";
    ProvisionDataSubjects = "提供する情報の対象となる本人の数";
    ProvisionScope = "提供する情報の対象となる本人の範囲";
    ProvisionMethods = "提供方法";
    ProvisionMethodsOther = "提供方法（その他）";
    ProvisionTiming = "提供 時期・頻度";
    TransferRecipient = "移転先";
    TransferBases = "移転 法令上の根拠";
    TransferUses = "移転先における用途";
    TransferInformation = "移転する情報";
    TransferDataSubjects = "移転する情報の対象となる本人の数";
    TransferScope = "移転する情報の対象となる本人の範囲";
    TransferMethods = "移転方法";
    TransferMethodsOther = "移転方法（その他）";
    TransferTiming = "移転 時期・頻度";
    // Retention and erasure (保管・消去).
    StoragePlace = "保管場所";
    RetentionPeriod = "保管期間";
    RetentionReason = "保管期間 その妥当性";
    Erasure = "消去方法";
    FileRemarks = "備考";
    RecordItems = "（別添）特定個人情報ファイル記録項目";
    // Risks of acquisition (リスク対策 入手).
    RiskFileNames = "特定個人情報ファイル名（リスク対策）";
    AcquisitionPurposeMeasures = "目的外の入手 リスクに対する措置の内容";
    AcquisitionOthersMeasures = "対象者以外の情報の入手を防止するための措置の内容";
    AcquisitionUnneededMeasures = "必要な情報以外を入手することを防止するための措置の内容";
    AcquisitionPurposeOtherMeasures = "目的外の入手 その他の措置の内容";
    AcquisitionPurposeAdequacy = "目的外の入手 リスクへの対策は十分か";
    AcquisitionImproperMeasures = "不適切な方法による入手 リスクに対する措置の内容";
    AcquisitionImproperAdequacy = "不適切な方法による入手 リスクへの対策は十分か";
    AcquisitionIdentityMeasures = "入手の際の本人確認の措置の内容";
    AcquisitionNumberMeasures = "個人番号の真正性確認の措置の内容";
    AcquisitionAccuracyMeasures = "特定個人情報の正確性確保の措置の内容";
    AcquisitionAccuracyOtherMeasures = "不正確な入手 その他の措置の内容";
    AcquisitionAccuracyAdequacy = "不正確な入手 リスクへの対策は十分か";
    AcquisitionLeakMeasures = "入手の際の漏えい・紛失 リスクに対する措置の内容";
    AcquisitionLeakAdequacy = "入手の際の漏えい・紛失 リスクへの対策は十分か";
    AcquisitionOtherRisks = "入手におけるその他のリスク及びそのリスクに対する措置";
    // Risks of use (使用).
    LinkingMeasures = "目的を超えた紐付け リスクに対する措置の内容";
    LinkingAddresseeMeasures = "宛名システム等における措置の内容";
    LinkingSystemMeasures = "事務で使用するその他のシステムにおける措置の内容";
    LinkingOtherMeasures = "目的を超えた紐付け その他の措置の内容";
    LinkingAdequacy = "目的を超えた紐付け リスクへの対策は十分か";
    AuthenticationState = "ユーザ認証の管理";
    AuthenticationDetail = "ユーザ認証の管理 具体的な管理方法";
    GrantState = "アクセス権限の発効・失効の管理";
    GrantDetail = "アクセス権限の発効・失効の管理 具体的な管理方法";
    AccessState = "アクセス権限の管理";
    AccessDetail = "アクセス権限の管理 具体的な管理方法";
    UseRecordState = "特定個人情報の使用の記録";
    UseRecordDetail = "特定個人情報の使用の記録 具体的な方法";
    UnauthorizedOtherMeasures = "権限のない者による使用 その他の措置の内容";
    UnauthorizedAdequacy = "権限のない者による使用 リスクへの対策は十分か";
    StaffMisuseMeasures = "従業者の事務外使用 リスクに対する措置の内容";
    StaffMisuseAdequacy = "従業者の事務外使用 リスクへの対策は十分か";
    CopyMeasures = "不正な複製 リスクに対する措置の内容";
    CopyAdequacy = "不正な複製 リスクへの対策は十分か";
    UseOtherRisks = "使用におけるその他のリスク及びそのリスクに対する措置";
    // Risks of entrustment (委託).
    NoEntrustment = "委託しない";
    EntrusteeSystemCheck = "情報保護管理体制の確認";
    RestrictionState = "特定個人情報ファイルの閲覧者・更新者の制限";
    RestrictionDetail = "閲覧者・更新者の制限 具体的な制限方法";
    HandlingRecordState = "特定個人情報ファイルの取扱いの記録";
    HandlingRecordDetail = "特定個人情報ファイルの取扱いの記録 具体的な方法";
    EntrusteeProvisionState = "特定個人情報の提供ルール";
    EntrusteeToOthersDetail = "委託先から他者への提供に関するルールの内容及びルール遵守の確認方法";
    BetweenEntrusteeDetail = "委託元と委託先間の提供に関するルールの内容及びルール遵守の確認方法";
    EntrusteeErasureState = "特定個人情報の消去ルール";
    EntrusteeErasureDetail = "特定個人情報の消去ルール ルールの内容及びルール遵守の確認方法";
    ContractState = "委託契約書中の特定個人情報ファイルの取扱いに関する規定";
    ContractDetail = "委託契約書中の規定 規定の内容";
    ReEntrusteeState = "再委託先による特定個人情報ファイルの適切な取扱いの確保";
    ReEntrusteeDetail = "再委託先による適切な取扱いの確保 具体的な方法";
    EntrustmentOtherMeasures = "委託 その他の措置の内容";
    EntrustmentAdequacy = "委託先における不正な使用等 リスクへの対策は十分か";
    EntrustmentOtherRisks = "委託におけるその他のリスク及びそのリスクに対する措置";
    // Risks of provision (提供・移転).
    NoProvision = "提供・移転しない";
    ProvisionRecordState = "特定個人情報の提供・移転の記録";
    ProvisionRecordDetail = "特定個人情報の提供・移転の記録 具体的な方法";
    ProvisionRuleState = "特定個人情報の提供・移転に関するルール";
    ProvisionRuleDetail = "提供・移転に関するルール ルールの内容及びルール遵守の確認方法";
    ProvisionOtherMeasures = "不正な提供・移転 その他の措置の内容";
    ProvisionAdequacy = "不正な提供・移転 リスクへの対策は十分か";
    ProvisionImproperMeasures = "不適切な方法による提供・移転 リスクに対する措置の内容";
    ProvisionImproperAdequacy = "不適切な方法による提供・移転 リスクへの対策は十分か";
    ProvisionMistakeMeasures = "誤った提供・移転 リスクに対する措置の内容";
    ProvisionMistakeAdequacy = "誤った提供・移転 リスクへの対策は十分か";
    ProvisionOtherRisks = "提供・移転におけるその他のリスク及びそのリスクに対する措置";
    // Risks of the Information Providing Network System (情報提供ネットワークシステムとの接続).
    NoLinkageAcquisition = "接続しない（入手）";
    NoLinkageProvision = "接続しない（提供）";
    LinkageAcquisitionMeasures = "接続 目的外の入手 リスクに対する措置の内容";
    LinkageAcquisitionAdequacy = "接続 目的外の入手 リスクへの対策は十分か";
    LinkageUnsafeMeasures = "接続 安全が保たれない方法による入手 リスクに対する措置の内容";
    LinkageUnsafeAdequacy = "接続 安全が保たれない方法による入手 リスクへの対策は十分か";
    LinkageInaccurateMeasures = "接続 不正確な入手 リスクに対する措置の内容";
    LinkageInaccurateAdequacy = "接続 不正確な入手 リスクへの対策は十分か";
    LinkageLeakMeasures = "接続 入手の際の漏えい・紛失 リスクに対する措置の内容";
    LinkageLeakAdequacy = "接続 入手の際の漏えい・紛失 リスクへの対策は十分か";
    LinkageProvisionMeasures = "接続 不正な提供 リスクに対する措置の内容";
    LinkageProvisionAdequacy = "接続 不正な提供 リスクへの対策は十分か";
    LinkageImproperMeasures = "接続 不適切な方法による提供 リスクに対する措置の内容";
    LinkageImproperAdequacy = "接続 不適切な方法による提供 リスクへの対策は十分か";
    LinkageMistakeMeasures = "接続 誤った提供 リスクに対する措置の内容";
    LinkageMistakeAdequacy = "接続 誤った提供 リスクへの対策は十分か";
    LinkageOtherRisks = "接続に伴うその他のリスク及びそのリスクに対する措置";
    // Risks of retention (保管・消去).
    NiscState = "NISC政府機関統一基準群";
    SafetyOrganization = "安全管理体制";
    SafetyRegulation = "安全管理規程";
    SafetyNotification = "安全管理体制・規程の職員への周知";
    PhysicalState = "物理的対策";
    PhysicalDetail = "物理的対策 具体的な対策の内容";
    TechnicalState = "技術的対策";
    TechnicalDetail = "技術的対策 具体的な対策の内容";
    BackupState = "バックアップ";
    AccidentProcedure = "事故発生時手順の策定・周知";
    IncidentInThreeYears = "重大事故（過去３年以内）";
    IncidentContent = "重大事故 その内容";
    IncidentPrevention = "重大事故 再発防止策の内容";
    DeceasedState = "死者の個人番号";
    DeceasedDetail = "死者の個人番号 具体的な保管方法";
    LeakageOtherMeasures = "漏えい・滅失・毀損 その他の措置の内容";
    LeakageAdequacy = "漏えい・滅失・毀損 リスクへの対策は十分か";
    OutdatedMeasures = "古い情報の保管 リスクに対する措置の内容";
    OutdatedAdequacy = "古い情報の保管 リスクへの対策は十分か";
    ErasureProcedureState = "消去手順";
    ErasureProcedureDetail = "消去手順 手順の内容";
    UnerasedOtherMeasures = "消去されずに存在 その他の措置の内容";
    UnerasedAdequacy = "消去されずに存在 リスクへの対策は十分か";
    RetentionOtherRisks = "保管・消去におけるその他のリスク及びそのリスクに対する措置";
    // Other risk measures (その他のリスク対策).
    ManualWorkNone = "人手を介在させる作業はない";
    ManualWorkAdequacy = "人為的ミスが発生するリスクへの対策は十分か";
    ManualWorkGrounds = "人手を介在させる作業 判断の根拠";
    Audits = "監査 実施の有無";
    SelfInspectionState = "自己点検";
    SelfInspectionDetail = "自己点検 具体的なチェック方法";
    AuditState = "監査";
    AuditDetail = "監査 具体的な内容";
    TrainingState = "従業者に対する教育・啓発";
    TrainingDetail = "従業者に対する教育・啓発 具体的な方法";
    OtherMeasures = "その他のリスク対策";
    PriorityElsewhere = "全項目評価又は重点項目評価を実施する";
    PriorityMeasure = "最も優先度が高いと考えられる対策";
    PriorityAdequacy = "当該対策は十分か【再掲】";
    PriorityGrounds = "最も優先度が高いと考えられる対策 判断の根拠";
    // Requests and contacts (開示請求、問合せ).
    RequestTo = "請求先";
    RequestMethod = "請求方法";
    RequestRemarks = "請求方法 特記事項";
    RequestFee = "手数料等";
    RequestFeeDetail = "手数料額、納付方法";
    FileRegister = "個人情報ファイル簿の公表";
    FileRegisterName = "個人情報ファイル名";
    FileRegisterPlace = "公表場所";
    SpecialProcedure = "法令による特別の手続";
    FileRegisterOmission = "個人情報ファイル簿への不記載等";
    ContactTo = "連絡先";
    ContactHandling = "対応方法";
    // Procedure (評価実施手続).
    SubmittedForms = "提出する特定個人情報保護評価書の種類";
    BasicAssessmentDate = "基礎項目評価 実施日";
    ThresholdResult = "しきい値判断結果";
    OpinionMethod = "意見の聴取 方法";
    OpinionPeriod = "意見の聴取 実施日・期間";
    OpinionShortening = "期間を短縮する特段の理由";
    OpinionContent = "主な意見の内容";
    OpinionReflection = "評価書への反映";
    ThirdPartyReviewDate = "第三者点検 実施日";
    ReviewMethod = "第三者点検 方法";
    ReviewResult = "第三者点検 結果";
    CommissionSubmission = "委員会の承認 提出日";
    CommissionReview = "個人情報保護委員会による審査";
    // The change table (変更箇所).
    ChangeDate = "変更日";
    ChangedItem = "項目";
    ChangeBefore = "変更前の記載";
    ChangeAfter = "変更後の記載";
    ChangeTiming = "提出時期";
    ChangeReason = "提出時期に係る説明";
}

impl Item {
    /// The stable ASCII code: what `Display` prints, `FromStr` reads and serde stores.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether the item is a fact of the threshold determination. 様式3 and 様式4 do not print such items, but the
    /// determination needs them.
    pub(crate) const fn is_fact(self) -> bool {
        matches!(self, Self::PopulationAsOf | Self::Handlers | Self::HandlersAsOf | Self::IncidentInOneYear)
    }
}

impl core::fmt::Display for Item {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.code())
    }
}

errors! {
    /// A string that is not the code of an item (項目のコードの誤り).
    #[error("unknown item \"{seen}\": expected a code such as entrustee or population")]
    #[ja("「{seen}」という項目はない。entrustee、population などのコードを書く")]
    #[non_exhaustive]
    pub struct UnknownItem {
        /// What was seen.
        pub seen: alloc::string::String,
    }
}

impl core::str::FromStr for Item {
    type Err = UnknownItem;

    fn from_str(code: &str) -> Result<Self, UnknownItem> {
        let found = Self::ALL.iter().copied().find(|item| item.code() == code);
        found.ok_or_else(|| UnknownItem { seen: excerpt(code) })
    }
}

impl serde::Serialize for Item {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

read_from_string!(Item, "the code of an item", "項目のコード");
