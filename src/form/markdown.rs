//! A document as Markdown.

use core::fmt::{self, Write as _};

use super::caption::{BlockTitle, Caption};
use super::cell::{Cell, OnForm};
use super::cells::cells;
use super::options::{Marks, PrintOptions, SeverityOf};
use super::piece::{Markup, Piece, answer};
use super::text::{Escaped, Label, Out};
use super::words::{MARK, beyond, change_labels, edition, header, title};
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Item, Level, Mark};
use crate::value::answer::AnswerKind;
use crate::value::choice::Extent;

/// A document as Markdown (マークダウン) with tables, as GitHub renders it.
///
/// Text of the document is always escaped: it is never markup and never a link.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::Markdown;
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
///     "affair": {"name": "*A* | B"}}"#;
/// let document: Assessment = serde_json::from_str(json)?;
/// let page = Markdown::new(&document).to_string();
/// assert!(page.contains("| ①事務の名称 | \\*A\\* \\| B |\n"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'a> {
    document: &'a Assessment,
    options: PrintOptions<'a>,
}

impl<'a> Markdown<'a> {
    /// Creates the Markdown of the document only.
    #[must_use]
    pub fn new(document: &'a Assessment) -> Self {
        Self::with(document, PrintOptions::default())
    }

    /// Creates the Markdown of the document and what the options add.
    #[must_use]
    pub const fn with(document: &'a Assessment, options: PrintOptions<'a>) -> Self {
        Self { document, options }
    }

    fn mark(&self, f: &mut fmt::Formatter<'_>, mark: &Mark) -> fmt::Result {
        write!(f, "{MARK} {}", SeverityOf(mark, self.options.language))?;
        text(f, &mark.text)
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.options.language;
        let form = self.document.form;
        write!(f, "# {}\n\n［{}］", Label::new(title(form.kind()), language), edition(form))?;
        if self.document.extent == Extent::Excerpt {
            write!(f, "（{}）", Label::new(Extent::Excerpt.label(), language))?;
        }
        f.write_str("\n")?;
        let mut writer = Writer { page: *self, marks: Marks::new(&self.options), open: Open::Nothing };
        for cell in cells(self.document).filter(|cell| self.options.shows(cell.on_form())) {
            for heading in cell.headings() {
                writer.heading(f, heading)?;
            }
            if cell.is_in_changes() {
                writer.change(f, &cell)?;
            } else {
                writer.row(f, &cell)?;
            }
        }
        writer.close(f)?;
        for (_, mark) in writer.marks.rest() {
            write!(f, "\n{MARK} {}", SeverityOf(mark, language))?;
            write!(escaped(f), "{}　{}", mark.path, mark.text)?;
            f.write_str("\n")?;
        }
        self.options.write_made_by(f)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// A table of items.
    Items,
    /// The change table, in a row.
    Changes,
}

struct Writer<'a> {
    page: Markdown<'a>,
    marks: Marks<'a>,
    open: Open,
}

impl Writer<'_> {
    fn heading(&mut self, f: &mut fmt::Formatter<'_>, heading: &Heading) -> fmt::Result {
        let text = Label::new(heading.text, self.page.options.language);
        let hashes = match heading.level {
            Level::Section => "##",
            Level::Part => "###",
            Level::Risk => "####",
            Level::Note => {
                self.close(f)?;
                return writeln!(f, "\n{text}");
            }
            Level::Group => {
                self.open(f)?;
                return writeln!(f, "| **{text}** | |");
            }
        };
        self.close(f)?;
        writeln!(f, "\n{hashes} {text}")
    }

    fn open(&mut self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.open == Open::Items {
            return Ok(());
        }
        self.close(f)?;
        self.open = Open::Items;
        let [item, answer] = header(self.page.options.language);
        writeln!(f, "\n| {item} | {answer} |\n|---|---|")
    }

    fn close(&mut self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match core::mem::replace(&mut self.open, Open::Nothing) {
            Open::Changes => f.write_str(" |\n"),
            Open::Items | Open::Nothing => Ok(()),
        }
    }

    /// The answer of a cell, and the marks at it.
    fn answer(&mut self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let options = self.page.options;
        answer(f, cell, &options, &mut self.page)?;
        for (_, mark) in self.marks.of(cell) {
            f.write_str("<br>")?;
            self.page.mark(f, mark)?;
        }
        Ok(())
    }

    fn row(&mut self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.page.options.language;
        self.open(f)?;
        if let Some(title) = BlockTitle::above(cell, language) {
            writeln!(f, "| **{title}** | |")?;
        }
        if cell.is_block_title() {
            for (_, mark) in self.marks.of(cell) {
                f.write_str("| | ")?;
                self.page.mark(f, mark)?;
                f.write_str(" |\n")?;
            }
            return Ok(());
        }
        f.write_str("| ")?;
        match Caption::of(cell, language) {
            // The form prints the label of a box after it.
            Caption::Label { .. } if cell.kind() == AnswerKind::CheckBox => {}
            Caption::Line(title) => text(f, &title)?,
            Caption::Block(title) => write!(f, "**{title}**")?,
            Caption::Label { number, label, mark } => write!(f, "{number}{label}{mark}")?,
            Caption::Beyond { tier, label } => {
                write!(f, "*{}*：", beyond(language))?;
                if let Some(tier) = tier {
                    write!(f, "{tier} ")?;
                }
                write!(f, "{label}")?;
            }
        }
        f.write_str(" | ")?;
        self.answer(f, cell)?;
        f.write_str(" |\n")
    }

    /// A cell of the change table.
    fn change(&mut self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let Markdown { document, options } = self.page;
        let language = options.language;
        if self.open != Open::Changes {
            self.close(f)?;
            f.write_str("\n|")?;
            let mut bar = alloc::string::String::from("\n|");
            for label in change_labels(document) {
                write!(f, " {} |", Label::new(label, language))?;
                bar.push_str("---|");
            }
            writeln!(f, "{bar}")?;
        }
        if cell.on_form() == OnForm::Printed {
            let ends_row = self.open == Open::Changes && cell.item() == Item::ChangeDate;
            f.write_str(if ends_row {
                " |\n| "
            } else if cell.item() == Item::ChangeDate {
                "| "
            } else {
                " | "
            })?;
        } else {
            write!(f, "<br>*{}*：{} ", beyond(language), Label::of(cell, cell.label(), language))?;
        }
        self.open = Open::Changes;
        self.answer(f, cell)
    }
}

