//! Steps and plans as JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::case::{Case, HappeningKind, Reading};
use super::deadline::{By, Missing};
use super::dossier::AffairKey;
use super::plan::Plan;
use super::step::{Actor, Reason, Step};
use crate::catalogue::{FieldPath, Item};
use crate::change;
use crate::duty::{Action, Consulted, Event, Force, OpenQuestion};
use crate::value::choice::SubmissionTiming;
use crate::value::kind::{AssessmentKind, BodyKind, Obligation};
use crate::value::source::Source;

fn labels(needs: &[Missing]) -> Vec<&'static str> {
    needs.iter().map(|missing| missing.label()).collect()
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            document: AssessmentKind,
            document_label: &'static str,
            item: Item,
            label: &'static str,
            path: &'a FieldPath,
        }
        let Self { paper, item, path } = self;
        Fields { document: *paper, document_label: paper.document(), item: *item, label: item.label(), path }
            .serialize(serializer)
    }
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            affair: AffairKey<'a>,
            document: Option<AssessmentKind>,
            document_label: Option<&'static str>,
            action: Action,
            action_label: &'static str,
            body: Option<BodyKind>,
            body_label: Option<&'static str>,
            consulted: Option<Consulted>,
            consulted_label: Option<&'static str>,
            actor: Actor,
            actor_label: &'static str,
            by: By,
            follows: Option<usize>,
            force: Option<Force>,
            force_label: &'static str,
            is_safe_course: bool,
            is_by_policy: bool,
            reading: Option<Reading>,
            reading_label: Option<&'static str>,
            event: Event,
            event_label: &'static str,
            on: Option<String>,
            because: &'a [Reason],
            needs: &'a [Missing],
            needs_labels: Vec<&'static str>,
            question: Option<&'static OpenQuestion>,
            sources: Vec<Source>,
        }
        let Self { affair, document, task, on, actor, by, follows, is_by_policy, needs, question, because } = self;
        let force = Some(task.duty.force).filter(|_| !self.is_safe_course());
        let (duty, reading) = (task.duty, task.reading);
        Fields {
            affair: *affair,
            document: *document,
            document_label: document.map(AssessmentKind::document),
            action: duty.action,
            action_label: duty.action.label(),
            body: duty.body,
            body_label: duty.body.map(BodyKind::label),
            consulted: duty.consulted,
            consulted_label: duty.consulted.map(Consulted::label),
            actor: *actor,
            actor_label: actor.label(),
            by: *by,
            follows: *follows,
            force,
            force_label: force.map_or("安全側の対応", Force::label),
            is_safe_course: self.is_safe_course(),
            is_by_policy: *is_by_policy,
            reading,
            reading_label: reading.map(Reading::label),
            event: task.event,
            event_label: task.event.label(),
            on: on.map(|on| on.to_string()),
            because,
            needs,
            needs_labels: labels(needs),
            question: *question,
            sources: self.sources(),
        }
        .serialize(serializer)
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

impl Serialize for Plan<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Fields<'a> {
            affair: AffairKey<'a>,
            happening: HappeningKind,
            happening_label: &'static str,
            on: Option<String>,
            before: Option<Obligation>,
            before_label: String,
            after: Option<Obligation>,
            after_label: String,
            is_material: bool,
            is_urgent: bool,
            is_by_judgement: bool,
            must_reassess: Option<bool>,
            must_be_before: Option<bool>,
            timing: Option<SubmissionTiming>,
            timing_label: Option<&'static str>,
            reading: Option<&'static OpenQuestion>,
            steps: &'a [Step<'a>],
            questions: &'a [&'static OpenQuestion],
            to_judge: Vec<ToJudge<'a>>,
            needs: &'a [Missing],
            needs_labels: Vec<&'static str>,
            ended: Option<String>,
            nothing: Option<Source>,
        }
        let Self { affair, case, before, after, on, steps, questions, to_judge, needs, ended, nothing, .. } = self;
        let Case { happening, is_material, is_urgent, before: _, after: _, body: _ } = *case;
        let timing = self.timing();
        Fields {
            affair: *affair,
            happening,
            happening_label: happening.label(),
            on: on.map(|on| on.to_string()),
            before: before.single(),
            before_label: before.labels().join("、又は"),
            after: after.single(),
            after_label: after.labels().join("、又は"),
            is_material,
            is_urgent,
            is_by_judgement: self.is_by_judgement,
            must_reassess: self.must_reassess(),
            must_be_before: self.must_be_before(),
            timing,
            timing_label: timing.map(SubmissionTiming::label),
            reading: self.reading(),
            steps,
            questions,
            to_judge: to_judge
                .iter()
                .map(|(edit, question)| ToJudge { edit, question: *question, question_label: question.label() })
                .collect(),
            needs,
            needs_labels: labels(needs),
            ended: ended.map(|day| day.to_string()),
            nothing: *nothing,
        }
        .serialize(serializer)
    }
}
