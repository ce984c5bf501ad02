//! The register with invented documents: strategies and a municipality from a seed, used from outside the library.

use chrono::NaiveDate;
use mynumber_pia::assessment::{Chain, FileSection};
use mynumber_pia::catalogue::{Materiality, row};
use mynumber_pia::fixture::{
    Edited, Filling, Fixtures, Json, Parameters, all_item, any_of, assessment, basic_item, edit, key_item,
};
use mynumber_pia::validate::Severity;
use mynumber_pia::{Assessment, AssessmentKind, Facts, determine, validate};
use mynumber_pia_embed::demo;
use mynumber_pia_embed::register::{draft, material_changes, outdated};
use mynumber_pia_embed::{Level, Reason, Register, Today, level};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestError, TestRunner};

fn as_of() -> NaiveDate {
    Parameters::default().as_of
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() }
}

/// Our own strategy, composed of those of the library.
fn several() -> impl Strategy<Value = Vec<Json<Assessment>>> {
    prop::collection::vec(assessment(Parameters::default()), 0..4)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_generated_document_may_be_published(Json(document) in assessment(Parameters::default())) {
        let report = validate(&document, as_of());
        prop_assert!(report.of(Severity::Error).next().is_none());
        prop_assert!(report.of(Severity::Warning).next().is_none());
        prop_assert!(Register::default().publish(document, as_of()).is_ok());
    }

    #[test]
    fn a_register_is_saved_and_loaded(documents in several()) {
        let mut register = Register::default();
        for Json(document) in documents {
            prop_assert!(register.publish(document, as_of()).is_ok());
        }
        let mut loaded = Register::default();
        prop_assert!(loaded.load(&register.save().unwrap(), as_of()).unwrap().is_empty());
        prop_assert_eq!(loaded, register);
    }

    #[test]
    fn what_is_published_today_cites_what_is_in_force(Json(document) in key_item(Parameters::default())) {
        let published = document.cover.published.given().map(|date| date.last_day()).unwrap();
        prop_assert_eq!(outdated(&document, published), []);
    }

    #[test]
    fn a_draft_is_of_the_form_that_is_required(Json(document) in basic_item(Parameters::default())) {
        let facts = Facts::from(&document);
        let required = determine(&facts).required().unwrap().deepest().unwrap_or(AssessmentKind::BasicItem);
        let (draft, open_items) = draft(document, required);
        prop_assert_eq!(draft.kind(), required);
        prop_assert_eq!(Facts::from(&draft), facts);
        prop_assert_eq!(open_items.is_empty(), required == AssessmentKind::BasicItem);
        prop_assert_eq!(level::level(draft.kind(), &facts), Level::Enough);
    }

    #[test]
    fn an_edit_is_material_where_the_form_marks_the_item(Json(edit) in edit(Parameters::default())) {
        let Edited { before, after, item, .. } = edit;
        let edition = after.form.edition();
        let is_marked = row(after.kind(), edition, item).unwrap().materiality == Materiality::Material;
        let expected = is_marked.then(|| Reason::Material(vec![item]));
        prop_assert_eq!(material_changes(&before, &after), expected);
    }

    #[test]
    fn parts_are_taken_out_of_documents(
        entrustment in all_item(Parameters { entrustments: 1..=1, depth: 2..=4, ..Parameters::default() })
            .prop_map(|Json(document)| document.file_sections[0].entrustments[0].clone())
    ) {
        prop_assert!((2..=4).contains(&Chain::of(&entrustment).depth()));
    }
}

#[test]
fn the_handlers_of_every_tier_are_counted() {
    let kind = Some(AssessmentKind::AllItem);
    let parameters = Parameters { kind, entrustments: 2..=3, filling: Filling::Everything, ..Parameters::default() };
    for seed in 0..32 {
        let document: Assessment = parameters.plan(seed).build();
        let today = Today { staff: vec![("情報政策課".into(), 30)], ..Today::default() };
        let facts = today.facts(&document, as_of()).unwrap();
        assert!(facts.handlers.unwrap().range().min() >= 30);
    }
}

#[test]
fn a_municipality_is_held_and_none_of_it_must_be_made_again() {
    let register = demo::register(7, 40);
    assert_eq!(register, demo::register(7, 40));
    assert_ne!(register, demo::register(8, 40));
    assert_eq!(register.documents().len(), 40);
    for document in register.documents() {
        assert_eq!(level::level(document.kind(), &Facts::from(&**document)), Level::Enough);
    }
    let of_kinds: usize = AssessmentKind::ALL.iter().map(|kind| demo::count(&register, *kind)).sum();
    assert_eq!(of_kinds, 40);
}

#[test]
fn affairs_of_a_municipality_share_entrustees() {
    // A seed that gives several affairs which need more than the lowest form, because the lowest form names no
    // entrustees.
    let register = (0..20)
        .map(|seed| demo::register(seed, 40))
        .find(|register| register.documents().iter().filter(|document| !document.file_sections.is_empty()).count() > 2);
    let register = register.expect("such a municipality");
    assert!(!register.shared_entrustees().is_empty());
}

#[test]
fn a_failure_shrinks_to_a_document_that_can_be_pasted_into_a_test() {
    let strategy = all_item(Parameters::default());
    let mut runner = TestRunner::new_with_rng(config(), TestRunner::deterministic().rng().clone());
    let failed = runner.run(&strategy, |Json(document)| {
        let deepest = document.file_sections.iter().map(FileSection::deepest_chain).max();
        prop_assert!(deepest < Some(3), "a chain of three tiers");
        Ok(())
    });
    let Err(TestError::Fail(_, smallest)) = failed else { panic!("{failed:?}") };
    let pasted: Assessment = serde_json::from_str(&format!("{smallest:?}")).unwrap();
    let sections = &pasted.file_sections;
    assert_eq!((sections.len(), sections[0].entrustments.len()), (1, 1));
    assert_eq!(sections[0].deepest_chain(), 3);
    assert!(Register::default().publish(pasted, as_of()).is_ok());
}

#[test]
fn a_strategy_can_be_named_in_a_type() {
    struct Source {
        documents: Fixtures<Assessment>,
    }
    let source =
        Source { documents: any_of(Parameters { kind: Some(AssessmentKind::KeyItem), ..Parameters::default() }) };
    let mut runner = TestRunner::deterministic();
    let document = source.documents.new_tree(&mut runner).unwrap().current();
    assert_eq!(document.kind(), AssessmentKind::KeyItem);
}
