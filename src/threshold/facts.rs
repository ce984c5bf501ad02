//! The three facts, each as exactly as it is known.

use alloc::format;
use alloc::string::String;
use core::fmt;

use serde::{Serialize, de};

use crate::value::answer::{Answer, AnswerError, Content};
use crate::value::band::{Count, HandlersBand, PopulationBand};
use crate::value::code_list::code_list;
use crate::value::error::{Ja, both, refused};
use crate::value::incident::Occurrence;
use crate::value::text::Meaning;

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
/// By default nothing is known. In JSON the fields are `population`, `handlers` and `incident`; an open fact is written as
/// in a document, `"?"`. Reading also accepts `serious_incident` for `incident`, `true` and `false` for its answer, and
/// `unknown`, 「不明」 and null for an open fact. A field that is missing is open. An unknown or repeated field is an error.
///
/// ```
/// use mynumber_pia::{Count, Facts};
///
/// let facts: Facts = serde_json::from_str(r#"{"population": "62,000", "handlers": "unknown"}"#)?;
/// assert_eq!(facts, Facts { population: Some(Count::Exact(62_000)), ..Facts::default() });
/// let json = serde_json::to_string(&facts)?;
/// assert_eq!(json, r#"{"population":62000,"handlers":"?","incident":"?"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// 対象人数: the number of people in all files of the affair. Do not count files that 規則第4条第1号, 第2号 and 第4号 to 第7号
    /// exempt ([`Exemption`](super::Exemption)).
    #[serde(default, serialize_with = "write", deserialize_with = "read_count")]
    pub population: Option<Count<PopulationBand>>,
    /// 取扱者数: the number of people who handle the files, both the body's own staff and that of its entrustees.
    #[serde(default, serialize_with = "write", deserialize_with = "read_count")]
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
        serialize_with = "write",
        deserialize_with = "read_incident"
    )]
    pub serious_incident: Option<Occurrence>,
}

/// An open fact in Japanese.
pub(super) const OPEN: &str = "不明";

/// A fact as documents write it.
pub(super) fn written<T>(fact: Option<T>) -> Answer<T> {
    fact.map_or(Answer::NotKnown, Answer::Given)
}

#[allow(clippy::ref_option, reason = "serde passes the field by reference")]
fn write<T: Content, S: serde::Serializer>(fact: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    written(fact.clone()).serialize(serializer)
}

fn read_count<'de, T: Content, D: de::Deserializer<'de>>(input: D) -> Result<Option<T>, D::Error> {
    input.deserialize_any(Visitor { of_bool: |_| None })
}

fn read_incident<'de, D: de::Deserializer<'de>>(input: D) -> Result<Option<Occurrence>, D::Error> {
    let of_bool = |occurred| Some(if occurred { Occurrence::Occurred } else { Occurrence::NotOccurred });
    input.deserialize_any(Visitor { of_bool })
}

/// Reads a fact.
struct Visitor<T> {
    /// The fact that `true` and `false` mean, if any.
    of_bool: fn(bool) -> Option<T>,
}

impl<T: Content> de::Visitor<'_> for Visitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::expecting(f)?;
        both!(f, ", or \"?\" if it is not known", "、不明であれば \"?\"")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Self::Value, E> {
        let fact = (self.of_bool)(value);
        fact.map(Some).ok_or_else(|| E::invalid_type(de::Unexpected::Bool(value), &self))
    }

    fn visit_u64<E: de::Error>(self, count: u64) -> Result<Self::Value, E> {
        match T::read_number(count) {
            Some(fact) => fact.map(Some).map_err(refused),
            None => Err(E::invalid_type(de::Unexpected::Unsigned(count), &self)),
        }
    }

    fn visit_i64<E: de::Error>(self, count: i64) -> Result<Self::Value, E> {
        match u64::try_from(count) {
            Ok(count) => self.visit_u64(count),
            Err(_) => Err(E::invalid_type(de::Unexpected::Signed(count), &self)),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if Meaning::of(text) == Meaning::NotKnown || matches!(text.trim(), "unknown" | OPEN) {
            return Ok(None);
        }
        T::read(text).map(Some).map_err(|error| {
            refused(AnswerError::new(
                format!("{error}; write \"?\" if it is not known"),
                format!("{}。不明であれば \"?\" と書く", Ja(&error)),
            ))
        })
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}

impl Facts {
    /// Reads the three facts from three strings, such as the cells of a table: 対象人数, 取扱者数, 重大事故. An empty string, 「？」,
    /// 「不明」 and `unknown` are an open fact.
    ///
    /// ```
    /// use mynumber_pia::{Count, Facts, Occurrence};
    ///
    /// let facts = Facts::read("6万2千人", "", "なし")?;
    /// assert_eq!(facts.population, Some(Count::Exact(62_000)));
    /// assert_eq!((facts.handlers, facts.serious_incident), (None, Some(Occurrence::NotOccurred)));
    /// # Ok::<(), mynumber_pia::value::answer::AnswerError>(())
    /// ```
    ///
    /// # Errors
    /// The first string that is not a fact; the error names the fact.
    pub fn read(population: &str, handlers: &str, incident: &str) -> Result<Self, AnswerError> {
        fn read<T: Content>(fact: Fact, text: &str) -> Result<Option<T>, AnswerError> {
            match Meaning::of(text) {
                Meaning::Blank => Ok(None),
                Meaning::NotKnown | Meaning::Nothing(_) | Meaning::Text => {
                    let read = de::Visitor::visit_str(Visitor { of_bool: |_| None }, text);
                    read.map_err(|error: AnswerError| {
                        let (code, label) = (fact.code(), fact.label());
                        AnswerError::new(format!("{code} ({label}): {error}"), format!("{label}：{}", Ja(&error)))
                    })
                }
            }
        }
        Ok(Self {
            population: read(Fact::Population, population)?,
            handlers: read(Fact::Handlers, handlers)?,
            serious_incident: read(Fact::SeriousIncident, incident)?,
        })
    }

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
            Fact::Population => self.population.map(Count::with_unit),
            Fact::Handlers => self.handlers.map(Count::with_unit),
            Fact::SeriousIncident => self.serious_incident.map(|known| known.label().into()),
        };
        known.unwrap_or_else(|| OPEN.into())
    }
}
