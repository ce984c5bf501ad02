//! Documents, parts and facts are the same after a round trip through every format.

use std::fmt::Debug;

use mynumber_pia::assessment::FileSection;
use mynumber_pia::fixture::{Filling, Parameters};
use mynumber_pia::value::band::HandlersBand;
use mynumber_pia::{Assessment, AssessmentKind, Count, Facts};
use mynumber_pia_interop::PUBLISHED;
use mynumber_pia_interop::format::formats;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn published() -> impl Iterator<Item = Assessment> {
    PUBLISHED.iter().map(|json| serde_json::from_str(json).unwrap())
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    for (name, round_trip) in formats::<T>() {
        match round_trip(value) {
            Ok(read) => assert!(read == *value, "{name} changes it"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

#[test]
fn published_documents() {
    published().for_each(|document| check(&document));
}

#[test]
fn generated_documents() {
    for kind in AssessmentKind::ALL.iter().copied() {
        for filling in [Filling::Required, Filling::Some, Filling::Everything] {
            let parameters = Parameters { kind: Some(kind), filling, ..Parameters::default() };
            (0..8).for_each(|seed| check(&parameters.plan(seed).build::<Assessment>()));
        }
    }
}

#[test]
fn a_part_alone() {
    let sections = published().flat_map(|document| document.file_sections);
    assert_eq!(sections.map(|section| check::<FileSection>(&section)).count(), 10);
}

#[test]
fn facts() {
    check(&Facts::default());
    for document in published() {
        check(&Facts::from(&document));
    }
    check(&Facts { handlers: Some(Count::Exact(499)), ..Facts::default() });
}

/// TOML has only signed integers.
#[test]
fn numbers_of_toml() {
    let head = "format = 'mynumber-pia'\nkind = 'key_item'\nedition = '?'";
    let read = |rest: &str| {
        toml::from_str::<Assessment>(&format!("{head}\n{rest}")).map_err(|error| error.message().to_string())
    };
    let document = read("version = 1\npopulation = 62000\n[[file_sections]]\nentrustment_count = 2").unwrap();
    assert_eq!(document.population.given(), Some(&Count::Exact(62_000)));
    assert_eq!(document.file_sections[0].entrustment_count.given(), Some(&2));
    for (rest, error) in [
        ("version = 2", "version 2 of the format: this crate reads version 1"),
        ("version = -1", "invalid type: integer `-1`, expected the version of the format, 1"),
        (
            "version = 1\npopulation = 4294967296",
            "\"4294967296\" is too large for a count of people: expected at most 4294967295",
        ),
    ] {
        assert_eq!(read(rest).unwrap_err(), error);
    }
    for rest in ["version = 1\npopulation = -1", "version = 1\n[[file_sections]]\nentrustment_count = -1"] {
        let error = read(rest).unwrap_err();
        assert!(error.starts_with("invalid ") && error.contains("integer `-1`"), "{error}");
    }

    let facts: Facts = toml::from_str("population = 62000\nhandlers = 120\nincident = true").unwrap();
    assert_eq!(facts.handlers, Some(Count::<HandlersBand>::Exact(120)));
    assert!(toml::from_str::<Facts>("population = -1").is_err());
}
