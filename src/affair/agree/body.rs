//! What the affairs of one body say about each other, and the register about them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{Months, NaiveDate};
use indexmap::IndexMap;

use super::finding::{Disagreement, Spot};
use super::rule::AgreeRule;
use crate::affair::dossier::{Dossier, Version};
use crate::affair::papers::Papers;
use crate::affair::register::Register;
use crate::affair::standing::State;
use crate::assessment::procedure::ThresholdItems;
use crate::assessment::{Affair, Assessment, Cover};
use crate::catalogue::{FieldPath, Item};
use crate::value::incident::Occurrence;
use crate::value::kind::AssessmentKind;
use crate::value::names::{body_key, name_key, same_body, split_prefecture};
use crate::value::text::Text;

/// The disagreements between the affairs of a body, and between its register and its papers.
pub(super) fn of_body<'a>(dossiers: &[Dossier<'a>], as_of: NaiveDate) -> Vec<Disagreement<'a>> {
    let mut found = Vec::new();
    twice(dossiers, as_of, &mut found);
    incidents(dossiers, as_of, &mut found);
    for dossier in dossiers {
        in_register(dossier, as_of, &mut found);
    }
    found
}

/// Where a dossier is reported: the answer in its latest paper, 基礎 first.
fn spot(dossier: &Dossier<'_>, as_of: NaiveDate, at: (Item, FieldPath)) -> Option<Spot> {
    let (version, document) = AssessmentKind::ALL.iter().find_map(|paper| dossier.numbered(*paper, as_of))?;
    Some(Spot::of(document, version, at))
}

fn add<'a>(
    found: &mut Vec<Disagreement<'a>>,
    rule: AgreeRule,
    dossier: &Dossier<'a>,
    at: Option<Spot>,
    (seen, expected): (String, String),
) {
    let (affair, severity) = (dossier.key(), rule.severity());
    found.push(Disagreement { affair, rule, severity, at, other: None, seen, expected });
}

/// Numbers and names that two affairs share.
fn twice<'a>(dossiers: &[Dossier<'a>], as_of: NaiveDate, found: &mut Vec<Disagreement<'a>>) {
    let mut numbers: IndexMap<(String, String), &Dossier<'a>> = IndexMap::new();
    let mut names: IndexMap<(String, String), &Dossier<'a>> = IndexMap::new();
    for dossier in dossiers {
        let key = dossier.key();
        let Some(body) = key.body else { continue };
        let body = body_key(body.as_str());
        let body = split_prefecture(&body).1.to_string();
        let cover = FieldPath::root().at(Assessment::cover).item_and_path(Cover::number);
        let affair = FieldPath::root().at(Assessment::affair).item_and_path(Affair::name);
        let both = [
            (AgreeRule::NumberTwice, key.number, &mut numbers, cover),
            (AgreeRule::AffairTwice, key.name, &mut names, affair),
        ];
        for (rule, text, seen, at) in both {
            let Some(text) = text else { continue };
            let first = *seen.entry((body.clone(), name_key(text.as_str()))).or_insert(dossier);
            if !core::ptr::eq(first, dossier) {
                let words = (Text::to_string(text), first.key().to_string());
                add(found, rule, dossier, spot(dossier, as_of, at), words);
            }
        }
    }
}

/// The answers to Ⅱ3 of all 基礎項目評価書 of a body, which are about the body.
fn incidents<'a>(dossiers: &[Dossier<'a>], as_of: NaiveDate, found: &mut Vec<Disagreement<'a>>) {
    type Answered<'d, 'a> = (&'d Dossier<'a>, usize, &'a Assessment, Occurrence);
    let mut groups: IndexMap<(String, NaiveDate), Vec<Answered<'_, 'a>>> = IndexMap::new();
    let changes = dossiers.iter().find_map(Dossier::register).and_then(changes);
    for dossier in dossiers {
        let Some((version, document)) = dossier.numbered(AssessmentKind::BasicItem, as_of) else { continue };
        let day = dossier.current(AssessmentKind::BasicItem, as_of).and_then(Version::day);
        let (Some(day), Some(answer)) = (day, document.threshold.incident.given().copied()) else { continue };
        let Some(body) = dossier.key().body else { continue };
        let body = body_key(body.as_str());
        let body = split_prefecture(&body).1.to_string();
        // Between two days on which the answer changes, all papers should give the same one.
        let side = changes.as_ref().map_or(day, |changes| {
            let before = changes.partition_point(|change| *change <= day);
            before.checked_sub(1).and_then(|last| changes.get(last)).copied().unwrap_or(NaiveDate::MIN)
        });
        groups.entry((body, side)).or_default().push((dossier, version, document, answer));
    }
    for group in groups.values() {
        let Some((with, ..)) = group.iter().find(|(.., answer)| *answer == Occurrence::Occurred) else { continue };
        for (dossier, version, document, answer) in group {
            if *answer == Occurrence::NotOccurred {
                let at = FieldPath::root().at(Assessment::threshold).item_and_path(ThresholdItems::incident);
                let at = Some(Spot::of(document, *version, at));
                let words = (answer.label().to_string(), with.key().to_string());
                add(found, AgreeRule::IncidentDiffersInBody, dossier, at, words);
            }
        }
    }
}

/// The days on which the answer to Ⅱ3 may change, in order, if the register lists the incidents and their days are known.
fn changes(register: &Register) -> Option<Vec<NaiveDate>> {
    let incidents = register.incidents.as_deref()?;
    let mut days = Vec::new();
    for incident in incidents {
        for date in [Some(incident.date), incident.known].into_iter().flatten() {
            let day = date.to_day()?;
            days.push(day);
            // The anniversary still counts.
            days.extend(day.checked_add_months(Months::new(12)).and_then(|day| day.succ_opt()));
        }
    }
    days.sort_unstable();
    Some(days)
}

fn in_register<'a>(dossier: &Dossier<'a>, as_of: NaiveDate, found: &mut Vec<Disagreement<'a>>) {
    let Some(register) = dossier.register() else { return };
    let words = || (String::new(), String::new());
    match dossier.entry {
        None => {
            let is_own = dossier.key().body.is_some_and(|body| same_body(body.as_str(), register.body.as_str()));
            if is_own {
                let at = FieldPath::root().at(Assessment::cover).item_and_path(Cover::number);
                add(found, AgreeRule::NotInRegister, dossier, spot(dossier, as_of, at), words());
            }
        }
        Some(entry) => {
            let is_planned = entry.planned.iter().any(|planned| as_of < planned.on);
            let is_needed = match dossier.standing(as_of).state {
                State::NotRequired | State::Ended => false,
                State::Planned | State::Assessed | State::Rising | State::Lighter | State::Open => true,
            };
            if dossier.present(as_of) == Papers::NONE && is_needed && !is_planned {
                add(found, AgreeRule::EntryWithoutPaper, dossier, None, words());
            }
        }
    }
}
