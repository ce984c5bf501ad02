//! Generated documents: laws that hold for all of them, and what appears in a thousand.
#![cfg(feature = "proptest1")]
#![allow(clippy::disallowed_types, reason = "a test counts in sets")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use mynumber_pia::CodeList;
use mynumber_pia::assessment::{Assessment, Chain};
use mynumber_pia::catalogue::{Field, Item, Materiality, Role, row};
use mynumber_pia::fixture::{
    Edited, Filling, Json, Parameters, all_item, any_of, assessment, basic_item, edit, key_item, municipality, mutant,
    nation,
};
use mynumber_pia::law::{StatutoryBasis, Validity};
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::validate::{Rule, validate};
use mynumber_pia::value::answer::{Answer, AnswerKind, Value};
use mynumber_pia::value::kind::{AssessmentKind, Form, FormEdition, StatedResult};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn documents(parameters: &Parameters, count: u64) -> impl Iterator<Item = Assessment> {
    (0..count).map(|seed| parameters.plan(seed).build())
}

fn json(document: &Assessment) -> String {
    serde_json::to_string(document).unwrap()
}

/// FNV-1a, because the hasher of the standard library can change between versions.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn edition(kind: AssessmentKind) -> FormEdition {
    FormEdition::new(kind, 2024, 10).unwrap()
}

/// Every answer of a walk: its item, and what it prints.
fn answers(document: &Assessment) -> Vec<(String, String)> {
    let mut answers = Vec::new();
    document.walk(|field: &Field<'_>| {
        answers.push((field.path.to_string(), field.value.to_string()));
    });
    answers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_back_gives_the_same_document_and_the_same_bytes(Json(document) in assessment(Parameters::default())) {
        let written = json(&document);
        let read: Assessment = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(json(&read), written);
    }

    #[test]
    fn the_facts_determine_the_stated_result(Json(document) in assessment(Parameters::default())) {
        let stated = *document.threshold.result.given().unwrap();
        let determination = determine(&Facts::from(&document));
        prop_assert!(determination.possible().contains(stated));
        if document.threshold.handlers.given().is_some() {
            prop_assert_eq!(determination.required(), Some(stated));
        }
        prop_assert!(StatedResult::new(stated, document.kind()).is_ok());
    }

    #[test]
    fn each_function_gives_its_form(
        Json(basic) in basic_item(Parameters::default()),
        Json(key) in key_item(Parameters::default()),
        Json(all) in all_item(Parameters::default()),
    ) {
        let kinds = [basic.kind(), key.kind(), all.kind()];
        prop_assert_eq!(kinds.as_slice(), AssessmentKind::ALL);
        // 様式2 asks nothing about each file.
        prop_assert!(basic.file_sections.is_empty() && basic.record_items.is_empty() && basic.risks.is_empty());
    }

    #[test]
    fn going_up_and_down_keeps_everything(Json(document) in assessment(Parameters::default())) {
        for kind in AssessmentKind::ALL {
            let mut other = document.clone();
            other.form = Form::Edition(edition(*kind));
            let mut read: Assessment = serde_json::from_str(&json(&other)).unwrap();
            prop_assert_eq!(read.kind(), *kind);
            prop_assert_eq!(answers(&read), answers(&document));
            read.form = document.form;
            prop_assert_eq!(&read, &document);
        }
    }

    #[test]
    fn an_edit_changes_exactly_its_item(Json(Edited { before, after, item, path, .. }) in edit(Parameters::default())) {
        let (old, new) = (answers(&before), answers(&after));
        prop_assert_eq!(old.len(), new.len());
        let changed: Vec<_> = old.iter().zip(&new).filter(|(old, new)| old != new).collect();
        prop_assert_eq!(changed.len(), 1);
        prop_assert_eq!(&changed[0].0.0, &path.to_string());
        let mut items = Vec::new();
        after.walk(|field| {
            if field.path.to_string() == path.to_string() {
                items.push(field.item);
            }
        });
        prop_assert_eq!(items, [item]);
        let read: Assessment = serde_json::from_str(&json(&after)).unwrap();
        prop_assert_eq!(read, after);
    }

    #[test]
    fn sizes_are_those_that_were_asked_for(
        Json(document) in all_item(Parameters {
            systems: 2..=2, files: 3..=3, entrustments: 2..=2, recipients: 4..=4, depth: 3..=3, changes: 5..=5,
            ..Parameters::default()
        })
    ) {
        prop_assert_eq!(document.systems.len(), 2);
        prop_assert_eq!(document.file_sections.len(), 3);
        prop_assert_eq!(document.changes.len(), 5);
        for section in &document.file_sections {
            prop_assert_eq!(section.entrustments.len(), 2);
            prop_assert_eq!(section.provision.provisions.len(), 4);
            prop_assert!(section.entrustments.iter().all(|one| Chain::of(one).depth() == 3));
        }
    }
}

