//! Adding up the handlers of an affair.

use alloc::string::String;
use alloc::vec::Vec;

use indexmap::IndexMap;

use crate::band::{Count, CountRange, HandlersBand, NumericBand, StaffBand};
use crate::entrustment::{Chain, Entrustment, Link};
use crate::text::Text;
use crate::width::name_key;

/// The 取扱者数 of an affair, party by party: the body's own staff, and the staff of each entrustee of every tier.
///
/// Counts and bands add up to a range that claims no more than they do. A party that is added again, because the same
/// entrustee recurs under another entrustment or file, is counted once: its staff may be the same people or others, so
/// that it has at least as many as in one entry and at most as many as in all.
///
/// Two names are of the same party where they differ in width and blanks only (「委託先Ａ」 and 「委託先 A」). Any other
/// identity is the caller's business: that 「㈱甲」 is 「株式会社甲」, or that two bodies bear one name.
///
/// A party whose number is not known leaves the upper end open. A tally without parties, or of none but such parties, is
/// unknown, not nobody.
///
/// ```
/// use mynumber_pia::band::{Count, CountRange, StaffBand};
/// use mynumber_pia::text::Text;
/// use mynumber_pia::threshold::Tally;
///
/// let mut tally = Tally::new();
/// tally.add(Text::new("保険年金課")?, Count::<StaffBand>::Exact(120));
/// tally.add(Text::new("システム事業者")?, Count::Band(StaffBand::From10To49));
/// tally.add(Text::new("システム事業者")?, Count::Band(StaffBand::Under10)); // another entrustment
/// assert_eq!(tally.total(), Count::Range(CountRange::new(130, 178)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "取扱者数")]
#[doc(alias = "集計")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// By [`name_key`], in the order of the first entries.
    parties: IndexMap<String, Party>,
    /// All parties without a name together.
    unnamed: Option<CountRange>,
}

/// A party, under the name with which it was first added.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Party {
    name: Text,
    handlers: CountRange,
}

impl Tally {
    /// A tally of no parties yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the people of a party who handle the files. `B` is the list that the form offers for the number.
    pub fn add<B: NumericBand>(&mut self, party: Text, handlers: Count<B>) {
        let more = handlers.range();
        self.parties
            .entry(name_key(party.as_str()))
            .and_modify(|Party { handlers, .. }| {
                let min = handlers.min().max(more.min());
                *handlers = CountRange::between(min, handlers.plus(more).max());
            })
            .or_insert(Party { name: party, handlers: more });
    }

    /// Adds the parties of an entrustment, tier by tier (委託先、再委託先). What 委託先における取扱者数 says counts for the entrustees of
    /// the first tier; of a party behind them it is counted what the document says of it, and nothing is known where it says
    /// nothing, so that the total has no upper end.
    ///
    /// A party without a name is told from every other: it may be one of those named, so that it has 0 people at least.
    ///
    /// ```
    /// use mynumber_pia::band::{Count, CountRange};
    /// use mynumber_pia::entrustment::KeyItemEntrustment;
    /// use mynumber_pia::threshold::Tally;
    ///
    /// let read = |json| serde_json::from_str::<KeyItemEntrustment>(json);
    /// let alone = read(r#"{"handlers": "from_10_to_49", "entrustee": "株式会社甲", "re_entrustment": "not_re_entrusted"}"#)?;
    /// let chain = read(r#"{"handlers": "under_10", "entrustee": "株式会社乙", "re_entrustment": "re_entrusted"}"#)?;
    /// let mut tally = Tally::new();
    /// tally.add_entrustment(&alone);
    /// assert_eq!(tally.total(), Count::Range(CountRange::new(10, 49)?));
    /// tally.add_entrustment(&chain);
    /// assert_eq!(tally.total(), Count::Range(CountRange::at_least(10)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_entrustment(&mut self, entrustment: &dyn Entrustment) {
        let links = Chain::of(entrustment).links();
        let own = |link: &Link<'_>| link.party.and_then(|party| party.handlers.given()).map(|count| count.range());
        let first: Vec<&Link<'_>> = links.iter().filter(|link| link.tier == 1).collect();
        let together = entrustment.handlers().given().map(|count| count.range());
        match (first.as_slice(), together) {
            ([alone], together) => self.add_named(alone.name, own(alone).or(together).unwrap_or(CountRange::ANY)),
            // The form has one number for all entrustees together. Each may also stand elsewhere: it is not known of whom
            // how many are counted there already.
            ([_, _, ..], Some(together)) => self.add_named(None, together),
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

    fn add_named(&mut self, name: Option<&str>, handlers: CountRange) {
        if let Some(Ok(name)) = name.map(Text::new) {
            self.add(name, Count::<StaffBand>::Range(handlers));
        } else {
            let more = CountRange::between(0, handlers.max());
            self.unnamed = Some(self.unnamed.map_or(more, |other| other.plus(more)));
        }
    }

    /// The parties in the order and under the names in which they were first added, with the number of handlers that
    /// each has.
    pub fn parties(&self) -> impl Iterator<Item = (&Text, CountRange)> {
        self.parties.values().map(|Party { name, handlers }| (name, *handlers))
    }

    /// The handlers of all parties: exact where all of them are, a range where one is not, unknown where nothing is
    /// known of any party.
    #[must_use]
    pub fn total(&self) -> Count<HandlersBand> {
        let total = self.parties.values().map(|party| party.handlers).chain(self.unnamed).reduce(CountRange::plus);
        match total {
            None | Some(CountRange::ANY) => Count::Unknown,
            Some(total) if total.max() == Some(total.min()) => Count::Exact(total.min()),
            Some(total) => Count::Range(total),
        }
    }
}
