//! Drafts: what an empty form requires, that findings are in the order of the form, and that a check never panics.

use crate::support::PUBLISHED;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use mynumber_pia::assessment::Assessment;
use mynumber_pia::catalogue::{Expected, Field, FieldPath, Item, PathStep, Role, Row, Who, rows};
use mynumber_pia::validate::{Complete, Finding, Language, Report, Rule, Severity, validate};
use mynumber_pia::value::answer::AnswerKind;
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

fn as_of() -> NaiveDate {
    "2025-06-01".parse().unwrap()
}

/// A document of this kind with these fields.
fn read(kind: AssessmentKind, fields: &Value) -> Result<Assessment, serde_json::Error> {
    let mut document = fields.clone();
    document["format"] = json!("mynumber-pia");
    document["version"] = json!(1);
    document["kind"] = json!(kind.code());
    Assessment::deserialize(document)
}

fn fields(json: &str) -> (AssessmentKind, Value) {
    let mut fields: Value = serde_json::from_str(json).unwrap();
    let object = fields.as_object_mut().unwrap();
    for header in ["format", "version"] {
        object.remove(header);
    }
    let kind = object.remove("kind").unwrap();
    (kind.as_str().unwrap().parse().unwrap(), fields)
}

/// The kinds, each with its known editions, a future one, and an unknown one.
fn editions() -> Vec<(AssessmentKind, Option<FormEdition>)> {
    let mut editions = Vec::new();
    for kind in AssessmentKind::ALL {
        let known = FormEdition::KNOWN.iter().map(|known| known.edition).filter(|edition| edition.kind() == *kind);
        editions.extend(known.map(|edition| (*kind, Some(edition))));
        let form = kind.form().trim_start_matches("様式");
        editions.push((*kind, Some(format!("form_{form}_2031_04").parse().unwrap())));
        editions.push((*kind, None));
    }
    editions
}

fn edition_code(edition: Option<FormEdition>) -> Value {
    edition.map_or_else(|| json!("?"), |edition| json!(edition.to_string()))
}

fn draft(kind: AssessmentKind, edition: Option<FormEdition>, mut fields: Value) -> Assessment {
    fields["edition"] = edition_code(edition);
    read(kind, &fields).unwrap()
}

/// One entry for each list that the form never prints empty.
fn one_of_each(kind: AssessmentKind) -> Value {
    match kind {
        AssessmentKind::BasicItem => json!({"systems": [{}], "files": [{}]}),
        AssessmentKind::KeyItem | AssessmentKind::AllItem => json!({
            "systems": [{}], "files": [{}], "file_sections": [{}], "record_items": [{}], "risks": [{}]
        }),
    }
}

/// Whether the item belongs to an entry that a form can lack: 委託事項, 提供先, 移転先, a row of the change table.
fn is_of_an_entry(row: &Row) -> bool {
    let is_change = matches!(
        row.item,
        Item::ChangeDate
            | Item::ChangedItem
            | Item::ChangeBefore
            | Item::ChangeAfter
            | Item::ChangeTiming
            | Item::ChangeReason
    );
    is_change || ["委託事項", "提供先", "移転先"].iter().any(|entry| row.number.contains(entry))
}

/// The items that an empty form requires, according to the catalogue: the required ones, those that local governments
/// must answer, and those that are required because a box is not ticked.
fn required(kind: AssessmentKind, edition: Option<FormEdition>) -> Vec<Item> {
    let mut required = Vec::new();
    for row in rows(kind, edition).filter(|row| !is_of_an_entry(row)) {
        let is_required = match row.requirement.of {
            Who::Everybody | Who::LocalGovernments => {
                row.requirement.when.is_none_or(|condition| condition.is == Expected::Unticked)
            }
            Who::Nobody | Who::AdministrativeOrgans => false,
        };
        // An unticked box counts as an answer.
        if is_required && row.answer != AnswerKind::CheckBox {
            required.push(row.item);
        }
    }
    required
}

fn items(report: &Report) -> Vec<Item> {
    report.iter().map(|finding| finding.location.item).collect()
}

