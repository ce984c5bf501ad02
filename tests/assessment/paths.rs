//! Paths are printed and parsed, and documents are read and changed by path. The tests use the five published documents
//! and generated ones.

use crate::support::PUBLISHED;
use mynumber_pia::Language;
use mynumber_pia::assessment::{
    Assessment, EditError, EditReason, Entrustment, FieldEdit, FileSection, MAX_TIERS, Party, load,
};
use mynumber_pia::catalogue::{FieldPath, Item, PathReason, PathStep, Role};
use mynumber_pia::value::answer::{Answer, AnswerKind, Lines};
use mynumber_pia::value::date::FormDate;
use serde_json::value::Serializer;
use serde_json::{Value, json};

fn documents() -> Vec<Assessment> {
    let mut documents: Vec<Assessment> = PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap()).collect();
    documents.extend(generated());
    documents
}

fn generated() -> Vec<Assessment> {
    use mynumber_pia::AssessmentKind;
    use mynumber_pia::fixture::{Filling, Parameters};

    let mut documents = Vec::new();
    for kind in AssessmentKind::ALL {
        for filling in [Filling::Required, Filling::Some, Filling::Everything] {
            let parameters = Parameters { kind: Some(*kind), filling, ..Parameters::default() };
            documents.extend((0..3).map(|seed| parameters.plan(seed).build::<Assessment>()));
        }
    }
    documents
}

#[cfg(not(feature = "proptest1"))]
fn generated() -> Vec<Assessment> {
    Vec::new()
}

/// Every field: its path, its kind of answer, and whether it is left out of the JSON.
fn fields(document: &Assessment) -> Vec<(FieldPath, AnswerKind, bool)> {
    let mut fields = Vec::new();
    let json = serde_json::to_value(document).unwrap();
    document.walk(|field| {
        let path = field.path.to_owned();
        let is_vacant = json.pointer(&path.to_pointer()).is_none();
        fields.push((path, field.kind, is_vacant));
    });
    fields
}

