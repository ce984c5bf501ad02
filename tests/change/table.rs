//! The change table: written from a difference, addressed, compared with a difference, and undone.

use crate::support::{DOCUMENTS, address};
use std::collections::BTreeMap;
use std::str::FromStr;

use mynumber_pia::assessment::{Assessment, Change};
use mynumber_pia::catalogue::{Item, Row, rows};
use mynumber_pia::change::{
    AddressKind, NotUndone, Proof, RowState, Weight, check_table, difference, proof_of_row, rewind, table,
};
use mynumber_pia::fixture::{Edited, History, Json, Parameters, edit, history};
use mynumber_pia::threshold::determine;
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::value::answer::{Answer, Lines};
use mynumber_pia::value::date::FormDate;
use mynumber_pia::{AssessmentKind, Facts, Form, Obligation, Occurrence};
use proptest::prelude::*;

fn published(name: &str) -> Assessment {
    let (_, json) = DOCUMENTS.iter().find(|(other, _)| *other == name).unwrap();
    serde_json::from_str(json).unwrap()
}

fn day(text: &str) -> FormDate {
    text.parse().unwrap()
}

/// The items of a list such as `a b` or `a..d`, in the order of the form.
fn items(document: &Assessment, list: &str) -> Vec<Item> {
    let item = |code: &str| code.parse::<Item>().unwrap();
    match list.split_once("..") {
        None => list.split(' ').map(item).collect(),
        Some((begin, end)) => {
            let printed: Vec<Item> = rows(document.kind(), document.form.edition()).map(|row| row.item).collect();
            let at = |wanted| printed.iter().position(|item| *item == wanted).unwrap();
            printed[at(item(begin))..=at(item(end))].to_vec()
        }
    }
}

/// What a human reader understands from each row.
fn by_hand() -> BTreeMap<(String, usize), (AddressKind, Vec<Item>)> {
    let mut list = BTreeMap::new();
    for line in include_str!("../data/addresses.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [name, numbers, kind, codes] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (begin, end) = numbers.split_once('-').unwrap_or((numbers, numbers));
        for row in begin.parse::<usize>().unwrap()..=end.parse().unwrap() {
            let understood = (kind.parse().unwrap(), items(&published(name), codes));
            assert!(list.insert((name.to_string(), row), understood).is_none(), "{line}");
        }
    }
    list
}

