//! Tables and their rows, with the articles that stand beside rows.

use alloc::vec::Vec;
use core::ops::Range;

use super::{APART, Reader, TABLES, Via};
use crate::citation::basis::Absence;
use crate::citation::{KnownLaw, Law, Locator, Number, Part, Place, number};

/// What behind the name of a table makes it a heading of the rows below.
const HEADS: [&str; 8] = ["項番", "の項番", "における", "第一欄", "第二欄", "第三欄", "第四欄", "の第"];

impl Reader {
    /// 別表, 別表第二, with the rows behind it.
    pub(super) fn appended_table(&mut self, i: usize) -> Option<usize> {
        let mut end = i + 2;
        let mut table = Place::appended_table(None);
        if self.at(end) == Some('第')
            && let Some((number, length)) = number::read(self.from(end + 1))
        {
            let behind = end + 1 + length;
            // 「別表第二項番」 is the second table; 「別表第2条」 is not a table with a number.
            if !matches!(self.at(behind), Some('条' | '号')) {
                table = Place::appended_table(Number::new(number));
                end = behind;
            }
        }
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

    /// The law of the citation before `i`, where both stand in one clause: 「番号法第9条第1項(利用範囲)別表第1」.
    fn law_of_clause(&self, i: usize) -> Option<Law> {
        let last = self.last.as_ref()?;
        let between = self.chars.get(last.end..i)?;
        let one_clause = between.len() <= APART && !between.iter().any(|c| matches!(c, '\n' | '。' | '「' | '」'));
        last.law.clone().filter(|_| one_clause)
    }

    /// What follows the name of a table: rows, or words that make it a heading.
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
            self.tables.truncate(TABLES);
            self.tables.push((table, law.clone()));
        }
        self.table = Some((law.clone(), table));
        let behind = self.skip_blanks(end);
        let behind = if self.at(behind) == Some('の') { behind + 1 } else { behind };
        if let Some(list) = self.row_list(behind, true) {
            return self.cite_rows(law, table, start, list, via);
        }
        if self.one_of(end, &HEADS).is_some() {
            self.run = end;
            return end;
        }
        let index = self.emit(law.clone(), Locator::At(table), start..end, via.and_then(|via| via.index), None);
        self.ended(law, None, index, end)
    }

    /// A list of rows at `i`: 「１３、１６の項」, 「24項」, and behind the name of a table 「項番30」, 「番73の2」.
    fn row_list(&mut self, i: usize, behind_table: bool) -> Option<RowList> {
        let marked = if behind_table { self.one_of(i, &["項番", "番"]) } else { None };
        let mut next = self.skip_blanks(i + marked.unwrap_or(0));
        let mut rows: Vec<(Number, Range<usize>)> = Vec::new();
        loop {
            let start = next;
            let Some((main, length)) = number::read(self.from(start)) else { break };
            let Some((number, end)) = Number::new(main).map(|main| self.branches(main, start + length, &[])) else {
                break;
            };
            rows.push((number, start..end));
            let Some(behind) = self.separator(end) else { break };
            next = behind;
        }
        let (_, last) = rows.last_mut()?;
        let tail = if marked.is_some() { Some(0) } else { self.one_of(last.end, &["の項", "項"]) };
        let word = tail.filter(|_| !matches!(self.at(last.end + tail.unwrap_or(0)), Some('目' | '番' | '号')));
        let Some(tail) = word else {
            self.no_rows_before = self.no_rows_before.max(last.end);
            let bare = rows.len() > 2 && self.list_under_heading(i);
            return bare.then_some(RowList { rows, spelt: false });
        };
        last.end += tail;
        Some(RowList { rows, spelt: tail == 2 || behind_table })
    }

    /// 「(別表第二における…の根拠) ・1,2,3」: numbers under a heading need no 項.
    fn list_under_heading(&self, i: usize) -> bool {
        let before = self.chars.get(i.saturating_sub(APART)..i).unwrap_or_default().iter().rev().copied();
        let mut before = before.filter(|c| !c.is_whitespace());
        self.table.is_some() && before.next() == Some('・') && before.next() == Some(')')
    }

    /// Bare rows at `i`, of the table spoken of last.
    pub(super) fn rows(&mut self, i: usize) -> Option<usize> {
        let c = self.at(i)?;
        if self.run != i || i < self.no_rows_before || !(c.is_ascii_digit() || number::is_kanji_numeral(c)) {
            return None;
        }
        let list = self.row_list(i, false)?;
        let end = list.rows.last()?.1.end;
        let paired = list.rows.len() == 1 && self.pair_follows(end);
        let (law, table) = match self.table.clone() {
            Some(table) => table,
            None if list.spelt || paired => (None, Place::row_of_unnamed_table(Number::new(1)?)),
            None => return None,
        };
        self.flush();
        Some(self.cite_rows(law, table, i, list, None))
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

    fn cite_rows(&mut self, law: Option<Law>, table: Place, start: usize, list: RowList, via: Option<Via>) -> usize {
        let via_index = via.and_then(|via| via.index);
        let (mut index, mut end) = (None, start);
        let single = list.rows.len() == 1;
        for (i, (row, span)) in list.rows.into_iter().enumerate() {
            end = span.end;
            let Some(place) = table.row(row) else { continue };
            let span = if i == 0 { start..span.end } else { span };
            if let Some(group) = self.group.and_then(|group| self.groups.get_mut(group))
                && group.span.is_empty()
            {
                group.span.end = span.start;
            }
            index = self.emit(law.clone(), Locator::At(place), span, via_index, None);
        }
        if single {
            let behind = self.skip_blanks(end);
            if let Some((number, after)) = self.article_at(behind, true) {
                let order = order_of(law.as_ref(), table);
                return self.list(order, Place::article(number), behind, after, None, index);
            }
            self.note_absence(behind);
        }
        self.ended(law, None, index, end)
    }
}

struct RowList {
    rows: Vec<(Number, Range<usize>)>,
    /// With の項 or behind the name of its table, so that it can be nothing else.
    spelt: bool,
}

/// The order whose articles stand beside the rows of a table.
fn order_of(law: Option<&Law>, table: Place) -> Option<Law> {
    let law = law?;
    if law.is(KnownLaw::MyNumberProvisionOrder) {
        return Some(law.clone());
    }
    if !law.is(KnownLaw::MyNumberAct) {
        return None;
    }
    match table.part() {
        Part::AppendedTable(None) => Some(Law::Known(KnownLaw::MyNumberTableOrder)),
        Part::AppendedTable(Some(number)) if Some(number) == Number::new(1) => {
            Some(Law::Known(KnownLaw::MyNumberTableOrder))
        }
        Part::AppendedTable(Some(number)) if Some(number) == Number::new(2) => {
            Some(Law::Known(KnownLaw::MyNumberSecondTableOrder))
        }
        Part::AppendedTable(Some(_)) | Part::Main | Part::Supplementary | Part::UnnamedTable => None,
    }
}
