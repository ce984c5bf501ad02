//! A count that the page notes after its band, read again: the exact count, without a doubt.

use crate::reading::read_text;
use mynumber_pia::form::{Markdown, Plain};
use mynumber_pia::transcribe::Doubt;
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::value::band::{
    DataSubjectsBand, HandlersBand, NumericBand, PopulationBand, RecordItemsBand, StaffBand,
};
use mynumber_pia::{Assessment, AssessmentKind, FormEdition};

fn document(kind: AssessmentKind, path: &str, answer: &str) -> Assessment {
    let mut document = Assessment::new(FormEdition::latest(kind).unwrap());
    for list in ["file_sections", "file_sections[0].entrustments"] {
        document.insert(&list.parse().unwrap(), 0).unwrap();
    }
    document.put(&path.parse().unwrap(), answer).unwrap();
    document
}

/// What a text says at a path, and why it is not certain.
fn read(text: &str, path: &str) -> (String, Vec<(String, Doubt)>) {
    let read = read_text(text);
    let suggestions = read.suggestions().iter().filter(|one| one.path.to_string() == path);
    let suggestions = suggestions.map(|one| (one.text.clone(), one.reason.clone())).collect();
    let said = match read.document().get(&path.parse().unwrap()) {
        Some(Value::Given(Given::Chosen { code, .. })) => code.to_string(),
        Some(value) => value.to_string(),
        None => String::new(),
    };
    (said, suggestions)
}

/// Counts below, at and above each bound, each band as a range, and a range over each bound.
#[track_caller]
fn check<B: NumericBand>(kind: AssessmentKind, path: &str) {
    let mut answers: Vec<String> = vec![u32::MAX.to_string()];
    for band in B::ALL {
        let bound = band.range().min();
        answers.extend([bound.saturating_sub(1), bound, bound + 1].map(|count| count.to_string()));
        answers.extend([band.range().to_string(), band.code().to_string()]);
        answers.extend(band.range().max().map(|max| format!("{max}..{}", max + 1)));
    }
    for answer in answers {
        let document = document(kind, path, &answer);
        for page in [Plain::new(&document).to_string(), Markdown::new(&document).to_string()] {
            assert_eq!(read(&page, path), (answer.clone(), vec![]), "{kind:?} {path}: {page}");
        }
    }
}

#[test]
fn population() {
    check::<PopulationBand>(AssessmentKind::BasicItem, "population");
    check::<PopulationBand>(AssessmentKind::KeyItem, "population");
}

#[test]
fn handlers() {
    check::<HandlersBand>(AssessmentKind::BasicItem, "threshold.handlers");
    check::<StaffBand>(AssessmentKind::KeyItem, "file_sections[0].entrustments[0].handlers");
}

#[test]
fn files() {
    check::<DataSubjectsBand>(AssessmentKind::KeyItem, "file_sections[0].outline.data_subjects");
    check::<RecordItemsBand>(AssessmentKind::AllItem, "file_sections[0].outline.record_item_count");
}

/// The page of a band with something typed after the bracket.
fn typed(after: &str) -> (String, Vec<(String, Doubt)>) {
    let document = document(AssessmentKind::KeyItem, "population", "from_1000_to_9999");
    let page = Plain::new(&document).to_string();
    let changed = page.replace("[ 1,000人以上1万人未満 ]", &format!("[ 1,000人以上1万人未満 ]{after}"));
    assert!(after.is_empty() || changed != page);
    read(&changed, "population")
}

#[test]
fn a_note_in_the_band_is_the_answer() {
    for (after, count) in [
        ("（8,500人）", "8500"),
        ("(8500人)", "8500"),
        ("（８，５００人）", "8500"),
        ("　（8,500人）", "8500"),
        ("（5,000～6,000人）", "5000..6000"),
    ] {
        assert_eq!(typed(after), (count.to_string(), vec![]), "{after}");
    }
}

#[test]
fn a_note_that_is_not_in_the_band_is_a_doubt() {
    for (after, count) in [
        ("（999人）", "999"),
        ("（10,000人）", "10000"),
        ("（999～1,000人）", "999..1000"),
        ("（1,000人以上）", "1000.."),
    ] {
        let (said, suggestions) = typed(after);
        assert_eq!(said, "", "{after}");
        let of = |text: &str| (text.to_string(), Doubt::TwoChoices);
        assert_eq!(suggestions, [of(count), of("1,000人以上1万人未満")], "{after}");
    }
}

#[test]
fn what_is_not_a_count_changes_nothing() {
    for after in [
        "",
        "（任意実施）",
        "（令和6年4月1日時点）",
        "（8,500項目）",
        "（8,500）",
        "（約8,500人）",
        "8,500人",
        "（）",
        "（",
    ] {
        assert_eq!(typed(after), ("from_1000_to_9999".to_string(), vec![]), "{after}");
    }
}
