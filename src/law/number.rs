//! Numbers of provisions with branches (30の9), in Arabic or kanji numerals.

use core::fmt;
use core::num::NonZeroU16;

/// How many branches a number may have: 第21条の5の31 has two.
const BRANCHES: usize = 3;

/// The greatest main number or branch. No statute reaches it.
const GREATEST: u32 = 9_999;

/// The number of an article, item or row, with its branches: 30, 30の9, 21の5の31.
///
/// Range: each part is 1 to 9,999; at most three branches. Ordered as in the statute book: 30, 30の2, 31.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    main: NonZeroU16,
    /// Zero if there is no such branch.
    branches: [u16; BRANCHES],
}

impl Number {
    pub(crate) const ONE: Self = Self { main: NonZeroU16::MIN, branches: [0; BRANCHES] };
    /// For the reader: a number in the text that is no [`Number`]. What has one is not cited.
    pub(super) const UNFIT: Self = Self { main: NonZeroU16::MAX, branches: [0; BRANCHES] };
    pub(super) const TWO: Self = Self { main: NonZeroU16::MIN.saturating_add(1), branches: [0; BRANCHES] };

    /// A number without branches; `None` if `main` is outside 1 to 9,999.
    #[must_use]
    pub const fn new(main: u32) -> Option<Self> {
        if main > GREATEST {
            return None;
        }
        // Checked above, so it fits.
        match NonZeroU16::new((main & 0xFFFF) as u16) {
            Some(main) => Some(Self { main, branches: [0; BRANCHES] }),
            None => None,
        }
    }

    /// Adds a branch; `None` if the number already has three, or if `branch` is outside 1 to 9,999.
    ///
    /// ```
    /// use mynumber_pia::law::Number;
    ///
    /// let number = Number::new(30).and_then(|number| number.branch(9)).unwrap();
    /// assert_eq!(number.to_string(), "30の9");
    /// assert!(Number::new(30) < Some(number) && Some(number) < Number::new(31));
    /// ```
    #[must_use]
    pub fn branch(mut self, branch: u32) -> Option<Self> {
        let branch = Self::new(branch)?.main.get();
        *self.branches.iter_mut().find(|slot| **slot == 0)? = branch;
        Some(self)
    }

    /// Whether it is [`UNFIT`](Self::UNFIT).
    pub(super) fn is_unfit(self) -> bool {
        self.main == NonZeroU16::MAX
    }

    /// A number from the tables in `data.rs`; `None` for `[0, 0, 0]`.
    pub(super) fn from_bytes([main, first, second]: [u8; BRANCHES]) -> Option<Self> {
        let branches = [u16::from(first), u16::from(second), 0];
        Some(Self { main: NonZeroU16::new(u16::from(main))?, branches })
    }

    /// The number as `data.rs` writes it; `None` if it does not fit.
    pub(super) fn to_bytes(self) -> Option<[u8; BRANCHES]> {
        let [first, second, third] = self.branches;
        let byte = |part: u16| u8::try_from(part).ok();
        if third == 0 { Some([byte(self.main.get())?, byte(first)?, byte(second)?]) } else { None }
    }

    /// The number before the branches.
    #[must_use]
    pub const fn main(self) -> u32 {
        self.main.get() as u32
    }

    /// The branches.
    pub fn branches(self) -> impl Iterator<Item = u32> {
        self.branches.into_iter().take_while(|branch| *branch != 0).map(u32::from)
    }
}

/// Prints the number without 第 and 条: 30の9.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.main)?;
        self.branches().try_for_each(|branch| write!(f, "の{branch}"))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The most characters of a number that are read: 九千九百九十九 has seven, and leading zeros are not allowed.
pub(super) const LONGEST: usize = 7;

/// The value of a numeral, all of whose characters are given, folded to half width. `None` if it is not one of 1 to 9,999.
pub(crate) fn value(numeral: &[char]) -> Option<u16> {
    let is_arabic = numeral.first().is_some_and(char::is_ascii_digit);
    let value = if is_arabic { arabic(numeral) } else { kanji(numeral) }?;
    u16::try_from(value).ok().filter(|value| (1..=GREATEST).contains(&u32::from(*value)))
}

fn arabic(digits: &[char]) -> Option<u32> {
    if digits.len() > 4 || digits.first() == Some(&'0') {
        return None;
    }
    digits.iter().try_fold(0_u32, |value, digit| Some(value * 10 + digit.to_digit(10)?))
}

const fn kanji_digit(c: char) -> Option<u32> {
    match c {
        '〇' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

const fn kanji_unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}

pub(crate) fn is_kanji_numeral(c: char) -> bool {
    kanji_digit(c).is_some() || kanji_unit(c).is_some()
}

/// Reads 百三十六 with units, or 一三六 as digits.
fn kanji(numeral: &[char]) -> Option<u32> {
    if numeral.len() > LONGEST {
        return None;
    }
    if numeral.iter().all(|c| kanji_digit(*c).is_some()) {
        if numeral.len() > 4 || numeral.first() == Some(&'〇') {
            return None;
        }
        return numeral.iter().try_fold(0, |value, c| Some(value * 10 + kanji_digit(*c)?));
    }
    let (mut value, mut pending, mut last_unit) = (0, None, u32::MAX);
    for c in numeral {
        match (kanji_digit(*c), kanji_unit(*c)) {
            (Some(digit), _) if pending.is_none() && digit > 0 => pending = Some(digit),
            (_, Some(unit)) if unit < last_unit => {
                value += pending.take().unwrap_or(1) * unit;
                last_unit = unit;
            }
            _ => return None,
        }
    }
    Some(value + pending.unwrap_or(0))
}
