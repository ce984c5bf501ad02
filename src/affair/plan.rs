//! What must be done because something happens to an affair.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::case::{Case, Reading, Task};
use super::deadline::Missing;
use super::dossier::AffairKey;
use super::step::{Reason, Step};
use crate::duty;
use crate::value::choice::SubmissionTiming;
use crate::value::kind::ObligationSet;
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
