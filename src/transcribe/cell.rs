//! Writes the cells of a page line by line: which lines are one, which boxes and choices are side by side.

use alloc::vec::Vec;

use super::lines::{GAP, Line, PITCH, Space, Unit};
use super::places::LETTER;

/// A part of a source in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Laid {
    /// The word with this index.
    Word(usize),
    /// This blank between two words.
    Blank(char),
    /// A line of a cell begins.
    Break,
    /// A line of a cell begins that is indented.
    Indented,
    /// The cell of this column begins.
    Column(usize),
    /// Whether the following is an answer, and no label.
    Answer(bool),
    /// A row begins.
    Row,
    /// A gap as between paragraphs.
    Gap,
    /// Whether it is clear to which label the following belongs.
    Clear(bool),
    /// What follows is no part of the form.
    Furniture,
}

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

/// A line that begins further to the right than its cell is indented.
const INDENT: i32 = 70;

/// Signs with which a line of a list begins.
const MARKS: [char; 10] = ['・', '※', '<', '【', '■', '◆', '◎', '-', '○', '*'];

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

    /// Writes the lines of a cell whose lines end at this edge. If it goes on from the page before, its first line may continue the last one. In a
    /// list of lists, what is side by side may be two lists.
    pub(super) fn cell(&mut self, lines: &[Line], edge: i32, goes_on: bool, is_list: bool) {
        let left = lines.iter().flat_map(|line| &line.units).map(|unit| unit.x0).min().unwrap_or_default();
        let mut is_first = !goes_on;
        let mut last_line = None;
        let lines = &in_columns(lines, is_list);
        for item in items(lines, edge) {
            let mut depth = 0;
            let is_clear = lines.get(item.line).is_none_or(|line| line.is_clear);
            for (index, unit) in item.lines.iter().enumerate() {
                // What a bracket holds is one word.
                let is_inside = depth > 0;
                depth += unit.text().map(|c| i32::from(c == '[') - i32::from(c == ']')).sum::<i32>();
                let before = self.last.take();
                let goes_on_beside = index > 0 && before.as_ref().is_some_and(|before| before.y == unit.y);
                let is_same_line = goes_on_beside || index == 0 && !item.is_anchor && last_line == Some(item.line);
                let continues = before.as_ref().is_some_and(|before| {
                    is_inside
                        || !is_first
                            && (index > 0 || !item.is_anchor)
                            && is_full(before, unit, if index > 0 { item.edge } else { edge })
                });
                if is_first {
                } else if is_same_line {
                    self.sheet.push(Laid::Blank(' '));
                } else if continues {
                    let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                    let end = before.as_ref().and_then(|before| before.text().last());
                    if is_ascii(end) && is_ascii(unit.text().next()) {
                        self.sheet.push(Laid::Blank(' '));
                    }
                } else {
                    if before.as_ref().is_some_and(|before| unit.y - before.y > PITCH) {
                        self.sheet.push(Laid::Gap);
                    }
                    self.sheet.push(if unit.x0 > left + INDENT && !item.is_anchor {
                        Laid::Indented
                    } else {
                        Laid::Break
                    });
                }
                if !is_clear {
                    self.sheet.push(Laid::Clear(false));
                }
                is_first = false;
                words_of(&mut self.sheet, unit);
                self.last = Some((*unit).clone());
            }
            last_line = Some(item.line);
        }
    }
}

/// The words of a unit.
pub(super) fn words_of(sheet: &mut Vec<Laid>, unit: &Unit) {
    for (word, before) in &unit.words {
        match before {
            Space::None => {}
            Space::Blank => sheet.push(Laid::Blank(' ')),
            Space::Wide => sheet.push(Laid::Blank('\u{3000}')),
        }
        sheet.push(Laid::Word(*word));
    }
}

/// No list has more columns, and none is looked for over more lines.
const MOST: usize = 12;
const LONGEST: usize = 500;

/// A list below a heading.
#[derive(Default)]
struct List {
    /// The index of its first line.
    begun: usize,
    is_headed: bool,
    /// Whether it has lines of one column.
    has_lines: bool,
    /// How many parts with several columns it has.
    parts: usize,
}

