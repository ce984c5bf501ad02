//! What a check or a comparison says at a field.

use alloc::string::String;

use super::FieldPath;
use crate::value::severity::Severity;

/// A text to show at a cell (付記): a finding, an edit, a comment.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The path of the field.
    pub path: FieldPath,
    /// How bad it is, if it is a finding.
    pub severity: Option<Severity>,
    /// The text.
    pub text: String,
}

impl Mark {
    /// A text at a field.
    #[must_use]
    pub fn new(path: FieldPath, text: impl Into<String>) -> Self {
        Self { path, severity: None, text: text.into() }
    }

    /// A finding of this severity at a field.
    #[must_use]
    pub fn finding(path: FieldPath, severity: Severity, text: impl Into<String>) -> Self {
        Self { path, severity: Some(severity), text: text.into() }
    }
}
