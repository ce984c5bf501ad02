//! The headings of the forms: the titles of sections, and other lines printed between items. The row of a heading names
//! the item after it, so an edition without the item has no heading either.

use super::Item;
use crate::value::kind::AssessmentKind;

/// How deep a heading is (見出しの階層).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A section or an annex: 「Ⅰ　基本情報」, 「（別添２）特定個人情報ファイル記録項目」.
    Section,
    /// A numbered part of a section: 「３．特定個人情報の使用」.
    Part,
    /// A risk: 「リスク１：　目的外の入手が行われるリスク」.
    Risk,
    /// The common label of several items: 「⑦使用の主体」.
    Group,
    /// A sentence that explains the items before it.
    Note,
}

/// A heading of a form, as printed (見出し).
///
/// ```
/// use mynumber_pia::AssessmentKind;
/// use mynumber_pia::catalogue::{Item, headings};
///
/// let texts: Vec<&str> = headings(AssessmentKind::AllItem, Item::RiskFileNames).iter().map(|one| one.text).collect();
/// assert_eq!(texts[0], "Ⅲ　特定個人情報ファイルの取扱いプロセスにおけるリスク対策　※（７．リスク１⑨を除く。）");
/// assert_eq!(texts[1], "１．特定個人情報ファイル名");
/// ```
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The first item below it.
    pub before: Item,
    /// How deep it is.
    pub level: Level,
    /// The printed words. A ※ among them marks every item below the heading.
    pub text: &'static str,
    /// Whether it is printed in each entry of the list that begins with the item. Otherwise it is printed once before
    /// the list.
    pub in_each: bool,
}

/// The headings that the form of `kind` prints directly before an item (見出し), the outermost first.
///
/// Most items have none.
///
/// Read from the assessments of 熊谷市 (様式2), 松戸市 and 川口市 (様式3), and 江戸川区 (様式4).
#[must_use]
pub fn headings(kind: AssessmentKind, item: Item) -> &'static [Heading] {
    let all = all(kind);
    // The headings before an item are adjacent in the table.
    let after = all.iter().position(|heading| heading.before == item).and_then(|first| all.get(first..));
    let after = after.unwrap_or_default();
    let others = after.iter().position(|heading| heading.before != item).unwrap_or(after.len());
    after.get(..others).unwrap_or_default()
}

/// The headings of a form, in the printed order.
pub(crate) const fn all(kind: AssessmentKind) -> &'static [Heading] {
    match kind {
        AssessmentKind::BasicItem => BASIC_ITEM,
        AssessmentKind::KeyItem => KEY_ITEM,
        AssessmentKind::AllItem => ALL_ITEM,
    }
}

/// Declares headings. A row is `Item Level "text";`. With `each` before the text, the heading is printed in every entry
/// of a list.
macro_rules! headings {
    ($( $item:ident $level:ident $($each:ident)? $text:literal; )+) => {
        &[$( Heading {
            before: Item::$item,
            level: Level::$level,
            text: $text,
            in_each: headings!(@each $($each)?),
        }, )+]
    };
    (@each) => { false };
    (@each each) => { true };
}

const BASIC_ITEM: &[Heading] = headings! {
    AssessmentNumber Section "表紙";
    AffairName Section "Ⅰ　関連情報";
    AffairName Part "１．特定個人情報ファイルを取り扱う事務";
    SystemName Group "③システムの名称";
    FileNames Part "２．特定個人情報ファイル名";
    NumberUseBases Part "３．個人番号の利用";
    LinkageState Part "４．情報提供ネットワークシステムによる情報連携";
    Department Part "５．評価実施機関における担当部署";
    OtherBodies Part "６．他の評価実施機関";
    RequestTo Part "７．特定個人情報の開示・訂正・利用停止請求";
    ContactTo Part "８．特定個人情報ファイルの取扱いに関する問合せ";
    Rule9Applied Part "９．規則第９条第２項の適用";
    Population Section "Ⅱ　しきい値判断項目";
    Population Part "１．対象人数";
    Handlers Part "２．取扱者数";
    IncidentInOneYear Part "３．重大事故";
    ThresholdResult Section "Ⅲ　しきい値判断結果";
    SubmittedForms Section "Ⅳ　リスク対策";
    SubmittedForms Part "１．提出する特定個人情報保護評価書の種類";
    AcquisitionPurposeAdequacy Note "2)又は3)を選択した評価実施機関については、それぞれ重点項目評価書又は全項目評価書において、リスク対策の詳細が記載されている。";
    AcquisitionPurposeAdequacy Part "２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）";
    LinkingAdequacy Part "３．特定個人情報の使用";
    NoEntrustment Part "４．特定個人情報ファイルの取扱いの委託";
    NoProvision Part "５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）";
    NoLinkageAcquisition Part "６．情報提供ネットワークシステムとの接続";
    LeakageAdequacy Part "７．特定個人情報の保管・消去";
    ManualWorkNone Part "８．人手を介在させる作業";
    Audits Part "９．監査";
    TrainingState Part "10．従業者に対する教育・啓発";
    PriorityElsewhere Part "11．最も優先度が高いと考えられる対策";
    ChangeDate Section "変更箇所";
};

