//! What an item can contain: strings, choices, counts, dates and editions, and how JSON writes each.

use alloc::string::{String, ToString};
use core::fmt;

use super::answered::Answer;
use super::entry::{Content, Sealed};
use super::lines::{Lines, read_shown};
use super::timings::Timings;
use super::value::Value;
use super::written::{Entries, Written};
use crate::value::band::{Count, CountError, NumericBand};
use crate::value::code_list::{Choices, CodeList};
use crate::value::date::FormDate;
use crate::value::error::excerpt;
use crate::value::number::{NotRead, read_number};
use crate::value::text::{Text, TextError};
use crate::value::width::fold;

impl Sealed for Text {}

impl Content for Text {
    const WRITTEN: Written = Written::Text;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn read(text: &str) -> Result<Self, String> {
        Ok(Self::of_mark_free(text))
    }

    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Sealed for FormDate {}

impl Content for FormDate {
    const WRITTEN: Written = Written::Date;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as 2024-12-06 or 2015-10")
    }

    fn read(text: &str) -> Result<Self, String> {
        text.parse::<Self>().map_err(|error| error.to_string())
    }

    fn value(&self) -> Value<'_> {
        Value::Date(*self)
    }
}

impl<T: CodeList> Sealed for T {}

impl<T: CodeList> Content for T {
    const WRITTEN: Written = Written::Choice(Choices::of::<T>());

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code or label of the {} ({})", T::NAME, T::TERM)
    }

    fn read(text: &str) -> Result<Self, String> {
        text.parse::<T>().map_err(|error| error.to_string())
    }

    fn value(&self) -> Value<'_> {
        Value::Chosen { code: self.code(), label: self.label() }
    }
}

/// Why `text` is not a count, as a document writes counts.
fn count_error(text: &str, error: CountError) -> String {
    match error {
        // `Facts` write it so.
        _ if matches!(text.trim(), "unknown" | "不明") => "an unknown count is written \"?\"".to_string(),
        CountError::Unreadable { seen, counted, bands } => alloc::format!(
            "cannot read \"{seen}\" as a count of {counted}: expected a number (62000 or \"62,000\"), a range \
             (\"100000..299999\", \"500..\" or \"..499\"), or a band: {bands}"
        ),
        CountError::Backwards { .. }
        | CountError::TooLarge { .. }
        | CountError::NoRange { .. }
        | CountError::TwoBands(_) => error.to_string(),
    }
}

impl<B: NumericBand> Sealed for Count<B> {}

impl<B: NumericBand> Content for Count<B> {
    const WRITTEN: Written = Written::Count(Choices::of::<B>());

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a count for the {} ({}): a number, a range or a band", B::NAME, B::TERM)
    }

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error| count_error(text, error))
    }

    fn read_number(number: u64) -> Option<Result<Self, String>> {
        Some(match u32::try_from(number) {
            Ok(count) => Ok(Self::Exact(count)),
            Err(_) => Err(CountError::TooLarge { seen: number.to_string(), counted: B::UNIT.name }.to_string()),
        })
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Exact(count) => Value::Number(*count),
            Self::Band(band) => Value::Chosen { code: band.code(), label: band.label() },
            Self::Range(range) => Value::Range(*range),
        }
    }
}

impl Sealed for u32 {}

/// A printed number (委託事項3) or a declared count (28件).
impl Content for u32 {
    const WRITTEN: Written = Written::Number;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number from 0 to 4294967295")
    }

    fn read(text: &str) -> Result<Self, String> {
        let folded: String = text.trim().chars().map(fold).collect();
        let counted = ["件", "日間", "日"].iter().find_map(|unit| folded.strip_suffix(unit));
        let number = counted.unwrap_or(&folded).trim();
        let inner =
            [('[', ']'), ('(', ')')].iter().find_map(|(open, close)| number.strip_prefix(*open)?.strip_suffix(*close));
        read_number(inner.unwrap_or(number)).map_err(|error| match error {
            NotRead::Unreadable => {
                alloc::format!("cannot read \"{}\" as a number: expected 28, 28件 or 30日間", excerpt(text))
            }
            NotRead::TooLarge => alloc::format!("\"{}\" is too large: expected at most 4294967295", excerpt(text)),
        })
    }

    fn read_number(number: u64) -> Option<Result<Self, String>> {
        Some(Self::try_from(number).map_err(|_| alloc::format!("{number} is too large: expected at most 4294967295")))
    }

    fn value(&self) -> Value<'_> {
        Value::Number(*self)
    }
}

impl Sealed for Lines {}

impl Content for Lines {
    const WRITTEN: Written = Written::Lines;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of texts, each with an optional heading")
    }

    fn read(text: &str) -> Result<Self, String> {
        Ok(Self::from(Text::of_mark_free(text)))
    }

    fn read_shown(shown: &str, own: Option<&Self>) -> Option<Result<Self, String>> {
        Some(read_shown(shown, own).map_err(|error| error.to_string()))
    }

    fn value(&self) -> Value<'_> {
        Value::Lines(self)
    }

    fn is_known(&self) -> bool {
        self.iter().all(|(_, text)| *text != Answer::NotKnown)
    }

    fn may_be(&self, other: &Self) -> bool {
        let is_known = |text: &Answer<Text>| *text != Answer::NotKnown;
        self.iter().count() == other.iter().count()
            && self.iter().zip(other.iter()).all(|((own_under, own), (other_under, other))| {
                own_under == other_under && (own == other || !is_known(own) || !is_known(other))
            })
    }
}

impl Sealed for Timings {}

impl Content for Timings {
    const WRITTEN: Written = Written::Entries(Entries {
        name: "timings",
        fields: &[("of", Written::Text), ("since", Written::Date), ("frequency", Written::Text)],
        alone: "frequency",
    });

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list of objects with of, since and frequency")
    }

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: TextError| error.to_string())
    }

    fn value(&self) -> Value<'_> {
        Value::Timings(self)
    }
}
