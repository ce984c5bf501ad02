//! The markup of a source: tags of text recognition, and the tables of Markdown.

use alloc::string::String;
use core::ops::Range;

use super::fold::narrow;

/// A part of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Char(char),
    /// A line break inside a cell.
    SoftBreak,
    /// The end of a cell of a table.
    Column,
    Line,
    Page,
    /// Markup without content.
    Nothing,
}

/// The parts of a text.
#[expect(clippy::struct_excessive_bools, reason = "two say what the text is, two where the reader is in its line")]
pub(super) struct Markup<'a> {
    text: &'a str,
    at: usize,
    is_markdown: bool,
    /// Whether a line is one cell of a grid, so that its line breaks are inside it.
    is_cell: bool,
    /// Whether nothing but markup was seen on the line.
    begins_line: bool,
    /// Whether the line is a row of a Markdown table.
    is_row: bool,
    /// What is still to be given of a tag.
    pending: &'static [Token],
    range: Range<usize>,
}

const BREAK: &[Token] = &[Token::SoftBreak];
const NOTHING: &[Token] = &[Token::Nothing];
const TICKED: &[Token] = &[Token::Char('○')];
const UNTICKED: &[Token] = &[Token::Char('　')];
const TICKED_BOX: &[Token] = &[Token::Char('['), Token::Char('○'), Token::Char(']')];
const UNTICKED_BOX: &[Token] = &[Token::Char('['), Token::Char(']')];

/// Tags that begin a new line.
const BLOCKS: [&str; 15] =
    ["p", "br", "li", "ul", "ol", "div", "td", "tr", "th", "table", "tbody", "thead", "h1", "h2", "h3"];
/// Tags inside a line.
const INLINE: [&str; 9] = ["b", "i", "u", "s", "em", "strong", "span", "font", "sup"];
const ENTITIES: [(&str, &[Token]); 6] = [
    ("&lt;", &[Token::Char('<')]),
    ("&gt;", &[Token::Char('>')]),
    ("&amp;", &[Token::Char('&')]),
    ("&nbsp;", &[Token::Char(' ')]),
    ("&#32;", &[Token::Char(' ')]),
    ("&#9;", &[Token::Char('\t')]),
];

impl<'a> Markup<'a> {
    pub(super) fn new(text: &'a str, is_cell: bool) -> Self {
        let is_markdown = !is_cell && text.split(['\n', '\r']).any(|line| line.starts_with("|---"));
        Self { text, at: 0, is_markdown, is_cell, begins_line: true, is_row: false, pending: &[], range: 0..0 }
    }

    /// The tag that begins here: its length, and what it means.
    fn tag(&self, rest: &str) -> Option<(usize, &'static [Token])> {
        // No tag of text recognition is longer.
        let limit = rest.char_indices().nth(300).map_or(rest.len(), |(limit, _)| limit);
        let (rest, bracket) = (rest.get(..limit)?, rest.chars().next()?.len_utf8());
        let end = rest.find(['>', '＞'])?;
        let inner: String = rest.get(bracket..end)?.chars().map(narrow).collect();
        // Both brackets are wide, or neither is.
        let len =
            Some(end + bracket).filter(|len| rest.get(end..*len).is_some_and(|close| close.chars().count() == 1))?;
        let name: &str = inner.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let is = |known: &str| known.eq_ignore_ascii_case(name);
        if BLOCKS.into_iter().any(is) {
            return Some((len, BREAK));
        }
        if INLINE.into_iter().any(is) {
            return Some((len, NOTHING));
        }
        if !name.eq_ignore_ascii_case("input") {
            return None;
        }
        let before = self.text.get(..self.at).unwrap_or_default().trim_end_matches([' ', '　']);
        Some((
            len,
            match (before.ends_with(['[', '［']), inner.contains("checked")) {
                (true, true) => TICKED,
                (true, false) => UNTICKED,
                (false, true) => TICKED_BOX,
                (false, false) => UNTICKED_BOX,
            },
        ))
    }

    fn take(&mut self, len: usize, tokens: &'static [Token]) -> Option<(Token, Range<usize>)> {
        self.range = self.at..self.at + len;
        self.at += len;
        let (first, rest) = tokens.split_first()?;
        self.pending = rest;
        Some((*first, self.range.clone()))
    }

    /// The markup of Markdown that begins here.
    fn markdown(&mut self, rest: &str, c: char) -> Option<(usize, &'static [Token])> {
        if self.begins_line && c == '|' {
            self.is_row = true;
            let line = rest.split(['\n', '\r']).next().unwrap_or_default();
            let is_rule = line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
            return Some(if is_rule { (line.len(), NOTHING) } else { (1, NOTHING) });
        }
        match c {
            '|' if self.is_row => Some((1, &[Token::Column])),
            '*' if rest.starts_with("**") => Some((2, NOTHING)),
            _ => None,
        }
    }
}

impl Iterator for Markup<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some((first, rest)) = self.pending.split_first() {
            self.pending = rest;
            return Some((*first, self.range.clone()));
        }
        let rest = self.text.get(self.at..)?;
        let c = rest.chars().next()?;
        match c {
            // Before a line feed it is part of the line break, alone it is one.
            '\r' if rest.starts_with("\r\n") => return self.take(1, NOTHING),
            '\n' | '\r' => {
                (self.begins_line, self.is_row) = (true, false);
                return self.take(1, if self.is_cell { BREAK } else { &[Token::Line] });
            }
            '\u{c}' => return self.take(1, &[Token::Page]),
            '\t' => return self.take(1, &[Token::Column]),
            '#' | '＃' if self.begins_line && !self.is_cell => {
                let hashes = rest.len() - rest.trim_start_matches(['#', '＃']).len();
                return self.take(hashes, NOTHING);
            }
            '<' | '＜' => {
                if let Some((len, tokens)) = self.tag(rest) {
                    return self.take(len, tokens);
                }
            }
            '&' => {
                if let Some((entity, tokens)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
                    return self.take(entity.len(), tokens);
                }
            }
            '\\' if self.is_markdown => {
                if let Some(escaped) = rest.chars().nth(1).filter(char::is_ascii_punctuation) {
                    let start = self.at;
                    self.at += 1 + escaped.len_utf8();
                    self.begins_line = false;
                    return Some((Token::Char(escaped), start..self.at));
                }
            }
            _ => {}
        }
        if self.is_markdown {
            if let Some((len, tokens)) = self.markdown(rest, c) {
                self.begins_line = false;
                return self.take(len, tokens);
            }
        }
        self.begins_line &= c.is_whitespace();
        let start = self.at;
        self.at += c.len_utf8();
        Some((Token::Char(c), start..self.at))
    }
}
