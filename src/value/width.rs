//! Makes full-width and half-width characters equal when numbers, dates, labels and citations are read.
//!
//! The folding is our own and small (U+FF01-U+FF5E, U+FF61-U+FF65 and U+3000). NFKC would also change names (㈱, ①,
//! U+FA19). Stored text is never folded.

use alloc::string::String;
use core::ops::Range;

/// Folds a full-width ASCII character or blank to half width, and a half-width Japanese punctuation mark to full width.
/// Every other character stays as it is.
pub(crate) const fn fold(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(folded) => folded,
            None => c,
        },
        '\u{FF61}' => '。',
        '\u{FF62}' => '「',
        '\u{FF63}' => '」',
        '\u{FF64}' => '、',
        '\u{FF65}' => '・',
        _ => c,
    }
}

/// The characters of `text` that distinguish labels: folded, without blanks and thousands separators.
pub(crate) fn label_key(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).filter(|c| !c.is_whitespace() && *c != ',')
}

/// Whether two labels differ at most in width, blanks and thousands separators.
pub(crate) fn same_label(a: &str, b: &str) -> bool {
    label_key(a).eq(label_key(b))
}

/// The content between the brackets of a cell: 「[ 実施する ]」, 「［　実施する　］」. Without brackets, the whole string.
pub(crate) fn unbracketed(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix(['[', '［']).and_then(|text| text.strip_suffix([']', '］']));
    inner.map_or(text, str::trim)
}

/// The number that a form prints before a choice (「3） １万人以上10万人未満」), and what follows it.
///
/// A printed number consists of digits only, without a sign or a leading zero. Anything else before a parenthesis is
/// part of the wording and gives `None`.
pub(crate) fn split_number(text: &str) -> Option<(u8, &str)> {
    let (number, rest) = text.split_once([')', '）'])?;
    let digits: String = number.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
    if digits.starts_with('0') || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// The string in half width and without blanks. `None` if there is a blank between two digits: 「令和 1 2年」 may mean the
/// year 12, or be a mistake of the writer or of text recognition.
pub(crate) fn without_blanks(text: &str) -> Option<String> {
    let mut key = String::new();
    let mut blank = false;
    for c in text.chars().map(fold) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && c.is_ascii_digit() && key.ends_with(|last: char| last.is_ascii_digit()) {
            return None;
        }
        blank = false;
        key.push(c);
    }
    Some(key)
}

/// Characters that are not seen and do nothing in Japanese.
pub(crate) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The half-width kana from U+FF66 in full width.
const KANA: [char; 56] = [
    'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー', 'ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク',
    'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ', 'テ', 'ト', 'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ',
    'フ', 'ヘ', 'ホ', 'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
];

/// A half-width kana in full width, and its marks for the voiced and half-voiced sound as the marks that [`compose`] reads.
pub(crate) fn full_kana(c: char) -> char {
    match c {
        '\u{FF66}'..='\u{FF9D}' => {
            let index = u32::from(c) - 0xFF66;
            usize::try_from(index).ok().and_then(|index| KANA.get(index)).map_or(c, |full| *full)
        }
        '\u{FF9E}' => '\u{3099}',
        '\u{FF9F}' => '\u{309A}',
        _ => c,
    }
}

/// A kana with a mark for the voiced (U+3099) or half-voiced sound (U+309A), as one character.
pub(crate) fn compose(kana: char, mark: char) -> Option<char> {
    let voiced = match (mark, kana) {
        ('\u{3099}', 'ウ') => return Some('ヴ'),
        ('\u{3099}', 'う') => return Some('ゔ'),
        ('\u{3099}', c)
            if "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ".contains(c) =>
        {
            1
        }
        ('\u{309A}', c) if "はひふへほハヒフヘホ".contains(c) => 2,
        _ => return None,
    };
    char::from_u32(u32::from(kana) + voiced)
}

/// The characters of a text by which a repetition of it is found, whatever its width, kana, blanks and line breaks: folded, kana in
/// full width, without blanks. Each has the range of bytes that it is written in.
pub(crate) fn bare(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let seen = text.char_indices().map(|(at, c)| (full_kana(fold(c)), at..at + c.len_utf8()));
    let mut seen = seen.filter(|(c, _)| !c.is_whitespace() && !is_unseen(*c)).peekable();
    core::iter::from_fn(move || {
        let (c, range) = seen.next()?;
        let composed = seen.peek().and_then(|(mark, of_mark)| Some((compose(c, *mark)?, range.start..of_mark.end)));
        if composed.is_some() {
            seen.next();
        }
        Some(composed.unwrap_or((c, range)))
    })
}
