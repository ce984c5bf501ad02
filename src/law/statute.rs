//! Laws: those that the assessments often cite, by title, number and short name, and any other law by its title.

use alloc::string::String;
use core::fmt;

use super::data::LAWS;
use crate::value::code_list::{code_list, find_choice};
use crate::value::text::Text;

/// Declares the laws. A row is that of a code list, then the full title if the name is shorter, and the number of the law, if
/// published assessments print them: `[, title "…"] [, number "…"]`.
macro_rules! known_laws {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $words:tt {
            $(
                $(#[$($law_meta:tt)*])*
                $law:ident = $code:literal, $label:literal $(, also $spelling:literal)*
                $(, title $title:literal)? $(, number $number:literal)?;
            )+
        }
    ) => {
        code_list! {
            $(#[$meta])*
            pub enum $name $words {
                $( $(#[$($law_meta)*])* $law = $code, $label $(, also $spelling)*; )+
            }
        }

        impl $name {
            /// The full title and the number that published assessments print.
            const fn printed(self) -> (Option<&'static str>, Option<&'static str>) {
                match self {
                    $( Self::$law => (<[&str]>::first(&[$($title)?]).copied(), <[&str]>::first(&[$($number)?]).copied()), )+
                }
            }
        }
    };
}

known_laws! {
    /// A law or order that the crate knows by name. The list is open: any other law is a [`Law::Named`].
    ///
    /// The label is the name that a canonical citation prints; [`title`](Self::title) is the full title.
    pub enum KnownLaw ("law", "法令名") {
        /// The My Number Act.
        MyNumberAct = "my_number_act", "番号法",
            also "行政手続における特定の個人を識別するための番号の利用等に関する法律", also "番号利用法", also "マイナンバー法",
            title "行政手続における特定の個人を識別するための番号の利用等に関する法律", number "平成25年法律第27号";
        /// The order on the affairs of the My Number Act's table 別表 (until 2024-05-26 別表第一).
        MyNumberTableOrder = "my_number_table_order", "別表の主務省令で定める事務を定める命令",
            also "別表第一の主務省令で定める事務を定める命令", also "別表第1の主務省令で定める事務を定める命令",
            also "別表第一主務省令で定める事務を定める命令", also "別表第1主務省令で定める事務を定める命令",
            also "別表主務省令", also "別表第一主務省令", also "別表第1主務省令", also "別表第一省令", also "別表第1省令",
            title "番号法別表の主務省令で定める事務を定める命令", number "平成26年内閣府・総務省令第5号";
        /// The order on the provision of Specific Personal Information under 番号法第19条第8号, from 2024-05-27.
        MyNumberProvisionOrder = "my_number_provision_order", "利用特定個人情報の提供に関する命令",
            title "番号法第19条第8号に基づく利用特定個人情報の提供に関する命令", number "令和6年デジタル庁・総務省令第9号";
        /// The order on the affairs and information of the table 別表第二, until 2024-05-26.
        MyNumberSecondTableOrder = "my_number_second_table_order", "別表第二の主務省令で定める事務及び情報を定める命令",
            also "別表第2の主務省令で定める事務及び情報を定める命令", also "別表第二主務省令", also "別表第2主務省令",
            also "別表第二省令", also "別表第2省令",
            title "番号法別表第二の主務省令で定める事務及び情報を定める命令", number "平成26年内閣府・総務省令第7号";
        /// The National Health Insurance Act.
        NationalHealthInsuranceAct = "national_health_insurance_act", "国民健康保険法", also "国保法", number "昭和33年法律第192号";
        /// The Act on Assurance of Medical Care for Elderly People.
        ElderlyMedicalCareAct = "elderly_medical_care_act", "高齢者の医療の確保に関する法律",
            also "高齢者医療確保法", also "高確法";
        /// The Long-Term Care Insurance Act.
        LongTermCareInsuranceAct = "long_term_care_insurance_act", "介護保険法";
        /// The Health Insurance Act.
        HealthInsuranceAct = "health_insurance_act", "健康保険法";
        /// The Mariners Insurance Act.
        MarinersInsuranceAct = "mariners_insurance_act", "船員保険法";
        /// The Employment Insurance Act.
        EmploymentInsuranceAct = "employment_insurance_act", "雇用保険法";
        /// The Basic Resident Registration Act.
        BasicResidentRegistrationAct = "basic_resident_registration_act", "住民基本台帳法", also "住基法", number "昭和42年法律第81号";
        /// The Local Tax Act.
        LocalTaxAct = "local_tax_act", "地方税法", number "昭和25年法律第226号";
        /// The National Tax Collection Act.
        NationalTaxCollectionAct = "national_tax_collection_act", "国税徴収法", number "昭和34年法律第147号";
        /// The Forest Environment Tax Act.
        ForestEnvironmentTaxAct = "forest_environment_tax_act", "森林環境税及び森林環境譲与税に関する法律";
        /// The Special Corporate Enterprise Tax Act.
        SpecialCorporateEnterpriseTaxAct = "special_corporate_enterprise_tax_act",
            "特別法人事業税及び特別法人事業譲与税に関する法律";
        /// The Local Autonomy Act.
        LocalAutonomyAct = "local_autonomy_act", "地方自治法", number "昭和22年法律第67号";
        /// The Local Public Service Act.
        LocalPublicServiceAct = "local_public_service_act", "地方公務員法";
        /// The Act on the Protection of Personal Information.
        PersonalInformationProtectionAct = "personal_information_protection_act", "個人情報の保護に関する法律",
            also "個人情報保護法";
        /// The Act on the standardization of local governments' information systems.
        LocalSystemStandardizationAct = "local_system_standardization_act",
            "地方公共団体情報システムの標準化に関する法律";
        /// The Act on Prohibition of Unauthorized Computer Access.
        UnauthorizedAccessAct = "unauthorized_access_act", "不正アクセス行為の禁止等に関する法律";
        /// The Public Assistance Act.
        PublicAssistanceAct = "public_assistance_act", "生活保護法";
        /// The Child Welfare Act.
        ChildWelfareAct = "child_welfare_act", "児童福祉法", number "昭和22年法律第164号";
        /// The Act on support for children and child care.
        ChildCareSupportAct = "child_care_support_act", "子ども・子育て支援法";
        /// The Act on Social Welfare for the Elderly.
        ElderlyWelfareAct = "elderly_welfare_act", "老人福祉法", number "昭和38年法律第133号";
        /// The Act on comprehensive support for persons with disabilities.
        DisabilitySupportAct = "disability_support_act",
            "障害者の日常生活及び社会生活を総合的に支援するための法律", also "障害者総合支援法", number "平成17年法律第123号";
        /// The Mental Health and Welfare Act.
        MentalHealthAct = "mental_health_act", "精神保健及び精神障害者福祉に関する法律", also "精神保健福祉法";
        /// The Act on prevention of infectious diseases.
        InfectiousDiseasesAct = "infectious_diseases_act", "感染症の予防及び感染症の患者に対する医療に関する法律",
            also "感染症法";
        /// The Intractable Diseases Act.
        IntractableDiseasesAct = "intractable_diseases_act", "難病の患者に対する医療等に関する法律", also "難病法";
        /// The Immunization Act.
        ImmunizationAct = "immunization_act", "予防接種法";
        /// The Act on mutual aid of private school personnel.
        PrivateSchoolMutualAidAct = "private_school_mutual_aid_act", "私立学校教職員共済法";
        /// The Act on mutual aid associations of national public officers.
        NationalMutualAidAct = "national_mutual_aid_act", "国家公務員共済組合法";
        /// The Act on mutual aid associations of local public officers.
        LocalMutualAidAct = "local_mutual_aid_act", "地方公務員等共済組合法";
        /// The Act on the Japan Student Services Organization.
        StudentServicesAct = "student_services_act", "独立行政法人日本学生支援機構法";
    }
}

impl KnownLaw {
    /// The full title. The titles of the three orders under the My Number Act contain the Act's short name, as
    /// published assessments print them.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self.printed() {
            (Some(title), _) => title,
            (None, _) => self.label(),
        }
    }

    /// The number of the law (法令番号), if a published assessment or a [`Table`](super::Table) prints it.
    ///
    /// ```
    /// use mynumber_pia::law::KnownLaw;
    ///
    /// assert_eq!(KnownLaw::LocalTaxAct.number(), Some("昭和25年法律第226号"));
    /// assert_eq!(KnownLaw::LongTermCareInsuranceAct.number(), Some("平成9年法律第123号"));
    /// assert_eq!(KnownLaw::EmploymentInsuranceAct.number(), None);
    /// ```
    #[doc(alias = "法令番号")]
    #[must_use]
    pub fn number(self) -> Option<&'static str> {
        self.printed().1.or_else(|| tabled_number(self.title()))
    }
}

