//! A line of JSON Lines: the facts, and further optional fields.

use std::fmt;

use chrono::NaiveDate;
use mynumber_pia::Language;
use mynumber_pia::assessment::load;
use mynumber_pia::threshold::Facts;
use mynumber_pia::value::date::FormDate;
use mynumber_pia::value::kind::BodyKind;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, Visitor, value::MapAccessDeserializer,
};
use serde::{Deserialize, Deserializer};

use super::known::or_known;
use crate::input::{place, refused, syntax};
use crate::options::Both;

/// The content of a line.
pub(crate) struct Line {
    pub(crate) facts: Facts,
    pub(crate) body: Option<BodyKind>,
}

/// The fields that are not facts. Each is optional; null counts as not given.
#[derive(Default)]
struct Beside {
    incident_known: Field<FormDate>,
    as_of: Field<FormDate>,
    body: Field<BodyKind>,
}

/// A field that may occur once.
struct Field<T> {
    is_met: bool,
    value: Option<T>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self { is_met: false, value: None }
    }
}

/// Every field, as errors list them.
const FIELDS: &[&str] = &["population", "handlers", "incident", "serious_incident", "incident_known", "as_of", "body"];

impl Line {
    /// Reads a line; `today` is the day of the determination if the line has no `as_of`.
    pub(crate) fn read(text: &str, today: NaiveDate, language: Language) -> Result<Self, String> {
        let (facts, Beside { incident_known, as_of, body }) = read::<Fields>(text, language)?.0;
        let as_of = as_of.value.map_or(today, FormDate::last_day);
        let facts = or_known(facts, incident_known.value, as_of)
            .map_err(|error| Both::from(error).at("incident_known").text(language).to_string())?;
        Ok(Self { facts, body: body.value })
    }
}

/// Reads JSON. An error has a column, but no line: `serde_json` sees only this line, and the number of the line in the
/// input is printed beside it.
pub(crate) fn read<T: DeserializeOwned>(text: &str, language: Language) -> Result<T, String> {
    // Only a refused line is read a second time, to find out why in both languages.
    serde_json::from_str(text).map_err(|error| {
        let what = match load::<T, _>(&mut serde_json::Deserializer::from_str(text)) {
            Err(why) => refused(&why, language),
            Ok(_) => syntax(&error, language),
        };
        let column = place(&error, text).1.max(1);
        match language {
            Language::Japanese => format!("{what}（{column}列）"),
            Language::English => format!("{what} at column {column}"),
        }
    })
}

struct Fields((Facts, Beside));

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                // `load` asks for Japanese with the flag `#`.
                f.write_str(if f.alternate() {
                    "population、handlers、incident の項目を持つオブジェクト"
                } else {
                    "an object with the fields population, handlers and incident"
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Fields, A::Error> {
                let mut beside = Beside::default();
                let facts = Facts::deserialize(MapAccessDeserializer::new(OnlyFacts { map, beside: &mut beside }))?;
                Ok(Fields((facts, beside)))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Passes on the object without the fields that are not facts. Those are kept in `beside`.
struct OnlyFacts<'a, A> {
    map: A,
    beside: &'a mut Beside,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for OnlyFacts<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.map.next_key::<String>()? {
            let Beside { incident_known, as_of, body } = &mut *self.beside;
            match key.as_str() {
                "incident_known" => once(&mut self.map, incident_known, "incident_known")?,
                "as_of" => once(&mut self.map, as_of, "as_of")?,
                "body" => once(&mut self.map, body, "body")?,
                fact if FIELDS.contains(&fact) => return seed.deserialize(fact.into_deserializer()).map(Some),
                other => return Err(de::Error::unknown_field(other, FIELDS)),
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

fn once<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    field: &mut Field<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    if field.is_met {
        return Err(de::Error::duplicate_field(name));
    }
    *field = Field { is_met: true, value: map.next_value()? };
    Ok(())
}
