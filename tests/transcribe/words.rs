//! Words with places: forms that a typesetter of the tests lays out, and pages of browsers. Nothing may be wrong without a doubt.

#![allow(clippy::cast_precision_loss, reason = "a page has few lines")]

use crate::reading::{Reading, claims};
use crate::support::{KAWAGUCHI, KUMAGAYA, MATSUDO};
use mynumber_pia::Assessment;
use mynumber_pia::fixture::{Parameters, sheets};
use mynumber_pia::transcribe::{PrintedForm, PrintedPage, PrintedWord, Transcription, transcribe};
use mynumber_pia::value::kind::AssessmentKind;

/// A word of the typesetter.
#[derive(Debug, Clone)]
struct Word {
    x0: f64,
    top: f64,
    x1: f64,
    text: String,
}

/// The size of a letter, and the way from a line to the next.
const LETTER: f64 = 9.0;
const PITCH: f64 = 13.0;
/// Where labels, answers and the choices begin, and where lines end.
const LABEL: f64 = 40.0;
const NAME: f64 = 54.0;
const ANSWER: f64 = 180.0;
const CHOICES: f64 = 380.0;
const EDGE: f64 = 555.0;
const BOTTOM: f64 = 780.0;

/// Where a label is beside an answer of several lines.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Style {
    Top,
    Middle,
}

fn letter(c: char) -> f64 {
    if c.is_ascii() { LETTER / 2.0 } else { LETTER }
}

fn width(text: &str) -> f64 {
    text.chars().map(letter).sum()
}

/// The lines of a text in a cell, broken where it ends.
fn wrapped(text: &str, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut own = String::new();
        for c in line.chars() {
            // These signs do not begin a line.
            if width(&own) + letter(c) > room && !"、。」）ー・っ".contains(c) {
                lines.push(std::mem::take(&mut own));
            }
            own.push(c);
        }
        lines.push(own);
    }
    lines
}

/// The words of a line: what is between blanks.
fn words(words: &mut Vec<Word>, line: &str, x0: f64, top: f64) {
    let mut x = x0;
    for part in line.split_inclusive([' ', '\u{3000}']) {
        let text = part.trim_end_matches([' ', '\u{3000}']);
        if !text.is_empty() {
            words.push(Word { x0: x, top, x1: x + width(text), text: text.into() });
        }
        x += width(part);
    }
}

/// Lays out the cells of a form in two columns, as a workbook is printed.
fn pages(document: &Assessment, seed: u64, style: Style) -> Vec<Vec<Word>> {
    let mut pages = vec![Vec::new()];
    let mut y = 40.0;
    for sheet in sheets(document, seed) {
        // Each section begins a page.
        if pages.last().is_some_and(|page: &Vec<Word>| !page.is_empty()) {
            pages.push(Vec::new());
            y = 40.0;
        }
        let is_table = sheet.iter().any(|row| row.iter().any(|cell| cell == "変更前の記載"));
        // Rows without a label continue the one above.
        let continues = |row: &Vec<String>| !is_table && row.iter().take(2).all(String::is_empty);
        for block in sheet.chunk_by(|_, next| continues(next)) {
            let rows: Vec<Vec<Cell>> =
                block.iter().map(|row| if is_table { columns(row) } else { cells(row) }).collect();
            let height =
                |row: &Vec<Cell>| PITCH * row.iter().map(|(.., lines)| lines.len()).max().unwrap_or_default() as f64;
            let all: f64 = rows.iter().map(|row| height(row) + 6.0).sum();
            if y + all > BOTTOM && y > 40.0 {
                pages.push(Vec::new());
                y = 40.0;
            }
            let begin = y;
            for row in &rows {
                let height = height(row);
                for (x, lines) in row {
                    let is_label = *x < ANSWER && !is_table;
                    let (from, room) = if is_label { (begin, all - 6.0) } else { (y, height) };
                    let rest = room - PITCH * lines.len() as f64;
                    let top = from + if style == Style::Middle { rest / 2.0 } else { 0.0 };
                    for (at, line) in lines.iter().enumerate() {
                        words(pages.last_mut().unwrap(), line, *x, top + PITCH * at as f64);
                    }
                }
                y += height + 6.0;
            }
        }
    }
    pages
}

/// Where a cell begins, and its lines.
type Cell = (f64, Vec<String>);

