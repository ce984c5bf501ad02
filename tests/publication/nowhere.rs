//! The law of withholding: a withheld text occurs nowhere in what is published, in any notation, and nothing else is lost.

use std::collections::BTreeMap;

use crate::support::address;
use mynumber_pia::catalogue::{Field, FieldPath};
use mynumber_pia::duty::{Occasion, WithholdingGround};
use mynumber_pia::form::{Html, Markdown, Plain, PrintOptions};
use mynumber_pia::publication::{Withheld, WithheldField, withhold};
use mynumber_pia::value::answer::{AnswerKind, Given, Tick, Value};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Assessment, AssessmentKind};

/// What change tables say of any answer.
const FORMULAS: [&str; 12] =
    ["追加", "新規", "新規追加", "追記", "削除", "修正", "変更", "更新", "同上", "同左", "なし", "(略)"];

/// The half-width kana from U+FF66, and the kana that have a mark for the voiced or half-voiced sound.
const KANA: &str =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
const PLAIN: &str = "ウカキクケコサシスセソタチツテトハヒフヘホ";
const VOICED: &str = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボ";
const HALF_VOICED: [&str; 2] = ["ハヒフヘホ", "パピプペポ"];

fn same_index(c: char, from: &str, to: &str) -> Option<char> {
    to.chars().nth(from.chars().position(|other| other == c)?)
}

/// A text in half-width kana.
pub(crate) fn half_width(text: &str) -> String {
    let half = |c: char| {
        let index = KANA.chars().position(|kana| kana == c)?;
        char::from_u32(0xFF66 + u32::try_from(index).unwrap())
    };
    let mut made = String::new();
    for c in text.chars() {
        let (kana, mark) = match (same_index(c, VOICED, PLAIN), same_index(c, HALF_VOICED[1], HALF_VOICED[0])) {
            (Some(kana), _) => (kana, Some('\u{FF9E}')),
            (None, Some(kana)) => (kana, Some('\u{FF9F}')),
            (None, None) => (c, None),
        };
        made.push(half(kana).unwrap_or(kana));
        made.extend(mark);
    }
    made
}

/// A text without blanks, line breaks and differences of width and kana, to search for it.
pub(crate) fn folded(text: &str) -> String {
    let mut made = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let c = match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
            '\u{FF61}'..='\u{FF65}' => {
                "。「」、・".chars().nth(usize::try_from(u32::from(c) - 0xFF61).unwrap()).unwrap()
            }
            '\u{FF66}'..='\u{FF9D}' => KANA.chars().nth(usize::try_from(u32::from(c) - 0xFF66).unwrap()).unwrap(),
            '\u{FF9E}' | '\u{FF9F}' => {
                let (plain, marked) = if c == '\u{FF9E}' { (PLAIN, VOICED) } else { (HALF_VOICED[0], HALF_VOICED[1]) };
                let last = made.pop();
                last.and_then(|last| same_index(last, plain, marked)).or(last).unwrap_or(c)
            }
            c => c,
        };
        made.push(c);
    }
    made
}

/// An answer of a document: as it is seen, its texts, and the texts that it is read as.
#[derive(PartialEq)]
struct Seen {
    value: String,
    texts: Vec<String>,
    readings: [String; 2],
}

/// Every answer of a document by its path.
fn answers(document: &Assessment) -> BTreeMap<String, Seen> {
    let mut all = BTreeMap::new();
    document.walk(|field: &Field<'_>| {
        let texts: Vec<String> = match field.value {
            Value::Given(Given::Text(text)) => vec![text.to_string()],
            Value::Given(Given::Lines(lines)) => lines
                .iter()
                .flat_map(|(under, text)| under.into_iter().chain(text.given()))
                .map(ToString::to_string)
                .collect(),
            Value::Given(Given::Timings(timings)) => {
                timings.iter().flat_map(|one| one.of.iter().chain(&one.frequency)).map(ToString::to_string).collect()
            }
            _ => vec![],
        };
        let shown = if texts.is_empty() { String::new() } else { field.value.shown() };
        let readings = [folded(&texts.concat()), folded(&shown)];
        all.insert(field.path.to_string(), Seen { value: format!("{:?}", field.value), texts, readings });
    });
    all
}

/// What is published of a document: its JSON and its pages.
pub(crate) fn published_texts(withheld: &Withheld) -> [String; 4] {
    let marks = withheld.marks();
    let options = PrintOptions { marks: &marks, publication: true, ..PrintOptions::default() };
    [
        serde_json::to_string(&withheld.document).unwrap(),
        Html::with(&withheld.document, options).to_string(),
        Plain::with(&withheld.document, options).to_string(),
        Markdown::with(&withheld.document, options).to_string(),
    ]
}

/// Whether a text is looked for in other answers.
fn is_looked_for(text: &str) -> bool {
    let folded = folded(text);
    folded.chars().count() > 1
        && !FORMULAS.contains(&folded.as_str())
        && text.contains(char::is_alphabetic)
        && text.parse::<FormDate>().is_err()
}

/// The row of a cell 変更前 or 変更後.
fn row(path: &str) -> Option<usize> {
    let (row, cell) = path.strip_prefix("changes[")?.split_once("].")?;
    if matches!(cell, "before" | "after") { row.parse().ok() } else { None }
}

