//! Conversions and traits that a program which embeds the library expects.

use std::hash::{BuildHasher, RandomState};

use chrono::NaiveDate;
use mynumber_pia::assessment::{Cover, FileSection};
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::value::answer::{Answer, Lines, Timing, Timings};
use mynumber_pia::value::band::DataSubjectsBand;
use mynumber_pia::value::text::TextError;
use mynumber_pia::{Assessment, Count, validate};

#[test]
fn reports_lines_and_timings_can_be_looped_over() {
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
    let report = validate(&Assessment::new("form_2_2024_10".parse().unwrap()), as_of);
    let mut count = 0;
    for finding in &report {
        assert!(!finding.to_string().is_empty());
        count += 1;
    }
    assert_eq!((count, report.iter().count()), (report.len(), report.len()));
    assert_eq!(report.into_iter().count(), count);

    let lines: Lines = serde_json::from_str(r#"["税務課", {"under": "委託先", "text": "―"}]"#).unwrap();
    assert!((&lines).into_iter().eq(lines.iter()));
    assert_eq!(Lines::new(lines.clone().into_iter().collect()), Some(lines));

    let monthly = Timing { frequency: Some("月次".parse().unwrap()), ..Timing::default() };
    let timings = Timings::new(vec![monthly.clone(), monthly.clone()]).unwrap();
    assert!((&timings).into_iter().eq([&monthly, &monthly]));
    assert_eq!(timings.into_iter().collect::<Vec<_>>(), [monthly.clone(), monthly]);
}

#[test]
fn timings_are_read_as_they_are_written() {
    for json in [r#""月次""#, r#"[{"of":"紙","since":"2016-01-01"},{"frequency":"月次"}]"#] {
        let timings: Timings = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&timings).unwrap(), json);
    }
    let refused = [
        (
            "[]",
            "the list or one of its objects is empty: expected objects with of, since or frequency at line 1 column 2",
        ),
        (r#""―""#, "\"―\" is a mark for nothing (―), not a text at line 1 column 5"),
        (
            "1",
            "invalid type: integer `1`, expected a text, or a list of objects with of, since and frequency at line 1 column 1",
        ),
    ];
    for (json, error) in refused {
        assert_eq!(serde_json::from_str::<Timings>(json).unwrap_err().to_string(), error);
    }
}

#[test]
fn strings_become_lines_and_integers_become_counts() {
    let lines: Lines = serde_json::from_str(r#"["税務課", "保険年金課"]"#).unwrap();
    assert_eq!(Lines::try_from(["税務課", "保険年金課"]), Ok(lines.clone()));
    assert_eq!(Lines::try_from(vec!["税務課".to_string(), "保険年金課".to_string()]), Ok(lines.clone()));
    assert_eq!(Answer::<Lines>::try_from(["税務課", "保険年金課"]), Ok(Answer::Given(lines)));
    assert_eq!(Lines::try_from(["税務課"]), "税務課".parse());
    assert_eq!(Lines::try_from(Vec::<&str>::new()), Err(TextError::Blank));
    assert_eq!(Answer::<Lines>::try_from(vec!["税務課", " "]), Err(TextError::Blank));
    assert_eq!(Lines::try_from(["税務課", "?"]), Err(TextError::MeansNotKnown));

    let mut section = FileSection::default();
    section.outline.data_subjects = 62_000.into();
    assert_eq!(section.outline.data_subjects, Answer::Given(Count::<DataSubjectsBand>::Exact(62_000)));
    section.entrustment_count = 3.into();
    assert_eq!(section.entrustment_count, Answer::Given(3));
}

#[test]
fn paths_and_handles_are_compared() {
    let nth = |index| FieldPath::root().at(Assessment::file_sections).nth(index);
    assert_eq!(nth(1), nth(1));
    assert_ne!(nth(0), nth(1));
    assert_eq!(Assessment::systems, Assessment::systems);
    assert_ne!(Cover::title, Cover::body);
    let state = RandomState::new();
    assert_eq!(state.hash_one(nth(1)), state.hash_one(nth(1)));
    assert_eq!(state.hash_one(Assessment::systems), state.hash_one(Assessment::systems));
}

#[test]
fn a_basis_has_its_file_and_its_recipient() {
    let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
        "number_use_bases": "番号法別表の44の項",
        "file_sections": [{"names": "甲"}, {"names": "乙", "provision": {
            "provisions": [{"names": "国", "bases": "番号法第19条第8号"}],
            "transfers": [{"names": "税務課", "bases": "条例"}, {"names": "福祉課", "bases": "条例"}]}}]}"#;
    let assessment: Assessment = serde_json::from_str(json).unwrap();
    let found: Vec<(String, String)> = assessment
        .bases()
        .iter()
        .map(|basis| {
            let file = basis.file_section(&assessment).map_or_else(String::new, |file| file.names.value().to_string());
            (file, basis.recipient(&assessment).map_or_else(String::new, |names| names.value().to_string()))
        })
        .collect();
    let pair = |file: &str, recipient: &str| (file.to_string(), recipient.to_string());
    assert_eq!(found, [pair("", ""), pair("乙", "国"), pair("乙", "税務課"), pair("乙", "福祉課")]);
    // Another document, which has no such recipient.
    assert_eq!(assessment.bases()[3].recipient(&Assessment::new("form_3_2024_10".parse().unwrap())), None);
}
