//! Finds where the title of an unknown law begins in a sentence.

use crate::law::names::starts_with;

/// Words of a sentence that no title contains. A title may begin after them.
const NOT_IN_TITLES: [&str; 7] =
    ["の規定による", "の規定により", "の規定に基づく", "の規定に基づき", "改正前の", "廃止前の", "とされた"];

/// Words that join two things, the second of which may be a law. No Act has one in its title, but ordinances do:
/// 「財産の取得又は処分に関する条例」.
const OR: [&str; 4] = ["又は", "若しくは", "または", "もしくは"];

/// Words that only titles with 「…に関する法律」 and the like contain.
const ONLY_IN_LONG_TITLES: [&str; 11] =
    ["及び", "並びに", "および", "ならびに", "行う", "する", "した", "定める", "において", "における", "のうち"];

/// Short titles that contain one of those words nevertheless.
const WITH_AND: [&str; 6] = [
    "出入国管理及び難民認定法",
    "母子及び父子並びに寡婦福祉法",
    "母子及び寡婦福祉法",
    "麻薬及び向精神薬取締法",
    "毒物及び劇物取締法",
    "外国為替及び外国貿易法",
];

/// Words that long titles contain.
const LONG: [&str; 3] = ["に関する", "ための", "を改正する"];

/// The only Act whose title is hiragana and 法. Any other 法 after hiragana is a short name that the text defines:
/// 「変更を加えた後速やかに法第28条第1項」.
const HIRAGANA: &str = "あへん法";

/// Words that refer to a law without naming it: 「この規則第5条」.
const DEMONSTRATIVES: [&str; 4] = ["この", "その", "これ", "それ"];

/// Words before the name of a law that make it another version of that law, with other article numbers: 「旧国民健康保険法」.
pub(super) const OTHER_VERSIONS: [&str; 3] = ["旧", "新", "改正"];

/// Whether the words after `chars` are the end of a longer name: 「行政機関」 before 「個人情報保護法」.
pub(super) fn is_within_word(chars: &[char]) -> bool {
    let word = matches!(chars.last(), Some('一'..='鿿' | 'ァ'..='ヺ' | 'ー'));
    word && !OTHER_VERSIONS.iter().any(|version| ends_with(chars, version))
}

/// Whether `chars` ends with words of a sentence, so that a title can begin after them.
pub(super) fn is_after_words(chars: &[char]) -> bool {
    let goes_on = LONG.iter().any(|word| ends_with(chars, word));
    !goes_on && ends_with_one_of(chars, [&NOT_IN_TITLES, &OR, &ONLY_IN_LONG_TITLES])
}

/// The start of the title in `chars`, which end like a title: after the last word that it cannot contain. `None` for
/// 「この規則」, which names no law.
pub(super) fn title_start(chars: &[char]) -> Option<usize> {
    let is_act = ends_with(chars, "法") || ends_with(chars, "法律");
    if is_act
        && let [.., 'ぁ'..='ん', _] = chars
        && !ends_with(chars, HIRAGANA)
    {
        return Some(chars.len() - 1);
    }
    let is_long = ends_with(chars, "法律") || LONG.iter().any(|word| find(chars, word).is_some());
    let or: &[&str] = if is_act || !is_long { &OR } else { &[] };
    let short: &[&str] = if is_long { &[] } else { &ONLY_IN_LONG_TITLES };
    let is_start =
        |start: &usize| chars.get(..*start).is_some_and(|words| ends_with_one_of(words, [&NOT_IN_TITLES, or, short]));
    let last = WITH_AND.iter().find_map(|title| find(chars, title)).unwrap_or(chars.len().saturating_sub(1));
    let start = (1..=last).rev().find(is_start).unwrap_or(0);
    let title = chars.get(start..)?;
    (!DEMONSTRATIVES.iter().any(|word| starts_with(title, word))).then_some(start)
}

fn ends_with_one_of(chars: &[char], lists: [&[&str]; 3]) -> bool {
    // Every word in the lists ends with hiragana.
    matches!(chars.last(), Some('ぁ'..='ん')) && lists.into_iter().flatten().any(|word| ends_with(chars, word))
}

fn ends_with(chars: &[char], word: &str) -> bool {
    let mut chars = chars.iter().rev();
    word.chars().rev().all(|c| chars.next() == Some(&c))
}

fn find(chars: &[char], word: &str) -> Option<usize> {
    (0..chars.len()).find(|from| chars.get(*from..).is_some_and(|chars| starts_with(chars, word)))
}