/// A law, ordinance or other rule that a citation points into.
///
/// Ordered as in [`KnownLaw`], then the others by title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Law {
    /// A law that the crate knows.
    Known(KnownLaw),
    /// Any other law, by its title, or by the name that the text uses if the title is not known (「条例」).
    Named(Text),
}

impl Law {
    /// The law with this title, short name or number. An unknown name is kept as it is.
    #[must_use]
    pub fn of_name(name: Text) -> Self {
        let numbered = || {
            let has_number = |law: &KnownLaw| law.printed().1 == Some(name.as_str());
            if is_number(name.as_str()) { KnownLaw::ALL.iter().copied().find(has_number) } else { None }
        };
        find_choice(name.as_str()).or_else(numbered).map_or(Self::Named(name), Self::Known)
    }

    /// The name that a canonical citation prints.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Known(law) => law.label(),
            Self::Named(title) => title.as_str(),
        }
    }

    /// The full title, or the name if only that is known.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Known(law) => law.title(),
            Self::Named(title) => title.as_str(),
        }
    }

    /// The number (法令番号) of a law that the crate knows or that a [`Table`](super::Table) names, if it is printed there.
    /// A law that is cited only by its number has that number as its title.
    ///
    /// ```
    /// use mynumber_pia::law::Citation;
    ///
    /// let citation: Citation = "児童手当法第6条".parse()?;
    /// assert_eq!(citation.law().and_then(|law| law.number()), Some("昭和46年法律第73号"));
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[doc(alias = "法令番号")]
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Known(law) => law.number(),
            Self::Named(title) if is_number(title.as_str()) => Some(title.as_str()),
            Self::Named(title) => tabled_number(title.as_str()),
        }
    }

    /// The code of a law that the crate knows.
    #[must_use]
    pub const fn code(&self) -> Option<&'static str> {
        match self {
            Self::Known(law) => Some(law.code()),
            Self::Named(_) => None,
        }
    }

    pub(super) const fn is(&self, known: KnownLaw) -> bool {
        match self {
            Self::Known(law) => *law as u8 == known as u8,
            Self::Named(_) => false,
        }
    }
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The number of a title that a table of the law prints.
fn tabled_number(title: &str) -> Option<&'static str> {
    let index = LAWS.binary_search_by_key(&title, |(title, _)| title).ok()?;
    LAWS.get(index).map(|(_, number)| *number).filter(|number| !number.is_empty())
}

