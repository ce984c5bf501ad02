//! 名称: compares names of parties, systems, files and bodies.
//!
//! The same company or file is often written in different ways within one document: full-width or half-width, with or
//! without blanks, 「㈱甲」 or 「株式会社甲」. Names are stored as written and compared by a key: half-width and without blanks;
//! for a body with its legal form written out; for a file without the number before it. A key never replaces the stored
//! name.
//!
//! ```
//! use std::collections::BTreeSet;
//! use mynumber_pia::value::names::PartyKey;
//!
//! let entrustees = ["㈱甲", "（株）甲", "株式会社　甲", "株式会社乙"];
//! let parties: BTreeSet<PartyKey> = entrustees.into_iter().map(PartyKey::of).collect();
//! assert_eq!(parties.len(), 2);
//! ```

use alloc::string::String;

use indexmap::{IndexMap, IndexSet};

use super::width::fold;

/// The key of a name.
pub(crate) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    // What is kept as it is, is copied at once.
    let mut rest = name;
    while let Some(at) = rest.find(|c| !is_kept(c)) {
        let (kept, from) = rest.split_at(at);
        key.push_str(kept);
        let mut chars = from.chars();
        key.extend(chars.next().map(fold).filter(|c| !c.is_whitespace()));
        rest = chars.as_str();
    }
    key.push_str(rest);
    key
}

/// Whether a character is neither folded nor blank. Most characters of a name are Japanese.
const fn is_kept(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{D7FF}')
}

/// Whether two names differ at most in width and blanks.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    a == b || name_chars(a).eq(name_chars(b))
}

/// The characters of a name that are compared.
pub(crate) fn name_chars(name: &str) -> impl DoubleEndedIterator<Item = char> {
    let kept = |c: char| if is_kept(c) { Some(c) } else { Some(fold(c)).filter(|c| !c.is_whitespace()) };
    name.chars().filter_map(kept)
}

/// Abbreviations of legal forms before or after a name, in half width.
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

/// The key for comparing parties (名寄せのキー): two names with the same key are one party.
///
/// The key is the name in half width and without blanks, with its legal form written out. It is not meant to be shown.
///
/// ```
/// use mynumber_pia::value::names::PartyKey;
///
/// assert_eq!(PartyKey::of("株式会社日立システムズ"), PartyKey::of("株式会社　日立システムズ"));
/// assert_eq!(PartyKey::of("㈱甲"), PartyKey::of("（株）甲"));
/// assert_ne!(PartyKey::of("㈱甲"), PartyKey::of("甲㈱"));
/// ```
#[doc(alias = "名寄せのキー")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyKey(String);

impl PartyKey {
    /// The key of a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self(body_key(name))
    }

    /// The key as a string, for your own maps and databases.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The key of a body, with its legal form written out: 「㈱甲」 becomes 「株式会社甲」.
pub(crate) fn body_key(name: &str) -> String {
    let key = name_key(name);
    if !key.contains(['(', '㈱', '㍿', '㈲', '㈳', '㈶']) {
        return key;
    }
    BODIES.iter().fold(key, |key, (short, long)| if key.contains(short) { key.replace(short, long) } else { key })
}

/// The names of the prefectures (都道府県).
#[rustfmt::skip]
const PREFECTURES: [&str; 47] = [
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県",
    "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県",
    "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県",
    "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県",
    "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
];

/// The key of an assessing body (評価実施機関), split after the name of its prefecture if a city, ward, town or village follows it:
/// 「埼玉県川口市長」 is 埼玉県 and 川口市長. 「埼玉県知事」 is a body of the prefecture, and not split.
pub(crate) fn split_prefecture(key: &str) -> (Option<&'static str>, &str) {
    // Bodies of several municipalities, such as 市町村職員共済組合.
    const SEVERAL: [&str; 3] = ["市町村", "区市町村", "町村"];
    let split = PREFECTURES.iter().find_map(|prefecture| Some((*prefecture, key.strip_prefix(prefecture)?)));
    let is_municipal = |rest: &str| {
        let mut chars = rest.chars();
        chars.next();
        chars.any(|c| matches!(c, '市' | '区' | '町' | '村'))
            && !SEVERAL.iter().any(|several| rest.starts_with(several))
    };
    match split {
        Some((prefecture, rest)) if is_municipal(rest) => (Some(prefecture), rest),
        Some(_) | None => (None, key),
    }
}

/// Whether two names of assessing bodies are names of one body: only one of them may name its prefecture (埼玉県川口市長, 川口市長).
pub(crate) fn same_body(a: &str, b: &str) -> bool {
    let (a, b) = (body_key(a), body_key(b));
    let ((a_prefecture, a), (b_prefecture, b)) = (split_prefecture(&a), split_prefecture(&b));
    a == b && (a_prefecture.is_none() || b_prefecture.is_none() || a_prefecture == b_prefecture)
}

