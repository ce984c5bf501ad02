//! Reads lists and ranges of places: 第5条、第6条第1項及び第2項, 第8条から第10条まで.

use alloc::vec::Vec;
use core::ops::Range;

use super::words::Kind;
use super::{ASIDE, Last, LawRef, Reader, Via};
use crate::law::dated::linkage_item;
use crate::law::{KnownLaw, Locator, Part, Place};

impl Reader<'_> {
    /// The next place in a list, on the same level as `before`. If `paired`, articles are written beside rows, so that
    /// 「3項」 is the next row.
    pub(super) fn beside(&self, before: Place, i: usize, paired: bool) -> Option<(Place, usize)> {
        let supplementary = self.is(i, Kind::Supplementary);
        let i = if supplementary { self.skip_blanks(i + 1) } else { i };
        if let Some((number, end)) = self.article_at(i, false) {
            if self.table_of_article(end).is_some() {
                return None;
            }
            let place = Place::article(number);
            let place =
                if supplementary || before.part() == Part::Supplementary { place.supplementary() } else { place };
            return Some(self.deeper(place, end).unwrap_or((place, end)));
        }
        let marked = self.is(i, Kind::Ordinal);
        let numbered = if marked {
            self.ordinal(i).map(|(number, end)| (number, self.gap(end)))
        } else {
            self.number(i).map(|number| (number, i + 1))
        };
        if let Some((number, end)) = numbered {
            return match self.kind(end) {
                Kind::Paragraph
                    if !before.is_table() && (marked || (before.paragraph_number().is_some() && !paired)) =>
                {
                    let place = before.paragraph(number);
                    Some(self.deeper(place, end + 1).unwrap_or((place, end + 1)))
                }
                Kind::Item if marked || before.item_number().is_some() => {
                    let (place, end) = self.item(before, number, end);
                    Some(self.sub_item(place, end).map_or((place, end), |place| (place, end + 1)))
                }
                _ => None,
            };
        }
        before.sub_item_letter()?;
        Some((self.sub_item(before, i)?, i + 1))
    }

    /// Skips 前段, ただし書 and other parts of a provision that have no number.
    pub(super) fn skip_limbs(&self, mut i: usize) -> usize {
        while self.is(i, Kind::Limb) {
            i += 1;
        }
        i
    }

    /// The end of a separator at `i`, including the blanks around it.
    pub(super) fn separator(&self, i: usize) -> Option<usize> {
        let mut end = self.skip_blanks(self.skip_limbs(i));
        let mut any = false;
        while self.is(end, Kind::And) {
            end = self.skip_blanks(end + 1);
            any = true;
        }
        any.then_some(end)
    }

    /// Whether the separator before `i` is 並びに, which joins lists.
    fn is_greater_and(&self, i: usize) -> bool {
        matches!(self.text(i.saturating_sub(1)..i), "並びに" | "ならびに")
    }

    /// Cites `place` and all places that are listed after it.
    pub(super) fn list(
        &mut self,
        law: Option<LawRef>,
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
        let mut is_of_another_law = false;
        loop {
            for (member, span) in self.sharing_a_unit(place, end) {
                // All places but the last precede a separator. The last one is followed by the same as any other place.
                if end < span.start {
                    self.emit(law, Locator::At(place), start..end, via, row);
                    start = span.start;
                }
                (place, end) = (member, span.end);
            }
            let mut locator = Locator::At(place);
            if let Some((last, after)) = self.range_end(place, end) {
                locator = Locator::Range(place, last);
                (place, end) = (last, after);
            }
            index = self.emit(law, locator, start..end, via, row);
            if let Some(next) = self.aside_in_list(place, end, row.is_some()) {
                self.antecedents.article = Some((law, place));
                self.run = end + 1;
                self.span(end + 1, next - 1);
                end = next;
            }
            let Some(next) = self.separator(end) else { break };
            let Some((beside, after)) = self.beside(place, next, row.is_some()) else { break };
            // 「法第二十八条第一項並びに第七条第一項」: articles of one law ascend, so 第七条 is one of the law that this is.
            is_of_another_law =
                law.is_some() && self.is_greater_and(next) && beside.article_number() < place.article_number();
            if is_of_another_law {
                break;
            }
            (start, place, end) = (next, beside, after);
        }
        self.antecedents.article = Some((law, place));
        let next = self.ended(law, Some(place), index, end);
        if is_of_another_law {
            self.last = None;
        }
        next
    }

    /// 「第9条第1・2項」: paragraphs or items that share one unit, each with its span. The first directly follows the article.
    fn sharing_a_unit(&self, place: Place, i: usize) -> Vec<(Place, Range<usize>)> {
        let mut numbers = Vec::new();
        if !self.is(i, Kind::Ordinal) {
            return numbers;
        }
        let mut next = i + 1;
        let mut members = Vec::new();
        while let Some(number) = self.any_number(next) {
            members.push((number, if members.is_empty() { i..next + 1 } else { next..next + 1 }));
            next += 1;
            if !(self.is(next, Kind::And) && self.is_delimiter(next)) {
                break;
            }
            next += 1;
        }
        let paragraph =
            self.is(next, Kind::Paragraph) && place.paragraph_number().is_none() && place.item_number().is_none();
        let item = self.is(next, Kind::Item) && place.item_number().is_none();
        if members.len() < 2 || !(paragraph || item) || self.is(next + 1, Kind::Of) {
            return numbers;
        }
        if let Some((_, span)) = members.last_mut() {
            span.end = next + 1;
        }
        let member = |number| if paragraph { place.paragraph(number) } else { place.item(number) };
        numbers.extend(members.into_iter().map(|(number, span)| (member(number), span)));
        numbers
    }

    /// A remark in brackets in the middle of a list: 「（同法第140条第3項において準用する場合を含む。）、」. Returns its end.
    fn aside_in_list(&self, place: Place, i: usize, paired: bool) -> Option<usize> {
        let close = self.closing_within(i, ASIDE)?;
        let next = self.separator(close + 1)?;
        self.beside(place, next, paired).map(|_| close + 1)
    }

    /// 「から第55条の2（まで）」 or 「－第55条の2」 after a place: the end of a range. Before a number without 第, a dash may mean a branch.
    pub(super) fn range_end(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        let is_dash = || matches!(self.text(i..i + 1), "-" | "－" | "―" | "‐" | "–" | "—" | "−" | "ー");
        let is_range = self.is(i, Kind::Range) || (self.is(self.skip_blanks(i + 1), Kind::Ordinal) && is_dash());
        if !is_range {
            return None;
        }
        let (last, end) = self.beside(place, self.skip_blanks(i + 1), false)?;
        if last <= place {
            return None;
        }
        Some((last, if self.is(end, Kind::Until) { end + 1 } else { end }))
    }

    /// Remembers what the next citation may refer to, and returns where to continue.
    pub(super) fn ended(
        &mut self,
        law: Option<LawRef>,
        place: Option<Place>,
        index: Option<usize>,
        end: usize,
    ) -> usize {
        // 「第二十八条第一項の表第八十六条第一項及び第二項の項」
        let is_table = end > 0 && self.is(end - 1, Kind::Table);
        let row = if self.is(end, Kind::Of) && self.is(end + 1, Kind::Table) { end + 2 } else { end };
        let end = if is_table || row > end { self.row_of_article(row).unwrap_or(end) } else { end };
        let linkage = law == Some(LawRef::Known(KnownLaw::MyNumberAct)) && place.and_then(linkage_item) == Some(8);
        self.last = Some(Last { law, index, end, linkage });
        self.run = end;
        self.via = None;
        let after = self.skip_limbs(end);
        if self.is(after, Kind::In) {
            // 「第三条中国民健康保険法第五条の改正規定」
            self.run = after + 1;
            return self.run;
        }
        let after = self.skip_blanks(after);
        if self.is(after, Kind::Through) {
            let at = self.skip_blanks(after + 1);
            self.via = Some(Via { index, at, linkage });
            self.run = at;
            return at;
        }
        end
    }
}
