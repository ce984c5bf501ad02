//! An answer that a person has to confirm.

use alloc::string::String;
use alloc::vec::Vec;

use super::account::{Doubt, SourceRange};
use crate::assessment::{Assessment, EditError};
use crate::catalogue::FieldPath;

/// An answer that the source probably gives, for a person to confirm (確認を要する記載).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Suggestion {
    /// The path of the field.
    pub path: FieldPath,
    /// The answer as [`Assessment::put_shown`] reads it.
    pub text: String,
    /// Where the source says it.
    pub spans: Vec<SourceRange>,
    /// Why it is not certain.
    #[serde(flatten)]
    pub reason: Doubt,
}

impl Suggestion {
    /// Takes the suggestion over into a document (確認した記載の採用), as [`Assessment::put_shown`] does.
    ///
    /// It replaces what the field has. Several suggestions can have the same path, such as both choices of
    /// [`Doubt::TwoChoices`]: adopt only the one that a person chose, because the last one adopted remains.
    ///
    /// # Errors
    /// [`EditError`] if the document has no such field, or if the field cannot hold this answer.
    pub fn adopt(&self, document: &mut Assessment) -> Result<(), EditError> {
        document.put_shown(&self.path, &self.text)
    }
}