const KEY_ITEM: &[Heading] = headings! {
    AssessmentNumber Section "表紙";
    AffairName Section "Ⅰ　基本情報";
    AffairName Part "１．特定個人情報ファイルを取り扱う事務";
    SystemName Part "２．特定個人情報ファイルを取り扱う事務において使用するシステム";
    FileNames Part "３．特定個人情報ファイル名";
    NumberUseBases Part "４．個人番号の利用　※";
    LinkageState Part "５．情報提供ネットワークシステムによる情報連携　※";
    Department Part "６．評価実施機関における担当部署";
    OtherBodies Part "７．他の評価実施機関";
    SectionFileNames Section each "Ⅱ　特定個人情報ファイルの概要";
    SectionFileNames Part each "１．特定個人情報ファイル名";
    FileKind Part "２．基本情報";
    Sources Part "３．特定個人情報の入手・使用";
    UsingDepartments Group "④使用の主体";
    EntrustmentState Part "４．特定個人情報ファイルの取扱いの委託";
    ReEntrustmentState Group "再委託";
    ProvisionMade Part "５．特定個人情報の提供・移転（委託に伴うものを除く。）";
    ProvisionMade Group "提供・移転の有無";
    StoragePlace Part "６．特定個人情報の保管・消去";
    FileRemarks Part "７．備考";
    RecordItems Section "（別添１）特定個人情報ファイル記録項目";
    RiskFileNames Section each "Ⅲ　リスク対策　※（７．②を除く。）";
    RiskFileNames Part each "１．特定個人情報ファイル名";
    AcquisitionPurposeMeasures Part "２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）";
    AcquisitionPurposeMeasures Risk "リスク：　目的外の入手が行われるリスク";
    LinkingMeasures Part "３．特定個人情報の使用";
    LinkingMeasures Risk "リスク１：　目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク";
    AuthenticationState Risk "リスク２：　権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスク";
    NoEntrustment Part "４．特定個人情報ファイルの取扱いの委託";
    ContractState Risk "リスク：　委託先における不正な使用等のリスク";
    NoProvision Part "５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）";
    ProvisionRuleState Risk "リスク：　不正な提供・移転が行われるリスク";
    NoLinkageAcquisition Part "６．情報提供ネットワークシステムとの接続";
    LinkageAcquisitionMeasures Risk "リスク１：　目的外の入手が行われるリスク";
    LinkageProvisionMeasures Risk "リスク２：　不正な提供が行われるリスク";
    AccidentProcedure Part "７．特定個人情報の保管・消去";
    AccidentProcedure Risk "リスク：　特定個人情報の漏えい・滅失・毀損リスク";
    Audits Part "８．監査";
    TrainingState Part "９．従業者に対する教育・啓発";
    OtherMeasures Part "10．その他のリスク対策";
    RequestTo Section "Ⅳ　開示請求、問合せ";
    RequestTo Part "１．特定個人情報の開示・訂正・利用停止請求";
    ContactTo Part "２．特定個人情報ファイルの取扱いに関する問合せ";
    BasicAssessmentDate Section "Ⅴ　評価実施手続";
    BasicAssessmentDate Part "１．基礎項目評価";
    OpinionMethod Part "２．国民・住民等からの意見の聴取【任意】";
    ThirdPartyReviewDate Part "３．第三者点検【任意】";
    ChangeDate Section "（別添２）変更箇所";
};

