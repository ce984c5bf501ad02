//! The lines of a page of words.

use alloc::vec::Vec;

use super::fold::fold;
use super::places::{LETTER, Place};
use super::source::PrintedForm;
use crate::form::text::width;

/// What is between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    None,
    Blank,
    /// As wide as a letter.
    Wide,
}

impl Space {
    const fn of(gap: i32) -> Self {
        if gap > WIDE {
            Self::Wide
        } else if gap > BLANK {
            Self::Blank
        } else {
            Self::None
        }
    }

    const fn is_blank(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Words of a line with no gap between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Unit {
    pub(super) x0: i32,
    pub(super) x1: i32,
    pub(super) y: i32,
    /// The indices of its words, and what is before each.
    pub(super) words: Vec<(usize, Space)>,
    /// Its letters as labels are compared, and whether a blank is before each.
    pub(super) glyphs: Vec<(char, bool)>,
}

impl Unit {
    /// Whether a box or a bracket begins it.
    pub(super) fn is_box(&self) -> bool {
        self.glyphs.first().is_some_and(|(c, _)| *c == '[')
    }

    /// Whether one of the choices that the form prints begins it: 「1) 実施する」, 「＜選択肢＞」.
    pub(super) fn is_choice(&self) -> bool {
        is_choice(&self.glyphs.iter().map(|(c, _)| *c).take(CHOICES.len()).collect::<Vec<char>>())
    }

    /// Where its last letter ends. Only the left half of a closing sign has ink, and the right half may be beyond the edge of the cell.
    pub(super) fn end(&self) -> i32 {
        let is_closing = self.text().last().is_some_and(|c| matches!(c, '、' | '。' | '」' | '』' | ')'));
        self.x1 - if is_closing { self.letter() / 2 } else { 0 }
    }

    /// The width of its letters.
    pub(super) fn letter(&self) -> i32 {
        let columns: usize =
            self.glyphs.iter().map(|(c, blank)| width(c.encode_utf8(&mut [0; 4])) + usize::from(*blank)).sum();
        let columns = i32::try_from(columns).unwrap_or(i32::MAX).max(1);
        ((self.x1 - self.x0) * 2 / columns).clamp(LETTER / 2, LETTER * 2)
    }

    /// Each of its words.
    pub(super) fn split(&self, source: &PrintedForm<'_>) -> Vec<Self> {
        let word = |(index, before): &(usize, Space)| {
            let place = source.places.get(*index)?;
            let mut unit = Self { x0: place.x0, x1: place.x1, y: self.y, ..Self::default() };
            unit.push(source, *index, *before);
            Some(unit)
        };
        self.words.iter().filter_map(word).collect()
    }

    /// Adds the words of another unit of its line.
    pub(super) fn join(&mut self, next: &Self) {
        let before = Space::of(next.x0 - self.x1);
        self.x1 = self.x1.max(next.x1);
        let words = next.words.iter().enumerate();
        self.words.extend(words.map(|(at, (word, own))| (*word, if at == 0 { before } else { *own })));
        let glyphs = next.glyphs.iter().enumerate();
        self.glyphs.extend(glyphs.map(|(at, (c, own))| (*c, if at == 0 { before.is_blank() } else { *own })));
    }

    fn push(&mut self, source: &PrintedForm<'_>, word: usize, before: Space) {
        self.words.push((word, before));
        let text = source.cells.get(word).map_or("", |cell| cell.text);
        self.glyphs.extend(text.chars().flat_map(fold).enumerate().map(|(at, c)| (c, at == 0 && before.is_blank())));
    }

    pub(super) fn text(&self) -> impl Iterator<Item = char> + '_ {
        self.glyphs.iter().map(|(c, _)| *c)
    }
}

const CHOICES: [char; 5] = ['<', '選', '択', '肢', '>'];

fn is_choice(text: &[char]) -> bool {
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    text == CHOICES || ((1..3).contains(&digits) && text.get(digits) == Some(&')'))
}

/// A line of a page.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) y: i32,
    pub(super) units: Vec<Unit>,
    /// Whether its place says what it belongs to.
    pub(super) is_clear: bool,
}

impl Line {
    pub(super) const fn new(y: i32, units: Vec<Unit>) -> Self {
        Self { y, units, is_clear: true }
    }
}

