//! What a row of the change table says about a whole block.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::wording::{self, HEADING, PrintedNumber};
use crate::assessment::procedure::Change;
use crate::catalogue::{FieldPath, Item, Part, PathStep, printed_number};
use crate::value::answer::{Answer, Lines};

/// What a row says about a whole block: an entry of a list.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum BlockChange<'c> {
    /// It is new, and says this.
    Added(&'c Lines),
    /// It is gone, and said this.
    Removed(&'c Lines),
    /// It moved, from this index.
    Moved { from: usize, to: usize },
    /// Its printed number changed, from this one.
    Renumbered { from: Option<u32>, to: Option<u32> },
    /// The heading of a group of record items changed.
    Headed(&'c Answer<Lines>, &'c Answer<Lines>),
    /// It is a section that was a part of another: its files.
    Split { files: Vec<&'c str> },
    /// It was a section of these files at this index, and is a part of another now: the files of that one.
    Joined { files: Vec<&'c str>, from: usize, into: Vec<&'c str> },
}

/// The last line after the change of a section that was split from another.
const SPLIT: &str = "（左記の欄から分割）";

/// The last line after the change of a section that was joined with another.
const JOINED: &str = "（この欄に統合）";

/// Where a removed block was, as its last line says: 「（2番目の欄）」, 「（2番目の番号3の欄）」, 「（2番目の番号のない欄）」.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Counted from 0.
    pub(super) index: usize,
    /// The printed number, if the line says whether there is one.
    pub(super) number: Option<PrintedNumber>,
}

impl Place {
    /// What the last line of a removed block says.
    pub(super) fn of(lines: &Lines) -> Option<Self> {
        let (None, text) = lines.iter().last()? else { return None };
        let (index, rest) = text.given()?.as_str().strip_prefix('（')?.split_once("番目の")?;
        let number = match rest.strip_suffix("欄）")? {
            "" => None,
            "番号のない" => Some(PrintedNumber(None)),
            number => Some(PrintedNumber(Some(number.strip_prefix("番号")?.strip_suffix('の')?.parse().ok()?))),
        };
        Some(Self { index: index.parse::<usize>().ok()?.checked_sub(1)?, number })
    }

    /// The words of a removed block with this last line.
    pub(super) fn after(self, words: Lines) -> Option<Lines> {
        let number = match self.number {
            None => String::new(),
            Some(PrintedNumber(None)) => "番号のない".into(),
            Some(PrintedNumber(Some(number))) => format!("番号{number}の"),
        };
        let mut lines = words.into_vec();
        lines.push(format!("（{}番目の{number}欄）", self.index + 1).parse().ok()?);
        Lines::new(lines)
    }
}

/// The words of a removed block without the line that says where it was.
pub(super) fn without_place(words: &Lines) -> Option<Lines> {
    let mut lines = words.clone().into_vec();
    if Place::of(words).is_some() {
        lines.pop();
    }
    Lines::new(lines)
}

/// What the row about a split section quotes: the files before, and its own.
pub(super) fn split(old: &Lines, own: &Lines) -> Option<(Lines, Lines)> {
    Some((old.clone(), with_remark(own, SPLIT)?))
}

/// What the row about a section quotes that was joined with another: its own files and its index, and the files of the other.
pub(super) fn joined(own: &Lines, index: usize, new: &Lines) -> Option<(Lines, Lines)> {
    Some((Place { index, number: None }.after(own.clone())?, with_remark(new, JOINED)?))
}

fn with_remark(files: &Lines, remark: &str) -> Option<Lines> {
    let mut lines = files.clone().into_vec();
    lines.push(remark.parse().ok()?);
    Lines::new(lines)
}

/// The files of a cell that ends with this remark.
fn files_before<'c>(cell: &'c Lines, remark: &str) -> Option<Vec<&'c str>> {
    let mut texts: Vec<&str> = cell.texts().map(AsRef::as_ref).collect();
    (texts.pop() == Some(remark)).then_some(texts)
}

