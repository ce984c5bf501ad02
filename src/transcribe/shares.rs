//! Which lines are beside which label, if nothing but their heights says so.

use alloc::vec::Vec;

use super::lines::{SAME_LINE, SLACK};

/// Where a form prints the labels of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// On the first line of the answer.
    Top,
    /// In the middle of its lines.
    Middle,
}

/// The shares by the style that fits better.
pub(super) fn either(labels: &[(i32, i32)], lines: &[i32]) -> (Vec<usize>, Vec<bool>) {
    let (top, middle) = (shares(labels, lines, Style::Top), shares(labels, lines, Style::Middle));
    let unclear = |(_, clear): &(Vec<usize>, Vec<bool>)| clear.iter().filter(|clear| !**clear).count();
    if unclear(&top) <= unclear(&middle) {
        return top;
    }
    let (counts, clear) = middle;
    // Several lines may be of two rows.
    let clear = counts.iter().skip(1).zip(clear).map(|(count, clear)| clear && *count <= 1).collect();
    (counts, clear)
}

/// How many of the lines at these heights belong to each label, and whether the heights fit it. The first number is of the lines before
/// the first label.
pub(super) fn shares(labels: &[(i32, i32)], lines: &[i32], style: Style) -> (Vec<usize>, Vec<bool>) {
    let mut clear = alloc::vec![true; labels.len()];
    let mut shares = Vec::new();
    let mut at = 0;
    let count = |at: usize, limit: i32| lines.iter().skip(at).take_while(|y| **y <= limit).count();
    match style {
        Style::Top => {
            let mut last = None;
            for (index, (first, _)) in labels.iter().enumerate() {
                let len = count(at, first - SAME_LINE - 1);
                // What is above the first line of a label is of the label before, if that has its first line.
                if let Some(last) = last {
                    let own: Option<&i32> = lines.get(at).filter(|_| len > 0);
                    let is_beside = own.is_none_or(|y| (y - first_of(labels, last)).abs() <= SLACK);
                    if !is_beside {
                        set(&mut clear, last);
                        set(&mut clear, last.saturating_sub(1));
                    }
                }
                shares.push(len);
                at += len;
                last = Some(index);
            }
            if let Some(last) = last {
                let own = lines.get(at);
                if own.is_some_and(|y| (y - first_of(labels, last)).abs() > SLACK) {
                    set(&mut clear, last);
                }
            }
            shares.push(lines.len() - at);
            // Between two rows is more room than between the lines of one.
            let mut at = shares.first().copied().unwrap_or_default();
            for (index, share) in shares.iter().skip(1).enumerate() {
                let own = lines.get(at..at + share).unwrap_or_default();
                at += share;
                let widest =
                    own.windows(2).map(|two| two.last().zip(two.first()).map_or(0, |(next, one)| next - one)).max();
                let room = own.last().zip(labels.get(index + 1)).map(|(last, (next, _))| next - last);
                if widest.zip(room).is_some_and(|(widest, room)| widest > room + SLACK / 5) {
                    set(&mut clear, index);
                    set(&mut clear, index + 1);
                }
            }
        }
        Style::Middle => {
            shares.push(0);
            for (index, (first, last)) in labels.iter().enumerate() {
                let middle = first / 2 + last / 2;
                let next = labels.get(index + 1).map_or(i32::MAX, |(first, _)| *first);
                let Some(start) = lines.get(at) else {
                    shares.push(0);
                    continue;
                };
                if *start > middle + SAME_LINE {
                    // It has no answer.
                    shares.push(0);
                    continue;
                }
                let mirrored = middle.saturating_mul(2).saturating_sub(*start);
                let len =
                    if next == i32::MAX { lines.len() - at } else { count(at, mirrored.saturating_add(SAME_LINE)) };
                let end = lines.get(at + len.saturating_sub(1)).copied().unwrap_or(*start);
                if (end - mirrored).abs() > SLACK / 2 || end >= next {
                    for near in index.saturating_sub(1)..=index + 1 {
                        set(&mut clear, near);
                    }
                }
                shares.push(len);
                at += len;
            }
            if let (Some(last), true) = (shares.last_mut(), at < lines.len()) {
                *last += lines.len() - at;
                set(&mut clear, labels.len().saturating_sub(1));
            }
        }
    }
    (shares, clear)
}

fn first_of(labels: &[(i32, i32)], at: usize) -> i32 {
    labels.get(at).map_or(0, |(first, _)| *first)
}

fn set(clear: &mut [bool], at: usize) {
    if let Some(clear) = clear.get_mut(at) {
        *clear = false;
    }
}
