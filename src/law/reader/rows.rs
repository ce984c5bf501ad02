//! Reads tables and their rows, with the articles that are written beside rows.

use alloc::vec::Vec;
use core::ops::Range;

use super::places::RANGE;
use super::{APART, Reader, TABLES, Via};
use crate::law::dated::in_table;
use crate::law::found::Absence;
use crate::law::{KnownLaw, Law, Locator, Number, Place, number};

/// Words after the name of a table that make it a heading of the rows below.
const HEADS: [&str; 9] = ["項番", "の項番", "における", "第一欄", "第二欄", "第三欄", "第四欄", "の第一欄", "の第三欄"];

/// The most appended tables that a law has. It is needed because 「別表1の30の項」 could also be a row 1の30.
const MAX_TABLES: u32 = 5;

impl Reader {
    /// Reads 別表 or 別表第二 with the rows after it.
    pub(super) fn appended_table(&mut self, i: usize) -> Option<usize> {
        let (table, end) = match self.table_number(i + 2) {
            Some((number, end)) => (Place::appended_table(Some(number)), end),
            None => (Place::appended_table(None), i + 2),
        };
        let (mut law, from, via) = self.law_of_place(i)?;
        if law.is_none() {
            let known = self.tables.iter().rev().find(|(known, _)| *known == table);
            law = match known {
                Some((_, law)) => law.clone(),
                None => self.law_of_clause(i),
            };
        }
        Some(self.table_tail(law, table, from, end, via))
    }

    /// The number of a table at `i`, after 別表: 第二, or 1 if rows follow (「別表1の30の項」).
    fn table_number(&self, i: usize) -> Option<(Number, usize)> {
        if self.at(i) == Some('第') {
            let (number, end) = self.number(self.gap(i + 1))?;
            // 「別表第二項番」 is the second table. 「別表第2条」 is not a table with a number, and 「別表第16項」 is a row.
            let other = matches!(self.at(end), Some('条' | '号')) || (self.starts(end, "項") && number > MAX_TABLES);
            return if other { None } else { Some((Number::new(number)?, end)) };
        }
        let (number, end) = self.number(i).filter(|(number, _)| *number <= MAX_TABLES)?;
        let (_, row) = if self.at(end) == Some('の') { self.number(end + 1)? } else { return None };
        self.starts(row, "の項").then_some((Number::new(number)?, end))
    }

    /// The law of the citation before `i`, if both are in one clause: 「番号法第9条第1項(利用範囲)別表第1」.
    fn law_of_clause(&self, i: usize) -> Option<Law> {
        let last = self.last.as_ref()?;
        let between = self.chars.get(last.end..i)?;
        let one_clause = between.len() <= APART && !between.iter().any(|c| matches!(c, '\n' | '。' | '「' | '」'));
        last.law.clone().filter(|_| one_clause)
    }

    /// Reads what follows the name of a table: rows, or words that make it a heading.
    pub(super) fn table_tail(
        &mut self,
        law: Option<Law>,
        table: Place,
        start: usize,
        end: usize,
        via: Option<Via>,
    ) -> usize {
        if law.is_some() {
            self.tables.retain(|(known, _)| *known != table);
            if self.tables.len() >= TABLES {
                self.tables.remove(0);
            }
            self.tables.push((table, law.clone()));
        }
        let via_index = via.and_then(|via| via.index);
        self.table = Some((law.clone(), table, via_index));
        let behind = self.skip_blanks(end);
        let behind = if self.at(behind) == Some('の') { behind + 1 } else { behind };
        if let Some(list) = self.row_list(behind, true) {
            return self.cite_rows(law, table, start, list, via_index);
        }
        if self.one_of(end, &HEADS).is_some() {
            self.run = end;
            return end;
        }
        let index = self.emit(law.clone(), Locator::At(table), start..end, via_index, None);
        self.ended(law, None, index, end)
    }

