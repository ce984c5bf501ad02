//! The difference between two versions: laws over generated and published documents, and how parts are matched.

use crate::support::PUBLISHED;
use mynumber_pia::assessment::{Assessment, Entrustment, FileSection, InformationSystem, Parties};
use mynumber_pia::change::{Difference, EditKind, MatchedBy, NotComparedBecause, difference};
use mynumber_pia::fixture::{Edited, Filling, Json, Parameters, assessment, edit};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::choice::Extent;
use proptest::prelude::*;
use serde_json::Value;

/// The published documents. The excerpt is treated as a whole document.
fn published() -> impl Iterator<Item = Assessment> {
    let read = |json: &&str| serde_json::from_str::<Assessment>(json).unwrap();
    PUBLISHED.iter().map(read).map(|document| Assessment { extent: Extent::Whole, ..document })
}

fn documents(count: u64) -> impl Iterator<Item = Assessment> {
    let full = Parameters { filling: Filling::Everything, ..Parameters::default() };
    let generated = (0..count).map(|seed| Parameters::default().plan(seed).build());
    published().chain(generated).chain((0..count).map(move |seed| full.plan(seed).build()))
}

/// The edits as `what old new`.
fn printed(difference: &Difference<'_>) -> Vec<String> {
    let path = |path: &Option<_>| path.as_ref().map_or("-".to_string(), ToString::to_string);
    let edits = difference.edits().iter();
    edits.map(|edit| format!("{} {} {}", edit.what, path(&edit.old), path(&edit.new))).collect()
}

/// Tests what holds for any two whole documents.
#[track_caller]
fn assert_laws(old: &Assessment, new: &Assessment) {
    let difference = difference(old, new);
    assert!(difference.apply(old).unwrap() == *new, "{:?}", printed(&difference));
    let back = difference.reversed();
    assert!(back.apply(new).unwrap() == *old, "{:?}", printed(&back));
    assert_eq!(printed(&back.reversed()), printed(&difference));
    assert_eq!(difference.is_empty(), old == new);
}

/// A small generator that draws the same permutation on every platform.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

/// The document with every list in another order.
fn shuffled(document: &Assessment, seed: u64) -> Assessment {
    let (mut other, mut draw) = (document.clone(), Draw(seed));
    draw.shuffle(&mut other.systems);
    draw.shuffle(&mut other.files);
    draw.shuffle(&mut other.file_sections);
    draw.shuffle(&mut other.record_items);
    draw.shuffle(&mut other.risks);
    draw.shuffle(&mut other.changes);
    for FileSection { entrustments, provision, .. } in &mut other.file_sections {
        draw.shuffle(entrustments);
        for Entrustment { chain, .. } in entrustments {
            let mut parties = std::mem::take(chain).into_vec();
            draw.shuffle(&mut parties);
            *chain = Parties::new(parties).unwrap();
        }
        draw.shuffle(&mut provision.provisions);
        draw.shuffle(&mut provision.transfers);
    }
    other
}

/// The document with every printed number changed.
fn renumbered(document: &Assessment) -> Assessment {
    let mut other = document.clone();
    let change = |number: &mut Answer<u32>| {
        *number = Answer::Given(number.given().map_or(1, |number| 1000 - number.min(&999)));
    };
    other.systems.iter_mut().for_each(|system| change(&mut system.number));
    other.files.iter_mut().for_each(|file| change(&mut file.number));
    for FileSection { entrustments, provision, .. } in &mut other.file_sections {
        let numbers = entrustments.iter_mut().map(|entrustment| &mut entrustment.number);
        let numbers = numbers.chain(provision.provisions.iter_mut().map(|recipient| &mut recipient.number));
        numbers.chain(provision.transfers.iter_mut().map(|recipient| &mut recipient.number)).for_each(change);
    }
    other
}

#[test]
fn nothing_differs_from_itself() {
    for document in documents(64) {
        let copy = document.clone();
        let difference = difference(&document, &copy);
        assert!(difference.is_empty() && difference.edits().is_empty(), "{:?}", printed(&difference));
        // An unknown answer does not count as the same.
        let mut not_known = 0;
        document.walk(|field| {
            let json = serde_json::to_string(&format!("{:?}", field.value)).unwrap();
            not_known += usize::from(json.contains('？'));
        });
        assert!(not_known == 0 || !difference.not_compared().is_empty());
        assert!(difference.not_compared().iter().all(|one| one.because == NotComparedBecause::NotKnown));
    }
}

