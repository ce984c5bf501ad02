//! A glance at a text of citations: whether it is worth reading.

use crate::value::answer::Lines;
use crate::value::width::fold;

/// What a glance at a text shows of its citations, so that only a text that may be wrong is read: reading all of them takes
/// longer than everything else that is checked.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
pub(super) struct Glance {
    /// 別表第一, 別表第二, but not of an ordinance; 第7号.
    pub(super) old: bool,
    /// 別表の…, 第2条の表, 第8号.
    pub(super) new: bool,
    /// 第19条.
    pub(super) permits: bool,
    /// A row with an article behind it.
    pub(super) row_and_article: bool,
    /// A row and an article in a list, which belong together where the row is of 第2条の表.
    pub(super) row_in_list: bool,
    /// An ordinance.
    pub(super) ordinance: bool,
}

impl Glance {
    fn at(text: &str) -> Self {
        let mut glance = Self::default();
        // Each of these characters has three bytes, which are in no other character.
        for (place, bytes) in text.as_bytes().windows(3).enumerate() {
            let now = match bytes {
                [0xE8, 0xA1, 0xA8] => '表',
                [0xE5, 0x8F, 0xB7] => '号',
                [0xE6, 0x9D, 0xA1] => '条',
                [0xE4, 0xBE, 0x8B] => '例',
                [0xE9, 0xA0, 0x85] => '項',
                _ => continue,
            };
            let (before, behind) = text.split_at(place);
            let mut before = shorn(before.chars().rev());
            let mut behind = shorn(behind.chars()).skip(1);
            let mut back = || before.next().unwrap_or_default();
            match now {
                '表' => match (back(), behind.next()) {
                    // Of an ordinance, or of 住民基本台帳法, that has a table of this name as well.
                    ('別', Some('第')) => {
                        glance.old |= !matches!((back(), back()), ('例', '条') | ('法', '帳' | '基'));
                    }
                    ('別', Some('の' | '0'..='9')) => glance.new = true,
                    ('の', _) => glance.new |= back() == '条',
                    (_, _) => {}
                },
                '号' => match (back(), back()) {
                    ('7' | '七', '第') => glance.old = true,
                    ('8' | '八', '第') => glance.new = true,
                    (_, _) => {}
                },
                '条' => {
                    glance.permits |= matches!((back(), back()), ('9' | '九', '1' | '十')) && !is_of_another(before);
                }
                '例' => glance.ordinance |= back() == '条',
                _ => {
                    let is_number = |c: char| c.is_ascii_digit() || is_numeral(c);
                    match behind.next() {
                        Some('第') => glance.row_and_article |= behind.next().is_some_and(is_number),
                        // 第1項 is no row.
                        Some('、' | ',') => {
                            let is_row = before.find(|c| !is_number(*c)) != Some('第');
                            glance.row_in_list |= is_row && behind.next() == Some('第');
                        }
                        Some(_) | None => {}
                    }
                }
            }
        }
        glance
    }
}

/// Whether what stands before a number of an article (from its end on) is the name of another Act than 番号法: 地方税法第.
fn is_of_another(before: impl Iterator<Item = char>) -> bool {
    let mut name = before.skip_while(|c| *c == '第');
    name.next() == Some('法') && name.next().is_some_and(|c| c.is_alphabetic() && !matches!(c, '号' | '用' | 'ー'))
}

/// Without blanks, in half width.
fn shorn(characters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    characters.filter(|c| !matches!(c, ' ' | '\u{3000}' | '\n')).map(fold)
}

impl Glance {
    /// At all lines of a cell, and their headings.
    pub(super) fn of(lines: &Lines) -> Self {
        let texts = lines.iter().flat_map(|line| line.under.into_iter().chain(line.text.given()));
        texts.map(|text| Self::at(text.as_str())).fold(Self::default(), |all, one| Self {
            old: all.old || one.old,
            new: all.new || one.new,
            permits: all.permits || one.permits,
            row_and_article: all.row_and_article || one.row_and_article,
            row_in_list: all.row_in_list || one.row_in_list,
            ordinance: all.ordinance || one.ordinance,
        })
    }
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}
