//! Paths to the fields of a document: borrowed during a walk, and owned.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use super::Item;
use super::field::{FieldRow, Repetition, first_item};

/// One step of a path (経路の一段).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// A field, by its name in Rust and in JSON.
    Field(&'static str),
    /// An entry of a list, counted from 0.
    Index(usize),
}

/// The path from the document to the field that a walk has reached (経路). It borrows from the walk.
#[derive(Debug, Clone, Copy)]
pub struct WalkPath<'p> {
    up: Option<&'p WalkPath<'p>>,
    step: Option<PathStep>,
    is_in_list: bool,
}

impl<'p> WalkPath<'p> {
    /// The document itself.
    pub(crate) const ROOT: WalkPath<'static> = WalkPath { up: None, step: None, is_in_list: false };

    /// The path with one more step.
    pub(crate) const fn to(&'p self, step: PathStep) -> Self {
        let is_in_list = self.is_in_list || matches!(step, PathStep::Index(_));
        Self { up: Some(self), step: Some(step), is_in_list }
    }

    /// Whether the document has this field once, or once in each entry of a list.
    #[must_use]
    pub const fn times(&self) -> Repetition {
        if self.is_in_list { Repetition::Each } else { Repetition::Once }
    }

    /// The index of the entry in this list, if the path goes through the list.
    ///
    /// ```
    /// use mynumber_pia::Assessment;
    ///
    /// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
    ///     "systems": [{"name": "国保システム"}, {"name": "宛名システム"}]}"#;
    /// let assessment: Assessment = serde_json::from_str(json)?;
    /// let mut last = None;
    /// assessment.walk(|field| last = field.path.index_of(Assessment::systems).or(last));
    /// assert_eq!(last, Some(1));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn index_of<S, T>(&self, list: Handle<S, T>) -> Option<usize> {
        let mut here = self;
        while let Some(up) = here.up {
            match (here.step, up.step) {
                (Some(PathStep::Index(index)), Some(PathStep::Field(name))) if name == list.name() => {
                    return Some(index);
                }
                (_, _) => here = up,
            }
        }
        None
    }

    /// The item and the path of an answer in the part at this path.
    pub(crate) fn item_and_path<S, T>(&self, field: Handle<S, T>) -> (Item, FieldPath) {
        (item_of(field.row()), self.to(PathStep::Field(field.name())).to_owned())
    }

    /// The path as an owned value.
    #[must_use]
    pub fn to_owned(&self) -> FieldPath {
        let mut path = FieldPath::default();
        self.copy_to(&mut path);
        path
    }

    /// Writes the path over another one, whose memory is used again.
    pub(crate) fn copy_to(&self, path: &mut FieldPath) {
        let upwards = || core::iter::successors(Some(self), |path| path.up);
        path.steps.clear();
        path.steps.reserve(upwards().count());
        path.steps.extend(upwards().filter_map(|path| path.step));
        path.steps.reverse();
    }
}

impl fmt::Display for WalkPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_owned().fmt(f)
    }
}

/// The path from the document to a field, a part or a list (項目の経路).
///
/// It is written `file_sections[0].entrustments[2].chain[0].name`.
///
/// It prints as the path in JSON, and is read from the same form. The path of the document itself is the empty string.
/// Serde stores the printed form. It can also be written as a JSON Pointer (RFC 6901).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::assessment::FileSection;
/// use mynumber_pia::catalogue::{FieldPath, Item};
///
/// let path: FieldPath = "file_sections[0].entrustments[2].chain[0].name".parse()?;
/// assert_eq!(path.to_string(), "file_sections[0].entrustments[2].chain[0].name");
/// assert_eq!(path.to_pointer(), "/file_sections/0/entrustments/2/chain/0/name");
/// assert_eq!(FieldPath::from_pointer("/file_sections/0/entrustments/2/chain/0/name")?, path);
/// assert_eq!(path.index_of(FileSection::entrustments), Some(2));
/// assert_eq!(path.item(), Some(Item::Entrustee));
/// assert_eq!(path.parent().unwrap().to_string(), "file_sections[0].entrustments[2].chain[0]");
/// # Ok::<(), mynumber_pia::catalogue::PathError>(())
/// ```
///
/// A path that is built step by step knows what it leads to: a `FieldPath<FileSection>` leads to a section. A step that
/// does not exist in the document does not compile, and only the document has a [`root`](Self::root).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::assessment::{Entrustment, FileSection};
/// use mynumber_pia::catalogue::{FieldPath, Item};
///
/// let entrustment = FieldPath::root().at(Assessment::file_sections).nth(2).at(FileSection::entrustments).nth(0);
/// let (item, path) = entrustment.item_and_path(Entrustment::re_entrustment);
/// assert_eq!(item, Item::ReEntrustmentState);
/// assert_eq!(path.to_string(), "file_sections[2].entrustments[0].re_entrustment");
/// ```
///
/// ```compile_fail,E0599
/// use mynumber_pia::assessment::FileSection;
/// use mynumber_pia::catalogue::FieldPath;
///
/// let entrustments = FieldPath::<FileSection>::root().at(FileSection::entrustments);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath<T = ()> {
    steps: Vec<PathStep>,
    end: PhantomData<fn() -> T>,
}

