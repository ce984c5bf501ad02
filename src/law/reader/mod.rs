//! Finds citations in running text in one pass.
//!
//! The main task is to find citations and to leave all other text as it is, so it has its own grammar and uses no
//! parser library. The text is folded to half width character by character, so positions do not change. Every look
//! ahead is bounded, so the time is proportional to the length of any input.

mod laws;
mod places;
mod rows;
mod strict;
mod titles;

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::found::{Found, Group};
use super::names::{Definitions, Names, first_char, starts_with};
use super::{Citation, Law, Locator, Place, number};
use crate::value::width::fold;

/// Whether titles that the crate does not know are checked to read back as printed. A title that would be read as
/// something else is left as text, because a canonical citation must read back as itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    On,
    /// Used by the check itself.
    Off,
}

/// The result of reading a text.
pub(crate) struct Reading {
    pub(crate) found: Vec<Found>,
    pub(crate) groups: Vec<Group>,
    pub(super) names: Names,
}

pub(crate) fn read(text: &str, names: &Definitions, check: Check) -> Reading {
    let chars: Vec<char> = text.chars().map(fold).collect();
    let mut reader = Reader {
        end: chars.len(),
        chars,
        names: Names::with(names),
        check,
        found: Vec::new(),
        groups: Vec::new(),
        muted: false,
        run: 0,
        subject: None,
        last: None,
        article: None,
        act: None,
        outside: None,
        ordinance: None,
        order: None,
        tables: names.tables(),
        table: None,
        via: None,
        group: None,
        no_rows_before: 0,
    };
    reader.span(0, reader.end);
    reader.finish()
}

/// The longest bracket, in characters.
const BRACKET: usize = 120;
/// The longest heading in 【】 or quotation, in characters.
const HEADING: usize = 300;
/// The most tables that are remembered.
const TABLES: usize = 16;
/// The most words that are skipped before a title.
const WORDS_BEFORE_TITLE: usize = 8;
/// The greatest distance between a citation and a place that shares its law, in characters.
const APART: usize = 40;
/// The longest title, in characters.
const TITLE: usize = 120;

/// A law that was named and waits for its place.
struct Subject {
    law: Law,
    /// The span of its name.
    name: Range<usize>,
    via: Option<Via>,
    /// Whether it is a citation of its own if no place follows.
    whole: bool,
}

/// The citation through which the next one is cited.
#[derive(Clone, Copy)]
struct Via {
    index: Option<usize>,
    /// The position at which the next citation must begin.
    at: usize,
    /// Whether it is 番号法第19条第8号, which the order on provision is based on.
    linkage: bool,
}

/// The meaning of 同法 outside a quotation.
struct Outside {
    act: Option<Law>,
}

/// The citation that ended last.
struct Last {
    law: Option<Law>,
    end: usize,
}

struct Reader {
    chars: Vec<char>,
    /// The end of the text or of the bracket that is being read. Nothing after it is read.
    end: usize,
    names: Names,
    check: Check,
    found: Vec<Found>,
    groups: Vec<Group>,
    /// Whether the reader is inside a heading. A heading sets the table but cites nothing.
    muted: bool,
    /// The start of the characters that could be the title of a law.
    run: usize,
    subject: Option<Subject>,
    last: Option<Last>,
    /// The last article, for 同条 and 同項.
    article: Option<(Option<Law>, Place)>,
    /// The last Act, ordinance and order, for 同法, 同条例 and 同命令.
    act: Option<Law>,
    /// What 同法 meant before a quotation; it is restored after the quotation.
    outside: Option<Outside>,
    ordinance: Option<Law>,
    order: Option<Law>,
    /// The tables that were named, with their laws.
    tables: Vec<(Place, Option<Law>)>,
    /// The table that rows without a table name belong to, and the citation through which they are cited.
    table: Option<(Option<Law>, Place, Option<usize>)>,
    via: Option<Via>,
    group: Option<usize>,
    /// No list of rows begins before this position; it was already checked.
    no_rows_before: usize,
}