#[test]
fn an_empty_draft_yields_its_required_items() {
    for (kind, edition) in editions() {
        let empty = draft(kind, edition, json!({}));
        let report = validate(&empty, as_of());
        let is_unknown = usize::from(edition.is_some_and(|edition| edition.known().is_none()));
        let (unknown, found): (Vec<_>, Vec<_>) =
            report.iter().partition(|finding| finding.rule == Rule::EditionNotKnown);
        assert_eq!(unknown.len(), is_unknown, "{kind} {edition:?}");
        assert!(found.iter().all(|finding| finding.rule == Rule::RequiredItem), "{kind} {edition:?}");
        let items: Vec<Item> = found.iter().map(|finding| finding.location.item).collect();
        assert_eq!(items, required(kind, edition), "{kind} {edition:?}");
        assert!(found.len() > 15 && report.of(Severity::Error).count() == found.len());
        assert_eq!(Complete::check(empty.clone(), as_of()).unwrap_err(), (empty, report.clone()));

        // An empty entry is the same as the entry that the form prints. But the document must then state whether a file
        // is provided.
        let printed = validate(&draft(kind, edition, one_of_each(kind)), as_of());
        let (missing, other): (Vec<_>, Vec<_>) = printed.iter().partition(|finding| finding.rule == Rule::RequiredItem);
        assert_eq!(missing, found, "{kind} {edition:?}");
        let other = other.iter().filter(|finding| finding.rule != Rule::EditionNotKnown);
        let other: Vec<&str> = other.map(|finding| finding.rule.code()).collect();
        let expected: &[&str] = if kind == AssessmentKind::BasicItem { &[] } else { &["provision_not_stated"] };
        assert_eq!(other, expected, "{kind} {edition:?}");

        let excerpt = draft(kind, edition, json!({"extent": "excerpt"}));
        assert_eq!(validate(&excerpt, as_of()).len(), is_unknown, "{kind} {edition:?}");
    }
}

/// Items that only administrative organs answer are not required from others, and the other way round.
#[test]
fn who_asks_the_commission_is_not_asked_for_a_review() {
    let of = |fields: Value| -> Vec<Item> { items(&validate(&draft(AssessmentKind::AllItem, None, fields), as_of())) };
    let asked_of = |who| -> Vec<Item> {
        let rows = rows(AssessmentKind::AllItem, None).filter(|row| row.requirement.of == who);
        rows.map(|row| row.item).collect()
    };
    let (locals, organs) = (asked_of(Who::LocalGovernments), asked_of(Who::AdministrativeOrgans));
    assert_eq!((locals.len(), organs.len()), (3, 3));
    let all = of(json!({}));
    let others: Vec<Item> = all.iter().copied().filter(|item| !locals.contains(item)).collect();
    for (fields, answered) in [
        (json!({"cover": {"approved": "2024-04-01"}}), Item::CommissionApprovalDate),
        (json!({"procedure": {"commission_submission": "2024-03-01"}}), Item::CommissionSubmission),
        (json!({"procedure": {"commission_review": "適切である"}}), Item::CommissionReview),
    ] {
        // A body that answers one of these items must answer all of them.
        let found = of(fields);
        let missing: Vec<Item> = organs.iter().copied().filter(|item| *item != answered).collect();
        assert_eq!(found.iter().copied().filter(|item| organs.contains(item)).collect::<Vec<_>>(), missing);
        assert_eq!(found.into_iter().filter(|item| !organs.contains(item)).collect::<Vec<_>>(), others);
    }
    // A dash in the cell of the approval means that the Commission was not asked.
    assert_eq!(of(json!({"cover": {"approved": "―"}})), all);
}

fn pointer(path: &FieldPath) -> String {
    path.steps().iter().fold(String::new(), |pointer, step| match step {
        PathStep::Field(name) => format!("{pointer}/{name}"),
        PathStep::Index(index) => format!("{pointer}/{index}"),
    })
}

/// Sets the field at a pointer. Missing objects on the way are added, but not entries of lists.
fn set(json: &mut Value, pointer: &str, value: Value) {
    let mut here = json;
    for step in pointer.split('/').skip(1) {
        here = match step.parse::<usize>() {
            Ok(index) => here.get_mut(index).unwrap(),
            Err(_) => &mut here[step],
        };
    }
    *here = value;
}

fn remove(json: &mut Value, pointer: &str) -> Option<Value> {
    let (parent, field) = pointer.rsplit_once('/')?;
    json.pointer_mut(parent)?.as_object_mut()?.remove(field)
}

