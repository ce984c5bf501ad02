//! The content of a field, without its type.

use alloc::string::String;
use core::fmt;

use super::answered::NOT_KNOWN;
use super::lines::Lines;
use super::tick::{BoxStates, Tick};
use super::timings::{Timing, Timings};
use crate::value::band::CountRange;
use crate::value::date::FormDate;
use crate::value::text::{Nothing, Text};

/// The content of an item, whatever its type: what a walk over a document passes for each item (記載内容).
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// [`Answer::Unanswered`](super::Answer::Unanswered).
    Unanswered,
    /// [`Answer::Blank`](super::Answer::Blank).
    Blank,
    /// [`Answer::NotKnown`](super::Answer::NotKnown); for a group of boxes, that no box is ticked and at least one is not known.
    NotKnown,
    /// [`Answer::Nothing`](super::Answer::Nothing).
    Nothing(Nothing),
    /// [`Answer::Given`](super::Answer::Given), or check boxes.
    Given(Given<'a>),
}

/// What is filled in for an item (記載された内容).
#[derive(Clone, Copy)]
pub enum Given<'a> {
    /// A choice from a list, by code and label.
    Chosen {
        /// The stable code.
        code: &'static str,
        /// The wording of the form.
        label: &'static str,
    },
    /// A name or another single text.
    Text(&'a Text),
    /// Free text.
    Lines(&'a Lines),
    /// A printed number, a declared number, or an exact count.
    Number(u32),
    /// A range of counts.
    Range(CountRange),
    /// A date.
    Date(FormDate),
    /// When and how often.
    Timings(&'a Timings),
    /// A check box, also one that is not ticked or not known.
    Box(Tick),
    /// A group of check boxes.
    Boxes(BoxStates),
}

impl<'a> Given<'a> {
    /// Whether the box, or any box of the group, is ticked; `None` for anything else.
    pub(crate) const fn tick(self) -> Option<Tick> {
        match self {
            Self::Box(tick) => Some(tick),
            Self::Boxes(boxes) => Some(boxes.overall()),
            Self::Chosen { .. }
            | Self::Text(_)
            | Self::Lines(_)
            | Self::Number(_)
            | Self::Range(_)
            | Self::Date(_)
            | Self::Timings(_) => None,
        }
    }

    /// Calls back with each text in it: lines and their headings, names, methods and frequencies.
    fn each_text(self, visit: &mut dyn FnMut(&'a Text)) {
        match self {
            Self::Text(text) => visit(text),
            Self::Lines(lines) => {
                for (under, text) in lines.iter() {
                    under.into_iter().chain(text.given()).for_each(&mut *visit);
                }
            }
            Self::Timings(timings) => {
                for Timing { of, since: _, frequency } in timings {
                    of.iter().chain(frequency).for_each(&mut *visit);
                }
            }
            Self::Chosen { .. } | Self::Number(_) | Self::Range(_) | Self::Date(_) | Self::Box(_) | Self::Boxes(_) => {}
        }
    }

    /// Prints it with this separator between the lines of a cell.
    fn write(self, f: &mut dyn fmt::Write, separator: &str) -> fmt::Result {
        match self {
            Self::Chosen { label, .. } => f.write_str(label),
            Self::Text(text) => f.write_str(text.as_str()),
            Self::Lines(lines) => lines.write(f, separator),
            Self::Number(number) => write!(f, "{number}"),
            Self::Range(range) => write!(f, "{range}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Timings(timings) => timings.write(f, separator),
            Self::Box(Tick::Unticked) => Ok(()),
            Self::Box(Tick::Ticked) => f.write_str("○"),
            Self::Box(Tick::NotKnown) => f.write_str("？"),
            Self::Boxes(boxes) => write!(f, "{boxes}"),
        }
    }
}

impl<'a> Value<'a> {
    /// What is filled in; `None` for the four other kinds of answer.
    #[must_use]
    pub const fn given(self) -> Option<Given<'a>> {
        match self {
            Self::Given(given) => Some(given),
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => None,
        }
    }

    /// Calls back with each text in it: lines and their headings, names, methods and frequencies.
    pub(crate) fn each_text(self, visit: &mut dyn FnMut(&'a Text)) {
        if let Self::Given(given) = self {
            given.each_text(visit);
        }
    }

    /// Whether the item is answered. A check box always is; a group of boxes is if a box is ticked or not known.
    #[must_use]
    pub fn is_answered(self) -> bool {
        match self {
            Self::Unanswered | Self::Blank => false,
            Self::NotKnown | Self::Nothing(_) => true,
            Self::Given(given) => !matches!(given, Given::Boxes(boxes) if boxes.overall() == Tick::Unticked),
        }
    }

    /// Whether the item has content: it is not empty, not a mark for "nothing", and not "not known".
    #[must_use]
    pub fn is_given(self) -> bool {
        self.given().is_some_and(|given| given.tick().is_none_or(|tick| tick == Tick::Ticked))
    }

    /// The text of the cell (記載欄の文): what `Display` prints, but each line of the cell is on its own line.
    /// [`Assessment::put_shown`](crate::Assessment::put_shown) reads it.
    #[must_use]
    pub fn shown(self) -> String {
        let mut shown = String::new();
        // A `String` takes everything.
        let _ = self.write(&mut shown, "\n");
        shown
    }

    fn write(self, f: &mut dyn fmt::Write, separator: &str) -> fmt::Result {
        match self {
            Self::Unanswered | Self::Blank => Ok(()),
            Self::NotKnown => f.write_str("？"),
            Self::Nothing(mark) => f.write_str(mark.label()),
            Self::Given(given) => given.write(f, separator),
        }
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({self})")
    }
}

/// Prints Japanese, as a reader would see it on the form. An empty item prints nothing, an unknown one prints 「？」. The lines
/// of a cell are separated by 「／」; in [`shown`](Value::shown), each is on its own line.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "／")
    }
}

impl fmt::Debug for Given<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Value::Given(*self).fmt(f)
    }
}

/// Writes it as a document stores it. An unanswered item cannot be written, because a document leaves it out.
impl serde::Serialize for Value<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unanswered => Err(serde::ser::Error::custom("an unanswered field cannot be written: leave it out")),
            Self::Blank => serializer.serialize_str(""),
            Self::NotKnown => serializer.serialize_str(NOT_KNOWN),
            Self::Nothing(mark) => serializer.serialize_str(mark.label()),
            Self::Given(given) => match given {
                Given::Chosen { code, label: _ } => serializer.serialize_str(code),
                Given::Text(text) => serializer.serialize_str(text.as_str()),
                Given::Lines(lines) => lines.serialize(serializer),
                Given::Number(number) => serializer.serialize_u32(*number),
                Given::Range(range) => range.serialize(serializer),
                Given::Date(date) => date.serialize(serializer),
                Given::Timings(timings) => timings.serialize(serializer),
                Given::Box(tick) => serializer.serialize_str(tick.code()),
                Given::Boxes(boxes) => boxes.serialize(serializer),
            },
        }
    }
}
