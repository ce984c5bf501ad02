//! Reads the texts of five published assessments, which are not part of the project, and compares them with the documents
//! of `examples/documents`. These restate the free text in other words, so a text is located and not compared.
//!
//! `SEEDS=FOLDER cargo test --release --all-features --test transcribe seeds -- --ignored --nocapture`

#![allow(clippy::disallowed_methods, reason = "the test reads the folder that the caller names")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use mynumber_pia::Assessment;
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::form::{Cell, OnForm, cells};
use mynumber_pia::transcribe::{Fate, PrintedForm, Transcription, transcribe};
use mynumber_pia::value::answer::{AnswerKind, Given, Tick, Value};

/// The documents, the texts, and what must be found: choices, numbers, boxes, names and texts in percent.
const SEEDS: [(&str, &str, [usize; 5]); 5] = [
    ("kawaguchi", "kawaguchi-koki-key-item", [100, 95, 100, 98, 95]),
    ("edogawa", "edogawa-kokuho-all-item", [93, 93, 85, 95, 88]),
    ("kumagaya", "kumagaya-kokuho-basic-item", [90, 85, 70, 90, 90]),
    ("matsudo", "matsudo-koki-key-item", [90, 85, 50, 70, 50]),
    ("shinjuku", "shinjuku-kokuho-all-item-changes", [0, 0, 0, 0, 0]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Category {
    Choice,
    Number,
    Box,
    Name,
    Text,
    Change,
}

/// How much of a category was read.
#[derive(Debug, Default)]
struct Figures {
    answers: usize,
    certain: usize,
    suggested: usize,
    /// What the document says and the truth does not.
    wrong: BTreeSet<String>,
    missing: Vec<String>,
}

type Table = BTreeMap<Category, Figures>;

fn truth(name: &str) -> Assessment {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/documents/{name}.json"));
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

fn seed(name: &str) -> String {
    let folder = std::env::var("SEEDS").expect("SEEDS names the folder of the texts");
    std::fs::read_to_string(Path::new(&folder).join(format!("{name}.txt"))).unwrap()
}

fn category(cell: &Cell<'_>) -> Category {
    const NAMES: [Item; 15] = [
        Item::AssessmentNumber,
        Item::AssessmentTitle,
        Item::AssessingBody,
        Item::AffairName,
        Item::SystemName,
        Item::FileNames,
        Item::Department,
        Item::DepartmentHead,
        Item::SectionFileNames,
        Item::FileDepartment,
        Item::EntrustmentMatter,
        Item::Entrustee,
        Item::ProvisionRecipient,
        Item::TransferRecipient,
        Item::RiskFileNames,
    ];
    if cell.path().to_string().starts_with("changes") {
        return Category::Change;
    }
    let is_name = NAMES.contains(&cell.item()) && cell.on_form() == OnForm::Printed;
    match cell.kind() {
        _ if is_name => Category::Name,
        AnswerKind::Band | AnswerKind::Number | AnswerKind::Date => Category::Number,
        AnswerKind::Choice => Category::Choice,
        AnswerKind::CheckBox | AnswerKind::CheckBoxes => Category::Box,
        AnswerKind::Text => Category::Text,
    }
}

/// A text without width, blanks and the marks between lines.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
        '―' | '—' | '–' | '−' | '‐' => '-',
        c => c,
    };
    text.chars().map(fold).filter(|c| !c.is_whitespace() && !matches!(c, '/' | '、' | ',')).collect()
}

/// The share of the pairs of characters of one text that are in another.
fn overlap(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| {
        let chars: Vec<char> = folded(text).chars().filter(|c| c.is_alphanumeric()).collect();
        let mut pairs: BTreeMap<(char, char), u32> = BTreeMap::new();
        chars.windows(2).for_each(|two| *pairs.entry((two[0], two[1])).or_default() += 1);
        pairs
    };
    let (one_pairs, other_pairs) = (pairs(one), pairs(other));
    let all: u32 = one_pairs.values().sum();
    if all == 0 {
        return if folded(one) == folded(other) { 1.0 } else { 0.0 };
    }
    let shared: u32 = one_pairs.iter().map(|(pair, n)| other_pairs.get(pair).map_or(0, |m| *n.min(m))).sum();
    f64::from(shared) / f64::from(all)
}

fn agree(category: Category, truth: Value<'_>, read: Value<'_>) -> bool {
    let (truth, read) = (truth.to_string(), read.to_string());
    let same = folded(&truth) == folded(&read);
    let unnumbered = |text: &str| {
        folded(text).trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '.')).to_string()
    };
    match category {
        Category::Choice | Category::Number | Category::Box => same,
        Category::Name => same || unnumbered(&truth) == unnumbered(&read),
        Category::Text | Category::Change => same || overlap(&truth, &read) >= 0.5,
    }
}

