//! Finds citations in running text in one pass.
//!
//! [`lexer`] turns the text into tokens, once; the other files read tokens. The main task is to find citations and to leave
//! all other text as it is, so the grammar is our own and uses no parser library. Every look ahead is bounded, so the time is
//! proportional to the length of any input.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a parser looks for few kinds of tokens; any other means that it is not there"
)]

mod brackets;
mod laws;
mod lexer;
mod lists;
mod parts;
mod places;
mod rows;
mod strict;
mod titles;
mod tokens;
mod words;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

pub(super) use self::laws::occurs;
use self::lexer::{Token, lex};
use self::words::Kind;
use super::found::{Found, Group, Unresolved, Why};
use super::names::Definitions;
use super::{Citation, KnownLaw, Law, Locator, Place};

/// Whether titles that the crate does not know are checked to read back as printed. A title that would be read as
/// something else is left as text, because a canonical citation must read back as itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    On,
    /// While a title is checked.
    Off,
}

/// The result of reading a text.
pub(crate) struct Reading {
    pub(crate) found: Vec<Found>,
    pub(crate) groups: Vec<Group>,
    pub(crate) unresolved: Vec<Unresolved>,
    /// The names that the text defines.
    pub(super) defined: Vec<Defined>,
    /// Whether the law of a table was looked up among those that other texts name.
    pub(super) asks_for_table: bool,
}

/// A short name that a text defines.
pub(super) struct Defined {
    pub(super) name: String,
    pub(super) law: Law,
    /// The character from which on it means that law.
    pub(super) from: usize,
}

pub(crate) fn read(text: &str, names: &Definitions, check: Check) -> Reading {
    let mut tokens = Vec::new();
    lex(text, (0, 0), names, &mut tokens);
    let mut reader = Reader {
        text,
        end: tokens.len().saturating_sub(1),
        tokens,
        names: Cow::Borrowed(names),
        check,
        titles: Vec::new(),
        reading: Reading {
            found: Vec::new(),
            groups: Vec::new(),
            unresolved: Vec::new(),
            defined: Vec::new(),
            asks_for_table: false,
        },
        muted: false,
        depth: 0,
        is_stale: false,
        run: 0,
        subject: None,
        last: None,
        antecedents: Antecedents::default(),
        outside: Vec::new(),
        tables: Vec::new(),
        table: None,
        via: None,
        group: None,
        no_rows_before: 0,
    };
    reader.span(0, reader.end);
    reader.finish()
}

/// The longest bracket, in characters.
const BRACKET: u32 = 120;
/// The longest remark in brackets between two members of a list, in characters.
const ASIDE: u32 = 300;
/// The longest heading in 【】 or quotation, in characters.
const HEADING: u32 = 300;
/// The most tables that are remembered.
const TABLES: usize = 16;
/// The most brackets and quotations around a text whose antecedents are remembered.
const DEPTH: usize = 8;
/// The most words that are skipped before a title.
const WORDS_BEFORE_TITLE: usize = 8;
/// The greatest distance between a citation and a place that shares its law, in characters.
const APART: u32 = 40;
/// The longest title, in characters.
const TITLE: u32 = 120;

/// A law, while a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LawRef {
    Known(KnownLaw),
    /// An index into the titles of the reader.
    Titled(usize),
}

/// A law that was named and waits for its place.
struct Subject {
    law: LawRef,
    /// The tokens of its name.
    name: Range<usize>,
    via: Option<Via>,
    /// Whether it is a citation of its own if no place follows.
    whole: bool,
}

/// The citation through which the next one is cited.
#[derive(Clone, Copy)]
struct Via {
    index: Option<usize>,
    /// The token at which the next citation must begin.
    at: usize,
    /// Whether it is 番号法第19条第8号, which the order on provision is based on.
    linkage: bool,
}

/// The citation that ended last.
#[derive(Clone, Copy)]
struct Last {
    law: Option<LawRef>,
    index: Option<usize>,
    end: usize,
    linkage: bool,
}