#[test]
fn another_order_is_moves_alone() {
    for (seed, document) in (0..).zip(documents(48)) {
        let other = shuffled(&document, seed);
        let difference = difference(&document, &other);
        for edit in difference.edits() {
            assert_eq!(edit.what, EditKind::Moved, "{seed} {edit:?}");
        }
        assert_eq!(difference.is_empty(), document == other);
        assert_laws(&document, &other);
    }
}

#[test]
fn other_numbers_are_renumbered_alone() {
    let mut count = 0;
    for document in documents(48) {
        let other = renumbered(&document);
        let difference = difference(&document, &other);
        for edit in difference.edits() {
            assert_eq!(edit.what, EditKind::Renumbered, "{edit:?}");
            assert!(edit.new.as_ref().unwrap().to_string().ends_with(".number"));
            count += 1;
        }
        assert_laws(&document, &other);
    }
    assert!(count > 1000, "{count}");
}

#[test]
fn other_numbers_in_another_order_are_both() {
    for (seed, document) in (0..).zip(documents(24)) {
        let other = renumbered(&shuffled(&document, seed));
        let difference = difference(&document, &other);
        for edit in difference.edits() {
            assert!(matches!(edit.what, EditKind::Renumbered | EditKind::Moved), "{seed} {edit:?}");
        }
        assert_laws(&document, &other);
    }
}

/// The JSON Pointers of the leaves of a document.
fn leaves(json: &Value, at: &str, leaves: &mut Vec<String>) {
    match json {
        Value::Object(fields) if fields.keys().any(|key| matches!(key.as_str(), "under" | "text")) => {
            leaves.push(at.to_string());
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                self::leaves(field, &format!("{at}/{name}"), leaves);
            }
        }
        Value::Array(list) if list.iter().all(|entry| entry.is_object() && entry.get("under").is_none()) => {
            for (index, entry) in list.iter().enumerate() {
                self::leaves(entry, &format!("{at}/{index}"), leaves);
            }
        }
        Value::Array(_) | Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {
            leaves.push(at.to_string());
        }
    }
}

