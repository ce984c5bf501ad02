//! The words of the grammar: what each means in a citation, and what it says about the title of a law beside it.

use crate::law::found::Absence;
use crate::law::names::{NAMED, NAMES};

/// What a token is. A word that means nothing in a citation by itself is a [`Word`](Kind::Word).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The end of the text, or of the bracket that is being read.
    End,
    /// Any other characters.
    Text,
    /// Any other word, of which only the roles matter.
    Word,
    /// This many blanks and line breaks (at most 255).
    Blank(u8),
    /// A number; zero if it is none of 1 to 9,999.
    Number(u16),
    /// イ to ヌ, by position.
    Letter(u8),
    /// A character of a kanji numeral. The lexer makes a [`Number`](Kind::Number) of them.
    Numeral,
    /// 第
    Ordinal,
    /// 条
    Article,
    /// 項
    Paragraph,
    /// 号
    Item,
    /// 表
    Table,
    /// 別表
    AppendedTable,
    /// 附則
    Supplementary,
    /// 様式, 別記様式, 別記
    Form,
    /// の
    Of,
    /// 項番
    RowMark,
    /// 番
    ShortRowMark,
    /// 関係
    Concerns,
    /// 前段, ただし書: a part of a provision that has no number.
    Limb,
    /// 中: in what was cited, something is amended.
    In,
    /// 、 or 及び: between the members of a list.
    And,
    /// から
    Range,
    /// まで
    Until,
    /// に基づく: the citation before leads to the next one.
    Through,
    /// 同法, 同項
    Same(Same),
    /// 前項, 次条
    Relative,
    /// 前 of 前二項
    Before,
    /// 法, 条例, 施行令: the end of a title.
    Suffix,
    /// 主務省令
    Ministry,
    /// 旧, 改正: another version of the law after it.
    Version,
    /// 平成
    Era,
    /// 年法律第, or 元年法律第
    ActNumber { first_year: bool },
    /// 第一欄 to 第四欄
    Column(u8),
    /// については
    About,
    /// 未制定, 無し
    Absent(Absence),
    /// における
    Regarding,
    /// 以下
    Hereafter,
    /// A name of a law, as an index into [`NAMES`].
    Name(u16),
    /// A name that the text defines, as an index.
    Defined(u8),
    /// (
    Open,
    /// )
    Close,
    /// 「
    Quote,
    /// 」
    Unquote,
    /// 【
    Heading,
    /// 】
    HeadingEnd,
    /// :
    Colon,
    /// Any other punctuation.
    Mark,
}

/// What 同 refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Same {
    /// 同法
    Act,
    /// 同条例, 同規則
    Ordinance,
    /// 同令, 同命令, 同省令, 同主務省令
    Order,
    /// 同条
    Article,
    /// 同項
    Paragraph,
    /// 同号
    Item,
    /// 同表
    Table,
}

impl Kind {
    /// Whether no title contains it.
    pub(super) const fn is_delimiter(self, roles: Roles) -> bool {
        match self {
            Self::Open
            | Self::Close
            | Self::Quote
            | Self::Unquote
            | Self::Heading
            | Self::HeadingEnd
            | Self::Colon
            | Self::Mark => true,
            Self::And | Self::Range => roles & Role::PUNCTUATION != 0,
            _ => false,
        }
    }
}

/// What a word says about a title beside it: a set of [`Role`]s.
pub(super) type Roles = u16;

/// The roles of words in and beside titles.
pub(super) struct Role;

impl Role {
    /// It may precede a title but is not part of it.
    pub(super) const BEFORE: Roles = 1;
    /// No title contains it. A title may begin after it.
    pub(super) const OUTSIDE: Roles = 1 << 1;
    /// Joins two things, the second of which may be a law. No Act has it in its title, but ordinances do: 「財産の取得又は処分に
    /// 関する条例」.
    pub(super) const OR: Roles = 1 << 2;
    /// Only titles with 「…に関する法律」 and the like contain it.
    pub(super) const IN_LONG: Roles = 1 << 3;
    /// Long titles contain it.
    pub(super) const LONG: Roles = 1 << 4;
    /// No short title of an Act (「母子保健法」) contains it.
    pub(super) const PARTICLE: Roles = 1 << 5;
    /// Refers to a law without naming it: 「この規則第5条」.
    pub(super) const THIS: Roles = 1 << 6;
    /// The title of a law may end with it.
    pub(super) const TITLE: Roles = 1 << 7;
    /// It ends with 法 or 法律.
    pub(super) const ACT: Roles = 1 << 8;
    /// It ends with 法律.
    pub(super) const ACT_IN_FULL: Roles = 1 << 9;
    /// A title under an Act: 施行令.
    pub(super) const UNDER_ACT: Roles = 1 << 10;
    /// The number of a law may follow, after 第: 平成27年条例第30号.
    pub(super) const NUMBERED: Roles = 1 << 11;
    /// How a title can continue after the name of a law that is part of it.
    pub(super) const GOES_ON: Roles = 1 << 12;
    /// 「に基づく」
    pub(super) const UNDER: Roles = 1 << 13;
    /// A separator or range that is punctuation.
    pub(super) const PUNCTUATION: Roles = 1 << 14;
    /// 改正前, 改正後 after an article: it begins the name of another version of a law.
    pub(super) const AMENDED: Roles = 1 << 15;
}

