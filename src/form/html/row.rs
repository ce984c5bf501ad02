//! The rows of the tables: items, the cover, and the change table.

use core::fmt::{self, Write as _};

use super::again::again;
use super::content::{Elements, label, marked};
use super::text::escaped;
use super::writer::{COVER, Open, Writer};
use crate::assessment::{Assessment, Chain, Entrustment, FileSection};
use crate::catalogue::{FieldPath, Item};
use crate::form::caption::{BlockTitle, Caption};
use crate::form::cell::{Cell, OnForm};
use crate::form::piece::{Markup, Piece, answer};
use crate::form::text::{Label, Out, tick};
use crate::form::tree::Tree;
use crate::form::words::{beyond, change_labels};
use crate::value::answer::{AnswerKind, Given, Value};
use crate::value::language::Language;
use crate::value::number::is_circled;
use crate::value::text::Text;

/// The widths of the columns of the change table, in percent.
const WIDTHS: [u8; 6] = [14, 18, 21, 22, 7, 18];

/// The characters at the end of a label that is printed above its answer.
const ABOVE: &str = "その他のリスク及びそのリスクに対する措置";

/// A row with more printed lines than this may be torn: they take more than a quarter of a page of A4. A lower row goes to
/// the next page as a whole. A row that may be torn is torn only if a quarter of a page is left for it, see `tall` in
/// `style.rs`.
const TALL: usize = 14;
/// The number of lines of a torn row that are on its last page at least.
const LAST: usize = 4;
/// The number of columns in a line of an answer, in one without a label beside it, and in a line of each long cell of the
/// change table.
const LINE: usize = 76;
const ALONE: usize = 108;
const CHANGED: [usize; 3] = [22, 26, 22];

impl Writer<'_> {
    pub(super) fn row(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.options.language;
        if let Some(title) = BlockTitle::above(cell, language) {
            self.minor(out, "block", |out| write!(escaped(out), "{title}"))?;
        }
        if !self.options.publication {
            self.chain(out, cell)?;
        }
        if cell.is_block_title() {
            return self.marks_alone(out, cell);
        }
        if cell.number() == COVER && cell.on_form() == OnForm::Printed {
            self.open(out, Open::Items)?;
            return self.cover(out, cell);
        }
        if cell.blocks().next_back().is_some_and(|block| block.is_line) {
            return self.line(out, cell);
        }
        let is_above = cell.on_form() == OnForm::Printed && cell.label().ends_with(ABOVE);
        let is_alone = is_above || is_alone(cell);
        let columns = if is_alone { ALONE } else { LINE };
        let tall = height(cell.value(), columns).class();
        if is_alone {
            self.close(out)?;
            if is_above {
                out.write_str("<div class=\"above\">")?;
                self.label(out, cell)?;
                out.write_str("</div>")?;
            }
            write!(out, "<div class=\"alone{tall}\">")?;
        } else {
            self.open(out, Open::Items)?;
            let is_sub = cell.enumerator().is_empty() && cell.number().ends_with(is_circled);
            let class = match cell.on_form() {
                OnForm::Beyond => "beyond",
                OnForm::Within => "sub",
                OnForm::Printed if cell.is_named_as_block() => "block",
                OnForm::Printed if is_sub => "sub",
                OnForm::Printed => "",
            };
            write!(out, "<tr class=\"{class}{tall}\">")?;
            if tall.is_empty() {
                out.write_str("<th scope=\"row\">")?;
                self.label(out, cell)?;
                out.write_str("</th><td>")?;
            } else {
                again(out, &Caption::of(cell, Language::Japanese))?;
                self.label(out, cell)?;
                out.write_str("</div></th><td>")?;
            }
        }
        self.answer(out, cell)?;
        out.write_str(if is_alone { "</div>\n" } else { "</td></tr>\n" })
    }

    /// A line of a list. The form has one cell for all of them.
    fn line(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        self.open(out, Open::Lines)?;
        if cell.on_form() == OnForm::Printed {
            out.write_str("<div class=\"line\">")?;
            if let Caption::Line(title) = Caption::of(cell, self.options.language) {
                write!(escaped(out), "{title}")?;
            }
        } else {
            out.write_str("<div class=\"beyond\">")?;
            self.label(out, cell)?;
        }
        self.answer(out, cell)?;
        out.write_str("</div>\n")
    }

    /// The marks of the cells that a title shows.
    fn marks_alone(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        for (index, mark) in self.marks.of(cell) {
            self.close(out)?;
            out.write_str("<div class=\"alone\">")?;
            self.mark(out, index, mark)?;
            out.write_str("</div>\n")?;
        }
        Ok(())
    }

    /// A cell of the cover: number and title side by side, and below them each label above its answer.
    fn cover(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let is_number = cell.item() == Item::AssessmentNumber;
        if is_number {
            out.write_str("<tr><th scope=\"col\">")?;
            self.label(out, cell)?;
            out.write_str("</th><th scope=\"col\">")?;
            label(out, Label::new(self.title_label(), self.options.language))?;
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
        self.answer(out, cell)?;
        out.write_str(if is_number { "</td>" } else { "</td></tr>\n" })
    }

    fn label(&self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.options.language;
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
        // A chain with one known party says no more than the cell of the entrustee.
        if Chain::of(entrustment).links().iter().filter(|link| link.name.is_some()).count() < 2 {
            return Ok(());
        }
        let tree = Tree::new(Chain::of(entrustment)).in_language(self.options.language);
        self.close(out)?;
        out.write_str("<div class=\"alone beyond\">")?;
        aside(out, self.options.language)?;
        writeln!(out, "<figure>{tree}</figure></div>")
    }

    /// The head of the change table.
    pub(super) fn begin_changes(&mut self, out: Out<'_>) -> fmt::Result {
        out.write_str("<table class=\"changes\">\n<colgroup>")?;
        for width in WIDTHS {
            write!(out, "<col style=\"width:{width}%\">")?;
        }
        out.write_str("</colgroup>\n<thead><tr>")?;
        for text in change_labels(self.document) {
            out.write_str("<th scope=\"col\">")?;
            label(out, Label::new(text, self.options.language))?;
            out.write_str("</th>")?;
        }
        out.write_str("</tr></thead>\n<tbody>\n")
    }

    /// A cell of the change table.
    pub(super) fn change(&mut self, out: Out<'_>, cell: &Cell<'_>) -> fmt::Result {
        let options = self.options;
        let is_printed = cell.on_form() == OnForm::Printed;
        let begins_row = is_printed && cell.item() == Item::ChangeDate;
        if self.open != Open::Changes {
            self.open(out, Open::Changes)?;
        } else if is_printed {
            out.write_str(if begins_row { "</td></tr>\n" } else { "</td>" })?;
        }
        if is_printed {
            if begins_row {
                write!(out, "<tr class=\"{}\"><td>", self.height_of_change(cell).class().trim_start())?;
            } else {
                out.write_str("<td>")?;
            }
            return self.answer(out, cell);
        }
        out.write_str("<div class=\"beyond\">")?;
        aside(out, options.language)?;
        if let Value::Given(Given::Box(box_)) = cell.value() {
            let [before, after] = Elements.tags(out, cell, Piece::Tick)?;
            write!(out, "{before}{}{after} ", tick(box_))?;
        }
        label(out, Label::of(cell, cell.label(), options.language))?;
        if cell.kind() != AnswerKind::CheckBox {
            answer(out, cell, &options, &mut Elements)?;
        }
        out.write_str("</div>")?;
        self.marks(out, cell)
    }

    /// The height of the row of the change table that begins with this cell.
    fn height_of_change(&self, cell: &Cell<'_>) -> Height {
        let index = cell.path().index_of(Assessment::changes);
        let Some(change) = index.and_then(|index| self.document.changes.get(index)) else { return Height::default() };
        let [item, quoted, reason] = CHANGED;
        [(change.items.value(), item), (change.reason.value(), reason)]
            .into_iter()
            .chain([change.before.value(), change.after.value()].map(|value| (value, quoted)))
            .map(|(value, columns)| height(value, columns))
            .max_by_key(|height| height.lines)
            .unwrap_or_default()
    }
}

