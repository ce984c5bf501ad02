//! What the page shows in a cell.

use core::fmt::{self, Write as _};

use super::escape::{Out, escaped, unbroken};
use crate::catalogue::Item;
use crate::form::cell::{Cell, Choice, OnForm};
use crate::form::options::PrintOptions;
use crate::form::text::{Label, Line, Need, before, lines, tick};
use crate::value::answer::{AnswerKind, Tick, Value};

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

/// What the form prints around an answer. A line does not end beside its blanks.
fn around(out: Out<'_>, text: &str) -> fmt::Result {
    text.split_inclusive(' ').try_for_each(|part| match part.strip_suffix(' ') {
        Some(word) => write!(out, "{word}\u{a0}"),
        None => out.write_str(part),
    })
}

/// A box with its mark.
pub(super) fn checked(out: Out<'_>, box_: Tick) -> fmt::Result {
    ["<span class=\"box\">[ ", tick(box_), " ]</span>"].into_iter().try_for_each(|part| out.write_str(part))
}

/// How cells are shown.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    pub(super) options: PrintOptions<'a>,
}

impl Content<'_> {
    /// The answer of a cell, with what the form prints in the same cell.
    pub(super) fn answer(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        match cell.kind() {
            AnswerKind::Choice | AnswerKind::Band => self.choice(out, cell)?,
            AnswerKind::CheckBoxes => self.boxes(out, cell)?,
            AnswerKind::CheckBox => {
                write!(out, "<div id=\"{}\">", cell.path())?;
                let Value::Box(box_) = cell.value() else { return out.write_str("</div>") };
                checked(out, box_)?;
                label(out, Label(cell.label(), self.options.language))?;
                self.inside(out, cell)?;
                out.write_str("</div>")?;
            }
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => {
                // What the form prints after a date or a number is on its line.
                let is_beside = cell.kind() != AnswerKind::Text && !cell.inside().is_empty();
                let class = if is_beside { " class=\"beside\"" } else { "" };
                write!(out, "<div id=\"{}\"{class}>", cell.path())?;
                Self::text(out, cell, cell.after())?;
                out.write_str("</div>")?;
                self.inside(out, cell)?;
            }
        }
        self.need(out, cell)
    }

    /// What the form prints in the same cell after the answer.
    fn inside(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        cell.inside().iter().try_for_each(|inside| self.beside(out, inside))
    }

    fn beside(&self, out: Out<'_>, inside: &Cell<'_>) -> fmt::Result {
        around(out, inside.before())?;
        write!(out, "<div class=\"beside\" id=\"{}\">", inside.path())?;
        Self::text(out, inside, "")?;
        out.write_str("</div>")?;
        around(out, inside.after())?;
        self.need(out, inside)
    }

    /// Whether an empty cell must be filled in.
    pub(super) fn need(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        if !self.options.requirements || cell.value().is_answered() || cell.on_form() != OnForm::Printed {
            return Ok(());
        }
        write!(out, "<span class=\"need\">{}</span>", Need(cell, self.options.language))
    }

    /// The lines of an answer. A heading is printed once over its lines.
    pub(super) fn text(out: Out<'_>, cell: &Cell<'_>, after: &str) -> fmt::Result {
        let is_list = cell.item() == Item::RecordItems;
        let is_whole = matches!(cell.kind(), AnswerKind::Number | AnswerKind::Date);
        let (mut is_open, mut is_empty) = (false, true);
        lines(cell.value(), &mut |line| {
            is_empty = false;
            match line {
                Line::Heading(heading) => {
                    out.write_str(if core::mem::take(&mut is_open) { "</div><p>" } else { "<p>" })?;
                    escaped(out).write_str(heading)?;
                    out.write_str("</p>")
                }
                Line::Text(text, is_under) => {
                    if is_list && !core::mem::replace(&mut is_open, true) {
                        out.write_str("<div class=\"columns\">")?;
                    }
                    out.write_str(match (is_under, is_whole) {
                        (true, _) => "<p class=\"of\">",
                        (false, true) => "<p class=\"whole\">",
                        (false, false) => "<p>",
                    })?;
                    write!(unbroken(out), "{text}")?;
                    out.write_str(after)?;
                    out.write_str("</p>")
                }
            }
        })?;
        if is_empty && !after.is_empty() {
            write!(out, "<p class=\"whole\">　　{after}</p>")?;
        }
        out.write_str(if is_open { "</div>" } else { "" })
    }

    fn choice(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        write!(out, "<div class=\"choice\"><span class=\"chosen\"><b id=\"{}\">", cell.path())?;
        match cell.chosen() {
            Some(chosen) => label(out, Label(chosen, self.options.language))?,
            None => write!(escaped(out), "{}", cell.value())?,
        }
        out.write_str("</b></span>")?;
        if let Some(note) = cell.note() {
            write!(out, "<span>（{note}）</span>")?;
        }
        cell.around_choices(false).try_for_each(|inside| self.beside(out, inside))?;
        if cell.on_form() == OnForm::Printed && cell.choices().any(|choice| choice.ordinal.is_some()) {
            out.write_str("<div class=\"choices\">＜選択肢＞<ol>")?;
            for Choice { label: text, ordinal, chosen, .. } in cell.choices() {
                let Some(ordinal) = ordinal else { continue };
                out.write_str(if chosen == Tick::Ticked { "<li class=\"is-chosen\">" } else { "<li>" })?;
                out.write_str(before(ordinal))?;
                label(out, Label(text, self.options.language))?;
                out.write_str("</li>")?;
            }
            out.write_str("</ol></div>")?;
        }
        for inside in cell.around_choices(true) {
            out.write_str("<div class=\"below\">")?;
            self.beside(out, inside)?;
            out.write_str("</div>")?;
        }
        out.write_str("</div>")
    }

    fn boxes(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let mut group = None;
        write!(out, "<div id=\"{}\">", cell.path())?;
        for (index, choice) in cell.choices().enumerate() {
            match choice.group {
                Some(own) if group != Some(own) => {
                    out.write_str(if index == 0 { "<dl class=\"groups\"><dt>・" } else { "</ul></dd><dt>・" })?;
                    label(out, Label(own, self.options.language))?;
                    out.write_str("</dt><dd><ul class=\"boxes\">")?;
                }
                None if index == 0 => out.write_str("<ul class=\"boxes\">")?,
                Some(_) | None => {}
            }
            group = choice.group;
            let beside = cell.inside().iter().find(|inside| inside.is_of_choice(choice.code));
            out.write_str(if beside.is_some() { "<li class=\"wide\">" } else { "<li>" })?;
            checked(out, choice.chosen)?;
            label(out, Label(choice.label, self.options.language))?;
            if let Some(beside) = beside {
                self.beside(out, beside)?;
            }
            out.write_str("</li>")?;
        }
        out.write_str(if group.is_some() { "</ul></dd></dl></div>" } else { "</ul></div>" })
    }
}
