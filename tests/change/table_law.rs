//! The law of the change table: for every difference whose changes the form prints, each row about an answer names one item,
//! holds in the check, and is undone, and what comes of it has the old answers. Rows about whole blocks are kept.

use std::collections::BTreeMap;

use crate::undone::{is_about_block, rows, trouble, trouble_with};
use mynumber_pia::assessment::{Assessment, FileSection};
use mynumber_pia::catalogue::FieldPath;
use mynumber_pia::change::difference;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::kind::AssessmentKind;

/// Numbers that look random, the same everywhere.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// Inserts, removes, moves or replaces an entry; `donor` has others.
fn entries<T: Clone>(own: &mut Vec<T>, donor: &[T], draw: &mut Draw) -> bool {
    let at = draw.below(own.len());
    let other = donor.get(draw.below(donor.len())).cloned();
    match draw.below(5) {
        0 if !own.is_empty() => {
            own.remove(at);
        }
        1 if own.len() > 1 => own.rotate_left(1),
        2 if own.len() > 1 => own.swap(0, at),
        3 if !own.is_empty() => match other {
            Some(other) => own[at] = other,
            None => return false,
        },
        _ => match other {
            Some(other) => own.insert(at, other),
            None => return false,
        },
    }
    true
}

/// Numbers the blocks as the forms do, or not at all.
fn renumber(document: &mut Assessment, has_numbers: bool) {
    let number =
        |index: usize| if has_numbers { Answer::Given(u32::try_from(index + 1).unwrap()) } else { Answer::Unanswered };
    document.systems.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
    document.files.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
    for section in &mut document.file_sections {
        section.entrustments.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
        section.provision.provisions.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
        section.provision.transfers.iter_mut().enumerate().for_each(|(index, one)| one.number = number(index));
    }
}

const KINDS: [&str; 12] = [
    "an answer",
    "systems",
    "files",
    "sections",
    "risks",
    "groups",
    "entrustments",
    "provisions",
    "transfers",
    "a heading",
    "a split",
    "a join",
];

/// Changes the document in one of these ways. Returns whether it could.
fn edit(document: &mut Assessment, donor: &Assessment, what: &str, draw: &mut Draw) -> bool {
    let section = draw.below(document.file_sections.len());
    let other = donor.file_sections.first();
    match what {
        "systems" => entries(&mut document.systems, &donor.systems, draw),
        "files" => entries(&mut document.files, &donor.files, draw),
        "sections" => entries(&mut document.file_sections, &donor.file_sections, draw),
        "risks" => entries(&mut document.risks, &donor.risks, draw),
        "groups" => entries(&mut document.record_items, &donor.record_items, draw),
        "entrustments" | "provisions" | "transfers" => {
            let (Some(own), Some(other)) = (document.file_sections.get_mut(section), other) else { return false };
            match what {
                "entrustments" => entries(&mut own.entrustments, &other.entrustments, draw),
                "provisions" => entries(&mut own.provision.provisions, &other.provision.provisions, draw),
                _ => entries(&mut own.provision.transfers, &other.provision.transfers, draw),
            }
        }
        "a heading" => {
            let at = draw.below(document.record_items.len());
            let Some(group) = document.record_items.get_mut(at) else { return false };
            group.heading = match draw.below(3) {
                0 => Answer::Unanswered,
                1 => "改めた見出し".parse().unwrap(),
                _ => vec!["改めた", "見出し"].try_into().unwrap(),
            };
            true
        }
        "a split" => {
            let Some(own) = document.file_sections.iter_mut().find(|own| own.file_names().count() > 1) else {
                return false;
            };
            let mut names: Vec<String> = own.file_names().map(ToString::to_string).collect();
            let part = FileSection { names: names.pop().unwrap().parse().unwrap(), ..own.clone() };
            own.names = names.try_into().unwrap();
            document.file_sections.insert(draw.below(document.file_sections.len() + 1), part);
            true
        }
        "a join" => {
            if section + 1 >= document.file_sections.len() {
                return false;
            }
            let gone = document.file_sections.remove(section + 1);
            let own = &mut document.file_sections[section];
            let names: Vec<String> = own.file_names().chain(gone.file_names()).map(ToString::to_string).collect();
            own.names = names.try_into().unwrap_or(Answer::Unanswered);
            true
        }
        _ => {
            let mut paths: Vec<FieldPath> = Vec::new();
            document.walk(|field| {
                let path = field.path.to_owned();
                // The header, and the table itself, have no rows.
                if field.row.is_some()
                    && !path.to_string().starts_with("changes")
                    && !path.to_string().starts_with("cover.published")
                {
                    paths.push(path);
                }
            });
            for _ in 0..40 {
                let path = &paths[draw.below(paths.len())];
                let Ok(value) = donor.get_value(path, serde_json::value::Serializer) else { continue };
                if document.get_value(path, serde_json::value::Serializer).is_ok_and(|own| own != value)
                    && document.put_value(path, value).is_ok()
                {
                    return true;
                }
            }
            false
        }
    }
}

