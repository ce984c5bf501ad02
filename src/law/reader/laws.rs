//! Finds the laws that a text names: by known names, by short names, by 同法, or by a title that the crate does not know.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::strict::strict;
use super::titles::{OTHER_VERSIONS, is_after_words, is_within_word, title_start};
use super::{Check, HEADING, Outside, Reader, Subject, TITLE, is_delimiter};
use crate::law::statute::{is_act, is_order, is_tabled, is_title, named};
use crate::law::{KnownLaw, Law, Locator, number};

/// How a title can continue after the name of a law that is part of it.
const TITLE_GOES_ON: [&str; 5] = ["に基づく", "の施行", "施行", "等の一部を改正する", "の一部を改正する"];

/// Words that continue a title beginning with 同法: 同法施行令.
const UNDER_AN_ACT: [&str; 3] = ["施行令", "施行規則", "施行細則"];

/// The eras in law numbers.
const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];

impl Reader {
    /// Reads a law named at `i`.
    pub(super) fn law(&mut self, i: usize) -> Option<usize> {
        let c = self.at(i)?;
        // 「あん摩マツサージ指圧師、はり師、きゆう師等に関する法律」
        if c < 'ァ' && c != 'あ' {
            return None;
        }
        if matches!(c, '明' | '大' | '昭' | '平' | '令')
            && let Some(next) = self.law_by_number(i)
        {
            return Some(next);
        }
        if let Some(next) = self.same_law(i) {
            return Some(next);
        }
        let via = self.via.filter(|via| via.at == i);
        // 「番号法第19条第8号に基づく主務省令」 names the item of the Act and the order made under it, so both are cited.
        if self.starts(i, "主務省令") && via.is_some_and(|via| via.linkage) {
            let law = Law::Known(KnownLaw::MyNumberProvisionOrder);
            return Some(self.mention(law, i..i + 4, true));
        }
        if c == '法' && !self.starts(i.saturating_sub(1), "同") && self.begins(i) && self.place_follows(i + 1) {
            // A short name defined by the text (「以下「法」という」) takes precedence over the Act mentioned last.
            let defined = self.names.find(self.from(i)).filter(|(_, length)| *length == 1).map(|(law, _)| law);
            let law = defined.or_else(|| self.act.clone()).or_else(|| named("法"))?;
            let name = self.with_order(&law, i..i + 1);
            return Some(self.mention(name.0, name.1, true));
        }
        let (law, length) = self.names.find(self.from(i)).filter(|(law, _)| self.stands_free(law, i))?;
        let name = i..i + length;
        if let Some(next) = self.longer_title(&law, &name).or_else(|| self.other_version(&name)) {
            return Some(next);
        }
        let (law, name) = self.with_order(&law, name);
        Some(self.mention(law, name, true))
    }

    /// Whether a name at `i` refers to `law`. It does not if it is the end of a longer title (「行政機関個人情報保護法」, or
    /// 「情報公開条例」 if 「条例」 is a short name), or an ordinance under an unnamed law (「法律に基づく条例」).
    fn stands_free(&self, law: &Law, i: usize) -> bool {
        if self.via.is_some_and(|via| via.at == i) {
            return true;
        }
        let before = self.chars.get(self.run..i).unwrap_or_default();
        if matches!(law, Law::Known(_)) {
            return !is_within_word(before) || self.begins(i);
        }
        let (run, under) = self.skip_before_title(self.run);
        if run < i { is_after_words(before) } else { !under || is_tabled(law) }
    }

    /// 「昭和六十年法律第三十四号附則第97条」: a law that is cited only by its number. In a bracket, the number belongs to the title
    /// before it.
    fn law_by_number(&mut self, i: usize) -> Option<usize> {
        let era = ERAS.into_iter().find(|era| self.starts(i, era))?;
        if self.at(i.wrapping_sub(1)) == Some('(') || !self.begins(i) {
            return None;
        }
        let first_year = self.at(i + 2) == Some('元');
        let (year, end) = if first_year { (1, i + 3) } else { self.number(i + 2)? };
        let end = end + self.one_of(end, &["年法律第"])?;
        let (number, end) = self.number(end)?;
        let end = end + self.one_of(end, &["号"])?;
        let year = if first_year { "元".into() } else { alloc::format!("{year}") };
        let law = named(&alloc::format!("{era}{year}年法律第{number}号"))?;
        // A number on its own, as in a column of numbers, is not a citation.
        let is_under = self.one_of(end, &["による", "により", "に基づ", "の規定", "に規定"]).is_some();
        Some(self.mention(law, i..end, is_under || self.check == Check::Off))
    }