/// Possible answers of each field, by its path without indexes: those in the published assessments.
fn answers() -> BTreeMap<String, Vec<Value>> {
    let mut answers: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for json in PUBLISHED {
        let (kind, fields) = fields(json);
        read(kind, &fields).unwrap().walk(|field: &Field<'_>| {
            let path = field.path.to_owned();
            if let Some(value) = fields.pointer(&pointer(&path))
                && field.value.is_answered()
                && *value != "?"
            {
                let path = path.to_string().chars().filter(|c| !c.is_ascii_digit()).collect();
                answers.entry(path).or_default().push(value.clone());
            }
        });
    }
    answers
}

/// A finding as a string, for comparison.
fn line(finding: &Finding) -> String {
    format!("{} {}", finding.location.path, finding.text(Language::English))
}

/// Filling in a required item removes its finding. New findings depend on the answer; they are not other required
/// items.
#[test]
fn filling_one_item_removes_its_finding() {
    let answers = answers();
    for (kind, edition) in editions() {
        let form = one_of_each(kind);
        let before = validate(&draft(kind, edition, form.clone()), as_of());
        let mut filled = 0;
        let is_missing = |finding: &&Finding| finding.rule == Rule::RequiredItem;
        for missing in before.iter().filter(is_missing) {
            let path = missing.location.path.to_string();
            let name: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
            let candidates = answers.get(&name).cloned().unwrap_or_default();
            let fallback = [
                json!("甲"),
                json!("2024-04-01"),
                json!("sufficient"),
                json!("no"),
                json!("under_500"),
                json!("training"),
            ];
            let answered = candidates.iter().chain(&fallback).find_map(|value| {
                let mut fields = form.clone();
                set(&mut fields, &pointer(&missing.location.path), value.clone());
                fields["edition"] = edition_code(edition);
                read(kind, &fields).ok()
            });
            let answered = answered.unwrap_or_else(|| panic!("{kind}: nothing fits {path}"));
            let after = validate(&answered, as_of());
            let left: Vec<String> =
                before.iter().filter(is_missing).filter(|finding| *finding != missing).map(line).collect();
            let still: Vec<String> = after.iter().filter(is_missing).map(line).collect();
            assert_eq!(still, left, "{kind} {edition:?}: {path}");
            let is_new = |finding: &&Finding| !is_missing(finding) && !before.iter().any(|one| one == *finding);
            for new in after.iter().filter(is_new) {
                let other = new.other.as_ref().map(|other| other.path.to_string()).unwrap_or_default();
                assert!(new.location.path.to_string() == path || other == path, "{kind} {path}: {new}");
            }
            filled += 1;
        }
        assert_eq!(filled, required(kind, edition).len());
    }
}

/// The position of each printed field in its form: the row and the index for each list around it, and then its own row.
/// A field beside an answer has the position of the answer, because the form prints them as one item.
fn positions(document: &Assessment) -> BTreeMap<String, Vec<(usize, usize)>> {
    let places: BTreeMap<Item, usize> =
        rows(document.kind(), document.form.edition()).enumerate().map(|(place, row)| (row.item, place)).collect();
    let mut printed = Vec::new();
    document.walk_with_empty_forms(|field| {
        if field.row.is_some() {
            printed.push((field.path.to_owned(), places[&field.item]));
        }
    });
    // The position of a list is that of its first row. All parties of a chain are at the name of the entrustee.
    let list = |steps: &[PathStep]| -> String {
        let names = steps.iter().filter_map(|step| match step {
            PathStep::Field(name) => Some(*name),
            PathStep::Index(_) => None,
        });
        names.collect::<Vec<_>>().join(".")
    };
    let entries = |path: &FieldPath| -> Vec<(String, usize)> {
        let steps = path.steps();
        let before_chain = steps.iter().position(|step| *step == PathStep::Field("chain")).unwrap_or(steps.len());
        let steps = steps[..before_chain].iter().enumerate();
        let index = |(place, step): (usize, &PathStep)| match step {
            PathStep::Index(index) => Some((list(&path.steps()[..place]), *index)),
            PathStep::Field(_) => None,
        };
        steps.filter_map(index).collect()
    };
    let mut lists: BTreeMap<String, usize> = BTreeMap::new();
    for (path, place) in &printed {
        for (list, _) in entries(path) {
            let first = lists.entry(list).or_insert(*place);
            *first = (*first).min(*place);
        }
    }
    let position = |path: &FieldPath, place| {
        let entries = entries(path).into_iter().map(|(list, index)| (lists[&list], index));
        entries.chain([(place, 0)]).collect()
    };
    printed.iter().map(|(path, place)| (path.to_string(), position(path, *place))).collect()
}

