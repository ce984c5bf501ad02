//! The threshold: population, handlers, incidents and the result.

use chrono::Months;

use super::pair::{Pair, Said};
use super::rule::AgreeRule;
use crate::affair::facts::{handlers, stated_handlers};
use crate::assessment::Assessment;
use crate::assessment::acquisition::Acquisition;
use crate::assessment::file::FileSection;
use crate::assessment::procedure::ThresholdItems;
use crate::assessment::risk::{RetentionRisk, Risk};
use crate::catalogue::FieldPath;
use crate::threshold::{Facts, determine};
use crate::value::answer::Answer;
use crate::value::band::{Count, HandlersBand, PopulationBand};
use crate::value::incident::Occurrence;

fn items() -> FieldPath<ThresholdItems> {
    FieldPath::root().at(Assessment::threshold)
}

impl Pair<'_> {
    pub(super) fn threshold(&mut self) {
        self.population();
        let results = (self.basic.document.threshold.result.given(), self.deeper.document.threshold.result.given());
        if matches!(results, (Some(here), Some(there)) if here != there) {
            self.answers(AgreeRule::ResultDiffers, items().item_and_path(ThresholdItems::result));
        }
        self.handlers();
        self.incident();
    }

    fn population(&mut self) {
        let [here, there] = [self.basic.document, self.deeper.document].map(|document| document.population.given());
        let (Some(here), Some(there)) = (here, there) else { return };
        if here.range().overlaps(there.range()) {
            return;
        }
        let at = FieldPath::root().item_and_path(Assessment::population);
        // A band is printed with its label, and another count in words.
        let in_words = |said: Said, count: &Count<PopulationBand>| match count {
            Count::Band(_) => said,
            Count::Exact(_) | Count::Range(_) => Said { words: count.range().in_people(), ..said },
        };
        let (basic, deeper) = (in_words(self.basic.said(at.clone()), here), in_words(self.deeper.said(at), there));
        // The people were counted again after the deeper paper was published.
        let counted = self.basic.document.threshold.population_as_of.given();
        if counted.zip(self.deeper.day).is_some_and(|(counted, published)| published < counted.first_day()) {
            let other = self.basic.spot(items().item_and_path(ThresholdItems::population_as_of));
            let rule = AgreeRule::NotYetCorrected;
            let at = self.deeper.spot(deeper.at);
            self.add(rule, rule.severity(), (at, deeper.words), (Some(other), basic.words));
            return;
        }
        self.differ(AgreeRule::PopulationDiffers, basic, deeper);
    }

    fn handlers(&mut self) {
        let Some(count) = self.basic.document.threshold.handlers.given() else { return };
        let Some(most) = count.range().max() else { return };
        let all = handlers(self.deeper.document);
        let at = self.basic.said(items().item_and_path(ThresholdItems::handlers));
        let (at, seen) = (self.basic.spot(at.at), at.words);
        let users = FieldPath::section(0).at(FileSection::acquisition).item_and_path(Acquisition::users);
        let other = Some(self.deeper.spot(users));
        if all.min() > most {
            let rule = AgreeRule::HandlersTooFew;
            self.add(rule, rule.severity(), (at, seen), (other, all.in_people()));
            return;
        }
        // Only numbers that the paper prints are evidence.
        let stated = stated_handlers(self.deeper.document);
        let bound = HandlersBand::AtLeast500.range().min();
        if most >= bound || stated.max().is_none_or(|max| max < bound) {
            return;
        }
        let facts = Facts::from(self.basic.document);
        let more = Facts { handlers: Some(Count::Band(HandlersBand::AtLeast500)), ..facts };
        if determine(&facts).possible() != determine(&more).possible() {
            let rule = AgreeRule::HandlersOpen;
            self.add(rule, rule.severity(), (at, seen), (other, stated.in_people()));
        }
    }

    /// The incident of the 基礎項目評価書 happened within the year before it, so it is within the three years before a deeper paper
    /// of the same day or up to two years later.
    fn incident(&mut self) {
        if self.basic.document.threshold.incident != Answer::Given(Occurrence::Occurred) {
            return;
        }
        let (Some(basic), Some(deeper)) = (self.basic.day, self.deeper.day) else { return };
        let is_covered = basic <= deeper && basic.checked_add_months(Months::new(24)).is_some_and(|end| deeper <= end);
        let denied = |risk: &Risk| risk.retention.incident == Answer::Given(Occurrence::NotOccurred);
        let Some(index) = self.deeper.document.risks.iter().position(denied) else { return };
        let here = self.basic.said(items().item_and_path(ThresholdItems::incident));
        let risk = FieldPath::root().at(Assessment::risks).nth(index);
        let there = self.deeper.said(risk.at(Risk::retention).item_and_path(RetentionRisk::incident));
        if is_covered {
            self.differ(AgreeRule::IncidentDiffers, here, there);
        } else if deeper < basic {
            // Usually it happened after the deeper paper, whose answer was right then.
            let _ = self.explain(here, there);
        }
    }
}
