//! Turns a text into tokens, once. The reader looks only at the tokens.

use alloc::vec::Vec;

use super::words::{Kind, Role, Roles, Word, beginning_with, begins_word, roles_of_title};
use crate::law::names::{Definitions, match_wrapped};
use crate::law::number::{self, LONGEST};
use crate::value::width::fold;

/// A word, number, mark or run of other characters. It ends where the next token begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) roles: Roles,
    /// Where it begins, in characters.
    pub(super) at: u32,
    /// Where it begins, in bytes.
    pub(super) byte: u32,
}

/// A text longer than that is not read to its end.
const LONGEST_TEXT: u32 = 0xFFFF_FF00;

/// Appends the tokens of `text` from the position of `start` on, and an [`End`](Kind::End).
pub(super) fn lex(text: &str, start: (u32, u32), names: &Definitions, tokens: &mut Vec<Token>) {
    let (mut at, mut byte) = start;
    // Every character may be a token, and most take three bytes.
    tokens.reserve((text.len() - byte as usize) / 3 + 2);
    let first_of_names = names.names.iter().fold(0_u64, |bits, (name, _)| bits | bit(name.chars().next()));
    let mut chars = text.get(byte as usize..).unwrap_or_default().chars();
    let mut in_text = false;
    loop {
        let rest = chars.as_str();
        let Some(first) = chars.next() else { break };
        if byte > LONGEST_TEXT {
            break;
        }
        let is_japanese = ('\u{3001}'..'\u{FF00}').contains(&first);
        if is_japanese && !begins_word(first) && first_of_names & bit(Some(first)) == 0 {
            if !core::mem::replace(&mut in_text, true) {
                tokens.push(Token { kind: Kind::Text, roles: 0, at, byte });
            }
            at += 1;
            byte += 3;
            continue;
        }
        let c = if is_japanese { first } else { fold(first) };
        let mut found = Piece { kind: Kind::Text, roles: 0, bytes: first.len_utf8(), characters: 1 };
        if c.is_ascii() {
            found = ascii(rest, c, found.bytes);
        } else {
            word(rest, c, chars.clone().next(), &mut found);
            if c <= '\u{3000}' {
                other(rest, c, &mut found);
            }
        }
        if first_of_names & bit(Some(c)) != 0 {
            defined(rest, c, names, &mut found);
        }
        match found.kind {
            Kind::Numeral => found = numeral(rest),
            // A letter of a word is part of the text.
            Kind::Letter(_) if in_text || is_katakana(chars.clone().next()) => found.kind = Kind::Text,
            _ => {}
        }
        let was_text = core::mem::replace(&mut in_text, found.kind == Kind::Text);
        if !(was_text && in_text) {
            tokens.push(Token { kind: found.kind, roles: found.roles, at, byte });
        }
        at += found.characters;
        if found.characters > 1 {
            chars = rest.get(found.bytes..).unwrap_or_default().chars();
        }
        byte += u32::try_from(found.bytes).unwrap_or_default();
    }
    tokens.push(Token { kind: Kind::End, roles: 0, at, byte });
}

/// What was found at the start of the rest of the text.
struct Piece {
    kind: Kind,
    roles: Roles,
    bytes: usize,
    characters: u32,
}

fn bit(c: Option<char>) -> u64 {
    c.map_or(0, |c| 1 << (u32::from(c) % 64))
}

fn ascii(rest: &str, c: char, bytes: usize) -> Piece {
    let (kind, roles) = match c {
        '0'..='9' => return digits(rest),
        '(' => (Kind::Open, 0),
        ')' => (Kind::Close, 0),
        ',' => (Kind::And, Role::PUNCTUATION),
        '~' => (Kind::Range, Role::PUNCTUATION),
        ':' => (Kind::Colon, 0),
        c if c.is_whitespace() => return blank(rest),
        c if c.is_ascii_punctuation() => (Kind::Mark, 0),
        _ => (Kind::Text, 0),
    };
    Piece { kind, roles, bytes, characters: 1 }
}

fn blank(rest: &str) -> Piece {
    let (mut bytes, mut characters) = (0, 0);
    for c in rest.chars().take(255).take_while(|c| c.is_whitespace()) {
        bytes += c.len_utf8();
        characters += 1;
    }
    Piece { kind: Kind::Blank(u8::try_from(characters).unwrap_or(u8::MAX)), roles: 0, bytes, characters }
}

/// Characters before U+3000 that are rare in Japanese.
fn other(rest: &str, c: char, found: &mut Piece) {
    if c.is_whitespace() {
        *found = blank(rest);
    } else if ('①'..='⑳').contains(&c) {
        found.kind = Kind::Mark;
    }
}

