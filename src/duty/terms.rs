//! The terms of the rows: events, actions, deadlines, and how binding a duty is.

use crate::value::code_list::code_list;

code_list! {
    /// An event in an affair that requires action. The labels are ours.
    pub enum Event ("event", "契機") {
        /// A file is about to be held for the first time.
        NewFile = "new_file", "特定個人情報ファイルの保有";
        /// A material change is about to be made (規則第11条). The guideline says which changes are material. An affair
        /// with only a basic-item assessment has no material change
        /// ([`NO_MATERIAL_CHANGE`](super::NO_MATERIAL_CHANGE)).
        MaterialChange = "material_change", "重要な変更";
        /// A file must be held at once because of a disaster or for another unavoidable reason (規則第9条第2項).
        EmergencyNewFile = "emergency_new_file", "災害等による緊急の特定個人情報ファイルの保有";
        /// A material change must be made at once for such a reason (規則第9条第2項).
        EmergencyChange = "emergency_change", "災害等による緊急の重要な変更";
        /// A corrected basic-item assessment shows that a deeper assessment is required than before. Ask with the deeper one.
        ThresholdRise = "threshold_rise", "しきい値判断の結果の変更";
        /// The affair comes to need an assessment and needed none before, because 1,000 people are reached or an exemption
        /// ends. Ask with what it needs then. No paragraph says what follows, so every step is deduced.
        RiseFromNone = "rise_from_none", "評価を要しない状態からのしきい値判断の結果の変更";
        /// A lighter assessment would do from now on. Ask with the one that was made.
        ThresholdFall = "threshold_fall", "しきい値判断の結果の変更（軽い評価で足りることとなった場合）";
        /// What a published document says changed without a material change (規則第14条第1項).
        OtherChange = "other_change", "重要な変更に当たらない変更";
        /// A serious incident occurred, or the body came to know of one (規則第14条第1項). The guideline says what is serious.
        IncidentOccurred = "incident_occurred", "重大事故の発生";
        /// A year passed since the last serious incident occurred and became known, so it no longer counts.
        IncidentLapsed = "incident_lapsed", "重大事故の発生から一年の経過";
        /// The form was revised. No provision that was read asks for anything.
        EditionChanged = "edition_changed", "様式の改正";
        /// A year passed since the last review.
        YearPassed = "year_passed", "一年の経過";
        /// The period of the guideline passed since the publication.
        PeriodPassed = "period_passed", "一定期間の経過";
        /// The body no longer carries out the affair.
        AffairEnded = "affair_ended", "事務の終了";
    }
}

code_list! {
    /// A required action, or an action that is forbidden. The labels are ours.
    pub enum Action ("action", "手続") {
        /// Correct the document.
        Correct = "correct", "修正";
        /// File the document with the Commission.
        File = "file", "提出";
        /// Show the document to the public for comment (意見聴取): by 国民 (administrative organs), or by 住民その他の者 (local
        /// governments).
        SeekOpinions = "seek_opinions", "公示と意見の聴取";
        /// Show it on the Internet or in another suitable way.
        AnnounceOnline = "announce_online", "インターネットの利用等による公示";
        /// Consider the comments and revise the document.
        ConsiderOpinions = "consider_opinions", "意見の考慮と評価書の見直し";
        /// Give the public enough time to comment.
        AllowTime = "allow_time", "意見聴取の期間の確保";
        /// Consult a panel or persons with expertise in the protection of personal information (第三者点検).
        ThirdPartyReview = "third_party_review", "第三者点検";
        /// Obtain the approval of the Commission.
        ObtainApproval = "obtain_approval", "個人情報保護委員会の承認";
        /// File the assessment plan register (計画管理書) of the body, and what else the guideline asks.
        FilePlan = "file_plan", "評価の計画等を記載した書面の提出";
        /// Publish the document.
        Publish = "publish", "公表";
        /// Neither provide nor request by information linkage (番号法第19条第8号, 第9号) what is in the file. The network may refuse
        /// it (番号法第21条第2項).
        DoNotLink = "do_not_link", "情報連携をしないこと";
        /// Review what the document says.
        Review = "review", "見直し";
        /// Carry out the assessment again.
        Reassess = "reassess", "再実施";
        /// Determine again what the affair requires.
        Redetermine = "redetermine", "しきい値判断の確認";
        /// Report the leak to the Commission and notify the persons concerned, if the incident is an event that must be reported. It is a
        /// duty beside the assessment.
        ReportLeak = "report_leak", "漏えい等の報告及び本人への通知（該当するとき）";
        /// The first report of the leak (速報), if it must be reported.
        ReportAtOnce = "report_at_once", "漏えい等の速報（該当するとき）";
        /// The final report of the leak (確報), if it must be reported.
        ReportInFull = "report_in_full", "漏えい等の確報（該当するとき）";
        /// Tell the Commission that the affair ended.
        NotifyEnd = "notify_end", "事務の実施をやめた旨の通知";
        /// Add 【○年○月○日 終了】 to the name of the affair.
        MarkEnded = "mark_ended", "終了の表示";
        /// Keep the document published.
        KeepPublished = "keep_published", "公表の継続";
    }
}

