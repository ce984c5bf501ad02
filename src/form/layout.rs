//! The order in which an edition prints the fields of a part.
//!
//! A document is stored in the order of 様式4. Sorting its cells for another form would hold all of them in memory. A
//! layout is made once from the rows of the catalogue, and the document is then walked in its order, so the memory for
//! a page does not grow with the document.

use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use super::beside;
use super::cell::{Around, Choice, OnForm, Print};
use crate::catalogue::{
    Condition, Edition, Expected, FieldRow, Heading, Item, Level, Materiality, Repetition, Role, Row, Shape, english,
    first_item, headings, place,
};
use crate::value::answer::{AnswerKind, Tick, Written};
use crate::value::band::PopulationBand;
use crate::value::choice::RecordItem;
use crate::value::kind::{AssessmentKind, Form, StatedResult};
use crate::value::number::is_circled;

/// The fields of a part in the order of the form. It includes the fields of the parts in it, but not those of its
/// lists.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) slots: Vec<Slot>,
    /// The item that the form prints first.
    pub(super) first: Option<Item>,
    /// The field with the number of an entry.
    pub(super) number: Option<usize>,
    /// The field with the heading of an entry.
    pub(super) heading: Option<usize>,
    /// Whether the form prints only one cell of an entry.
    pub(super) is_line: bool,
    /// Whether a section begins in it.
    pub(super) has_section: bool,
}

/// A field as the form prints it.
#[derive(Debug)]
pub(super) struct Slot {
    /// The steps from the part to the field, by index and name.
    pub(super) way: Vec<(usize, &'static str)>,
    pub(super) kind: SlotKind,
    order: (usize, u8),
}

#[derive(Debug)]
pub(super) enum SlotKind {
    Answer {
        print: Rc<Print>,
        headings: &'static [Heading],
    },
    List {
        /// Whether the form prints a block of it even without an entry.
        is_printed: bool,
        layout: EntryLayout,
    },
}

/// The layout of the entries of a list. It is made when it is needed, because a party of a chain holds a list of its own
/// kind.
#[derive(Debug)]
pub(super) struct EntryLayout {
    rows: fn() -> &'static [FieldRow],
    made: OnceCell<Rc<Layout>>,
}

impl EntryLayout {
    pub(super) fn of(&self, form: Form) -> &Rc<Layout> {
        self.made.get_or_init(|| Rc::new(Layout::new(form, (self.rows)(), Repetition::Each)))
    }
}

impl Slot {
    /// Whether it is printed after everything that the form prints.
    pub(super) fn is_last(&self) -> bool {
        self.order.0 == LAST
    }

    fn item(&self) -> Option<Item> {
        match &self.kind {
            SlotKind::Answer { print, .. } => Some(print.item),
            SlotKind::List { .. } => None,
        }
    }

