//! Laws across modules, over generated documents: how one change to a document affects everything that is computed from
//! it.

use std::collections::{BTreeMap, BTreeSet};

use mynumber_pia::Determination;
use mynumber_pia::assessment::{Assessment, OpenItem};
use mynumber_pia::catalogue::{Item, Requirement, Role};
use mynumber_pia::change::{EditKind, Proof, Weight, difference};
use mynumber_pia::fixture::{Filling, Json, Parameters, assessment, break_rule};
use mynumber_pia::law::{Citation, Piece, Renumbering, Table, TableRow};
use mynumber_pia::threshold::{Facts, Tally, determine};
use mynumber_pia::validate::{Finding, RULES, Rule, Severity, validate};
use mynumber_pia::value::answer::{Answer, Line, Lines};
use mynumber_pia::value::band::{Count, CountRange};
use mynumber_pia::value::incident::Occurrence;
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition, Obligation};
use proptest::prelude::*;
use serde_json::{Value, json};

const PUBLISHED: [&str; 5] = [
    include_str!("../examples/documents/edogawa.json"),
    include_str!("../examples/documents/shinjuku.json"),
    include_str!("../examples/documents/kawaguchi.json"),
    include_str!("../examples/documents/kumagaya.json"),
    include_str!("../examples/documents/matsudo.json"),
];

fn of_kind(kind: AssessmentKind, filling: Filling) -> Parameters {
    Parameters { kind: Some(kind), filling, ..Parameters::default() }
}

fn read(json: &Value) -> Assessment {
    serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn written(document: &Assessment) -> Value {
    serde_json::to_value(document).unwrap()
}

/// The steps of a path: names of fields, and indexes.
fn steps(path: &str) -> Vec<String> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).map(str::to_string).collect()
}

/// The value at a path. If it is missing, `null` is added.
fn at<'a>(json: &'a mut Value, path: &str) -> &'a mut Value {
    steps(path).into_iter().fold(json, |json, step| match step.parse::<usize>() {
        Ok(index) => &mut json[index],
        Err(_) => &mut json[step],
    })
}

/// Removes the answer at a path from the document.
fn take(json: &mut Value, path: &str) -> Option<Value> {
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    at(json, parent).as_object_mut()?.remove(name)
}

/// Numbers that look random and are the same on every platform.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// The findings of the rules of completeness, which ask to fill in or to remove an answer.
fn of_completeness(document: &Assessment) -> BTreeMap<(String, Rule), Option<String>> {
    let report = validate(document, Parameters::default().as_of);
    let of = [Rule::RequiredItem, Rule::ConditionalItem, Rule::UnneededAnswer];
    let found = report.iter().filter(|finding| of.contains(&finding.rule));
    let other = |finding: &Finding| finding.other.as_ref().map(|other| other.path.to_string());
    found.map(|finding| ((finding.location.path.to_string(), finding.rule), other(finding))).collect()
}

/// For each field, the field in the same section that its condition is about.
fn conditions(document: &Assessment) -> BTreeMap<String, String> {
    let mut last: BTreeMap<Item, String> = BTreeMap::new();
    let mut conditions = BTreeMap::new();
    document.walk_with_empty_forms(|field| {
        let Some(row) = field.row else { return };
        let on = match row.requirement {
            Requirement::When(condition) => Some(condition.item),
            Requirement::VoluntaryUnless(item) => Some(item),
            Requirement::Required
            | Requirement::Voluntary
            | Requirement::AdministrativeOrgans
            | Requirement::LocalGovernments => None,
        };
        if let Some(on) = on.and_then(|on| last.get(&on)) {
            conditions.insert(field.path.to_string(), on.clone());
        }
        if field.role == Role::Answer {
            last.insert(field.item, field.path.to_string());
        }
    });
    conditions
}

/// Whether a field depends on the field `on`, directly or through other fields.
fn depends(conditions: &BTreeMap<String, String>, path: &str, on: &str) -> bool {
    conditions.get(path).is_some_and(|first| first == on || depends(conditions, first, on))
}