/// A word of the vocabulary.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) first: char,
    /// The second character; the first if there is none.
    pub(super) second: char,
    pub(super) text: &'static str,
    pub(super) kind: Kind,
    pub(super) roles: Roles,
}

const fn word(text: &'static str, kind: Kind, roles: Roles) -> Word {
    let second = if text.len() > 3 { char_at(text, 3) } else { char_at(text, 0) };
    Word { first: char_at(text, 0), second, text, kind, roles }
}

/// Makes a list of words. A row is `kind, roles => words;`.
macro_rules! vocabulary {
    ($($kind:expr, $roles:expr => $($text:literal)+;)+) => {
        &[$($(word($text, $kind, $roles)),+),+]
    };
}

/// The vocabulary besides the names of laws.
const VOCABULARY: &[Word] = {
    use Kind as K;
    use Role as r;
    vocabulary! {
        K::Ordinal, 0 => "第";
        K::Article, 0 => "条";
        K::Paragraph, 0 => "項";
        K::Item, 0 => "号";
        K::Table, 0 => "表";
        K::AppendedTable, 0 => "別表";
        K::Supplementary, 0 => "附則";
        K::Form, 0 => "様式" "別記様式" "別記";
        K::Of, r::BEFORE | r::PARTICLE => "の";
        K::RowMark, 0 => "項番";
        K::ShortRowMark, 0 => "番";
        K::Concerns, 0 => "関係";
        K::Column(1), 0 => "第一欄"; K::Column(2), 0 => "第二欄"; K::Column(3), 0 => "第三欄"; K::Column(4), 0 => "第四欄";
        K::Limb, 0 => "前段" "後段" "本文" "ただし書" "ただし書き" "各号" "各号列記以外の部分" "柱書" "柱書き";
        K::In, 0 => "中";
        // Words with a unit or a numeral in them that is none.
        K::Text, 0 => "条文" "条件" "条約" "項目" "番号" "一部";
        // After the title of a law whose parts are amended.
        K::Word, 0 => "目次" "題名";
        // Separators and ranges.
        K::And, r::PUNCTUATION => "、" "・";
        K::And, r::BEFORE | r::IN_LONG => "及び" "並びに" "および" "ならびに";
        K::And, r::BEFORE | r::OR => "又は" "若しくは" "または" "もしくは";
        K::And, r::BEFORE => "と";
        K::Range, 0 => "から" "〜" "ないし" "乃至";
        K::Until, 0 => "まで";
        // Words that lead from one citation to the next, or to a title.
        K::Through, r::BEFORE | r::OUTSIDE => "の規定による" "の規定により" "の規定に基づく";
        K::Word, r::BEFORE | r::OUTSIDE => "の規定に基づき";
        K::Through, r::BEFORE | r::IN_LONG => "において準用する" "に規定する";
        K::Word, r::BEFORE | r::IN_LONG => "において読み替えて準用する" "において";
        K::Through, r::BEFORE | r::UNDER | r::GOES_ON => "に基づく";
        K::Through, r::BEFORE => "に基づき" "による" "により";
        K::Regarding, r::BEFORE | r::IN_LONG => "における";
        K::Word, r::BEFORE => "についての" "当該";
        K::Word, r::BEFORE | r::PARTICLE => "は" "が" "で" "に" "に係る";
        K::Word, r::PARTICLE => "を";
        K::Word, r::OUTSIDE => "改正前の" "改正後の" "廃止前の" "とされた";
        K::Word, r::IN_LONG => "行う" "する" "した" "定める" "のうち";
        K::Word, r::LONG => "に関する" "ための" "を改正する";
        K::Word, r::LONG | r::GOES_ON => "等の一部を改正する" "の一部を改正する";
        K::Word, r::THIS => "この" "その" "これ" "それ";
        // Other versions of a law.
        K::Version, 0 => "旧" "新" "改正";
        K::Version, r::AMENDED => "改正前" "改正後";
        // References to what precedes or follows.
        K::Same(Same::Act), r::BEFORE | r::TITLE | r::ACT => "同法";
        K::Same(Same::Ordinance), r::BEFORE | r::TITLE => "同条例" "同規則";
        K::Same(Same::Order), r::BEFORE => "同令";
        K::Same(Same::Order), r::BEFORE | r::TITLE => "同命令" "同省令" "同主務省令";
        K::Same(Same::Article), 0 => "同条";
        K::Same(Same::Paragraph), 0 => "同項";
        K::Same(Same::Item), 0 => "同号";
        K::Same(Same::Table), 0 => "同表";
        K::Relative, 0 => "前条" "前項" "前号" "次条" "次項" "次号" "前各項" "前各号";
        K::Before, 0 => "前";
        K::Text, 0 => "以前";
        // The ends of titles.
        K::Suffix, r::TITLE | r::ACT => "法";
        K::Suffix, r::TITLE | r::ACT | r::ACT_IN_FULL | r::NUMBERED => "法律";
        K::Suffix, r::TITLE | r::NUMBERED => "条例" "規則" "省令" "府令" "政令";
        K::Suffix, r::TITLE => "細則" "命令" "規程" "要綱" "指針";
        K::Word, r::NUMBERED => "勅令" "告示";
        K::Suffix, r::TITLE | r::LONG => "に関する基準";
        K::Suffix, r::TITLE | r::UNDER_ACT | r::GOES_ON => "施行令" "施行細則";
        K::Suffix, r::TITLE | r::UNDER_ACT | r::NUMBERED | r::GOES_ON => "施行規則";
        K::Word, r::GOES_ON => "施行";
        K::Ministry, r::TITLE | r::NUMBERED => "主務省令";
        // Short titles of Acts with a word in them that only long ones contain.
        K::Word, r::TITLE | r::ACT => "麻薬及び向精神薬取締法" "毒物及び劇物取締法" "外国為替及び外国貿易法";
        // The only Act whose title is hiragana and 法. Any other 法 after hiragana is a short name that the text defines:
        // 「変更を加えた後速やかに法第28条第1項」.
        K::Word, r::TITLE | r::ACT => "あへん法";
        // A title that begins like a particle.
        K::Text, 0 => "がん";
        // Words that end like a law but are not laws.
        K::Text, 0 => "方法" "手法" "技法" "用法" "療法" "作法" "寸法" "文法" "違法" "各法";
        // 医療法人 is not under 医療法.
        K::Text, 0 => "法人";
        // The numbers of laws.
        K::Era, 0 => "明治" "大正" "昭和" "平成" "令和";
        K::ActNumber { first_year: false }, r::NUMBERED => "年法律第";
        K::ActNumber { first_year: true }, r::NUMBERED => "元年法律第";
        // What a text says about a row.
        K::About, 0 => "については";
        K::Absent(Absence::NotEnacted), 0 => "未制定";
        K::Absent(Absence::Nothing), 0 => "無し" "なし";
        K::Hereafter, 0 => "以下" "以後";
        // Numerals and letters.
        K::Numeral, 0 => "〇" "一" "二" "三" "四" "五" "六" "七" "八" "九" "十" "百" "千";
        K::Letter(0), 0 => "イ"; K::Letter(1), 0 => "ロ"; K::Letter(2), 0 => "ハ"; K::Letter(3), 0 => "ニ"; K::Letter(4), 0 => "ホ";
        K::Letter(5), 0 => "ヘ"; K::Letter(6), 0 => "ト"; K::Letter(7), 0 => "チ"; K::Letter(8), 0 => "リ"; K::Letter(9), 0 => "ヌ";
        // Punctuation.
        K::Quote, 0 => "「" "『";
        K::Unquote, 0 => "」" "』";
        K::Heading, 0 => "【";
        K::HeadingEnd, 0 => "】";
        K::Mark, 0 => "。" "〔" "〕" "〈" "〉" "※" "…" "―" "●" "→" "⇒" "➡";
    }
};