impl Markup for Markdown<'_> {
    #[inline]
    fn tags(&mut self, _: Out<'_>, cell: &Cell<'_>, piece: Piece) -> Result<[&'static str; 2], fmt::Error> {
        Ok(match piece {
            Piece::Chosen { .. } if cell.is_in_changes() => ["", ""],
            Piece::Chosen { is_choice: true } => ["［ **", "** ］"],
            Piece::Chosen { is_choice: false } => ["［ ", " ］"],
            Piece::Note | Piece::Need => ["（", "）"],
            Piece::Choices => ["<br>＜選択肢＞", ""],
            Piece::Choice { is_first, is_chosen: _ } => [if is_first { " " } else { "　" }, ""],
            Piece::Group { is_first } => [if is_first { "・" } else { "　<br>・" }, "　"],
            Piece::Box { is_first, has_more: _ } => [if is_first { "" } else { "　" }, ""],
            Piece::Tick if is_beyond_box(cell) => ["［", "］"],
            Piece::Tick => ["［", "］ "],
            Piece::Heading { is_separate } | Piece::Text { is_separate, is_under: _ } if cell.is_inside() => {
                [if is_separate { "、" } else { "" }, ""]
            }
            Piece::Text { is_under: true, is_separate: _ } => ["<br>　", ""],
            Piece::Heading { is_separate } | Piece::Text { is_separate, is_under: false } => {
                [if is_separate { "<br>" } else { "" }, ""]
            }
            Piece::Gap if cell.is_inside() || !cell.after().is_empty() => ["　　", ""],
            Piece::Answer | Piece::Below | Piece::Boxes { .. } | Piece::Texts | Piece::Gap => ["", ""],
        })
    }

    fn escaped<'w>(&self, out: Out<'w>) -> Escaped<'w> {
        escaped(out)
    }

    fn label(&mut self, out: Out<'_>, cell: &Cell<'_>, label: Label<'_>) -> fmt::Result {
        if is_beyond_box(cell) { Ok(()) } else { label.write(out) }
    }
}

/// A box that the form does not print, with its label in the first column.
fn is_beyond_box(cell: &Cell<'_>) -> bool {
    cell.on_form() == OnForm::Beyond && cell.kind() == AnswerKind::CheckBox
}

/// Each special character after the backslash that escapes it.
const ESCAPED: &str = r"\\\`\*\_\{\}\[\]\<\>\&\|\~\#\$\@\:\!\^\.";

/// Text whose special characters are escaped.
fn escaped(out: Out<'_>) -> Escaped<'_> {
    let replace = |byte| {
        if byte == b'\t' {
            return Some("&#9;");
        }
        let index = ESCAPED.bytes().skip(1).step_by(2).position(|special| special == byte)?;
        ESCAPED.get(2 * index..2 * index + 2)
    };
    Escaped { out, line_break: "<br>", turning: false, edge: "&#32;", replace, number: None }
}

fn text(out: Out<'_>, text: &dyn fmt::Display) -> fmt::Result {
    write!(escaped(out), "{text}")
}
