//! The characters that a source lacks everywhere, as where a font of a PDF file has no map for them.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use super::find::Found;
use super::fold::folded;
use super::sheet::Sheet;

/// Brackets that come in pairs. A font has no map for one of them, not for its other width.
const PAIRS: [(char, char); 8] =
    [('（', '）'), ('<', '>'), ('＜', '＞'), ('[', ']'), ('［', '］'), ('「', '」'), ('【', '】'), ('〔', '〕')];

/// A bracket that is so often without its other one has lost it.
const UNPAIRED: usize = 2;

/// A source with so many second labels has first ones.
const CIRCLES: usize = 4;

/// The lists of choices have the lower digits: a source with so many of them has each, unless it lacks one.
const LOWER: usize = 50;

/// A source with so many of each other higher digit has this one, unless it lacks it.
const HIGHER: usize = 12;

/// A source with so many empty brackets, and so many with a choice in them, has a mark in one, unless it lacks the mark.
const BOXES: usize = 8;
const CHOSEN: usize = 3;

/// What is printed before choices, and before what is not on the form.
const WORDS: [&str; 2] = ["＜選択肢＞", "（様式外："];

/// The characters that labels and the words of the form need, brackets, digits and marks, if they are nowhere in the source.
pub(super) fn lost(sheet: &Sheet, found: &[Found]) -> Vec<char> {
    let mut seen: BTreeMap<char, usize> = BTreeMap::new();
    for one in &sheet.chars {
        *seen.entry(one.c).or_default() += 1;
    }
    let count = |c: char| seen.get(&c).copied().unwrap_or_default();
    let folded_seen: BTreeSet<char> = sheet.glyphs.iter().map(|glyph| glyph.c).collect();
    let lost = found.iter().flat_map(|found| &found.lost).copied();
    let mut lost: BTreeSet<char> = lost.filter(|c| !folded_seen.contains(c)).collect();
    for (open, close) in PAIRS {
        let of_pair = [(open, close), (close, open)];
        lost.extend(of_pair.iter().filter(|(_, other)| count(*other) >= UNPAIRED).map(|(one, _)| *one));
    }
    if ('0'..='4').map(count).sum::<usize>() >= LOWER {
        lost.extend('0'..='4');
    }
    let has_others = |digit: &char| ('6'..='9').filter(|other| other != digit).all(|other| count(other) >= HIGHER);
    lost.extend(('6'..='9').filter(has_others));
    // Labels with the first number in a circle are before those with the second.
    if count('②') >= CIRCLES {
        lost.insert('①');
    }
    let is_box = |at: &usize| sheet.c(*at) == Some('[') && sheet.c(at + 1) == Some(']');
    let is_chosen = |at: &usize| sheet.c(*at) == Some('[') && !matches!(sheet.c(at + 1), Some(']' | '?'));
    let has = |is: &dyn Fn(&usize) -> bool, most: usize| (0..sheet.glyphs.len()).filter(|at| is(at)).count() >= most;
    if !folded_seen.contains(&'○') && has(&is_box, BOXES) && has(&is_chosen, CHOSEN) {
        lost.insert('○');
    }
    for word in WORDS {
        let word = folded(word);
        for c in word.iter().filter(|c| !folded_seen.contains(c)) {
            let rest: Vec<char> = word.iter().copied().filter(|other| other != c).collect();
            if (0..sheet.glyphs.len()).any(|at| sheet.is_at(at, &rest)) {
                lost.insert(*c);
            }
        }
    }
    lost.into_iter().filter(|c| count(*c) == 0).collect()
}