/// The kind of answer that an edit changed, and the printed answer before and after.
fn changed(edit: &Edited) -> (AnswerKind, String, String) {
    let of = |document: &Assessment| {
        let mut found = None;
        document.walk(|field| {
            if field.item == edit.item && field.path.to_owned() == edit.path {
                found = Some((field.kind, field.value.to_string()));
            }
        });
        found.unwrap()
    };
    let ((kind, before), (_, after)) = (of(&edit.before), of(&edit.after));
    (kind, before, after)
}

#[test]
fn edits_change_every_kind_of_answer() {
    let mut kinds = BTreeSet::new();
    for (kind, least) in AssessmentKind::ALL.iter().zip([40, 110, 180]) {
        let parameters = Parameters { kind: Some(*kind), ..Parameters::default() };
        let (mut items, mut material, mut lines) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let (mut new, mut gone) = (0, 0);
        for seed in 0..1_000 {
            let edit: Edited = parameters.plan(seed).build();
            let report = validate(&edit.after, parameters.as_of);
            assert!(report.is_empty(), "{seed}: {} at {}: {report:?}", edit.item, edit.path);
            let (answer, before, after) = changed(&edit);
            assert_ne!(before, after, "{seed}: {}", edit.path);
            kinds.insert(answer);
            items.insert(edit.item);
            material
                .insert(row(*kind, edit.after.form.edition(), edit.item).unwrap().materiality == Materiality::Material);
            new += u32::from(before.is_empty());
            gone += u32::from(after.is_empty());
            if edit.path.to_string().ends_with("bases") {
                lines.insert(before.matches('／').count().cmp(&after.matches('／').count()));
            }
        }
        assert!(items.len() >= least, "{kind}: {} {items:?}", items.len());
        assert!(new > 10 && gone > 10, "{kind}: {new} texts are new, {gone} are gone");
        assert_eq!(lines.len(), 2, "{kind}: a line more and a line less: {lines:?}");
        // 様式2 marks no item.
        assert_eq!(material.len(), if *kind == AssessmentKind::BasicItem { 1 } else { 2 });
    }
    // A declared count depends on a list, and a single box on the answers that it is about.
    let fixed = [AnswerKind::Number, AnswerKind::CheckBox];
    assert!(AnswerKind::ALL.iter().all(|kind| kinds.contains(kind) != fixed.contains(kind)), "{kinds:?}");
}

#[test]
fn edits_stay_valid_whatever_is_asked_for() {
    for (as_of, filling) in
        [("2018-06-01", Filling::Everything), ("2024-05-27", Filling::Some), ("2025-04-01", Filling::Required)]
    {
        let parameters = Parameters { as_of: day(as_of), filling, changes: 0..=30, ..Parameters::default() };
        for seed in 0..200 {
            let edit: Edited = parameters.plan(seed).build();
            assert_eq!(edit, parameters.plan(seed).build());
            assert_ne!(edit.before, edit.after);
            let report = validate(&edit.after, parameters.as_of);
            assert!(report.is_empty(), "{as_of} {seed}: {} at {}: {report:?}", edit.item, edit.path);
        }
    }
}

/// The same seed gives the same bytes on every platform and with every compiler. A change to the tables or to the order
/// of draws changes them. Then pin the new hashes, and say so in CHANGELOG.md.
#[test]
fn a_seed_gives_the_same_documents_everywhere() {
    let of = |kind| {
        let parameters = Parameters { kind: Some(kind), ..Parameters::default() };
        documents(&parameters, 20).map(|document| json(&document)).collect::<String>()
    };
    let hashes: Vec<String> = AssessmentKind::ALL.iter().map(|kind| format!("{:016x}", hash(&of(*kind)))).collect();
    assert_eq!(hashes, PINNED);
    let body: String = municipality(7, 12, &Parameters::default()).iter().map(json).collect();
    assert_eq!(format!("{:016x}", hash(&body)), PINNED_BODY);
    let population = Some(mynumber_pia::value::band::PopulationBand::AtLeast300000);
    let city = municipality(7, 12, &Parameters { population, ..Parameters::default() });
    assert!(city.len() > 12);
    assert_eq!(format!("{:016x}", hash(&city.iter().map(json).collect::<String>())), PINNED_CITY);
}

