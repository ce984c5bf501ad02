//! 選択肢: the printed choices of the forms that are not numbers. (Bands of numbers are in [`band`](crate::value::band).)
//!
//! Many items of a form are a numbered list from which the body picks one choice (`[ 十分である ]`), or a group of boxes
//! that it ticks. Each distinct list is one type here, even if several items print it. The type of a field says which
//! list its item offers. All lists implement [`CodeList`](crate::CodeList): a code to store, a label to show, and the
//! printed number.
//!
//! ```
//! use mynumber_pia::value::choice::{Adequacy, Connection};
//!
//! let answer: Adequacy = "[ 2） 十分である ]".parse()?;
//! assert_eq!(answer, Adequacy::Sufficient);
//! assert_eq!((answer.code(), answer.label(), answer.ordinal()), ("sufficient", "十分である", Some(2)));
//! assert_eq!(Connection::Tax.ordinal(), None); // check boxes have no numbers
//! # Ok::<(), mynumber_pia::value::error::UnknownChoice>(())
//! ```

use crate::value::code_list::code_list;

mod measure;
mod tick_box;

export! {
    measure::Adequacy "リスクへの対策は十分か";
    measure::Conduct "実施状況";
    measure::Establishment "安全管理体制・規程の整備";
    measure::Keeping "死者の個人番号" "保管の有無";
    measure::NiscCompliance "NISC政府機関統一基準群";
    measure::Notification "安全管理体制・規程の職員への周知";
    measure::Performance "実施の程度" "監査" "従業者に対する教育・啓発";
    measure::Priority "最も優先度が高いと考えられる対策";
    measure::ReEntrusteeControl "再委託先による特定個人情報ファイルの適切な取扱いの確保" "再委託先による特定個人情報ファイルの適切な取扱いの担保";
    measure::Recording "記録の有無";
    measure::Restriction "閲覧者・更新者の制限";
    measure::RuleState "ルール・規定の定め";
    tick_box::AcquisitionMethod "入手方法";
    tick_box::Audit "監査の実施の有無";
    tick_box::Connection "他のシステムとの接続";
    tick_box::DeliveryMethod "委託先への特定個人情報ファイルの提供方法";
    tick_box::InformationSource "入手元";
    tick_box::ProvisionMethod "提供方法";
    tick_box::RecordItem "主な記録項目";
    tick_box::RecordItemCategory "記録項目の区分";
    tick_box::TransferMethod "移転方法";
}

code_list! {
    /// 情報提供ネットワークシステムによる情報連携 ①実施の有無: 様式2 Ⅰ4, 様式3 Ⅰ5, 様式4 Ⅰ6.
    #[doc(alias = "情報連携")]
    pub enum LinkageState ("information linkage", "情報連携の実施の有無") {
        /// The affair uses it.
        Implemented = "implemented", "実施する" / "Carried out", number 1;
        /// It does not.
        NotImplemented = "not_implemented", "実施しない" / "Not carried out", number 2;
        /// Not decided yet.
        Undecided = "undecided", "未定" / "Undecided", number 3;
    }
}

code_list! {
    /// ①ファイルの種類: 様式3 and 様式4 Ⅱ2.
    pub enum FileKind ("kind of file", "ファイルの種類") {
        /// Handled by an information system.
        SystemFile = "system_file", "システム用ファイル" / "File of a system", number 1;
        /// A spreadsheet or the like.
        OtherElectronicFile = "other_electronic_file", "その他の電子ファイル（表計算ファイル等）" / "Other electronic file (spreadsheet and the like)", number 2;
    }
}

code_list! {
    /// 委託の有無: 様式3 and 様式4 Ⅱ4.
    pub enum EntrustmentState ("entrustment", "委託の有無") {
        /// Handling of the file is entrusted.
        Entrusted = "entrusted", "委託する" / "Entrusted", number 1;
        /// It is not.
        NotEntrusted = "not_entrusted", "委託しない" / "No entrustment", number 2;
    }
}

code_list! {
    /// 再委託の有無: 様式3 Ⅱ4④, 様式4 Ⅱ4⑦.
    pub enum ReEntrustmentState ("re-entrustment", "再委託の有無") {
        /// The entrustee entrusts it on.
        ReEntrusted = "re_entrusted", "再委託する" / "Re-entrusted", number 1;
        /// It does not.
        NotReEntrusted = "not_re_entrusted", "再委託しない" / "Not re-entrusted", number 2;
    }
}

code_list! {
    /// ②取扱いを委託する特定個人情報ファイルの範囲: 様式4 Ⅱ4.
    pub enum EntrustedScope ("entrusted scope", "取扱いを委託する特定個人情報ファイルの範囲") {
        /// The whole file.
        Whole = "whole", "特定個人情報ファイルの全体" / "The whole of the specific personal information file", number 1;
        /// A part of it.
        Part = "part", "特定個人情報ファイルの一部" / "A part of the specific personal information file", number 2;
    }
}

code_list! {
    /// ③手数料等: 様式4 Ⅴ1.
    pub enum Fee ("fee", "手数料等") {
        /// A request costs a fee.
        Charged = "charged", "有料" / "Charged", number 1;
        /// It does not.
        Free = "free", "無料" / "Free of charge", number 2;
    }
}

code_list! {
    /// 提出する特定個人情報保護評価書の種類: 様式2 Ⅳ1.
    pub enum SubmittedForms ("submitted forms", "提出する特定個人情報保護評価書の種類") {
        /// Only 様式2.
        BasicItem = "basic_item", "基礎項目評価書" / "Basic-item assessment", number 1;
        /// 様式2 and 様式3.
        BasicItemAndKeyItem = "basic_item_and_key_item", "基礎項目評価書及び重点項目評価書" / "Basic-item and key-item assessments", number 2;
        /// 様式2 and 様式4.
        BasicItemAndAllItem = "basic_item_and_all_item", "基礎項目評価書及び全項目評価書" / "Basic-item and all-item assessments", number 3;
    }
}

code_list! {
    /// 提出時期 of a change: whether the assessment is filed and published before or after the change is made.
    pub enum SubmissionTiming ("submission timing", "提出時期") {
        /// Before the change.
        Before = "before", "事前" / "Before";
        /// After it.
        After = "after", "事後" / "After";
    }
}

code_list! {
    /// How much of an assessment a record holds (収録範囲). It is not an item of a form.
    #[doc(alias = "抜粋")]
    #[derive(Default)]
    pub enum Extent ("extent of the record", "収録範囲") {
        /// All of it: an item without an answer is unanswered.
        #[default]
        Whole = "whole", "全体";
        /// A part, such as a published list of changes: an item without an answer here may be answered in the full
        /// document.
        Excerpt = "excerpt", "抜粋" / "Excerpt";
    }
}
