//! しきい値判断: which assessment an affair needs.
//!
//! Three facts go in ([`Facts`]), each as exact as it is known; a [`Determination`] comes out, always. Where a fact is
//! open, the answer may be several obligations and the facts that decide between them: what is missing never lowers a
//! result.
//!
//! ```
//! use mynumber_pia::{Facts, Obligation, determine};
//!
//! let facts = Facts { population: Some("62,000".parse()?), handlers: Some("120".parse()?), ..Facts::default() };
//! let open = determine(&facts);
//! assert_eq!(open.required(), None);
//! assert_eq!(
//!     open.possible().iter().collect::<Vec<_>>(),
//!     [Obligation::BasicItem, Obligation::BasicItemAndKeyItem],
//! );
//! # Ok::<(), mynumber_pia::value::band::CountError>(())
//! ```
//!
//! Files that the rules exempt ([`Exemption`]) do not count towards 対象人数: the caller gives the population without them.
//! If an affair handles no other files, [`determine_exempt`] says that nothing is required. The staff of entrustees are added
//! up by a [`Tally`]. The kind of body changes no result, only the provision that requires the all-item assessment
//! ([`Determination::for_body`]).

mod determination;
mod exemption;
mod explain;
mod facts;
mod headroom;
mod rule;
mod tally;

#[doc(alias = "しきい値判断結果")]
pub use determination::Determination;
#[doc(alias = "根拠")]
pub use determination::Ground;
#[doc(alias = "判断の根拠")]
pub use determination::Reading;
#[doc(alias = "適用除外")]
#[doc(alias = "規則第4条")]
pub use exemption::Exemption;
#[doc(alias = "しきい値判断項目の一つ")]
pub use facts::Fact;
#[doc(alias = "しきい値判断項目")]
pub use facts::Facts;
#[doc(alias = "重大事故")]
pub use facts::UnknownIncident;
#[doc(alias = "余裕")]
pub use headroom::Headroom;
#[doc(alias = "増減")]
pub use headroom::Shift;
#[doc(alias = "判定表の行")]
pub use rule::DecisionRow;
#[doc(alias = "しきい値判断")]
#[doc(alias = "判定表")]
#[doc(alias = "threshold")]
pub use rule::RULE;
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
pub use rule::obligation;
#[doc(alias = "判定表の行")]
pub use rule::row;
#[doc(alias = "判定表")]
#[doc(alias = "評価実施機関の種類")]
pub use rule::rule_for;
#[doc(alias = "取扱者数")]
#[doc(alias = "集計")]
pub use tally::Tally;

/// Which assessment the affair with these facts needs. Total: every combination of facts has an answer.
///
/// A `const fn`, so it allocates nothing.
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
#[must_use]
pub const fn determine(facts: &Facts) -> Determination {
    Determination::of_facts(*facts)
}

/// The determination for an affair all of whose files the rules exempt (規則第4条): nothing is required, whatever the facts
/// are. An affair with other files as well is determined by [`determine`], with the population of those other files.
///
/// ```
/// use mynumber_pia::threshold::{Exemption, determine_exempt};
/// use mynumber_pia::{Facts, Obligation};
///
/// let determination = determine_exempt(&Facts::default(), Exemption::ManualFilesOnly);
/// assert_eq!(determination.required(), Some(Obligation::None));
/// ```
#[doc(alias = "適用除外")]
#[must_use]
pub const fn determine_exempt(facts: &Facts, exemption: Exemption) -> Determination {
    Determination::exempt(*facts, exemption)
}
