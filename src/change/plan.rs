//! What must be done because of a change, and what becomes due with time.

use alloc::vec::Vec;
use core::fmt;

use chrono::{Months, NaiveDate};

use super::difference::Difference;
use super::table::is_logged;
use super::weight::Weight;
use crate::assessment::Assessment;
use crate::law::duty::{Deadline, Duty, Event, duties};
use crate::threshold::{Facts, determine};
use crate::value::choice::SubmissionTiming;
use crate::value::kind::{AssessmentKind, BodyKind, Obligation};
use crate::value::source::{Certainty, Source};

/// Facts about an affair and its assessment that no document holds (評価の経過): the kind of the body, and the days of
/// events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LifeCycle {
    /// The kind of the body; if it is not known (`None`), the duties of both are listed.
    pub body: Option<BodyKind>,
    /// The day on which the change is made (変更日), if it is known.
    pub changes_on: Option<NaiveDate>,
    /// Whether a disaster or another unavoidable reason leaves no time to act before the change (規則第9条第2項).
    pub is_emergency: bool,
    /// The day of the last review (見直し), if it is later than the publication.
    pub reviewed: Option<NaiveDate>,
    /// The day of the first publication of this assessment or of the last re-assessment (再実施), from which the period of 規則第15条
    /// runs. If `None`, the day of publication of the document or of the last row of its change table is taken.
    pub assessed: Option<NaiveDate>,
    /// The day on which the body ended the affair (事務の終了).
    pub ended: Option<NaiveDate>,
}

/// A step that must be done, or should (対応事項).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The duty: what must be done, the deadline, how strict it is, and its provision.
    pub duty: &'static Duty,
    /// The event that causes it.
    pub event: Event,
    /// The last day; `None` if the deadline is not a day, or if the day from which it runs is not known.
    pub by: Option<NaiveDate>,
    /// The edits that are the reason, by their indices in [`Difference::edits`].
    pub because: Vec<usize>,
}

impl Step {
    /// Whether its day has come (期限の到来).
    #[must_use]
    pub fn is_due(&self, as_of: NaiveDate) -> bool {
        self.by.is_some_and(|by| by <= as_of)
    }

    /// How certain it is that this must be done (確度). It is at most as certain as the text of the provision. For a
    /// material change it is at most as certain as the ※ marks of the form, because the body may judge otherwise.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        match self.event {
            // The guideline says which changes are material. The ※ marks of the form are evidence of it.
            Event::MaterialChange | Event::EmergencyChange => match self.duty.source.certainty {
                Certainty::Confirmed => Certainty::PartlyConfirmed,
                certainty @ (Certainty::PartlyConfirmed | Certainty::Deduced | Certainty::Unconfirmed) => certainty,
            },
            Event::NewFile
            | Event::EmergencyNewFile
            | Event::ThresholdRise
            | Event::RiseFromNone
            | Event::ThresholdFall
            | Event::OtherChange
            | Event::IncidentOccurred
            | Event::IncidentLapsed
            | Event::EditionChanged
            | Event::YearPassed
            | Event::PeriodPassed
            | Event::AffairEnded => self.duty.source.certainty,
        }
    }

    /// The source of its duty, with the [`certainty`](Self::certainty) of the step (出典).
    #[must_use]
    pub const fn source(&self) -> Source {
        Source { certainty: self.certainty(), ..self.duty.source }
    }
}

/// In Japanese: 「全項目評価書: 提出 — 速やかに (規則第7条第5項; 確認済み)」, after the day if it is known.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(by) = self.by {
            write!(f, "{by} ")?;
        }
        write!(f, "{}", Duty { source: self.source(), ..*self.duty })
    }
}

/// What must be done because of a difference, and what becomes due with time (対応計画).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whether the assessment must be made again (再実施): because of a material change, or as a deeper one because of the
    /// threshold.
    pub must_reassess: bool,
    /// Whether that must be done before the change.
    pub must_be_before: bool,
    /// A proposal for 提出時期; `None` if nothing that needs a row changed.
    pub timing: Option<SubmissionTiming>,
    /// The steps of the change in the order in which they are done, then those that recur.
    pub steps: Vec<Step>,
}

