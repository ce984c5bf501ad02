//! The parties of a chain, as an owned tree.

use alloc::vec::Vec;
use core::any::Any;
use core::fmt;

use serde::{de, ser};

use crate::catalogue::{
    At, Child, ChildMut, Declared, FieldName, FieldRow, List, Miss, Node, Origin, Part, Path, Seen, Shape, Step, Walk,
    Way, get_entry, part, rows_of,
};
use crate::value::answer::{Answer, Lines};
use crate::value::band::{Count, StaffBand};
use crate::value::text::Text;

/// The maximum number of tiers in a chain (委託の段数の上限). Published chains have three or four.
pub const MOST_TIERS: usize = 16;

part!(
    /// A party of a chain (委託先、再委託先、再々委託先), and its re-entrustees.
    pub struct Party {
        /// Its name. [`Answer::Unanswered`] for a party that the document mentions but does not name.
        #[beside(Entrustee)]
        pub name: Answer<Text>,
        /// What it does (再委託事項), if the document says so for this party.
        #[beside(Entrustee)]
        pub matter: Answer<Lines>,
        /// The number of its people who handle the file (取扱者数), if the document gives it for this party.
        #[beside(Entrustee)]
        pub handlers: Answer<Count<StaffBand>>,
        /// The parties that it re-entrusts: the next tier.
        pub re_entrustees: Parties,
    }
);

/// The parties of one tier (委託先一覧), each with its re-entrustees: at most [`MOST_TIERS`] tiers.
///
/// The list is private, because only [`new`](Self::new) and the reader check the number of tiers. So no input can
/// exhaust the stack, and every chain that can be built can be loaded again.
///
/// ```
/// use mynumber_pia::assessment::{Parties, Party};
///
/// let last = Party { name: "国保中央会".parse::<mynumber_pia::Text>()?.into(), ..Party::default() };
/// let first = Party {
///     name: "国保連".parse::<mynumber_pia::Text>()?.into(),
///     re_entrustees: Parties::new([last])?,
///     ..Party::default()
/// };
/// let chain = Parties::new([first])?;
/// assert_eq!((chain.tiers(), chain.to_string()), (2, "国保連（国保中央会）".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Parties(Vec<Party>);

/// More tiers than [`MOST_TIERS`] (委託の段数の超過).
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the chain of entrustment (委託の連鎖) has too many tiers: expected at most {MOST_TIERS}")]
pub struct TooManyTiers;

impl Parties {
    /// Creates a tier from its parties.
    ///
    /// # Errors
    /// [`TooManyTiers`] if there are more than [`MOST_TIERS`] tiers, including this one.
    pub fn new(parties: impl IntoIterator<Item = Party>) -> Result<Self, TooManyTiers> {
        let parties = Self(parties.into_iter().collect());
        if parties.tiers() > MOST_TIERS { Err(TooManyTiers) } else { Ok(parties) }
    }

    /// The number of tiers, including this one. 0 without a party.
    #[must_use]
    pub fn tiers(&self) -> usize {
        // This cannot exceed the depth of the parties that were checked before.
        self.0.iter().map(|party| 1 + party.re_entrustees.tiers()).max().unwrap_or_default()
    }

    /// The parties of this tier.
    #[must_use]
    pub fn as_slice(&self) -> &[Party] {
        &self.0
    }

    /// Whether there are no parties.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the parties, so that they can be changed and put into a tier again.
    #[must_use]
    pub fn into_vec(self) -> Vec<Party> {
        self.0
    }
}

/// The names, with the re-entrustees in brackets: 「国保連（国保中央会（？））」. A party without a name prints 「？」.
impl fmt::Display for Parties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Party { name, matter: _, handlers: _, re_entrustees }) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("、")?;
            }
            match name.given() {
                Some(name) => f.write_str(name.as_str())?,
                None => f.write_str("？")?,
            }
            if !re_entrustees.is_empty() {
                write!(f, "（{re_entrustees}）")?;
            }
        }
        Ok(())
    }
}

impl At<Parties> {
    /// A party of the tier, counted from 0.
    #[must_use]
    pub fn nth(&self, index: usize) -> At<Party> {
        self.to(Step::Index(index))
    }
}

impl Node for Parties {
    const SHAPE: Shape = Shape::Tree(rows_of::<Party>, MOST_TIERS);

    fn is_vacant(&self) -> bool {
        self.0.is_empty()
    }

    fn is_known(&self) -> bool {
        self.0.iter().all(Part::is_known)
    }

