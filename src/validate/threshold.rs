//! The threshold: what the document states against what its own facts determine.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Check, Rule, path, shown};
use crate::answer::{Answer, Tick};
use crate::assessment::Assessment;
use crate::band::PopulationBand;
use crate::catalogue::{FieldPath, Item};
use crate::choice::SubmittedForms;
use crate::kind::{AssessmentKind, Obligation, StatedResult};
use crate::threshold::{Facts, determine};

impl Check<'_> {
    pub(super) fn threshold(&mut self) {
        let (stated, at) = match self.assessment {
            Assessment::BasicItem(document) => (document.threshold.result, path("threshold").field("result")),
            Assessment::KeyItem(document) => {
                (document.procedure.threshold_result, path("procedure").field("threshold_result"))
            }
            Assessment::AllItem(document) => {
                (document.procedure.threshold_result, path("procedure").field("threshold_result"))
            }
        };
        if let Answer::Given(stated) = stated {
            self.result(stated, at);
        }
        // What a form does not print is the highest band: of a count or a range, its least count tells.
        let band = PopulationBand::of(self.assessment.population().range().min());
        if band.printed_on(self.kind).is_none() {
            let at = (Item::Population, path("population"));
            self.add(Rule::BandNotOffered, at, band.label(), self.kind.form(), None);
        }
        if let Assessment::BasicItem(document) = self.assessment {
            let risk = &document.risk;
            if let Answer::Given(submitted) = risk.submitted {
                self.submitted(submitted, stated);
            }
            let more = match risk.submitted {
                Answer::Given(SubmittedForms::BasicItem) => Some(false),
                Answer::Given(SubmittedForms::BasicItemAndKeyItem | SubmittedForms::BasicItemAndAllItem) => Some(true),
                Answer::Unanswered | Answer::Blank | Answer::NotKnown | Answer::Nothing(_) => None,
            };
            let says = match risk.priority.elsewhere {
                Tick::Ticked => Some(true),
                // It may also be answered where another form says the rest.
                Tick::Unticked | Tick::NotKnown => None,
            };
            if let (Some(false), Some(true)) = (more, says) {
                let at = path("risk").field("priority").field("elsewhere");
                let other = (Item::SubmittedForms, path("risk").field("submitted"));
                self.add(
                    Rule::ElsewhereAgainstSubmitted,
                    (Item::PriorityElsewhere, at),
                    shown(&risk.submitted),
                    "",
                    Some(other),
                );
            }
        }
    }

    fn result(&mut self, stated: Obligation, at: FieldPath) {
        if self.kind != AssessmentKind::BasicItem && StatedResult::new(stated, self.kind).is_err() {
            let at = (Item::ThresholdResult, at.clone());
            self.add(Rule::ResultNotOffered, at, stated.label(), self.kind.form(), None);
        }
        // 規則第4条 exempts affairs by facts that no form asks, and an exempt affair may be assessed all the same.
        if stated == Obligation::None {
            return;
        }
        let determination = determine(&Facts::from(self.assessment));
        if !determination.possible().contains(stated) {
            let possible: Vec<&str> = determination.possible().iter().map(Obligation::label).collect();
            let other = (Item::Population, path("population"));
            self.add(
                Rule::ResultNotDetermined,
                (Item::ThresholdResult, at),
                stated.label(),
                possible.join("」又は「"),
                Some(other),
            );
        }
    }

    fn submitted(&mut self, submitted: SubmittedForms, stated: Answer<Obligation>) {
        let Answer::Given(obligation) = stated else { return };
        let depth = |obligation| match obligation {
            Obligation::None | Obligation::BasicItem => 0,
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
        let other = (Item::ThresholdResult, path("threshold").field("result"));
        let at = (Item::SubmittedForms, path("risk").field("submitted"));
        self.add(rule, at, submitted.label().to_string(), String::from(obligation.label()), Some(other));
    }
}
