//! `pia transcribe` on workbooks that the test writes.

use std::path::PathBuf;
use std::process::Output;

use crate::support::pia;
use mynumber_pia::Assessment;
use mynumber_pia::fixture::{Parameters, sheets};
use mynumber_pia::form::{Cell, cells};
use mynumber_pia::value::answer::{AnswerKind, Given, Tick, Value};
use mynumber_pia::value::kind::AssessmentKind;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn run(arguments: &[&str]) -> Output {
    pia("transcribe").args(arguments).output().unwrap()
}

/// A file of this test, which ends with the process.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("mynumber-pia-{}-{name}", std::process::id())))
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Whether the cells of a row are empty from one column to another.
fn is_empty(row: Option<&Vec<String>>, columns: std::ops::Range<usize>) -> bool {
    row.is_some_and(|row| columns.clone().all(|column| row.get(column).is_none_or(String::is_empty)))
}

/// Writes the cells, and merges a label with the empty cells beside and below it.
fn fill(sheet: &mut Worksheet, rows: &[Vec<String>]) {
    let mut merged = 0;
    for (index, row) in rows.iter().enumerate() {
        let at = u32::try_from(index).unwrap();
        let is_table = !row.get(1).is_none_or(String::is_empty);
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(at, u16::try_from(column).unwrap(), text).unwrap();
        }
        if index >= merged && !is_table && !is_empty(Some(row), 0..1) && !is_empty(Some(row), 2..row.len()) {
            let below = (index + 1..rows.len())
                .take_while(|below| is_empty(rows.get(*below), 0..2) && !is_empty(rows.get(*below), 2..9))
                .count();
            merged = index + below + 1;
            let last = u32::try_from(index + below).unwrap();
            sheet.merge_range(at, 0, last, 1, &row[0], &Format::new()).unwrap();
        }
    }
}

/// The document as a workbook.
fn write(document: &Assessment, seed: u64, file: &Scratch) {
    let mut book = Workbook::new();
    for rows in sheets(document, seed) {
        fill(book.add_worksheet(), &rows);
    }
    book.save(&file.0).unwrap();
}

/// The certain answers of a document that a person could read on its form: the path, and the answer.
fn answers(document: &Assessment) -> Vec<(String, String)> {
    fn add(cell: &Cell<'_>, answers: &mut Vec<(String, String)>) {
        let path = cell.path().to_string();
        match cell.value() {
            Value::Given(Given::Boxes(_)) => {
                for choice in cell.choices().filter(|choice| choice.chosen == Tick::Ticked) {
                    answers.push((path.clone(), choice.code.to_string()));
                }
            }
            Value::Unanswered | Value::Blank | Value::NotKnown | Value::Given(Given::Box(_)) => {}
            value => answers.push((path, value.to_string().split_whitespace().collect())),
        }
        cell.inside().iter().for_each(|inside| add(inside, answers));
    }
    let mut answers = Vec::new();
    cells(document).filter(|cell| cell.kind() != AnswerKind::Text).for_each(|cell| add(&cell, &mut answers));
    cells(document).filter(|cell| cell.kind() == AnswerKind::Text).for_each(|cell| add(&cell, &mut answers));
    answers
}

#[test]
fn a_workbook_becomes_the_document_that_it_prints() {
    let (mut found, mut all, mut wrong) = (0, 0, Vec::new());
    for (seed, kind) in (0..6).zip(AssessmentKind::ALL.iter().cycle()) {
        let plan = Parameters { kind: Some(*kind), ..Parameters::default() }.plan(seed);
        let document: Assessment = plan.build();
        let file = Scratch::new(&format!("{seed}.xlsx"));
        write(&document, seed, &file);
        let output = run(&[file.path()]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
        let read: Assessment = serde_json::from_slice(&output.stdout).unwrap();
        let truth = answers(&document);
        let read = answers(&read);
        wrong.extend(read.iter().filter(|answer| !truth.contains(answer)).cloned());
        all += truth.len();
        found += truth.iter().filter(|answer| read.contains(answer)).count();
    }
    // The aim is 0: texts of several lines, and names of two lines in a list of names.
    assert!(wrong.len() <= 40, "{wrong:#?}");
    assert!(found * 100 >= all * 60, "{found} of {all}");
}

#[test]
fn the_other_outputs() {
    let document: Assessment =
        Parameters { kind: Some(AssessmentKind::BasicItem), ..Parameters::default() }.plan(1).build();
    let file = Scratch::new("other.xlsx");
    write(&document, 1, &file);
    let account = run(&["--account", file.path()]);
    let account = String::from_utf8(account.stdout).unwrap();
    assert!(account.contains("<td class=\"source\">") && account.contains("Sheet2!A1"));
    let json = run(&["--json", file.path()]);
    let lines: Vec<serde_json::Value> =
        json.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!(lines[0]["edition"], document.form.edition().unwrap().to_string());
    assert!(lines.iter().any(|line| line["fate"] == "answer" && line["path"] == "affair.name" && line["sheet"] != 0));
}

/// A day that the workbook holds as a number becomes the day, and a number the number.
#[test]
fn cells_of_other_types() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, text) in [
        "特定個人情報保護評価書（基礎項目評価書）　［令和6年10月 様式2］",
        "評価書番号",
        "評価書名",
        "評価実施機関名",
        "公表日",
    ]
    .iter()
    .enumerate()
    {
        sheet.write_string(u32::try_from(row).unwrap(), 0, *text).unwrap();
    }
    sheet.write_number(1, 1, 14.0).unwrap();
    sheet.write_string(2, 1, "住民基本台帳に関する事務　基礎項目評価書").unwrap();
    sheet.write_string(3, 1, "紬凪野市長").unwrap();
    let day = ExcelDateTime::from_ymd(2025, 6, 1).unwrap();
    sheet.write_datetime_with_format(4, 1, &day, &Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"")).unwrap();
    let file = Scratch::new("types.xlsx");
    book.save(&file.0).unwrap();
    let output = run(&["--json", file.path()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\"text\":\"14\"") && text.contains("\"text\":\"2025-06-01\""), "{text}");
}

#[test]
fn bad_input() {
    let file = Scratch::new("bad.xlsx");
    let refused = |arguments: &[&str], expected: &str| {
        let output = run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{said}");
        assert!(said.contains(expected), "{said}");
    };
    refused(&[], "FILE には評価書の PDF、Excel ブック又はテキストを指定する");
    refused(&["--lang", "en"], "FILE is missing: expected the PDF, the workbook or the text of an assessment");
    refused(&[file.path()], "読み込めない");
    // The beginning of an archive, as a cut workbook has it.
    std::fs::write(&file.0, b"PK\x03\x04\x14").unwrap();
    refused(&[file.path()], "Excel ブック（xlsx）でない");
    refused(&[file.path(), "--lang", "en"], "not an xlsx workbook");
    let mut book = Workbook::new();
    book.add_worksheet();
    book.save(&file.0).unwrap();
    refused(&[file.path()], "セルに何も書かれていない");
    let mut book = Workbook::new();
    book.add_worksheet().write_string(30_000, 0, "遠い").unwrap();
    book.save(&file.0).unwrap();
    refused(&[file.path(), "--lang=en"], "the sheet \"Sheet1\" is too large: at most 20000 rows and 1000 columns");
    refused(&[file.path(), "--json", "--account"], "どちらか一つを指定する");
    std::fs::write(&file.0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    refused(&[file.path()], "古い形式（.xls、.doc など）のファイルである");
    refused(&[file.path(), "--lang=en"], "is a file of an old format such as .xls or .doc: save a workbook as xlsx");
}
