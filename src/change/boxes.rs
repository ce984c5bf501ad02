//! Check boxes as a row of the change table quotes them: all that are ticked, or those that changed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::value::answer::{Answer, BoxStates, Entry, Given, Lines, Tick, Value};

/// A group with at most so many ticked boxes is quoted as a whole.
const FEW: usize = 3;

/// The boxes that changed, as the form prints them before and after; `None` if the group is better quoted as a whole.
pub(super) fn excerpt(old: BoxStates, new: BoxStates) -> Option<(Lines, Lines)> {
    let ticked = |states: BoxStates| states.iter().filter(|(.., tick)| *tick == Tick::Ticked).count();
    let is_known = |states: BoxStates| states.iter().all(|(.., tick)| tick != Tick::NotKnown);
    if (ticked(old) <= FEW && ticked(new) <= FEW) || !is_known(old) || !is_known(new) {
        return None;
    }
    let changed: Vec<_> = old.iter().zip(new.iter()).filter(|((.., old), (.., new))| old != new).collect();
    let before: Vec<String> = changed.iter().map(|((_, label, tick), _)| shown(label, *tick)).collect();
    let after: Vec<String> = changed.iter().map(|(_, (_, label, tick))| shown(label, *tick)).collect();
    Some((before.try_into().ok()?, after.try_into().ok()?))
}

fn shown(label: &str, tick: Tick) -> String {
    format!("[{}]{label}", if tick == Tick::Ticked { "○" } else { "　" })
}

/// The boxes of a group that a cell shows with their marks, by code; `None` if it shows anything else.
fn read(cell: &Answer<Lines>, group: BoxStates) -> Option<Vec<(&'static str, Tick)>> {
    cell.given()?
        .iter()
        .map(|(under, text)| {
            let text = text.given().filter(|_| under.is_none())?.as_str();
            group.iter().find_map(|(code, label, _)| {
                let tick = [Tick::Ticked, Tick::Unticked].into_iter().find(|tick| shown(label, *tick) == text)?;
                Some((code, tick))
            })
        })
        .collect()
}

/// Whether a group has the boxes that a cell shows with their marks; `None` if the cell shows anything else.
pub(super) fn holds(group: BoxStates, cell: &Answer<Lines>) -> Option<bool> {
    let quoted = read(cell, group)?;
    Some(quoted.iter().all(|(code, tick)| group.of_code(code) == Some(*tick)))
}

/// Sets the boxes that a row shows with their marks to what they were. `None` if the row shows anything else; false if the
/// group is not as the row says.
pub(super) fn put_back(entry: &mut dyn Entry, before: &Answer<Lines>, after: &Answer<Lines>) -> Option<bool> {
    let Value::Given(Given::Boxes(group)) = entry.value() else { return None };
    let (befores, afters) = (read(before, group)?, read(after, group)?);
    let codes = |boxes: &[(&'static str, Tick)]| boxes.iter().map(|(code, _)| *code).collect::<Vec<_>>();
    if codes(&befores) != codes(&afters) || holds(group, after) != Some(true) {
        return Some(false);
    }
    let state = |code: &str, now: Tick| befores.iter().find(|(own, _)| *own == code).map_or(now, |(_, tick)| *tick);
    let ticked: Vec<&str> =
        group.iter().filter(|(code, _, now)| state(code, *now) == Tick::Ticked).map(|(code, ..)| code).collect();
    if ticked.is_empty() {
        entry.clear();
        return Some(true);
    }
    Some(entry.put(&ticked.join("、")).is_ok())
}
