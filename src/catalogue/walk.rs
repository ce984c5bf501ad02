//! A walk over a document, which visits every field with its item.

use alloc::vec::Vec;
use core::fmt;

use super::field::{FieldRow, Role, Shape};
use super::lookup::{row, rows};
use super::path::Path;
use super::row::Row;
use super::{Item, Times};
use crate::value::answer::{AnswerError, AnswerKind, Entry, Value};
use crate::value::kind::Form;

/// A field that a walk visits (項目と記載).
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
    pub path: &'a Path<'a>,
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

/// A walk over a document (走査) and the callback that it invokes for each field.
pub struct Walk<'v> {
    visit: &'v mut dyn FnMut(&Field<'_>),
    empty_forms: bool,
    /// How the form of the document prints each item.
    rows: Vec<Option<&'static Row>>,
}

impl fmt::Debug for Walk<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Walk").field("empty_forms", &self.empty_forms).finish_non_exhaustive()
    }
}

impl<'v> Walk<'v> {
    /// A walk over the fields of a document, whether or not its form prints them.
    pub fn new(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, empty_forms: false, rows: Vec::new() }
    }

    /// A walk that also visits fields of missing entries. If the form prints at least one entry of a list and the
    /// document has none, such as a document without systems, the fields of an empty first entry are visited. Their
    /// answers are [`Value::Unanswered`] and their index is 0.
    pub fn with_empty_forms(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, empty_forms: true, rows: Vec::new() }
    }

    pub(crate) fn set_form(&mut self, form: Form) {
        self.rows.clear();
        self.rows.resize(Item::ALL.len(), None);
        for row in rows(form.kind(), form.edition()) {
            if let Some(slot) = self.rows.get_mut(row.item as usize) {
                *slot = Some(row);
            }
        }
    }

    /// Whether an entry whose first item is `first` is visited although the document does not have it.
    pub(crate) fn visits_empty(&self, first: Option<Item>) -> bool {
        self.empty_forms && first.is_some_and(|item| self.row(item, Times::Each).is_some())
    }

    fn row(&self, item: Item, times: Times) -> Option<&'static Row> {
        self.rows.get(item as usize).copied().flatten().filter(|row| row.times == times)
    }

    pub(crate) fn entry(&mut self, path: &Path<'_>, (role, item): (Role, Item), entry: &dyn Entry) {
        let row = self.row(item, path.times());
        let (kind, value) = (entry.kind(), entry.value());
        (self.visit)(&Field { item, role, kind, row, path, value });
    }
}

/// How a form prints an item that it asks this often; `None` if it does not print it.
pub(crate) fn printed(form: Option<Form>, item: Item, times: Times) -> Option<&'static Row> {
    let form = form?;
    row(form.kind(), form.edition(), item).filter(|row| row.times == times)
}

/// Whether the form prints any item of a part that it asks this often.
pub(crate) fn prints_any(form: Form, rows: &'static [FieldRow], times: Times) -> bool {
    rows.iter().any(|row| match row.shape {
        Shape::Answer(_) => row.asks.is_some_and(|(_, item)| printed(Some(form), item, times).is_some()),
        Shape::Part(inner) => prints_any(form, inner(), times),
        Shape::List(inner) => prints_any(form, inner(), Times::Each),
        // Deeper tiers have the same fields.
        Shape::Tree(inner, _) => !core::ptr::eq(inner(), rows) && prints_any(form, inner(), Times::Each),
    })
}

/// A field that a [walk](crate::assessment::Assessment::walk_mut) can change (変更できる欄).
#[non_exhaustive]
pub struct FieldMut<'a> {
    /// The item that the field answers or is beside.
    pub item: Item,
    /// Whether the field answers it.
    pub role: Role,
    /// How the form of the document prints the item in this field; `None` if it does not print it.
    pub row: Option<&'static Row>,
    /// Where the field is.
    pub path: &'a Path<'a>,
    pub(crate) entry: &'a mut dyn Entry,
}

impl FieldMut<'_> {
    /// The kind of answer that the field holds.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.entry.kind()
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
