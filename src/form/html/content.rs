//! The markup of what a cell shows.

use core::fmt;

use super::text::{escaped, unbroken};
use crate::catalogue::Item;
use crate::form::cell::{Cell, OnForm};
use crate::form::piece::{Markup, Piece};
use crate::form::text::{Escaped, Label, Out};
use crate::value::answer::AnswerKind;

/// A label and its translation.
pub(super) fn label(out: Out<'_>, text: Label<'_>) -> fmt::Result {
    marked(out, text, "")
}

/// A label with its mark, and its translation.
pub(super) fn marked(out: Out<'_>, label: Label<'_>, mark: &str) -> fmt::Result {
    // No label of a form has a special character.
    out.write_str(label.japanese)?;
    out.write_str(mark)?;
    let Some(english) = label.english else { return Ok(()) };
    write!(out, "<span lang=\"en\">{english}</span>")
}

/// The elements of the page.
pub(super) struct Elements;

impl Markup for Elements {
    fn has_headings(&self) -> bool {
        true
    }

    #[inline]
    fn tags(&mut self, out: Out<'_>, cell: &Cell<'_>, piece: Piece) -> Result<[&'static str; 2], fmt::Error> {
        Ok(match piece {
            Piece::Answer => answer(out, cell)?,
            Piece::Chosen { .. } if cell.is_in_changes() => ["<p>", "</p>"],
            Piece::Chosen { .. } => {
                write!(out, "<span class=\"chosen\"><b id=\"{}\">", cell.path())?;
                ["", "</b></span>"]
            }
            Piece::Note => ["<span>（", "）</span>"],
            Piece::Choices => ["<div class=\"choices\">＜選択肢＞<ol>", "</ol></div>"],
            Piece::Choice { is_chosen, is_first: _ } => {
                [if is_chosen { "<li class=\"is-chosen\">" } else { "<li>" }, "</li>"]
            }
            Piece::Below => ["<div class=\"below\">", "</div>"],
            Piece::Group { is_first: _ } => ["<dt>・", "</dt>"],
            Piece::Boxes { is_grouped: true } => ["<dd><ul class=\"boxes\">", "</ul></dd>"],
            Piece::Boxes { is_grouped: false } => ["<ul class=\"boxes\">", "</ul>"],
            Piece::Box { has_more, is_first: _ } => [if has_more { "<li class=\"wide\">" } else { "<li>" }, "</li>"],
            Piece::Tick => ["<span class=\"box\">[ ", " ]</span>"],
            Piece::Texts if cell.item() == Item::RecordItems => ["<div class=\"columns\">", "</div>"],
            Piece::Text { is_under: true, is_separate: _ } => ["<p class=\"of\">", "</p>"],
            Piece::Text { is_under: false, is_separate: _ } if is_number(cell) => ["<p class=\"whole\">", "</p>"],
            Piece::Heading { is_separate: _ } | Piece::Text { is_under: false, is_separate: _ } => ["<p>", "</p>"],
            Piece::Gap if !cell.is_inside() && !cell.after().is_empty() => ["<p class=\"whole\">　　", "</p>"],
            Piece::Texts | Piece::Gap => ["", ""],
            Piece::Need => ["<span class=\"need\">", "</span>"],
        })
    }

    fn escaped<'w>(&self, out: Out<'w>) -> Escaped<'w> {
        escaped(out)
    }

    fn text<'w>(&self, out: Out<'w>) -> Escaped<'w> {
        unbroken(out)
    }

    fn label(&mut self, out: Out<'_>, _: &Cell<'_>, text: Label<'_>) -> fmt::Result {
        label(out, text)
    }

    /// A line does not end beside the blanks.
    fn around(&self, out: Out<'_>, words: &str) -> fmt::Result {
        words.split_inclusive(' ').try_for_each(|part| match part.strip_suffix(' ') {
            Some(word) => write!(out, "{word}\u{a0}"),
            None => out.write_str(part),
        })
    }

    /// The choices of a cell that the form does not print are not listed.
    fn lists_choices(&self, cell: &Cell<'_>) -> bool {
        cell.is_numbered() && cell.on_form() == OnForm::Printed
    }
}

/// The element of an answer.
fn answer(out: Out<'_>, cell: &Cell<'_>) -> Result<[&'static str; 2], fmt::Error> {
    let is_choice = matches!(cell.kind(), AnswerKind::Choice | AnswerKind::Band);
    if is_choice && !cell.is_in_changes() {
        return Ok(["<div class=\"choice\">", "</div>"]);
    }
    if cell.is_inside() {
        write!(out, "<div class=\"beside\" id=\"{}\"", cell.path())?;
        return Ok([">", "</div>"]);
    }
    write!(out, "<div id=\"{}\"", cell.path())?;
    Ok(if cell.is_grouped() {
        ["><dl class=\"groups\">", "</dl></div>"]
    } else if is_number(cell) && !cell.inside().is_empty() {
        // What the form prints after a date or a number is on its line.
        [" class=\"beside\">", "</div>"]
    } else {
        [">", "</div>"]
    })
}

fn is_number(cell: &Cell<'_>) -> bool {
    matches!(cell.kind(), AnswerKind::Number | AnswerKind::Date)
}