    /// 「旧国民健康保険法」, 「改正番号法」: another version of the law. It is not cited as the current law.
    fn other_version(&mut self, name: &Range<usize>) -> Option<usize> {
        let word = OTHER_VERSIONS.into_iter().find(|word| {
            let start = name.start.saturating_sub(word.chars().count());
            start >= self.run && start < name.start && self.starts(start, word)
        })?;
        let start = name.start - word.chars().count();
        let law = named(&self.text(start..name.end))?;
        Some(self.mention(law, start..name.end, false))
    }

    /// Whether something new begins at `i`: after a delimiter, or after words that are not part of a title.
    pub(super) fn begins(&self, i: usize) -> bool {
        self.skip_before_title(self.run).0 >= i || self.chars.get(self.run..i).is_some_and(is_after_words)
    }

    /// 同法, 同条例, 同命令 and similar.
    fn same_law(&mut self, i: usize) -> Option<usize> {
        if !self.starts(i, "同") {
            return None;
        }
        if self.starts(i, "同法") {
            let law = self.act.clone()?;
            if self.starts(i + 2, "主務省令") {
                // The order under the Act: the one mentioned last.
                let Some(order) = self.order.clone() else {
                    self.flush();
                    self.run = i + 6;
                    return Some(i + 6);
                };
                return Some(self.mention(order, i..i + 6, false));
            }
            if let Some(suffix) = UNDER_AN_ACT.iter().find(|suffix| self.starts(i + 2, suffix)) {
                let law = named(&alloc::format!("{law}{suffix}"))?;
                return Some(self.mention(law, i..i + 2 + suffix.chars().count(), false));
            }
            let (law, name) = self.with_order(&law, i..i + 2);
            let whole = name.end > i + 2;
            return Some(self.mention(law, name, whole));
        }
        if let Some(length) = self.one_of(i, &["同条例", "同規則"]) {
            let law = self.ordinance.clone()?;
            return Some(self.mention(law, i..i + length, false));
        }
        let length = self.one_of(i, &["同主務省令", "同命令", "同省令", "同令"])?;
        let law = self.order.clone()?;
        Some(self.mention(law, i..i + length, false))
    }

    /// 番号法 before the name of an order on its tables is part of the name.
    fn with_order(&self, law: &Law, name: Range<usize>) -> (Law, Range<usize>) {
        if law.is(KnownLaw::MyNumberAct) {
            let behind = if self.starts(name.end, "の") { name.end + 1 } else { name.end };
            if let Some((order, length)) = self.names.find(self.from(behind))
                && (order.is(KnownLaw::MyNumberTableOrder) || order.is(KnownLaw::MyNumberSecondTableOrder))
            {
                return (order, name.start..behind + length);
            }
        }
        (law.clone(), name)
    }

    /// A title that continues after the known name in it: 番号法に基づく…条例, 地方税法施行令.
    fn longer_title(&mut self, law: &Law, name: &Range<usize>) -> Option<usize> {
        let goes_on = TITLE_GOES_ON.iter().find(|word| self.starts(name.end, word))?;
        let mut end = name.end;
        while end < name.end + TITLE {
            let Some(c) = self.at(end) else { break };
            if is_delimiter(c) || c.is_whitespace() || self.place_follows(end) {
                break;
            }
            end += 1;
        }
        let behind = self.skip_blanks(end);
        let place = self.place_follows(behind);
        let number = self.law_bracket(None, behind).is_some();
        let closed = matches!(self.at(end), Some('」' | '』'));
        // If the title is the whole string, it can be nothing else. Only the check of a title asks this.
        let alone = self.check == Check::Off && self.skip_blanks(end) == self.chars.len();
        if !(place || number || alone || (closed && *goes_on != "に基づく")) {
            return None;
        }
        // 「番号利用法施行令」 and 「番号法施行令」 are the same order.
        let rest = self.text(name.end..end);
        let (title, start) = if self.begins(name.start) && UNDER_AN_ACT.contains(&rest.as_str()) {
            (named(&alloc::format!("{law}{rest}"))?, name.start)
        } else {
            self.title_in(self.run.min(name.start), end)?
        };
        if start > name.start {
            return None;
        }
        Some(self.mention(title, start..end, number || closed || alone))
    }