/// The cells of a row.
fn cells(row: &[String]) -> Vec<Cell> {
    let cell = |x: f64, room: f64, text: &str| (x, wrapped(text, room));
    let (first, second) = (row[0].as_str(), row.get(1).map_or("", String::as_str));
    let rest: Vec<&str> = row.iter().skip(2).map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let mut cells = Vec::new();
    if rest.is_empty() && second.is_empty() {
        cells.push(cell(LABEL, EDGE - LABEL, first));
    } else if second.is_empty() {
        cells.push(cell(LABEL, ANSWER - LABEL - 12.0, first));
    } else {
        cells.push(cell(LABEL, NAME - LABEL, first));
        cells.push(cell(NAME, ANSWER - NAME - 12.0, second));
    }
    if let [text] = rest.as_slice() {
        cells.push(cell(ANSWER, EDGE - ANSWER, text));
        return cells;
    }
    let mut x = ANSWER;
    for text in rest {
        if text.contains('\n') {
            cells.push(cell(CHOICES, EDGE - CHOICES, text));
        } else {
            // A box begins after a gap.
            x += if text.starts_with('[') && x > ANSWER { 2.0 * LETTER } else { 0.0 };
            cells.push((x, vec![text.to_string()]));
            x += width(text) + 3.0;
        }
    }
    cells
}

/// The cells of a row of the change table.
fn columns(row: &[String]) -> Vec<Cell> {
    let cell = |(at, text): (usize, &String)| {
        let x = LABEL + 86.0 * at as f64;
        (x, wrapped(text, 78.0))
    };
    row.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(cell).collect()
}

fn word(word: &Word) -> PrintedWord<'_> {
    let Word { x0, top, x1, text } = word;
    PrintedWord { x0: *x0, top: *top, x1: *x1, bottom: top + LETTER, text: text.as_str() }
}

fn printed(pages: &[Vec<Word>]) -> Vec<PrintedPage<'_>> {
    pages
        .iter()
        .map(|words| PrintedPage { width: 595.0, height: 842.0, words: words.iter().map(word).collect() })
        .collect()
}

