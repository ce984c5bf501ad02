//! The texts that were read, and how certain each statement is.

use chrono::NaiveDate;

use crate::value::date::day;
use crate::value::kind::BodyKind;
use crate::value::source::{Certainty, Source};

/// A text that was read, and the day from which it is in force.
#[derive(Clone, Copy)]
pub(super) struct Text {
    pub(super) source: Source,
    pub(super) state: Option<NaiveDate>,
}

/// A provision of the 規則, in the text in force since 2025-04-01.
pub(super) const fn rules(citation: &'static str, evidence: &'static str) -> Text {
    Text { source: confirmed(citation, evidence), state: Some(day(2025, 4, 1)) }
}

/// A provision of the 番号法, in the XML of 2025-09-24.
pub(super) const fn act(citation: &'static str, evidence: &'static str) -> Text {
    Text { source: confirmed(citation, evidence), state: Some(day(2025, 9, 24)) }
}

const fn confirmed(citation: &'static str, evidence: &'static str) -> Source {
    Source { citation, citation_certainty: Certainty::Confirmed, certainty: Certainty::Confirmed, evidence }
}

/// A text whose statement is partly an interpretation.
pub(super) const fn partly(text: Text) -> Text {
    Text { source: Source { certainty: Certainty::PartlyConfirmed, ..text.source }, ..text }
}

/// A text from which the statement is deduced.
pub(super) const fn deduced(text: Text) -> Text {
    Text { source: Source { certainty: Certainty::Deduced, ..text.source }, ..text }
}

/// The time for comments, which the guideline sets.
pub(super) const OPINIONS: Text = Text {
    source: Source {
        citation: "指針第5の3",
        citation_certainty: Certainty::PartlyConfirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "not in the rules; 大田区における特定個人情報保護評価実施方針 quotes it; 様式4 asks for the special reason for a shorter period",
    },
    state: None,
};

/// The period of 規則第15条, which the guideline sets. Its place in the guideline is not known.
pub(super) const GUIDELINE: Text = Text {
    source: Source {
        citation: "指針",
        citation_certainty: Certainty::Unconfirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "not in the rules; stated by the Commission's page on the assessment (copy of about 2018) and by commentary",
    },
    state: None,
};

/// The requirements in the instructions to 様式4. Those for the other forms were not read.
pub(super) const FORM_INSTRUCTIONS: Text = Text {
    source: Source {
        citation: "様式4の記載要領",
        citation_certainty: Certainty::Confirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "not in the rules; the opening of the instructions, of an edition that is not known",
    },
    state: None,
};

/// The events that must be reported. The ordinance lists them; its beginning was read.
pub(super) const LEAKS: Text = Text {
    source: Source {
        citation: "平成27年特定個人情報保護委員会規則第5号第2条",
        citation_certainty: Certainty::Confirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "it lists the events that must be reported: a leak of 特定個人情報, or its possibility, unless highly encrypted, in the linkage \
                   network and what is connected to it, in systems for affairs that use the number, or in systems of public bodies for \
                   affairs related to it; a wrongful purpose; the end of the article was not read",
    },
    state: None,
};

/// The days of the reports of a leak.
pub(super) const DAYS_OF_LEAKS: Text = Text {
    source: Source {
        citation: "平成27年特定個人情報保護委員会規則第5号",
        citation_certainty: Certainty::Unconfirmed,
        certainty: Certainty::PartlyConfirmed,
        evidence: "its article on the days was not read; the days are those of the twin rules, 個人情報の保護に関する法律施行規則第7条 and 第8条, as \
                   commentary states them",
    },
    state: None,
};

/// Whether a row for `row` applies to the kind `asked`. An unknown kind matches both.
pub(super) fn of_body(row: Option<BodyKind>, asked: Option<BodyKind>) -> bool {
    row.is_none() || asked.is_none() || row == asked
}
