//! Writes the cells of a page line by line: which lines are one, which boxes and choices are side by side.

use alloc::vec::Vec;

use super::layout::Laid;
use super::page::{GAP, LETTER, Line, Unit};

/// Writes cells.
pub(super) struct Writer {
    pub(super) sheet: Vec<Laid>,
    /// The last line of the last cell.
    last: Option<Unit>,
}

/// A box, a choice or a line with the lines that continue it.
struct Item<'a> {
    lines: Vec<&'a Unit>,
    is_anchor: bool,
    /// Where its lines end at the right.
    edge: i32,
    /// The index of the line of its first unit.
    line: usize,
}

/// What continues a box or choice is not further below.
const PITCH: i32 = 250;
/// A line that begins further to the right than its cell is indented.
const INDENT: i32 = 70;

/// Signs with which a line of a list begins.
const MARKS: [char; 12] = ['・', '※', '<', '【', '■', '◆', '◎', '(', '-', '「', '○', '*'];

impl Writer {
    pub(super) const fn new() -> Self {
        Self { sheet: Vec::new(), last: None }
    }

    /// Writes each unit into the cell of its column.
    pub(super) fn columns(&mut self, lines: &[Line]) {
        for (column, unit) in lines.iter().flat_map(|line| &line.units).enumerate() {
            self.sheet.push(Laid::Column(column));
            words_of(&mut self.sheet, unit);
        }
        self.last = None;
    }

    /// Writes the lines of a cell whose lines end at this edge. If it goes on from the page before, its first line may continue the last one.
    pub(super) fn cell(&mut self, lines: &[Line], edge: i32, goes_on: bool) {
        let left = lines.iter().flat_map(|line| &line.units).map(|unit| unit.x0).min().unwrap_or_default();
        let mut is_first = !goes_on;
        for item in items(lines, edge) {
            for (index, unit) in item.lines.iter().enumerate() {
                let before = self.last.take();
                let is_same_line = index == 0
                    && !item.is_anchor
                    && before.as_ref().is_some_and(|before| !is_first && before.y == unit.y);
                let continues = before.as_ref().is_some_and(|before| {
                    !is_first
                        && (index > 0 || !item.is_anchor)
                        && is_full(before, unit, if index > 0 { item.edge } else { edge })
                });
                if is_first {
                } else if is_same_line {
                    self.sheet.push(Laid::Blank);
                } else if continues {
                    let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                    let end = before.as_ref().and_then(|before| before.text().last());
                    if is_ascii(end) && is_ascii(unit.text().next()) {
                        self.sheet.push(Laid::Blank);
                    }
                } else {
                    self.sheet.push(if unit.x0 > left + INDENT && !item.is_anchor {
                        Laid::Indented
                    } else {
                        Laid::Break
                    });
                }
                is_first = false;
                words_of(&mut self.sheet, unit);
                self.last = Some((*unit).clone());
            }
        }
    }
}

/// The words of a unit.
pub(super) fn words_of(sheet: &mut Vec<Laid>, unit: &Unit) {
    for (at, (word, is_blank)) in unit.words.iter().enumerate() {
        if *is_blank && at > 0 {
            sheet.push(Laid::Blank);
        }
        sheet.push(Laid::Word(*word));
    }
}

/// The boxes, choices and lines of a cell, each with what continues it.
fn items(lines: &[Line], edge: i32) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let is_anchor = |unit: &Unit| unit.is_box() || unit.is_choice();
        let anchors: Vec<i32> = line.units.iter().filter(|unit| is_anchor(unit)).map(|unit| unit.x0).collect();
        for unit in &line.units {
            if is_anchor(unit) {
                let edge = anchors.iter().copied().find(|x0| *x0 > unit.x0).map_or(edge, |next| next - GAP);
                items.push(Item { lines: Vec::from([unit]), is_anchor: true, edge, line: index });
                continue;
            }
            // The box above it, of those side by side the nearest at the left.
            let last = items.iter().rev().find(|item| item.is_anchor).map(|item| item.line);
            let is_above = |item: &&mut Item<'_>| {
                let is_near = item.lines.last().is_some_and(|last| unit.y > last.y && unit.y - last.y <= PITCH);
                item.is_anchor
                    && Some(item.line) == last
                    && is_near
                    && item.lines.first().is_some_and(|first| first.x0 + INDENT / 2 < unit.x0)
            };
            let is_alone = items.last().is_some_and(|item| item.is_anchor || item.line == index);
            match items.iter_mut().filter(is_above).last().filter(|_| is_alone) {
                Some(item) => item.lines.push(unit),
                None => items.push(Item { lines: Vec::from([unit]), is_anchor: false, edge, line: index }),
            }
        }
    }
    items
}

/// Whether a line is full, so that the next one continues it: its first letters have no room at the end of the line.
fn is_full(line: &Unit, next: &Unit, edge: i32) -> bool {
    let mut letters = next.text();
    let first = letters.next().unwrap_or(' ');
    let second = letters.next();
    let digits = next.text().take_while(char::is_ascii_digit).count();
    let is_numbered = matches!(first, '①'..='⑳' | 'ア'..='オ')
        && second.is_some_and(|c| !matches!(first, 'ア'..='オ') || matches!(c, ' ' | '.' | ')'))
        || (digits > 0 && next.text().nth(digits).is_some_and(|c| matches!(c, '.' | ')')));
    if MARKS.contains(&first) || is_numbered {
        return false;
    }
    let letter = next.letter();
    let word = next
        .glyphs
        .iter()
        .enumerate()
        .take_while(|(at, (c, blank))| c.is_ascii_alphanumeric() && (*at == 0 || !blank))
        .count();
    let word = i32::try_from(word).unwrap_or_default().min(FEW) * (letter / 2);
    // A sign that cannot begin a line takes the letter before it along.
    let taken = second.is_some_and(|c| matches!(c, '、' | '。' | '」' | '』' | ')' | 'ー' | '・' | 'っ' | 'ょ' | 'ャ'));
    let first = if word > 0 { word } else { letter + if taken { letter } else { 0 } };
    edge - line.end() < first + letter / 8
}

/// No word is longer.
const FEW: i32 = 60;
