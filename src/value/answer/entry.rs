//! What all fields share: display, clearing, writing and reading.

use alloc::boxed::Box;
use core::any::Any;
use core::fmt;
use core::str::FromStr;

use serde::de;

use super::answered::Answer;
use super::content::{Content, Written};
use super::error::AnswerError;
use super::lines::{EMPTY_LIST, Lines, read_shown, read_split};
use super::tick::{BoxStates, Boxes, Marks, Tick};
use super::timings::Timings;
use super::value::{Given, Value};
use crate::value::code_list::{Choices, CodeList};
use crate::value::error::{Words, both, refused};
use crate::value::text::{Meaning, Text, TextError};

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
        let mut field = Self::default();
        field.put(text)?;
        Ok(field)
    }
}

impl FromStr for Tick {
    type Err = AnswerError;

    fn from_str(text: &str) -> Result<Self, AnswerError> {
        let mut field = Self::default();
        field.put(text)?;
        Ok(field)
    }
}

impl<B: CodeList> FromStr for Boxes<B> {
    type Err = AnswerError;

    fn from_str(text: &str) -> Result<Self, AnswerError> {
        let mut field = Self::default();
        field.put(text)?;
        Ok(field)
    }
}

/// A field for an item (記入欄): an answer, a box, or a group of boxes.
pub(crate) trait Entry {
    /// How JSON writes it.
    fn written(&self) -> Written;

    /// Its content.
    fn value(&self) -> Value<'_>;

    /// Its content as it is stored.
    fn stored(&self) -> Value<'_> {
        self.value()
    }

    /// Whether it is left out when the document is saved (未記入): it is unanswered, or a group without a tick.
    fn is_vacant(&self) -> bool;

    /// Makes it vacant.
    fn clear(&mut self);

    /// What errors say was expected.
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Sets the answer that a JSON string with this content would give. If there is no such answer, nothing changes.
    fn put(&mut self, text: &str) -> Result<(), AnswerError>;

    /// Sets the answer that a JSON number would give; `None` if it is not written as a number.
    fn put_number(&mut self, _: u64) -> Option<Result<(), AnswerError>> {
        None
    }

    /// The states of a group of boxes; `None` for anything else.
    fn marks_mut(&mut self) -> Option<&mut Marks> {
        None
    }

    /// Takes the content of `other` if both have the same type.
    fn copy_from(&mut self, other: &dyn Entry) -> bool;

    /// A copy.
    fn boxed(&self) -> Box<dyn Entry>;

    /// Whether both have the same type and the same content.
    fn is_same(&self, other: &dyn Entry) -> bool;

    fn as_any(&self) -> &dyn Any;

    fn as_any_mut(&mut self) -> &mut dyn Any;
}

/// The type of a field for an item.
pub(crate) trait EntryType: Entry {
    /// How JSON writes such a field.
    const WRITTEN: Written;
}

// What needs no type is compiled once for all fields.
impl dyn Entry + '_ {
    /// Sets the answer whose text, as [`Value::shown`] gives it, is this. The text of the answer that is there changes nothing.
    pub(crate) fn put_shown(&mut self, shown: &str) -> Result<(), AnswerError> {
        let value = self.value();
        if value.is_answered() && value.shown() == shown {
            return Ok(());
        }
        if Meaning::of(shown) == Meaning::Text {
            if let Some(answer) = self.as_any_mut().downcast_mut::<Answer<Lines>>() {
                *answer = Answer::Given(read_shown(shown, answer.given())?);
                return Ok(());
            }
            if let Some(answer) = self.as_any_mut().downcast_mut::<Answer<Timings>>() {
                *answer = Answer::Given(Timings::read_shown(shown, answer.given())?);
                return Ok(());
            }
        }
        self.put(shown)
    }

    /// Sets the answer that a JSON string with this content would give. In a text of lines, line feeds separate the lines.
    pub(crate) fn put_lines(&mut self, text: &str) -> Result<(), AnswerError> {
        if text.contains('\n') && Meaning::of(text) == Meaning::Text {
            if let Some(answer) = self.as_any_mut().downcast_mut::<Answer<Lines>>() {
                *answer = Answer::Given(read_split(text)?);
                return Ok(());
            }
        }
        self.put(text)
    }
}