/// The paths of all lists that a document has, with their lengths.
fn lists(document: &Assessment) -> Vec<(FieldPath, usize)> {
    fn collect(json: &Value, pointer: &str, lists: &mut Vec<(FieldPath, usize)>) {
        match json {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    collect(inner, &format!("{pointer}/{name}"), lists);
                }
            }
            Value::Array(entries) => {
                // Cells and boxes are arrays too, but answers.
                let Ok(path) = FieldPath::from_pointer(pointer) else { return };
                if path.item().is_none() {
                    lists.push((path, entries.len()));
                    for (index, inner) in entries.iter().enumerate() {
                        collect(inner, &format!("{pointer}/{index}"), lists);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut lists = Vec::new();
    collect(&serde_json::to_value(document).unwrap(), "", &mut lists);
    lists
}

/// What each field prints.
fn said(document: &Assessment) -> Vec<(FieldPath, String)> {
    let mut said = Vec::new();
    document.walk(|field| said.push((field.path.to_owned(), format!("{:?}", field.value))));
    said
}

fn path(text: &str) -> FieldPath {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn put(document: &mut Assessment, path: &FieldPath, value: &Value) {
    let done = match value {
        Value::String(text) => document.put(path, text),
        Value::Number(number) => document.put(path, &number.to_string()),
        other => document.put_value(path, other.clone()),
    };
    done.unwrap_or_else(|error| panic!("{error}: {value}"));
}

#[test]
fn paths_are_read_from_what_they_print() {
    for document in documents() {
        for (path, ..) in fields(&document) {
            for length in 0..=path.steps().len() {
                let mut shorter = path.clone();
                for _ in length..path.steps().len() {
                    shorter = shorter.parent().unwrap();
                }
                assert_eq!(shorter.to_string().parse().as_ref(), Ok(&shorter));
                assert_eq!(FieldPath::from_pointer(&shorter.to_pointer()).as_ref(), Ok(&shorter));
                let stored = serde_json::to_string(&shorter).unwrap();
                assert_eq!(serde_json::from_str::<FieldPath>(&stored).unwrap(), shorter);
            }
        }
    }
    assert_eq!(FieldPath::default().to_string(), "");
    assert_eq!(path(""), FieldPath::default());
    assert_eq!(FieldPath::default().parent(), None);
}

#[test]
fn a_pointer_leads_to_the_same_place_in_json() {
    for document in documents() {
        let json = serde_json::to_value(&document).unwrap();
        for (path, _, is_vacant) in fields(&document) {
            let found = json.pointer(&path.to_pointer());
            assert_eq!(found.is_none(), is_vacant, "{path}");
            if let Some(found) = found {
                assert_eq!(&document.get_value(&path, Serializer).unwrap(), found, "{path}");
            }
        }
        for (list, _) in lists(&document) {
            assert_eq!(&document.get_value(&list, Serializer).unwrap(), json.pointer(&list.to_pointer()).unwrap());
        }
        assert_eq!(document.get_value(&FieldPath::default(), Serializer).unwrap(), json);
    }
}

#[test]
fn what_is_not_a_path() {
    for (text, error) in [
        (
            ".",
            "\".\" is not a path of the document: a document has no field \"\": expected one of cover, affair, population, systems, files, necessity, benefits, number_use_bases, linkage, department, other_bodies, content_annex, content_annex_remarks, rule_9, threshold, risk, file_sections, record_items, risks, other_risk, requests, procedure, changes",
        ),
        (
            "affair.nam",
            "\"affair.nam\" is not a path of the document: affair has no field \"nam\": expected one of name, content",
        ),
        ("affair[0]", "\"affair[0]\" is not a path of the document: affair is not a list and takes no index"),
        (
            "affair.name.x",
            "\"affair.name.x\" is not a path of the document: affair.name is an answer and has no fields",
        ),
        (
            "affair.name[0]",
            "\"affair.name[0]\" is not a path of the document: affair.name is not a list and takes no index",
        ),
        (
            "other_bodies.x",
            "\"other_bodies.x\" is not a path of the document: other_bodies is an answer and has no fields",
        ),
        (
            "systems.name",
            "\"systems.name\" is not a path of the document: systems is a list: expected an index such as systems[0]",
        ),
        ("systems[0", "\"systems[0\" is not a path of the document: the index after systems is not closed by ]"),
        (
            "systems[]",
            "\"systems[]\" is not a path of the document: systems is a list: expected an index such as 0, not \"\"",
        ),
        (
            "systems[00]",
            "\"systems[00]\" is not a path of the document: systems is a list: expected an index such as 0, not \"00\"",
        ),
        (
            "systems[+1]",
            "\"systems[+1]\" is not a path of the document: systems is a list: expected an index such as 0, not \"+1\"",
        ),
        (
            "systems[0][1]",
            "\"systems[0][1]\" is not a path of the document: systems[0] is not a list and takes no index",
        ),
        (
            "systems[99999999999999999999]",
            "\"systems[99999999999999999999]\" is not a path of the document: systems is a list: expected an index such as 0, not \"99999999999999999999\"",
        ),
    ] {
        assert_eq!(text.parse::<FieldPath>().unwrap_err().to_string(), error);
    }
    for (pointer, error) in [
        ("affair", "\"affair\" is not a path of the document: a JSON Pointer begins with /"),
        (
            "/systems/-",
            "\"/systems/-\" is not a path of the document: systems is a list: expected an index such as 0, not \"-\"",
        ),
        (
            "/other_bodies/0",
            "\"/other_bodies/0\" is not a path of the document: other_bodies is one answer, and its lines have no index: write all of them at other_bodies, with line feeds between them",
        ),
        (
            "/affair/a~1b",
            "\"/affair/a~1b\" is not a path of the document: affair has no field \"a/b\": expected one of name, content",
        ),
    ] {
        assert_eq!(FieldPath::from_pointer(pointer).unwrap_err().to_string(), error);
    }
    for name in ["format", "version", "kind", "edition", "extent", "$schema"] {
        let error = "is not a path of the document: the fields of the header (format, version, kind, edition, extent, \
                     $schema) have no paths";
        assert_eq!(name.parse::<FieldPath>().unwrap_err().to_string(), format!("\"{name}\" {error}"));
        let pointer = format!("/{name}");
        assert_eq!(FieldPath::from_pointer(&pointer).unwrap_err().to_string(), format!("\"{pointer}\" {error}"));
    }
    for text in ["form", "kind.form", "/kind"] {
        assert!(!matches!(text.parse::<FieldPath>().unwrap_err().reason, PathReason::Header { .. }), "{text}");
    }
    for pointer in ["kind", "//kind", "/affair/kind"] {
        assert!(
            !matches!(FieldPath::from_pointer(pointer).unwrap_err().reason, PathReason::Header { .. }),
            "{pointer}"
        );
    }
    assert_eq!("affair.nam".parse::<FieldPath>().unwrap_err().path, path("affair"));
    assert!(serde_json::from_str::<FieldPath>("\"affair.nam\"").is_err());
}

/// The time for a path grows only with its length, however deep it goes.
#[test]
fn a_deep_path_is_read_and_leads_nowhere() {
    let deep = format!("file_sections[0].entrustments[0].chain[0]{}.name", ".re_entrustees[0]".repeat(20_000));
    let deep = path(&deep);
    let mut document: Assessment = serde_json::from_str(PUBLISHED[0]).unwrap();
    let before = document.clone();
    assert!(document.get(&deep).is_none());
    assert!(document.get_value(&deep, Serializer).is_err());
    assert!(document.put(&deep, "甲").is_err());
    assert!(document.insert(&deep.parent().unwrap().parent().unwrap(), 0).is_err());
    assert!(document.remove(&deep).is_err());
    assert!(document == before);
}

#[test]
fn a_path_knows_its_lists_and_its_item() {
    let path = path("file_sections[3].entrustments[2].chain[1].re_entrustees[4].name");
    assert_eq!(path.index_of(Assessment::file_sections), Some(3));
    assert_eq!(path.index_of(FileSection::entrustments), Some(2));
    assert_eq!(path.index_of(Entrustment::chain), Some(1));
    assert_eq!(path.index_of(Party::re_entrustees), Some(4));
    assert_eq!(path.index_of(Assessment::systems), None);
    for document in documents() {
        document.walk(|field| {
            let path = field.path.to_owned();
            assert_eq!(path.item(), Some(field.item), "{path}");
            assert_eq!(path.parent().unwrap().item(), None);
            for list in [Assessment::file_sections.name(), Assessment::systems.name()] {
                let index = path.steps().iter().zip(path.steps().iter().skip(1)).find_map(|steps| match steps {
                    (PathStep::Field(name), PathStep::Index(index)) if *name == list => Some(*index),
                    _ => None,
                });
                let known = match list {
                    "systems" => path.index_of(Assessment::systems),
                    _ => path.index_of(Assessment::file_sections),
                };
                assert_eq!(known, index);
                assert_eq!(field.path.index_of(Assessment::systems), path.index_of(Assessment::systems));
            }
        });
    }
}

#[test]
fn every_walked_field_can_be_read() {
    for document in documents() {
        document.walk(|field| {
            let value = document.get(&field.path.to_owned()).expect("it was walked");
            assert_eq!(format!("{value:?}"), format!("{:?}", field.value), "{}", field.path);
        });
        assert!(document.get(&path("affair")).is_none());
        assert!(document.get(&path("systems")).is_none());
        assert!(document.get(&path("systems[999].name")).is_none());
    }
}

#[test]
fn to_put_what_is_there_changes_nothing() {
    for document in documents() {
        let mut same = document.clone();
        for (path, _, is_vacant) in fields(&document) {
            if is_vacant {
                same.remove(&path).unwrap();
            } else {
                put(&mut same, &path, &document.get_value(&path, Serializer).unwrap());
            }
        }
        assert!(same == document);
        for (list, length) in lists(&document) {
            for index in 0..length {
                let entry = path(&format!("{list}[{index}]"));
                same.put_value(&entry, document.get_value(&entry, Serializer).unwrap()).unwrap();
            }
        }
        assert!(same == document);
        same.put_value(&FieldPath::default(), document.get_value(&FieldPath::default(), Serializer).unwrap()).unwrap();
        assert!(same == document);
    }
}

#[test]
fn line_feeds_separate_lines() {
    let read = |text: &str| {
        let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
        document.put(&"other_bodies".parse().unwrap(), text).map(|()| document.other_bodies)
    };
    let two: Answer<Lines> = ["甲市", "乙市"].try_into().unwrap();
    for text in ["甲市\n乙市", "甲市\r\n\n乙市\n"] {
        assert_eq!(read(text).unwrap(), two);
        let mut shown = Assessment::new("form_3_2024_10".parse().unwrap());
        shown.put_shown(&"other_bodies".parse().unwrap(), text).unwrap();
        assert_eq!(shown.other_bodies, two);
    }
    assert_eq!(read("甲市").unwrap(), "甲市".parse().unwrap());
    assert_eq!(read("なし").unwrap(), "なし".parse().unwrap());
    assert!(read("甲市\nなし").is_err() && read("\n").is_err());
}

#[test]
fn one_put_changes_one_field() {
    for document in documents() {
        let before = said(&document);
        let fields = fields(&document);
        // Not every field of the largest documents, because each takes a walk.
        let step = 1 + fields.len() / 200;
        for (path, _, is_vacant) in fields.iter().step_by(step) {
            let mut changed = document.clone();
            changed.put(path, "?").unwrap_or_else(|error| panic!("{error}"));
            let after = said(&changed);
            assert_eq!(after.len(), before.len());
            for ((at, was), (_, is)) in before.iter().zip(&after) {
                assert!(was == is || at == path, "{path} changes {at}");
            }
            assert_eq!(changed.get(path).unwrap().to_string(), "？");
            if *is_vacant {
                changed.remove(path).unwrap();
            } else {
                put(&mut changed, path, &document.get_value(path, Serializer).unwrap());
            }
            assert!(changed == document, "{path}");
        }
    }
}

#[test]
fn to_insert_and_remove_is_nothing() {
    for document in documents() {
        let mut same = document.clone();
        for (list, length) in lists(&document) {
            for index in 0..=length {
                same.insert(&list, index).unwrap();
                assert!(same != document);
                let entry = path(&format!("{list}[{index}]"));
                same.remove(&entry).unwrap();
                assert!(same == document, "{entry}");
            }
            assert_eq!(
                same.insert(&list, length + 1).unwrap_err().reason,
                EditReason::NoSuchIndex { index: length + 1, entries: length }
            );
            assert!(same.remove(&path(&format!("{list}[{length}]"))).is_err());
        }
        assert!(same == document);
    }
}

/// Sets the value at this path in JSON. A missing path is added.
fn set(json: &mut Value, steps: &[PathStep], value: Value) {
    match steps {
        [] => *json = value,
        [PathStep::Field(name), rest @ ..] => {
            if json.is_null() {
                *json = json!({});
            }
            set(json.as_object_mut().unwrap().entry(*name).or_insert(Value::Null), rest, value);
        }
        [PathStep::Index(index), rest @ ..] => set(&mut json.as_array_mut().unwrap()[*index], rest, value),
    }
}

#[test]
fn a_refusal_changes_nothing_and_says_what_loading_says() {
    let texts = ["　", "何か別の記載", "42949672960", "99)"];
    let mut refused = 0;
    for document in documents() {
        let saved = serde_json::to_value(&document).unwrap();
        let mut same = document.clone();
        let fields = fields(&document);
        let step = 1 + fields.len() / 150;
        for (path, ..) in fields.iter().step_by(step) {
            for text in texts {
                let Err(error) = same.put(path, text) else {
                    same = document.clone();
                    continue;
                };
                assert!(same == document, "{path}");
                let mut json = saved.clone();
                set(&mut json, path.steps(), json!(text));
                // The header first, as a document is written: a later one is not known at the mistake.
                let header = ["format", "version", "kind", "edition"]
                    .map(|name| format!("\"{name}\":{},", json.as_object_mut().unwrap().remove(name).unwrap()));
                let text = format!("{{{}{}", header.concat(), &json.to_string()[1..]);
                let loaded = load::<Assessment, _>(&mut serde_json::Deserializer::from_str(&text)).unwrap_err();
                assert_eq!((&loaded.path, loaded.item, loaded.label), (&path.to_string(), error.item, error.label));
                for language in [Language::Japanese, Language::English] {
                    assert_eq!(loaded.text(language), error.text(language));
                }
                assert!(loaded.source.to_string().starts_with(&error.reason.to_string()));
                assert_eq!((&error.path, error.item), (path, path.item()));
                refused += 1;
            }
        }
    }
    assert!(refused > 800, "{refused}");
}

#[test]
fn what_a_refusal_says() {
    let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
    let mut says = |at: &str, text: &str| document.put(&path(at), text).unwrap_err().to_string();
    assert_eq!(
        says("population", "many"),
        "population (Ⅰ.1.③ 対象人数): cannot read \"many\" as a count of people: expected a number (62000 or \"62,000\"), \
         a range (\"100000..299999\", \"500..\" or \"..499\"), or a band: under_1000 (1,000人未満), \
         from_1000_to_9999 (1,000人以上1万人未満), from_10000_to_99999 (1万人以上10万人未満), \
         from_100000_to_299999 (10万人以上30万人未満), at_least_300000 (30万人以上)"
    );
    assert_eq!(
        says("systems[1].name", "甲"),
        "systems[1].name (Ⅰ.2.システム.① システムの名称): there is no entry with the index 1: the list has 0, and the next would have the index 0"
    );
    let chain = "file_sections[0].entrustments[0].chain";
    assert_eq!(
        says(&format!("{chain}[0].re_entrustees[1]"), "甲"),
        format!(
            "{chain}[0].re_entrustees[1]: there is no entry with the index 1: the list has 0, and the next would have the index 0"
        )
    );
    assert_eq!(says("affair", "甲"), "affair: invalid type: string \"甲\", expected an object (Affair)");
    // 様式3 does not print it.
    assert_eq!(
        says("threshold.handlers_as_of", "いつか"),
        "threshold.handlers_as_of (取扱者数（いつ時点の計数か）): cannot read \"いつか\" as a date: expected 令和6年12月6日, \
         令和6年12月, 令和6年, R6.12.6, 2024/12/6 or 2024-12-06"
    );
    let error: EditError = document.insert(&path("affair.name"), 0).unwrap_err();
    assert_eq!(error.to_string(), "affair.name (Ⅰ.1.① 事務の名称): there is no such list in the document");
    assert_eq!(document, Assessment::new("form_3_2024_10".parse().unwrap()));
}

#[test]
fn an_entry_is_added_at_the_end_of_its_list() {
    let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
    for fill in document.clone().open_items() {
        document.put(&fill.path, "?").unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!((document.systems.len(), document.file_sections.len()), (1, 1));
    document.put(&path("file_sections[0].entrustments[0].chain[0].re_entrustees[0].name"), "乙").unwrap();
    assert_eq!(document.file_sections[0].entrustments[0].chain.tiers(), 2);
    // An entry is not added for an answer that is refused.
    let before = document.clone();
    assert!(document.put(&path("systems[1].name"), "　").is_err());
    assert!(document.put(&path("file_sections[0].entrustments[0].chain[1].name"), "　").is_err());
    assert!(document == before);
}

#[test]
fn a_chain_grows_to_its_bound() {
    let mut document = Assessment::new("form_3_2024_10".parse().unwrap());
    let mut list = String::from("file_sections[0].entrustments[0].chain");
    for tier in 1..=MAX_TIERS + 1 {
        let before = document.clone();
        let put = document.put(&path(&format!("{list}[0].name")), "甲");
        let insert = document.insert(&path(&list), 0);
        let value = document.put_value(&path(&format!("{list}[0]")), json!({"name": "乙"}));
        let whole = document.put_value(&path(&list), json!([{"name": "甲"}]));
        let is_allowed = tier <= MAX_TIERS;
        assert_eq!(
            (put.is_ok(), insert.is_ok(), value.is_ok(), whole.is_ok()),
            (is_allowed, is_allowed, is_allowed, is_allowed),
            "{tier}"
        );
        if let Err(error) = insert {
            for error in [error, put.unwrap_err(), value.unwrap_err(), whole.unwrap_err()] {
                let [english, japanese] =
                    [Language::English, Language::Japanese].map(|language| error.reason.text(language));
                assert_eq!(english, "the chain of entrustment (委託の連鎖) has too many tiers: expected at most 16");
                assert_eq!(japanese, "委託の連鎖の段数が多すぎる（16段まで）");
            }
            assert!(document == before);
        }
        let saved = serde_json::to_string(&document).unwrap();
        assert!(serde_json::from_str::<Assessment>(&saved).unwrap() == document);
        list.push_str("[0].re_entrustees");
    }
}

#[test]
fn an_item_is_found_in_every_place() {
    for document in documents() {
        let mut expected = Vec::new();
        document.walk(|field| {
            if field.item == Item::ProvisionBases && field.role == Role::Answer {
                expected.push(field.path.to_owned());
            }
        });
        assert_eq!(document.find(Item::ProvisionBases), expected);
        for place in document.find(Item::EntrusteeHandlers) {
            assert_eq!(place.steps().last(), Some(&PathStep::Field(Entrustment::handlers.name())));
        }
    }
    assert!(Assessment::new("form_3_2024_10".parse().unwrap()).find(Item::SystemName).is_empty());
}

#[test]
fn the_walk_that_writes_visits_what_the_walk_that_reads_does() {
    for document in documents() {
        let before = said(&document);
        let (mut changed, mut visited) = (document.clone(), Vec::new());
        changed.walk_mut(|mut field| {
            visited.push((field.path.to_owned(), format!("{:?}", field.value())));
            if let Some(date) = field.get_mut::<Answer<FormDate>>() {
                *date = Answer::NotKnown;
            }
            if field.get_mut::<Answer<Lines>>().is_some() {
                assert!(field.put("　").is_err());
                field.put("記載").unwrap();
            }
            if field.kind() == AnswerKind::CheckBoxes {
                field.clear();
            }
        });
        assert!(visited == before);
        for (path, kind, _) in fields(&changed) {
            let value = changed.get(&path).unwrap();
            match kind {
                AnswerKind::Date => assert_eq!(value.to_string(), "？"),
                AnswerKind::CheckBoxes => assert_eq!(value.to_string(), ""),
                _ => {}
            }
        }
    }
}

#[test]
fn many_edits_make_a_document_from_nothing() {
    for document in documents() {
        let mut made = Assessment {
            extent: document.extent,
            form: document.form,
            ..Assessment::new("form_3_2024_10".parse().unwrap())
        };
        let written = fields(&document).into_iter().filter(|(_, _, is_vacant)| !is_vacant);
        let value = |path: FieldPath| {
            let value = document.get_value(&path, Serializer).unwrap();
            FieldEdit::Value(path, value)
        };
        made.put_all(written.map(|(path, _, _)| value(path))).unwrap();
        // An entry of a list without any answer has no field to write.
        for (list, count) in lists(&document) {
            let have = lists(&made)
                .into_iter()
                .find_map(|(other, count)| (other == list).then_some(count))
                .unwrap_or_default();
            (have..count).for_each(|index| made.insert(&list, index).unwrap());
        }
        assert!(made == document);
        // The last is refused, so none is made.
        let edits = [FieldEdit::Remove(path("systems")), FieldEdit::Shown(path("affair.name"), "　".into())];
        let error = made.put_all::<Value>(edits).unwrap_err();
        assert_eq!(error.path, path("affair.name"));
        assert!(made == document);
    }
}

#[test]
fn a_document_moves_to_another_form_with_every_answer() {
    let mut taken_over = 0;
    for document in documents() {
        for form in ["form_2_2024_10", "form_3_2024_10", "form_4_2024_10"] {
            let mut moved = document.clone();
            let change = moved.change_form(form.parse().unwrap());
            assert_eq!(moved.form.edition(), Some(form.parse().unwrap()));
            assert_eq!(change.open, moved.open_items());
            let mut expected = Assessment { form: moved.form, ..document.clone() };
            for path in &change.taken_over {
                assert!(!document.get(path).is_some_and(mynumber_pia::value::answer::Value::is_given), "{path}");
                assert!(moved.get(path).unwrap().is_given(), "{path}");
                let value = moved.get_value(path, Serializer).unwrap();
                expected.put_value(path, value).unwrap();
            }
            assert!(moved == expected, "{form}");
            taken_over += change.taken_over.len();
            // Nothing else can be taken over.
            assert_eq!(moved.change_form(form.parse().unwrap()).taken_over, []);
        }
    }
    assert!(taken_over > 50, "{taken_over}");
}
