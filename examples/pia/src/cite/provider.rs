//! The rows under which a body provides information.

use std::io::{self, Write};

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::law::{Citation, Number, Provider, StatutoryBasis, Table, TableRow, Validity};
use mynumber_pia::value::error::excerpt;
use serde::Serialize;

use super::print::of_state;
use crate::made_by::json_line;
use crate::options::Both;

#[derive(Serialize)]
struct Line {
    row: String,
    article: Option<String>,
    inquirer: Option<&'static str>,
    law: Option<&'static str>,
    table: String,
    /// The day of the table, if it is not the day that was asked about.
    seen_on: Option<String>,
    possible: bool,
}

/// Refuses a day on which the table was not yet in force.
pub(crate) fn check(day: NaiveDate) -> Result<(), Both> {
    if matches!(Table::Provision.as_of(day), Validity::InForce(_)) {
        return Ok(());
    }
    Err(Both::new(
        format!(
            "--as-of：{day} は2024-05-27より前である。第2条の表はその日に施行され、それまでの別表第二の情報提供者は確認できない"
        ),
        format!(
            "--as-of: {day} is before 2024-05-27: 第2条の表 came into force then, and who provided under 別表第二 is not known"
        ),
    ))
}

pub(crate) fn write(
    out: &mut impl Write,
    provider: Provider,
    day: NaiveDate,
    texts: &[String],
    as_json: bool,
    language: Language,
) -> io::Result<()> {
    let mut cited = Vec::new();
    for text in texts {
        let rows = rows(text);
        if rows.is_empty() {
            let text = excerpt(text);
            match language {
                Language::Japanese => {
                    eprintln!(
                        "pia cite: 「{text}」は利用特定個人情報の提供に関する命令第2条の表の項を引用していないので、除く項はない"
                    );
                }
                Language::English => eprintln!(
                    "pia cite: \"{text}\" cites no row of 利用特定個人情報の提供に関する命令第2条の表, so it leaves out none"
                ),
            }
        }
        cited.extend(rows);
    }
    for found in provider.rows(day).filter(|found| !cited.contains(&found.row.number())) {
        let row = Line {
            row: found.row.number().to_string(),
            article: found.row.article().map(|article| article.to_string()),
            inquirer: found.row.body(),
            law: found.row.law(),
            table: found.row.table().place().to_string(),
            seen_on: found.seen_on.map(|state| state.to_string()),
            possible: found.only_possibly,
        };
        if as_json {
            json_line(out, &row)?;
        } else {
            print(out, &row, found.row, language)?;
        }
    }
    Ok(())
}

/// The rows of 第2条の表 that a text cites.
fn rows(text: &str) -> Vec<Number> {
    let basis = StatutoryBasis::read(text);
    let rows = basis.citations().filter_map(Citation::table_row);
    rows.filter(|row| row.table() == Table::Provision).map(TableRow::number).collect()
}

/// The body of a row, and the law of its affair.
fn whose(body: Option<&str>, law: Option<&str>, language: Language) -> String {
    let (not_known, separator) = match language {
        Language::Japanese => ("不明", "、"),
        Language::English => ("unknown", ", "),
    };
    [body, law].map(|name| name.unwrap_or(not_known)).join(separator)
}

fn print(out: &mut impl Write, row: &Line, cited: TableRow, language: Language) -> io::Result<()> {
    let possible = match (row.possible, language) {
        (true, Language::Japanese) => "  該当する場合がある",
        (true, Language::English) => "  possible",
        (false, _) => "",
    };
    let (whose, state) = (whose(row.inquirer, row.law, language), of_state(row.seen_on.as_ref(), language));
    writeln!(out, "{}  {whose}{possible}{state}", cited.citation())
}
