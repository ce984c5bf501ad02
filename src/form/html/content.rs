//! The markup of what a cell shows.

use core::fmt;

use super::text::{escaped, unbroken};
use crate::catalogue::Item;
use crate::form::cell::{Cell, OnForm};
use crate::form::piece::{Markup, Piece};
use crate::form::text::{Escaped, Label, Out, tick};
use crate::value::answer::{AnswerKind, Tick};

/// A label and its translation.
pub(super) fn label(out: Out<'_>, text: Label<'_>) -> fmt::Result {
    marked(out, text, "")
}

/// A label with its mark, and its translation.
pub(super) fn marked(out: Out<'_>, label: Label<'_>, mark: &str) -> fmt::Result {
    // No label of a form has a special character.
    out.write_str(label.0)?;
    out.write_str(mark)?;
    let Some(english) = label.english() else { return Ok(()) };
    write!(out, "<span lang=\"en\">{english}</span>")
}

/// A box with its mark.
pub(super) fn checked(out: Out<'_>, box_: Tick) -> fmt::Result {
    ["<span class=\"box\">[ ", tick(box_), " ]</span>"].into_iter().try_for_each(|part| out.write_str(part))
}

/// The elements of the page.
pub(super) struct Elements;

impl Markup for Elements {
    fn begin(&mut self, out: Out<'_>, cell: &Cell<'_>, piece: Piece) -> Result<&'static str, fmt::Error> {
        let [begin, end] = match piece {
            Piece::Answer => return answer(out, cell),
            Piece::Chosen { .. } if cell.is_in_changes() => ["<p>", "</p>"],
            Piece::Chosen { .. } => {
                write!(out, "<span class=\"chosen\"><b id=\"{}\">", cell.path())?;
                ["", "</b></span>"]
            }
            Piece::Note => ["<span>（", "）</span>"],
            Piece::Choices => ["<div class=\"choices\">＜選択肢＞<ol>", "</ol></div>"],
            Piece::Choice { is_chosen: true, is_first: _ } => ["<li class=\"is-chosen\">", "</li>"],
            Piece::Choice { is_chosen: false, is_first: _ } => ["<li>", "</li>"],
            Piece::Below => ["<div class=\"below\">", "</div>"],
            Piece::Group { is_first: _ } => ["<dt>・", "</dt>"],
            Piece::Boxes { is_grouped: true } => ["<dd><ul class=\"boxes\">", "</ul></dd>"],
            Piece::Boxes { is_grouped: false } => ["<ul class=\"boxes\">", "</ul>"],
            Piece::Box { has_more: true, is_first: _ } => ["<li class=\"wide\">", "</li>"],
            Piece::Box { has_more: false, is_first: _ } => ["<li>", "</li>"],
            Piece::Tick => ["<span class=\"box\">[ ", " ]</span>"],
            Piece::Texts if cell.item() == Item::RecordItems => ["<div class=\"columns\">", "</div>"],
            Piece::Texts => ["", ""],
            Piece::Heading { is_separate: _ } => ["<p>", "</p>"],
            Piece::Text { is_under: true, is_separate: _ } => ["<p class=\"of\">", "</p>"],
            Piece::Text { is_under: false, is_separate: _ } if is_number(cell) => ["<p class=\"whole\">", "</p>"],
            Piece::Text { is_under: false, is_separate: _ } => ["<p>", "</p>"],
            Piece::Gap if cell.is_inside() || cell.after().is_empty() => ["", ""],
            Piece::Gap => ["<p class=\"whole\">　　", "</p>"],
            Piece::Need => ["<span class=\"need\">", "</span>"],
        };
        out.write_str(begin)?;
        Ok(end)
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

    /// Those of another form are not.
    fn lists_choices(&self, cell: &Cell<'_>) -> bool {
        cell.is_numbered() && cell.on_form() == OnForm::Printed
    }
}

/// The element of an answer.
fn answer(out: Out<'_>, cell: &Cell<'_>) -> Result<&'static str, fmt::Error> {
    let is_choice = matches!(cell.kind(), AnswerKind::Choice | AnswerKind::Band);
    if is_choice && !cell.is_in_changes() {
        out.write_str("<div class=\"choice\">")?;
        return Ok("</div>");
    }
    if cell.is_inside() {
        write!(out, "<div class=\"beside\" id=\"{}\">", cell.path())?;
        return Ok("</div>");
    }
    write!(out, "<div id=\"{}\"", cell.path())?;
    let [attribute, end] = if cell.is_grouped() {
        ["><dl class=\"groups\">", "</dl></div>"]
    } else if is_number(cell) && !cell.inside().is_empty() {
        // What the form prints after a date or a number is on its line.
        [" class=\"beside\">", "</div>"]
    } else {
        [">", "</div>"]
    };
    out.write_str(attribute)?;
    Ok(end)
}

fn is_number(cell: &Cell<'_>) -> bool {
    matches!(cell.kind(), AnswerKind::Number | AnswerKind::Date)
}
