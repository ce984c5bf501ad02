//! Steps and plans as JSON.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde::Serialize;

use super::case::{Case, Reading};
use super::deadline::Missing;
use super::plan::Plan;
use super::step::{Reason, Step};
use crate::change;
use crate::duty::{Consulted, Force};
use crate::value::choice::SubmissionTiming;
use crate::value::kind::{AssessmentKind, BodyKind};
use crate::value::object::object;

fn labels(needs: &[Missing]) -> Vec<&'static str> {
    needs.iter().map(|missing| missing.label()).collect()
}

object! {
    Reason, "Reason", |own| { let Self { paper, item, path } = own; }
    { document: paper => paper.document(), item: item, label: item.label(), path: path }
}

object! {
    Step<'_>, "Step", |own| {
        let Self { affair, document, task, on, actor, by, follows, is_by_policy, needs, question, because } = own;
        let force = Some(task.duty.force).filter(|_| !own.is_safe_course());
        let (duty, reading) = (task.duty, task.reading);
    }
    {
        affair: affair,
        document: document => document.map(AssessmentKind::document),
        action: duty.action => duty.action.label(),
        body: duty.body => duty.body.map(BodyKind::label),
        consulted: duty.consulted => duty.consulted.map(Consulted::label),
        actor: actor => actor.label(),
        by: by,
        follows: follows,
        force: force => force.map_or("安全側の対応", Force::label),
        is_safe_course: own.is_safe_course(),
        is_by_policy: is_by_policy,
        reading: reading => reading.map(Reading::label),
        event: task.event => task.event.label(),
        on: on.map(|on| on.to_string()),
        because: because,
        needs: needs,
        needs_labels: labels(needs),
        question: question,
        sources: own.sources(),
    }
}

/// What the body must judge about an edit.
#[derive(Serialize)]
struct ToJudge<'a> {
    #[serde(flatten)]
    edit: &'a Reason,
    question: change::Question,
    question_label: &'static str,
}

impl<'a> ToJudge<'a> {
    const fn of((edit, question): &'a (Reason, change::Question)) -> Self {
        Self { edit, question: *question, question_label: question.label() }
    }
}

object! {
    Plan<'_>, "Plan", |own| {
        let Self { affair, case, before, after, on, steps, questions, to_judge, needs, ended, nothing, .. } = own;
        let Case { happening, is_material, is_urgent, before: _, after: _, body: _ } = case;
        let timing = own.timing();
    }
    {
        affair: affair,
        happening: happening => happening.label(),
        on: on.map(|on| on.to_string()),
        before: before.single() => before.labels().join("、又は"),
        after: after.single() => after.labels().join("、又は"),
        is_material: is_material,
        is_urgent: is_urgent,
        is_by_judgement: own.is_by_judgement,
        must_reassess: own.must_reassess(),
        must_be_before: own.must_be_before(),
        timing: timing => timing.map(SubmissionTiming::label),
        reading: own.reading(),
        steps: steps,
        questions: questions,
        to_judge: to_judge.iter().map(ToJudge::of).collect::<Vec<_>>(),
        needs: needs,
        needs_labels: labels(needs),
        ended: ended.map(|day| day.to_string()),
        nothing: nothing,
    }
}
