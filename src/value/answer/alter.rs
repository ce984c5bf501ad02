//! 記載の変更: fields whose answer can be changed, for the fixtures.

use alloc::string::{String, ToString};
use core::fmt::Display;

use super::answered::Answer;
use super::lines::Lines;
use super::tick::{Boxes, Tick};
use crate::value::band::{Count, NumericBand};
use crate::value::code_list::CodeList;
use crate::value::date::FormDate;
use crate::value::text::Text;

/// A field that can be changed, by what it holds (記入欄).
#[expect(missing_debug_implementations, reason = "it holds views of fields")]
pub enum Slot<'a> {
    /// A [`Text`] or a name.
    Text(&'a mut dyn Worded),
    /// A cell with one or more lines.
    Lines(&'a mut Answer<Lines>),
    /// A date.
    Date(&'a mut Answer<FormDate>),
    /// A choice, a band or a group of boxes.
    Listed(&'a mut dyn Listed),
    /// A count or a list of other things. A change here would contradict other fields.
    Fixed,
}

/// A field that holds one string.
pub trait Worded {
    /// The string; `None` if nothing is given.
    fn text(&self) -> Option<String>;

    /// Replaces the answer.
    fn put(&mut self, text: Text);
}

impl<T: Display + From<Text>> Worded for Answer<T> {
    fn text(&self) -> Option<String> {
        self.given().map(ToString::to_string)
    }

    fn put(&mut self, text: Text) {
        *self = Self::Given(text.into());
    }
}

/// A field that holds members of a list.
pub trait Listed {
    /// Replaces the answer by another member of the list: the one with index `place` among the others, modulo their
    /// number. Returns whether it changed; a field without an answer stays as it is.
    fn turn(&mut self, place: usize) -> bool;
}

impl<T: CodeList> Listed for Answer<T> {
    fn turn(&mut self, place: usize) -> bool {
        let others = T::ALL.iter().filter(|choice| self.given().is_some_and(|given| given != *choice));
        let Some(other) = others.clone().nth(place % others.count().max(1)) else { return false };
        *self = Self::Given(*other);
        true
    }
}

/// A neighboring band.
impl<B: NumericBand> Listed for Answer<Count<B>> {
    fn turn(&mut self, place: usize) -> bool {
        let range = match self.given() {
            Some(count) => count.range(),
            None => return false,
        };
        let below = B::ALL.iter().rfind(|band| band.range().max().is_some_and(|max| max < range.min()));
        let above = B::ALL.iter().find(|band| range.max().is_some_and(|max| max < band.range().min()));
        let (first, second) = if place.is_multiple_of(2) { (below, above) } else { (above, below) };
        let Some(band) = first.or(second) else { return false };
        *self = Self::Given(Count::Band(*band));
        true
    }
}

impl Listed for Tick {
    fn turn(&mut self, _: usize) -> bool {
        *self = match self {
            Self::Ticked => Self::Unticked,
            Self::Unticked | Self::NotKnown => Self::Ticked,
        };
        true
    }
}

/// Flips one box.
impl<B: CodeList> Listed for Boxes<B> {
    fn turn(&mut self, place: usize) -> bool {
        let Some(choice) = B::ALL.get(place % B::ALL.len().max(1)) else { return false };
        let mut tick = self.of(*choice);
        let is_other = tick.turn(0);
        self.set(*choice, tick);
        is_other
    }
}
