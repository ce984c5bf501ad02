//! Workbooks of the forms: `pia print --xlsx`, what a person does with them, and `pia transcribe`.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use mynumber_pia::Assessment;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::value::answer::Boxes;
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::support::{Answer, run};

const NAMES: [&str; 5] = ["edogawa", "shinjuku", "kawaguchi", "kumagaya", "matsudo"];

/// A folder of this test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("mynumber-pia-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn document(name: &str) -> String {
    format!("{}/../documents/{name}.json", env!("CARGO_MANIFEST_DIR"))
}

/// The document in a workbook, as `pia transcribe` writes it.
#[track_caller]
fn read(file: &str) -> String {
    let answer = run("transcribe", &[file], b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{file}");
    answer.out
}

/// Prints documents as the workbooks `1.xlsx`, `2.xlsx` and so on.
#[track_caller]
fn print(folder: &Folder, files: &[String]) {
    let mut arguments = vec!["--xlsx", "--into", folder.0.to_str().unwrap()];
    arguments.extend(files.iter().map(String::as_str));
    let answer = run("print", &arguments, b"");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

#[test]
fn the_published_documents_come_back() {
    let folder = Folder::new("workbooks");
    print(&folder, &NAMES.map(document));
    for (number, name) in (1..).zip(NAMES) {
        let file = folder.path(&format!("{number}.xlsx"));
        assert_eq!(read(&file), std::fs::read_to_string(document(name)).unwrap(), "{name}");
        // Another command reads the workbook like the document.
        let [of_workbook, of_document] = [&file, &document(name)].map(|file| run("summary", &[file], b"").out);
        assert_eq!(of_workbook.split_once(": ").unwrap().1, of_document.split_once(": ").unwrap().1);
    }
}

/// Generated documents of all kinds as files.
fn generated(folder: &Folder, count: u64) -> Vec<String> {
    let file = |seed: u64| {
        let kind = AssessmentKind::ALL[usize::try_from(seed).unwrap() % 3];
        let filling = if seed.is_multiple_of(2) { Filling::Everything } else { Parameters::default().filling };
        let document: Assessment = Parameters { kind: Some(kind), filling, ..Parameters::default() }.plan(seed).build();
        let file = folder.path(&format!("{seed}.json"));
        std::fs::write(&file, serde_json::to_string_pretty(&document).unwrap() + "\n").unwrap();
        file
    };
    (0..count).map(file).collect()
}

fn generated_come_back(count: u64) {
    let folder = Folder::new(&format!("generated-{count}"));
    let files = generated(&folder, count);
    print(&folder, &files);
    for (number, file) in (1..).zip(&files) {
        assert_eq!(read(&folder.path(&format!("{number}.xlsx"))), std::fs::read_to_string(file).unwrap(), "{file}");
    }
}

#[test]
fn generated_documents_come_back() {
    generated_come_back(20);
}

#[test]
#[ignore = "for a thousand documents, in some minutes"]
fn a_thousand_generated_documents_come_back() {
    generated_come_back(1_000);
}

#[test]
fn the_empty_form_of_each_edition() {
    let folder = Folder::new("empty");
    for known in FormEdition::KNOWN {
        let code = known.edition.to_string();
        let answer = run("print", &["--empty", &code, "--xlsx", "--into", folder.0.to_str().unwrap()], b"");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{code}");
        let read: Assessment = serde_json::from_str(&read(&folder.path(&format!("{code}.xlsx")))).unwrap();
        assert_eq!(read, Assessment::new(known.edition));
    }
}

#[test]
fn a_workbook_that_libreoffice_saved_is_the_same() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("not tried: there is no soffice");
        return;
    }
    let folder = Folder::new("libreoffice");
    print(&folder, &["kawaguchi", "kumagaya"].map(document));
    for (number, name) in [(1, "kawaguchi"), (2, "kumagaya")] {
        let (file, profile) = (folder.path(&format!("{number}.xlsx")), folder.path("profile"));
        let into = folder.path("saved");
        let saved = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{profile}"))
            .args(["--headless", "--convert-to", "xlsx", "--outdir", &into, &file])
            .output()
            .unwrap();
        assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
        let file = Path::new(&into).join(format!("{number}.xlsx"));
        assert_eq!(read(file.to_str().unwrap()), std::fs::read_to_string(document(name)).unwrap());
    }
}

/// A workbook as a person has it open.
struct Open(Vec<(String, Vec<Vec<Data>>)>);

