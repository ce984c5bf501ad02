//! An invented municipality, to show and to test the register with.

use mynumber_pia::AssessmentKind;
use mynumber_pia::fixture::{Parameters, municipality};

use crate::register::Register;

/// A register of an invented municipality with so many affairs: the same for the same seed. The affairs for which the
/// facts require none are among them.
#[must_use]
pub fn register(seed: u64, affairs: u32) -> Register {
    let parameters = Parameters { entrustments: 1..=3, ..Parameters::default() };
    let mut register = Register::default();
    for document in municipality(seed, affairs, &parameters) {
        let refused = register.publish(document, parameters.as_of);
        debug_assert!(refused.is_ok(), "a generated document is complete");
    }
    register
}

/// How many documents of each form a register holds.
#[must_use]
pub fn count(register: &Register, kind: AssessmentKind) -> usize {
    register.documents().iter().filter(|document| document.kind() == kind).count()
}
