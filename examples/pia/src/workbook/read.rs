//! Reads the workbook of a form.

use std::collections::HashMap;

use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::form::Choice;
use mynumber_pia::value::error::excerpt;

use super::cells::Sheet;
use super::{ANSWER, KEY, LABEL, MARK, NUMBER, Printed, STORED, header, printed, shown, stored, words, words_of_boxes};
use crate::options::Both;

/// Whether the sheets are those of a workbook of ours.
pub(crate) fn is_ours(sheets: &[Sheet]) -> bool {
    sheets.iter().any(is_our_sheet)
}

fn is_our_sheet((_, rows): &Sheet) -> bool {
    rows.first().is_some_and(|row| text(row, KEY) == MARK)
}

/// The document in the sheets of a workbook.
pub(crate) fn read(sheets: &[Sheet]) -> Result<Assessment, Both> {
    let mut reader =
        Reader { document: None, printed: HashMap::new(), counts: HashMap::new(), entries: HashMap::new() };
    let mut rows = Vec::new();
    for sheet in sheets.iter().filter(|sheet| is_our_sheet(sheet)) {
        reader.begin(sheet)?;
        rows.extend(reader.rows(sheet)?);
    }
    let Some(mut document) = reader.document.take() else {
        return Err(Both::one("no sheet".into()));
    };
    for row in without_unwritten(rows) {
        reader.take(&mut document, &row)?;
    }
    Ok(document)
}

/// A cell of a sheet.
#[derive(Clone, Copy)]
struct At<'s> {
    sheet: &'s str,
    row: usize,
    column: u16,
}

impl At<'_> {
    fn fault(self, japanese: &str, english: &str) -> Both {
        let Self { sheet, row, column } = self;
        let (sheet, row) = (excerpt(sheet), row + 1);
        let column = rust_xlsxwriter::utility::column_number_to_name(column);
        Both::new(
            format!("シート「{sheet}」の{column}{row}：{japanese}"),
            format!("sheet \"{sheet}\", {column}{row}: {english}"),
        )
    }
}

/// Whether a row begins an entry of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    No,
    Entry,
    /// Only if something is written in it.
    IfWritten,
}

/// What a row, or a cell of a table, says.
struct Row<'s> {
    at: At<'s>,
    start: Start,
    /// The path without indices.
    key: &'s str,
    /// The code of a box.
    code: Option<&'s str>,
    stored: &'s str,
    shown: &'s str,
    /// The other boxes of the group: the code and the mark of each.
    marks: Vec<(&'s str, &'s str)>,
}

impl Row<'_> {
    /// The list whose entry it begins.
    fn list(&self) -> &str {
        self.key.rfind("[]").map_or("", |end| &self.key[..end + 2])
    }

    fn is_written(&self) -> bool {
        !self.shown.trim().is_empty()
            || !self.stored.is_empty()
            || self.marks.iter().any(|(_, mark)| !mark.trim().is_empty())
    }
}

fn text(row: &[String], column: u16) -> &str {
    row.get(usize::from(column)).map_or("", String::as_str)
}

/// The rows without the entries in which nothing is written.
fn without_unwritten(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let mut kept: Vec<Row<'_>> = Vec::new();
    let mut rest = rows.into_iter().peekable();
    while let Some(row) = rest.next() {
        if row.start != Start::IfWritten {
            kept.push(row);
            continue;
        }
        let list = row.list().to_string();
        let mut entry = vec![row];
        let is_inside =
            |next: &Row<'_>| next.key.starts_with(&list) && !(next.start != Start::No && next.list() == list);
        while let Some(next) = rest.next_if(is_inside) {
            entry.push(next);
        }
        if entry.iter().any(Row::is_written) {
            let mut inside = entry.into_iter();
            kept.extend(inside.next().map(|row| Row { start: Start::Entry, ..row }));
            kept.extend(without_unwritten(inside.collect()));
        }
    }
    kept
}

struct Reader {
    document: Option<Assessment>,
    /// What the form prints, by key.
    printed: HashMap<String, Printed>,
    /// How many entries each list has.
    counts: HashMap<String, usize>,
    /// The index of the present entry of each list, by the key of the list.
    entries: HashMap<String, usize>,
}

