//! Undoes the rows about whole blocks: added, removed, moved and renumbered ones.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::addresses::Gone;
use super::block_change::without_place;
use super::entry::put_printed_number;
use super::wording::{self, PrintedNumber};
use crate::assessment::Assessment;
use crate::catalogue::{Child, ChildMut, FieldPath, List, Part, at_mut, printed_number};
use crate::value::answer::{Answer, Lines};
use crate::value::text::Text;

/// Rows of one day about whole blocks, whose lists are put together again at the end.
#[derive(Default)]
pub(super) struct Blocks<'c> {
    lists: IndexMap<FieldPath, Vec<Taken<'c>>>,
}

struct Taken<'c> {
    row: usize,
    what: Undo<'c>,
}

/// What undoes a row about a whole block.
pub(super) enum Undo<'c> {
    /// The block at this index leaves the list.
    Remove(usize),
    /// The block at this index goes back to another.
    Move(usize, usize),
    /// A block comes back, with these words.
    Restore(&'c Lines, Gone),
}

impl<'c> Blocks<'c> {
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Takes a row about a block of this list.
    pub(super) fn take(&mut self, row: usize, list: FieldPath, what: Undo<'c>) {
        self.lists.entry(list).or_default().push(Taken { row, what });
    }

    /// Puts the lists together as they were. Returns the rows that could not be undone.
    pub(super) fn restore(mut self, made: &mut Assessment) -> Vec<usize> {
        let mut failed = Vec::new();
        // Inner lists first, so that the paths stay valid.
        self.lists.sort_by_cached_key(|path, _| core::cmp::Reverse(path.steps().len()));
        for (path, taken) in self.lists {
            match at_mut(made, path.steps()).and_then(ChildMut::list) {
                Some(list) => restore(list, &taken, &mut failed),
                None => failed.extend(taken.iter().map(|taken| taken.row)),
            }
        }
        failed
    }
}

/// What comes to an index of the old list.
enum Comes<'c> {
    Own(usize),
    New(usize, &'c Lines, Option<u32>),
}