/// Reads the pages, and asserts that the account has each byte of each word once.
fn read(pages: &[PrintedPage<'_>]) -> Transcription {
    let read = transcribe(&PrintedForm::words(pages), None);
    for (sheet, page) in pages.iter().enumerate() {
        for (row, word) in page.words.iter().enumerate() {
            let own = read.spans().iter().filter(|span| (span.range.sheet, span.range.row) == (sheet, row));
            let mut end = 0;
            for span in own {
                assert_eq!((span.range.column, span.range.start), (0, end), "{word:?}");
                end = span.range.end;
            }
            assert_eq!(end, word.text.len(), "{word:?}");
        }
    }
    read
}

fn documents() -> impl Iterator<Item = (u64, Assessment)> {
    AssessmentKind::ALL.iter().flat_map(|kind| {
        let parameters = Parameters { kind: Some(*kind), ..Parameters::default() };
        (0..4).map(move |seed| (seed, parameters.plan(seed).build()))
    })
}

/// Words in another order, of one letter each, printed twice, a little out of place, or in another unit. What is read stays.
#[test]
fn words_as_other_programs_give_them() {
    for (seed, document) in documents() {
        let pages = pages(&document, seed, Style::Top);
        let pages = printed(&pages);
        let expected = read(&pages);
        let change = |change: &dyn Fn(&mut Vec<PrintedWord<'_>>)| {
            let mut changed = pages.clone();
            for page in &mut changed {
                change(&mut page.words);
            }
            read(&changed)
        };
        let turned = change(&|words| words.reverse());
        assert_eq!(turned.document(), expected.document(), "{seed}: turned");
        let twice = change(&|words| {
            let again: Vec<_> =
                words.iter().map(|word| PrintedWord { x0: word.x0 + 0.4, x1: word.x1 + 0.4, ..*word }).collect();
            words.extend(again);
        });
        assert_eq!(twice.document(), expected.document(), "{seed}: twice");
        let scaled = change(&|words| {
            for word in words {
                (word.x0, word.x1) = (word.x0 * 3.7, word.x1 * 3.7);
                (word.top, word.bottom) = (word.top * 3.7, word.bottom * 3.7);
            }
        });
        assert_eq!(claims(scaled.document()), claims(expected.document()), "{seed}: scaled");
        let letters = change(&|words| {
            for word in std::mem::take(words) {
                let mut x = word.x0;
                for (at, c) in word.text.char_indices() {
                    let text = &word.text[at..at + c.len_utf8()];
                    words.push(PrintedWord { x0: x, x1: x + letter(c), text, ..word });
                    x += letter(c);
                }
            }
        });
        let moved = change(&|words| {
            for (at, word) in words.iter_mut().enumerate() {
                let by = [-1.0, 0.3, 1.0, -0.4, 0.0][at % 5];
                (word.top, word.bottom) = (word.top + by, word.bottom + by);
            }
        });
        let mut all = Reading::default();
        for reading in [&expected, &letters, &moved] {
            all.add(&document, reading);
        }
        assert!(all.wrong.is_empty(), "{seed}: {:#?}", all.wrong);
    }
}

/// 「再委託」 is written from above beside the rows that it is about.
#[test]
fn a_label_written_from_above() {
    let rows = [
        ("①委託内容", "帳票の作成"),
        ("③委託先名", "株式会社甲"),
        ("④再委託の有無", "[ 再委託する ]"),
        ("⑤再委託の許諾方法", "書面による承認"),
        ("⑥再委託事項", "印刷"),
    ];
    let mut all = Vec::new();
    words(&mut all, "［令和6年10月 様式3］", LABEL, 20.0);
    words(&mut all, "Ⅱ　特定個人情報ファイルの概要", LABEL, 40.0);
    words(&mut all, "４．特定個人情報ファイルの取扱いの委託", LABEL, 60.0);
    words(&mut all, "委託事項1", LABEL, 80.0);
    words(&mut all, "帳票作成業務", ANSWER, 80.0);
    for (at, (label, answer)) in rows.iter().enumerate() {
        let top = 100.0 + 20.0 * at as f64;
        words(&mut all, label, NAME + 6.0, top);
        words(&mut all, answer, ANSWER, top);
    }
    for (at, letter) in ["再", "委", "託"].iter().enumerate() {
        words(&mut all, letter, LABEL, 140.0 + 20.0 * at as f64);
    }
    let pages = [all];
    let reading = read(&printed(&pages));
    let get = |field: &str| crate::reading::get(&reading, &format!("file_sections[0].entrustments[0].{field}"));
    assert_eq!((get("matter").as_str(), get("entrustee").as_str()), ("帳票作成業務", "株式会社甲"));
    assert_eq!((get("re_entrustment").as_str(), get("permission").as_str()), ("再委託する", "書面による承認"));
    assert_eq!(get("re_entrusted_matter"), "印刷");
    assert_eq!(reading.suggestions(), []);
}

/// The line below the change table that says by what the page was made is no part of the table.
#[test]
fn what_a_page_was_made_by() {
    for (seed, document) in documents() {
        let mut pages = pages(&document, seed, Style::Top);
        let expected = read(&printed(&pages));
        let last = pages.last_mut().unwrap();
        let lowest = last.iter().map(|word| word.top).fold(0.0, f64::max);
        words(
            last,
            "mynumber-pia 1.2.3 (番号法別表 2026-07-17, 利用特定個人情報の提供に関する命令第2条の表",
            LABEL,
            lowest + 15.0,
        );
        words(last, "2026-06-26)", LABEL, lowest + 27.0);
        let reading = read(&printed(&pages));
        assert_eq!(reading.document(), expected.document(), "{seed}");
        assert_eq!(reading.suggestions(), expected.suggestions(), "{seed}");
    }
}

/// Places that no page has are read without a panic, and the account is whole.
#[test]
fn places_that_no_page_has() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -1.0e300, 0.0, -0.0, 1.0e-300];
    let mut words = Vec::new();
    for (at, x0) in odd.iter().enumerate() {
        for (to, x1) in odd.iter().enumerate() {
            let text = ["①事務の名称", "国民健康保険に関する事務", "[", "○", "]", "", "変更日", "(", "令和6年10月"]
                [(at + to) % 9];
            words.push(PrintedWord { x0: *x0, top: *x1, x1: *x1, bottom: *x0, text });
        }
    }
    let page = PrintedPage { width: f64::NAN, height: -1.0, words };
    let empty = PrintedPage { width: 0.0, height: 0.0, words: Vec::new() };
    read(&[empty.clone(), page.clone(), empty.clone(), page]);
    assert_eq!(read(&[]).suggestions(), []);
    assert_eq!(read(&[empty]).suggestions(), []);
}

/// How many thousandths of the printed answers are in the document or suggested.
fn shown(all: &Reading) -> usize {
    let sum = |counts: &std::collections::BTreeMap<_, usize>| counts.values().sum::<usize>();
    (sum(&all.right) + sum(&all.suggested)) * 1000 / sum(&all.printed)
}

