//! The translations in a page of the crate: with [`Language::English`](crate::Language::English), each label is followed by one.

use alloc::vec::Vec;
use core::ops::Range;

use super::fold::folded;
use super::sheet::Sheet;
use crate::catalogue::translations;

/// What the form prints after the words of a label that are translated.
const AFTER: [&str; 3] = ["※", "【任意】", "【行政機関等のみ】"];

/// Where the translations are: 「 / Name of the affair」 after 「事務の名称」. In ascending order.
pub(super) fn find(sheet: &Sheet) -> Vec<Range<usize>> {
    let blank = |at: usize| sheet.glyphs.get(at).is_some_and(|glyph| glyph.after_blank);
    let is_slash = |at: &usize| sheet.c(*at) == Some('/') && blank(*at) && blank(*at + 1);
    let slashes: Vec<usize> = (0..sheet.glyphs.len()).filter(is_slash).collect();
    if slashes.is_empty() {
        return Vec::new();
    }
    let labels: Vec<(Vec<char>, Vec<char>)> =
        translations().map(|(japanese, english)| (folded(japanese), folded(english))).collect();
    let after = AFTER.map(folded);
    slashes.into_iter().filter_map(|at| Some(at..end(sheet, at, &labels, &after)?)).collect()
}

/// Where the translation ends that begins with this sign. `None` if none does.
fn end(sheet: &Sheet, at: usize, labels: &[(Vec<char>, Vec<char>)], after: &[Vec<char>]) -> Option<usize> {
    let start = sheet.run_of(at)?.glyphs.start;
    let before = |end: usize, text: &[char]| {
        let from = end.checked_sub(text.len()).filter(|from| *from >= start && !text.is_empty())?;
        sheet.is_at(from, text).then_some(from)
    };
    let words = after.iter().fold(at, |end, text| before(end, text).unwrap_or(end));
    let is_digit = |at: usize| sheet.c(at).is_some_and(|c| c.is_ascii_digit());
    let digits = (start..words).rev().take_while(|at| is_digit(*at)).count();
    let is_before = |japanese: &[char]| [words, words - digits].into_iter().any(|end| before(end, japanese).is_some());
    let of = |(japanese, english): &&(Vec<char>, Vec<char>)| sheet.is_at(at + 1, english) && is_before(japanese);
    let length = labels.iter().filter(of).map(|(_, english)| english.len()).max()?;
    let end = at + 1 + length;
    // The number of a block is printed again.
    let number: Vec<char> = (words - digits..words).filter_map(|at| sheet.c(at)).collect();
    let is_again = digits > 0 && sheet.is_at(end, &number) && !is_digit(end + digits);
    Some(if is_again { end + digits } else { end })
}
