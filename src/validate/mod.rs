//! 検査: everything in an assessment that is missing or contradictory, in the order of the form.
//!
//! [`validate`] never fails: it finds. A draft has many findings and a published assessment some; each says which rule it
//! breaks ([`RULES`]), where, what was seen and what was expected, in Japanese and in English.
//!
//! ```
//! use chrono::NaiveDate;
//! use mynumber_pia::assessment::Assessment;
//! use mynumber_pia::validate::{Language, Rule, validate};
//!
//! let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "key_item", "edition": "form_3_2024_10",
//!     "file_sections": [{"provision": {"transferred": "ticked", "transferred_count": 1, "transfers": [{}, {}]}}]}"#;
//! let assessment: Assessment = serde_json::from_str(json)?;
//! let report = validate(&assessment, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
//! let count = report.iter().find(|finding| finding.rule == Rule::TransferCount).unwrap();
//! assert_eq!(count.place.path.to_string(), "file_sections[0].provision.transferred_count");
//! assert_eq!(count.text(Language::Japanese), "Ⅱ.5 移転を行っている 件数［1番目のファイル］：1件とあるが、記載は2件である");
//! assert_eq!(count.text(Language::English), "Ⅱ.5 移転を行っている 件数［1番目のファイル］: declares 1; listed: 2");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
#![doc = include_str!("rules.md")]

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::answer::{Answer, Content, Entry};
use crate::assessment::{Assessment, FileSection};
use crate::catalogue::{FieldPath, Item, Path, Step, place, row};
use crate::choice::Extent;
use crate::date::FormDate;
use crate::kind::{AssessmentKind, FormEdition};

mod blocks;
mod chains;
mod changes;
mod citations;
mod complete;
mod consistent;
mod dates;
mod finding;
mod glance;
mod material;
mod names;
mod report;
mod risks;
mod rule;
mod threshold;

use blocks::{EmptyBlocks, empty_blocks};
#[doc(alias = "指摘")]
pub use finding::Finding;
#[doc(alias = "言語")]
pub use finding::Language;
#[doc(alias = "項目の所在")]
pub use finding::Place;
use finding::blocks;
#[doc(alias = "不備のない評価書")]
pub use report::Complete;
#[doc(alias = "公表の対象")]
pub use report::Publishable;
#[doc(alias = "検査結果")]
pub use report::Report;
#[doc(alias = "検査規則の一覧")]
pub use rule::RULES;
#[doc(alias = "検査規則")]
pub use rule::Rule;
#[doc(alias = "規則の内容")]
pub use rule::RuleRow;
#[doc(alias = "重大度")]
pub use rule::Severity;

/// Checks an assessment (検査) as of a day: all that is missing, contradictory or unlikely, in the order of the form.
///
/// Total: any document gives a report, and the same document and day give the same one. Of an excerpt
/// ([`Extent::Excerpt`]) nothing is found missing that it may not show.
#[doc(alias = "検査")]
#[must_use]
pub fn validate(assessment: &Assessment, as_of: NaiveDate) -> Report {
    let mut check = Check::new(assessment, as_of);
    let signs = check.complete();
    check.consistent();
    check.chains();
    check.dates();
    check.threshold();
    check.citations(signs);
    check.changes();
    check.finish()
}

/// A check in progress.
struct Check<'a> {
    assessment: &'a Assessment,
    as_of: NaiveDate,
    kind: AssessmentKind,
    edition: Option<FormEdition>,
    is_excerpt: bool,
    sections: Vec<FileSection<'a>>,
    empty_blocks: Vec<EmptyBlocks>,
    found: Vec<Finding>,
}

/// The other end of a contradiction.
type Other = Option<(Item, FieldPath)>;

impl<'a> Check<'a> {
    fn new(assessment: &'a Assessment, as_of: NaiveDate) -> Self {
        Self {
            assessment,
            as_of,
            kind: assessment.kind(),
            edition: assessment.edition().given().copied(),
            is_excerpt: *assessment.extent() == Extent::Excerpt,
            sections: assessment.file_sections(),
            empty_blocks: empty_blocks(assessment),
            found: Vec::new(),
        }
    }

    /// The day of the check, as a form prints a date.
    fn day(&self) -> String {
        FormDate::try_from(self.as_of).map_or_else(|_| self.as_of.to_string(), |day| day.to_string())
    }

    fn place(&self, item: Item, path: FieldPath) -> Place {
        let printed = printed_numbers(self.assessment, &path);
        Place::new(item, row(self.kind, self.edition, item), path, printed)
    }

    fn add(
        &mut self,
        rule: Rule,
        (item, path): (Item, FieldPath),
        seen: impl Into<String>,
        expected: impl Into<String>,
        other: Other,
    ) {
        let place = self.place(item, path);
        let other = other.map(|(item, path)| self.place(item, path));
        self.found.push(Finding { rule, place, seen: seen.into(), expected: expected.into(), other });
    }

    fn finish(mut self) -> Report {
        let kind = self.kind;
        // Stable: of one place, in the order of the rules' groups.
        self.found.sort_by_cached_key(|finding| order(kind, &finding.place));
        Report::new(self.found)
    }
}

/// Where a finding stands in the form: the block of the outer list and the place in it, the same of the inner list, and
/// the item.
fn order(kind: AssessmentKind, at: &Place) -> [usize; 5] {
    let own = usize::from(place(kind, at.item));
    let mut places = [(own, 0), (own, 0)];
    for (slot, (block, index)) in places.iter_mut().zip(blocks(&at.path)) {
        *slot = (usize::from(place(kind, block.first)), index);
    }
    let [(outer, outer_index), (inner, inner_index)] = places;
    [outer, outer_index, inner, inner_index, own]
}

/// The numbers that the document prints for the first two blocks that a path leads through.
fn printed_numbers(assessment: &Assessment, path: &FieldPath) -> [Option<u32>; 2] {
    /// Of 様式3 and 様式4.
    macro_rules! upper {
        ($document:ident, $outer:ident, $inner:ident) => {
            match ($outer, $inner) {
                (Some(("systems", place)), _) => [$document.systems.get(place).map(|system| system.number), None],
                (Some(("file_sections", place)), Some((list, inner))) => {
                    let section = $document.file_sections.get(place);
                    let number = section.and_then(|section| match list {
                        "entrustments" => section.entrustments.get(inner).map(|one| one.number),
                        "provisions" => section.provision.provisions.get(inner).map(|one| one.number),
                        "transfers" => section.provision.transfers.get(inner).map(|one| one.number),
                        _ => None,
                    });
                    [None, number]
                }
                (_, _) => [None, None],
            }
        };
    }
    let mut elements = blocks(path).map(|(block, place)| (block.list, place));
    let (outer, inner) = (elements.next(), elements.next());
    let numbers = match assessment {
        Assessment::BasicItem(document) => match outer {
            Some(("systems", place)) => [document.systems.get(place).map(|system| system.number), None],
            _ => [None, None],
        },
        Assessment::KeyItem(document) => upper!(document, outer, inner),
        Assessment::AllItem(document) => upper!(document, outer, inner),
    };
    numbers.map(|number| number.and_then(|number| number.given().copied()))
}

/// A path from the document on.
fn path(field: &'static str) -> FieldPath {
    Path::ROOT.field(field).to_owned()
}

/// An element of a list of the document.
fn element(list: &'static str, index: usize) -> FieldPath {
    Path::ROOT.field(list).to(Step::Index(index)).to_owned()
}

/// An answer as the form shows it.
fn shown<T: Content>(answer: &Answer<T>) -> String {
    answer.value().to_string()
}