impl<'c> BlockChange<'c> {
    /// What a row says about a block, in the words of [`table`](super::table()).
    pub(super) fn of(change: &'c Change) -> Option<Self> {
        if let (Some(PrintedNumber(from)), Some(PrintedNumber(to))) =
            (number(&change.before, ""), number(&change.after, "に変更"))
        {
            // Two marks for nothing are no numbers, and no headings either.
            return (from != to).then_some(Self::Renumbered { from, to });
        }
        match (&change.before, &change.after) {
            (before, after) if is_heading(before) && is_heading(after) => Some(Self::Headed(before, after)),
            (Answer::Nothing(_), Answer::Given(after)) => Some(after).filter(|lines| is_block(lines)).map(Self::Added),
            (Answer::Given(before), Answer::Nothing(_)) => {
                Some(before).filter(|lines| is_block(lines)).map(Self::Removed)
            }
            (Answer::Given(before), Answer::Given(after)) => Self::of_lines(before, after),
            (_, _) => None,
        }
    }

    fn of_lines(before: &'c Lines, after: &'c Lines) -> Option<Self> {
        if let Some(files) = files_before(after, SPLIT) {
            return Some(Self::Split { files });
        }
        if let Some(into) = files_before(after, JOINED) {
            let from = Place::of(before)?.index;
            let mut files: Vec<&str> = before.texts().map(AsRef::as_ref).collect();
            files.pop();
            return Some(Self::Joined { files, from, into });
        }
        let (before, after) = (before.to_string(), after.to_string());
        let index = |text: &str| text.strip_suffix("番目")?.parse::<usize>().ok()?.checked_sub(1);
        Some(Self::Moved { from: index(&before)?, to: index(&after)? })
    }

    /// Whether a version says what the row says after the change. `block` is what is at the path of its address.
    pub(super) fn holds(&self, block: Option<(&dyn Part, &FieldPath)>) -> bool {
        let words = || block.and_then(|(block, _)| wording::part(block));
        let files = || block.and_then(|(block, _)| wording::name(block));
        let are_files =
            |own: &[&str]| files().is_some_and(|files| files.texts().map(AsRef::<str>::as_ref).eq(own.iter().copied()));
        match self {
            Self::Added(after) => words().as_ref() == Some(*after),
            Self::Removed(before) => words() != without_place(before),
            Self::Moved { to, .. } => block.and_then(|(_, path)| path.steps().last()) == Some(&PathStep::Index(*to)),
            Self::Renumbered { to, .. } => block.is_some_and(|(block, _)| printed_number(block) == *to),
            Self::Headed(_, after) => {
                block.is_some_and(|(block, _)| wording::heading_of(block).as_ref() == after.given())
            }
            Self::Split { files } => are_files(files),
            Self::Joined { into, .. } => are_files(into),
        }
    }
}

/// 「番号3」, 「番号4に変更」; no number is 「―」.
fn number(cell: &Answer<Lines>, end: &str) -> Option<PrintedNumber> {
    match cell {
        Answer::Nothing(_) => Some(PrintedNumber(None)),
        Answer::Given(lines) => {
            let number = lines.to_string().strip_prefix("番号")?.strip_suffix(end)?.parse().ok()?;
            Some(PrintedNumber(Some(number)))
        }
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => None,
    }
}

/// Whether lines quote a whole block: each answer is under the label of its item.
fn is_block(lines: &Lines) -> bool {
    let Some((Some(label), _)) = lines.iter().next() else { return false };
    label.as_str() == HEADING || Item::ALL.iter().any(|item| item.label() == label.as_str())
}

/// Whether a cell quotes only the heading of a group, or is a mark for nothing.
fn is_heading(cell: &Answer<Lines>) -> bool {
    match cell {
        Answer::Nothing(_) => true,
        Answer::Given(lines) => {
            let mut labels = lines.iter().map(|(under, _)| under.map(AsRef::<str>::as_ref));
            labels.next() == Some(Some(HEADING)) && labels.all(|under| under.is_none())
        }
        Answer::Unanswered | Answer::Blank | Answer::NotKnown => false,
    }
}
