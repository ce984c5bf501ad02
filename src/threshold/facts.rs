//! The three facts, each as exactly as it is known.

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

use serde::Deserialize;
use serde::de::{self, IntoDeserializer};

use crate::value::band::{Count, CountError, HandlersBand, NumericBand, PopulationBand};
use crate::value::code_list::code_list;
use crate::value::incident::Occurrence;

code_list! {
    /// A fact of the threshold determination, in the order of 様式2 Ⅱ.
    pub enum Fact ("fact", "しきい値判断項目の一つ") {
        /// How many people the files are about.
        Population = "population", "対象人数", number 1;
        /// How many people handle them.
        Handlers = "handlers", "取扱者数", number 2;
        /// Whether a serious incident occurred, or became known, within the past year.
        SeriousIncident = "incident", "重大事故", number 3;
    }
}

/// The three facts of the threshold determination (しきい値判断項目, 様式2 Ⅱ), each as exactly as it is known.
///
/// By default nothing is known. In JSON the fields are `population`, `handlers` and `incident`; an open fact is written
/// as `unknown`. Reading also accepts `serious_incident` for `incident`. A field that is missing or null is open. An
/// unknown or repeated field is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// 対象人数: the number of people in all files of the affair. Do not count files that 規則第4条第1号, 第2号 and 第4号 to 第7号
    /// exempt ([`Exemption`](super::Exemption)).
    #[serde(default, serialize_with = "write_count", deserialize_with = "read_count")]
    pub population: Option<Count<PopulationBand>>,
    /// 取扱者数: the number of people who handle the files, both the body's own staff and that of its entrustees.
    #[serde(default, serialize_with = "write_count", deserialize_with = "read_count")]
    pub handlers: Option<Count<HandlersBand>>,
    /// 重大事故: whether a serious incident with 特定個人情報 occurred at the body within the past year, or the body learned of
    /// one within the past year, whenever it occurred (規則第4条第8号ロ, 第6条第1項). `None` if it is not known.
    /// [`LookBack::OneYear`](crate::value::incident::LookBack::OneYear) computes it from dated incidents.
    ///
    /// 様式2 Ⅱ3 only asks whether one occurred.
    #[serde(
        default,
        rename = "incident",
        alias = "serious_incident",
        serialize_with = "write_incident",
        deserialize_with = "read_incident"
    )]
    pub serious_incident: Option<Occurrence>,
}

/// How JSON writes an open fact.
const UNKNOWN: &str = "unknown";

/// An open fact in Japanese.
const OPEN: &str = "不明";

fn is_unknown(text: &str) -> bool {
    matches!(text.trim(), UNKNOWN | OPEN)
}

/// A count of people, or `unknown` if it is open.
pub(super) struct Known<B>(pub(super) Option<Count<B>>);

impl<B: NumericBand> serde::Serialize for Known<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(count) => count.serialize(serializer),
            None => serializer.serialize_str(UNKNOWN),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde passes the field by reference")]
fn write_count<B: NumericBand, S: serde::Serializer>(count: &Option<Count<B>>, out: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&Known(*count), out)
}

/// Reads a count, `unknown`, or null.
fn read_count<'de, B: NumericBand, D: serde::Deserializer<'de>>(input: D) -> Result<Option<Count<B>>, D::Error> {
    struct Visitor<B>(PhantomData<B>);
    impl<B: NumericBand> de::Visitor<'_> for Visitor<B> {
        type Value = Option<Count<B>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a count for the {} ({}): a number, a range, a band or unknown", B::NAME, B::TERM)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Facts::read_count(text).map_err(E::custom)
        }

        fn visit_u64<E: de::Error>(self, count: u64) -> Result<Self::Value, E> {
            Count::deserialize(count.into_deserializer()).map(Some)
        }

        fn visit_i64<E: de::Error>(self, count: i64) -> Result<Self::Value, E> {
            match u64::try_from(count) {
                Ok(count) => self.visit_u64(count),
                Err(_) => Err(E::invalid_type(de::Unexpected::Signed(count), &self)),
            }
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    input.deserialize_any(Visitor(PhantomData))
}

