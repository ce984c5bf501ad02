//! Finds where the title of an unknown law begins in a sentence.

use super::laws::RECENT;
use super::words::{Kind, Role};
use super::{Check, LawRef, Reader, TITLE};
use crate::law::Law;
use crate::law::reader::strict::strict;
use crate::law::statute::named;
use crate::value::text::Text;

impl Reader<'_> {
    /// Whether something new begins at `i`: after a delimiter, or after words that are not part of a title.
    pub(super) fn begins(&self, i: usize) -> bool {
        self.skip_before_title(self.run).0 >= i || self.is_after_words(i)
    }

    /// Whether the word before `i` is one of a sentence, so that a title can begin after it.
    pub(super) fn is_after_words(&self, i: usize) -> bool {
        let before = self.roles(i.wrapping_sub(1));
        before & Role::LONG == 0 && before & (Role::OUTSIDE | Role::OR | Role::IN_LONG) != 0
    }

    /// Whether the words before `i` are the start of a longer name: 「行政機関」 before 「個人情報保護法」.
    pub(super) fn is_within_word(&self, i: usize) -> bool {
        if i <= self.run || matches!(self.kind(i - 1), Kind::Version) {
            return false;
        }
        matches!(self.text(0..i).chars().next_back(), Some('一'..='鿿' | 'ァ'..='ヺ' | 'ー'))
    }

    /// Takes the words before `end` as a title that the crate does not know. It waits for its place.
    pub(super) fn unknown_title(&mut self, end: usize) {
        let title = if self.may_be_title(end) { self.title_in(self.run, end) } else { None };
        if let Some((law, start)) = title {
            self.wait(law, start..end, false);
        }
    }

    /// Whether the words before `end` could be a title that the crate does not know.
    pub(super) fn may_be_title(&self, end: usize) -> bool {
        self.subject.is_none()
            && end > self.run
            && self.has_role(end - 1, Role::TITLE)
            && self.at(end) - self.at(self.run) <= TITLE
    }

    /// A title without a place. An Act as in 「民法の規定により」 is not cited, but 同法 after it means this Act. An ordinance that
    /// names its municipality, as in 「相模原市市税条例等の法令」, is cited as a whole.
    pub(super) fn title_without_place(&mut self, i: usize) -> Option<usize> {
        let is_ordinance = self.text(i..i + 1) == "条例";
        let goes_on = match self.kind(i + 1) {
            Kind::Text => !(is_ordinance && self.text(i + 1..i + 2) == "等"),
            Kind::Open | Kind::Suffix | Kind::Name(_) | Kind::Defined(_) => true,
            // 「江戸川区条例第30号」 is a number, and 「…条例の一部を改正する条例」 another title.
            Kind::Ordinal => is_ordinance,
            Kind::Of => self.has_role(i + 2, Role::LONG),
            _ => self.has_role(i + 1, Role::LONG | Role::GOES_ON) && is_ordinance,
        };
        if goes_on || i <= self.run || !self.may_be_title(i + 1) {
            return None;
        }
        let is_alone = self.check == Check::Off && self.is(self.skip_blanks(i + 1), Kind::End);
        if self.has_role(i, Role::ACT) {
            let (law, _) = self.title_in(self.run, i + 1)?;
            self.remember(law);
        } else if is_alone {
            // A title that lists something is not a plain one, which needs no reading.
            let (law, start) = self.title_in(self.run, i + 1)?;
            if start < self.run {
                return Some(self.mention(law, start..i + 1, true));
            }
        } else if is_ordinance && self.check == Check::On {
            let (law, start) = self.title_in(self.run, i + 1)?;
            if names_municipality(self.name_of(law)) {
                return Some(self.mention(law, start..i + 1, true));
            }
        }
        None
    }

    /// The title of a law on several Acts, the first of which ends at `i`: 「所得税法、法人税法及び地方税法の一部を改正する法律」.
    pub(super) fn joint_title(&mut self, i: usize) -> Option<usize> {
        if !self.has_role(i, Role::ACT) || !self.is(i + 1, Kind::And) || self.subject.is_some() {
            return None;
        }
        let end = self.joint_end(i + 1)?;
        let (from, _) = self.skip_before_title(self.run);
        // 「租税条約等の実施に伴う所得税法、…の特例等に関する法律」
        let begins_before = self.at(i) - self.at(from.min(i)) <= TITLE && self.text(from..i).contains("に伴う");
        let start = match self.kind(i) {
            _ if begins_before => from,
            Kind::Name(_) | Kind::Defined(_) if !self.is_within_word(i) => i,
            _ if self.may_be_title(i + 1) && from <= i => self.title_start(from, i + 1),
            _ => return None,
        };
        let law = named(&self.folded(start..end))?;
        if self.check == Check::On && !is_sound(&law) {
            return None;
        }
        let law = self.intern(law);
        let after = self.skip_blanks(end);
        let alone = self.check == Check::Off && self.is(after, Kind::End);
        let whole = alone || self.is(end, Kind::Unquote) || self.law_bracket(None, after).is_some();
        Some(self.mention(law, start..end, whole))
    }

    /// The end of a title whose first Act ends before the separator at `i`: other Acts follow, and then what the law does with
    /// them.
    fn joint_end(&self, i: usize) -> Option<usize> {
        let most = self.at(i).saturating_add(TITLE);
        let (mut at, mut joins, mut is_long) = (i, false, false);
        while at < self.end && self.at(at) < most {
            let is_act = self.has_role(at - 1, Role::ACT) && matches!(self.kind(at - 1), Kind::Suffix | Kind::Name(_));
            let roles = self.roles(at);
            if is_long && roles & Role::ACT_IN_FULL != 0 && matches!(self.kind(at), Kind::Suffix) {
                let goes_on = matches!(self.kind(at + 1), Kind::Text | Kind::Suffix | Kind::Name(_));
                return (!goes_on).then_some(at + 1);
            }
            match self.kind(at) {
                // After the first separator each member is an Act, and after the last one 「の…」.
                Kind::And if !is_long && (is_act || joins) => joins = true,
                Kind::Of if is_act && joins && !is_long => is_long = self.text(at + 1..at + 2).starts_with("特例"),
                Kind::Word if roles & Role::LONG != 0 && joins => is_long |= roles & Role::GOES_ON != 0,
                Kind::Text | Kind::Of | Kind::Suffix | Kind::Name(_) | Kind::Defined(_) | Kind::Regarding => {}
                Kind::Word if roles & Role::OUTSIDE == 0 && is_long => {}
                Kind::And if is_long && !self.is_delimiter(at) => {}
                _ => return None,
            }
            at += 1;
        }
        None
    }

    /// The title of a law that ends at `end`. It begins at `from` or after a word that is not part of it.
    pub(super) fn title_in(&mut self, from: usize, end: usize) -> Option<(LawRef, usize)> {
        let (mut start, _) = self.skip_before_title(from);
        // 「当区における個人情報保護条例」, 「本市の条例」
        let first = self.text(start..start + 1);
        if matches!(self.kind(start), Kind::Text) && first.starts_with(['当', '本']) {
            let is_body = first.chars().nth(1).is_some() && first.chars().nth(2).is_none();
            if !is_body || !matches!(self.kind(start + 1), Kind::Regarding | Kind::Of) {
                return None;
            }
            start += 2;
        }
        if start >= end || !self.has_role(end - 1, Role::TITLE) {
            return None;
        }
        start = self.title_start(start, end);
        start = self.listed_start(start, end).unwrap_or(start);
        if self.has_role(start, Role::THIS) {
            return None;
        }
        let name = self.folded(start..end);
        if name == "条例" && self.antecedents.ordinance.is_some() {
            return Some((self.antecedents.ordinance?, start));
        }
        let is_plain = self.is_plain(start, end) && name.chars().all(is_letter);
        let has_name = !is_plain && (start..end).any(|i| matches!(self.kind(i), Kind::Name(_) | Kind::Defined(_)));
        let law = if has_name { named(&name)? } else { Law::Named(Text::new(name).ok()?) };
        let is_checked = || self.titles.iter().rev().take(RECENT).any(|known| *known == law);
        let is_new = self.check == Check::On && !is_plain && matches!(law, Law::Named(_)) && !is_checked();
        if is_new && !is_sound(&law) {
            return None;
        }
        Some((self.intern(law), start))
    }

    /// The start of a title that names its municipality first and lists what it is for, if the last member of the list begins at `start`:
    /// 「矢巾町子ども、妊産婦及び重度心身障害者医療費給付要綱」. A list of bodies, as in 「甲市長、乙市及び丙市の規則」, is none.
    fn listed_start(&self, start: usize, end: usize) -> Option<usize> {
        let is_member = |i: &usize| matches!(self.kind(*i), Kind::Text | Kind::And);
        if !self.is(start.checked_sub(1)?, Kind::And)
            || !matches!(self.kind(end.checked_sub(2)?), Kind::Text | Kind::Suffix)
        {
            return None;
        }
        let mut begin = start;
        while let Some(before) = begin.checked_sub(1).filter(is_member) {
            if self.at(end) - self.at(before) > TITLE {
                return None;
            }
            begin = before;
        }
        // 「このほか、矢巾町…」
        let is_begin = |i: &usize| !self.is(*i, Kind::And) && (*i == begin || self.is(*i - 1, Kind::And));
        let names_one = |i: &usize| self.text(*i..end).split('、').next().is_some_and(names_municipality);
        let begin = (begin..start).filter(is_begin).find(names_one)?;
        let is_list = self.text(begin..start).contains('、');
        let is_joined = (begin..end).any(|i| self.is(i, Kind::And) && !self.is_delimiter(i));
        let mut members = self.text(begin..end).split('、');
        let first = members.next()?;
        let is_one = names_municipality(first) && !names_body(first) && !members.any(names_municipality);
        (is_list && is_joined && is_one).then_some(begin)
    }

    /// The start of the title between two tokens, of which the last ends like a title: after the last word that it cannot
    /// contain.
    fn title_start(&self, from: usize, end: usize) -> usize {
        let last = end - 1;
        let is_act = self.has_role(last, Role::ACT);
        let is_bare = matches!(self.kind(last), Kind::Suffix) && !self.has_role(last, Role::ACT_IN_FULL);
        // 「…から指定された新法」
        let short = if last > from && self.is(last - 1, Kind::Version) { last - 1 } else { last };
        if is_act && is_bare && short > from && matches!(self.text(0..short).chars().next_back(), Some('ぁ'..='ん')) {
            return short;
        }
        let is_long = self.has_role(last, Role::ACT_IN_FULL) || (from..end).any(|i| self.has_role(i, Role::LONG));
        let mut outside = Role::OUTSIDE;
        if is_act || !is_long {
            outside |= Role::OR;
        }
        if !is_long {
            outside |= Role::IN_LONG;
        }
        if is_act && !is_long {
            outside |= Role::PARTICLE;
        }
        let begins = |i: &usize| self.roles(i - 1) & outside != 0 && !self.has_role(i - 1, Role::LONG);
        match (from + 1..=last).rev().find(begins) {
            // The title may be shorter than what made it long: 「…に関する法律又は特別及び台帳法」.
            Some(start) => self.title_start(start, end),
            None => from,
        }
    }

    /// Whether a title has only words that mean nothing else, so that it reads back as printed.
    fn is_plain(&self, start: usize, end: usize) -> bool {
        let is_word = |i| {
            matches!(self.kind(i), Kind::Text | Kind::Word | Kind::Of | Kind::Suffix | Kind::Regarding)
                || (matches!(self.kind(i), Kind::And) && !self.is_delimiter(i))
                || (matches!(self.kind(i), Kind::Defined(_)) && self.text(i..i + 1) == "条例")
        };
        (start..end).all(is_word)
            && self.roles(start) & (Role::BEFORE | Role::TITLE) == 0
            && !self.text(start..end).starts_with(['当', '本'])
    }
}

