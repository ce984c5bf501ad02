//! Citations as text.

use std::fmt::Display;
use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::law::{
    Absence, Citation, Found, Law, PairEvidence, Place, Renumbering, RowStatus, StatutoryBasis, Table,
};

use super::options::Questions;

pub(super) fn write(
    out: &mut impl Write,
    basis: &StatutoryBasis,
    questions: &Questions,
    language: Language,
) -> io::Result<()> {
    writeln!(out, "{}", basis.text())?;
    for found in basis.found() {
        write!(out, "  {}", found.citation)?;
        let unnamed = match language {
            Language::Japanese => "法令名の記載なし",
            Language::English => "law not named",
        };
        write!(out, "  [{}]", found.citation.law().map_or(unnamed, |law| law.title()))?;
        if let Some(via) = found.via.and_then(|via| basis.found().get(via)) {
            match language {
                Language::Japanese => write!(out, "  {}による", via.citation)?,
                Language::English => write!(out, "  through {}", via.citation)?,
            }
        }
        if let Some(row) = found.row.and_then(|row| basis.found().get(row)) {
            match language {
                Language::Japanese => write!(out, "  {}に対応", row.citation)?,
                Language::English => write!(out, "  article of {}", row.citation)?,
            }
        }
        write!(out, "{}", absence(found, language))?;
        if let Some(day) = questions.as_of {
            write!(out, "{}{}", validity(&found.citation, day, language), row(&found.citation, day, language))?;
        }
        if questions.renumber {
            write!(out, "{}", renumbering(&found.citation, questions.as_of, language))?;
        }
        if questions.renumber || questions.as_of.is_some() {
            write!(out, "{}", how_to_name(&found.citation, language))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// How to write the citation of a table that may be of 番号法, but does not say so. Without its law no question has an answer.
fn how_to_name(citation: &Citation, language: Language) -> String {
    let table = citation.locator().place().and_then(Place::table);
    let is_of_act = |table| [Table::First, Table::Second, Table::Appended].iter().any(|known| known.place() == table);
    match (citation.law(), language) {
        (None, Language::Japanese) if table.is_some_and(is_of_act) => {
            format!("  番号法の表であれば「番号法{citation}」と書く")
        }
        (None, Language::English) if table.is_some_and(is_of_act) => {
            format!("  if it is a table of 番号法, write 番号法{citation}")
        }
        (None | Some(_), _) => String::new(),
    }
}

pub(super) fn absence(found: &Found, language: Language) -> &'static str {
    match (found.absence, language) {
        (Some(Absence::NotEnacted), Language::Japanese) => "  主務省令未制定",
        (Some(Absence::NotEnacted), Language::English) => "  no order enacted",
        (Some(Absence::Nothing), Language::Japanese) => "  主務省令なし",
        (Some(Absence::Nothing), Language::English) => "  no order",
        (None, _) => "",
    }
}

fn validity(citation: &Citation, day: NaiveDate, language: Language) -> String {
    let text = match citation.row_as_of(day).status {
        // The row itself was not seen on that day.
        RowStatus::Exists { seen_on: Some(_), .. } => match language {
            Language::Japanese => format!("表は{day}に有効"),
            Language::English => format!("table in force on {day}"),
        },
        // It would not help to say that the table is in force.
        RowStatus::Deleted { .. }
        | RowStatus::NotYet { .. }
        | RowStatus::NoLonger { .. }
        | RowStatus::NotKnown { .. }
        | RowStatus::Missing { .. } => return String::new(),
        RowStatus::Exists { seen_on: None, .. } | RowStatus::NoTable(_) | RowStatus::NotARow => {
            citation.as_of(day).text(day, language)
        }
    };
    format!("  {text}")
}

/// The inquirer of the row, the law of its affair, and the copies that the answer rests on.
fn row(citation: &Citation, day: NaiveDate, language: Language) -> String {
    let row = citation.row_as_of(day);
    match row.status {
        // The validity says it.
        RowStatus::NoTable(_) | RowStatus::NotARow => String::new(),
        RowStatus::Missing { copied_on: None } => {
            format!("  {}{}", row.text(language), copies(citation, language))
        }
        RowStatus::Exists { .. }
        | RowStatus::Deleted { .. }
        | RowStatus::NotYet { .. }
        | RowStatus::NoLonger { .. }
        | RowStatus::NotKnown { .. }
        | RowStatus::Missing { copied_on: Some(_) } => format!("  {}", row.text(language)),
    }
}

/// The copies of a table that does not have the row in any of them.
fn copies(citation: &Citation, language: Language) -> String {
    let table = citation.locator().place().and_then(|place| {
        Table::ALL
            .into_iter()
            .find(|table| citation.law() == Some(&Law::Known(table.act())) && place.table() == Some(table.place()))
    });
    let days = table.into_iter().flat_map(Table::editions).map(|edition| edition.day.to_string());
    let separator = match language {
        Language::Japanese => "・",
        Language::English => ", ",
    };
    of_state(Some(days.collect::<Vec<_>>().join(separator)), language)
}

/// The day of the table, if it is not the day that was asked about.
pub(super) fn of_state(state: Option<impl Display>, language: Language) -> String {
    match (state, language) {
        (Some(state), Language::Japanese) => format!("（{state}の表）"),
        (Some(state), Language::English) => format!(" (table of {state})"),
        (None, _) => String::new(),
    }
}

/// The other number of what the citation meant on the day that was asked about.
pub(super) fn other_number(citation: &Citation, day: Option<NaiveDate>) -> Renumbering {
    day.map_or_else(|| citation.renumbered(), |day| citation.renumbered_as_of(day))
}

fn renumbering(citation: &Citation, day: Option<NaiveDate>, language: Language) -> String {
    let text = match (other_number(citation, day), language) {
        // That published assessments show the pair is the rule.
        (Renumbering::Newer(newer, PairEvidence::Assessment(_)), _) => format!("→ {newer}"),
        (Renumbering::Older(older, PairEvidence::Assessment(_)), _) => format!("← {older}"),
        (other @ Renumbering::DependsOnDay, Language::Japanese) => {
            format!("{}（--as-ofで指定）", other.text(language))
        }
        (other @ Renumbering::DependsOnDay, Language::English) => format!("{} (give --as-of)", other.text(language)),
        (Renumbering::Untouched, _) => return String::new(),
        (other, _) => other.text(language),
    };
    format!("  {text}")
}
