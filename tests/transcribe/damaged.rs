//! Pages that lack some characters everywhere, as where a font of a PDF file has no map for them: no answer is wrong without a doubt.

use std::collections::{BTreeMap, BTreeSet};

use crate::reading::{Compared, claims, read_text};
use mynumber_pia::Assessment;
use mynumber_pia::fixture::Parameters;
use mynumber_pia::form::Plain;
use mynumber_pia::transcribe::Doubt;
use mynumber_pia::value::kind::AssessmentKind;

/// How many characters are candidates: the most frequent of the page.
const FREQUENT: usize = 200;

/// A few numbers that look random.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit).unwrap()).unwrap()
    }
}

fn frequent(page: &str) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    // The mark before a row is of our pages, not of the form.
    for c in page.chars().filter(|c| !c.is_whitespace() && *c != '■') {
        *counts.entry(c).or_default() += 1;
    }
    let mut all: Vec<(usize, char)> = counts.into_iter().map(|(c, count)| (count, c)).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.into_iter().map(|(_, c)| c).take(FREQUENT).collect()
}

/// What is wrong without a doubt in a page without these characters.
fn wrong(document: &Assessment, page: &str, lost: &BTreeSet<char>) -> (Vec<String>, usize) {
    let page: String = page.chars().filter(|c| !lost.contains(c)).collect();
    let read = read_text(&page);
    let truth = claims(document);
    let without = |text: &str| -> String { text.chars().filter(|c| !lost.contains(c)).collect() };
    let mut wrong = Vec::new();
    let mut right = 0;
    for (key, claim) in claims(read.document()) {
        let Some(text) = &claim.text else { continue };
        let expected = truth.get(&key).and_then(|claim| claim.text.as_deref());
        // A character that is in no label of the form is missed by nobody.
        let is_words = matches!(claim.kind, Compared::Name | Compared::Text);
        let is_right = expected == Some(text.as_str()) || (is_words && expected.map(without).as_ref() == Some(text));
        right += usize::from(is_right);
        // An unticked box of an entry that has no answer says nothing, and a page prints a number that the document lacks.
        let is_added = expected.is_none() && (text.is_empty() || key.0.ends_with("].number"));
        // A short form may have no such digit.
        let is_short = claim.kind == Compared::Number && lost.iter().any(|c| ('5'..='9').contains(c));
        if !(is_right || is_added || is_short && read.lost().is_empty()) {
            wrong.push(format!("{lost:?} {key:?}: {text:?} for {expected:?}"));
        }
    }
    (wrong, right)
}

fn documents() -> Vec<Assessment> {
    let mut all = vec![serde_json::from_str(include_str!("../../examples/documents/kawaguchi.json")).unwrap()];
    for kind in AssessmentKind::ALL {
        let parameters = Parameters { kind: Some(*kind), ..Parameters::default() };
        all.extend((0..2).map(|seed| parameters.plan(seed).build()));
    }
    all
}

#[test]
fn a_page_without_some_characters_gives_nothing_wrong() {
    let mut draw = Draw(1);
    let (mut all, mut right) = (Vec::new(), 0);
    for document in documents() {
        let page = Plain::new(&document).to_string();
        let frequent = frequent(&page);
        for (count, draws) in [(1, 40), (3, 20), (10, 20)] {
            for _ in 0..draws {
                let lost = (0..count).map(|_| frequent[draw.below(frequent.len())]).collect();
                let (wrong, found) = wrong(&document, &page, &lost);
                right += found;
                all.extend(wrong);
            }
        }
    }
    println!("{right} right, {} wrong", all.len());
    assert!(right > 0);
    assert!(all.is_empty(), "{} wrong: {:#?}", all.len(), &all[..all.len().min(60)]);
}

/// The result says which characters are missing.
#[test]
fn the_lost_characters_are_named() {
    let document: Assessment = documents().remove(0);
    let page = Plain::new(&document).to_string();
    for whole in documents() {
        assert_eq!(read_text(&Plain::new(&whole).to_string()).lost(), []);
    }
    let read = read_text(&page.replace('務', ""));
    assert_eq!(read.lost(), ['務']);
    assert!(read.suggestions().iter().any(|one| one.reason == Doubt::Damaged));
}

/// A label that lacks a character is still that label, and its answer is a suggestion.
#[test]
fn a_damaged_label_is_that_label() {
    let page = "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n①事務の名称　職員に関する事務\n\
        ６．評価実施機関における担当部署\n①部署　介護保険課\n②所属長の役名　課長\n";
    let read = read_text(page);
    let document = read.document();
    assert_eq!(document.department.name.value().to_string(), "介護保険課");
    let said: Vec<(String, &str)> =
        read.suggestions().iter().map(|one| (one.path.to_string(), one.text.as_str())).collect();
    assert_eq!(said, [("department.head".to_string(), "課長")]);
}

/// The label ② is in the middle of its cell: lines before it may be of its answer, so both answers are suggestions.
#[test]
fn a_label_in_the_middle_of_its_cell_is_a_doubt() {
    let page = |before: &str| {
        format!(
            "［令和6年10月 様式3］\n\nⅠ　基本情報\n１．特定個人情報ファイルを取り扱う事務\n①事務の名称　介護保険に関する事務\n{before}\
             ②事務の内容　後半\n③対象人数　[ 10万人以上30万人未満 ]\n"
        )
    };
    let given = |page: &str| read_text(page).document().affair.content.value().to_string();
    assert_eq!((given(&page("")), given(&page("前半\n"))), ("後半".to_string(), String::new()));
    let half: String = page("").chars().map(|c| if c == '①' { '1' } else { c }).collect();
    assert_eq!(read_text(&half).document().affair.name.value().to_string(), "介護保険に関する事務");
}
