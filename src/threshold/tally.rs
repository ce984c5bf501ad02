//! Adds up the handlers of an affair.

use indexmap::IndexMap;

use crate::value::band::{Count, CountRange, HandlersBand, NumericBand, StaffBand};
use crate::value::names::PartyKey;
use crate::value::text::Text;

/// Adds up the 取扱者数 of an affair, party by party: the body's own staff, and the staff of each entrustee of every tier.
///
/// Counts and bands add up to a range that contains every possible sum. A party that is added again, because the same
/// entrustee occurs in another entrustment or file, is counted once. Its staff there may be the same people or others,
/// so the party has at least as many people as its largest entry and at most as many as all its entries together.
///
/// Two names are the same party if they have the same [`PartyKey`] (「委託先Ａ」 and 「委託先 A」, 「㈱甲」 and 「株式会社甲」). The caller
/// must handle other cases, such as an abbreviation, or two bodies with the same name.
///
/// If the number of a party is not known, the total has no upper end. The total of a tally without any known number is
/// unknown, and not 0.
///
/// ```
/// use mynumber_pia::threshold::Tally;
/// use mynumber_pia::value::band::{CountRange, StaffBand};
/// use mynumber_pia::{Count, Text};
///
/// let mut tally = Tally::new();
/// tally.add(Text::new("保険年金課")?, Some(Count::<StaffBand>::Exact(120)));
/// tally.add(Text::new("システム事業者")?, Some(Count::Band(StaffBand::From10To49)));
/// tally.add(Text::new("システム事業者")?, Some(Count::Band(StaffBand::Under10))); // another entrustment
/// assert_eq!(tally.total(), Some(Count::Range(CountRange::new(130, 178)?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// In the order of the first entries.
    parties: IndexMap<PartyKey, Party>,
    /// All parties without a name, added up.
    unnamed: Option<CountRange>,
}

/// A party, with the name under which it was first added.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Party {
    name: Text,
    handlers: CountRange,
}

impl Tally {
    /// An empty tally.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the people of a party who handle the files. `B` is the list of bands that the form prints for the number.
    /// `None` if the number is not known.
    pub fn add<B: NumericBand>(&mut self, party: Text, handlers: Option<Count<B>>) {
        let more = handlers.map_or(CountRange::ANY, Count::range);
        self.parties
            .entry(PartyKey::of(party.as_str()))
            .and_modify(|Party { handlers, .. }| {
                let min = handlers.min().max(more.min());
                *handlers = CountRange::between(min, handlers.plus(more).max());
            })
            .or_insert(Party { name: party, handlers: more });
    }

    /// Adds a party that may have no name. Such a party may be the same as a named one, so it adds at least 0 people.
    pub(crate) fn add_named(&mut self, name: Option<&str>, handlers: CountRange) {
        if let Some(Ok(name)) = name.map(Text::new) {
            self.add(name, Some(Count::<StaffBand>::Range(handlers)));
        } else {
            let more = CountRange::between(0, handlers.max());
            self.unnamed = Some(self.unnamed.map_or(more, |other| other.plus(more)));
        }
    }

    /// The parties in the order in which they were first added, with their first name and their number of handlers.
    pub fn parties(&self) -> impl Iterator<Item = (&Text, CountRange)> {
        self.parties.values().map(|Party { name, handlers }| (name, *handlers))
    }

    /// The handlers of all parties: a number if all are exact, otherwise a range. `None` if no party has a known
    /// number.
    #[must_use]
    pub fn total(&self) -> Option<Count<HandlersBand>> {
        let total = self.parties.values().map(|party| party.handlers).chain(self.unnamed).reduce(CountRange::plus);
        match total {
            None | Some(CountRange::ANY) => None,
            Some(total) if total.max() == Some(total.min()) => Some(Count::Exact(total.min())),
            Some(total) => Some(Count::Range(total)),
        }
    }
}
