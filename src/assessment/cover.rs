//! The cover and 基本情報: what the three forms ask alike.

use crate::answer::Answer;
use crate::catalogue::section;
use crate::choice::LinkageState;
use crate::date::FormDate;
use crate::text::{Lines, Text};

section! {
    /// The cover (表紙).
    #[doc(alias = "表紙")]
    pub struct Cover {
        /// 評価書番号: that of the 計画管理書, as printed.
        number: Answer<Text>, item AssessmentNumber;
        /// 評価書名, as printed, without the mark of its end.
        title: Answer<Text>, item AssessmentTitle;
        /// The day of 【○年○月○日 終了】 in the title, where the affair has ended (終了日).
        ended: Answer<FormDate>, beside AssessmentTitle;
        /// 個人のプライバシー等の権利利益の保護の宣言.
        declaration: Answer<Lines>, item Declaration;
        /// 特記事項.
        remarks: Answer<Lines>, item CoverRemarks;
        /// 評価実施機関名.
        body: Answer<Text>, item AssessingBody;
        /// 公表日.
        published: Answer<FormDate>, item PublicationDate;
    }
}

section! {
    /// １．特定個人情報ファイルを取り扱う事務 ①②.
    #[doc(alias = "事務")]
    pub struct Affair {
        /// ①事務の名称.
        name: Answer<Text>, item AffairName;
        /// ②事務の内容 (様式2: 事務の概要).
        content: Answer<Lines>, item AffairContent;
    }
}

section! {
    /// 情報提供ネットワークシステムによる情報連携.
    #[doc(alias = "情報連携")]
    #[doc(alias = "情報提供ネットワークシステムによる情報連携")]
    pub struct Linkage {
        /// ①実施の有無.
        state: Answer<LinkageState>, item LinkageState;
        /// ②法令上の根拠.
        bases: Answer<Lines>, item LinkageBases;
    }
}

section! {
    /// 評価実施機関における担当部署.
    #[doc(alias = "担当部署")]
    pub struct Department {
        /// ①部署, one a line.
        name: Answer<Lines>, item Department;
        /// ②所属長の役職名 (before 平成30年5月 the 所属長 by name).
        head: Answer<Lines>, item DepartmentHead;
    }
}