    fn is_printed(&self) -> bool {
        match &self.kind {
            SlotKind::Answer { print, .. } => print.on_form == OnForm::Printed,
            SlotKind::List { is_printed, .. } => *is_printed,
        }
    }
}

/// The order of what is printed after everything else.
const LAST: usize = usize::MAX;

impl Layout {
    pub(super) fn new(form: Form, fields: &'static [FieldRow], times: Repetition) -> Self {
        let mut slots = Vec::new();
        collect(form, fields, times, &[], &mut slots);
        slots.sort_by_key(|slot| slot.order);
        number_and_mark(&mut slots);
        join(&mut slots);
        // The titles of an entry are fields of its own.
        let title = |is_numeric: bool| {
            slots.iter().find_map(|slot| match (&slot.kind, slot.way.as_slice()) {
                (SlotKind::Answer { print, .. }, [(index, _)])
                    if print.is_block_title && (print.kind == AnswerKind::Number) == is_numeric =>
                {
                    Some(*index)
                }
                (SlotKind::Answer { .. } | SlotKind::List { .. }, _) => None,
            })
        };
        let (number, heading) = (title(true), title(false));
        let mut printed = slots.iter().filter(|slot| slot.is_printed());
        let first = printed.next().and_then(Slot::item);
        let is_line = printed.next().is_none();
        let has_section = slots.iter().any(|slot| match &slot.kind {
            SlotKind::Answer { headings, .. } => headings.iter().any(|heading| heading.level == Level::Section),
            SlotKind::List { .. } => false,
        });
        Self { slots, first, number, heading, is_line, has_section }
    }
}

fn collect(
    form: Form,
    fields: &'static [FieldRow],
    times: Repetition,
    way: &[(usize, &'static str)],
    slots: &mut Vec<Slot>,
) {
    let edition = Edition::from(form);
    for (index, field) in fields.iter().enumerate() {
        let way = [way, &[(index, field.name)]].concat();
        match field.shape {
            Shape::Part(inner) => collect(form, inner(), times, &way, slots),
            Shape::List(inner) | Shape::Tree(inner, _) => {
                let first = first_item(inner());
                let row = first.and_then(|item| edition.row(item, Repetition::Each));
                let is_answer = |(role, _)| role == Role::Answer;
                // A list that accompanies an answer, such as the parties of a chain, has no block of its own.
                let is_printed = inner().iter().any(|field| field.asks.is_some_and(is_answer)) && row.is_some();
                slots.push(Slot {
                    way,
                    kind: SlotKind::List { is_printed, layout: EntryLayout { rows: inner, made: OnceCell::new() } },
                    order: (order(form, row), 3),
                });
            }
            Shape::Answer(written) => {
                let Some((role, item)) = field.asks else { continue };
                let row = edition.row(item, times);
                let beside = beside::of(item, field.name);
                let (on_form, label) = match (role, row, beside) {
                    (Role::Answer, Some(row), _) => (OnForm::Printed, row.label),
                    (Role::Answer, None, _) | (Role::Beside, _, None) => (OnForm::Beyond, item.label()),
                    (Role::Beside, Some(_), Some(beside)) => (beside.on_form, beside.label),
                    (Role::Beside, None, Some(beside)) => (OnForm::Beyond, beside.label),
                };
                let headings =
                    if on_form == OnForm::Printed { headings(form.kind(), item) } else { Default::default() };
                let print = Print {
                    item,
                    row,
                    on_form,
                    kind: written.kind(),
                    enumerator: "",
                    label,
                    is_marked: row
                        .is_some_and(|row| on_form == OnForm::Printed && row.materiality == Materiality::Material),
                    choices: offered(form.kind(), item, written),
                    unit: unit(written),
                    is_block_title: beside.is_some_and(|beside| beside.is_title) && times == Repetition::Each,
                    is_inside: false,
                    around: match (on_form, role, beside) {
                        (OnForm::Beyond, ..) => ("", ""),
                        (_, Role::Beside, Some(beside)) => beside.around,
                        (_, Role::Answer, _) | (_, Role::Beside, None) => row.map_or(("", ""), |row| row.around),
                    },
                };
                // What is inside the cell of the answer comes first.
                let order = (
                    order(form, row),
                    match (role, on_form) {
                        (Role::Answer, _) => 0,
                        (Role::Beside, OnForm::Within) if !print.is_block_title => 1,
                        (Role::Beside, _) => 2,
                    },
                );
                slots.push(Slot { way, kind: SlotKind::Answer { print: Rc::new(print), headings }, order });
            }
        }
    }
}

/// The index of a row among those of its form.
fn order(form: Form, row: Option<&'static Row>) -> usize {
    row.map_or(LAST, |row| usize::from(place(form.kind(), row.item)))
}

/// Marks what the form prints in the cell before it: the text beside a box, a number beside a choice or a box, and the
/// fields that accompany an answer.
fn join(slots: &mut [Slot]) {
    let mut cell = None;
    for slot in slots {
        let SlotKind::Answer { print, .. } = &mut slot.kind else { continue };
        let Some(print) = Rc::get_mut(print) else { continue };
        let around: Around = match (print.on_form, print.row.and_then(|row| row.requirement.when)) {
            (OnForm::Within, _) if !print.is_block_title => print.around,
            (OnForm::Printed, _) if !print.around.0.is_empty() => print.around,
            (OnForm::Printed, Some(Condition { item, is: Expected::Has { .. } })) if cell == Some(item) => {
                ("（ ", " ）")
            }
            (OnForm::Printed, Some(Condition { item, .. }))
                if cell == Some(item) && print.kind == AnswerKind::Number =>
            {
                ("（ ", " ）件")
            }
            (OnForm::Printed, _) => {
                cell = Some(print.item);
                continue;
            }
            (OnForm::Within | OnForm::Beyond, _) => continue,
        };
        print.is_inside = true;
        print.around = around;
    }
}

/// Sets the printed number on the first row with that number, and removes the mark from the rows below a marked
/// heading.
fn number_and_mark(slots: &mut [Slot]) {
    let (mut last, mut is_below_mark) = ("", false);
    for slot in slots {
        let SlotKind::Answer { print, headings } = &mut slot.kind else { continue };
        let (Some(row), OnForm::Printed, Some(print)) = (print.row, print.on_form, Rc::get_mut(print)) else {
            continue;
        };
        for heading in *headings {
            match heading.level {
                Level::Section | Level::Part if heading.text.contains('※') => is_below_mark = true,
                Level::Section => is_below_mark = false,
                // In a marked section, every part is marked too.
                Level::Part if !is_marked_section(row) => is_below_mark = false,
                Level::Part | Level::Risk | Level::Group | Level::Note => {}
            }
        }
        print.is_marked &= !is_below_mark;
        let is_common = |heading: &Heading| heading.level == Level::Group && heading.text.starts_with(is_circled);
        let tail = row.number.rsplit('.').next().unwrap_or_default();
        if tail.starts_with(is_circled) && row.number != last && !headings.iter().any(is_common) {
            print.enumerator = tail;
        }
        last = row.number;
    }
}

/// Whether the ※ is printed after the title of the section: Ⅲ, and Ⅳ in 様式4.
fn is_marked_section(row: &Row) -> bool {
    row.number.starts_with('Ⅲ') || row.number.starts_with('Ⅳ')
}

/// What the bands of a field count, as it is written after a number. Empty for a field without bands.
fn unit(written: Written) -> &'static str {
    match written {
        Written::Count(bands) => bands.unit.term,
        Written::Text
        | Written::Lines
        | Written::Entries(_)
        | Written::Date
        | Written::Number
        | Written::Choice(_)
        | Written::Tick
        | Written::Boxes(_) => "",
    }
}

/// The choices that the form offers in a field, in its order.
pub(super) fn offered(kind: AssessmentKind, item: Item, written: Written) -> Vec<Choice> {
    let choice = |code, label, english, ordinal| {
        let (group, range, chosen) = (None, None, Tick::Unticked);
        Choice { code, label, english, ordinal, group, range, chosen }
    };
    if item == Item::ThresholdResult {
        let offered = StatedResult::offered(kind);
        return offered
            .map(|one| choice(one.obligation().code(), one.sentence(), english(one.sentence()), one.ordinal()))
            .collect();
    }
    let list = super::place::choices(written);
    let mut choices: Vec<Choice> =
        list.iter().map(|one| choice(one.code, one.label, one.english, one.ordinal)).collect();
    if let Written::Count(bands) = written {
        for (index, choice) in choices.iter_mut().enumerate() {
            choice.range = Some(bands.range_of(index));
        }
    }
    if item == Item::Population {
        choices.retain_mut(|choice| {
            let band = PopulationBand::ALL.iter().find(|band| band.code() == choice.code);
            let label = band.and_then(|band| band.printed_on(kind));
            if let Some(label) = label.filter(|label| *label != choice.label) {
                (choice.label, choice.english) = (label, english(label));
            }
            label.is_some()
        });
    }
    if item == Item::MainRecordItems {
        for (choice, box_) in choices.iter_mut().zip(RecordItem::ALL) {
            choice.group = Some(box_.group().label());
        }
    }
    // The list is ascending, but the form prints 取扱者数 in descending order.
    choices.sort_by_key(|choice| choice.ordinal);
    choices
}
