//! Makes characters equal that text recognition and PDF extractors confuse. Only for comparing labels: texts keep their
//! characters.

/// The characters with which this one is compared; none for a blank.
pub(super) fn fold(c: char) -> impl Iterator<Item = char> {
    let (text, one) = match c {
        'Ⅰ' => ("I", None),
        'Ⅱ' => ("II", None),
        'Ⅲ' => ("III", None),
        'Ⅳ' => ("IV", None),
        'Ⅴ' => ("V", None),
        'Ⅵ' => ("VI", None),
        c => ("", one(c)),
    };
    text.chars().chain(one)
}

fn one(c: char) -> Option<char> {
    let c = match c {
        '〔' | '［' => '[',
        '〕' | '］' => ']',
        '〇' | '●' | '◯' | '☑' | '✓' | '✔' => '○',
        '―' | '—' | '–' | '−' | '‐' | '－' | '─' => '-',
        '｢' => '「',
        '｣' => '」',
        '〈' | '＜' => '<',
        '〉' | '＞' => '>',
        '～' | '〜' => '~',
        '･' => '・',
        '□' | '☐' => return None,
        c => narrow(c),
    };
    (!c.is_whitespace() && !c.is_control()).then_some(c)
}

/// A full-width character of ASCII in its usual width.
pub(super) fn narrow(c: char) -> char {
    let ascii = u32::from(c).checked_sub(0xFEE0).filter(|_| ('\u{FF01}'..='\u{FF5E}').contains(&c));
    ascii.and_then(char::from_u32).unwrap_or(c)
}

/// The folded characters of a string.
pub(super) fn folded(text: &str) -> alloc::vec::Vec<char> {
    text.chars().flat_map(fold).collect()
}
