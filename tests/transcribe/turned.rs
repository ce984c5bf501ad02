//! Pages whose blocks are in another order: most answers are suggestions, and most suggestions are right. The limits are what is reached, so
//! a change of the reader shows whether it gives more or fewer.

use crate::reading::{claims, dense, read_text};
use mynumber_pia::Assessment;
use mynumber_pia::fixture::{Disturbance, Parameters, disturbed};
use mynumber_pia::value::kind::AssessmentKind;

/// Of the answers of these documents, in thousandths: those that the document or a suggestion has, and those for which there is another
/// suggestion only.
fn suggested(texts: impl Iterator<Item = (Assessment, String)>) -> (usize, usize) {
    let (mut printed, mut right, mut wrong) = (0, 0, 0);
    for (document, text) in texts {
        let read = read_text(&text);
        let certain = claims(read.document());
        for ((path, code), claim) in &claims(&document) {
            let Some(said) = claim.text.as_ref().filter(|text| !text.is_empty() && code.is_empty()) else { continue };
            printed += 1;
            let mut found = read.suggestions().iter().filter(|one| one.path.to_string() == *path).peekable();
            let is_named = found.peek().is_some();
            let is_certain = certain.get(&(path.clone(), *code)) == Some(claim);
            let is_right = is_certain || found.any(|one| dense(&one.text).contains(said.as_str()));
            right += usize::from(is_right);
            wrong += usize::from(is_named && !is_right);
        }
    }
    (right * 1000 / printed, wrong * 1000 / printed)
}

fn documents(kind: AssessmentKind, disturbances: &[Disturbance]) -> impl Iterator<Item = (Assessment, String)> {
    let parameters = Parameters { kind: Some(kind), ..Parameters::default() };
    (0..3).map(move |seed| {
        let document: Assessment = parameters.plan(seed).build();
        let text = disturbed(&document, disturbances, seed);
        (document, text)
    })
}

/// The text without blank lines between its pages. The first line of a page is indented instead, as where a source lost its breaks.
fn indented(text: &str) -> String {
    let mut joined = text.to_string();
    while joined.contains("\n\n\n\n") {
        joined = joined.replace("\n\n\n\n", "\n\n\n");
    }
    joined.replace("\n\n\n", "\n ")
}

/// Asserts how many thousandths are suggested rightly at least, and wrongly at most.
fn judge(context: &str, (right, wrong): (usize, usize), (least, most): (usize, usize)) {
    assert!(right >= least && wrong <= most, "{context}: {right} ‰ right, {wrong} ‰ wrong");
}

#[test]
fn turned_pages_give_suggestions() {
    for (disturbances, basic, key, all) in [
        (&[Disturbance::PagesTurned][..], (556, 59), (744, 86), (775, 125)),
        (&[Disturbance::PagesTurned, Disturbance::NumbersPlain], (556, 59), (737, 91), (771, 128)),
        (&[Disturbance::PagesTurned, Disturbance::Furniture], (538, 59), (744, 86), (757, 129)),
        (&[Disturbance::PagesTurned, Disturbance::LinesLost], (532, 71), (688, 113), (724, 133)),
        (&[Disturbance::NumbersStacked], (910, 0), (829, 12), (915, 0)),
    ] {
        for (kind, limits) in AssessmentKind::ALL.iter().zip([basic, key, all]) {
            judge(&format!("{kind} {disturbances:?}"), suggested(documents(*kind, disturbances)), limits);
        }
    }
}

#[test]
fn turned_pages_without_breaks_give_fewer_suggestions() {
    for (kind, limits) in [
        (AssessmentKind::BasicItem, (556, 59)),
        (AssessmentKind::KeyItem, (438, 204)),
        (AssessmentKind::AllItem, (379, 204)),
    ] {
        let turned = documents(kind, &[Disturbance::PagesTurned]);
        judge(kind.code(), suggested(turned.map(|(document, text)| (document, indented(&text)))), limits);
    }
}