const PINNED: [&str; 3] = ["ed481f05635a21b8", "605ac612b9cf2a21", "8b7b85012fea1397"];
const PINNED_BODY: &str = "33a1bc21c8149072";
const PINNED_CITY: &str = "6572f9f56eb14bfd";

/// What appears in many documents, by item.
#[derive(Default)]
struct Seen {
    codes: BTreeMap<String, BTreeSet<String>>,
    filled: BTreeMap<String, [u32; 2]>,
    depths: BTreeSet<usize>,
    editions: BTreeSet<String>,
    /// Items that are answered although the form does not print them.
    kept: BTreeSet<String>,
}

impl Seen {
    fn note(&mut self, document: &Assessment) {
        let kind = document.kind();
        self.editions.insert(document.form.edition().unwrap().to_string());
        for section in &document.file_sections {
            self.depths.insert(section.deepest_chain());
        }
        document.walk(|field: &Field<'_>| {
            let name = format!("{kind} {} {:?}", field.item, field.role);
            let is_answered = field.value.is_answered() && !field.value.to_string().is_empty();
            if field.row.is_none() {
                if is_answered {
                    self.kept.insert(name);
                }
                return;
            }
            let place = if field.role == Role::Beside {
                let path = field.path.to_string();
                format!("{name} {}", path.rsplit('.').next().unwrap())
            } else {
                name.clone()
            };
            self.filled.entry(place).or_default()[usize::from(is_answered)] += 1;
            match field.value {
                Value::Chosen { code, .. } => {
                    self.codes.entry(name).or_default().insert(code.to_string());
                }
                Value::Boxes(boxes) => {
                    self.codes.entry(name).or_default().insert(boxes.to_string());
                }
                _ => {}
            }
        });
    }

    fn all<T: CodeList>(&self, name: &str) {
        let codes = self.codes.get(name).unwrap_or_else(|| panic!("{name} never appears"));
        for choice in T::ALL {
            assert!(codes.contains(choice.code()), "{name}: {choice} never appears");
        }
    }

    fn all_boxes<T: CodeList>(&self, name: &str) {
        let labels = self.codes[name].iter().cloned().collect::<Vec<_>>().join("、");
        let labels = format!("、{labels}、");
        for choice in T::ALL {
            assert!(labels.contains(&format!("、{}、", choice.label())), "{name}: {choice} never appears");
        }
    }
}

