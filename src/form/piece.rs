//! What a page shows of an answer, whatever its markup.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::mem;

use super::cell::{Cell, Choice, OnForm};
use super::options::PrintOptions;
use super::text::{Escaped, Label, Need, Out, tick};
use crate::value::answer::{Answer, AnswerKind, Given, LineHeading, Tick, Timing, Value};
use crate::value::text::Text;

/// A piece of what a page shows in a cell. The order of the pieces, and what is left out, is decided here.
#[derive(Clone, Copy)]
pub(super) enum Piece {
    /// The answer. A choice and boxes contain what is printed after them in the same cell.
    Answer,
    /// The wording that is chosen. If the answer is not a choice, it is a mark, a count without a band, or nothing.
    Chosen { is_choice: bool },
    /// The count in the chosen band.
    Note,
    /// The choices that the form offers.
    Choices,
    /// A choice, with its number.
    Choice { is_chosen: bool, is_first: bool },
    /// What is printed below the choices.
    Below,
    /// The heading of boxes.
    Group { is_first: bool },
    /// The boxes below a heading, or all boxes.
    Boxes { is_grouped: bool },
    /// A box among others, with its label and what is printed after the label.
    Box { is_first: bool, has_more: bool },
    /// The mark of a box.
    Tick,
    /// The texts up to the next heading.
    Texts,
    /// A heading, once over its texts. It is separate if something of the answer comes before it.
    Heading { is_separate: bool },
    /// A text and what is printed after it. Inside another cell, it is not separate from its heading.
    Text { is_under: bool, is_separate: bool },
    /// The gap for an empty answer, before words of the form.
    Gap,
    /// Whether the empty cell must be filled in.
    Need,
}

/// What a writer does with the pieces.
pub(super) trait Markup {
    /// What is written before and after a piece of a cell. What is not constant, such as an `id`, is written to `out` first.
    fn tags(&mut self, out: Out<'_>, cell: &Cell<'_>, piece: Piece) -> Result<[&'static str; 2], fmt::Error>;

    /// Escapes text of the document.
    fn escaped<'w>(&self, out: Out<'w>) -> Escaped<'w>;

    /// Escapes a [`Piece::Text`].
    fn text<'w>(&self, out: Out<'w>) -> Escaped<'w> {
        self.escaped(out)
    }

    /// The wording of a choice, the label of a box, or a heading of boxes.
    fn label(&mut self, out: Out<'_>, _: &Cell<'_>, label: Label<'_>) -> fmt::Result {
        label.write(out)
    }

    /// What the form prints before and after an answer.
    fn around(&self, out: Out<'_>, words: &str) -> fmt::Result {
        out.write_str(words)
    }

    /// Whether timings of one thing have its name once, as a heading. A reader of text could not tell what they are of.
    fn has_headings(&self) -> bool {
        false
    }

    /// Whether the choices of a cell are listed.
    fn lists_choices(&self, cell: &Cell<'_>) -> bool {
        cell.is_numbered()
    }
}

/// Writes the answer of a cell, with what the form prints in the same cell.
pub(super) fn answer(
    out: Out<'_>,
    cell: &Cell<'_>,
    options: &PrintOptions<'_>,
    markup: &mut impl Markup,
) -> fmt::Result {
    Pieces { out, options, markup }.answer(cell)
}

struct Pieces<'w, 'o, M> {
    out: Out<'w>,
    options: &'w PrintOptions<'o>,
    markup: &'w mut M,
}

impl<M: Markup> Pieces<'_, '_, M> {
    /// A piece and what it contains.
    fn piece(&mut self, cell: &Cell<'_>, piece: Piece, contains: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        let end = self.begin(cell, piece)?;
        contains(self)?;
        self.write(end)
    }

    fn write(&mut self, text: &str) -> fmt::Result {
        if text.is_empty() { Ok(()) } else { self.out.write_str(text) }
    }

