//! The items of the forms, identified by what they ask.

use crate::value::code_list::code_list;

code_list! {
    /// An item of the forms: one thing that a form asks (項目), regardless of which form prints it and under which number.
    ///
    /// If two forms ask the same, they share the item: 委託先名 is ③ in 様式3 and ⑥ in 様式4. The rows of the
    /// [catalogue](crate::catalogue::rows) say where an item is printed, and how: the label of an item is unambiguous, that
    /// of a row is what the form prints.
    pub enum Item ("item", "項目") {
        // Cover (表紙).
        AssessmentNumber = "assessment_number", "評価書番号" / "Assessment number";
        AssessmentTitle = "assessment_title", "評価書名" / "Title of the assessment";
        Declaration = "declaration", "個人のプライバシー等の権利利益の保護の宣言" / "Declaration on the protection of privacy and other rights and interests of individuals";
        CoverRemarks = "cover_remarks", "特記事項" / "Remarks";
        AssessingBody = "assessing_body", "評価実施機関名" / "Name of the assessing body";
        PublicationDate = "publication_date", "公表日" / "Day of publication";
        CommissionApprovalDate = "commission_approval_date", "個人情報保護委員会 承認日" / "Day of approval by the Personal Information Protection Commission";
        // The affair (基本情報).
        AffairName = "affair_name", "事務の名称" / "Name of the affair";
        AffairContent = "affair_content", "事務の内容" / "Content of the affair";
        Population = "population", "対象人数" / "Population";
        PopulationAsOf = "population_as_of", "対象人数（いつ時点の計数か）" / "Population (as of which day)";
        Handlers = "handlers", "取扱者数" / "Handlers";
        HandlersAsOf = "handlers_as_of", "取扱者数（いつ時点の計数か）" / "Handlers (as of which day)";
        IncidentInOneYear = "incident_in_one_year", "重大事故（過去１年以内）" / "Serious incident (within the past year)";
        SystemName = "system_name", "システムの名称" / "Name of the system";
        SystemFunctions = "system_functions", "システムの機能" / "Functions of the system";
        SystemConnections = "system_connections", "他のシステムとの接続" / "Connection to other systems";
        SystemConnectionsOther = "system_connections_other", "他のシステムとの接続（その他）" / "Connection to other systems (others)";
        FileNames = "file_names", "特定個人情報ファイル名" / "Names of the specific personal information files";
        FileNecessity = "file_necessity", "事務実施上の必要性" / "Necessity for carrying out the affair";
        FileBenefits = "file_benefits", "実現が期待されるメリット" / "Expected benefits";
        NumberUseBases = "number_use_bases", "個人番号の利用 法令上の根拠" / "Statutory basis of the use of the Individual Number";
        LinkageState = "linkage_state", "情報連携の実施の有無" / "Whether information linkage is used";
        LinkageBases = "linkage_bases", "情報連携の法令上の根拠" / "Statutory basis of information linkage";
        Department = "department", "部署" / "Department";
        DepartmentHead = "department_head", "所属長の役職名" / "Position of the head of the department";
        OtherBodies = "other_bodies", "他の評価実施機関" / "Other assessing bodies";
        ContentAnnex = "content_annex", "（別添）事務の内容" / "(Annex) Content of the affair";
        ContentAnnexRemarks = "content_annex_remarks", "（別添）事務の内容（備考）" / "(Annex) Content of the affair (notes)";
        Rule9Applied = "rule_9_applied", "規則第９条第２項の適用" / "Application of Article 9(2) of the Rules";
        Rule9Reason = "rule_9_reason", "適用した理由" / "Reason for the application";
        // The file (特定個人情報ファイルの概要).
        SectionFileNames = "section_file_names", "特定個人情報ファイル名（概要）" / "Names of the specific personal information files (outline)";
        FileKind = "file_kind", "ファイルの種類" / "Kind of file";
        FileDataSubjects = "file_data_subjects", "対象となる本人の数" / "Number of data subjects";
        FileScope = "file_scope", "対象となる本人の範囲" / "Scope of data subjects";
        FileScopeReason = "file_scope_reason", "対象となる本人の範囲 その必要性" / "Scope of data subjects: why it is necessary";
        RecordItemCount = "record_item_count", "記録される項目" / "Recorded items";
        MainRecordItems = "main_record_items", "主な記録項目" / "Main recorded items";
        MainRecordItemsOther = "main_record_items_other", "主な記録項目（その他）" / "Main recorded items (others)";
        MainRecordItemsReason = "main_record_items_reason", "主な記録項目 その妥当性" / "Main recorded items: why they are appropriate";
        AllRecordItems = "all_record_items", "全ての記録項目" / "All recorded items";
        HeldSince = "held_since", "保有開始日" / "Held since";
        FileDepartment = "file_department", "事務担当部署" / "Department in charge of the affair";
        // Acquisition and use (入手・使用).
        Sources = "sources", "入手元" / "Sources";
        SourceDepartments = "source_departments", "入手元（評価実施機関内の他部署）" / "Sources (other departments of the assessing body)";
        SourceOrgans = "source_organs", "入手元（行政機関・独立行政法人等）" / "Sources (administrative organs and incorporated administrative agencies)";
        SourceGovernments = "source_governments", "入手元（地方公共団体・地方独立行政法人）" / "Sources (local governments and local incorporated administrative agencies)";
        SourceCompanies = "source_companies", "入手元（民間事業者）" / "Sources (private companies)";
        SourceOthers = "source_others", "入手元（その他）" / "Sources (others)";
        AcquisitionMethods = "acquisition_methods", "入手方法" / "Methods of acquisition";
        AcquisitionMethodsOther = "acquisition_methods_other", "入手方法（その他）" / "Methods of acquisition (others)";
        AcquisitionTiming = "acquisition_timing", "入手の時期・頻度" / "Time and frequency of acquisition";
        AcquisitionLegitimacy = "acquisition_legitimacy", "入手に係る妥当性" / "Why the acquisition is appropriate";
        NoticeToPerson = "notice_to_person", "本人への明示" / "Notice to the person";
        UsePurpose = "use_purpose", "使用目的" / "Purpose of use";
        UsePurposeChange = "use_purpose_change", "変更の妥当性" / "Why the change is appropriate";
        UsingDepartments = "using_departments", "使用部署" / "Departments that use it";
        Users = "users", "使用者数" / "Number of users";
        MannerOfUse = "manner_of_use", "使用方法" / "Manner of use";
        Matching = "matching", "情報の突合" / "Matching of information";
        Statistics = "statistics", "情報の統計分析" / "Statistical analysis of information";
        Decisions = "decisions", "権利利益に影響を与え得る決定" / "Decisions that may affect rights and interests";
        UsedSince = "used_since", "使用開始日" / "Used since";
        // Entrustment (委託).
        EntrustmentState = "entrustment_state", "委託の有無" / "Whether there is entrustment";
        EntrustmentCount = "entrustment_count", "委託の件数" / "Number of entrustments";
        EntrustmentMatter = "entrustment_matter", "委託事項" / "Entrusted matter";
        EntrustmentContent = "entrustment_content", "委託内容" / "Content of the entrustment";
        EntrustedScope = "entrusted_scope", "取扱いを委託する特定個人情報ファイルの範囲" / "Scope of the entrusted specific personal information file";
        EntrustedDataSubjects = "entrusted_data_subjects", "委託 対象となる本人の数" / "Entrustment: number of data subjects";
        EntrustedSubjects = "entrusted_subjects", "委託 対象となる本人の範囲" / "Entrustment: scope of data subjects";
        EntrustedReason = "entrusted_reason", "委託 その妥当性" / "Entrustment: why it is appropriate";
        EntrusteeHandlers = "entrustee_handlers", "委託先における取扱者数" / "Number of handlers at the entrustee";
        DeliveryMethods = "delivery_methods", "委託先への特定個人情報ファイルの提供方法" / "Methods of handing the specific personal information file to the entrustee";
        DeliveryMethodsOther = "delivery_methods_other", "委託先への特定個人情報ファイルの提供方法（その他）" / "Methods of handing the file to the entrustee (others)";
        EntrusteeDisclosure = "entrustee_disclosure", "委託先名の確認方法" / "How to learn the name of the entrustee";
        Entrustee = "entrustee", "委託先名" / "Name of the entrustee";
        ReEntrustmentState = "re_entrustment_state", "再委託の有無" / "Whether there is re-entrustment";
        ReEntrustmentPermission = "re_entrustment_permission", "再委託の許諾方法" / "How re-entrustment is permitted";
        ReEntrustmentMatter = "re_entrustment_matter", "再委託事項" / "Re-entrusted matter";
        // Provision and transfer (提供・移転).
        ProvisionMade = "provision_made", "提供を行っている" / "Provides information";
        ProvisionCount = "provision_count", "提供の件数" / "Number of provisions";
        TransferMade = "transfer_made", "移転を行っている" / "Transfers information";
        TransferCount = "transfer_count", "移転の件数" / "Number of transfers";
        NeitherMade = "neither_made", "提供・移転を行っていない" / "Neither provides nor transfers information";
        ProvisionRecipient = "provision_recipient", "提供先" / "Recipient of a provision";
        ProvisionBases = "provision_bases", "提供 法令上の根拠" / "Provision: statutory basis";
        ProvisionUses = "provision_uses", "提供先における用途" / "Use by the recipient";
        ProvisionInformation = "provision_information", "提供する情報" / "Information provided";
        ProvisionDataSubjects = "provision_data_subjects", "提供する情報の対象となる本人の数" / "Number of data subjects of the information provided";
        ProvisionScope = "provision_scope", "提供する情報の対象となる本人の範囲" / "Scope of data subjects of the information provided";
        ProvisionMethods = "provision_methods", "提供方法" / "Methods of provision";
        ProvisionMethodsOther = "provision_methods_other", "提供方法（その他）" / "Methods of provision (others)";
        ProvisionTiming = "provision_timing", "提供 時期・頻度" / "Provision: time and frequency";
        TransferRecipient = "transfer_recipient", "移転先" / "Recipient of a transfer";
        TransferBases = "transfer_bases", "移転 法令上の根拠" / "Transfer: statutory basis";
        TransferUses = "transfer_uses", "移転先における用途" / "Use by the recipient";
        TransferInformation = "transfer_information", "移転する情報" / "Information transferred";
        TransferDataSubjects = "transfer_data_subjects", "移転する情報の対象となる本人の数" / "Number of data subjects of the information transferred";
        TransferScope = "transfer_scope", "移転する情報の対象となる本人の範囲" / "Scope of data subjects of the information transferred";
        TransferMethods = "transfer_methods", "移転方法" / "Methods of transfer";
        TransferMethodsOther = "transfer_methods_other", "移転方法（その他）" / "Methods of transfer (others)";
        TransferTiming = "transfer_timing", "移転 時期・頻度" / "Transfer: time and frequency";
        // Retention and erasure (保管・消去).
        StoragePlace = "storage_place", "保管場所" / "Place of storage";
        RetentionPeriod = "retention_period", "保管期間" / "Retention period";
        RetentionReason = "retention_reason", "保管期間 その妥当性" / "Retention period: why it is appropriate";
        Erasure = "erasure", "消去方法" / "Method of erasure";
        FileRemarks = "file_remarks", "備考" / "Notes";
        RecordItems = "record_items", "（別添）特定個人情報ファイル記録項目" / "(Annex) Recorded items of the specific personal information files";
        // Risks of acquisition (リスク対策 入手).
        RiskFileNames = "risk_file_names", "特定個人情報ファイル名（リスク対策）" / "Names of the specific personal information files (risk measures)";
        AcquisitionPurposeMeasures = "acquisition_purpose_measures", "目的外の入手 リスクに対する措置の内容" / "Acquisition outside the purpose: measures against the risk";
        AcquisitionOthersMeasures = "acquisition_others_measures", "対象者以外の情報の入手を防止するための措置の内容" / "Measures against acquiring information of persons not concerned";
        AcquisitionUnneededMeasures = "acquisition_unneeded_measures", "必要な情報以外を入手することを防止するための措置の内容" / "Measures against acquiring unnecessary information";
        AcquisitionPurposeOtherMeasures = "acquisition_purpose_other_measures", "目的外の入手 その他の措置の内容" / "Acquisition outside the purpose: other measures";
        AcquisitionPurposeAdequacy = "acquisition_purpose_adequacy", "目的外の入手 リスクへの対策は十分か" / "Acquisition outside the purpose: are the measures sufficient?";
        AcquisitionImproperMeasures = "acquisition_improper_measures", "不適切な方法による入手 リスクに対する措置の内容" / "Acquisition by improper methods: measures against the risk";
        AcquisitionImproperAdequacy = "acquisition_improper_adequacy", "不適切な方法による入手 リスクへの対策は十分か" / "Acquisition by improper methods: are the measures sufficient?";
        AcquisitionIdentityMeasures = "acquisition_identity_measures", "入手の際の本人確認の措置の内容" / "Measures to verify identity on acquisition";
        AcquisitionNumberMeasures = "acquisition_number_measures", "個人番号の真正性確認の措置の内容" / "Measures to verify that the Individual Number is genuine";
        AcquisitionAccuracyMeasures = "acquisition_accuracy_measures", "特定個人情報の正確性確保の措置の内容" / "Measures to keep specific personal information accurate";
        AcquisitionAccuracyOtherMeasures = "acquisition_accuracy_other_measures", "不正確な入手 その他の措置の内容" / "Inaccurate acquisition: other measures";
        AcquisitionAccuracyAdequacy = "acquisition_accuracy_adequacy", "不正確な入手 リスクへの対策は十分か" / "Inaccurate acquisition: are the measures sufficient?";
        AcquisitionLeakMeasures = "acquisition_leak_measures", "入手の際の漏えい・紛失 リスクに対する措置の内容" / "Leakage or loss on acquisition: measures against the risk";
        AcquisitionLeakAdequacy = "acquisition_leak_adequacy", "入手の際の漏えい・紛失 リスクへの対策は十分か" / "Leakage or loss on acquisition: are the measures sufficient?";
        AcquisitionOtherRisks = "acquisition_other_risks", "入手におけるその他のリスク及びそのリスクに対する措置" / "Other risks of acquisition and measures against them";
        // Risks of use (使用).
        LinkingMeasures = "linking_measures", "目的を超えた紐付け リスクに対する措置の内容" / "Linking beyond the purpose: measures against the risk";
        LinkingAddresseeMeasures = "linking_addressee_measures", "宛名システム等における措置の内容" / "Measures in the addressee system and the like";
        LinkingSystemMeasures = "linking_system_measures", "事務で使用するその他のシステムにおける措置の内容" / "Measures in other systems used for the affair";
        LinkingOtherMeasures = "linking_other_measures", "目的を超えた紐付け その他の措置の内容" / "Linking beyond the purpose: other measures";
        LinkingAdequacy = "linking_adequacy", "目的を超えた紐付け リスクへの対策は十分か" / "Linking beyond the purpose: are the measures sufficient?";
        AuthenticationState = "authentication_state", "ユーザ認証の管理" / "Management of user authentication";
        AuthenticationDetail = "authentication_detail", "ユーザ認証の管理 具体的な管理方法" / "Management of user authentication: how it is managed";
        GrantState = "grant_state", "アクセス権限の発効・失効の管理" / "Management of granting and revoking access rights";
        GrantDetail = "grant_detail", "アクセス権限の発効・失効の管理 具体的な管理方法" / "Management of granting and revoking access rights: how it is managed";
        AccessState = "access_state", "アクセス権限の管理" / "Management of access rights";
        AccessDetail = "access_detail", "アクセス権限の管理 具体的な管理方法" / "Management of access rights: how it is managed";
        UseRecordState = "use_record_state", "特定個人情報の使用の記録" / "Records of the use of specific personal information";
        UseRecordDetail = "use_record_detail", "特定個人情報の使用の記録 具体的な方法" / "Records of the use of specific personal information: how they are kept";
        UnauthorizedOtherMeasures = "unauthorized_other_measures", "権限のない者による使用 その他の措置の内容" / "Use by unauthorized persons: other measures";
        UnauthorizedAdequacy = "unauthorized_adequacy", "権限のない者による使用 リスクへの対策は十分か" / "Use by unauthorized persons: are the measures sufficient?";
        StaffMisuseMeasures = "staff_misuse_measures", "従業者の事務外使用 リスクに対する措置の内容" / "Use by staff outside the affair: measures against the risk";
        StaffMisuseAdequacy = "staff_misuse_adequacy", "従業者の事務外使用 リスクへの対策は十分か" / "Use by staff outside the affair: are the measures sufficient?";
        CopyMeasures = "copy_measures", "不正な複製 リスクに対する措置の内容" / "Unauthorized copying: measures against the risk";
        CopyAdequacy = "copy_adequacy", "不正な複製 リスクへの対策は十分か" / "Unauthorized copying: are the measures sufficient?";
        UseOtherRisks = "use_other_risks", "使用におけるその他のリスク及びそのリスクに対する措置" / "Other risks of use and measures against them";
        // Risks of entrustment (委託).
        NoEntrustment = "no_entrustment", "委託しない" / "No entrustment";
        EntrusteeSystemCheck = "entrustee_system_check", "情報保護管理体制の確認" / "Check of the entrustee's information protection system";
        RestrictionState = "restriction_state", "特定個人情報ファイルの閲覧者・更新者の制限" / "Restriction of who may read and edit the specific personal information file";
        RestrictionDetail = "restriction_detail", "閲覧者・更新者の制限 具体的な制限方法" / "Restriction of readers and editors: how they are restricted";
        HandlingRecordState = "handling_record_state", "特定個人情報ファイルの取扱いの記録" / "Records of the handling of the specific personal information file";
        HandlingRecordDetail = "handling_record_detail", "特定個人情報ファイルの取扱いの記録 具体的な方法" / "Records of the handling of the file: how they are kept";
        EntrusteeProvisionState = "entrustee_provision_state", "特定個人情報の提供ルール" / "Rules on the provision of specific personal information";
        EntrusteeToOthersDetail = "entrustee_to_others_detail", "委託先から他者への提供に関するルールの内容及びルール遵守の確認方法" / "Rules on provision by the entrustee to others, and how compliance is checked";
        BetweenEntrusteeDetail = "between_entrustee_detail", "委託元と委託先間の提供に関するルールの内容及びルール遵守の確認方法" / "Rules on provision between the body and the entrustee, and how compliance is checked";
        EntrusteeErasureState = "entrustee_erasure_state", "特定個人情報の消去ルール" / "Rules on the erasure of specific personal information";
        EntrusteeErasureDetail = "entrustee_erasure_detail", "特定個人情報の消去ルール ルールの内容及びルール遵守の確認方法" / "Rules on erasure: their content, and how compliance is checked";
        ContractState = "contract_state", "委託契約書中の特定個人情報ファイルの取扱いに関する規定" / "Clauses of the contract on the handling of the specific personal information file";
        ContractDetail = "contract_detail", "委託契約書中の規定 規定の内容" / "Clauses of the contract: their content";
        ReEntrusteeState = "re_entrustee_state", "再委託先による特定個人情報ファイルの適切な取扱いの確保" / "Ensuring that re-entrustees handle the specific personal information file properly";
        ReEntrusteeDetail = "re_entrustee_detail", "再委託先による適切な取扱いの確保 具体的な方法" / "Proper handling by re-entrustees: how it is ensured";
        EntrustmentOtherMeasures = "entrustment_other_measures", "委託 その他の措置の内容" / "Entrustment: other measures";
        EntrustmentAdequacy = "entrustment_adequacy", "委託先における不正な使用等 リスクへの対策は十分か" / "Unauthorized use and the like at the entrustee: are the measures sufficient?";
        EntrustmentOtherRisks = "entrustment_other_risks", "委託におけるその他のリスク及びそのリスクに対する措置" / "Other risks of entrustment and measures against them";
        // Risks of provision (提供・移転).
        NoProvision = "no_provision", "提供・移転しない" / "Neither provided nor transferred";
        ProvisionRecordState = "provision_record_state", "特定個人情報の提供・移転の記録" / "Records of provision and transfer of specific personal information";
        ProvisionRecordDetail = "provision_record_detail", "特定個人情報の提供・移転の記録 具体的な方法" / "Records of provision and transfer: how they are kept";
        ProvisionRuleState = "provision_rule_state", "特定個人情報の提供・移転に関するルール" / "Rules on provision and transfer of specific personal information";
        ProvisionRuleDetail = "provision_rule_detail", "提供・移転に関するルール ルールの内容及びルール遵守の確認方法" / "Rules on provision and transfer: their content, and how compliance is checked";
        ProvisionOtherMeasures = "provision_other_measures", "不正な提供・移転 その他の措置の内容" / "Unauthorized provision or transfer: other measures";
        ProvisionAdequacy = "provision_adequacy", "不正な提供・移転 リスクへの対策は十分か" / "Unauthorized provision or transfer: are the measures sufficient?";
        ProvisionImproperMeasures = "provision_improper_measures", "不適切な方法による提供・移転 リスクに対する措置の内容" / "Provision or transfer by improper methods: measures against the risk";
        ProvisionImproperAdequacy = "provision_improper_adequacy", "不適切な方法による提供・移転 リスクへの対策は十分か" / "Provision or transfer by improper methods: are the measures sufficient?";
        ProvisionMistakeMeasures = "provision_mistake_measures", "誤った提供・移転 リスクに対する措置の内容" / "Mistaken provision or transfer: measures against the risk";
        ProvisionMistakeAdequacy = "provision_mistake_adequacy", "誤った提供・移転 リスクへの対策は十分か" / "Mistaken provision or transfer: are the measures sufficient?";
        ProvisionOtherRisks = "provision_other_risks", "提供・移転におけるその他のリスク及びそのリスクに対する措置" / "Other risks of provision and transfer and measures against them";
        // Risks of the Information Providing Network System (情報提供ネットワークシステムとの接続).
        NoLinkageAcquisition = "no_linkage_acquisition", "接続しない（入手）" / "Not connected (acquisition)";
        NoLinkageProvision = "no_linkage_provision", "接続しない（提供）" / "Not connected (provision)";
        LinkageAcquisitionMeasures = "linkage_acquisition_measures", "接続 目的外の入手 リスクに対する措置の内容" / "Connection, acquisition outside the purpose: measures against the risk";
        LinkageAcquisitionAdequacy = "linkage_acquisition_adequacy", "接続 目的外の入手 リスクへの対策は十分か" / "Connection, acquisition outside the purpose: are the measures sufficient?";
        LinkageUnsafeMeasures = "linkage_unsafe_measures", "接続 安全が保たれない方法による入手 リスクに対する措置の内容" / "Connection, acquisition by unsafe methods: measures against the risk";
        LinkageUnsafeAdequacy = "linkage_unsafe_adequacy", "接続 安全が保たれない方法による入手 リスクへの対策は十分か" / "Connection, acquisition by unsafe methods: are the measures sufficient?";
        LinkageInaccurateMeasures = "linkage_inaccurate_measures", "接続 不正確な入手 リスクに対する措置の内容" / "Connection, inaccurate acquisition: measures against the risk";
        LinkageInaccurateAdequacy = "linkage_inaccurate_adequacy", "接続 不正確な入手 リスクへの対策は十分か" / "Connection, inaccurate acquisition: are the measures sufficient?";
        LinkageLeakMeasures = "linkage_leak_measures", "接続 入手の際の漏えい・紛失 リスクに対する措置の内容" / "Connection, leakage or loss on acquisition: measures against the risk";
        LinkageLeakAdequacy = "linkage_leak_adequacy", "接続 入手の際の漏えい・紛失 リスクへの対策は十分か" / "Connection, leakage or loss on acquisition: are the measures sufficient?";
        LinkageProvisionMeasures = "linkage_provision_measures", "接続 不正な提供 リスクに対する措置の内容" / "Connection, unauthorized provision: measures against the risk";
        LinkageProvisionAdequacy = "linkage_provision_adequacy", "接続 不正な提供 リスクへの対策は十分か" / "Connection, unauthorized provision: are the measures sufficient?";
        LinkageImproperMeasures = "linkage_improper_measures", "接続 不適切な方法による提供 リスクに対する措置の内容" / "Connection, provision by improper methods: measures against the risk";
        LinkageImproperAdequacy = "linkage_improper_adequacy", "接続 不適切な方法による提供 リスクへの対策は十分か" / "Connection, provision by improper methods: are the measures sufficient?";
        LinkageMistakeMeasures = "linkage_mistake_measures", "接続 誤った提供 リスクに対する措置の内容" / "Connection, mistaken provision: measures against the risk";
        LinkageMistakeAdequacy = "linkage_mistake_adequacy", "接続 誤った提供 リスクへの対策は十分か" / "Connection, mistaken provision: are the measures sufficient?";
        LinkageOtherRisks = "linkage_other_risks", "接続に伴うその他のリスク及びそのリスクに対する措置" / "Other risks of the connection and measures against them";
        // Risks of retention (保管・消去).
        NiscState = "nisc_state", "NISC政府機関統一基準群" / "NISC common standards for government organs";
        SafetyOrganization = "safety_organization", "安全管理体制" / "Security management organization";
        SafetyRegulation = "safety_regulation", "安全管理規程" / "Security management regulations";
        SafetyNotification = "safety_notification", "安全管理体制・規程の職員への周知" / "Informing staff of the security management organization and regulations";
        PhysicalState = "physical_state", "物理的対策" / "Physical measures";
        PhysicalDetail = "physical_detail", "物理的対策 具体的な対策の内容" / "Physical measures in detail";
        TechnicalState = "technical_state", "技術的対策" / "Technical measures";
        TechnicalDetail = "technical_detail", "技術的対策 具体的な対策の内容" / "Technical measures in detail";
        BackupState = "backup_state", "バックアップ" / "Backup";
        AccidentProcedure = "accident_procedure", "事故発生時手順の策定・周知" / "Procedure for accidents: drawing it up and informing staff";
        IncidentInThreeYears = "incident_in_three_years", "重大事故（過去３年以内）" / "Serious incident (within the past three years)";
        IncidentContent = "incident_content", "重大事故 その内容" / "Serious incident: what happened";
        IncidentPrevention = "incident_prevention", "重大事故 再発防止策の内容" / "Serious incident: measures against recurrence";
        DeceasedState = "deceased_state", "死者の個人番号" / "Individual Numbers of the dead";
        DeceasedDetail = "deceased_detail", "死者の個人番号 具体的な保管方法" / "Individual Numbers of the dead: how they are kept";
        LeakageOtherMeasures = "leakage_other_measures", "漏えい・滅失・毀損 その他の措置の内容" / "Leakage, loss and damage: other measures";
        LeakageAdequacy = "leakage_adequacy", "漏えい・滅失・毀損 リスクへの対策は十分か" / "Leakage, loss and damage: are the measures sufficient?";
        OutdatedMeasures = "outdated_measures", "古い情報の保管 リスクに対する措置の内容" / "Retention of outdated information: measures against the risk";
        OutdatedAdequacy = "outdated_adequacy", "古い情報の保管 リスクへの対策は十分か" / "Retention of outdated information: are the measures sufficient?";
        ErasureProcedureState = "erasure_procedure_state", "消去手順" / "Erasure procedure";
        ErasureProcedureDetail = "erasure_procedure_detail", "消去手順 手順の内容" / "Erasure procedure: its content";
        UnerasedOtherMeasures = "unerased_other_measures", "消去されずに存在 その他の措置の内容" / "Information that is never erased: other measures";
        UnerasedAdequacy = "unerased_adequacy", "消去されずに存在 リスクへの対策は十分か" / "Information that is never erased: are the measures sufficient?";
        RetentionOtherRisks = "retention_other_risks", "保管・消去におけるその他のリスク及びそのリスクに対する措置" / "Other risks of retention and erasure and measures against them";
        // Other risk measures (その他のリスク対策).
        ManualWorkNone = "manual_work_none", "人手を介在させる作業はない" / "No work is done by hand";
        ManualWorkAdequacy = "manual_work_adequacy", "人為的ミスが発生するリスクへの対策は十分か" / "Are the measures against the risk of human error sufficient?";
        ManualWorkGrounds = "manual_work_grounds", "人手を介在させる作業 判断の根拠" / "Work done by hand: grounds of the judgment";
        Audits = "audits", "監査 実施の有無" / "Audit: whether it is carried out";
        SelfInspectionState = "self_inspection_state", "自己点検" / "Self-inspection";
        SelfInspectionDetail = "self_inspection_detail", "自己点検 具体的なチェック方法" / "Self-inspection: how it is done";
        AuditState = "audit_state", "監査" / "Audit";
        AuditDetail = "audit_detail", "監査 具体的な内容" / "Audit: its content";
        TrainingState = "training_state", "従業者に対する教育・啓発" / "Education and awareness of staff";
        TrainingDetail = "training_detail", "従業者に対する教育・啓発 具体的な方法" / "Education and awareness of staff: how it is done";
        OtherMeasures = "other_measures", "その他のリスク対策" / "Other risk measures";
        PriorityElsewhere = "priority_elsewhere", "全項目評価又は重点項目評価を実施する" / "An all-item or key-item assessment is carried out";
        PriorityMeasure = "priority_measure", "最も優先度が高いと考えられる対策" / "Measure considered to have the highest priority";
        PriorityAdequacy = "priority_adequacy", "当該対策は十分か【再掲】" / "Is this measure sufficient? [repeated]";
        PriorityGrounds = "priority_grounds", "最も優先度が高いと考えられる対策 判断の根拠" / "Measure with the highest priority: grounds of the judgment";
        // Requests and contacts (開示請求、問合せ).
        RequestTo = "request_to", "請求先" / "Where to make a request";
        RequestMethod = "request_method", "請求方法" / "How to make a request";
        RequestRemarks = "request_remarks", "請求方法 特記事項" / "How to make a request: remarks";
        RequestFee = "request_fee", "手数料等" / "Fees";
        RequestFeeDetail = "request_fee_detail", "手数料額、納付方法" / "Amount of the fee, and how to pay it";
        FileRegister = "file_register", "個人情報ファイル簿の公表" / "Publication of the register of personal information files";
        FileRegisterName = "file_register_name", "個人情報ファイル名" / "Name of the personal information file";
        FileRegisterPlace = "file_register_place", "公表場所" / "Place of publication";
        SpecialProcedure = "special_procedure", "法令による特別の手続" / "Special procedure under other laws";
        FileRegisterOmission = "file_register_omission", "個人情報ファイル簿への不記載等" / "Omission from the register of personal information files";
        ContactTo = "contact_to", "連絡先" / "Contact";
        ContactHandling = "contact_handling", "対応方法" / "How inquiries are handled";
        // Procedure (評価実施手続).
        SubmittedForms = "submitted_forms", "提出する特定個人情報保護評価書の種類" / "Kinds of assessments submitted";
        BasicAssessmentDate = "basic_assessment_date", "基礎項目評価 実施日" / "Basic-item assessment: day";
        ThresholdResult = "threshold_result", "しきい値判断結果" / "Result of the threshold determination";
        OpinionMethod = "opinion_method", "意見の聴取 方法" / "Public comment: method";
        OpinionPeriod = "opinion_period", "意見の聴取 実施日・期間" / "Public comment: day and period";
        OpinionShortening = "opinion_shortening", "期間を短縮する特段の理由" / "Special reason for shortening the period";
        OpinionContent = "opinion_content", "主な意見の内容" / "Main comments";
        OpinionReflection = "opinion_reflection", "評価書への反映" / "How the assessment reflects them";
        ThirdPartyReviewDate = "third_party_review_date", "第三者点検 実施日" / "Third-party review: day";
        ReviewMethod = "review_method", "第三者点検 方法" / "Third-party review: method";
        ReviewResult = "review_result", "第三者点検 結果" / "Third-party review: result";
        CommissionSubmission = "commission_submission", "委員会の承認 提出日" / "Commission approval: day of submission";
        CommissionReview = "commission_review", "個人情報保護委員会による審査" / "Examination by the Personal Information Protection Commission";
        // The change table (変更箇所).
        ChangeDate = "change_date", "変更日" / "Day of the change";
        ChangedItem = "changed_item", "項目" / "Item";
        ChangeBefore = "change_before", "変更前の記載" / "Before the change";
        ChangeAfter = "change_after", "変更後の記載" / "After the change";
        ChangeTiming = "change_timing", "提出時期" / "Submission timing";
        ChangeReason = "change_reason", "提出時期に係る説明" / "Explanation of the submission timing";
    }
}

impl Item {
    /// The label in English: "Name of the entrustee" (英訳).
    #[must_use]
    pub fn english(self) -> &'static str {
        self.choice().english.unwrap_or(self.code())
    }

    /// Whether the item is a fact of the threshold determination. 様式3 and 様式4 do not print such items, but the
    /// determination needs them.
    pub(crate) const fn is_fact(self) -> bool {
        matches!(self, Self::PopulationAsOf | Self::Handlers | Self::HandlersAsOf | Self::IncidentInOneYear)
    }
}
