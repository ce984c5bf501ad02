//! 規則第4条: affairs that need no assessment, whatever their size.

use crate::value::code_list::code_list;
use crate::value::source::{Certainty, Source};

code_list! {
    /// A ground on which 規則第4条 exempts an affair. Only what could be confirmed of that article is listed; its 第3号
    /// (対象人数 below 1,000) is no explicit exemption here but row 1 of the rule, read from the facts.
    ///
    /// It holds only where the affair handles nothing but such files.
    pub enum Exemption ("exemption", "適用除外") {
        /// Only files on the personnel, pay or welfare of present or former staff, or the like.
        PersonnelFilesOnly = "personnel_files_only", "職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務";
        /// Only files for manual processing. Its wording is ours: that of the article was not seen.
        ManualFilesOnly = "manual_files_only", "手作業処理用ファイルのみを取り扱う事務";
    }
}

impl Exemption {
    /// Where the exemption stands, and how sure that is.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::PersonnelFilesOnly => Source {
                citation: "規則第4条第1号",
                citation_certainty: Certainty::Confirmed,
                certainty: Certainty::Confirmed,
                evidence: "quoted in a published commentary on the rules",
            },
            Self::ManualFilesOnly => Source {
                citation: "規則第4条",
                citation_certainty: Certainty::PartlyConfirmed,
                certainty: Certainty::PartlyConfirmed,
                evidence: "named as exempt in published commentary; the number of the item was not seen",
            },
        }
    }
}
