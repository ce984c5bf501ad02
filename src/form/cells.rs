//! Every cell of a document, in the order of its form.

use alloc::rc::Rc;
use alloc::vec::Vec;

use super::cell::{Block, Cell, OnForm, Print};
use super::layout::{Layout, Slot, SlotKind};
use super::words;
use crate::assessment::{Assessment, Entrustment, word};
use crate::catalogue::{Child, FieldPath, Heading, Item, Level, List, Part, PathStep, Repetition};
use crate::value::answer::{AnswerKind, Entry, Given, Tick, Value};
use crate::value::kind::Form;

/// The title for what a document records and its form does not print.
pub(super) const BEYOND: [Heading; 1] =
    [Heading { before: Item::AssessmentNumber, level: Level::Section, text: words::BEYOND, in_each: false }];

/// Lists every cell of a document in the order of its form (評価書の欄), including empty cells.
///
/// If the edition is not known, the newest edition of its form is used.
///
/// What the form prints in one cell is [one cell](Cell::inside): the text of その他 is inside the cell of its boxes. A
/// list without entries gives the cells of one empty block, as on an empty form. A field that accompanies an answer
/// follows the cell of the answer. An item that the form does not print comes at the end of its block or of the
/// document. Both are left out if they are empty; both are [not on the form](OnForm).
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::cells;
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "systems": [{"number": 12, "name": "国保システム", "aliases": "国保"}]}"#;
/// let document: Assessment = serde_json::from_str(json)?;
/// let cell = cells(&document).find(|cell| cell.path().to_string() == "systems[0].name").unwrap();
/// assert_eq!(cell.section(), "Ⅰ　基本情報");
/// assert_eq!(cell.headings()[0].text, "２．特定個人情報ファイルを取り扱う事務において使用するシステム");
/// assert_eq!(cell.blocks().next().unwrap().to_string(), "システム12");
/// assert_eq!((cell.enumerator(), cell.label()), ("①", "システムの名称"));
/// assert_eq!(cell.value().to_string(), "国保システム");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn cells(document: &Assessment) -> impl Iterator<Item = Cell<'_>> {
    let mut cells = Cells::new(document).peekable();
    core::iter::from_fn(move || {
        let mut cell = cells.next()?;
        while let Some(inside) = cells.next_if(Cell::is_inside) {
            cell.inside.push(inside);
        }
        Some(cell)
    })
}

/// A section of a document: its heading, and the answer of its first cell, which names the file that it is about.
pub(super) type Section<'a> = (&'static Heading, Value<'a>);

/// The sections of a document, and whether the form prints each.
pub(super) fn sections(document: &Assessment) -> impl Iterator<Item = (Section<'_>, OnForm)> {
    Cells { begins_sections: true, ..Cells::new(document) }.filter_map(|cell| {
        let heading = cell.headings.iter().find(|heading| heading.level == Level::Section)?;
        Some(((heading, cell.value), cell.on_form()))
    })
}

/// The cells of a document.
struct Cells<'a> {
    form: Form,
    /// Whether to list only the first cell of each section.
    begins_sections: bool,
    frames: Vec<Frame<'a>>,
    /// The path to the part of the last frame.
    steps: Vec<PathStep>,
    section: &'static str,
    /// Whether everything that the form prints has been listed.
    is_beyond: bool,
    /// Whether no cell of the innermost block has been listed yet.
    begins_block: bool,
}

/// A part whose cells are being listed.
struct Frame<'a> {
    layout: Rc<Layout>,
    /// The next slot.
    slot: usize,
    /// `None` for an empty block.
    part: Option<&'a dyn Part>,
    /// The list that contains the part.
    list: Option<&'a dyn List>,
    /// The index of the part in it.
    index: usize,
    /// The number of steps to the part of the frame above.
    steps: usize,
    /// The blocks that contain the part.
    blocks: Rc<[Block<'a>]>,
    tier: usize,
}

impl Frame<'_> {
    /// Whether the previous slot comes after everything that the form prints.
    fn is_last(&self) -> bool {
        self.slot.checked_sub(1).and_then(|slot| self.layout.slots.get(slot)).is_some_and(Slot::is_last)
    }
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    fn next(&mut self) -> Option<Cell<'a>> {
        loop {
            let frame = self.frames.last_mut()?;
            let layout = Rc::clone(&frame.layout);
            let Some(slot) = layout.slots.get(frame.slot) else {
                self.end_entry();
                continue;
            };
            frame.slot += 1;
            let child = frame.part.and_then(|part| child_at(part, &slot.way));
            match (&slot.kind, child) {
                (SlotKind::Answer { print, headings }, child) => {
                    let entry = match child {
                        Some(Child::Answer(entry)) => Some(entry),
                        Some(Child::Part(_) | Child::List(_)) | None => None,
                    };
                    let cell = self.cell(slot, print, headings, entry);
                    if cell.is_some() {
                        return cell;
                    }
                }
                (SlotKind::List { .. }, Some(Child::List(list))) if list.len() > 0 => self.begin_list(slot, Some(list)),
                (SlotKind::List { is_printed: true, .. }, _) => self.begin_list(slot, None),
                (SlotKind::List { .. }, _) => {}
            }
        }
    }
}

