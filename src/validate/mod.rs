//! 検査: everything in an assessment that is missing or contradictory, in the order of the form.
//!
//! Officers fill in an assessment by hand and change it over years. Typical mistakes: a section is left empty, a declared
//! number differs from the list, a risk section denies what a file section reports, or a law is cited under a number that
//! has changed. [`validate`] finds these before the assessment is published.
//!
//! A check never fails; it returns a [`Report`]. Each [`Finding`] says which of the [`RULES`] the document breaks, where,
//! what was seen and what was expected, in Japanese and in English. An unfinished draft has many findings. A function that
//! accepts only documents without errors can take a [`Complete`].
//!
//! ```
//! use chrono::NaiveDate;
//! use mynumber_pia::validate::{Language, Rule};
//! use mynumber_pia::{Assessment, validate};
//!
//! let json = r#"{"format": "mynumber-pia", "version": 1,
//!     "kind": "key_item", "edition": "form_3_2024_10", "file_sections": [
//!     {"provision": {"transferred": "ticked", "transferred_count": 1, "transfers": [{}, {}]}}
//! ]}"#;
//! let assessment: Assessment = serde_json::from_str(json)?;
//! let report = validate(&assessment, NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
//! let count = report.iter().find(|finding| finding.rule == Rule::TransferCount).unwrap();
//! assert_eq!(count.location.path.to_string(), "file_sections[0].provision.transferred_count");
//! let japanese = "Ⅱ.5 移転を行っている 件数［1番目のファイル］：1件とあるが、記載は2件である";
//! assert_eq!(count.text(Language::Japanese), japanese);
//! assert!(count.text(Language::English).ends_with(": declares 1, but lists 2"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
#![doc = include_str!("rules.md")]

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::assessment::file::{FileSection, RecordItemGroup};
use crate::assessment::risk::Risk;
use crate::assessment::system::InformationSystem;
use crate::assessment::{Assessment, EmptyBlocks};
use crate::catalogue::{FieldPath, Item, row};
use crate::threshold::Exemption;
use crate::value::answer::{Answer, Content};
use crate::value::choice::Extent;
use crate::value::date::FormDate;
use crate::value::kind::{AssessmentKind, FormEdition};
use crate::value::sorted::sort_by_key;

mod chains;
mod changes;
mod citations;
mod complete;
mod consistent;
mod dates;
mod finding;
mod key;
mod material;
mod names;
mod path;
mod report;
mod risks;
mod rows;
mod rule;
mod threshold;
mod unprinted;

#[doc(no_inline)]
pub use crate::value::language::Language;

export! {
    crate::value::severity::Severity "重大度";
    finding::Finding "指摘";
    finding::Location "項目の所在";
    key::FindingStatus "前回の検査との差";
    report::Complete "不備のない評価書";
    report::MAX_FINDINGS "指摘の数の上限";
    report::Report "検査結果";
    rule::RULES "検査規則の一覧";
    rule::Rule "検査規則";
    rule::RuleRow "規則の内容";
}

/// Checks an assessment as of a day (検査).
///
/// Lists everything missing, contradictory or unlikely, in the order of the form.
///
/// Total: every document gives a report, and the same document and day always give the same report. In an excerpt
/// ([`Extent::Excerpt`]), nothing is reported as missing that the excerpt may leave out. A report lists at most
/// [`MAX_FINDINGS`] findings; if there are more, it [is cut](Report::is_cut).
///
/// Assumes that the affair is not exempt; [`validate_with`] accepts an exemption.
#[doc(alias = "検査")]
#[must_use]
pub fn validate(assessment: &Assessment, as_of: NaiveDate) -> Report {
    validate_with(assessment, as_of, None)
}

