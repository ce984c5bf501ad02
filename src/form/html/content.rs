//! What the page shows in a cell.

use core::fmt::{self, Write as _};

use crate::catalogue::{Condition, Expected, FieldPath, Requirement};
use crate::form::cell::{Cell, Choice, OnForm};
use crate::form::options::PrintOptions;
use crate::form::text::{Escaped, Label, Need, before, lines, tick, word};
use crate::value::answer::{AnswerKind, LineHeading, Tick, Value};

pub(super) type Out<'f> = &'f mut dyn fmt::Write;

/// Text whose special characters are escaped.
pub(super) fn escaped(out: Out<'_>) -> Escaped<'_> {
    let replace = |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    };
    Escaped { out, line_break: "<br>", turning: false, edge: " ", replace }
}

/// A label and its translation.
pub(super) fn label(out: Out<'_>, text: Label<'_>) -> fmt::Result {
    marked(out, text, "")
}

/// A label with its mark, and its translation.
pub(super) fn marked(out: Out<'_>, label: Label<'_>, mark: &str) -> fmt::Result {
    escaped(out).write_str(label.0)?;
    out.write_str(mark)?;
    let Some(english) = label.english() else { return Ok(()) };
    write!(out, "<span lang=\"en\">{english}</span>")
}

/// A cell that is shown inside the cell of the item that it depends on: the text beside a box, or a declared number.
pub(super) fn is_inside(cell: &Cell<'_>, of: &Cell<'_>) -> bool {
    let Some(Requirement::When(Condition { item, is })) = cell.requirement() else { return false };
    item == of.item()
        && match is {
            Expected::Has(_) => true,
            Expected::Chosen(_) | Expected::ChosenOther(_) | Expected::Ticked | Expected::Unticked => {
                cell.kind() == AnswerKind::Number
            }
        }
}

/// How cells are shown.
#[derive(Clone, Copy)]
pub(super) struct Content<'a> {
    pub(super) options: PrintOptions<'a>,
    /// The prefix of all element ids.
    pub(super) prefix: &'a str,
}

impl Content<'_> {
    pub(super) fn id(&self, out: Out<'_>, path: &FieldPath) -> fmt::Result {
        escaped(&mut *out).write_str(self.prefix)?;
        write!(out, "{path}")
    }

    /// The answer of a cell, with the cells shown inside it.
    pub(super) fn answer(&self, out: Out<'_>, cell: &Cell<'_>, inside: &[Cell<'_>]) -> fmt::Result {
        match cell.kind() {
            AnswerKind::Choice | AnswerKind::Band => self.choice(out, cell, inside)?,
            AnswerKind::CheckBoxes => self.boxes(out, cell, inside)?,
            AnswerKind::CheckBox => {
                out.write_str("<div id=\"")?;
                self.id(out, cell.path())?;
                out.write_str("\">")?;
                let Value::Box(box_) = cell.value() else { return Ok(()) };
                write!(out, "<span class=\"box\">[ {} ]</span>", tick(box_))?;
                label(out, Label(cell.label(), self.options.language))?;
                for count in inside {
                    self.count(out, count)?;
                }
                out.write_str("</div>")?;
            }
            AnswerKind::Text | AnswerKind::Number | AnswerKind::Date => {
                out.write_str("<div id=\"")?;
                self.id(out, cell.path())?;
                out.write_str("\">")?;
                Self::text(out, cell)?;
                out.write_str("</div>")?;
            }
        }
        self.need(out, cell)
    }

    /// Whether an empty cell must be filled in.
    fn need(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        if !self.options.requirements || cell.value().is_answered() || cell.on_form() != OnForm::Printed {
            return Ok(());
        }
        write!(out, "<span class=\"need\">{}</span>", Need(cell, self.options.language))
    }

    fn text(out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        lines(cell.value(), &mut |under, text| {
            out.write_str("<p>")?;
            if let Some(under) = under {
                out.write_str("<span class=\"under\">")?;
                write!(escaped(out), "{}", LineHeading(under))?;
                out.write_str("</span>")?;
            }
            if let Some(text) = text {
                write!(escaped(out), "{text}")?;
            }
            out.write_str("</p>")
        })
    }

    /// 「（ 28 ）件」.
    fn count(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        out.write_str(" （ <span class=\"count\" id=\"")?;
        self.id(out, cell.path())?;
        write!(out, "\">{}</span> ）", cell.value())?;
        out.write_str(word(self.options.language, "件", "件 / in number"))?;
        self.need(out, cell)
    }

    fn choice(&self, out: Out<'_>, cell: &Cell<'_>, inside: &[Cell<'_>]) -> fmt::Result {
        out.write_str("<div class=\"choice\"><span class=\"chosen\"><b id=\"")?;
        self.id(out, cell.path())?;
        out.write_str("\">")?;
        match cell.chosen() {
            Some(chosen) => label(out, Label(chosen, self.options.language))?,
            None => write!(escaped(out), "{}", cell.value())?,
        }
        out.write_str("</b></span>")?;
        for count in inside {
            self.count(out, count)?;
        }
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
        out.write_str("</div>")
    }

    fn boxes(&self, out: Out<'_>, cell: &Cell<'_>, inside: &[Cell<'_>]) -> fmt::Result {
        let mut group = None;
        out.write_str("<div id=\"")?;
        self.id(out, cell.path())?;
        out.write_str("\">")?;
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
            let of_choice = |other: &&Cell<'_>| matches!(other.requirement(), Some(Requirement::When(Condition { is: Expected::Has(code), .. })) if code == choice.code);
            let beside = inside.iter().find(of_choice);
            out.write_str(if beside.is_some() { "<li class=\"wide\">" } else { "<li>" })?;
            out.write_str("<span class=\"box\">[ ")?;
            out.write_str(tick(choice.chosen))?;
            out.write_str(" ]</span>")?;
            label(out, Label(choice.label, self.options.language))?;
            if let Some(beside) = beside {
                out.write_str(" （ <div class=\"beside\" id=\"")?;
                self.id(out, beside.path())?;
                out.write_str("\">")?;
                Self::text(out, beside)?;
                out.write_str("</div> ）")?;
                self.need(out, beside)?;
            }
            out.write_str("</li>")?;
        }
        out.write_str(if group.is_some() { "</ul></dd></dl></div>" } else { "</ul></div>" })
    }
}