/// The longest way from a line of a cell to the next.
pub(super) const PITCH: i32 = 250;
/// Half a letter is room enough for a cell to be a little out of line.
pub(super) const SLACK: i32 = LETTER / 2;
/// Words whose middles differ less are on one line.
pub(super) const SAME_LINE: i32 = 40;
/// A wider gap may be between two cells.
pub(super) const GAP: i32 = 45;
/// A wider gap is a blank.
const BLANK: i32 = 22;
/// A wider gap is a full-width blank.
const WIDE: i32 = 72;
/// What is inside brackets belongs together, unless the gap is wider.
const WIDEST: i32 = 1_400;

/// The lines of a page, from above, each from the left.
pub(super) fn lines(source: &PrintedForm<'_>, words: &[usize]) -> Vec<Line> {
    let place = |index: &usize| source.places.get(*index).copied();
    let mut words: Vec<(usize, Place)> = words.iter().filter_map(|index| Some((*index, place(index)?))).collect();
    words.sort_unstable_by_key(|(index, place)| (place.y, place.x0, *index));
    let mut lines = Vec::new();
    let mut rest = words.as_mut_slice();
    while let Some((_, first)) = rest.first() {
        let limit = first.y + SAME_LINE;
        let len = rest.iter().take_while(|(_, place)| place.y <= limit).count();
        let (own, others) = rest.split_at_mut(len);
        own.sort_unstable_by_key(|(index, place)| (place.x0, place.x1, *index));
        lines.extend(line(source, own));
        rest = others;
    }
    lines
}

fn line(source: &PrintedForm<'_>, words: &[(usize, Place)]) -> Option<Line> {
    let text = |index: usize| source.cells.get(index).map_or("", |cell| cell.text);
    // A word that is printed twice in one place to look bold.
    let mut own: Vec<(usize, Place)> = Vec::new();
    for (index, place) in words {
        let is_again = own.iter().rev().take(2).any(|(before, other)| {
            text(*before) == text(*index) && (place.x0 - other.x0).abs() * 2 < (other.x1 - other.x0).max(1)
        });
        if !is_again && text(*index).chars().any(|c| fold(c).next().is_some()) {
            own.push((*index, *place));
        }
    }
    let glued = glued(source, &own);
    let mut units: Vec<Unit> = Vec::new();
    for (at, (index, place)) in own.iter().enumerate() {
        let glyphs: Vec<char> = text(*index).chars().flat_map(fold).collect();
        let gap = units.last().map_or(i32::MAX, |unit| place.x0.saturating_sub(unit.x1));
        let after_box = units.last().is_some_and(|unit| {
            let mut text = unit.glyphs.iter().rev().map(|(c, _)| *c);
            let (last, inner) = (text.next(), text.next());
            last == Some(']') && matches!(inner, Some('[' | '○' | '?')) && gap <= 3 * LETTER
        });
        let is_inside = glued.get(at) == Some(&true) && gap <= WIDEST;
        let is_new = (gap >= GAP && !is_inside && (!after_box || is_choice(&glyphs)))
            || (gap > BLANK && glyphs.first() == Some(&'[') && !is_inside);
        if is_new || units.is_empty() {
            units.push(Unit { x0: place.x0, y: place.y, ..Unit::default() });
        }
        let Some(unit) = units.last_mut() else { continue };
        unit.x1 = unit.x1.max(place.x1);
        unit.push(source, *index, if is_new { Space::None } else { Space::of(gap) });
    }
    let y = units.first()?.y;
    for unit in &mut units {
        unit.y = y;
    }
    Some(Line::new(y, units))
}

/// No form has more brackets in one another.
const DEEPEST: usize = 32;

/// For each word whether it is after a bracket that is closed on the same line.
fn glued(source: &PrintedForm<'_>, words: &[(usize, Place)]) -> Vec<bool> {
    let mut glued = alloc::vec![false; words.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, (index, _)) in words.iter().enumerate() {
        for c in source.cells.get(*index).map_or("", |cell| cell.text).chars().flat_map(fold) {
            match c {
                '[' | '(' => {
                    open.push((if c == '[' { ']' } else { ')' }, at));
                    open.drain(..open.len().saturating_sub(DEEPEST));
                }
                ']' | ')' => {
                    let Some(from) = open.iter().rposition(|(close, _)| *close == c) else { continue };
                    if let Some((_, first)) = open.drain(from..).next() {
                        glued.get_mut(first + 1..=at).unwrap_or_default().fill(true);
                    }
                }
                _ => {}
            }
        }
    }
    glued
}
