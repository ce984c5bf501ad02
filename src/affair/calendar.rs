//! What becomes due with time.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::case::{Task, question};
use super::day::after;
use super::deadline::{By, Missing, five_years};
use super::done::last_publication;
use super::dossier::{Dossier, Since};
use super::happening::{Happening, System};
use super::planning::plan;
use super::register::{Planned, PlannedEvent, PublishedBy};
use super::results::states_incident;
use super::standing::State;
use super::step::Step;
use crate::duty::{Action, Duty, Event, duties};
use crate::value::incident::{IncidentScope, SeriousIncident};
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::sorted::sort_by_key;

/// What becomes due with time for these affairs (期限の到来する対応事項), the soonest first: the yearly review and the re-assessment of each
/// paper, what an affair that ended asks for, what a planned file or change asks for, the papers that the register shows to be missing, and
/// the corrections when a serious incident no longer counts. Steps without a day come last.
///
/// A correction does not begin the five years again. Unless the register, or a paper that was never changed, says when the affair was
/// last assessed, their end lies in a window ([`By::Within`](super::By::Within)), and [`Missing::Assessed`] is among the needs.
///
/// ```
/// use mynumber_pia::affair::{Dossier, calendar};
/// use mynumber_pia::{Assessment, Language};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///     "cover": {"published": "2023-06-01"}
/// }"#)?;
/// let as_of = "2025-01-01".parse().unwrap();
/// let steps = calendar(&[Dossier::of(&assessment)], as_of);
/// let review = "2024-06-01まで 基礎項目評価書: 見直し（努力義務） (規則第14条第3項（同条第1項を準用）; 確認済み)";
/// assert_eq!(steps[0].text(Language::Japanese), review);
/// assert!(steps[0].is_due(as_of) && !steps[1].is_due(as_of));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn calendar<'a>(dossiers: &[Dossier<'a>], as_of: NaiveDate) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = dossiers.iter().flat_map(|dossier| of_affair(dossier, as_of)).collect();
    sort_by_key(&mut steps, |step| {
        let day = step.by.begin_by().or(step.on);
        (day.is_none(), day)
    });
    steps
}

fn of_affair<'a>(dossier: &Dossier<'a>, as_of: NaiveDate) -> Vec<Step<'a>> {
    if let Some(on) = dossier.ended().filter(|ended| *ended <= as_of) {
        let mut steps = plan(dossier, &Happening::End { on }, as_of).steps;
        steps.retain(|step| !matches!(step.by, By::Until(Some(last)) if last < as_of));
        return steps;
    }
    let own = Own { dossier, as_of, body: dossier.body_kind() };
    let mut steps = Vec::new();
    for paper in dossier.present(as_of).iter() {
        steps.extend(own.of_paper(paper));
        steps.extend(own.of_lapse(paper));
    }
    steps.extend(own.of_plans());
    steps.extend(own.of_missing());
    steps
}

struct Own<'d, 'a> {
    dossier: &'d Dossier<'a>,
    as_of: NaiveDate,
    body: Option<BodyKind>,
}

