//! A document as plain text.

use alloc::string::String;
use core::fmt::{self, Write as _};

use super::caption::{BlockTitle, Caption};
use super::cell::{Cell, OnForm};
use super::cells::cells;
use super::options::{Marks, PrintOptions, SeverityOf};
use super::text::{Escaped, Label, Line, Need, before, beside, lines, tick, width};
use super::words::{ANSWERS, BULLET, MARK, MARKS, beyond, edition, title};
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Level};
use crate::value::answer::{AnswerKind, Value};
use crate::value::choice::Extent;

/// A document as plain text (テキスト), for terminals and for comparing two versions line by line.
///
/// Labels are in one column and answers in another; a full-width character counts as two columns. Lines of an answer
/// are never wrapped. Control characters, including those that change the text direction, are printed as escapes such
/// as `\u{1b}`.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::form::Plain;
///
/// let document = Assessment::new("form_3_2024_10".parse()?);
/// let page = Plain::new(&document).to_string();
/// assert!(page.starts_with("特定個人情報保護評価書（重点項目評価書）　［令和6年10月 様式3］\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Plain<'a> {
    document: &'a Assessment,
    options: PrintOptions<'a>,
}

/// The prefix of each line of an answer.
const BREAK: &str = "\n                                    ";
const _: () = assert!(BREAK.len() == 1 + ANSWERS, "answers begin at their column");

impl<'a> Plain<'a> {
    /// Creates the text of the document only.
    #[must_use]
    pub fn new(document: &'a Assessment) -> Self {
        Self::with(document, PrintOptions::default())
    }

    /// Creates the text of the document and what the options add.
    #[must_use]
    pub const fn with(document: &'a Assessment, options: PrintOptions<'a>) -> Self {
        Self { document, options }
    }
}

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = self.options.language;
        let mut marks = Marks::new(&self.options);
        let form = self.document.form;
        write!(f, "{}　［{}］", Label(title(form.kind()), language), edition(form))?;
        if self.document.extent == Extent::Excerpt {
            write!(f, "　（{}）", Label(Extent::Excerpt.label(), language))?;
        }
        f.write_str("\n")?;
        for cell in cells(self.document).filter(|cell| self.options.shows(cell.on_form())) {
            for heading in cell.headings() {
                self.heading(f, heading)?;
            }
            if let Some(title) = BlockTitle::above(&cell, language) {
                writeln!(f, "\n  ■ {title}")?;
            }
            if !cell.is_block_title() {
                self.cell(f, &cell)?;
            }
            for cell in core::iter::once(&cell).chain(cell.inside()) {
                for (_, mark) in marks.at(cell.path()) {
                    write!(f, "{:MARKS$}{MARK}{}", "", SeverityOf(mark, language))?;
                    escaped(f).write_str(&mark.text)?;
                    f.write_str("\n")?;
                }
            }
        }
        for (_, mark) in marks.rest() {
            write!(f, "\n{MARK}{}{}　", SeverityOf(mark, language), mark.path)?;
            escaped(f).write_str(&mark.text)?;
            f.write_str("\n")?;
        }
        Ok(())
    }
}

