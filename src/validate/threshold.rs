//! The threshold: what the document states, compared with what its own facts determine.

use alloc::vec::Vec;

use super::{Check, Rule, root};
use crate::assessment::Assessment;
use crate::assessment::procedure::ThresholdItems;
use crate::assessment::risk::{AffairRisk, PriorityMeasure};
use crate::catalogue::{FieldPath, Item};
use crate::threshold::{Exemption, Facts, determine, determine_exempt};
use crate::value::answer::{Answer, Tick};
use crate::value::band::PopulationBand;
use crate::value::choice::SubmittedForms;
use crate::value::kind::{AssessmentKind, Obligation, StatedResult};

impl Check<'_> {
    pub(super) fn threshold(&mut self, exemption: Option<Exemption>) {
        let stated = self.assessment.threshold.result;
        if let Answer::Given(stated) = stated {
            self.result(stated, exemption);
        }
        // A band that a form does not print is the highest band. The lower end of a count or a range decides.
        let band = self.assessment.population.given().map(|count| PopulationBand::of(count.range().min()));
        if let Some(band) = band.filter(|band| band.printed_on(self.kind).is_none()) {
            let at = root().item_and_path(Assessment::population);
            self.add(Rule::BandNotOffered, at, band.label(), self.kind.form(), None);
        }
        if !self.prints(Item::SubmittedForms) {
            return;
        }
        if let Answer::Given(submitted) = self.assessment.risk.submitted {
            self.submitted(submitted, stated);
            // It may also be answered if another form says the rest.
            if submitted == SubmittedForms::BasicItem && self.assessment.risk.priority.elsewhere == Tick::Ticked {
                let risk = root().at(Assessment::risk);
                let at = risk.at(AffairRisk::priority).item_and_path(PriorityMeasure::elsewhere);
                let other = risk.item_and_path(AffairRisk::submitted);
                self.add(Rule::ElsewhereAgainstSubmitted, at, submitted.label(), "", Some(other));
            }
        }
    }

    fn at_result() -> FieldPath<ThresholdItems> {
        root().at(Assessment::threshold)
    }

    fn result(&mut self, stated: Obligation, exemption: Option<Exemption>) {
        let at = || Self::at_result().item_and_path(ThresholdItems::result);
        if self.kind != AssessmentKind::BasicItem && StatedResult::new(stated, self.kind).is_err() {
            self.add(Rule::ResultNotOffered, at(), stated.label(), self.kind.form(), None);
        }
        let facts = Facts::from(self.assessment);
        let determination = match exemption {
            Some(exemption) => determine_exempt(&facts, exemption),
            None => determine(&facts),
        };
        if !determination.possible().contains(stated) {
            let possible: Vec<&str> = determination.possible().iter().map(Obligation::label).collect();
            let (expected, other) = (possible.join("」又は「"), root().item_and_path(Assessment::population));
            self.add(Rule::ResultNotDetermined, at(), stated.label(), expected, Some(other));
        }
    }

    fn submitted(&mut self, submitted: SubmittedForms, stated: Answer<Obligation>) {
        let Answer::Given(obligation) = stated else { return };
        let depth = |obligation| match obligation {
            Obligation::NotRequired | Obligation::BasicItem => 0,
            Obligation::BasicItemAndKeyItem => 1,
            Obligation::BasicItemAndAllItem => 2,
        };
        let filed = match submitted {
            SubmittedForms::BasicItem => 0,
            SubmittedForms::BasicItemAndKeyItem => 1,
            SubmittedForms::BasicItemAndAllItem => 2,
        };
        let rule = match filed.cmp(&depth(obligation)) {
            core::cmp::Ordering::Less => Rule::SubmittedTooLittle,
            core::cmp::Ordering::Equal => return,
            core::cmp::Ordering::Greater => Rule::SubmittedVoluntarily,
        };
        let other = Self::at_result().item_and_path(ThresholdItems::result);
        let at = root().at(Assessment::risk).item_and_path(AffairRisk::submitted);
        self.add(rule, at, submitted.label(), obligation.label(), Some(other));
    }
}
