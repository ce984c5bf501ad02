//! Finds the laws that a text names: by known names, by short names, by 同法, or by a title that the crate does not know.

use core::ops::Range;

use super::places::is_unit;
use super::words::{Kind, Role, Same};
use super::{Check, Defined, LawRef, Reader, Subject, TITLE};
use crate::law::names::{NAMES, match_wrapped};
use crate::law::statute::{is_act, is_order, is_tabled, named};
use crate::law::{KnownLaw, Law, Locator, Number};
use crate::value::text::Text;
use crate::value::width::fold;

/// How far back a title is searched among those that were read.
pub(super) const RECENT: usize = 32;
/// The most tokens between the year and the number of a law.
const ISSUERS: usize = 12;

impl Reader<'_> {
    /// Reads a law named at `i`.
    pub(super) fn law(&mut self, i: usize) -> Option<usize> {
        match self.kind(i) {
            Kind::Era => self.law_by_number(i),
            Kind::Same(same) => self.same_law(i, same),
            // 「番号法第19条第8号に基づく主務省令」 names the item of the Act and the order made under it, so both are cited.
            Kind::Ministry if self.via.is_some_and(|via| via.at == i && via.linkage) => {
                Some(self.mention(LawRef::Known(KnownLaw::MyNumberProvisionOrder), i..i + 1, true))
            }
            Kind::Suffix | Kind::Defined(_) if self.is_short_act(i) && self.begins(i) && self.place_follows(i + 1) => {
                // A short name defined by the text (「以下「法」という」) takes precedence over the Act mentioned last.
                let law = self.named_at(i).or(self.antecedents.act);
                let law = law.or_else(|| named("法").map(|law| self.intern(law)))?;
                let name = self.with_order(law, i..i + 1);
                Some(self.mention(name.0, name.1, true))
            }
            Kind::Name(_) | Kind::Defined(_) => {
                let law = self.named_at(i).filter(|law| self.stands_free(*law, i))?;
                let name = i..i + 1;
                if let Some(next) = self.longer_title(law, &name).or_else(|| self.other_version(&name)) {
                    return Some(next);
                }
                let (law, name) = self.with_order(law, name);
                Some(self.mention(law, name, true))
            }
            _ => None,
        }
    }

    fn is_short_act(&self, i: usize) -> bool {
        self.has_role(i, Role::ACT) && self.text(i..i + 1) == "法"
    }

    /// The law of a name at `i`.
    fn named_at(&mut self, i: usize) -> Option<LawRef> {
        match self.kind(i) {
            Kind::Name(index) => {
                let name = NAMES.get(usize::from(index))?;
                match name.law {
                    Some(law) => Some(LawRef::Known(law)),
                    None => Text::new(name.text).ok().map(|title| self.intern(Law::Named(title))),
                }
            }
            Kind::Defined(index) => {
                let law = self.names.names.get(usize::from(index)).map(|(_, law)| law.clone());
                law.map(|law| self.intern(law))
            }
            _ => None,
        }
    }

    /// Keeps a law while the text is read.
    pub(super) fn intern(&mut self, law: Law) -> LawRef {
        if let Law::Known(law) = law {
            return LawRef::Known(law);
        }
        let recent = self.titles.len().saturating_sub(RECENT);
        let known = self.titles.iter().skip(recent).position(|known| *known == law);
        LawRef::Titled(known.map_or_else(
            || {
                self.titles.push(law);
                self.titles.len() - 1
            },
            |known| recent + known,
        ))
    }

    /// Whether a name at `i` refers to `law`. It does not if it is the end of a longer title (「行政機関個人情報保護法」, or
    /// 「情報公開条例」 if 「条例」 is a short name), or an ordinance under an unnamed law (「法律に基づく条例」).
    fn stands_free(&self, law: LawRef, i: usize) -> bool {
        if self.via.is_some_and(|via| via.at == i) {
            return true;
        }
        let LawRef::Titled(index) = law else {
            return !self.is_within_word(i) || self.begins(i);
        };
        let (run, under) = self.skip_before_title(self.run);
        if run < i { self.is_after_words(i) } else { !under || self.titles.get(index).is_some_and(is_tabled) }
    }

    /// 「昭和六十年法律第三十四号附則第97条」, 「令和6年デジタル庁・総務省令第9号第2条」: a law that is cited only by its number. In a
    /// bracket, the number belongs to the title before it.
    fn law_by_number(&mut self, i: usize) -> Option<usize> {
        if (i > 0 && matches!(self.tokens.get(i - 1)?.kind, Kind::Open)) || !self.begins(i) {
            return None;
        }
        let era = self.text(i..i + 1);
        let (year, kind) = match self.kind(i + 1) {
            Kind::Number(year @ 1..) => (alloc::format!("{era}{year}"), i + 2),
            _ => (era.into(), i + 1),
        };
        let number = self.issued(kind)?;
        let Kind::Number(value @ 1..) = self.kind(number) else { return None };
        if !self.is(number + 1, Kind::Item) {
            return None;
        }
        let end = number + 2;
        let law = named(&alloc::format!("{year}{}{value}号", self.folded(kind..number)))?;
        let law = self.intern(law);
        // A number on its own, as in a column of numbers, is not a citation.
        let after = self.text.get(self.tokens.get(end)?.byte as usize..)?;
        let is_under = ["による", "により", "に基づ", "の規定", "に規定"].iter().any(|word| after.starts_with(word));
        Some(self.mention(law, i..end, is_under || self.check == Check::Off))
    }

    /// The number after 「年法律第」 or 「年デジタル庁・総務省令第」 at `i`: after the year, who issued the law and what kind it is.
    fn issued(&self, i: usize) -> Option<usize> {
        if let Kind::ActNumber { .. } = self.kind(i) {
            return Some(i + 1);
        }
        if !self.text(i..i + 1).trim_start_matches('元').starts_with('年') {
            return None;
        }
        let is_issuer =
            |i: &usize| matches!(self.kind(*i), Kind::Text | Kind::And | Kind::Suffix | Kind::Word | Kind::Ministry);
        let kind = (i..self.end.min(i + ISSUERS)).take_while(is_issuer).find(|i| self.has_role(*i, Role::NUMBERED))?;
        self.is(kind + 1, Kind::Ordinal).then_some(kind + 2)
    }

    /// Whether the name of a version of a law begins at `i`: 「第五十条改正後国保法」.
    pub(super) fn is_version(&self, i: usize) -> bool {
        self.is(i, Kind::Ordinal)
            && matches!(self.kind(i + 1), Kind::Number(_))
            && self.is(i + 2, Kind::Article)
            && self.has_role(self.branches(Number::ONE, i + 3, is_unit).1, Role::AMENDED)
    }

    /// 「旧国民健康保険法」, 「第五十条改正後国保法」: another version of the law. It is not cited as the current law.
    fn other_version(&mut self, name: &Range<usize>) -> Option<usize> {
        let version = name.start.checked_sub(1).filter(|at| *at >= self.run && self.is(*at, Kind::Version))?;
        let start =
            if self.has_role(version, Role::AMENDED) && self.is(self.run, Kind::Ordinal) { self.run } else { version };
        let law = named(&self.folded(start..name.end))?;
        let law = self.intern(law);
        Some(self.mention(law, start..name.end, false))
    }

    /// 同法, 同条例, 同命令 and similar.
    fn same_law(&mut self, i: usize, same: Same) -> Option<usize> {
        match same {
            Same::Act => {
                let law = self.antecedents.act?;
                if self.is(i + 1, Kind::Ministry) {
                    // The order under the Act: the one mentioned last.
                    let Some(order) = self.antecedents.order else {
                        self.flush();
                        self.run = i + 2;
                        return Some(self.run);
                    };
                    return Some(self.mention(order, i..i + 2, false));
                }
                if self.has_role(i + 1, Role::UNDER_ACT) {
                    let title = alloc::format!("{}{}", self.name_of(law), self.text(i + 1..i + 2));
                    let law = named(&title).map(|law| self.intern(law))?;
                    return Some(self.mention(law, i..i + 2, false));
                }
                let (law, name) = self.with_order(law, i..i + 1);
                let whole = name.end > i + 1;
                Some(self.mention(law, name, whole))
            }
            Same::Ordinance => {
                let law = self.antecedents.ordinance?;
                Some(self.mention(law, i..i + 1, false))
            }
            Same::Order => {
                let law = self.antecedents.order?;
                Some(self.mention(law, i..i + 1, false))
            }
            Same::Article | Same::Paragraph | Same::Item | Same::Table => None,
        }
    }

    /// 番号法 before the name of an order on its tables is part of the name.
    fn with_order(&mut self, law: LawRef, name: Range<usize>) -> (LawRef, Range<usize>) {
        if law == LawRef::Known(KnownLaw::MyNumberAct) {
            let order = if self.is(name.end, Kind::Of) { name.end + 1 } else { name.end };
            if let Some(LawRef::Known(law @ (KnownLaw::MyNumberTableOrder | KnownLaw::MyNumberSecondTableOrder))) =
                self.named_at(order)
            {
                return (LawRef::Known(law), name.start..order + 1);
            }
        }
        (law, name)
    }

    /// A title that continues after the known name in it: 番号法に基づく…条例, 地方税法施行令.
    fn longer_title(&mut self, law: LawRef, name: &Range<usize>) -> Option<usize> {
        let goes_on = if self.is(name.end, Kind::Of) { name.end + 1 } else { name.end };
        if goes_on >= self.end || !self.has_role(goes_on, Role::GOES_ON) {
            return None;
        }
        let under = self.has_role(goes_on, Role::UNDER);
        let most = self.at(name.end).saturating_add(TITLE);
        let mut end = name.end;
        while end < self.end && self.at(end) < most {
            if self.is_delimiter(end) || self.is_blank(end) || self.place_follows(end) {
                break;
            }
            end += 1;
        }
        let after = self.skip_blanks(end);
        let place = self.place_follows(after);
        let number = self.law_bracket(None, after).is_some();
        let closed = self.is(end, Kind::Unquote);
        // If the title is the whole string, it can be nothing else. Only the check of a title asks this.
        let alone = self.check == Check::Off && self.is(self.skip_blanks(end), Kind::End);
        // 「番号利用法施行令」 and 「番号法施行令」 are the same order.
        // Before a version (「旧介護保険法施行令」) it is another order.
        let is_version = name.start.checked_sub(1).is_some_and(|before| self.is(before, Kind::Version));
        let is_order = !is_version && self.has_role(name.end, Role::UNDER_ACT);
        let is_longer = end > name.end + 1 || !is_order;
        let longer = if is_longer && (place || number || alone || (closed && !under)) {
            self.title_in(self.run.min(name.start), end).filter(|(_, start)| *start <= name.start)
        } else {
            None
        };
        let whole = number || closed || alone;
        match longer {
            Some((title, start)) => Some(self.mention(title, start..end, whole)),
            // 「地方税法施行令により」 names the order and not the Act, but cites neither.
            None if is_order => {
                let end = name.end + 1;
                let title = alloc::format!("{}{}", self.name_of(law), self.text(name.end..end));
                let title = named(&title).map(|law| self.intern(law))?;
                Some(self.mention(title, name.start..end, whole && !is_longer))
            }
            None => None,
        }
    }

    /// Handles a law that was named: it waits for its place. Definitions and numbers in brackets after it belong to it.
    pub(super) fn mention(&mut self, law: LawRef, name: Range<usize>, whole: bool) -> usize {
        self.flush();
        let mut end = name.end;
        if self.is(end, Kind::Unquote) && self.law_bracket(Some(law), end + 1).is_some() {
            end += 1;
        }
        while let Some((close, defined)) = self.law_bracket(Some(law), end) {
            if let Some(defined) = defined {
                self.define(&defined, law, close);
            }
            end = close;
        }
        // 「…の条」 only announces that articles of it follow.
        let heads = self.is(end, Kind::Of)
            && self.is(end + 1, Kind::Article)
            && !self.text(end + 2..end + 3).starts_with(['番', '項']);
        let whole = whole && !heads;
        self.wait(law, name, whole);
        self.run = end;
        self.aside_before_place(end).unwrap_or(end)
    }

    /// Learns a short name that the text defines before the token `end`. The name of another version of a law (旧法) is read as
    /// it is.
    pub(super) fn define(&mut self, name: &str, law: LawRef, end: usize) {
        let Some(law) = self.law_of(law) else { return };
        let is_version = name.starts_with(['旧', '新']) || name.starts_with("改正") || name.contains('第');
        if is_version {
            return;
        }
        let before = self.names.names.len();
        let Some(index) = self.names.to_mut().define(name, &law) else { return };
        let Some((name, law)) = self.names.names.get(index).cloned() else { return };
        let rest = self.text.get(self.byte(end)..).unwrap_or_default();
        // The tokens of a name that was known keep its index, and so get its new law.
        self.is_stale |= index >= before && occurs(&name, rest).is_some();
        self.reading.defined.push(Defined { name, law, from: self.at(end) as usize });
    }

    /// Remembers the law for 同法, 同条例 and 同命令.
    pub(super) fn remember(&mut self, law: LawRef) {
        let slot = match law {
            LawRef::Known(
                KnownLaw::MyNumberTableOrder | KnownLaw::MyNumberProvisionOrder | KnownLaw::MyNumberSecondTableOrder,
            ) => &mut self.antecedents.order,
            LawRef::Known(_) => &mut self.antecedents.act,
            LawRef::Titled(index) => match self.titles.get(index) {
                Some(law) if is_order(law) => &mut self.antecedents.order,
                Some(law) if is_act(law) => &mut self.antecedents.act,
                Some(_) | None => &mut self.antecedents.ordinance,
            },
        };
        *slot = Some(law);
    }

    /// Makes `law` the law that waits for its place.
    pub(super) fn wait(&mut self, law: LawRef, name: Range<usize>, whole: bool) {
        let via = self.via.take().filter(|via| via.at == name.start);
        self.remember(law);
        self.subject = Some(Subject { law, name, via, whole });
    }

    /// Cites the waiting law as a whole.
    pub(super) fn flush(&mut self) {
        let Some(Subject { law, name, via, whole }) = self.subject.take() else { return };
        if whole && !name.is_empty() {
            let end = name.end;
            self.emit(Some(law), Locator::Whole, name, via.and_then(|via| via.index), None);
            let after = self.skip_blanks(self.run.max(end));
            self.note_absence(after);
        }
    }
}

/// Where a name first occurs in a text, in characters. A blank may occur between two of its characters.
pub(in crate::law) fn occurs(name: &str, text: &str) -> Option<usize> {
    let first = name.chars().next()?;
    let mut rest = text;
    let mut at = 0;
    loop {
        let mut chars = rest.chars();
        let c = chars.next()?;
        if fold(c) == first && match_wrapped(rest, name).is_some() {
            return Some(at);
        }
        rest = chars.as_str();
        at += 1;
    }
}
