//! Reads any serde format and remembers where reading failed, and why, in both languages.
//!
//! An error of a format is one string. So the values of this crate are read through a deserializer of its own, which passes everything on
//! to the format, but hands its own error type to our `Deserialize` code: [`AnswerError`], which keeps both languages. The first error is
//! remembered with its path before it becomes an error of the format.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
use core::fmt;

use serde::de::{self, IntoDeserializer};

use crate::value::answer::AnswerError;
use crate::value::error::{both, excerpt};
use crate::value::kind::{AssessmentKind, FormEdition};

/// The first error of a document.
pub(crate) struct First {
    /// Where it is, as JSON has it: `systems[0].nam`. A key of the document is shown as an excerpt.
    pub(crate) path: String,
    /// The path of the object that has the field, if the field is unknown; otherwise the same path.
    pub(crate) inside: String,
    /// `None` if the format refused it: then its own error says why.
    pub(crate) reason: Option<AnswerError>,
    /// What the header said before.
    pub(crate) kind: Option<AssessmentKind>,
    pub(crate) edition: Option<FormEdition>,
}

/// A document could not be read.
pub(crate) struct Failed<E> {
    pub(crate) first: First,
    /// The error of the format.
    pub(crate) source: E,
}

/// What is remembered while a document is read.
#[derive(Default)]
struct Memory {
    first: RefCell<Option<First>>,
    kind: Cell<Option<AssessmentKind>>,
    edition: Cell<Option<FormEdition>>,
}

impl Memory {
    fn remember(&self, at: &At<'_>, reason: Option<AnswerError>) {
        let mut first = self.first.borrow_mut();
        if first.is_none() {
            let is_unknown = reason.as_ref().is_some_and(|reason| reason.allowed_fields().is_some());
            let inside = match at {
                At::Key(outer, _) if is_unknown => *outer,
                At::Root | At::Key(..) | At::Index(..) => at,
            };
            let (kind, edition) = (self.kind.get(), self.edition.get());
            *first = Some(First { path: at.to_string(), inside: inside.to_string(), reason, kind, edition });
        }
    }
}

/// A position in the input.
enum At<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut steps, mut at) = (Vec::new(), self);
        loop {
            match at {
                At::Root => break,
                At::Key(outer, _) | At::Index(outer, _) => {
                    steps.push(at);
                    at = outer;
                }
            }
        }
        let mut dot = "";
        for step in steps.iter().rev() {
            match step {
                At::Root => {}
                At::Key(_, key) => write!(f, "{dot}{}", excerpt(key))?,
                At::Index(_, index) => write!(f, "[{index}]")?,
            }
            dot = ".";
        }
        Ok(())
    }
}

/// An error of the format, or one of ours.
#[derive(Debug)]
pub(crate) enum Failure<E> {
    Format(E),
    Ours(AnswerError),
}

impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(error) => error.fmt(f),
            Self::Ours(error) => error.fmt(f),
        }
    }
}

impl<E: de::Error> core::error::Error for Failure<E> {}

impl<E: de::Error> de::Error for Failure<E> {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::Ours(de::Error::custom(reason))
    }

    fn invalid_type(seen: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Ours(AnswerError::invalid_type(seen, expected))
    }

    fn invalid_value(seen: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::Ours(AnswerError::invalid_value(seen, expected))
    }

    fn unknown_field(field: &str, allowed: &'static [&'static str]) -> Self {
        Self::Ours(AnswerError::unknown_field(field, allowed))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Ours(AnswerError::missing_field(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Ours(AnswerError::duplicate_field(field))
    }
}

/// Where something is read, and where errors are remembered.
#[derive(Clone, Copy)]
struct Place<'a> {
    memory: &'a Memory,
    at: &'a At<'a>,
}

impl Place<'_> {
    /// Remembers an error on its way to the format.
    fn to_format<E: de::Error>(self, failure: Failure<E>) -> E {
        match failure {
            Failure::Format(error) => {
                self.memory.remember(self.at, None);
                error
            }
            Failure::Ours(error) => {
                let english = error.to_string();
                self.memory.remember(self.at, Some(error));
                E::custom(english)
            }
        }
    }

    /// Notes the form that the header states, which later errors name.
    fn note_header(self, text: &str) {
        match self.at {
            At::Key(At::Root, "kind") => self.memory.kind.set(text.parse().ok()),
            At::Key(At::Root, "edition") => self.memory.edition.set(text.parse().ok()),
            At::Root | At::Key(..) | At::Index(..) => {}
        }
    }

    fn to_ours<E>(self, error: E) -> Failure<E> {
        self.memory.remember(self.at, None);
        Failure::Format(error)
    }
}

/// Reads something, and remembers the first error.
pub(crate) fn read<'de, T, D: de::Deserializer<'de>>(
    inner: D,
    read: impl FnOnce(Watched<'_, D>) -> Result<T, Failure<D::Error>>,
) -> Result<T, Failed<D::Error>> {
    let memory = Memory::default();
    let place = Place { memory: &memory, at: &At::Root };
    read(Watched { inner, place }).map_err(|failure| {
        let source = place.to_format(failure);
        let first = memory.first.take().unwrap_or_else(|| First {
            path: String::new(),
            inside: String::new(),
            reason: None,
            kind: None,
            edition: None,
        });
        Failed { first, source }
    })
}

/// A deserializer, map, list or visitor of the format or of ours, watched.
pub(crate) struct Watched<'a, T> {
    inner: T,
    place: Place<'a>,
}