impl Open {
    fn new(file: &str) -> Self {
        let mut book: Xlsx<_> = open_workbook(file).unwrap();
        let mut sheets = Vec::new();
        for (name, range) in book.worksheets() {
            let (rows, columns) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
            let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
            sheets.push((name, (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect()));
        }
        Self(sheets)
    }

    /// The empty form.
    fn form(folder: &Folder, edition: &str) -> Self {
        let answer = run("print", &["--empty", edition, "--xlsx", "--into", folder.0.to_str().unwrap()], b"");
        assert_eq!(answer.code, 0, "{}", answer.err);
        Self::new(&folder.path(&format!("{edition}.xlsx")))
    }

    /// The sheet and the row whose hidden cell says this.
    #[track_caller]
    fn at(&self, key: &str) -> (usize, usize) {
        let found = self.0.iter().enumerate().find_map(|(sheet, (_, rows))| {
            Some((sheet, rows.iter().position(|row| row.first() == Some(&Data::String(key.to_string())))?))
        });
        found.unwrap_or_else(|| panic!("no {key}"))
    }

    /// Types into the answer of a row.
    #[track_caller]
    fn put(&mut self, key: &str, value: impl Into<Data>) -> &mut Self {
        let (sheet, row) = self.at(key);
        let row = &mut self.0[sheet].1[row];
        row.resize(row.len().max(6), Data::Empty);
        row[4] = value.into();
        self
    }

    fn save(&self, file: &str) {
        let mut book = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Data::Empty => {}
                        Data::Float(number) => drop(sheet.write_number(row, column, *number).unwrap()),
                        Data::DateTimeIso(day) => {
                            let day = ExcelDateTime::parse_from_str(day).unwrap();
                            let format = Format::new().set_num_format("yyyy/m/d");
                            sheet.write_datetime_with_format(row, column, &day, &format).unwrap();
                        }
                        text => drop(sheet.write_string(row, column, text.to_string()).unwrap()),
                    }
                }
            }
        }
        book.save(file).unwrap();
    }

    fn read(&self, folder: &Folder) -> Answer {
        let file = folder.path("filled.xlsx");
        self.save(&file);
        run("transcribe", &[&file], b"")
    }
}

#[test]
fn what_is_typed_comes_back() {
    let folder = Folder::new("typed");
    let mut book = Open::form(&folder, "form_3_2024_10");
    book.put("cover.body", "甲市長".to_string())
        .put("cover.published", Data::DateTimeIso("2025-06-01".into()))
        .put("cover.number", "12".to_string())
        .put("affair.name", "介護保険に関する事務".to_string())
        .put("affair.content", "＜窓口＞申請書の受付\n資格の確認".to_string())
        .put("population", "1,000人以上1万人未満".to_string())
        .put("linkage.state", "実施する".to_string())
        .put("~systems[]", Data::Empty)
        .put("systems[].name", "介護保険システム".to_string())
        .put("systems[].connections#resident_register", "○".to_string())
        .put("systems[].connections#tax", "？".to_string());
    // Another system: its rows are copied below, and filled in.
    let (sheet, first) = book.at("~systems[]");
    let rows = &mut book.0[sheet].1;
    let next = (first + 1..rows.len())
        .find(|row| !rows[*row][0].to_string().starts_with("systems[]") && !rows[*row][0].to_string().is_empty());
    let block: Vec<_> = rows[first..next.unwrap_or(rows.len())].to_vec();
    let at = first + block.len();
    rows.splice(at..at, block);
    rows[at + 1][4] = Data::String("宛名システム".into());
    rows.iter_mut()
        .skip(at)
        .filter(|row| row[0].to_string().contains("connections#"))
        .for_each(|row| row[4] = Data::Empty);
    // Two rows of the change table, the second below its end.
    let (sheet, head) = book.at("=changes[]");
    let columns = book.0[sheet].1[head].clone();
    let column = |key: &str| columns.iter().position(|cell| *cell == key).unwrap();
    let rows = &mut book.0[sheet].1;
    let width = rows[head].len();
    rows[head + 2][column("changes[].date")] = Data::DateTimeIso("2025-04-01".into());
    rows[head + 2][column("changes[].items")] = Data::String("Ⅰ３．使用目的".into());
    let mut below = vec![Data::Empty; width];
    below[column("changes[].after")] = Data::String("乙".into());
    rows.push(below);
    let answer = book.read(&folder);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let expected = serde_json::json!({"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "cover": {"number": "12", "body": "甲市長", "published": "2025-06-01"},
        "affair": {"name": "介護保険に関する事務", "content": [{"under": "窓口", "text": "申請書の受付"}, "資格の確認"]},
        "population": "from_1000_to_9999", "linkage": {"state": "implemented"},
        "systems": [{"name": "介護保険システム"}, {"name": "宛名システム"}],
        "changes": [{"date": "2025-04-01", "items": "Ⅰ３．使用目的"}, {"after": "乙"}]});
    let mut read: Assessment = serde_json::from_str(&answer.out).unwrap();
    let boxes = serde_json::to_value(read.systems[0].connections).unwrap();
    assert!(boxes.to_string().contains("resident_register") && boxes.to_string().contains("tax"), "{boxes}");
    read.systems[0].connections = Boxes::default();
    let expected: Assessment = serde_json::from_value(expected).unwrap();
    assert_eq!(read, expected);
}

