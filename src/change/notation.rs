//! Whether two cells of text differ only in notation: in a way that cannot change what they say.

use alloc::string::ToString;
use alloc::vec::Vec;

use indexmap::IndexSet;

use super::kana::{compose, full_kana, is_unseen};
use crate::value::answer::{Answer, Lines};
use crate::value::text::Text;
use crate::value::width::fold;

/// The way in which two texts differ, if it cannot change what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Width, blanks, characters that are not seen, and how a character is composed.
    Width,
    /// Also the numerals of a citation, ， and 、, and where lines are wrapped.
    Notation,
    /// The order of a list of names.
    Order,
    /// Marks for nothing.
    Marks,
}

/// How two cells of text differ only in notation; `None` if they may say different things. The lines of `is_names` are names in any order.
pub(super) fn of_lines(old: &Lines, new: &Lines, is_names: bool) -> Option<Likeness> {
    let keys = |lines: &Lines, how: How| -> Vec<Line> { lines.iter().flat_map(|line| lines_of(line, how)).collect() };
    for (how, likeness) in [(How::WIDTH, Likeness::Width), (How::NOTATION, Likeness::Notation)] {
        let (old, new) = (keys(old, how), keys(new, how));
        if is_same(&old, &new) {
            return Some(likeness);
        }
        // The lines of a list are its entries, so they are never wrapped.
        if how == How::NOTATION && !is_names && is_rewrapped(&old, &new) {
            return Some(likeness);
        }
        if is_names && is_reordered(&old, &new) {
            return Some(Likeness::Order);
        }
    }
    is_same(&keys(old, How::MARKS), &keys(new, How::MARKS)).then_some(Likeness::Marks)
}

/// How two texts differ only in notation; `None` if they may say different things.
pub(super) fn of_texts(old: &str, new: &str) -> Option<Likeness> {
    let is_alike = |how| is_same_key(&Key::of(old, how), &Key::of(new, how));
    if is_alike(How::WIDTH) {
        return Some(Likeness::Width);
    }
    is_alike(How::NOTATION).then_some(Likeness::Notation)
}

/// What is left out of account.
#[derive(Clone, Copy, PartialEq, Eq)]
struct How {
    notation: bool,
    marks: bool,
}

impl How {
    const WIDTH: Self = Self { notation: false, marks: false };
    const NOTATION: Self = Self { notation: true, marks: false };
    const MARKS: Self = Self { notation: true, marks: true };
}

/// A line as it is compared, with its heading.
struct Line {
    under: Option<Key>,
    text: Key,
}

/// The lines of a line of a cell: it may contain line feeds.
fn lines_of((under, text): (Option<&Text>, &Answer<Text>), how: How) -> Vec<Line> {
    let heading = || under.map(|under| Key::of(under.as_str(), how));
    let line = |text: Key| Line { under: heading(), text };
    match text {
        Answer::Given(text) => {
            let texts = text.as_str().lines().filter(|text| !text.trim().is_empty());
            texts.map(|text| line(Key::of(text, how))).collect()
        }
        Answer::Unanswered | Answer::Blank | Answer::Nothing(_) if how.marks => Vec::from([line(Key::mark('―'))]),
        Answer::Unanswered | Answer::Blank | Answer::Nothing(_) | Answer::NotKnown => {
            Vec::from([line(Key::mark(text.value().to_string().chars().next().unwrap_or(' ')))])
        }
    }
}

/// The characters of a text that are compared, and before which of them there is a blank.
struct Key {
    chars: Vec<char>,
    blanks: IndexSet<usize>,
}

impl Key {
    /// A mark instead of a text. No text begins with this character.
    fn mark(mark: char) -> Self {
        Self { chars: Vec::from(['\u{E000}', mark]), blanks: IndexSet::new() }
    }

    fn of(text: &str, how: How) -> Self {
        let mut key = Self { chars: Vec::new(), blanks: IndexSet::new() };
        let mut is_blank = false;
        for c in text.chars().filter(|c| !is_unseen(*c)).map(fold) {
            if c.is_whitespace() {
                is_blank = true;
                continue;
            }
            let c = full_kana(c);
            if let Some(last) = key.chars.last_mut() {
                if let Some(composed) = compose(*last, c) {
                    *last = composed;
                    is_blank = false;
                    continue;
                }
                if is_blank {
                    key.blank(c);
                }
            }
            is_blank = false;
            key.chars.push(c);
        }
        if how.notation { key.without_notation() } else { key }
    }

