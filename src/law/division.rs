//! The divisions above the articles of a law: 編, 章, 節, 款 and 目.

use core::fmt;

use super::Number;

/// How many levels of divisions there are.
const LEVELS: usize = 5;

/// A division of a law that contains articles (編章節款目): 第3編第1章, 第6章の2.
///
/// Ordered as in the statute book. A level that is not named is left out: an Act without 編 begins with 章.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Division {
    /// For each level, its number and branch; zero if there is none.
    numbers: [[u8; 2]; LEVELS],
}

impl Division {
    /// The levels, from the greatest to the smallest.
    pub const LEVELS: [char; LEVELS] = ['編', '章', '節', '款', '目'];

    const WHOLE: Self = Self { numbers: [[0; 2]; LEVELS] };

    /// A division of the law: 第3編, 第2章. `None` if `level` is not one of [`LEVELS`](Self::LEVELS), or if the number is above
    /// 255 or has two branches.
    #[must_use]
    pub fn new(level: char, number: Number) -> Option<Self> {
        Self::WHOLE.within(level, number)
    }

    /// A division in this one: 第3編第1章. Another division of the same or a smaller level is replaced. `None` as for
    /// [`new`](Self::new).
    ///
    /// ```
    /// use mynumber_pia::law::{Citation, Division, Number, Place};
    ///
    /// let citation: Citation = "民法第三編第一章".parse()?;
    /// let part = Number::new(3).and_then(|three| Division::new('編', three)).unwrap();
    /// let chapter = part.within('章', Number::new(1).unwrap()).unwrap();
    /// assert_eq!(citation.locator().place(), Some(Place::division(chapter)));
    /// # Ok::<(), mynumber_pia::law::CitationError>(())
    /// ```
    #[must_use]
    pub fn within(self, level: char, number: Number) -> Option<Self> {
        let index = Self::LEVELS.iter().position(|known| *known == level)?;
        let [main, branch, 0] = number.to_bytes()? else { return None };
        let mut numbers = self.numbers;
        let (own, smaller) = numbers.get_mut(index..)?.split_first_mut()?;
        *own = [main, branch];
        smaller.fill([0; 2]);
        Some(Self { numbers })
    }

    /// The levels that are named, each with its number.
    pub fn levels(self) -> impl Iterator<Item = (char, Number)> {
        let number = |[main, branch]: [u8; 2]| Number::from_bytes([main, branch, 0]);
        Self::LEVELS.into_iter().zip(self.numbers).filter_map(move |(level, numbers)| Some((level, number(numbers)?)))
    }

    /// The levels of the end of a range that its beginning does not share.
    pub(super) fn beside(self, first: Self) -> Self {
        let mut numbers = self.numbers;
        for (own, other) in numbers.iter_mut().zip(first.numbers) {
            if *own != other {
                break;
            }
            *own = [0; 2];
        }
        Self { numbers }
    }
}

/// Prints 第3編第1章.
impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.levels().try_for_each(|(level, number)| {
            write!(f, "第{}{level}", number.main())?;
            number.branches().try_for_each(|branch| write!(f, "の{branch}"))
        })
    }
}
