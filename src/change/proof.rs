//! The proof that two texts say the same: they differ only in notation, or in numbers of the law that changed.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write};

use chrono::NaiveDate;
use indexmap::IndexSet;

use crate::assessment::{Assessment, Bases, plain};
use crate::law::number::{is_kanji_numeral, value as numeral};
use crate::law::{Citation, Definitions, KnownLaw, Law, PairEvidence, Piece, Renumbering, StatutoryBasis, Table};
use crate::value::answer::{Answer, Entry, Given, Lines, Value};
use crate::value::names::name_key;
use crate::value::text::Text;
use crate::value::width::fold;

/// Why a change is formal (形式的な変更の根拠).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// Both versions cite the same provisions, which the law renumbered.
    Renumbering(Vec<Renumbered>),
    /// Only width, blanks, characters that are not seen, or the way a character is composed differ.
    Width,
    /// Only the notation differs: the numerals of a citation (第十九条, 第19条), ， and 、, or where lines are wrapped.
    Notation,
    /// Only the order differs: of a list of names, or of the parts of a list. The order of other lines is no proof.
    Order,
    /// Only a number that the document prints differs.
    Number,
    /// Nothing is answered in either version; only the mark for that differs (空欄, ―, なし).
    EmptyMark,
}

impl Proof {
    /// A stable code to store: `renumbering`, `width`, `notation`, `order`, `number` or `empty_mark`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Renumbering(_) => "renumbering",
            Self::Width => "width",
            Self::Notation => "notation",
            Self::Order => "order",
            Self::Number => "number",
            Self::EmptyMark => "empty_mark",
        }
    }
}

/// In Japanese: 「法令の条項番号の変更（番号法別表第一の30の項→番号法別表の44の項）」.
impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Renumbering(pairs) => {
                f.write_str("法令の条項番号の変更（")?;
                for (index, Renumbered { old, new, evidence: _ }) in pairs.iter().enumerate() {
                    write!(f, "{}{old}→{new}", if index > 0 { "、" } else { "" })?;
                }
                f.write_str("）")
            }
            Self::Width => f.write_str("全角・半角又は空白の違い"),
            Self::Notation => f.write_str("条項番号の数字、読点又は改行の違い"),
            Self::Order => f.write_str("記載の順序の違い"),
            Self::Number => f.write_str("記載に付した番号の違い"),
            Self::EmptyMark => f.write_str("記載なしの印の違い"),
        }
    }
}

/// How two cells of text differ only in notation; `None` if they may say different things. The lines of `is_names` are names in any order.
pub(super) fn of_lines(old: &Lines, new: &Lines, is_names: bool) -> Option<Proof> {
    let keys = |lines: &Lines, how: How| -> Vec<Line> { lines.iter().flat_map(|line| lines_of(line, how)).collect() };
    for (how, proof) in [(How::WIDTH, Proof::Width), (How::NOTATION, Proof::Notation)] {
        let (old, new) = (keys(old, how), keys(new, how));
        if is_same(&old, &new) {
            return Some(proof);
        }
        // The lines of a list are its entries, so they are never wrapped.
        if how == How::NOTATION && !is_names && is_rewrapped(&old, &new) {
            return Some(proof);
        }
        if is_names && is_reordered(&old, &new) {
            return Some(Proof::Order);
        }
    }
    is_same(&keys(old, How::MARKS), &keys(new, How::MARKS)).then_some(Proof::EmptyMark)
}

/// How two texts differ only in notation; `None` if they may say different things.
pub(super) fn of_texts(old: &str, new: &str) -> Option<Proof> {
    let is_alike = |how| is_same_key(&Key::of(old, how), &Key::of(new, how));
    if is_alike(How::WIDTH) {
        return Some(Proof::Width);
    }
    is_alike(How::NOTATION).then_some(Proof::Notation)
}

/// What is left out of account.
#[derive(Clone, Copy, PartialEq, Eq)]
struct How {
    notation: bool,
    marks: bool,
}

