//! Dates: whether they are in order and not after the day of the check.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::{Days, Months, NaiveDate};

use super::{Check, Rule, Spot, root, shown};
use crate::assessment::acquisition::Acquisition;
use crate::assessment::file::{FileOutline, FileSection};
use crate::assessment::procedure::{OpinionPeriod, Procedure, Requests, ThresholdItems};
use crate::assessment::{Assessment, Cover};
use crate::catalogue::{FieldPath, Item};
use crate::value::answer::{Answer, Lines};
use crate::value::date::FormDate;
use crate::value::error::excerpt;
use crate::value::text::Text;

/// A date of the document, with its item and path.
type Dated = (Answer<FormDate>, Spot);

/// The fewest days for public comment without a special reason (指針第5の3: 原則30日以上).
const OPINION_DAYS: u64 = 30;

/// Ordinances on the protection of personal information. An ordinance that carries out the Act (施行条例) is not one of them.
const ORDINANCES: [&str; 2] = ["個人情報保護条例", "個人情報の保護に関する条例"];

/// The period of 規則第15条, which the guideline sets.
const REASSESSMENT: Months = Months::new(12 * 5);

impl Check<'_> {
    pub(super) fn dates(&mut self) {
        let cover = root().at(Assessment::cover);
        let published: Dated = (self.assessment.cover.published, cover.item_and_path(Cover::published));
        self.not_after_as_of(&published);
        for (index, section) in self.sections.iter().enumerate() {
            let at = FieldPath::section(index);
            let held = (section.outline.held_since, at.at(FileSection::outline).item_and_path(FileOutline::held_since));
            let used = (
                section.acquisition.used_since,
                at.at(FileSection::acquisition).item_and_path(Acquisition::used_since),
            );
            self.in_order(&held, &used);
        }
        self.requests(&published);
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
        self.assessed(procedure.basic_assessment_date, &published);
        self.steps(&steps, &published);
    }

    /// No text that was read requires an order of the basic-item assessment and the public comment or the review. It is
    /// never later than the publication.
    fn assessed(&mut self, date: Answer<FormDate>, published: &Dated) {
        let basic = (date, at_procedure().item_and_path(Procedure::basic_assessment_date));
        self.in_order(&basic, published);
        self.not_after_as_of(&basic);
        let own = self.assessment.own_day().unwrap_or(self.as_of);
        let is_over = |date: &FormDate| {
            date.last_day().checked_add_months(REASSESSMENT).is_some_and(|anniversary| anniversary < own)
        };
        if date.given().is_some_and(is_over) {
            let own = FormDate::try_from(own).map_or_else(|_| own.to_string(), |own| own.to_string());
            self.add(Rule::ReassessmentMayBeDue, basic.1, shown(&basic.0), own, None);
        }
    }

    /// Requests are made under the Act since it applies to local governments.
    fn requests(&mut self, published: &Dated) {
        let Some(day) = published.0.given().filter(|day| Some(day.first_day()) >= NaiveDate::from_ymd_opt(2023, 4, 1))
        else {
            return;
        };
        let requests = &self.assessment.requests;
        let at = root().at(Assessment::requests);
        for (cell, spot) in [
            (&requests.request_to, at.item_and_path(Requests::request_to)),
            (&requests.method, at.item_and_path(Requests::method)),
            (&requests.remarks, at.item_and_path(Requests::remarks)),
        ] {
            let mut lines = cell.given().into_iter().flat_map(Lines::texts);
            let names = |line: &&Text| ORDINANCES.iter().any(|ordinance| line.as_str().contains(ordinance));
            if let Some(line) = lines.find(names).filter(|_| self.prints(spot.0)) {
                self.add(Rule::DisclosureUnderOrdinance, spot, excerpt(line.as_str()), day.to_string(), None);
            }
        }
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
        let (Some(days), Answer::Given(printed)) = (days(opinions), opinions.days) else { return };
        if u64::from(printed) != days {
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
        let Answer::Given(given) = date else { return };
        let is_reversed =
            || self.found.iter().any(|found| found.rule == Rule::DatesReversed && found.location.path == at.1);
        if given.first_day() > self.as_of && !is_reversed() {
            self.add(Rule::DateAfterAsOf, at.clone(), given.to_string(), self.day(), None);
        }
    }

    fn in_order(&mut self, first: &Dated, then: &Dated) {
        let (Answer::Given(early), Answer::Given(late)) = (first.0, then.0) else { return };
        if early.first_day() > late.last_day() {
            let (at, other) = (first.1.clone(), Some(then.1.clone()));
            self.add(Rule::DatesReversed, at, early.to_string(), late.to_string(), other);
        }
    }

    fn is_recent(&mut self, counted: &Dated, published: &Dated) {
        let (Answer::Given(counted_on), Answer::Given(published)) = (counted.0, published.0) else { return };
        let year_later = counted_on.last_day().checked_add_months(Months::new(12));
        if year_later.is_some_and(|year| year <= published.first_day()) {
            let seen = shown(&counted.0);
            self.add(Rule::OldCount, counted.1.clone(), seen, published.to_string(), None);
        }
    }
}

fn at_procedure() -> FieldPath<Procedure> {
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