    /// A blank before `next`. Between two numbers or two words in letters it is a character of its own: 「別表1 2の項」 is not
    /// 「別表12の項」.
    fn blank(&mut self, next: char) {
        if self.chars.last().is_some_and(|last| is_joined(*last)) && is_joined(next) {
            self.chars.push(' ');
        } else {
            self.blanks.insert(self.chars.len());
        }
    }

    /// With 、 for ， and with the numerals of citations in digits.
    fn without_notation(&self) -> Self {
        let chars = &self.chars;
        let mut made = Self { chars: Vec::with_capacity(chars.len()), blanks: IndexSet::new() };
        let mut at = 0;
        while let Some(c) = chars.get(at).copied() {
            // There is no blank inside a numeral.
            if self.blanks.contains(&at) {
                made.blanks.insert(made.chars.len());
            }
            let run = chars.iter().skip(at).take_while(|c| is_numeral(**c)).count();
            if run > 0 {
                let numerals = chars.get(at..at + run).unwrap_or_default();
                match number(numerals).filter(|_| is_cited(&made.chars, chars.get(at + run).copied())) {
                    Some(number) => made.chars.extend(number.to_string().chars()),
                    None => made.chars.extend(numerals),
                }
                at += run;
                continue;
            }
            let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
            let is_in_number = is_digit(made.chars.last()) && is_digit(chars.get(at + 1));
            made.chars.push(if c == ',' && !is_in_number { '、' } else { c });
            at += 1;
        }
        made
    }
}

/// Whether two keys are the same. Blanks may be missing in one of them, but not be in other places: 「対象 外国民」 is not
/// 「対象外 国民」.
fn is_same_key(a: &Key, b: &Key) -> bool {
    a.chars == b.chars && (a.blanks.is_subset(&b.blanks) || b.blanks.is_subset(&a.blanks))
}

fn is_same_heading(a: Option<&Key>, b: Option<&Key>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same_key(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn is_same(a: &[Line], b: &[Line]) -> bool {
    let is_same =
        |(a, b): (&Line, &Line)| is_same_heading(a.under.as_ref(), b.under.as_ref()) && is_same_key(&a.text, &b.text);
    a.len() == b.len() && a.iter().zip(b).all(is_same)
}

/// The words of a name that point to another name of the list.
const POINTING: [&str; 10] = ["以下", "上記", "前記", "下記", "同上", "除く", "ただし", "のうち", "その他", "同"];

/// The words at the end or the beginning of a name that join it to its neighbor.
const JOINING: [&str; 4] = ["及び", "並びに", "又は", "若しくは"];

/// Whether two lists have the same names in another order.
fn is_reordered(a: &[Line], b: &[Line]) -> bool {
    let names = |lines: &[Line]| -> Option<Vec<Vec<char>>> {
        let name = |line: &Line| -> Option<Vec<char>> {
            let text: alloc::string::String = line.text.chars.iter().collect();
            let is_alone = !POINTING.iter().any(|word| text.contains(word))
                && !JOINING.iter().any(|word| text.starts_with(word) || text.ends_with(word));
            (line.under.is_none() && is_alone && !text.starts_with('\u{E000}')).then(|| line.text.chars.clone())
        };
        let mut names = lines.iter().map(name).collect::<Option<Vec<_>>>()?;
        let is_flat = names.windows(2).all(|pair| matches!(pair, [a, b] if rank(a) == rank(b)));
        names.sort_unstable();
        is_flat.then_some(names)
    };
    names(a).is_some_and(|a| names(b) == Some(a))
}

/// The rank of an office, by the end of its name; `None` for other names. 「福祉部」 above 「国保課」 is the name of one department
/// in two lines.
const fn rank(name: &[char]) -> Option<char> {
    match name {
        [.., '部' | '局' | '省' | '庁'] => Some('部'),
        [.., rank @ ('所' | '課' | '室' | '係' | '班')] => Some(*rank),
        [..] => None,
    }
}

/// The fewest characters of a line that is wrapped. A shorter one is an entry of a list.
const SHORTEST_WRAPPED: usize = 10;

/// Whether the lines below each heading are the same text, wrapped elsewhere.
fn is_rewrapped(a: &[Line], b: &[Line]) -> bool {
    let (a, b) = (groups(a), groups(b));
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            let (Some(first), Some(other)) = (a.first(), b.first()) else { return false };
            let (a, b) = (Joined::of(a), Joined::of(b));
            is_same_heading(first.under.as_ref(), other.under.as_ref())
                && is_same_key(&a.key, &b.key)
                && a.wraps.difference(&b.wraps).all(|wrap| a.soft.contains(wrap))
                && b.wraps.difference(&a.wraps).all(|wrap| b.soft.contains(wrap))
        })
}