#[test]
fn every_answer_that_is_taken_away_is_one_edit_at_its_path() {
    let mut seen = 0;
    for document in documents(3) {
        let json = serde_json::to_value(&document).unwrap();
        let mut pointers = Vec::new();
        leaves(&json, "", &mut pointers);
        // A large document has thousands, so only some are tried.
        let step = pointers.len().div_ceil(400);
        for pointer in pointers.iter().step_by(step) {
            if ["/format", "/version", "/kind", "/edition", "/extent"].contains(&pointer.as_str()) {
                continue;
            }
            let mut other = json.clone();
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            other.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
            let Ok(mut other) = serde_json::from_value::<Assessment>(other) else { continue };
            other.extent = Extent::Whole;
            let difference = difference(&document, &other);
            let path = pointer[1..].split('/').fold(String::new(), |path, step| match step.parse::<usize>() {
                Ok(index) => format!("{path}[{index}]"),
                Err(_) if path.is_empty() => step.to_string(),
                Err(_) => format!("{path}.{step}"),
            });
            let is_timing = path.rsplit_once("timing[").is_some();
            let at = if is_timing { path.rsplit_once('[').unwrap().0.to_string() } else { path };
            let unseen = difference.not_compared().iter().any(|one| one.old.as_ref().unwrap().to_string() == at);
            let is_at = |edit: &mynumber_pia::change::Edit<'_>| edit.old.as_ref().unwrap().to_string() == at;
            match difference.edits() {
                [edit] => assert!(is_at(edit), "{at}: {edit:?}"),
                [] => assert!(unseen, "{at} is not seen"),
                edits => panic!("{at}: {edits:?}"),
            }
            assert!(difference.apply(&document).is_ok_and(|made| unseen || made == other), "{at}");
            seen += 1;
        }
    }
    assert!(seen > 2000, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_is_one_edit_at_its_path(Json(edit) in edit(Parameters::default())) {
        let Edited { before, after, item, path, .. } = edit;
        let difference = difference(&before, &after);
        prop_assert_eq!(printed(&difference), [format!("changed {path} {path}")]);
        prop_assert_eq!(difference.edits()[0].item, item);
        prop_assert_eq!(difference.apply(&before).unwrap(), after.clone());
        prop_assert_eq!(difference.reversed().apply(&after).unwrap(), before.clone());
    }

    #[test]
    fn any_two_documents_obey_the_laws(
        Json(old) in assessment(Parameters::default()),
        Json(new) in assessment(Parameters::default()),
    ) {
        assert_laws(&old, &new);
    }

    #[test]
    fn an_excerpt_removes_nothing(Json(document) in assessment(Parameters::default()), cut in 0_u32..16) {
        let mut excerpt = document.clone();
        excerpt.extent = Extent::Excerpt;
        if cut & 1 != 0 { excerpt.systems.pop(); }
        if cut & 2 != 0 { excerpt.file_sections.clear(); }
        if cut & 4 != 0 { excerpt.department = mynumber_pia::assessment::Department::default(); }
        if cut & 8 != 0 { excerpt.number_use_bases = Answer::Unanswered; }
        let forth = difference(&document, &excerpt);
        prop_assert_eq!(printed(&forth), Vec::<String>::new());
        prop_assert!(forth.not_compared().iter().all(|one| one.because == NotComparedBecause::Excerpt));
        let whole = Assessment { extent: Extent::Whole, ..excerpt.clone() };
        prop_assert_eq!(forth.not_compared().is_empty(), whole == document);
        prop_assert!(difference(&excerpt, &document).edits().is_empty());
        prop_assert_eq!(forth.apply(&document).unwrap(), document);
    }
}

#[test]
fn published_documents_obey_the_laws_with_one_another() {
    let documents: Vec<Assessment> = published().collect();
    for old in &documents {
        for new in &documents {
            let difference = difference(old, new);
            // If an answer is unknown in one document, applying the difference keeps the answer of the other.
            let made = difference.apply(old).unwrap();
            let rest = mynumber_pia::change::difference(&made, new);
            assert!(rest.is_empty(), "{:?}", printed(&rest));
            assert_eq!(printed(&difference.reversed().reversed()), printed(&difference));
        }
    }
}

/// A document with this list, in JSON.
fn with(part: &str, json: &str) -> Assessment {
    let json = format!(
        r#"{{"format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10", "{part}": {json}}}"#
    );
    serde_json::from_str(&json).unwrap()
}

#[track_caller]
fn assert_edits(part: &str, old: &str, new: &str, expected: &[(&str, Option<MatchedBy>)]) {
    let (old, new) = (with(part, old), with(part, new));
    let difference = difference(&old, &new);
    let matched: Vec<_> = difference.edits().iter().map(|edit| edit.matched).collect();
    let expected_edits: Vec<_> = expected.iter().map(|(printed, _)| (*printed).to_string()).collect();
    assert_eq!(printed(&difference), expected_edits);
    assert_eq!(matched, expected.iter().map(|(_, matched)| *matched).collect::<Vec<_>>());
    assert_laws(&old, &new);
}

#[test]
fn parts_are_found_by_name_and_never_by_number() {
    // An inserted system is one edit, and renumbers the others.
    assert_edits(
        "systems",
        r#"[{"number": 1, "name": "甲システム"}, {"number": 2, "name": "乙システム", "functions": "照会"}]"#,
        r#"[{"number": 1, "name": "丙システム"}, {"number": 2, "name": "甲システム"}, {"number": 3, "name": "乙システム", "functions": "照会"}]"#,
        &[
            ("added - systems[0]", None),
            ("renumbered systems[0].number systems[1].number", Some(MatchedBy::SameButNumber)),
            ("renumbered systems[1].number systems[2].number", Some(MatchedBy::SameButNumber)),
        ],
    );
    // The same number, but another system.
    assert_edits(
        "systems",
        r#"[{"number": 1, "name": "甲システム", "functions": "照会"}, {"number": 2, "name": "乙システム", "functions": "収納"}]"#,
        r#"[{"number": 1, "name": "乙システム", "functions": "収納"}, {"number": 2, "name": "丁システム", "functions": "宛名"}]"#,
        &[
            ("removed systems[0] -", None),
            ("renumbered systems[1].number systems[0].number", Some(MatchedBy::Name)),
            ("added - systems[1]", None),
        ],
    );
    assert_edits(
        "systems",
        r#"[{"name": "中間サーバー", "functions": "照会"}, {"name": "宛名システム"}]"#,
        r#"[{"name": "中間サーバ", "aliases": "中間サーバー", "functions": "提供"}, {"name": "宛名システム"}]"#,
        &[
            ("changed systems[0].name systems[0].name", Some(MatchedBy::SharedName)),
            ("changed systems[0].aliases systems[0].aliases", Some(MatchedBy::SharedName)),
            ("changed systems[0].functions systems[0].functions", Some(MatchedBy::SharedName)),
        ],
    );
    // Two new names, each with the functions of an old one.
    assert_edits(
        "systems",
        r#"[{"name": "甲", "functions": "照会"}, {"name": "乙", "functions": "収納"}]"#,
        r#"[{"name": "丙", "functions": "収納"}, {"name": "丁", "functions": "照会"}]"#,
        &[
            ("changed systems[1].name systems[0].name", Some(MatchedBy::Content)),
            ("moved systems[0] systems[1]", Some(MatchedBy::Content)),
            ("changed systems[0].name systems[1].name", Some(MatchedBy::Content)),
        ],
    );
    assert_edits(
        "files",
        r#"[{"name": "甲ファイル"}, {"name": "乙ファイル"}]"#,
        r#"[{"name": "甲ファイル"}, {"name": "丙ファイル"}]"#,
        &[("changed files[1].name files[1].name", Some(MatchedBy::OnlyOne))],
    );
    assert_edits(
        "files",
        r#"[{"name": "甲ファイル"}, {"name": "乙ファイル"}]"#,
        r#"[{"name": "丙ファイル"}, {"name": "丁ファイル"}]"#,
        &[
            ("removed files[0] -", None),
            ("added - files[0]", None),
            ("removed files[1] -", None),
            ("added - files[1]", None),
        ],
    );
}

#[test]
fn entrustments_without_a_matter_are_found_by_their_chain() {
    assert_edits(
        "file_sections",
        r#"[{"entrustments": [{"number": 1, "chain": [{"name": "甲"}]}, {"number": 2, "chain": [{"name": "乙"}]}]}]"#,
        r#"[{"entrustments": [{"number": 1, "chain": [{"name": "乙"}]}, {"number": 2, "chain": [{"name": "甲"}]}]}]"#,
        &[
            (
                "renumbered file_sections[0].entrustments[1].number file_sections[0].entrustments[0].number",
                Some(MatchedBy::SameButNumber),
            ),
            ("moved file_sections[0].entrustments[0] file_sections[0].entrustments[1]", Some(MatchedBy::SameButNumber)),
            (
                "renumbered file_sections[0].entrustments[0].number file_sections[0].entrustments[1].number",
                Some(MatchedBy::SameButNumber),
            ),
        ],
    );
}

#[test]
fn renamed_parts_are_found_by_what_most_of_their_answers_say() {
    let section = |list: [&str; 2]| format!(r#"[{{"entrustments": [{}]}}]"#, list.join(", "));
    // The entrustee and the chain of the first are the same, and its content is another. The second is another part.
    let old = section([
        r#"{"matter": "印刷", "entrustee": "甲", "content": "納付書", "chain": [{"name": "乙"}]}"#,
        r#"{"matter": "保守", "entrustee": "丙", "content": "点検", "chain": [{"name": "丁"}]}"#,
    ]);
    let new = section([
        r#"{"matter": "印字", "entrustee": "甲", "content": "督促状", "chain": [{"name": "乙"}]}"#,
        r#"{"matter": "入力", "entrustee": "戊", "content": "申請書", "chain": [{"name": "己"}]}"#,
    ]);
    let at = |index: usize, field: &str| format!("file_sections[0].entrustments[{index}]{field}");
    let (matter, content, second) = (at(0, ".matter"), at(0, ".content"), at(1, ""));
    assert_edits(
        "file_sections",
        &old,
        &new,
        &[
            (&format!("changed {matter} {matter}"), Some(MatchedBy::OnlyOne)),
            (&format!("changed {content} {content}"), Some(MatchedBy::OnlyOne)),
            (&format!("removed {second} -"), None),
            (&format!("added - {second}"), None),
        ],
    );
}

#[test]
fn parts_put_in_anywhere_are_added_alone() {
    let system = |name: usize| -> InformationSystem {
        serde_json::from_value(serde_json::json!({ "name": format!("システム{name}") })).unwrap()
    };
    let mut old = with("systems", "[]");
    // Two systems with the same name cannot be distinguished, and need not be.
    old.systems = [0, 1, 1, 2].map(system).to_vec();
    for count in 1..=80 {
        for at in 0..=old.systems.len() {
            let mut new = old.clone();
            new.systems.splice(at..at, (10..10 + count).map(system));
            let added: Vec<String> = (at..at + count).map(|index| format!("added - systems[{index}]")).collect();
            assert_eq!(printed(&difference(&old, &new)), added, "{count} at {at}");
            let removed: Vec<String> = (at..at + count).map(|index| format!("removed systems[{index}] -")).collect();
            assert_eq!(printed(&difference(&new, &old)), removed, "{count} at {at}");
        }
    }
}

#[test]
fn recipients_of_one_name_are_matched_by_their_renumbered_bases() {
    let old = r#"[{"provision": {"provisions": [
        {"number": 1, "names": "厚生労働大臣", "bases": "番号法第19条第8号 別表第二の2の項", "uses": "甲"},
        {"number": 2, "names": "厚生労働大臣", "bases": "番号法第19条第8号 別表第二の5の項", "uses": "乙"},
        {"number": 3, "names": "市町村長", "bases": "番号法第19条第8号 別表第二の27の項"}]}}]"#;
    let new = r#"[{"provision": {"provisions": [
        {"number": 1, "names": "厚生労働大臣", "bases": "番号利用法第19条第8号に基づく主務省令第2条の表の6の項", "uses": "丙"},
        {"number": 2, "names": "市町村長", "bases": "番号利用法第19条第8号に基づく主務省令第2条の表の48の項"},
        {"number": 3, "names": "厚生労働大臣", "bases": "番号利用法第19条第8号に基づく主務省令第2条の表の2の項", "uses": "丁"}]}}]"#;
    let at = |what: &str, old: usize, new: usize, field: &str| {
        let at = |index| format!("file_sections[0].provision.provisions[{index}]{field}");
        format!("{what} {} {}", at(old), at(new))
    };
    let (old, new) = (with("file_sections", old), with("file_sections", new));
    let difference = difference(&old, &new);
    let by_bases = |edit: &mynumber_pia::change::Edit<'_>| edit.matched == Some(MatchedBy::NameAndBases);
    assert_eq!(difference.edits().iter().filter(|edit| by_bases(edit)).count(), 7);
    let printed = printed(&difference);
    for expected in [
        at("renumbered", 1, 0, ".number"),
        at("changed", 1, 0, ".uses"),
        at("changed", 2, 1, ".bases"),
        at("changed", 0, 2, ".bases"),
        at("moved", 0, 2, ""),
    ] {
        assert!(printed.contains(&expected), "{expected} {printed:?}");
    }
    assert_laws(&old, &new);
}