/// Words that may precede a title but are not part of it. Longer ones come first.
const BEFORE_TITLE: [&str; 33] = [
    // If the text did not name the law before, this does not name it either.
    "同主務省令",
    "同条例",
    "同命令",
    "同省令",
    "同規則",
    "同令",
    "同法",
    "において読み替えて準用する",
    "において準用する",
    "において",
    "における",
    "の規定による",
    "の規定により",
    "に規定する",
    "に基づく",
    "に基づき",
    "による",
    "により",
    "および",
    "ならびに",
    "または",
    "もしくは",
    "当該",
    "並びに",
    "若しくは",
    "及び",
    "又は",
    "は",
    "が",
    "で",
    "と",
    "の",
    "に",
];

/// Whether one of [`BEFORE_TITLE`] may begin with `c`. Most titles begin with another character and need no search.
const fn may_begin_before_title(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | '同' | '当' | '並' | '若' | '及' | '又')
}

const _: () = {
    let mut i = 0;
    while i < BEFORE_TITLE.len() {
        assert!(may_begin_before_title(first_char(BEFORE_TITLE[i])));
        i += 1;
    }
};

const fn is_delimiter(c: char) -> bool {
    match c {
        '、'
        | '。'
        | '・'
        | '「'
        | '」'
        | '『'
        | '』'
        | '【'
        | '】'
        | '〔'
        | '〕'
        | '〈'
        | '〉'
        | '※'
        | '…'
        | '―'
        | '●'
        | '→'
        | '⇒'
        | '➡'
        | '①'..='⑳' => true,
        _ => c.is_ascii_punctuation(),
    }
}

impl Reader {
    fn at(&self, i: usize) -> Option<char> {
        self.from(i).first().copied()
    }

    fn from(&self, i: usize) -> &[char] {
        self.chars.get(i..self.end).unwrap_or_default()
    }

    fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    fn starts(&self, i: usize, word: &str) -> bool {
        starts_with(self.from(i), word)
    }

    /// Whether the 項 before `i` belongs to 項目 or 項番. 番号法 after it is the next law.
    fn continues_unit(&self, i: usize) -> bool {
        match self.at(i) {
            Some('目') => true,
            Some('番') => !self.starts(i, "番号法") && !self.starts(i, "番号利用法"),
            Some(_) | None => false,
        }
    }