/// What 同法, 同条例, 同令 and 同条 refer to.
#[derive(Clone, Copy, Default)]
struct Antecedents {
    act: Option<LawRef>,
    ordinance: Option<LawRef>,
    order: Option<LawRef>,
    article: Option<(Option<LawRef>, Place)>,
}

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The end of the text or of the bracket that is being read, as a token. Nothing after it is read.
    end: usize,
    names: Cow<'a, Definitions>,
    check: Check,
    /// The titles of laws that are not known.
    titles: Vec<Law>,
    reading: Reading,
    /// Whether the reader is inside a heading. A heading sets the table but cites nothing.
    muted: bool,
    /// How many brackets are being read.
    depth: usize,
    /// Whether a name was defined that occurs in the rest of the text.
    is_stale: bool,
    /// The start of the tokens that could be the title of a law.
    run: usize,
    subject: Option<Subject>,
    last: Option<Last>,
    antecedents: Antecedents,
    /// The antecedents before each open bracket or quotation; they are restored after it.
    outside: Vec<Outside>,
    /// The tables that were named, with their laws.
    tables: Vec<(Place, LawRef)>,
    /// The table that rows without a table name belong to, and the citation through which they are cited.
    table: Option<(Option<LawRef>, Place, Option<usize>)>,
    via: Option<Via>,
    group: Option<usize>,
    /// No list of rows begins before this token; it was already checked.
    no_rows_before: usize,
}

struct Outside {
    /// Whether a quotation was opened, and not a bracket.
    is_quotation: bool,
    antecedents: Antecedents,
    last: Option<Last>,
}

