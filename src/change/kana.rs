//! How one text can be spelled: half-width kana, composed characters, characters that are not seen.

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
