//! A count of people or items, as exactly as it is known: a number, a band or a range.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::de;

use super::NumericBand;
use crate::value::code_list::{Choice, Choices, read_from_string};
use crate::value::error::{Lookup, UnknownChoice, both, excerpt, refused};
use crate::value::language::errors;
use crate::value::number::{NotRead, read_number};
use crate::value::width::{fold, unbracketed};

/// What a count counts (単位). It is a fact of the list of bands that the form prints for the count.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// In English: people, items.
    pub name: &'static str,
    /// In Japanese, as it is written after a number: 人, 項目.
    pub term: &'static str,
}

/// A range of counts from `min` to `max`, both included. Without `max` it has no upper end.
///
/// Unit: people (items for a [`RecordItemsBand`](super::RecordItemsBand)). Range: 0 to 4,294,967,295.
///
/// Printed as `100000..299999` or `500..`, both ends included. Reading also accepts a range without the first count
/// (`..499`), full-width characters and thousands separators.
///
/// ```
/// use mynumber_pia::value::band::CountRange;
///
/// let range: CountRange = "１００，０００..299,999".parse()?;
/// assert_eq!(range, CountRange::new(100_000, 299_999)?);
/// assert_eq!(range.to_string(), "100000..299999");
/// assert_eq!("500..".parse(), Ok(CountRange::at_least(500)));
/// # Ok::<(), mynumber_pia::value::band::CountError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountRange {
    min: u32,
    max: Option<u32>,
}

impl CountRange {
    /// Any count: 0 or more.
    pub const ANY: Self = Self::at_least(0);

    /// The range from `min` to `max`, both included.
    ///
    /// # Errors
    /// [`CountError::Backwards`] if `min` is greater than `max`: 300 to 100.
    pub const fn new(min: u32, max: u32) -> Result<Self, CountError> {
        if min <= max { Ok(Self { min, max: Some(max) }) } else { Err(CountError::Backwards { min, max }) }
    }

    /// The range of `min` or more.
    #[must_use]
    pub const fn at_least(min: u32) -> Self {
        Self { min, max: None }
    }

    /// The range of one count.
    #[must_use]
    pub const fn exactly(count: u32) -> Self {
        Self { min: count, max: Some(count) }
    }

    /// The range from `min` to `max`, for callers that know that they are in order.
    pub(crate) const fn between(min: u32, max: Option<u32>) -> Self {
        Self { min, max }
    }

    /// The smallest count.
    #[must_use]
    pub const fn min(self) -> u32 {
        self.min
    }

    /// The greatest count; `None` if there is no upper end.
    #[must_use]
    pub const fn max(self) -> Option<u32> {
        self.max
    }

    /// Whether `count` is in the range.
    #[must_use]
    pub const fn contains(self, count: u32) -> bool {
        self.min <= count
            && match self.max {
                Some(max) => count <= max,
                None => true,
            }
    }

    /// Whether the ranges have a count in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        if self.min <= other.min { self.contains(other.min) } else { other.contains(self.min) }
    }

    /// The possible sums of a count in `self` and a count in `other`. If a sum exceeds the greatest count, the range
    /// has no upper end.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        let max = match (self.max, other.max) {
            (Some(a), Some(b)) => a.checked_add(b),
            (None, _) | (_, None) => None,
        };
        Self { min: self.min.saturating_add(other.min), max }
    }

    /// The range as a number of people (人数) in Japanese, with thousands separators as the forms print them.
    ///
    /// ```
    /// use mynumber_pia::value::band::CountRange;
    ///
    /// assert_eq!(CountRange::exactly(62_000).in_people(), "62,000人");
    /// assert_eq!(CountRange::new(130, 1_069)?.in_people(), "130～1,069人");
    /// assert_eq!(CountRange::at_least(500).in_people(), "500人以上");
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[must_use]
    pub fn in_people(self) -> String {
        self.with_unit("人")
    }

    /// The range as a number of this unit, as [`in_people`](Self::in_people) prints it.
    pub(crate) fn with_unit(self, unit: &str) -> String {
        let min = grouped(self.min);
        match self.max {
            Some(max) if max == self.min => alloc::format!("{min}{unit}"),
            Some(max) => alloc::format!("{min}～{}{unit}", grouped(max)),
            None => alloc::format!("{min}{unit}以上"),
        }
    }

    /// Reads what [`with_unit`](Self::with_unit) prints: `8,500人`, `130～1,069人`, `500人以上`. `None` for anything else.
    #[cfg(feature = "transcribe")]
    pub(crate) fn read_with_unit(text: &str, unit: &str) -> Option<Self> {
        let number = |text: &str| read_number(text).ok();
        if let Some(min) = text.strip_suffix("以上").and_then(|min| min.strip_suffix(unit)) {
            return number(min).map(Self::at_least);
        }
        let counted = text.strip_suffix(unit)?;
        match counted.split_once(['～', '~']) {
            Some((min, max)) => Self::new(number(min)?, number(max)?).ok(),
            None => number(counted).map(Self::exactly),
        }
    }
}

