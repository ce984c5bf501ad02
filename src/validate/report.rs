//! The result of a check, and the type for an assessment without errors.

use alloc::vec::{self, Vec};
use core::ops::Deref;
use core::slice;

use super::Severity;
use super::finding::Finding;
use crate::assessment::Assessment;
use crate::threshold::Exemption;
use crate::value::choice::Extent;

/// The most findings that a report lists (指摘の数の上限). An empty risk section lacks some seventy items and is written in three
/// bytes, so without this limit a check of a small document could need much memory. An assessment for a hundred files in
/// which nothing is answered has some 10,000 findings.
pub const MAX_FINDINGS: usize = 100_000;

/// What a check found (検査結果), in the order of the form.
///
/// A draft has many findings, most of them required items without an answer. [`of`](Self::of) selects a severity: errors
/// are against the form or the law, warnings are contradictions, and notes are worth a look.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::validate::Severity;
/// use mynumber_pia::{Assessment, validate};
///
/// let draft = Assessment::new("form_2_2024_10".parse()?);
/// let report = validate(&draft, NaiveDate::from_ymd_opt(2025, 6, 1).ok_or("no such day")?);
/// assert!(!report.has_no_errors());
/// assert_eq!(report.of(Severity::Error).count(), report.len());
/// assert!(report.iter().any(|finding| finding.to_string() == "表紙 評価実施機関名：記載がない"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Report {
    findings: Vec<Finding>,
    #[serde(skip)]
    is_cut: bool,
}

impl Report {
    pub(super) fn new(findings: Vec<Finding>, is_cut: bool) -> Self {
        Self { findings, is_cut }
    }

    /// The findings, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter()
    }

    /// The number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings with this severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.iter().filter(move |finding| finding.severity == severity)
    }

    /// Whether the check found more than [`MAX_FINDINGS`] findings. The report then lists only this many.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether the check found no errors. `false` if the report [is cut](Self::is_cut), since an error may be left out.
    #[must_use]
    pub fn has_no_errors(&self) -> bool {
        !self.is_cut && self.of(Severity::Error).next().is_none()
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Finding;
    type IntoIter = slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.iter()
    }
}

impl IntoIterator for Report {
    type Item = Finding;
    type IntoIter = vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

/// An assessment in which a check found no errors (不備のない評価書), for code that publishes.
///
/// Only [`check`](Self::check) and [`check_with`](Self::check_with) make one, and it cannot be changed, so what is
/// published is what was checked.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::Assessment;
/// use mynumber_pia::validate::Complete;
///
/// fn publish(assessment: &Complete) -> String {
///     format!("{}を公表する", assessment.kind().document())
/// }
///
/// let draft = Assessment::new("form_2_2024_10".parse()?);
/// let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
/// let (draft, report) = Complete::check(draft, as_of).unwrap_err();
/// assert!(!report.has_no_errors());
/// # let _ = (draft, publish);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Complete(Assessment);

impl Complete {
    /// Checks the assessment as of this day, and wraps it if there are no errors.
    ///
    /// # Errors
    /// Returns the assessment and the report if there is an error (such as a required item without an answer), or if
    /// the assessment is an excerpt, which does not show what is missing.
    #[expect(clippy::result_large_err, reason = "the assessment is given back, and not boxed for the rare error")]
    pub fn check(assessment: Assessment, as_of: chrono::NaiveDate) -> Result<Self, (Assessment, Report)> {
        Self::check_with(assessment, as_of, None)
    }

    /// Does the same for an affair that may be exempt. If it is exempt but the exemption is not given here, the stated
    /// "no obligation" contradicts facts that oblige, which is an error.
    ///
    /// # Errors
    /// The same as [`check`](Self::check).
    #[expect(clippy::result_large_err, reason = "the assessment is given back, and not boxed for the rare error")]
    pub fn check_with(
        assessment: Assessment,
        as_of: chrono::NaiveDate,
        exemption: Option<Exemption>,
    ) -> Result<Self, (Assessment, Report)> {
        let report = super::validate_with(&assessment, as_of, exemption);
        let is_whole = assessment.extent == Extent::Whole;
        if report.has_no_errors() && is_whole { Ok(Self(assessment)) } else { Err((assessment, report)) }
    }

    /// Returns the assessment, so that it can be changed and checked again.
    #[must_use]
    pub fn into_inner(self) -> Assessment {
        self.0
    }
}

impl Deref for Complete {
    type Target = Assessment;

    fn deref(&self) -> &Assessment {
        &self.0
    }
}
