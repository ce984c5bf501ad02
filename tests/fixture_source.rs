//! The sources that the fixtures make of generated documents: what is in them, and what disturbs them.

use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::{Field, Role};
use mynumber_pia::fixture::{Disturbance, Json, Parameters, PrintedSource, disturbed, sheets, source};
use mynumber_pia::value::answer::Value;
use mynumber_pia::value::kind::AssessmentKind;
use proptest::prelude::*;

/// A document with entrustments and changes.
fn document(seed: u64) -> Assessment {
    let kind = Some(AssessmentKind::KeyItem);
    Parameters { kind, entrustments: 2..=2, changes: 2..=2, ..Parameters::default() }.plan(seed).build()
}

/// FNV-1a, because the hasher of the standard library can change between versions.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The text without blanks, line breaks and tabs.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn a_seed_gives_the_same_sources_everywhere() {
    let document = document(7);
    let text = |disturbances| hash(&disturbed(&document, disturbances, 7));
    let cells = hash(&sheets(&document, 7).concat().concat().concat());
    assert_eq!(
        (text(&[]), text(Disturbance::ALL), cells),
        (15_485_176_590_702_436_394, 1_947_413_671_672_345_376, 3_374_466_492_394_163_509)
    );
}

#[test]
fn a_source_has_every_printed_answer() {
    for seed in 0..30 {
        let plan = Parameters::default().plan(seed);
        let source: PrintedSource = plan.build();
        assert_eq!(source.document, plan.build());
        let text = dense(&disturbed(&source.document, &[], seed));
        let cells = dense(&source.sheets.concat().concat().concat());
        let mut seen = 0;
        source.document.walk(|Field { row, role, path, value, .. }| {
            let Value::Text(answer) = value else { return };
            if row.is_some() && *role == Role::Answer {
                let answer = dense(answer.as_str());
                assert!(text.contains(&answer), "{path}: {answer} is not in the text of {seed}");
                assert!(cells.contains(&answer), "{path}: {answer} is not in the sheets of {seed}");
                seen += 1;
            }
        });
        assert!(seen > 3, "only {seen} answers");
    }
}

#[test]
fn a_disturbance_does_what_it_says() {
    let document = document(7);
    let of = |disturbance| disturbed(&document, &[disturbance], 7);
    let calm = disturbed(&document, &[], 7);
    assert!(calm.contains("\n\n委託事項2 ") && calm.contains("\n\n②委託先における取扱者数 ["));
    for disturbance in Disturbance::ALL {
        assert_ne!(of(*disturbance), calm, "{disturbance}");
    }
    // What is only moved, and not changed, has the same letters.
    let letters = |text: &str| {
        let mut letters: Vec<char> = dense(text).chars().collect();
        letters.sort_unstable();
        letters
    };
    for moved in [
        Disturbance::NumbersStacked,
        Disturbance::LabelsBroken,
        Disturbance::LettersSpaced,
        Disturbance::MarksFloat,
        Disturbance::PagesTurned,
    ] {
        assert_eq!(letters(&of(moved)), letters(&calm), "{moved}");
    }
    assert!(of(Disturbance::ContentsScrambled).contains("項目一覧"));
    assert!(of(Disturbance::NumbersStacked).contains("①\n②\n③\n"));
    let plain = of(Disturbance::NumbersPlain);
    assert!(!plain.contains("\n①") && plain.contains("\n1事務の名称"));
    assert!(of(Disturbance::LettersDoubled).contains("①①事事務務のの名名称称 "));
    assert!(of(Disturbance::LettersSpaced).contains("① 事 務 の 名 称 "));
    assert!(of(Disturbance::MarksFloat).contains("\n] 庁内連携システム\n"));
    assert!(of(Disturbance::LinesLost).lines().count() < calm.lines().count());
    assert!(of(Disturbance::Furniture).lines().count() > calm.lines().count());
    let turned = of(Disturbance::PagesTurned);
    assert!(turned.find("②所属長の役職名") < turned.find("①部署"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_drawn_source_is_that_of_its_disturbances(Json(source) in source(Parameters::default())) {
        prop_assert!(source.disturbances.len() <= 2);
        prop_assert!(source.text.lines().count() > 30);
        let widths: Vec<usize> = source.sheets.iter().flatten().map(Vec::len).collect();
        prop_assert!(widths.iter().all(|width| *width >= 10));
    }
}