/// A number with thousands separators.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl fmt::Display for CountRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..", self.min)?;
        self.max.map_or(Ok(()), |max| write!(f, "{max}"))
    }
}

/// What a range counts depends on the list that it is used for.
const EITHER: Unit = Unit { name: "people or items", term: "人・項目" };

impl FromStr for CountRange {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Self, CountError> {
        let folded: String = text.trim().chars().map(fold).collect();
        let not_read = |error: NotRead| match error {
            NotRead::Unreadable => CountError::NoRange { seen: excerpt(text) },
            NotRead::TooLarge => CountError::TooLarge { seen: excerpt(text), counted: EITHER },
        };
        match folded.split_once("..") {
            Some((min, max)) => read_range(min, max, not_read),
            None => Err(not_read(NotRead::Unreadable)),
        }
    }
}

/// Written as the string that `Display` prints.
impl serde::Serialize for CountRange {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

read_from_string!(
    CountRange,
    "a range such as 100000..299999, 500.. or ..499",
    "数の範囲（100000..299999、500..、..499 など）"
);

/// A count, as exactly as it is known: at most 4,294,967,295. `B` is the list of bands that the form prints for it, so a
/// band of handlers cannot be given for a population. The list says what is counted ([`NumericBand::UNIT`]): people, or
/// items for a [`RecordItemsBand`](super::RecordItemsBand).
///
/// Reading accepts a number with or without the unit (`62000`, `62,000`, 「６２，０００人」, 「6万2千人」, 「12項目」), a range with both
/// ends included (`100000..299999`, `500..`, `..499`), and a band by its code or printed label, also with the brackets
/// and the number of the form (`[ 3) 1万人以上10万人未満 ]`). A band prints as its label. A `Count` is always known: an unknown
/// fact is `None`, an unknown answer is [`NotKnown`](crate::value::answer::Answer::NotKnown). A third way to say it would
/// be loaded as one of these two.
///
/// ```
/// use mynumber_pia::Count;
/// use mynumber_pia::value::band::PopulationBand;
///
/// type Population = Count<PopulationBand>;
/// assert_eq!("６２，０００".parse(), Ok(Population::Exact(62_000)));
/// assert_eq!("1万人以上10万人未満".parse(), Ok(Population::Band(PopulationBand::From10000To99999)));
/// assert_eq!("100000..299999".parse::<Population>()?.range().max(), Some(299_999));
/// # Ok::<(), mynumber_pia::value::band::CountError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count<B> {
    /// The exact number.
    Exact(u32),
    /// A band of the form.
    Band(B),
    /// A range of counts.
    Range(CountRange),
}

impl<B: NumericBand> Count<B> {
    /// An exact count.
    pub(crate) fn of_number(number: u64) -> Result<Self, CountError> {
        let exact = u32::try_from(number).map(Self::Exact);
        exact.map_err(|_| CountError::TooLarge { seen: number.to_string(), counted: B::UNIT })
    }

    /// The counts that are possible.
    #[must_use]
    pub fn range(self) -> CountRange {
        match self {
            Self::Exact(count) => CountRange::exactly(count),
            Self::Band(band) => band.range(),
            Self::Range(range) => range,
        }
    }

    /// The count with its unit in Japanese: the printed label of a band, otherwise numbers with thousands separators as
    /// the forms print them.
    ///
    /// ```
    /// use mynumber_pia::Count;
    /// use mynumber_pia::value::band::{HandlersBand, RecordItemsBand};
    ///
    /// assert_eq!(Count::<HandlersBand>::Exact(1_488).with_unit(), "1,488人");
    /// assert_eq!(Count::Band(HandlersBand::Under500).with_unit(), "500人未満");
    /// assert_eq!(Count::<RecordItemsBand>::Exact(12).with_unit(), "12項目");
    /// ```
    #[must_use]
    pub fn with_unit(self) -> String {
        match self {
            Self::Band(band) => band.label().to_string(),
            Self::Exact(_) | Self::Range(_) => self.range().with_unit(B::UNIT.term),
        }
    }
}

impl<B> From<u32> for Count<B> {
    fn from(count: u32) -> Self {
        Self::Exact(count)
    }
}

errors! {
    /// Why a count could not be read.
    #[non_exhaustive]
    pub enum CountError {
        /// A range whose first count is greater than its last.
        #[error("the range {min}..{max} runs backwards: expected the lower count first")]
        #[ja("範囲 {min}..{max} は逆である。小さい方を先に書く")]
        Backwards {
            /// The first count.
            min: u32,
            /// The last count.
            max: u32,
        },
        /// A number greater than 4,294,967,295.
        #[error("\"{seen}\" is too large for a count of {}: expected at most 4294967295", .counted.name)]
        #[ja("「{seen}」は{}数として大きすぎる（4294967295まで）", counted.term)]
        TooLarge {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// What is counted: people or items.
            counted: Unit,
        },
        /// A string that is not a range.
        #[error("cannot read \"{seen}\" as a range of counts: expected 100000..299999, 500.. or ..499, both ends included")]
        #[ja("「{seen}」は数の範囲として読めない。書き方は 100000..299999、500..、..499（両端を含む）")]
        NoRange {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
        },
        /// A string that is not a count.
        #[error(
            "cannot read \"{seen}\" as a count of {}: expected a number (62000 or 62,000), a range (100000..299999, 500.. or \
             ..499), or a band: {}", .counted.name, .bands.join(", ")
        )]
        #[ja(
            "「{seen}」は{}数として読めない。書けるのは、数（62000、62,000）、範囲（100000..299999、500..、..499）、又は区分：{}",
            counted.term, bands.join(", ")
        )]
        Unreadable {
            /// What was seen, as an [`excerpt`](crate::value::error::excerpt) shows it.
            seen: String,
            /// What is counted: people or items.
            counted: Unit,
            /// The code and label of each band.
            bands: Vec<String>,
        },
        /// The number of one band and the wording of another.
        #[error("{0}")]
        TwoBands(#[source] UnknownChoice),
    }
}

