//! What the crate prints, read again: every answer that the page has, and no other.

#![allow(clippy::disallowed_methods, reason = "the test reads the published documents")]

use std::fmt::Write as _;

use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::form::{Markdown, Plain, PrintOptions};
use mynumber_pia::transcribe::{PrintedForm, transcribe};
use mynumber_pia::value::kind::AssessmentKind;
use mynumber_pia::{Assessment, FormEdition};

use crate::reading::{Reading, read_text};

/// The five published documents.
fn published() -> impl Iterator<Item = (&'static str, Assessment)> {
    ["kawaguchi", "matsudo", "kumagaya", "edogawa", "shinjuku"].into_iter().map(|name| {
        let file = format!("{}/examples/documents/{name}.json", env!("CARGO_MANIFEST_DIR"));
        (name, serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
    })
}

/// Generated documents of all forms, in turn.
fn generated(count: u64) -> impl Iterator<Item = (u64, Assessment)> {
    let fillings = [Filling::Some, Filling::Required, Filling::Everything];
    (0..count).map(move |seed| {
        let all = AssessmentKind::ALL;
        let index = usize::try_from(seed).unwrap();
        let parameters = Parameters {
            kind: Some(all[index % all.len()]),
            filling: fillings[index / all.len() % fillings.len()],
            ..Parameters::default()
        };
        (seed, parameters.plan(seed).build())
    })
}

/// The texts that are read wrongly, and why. Nothing else is wrong.
const KNOWN: [(&str, &str); 1] = [("functions", "a heading that is only ※ looks like the mark of the label")];

fn is_read(name: &str, reading: &Reading) {
    println!("{name}: {} ‰ {reading}", reading.share());
    reading.is_sound(name);
    let is_known =
        |wrong: &&String| KNOWN.iter().any(|(end, _)| wrong.split(' ').next().is_some_and(|path| path.ends_with(end)));
    let other: Vec<&String> = reading.wrong_texts.iter().filter(|wrong| !is_known(wrong)).take(20).collect();
    assert!(other.is_empty(), "{name}: {other:#?}");
    assert!(reading.share() >= 996, "{name}: {reading}\n{:#?}", &reading.missing[..reading.missing.len().min(30)]);
}

/// The text of `print --text`, with and without what no form prints, and of `print --markdown`.
fn pages(document: &Assessment) -> [String; 3] {
    let publication = PrintOptions { publication: true, ..PrintOptions::default() };
    [
        Plain::new(document).to_string(),
        Plain::with(document, publication).to_string(),
        Markdown::with(document, publication).to_string(),
    ]
}

#[test]
fn the_published_documents_come_back() {
    let mut all = [(); 3].map(|()| Reading::default());
    for (name, document) in published() {
        for (reading, page) in all.iter_mut().zip(pages(&document)) {
            let read = read_text(&page);
            reading.add(&document, &read);
            println!("{name}: {reading}");
        }
    }
    for (name, reading) in ["text", "publication", "markdown"].iter().zip(&all) {
        is_read(name, reading);
    }
}

fn generated_documents_come_back(count: u64) {
    let mut all = [(); 3].map(|()| Reading::default());
    for (_, document) in generated(count) {
        for (reading, page) in all.iter_mut().zip(pages(&document)) {
            reading.add(&document, &read_text(&page));
        }
    }
    for (name, reading) in ["text", "publication", "markdown"].iter().zip(&all) {
        is_read(name, reading);
    }
}

#[test]
fn thirty_generated_documents_come_back() {
    generated_documents_come_back(30);
}

/// In release: some minutes otherwise.
#[test]
#[ignore = "a thousand documents; run with --release"]
fn a_thousand_generated_documents_come_back() {
    generated_documents_come_back(1_000);
}

#[test]
fn an_empty_block_of_the_form_is_no_entry() {
    let mut document = Assessment::new(FormEdition::latest(AssessmentKind::KeyItem).unwrap());
    let list = |path: &str| path.parse().unwrap();
    document.insert(&list("file_sections"), 0).unwrap();
    document.put(&list("file_sections[0].entrustment"), "委託しない").unwrap();
    document.put(&list("file_sections[0].provision.neither"), "○").unwrap();
    for text in [Plain::new(&document).to_string(), Markdown::new(&document).to_string()] {
        assert!(text.contains("移転先1") && text.contains("委託事項1"), "the form prints these blocks: {text}");
        let read = transcribe(&PrintedForm::text(&text), None).into_document();
        let section = &read.file_sections[0];
        assert!(section.entrustments.is_empty(), "{section:?}");
        assert!(section.provision.transfers.is_empty() && section.provision.provisions.is_empty(), "{section:?}");
    }
}

/// The text of a PDF file has the running title of the section at the head of each page, and the number of the page at its foot.
#[test]
fn running_titles_and_page_numbers_are_no_answers() {
    for (seed, document) in generated(6) {
        let page = Plain::with(&document, PrintOptions { publication: true, ..PrintOptions::default() }).to_string();
        let expected = transcribe(&PrintedForm::text(&page), None);
        let lines: Vec<&str> = page.lines().collect();
        // A section begins a page.
        let titles: Vec<usize> = (1..lines.len()).filter(|at| lines[*at].starts_with("===")).map(|at| at - 1).collect();
        let mut sheets = vec![lines[..titles[0]].join("\n")];
        for (index, title) in titles.iter().enumerate() {
            let end = titles.get(index + 1).copied().unwrap_or(lines.len());
            let pages = lines[*title..end].chunks(40).map(|page| format!("{}\n{}", lines[*title], page.join("\n")));
            sheets.extend(pages);
        }
        let count = sheets.len();
        for (index, sheet) in sheets.iter_mut().enumerate() {
            let number = index + 1;
            write!(sheet, "\n            {number} / {count}\n").unwrap();
        }
        let read = transcribe(&PrintedForm::text(&sheets.join("\u{c}")), None);
        assert_eq!(read.document(), expected.document(), "{seed}");
        assert_eq!(read.suggestions().len(), expected.suggestions().len(), "{seed}");
    }
}