/// The state of each box of a cell, with its code.
fn states(document: &Assessment, path: &FieldPath, codes: &[&'static str]) -> Vec<Tick> {
    match document.get(path) {
        Some(Value::Given(Given::Box(tick))) => vec![tick],
        Some(Value::Given(Given::Boxes(boxes))) => codes.iter().map(|code| boxes.of_code(code).unwrap()).collect(),
        // An entry that is not there says nothing.
        Some(_) | None => vec![Tick::NotKnown; codes.len().max(1)],
    }
}

/// A cell of either document.
struct Place {
    category: Category,
    path: FieldPath,
    is_box: bool,
    codes: Vec<&'static str>,
}

fn places(document: &Assessment) -> Vec<Place> {
    let place = |cell: &Cell<'_>| Place {
        category: category(cell),
        path: cell.path().clone(),
        is_box: matches!(cell.kind(), AnswerKind::CheckBox | AnswerKind::CheckBoxes),
        codes: cell.choices().map(|choice| choice.code).collect(),
    };
    let printed = cells(document).filter(|cell| cell.on_form() != OnForm::Beyond);
    printed
        .flat_map(|cell| core::iter::once(place(&cell)).chain(cell.inside().iter().map(place)).collect::<Vec<_>>())
        .collect()
}

/// The documents with each suggestion, which takes long. What is wrong without a doubt does not depend on them.
type Suggested<'a> = BTreeMap<&'a FieldPath, Vec<Assessment>>;

fn suggested(read: &Transcription) -> Suggested<'_> {
    let mut suggested = Suggested::new();
    for suggestion in read.suggestions() {
        let mut document = read.document().clone();
        if suggestion.adopt(&mut document).is_ok() {
            suggested.entry(&suggestion.path).or_default().push(document);
        }
    }
    suggested
}

fn compare(truth: &Assessment, read: &Transcription, suggested: &Suggested<'_>) -> Table {
    let mut table = Table::new();
    let answered: BTreeSet<&FieldPath> = read
        .spans()
        .iter()
        .filter_map(|span| match &span.fate {
            Fate::Answer { path, .. } => Some(path),
            _ => None,
        })
        .collect();
    let mut all = places(truth);
    let known: BTreeSet<FieldPath> = all.iter().map(|place| place.path.clone()).collect();
    all.extend(places(read.document()).into_iter().filter(|place| !known.contains(&place.path)));
    let document = read.document();
    for Place { category, path, is_box, codes } in &all {
        let figures = table.entry(*category).or_default();
        let adopted = suggested.get(path).map(Vec::as_slice).unwrap_or_default();
        let says = |document: &Assessment| document.get(path).map_or(String::new(), |value| value.to_string());
        let wrong = || format!("{path}: {} read as {}", cut(&says(truth)), cut(&says(document)));
        if *is_box {
            let is_shown = truth.get(path).is_some_and(Value::is_answered) || answered.contains(path);
            let read = states(document, path, codes);
            for (index, state) in states(truth, path, codes).into_iter().enumerate() {
                if !is_shown || state == Tick::NotKnown {
                    continue;
                }
                figures.answers += 1;
                let is_suggested = || adopted.iter().any(|one| states(one, path, codes)[index] == state);
                let name = || format!("{path} {}", codes.get(index).unwrap_or(&""));
                match read[index] {
                    seen if seen == state => figures.certain += 1,
                    Tick::NotKnown if is_suggested() => figures.suggested += 1,
                    Tick::NotKnown => figures.missing.push(name()),
                    Tick::Ticked | Tick::Unticked => {
                        figures.wrong.insert(format!("{}: {state:?}", name()));
                    }
                }
            }
            continue;
        }
        let value = truth.get(path).unwrap_or(Value::Unanswered);
        let seen = document.get(path).unwrap_or(Value::Unanswered);
        if path.item().is_some_and(|_| path.to_string().ends_with("].number")) {
            // The printed number of a block is in its title.
            if seen.is_given() && value.is_given() && !agree(*category, value, seen) {
                figures.wrong.insert(wrong());
            }
        } else if !value.is_answered() || matches!(value, Value::NotKnown) {
            if seen.is_given() && !matches!(value, Value::NotKnown) {
                figures.wrong.insert(wrong());
            }
        } else {
            figures.answers += 1;
            if agree(*category, value, seen) {
                figures.certain += 1;
            } else if seen.is_answered() {
                figures.wrong.insert(wrong());
            } else if adopted.iter().any(|one| one.get(path).is_some_and(|one| agree(*category, value, one))) {
                figures.suggested += 1;
            } else {
                figures.missing.push(format!("{path}: {}", cut(&value.to_string())));
            }
        }
    }
    table
}

