//! Criteria and exemptions of the threshold determination in words.

use mynumber_pia::threshold::{Criterion, Exemption, determine};
use mynumber_pia::value::kind::BodyKind;
use mynumber_pia::{Facts, Language, Occurrence};

fn facts(population: &str, handlers: &str) -> Facts {
    let (population, handlers) = (population.parse().ok(), handlers.parse().ok());
    Facts { population, handlers, serious_incident: Some(Occurrence::NotOccurred) }
}

/// The criteria of the only ground.
fn criteria(facts: Facts) -> Vec<Criterion> {
    let determination = determine(&facts);
    let mut grounds = determination.grounds();
    let ground = grounds.next().unwrap();
    assert!(grounds.next().is_none());
    ground.criteria().collect()
}

#[test]
fn a_criterion_has_words_in_both_languages() {
    let in_words = |population: &str, handlers: &str| -> Vec<(String, String)> {
        let all = criteria(facts(population, handlers));
        all.iter().map(|one| (one.to_string(), one.text(Language::English))).collect()
    };
    let pair = |japanese: &str, english: &str| (japanese.to_string(), english.to_string());
    let incident = pair("重大事故 発生なし", "no serious incident");
    // A band is not repeated.
    assert_eq!(
        in_words("from_10000_to_99999", "under_500"),
        [
            pair("対象人数 1万人以上10万人未満", "population of 10,000 to 99,999"),
            pair("取扱者数 500人未満", "fewer than 500 handlers"),
            incident.clone()
        ]
    );
    assert_eq!(
        in_words("62000", "100..400"),
        [
            pair("対象人数 1万人以上10万人未満（62,000人）", "population of 10,000 to 99,999 (62,000)"),
            pair("取扱者数 500人未満（100～400人）", "fewer than 500 handlers (100 to 400)"),
            incident
        ]
    );
}

/// The largest number that can be stored has words as well.
#[test]
fn a_range_up_to_the_largest_number_has_words() {
    let determination = determine(&Facts { handlers: "..4294967295".parse().ok(), ..facts("62000", "") });
    let words: Vec<String> = determination.grounds().map(|ground| ground.text(Language::English)).collect();
    assert!(words[0].contains("fewer than 500 handlers (0 to 4,294,967,295)"), "{words:?}");
}

/// The rules name the bodies of some exempt files, and no local government is among them.
#[test]
fn an_exemption_of_another_body_says_what_the_rules_name() {
    let evidence = |exemption: Exemption, body| exemption.source_for(body).evidence;
    for (exemption, named) in [
        (Exemption::HealthInsuranceSocietyFilesOnly, "「健康保険組合の保有する」"),
        (Exemption::MutualAidFilesOnly, "none of which is a local government"),
        (Exemption::UnlinkedFilesOnly, "条例事務関係情報提供者"),
        (Exemption::AuditFilesOnly, "「会計検査院が検査上の必要により保有する」"),
    ] {
        assert!(evidence(exemption, Some(BodyKind::LocalGovernment)).contains(named), "{exemption}");
        for body in [None, Some(BodyKind::AdministrativeOrgan)] {
            assert_eq!(evidence(exemption, body), exemption.source().evidence);
        }
    }
}

#[test]
fn facts_are_read_from_the_cells_of_a_table() {
    let read = |cells: [&str; 3]| Facts::read(cells[0], cells[1], cells[2]);
    let open = Facts::default();
    for cells in [["", "", ""], ["?", "？", "不明"], ["　", "unknown", " ? "]] {
        assert_eq!(read(cells).unwrap(), open, "{cells:?}");
    }
    for (text, occurrence) in [
        ("発生あり", Occurrence::Occurred),
        ("あり", Occurrence::Occurred),
        ("有", Occurrence::Occurred),
        ("yes", Occurrence::Occurred),
        ("発生なし", Occurrence::NotOccurred),
        ("なし", Occurrence::NotOccurred),
        ("無", Occurrence::NotOccurred),
        ("2)発生なし", Occurrence::NotOccurred),
    ] {
        assert_eq!(read(["", "", text]).unwrap().serious_incident, Some(occurrence), "{text}");
    }
    let facts = read(["６万２千人", "500人未満", "―"]);
    for (cells, term) in [
        (["many", "", ""], "対象人数"),
        (["-1", "", ""], "対象人数"),
        (["―", "", ""], "対象人数"),
        (["", "600人未満", ""], "取扱者数"),
        (["62000", "120", "たぶん"], "重大事故"),
    ] {
        let error = read(cells).unwrap_err();
        for language in [Language::Japanese, Language::English] {
            assert!(error.text(language).contains(term), "{cells:?}: {}", error.text(language));
        }
    }
    assert!(facts.unwrap_err().text(Language::Japanese).starts_with("重大事故："));
}
