//! 評価の種類: the three kinds of assessment, what the law requires, what a form states as the result, the editions of the
//! forms, and the kind of body.
//!
//! There are three forms: 様式2 for the short basic-item assessment, 様式3 for the key-item assessment, 様式4 for the
//! all-item assessment. The threshold determination (しきい値判断) says which of them an affair needs ([`Obligation`]). Each
//! form exists in several editions ([`FormEdition`]), and the body states the result on it ([`StatedResult`]). A body
//! may choose a deeper form than it must.
//!
//! ```
//! use mynumber_pia::value::kind::{AssessmentKind, FormEdition, Obligation};
//!
//! let edition: FormEdition = "[令和6年10月 様式3]".parse()?;
//! assert_eq!(edition.kind(), AssessmentKind::KeyItem);
//! assert_eq!(edition.to_string(), "form_3_2024_10");
//! assert_eq!(Obligation::BasicItemAndKeyItem.deepest(), Some(edition.kind()));
//! # Ok::<(), mynumber_pia::value::kind::EditionError>(())
//! ```

mod edition;
mod obligation;
mod stated;

export! {
    edition::EditionError "様式の版の誤り";
    edition::Form "様式";
    edition::FormEdition "様式" "様式の版";
    edition::KnownEdition "様式の版";
    obligation::Obligation "実施が義務付けられる評価" "しきい値判断結果";
    obligation::ObligationSet "実施が義務付けられる評価";
    stated::ResultNotPrinted "しきい値判断結果の誤り";
    stated::StatedResult "しきい値判断結果" "任意";
}

use crate::value::code_list::code_list;

code_list! {
    /// The kinds of 特定個人情報保護評価, from the shallowest to the deepest.
    ///
    /// ```
    /// use mynumber_pia::AssessmentKind;
    ///
    /// assert_eq!(AssessmentKind::KeyItem.code(), "key_item");
    /// assert_eq!(AssessmentKind::KeyItem.label(), "重点項目評価");
    /// assert_eq!(AssessmentKind::KeyItem.form(), "様式3");
    /// assert_eq!(AssessmentKind::from_label("重点項目評価書"), Ok(AssessmentKind::KeyItem));
    /// ```
    pub enum AssessmentKind ("assessment kind", "特定個人情報保護評価の種類") {
        /// Basic-item assessment (規則第5条), form 様式2.
        BasicItem = "basic_item", "基礎項目評価", also "基礎項目評価書", also "様式2";
        /// Key-item assessment (規則第6条), form 様式3.
        KeyItem = "key_item", "重点項目評価", also "重点項目評価書", also "様式3";
        /// All-item assessment (規則第7条; of administrative organs 番号法第28条), form 様式4.
        AllItem = "all_item", "全項目評価", also "全項目評価書", also "様式4";
    }
}

impl AssessmentKind {
    /// The name of the form (様式) for this kind of assessment.
    #[must_use]
    pub const fn form(self) -> &'static str {
        match self {
            Self::BasicItem => "様式2",
            Self::KeyItem => "様式3",
            Self::AllItem => "様式4",
        }
    }

    /// The name of the document (評価書).
    #[doc(alias = "評価書")]
    #[must_use]
    pub const fn document(self) -> &'static str {
        match self {
            Self::BasicItem => "基礎項目評価書",
            Self::KeyItem => "重点項目評価書",
            Self::AllItem => "全項目評価書",
        }
    }
}

code_list! {
    /// The two kinds of 評価実施機関. The rules on the all-item assessment differ between them.
    ///
    /// The kind does not change which assessment is required. It changes the provision that requires the all-item
    /// assessment, and the procedure.
    #[doc(alias = "地方公共団体等")]
    #[doc(alias = "行政機関等")]
    pub enum BodyKind ("kind of body", "評価実施機関の種類") {
        /// Every 行政機関の長等 that is not a 地方公共団体等: the word of the forms, wider than 行政機関 alone. The
        /// all-item assessment is required by 番号法第28条第1項.
        AdministrativeOrgan = "administrative_organ", "行政機関等";
        /// 地方公共団体の機関 and 地方独立行政法人 (規則第2条第3号). The all-item assessment is required by 規則第7条第1項.
        LocalGovernment = "local_government", "地方公共団体等";
    }
}