/// The lines below one heading, one group after the other.
fn groups(lines: &[Line]) -> Vec<&[Line]> {
    lines.chunk_by(|a, b| is_same_heading(a.under.as_ref(), b.under.as_ref())).collect()
}

/// Lines as one text.
struct Joined {
    key: Key,
    /// Where its lines end.
    wraps: IndexSet<usize>,
    /// Where a line ends that can be the first part of a longer one.
    soft: IndexSet<usize>,
}

impl Joined {
    fn of(lines: &[Line]) -> Self {
        let key = Key { chars: Vec::new(), blanks: IndexSet::new() };
        let mut joined = Self { key, wraps: IndexSet::new(), soft: IndexSet::new() };
        let mut length = 0;
        for Line { text, .. } in lines {
            let chars = &mut joined.key.chars;
            if let (Some(last), Some(next)) = (chars.last().copied(), text.chars.first().copied()) {
                if is_joined(last) && is_joined(next) {
                    chars.push(' ');
                }
                joined.wraps.insert(chars.len());
                if length >= SHORTEST_WRAPPED && !begins_entry(next) {
                    joined.soft.insert(chars.len());
                }
            }
            length = text.chars.len();
            joined.key.blanks.extend(text.blanks.iter().map(|at| at + chars.len()));
            chars.extend(&text.chars);
        }
        joined
    }
}

/// Whether a line that begins so is an entry of a list.
const fn begins_entry(first: char) -> bool {
    first.is_ascii_digit()
        || matches!(first, '・' | '･' | '○' | '●' | '◎' | '■' | '□' | '◆' | '◇' | '※' | '-' | '*' | '\u{E000}')
        || matches!(first, '①'..='⑳' | 'ⅰ'..='ⅹ' | 'Ⅰ'..='Ⅻ' | '(' | '【' | '<')
}

/// Whether a blank between two of these characters separates what else would be one number or one word.
const fn is_joined(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_numeral(c) || matches!(c, ',' | '.')
}

const fn is_numeral(c: char) -> bool {
    matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千')
}

/// Whether a numeral after `before` is a number of a citation: 「第十九条」, 「第十九条の二第二項」, 「別表第一の三十の項」.
fn is_cited(before: &[char], next: Option<char>) -> bool {
    let is_end = next.is_none_or(|next| !next.is_alphanumeric() || matches!(next, '条' | '項' | '号' | 'の' | '第'));
    match before {
        [.., '第'] => true,
        [.., unit, 'の'] => is_end && (matches!(unit, '条' | '項' | '号' | '表') || unit.is_ascii_digit()),
        [..] => false,
    }
}

/// The value of a numeral: 「十九」, 「一九」, 「百二」.
fn number(numerals: &[char]) -> Option<u32> {
    let digit =
        |c: &char| "〇一二三四五六七八九".chars().position(|other| other == *c).and_then(|at| u32::try_from(at).ok());
    if numerals.iter().all(|c| digit(c).is_some()) {
        return numerals.iter().try_fold(0_u32, |number, c| number.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut number, mut last, mut above) = (0_u32, None, u32::MAX);
    for c in numerals {
        match (digit(c), c) {
            (Some(digit), _) if last.is_none() && digit > 0 => last = Some(digit),
            (Some(_), _) => return None,
            (None, c) => {
                let unit = match c {
                    '千' => 1000,
                    '百' => 100,
                    _ => 10,
                };
                if unit >= above {
                    return None;
                }
                number += last.take().unwrap_or(1) * unit;
                above = unit;
            }
        }
    }
    Some(number + last.unwrap_or_default())
}