/// Where labels are on the first line of their answers, most follows. In the middle of the lines they say little, so nearly all is suggested.
#[test]
fn a_form_laid_out_in_two_ways() {
    for (style, least, least_shown) in [(Style::Top, 720, 940), (Style::Middle, 0, 850)] {
        let mut all = Reading::default();
        for (seed, document) in documents() {
            all.add(&document, &read(&printed(&pages(&document, seed, style))));
        }
        println!("{style:?}: {} ‰, {} ‰ shown, {all}", all.share(), shown(&all));
        assert!(all.wrong.is_empty(), "{style:?}: {:#?}", all.wrong);
        assert!(all.wrong_texts.len() <= 2, "{style:?}: {:#?}", all.wrong_texts);
        assert!(all.share() >= least && shown(&all) >= least_shown, "{style:?}: {all}\n{:#?}", all.missing);
    }
}

/// A workbook of a generated document, as an office program printed it, with labels above or in the middle.
#[test]
fn a_printed_workbook() {
    let document: Assessment = serde_json::from_str(include_str!("../data/words/workbook.json")).unwrap();
    for words in [include_str!("../data/words/workbook-top.tsv"), include_str!("../data/words/workbook-middle.tsv")] {
        let mut all = Reading::default();
        all.add(&document, &read(&laid_out(words)));
        println!("{} ‰, {} ‰ shown, {all}", all.share(), shown(&all));
        assert!(all.wrong.is_empty() && all.wrong_texts.is_empty(), "{:#?} {:#?}", all.wrong, all.wrong_texts);
        assert!(shown(&all) >= 600, "{all}\n{:#?}", all.missing);
    }
}

/// The pages in a table of words: each line is a page with its size, or a word with its left, upper, right and lower edge.
fn laid_out(table: &str) -> Vec<PrintedPage<'_>> {
    let mut pages: Vec<PrintedPage<'_>> = Vec::new();
    for line in table.lines() {
        let fields: Vec<&str> = line.splitn(5, '\t').collect();
        let number = |at: usize| fields[at].parse::<f64>().unwrap();
        if fields[0] == "page" {
            pages.push(PrintedPage { width: number(1), height: number(2), words: Vec::new() });
        } else {
            let word = PrintedWord { x0: number(0), top: number(1), x1: number(2), bottom: number(3), text: fields[4] };
            pages.last_mut().unwrap().words.push(word);
        }
    }
    pages
}

/// Pages that browsers laid out: the words of published documents, as `pdftotext` gives them.
const ENGINES: [(&str, &str, &str, usize); 3] = [
    ("川口市", KAWAGUCHI, include_str!("../data/words/kawaguchi-chromium.tsv"), 970),
    ("熊谷市", KUMAGAYA, include_str!("../data/words/kumagaya-weasyprint.tsv"), 960),
    ("松戸市", MATSUDO, include_str!("../data/words/matsudo-chromium-serif.tsv"), 960),
];

#[test]
fn pages_that_browsers_laid_out() {
    for (name, document, words, least) in ENGINES {
        let document: Assessment = serde_json::from_str(document).unwrap();
        let pages = laid_out(words);
        let mut all = Reading::default();
        all.add(&document, &read(&pages));
        println!("{name}: {} ‰ {all}", all.share());
        assert!(all.wrong.is_empty(), "{name}: {:#?}", all.wrong);
        assert!(all.wrong_texts.is_empty(), "{name}: {:#?}", all.wrong_texts);
        assert!(all.share() >= least, "{name}: {all}\n{:#?}", &all.missing[..all.missing.len().min(40)]);
    }
}

/// The documents in the folder WORDS, and the words of their pages: 1.json and 1.tsv, and so on. `.ci/pdf` makes some with a browser.
#[test]
#[ignore = "needs a folder with pages that a browser laid out"]
#[allow(clippy::disallowed_methods, reason = "the pages are not in the project")]
fn pages_in_a_folder() {
    let folder = std::path::PathBuf::from(std::env::var("WORDS").expect("WORDS is a folder"));
    let file = |number: usize, kind: &str| std::fs::read_to_string(folder.join(format!("{number}.{kind}"))).ok();
    let mut all = Reading::default();
    let mut count = 0;
    while let (Some(document), Some(words)) = (file(count + 1, "json"), file(count + 1, "tsv")) {
        let document: Assessment = serde_json::from_str(&document).unwrap();
        all.add(&document, &read(&laid_out(&words)));
        count += 1;
    }
    println!("{count} documents: {} ‰ {all}", all.share());
    println!("{:#?}", all.wrong_texts);
    assert!(count > 0, "{} has no pages", folder.display());
    assert!(all.wrong.is_empty(), "{:#?}", all.wrong);
    // Lists in columns below no heading look like one list.
    let others = all.wrong_texts.iter().filter(|line| !line.starts_with("record_items")).count();
    assert_eq!(others, 0, "{:#?}", all.wrong_texts);
    assert!(all.share() >= 950, "{:#?}", all.missing);
}
