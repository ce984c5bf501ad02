//! Which papers an affair has, and which it should have.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::finding::{Disagreement, Spot};
use super::rule::AgreeRule;
use crate::affair::dossier::Dossier;
use crate::affair::papers::Papers;
use crate::affair::register::{Publication, PublishedBy};
use crate::affair::standing::State;
use crate::assessment::procedure::{Procedure, ThresholdItems};
use crate::assessment::risk::AffairRisk;
use crate::assessment::{Assessment, Cover};
use crate::catalogue::{FieldPath, Item};
use crate::threshold::Fact;
use crate::validate::Severity;
use crate::value::answer::Answer;
use crate::value::choice::SubmittedForms;
use crate::value::date::FormDate;
use crate::value::kind::{AssessmentKind, Obligation};

/// A paper of the dossier that is current, and its index among the versions.
type Current<'a> = (usize, &'a Assessment);

/// The rules about which papers there are.
pub(super) struct Check<'d, 'a> {
    pub(super) dossier: &'d Dossier<'a>,
    pub(super) as_of: NaiveDate,
    pub(super) basic: Option<Current<'a>>,
    /// The deeper papers, 重点 first.
    pub(super) deeper: Vec<Current<'a>>,
    pub(super) found: Vec<Disagreement<'a>>,
}

fn result() -> (Item, FieldPath) {
    FieldPath::root().at(Assessment::threshold).item_and_path(ThresholdItems::result)
}

fn title() -> (Item, FieldPath) {
    FieldPath::root().at(Assessment::cover).item_and_path(Cover::title)
}

