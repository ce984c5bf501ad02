//! Adding up the handlers of an affair.

use indexmap::IndexMap;

use crate::band::{Count, CountRange, HandlersBand, NumericBand};
use crate::text::Text;

/// The 取扱者数 of an affair, party by party: the body's own staff, and the staff of each entrustee of every tier.
///
/// Counts and bands add up to a range that claims no more than they do. A party that is added again, because the same
/// entrustee recurs under another entrustment or file, is counted once: its staff may be the same people or others, so
/// that it has at least as many as in one entry and at most as many as in all.
///
/// A party whose number is not known leaves the upper end open; a tally without parties is unknown, not nobody.
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    parties: IndexMap<Text, CountRange>,
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
            .entry(party)
            .and_modify(|known| {
                let min = known.min().max(more.min());
                *known = CountRange::between(min, known.plus(more).max());
            })
            .or_insert(more);
    }

    /// The parties in the order in which they were first added, with the number of handlers that each has.
    pub fn parties(&self) -> impl Iterator<Item = (&Text, CountRange)> {
        self.parties.iter().map(|(party, handlers)| (party, *handlers))
    }

    /// The handlers of all parties: exact where all of them are, a range where one is not, unknown where there is no
    /// party.
    #[must_use]
    pub fn total(&self) -> Count<HandlersBand> {
        let total = self.parties.values().copied().reduce(CountRange::plus);
        match total {
            None => Count::Unknown,
            Some(total) if total.max() == Some(total.min()) => Count::Exact(total.min()),
            Some(total) => Count::Range(total),
        }
    }
}