/// The methods of [`Entry`] that are the same for every type.
macro_rules! same_for_all {
    () => {
        fn written(&self) -> Written {
            Self::WRITTEN
        }

        fn clear(&mut self) {
            *self = Self::default();
        }

        fn copy_from(&mut self, other: &dyn Entry) -> bool {
            let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
            self.clone_from(other);
            true
        }

        fn boxed(&self) -> alloc::boxed::Box<dyn Entry> {
            alloc::boxed::Box::new(self.clone())
        }

        fn is_same(&self, other: &dyn Entry) -> bool {
            other.as_any().downcast_ref() == Some(self)
        }

        fn as_any(&self) -> &dyn Any {
            self
        }

        fn as_any_mut(&mut self) -> &mut dyn Any {
            self
        }
    };
}

impl Entry for Tick {
    fn value(&self) -> Value<'_> {
        Value::Given(Given::Box(*self))
    }

    fn is_vacant(&self) -> bool {
        *self == Self::Unticked
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        both!(
            f,
            "\"ticked\", or \"?\" if it is not known; an unticked box is left out",
            "\"ticked\"、不明であれば \"?\"。印がなければ省く"
        )
    }

    fn put(&mut self, text: &str) -> Result<(), AnswerError> {
        *self = Self::read(text)?;
        Ok(())
    }

    same_for_all!();
}

impl<B: CodeList> Entry for Boxes<B> {
    fn value(&self) -> Value<'_> {
        if self.overall() == Tick::NotKnown { Value::NotKnown } else { self.stored() }
    }

    fn stored(&self) -> Value<'_> {
        Value::Given(Given::Boxes(self.states()))
    }

    fn is_vacant(&self) -> bool {
        self.overall() == Tick::Unticked
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, term) = (B::NAME, B::TERM);
        both!(
            f,
            "a list of codes or labels of the {name} ({term}), or \"?\" if nothing of it is known",
            "{term}のコード又はラベルの配列、全体が不明であれば \"?\""
        )
    }

    fn put(&mut self, text: &str) -> Result<(), AnswerError> {
        *Self::marks_mut(self) = BoxStates::read(Choices::of::<B>(), text)?.marks();
        Ok(())
    }

    fn marks_mut(&mut self) -> Option<&mut Marks> {
        Some(Self::marks_mut(self))
    }

    same_for_all!();
}

/// What errors say was expected of an answer, besides its content.
fn expecting_marks(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    both!(
        f,
        ", ―, なし, \"?\" if it is not known, or \"\" if it was left empty",
        "、―、なし、不明であれば \"?\"、空欄であれば \"\""
    )
}

impl<T: Content> Entry for Answer<T> {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Unanswered => Value::Unanswered,
            Self::Blank => Value::Blank,
            Self::NotKnown => Value::NotKnown,
            Self::Nothing(mark) => Value::Nothing(*mark),
            Self::Given(value) => Value::Given(value.given()),
        }
    }

    fn is_vacant(&self) -> bool {
        matches!(self, Self::Unanswered)
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::expecting(f)?;
        expecting_marks(f)
    }

    fn put(&mut self, text: &str) -> Result<(), AnswerError> {
        *self = match Meaning::of(text) {
            Meaning::Blank if text.is_empty() => Self::Blank,
            Meaning::Blank => return Err(TextError::Blank.into()),
            Meaning::NotKnown => Self::NotKnown,
            Meaning::Nothing(mark) => Self::Nothing(mark),
            Meaning::Text => Self::Given(T::read(text)?),
        };
        Ok(())
    }

    fn put_number(&mut self, number: u64) -> Option<Result<(), AnswerError>> {
        let read = T::read_number(number)?;
        Some(read.map(|value| *self = Self::Given(value)))
    }

    same_for_all!();
}

/// The answer as a reader sees it on the form: nothing if there is none, 「？」 if it is not known.
///
/// ```
/// use mynumber_pia::assessment::Change;
///
/// let row = Change { date: "2025-04-01".parse()?, items: "Ⅰ.1 ②".parse()?, ..Change::default() };
/// assert_eq!(format!("{} {} {}", row.date, row.items, row.before), "令和7年4月1日 Ⅰ.1 ② ");
/// # Ok::<(), mynumber_pia::value::answer::AnswerError>(())
/// ```
impl<T: Content> fmt::Display for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