#[test]
fn what_cannot_be_read_is_named_by_its_cell() {
    let folder = Folder::new("faults");
    let form = || Open::form(&folder, "form_2_2024_10");
    let refused = |book: &Open, japanese: &str| {
        let answer = book.read(&folder);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{japanese}");
        assert!(answer.err.contains(japanese), "{}", answer.err);
        assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
    };
    let mut book = form();
    book.put("population", "たくさん".to_string());
    refused(&book, "シート「Ⅱ」のE");
    let mut book = form();
    book.put("cover.published", "令和7年13月2日".to_string());
    refused(&book, "シート「表紙」のE");
    let mut book = form();
    book.put("cover.published", "#REF!".to_string());
    refused(&book, "#REF!");
    let mut book = form();
    let (sheet, row) = book.at("affair.name");
    book.0[sheet].1[row][3] = Data::String("名称".into());
    refused(&book, "項目名が「名称」に変わっている（正しくは「事務の名称」）");
    let mut book = form();
    let (sheet, row) = book.at("affair.name");
    book.0[sheet].1[row][0] = Data::Empty;
    book.0[sheet].1[row][4] = Data::String("介護".into());
    refused(&book, "どの欄の記載か分からない行である");
    let mut book = form();
    book.put("affair.name", "介護".to_string());
    let (sheet, row) = book.at("affair.name");
    book.0[sheet].1[row][0] = Data::String("affair.nama".into());
    refused(&book, "A列の「affair.nama」は様式の欄でない");
    let mut book = form();
    book.0[1].1[0][1] = Data::String("?".into());
    refused(&book, "評価書の様式が読み取れない");
    let mut book = form();
    book.0.push(Open::form(&folder, "form_3_2024_10").0.remove(0));
    book.0.last_mut().unwrap().0 = "別".into();
    refused(&book, "シート「別」のB1：他のシートと様式が異なる");
    let mut book = Open::form(&folder, "form_3_2024_10");
    let (sheet, row) = book.at("~systems[]");
    book.0[sheet].1.remove(row);
    book.put("systems[].name", "介護保険システム".to_string());
    refused(&book, "見出しの行がなく");
    // Sheets and rows that are not of the form are no fault as long as nothing would be lost.
    let mut book = form();
    book.0.push(("メモ".into(), vec![vec![Data::String("確認中".into())]]));
    assert_eq!(book.read(&folder).code, 0);
    let file = folder.path("filled.xlsx");
    assert_eq!(run("transcribe", &["--account", &file], b"").code, 2);
    // A workbook of another origin is no document.
    Open(vec![("Sheet1".into(), vec![vec![Data::String("甲".into())]])]).save(&file);
    let answer = run("summary", &[&file], b"");
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("pia print --xlsx で作成したブックでない"), "{}", answer.err);
}

#[test]
fn a_workbook_to_publish_has_nothing_that_is_withheld() {
    let folder = Folder::new("withheld");
    let file = folder.path("document.json");
    let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
    let mut put = |path: &str, text: &str| document.put(&path.parse().unwrap(), text).unwrap();
    put("affair.name", "介護保険に関する事務");
    put("file_sections[0].retention.storage", "第二データセンター");
    put("systems[0].name", "介護保険システム");
    put("systems[0].aliases", "介護くん");
    std::fs::write(&file, serde_json::to_string(&document).unwrap()).unwrap();
    let into = folder.0.to_str().unwrap();
    let withhold = "file_sections[0].retention.storage=proper_management";
    let answer = run("print", &["--xlsx", "--withhold", withhold, "--into", into, &file], b"");
    assert_eq!(answer.err, "");
    let texts = format!("{:?}", Open::new(&folder.path("1.xlsx")).0);
    assert!(texts.contains("介護保険システム") && texts.contains("により非公表"));
    assert!(!texts.contains("第二データセンター") && !texts.contains("介護くん"));
}
