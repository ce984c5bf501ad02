//! The document: its fields, in the order in which they are stored.
//!
//! Here it is created and walked over. Its other methods are in the file of their subject:
//!
//! | file | methods |
//! |---|---|
//! | `edit` | `get`, `find`, `put` and what else reads or changes the field at a path |
//! | `batch` | `put_all` |
//! | `fill` | `open_items`, `adopt`, `change_form` |
//! | `bases` | `bases` |
//! | `log` | `place_of_change` |
//! | `json` | reading and writing |

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Affair, Cover, Department, Linkage};
use crate::assessment::file::{FileName, FileSection, RecordItemGroup};
use crate::assessment::procedure::{Change, Procedure, Requests, Rule9, ThresholdItems};
use crate::assessment::risk::{AffairRisk, OtherRiskMeasures, Risk};
use crate::assessment::system::InformationSystem;
use crate::catalogue::{Field, FieldMut, FieldPath, Part, Walk, WalkPath, part, walk_mut};
use crate::value::answer::{Answer, Lines};
use crate::value::band::{Count, PopulationBand};
use crate::value::choice::Extent;
use crate::value::kind::{AssessmentKind, Form, FormEdition};

part!(
    /// A 特定個人情報保護評価書 (assessment document) in any of the three forms.
    ///
    /// It has the fields of all three forms. The [catalogue](crate::catalogue) says which of them a form prints;
    /// answers to the other items are kept and stored too. To raise an assessment to a deeper form, or to lower it,
    /// [change its form](Self::change_form); [`open_items`](Self::open_items) lists what is still to be filled in.
    ///
    /// ```
    /// use mynumber_pia::{Assessment, AssessmentKind};
    ///
    /// let json = r#"{
    ///     "format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    ///     "affair": {"name": "後期高齢者医療に関する事務"},
    ///     "population": "from_100000_to_299999"
    /// }"#;
    /// let assessment: Assessment = serde_json::from_str(json)?;
    /// assert_eq!(assessment.kind(), AssessmentKind::KeyItem);
    /// assert_eq!(assessment.population.given().unwrap().range().min(), 100_000);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Assessment {
        #[header]
        /// The form that was filled in (様式). There is no default.
        pub form: Form,
        #[header]
        /// How much of the assessment is recorded (収録範囲).
        pub extent: Extent,
        /// The cover.
        pub cover: Cover,
        /// １．特定個人情報ファイルを取り扱う事務 ①②: Ⅰ1 of every form.
        pub affair: Affair,
        /// 対象人数: 様式2 Ⅱ1, 様式3 and 様式4 Ⅰ1③.
        #[item(Population)]
        pub population: Answer<Count<PopulationBand>>,
        /// システム: 様式3 and 様式4 Ⅰ2. 様式2 asks only for their names (Ⅰ1③).
        #[list(at_least_one)]
        pub systems: Vec<InformationSystem>,
        /// 特定個人情報ファイル名: 様式2 Ⅰ2, 様式3 and 様式4 Ⅰ3.
        #[list(at_least_one)]
        pub files: Vec<FileName>,
        /// 様式4 Ⅰ4①事務実施上の必要性, by file if the document distinguishes them.
        #[item(FileNecessity)]
        pub necessity: Answer<Lines>,
        /// 様式4 Ⅰ4②実現が期待されるメリット.
        #[item(FileBenefits)]
        pub benefits: Answer<Lines>,
        /// 個人番号の利用 法令上の根拠: 様式2 Ⅰ3, 様式3 Ⅰ4, 様式4 Ⅰ5.
        #[item(NumberUseBases)]
        pub number_use_bases: Answer<Lines>,
        /// 情報提供ネットワークシステムによる情報連携: 様式2 Ⅰ4, 様式3 Ⅰ5, 様式4 Ⅰ6.
        pub linkage: Linkage,
        /// 評価実施機関における担当部署: 様式2 Ⅰ5, 様式3 Ⅰ6, 様式4 Ⅰ7.
        pub department: Department,
        /// 他の評価実施機関: 様式2 Ⅰ6, 様式3 Ⅰ7, 様式4 Ⅰ8.
        #[item(OtherBodies)]
        pub other_bodies: Answer<Lines>,
        /// 様式4 (別添1) 事務の内容.
        #[item(ContentAnnex)]
        pub content_annex: Answer<Lines>,
        /// 様式4 (別添1) 備考.
        #[item(ContentAnnexRemarks)]
        pub content_annex_remarks: Answer<Lines>,
        /// 規則第９条第２項の適用: 様式2 Ⅰ9.
        pub rule_9: Rule9,
        /// しきい値判断項目 (様式2 Ⅱ, except 対象人数) and しきい値判断結果 (every form).
        pub threshold: ThresholdItems,
        /// リスク対策 of the affair as a whole: 様式2 Ⅳ.
        pub risk: AffairRisk,
        /// 特定個人情報ファイルの概要: 様式3 and 様式4 Ⅱ. One section per file, or one for several files that share it.
        #[list(at_least_one)]
        pub file_sections: Vec<FileSection>,
        /// (別添) 特定個人情報ファイル記録項目: 様式3 別添1, 様式4 別添2.
        #[list(at_least_one)]
        pub record_items: Vec<RecordItemGroup>,
        /// リスク対策 by file: 様式3 and 様式4 Ⅲ. One section per file, or one for several files that share it.
        #[list(at_least_one)]
        pub risks: Vec<Risk>,
        /// その他のリスク対策: 様式4 Ⅳ.
        pub other_risk: OtherRiskMeasures,
        /// 開示請求、問合せ: 様式2 Ⅰ7 and Ⅰ8, 様式3 Ⅳ, 様式4 Ⅴ.
        pub requests: Requests,
        /// 評価実施手続: 様式3 Ⅴ, 様式4 Ⅵ.
        pub procedure: Procedure,
        /// 変更箇所: the annex of every form.
        pub changes: Vec<Change>,
    }
);

