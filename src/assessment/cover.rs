//! The cover and 基本情報: what all three forms ask in the same way.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines};
use crate::value::choice::LinkageState;
use crate::value::date::FormDate;
use crate::value::text::Text;

part!(
    /// The cover (表紙): the number and title of the assessment, the body, its declaration, and the day of publication.
    pub struct Cover {
        /// 評価書番号: the number in the assessment plan register (計画管理書), as printed.
        #[item(AssessmentNumber)]
        pub number: Answer<Text>,
        /// 評価書名, as printed, without the mark that the affair has ended.
        #[item(AssessmentTitle)]
        pub title: Answer<Text>,
        /// The day of 【○年○月○日 終了】 in the title, if the affair has ended (終了日).
        #[beside(AssessmentTitle)]
        pub ended: Answer<FormDate>,
        /// 個人のプライバシー等の権利利益の保護の宣言.
        #[item(Declaration)]
        pub declaration: Answer<Lines>,
        /// 特記事項.
        #[item(CoverRemarks)]
        pub remarks: Answer<Lines>,
        /// 評価実施機関名.
        #[item(AssessingBody)]
        pub body: Answer<Text>,
        /// 公表日.
        #[item(PublicationDate)]
        pub published: Answer<FormDate>,
        /// 個人情報保護委員会 承認日 (様式4, administrative organs only).
        #[item(CommissionApprovalDate)]
        pub approved: Answer<FormDate>,
    }
);

part!(
    /// The affair that is assessed (特定個人情報ファイルを取り扱う事務): its name and content, Ⅰ1①②.
    pub struct Affair {
        /// ①事務の名称.
        #[item(AffairName)]
        pub name: Answer<Text>,
        /// ②事務の内容 (様式2: 事務の概要).
        #[item(AffairContent)]
        pub content: Answer<Lines>,
    }
);

part!(
    /// Whether the affair uses the Information Providing Network System, and on which basis (情報連携).
    pub struct Linkage {
        /// ①実施の有無.
        #[item(LinkageState)]
        pub state: Answer<LinkageState>,
        /// ②法令上の根拠.
        #[item(LinkageBases)]
        pub bases: Answer<Lines>,
    }
);

part!(
    /// The division in charge of the affair, and its head (評価実施機関における担当部署).
    pub struct Department {
        /// ①部署, one per line.
        #[item(Department)]
        pub name: Answer<Lines>,
        /// ②所属長の役職名 (before 平成30年5月 the 所属長 by name).
        #[item(DepartmentHead)]
        pub head: Answer<Lines>,
    }
);
