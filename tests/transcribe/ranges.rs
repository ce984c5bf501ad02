//! Where texts are found in published forms, compared with ranges that were written down by hand before a program read them.
//!
//! `SEEDS` names the folder of the texts of the forms, which are not part of the project.

#![allow(clippy::disallowed_methods, reason = "the test reads files")]

use std::collections::BTreeMap;

use mynumber_pia::FormEdition;
use mynumber_pia::transcribe::{Fate, PrintedForm, transcribe};

/// The documents: the file of the text, the edition, and how many of 50 texts must be located. The aim is 48 and 43.
const DOCUMENTS: [(&str, &str, &str, usize); 2] = [
    ("kawaguchi", "kawaguchi-koki-key-item.txt", "form_3_2024_10", 48),
    ("edogawa", "edogawa-kokuho-all-item.txt", "form_4_2024_10", 44),
];

/// The ranges of each path of a document, from the first to the last line of each piece.
fn ranges(document: &str) -> BTreeMap<String, Vec<(usize, usize)>> {
    let mut ranges: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for line in include_str!("../data/transcribe_ranges.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [of, path, first, last] = columns[..] else { panic!("{line}") };
        if of == document {
            ranges.entry(path.to_string()).or_default().push((first.parse().unwrap(), last.parse().unwrap()));
        }
    }
    ranges
}

#[test]
fn the_ranges_are_of_fifty_texts_each() {
    for (document, ..) in DOCUMENTS {
        let ranges = ranges(document);
        assert_eq!(ranges.len(), 50, "{document}");
        assert!(ranges.values().flatten().all(|(first, last)| first <= last));
    }
}

#[test]
#[ignore = "needs the texts of the published forms: SEEDS=FOLDER"]
fn texts_are_located() {
    let folder = std::env::var("SEEDS").expect("SEEDS names the folder of the texts");
    for (document, file, edition, least) in DOCUMENTS {
        let text = std::fs::read_to_string(format!("{folder}/{file}")).unwrap();
        let lines: Vec<usize> = core::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let edition: FormEdition = edition.parse().unwrap();
        let read = transcribe(&PrintedForm::text(&text), Some(edition));
        let (mut certain, mut suggested, mut elsewhere) = (0, 0, Vec::new());
        for (path, expected) in ranges(document) {
            let is_of = |seen: &str| {
                seen.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
            };
            // The pieces: parts of the answer with nothing but blanks, furniture and marks between them.
            let mut pieces: Vec<(usize, usize)> = Vec::new();
            let (mut is_certain, mut is_open) = (true, false);
            for span in read.spans() {
                let part = &text[span.range.start..span.range.end];
                let is_answer = match &span.fate {
                    Fate::Answer { path, .. } => is_of(&path.to_string()),
                    Fate::Suggested { path, .. } if is_of(&path.to_string()) => {
                        is_certain = false;
                        true
                    }
                    Fate::Suggested { .. } | Fate::Label | Fate::Choices | Fate::LeftOver => false,
                    Fate::Furniture | Fate::Mark => continue,
                };
                if !part.trim().is_empty() || is_answer {
                    let before = part.len() - part.trim_start().len();
                    let line = |at: usize| lines.partition_point(|start| *start <= at);
                    let (first, last) =
                        (line(span.range.start + before), line(span.range.start + part.trim_end().len()));
                    match pieces.last_mut().filter(|_| is_answer && is_open) {
                        Some(piece) => piece.1 = last,
                        None if is_answer => pieces.push((first, last)),
                        None => {}
                    }
                    is_open = is_answer;
                }
            }
            if pieces != expected {
                elsewhere.push(format!("{path}: {pieces:?} instead of {expected:?}"));
            } else if is_certain {
                certain += 1;
            } else {
                suggested += 1;
            }
        }
        println!("{document}: {certain} located, {suggested} suggested\n{}", elsewhere.join("\n"));
        assert!(certain + suggested >= least, "{document}: {certain} and {suggested}");
    }
}