impl How {
    const WIDTH: Self = Self { notation: false, marks: false };
    const NOTATION: Self = Self { notation: true, marks: false };
    const MARKS: Self = Self { notation: true, marks: true };
}

/// A line as it is compared, with its heading.
struct Line {
    under: Option<Key>,
    text: Key,
}

/// The lines of a line of a cell: it may contain line feeds.
fn lines_of((under, text): (Option<&Text>, &Answer<Text>), how: How) -> Vec<Line> {
    let heading = || under.map(|under| Key::of(under.as_str(), how));
    let line = |text: Key| Line { under: heading(), text };
    match text {
        Answer::Given(text) => {
            let texts = text.as_str().lines().filter(|text| !text.trim().is_empty());
            texts.map(|text| line(Key::of(text, how))).collect()
        }
        Answer::Unanswered | Answer::Blank | Answer::Nothing(_) if how.marks => Vec::from([line(Key::mark('―'))]),
        Answer::Unanswered | Answer::Blank | Answer::Nothing(_) | Answer::NotKnown => {
            Vec::from([line(Key::mark(text.value().to_string().chars().next().unwrap_or(' ')))])
        }
    }
}

/// The characters of a text that are compared, and before which of them there is a blank.
struct Key {
    chars: Vec<char>,
    blanks: IndexSet<usize>,
}

impl Key {
    /// A mark instead of a text. No text begins with this character.
    fn mark(mark: char) -> Self {
        Self { chars: Vec::from(['\u{E000}', mark]), blanks: IndexSet::new() }
    }

    fn of(text: &str, how: How) -> Self {
        let mut key = Self { chars: Vec::new(), blanks: IndexSet::new() };
        let mut is_blank = false;
        for c in text.chars().filter(|c| !is_unseen(*c)).map(fold) {
            if c.is_whitespace() {
                is_blank = true;
                continue;
            }
            let c = full_kana(c);
            if let Some(last) = key.chars.last_mut() {
                if let Some(composed) = compose(*last, c) {
                    *last = composed;
                    is_blank = false;
                    continue;
                }
                if is_blank {
                    key.blank(c);
                }
            }
            is_blank = false;
            key.chars.push(c);
        }
        if how.notation { key.without_notation() } else { key }
    }

    /// A blank before `next`. Between two numbers or two words in letters it is a character of its own: 「別表1 2の項」 is not
    /// 「別表12の項」.
    fn blank(&mut self, next: char) {
        if self.chars.last().is_some_and(|last| is_joined(*last)) && is_joined(next) {
            self.chars.push(' ');
        } else {
            self.blanks.insert(self.chars.len());
        }
    }

    /// With 、 for ， and with the numerals of citations in digits.
    fn without_notation(&self) -> Self {
        let chars = &self.chars;
        let mut made = Self { chars: Vec::with_capacity(chars.len()), blanks: IndexSet::new() };
        let mut at = 0;
        while let Some(c) = chars.get(at).copied() {
            // There is no blank inside a numeral.
            if self.blanks.contains(&at) {
                made.blanks.insert(made.chars.len());
            }
            let run = chars.iter().skip(at).take_while(|c| is_kanji_numeral(**c)).count();
            if run > 0 {
                let numerals = chars.get(at..at + run).unwrap_or_default();
                match numeral(numerals).filter(|_| is_cited(&made.chars, chars.get(at + run).copied())) {
                    Some(number) => made.chars.extend(number.to_string().chars()),
                    None => made.chars.extend(numerals),
                }
                at += run;
                continue;
            }
            let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
            let is_in_number = is_digit(made.chars.last()) && is_digit(chars.get(at + 1));
            made.chars.push(if c == ',' && !is_in_number { '、' } else { c });
            at += 1;
        }
        made
    }
}

