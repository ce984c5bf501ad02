//! 項目の呼び方: reads the names that people write for items, such as 「Ⅱ4.委託事項1-⑥委託先名」, and the number in them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::value::answer::Lines;
use crate::value::names::name_chars;
use crate::value::number::is_circled;
use crate::value::width::fold;

/// The items named in a cell of the column 項目, one string each.
pub(crate) fn named_items(items: &Lines) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in items.texts().map(AsRef::<str>::as_ref) {
        // A line that does not begin with a number of a part continues the line above.
        match names.last_mut().filter(|_| part_of(text).is_none()) {
            Some(name) => {
                name.push(' ');
                name.push_str(text);
            }
            None => names.push(text.into()),
        }
    }
    names
}

/// The name of an item without the ※ and 「（続き）」 after it.
pub(crate) fn without_marks(name: &str) -> &str {
    let mut name = name.trim_end();
    while let Some(rest) = ["※", "（※）", "(※)", "（続き）", "(続き)"].iter().find_map(|mark| name.strip_suffix(mark))
    {
        name = rest.trim_end();
    }
    name
}

/// Whether a name ends with this label, and the label begins at the start of a word.
pub(crate) fn ends_with(name: &str, label: &str) -> bool {
    let mut chars = name.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    let mut begin = name.len();
    for wanted in name_chars(label).rev() {
        match chars.next() {
            Some((at, c)) if fold(c) == wanted => begin = at,
            Some(_) | None => return false,
        }
    }
    let before = name.get(..begin).and_then(|before| before.chars().next_back()).map(fold);
    // ー and 一 are used as dashes in printed tables.
    before.is_none_or(|c| !c.is_alphabetic() || c.is_ascii() || matches!(c, 'Ⅰ'..='Ⅻ' | 'ー' | '一'))
}

/// The numbers in the name of an item.
pub(crate) struct Numbers {
    /// The part: 「Ⅱ」.
    pub(crate) part: Option<&'static str>,
    /// The numbers that may be those of a section, and whether each numbers what the word before it says: 「システム1」.
    pub(crate) sections: Vec<(u8, bool)>,
    /// The circled numbers.
    pub(crate) circles: Vec<char>,
    /// Whether it names 別添, with or without a number.
    is_annex: bool,
    /// The words for numbered blocks in it.
    blocks: Vec<&'static str>,
}

const PARTS: [(&str, &str); 6] = [("I", "Ⅰ"), ("II", "Ⅱ"), ("III", "Ⅲ"), ("IV", "Ⅳ"), ("V", "Ⅴ"), ("VI", "Ⅵ")];

/// The number of the part at the start of a name, and its length in characters.
pub(crate) fn part_of(name: &str) -> Option<(&'static str, usize)> {
    let blanks = name.chars().take_while(|c| c.is_whitespace()).count();
    let chars = || name.chars().skip(blanks).map(fold);
    let first = chars().next()?;
    if let Some((_, part)) = PARTS.iter().find(|(_, part)| part.starts_with(first)) {
        return Some((part, blanks + 1));
    }
    let letters: String = chars().take(4).take_while(char::is_ascii_alphabetic).collect();
    let (_, part) = PARTS.iter().find(|(ascii, _)| *ascii == letters)?;
    Some((part, blanks + letters.len()))
}

impl Numbers {
    pub(crate) fn of(name: &str) -> Self {
        let (part, length) = part_of(name).map_or((None, 0), |(part, length)| (Some(part), length));
        // A section number directly follows the part or a dash, or is followed by a point.
        let (mut sections, mut circles) = (Vec::new(), Vec::new());
        let mut digits: Option<(u8, bool)> = None;
        let (mut is_first, mut is_dash) = (part.is_some(), false);
        // 「リスク1」, 「システム1」, 「委託事項1」, 「提供先1」
        let (mut last, mut is_counted) = (' ', false);
        for c in name.chars().skip(length).map(fold).chain(['\n']) {
            if let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
                if digits.is_none() {
                    is_counted = matches!(last, 'ク' | 'ム' | '項' | '先');
                }
                let (number, begins) = digits.unwrap_or((0, is_first || is_dash));
                digits = Some((number.saturating_mul(10).saturating_add(digit), begins));
                continue;
            }
            if let Some((number, begins)) = digits.take() {
                is_first = false;
                if begins || c == '.' {
                    sections.push((number, is_counted));
                }
            }
            last = c;
            is_dash = matches!(c, '-' | '―' | '‐' | '–' | '—' | 'ー');
            is_first &= is_dash || c.is_whitespace() || c == '.';
            if is_circled(c) {
                circles.push(c);
            }
        }
        let is_annex = name.contains("別添");
        let blocks = ["委託事項", "提供先", "移転先"].into_iter().filter(|block| name.contains(block)).collect();
        Self { part, sections, circles, is_annex, blocks }
    }

    /// Whether they are consistent with a row of this number. If several numbers may be that of the section, none of them counts.
    pub(crate) fn fits(&self, number: &str) -> bool {
        let mut steps = number.split('.');
        let (part, section) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        let is_annex = part.starts_with("別添");
        if self.is_annex {
            return is_annex;
        }
        if is_annex {
            return self.part.is_none();
        }
        self.part.is_none_or(|own| own == part)
            && only(self.sections.iter().map(|(own, _)| *own)).is_none_or(|own| section.parse() == Ok(own))
            && self.blocks.iter().all(|block| number.contains(block))
    }

    /// The circled number, if there is only one.
    pub(crate) fn circled(&self) -> Option<char> {
        only(self.circles.iter().copied())
    }
}

/// What a name contains, if it contains only one such thing, once or several times.
fn only<T: PartialEq>(mut seen: impl Iterator<Item = T>) -> Option<T> {
    let first = seen.next()?;
    seen.all(|other| other == first).then_some(first)
}
