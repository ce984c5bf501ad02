//! 規則第4条: files that need no assessment, regardless of the number of people in them.

use crate::value::code_list::code_list;
use crate::value::kind::BodyKind;
use crate::value::language::Language;
use crate::value::source::{Certainty, Source};

code_list! {
    /// A kind of file that 規則第4条 exempts (第1号, 第2号, 第4号 to 第7号).
    ///
    /// An affair that handles only such files is exempt as a whole.
    ///
    /// If an affair also handles other files, the exempt ones do not count towards 対象人数: set
    /// [`Facts::population`](super::Facts::population) without them.
    ///
    /// The other 号 are not listed. 第3号 (対象人数 below 1,000) is row 1 of [`TABLE`](super::TABLE), which reads it from the
    /// facts. 第8号 to 第10号 are not kinds of file: they lift the duty of 番号法第28条 after an assessment was published.
    ///
    /// The labels are ours, shortened from the text of the article.
    pub enum Exemption ("exemption", "適用除外") {
        /// 第1号: only files on personnel matters, pay, welfare or the like, of present or former staff, their dependants or
        /// survivors.
        PersonnelFilesOnly = "personnel_files_only", "職員又は職員であった者等の人事、給与、福利厚生に関する事項又はこれらに準ずる事項を記録した特定個人情報ファイルのみを取り扱う事務";
        /// 第2号: only files that cannot be searched by computer (個人情報の保護に関する法律第60条第2項第2号, 第16条第1項第2号), which
        /// commentary calls 手作業処理用ファイル.
        ManualFilesOnly = "manual_files_only", "手作業処理用ファイルのみを取り扱う事務";
        /// 第4号: only files of a 健康保険組合 on the medical insurance of its members and their dependants.
        HealthInsuranceSocietyFilesOnly = "health_insurance_society_files_only", "健康保険組合の保有する被保険者等の医療保険に関する事項を記録した特定個人情報ファイルのみを取り扱う事務";
        /// 第5号: only files of a 共済組合, a body like it that the article names, or the 地方公務員災害補償基金 on the mutual aid
        /// of its members and their dependants.
        MutualAidFilesOnly = "mutual_aid_files_only", "共済組合等の保有する組合員等の共済に関する事項を記録した特定個人情報ファイルのみを取り扱う事務";
        /// 第6号: only files of a 情報照会者, 情報提供者 (for both, other than 行政機関の長, 地方公共団体の機関, 独立行政法人等 and
        /// 地方独立行政法人) or 条例事務関係情報提供者 that are outside what it links (情報連携).
        UnlinkedFilesOnly = "unlinked_files_only", "情報照会者、情報提供者又は条例事務関係情報提供者の保有する情報連携の対象外の特定個人情報ファイルのみを取り扱う事務";
        /// 第7号: only files that the 会計検査院 holds for its audits.
        AuditFilesOnly = "audit_files_only", "会計検査院が検査上の必要により保有する特定個人情報ファイルのみを取り扱う事務";
    }
}

