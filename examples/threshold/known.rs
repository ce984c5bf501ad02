//! An incident that became known to the body, in addition to the answer about incidents that occurred.

use chrono::NaiveDate;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};

/// The facts with an incident that became known on this day. Either condition is enough, so a "yes" about incidents
/// that occurred stays a "yes". Refuses a day after that of the determination.
pub(crate) fn or_known(facts: Facts, known: Option<FormDate>, as_of: NaiveDate) -> Result<Facts, String> {
    let Some(date) = known else { return Ok(facts) };
    if date.first_day() > as_of {
        return Err(format!("{date} is after the day of the determination, {as_of}"));
    }
    // The day of the incident belongs to the other condition, which `facts` answers.
    let incident = SeriousIncident { date, known: Some(date), scope: IncidentScope::SpecificPersonalInformation };
    let serious_incident = match (facts.serious_incident, LookBack::OneYear.answer(&[incident], as_of)) {
        (Some(Occurrence::Occurred), _) | (_, Some(Occurrence::Occurred)) => Some(Occurrence::Occurred),
        (Some(Occurrence::NotOccurred), Some(Occurrence::NotOccurred)) => Some(Occurrence::NotOccurred),
        (None, _) | (_, None) => None,
    };
    Ok(Facts { serious_incident, ..facts })
}
