//! The cells of a workbook as text.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use mynumber_pia::value::error::excerpt;

use crate::options::{Both, both};

/// The name of a sheet, and its rows of cells. All but the first of merged cells are empty.
pub(crate) type Sheet = (String, Vec<Vec<String>>);

/// The most rows and columns of a sheet. The official workbooks have some hundreds.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 1_000;

/// The sheets of a workbook.
pub(crate) fn sheets(bytes: Vec<u8>) -> Result<Vec<Sheet>, Both> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error: XlsxError| not_a_workbook(&error))?;
    let sheets: Vec<Sheet> =
        book.sheet_names().into_iter().map(|name| sheet(&mut book, name)).collect::<Result<_, _>>()?;
    if sheets.iter().all(|(_, rows)| rows.is_empty()) {
        return Err(both("セルに何も書かれていない", "has no cell with text"));
    }
    Ok(sheets)
}

fn said(japanese: &str, english: &str, error: &str) -> Both {
    let error = excerpt(error);
    Both::new(format!("{japanese}：{error}"), format!("{english}: {error}"))
}

fn not_a_workbook(error: &XlsxError) -> Both {
    said("Excel ブック（xlsx）でない", "not an xlsx workbook", &error.to_string())
}

/// The cells of one sheet. They are read one by one: a sheet with two cells far apart needs no memory for those between.
fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: String) -> Result<Sheet, Both> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| not_a_workbook(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| not_a_workbook(&error))? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if row >= ROWS || column >= COLUMNS {
            let at = excerpt(&name);
            return Err(Both::new(
                format!("シート「{at}」が大きすぎる：{ROWS}行{COLUMNS}列まで"),
                format!("the sheet \"{at}\" is too large: at most {ROWS} rows and {COLUMNS} columns"),
            ));
        }
        let (row, column) = (row as usize, column as usize);
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, String::new());
        }
        rows[row][column] = text;
    }
    Ok((name, rows))
}

/// The text of a cell. A day is written as 2025-06-01.
fn text(value: &DataRef<'_>) -> String {
    let day = |value: &calamine::ExcelDateTime| {
        let (year, month, day, ..) = value.to_ymd_hms_milli();
        format!("{year:04}-{month:02}-{day:02}")
    };
    match value {
        DataRef::SharedString(text) => (*text).to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) if value.is_datetime() => day(value),
        DataRef::DateTime(value) => value.as_f64().to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
