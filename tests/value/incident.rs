//! Serious incidents within one and three years of a day.

use chrono::NaiveDate;
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};
use mynumber_pia::value::kind::Obligation;

use IncidentScope::{PersonalInformation, SpecificPersonalInformation};
use LookBack::{OneYear, ThreeYears};
use Occurrence::{NotOccurred, Occurred};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn incident(date: &str, scope: IncidentScope) -> SeriousIncident {
    SeriousIncident { date: date.parse().unwrap(), known: None, scope }
}

#[track_caller]
fn check(date: &str, as_of: &str, one_year: Option<Occurrence>, three_years: Option<Occurrence>) {
    let incident = incident(date, SpecificPersonalInformation);
    assert_eq!(OneYear.answer(&[incident], day(as_of)), one_year, "one year");
    assert_eq!(ThreeYears.answer(&[incident], day(as_of)), three_years, "three years");
}

#[test]
fn boundaries() {
    // The same day a year earlier counts; the day before it does not.
    check("2024-04-01", "2025-04-01", Some(Occurred), Some(Occurred));
    check("2024-03-31", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("2022-04-01", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("2022-03-31", "2025-04-01", Some(NotOccurred), Some(NotOccurred));
    // The day itself counts; the future does not.
    check("2025-04-01", "2025-04-01", Some(Occurred), Some(Occurred));
    check("2025-04-02", "2025-04-01", Some(NotOccurred), Some(NotOccurred));
}

#[test]
fn leap_days() {
    // As of a leap day, the window begins on 28 February.
    check("2023-02-28", "2024-02-29", Some(Occurred), Some(Occurred));
    check("2023-02-27", "2024-02-29", Some(NotOccurred), Some(Occurred));
    check("2021-02-28", "2024-02-29", Some(NotOccurred), Some(Occurred));
    check("2021-02-27", "2024-02-29", Some(NotOccurred), Some(NotOccurred));
    // An incident on a leap day counts until 28 February and no longer.
    check("2024-02-29", "2025-02-28", Some(Occurred), Some(Occurred));
    check("2024-02-29", "2025-03-01", Some(NotOccurred), Some(Occurred));
    check("2024-02-29", "2027-02-28", Some(NotOccurred), Some(Occurred));
    check("2024-02-29", "2027-03-01", Some(NotOccurred), Some(NotOccurred));
}

#[test]
fn every_day_of_eight_years() {
    // An independent calculation: an incident is a year old when its month and day come round again.
    let mut as_of = day("2020-01-01");
    while as_of < day("2028-01-01") {
        let first = OneYear.first_day(as_of).unwrap();
        let days = (as_of - first).num_days();
        let leap_day_between = (2020..2028).step_by(4).any(|year| {
            let leap_day = NaiveDate::from_ymd_opt(year, 2, 29).unwrap();
            first < leap_day && leap_day <= as_of
        });
        assert_eq!(days, 365 + i64::from(leap_day_between), "{as_of}");
        as_of = as_of.succ_opt().unwrap();
    }
}

#[test]
fn the_two_questions_are_independent() {
    let paper = incident("2025-03-01", PersonalInformation);
    let as_of = day("2025-04-01");
    assert_eq!(OneYear.answer(&[paper], as_of), Some(NotOccurred), "the threshold asks about 特定個人情報 only");
    assert_eq!(ThreeYears.answer(&[paper], as_of), Some(Occurred));
    assert_eq!(OneYear.answer(&[], as_of), Some(NotOccurred));
    let other = incident("2024-06-30", SpecificPersonalInformation);
    assert_eq!(OneYear.answer(&[paper, other], as_of), Some(Occurred));
}

#[test]
fn a_month_may_lie_on_either_side() {
    check("2024年4月", "2025-04-15", None, Some(Occurred));
    check("2024年3月", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("2024年4月", "2025-04-01", Some(Occurred), Some(Occurred));
    check("令和7年", "2025-04-01", None, None);
    check("2022年4月", "2025-04-15", Some(NotOccurred), None);
    // An incident that certainly counts decides.
    let open = incident("2024年4月", SpecificPersonalInformation);
    let certain = incident("2024-12-01", SpecificPersonalInformation);
    assert_eq!(OneYear.answer(&[open, certain], day("2025-04-15")), Some(Occurred));
}

#[test]
fn an_incident_lifts_the_obligation_for_a_year() {
    let leak = incident("令和7年2月3日", SpecificPersonalInformation);
    let required = |as_of| {
        determine(&Facts {
            population: Some("62,000".parse().unwrap()),
            handlers: Some("120".parse().unwrap()),
            serious_incident: OneYear.answer(&[leak], day(as_of)),
        })
        .required()
    };
    assert_eq!(required("2025-02-02"), Some(Obligation::BasicItem));
    assert_eq!(required("2025-02-03"), Some(Obligation::BasicItemAndKeyItem));
    assert_eq!(required("2026-02-03"), Some(Obligation::BasicItemAndKeyItem));
    assert_eq!(required("2026-02-04"), Some(Obligation::BasicItem));
}

/// An incident that occurred long before it became known.
fn known_later(known: &str) -> SeriousIncident {
    SeriousIncident { known: Some(known.parse().unwrap()), ..incident("2016-10-01", SpecificPersonalInformation) }
}

#[test]
fn the_day_it_became_known_counts_as_the_day_it_occurred_does() {
    #[track_caller]
    fn check(known: &str, as_of: &str, one_year: Option<Occurrence>, three_years: Option<Occurrence>) {
        assert_eq!(OneYear.answer(&[known_later(known)], day(as_of)), one_year, "one year");
        assert_eq!(ThreeYears.answer(&[known_later(known)], day(as_of)), three_years, "three years");
    }
    // Both ends of a year and of three years.
    check("2024-04-01", "2025-04-01", Some(Occurred), Some(Occurred));
    check("2024-03-31", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("2022-04-01", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("2022-03-31", "2025-04-01", Some(NotOccurred), Some(NotOccurred));
    check("2025-04-01", "2025-04-01", Some(Occurred), Some(Occurred));
    check("2025-04-02", "2025-04-01", Some(NotOccurred), Some(NotOccurred));
    // Leap days.
    check("2023-02-28", "2024-02-29", Some(Occurred), Some(Occurred));
    check("2023-02-27", "2024-02-29", Some(NotOccurred), Some(Occurred));
    check("2024-02-29", "2025-02-28", Some(Occurred), Some(Occurred));
    check("2024-02-29", "2025-03-01", Some(NotOccurred), Some(Occurred));
    check("2024-02-29", "2027-02-28", Some(NotOccurred), Some(Occurred));
    check("2024-02-29", "2027-03-01", Some(NotOccurred), Some(NotOccurred));
    // A month can be on either side of the bound.
    check("2024年4月", "2025-04-15", None, Some(Occurred));
    check("2024年3月", "2025-04-01", Some(NotOccurred), Some(Occurred));
    check("令和7年", "2025-04-01", None, None);
}

#[test]
fn either_day_is_enough() {
    let both = |occurred: &str, known: &str| SeriousIncident {
        known: Some(known.parse().unwrap()),
        ..incident(occurred, SpecificPersonalInformation)
    };
    let one_year = |incident, as_of| OneYear.answer(&[incident], day(as_of));
    // If the two days are close, the incident counts from the day it occurred until a year after it became known.
    let leak = both("2024-01-10", "2024-06-20");
    assert_eq!(one_year(leak, "2024-01-09"), Some(NotOccurred));
    assert_eq!(one_year(leak, "2024-01-10"), Some(Occurred), "as of a day before it became known");
    assert_eq!(one_year(leak, "2025-01-10"), Some(Occurred));
    assert_eq!(one_year(leak, "2025-06-20"), Some(Occurred));
    assert_eq!(one_year(leak, "2025-06-21"), Some(NotOccurred));
    // If they are far apart, there is a gap between them.
    let old = both("2020-05-01", "2024-06-20");
    assert_eq!(one_year(old, "2021-05-01"), Some(Occurred));
    assert_eq!(one_year(old, "2021-05-02"), Some(NotOccurred));
    assert_eq!(one_year(old, "2024-06-20"), Some(Occurred));
    // If one day counts, an open other day does not matter.
    assert_eq!(one_year(both("2024", "2024-12-01"), "2025-04-01"), Some(Occurred));
    assert_eq!(one_year(both("2024-12", "2025"), "2025-04-01"), Some(Occurred));
    assert_eq!(one_year(both("2020-05-01", "2024"), "2025-04-01"), None);
    // The kind of information decides as before.
    let paper = SeriousIncident { scope: PersonalInformation, ..leak };
    assert_eq!(one_year(paper, "2024-06-20"), Some(NotOccurred));
    assert_eq!(ThreeYears.answer(&[paper], day("2027-06-20")), Some(Occurred));
}

#[test]
fn an_old_incident_that_came_to_light_lifts_the_obligation_for_a_year() {
    let required = |as_of| {
        determine(&Facts {
            population: Some("150,000".parse().unwrap()),
            handlers: Some("120".parse().unwrap()),
            serious_incident: OneYear.answer(&[known_later("令和6年2月29日")], day(as_of)),
        })
        .required()
    };
    assert_eq!(required("2024-02-28"), Some(Obligation::BasicItemAndKeyItem));
    assert_eq!(required("2024-02-29"), Some(Obligation::BasicItemAndAllItem));
    assert_eq!(required("2025-02-28"), Some(Obligation::BasicItemAndAllItem));
    assert_eq!(required("2025-03-01"), Some(Obligation::BasicItemAndKeyItem));
}

#[test]
fn at_the_end_of_the_calendar_nothing_is_known() {
    let incident = incident("2024-01-01", SpecificPersonalInformation);
    assert_eq!(OneYear.answer(&[incident], NaiveDate::MIN), None);
    assert_eq!(OneYear.answer(&[incident], NaiveDate::MAX), Some(NotOccurred));
}

#[test]
fn json() {
    let incident = incident("平成29年11月", PersonalInformation);
    let json = serde_json::to_string(&incident).unwrap();
    assert_eq!(json, r#"{"date":"2017-11","scope":"personal_information"}"#);
    assert_eq!(serde_json::from_str::<SeriousIncident>(&json).unwrap(), incident);
    let known = SeriousIncident { known: Some("平成30年5月1日".parse().unwrap()), ..incident };
    let json = serde_json::to_string(&known).unwrap();
    assert_eq!(json, r#"{"date":"2017-11","known":"2018-05-01","scope":"personal_information"}"#);
    assert_eq!(serde_json::from_str::<SeriousIncident>(&json).unwrap(), known);
    let error = serde_json::from_str::<SeriousIncident>(r#"{"date":"2017-11","scope":"x"}"#).unwrap_err().to_string();
    assert_eq!(
        error,
        "unknown code or label \"x\" for the scope of an incident (事故の対象): expected one of \
         specific_personal_information (特定個人情報), personal_information (個人情報) at line 1 column 29"
    );
}
