//! 試験用データ: generated documents beside texts that are generated from a regex.

use mynumber_pia::fixture::assessment;
use mynumber_pia::{Assessment, AssessmentKind, validate};
use proptest::strategy::{Strategy, ValueTree};
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use rand::rngs::SmallRng;
use rand::{RngExt as _, SeedableRng};
use serde_json::Value;

use crate::documents::{OF_EACH_KIND, as_of, generated, parameters, seeds};
use crate::measure::{Row, in_turn, time};

/// What the two sides do.
pub const NOTE: &str = "\
- **Fixtures.** Both sides make the JSON of 30 documents of about the same length. Each regex is one of our documents with
  every Japanese text replaced by as many characters of hiragana, katakana and kanji; fields, codes, dates and numbers are
  fixed. So the texts of the peers have the shape of a document, but their words mean nothing and do not agree. Our documents
  vary in shape, and a check finds nothing in them. The values of a strategy shrink: ours to smaller valid documents, those of
  proptest to simpler characters. The regexes are compiled before.";

/// Any text as long as the Japanese texts of this value, in the same places.
fn regex(value: &Value) -> String {
    let comma = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| format!("\"{name}\":{}", regex(value));
            format!(r"\{{{}\}}", comma(fields.iter().map(field).collect()))
        }
        Value::Array(entries) => format!(r"\[{}\]", comma(entries.iter().map(regex).collect())),
        Value::String(text) if !text.is_ascii() => format!("\"[ぁ-んァ-ヴ一-龠]{{{}}}\"", text.chars().count()),
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => regex_syntax::escape(&value.to_string()),
    }
}

fn regexes(documents: &[Assessment]) -> Vec<String> {
    documents.iter().map(|document| regex(&serde_json::to_value(document).unwrap())).collect()
}

/// The number of texts that are documents, and of those in which a check finds nothing. All are JSON.
fn compare(texts: impl Iterator<Item = String>) -> String {
    let (mut loaded, mut right) = (0, 0);
    for text in texts {
        assert!(serde_json::from_str::<Value>(&text).is_ok());
        if let Ok(document) = serde_json::from_str::<Assessment>(&text) {
            loaded += 1;
            right += usize::from(validate(&document, as_of()).is_empty());
        }
    }
    format!("{loaded} load, {right} pass the check")
}

/// Saves a document as text.
fn save(document: &Assessment) -> String {
    serde_json::to_string(document).unwrap()
}

/// The result for our documents.
const ALL_PASS: &str = "30 load, 30 pass the check";

pub fn rows() -> Vec<Row> {
    vec![built(), drawn()]
}

fn built() -> Row {
    let documents = generated().documents;
    assert_eq!(compare(documents.iter().map(save)), ALL_PASS);
    let generators: Vec<rand_regex::Regex> =
        regexes(&documents).iter().map(|regex| rand_regex::Regex::compile(regex, 1).unwrap()).collect();
    let mut random = SmallRng::seed_from_u64(7);
    let seen = compare(generators.iter().map(|generator| random.sample(generator)));
    let ours = || time(seeds(), |(parameters, seed)| save(&parameters.plan(seed).build()));
    let peer = || time(&generators, |generator| random.sample::<String, _>(generator));
    Row {
        measured: "fixtures, 30 documents as text".to_owned(),
        ours: format!("`Blueprint::build` ({ALL_PASS})"),
        peer: format!("rand_regex ({seen})"),
        times: in_turn(ours, peer),
        operations: documents.len(),
    }
}

fn draw<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

fn drawn() -> Row {
    let strategies: Vec<_> = AssessmentKind::ALL.iter().map(|kind| assessment(parameters(*kind))).collect();
    let draws: Vec<_> = strategies.iter().flat_map(|strategy| [strategy; OF_EACH_KIND]).collect();
    let mut runner = TestRunner::deterministic();
    let documents: Vec<Assessment> = draws.iter().map(|strategy| draw(*strategy, &mut runner).0).collect();
    assert_eq!(compare(documents.iter().map(save)), ALL_PASS);
    let patterns: Vec<_> = regexes(&documents).iter().map(|regex| string_regex(regex).unwrap()).collect();
    let seen = compare(patterns.iter().map(|pattern| draw(pattern, &mut runner)));
    // The same documents in every run, or the fastest run would be the one with the smallest.
    let ours = || {
        let mut runner = TestRunner::deterministic();
        time(&draws, |strategy| save(&draw(*strategy, &mut runner)))
    };
    let peer = || time(&patterns, |pattern| draw(pattern, &mut runner));
    Row {
        measured: "fixtures, 30 documents as text, from a strategy".to_owned(),
        ours: format!("`assessment` ({ALL_PASS})"),
        peer: format!("`string_regex` of proptest ({seen})"),
        times: in_turn(ours, peer),
        operations: documents.len(),
    }
}
