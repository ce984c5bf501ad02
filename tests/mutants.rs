//! The check of generated documents: valid ones, and ones that break one rule.
#![cfg(feature = "proptest1")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::fixture::{Filling, Json, Mutant, Parameters, assessment, break_rule, mutant};
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::validate::{Complete, RULES, Rule, Severity, validate};
use mynumber_pia::value::kind::AssessmentKind;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(kind: AssessmentKind) -> Parameters {
    Parameters { kind: Some(kind), ..Parameters::default() }
}

/// The findings of a check, each as a rule and a path.
fn found(document: &Assessment, as_of: NaiveDate) -> Vec<String> {
    validate(document, as_of).iter().map(|one| format!("{} at {}", one.rule, one.location.path)).collect()
}

/// Asserts that the check finds what it must find in a mutant.
#[track_caller]
fn assert_found_alone(mutant: &Mutant, as_of: NaiveDate) {
    for as_of in mutant.document.own_day().into_iter().chain([as_of]) {
        assert_eq!(found(&mutant.document, as_of), [format!("{} at {}", mutant.rule, mutant.path)], "as of {as_of}");
    }
}

/// The answers of a document, by path.
fn answers(document: &Assessment) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    document.walk(|field| {
        answers.insert(field.path.to_string(), field.value.to_string());
    });
    answers
}

/// The document with the answer at one path replaced by that of the valid document.
fn mended(document: &Assessment, path: &str, valid: &Assessment) -> Assessment {
    let mut json = serde_json::to_value(document).unwrap();
    let valid = serde_json::to_value(valid).unwrap();
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    let (parents, key) = pointer.rsplit_once('/').unwrap();
    let mut parent = &mut json;
    for key in parents.split('/').skip(1) {
        // A part without answers is not written: indexing by name adds it.
        parent = match key.parse::<usize>() {
            Ok(index) => &mut parent[index],
            Err(_) => &mut parent[key],
        };
    }
    match valid.pointer(&pointer) {
        Some(answer) => parent[key] = answer.clone(),
        None => drop(parent.as_object_mut().unwrap().remove(key)),
    }
    serde_json::from_value(json).unwrap()
}

/// Each rule has mutants in every form that it applies to. The valid document of a seed has no findings, and neither
/// has its mutant once the change is undone. (If the document of a seed cannot be broken, the mutant is made from
/// another document.)
#[test]
fn every_rule_is_broken_by_one_change_to_a_clean_document() {
    let mut mended_rules = BTreeSet::new();
    for kind in AssessmentKind::ALL {
        let parameters = of(*kind);
        let valid: Vec<Assessment> = (0..30).map(|seed| parameters.plan(seed).build()).collect();
        let valid: Vec<_> = valid.into_iter().map(|document| (answers(&document), document)).collect();
        for (_, document) in &valid {
            assert_eq!(found(document, parameters.as_of), <[String; 0]>::default());
        }
        for row in RULES.iter().filter(|row| row.forms.contains(kind)) {
            let mut of_this_seed = 0;
            for (seed, (before, valid)) in (0..).zip(&valid) {
                let mutant = break_rule(row.rule, seed, &parameters);
                let mutant = mutant.unwrap_or_else(|| panic!("no mutant of {} {kind} {seed}", row.rule));
                assert_eq!((mutant.rule, mutant.document.kind()), (row.rule, *kind));
                assert_found_alone(&mutant, parameters.as_of);
                let after = answers(&mutant.document);
                let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
                let changed: Vec<_> = paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).collect();
                if 4 * changed.len() > before.len() {
                    continue;
                }
                of_this_seed += 1;
                if let [path] = changed.as_slice() {
                    assert_eq!(&mended(&mutant.document, path, valid), valid, "{} at {path}", row.rule);
                    mended_rules.insert(row.rule);
                }
            }
            assert!(of_this_seed > 0, "{} {kind}", row.rule);
        }
    }
    // For the others, more than one answer must change, such as a whole entry of a list.
    assert!(mended_rules.len() > 30, "{}: {mended_rules:?}", mended_rules.len());
}

/// These rules are about one answer, and the finding is at the changed answer.
#[test]
fn what_is_missing_or_counted_wrongly_is_found_where_it_was_changed() {
    for rule in [
        Rule::RequiredItem,
        Rule::ConditionalItem,
        Rule::UnneededAnswer,
        Rule::EntrustmentCount,
        Rule::ProvisionCount,
        Rule::TransferCount,
        Rule::RecordItemCount,
    ] {
        let parameters = of(AssessmentKind::AllItem);
        let mut checked = 0;
        for seed in 0..30 {
            let mutant = break_rule(rule, seed, &parameters).unwrap();
            let valid: Assessment = parameters.plan(seed).build();
            if mended(&mutant.document, &mutant.path.to_string(), &valid) == valid {
                checked += 1;
            }
        }
        assert!(checked > 5, "{rule}: {checked}");
    }
}

/// Only errors keep a document from being published.
#[test]
fn a_mutant_is_published_unless_its_rule_is_an_error() {
    for row in RULES {
        let mutant = break_rule(row.rule, 1, &Parameters::default()).unwrap();
        let is_refused = Complete::check(mutant.document, Parameters::default().as_of).is_err();
        assert_eq!(is_refused, row.severity == Severity::Error, "{}", row.rule);
    }
}

#[test]
fn a_form_that_a_rule_does_not_apply_to_is_not_broken() {
    for row in RULES {
        for kind in AssessmentKind::ALL.iter().filter(|kind| !row.forms.contains(kind)) {
            assert_eq!(break_rule(row.rule, 1, &of(*kind)), None, "{} {kind}", row.rule);
        }
    }
}

