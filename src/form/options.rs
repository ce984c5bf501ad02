//! What a writer prints in addition to the document, or leaves out.

use alloc::vec::Vec;
use core::fmt;

use super::cell::{Cell, OnForm};
use super::text::word;
use crate::catalogue::{FieldPath, Mark};
use crate::value::language::Language;
use crate::value::sorted::sort_by_key;

/// What a writer prints in addition to the document, or leaves out (印刷の設定). By default, nothing.
///
/// ```
/// use mynumber_pia::catalogue::FieldPath;
/// use mynumber_pia::form::{Mark, Plain, PrintOptions};
/// use mynumber_pia::{Assessment, validate};
///
/// let draft = Assessment::new("form_3_2024_10".parse()?);
/// let report = validate(&draft, chrono::NaiveDate::from_ymd_opt(2025, 6, 1).ok_or("no such day")?);
/// let mut marks: Vec<Mark> = report.iter().map(Mark::from).collect();
/// marks.push(Mark::new(FieldPath::root().at(Assessment::population).untyped(), "要確認"));
/// let page = Plain::with(&draft, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
/// assert!(page.contains("▲【誤り】") && page.contains("▲要確認"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct PrintOptions<'a> {
    /// What to show at the cell with this path: findings, edits, comments. The mark of a part or a list is shown at its first
    /// cell. A mark without a cell is shown at the end.
    pub marks: &'a [Mark],
    /// With English, each Japanese label is followed by its translation. The answers are not translated.
    pub language: Language,
    /// Whether an empty cell shows whether it must be filled in (記載の要否).
    pub requirements: bool,
    /// Whether the page is to be filed or published (提出・公表用): nothing that the form does not print, such as the
    /// parties of a chain that only the document names, and the list of contents as the form has it.
    pub publication: bool,
    /// By what the page was made (作成元), for the last line of the page: [`made_by`](crate::law::made_by). Empty for no such line.
    pub made_by: &'a str,
}

impl PrintOptions<'_> {
    /// Writes by what the page was made.
    pub(super) fn write_made_by(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.made_by.is_empty() { Ok(()) } else { writeln!(f, "\n{}", self.made_by) }
    }

    /// Whether the page shows a cell.
    pub(super) fn shows(&self, on_form: OnForm) -> bool {
        !self.publication || on_form != OnForm::Beyond
    }
}

/// The severity of a mark, as a page prints it before the text: 「【誤り】」. Nothing if it has none.
pub(super) struct SeverityOf<'m>(pub(super) &'m Mark, pub(super) Language);

impl fmt::Display for SeverityOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(mark, language) = self;
        let Some(severity) = mark.severity else { return Ok(()) };
        write!(f, "{}", word(*language, "【", "["))?;
        f.write_str(word(*language, severity.label(), severity.code()))?;
        write!(f, "{}", word(*language, "】", "] "))
    }
}

/// The marks by path, and whether each was shown.
pub(super) struct Marks<'a> {
    /// With the place of each in [`PrintOptions::marks`].
    sorted: Vec<(usize, &'a Mark, bool)>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(options: &PrintOptions<'a>) -> Self {
        let mut sorted: Vec<_> = options.marks.iter().enumerate().map(|(index, mark)| (index, mark, false)).collect();
        sort_by_key(&mut sorted, |(_, mark, _)| &mark.path);
        Self { sorted }
    }

    /// The marks of a cell and of what is inside it.
    pub(super) fn of(&mut self, cell: &Cell<'_>) -> Vec<(usize, &'a Mark)> {
        let mut found = Vec::new();
        if !self.sorted.is_empty() {
            core::iter::once(cell).chain(cell.inside()).for_each(|cell| self.at(cell.path(), &mut found));
        }
        found
    }

    /// The marks at a path that were not shown yet: also those of a part or a list that begins with it.
    fn at(&mut self, path: &FieldPath, found: &mut Vec<(usize, &'a Mark)>) {
        for steps in 0..=path.steps().len() {
            let Some(steps) = path.steps().get(..steps) else { continue };
            let first = self.sorted.partition_point(|(_, mark, _)| mark.path.steps() < steps);
            // All marks of one path are shown together.
            let is_new = |(_, mark, is_shown): &&mut (usize, &Mark, bool)| mark.path.steps() == steps && !*is_shown;
            for (index, mark, is_shown) in self.sorted.iter_mut().skip(first).take_while(is_new) {
                *is_shown = true;
                found.push((*index, *mark));
            }
        }
    }

    /// The marks that were not shown at any cell.
    pub(super) fn rest(&self) -> impl Iterator<Item = (usize, &'a Mark)> {
        self.sorted.iter().filter(|(.., is_shown)| !is_shown).map(|(index, mark, _)| (*index, *mark))
    }
}
