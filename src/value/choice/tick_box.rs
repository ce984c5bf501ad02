//! The check boxes of the forms. They are printed without numbers, and several boxes of a group may be ticked.

use crate::value::code_list::code_list;

code_list! {
    /// ③他のシステムとの接続: 様式3 and 様式4 Ⅰ2.
    pub enum Connection ("connection", "他のシステムとの接続") {
        /// The Information Providing Network System.
        InformationProvidingNetworkSystem = "information_providing_network_system", "情報提供ネットワークシステム" / "Information Providing Network System";
        /// The intra-office linkage system.
        IntraOfficeLinkage = "intra_office_linkage", "庁内連携システム" / "Intra-office linkage system", also "府内連携システム";
        /// The Basic Resident Register Network System.
        ResidentRegisterNetwork = "resident_register_network", "住民基本台帳ネットワークシステム" / "Basic Resident Register Network System";
        /// The body's own resident register system.
        ResidentRegister = "resident_register", "既存住民基本台帳システム" / "Existing resident register system";
        /// Addressee systems.
        Addressee = "addressee", "宛名システム等" / "Addressee systems and the like";
        /// The tax system.
        Tax = "tax", "税務システム" / "Tax system";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// 主な記録項目: 様式3 and 様式4 Ⅱ2④, in three groups ([`group`](Self::group)).
    pub enum RecordItem ("main record item", "主な記録項目") {
        /// The Individual Number.
        IndividualNumber = "individual_number", "個人番号" / "Individual Number";
        /// The code corresponding to it.
        CorrespondingCode = "corresponding_code", "個人番号対応符号" / "Code corresponding to the Individual Number";
        /// Internal numbers.
        OtherIdentification = "other_identification", "その他識別情報（内部番号）" / "Other identification (internal numbers)";
        /// Name, sex, date of birth, address.
        FourBasicItems = "four_basic_items", "4情報（氏名、性別、生年月日、住所）" / "Four basic items (name, sex, date of birth, address)";
        /// Telephone numbers and the like.
        Contact = "contact", "連絡先（電話番号等）" / "Contact (telephone number and the like)";
        OtherResidentRecord = "other_resident_record", "その他住民票関係情報" / "Other information of the resident record";
        NationalTax = "national_tax", "国税関係情報" / "National tax";
        LocalTax = "local_tax", "地方税関係情報" / "Local tax";
        Health = "health", "健康・医療関係情報" / "Health and medical care";
        MedicalInsurance = "medical_insurance", "医療保険関係情報" / "Medical insurance";
        ChildWelfare = "child_welfare", "児童福祉・子育て関係情報" / "Child welfare and child raising";
        DisabilityWelfare = "disability_welfare", "障害者福祉関係情報" / "Welfare of persons with disabilities";
        PublicAssistance = "public_assistance", "生活保護・社会福祉関係情報" / "Public assistance and social welfare";
        LongTermCare = "long_term_care", "介護・高齢者福祉関係情報" / "Long-term care and welfare of the elderly";
        Employment = "employment", "雇用・労働関係情報" / "Employment and labor";
        Pension = "pension", "年金関係情報" / "Pensions";
        Education = "education", "学校・教育関係情報" / "School and education";
        Disaster = "disaster", "災害関係情報" / "Disasters";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// The three groups of the main record items.
    pub enum RecordItemCategory ("category of record items", "記録項目の区分") {
        /// What identifies a person.
        Identification = "identification", "識別情報" / "Identification";
        /// Where to reach a person.
        Contact = "contact", "連絡先等情報" / "Contact information";
        /// What the affair is about.
        Affair = "affair", "業務関係情報" / "Information on the affair";
    }
}

impl RecordItem {
    /// The heading under which the form prints the box.
    #[must_use]
    pub const fn group(self) -> RecordItemCategory {
        match self {
            Self::IndividualNumber | Self::CorrespondingCode | Self::OtherIdentification => {
                RecordItemCategory::Identification
            }
            Self::FourBasicItems | Self::Contact | Self::OtherResidentRecord => RecordItemCategory::Contact,
            Self::NationalTax
            | Self::LocalTax
            | Self::Health
            | Self::MedicalInsurance
            | Self::ChildWelfare
            | Self::DisabilityWelfare
            | Self::PublicAssistance
            | Self::LongTermCare
            | Self::Employment
            | Self::Pension
            | Self::Education
            | Self::Disaster
            | Self::Other => RecordItemCategory::Affair,
        }
    }
}

code_list! {
    /// ①入手元: 様式3 and 様式4 Ⅱ3.
    pub enum InformationSource ("source of information", "入手元") {
        Person = "person", "本人又は本人の代理人" / "The person or a proxy";
        OtherDepartment = "other_department", "評価実施機関内の他部署" / "Other departments of the assessing body";
        AdministrativeOrgan = "administrative_organ", "行政機関・独立行政法人等" / "Administrative organs and incorporated administrative agencies";
        LocalGovernment = "local_government", "地方公共団体・地方独立行政法人" / "Local governments and local incorporated administrative agencies";
        PrivateCompany = "private_company", "民間事業者" / "Private companies";
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// ②入手方法: 様式3 and 様式4 Ⅱ3.
    pub enum AcquisitionMethod ("acquisition method", "入手方法") {
        Paper = "paper", "紙" / "Paper";
        /// Electronic media other than flash memory.
        Media = "media", "電子記録媒体（フラッシュメモリを除く。）" / "Electronic media (except flash memory)";
        FlashMemory = "flash_memory", "フラッシュメモリ" / "Flash memory", also "フラッシュメモ";
        Email = "email", "電子メール" / "E-mail";
        /// A dedicated line.
        DedicatedLine = "dedicated_line", "専用線" / "Dedicated line";
        /// The intra-office linkage system.
        IntraOfficeLinkage = "intra_office_linkage", "庁内連携システム" / "Intra-office linkage system", also "府内連携システム";
        /// The Information Providing Network System.
        InformationProvidingNetworkSystem = "information_providing_network_system", "情報提供ネットワークシステム" / "Information Providing Network System";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// ④委託先への特定個人情報ファイルの提供方法: 様式4 Ⅱ4.
    pub enum DeliveryMethod ("delivery method", "委託先への特定個人情報ファイルの提供方法") {
        /// A dedicated line.
        DedicatedLine = "dedicated_line", "専用線" / "Dedicated line";
        Email = "email", "電子メール" / "E-mail";
        /// Electronic media other than flash memory.
        Media = "media", "電子記録媒体（フラッシュメモリを除く。）" / "Electronic media (except flash memory)";
        FlashMemory = "flash_memory", "フラッシュメモリ" / "Flash memory", also "フラッシュメモ";
        Paper = "paper", "紙" / "Paper";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// ⑥提供方法: 様式3 and 様式4 Ⅱ5.
    pub enum ProvisionMethod ("provision method", "提供方法") {
        /// The Information Providing Network System.
        InformationProvidingNetworkSystem = "information_providing_network_system", "情報提供ネットワークシステム" / "Information Providing Network System";
        /// A dedicated line.
        DedicatedLine = "dedicated_line", "専用線" / "Dedicated line";
        Email = "email", "電子メール" / "E-mail";
        /// Electronic media other than flash memory.
        Media = "media", "電子記録媒体（フラッシュメモリを除く。）" / "Electronic media (except flash memory)";
        FlashMemory = "flash_memory", "フラッシュメモリ" / "Flash memory", also "フラッシュメモ";
        Paper = "paper", "紙" / "Paper";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// ⑥移転方法: 様式3 and 様式4 Ⅱ5.
    pub enum TransferMethod ("transfer method", "移転方法") {
        /// The intra-office linkage system.
        IntraOfficeLinkage = "intra_office_linkage", "庁内連携システム" / "Intra-office linkage system", also "府内連携システム";
        /// A dedicated line.
        DedicatedLine = "dedicated_line", "専用線" / "Dedicated line";
        Email = "email", "電子メール" / "E-mail";
        /// Electronic media other than flash memory.
        Media = "media", "電子記録媒体（フラッシュメモリを除く。）" / "Electronic media (except flash memory)";
        FlashMemory = "flash_memory", "フラッシュメモリ" / "Flash memory", also "フラッシュメモ";
        Paper = "paper", "紙" / "Paper";
        /// Others, named in the text beside the box.
        Other = "other", "その他" / "Others";
    }
}

code_list! {
    /// 監査 実施の有無: 様式2 Ⅳ9, 様式3 Ⅲ8. (様式4 asks how well audits are carried out instead.)
    pub enum Audit ("audit", "監査の実施の有無") {
        SelfInspection = "self_inspection", "自己点検" / "Self-inspection";
        Internal = "internal", "内部監査" / "Internal audit";
        External = "external", "外部監査" / "External audit";
    }
}
