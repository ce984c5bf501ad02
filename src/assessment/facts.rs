//! The facts of the threshold as a document states them, and the people who handle its files.

use alloc::vec::Vec;

use super::Assessment;
use crate::assessment::entrustment::{Chain, Entrustment, Link};
use crate::threshold::{Facts, Tally};
use crate::value::band::CountRange;

/// The facts as a document states them (しきい値判断項目). 様式2 prints all three. 様式3 and 様式4 print only 対象人数, so the other two
/// are open unless they were kept from a 様式2.
///
/// ```
/// use mynumber_pia::{Assessment, Facts, Obligation, determine};
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
        Self {
            population: assessment.population.given().copied(),
            handlers: assessment.threshold.handlers.given().copied(),
            // "No incident with 個人情報 within three years" (様式3, 様式4) does not answer this: the two questions may have
            // been answered on different days.
            serious_incident: assessment.threshold.incident.given().copied(),
        }
    }
}

impl Tally {
    /// Adds the parties of an entrustment, tier by tier (委託先、再委託先). 委託先における取扱者数 counts for the entrustees of the first
    /// tier. A party of a deeper tier counts with the number that the document gives for it. If the document gives no
    /// number, the total has no upper end.
    ///
    /// A party without a name may be one of the named parties, so it counts as at least 0 people. An entrustment that names nobody, and
    /// has a number or a matter, is one.
    ///
    /// ```
    /// use mynumber_pia::Count;
    /// use mynumber_pia::assessment::Entrustment;
    /// use mynumber_pia::threshold::Tally;
    /// use mynumber_pia::value::band::CountRange;
    ///
    /// let read = |json| serde_json::from_str::<Entrustment>(json);
    /// let alone = read(r#"{"handlers": "from_10_to_49", "entrustee": "株式会社甲", "re_entrustment": "not_re_entrusted"}"#)?;
    /// let chain = read(r#"{"handlers": "under_10", "entrustee": "株式会社乙", "re_entrustment": "re_entrusted"}"#)?;
    /// let mut tally = Tally::new();
    /// tally.add_entrustment(&alone);
    /// assert_eq!(tally.total(), Some(Count::Range(CountRange::new(10, 49)?)));
    /// tally.add_entrustment(&chain);
    /// assert_eq!(tally.total(), Some(Count::Range(CountRange::at_least(10))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_entrustment(&mut self, entrustment: &Entrustment) {
        let links = Chain::of(entrustment).links();
        let own = |link: &Link<'_>| link.party.and_then(|party| party.handlers.given()).map(|count| count.range());
        let first: Vec<&Link<'_>> = links.iter().filter(|link| link.tier == 1).collect();
        let together = entrustment.handlers.given().map(|count| count.range());
        match (first.as_slice(), together) {
            ([alone], together) => self.add_named(alone.name, own(alone).or(together).unwrap_or(CountRange::ANY)),
            // The form has one number for all entrustees together. Some of them may have been counted in another
            // entrustment, and the number does not say how many people each has. Perhaps nobody is named.
            (_, Some(together)) => self.add_named(None, together),
            ([], None) if entrustment.matter.given().is_some() => self.add_named(None, CountRange::ANY),
            (several, _) => {
                for link in several {
                    self.add_named(link.name, own(link).unwrap_or(CountRange::ANY));
                }
            }
        }
        for link in links.iter().filter(|link| link.tier > 1) {
            self.add_named(link.name, own(link).unwrap_or(CountRange::ANY));
        }
    }
}
