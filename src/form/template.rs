//! A document to start from.

use crate::assessment::Assessment;
use crate::catalogue::{ChildMut, Part, Repetition, Role, Shape, printed, prints_any};
use crate::value::kind::{Form, FormEdition};

/// Creates a document to start from (ひな型): it contains every field that this edition prints, empty.
///
/// Lists have one entry. Only the change table is omitted, because the first version of a document has no changes.
///
/// The JSON of the template does not show check boxes, because an unticked box is not written. The
/// [`Checklist`](super::Checklist) and the [`Schema`](super::Schema) list the boxes too.
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
    leave_blank(&mut document, Form::Edition(edition), Repetition::Once);
    document
}

fn leave_blank(part: &mut dyn Part, form: Form, times: Repetition) {
    let changes = Assessment::changes.name();
    for (index, row) in part.rows().iter().enumerate() {
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) => {
                if matches!(row.asks, Some((Role::Answer, item)) if printed(Some(form), item, times).is_some()) {
                    entry.leave_blank();
                }
            }
            Some(ChildMut::Part(part)) => leave_blank(part, form, times),
            Some(ChildMut::List(list)) => {
                // A chain is not on the form, and could be extended without limit.
                let Shape::List(rows) = row.shape else { continue };
                if row.name != changes && prints_any(form, rows(), Repetition::Each) && list.insert_empty(0) {
                    let Some(part) = list.get_mut(0) else { continue };
                    leave_blank(part, form, Repetition::Each);
                }
            }
            None => {}
        }
    }
}