fn cut(text: &str) -> String {
    text.chars().take(40).map(|c| if c == '\n' { '／' } else { c }).collect()
}

/// What a document says wrongly without a doubt; free text is only counted.
fn silent(table: &Table) -> BTreeSet<&str> {
    let counted = |category: &Category| matches!(category, Category::Text | Category::Change);
    let wrong = table.iter().filter(|(category, _)| !counted(category)).flat_map(|(_, figures)| &figures.wrong);
    wrong.map(String::as_str).collect()
}

#[test]
#[ignore = "needs the folder SEEDS"]
fn the_seeds_are_read() {
    for (document, name, least) in SEEDS {
        let (truth, text) = (truth(document), seed(name));
        let read = transcribe(&PrintedForm::text(&text), None);
        let table = compare(&truth, &read, &suggested(&read));
        let taken = read.edition();
        println!("{document}: {} ({:?}), {} suggestions", taken.edition, taken.because, read.suggestions().len());
        for (index, (category, figures)) in table.iter().enumerate() {
            let Figures { answers, certain, suggested, wrong, missing } = figures;
            let found = (certain + suggested) * 1000 / answers.max(&1);
            println!(
                "  {:8}{answers:5} answers{certain:5} certain{suggested:5} suggested  {:3}.{}% found{:4} wrong",
                format!("{category:?}"),
                found / 10,
                found % 10,
                wrong.len()
            );
            for wrong in wrong {
                println!("      wrong   {wrong}");
            }
            for missing in missing.iter().take(10) {
                println!("      missing {missing}");
            }
            let least = least.get(index).copied().unwrap_or_default();
            assert!(found >= least * 10, "{document}, {category:?}: {found} of 1,000 found, expected {least} of 100");
        }
        assert_eq!(silent(&table), BTreeSet::new(), "{document}");
    }
}

#[test]
#[ignore = "needs the folder SEEDS, and takes minutes"]
fn a_lost_line() {
    let mut all = Vec::new();
    for (document, name, _) in SEEDS {
        let (truth, text) = (truth(document), seed(name));
        let none = Suggested::new();
        let whole = compare(&truth, &transcribe(&PrintedForm::text(&text), None), &none);
        let known = silent(&whole);
        let starts: Vec<usize> = core::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let lost = |index: usize| {
            let next = starts.get(index + 1).copied().unwrap_or(text.len());
            let shorter = [&text[..starts[index]], &text[next..]].concat();
            let table = compare(&truth, &transcribe(&PrintedForm::text(&shorter), None), &none);
            let wrong = silent(&table).difference(&known).map(ToString::to_string).collect::<Vec<_>>();
            wrong.into_iter().map(move |wrong| format!("{document} without line {}: {wrong}", index + 1))
        };
        std::thread::scope(|scope| {
            let (lost, lines) = (&lost, starts.len());
            let part = |first: usize| {
                scope.spawn(move || (first..lines).step_by(threads).flat_map(lost).collect::<Vec<String>>())
            };
            let parts: Vec<_> = (0..threads).map(part).collect();
            all.extend(parts.into_iter().flat_map(|part| part.join().unwrap()));
        });
        println!("{document}: {} lines", starts.len());
    }
    assert_eq!(all, Vec::<String>::new());
}

/// The blocks of each page in the opposite order: what is between blank lines.
fn turned(text: &str) -> String {
    let turn = |page: &str| {
        let mut blocks: Vec<&str> = page.split("\n\n").collect();
        blocks.reverse();
        blocks.join("\n\n")
    };
    text.split("\n\n\n\n").map(turn).collect::<Vec<_>>().join("\n\n\n\n")
}

#[test]
#[ignore = "needs the folder SEEDS"]
fn turned_blocks() {
    for (document, name, _) in SEEDS {
        let (truth, text) = (truth(document), seed(name));
        let (text, turned) = (transcribe(&PrintedForm::text(&text), None), turned(&text));
        let turned = transcribe(&PrintedForm::text(&turned), None);
        let none = Suggested::new();
        let (table, turned_table) = (compare(&truth, &text, &none), compare(&truth, &turned, &none));
        let known = silent(&table);
        let wrong = silent(&turned_table);
        assert_eq!(wrong.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "{document}");
    }
}
