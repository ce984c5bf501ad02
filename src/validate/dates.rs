//! Dates: in order, and not after the day of the check.

use alloc::string::ToString;

use chrono::{Days, Months, NaiveDate};

use super::{Check, Rule, path, shown};
use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item};
use crate::date::FormDate;
use crate::procedure::{OpinionPeriod, ThresholdItems};
use crate::text::Lines;

/// A date of the document, with its place.
type Dated = (Answer<FormDate>, Item, FieldPath);

/// The fewest days for opinions without a special reason (指針第5の3: 原則30日以上).
const OPINION_DAYS: u64 = 30;

impl Check<'_> {
    pub(super) fn dates(&mut self) {
        let cover = self.assessment.cover();
        let published: Dated = (cover.published, Item::PublicationDate, path("cover").field("published"));
        self.not_after_as_of(&published);
        for section in self.sections.clone() {
            let at = section.path();
            let held = (section.outline.held_since, Item::HeldSince, at.field("outline").field("held_since"));
            let used =
                (*section.acquisition.used_since(), Item::UsedSince, at.field("acquisition").field("used_since"));
            self.in_order(&held, &used);
        }
        match self.assessment {
            Assessment::BasicItem(document) => {
                for counted in counts(&document.threshold, &path("threshold")) {
                    self.not_after_as_of(&counted);
                    self.in_order(&counted, &published);
                    self.is_recent(&counted, &published);
                }
            }
            Assessment::KeyItem(document) => {
                let procedure = &document.procedure;
                self.counted(&document.basic_item.threshold);
                self.opinion_days(&procedure.opinion_period);
                let [from, until] = opinions(&procedure.opinion_period);
                let steps = [from, until, reviewed(procedure.review_date)];
                self.assessed(procedure.basic_assessment_date, &steps, &published);
                self.steps(&steps, &published);
            }
            Assessment::AllItem(document) => {
                let procedure = &document.procedure;
                self.counted(&document.basic_item.threshold);
                self.opinion_days(&procedure.opinion_period);
                self.shortened(&procedure.opinion_period, &procedure.opinion_shortening);
                let [from, until] = opinions(&procedure.opinion_period);
                let submitted = path("procedure").field("commission_submission");
                let submitted = (procedure.commission_submission, Item::CommissionSubmission, submitted);
                let approved = (document.approved, Item::CommissionApprovalDate, path("approved"));
                let steps = [from, until, reviewed(procedure.review_date), submitted, approved];
                self.assessed(procedure.basic_assessment_date, &steps, &published);
                self.steps(&steps, &published);
            }
        }
    }

    /// The basic-item assessment comes first. Bodies that make all of it anew date it later, so that this is worth no more than
    /// a look; but never later than the publication.
    fn assessed(&mut self, date: Answer<FormDate>, steps: &[Dated], published: &Dated) {
        let basic = (date, Item::BasicAssessmentDate, path("procedure").field("basic_assessment_date"));
        self.not_after_as_of(&basic);
        let is_late = |then: &&Dated| match (date, then.0) {
            (Answer::Given(date), Answer::Given(then)) => date.first_day() > then.last_day(),
            (_, _) => false,
        };
        if is_late(&published) {
            self.in_order(&basic, published);
        } else if let Some(step) = steps.iter().find(is_late) {
            let (seen, expected) = (shown(&basic.0), shown(&step.0));
            self.add(Rule::BasicAssessmentLate, (basic.1, basic.2), seen, expected, Some((step.1, step.2.clone())));
        }
    }

    /// The counts that 様式3 and 様式4 carry for 様式2.
    fn counted(&mut self, threshold: &ThresholdItems) {
        for counted in counts(threshold, &path("basic_item").field("threshold")) {
            self.not_after_as_of(&counted);
        }
    }

    /// The steps of the procedure follow one another, and publication follows the last.
    fn steps(&mut self, steps: &[Dated], published: &Dated) {
        for date in steps {
            self.not_after_as_of(date);
        }
        let taken = || steps.iter().chain([published]).filter(|(date, ..)| date.given().is_some());
        for (first, then) in taken().zip(taken().skip(1)) {
            self.in_order(first, then);
        }
    }

    fn opinion_days(&mut self, opinions: &OpinionPeriod) {
        if let (Some(days), Answer::Given(printed)) = (days(opinions), opinions.days)
            && u64::from(printed) != days
        {
            let at = (Item::OpinionPeriod, path("procedure").field("opinion_period").field("days"));
            self.add(Rule::OpinionDays, at, printed.to_string(), days.to_string(), None);
        }
    }

    /// A shortened period needs a reason. A dash gives none, and an excerpt need not show it.
    fn shortened(&mut self, opinions: &OpinionPeriod, reason: &Answer<Lines>) {
        let is_open = match reason {
            Answer::Given(_) | Answer::NotKnown => true,
            Answer::Unanswered => self.is_excerpt,
            Answer::Blank | Answer::Nothing(_) => false,
        };
        if let Some(days) = days(opinions).filter(|days| *days < OPINION_DAYS && !is_open) {
            let at = (Item::OpinionPeriod, path("procedure").field("opinion_period").field("from"));
            let other = (Item::OpinionShortening, path("procedure").field("opinion_shortening"));
            self.add(Rule::OpinionShortened, at, days.to_string(), OPINION_DAYS.to_string(), Some(other));
        }
    }

    /// Not asked of what may be planned: since when a file is held or used, from when and until when it has its name, and when
    /// the affair ends.
    fn not_after_as_of(&mut self, (date, item, at): &Dated) {
        if let Answer::Given(given) = date
            && given.first_day() > self.as_of
        {
            self.add(Rule::DateAfterAsOf, (*item, at.clone()), given.to_string(), self.day(), None);
        }
    }

    fn in_order(&mut self, first: &Dated, then: &Dated) {
        if let (Answer::Given(early), Answer::Given(late)) = (first.0, then.0)
            && early.first_day() > late.last_day()
        {
            let other = Some((then.1, then.2.clone()));
            self.add(Rule::DatesReversed, (first.1, first.2.clone()), early.to_string(), late.to_string(), other);
        }
    }

    fn is_recent(&mut self, counted: &Dated, published: &Dated) {
        if let (Answer::Given(counted_on), Answer::Given(published)) = (counted.0, published.0)
            && counted_on
                .last_day()
                .checked_add_months(Months::new(12))
                .is_some_and(|year| year <= published.first_day())
        {
            let seen = shown(&counted.0);
            self.add(Rule::OldCount, (counted.1, counted.2.clone()), seen, published.to_string(), None);
        }
    }
}

