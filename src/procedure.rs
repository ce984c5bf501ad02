//! 開示請求、問合せ、評価実施手続、変更箇所: whom to ask, how the assessment was made, and what changed since.

use crate::answer::{Answer, Tick};
use crate::band::{Count, HandlersBand};
use crate::catalogue::{section, two_depths};
use crate::choice::{Conduct, Fee, SubmissionTiming};
use crate::date::FormDate;
use crate::incident::Occurrence;
use crate::kind::Obligation;
use crate::text::Lines;

two_depths! {
    /// 様式3 Ⅳ 開示請求、問合せ.
    #[doc(alias = "開示請求、問合せ")]
    #[doc(alias = "開示・訂正・利用停止請求")]
    key KeyItemRequests;
    /// 様式4 Ⅴ 開示請求、問合せ.
    #[doc(alias = "開示請求、問合せ")]
    #[doc(alias = "開示・訂正・利用停止請求")]
    all AllItemRequests;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "開示請求、問合せ")]
    shared Requests;
    {
        /// １①請求先, one office a line.
        both request_to: Answer<Lines>, item RequestTo;
        /// １②請求方法.
        both method: Answer<Lines>, item RequestMethod;
        /// １②特記事項.
        all remarks: Answer<Lines>, item RequestRemarks;
        /// １③手数料等.
        all fee: Answer<Fee>, item RequestFee;
        /// １③手数料額、納付方法.
        all fee_detail: Answer<Lines>, item RequestFeeDetail;
        /// １④個人情報ファイル簿の公表.
        all register: Answer<Conduct>, item FileRegister;
        /// １④個人情報ファイル名.
        all register_name: Answer<Lines>, item FileRegisterName;
        /// １④公表場所.
        all register_place: Answer<Lines>, item FileRegisterPlace;
        /// 法令による特別の手続: 様式3 １③, 様式4 １⑤.
        both special_procedure: Answer<Lines>, item SpecialProcedure;
        /// 個人情報ファイル簿への不記載等: 様式3 １④, 様式4 １⑥.
        both register_omission: Answer<Lines>, item FileRegisterOmission;
        /// ２①連絡先, one office a line.
        both contact_to: Answer<Lines>, item ContactTo;
        /// ２②対応方法.
        both handling: Answer<Lines>, item ContactHandling;
    }
}

two_depths! {
    /// 様式3 Ⅴ 評価実施手続. 意見の聴取 and 第三者点検 are voluntary.
    #[doc(alias = "評価実施手続")]
    key KeyItemProcedure;
    /// 様式4 Ⅵ 評価実施手続.
    #[doc(alias = "評価実施手続")]
    all AllItemProcedure;
    /// What 様式3 and 様式4 both ask.
    #[doc(alias = "評価実施手続")]
    shared Procedure;
    {
        /// １①基礎項目評価 実施日.
        both basic_assessment_date: Answer<FormDate>, item BasicAssessmentDate;
        /// １②しきい値判断結果: what is obligatory, whichever assessment is made. The sentence that the form prints is
        /// [`StatedResult::sentence`](crate::kind::StatedResult::sentence).
        both threshold_result: Answer<Obligation>, item ThresholdResult;
        /// ２①方法.
        both opinion_method: Answer<Lines>, item OpinionMethod;
        /// ２②実施日・期間.
        both opinion_period: OpinionPeriod, inside;
        /// ２③期間を短縮する特段の理由.
        all opinion_shortening: Answer<Lines>, item OpinionShortening;
        /// 主な意見の内容: 様式3 ２③, 様式4 ２④.
        both opinion_content: Answer<Lines>, item OpinionContent;
        /// ２⑤評価書への反映.
        all opinion_reflection: Answer<Lines>, item OpinionReflection;
        /// ３①第三者点検 実施日.
        both review_date: Answer<FormDate>, item ReviewDate;
        /// ３②方法.
        both review_method: Answer<Lines>, item ReviewMethod;
        /// ３③結果.
        both review_result: Answer<Lines>, item ReviewResult;
        /// ４①個人情報保護委員会の承認 提出日 (administrative organs alone).
        all commission_submission: Answer<FormDate>, item CommissionSubmission;
        /// ４②個人情報保護委員会による審査 (administrative organs alone).
        all commission_review: Answer<Lines>, item CommissionReview;
    }
}

section! {
    /// 意見の聴取 ②実施日・期間: the first and the last day, and the length as the document states it.
    #[doc(alias = "意見聴取の期間")]
    #[doc(alias = "実施日・期間")]
    pub struct OpinionPeriod {
        /// The first day.
        from: Answer<FormDate>, item OpinionPeriod;
        /// The last day.
        until: Answer<FormDate>, beside OpinionPeriod;
        /// How many days the document says that it was (31日間).
        days: Answer<u32>, beside OpinionPeriod;
    }
}

section! {
    /// Ⅱ しきい値判断項目 and Ⅲ しきい値判断結果 of 様式2. 対象人数 itself is a field of the document, since the three forms print
    /// it.
    #[doc(alias = "しきい値判断項目")]
    pub struct ThresholdItems {
        /// １．対象人数: いつ時点の計数か.
        population_as_of: Answer<FormDate>, item PopulationAsOf;
        /// ２．取扱者数.
        handlers: Answer<Count<HandlersBand>>, item Handlers;
        /// ２．取扱者数: いつ時点の計数か.
        handlers_as_of: Answer<FormDate>, item HandlersAsOf;
        /// ３．過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか.
        incident: Answer<Occurrence>, item IncidentInOneYear;
        /// Ⅲ しきい値判断結果.
        result: Answer<Obligation>, item ThresholdResult;
    }
}

section! {
    /// 規則第９条第２項の適用: 様式2 Ⅰ9. An affair that had to begin before it could be assessed, such as after a disaster.
    #[doc(alias = "規則第９条第２項の適用")]
    pub struct Rule9 {
        /// 適用した.
        applied: Tick, item Rule9Applied;
        /// 適用した理由.
        reason: Answer<Lines>, item Rule9Reason;
    }
}

section! {
    /// A row of 変更箇所, as text: the table is a log that people wrote, and no difference between two versions.
    ///
    /// An item is named in words, a text may be quoted in part (略), and what stood before need not be what stood after the
    /// last change.
    #[doc(alias = "変更箇所")]
    pub struct Change {
        /// Whether the row continues the one above (同上, （続き）, a change over the end of a page).
        continues: Tick, beside ChangedItem;
        /// 変更日.
        date: Answer<FormDate>, item ChangeDate;
        /// 項目, as printed; one row may name several.
        items: Answer<Lines>, item ChangedItem;
        /// On which pages it stands, where a document lists pages instead (ページ).
        pages: Answer<Lines>, beside ChangedItem;
        /// 変更前の記載.
        before: Answer<Lines>, item ChangeBefore;
        /// 変更後の記載.
        after: Answer<Lines>, item ChangeAfter;
        /// 提出時期.
        timing: Answer<SubmissionTiming>, item ChangeTiming;
        /// 提出時期に係る説明; where a document gives another reason (事由), that.
        reason: Answer<Lines>, item ChangeReason;
    }
}