/// How the names of municipalities and prefectures end.
const MUNICIPALITIES: [char; 8] = ['都', '道', '府', '県', '市', '区', '町', '村'];

/// Whether the title of an ordinance begins with the name of a municipality or prefecture, and not with a word for any of them.
fn names_municipality(title: &str) -> bool {
    const ANY: [&str; 11] = ["指定都", "政令", "中核", "特例", "特別", "関係", "各", "同", "他", "構成", "市町"];
    let name = title.find(MUNICIPALITIES).and_then(|at| title.get(..at)).unwrap_or_default();
    let is_name =
        (1..=6).contains(&name.chars().count()) && name.chars().all(|c| !matches!(c, 'ぁ'..='ん') || name.len() > 6);
    is_name && !ANY.iter().any(|any| title.starts_with(any))
}

/// Whether a body of a municipality is named, and not what a title says after it: 「甲市」, 「甲府市長」, 「甲市教育委員会」.
fn names_body(text: &str) -> bool {
    const BODIES: [char; 13] = ['長', '知', '議', '教', '職', '役', '内', '民', '監', '選', '農', '消', '水'];
    text.ends_with(MUNICIPALITIES) || text.split(MUNICIPALITIES).skip(1).any(|rest| rest.starts_with(BODIES))
}

/// Whether `c` is a letter or digit. Most characters are kanji or kana.
fn is_letter(c: char) -> bool {
    matches!(c, '一'..='鿿' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー') || c.is_alphanumeric()
}

/// Whether a title prints as it was read.
fn is_sound(law: &Law) -> bool {
    let alone = strict(law.name());
    let with_place = strict(&alloc::format!("{law}第1条"));
    matches!(alone, Ok(citation) if citation.law() == Some(law))
        && matches!(with_place, Ok(citation) if citation.law() == Some(law))
}
