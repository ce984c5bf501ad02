//! Reads places in a law: articles and their parts, with lists and ranges.

use alloc::vec::Vec;
use core::ops::Range;

use super::laws::definition;
use super::{APART, Last, Reader, Subject, Via};
use crate::law::dated::linkage_item;
use crate::law::locator::IROHA;
use crate::law::{KnownLaw, Law, Locator, Number, Part, Place, number};

/// Separators between the members of a list.
const SEPARATORS: [&str; 12] =
    ["、", ",", "・", "及び", "並びに", "又は", "若しくは", "および", "ならびに", "または", "もしくは", "と"];

/// Words after a citation through which the next one is cited. Longer ones come first.
const THROUGH: [&str; 9] = [
    "の規定による",
    "の規定により",
    "の規定に基づく",
    "において準用する",
    "に規定する",
    "に基づく",
    "に基づき",
    "による",
    "により",
];

/// Words between the ends of a range.
pub(super) const RANGE: [&str; 5] = ["から", "~", "〜", "ないし", "乃至"];

impl Reader {
    /// An article at `i`: 第30条の9, or 50条 unless it must be `marked` with 第. Its number and end.
    pub(super) fn article_at(&self, i: usize, marked: bool) -> Option<(Number, usize)> {
        let (main, end) = if self.at(i) == Some('第') {
            let (main, end) = self.number(self.gap(i + 1))?;
            (main, self.gap(end))
        } else if marked {
            return None;
        } else {
            self.number(i)?
        };
        if self.at(end) != Some('条') || matches!(self.at(end + 1), Some('文' | '例' | '件' | '約')) {
            return None;
        }
        self.branches(Number::new(main)?, end + 1, &['項', '号', '条'])
    }

    /// The branches after a number: の9. They are not read if one of `units` follows: 「第2条の1項」. `None` if there are more
    /// than a number can have, because with fewer it would be another article.
    pub(super) fn branches(&self, mut number: Number, mut i: usize, units: &[char]) -> Option<(Number, usize)> {
        while self.at(i) == Some('の') {
            let Some((branch, end)) = self.number(i + 1) else { break };
            if self.at(end).is_some_and(|c| units.contains(&c)) {
                break;
            }
            (number, i) = (number.branch(branch)?, end);
        }
        Some((number, i))
    }

    /// 「第(以下、…という)3条」: a definition splits the article. Returns where the article continues.
    pub(super) fn torn(&self, i: usize) -> Option<usize> {
        if self.at(i) != Some('第') {
            return None;
        }
        let close = self.closing(i + 1)?;
        definition(&self.text(i + 2..close))?;
        self.article_at(close + 1, false).map(|_| close + 1)
    }

    pub(super) fn place_follows(&self, i: usize) -> bool {
        self.article_at(i, true).is_some()
            || self.torn(i).is_some()
            || self.starts(i, "別表")
            || (self.starts(i, "附則") && self.article_at(self.skip_blanks(i + 2), true).is_some())
    }

    /// A place at `i`, with all places that are listed after it.
    pub(super) fn place(&mut self, i: usize) -> Option<usize> {
        match self.at(i)? {
            '第' | '別' | '附' | '同' | '0'..='9' | 'の' => {}
            c if number::is_kanji_numeral(c) => {}
            _ => return None,
        }
        // 「番号法の別表第二」
        let i = match (&self.subject, self.starts(i, "の別表")) {
            (Some(_), true) => i + 1,
            (_, _) if self.at(i) == Some('の') => return None,
            (_, _) => i,
        };
        if self.starts(i, "同条第") || self.starts(i, "同項第") {
            return self.same_article(i);
        }
        let supplementary = self.starts(i, "附則");
        let article = if supplementary { self.skip_blanks(i + 2) } else { i };
        let torn = self.torn(article);
        let (start, bare) = (torn.unwrap_or(article), torn.is_some() || self.subject.is_some());
        if self.starts(i, "別表") {
            return self.appended_table(i);
        }
        if supplementary && let Some((place, end)) = self.supplementary_paragraph(article) {
            let (law, from, via) = self.law_of_place(i)?;
            return Some(self.list(law, place, from, end, via, None));
        }
        let (number, end) = self.article_at(start, !bare)?;
        if self.starts(end, "関係") {
            // 「別表第一（第9条関係）」 says which article refers to the table.
            self.flush();
            self.run = end + 2;
            return Some(end + 2);
        }
        if let Some(definition) = torn.and_then(|torn| definition(&self.text(article + 2..torn - 1))) {
            self.unknown_title(i);
            if let Some(Subject { law, .. }) = &self.subject {
                self.names.define(&definition, &law.clone());
            }
        }
        let (law, from, via) = self.law_of_place(i)?;
        let place = Place::article(number);
        let place = if supplementary { place.supplementary() } else { place };
        if !supplementary && self.starts(end, "の表") {
            return Some(self.table_tail(law, Place::table_of_article(number), from, end + 2, via));
        }
        Some(self.list(law, place, from, end, via, None))
    }