/// Whether two keys are the same. Blanks may be missing in one of them, but not be in other places: 「対象 外国民」 is not
/// 「対象外 国民」.
fn is_same_key(a: &Key, b: &Key) -> bool {
    a.chars == b.chars && (a.blanks.is_subset(&b.blanks) || b.blanks.is_subset(&a.blanks))
}

fn is_same_heading(a: Option<&Key>, b: Option<&Key>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same_key(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn is_same(a: &[Line], b: &[Line]) -> bool {
    let is_same =
        |(a, b): (&Line, &Line)| is_same_heading(a.under.as_ref(), b.under.as_ref()) && is_same_key(&a.text, &b.text);
    a.len() == b.len() && a.iter().zip(b).all(is_same)
}

/// The words of a name that point to another name of the list.
const POINTING: [&str; 10] = ["以下", "上記", "前記", "下記", "同上", "除く", "ただし", "のうち", "その他", "同"];

/// The words at the end or the beginning of a name that join it to its neighbor.
const JOINING: [&str; 4] = ["及び", "並びに", "又は", "若しくは"];

/// Whether two lists have the same names in another order.
fn is_reordered(a: &[Line], b: &[Line]) -> bool {
    let names = |lines: &[Line]| -> Option<Vec<Vec<char>>> {
        let name = |line: &Line| -> Option<Vec<char>> {
            let text: alloc::string::String = line.text.chars.iter().collect();
            let is_alone = !POINTING.iter().any(|word| text.contains(word))
                && !JOINING.iter().any(|word| text.starts_with(word) || text.ends_with(word));
            (line.under.is_none() && is_alone && !text.starts_with('\u{E000}')).then(|| line.text.chars.clone())
        };
        let mut names = lines.iter().map(name).collect::<Option<Vec<_>>>()?;
        let is_flat = names.windows(2).all(|pair| matches!(pair, [a, b] if rank(a) == rank(b)));
        names.sort_unstable();
        is_flat.then_some(names)
    };
    names(a).is_some_and(|a| names(b) == Some(a))
}

/// The rank of an office, by the end of its name; `None` for other names. 「福祉部」 above 「国保課」 is the name of one department
/// in two lines.
const fn rank(name: &[char]) -> Option<char> {
    match name {
        [.., '部' | '局' | '省' | '庁'] => Some('部'),
        [.., rank @ ('所' | '課' | '室' | '係' | '班')] => Some(*rank),
        [..] => None,
    }
}

/// The fewest characters of a line that is wrapped. A shorter one is an entry of a list.
const SHORTEST_WRAPPED: usize = 10;

/// Whether the lines below each heading are the same text, wrapped elsewhere.
fn is_rewrapped(a: &[Line], b: &[Line]) -> bool {
    let (a, b) = (groups(a), groups(b));
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            let (Some(first), Some(other)) = (a.first(), b.first()) else { return false };
            let (a, b) = (Joined::of(a), Joined::of(b));
            is_same_heading(first.under.as_ref(), other.under.as_ref())
                && is_same_key(&a.key, &b.key)
                && a.wraps.difference(&b.wraps).all(|wrap| a.soft.contains(wrap))
                && b.wraps.difference(&a.wraps).all(|wrap| b.soft.contains(wrap))
        })
}

/// The lines below one heading, one group after the other.
fn groups(lines: &[Line]) -> Vec<&[Line]> {
    lines.chunk_by(|a, b| is_same_heading(a.under.as_ref(), b.under.as_ref())).collect()
}

/// Lines as one text.
struct Joined {
    key: Key,
    /// Where its lines end.
    wraps: IndexSet<usize>,
    /// Where a line ends that can be the first part of a longer one.
    soft: IndexSet<usize>,
}

