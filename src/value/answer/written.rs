//! How JSON writes an answer, described without its Rust type. The JSON Schema is made from this.

use super::answered::AnswerKind;
use crate::value::band::Bands;
use crate::value::code_list::Choices;

/// How JSON writes an answer (JSONでの表し方), apart from the marks that every answer may be.
#[derive(Debug, Clone, Copy)]
pub enum Written {
    /// A string.
    Text,
    /// A string, or a list of strings and of objects with a heading.
    Lines,
    /// A string, or a list of objects.
    Entries(Entries),
    /// A date.
    Date,
    /// A number.
    Number,
    /// A choice of this list.
    Choice(&'static Choices),
    /// A count: a number, a range, or a band of this list.
    Count(&'static Bands),
    /// A check box.
    Tick,
    /// Check boxes of this list.
    Boxes(&'static Choices),
}

impl Written {
    /// The kind of answer.
    pub const fn kind(self) -> AnswerKind {
        match self {
            Self::Text | Self::Lines | Self::Entries(_) => AnswerKind::Text,
            Self::Date => AnswerKind::Date,
            Self::Number => AnswerKind::Number,
            Self::Choice(_) => AnswerKind::Choice,
            Self::Count(_) => AnswerKind::Band,
            Self::Tick => AnswerKind::CheckBox,
            Self::Boxes(_) => AnswerKind::CheckBoxes,
        }
    }
}

/// The fields of the objects of a list. An object has at least one of them.
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Entries {
    /// The name of such a list.
    pub name: &'static str,
    /// The fields, by name.
    pub fields: &'static [(&'static str, Written)],
}
