//! しきい値判断: determines which assessment an affair needs.
//!
//! Before a public body (評価実施機関) handles the Individual Number in an affair (事務), such as national health insurance, it
//! must find out how deeply it has to assess the risks to privacy. It answers three questions on 様式2 Ⅱ: how many people
//! the files are about (対象人数), how many people handle them (取扱者数), and whether a serious incident occurred within the
//! past year (重大事故). The rule has four results, from no assessment to the all-item assessment.
//!
//! [`determine`] takes these [`Facts`], each as exactly as it is known, and always returns a [`Determination`]. If a
//! fact is open, several obligations may be possible, and the determination lists the facts that decide between them. A
//! missing fact never lowers the result.
//!
//! ```
//! use mynumber_pia::{Facts, Obligation, determine};
//!
//! let (population, handlers) = (Some("62,000".parse()?), Some("120".parse()?));
//! let facts = Facts { population, handlers, ..Facts::default() };
//! let open = determine(&facts);
//! assert_eq!(open.required(), None);
//! assert_eq!(
//!     open.possible().iter().collect::<Vec<_>>(),
//!     [Obligation::BasicItem, Obligation::BasicItemAndKeyItem],
//! );
//! # Ok::<(), mynumber_pia::value::band::CountError>(())
//! ```
//!
//! Files that the rules exempt ([`Exemption`]) do not count towards 対象人数; the caller passes the population without
//! them. If an affair handles no other files, [`determine_exempt`] returns that nothing is required. A [`Tally`] adds
//! up the staff of the body and its entrustees. The kind of body never changes the result, only the provision that
//! requires the all-item assessment ([`Determination::for_body`]).

mod determination;
mod exemption;
mod explain;
mod facts;
mod headroom;
pub(crate) mod rule;
mod tally;

export! {
    determination::Criterion "判断の根拠";
    determination::Determination "しきい値判断結果";
    determination::Ground "根拠";
    exemption::Exemption "適用除外" "規則第4条";
    facts::Fact "しきい値判断項目の一つ";
    facts::Facts "しきい値判断項目";
    headroom::Headroom "余裕" "結果が変わるまでの差";
    headroom::Shift "増減";
    rule::DecisionRow "判定表の行";
    rule::TABLE "しきい値判断" "判定表" "threshold";
    rule::obligation "しきい値判断" "threshold";
    rule::table_for "判定表" "評価実施機関の種類";
    tally::Tally "取扱者数" "集計";
}

/// Determines which assessment the affair with these facts needs.
///
/// Every combination of facts has a result. It allocates nothing.
///
/// ```
/// use mynumber_pia::threshold::{Fact, determine};
/// use mynumber_pia::value::incident::Occurrence;
/// use mynumber_pia::{Facts, Obligation};
///
/// let mut facts = Facts { population: Some("62000".parse()?), handlers: Some("120".parse()?), serious_incident: None };
/// let open = determine(&facts);
/// assert_eq!((open.required(), open.open().collect()), (None, vec![Fact::SeriousIncident]));
/// facts.serious_incident = Some(Occurrence::NotOccurred);
/// assert_eq!(determine(&facts).required(), Some(Obligation::BasicItem));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "しきい値判断")]
#[doc(alias = "threshold")]
#[must_use]
pub fn determine(facts: &Facts) -> Determination {
    Determination::of_facts(*facts)
}

/// The determination for an affair whose files are all exempt (規則第4条).
///
/// Nothing is required, whatever the facts are. If the affair has other files as well, use [`determine`] with the population of those files.
///
/// ```
/// use mynumber_pia::threshold::{Exemption, determine_exempt};
/// use mynumber_pia::{Facts, Obligation};
///
/// let determination = determine_exempt(&Facts::default(), Exemption::ManualFilesOnly);
/// assert_eq!(determination.required(), Some(Obligation::NotRequired));
/// ```
#[doc(alias = "適用除外")]
#[must_use]
pub fn determine_exempt(facts: &Facts, exemption: Exemption) -> Determination {
    Determination::exempt(*facts, exemption)
}
