//! What an answer can contain, and what all fields share: display, clearing, writing and reading.

use alloc::string::{String, ToString};
use core::any::Any;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de;

#[cfg(feature = "proptest1")]
use super::alter::Slot;
use super::answered::{Answer, AnswerKind, NOT_KNOWN};
use super::lines::Lines;
use super::tick::{BoxGroup, Boxes, Tick};
use super::written::Written;
use crate::value::code_list::CodeList;
use crate::value::text::{Meaning, Nothing, TextError};

/// A string that is not a valid answer to an item (記載の誤り).
///
/// The message is the one that loading a document reports for a field with this string.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct AnswerError(String);

impl de::Error for AnswerError {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self(reason.to_string())
    }
}

/// Reads a string the way a JSON string with the same content is read.
fn read<T: for<'de> serde::Deserialize<'de>>(text: &str) -> Result<T, AnswerError> {
    T::deserialize(de::value::StrDeserializer::new(text))
}

/// Reads the string the way JSON is read: a value, 「―」, 「なし」, `?` if the answer is not known, or an empty string if the
/// item was left empty.
///
/// ```
/// use mynumber_pia::Count;
/// use mynumber_pia::value::answer::{Answer, Lines};
/// use mynumber_pia::value::band::PopulationBand;
///
/// let population: Answer<Count<PopulationBand>> = "10万人以上30万人未満".parse()?;
/// assert_eq!(population, Answer::Given(Count::Band(PopulationBand::From100000To299999)));
/// assert_eq!("?".parse::<Answer<Lines>>()?, Answer::NotKnown);
/// assert_eq!("".parse::<Answer<Lines>>()?, Answer::Blank);
/// # Ok::<(), mynumber_pia::value::answer::AnswerError>(())
/// ```
impl<T: Content> FromStr for Answer<T> {
    type Err = AnswerError;

    fn from_str(text: &str) -> Result<Self, AnswerError> {
        read(text)
    }
}

impl FromStr for Tick {
    type Err = AnswerError;

    fn from_str(text: &str) -> Result<Self, AnswerError> {
        read(text)
    }
}

impl<B: CodeList> FromStr for Boxes<B> {
    type Err = AnswerError;

    fn from_str(text: &str) -> Result<Self, AnswerError> {
        read(text)
    }
}

mod sealed {
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// A value that an item can contain (記載事項).
///
/// It is implemented for what the forms ask and cannot be implemented elsewhere.
pub trait Content: Clone + PartialEq + Sealed + 'static {
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
    fn read(text: &str) -> Result<Self, String>;

    #[doc(hidden)]
    #[must_use]
    fn read_number(_: u64) -> Option<Result<Self, String>> {
        None
    }

    #[doc(hidden)]
    fn read_list<'de, A: de::SeqAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(de::Error::invalid_type(de::Unexpected::Seq, &Expected::<Self>(PhantomData)))
    }

    #[doc(hidden)]
    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    #[doc(hidden)]
    fn value(&self) -> Value<'_>;

    /// Whether all of it is known. A cell may contain a line that is not.
    #[doc(hidden)]
    fn is_known(&self) -> bool {
        true
    }

    /// Whether the known parts of both agree.
    #[doc(hidden)]
    fn may_be(&self, other: &Self) -> bool {
        self == other
    }

    #[cfg(feature = "proptest1")]
    #[doc(hidden)]
    fn slot(answer: &mut Answer<Self>) -> Slot<'_>;
}

/// The content of an item, whatever its type: what a walk over a document passes for each item (記載内容).
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// [`Answer::Unanswered`].
    Unanswered,
    /// [`Answer::Blank`].
    Blank,
    /// [`Answer::NotKnown`]; for a box or a group of boxes [`Tick::NotKnown`].
    NotKnown,
    /// [`Answer::Nothing`].
    Nothing(Nothing),
    /// A choice from a list, by code and label.
    Chosen {
        /// The stable code.
        code: &'static str,
        /// The wording of the form.
        label: &'static str,
    },
    /// Free text.
    Lines(&'a Lines),
    /// A check box.
    Box(Tick),
    /// A group of check boxes.
    Boxes(&'a dyn BoxGroup),
    /// A name, a number, a date or a list of other things, ready to print.
    Given(&'a dyn fmt::Display),
}

impl Value<'_> {
    /// Whether the item is answered. A check box always is; a group of boxes is if a box is ticked or not known.
    #[must_use]
    pub fn is_answered(self) -> bool {
        match self {
            Self::Unanswered | Self::Blank => false,
            Self::NotKnown
            | Self::Nothing(_)
            | Self::Chosen { .. }
            | Self::Lines(_)
            | Self::Given(_)
            | Self::Box(_) => true,
            Self::Boxes(boxes) => boxes.any() != Tick::Unticked,
        }
    }
}

impl Value<'_> {
    /// Whether the item has content: it is not empty, not a mark for "nothing", and not "not known".
    #[must_use]
    pub fn is_given(self) -> bool {
        match self {
            Self::Chosen { .. } | Self::Lines(_) | Self::Given(_) => true,
            Self::Box(tick) => tick == Tick::Ticked,
            Self::Boxes(boxes) => boxes.any() == Tick::Ticked,
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => false,
        }
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({self})")
    }
}