/// Findings at printed fields are in the order of the form, belong to a rule for this form, and have a text.
#[track_caller]
fn check(document: &Assessment, at: &str) -> Report {
    let report = validate(document, as_of());
    assert_eq!(report, validate(document, as_of()), "{at}: not the same twice");
    if report.is_empty() {
        return report;
    }
    let positions = positions(document);
    let mut last = (Vec::new(), String::new());
    for finding in report.iter() {
        assert!(finding.rule.row().forms.contains(&document.kind()), "{at}: {finding}");
        let path = finding.location.path.to_string();
        if let Some(place) = positions.get(&path) {
            assert!(last.0 <= *place, "{at}: {path} ({}) is after {}", finding.rule, last.1);
            last = (place.clone(), path);
        }
        for language in [Language::Japanese, Language::English] {
            assert!(!finding.text(language).contains(['{', '}']), "{at}: {finding}");
        }
    }
    report
}

#[test]
fn findings_stand_in_the_order_of_the_form() {
    for json in PUBLISHED {
        let mut document: Assessment = serde_json::from_str(json).unwrap();
        check(&document, "published");
        // A raised or lowered document has answers that its form does not print.
        for (kind, edition) in editions() {
            document.form = edition.map_or(Form::EditionUnknown(kind), Form::Edition);
            check(&document, "in another form");
        }
    }
    for (kind, edition) in editions() {
        check(&draft(kind, edition, json!({})), "empty");
        check(&draft(kind, edition, one_of_each(kind)), "one of each");
    }
    // Two entries in every list, so that every mistake occurs twice.
    let part = json!({"number": 1, "names": "甲課", "bases": ["番号法第19条第8号", "番号法第19条第8号"], "uses": "賦課", "data_subjects": "at_least_10000000"});
    let chain = json!([{"name": "乙社", "re_entrustees": [{"name": "乙社", "re_entrustees": [{}]}]}]);
    let entrustment = json!({"number": 1, "matter": "保守", "entrustee": "甲社", "re_entrustment": "not_re_entrusted", "permission": "書面", "chain": chain});
    let section = json!({
        "names": "丙ファイル", "outline": {"data_subjects": "from_10000_to_99999", "held_since": "2024-01"},
        "acquisition": {
            "users": "at_least_1000", "used_since": "2023-01-01", "methods": ["information_providing_network_system", "other"]
        },
        "entrustment": "not_entrusted", "entrustment_count": 3, "entrustments": [entrustment, entrustment],
        "provision": {
            "provided": "ticked", "transferred": "ticked", "neither": "ticked", "provided_count": 1, "transferred_count": 5,
            "provisions": [part, part], "transfers": [part, part]
        }
    });
    let system =
        json!({"number": 1, "name": "甲", "operator": "丁社", "connections": ["other"], "connections_other": "乙"});
    let change =
        |date: &str| json!({"date": date, "items": "Ⅱ３．使用目的", "before": "甲", "after": "甲", "timing": "after"});
    let risk = json!({
        "names": "甲", "entrustment": {"none": "ticked"}, "provision": {"none": "ticked"},
        "linkage": {"no_acquisition": "ticked"}, "retention": {"incident": "no"}
    });
    for kind in [AssessmentKind::KeyItem, AssessmentKind::AllItem] {
        let fields = json!({
            "cover": {"published": "2099-01-01"}, "population": "under_1000", "number_use_bases": "条例第4条第3項による",
            "threshold": {"handlers": "under_500", "incident": "yes", "result": "basic_item_and_key_item"},
            "linkage": {"state": "not_implemented", "bases": "番号法第19条第7号、別表第二の27の項"},
            "systems": [system, system], "files": [{"name": "甲ファイル"}, {"name": "乙ファイル"}],
            "file_sections": [section, section], "risks": [risk, risk],
            "procedure": {
                "basic_assessment_date": "2099-04-01",
                "opinion_period": {"from": "2099-02-02", "until": "2099-02-01", "days": 3}, "third_party_review_date": "2099-05-01"
            },
            "changes": [change("2024-04-01"), change("2023-04-01"), change("2022-04-01")]
        });
        let report = check(&draft(kind, None, fields), "two of everything");
        let mut rules: Vec<Rule> = report.iter().map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        assert!(rules.len() >= 25, "{rules:?}");
    }
}

