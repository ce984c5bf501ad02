//! The register with published documents and with what a body knows about its affairs. No fixtures are needed.

use chrono::NaiveDate;
use mynumber_pia::assessment::Parties;
use mynumber_pia::catalogue::Item;
use mynumber_pia::law::Citation;
use mynumber_pia::threshold::Fact;
use mynumber_pia::value::answer::{Given, Value};
use mynumber_pia::value::incident::{IncidentScope, SeriousIncident};
use mynumber_pia::value::text::TextError;
use mynumber_pia::{Answer, Assessment, AssessmentKind, Facts, Text};
use mynumber_pia_embed::level::{level, next_step};
use mynumber_pia_embed::register::{draft, material_changes, title};
use mynumber_pia_embed::{Level, Reason, Register, Today};

const DOCUMENTS: [&str; 5] = [
    include_str!("../../../examples/documents/edogawa.json"),
    include_str!("../../../examples/documents/kawaguchi.json"),
    include_str!("../../../examples/documents/kumagaya.json"),
    include_str!("../../../examples/documents/matsudo.json"),
    include_str!("../../../examples/documents/shinjuku.json"),
];

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 1).unwrap()
}

fn published() -> (Register, Vec<String>) {
    let mut register = Register::default();
    let refused = register.load(&DOCUMENTS.concat(), as_of()).unwrap();
    (register, refused.iter().map(ToString::to_string).collect())
}

/// A document of an invented affair. Only the fields that a test needs are answered.
fn basic_item(rest: &str) -> Assessment {
    let head = r#""format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10""#;
    serde_json::from_str(&format!("{{{head}, {rest}}}")).unwrap()
}

