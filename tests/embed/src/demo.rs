//! An invented municipality, for demonstrations and tests of the register.

use mynumber_pia::AssessmentKind;
use mynumber_pia::fixture::{Parameters, municipality};

use crate::register::Register;

/// The register of an invented municipality with this many affairs. The same seed gives the same register. Some of the
/// affairs do not require an assessment.
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

/// The number of documents of each form in a register.
#[must_use]
pub fn count(register: &Register, kind: AssessmentKind) -> usize {
    register.documents().iter().filter(|document| document.kind() == kind).count()
}