const COUNT: usize = VOCABULARY.len() + NAMED;

/// How many lists of words there are. The last bits of its first character choose the list of a word.
const LISTS: usize = 4_096;

const fn list_of(c: char) -> usize {
    c as usize % LISTS
}

/// The word at an index, in the order of the vocabulary and then of the names.
#[expect(clippy::cast_possible_truncation, reason = "there are fewer names")]
const fn any_word(at: usize) -> Word {
    if at < VOCABULARY.len() {
        return VOCABULARY[at];
    }
    let index = at - VOCABULARY.len();
    let text = NAMES[index].text;
    word(text, Kind::Name(index as u16), roles_of_title(text))
}

/// The first character of the word at an index.
const fn first_of_word(at: usize) -> char {
    if at < VOCABULARY.len() { VOCABULARY[at].first } else { char_at(NAMES[at - VOCABULARY.len()].text, 0) }
}

/// Where the words of each list end in [`WORDS`].
static ENDS: [u16; LISTS] = {
    let mut ends = [0; LISTS];
    let mut at = 0;
    while at < COUNT {
        ends[list_of(first_of_word(at))] += 1;
        at += 1;
    }
    let mut list = 1;
    while list < LISTS {
        ends[list] += ends[list - 1];
        list += 1;
    }
    ends
};

