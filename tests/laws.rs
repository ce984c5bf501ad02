//! Laws across modules, over generated documents: paths exist, and raising asks for more and loses nothing.

use std::collections::BTreeSet;

use mynumber_pia::assessment::{Assessment, Need};
use mynumber_pia::fixture::{Edit, Filling, Parameters, break_rule};
use mynumber_pia::validate::{RULES, Rule, validate};
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition};

/// Every path of a document: the fields, and the parts and lists on the way to them.
fn paths(document: &Assessment) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    document.walk_with_empty_forms(|field| {
        let path = field.path.to_string();
        for (end, _) in path.match_indices(['.', '[']) {
            paths.insert(path[..end].to_string());
        }
        paths.insert(path);
    });
    // An empty list has no fields, and the header is not walked.
    paths.extend(["changes".to_string(), "edition".to_string()]);
    paths
}

#[track_caller]
fn assert_exists(paths: &BTreeSet<String>, path: &impl ToString, of: &impl std::fmt::Debug) {
    let path = path.to_string();
    // The chain of an entrustment can be empty.
    let path = path.strip_suffix(".chain").unwrap_or(&path);
    assert!(paths.contains(path), "{path} of {of:?} is in no walk");
}

fn of_kind(kind: AssessmentKind) -> Parameters {
    Parameters { kind: Some(kind), ..Parameters::default() }
}

#[test]
fn every_path_of_a_finding_or_a_mutant_is_one_of_the_walk() {
    let parameters = Parameters::default();
    let mut checked = 0;
    for row in RULES {
        for seed in 0..3 {
            let Some(mutant) = break_rule(row.rule, seed, &parameters) else { continue };
            let paths = paths(&mutant.document);
            assert_exists(&paths, &mutant.path, &row.rule);
            for finding in validate(&mutant.document, parameters.as_of).iter() {
                assert_exists(&paths, &finding.location.path, &row.rule);
                if let Some(other) = &finding.other {
                    assert_exists(&paths, &other.path, &row.rule);
                }
                checked += 1;
            }
        }
    }
    assert!(checked >= 3 * RULES.len(), "{checked}");
    for json in [
        include_str!("../examples/documents/edogawa.json"),
        include_str!("../examples/documents/shinjuku.json"),
        include_str!("../examples/documents/kawaguchi.json"),
        include_str!("../examples/documents/kumagaya.json"),
        include_str!("../examples/documents/matsudo.json"),
    ] {
        let mut document: Assessment = serde_json::from_str(json).unwrap();
        for kind in AssessmentKind::ALL {
            document.form = Form::Unknown(*kind);
            let paths = paths(&document);
            for finding in validate(&document, parameters.as_of).iter() {
                assert_exists(&paths, &finding.location.path, &finding.rule);
                if let Some(other) = &finding.other {
                    assert_exists(&paths, &other.path, &finding.rule);
                }
            }
            for fill in document.to_fill() {
                assert_exists(&paths, &fill.path, &fill.item);
                for from in &fill.from {
                    assert_exists(&paths, from, &fill.item);
                }
            }
        }
    }
}

#[test]
fn every_path_of_an_edit_is_one_of_the_walk() {
    for kind in AssessmentKind::ALL {
        for seed in 0..60 {
            let Edit { before, after, item, path } = of_kind(*kind).plan(seed).build();
            assert_exists(&paths(&after), &path, &item);
            assert_exists(&paths(&before), &path, &item);
        }
    }
}

/// Raising sets the form. A document without findings then only lacks what the deeper form asks.
#[test]
fn raising_a_clean_document_finds_what_is_to_fill_and_nothing_else() {
    let next =
        [(AssessmentKind::BasicItem, AssessmentKind::KeyItem), (AssessmentKind::KeyItem, AssessmentKind::AllItem)];
    let mut raised = 0;
    for (from, to) in next {
        for filling in [Filling::Required, Filling::Some, Filling::Everything] {
            let parameters = Parameters { filling, ..of_kind(from) };
            for seed in 0..100 {
                let clean: Assessment = parameters.plan(seed).build();
                assert!(validate(&clean, parameters.as_of).is_empty());
                // An affair that requires 様式4 cannot be assessed with 様式3.
                let deepest = clean.threshold.result.given().and_then(|result| result.deepest());
                if deepest > Some(to) {
                    continue;
                }
                let mut document = clean.clone();
                document.form = Form::Edition(FormEdition::latest(to).unwrap());
                let to_fill = document.to_fill();
                let report = validate(&document, parameters.as_of);
                for finding in report.iter() {
                    let need = match finding.rule {
                        Rule::RequiredItem => Need::Required,
                        Rule::ConditionalItem => Need::Conditional,
                        // The reason why a period was short is an item of 様式4.
                        Rule::OpinionShortened if to == AssessmentKind::AllItem => continue,
                        other => panic!("{from} to {to}, seed {seed}: {other}: {finding}"),
                    };
                    let is_listed = |fill: &&mynumber_pia::assessment::ToFill| fill.path == finding.location.path;
                    let fill = to_fill.iter().find(is_listed).unwrap_or_else(|| panic!("{finding} is not listed"));
                    assert_eq!(fill.need, need, "{finding}");
                }
                let required = to_fill.iter().filter(|fill| fill.need == Need::Required).count();
                assert_eq!(report.iter().filter(|finding| finding.rule == Rule::RequiredItem).count(), required);
                document.form = clean.form;
                assert_eq!(document, clean);
                raised += 1;
            }
        }
    }
    assert!(raised > 300, "{raised}");
}