/// All pointers of a document, in order.
fn pointers(json: &Value, at: &str, pointers: &mut Vec<String>) {
    let mut visit = |name: String, value: &Value| {
        let at = format!("{at}/{name}");
        pointers.push(at.clone());
        self::pointers(value, &at, pointers);
    };
    match json {
        Value::Object(object) => object.iter().for_each(|(name, value)| visit(name.clone(), value)),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| visit(index.to_string(), value)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Each field in turn is removed, duplicated or replaced. The check does not panic, and its findings are in order.
#[test]
fn any_document_is_checked() {
    let replacements = [
        json!(""),
        json!("?"),
        json!("―"),
        json!("なし"),
        json!("甲"),
        json!("同上"),
        json!("2999-12-31"),
        json!("第19条第7号、別表第二の27の項　第5条による"),
        json!(0),
        json!(u32::MAX),
        json!([]),
        json!({}),
        json!([{}]),
        json!([{}, {}]),
        json!("ticked"),
        json!("not_entrusted"),
        json!("implemented"),
    ];
    let (mut tried, mut checked) = (0, 0);
    for document in PUBLISHED {
        let (kind, fields) = fields(document);
        let mut all = Vec::new();
        pointers(&fields, "", &mut all);
        // In large documents, only every n-th field.
        let step = (all.len() / 240).max(1) * (document.len() / 40_000).max(1);
        for (turn, at) in all.iter().step_by(step).enumerate() {
            let mut removed = fields.clone();
            if let Some(list) = at.rsplit_once('/').and_then(|(list, _)| removed.pointer_mut(list)?.as_array_mut()) {
                let index: usize = at.rsplit('/').next().unwrap().parse().unwrap();
                list.remove(index);
            } else {
                remove(&mut removed, at);
            }
            let mut twice = fields.clone();
            if let Some(list) = at.rsplit_once('/').and_then(|(list, _)| twice.pointer_mut(list)?.as_array_mut()) {
                let index: usize = at.rsplit('/').next().unwrap().parse().unwrap();
                list.insert(index, list[index].clone());
            } else {
                let value = twice.pointer_mut(at).unwrap();
                *value = json!([value.clone(), value.clone()]);
            }
            let mut mutants = vec![removed, twice];
            for shift in 0..2 {
                let mut replaced = fields.clone();
                *replaced.pointer_mut(at).unwrap() = replacements[(2 * turn + shift) % replacements.len()].clone();
                mutants.push(replaced);
            }
            for mutant in mutants {
                tried += 1;
                if let Ok(mutant) = read(kind, &mutant) {
                    checked += 1;
                    check(&mutant, at);
                }
            }
        }
    }
    assert!(tried > 2_400 && checked > 1_200, "{checked} of {tried}");
}

/// Whether a field is free text that nothing else depends on: 備考, 特記事項, その他のリスク, その他の措置.
fn is_unrelated(field: &Field<'_>) -> bool {
    let code = field.item.code();
    let is_voluntary = field.row.is_some_and(|row| row.requirement.of == Who::Nobody && row.requirement.when.is_none());
    let is_text = field.kind == AnswerKind::Text && field.role == Role::Answer;
    is_voluntary && is_text && ["remarks", "other_risks", "other_measures"].iter().any(|name| code.ends_with(name))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Adding an answer that nothing depends on never changes the findings.
    #[test]
    fn an_unrelated_answer_changes_no_finding(
        document in 0..PUBLISHED.len(),
        removed in proptest::collection::vec(any::<proptest::sample::Index>(), 0..60),
        added in any::<proptest::sample::Index>(),
        text in "[ぁ-ん]{1,20}",
    ) {
        let (kind, mut fields) = fields(PUBLISHED[document]);
        let (mut all, mut unrelated) = (Vec::new(), Vec::new());
        read(kind, &fields).unwrap().walk(|field: &Field<'_>| {
            let pointer = pointer(&field.path.to_owned());
            if is_unrelated(field) {
                unrelated.push(pointer);
            } else {
                all.push(pointer);
            }
        });
        prop_assert!(!unrelated.is_empty());
        for index in removed {
            let pointer: &String = index.get(&all);
            remove(&mut fields, pointer);
        }
        let added: &String = added.get(&unrelated);
        remove(&mut fields, added);
        let before = check(&read(kind, &fields).unwrap(), "without");
        set(&mut fields, added, json!(text));
        let after = check(&read(kind, &fields).unwrap(), "with");
        prop_assert_eq!(before, after, "{}", added);
    }
}
