//! How a plan is made: by what the affair needs before and after, if that is settled, and otherwise by all that it may need.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::case::{Case, HappeningKind, Task, question};
use super::deadline::Missing;
use super::done::is_done;
use super::dossier::Dossier;
use super::happening::Happening;
use super::papers::Papers;
use super::plan::Plan;
use super::register::PublishedBy;
use super::results::{Results, contradicts, counts, misses, results};
use super::step::{Actor, Reason, Step, actor};
use super::weigh::{Behind, Weighed, not_followed, weigh};
use crate::change::Edit;
use crate::duty::{self, Action, Event, ONLY_WHAT_CHANGED, duties};
use crate::threshold::Facts;
use crate::value::incident::{IncidentScope, LookBack, SeriousIncident};
use crate::value::kind::{AssessmentKind, Obligation, ObligationSet};

/// Plans what must be done because something happens to an affair (対応計画).
///
/// The law asks by affair: what is material is what any paper that the affair must publish marks ※, and a change of one paper may ask for
/// another. Which obligation holds before and after follows from the facts of the papers, the register and the event. If they leave
/// several possible, the result that the papers state decides, or else the one for which they were published, and [`Missing::Facts`] is
/// among the needs; if they are open because the papers contradict each other, no stated result decides, and the need is
/// [`Missing::Agreement`]. What is open after that never makes a duty: the steps are those of the deepest result that is possible, and a
/// step that another possible result does not ask for is only the [safe course](Step::is_safe_course).
///
/// The body must judge whether an edit is a slip of the pen or lowers the risk ([`Plan::to_judge`]). The plan treats every edit of a
/// marked item as material unless it is proven to be formal, or the body says that the change is not (`is_minor`). If no
/// version of a change is known, it has the steps of a material one, which [need](Step::needs) the versions.
///
/// If the register has a policy of the body ([`RegisteredAffair::policy`](super::RegisteredAffair::policy)), the steps are those of the
/// assessment that it asks for, and a step that no provision asks for says so.
///
/// ```
/// use mynumber_pia::affair::{Dossier, Happening, System, plan};
/// use mynumber_pia::change::difference;
/// use mynumber_pia::{Assessment, Language};
///
/// let read = |incident| serde_json::from_str::<Assessment>(&format!(
///     r#"{{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///         "population": 12000, "threshold": {{"handlers": "under_500", "incident": "{incident}"}}}}"#
/// ));
/// let (old, new) = (read("no")?, read("yes")?);
/// let edits = [difference(&old, &new)];
/// let change = Happening::Change { edits: &edits, on: None, system: System::None, facts: None, is_urgent: false, is_minor: false };
/// let plan = plan(&Dossier::of(&old), &change, "2025-06-01".parse().unwrap());
/// assert_eq!((plan.must_reassess(), plan.must_be_before()), (Some(true), Some(false)));
/// let steps: Vec<String> = plan.steps.iter().map(|step| step.text(Language::Japanese)).collect();
/// assert_eq!(steps[0], "速やかに 基礎項目評価書: 修正 (規則第14条第3項（同条第1項を準用）; 確認済み)");
/// assert!(steps.contains(&"期限の定めなし 重点項目評価書: 提出 (規則第6条第2項; 確認済み)".into()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn plan<'a>(dossier: &Dossier<'a>, happening: &Happening<'_>, as_of: NaiveDate) -> Plan<'a> {
    let Results { pairs, open } = results(dossier, happening, as_of);
    let pair = pairs.first().copied().unwrap_or((Obligation::NotRequired, Obligation::NotRequired));
    let mut plan = plan_of(dossier, happening, as_of, pair, open);
    for pair in pairs.iter().skip(1) {
        let other = plan_of(dossier, happening, as_of, *pair, open);
        plan.before = plan.before.union(other.before);
        plan.after = plan.after.union(other.after);
        let differs = [plan.must_reassess() != other.must_reassess(), plan.must_be_before() != other.must_be_before()];
        for (is_undecided, differs) in plan.is_undecided.iter_mut().zip(differs) {
            *is_undecided |= differs;
        }
        for step in plan.steps.iter_mut().filter(|step| !step.is_safe_course()) {
            if !other.steps.iter().any(|other| asks_the_same(other, step)) {
                step.needs.extend(open);
            }
        }
    }
    plan
}