    /// A list of rows at `i`: 「１３、１６の項」, 「24項」, or after the name of a table 「項番30」, 「番73の2」.
    fn row_list(&mut self, i: usize, behind_table: bool) -> Option<RowList> {
        let marked = if behind_table { self.one_of(i, &["項番", "番"]) } else { None };
        let mut next = self.skip_blanks(i + marked.unwrap_or(0));
        // 「別表第二 第27項」
        let ordinal = behind_table && self.at(next) == Some('第');
        let mut rows: Vec<Row> = Vec::new();
        while let Some((first, end)) = self.row_number(if ordinal { self.gap(next + 1) } else { next }) {
            let mut row = Row { first, last: None, span: next..end };
            if let Some((last, end)) = self.row_range_end(first, end) {
                row = Row { first, last: Some(last), span: next..end };
            }
            let end = row.span.end;
            rows.push(row);
            let Some(behind) = self.separator(end) else { break };
            if ordinal && self.at(behind) != Some('第') {
                break;
            }
            next = behind;
        }
        let last = rows.last_mut()?;
        let tail = if marked.is_some() { Some(0) } else { self.one_of(last.span.end, &["の項", "項"]) };
        let is_word = |end| self.continues_unit(end) || self.at(end) == Some('号');
        let word = tail.filter(|tail| !is_word(last.span.end + tail));
        let Some(tail) = word else {
            self.no_rows_before = self.no_rows_before.max(last.span.end);
            let bare = rows.len() > 2 && self.list_under_heading(i);
            return bare.then_some(RowList { rows, spelt: false });
        };
        last.span.end += tail;
        if last.last.is_some() && self.starts(last.span.end, "まで") {
            last.span.end += 2;
        }
        Some(RowList { rows, spelt: tail == 2 || behind_table })
    }

    /// The number of a row: 73の2.
    fn row_number(&self, i: usize) -> Option<(Number, usize)> {
        let (main, end) = self.number(i)?;
        self.branches(Number::new(main)?, end, &[])
    }

    /// The end of a range of rows: 「1から3の項」, 「1の項から3の項まで」.
    fn row_range_end(&self, first: Number, i: usize) -> Option<(Number, usize)> {
        let i = i + self.one_of(i, &["の項", "項"]).unwrap_or(0);
        let i = i + self.one_of(i, &RANGE)?;
        self.row_number(i).filter(|(last, _)| *last > first)
    }

    /// 「(別表第二における…の根拠) ・1,2,3」: numbers below a heading need no 項.
    fn list_under_heading(&self, i: usize) -> bool {
        let before = self.chars.get(i.saturating_sub(APART)..i).unwrap_or_default().iter().rev().copied();
        let mut before = before.filter(|c| !c.is_whitespace());
        self.table.is_some() && before.next() == Some('・') && before.next() == Some(')')
    }

    /// Rows at `i` without a table name. They belong to the table mentioned last.
    pub(super) fn rows(&mut self, i: usize) -> Option<usize> {
        let c = self.at(i)?;
        if !(c.is_ascii_digit() || number::is_kanji_numeral(c)) || i < self.no_rows_before || !self.begins(i) {
            return None;
        }
        let list = self.row_list(i, false)?;
        let end = list.rows.last()?.span.end;
        let paired = list.rows.len() == 1 && self.pair_follows(end);
        let (law, table, via) = match self.table.clone() {
            Some(table) => table,
            None if list.spelt || paired => (None, Place::row_of_unnamed_table(Number::new(1)?), None),
            None => return None,
        };
        self.flush();
        Some(self.cite_rows(law, table, i, list, via))
    }

    fn pair_follows(&self, i: usize) -> bool {
        let behind = self.skip_blanks(i);
        self.article_at(behind, true).is_some() || self.absence(behind).is_some()
    }

    fn absence(&self, i: usize) -> Option<Absence> {
        let i = i + self.one_of(i, &["については"]).unwrap_or(0);
        let i = i + self.one_of(i, &["主務省令"]).unwrap_or(0);
        if self.starts(i, "未制定") {
            Some(Absence::NotEnacted)
        } else {
            self.one_of(i, &["無し", "なし"]).map(|_| Absence::Nothing)
        }
    }