    /// The length of the first of these words that occurs at `i`.
    fn one_of(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.starts(i, word)).map(|word| word.chars().count())
    }

    fn skip_blanks(&self, mut i: usize) -> usize {
        while self.at(i).is_some_and(char::is_whitespace) {
            i += 1;
        }
        i
    }

    /// The first position from `i` on that is not part of a word that precedes titles, and whether the last such word
    /// was 「に基づく」.
    fn skip_before_title(&self, mut i: usize) -> (usize, bool) {
        let mut under = false;
        for _ in 0..WORDS_BEFORE_TITLE {
            if !self.at(i).is_some_and(may_begin_before_title) {
                break;
            }
            let Some(length) = self.one_of(i, &BEFORE_TITLE) else { break };
            under = self.starts(i, "に基づく");
            i += length;
        }
        (i, under)
    }

    /// Skips at most two blanks at `i`, because a line break may split a citation.
    fn gap(&self, i: usize) -> usize {
        (0..2).fold(i, |i, _| if self.at(i).is_some_and(char::is_whitespace) { i + 1 } else { i })
    }

    /// The number at `i` and its end. A line break may occur between its digits.
    fn number(&self, i: usize) -> Option<(u32, usize)> {
        let (value, length) = number::read(self.from(i))?;
        let end = i + length;
        let wrapped = self.at(end) == Some('\n')
            && [end - 1, end + 1].into_iter().all(|i| self.at(i).is_some_and(|c| c.is_ascii_digit()));
        if !wrapped {
            return Some((value, end));
        }
        let mut digits: Vec<char> = self.from(i).iter().copied().take(length).collect();
        let behind = self.from(end + 1).iter().copied().take(8).take_while(char::is_ascii_digit);
        digits.extend(behind);
        let (value, length) = number::read(&digits)?;
        Some((value, i + length + 1))
    }

    /// The position of `close`, at most `reach` characters after `i`.
    fn find(&self, i: usize, close: char, reach: usize) -> Option<usize> {
        self.from(i).iter().take(reach).position(|c| *c == close).map(|at| i + at)
    }

    /// The bracket that closes the one at `i`, at most [`BRACKET`] characters after it.
    fn closing(&self, i: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let closes = |c: &char| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        };
        if self.at(i) != Some('(') {
            return None;
        }
        self.from(i).iter().take(BRACKET).position(closes).map(|at| i + at)
    }

    /// Reads from `i` to `end` as if the text ended there.
    fn span(&mut self, mut i: usize, end: usize) {
        let outer = core::mem::replace(&mut self.end, end);
        while i < end {
            i = self.step(i).max(i + 1);
        }
        self.flush();
        self.end = outer;
    }

    /// Reads what begins at `i`, and returns where to continue.
    fn step(&mut self, i: usize) -> usize {
        let c = self.at(i).unwrap_or(' ');
        if c.is_whitespace() {
            self.unknown_title(i);
            self.run = i + 1;
            return i + 1;
        }
        // 「番号法の第9条」, 「番号法（第9条）」
        if self.subject.is_some() && matches!(c, 'の' | ':' | '(' | '「') && self.place_follows(i + 1) {
            self.run = i + 1;
            return i + 1;
        }
        if let Some(next) = self.law(i).or_else(|| self.place(i)).or_else(|| self.rows(i)) {
            return next;
        }
        match c {
            '【' => {
                if let Some(close) = self.find(i, '】', HEADING).filter(|_| !self.muted) {
                    self.heading(i + 1, close);
                    return close + 1;
                }
            }
            '「' | '『' => {
                if let Some(next) = self.quotation(i) {
                    return next;
                }
            }
            '」' | '』' => {
                self.unknown_title(i);
                if let Some(Outside { act }) = self.outside.take() {
                    self.act = act;
                }
                // 「…法」第67条: the place may still follow.
                self.run = i + 1;
                return i + 1;
            }
            '第' if self.starts(i, "第一欄") || self.starts(i, "第三欄") => {
                self.flush();
                self.groups.push(Group { span: i..i });
                self.group = Some(self.groups.len() - 1);
            }
            '(' => {
                if let Some(next) = self.bracket_behind_title(i) {
                    return next;
                }
            }
            _ => {}
        }
        self.flush();
        if is_delimiter(c) {
            self.run = i + 1;
        }
        i + 1
    }

    /// Reads a heading, which sets the table of the rows below and cites nothing.
    fn heading(&mut self, from: usize, to: usize) {
        self.flush();
        self.muted = true;
        self.run = from;
        self.span(from, to);
        self.muted = false;
        (self.run, self.group, self.last, self.via) = (to + 1, None, None, None);
    }

    pub(super) fn emit(
        &mut self,
        law: Option<Law>,
        locator: Locator,
        span: Range<usize>,
        via: Option<usize>,
        row: Option<usize>,
    ) -> Option<usize> {
        if self.muted {
            return None;
        }
        let in_table = locator.place().is_some_and(|place| place.row_number().is_some());
        let group = if in_table { self.group } else { None };
        let citation = Citation::unchecked(law, locator);
        self.found.push(Found { citation, span, via, row, group, absence: None });
        Some(self.found.len() - 1)
    }

    /// Removes the groups that no row follows.
    fn finish(mut self) -> Reading {
        let mut kept = Vec::new();
        let mut places: Vec<Option<usize>> = Vec::new();
        for group in self.groups {
            if group.span.is_empty() {
                places.push(None);
            } else {
                places.push(Some(kept.len()));
                kept.push(group);
            }
        }
        for found in &mut self.found {
            found.group = found.group.and_then(|group| places.get(group).copied().flatten());
        }
        Reading { found: self.found, groups: kept, names: self.names }
    }
}
