//! Laws across modules, over generated documents: paths exist, and raising asks for more and loses nothing.

use std::collections::BTreeSet;

use mynumber_pia::assessment::{Assessment, Need};
use mynumber_pia::catalogue::{FieldPath, Item};
use mynumber_pia::change::{ApplyError, check_table, difference, rewind};
use mynumber_pia::fixture::{Edited, Filling, History, Parameters, break_rule};
use mynumber_pia::form::cells;
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
    paths.extend(["changes".to_string(), String::new()]);
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
            document.form = Form::EditionUnknown(*kind);
            let paths = paths(&document);
            for finding in validate(&document, parameters.as_of).iter() {
                assert_exists(&paths, &finding.location.path, &finding.rule);
                if let Some(other) = &finding.other {
                    assert_exists(&paths, &other.path, &finding.rule);
                }
            }
            for fill in document.open_items() {
                assert_exists(&paths, &fill.path, &fill.item);
                for from in &fill.suggestions {
                    assert_exists(&paths, from, &fill.item);
                }
            }
        }
    }
}

/// The paths that the library prints about a document.
fn printed(document: &Assessment) -> Vec<FieldPath> {
    let mut paths = vec![FieldPath::default()];
    document.walk_with_empty_forms(|field| paths.push(field.path.to_owned()));
    paths.extend(Item::ALL.iter().flat_map(|item| document.find(*item)));
    paths.extend(cells(document).map(|cell| cell.path().clone()));
    for basis in document.bases() {
        paths.extend([basis.part(), basis.path]);
    }
    for finding in validate(document, Parameters::default().as_of).iter() {
        paths.push(finding.location.path.clone());
        paths.extend(finding.other.iter().map(|other| other.path.clone()));
    }
    for fill in document.open_items() {
        paths.push(fill.path);
        paths.extend(fill.suggestions);
    }
    for row in check_table(document) {
        paths.extend(row.address.items.into_iter().filter_map(|item| item.path));
    }
    paths
}

/// The paths that the library prints about two versions.
fn printed_of_two(old: &Assessment, new: &Assessment) -> Vec<FieldPath> {
    let difference = difference(old, new);
    let edits = difference.edits().iter().flat_map(|edit| [edit.old.clone(), edit.new.clone()]);
    let not_compared = difference.not_compared().iter().flat_map(|one| [one.old.clone(), one.new.clone()]);
    edits.chain(not_compared).flatten().collect()
}

#[test]
fn every_printed_path_is_read_as_itself() {
    let mut read = 0;
    let mut reads = |paths: Vec<FieldPath>, of: &dyn std::fmt::Debug| {
        for path in paths {
            assert_eq!(path.to_string().parse().as_ref(), Ok(&path), "{of:?}");
            assert_eq!(FieldPath::from_pointer(&path.to_pointer()).as_ref(), Ok(&path), "{of:?}");
            read += 1;
        }
    };
    let documents = [
        include_str!("../examples/documents/edogawa.json"),
        include_str!("../examples/documents/shinjuku.json"),
        include_str!("../examples/documents/kawaguchi.json"),
        include_str!("../examples/documents/kumagaya.json"),
        include_str!("../examples/documents/matsudo.json"),
    ]
    .map(|json| serde_json::from_str::<Assessment>(json).unwrap());
    for (index, document) in documents.iter().enumerate() {
        for kind in AssessmentKind::ALL {
            for form in [Form::EditionUnknown(*kind), Form::Edition(FormEdition::new(*kind, 2031, 4).unwrap())] {
                let mut other = document.clone();
                other.form = form;
                reads(printed(&other), &form);
                reads(printed_of_two(document, &other), &form);
            }
        }
        let earlier = rewind(document, Parameters::default().as_of - chrono::Days::new(3_000)).document;
        reads(printed_of_two(&earlier, document), &index);
        reads(printed_of_two(&documents[(index + 1) % documents.len()], document), &index);
    }
    for kind in AssessmentKind::ALL {
        for seed in 0..10 {
            let History { versions, .. } = of_kind(*kind).plan(seed).build();
            reads(printed(versions.last().unwrap()), &seed);
            for two in versions.windows(2) {
                reads(printed_of_two(&two[0], &two[1]), &seed);
            }
        }
    }
    for row in RULES {
        for kind in AssessmentKind::ALL {
            let Some(mutant) = break_rule(row.rule, 7, &of_kind(*kind)) else { continue };
            reads(printed(&mutant.document), &row.rule);
            reads(vec![mutant.path.clone()], &row.rule);
        }
    }
    // The paths of errors.
    let mut document = documents[0].clone();
    let edits = ["systems[99].name", "systems[99]", "file_sections[0].entrustments[99]", "affair.name", "systems"];
    let mut refused = 0;
    for path in edits.map(|path| path.parse::<FieldPath>().unwrap()) {
        let errors = [document.put(&path, "\u{7}"), document.insert(&path, 99), document.remove(&path)];
        let paths: Vec<FieldPath> = errors.into_iter().filter_map(|result| Some(result.err()?.path)).collect();
        refused += paths.len();
        reads(paths, &path);
    }
    assert!(refused > 10, "{refused}");
    for seen in ["edition", "systems[0].edition", "systems[0", "systems.name", "cover.title[0]", "systems[0].name.x"] {
        reads(vec![seen.parse::<FieldPath>().unwrap_err().path], &seen);
    }
    for error in [
        difference(&documents[0], &documents[1]).apply(&documents[2]),
        difference(&documents[1], &documents[0]).apply(&documents[0]),
    ] {
        let (ApplyError::Answer { path, .. } | ApplyError::Missing { path }) = error.unwrap_err() else { panic!() };
        reads(vec![path], &"apply");
    }
    assert!(read > 100_000, "{read}");
}

#[test]
fn every_path_of_an_edit_is_one_of_the_walk() {
    for kind in AssessmentKind::ALL {
        for seed in 0..60 {
            let Edited { before, after, item, path, .. } = of_kind(*kind).plan(seed).build();
            assert_exists(&paths(&after), &path, &item);
            assert_exists(&paths(&before), &path, &item);
        }
    }
}

/// Raising sets the form. A document without findings then only lacks what the deeper form asks.
#[test]
fn raising_a_clean_document_finds_open_items_and_nothing_else() {
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
                let open_items = document.open_items();
                let report = validate(&document, parameters.as_of);
                for finding in report.iter() {
                    let need = match finding.rule {
                        Rule::RequiredItem => Need::Required,
                        Rule::ConditionalItem => Need::Conditional,
                        // The reason why a period was short is an item of 様式4.
                        Rule::OpinionShortened if to == AssessmentKind::AllItem => continue,
                        other => panic!("{from} to {to}, seed {seed}: {other}: {finding}"),
                    };
                    let is_listed = |fill: &&mynumber_pia::assessment::OpenItem| fill.path == finding.location.path;
                    let fill = open_items.iter().find(is_listed).unwrap_or_else(|| panic!("{finding} is not listed"));
                    assert_eq!(fill.need, need, "{finding}");
                }
                let required = open_items.iter().filter(|fill| fill.need == Need::Required).count();
                assert_eq!(report.iter().filter(|finding| finding.rule == Rule::RequiredItem).count(), required);
                document.form = clean.form;
                assert_eq!(document, clean);
                raised += 1;
            }
        }
    }
    assert!(raised > 300, "{raised}");
}
