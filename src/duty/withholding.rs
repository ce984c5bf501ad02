//! What may be withheld from publication (規則第10条).

use chrono::NaiveDate;

use super::texts::{Text, of_body, rules};
use crate::value::code_list::code_list;
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::source::Source;

code_list! {
    /// The occasion on which a document becomes public. The labels are ours.
    pub enum Occasion ("occasion", "公示又は公表") {
        /// It is shown for public comment (公示): an all-item assessment.
        Announcement = "announcement", "意見を求める公示";
        /// It is published after it was filed or approved, for a new file, a material change or a threshold rise (公表).
        Publication = "publication", "公表";
        /// It is published after a correction (規則第14条).
        Correction = "correction", "修正後の公表";
    }
}

code_list! {
    /// Why something may be withheld (規則第10条). The labels are ours.
    pub enum WithholdingGround ("ground", "公示しないことができる理由") {
        /// 第1項: the affair handles files for the investigation of crimes, of offences against tax law, or for prosecution. The
        /// whole document or a part of it may be withheld.
        CriminalInvestigation = "criminal_investigation", "犯罪の捜査等";
        /// 第2項: publication is likely to hinder the proper management of Specific Personal Information seriously. A part may be
        /// withheld.
        ProperManagement = "proper_management", "特定個人情報の適切な管理への著しい支障";
    }
}

impl WithholdingGround {
    /// Whether the whole document may be withheld, and not only a part of it.
    #[must_use]
    pub const fn allows_whole(self) -> bool {
        match self {
            Self::CriminalInvestigation => true,
            Self::ProperManagement => false,
        }
    }
}

/// A ground for withholding parts of a document from publication (非公表).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Withholding {
    /// The occasion.
    pub occasion: Occasion,
    /// The document.
    pub document: AssessmentKind,
    /// The kind of body; `None` for both.
    pub body: Option<BodyKind>,
    /// The ground.
    pub ground: WithholdingGround,
    /// The provision, its words, and how certain it is.
    pub source: Source,
    /// The day from which the text that was read is in force.
    pub state: Option<NaiveDate>,
}

/// Makes the table. A row is `occasion document body, ground, provision, words;`.
macro_rules! withholdings {
    ($($occasion:ident $document:ident $body:expr, $ground:ident, $provision:literal, $words:expr;)+) => {
        &[$({
            let Text { source, state } = rules($provision, $words);
            let (occasion, ground) = (Occasion::$occasion, WithholdingGround::$ground);
            Withholding { occasion, document: AssessmentKind::$document, body: $body, ground, source, state }
        }),+]
    };
}

/// All grounds for withholding parts of a document from publication.
///
/// A basic-item assessment has one row for its publication, because 規則第5条第2項 applies only 第10条第1項. After a correction,
/// 第14条第3項 applies both paragraphs.
pub static WITHHOLDINGS: &[Withholding] = {
    const ORGANS: Option<BodyKind> = Some(BodyKind::AdministrativeOrgan);
    const LOCAL: Option<BodyKind> = Some(BodyKind::LocalGovernment);
    const BOTH: &str = "「この場合においては、第十条第一項及び第二項の規定を準用する」";
    const CORRECTED: &str = "「前二項の規定は、第五条第二項の規定による公表をした基礎項目評価書、第六条第三項の規定による公表をした重点項目評価書及び\
                             第七条第六項の規定による公表をした評価書に準用する」";
    const ANNOUNCED: &str = "「評価書の公示については、第十条第一項及び第二項の規定を準用する」";
    const PUBLISHED: &str = "\
        「法第二十八条第四項の規定による評価書の公表については、第十条第一項及び第二項の規定を準用する」; 第8条 says the same of a threshold rise";
    withholdings! {
        Publication BasicItem None, CriminalInvestigation, "規則第5条第2項（第10条第1項を準用）", "「この場合においては、第十条第一項の規定を準用する」";
        Correction BasicItem None, CriminalInvestigation, "規則第14条第3項（同条第2項、第10条第1項を準用）", CORRECTED;
        Correction BasicItem None, ProperManagement, "規則第14条第3項（同条第2項、第10条第2項を準用）", CORRECTED;
        Publication KeyItem None, CriminalInvestigation, "規則第6条第3項（第10条第1項を準用）", BOTH;
        Publication KeyItem None, ProperManagement, "規則第6条第3項（第10条第2項を準用）", BOTH;
        Correction KeyItem None, CriminalInvestigation, "規則第14条第3項（同条第2項、第10条第1項を準用）", CORRECTED;
        Correction KeyItem None, ProperManagement, "規則第14条第3項（同条第2項、第10条第2項を準用）", CORRECTED;
        Announcement AllItem LOCAL, CriminalInvestigation, "規則第7条第3項（第10条第1項を準用）", ANNOUNCED;
        Announcement AllItem LOCAL, ProperManagement, "規則第7条第3項（第10条第2項を準用）", ANNOUNCED;
        Publication AllItem LOCAL, CriminalInvestigation, "規則第7条第6項（第10条第1項を準用）", BOTH;
        Publication AllItem LOCAL, ProperManagement, "規則第7条第6項（第10条第2項を準用）", BOTH;
        Announcement AllItem ORGANS, CriminalInvestigation, "規則第10条第1項", "「その全部又は一部を公示しないことができる」";
        Announcement AllItem ORGANS, ProperManagement, "規則第10条第2項", "「評価書に記載する事項の一部を公示しないことができる」";
        // The announcement and the publication after a threshold rise.
        Announcement AllItem ORGANS, CriminalInvestigation, "規則第8条後段（第10条第1項を準用）", BOTH;
        Announcement AllItem ORGANS, ProperManagement, "規則第8条後段（第10条第2項を準用）", BOTH;
        Publication AllItem ORGANS, CriminalInvestigation, "規則第13条（第10条第1項を準用）", PUBLISHED;
        Publication AllItem ORGANS, ProperManagement, "規則第13条（第10条第2項を準用）", PUBLISHED;
        Correction AllItem ORGANS, CriminalInvestigation, "規則第14条第2項（第10条第1項を準用）", BOTH;
        Correction AllItem ORGANS, ProperManagement, "規則第14条第2項（第10条第2項を準用）", BOTH;
        Correction AllItem LOCAL, CriminalInvestigation, "規則第14条第3項（同条第2項、第10条第1項を準用）", CORRECTED;
        Correction AllItem LOCAL, ProperManagement, "規則第14条第3項（同条第2項、第10条第2項を準用）", CORRECTED;
    }
};

/// The grounds for withholding parts of a document of this kind when it becomes public (非公表).
///
/// If the kind of body is `None`, the rows of both kinds are listed.
///
/// ```
/// use mynumber_pia::duty::{WithholdingGround, Occasion, withholdings};
/// use mynumber_pia::value::kind::AssessmentKind;
///
/// let grounds = |occasion| -> Vec<WithholdingGround> {
///     withholdings(occasion, AssessmentKind::BasicItem, None).map(|row| row.ground).collect()
/// };
/// assert_eq!(grounds(Occasion::Publication), [WithholdingGround::CriminalInvestigation]);
/// assert_eq!(grounds(Occasion::Correction), [WithholdingGround::CriminalInvestigation, WithholdingGround::ProperManagement]);
/// ```
pub fn withholdings(
    occasion: Occasion,
    document: AssessmentKind,
    body: Option<BodyKind>,
) -> impl Iterator<Item = &'static Withholding> {
    WITHHOLDINGS
        .iter()
        .filter(move |row| row.occasion == occasion && row.document == document && of_body(row.body, body))
}
