//! A document as Markdown.

use core::fmt::{self, Write as _};

use super::caption::{BlockTitle, Caption};
use super::cell::{Cell, OnForm};
use super::cells::cells;
use super::options::{Marks, PrintOptions, SeverityOf};
use super::text::{Escaped, Label, Line, Need, before, beside, lines, tick};
use super::words::{MARK, beyond, edition, header, title};
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Item, Level, PathStep, rows};
use crate::value::answer::{AnswerKind, Tick, Value};
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
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.options.language;
        let form = self.document.form;
        write!(f, "# {}\n\n［{}］", Label(title(form.kind()), language), edition(form))?;
        if self.document.extent == Extent::Excerpt {
            write!(f, "（{}）", Label(Extent::Excerpt.label(), language))?;
        }
        f.write_str("\n")?;
        let mut writer = Writer { page: *self, marks: Marks::new(&self.options), open: Open::Nothing };
        for cell in cells(self.document).filter(|cell| self.options.shows(cell.on_form())) {
            for heading in cell.headings() {
                writer.heading(f, heading)?;
            }
            if cell.path().steps().first() == Some(&PathStep::Field(Assessment::changes.name())) {
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
        Ok(())
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
        let text = Label(heading.text, self.page.options.language);
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

    /// The marks of a cell and of what is inside it.
    fn marks(&mut self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        for cell in core::iter::once(cell).chain(cell.inside()) {
            for (_, mark) in self.marks.at(cell.path()) {
                write!(f, "<br>{MARK} {}", SeverityOf(mark, self.page.options.language))?;
                text(f, &mark.text)?;
            }
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
            for (_, mark) in self.marks.at(cell.path()) {
                write!(f, "| | {MARK} {}", SeverityOf(mark, language))?;
                text(f, &mark.text)?;
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
        self.marks(f, cell)?;
        f.write_str(" |\n")
    }

    fn answer(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.page.options.language;
        match (cell.kind(), cell.value()) {
            (AnswerKind::Choice | AnswerKind::Band, value) => {
                f.write_str("［ ")?;
                match cell.chosen() {
                    Some(chosen) => write!(f, "**{}**", Label(chosen, language))?,
                    None => text(f, &value)?,
                }
                f.write_str(" ］")?;
                if let Some(note) = cell.note() {
                    write!(f, "（{note}）")?;
                }
                cell.around_choices(false).try_for_each(|inside| self.beside(f, inside))?;
                let mut separator = "<br>＜選択肢＞ ";
                for choice in cell.choices() {
                    let Some(ordinal) = choice.ordinal else { continue };
                    f.write_str(separator)?;
                    f.write_str(before(ordinal))?;
                    fmt::Display::fmt(&Label(choice.label, language), f)?;
                    separator = "　";
                }
                cell.around_choices(true).try_for_each(|inside| self.beside(f, inside))?;
            }
            (AnswerKind::CheckBoxes, _) => {
                let (mut group, mut before) = (None, "");
                for choice in cell.choices() {
                    f.write_str(before)?;
                    before = "　";
                    if choice.group != group {
                        if group.is_some() {
                            f.write_str("<br>")?;
                        }
                        group = choice.group;
                        write!(f, "・{}　", Label(group.unwrap_or_default(), language))?;
                    }
                    boxed(f, choice.chosen)?;
                    write!(f, " {}", Label(choice.label, language))?;
                    for inside in cell.inside().iter().filter(|inside| inside.is_of_choice(choice.code)) {
                        self.beside(f, inside)?;
                    }
                }
            }
            (_, Value::Box(box_)) => {
                boxed(f, box_)?;
                if cell.on_form() != OnForm::Beyond {
                    write!(f, " {}", Label(cell.label(), language))?;
                }
                self.inside(f, cell)?;
            }
            (AnswerKind::Text | AnswerKind::Number | AnswerKind::Date | AnswerKind::CheckBox, value) => {
                let mut before = "";
                lines(value, &mut |line| {
                    f.write_str(core::mem::replace(&mut before, "<br>"))?;
                    match line {
                        Line::Heading(heading) => write!(escaped(f), "{heading}"),
                        Line::Text(line, is_under) => {
                            f.write_str(if is_under { "　" } else { "" })?;
                            text(f, line)
                        }
                    }
                })?;
                f.write_str(if before.is_empty() && !cell.after().is_empty() { "　　" } else { "" })?;
                f.write_str(cell.after())?;
                self.inside(f, cell)?;
            }
        }
        self.need(f, cell)
    }

    /// Whether an empty cell must be filled in.
    fn need(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let options = self.page.options;
        if options.requirements && !cell.value().is_answered() && cell.on_form() == OnForm::Printed {
            write!(f, "（{}）", Need(cell, options.language))?;
        }
        Ok(())
    }

    /// What the form prints in the same cell after the answer.
    fn inside(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        cell.inside().iter().try_for_each(|inside| self.beside(f, inside))
    }

    fn beside(&self, f: &mut fmt::Formatter<'_>, inside: &Cell<'_>) -> fmt::Result {
        let options = self.page.options;
        beside(f, inside, escaped, options.requirements.then_some(options.language))
    }

    /// A cell of the change table.
    fn change(&mut self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let Markdown { document, options } = self.page;
        let language = options.language;
        if self.open != Open::Changes {
            self.close(f)?;
            let columns = rows(document.kind(), document.form.edition()).filter(|row| row.number == cell.number());
            f.write_str("\n|")?;
            let mut bar = alloc::string::String::from("\n|");
            for row in columns {
                write!(f, " {} |", Label(row.label, language))?;
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
            match cell.chosen() {
                Some(chosen) => write!(f, "{}", Label(chosen, language))?,
                None if cell.kind() == AnswerKind::Choice => {
                    write!(f, "{}", cell.value())?;
                    self.need(f, cell)?;
                }
                None => self.answer(f, cell)?,
            }
        } else {
            write!(f, "<br>*{}*：{} ", beyond(language), Label(cell.label(), language))?;
            self.answer(f, cell)?;
        }
        self.open = Open::Changes;
        self.marks(f, cell)
    }
}

fn boxed(f: &mut fmt::Formatter<'_>, box_: Tick) -> fmt::Result {
    write!(f, "［{}］", tick(box_))
}

/// Text whose special characters are escaped.
fn escaped(out: &mut dyn fmt::Write) -> Escaped<'_> {
    let replace = |byte| {
        Some(match byte {
            b'\\' => "\\\\",
            b'`' => "\\`",
            b'*' => "\\*",
            b'_' => "\\_",
            b'{' => "\\{",
            b'}' => "\\}",
            b'[' => "\\[",
            b']' => "\\]",
            b'<' => "\\<",
            b'>' => "\\>",
            b'&' => "\\&",
            b'|' => "\\|",
            b'~' => "\\~",
            b'#' => "\\#",
            b'$' => "\\$",
            b'@' => "\\@",
            b':' => "\\:",
            b'!' => "\\!",
            b'^' => "\\^",
            b'.' => "\\.",
            b'\t' => "&#9;",
            _ => return None,
        })
    };
    Escaped { out, line_break: "<br>", turning: false, edge: "&#32;", replace, number: None }
}

fn text(f: &mut fmt::Formatter<'_>, text: &dyn fmt::Display) -> fmt::Result {
    write!(escaped(f), "{text}")
}