impl<'a> Check<'_, 'a> {
    pub(super) fn run(&mut self) {
        self.basic_missing();
        self.deeper();
        self.history();
    }

    fn add(
        &mut self,
        rule: AgreeRule,
        severity: Severity,
        (version, document): Current<'a>,
        at: (Item, FieldPath),
        (seen, expected): (String, String),
        other: Option<Spot>,
    ) {
        let at = Some(Spot::of(document, version, at));
        let affair = self.dossier.key();
        self.found.push(Disagreement { affair, rule, severity, at, other, seen, expected });
    }

    fn publications(&self) -> impl Iterator<Item = &'a Publication> {
        self.dossier.entry.into_iter().flat_map(|entry| &entry.publications)
    }

    fn basic_missing(&mut self) {
        let Some(deeper) = self.deeper.last().copied() else { return };
        let is_listed = self.publications().any(|one| one.paper == AssessmentKind::BasicItem);
        if self.basic.is_some() || is_listed {
            return;
        }
        let rule = AgreeRule::BasicPaperMissing;
        let is_complete = self.publications().next().is_some();
        let is_voluntary = deeper.1.threshold.result == Answer::Given(Obligation::NotRequired);
        let severity = if is_complete && !is_voluntary { Severity::Error } else { rule.severity() };
        self.add(rule, severity, deeper, title(), (String::new(), String::new()), None);
    }

    fn deeper(&mut self) {
        if let [.., first, last] = self.deeper.as_slice() {
            let (first, last) = (*first, *last);
            let rule = AgreeRule::TwoDeeperPapers;
            let other = Spot::of(first.1, first.0, title());
            self.add(rule, rule.severity(), last, title(), (String::new(), String::new()), Some(other));
        }
        let Some(basic) = self.basic else { return };
        let standing = self.dossier.standing(self.as_of);
        if standing.state == State::Ended {
            return;
        }
        if self.named_and_missing(basic, standing.present) {
            return;
        }
        let facts = self.dossier.facts(self.as_of);
        let known: Vec<String> =
            Fact::ALL.iter().map(|fact| format!("{} {}", fact.label(), facts.known(*fact))).collect();
        let known = known.join("、");
        if let Some(missing) = standing.missing.without(Papers::of(AssessmentKind::BasicItem)).deepest() {
            let rule = AgreeRule::FactsRequireMore;
            self.add(rule, rule.severity(), basic, result(), (known, missing.document().to_string()), None);
            return;
        }
        let is_beyond = |current: &Current<'a>| standing.beyond.contains(current.1.kind());
        for current in self.deeper.clone().into_iter().filter(is_beyond) {
            let stated = current.1.threshold.result.given().copied();
            let is_obligatory = |stated: Obligation| Papers::required_by(stated).contains(current.1.kind());
            // If the papers state different results, that is what is wrong.
            let is_one = basic.1.threshold.result.given().copied().is_none_or(|own| Some(own) == stated);
            if let Some(stated) = stated.filter(|stated| is_obligatory(*stated) && is_one) {
                let rule = AgreeRule::PaperBeyondResult;
                self.add(rule, rule.severity(), current, result(), (stated.label().to_string(), known.clone()), None);
            }
        }
    }

    /// The paper that the result or 提出する評価書の種類 names and that is not there.
    fn named_and_missing(&mut self, basic: Current<'a>, present: Papers) -> bool {
        let named =
            basic.1.threshold.result.given().map(|stated| (Papers::required_by(*stated), stated.label(), result()));
        let submitted = basic.1.risk.submitted.given().map(|submitted| {
            let obligation = match submitted {
                SubmittedForms::BasicItem => Obligation::BasicItem,
                SubmittedForms::BasicItemAndKeyItem => Obligation::BasicItemAndKeyItem,
                SubmittedForms::BasicItemAndAllItem => Obligation::BasicItemAndAllItem,
            };
            let at = FieldPath::root().at(Assessment::risk).item_and_path(AffairRisk::submitted);
            (Papers::required_by(obligation), submitted.label(), at)
        });
        for (papers, label, at) in named.into_iter().chain(submitted) {
            // A deeper paper than the one named takes its place.
            let deepest = present.deepest();
            let missing = papers.without(Papers::of(AssessmentKind::BasicItem)).deepest();
            if let Some(missing) = missing.filter(|missing| deepest.is_none_or(|deepest| deepest < *missing)) {
                let rule = AgreeRule::DeeperPaperMissing;
                let words = (label.to_string(), missing.document().to_string());
                self.add(rule, rule.severity(), basic, at, words, None);
                return true;
            }
        }
        false
    }

    /// The history of publications in the register.
    fn history(&mut self) {
        let (entry, as_of) = (self.dossier.entry, self.as_of);
        let assessed = |paper: AssessmentKind| -> Vec<NaiveDate> {
            let all = entry.into_iter().flat_map(|entry| &entry.publications);
            let all = all.filter(|one| one.paper == paper && one.by == PublishedBy::Assessed && one.on <= as_of);
            let mut days: Vec<NaiveDate> = all.map(|one| one.on).collect();
            days.sort_unstable();
            days
        };
        let basic = assessed(AssessmentKind::BasicItem);
        let shown = |day: NaiveDate| FormDate::from_day(day).map_or_else(|_| day.to_string(), |day| day.to_string());
        for current in self.deeper.clone() {
            let own = assessed(current.1.kind());
            let Some(last) = own.last().copied() else { continue };
            let before = own.iter().rev().nth(1).copied();
            let is_with = |day: &NaiveDate| *day <= last && before.is_none_or(|before| before < *day);
            if !basic.iter().any(is_with) {
                let rule = AgreeRule::AssessedAlone;
                self.add(rule, rule.severity(), current, title(), (shown(last), String::new()), None);
            }
            let stated = current.1.procedure.basic_assessment_date.given();
            let later = basic.iter().rev().copied().find(|day| *day <= last);
            // A correction keeps the day, so only a paper that was assessed since then should state it.
            let is_assessed = current.1.own_day() == Some(last);
            if let Some((stated, later)) = stated.zip(later).filter(|(stated, later)| stated.last_day() < *later) {
                if is_assessed {
                    let at =
                        FieldPath::root().at(Assessment::procedure).item_and_path(Procedure::basic_assessment_date);
                    let rule = AgreeRule::BasicDay;
                    self.add(rule, rule.severity(), current, at, (stated.to_string(), shown(later)), None);
                }
            }
        }
    }
}
