//! Generated documents against the check: the valid ones, and those that were broken in one way.
#![cfg(feature = "proptest1")]

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::fixture::{Filling, Json, Mutant, Parameters, assessment, break_rule, mutant};
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::validate::{Complete, Finding, RULES, Rule, validate};
use mynumber_pia::value::kind::AssessmentKind;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(kind: AssessmentKind) -> Parameters {
    Parameters { kind: Some(kind), ..Parameters::default() }
}

/// What is wrong with a mutant.
fn wrong(mutant: &Mutant, as_of: NaiveDate) -> Option<String> {
    let report = validate(&mutant.document, as_of);
    let of_rule: Vec<&Finding> = report.iter().filter(|found| found.rule == mutant.rule).collect();
    let is_found = match of_rule.as_slice() {
        [found] => {
            found.location.item == mutant.item
                && found.location.path == mutant.path
                && report.of(found.severity()).count() == 1
        }
        [..] => false,
    };
    // What is ticked beside 行っていない is listed or not, and the check reports either.
    let is_alone = report.len() == 1 || mutant.rule == Rule::ProvisionStatedBothWays;
    let found: Vec<String> = report.iter().map(|found| format!("{} {}", found.rule, found.location.path)).collect();
    (!(is_found && is_alone)).then(|| format!("{} at {}: found {found:?}", mutant.rule, mutant.path))
}

#[test]
fn every_rule_is_broken_alone_and_where_the_mutant_says() {
    let mut bad = Vec::new();
    for row in RULES {
        for kind in row.forms {
            let parameters = of(*kind);
            for seed in 0..30 {
                match break_rule(row.rule, seed, &parameters) {
                    None => bad.push(format!("{} {kind} {seed}: none", row.rule)),
                    Some(mutant) => {
                        assert_eq!(mutant.document.kind(), *kind);
                        assert_eq!(mutant.rule, row.rule);
                        bad.extend(wrong(&mutant, parameters.as_of));
                    }
                }
            }
        }
    }
    assert_eq!(bad, Vec::<String>::new());
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
    let places = |rule| -> std::collections::BTreeSet<String> {
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
                    None if row.rule == Rule::RowAndArticle && parameters.as_of <= day("2024-05-27") => {}
                    None if row.rule == Rule::ElsewhereAgainstSubmitted && parameters.as_of < day("2024-10-01") => {}
                    None => bad.push(format!("{} {seed} {parameters:?}: none", row.rule)),
                    Some(mutant) => bad.extend(wrong(&mutant, parameters.as_of)),
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
            assert_eq!(wrong(&mutant, Parameters::default().as_of), None);
            Err(TestCaseError::fail("it does"))
        });
        let Err(TestError::Fail(_, least)) = failed else { panic!("{rule}: {failed:?}") };
        assert_eq!(wrong(&least, Parameters::default().as_of), None);
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
        prop_assert_eq!(wrong(&Mutant { document: read, ..mutant }, Parameters::default().as_of), None);
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
