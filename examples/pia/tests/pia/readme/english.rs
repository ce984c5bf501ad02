use mynumber_pia::fixture::{Json, Parameters, assessment, municipality};
use mynumber_pia::{Assessment, validate};
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_saved_can_be_loaded(Json(document) in assessment(Parameters::default())) {
        let saved = serde_json::to_string(&document).unwrap(); // your own storage
        prop_assert_eq!(serde_json::from_str::<Assessment>(&saved).unwrap(), document);
    }
}

#[test]
fn one_municipality_from_a_seed() {
    let parameters = Parameters { files: 2..=2, depth: 3..=4, ..Parameters::default() };
    let documents = municipality(7, 20, &parameters); // the same on every machine
    assert!(documents.iter().all(|document| validate(document, parameters.as_of).has_no_errors()));
}