/// Answers are removed from a document without findings and filled in again one by one, in any order. Each answer
/// removes the finding that asks for it, and adds at most findings about fields that depend on it. In the end there are
/// no findings.
#[test]
fn filling_in_what_is_asked_for_removes_the_finding_and_adds_what_it_makes_conditional() {
    let (mut filled, mut removed, mut added) = (0, 0, 0);
    for kind in AssessmentKind::ALL {
        for (filling, seeds) in [(Filling::Required, 3), (Filling::Some, 4), (Filling::Everything, 2)] {
            for seed in 0..seeds {
                let clean: Assessment = of_kind(*kind, filling).plan(seed).build();
                let mut draws = Draws(seed);
                let conditions = conditions(&clean);
                let (mut json, mut open) = (written(&clean), Vec::new());
                // One answer of each entry stays, because an empty block requires nothing.
                let mut kept = BTreeSet::new();
                clean.walk(|field| {
                    let path = field.path.to_string();
                    let entry = path.rfind(']').map_or("", |end| &path[..end]).to_string();
                    let is_asked = field.role == Role::Answer && field.row.is_some() && field.value.is_given();
                    if is_asked && !kept.insert(entry) && draws.below(4) == 0 {
                        open.push(path);
                    }
                });
                let mut answers: Vec<(String, Value)> =
                    open.into_iter().filter_map(|path| Some((path.clone(), take(&mut json, &path)?))).collect();
                let mut before = of_completeness(&read(&json));
                while !answers.is_empty() {
                    // First fill in the answers that a finding asks for, then the others.
                    let is_asked = |path: &String| before.keys().any(|(found, _)| found == path);
                    let asked: Vec<usize> = (0..answers.len()).filter(|index| is_asked(&answers[*index].0)).collect();
                    let next = match asked.len() {
                        0 => draws.below(answers.len()),
                        count => asked[draws.below(count)],
                    };
                    let (path, answer) = answers.swap_remove(next);
                    *at(&mut json, &path) = answer;
                    let after = of_completeness(&read(&json));
                    let says = |what: &str| format!("{kind} {seed}: {path} filled in, {what}");
                    for rule in [Rule::RequiredItem, Rule::ConditionalItem] {
                        removed += usize::from(before.contains_key(&(path.clone(), rule)));
                        assert!(!after.contains_key(&(path.clone(), rule)), "{}", says("and still asked for"));
                    }
                    for (found, other) in after.iter().filter(|(found, _)| !before.contains_key(*found)) {
                        // A text that no finding asks for is reported until its box is ticked.
                        let is_early = asked.is_empty() && *found == (path.clone(), Rule::UnneededAnswer);
                        let is_conditional = depends(&conditions, &found.0, &path);
                        assert!(is_conditional || is_early, "{}", says(&format!("{found:?} beside {other:?}")));
                        added += usize::from(is_conditional);
                    }
                    filled += 1;
                    before = after;
                }
                assert_eq!(before, BTreeMap::new(), "{kind} {seed}");
                let found = validate(&read(&json), Parameters::default().as_of);
                assert!(found.is_empty(), "{kind} {seed}: {:?}", found.iter().next());
            }
        }
    }
    assert!(filled > 800 && removed > 500 && added > 10, "{filled} filled in, {removed} removed, {added} added");
}

/// A document that was raised and adopted everything is the same after it was lowered and raised again, also through
/// JSON. The lowered one has no new findings, except notes about items that its form does not print.
#[test]
fn raising_after_lowering_is_raising() {
    use AssessmentKind::{AllItem, BasicItem, KeyItem};
    let as_of = Parameters::default().as_of;
    let latest = |kind| Form::Edition(FormEdition::latest(kind).unwrap());
    let stored = |document: &Assessment| read(&written(document));
    let mut adopted = 0;
    for (from, to) in [(BasicItem, KeyItem), (BasicItem, AllItem), (KeyItem, AllItem)] {
        for seed in 0..30 {
            let mut document: Assessment = of_kind(from, Filling::Everything).plan(seed).build();
            let own = document.form;
            document.form = latest(to);
            adopted += document.open_items().iter().map(|fill| usize::from(document.adopt(fill))).sum::<usize>();
            let raised = stored(&document);
            let said = |document: &Assessment| -> (Vec<Finding>, Vec<OpenItem>, Determination) {
                let findings = validate(document, as_of).iter().cloned().collect();
                (findings, document.open_items(), determine(&Facts::from(document)))
            };

            let mut lowered = raised.clone();
            lowered.form = own;
            let lowered = stored(&lowered);
            for finding in validate(&lowered, as_of).iter() {
                let is_note = finding.rule == Rule::ItemNotPrinted && finding.severity() == Severity::Note;
                assert!(is_note, "{from} to {to} and back, seed {seed}: {finding}");
            }

            let mut again = lowered;
            again.form = latest(to);
            assert_eq!(stored(&again), raised, "{from} to {to}, seed {seed}");
            assert_eq!(said(&again), said(&raised), "{from} to {to}, seed {seed}");
        }
    }
    assert!(adopted > 200, "{adopted}");
}

