//! The sections and tables of a document.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::content::{Elements, label};
use super::text::{escaped, on_one_line};
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Item, Level, Mark, row};
use crate::form::cell::Cell;
use crate::form::cells::{Section, cells};
use crate::form::options::{Marks, PrintOptions, SeverityOf};
use crate::form::piece::answer;
use crate::form::text::{Label, Out, word};
use crate::form::words::{MARK, edition, section, title};
use crate::value::answer::Value;
use crate::value::choice::Extent;
use crate::value::kind::AssessmentKind;
use crate::value::severity::Severity;
use crate::value::sorted::sort_by_key;

/// The elements that are still open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    /// A table of items.
    Items,
    /// A box with the lines of a list.
    Lines,
    /// The change table, in a cell of a row.
    Changes,
}

/// Writes the element of a document.
pub(super) struct Writer<'a> {
    pub(super) document: &'a Assessment,
    pub(super) options: PrintOptions<'a>,
    pub(super) marks: Marks<'a>,
    pub(super) open: Open,
    /// The sections of the document.
    contents: &'a [Section<'a>],
    /// How many of them have begun.
    sections: usize,
    parts: usize,
    /// How many headings below that of the part.
    minors: usize,
    pub(super) is_in_chain: bool,
}

/// The number of items on the cover.
pub(super) const COVER: &str = "表紙";

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Assessment, options: PrintOptions<'a>, contents: &'a [Section<'a>]) -> Self {
        Self {
            document,
            options,
            contents,
            marks: Marks::new(&options),
            open: Open::Nothing,
            sections: 0,
            parts: 0,
            minors: 0,
            is_in_chain: false,
        }
    }

    pub(super) fn write(mut self, out: Out<'_>) -> fmt::Result {
        let (document, options) = (self.document, self.options);
        let language = options.language;
        let kind = document.kind().code();
        self.findings(out)?;
        write!(out, "<article class=\"{kind}\">\n<header><h1>")?;
        label(out, Label::new(title(document.kind()), language))?;
        write!(out, "</h1>\n<p class=\"edition\">［{}］", edition(document.form))?;
        if document.extent == Extent::Excerpt {
            write!(out, "（{}）", Label::new(Extent::Excerpt.label(), language))?;
        }
        out.write_str("</p></header>\n")?;
        for cell in cells(document).filter(|cell| options.shows(cell.on_form())) {
            // The risks of one row have one heading.
            for headings in cell.headings().chunk_by(|one, next| (one.level, next.level) == (Level::Risk, Level::Risk))
            {
                self.heading(out, headings, &cell)?;
            }
            if cell.is_in_changes() {
                self.change(out, &cell)?;
            } else {
                self.row(out, &cell)?;
            }
        }
        self.close(out)?;
        // Every form has a section.
        out.write_str("</section>\n")?;
        let mut rest = self.marks.rest().peekable();
        if rest.peek().is_some() {
            out.write_str("<section>\n")?;
            for (index, mark) in rest {
                self.mark(out, index, mark)?;
            }
            out.write_str("</section>\n")?;
        }
        out.write_str("</article>\n")
    }

    /// The list of the findings, each with a link to its place on the page.
    fn findings(&self, out: Out<'_>) -> fmt::Result {
        let options = self.options;
        if options.marks.iter().all(|mark| mark.severity.is_none()) {
            return Ok(());
        }
        let (title, last) = (word(options.language, "検査の指摘", "Findings of the check"), options.marks.len());
        write!(out, "<section class=\"findings\">\n<h2>{title}（{last}）</h2>\n<ol>\n")?;
        let mut marks: Vec<(usize, &Mark)> = options.marks.iter().enumerate().collect();
        sort_by_key(&mut marks, |(_, mark)| (mark.severity.is_none(), mark.severity));
        for (index, mark) in marks {
            write!(out, "<li id=\"finding-{0}\"{1}><a href=\"#mark-{0}\">", index + 1, Class("", mark))?;
            write!(out, "{}", SeverityOf(mark, options.language))?;
            escaped(out).write_str(&mark.text)?;
            out.write_str("</a></li>\n")?;
        }
        out.write_str("</ol>\n</section>\n")
    }

    /// The table of contents, which 様式3 and 様式4 have after their cover.
    fn contents(&self, out: Out<'_>) -> fmt::Result {
        let options = self.options;
        out.write_str("<nav aria-label=\"項目一覧\"><h2>")?;
        label(out, Label::new("項目一覧", options.language))?;
        out.write_str("</h2>\n<ol>\n")?;
        let mut last = "";
        for (index, (heading, file)) in self.contents.iter().enumerate().skip(1) {
            // The form lists a section once, however many files it is repeated for.
            if options.publication && heading.text == last {
                continue;
            }
            last = heading.text;
            write!(out, "<li><a href=\"#section-{}\">", index + 1)?;
            label(out, Label::new(section(heading.text), options.language))?;
            if !options.publication {
                Self::of_file(out, heading, *file)?;
            }
            out.write_str("</a></li>\n")?;
        }
        out.write_str("</ol></nav>\n")
    }

    /// The file that a repeated section is about.
    fn of_file(out: Out<'_>, heading: &Heading, file: Value<'_>) -> fmt::Result {
        if heading.in_each && file.is_given() {
            write!(on_one_line(out), "（{file}）")?;
        }
        Ok(())
    }

    /// A heading; several are those of the risks of one row.
    fn heading(&mut self, out: Out<'_>, headings: &[Heading], cell: &Cell<'_>) -> fmt::Result {
        let [heading, more @ ..] = headings else { return Ok(()) };
        let language = self.options.language;
        let text = Label::new(heading.text, language);
        self.close(out)?;
        match heading.level {
            Level::Section => {
                self.sections += 1;
                (self.parts, self.minors) = (0, 0);
                if self.sections > 1 {
                    out.write_str("</section>\n")?;
                }
                if self.sections == 2 && self.document.kind() != AssessmentKind::BasicItem {
                    self.contents(out)?;
                }
                let class = if cell.number() == COVER { " class=\"cover\"" } else { "" };
                write!(out, "<section{class} id=\"section-{}\">\n<h2>", self.sections)?;
                label(out, text)?;
                Self::of_file(out, heading, cell.value())?;
                out.write_str("</h2>\n")
            }
            Level::Part => {
                (self.parts, self.minors) = (self.parts + 1, 0);
                write!(out, "<h3 id=\"section-{}-{}\">", self.sections, self.parts)?;
                label(out, text)?;
                out.write_str("</h3>\n")
            }
            Level::Risk => self.minor(out, "risk", |out| {
                label(out, text)?;
                more.iter().try_for_each(|next| {
                    out.write_str("<br>")?;
                    label(out, Label::new(next.text, language))
                })
            }),
            Level::Group => self.minor(out, "group", |out| label(out, text)),
            Level::Note => {
                out.write_str("<p class=\"note\">")?;
                label(out, text)?;
                out.write_str("</p>\n")
            }
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
        let level = if self.parts > 0 { 4 } else { 3 };
        self.minors += 1;
        let Self { sections, parts, minors, .. } = self;
        write!(out, "<h{level} class=\"{class}\" id=\"section-{sections}-{parts}-{minors}\">")?;
        text(out)?;
        writeln!(out, "</h{level}>")
    }

    pub(super) fn open(&mut self, out: Out<'_>, open: Open) -> fmt::Result {
        if self.open == open {
            return Ok(());
        }
        self.close(out)?;
        self.open = open;
        match open {
            Open::Nothing => Ok(()),
            Open::Items => out.write_str("<table>\n<tbody>\n"),
            Open::Lines => out.write_str("<div class=\"alone lines\">\n"),
            Open::Changes => self.begin_changes(out),
        }
    }

    pub(super) fn close(&mut self, out: Out<'_>) -> fmt::Result {
        match core::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => Ok(()),
            Open::Items => out.write_str("</tbody></table>\n"),
            Open::Lines => out.write_str("</div>\n"),
            Open::Changes => out.write_str("</td></tr>\n</tbody></table>\n"),
        }
    }

    /// The answer of a cell, and the marks at it.
    pub(super) fn answer(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        answer(out, cell, &self.options, &mut Elements)?;
        self.marks(out, cell)
    }

    pub(super) fn marks(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        self.marks.of(cell).into_iter().try_for_each(|(index, mark)| self.mark(out, index, mark))
    }

    /// A mark; a finding links back to the list.
    pub(super) fn mark(&self, out: Out<'_>, index: usize, mark: &Mark) -> fmt::Result {
        write!(out, "<p id=\"mark-{}\"{}>", index + 1, Class("mark", mark))?;
        if mark.severity.is_some() {
            write!(out, "<a href=\"#finding-{}\">{MARK}{}</a>", index + 1, SeverityOf(mark, self.options.language))?;
        } else {
            out.write_char(MARK)?;
        }
        out.write_str(" ")?;
        escaped(out).write_str(&mark.text)?;
        out.write_str("</p>\n")
    }

    /// What the heading of the cover says beside the number.
    pub(super) fn title_label(&self) -> &'static str {
        row(self.document.kind(), self.document.form.edition(), Item::AssessmentTitle).map_or("", |row| row.label)
    }
}

/// The classes of a mark.
struct Class<'m>(&'static str, &'m Mark);

impl fmt::Display for Class<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(class, mark) = self;
        let severity = mark.severity.map_or("", Severity::code);
        let blank = if class.is_empty() || severity.is_empty() { "" } else { " " };
        write!(f, " class=\"{class}{blank}{severity}\"")
    }
}
