//! Reading a printed form: any text, or any cells, give a document that can be saved, and an account that has each byte
//! once. Every suggestion can be taken over, or is refused and changes nothing.
//!
//! An input that begins with a tab is a workbook: sheets end in form feeds, rows in line feeds and cells in tabs. One that begins with a
//! vertical tab is the words of a PDF file: the cells of a row are the left, top, right and bottom of a word and the word.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use libfuzzer_sys::fuzz_target;
use mynumber_pia::Assessment;
use mynumber_pia::transcribe::{PrintedForm, PrintedPage, PrintedWord, SourceRange, transcribe};
use mynumber_pia_fuzz::TRANSCRIBING;

/// A page of words. A place that is no number is below the word before.
fn page<'a>(rows: &[Vec<&'a str>]) -> PrintedPage<'a> {
    let word = |(row, cells): (usize, &Vec<&'a str>)| {
        let side = |at: usize, other: f64| cells.get(at).and_then(|cell| cell.trim().parse().ok()).unwrap_or(other);
        let top = side(1, 12.0 * u32::try_from(row).map_or(0.0, f64::from));
        let x0 = side(0, 10.0);
        let text = cells.last().copied().unwrap_or_default();
        PrintedWord { x0, top, x1: side(2, x0 + 10.0), bottom: side(3, top + 10.0), text }
    };
    PrintedPage { width: 600.0, height: 800.0, words: rows.iter().enumerate().map(word).collect() }
}

fuzz_target!(|text: &str| {
    let sheets: Vec<Vec<Vec<&str>>> =
        text.split('\u{c}').map(|sheet| sheet.lines().map(|row| row.split('\t').collect()).collect()).collect();
    let is_grid = text.starts_with('\t');
    let is_words = text.starts_with('\u{b}');
    let pages: Vec<PrintedPage<'_>> = sheets.iter().map(|rows| page(rows)).collect();
    let read = TRANSCRIBING.check(text.len(), || {
        let source = if is_grid {
            PrintedForm::grid(&sheets)
        } else if is_words {
            PrintedForm::words(&pages)
        } else {
            PrintedForm::text(text)
        };
        transcribe(&source, None)
    });
    let cells: Vec<SourceRange> = read.spans().iter().map(|span| span.range).collect();
    let mut seen: usize = 0;
    let mut last: Option<SourceRange> = None;
    for range in cells {
        let cell = if is_grid {
            sheets[range.sheet][range.row][range.column]
        } else if is_words {
            pages[range.sheet].words[range.row].text
        } else {
            text
        };
        let is_next = last.is_none_or(|last| {
            let (last, next) = ((last.sheet, last.row, last.column, last.end), (range.sheet, range.row, range.column));
            if (last.0, last.1, last.2) == next { last.3 == range.start } else { (last.0, last.1, last.2) < next }
        });
        assert!(is_next && cell.get(range.start..range.end).is_some(), "{range:?} of {text:?}");
        seen += range.end - range.start;
        last = Some(range);
    }
    let all = if is_grid {
        sheets.iter().flatten().flatten().map(|cell| cell.len()).sum()
    } else if is_words {
        pages.iter().flat_map(|page| &page.words).map(|word| word.text.len()).sum()
    } else {
        text.len()
    };
    assert_eq!(seen, all, "{text:?}");
    let document = read.document();
    let saved = serde_json::to_string(document).expect("a document can be written");
    let loaded: Assessment = serde_json::from_str(&saved).unwrap_or_else(|error| panic!("{error}: {saved}"));
    assert_eq!(&loaded, document, "{saved}");
    let mut adopted = document.clone();
    for suggestion in read.suggestions() {
        let before = adopted.clone();
        if suggestion.adopt(&mut adopted).is_err() {
            assert_eq!(adopted, before);
        }
    }
});
