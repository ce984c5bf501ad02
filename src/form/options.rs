//! What a writer prints in addition to the document.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalogue::FieldPath;
use crate::value::language::Language;

/// What a writer prints in addition to the document (印刷の設定). By default, nothing.
///
/// ```
/// use mynumber_pia::Assessment;
/// use mynumber_pia::catalogue::PathTo;
/// use mynumber_pia::form::{PrintOptions, Plain};
///
/// let document = Assessment::new("form_3_2024_10".parse()?);
/// let marks = [(PathTo::root().at(Assessment::population).path(), "要確認".to_string())];
/// let page = Plain::with(&document, PrintOptions { marks: &marks, ..PrintOptions::default() }).to_string();
/// assert!(page.contains("▲要確認"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct PrintOptions<'a> {
    /// Strings to show at the cell with this path: findings, edits, comments. A writer knows only the strings, so
    /// `form` does not depend on what they report. The mark of a part or a list is shown at its first cell. A mark
    /// without a cell is shown at the end.
    pub marks: &'a [(FieldPath, String)],
    /// With English, each Japanese label is followed by its translation. The answers are not translated.
    pub language: Language,
    /// Whether an empty cell shows whether it must be filled in (記載の要否).
    pub requirements: bool,
}

/// The marks by path, and whether each was shown.
pub(super) struct Marks<'a> {
    sorted: Vec<(&'a FieldPath, &'a str, bool)>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(options: &PrintOptions<'a>) -> Self {
        let mut sorted: Vec<_> = options.marks.iter().map(|(path, text)| (path, text.as_str(), false)).collect();
        sorted.sort_by_key(|(path, ..)| *path);
        Self { sorted }
    }

    /// The marks of a cell: those of its path, and those of a part or a list that begins with it.
    pub(super) fn at(&mut self, path: &FieldPath) -> Vec<&'a str> {
        let mut found = Vec::new();
        if self.sorted.is_empty() {
            return found;
        }
        for steps in 0..=path.steps().len() {
            let Some(steps) = path.steps().get(..steps) else { continue };
            let first = self.sorted.partition_point(|(other, ..)| other.steps() < steps);
            let same = self.sorted.iter_mut().skip(first).take_while(|(other, ..)| other.steps() == steps);
            for (_, text, is_shown) in same.filter(|(.., is_shown)| !is_shown) {
                *is_shown = true;
                found.push(*text);
            }
        }
        found
    }

    /// The marks that were not shown at any cell.
    pub(super) fn rest(&self) -> impl Iterator<Item = (&'a FieldPath, &'a str)> {
        self.sorted.iter().filter(|(.., is_shown)| !is_shown).map(|(path, text, _)| (*path, *text))
    }
}