    /// Handles a law that was named: it waits for its place. Definitions and numbers in brackets after it belong to it.
    fn mention(&mut self, law: Law, name: Range<usize>, whole: bool) -> usize {
        self.flush();
        let mut end = name.end;
        if matches!(self.at(end), Some('」' | '』')) && self.law_bracket(Some(&law), end + 1).is_some() {
            end += 1;
        }
        while let Some((close, defined)) = self.law_bracket(Some(&law), end) {
            if let Some(defined) = defined {
                self.names.define(&defined, &law);
            }
            end = close;
        }
        // 「…の条」 only announces that articles of it follow.
        let heads = self.starts(end, "の条") && !matches!(self.at(end + 2), Some('文' | '番' | '項'));
        let whole = whole && !heads;
        self.wait(law, name, whole);
        self.run = end;
        self.aside_before_place(end).unwrap_or(end)
    }

    /// Remembers the law for 同法, 同条例 and 同命令.
    fn remember(&mut self, law: &Law) {
        let slot = if is_order(law) {
            &mut self.order
        } else if is_act(law) {
            &mut self.act
        } else {
            &mut self.ordinance
        };
        *slot = Some(law.clone());
    }

    /// A remark in brackets between a law and its place: 命令（３０項については主務省令無し）第１条.
    fn aside_before_place(&mut self, i: usize) -> Option<usize> {
        let close = self.closing(i)?;
        self.article_at(self.skip_blanks(close + 1), true)?;
        let subject = self.subject.take();
        let before = self.found.len();
        self.run = i + 1;
        self.span(i + 1, close);
        self.run = close + 1;
        self.subject = subject.map(|subject| {
            // If a citation was found in the brackets, the name cannot be part of the span.
            let name = if self.found.len() > before { close + 1..close + 1 } else { subject.name };
            Subject { name, ..subject }
        });
        Some(close + 1)
    }

    /// A bracket after the name of a law that belongs to it, because it contains its number or a short name. Returns
    /// its end and the short name.
    fn law_bracket(&self, law: Option<&Law>, i: usize) -> Option<(usize, Option<String>)> {
        let i = if self.at(i) == Some(' ') { i + 1 } else { i };
        let close = self.closing(i)?;
        let content = self.text(i + 1..close);
        if let Some(name) = definition(&content) {
            return Some((close + 1, Some(name).filter(|name| !name.contains('第'))));
        }
        if has_law_number(&content) || self.same_title(law, &content) {
            return Some((close + 1, None));
        }
        // A short name alone, 「（別表第一省令）」, if a number or a place follows.
        let behind = close + 1;
        let short = content.chars().count() <= 30 && is_title(&content) && !content.contains('「');
        (short && (self.article_at(self.skip_blanks(behind), true).is_some() || self.number_bracket(behind)))
            .then_some((behind, Some(content)))
    }

    /// 「同法別表主務省令（「法別表の主務省令で定める事務を定める命令」）」: the bracket only repeats the title in full.
    fn same_title(&self, law: Option<&Law>, content: &str) -> bool {
        let Some(title) = content.strip_prefix('「').and_then(|content| content.strip_suffix('」')) else {
            return false;
        };
        let title: Vec<char> = title.strip_prefix('法').unwrap_or(title).chars().collect();
        self.names.find(&title).is_some_and(|(known, length)| length == title.len() && Some(&known) == law)
    }

    fn number_bracket(&self, i: usize) -> bool {
        self.closing(i).is_some_and(|close| has_law_number(&self.text(i + 1..close)))
    }

    /// Takes the characters before `end` as a title that the crate does not know. It waits for its place.
    pub(super) fn unknown_title(&mut self, end: usize) {
        if self.subject.is_some() || end <= self.run || end - self.run > TITLE {
            return;
        }
        if let Some((law, start)) = self.title_in(self.run, end) {
            self.wait(law, start..end, false);
        }
    }

    /// Makes `law` the law that waits for its place.
    fn wait(&mut self, law: Law, name: Range<usize>, whole: bool) {
        let via = self.via.take().filter(|via| via.at == name.start);
        self.remember(&law);
        self.subject = Some(Subject { law, name, via, whole });
    }