impl<B: NumericBand> FromStr for Count<B> {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Self, CountError> {
        // Nearly every band is written as its code.
        if let Some(band) = B::ALL.iter().find(|band| band.code() == text) {
            return Ok(Self::Band(*band));
        }
        let bands = Choices::of::<B>();
        Ok(match read(text, bands, B::UNIT)? {
            Count::Exact(count) => Self::Exact(count),
            Count::Range(range) => Self::Range(range),
            Count::Band(index) => Self::Band(*B::ALL.get(index).ok_or_else(|| unreadable(text, bands, B::UNIT))?),
        })
    }
}

/// Reads a count. A band is its index in the list.
fn read(text: &str, bands: &Choices, unit: Unit) -> Result<Count<usize>, CountError> {
    let not_read = |error: NotRead| match error {
        NotRead::Unreadable => unreadable(text, bands, unit),
        NotRead::TooLarge => CountError::TooLarge { seen: excerpt(text), counted: unit },
    };
    let folded: String = text.trim().chars().map(fold).collect();
    if let Some((min, max)) = folded.split_once("..") {
        return read_range(min, max, not_read).map(Count::Range);
    }
    match bands.read(&folded, Lookup::Code) {
        Ok(index) => return Ok(Count::Band(index)),
        Err(error) if matches!(error.lookup(), Lookup::NumberAndLabel(_)) => return Err(CountError::TwoBands(error)),
        Err(_) => {}
    }
    let number = unbracketed(&folded);
    let number = number.strip_suffix(unit.term).unwrap_or(number);
    read_number(number).map(Count::Exact).map_err(not_read)
}

/// Reads a range, with the error that `not_read` makes if an end is not a number.
fn read_range(min: &str, max: &str, not_read: impl Fn(NotRead) -> CountError) -> Result<CountRange, CountError> {
    let number = |text: &str| read_number(text).map_err(&not_read);
    match (min.trim(), max.trim()) {
        ("", "") => Err(not_read(NotRead::Unreadable)),
        (min, "") => Ok(CountRange::at_least(number(min)?)),
        ("", max) => CountRange::new(0, number(max)?),
        (min, max) => CountRange::new(number(min)?, number(max)?),
    }
}

/// The error for a string that is not a count.
fn unreadable(seen: &str, bands: &Choices, unit: Unit) -> CountError {
    let bands: Vec<String> = bands.members.iter().map(Choice::to_string).collect();
    CountError::Unreadable { seen: excerpt(seen), counted: unit, bands }
}

impl<B: NumericBand> fmt::Display for Count<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(count) => count.fmt(f),
            Self::Band(band) => f.pad(band.label()),
            Self::Range(range) => range.fmt(f),
        }
    }
}

/// An exact count is written as a number, a band as its code, a range as the string that it prints.
impl<B: NumericBand> serde::Serialize for Count<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact(count) => serializer.serialize_u32(*count),
            Self::Band(band) => serializer.serialize_str(band.code()),
            Self::Range(range) => serializer.collect_str(range),
        }
    }
}

/// What errors say was expected of a count for this list.
pub(crate) fn expecting_count(list: &Choices, unit: Unit, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (Choices { name, term, members: _ }, unit) = (list, unit.term);
    both!(f, "a count for the {name} ({term}): a number, a range or a band", "{unit}数（数、範囲又は区分）")
}

/// Reads a number, or a string that `FromStr` accepts.
impl<'de, B: NumericBand> serde::Deserialize<'de> for Count<B> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<B>(core::marker::PhantomData<B>);
        impl<B: NumericBand> de::Visitor<'_> for Visitor<B> {
            type Value = Count<B>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                expecting_count(B::LIST, B::UNIT, f)
            }

            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Self::Value, E> {
                Count::of_number(count).map_err(refused)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse().map_err(refused)
            }

            // TOML has only signed integers.
            fn visit_i64<E: de::Error>(self, count: i64) -> Result<Self::Value, E> {
                match u64::try_from(count) {
                    Ok(count) => self.visit_u64(count),
                    Err(_) => Err(E::invalid_type(de::Unexpected::Signed(count), &self)),
                }
            }
        }
        deserializer.deserialize_any(Visitor(core::marker::PhantomData))
    }
}
