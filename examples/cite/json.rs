//! The output as JSON.

use std::io::{self, Write};

use mynumber_pia::law::{
    Absence, Found, Law, Locator, Number, Place, Renumbering, RowStatus, StatutoryBasis, TableRow,
};
use serde::Serialize;

use crate::{Questions, other_number};

#[derive(Serialize)]
struct Basis<'a> {
    text: &'a str,
    citations: Vec<Cited>,
    rest: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct Cited {
    law: Option<&'static str>,
    title: Option<String>,
    canonical: String,
    article: Option<String>,
    paragraph: Option<u32>,
    item: Option<String>,
    table: Option<String>,
    row: Option<String>,
    /// The end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    via: Option<usize>,
    span: [usize; 2],
    /// The row that this article of the order belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    row_of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    absence: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'static str>,
    /// The row of a table that the crate knows, on the day that was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    table_row: Option<OfTable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    renumbered: Option<Other>,
}

#[derive(Serialize)]
struct OfTable {
    status: &'static str,
    /// The day of the copy that the answer rests on, if the row was not seen on the day that was asked about.
    state: Option<String>,
    body: Option<&'static str>,
    law: Option<&'static str>,
    /// The first and last day on which the row is known to have been as it is here.
    seen: Option<[String; 2]>,
    /// The days between which the number changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<[String; 2]>,
    /// The row after that change; `body` and `law` are those before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<After>,
}

#[derive(Serialize)]
struct After {
    body: Option<&'static str>,
    law: Option<&'static str>,
}

impl OfTable {
    fn of(status: RowStatus) -> Option<Self> {
        let (row, state, change) = match status {
            RowStatus::Exists { row, seen_on } | RowStatus::Deleted { row, seen_on } => (Some(row), seen_on, None),
            RowStatus::NotYet { row } | RowStatus::NoLonger { row } => (Some(row), None, None),
            RowStatus::NotKnown { before, after, between } => (before, None, Some((after, between))),
            RowStatus::Missing { copied_on } => (None, copied_on, None),
            RowStatus::NoTable(_) => (None, None, None),
            RowStatus::NotARow => return None,
        };
        let after = change.and_then(|(after, _)| after);
        Some(Self {
            status: status.code(),
            state: state.map(|state| state.to_string()),
            body: row.and_then(TableRow::body),
            law: row.and_then(TableRow::law),
            seen: row.map(|row| [row.life().first, row.life().last].map(|day| day.to_string())),
            between: change.map(|(_, (last, first))| [last, first].map(|day| day.to_string())),
            after: after.map(|row| After { body: row.body(), law: row.law() }),
        })
    }
}

#[derive(Serialize)]
struct Other {
    newer: Option<String>,
    older: Option<String>,
    /// The evidence for the pair, or why there is no pair.
    evidence: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl Other {
    const fn none(evidence: Option<&'static str>) -> Self {
        Self { newer: None, older: None, evidence, error: None }
    }

    fn of(renumbering: Renumbering) -> Option<Self> {
        Some(match renumbering {
            Renumbering::Newer(newer, evidence) => {
                Self { newer: Some(newer.to_string()), ..Self::none(Some(evidence.code())) }
            }
            Renumbering::Older(older, evidence) => {
                Self { older: Some(older.to_string()), ..Self::none(Some(evidence.code())) }
            }
            Renumbering::NoSuccessor => Self::none(Some("no_successor")),
            Renumbering::NoPredecessor => Self::none(Some("no_predecessor")),
            Renumbering::Uncertain => Self::none(Some("uncertain")),
            Renumbering::NoSuchRow(state) => {
                let error = format!("the table of {state} does not have this row");
                Self { error: Some(error), ..Self::none(None) }
            }
            Renumbering::DependsOnDay => Self::none(Some("depends_on_day")),
            Renumbering::NotEvidenced => Self::none(None),
            Renumbering::Untouched => return None,
        })
    }
}

pub(crate) fn write(out: &mut impl Write, basis: &StatutoryBasis, questions: &Questions) -> io::Result<()> {
    let basis = Basis {
        text: basis.text(),
        citations: basis.found().iter().map(|found| cited(found, questions)).collect(),
        rest: basis.rest().into_iter().map(|span| [span.start, span.end]).collect(),
    };
    serde_json::to_writer(&mut *out, &basis)?;
    writeln!(out)
}

/// `113-3`, as article numbers with branches are written in files.
fn dashed(number: Number) -> String {
    number.branches().fold(number.main().to_string(), |text, branch| format!("{text}-{branch}"))
}

fn cited(found: &Found, questions: &Questions) -> Cited {
    let citation = &found.citation;
    let place = citation.locator().place();
    // A row of an article's table is shown with the table. Its article is left out, because its text is not cited.
    let in_text = place.filter(|place| !place.is_table());
    let item = in_text.and_then(|place| Some((place.item_number()?, place.sub_item_letter())));
    Cited {
        law: citation.law().and_then(Law::code),
        title: citation.law().map(|law| law.title().to_string()),
        canonical: citation.to_string(),
        article: in_text.and_then(Place::article_number).map(dashed),
        paragraph: place.and_then(Place::paragraph_number).map(Number::main),
        item: item.map(|(item, letter)| letter.map_or(dashed(item), |letter| format!("{}-{letter}", dashed(item)))),
        table: place.and_then(Place::table).map(|table| table.to_string()).filter(|table| !table.is_empty()),
        row: place.and_then(Place::row_number).map(dashed),
        to: match citation.locator() {
            Locator::Range(_, last) => Some(last.to_string()),
            Locator::Whole | Locator::At(_) => None,
        },
        via: found.via,
        span: [found.span.start, found.span.end],
        row_of: found.row,
        group: found.group,
        absence: found.absence.map(Absence::code),
        as_of: questions.as_of.map(|day| citation.as_of(day).code()),
        table_row: questions.as_of.and_then(|day| OfTable::of(citation.row_as_of(day))),
        renumbered: questions.renumber.then(|| other_number(citation, questions.as_of)).and_then(Other::of),
    }
}
