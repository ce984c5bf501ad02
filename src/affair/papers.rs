//! Sets of papers.

use core::fmt;

use crate::value::kind::{AssessmentKind, Obligation};

/// A set of papers (評価書の種類の集合). It allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Papers(u8);

impl Papers {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// All three papers.
    pub const ALL: Self = Self(0b111);

    /// The set of one paper.
    #[must_use]
    pub const fn of(paper: AssessmentKind) -> Self {
        Self(1 << paper as u8)
    }

    /// The papers that an affair with this obligation must have.
    #[must_use]
    pub const fn required_by(obligation: Obligation) -> Self {
        let basic = Self::of(AssessmentKind::BasicItem);
        match obligation {
            Obligation::NotRequired => Self::NONE,
            Obligation::BasicItem => basic,
            Obligation::BasicItemAndKeyItem => basic.union(Self::of(AssessmentKind::KeyItem)),
            Obligation::BasicItemAndAllItem => basic.union(Self::of(AssessmentKind::AllItem)),
        }
    }

    /// The papers that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The papers that are in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The papers that are in this set and not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a paper is in the set.
    #[must_use]
    pub const fn contains(self, paper: AssessmentKind) -> bool {
        self.0 & Self::of(paper).0 != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The papers, from the least deep to the deepest.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = AssessmentKind> + Clone {
        AssessmentKind::ALL.iter().copied().filter(move |paper| self.contains(*paper))
    }

    /// The deepest paper of the set.
    #[must_use]
    pub fn deepest(self) -> Option<AssessmentKind> {
        self.iter().next_back()
    }
}

impl FromIterator<AssessmentKind> for Papers {
    fn from_iter<I: IntoIterator<Item = AssessmentKind>>(papers: I) -> Self {
        papers.into_iter().fold(Self::NONE, |set, paper| set.union(Self::of(paper)))
    }
}

/// The names of the documents in Japanese, joined by 「、」.
impl fmt::Display for Papers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, paper) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("、")?;
            }
            f.write_str(paper.document())?;
        }
        Ok(())
    }
}

/// The codes, as a list.
impl serde::Serialize for Papers {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