const ALL_ITEM: &[Heading] = headings! {
    AssessmentNumber Section "表紙";
    AffairName Section "Ⅰ　基本情報";
    AffairName Part "１．特定個人情報ファイルを取り扱う事務";
    SystemName Part "２．特定個人情報ファイルを取り扱う事務において使用するシステム";
    FileNames Part "３．特定個人情報ファイル名";
    FileNecessity Part "４．特定個人情報ファイルを取り扱う理由";
    NumberUseBases Part "５．個人番号の利用　※";
    LinkageState Part "６．情報提供ネットワークシステムによる情報連携　※";
    Department Part "７．評価実施機関における担当部署";
    OtherBodies Part "８．他の評価実施機関";
    ContentAnnex Section "（別添１）事務の内容";
    SectionFileNames Section each "Ⅱ　特定個人情報ファイルの概要";
    SectionFileNames Part each "１．特定個人情報ファイル名";
    FileKind Part "２．基本情報";
    Sources Part "３．特定個人情報の入手・使用";
    UsingDepartments Group "⑦使用の主体";
    EntrustmentState Part "４．特定個人情報ファイルの取扱いの委託";
    ReEntrustmentState Group "再委託";
    ProvisionMade Part "５．特定個人情報の提供・移転（委託に伴うものを除く。）";
    ProvisionMade Group "提供・移転の有無";
    StoragePlace Part "６．特定個人情報の保管・消去";
    RetentionPeriod Group "②保管期間";
    FileRemarks Part "７．備考";
    RecordItems Section "（別添２）特定個人情報ファイル記録項目";
    RiskFileNames Section each "Ⅲ　特定個人情報ファイルの取扱いプロセスにおけるリスク対策　※（７．リスク１⑨を除く。）";
    RiskFileNames Part each "１．特定個人情報ファイル名";
    AcquisitionOthersMeasures Part "２．特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）";
    AcquisitionOthersMeasures Risk "リスク１：　目的外の入手が行われるリスク";
    AcquisitionImproperMeasures Risk "リスク２：　不適切な方法で入手が行われるリスク";
    AcquisitionIdentityMeasures Risk "リスク３：　入手した特定個人情報が不正確であるリスク";
    AcquisitionLeakMeasures Risk "リスク４：　入手の際に特定個人情報が漏えい・紛失するリスク";
    LinkingAddresseeMeasures Part "３．特定個人情報の使用";
    LinkingAddresseeMeasures Risk "リスク１：　目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク";
    AuthenticationState Risk "リスク２：　権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスク";
    StaffMisuseMeasures Risk "リスク３：　従業者が事務外で使用するリスク";
    CopyMeasures Risk "リスク４：　特定個人情報ファイルが不正に複製されるリスク";
    NoEntrustment Part "４．特定個人情報ファイルの取扱いの委託";
    EntrusteeSystemCheck Risk "委託先による特定個人情報の不正入手・不正な使用に関するリスク";
    EntrusteeSystemCheck Risk "委託先による特定個人情報の不正な提供に関するリスク";
    EntrusteeSystemCheck Risk "委託先による特定個人情報の保管・消去に関するリスク";
    EntrusteeSystemCheck Risk "委託契約終了後の不正な使用等のリスク";
    EntrusteeSystemCheck Risk "再委託に関するリスク";
    NoProvision Part "５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）";
    ProvisionRecordState Risk "リスク１：　不正な提供・移転が行われるリスク";
    ProvisionImproperMeasures Risk "リスク２：　不適切な方法で提供・移転が行われるリスク";
    ProvisionMistakeMeasures Risk "リスク３：　誤った情報を提供・移転してしまうリスク、誤った相手に提供・移転してしまうリスク";
    NoLinkageAcquisition Part "６．情報提供ネットワークシステムとの接続";
    LinkageAcquisitionMeasures Risk "リスク１：　目的外の入手が行われるリスク";
    LinkageUnsafeMeasures Risk "リスク２：　安全が保たれない方法によって入手が行われるリスク";
    LinkageInaccurateMeasures Risk "リスク３：　入手した特定個人情報が不正確であるリスク";
    LinkageLeakMeasures Risk "リスク４：　入手の際に特定個人情報が漏えい・紛失するリスク";
    LinkageProvisionMeasures Risk "リスク５：　不正な提供が行われるリスク";
    LinkageImproperMeasures Risk "リスク６：　不適切な方法で提供されるリスク";
    LinkageMistakeMeasures Risk "リスク７：　誤った情報を提供してしまうリスク、誤った相手に提供してしまうリスク";
    NiscState Part "７．特定個人情報の保管・消去";
    NiscState Risk "リスク１：　特定個人情報の漏えい・滅失・毀損リスク";
    OutdatedMeasures Risk "リスク２：　特定個人情報が古い情報のまま保管され続けるリスク";
    ErasureProcedureState Risk "リスク３：　特定個人情報が消去されずいつまでも存在するリスク";
    SelfInspectionState Section "Ⅳ　その他のリスク対策　※";
    SelfInspectionState Part "１．監査";
    TrainingState Part "２．従業者に対する教育・啓発";
    OtherMeasures Part "３．その他のリスク対策";
    RequestTo Section "Ⅴ　開示請求、問合せ";
    RequestTo Part "１．特定個人情報の開示・訂正・利用停止請求";
    ContactTo Part "２．特定個人情報ファイルの取扱いに関する問合せ";
    BasicAssessmentDate Section "Ⅵ　評価実施手続";
    BasicAssessmentDate Part "１．基礎項目評価";
    OpinionMethod Part "２．国民・住民等からの意見の聴取";
    ThirdPartyReviewDate Part "３．第三者点検";
    CommissionSubmission Part "４．個人情報保護委員会の承認　【行政機関等のみ】";
    ChangeDate Section "（別添３）変更箇所";
};