/// Plans what must be done because of a difference, and what becomes due with time (対応計画).
///
/// - Before a material change: the steps of 規則第5条 to 第7条 and 番号法第28条; in an emergency promptly after it (規則第9条第2項).
/// - Other changes: correction without delay (規則第14条). A change of the day of publication or of the change table does
///   not count.
/// - A correction that raises the threshold result: the deeper assessment, which need not be made before the change
///   (規則第6条第2項, 第7条第2項, 第8条).
/// - In any case: the yearly review, the re-assessment after a period, and what the end of the affair requires.
///
/// The body must judge whether a change lowers the risk or is a slip of the pen ([`Weight::questions`]). The plan
/// treats every edit of a marked item as material unless it is proven to be formal.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{LifeCycle, difference, plan};
///
/// let read = |incident, result| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///         "threshold": {{"incident": "{incident}", "result": "{result}"}}}}"#
/// ));
/// let (old, new) = (read("no", "basic_item")?, read("yes", "basic_item_and_key_item")?);
/// let plan = plan(&difference(&old, &new), &LifeCycle::default(), "2025-06-01".parse().unwrap());
/// assert!(plan.must_reassess && !plan.must_be_before);
/// let steps: Vec<String> = plan.steps.iter().map(ToString::to_string).collect();
/// assert_eq!(steps[0], "基礎項目評価書: 修正 — 速やかに (規則第14条第3項（同条第1項を準用）; 確認済み)");
/// assert!(steps.contains(&"重点項目評価書: 提出 — 事後（期限の定めはない） (規則第6条第2項; 確認済み)".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn plan(difference: &Difference<'_>, life_cycle: &LifeCycle, as_of: NaiveDate) -> Plan {
    let weights = difference.weights();
    let logged = || {
        let all = difference.edits().iter().zip(&weights).enumerate();
        all.filter(|(_, (edit, _))| is_logged(edit.item) && edit.printed(difference).is_some())
    };
    let of = |is_material: bool| -> Vec<usize> {
        let of_weight = logged().filter(|(_, (_, weight))| (**weight == Weight::Material) == is_material);
        of_weight.map(|(index, _)| index).collect()
    };
    let (material, other) = (of(true), of(false));
    let (before, after) = (obligation(difference.old), obligation(difference.new));
    let is_rise = before.zip(after).is_some_and(|(before, after)| before < after);
    let mut planning = Planning { life_cycle, as_of, document: difference.new, steps: Vec::new() };
    // A basic-item assessment has no material change, so the form of the old version is a deeper one.
    let deepest = deepest(difference.old);
    if !material.is_empty() {
        let event = if life_cycle.is_emergency { Event::EmergencyChange } else { Event::MaterialChange };
        planning.add(event, deepest, &material);
    }
    let threshold: Vec<usize> =
        logged().filter(|(_, (edit, _))| is_of_threshold(edit.item)).map(|(index, _)| index).collect();
    if is_rise {
        let deeper = after.and_then(Obligation::deepest).unwrap_or(deepest);
        planning.add(Event::ThresholdRise, deeper, &threshold);
    }
    // The correction of the threshold items is part of the rise.
    let other: Vec<usize> = other.into_iter().filter(|index| !is_rise || !threshold.contains(index)).collect();
    if !other.is_empty() {
        planning.add(Event::OtherChange, deepest, &other);
    }
    planning.recurring();
    let must_be_before = !material.is_empty() && !life_cycle.is_emergency;
    let timing = if must_be_before { SubmissionTiming::Before } else { SubmissionTiming::After };
    Plan {
        must_reassess: !material.is_empty() || is_rise,
        must_be_before,
        timing: logged().next().map(|_| timing),
        steps: planning.steps,
    }
}