    /// A bracket with a number or a short name, after a title that the crate does not know.
    pub(super) fn bracket_behind_title(&mut self, i: usize) -> Option<usize> {
        if self.subject.is_some() || i <= self.run || i - self.run > TITLE {
            return None;
        }
        self.law_bracket(None, i)?;
        let (law, start) = self.title_in(self.run, i)?;
        let numbered = self.number_bracket(i);
        Some(self.mention(law, start..i, numbered))
    }

    /// The title of a law that ends at `end`. It begins at `from` or after a word that is not part of it.
    fn title_in(&self, from: usize, end: usize) -> Option<(Law, usize)> {
        let (mut start, _) = self.skip_before_title(from);
        // 「当区における個人情報保護条例」, 「本市の条例」
        if matches!(self.at(start), Some('当' | '本')) {
            let behind = start + 2;
            start = behind + self.one_of(behind, &["における", "の"]).unwrap_or(0);
            if start == behind {
                return None;
            }
        }
        if start >= end {
            return None;
        }
        let mut name = self.text(start..end);
        if !is_title(&name) {
            return None;
        }
        let words = title_start(self.chars.get(start..end)?)?;
        if words > 0 {
            start += words;
            name = self.text(start..end);
        }
        if name == "条例" {
            return Some((self.ordinance.clone().or_else(|| named(&name))?, start));
        }
        let law = named(&name)?;
        let sound = match (&law, self.check) {
            (Law::Known(_), _) | (Law::Named(_), Check::Off) => true,
            (Law::Named(_), Check::On) => is_sound(&law),
        };
        sound.then_some((law, start))
    }

    /// A quotation that contains the title of a law and nothing else: 「…を改正する法律（令和元年法律第９号）」.
    pub(super) fn quotation(&mut self, i: usize) -> Option<usize> {
        self.flush();
        self.run = i + 1;
        if self.outside.is_none() {
            self.outside = Some(Outside { act: self.act.clone() });
        }
        let close = self.find(i, '」', HEADING)?;
        let bracket = self.find(i, '(', close - i).unwrap_or(close);
        let title = i + 1..bracket;
        if title.len() > TITLE || self.from(i + 1).iter().take(title.len()).any(|c| is_delimiter(*c)) {
            return None;
        }
        let numbered = bracket < close && self.number_bracket(bracket);
        let amending = self.text(title.clone()).contains("を改正する法律");
        if !(numbered || (bracket == close && amending)) {
            return None;
        }
        match self.title_in(title.start, title.end) {
            Some((Law::Known(_), _)) => None,
            Some((law, start)) if start == title.start => Some(self.mention(law, title, true)),
            // The title would not read back as printed, so it is not cited. The laws named in it are not cited either.
            // The reader continues at 」, after which 同法 means what it meant before the quotation.
            Some(_) | None => {
                self.run = close;
                Some(close)
            }
        }
    }

    /// Cites the waiting law as a whole.
    pub(super) fn flush(&mut self) {
        let Some(Subject { law, name, via, whole }) = self.subject.take() else { return };
        if whole && !name.is_empty() {
            let end = name.end;
            self.emit(Some(law), Locator::Whole, name, via.and_then(|via| via.index), None);
            let mut behind = self.run.max(end);
            behind = self.skip_blanks(behind);
            self.note_absence(behind);
        }
    }
}

/// The short name that 「以下「番号法」という」 defines.
pub(super) fn definition(content: &str) -> Option<String> {
    let (_, after) = content.split_once("以下").or_else(|| content.split_once("以後"))?;
    if let Some((_, quoted)) = after.split_once('「') {
        let (name, behind) = quoted.split_once('」')?;
        return behind.trim_start().starts_with("とい").then(|| name.into());
    }
    let name = after.trim_start_matches(['、', ',', ' ']);
    let (name, _) = name.split_once("という")?;
    Some(name.into())
}

/// 「平成25年法律第27号」
fn has_law_number(content: &str) -> bool {
    ["法律第", "条例第", "規則第", "省令第", "政令第", "府令第", "告示第"].iter().any(|word| {
        content.split(word).skip(1).any(|rest| {
            let rest: Vec<char> = rest.chars().take(12).collect();
            number::read(&rest).is_some_and(|(_, length)| rest.get(length) == Some(&'号'))
        })
    })
}

/// Whether a title prints as it was read.
fn is_sound(law: &Law) -> bool {
    let alone = strict(law.name());
    let with_place = strict(&alloc::format!("{law}第1条"));
    matches!(alone, Ok(citation) if citation.law() == Some(law))
        && matches!(with_place, Ok(citation) if citation.law() == Some(law))
}