    pub(super) fn note_absence(&mut self, i: usize) {
        let absence = self.absence(i);
        if let (Some(found), false) = (self.found.last_mut(), self.muted) {
            found.absence = absence;
        }
    }

    fn cite_rows(&mut self, law: Option<Law>, table: Place, start: usize, list: RowList, via: Option<usize>) -> usize {
        let (mut start, mut list) = (start, list);
        let mut alone = true;
        loop {
            let (mut index, mut end) = (None, start);
            let single = list.rows.len() == 1;
            alone &= single;
            let mut head = Some(start);
            for Row { first, last, span } in list.rows {
                end = span.end;
                let Some(place) = table.row(first) else { continue };
                let range = last.and_then(|last| Some(Locator::Range(place, table.row(last)?)));
                let span = head.take().unwrap_or(span.start)..span.end;
                if let Some(group) = self.group.and_then(|group| self.groups.get_mut(group))
                    && group.span.is_empty()
                {
                    group.span.end = span.start;
                }
                index = self.emit(law.clone(), range.unwrap_or(Locator::At(place)), span, via, None);
            }
            let behind = self.skip_blanks(end);
            if single && let Some((number, after)) = self.article_at(behind, true) {
                let order = order_of(law.as_ref(), table);
                return self.list(order, Place::article(number), behind, after, None, index);
            }
            if alone && let Some((at, number, after)) = self.article_in_list(law.as_ref(), end) {
                return self.list(law, Place::article(number), at, after, None, index);
            }
            let Some((next, more)) = self.more_rows(end) else {
                if single {
                    self.note_absence(behind);
                }
                return self.ended(law, None, index, end);
            };
            (start, list, alone) = (next, more, false);
        }
    }

    /// 「第2条の表48の項、第50条」: the only article beside the only row, if both are of the order on provision. For any other
    /// law, the comma only separates list members.
    fn article_in_list(&self, law: Option<&Law>, i: usize) -> Option<(usize, Number, usize)> {
        law.filter(|law| law.is(KnownLaw::MyNumberProvisionOrder))?;
        let comma = self.skip_blanks(i);
        let at = self.skip_blanks(comma + self.one_of(comma, &["、", ","])?);
        let (number, after) = self.article_at(at, true)?;
        let another = self.separator(after).is_some_and(|next| self.article_at(next, true).is_some());
        (!another).then_some((at, number, after))
    }

    /// Rows of the same table after a separator: 「16の項及び30の項」, 「48の項及び同表の69の項」.
    fn more_rows(&mut self, i: usize) -> Option<(usize, RowList)> {
        let next = self.separator(i)?;
        let next = next + self.one_of(next, &["同表の"]).unwrap_or(0);
        let c = self.at(next)?;
        // 「第27項、第42項」
        let ordinal = c == '第';
        if !(ordinal || c.is_ascii_digit() || number::is_kanji_numeral(c)) || next < self.no_rows_before {
            return None;
        }
        Some((next, self.row_list(next, ordinal)?))
    }
}

/// A row or a range of rows, with its span.
struct Row {
    first: Number,
    last: Option<Number>,
    span: Range<usize>,
}

struct RowList {
    rows: Vec<Row>,
    /// Whether it is written with の項 or after the name of its table, so that it can be nothing else.
    spelt: bool,
}

/// The order whose articles are written beside the rows of a table.
fn order_of(law: Option<&Law>, table: Place) -> Option<Law> {
    let law = law?;
    if law.is(KnownLaw::MyNumberProvisionOrder) {
        Some(law.clone())
    } else if !law.is(KnownLaw::MyNumberAct) {
        None
    } else if in_table(table, None) || in_table(table, Some(1)) {
        Some(Law::Known(KnownLaw::MyNumberTableOrder))
    } else if in_table(table, Some(2)) {
        Some(Law::Known(KnownLaw::MyNumberSecondTableOrder))
    } else {
        None
    }
}
