//! 評価書相互の不一致: whether the papers of an affair agree.
//!
//! Two papers may differ rightly, because a correction of one comes first: a paper describes the day of its publication. So each
//! comparison asks which paper is newer, and whether its change table explains the difference. If it does, the older paper is not
//! yet corrected ([`AgreeRule::NotYetCorrected`]), or was published without a correction that was already due
//! ([`AgreeRule::CorrectionMissing`]). Otherwise the papers contradict each other.
//!
//! Not compared: the declaration, 特記事項, 事務の内容 (a summary in 様式2, a text in 様式4), remarks, and parts that are withheld. What one
//! paper alone shows is reported by the [check](mod@crate::validate).

mod body;
mod contents;
mod cover;
mod finding;
mod pair;
mod papers;
mod risks;
mod rule;
mod threshold;

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::dossier::{Dossier, Version};
use super::gather::Gathered;
use crate::value::kind::AssessmentKind;

export! {
    finding::Disagreement "評価書相互の不一致";
    finding::Spot "項目の所在";
    rule::AGREE_RULES "整合性の規則の一覧";
    rule::AgreeRule "整合性の規則";
    rule::AgreeRuleRow "整合性の規則の内容";
}

impl<'a> Dossier<'a> {
    /// Compares the papers of the affair as of a day (評価書相互の不一致): the version of each that is current on that day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use mynumber_pia::affair::{AgreeRule, Dossier};
    /// use mynumber_pia::{Assessment, Language};
    ///
    /// let read = |kind, edition, population| serde_json::from_str::<Assessment>(&format!(
    ///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "{edition}", "population": "{population}"}}"#
    /// ));
    /// let papers = [
    ///     read("basic_item", "form_2_2024_10", "from_10000_to_99999")?,
    ///     read("key_item", "form_3_2024_10", "from_100000_to_299999")?,
    /// ];
    /// let as_of = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
    /// let found = Dossier::of_papers(&papers, None, None).disagreements(as_of);
    /// assert_eq!(found[0].rule, AgreeRule::PopulationDiffers);
    /// assert_eq!(
    ///     found[0].text(Language::Japanese),
    ///     "基礎項目評価書 Ⅱ.1 評価対象の事務の対象人数は何人か：「1万人以上10万人未満」とあるが、重点項目評価書 Ⅰ.1.③ 対象人数は「10万人以上30万人未満」である"
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "評価書相互の不一致")]
    #[must_use]
    pub fn disagreements(&self, as_of: NaiveDate) -> Vec<Disagreement<'a>> {
        let deeper = [AssessmentKind::KeyItem, AssessmentKind::AllItem];
        let mut check = papers::Check {
            dossier: self,
            as_of,
            basic: self.numbered(AssessmentKind::BasicItem, as_of),
            deeper: deeper.into_iter().filter_map(|paper| self.numbered(paper, as_of)).collect(),
            found: Vec::new(),
        };
        check.run();
        let mut found = check.found;
        found.append(&mut self.contradictions(as_of));
        found
    }

    /// The same for the papers alone, compared with each other.
    fn contradictions(&self, as_of: NaiveDate) -> Vec<Disagreement<'a>> {
        self.compared(as_of, |pair| {
            pair.cover();
            pair.threshold();
            pair.contents();
            pair.risks();
            pair.timings();
        })
    }

    /// Whether two papers break this rule about the threshold.
    pub(super) fn differ_in(&self, rule: AgreeRule, as_of: NaiveDate) -> bool {
        self.compared(as_of, pair::Pair::threshold).iter().any(|one| one.rule == rule)
    }

    /// What is found where the 基礎項目評価書 is compared with each deeper paper.
    fn compared(&self, as_of: NaiveDate, compare: impl Fn(&mut pair::Pair<'a>)) -> Vec<Disagreement<'a>> {
        let basic = self.numbered(AssessmentKind::BasicItem, as_of);
        let deeper = [AssessmentKind::KeyItem, AssessmentKind::AllItem];
        let deeper: Vec<_> = deeper.into_iter().filter_map(|paper| self.numbered(paper, as_of)).collect();
        let mut found = Vec::new();
        let day = |(version, document): (usize, &'a crate::Assessment)| {
            let day = self.versions(document.kind()).get(version).and_then(Version::day);
            pair::Side::new(document, version, day)
        };
        for (basic, deeper) in basic.into_iter().flat_map(|basic| deeper.iter().map(move |deeper| (basic, *deeper))) {
            let mut pair = pair::Pair { affair: self.key(), basic: day(basic), deeper: day(deeper), found: Vec::new() };
            compare(&mut pair);
            found.append(&mut pair.found);
        }
        found
    }
}

impl<'a> Gathered<'a> {
    /// Compares the papers of each affair, the affairs of the body with each other, and the register with the papers
    /// (評価書相互の不一致). Those of one affair are together.
    #[doc(alias = "評価書相互の不一致")]
    #[must_use]
    pub fn disagreements(&self, as_of: NaiveDate) -> Vec<Disagreement<'a>> {
        let of_affairs = self.dossiers.iter().flat_map(|dossier| dossier.disagreements(as_of));
        let mut found: Vec<Disagreement<'a>> = of_affairs.collect();
        found.append(&mut body::of_body(&self.dossiers, as_of));
        found
    }
}
