//! What the tokens at an index are, and where the next of a kind is.

use alloc::string::String;
use core::ops::Range;

use super::words::{Kind, Role, Roles};
use super::{BRACKET, Reader, WORDS_BEFORE_TITLE};
use crate::value::width::fold;

impl Reader<'_> {
    pub(super) fn kind(&self, i: usize) -> Kind {
        if i < self.end { self.tokens.get(i).map_or(Kind::End, |token| token.kind) } else { Kind::End }
    }

    pub(super) fn roles(&self, i: usize) -> Roles {
        self.tokens.get(i).map_or(0, |token| token.roles)
    }

    pub(super) fn has_role(&self, i: usize, role: Roles) -> bool {
        self.roles(i) & role != 0
    }

    pub(super) fn is(&self, i: usize, kind: Kind) -> bool {
        self.kind(i) == kind
    }

    pub(super) fn is_blank(&self, i: usize) -> bool {
        matches!(self.kind(i), Kind::Blank(_))
    }

    pub(super) fn is_delimiter(&self, i: usize) -> bool {
        self.kind(i).is_delimiter(self.roles(i))
    }

    /// Where a token begins, in characters.
    pub(super) fn at(&self, i: usize) -> u32 {
        self.tokens.get(i).or(self.tokens.last()).map_or(0, |token| token.at)
    }

    /// The span of tokens, in characters.
    pub(super) fn span_of(&self, tokens: &Range<usize>) -> Range<usize> {
        self.at(tokens.start) as usize..self.at(tokens.end) as usize
    }

    /// Where a token begins, in bytes.
    pub(super) fn byte(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.text.len(), |token| token.byte as usize)
    }

    /// The span of tokens, in bytes.
    pub(super) fn bytes_of(&self, tokens: &Range<usize>) -> Range<usize> {
        self.byte(tokens.start)..self.byte(tokens.end)
    }

    /// The text before or after a token, or between two.
    pub(super) fn text(&self, tokens: Range<usize>) -> &str {
        self.text.get(self.bytes_of(&tokens)).unwrap_or_default()
    }

    /// The same, in half width.
    pub(super) fn folded(&self, tokens: Range<usize>) -> String {
        let text = self.text(tokens);
        let mut folded = String::with_capacity(text.len());
        folded.extend(text.chars().map(fold));
        folded
    }

    pub(super) fn skip_blanks(&self, i: usize) -> usize {
        if self.is_blank(i) { i + 1 } else { i }
    }

    /// Skips at most two blanks at `i`, because a line break may split a citation.
    pub(super) fn gap(&self, i: usize) -> usize {
        if matches!(self.kind(i), Kind::Blank(1 | 2)) { i + 1 } else { i }
    }

    /// The first token from `i` on that is not a word that precedes titles, and whether the last such word was 「に基づく」.
    pub(super) fn skip_before_title(&self, mut i: usize) -> (usize, bool) {
        let mut under = false;
        for _ in 0..WORDS_BEFORE_TITLE {
            if i >= self.end || !self.has_role(i, Role::BEFORE) {
                break;
            }
            under = self.has_role(i, Role::UNDER);
            i += 1;
        }
        (i, under)
    }

    /// The first token of this kind, at most `reach` characters after `i`.
    pub(super) fn find(&self, i: usize, kind: Kind, reach: u32) -> Option<usize> {
        let most = self.at(i).saturating_add(reach);
        (i..self.end).take_while(|at| self.at(*at) < most).find(|at| self.is(*at, kind))
    }

    /// The bracket that closes the one at `i`, at most [`BRACKET`] characters after it.
    pub(super) fn closing(&self, i: usize) -> Option<usize> {
        self.closing_within(i, BRACKET)
    }

    /// The bracket that closes the one at `i`, at most `reach` characters after it.
    pub(super) fn closing_within(&self, i: usize, reach: u32) -> Option<usize> {
        if !self.is(i, Kind::Open) {
            return None;
        }
        let most = self.at(i).saturating_add(reach);
        let mut depth = 0_usize;
        (i..self.end).take_while(|at| self.at(*at) < most).find(|at| {
            match self.kind(*at) {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
    }
}
