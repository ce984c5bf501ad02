//! Generated papers of affairs: those that agree, and those that break one rule of agreement.
#![cfg(feature = "proptest1")]

use chrono::NaiveDate;
use mynumber_pia::affair::{AGREE_RULES, Disagreement, Dossier, PublishedBy, Register};
use mynumber_pia::fixture::{BodyPapers, Parameters, break_agreement, dossier, municipality, register};
use mynumber_pia::validate::validate;
use mynumber_pia::{Assessment, AssessmentKind};

/// The disagreements of the papers of a body, each as its rule and text.
fn found(documents: &[Assessment], register: Option<&Register>, as_of: NaiveDate) -> Vec<String> {
    let gathered = Dossier::gather(documents, register);
    assert!(gathered.ungrouped.is_empty());
    let text = |one: &Disagreement<'_>| format!("{} {one}", one.rule);
    gathered.disagreements(as_of).iter().map(text).collect()
}

fn assert_valid(documents: &[Assessment], as_of: NaiveDate) {
    for document in documents {
        let report = validate(document, as_of);
        assert!(report.is_empty(), "{}: {report:?}", document.kind());
    }
}

#[test]
fn the_papers_of_an_affair_agree() {
    let parameters = Parameters::default();
    let mut deeper = 0;
    for seed in 0..1_000 {
        let BodyPapers { documents, register, .. } = dossier(seed, 0, &parameters);
        deeper += u32::from(documents.len() > 1);
        assert_eq!(found(&documents, Some(&register), parameters.as_of), [""; 0], "seed {seed}");
        assert_eq!(found(&documents, None, parameters.as_of), [""; 0], "seed {seed}");
        assert_valid(&documents, parameters.as_of);
    }
    assert!((200..900).contains(&deeper), "{deeper}");
}

#[test]
fn later_versions_agree_too_and_are_corrections() {
    let parameters = Parameters::default();
    let (mut together, mut alone) = (0, 0);
    for seed in 0..40 {
        let BodyPapers { documents, register, .. } = dossier(seed, 3, &parameters);
        let gathered = Dossier::gather(&documents, Some(&register));
        let [dossier] = gathered.dossiers.as_slice() else { panic!("seed {seed}") };
        let first = AssessmentKind::ALL.iter().filter(|paper| !dossier.versions(**paper).is_empty()).count();
        assert!(documents.len() >= first + 3, "seed {seed}: {} after {first}", documents.len());
        let entry = dossier.entry.unwrap();
        assert_eq!(entry.publications.len(), documents.len(), "seed {seed}");
        for paper in AssessmentKind::ALL {
            let versions = dossier.versions(*paper);
            let grounds: Vec<_> = versions.iter().map(|version| version.publication.unwrap().by).collect();
            let corrected = grounds.iter().filter(|by| **by == PublishedBy::Corrected).count();
            assert_eq!(corrected, grounds.len().saturating_sub(1), "seed {seed}");
            // The papers agree on every day from the first publication.
            for version in versions {
                let day = version.day().unwrap();
                let texts: Vec<String> = dossier.disagreements(day).iter().map(ToString::to_string).collect();
                assert_eq!(texts, [""; 0], "seed {seed} on {day}");
            }
        }
        if documents.len() > first + 3 {
            together += 1;
        } else {
            alone += 1;
        }
        assert_eq!(found(&documents, Some(&register), parameters.as_of), [""; 0], "seed {seed}");
        assert_valid(&documents, parameters.as_of);
    }
    // Some corrections concern both papers.
    assert!(together > 3 && alone > 3, "{together} {alone}");
}

#[test]
fn the_papers_of_a_municipality_agree() {
    let parameters = Parameters::default();
    let mut deeper = 0;
    for seed in 0..6 {
        let documents = municipality(seed, 40, &parameters);
        deeper += documents.len() - 40;
        let listed = register(&documents).unwrap();
        assert_eq!(listed.affairs.len(), 40);
        assert_eq!(found(&documents, Some(&listed), parameters.as_of), [""; 0], "seed {seed}");
        assert_eq!(found(&documents, None, parameters.as_of), [""; 0], "seed {seed}");
        assert_valid(&documents, parameters.as_of);
    }
    assert!(deeper > 40, "{deeper}");
}

#[test]
fn a_mutant_breaks_its_rule_alone() {
    let parameters = Parameters::default();
    for row in AGREE_RULES {
        for seed in 0..6 {
            let mutant = break_agreement(row.rule, seed, &parameters).unwrap_or_else(|| panic!("{} {seed}", row.rule));
            let gathered = Dossier::gather(&mutant.documents, mutant.register.as_ref());
            let found = gathered.disagreements(parameters.as_of);
            let rules: Vec<_> = found.iter().map(|one| one.rule).collect();
            assert_eq!((rules, mutant.rule), (vec![row.rule], row.rule), "seed {seed}");
            assert_valid(&mutant.documents, parameters.as_of);
            assert_eq!(break_agreement(row.rule, seed, &parameters).as_ref(), Some(&mutant), "seed {seed}");
        }
    }
}

/// The order of the papers makes no difference, neither to what is found nor to its order.
#[test]
fn the_order_of_the_papers_makes_no_difference() {
    let parameters = Parameters::default();
    let both = |documents: &[Assessment], register: Option<&Register>| {
        (found(documents, register, parameters.as_of), found(documents, None, parameters.as_of))
    };
    for row in AGREE_RULES {
        for seed in 0..3 {
            let mutant = break_agreement(row.rule, seed, &parameters).unwrap();
            let mut turned = mutant.documents.clone();
            turned.reverse();
            let register = mutant.register.as_ref();
            assert_eq!(both(&turned, register), both(&mutant.documents, register), "{} {seed}", row.rule);
        }
    }
    let documents = municipality(5, 30, &parameters);
    let keys = |documents: &[Assessment]| -> Vec<(String, usize)> {
        let gathered = Dossier::gather(documents, None);
        gathered.dossiers.iter().map(|one| (one.key().to_string(), one.documents().count())).collect()
    };
    let expected = keys(&documents);
    let mut turned = documents;
    for _ in 0..5 {
        turned.rotate_left(7);
        assert_eq!(keys(&turned), expected);
        turned.reverse();
        assert_eq!(keys(&turned), expected);
    }
}

#[test]
fn parameters_that_rule_a_defect_out_give_none() {
    use mynumber_pia::affair::AgreeRule;
    use mynumber_pia::value::band::PopulationBand;

    // Nothing deeper than a 基礎項目評価書 is required of anybody.
    let parameters = Parameters { population: Some(PopulationBand::Under1000), ..Parameters::default() };
    assert_eq!(break_agreement(AgreeRule::FilesDiffer, 1, &parameters), None);
    assert!(break_agreement(AgreeRule::NumberTwice, 1, &parameters).is_some());
}