    fn walk(&self, row: &'static FieldRow, at: &Path<'_>, walk: &mut Walk<'_>) {
        self.0.walk(row, at, walk);
    }

    fn child(&self) -> Child<'_> {
        Child::List(self)
    }

    fn child_mut(&mut self) -> ChildMut<'_> {
        ChildMut::List(self)
    }

    fn put_value<'de, D: de::Deserializer<'de>>(&mut self, way: Way<'_>, from: D) -> Result<(), Miss<D::Error>> {
        use de::DeserializeSeed;

        let (tier, len) = (Tier(way.tier), self.0.len());
        let inner = |steps| Way { steps, tier: way.tier + 1 };
        match way.steps {
            [] => self.0 = tier.deserialize(from).map_err(Miss::Refused)?.0,
            [Step::Field(_), ..] => return Err(Miss::NoField),
            [Step::Index(index), ..] if *index > len => return Err(Miss::NoEntry { index: *index, len }),
            [Step::Index(_), ..] if way.tier > MOST_TIERS => {
                return Err(Miss::Refused(de::Error::custom(TooManyTiers)));
            }
            [Step::Index(index)] => {
                let party = PartyOf(tier).deserialize(from).map_err(Miss::Refused)?;
                match self.0.as_mut_slice().get_mut(*index) {
                    Some(old) => *old = party,
                    None => self.0.push(party),
                }
            }
            [Step::Index(index), steps @ ..] => {
                if let Some(party) = self.0.as_mut_slice().get_mut(*index) {
                    party.put_value(inner(steps), from)?;
                } else {
                    let mut party = Party::default();
                    party.put_value(inner(steps), from)?;
                    self.0.push(party);
                }
            }
        }
        Ok(())
    }

    fn get_value<S: ser::Serializer>(&self, steps: &[Step], to: S) -> Result<S::Ok, Miss<S::Error>> {
        get_entry(self, &self.0, steps, to)
    }
}

impl List for Parties {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Part> {
        List::get(&self.0, index)
    }

    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Part> {
        List::get_mut(&mut self.0, index)
    }

    /// A tier does not know how many tiers are above it, so the caller counts them.
    fn insert_empty(&mut self, index: usize) -> bool {
        self.0.insert_empty(index)
    }

    fn remove(&mut self, index: usize) -> bool {
        List::remove(&mut self.0, index)
    }

    fn clear(&mut self) {
        self.0.clear();
    }

    /// Entries come from the same tier of another document, so they cannot exceed the maximum number of tiers.
    fn arrange(&mut self, other: &dyn List, order: &[Origin]) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| self.0.arrange(&other.0, order))
    }

    fn equals(&self, other: &dyn List) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn is_known(&self) -> bool {
        self.0.iter().all(Part::is_known)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl<'de> serde::Deserialize<'de> for Parties {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        de::DeserializeSeed::deserialize(Tier(1), deserializer)
    }
}

/// Reads the parties of the tier with this number; the entrustee's tier is 1. The limit is checked on the way down, so
/// no input can overflow the stack.
#[derive(Clone, Copy)]
struct Tier(usize);

impl<'de> de::DeserializeSeed<'de> for Tier {
    type Value = Parties;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Parties, D::Error> {
        if self.0 > MOST_TIERS {
            return Err(de::Error::custom(TooManyTiers));
        }
        deserializer.deserialize_seq(self)
    }
}

impl<'de> de::Visitor<'de> for Tier {
    type Value = Parties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of parties (委託先)")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Parties, A::Error> {
        let mut parties = Vec::new();
        while let Some(party) = list.next_element_seed(PartyOf(self))? {
            parties.push(party);
        }
        Ok(Parties(parties))
    }
}

/// Reads one party of a tier.
struct PartyOf(Tier);

impl<'de> de::DeserializeSeed<'de> for PartyOf {
    type Value = Party;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Party, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> de::Visitor<'de> for PartyOf {
    type Value = Party;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a party (委託先) with name, matter, handlers and re_entrustees")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Party, A::Error> {
        let Self(Tier(tier)) = self;
        let (mut party, mut seen, mut next) = (Party::default(), Seen::default(), 0);
        while let Some(index) = map.next_key_seed(FieldName { names: Party::NAMES, next })? {
            next = index + 1;
            seen.add(index, Party::NAMES)?;
            if Party::NAMES.get(index) == Some(&Party::re_entrustees.name()) {
                party.re_entrustees = map.next_value_seed(Tier(tier + 1))?;
            } else {
                party.read_field(index, &mut map)?;
            }
        }
        Ok(party)
    }
}
