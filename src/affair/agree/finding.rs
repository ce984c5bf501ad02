//! What the comparison of papers finds.

use alloc::string::{String, ToString};
use core::fmt;

use super::rule::AgreeRule;
use crate::affair::dossier::AffairKey;
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Item};
use crate::validate::{Location, Severity};
use crate::value::kind::AssessmentKind;
use crate::value::language::Language;

/// Where in a dossier (項目の所在): the paper, its version, and the item.
///
/// Serde writes it as `{"paper", "paper_label", "version", "item", "number", "label", "path"}`.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The paper.
    pub paper: AssessmentKind,
    /// The index of its version in [`Dossier::versions`](crate::affair::Dossier::versions).
    pub version: usize,
    /// The item.
    pub location: Location,
}

impl Spot {
    pub(super) fn of(document: &Assessment, version: usize, (item, path): (Item, FieldPath)) -> Self {
        Self { paper: document.kind(), version, location: Location::of(document, item, path) }
    }
}

/// The name of the paper, and the item as it prints it: 「基礎項目評価書 Ⅰ.5.① 部署」.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.paper.document(), self.location)
    }
}

impl serde::Serialize for Spot {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields<'a> {
            paper: AssessmentKind,
            paper_label: &'static str,
            version: usize,
            #[serde(flatten)]
            location: &'a Location,
        }
        let Self { paper, version, location } = self;
        Fields { paper: *paper, paper_label: paper.document(), version: *version, location }.serialize(serializer)
    }
}

/// Two papers of an affair that do not agree, or a paper that is missing (評価書相互の不一致).
///
/// Serde writes it as `{"affair", "severity", "severity_label", "code", "at", "other", "seen", "expected", "source", "ja", "en"}`.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement<'a> {
    /// The affair.
    pub affair: AffairKey<'a>,
    /// The rule.
    pub rule: AgreeRule,
    /// How bad it is.
    pub severity: Severity,
    /// Where it was found; `None` if the affair has no paper.
    pub at: Option<Spot>,
    /// The other end.
    pub other: Option<Spot>,
    /// What the paper says there. Empty if it says nothing.
    pub seen: String,
    /// What was expected, or what the other paper says. Empty if that is obvious from the rule.
    pub expected: String,
}

impl Disagreement<'_> {
    /// The disagreement in words (不一致の説明): where it is, and what is wrong.
    #[doc(alias = "不一致の説明")]
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let at = self.at.as_ref().map_or_else(|| self.affair.to_string(), ToString::to_string);
        let other = self.other.as_ref().map(ToString::to_string).unwrap_or_default();
        self.rule.row().found(language, &at, [&self.seen, &self.expected, &other])
    }
}

/// The Japanese text.
impl fmt::Display for Disagreement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

impl serde::Serialize for Disagreement<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { affair, rule, severity, at, other, seen, expected } = self;
        let mut disagreement = serializer.serialize_struct("Disagreement", 11)?;
        disagreement.serialize_field("affair", affair)?;
        disagreement.serialize_field("severity", severity)?;
        disagreement.serialize_field("severity_label", severity.label())?;
        disagreement.serialize_field("code", rule.code())?;
        disagreement.serialize_field("at", at)?;
        disagreement.serialize_field("other", other)?;
        disagreement.serialize_field("seen", seen)?;
        disagreement.serialize_field("expected", expected)?;
        disagreement.serialize_field("source", &rule.row().source)?;
        disagreement.serialize_field("ja", &self.text(Language::Japanese))?;
        disagreement.serialize_field("en", &self.text(Language::English))?;
        disagreement.end()
    }
}