/// The cells 変更前, or 変更後, of a row and of those that continue it, one after the other.
fn quoted(document: &Assessment, answers: &BTreeMap<String, Seen>, row: usize) -> Vec<String> {
    let continues = |row: &usize| document.changes.get(*row).is_some_and(|row| row.continues != Tick::Unticked);
    let first = (0..=row).rev().find(|row| !continues(row)).unwrap_or(0);
    let rows: Vec<usize> =
        std::iter::once(first).chain((first + 1..document.changes.len()).take_while(continues)).collect();
    let join = |cell: &str, reading: usize| {
        let cells = rows.iter().filter_map(|row| answers.get(&format!("changes[{row}].{cell}")));
        cells.map(|seen| seen.readings[reading].as_str()).collect()
    };
    ["before", "after"].iter().flat_map(|cell| [join(cell, 0), join(cell, 1)]).collect()
}

/// Whether an answer repeats a text of the answer that it was withheld for, or is in a row that is about that one or quotes it.
fn is_because(document: &Assessment, old: &BTreeMap<String, Seen>, path: &str, of: &str) -> bool {
    let texts: Vec<String> = old[of].texts.iter().map(|text| folded(text)).collect();
    let is_in = |reading: &String| texts.iter().any(|text| reading.contains(text));
    match row(path) {
        Some(row) => {
            let names = address(document, row).items;
            let of: FieldPath = of.parse().unwrap();
            quoted(document, old, row).iter().any(is_in)
                || names.iter().any(|named| match &named.path {
                    Some(path) => of.steps().starts_with(path.steps()),
                    None => of.item() == Some(named.item),
                })
        }
        None => old[path].readings.iter().any(is_in),
    }
}

/// Withholds the fields and checks that their texts are gone, that each place says so, and that the rest is kept.
#[track_caller]
pub(crate) fn check(document: &Assessment, parts: &[(FieldPath, WithholdingGround)]) -> Withheld {
    let before = document.clone();
    let withheld = withhold(document, Occasion::Publication, Some(BodyKind::LocalGovernment), parts).unwrap();
    assert_eq!(*document, before, "the document for the Commission is unchanged");
    let (old, new) = (answers(document), answers(&withheld.document));
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>());
    let of: BTreeMap<String, &WithheldField> =
        withheld.fields.iter().map(|field| (field.path.to_string(), field)).collect();
    for (path, answer) in &old {
        match of.get(path).map(|field| &field.because_of) {
            None => assert!(new[path] == *answer, "{path} is lost"),
            Some(None) => {
                let path: FieldPath = path.parse().unwrap();
                assert!(parts.iter().any(|(part, _)| path.steps().starts_with(part.steps())), "{path} is no part");
            }
            Some(Some(other)) => {
                assert!(of.contains_key(&other.to_string()), "{path}: {other} is not withheld");
                assert!(is_because(document, &old, path, &other.to_string()), "{path} has nothing of {other}");
            }
        }
    }
    // A label and its answer are no text, and a number that is not broken is in an element of its own.
    let plain = |page: &String| {
        let page = page.replace("<span class=\"whole\">", "").replace("</span>", "");
        folded(&page.replace("&amp;", "&").replace('\\', "").replace("  ", "|"))
    };
    let pages = published_texts(&withheld).each_ref().map(plain);
    let of_the_form = without_marks(&folded(&texts_of_an_empty_form(document.kind())));
    for field in &withheld.fields {
        let path = field.path.to_string();
        // A row about another answer that quotes this one loses its cells, but its other texts are no secrets.
        let is_of_other = |row| field.because_of.is_some() && !address(document, row).items.is_empty();
        let is_whole = new[&path].texts == [field.sentence()] && (field.because_of.is_none() || row(&path).is_some());
        if is_whole && !row(&path).is_some_and(is_of_other) {
            let texts = old[&path].texts.iter().filter(|text| is_looked_for(text)).map(|text| folded(text));
            // A word of the form itself is no secret, with the mark of its box or without, and neither is the sentence in its place.
            for text in texts.filter(|text| !of_the_form.contains(&without_marks(text))) {
                for (other, seen) in &new {
                    assert!(!seen.readings.iter().any(|all| all.contains(&text)), "{path}: {text:?} is in {other}");
                }
                for page in &pages {
                    assert!(!page.contains(&text), "{path}: {text:?} is published");
                }
            }
        }
        if field.because_of.is_none() {
            match field.kind {
                AnswerKind::Text => assert!(is_whole, "{path}: {:?}", new[&path].texts),
                _ => {
                    assert!(
                        withheld.marks().iter().any(|mark| mark.path == field.path && mark.text == field.sentence())
                    );
                }
            }
        }
    }
    for row in 0..document.changes.len() {
        let cells = ["before", "after"].map(|cell| of.contains_key(&format!("changes[{row}].{cell}")));
        let is_own = |path: FieldPath| parts.iter().any(|(part, _)| path.steps().starts_with(part.steps()));
        let own = ["before", "after"].map(|cell| is_own(format!("changes[{row}].{cell}").parse().unwrap()));
        assert!(cells[0] == cells[1] || own[0] != own[1], "row {row} loses one of its cells");
    }
    withheld
}

/// A text without the marks of boxes: 「[○]専用線」 is 「専用線」.
fn without_marks(text: &str) -> String {
    text.replace(['[', ']', '○'], "")
}

/// What a page prints of an empty form.
fn texts_of_an_empty_form(kind: AssessmentKind) -> String {
    let edition = mynumber_pia::FormEdition::latest(kind).unwrap();
    let mut empty = Assessment::new(edition);
    let json = serde_json::to_string(&empty).unwrap();
    empty.form = edition.into();
    json + &Html::new(&empty).to_string() + "（規則第条項を準用により非公表）"
}