/// The key of a file. A number before the name is ignored.
pub(crate) fn file_key(name: &str) -> String {
    name_key(unnumbered(name))
}

/// The keys of a string that names one or more files: of the whole string and of each name.
pub(crate) fn file_keys(names: &str) -> impl Iterator<Item = String> {
    core::iter::once(names).chain(single_names(names)).map(file_key)
}

/// The names in a string that may list several: 「甲ファイル、乙ファイル」.
pub(crate) fn single_names(names: &str) -> impl Iterator<Item = &str> {
    names.split(['、', '，', ',', '\n']).map(str::trim).filter(|name| !name.is_empty())
}

/// A name without the number before it: 「（１）国保資格ファイル」, 「①国保資格ファイル」, 「１．国保資格ファイル」, 「１　国保資格ファイル」.
///
/// A year or a count belongs to the name: 「2号被保険者ファイル」, 「2023 年度健診ファイル」, 「1.5歳児健診ファイル」.
pub(crate) fn unnumbered(name: &str) -> &str {
    let name = name.trim_start();
    if let Some(name) = name.strip_prefix(|c| matches!(c, '①'..='⑳')) {
        return name;
    }
    if let Some(rest) = name.strip_prefix(['(', '（']) {
        return without_number(rest).and_then(|rest| rest.strip_prefix([')', '）'])).unwrap_or(name);
    }
    let Some(after) = without_number(name) else { return name };
    let Some(rest) = after.strip_prefix(|c| matches!(fold(c), '.' | ')' | ' ')) else { return name };
    let is_counted = match after.chars().next().map(fold) {
        Some(' ') => counts(rest),
        Some('.') => without_number(rest).is_some_and(counts),
        Some(_) | None => false,
    };
    if is_counted { name } else { rest }
}

/// The text after a number that can count the files of an assessment: it has at most three digits, so it is not a year.
fn without_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c| fold(c).is_ascii_digit());
    let digits = text.get(..text.len() - rest.len())?.chars().count();
    (1..=3).contains(&digits).then_some(rest)
}

/// The words that make a year or a count of the number before them, with the words that only begin like them.
const COUNTED: [(&str, &[&str]); 20] = [
    ("年", &["年金", "年齢", "年末", "年次", "年報", "年間"]),
    ("月", &["月例", "月次", "月報", "月額"]),
    ("日", &["日本", "日常", "日程", "日報"]),
    ("か月", &[]),
    ("カ月", &[]),
    ("ヵ月", &[]),
    ("ヶ月", &[]),
    ("ケ月", &[]),
    ("箇月", &[]),
    ("週", &["週報"]),
    ("歳", &["歳入", "歳出"]),
    ("才", &[]),
    ("号", &[]),
    ("回", &["回答", "回線", "回収", "回覧"]),
    ("期", &["期日", "期限", "期間"]),
    ("次", &["次世代", "次期"]),
    ("人", &["人事", "人口", "人材", "人権"]),
    ("名", &["名簿", "名寄", "名称", "名義"]),
    ("件", &["件名", "件数"]),
    ("種", &["種別", "種類", "種目"]),
];

/// Whether the text, which follows a number, begins with a word that makes a year or a count of it.
fn counts(text: &str) -> bool {
    let text = text.trim_start();
    COUNTED.iter().any(|(word, others)| text.starts_with(word) && !others.iter().any(|other| text.starts_with(other)))
}

/// Names to search for in texts, all at once. It is a tree of their characters, so that the time depends on the length
/// of names and texts, and not on their product.
pub(crate) struct Names<'n> {
    next: IndexMap<(usize, char), usize>,
    /// The name that ends at a node.
    ends: IndexMap<usize, &'n str>,
}

/// How many first characters of a name are compared. Longer names that have these in common count as one name, which
/// limits the size of the tree and the time for each character of a text.
const MOST: usize = 100;

pub(crate) fn cut(name: &str) -> &str {
    name.char_indices().nth(MOST).and_then(|(end, _)| name.get(..end)).unwrap_or(name)
}

impl<'n> Names<'n> {
    pub(crate) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let (mut next, mut ends) = (IndexMap::new(), IndexMap::new());
        for name in names.map(cut) {
            let node = name.chars().fold(0, |node, c| {
                let new = next.len() + 1;
                *next.entry((node, c)).or_insert(new)
            });
            ends.insert(node, name);
        }
        Self { next, ends }
    }

    /// The names that occur in at least one of the texts.
    pub(crate) fn within<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> IndexSet<&'n str> {
        let mut found = IndexSet::new();
        for text in texts {
            for (start, _) in text.char_indices() {
                let mut node = 0;
                for c in text.get(start..).unwrap_or_default().chars() {
                    let Some(next) = self.next.get(&(node, c)) else { break };
                    node = *next;
                    found.extend(self.ends.get(&node).copied());
                }
            }
        }
        found
    }
}