#[test]
fn a_seed_gives_the_same_mutant_and_others_give_others() {
    for row in RULES {
        let all: Vec<Mutant> =
            (0..12).map(|seed| break_rule(row.rule, seed, &Parameters::default()).unwrap()).collect();
        assert_eq!(break_rule(row.rule, 3, &Parameters::default()).as_ref(), Some(&all[3]));
        assert!(all.iter().any(|mutant| mutant.document != all[0].document), "{}", row.rule);
    }
    let places = |rule| -> BTreeSet<String> {
        let all = (0..40).map(|seed| break_rule(rule, seed, &Parameters::default()).unwrap());
        all.map(|mutant| mutant.item.to_string()).collect()
    };
    for (rule, least) in [
        (Rule::RequiredItem, 20),
        (Rule::ConditionalItem, 8),
        (Rule::UnneededAnswer, 8),
        (Rule::ItemNotPrinted, 20),
        (Rule::NumberTwice, 3),
        (Rule::NotInForce, 3),
        (Rule::DatesReversed, 4),
    ] {
        assert!(places(rule).len() >= least, "{rule}: {:?}", places(rule));
    }
}

#[test]
fn rules_are_broken_on_other_days_and_in_bare_documents_too() {
    let cases = [
        Parameters { filling: Filling::Required, changes: 0..=0, ..Parameters::default() },
        Parameters { filling: Filling::Everything, ..Parameters::default() },
        Parameters { as_of: day("2021-08-31"), ..Parameters::default() },
        Parameters { as_of: day("2024-05-27"), ..Parameters::default() },
    ];
    let mut bad = Vec::new();
    for parameters in cases {
        for row in RULES {
            for seed in 0..4 {
                match break_rule(row.rule, seed, &parameters) {
                    None if matches!(row.rule, Rule::ElsewhereAgainstSubmitted | Rule::RestatedAdequacy)
                        && parameters.as_of < day("2024-10-01") => {}
                    None if row.rule == Rule::DisclosureUnderOrdinance && parameters.as_of < day("2023-04-01") => {}
                    None => bad.push(format!("{} {seed} {parameters:?}: none", row.rule)),
                    Some(mutant) => assert_found_alone(&mutant, parameters.as_of),
                }
            }
        }
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn a_mutant_prints_as_json() {
    let mutant = break_rule(Rule::BasisTwice, 3, &of(AssessmentKind::AllItem)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&format!("{mutant:?}")).unwrap();
    assert_eq!(json["rule"], "basis_twice");
    assert_eq!(json["path"], mutant.path.to_string());
    assert_eq!(json["document"]["kind"], "all_item");
}

#[test]
fn shrinking_keeps_the_defect() {
    for rule in [
        Rule::RequiredItem,
        Rule::TransferCount,
        Rule::DeeperThanStated,
        Rule::BeforeIsNotAfter,
        Rule::LinkageMethod,
        Rule::NumberTwice,
        Rule::ResultNotDetermined,
    ] {
        let mut runner = TestRunner::deterministic();
        let failed = runner.run(&mutant(rule, Parameters::default()), |mutant| {
            assert_found_alone(&mutant, Parameters::default().as_of);
            Err(TestCaseError::fail("it does"))
        });
        let Err(TestError::Fail(_, least)) = failed else { panic!("{rule}: {failed:?}") };
        assert_eq!(least.rule, rule);
        assert_found_alone(&least, Parameters::default().as_of);
        assert!(least.document.file_sections.len() <= 1, "{rule}: {least:?}");
        let entrustments: usize = least.document.file_sections.iter().map(|section| section.entrustments.len()).sum();
        assert!(entrustments <= 2, "{rule}: {least:?}");
    }
}

#[test]
fn parameters_that_rule_a_defect_out_say_so() {
    let parameters = Parameters { recipients: 0..=0, ..Parameters::default() };
    assert_eq!(break_rule(Rule::TransferCount, 1, &parameters), None);
    let mut runner = TestRunner::deterministic();
    let failed = mutant(Rule::TransferCount, parameters).new_tree(&mut runner).map(|_| ());
    let reason = failed.unwrap_err().to_string();
    assert_eq!(reason, "no document with these parameters breaks transfer_count alone");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutant_reads_back(mutant in mutant(Rule::PartyTwice, Parameters::default())) {
        let written = serde_json::to_string(&mutant.document).unwrap();
        let read: Assessment = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &mutant.document);
    }

    #[test]
    fn what_is_published_has_no_errors(Json(document) in assessment(Parameters::default())) {
        let complete = Complete::check(document.clone(), Parameters::default().as_of);
        prop_assert_eq!(complete.map(Complete::into_inner), Ok(document));
    }
}

/// The days of the check: on both sides of the renumberings, and before and after each edition.
const DAYS: [&str; 9] = [
    "2018-01-01",
    "2019-06-01",
    "2021-08-31",
    "2021-09-01",
    "2022-04-01",
    "2024-05-26",
    "2024-05-27",
    "2025-06-01",
    "2030-01-01",
];

#[test]
fn a_thousand_generated_documents_are_clean_and_say_what_their_facts_determine() {
    for as_of in DAYS.map(day) {
        for kind in AssessmentKind::ALL {
            let parameters = Parameters { as_of, ..of(*kind) };
            let seeds = if as_of == Parameters::default().as_of { 1_000 } else { 120 };
            for seed in 0..seeds {
                let document: Assessment = parameters.plan(seed).build();
                let report = validate(&document, as_of);
                let found: Vec<String> =
                    report.iter().map(|one| format!("{} {}", one.rule, one.location.path)).collect();
                assert!(found.is_empty(), "{kind} {seed} {as_of}: {found:?}");
                let stated = *document.threshold.result.given().unwrap();
                assert!(determine(&Facts::from(&document)).possible().contains(stated));
            }
        }
    }
}