/// The lists of parts whose order has no meaning. The order of the change table has one. Lines of a cell and boxes are
/// not parts.
const LISTS: [&str; 10] = [
    "systems",
    "files",
    "file_sections",
    "entrustments",
    "chain",
    "re_entrustees",
    "provisions",
    "transfers",
    "record_items",
    "risks",
];

fn reorder(json: &mut Value, is_list: bool, seen: &mut BTreeSet<String>) {
    match json {
        Value::Array(entries) => {
            if is_list {
                entries.reverse();
            }
            for entry in entries {
                reorder(entry, false, seen);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_list = LISTS.contains(&name.as_str());
                if is_list && value.as_array().is_some_and(|entries| entries.len() > 1) {
                    seen.insert(name.clone());
                }
                reorder(value, is_list, seen);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The path in this document for a path in the reordered one.
fn in_order(path: &str, json: &Value) -> String {
    let (mut here, mut name, mut mapped) = (Some(json), String::new(), String::new());
    for step in steps(path) {
        if let Ok(index) = step.parse::<usize>() {
            let entries = here.and_then(Value::as_array).map_or(0, Vec::len);
            let own = if LISTS.contains(&name.as_str()) && index < entries { entries - 1 - index } else { index };
            here = here.and_then(|json| json.get(own));
            mapped.extend(["[", &own.to_string(), "]"]);
        } else {
            here = here.and_then(|json| json.get(&step));
            mapped.extend([".", &step]);
            name = step;
        }
    }
    mapped.trim_start_matches('.').to_string()
}

/// Rules about all entries together, reported at the first entry that is an example.
const OF_ALL_ENTRIES: [Rule; 5] = [
    Rule::LinkageWithoutConnection,
    Rule::EntrustmentRisk,
    Rule::ReEntrustmentRisk,
    Rule::ProvisionRisk,
    Rule::TierUnnamed,
];

/// Rules about two entries that are the same, reported at an item of the second, with the first as the other end.
const OF_TWO_ENTRIES: [Rule; 2] = [Rule::EntrustmentTwice, Rule::RecipientTwice];

/// The rule, the severity and the two ends of each finding. The order of the entries decides which end is first.
fn ends(document: &Assessment, path: impl Fn(&str) -> String) -> Vec<(Rule, Severity, BTreeSet<String>)> {
    let report = validate(document, Parameters::default().as_of);
    let ends = |finding: &Finding| {
        let ends = [Some(&finding.location), finding.other.as_ref()].into_iter().flatten();
        let path = |end: &str| match path(end) {
            _ if OF_ALL_ENTRIES.contains(&finding.rule) => without_indices(end),
            path if OF_TWO_ENTRIES.contains(&finding.rule) => {
                path.split_inclusive(']').filter(|step| step.ends_with(']')).collect()
            }
            path => path,
        };
        (finding.rule, finding.severity(), ends.map(|end| path(&end.path.to_string())).collect())
    };
    let mut all: Vec<_> = report.iter().map(ends).collect();
    all.sort();
    all
}

fn without_indices(path: &str) -> String {
    steps(path).into_iter().filter(|step| step.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
}

/// Parts in reverse order have the same findings at other indexes.
#[test]
fn the_order_of_parts_changes_no_finding_but_its_index() {
    let mut documents: Vec<Assessment> = PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap()).collect();
    for row in RULES {
        for seed in 0..4 {
            documents.extend(break_rule(row.rule, seed, &Parameters::default()).map(|mutant| mutant.document));
        }
    }
    let (mut reordered, mut found) = (BTreeSet::new(), BTreeSet::new());
    for document in &documents {
        let own = written(document);
        let mut json = own.clone();
        reorder(&mut json, false, &mut reordered);
        let other = read(&json);
        let expected = ends(document, str::to_string);
        assert_eq!(ends(&other, |path| in_order(path, &own)), expected, "{}", document.cover.title.value());
        found.extend(expected.into_iter().map(|(rule, ..)| rule));
    }
    assert_eq!(reordered, LISTS.into_iter().map(str::to_string).collect());
    assert_eq!(found.len(), RULES.len());
}

/// The lowest and the highest obligation that the facts of a document can give.
fn obligations(document: &Assessment) -> (Obligation, Obligation) {
    let possible = determine(&Facts::from(document)).possible();
    (possible.iter().min().unwrap(), possible.iter().max().unwrap())
}

/// More people, more handlers or an incident never lower the obligation. The counts for which a stated result is right
/// have no gaps.
#[test]
fn more_never_lowers_anything() {
    let as_of = Parameters::default().as_of;
    let people = [0, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 299_999, 300_000, 50_000_000];
    for seed in 0..40 {
        let clean: Assessment = of_kind(AssessmentKind::BasicItem, Filling::Some).plan(seed).build();
        for stated in Obligation::ALL {
            for handlers in [0, 499, 500, 10_000] {
                for incident in Occurrence::ALL {
                    let mut document = clean.clone();
                    let mut last = (Obligation::NotRequired, Obligation::NotRequired);
                    let mut right = Vec::new();
                    for population in people {
                        document.population = Count::Exact(population).into();
                        document.threshold.handlers = Count::Exact(handlers).into();
                        document.threshold.incident = (*incident).into();
                        document.threshold.result = (*stated).into();
                        let now = obligations(&document);
                        assert!(last.0 <= now.0 && last.1 <= now.1, "{population} {handlers} {incident}");
                        let mut more = document.clone();
                        more.threshold.handlers = Count::Exact(handlers + 1).into();
                        assert!(obligations(&more) >= now, "{population} {handlers} {incident}");
                        more.threshold.incident = Occurrence::Occurred.into();
                        assert!(obligations(&more) >= now, "{population} {handlers} {incident}");
                        let report = validate(&document, as_of);
                        right.push(report.iter().all(|finding| finding.rule != Rule::ResultNotDetermined));
                        last = now;
                    }
                    let changes = right.windows(2).filter(|pair| pair[0] != pair[1]).count();
                    assert!(changes <= 2 && !(changes == 2 && right[0]), "{stated} {handlers} {incident}: {right:?}");
                }
            }
        }
    }
}

/// One more entrustment never lowers either end of the number of handlers.
#[test]
fn one_more_entrustment_is_never_fewer_people() {
    let mut known = 0;
    for kind in [AssessmentKind::KeyItem, AssessmentKind::AllItem] {
        for seed in 0..60 {
            let parameters = Parameters { files: 1..=6, entrustments: 0..=6, ..of_kind(kind, Filling::Everything) };
            let document: Assessment = parameters.plan(seed).build();
            let mut tally = Tally::new();
            let mut last = CountRange::new(0, 0).unwrap();
            for entrustment in document.file_sections.iter().flat_map(|section| &section.entrustments) {
                tally.add_entrustment(entrustment);
                let now = tally.total().map_or(CountRange::ANY, Count::range);
                assert!(last.min() <= now.min(), "{seed}: {last} and then {now}");
                assert!(
                    now.max().is_none_or(|now| last.max().is_some_and(|last| last <= now)),
                    "{seed}: {last}, {now}"
                );
                known += usize::from(now.min() > last.min());
                last = now;
            }
        }
    }
    assert!(known > 100, "{known}");
}

/// The old and the new citation of a row.
type Pair = (Citation, Citation);

/// The document with each row of 別表第一 and 別表第二 that has a certain successor replaced by it; and the pairs of each
/// changed cell, by its path.
fn renumbered(document: &Assessment) -> (Assessment, BTreeMap<String, Vec<Pair>>) {
    let (mut texts, mut changed) = (BTreeMap::new(), BTreeMap::new());
    for basis in document.bases() {
        let (mut at, mut rows, mut pairs) = (0, Vec::new(), Vec::new());
        for piece in basis.basis.pieces() {
            let (Piece::Citation(_, text) | Piece::Text(text)) = piece;
            if let Piece::Citation(found, _) = piece
                && found.citation.table_row().is_some()
                && let Renumbering::Newer(new, _) = found.citation.renumbered()
            {
                // If the text before has named 番号法, the new row is written without its name, like the old one.
                let written = new.to_string();
                let unnamed = written.strip_prefix("番号法").filter(|_| text.starts_with("別表"));
                rows.push((at..at + text.len(), unnamed.unwrap_or(&written).to_string()));
                pairs.push((found.citation.clone(), new));
            }
            at += text.len();
        }
        if !pairs.is_empty() {
            changed.insert(basis.path.to_string(), pairs);
            texts.insert(basis.path.to_string(), (basis.basis.text().to_string(), rows));
        }
    }
    let mut new = document.clone();
    new.walk_mut(|mut field| {
        let Some((whole, rows)) = texts.get(&field.path.to_string()) else { return };
        let cell = field.get_mut::<Answer<Lines>>().unwrap();
        let mut end = 0;
        let line = |line: Line| {
            let Some(text) = line.text.given() else { return line };
            // The position of the line in the text of the whole cell.
            let start = end + whole[end..].find(text.as_str()).unwrap();
            end = start + text.as_str().len();
            let mut text = text.as_str().to_string();
            for (span, new) in rows.iter().rev().filter(|(span, _)| start <= span.start && span.end <= end) {
                text.replace_range(span.start - start..span.end - start, new);
            }
            Line { text: Answer::Given(text.parse().unwrap()), ..line }
        };
        *cell = Answer::Given(
            Lines::new(cell.given().unwrap().clone().into_vec().into_iter().map(line).collect()).unwrap(),
        );
    });
    (new, changed)
}

/// Asserts that each changed cell is one formal edit, with the renumbering of its rows as the proof, and that nothing
/// else differs: no recipient is added, removed or moved. Returns how many cells changed, and how many of them belong
/// to recipients.
#[track_caller]
fn assert_renumbered(old: &Assessment) -> (usize, usize) {
    let (new, mut changed) = renumbered(old);
    let forth = difference(old, &new);
    let (mut cells, mut recipients) = (0, 0);
    for (edit, weight) in forth.edits().iter().zip(forth.weights()) {
        assert_eq!((edit.what, &edit.old), (EditKind::Changed, &edit.new), "{edit:?}");
        let path = edit.old.as_ref().unwrap().to_string();
        let expected = changed.remove(&path).unwrap_or_else(|| panic!("{path} was not changed: {edit:?}"));
        let Weight::Formal(Proof::Renumbering(pairs)) = &weight else { panic!("{weight:?} of {edit:?}") };
        let pairs: Vec<Pair> = pairs.iter().map(|pair| (pair.old.clone(), pair.new.clone())).collect();
        assert_eq!(pairs, expected, "{edit:?}");
        assert_eq!(edit.matched.is_some(), path.contains('['), "{edit:?}");
        recipients += usize::from(edit.matched.is_some());
        cells += 1;
    }
    assert!(changed.is_empty(), "no edit of {:?}", changed.keys());
    assert_eq!(forth.not_compared(), difference(old, old).not_compared());
    (cells, recipients)
}

/// Parameters for documents before the renumbering of 2024-05-27.
fn old_numbering() -> Parameters {
    Parameters { as_of: "2024-03-01".parse().unwrap(), recipients: 0..=6, ..Parameters::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_renumbered_document_has_the_same_recipients(Json(document) in assessment(old_numbering())) {
        let (cells, _) = assert_renumbered(&document);
        prop_assert!(cells > 0);
    }
}

/// The same for fixed seeds, and for the published documents.
#[test]
fn a_renumbered_document_differs_formally_in_its_bases() {
    let (mut cells, mut recipients) = (0, 0);
    for kind in AssessmentKind::ALL {
        for seed in 0..60 {
            let parameters = Parameters { kind: Some(*kind), filling: Filling::Everything, ..old_numbering() };
            let found = assert_renumbered(&parameters.plan(seed).build());
            (cells, recipients) = (cells + found.0, recipients + found.1);
        }
    }
    assert!(cells > 200 && recipients > 100, "{cells} cells, {recipients} of recipients");
    let published = PUBLISHED.map(|json| assert_renumbered(&serde_json::from_str(json).unwrap()));
    // The second has a cell with two old rows, and the last a cell with one. The others cite new rows.
    assert_eq!(published, [(0, 0), (1, 0), (0, 0), (0, 0), (1, 0)]);
}

/// Recipients with the same name, one for each row of the old tables. They differ only in their rows.
#[test]
fn recipients_with_every_row_are_found_again() {
    for table in [Table::First, Table::Second] {
        let row = |row: TableRow| json!({"names": "国", "bases": row.citation().to_string()});
        let recipients: Vec<Value> = table.rows().map(row).collect();
        let certain = |row: &TableRow| matches!(row.citation().renumbered(), Renumbering::Newer(..));
        let successors = table.rows().filter(certain).count();
        let document = read(&json!({
            "format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2021_09",
            "file_sections": [{"names": "台帳", "provision": {"provisions": recipients}}],
        }));
        assert_eq!(assert_renumbered(&document), (successors, successors), "{table:?}");
        assert!(successors > 50, "{successors}");
    }
}
