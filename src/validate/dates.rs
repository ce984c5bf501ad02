//! Dates: in order, and not after the day of the check.

use alloc::string::ToString;

use chrono::{Days, Months, NaiveDate};

use super::{Check, Rule, path, shown};
use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item};
use crate::date::FormDate;
use crate::procedure::OpinionPeriod;

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
                let threshold = path("threshold");
                for (date, item, field) in [
                    (document.threshold.population_as_of, Item::PopulationAsOf, "population_as_of"),
                    (document.threshold.handlers_as_of, Item::HandlersAsOf, "handlers_as_of"),
                ] {
                    let counted = (date, item, threshold.field(field));
                    self.not_after_as_of(&counted);
                    self.in_order(&counted, &published);
                    self.is_recent(&counted, &published);
                }
            }
            Assessment::KeyItem(document) => {
                let procedure = &document.procedure;
                self.procedure(
                    procedure.basic_assessment_date,
                    &procedure.opinion_period,
                    procedure.review_date,
                    &published,
                );
            }
            Assessment::AllItem(document) => {
                let procedure = &document.procedure;
                self.procedure(
                    procedure.basic_assessment_date,
                    &procedure.opinion_period,
                    procedure.review_date,
                    &published,
                );
                self.shortened(&procedure.opinion_period, procedure.opinion_shortening.is_answered());
            }
        }
    }

    fn procedure(
        &mut self,
        basic: Answer<FormDate>,
        opinions: &OpinionPeriod,
        review: Answer<FormDate>,
        published: &Dated,
    ) {
        let at = path("procedure");
        let period = at.field("opinion_period");
        let basic = (basic, Item::BasicAssessmentDate, at.field("basic_assessment_date"));
        let from = (opinions.from, Item::OpinionPeriod, period.field("from"));
        let until = (opinions.until, Item::OpinionPeriod, period.field("until"));
        let review = (review, Item::ReviewDate, at.field("review_date"));
        for date in [&basic, &from, &until, &review] {
            self.not_after_as_of(date);
        }
        self.in_order(&basic, published);
        self.in_order(&from, &until);
        self.in_order(&until, published);
        self.in_order(&review, published);
        if let (Some(days), Answer::Given(printed)) = (days(opinions), opinions.days)
            && u64::from(printed) != days
        {
            let at = (Item::OpinionPeriod, period.field("days"));
            self.add(Rule::OpinionDays, at, printed.to_string(), days.to_string(), None);
        }
    }

    /// A shortened period needs a reason. A dash gives none.
    fn shortened(&mut self, opinions: &OpinionPeriod, is_answered: bool) {
        let Assessment::AllItem(document) = self.assessment else { return };
        let has_reason = is_answered && document.procedure.opinion_shortening.given().is_some();
        let is_unknown = document.procedure.opinion_shortening == Answer::NotKnown;
        if let Some(days) = days(opinions).filter(|days| *days < OPINION_DAYS && !has_reason && !is_unknown) {
            let at = (Item::OpinionPeriod, path("procedure").field("opinion_period").field("from"));
            let other = (Item::OpinionShortening, path("procedure").field("opinion_shortening"));
            self.add(Rule::OpinionShortened, at, days.to_string(), OPINION_DAYS.to_string(), Some(other));
        }
    }

    fn not_after_as_of(&mut self, (date, item, at): &Dated) {
        if let Answer::Given(given) = date
            && given.first_day() > self.as_of
        {
            self.add(Rule::DateAfterAsOf, (*item, at.clone()), given.to_string(), self.as_of.to_string(), None);
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

/// How many days the period has, both ends included, where both are days.
fn days(opinions: &OpinionPeriod) -> Option<u64> {
    let day = |date: &Answer<FormDate>| -> Option<NaiveDate> {
        date.given().filter(|date| date.first_day() == date.last_day()).map(|date| date.first_day())
    };
    let (from, until) = (day(&opinions.from)?, day(&opinions.until)?);
    let behind = until.checked_add_days(Days::new(1))?;
    u64::try_from((behind - from).num_days()).ok()
}
