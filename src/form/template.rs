//! A document to start from.

use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::assessment::{Assessment, write_header};
use crate::catalogue::{Child, ChildMut, Edition, FieldRow, Part, Repetition, Role, Shape};
use crate::value::answer::Written;
use crate::value::kind::{Form, FormEdition};

/// Creates a document to start from (ひな型): it contains every field that this edition prints, empty.
///
/// Lists have one entry. Only the change table is omitted, because the first version of a document has no changes.
///
/// The JSON of this document does not show check boxes, because an unticked box is not written. [`Template`] writes
/// them too.
///
/// ```
/// use mynumber_pia::form::template;
///
/// let document = template("form_2_2024_10".parse()?);
/// let json = serde_json::to_value(&document)?;
/// assert_eq!(json["linkage"]["state"], "");
/// assert_eq!(json["systems"][0]["name"], "");
/// assert_eq!(json.get("risks"), None); // 様式2 does not print them
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn template(edition: FormEdition) -> Assessment {
    let mut document = Assessment::new(edition);
    leave_blank(&mut document, Form::Edition(edition).into(), Repetition::Once);
    document
}

/// The JSON of a [`template`] with every check box (チェック欄) that the edition prints, for people who fill it in by hand.
///
/// An unticked box is `""`, and a group of boxes without a tick is `[]`. When the JSON is loaded, it is the template: both
/// mean that there is no tick, and the check reports a required group that is still empty.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::{Template, template};
///
/// let edition = "form_2_2024_10".parse()?;
/// let json = serde_json::to_value(Template::of(edition))?;
/// assert_eq!(json["risk"]["audits"], serde_json::json!([]));
/// assert_eq!(json["risk"]["no_entrustment"], "");
/// assert_eq!(serde_json::from_value::<Assessment>(json)?, template(edition));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Template(FormEdition);

impl Template {
    /// Creates the template of this edition.
    #[must_use]
    pub const fn of(edition: FormEdition) -> Self {
        Self(edition)
    }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(edition) = *self;
        let document = template(edition);
        let mut map = serializer.serialize_map(None)?;
        write_header(&document, &mut map)?;
        let part = WithBoxes { part: &document, edition: Form::Edition(edition).into(), times: Repetition::Once };
        part.write_fields(&mut map)?;
        map.end()
    }
}

/// A part with its boxes.
#[derive(Clone, Copy)]
struct WithBoxes<'a> {
    part: &'a dyn Part,
    edition: Edition,
    times: Repetition,
}

impl WithBoxes<'_> {
    fn write_fields<M: SerializeMap>(self, map: &mut M) -> Result<(), M::Error> {
        let Self { part, edition, times } = self;
        for (row, child) in part.rows().iter().zip(part.children()) {
            match child {
                Child::Answer(entry) if !child.is_vacant() => map.serialize_entry(row.name, &entry.stored())?,
                Child::Answer(_) => match row.shape {
                    Shape::Answer(Written::Tick) if asks(row, edition, times) => map.serialize_entry(row.name, "")?,
                    Shape::Answer(Written::Boxes(_)) if asks(row, edition, times) => {
                        map.serialize_entry(row.name, &[(); 0])?;
                    }
                    Shape::Answer(_) | Shape::Part(_) | Shape::List(_) | Shape::Tree(..) => {}
                },
                Child::Part(part) => {
                    let part = WithBoxes { part, ..self };
                    if part.has_fields() {
                        map.serialize_entry(row.name, &part)?;
                    }
                }
                Child::List(list) if list.len() > 0 => {
                    let parts = list.parts().map(|part| WithBoxes { part, edition, times: Repetition::Each });
                    map.serialize_entry(row.name, &parts.collect::<Vec<_>>())?;
                }
                Child::List(_) => {}
            }
        }
        Ok(())
    }

    /// Whether anything is written of the part.
    fn has_fields(self) -> bool {
        let Self { part, edition, times } = self;
        part.rows().iter().zip(part.children()).any(|(row, child)| match child {
            Child::Part(part) => WithBoxes { part, ..self }.has_fields(),
            Child::Answer(_) => {
                let is_box = matches!(row.shape, Shape::Answer(Written::Tick | Written::Boxes(_)));
                !child.is_vacant() || (is_box && asks(row, edition, times))
            }
            Child::List(list) => list.len() > 0,
        })
    }
}

impl Serialize for WithBoxes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write_fields(&mut map)?;
        map.end()
    }
}

/// Whether the field answers an item that the form prints.
fn asks(row: &FieldRow, edition: Edition, times: Repetition) -> bool {
    matches!(row.asks, Some((Role::Answer, item)) if edition.row(item, times).is_some())
}

fn leave_blank(part: &mut dyn Part, edition: Edition, times: Repetition) {
    let changes = Assessment::changes.name();
    for (index, row) in part.rows().iter().enumerate() {
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) if asks(row, edition, times) => {
                // A box cannot be empty: it stays unticked.
                let _ = entry.put("");
            }
            Some(ChildMut::Part(part)) => leave_blank(part, edition, times),
            Some(ChildMut::List(list)) => {
                // A chain is not on the form, and could be extended without limit.
                let Shape::List(rows) = row.shape else { continue };
                if row.name != changes && edition.prints_any(rows(), Repetition::Each) && list.insert_empty(0) {
                    let Some(part) = list.get_mut(0) else { continue };
                    leave_blank(part, edition, Repetition::Each);
                }
            }
            Some(ChildMut::Answer(_)) | None => {}
        }
    }
}
