//! Reads what a law has besides articles and tables: divisions, forms, and the points of a guideline.

use super::Reader;
use super::places::is_unit;
use super::words::Kind;
use crate::law::{Division, Locator, Number, Part, Place};

impl Reader<'_> {
    /// A division, form or point at `i`, after the law that it is in, with all that are listed after it.
    pub(super) fn part(&mut self, i: usize) -> Option<usize> {
        // Most numbers are of articles.
        if matches!(self.kind(i + 2), Kind::Article | Kind::Paragraph) {
            return None;
        }
        let (place, end) = self.part_at(i, None)?;
        self.unknown_title(i);
        // 「東町税規則第3条及び様式第5号」
        let is_listed = |last: super::Last| last.law.is_some() && self.separator(last.end) == Some(i);
        if self.subject.is_none() && !self.last.is_some_and(is_listed) {
            return None;
        }
        let (law, mut start, via) = self.law_of_place(i)?;
        let via = via.and_then(|via| via.index);
        let (mut place, mut end) = (place, end);
        loop {
            let mut locator = Locator::At(place);
            let last = if self.is(end, Kind::Range) { self.part_at(end + 1, Some(place)) } else { None };
            if let Some((last, after)) = last.filter(|(last, _)| *last > place) {
                locator = Locator::Range(place, last);
                (place, end) = (last, if self.is(after, Kind::Until) { after + 1 } else { after });
            }
            let index = self.emit(law, locator, start..end, via, None);
            let beside = self.separator(end).and_then(|next| Some((next, self.part_at(next, Some(place))?)));
            let Some((next, (other, after))) = beside else { return Some(self.ended(law, None, index, end)) };
            (start, place, end) = (next, other, after);
        }
    }

    /// Whether a division or form is at `i`.
    pub(super) fn is_part(&self, i: usize) -> bool {
        self.division(i, None).is_some() || self.form(i).is_some()
    }

    /// A part at `i`, of the same kind as the one before.
    fn part_at(&self, i: usize, before: Option<Place>) -> Option<(Place, usize)> {
        let outer = match before.map(Place::part) {
            Some(Part::Division(outer)) => Some(outer),
            Some(Part::Form(_)) => return self.form(i),
            Some(Part::Point(_)) => return self.point(i),
            Some(Part::Main | Part::Supplementary | Part::AppendedTable(_) | Part::UnnamedTable) => return None,
            None => None,
        };
        if let Some((division, end)) = self.division(i, outer) {
            return Some((Place::division(division), end));
        }
        if before.is_some() {
            return None;
        }
        self.form(i).or_else(|| if self.is_after_guideline(i) { self.point(i) } else { None })
    }

    /// 第三編第一章, or 第二章 in `outer`, and its end.
    pub(super) fn division(&self, i: usize, outer: Option<Division>) -> Option<(Division, usize)> {
        let (mut found, mut at, mut above) = (None, i, None);
        while self.is(at, Kind::Ordinal) {
            let Some((number, unit)) = self.ordinal(at).filter(|(_, unit)| self.is(*unit, Kind::Text)) else { break };
            let mut unit_text = self.text(unit..unit + 1).chars();
            let (Some(level), None) = (unit_text.next(), unit_text.next()) else { break };
            let depth = Division::LEVELS.iter().position(|known| *known == level);
            // Each level is within the one before, so there are at most five.
            if depth.is_none() || depth <= above {
                break;
            }
            let (number, end) = self.branches(number, unit + 1, is_unit);
            let outer = found.map(|(division, _)| division).or(outer);
            let division = match outer {
                Some(outer) => outer.within(level, number),
                None => Division::new(level, number),
            };
            let Some(division) = division else { break };
            (found, at, above) = (Some((division, end)), end, depth);
        }
        found
    }

    /// The article after 「第七章中」 or 「第五章第六節中」 at `i`. The chapter is not cited.
    pub(super) fn chapter(&self, i: usize) -> Option<usize> {
        let (_, end) = self.division(i, None)?;
        self.article_at(end + 1, true).filter(|_| self.is(end, Kind::In)).map(|_| end + 1)
    }

    /// 様式第九号, 別記様式第一, 別記第1号様式 or 第3号様式.
    fn form(&self, i: usize) -> Option<(Place, usize)> {
        let is_named_first = self.is(i, Kind::Form);
        let (number, end) = match self.kind(i) {
            Kind::Form if self.is(i + 1, Kind::Ordinal) => self.ordinal(i + 1)?,
            Kind::Form => (self.number(i + 1)?, i + 2),
            Kind::Ordinal => self.ordinal(i)?,
            _ => return None,
        };
        let is_item = self.is(end, Kind::Item);
        let (number, end) = self.branches(number, if is_item { end + 1 } else { end }, is_unit);
        let named_last = self.is(end, Kind::Form) && self.text(end..end + 1) == "様式";
        // 「様式第9条」 is not a form, and neither is 「別記第1号」 or 「様式2枚」.
        let is_form = match (is_named_first, named_last) {
            (_, true) => is_item,
            (true, false) => self.text(i..i + 1) != "別記" && (is_item || self.ends_number(end)),
            (false, false) => false,
        };
        is_form.then(|| (Place::form(number), if named_last { end + 1 } else { end }))
    }

    /// Whether the law before `i` is a guideline, whose points have no unit.
    fn is_after_guideline(&self, i: usize) -> bool {
        match &self.subject {
            Some(subject) => self.name_of(subject.law).ends_with("指針"),
            None => i > 0 && self.is(i - 1, Kind::Suffix) && self.text(i - 1..i) == "指針",
        }
    }

    /// 第5の3, 第5の3(2).
    fn point(&self, i: usize) -> Option<(Place, usize)> {
        if !self.is(i, Kind::Ordinal) {
            return None;
        }
        let (number, end) = self.ordinal(i)?;
        let (number, end) = self.branches(number, end, is_unit);
        let place = Place::point(number);
        let inner: Option<Number> = if self.is(end, Kind::Open) { self.number(end + 1) } else { None };
        if let Some(inner) = inner.filter(|_| self.is(end + 2, Kind::Close)) {
            return Some((place.item(inner), end + 3));
        }
        self.ends_number(end).then_some((place, end))
    }

    /// Whether no unit or word follows a number that ends at `i`.
    fn ends_number(&self, i: usize) -> bool {
        match self.kind(i) {
            Kind::End | Kind::Blank(_) | Kind::Word | Kind::Of | Kind::In | Kind::And | Kind::Range | Kind::Until => {
                true
            }
            kind => matches!(kind, Kind::Through | Kind::About | Kind::Regarding) || self.is_delimiter(i),
        }
    }
}
