//! Reads tables and their rows, with the articles that are written beside rows.

use alloc::vec::Vec;
use core::ops::Range;

use super::words::{Kind, Role, Same};
use super::{APART, LawRef, Reader, TABLES, Via};
use crate::law::dated::in_table;
use crate::law::found::Absence;
use crate::law::{KnownLaw, Locator, Number, Part, Place};

/// The most appended tables that a law has. It is needed because 「別表1の30の項」 could also be a row 1の30.
const MAX_TABLES: u32 = 5;

impl Reader<'_> {
    /// Reads 別表 or 別表第二 with the rows after it.
    pub(super) fn appended_table(&mut self, i: usize) -> Option<usize> {
        let (table, end) = match self.table_number(i + 1) {
            Some((number, end)) => (Place::appended_table(Some(number)), end),
            None => (Place::appended_table(None), i + 1),
        };
        let (mut law, from, via) = self.law_of_place(i)?;
        if law.is_none() {
            law = self.law_of_table(table).or_else(|| self.law_of_clause(i));
        }
        Some(self.table_tail(law, table, from, end, via))
    }

    /// The law that the text, or else another text of the document, names for a table.
    fn law_of_table(&mut self, table: Place) -> Option<LawRef> {
        if let Some((_, law)) = self.tables.iter().rev().find(|(known, _)| *known == table) {
            return Some(*law);
        }
        self.reading.asks_for_table = true;
        let known = self.names.tables.iter().find(|(known, _)| *known == table)?.1.clone()?;
        Some(self.intern(known))
    }

    /// The number of a table at `i`, after 別表: 第二, or 1 if rows follow (「別表1の30の項」).
    fn table_number(&self, i: usize) -> Option<(Number, usize)> {
        if self.is(i, Kind::Ordinal) {
            let at = self.gap(i + 1);
            let number = self.any_number(at)?;
            // 「別表第二項番」 is the second table. 「別表第2条」 is not a table with a number, and 「別表第16項」 is a row.
            return match self.kind(at + 1) {
                Kind::Article | Kind::Item | Kind::Paragraph => None,
                _ => Some((number, at + 1)),
            };
        }
        let number = self.number(i).filter(|number| number.main() <= MAX_TABLES)?;
        let is_row = self.is(i + 1, Kind::Of)
            && self.number(i + 2).is_some()
            && self.is(i + 3, Kind::Of)
            && matches!(self.kind(i + 4), Kind::Paragraph);
        is_row.then_some((number, i + 1))
    }

    /// The law of the citation before `i`, if both are in one clause: 「番号法第9条第1項(利用範囲)別表第1」.
    fn law_of_clause(&self, i: usize) -> Option<LawRef> {
        let last = self.last.as_ref()?;
        let is_apart = self.at(i).saturating_sub(self.at(last.end)) > APART;
        // 「独立行政法人通則法第二条第一項に規定する独立行政法人及び別表第一に掲げる法人」
        if is_apart || (last.end..i).any(|i| self.is(i, Kind::Through)) {
            return None;
        }
        let between = self.text(last.end..i);
        last.law.filter(|_| !between.contains(['\n', '。', '｡', '「', '」', '｢', '｣']))
    }

    /// Reads what follows the name of a table: rows, or words that make it a heading.
    pub(super) fn table_tail(
        &mut self,
        law: Option<LawRef>,
        table: Place,
        start: usize,
        end: usize,
        via: Option<Via>,
    ) -> usize {
        if let Some(law) = law {
            self.tables.retain(|(known, _)| *known != table);
            if self.tables.len() >= TABLES {
                self.tables.remove(0);
            }
            self.tables.push((table, law));
        }
        let via_index = via.and_then(|via| via.index);
        self.table = Some((law, table, via_index));
        let after = self.skip_blanks(end);
        let after = if self.is(after, Kind::Of) { after + 1 } else { after };
        if let Some(list) = self.row_list(after, true) {
            return self.cite_rows(law, table, start, list, via_index);
        }
        // 「別表第五第二十九号」
        let item = if self.is(after, Kind::Ordinal) { self.ordinal(after) } else { None };
        if let Some((number, unit)) = item.filter(|(_, unit)| self.is(*unit, Kind::Item)) {
            let (item, end) = self.item(table, number, unit);
            return self.list(law, item, start, end, via, None);
        }
        if self.heads(end) {
            self.run = end;
            return end;
        }
        if let Some((last, end)) = self.table_range_end(table, end) {
            let index = self.emit(law, Locator::Range(table, last), start..end, via_index, None);
            return self.ended(law, None, index, end);
        }
        let index = self.emit(law, Locator::At(table), start..end, via_index, None);
        self.ended(law, None, index, end)
    }

    /// 「から別表第四（まで）」 after 別表第一: the end of a range of tables.
    fn table_range_end(&self, first: Place, i: usize) -> Option<(Place, usize)> {
        if !matches!(first.part(), Part::AppendedTable(Some(_)))
            || !self.is(i, Kind::Range)
            || !self.is(i + 1, Kind::AppendedTable)
        {
            return None;
        }
        let (number, end) = self.table_number(i + 2)?;
        let last = Place::appended_table(Some(number));
        (last > first).then(|| (last, if self.is(end, Kind::Until) { end + 1 } else { end }))
    }

    /// Whether the words after the name of a table make it a heading of the rows below.
    fn heads(&self, i: usize) -> bool {
        match self.kind(i) {
            Kind::RowMark | Kind::Regarding | Kind::Column(_) => true,
            Kind::Of => matches!(self.kind(i + 1), Kind::RowMark | Kind::Column(1 | 3)),
            _ => false,
        }
    }

    /// A list of rows at `i`: 「１３、１６の項」, 「24項」, or after the name of a table 「項番30」, 「番73の2」.
    fn row_list(&mut self, i: usize, behind_table: bool) -> Option<RowList> {
        let marked = behind_table && matches!(self.kind(i), Kind::RowMark | Kind::ShortRowMark);
        let mut next = self.skip_blanks(if marked { i + 1 } else { i });
        // 「別表第二 第27項」
        let ordinal = behind_table && self.is(next, Kind::Ordinal);
        let mut rows: Vec<Row> = Vec::new();
        while let Some((first, end)) = self.row_number(if ordinal { self.gap(next + 1) } else { next }, behind_table) {
            let mut row = Row { first, last: None, span: next..end };
            if let Some((last, end)) = self.row_range_end(first, end) {
                row = Row { first, last: Some(last), span: next..end };
            }
            let end = row.span.end;
            rows.push(row);
            let Some(after) = self.separator(end) else { break };
            if ordinal && !self.is(after, Kind::Ordinal) {
                break;
            }
            next = after;
        }
        let last = rows.last_mut()?;
        let end = last.span.end;
        let tail = match (self.kind(end), self.kind(end + 1)) {
            _ if marked => Some(0),
            (Kind::Of, Kind::Paragraph) => Some(2),
            (Kind::Paragraph, _) => Some(1),
            _ => None,
        };
        let Some(tail) = tail.filter(|tail| !self.is(end + tail, Kind::Item)) else {
            self.no_rows_before = self.no_rows_before.max(end);
            let bare = rows.len() > 2 && self.list_under_heading(i);
            return bare.then_some(RowList { rows, spelt: false });
        };
        last.span.end += tail;
        if last.last.is_some() && matches!(self.tokens.get(last.span.end), Some(token) if token.kind == Kind::Until) {
            last.span.end += 1;
        }
        Some(RowList { rows, spelt: tail == 2 || behind_table })
    }

    /// The number of a row: 73の2.
    fn row_number(&self, i: usize, behind_table: bool) -> Option<(Number, usize)> {
        let main = if behind_table { self.any_number(i)? } else { self.number(i)? };
        Some(self.branches(main, i + 1, |_| false))
    }

    /// The end of a range of rows: 「1から3の項」, 「1の項から3の項まで」.
    fn row_range_end(&self, first: Number, i: usize) -> Option<(Number, usize)> {
        let i = match (self.kind(i), self.kind(i + 1)) {
            (Kind::Of, Kind::Paragraph) => i + 2,
            (Kind::Paragraph, _) => i + 1,
            _ => i,
        };
        if !self.is(i, Kind::Range) {
            return None;
        }
        self.row_number(i + 1, true).filter(|(last, _)| *last > first)
    }

    /// 「(別表第二における…の根拠) ・1,2,3」: numbers below a heading need no 項.
    fn list_under_heading(&self, i: usize) -> bool {
        let mut before = (0..i).rev().take_while(|before| self.at(i) - self.at(*before) <= APART);
        let mut before = before.by_ref().filter(|i| !self.is_blank(*i));
        self.table.is_some()
            && before.next().is_some_and(|i| self.is(i, Kind::And) && self.text(i..i + 1).starts_with(['・', '･']))
            && before.next().is_some_and(|i| self.is(i, Kind::Close))
    }

    /// Rows at `i` without a table name. They belong to the table mentioned last.
    pub(super) fn rows(&mut self, i: usize) -> Option<usize> {
        let same_table = self.is(i, Kind::Same(Same::Table)) && self.is(i + 1, Kind::Of);
        let row = if self.is(i, Kind::Same(Same::Table)) { self.row_of_article(i + 1) } else { None };
        if let Some(end) = row {
            self.flush();
            self.run = end;
            return Some(end);
        }
        if !(same_table || matches!(self.kind(i), Kind::Number(1..))) || i < self.no_rows_before {
            return None;
        }
        if same_table {
            let (law, table, via) = self.table?;
            let list = self.row_list(i + 2, true)?;
            self.flush();
            return Some(self.cite_rows(law, table, i, list, via));
        }
        if !self.begins(i) {
            return None;
        }
        let list = self.row_list(i, false)?;
        let end = list.rows.last()?.span.end;
        // 「同条に二項を加える」
        if !list.spelt && self.text(end..end + 1) == "を" {
            return None;
        }
        let paired = list.rows.len() == 1 && self.pair_follows(end);
        let (law, table, via) = match self.table {
            Some(table) => table,
            None if list.spelt || paired => (None, Place::unnamed_table(), None),
            None => return None,
        };
        self.flush();
        Some(self.cite_rows(law, table, i, list, via))
    }

    fn pair_follows(&self, i: usize) -> bool {
        let after = self.skip_blanks(i);
        self.article_at(after, true).is_some() || self.absence(after).is_some()
    }

    fn absence(&self, i: usize) -> Option<Absence> {
        let i = if self.is(i, Kind::About) { i + 1 } else { i };
        let i = if self.is(i, Kind::Ministry) { i + 1 } else { i };
        match self.kind(i) {
            Kind::Absent(absence) => Some(absence),
            _ => None,
        }
    }

    pub(super) fn note_absence(&mut self, i: usize) {
        let absence = self.absence(i);
        if let (Some(found), false) = (self.reading.found.last_mut(), self.muted) {
            found.absence = absence;
        }
    }

    fn cite_rows(
        &mut self,
        law: Option<LawRef>,
        table: Place,
        start: usize,
        list: RowList,
        via: Option<usize>,
    ) -> usize {
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
                let tokens = head.take().unwrap_or(span.start)..span.end;
                let from = self.at(tokens.start) as usize;
                let group = self.group.and_then(|group| self.reading.groups.get_mut(group));
                if let Some(group) = group.filter(|group| group.span.is_empty()) {
                    group.span.end = from;
                }
                index = self.emit(law, range.unwrap_or(Locator::At(place)), tokens, via, None);
            }
            let after = self.skip_blanks(end);
            let article = if single { self.article_at(after, true) } else { None };
            if let Some((number, end)) = article {
                let order = order_of(law, table);
                return self.list(order, Place::article(number), after, end, None, index);
            }
            let article = if alone { self.article_in_list(law, end) } else { None };
            if let Some((at, number, after)) = article {
                return self.list(law, Place::article(number), at, after, None, index);
            }
            let Some((next, more)) = self.more_rows(end) else {
                if single {
                    self.note_absence(after);
                }
                return self.ended(law, None, index, end);
            };
            (start, list, alone) = (next, more, false);
        }
    }

    /// 「第2条の表48の項、第50条」: the only article beside the only row, if both are of the order on provision. For any other
    /// law, the comma only separates list members.
    fn article_in_list(&self, law: Option<LawRef>, i: usize) -> Option<(usize, Number, usize)> {
        law.filter(|law| *law == LawRef::Known(KnownLaw::MyNumberProvisionOrder))?;
        let comma = self.skip_blanks(i);
        if !self.is(comma, Kind::And) || !self.has_role(comma, Role::PUNCTUATION) || self.text(comma..comma + 1) == "・"
        {
            return None;
        }
        let at = self.skip_blanks(comma + 1);
        let (number, after) = self.article_at(at, true)?;
        let another = self.separator(after).is_some_and(|next| self.article_at(next, true).is_some());
        (!another).then_some((at, number, after))
    }

    /// Rows of the same table after a separator: 「16の項及び30の項」, 「48の項及び同表の69の項」.
    fn more_rows(&mut self, i: usize) -> Option<(usize, RowList)> {
        let next = self.separator(i)?;
        let next = if self.is(next, Kind::Same(Same::Table)) && self.is(next + 1, Kind::Of) { next + 2 } else { next };
        // 「第27項、第42項」
        let ordinal = self.is(next, Kind::Ordinal);
        if !(ordinal || matches!(self.kind(next), Kind::Number(1..))) || next < self.no_rows_before {
            return None;
        }
        Some((next, self.row_list(next, ordinal)?))
    }
}

/// A row or a range of rows, with its tokens.
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
fn order_of(law: Option<LawRef>, table: Place) -> Option<LawRef> {
    match law? {
        LawRef::Known(KnownLaw::MyNumberProvisionOrder) => law,
        LawRef::Known(KnownLaw::MyNumberAct) if in_table(table, None) || in_table(table, Some(1)) => {
            Some(LawRef::Known(KnownLaw::MyNumberTableOrder))
        }
        LawRef::Known(KnownLaw::MyNumberAct) if in_table(table, Some(2)) => {
            Some(LawRef::Known(KnownLaw::MyNumberSecondTableOrder))
        }
        LawRef::Known(_) | LawRef::Titled(_) => None,
    }
}
