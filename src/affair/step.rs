//! A step of a plan or of the calendar.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::case::Task;
use super::deadline::{By, Missing, deadline};
use super::dossier::{AffairKey, Dossier};
use super::happening::System;
use crate::catalogue::{FieldPath, Item};
use crate::duty::{Event, OpenQuestion};
use crate::value::answer::Lines;
use crate::value::code_list::code_list;
use crate::value::kind::AssessmentKind;
use crate::value::source::{Certainty, Source};

code_list! {
    /// Who takes a step (行う者).
    pub enum Actor ("actor", "行う者") {
        /// The assessing body.
        Body = "body", "評価実施機関";
        /// The body that writes and files the papers for several bodies.
        LeadBody = "lead_body", "取りまとめの評価実施機関";
    }
}

/// Who acts: the lead body, if others are named.
pub(super) fn actor(dossier: &Dossier<'_>, as_of: NaiveDate) -> Actor {
    let others = |paper: &AssessmentKind| {
        let document = dossier.current(*paper, as_of).map(|version| version.document);
        document.and_then(|document| document.other_bodies.given()).is_some_and(names_others)
    };
    let has_lead = dossier.entry.is_some_and(|entry| entry.lead.is_some());
    if has_lead || AssessmentKind::ALL.iter().any(others) { Actor::LeadBody } else { Actor::Body }
}

/// Whether the cell names a body, and does not only say that there is none. A sentence that names one and ends with ない says more.
fn names_others(cell: &Lines) -> bool {
    cell.texts().any(|line| {
        let line: String = line.as_str().split_whitespace().collect();
        let line = line.trim_end_matches(['。', '.', '．']);
        let says_none = ["はない", "がない", "はなし", "なし", "無し", "無", "ありません", "該当しない", "非該当"];
        let names = ["長", "知事", "大臣", "委員会", "組合", "連合"];
        let is_none =
            says_none.iter().any(|none| line.ends_with(none)) && !names.iter().any(|name| line.contains(name));
        !line.is_empty() && !is_none
    })
}

/// An edit that is a reason of a step (対応の理由).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The paper that was edited.
    pub paper: AssessmentKind,
    /// The item.
    pub item: Item,
    /// Where it is, in the new version if it is there.
    pub path: FieldPath,
}

/// A step that must be done, or should (対応事項).
///
/// Serde writes it with the affair, the document, the action, the kind of body if only one must do it, who is consulted, who acts, the
/// deadline, how binding it is, whether only the policy of the body asks for it, the reading, the event with its day, the reasons, the
/// missing facts and the sources, each code with its Japanese label beside it.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'a> {
    /// The affair.
    pub affair: AffairKey<'a>,
    /// The document; `None` if the step is about the whole affair.
    pub document: Option<AssessmentKind>,
    /// What the law asks for: the action, who is consulted, how binding it is, the reading and the provisions.
    pub task: Task,
    /// The day of the event, if it is known.
    pub on: Option<NaiveDate>,
    /// Who takes it.
    pub actor: Actor,
    /// Until when.
    pub by: By,
    /// The step that this one follows, by its index in the plan.
    pub follows: Option<usize>,
    /// Whether only the policy of the body asks for it (自主方針), and no provision.
    pub is_by_policy: bool,
    /// The facts that would make the deadline exact, or say whether the step must be done: with [`Missing::Body`] only one kind of body
    /// must do it, with [`Missing::Versions`] only if the change is material, with [`Missing::Paper`] only if the paper, which was not
    /// given, is published, and with [`Missing::Facts`] it is no duty, but the
    /// [safe course](Self::is_safe_course).
    pub needs: Vec<Missing>,
    /// What the text leaves open about it, if the step is of no plan that says so.
    pub question: Option<&'static OpenQuestion>,
    /// The edits that make it necessary. Edits that only go into the same paper are not among them.
    pub because: Vec<Reason>,
}

impl<'a> Step<'a> {
    /// The step of a task that no edit is the reason of.
    pub(super) fn of(
        task: Task,
        dossier: &Dossier<'a>,
        as_of: NaiveDate,
        on: Option<NaiveDate>,
        system: System,
    ) -> Self {
        let (by, mut needs) = deadline(&task, on, system);
        if dossier.body_kind().is_none() && task.duty.body.is_some() {
            needs.push(Missing::Body);
        }
        Self {
            affair: dossier.key(),
            document: task.duty.document,
            task,
            on,
            actor: actor(dossier, as_of),
            by,
            follows: None,
            is_by_policy: false,
            needs,
            question: None,
            because: Vec::new(),
        }
    }

    /// Whether nobody knows that it must be done, because the facts leave several results possible and not each of them asks for it
    /// (安全側の対応). Then it is no duty.
    #[doc(alias = "安全側の対応")]
    #[must_use]
    pub fn is_safe_course(&self) -> bool {
        self.needs.contains(&Missing::Facts)
    }

    /// Whether its day has come (期限の到来).
    #[must_use]
    pub fn is_due(&self, as_of: NaiveDate) -> bool {
        let is_from = matches!(self.by, By::Promptly(Some(day)) | By::WithoutDelay(Some(day)) if day <= as_of);
        is_from || self.by.last().is_some_and(|last| last <= as_of)
    }

    /// How certain it is that this must be done (確度). It is at most as certain as the text of the provision. For a material change it
    /// is at most as certain as the ※ marks of the forms, because the guideline says which changes are material, and the body may judge
    /// otherwise.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        match (self.task.event, self.task.duty.source.certainty) {
            (Event::MaterialChange | Event::EmergencyChange, Certainty::Confirmed) => Certainty::PartlyConfirmed,
            (_, certainty) => certainty,
        }
    }

    /// The sources of its duties, the first with the [`certainty`](Self::certainty) of the step, and then that of the deadline, if another
    /// text sets it (出典); none of a step that only the policy of the body asks for.
    #[must_use]
    pub fn sources(&self) -> Vec<Source> {
        if self.is_by_policy {
            return Vec::new();
        }
        let own = Source { certainty: self.certainty(), ..self.task.duty.source };
        let of_deadline = self.task.duty.deadline_source;
        core::iter::once(own).chain(self.task.also.iter().map(|duty| duty.source)).chain(of_deadline).collect()
    }
}