impl Assessment {
    /// Creates an empty document of this edition. [`FormEdition::latest`] is the newest edition of a form.
    ///
    /// ```
    /// use mynumber_pia::{Assessment, AssessmentKind, FormEdition};
    ///
    /// let draft = Assessment::new("form_2_2024_10".parse()?);
    /// let json = serde_json::to_string(&draft)?;
    /// assert_eq!(json, r#"{"format":"mynumber-pia","version":1,"kind":"basic_item","edition":"form_2_2024_10"}"#);
    /// assert_eq!(serde_json::from_str::<Assessment>(&json)?, draft);
    ///
    /// let latest = FormEdition::latest(AssessmentKind::KeyItem).ok_or("no edition")?;
    /// assert_eq!(Assessment::new(latest).kind(), AssessmentKind::KeyItem);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(edition: FormEdition) -> Self {
        Self::empty(Form::Edition(edition), Extent::Whole)
    }

    /// The kind of assessment: basic-item, key-item or all-item.
    #[must_use]
    pub const fn kind(&self) -> AssessmentKind {
        self.form.kind()
    }

    /// The day that the document describes (公表日、最後の変更日): the day of its publication, or otherwise of its last change.
    /// If only the month or year is known, its last day. Use it as the `as_of` of a [check](crate::validate::validate)
    /// unless another day is needed.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "?",
    ///     "changes": [{"date": "2024-03"}, {"date": "2023-04-01"}]}"#;
    /// let assessment: Assessment = serde_json::from_str(json)?;
    /// assert_eq!(assessment.own_day().unwrap().to_string(), "2024-03-31");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn own_day(&self) -> Option<NaiveDate> {
        let published = self.cover.published.given();
        let changes = self.changes.iter().filter_map(|change| change.date.given());
        published.or_else(|| changes.max()).map(|date| date.last_day())
    }

    /// Visits every field together with its item, in the order in which fields are stored (全項目の走査), whether or not the
    /// form prints it.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let mut assessment = Assessment::new("form_3_2024_10".parse()?);
    /// assessment.affair.name = "国民健康保険に関する事務".parse()?;
    /// let mut answered = Vec::new();
    /// assessment.walk(|field| {
    ///     if field.value.is_given() {
    ///         answered.push(field.path.to_string());
    ///     }
    /// });
    /// assert_eq!(answered, ["affair.name"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "全項目の走査")]
    pub fn walk(&self, mut visit: impl FnMut(&Field<'_>)) {
        Part::walk(self, &WalkPath::ROOT, &mut Walk::new(self.form, false, &mut visit));
    }

    /// Visits every field like [`walk`](Self::walk), and also the fields of missing entries (空欄を含む走査). If the form
    /// prints at least one entry of a list and the document has none, such as a document without systems, the fields of an
    /// empty first entry are visited. Their answers are [`Value::Unanswered`](crate::value::answer::Value::Unanswered) and
    /// their index is 0.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let assessment = Assessment::new("form_3_2024_10".parse()?);
    /// let mut open = Vec::new();
    /// assessment.walk_with_empty_forms(|field| {
    ///     if field.is_open() {
    ///         open.push(field.path.to_string());
    ///     }
    /// });
    /// assert!(open.contains(&"systems[0].name".to_string()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "空欄を含む走査")]
    pub fn walk_with_empty_forms(&self, mut visit: impl FnMut(&Field<'_>)) {
        Part::walk(self, &WalkPath::ROOT, &mut Walk::new(self.form, true, &mut visit));
    }

    /// Visits every field together with its item, in the order in which fields are stored; the visitor may change it.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    /// use mynumber_pia::value::answer::{Answer, Lines};
    ///
    /// let mut assessment = Assessment::new("form_2_2024_10".parse()?);
    /// assessment.walk_mut(|mut field| {
    ///     if let Some(lines) = field.get_mut::<Answer<Lines>>() {
    ///         *lines = Answer::Blank;
    ///     }
    /// });
    /// assert_eq!(assessment.affair.content, Answer::Blank);
    /// # Ok::<(), mynumber_pia::value::kind::EditionError>(())
    /// ```
    pub fn walk_mut(&mut self, mut visit: impl FnMut(FieldMut<'_>)) {
        let edition = self.form.into();
        walk_mut(self, edition, &WalkPath::ROOT, &mut visit);
    }
}

impl FieldPath<Assessment> {
    /// The path to the document, at which every path begins.
    #[must_use]
    pub fn root() -> Self {
        Self::of_document()
    }
}