/// When the people of the affair were counted.
fn counts(threshold: &ThresholdItems, at: &FieldPath) -> [Dated; 2] {
    [
        (threshold.population_as_of, Item::PopulationAsOf, at.field("population_as_of")),
        (threshold.handlers_as_of, Item::HandlersAsOf, at.field("handlers_as_of")),
    ]
}

/// The first and the last day of the period for opinions.
fn opinions(period: &OpinionPeriod) -> [Dated; 2] {
    let at = path("procedure").field("opinion_period");
    [(period.from, Item::OpinionPeriod, at.field("from")), (period.until, Item::OpinionPeriod, at.field("until"))]
}

fn reviewed(date: Answer<FormDate>) -> Dated {
    (date, Item::ReviewDate, path("procedure").field("review_date"))
}

/// How many days the period has, both ends included, where both are days.
fn days(opinions: &OpinionPeriod) -> Option<u64> {
    let day = |date: &Answer<FormDate>| -> Option<NaiveDate> {
        date.given().filter(|date| date.first_day() == date.last_day()).map(|date| date.first_day())
    };
    let (from, until) = (day(&opinions.from)?, day(&opinions.until)?);
    let behind = until.checked_add_days(Days::new(1))?;
    u64::try_from((behind - from).num_days()).ok()
}
