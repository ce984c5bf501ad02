//! One walk over a document: every field with its item.

use alloc::vec::Vec;
use core::fmt;

use super::field::{FieldRow, Role, Shape};
use super::lookup::{row, rows};
use super::path::Path;
use super::row::Row;
use super::{Item, Times};
use crate::value::answer::{AnswerError, AnswerKind, Entry, Value};
use crate::value::kind::Form;

/// A field as the walk comes to it (項目と記載).
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// What a form asks there.
    pub item: Item,
    /// Whether the field answers it.
    pub role: Role,
    /// The kind of answer that the field holds.
    pub kind: AnswerKind,
    /// How the form of the document prints the item in this field; `None` if it does not print it.
    pub row: Option<&'static Row>,
    /// Where the field is.
    pub path: &'a Path<'a>,
    /// What it says.
    pub value: Value<'a>,
}

impl Field<'_> {
    /// Whether the form prints the item, the field should answer it, and does not.
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
    /// A walk over what the document holds, whether its form prints it or not.
    pub fn new(visit: &'v mut dyn FnMut(&Field<'_>)) -> Self {
        Self { visit, empty_forms: false, rows: Vec::new() }
    }

    /// A walk that also visits the fields of an entry that the form prints at least once and the document lacks, such as
    /// the first system of a document without systems. Their answers are [`Value::Unanswered`], their index is 0.
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

    /// Whether an entry whose first item is this one is visited although the document lacks it.
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

/// How a form prints an item, if it asks it so often.
pub(crate) fn printed(form: Option<Form>, item: Item, times: Times) -> Option<&'static Row> {
    let form = form?;
    row(form.kind(), form.edition(), item).filter(|row| row.times == times)
}

/// Whether the form prints any item of a part that it asks so often.
pub(crate) fn prints_any(form: Form, rows: &'static [FieldRow], times: Times) -> bool {
    rows.iter().any(|row| match row.shape {
        Shape::Answer(_) => row.asks.is_some_and(|(_, item)| printed(Some(form), item, times).is_some()),
        Shape::Part(inner) => prints_any(form, inner(), times),
        Shape::List(inner) => prints_any(form, inner(), Times::Each),
        // The deeper tiers are of the same kind.
        Shape::Tree(inner, _) => !core::ptr::eq(inner(), rows) && prints_any(form, inner(), Times::Each),
    })
}

/// A field that a [walk](crate::assessment::Assessment::walk_mut) can change (変更できる欄).
#[non_exhaustive]
pub struct FieldMut<'a> {
    /// What a form asks there.
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

    /// What it says.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        self.entry.value()
    }

    /// Answers it with what a JSON string would hold.
    ///
    /// # Errors
    /// What loading would say of the answer. The field is then as before.
    pub fn put(&mut self, text: &str) -> Result<(), AnswerError> {
        self.entry.put(text)
    }

    /// Takes the answer away, as if the JSON did not have the field.
    pub fn clear(&mut self) {
        self.entry.clear();
    }

    /// The field as an [`Answer`](crate::value::answer::Answer), a [`Tick`](crate::value::answer::Tick) or
    /// [`Boxes`](crate::value::answer::Boxes), if it is of this type: `field.get_mut::<Answer<FormDate>>()`.
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