impl Joined {
    fn of(lines: &[Line]) -> Self {
        let key = Key { chars: Vec::new(), blanks: IndexSet::new() };
        let mut joined = Self { key, wraps: IndexSet::new(), soft: IndexSet::new() };
        let mut length = 0;
        for Line { text, .. } in lines {
            let chars = &mut joined.key.chars;
            if let (Some(last), Some(next)) = (chars.last().copied(), text.chars.first().copied()) {
                if is_joined(last) && is_joined(next) {
                    chars.push(' ');
                }
                joined.wraps.insert(chars.len());
                if length >= SHORTEST_WRAPPED && !begins_entry(next) {
                    joined.soft.insert(chars.len());
                }
            }
            length = text.chars.len();
            joined.key.blanks.extend(text.blanks.iter().map(|at| at + chars.len()));
            chars.extend(&text.chars);
        }
        joined
    }
}

/// Whether a line that begins so is an entry of a list.
const fn begins_entry(first: char) -> bool {
    first.is_ascii_digit()
        || matches!(first, '・' | '･' | '○' | '●' | '◎' | '■' | '□' | '◆' | '◇' | '※' | '-' | '*' | '\u{E000}')
        || matches!(first, '①'..='⑳' | 'ⅰ'..='ⅹ' | 'Ⅰ'..='Ⅻ' | '(' | '【' | '<')
}

/// Whether a blank between two of these characters separates what else would be one number or one word.
fn is_joined(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_kanji_numeral(c) || matches!(c, ',' | '.')
}

/// Whether a numeral after `before` is a number of a citation: 「第十九条」, 「第十九条の二第二項」, 「別表第一の三十の項」.
fn is_cited(before: &[char], next: Option<char>) -> bool {
    let is_end = next.is_none_or(|next| !next.is_alphanumeric() || matches!(next, '条' | '項' | '号' | 'の' | '第'));
    match before {
        [.., '第'] => true,
        [.., unit, 'の'] => is_end && (matches!(unit, '条' | '項' | '号' | '表') || unit.is_ascii_digit()),
        [..] => false,
    }
}

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

/// A citation that the law renumbered (項番の対応), with the evidence.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// The citation in the old version.
    pub old: Citation,
    /// The citation with its newer number.
    pub new: Citation,
    /// The evidence for the pair.
    pub evidence: PairEvidence,
}

/// Words between citations that mean nothing by themselves.
const BETWEEN: [&str; 12] = [
    "に基づく主務省令",
    "に基づく",
    "に基づき",
    "による",
    "における",
    "及び",
    "並びに",
    "、",
    "・",
    "，",
    "の項",
    "の",
];

/// What the bases of a document define for one another.
fn definitions(document: &Assessment) -> Definitions {
    let mut bases = Bases::default();
    document.walk(|field| bases.look_at(field));
    bases.read().1
}

/// Reads the bases of a document.
pub(crate) struct Reader<'a> {
    document: &'a Assessment,
    names: Option<Definitions>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(document: &'a Assessment) -> Self {
        Self { document, names: None }
    }

    fn read(&mut self, lines: &Lines) -> Read {
        // Reading all bases of a document is slow and seldom needed.
        let names = self.names.get_or_insert_with(|| definitions(self.document));
        let published = self.document.cover.published.given().map(|published| published.first_day());
        Read::of(&plain(lines), names, published)
    }

    /// The citations of a cell, in the newest numbers, each once.
    #[cfg(feature = "affair")]
    pub(crate) fn citations(&mut self, lines: &Lines) -> Vec<Citation> {
        self.read(lines).citations
    }

    /// A key of the bases, the same for old and new numbers; `None` if the answer is not given.
    pub(super) fn key(&mut self, entry: &dyn Entry) -> Option<String> {
        let Value::Given(Given::Lines(lines)) = entry.value() else { return None };
        let Read { citations, rest, .. } = self.read(lines);
        let mut key = String::new();
        for citation in &citations {
            // Writing to a string cannot fail.
            let _ = writeln!(key, "{citation}");
        }
        if citations.is_empty() {
            key.push_str(&rest);
        }
        Some(key)
    }
}

