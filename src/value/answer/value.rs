//! The content of a field, without its type.

use alloc::string::String;
use core::fmt::{self, Write};

use super::answered::NOT_KNOWN;
use super::lines::Lines;
use super::tick::{BoxStates, Tick};
use super::timings::{Timing, Timings};
use super::written::Written;
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
    /// [`Answer::NotKnown`](super::Answer::NotKnown); for a box or a group of boxes [`Tick::NotKnown`].
    NotKnown,
    /// [`Answer::Nothing`](super::Answer::Nothing).
    Nothing(Nothing),
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
    /// A check box.
    Box(Tick),
    /// A group of check boxes.
    Boxes(BoxStates),
}

impl<'a> Value<'a> {
    /// Calls back with each text in it: lines and their headings, names, methods and frequencies.
    pub(crate) fn each_text(self, visit: &mut dyn FnMut(&'a Text)) {
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
            Self::Unanswered
            | Self::Blank
            | Self::NotKnown
            | Self::Nothing(_)
            | Self::Chosen { .. }
            | Self::Number(_)
            | Self::Range(_)
            | Self::Date(_)
            | Self::Box(_)
            | Self::Boxes(_) => {}
        }
    }
}

impl Value<'_> {
    /// The content of an empty field.
    pub(crate) const fn empty(written: Written) -> Self {
        match written {
            Written::Tick => Self::Box(Tick::Unticked),
            Written::Boxes(list) => Self::Boxes(BoxStates::none(list)),
            Written::Text
            | Written::Lines
            | Written::Entries(_)
            | Written::Date
            | Written::Number
            | Written::Choice(_)
            | Written::Count(_) => Self::Unanswered,
        }
    }

    /// Whether the item is answered. A check box always is; a group of boxes is if a box is ticked or not known.
    #[must_use]
    pub fn is_answered(self) -> bool {
        match self {
            Self::Unanswered | Self::Blank => false,
            Self::NotKnown
            | Self::Nothing(_)
            | Self::Chosen { .. }
            | Self::Text(_)
            | Self::Lines(_)
            | Self::Number(_)
            | Self::Range(_)
            | Self::Date(_)
            | Self::Timings(_)
            | Self::Box(_) => true,
            Self::Boxes(boxes) => boxes.overall() != Tick::Unticked,
        }
    }

    /// The text of the cell (記載欄の文): what `Display` prints, but each line of the cell is on its own line.
    /// [`Assessment::put_shown`](crate::Assessment::put_shown) reads it.
    #[must_use]
    pub fn shown(self) -> String {
        let mut shown = String::new();
        // A `String` takes everything.
        let _ = match self {
            Self::Lines(lines) => lines.write(&mut shown, "\n"),
            Self::Timings(timings) => timings.write(&mut shown, "\n"),
            Self::Unanswered
            | Self::Blank
            | Self::NotKnown
            | Self::Nothing(_)
            | Self::Chosen { .. }
            | Self::Text(_)
            | Self::Number(_)
            | Self::Range(_)
            | Self::Date(_)
            | Self::Box(_)
            | Self::Boxes(_) => write!(shown, "{self}"),
        };
        shown
    }

    /// Whether the item has content: it is not empty, not a mark for "nothing", and not "not known".
    #[must_use]
    pub fn is_given(self) -> bool {
        match self {
            Self::Chosen { .. }
            | Self::Text(_)
            | Self::Lines(_)
            | Self::Number(_)
            | Self::Range(_)
            | Self::Date(_)
            | Self::Timings(_) => true,
            Self::Box(tick) => tick == Tick::Ticked,
            Self::Boxes(boxes) => boxes.overall() == Tick::Ticked,
            Self::Unanswered | Self::Blank | Self::NotKnown | Self::Nothing(_) => false,
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
        match self {
            Self::Unanswered | Self::Blank => Ok(()),
            Self::NotKnown | Self::Box(Tick::NotKnown) => f.write_str("？"),
            Self::Nothing(mark) => f.write_str(mark.label()),
            Self::Chosen { label, .. } => f.write_str(label),
            Self::Box(Tick::Ticked) => f.write_str("○"),
            Self::Box(Tick::Unticked) => f.write_str(""),
            Self::Boxes(boxes) => boxes.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Lines(lines) => lines.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Range(range) => range.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Timings(timings) => timings.fmt(f),
        }
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
            Self::Chosen { code, label: _ } => serializer.serialize_str(code),
            Self::Text(text) => serializer.serialize_str(text.as_str()),
            Self::Lines(lines) => lines.serialize(serializer),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Range(range) => range.serialize(serializer),
            Self::Date(date) => date.serialize(serializer),
            Self::Timings(timings) => timings.serialize(serializer),
            Self::Box(tick) => serializer.serialize_str(tick.code()),
            Self::Boxes(boxes) => boxes.serialize(serializer),
        }
    }
}
