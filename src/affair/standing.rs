//! What is required of an affair on a day, and what is published.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::dossier::Dossier;
use super::papers::Papers;
use crate::threshold::{Determination, Facts, determine, determine_exempt};
use crate::value::code_list::code_list;
use crate::value::kind::{AssessmentKind, ObligationSet};
use crate::value::object::object;

code_list! {
    /// Where an affair is between its first assessment and its end. It follows from its facts, its papers and its history, and is not
    /// stored. The labels are ours.
    pub enum State ("state of an affair", "評価の状態") {
        /// No paper is required, and none is published.
        NotRequired = "not_required", "義務なし";
        /// An assessment is required, and no paper is published yet.
        Planned = "planned", "評価前";
        /// Every paper that is required is published, and no other.
        Assessed = "assessed", "評価済み";
        /// A paper is published, but one that is required is not.
        Rising = "rising", "必要な評価書が未公表";
        /// Every paper that is required is published, and one that is not required (任意, or left from before a fall).
        Lighter = "lighter", "義務より詳しい評価書を公表";
        /// The affair ended.
        Ended = "ended", "終了";
        /// The facts, or papers that contradict each other, leave several obligations possible, and they give different states.
        Open = "open", "事実により異なる";
    }
}

/// What is required of an affair on a day, and what is published (評価の実施状況).
///
/// Serde writes it as `{"possible", "possible_labels", "present", "present_labels", "missing", "missing_labels", "beyond",
/// "beyond_labels", "state", "state_label"}`.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    /// What is required; several if facts are open, or if two papers contradict each other about them.
    pub possible: ObligationSet,
    /// The papers that are published.
    pub present: Papers,
    /// The papers that are required whatever the open facts are, and not published.
    pub missing: Papers,
    /// The papers that are published and not required whatever the open facts are: voluntary, or left from before.
    pub beyond: Papers,
    /// What this means for the affair.
    pub state: State,
}

impl Standing {
    pub(super) fn new(possible: ObligationSet, present: Papers, is_ended: bool) -> Self {
        let required = || possible.iter().map(Papers::required_by);
        let missing = required().map(|required| required.without(present)).fold(Papers::ALL, Papers::intersection);
        let beyond = required().map(|required| present.without(required)).fold(Papers::ALL, Papers::intersection);
        let mut states = required().map(|required| state(required, present));
        let first = states.next().unwrap_or(State::Open);
        let state = match (is_ended, states.all(|other| other == first)) {
            (true, _) => State::Ended,
            (false, true) => first,
            (false, false) => State::Open,
        };
        Self { possible, present, missing, beyond, state }
    }
}

fn state(required: Papers, present: Papers) -> State {
    let is_missing = !required.without(present).is_empty();
    match (required.is_empty(), present.is_empty(), is_missing) {
        (true, true, _) => State::NotRequired,
        (false, true, _) => State::Planned,
        (_, false, true) => State::Rising,
        (_, false, false) if present == required => State::Assessed,
        (_, false, false) => State::Lighter,
    }
}

impl Dossier<'_> {
    /// What these facts ask for, with the exemption and the kind of body of the register.
    pub(super) fn determination(&self, facts: &Facts) -> Determination {
        let determination = match self.entry.and_then(|entry| entry.exemption) {
            Some(exemption) => determine_exempt(facts, exemption),
            None => determine(facts),
        };
        match self.body_kind() {
            Some(body) => determination.for_body(body),
            None => determination,
        }
    }

    /// What is required of the affair on a day, and what is published (評価の実施状況). Where two papers contradict each other, either
    /// may be right.
    #[must_use]
    pub fn standing(&self, as_of: NaiveDate) -> Standing {
        let determination = self.determination(&self.facts(as_of));
        let is_ended = self.ended().is_some_and(|ended| ended <= as_of);
        Standing::new(determination.possible(), self.present(as_of), is_ended)
    }
}

object! {
    Standing, "Standing", |own| {
        let Self { possible, present, missing, beyond, state } = own;
        let labels = |papers: &Papers| papers.iter().map(AssessmentKind::document).collect::<Vec<_>>();
    }
    {
        possible: possible,
        possible_labels: possible.labels(),
        present: present,
        present_labels: labels(present),
        missing: missing,
        missing_labels: labels(missing),
        beyond: beyond,
        beyond_labels: labels(beyond),
        state: state => state.label(),
    }
}