impl Reader {
    /// Reads the header of a sheet.
    fn begin(&mut self, (name, rows): &Sheet) -> Result<(), Both> {
        let at = At { sheet: name, row: 0, column: STORED };
        let json = rows.first().map_or("", |row| text(row, STORED));
        let own: Assessment = serde_json::from_str(json).map_err(|error| {
            at.fault(
                &format!("評価書の様式が読み取れない（{error}）"),
                &format!("the form of the document cannot be read ({error})"),
            )
        })?;
        match &self.document {
            None => {
                self.printed = printed(&own);
                self.document = Some(own);
            }
            Some(document) if header(document) == own => {}
            Some(_) => {
                return Err(at.fault(
                    "他のシートと様式が異なる。別の評価書のシートを取り除く",
                    "is of another form than the other sheets: remove the sheets of another document",
                ));
            }
        }
        Ok(())
    }

    /// What the rows of a sheet say.
    fn rows<'s>(&self, (name, rows): &'s Sheet) -> Result<Vec<Row<'s>>, Both> {
        let mut read: Vec<Row<'s>> = Vec::new();
        let mut columns: Vec<(u16, &'s str)> = Vec::new();
        let mut is_head = false;
        for (row, cells) in rows.iter().enumerate().skip(1) {
            let at = |column| At { sheet: name, row, column };
            let (key, shown) = (text(cells, KEY), text(cells, ANSWER));
            if key.starts_with('=') {
                columns = (NUMBER..)
                    .zip(cells.iter().skip(usize::from(NUMBER)))
                    .map(|(at, key)| (at, key.as_str()))
                    .collect();
                is_head = true;
                continue;
            }
            if is_head {
                is_head = false;
                for (column, key) in &columns {
                    self.check_label(at(*column), key, None, text(cells, *column))?;
                }
                continue;
            }
            if !columns.is_empty() {
                let start = if key.starts_with('+') { Start::Entry } else { Start::IfWritten };
                let of = columns.first().map_or("", |(_, key)| *key);
                let list = of.rfind("[]").map_or("", |end| &of[..end + 2]);
                let row = |column, start, key, stored, shown| Row {
                    at: at(column),
                    start,
                    key,
                    code: None,
                    stored,
                    shown,
                    marks: Vec::new(),
                };
                if key.is_empty() && columns.iter().all(|(column, _)| text(cells, *column).is_empty()) {
                    continue;
                }
                read.push(row(NUMBER, start, list, text(cells, STORED), ""));
                read.extend(columns.iter().map(|(column, key)| row(*column, Start::No, key, "", text(cells, *column))));
                continue;
            }
            if key.is_empty() {
                if shown.is_empty() {
                    continue;
                }
                return Err(at(ANSWER).fault(
                    "どの欄の記載か分からない行である。様式の行を行ごと複写して書く",
                    "is in a row that belongs to no item: copy a whole row of the form, and write there",
                ));
            }
            let (start, key) = match key.split_at_checked(1) {
                Some(("+", key)) => (Start::Entry, key),
                Some(("~", key)) => (Start::IfWritten, key),
                _ => (Start::No, key),
            };
            let (key, code) = key.split_once('#').map_or((key, None), |(key, code)| (key, Some(code)));
            let label = (!key.ends_with("[]")).then(|| text(cells, LABEL));
            if let Some(label) = label {
                self.check_label(at(LABEL), key, code, label)?;
            }
            let (shown, marks) = match code {
                Some(code) => {
                    // The boxes of a group are read together.
                    let is_group =
                        |last: &&mut Row<'_>| last.key == key && last.code.is_some() && last.code != Some(code);
                    if let Some(group) = read.last_mut().filter(is_group) {
                        group.marks.push((code, shown));
                        continue;
                    }
                    ("", vec![(code, shown)])
                }
                None if key.ends_with("[]") => ("", Vec::new()),
                None => (shown, Vec::new()),
            };
            read.push(Row { at: at(ANSWER), start, key, code, stored: text(cells, STORED), shown, marks });
        }
        Ok(read)
    }

    /// The label must be the one that the form prints: a row with another one may have been meant for another item.
    fn check_label(&self, at: At<'_>, key: &str, code: Option<&str>, label: &str) -> Result<(), Both> {
        let Some(printed) = self.printed.get(key) else { return Ok(()) };
        let expected = match code {
            None => Some(printed.label),
            Some(code) => printed.choices.iter().find(|choice| choice.code == code).map(|choice| choice.label),
        };
        if expected == Some(label.trim()) {
            return Ok(());
        }
        let (seen, expected) = (excerpt(label), expected.unwrap_or_default());
        Err(at.fault(
            &format!("項目名が「{seen}」に変わっている（正しくは「{expected}」）"),
            &format!("the label is 「{seen}」, expected 「{expected}」"),
        ))
    }

    /// The path of a row, with the indices of the present entries.
    fn path(&mut self, row: &Row<'_>) -> Result<FieldPath, Both> {
        let mut path = String::new();
        let ends: Vec<usize> = row.key.match_indices("[]").map(|(at, _)| at).collect();
        let mut from = 0;
        for (order, end) in ends.iter().enumerate() {
            path.push_str(&row.key[from..*end]);
            from = end + 2;
            let list = &row.key[..from];
            if row.start == Start::Entry && order + 1 == ends.len() {
                let count = self.counts.entry(path.clone()).or_default();
                self.entries.retain(|other, _| !other.starts_with(list));
                self.entries.insert(list.to_string(), *count);
                *count += 1;
            }
            let index = self.entries.get(list).ok_or_else(|| {
                row.at.fault(
                    "見出しの行がなく、どの事項の記載か分からない。見出しの行から複写する",
                    "has no row with the title of its entry: copy it with that row",
                )
            })?;
            path.extend(["[", &index.to_string(), "]"]);
        }
        path.push_str(&row.key[from..]);
        path.parse().map_err(|_| {
            let at = At { column: KEY, ..row.at };
            let key = excerpt(row.key);
            at.fault(
                &format!("A列の「{key}」は様式の欄でない"),
                &format!("{key} in column A is no field of a document"),
            )
        })
    }

    /// Takes over what a row says.
    fn take(&mut self, document: &mut Assessment, row: &Row<'_>) -> Result<(), Both> {
        let path = self.path(row)?;
        let refused = |error: &mynumber_pia::assessment::EditError| {
            let text = |language| error.reason.text(language);
            let seen = Both::said(text);
            seen.map(
                |text| row.at.fault(text, text).text(mynumber_pia::Language::Japanese).to_string(),
                |text| row.at.fault(text, text).text(mynumber_pia::Language::English).to_string(),
            )
        };
        if row.key.ends_with("[]") {
            let json = if row.stored.is_empty() { "{}" } else { row.stored };
            let put = document.put_value(&path, &mut serde_json::Deserializer::from_str(json));
            return put.map_err(|error| refused(&error));
        }
        if row.start == Start::Entry && !row.is_written() {
            let entry = path.to_string();
            let entry = entry.rfind(']').and_then(|end| entry[..=end].parse().ok());
            let Some(entry) = entry else { return Ok(()) };
            let put = document.put_value(&entry, &mut serde_json::Deserializer::from_str("{}"));
            return put.map_err(|error| refused(&error));
        }
        let choices: &[Choice] = self.printed.get(row.key).map_or(&[], |printed| &printed.choices);
        let seen = |document: &Assessment| match document.get(&path) {
            Some(value) => shown(value, choices),
            None => String::new(),
        };
        if !row.stored.is_empty() {
            let put = document.put_value(&path, &mut serde_json::Deserializer::from_str(row.stored));
            put.map_err(|error| refused(&error))?;
        }
        let words = if row.code.is_some() {
            let own = words_of_boxes(row.marks.iter().copied());
            let is_same = !row.stored.is_empty() && {
                let marks: Vec<(&str, &str)> = boxes(document, &path, choices);
                words_of_boxes(marks.into_iter()) == own
            };
            if is_same {
                return Ok(());
            }
            own
        } else {
            if !stored(document, &path).is_empty() && seen(document) == row.shown {
                return Ok(());
            }
            words(row.shown, choices)
        };
        let put = match words {
            Some(words) => document.put_shown(&path, &words),
            None if stored(document, &path).is_empty() => Ok(()),
            None => document.remove(&path),
        };
        put.map_err(|error| refused(&error))
    }
}

/// The boxes of an answer and their marks.
fn boxes<'c>(document: &Assessment, path: &FieldPath, choices: &'c [Choice]) -> Vec<(&'c str, &'c str)> {
    use mynumber_pia::value::answer::{Given, Value};
    let Some(Value::Given(Given::Boxes(boxes))) = document.get(path) else { return Vec::new() };
    choices.iter().map(|choice| (choice.code, super::mark(boxes.of_code(choice.code).unwrap_or_default()))).collect()
}