impl Exemption {
    /// The exemption in words (適用除外の説明): the label in Japanese, a short name in English.
    #[doc(alias = "適用除外の説明")]
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Japanese, _) => self.label(),
            (Language::English, Self::PersonnelFilesOnly) => "exempt: only files on personnel matters",
            (Language::English, Self::ManualFilesOnly) => "exempt: only files that are processed by hand",
            (Language::English, Self::HealthInsuranceSocietyFilesOnly) => {
                "exempt: only files of a health insurance society"
            }
            (Language::English, Self::MutualAidFilesOnly) => "exempt: only files on mutual aid",
            (Language::English, Self::UnlinkedFilesOnly) => "exempt: only files outside the information linkage",
            (Language::English, Self::AuditFilesOnly) => "exempt: only files for audits by the Board of Audit",
        }
    }

    /// The 号 of 規則第4条 that exempts such files, and how certain that is.
    #[must_use]
    pub const fn source(self) -> Source {
        let citation = match self {
            Self::PersonnelFilesOnly => "規則第4条第1号",
            Self::ManualFilesOnly => "規則第4条第2号",
            Self::HealthInsuranceSocietyFilesOnly => "規則第4条第4号",
            Self::MutualAidFilesOnly => "規則第4条第5号",
            Self::UnlinkedFilesOnly => "規則第4条第6号",
            Self::AuditFilesOnly => "規則第4条第7号",
        };
        Source {
            citation,
            citation_certainty: Certainty::Confirmed,
            certainty: Certainty::Confirmed,
            evidence: "text of the rules in force since 2025-04-01",
        }
    }

    /// Whether a file of this kind of body can be such a file (適用の可否). 第4号, 第5号 and 第7号 name bodies, and no local government is
    /// one of them.
    ///
    /// ```
    /// use mynumber_pia::threshold::Exemption;
    /// use mynumber_pia::value::kind::BodyKind;
    ///
    /// assert!(Exemption::AuditFilesOnly.can_apply_to(BodyKind::AdministrativeOrgan));
    /// assert!(!Exemption::AuditFilesOnly.can_apply_to(BodyKind::LocalGovernment));
    /// ```
    #[doc(alias = "適用の可否")]
    #[must_use]
    pub const fn can_apply_to(self, body: BodyKind) -> bool {
        match (body, self) {
            (BodyKind::AdministrativeOrgan, _)
            | (BodyKind::LocalGovernment, Self::PersonnelFilesOnly | Self::ManualFilesOnly | Self::UnlinkedFilesOnly) => {
                true
            }
            (
                BodyKind::LocalGovernment,
                Self::HealthInsuranceSocietyFilesOnly | Self::MutualAidFilesOnly | Self::AuditFilesOnly,
            ) => false,
        }
    }

    /// The source for a kind of body. 第4号, 第5号 and 第7号 name bodies that are no local government, and of 第6号 only the files
    /// of a 条例事務関係情報提供者 can be those of one. What the text does not say of a local government is not confirmed for it.
    ///
    /// ```
    /// use mynumber_pia::value::kind::BodyKind;
    /// use mynumber_pia::threshold::Exemption;
    /// use mynumber_pia::value::source::Certainty;
    ///
    /// let of = |body| Exemption::AuditFilesOnly.source_for(Some(body)).certainty;
    /// assert_eq!(of(BodyKind::AdministrativeOrgan), Certainty::Confirmed);
    /// assert_eq!(of(BodyKind::LocalGovernment), Certainty::Unconfirmed);
    /// ```
    #[must_use]
    pub const fn source_for(self, body: Option<BodyKind>) -> Source {
        let source = self.source();
        let (certainty, evidence) = match (self, body) {
            (_, None | Some(BodyKind::AdministrativeOrgan)) | (Self::PersonnelFilesOnly | Self::ManualFilesOnly, _) => {
                return source;
            }
            (Self::HealthInsuranceSocietyFilesOnly, Some(BodyKind::LocalGovernment)) => (
                Certainty::Unconfirmed,
                "text of the rules in force since 2025-04-01: 「健康保険組合の保有する」 files, and no local government is one",
            ),
            (Self::MutualAidFilesOnly, Some(BodyKind::LocalGovernment)) => (
                Certainty::Unconfirmed,
                "text of the rules in force since 2025-04-01: files of the bodies that it names, none of which is a local government",
            ),
            (Self::UnlinkedFilesOnly, Some(BodyKind::LocalGovernment)) => (
                Certainty::PartlyConfirmed,
                "text of the rules in force since 2025-04-01: 「行政機関の長、地方公共団体の機関、独立行政法人等及び地方独立行政法人を除く」; only files of a \
                 条例事務関係情報提供者 remain",
            ),
            (Self::AuditFilesOnly, Some(BodyKind::LocalGovernment)) => (
                Certainty::Unconfirmed,
                "text of the rules in force since 2025-04-01: 「会計検査院が検査上の必要により保有する」 files, and no local government is that body",
            ),
        };
        Source { certainty, evidence, ..source }
    }
}