/// The longest word or name of a law.
fn word(rest: &str, c: char, second: Option<char>, found: &mut Piece) {
    let mut folded = None;
    // The longest comes first.
    for word in beginning_with(c).iter().filter(|word| word.first == c) {
        let (bytes, characters) = if word.text.len() == 3 {
            // Of one character, which was compared in either width.
            (found.bytes, 1)
        } else if !can_be_second(*folded.get_or_insert_with(|| second.map_or(' ', fold)), word) {
            continue;
        } else if let Kind::Name(_) = word.kind {
            let Some(found) = match_wrapped(rest, word.text) else { continue };
            found
        } else if rest.starts_with(word.text) {
            // Every character of the vocabulary takes three bytes.
            (word.text.len(), u32::try_from(word.text.len() / 3).unwrap_or_default())
        } else {
            continue;
        };
        if !is_part_of_word(word.text, word.kind, rest, bytes) {
            *found = Piece { kind: word.kind, roles: word.roles, bytes, characters };
            return;
        }
    }
}

/// Whether a word can go on with this character. A blank may be within a name.
fn can_be_second(second: char, word: &Word) -> bool {
    word.second == second || second.is_whitespace()
}

/// 同条 of 同条件, 項番 of 項番号法, 医療法 of 医療法人: the end of the word belongs to the next one.
fn is_part_of_word(text: &str, kind: Kind, rest: &str, bytes: usize) -> bool {
    let after = match kind {
        Kind::Article
        | Kind::Paragraph
        | Kind::Same(_)
        | Kind::Relative
        | Kind::RowMark
        | Kind::Name(_)
        | Kind::Defined(_) => rest.get(bytes..).unwrap_or_default(),
        _ => return false,
    };
    match kind {
        Kind::Name(_) | Kind::Defined(_) if text.ends_with('法') => {
            // A line break may be within 法人. 「介護保険法令」 are several laws, but the year of a law may follow its name.
            after.strip_prefix('\n').unwrap_or(after).starts_with('人')
                || (after.starts_with('令') && !after.starts_with("令和"))
        }
        Kind::Article | Kind::Same(_) | Kind::Relative if text.ends_with('条') => {
            after.starts_with(['文', '例', '件', '約'])
        }
        Kind::Paragraph | Kind::Same(_) | Kind::Relative if text.ends_with('項') => after.starts_with('目'),
        Kind::RowMark => after.starts_with("号法") || after.starts_with("号利用法"),
        _ => false,
    }
}

/// A name that the text defines, if no longer word begins here.
fn defined(rest: &str, c: char, names: &Definitions, found: &mut Piece) {
    for (index, (name, _)) in names.names.iter().enumerate().filter(|(_, (name, _))| name.starts_with(c)) {
        let Some((bytes, characters)) = match_wrapped(rest, name) else { continue };
        let kind = Kind::Defined(u8::try_from(index).unwrap_or(u8::MAX));
        if bytes >= found.bytes && !is_part_of_word(name, kind, rest, bytes) {
            *found = Piece { kind, roles: roles_of_title(name), bytes, characters };
        }
    }
}

fn is_katakana(c: Option<char>) -> bool {
    matches!(c, Some('ァ'..='ヺ' | 'ー'))
}

/// Kanji numerals: 百三十六.
fn numeral(rest: &str) -> Piece {
    let mut numeral = ['0'; LONGEST + 1];
    let mut count = 0;
    for c in rest.chars().take_while(|c| number::is_kanji_numeral(*c)) {
        if let Some(slot) = numeral.get_mut(count) {
            *slot = c;
        }
        count += 1;
    }
    number_of(&numeral, count, count * 3, count)
}

/// Digits in either width. A line break may occur between two of them.
fn digits(rest: &str) -> Piece {
    let mut digits = ['0'; LONGEST + 1];
    let (mut count, mut bytes, mut characters) = (0, 0, 0);
    let mut chars = rest.chars();
    let mut is_broken = false;
    while let Some(c) = chars.next() {
        let digit = fold(c);
        if digit.is_ascii_digit() {
            if let Some(slot) = digits.get_mut(count) {
                *slot = digit;
            }
            count += 1;
        } else if c == '\n' && !is_broken && chars.clone().next().is_some_and(|after| fold(after).is_ascii_digit()) {
            is_broken = true;
        } else {
            break;
        }
        bytes += c.len_utf8();
        characters += 1;
    }
    number_of(&digits, count, bytes, characters)
}

fn number_of(numeral: &[char], count: usize, bytes: usize, characters: usize) -> Piece {
    let value = numeral.get(..count).filter(|numeral| numeral.len() <= LONGEST).and_then(number::value);
    let characters = u32::try_from(characters).unwrap_or_default();
    Piece { kind: Kind::Number(value.unwrap_or_default()), roles: 0, bytes, characters }
}