impl List {
    /// Marks its lines if it may be two lists: what is beside such a part may be another one, unless the list has a heading or numbers.
    fn end(&self, lines: &mut [Line], is_list: bool) {
        let own = lines.get_mut(self.begun..).unwrap_or_default();
        let is_number = |unit: &Unit| unit.text().next().is_some_and(|c| c.is_ascii_digit());
        let is_named = self.is_headed || own.iter().flat_map(|line| &line.units).all(is_number);
        if self.parts > 1 || (self.parts == 1 && (self.has_lines || (is_list && !is_named))) {
            for line in own {
                line.is_clear = false;
            }
        }
    }
}

/// The lines of a cell, of which some are a list in several columns: each column from above, one after the other.
fn in_columns(lines: &[Line], is_list: bool) -> Vec<Line> {
    let is_text = |line: &Line| {
        let is_heading = line.units.first().is_some_and(|unit| unit.text().next() == Some('<'));
        !is_heading && !line.units.iter().any(|unit| unit.is_box() || unit.is_choice())
    };
    let mut all: Vec<Line> = Vec::new();
    let mut at = 0;
    // The list below the last heading.
    let mut list = List::default();
    while let Some(line) = lines.get(at) {
        if !is_text(line) {
            list.end(&mut all, is_list);
            list = List { begun: all.len() + 1, is_headed: true, ..List::default() };
        }
        let edges: Vec<i32> = line.units.iter().map(|unit| unit.x0).collect();
        // Every unit begins at the edge of a column and ends before the next, and the last columns may be shorter.
        let column = |unit: &Unit| edges.iter().position(|edge| (edge - unit.x0).abs() <= INDENT / 2);
        let room = |unit: &Unit| edges.get(column(unit)? + 1).map(|next| next - unit.x1);
        let fits = |unit: &Unit| column(unit).is_some() && room(unit).is_none_or(|room| room > 0);
        let mut most = edges.len();
        let is_row = |line: &&Line| {
            let fits = is_text(line) && line.units.len() <= most && line.units.iter().all(fits);
            most = line.units.len();
            fits
        };
        // Only a line of several units begins such a part.
        let most_rows = if (2..=MOST).contains(&edges.len()) { LONGEST } else { 0 };
        let rows: Vec<&Line> = lines.iter().skip(at).take(most_rows).take_while(is_row).collect();
        let is_table = |least: usize, wide: i32| {
            let several = || rows.iter().filter(|line| line.units.len() > 1);
            let units = || several().flat_map(|line| &line.units);
            let is_wide = |index: usize| {
                units().any(|unit| column(unit) == Some(index) && room(unit).is_some_and(|room| room > wide))
            };
            several().count() >= least && (1..edges.len()).all(|next| is_wide(next - 1))
        };
        if rows.is_empty() || !(is_table(2, 2 * LETTER) || is_table(1, 3 * LETTER)) {
            list.has_lines |= is_text(line);
            all.push(line.clone());
            at += 1;
        } else {
            for index in 0..edges.len() {
                let units = rows.iter().flat_map(|line| &line.units).filter(|unit| column(unit) == Some(index));
                // Whether it is to be read by columns or by rows, and where one list ends, the page does not say.
                let is_clear = rows.len() < 2 || !is_list;
                all.extend(units.map(|unit| Line { is_clear, ..Line::new(unit.y, Vec::from([unit.clone()])) }));
            }
            list.parts += 1;
            at += rows.len();
        }
    }
    list.end(&mut all, is_list);
    all
}

/// What a line continues is not further back.
const NEAR: usize = 64;

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
            let is_above = |item: &Item<'_>| {
                let (Some(first), Some(last)) = (item.lines.first(), item.lines.last()) else { return false };
                item.is_anchor && unit.y >= last.y && unit.y - last.y <= PITCH && first.x0 + INDENT / 2 < unit.x0
            };
            let order = |item: &Item<'_>| {
                let (first, last) = (item.lines.first()?, item.lines.last()?);
                Some((last.y == unit.y, first.x0))
            };
            let is_alone = items.last().is_some_and(|item| item.is_anchor || item.line == index);
            let near = items.iter_mut().rev().take(NEAR).filter(|item| is_above(item));
            match near.max_by_key(|item| order(item)).filter(|_| is_alone) {
                Some(item) => item.lines.push(unit),
                None => items.push(Item { lines: Vec::from([unit]), is_anchor: false, edge, line: index }),
            }
        }
    }
    items
}

/// Whether a line is full, so that the next one continues it: its first letters have no room at the end of the line.
pub(super) fn is_full(line: &Unit, next: &Unit, edge: i32) -> bool {
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