/// Whether a table of the law prints this title.
pub(super) fn is_tabled(law: &Law) -> bool {
    is_number(law.name()) || LAWS.binary_search_by_key(&law.name(), |(title, _)| title).is_ok()
}

/// Whether a title is the number of a law: 昭和60年法律第34号.
fn is_number(title: &str) -> bool {
    title.ends_with('号') && ["明治", "大正", "昭和", "平成", "令和"].iter().any(|era| title.starts_with(era))
}

/// The endings of titles of laws. Longer ones come first.
pub(super) const SUFFIXES: [&str; 14] = [
    "に関する基準",
    "施行令",
    "法律",
    "条例",
    "規則",
    "細則",
    "命令",
    "省令",
    "府令",
    "政令",
    "規程",
    "要綱",
    "指針",
    "法",
];

/// Words that end like a law but are not laws.
const NO_LAWS: [&str; 10] = ["方法", "手法", "技法", "用法", "療法", "作法", "寸法", "文法", "違法", "各法"];

/// Whether `name` could be the title of a law.
pub(super) fn is_title(name: &str) -> bool {
    SUFFIXES.iter().any(|suffix| name.ends_with(suffix)) && !NO_LAWS.iter().any(|word| name.ends_with(word))
}

/// Whether the law is an order (命令, 省令) and not an Act or an ordinance.
pub(super) fn is_order(law: &Law) -> bool {
    let name = law.name();
    ["命令", "省令", "府令", "政令", "施行令"].iter().any(|suffix| name.ends_with(suffix))
        || (is_number(name) && name.contains("令第"))
}

/// Whether the law is an Act, which 同法 can point back to.
pub(super) fn is_act(law: &Law) -> bool {
    let name = law.name();
    name.ends_with('法') || name.ends_with("法律") || (is_number(name) && name.contains("年法律第"))
}

/// A title without the blanks that line breaks leave in it.
pub(super) fn named(name: &str) -> Option<Law> {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    Text::new(name).ok().map(Law::of_name)
}
