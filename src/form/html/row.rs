//! The rows of the tables: items, the cover, and the change table.

use core::fmt::{self, Write as _};

use super::content::{Out, escaped, label, marked};
use super::writer::{COVER, Open, Writer};
use crate::assessment::{Assessment, Chain, Entrustment, FileSection};
use crate::catalogue::{FieldPath, Heading, Item, row, rows};
use crate::form::caption::{BlockTitle, Caption, beyond};
use crate::form::cell::{Cell, OnForm};
use crate::form::text::{Label, tick};
use crate::form::tree::Tree;
use crate::value::answer::{AnswerKind, Value};
use crate::value::language::Language;
use crate::value::number::is_circled;

/// The widths of the columns of the change table, in percent.
const WIDTHS: [u8; 6] = [11, 18, 26, 26, 6, 13];

/// The characters at the end of a label that is printed above its answer.
const ABOVE: &str = "その他のリスク及びそのリスクに対する措置";

impl Writer<'_> {
    pub(super) fn row(&mut self, out: Out<'_>, cell: &Cell<'_>, inside: &[Cell<'_>]) -> fmt::Result {
        let language = self.content.options.language;
        if let Some(title) = BlockTitle::above(cell, language) {
            self.minor(out, "block", |out| write!(escaped(out), "{title}"))?;
        }
        self.chain(out, cell)?;
        if cell.is_block_title() {
            return self.marks_alone(out, cell.path());
        }
        if cell.number() == COVER && cell.on_form() == OnForm::Printed {
            self.open_items(out)?;
            return self.cover(out, cell);
        }
        let is_above = cell.on_form() == OnForm::Printed && cell.label().ends_with(ABOVE);
        let is_alone = is_above || is_alone(cell);
        if is_alone {
            self.close(out)?;
            if is_above {
                out.write_str("<div class=\"above\">")?;
                self.label(out, cell)?;
                out.write_str("</div>")?;
            }
            out.write_str("<div class=\"alone\">")?;
        } else {
            self.open_items(out)?;
            let is_sub = cell.enumerator().is_empty() && cell.number().ends_with(is_circled);
            out.write_str(match cell.on_form() {
                OnForm::Beyond => "<tr class=\"beyond\">",
                OnForm::Within => "<tr class=\"sub\">",
                OnForm::Printed if cell.is_named_as_block() => "<tr class=\"block\">",
                OnForm::Printed if is_sub => "<tr class=\"sub\">",
                OnForm::Printed => "<tr>",
            })?;
            out.write_str("<th scope=\"row\">")?;
            self.label(out, cell)?;
            out.write_str("</th><td>")?;
        }
        self.content.answer(out, cell, inside)?;
        self.marks(out, cell.path())?;
        for other in inside {
            self.marks(out, other.path())?;
        }
        out.write_str(if is_alone { "</div>\n" } else { "</td></tr>\n" })
    }

    /// The marks of the cells that a title shows.
    fn marks_alone(&mut self, out: Out<'_>, path: &FieldPath) -> fmt::Result {
        for mark in self.marks.at(path) {
            self.close(out)?;
            out.write_str("<div class=\"alone\"><p class=\"mark\">▲ ")?;
            escaped(out).write_str(mark)?;
            out.write_str("</p></div>\n")?;
        }
        Ok(())
    }

    /// A cell of the cover: number and title side by side, and below them each label above its answer.
    fn cover(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let (document, options) = (self.document, self.content.options);
        let is_number = cell.item() == Item::AssessmentNumber;
        if is_number {
            out.write_str("<tr><th scope=\"col\">")?;
            self.label(out, cell)?;
            out.write_str("</th><th scope=\"col\">")?;
            let beside = row(document.kind(), document.form.edition(), Item::AssessmentTitle);
            label(out, Label(beside.map_or("", |row| row.label), options.language))?;
            out.write_str("</th></tr>\n<tr><td>")?;
        } else if cell.item() == Item::AssessmentTitle {
            out.write_str("<td>")?;
        } else if cell.item() == Item::CoverRemarks {
            out.write_str("<tr><th scope=\"row\">")?;
            self.label(out, cell)?;
            out.write_str("</th><td class=\"running\">")?;
        } else {
            out.write_str("<tr><th colspan=\"2\" scope=\"rowgroup\">")?;
            self.label(out, cell)?;
            let class = if cell.item() == Item::Declaration { " class=\"running\"" } else { "" };
            write!(out, "</th></tr>\n<tr><td colspan=\"2\"{class}>")?;
        }
        self.content.answer(out, cell, &[])?;
        self.marks(out, cell.path())?;
        out.write_str(if is_number { "</td>" } else { "</td></tr>\n" })
    }

    fn label(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.content.options.language;
        match Caption::of(cell, language) {
            Caption::Line(title) => write!(escaped(out), "{title}"),
            Caption::Block(title) => write!(escaped(out), "{title}"),
            Caption::Label { number, label, mark } => {
                out.write_str(number)?;
                marked(out, label, mark)
            }
            Caption::Beyond { tier, label: text } => {
                aside(out, language)?;
                if let Some(tier) = tier {
                    label(out, tier)?;
                    out.write_str(" ")?;
                }
                label(out, text)
            }
        }
    }

    /// The tree of a chain, before its first party.
    fn chain(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let was_in_chain = core::mem::replace(&mut self.is_in_chain, cell.tier() > 0);
        let Some(entrustment) = entrustment(self.document, cell.path()).filter(|_| cell.tier() > 0 && !was_in_chain)
        else {
            return Ok(());
        };
        let tree = Tree::new(Chain::of(entrustment)).in_language(self.content.options.language);
        self.close(out)?;
        out.write_str("<div class=\"alone beyond\">")?;
        aside(out, self.content.options.language)?;
        writeln!(out, "<figure>{tree}</figure></div>")
    }

    /// A cell of the change table.
    pub(super) fn change(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let (document, options) = (self.document, self.content.options);
        if self.open != Open::Changes {
            self.close(out)?;
            out.write_str("<table class=\"changes\">\n<colgroup>")?;
            for width in WIDTHS {
                write!(out, "<col style=\"width:{width}%\">")?;
            }
            out.write_str("</colgroup>\n<thead><tr>")?;
            let columns = rows(document.kind(), document.form.edition()).filter(|row| row.number == cell.number());
            for row in columns {
                out.write_str("<th scope=\"col\">")?;
                label(out, Label(row.label, options.language))?;
                out.write_str("</th>")?;
            }
            out.write_str("</tr></thead>\n<tbody>\n")?;
        } else if cell.on_form() == OnForm::Printed {
            out.write_str(if cell.item() == Item::ChangeDate { "</td></tr>\n" } else { "</td>" })?;
        }
        self.open = Open::Changes;
        if cell.on_form() == OnForm::Printed {
            out.write_str(if cell.item() == Item::ChangeDate { "<tr><td>" } else { "<td>" })?;
            match (cell.chosen(), cell.kind()) {
                (Some(chosen), _) => {
                    out.write_str("<div id=\"")?;
                    self.content.id(out, cell.path())?;
                    out.write_str("\"><p>")?;
                    label(out, Label(chosen, options.language))?;
                    out.write_str("</p></div>")?;
                }
                (None, AnswerKind::Choice) => {
                    out.write_str("<div id=\"")?;
                    self.content.id(out, cell.path())?;
                    write!(out, "\"><p>{}</p></div>", cell.value())?;
                }
                (None, _) => self.content.answer(out, cell, &[])?,
            }
        } else {
            out.write_str("<div class=\"beyond\">")?;
            aside(out, options.language)?;
            if let Value::Box(box_) = cell.value() {
                write!(out, "<span class=\"box\">[ {} ]</span> ", tick(box_))?;
            }
            label(out, Label(cell.label(), options.language))?;
            if cell.kind() != AnswerKind::CheckBox {
                self.content.answer(out, cell, &[])?;
            }
            out.write_str("</div>")?;
        }
        self.marks(out, cell.path())
    }
}

/// The mark of what the form does not print.
fn aside(out: Out<'_>, language: Language) -> fmt::Result {
    write!(out, "<span class=\"aside\">{}</span>", beyond(language))
}

/// Whether the answer has no label beside it: a check box, or an item that only its heading names.
fn is_alone(cell: &Cell<'_>) -> bool {
    let is_named_above = |heading: &Heading| {
        let name = heading.text.rsplit(['．', '）']).next();
        name == Some(cell.label()) && cell.kind() == AnswerKind::Text
    };
    cell.on_form() == OnForm::Printed
        && !cell.blocks().next_back().is_some_and(|block| block.is_line)
        && (cell.kind() == AnswerKind::CheckBox || cell.headings().last().is_some_and(is_named_above))
}

/// The entrustment on a path.
fn entrustment<'a>(document: &'a Assessment, path: &FieldPath) -> Option<&'a Entrustment> {
    let section = document.file_sections.get(path.index_of(Assessment::file_sections)?)?;
    section.entrustments.get(path.index_of(FileSection::entrustments)?)
}