/// Whether two steps are one act under one provision.
fn asks_the_same(one: &Step<'_>, other: &Step<'_>) -> bool {
    let of =
        |step: &Step<'_>| (step.document, step.task.duty.action, step.task.duty.source.citation, step.is_by_policy);
    of(one) == of(other) && (one.task.reading.is_none() || one.task.reading == other.task.reading)
}

/// The plan if this is needed before and after.
fn plan_of<'a>(
    dossier: &Dossier<'a>,
    happening: &Happening<'_>,
    as_of: NaiveDate,
    (before, after): (Obligation, Obligation),
    open: Option<Missing>,
) -> Plan<'a> {
    let lawful = case(dossier, happening, as_of, (before, after));
    let policy = dossier.entry.and_then(|entry| entry.policy).unwrap_or(Obligation::NotRequired);
    let of_policy = case(dossier, happening, as_of, (before.max(policy), after.max(policy)));
    let behind = not_followed(dossier, as_of, happening.edits());
    let Considered { case, weighed, is_by_judgement } = of_policy;
    let required = Papers::required_by(case.before);
    let ended = ended(dossier, happening, as_of);
    let (lawful, weighed, behind) = (lawful.case, &weighed, &behind);
    Planning { dossier, happening, as_of, lawful, case, weighed, behind, required, ended, is_by_judgement }
        .plan(open.filter(|_| ended.is_none()))
}

/// Whether what happens asks nothing of an affair that ended: only a leak must still be reported. The papers may still be changed, for
/// example to mark them as ended, and a file may be held again.
fn ended(dossier: &Dossier<'_>, happening: &Happening<'_>, as_of: NaiveDate) -> Option<NaiveDate> {
    let ended = dossier.ended().filter(|ended| *ended <= as_of)?;
    let is_over = match happening {
        Happening::Facts { .. } | Happening::Incident { .. } => true,
        Happening::End { on } => *on != ended,
        Happening::Change { .. } | Happening::Hold { .. } => false,
    };
    is_over.then_some(ended)
}

/// A case, with the weight of the edits in it.
struct Considered<'h> {
    case: Case,
    weighed: Vec<Weighed<'h>>,
    is_by_judgement: bool,
}

/// The case of what happens if this is needed before and after.
fn case<'h>(
    dossier: &Dossier<'_>,
    happening: &'h Happening<'_>,
    as_of: NaiveDate,
    (before, after): (Obligation, Obligation),
) -> Considered<'h> {
    let required = Papers::required_by(before).union(Papers::required_by(after));
    let mut weighed = weigh(dossier, as_of, happening.edits(), required);
    let is_judged = |one: &Weighed<'_>| one.is_material || !one.asks.is_empty();
    let is_by_judgement = happening.is_minor() && weighed.iter().any(is_judged);
    if happening.is_minor() {
        for one in &mut weighed {
            (one.is_material, one.asks) = (false, Vec::new());
        }
    }
    let is_deeper = before.max(after) > Obligation::BasicItem;
    let case = Case {
        happening: happening.kind(),
        before,
        after,
        is_material: weighed.iter().any(|one| one.is_material) || (happening.is_unknown() && is_deeper),
        is_urgent: happening.is_urgent(),
        body: dossier.body_kind(),
    };
    Considered { case, weighed, is_by_judgement }
}

struct Planning<'p, 'a> {
    dossier: &'p Dossier<'a>,
    happening: &'p Happening<'p>,
    as_of: NaiveDate,
    /// What the law asks about.
    lawful: Case,
    /// The same, with the policy of the body.
    case: Case,
    weighed: &'p [Weighed<'p>],
    behind: &'p [Behind<'p>],
    /// The papers that are required before.
    required: Papers,
    /// The day on which the affair ended, if it asks for nothing because of that.
    ended: Option<NaiveDate>,
    is_by_judgement: bool,
}

