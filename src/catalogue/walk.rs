//! A walk over a document, which visits every field with its item.

use core::fmt;

use super::field::{FieldRow, Role, Shape, first_item};
use super::lookup::Edition;
use super::path::{PathStep, WalkPath};
use super::row::Row;
use super::{Item, Repetition};
use crate::value::answer::{AnswerError, AnswerKind, Entry, Value};
use crate::value::kind::Form;

/// A field that a walk visits (項目と記載).
#[non_exhaustive]
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The item that the field answers or is beside.
    pub item: Item,
    /// Whether the field answers it.
    pub role: Role,
    /// The kind of answer that the field holds.
    pub kind: AnswerKind,
    /// How the form of the document prints the item in this field; `None` if it does not print it.
    pub row: Option<&'static Row>,
    /// Where the field is.
    pub path: &'a WalkPath<'a>,
    /// The content of the field.
    pub value: Value<'a>,
}

impl Field<'_> {
    /// Whether the form prints the item, this field should answer it, and the answer is missing.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.role {
            Role::Answer => self.row.is_some() && !self.value.is_answered(),
            Role::Beside => false,
        }
    }
}

/// A walk over a document, and the callback that it invokes for each field.
pub(crate) struct Walk<'v> {
    visit: &'v mut dyn FnMut(&Field<'_>),
    /// The edition of the document; `None` outside a document.
    edition: Option<Edition>,
    empty_forms: bool,
}

impl<'v> Walk<'v> {
    /// A walk over a document with this form.
    pub(crate) fn new(form: Form, empty_forms: bool, visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, edition: Some(form.into()), empty_forms }
    }

    /// A walk over a part, without the form of its document.
    pub(crate) fn of_part(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, edition: None, empty_forms: false }
    }

    fn row(&self, item: Item, times: Repetition) -> Option<&'static Row> {
        self.edition?.row(item, times)
    }

    /// Visits the fields of an empty first entry, if the form prints at least one.
    pub(crate) fn empty_entry(&mut self, list: &FieldRow, path: &WalkPath<'_>) {
        let rows = list.shape.rows();
        let is_printed = |item| self.row(item, Repetition::Each).is_some();
        if self.empty_forms && list.at_least_one && first_item(rows).is_some_and(is_printed) {
            self.empty_part(rows, &path.to(PathStep::Index(0)));
        }
    }

    fn empty_part(&mut self, rows: &'static [FieldRow], at: &WalkPath<'_>) {
        for declared in rows {
            let path = &at.to(PathStep::Field(declared.name));
            match declared.shape {
                Shape::Answer(written) => self.answer(declared, path, written.empty()),
                Shape::Part(rows) => self.empty_part(rows(), path),
                Shape::List(_) | Shape::Tree(..) => self.empty_entry(declared, path),
            }
        }
    }

    #[expect(clippy::inline_always, reason = "a part of `Child::walk`")]
    #[inline(always)]
    pub(crate) fn answer(&mut self, declared: &FieldRow, path: &WalkPath<'_>, value: Value<'_>) {
        if let (Some((role, item)), Shape::Answer(written)) = (declared.asks, declared.shape) {
            let row = self.row(item, path.times());
            (self.visit)(&Field { item, role, kind: written.kind(), row, path, value });
        }
    }
}

/// A field that a [walk](crate::assessment::Assessment::walk_mut) can change (変更できる欄).
pub struct FieldMut<'a> {
    /// The item that the field answers or is beside.
    pub item: Item,
    /// Whether the field answers it.
    pub role: Role,
    /// How the form of the document prints the item in this field; `None` if it does not print it.
    pub row: Option<&'static Row>,
    /// Where the field is.
    pub path: &'a WalkPath<'a>,
    pub(crate) entry: &'a mut dyn Entry,
}

impl FieldMut<'_> {
    /// The kind of answer that the field holds.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.entry.written().kind()
    }

    /// The content of the field.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        self.entry.value()
    }

    /// Sets the answer that a JSON string with this content would give.
    ///
    /// # Errors
    /// The error of loading such an answer. The field is then unchanged.
    pub fn put(&mut self, text: &str) -> Result<(), AnswerError> {
        self.entry.put(text)
    }

    /// Removes the answer, as if the field were missing in the JSON.
    pub fn clear(&mut self) {
        self.entry.clear();
    }

    /// The field as an [`Answer`](crate::value::answer::Answer), a [`Tick`](crate::value::answer::Tick) or
    /// [`Boxes`](crate::value::answer::Boxes), if it has this type: `field.get_mut::<Answer<FormDate>>()`.
    #[must_use]
    pub fn get_mut<T: 'static>(&mut self) -> Option<&mut T> {
        self.entry.as_any_mut().downcast_mut()
    }
}

impl fmt::Debug for FieldMut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldMut").field("path", &self.path).field("value", &self.value()).finish_non_exhaustive()
    }
}
