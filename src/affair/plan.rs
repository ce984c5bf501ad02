//! What must be done because something happens to an affair.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::case::{Case, Reading, Task};
use super::deadline::Missing;
use super::dossier::{AffairKey, Dossier};
use super::happening::Happening;
use super::planning::plan_of;
use super::results::{Results, results};
use super::step::{Reason, Step};
use crate::law::duty;
use crate::value::choice::SubmissionTiming;
use crate::value::kind::{Obligation, ObligationSet};
use crate::value::source::Source;

/// What must be done because something happens to an affair (対応計画).
///
/// Serde writes it as `{"affair", "happening", "happening_label", "on", "before", "before_label", "after", "after_label", "is_material",
/// "is_urgent", "is_by_judgement", "must_reassess", "must_be_before", "timing", "timing_label", "reading", "steps", "questions", "to_judge", "needs",
/// "needs_labels", "ended", "nothing"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<'a> {
    /// The affair.
    pub affair: AffairKey<'a>,
    /// The case under the law, without the policy of the body. Steps that only the policy asks for have `is_by_policy`. If the facts
    /// leave several results possible, it is the one with the deepest result.
    pub case: Case,
    /// What the affair may need by the facts before (契機の前の義務): one obligation, unless the facts leave several possible.
    pub before: ObligationSet,
    /// What it may need by the facts after (契機の後の義務).
    pub after: ObligationSet,
    /// The day of the event, if it is known.
    pub on: Option<NaiveDate>,
    /// The steps: those under every reading first, then those under the first reading, then those under the second; in each part in the
    /// order in which they are done. What goes with every filing, as the 計画管理書, comes last.
    pub steps: Vec<Step<'a>>,
    /// What the text leaves open. A question is never a duty. Where there are two readings, the first one says which.
    pub questions: Vec<&'static duty::OpenQuestion>,
    /// What the body must judge about its edits.
    pub to_judge: Vec<(Reason, crate::change::Question)>,
    /// The facts that would make the plan exact.
    pub needs: Vec<Missing>,
    /// The day on which the affair ended, if what happens asks for no assessment or correction because of that (終了した事務).
    pub ended: Option<NaiveDate>,
    /// Why no step of the assessment must be taken; `Some` exactly if there is none. A leak must be reported all the same, so the
    /// report may be a step. With [`Missing::Versions`] in `needs`, it only says that no step is known yet.
    pub nothing: Option<Source>,
    /// Whether the plan rests on the judgement of the body that a change of an item marked ※ is not material (評価実施機関の判断による).
    pub is_by_judgement: bool,
    pub(super) is_logged: bool,
    /// Whether the facts leave open [`must_reassess`](Self::must_reassess) and [`must_be_before`](Self::must_be_before).
    pub(super) is_undecided: [bool; 2],
}

impl Plan<'_> {
    /// Whether an assessment must be made (again) (再実施); `None` if the readings differ, if it is not known what changes, or if the
    /// facts, or papers that contradict each other, leave several answers possible.
    #[must_use]
    pub fn must_reassess(&self) -> Option<bool> {
        let [is_undecided, _] = self.is_undecided;
        if is_undecided { None } else { self.under_every_reading(Task::is_assessment) }
    }

    /// Whether something must be done before the file is held or the change is made (事前の要否); `None` if the readings differ, if it
    /// is not known what changes, or if the facts, or papers that contradict each other, leave several answers possible.
    #[must_use]
    pub fn must_be_before(&self) -> Option<bool> {
        let [_, is_undecided] = self.is_undecided;
        if is_undecided { None } else { self.under_every_reading(Task::is_before) }
    }

    /// A proposal for 提出時期 of the rows of the change table; `None` if the readings differ, or if nothing that needs a row changed.
    ///
    /// It follows what the affair must publish: the ※ of a deeper paper that is voluntary does not count.
    /// [`change::table`](crate::change::table) follows the form of one paper alone, so its rows can propose another timing.
    #[must_use]
    pub fn timing(&self) -> Option<SubmissionTiming> {
        let is_before = self.must_be_before().filter(|_| self.is_logged)?;
        Some(if is_before { SubmissionTiming::Before } else { SubmissionTiming::After })
    }

    /// The question that says what the two readings are; `None` if there is only one.
    #[must_use]
    pub fn reading(&self) -> Option<&'static duty::OpenQuestion> {
        let is_divided = self.steps.iter().any(|step| step.task.reading.is_some());
        self.questions.first().copied().filter(|_| is_divided)
    }

    /// The steps under a reading alone; with `None` those under every reading (読み方ごとの対応事項).
    pub fn under(&self, reading: Option<Reading>) -> impl Iterator<Item = &Step<'_>> {
        self.steps.iter().filter(move |step| step.task.reading == reading)
    }

    fn under_every_reading(&self, is: fn(&Task) -> bool) -> Option<bool> {
        if self.needs.contains(&Missing::Versions) || self.needs.contains(&Missing::Agreement) {
            return None;
        }
        let of = |reading| {
            let all = self.under(None).chain(self.under(Some(reading)));
            all.into_iter().any(|step| is(&step.task))
        };
        let (a, b) = (of(Reading::A), of(Reading::B));
        (a == b).then_some(a)
    }
}

/// Plans what must be done because something happens to an affair (対応計画).
///
/// The law asks by affair: what is material is what any paper that the affair must publish marks ※, and a change of one paper may ask for
/// another. Which obligation holds before and after follows from the facts of the papers, the register and the event. If they leave
/// several possible, the result that the papers state decides, or else the one for which they were published, and [`Missing::Facts`] is
/// among the needs. What is open after that never makes a duty: the steps are those of the deepest result that is possible, and a step
/// that another possible result does not ask for is only the [safe course](Step::is_safe_course). If the papers contradict each other so
/// that each asks for another assessment, the steps are those by the 基礎項目評価書, and [`Missing::Agreement`] is among the needs.
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
    let Results { pairs, is_open, is_disputed } = results(dossier, happening, as_of);
    let is_unsure = (is_open, is_disputed);
    let pair = pairs.first().copied().unwrap_or((Obligation::NotRequired, Obligation::NotRequired));
    let mut plan = plan_of(dossier, happening, as_of, pair, is_unsure);
    for pair in pairs.iter().skip(1) {
        let other = plan_of(dossier, happening, as_of, *pair, is_unsure);
        plan.before = plan.before.union(other.before);
        plan.after = plan.after.union(other.after);
        let differs = [plan.must_reassess() != other.must_reassess(), plan.must_be_before() != other.must_be_before()];
        for (is_undecided, differs) in plan.is_undecided.iter_mut().zip(differs) {
            *is_undecided |= differs;
        }
        for step in plan.steps.iter_mut().filter(|step| !step.is_safe_course()) {
            if !other.steps.iter().any(|other| asks_the_same(other, step)) {
                step.needs.push(Missing::Facts);
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
