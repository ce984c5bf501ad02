//! The texts that are withheld, and where other texts repeat them.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::search::Search;
use crate::catalogue::FieldPath;
use crate::change::{compose, full_kana, is_formula, is_unseen};
use crate::duty::Withholding;
use crate::value::answer::Value;
use crate::value::date::FormDate;
use crate::value::text::Text;
use crate::value::width::fold;

/// What replaces a text that another answer repeats.
const REPEATED: &str = "（非公表）";

/// What replaces a withheld answer.
pub(super) fn sentence(by: &Withholding) -> String {
    alloc::format!("（{}により非公表）", by.source.citation)
}

/// A withheld text, and the answer that it is from.
pub(super) struct Secret {
    pub(super) path: FieldPath,
    pub(super) by: &'static Withholding,
}

/// The characters of a text by which it is looked for in other answers. `None` if it is not looked for: only words are, and not a
/// number, a date, a single character or 「（略）」.
pub(super) fn key(text: &Text) -> Option<String> {
    let key: String = bare(text.as_str()).map(|(c, _)| c).collect();
    let is_looked_for = key.chars().count() > 1
        && key.chars().any(char::is_alphabetic)
        && key.parse::<FormDate>().is_err()
        && !is_formula(&key);
    is_looked_for.then_some(key)
}

/// The texts that an answer is read as: as it is printed, and its texts one after the other. Empty if it has no text.
pub(super) fn readings(value: Value<'_>) -> Vec<String> {
    let (mut joined, mut texts) = (String::new(), 0);
    value.each_text(&mut |text| {
        joined.push_str(text.as_str());
        texts += 1;
    });
    match texts {
        0 => Vec::new(),
        1 => Vec::from([joined]),
        _ => Vec::from([joined, value.shown()]),
    }
}

/// The withheld texts that are looked for.
pub(super) struct Secrets {
    search: Search,
    all: Vec<Secret>,
    /// For each node, the longest secret with which it ends: how many characters it has, and its index.
    ends: Vec<Option<(usize, usize)>>,
}

impl Secrets {
    /// The secrets, each with its node.
    pub(super) fn new(search: Search, found: Vec<(usize, Secret)>) -> Self {
        let mut ends = alloc::vec![None; search.len()];
        for (index, (node, _)) in found.iter().enumerate() {
            if let Some(end) = ends.get_mut(*node) {
                end.get_or_insert((search.length(*node), index));
            }
        }
        let longer = search.longer();
        let mut nodes = Vec::from([0]);
        while let Some(node) = nodes.pop() {
            let own = ends.get(node).copied().flatten();
            for node in longer.get(node).into_iter().flatten() {
                if let Some(end) = ends.get_mut(*node) {
                    *end = end.or(own);
                }
                nodes.push(*node);
            }
        }
        Self { search, all: found.into_iter().map(|(_, secret)| secret).collect(), ends }
    }

    /// For each end of a secret in a text: the index of its last character, how many it has, and the index of the longest secret.
    fn hits(&self, chars: impl Iterator<Item = char>) -> impl Iterator<Item = (usize, usize, usize)> {
        let mut node = 0;
        chars.enumerate().filter_map(move |(at, c)| {
            node = self.search.step(node, c);
            let (length, secret) = self.ends.get(node).copied().flatten()?;
            Some((at, length, secret))
        })
    }

    /// The longest secret that one of the texts has.
    pub(super) fn longest<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Option<&Secret> {
        let hits = texts.into_iter().flat_map(|text| self.hits(bare(text).map(|(c, _)| c)));
        // The first of the longest.
        let longest = hits.reduce(|best, hit| if hit.1 > best.1 { hit } else { best })?;
        self.all.get(longest.2)
    }

    /// The text without the secrets in it. If one would still be in it, a sentence instead of the text.
    pub(super) fn scrub(&self, text: &Text, by: &Withholding) -> Option<Text> {
        let chars: Vec<(char, Range<usize>)> = bare(text.as_str()).collect();
        let mut hidden: Vec<Range<usize>> = Vec::new();
        for (last, length, _) in self.hits(chars.iter().map(|(c, _)| *c)) {
            let first = chars.get((last + 1).checked_sub(length)?)?;
            let mut range = first.1.start..chars.get(last)?.1.end;
            while let Some(before) = hidden.last().filter(|before| before.end >= range.start) {
                range.start = range.start.min(before.start);
                hidden.pop();
            }
            hidden.push(range);
        }
        let (mut clean, mut end) = (String::new(), 0);
        for range in hidden {
            clean.push_str(text.as_str().get(end..range.start)?);
            clean.push_str(REPEATED);
            end = range.end;
        }
        clean.push_str(text.as_str().get(end..)?);
        if self.longest([clean.as_str()]).is_some() {
            clean = sentence(by);
        }
        Text::new(&clean).ok()
    }
}

/// The characters of a text by which a repetition of it is found, whatever its width, kana, blanks and line breaks: folded, kana in
/// full width, without blanks. Each has the range of bytes that it is written in.
pub(super) fn bare(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let seen = text.char_indices().map(|(at, c)| (full_kana(fold(c)), at..at + c.len_utf8()));
    let mut seen = seen.filter(|(c, _)| !c.is_whitespace() && !is_unseen(*c)).peekable();
    core::iter::from_fn(move || {
        let (c, range) = seen.next()?;
        let composed = seen.peek().and_then(|(mark, of_mark)| Some((compose(c, *mark)?, range.start..of_mark.end)));
        if composed.is_some() {
            seen.next();
        }
        Some(composed.unwrap_or((c, range)))
    })
}