/// A text whose citations all have their newest numbers.
struct Read {
    /// In their order, each once.
    citations: Vec<Citation>,
    renumbered: Vec<Renumbered>,
    /// What is neither a citation nor a word between citations.
    rest: String,
    /// The citations and the rest in the order of the text: each citation as it prints, once if it is repeated.
    order: Vec<String>,
}

impl Read {
    /// Reads a text of this day.
    fn of(text: &str, names: &Definitions, day: Option<NaiveDate>) -> Self {
        let basis = StatutoryBasis::read_with(text, names);
        let mut read = Self { citations: Vec::new(), renumbered: Vec::new(), rest: String::new(), order: Vec::new() };
        let mut order: Vec<(Option<Citation>, String)> = Vec::new();
        for piece in basis.pieces() {
            match piece {
                Piece::Text(text) => {
                    let text = BETWEEN.iter().fold(name_key(text), |text, word| text.replace(word, ""));
                    read.rest.push_str(&text);
                    if !text.is_empty() {
                        order.push((None, text));
                    }
                }
                Piece::Citation(found, _) => {
                    let (newest, renumbered) = newest(&found.citation, day);
                    read.renumbered.extend(renumbered);
                    order.push((Some(newest.clone()), newest.to_string()));
                    read.citations.push(newest);
                }
            }
        }
        read.citations.sort_unstable();
        read.citations.dedup();
        // 第2条の表 belongs to the order under 第19条第8号, whether or not the text mentions that provision.
        if read.citations.iter().any(|one| one.table_row().is_some_and(|row| row.table() == Table::Provision)) {
            read.citations.retain(|one| !is_linkage(one));
            order.retain(|(citation, _)| citation.as_ref().is_none_or(|one| !is_linkage(one)));
        }
        order.dedup();
        read.order = order.into_iter().map(|(_, text)| text).collect();
        read
    }

    /// Whether two texts cite the same. Other words between the citations can refer to one of them (「を除く。」), so the order
    /// counts if there are any.
    fn says_the_same(&self, other: &Self) -> bool {
        let is_list = self.rest.is_empty() && other.rest.is_empty();
        if is_list { self.citations == other.citations } else { self.order == other.order }
    }
}

/// A citation of this day with its newest number, and the renumbering if there was one.
fn newest(citation: &Citation, day: Option<NaiveDate>) -> (Citation, Option<Renumbered>) {
    match day.map_or_else(|| citation.renumbered(), |day| citation.renumbered_as_of(day)) {
        Renumbering::Newer(new, evidence) => (new.clone(), Some(Renumbered { old: citation.clone(), new, evidence })),
        Renumbering::Older(..)
        | Renumbering::NoSuccessor
        | Renumbering::NoPredecessor
        | Renumbering::Uncertain
        | Renumbering::NoSuchRow(_)
        | Renumbering::DependsOnDay
        | Renumbering::NotEvidenced
        | Renumbering::Untouched => (citation.clone(), None),
    }
}

/// Whether a citation is 番号法第19条第8号 itself, or the whole order made under it.
fn is_linkage(citation: &Citation) -> bool {
    let is_order = citation.law() == Some(&Law::Known(KnownLaw::MyNumberProvisionOrder));
    (is_order && citation.locator().place().is_none()) || citation.to_string() == "番号法第19条第8号"
}

/// The renumbered citations, if the two texts do not differ in anything else.
pub(super) fn renumbering(
    (before, old): (&Lines, &mut Reader<'_>),
    (after, new): (&Lines, &mut Reader<'_>),
) -> Option<Vec<Renumbered>> {
    let before = old.read(before);
    if before.renumbered.is_empty() {
        return None;
    }
    let after = new.read(after);
    let is_same = before.says_the_same(&after);
    let mut renumbered = before.renumbered;
    // A number that the new version still has was not renumbered there.
    renumbered.retain(|pair| !after.renumbered.iter().any(|kept| kept.old == pair.old));
    (!renumbered.is_empty() && is_same).then_some(renumbered)
}
