//! The questions that the text leaves open, by their codes.

use crate::law::duty::{OpenQuestion, QUESTIONS};

/// The question with this code.
pub(super) fn question(code: &'static str) -> Option<&'static OpenQuestion> {
    QUESTIONS.iter().find(|question| question.code == code)
}
