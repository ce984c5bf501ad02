//! しきい値判断: which assessment an affair needs.
//!
//! Three facts go in ([`Facts`]), each as exact as it is known; a [`Determination`] comes out, always. Where a fact is
//! open, the answer may be several obligations and the facts that decide between them: what is missing never lowers a
//! result.
//!
//! ```
//! use mynumber_pia::kind::Obligation;
//! use mynumber_pia::threshold::{Facts, determine};
//!
//! let facts = Facts { population: "62,000".parse()?, handlers: "120".parse()?, ..Facts::default() };
//! let open = determine(&facts);
//! assert_eq!(open.required(), None);
//! assert_eq!(
//!     open.possible().iter().collect::<Vec<_>>(),
//!     [Obligation::BasicItem, Obligation::BasicItemAndKeyItem],
//! );
//! # Ok::<(), mynumber_pia::band::CountError>(())
//! ```
//!
//! Where a body only handles files that the rules exempt, [`determine_exempt`] says so; the staff of entrustees are
//! added up by a [`Tally`].

mod determination;
mod exemption;
mod headroom;
mod rule;
mod tally;

#[doc(alias = "しきい値判断結果")]
pub use determination::Determination;
#[doc(alias = "しきい値判断項目の一つ")]
pub use determination::Fact;
#[doc(alias = "根拠")]
pub use determination::Ground;
#[doc(alias = "根拠")]
pub use determination::Grounds;
#[doc(alias = "判断の根拠")]
pub use determination::Reading;
#[doc(alias = "適用除外")]
#[doc(alias = "規則第4条")]
pub use exemption::Exemption;
#[doc(alias = "余裕")]
pub use headroom::Headroom;
#[doc(alias = "増減")]
pub use headroom::Shift;
#[doc(alias = "しきい値判断")]
#[doc(alias = "判定表")]
#[doc(alias = "threshold")]
pub use rule::RULE;
#[doc(alias = "判定表の行")]
pub use rule::RuleRow;
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
pub use rule::obligation;
#[doc(alias = "判定表の行")]
pub use rule::row;
#[doc(alias = "取扱者数")]
#[doc(alias = "集計")]
pub use tally::Tally;

use core::fmt;

use serde::de;

use crate::assessment::Assessment;
use crate::band::{Count, HandlersBand, PopulationBand};
use crate::incident::Occurrence;

/// The three facts of the threshold determination (しきい値判断項目, 様式2 Ⅱ), each as far as it is known.
///
/// The default is that nothing is known. Written with the fields `population`, `handlers` and `incident`, a fact that is
/// open as `unknown`. A field that is missing or null is open too, an unknown or repeated one is refused.
#[doc(alias = "しきい値判断項目")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// 対象人数: the people that all files of the affair are about.
    #[serde(default)]
    pub population: Count<PopulationBand>,
    /// 取扱者数: the body's own staff and that of its entrustees who handle the files.
    #[serde(default)]
    pub handlers: Count<HandlersBand>,
    /// 重大事故: whether the body had a serious incident with 特定個人情報 within the past year; `None` where it is not
    /// known. [`LookBack::OneYear`](crate::incident::LookBack::OneYear) answers it from dated incidents.
    #[serde(
        default,
        rename = "incident",
        alias = "serious_incident",
        serialize_with = "write_incident",
        deserialize_with = "read_incident"
    )]
    pub serious_incident: Option<Occurrence>,
}

/// The answer as it is written: yes, no or unknown.
const fn incident_code(answer: Option<Occurrence>) -> &'static str {
    match answer {
        Some(answer) => answer.code(),
        None => "unknown",
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde passes the field by reference")]
fn write_incident<S: serde::Serializer>(answer: &Option<Occurrence>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(incident_code(*answer))
}

/// Reads yes, no, unknown, 発生あり, 発生なし, true, false and null.
fn read_incident<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Occurrence>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Option<Occurrence>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the occurrence of a serious incident (重大事故の発生): yes, no or unknown")
        }

        fn visit_bool<E: de::Error>(self, occurred: bool) -> Result<Self::Value, E> {
            Ok(Some(if occurred { Occurrence::Occurred } else { Occurrence::NotOccurred }))
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Facts::read_incident(text).map_err(E::custom)
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(Visitor)
}

/// What a document says of the facts (しきい値判断項目). 様式2 prints all three; of 様式3 and 様式4, which print 対象人数 alone, the others
/// are open unless they were carried along from a 様式2.
///
/// ```
/// use mynumber_pia::assessment::Assessment;
/// use mynumber_pia::kind::Obligation;
/// use mynumber_pia::threshold::{Facts, determine};
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///     "population": "from_10000_to_99999", "threshold": {"handlers": "under_500", "incident": "yes"}}"#;
/// let assessment: Assessment = serde_json::from_str(json)?;
/// let determination = determine(&Facts::from(&assessment));
/// assert_eq!(determination.required(), Some(Obligation::BasicItemAndKeyItem));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl From<&Assessment> for Facts {
    fn from(assessment: &Assessment) -> Self {
        let items = assessment.threshold_items();
        Self {
            population: assessment.population(),
            handlers: items.handlers.given().copied().unwrap_or_default(),
            serious_incident: items.incident.given().copied(),
        }
    }
}

impl Facts {
    /// Reads the third fact from text: `yes`, `no`, 「発生あり」, 「発生なし」, or `unknown` (不明) for one that is open.
    ///
    /// # Errors
    /// [`UnknownIncident`] for anything else: `maybe`.
    pub fn read_incident(text: &str) -> Result<Option<Occurrence>, UnknownIncident> {
        match text.trim() {
            "unknown" | "不明" => Ok(None),
            text => text
                .parse()
                .or_else(|_| Occurrence::from_label(text))
                .map(Some)
                .map_err(|_| UnknownIncident { seen: crate::error::excerpt(text) }),
        }
    }
}

/// An answer to the question about 重大事故 that is none.
#[doc(alias = "重大事故")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "cannot read \"{seen}\" as the occurrence of a serious incident (重大事故の発生): \
     expected yes, no, unknown, 発生あり or 発生なし"
)]
pub struct UnknownIncident {
    seen: alloc::string::String,
}

/// Which assessment the affair with these facts needs. Total: every combination of facts has an answer.
///
/// A `const fn`, so it allocates nothing.
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
#[inline]
#[must_use]
pub const fn determine(facts: &Facts) -> Determination {
    Determination::of_facts(*facts)
}

/// The determination for an affair that the rules exempt (規則第4条): nothing is required, whatever the facts are.
///
/// ```
/// use mynumber_pia::kind::Obligation;
/// use mynumber_pia::threshold::{Exemption, Facts, determine_exempt};
///
/// let determination = determine_exempt(&Facts::default(), Exemption::ManualFilesOnly);
/// assert_eq!(determination.required(), Some(Obligation::None));
/// ```
#[doc(alias = "適用除外")]
#[must_use]
pub const fn determine_exempt(facts: &Facts, exemption: Exemption) -> Determination {
    Determination::exempt(*facts, exemption)
}