#[test]
fn a_thousand_documents_show_everything() {
    use mynumber_pia::value::band::{
        DataSubjectsBand, HandlersBand, PopulationBand, RecordItemsBand, RetentionPeriod, StaffBand,
    };
    use mynumber_pia::value::choice::*;
    use mynumber_pia::value::incident::Occurrence;
    use mynumber_pia::value::kind::Obligation;

    let mut seen = Seen::default();
    for document in documents(&Parameters::default(), 1_000) {
        seen.note(&document);
    }
    for kind in ["basic_item", "key_item", "all_item"] {
        seen.all::<LinkageState>(&format!("{kind} linkage_state Answer"));
        seen.all::<SubmissionTiming>(&format!("{kind} change_timing Answer"));
        seen.all::<Adequacy>(&format!("{kind} leakage_adequacy Answer"));
        seen.all::<Performance>(&format!("{kind} training_state Answer"));
    }
    seen.all::<PopulationBand>("basic_item population Answer");
    seen.all::<PopulationBand>("all_item population Answer");
    seen.all::<HandlersBand>("basic_item handlers Answer");
    seen.all::<Occurrence>("basic_item incident_in_one_year Answer");
    seen.all::<Obligation>("basic_item threshold_result Answer");
    seen.all::<Obligation>("all_item threshold_result Answer");
    seen.all::<SubmittedForms>("basic_item submitted_forms Answer");
    seen.all::<Priority>("basic_item priority_measure Answer");
    seen.all_boxes::<Audit>("basic_item audits Answer");
    seen.all_boxes::<Audit>("key_item audits Answer");
    for kind in ["key_item", "all_item"] {
        seen.all::<FileKind>(&format!("{kind} file_kind Answer"));
        seen.all::<DataSubjectsBand>("all_item file_data_subjects Answer");
        seen.all::<RecordItemsBand>(&format!("{kind} record_item_count Answer"));
        seen.all::<StaffBand>(&format!("{kind} users Answer"));
        seen.all::<StaffBand>(&format!("{kind} entrustee_handlers Answer"));
        seen.all::<EntrustmentState>(&format!("{kind} entrustment_state Answer"));
        seen.all::<ReEntrustmentState>(&format!("{kind} re_entrustment_state Answer"));
        seen.all::<ReEntrusteeControl>(&format!("{kind} re_entrustee_state Answer"));
        seen.all::<RuleState>(&format!("{kind} contract_state Answer"));
        seen.all::<Occurrence>(&format!("{kind} incident_in_three_years Answer"));
        seen.all_boxes::<Connection>(&format!("{kind} system_connections Answer"));
        seen.all_boxes::<RecordItem>(&format!("{kind} main_record_items Answer"));
        seen.all_boxes::<InformationSource>(&format!("{kind} sources Answer"));
        seen.all_boxes::<AcquisitionMethod>(&format!("{kind} acquisition_methods Answer"));
        seen.all_boxes::<ProvisionMethod>(&format!("{kind} provision_methods Answer"));
        seen.all_boxes::<TransferMethod>(&format!("{kind} transfer_methods Answer"));
    }
    seen.all_boxes::<DeliveryMethod>("all_item delivery_methods Answer");
    seen.all::<EntrustedScope>("all_item entrusted_scope Answer");
    seen.all::<RetentionPeriod>("all_item retention_period Answer");
    seen.all::<NiscCompliance>("all_item nisc_state Answer");
    seen.all::<Establishment>("all_item safety_organization Answer");
    seen.all::<Notification>("all_item safety_notification Answer");
    seen.all::<Keeping>("all_item deceased_state Answer");
    seen.all::<Recording>("all_item use_record_state Answer");
    seen.all::<Restriction>("all_item restriction_state Answer");
    seen.all::<Conduct>("all_item authentication_state Answer");
    seen.all::<Fee>("all_item request_fee Answer");
    assert!((0..=4).all(|depth| seen.depths.contains(&depth)), "{:?}", seen.depths);
    let facts = ["handlers", "handlers_as_of", "incident_in_one_year", "population_as_of"];
    let kept = ["all_item", "key_item"].map(|kind| facts.map(|item| format!("{kind} {item} Answer")));
    assert!(seen.kept.iter().eq(kept.as_flattened()), "{:?}", seen.kept);

    // Items that are not required are sometimes filled in and sometimes missing. Required items are never missing.
    for (name, [missing, filled]) in &seen.filled {
        assert!(*filled > 0, "{name} is never answered");
        let item = name.split(' ').nth(1).unwrap();
        let is_voluntary = mynumber_pia::catalogue::rows(AssessmentKind::AllItem, None).any(|row| {
            row.item.to_string() == item && row.requirement == mynumber_pia::catalogue::Requirement::Voluntary
        });
        if is_voluntary && name.starts_with("all_item") && name.ends_with("Answer") {
            assert!(*missing > 0, "{name} is always answered");
        }
    }
}

#[test]
fn everything_optional_is_filled_or_nothing() {
    for (filling, expected) in [(Filling::Required, false), (Filling::Everything, true)] {
        for document in documents(&Parameters { filling, ..Parameters::default() }, 60) {
            assert_eq!(document.cover.remarks.given().is_some(), expected);
            assert_eq!(document.other_bodies.given().is_some(), expected);
        }
    }
}

#[test]
fn every_edition_is_that_of_its_day() {
    let mut editions = BTreeSet::new();
    for as_of in ["2018-01-01", "2018-12-31", "2019-12-31", "2024-12-31", "2026-12-31"] {
        for document in documents(&Parameters { as_of: day(as_of), ..Parameters::default() }, 80) {
            let edition = document.form.edition().unwrap();
            let published = document.cover.published.given().unwrap().first_day();
            assert!(published <= day(as_of));
            editions.insert(edition.to_string());
        }
    }
    assert!(editions.len() >= 8, "{editions:?}");
}

