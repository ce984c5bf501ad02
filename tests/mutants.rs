//! Generated documents against the check.
#![cfg(feature = "proptest1")]

use mynumber_pia::assessment::Assessment;
use mynumber_pia::fixture::Parameters;
use mynumber_pia::kind::AssessmentKind;
use mynumber_pia::validate::{Severity, validate};

#[test]
fn a_generated_document_is_clean() {
    let mut bad = std::collections::BTreeMap::new();
    for kind in AssessmentKind::ALL.iter().copied() {
        for seed in 0..300 {
            let parameters = Parameters { kind: Some(kind), ..Parameters::default() };
            let as_of = parameters.as_of;
            let document: Assessment = parameters.plan(seed).build();
            for finding in validate(&document, as_of).iter() {
                let e = bad.entry((finding.severity() != Severity::Note, finding.rule.code())).or_insert((0, format!("{kind} {seed} {} {finding}", finding.place.path)));
                e.0 += 1;
            }
        }
    }
    for (k, v) in &bad { println!("{k:?} {v:?}"); }
    assert!(bad.keys().all(|(bad, _)| !bad));
}
