//! What the crate prints with each option, read again: no certain answer differs from the document that was printed. What else is in
//! the page becomes a suggestion or is left over.

use crate::reading::{Reading, read_text};
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::form::{Mark, Markdown, Plain, PrintOptions, cells};
use mynumber_pia::value::kind::AssessmentKind;
use mynumber_pia::{Assessment, Language};

/// How many documents of each form and filling are read.
const DOCUMENTS: u64 = 3;

/// Generated documents of all forms, and an empty one of each.
fn documents() -> Vec<(String, Assessment)> {
    let mut all = Vec::new();
    for kind in AssessmentKind::ALL {
        for filling in [Filling::Some, Filling::Required, Filling::Everything] {
            for seed in 0..DOCUMENTS {
                let parameters = Parameters { kind: Some(*kind), filling, ..Parameters::default() };
                all.push((format!("{kind:?} {filling:?} {seed}"), parameters.plan(seed).build()));
            }
        }
    }
    for edition in ["form_2_2024_10", "form_3_2024_10", "form_4_2024_10"] {
        all.push((edition.to_string(), Assessment::new(edition.parse().unwrap())));
    }
    all
}

/// A mark at every field that is answered, at the lists and at the document.
fn marks(document: &Assessment) -> Vec<Mark> {
    let mut marks = vec![Mark::new(FieldPath::root().untyped(), "全体の所見")];
    for cell in cells(document) {
        for cell in std::iter::once(&cell).chain(cell.inside()) {
            marks.push(Mark::new(cell.path().clone(), "要確認\n（２）　二行目"));
        }
    }
    marks.push(Mark::new("changes[999].date".parse().unwrap(), "欄のない所見\n二行目"));
    marks
}

/// Reads both pages of each document, and asserts that no certain answer is wrong. Returns what was read of the plain text and of
/// the Markdown.
fn read_all(options: PrintOptions<'_>, is_marked: bool) -> [Reading; 2] {
    let mut all = [Reading::default(), Reading::default()];
    for (name, document) in documents() {
        let marks = if is_marked { marks(&document) } else { Vec::new() };
        let options = PrintOptions { marks: &marks, ..options };
        let pages = [Plain::with(&document, options).to_string(), Markdown::with(&document, options).to_string()];
        for (all, (page, writer)) in all.iter_mut().zip(pages.iter().zip(["plain", "Markdown"])) {
            let read = read_text(page);
            let mut reading = Reading::default();
            reading.add(&document, &read);
            let wrong: Vec<&String> = reading.wrong.iter().chain(&reading.wrong_texts).take(6).collect();
            assert!(wrong.is_empty(), "{writer} of {name}: {wrong:#?}");
            all.add(&document, &read);
        }
    }
    all
}

/// Asserts that every printed answer is certain.
#[track_caller]
fn is_whole(all: &Reading) {
    assert_eq!(all.share(), 1000, "{all}");
    assert!(all.missing.is_empty() && all.right == all.printed, "{all}");
}

#[test]
fn default_pages() {
    read_all(PrintOptions::default(), false).iter().for_each(is_whole);
}

#[test]
fn publication_pages() {
    let options = PrintOptions { publication: true, ..PrintOptions::default() };
    read_all(options, false).iter().for_each(is_whole);
}

#[test]
fn pages_with_requirements() {
    let options = PrintOptions { requirements: true, ..PrintOptions::default() };
    read_all(options, false).iter().for_each(is_whole);
}

#[test]
fn pages_with_marks() {
    let [plain, markdown] = read_all(PrintOptions::default(), true);
    is_whole(&plain);
    // Texts with a mark are suggestions.
    assert!(markdown.missing.is_empty() && markdown.share() > 400, "{markdown}");
}

#[test]
fn english_pages() {
    let options = PrintOptions { language: Language::English, ..PrintOptions::default() };
    for all in read_all(options, false).iter().chain(&read_all(PrintOptions { requirements: true, ..options }, true)) {
        assert!(all.right.is_empty(), "{all}");
    }
}

/// Lines of an answer that look like what the writers add.
#[test]
fn lines_that_look_like_more() {
    let lines = [
        "▲要確認",
        "（様式外：別の名称）　乙",
        "■ システム2",
        "（必須）",
        "（２）　丙",
        "・　丁",
        "＜戊＞",
        "====",
        "--",
        "①事務の名称　己",
        "［令和6年10月 様式3］",
        "表紙",
    ];
    for line in lines {
        for text in [format!("甲\n{line}"), format!("甲\n{line}\n庚"), format!("{line}\n甲")] {
            let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
            for path in [
                "affair.name",
                "affair.content",
                "systems[0].name",
                "systems[1].name",
                "file_sections[0].remarks",
                "files[0].name",
                "files[1].name",
                "files[2].name",
                "record_items[0].items",
                "record_items[1].items",
                "benefits",
                "content_annex",
            ] {
                let _is_put = document.put(&path.parse().unwrap(), text.as_str());
            }
            document.put(&"cover.title".parse().unwrap(), "評価").unwrap();
            let marks = marks(&document);
            for options in [
                PrintOptions::default(),
                PrintOptions { requirements: true, ..PrintOptions::default() },
                PrintOptions { marks: &marks, ..PrintOptions::default() },
            ] {
                for (writer, page) in [
                    ("plain", Plain::with(&document, options).to_string()),
                    ("Markdown", Markdown::with(&document, options).to_string()),
                ] {
                    let mut reading = Reading::default();
                    reading.add(&document, &read_text(&page));
                    let wrong: Vec<&String> = reading.wrong.iter().chain(&reading.wrong_texts).collect();
                    assert!(wrong.is_empty(), "{writer} with {text:?}: {wrong:#?}");
                }
            }
        }
    }
}