#[test]
fn bases_were_in_force_when_the_document_was_published() {
    for as_of in ["2019-01-01", "2023-06-01", "2024-05-26", "2024-05-27", "2025-06-01"] {
        for document in documents(&Parameters { as_of: day(as_of), ..Parameters::default() }, 40) {
            let published = document.cover.published.given().unwrap().first_day();
            for basis in document.bases() {
                assert!(basis.basis.citations().next().is_some(), "{}", basis.basis.text());
                for citation in basis.basis.citations() {
                    let validity = citation.as_of(published);
                    assert!(
                        matches!(validity, Validity::InForce(_) | Validity::NotEvidenced),
                        "{citation} on {published}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_text_has_twelve_digits_in_a_row() {
    for document in documents(&Parameters { filling: Filling::Everything, ..Parameters::default() }, 300) {
        let text = json(&document);
        let mut digits = 0;
        for c in text.chars() {
            digits = if c.is_numeric() && !matches!(c, '一'..='十') { digits + 1 } else { 0 };
            assert!(digits < 12, "{text}");
        }
    }
}

#[test]
fn nobody_real_is_named() {
    let real = [
        "江戸川",
        "川口",
        "熊谷",
        "松戸",
        "新宿",
        "日立",
        "富士通",
        "日本電気",
        "NEC",
        "NTT",
        "国保連",
        "国保中央会",
        "東京",
        "埼玉",
        "千葉",
    ];
    let kinds = AssessmentKind::ALL.iter().map(|kind| Parameters { kind: Some(*kind), ..Parameters::default() });
    for document in kinds.flat_map(|parameters| documents(&parameters, 150).collect::<Vec<_>>()) {
        let text = json(&document);
        for name in real {
            assert!(!text.contains(name), "{name}: {text}");
        }
    }
}

#[test]
fn one_municipality_shares_systems_and_entrustees() {
    let documents = municipality(3, 24, &Parameters { systems: 3..=4, entrustments: 1..=3, ..Parameters::default() });
    let body = documents[0].cover.body.given().unwrap();
    let mut numbers = BTreeSet::new();
    let mut systems: BTreeMap<String, u32> = BTreeMap::new();
    let mut parties: BTreeMap<String, u32> = BTreeMap::new();
    for document in &documents {
        assert_eq!(document.cover.body.given(), Some(body));
        numbers.insert(document.cover.number.given().unwrap().to_string());
        for system in &document.systems {
            *systems.entry(system.name.given().unwrap().to_string()).or_default() += 1;
        }
        for section in &document.file_sections {
            for entrustment in &section.entrustments {
                for link in Chain::of(entrustment).links() {
                    *parties.entry(link.name.unwrap_or("？").to_string()).or_default() += 1;
                }
            }
        }
    }
    assert_eq!(numbers.len(), 24);
    assert!(systems.values().any(|count| *count > 10), "{systems:?}");
    assert!(parties.len() <= 9, "{parties:?}");
    assert_eq!(
        municipality(3, 24, &Parameters { systems: 3..=4, entrustments: 1..=3, ..Parameters::default() }),
        documents
    );
}

fn affair_name(document: &Assessment) -> String {
    document.affair.name.given().unwrap().to_string()
}

fn number_use_bases(document: &Assessment) -> String {
    document.number_use_bases.given().unwrap().to_string()
}

#[test]
fn one_municipality_contradicts_itself_nowhere() {
    let band = mynumber_pia::value::band::PopulationBand::From100000To299999;
    for (seed, population) in [(1, None), (2, Some(band)), (3, Some(band)), (4, None), (5, None)] {
        let documents = municipality(seed, 90, &Parameters { population, ..Parameters::default() });
        let names: BTreeSet<_> = documents.iter().map(affair_name).collect();
        assert_eq!(names.len(), 90, "every affair has a name of its own");
        // The first affair is about all residents, the others about some of them.
        let people = |document: &Assessment| document.population.given().unwrap().range().min();
        let everybody = people(&documents[0]);
        assert!(population.is_none_or(|band| band.range().contains(everybody)));
        assert!(documents.iter().all(|document| people(document) / 1_000 <= everybody));
        assert!(population.is_none() || documents.iter().any(|document| people(document) < 1_000));
        // Incidents belong to the body, not to an affair.
        let mut incidents = BTreeSet::new();
        for document in &documents {
            document.walk(|field| {
                if field.item == Item::IncidentInThreeYears {
                    incidents.insert(field.value.to_string());
                }
            });
        }
        assert!(incidents.len() <= 1, "{incidents:?}");
    }
}

#[test]
fn a_nation_has_many_towns_and_few_large_cities() {
    use mynumber_pia::value::band::PopulationBand;

    // The first affair of a body is about all residents.
    let mut bodies: BTreeMap<PopulationBand, u32> = BTreeMap::new();
    let mut affairs = 0;
    let small =
        Parameters { systems: 1..=1, files: 1..=1, entrustments: 0..=0, recipients: 0..=0, ..Parameters::default() };
    // A 基礎項目評価書 is the first paper of each affair.
    for document in nation(1, 300, small.clone()).filter(|document| document.kind() == AssessmentKind::BasicItem) {
        affairs += 1;
        if document.cover.number.given().unwrap().as_str() == "1" {
            let people = document.population.given().unwrap().range().min();
            *bodies.entry(PopulationBand::of(people)).or_default() += 1;
        }
    }
    assert_eq!(bodies.values().sum::<u32>(), 300);
    assert!((300 * 20..=300 * 40).contains(&affairs), "{affairs}");
    let of = |band| bodies.get(&band).copied().unwrap_or_default();
    assert!((130..=195).contains(&of(PopulationBand::From10000To99999)), "{bodies:?}");
    assert!((55..=115).contains(&of(PopulationBand::From1000To9999)), "{bodies:?}");
    assert!((4..=30).contains(&of(PopulationBand::AtLeast300000)), "{bodies:?}");
    // The same seed gives the same bodies. With a higher number, more bodies follow them.
    assert!(nation(1, 3, small.clone()).eq(nation(1, 5, small.clone()).take(nation(1, 3, small.clone()).count())));
    assert_ne!(nation(2, 1, small.clone()).next(), nation(1, 1, small).next());
}

#[test]
fn documents_are_as_large_and_as_old_as_real_ones() {
    let parameters = Parameters { changes: 200..=200, ..Parameters::default() };
    for document in documents(&parameters, 200) {
        let days = document.changes.iter().filter_map(|change| change.date.given().copied());
        assert!(days.clone().all(|date| date.first_day() >= day("2014-04-20")));
        assert!(days.count() == 200);
        let is_city = document.cover.body.given().unwrap().as_str().ends_with("市長");
        let people = document.population.given().unwrap();
        assert!(!is_city || people.range().max().is_none_or(|most| most <= 3_000_000));
        // Only local governments have ordinances.
        let text = json(&document);
        assert!(is_city || !text.contains("条例"), "{text}");
    }
}

#[test]
fn an_affair_cites_its_own_row_where_that_is_evidenced() {
    let mut seen = 0;
    for document in documents(&Parameters::default(), 600) {
        let name = affair_name(&document);
        let (old, new) = match name.as_str() {
            "国民健康保険に関する事務" => ("別表第一の30の項", "別表の44の項"),
            "後期高齢者医療に関する事務" => ("別表第一の59の項", "別表の85の項"),
            "個人住民税の賦課に関する事務" => ("別表第一の16の項", "別表の24の項"),
            _ => continue,
        };
        seen += 1;
        let bases = number_use_bases(&document);
        assert!(bases.contains(old) || bases.contains(new), "{name}: {bases}");
        assert_eq!(bases.matches("の項").count(), 1, "{name}: {bases}");
    }
    assert!(seen > 10);
}

/// The document to which a failing test shrinks.
fn smallest(parameters: Parameters, fails: impl Fn(&Assessment) -> bool) -> (Assessment, u32) {
    let mut runner = TestRunner::deterministic();
    let (as_of, tries) = (parameters.as_of, RefCell::new(0));
    let failed = runner.run(&any_of::<Assessment>(parameters), |document| {
        *tries.borrow_mut() += 1;
        if fails(&document) { Err(TestCaseError::fail("it does")) } else { Ok(()) }
    });
    let Err(TestError::Fail(_, document)) = failed else { panic!("nothing failed: {failed:?}") };
    assert!(fails(&document), "{}", json(&document));
    assert!(validate(&document, as_of).is_empty(), "{}", json(&document));
    (document, tries.into_inner())
}

#[test]
fn shrinking_ends_at_the_smallest_document_that_still_fails() {
    let all = Parameters { kind: Some(AssessmentKind::AllItem), files: 1..=6, ..Parameters::default() };
    let (anything, _) = smallest(all.clone(), |_| true);
    let least = Parameters { systems: 1..=1, files: 1..=1, entrustments: 0..=0, recipients: 0..=0, ..all.clone() };
    let least = Parameters { changes: 0..=0, filling: Filling::Required, sentences: 1..=1, ..least };
    let filled = |document: &Assessment| answers(document).iter().filter(|(_, answer)| !answer.is_empty()).count();
    let fewest = documents(&least, 300).map(|document| filled(&document)).min().unwrap();
    assert!(filled(&anything) <= fewest, "{} and {fewest}: {}", filled(&anything), json(&anything));

    let deep = |document: &Assessment| document.file_sections.iter().any(|section| section.deepest_chain() >= 3);
    let (document, tries) = smallest(all.clone(), deep);
    let sections = &document.file_sections;
    assert_eq!(sections.len(), 1);
    assert_eq!(sections[0].entrustments.len(), 1);
    assert_eq!(sections[0].deepest_chain(), 3);
    assert!(document.changes.is_empty());
    assert!(document.cover.remarks == Answer::Unanswered);
    assert!(tries < 600, "{tries}");

    // A choice deep in the document, and an optional item: both were drawn, so the other draws stay too. But every list
    // is short.
    let (document, _) = smallest(all, |document| {
        document.cover.remarks.given().is_some()
            && document.requests.fee == Answer::Given(mynumber_pia::value::choice::Fee::Free)
    });
    assert_eq!((document.systems.len(), document.file_sections.len(), document.changes.len()), (1, 1, 0));
    let section = &document.file_sections[0];
    assert!(section.entrustments.is_empty());
    assert!(section.provision.provisions.is_empty() && section.provision.transfers.is_empty());
}

#[test]
fn shrinking_an_edit_keeps_the_change_and_drops_the_rest() {
    let least = |fails: fn(&Edited) -> bool| {
        let mut runner = TestRunner::deterministic();
        let failed = runner.run(&any_of::<Edited>(Parameters { files: 1..=4, ..Parameters::default() }), |edit| {
            if fails(&edit) { Err(TestCaseError::fail("it does")) } else { Ok(()) }
        });
        let Err(TestError::Fail(_, edit)) = failed else { panic!("nothing failed: {failed:?}") };
        edit
    };
    let any = least(|_| true);
    assert_eq!((any.before.kind(), any.item), (AssessmentKind::BasicItem, Item::AssessmentTitle));

    let date = least(|edit| changed(edit).0 == AnswerKind::Date);
    assert_eq!((date.before.kind(), date.before.changes.len()), (AssessmentKind::BasicItem, 0));

    let deep = least(|edit| edit.item == Item::HeldSince);
    assert_eq!((deep.before.kind(), deep.before.file_sections.len()), (AssessmentKind::KeyItem, 1));
    assert_eq!(deep.path.to_string(), "file_sections[0].outline.held_since");
    assert!(deep.before.file_sections[0].entrustments.is_empty());
}

/// A part that does not depend on earlier draws shrinks to the same size, whatever its index was.
#[test]
fn shrinking_ends_at_the_same_sizes_from_every_seed() {
    let large = Parameters { files: 1..=9, entrustments: 0..=9, recipients: 0..=20, ..Parameters::default() };
    for seed in 0..12 {
        let least = |fails: fn(&Assessment) -> bool| {
            let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
            let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
            let mut runner = TestRunner::new_with_rng(config, rng);
            let failed = runner.run(&any_of::<Assessment>(large.clone()), |document| {
                if fails(&document) { Err(TestCaseError::fail("it does")) } else { Ok(()) }
            });
            let Err(TestError::Fail(_, document)) = failed else { panic!("{failed:?}") };
            document
        };
        // Any form: the smallest is 様式2.
        assert_eq!(least(|_| true).kind(), AssessmentKind::BasicItem);
        let large = least(|document| document.population.given().unwrap().range().min() >= 10_000);
        assert_eq!(large.population.given().unwrap().range().min(), 10_000);

        let deep = least(|document| document.file_sections.iter().any(|section| section.deepest_chain() >= 3));
        let sections = &deep.file_sections;
        assert_eq!((deep.kind(), sections.len()), (AssessmentKind::KeyItem, 1), "{seed}");
        assert_eq!((sections[0].entrustments.len(), sections[0].deepest_chain()), (1, 3), "{seed}");

        let is_many =
            |document: &Assessment| document.file_sections.iter().any(|section| section.provision.provisions.len() > 2);
        let many = least(is_many);
        let sections = &many.file_sections;
        assert_eq!((sections.len(), sections[0].provision.provisions.len()), (1, 3), "{seed}");
        assert!(sections[0].provision.transfers.is_empty(), "{seed}");

        // The answers of a recipient stay while the recipients before it are removed.
        let network = least(|document| {
            document.file_sections.iter().any(|section| {
                section
                    .provision
                    .provisions
                    .iter()
                    .any(|one| one.bases.given().is_some_and(|bases| bases.texts().count() > 4))
            })
        });
        let sections = &network.file_sections;
        assert_eq!((sections.len(), sections[0].provision.provisions.len()), (1, 1), "{seed}");

        // A drawn answer is kept, in its smallest form.
        let numbered = least(|document| document.cover.number.given().unwrap().as_str().len() > 1);
        assert!(numbered.cover.number.given().unwrap().as_str().len() > 1);
        assert_eq!((numbered.kind(), numbered.systems.len()), (AssessmentKind::BasicItem, 1), "{seed}");
    }
}

/// Fails only for the first value and not for a smaller one, with a low limit of runs. Returns how often the test was
/// run.
fn hasty<S: Strategy<Value: Clone + PartialEq>>(strategy: &S) -> u32 {
    let config = ProptestConfig { max_shrink_iters: 3, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let seen = RefCell::new(Vec::new());
    let failed = runner.run(strategy, |value| {
        seen.borrow_mut().push(value);
        if seen.borrow().len() == 1 { Err(TestCaseError::fail("it does")) } else { Ok(()) }
    });
    let Err(TestError::Fail(_, least)) = failed else { panic!("{failed:?}") };
    let seen = seen.into_inner();
    assert!(least == seen[0], "{least:?}");
    u32::try_from(seen.len()).unwrap()
}

/// proptest then asks for more complicated values until there are no more. That must end soon, at the value that
/// failed.
#[test]
fn shrinking_ends_where_proptest_loses_patience() {
    assert_eq!(hasty(&any_of::<Assessment>(Parameters::default())), 4);
    assert_eq!(hasty(&mutant(Rule::RequiredItem, Parameters::default())), 4);
}

#[test]
fn a_failure_prints_as_json() {
    let Json(document) = Json(Parameters::default().plan(5).build::<Assessment>());
    let printed = format!("{:?}", Json(document.clone()));
    assert_eq!(serde_json::from_str::<Assessment>(&printed).unwrap(), document);
}

#[test]
fn values_and_parts_read_back() {
    fn check<T>(parameters: &Parameters)
    where
        T: mynumber_pia::fixture::Generate + serde::Serialize + serde::de::DeserializeOwned + PartialEq,
    {
        for seed in 0..40 {
            let value: T = parameters.plan(seed).build();
            let written = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<T>(&written).unwrap(), value, "{written}");
        }
    }
    let parameters = Parameters::default();
    check::<mynumber_pia::value::text::Text>(&parameters);
    check::<mynumber_pia::value::answer::Lines>(&parameters);
    check::<mynumber_pia::value::answer::Boxes<mynumber_pia::value::choice::RecordItem>>(&parameters);
    check::<mynumber_pia::value::band::Count<mynumber_pia::value::band::PopulationBand>>(&parameters);
    check::<mynumber_pia::value::date::FormDate>(&parameters);
    check::<FormEdition>(&parameters);
    check::<mynumber_pia::law::Citation>(&parameters);
    check::<mynumber_pia::assessment::Cover>(&parameters);
    check::<mynumber_pia::assessment::Entrustment>(&parameters);
    check::<mynumber_pia::assessment::Parties>(&parameters);
    check::<mynumber_pia::assessment::LinkageRisk>(&parameters);
    check::<mynumber_pia::assessment::EntrustmentRisk>(&parameters);
    check::<mynumber_pia::assessment::FileSection>(&parameters);
    check::<mynumber_pia::assessment::Risk>(&parameters);
    check::<mynumber_pia::assessment::AffairRisk>(&parameters);
    check::<mynumber_pia::assessment::Procedure>(&parameters);
    check::<mynumber_pia::assessment::ThresholdItems>(&parameters);
    check::<Vec<mynumber_pia::assessment::Change>>(&parameters);
    check::<Facts>(&parameters);
    check::<StatedResult>(&parameters);
    check::<mynumber_pia::assessment::Change>(&Parameters { changes: 0..=3, ..parameters.clone() });
    check::<mynumber_pia::value::incident::SeriousIncident>(&parameters);
    // Values that occur in JSON only within others.
    for seed in 0..40 {
        let plan = parameters.plan(seed);
        let number: mynumber_pia::law::Number = plan.build();
        assert!((1..=150).contains(&number.main()));
        let range: mynumber_pia::value::band::CountRange = plan.build();
        assert!(range.max().is_none_or(|max| range.min() <= max));
        let line: mynumber_pia::value::answer::Line = plan.build();
        assert!(line.text.given().is_some());
        let timing: mynumber_pia::value::answer::Timing = plan.build();
        assert!(timing.frequency.is_some());
        let timings: mynumber_pia::value::answer::Timings = plan.build();
        assert!(timings.iter().next().is_some());
        let party: mynumber_pia::assessment::Party = plan.build();
        assert!(party.name.given().is_some());
    }
    let basis: StatutoryBasis = parameters.plan(1).build();
    assert!(basis.citations().next().is_some());
}