/// Two versions of a document that differ in this many edits, and what was edited.
fn versions(kind: AssessmentKind, seed: u64, edits: usize) -> (Assessment, Assessment, Vec<&'static str>) {
    let parameters = Parameters {
        kind: Some(kind),
        filling: if seed % 3 == 0 { Filling::Some } else { Filling::Everything },
        files: 1..=3,
        systems: 2..=5,
        entrustments: 2..=4,
        recipients: 2..=4,
        changes: 0..=0,
        ..Parameters::default()
    };
    let (mut old, donor): (Assessment, Assessment) =
        (parameters.plan(seed).build(), parameters.plan(seed + 10_000).build());
    let mut draw = Draw(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 7);
    let numbers = draw.below(3);
    if numbers < 2 {
        renumber(&mut old, numbers == 0);
    }
    if let Some(section) = old.file_sections.first_mut().filter(|_| seed % 2 == 0) {
        section.names = vec!["甲ファイル", "乙ファイル", "丙ファイル"].try_into().unwrap();
    }
    let (mut what, mut new) = (Vec::new(), old.clone());
    for _ in 0..edits {
        let drawn = if edits == 1 { usize::try_from(seed / 2).unwrap() } else { draw.below(KINDS.len()) };
        let kind = KINDS[drawn % KINDS.len()];
        let is_edited = edit(&mut new, &donor, kind, &mut draw);
        what.push(if is_edited { kind } else { "nothing" });
    }
    if numbers < 2 && draw.below(2) == 0 {
        renumber(&mut new, numbers == 0);
    }
    (old, new, what)
}

fn holds(edits: usize, seeds: core::ops::Range<u64>) {
    let (mut seen, mut written, mut found) = (BTreeMap::<&str, usize>::new(), 0, Vec::new());
    for seed in seeds.clone() {
        for kind in AssessmentKind::ALL {
            let (old, new, what) = versions(*kind, seed, edits);
            written += rows(&old, &new).len();
            let own = trouble(&old, &new);
            if !own.is_empty() {
                found.push(format!("{kind:?} {seed} {what:?}: {own:#?}"));
            }
            for what in what {
                *seen.entry(what).or_default() += 1;
            }
            let difference = difference(&old, &new);
            assert!(difference.apply(&old).unwrap() == new, "{kind:?} {seed}");
            assert!(difference.reversed().apply(&new).unwrap() == old, "{kind:?} {seed}");
        }
    }
    assert!(
        found.is_empty(),
        "{} of {}: {}",
        found.len(),
        3 * (seeds.end - seeds.start),
        found.iter().take(8).cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(KINDS.iter().all(|kind| seen.get(kind).is_some_and(|seen| *seen >= 2)), "{seen:?}");
    assert!(written > 150, "{written}");
}

#[test]
fn one_edit_is_undone() {
    holds(1, 0..72);
}

#[test]
fn several_edits_are_undone_together() {
    holds(6, 1_000..1_030);
}

/// The law is not empty: without any one of its rows about an answer, something is left.
#[test]
fn no_row_can_be_left_out() {
    let mut left_out = 0;
    for seed in 2_000..2_008 {
        let (old, new, _) = versions(AssessmentKind::ALL[usize::try_from(seed).unwrap() % 3], seed, 4);
        let all = rows(&old, &new);
        for index in (0..all.len()).filter(|index| !is_about_block(&all[*index])) {
            let mut rows = all.clone();
            let row = rows.remove(index);
            let is_left = trouble_with(&old, &new, &rows).iter().any(|trouble| trouble.starts_with("left: "));
            assert!(is_left, "{seed}: {}", row.items.value());
            left_out += 1;
        }
    }
    assert!(left_out > 25, "{left_out}");
}
