//! English translations of what the forms print.
//!
//! An item and a choice are declared with their English. One table has the other labels, headings and printed words,
//! because the same wording has the same translation wherever it is printed. The terms are those of the Japanese Law
//! Translation database if it has them (特定個人情報, 情報提供ネットワークシステム), and otherwise the names that this crate uses. No
//! official translation of the forms is known.

use super::Item;
use crate::value::band::{DataSubjectsBand, HandlersBand, PopulationBand, RecordItemsBand, RetentionPeriod, StaffBand};
use crate::value::choice::{
    AcquisitionMethod, Adequacy, Audit, Conduct, Connection, DeliveryMethod, EntrustedScope, EntrustmentState,
    Establishment, Extent, Fee, FileKind, InformationSource, Keeping, LinkageState, NiscCompliance, Notification,
    Performance, Priority, ProvisionMethod, ReEntrusteeControl, ReEntrustmentState, RecordItem, RecordItemCategory,
    Recording, Restriction, RuleState, SubmissionTiming, SubmittedForms, TransferMethod,
};
use crate::value::code_list::Choices;
use crate::value::incident::{LookBack, Occurrence};
use crate::value::number::is_circled;

/// The English for a label, a heading or a choice of the forms (英訳); `None` for any other string.
///
/// Numbers and marks around a heading are ignored.
///
/// ```
/// use mynumber_pia::catalogue::{Item, english};
///
/// assert_eq!(english(Item::Entrustee.label()), Some("Name of the entrustee"));
/// assert_eq!(english("リスク３：　従業者が事務外で使用するリスク"), Some("Risk of use by staff outside the affair"));
/// assert_eq!(english("東京都江戸川区長"), None);
/// ```
#[must_use]
pub fn english(japanese: &str) -> Option<&'static str> {
    lookup(japanese).or_else(|| lookup(core(japanese)))
}

fn lookup(japanese: &str) -> Option<&'static str> {
    let other = OTHERS.binary_search_by(|(own, _)| (*own).cmp(japanese)).ok().and_then(|index| OTHERS.get(index));
    let found = other.copied().or_else(|| declared().find(|(own, _)| *own == japanese));
    found.map(|(_, english)| english)
}