/// All words, list by list. The longest comes first in its list.
static WORDS: [Word; COUNT] = {
    let mut words = [VOCABULARY[0]; COUNT];
    let mut starts = ENDS;
    let mut at = 0;
    while at < COUNT {
        let word = any_word(at);
        let list = list_of(word.first);
        starts[list] -= 1;
        let mut place = starts[list] as usize;
        while place + 1 < ENDS[list] as usize && words[place + 1].text.len() > word.text.len() {
            words[place] = words[place + 1];
            place += 1;
        }
        words[place] = word;
        at += 1;
    }
    words
};

/// The lists that have a word, as bits.
static BEGUN: [u64; LISTS / 64] = {
    let mut bits = [0; LISTS / 64];
    let mut at = 0;
    while at < COUNT {
        let list = list_of(first_of_word(at));
        bits[list / 64] |= 1 << (list % 64);
        at += 1;
    }
    bits
};

/// Whether a word may begin with `c`.
pub(super) fn begins_word(c: char) -> bool {
    let list = list_of(c);
    BEGUN.get(list / 64).is_some_and(|bits| bits >> (list % 64) & 1 == 1)
}

/// The words whose first character may be `c`. Most characters of a text begin none.
pub(super) fn beginning_with(c: char) -> &'static [Word] {
    let list = list_of(c);
    let end = ENDS.get(list).copied().unwrap_or_default();
    let start = list.checked_sub(1).and_then(|list| ENDS.get(list)).copied().unwrap_or_default();
    WORDS.get(usize::from(start)..usize::from(end)).unwrap_or_default()
}

/// The ends of titles besides 法, and whether the number of such a law may follow.
const TITLES: [(&str, bool); 11] = [
    ("法律", true),
    ("条例", true),
    ("規則", true),
    ("細則", false),
    ("命令", false),
    ("省令", true),
    ("府令", true),
    ("政令", true),
    ("規程", false),
    ("要綱", false),
    ("指針", false),
];

/// What the name of a law, used as a word in a longer title, says about that title.
pub(super) const fn roles_of_title(name: &str) -> Roles {
    let mut roles = if ends_with(name, "施行令") { Role::TITLE } else { 0 };
    if ends_with(name, "法律") {
        roles = Role::TITLE | Role::ACT | Role::ACT_IN_FULL;
    } else if ends_with(name, "法") {
        roles = Role::TITLE | Role::ACT;
    }
    let mut at = 0;
    while at < TITLES.len() {
        let (end, is_numbered) = TITLES[at];
        if ends_with(name, end) {
            roles |= Role::TITLE | if is_numbered { Role::NUMBERED } else { 0 };
        }
        at += 1;
    }
    roles
}

/// `str::ends_with` for constants.
const fn ends_with(text: &str, end: &str) -> bool {
    let (text, end) = (text.as_bytes(), end.as_bytes());
    if end.len() > text.len() {
        return false;
    }
    let mut at = 0;
    while at < end.len() {
        if text[text.len() - end.len() + at] != end[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The character at a byte of a word: a kanji, kana or mark (three bytes of UTF-8), or a digit.
const fn char_at(word: &str, byte: usize) -> char {
    let bytes = word.as_bytes();
    if bytes[byte] < 0x80 {
        return bytes[byte] as char;
    }
    let (first, second, third) = (bytes[byte] as u32, bytes[byte + 1] as u32, bytes[byte + 2] as u32);
    match char::from_u32(((first & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F)) {
        Some(c) => c,
        None => '法',
    }
}
