//! Loading: any bytes are read or refused; what was read is written and read back the same; and every function over a
//! document ends without a panic.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use mynumber_pia::threshold::{Facts, determine};
use mynumber_pia::validate::{Language, validate};
use mynumber_pia::value::kind::{AssessmentKind, FormEdition};
use mynumber_pia::{Assessment, Form};
use mynumber_pia_fuzz::{CHECKING, FILLING, LOADING};

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut document) = LOADING.check(bytes.len(), || serde_json::from_slice::<Assessment>(bytes)) else { return };

    let written = serde_json::to_string(&document).expect("a document can be written");
    let read: Assessment = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_eq!(read, document, "{written}");
    assert_eq!(serde_json::to_string(&read).expect("it was written"), written);

    let facts = determine(&Facts::from(&document));
    assert!(!facts.possible().is_empty());
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).expect("a day of the calendar");
    let own = document.form;
    for form in AssessmentKind::ALL.iter().filter_map(|kind| FormEdition::latest(*kind)).map(Form::Edition).chain([own])
    {
        document.form = form;
        let report = CHECKING.check(bytes.len(), || validate(&document, as_of));
        for finding in report.iter() {
            assert!(!finding.text(Language::English).is_empty() && !finding.text(Language::Japanese).is_empty());
        }
        let _ = FILLING.check(bytes.len(), || document.open_items());
    }
    // Raising and lowering set the form and change nothing else.
    assert_eq!(document, read);
    for fill in document.open_items() {
        let _ = document.adopt(&fill);
    }
    let _ = document.bases();
});
