//! The change table in a workbook.

use mynumber_pia::catalogue::PathStep;
use mynumber_pia::form::{Cell, Choice};
use rust_xlsxwriter::{Table, TableColumn, TableStyle, XlsxError};

use super::write::{Writer, height};
use super::{NUMBER, key_of, shown, stored, with_inside, words};

/// The widths of its columns.
const WIDTHS: [f64; 8] = [13.0, 26.0, 42.0, 42.0, 10.0, 30.0, 10.0, 10.0];

/// The empty rows below it.
const EMPTY_ROWS: usize = 5;

impl Writer<'_> {
    /// The change table.
    pub(super) fn changes(&mut self, changes: &[&Cell<'_>]) -> Result<(), XlsxError> {
        let mut columns: Vec<(String, &'static str)> = Vec::new();
        let mut rows: Vec<Vec<(&Cell<'_>, usize)>> = Vec::new();
        for cell in changes.iter().flat_map(|cell| with_inside(cell)) {
            let key = key_of(cell.path());
            let column = columns.iter().position(|(other, _)| *other == key).unwrap_or_else(|| {
                columns.push((key, cell.label()));
                columns.len() - 1
            });
            let Some(PathStep::Index(row)) = cell.path().steps().get(1) else { continue };
            rows.resize_with(rows.len().max(row + 1), Vec::new);
            rows[*row].push((cell, column));
        }
        let head = self.begin("=changes[]", "")?;
        let top = self.row;
        let (hidden, format) = (self.styles.hidden.clone(), self.styles.cell.clone());
        let sheet = self.now();
        sheet.set_row_hidden(head)?;
        for (column, ((key, _), width)) in (NUMBER..).zip(columns.iter().zip(WIDTHS)) {
            sheet.write_string_with_format(head, column, key, &hidden)?;
            sheet.set_column_width(column, width)?;
        }
        // The name of the table is its first row.
        self.row += 1;
        for cells in &rows {
            let Some((first, _)) = cells.first() else { continue };
            let path = first.path().to_string();
            let json = path
                .split_once('.')
                .and_then(|(entry, _)| entry.parse().ok())
                .map_or_else(String::new, |entry| stored(self.document, &entry));
            let sign = if json.is_empty() { "~" } else { "+" };
            let is_same = cells.iter().all(|(cell, _)| {
                let choices: Vec<Choice> = cell.choices().collect();
                self.stored(cell.path(), words(&shown(cell.value(), &choices), &choices)).is_empty()
            });
            let row = self.begin(&format!("{sign}changes[]"), if is_same { "" } else { &json })?;
            let mut texts = Vec::new();
            for (cell, column) in cells {
                let choices: Vec<Choice> = cell.choices().collect();
                let text = shown(cell.value(), &choices);
                let at = NUMBER + u16::try_from(*column).unwrap_or_default();
                if !choices.is_empty() {
                    let list = self.list(choices.iter().map(|choice| choice.label).collect())?;
                    self.now().add_data_validation(row, at, row, at, &list)?;
                }
                self.now().write_string_with_format(row, at, &text, &format)?;
                texts.push((text, WIDTHS[*column % WIDTHS.len()]));
            }
            let lines: Vec<(&str, f64)> = texts.iter().map(|(text, width)| (text.as_str(), *width)).collect();
            self.now().set_row_height(row, height(&lines))?;
        }
        let last = NUMBER + u16::try_from(columns.len().saturating_sub(1)).unwrap_or_default();
        for _ in 0..EMPTY_ROWS {
            let row = self.begin("~changes[]", "")?;
            for column in NUMBER..=last {
                self.now().write_blank(row, column, &format)?;
            }
        }
        let columns: Vec<TableColumn> = columns
            .iter()
            .map(|(_, label)| TableColumn::new().set_header(*label).set_header_format(self.styles.head.clone()))
            .collect();
        let table = Table::new().set_columns(&columns).set_style(TableStyle::Light1).set_autofilter(false);
        let bottom = self.row - 1;
        self.now().add_table(top, NUMBER, bottom, last, &table)?;
        Ok(())
    }
}