/// Prints Japanese, as a reader would see it on the form. An empty item prints nothing, an unknown one prints 「？」.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unanswered | Self::Blank => Ok(()),
            Self::NotKnown | Self::Box(Tick::NotKnown) => f.write_str("？"),
            Self::Nothing(mark) => f.write_str(mark.label()),
            Self::Chosen { label, .. } => f.write_str(label),
            Self::Box(Tick::Ticked) => f.write_str("○"),
            Self::Box(Tick::Unticked) => f.write_str(""),
            Self::Boxes(boxes) => boxes.print(f),
            Self::Lines(lines) => lines.fmt(f),
            Self::Given(given) => given.fmt(f),
        }
    }
}

/// A field for an item (記入欄): an answer, a box, or a group of boxes.
pub(crate) trait Entry {
    /// What kind of answer the form asks for.
    fn kind(&self) -> AnswerKind;

    /// Its content.
    fn value(&self) -> Value<'_>;

    /// Whether it is left out when the document is saved (未記入): it is unanswered, or a group without a tick.
    fn is_vacant(&self) -> bool;

    /// Makes it vacant.
    fn clear(&mut self);

    /// Leaves it empty (空欄). A check box cannot be left empty; it becomes unticked.
    fn leave_blank(&mut self);

    /// Sets the answer that a JSON string with this content would give. If there is no such answer, nothing changes.
    fn put(&mut self, text: &str) -> Result<(), AnswerError>;

    /// Takes the content of `other` if both have the same type.
    fn copy_from(&mut self, other: &dyn Entry) -> bool;

    /// Whether both have the same type and the same content.
    fn is_same(&self, other: &dyn Entry) -> bool;

    /// Whether all of its content is known.
    #[doc(hidden)]
    fn is_known(&self) -> bool;

    /// Whether both have the same type, and the known parts of both agree.
    #[doc(hidden)]
    fn may_be(&self, other: &dyn Entry) -> bool;

    fn as_any(&self) -> &dyn Any;

    fn as_any_mut(&mut self) -> &mut dyn Any;

    #[cfg(feature = "proptest1")]
    fn slot(&mut self) -> Slot<'_>;
}

/// The methods of [`Entry`] that are the same for every type.
macro_rules! same_for_all {
    () => {
        fn clear(&mut self) {
            *self = Self::default();
        }

        fn put(&mut self, text: &str) -> Result<(), AnswerError> {
            *self = text.parse()?;
            Ok(())
        }

        fn copy_from(&mut self, other: &dyn $crate::value::answer::Entry) -> bool {
            let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
            self.clone_from(other);
            true
        }

        fn is_same(&self, other: &dyn $crate::value::answer::Entry) -> bool {
            other.as_any().downcast_ref() == Some(self)
        }

        fn as_any(&self) -> &dyn core::any::Any {
            self
        }

        fn as_any_mut(&mut self) -> &mut dyn core::any::Any {
            self
        }
    };
}
impl Entry for Tick {
    fn is_vacant(&self) -> bool {
        *self == Self::Unticked
    }

    fn leave_blank(&mut self) {}

    fn is_known(&self) -> bool {
        *self != Self::NotKnown
    }

    fn may_be(&self, other: &dyn Entry) -> bool {
        let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
        self == other || *self == Self::NotKnown || *other == Self::NotKnown
    }

    same_for_all!();

    #[cfg(feature = "proptest1")]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Listed(self)
    }

    fn kind(&self) -> AnswerKind {
        AnswerKind::CheckBox
    }

    fn value(&self) -> Value<'_> {
        Value::Box(*self)
    }
}

impl<B: CodeList> Entry for Boxes<B> {
    fn is_vacant(&self) -> bool {
        self.any() == Tick::Unticked
    }

    fn leave_blank(&mut self) {}

    fn is_known(&self) -> bool {
        Self::is_known(*self)
    }

    fn may_be(&self, other: &dyn Entry) -> bool {
        let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
        B::ALL.iter().all(|choice| self.of(*choice).may_be(&other.of(*choice)))
    }

    same_for_all!();