impl<'a> Cells<'a> {
    fn new(document: &'a Assessment) -> Self {
        let layout = Rc::new(Layout::new(document.form, Assessment::ROWS, Repetition::Once));
        let frame = Frame {
            layout,
            slot: 0,
            part: Some(document),
            list: None,
            index: 0,
            steps: 0,
            blocks: Rc::default(),
            tier: 0,
        };
        Self {
            form: document.form,
            begins_sections: false,
            frames: Vec::from([frame]),
            steps: Vec::new(),
            section: "",
            is_beyond: false,
            begins_block: false,
        }
    }

    /// The cell of an answer. `None` if there is nothing to show.
    fn cell(
        &mut self,
        slot: &Slot,
        print: &Rc<Print>,
        headings: &'static [Heading],
        entry: Option<&'a dyn Entry>,
    ) -> Option<Cell<'a>> {
        let is_vacant = entry.is_none_or(Entry::is_vacant);
        if is_vacant && print.on_form != OnForm::Printed {
            return None;
        }
        let is_last = || self.frames.first().is_some_and(Frame::is_last);
        if self.begins_sections && headings.is_empty() && (self.is_beyond || !is_last()) {
            return None;
        }
        let value = match entry {
            Some(entry) => entry.value(),
            None if print.kind == AnswerKind::CheckBox => Value::Given(Given::Box(Tick::Unticked)),
            None => Value::Unanswered,
        };
        let frame = self.frames.last()?;
        // The headings of a list are printed before its first entry.
        let is_later = frame.index > 0 && frame.layout.first == Some(print.item);
        let mut headings =
            if is_later && !headings.iter().all(|heading| heading.in_each) { Default::default() } else { headings };
        if !self.is_beyond && is_last() {
            self.is_beyond = true;
            headings = &BEYOND;
        }
        if let Some(section) = headings.iter().rfind(|heading| heading.level == Level::Section) {
            self.section = section.text;
        }
        let mut steps = Vec::with_capacity(self.steps.len() + slot.way.len());
        steps.extend_from_slice(&self.steps);
        steps.extend(slot.way.iter().map(|(_, name)| PathStep::Field(name)));
        Some(Cell {
            print: Rc::clone(print),
            section: self.section,
            headings,
            blocks: Rc::clone(&frame.blocks),
            tier: frame.tier,
            begins_block: core::mem::take(&mut self.begins_block),
            value,
            path: FieldPath::new(steps),
            inside: Vec::new(),
        })
    }

    /// Begins the first entry of a list, or an empty block if there is no list.
    fn begin_list(&mut self, slot: &Slot, list: Option<&'a dyn List>) {
        let (SlotKind::List { layout, .. }, Some(above)) = (&slot.kind, self.frames.last()) else { return };
        let is_chain = slot.way.last().is_some_and(|(_, name)| *name == Entrustment::chain.name());
        let tier = if above.tier > 0 || is_chain { above.tier + 1 } else { 0 };
        let layout = Rc::clone(layout.of(self.form));
        if self.begins_sections && !layout.has_section && !slot.is_last() {
            return;
        }
        let steps = self.steps.len();
        self.steps.extend(slot.way.iter().map(|(_, name)| PathStep::Field(name)));
        self.begin_entry(Frame { layout, slot: 0, part: None, list, index: 0, steps, blocks: Rc::default(), tier });
    }

    fn begin_entry(&mut self, mut frame: Frame<'a>) {
        frame.part = frame.list.and_then(|list| list.get(frame.index));
        let name = self.steps.last().and_then(|step| match step {
            PathStep::Field(name) => Some(*name),
            PathStep::Index(_) => None,
        });
        let block = name.and_then(word).map(|word| {
            let value = |index: Option<usize>| match index.and_then(|index| frame.part?.child(index)) {
                Some(Child::Answer(entry)) => entry.value(),
                Some(Child::Part(_) | Child::List(_)) | None => Value::Unanswered,
            };
            Block {
                word,
                number: value(frame.layout.number),
                heading: value(frame.layout.heading),
                index: frame.index,
                is_filled: frame.part.is_some(),
                is_line: frame.layout.is_line,
            }
        });
        self.begins_block |= block.is_some();
        let around = self.frames.last().map(|above| Rc::clone(&above.blocks)).unwrap_or_default();
        frame.blocks = match block {
            Some(block) => around.iter().copied().chain([block]).collect(),
            None => around,
        };
        self.steps.push(PathStep::Index(frame.index));
        self.frames.push(frame);
    }

    /// Ends an entry, and begins the next one of its list.
    fn end_entry(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let next = frame.index + 1;
        if frame.list.is_some_and(|list| next < list.len()) {
            self.steps.pop();
            self.begin_entry(Frame { index: next, slot: 0, ..frame });
        } else {
            self.steps.truncate(frame.steps);
            self.begins_block = false;
        }
    }
}

/// The field at the end of these steps.
fn child_at<'a>(part: &'a dyn Part, way: &[(usize, &'static str)]) -> Option<Child<'a>> {
    let ((last, _), parts) = way.split_last()?;
    let mut part = part;
    for (index, _) in parts {
        part = match part.child(*index)? {
            Child::Part(inner) => inner,
            Child::Answer(_) | Child::List(_) => return None,
        };
    }
    part.child(*last)
}
