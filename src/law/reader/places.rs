//! Reads places in a law: articles and their parts.

use super::words::{Kind, Role, Same};
use super::{APART, Last, LawRef, Reader, TITLE, Via};
use crate::law::found::{Unresolved, Why};
use crate::law::locator::IROHA;
use crate::law::{KnownLaw, Number, Part, Place};

impl Reader<'_> {
    /// The number at `i`, if it is one.
    pub(super) fn number(&self, i: usize) -> Option<Number> {
        match self.kind(i) {
            Kind::Number(number) => Number::new(u32::from(number)),
            _ => None,
        }
    }

    /// The same, but a number that does not fit is [`Number::UNFIT`], so that what has it is not cited.
    pub(super) fn any_number(&self, i: usize) -> Option<Number> {
        match self.kind(i) {
            Kind::Number(number) => Some(Number::new(u32::from(number)).unwrap_or(Number::UNFIT)),
            _ => None,
        }
    }

    /// The number after 第 at `i`, and its end.
    pub(super) fn ordinal(&self, i: usize) -> Option<(Number, usize)> {
        let at = self.gap(i + 1);
        self.any_number(at).map(|number| (number, at + 1))
    }

    /// An article at `i`: 第30条の9, or 50条 unless it must be `marked` with 第. Its number and end.
    pub(super) fn article_at(&self, i: usize, marked: bool) -> Option<(Number, usize)> {
        let (main, end) = match self.kind(i) {
            Kind::Ordinal => {
                let (main, end) = self.ordinal(i)?;
                (main, self.gap(end))
            }
            Kind::Number(_) if !marked => (self.number(i)?, i + 1),
            _ => return None,
        };
        if !self.is(end, Kind::Article) {
            return None;
        }
        let (number, end) = self.branches(main, end + 1, is_unit);
        // 「第五十条改正後国保法」 is the name of a version of a law.
        if self.has_role(end, Role::AMENDED) { None } else { Some((number, end)) }
    }

    /// The end of a row that has the name of an article, at `i`: 「第八十六条第一項及び第二項の項」. Such a row is not cited.
    pub(super) fn row_of_article(&self, i: usize) -> Option<usize> {
        self.article_at(i, true)?;
        let most = self.at(i).saturating_add(APART);
        let mut inside = (i..self.end).take_while(|at| {
            self.at(*at) < most && !matches!(self.kind(*at), Kind::Mark | Kind::Quote | Kind::Unquote | Kind::Open)
        });
        inside.find(|at| self.is(*at, Kind::Of) && self.is(*at + 1, Kind::Paragraph)).map(|at| at + 2)
    }

    /// The branches after a number: の9. They are not read if a unit follows: 「第2条の1項」. With more than a number can have,
    /// it does not fit.
    pub(super) fn branches(&self, mut number: Number, mut i: usize, is_unit: fn(Kind) -> bool) -> (Number, usize) {
        while self.is(i, Kind::Of) && !is_unit(self.kind(i + 2)) {
            let Some(branch) = self.any_number(i + 1) else { break };
            number = number.branch(branch.main()).unwrap_or(Number::UNFIT);
            i += 2;
        }
        (number, i)
    }

    /// 「第(以下、…という)3条」: a definition splits the article. Returns where the article continues.
    pub(super) fn torn(&self, i: usize) -> Option<usize> {
        if !self.is(i, Kind::Ordinal) || !self.is(i + 1, Kind::Open) {
            return None;
        }
        let close = self.closing(i + 1)?;
        self.definition(i..close)?;
        self.article_at(close + 1, false).map(|_| close + 1)
    }

    pub(super) fn place_follows(&self, i: usize) -> bool {
        match self.kind(i) {
            Kind::Ordinal => self.article_at(i, true).is_some() || self.torn(i).is_some() || self.is_part(i),
            Kind::AppendedTable => true,
            Kind::Form => self.is_part(i),
            Kind::Supplementary => self.article_at(self.skip_blanks(i + 1), true).is_some(),
            _ => false,
        }
    }

    /// A place at `i`, with all places that are listed after it.
    pub(super) fn place(&mut self, i: usize) -> Option<usize> {
        match self.kind(i) {
            Kind::Ordinal | Kind::Supplementary | Kind::Number(_) => {}
            Kind::AppendedTable => return self.appended_table(i),
            Kind::Same(Same::Article | Same::Paragraph | Same::Item) => return self.same_place(i),
            Kind::Relative | Kind::Before => return self.relative(i),
            Kind::Form => return self.part(i),
            _ => return None,
        }
        if let Some(article) = self.chapter(i) {
            self.unknown_title(i);
            if self.subject.is_some() {
                // The law still waits for its place.
                self.run = article;
                return Some(article);
            }
        }
        if let Some(next) = self.part(i) {
            return Some(next);
        }
        if self.subject.is_none() && self.is_version(i) {
            self.run = i;
            return Some(i + 3);
        }
        let supplementary = self.is(i, Kind::Supplementary);
        let article = if supplementary { self.skip_blanks(i + 1) } else { i };
        let torn = self.torn(article);
        let (start, bare) = (torn.unwrap_or(article), torn.is_some() || self.subject.is_some());
        if supplementary {
            if let Some((place, end)) = self.supplementary_paragraph(article) {
                let (law, from, via) = self.law_of_place(i)?;
                return Some(self.list(law, place, from, end, via, None));
            }
        }
        let Some((number, end)) = self.article_at(start, !bare) else { return self.place_in_article(i) };
        if i == 0 && self.is_head(end) {
            self.run = end + 1;
            return Some(self.run);
        }
        if self.is(end, Kind::Concerns) {
            // 「別表第一（第9条関係）」 says which article refers to the table.
            self.flush();
            self.run = end + 1;
            return Some(self.run);
        }
        if let Some(definition) = torn.and_then(|torn| self.definition(article..torn)) {
            self.unknown_title(i);
            if let Some(law) = self.subject.as_ref().map(|subject| subject.law) {
                self.define(&definition, law, end);
            }
        }
        let is_named = self.subject.is_some();
        let (law, from, via) = self.law_of_place(i)?;
        let place = Place::article(number);
        let place = if supplementary { place.supplementary() } else { place };
        let of_article = if supplementary { None } else { self.table_of_article(end) };
        if let Some(after) = of_article {
            let table = Place::table_of_article(number);
            // 「番号法第19条第8号、第2条の表の48の項」: the Act has no such table, but the order made under the item has.
            let last = self.last.filter(|last| last.linkage && number == Number::TWO);
            let is_named = is_named || self.last.is_none_or(|last| last.law != law);
            let (law, via) = match last.filter(|_| !is_named) {
                Some(last) => {
                    let via = Via { index: last.index, at: i, linkage: true };
                    (Some(LawRef::Known(KnownLaw::MyNumberProvisionOrder)), Some(via))
                }
                None => (law, via),
            };
            return Some(self.table_tail(law, table, from, after, via));
        }
        Some(self.list(law, place, from, end, via, None))
    }

    /// Whether the article before `i`, with which the text begins, is the number of what follows: 「第三十一条　市町村は、…できる。」
    fn is_head(&self, i: usize) -> bool {
        let is_place = match self.kind(i + 1) {
            Kind::Ordinal => self.article_at(i + 1, true).is_none(),
            Kind::Number(_) | Kind::Open | Kind::Of | Kind::And | Kind::Table | Kind::AppendedTable => true,
            _ => false,
        };
        self.text(i..i + 1) == "　" && !is_place && self.text(i..self.end).contains('。')
    }

    /// The end of 「の表」 at `i`, or of 「表」 if a row follows: 「第2条表48の項」.
    pub(super) fn table_of_article(&self, i: usize) -> Option<usize> {
        match (self.kind(i), self.kind(i + 1)) {
            (Kind::Of, Kind::Table) => Some(i + 2),
            (Kind::Table, Kind::Number(_) | Kind::RowMark) => Some(i + 1),
            (Kind::Table, Kind::Of) if self.number(i + 2).is_some() => Some(i + 1),
            _ => None,
        }
    }

    /// 附則第3項: supplementary provisions without articles.
    fn supplementary_paragraph(&self, i: usize) -> Option<(Place, usize)> {
        if !self.is(i, Kind::Ordinal) {
            return None;
        }
        let (paragraph, end) = self.ordinal(i)?;
        let end = self.gap(end);
        self.is(end, Kind::Paragraph).then(|| (Place::supplementary_paragraph(paragraph), end + 1))
    }

    /// 同条第5項, 同項: a place in what was cited last.
    fn same_place(&mut self, i: usize) -> Option<usize> {
        let Kind::Same(same) = self.kind(i) else { return None };
        let is_of = |place: &(_, Place)| match same {
            Same::Paragraph => place.1.paragraph_number().is_some(),
            Same::Item => place.1.item_number().is_some(),
            Same::Article => place.1.article_number().is_some(),
            Same::Act | Same::Ordinance | Same::Order | Same::Table => false,
        };
        let Some((law, place)) = self.antecedents.article.filter(is_of) else {
            return self.relative(i);
        };
        let place = match same {
            Same::Article => place.whole_article(),
            Same::Paragraph => place.whole_paragraph(),
            Same::Act | Same::Ordinance | Same::Order | Same::Table | Same::Item => place.whole_item(),
        };
        let via = self.via.take().filter(|via| via.at == i);
        self.flush();
        Some(self.list(law, place, i, i + 1, via, None))
    }

    /// 第一項, 第八号 at `i`: a part of what was just cited, if it is in brackets after it (「第六条各号（第十号を除く。）」), otherwise
    /// of the article that the text itself is in.
    fn place_in_article(&mut self, i: usize) -> Option<usize> {
        if self.subject.is_some() || !self.is(i, Kind::Ordinal) {
            return None;
        }
        let (number, end) = self.ordinal(i)?;
        let end = self.gap(end);
        let is_item = self.is(end, Kind::Item);
        if !(is_item || self.is(end, Kind::Paragraph)) {
            return None;
        }
        let open = i.wrapping_sub(1);
        let after_place = |last: Last| self.is(open, Kind::Open) && self.skip_limbs(last.end) == open;
        if let Some((law, place)) = self.antecedents.article.filter(|_| self.last.is_some_and(after_place)) {
            let inner = if is_item { place.item(number) } else { place.paragraph(number) };
            let is_inside = if is_item { place.item_number().is_none() } else { place.paragraph_number().is_none() };
            if is_inside {
                return Some(self.list(law, inner, i, end + 1, None, None));
            }
        }
        let is_free = self.skip_before_title(self.run).0 >= i || self.is_after_particle(i);
        if !is_free || self.via.is_some_and(|via| via.at == i) {
            return None;
        }
        let place = Place::article(Number::ONE);
        let place = if is_item { place.item(number) } else { place.paragraph(number) };
        Some(self.depends(i, place, end + 1))
    }

    /// 前項, 次条第2項: a place that depends on where the text itself is in its law.
    fn relative(&mut self, i: usize) -> Option<usize> {
        let end = match self.kind(i) {
            Kind::Before => match (self.kind(i + 1), self.kind(i + 2)) {
                (Kind::Number(1..), Kind::Article | Kind::Paragraph | Kind::Item) => i + 3,
                _ => return None,
            },
            _ => i + 1,
        };
        self.flush();
        Some(self.depends(i, Place::article(Number::ONE), end))
    }

    /// Notes a reference that depends on where the text itself is in its law.
    fn depends(&mut self, i: usize, place: Place, end: usize) -> usize {
        self.flush();
        let (place, end) = self.deeper(place, end).unwrap_or((place, end));
        let end = self.range_end(place, end).map_or(end, |(_, end)| end);
        if !self.muted {
            let (span, bytes) = (self.span_of(&(i..end)), self.bytes_of(&(i..end)));
            self.reading.unresolved.push(Unresolved { span, bytes, why: Why::Relative });
        }
        // 同条 after 第三項 still refers to the article before, but not after 前条.
        let is_article = self.text(i..end).contains('条');
        let article = self.antecedents.article.filter(|_| !is_article);
        self.antecedents.article = article.map(|(law, place)| (law, place.whole_article()));
        self.run = end;
        end
    }

    /// The law that a place at `i` belongs to, and where the citation begins. `None` if the place is attached to a word
    /// that is not a law: 契約書第3条.
    pub(super) fn law_of_place(&mut self, i: usize) -> Option<(Option<LawRef>, usize, Option<Via>)> {
        self.unknown_title(i);
        if let Some(subject) = self.subject.take() {
            return Some((
                Some(subject.law),
                if subject.name.is_empty() { i } else { subject.name.start },
                subject.via,
            ));
        }
        let via = self.via.take().filter(|via| via.at == i);
        if let Some(last) = &self.last {
            let is_near = self.at(i).saturating_sub(self.at(last.end)) <= APART;
            if is_near && (self.skip_blanks(last.end) >= i || self.separator(last.end) == Some(i)) {
                return Some((last.law, i, via));
            }
        }
        if let Some(law) = self.law_of_same_article(i) {
            return Some((Some(law), i, via));
        }
        let (run, _) = self.skip_before_title(self.run);
        (run >= i || self.is_after_particle(i)).then_some((None, i, via))
    }

    /// The law of the article cited last, if its number is repeated after a separator: 「地方税法第五十三条第四項に規定する額、第五十三条第二
    /// 十三項」. Any other article is one of the law that the text itself is in.
    fn law_of_same_article(&self, i: usize) -> Option<LawRef> {
        let (last, (law, place)) = (self.last?, self.antecedents.article?);
        let is_near = self.at(i).saturating_sub(self.at(last.end)) <= TITLE;
        if !is_near || i <= last.end || !self.is(i - 1, Kind::And) || law != last.law || place.part() != Part::Main {
            return None;
        }
        let (number, _) = self.article_at(i, true)?;
        let between = self.text(last.end..i);
        law.filter(|_| {
            place.article_number() == Some(number) && !between.contains(['\n', '。', '｡', '「', '」', '(', '（'])
        })
    }

    /// Whether a sentence goes on before `i`, so that a place there is not attached to a word: 「…した日又は第七条」. 「契約書の第5条」
    /// is.
    fn is_after_particle(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        if self.is(before, Kind::Range) {
            return false;
        }
        let before = self.text(before..i);
        before.ends_with("についての") || (before.ends_with(|c| matches!(c, 'ぁ'..='ん')) && !before.ends_with('の'))
    }

    /// Paragraph, item and sub-item after an article; `None` if none follows.
    pub(super) fn deeper(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        let mut found = None;
        let (mut place, mut i) = (place, i);
        while let Some((deeper, end)) = self.deeper_step(place, i) {
            (place, i) = (deeper, end);
            found = Some((deeper, end));
        }
        found
    }

    fn deeper_step(&self, place: Place, i: usize) -> Option<(Place, usize)> {
        match self.kind(i) {
            Kind::Ordinal | Kind::Number(_) | Kind::Letter(_) | Kind::Blank(_) | Kind::Open => {}
            _ => return None,
        }
        let next = self.skip_blanks(self.behind_caption(i));
        // After a blank, only a number with 第 belongs to the article.
        let numbered = if self.is(next, Kind::Ordinal) {
            self.ordinal(next).map(|(number, end)| (number, self.gap(end)))
        } else {
            self.number(i).map(|number| (number, i + 1))
        };
        if let Some((number, end)) = numbered {
            return match self.kind(end) {
                Kind::Paragraph if place.paragraph_number().is_none() && place.item_number().is_none() => {
                    Some((place.paragraph(number), end + 1))
                }
                Kind::Item if place.item_number().is_none() => Some(self.item(place, number, end)),
                _ => None,
            };
        }
        if place.sub_item_letter().is_some() {
            return None;
        }
        Some((self.sub_item(place, i)?, i + 1))
    }

    /// An item with its branches; `end` is the token 号.
    pub(super) fn item(&self, place: Place, number: Number, end: usize) -> (Place, usize) {
        let (number, end) = self.branches(number, end + 1, is_unit);
        (place.item(number), end)
    }

    /// Skips the caption of an article if a place in the article follows: 「第14条（提供の要求）第2項」.
    fn behind_caption(&self, i: usize) -> usize {
        let plain = |close: &usize| !(i..*close).any(|i| self.is_arabic(i) || self.is(i, Kind::Ordinal));
        match self.closing(i).filter(plain) {
            Some(close) if self.is(close + 1, Kind::Ordinal) => close + 1,
            Some(_) | None => i,
        }
    }

    fn is_arabic(&self, i: usize) -> bool {
        let is_digit = |c: char| crate::value::width::fold(c).is_ascii_digit();
        match self.kind(i) {
            Kind::Number(_) | Kind::Text => self.text(i..i + 1).contains(is_digit),
            _ => false,
        }
    }

    /// A sub-item letter at `i` that is not part of a word.
    pub(super) fn sub_item(&self, place: Place, i: usize) -> Option<Place> {
        let Kind::Letter(letter) = self.kind(i) else { return None };
        place.sub_item(IROHA.get(usize::from(letter)).copied()?)
    }
}

/// Whether a number before it is not a branch: 「第2条の1項」.
pub(super) fn is_unit(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Item | Kind::Article)
}
