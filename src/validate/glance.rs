//! A quick scan of a cell that decides whether its citations are worth reading.

use alloc::borrow::Cow;

use crate::assessment::plain;
use crate::law::{Number, read_number};
use crate::value::answer::Lines;
use crate::value::width::fold;

/// What a quick scan shows about the citations in a cell. Only a cell that may be wrong is then read, since reading all
/// of them takes longer than the rest of the check.
///
/// The scan may give a false alarm, but never misses what the reader would find (`tests/glance.rs`).
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
pub(super) struct Glance {
    /// 別表第一 or 別表第二 (but not of an ordinance), or item 7.
    pub(super) old: bool,
    /// 別表, 第2条の表, the order on provision, or item 8.
    pub(super) new: bool,
    /// Article 19 of any law.
    pub(super) article_19: bool,
    /// The cell begins with 番号法第19条, so it certainly cites it.
    pub(super) begins_with_19: bool,
    /// A row directly followed by an article.
    pub(super) row_and_article: bool,
    /// A row and an article in a list. They belong together if the row is in 第2条の表.
    pub(super) row_in_list: bool,
    /// 別表 of any law.
    pub(super) appended_table: bool,
    /// The table of an article: 第2条の表.
    pub(super) article_table: bool,
}

/// All lines of a cell with their headings, as the reader sees them: a citation may continue on the next line.
pub(super) fn text(lines: &Lines) -> Cow<'_, str> {
    let mut texts = lines.iter();
    match (texts.next(), texts.next()) {
        (Some((None, text)), None) => Cow::Borrowed(text.given().map(AsRef::as_ref).unwrap_or_default()),
        (Some(_) | None, _) => Cow::Owned(plain(lines)),
    }
}

impl Glance {
    pub(super) fn at(text: &str) -> Self {
        let mut glance = Self { begins_with_19: begins_with_19(text), ..Self::default() };
        // Each of these characters is encoded in three bytes, and no other character contains them.
        for (index, bytes) in text.as_bytes().windows(3).enumerate() {
            let now = match bytes {
                [0xE8, 0xA1, 0xA8] => '表',
                [0xE5, 0x8F, 0xB7] => '号',
                [0xE6, 0x9D, 0xA1] => '条',
                [0xE9, 0xA0, 0x85] => '項',
                [0xE4, 0xBB, 0xA4] => '令',
                _ => continue,
            };
            let (before, after) = text.split_at(index);
            let before = shorn(before.chars().rev());
            let after = after.get(3..).unwrap_or_default();
            match now {
                '表' => glance.table(before, after),
                '号' => glance.items(before),
                '条' => {
                    let mut before = before;
                    let number = (before.next(), before.next());
                    glance.article_19 |= matches!(number, (Some('9'), Some('1')) | (Some('九'), Some('十' | '一')));
                }
                '項' => glance.row(before, after),
                _ => glance.new |= before.take(6).eq(['命', 'る', 'す', '関', 'に', '供']),
            }
        }
        glance
    }

    /// Looks at 表, with the text before it (read backwards) and after it.
    fn table(&mut self, mut before: impl Iterator<Item = char>, rest: &str) {
        let mut after = shorn(rest.chars()).peekable();
        match before.next() {
            Some('別') => self.appended_table = true,
            // 第2条の表; its rows may be written 項番48, without 項 after the number.
            Some('の') => {
                let is_of_article = before.next() == Some('条');
                self.new |= is_of_article;
                self.article_table |= is_of_article;
                let mut word = after.skip_while(|c| *c == 'の').skip_while(|c| *c == '項');
                self.row_and_article |= word.next() == Some('番');
                return;
            }
            Some(_) | None => return,
        }
        // A table of an ordinance, or of 住民基本台帳法, which also has a table of this name. It may be unclear which
        // ordinance 同条例 means.
        let is_of_another = match (before.next(), before.next()) {
            (Some('例'), Some('条')) => before.next() != Some('同'),
            (Some('法'), Some('帳' | '基')) => true,
            (_, _) => false,
        };
        let is_ordinal = after.next_if_eq(&'第').is_some();
        let number = after.next();
        let is_old_number = matches!(number, Some('1' | '2' | '一' | '二'));
        let next = after.next();
        if is_ordinal {
            // 別表第16項 and 別表第2条 cite 別表 itself; 「別表　第一」 continues here too.
            let goes_on = next.is_some_and(|c| is_number(c) || matches!(c, '条' | '号'));
            // 別表第二の主務省令で定める… and 別表第二省令 are orders, whatever precedes them.
            let is_order =
                matches!(after.find(|c| *c != 'の').filter(|_| next == Some('の')).or(next), Some('主' | '省'));
            self.old |= is_old_number && (is_order || !is_of_another);
            self.new |= !is_old_number || goes_on || !rest.starts_with('第');
        } else {
            // 別表1の30の項
            let goes_on = next == Some('の') && after.next().is_some_and(is_number);
            self.old |= is_old_number && goes_on && !is_of_another;
            self.new = true;
        }
    }