#[test]
fn another_form_is_a_difference() {
    let old = with("population", r#""from_10000_to_99999""#);
    let mut new = old.clone();
    new.form = mynumber_pia::Form::Edition("form_3_2024_10".parse().unwrap());
    let difference = difference(&old, &new);
    assert!(!difference.is_empty() && difference.edits().is_empty());
    assert_eq!(difference.form(), Some((old.form, new.form)));
    assert_laws(&old, &new);
}

#[test]
fn what_is_not_known_is_neither_changed_nor_the_same() {
    let old = with("systems", r#"[{"name": "甲", "functions": "?", "connections": ["tax", "addressee?"]}]"#);
    let new = with("systems", r#"[{"name": "甲", "functions": "照会", "connections": ["tax", "addressee"]}]"#);
    let forth = difference(&old, &new);
    assert_eq!(printed(&forth), Vec::<String>::new());
    let unseen: Vec<String> =
        forth.not_compared().iter().map(|one| format!("{} {}", one.because, one.new.as_ref().unwrap())).collect();
    assert_eq!(unseen, ["not_known systems[0].functions", "not_known systems[0].connections"]);
    assert_eq!(forth.apply(&old).unwrap(), old);
    // One known box differs.
    let new = with("systems", r#"[{"name": "甲", "functions": "?", "connections": ["addressee"]}]"#);
    let forth = difference(&old, &new);
    assert_eq!(printed(&forth), ["changed systems[0].connections systems[0].connections"]);
    assert_eq!(forth.not_compared().len(), 1);
}

#[test]
fn what_is_not_known_in_both_versions_is_listed_wherever_it_is() {
    for path in [
        "affair.name",
        "systems[0].name",
        "file_sections[0].outline.held_since",
        "file_sections[0].entrustments[0].matter",
        "file_sections[0].entrustments[0].chain[0].re_entrustees[0].name",
        "file_sections[0].provision.transfers[0].names",
    ] {
        let mut document = Assessment::new("form_4_2024_10".parse().unwrap());
        document.put(&path.parse().unwrap(), "?").unwrap();
        let copy = document.clone();
        let difference = difference(&document, &copy);
        assert_eq!(printed(&difference), Vec::<String>::new());
        let unseen: Vec<String> =
            difference.not_compared().iter().map(|one| one.old.as_ref().unwrap().to_string()).collect();
        assert_eq!(unseen, [path]);
    }
}

#[test]
fn a_difference_is_applied_to_its_old_version_alone() {
    let (old, new) = (with("systems", r#"[{"name": "甲"}]"#), with("systems", "[]"));
    let forth = difference(&old, &new);
    assert_eq!(
        forth.apply(&new).unwrap_err().to_string(),
        "systems is in the old version, but not in the document: the difference belongs to another document"
    );
}