    #[cfg(feature = "proptest1")]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Listed(self)
    }

    fn kind(&self) -> AnswerKind {
        AnswerKind::CheckBoxes
    }

    fn value(&self) -> Value<'_> {
        if self.any() == Tick::NotKnown { Value::NotKnown } else { Value::Boxes(self) }
    }
}

impl<T: Content> Answer<T> {
    /// Whether a field with this value is left out when it is saved (未記入). Use it with `skip_serializing_if` in your
    /// own types.
    #[must_use]
    pub fn is_vacant(&self) -> bool {
        Entry::is_vacant(self)
    }

    /// The content, whatever its type (記載内容).
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        Entry::value(self)
    }
}

impl Tick {
    /// Whether a field with this value is left out when it is saved (未記入). Use it with `skip_serializing_if` in your
    /// own types.
    #[must_use]
    pub fn is_vacant(&self) -> bool {
        Entry::is_vacant(self)
    }

    /// The content as a walk shows it (記載内容).
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        Entry::value(self)
    }
}

impl<B: CodeList> Boxes<B> {
    /// Whether a field with this value is left out when it is saved (未記入). Use it with `skip_serializing_if` in your
    /// own types.
    #[must_use]
    pub fn is_vacant(&self) -> bool {
        Entry::is_vacant(self)
    }

    /// The content as a walk shows it (記載内容).
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        Entry::value(self)
    }
}

impl<T: Content> Entry for Answer<T> {
    fn is_vacant(&self) -> bool {
        matches!(self, Self::Unanswered)
    }

    fn leave_blank(&mut self) {
        *self = Self::Blank;
    }

    fn is_known(&self) -> bool {
        match self {
            Self::NotKnown => false,
            Self::Given(value) => value.is_known(),
            Self::Unanswered | Self::Blank | Self::Nothing(_) => true,
        }
    }

    fn may_be(&self, other: &dyn Entry) -> bool {
        let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
        match (self, other) {
            (Self::NotKnown, _) | (_, Self::NotKnown) => true,
            (Self::Given(own), Self::Given(other)) => own.may_be(other),
            (own, other) => own == other,
        }
    }

    same_for_all!();

    #[cfg(feature = "proptest1")]
    fn slot(&mut self) -> Slot<'_> {
        T::slot(self)
    }

    fn kind(&self) -> AnswerKind {
        T::KIND
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Unanswered => Value::Unanswered,
            Self::Blank => Value::Blank,
            Self::NotKnown => Value::NotKnown,
            Self::Nothing(mark) => Value::Nothing(*mark),
            Self::Given(value) => value.value(),
        }
    }
}

struct Expected<T>(PhantomData<T>);

impl<T: Content> de::Expected for Expected<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::expecting(f)?;
        f.write_str(", ―, なし, \"?\" if it is not known, or \"\" if it was left empty")
    }
}

impl<T: Content> serde::Serialize for Answer<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // A part leaves such a field out. Outside a part there is no way to write it.
            Self::Unanswered => Err(serde::ser::Error::custom("an unanswered field cannot be written: leave it out")),
            Self::Blank => serializer.serialize_str(""),
            Self::NotKnown => serializer.serialize_str(NOT_KNOWN),
            Self::Nothing(mark) => serializer.serialize_str(mark.label()),
            Self::Given(value) => value.write(serializer),
        }
    }
}

impl<'de, T: Content> serde::Deserialize<'de> for Answer<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Content> de::Visitor<'de> for Visitor<T> {
            type Value = Answer<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                de::Expected::fmt(&Expected::<T>(PhantomData), f)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                match Meaning::of(text) {
                    Meaning::Blank if text.is_empty() => Ok(Answer::Blank),
                    Meaning::Blank => Err(E::custom(TextError::Blank)),
                    Meaning::NotKnown => Ok(Answer::NotKnown),
                    Meaning::Nothing(mark) => Ok(Answer::Nothing(mark)),
                    Meaning::Text => T::read(text).map(Answer::Given).map_err(E::custom),
                }
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                match T::read_number(number) {
                    Some(read) => read.map(Answer::Given).map_err(E::custom),
                    None => Err(E::invalid_type(de::Unexpected::Unsigned(number), &self)),
                }
            }

            // TOML has only signed integers.
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                match u64::try_from(number) {
                    Ok(number) => self.visit_u64(number),
                    Err(_) => Err(E::invalid_type(de::Unexpected::Signed(number), &self)),
                }
            }

            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Err(E::custom(
                    "null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left \
                     empty and \"?\" if it is not known",
                ))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                T::read_list(seq).map(Answer::Given)
            }
        }
        deserializer.deserialize_any(Visitor(PhantomData))
    }
}