/// About how many lines an answer takes.
#[derive(Clone, Copy, Default)]
struct Height {
    lines: usize,
    /// Those of the last three paragraphs, the last one first.
    last: [usize; 3],
}

impl Height {
    /// The class of a row that may be torn, with the number of paragraphs that have its last four lines.
    fn class(self) -> &'static str {
        let [last, before, third] = self.last;
        match self.lines {
            0..=TALL => "",
            _ if last >= LAST => " tall",
            _ if last + before >= LAST => " tall last-2",
            _ if last + before + third >= LAST => " tall last-3",
            _ => " tall last-4",
        }
    }
}

/// About how many lines an answer takes in a cell with this number of columns.
fn height(value: Value<'_>, columns: usize) -> Height {
    let mut height = Height::default();
    let mut add = |text: &Text| {
        // A character of two columns has three bytes.
        let lines = 1 + text.as_str().len() * 2 / 3 / columns;
        let [last, before, _] = height.last;
        height = Height { lines: height.lines + lines, last: [lines, last, before] };
    };
    if let Value::Given(Given::Lines(lines)) = value {
        let mut last = None;
        for (under, text) in lines.iter() {
            under.filter(|_| under != last).into_iter().chain(text.given()).for_each(&mut add);
            last = under;
        }
    } else {
        value.each_text(&mut add);
    }
    height
}

/// The mark of what the form does not print.
fn aside(out: Out<'_>, language: Language) -> fmt::Result {
    write!(out, "<span class=\"aside\">{}</span>", beyond(language))
}

/// Whether the answer has no label beside it: a check box, or an item that only its heading names.
fn is_alone(cell: &Cell<'_>) -> bool {
    cell.on_form() == OnForm::Printed && (cell.kind() == AnswerKind::CheckBox || cell.is_named_above())
}

/// The entrustment on a path.
fn entrustment<'a>(document: &'a Assessment, path: &FieldPath) -> Option<&'a Entrustment> {
    let section = document.file_sections.get(path.index_of(Assessment::file_sections)?)?;
    section.entrustments.get(path.index_of(FileSection::entrustments)?)
}