impl Plain<'_> {
    fn heading(&self, f: &mut fmt::Formatter<'_>, heading: &Heading) -> fmt::Result {
        let label = alloc::format!("{}", Label(heading.text, self.options.language));
        match heading.level {
            Level::Section => writeln!(f, "\n{label}\n{:=<1$}", "", width(&label)),
            Level::Part => writeln!(f, "\n{label}"),
            Level::Risk => writeln!(f, "\n  {label}"),
            Level::Group | Level::Note => writeln!(f, "  {label}"),
        }
    }

    /// The text before the answer.
    fn label(&self, cell: &Cell<'_>) -> Result<String, fmt::Error> {
        let language = self.options.language;
        let mut text = String::from("  ");
        match Caption::of(cell, language) {
            Caption::Line(title) => {
                let empty = text.len();
                write!(escaped(&mut text), "{title}")?;
                if text.len() == empty && cell.blocks().next_back().is_some_and(|block| block.index > 0) {
                    text.push(BULLET);
                }
            }
            Caption::Block(title) => write!(text, "■ {title}")?,
            Caption::Label { number, label, mark } => {
                let number = if number.is_empty() { "  " } else { number };
                write!(text, "{number}{label}{mark}")?;
            }
            Caption::Beyond { tier, label } => {
                write!(text, "{:1$}（{2}：", "", cell.tier() * 2, beyond(language))?;
                if let Some(tier) = tier {
                    write!(text, "{tier} ")?;
                }
                write!(text, "{label}）")?;
            }
        }
        Ok(text)
    }

    fn cell(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.options.language;
        let mut label = self.label(cell)?;
        if let Value::Box(box_) = cell.value() {
            write!(f, "  [ {} ] {}", tick(box_), label.trim_start())?;
            self.inside(f, cell)?;
            return f.write_str("\n");
        }
        let columns = width(&label);
        // If there is no room beside the label, the answer begins on the next line.
        label.push_str(if columns < ANSWERS { BREAK.get(columns + 1..).unwrap_or_default() } else { BREAK });
        let mut rest = label;
        let mut begin = |f: &mut fmt::Formatter<'_>| {
            let written = f.write_str(if rest.is_empty() { BREAK } else { &rest });
            rest.clear();
            written
        };
        match cell.kind() {
            AnswerKind::Choice | AnswerKind::Band if cell.choices().any(|choice| choice.ordinal.is_some()) => {
                begin(f)?;
                self.choice(f, cell)?;
            }
            AnswerKind::CheckBoxes => {
                let (mut group, mut separator) = (None, "");
                begin(f)?;
                for choice in cell.choices() {
                    if choice.group != group {
                        if group.is_some() {
                            begin(f)?;
                        }
                        separator = "";
                        group = choice.group;
                        write!(f, "・{}　", Label(group.unwrap_or_default(), language))?;
                    }
                    f.write_str(separator)?;
                    f.write_str("[ ")?;
                    f.write_str(tick(choice.chosen))?;
                    f.write_str(" ] ")?;
                    fmt::Display::fmt(&Label(choice.label, language), f)?;
                    for inside in cell.inside().iter().filter(|inside| inside.is_of_choice(choice.code)) {
                        self.beside(f, inside)?;
                    }
                    separator = "　";
                }
            }
            AnswerKind::Text
            | AnswerKind::Number
            | AnswerKind::Date
            | AnswerKind::CheckBox
            | AnswerKind::Choice
            | AnswerKind::Band => {
                let mut is_empty = true;
                lines(cell.value(), &mut |line| {
                    is_empty = false;
                    begin(f)?;
                    match line {
                        Line::Heading(heading) => write!(escaped(f), "{heading}"),
                        Line::Text(text, is_under) => {
                            f.write_str(if is_under { "　" } else { "" })?;
                            write!(escaped(f), "{text}")
                        }
                    }
                })?;
                if is_empty && !(cell.after().is_empty() && cell.inside().is_empty()) {
                    begin(f)?;
                    f.write_str("　　")?;
                }
                f.write_str(cell.after())?;
                self.inside(f, cell)?;
            }
        }
        if self.options.requirements && !cell.value().is_answered() && cell.on_form() == OnForm::Printed {
            begin(f)?;
            write!(f, "（{}）", Need(cell, language))?;
        }
        // An empty cell has a line too.
        writeln!(f, "{}", rest.trim_end())
    }

    /// What the form prints in the same cell after the answer.
    fn inside(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        cell.inside().iter().try_for_each(|inside| self.beside(f, inside))
    }

    fn beside(&self, f: &mut fmt::Formatter<'_>, inside: &Cell<'_>) -> fmt::Result {
        let options = self.options;
        beside(f, inside, escaped, options.requirements.then_some(options.language))
    }

    fn choice(&self, f: &mut fmt::Formatter<'_>, cell: &Cell<'_>) -> fmt::Result {
        let language = self.options.language;
        match cell.chosen() {
            Some(chosen) => write!(f, "[ {} ]", Label(chosen, language))?,
            None => write!(f, "[ {} ]", cell.value())?,
        }
        if let Some(note) = cell.note() {
            write!(f, "（{note}）")?;
        }
        cell.around_choices(false).try_for_each(|inside| self.beside(f, inside))?;
        let mut separator = "　＜選択肢＞ ";
        for choice in cell.choices() {
            let Some(ordinal) = choice.ordinal else { continue };
            f.write_str(separator)?;
            f.write_str(before(ordinal))?;
            fmt::Display::fmt(&Label(choice.label, language), f)?;
            separator = " ";
        }
        cell.around_choices(true).try_for_each(|inside| self.beside(f, inside))
    }
}

fn escaped(out: &mut dyn fmt::Write) -> Escaped<'_> {
    Escaped { out, line_break: BREAK, turning: true, edge: " ", replace: |_| None, number: None }
}