impl<'a> Own<'_, 'a> {
    fn step(&self, event: Event, duty: &'static Duty, on: Option<NaiveDate>) -> Step<'a> {
        let task = Task { reading: None, event, duty, also: Vec::new(), deadline: duty.deadline };
        Step::of(task, self.dossier, self.as_of, on, System::None)
    }

    /// The review and the re-assessment of a paper.
    fn of_paper(&self, paper: AssessmentKind) -> Vec<Step<'a>> {
        let published = last_publication(self.dossier, paper, None, self.as_of);
        let reviewed = self.dossier.entry.and_then(|entry| entry.reviewed).filter(|day| *day <= self.as_of);
        let last = published.max(reviewed);
        let review = duties(Event::YearPassed, paper, self.body).filter(|duty| duty.document == Some(paper));
        let review = review.map(|duty| self.step(Event::YearPassed, duty, last));
        let since = self.dossier.assessed(paper);
        let needs = match since {
            Since::On(_) => Vec::new(),
            Since::Between { .. } | Since::Unknown => Vec::from([Missing::Assessed]),
        };
        let again = duties(Event::PeriodPassed, paper, self.body).map(|duty| {
            let on = match since {
                Since::On(day) => Some(day),
                Since::Between { .. } | Since::Unknown => None,
            };
            let mut step = self.step(Event::PeriodPassed, duty, on);
            step.needs.extend(&needs);
            Step { document: Some(paper), by: five_years(since), ..step }
        });
        review.chain(again).collect()
    }

    /// The corrections of a paper when the last serious incident no longer counts.
    fn of_lapse(&self, paper: AssessmentKind) -> Vec<Step<'a>> {
        let lapse = |paper| lapse(self.dossier.incidents().unwrap_or_default(), paper);
        let result = |day| self.dossier.determination(&self.dossier.facts(day)).required();
        let falls_on = |day: &NaiveDate| result(self.as_of).zip(result(*day)).is_some_and(|(now, then)| then < now);
        // A deeper paper states the result too.
        let fall = lapse(AssessmentKind::BasicItem).filter(|day| self.as_of < *day).filter(falls_on);
        let is_basic = paper == AssessmentKind::BasicItem;
        let is_voluntary = self.dossier.ground(paper) == Some(PublishedBy::Voluntary);
        let mut steps = Vec::new();
        if let Some(day) = fall.filter(|_| !is_basic && !is_voluntary) {
            let withdrawn = question("withdrawal_after_fall");
            let correct = |step: Step<'a>| Step {
                question: withdrawn.filter(|_| step.task.duty.action == Action::Correct),
                ..step
            };
            steps.extend(self.corrections(Event::ThresholdFall, paper, day).into_iter().map(correct));
        }
        let own = lapse(paper).filter(|_| states_incident(self.dossier, paper, self.as_of));
        if let Some(day) = own {
            let event = if falls_on(&day) { Event::ThresholdFall } else { Event::OtherChange };
            let again = duties(Event::IncidentLapsed, paper, self.body).filter(|_| is_basic);
            steps.extend(again.map(|duty| self.step(Event::IncidentLapsed, duty, Some(day))));
            steps.extend(self.corrections(event, paper, day));
        }
        steps
    }

    fn corrections(&self, event: Event, paper: AssessmentKind, day: NaiveDate) -> Vec<Step<'a>> {
        let corrected = duties(event, paper, self.body).filter(|duty| duty.document == Some(paper));
        corrected.map(|duty| self.step(event, duty, Some(day))).collect()
    }

    /// What the files and changes that the register plans ask for. What changes is not known: the steps are those of a material change.
    fn of_plans(&self) -> Vec<Step<'a>> {
        let planned = self.dossier.entry.into_iter().flat_map(|entry| &entry.planned);
        let future = planned.filter(|planned| planned.on > self.as_of);
        let (system, facts, is_urgent) = (System::NotKnown, None, false);
        let of = |planned: &Planned| {
            let on = Some(planned.on);
            let happening = match planned.what {
                PlannedEvent::Hold => Happening::Hold { on, system, facts, is_urgent },
                PlannedEvent::Change => Happening::Change { edits: &[], on, system, facts, is_urgent, is_minor: false },
            };
            plan(self.dossier, &happening, self.as_of).steps
        };
        future.flat_map(of).collect()
    }

    /// The deeper paper that the facts ask for and the register does not list. Without a register, it may only not have been given.
    fn of_missing(&self) -> Vec<Step<'a>> {
        let standing = self.dossier.standing(self.as_of);
        if self.dossier.entry.is_none() || standing.state != State::Rising {
            return Vec::new();
        }
        let Some(paper) = standing.missing.deepest().filter(|paper| *paper != AssessmentKind::BasicItem) else {
            return Vec::new();
        };
        let rise = duties(Event::ThresholdRise, paper, self.body);
        let rise = rise.filter(|duty| duty.document == Some(paper) || duty.action == Action::FilePlan);
        rise.map(|duty| self.step(Event::ThresholdRise, duty, None)).collect()
    }
}

/// The first day on which no incident counts in a paper any more, if there was one.
fn lapse(incidents: &[SeriousIncident], paper: AssessmentKind) -> Option<NaiveDate> {
    let (is_asked, years): (fn(&SeriousIncident) -> bool, u32) = match paper {
        AssessmentKind::BasicItem => (|incident| incident.scope == IncidentScope::SpecificPersonalInformation, 1),
        AssessmentKind::KeyItem | AssessmentKind::AllItem => (|_| true, 3),
    };
    // The same day some years later still counts.
    let end = |incident: &SeriousIncident| {
        let last = incident.known.map_or(incident.date, |known| known.max(incident.date)).last_day();
        after(last, years)?.succ_opt()
    };
    incidents.iter().filter(|incident| is_asked(incident)).filter_map(end).max()
}
