//! What the law requires of a body, and sets of such obligations.

use super::AssessmentKind;
use alloc::vec::Vec;
use core::fmt;

use crate::value::code_list::code_list;
use crate::value::language::Language;

code_list! {
    /// What must be done before the files of an affair are held (しきい値判断の結果).
    ///
    /// The members are ordered by depth, and each includes the ones before it.
    ///
    /// The labels are the sentences of 様式2 Ⅲ. The first two with 義務付けられる are printed in a published assessment; the
    /// others follow the lists of 様式3 and 様式4. Their sentences for a voluntary assessment, with or without the printed number, mean
    /// the same obligation; which kind was assessed is the form of the document ([`StatedResult`](super::StatedResult)).
    pub enum Obligation ("obligation", "実施が義務付けられる評価") {
        /// No assessment is required; a voluntary one is allowed (任意実施).
        NotRequired = "none", "特定個人情報保護評価の実施が義務付けられない",
            also "特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）",
            also "3) 特定個人情報保護評価の実施が義務付けられない（任意に重点項目評価を実施）",
            also "特定個人情報保護評価の実施が義務付けられない（任意に全項目評価を実施）",
            also "4) 特定個人情報保護評価の実施が義務付けられない（任意に全項目評価を実施）";
        /// The basic-item assessment.
        BasicItem = "basic_item", "基礎項目評価の実施が義務付けられる",
            also "基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）",
            also "2) 基礎項目評価の実施が義務付けられる（任意に重点項目評価を実施）",
            also "基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）",
            also "3) 基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）";
        /// The basic-item and the key-item assessment.
        BasicItemAndKeyItem = "basic_item_and_key_item", "基礎項目評価及び重点項目評価の実施が義務付けられる",
            also "1) 基礎項目評価及び重点項目評価の実施が義務付けられる",
            also "基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）",
            also "2) 基礎項目評価及び重点項目評価の実施が義務付けられる（任意に全項目評価を実施）";
        /// The basic-item and the all-item assessment.
        BasicItemAndAllItem = "basic_item_and_all_item", "基礎項目評価及び全項目評価の実施が義務付けられる",
            also "1) 基礎項目評価及び全項目評価の実施が義務付けられる";
    }
}

impl Obligation {
    /// The obligation in words (義務の説明): the label in Japanese, a translation in English.
    #[doc(alias = "義務の説明")]
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Japanese, _) => self.label(),
            (Language::English, Self::NotRequired) => "no assessment is required",
            (Language::English, Self::BasicItem) => "the basic-item assessment is required",
            (Language::English, Self::BasicItemAndKeyItem) => "the basic-item and the key-item assessment are required",
            (Language::English, Self::BasicItemAndAllItem) => "the basic-item and the all-item assessment are required",
        }
    }

    /// The deepest assessment that is required; `None` if none is.
    ///
    /// ```
    /// use mynumber_pia::{AssessmentKind, Obligation};
    ///
    /// assert_eq!(Obligation::BasicItemAndAllItem.deepest(), Some(AssessmentKind::AllItem));
    /// assert_eq!(Obligation::NotRequired.deepest(), None);
    /// ```
    #[must_use]
    pub const fn deepest(self) -> Option<AssessmentKind> {
        match self {
            Self::NotRequired => None,
            Self::BasicItem => Some(AssessmentKind::BasicItem),
            Self::BasicItemAndKeyItem => Some(AssessmentKind::KeyItem),
            Self::BasicItemAndAllItem => Some(AssessmentKind::AllItem),
        }
    }
}

/// A set of obligations: those that are possible while a fact is open. It allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ObligationSet(u8);

impl ObligationSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// The set of one obligation.
    #[must_use]
    pub const fn of(obligation: Obligation) -> Self {
        Self(1 << obligation as u8)
    }

    /// The obligations that are in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `obligation` is in the set.
    #[must_use]
    pub const fn contains(self, obligation: Obligation) -> bool {
        self.0 & Self::of(obligation).0 != 0
    }

    /// The number of obligations in the set.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only member, if the set has exactly one.
    #[must_use]
    pub fn single(self) -> Option<Obligation> {
        self.iter().next().filter(|_| self.len() == 1)
    }

    /// The labels of the members, in the same order (評価の名称).
    #[doc(alias = "評価の名称")]
    #[must_use]
    pub fn labels(self) -> Vec<&'static str> {
        self.iter().map(Obligation::label).collect()
    }

    /// The members, from the least deep to the deepest.
    pub fn iter(self) -> impl Iterator<Item = Obligation> + Clone {
        Obligation::ALL.iter().copied().filter(move |obligation| self.contains(*obligation))
    }
}

/// Prints the codes of the members: `basic_item or basic_item_and_key_item`.
impl fmt::Display for ObligationSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, obligation) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(" or ")?;
            }
            f.write_str(obligation.code())?;
        }
        Ok(())
    }
}

impl FromIterator<Obligation> for ObligationSet {
    fn from_iter<I: IntoIterator<Item = Obligation>>(obligations: I) -> Self {
        obligations.into_iter().fold(Self::EMPTY, |set, obligation| set.union(Self::of(obligation)))
    }
}

impl serde::Serialize for ObligationSet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