impl<'a> Planning<'_, 'a> {
    fn plan(&self, open: Option<Missing>) -> Plan<'a> {
        let mut questions = self.lawful.questions();
        let (tasks, is_voluntary) = self.tasks();
        questions.extend(question("voluntary_assessment").filter(|_| is_voluntary));
        questions.extend(self.replaced(&tasks));
        questions.extend(
            question("counting_together").filter(|_| {
                actor(self.dossier, self.as_of) == Actor::LeadBody && self.lawful.before != self.lawful.after
            }),
        );
        if self.ended.is_some() {
            questions.clear();
        }
        let steps = self.steps(tasks);
        let is_without_versions =
            self.case.happening == HappeningKind::Change && self.happening.edits().is_empty() && steps.is_empty();
        let own = [
            (is_without_versions, Missing::Versions),
            (open == Some(Missing::Facts), Missing::Facts),
            (open == Some(Missing::Agreement), Missing::Agreement),
            (self.lacks_paper(&steps), Missing::Paper),
        ];
        let is_needed = |missing: &Missing| {
            own.contains(&(true, *missing)) || steps.iter().any(|step| step.needs.contains(missing))
        };
        let needs = Missing::ALL.iter().copied().filter(is_needed).collect();
        let reason =
            |one: &Weighed<'_>| Some(Reason { paper: one.paper, item: one.edit.item, path: one.path()?.clone() });
        let to_judge = self.weighed.iter().flat_map(|one| one.asks.iter().filter_map(|ask| Some((reason(one)?, *ask))));
        let exempt = self.dossier.determination(&Facts::default()).exemption();
        let exempt = exempt.map(|exemption| exemption.source_for(self.case.body));
        let end = || duties(Event::AffairEnded, AssessmentKind::BasicItem, None).next().map(|duty| duty.source);
        let exempt = self.ended.and_then(|_| end()).or(exempt);
        let nothing =
            exempt.filter(|_| self.ended.is_some() || self.case.nothing().is_some()).or_else(|| self.case.nothing());
        Plan {
            affair: self.dossier.key(),
            case: self.lawful,
            before: ObligationSet::of(self.lawful.before),
            after: ObligationSet::of(self.lawful.after),
            on: self.happening.on(),
            nothing: Some(nothing.unwrap_or(ONLY_WHAT_CHANGED)).filter(|_| !steps.iter().any(is_of_assessment)),
            steps,
            questions,
            to_judge: to_judge.collect(),
            needs,
            ended: self.ended,
            is_by_judgement: self.is_by_judgement,
            is_logged: !self.weighed.is_empty(),
            is_undecided: [false; 2],
        }
    }

    /// The question whether the all-item assessment of the policy takes the place of the key-item assessment that the facts ask for.
    fn replaced(&self, tasks: &[Task]) -> Option<&'static duty::OpenQuestion> {
        let is_left_out = |task: &&Task| {
            let is_filing = task.duty.document == Some(AssessmentKind::KeyItem) && task.duty.action == Action::File;
            let is_done = is_done(task, self.dossier, self.happening, self.as_of);
            is_filing && task.is_assessment() && !is_done && !tasks.iter().any(|own| own.duty == task.duty)
        };
        let lawful = self.lawful.tasks();
        let left_out =
            lawful.iter().find(is_left_out).filter(|_| self.case.after == Obligation::BasicItemAndAllItem)?;
        question(match left_out.event {
            Event::NewFile | Event::EmergencyNewFile | Event::RiseFromNone => "policy_for_new_file",
            Event::ThresholdRise => "policy_for_rise",
            Event::MaterialChange
            | Event::EmergencyChange
            | Event::ThresholdFall
            | Event::OtherChange
            | Event::IncidentOccurred
            | Event::IncidentLapsed
            | Event::EditionChanged
            | Event::YearPassed
            | Event::PeriodPassed
            | Event::AffairEnded => "policy_for_change",
        })
    }

    /// Whether a deeper paper is required and neither given nor asked for by a step. It may only not have been given.
    fn lacks_paper(&self, steps: &[Step<'_>]) -> bool {
        let present = self.dossier.present(self.as_of);
        let required = Papers::required_by(self.lawful.after).deepest();
        let is_later = match self.case.happening {
            HappeningKind::Change | HappeningKind::Facts | HappeningKind::Incident => true,
            HappeningKind::Hold | HappeningKind::End => false,
        };
        let is_lacking = |paper: AssessmentKind| {
            paper != AssessmentKind::BasicItem
                && !present.contains(paper)
                && !steps.iter().any(|step| step.document == Some(paper))
        };
        is_later && self.ended.is_none() && !present.is_empty() && required.is_some_and(is_lacking)
    }

    /// The tasks for the papers of this affair, and whether a paper that is not required has a part in it.
    fn tasks(&self) -> (Vec<Task>, bool) {
        let mut tasks = self.case.tasks();
        let event = match self.case.happening {
            HappeningKind::Change | HappeningKind::Facts => Some(Event::OtherChange),
            HappeningKind::Incident => Some(Event::IncidentOccurred),
            HappeningKind::Hold | HappeningKind::End => None,
        };
        let mut is_voluntary = false;
        let present = self.dossier.present(self.as_of);
        for paper in present.iter() {
            let is_end = self.case.happening == HappeningKind::End;
            is_voluntary |= is_end && self.dossier.ground(paper) == Some(PublishedBy::Voluntary);
            let has_own = tasks.iter().any(|task| task.duty.document == Some(paper));
            let Some(event) = event.filter(|_| !has_own && self.states(paper)) else { continue };
            if !self.required.contains(paper) {
                // Whether the rules on published papers apply to it depends on the ground of its publication.
                let ground = self.dossier.ground(paper);
                is_voluntary |= ground != Some(PublishedBy::Assessed);
                if ground == Some(PublishedBy::Voluntary) {
                    continue;
                }
            }
            let own = duties(event, paper, self.case.body);
            let own = own.filter(|duty| duty.document == Some(paper) || duty.action == Action::FilePlan);
            tasks.extend(own.map(|duty| {
                let deadline = duty.deadline;
                Task { reading: None, event, duty, also: Vec::new(), deadline }
            }));
        }
        // A correction is only asked of a paper that states what changed. The basic-item assessment is required beside every other.
        let is_there = |paper| paper == AssessmentKind::BasicItem || present.contains(paper);
        tasks.retain(|task| match (task.event, task.duty.document) {
            (Event::OtherChange | Event::IncidentOccurred, Some(paper)) => is_there(paper) && self.states(paper),
            (Event::ThresholdFall, Some(paper)) => is_there(paper),
            _ => true,
        });
        if let Happening::Incident { incident } = self.happening {
            tasks.retain(|task| self.is_about(task, incident));
        }
        tasks.retain(|task| !is_done(task, self.dossier, self.happening, self.as_of));
        let is_filed = |task: &Task| matches!(task.duty.action, Action::File | Action::ObtainApproval);
        let mut has_register = !tasks.iter().any(is_filed);
        tasks.retain(|task| task.duty.action != Action::FilePlan || !core::mem::replace(&mut has_register, true));
        if self.ended.is_some() {
            tasks.retain(|task| !task.duty.action.is_of_assessment());
            return (tasks, false);
        }
        beside_last(&mut tasks);
        (tasks, is_voluntary)
    }

    /// Whether an incident asks for a task that depends on what it is about: 番号法第29条の4 and 規則第4条第8号ロ speak of 特定個人情報, and
    /// only an incident within a year counts in the determination.
    fn is_about(&self, task: &Task, incident: &SeriousIncident) -> bool {
        if task.duty.action == Action::Redetermine {
            return counts(incident, LookBack::OneYear, self.as_of);
        }
        task.duty.action.is_of_assessment() || incident.scope == IncidentScope::SpecificPersonalInformation
    }

    /// Whether a paper states what changed.
    fn states(&self, paper: AssessmentKind) -> bool {
        match self.happening {
            Happening::Change { .. } => {
                self.weighed.iter().any(|one| one.paper == paper) || self.behind.iter().any(|one| one.paper == paper)
            }
            Happening::Facts { facts, .. } => contradicts(self.dossier, paper, facts, self.as_of),
            Happening::Incident { incident } => misses(self.dossier, paper, incident, self.as_of),
            Happening::Hold { .. } | Happening::End { .. } => true,
        }
    }

    fn steps(&self, tasks: Vec<Task>) -> Vec<Step<'a>> {
        let (lawful, present) = (self.lawful.tasks(), self.dossier.present(self.as_of));
        let mut steps: Vec<Step<'a>> = Vec::new();
        for task in tasks {
            let (follows, because) = (previous(&steps, &task), self.because(&task));
            let is_by_policy = self.case != self.lawful && !lawful.iter().any(|asked| asked.duty == task.duty);
            let mut step = Step::of(task, self.dossier, self.as_of, self.happening.on(), self.happening.system());
            if self.happening.is_unknown() {
                step.needs.push(Missing::Versions);
            }
            let is_of_correction = !step.task.is_assessment() && self.case.happening != HappeningKind::End;
            if is_of_correction && step.document.is_some_and(|paper| !present.contains(paper)) {
                step.needs.push(Missing::Paper);
            }
            steps.push(Step { follows, is_by_policy, because, ..step });
        }
        steps
    }

    /// The edits that make a task necessary: the material ones of every paper for an assessment that is made again, those of the
    /// threshold for a changed result, and those of its own paper for a correction. Another edit that goes into the same paper is no
    /// reason.
    fn because(&self, task: &Task) -> Vec<Reason> {
        let is_reason = |one: &&Weighed<'_>| match task.event {
            Event::MaterialChange | Event::EmergencyChange => one.is_material,
            Event::ThresholdRise | Event::ThresholdFall | Event::RiseFromNone => one.is_of_threshold(),
            Event::OtherChange
            | Event::NewFile
            | Event::EmergencyNewFile
            | Event::IncidentOccurred
            | Event::IncidentLapsed
            | Event::EditionChanged
            | Event::YearPassed
            | Event::PeriodPassed
            | Event::AffairEnded => task.duty.document.is_none_or(|paper| paper == one.paper),
        };
        let reason = |paper, edit: &Edit<'_>| {
            Some(Reason { paper, item: edit.item, path: edit.new.as_ref().or(edit.old.as_ref())?.clone() })
        };
        let own = self.weighed.iter().filter(is_reason).filter_map(|one| reason(one.paper, one.edit));
        let followed =
            self.behind.iter().filter(|one| task.event == Event::OtherChange && Some(one.paper) == task.duty.document);
        let followed = followed.filter_map(|one| reason(one.edited, one.edit));
        own.chain(followed).collect()
    }
}