impl Action {
    /// Whether it is a step of the assessment and its upkeep (特定個人情報保護評価の手続). The report of a leak is a duty beside it.
    #[doc(alias = "特定個人情報保護評価の手続")]
    #[must_use]
    pub const fn is_of_assessment(self) -> bool {
        match self {
            Self::ReportLeak | Self::ReportAtOnce | Self::ReportInFull => false,
            Self::Correct
            | Self::File
            | Self::SeekOpinions
            | Self::AnnounceOnline
            | Self::ConsiderOpinions
            | Self::AllowTime
            | Self::ThirdPartyReview
            | Self::ObtainApproval
            | Self::FilePlan
            | Self::Publish
            | Self::DoNotLink
            | Self::Review
            | Self::Reassess
            | Self::Redetermine
            | Self::NotifyEnd
            | Self::MarkEnded
            | Self::KeepPublished => true,
        }
    }
}

code_list! {
    /// A deadline. The labels follow the words of the provisions.
    pub enum Deadline ("deadline", "期限") {
        /// Before the file is held.
        BeforeHolding = "before_holding", "特定個人情報ファイルを保有する前";
        /// Before the material change is made.
        BeforeChange = "before_change", "重要な変更を加える前";
        /// Before the information system that handles the file is built; without a system, while the affair is planned.
        BeforeSystem = "before_system", "電子情報処理組織を構築する前（用いないときは事務の検討と併せて）";
        /// Promptly after the file is held or the change is made.
        PromptlyAfterwards = "promptly_afterwards", "保有した後又は重要な変更を加えた後速やかに";
        /// After the step before; the provision names no time.
        InTurn = "in_turn", "前の手続の後";
        /// Together with the filing or the announcement that it belongs to.
        AlongWith = "along_with", "提出又は公示と併せて";
        /// Promptly after the step before (速やかに).
        Promptly = "promptly", "速やかに";
        /// Without delay (遅滞なく).
        WithoutDelay = "without_delay", "遅滞なく";
        /// Until the document is published.
        UntilPublished = "until_published", "公表するまで";
        /// At least once a year.
        Yearly = "yearly", "少なくとも一年ごと";
        /// Five years from the publication: the period (一定期間) that the guideline sets.
        FiveYears = "five_years", "公表の日から五年";
        /// For thirty days at least; a shorter period needs a reason.
        ThirtyDays = "thirty_days", "原則三十日以上";
        /// For three years at least.
        ThreeYears = "three_years", "少なくとも三年間";
        /// Afterwards: there is no duty to act before, and no period is printed.
        Afterwards = "afterwards", "事後（期限の定めはない）";
        /// Promptly, within about three to five days from the day on which it was known.
        ThreeToFiveDays = "three_to_five_days", "速やかに（知った日から概ね3～5日以内）";
        /// Within thirty days from the day on which it was known, or sixty if it was done for a wrongful purpose.
        ThirtyOrSixtyDays = "thirty_or_sixty_days", "知った日から30日以内（不正の目的による場合は60日以内）";
        /// The law that imposes it sets it.
        OfItsOwn = "of_its_own", "別に定める期限";
        /// No provision says when.
        NotKnown = "not_known", "期限は条文から明らかでない";
    }
}

code_list! {
    /// Who is asked for an opinion or a decision (意見を求める相手).
    pub enum Consulted ("party", "意見を求める相手") {
        /// 国民: the public at large.
        Citizens = "citizens", "国民";
        /// 住民その他の者: the residents and others.
        Residents = "residents", "住民その他の者";
        /// A panel or persons with expertise in the protection of personal information, or others that the guideline
        /// finds suitable.
        Experts = "experts", "学識経験者等";
        /// The Personal Information Protection Commission.
        Commission = "commission", "個人情報保護委員会";
    }
}

code_list! {
    /// How binding a step is.
    pub enum Force ("force", "義務の程度") {
        /// It must be done, or left undone.
        Duty = "duty", "義務";
        /// The body must make an effort (努めるものとする).
        Effort = "effort", "努力義務";
        /// The instructions to the form (記載要領) ask it.
        Instruction = "instruction", "記載要領による";
    }
}
