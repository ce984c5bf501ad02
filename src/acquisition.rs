//! 特定個人情報の入手・使用.

use crate::answer::{Answer, Boxes};
use crate::band::{Count, StaffBand};
use crate::catalogue::two_depths;
use crate::choice::{AcquisitionMethod, InformationSource};
use crate::date::FormDate;
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅱ3 特定個人情報の入手・使用.
    #[doc(alias = "特定個人情報の入手・使用")]
    key KeyItemAcquisition;
    /// 様式4 Ⅱ3 特定個人情報の入手・使用.
    #[doc(alias = "特定個人情報の入手・使用")]
    all AllItemAcquisition;
    /// What 様式3 and 様式4 both ask of 入手・使用.
    #[doc(alias = "特定個人情報の入手・使用")]
    shared Acquisition;
    {
        /// ①入手元.
        both sources: Boxes<InformationSource>, item Sources;
        /// ①評価実施機関内の他部署: which, one a line.
        both source_departments: Answer<Lines>, item SourceDepartments;
        /// ①行政機関・独立行政法人等: which.
        both source_organs: Answer<Lines>, item SourceOrgans;
        /// ①地方公共団体・地方独立行政法人: which.
        both source_governments: Answer<Lines>, item SourceGovernments;
        /// ①民間事業者: which.
        both source_companies: Answer<Lines>, item SourceCompanies;
        /// ①その他: which.
        both source_others: Answer<Lines>, item SourceOthers;
        /// ②入手方法.
        both methods: Boxes<AcquisitionMethod>, item AcquisitionMethods;
        /// ②その他: which.
        both methods_other: Answer<Lines>, item AcquisitionMethodsOther;
        /// ③入手の時期・頻度.
        all timing: Answer<Lines>, item AcquisitionTiming;
        /// ④入手に係る妥当性.
        all legitimacy: Answer<Lines>, item AcquisitionLegitimacy;
        /// ⑤本人への明示.
        all notice: Answer<Lines>, item NoticeToPerson;
        /// 使用目的: 様式3 ③, 様式4 ⑥.
        both purpose: Answer<Lines>, item UsePurpose;
        /// 変更の妥当性.
        all purpose_change: Answer<Lines>, item UsePurposeChange;
        /// 使用部署: 様式3 ④, 様式4 ⑦; one a line.
        both departments: Answer<Lines>, item UsingDepartments;
        /// 使用者数: 様式3 ④, 様式4 ⑦.
        both users: Answer<Count<StaffBand>>, item Users;
        /// 使用方法: 様式3 ⑤, 様式4 ⑧.
        both manner: Answer<Lines>, item MannerOfUse;
        /// 情報の突合.
        both matching: Answer<Lines>, item Matching;
        /// 情報の統計分析.
        all statistics: Answer<Lines>, item Statistics;
        /// 権利利益に影響を与え得る決定.
        all decisions: Answer<Lines>, item Decisions;
        /// 使用開始日: 様式3 ⑥, 様式4 ⑨.
        both used_since: Answer<FormDate>, item UsedSince;
    }
}
