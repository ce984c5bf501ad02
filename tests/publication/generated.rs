//! The law of withholding over generated documents and their histories, with repetitions in other notations.

use crate::nowhere::{check, half_width};

use mynumber_pia::assessment::Change;
use mynumber_pia::catalogue::{Field, FieldPath};
use mynumber_pia::duty::WithholdingGround;
use mynumber_pia::fixture::{Filling, Json, Parameters, history};
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::{Assessment, AssessmentKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// How a text is repeated.
#[derive(Debug, Clone, Copy)]
enum Notation {
    Same,
    HalfWidth,
    FullWidth,
    Blanks,
    LineBreaks,
    Lines,
}

/// Where a text is repeated.
#[derive(Debug, Clone, Copy)]
enum Place {
    Answer,
    Before,
    After,
    /// In a row whose column 項目 names an item.
    OfAnItem,
    /// In a row and the one that continues it.
    OverTwoRows,
}

#[derive(Debug, Clone)]
struct Repetition {
    secret: Index,
    notation: Notation,
    place: Place,
    at: Index,
}

fn repetition() -> impl Strategy<Value = Repetition> {
    use Notation::{Blanks, FullWidth, HalfWidth, LineBreaks, Lines, Same};
    use Place::{After, Answer, Before, OfAnItem, OverTwoRows};
    let notation = prop::sample::select(&[Same, HalfWidth, FullWidth, Blanks, LineBreaks, Lines][..]);
    let place = prop::sample::select(&[Answer, Before, After, OfAnItem, OverTwoRows][..]);
    (any::<Index>(), notation, place, any::<Index>()).prop_map(|(secret, notation, place, at)| Repetition {
        secret,
        notation,
        place,
        at,
    })
}

/// The paths of the answers with text, and their texts.
fn texts(document: &Assessment) -> Vec<(FieldPath, String)> {
    let mut all = Vec::new();
    document.walk(|field: &Field<'_>| {
        let text = match field.value {
            Value::Given(Given::Text(text)) => Some(text.to_string()),
            Value::Given(Given::Lines(lines)) => lines.texts().last().map(ToString::to_string),
            _ => None,
        };
        all.extend(text.map(|text| (field.path.to_owned(), text)));
    });
    all
}

/// The lines that repeat a text.
fn lines(text: &str, notation: Notation) -> Vec<String> {
    let mixed = |between: &str| {
        let chars: Vec<String> = text.chars().map(String::from).collect();
        let (first, last) = chars.split_at(chars.len() / 2);
        if first.is_empty() { text.to_string() } else { [first.concat(), last.concat()].join(between) }
    };
    let full = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c };
    let framed = |text: String| vec![format!("又は{text}に")];
    match notation {
        Notation::Same => framed(text.to_string()),
        Notation::HalfWidth => framed(half_width(text)),
        Notation::FullWidth => framed(text.chars().map(full).collect()),
        Notation::Blanks => framed(mixed(" \u{3000}")),
        Notation::LineBreaks => framed(mixed("\n")),
        Notation::Lines => mixed("\n").lines().map(ToString::to_string).collect(),
    }
}

fn repeat(document: &mut Assessment, text: &str, answers: &[FieldPath], repetition: &Repetition) {
    let lines = lines(text, repetition.notation);
    let Ok(cell) = lines.clone().try_into() else { return };
    let older = || format!("旧の{}番倉庫", document.changes.len()).parse().unwrap();
    let row = |items: &str, before, after| Change { items: items.parse().unwrap(), before, after, ..Change::default() };
    let row = match repetition.place {
        Place::Answer => {
            let _ = document.put(repetition.at.get(answers), &lines.join("\n"));
            return;
        }
        Place::Before => row("置き場の移動", cell, older()),
        Place::After => row("置き場の移動", older(), cell),
        Place::OfAnItem => row("評価書名", older(), cell),
        Place::OverTwoRows => {
            let (first, last) = match lines.as_slice() {
                [first, last] => (first.clone(), last.clone()),
                _ => (text.chars().take(1).collect(), text.chars().skip(1).collect()),
            };
            let (Ok(first), Ok(last)) = (first.parse(), last.parse()) else { return };
            document.changes.push(row("置き場の移動", older(), first));
            let continues = mynumber_pia::value::answer::Tick::Ticked;
            Change { after: last, continues, ..Change::default() }
        }
    };
    document.changes.push(row);
}

fn parameters() -> Parameters {
    Parameters { filling: Filling::Everything, systems: 1..=2, files: 1..=2, ..Parameters::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_withheld_is_nowhere(
        Json(history) in history(parameters()),
        withheld in vec(any::<Index>(), 1..5),
        repetitions in vec(repetition(), 0..8),
    ) {
        for mut document in history.versions {
            let ground = match document.kind() {
                AssessmentKind::BasicItem => WithholdingGround::CriminalInvestigation,
                _ => WithholdingGround::ProperManagement,
            };
            let texts = texts(&document);
            let secrets: Vec<_> = withheld.iter().map(|index| index.get(&texts)).collect();
            let rest: Vec<FieldPath> = texts.iter().filter(|one| !secrets.contains(one)).map(|one| one.0.clone()).collect();
            for repetition in &repetitions {
                repeat(&mut document, &repetition.secret.get(&secrets).1, &rest, repetition);
            }
            let parts: Vec<_> = secrets.iter().map(|(path, _)| (path.clone(), ground)).collect();
            check(&document, &parts);
        }
    }
}
