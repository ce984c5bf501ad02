//! Undoes the rows about whole blocks: added, removed, moved and renumbered ones.

use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use indexmap::IndexMap;

use super::address::Address;
use super::block_change::BlockChange;
use super::wording;
use crate::assessment::Assessment;
use crate::catalogue::{
    Child, ChildMut, FieldPath, List, Origin, Part, PathStep, Role, at, at_mut, is_printed_number, printed_number,
};
use crate::value::answer::{Answer, Lines};
use crate::value::text::Text;

/// Rows of one day about whole blocks, whose lists are put together again at the end.
#[derive(Default)]
pub(super) struct Blocks<'c> {
    lists: IndexMap<FieldPath, Vec<(usize, usize, BlockChange<'c>)>>,
}

impl<'c> Blocks<'c> {
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Takes the row, with the path of its block; for a removed block the path that it had.
    pub(super) fn take(&mut self, row: usize, path: &FieldPath, change: BlockChange<'c>) -> bool {
        let Some((PathStep::Index(index), list)) = path.steps().split_last() else { return false };
        self.lists.entry(path.first(list.len())).or_default().push((row, *index, change));
        true
    }

    /// Puts the lists together as they were. Returns the rows that could not be undone.
    pub(super) fn restore(self, made: &mut Assessment) -> Vec<usize> {
        let mut failed = Vec::new();
        let whole = made.clone();
        for (path, rows) in self.lists {
            let (Some(other), Some(list)) =
                (at(&whole, path.steps()).and_then(Child::list), at_mut(made, path.steps()).and_then(ChildMut::list))
            else {
                failed.extend(rows.iter().map(|(row, ..)| *row));
                continue;
            };
            restore(list, other, &rows, &mut failed);
        }
        failed
    }
}

/// What comes to an index of the old list.
enum Comes<'c> {
    Own(usize),
    New(usize, &'c Lines),
}

fn restore(list: &mut dyn List, other: &dyn List, rows: &[(usize, usize, BlockChange<'_>)], failed: &mut Vec<usize>) {
    let (mut leaves, mut comes) = (alloc::vec![false; list.len()], BTreeMap::<usize, Vec<Comes<'_>>>::new());
    for (row, index, change) in rows {
        match change {
            BlockChange::Added(_) | BlockChange::Moved { .. } => {
                if let Some(leaves) = leaves.get_mut(*index) {
                    *leaves = true;
                }
            }
            BlockChange::Removed(_) | BlockChange::Renumbered { .. } => {}
        }
        match change {
            BlockChange::Moved { from, .. } => comes.entry(*from).or_default().push(Comes::Own(*index)),
            BlockChange::Removed(before) => comes.entry(*index).or_default().push(Comes::New(*row, before)),
            BlockChange::Added(_) | BlockChange::Renumbered { .. } => {}
        }
    }
    let mut stay = (0..list.len()).filter(|index| leaves.get(*index) == Some(&false));
    let mut comes = comes.into_iter().flat_map(|(index, all)| all.into_iter().map(move |one| (index, one))).peekable();
    let (mut order, mut new) = (Vec::new(), Vec::new());
    loop {
        let here = order.len() + new.len();
        let next = comes.next_if(|(index, _)| *index <= here).map(|(_, one)| one);
        let next = next.or_else(|| stay.next().map(Comes::Own)).or_else(|| comes.next().map(|(_, one)| one));
        match next {
            Some(Comes::Own(index)) => order.push(Origin::Own(index)),
            Some(Comes::New(row, before)) => new.push((here, row, before)),
            None => break,
        }
    }
    if !list.arrange(other, &order) {
        failed.extend(rows.iter().map(|(row, ..)| *row));
        return;
    }
    let has_numbers =
        order.is_empty() || (0..list.len()).any(|index| list.get(index).and_then(printed_number).is_some());
    let mut missing = 0;
    for (index, row, before) in new {
        let index: usize = index;
        let index = index.saturating_sub(missing);
        let is_made = list.insert_empty(index)
            && list.get_mut(index).is_some_and(|part| {
                let number = if has_numbers { u32::try_from(index + missing + 1).ok() } else { None };
                fill(part, before) && wording::part(part).as_ref() == Some(before) && put_number(part, number)
            });
        if !is_made {
            list.remove(index);
            missing += 1;
            failed.push(row);
        }
    }
}

/// Answers a block with the lines of a row, the first of each answer under the label of its item.
fn fill(part: &mut dyn Part, lines: &Lines) -> bool {
    let mut answers: Vec<(&Text, Vec<&Answer<Text>>)> = Vec::new();
    for (under, text) in lines.iter() {
        match (under, answers.last_mut()) {
            (Some(label), _) => answers.push((label, Vec::from([text]))),
            (None, Some((_, texts))) => texts.push(text),
            (None, None) => return false,
        }
    }
    answers.iter().all(|(label, texts)| put(part, label.as_str(), texts) == Some(true))
}

/// Answers the item with this label. `None` if the part has no such item.
fn put(part: &mut dyn Part, label: &str, texts: &[&Answer<Text>]) -> Option<bool> {
    for (index, row) in part.rows().iter().enumerate() {
        match part.child_mut(index) {
            Some(ChildMut::Answer(entry)) => {
                let Some((Role::Answer, item)) = row.asks else { continue };
                if item.label() != label {
                    continue;
                }
                let given: Vec<&str> = texts.iter().filter_map(|text| text.given()).map(AsRef::as_ref).collect();
                return Some(match texts {
                    [Answer::Unanswered | Answer::Blank] => {
                        entry.leave_blank();
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

/// Sets the printed number of a block.
pub(super) fn put_number(part: &mut dyn Part, number: Option<u32>) -> bool {
    let Some(number) = number else { return true };
    let Some(index) = part.rows().iter().position(is_printed_number) else { return true };
    match part.child_mut(index) {
        Some(ChildMut::Answer(entry)) => entry.put(&number.to_string()).is_ok(),
        Some(ChildMut::Part(_) | ChildMut::List(_)) | None => false,
    }
}

/// The path of the block of an address, if it names one block alone.
pub(super) fn block_path(address: &Address) -> Option<&FieldPath> {
    let [one] = address.items.as_slice() else { return None };
    one.path.as_ref().filter(|path| matches!(path.steps().last(), Some(PathStep::Index(_))))
}
