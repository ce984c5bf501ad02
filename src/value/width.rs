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

/// What tells names apart: folded to half width, without blanks. Only ever compared, never stored in place of the name.
pub(crate) fn name_key(name: &str) -> String {
    name_chars(name).collect()
}

/// What tells names apart, as a number of 128 bits: enough that no two names of a document share one by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NameKey(u64, u64);

impl NameKey {
    /// Of one name, or of several that stand together.
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        // FNV-1a, from two beginnings.
        let mut key = Self(0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F);
        let mut take = |c: u32| {
            let Self(first, second) = key;
            let (first, second) = (first ^ u64::from(c), second ^ u64::from(c).rotate_left(17));
            key = Self(first.wrapping_mul(0x0000_0100_0000_01B3), second.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        };
        for name in names {
            name_chars(name).for_each(|c| take(c.into()));
            take(u32::MAX);
        }
        key
    }
}

/// Whether two names are the same but for width and blanks.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || name_chars(a).eq(name_chars(b))
}

/// The characters of a name that tell it from others.
pub(crate) fn name_chars(name: &str) -> impl DoubleEndedIterator<Item = char> {
    // Most characters are Japanese, and neither folded nor blank.
    let kept = |c: char| {
        if matches!(c, '\u{3001}'..='\u{D7FF}') { Some(c) } else { Some(fold(c)).filter(|c| !c.is_whitespace()) }
    };
    name.chars().filter_map(kept)
}

/// How the forms of a body are abbreviated before or behind its name, in half width.
const BODIES: [(&str, &str); 15] = [
    ("㈱", "株式会社"),
    ("㍿", "株式会社"),
    ("(株)", "株式会社"),
    ("㈲", "有限会社"),
    ("(有)", "有限会社"),
    ("(同)", "合同会社"),
    ("㈳", "社団法人"),
    ("(社)", "社団法人"),
    ("㈶", "財団法人"),
    ("(財)", "財団法人"),
    ("(一社)", "一般社団法人"),
    ("(一財)", "一般財団法人"),
    ("(公社)", "公益社団法人"),
    ("(公財)", "公益財団法人"),
    ("(福)", "社会福祉法人"),
];

/// What tells bodies apart: as [`name_key`], with the form of the body written out. 「㈱甲」 is 「株式会社甲」.
pub(crate) fn body_key(name: &str) -> String {
    let key = name_key(name);
    if !key.contains(['(', '㈱', '㍿', '㈲', '㈳', '㈶']) {
        return key;
    }
    BODIES.iter().fold(key, |key, (short, long)| if key.contains(short) { key.replace(short, long) } else { key })
}

/// Whether two labels are the same but for width, blanks and thousands separators.
pub(crate) fn same_label(a: &str, b: &str) -> bool {
    label_key(a).eq(label_key(b))
}

/// The number that a form prints before a choice (「3） １万人以上10万人未満」), and what stands behind it.
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
