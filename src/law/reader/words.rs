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

/// The vocabulary besides the names of laws.
const VOCABULARY: &[Word] = {
    use Kind as K;
    use Role as r;
    &[
        word("第", K::Ordinal, 0),
        word("条", K::Article, 0),
        word("項", K::Paragraph, 0),
        word("号", K::Item, 0),
        word("表", K::Table, 0),
        word("別表", K::AppendedTable, 0),
        word("附則", K::Supplementary, 0),
        word("様式", K::Form, 0),
        word("別記様式", K::Form, 0),
        word("別記", K::Form, 0),
        word("の", K::Of, r::BEFORE | r::PARTICLE),
        word("項番", K::RowMark, 0),
        word("番", K::ShortRowMark, 0),
        word("関係", K::Concerns, 0),
        word("第一欄", K::Column(1), 0),
        word("第二欄", K::Column(2), 0),
        word("第三欄", K::Column(3), 0),
        word("第四欄", K::Column(4), 0),
        word("前段", K::Limb, 0),
        word("後段", K::Limb, 0),
        word("本文", K::Limb, 0),
        word("ただし書", K::Limb, 0),
        word("ただし書き", K::Limb, 0),
        word("各号", K::Limb, 0),
        word("各号列記以外の部分", K::Limb, 0),
        word("柱書", K::Limb, 0),
        word("柱書き", K::Limb, 0),
        word("中", K::In, 0),
        // Words with a unit or a numeral in them that is none.
        word("条文", K::Text, 0),
        word("条件", K::Text, 0),
        word("条約", K::Text, 0),
        word("項目", K::Text, 0),
        word("番号", K::Text, 0),
        word("一部", K::Text, 0),
        // After the title of a law whose parts are amended.
        word("目次", K::Word, 0),
        word("題名", K::Word, 0),
        // Separators and ranges.
        word("、", K::And, r::PUNCTUATION),
        word("・", K::And, r::PUNCTUATION),
        word("及び", K::And, r::BEFORE | r::IN_LONG),
        word("並びに", K::And, r::BEFORE | r::IN_LONG),
        word("又は", K::And, r::BEFORE | r::OR),
        word("若しくは", K::And, r::BEFORE | r::OR),
        word("および", K::And, r::BEFORE | r::IN_LONG),
        word("ならびに", K::And, r::BEFORE | r::IN_LONG),
        word("または", K::And, r::BEFORE | r::OR),
        word("もしくは", K::And, r::BEFORE | r::OR),
        word("と", K::And, r::BEFORE),
        word("から", K::Range, 0),
        word("〜", K::Range, 0),
        word("ないし", K::Range, 0),
        word("乃至", K::Range, 0),
        word("まで", K::Until, 0),
        // Words that lead from one citation to the next, or to a title.
        word("の規定による", K::Through, r::BEFORE | r::OUTSIDE),
        word("の規定により", K::Through, r::BEFORE | r::OUTSIDE),
        word("の規定に基づく", K::Through, r::BEFORE | r::OUTSIDE),
        word("の規定に基づき", K::Word, r::BEFORE | r::OUTSIDE),
        word("において準用する", K::Through, r::BEFORE | r::IN_LONG),
        word("において読み替えて準用する", K::Word, r::BEFORE | r::IN_LONG),
        word("に規定する", K::Through, r::BEFORE | r::IN_LONG),
        word("に基づく", K::Through, r::BEFORE | r::UNDER | r::GOES_ON),
        word("に基づき", K::Through, r::BEFORE),
        word("による", K::Through, r::BEFORE),
        word("により", K::Through, r::BEFORE),
        word("において", K::Word, r::BEFORE | r::IN_LONG),
        word("における", K::Regarding, r::BEFORE | r::IN_LONG),
        word("についての", K::Word, r::BEFORE),
        word("当該", K::Word, r::BEFORE),
        word("は", K::Word, r::BEFORE | r::PARTICLE),
        word("が", K::Word, r::BEFORE | r::PARTICLE),
        word("で", K::Word, r::BEFORE | r::PARTICLE),
        word("に", K::Word, r::BEFORE | r::PARTICLE),
        word("を", K::Word, r::PARTICLE),
        word("に係る", K::Word, r::BEFORE | r::PARTICLE),
        word("改正前の", K::Word, r::OUTSIDE),
        word("改正後の", K::Word, r::OUTSIDE),
        word("廃止前の", K::Word, r::OUTSIDE),
        word("とされた", K::Word, r::OUTSIDE),
        word("行う", K::Word, r::IN_LONG),
        word("する", K::Word, r::IN_LONG),
        word("した", K::Word, r::IN_LONG),
        word("定める", K::Word, r::IN_LONG),
        word("のうち", K::Word, r::IN_LONG),
        word("に関する", K::Word, r::LONG),
        word("ための", K::Word, r::LONG),
        word("を改正する", K::Word, r::LONG),
        word("等の一部を改正する", K::Word, r::LONG | r::GOES_ON),
        word("の一部を改正する", K::Word, r::LONG | r::GOES_ON),
        word("この", K::Word, r::THIS),
        word("その", K::Word, r::THIS),
        word("これ", K::Word, r::THIS),
        word("それ", K::Word, r::THIS),
        // Other versions of a law.
        word("旧", K::Version, 0),
        word("新", K::Version, 0),
        word("改正", K::Version, 0),
        word("改正前", K::Version, r::AMENDED),
        word("改正後", K::Version, r::AMENDED),
        // References to what precedes or follows.
        word("同法", K::Same(Same::Act), r::BEFORE | r::TITLE | r::ACT),
        word("同条例", K::Same(Same::Ordinance), r::BEFORE | r::TITLE),
        word("同規則", K::Same(Same::Ordinance), r::BEFORE | r::TITLE),
        word("同令", K::Same(Same::Order), r::BEFORE),
        word("同命令", K::Same(Same::Order), r::BEFORE | r::TITLE),
        word("同省令", K::Same(Same::Order), r::BEFORE | r::TITLE),
        word("同主務省令", K::Same(Same::Order), r::BEFORE | r::TITLE),
        word("同条", K::Same(Same::Article), 0),
        word("同項", K::Same(Same::Paragraph), 0),
        word("同号", K::Same(Same::Item), 0),
        word("同表", K::Same(Same::Table), 0),
        word("前条", K::Relative, 0),
        word("前項", K::Relative, 0),
        word("前号", K::Relative, 0),
        word("次条", K::Relative, 0),
        word("次項", K::Relative, 0),
        word("次号", K::Relative, 0),
        word("前各項", K::Relative, 0),
        word("前各号", K::Relative, 0),
        word("前", K::Before, 0),
        word("以前", K::Text, 0),
        // The ends of titles.
        word("法", K::Suffix, r::TITLE | r::ACT),
        word("法律", K::Suffix, r::TITLE | r::ACT | r::ACT_IN_FULL | r::NUMBERED),
        word("条例", K::Suffix, r::TITLE | r::NUMBERED),
        word("規則", K::Suffix, r::TITLE | r::NUMBERED),
        word("細則", K::Suffix, r::TITLE),
        word("命令", K::Suffix, r::TITLE),
        word("省令", K::Suffix, r::TITLE | r::NUMBERED),
        word("府令", K::Suffix, r::TITLE | r::NUMBERED),
        word("政令", K::Suffix, r::TITLE | r::NUMBERED),
        word("勅令", K::Word, r::NUMBERED),
        word("告示", K::Word, r::NUMBERED),
        word("規程", K::Suffix, r::TITLE),
        word("要綱", K::Suffix, r::TITLE),
        word("指針", K::Suffix, r::TITLE),
        word("に関する基準", K::Suffix, r::TITLE | r::LONG),
        word("施行令", K::Suffix, r::TITLE | r::UNDER_ACT | r::GOES_ON),
        word("施行規則", K::Suffix, r::TITLE | r::UNDER_ACT | r::NUMBERED | r::GOES_ON),
        word("施行細則", K::Suffix, r::TITLE | r::UNDER_ACT | r::GOES_ON),
        word("施行", K::Word, r::GOES_ON),
        word("主務省令", K::Ministry, r::TITLE | r::NUMBERED),
        // Short titles of Acts with a word in them that only long ones contain.
        word("麻薬及び向精神薬取締法", K::Word, r::TITLE | r::ACT),
        word("毒物及び劇物取締法", K::Word, r::TITLE | r::ACT),
        word("外国為替及び外国貿易法", K::Word, r::TITLE | r::ACT),
        // The only Act whose title is hiragana and 法. Any other 法 after hiragana is a short name that the text defines:
        // 「変更を加えた後速やかに法第28条第1項」.
        word("あへん法", K::Word, r::TITLE | r::ACT),
        // A title that begins like a particle.
        word("がん", K::Text, 0),
        // Words that end like a law but are not laws.
        word("方法", K::Text, 0),
        word("手法", K::Text, 0),
        word("技法", K::Text, 0),
        word("用法", K::Text, 0),
        word("療法", K::Text, 0),
        word("作法", K::Text, 0),
        word("寸法", K::Text, 0),
        word("文法", K::Text, 0),
        word("違法", K::Text, 0),
        word("各法", K::Text, 0),
        // 医療法人 is not under 医療法.
        word("法人", K::Text, 0),
        // The numbers of laws.
        word("明治", K::Era, 0),
        word("大正", K::Era, 0),
        word("昭和", K::Era, 0),
        word("平成", K::Era, 0),
        word("令和", K::Era, 0),
        word("年法律第", K::ActNumber { first_year: false }, r::NUMBERED),
        word("元年法律第", K::ActNumber { first_year: true }, r::NUMBERED),
        // What a text says about a row.
        word("については", K::About, 0),
        word("未制定", K::Absent(Absence::NotEnacted), 0),
        word("無し", K::Absent(Absence::Nothing), 0),
        word("なし", K::Absent(Absence::Nothing), 0),
        word("以下", K::Hereafter, 0),
        word("以後", K::Hereafter, 0),
        // Numerals and letters.
        word("〇", K::Numeral, 0),
        word("一", K::Numeral, 0),
        word("二", K::Numeral, 0),
        word("三", K::Numeral, 0),
        word("四", K::Numeral, 0),
        word("五", K::Numeral, 0),
        word("六", K::Numeral, 0),
        word("七", K::Numeral, 0),
        word("八", K::Numeral, 0),
        word("九", K::Numeral, 0),
        word("十", K::Numeral, 0),
        word("百", K::Numeral, 0),
        word("千", K::Numeral, 0),
        word("イ", K::Letter(0), 0),
        word("ロ", K::Letter(1), 0),
        word("ハ", K::Letter(2), 0),
        word("ニ", K::Letter(3), 0),
        word("ホ", K::Letter(4), 0),
        word("ヘ", K::Letter(5), 0),
        word("ト", K::Letter(6), 0),
        word("チ", K::Letter(7), 0),
        word("リ", K::Letter(8), 0),
        word("ヌ", K::Letter(9), 0),
        // Punctuation.
        word("「", K::Quote, 0),
        word("『", K::Quote, 0),
        word("」", K::Unquote, 0),
        word("』", K::Unquote, 0),
        word("【", K::Heading, 0),
        word("】", K::HeadingEnd, 0),
        word("。", K::Mark, 0),
        word("〔", K::Mark, 0),
        word("〕", K::Mark, 0),
        word("〈", K::Mark, 0),
        word("〉", K::Mark, 0),
        word("※", K::Mark, 0),
        word("…", K::Mark, 0),
        word("―", K::Mark, 0),
        word("●", K::Mark, 0),
        word("→", K::Mark, 0),
        word("⇒", K::Mark, 0),
        word("➡", K::Mark, 0),
    ]
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