/// What [`Answer`], [`Tick`] and [`Boxes`] share with users.
macro_rules! fields {
    ($($type:ty $(, $param:ident: $bound:ident)? = $written:expr;)+) => {
        $(
            impl$(<$param: $bound>)? EntryType for $type {
                const WRITTEN: Written = $written;
            }

            impl$(<$param: $bound>)? $type {
                /// Whether a field with this value is left out when it is saved (未記入). Use it with `skip_serializing_if` in
                /// your own types.
                #[must_use]
                pub fn is_vacant(&self) -> bool {
                    Entry::is_vacant(self)
                }

                /// The content, whatever its type, as a walk shows it (記載内容).
                #[must_use]
                pub fn value(&self) -> Value<'_> {
                    Entry::value(self)
                }
            }

            impl$(<$param: $bound>)? serde::Serialize for $type {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.stored().serialize(serializer)
                }
            }

            impl<'de $(, $param: $bound)?> serde::Deserialize<'de> for $type {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let mut field = Self::default();
                    de::DeserializeSeed::deserialize(EntrySeed(&mut field), deserializer)?;
                    Ok(field)
                }
            }
        )+
    };
}

fields! {
    Answer<T>, T: Content = T::WRITTEN;
    Tick = Written::Tick;
    Boxes<B>, B: CodeList = Written::Boxes(Choices::of::<B>());
}

const NULL: Words = Words {
    english: "null is not an answer: leave the field out if nothing is answered, write \"\" if the form was left empty and \
              \"?\" if it is not known",
    japanese: "null は記載ではない。記載がなければ項目を省き、空欄であれば \"\"、不明であれば \"?\" と書く",
};

const ONE_TEXT: Words = Words {
    english: "this item holds one text, and the list has several",
    japanese: "この項目の文字列は一つであるが、配列に二つ以上ある",
};

/// Reads a value into a field, without its type. If it cannot be read, nothing changes.
pub(crate) struct EntrySeed<'f>(pub(crate) &'f mut dyn Entry);

impl EntrySeed<'_> {
    /// Sets the field, which has this type.
    fn set<T: 'static>(self, field: T) {
        if let Some(own) = self.0.as_any_mut().downcast_mut() {
            *own = field;
        }
    }
}

impl<'de> de::DeserializeSeed<'de> for EntrySeed<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> de::Visitor<'de> for EntrySeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.0.put(text).map_err(refused)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        match self.0.put_number(number) {
            Some(put) => put.map_err(refused),
            None => Err(E::invalid_type(de::Unexpected::Unsigned(number), &self)),
        }
    }

    // TOML has only signed integers.
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        match u64::try_from(number) {
            Ok(number) => self.visit_u64(number),
            Err(_) => Err(E::invalid_type(de::Unexpected::Signed(number), &self)),
        }
    }

    fn visit_bool<E: de::Error>(self, is_ticked: bool) -> Result<(), E> {
        match self.0.written() {
            Written::Tick => {
                self.set(Tick::of(is_ticked));
                Ok(())
            }
            Written::Text
            | Written::Lines
            | Written::Entries(_)
            | Written::Date
            | Written::Number
            | Written::Choice(_)
            | Written::Count(_)
            | Written::Boxes(_) => Err(E::invalid_type(de::Unexpected::Bool(is_ticked), &self)),
        }
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        match self.0.written() {
            Written::Tick | Written::Boxes(_) => Err(E::invalid_type(de::Unexpected::Unit, &self)),
            Written::Text
            | Written::Lines
            | Written::Entries(_)
            | Written::Date
            | Written::Number
            | Written::Choice(_)
            | Written::Count(_) => Err(E::custom(NULL)),
        }
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        match self.0.written() {
            Written::Lines => self.set(Answer::Given(Lines::from_list(list)?)),
            Written::Entries(_) => self.set(Answer::Given(Timings::from_list(list)?)),
            Written::Boxes(choices) => {
                let boxes = BoxStates::from_list(choices, list)?;
                if let Some(marks) = self.0.marks_mut() {
                    *marks = boxes.marks();
                }
            }
            Written::Text => {
                let text: Option<Text> = list.next_element()?;
                let text = text.ok_or_else(|| de::Error::custom(EMPTY_LIST))?;
                if list.next_element::<de::IgnoredAny>()?.is_some() {
                    return Err(de::Error::custom(ONE_TEXT));
                }
                self.set(Answer::Given(text));
            }
            Written::Date | Written::Number | Written::Choice(_) | Written::Count(_) | Written::Tick => {
                return Err(de::Error::invalid_type(de::Unexpected::Seq, &self));
            }
        }
        Ok(())
    }
}