    /// 附則第3項: supplementary provisions without articles.
    fn supplementary_paragraph(&self, i: usize) -> Option<(Place, usize)> {
        let (paragraph, end) = if self.at(i) == Some('第') { self.number(self.gap(i + 1))? } else { return None };
        let end = self.gap(end);
        (self.at(end) == Some('項')).then_some((Place::supplementary_paragraph(Number::new(paragraph)?), end + 1))
    }

    /// 同条第5項: a place in the article mentioned last.
    fn same_article(&mut self, i: usize) -> Option<usize> {
        let (law, place) = self.article.clone()?;
        let place = if self.starts(i, "同条") { place.whole_article() } else { place.whole_paragraph() };
        let (place, end) = self.deeper(place, i + 2)?;
        let via = self.via.take().filter(|via| via.at == i);
        self.flush();
        Some(self.list(law, place, i, end, via, None))
    }

    /// The law that a place at `i` belongs to, and where the citation begins. `None` if the place is attached to a word
    /// that is not a law: 契約書第3条.
    pub(super) fn law_of_place(&mut self, i: usize) -> Option<(Option<Law>, usize, Option<Via>)> {
        self.unknown_title(i);
        if let Some(Subject { law, name, via, .. }) = self.subject.take() {
            return Some((Some(law), if name.is_empty() { i } else { name.start }, via));
        }
        let via = self.via.take().filter(|via| via.at == i);
        if let Some(last) = &self.last
            && i.saturating_sub(last.end) <= APART
            && (self.skip_blanks(last.end) >= i || self.separator(last.end) == Some(i))
        {
            return Some((last.law.clone(), i, via));
        }
        let (run, _) = self.skip_before_title(self.run);
        (run >= i).then_some((None, i, via))
    }

    /// Paragraph, item and sub-item after an article; `None` if none follows.
    fn deeper(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        let mut found = None;
        let (mut place, mut i) = (place, i);
        while let Some((deeper, end)) = self.deeper_step(place, i) {
            (place, i) = (deeper, end);
            found = Some((deeper, end));
        }
        found
    }

    fn deeper_step(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        let next = self.skip_blanks(self.behind_caption(i));
        // After a blank, only a number with 第 belongs to the article.
        let marked = self.at(next) == Some('第');
        let start = if marked { self.gap(next + 1) } else { i };
        if let Some((main, end)) = self.number(start) {
            let end = if marked { self.gap(end) } else { end };
            let number = Number::new(main)?;
            return match self.at(end) {
                Some('項') if place.paragraph_number().is_none() && place.item_number().is_none() => {
                    (!self.continues_unit(end + 1)).then(|| (place.paragraph(number), end + 1))
                }
                Some('号') if place.item_number().is_none() => {
                    let (number, end) = self.branches(number, end + 1, &['項', '号', '条'])?;
                    Some((place.item(number), end))
                }
                _ => None,
            };
        }
        if place.sub_item_letter().is_some() {
            return None;
        }
        Some((self.sub_item(place, i)?, i + 1))
    }

    /// Skips the caption of an article if a place in the article follows: 「第14条（提供の要求）第2項」.
    fn behind_caption(&self, i: usize) -> usize {
        let close = self.closing(i);
        let plain = |close: &usize| !self.from(i).iter().take(close - i).any(|c| c.is_ascii_digit() || *c == '第');
        match close.filter(plain) {
            Some(close) if self.at(close + 1) == Some('第') && self.article_at(close + 1, true).is_none() => close + 1,
            Some(_) | None => i,
        }
    }

    /// A sub-item letter at `i` that is not part of a word.
    fn sub_item(&self, place: Place, i: usize) -> Option<Place> {
        let letter = self.at(i).filter(|c| IROHA.contains(c))?;
        let part_of_word = matches!(self.at(i + 1), Some('ァ'..='ヺ' | 'ー'));
        if part_of_word { None } else { place.sub_item(letter) }
    }

    /// The next place in a list, on the same level as `before`. If `paired`, articles are written beside rows, so that
    /// 「3項」 is the next row.
    fn beside(&self, before: Place, i: usize, paired: bool) -> Option<(Place, usize)> {
        let supplementary = self.starts(i, "附則");
        let i = if supplementary { self.skip_blanks(i + 2) } else { i };
        if let Some((number, end)) = self.article_at(i, false) {
            if self.starts(end, "の表") || (before.is_table() && self.at(i) != Some('第')) {
                return None;
            }
            let place = Place::article(number);
            let place =
                if supplementary || before.part() == Part::Supplementary { place.supplementary() } else { place };
            return Some(self.deeper(place, end).unwrap_or((place, end)));
        }
        if before.is_table() {
            return None;
        }
        let marked = self.at(i) == Some('第');
        let start = if marked { self.gap(i + 1) } else { i };
        if let Some((main, end)) = self.number(start) {
            let (number, end) = (Number::new(main)?, if marked { self.gap(end) } else { end });
            return match self.at(end) {
                Some('項') if (marked || (before.paragraph_number().is_some() && !paired)) => {
                    if self.continues_unit(end + 1) {
                        return None;
                    }
                    let place = before.paragraph(number);
                    Some(self.deeper(place, end + 1).unwrap_or((place, end + 1)))
                }
                Some('号') if marked || before.item_number().is_some() => {
                    let (number, end) = self.branches(number, end + 1, &['項', '号', '条'])?;
                    let place = before.item(number);
                    Some(self.sub_item(place, end).map_or((place, end), |place| (place, end + 1)))
                }
                _ => None,
            };
        }
        before.sub_item_letter()?;
        Some((self.sub_item(before, i)?, i + 1))
    }

