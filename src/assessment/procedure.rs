//! 開示請求、問合せ、評価実施手続、変更箇所: where requests go, how the assessment was made, and what changed since.

use crate::catalogue::part;
use crate::value::answer::{Answer, Lines, Tick};
use crate::value::band::{Count, HandlersBand};
use crate::value::choice::{Conduct, Fee, SubmissionTiming};
use crate::value::date::FormDate;
use crate::value::incident::Occurrence;
use crate::value::kind::Obligation;

part!(
    /// Where people send requests and questions (開示請求、問合せ): 様式3 Ⅳ, 様式4 Ⅴ.
    ///
    /// 様式2 asks only 請求先 and 連絡先 (Ⅰ7, Ⅰ8).
    pub struct Requests {
        /// １①請求先, one office a line.
        #[item(RequestTo)]
        pub request_to: Answer<Lines>,
        /// １②請求方法.
        #[item(RequestMethod)]
        pub method: Answer<Lines>,
        /// １②特記事項.
        #[item(RequestRemarks)]
        pub remarks: Answer<Lines>,
        /// １③手数料等.
        #[item(RequestFee)]
        pub fee: Answer<Fee>,
        /// １③手数料額、納付方法.
        #[item(RequestFeeDetail)]
        pub fee_detail: Answer<Lines>,
        /// １④個人情報ファイル簿の公表.
        #[item(FileRegister)]
        pub register: Answer<Conduct>,
        /// １④個人情報ファイル名.
        #[item(FileRegisterName)]
        pub register_name: Answer<Lines>,
        /// １④公表場所.
        #[item(FileRegisterPlace)]
        pub register_place: Answer<Lines>,
        /// 法令による特別の手続: 様式3 １③, 様式4 １⑤.
        #[item(SpecialProcedure)]
        pub special_procedure: Answer<Lines>,
        /// 個人情報ファイル簿への不記載等: 様式3 １④, 様式4 １⑥.
        #[item(FileRegisterOmission)]
        pub register_omission: Answer<Lines>,
        /// ２①連絡先, one office a line.
        #[item(ContactTo)]
        pub contact_to: Answer<Lines>,
        /// ２②対応方法.
        #[item(ContactHandling)]
        pub handling: Answer<Lines>,
    }
);

part!(
    /// How the assessment was made (評価実施手続): 様式3 Ⅴ, 様式4 Ⅵ.
    ///
    /// The days of the basic-item assessment, of the opinions asked (意見の聴取), of the review (第三者点検) and of the submission. In
    /// 様式3, 意見の聴取 and 第三者点検 are voluntary.
    pub struct Procedure {
        /// １①基礎項目評価 実施日.
        #[item(BasicAssessmentDate)]
        pub basic_assessment_date: Answer<FormDate>,
        /// ２①方法.
        #[item(OpinionMethod)]
        pub opinion_method: Answer<Lines>,
        /// ２②実施日・期間.
        pub opinion_period: OpinionPeriod,
        /// ２③期間を短縮する特段の理由.
        #[item(OpinionShortening)]
        pub opinion_shortening: Answer<Lines>,
        /// 主な意見の内容: 様式3 ２③, 様式4 ２④.
        #[item(OpinionContent)]
        pub opinion_content: Answer<Lines>,
        /// ２⑤評価書への反映.
        #[item(OpinionReflection)]
        pub opinion_reflection: Answer<Lines>,
        /// ３①第三者点検 実施日.
        #[item(ThirdPartyReviewDate)]
        pub third_party_review_date: Answer<FormDate>,
        /// ３②方法.
        #[item(ReviewMethod)]
        pub review_method: Answer<Lines>,
        /// ３③結果.
        #[item(ReviewResult)]
        pub review_result: Answer<Lines>,
        /// ４①個人情報保護委員会の承認 提出日 (administrative organs only).
        #[item(CommissionSubmission)]
        pub commission_submission: Answer<FormDate>,
        /// ４②個人情報保護委員会による審査 (administrative organs only).
        #[item(CommissionReview)]
        pub commission_review: Answer<Lines>,
    }
);

part!(
    /// 意見の聴取 ②実施日・期間: the first and the last day, and the length as the document states it.
    pub struct OpinionPeriod {
        /// The first day.
        #[item(OpinionPeriod)]
        pub from: Answer<FormDate>,
        /// The last day.
        #[beside(OpinionPeriod)]
        pub until: Answer<FormDate>,
        /// The number of days that the document states (31日間).
        #[beside(OpinionPeriod)]
        pub days: Answer<u32>,
    }
);

part!(
    /// Ⅱ しきい値判断項目 and Ⅲ しきい値判断結果 of 様式2.
    ///
    /// 様式3 and 様式4 print only the result, but the other facts may be kept here too, so that the threshold can be
    /// determined. 対象人数 itself is a field of the document.
    pub struct ThresholdItems {
        /// １．対象人数: いつ時点の計数か.
        #[item(PopulationAsOf)]
        pub population_as_of: Answer<FormDate>,
        /// ２．取扱者数.
        #[item(Handlers)]
        pub handlers: Answer<Count<HandlersBand>>,
        /// ２．取扱者数: いつ時点の計数か.
        #[item(HandlersAsOf)]
        pub handlers_as_of: Answer<FormDate>,
        /// ３．過去１年以内に、評価実施機関において特定個人情報に関する重大事故が発生したか.
        #[item(IncidentInOneYear)]
        pub incident: Answer<Occurrence>,
        /// しきい値判断結果: 様式2 Ⅲ, 様式3 Ⅴ1②, 様式4 Ⅵ1②. It is what is obligatory, whichever assessment is made.
        /// [`StatedResult::sentence`](crate::value::kind::StatedResult::sentence) is the sentence that the form prints.
        #[item(ThresholdResult)]
        pub result: Answer<Obligation>,
    }
);

part!(
    /// 規則第９条第２項の適用: 様式2 Ⅰ9.
    ///
    /// For an affair that had to begin before it could be assessed, such as after a disaster.
    pub struct Rule9 {
        /// 適用した.
        #[item(Rule9Applied)]
        pub applied: Tick,
        /// 適用した理由.
        #[item(Rule9Reason)]
        pub reason: Answer<Lines>,
    }
);

part!(
    /// A row of 変更箇所, as text.
    ///
    /// People wrote the table; it is not a computed difference between two versions.
    ///
    /// Items are named in words and text may be quoted in part (略). The text before a change may differ from the text
    /// after the previous change.
    pub struct Change {
        /// Whether the row continues the one above (同上, （続き）, a change over the end of a page).
        #[beside(ChangedItem)]
        pub continues: Tick,
        /// 変更日.
        #[item(ChangeDate)]
        pub date: Answer<FormDate>,
        /// 項目, as printed; one row may name several.
        #[item(ChangedItem)]
        pub items: Answer<Lines>,
        /// The pages of the change (ページ), which some documents list.
        #[beside(ChangedItem)]
        pub pages: Answer<Lines>,
        /// 変更前の記載.
        #[item(ChangeBefore)]
        pub before: Answer<Lines>,
        /// 変更後の記載.
        #[item(ChangeAfter)]
        pub after: Answer<Lines>,
        /// 提出時期.
        #[item(ChangeTiming)]
        pub timing: Answer<SubmissionTiming>,
        /// 提出時期に係る説明, or another reason (事由) that the document gives instead.
        #[item(ChangeReason)]
        pub reason: Answer<Lines>,
    }
);
