//! The sections and tables of a document.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::content::{Content, Out, escaped, is_inside, label};
use crate::assessment::Assessment;
use crate::catalogue::{FieldPath, Heading, Level, PathStep};
use crate::form::cell::Cell;
use crate::form::cells::{cells, sections};
use crate::form::options::Marks;
use crate::form::text::Label;
use crate::form::words::{edition, title};
use crate::value::choice::Extent;

/// The elements that are still open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    /// A table of items.
    Items,
    /// The change table, in a cell of a row.
    Changes,
}

/// Writes the element of a document.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Assessment,
    pub(super) content: Content<'a>,
    pub(super) marks: Marks<'a>,
    pub(super) open: Open,
    sections: usize,
    pub(super) is_in_chain: bool,
    /// Whether a heading of a part was printed in the section.
    has_part: bool,
}

/// The number of items on the cover.
pub(super) const COVER: &str = "表紙";

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Assessment, content: Content<'a>) -> Self {
        Self {
            document,
            content,
            marks: Marks::new(&content.options),
            open: Open::Nothing,
            sections: 0,
            is_in_chain: false,
            has_part: false,
        }
    }

    pub(super) fn write(mut self, out: Out<'_>) -> fmt::Result {
        let (document, options) = (self.document, self.content.options);
        let language = options.language;
        let kind = document.kind().code();
        write!(out, "<article class=\"{kind}\">\n<header><h1>")?;
        label(out, Label(title(document.kind()), language))?;
        write!(out, "</h1>\n<p class=\"edition\">［{}］", edition(document.form))?;
        if document.extent == Extent::Excerpt {
            write!(out, "（{}）", Label(Extent::Excerpt.label(), language))?;
        }
        out.write_str("</p></header>\n")?;
        let mut cells = cells(document).peekable();
        while let Some(cell) = cells.next() {
            let mut inside = Vec::new();
            while let Some(other) = cells.next_if(|other| is_inside(other, &cell)) {
                inside.push(other);
            }
            for heading in cell.headings() {
                self.heading(out, heading, &cell)?;
            }
            if cell.path().steps().first() == Some(&PathStep::Field(Assessment::changes.name())) {
                self.change(out, &cell)?;
            } else {
                self.row(out, &cell, &inside)?;
            }
        }
        self.close(out)?;
        if self.sections > 0 {
            out.write_str("</section>\n")?;
        }
        let mut rest = self.marks.rest().peekable();
        if rest.peek().is_some() {
            out.write_str("<section>\n")?;
            for (path, mark) in rest {
                write!(out, "<p class=\"mark\">▲ {path}　")?;
                escaped(out).write_str(mark)?;
                out.write_str("</p>\n")?;
            }
            out.write_str("</section>\n")?;
        }
        out.write_str("</article>\n")
    }

    /// The table of contents, which the form has after its cover.
    fn contents(&self, out: Out<'_>) -> fmt::Result {
        let (document, Content { options, prefix }) = (self.document, self.content);
        let title = document.cover.title.given().map_or_else(|| title(document.kind()), AsRef::as_ref);
        out.write_str("<nav aria-label=\"項目一覧：")?;
        escaped(out).write_str(title)?;
        out.write_str("\"><h2>")?;
        label(out, Label("項目一覧", options.language))?;
        out.write_str("</h2>\n<ol>\n")?;
        let mut number = 0;
        for cell in sections(document) {
            for heading in cell.headings().iter().filter(|heading| heading.level == Level::Section) {
                number += 1;
                if number == 1 {
                    continue;
                }
                out.write_str("<li><a href=\"#")?;
                escaped(out).write_str(prefix)?;
                write!(out, "section-{number}\">")?;
                label(out, Label(heading.text, options.language))?;
                // If there are several sections of a kind, the files that each covers.
                if heading.in_each && cell.value().is_given() {
                    write!(escaped(out), "（{}）", cell.value())?;
                }
                out.write_str("</a></li>\n")?;
            }
        }
        out.write_str("</ol></nav>\n")
    }

    fn heading(&mut self, out: Out<'_>, heading: &Heading, cell: &Cell<'_>) -> fmt::Result {
        let text = Label(heading.text, self.content.options.language);
        self.close(out)?;
        match heading.level {
            Level::Section => {
                self.sections += 1;
                self.has_part = false;
                if self.sections > 1 {
                    out.write_str("</section>\n")?;
                }
                if self.sections == 2 {
                    self.contents(out)?;
                }
                let class = if cell.number() == COVER { " class=\"cover\"" } else { "" };
                write!(out, "<section{class} id=\"")?;
                escaped(out).write_str(self.content.prefix)?;
                write!(out, "section-{}\">\n<h2>", self.sections)?;
                label(out, text)?;
                out.write_str("</h2>\n")
            }
            Level::Part => {
                self.has_part = true;
                out.write_str("<h3>")?;
                label(out, text)?;
                out.write_str("</h3>\n")
            }
            Level::Risk => self.minor(out, "risk", |out| label(out, text)),
            Level::Group => self.minor(out, "group", |out| label(out, text)),
        }
    }

    /// A heading below that of a part, or of a section without parts.
    pub(super) fn minor(
        &mut self,
        out: Out<'_>,
        class: &str,
        text: impl FnOnce(Out<'_>) -> fmt::Result,
    ) -> fmt::Result {
        self.close(out)?;
        let level = if self.has_part { 4 } else { 3 };
        write!(out, "<h{level} class=\"{class}\">")?;
        text(out)?;
        writeln!(out, "</h{level}>")
    }

    pub(super) fn open_items(&mut self, out: Out<'_>) -> fmt::Result {
        if self.open == Open::Items {
            return Ok(());
        }
        self.close(out)?;
        self.open = Open::Items;
        out.write_str("<table>\n<tbody>\n")
    }

    pub(super) fn close(&mut self, out: Out<'_>) -> fmt::Result {
        match core::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => Ok(()),
            Open::Items => out.write_str("</tbody></table>\n"),
            Open::Changes => out.write_str("</td></tr>\n</tbody></table>\n"),
        }
    }

    pub(super) fn marks(&mut self, out: Out<'_>, path: &FieldPath) -> fmt::Result {
        for mark in self.marks.at(path) {
            out.write_str("<p class=\"mark\">▲ ")?;
            escaped(out).write_str(mark)?;
            out.write_str("</p>")?;
        }
        Ok(())
    }
}
