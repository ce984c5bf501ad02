//! A document as plain text.

use alloc::string::String;
use core::fmt::{self, Write as _};

use super::caption::{BlockTitle, Caption};
use super::cell::Cell;
use super::cells::cells;
use super::options::{Marks, PrintOptions, SeverityOf};
use super::piece::{Markup, Piece, answer};
use super::text::{Escaped, Label, Out, width};
use super::words::{ANSWERS, BULLET, MARK, MARKS, beyond, edition, title};
use crate::assessment::Assessment;
use crate::catalogue::{Heading, Level};
use crate::value::answer::AnswerKind;
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
        write!(f, "{}　［{}］", Label::new(title(form.kind()), language), edition(form))?;
        if self.document.extent == Extent::Excerpt {
            write!(f, "　（{}）", Label::new(Extent::Excerpt.label(), language))?;
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
            for (_, mark) in marks.of(&cell) {
                write!(f, "{:MARKS$}{MARK}{}", "", SeverityOf(mark, language))?;
                escaped(f).write_str(&mark.text)?;
                f.write_str("\n")?;
            }
        }
        for (_, mark) in marks.rest() {
            write!(f, "\n{MARK}{}{}　", SeverityOf(mark, language), mark.path)?;
            escaped(f).write_str(&mark.text)?;
            f.write_str("\n")?;
        }
        self.options.write_made_by(f)
    }
}

impl Plain<'_> {
    fn heading(&self, f: &mut fmt::Formatter<'_>, heading: &Heading) -> fmt::Result {
        let label = alloc::format!("{}", Label::new(heading.text, self.options.language));
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
        let mut label = self.label(cell)?;
        if cell.kind() != AnswerKind::CheckBox {
            let columns = width(&label);
            // If there is no room beside the label, the answer begins on the next line.
            label.push_str(if columns < ANSWERS { BREAK.get(columns + 1..).unwrap_or_default() } else { BREAK });
        }
        let mut row = Row { label };
        answer(f, cell, &self.options, &mut row)?;
        // An empty cell has a line too.
        writeln!(f, "{}", row.label.trim_end())
    }
}

/// A row of the page.
struct Row {
    /// What is written before the first line of the answer. Empty from then on.
    label: String,
}

impl Row {
    /// Begins a line of an answer.
    fn line(&mut self, out: Out<'_>) -> fmt::Result {
        out.write_str(if self.label.is_empty() { BREAK } else { &self.label })?;
        self.label.clear();
        Ok(())
    }
}

impl Markup for Row {
    #[inline]
    fn tags(&mut self, out: Out<'_>, cell: &Cell<'_>, piece: Piece) -> Result<[&'static str; 2], fmt::Error> {
        let (is_line, tags) = match piece {
            Piece::Answer | Piece::Below | Piece::Texts => (false, ["", ""]),
            // Without a list, the choice is a word.
            Piece::Chosen { .. } if !cell.is_numbered() => (cell.value().is_answered(), ["", ""]),
            Piece::Chosen { .. } => (true, ["[ ", " ]"]),
            Piece::Note => (false, ["（", "）"]),
            Piece::Choices => (false, ["　＜選択肢＞", ""]),
            Piece::Choice { .. } => (false, [" ", ""]),
            Piece::Group { .. } => (true, ["・", "　"]),
            Piece::Boxes { is_grouped } => (!is_grouped, ["", ""]),
            Piece::Box { is_first, has_more: _ } => (false, [if is_first { "" } else { "　" }, ""]),
            Piece::Tick => (false, [if cell.kind() == AnswerKind::CheckBox { "  [ " } else { "[ " }, " ] "]),
            Piece::Heading { is_separate } | Piece::Text { is_separate, is_under: _ } if cell.is_inside() => {
                (false, [if is_separate { "、" } else { "" }, ""])
            }
            Piece::Heading { .. } => (true, ["", ""]),
            Piece::Text { is_under, is_separate: _ } => (true, [if is_under { "　" } else { "" }, ""]),
            Piece::Gap => (!cell.is_inside(), ["　　", ""]),
            Piece::Need => (!cell.is_inside(), ["（", "）"]),
        };
        if is_line {
            self.line(out)?;
        }
        Ok(tags)
    }

    fn escaped<'w>(&self, out: Out<'w>) -> Escaped<'w> {
        escaped(out)
    }

    fn label(&mut self, out: Out<'_>, cell: &Cell<'_>, label: Label<'_>) -> fmt::Result {
        if cell.kind() == AnswerKind::CheckBox {
            // That of the row has its number too.
            out.write_str(self.label.trim_start())?;
            self.label.clear();
            Ok(())
        } else if cell.kind() == AnswerKind::Choice && !cell.is_numbered() {
            out.write_str(label.japanese)
        } else {
            label.write(out)
        }
    }
}

fn escaped(out: Out<'_>) -> Escaped<'_> {
    Escaped { out, line_break: BREAK, turning: true, edge: " ", replace: |_| None, number: None }
}
