//! The rows under which a body provides information.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::law::{Citation, Number, Provider, StatutoryBasis, Table, TableRow, Validity};
use serde::Serialize;

#[derive(Serialize)]
struct Line {
    row: String,
    article: Option<String>,
    inquirer: Option<&'static str>,
    law: Option<&'static str>,
    table: String,
    /// The day of the table, if it is not the day that was asked about.
    state: Option<String>,
    possible: bool,
}

/// Refuses a day on which the table was not yet in force.
pub(crate) fn check(day: NaiveDate) -> Result<(), String> {
    if matches!(Table::Provision.as_of(day), Validity::InForce(_)) {
        return Ok(());
    }
    Err(format!(
        "--as-of: {day} is before 2024-05-27: 第2条の表 came into force then, and who provided under 別表第二 is not known"
    ))
}

pub(crate) fn write(
    out: &mut impl Write,
    provider: Provider,
    day: NaiveDate,
    texts: &[String],
    as_json: bool,
) -> io::Result<()> {
    let cited: Vec<(Table, Number)> = texts.iter().flat_map(|text| rows(text)).collect();
    for found in provider.rows(day).filter(|found| !cited.contains(&(found.row.table(), found.row.number()))) {
        let row = Line {
            row: found.row.number().to_string(),
            article: found.row.article().map(|article| article.to_string()),
            inquirer: found.row.body(),
            law: found.row.law(),
            table: found.row.table().place().to_string(),
            state: found.state.map(|state| state.to_string()),
            possible: found.is_possible,
        };
        if as_json {
            serde_json::to_writer(&mut *out, &row)?;
            writeln!(out)?;
        } else {
            print(out, &row, found.row)?;
        }
    }
    Ok(())
}

/// The rows that a text cites.
fn rows(text: &str) -> Vec<(Table, Number)> {
    let basis = StatutoryBasis::read(text);
    basis.citations().filter_map(Citation::table_row).map(|row| (row.table(), row.number())).collect()
}

fn print(out: &mut impl Write, row: &Line, cited: TableRow) -> io::Result<()> {
    let [inquirer, law] = [row.inquirer, row.law].map(|name| name.unwrap_or("不明"));
    write!(out, "{}  {inquirer}、{law}", cited.citation())?;
    if row.possible {
        write!(out, "  該当する場合がある / possible")?;
    }
    if let Some(state) = &row.state {
        write!(out, "（{state}の表）")?;
    }
    writeln!(out)
}