/// Checks an assessment whose affair may be exempt (検査、適用除外), which no form asks for. Otherwise it is [`validate`].
///
/// If the ground on which 規則第4条 exempts the affair is given, no assessment is required, whatever the facts are. Without it, a
/// stated "no obligation" is an error if the facts oblige: most affairs are not exempt.
///
/// ```
/// use chrono::NaiveDate;
/// use mynumber_pia::assessment::Assessment;
/// use mynumber_pia::threshold::Exemption;
/// use mynumber_pia::validate::{Rule, validate, validate_with};
///
/// let json = r#"{"format": "mynumber-pia", "version": 1, "kind": "basic_item", "edition": "form_2_2024_10",
///     "population": "at_least_300000", "threshold": {"result": "none"}}"#;
/// let assessment: Assessment = serde_json::from_str(json)?;
/// let as_of = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
/// assert!(validate(&assessment, as_of).iter().any(|finding| finding.rule == Rule::ResultNotDetermined));
///
/// let report = validate_with(&assessment, as_of, Some(Exemption::PersonnelFilesOnly));
/// assert!(report.iter().all(|finding| finding.rule != Rule::ResultNotDetermined));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "検査")]
#[doc(alias = "適用除外")]
#[must_use]
pub fn validate_with(assessment: &Assessment, as_of: NaiveDate, exemption: Option<Exemption>) -> Report {
    let mut check = Check::new(assessment, as_of);
    let cells = check.complete();
    check.consistent();
    check.chains();
    check.dates();
    check.threshold(exemption);
    check.citations(cells);
    check.changes();
    check.finish()
}

/// A check in progress. It does not look at what the form does not print.
struct Check<'a> {
    assessment: &'a Assessment,
    as_of: NaiveDate,
    kind: AssessmentKind,
    edition: Option<FormEdition>,
    is_excerpt: bool,
    /// The systems, if the form asks for more than their names.
    systems: &'a [InformationSystem],
    sections: &'a [FileSection],
    record_items: &'a [RecordItemGroup],
    risks: &'a [Risk],
    empty_blocks: Vec<EmptyBlocks>,
    found: Vec<Finding>,
    /// Whether there were more findings than a report lists.
    is_cut: bool,
}

/// An item and the path of its field.
type Spot = (Item, FieldPath);

impl<'a> Check<'a> {
    fn new(assessment: &'a Assessment, as_of: NaiveDate) -> Self {
        let (kind, edition) = (assessment.kind(), assessment.form.edition());
        let prints = |item| row(kind, edition, item).is_some();
        let sections = if_printed(&assessment.file_sections, prints(Item::SectionFileNames));
        Self {
            assessment,
            as_of,
            kind,
            edition,
            is_excerpt: assessment.extent == Extent::Excerpt,
            systems: if_printed(&assessment.systems, prints(Item::SystemConnections)),
            sections,
            record_items: if_printed(&assessment.record_items, prints(Item::RecordItems)),
            risks: if_printed(&assessment.risks, prints(Item::RiskFileNames)),
            empty_blocks: EmptyBlocks::of_sections(sections),
            found: Vec::new(),
            is_cut: false,
        }
    }

    /// Whether the form prints an item.
    fn prints(&self, item: Item) -> bool {
        row(self.kind, self.edition, item).is_some()
    }

    /// The day of the check, as a form prints a date.
    fn day(&self) -> String {
        FormDate::try_from(self.as_of).map_or_else(|_| self.as_of.to_string(), |day| day.to_string())
    }

    fn location(&self, (item, path): Spot) -> Location {
        Location::of(self.assessment, item, path)
    }

    fn add(&mut self, rule: Rule, at: Spot, seen: impl Into<String>, expected: impl Into<String>, other: Option<Spot>) {
        self.add_as(rule.severity(), rule, at, seen, expected, other);
    }

    fn add_as(
        &mut self,
        severity: Severity,
        rule: Rule,
        at: Spot,
        seen: impl Into<String>,
        expected: impl Into<String>,
        other: Option<Spot>,
    ) {
        if self.found.len() == MAX_FINDINGS {
            self.is_cut = true;
            return;
        }
        let location = self.location(at);
        let other = other.map(|other| self.location(other));
        self.found.push(Finding { rule, severity, location, seen: seen.into(), expected: expected.into(), other });
    }

    fn finish(mut self) -> Report {
        let assessment = self.assessment;
        // Stable, so that findings on the same field keep the order of the rule groups.
        sort_by_key(&mut self.found, |finding| assessment.order(finding.location.item, &finding.location.path));
        Report::new(self.found, self.is_cut)
    }
}

fn if_printed<T>(list: &[T], is_printed: bool) -> &[T] {
    if is_printed { list } else { &[] }
}

/// The document, at which every path begins.
fn root() -> FieldPath<Assessment> {
    FieldPath::root()
}

/// An answer as the form prints it.
fn shown<T: Content>(answer: &Answer<T>) -> String {
    answer.value().to_string()
}
