//! Dates: whether they are in order and not after the day of the check.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{Days, Months, NaiveDate};

use super::{Check, Rule, Spot, root, shown};
use crate::assessment::acquisition::Acquisition;
use crate::assessment::file::{FileOutline, FileSection};
use crate::assessment::procedure::{OpinionPeriod, Procedure, ThresholdItems};
use crate::assessment::{Assessment, Cover};
use crate::catalogue::{Item, PathTo};
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;

/// A date of the document, with its item and path.
type Dated = (Answer<FormDate>, Spot);

/// The fewest days for public comment without a special reason (指針第5の3: 原則30日以上).
const OPINION_DAYS: u64 = 30;

impl Check<'_> {
    pub(super) fn dates(&mut self) {
        let cover = root().at(Assessment::cover);
        let published: Dated = (self.assessment.cover.published, cover.item_and_path(Cover::published));
        self.not_after_as_of(&published);
        for (index, section) in self.sections.iter().enumerate() {
            let at = PathTo::section(index);
            let held = (section.outline.held_since, at.at(FileSection::outline).item_and_path(FileOutline::held_since));
            let used = (
                section.acquisition.used_since,
                at.at(FileSection::acquisition).item_and_path(Acquisition::used_since),
            );
            self.in_order(&held, &used);
        }
        for counted in counts(&self.assessment.threshold) {
            // Other forms may hold the counts, and have their own day of publication.
            if self.prints(Item::PopulationAsOf) {
                self.in_order(&counted, &published);
                self.is_recent(&counted, &published);
            }
            self.not_after_as_of(&counted);
        }
        if !self.prints(Item::BasicAssessmentDate) {
            return;
        }
        let procedure = &self.assessment.procedure;
        let at = at_procedure();
        self.opinion_days(&procedure.opinion_period);
        if self.prints(Item::OpinionShortening) {
            self.shortened(&procedure.opinion_period, &procedure.opinion_shortening);
        }
        let period = at.at(Procedure::opinion_period);
        let steps: [Dated; 5] = [
            (procedure.opinion_period.from, period.item_and_path(OpinionPeriod::from)),
            (procedure.opinion_period.until, period.item_and_path(OpinionPeriod::until)),
            (procedure.third_party_review_date, at.item_and_path(Procedure::third_party_review_date)),
            (procedure.commission_submission, at.item_and_path(Procedure::commission_submission)),
            (self.assessment.cover.approved, cover.item_and_path(Cover::approved)),
        ];
        let steps: Vec<Dated> = steps.into_iter().filter(|(_, (item, _))| self.prints(*item)).collect();
        self.assessed(procedure.basic_assessment_date, &steps, &published);
        self.steps(&steps, &published);
    }

    /// The form prints the basic-item assessment first, but no text of the law that was read requires this order.
    /// Bodies that redo the whole assessment date it later (江戸川区), so this is only a note. It is never later than the
    /// publication.
    fn assessed(&mut self, date: Answer<FormDate>, steps: &[Dated], published: &Dated) {
        let basic = (date, at_procedure().item_and_path(Procedure::basic_assessment_date));
        let is_late = |then: &&Dated| match (date, then.0) {
            (Answer::Given(date), Answer::Given(then)) => date.first_day() > then.last_day(),
            (_, _) => false,
        };
        if is_late(&published) {
            self.in_order(&basic, published);
        } else if let Some(step) = steps.iter().find(is_late) {
            let (seen, expected) = (shown(&basic.0), shown(&step.0));
            self.add(Rule::BasicAssessmentLate, basic.1.clone(), seen, expected, Some(step.1.clone()));
        }
        self.not_after_as_of(&basic);
    }

    /// The steps of the procedure follow one another, and the publication follows the last of them.
    fn steps(&mut self, steps: &[Dated], published: &Dated) {
        let taken = || steps.iter().chain([published]).filter(|(date, ..)| date.given().is_some());
        for (first, then) in taken().zip(taken().skip(1)) {
            self.in_order(first, then);
        }
        for date in steps {
            self.not_after_as_of(date);
        }
    }

    fn opinion_days(&mut self, opinions: &OpinionPeriod) {
        if let (Some(days), Answer::Given(printed)) = (days(opinions), opinions.days)
            && u64::from(printed) != days
        {
            let at = at_procedure().at(Procedure::opinion_period).item_and_path(OpinionPeriod::days);
            self.add(Rule::OpinionDays, at, printed.to_string(), days.to_string(), None);
        }
    }

    /// A shortened period needs a reason. A dash is not a reason; an excerpt may leave the reason out.
    fn shortened(&mut self, opinions: &OpinionPeriod, reason: &Answer<Lines>) {
        let is_open = match reason {
            Answer::Given(_) | Answer::NotKnown => true,
            Answer::Unanswered => self.is_excerpt,
            Answer::Blank | Answer::Nothing(_) => false,
        };
        if let Some(days) = days(opinions).filter(|days| *days < OPINION_DAYS && !is_open) {
            let at = at_procedure().at(Procedure::opinion_period).item_and_path(OpinionPeriod::from);
            let other = at_procedure().item_and_path(Procedure::opinion_shortening);
            self.add(Rule::OpinionShortened, at, days.to_string(), OPINION_DAYS.to_string(), Some(other));
        }
    }

    /// Skips what may be planned: the days from which a file is held or used, the days on which its name begins and
    /// ends, and the end of the affair. A date that is out of order is not reported a second time: in a check as of the
    /// day of publication, every date after the publication would be reported twice.
    fn not_after_as_of(&mut self, (date, at): &Dated) {
        if let Answer::Given(given) = date
            && given.first_day() > self.as_of
            && !self.found.iter().any(|found| found.rule == Rule::DatesReversed && found.location.path == at.1)
        {
            self.add(Rule::DateAfterAsOf, at.clone(), given.to_string(), self.day(), None);
        }
    }

    fn in_order(&mut self, first: &Dated, then: &Dated) {
        if let (Answer::Given(early), Answer::Given(late)) = (first.0, then.0)
            && early.first_day() > late.last_day()
        {
            let (at, other) = (first.1.clone(), Some(then.1.clone()));
            self.add(Rule::DatesReversed, at, early.to_string(), late.to_string(), other);
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
            self.add(Rule::OldCount, counted.1.clone(), seen, published.to_string(), None);
        }
    }
}

fn at_procedure() -> PathTo<Procedure> {
    root().at(Assessment::procedure)
}

/// When the people of the affair were counted.
fn counts(threshold: &ThresholdItems) -> [Dated; 2] {
    let at = root().at(Assessment::threshold);
    [
        (threshold.population_as_of, at.item_and_path(ThresholdItems::population_as_of)),
        (threshold.handlers_as_of, at.item_and_path(ThresholdItems::handlers_as_of)),
    ]
}

/// The length of the period in days, including both ends. `None` unless both are exact days.
fn days(opinions: &OpinionPeriod) -> Option<u64> {
    let day = |date: &Answer<FormDate>| -> Option<NaiveDate> {
        date.given().filter(|date| date.first_day() == date.last_day()).map(|date| date.first_day())
    };
    let (from, until) = (day(&opinions.from)?, day(&opinions.until)?);
    let behind = until.checked_add_days(Days::new(1))?;
    u64::try_from((behind - from).num_days()).ok()
}
