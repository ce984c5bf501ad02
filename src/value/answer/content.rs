//! What an item can contain: strings, choices, counts, dates and editions, and how JSON writes each. The JSON Schema is made from
//! this too.

use alloc::string::{String, ToString};
use core::fmt;

use serde::de;

use super::answered::AnswerKind;
use super::error::{AnswerError, Reason};
use super::lines::Lines;
use super::tick::{BoxStates, Tick};
use super::timings::{self, Timings};
use super::value::{Given, Value};
use crate::value::band::{Bands, Count, CountError, NumericBand, expecting_count};
use crate::value::code_list::{Choices, CodeList};
use crate::value::date::FormDate;
use crate::value::error::{Words, both, excerpt};
use crate::value::number::{NotRead, read_number};
use crate::value::text::Text;
use crate::value::width::fold;

/// How JSON writes an answer (JSONでの表し方), apart from the marks that every answer may be.
#[derive(Debug, Clone, Copy)]
pub enum Written {
    /// A string.
    Text,
    /// A string, or a list of strings and of objects with a heading.
    Lines,
    /// A string, or a list of objects.
    Entries(Entries),
    /// A date.
    Date,
    /// A number.
    Number,
    /// A choice of this list.
    Choice(&'static Choices),
    /// A count: a number, a range, or a band of this list.
    Count(&'static Bands),
    /// A check box.
    Tick,
    /// Check boxes of this list.
    Boxes(&'static Choices),
}

impl Written {
    /// What an empty field of this kind holds.
    pub(crate) const fn empty(self) -> Value<'static> {
        match self {
            Self::Tick => Value::Given(Given::Box(Tick::Unticked)),
            Self::Boxes(list) => Value::Given(Given::Boxes(BoxStates::none(list))),
            Self::Text
            | Self::Lines
            | Self::Entries(_)
            | Self::Date
            | Self::Number
            | Self::Choice(_)
            | Self::Count(_) => Value::Unanswered,
        }
    }

    /// The kind of answer.
    pub const fn kind(self) -> AnswerKind {
        match self {
            Self::Text | Self::Lines | Self::Entries(_) => AnswerKind::Text,
            Self::Date => AnswerKind::Date,
            Self::Number => AnswerKind::Number,
            Self::Choice(_) => AnswerKind::Choice,
            Self::Count(_) => AnswerKind::Band,
            Self::Tick => AnswerKind::CheckBox,
            Self::Boxes(_) => AnswerKind::CheckBoxes,
        }
    }
}

/// The fields of the objects of a list. An object has at least one of them.
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Entries {
    /// The name of such a list.
    pub name: &'static str,
    /// The fields, by name.
    pub fields: &'static [(&'static str, Written)],
}

/// A value that an item can contain (記載事項).
///
/// It is implemented for what the forms ask and cannot be implemented elsewhere.
// Because nobody else can name the type `Written`.
pub trait Content: Clone + PartialEq + 'static {
    /// How JSON writes it.
    #[doc(hidden)]
    const WRITTEN: Written;

    /// What kind of answer it is.
    const KIND: AnswerKind = Self::WRITTEN.kind();

    /// What errors say was expected: "a code or label of the kind of file (ファイルの種類)".
    #[doc(hidden)]
    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Reads a string that is neither blank nor a mark.
    #[doc(hidden)]
    fn read(text: &str) -> Result<Self, AnswerError>;

    #[doc(hidden)]
    #[must_use]
    fn read_number(_: u64) -> Option<Result<Self, AnswerError>> {
        None
    }

    #[doc(hidden)]
    fn given(&self) -> Given<'_>;
}

impl Content for Text {
    const WRITTEN: Written = Written::Text;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "a text", "文字列")
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        Ok(Self::of_mark_free(text))
    }

    fn given(&self) -> Given<'_> {
        Given::Text(self)
    }
}

impl Content for FormDate {
    const WRITTEN: Written = Written::Date;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "a date such as 2024-12-06 or 2015-10", "日付（2024-12-06、2015-10 など）")
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        Ok(text.parse::<Self>()?)
    }

    fn given(&self) -> Given<'_> {
        Given::Date(*self)
    }
}

impl<T: CodeList> Content for T {
    const WRITTEN: Written = Written::Choice(Choices::of::<T>());

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::LIST.expecting(f)
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        Ok(text.parse::<T>()?)
    }

    fn given(&self) -> Given<'_> {
        Given::Chosen { code: self.code(), label: self.label() }
    }
}

/// What `Facts` accept for an unknown count.
const UNKNOWN: Words =
    Words { english: "an unknown count is written \"?\"", japanese: "不明な人数は \"?\" と書く" };

impl<B: NumericBand> Content for Count<B> {
    const WRITTEN: Written = Written::Count(B::BANDS);

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting_count(B::LIST, B::UNIT, f)
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        text.parse().map_err(|error: CountError| match text.trim() {
            "unknown" | "不明" => de::Error::custom(UNKNOWN),
            _ => error.into(),
        })
    }

    fn read_number(number: u64) -> Option<Result<Self, AnswerError>> {
        Some(Self::of_number(number).map_err(Into::into))
    }

    fn given(&self) -> Given<'_> {
        match self {
            Self::Exact(count) => Given::Number(*count),
            Self::Band(band) => Given::Chosen { code: band.code(), label: band.label() },
            Self::Range(range) => Given::Range(*range),
        }
    }
}

/// A printed number (委託事項3) or a declared count (28件).
impl Content for u32 {
    const WRITTEN: Written = Written::Number;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "a number from 0 to 4294967295", "0から4294967295までの数")
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        let folded: String = text.trim().chars().map(fold).collect();
        let counted = ["件", "日間", "日"].iter().find_map(|unit| folded.strip_suffix(unit));
        let number = counted.unwrap_or(&folded).trim();
        let inner =
            [('[', ']'), ('(', ')')].iter().find_map(|(open, close)| number.strip_prefix(*open)?.strip_suffix(*close));
        read_number(inner.unwrap_or(number)).map_err(|error| {
            match error {
                NotRead::Unreadable => Reason::Number { seen: excerpt(text) },
                NotRead::TooLarge => Reason::NumberTooLarge { seen: alloc::format!("\"{}\"", excerpt(text)) },
            }
            .into()
        })
    }

    fn read_number(number: u64) -> Option<Result<Self, AnswerError>> {
        Some(Self::try_from(number).map_err(|_| Reason::NumberTooLarge { seen: number.to_string() }.into()))
    }

    fn given(&self) -> Given<'_> {
        Given::Number(*self)
    }
}

impl Content for Lines {
    const WRITTEN: Written = Written::Lines;

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(
            f,
            "a text, or a list of texts, each with an optional heading",
            "文字列、又は文の配列（見出しを付けられる）"
        )
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        Ok(Self::from(Text::of_mark_free(text)))
    }

    fn given(&self) -> Given<'_> {
        Given::Lines(self)
    }
}

impl Content for Timings {
    const WRITTEN: Written = Written::Entries(Entries {
        name: "timings",
        fields: &[("of", Written::Text), ("since", Written::Date), ("frequency", Written::Text)],
    });

    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&timings::EXPECTED, f)
    }

    fn read(text: &str) -> Result<Self, AnswerError> {
        Ok(text.parse::<Self>()?)
    }

    fn given(&self) -> Given<'_> {
        Given::Timings(self)
    }
}
