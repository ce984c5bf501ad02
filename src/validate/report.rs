//! What was found, and what can be had where nothing forbids it.

use alloc::vec::Vec;
use core::ops::Deref;

use super::finding::Finding;
use super::rule::Severity;
use crate::assessment::{AllItemAssessment, Assessment, BasicItemAssessment, KeyItemAssessment};
use crate::choice::Extent;

/// What a check found (検査結果), in the order of the form.
#[doc(alias = "検査結果")]
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(findings: Vec<Finding>) -> Self {
        Self { findings }
    }

    /// The findings, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter()
    }

    /// How many findings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings of this severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.iter().filter(move |finding| finding.severity() == severity)
    }

    /// Whether nothing that was found is an error.
    #[must_use]
    pub fn has_no_errors(&self) -> bool {
        self.of(Severity::Error).next().is_none()
    }
}

mod sealed {
    use super::Assessment;

    pub trait Sealed: Sized {
        /// Looks at the document as an assessment, and gives it back.
        fn look<R>(self, look: impl FnOnce(&Assessment) -> R) -> (Self, R);
    }
}

/// What can be [`Complete`] (公表の対象): an [`Assessment`] of any form, or the document of one form.
#[doc(alias = "公表の対象")]
pub trait Publishable: sealed::Sealed {}

impl sealed::Sealed for Assessment {
    fn look<R>(self, look: impl FnOnce(&Assessment) -> R) -> (Self, R) {
        let seen = look(&self);
        (self, seen)
    }
}

impl Publishable for Assessment {}

/// The document of one form is moved into an assessment for the look, and not copied.
macro_rules! publishable {
    ($($document:ident is $kind:ident;)+) => {
        $(
            impl sealed::Sealed for $document {
                fn look<R>(self, look: impl FnOnce(&Assessment) -> R) -> (Self, R) {
                    let edition = self.edition;
                    let assessment = Assessment::$kind(self);
                    let seen = look(&assessment);
                    // It is still what it was made of two lines above.
                    let Assessment::$kind(document) = assessment else { return (Self::empty(edition), seen) };
                    (document, seen)
                }
            }

            impl Publishable for $document {}
        )+
    };
}
publishable! {
    BasicItemAssessment is BasicItem;
    KeyItemAssessment is KeyItem;
    AllItemAssessment is AllItem;
}

/// A document that a check found to be without errors (不備のない評価書), for code that publishes: an [`Assessment`], or the
/// document of one form.
///
/// There is no other way to one, and no way to change it: what was checked is what is published.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::assessment::{Assessment, BasicItemAssessment};
/// use mynumber_pia::validate::Complete;
///
/// fn publish(assessment: &Complete) -> String {
///     format!("{}を公表する", assessment.kind().document())
/// }
///
/// let draft = Assessment::from(BasicItemAssessment::new("form_2_2024_10".parse()?)?);
/// let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
/// let (draft, report) = Complete::check(draft, as_of).unwrap_err();
/// assert!(!report.has_no_errors());
/// # let _ = (draft, publish);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Of one form, with its fields:
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::assessment::KeyItemAssessment;
/// use mynumber_pia::validate::Complete;
///
/// fn publish(document: &Complete<KeyItemAssessment>) -> String {
///     format!("{}個のファイルについて公表する", document.file_sections.len())
/// }
///
/// let draft = KeyItemAssessment::new("form_3_2024_10".parse()?)?;
/// let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
/// let (draft, report) = Complete::check(draft, as_of).unwrap_err();
/// assert!(draft.file_sections.is_empty() && !report.has_no_errors());
/// # let _ = publish;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "不備のない評価書")]
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Complete<T: Publishable = Assessment>(T);

impl<T: Publishable> Complete<T> {
    /// The document, if a check as of this day finds no error.
    ///
    /// # Errors
    /// The document and what was found, where there is an error among it (a required item without an answer), or the
    /// document is an excerpt, of which nobody knows what is missing.
    pub fn check(document: T, as_of: chrono::NaiveDate) -> Result<Self, (T, Report)> {
        let (document, (report, is_whole)) =
            document.look(|assessment| (super::validate(assessment, as_of), *assessment.extent() == Extent::Whole));
        if report.has_no_errors() && is_whole { Ok(Self(document)) } else { Err((document, report)) }
    }

    /// The document, to be changed and checked again.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: Publishable> Deref for Complete<T> {
    type Target = T;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