#[test]
fn only_complete_documents_are_held() {
    let (register, refused) = published();
    assert_eq!(register.documents().len() + refused.len(), DOCUMENTS.len());
    // Two of them have contradictions, and one is an excerpt.
    assert_eq!(refused.len(), 3, "{refused:?}");
    assert_eq!(refused.iter().filter(|why| why.ends_with(": an excerpt")).count(), 1, "{refused:?}");

    let mut register = register;
    let refused = register.publish(basic_item(r#""cover": {"title": "下書き"}"#), as_of()).unwrap_err();
    assert_eq!(title(&refused.document), "下書き");
    assert!(refused.to_string().starts_with("下書き: "), "{refused}");
}

#[test]
fn the_same_number_takes_the_place_of_the_one_before() {
    let (mut register, _) = published();
    let before = register.clone();
    let again = register.documents()[0].clone().into_inner();
    register.publish(again, as_of()).unwrap();
    assert_eq!(register, before);
}

#[test]
fn saving_and_loading_gives_the_same_register_and_the_same_bytes() {
    let (register, _) = published();
    let saved = register.save().unwrap();
    let mut loaded = Register::default();
    assert!(loaded.load(&saved, as_of()).unwrap().is_empty());
    assert_eq!(loaded, register);
    assert_eq!(loaded.save().unwrap(), saved);
}

#[test]
fn unusable_json_leaves_the_register_alone() {
    let (mut register, _) = published();
    let before = register.clone();
    let text = register.save().unwrap() + r#"{"format": "mynumber-pia", "version": 9}"#;
    let error = register.load(&text, as_of()).unwrap_err().to_string();
    assert!(error.contains('9'), "{error}");
    assert_eq!(register, before);
}

#[test]
fn what_is_required_follows_from_what_is_known_today() {
    let document = basic_item(r#""population": "from_10000_to_99999""#);
    let leak = SeriousIncident {
        date: "令和7年2月3日".parse().unwrap(),
        known: None,
        scope: IncidentScope::SpecificPersonalInformation,
    };
    let mut today = Today { people: Some(62_000), staff: vec![("保険年金課".into(), 120)], incidents: Vec::new() };
    let facts = today.facts(&document, as_of()).unwrap();
    assert_eq!(level(document.kind(), &facts), Level::Enough);
    assert_eq!(next_step(&facts), Some(100_000));

    today.incidents.push(leak);
    let facts = today.facts(&document, as_of()).unwrap();
    assert_eq!(level(document.kind(), &facts), Level::Deeper(AssessmentKind::KeyItem));
    assert_eq!(level(AssessmentKind::KeyItem, &facts), Level::Enough);
    // A year later the incident no longer counts.
    let facts = today.facts(&document, NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()).unwrap();
    assert_eq!(level(document.kind(), &facts), Level::Enough);

    today.staff[0].0 = "―".into();
    assert!(matches!(today.facts(&document, as_of()), Err(TextError::MeansNothing { .. })));
}

#[test]
fn open_facts_never_lower_the_result() {
    let facts = Facts { population: Some("１０万人以上３０万人未満".parse().unwrap()), ..Facts::default() };
    let expected = Level::Undecided(vec![Fact::Handlers, Fact::SeriousIncident]);
    assert_eq!(level(AssessmentKind::KeyItem, &facts), expected);
    assert_eq!(level(AssessmentKind::AllItem, &facts), Level::Enough);
    assert_eq!(next_step(&facts), None);
}

#[test]
fn who_must_reassess_is_listed_with_reasons() {
    let (mut register, _) = published();
    let mut old: Assessment = serde_json::from_str(DOCUMENTS[2]).unwrap();
    old.number_use_bases = Answer::Given(Text::new("番号法第9条第1項、別表第一の30の項").unwrap().into());
    register.publish(old, as_of()).unwrap();
    let today = |_: &Assessment| Today::default();
    let list = register.to_reassess(as_of(), today).unwrap();
    let outdated = |reasons: &[Reason]| reasons.iter().any(|reason| matches!(reason, Reason::Outdated(..)));
    assert!(list.iter().any(|(_, reasons)| outdated(reasons)));
    // Before the renumbering they were not outdated.
    let before = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
    let list = register.to_reassess(before, today).unwrap();
    let appended = |reason: &Reason| matches!(reason, Reason::Outdated(old, _) if old.to_string().contains("別表"));
    assert!(!list.iter().any(|(_, reasons)| reasons.iter().any(appended)));
}

#[test]
fn an_outdated_basis_comes_with_its_new_number() {
    let document = basic_item(r#""number_use_bases": "番号法第9条第1項、別表第一の30の項""#);
    let old: Citation = "番号法別表第一の30の項".parse().unwrap();
    let new: Citation = "番号法別表の44の項".parse().unwrap();
    let reasons = mynumber_pia_embed::register::outdated(&document, as_of());
    assert_eq!(reasons, [Reason::Outdated(old, Some(new))]);
}

#[test]
fn a_draft_of_a_deeper_form_keeps_every_answer() {
    let document = basic_item(r#""affair": {"name": "介護保険に関する事務"}, "population": "from_10000_to_99999""#);
    let (mut all_item, open_items) = draft(document.clone(), AssessmentKind::AllItem);
    assert_eq!(all_item.kind(), AssessmentKind::AllItem);
    assert!(open_items.iter().any(|fill| fill.item == Item::SectionFileNames));
    assert!(!open_items.iter().any(|fill| fill.item == Item::AffairName));
    all_item.form = document.form;
    assert_eq!(all_item, document);

    let (same, open_items) = draft(document.clone(), AssessmentKind::BasicItem);
    assert_eq!((same, open_items), (document, Vec::new()));
}

#[test]
fn a_draft_takes_over_what_another_form_asks_elsewhere() {
    let (mut draft, open_items) = draft(basic_item(r#""risk": {"leakage": "sufficient"}"#), AssessmentKind::KeyItem);
    let suggested: Vec<_> = open_items.iter().filter(|fill| !fill.suggestions.is_empty()).collect();
    assert_eq!(suggested.len(), 1);
    assert!(draft.adopt(suggested[0]));
    assert_eq!(draft.risks[0].retention.adequacy, draft.risk.leakage);
}

#[test]
fn only_a_marked_item_makes_a_change_material() {
    let held: Assessment = serde_json::from_str(DOCUMENTS[0]).unwrap();
    let mut draft = held.clone();
    draft.department.head = draft.other_bodies.clone();
    assert_eq!(material_changes(&held, &draft), None);

    draft.file_sections[0].entrustments.truncate(1);
    let Some(Reason::Material(items)) = material_changes(&held, &draft) else { panic!("a change") };
    // The form marks 再委託の有無, and does not mark 委託先名.
    assert!(items.contains(&Item::ReEntrustmentState), "{items:?}");
    assert!(!items.contains(&Item::Entrustee), "{items:?}");
}

#[test]
fn entrustees_of_several_affairs_are_found() {
    let mut register = Register::default();
    for number in 1..=2 {
        let mut document: Assessment = serde_json::from_str(DOCUMENTS[1]).unwrap();
        document.cover.number = Text::new(number.to_string()).unwrap().into();
        document.cover.title = Text::new(format!("事務{number}")).unwrap().into();
        let entrustments = &mut document.file_sections[0].entrustments;
        entrustments.truncate(1);
        entrustments[0].entrustee = Answer::Given(Text::new(["甲社", "甲　社"][number - 1]).unwrap().into());
        entrustments[0].chain = Parties::default();
        register.publish(document, as_of()).unwrap();
    }
    let shared: Vec<_> = register.shared_entrustees().into_iter().collect();
    let titles = vec!["事務1", "事務2"];
    assert_eq!(shared, [("甲社".to_string(), titles)]);
}

#[test]
fn the_path_of_an_answer_is_its_path_in_json() {
    let document: Assessment = serde_json::from_str(DOCUMENTS[2]).unwrap();
    let saved = serde_json::to_value(&document).unwrap();
    let mut given = 0;
    document.walk(|field| {
        if field.value.is_given() && !matches!(field.value, Value::Given(Given::Box(_) | Given::Boxes(_))) {
            let pointer = format!("/{}", field.path.to_string().replace(['.', '['], "/").replace(']', ""));
            assert!(saved.pointer(&pointer).is_some(), "{pointer}");
            given += 1;
        }
    });
    assert!(given > 20, "{given}");
}
