//! 記載の変更: fields that another answer is put into, for the fixtures.

use alloc::string::{String, ToString};
use core::fmt::Display;

use super::answered::Answer;
use super::lines::Lines;
use super::tick::{Boxes, Tick};
use crate::value::band::{Count, NumericBand};
use crate::value::code_list::CodeList;
use crate::value::date::FormDate;
use crate::value::text::Text;

/// A field to be changed, by what it holds (記入欄).
#[expect(missing_debug_implementations, reason = "it holds views of fields")]
pub enum Slot<'a> {
    /// One text.
    Text(&'a mut dyn Worded),
    /// A cell of text.
    Lines(&'a mut Answer<Lines>),
    /// A date.
    Date(&'a mut Answer<FormDate>),
    /// Of a list: a choice, a band, boxes.
    Listed(&'a mut dyn Listed),
    /// What is counted, or a list of other things: another answer would contradict what stands elsewhere.
    Fixed,
}

/// A field that holds one text.
pub trait Worded {
    /// The text; `None` where there is none.
    fn text(&self) -> Option<String>;

    /// Puts another text in.
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
    /// Puts in the `place`th other answer, counted round. Whether there is one: nothing is chosen where nothing was.
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

/// A neighbouring band.
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

/// One box more, or one less.
impl<B: CodeList> Listed for Boxes<B> {
    fn turn(&mut self, place: usize) -> bool {
        let Some(choice) = B::ALL.get(place % B::ALL.len().max(1)) else { return false };
        let mut tick = self.of(*choice);
        let is_other = tick.turn(0);
        self.set(*choice, tick);
        is_other
    }
}
