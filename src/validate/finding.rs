//! What a check finds.

use alloc::string::{String, ToString};
use core::fmt;

use super::rule::Rule;
use crate::assessment::{Assessment, Block, blocks};
use crate::catalogue::{FieldPath, Item, Mark, PathStep, Row, at, printed_number, row};
use crate::value::language::Language;
use crate::value::severity::Severity;

/// An item of the document and its path (項目の所在).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Location {
    /// The item of the form.
    pub item: Item,
    /// The section number as printed. Empty if the form does not print the item.
    pub number: &'static str,
    /// The label as printed.
    pub label: &'static str,
    /// The path of the field, part or list. It is empty if the finding is about the header of the document, which has no
    /// paths: a finding about the edition is at the item that the form prints beside it.
    pub path: FieldPath,
    /// The numbers that the document prints for the blocks on the path.
    #[serde(skip)]
    printed: [Option<u32>; 2],
}

impl Location {
    /// The location of an item in a document.
    pub(crate) fn of(document: &Assessment, item: Item, path: FieldPath) -> Self {
        let printed = printed_numbers(document, &path);
        Self::new(item, row(document.kind(), document.form.edition(), item), path, printed)
    }

    /// The number that the document prints for a block on the path, by its rank among them.
    pub(super) fn printed(&self, nth: usize) -> Option<u32> {
        self.printed.get(nth).copied().flatten()
    }

    fn new(item: Item, row: Option<&'static Row>, path: FieldPath, printed: [Option<u32>; 2]) -> Self {
        let (number, label) = row.map_or(("", item.label()), |row| (row.number, row.label));
        Self { item, number, label, path, printed }
    }
}

/// The numbers that the document prints for the first two blocks on a path.
fn printed_numbers(assessment: &Assessment, path: &FieldPath) -> [Option<u32>; 2] {
    let mut numbers = [None, None];
    let steps = path.steps();
    let entries = steps.iter().enumerate().filter(|(_, step)| matches!(step, PathStep::Index(_)));
    for (slot, (last, _)) in numbers.iter_mut().zip(entries) {
        *slot = steps.get(..=last).and_then(|steps| at(assessment, steps)?.part()).and_then(printed_number);
    }
    numbers
}

/// The printed number and label, then the block if there are several, by the number that the document prints or else by
/// its index: 「Ⅱ.4.委託事項.⑥ 委託先名［1番目のファイル・委託事項2］」.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            "" => f.write_str(self.label)?,
            // The number of a whole block already contains the label.
            number if number.ends_with(self.label) => f.write_str(number)?,
            number => write!(f, "{number} {}", self.label)?,
        }
        let mut separator = '［';
        let printed = self.printed.iter().copied().chain(core::iter::repeat(None));
        for (Block { word, index, .. }, printed) in blocks(&self.path).zip(printed) {
            match printed {
                Some(number) => write!(f, "{separator}{word}{number}")?,
                None => write!(f, "{separator}{}番目の{word}", index.saturating_add(1))?,
            }
            separator = '・';
        }
        if separator == '・' { f.write_str("］") } else { Ok(()) }
    }
}

/// Something that breaks a rule (指摘).
///
/// It holds the [`Rule`], the [`Location`] of the item, what the document says there and what was expected.
/// [`text`](Self::text) makes a sentence of them in either language.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::validate::Rule;
/// use mynumber_pia::{Assessment, Language, validate};
///
/// let mut draft = Assessment::new("form_2_2024_10".parse()?);
/// draft.cover.published = "令和7年4月1日".parse()?;
/// draft.number_use_bases = "番号法第9条第1項、別表第一の30の項".parse()?;
/// let report = validate(&draft, NaiveDate::from_ymd_opt(2025, 6, 1).ok_or("no such day")?);
/// let finding = report.iter().find(|finding| finding.rule == Rule::NotInForce).ok_or("not found")?;
/// assert_eq!(finding.seen, "番号法別表第一の30の項");
/// assert_eq!(finding.location.number, "Ⅰ.3");
/// assert!(finding.text(Language::English).contains("was not in force"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How severe it is.
    pub severity: Severity,
    /// Where it was found.
    pub location: Location,
    /// What the document says there. Empty if it says nothing.
    pub seen: String,
    /// What was expected. Empty if that is obvious from the rule.
    pub expected: String,
    /// The other end of a contradiction.
    pub other: Option<Location>,
}

impl Finding {
    /// The finding in words: the printed item and what is wrong with it.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let other = self.other.as_ref().map(ToString::to_string).unwrap_or_default();
        self.rule.row().found(language, &self.location, [&self.seen, &self.expected, &other])
    }
}

/// The Japanese text.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::Japanese))
    }
}

/// A mark with the severity and the Japanese text of the finding at its path, to be printed on the page of the document.
/// [`Mark::finding`] takes the text in another language.
impl From<&Finding> for Mark {
    fn from(finding: &Finding) -> Self {
        Self::finding(finding.location.path.clone(), finding.severity, finding.text(Language::Japanese))
    }
}

/// The severity with its label, the code and the source of the rule, the location, what was seen and expected, the contradicting
/// location, and the texts.
impl serde::Serialize for Finding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let Self { rule, severity, location, seen, expected, other } = self;
        let mut finding = serializer.serialize_struct("Finding", 13)?;
        finding.serialize_field("severity", severity)?;
        finding.serialize_field("severity_label", severity.label())?;
        finding.serialize_field("code", rule.code())?;
        finding.serialize_field("item", &location.item)?;
        finding.serialize_field("number", location.number)?;
        finding.serialize_field("label", location.label)?;
        finding.serialize_field("path", &location.path)?;
        finding.serialize_field("seen", seen)?;
        finding.serialize_field("expected", expected)?;
        finding.serialize_field("other", other)?;
        finding.serialize_field("source", rule.row().source)?;
        finding.serialize_field("ja", &self.text(Language::Japanese))?;
        finding.serialize_field("en", &self.text(Language::English))?;
        finding.end()
    }
}
