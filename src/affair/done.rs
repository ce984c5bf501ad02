//! Which steps of a plan the papers and the register show to be done.

use chrono::NaiveDate;

use super::case::Task;
use super::dossier::{Dossier, Version};
use super::happening::Happening;
use super::register::PublishedBy;
use super::results::{contradicts, misses};
use crate::change::Difference;
use crate::duty::{Action, Event};
use crate::value::kind::AssessmentKind;

/// Whether the paper of a task was published as the task asks, or the notice of the end was given.
pub(super) fn is_done(task: &Task, dossier: &Dossier<'_>, happening: &Happening<'_>, as_of: NaiveDate) -> bool {
    let Some(paper) = task.duty.document else {
        let is_notified = dossier.entry.is_some_and(|entry| entry.notified.is_some_and(|day| day <= as_of));
        return task.duty.action == Action::NotifyEnd && is_notified;
    };
    let current = dossier.current(paper, as_of);
    let published = last_publication(dossier, paper, None, as_of);
    let since = |from: Option<NaiveDate>| from.is_some_and(|from| published.is_some_and(|day| from <= day));
    let planned = happening.edits().iter().find(|difference| difference.old_version().kind() == paper);
    // A paper that is here, and is the last one published, does not yet say what is true.
    let is_here = current.and_then(Version::day).is_some_and(|day| Some(day) == published);
    let is_wrong = is_here
        && match happening {
            Happening::Facts { facts, .. } => contradicts(dossier, paper, facts, as_of),
            Happening::Incident { incident } => misses(dossier, paper, incident, as_of),
            Happening::Change { .. } | Happening::Hold { .. } | Happening::End { .. } => false,
        };
    let is_new =
        |difference: &Difference<'_>| current.is_some_and(|version| version.document == difference.new_version());
    match task.event {
        Event::RiseFromNone => last_publication(dossier, paper, Some(PublishedBy::Assessed), as_of).is_some(),
        Event::MaterialChange | Event::EmergencyChange => planned.map_or_else(
            // A paper in which nothing changes is published again after the versions that change.
            || {
                let old = happening.edits().iter().filter_map(|difference| difference.old_version().own_day()).max();
                let assessed = last_publication(dossier, paper, Some(PublishedBy::Assessed), as_of);
                old.is_some_and(|old| assessed.is_some_and(|day| old < day))
            },
            is_new,
        ),
        Event::ThresholdRise if paper != AssessmentKind::BasicItem => since(happening.on()),
        // The register lists a later version that is not here.
        Event::OtherChange => {
            planned.map_or_else(|| since(happening.on()) && current.and_then(Version::day) < happening.on(), is_new)
        }
        Event::ThresholdRise | Event::ThresholdFall | Event::IncidentOccurred => match planned {
            Some(difference) => is_new(difference) && since(happening.on()),
            None => since(happening.on()) && !is_wrong,
        },
        Event::AffairEnded => {
            let is_marked = current.is_some_and(|version| version.document.cover.ended.given().is_some());
            task.duty.action == Action::MarkEnded && is_marked
        }
        // Nothing shows for which file a paper was published: the affair may hold others.
        Event::NewFile
        | Event::EmergencyNewFile
        | Event::IncidentLapsed
        | Event::EditionChanged
        | Event::YearPassed
        | Event::PeriodPassed => false,
    }
}

/// The day of the last publication of a paper, on this ground if one is given.
pub(super) fn last_publication(
    dossier: &Dossier<'_>,
    paper: AssessmentKind,
    by: Option<PublishedBy>,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    let all = dossier.entry.into_iter().flat_map(|entry| &entry.publications);
    let listed = all.filter(|one| one.paper == paper && by.is_none_or(|by| one.by == by)).map(|one| one.on);
    let seen = dossier.versions(paper).iter().filter(|_| by.is_none()).filter_map(Version::day);
    listed.chain(seen).filter(|day| *day <= as_of).max()
}
