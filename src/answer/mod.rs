//! 記載: what may stand in an item of a form, and how it is written down.
//!
//! A form can be silent in more ways than one, and each says something else:
//!
//! | 記載 | here | in JSON |
//! |---|---|---|
//! | chosen or filled in | [`Answer::Given`] | the value |
//! | 「―」, 「なし」 | [`Answer::Nothing`] | `"―"`, `"なし"` |
//! | seen, and left empty (空欄) | [`Answer::Blank`] | `""` |
//! | cannot be told (不明) | [`Answer::NotKnown`] | `"?"` |
//! | not answered yet, or not shown by an excerpt | [`Answer::Unanswered`] | the field is left out |
//!
//! A check box is a [`Tick`], a group of them [`Boxes`]: a box that is not ticked says so, and is neither unanswered nor
//! unknown.

use alloc::string::String;
use core::any::Any;
use core::fmt;
use core::marker::PhantomData;

use serde::de;

use crate::code_list::code_list;
use crate::text::{Lines, Meaning, Nothing, TextError};

#[cfg(feature = "proptest1")]
mod alter;
mod content;
mod tick;

#[cfg(feature = "proptest1")]
pub use alter::Slot;

#[doc(alias = "チェックボックス群")]
pub use tick::BoxGroup;
pub(crate) use tick::BoxStates;
#[doc(alias = "チェックボックス群")]
pub use tick::Boxes;
#[doc(alias = "チェックボックス")]
pub use tick::Tick;

mod sealed {
    pub trait Sealed {}
}
pub(crate) use sealed::Sealed;

/// What stands in an item (記載). See the [module](self) for its JSON.
///
/// ```
/// use mynumber_pia::answer::Answer;
/// use mynumber_pia::choice::FileKind;
///
/// let answer: Answer<FileKind> = serde_json::from_str(r#""system_file""#)?;
/// assert_eq!(answer.given(), Some(&FileKind::SystemFile));
/// let answer: Answer<FileKind> = serde_json::from_str(r#""?""#)?;
/// assert_eq!(answer, Answer::NotKnown);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "記載")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Answer<T> {
    /// Not answered (未記入): a draft that has not come to it, or an excerpt that does not show it. The default.
    #[default]
    Unanswered,
    /// Seen, and left empty (空欄).
    Blank,
    /// The text at hand does not tell (不明).
    NotKnown,
    /// A mark that says "nothing": 「―」, 「なし」.
    Nothing(Nothing),
    /// This.
    Given(T),
}

impl<T> Answer<T> {
    /// What is given; `None` where nothing is.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => None,
        }
    }

    /// Whether the item is neither unanswered nor blank. A mark for nothing is an answer, and so is "not known", of which
    /// only the text at hand is guilty.
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        match self {
            Self::Unanswered | Self::Blank => false,
            Self::NotKnown | Self::Nothing(_) | Self::Given(_) => true,
        }
    }
}

impl<T> From<T> for Answer<T> {
    fn from(value: T) -> Self {
        Self::Given(value)
    }
}

/// The mark by which an answer that is not known is written.
const NOT_KNOWN: &str = "?";

code_list! {
    /// What kind of answer an item asks for.
    pub enum AnswerKind ("kind of answer", "記載の種類") {
        /// Free text, or a name.
        Text = "text", "自由記述";
        /// One choice of a printed list.
        Choice = "choice", "選択肢";
        /// One band of a printed list of bands.
        Band = "band", "区分";
        /// A number.
        Number = "number", "件数";
        /// A date.
        Date = "date", "日付";
        /// One check box.
        CheckBox = "check_box", "チェック欄";
        /// A group of check boxes, of which several may be ticked.
        CheckBoxes = "check_boxes", "チェック欄（複数）";
    }
}

/// A value that can stand in an item (記載事項). Implemented by what the forms ask for and by nothing else.
#[doc(alias = "記載事項")]
pub trait Content: Clone + PartialEq + Sealed + 'static {
    /// What kind of answer it is.
    const KIND: AnswerKind;

    /// What is expected, for errors: "a code of the kind of file (ファイルの種類)".
    #[doc(hidden)]
    fn expecting(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Reads a text that is neither blank nor a mark.
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

    #[cfg(feature = "proptest1")]
    #[doc(hidden)]
    fn slot(answer: &mut Answer<Self>) -> Slot<'_>;
}

/// What stands in an item, whatever its type: what a walk over a document shows of each item (記載内容).
#[doc(alias = "記載内容")]
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// [`Answer::Unanswered`].
    Unanswered,
    /// [`Answer::Blank`].
    Blank,
    /// [`Answer::NotKnown`], of a box or a group of boxes [`Tick::NotKnown`].
    NotKnown,
    /// [`Answer::Nothing`].
    Nothing(Nothing),
    /// A choice of a list, by code and label.
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
    /// A name, a number, a date or a list of other things, as it prints.
    Given(&'a dyn fmt::Display),
}

impl Value<'_> {
    /// Whether the item is answered. A check box always is; a group of them where a box is ticked or may be.
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
    /// Whether the item says something: not only that nothing is there, or that it is not known.
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

/// In Japanese, as a reader would see it on the form; an item that is empty prints nothing, one that is not known 「？」.
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
#[doc(alias = "記入欄")]
pub trait Entry: Sealed {
    /// What kind of answer the form asks for.
    fn kind(&self) -> AnswerKind;

    /// What it says.
    fn value(&self) -> Value<'_>;

    /// Whether it is left out when the document is saved (未記入): unanswered, or without a tick.
    fn is_vacant(&self) -> bool;

    /// Makes it vacant.
    fn clear(&mut self);

    /// Says what `other` says, if it is of the same type.
    #[doc(hidden)]
    fn copy_from(&mut self, other: &dyn Entry) -> bool;

    /// Whether it is of the same type and says the same.
    #[doc(hidden)]
    fn is_same(&self, other: &dyn Entry) -> bool;

    #[doc(hidden)]
    fn as_any(&self) -> &dyn Any;

    #[doc(hidden)]
    fn as_any_mut(&mut self) -> &mut dyn Any;

    #[cfg(feature = "proptest1")]
    #[doc(hidden)]
    fn slot(&mut self) -> Slot<'_>;
}

/// What [`Entry`] is to every type alike.
macro_rules! same_for_all {
    () => {
        fn clear(&mut self) {
            *self = Self::default();
        }

        fn copy_from(&mut self, other: &dyn $crate::answer::Entry) -> bool {
            let Some(other) = other.as_any().downcast_ref::<Self>() else { return false };
            self.clone_from(other);
            true
        }

        fn is_same(&self, other: &dyn $crate::answer::Entry) -> bool {
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
pub(crate) use same_for_all;

impl<T> Sealed for Answer<T> {}

impl<T: Content> Entry for Answer<T> {
    fn is_vacant(&self) -> bool {
        matches!(self, Self::Unanswered)
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
        f.write_str(", ―, なし, \"?\" where it is not known, or \"\" where it was left empty")
    }
}

impl<T: Content> serde::Serialize for Answer<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // A field is left out then; alone there is nothing to write.
            Self::Unanswered => Err(serde::ser::Error::custom("what is not answered is left out, and not written")),
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
                    "null is no answer: leave the field out where nothing is answered, write \"\" where the form was \
                     left empty and \"?\" where it is not known",
                ))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                T::read_list(seq).map(Answer::Given)
            }
        }
        deserializer.deserialize_any(Visitor(PhantomData))
    }
}
