//! How JSON writes an answer, described without its Rust type. The JSON Schema is made from this.

use super::answered::AnswerKind;
use crate::value::code_list::CodeList;
use crate::value::error::UnknownChoice;

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
    Count(&'static Choices),
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
#[derive(Debug, Clone, Copy)]
pub struct Entries {
    /// The name of such a list.
    pub name: &'static str,
    /// The fields, by name.
    pub fields: &'static [(&'static str, Written)],
    /// An object with only this field is written as a plain string, without a list.
    pub alone: &'static str,
}

/// A code list without its type (選択肢).
#[derive(Debug)]
pub struct Choices {
    /// The name of the list in English.
    pub name: &'static str,
    /// Its name in Japanese.
    pub term: &'static str,
    /// The number of members.
    pub len: usize,
    code: fn(usize) -> &'static str,
    member: fn(usize) -> Option<Choice>,
    /// The index of the member that a string means.
    read: fn(&str) -> Result<usize, UnknownChoice>,
}

/// A member of a code list without its type.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub code: &'static str,
    pub label: &'static str,
    pub meaning: &'static str,
    pub ordinal: Option<u8>,
}

impl Choices {
    pub const fn of<T: CodeList>() -> &'static Self {
        const {
            &Self {
                name: T::NAME,
                term: T::TERM,
                len: T::ALL.len(),
                code: code::<T>,
                member: member::<T>,
                read: index_of::<T>,
            }
        }
    }

    /// The members, in order.
    pub fn members(&self) -> impl Iterator<Item = Choice> {
        (0..).map_while(self.member)
    }

    /// The index of the member that a string means.
    pub fn read(&self, text: &str) -> Result<usize, UnknownChoice> {
        (self.read)(text)
    }

    /// The code of the member with this index; empty if there is none.
    pub fn code(&self, index: usize) -> &'static str {
        (self.code)(index)
    }
}

fn code<T: CodeList>(index: usize) -> &'static str {
    T::ALL.get(index).map_or("", |choice| choice.code())
}

fn member<T: CodeList>(index: usize) -> Option<Choice> {
    let choice = T::ALL.get(index)?;
    Some(Choice { code: choice.code(), label: choice.label(), meaning: choice.meaning(), ordinal: choice.ordinal() })
}

fn index_of<T: CodeList>(text: &str) -> Result<usize, UnknownChoice> {
    let choice: T = text.parse()?;
    Ok(T::ALL.iter().position(|other| *other == choice).unwrap_or_default())
}
