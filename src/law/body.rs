//! Bodies as the tables name them: which bodies a cell lists, and which names include others.

use alloc::string::String;

use crate::value::names::name_chars;

/// A collective name, a name that it includes, and whether it includes every body of that name.
type Among = (&'static str, &'static str, bool);

/// From the definitions in 第2条の表: 共済組合等 in row 1, 医療保険者 in row 2, 都道府県知事等 in row 13. A municipality is a 医療保険者 only in
/// its affair of 国民健康保険. Of the 町村長, only those who run a welfare office belong to 都道府県知事等. 市長 includes the 区長 of a
/// special ward (rows 1 and 13).
const DEFINED: [Among; 16] = [
    ("共済組合等", "日本私立学校振興・共済事業団", true),
    ("共済組合等", "国家公務員共済組合連合会", true),
    ("共済組合等", "地方公務員共済組合", true),
    ("共済組合等", "全国市町村職員共済組合連合会", true),
    ("医療保険者", "全国健康保険協会", true),
    ("医療保険者", "健康保険組合", true),
    ("医療保険者", "日本私立学校振興・共済事業団", true),
    ("医療保険者", "共済組合", true),
    ("医療保険者", "国民健康保険組合", true),
    ("医療保険者", "市町村長", false),
    ("共済組合", "国家公務員共済組合", true),
    ("共済組合", "地方公務員共済組合", true),
    ("都道府県知事等", "都道府県知事", true),
    ("都道府県知事等", "市長", true),
    ("都道府県知事等", "市町村長", false),
    ("市長", "特別区の区長", true),
];

/// Judged only by the words: other names that rows use for the head of a prefecture or municipality.
const CALLED: [Among; 11] = [
    ("市町村長", "市長", true),
    ("市町村長", "町村長", true),
    ("市町村長", "市町村", true),
    ("市長", "市の長", true),
    ("市長", "広島市長", true),
    ("市長", "長崎市長", true),
    ("都道府県知事", "都道府県の長", true),
    ("認定地方公共団体の長", "都道府県知事", false),
    ("認定地方公共団体の長", "市町村長", false),
    ("特区地方公共団体の長", "都道府県知事", false),
    ("特区地方公共団体の長", "市町村長", false),
];

/// The names that a name includes directly.
fn among(whole: &str) -> impl Iterator<Item = &'static Among> {
    DEFINED.iter().chain(&CALLED).filter(move |(of, ..)| *of == whole)
}

/// Any body can be one of these (番号法第2条第15項).
const ANYBODY: &str = "行政機関の長等";

/// The names that the definitions of the table include.
pub(super) fn members() -> impl Iterator<Item = &'static str> {
    DEFINED.iter().map(|(_, member, _)| *member)
}

/// The name without blanks and without text in brackets: 「全国健康保険協会（船員保険）」 is 全国健康保険協会.
pub(crate) fn key(named: &str) -> String {
    let mut depth = 0_u32;
    let outside = name_chars(named).filter(|c| {
        let was_outside = depth == 0;
        match c {
            '(' | '（' => depth = depth.saturating_add(1),
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => return was_outside,
        }
        false
    });
    outside.collect()
}

/// Whether `whole` is `part` or includes it; `Some(false)` if it includes it only in some cases.
pub(super) fn includes(whole: &str, part: &str) -> Option<bool> {
    if whole == part {
        return Some(true);
    }
    let found = among(whole).filter_map(|(_, member, always)| Some(includes(member, part)? && *always));
    found.max()
}

/// Whether two names may refer to the same body.
fn may_be_one(one: &str, other: &str) -> bool {
    let share = || among(one).any(|(_, member, _)| includes(other, member).is_some());
    one == ANYBODY || includes(one, other).is_some() || includes(other, one).is_some() || share()
}

/// The bodies that a cell lists with 又は, 若しくは, 及び or 、, without the clauses that describe them.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(cell);
    let parts = core::iter::from_fn(move || {
        let (part, after) = first_part(rest?);
        rest = after;
        Some(part)
    });
    parts.map(|part| described(part).0).filter(|part| !part.is_empty())
}

/// The text before the first separator, and the text after it.
fn first_part(cell: &str) -> (&str, Option<&str>) {
    for (at, _) in cell.char_indices().filter(|(_, c)| matches!(c, '、' | '又' | '若' | '及')) {
        let (part, from) = cell.split_at(at);
        if let Some(after) = ["、", "又は", "若しくは", "及び"].iter().find_map(|word| from.strip_prefix(word))
        {
            return (part, Some(after));
        }
    }
    (cell, None)
}

/// The body in 「…に規定する後期高齢者医療広域連合」, and whether the clause restricts which of these bodies are meant. 「に規定する」 only says
/// where they are defined.
pub(super) fn described(part: &str) -> (&str, bool) {
    // Every clause has hiragana in it, most names have none.
    if !part.chars().any(|c| matches!(c, 'ぁ'..='ん')) {
        return (part, false);
    }
    let clauses = ["に規定する", "する", "である", "を行う", "を得た"];
    // From the end, since the last clause counts. If two clauses end at the same position, the first one is longer.
    for (at, c) in part.char_indices().rev().filter(|(_, c)| matches!(c, 'ぁ'..='ん')) {
        let (before, after) = part.split_at(at + c.len_utf8());
        if let Some(clause) = clauses.iter().find(|clause| before.ends_with(**clause)) {
            return (after, *clause != "に規定する");
        }
    }
    (part, false)
}

/// Whether a cell describes a role and names no body: 「…の支給を行うこととされている者」.
pub(super) fn is_role(cell: &str) -> bool {
    cell.ends_with("こととされている者")
}

/// Whether the bodies of a row may be those that a document names. `None` if the document names a body that has no row.
pub(super) fn agree(row: &str, named: &[&str], is_known: impl Fn(&str) -> bool) -> Option<bool> {
    let agrees = parts(row).any(|body| named.iter().any(|name| may_be_one(body, name)));
    if agrees { Some(true) } else { named.iter().all(|name| is_known(name)).then_some(false) }
}
