//! The rows of the catalogue.

use super::{Item, Repetition};
use crate::value::answer::AnswerKind;
use crate::value::kind::FormEdition;
use crate::value::source::Source;

/// Whether an item must be answered (記載の要否): by whom, and when.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Requirement {
    /// Who must answer it.
    pub of: Who,
    /// When the form asks it; always if there is no condition. If a box says that the section does not apply, the item
    /// must be empty, even if nobody must answer it.
    pub when: Option<Condition>,
}

impl Requirement {
    /// Whether every body must always answer it.
    #[must_use]
    pub const fn is_unconditional(self) -> bool {
        matches!(self, Self { of: Who::Everybody, when: None })
    }
}

/// Who must answer an item (記載する機関).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Every body.
    Everybody,
    /// Administrative organs (行政機関等のみ).
    AdministrativeOrgans,
    /// Local governments: the bodies that do not ask the Commission for approval.
    LocalGovernments,
    /// Nobody: it may be left empty (任意).
    Nobody,
}

/// The condition under which a form asks an item (記載の条件).
///
/// It is the answer to another item of the same section.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Condition {
    /// The other item. It comes before the one that depends on it.
    pub item: Item,
    /// The required answer.
    pub is: Expected,
}

/// The required answer to the other item (条件の内容).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// This choice.
    Chosen {
        /// Its code.
        code: &'static str,
        /// Its label.
        label: &'static str,
    },
    /// Any choice other than this one. Without a choice, the condition is undecided.
    ChosenOther {
        /// Its code.
        code: &'static str,
        /// Its label.
        label: &'static str,
    },
    /// The box is ticked.
    Ticked,
    /// The box is not ticked.
    Unticked,
    /// In the group, this box is ticked.
    Has {
        /// Its code.
        code: &'static str,
        /// Its label.
        label: &'static str,
    },
}

impl Expected {
    /// The answer that the condition names, as the form prints it: 「委託する」, or ○ for a box.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Chosen { label, .. } | Self::ChosenOther { label, .. } | Self::Has { label, .. } => label,
            Self::Ticked | Self::Unticked => "○",
        }
    }
}

/// How a change to the item is treated (変更の取扱い).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Materiality {
    /// The form marks it with ※: a change to it is 重要な変更, and the assessment must be repeated before the change.
    Material,
    /// The form does not mark it.
    Ordinary,
}

/// A month of an edition: year and month.
pub(super) type Month = (u16, u8);

/// An item as a form prints it (項目の印刷). An item has several rows if editions print it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The item.
    pub item: Item,
    /// The section number as printed: 「Ⅱ.4.委託事項.⑥」.
    pub number: &'static str,
    /// The label as printed, without the ※.
    pub label: &'static str,
    /// The kind of answer.
    pub answer: AnswerKind,
    /// What the form prints before and after the answer: 「時点」. Mostly empty. With words before it, the answer is in the
    /// cell of the row above: 「（手数料額、納付方法： ）」.
    pub around: (&'static str, &'static str),
    /// Whether the form asks it once or in each entry of a list.
    pub times: Repetition,
    /// Whether it must be answered.
    pub requirement: Requirement,
    /// Whether a change to it is 重要な変更.
    pub materiality: Materiality,
    /// The first edition that prints it this way, if earlier ones are known not to.
    pub(super) since: Option<Month>,
    /// The first edition that no longer prints it this way.
    pub(super) until: Option<Month>,
    /// The text in which the row was read.
    pub source: Source,
}

impl Row {
    /// Whether this edition of its form prints the row.
    #[must_use]
    pub fn is_printed_in(&self, edition: FormEdition) -> bool {
        let month = (edition.year(), edition.month());
        self.since.is_none_or(|since| since <= month) && self.until.is_none_or(|until| month < until)
    }
}