    /// Looks at 号 after one number or several numbers that share it: 第19条第7・8号, 第19条7号.
    fn items(&mut self, before: impl Iterator<Item = char>) {
        let (mut digits, mut first) = (0, ' ');
        let list = before.take_while(|c| is_number(*c) || is_separator(*c)).chain(['、']);
        for c in list {
            if is_number(c) {
                (digits, first) = (digits + 1, c);
            } else {
                self.old |= digits == 1 && matches!(first, '7' | '七');
                self.new |= digits == 1 && matches!(first, '8' | '八');
                digits = 0;
            }
        }
    }

    /// Looks at 項 with an article after it.
    fn row(&mut self, before: impl Iterator<Item = char>, rest: &str) {
        let mut after = shorn(rest.chars());
        match after.next() {
            Some('第') => self.row_and_article |= after.next().is_some_and(is_number),
            Some('、' | ',') => {
                // 第1項 is not a row, but 第2条の表第48項 is.
                let mut before = before.skip_while(|c| is_number(*c));
                let is_row = before.next() != Some('第') || matches!(before.next(), Some('表' | 'の'));
                self.row_in_list |= is_row && after.next() == Some('第');
            }
            Some(_) | None => {}
        }
    }
}

/// Whether the string contains a number that may be a row number and that `is_sought` accepts, or whose value is
/// unclear.
pub(super) fn any_row(text: &str, is_sought: impl Fn(Number) -> bool) -> bool {
    // After 項番, the number of a row needs no word after it.
    let is_marked = text.split('番').skip(1).any(|after| !after.starts_with('号'));
    let mut chars = text.chars().map(fold).peekable();
    // The previous number, while only の separates it from here.
    let mut last: Option<Number> = None;
    // The two previous characters.
    let mut before = [' '; 2];
    while let Some(c) = chars.next() {
        if !is_number(c) {
            let goes_on = c.is_whitespace() || c == 'の';
            last = last.filter(|_| goes_on);
            before = [before[1], c];
            continue;
        }
        // 別表第二の30の項: the number of a table has no branch here.
        let is_of_table = before == ['表', '第'];
        before = [' '; 2];
        let mut digits = [c; LONGEST];
        let mut length = 1;
        while let Some(next) = chars.next_if(|next| is_number(*next)) {
            let Some(digit) = digits.get_mut(length) else { return true };
            *digit = next;
            length += 1;
        }
        let is_broken = chars.peek().is_some_and(|next| next.is_whitespace());
        while chars.next_if(|next| next.is_whitespace()).is_some() {}
        if is_broken && chars.peek().is_some_and(|next| is_number(*next)) {
            return true;
        }
        if !is_marked && matches!(chars.peek(), Some('条' | '号')) {
            last = None;
            continue;
        }
        let read = digits.get(..length).and_then(read_number).filter(|(_, read)| *read == length);
        let Some(number) = read.and_then(|(number, _)| Number::new(number)) else { return true };
        let branch = last.and_then(|last| last.branch(number.main()));
        if is_sought(number) || branch.is_some_and(&is_sought) {
            return true;
        }
        last = if is_of_table { None } else { branch.or(Some(number)) };
    }
    false
}

/// The maximum length of a row number in characters: 一七三, 百七十三, 九千九百九十九.
const LONGEST: usize = 7;

/// Whether a cell begins with 番号法第19条第…, after a bullet at most. Anywhere else, only the reader can decide whether the
/// law is 番号法 and whether it is cited: 地方税法第9条及び第19条, 【番号法第19条第8号】.
fn begins_with_19(text: &str) -> bool {
    let is_mark = |c: &char| !(c.is_alphanumeric() || matches!(c, '(' | '「' | '『' | '【' | '〔'));
    let mut text = text.chars().map(fold).skip_while(is_mark);
    let mut begins_with = |word: &str| {
        let mut rest = text.clone();
        let begins = word.chars().all(|c| rest.next() == Some(c));
        if begins {
            text = rest;
        }
        begins
    };
    let names = ["番号法", "番号利用法", "行政手続における特定の個人を識別するための番号の利用等に関する法律"];
    names.into_iter().any(&mut begins_with) && begins_with("第19条第")
}

/// Without blanks, in half width.
fn shorn(characters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    characters.map(fold).filter(|c| !c.is_whitespace())
}

/// Whether a character is part of a number.
fn is_number(c: char) -> bool {
    let is_kanji =
        matches!(c, '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千');
    c.is_ascii_digit() || is_kanji
}

/// Whether a character separates numbers that share a unit.
fn is_separator(c: char) -> bool {
    matches!(c, '・' | '、' | ',')
}
