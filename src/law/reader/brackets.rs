//! Reads brackets and quotation marks around laws: numbers of laws, short names that are defined, titles that are quoted.

use alloc::string::String;
use core::ops::Range;

use super::words::{Kind, Role};
use super::{HEADING, LawRef, Reader, Subject, TITLE};
use crate::law::names::NAMES;
use crate::law::statute::is_title;

impl Reader<'_> {
    /// A remark in brackets between a law and its place: 命令（３０項については主務省令無し）第１条.
    pub(super) fn aside_before_place(&mut self, i: usize) -> Option<usize> {
        let close = self.closing(i)?;
        self.article_at(self.skip_blanks(close + 1), true)?;
        let subject = self.subject.take();
        let before = self.reading.found.len();
        self.run = i + 1;
        self.span(i + 1, close);
        self.subject = subject.map(|subject| {
            // If a citation was found in the brackets, the name cannot be part of the span.
            let name = if self.reading.found.len() > before { 0..0 } else { subject.name };
            Subject { name, ..subject }
        });
        Some(close + 1)
    }

    /// A bracket after the name of a law that belongs to it, because it contains its number or a short name. Returns
    /// its end and the short name.
    pub(super) fn law_bracket(&self, law: Option<LawRef>, i: usize) -> Option<(usize, Option<String>)> {
        let i = if matches!(self.kind(i), Kind::Blank(1)) { i + 1 } else { i };
        let close = self.closing(i)?;
        let content = i + 1..close;
        if let Some(name) = self.definition(content.clone()) {
            return Some((close + 1, Some(name)));
        }
        if self.has_law_number(content.clone()) || self.same_title(law, content.clone()) {
            return Some((close + 1, None));
        }
        // A short name alone, 「（別表第一省令）」, if a number or a place follows.
        let after = close + 1;
        let short = self.at(close) - self.at(i) <= 31
            && self.has_role(close - 1, Role::TITLE)
            && !content.clone().any(|i| self.is(i, Kind::Quote));
        if !short || !(self.article_at(self.skip_blanks(after), true).is_some() || self.number_bracket(after)) {
            return None;
        }
        let content = self.folded(content);
        is_title(&content).then_some((after, Some(content)))
    }

    /// 「別表主務省令（「別表の主務省令で定める事務を定める命令」）」: the bracket only repeats the title in full.
    fn same_title(&self, law: Option<LawRef>, mut content: Range<usize>) -> bool {
        let Some(LawRef::Known(law)) = law else { return false };
        let kinds = [content.next(), content.next(), content.next()].map(|i| i.map(|i| self.kind(i)));
        let [Some(Kind::Quote), Some(Kind::Name(index)), Some(Kind::Unquote)] = kinds else { return false };
        content.is_empty() && NAMES.get(usize::from(index)).is_some_and(|name| name.law == Some(law))
    }

    pub(super) fn number_bracket(&self, i: usize) -> bool {
        self.closing(i).is_some_and(|close| self.has_law_number(i..close))
    }

    /// Whether a bracket contains the number of a law: 「平成25年法律第27号」.
    fn has_law_number(&self, mut content: Range<usize>) -> bool {
        content.any(|i| {
            let number = match self.kind(i) {
                Kind::ActNumber { .. } => i + 1,
                _ if self.has_role(i, Role::NUMBERED) && self.is(i + 1, Kind::Ordinal) => i + 2,
                _ => return false,
            };
            matches!(self.kind(number), Kind::Number(1..)) && self.is(number + 1, Kind::Item)
        })
    }

    /// The short name that 「以下「番号法」という」 or 「附則第六条第一項において「感染症法」という」 defines.
    pub(super) fn definition(&self, content: Range<usize>) -> Option<String> {
        let is_where = |i: usize| self.text(i..i + 1) == "において" && self.is(i + 1, Kind::Quote);
        let from = content.clone().find(|i| self.is(*i, Kind::Hereafter) || is_where(*i))?;
        let after = self.folded(from + 1..content.end);
        if let Some((_, quoted)) = after.split_once('「') {
            let (name, behind) = quoted.split_once('」')?;
            return behind.trim_start().starts_with("とい").then(|| name.into());
        }
        let name = after.trim_start_matches(['、', ',', ' ']);
        let (name, _) = name.split_once("という")?;
        Some(name.into())
    }

    /// A bracket with a number or a short name, after a title that the crate does not know.
    pub(super) fn bracket_behind_title(&mut self, i: usize) -> Option<usize> {
        if !self.may_be_title(i) {
            return None;
        }
        self.law_bracket(None, i)?;
        let (law, start) = self.title_in(self.run, i)?;
        let numbered = self.number_bracket(i);
        Some(self.mention(law, start..i, numbered))
    }

    /// A quotation that contains the title of a law and nothing else: 「…を改正する法律（令和元年法律第９号）」.
    pub(super) fn quotation(&mut self, i: usize) -> Option<usize> {
        self.flush();
        self.enter(true);
        let close = self.find(i, Kind::Unquote, HEADING)?;
        let bracket = self.find(i, Kind::Open, self.at(close) - self.at(i)).unwrap_or(close);
        let title = i + 1..bracket;
        if self.at(bracket) - self.at(i) > TITLE + 1 || title.clone().any(|i| self.is_delimiter(i)) {
            return None;
        }
        let numbered = self.number_bracket(bracket);
        let amending = bracket == close && self.text(title.clone()).contains("を改正する法律");
        if !(numbered || amending) {
            return None;
        }
        match self.title_in(title.start, title.end) {
            Some((LawRef::Known(_), _)) => None,
            Some((law, start)) if start == title.start => Some(self.mention(law, title, true)),
            // The title would not read back as printed, so it is not cited. The laws named in it are not cited either.
            // The reader continues at 」, after which 同法 means what it meant before the quotation.
            Some(_) | None => {
                self.run = close;
                Some(close)
            }
        }
    }
}
