//! The output as JSON.

use std::io::{self, Write};

use mynumber_pia::Language;
use mynumber_pia::law::{
    Absence, Found, Law, Locator, Number, Place, Renumbering, RowStatus, StatutoryBasis, Validity,
};
use serde::Serialize;

use super::options::Questions;
use super::print::{absence, other_number};
use crate::made_by::json_line;

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
    absence_label: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Validity>,
    /// The row of a table that the crate knows, on the day that was asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    table_row: Option<RowStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    renumbered: Option<Renumbering>,
}

pub(crate) fn write(out: &mut impl Write, basis: &StatutoryBasis, questions: &Questions) -> io::Result<()> {
    let basis = Basis {
        text: basis.text(),
        citations: basis.found().iter().map(|found| cited(found, questions)).collect(),
        rest: basis.rest().into_iter().map(|span| [span.start, span.end]).collect(),
    };
    json_line(out, &basis)
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
        absence_label: found.absence.map(|_| absence(found, Language::Japanese).trim_start()),
        as_of: questions.as_of.map(|day| citation.as_of(day)),
        table_row: questions.as_of.map(|day| citation.row_as_of(day).status).filter(|row| *row != RowStatus::NotARow),
        renumbered: questions
            .renumber
            .then(|| other_number(citation, questions.as_of))
            .filter(|other| *other != Renumbering::Untouched),
    }
}