#[test]
fn rows_of_published_tables_are_addressed_as_a_reader_would() {
    let list = by_hand();
    let mut wrong = Vec::new();
    for (name, most, least) in
        [("edogawa", 143, 138), ("kawaguchi", 48, 46), ("kumagaya", 66, 58), ("matsudo", 7, 5), ("shinjuku", 31, 24)]
    {
        let document = published(name);
        assert_eq!(document.changes.len(), most);
        let mut addressed = 0;
        for row in 0..most {
            let found = address(&document, row);
            if found.kind == AddressKind::None {
                continue;
            }
            addressed += 1;
            let found = (found.kind, found.items.into_iter().map(|one| one.item).collect::<Vec<_>>());
            if list.get(&(name.to_string(), row + 1)) != Some(&found) {
                wrong.push(format!("{name} {}: {found:?}", row + 1));
            }
        }
        assert!(addressed >= least, "{name}: {addressed} of {most}");
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn blocks_are_found_by_their_printed_numbers() {
    let path = |name, row: usize| {
        let found = address(&published(name), row - 1);
        found.items[0].path.as_ref().map(ToString::to_string)
    };
    assert_eq!(path("edogawa", 5).unwrap(), "systems[11].functions");
    assert_eq!(path("edogawa", 23).unwrap(), "file_sections[0].entrustments[3].content");
    assert_eq!(path("edogawa", 71).unwrap(), "file_sections[1].entrustments[4].content");
    assert_eq!(path("edogawa", 131).unwrap(), "file_sections[2].provision.transfers[0].bases");
    // The block that the row deletes is not in the document, and no section is named 収納ファイル.
    assert_eq!((path("edogawa", 24), path("edogawa", 132)), (None, None));
    assert_eq!(path("shinjuku", 9).unwrap(), "file_sections[3].entrustments[1]");
    assert_eq!(path("kawaguchi", 7).unwrap(), "file_sections[0].provision.transfers[3]");
    assert_eq!(path("kumagaya", 65).unwrap(), "threshold.incident");
}

fn read(kind: AssessmentKind, fields: &str) -> Assessment {
    let json = format!(r#"{{"format": "mynumber-pia", "version": 1, "kind": "{kind}", "edition": "?", {fields}}}"#);
    serde_json::from_str(&json).unwrap()
}

/// A document with one row.
fn with_row(kind: AssessmentKind, items: &str) -> Assessment {
    read(kind, &format!(r#""changes": [{{"items": "{items}"}}]"#))
}

#[test]
fn what_is_quoted_decides_between_the_items_of_a_section() {
    use Item::{ContactHandling, ContactTo};
    let found = |to, handling, name, after| {
        let mut document = with_row(AssessmentKind::KeyItem, name);
        document.requests.contact_to = Answer::Given(Lines::from_str(to).unwrap());
        document.requests.handling = Answer::Given(Lines::from_str(handling).unwrap());
        document.changes[0].after = Answer::Given(Lines::from_str(after).unwrap());
        let found = address(&document, 0);
        (found.kind, found.items.iter().map(|one| one.item).collect::<Vec<_>>())
    };
    let (both, section) = (vec![ContactTo, ContactHandling], AddressKind::Section);
    let name = "Ⅳ－2．特定個人情報ファイルの取扱いに関する問合せ";
    assert_eq!(found("甲課", "記録", name, "甲課"), (AddressKind::One, vec![ContactTo]));
    assert_eq!(found("甲課", "記録", name, "記録"), (AddressKind::One, vec![ContactHandling]));
    // Neither item says it, or both do, or the row names both.
    assert_eq!(found("甲課", "記録", name, "乙課"), (section, both.clone()));
    assert_eq!(found("甲課", "甲課", name, "甲課"), (section, both.clone()));
    assert_eq!(found("甲課", "記録", &format!("{name}①、②"), "甲課"), (AddressKind::Several, both));
    // A dash says that one of the items is empty now, but not which.
    let json = r#""requests": {"contact_to": "甲課"}, "changes": [{"items": "Ⅳ－２．問合せ", "after": "―"}]"#;
    let dash = address(&read(AssessmentKind::KeyItem, json), 0);
    assert_eq!((dash.kind, dash.items.len()), (section, 2));
    let path = |name, row: usize| address(&published(name), row - 1).items[0].path.as_ref().map(ToString::to_string);
    assert_eq!(path("matsudo", 7).unwrap(), "requests.contact_to");
    assert_eq!(path("kawaguchi", 46).unwrap(), "risks[0].training_detail");
    assert_eq!(path("kawaguchi", 48).unwrap(), "procedure.basic_assessment_date");
}

#[test]
fn the_number_of_a_section_is_read_in_each_spelling() {
    for name in ["Ⅳ2", "Ⅳ 2", "Ⅳ　２", "Ⅳ－2", "Ⅳー２", "Ⅳ．2", "Ⅳ 2．", "IV 2"] {
        let found = address(&with_row(AssessmentKind::KeyItem, name), 0);
        let items: Vec<Item> = found.items.iter().map(|one| one.item).collect();
        assert_eq!((found.kind, items), (AddressKind::Section, vec![Item::ContactTo, Item::ContactHandling]), "{name}");
    }
}

#[test]
fn what_names_no_item_is_not_guessed() {
    for kind in AssessmentKind::ALL {
        for name in [
            "全体",
            "様式の変更",
            "誤字の修正",
            "Ⅸ",
            "Ⅷ 3. その他",
            "123",
            "・",
            "リスク",
            "別添9",
            "Ⅰ 99．",
            // Each part has a section with this number.
            "2．",
            "99．評価書名",
        ] {
            let found = address(&with_row(*kind, name), 0);
            assert_eq!((found.kind, found.items), (AddressKind::None, vec![]), "{kind} {name}");
        }
    }
    // Two numbers of sections.
    assert_eq!(address(&with_row(AssessmentKind::KeyItem, "Ⅳ 2．3．"), 0).kind, AddressKind::None);
}

#[test]
fn every_item_is_found_by_its_number_and_its_unambiguous_label() {
    for kind in AssessmentKind::ALL {
        let mut wrong = Vec::new();
        for Row { number, label, item, .. } in rows(*kind, None) {
            let block = ["委託事項", "提供先", "移転先"].contains(label);
            let number = number.replace("委託事項", "委託事項1").replace("システム", "システム1");
            let number = number.replace("提供先", "提供先1").replace("移転先", "移転先1");
            let name = format!("{number} {}", if block { "" } else { item.label() });
            let found = address(&with_row(*kind, &name), 0);
            if found.items.iter().map(|one| one.item).collect::<Vec<_>>() != [*item] {
                wrong.push(format!("{kind} {name}: {found}"));
            }
        }
        // The cover and the change table have no numbers.
        wrong.retain(|line| !line.contains("表紙") && !line.contains("別添"));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn an_item_is_found_by_how_its_label_begins() {
    let found = |items| {
        let found = address(&with_row(AssessmentKind::KeyItem, items), 0);
        (found.kind, found.items.iter().map(|one| one.item).collect::<Vec<_>>())
    };
    let one = (AddressKind::One, vec![Item::IncidentInThreeYears]);
    assert_eq!(found("Ⅲ-７過去３年以内の重大事故の発生"), one);
    // Four characters in common are too few.
    assert_eq!(found("Ⅲ-７過去３年の重大事故の発生").0, AddressKind::Section);
    // The name is the heading of the section, with which the label of one item begins.
    assert_eq!(found("Ⅲ-７特定個人情報の保管・消去").0, AddressKind::Section);
    // The labels of several items begin like this.
    assert_eq!(found("Ⅲ-３リスクへの対策が足りるか").0, AddressKind::Section);
}

#[test]
fn renumbering_alone_is_recognized_in_the_published_table() {
    let document = published("edogawa");
    let cites = |cell: &Answer<Lines>| {
        let text = cell.given().map(ToString::to_string).unwrap_or_default();
        mynumber_pia::law::StatutoryBasis::read(text).citations().next().is_some()
    };
    let both: Vec<&Change> = document.changes.iter().filter(|row| cites(&row.before) && cites(&row.after)).collect();
    assert_eq!(both.len(), 67);
    let mut count = 0;
    for (index, row) in document.changes.iter().enumerate() {
        let Some(proof) = proof_of_row(&document, row) else { continue };
        let Proof::Renumbering(pairs) = &proof else { panic!("row {}: {proof}", index + 1) };
        assert!(!pairs.is_empty());
        count += 1;
    }
    assert!(count >= 54, "{count}");
    // These changed more than numbers: 移転先1 also gained a row (13), and the basis of 移転先10 is another provision.
    for row in [7, 8, 9, 58, 65, 105, 109] {
        assert_eq!(proof_of_row(&document, &document.changes[row - 1]), None, "row {row}");
    }
}

#[test]
fn a_number_that_the_new_version_keeps_was_not_renumbered() {
    let json = r#""changes": [{"before": "番号法第19条第8号 別表第二の2の項、別表第二の27の項",
        "after": "番号法第19条第8号 別表第二の2の項、利用特定個人情報の提供に関する命令第2条の表の48の項"}]"#;
    let document = read(AssessmentKind::AllItem, json);
    let proof = proof_of_row(&document, &document.changes[0]).map(|proof| proof.to_string());
    let expected = "法令の条項番号の変更（番号法別表第二の27の項→利用特定個人情報の提供に関する命令第2条の表の48の項）";
    assert_eq!(proof.as_deref(), Some(expected));
}

#[test]
fn kumagaya_before_its_last_change_had_no_incident() {
    let document = published("kumagaya");
    let before = rewind(&document, "2025-05-30".parse().unwrap());
    assert_eq!(before.kept, []);
    assert_eq!(before.undone, [65, 64]);
    assert_eq!(before.document.threshold.incident, Answer::Given(Occurrence::NotOccurred));
    assert_eq!(before.document.threshold.result, Answer::Given(Obligation::BasicItem));
    let determined = determine(&Facts::from(&before.document)).required();
    assert_eq!(determined, Some(Obligation::BasicItem));
    let forth = difference(&before.document, &document);
    assert_eq!(forth.apply(&before.document).unwrap(), document);
}

#[test]
fn every_row_is_undone_or_kept_with_a_reason() {
    let mut undone = 0;
    for (name, _) in DOCUMENTS {
        let document = published(name);
        let first = rewind(&document, chrono::NaiveDate::MIN);
        let dated = document.changes.iter().filter(|row| row.date.given().is_some()).count();
        assert_eq!(first.undone.len() + first.kept.len(), dated);
        assert_eq!(first.document.changes.len() + first.undone.len(), document.changes.len());
        let late = rewind(&document, chrono::NaiveDate::MAX);
        assert_eq!((late.document, late.undone, late.kept), (document, vec![], vec![]));
        undone += first.undone.len();
    }
    assert!(undone > 90, "{undone}");
}

#[test]
fn kept_rows_say_why() {
    let document: Assessment = serde_json::from_str(
        r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
            "threshold": {"incident": "yes"}, "department": {"head": "課長"}, "other_bodies": ["甲", "乙", "丙"],
            "changes": [
                {"date": "2025-01-01", "items": "全体", "before": "甲", "after": "乙"},
                {"date": "2025-01-01", "items": "Ⅱ３．重大事故", "before": "ない", "after": "発生あり"},
                {"date": "2025-01-01", "items": "Ⅰ５②所属長の役職名", "before": "室長", "after": "主幹"},
                {"date": "2025-01-01", "items": "Ⅰ５②所属長の役職名", "before": "（略）", "after": "課長"},
                {"date": "2025-01-01", "items": "Ⅰ６．他の評価実施機関", "before": ["丁", "戊"], "after": "乙"}
            ]}"#,
    )
    .unwrap();
    let before = rewind(&document, "2025-01-01".parse().unwrap());
    assert_eq!(
        before.kept,
        [
            (0, NotUndone::NotAddressed),
            (1, NotUndone::Unreadable),
            (2, NotUndone::NotCurrentText),
            (3, NotUndone::NotQuoted)
        ]
    );
    assert_eq!(before.undone, [4]);
    assert_eq!(before.document.other_bodies.given().unwrap().to_string(), "甲／丁／戊／丙");
    assert_eq!(before.document.threshold, document.threshold);
    let states: Vec<RowState> = check_table(&document).iter().map(|row| row.state).collect();
    let [unknown, holds, differs] = [RowState::Unknown, RowState::Holds, RowState::Differs];
    assert_eq!(states, [unknown, holds, differs, holds, holds]);
}

#[test]
fn a_dash_in_a_continued_row_says_nothing_about_the_document() {
    let states = |continues| {
        let json = format!(
            r#""department": {{"head": "課長"}}, "changes": [
                {{"items": "Ⅰ６②所属長の役職名", "before": "室長", "after": "課長"}},
                {{"items": "Ⅰ６②所属長の役職名", "before": "主幹", "after": "―"}},
                {{"items": "Ⅰ６②所属長の役職名", {continues} "before": "主査", "after": "―"}}]"#
        );
        let document = read(AssessmentKind::KeyItem, &json);
        check_table(&document).iter().map(|row| row.state).collect::<Vec<_>>()
    };
    let [holds, differs, unknown] = [RowState::Holds, RowState::Differs, RowState::Unknown];
    assert_eq!(states(""), [holds, differs, differs]);
    assert_eq!(states(r#""continues": "ticked","#), [holds, unknown, unknown]);
}

#[test]
fn the_day_of_a_count_is_undone() {
    let json = r#""threshold": {"population_as_of": "2024-11-01"}, "changes": [{"date": "2024-12-01",
        "items": "Ⅱ１．いつ時点の計数か", "before": "令和5年4月1日 時点", "after": "令和6年11月1日 時点"}]"#;
    let before = rewind(&read(AssessmentKind::BasicItem, json), "2024-12-01".parse().unwrap());
    assert_eq!((before.undone, before.kept), (vec![0], vec![]));
    assert_eq!(before.document.threshold.population_as_of, Answer::Given(day("2023-04-01")));
}

#[test]
fn items_are_named_as_the_form_numbers_and_labels_them() {
    let names = |old: &str, new: &str| {
        let [old, new] = [old, new].map(|fields| read(AssessmentKind::AllItem, fields));
        let rows = table(&difference(&old, &new), day("2025-04-01"));
        rows.iter().map(|row| row.items.given().unwrap().to_string()).collect::<Vec<_>>()
    };
    // The number of a block is the printed one, or else its position. An added block has no label.
    let systems = "Ⅰ　２．特定個人情報ファイルを取り扱う事務において使用するシステム　システム";
    let system = |number, functions| {
        format!(r#""systems": [{{"name": "甲"}}, {{"number": {number}, "name": "乙", "functions": "{functions}"}}]"#)
    };
    assert_eq!(names(&system("7", "照会"), &system("7", "収納")), [format!("{systems}7-②システムの機能")]);
    assert_eq!(names(&system(r#""""#, "照会"), &system(r#""""#, "収納")), [format!("{systems}2-②システムの機能")]);
    assert_eq!(names(r#""systems": []"#, r#""systems": [{"number": 3, "name": "甲"}]"#), [format!("{systems}3")]);
    // The files are named only if there are several sections.
    let section = |file, matter| {
        format!(r#"{{"names": "{file}ファイル", "entrustments": [{{"number": 1, "matter": "{matter}"}}]}}"#)
    };
    let one = |matter| format!(r#""file_sections": [{}]"#, section("甲", matter));
    let entrustment = "４．特定個人情報ファイルの取扱いの委託　委託事項1";
    assert_eq!(names(&one("印刷"), &one("発送")), [format!("Ⅱ　{entrustment}")]);
    let two = |matter| format!(r#""file_sections": [{}, {}]"#, section("甲", "保守"), section("乙", matter));
    assert_eq!(names(&two("印刷"), &two("発送")), [format!("Ⅱ（乙ファイル）{entrustment}")]);
    let none = r#""file_sections": [{"names": "甲ファイル"}]"#;
    assert_eq!(names(none, &one("印刷")), [format!("Ⅱ　{entrustment}")]);
    // If a number has several items with one label, the name says the choice before it too.
    let risk = |detail| {
        let part = format!(r#"{{"record_detail": "{detail}"}}"#);
        format!(r#""risks": [{{"entrustment": {part}, "provision": {part}}}]"#)
    };
    assert_eq!(
        names(&risk("台帳"), &risk("記録簿")),
        [
            "Ⅲ　４．特定個人情報ファイルの取扱いの委託　特定個人情報ファイルの取扱いの記録-具体的な方法",
            "Ⅲ　５．特定個人情報の提供・移転（委託や情報提供ネットワークシステムを通じた提供を除く。）　リスク1　具体的な方法"
        ]
    );
}

#[test]
fn an_answer_of_none_is_quoted_as_one() {
    let old = read(
        AssessmentKind::KeyItem,
        r#""systems": [{"number": 1, "name": "甲", "connections": ["tax"]}],
            "file_sections": [{"entrustments": [{"matter": "保守", "content": "点検"}]}]"#,
    );
    for (path, text, expected) in [
        ("file_sections[0].entrustments[0].content", "なし", "なし"),
        ("file_sections[0].entrustments[0].content", "―", "―"),
        ("file_sections[0].entrustments[0].content", "", "―"),
        ("systems[0].connections", "", "なし"),
    ] {
        let mut new = old.clone();
        new.put_shown(&path.parse().unwrap(), text).unwrap();
        let found = difference(&old, &new);
        for (found, is_after) in [(&found, true), (&found.reversed(), false)] {
            let rows = table(found, day("2025-04-01"));
            let [row] = &rows[..] else { panic!("{path}: {rows:?}") };
            let cell = if is_after { &row.after } else { &row.before };
            assert_eq!(cell.value().to_string(), expected, "{path} {text}");
        }
        // The row is undone as before.
        new.changes = table(&found, day("2025-04-01"));
        let undone = rewind(&new, "2025-03-31".parse().unwrap());
        assert!(difference(&undone.document, &old).edits().iter().all(|edit| edit.item.code().starts_with("change")));
    }
}

#[test]
fn the_reason_of_a_timing_depends_on_the_form() {
    let reason = |kind| {
        let head = |head| read(kind, &format!(r#""department": {{"head": "{head}"}}"#));
        let (old, new) = (head("課長"), head("室長"));
        let rows = table(&difference(&old, &new), day("2025-04-01"));
        rows[0].reason.given().unwrap().to_string()
    };
    let none = "基礎項目評価書には重要な変更の対象である記載項目がない";
    assert_eq!(reason(AssessmentKind::BasicItem), none);
    let unmarked = "その他の項目の変更であり、事前の提出が義務付けられない";
    assert_eq!(reason(AssessmentKind::KeyItem), unmarked);
    assert_eq!(reason(AssessmentKind::AllItem), unmarked);
}

#[test]
fn a_part_is_material_if_it_answers_a_marked_item() {
    let weight = |fields: &str| {
        let with =
            |part: &str| read(AssessmentKind::KeyItem, &format!(r#""file_sections": [{{"entrustments": [{part}]}}]"#));
        difference(&with(""), &with(&format!("{{{fields}}}"))).weighed().map(|(_, weight)| weight).collect::<Vec<_>>()
    };
    let marked = r#""re_entrustment": "not_re_entrusted""#;
    assert_eq!(weight(&format!(r#""number": 1, "matter": "印刷", {marked}"#)), [Weight::Material]);
    assert_eq!(weight(r#""number": 1, "matter": "印刷", "entrustee": "甲株式会社""#), [Weight::Ordinary]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_table_of_an_edit_is_borne_out(Json(edit) in edit(Parameters::default())) {
        let Edited { before, after, item, path, .. } = edit;
        let difference = difference(&before, &after);
        let rows = table(&difference, day("2025-04-01"));
        let logged = !matches!(item, Item::PublicationDate) && !path.to_string().starts_with("changes");
        prop_assert_eq!(rows.len(), usize::from(logged));
        let marked = mynumber_pia::catalogue::row(before.kind(), before.form.edition(), item)
            .is_some_and(|row| row.materiality == mynumber_pia::catalogue::Materiality::Material);
        match &difference.weighed().next().unwrap().1 {
            Weight::Material => prop_assert!(marked),
            Weight::Ordinary => prop_assert!(!marked),
            Weight::Formal(_) => {}
        }
    }

    #[test]
    fn a_document_with_its_new_rows_still_passes(Json(edit) in edit(Parameters::default())) {
        let Edited { before, mut after, .. } = edit;
        let rows = table(&difference(&before, &after), after.changes.last().map_or(day("2025-04-01"), |row| *row.date.given().unwrap()));
        let earlier = validate(&after, Parameters::default().as_of);
        after.changes.extend(rows);
        let report = validate(&after, Parameters::default().as_of);
        let own = report.iter().filter(|finding| finding.location.path.to_string().starts_with("changes"));
        let own: Vec<_> = own.filter(|finding| !earlier.iter().any(|other| other == *finding)).collect();
        // The generated last row of the document need not agree with what was there before.
        let own: Vec<_> = own.into_iter().filter(|finding| !matches!(finding.rule, Rule::BeforeIsNotAfter | Rule::DatesReversed)).collect();
        prop_assert!(own.is_empty(), "{own:?}");
    }
}

/// The rows that the change table of a version adds to that of the version before.
fn new_rows(old: &Assessment, new: &Assessment) -> Vec<Change> {
    new.changes.iter().filter(|row| !old.changes.contains(row)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn histories_log_what_changed(Json(history) in history(Parameters::default())) {
        let History { versions, .. } = history;
        prop_assert_eq!(versions.len(), 4);
        for pair in versions.windows(2) {
            let [old, new] = pair else { unreachable!() };
            prop_assert!(validate(new, Parameters::default().as_of).is_empty());
            let forth = difference(old, new);
            prop_assert_eq!(table(&forth, new.cover.published.given().copied().unwrap()), new_rows(old, new));
            // A version that is completely undone is the version before, except for the day of publication.
            let since = new.cover.published.given().unwrap().first_day();
            let is_later = old.cover.published.given().is_some_and(|old| old.last_day() < since);
            let before = rewind(new, since);
            if is_later && before.kept.is_empty() {
                let rest = difference(&before.document, old);
                // A quotation does not say how a cell is divided.
                let text = |lines: Option<Lines>| lines.map(|lines| lines.to_string());
                let other = rest.edits().iter().filter(|edit| text(edit.before_in_words()) != text(edit.after_in_words()));
                let rest: Vec<_> = other.map(|edit| edit.item).collect();
                prop_assert!(rest.iter().all(|item| *item == Item::PublicationDate), "{rest:?}");
            }
        }
    }
}

#[test]
fn histories_are_the_same_everywhere_and_can_be_undone() {
    let plan = Parameters::default().plan(11);
    let (three, five) = (plan.history(3), plan.history(5));
    assert_eq!(three.versions, five.versions[..4]);
    assert_eq!((plan.history(0).versions.len(), plan.history(1000).versions.len()), (1, 43));
    let (mut undone, mut kept) = (0, 0);
    for seed in 0..64 {
        let History { versions, .. } = Parameters::default().plan(seed).history(1);
        let since = versions[1].cover.published.given().unwrap().first_day();
        let before = rewind(&versions[1], since);
        undone += usize::from(before.kept.is_empty() && !before.undone.is_empty());
        kept += before.kept.len();
    }
    assert!(undone > 20, "{undone} undone, {kept} kept");
}

#[test]
fn form_2_has_no_material_change() {
    let parameters = Parameters { kind: Some(AssessmentKind::BasicItem), ..Parameters::default() };
    for seed in 0..64 {
        let (old, new) = (parameters.plan(seed).build::<Assessment>(), parameters.plan(seed + 1).build());
        let forth = difference(&old, &new);
        assert!(!forth.weighed().any(|(_, weight)| weight == Weight::Material));
    }
    // If the form changes, the published form decides the weight.
    let old: Assessment = parameters.plan(1).build();
    let mut new = old.clone();
    new.form = Form::EditionUnknown(AssessmentKind::AllItem);
    new.number_use_bases = Answer::Unanswered;
    let weights = |old, new| difference(old, new).weighed().map(|(_, weight)| weight).collect::<Vec<_>>();
    assert_eq!(weights(&old, &new), [Weight::Ordinary]);
    assert_eq!(weights(&new, &old), [Weight::Material]);
}