macro_rules! pass_on {
    ($($method:ident)+) => {
        $(
            fn $method<V: de::Visitor<'de>>(self, inner: V) -> Result<V::Value, Self::Error> {
                let Self { inner: format, place } = self;
                format.$method(Watched { inner, place }).map_err(|error| place.to_ours(error))
            }
        )+
    };
}

/// Asks for whatever the format has, because a format that is asked for one type refuses another type with its own error.
macro_rules! ask_for_any {
    ($($method:ident)+) => {
        $(
            fn $method<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
                self.deserialize_any(visitor)
            }
        )+
    };
}

impl<'de, D: de::Deserializer<'de>> de::Deserializer<'de> for Watched<'_, D> {
    type Error = Failure<D::Error>;

    pass_on! {
        deserialize_any deserialize_bytes deserialize_byte_buf deserialize_option deserialize_identifier deserialize_ignored_any
    }

    ask_for_any! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_str deserialize_string
        deserialize_unit deserialize_seq deserialize_map
    }

    fn deserialize_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    // No document has these.
    serde::forward_to_deserialize_any! { i128 u128 unit_struct newtype_struct tuple tuple_struct enum }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident $type:ty;)+) => {
        $(
            fn $method<E: de::Error>(self, value: $type) -> Result<V::Value, E> {
                self.inner.$method(value).map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
            }
        )+
    };
}

impl<'de, V: de::Visitor<'de>> de::Visitor<'de> for Watched<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit! {
        visit_bool bool;
        visit_i64 i64;
        visit_i128 i128;
        visit_u64 u64;
        visit_u128 u128;
        visit_f64 f64;
        visit_bytes &[u8];
        visit_borrowed_bytes &'de [u8];
        visit_byte_buf Vec<u8>;
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<V::Value, E> {
        self.place.note_header(text);
        self.inner.visit_str(text).map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.place.note_header(text);
        self.inner.visit_borrowed_str(text).map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<V::Value, E> {
        self.place.note_header(&text);
        self.inner.visit_string(text).map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit().map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none().map_err(|error: AnswerError| self.place.to_format(Failure::Ours(error)))
    }

    fn visit_some<D: de::Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let place = self.place;
        self.inner.visit_some(Watched { inner, place }).map_err(|failure| place.to_format(failure))
    }

    fn visit_newtype_struct<D: de::Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let place = self.place;
        self.inner.visit_newtype_struct(Watched { inner, place }).map_err(|failure| place.to_format(failure))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let place = self.place;
        self.inner.visit_seq(List { inner, place, index: 0 }).map_err(|failure| place.to_format(failure))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let place = self.place;
        self.inner.visit_map(Map { inner, place, key: String::new() }).map_err(|failure| place.to_format(failure))
    }
}

/// A list of the format, with the index of its next element.
struct List<'a, A> {
    inner: A,
    place: Place<'a>,
    index: usize,
}

impl<'de, A: de::SeqAccess<'de>> de::SeqAccess<'de> for List<'_, A> {
    type Error = Failure<A::Error>;

    fn next_element_seed<S: de::DeserializeSeed<'de>>(&mut self, inner: S) -> Result<Option<S::Value>, Self::Error> {
        let at = At::Index(self.place.at, self.index);
        let place = Place { at: &at, ..self.place };
        self.index += 1;
        self.inner.next_element_seed(Seed { inner, place }).map_err(|error| place.to_ours(error))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// A map of the format, with the key that was read last.
struct Map<'a, A> {
    inner: A,
    place: Place<'a>,
    key: String,
}

impl<'de, A: de::MapAccess<'de>> de::MapAccess<'de> for Map<'_, A> {
    type Error = Failure<A::Error>;

    fn next_key_seed<S: de::DeserializeSeed<'de>>(&mut self, inner: S) -> Result<Option<S::Value>, Self::Error> {
        let Self { inner: map, place, key } = self;
        key.clear();
        map.next_key_seed(Key { inner, place: *place, name: key }).map_err(|error| place.to_ours(error))
    }

    fn next_value_seed<S: de::DeserializeSeed<'de>>(&mut self, inner: S) -> Result<S::Value, Self::Error> {
        let at = At::Key(self.place.at, &self.key);
        let place = Place { at: &at, ..self.place };
        self.inner.next_value_seed(Seed { inner, place }).map_err(|error| place.to_ours(error))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// Reads an element of a list, or the value of a key.
struct Seed<'a, S> {
    inner: S,
    place: Place<'a>,
}

impl<'de, S: de::DeserializeSeed<'de>> de::DeserializeSeed<'de> for Seed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: de::Deserializer<'de>>(self, format: D) -> Result<S::Value, D::Error> {
        let Self { inner, place } = self;
        inner.deserialize(Watched { inner: format, place }).map_err(|failure| place.to_format(failure))
    }
}

/// Reads a key, and keeps it.
struct Key<'a, S> {
    inner: S,
    place: Place<'a>,
    name: &'a mut String,
}

impl<'de, S: de::DeserializeSeed<'de>> de::DeserializeSeed<'de> for Key<'_, S> {
    type Value = S::Value;

    fn deserialize<D: de::Deserializer<'de>>(self, format: D) -> Result<S::Value, D::Error> {
        format.deserialize_identifier(self)
    }
}

/// Keys of documents are strings.
impl<'de, S: de::DeserializeSeed<'de>> de::Visitor<'de> for Key<'_, S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(f, "the name of a field", "項目の名前")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<S::Value, E> {
        let Self { inner, place, name: kept } = self;
        kept.push_str(name);
        let at = At::Key(place.at, kept);
        let name: de::value::StrDeserializer<'_, AnswerError> = name.into_deserializer();
        inner.deserialize(name).map_err(|error| Place { at: &at, ..place }.to_format(Failure::Ours(error)))
    }
}