impl<S> FieldPath<S> {
    /// The path to the document, which has the type `S`.
    pub(crate) const fn of_document() -> Self {
        Self { steps: Vec::new(), end: PhantomData }
    }

    pub(crate) fn to<T>(&self, step: PathStep) -> FieldPath<T> {
        let mut steps = Vec::with_capacity(self.steps.len() + 1);
        steps.extend_from_slice(&self.steps);
        FieldPath { steps, end: PhantomData }.with(step)
    }

    /// The path with one more step.
    pub(crate) fn with(mut self, step: PathStep) -> Self {
        self.steps.push(step);
        self
    }

    /// The path to a field of this part.
    #[must_use]
    pub fn at<T>(&self, field: Handle<S, T>) -> FieldPath<T> {
        self.to(PathStep::Field(field.name()))
    }

    /// The item and the path of an answer in this part.
    #[must_use]
    pub fn item_and_path<T>(&self, field: Handle<S, T>) -> (Item, FieldPath) {
        (item_of(field.row()), self.to(PathStep::Field(field.name())))
    }

    /// The path without the type of what it leads to.
    #[must_use]
    pub fn untyped(self) -> FieldPath {
        FieldPath::new(self.steps)
    }
}

impl<S> FieldPath<Vec<S>> {
    /// The path to an entry of the list, counted from 0.
    #[must_use]
    pub fn nth(&self, index: usize) -> FieldPath<S> {
        self.to(PathStep::Index(index))
    }
}

impl FieldPath {
    pub(crate) const fn new(steps: Vec<PathStep>) -> Self {
        Self { steps, end: PhantomData }
    }

    /// The path made of its first steps.
    pub(crate) fn first(&self, steps: usize) -> Self {
        Self::new(self.steps.iter().take(steps).copied().collect())
    }

    /// The steps, starting at the document.
    #[must_use]
    pub fn steps(&self) -> &[PathStep] {
        &self.steps
    }

    /// The index of the entry in this list, if the path goes through the list. For nested lists of the same name, it is
    /// the index in the inner one.
    #[must_use]
    pub fn index_of<S, T>(&self, list: Handle<S, T>) -> Option<usize> {
        self.steps.iter().zip(self.steps.iter().skip(1)).rev().find_map(|steps| match steps {
            (PathStep::Field(name), PathStep::Index(index)) if *name == list.name() => Some(*index),
            (PathStep::Field(_) | PathStep::Index(_), _) => None,
        })
    }

    /// The path without its last step: for a field its part, for an entry its list. `None` for the document itself.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, steps) = self.steps.split_last()?;
        Some(Self::new(steps.to_vec()))
    }

    /// The path as a JSON Pointer (RFC 6901): `/systems/0/name`.
    #[must_use]
    pub fn to_pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.steps {
            pointer.push('/');
            match step {
                // Names of fields need no escaping.
                PathStep::Field(name) => pointer.push_str(name),
                PathStep::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

/// The path of the document itself.
impl Default for FieldPath {
    fn default() -> Self {
        Self::of_document()
    }
}

impl<T> Hash for FieldPath<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.steps.hash(state);
    }
}

impl<T> fmt::Debug for FieldPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldPath({self})")
    }
}

impl<T> fmt::Display for FieldPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            match step {
                PathStep::Field(name) if index == 0 => f.write_str(name)?,
                PathStep::Field(name) => {
                    f.write_str(".")?;
                    f.write_str(name)?;
                }
                PathStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for FieldPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A typed handle of a field of the part `S` that holds a `T` (欄).
///
/// Every part has one for each field, under the name of the field.
///
/// ```
/// use mynumber_pia::assessment::Entrustment;
/// use mynumber_pia::catalogue::Item;
///
/// assert_eq!(Entrustment::re_entrustment.name(), "re_entrustment");
/// assert_eq!(Entrustment::re_entrustment.item(), Some(Item::ReEntrustmentState));
/// ```
pub struct Handle<S, T> {
    row: &'static FieldRow,
    of: PhantomData<fn(S) -> T>,
}

impl<S, T> Handle<S, T> {
    pub(crate) const fn new(row: &'static FieldRow) -> Self {
        Self { row, of: PhantomData }
    }

    pub(crate) const fn row(self) -> &'static FieldRow {
        self.row
    }

    /// The name of the field in Rust and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row.name
    }

    /// The item that the field answers or is beside; `None` for a part or a list of parts.
    #[must_use]
    pub const fn item(self) -> Option<Item> {
        match self.row.asks {
            Some((_, item)) => Some(item),
            None => None,
        }
    }
}

impl<S, T> Clone for Handle<S, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, T> Copy for Handle<S, T> {}

/// Within a part, fields of the same name are the same field.
impl<S, T> PartialEq for Handle<S, T> {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl<S, T> Eq for Handle<S, T> {}

impl<S, T> Hash for Handle<S, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl<S, T> fmt::Debug for Handle<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handle({})", self.row.name)
    }
}

/// The item of a field. Parts and lists have none; the item of their first answer is used for them.
fn item_of(row: &FieldRow) -> Item {
    let own = row.asks.map(|(_, item)| item);
    own.or_else(|| first_item(row.shape.rows())).unwrap_or(Item::ALL[0])
}
