//! The headings inside a cell: how they are printed, and which of them a line begins with.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::value::text::Text;
use crate::value::width::fold;

/// A heading as it is printed before its text (見出し).
pub(crate) struct LineHeading<'h>(pub(crate) &'h str);

impl fmt::Display for LineHeading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(heading) = self;
        if !is_marked(heading) {
            return write!(f, "＜{heading}＞");
        }
        let blank = if heading.ends_with(CLOSING) { "" } else { "　" };
        write!(f, "{heading}{blank}")
    }
}

/// The brackets that a heading can end with.
const CLOSING: [char; 12] = ['】', '〕', '〉', '》', '≫', '］', '）', '＞', ']', ')', '>', '」'];

/// The brackets and bullets that a heading can begin with, in half width.
const MARKS: &str = "([<{【〔〈《≪「『・･*-○●◎◯■□◆◇▲△▼▽※★☆";

/// Whether a heading has marks of its own: it begins with a bracket, a bullet or a number.
fn is_marked(heading: &str) -> bool {
    let mut rest = heading.trim_start().chars().map(fold).skip_while(char::is_ascii_digit);
    let is_numbered = heading.trim_start().chars().next().is_some_and(|first| fold(first).is_ascii_digit());
    match rest.next() {
        Some('.' | ')' | ',' | '、' | ':') | None => is_numbered,
        Some('①'..='⑳' | 'ⅰ'..='ⅹ' | 'Ⅰ'..='Ⅻ') => !is_numbered,
        Some(c) if MARKS.contains(c) => !is_numbered,
        Some(c) => is_numbered && c.is_whitespace(),
    }
}

/// The headings of an answer as they are printed, in the order of their characters.
pub(super) struct Headings<'h>(Vec<PrintedHeading<'h>>);

struct PrintedHeading<'h> {
    printed: String,
    heading: &'h Text,
    /// The index of the longest other heading that this one begins with.
    shorter: Option<usize>,
}

impl<'h> Headings<'h> {
    pub(super) fn of(headings: impl Iterator<Item = &'h Text>) -> Self {
        let mut printed = BTreeMap::new();
        for heading in headings {
            printed.insert(LineHeading(heading.as_str()).to_string().trim_end().to_string(), heading);
        }
        let mut sorted: Vec<PrintedHeading<'h>> = Vec::with_capacity(printed.len());
        for (printed, heading) in printed {
            // What the heading before begins with, it may begin with too.
            let mut shorter = sorted.len().checked_sub(1);
            while let Some(other) = shorter.and_then(|index| sorted.get(index)) {
                if printed.starts_with(&other.printed) {
                    break;
                }
                shorter = other.shorter;
            }
            sorted.push(PrintedHeading { printed, heading, shorter });
        }
        Self(sorted)
    }

    /// The longest heading that a line begins with, and how it is printed.
    pub(super) fn before(&self, line: &str) -> Option<(&str, &'h Text)> {
        let Self(sorted) = self;
        // The last heading up to the line begins with every heading that the line begins with.
        let mut index = sorted.partition_point(|heading| heading.printed.as_str() <= line).checked_sub(1);
        let last = sorted.get(index?)?;
        let shared = last.printed.bytes().zip(line.bytes()).take_while(|(one, other)| one == other).count();
        while let Some(PrintedHeading { printed, heading, shorter }) = index.and_then(|index| sorted.get(index)) {
            if printed.len() <= shared {
                return Some((printed, heading));
            }
            index = *shorter;
        }
        None
    }
}
