//! Changes: two documents, the old one in the first line of the input and the new one in the rest. Applied to the old
//! one, their difference gives the new one; reversed and applied to the new one, it gives the old one. What was not
//! compared is left out.
#![no_main]
#![allow(clippy::disallowed_types, reason = "`fuzz_target!` can write a file")]

use libfuzzer_sys::fuzz_target;
use mynumber_pia::Assessment;
use mynumber_pia::change::{Difference, difference};

fuzz_target!(|bytes: &[u8]| {
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return };
    let (old, new) = bytes.split_at(end);
    let Ok(old) = serde_json::from_slice::<Assessment>(old) else { return };
    let Ok(new) = serde_json::from_slice::<Assessment>(new) else { return };

    assert!(difference(&old, &old).edits().is_empty() && difference(&new, &new).edits().is_empty());
    let forth = difference(&old, &new);
    assert_eq!(forth.weighed().count(), forth.edits().len());
    assert_makes(&forth, &old, &new);
    let back = forth.reversed();
    assert_makes(&back, &new, &old);
    assert_eq!(told(&back.reversed()), told(&forth));
    // Another document is accepted or refused, without a panic.
    let _ = (forth.apply(&new), back.apply(&old));
});

fn assert_makes(difference: &Difference<'_>, old: &Assessment, new: &Assessment) {
    let made = difference.apply(old).unwrap_or_else(|error| panic!("{error}: {:?}", told(difference)));
    if difference.not_compared().is_empty() {
        assert!(made == *new, "{:?}", told(difference));
        assert_eq!(difference.is_empty(), old == new, "{:?}", told(difference));
    }
}

fn told(difference: &Difference<'_>) -> Vec<String> {
    difference.edits().iter().map(|edit| format!("{edit:?}")).collect()
}