fn is_of_assessment(step: &Step<'_>) -> bool {
    step.task.duty.action.is_of_assessment()
}

/// Puts what goes with every filing or publication after the other tasks of its event, also after those of papers that only follow.
fn beside_last(tasks: &mut Vec<Task>) {
    let is_beside = |task: &Task| matches!(task.duty.action, Action::FilePlan | Action::DoNotLink);
    let (beside, mut all): (Vec<Task>, Vec<Task>) = core::mem::take(tasks).into_iter().partition(is_beside);
    for task in beside {
        let is_same = |other: &Task| (other.reading, other.event) == (task.reading, task.event);
        let end = all.iter().rposition(is_same).map_or(all.len(), |last| last + 1);
        all.insert(end, task);
    }
    *tasks = all;
}

/// The step after which a task is done: the one before it of the same document, or the publication of the corrected basic-item assessment
/// that a deeper one follows.
fn previous(steps: &[Step<'_>], task: &Task) -> Option<usize> {
    let is_of_event = |step: &Step<'_>| step.task.event == task.event;
    let is_of = |step: &Step<'_>, document| {
        let is_read = step.task.reading.is_none() || step.task.reading == task.reading;
        let (own, before) = (task.duty.body, step.task.duty.body);
        let is_of_body = own.is_none() || before.is_none() || own == before;
        step.document == document && is_read && is_of_body
    };
    let is_along = |action| matches!(action, Action::AnnounceOnline | Action::AllowTime);
    let own = task.duty.document.filter(|_| !is_along(task.duty.action))?;
    let before =
        steps.iter().rposition(|step| is_of_event(step) && is_of(step, Some(own)) && !is_along(step.task.duty.action));
    let is_first_of_rise = task.event == Event::ThresholdRise && own != AssessmentKind::BasicItem;
    // An incident has the basic-item assessment corrected itself.
    let is_correction = |step: &Step<'_>| {
        let is_own = is_of_event(step) || step.task.event == Event::IncidentOccurred;
        is_own && is_of(step, Some(AssessmentKind::BasicItem)) && step.task.duty.action == Action::Publish
    };
    let correction = || steps.iter().rposition(is_correction);
    before.or_else(|| if is_first_of_rise { correction() } else { None })
}
