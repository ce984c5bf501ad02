//! The parties of a chain, as an owned tree.

use alloc::format;
use alloc::vec::Vec;
use core::fmt;

use crate::catalogue::{Child, ChildMut, FieldPath, Node, PathStep, Shape, Tree, part, read_list};
use crate::value::answer::{Answer, AnswerError, Lines};
use crate::value::band::{Count, StaffBand};
use crate::value::error::Words;
use crate::value::text::Text;

/// The maximum number of tiers in a chain (委託の段数の上限). Published chains have three or four.
pub const MAX_TIERS: usize = 16;

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

/// The parties of one tier (委託先一覧), each with its re-entrustees: at most [`MAX_TIERS`] tiers.
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

/// The error for more tiers than [`MAX_TIERS`].
pub(crate) fn too_many_tiers() -> AnswerError {
    AnswerError::new(
        format!("the chain of entrustment (委託の連鎖) has too many tiers: expected at most {MAX_TIERS}"),
        format!("委託の連鎖の段数が多すぎる（{MAX_TIERS}段まで）"),
    )
}

impl Parties {
    /// Creates a tier from its parties.
    ///
    /// # Errors
    /// More than [`MAX_TIERS`] tiers, including this one.
    pub fn new(parties: impl IntoIterator<Item = Party>) -> Result<Self, AnswerError> {
        let parties = Self(parties.into_iter().collect());
        if parties.tiers() > MAX_TIERS { Err(too_many_tiers()) } else { Ok(parties) }
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

impl FieldPath<Parties> {
    /// A party of the tier, counted from 0.
    #[must_use]
    pub fn nth(&self, index: usize) -> FieldPath<Party> {
        self.to(PathStep::Index(index))
    }
}

impl Node for Parties {
    const SHAPE: Shape = Shape::Tree(
        || Party::ROWS,
        &Tree {
            most_tiers: MAX_TIERS,
            too_many: too_many_tiers,
            tier: Words { english: "a list of parties (委託先)", japanese: "委託先の配列" },
            entry: Words {
                english: "a party (委託先) with name, matter, handlers and re_entrustees",
                japanese: "委託先のオブジェクト（name、matter、handlers、re_entrustees）",
            },
        },
    );

    fn child(&self) -> Child<'_> {
        self.0.child()
    }

    /// A tier does not know how many tiers are above it, so the caller counts them.
    fn child_mut(&mut self) -> ChildMut<'_> {
        self.0.child_mut()
    }
}

impl<'de> serde::Deserialize<'de> for Parties {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_list(Self::SHAPE, deserializer).map(Self)
    }
}