/// Declares the rows of a form, in groups of items that it asks `Once` or in `Each` entry of a list. A row is `Item
/// "number" Kind (requirement) options;`. The requirement is `required`, `voluntary`, `organs`, `locals`, or the condition
/// under which it is required: `Item is List::Choice`, `Item other List::Choice`, `Item has List::Choice`, `Item ticked`
/// or `unless Item`. `voluntary unless Item` must be empty if the box is ticked. The options are `.material`, `.label "as printed"`,
/// `.around "before" "after"`, `.since Y M` and `.until Y M`.
macro_rules! table {
    ($source:expr; $( $times:ident { $(
        $item:ident $number:literal $answer:ident ($($requirement:tt)+) $(. $option:ident $($value:literal)*)*;
    )+ } )+) => {
        &[$( $( $crate::catalogue::row::table!(@row $times, $source; $item $number $answer ($($requirement)+) $(. $option $($value)*)*), )+ )+]
    };
    (@row $times:ident, $source:expr; $item:ident $number:literal $answer:ident ($($requirement:tt)+) $(. $option:ident $($value:literal)*)*) => {
        $crate::catalogue::row::table!(
            @options $crate::catalogue::Row {
                item: $crate::catalogue::Item::$item,
                number: $number,
                label: $crate::catalogue::Item::$item.label(),
                answer: $crate::value::answer::AnswerKind::$answer,
                around: ("", ""),
                times: $crate::catalogue::Repetition::$times,
                requirement: $crate::catalogue::row::table!(@requirement $($requirement)+),
                materiality: $crate::catalogue::Materiality::Ordinary,
                since: None,
                until: None,
                source: $source,
            }; $(. $option $($value)*)*
        )
    };
    (@requirement required) => { $crate::catalogue::row::table!(@of Everybody) };
    (@requirement organs) => { $crate::catalogue::row::table!(@of AdministrativeOrgans) };
    (@requirement locals) => { $crate::catalogue::row::table!(@of LocalGovernments) };
    (@requirement voluntary) => { $crate::catalogue::row::table!(@of Nobody) };
    (@requirement voluntary unless $item:ident) => { $crate::catalogue::row::table!(@of Nobody unless $item) };
    (@requirement $($when:tt)+) => { $crate::catalogue::row::table!(@of Everybody $($when)+) };
    (@of $who:ident) => {
        $crate::catalogue::Requirement { of: $crate::catalogue::Who::$who, when: None }
    };
    (@of $who:ident $item:ident is $choice:path) => { $crate::catalogue::row::table!(@choice $who $item Chosen $choice) };
    (@of $who:ident $item:ident other $choice:path) => {
        $crate::catalogue::row::table!(@choice $who $item ChosenOther $choice)
    };
    (@of $who:ident $item:ident has $choice:path) => { $crate::catalogue::row::table!(@choice $who $item Has $choice) };
    (@of $who:ident $item:ident ticked) => { $crate::catalogue::row::table!(@when $who $item Ticked) };
    (@of $who:ident unless $item:ident) => { $crate::catalogue::row::table!(@when $who $item Unticked) };
    (@choice $who:ident $item:ident $is:ident $choice:path) => {
        $crate::catalogue::row::table!(@when $who $item $is { code: $choice.code(), label: $choice.label() })
    };
    (@when $who:ident $item:ident $($is:tt)+) => {
        $crate::catalogue::Requirement {
            of: $crate::catalogue::Who::$who,
            when: Some($crate::catalogue::Condition {
                item: $crate::catalogue::Item::$item,
                is: $crate::catalogue::Expected::$($is)+,
            }),
        }
    };
    (@options $row:expr;) => { $row };
    (@options $row:expr; . material $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options
            $crate::catalogue::Row { materiality: $crate::catalogue::Materiality::Material, ..$row }; $($rest)*)
    };
    (@options $row:expr; . label $label:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { label: $label, ..$row }; $($rest)*)
    };
    (@options $row:expr; . around $before:literal $after:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { around: ($before, $after), ..$row }; $($rest)*)
    };
    (@options $row:expr; . since $year:literal $month:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { since: Some(($year, $month)), ..$row }; $($rest)*)
    };
    (@options $row:expr; . until $year:literal $month:literal $($rest:tt)*) => {
        $crate::catalogue::row::table!(@options $crate::catalogue::Row { until: Some(($year, $month)), ..$row }; $($rest)*)
    };
}
pub(super) use table;
