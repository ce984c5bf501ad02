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

    /// A title of an Act without a place, as in 「民法の規定により」: 同法 after it means this Act.
    pub(super) fn title_without_place(&mut self, i: usize) {
        let goes_on =
            matches!(self.kind(i + 1), Kind::Text | Kind::Open | Kind::Suffix | Kind::Name(_) | Kind::Defined(_));
        if self.has_role(i, Role::ACT) && !goes_on && i > self.run && self.may_be_title(i + 1) {
            if let Some((law, _)) = self.title_in(self.run, i + 1) {
                self.remember(law);
            }
        }
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
