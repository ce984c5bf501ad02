//! Full-width and half-width forms read the same in numbers, dates, labels and citations.
//!
//! The fold is our own and small (U+FF01-U+FF5E and U+3000): NFKC would also rewrite names (㈱, ①, U+FA19), and is never
//! applied to text that is stored.

/// The half-width form of a full-width ASCII character or blank; every other character is itself.
pub(crate) const fn fold(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(folded) => folded,
            None => c,
        },
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
