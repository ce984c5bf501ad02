//! Words with their places on pages.

use alloc::vec::Vec;

use crate::form::text::width;

/// A page of words (単語とその位置). All lengths are in one unit, whichever it is.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedPage<'a> {
    /// The width of the page.
    pub width: f64,
    /// The height of the page.
    pub height: f64,
    /// The words, in any order.
    pub words: Vec<PrintedWord<'a>>,
}

/// A word and its place on a page (単語とその位置), measured from the left and upper edge of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PrintedWord<'a> {
    /// The left edge.
    pub x0: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub x1: f64,
    /// The lower edge.
    pub bottom: f64,
    /// The text.
    pub text: &'a str,
}

/// The place of a word. A letter is [`LETTER`] wide, whatever its size on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) x0: i32,
    pub(super) x1: i32,
    /// The middle of its height. The height itself says little, because fonts differ in what they leave free.
    pub(super) y: i32,
}

/// The width of a full-width letter.
pub(super) const LETTER: i32 = 100;

/// The places of the words of these pages, in units of the usual letter, and the width of the widest page.
pub(super) fn places(pages: &[PrintedPage<'_>]) -> (Vec<Place>, i32) {
    let letter = |word: &PrintedWord<'_>| {
        let columns = u32::try_from(width(word.text)).unwrap_or(u32::MAX);
        let letter = (word.x1 - word.x0) * 2.0 / f64::from(columns);
        (letter.is_finite() && letter > 0.0).then_some(letter)
    };
    let mut letters: Vec<f64> = pages.iter().flat_map(|page| &page.words).filter_map(letter).collect();
    letters.sort_unstable_by(f64::total_cmp);
    let usual = letters.get(letters.len() / 2).copied().unwrap_or(1.0);
    // A value that is no number becomes 0, and one beyond the range its end.
    #[expect(clippy::cast_possible_truncation, reason = "a place has no need of fractions")]
    let scaled = |length: f64| ((length / usual * f64::from(LETTER)) as i32).clamp(-FAR, FAR);
    let place = |(page, word): (usize, &PrintedWord<'_>)| {
        let (x0, x1) = (scaled(word.x0), scaled(word.x1));
        Place { page, x0: x0.min(x1), x1: x0.max(x1), y: scaled(word.top / 2.0 + word.bottom / 2.0) }
    };
    let words = pages.iter().enumerate().flat_map(|(at, page)| page.words.iter().map(move |word| (at, word)));
    let widest = pages.iter().map(|page| scaled(page.width)).max().unwrap_or_default();
    (words.map(place).collect(), widest)
}

/// No page is larger: 100,000 letters.
const FAR: i32 = 100_000 * LETTER;
