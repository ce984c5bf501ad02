//! Full-width and half-width forms read the same in numbers, dates, labels and citations.
//!
//! The fold is our own and small (U+FF01-U+FF5E, U+FF61-U+FF65 and U+3000): NFKC would also rewrite names (㈱, ①, U+FA19),
//! and is never applied to text that is stored.

use alloc::string::String;

/// The half-width form of a full-width ASCII character or blank, and the full-width form of a half-width Japanese
/// punctuation mark; every other character is itself.
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

/// The characters of `text` that tell labels apart: folded, without blanks and thousands separators.
pub(crate) fn label_key(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).filter(|c| !c.is_whitespace() && *c != ',')
}

/// Whether two labels are the same but for width, blanks and thousands separators.
pub(crate) fn same_label(a: &str, b: &str) -> bool {
    label_key(a).eq(label_key(b))
}

/// What a cell of the form says between its brackets: 「[ 実施する ]」, 「［　実施する　］」. Without brackets, all of it.
pub(crate) fn unbracketed(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix(['[', '［']).and_then(|text| text.strip_suffix([']', '］']));
    inner.map_or(text, str::trim)
}

/// The number that a form prints before a choice (「3） １万人以上10万人未満」), and what stands after it.
///
/// A printed number has digits alone, without a sign or a leading zero; anything else before a parenthesis belongs to the
/// wording, and is `None`.
pub(crate) fn split_number(text: &str) -> Option<(u8, &str)> {
    let (number, rest) = text.split_once([')', '）'])?;
    let digits: String = number.chars().map(fold).filter(|c| !c.is_whitespace()).collect();
    if digits.starts_with('0') || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// The text in half width and without blanks. `None` where a blank stands between two digits: 「令和 1 2年」 may mean the
/// year 12, or be a slip of the pen or of text recognition.
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