impl Reader<'_> {
    /// Reads from `i` to `end` as if the text ended there.
    fn span(&mut self, mut i: usize, end: usize) {
        let outer = core::mem::replace(&mut self.end, end);
        self.depth += 1;
        while i < self.end {
            i = self.step(i).max(i + 1);
            if self.is_stale && self.depth == 1 {
                self.lex_again(i);
            }
        }
        self.flush();
        self.depth -= 1;
        if self.depth > 0 {
            self.end = outer;
        }
    }

    /// Makes new tokens of the rest of the text, in which a name occurs that was just defined.
    fn lex_again(&mut self, i: usize) {
        self.is_stale = false;
        if let Some(token) = self.tokens.get(i).copied() {
            self.tokens.truncate(i);
            lex(self.text, (token.at, token.byte), &self.names, &mut self.tokens);
            self.end = self.tokens.len().saturating_sub(1);
        }
    }

    /// Reads what begins at `i`, and returns where to continue.
    fn step(&mut self, i: usize) -> usize {
        let kind = self.kind(i);
        match kind {
            Kind::Text | Kind::Word => {
                self.flush();
                return i + 1;
            }
            Kind::Blank(_) => {
                self.unknown_title(i);
                self.run = i + 1;
                return self.run;
            }
            _ => {}
        }
        // 「番号法の第9条」, 「番号法（第9条）」, 「番号法・第9条」
        if self.subject.is_some() {
            let is_dot = || kind == Kind::And && matches!(self.text(i..i + 1), "・" | "･");
            if (matches!(kind, Kind::Of | Kind::Colon | Kind::Open | Kind::Quote) || is_dot())
                && self.place_follows(i + 1)
            {
                return i + 1;
            }
        }
        if let Some(next) =
            self.joint_title(i).or_else(|| self.law(i)).or_else(|| self.place(i)).or_else(|| self.rows(i))
        {
            return next;
        }
        match kind {
            Kind::Heading => {
                if let Some(close) = self.find(i, Kind::HeadingEnd, HEADING).filter(|_| !self.muted) {
                    self.heading(i + 1, close);
                    return close + 1;
                }
            }
            Kind::Quote => {
                if let Some(next) = self.quotation(i) {
                    return next;
                }
            }
            Kind::Unquote => {
                self.unknown_title(i);
                self.leave(true);
                // 「…法」第67条: the place may still follow.
                self.run = i + 1;
                return self.run;
            }
            Kind::Column(1 | 3) => {
                self.flush();
                let at = self.at(i) as usize;
                self.reading.groups.push(Group { span: at..at, byte: self.byte(i) });
                self.group = Some(self.reading.groups.len() - 1);
            }
            Kind::Open => {
                if let Some(next) = self.bracket_behind_title(i) {
                    return next;
                }
                self.flush();
                self.enter(false);
            }
            Kind::Close => {
                self.flush();
                self.leave(false);
            }
            Kind::Suffix => {
                if let Some(next) = self.title_without_place(i) {
                    return next;
                }
            }
            _ => {}
        }
        self.flush();
        if self.is_delimiter(i) {
            self.run = i + 1;
        }
        i + 1
    }

    /// Remembers the antecedents before a bracket or quotation.
    fn enter(&mut self, is_quotation: bool) {
        if self.outside.len() < DEPTH {
            self.outside.push(Outside { is_quotation, antecedents: self.antecedents, last: self.last });
        }
    }

    /// Restores them after it.
    fn leave(&mut self, is_quotation: bool) {
        if self.outside.last().is_none_or(|outside| outside.is_quotation != is_quotation) {
            return;
        }
        if let Some(Outside { antecedents, last, .. }) = self.outside.pop() {
            // A law that was first named inside is the only one that 同法 can mean.
            let inner = self.antecedents;
            self.antecedents = Antecedents {
                act: antecedents.act.or(inner.act),
                ordinance: antecedents.ordinance.or(inner.ordinance),
                order: antecedents.order.or(inner.order),
                article: if is_quotation { antecedents.article } else { antecedents.article.or(inner.article) },
            };
            if is_quotation {
                self.last = last;
            }
        }
    }

    /// Reads a heading, which sets the table of the rows below and cites nothing.
    fn heading(&mut self, from: usize, to: usize) {
        self.flush();
        self.muted = true;
        self.run = from;
        self.span(from, to);
        self.muted = false;
        (self.run, self.group, self.last, self.via) = (to + 1, None, None, None);
    }

    fn emit(
        &mut self,
        law: Option<LawRef>,
        locator: Locator,
        tokens: Range<usize>,
        via: Option<usize>,
        row: Option<usize>,
    ) -> Option<usize> {
        if self.muted {
            return None;
        }
        let (span, bytes) = (self.span_of(&tokens), self.bytes_of(&tokens));
        if locator.is_unfit() {
            self.reading.unresolved.push(Unresolved { span, bytes, why: Why::NumberDoesNotFit });
            return None;
        }
        let in_table = locator.place().is_some_and(|place| place.row_number().is_some());
        let group = if in_table { self.group } else { None };
        let citation = Citation::unchecked(law.and_then(|law| self.law_of(law)), locator);
        self.reading.found.push(Found { citation, span, bytes, via, row, group, absence: None });
        Some(self.reading.found.len() - 1)
    }

    fn law_of(&self, law: LawRef) -> Option<Law> {
        match law {
            LawRef::Known(law) => Some(Law::Known(law)),
            LawRef::Titled(index) => self.titles.get(index).cloned(),
        }
    }

    fn name_of(&self, law: LawRef) -> &str {
        match law {
            LawRef::Known(law) => law.label(),
            LawRef::Titled(index) => self.titles.get(index).map_or("", Law::name),
        }
    }

    /// Removes the groups that no row follows.
    fn finish(mut self) -> Reading {
        let groups = core::mem::take(&mut self.reading.groups);
        let mut places: Vec<Option<usize>> = Vec::new();
        for group in groups {
            if group.span.is_empty() {
                places.push(None);
            } else {
                places.push(Some(self.reading.groups.len()));
                self.reading.groups.push(group);
            }
        }
        for found in &mut self.reading.found {
            found.group = found.group.and_then(|group| places.get(group).copied().flatten());
        }
        self.reading
    }
}
