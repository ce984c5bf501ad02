//! An incident that became known to the body, in addition to the answer about incidents that occurred.

use chrono::NaiveDate;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::incident::{IncidentScope, LookBack, Occurrence, SeriousIncident};

use crate::options::Both;

/// What an incident that became known contradicts.
pub(crate) enum Contradiction {
    /// The day of the determination.
    After(FormDate, NaiveDate),
    /// The answer that there was no incident.
    No(FormDate),
}

impl From<Contradiction> for Both {
    fn from(contradiction: Contradiction) -> Self {
        match contradiction {
            Contradiction::After(date, as_of) => Self::new(
                format!("{date}は判断の基準日（{as_of}）より後である"),
                format!("{date} is after the day of the determination, {as_of}"),
            ),
            Contradiction::No(date) => Self::new(
                format!("{date}に知った重大事故は過去一年以内のものとして数えるが、重大事故は発生なしと記載されている"),
                format!("the incident that became known on {date} counts, but the answer says that there was none"),
            ),
        }
    }
}

/// The facts with an incident that became known on this day. Either condition is enough, so a "yes" about incidents
/// that occurred stays a "yes". Refuses a day after that of the determination, and a
/// "no" if the incident counts.
pub(crate) fn or_known(facts: Facts, known: Option<FormDate>, as_of: NaiveDate) -> Result<Facts, Contradiction> {
    let Some(date) = known else { return Ok(facts) };
    if date.first_day() > as_of {
        return Err(Contradiction::After(date, as_of));
    }
    // The day of the incident belongs to the other condition, which `facts` answers.
    let incident = SeriousIncident { date, known: Some(date), scope: IncidentScope::SpecificPersonalInformation };
    let serious_incident = match (facts.serious_incident, LookBack::OneYear.answer(&[incident], as_of)) {
        (Some(Occurrence::NotOccurred), Some(Occurrence::Occurred)) => return Err(Contradiction::No(date)),
        (Some(Occurrence::Occurred), _) | (None, Some(Occurrence::Occurred)) => Some(Occurrence::Occurred),
        (Some(Occurrence::NotOccurred), Some(Occurrence::NotOccurred)) => Some(Occurrence::NotOccurred),
        (None, _) | (_, None) => None,
    };
    Ok(Facts { serious_incident, ..facts })
}