    fn around(&mut self, words: &str) -> fmt::Result {
        if words.is_empty() { Ok(()) } else { self.markup.around(self.out, words) }
    }

    /// Begins a piece, and returns its end.
    fn begin(&mut self, cell: &Cell<'_>, piece: Piece) -> Result<&'static str, fmt::Error> {
        let [begin, end] = self.markup.tags(self.out, cell, piece)?;
        self.write(begin)?;
        Ok(end)
    }

    fn label(&mut self, cell: &Cell<'_>, text: &str) -> fmt::Result {
        self.markup.label(self.out, cell, Label::of(cell, text, self.options.language))
    }

    fn tick(&mut self, cell: &Cell<'_>, box_: Tick) -> fmt::Result {
        self.piece(cell, Piece::Tick, |own| own.out.write_str(tick(box_)))
    }

    fn answer(&mut self, cell: &Cell<'_>) -> fmt::Result {
        match cell.kind() {
            AnswerKind::Choice | AnswerKind::Band => self.piece(cell, Piece::Answer, |own| own.choice(cell))?,
            AnswerKind::CheckBoxes => self.piece(cell, Piece::Answer, |own| own.boxes(cell))?,
            AnswerKind::CheckBox => self.piece(cell, Piece::Answer, |own| {
                let Value::Given(Given::Box(box_)) = cell.value() else { return Ok(()) };
                own.tick(cell, box_)?;
                own.label(cell, cell.label())?;
                own.inside(cell.inside())
            })?,
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => {
                self.piece(cell, Piece::Answer, |own| own.lines(cell, cell.after()))?;
                self.inside(cell.inside())?;
            }
        }
        self.need(cell)
    }

    fn choice(&mut self, cell: &Cell<'_>) -> fmt::Result {
        let chosen = cell.chosen();
        self.piece(cell, Piece::Chosen { is_choice: chosen.is_some() }, |own| match chosen {
            Some(chosen) => own.label(cell, chosen),
            None => write!(own.markup.escaped(own.out), "{}", cell.value()),
        })?;
        if let Some(note) = cell.note() {
            self.piece(cell, Piece::Note, |own| own.out.write_str(&note))?;
        }
        self.inside(cell.around_choices(false))?;
        if self.markup.lists_choices(cell) {
            self.piece(cell, Piece::Choices, |own| {
                let mut is_first = true;
                for choice in cell.choices() {
                    let Some(ordinal) = choice.ordinal else { continue };
                    let is_chosen = choice.chosen == Tick::Ticked;
                    own.piece(cell, Piece::Choice { is_chosen, is_first }, |own| {
                        own.out.write_str(before(ordinal))?;
                        own.label(cell, choice.label)
                    })?;
                    is_first = false;
                }
                Ok(())
            })?;
        }
        for inside in cell.around_choices(true) {
            self.piece(inside, Piece::Below, |own| own.inside([inside]))?;
        }
        Ok(())
    }

    fn boxes(&mut self, cell: &Cell<'_>) -> fmt::Result {
        let (mut choices, mut is_first) = (cell.choices().peekable(), true);
        while let Some(Choice { group, .. }) = choices.peek().copied() {
            if let Some(group) = group {
                self.piece(cell, Piece::Group { is_first }, |own| own.label(cell, group))?;
            }
            is_first = true;
            self.piece(cell, Piece::Boxes { is_grouped: group.is_some() }, |own| {
                while let Some(choice) = choices.next_if(|next| next.group == group) {
                    let inside = || cell.inside().iter().filter(|inside| inside.is_of_choice(choice.code));
                    own.piece(cell, Piece::Box { is_first, has_more: inside().next().is_some() }, |own| {
                        own.tick(cell, choice.chosen)?;
                        own.label(cell, choice.label)?;
                        own.inside(inside())
                    })?;
                    is_first = false;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// What the form prints in the same cell after an answer.
    fn inside<'c, 'd: 'c>(&mut self, cells: impl IntoIterator<Item = &'c Cell<'d>>) -> fmt::Result {
        for inside in cells {
            self.around(inside.before())?;
            self.piece(inside, Piece::Answer, |own| own.lines(inside, ""))?;
            self.around(inside.after())?;
            self.need(inside)?;
        }
        Ok(())
    }

    /// The lines of an answer, and the words after it.
    fn lines<'d>(&mut self, cell: &Cell<'d>, after: &str) -> fmt::Result {
        let value = cell.value();
        if !value.is_answered() {
            let has_more = cell.is_inside() || !after.is_empty() || !cell.inside().is_empty();
            let gap = |own: &mut Self| own.piece(cell, Piece::Gap, |own| own.around(after));
            return if has_more { gap(self) } else { Ok(()) };
        }
        let has_headings = self.markup.has_headings();
        let (mut last, mut is_separate, mut end) = (None, false, None);
        let mut line = |under: Option<&'d Text>, text: Option<&dyn fmt::Display>| {
            let is_new = mem::replace(&mut last, under) != under;
            if let Some(heading) = under.filter(|_| is_new) {
                self.write(end.take().unwrap_or_default())?;
                let heading = LineHeading(heading.as_str()).to_string();
                self.piece(cell, Piece::Heading { is_separate }, |own| {
                    // The blank before a text on the same line is not needed.
                    own.markup.escaped(own.out).write_str(heading.trim_end_matches('　'))
                })?;
                // Inside another cell, the text is on the line of its heading.
                is_separate = !cell.is_inside();
            }
            let Some(text) = text else { return Ok(()) };
            if end.is_none() {
                end = Some(self.begin(cell, Piece::Texts)?);
            }
            let piece = Piece::Text { is_under: under.is_some(), is_separate };
            is_separate = true;
            self.piece(cell, piece, |own| {
                write!(own.markup.text(own.out), "{text}")?;
                own.around(after)
            })
        };
        if let Value::Given(Given::Lines(lines)) = value {
            for (under, text) in lines.iter() {
                match text {
                    Answer::Unanswered | Answer::Blank => line(under, None)?,
                    Answer::NotKnown => line(under, Some(&"？"))?,
                    Answer::Nothing(mark) => line(under, Some(&mark.label()))?,
                    Answer::Given(text) => line(under, Some(&text.as_str()))?,
                }
            }
        } else if let Value::Given(Given::Timings(timings)) = value {
            // A date in it is found only if it is written as one string.
            let all: Vec<&'d Timing> = timings.iter().collect();
            for (index, timing) in all.iter().enumerate() {
                let before = index.checked_sub(1).and_then(|before| all.get(before));
                let is_shared = [before, all.get(index + 1)].into_iter().flatten().any(|other| other.of == timing.of);
                match timing.of.as_ref().filter(|_| is_shared && has_headings) {
                    Some(of) => line(Some(of), Some(&Timing { of: None, ..(*timing).clone() }.to_string()))?,
                    None => line(None, Some(&timing.to_string()))?,
                }
            }
        } else {
            line(None, Some(&value))?;
        }
        self.write(end.unwrap_or_default())
    }

    fn need(&mut self, cell: &Cell<'_>) -> fmt::Result {
        if !self.options.requirements || cell.value().is_answered() || cell.on_form() != OnForm::Printed {
            return Ok(());
        }
        self.piece(cell, Piece::Need, |own| write!(own.out, "{}", Need(cell, own.options.language)))
    }
}

/// The number printed before a choice. No list of the forms is longer.
fn before(ordinal: u8) -> &'static str {
    const NUMBERS: [&str; 11] = ["", "1) ", "2) ", "3) ", "4) ", "5) ", "6) ", "7) ", "8) ", "9) ", "10) "];
    NUMBERS.get(usize::from(ordinal)).copied().unwrap_or_default()
}