/// A heading without its number and mark: for 「５．個人番号の利用　※」 only the words.
fn core(heading: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let after = |sign: char, before: fn(char) -> bool| {
        heading.split_once(sign).filter(|(number, _)| number.chars().all(before)).map(|(_, rest)| rest)
    };
    let numbered = after('．', |c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let in_roman = after('　', |c| ('Ⅰ'..='Ⅻ').contains(&c));
    let of_risk =
        heading.strip_prefix("リスク").and_then(|rest| rest.trim_start_matches(is_digit).strip_prefix("：　"));
    let of_annex = heading.strip_prefix("（別添").and_then(|rest| rest.trim_start_matches(is_digit).strip_prefix('）'));
    let rest = numbered.or(in_roman).or(of_risk).or(of_annex).unwrap_or(heading);
    let rest = rest.trim_start_matches(is_circled);
    let rest = rest.split_once("　※").map_or(rest, |(rest, _)| rest);
    rest.strip_suffix("【任意】").or_else(|| rest.strip_suffix("　【行政機関等のみ】")).unwrap_or(rest)
}

/// The labels of the items and choices that are declared with their English.
fn declared() -> impl Iterator<Item = (&'static str, &'static str)> {
    LISTS.iter().flat_map(|list| list.members).filter_map(|one| Some((one.label, one.english?)))
}

/// Declares [`LISTS`].
macro_rules! lists {
    ($($list:ident)+) => {
        /// The lists whose labels the forms print.
        const LISTS: &[&Choices] = &[$( Choices::of::<$list>() ),+];
    };
}

lists! {
    Item
    AcquisitionMethod Adequacy Audit Conduct Connection DataSubjectsBand DeliveryMethod EntrustedScope
    EntrustmentState Establishment Extent Fee FileKind HandlersBand InformationSource Keeping LinkageState LookBack
    NiscCompliance Notification Occurrence Performance PopulationBand Priority ProvisionMethod ReEntrusteeControl
    ReEntrustmentState RecordItem RecordItemCategory RecordItemsBand Recording Restriction RetentionPeriod RuleState
    StaffBand SubmissionTiming SubmittedForms TransferMethod
}

/// The other printed words, sorted by the Japanese.
#[rustfmt::skip]
const OTHERS: &[(&str, &str)] = &[
    ("1,000人未満（任意実施）", "Fewer than 1,000 (voluntary)"),
    ("2)又は3)を選択した評価実施機関については、それぞれ重点項目評価書又は全項目評価書において、リスク対策の詳細が記載されている。", "If 2) or 3) is chosen, the key-item or the all-item assessment describes the measures in detail."),
    ("いつ時点の計数か", "As of which day"),
    ("この名称でなくなった時期", "Called so until"),
    ("この名称となった時期", "Called so since"),
    ("しきい値判断項目", "Items of the threshold determination"),
    ("その他の措置の内容", "Other measures"),
    ("その先", "Further tier"),
    ("その内容", "What happened"),
    ("その妥当性", "Why it is appropriate"),
    ("その必要性", "Why it is necessary"),
    ("システム", "System"),
    ("ファイル", "File"),
    ("ページ", "Pages"),
    ("リスクに対する措置の内容", "Measures against the risk"),
    ("リスクへの対策は十分か", "Are the measures against the risk sufficient?"),
    ("リスク対策", "Risk measures"),
    ("ルールの内容及びルール遵守の確認方法", "Content of the rules, and how compliance is checked"),
    ("上の行の続き", "Continues the row above"),
    ("不正な提供が行われるリスク", "Risk of unauthorized provision"),
    ("不正な提供が行われるリスクへの対策は十分か", "Are the measures against unauthorized provision sufficient?"),
    ("不正な提供・移転が行われるリスク", "Risk of unauthorized provision or transfer"),
    ("不正な提供・移転が行われるリスクへの対策は十分か", "Are the measures against unauthorized provision or transfer sufficient?"),
    ("不適切な方法で入手が行われるリスク", "Risk of acquisition by improper methods"),
    ("不適切な方法で提供されるリスク", "Risk of provision by improper methods"),
    ("不適切な方法で提供・移転が行われるリスク", "Risk of provision or transfer by improper methods"),
    ("主な記録項目 その他", "Main recorded items: others"),
    ("事務の概要", "Outline of the affair"),
    ("人手を介在させる作業", "Work done by hand"),
    ("他のシステムとの接続 その他", "Connection to other systems: others"),
    ("件数", "Number"),
    ("使用の主体", "Who uses it"),
    ("個人情報保護委員会の承認", "Approval of the Personal Information Protection Commission"),
    ("個人番号の利用", "Use of the Individual Number"),
    ("入手した特定個人情報が不正確であるリスク", "Risk that acquired specific personal information is inaccurate"),
    ("入手の際に特定個人情報が漏えい・紛失するリスク", "Risk that specific personal information is leaked or lost on acquisition"),
    ("入手元 その他", "Sources: others"),
    ("入手元 地方公共団体・地方独立行政法人", "Sources: local governments and local incorporated administrative agencies"),
    ("入手元 民間事業者", "Sources: private companies"),
    ("入手元 行政機関・独立行政法人等", "Sources: administrative organs and incorporated administrative agencies"),
    ("入手元 評価実施機関内の他部署", "Sources: other departments of the assessing body"),
    ("入手方法 その他", "Methods of acquisition: others"),
    ("具体的なチェック方法", "How it is done"),
    ("具体的な保管方法", "How they are kept"),
    ("具体的な内容", "Content in detail"),
    ("具体的な制限方法", "How they are restricted"),
    ("具体的な対策の内容", "Measures in detail"),
    ("具体的な方法", "How it is done"),
    ("具体的な管理方法", "How it is managed"),
    ("再々委託先", "Entrustee of the third tier"),
    ("再委託", "Re-entrustment"),
    ("再委託に関するリスク", "Risk in re-entrustment"),
    ("再委託先", "Re-entrustee"),
    ("再委託先による特定個人情報ファイルの適切な取扱いの担保", "Guaranteeing that re-entrustees handle the specific personal information file properly"),
    ("再発防止策の内容", "Measures against recurrence"),
    ("判断の根拠", "Grounds of the judgment"),
    ("別の名称", "Other names"),
    ("名称", "Name"),
    ("国民・住民等からの意見の聴取", "Public comment"),
    ("基本情報", "Basic information"),
    ("基礎項目評価", "Basic-item assessment"),
    ("基礎項目評価の実施が義務付けられる", "A basic-item assessment is obligatory"),
    ("基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）", "A basic-item assessment is obligatory (an all-item assessment is carried out voluntarily)"),
    ("基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）", "A basic-item assessment is obligatory (a key-item assessment is carried out voluntarily)"),
    ("基礎項目評価及び全項目評価の実施が義務付けられる", "A basic-item and an all-item assessment are obligatory"),
    ("基礎項目評価及び重点項目評価の実施が義務付けられる", "A basic-item and a key-item assessment are obligatory"),
    ("基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）", "A basic-item and a key-item assessment are obligatory (an all-item assessment is carried out voluntarily)"),
    ("変更箇所", "Change table"),
    ("委託の連鎖", "Chain of entrustment"),
    ("委託先", "Entrustee"),
    ("委託先における不正な使用等のリスク", "Risk of unauthorized use and the like at the entrustee"),
    ("委託先における不正な使用等のリスクへの対策は十分か", "Are the measures against unauthorized use and the like at the entrustee sufficient?"),
    ("委託先による特定個人情報の不正な提供に関するリスク", "Risk of improper provision of specific personal information by the entrustee"),
    ("委託先による特定個人情報の不正入手・不正な使用に関するリスク", "Risk of improper acquisition and unauthorized use of specific personal information by the entrustee"),
    ("委託先による特定個人情報の保管・消去に関するリスク", "Risk in the storage and erasure of specific personal information by the entrustee"),
    ("委託先への特定個人情報ファイルの提供方法 その他", "Methods of handing the file to the entrustee: others"),
    ("委託契約終了後の不正な使用等のリスク", "Risk of unauthorized use and the like after the end of the contract"),
    ("安全が保たれない方法によって入手が行われるリスク", "Risk of acquisition by unsafe methods"),
    ("実施の有無", "Whether it is carried out"),
    ("実施日", "Day"),
    ("実施日・期間", "Day and period"),
    ("従業者が事務外で使用するリスク", "Risk of use by staff outside the affair"),
    ("情報提供ネットワークシステムとの接続", "Connection to the Information Providing Network System"),
    ("情報提供ネットワークシステムとの接続に伴うその他のリスク及びそのリスクに対する措置", "Other risks of the connection to the Information Providing Network System and measures against them"),
    ("情報提供ネットワークシステムによる情報連携", "Information linkage through the Information Providing Network System"),
    ("所属長", "Head of the department"),
    ("手順の内容", "Content of the procedure"),
    ("提供を行っている 件数", "Number of provisions"),
    ("提供・移転の有無", "Whether information is provided or transferred"),
    ("提供方法 その他", "Methods of provision: others"),
    ("提出日", "Day of submission"),
    ("方法", "Method"),
    ("日数", "Number of days"),
    ("時期・頻度", "Time and frequency"),
    ("期間", "Period"),
    ("構成するシステム", "Constituent systems"),
    ("様式に欄のない記載", "What the form does not print"),
    ("権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスク", "Risk of use by unauthorized persons (former staff, staff without access rights)"),
    ("権限のない者（元職員、アクセス権限のない職員等）によって不正に使用されるリスクへの対策は十分か", "Are the measures against use by unauthorized persons (former staff, staff without access rights) sufficient?"),
    ("法令上の根拠", "Statutory basis"),
    ("特定個人情報が古い情報のまま保管され続けるリスク", "Risk that outdated specific personal information is kept"),
    ("特定個人情報が消去されずいつまでも存在するリスク", "Risk that specific personal information is never erased"),
    ("特定個人情報の使用", "Use of specific personal information"),
    ("特定個人情報の使用におけるその他のリスク及びそのリスクに対する措置", "Other risks of using specific personal information and measures against them"),
    ("特定個人情報の保管・消去", "Retention and erasure of specific personal information"),
    ("特定個人情報の保管・消去におけるその他のリスク及びそのリスクに対する措置", "Other risks of retention and erasure of specific personal information and measures against them"),
    ("特定個人情報の入手・使用", "Acquisition and use of specific personal information"),
    ("特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）", "Acquisition of specific personal information (except through the Information Providing Network System)"),
    ("特定個人情報の入手（情報提供ネットワークシステムを通じた入手を除く。）におけるその他のリスク及びそのリスクに対する措置", "Other risks of acquiring specific personal information (except through the Information Providing Network System) and measures against them"),
    ("特定個人情報の提供・移転（委託に伴うものを除く。）", "Provision and transfer of specific personal information (except with entrustment)"),
    ("特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）", "Provision and transfer of specific personal information (except by entrustment or through the Information Providing Network System)"),
    ("特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）におけるその他のリスク及びそのリスクに対する措置", "Other risks of provision and transfer (except by entrustment or through the Information Providing Network System) and measures against them"),
    ("特定個人情報の漏えい・滅失・毀損リスク", "Risk of leakage, loss and damage of specific personal information"),
    ("特定個人情報の漏えい・滅失・毀損リスクへの対策は十分か", "Are the measures against leakage, loss and damage of specific personal information sufficient?"),
    ("特定個人情報の開示・訂正・利用停止請求", "Requests for disclosure, correction or suspension of use of specific personal information"),
    ("特定個人情報ファイルが不正に複製されるリスク", "Risk that specific personal information files are copied without authority"),
    ("特定個人情報ファイルの取扱いに関する問合せ", "Inquiries about the handling of specific personal information files"),
    ("特定個人情報ファイルの取扱いの委託", "Entrustment of the handling of specific personal information files"),
    ("特定個人情報ファイルの取扱いの委託におけるその他のリスク及びそのリスクに対する措置", "Other risks of entrusting the handling of specific personal information files and measures against them"),
    ("特定個人情報ファイルの取扱いプロセスにおけるリスク対策", "Risk measures in the process of handling specific personal information files"),
    ("特定個人情報ファイルの概要", "Outline of the specific personal information files"),
    ("特定個人情報ファイルを取り扱う事務", "Affair in which specific personal information files are handled"),
    ("特定個人情報ファイルを取り扱う事務において使用するシステム", "Systems used in the affair in which specific personal information files are handled"),
    ("特定個人情報ファイルを取り扱う理由", "Reasons for handling specific personal information files"),
    ("特定個人情報ファイル取扱者数は500人以上か", "Are there 500 or more handlers of the specific personal information files?"),
    ("特定個人情報ファイル記録項目", "Recorded items of the specific personal information files"),
    ("特定個人情報保護委員会 承認日", "Day of approval by the Specific Personal Information Protection Commission"),
    ("特定個人情報保護委員会による審査", "Examination by the Specific Personal Information Protection Commission"),
    ("特定個人情報保護評価の実施が義務付けられない", "No assessment is obligatory"),
    ("特定個人情報保護評価の実施が義務付けられない（任意に全項目評価を実施）", "No assessment is obligatory (an all-item assessment is carried out voluntarily)"),
    ("特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）", "No assessment is obligatory (a key-item assessment is carried out voluntarily)"),
    ("特定個人情報保護評価書（全項目評価書）", "Specific Personal Information Protection Assessment (all-item)"),
    ("特定個人情報保護評価書（基礎項目評価書）", "Specific Personal Information Protection Assessment (basic-item)"),
    ("特定個人情報保護評価書（重点項目評価書）", "Specific Personal Information Protection Assessment (key-item)"),
    ("番号", "Number"),
    ("目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスク", "Risk of linking beyond the purpose or with information not needed for the affair"),
    ("目的を超えた紐付け、事務に必要のない情報との紐付けが行われるリスクへの対策は十分か", "Are the measures against linking beyond the purpose or with unneeded information sufficient?"),
    ("目的外の入手が行われるリスク", "Risk of acquisition outside the purpose"),
    ("目的外の入手が行われるリスクへの対策は十分か", "Are the measures against acquisition outside the purpose sufficient?"),
    ("移転を行っている 件数", "Number of transfers"),
    ("移転方法 その他", "Methods of transfer: others"),
    ("第三者点検", "Third-party review"),
    ("終了日", "Last day"),
    ("結果", "Result"),
    ("行", "Row"),
    ("行う業務", "What it does"),
    ("表紙", "Cover"),
    ("見出し", "Heading"),
    ("規定の内容", "Content of the clauses"),
    ("記録項目の組", "Group of recorded items"),
    ("評価実施手続", "Procedure of the assessment"),
    ("評価実施機関における担当部署", "Department in charge at the assessing body"),
    ("評価対象の事務の対象人数は何人か", "Population of the assessed affair"),
    ("誤った情報を提供してしまうリスク、誤った相手に提供してしまうリスク", "Risk of providing wrong information, or to a wrong recipient"),
    ("誤った情報を提供・移転してしまうリスク、誤った相手に提供・移転してしまうリスク", "Risk of providing or transferring wrong information, or to a wrong recipient"),
    ("運用主体", "Operator"),
    ("適用した", "Applied"),
    ("重大事故", "Serious incidents"),
    ("開示請求、問合せ", "Requests for disclosure, inquiries"),
    ("関連情報", "Related information"),
    ("項目一覧", "List of items"),
    ("（備考）", "(Notes)"),
];
