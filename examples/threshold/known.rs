//! An incident that became known to the body, in addition to the answer about incidents that occurred.

use chrono::NaiveDate;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};

/// The facts with an incident that became known on this day. Either condition is enough, so a "yes" about incidents
/// that occurred stays a "yes".
pub(crate) fn or_known(facts: Facts, known: Option<FormDate>, as_of: NaiveDate) -> Facts {
    let Some(date) = known else { return facts };
    // The day of the incident belongs to the other condition, which `facts` answers.
    let incident = SeriousIncident { date, known: Some(date), scope: IncidentScope::SpecificPersonalInformation };
    let serious_incident = match (facts.serious_incident, LookBack::OneYear.answer(&[incident], as_of)) {
        (Some(Occurrence::Occurred), _) | (_, Some(Occurrence::Occurred)) => Some(Occurrence::Occurred),
        (Some(Occurrence::NotOccurred), Some(Occurrence::NotOccurred)) => Some(Occurrence::NotOccurred),
        (None, _) | (_, None) => None,
    };
    Facts { serious_incident, ..facts }
}
