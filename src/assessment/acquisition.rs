//! 特定個人情報の入手・使用.

use crate::catalogue::part;
use crate::value::answer::{Answer, Boxes, Lines};
use crate::value::band::{Count, StaffBand};
use crate::value::choice::{AcquisitionMethod, InformationSource};
use crate::value::date::FormDate;

part!(
    /// Where the data of a file comes from, and how it is used (特定個人情報の入手・使用): 様式3 and 様式4 Ⅱ3.
    pub struct Acquisition {
        /// ①入手元.
        #[item(Sources)]
        pub sources: Boxes<InformationSource>,
        /// ①評価実施機関内の他部署: which, one per line.
        #[item(SourceDepartments)]
        pub source_departments: Answer<Lines>,
        /// ①行政機関・独立行政法人等: which.
        #[item(SourceOrgans)]
        pub source_organs: Answer<Lines>,
        /// ①地方公共団体・地方独立行政法人: which.
        #[item(SourceGovernments)]
        pub source_governments: Answer<Lines>,
        /// ①民間事業者: which.
        #[item(SourceCompanies)]
        pub source_companies: Answer<Lines>,
        /// ①その他: which.
        #[item(SourceOthers)]
        pub source_others: Answer<Lines>,
        /// ②入手方法.
        #[item(AcquisitionMethods)]
        pub methods: Boxes<AcquisitionMethod>,
        /// ②その他: which.
        #[item(AcquisitionMethodsOther)]
        pub methods_other: Answer<Lines>,
        /// ③入手の時期・頻度.
        #[item(AcquisitionTiming)]
        pub timing: Answer<Lines>,
        /// ④入手に係る妥当性.
        #[item(AcquisitionLegitimacy)]
        pub legitimacy: Answer<Lines>,
        /// ⑤本人への明示.
        #[item(NoticeToPerson)]
        pub notice: Answer<Lines>,
        /// 使用目的: 様式3 ③, 様式4 ⑥.
        #[item(UsePurpose)]
        pub purpose: Answer<Lines>,
        /// 変更の妥当性.
        #[item(UsePurposeChange)]
        pub purpose_change: Answer<Lines>,
        /// 使用部署: 様式3 ④, 様式4 ⑦; one per line.
        #[item(UsingDepartments)]
        pub departments: Answer<Lines>,
        /// 使用者数: 様式3 ④, 様式4 ⑦.
        #[item(Users)]
        pub users: Answer<Count<StaffBand>>,
        /// 使用方法: 様式3 ⑤, 様式4 ⑧.
        #[item(MannerOfUse)]
        pub manner: Answer<Lines>,
        /// 情報の突合.
        #[item(Matching)]
        pub matching: Answer<Lines>,
        /// 情報の統計分析.
        #[item(Statistics)]
        pub statistics: Answer<Lines>,
        /// 権利利益に影響を与え得る決定.
        #[item(Decisions)]
        pub decisions: Answer<Lines>,
        /// 使用開始日: 様式3 ⑥, 様式4 ⑨.
        #[item(UsedSince)]
        pub used_since: Answer<FormDate>,
    }
);

impl Acquisition {
    /// What is written next to a box of ①入手元: which departments, bodies or companies.
    ///
    /// ```
    /// use mynumber_pia::assessment::Acquisition;
    /// use mynumber_pia::value::choice::InformationSource;
    ///
    /// let acquisition: Acquisition = serde_json::from_str(r#"{"source_companies": "株式会社甲"}"#)?;
    /// let companies = acquisition.source_names(InformationSource::PrivateCompany);
    /// assert_eq!(companies.unwrap().to_string(), "株式会社甲");
    /// assert_eq!(acquisition.source_names(InformationSource::Person), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn source_names(&self, source: InformationSource) -> Option<&Lines> {
        match source {
            InformationSource::Person => None,
            InformationSource::OtherDepartment => self.source_departments.given(),
            InformationSource::AdministrativeOrgan => self.source_organs.given(),
            InformationSource::LocalGovernment => self.source_governments.given(),
            InformationSource::PrivateCompany => self.source_companies.given(),
            InformationSource::Other => self.source_others.given(),
        }
    }
}
