//! Makes full-width and half-width characters equal when numbers, dates, labels and citations are read.
//!
//! The folding is our own and small (U+FF01-U+FF5E, U+FF61-U+FF65 and U+3000). NFKC would also change names (㈱, ①,
//! U+FA19). Stored text is never folded.

use alloc::string::String;

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
