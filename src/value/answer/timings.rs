//! 時期・頻度: when and how often information is provided or transferred.

use alloc::string::ToString;
use alloc::vec::{self, Vec};
use core::{fmt, slice};

use serde::Deserialize;
use serde::de;
use serde::ser::{SerializeMap, SerializeSeq};

use super::headings::{Headings, LineHeading};
use crate::value::date::FormDate;
use crate::value::error::{Words, both, refused};
use crate::value::text::{Text, TextError};

/// When and how often one method is used or one kind of information is sent (時期・頻度).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Timing {
    /// The method or kind of information. `None` if the timing applies to all.
    pub of: Option<Text>,
    /// The first day.
    pub since: Option<FormDate>,
    /// How often.
    pub frequency: Option<Text>,
}

/// The contents of ⑦時期・頻度 (時期・頻度): one frequency, or several.
///
/// In JSON, a single frequency is a string. Otherwise it is a list of objects with `of`, `since` and `frequency`. A string in such a
/// list is read as an object with this `frequency`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Timings(Vec<Timing>);

const EMPTY: Words = Words {
    english: "the list or one of its objects is empty: expected objects with of, since or frequency",
    japanese: "配列又はその要素が空である。of、since、frequency のいずれかをもつオブジェクトを書く",
};

impl Timings {
    /// Creates the timings of a cell. `None` if the list is empty or one of them says nothing.
    #[must_use]
    pub fn new(timings: Vec<Timing>) -> Option<Self> {
        let says_nothing = |timing: &Timing| *timing == Timing::default();
        (!timings.is_empty() && !timings.iter().any(says_nothing)).then_some(Self(timings))
    }

    pub(super) fn from_list<'de, A: de::SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut timings = Vec::new();
        while let Some(timing) = list.next_element()? {
            timings.push(timing);
        }
        Self::new(timings).ok_or_else(|| de::Error::custom(EMPTY))
    }

    /// Reads the timings that [`Value::shown`](super::Value::shown) gives. `own` is the answer that they replace: its headings keep their marks.
    pub(super) fn read_shown(shown: &str, own: Option<&Self>) -> Result<Self, TextError> {
        let headings = Headings::of(own.into_iter().flat_map(Self::iter).filter_map(|timing| timing.of.as_ref()));
        let mut timings = Vec::new();
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            timings.push(match Timing::read(line, &headings).filter(|timing| timing.to_string() == line) {
                Some(timing) => timing,
                None => Timing { frequency: Some(Text::new(line)?), ..Timing::default() },
            });
        }
        Self::new(timings).ok_or(TextError::Blank)
    }

    /// The timings, in the order of the cell.
    pub fn iter(&self) -> impl Iterator<Item = &Timing> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Timings {
    type Item = &'a Timing;
    type IntoIter = slice::Iter<'a, Timing>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Timings {
    type Item = Timing;
    type IntoIter = vec::IntoIter<Timing>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Text> for Timings {
    fn from(frequency: Text) -> Self {
        Self(Vec::from([Timing { of: None, since: None, frequency: Some(frequency) }]))
    }
}

impl core::str::FromStr for Timings {
    type Err = TextError;

    /// One frequency.
    fn from_str(text: &str) -> Result<Self, TextError> {
        Text::new(text).map(Self::from)
    }
}

impl Timing {
    /// Reads 「＜紙＞平成28年1月1日から 日次」.
    fn read(line: &str, headings: &Headings<'_>) -> Option<Self> {
        let known = headings.before(line).and_then(|(printed, heading)| {
            let rest = line.strip_prefix(printed)?;
            Some((heading.clone(), rest.strip_prefix('　').unwrap_or(rest)))
        });
        let (of, rest) = match known.or_else(|| {
            let (heading, rest) = line.strip_prefix('＜')?.split_once('＞')?;
            Some((Text::new(heading).ok()?, rest))
        }) {
            Some((heading, rest)) => (Some(heading), rest),
            None => (None, line),
        };
        let day = rest.split_once("から").and_then(|(day, rest)| Some((day.parse().ok()?, rest)));
        let (since, rest) = match day {
            Some((day, rest)) => (Some(day), rest.trim_start()),
            None => (None, rest),
        };
        let frequency = if rest.is_empty() { None } else { Some(Text::new(rest).ok()?) };
        Some(Self { of, since, frequency })
    }
}

/// The timing as one line: 「＜紙＞平成28年1月1日から 日次」.
impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, since, frequency } = self;
        if let Some(of) = of {
            LineHeading(of.as_str()).fmt(f)?;
        }
        if let Some(since) = since {
            write!(f, "{since}から")?;
        }
        if let Some(frequency) = frequency {
            let blank = if since.is_some() { " " } else { "" };
            write!(f, "{blank}{frequency}")?;
        }
        Ok(())
    }
}

impl Timings {
    /// Prints the timings with this separator between them.
    pub(super) fn write(&self, f: &mut dyn fmt::Write, separator: &str) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(place, timing)| {
            let separator = if place == 0 { "" } else { separator };
            write!(f, "{separator}{timing}")
        })
    }
}

/// The timings, separated by 「／」.
impl fmt::Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "／")
    }
}

impl serde::Serialize for Timings {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [Timing { of: None, since: None, frequency: Some(frequency) }] = self.0.as_slice() {
            return serializer.serialize_str(frequency.as_str());
        }
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for timing in &self.0 {
            list.serialize_element(timing)?;
        }
        list.end()
    }
}

/// What is expected of a value that is read.
pub(super) const EXPECTED: Words = Words {
    english: "a text, or a list of objects with of, since and frequency",
    japanese: "文字列、又は of、since、frequency のオブジェクトの配列",
};

impl<'de> serde::Deserialize<'de> for Timings {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Timings;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&EXPECTED, f)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Timings, E> {
                text.parse().map_err(refused)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, list: A) -> Result<Timings, A::Error> {
                Timings::from_list(list)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl<'de> serde::Deserialize<'de> for Timing {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Timing;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                both!(
                    f,
                    "an object with of, since and frequency, or a frequency",
                    "of、since、frequency のオブジェクト、又は頻度の文字列"
                )
            }

            fn visit_str<E: de::Error>(self, frequency: &str) -> Result<Timing, E> {
                let frequency = Text::new(frequency).map_err(refused)?;
                Ok(Timing { of: None, since: None, frequency: Some(frequency) })
            }

            // Not derived, because serde's derived code also reads a list in the order of the fields.
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Timing, A::Error> {
                let json = TimingJson::deserialize(de::value::MapAccessDeserializer::new(map))?;
                let TimingJson { of, since, frequency } = json;
                Ok(Timing { of, since, frequency })
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct TimingJson {
    #[serde(default, deserialize_with = "some")]
    of: Option<Text>,
    #[serde(default, deserialize_with = "some")]
    since: Option<FormDate>,
    #[serde(default, deserialize_with = "some")]
    frequency: Option<Text>,
}

/// A field is present or omitted, but never null.
fn some<'de, T: serde::Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl serde::Serialize for Timing {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { of, since, frequency } = self;
        let fields = usize::from(of.is_some()) + usize::from(since.is_some()) + usize::from(frequency.is_some());
        // Written as a map, since some formats write a struct as a list.
        let mut timing = serializer.serialize_map(Some(fields))?;
        if let Some(of) = of {
            timing.serialize_entry("of", of)?;
        }
        if let Some(since) = since {
            timing.serialize_entry("since", since)?;
        }
        if let Some(frequency) = frequency {
            timing.serialize_entry("frequency", frequency)?;
        }
        timing.end()
    }
}
