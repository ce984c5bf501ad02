//! The determination allocates nothing.

use allocation_counter::measure;
use mynumber_pia::threshold::{Facts, determine};
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
            grounds = determination.grounds().count() + determination.possible().iter().count();
            grounds += determination.open().count() + usize::from(determination.headroom().is_some());
        });
        assert!(grounds > 3);
        assert_eq!(allocations.count_total, 0, "{facts:?}");
    }
    // The measure sees what allocates.
    let mut text = None;
    assert!(measure(|| text = exact.population.map(|count| count.to_string())).count_total > 0);
}
