//! Every field that a document can have, taken from the declarations: its path, its item, how it is written, and how a
//! form prints it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::Assessment;
use crate::catalogue::{Edition, FieldRow, Item, Repetition, Role, Row, Shape, any_row, row};
use crate::value::answer::Written;
use crate::value::code_list::Choice;
use crate::value::kind::{AssessmentKind, Form};

/// A field of a document, and the item that it answers or accompanies.
pub(super) struct Place {
    /// Its path, with `[]` for each entry of a list.
    pub(super) path: String,
    pub(super) item: Item,
    pub(super) times: Repetition,
    pub(super) written: Written,
}

/// Every field with this relation to its item, in the order in which documents are stored. Of a chain, the first tier.
pub(super) fn places(of: Role) -> Vec<Place> {
    let mut all = Vec::new();
    collect(Assessment::ROWS, "", Repetition::Once, of, &mut all);
    all
}

fn collect(rows: &[FieldRow], above: &str, times: Repetition, of: Role, all: &mut Vec<Place>) {
    for row in rows {
        let path = if above.is_empty() { row.name.into() } else { alloc::format!("{above}.{}", row.name) };
        match row.shape {
            Shape::Answer(written) => {
                if let Some((_, item)) = row.asks.filter(|(role, _)| *role == of) {
                    all.push(Place { path, item, times, written });
                }
            }
            Shape::Part(inner) => collect(inner(), &path, times, of, all),
            // The next tier has the same fields.
            Shape::Tree(inner, _) if core::ptr::eq(inner(), rows) => {}
            Shape::List(inner) | Shape::Tree(inner, _) => {
                collect(inner(), &alloc::format!("{path}[]"), Repetition::Each, of, all);
            }
        }
    }
}

/// The row of an item that the form prints with this [`Repetition`]. Without a form, one row for each of the three forms,
/// from its latest edition that prints the item.
pub(super) fn printings(form: Option<Form>, item: Item, times: Repetition) -> Vec<(AssessmentKind, &'static Row)> {
    let latest = |kind: AssessmentKind| {
        let row = row(kind, None, item).or_else(|| any_row(kind, item))?;
        (row.item == item && row.times == times).then_some((kind, row))
    };
    match form {
        Some(form) => Edition::from(form).row(item, times).map(|row| (form.kind(), row)).into_iter().collect(),
        None => AssessmentKind::ALL.iter().copied().filter_map(latest).collect(),
    }
}

/// The field on whose answer it depends whether the form of `kind` asks this row.
pub(super) fn depends_on<'a>(row: &Row, kind: AssessmentKind, places: &'a [Place]) -> Option<&'a Place> {
    let item = row.requirement.when?.item;
    let times = any_row(kind, item)?.times;
    places.iter().find(|place| place.item == item && place.times == times)
}

/// The members of the code list of a field. Empty for a field without a code list.
pub(super) fn choices(written: Written) -> &'static [Choice] {
    match written {
        Written::Choice(list) | Written::Boxes(list) => list.members,
        Written::Count(bands) => bands.list.members,
        Written::Text | Written::Lines | Written::Entries(_) | Written::Date | Written::Number | Written::Tick => &[],
    }
}
