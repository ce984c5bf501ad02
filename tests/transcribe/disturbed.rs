//! Generated documents, printed and disturbed, and read again. What disturbs a source should make an answer doubtful or leave it over, but
//! never wrong. The tables say how far that is reached: how many answers other than texts are wrong without a doubt at most, and the least
//! share of the answers in the document. Only a lost line that was a whole entry, a name of a list or a row of the change table, leaves no trace. Where the order is lost, all are suggestions.

use crate::reading::{Reading, claims, read_sheets, read_text};
use mynumber_pia::Assessment;
use mynumber_pia::fixture::{Disturbance, Parameters, disturbed, sheets};
use mynumber_pia::value::kind::AssessmentKind;

/// How many documents of each form are read.
const DOCUMENTS: u64 = 4;

fn documents() -> impl Iterator<Item = (u64, Assessment)> {
    let of_kind = |kind: &'static AssessmentKind| {
        let parameters = Parameters { kind: Some(*kind), ..Parameters::default() };
        (0..DOCUMENTS).map(move |seed| (seed, parameters.plan(seed).build()))
    };
    AssessmentKind::ALL.iter().flat_map(of_kind)
}

/// Asserts that at most so many answers are wrong, and that at least so many thousandths are found.
fn judge(context: &str, all: &Reading, most: usize, least: usize) {
    println!("{context}: {} ‰ {all}", all.share());
    let shown: Vec<&String> = all.wrong.iter().take(25).collect();
    assert!(all.wrong.len() <= most, "{context}: {} wrong: {shown:#?}", all.wrong.len());
    assert!(all.share() >= least, "{context}: {all}\n{:#?}", &all.missing[..all.missing.len().min(20)]);
}

/// Reads all documents with these disturbances. The account has each byte of each text once.
fn read_all(disturbances: &[Disturbance], most: usize, least: usize) {
    let mut all = Reading::default();
    for (seed, document) in documents() {
        all.add(&document, &read_text(&disturbed(&document, disturbances, seed)));
    }
    judge(&format!("{disturbances:?}"), &all, most, least);
}

#[test]
fn a_text_in_order_gives_the_document() {
    read_all(&[], 0, 985);
}

#[test]
fn sheets_give_the_document() {
    let mut all = Reading::default();
    for (seed, document) in documents() {
        all.add(&document, &read_sheets(&sheets(&document, seed)));
    }
    judge("sheets", &all, 0, 795);
}

#[test]
fn each_disturbance() {
    for (disturbance, most, least) in [
        (Disturbance::ContentsScrambled, 0, 985),
        (Disturbance::NumbersStacked, 0, 0),
        (Disturbance::NumbersPlain, 0, 975),
        (Disturbance::LabelsBroken, 0, 975),
        (Disturbance::LettersDoubled, 0, 975),
        (Disturbance::LettersSpaced, 0, 950),
        (Disturbance::MarksFloat, 0, 850),
        (Disturbance::PagesTurned, 0, 0),
        (Disturbance::Furniture, 0, 985),
        (Disturbance::LinesLost, 1, 900),
    ] {
        read_all(&[disturbance], most, least);
    }
}

#[test]
fn two_disturbances() {
    for (pair, most, least) in [
        ([Disturbance::PagesTurned, Disturbance::MarksFloat], 0, 0),
        ([Disturbance::LinesLost, Disturbance::Furniture], 5, 892),
    ] {
        read_all(&pair, most, least);
    }
}

/// Whatever is certain after the blocks of each page were turned is as the document has it, texts too.
#[test]
fn turning_blocks_makes_no_certain_answer_wrong() {
    let mut certain = 0;
    for (seed, document) in documents() {
        let truth = claims(&document);
        for other in
            [None, Some(Disturbance::LabelsBroken), Some(Disturbance::MarksFloat), Some(Disturbance::NumbersPlain)]
        {
            let disturbances: Vec<Disturbance> = other.into_iter().chain([Disturbance::PagesTurned]).collect();
            let turned = claims(read_text(&disturbed(&document, &disturbances, seed)).document());
            for (key, claim) in turned.iter().filter(|(_, claim)| claim.text.is_some()) {
                // A group without an answer is printed like one without a mark.
                let is_unticked = claim.text.as_deref() == Some("") && !truth.contains_key(key);
                assert!(is_unticked || truth.get(key) == Some(claim), "{key:?} of {seed}: {claim:?}");
                certain += 1;
            }
        }
    }
    assert!(certain > 1_000, "{certain}");
}
