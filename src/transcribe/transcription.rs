//! What was read from a source.

use alloc::vec::Vec;

use super::account::{Fate, SourceRange, SourceSpan};
use super::source::SourceTooLong;
use super::suggestion::Suggestion;
use crate::assessment::Assessment;
use crate::value::kind::FormEdition;

/// What was read from a printed form (転記の結果): the document, the suggestions, and an account of the source.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Transcription {
    pub(super) document: Assessment,
    pub(super) edition: TakenEdition,
    pub(super) suggestions: Vec<Suggestion>,
    pub(super) spans: Vec<SourceSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) second: Option<SourceRange>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) lost: Vec<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) too_long: Option<SourceTooLong>,
}

impl Transcription {
    /// What follows with certainty.
    #[must_use]
    pub const fn document(&self) -> &Assessment {
        &self.document
    }

    /// The document, to be completed.
    #[must_use]
    pub fn into_document(self) -> Assessment {
        self.document
    }

    /// What a person has to confirm, sorted by path: first the doubtful answers, then the other candidates.
    ///
    /// Several suggestions can have the same path, such as both choices of [`Doubt::TwoChoices`](super::Doubt::TwoChoices). At most
    /// one of them is right; if all are [adopted](Suggestion::adopt) one after the other, the last one remains.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    /// Every range of the source exactly once, in its order, with what became of it.
    #[must_use]
    pub fn spans(&self) -> &[SourceSpan] {
        &self.spans
    }

    /// Where a second form begins, if the source has two (別の評価書). A source is read as one form, so most of the second is left over.
    #[doc(alias = "別の評価書")]
    #[must_use]
    pub const fn second(&self) -> Option<SourceRange> {
        self.second
    }

    /// The characters that the source has nowhere although labels of the form need them (欠けた文字), as where a font of a PDF file has no map
    /// for them. Answers may lack them as well, so every answer is a suggestion.
    #[doc(alias = "欠けた文字")]
    #[must_use]
    pub fn lost(&self) -> &[char] {
        &self.lost
    }

    /// Whether nothing was read: no part of the source is an answer, or suggested as one (読取りなし). The source may be no printed form.
    #[doc(alias = "読取りなし")]
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        !self.spans.iter().any(|span| matches!(span.fate, Fate::Answer { .. } | Fate::Suggested { .. }))
    }

    /// Why nothing was read, if the source is longer than [`MAX_SOURCE`](super::MAX_SOURCE) (原文が長すぎる). Then the document is empty,
    /// and all of the source is left over.
    #[doc(alias = "原文が長すぎる")]
    #[must_use]
    pub const fn too_long(&self) -> Option<SourceTooLong> {
        self.too_long
    }

    /// The edition with which the source was read.
    #[must_use]
    pub const fn edition(&self) -> &TakenEdition {
        &self.edition
    }
}

/// The edition of the form with which a source was read, and why (判定した様式の版).
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct TakenEdition {
    /// The edition.
    pub edition: FormEdition,
    /// Why it was taken.
    pub because: EditionBecause,
    /// Other editions with as many labels in the source. They may be editions of another form if the title names no kind.
    pub ties: Vec<FormEdition>,
}

/// Why an edition was taken (様式の版の根拠).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EditionBecause {
    /// The caller named it.
    Given,
    /// The source prints it.
    Printed,
    /// No other edition has more of its labels in the source. If the title names a kind, only the editions of its form were compared. The
    /// document then records only the kind of the form.
    Labels,
}
