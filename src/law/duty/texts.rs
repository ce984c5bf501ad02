//! The texts that were read, and how sure each is.

use chrono::NaiveDate;

use crate::law::evidence::day;
use crate::value::kind::BodyKind;
use crate::value::source::{Certainty, Source};

/// What was read, and since when it has been in force.
#[derive(Clone, Copy)]
pub(super) struct Text {
    pub(super) source: Source,
    pub(super) state: Option<NaiveDate>,
}

/// 規則, read as in force since 2025-04-01.
pub(super) const fn rules(citation: &'static str, evidence: &'static str) -> Text {
    Text { source: confirmed(citation, evidence), state: Some(day(2025, 4, 1)) }
}

/// 番号法, read in the XML of 2025-09-24.
pub(super) const fn act(citation: &'static str, evidence: &'static str) -> Text {
    Text { source: confirmed(citation, evidence), state: Some(day(2025, 9, 24)) }
}

const fn confirmed(citation: &'static str, evidence: &'static str) -> Source {
    Source { citation, citation_certainty: Certainty::Confirmed, certainty: Certainty::Confirmed, evidence }
}

/// A text of which the statement is in part a reading.
pub(super) const fn partly(text: Text) -> Text {
    Text { source: Source { certainty: Certainty::PartlyConfirmed, ..text.source }, ..text }
}

/// The period of 規則第15条, which the guideline sets. The place in the guideline is not known.
pub(super) const GUIDELINE: Text = Text {
    source: Source {
        citation: "指針",
        citation_certainty: Certainty::Unconfirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "not in the rules; stated by the Commission's page on the assessment (copy of about 2018) and by commentary",
    },
    state: None,
};

/// What the instructions to 様式4 ask; those to the other forms were not read.
pub(super) const FORM_INSTRUCTIONS: Text = Text {
    source: Source {
        citation: "様式4の記載要領",
        citation_certainty: Certainty::Confirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "not in the rules; the opening of the instructions, of an edition that is not known",
    },
    state: None,
};

/// Whether a row for `row` is one for `asked`. What is not known may be either.
pub(super) fn of_body(row: Option<BodyKind>, asked: Option<BodyKind>) -> bool {
    row.is_none() || asked.is_none() || row == asked
}
