//! A determination, and looking up citations in the tables of the law, allocate nothing. The memory of a check is limited.

use allocation_counter::measure;
use chrono::NaiveDate;
use mynumber_pia::Assessment;
use mynumber_pia::law::{Citation, Provider, Renumbering, RowStatus, TableRow};
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::validate::{MAX_FINDINGS, validate};
use mynumber_pia::value::band::{Count, PopulationBand};
use mynumber_pia::value::incident::Occurrence;

#[test]
fn a_determination_with_all_it_says_allocates_nothing() {
    let exact = Facts {
        population: Some(Count::Exact(62_000)),
        handlers: Some(Count::Exact(120)),
        serious_incident: Some(Occurrence::Occurred),
    };
    let band = Facts { population: Some(Count::Band(PopulationBand::From100000To299999)), ..Facts::default() };
    for facts in [exact, band, Facts::default()] {
        let mut grounds = 0;
        let allocations = measure(|| {
            let determination = determine(&facts);
            let criteria = determination.grounds().flat_map(|ground| ground.criteria()).count();
            grounds = criteria + determination.possible().iter().count();
            grounds += determination.open().count() + usize::from(determination.headroom().is_some());
        });
        assert!(grounds > 3);
        assert_eq!(allocations.count_total, 0, "{facts:?}");
    }
    // The counter does see allocations.
    let mut text = None;
    assert!(measure(|| text = exact.population.map(|count| count.to_string())).count_total > 0);
}

/// An empty risk section is written in three bytes and lacks some seventy items.
#[test]
fn a_check_of_many_empty_sections_needs_little_memory() {
    let header = r#""format": "mynumber-pia", "version": 1, "kind": "all_item", "edition": "form_4_2024_10""#;
    let json = format!("{{{header}, \"risks\": [{}]}}", vec!["{}"; 6_000].join(","));
    let document: Assessment = serde_json::from_str(&json).unwrap();
    let mut report = None;
    let peak = measure(|| report = Some(validate(&document, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap()))).bytes_max;
    let report = report.unwrap();
    assert!(report.is_cut() && report.len() == MAX_FINDINGS);
    assert!(peak < 100_000_000, "{peak}");
}

/// Taking over one suggestion needs as much memory in a long document as in a short one.
#[test]
fn taking_over_a_suggestion_does_not_copy_the_document() {
    let allocated = |sections: usize| {
        let header = r#""format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10""#;
        let section = r#"{"acquisition": {"others_measures": "甲"}}"#;
        let risks = vec![section; sections].join(",");
        let json = format!(r#"{{{header}, "other_risk": {{"training": "sufficient"}}, "risks": [{risks}]}}"#);
        let mut document: Assessment = serde_json::from_str(&json).unwrap();
        let open_items: Vec<_> =
            document.open_items().into_iter().filter(|fill| !fill.suggestions.is_empty()).collect();
        assert_eq!(open_items.len(), 2 * sections);
        let first: Vec<u64> = open_items[..2]
            .iter()
            .map(|fill| {
                let mut adopted = false;
                let bytes = measure(|| adopted = document.adopt(fill)).bytes_total;
                assert!(adopted, "{}", fill.path);
                bytes
            })
            .collect();
        assert!(open_items[2..].iter().all(|fill| document.adopt(fill)));
        first
    };
    assert_eq!(allocated(2), allocated(200));
}

#[test]
fn looking_up_a_row_allocates_nothing() {
    let day = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap();
    for text in [
        "番号法別表第一の30の項",
        "番号法別表第二の16の2の項",
        "番号法別表の二の二の項",
        "番号法別表の300の項",
        "利用特定個人情報の提供に関する命令第2条の表の173の2の項",
        "利用特定個人情報の提供に関する命令第50条",
        "番号法第19条第7号",
    ] {
        let citation: Citation = text.parse().unwrap();
        let mut seen = 0;
        let allocations = measure(|| {
            let row = citation.table_row();
            seen += row.map_or(0, |row| row.providers().count() + row.dropped_providers().count());
            seen += usize::from(row.and_then(TableRow::body).is_some())
                + usize::from(row.and_then(TableRow::law).is_some());
            seen += usize::from(citation.row_as_of(day).status != RowStatus::NotARow);
            seen += usize::from(citation.renumbered() != Renumbering::Untouched);
            seen += usize::from(citation.article_of_row().is_some());
        });
        assert!(seen > 0, "{text}");
        assert_eq!(allocations.count_total, 0, "{text}");
    }
}

#[test]
fn the_rows_of_a_provider_allocate_nothing() {
    let day = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap();
    let provider: Provider = "市町村長".parse().unwrap();
    let mut seen = 0;
    let allocations = measure(|| {
        let of_somebody = |row: &TableRow| row.body().is_some() && row.law().is_some() && row.article().is_some();
        seen = provider.rows(day).filter(|found| of_somebody(&found.row)).count();
    });
    assert!(seen > 100);
    assert_eq!(allocations.count_total, 0);
}
