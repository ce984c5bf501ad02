//! Which form of assessment an affair requires today, from what the body knows about the affair.

use chrono::NaiveDate;
use mynumber_pia::threshold::{Fact, Tally};
use mynumber_pia::value::band::StaffBand;
use mynumber_pia::value::incident::{LookBack, SeriousIncident};
use mynumber_pia::value::text::TextError;
use mynumber_pia::{Assessment, AssessmentKind, Count, Facts, Obligation, Text, determine};

/// What the other systems of the body know about an affair today.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// 対象人数, from the register of the affair.
    pub people: Option<u32>,
    /// The body's own handlers: the division and their number.
    pub staff: Vec<(String, u32)>,
    /// The serious incidents of the body, of any year.
    pub incidents: Vec<SeriousIncident>,
}

/// Whether the form of an assessment is deep enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    /// It is deep enough, whatever the open facts are.
    Enough,
    /// This form is also required. 様式2 is made in any case.
    Deeper(AssessmentKind),
    /// It may be deep enough. These open facts decide.
    Undecided(Vec<Fact>),
}

impl Today {
    /// The facts of the affair. The handlers are those of the body and of every entrustee that the document names.
    ///
    /// # Errors
    /// If the name of a division is not a valid `Text`.
    pub fn facts(&self, assessment: &Assessment, as_of: NaiveDate) -> Result<Facts, TextError> {
        let mut handlers = Tally::new();
        for (division, people) in &self.staff {
            handlers.add(Text::new(division.as_str())?, Some(Count::<StaffBand>::Exact(*people)));
        }
        for entrustment in assessment.file_sections.iter().flat_map(|section| &section.entrustments) {
            handlers.add_entrustment(entrustment);
        }
        Ok(Facts {
            population: self.people.map(Count::Exact).or(assessment.population.given().copied()),
            handlers: handlers.total(),
            serious_incident: LookBack::OneYear.answer(&self.incidents, as_of),
        })
    }
}

/// Whether a document of this kind is deep enough for these facts.
#[must_use]
pub fn level(held: AssessmentKind, facts: &Facts) -> Level {
    let determination = determine(facts);
    let is_enough = |obligation: Obligation| obligation.deepest() <= Some(held);
    if determination.possible().iter().all(is_enough) {
        return Level::Enough;
    }
    match determination.required().and_then(Obligation::deepest) {
        Some(kind) => Level::Deeper(kind),
        None => Level::Undecided(determination.open().collect()),
    }
}

/// From how many people on another form is required, if that is known.
#[must_use]
pub fn next_step(facts: &Facts) -> Option<u32> {
    determine(facts).headroom()?.more_people.map(|shift| shift.at)
}