/// The code of an answer: yes, no or unknown.
pub(super) const fn incident_code(answer: Option<Occurrence>) -> &'static str {
    match answer {
        Some(answer) => answer.code(),
        None => UNKNOWN,
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde passes the field by reference")]
fn write_incident<S: serde::Serializer>(answer: &Option<Occurrence>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(incident_code(*answer))
}

/// Reads yes, no, unknown, 発生あり, 発生なし, true, false and null.
fn read_incident<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Occurrence>, D::Error> {
    struct Visitor;
    impl de::Visitor<'_> for Visitor {
        type Value = Option<Occurrence>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the occurrence of a serious incident (重大事故の発生): yes, no or unknown")
        }

        fn visit_bool<E: de::Error>(self, occurred: bool) -> Result<Self::Value, E> {
            Ok(Some(if occurred { Occurrence::Occurred } else { Occurrence::NotOccurred }))
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Facts::read_incident(text).map_err(E::custom)
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(Visitor)
}

impl Facts {
    /// The known value of a fact in Japanese: 「62,000人」, 「500人未満」, 「発生なし」, or 「不明」 if the fact is open.
    ///
    /// ```
    /// use mynumber_pia::Facts;
    /// use mynumber_pia::threshold::Fact;
    ///
    /// let facts = Facts { population: Some("62000".parse()?), ..Facts::default() };
    /// assert_eq!(facts.known(Fact::Population), "62,000人");
    /// assert_eq!(facts.known(Fact::Handlers), "不明");
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    #[must_use]
    pub fn known(&self, fact: Fact) -> String {
        let known = match fact {
            Fact::Population => self.population.map(Count::in_people),
            Fact::Handlers => self.handlers.map(Count::in_people),
            Fact::SeriousIncident => self.serious_incident.map(|known| known.label().into()),
        };
        known.unwrap_or_else(|| OPEN.into())
    }

    /// Reads the third fact from a string: `yes`, `no`, 「発生あり」, 「発生なし」, or `unknown` (不明) for an open fact.
    ///
    /// # Errors
    /// [`UnknownIncident`] for anything else: `maybe`.
    pub fn read_incident(text: &str) -> Result<Option<Occurrence>, UnknownIncident> {
        if is_unknown(text) {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| UnknownIncident { seen: crate::value::error::excerpt(text.trim()) })
    }

    /// Reads one of the first two facts from a string, in any form that [`Count`] accepts, or `unknown` (不明) for an
    /// open fact.
    ///
    /// ```
    /// use mynumber_pia::value::band::PopulationBand;
    /// use mynumber_pia::{Count, Facts};
    ///
    /// assert_eq!(Facts::read_count::<PopulationBand>("62,000")?, Some(Count::Exact(62_000)));
    /// assert_eq!(Facts::read_count::<PopulationBand>("unknown")?, None);
    /// # Ok::<(), mynumber_pia::value::band::CountError>(())
    /// ```
    ///
    /// # Errors
    /// [`CountError`] for anything else: `many`.
    pub fn read_count<B: NumericBand>(text: &str) -> Result<Option<Count<B>>, CountError> {
        if is_unknown(text) {
            return Ok(None);
        }
        let count = text.parse().map_err(|mut error| {
            if let CountError::Unreadable { bands, .. } = &mut error {
                bands.push_str(", or unknown");
            }
            error
        });
        count.map(Some)
    }
}

/// A string that is not an answer to the question about 重大事故.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "cannot read \"{seen}\" as the occurrence of a serious incident (重大事故の発生): \
     expected yes, no, unknown, 発生あり or 発生なし"
)]
pub struct UnknownIncident {
    seen: String,
}
