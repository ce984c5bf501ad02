//! Keys of findings, and which findings are new since an earlier check.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::validate::{FindingStatus, Report, validate};
use mynumber_pia::{Assessment, AssessmentKind};

use FindingStatus::{Gone, New, Same};

const DOCUMENTS: [&str; 5] = [
    include_str!("../../examples/documents/edogawa.json"),
    include_str!("../../examples/documents/shinjuku.json"),
    include_str!("../../examples/documents/kawaguchi.json"),
    include_str!("../../examples/documents/kumagaya.json"),
    include_str!("../../examples/documents/matsudo.json"),
];

fn check(document: &Assessment) -> Report {
    validate(document, NaiveDate::from_ymd_opt(2026, 4, 1).unwrap())
}

fn documents() -> impl Iterator<Item = Assessment> {
    let published = DOCUMENTS.iter().map(|json| serde_json::from_str(json).unwrap());
    let generated = AssessmentKind::ALL.iter().flat_map(|kind| {
        let parameters = Parameters { kind: Some(*kind), filling: Filling::Some, ..Parameters::default() };
        (0..8).map(move |seed| parameters.plan(seed).build())
    });
    published.chain(generated)
}

#[test]
fn the_same_check_has_nothing_new() {
    for document in documents() {
        let report = check(&document);
        let keys = report.keys(&document);
        assert_eq!(keys.len(), report.len());
        let (now, then) = report.since(&document, &keys);
        assert!(now.iter().chain(&then).all(|status| *status == Same));
        let (now, then) = report.since(&document, &[]);
        assert!(now.iter().all(|status| *status == New) && then.is_empty());
        let (now, then) = Report::default().since(&document, &keys);
        assert!(now.is_empty() && then.iter().all(|status| *status == Gone));
    }
}

/// Lists in another order make nothing new.
#[test]
fn entries_that_move_make_nothing_new() {
    let mut moved = 0;
    for document in documents() {
        let before = check(&document).keys(&document);
        let mut other = document.clone();
        other.systems.reverse();
        for section in &mut other.file_sections {
            section.entrustments.reverse();
            section.provision.provisions.reverse();
            section.provision.transfers.reverse();
        }
        moved += usize::from(other != document);
        let (now, then) = check(&other).since(&other, &before);
        let keys = check(&other).keys(&other);
        let all = keys.iter().zip(&now).chain(before.iter().zip(&then));
        let changed: Vec<_> = all.filter(|(_, status)| **status != Same).collect();
        assert_eq!(changed, [], "{:?}", document.cover.title);
    }
    assert!(moved > 10, "{moved}");
}

#[test]
fn a_finding_is_known_by_the_names_of_its_blocks() {
    let document: Assessment = serde_json::from_str(DOCUMENTS[4]).unwrap();
    let mut changed = document.clone();
    changed.remove(&"file_sections[0].entrustments[0].content".parse().unwrap()).unwrap();
    let report = check(&changed);
    let before = check(&document).keys(&document);
    let (now, then) = report.since(&changed, &before);
    let keys = report.keys(&changed);
    let new: BTreeSet<&str> =
        keys.iter().zip(&now).filter(|(_, status)| **status == New).map(|(key, _)| key.as_str()).collect();
    let block = "ファイル=後期高齢者医療ファイル / 委託事項=帳票作成等業務委託";
    assert!(
        !now.is_empty() && new.contains(format!("required_item entrustment_content / {block}").as_str()),
        "{new:#?}"
    );
    assert!(then.iter().all(|status| *status == Same));
    // Another entrustment before it moves it, and its finding stays.
    changed.insert(&"file_sections[0].entrustments".parse().unwrap(), 0).unwrap();
    let (_, then) = check(&changed).since(&changed, &keys);
    assert!(then.iter().all(|status| *status == Same));
}
