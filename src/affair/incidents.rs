//! The serious incidents of a body, read once for all its affairs.

use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

use super::day::after;
use crate::value::date::FormDate;
use crate::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};
use crate::value::kind::AssessmentKind;

/// A span of days, with both ends.
type Span = (NaiveDate, NaiveDate);

/// When the incidents that a register lists count.
#[derive(Debug)]
pub(super) struct Incidents {
    /// The days on which one certainly happened within the year before, in order and apart from each other.
    certain: Vec<Span>,
    /// The days on which one may have.
    possible: Vec<Span>,
    /// The first day on which none counts any more: for the basic-item assessment, and for the deeper ones.
    lapse: [Option<NaiveDate>; 2],
}

impl Incidents {
    pub(super) fn of(incidents: &[SeriousIncident]) -> Self {
        let of_threshold =
            || incidents.iter().filter(|incident| incident.scope == IncidentScope::SpecificPersonalInformation);
        let dates = || of_threshold().flat_map(|incident| core::iter::once(incident.date).chain(incident.known));
        let span = |first: fn(FormDate) -> NaiveDate, last: fn(FormDate) -> NaiveDate| {
            let spans = dates().filter_map(|date| Some((first(date), last_within_year(last(date))?)));
            merged(spans.collect())
        };
        // The same day some years later still counts.
        let end = |incident: &SeriousIncident, years| {
            let last = incident.known.map_or(incident.date, |known| known.max(incident.date)).last_day();
            after(last, years)?.checked_add_days(Days::new(1))
        };
        Self {
            certain: span(FormDate::last_day, FormDate::first_day),
            possible: span(FormDate::first_day, FormDate::last_day),
            lapse: [
                of_threshold().filter_map(|incident| end(incident, 1)).max(),
                incidents.iter().filter_map(|incident| end(incident, 3)).max(),
            ],
        }
    }

    /// What [`LookBack::OneYear`](crate::value::incident::LookBack::OneYear) answers on a day.
    pub(super) fn in_one_year(&self, as_of: NaiveDate) -> Option<Occurrence> {
        let is_in = |spans: &[Span]| {
            let begun = spans.partition_point(|(first, _)| *first <= as_of);
            begun.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|(_, last)| as_of <= *last)
        };
        match (is_in(&self.certain), is_in(&self.possible)) {
            (true, _) => Some(Occurrence::Occurred),
            (false, true) => None,
            (false, false) => Some(Occurrence::NotOccurred),
        }
    }

    /// The first day on which no incident counts in a paper any more, if there was one.
    pub(super) fn lapse(&self, paper: AssessmentKind) -> Option<NaiveDate> {
        let [one_year, three_years] = self.lapse;
        if paper == AssessmentKind::BasicItem { one_year } else { three_years }
    }
}

/// The last day whose year of looking back begins on this day or before.
fn last_within_year(day: NaiveDate) -> Option<NaiveDate> {
    let anniversary = after(day, 1)?;
    // The year before 29 February begins on the 28th.
    let next =
        anniversary.succ_opt().filter(|next| LookBack::OneYear.first_day(*next).is_some_and(|first| first <= day));
    Some(next.unwrap_or(anniversary))
}

/// The spans in order. Spans that overlap are merged, and a span that ends before it begins is left out.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|(first, last)| first <= last);
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for (first, last) in spans {
        match merged.last_mut() {
            Some((_, end)) if first <= *end => *end = last.max(*end),
            Some(_) | None => merged.push((first, last)),
        }
    }
    merged
}