    /// The end of a separator at `i`, including the blanks around it.
    pub(super) fn separator(&self, i: usize) -> Option<usize> {
        let mut end = self.skip_blanks(i);
        let mut any = false;
        while let Some(length) = self.one_of(end, &SEPARATORS) {
            end = self.skip_blanks(end + length);
            any = true;
        }
        any.then_some(end)
    }

    /// Cites `place` and all places that are listed after it.
    pub(super) fn list(
        &mut self,
        law: Option<Law>,
        place: Place,
        start: usize,
        end: usize,
        via: Option<Via>,
        row: Option<usize>,
    ) -> usize {
        let (mut place, mut end) = self.deeper(place, end).unwrap_or((place, end));
        let mut start = start;
        let via = via.and_then(|via| via.index);
        let mut index;
        loop {
            for (member, span) in self.sharing_a_unit(place, end) {
                // All places but the last precede a separator. The last one is followed by the same as any other place.
                if end < span.start {
                    self.emit(law.clone(), Locator::At(place), start..end, via, row);
                    start = span.start;
                }
                (place, end) = (member, span.end);
            }
            let mut locator = Locator::At(place);
            if let Some((last, after)) = self.range_end(place, end) {
                locator = Locator::Range(place, last);
                (place, end) = (last, after);
            }
            index = self.emit(law.clone(), locator, start..end, via, row);
            if let Some(next) = self.aside_in_list(place, end, row.is_some()) {
                self.article = Some((law.clone(), place));
                self.run = end + 1;
                self.span(end + 1, next - 1);
                end = next;
            }
            let Some(next) = self.separator(end) else { break };
            let Some((beside, after)) = self.beside(place, next, row.is_some()) else { break };
            (start, place, end) = (next, beside, after);
        }
        self.article = Some((law.clone(), place));
        self.ended(law, Some(place), index, end)
    }

    /// 「第9条第1・2項」: paragraphs or items that share one unit, each with its span. The first directly follows the article.
    fn sharing_a_unit(&self, place: Place, i: usize) -> Vec<(Place, Range<usize>)> {
        let mut numbers = Vec::new();
        let mut next = i;
        if self.at(i) == Some('第') && !place.is_table() {
            next += 1;
            while let Some((number, end)) = self.number(next)
                && let Some(number) = Number::new(number)
            {
                numbers.push((number, if numbers.is_empty() { i..end } else { next..end }));
                next = end;
                if self.one_of(end, &["・", "、", ","]).is_none() {
                    break;
                }
                next = end + 1;
            }
        }
        let paragraph =
            self.at(next) == Some('項') && place.paragraph_number().is_none() && place.item_number().is_none();
        let item = self.at(next) == Some('号') && place.item_number().is_none();
        if numbers.len() < 2 || !(paragraph || item) || self.continues_unit(next + 1) || self.at(next + 1) == Some('の')
        {
            return Vec::new();
        }
        if let Some((_, span)) = numbers.last_mut() {
            span.end = next + 1;
        }
        let member = |number| if paragraph { place.paragraph(number) } else { place.item(number) };
        numbers.into_iter().map(|(number, span)| (member(number), span)).collect()
    }

    /// A remark in brackets in the middle of a list: 「（同法第140条第3項において準用する場合を含む。）、」. Returns its end.
    fn aside_in_list(&self, place: Place, i: usize, paired: bool) -> Option<usize> {
        let close = self.closing(i)?;
        let next = self.separator(close + 1)?;
        self.beside(place, next, paired).map(|_| close + 1)
    }

    /// 「から第55条の2（まで）」 after a place: the end of a range.
    fn range_end(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        let length = self.one_of(i, &RANGE)?;
        let (last, end) = self.beside(place, self.skip_blanks(i + length), false)?;
        if last <= place {
            return None;
        }
        Some((last, if self.starts(end, "まで") { end + 2 } else { end }))
    }

    /// Remembers what the next citation may refer to, and returns where to continue.
    pub(super) fn ended(&mut self, law: Option<Law>, place: Option<Place>, index: Option<usize>, end: usize) -> usize {
        let linkage =
            law.as_ref().is_some_and(|law| law.is(KnownLaw::MyNumberAct)) && place.and_then(linkage_item) == Some(8);
        self.last = Some(Last { law, end });
        self.run = end;
        let behind = self.skip_blanks(end);
        self.via = None;
        if let Some(length) = self.one_of(behind, &THROUGH) {
            let at = self.skip_blanks(behind + length);
            self.via = Some(Via { index, at, linkage });
            self.run = at;
            return at;
        }
        end
    }
}