fn restore(list: &mut dyn List, taken: &[Taken<'_>], failed: &mut Vec<usize>) {
    let (mut leaves, mut comes) = (alloc::vec![false; list.len()], BTreeMap::<usize, Vec<Comes<'_>>>::new());
    let mut is_by_number = false;
    for Taken { row, what } in taken {
        let (left, arrival) = match what {
            Undo::Remove(index) => (Some(*index), None),
            Undo::Move(index, to) => (Some(*index), Some((*to, Comes::Own(*index)))),
            Undo::Restore(words, gone) => {
                is_by_number |= gone.index.is_none();
                (None, Some((gone.index.unwrap_or(usize::MAX), Comes::New(*row, words, gone.number))))
            }
        };
        if let Some(leaves) = left.and_then(|index| leaves.get_mut(index)) {
            *leaves = true;
        }
        if let Some((to, block)) = arrival {
            comes.entry(to).or_default().push(block);
        }
    }
    let mut stay = (0..list.len()).filter(|index| leaves.get(*index) == Some(&false));
    let mut comes = comes.into_iter().flat_map(|(index, all)| all.into_iter().map(move |one| (index, one))).peekable();
    let (mut order, mut new) = (Vec::new(), Vec::new());
    loop {
        let here: usize = order.len() + new.len();
        let next = comes.next_if(|(index, _)| *index <= here).map(|(_, one)| one);
        let next = next.or_else(|| stay.next().map(Comes::Own)).or_else(|| comes.next().map(|(_, one)| one));
        match next {
            Some(Comes::Own(index)) => order.push(index),
            Some(Comes::New(row, words, number)) => new.push((here, row, words, number)),
            None => break,
        }
    }
    list.keep(&order);
    let mut missing = 0;
    for (index, row, words, number) in new {
        let index = index.saturating_sub(missing);
        let is_made = list.insert_empty(index)
            && list.get_mut(index).is_some_and(|part| {
                let words = without_place(words);
                words.as_ref().is_some_and(|words| fill(part, words))
                    && wording::part(part) == words
                    && put_printed_number(part, number)
            });
        if !is_made {
            list.remove(index);
            missing += 1;
            failed.push(row);
        }
    }
    if is_by_number {
        let mut order: Vec<usize> = (0..list.len()).collect();
        order.sort_by_key(|index| list.get(*index).and_then(printed_number));
        list.keep(&order);
    }
}

/// Answers a block with the lines of a row, the first of each answer under the label of its item.
pub(super) fn fill(part: &mut dyn Part, lines: &Lines) -> bool {
    let mut answers: Vec<(&str, Vec<&Answer<Text>>)> = Vec::new();
    for (under, text) in lines.iter() {
        match (under, answers.last_mut()) {
            (Some(label), _) => answers.push((label.as_str(), Vec::from([text]))),
            (None, Some((_, texts))) => texts.push(text),
            (None, None) => return false,
        }
    }
    // The fields that lead to the list of the last entry that began.
    let mut list: Option<Vec<usize>> = None;
    for (label, texts) in answers {
        if let Some((path, number)) = entry_of(part, label) {
            let is_added = list_at(part, &path).is_some_and(|list| {
                let end = list.len();
                list.insert_empty(end) && list.get_mut(end).is_some_and(|entry| put_printed_number(entry, number))
            });
            if !is_added {
                return false;
            }
            list = Some(path);
            continue;
        }
        let entries = list.as_ref().and_then(|path| list_at(part, path));
        let newest = entries.and_then(|list| list.get_mut(list.len().checked_sub(1)?));
        let is_put = newest.and_then(|entry| put(entry, label, &texts)).or_else(|| put(part, label, &texts));
        if is_put != Some(true) {
            return false;
        }
    }
    true
}

/// The fields that lead to the list in which a label begins an entry, and the number of the entry.
fn entry_of(part: &dyn Part, label: &str) -> Option<(Vec<usize>, Option<u32>)> {
    part.rows().iter().enumerate().find_map(|(index, row)| match part.child(index)? {
        Child::Answer(_) => None,
        Child::Part(inner) => {
            let (mut path, number) = entry_of(inner, label)?;
            path.insert(0, index);
            Some((path, number))
        }
        Child::List(_) => {
            let PrintedNumber(number) = wording::number_of_block(label, wording::entry_of(row)?)?;
            Some((Vec::from([index]), number))
        }
    })
}

fn list_at<'p>(part: &'p mut dyn Part, path: &[usize]) -> Option<&'p mut dyn List> {
    match (part.child_mut(*path.first()?)?, path.get(1..)?) {
        (ChildMut::List(list), []) => Some(list),
        (ChildMut::Part(inner), rest) => list_at(inner, rest),
        (ChildMut::Answer(_) | ChildMut::List(_), _) => None,
    }
}

/// Answers the item with this label. `None` if the part has no such item.
fn put(part: &mut dyn Part, label: &str, texts: &[&Answer<Text>]) -> Option<bool> {
    for (index, row) in part.rows().iter().enumerate() {
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) => {
                if wording::label(row) != Some(label) {
                    continue;
                }
                let given: Vec<&str> = texts.iter().filter_map(|text| text.given()).map(AsRef::as_ref).collect();
                return Some(match texts {
                    [Answer::Unanswered | Answer::Blank] => {
                        // A box cannot be empty.
                        let _ = entry.put("");
                        true
                    }
                    [Answer::Nothing(mark)] => entry.put(mark.label()).is_ok(),
                    [Answer::NotKnown] => entry.put("?").is_ok(),
                    [..] => given.len() == texts.len() && entry.put_shown(&wording::unheaded(&given)).is_ok(),
                });
            }
            Some(ChildMut::Part(inner)) => {
                if let Some(is_put) = put(inner, label, texts) {
                    return Some(is_put);
                }
            }
            Some(ChildMut::List(_)) | None => {}
        }
    }
    None
}

/// Sets the heading of a group of record items to the one that a cell quotes.
pub(super) fn put_heading(part: &mut dyn Part, cell: &Answer<Lines>) -> bool {
    let index = part.rows().iter().position(wording::is_heading);
    let Some(entry) = index.and_then(|index| part.child_mut(index)).and_then(ChildMut::answer) else { return false };
    entry.clear();
    cell.given().is_none_or(|lines| fill(part, lines))
}