/// What becomes due with time for a document (期限の到来する対応事項), the soonest first: the review, the re-assessment, and what
/// the end of the affair requires. Steps without a day come last.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::change::{LifeCycle, due};
///
/// let assessment: Assessment = serde_json::from_str(r#"{
///     "format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///     "cover": {"published": "2023-06-01"}
/// }"#)?;
/// let steps = due(&assessment, &LifeCycle::default(), "2025-01-01".parse().unwrap());
/// assert_eq!(steps[0].to_string(), "2024-06-01 基礎項目評価書: 見直し（努力義務） — 少なくとも一年ごと (規則第14条第3項（同条第1項を準用）; 確認済み)");
/// assert!(steps[0].is_due("2025-01-01".parse().unwrap()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn due(document: &Assessment, life_cycle: &LifeCycle, as_of: NaiveDate) -> Vec<Step> {
    let mut planning = Planning { life_cycle, as_of, document, steps: Vec::new() };
    planning.recurring();
    planning.steps.sort_by_key(|step| (step.by.is_none(), step.by));
    planning.steps
}

struct Planning<'a> {
    life_cycle: &'a LifeCycle,
    as_of: NaiveDate,
    document: &'a Assessment,
    steps: Vec<Step>,
}

impl Planning<'_> {
    fn add(&mut self, event: Event, deepest: AssessmentKind, because: &[usize]) {
        // The document that is corrected or reviewed is this one, whatever other assessments the affair has.
        let is_of_document = match event {
            Event::OtherChange | Event::YearPassed => true,
            Event::NewFile
            | Event::MaterialChange
            | Event::EmergencyNewFile
            | Event::EmergencyChange
            | Event::ThresholdRise
            | Event::RiseFromNone
            | Event::ThresholdFall
            | Event::IncidentOccurred
            | Event::IncidentLapsed
            | Event::EditionChanged
            | Event::PeriodPassed
            | Event::AffairEnded => false,
        };
        let own = self.document.kind();
        let is_meant = |duty: &&Duty| !is_of_document || duty.document.is_none_or(|document| document == own);
        for duty in duties(event, deepest, self.life_cycle.body).filter(is_meant) {
            let by = self.by(duty.deadline);
            self.steps.push(Step { duty, event, by, because: because.to_vec() });
        }
    }

    fn recurring(&mut self) {
        let deepest = deepest(self.document);
        if self.life_cycle.ended.is_some_and(|ended| ended <= self.as_of) {
            self.add(Event::AffairEnded, deepest, &[]);
        } else {
            self.add(Event::YearPassed, deepest, &[]);
            self.add(Event::PeriodPassed, deepest, &[]);
        }
    }

    /// The last day of a deadline; `None` if the deadline is not a day.
    fn by(&self, deadline: Deadline) -> Option<NaiveDate> {
        let years = |from: Option<NaiveDate>, years: u32| from?.checked_add_months(Months::new(12 * years));
        let own = self.document.own_day();
        match deadline {
            Deadline::BeforeChange | Deadline::BeforeHolding => self.life_cycle.changes_on,
            Deadline::Yearly => years(own.max(self.life_cycle.reviewed), 1),
            Deadline::FiveYears => years(self.life_cycle.assessed.or(own), 5),
            Deadline::ThreeYears => years(self.life_cycle.ended, 3),
            Deadline::WithoutDelay => self.life_cycle.ended,
            Deadline::BeforeSystem
            | Deadline::PromptlyAfterwards
            | Deadline::InTurn
            | Deadline::AlongWith
            | Deadline::Promptly
            | Deadline::UntilPublished
            | Deadline::ThirtyDays
            | Deadline::OfItsOwn
            | Deadline::NotKnown
            | Deadline::Afterwards => None,
        }
    }
}

/// The assessment that decides the duties of an affair: the one that was made, or the deeper one that is required.
fn deepest(document: &Assessment) -> AssessmentKind {
    obligation(document).and_then(Obligation::deepest).map_or(document.kind(), |required| required.max(document.kind()))
}

/// The obligation that the document states, or a higher one if its facts determine it.
fn obligation(document: &Assessment) -> Option<Obligation> {
    // `None` compares as less than any result.
    document.threshold.result.given().copied().max(determine(&Facts::from(document)).required())
}

const fn is_of_threshold(item: crate::catalogue::Item) -> bool {
    use crate::catalogue::Item;

    matches!(
        item,
        Item::Population
            | Item::PopulationAsOf
            | Item::Handlers
            | Item::HandlersAsOf
            | Item::IncidentInOneYear
            | Item::ThresholdResult
    )
}
