//! The tables of the law, compared row by row and pair by pair with the copies of their texts in `tests/data/law/`.

use crate::support::tsv;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use mynumber_pia::law::{
    Citation, KnownLaw, Law, Locator, Number, PairEvidence, Place, Renumbering, RowStatus, StatutoryBasis, Table,
    TableRow, Validity,
};

/// The rows of a file, without its header.
const FIRST: &str = include_str!("../data/law/appended-table-1-2019-10-01.tsv");
const SECOND: &str = include_str!("../data/law/appended-table-2-2019-10-01.tsv");
const APPENDED: [&str; 2] = [
    include_str!("../data/law/appended-table-2025-09-24.tsv"),
    include_str!("../data/law/appended-table-2026-07-17.tsv"),
];
const PROVISION: [&str; 2] = [
    include_str!("../data/law/order-article-2-table-2026-02.tsv"),
    include_str!("../data/law/order-article-2-table-2026-06-26.tsv"),
];
const ARTICLES: [&str; 2] =
    [include_str!("../data/law/order-articles.tsv"), include_str!("../data/law/order-articles-2026-06-26.tsv")];
const FIRST_PAIRS: &str = include_str!("../data/law/renumbering-table-1.tsv");
const SECOND_PAIRS: &str = include_str!("../data/law/renumbering-table-2.tsv");
const APPENDED_PAIRS: &str = include_str!("../data/law/rows-2025-09-to-2026-07.tsv");
const PROVISION_PAIRS: &str = include_str!("../data/law/order-rows-2026-02-to-2026-06.tsv");
const CHANGES: &str = include_str!("../data/law/change-dates.tsv");
const OTHER_DAYS: &str = include_str!("../data/law/rows-of-other-days.tsv");

/// Every file with the text of a table.
const TEXTS: [&str; 6] = [FIRST, SECOND, APPENDED[0], APPENDED[1], PROVISION[0], PROVISION[1]];

/// A row of a table as the files state it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Row {
    number: &'static str,
    article: &'static str,
    body: String,
    law: String,
    providers: Vec<String>,
    /// The bodies that the old row names as providers and the new row does not.
    dropped: Vec<String>,
    is_deleted: bool,
}

/// A copy of a table: the day of its text, the day of the copy of the order with the articles, and the rows.
struct Copy {
    day: &'static str,
    articles: &'static str,
    rows: Vec<Row>,
}

/// The copies of the four tables in the order of `Table`.
fn copies() -> [Vec<Copy>; 4] {
    let row = |number, body, affair| {
        let is_deleted = body == "削除";
        let (body, law) = if is_deleted { Default::default() } else { (body_name(body), title(affair)) };
        Row { number, body, law, is_deleted, ..Row::default() }
    };
    let old = |rows: &'static str, pairs: &'static str, articles| {
        let (rows, pairs) = (tsv(rows), tsv(pairs));
        assert_eq!(rows.len(), pairs.len());
        let rows = rows.iter().zip(pairs).map(|(cells, pair)| {
            assert_eq!(cells[0], pair[0]);
            let dropped = pair.get(6).map(|bodies| list(bodies)).unwrap_or_default();
            Row { article: pair[4], dropped, ..row(cells[0], cells[1], cells[2]) }
        });
        vec![Copy { day: "2019-10-01", articles, rows: rows.collect() }]
    };
    let appended = |copy: usize, day, of_articles| {
        let articles = articles(copy);
        let rows = tsv(APPENDED[copy]).into_iter().map(|cells| Row {
            article: articles.get(cells[0]).copied().unwrap_or_default(),
            ..row(cells[0], cells[1], cells[2])
        });
        Copy { day, articles: of_articles, rows: rows.collect() }
    };
    let provision = |copy: usize, day| {
        let rows = tsv(PROVISION[copy]).into_iter().map(|cells| Row {
            article: cells[1],
            providers: list(cells[4]),
            ..row(cells[0], cells[2], cells[3])
        });
        Copy { day, articles: day, rows: rows.collect() }
    };
    [
        old(FIRST, FIRST_PAIRS, "2019-10-01"),
        old(SECOND, SECOND_PAIRS, "2019-12-26"),
        vec![appended(0, "2025-09-24", "2026-02-08"), appended(1, "2026-07-17", "2026-06-26")],
        vec![provision(0, "2026-02-08"), provision(1, "2026-06-26")],
    ]
}

/// The articles of the order on 別表, by the number of the row.
fn articles(copy: usize) -> BTreeMap<&'static str, &'static str> {
    tsv(ARTICLES[copy]).iter().map(|cells| (cells[0], cells[1])).collect()
}

/// Every row of every copy.
fn rows() -> Vec<Row> {
    copies().into_iter().flatten().flat_map(|copy| copy.rows).collect()
}

/// A row as long as it was the same: when it was seen, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Life {
    /// The last day on which the number did not have it.
    absent: String,
    first: String,
    last: String,
    /// The first day on which the number no longer had it.
    gone: String,
}

struct Version {
    row: Row,
    life: Life,
    /// The row in the next copy, or in the table that replaced this one.
    next: &'static str,
    how: &'static str,
}

/// When a row of a later copy came: the last day it was absent, and the first day it was there. If a text gives the
/// day, the first is that day.
fn changes(table: &str) -> BTreeMap<&'static str, (String, String)> {
    let mut changes = BTreeMap::new();
    for cells in tsv(CHANGES).into_iter().filter(|cells| cells[0] == table) {
        let is_printed = !cells[7].is_empty() && !cells[8].starts_with("inferred");
        let change = if is_printed {
            (before(cells[7]), cells[7].to_string())
        } else {
            (cells[4].to_string(), cells[6].to_string())
        };
        assert!(change.0 < change.1 && cells[6] >= change.1.as_str(), "{cells:?}");
        assert_eq!(changes.insert(cells[1], change), None);
    }
    changes
}

/// The day before.
fn before(day: &str) -> String {
    day.parse::<NaiveDate>().unwrap().pred_opt().unwrap().to_string()
}

fn key(dashed: &str) -> Vec<u32> {
    dashed.split('-').map(|part| part.parse().unwrap()).collect()
}

/// The versions of a table with two copies.
fn of_two(table: &str, [old, new]: &[Copy; 2], pairs: &'static str) -> Vec<Version> {
    let find = |copy: &Copy, number: &str| copy.rows.iter().find(|row| row.number == number).unwrap().clone();
    let changes = changes(table);
    // The order prints the number too, so a row with an article was still there on the day of the order.
    let by_order = (old.articles.to_string(), new.articles.to_string());
    let mut versions = Vec::new();
    for pair in tsv(pairs) {
        let [from, to, how] = [pair[0], pair[1], pair[2]];
        let row = find(new, to);
        let was = some(from).map(|from| find(old, from));
        if from == to && !changes.contains_key(to) && was.as_ref() == Some(&row) {
            let life = Life { first: old.day.into(), last: new.day.into(), ..Life::default() };
            versions.push(Version { row, life, next: "", how: "" });
            continue;
        }
        let (absent, first) = changes.get(to).unwrap_or_else(|| {
            // Only the article changed.
            assert!(was.as_ref().is_some_and(|was| was.number == to && was.article != row.article), "{table} {to}");
            &by_order
        });
        let life = Life { absent: absent.clone(), first: first.clone(), last: new.day.into(), ..Life::default() };
        versions.push(Version { row, life, next: "", how: "" });
        let Some(was) = was else {
            assert_eq!(how, "new");
            continue;
        };
        // If the number has another row now, it has had it since another day.
        let own = changes.get(from);
        let gone = own.map_or(first, |(_, own)| own.min(first)).clone();
        let (absent, first) = own.unwrap_or(&(absent.clone(), first.clone())).clone();
        let last = if before(&first) == absent {
            absent
        } else if !was.article.is_empty() && by_order.0 <= absent {
            by_order.0.clone().max(old.day.into())
        } else {
            old.day.into()
        };
        let life = Life { first: old.day.into(), last, gone, ..Life::default() };
        versions.push(Version { row: was, life, next: to, how });
    }
    versions.sort_by_key(|version| (key(version.row.number), version.life.first.clone()));
    versions
}

/// The versions of the rows of each table, in legal order and by day.
fn versions() -> [Vec<Version>; 4] {
    let [first, second, appended, provision] = copies();
    let of_one = |table: &str, copies: Vec<Copy>, pairs: &'static str| {
        let mut versions = Vec::new();
        for Copy { day, rows, .. } in copies {
            for (row, pair) in rows.into_iter().zip(tsv(pairs)) {
                let life = Life { first: day.into(), last: day.into(), ..Life::default() };
                versions.push(Version { row, life, next: pair[1], how: pair[2] });
            }
            for cells in tsv(OTHER_DAYS).into_iter().filter(|cells| cells[0] == table) {
                let life =
                    Life { absent: day.into(), first: cells[3].into(), last: cells[3].into(), ..Life::default() };
                let row = Row { number: cells[1], article: cells[2], ..Row::default() };
                versions.push(Version { row, life, next: "", how: "" });
            }
        }
        versions.sort_by_key(|version| key(version.row.number));
        versions
    };
    let pair = |copies: Vec<Copy>| <[Copy; 2]>::try_from(copies).unwrap_or_else(|_| panic!("two copies"));
    [
        of_one("別表第一", first, FIRST_PAIRS),
        of_one("別表第二", second, SECOND_PAIRS),
        of_two("別表", &pair(appended), APPENDED_PAIRS),
        of_two("第2条の表", &pair(provision), PROVISION_PAIRS),
    ]
}

fn list(bodies: &str) -> Vec<String> {
    bodies.split('；').filter(|body| !body.is_empty()).map(body_name).collect()
}

/// The name of a body, without law numbers, definitions and other remarks in brackets. A body that the table defines
/// with a short name has the short name in the row of the definition too.
fn body_name(text: &str) -> String {
    let mut name = without_remarks(text);
    for (long, short) in [
        ("都道府県知事、市長又は社会福祉法に規定する福祉に関する事務所を管理する町村長", "都道府県知事等"),
        ("高齢者の医療の確保に関する法律第四十八条に規定する後期高齢者医療広域連合", "後期高齢者医療広域連合"),
    ] {
        name = name.replace(long, short);
    }
    name
}

/// A text without its remarks in brackets. Brackets that belong to a name, 「（公共供給型）」, stay.
fn without_remarks(text: &str) -> String {
    let Some(start) = text.find('（') else { return text.to_string() };
    let (before, from) = text.split_at(start);
    let mut depth = 0;
    let end = from.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '（') - i32::from(c == '）');
        (depth == 0).then_some(at + '）'.len_utf8())
    });
    let (bracket, rest) = from.split_at(end.unwrap());
    let is_remark = ["号", "以下", "をいう", "を含む", "同じ"].iter().any(|word| bracket.contains(word));
    format!("{before}{}{}", if is_remark { "" } else { bracket }, without_remarks(rest))
}

/// The law, notice or guideline of an affair: the one that its text names first.
fn title(affair: &str) -> String {
    // The term is defined in 別表第一 63.
    if affair.starts_with("中国残留邦人等支援給付等の支給") {
        return "中国残留邦人等の円滑な帰国の促進並びに永住帰国した中国残留邦人等及び特定配偶者の自立の支援に関する法律"
            .into();
    }
    if let Some((_, affair)) = affair.split_once("通知）の") {
        return affair.split_once("要綱").map(|(title, _)| format!("{title}要綱")).unwrap();
    }
    for end in ["通知に基づく", "要綱に基づく", "要綱（"] {
        if let Some((title, _)) = affair.split_once(end) {
            return arabic(title) + &end[.."通知".len()];
        }
    }
    if let Some(number) = number_at_front(affair) {
        return arabic(number);
    }
    let ends = ["（", "第", "による", "その他の", "附則", "に基づく", "又は"];
    let ends = ends.iter().flat_map(|word| affair.match_indices(word)).map(|(at, _)| &affair[..at]);
    let ends = ends.filter(|title| title.ends_with('法') || title.ends_with("法律"));
    ends.min_by_key(|title| title.len()).unwrap_or_else(|| panic!("no title: {affair}")).to_string()
}

const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];
const ACTS: [&str; 2] = ["法律", "政令"];

/// A law number at the beginning of a text: 昭和六十年法律第三十四号.
fn number_at_front(text: &str) -> Option<&str> {
    ERAS.iter().find(|era| text.starts_with(**era))?;
    let (year, rest) = text.split_once('年')?;
    let act = ACTS.iter().find(|act| rest.starts_with(**act))?;
    let number = rest[act.len()..].find('号')?;
    Some(&text[..year.len() + "年".len() + act.len() + number + "号".len()])
}

/// A law number in Arabic numerals, as the crate prints it: 昭和60年法律第34号.
fn arabic(text: &str) -> String {
    let (mut out, mut numeral) = (String::new(), String::new());
    for c in text.chars().chain(['\0']) {
        if "〇一二三四五六七八九十百元".contains(c) {
            numeral.push(c);
            continue;
        }
        if !numeral.is_empty() {
            let value = if numeral == "元" { "元".to_string() } else { kanji(&numeral).to_string() };
            out.push_str(&value);
            numeral.clear();
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

fn kanji(numeral: &str) -> u32 {
    let (mut value, mut digit) = (0, 0);
    for c in numeral.chars() {
        match c {
            '百' | '十' => {
                value += digit.max(1) * if c == '百' { 100 } else { 10 };
                digit = 0;
            }
            c => digit = "〇一二三四五六七八九".chars().position(|other| other == c).unwrap().try_into().unwrap(),
        }
    }
    value + digit
}

/// Titles in the tables other than the laws of the affairs. Longer titles that end in the title of such a law are here
/// too.
const OTHER_TITLES: [&str; 18] = [
    "公的年金制度の健全性及び信頼性の確保のための厚生年金保険法等の一部を改正する法律",
    "児童福祉法等の一部を改正する法律",
    "国会議員互助年金法",
    "国家公務員共済組合法の長期給付に関する施行法",
    "国民年金法等の一部を改正する法律",
    "地方公務員等共済組合法の一部を改正する法律",
    "地方公務員等共済組合法の長期給付等に関する施行法",
    "地方法人特別税等に関する暫定措置法",
    "地方独立行政法人法",
    "構造改革特別区域法",
    "森林環境税及び森林環境譲与税に関する法律",
    "特別法人事業税及び特別法人事業譲与税に関する法律",
    "社債、株式等の振替に関する法律",
    "臨床検査技師、衛生検査技師等に関する法律",
    "農業者年金基金法",
    "農業者年金基金法の一部を改正する法律",
    "防衛省の職員の給与等に関する法律",
    "雇用保険法等の一部を改正する法律",
];

/// Words before the title of a law in the tables.
const BEFORE_TITLES: [&str; 11] =
    ["\t", "\n", "（", "、", "；", "又は", "若しくは", "改正前の", "廃止前の", "ものとされた", "における"];

/// The law number of each title, where a table prints 「…法（昭和…年法律第…号」.
fn law_numbers(titles: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut numbers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in TEXTS {
        for (at, bracket) in text.match_indices('（') {
            let Some(number) = number_at_front(&text[at + bracket.len()..]) else { continue };
            // 国民健康保険法 also ends with 健康保険法.
            let ending = titles.iter().filter(|title| !title.is_empty() && text[..at].ends_with(*title));
            let title = ending.max_by_key(|title| title.len()).unwrap_or_else(|| panic!("no title: {number}"));
            let before = &text[..at - title.len()];
            assert!(BEFORE_TITLES.iter().any(|word| before.ends_with(word)), "cut: {title}");
            numbers.entry(title.clone()).or_default().insert(arabic(number));
        }
    }
    // Two laws have the same title, so the number does not belong to the title.
    let two: Vec<&String> = numbers.iter().filter(|(_, numbers)| numbers.len() > 1).map(|(title, _)| title).collect();
    assert_eq!(two, ["農業者年金基金法の一部を改正する法律"]);
    let one = numbers.into_iter().filter(|(_, numbers)| numbers.len() == 1);
    one.map(|(title, numbers)| (title, numbers.into_iter().next().unwrap())).collect()
}

/// A number as the three bytes of the generated file: 2-2 is `2, 2, 0`. Zero is not a number.
fn bytes(number: &str) -> String {
    let mut parts: Vec<u8> =
        number.split('-').filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect();
    parts.resize(3, 0);
    format!("[{}, {}, {}]", parts[0], parts[1], parts[2])
}

/// The content of `src/law/data.rs`.
fn data() -> String {
    let tables = versions();
    let rows = || tables.iter().flatten().map(|version| &version.row);
    let bodies: BTreeSet<&String> =
        rows().flat_map(|row| [&row.body].into_iter().chain(&row.providers).chain(&row.dropped)).collect();
    let titles: BTreeSet<String> = rows().map(|row| row.law.clone()).chain(OTHER_TITLES.map(String::from)).collect();
    let numbers = law_numbers(&titles);
    let lives: BTreeSet<&Life> = tables.iter().flatten().map(|version| &version.life).collect();
    let body = |name: &String| bodies.iter().position(|body| *body == name).unwrap();
    let law = |title: &String| titles.iter().position(|law| law == title).unwrap();
    let life = |life: &Life| lives.iter().position(|own| *own == life).unwrap();
    let mut lists: Vec<usize> = Vec::new();
    let mut list = |names: &[String]| {
        let names: Vec<usize> = names.iter().map(body).collect();
        let known = lists.windows(names.len().max(1)).position(|window| window == names);
        let start = known.unwrap_or(if names.is_empty() { 0 } else { lists.len() });
        if known.is_none() {
            lists.extend(&names);
        }
        (start, names.len())
    };
    let mut out = String::from(HEAD);
    let names = ["FIRST", "SECOND", "APPENDED", "PROVISION"];
    for (name, versions) in names.iter().zip(&tables) {
        let _ = writeln!(out, "pub(super) static {name}: [Raw; {}] = [", versions.len());
        for Version { row, life: own, next, how } in versions {
            let bodies = list(if row.providers.is_empty() { &row.dropped } else { &row.providers });
            let how = match *how {
                "" | "none" => "Unpaired",
                "same text" => "SameText",
                "by hand" => "ByHand",
                "uncertain" => "Uncertain",
                other => panic!("{other}"),
            };
            let _ = writeln!(
                out,
                "    Raw {{ number: {}, article: {}, body: {}, law: {}, is_deleted: {}, bodies: {bodies:?}, life: {}, next: {}, how: {how} }},",
                bytes(row.number),
                bytes(row.article),
                body(&row.body),
                law(&row.law),
                row.is_deleted,
                life(own),
                bytes(next),
            );
        }
        out.push_str("];\n");
    }
    let _ = writeln!(out, "pub(super) static LIVES: [Life; {}] = [", lives.len());
    for Life { absent, first, last, gone } in lives {
        let written = |day: &str| {
            format!("day({})", day.split('-').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join(", "))
        };
        let maybe = |day: &str| if day.is_empty() { "None".into() } else { format!("Some({})", written(day)) };
        let _ = writeln!(
            out,
            "    Life {{ absent: {}, first: {}, last: {}, gone: {} }},",
            maybe(absent),
            written(first),
            written(last),
            maybe(gone)
        );
    }
    let _ = writeln!(out, "];\npub(super) static BODIES: [&str; {}] = [", bodies.len());
    for body in &bodies {
        let _ = writeln!(out, "    \"{body}\",");
    }
    let _ = writeln!(out, "];\n/// Titles with numbers.\npub(super) static LAWS: [(&str, &str); {}] = [", titles.len());
    for title in &titles {
        let number = numbers.get(title).map_or("", String::as_str);
        let _ = writeln!(out, "    (\"{title}\", \"{number}\"),");
    }
    let _ = writeln!(out, "];\n/// Providers of 第2条の表, and bodies that provided until 別表第二 ended.");
    let _ = writeln!(out, "pub(super) static LISTS: [u8; {}] = [", lists.len());
    for twenty in lists.chunks(20) {
        let twenty: Vec<String> = twenty.iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "    {},", twenty.join(", "));
    }
    out.push_str("];\n");
    out
}

/// The beginning of `src/law/data.rs`.
const HEAD: &str = "\
//! The tables of the law as Rust source, so a lookup parses and allocates nothing: rows, bodies, laws, pairs.
//!
//! Generated from `tests/data/law/` by `UPDATE_LAW=1 cargo test --test law`.

use super::life::Life;
use crate::value::date::day;
use Pair::{ByHand, SameText, Uncertain, Unpaired};

/// How a row was paired with the row of the next copy, or of the table that replaced its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// No later row, or none that has its body and affair.
    Unpaired,
    /// Body and affair agree, except for remarks in brackets.
    SameText,
    /// The affair was reworded, and both texts were read.
    ByHand,
    /// The same inquirer and affair, but no information in common. Not mapped.
    Uncertain,
}

/// A row as long as it was the same. A number has several if its row was changed or replaced, in the order of their
/// days.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raw {
    /// The number with its branches.
    pub(super) number: [u8; 3],
    /// The article of the order; zeros if it has none.
    pub(super) article: [u8; 3],
    /// An index into `BODIES`.
    pub(super) body: u8,
    /// An index into `LAWS`.
    pub(super) law: u8,
    /// 削除.
    pub(super) is_deleted: bool,
    /// The start and length of its list of bodies in `LISTS`.
    pub(super) bodies: (u16, u8),
    /// An index into `LIVES`.
    pub(super) life: u8,
    /// The number that it has next: after the change, or in the table that replaced this one; zeros if it has none.
    pub(super) next: [u8; 3],
    /// How `next` is known.
    pub(super) how: Pair,
}

";

#[test]
#[allow(clippy::disallowed_methods, reason = "the data is a file of the library")]
fn the_library_holds_what_the_copies_say() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law/data.rs");
    if std::env::var_os("UPDATE_LAW").is_some() {
        std::fs::write(&file, data()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == data(), "src/law/data.rs is not what tests/data/law says: run with UPDATE_LAW=1");
    // Its size in a compiled library: 18 bytes for a row, 28 for the days of a life, and for a string its bytes, an
    // address and a length.
    let versions = versions();
    let rows: usize = versions.iter().map(Vec::len).sum();
    let lives = versions.iter().flatten().map(|version| &version.life).collect::<BTreeSet<_>>().len();
    let strings: Vec<&str> = written.split('"').skip(1).step_by(2).collect();
    let strings: usize = strings.iter().map(|string| string.len() + 2 * size_of::<usize>()).sum();
    let lists = written.split("LISTS").nth(1).unwrap().matches(',').count();
    let size = rows * 18 + lives * 28 + strings + lists;
    assert!((30_000..60_000).contains(&size), "{size} bytes");
}

/// A number as the files write it: 2-2.
fn dashed(number: Number) -> String {
    number.branches().fold(number.main().to_string(), |text, branch| format!("{text}-{branch}"))
}

fn number(dashed: &str) -> Number {
    let mut parts = dashed.split('-').map(|part| part.parse().unwrap());
    let main = Number::new(parts.next().unwrap()).unwrap();
    parts.fold(main, |number, branch| number.branch(branch).unwrap())
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_row_is_that_of_the_copy() {
    let copies = copies();
    for (table, copies) in Table::ALL.into_iter().zip(&copies) {
        let days: Vec<[String; 2]> = copies.iter().map(|copy| [copy.day, copy.articles].map(String::from)).collect();
        let known: Vec<[String; 2]> = table
            .editions()
            .iter()
            .map(|edition| [edition.day, edition.of_articles].map(|day| day.to_string()))
            .collect();
        assert_eq!(days, known);
        for copy in copies {
            let of_day = day(copy.day);
            assert_eq!(table.rows_as_of(of_day).count(), copy.rows.len(), "{table:?} {of_day}");
            for (row, copy) in table.rows_as_of(of_day).zip(&copy.rows) {
                assert_eq!(dashed(row.number()), copy.number, "{table:?}");
                assert_eq!(row.table(), table);
                assert!(row.life().first <= of_day && of_day <= row.life().last, "{row:?}");
                assert_eq!(row.article().map(dashed).as_deref(), some(copy.article), "{row:?}");
                assert_eq!(row.body(), some(&copy.body), "{row:?}");
                assert_eq!(row.law(), some(&copy.law), "{row:?}");
                assert_eq!(row.is_deleted(), copy.is_deleted, "{row:?}");
                assert_eq!(row.providers().collect::<Vec<_>>(), copy.providers, "{row:?}");
                if table == Table::Second {
                    assert_eq!(row.dropped_providers().collect::<Vec<_>>(), copy.dropped, "{row:?}");
                }
            }
        }
        // The rows without a day are those of the newest copy.
        assert_eq!(table.copied_on().to_string(), copies.last().unwrap().day);
        for row in table.rows() {
            assert_eq!(table.row(row.number()), Some(row));
        }
        assert!(table.rows().eq(table.rows_as_of(table.copied_on())));
    }
    assert_eq!(
        copies.map(|copies| copies.iter().map(|copy| copy.rows.len()).collect::<Vec<_>>()),
        [vec![107], vec![126], vec![177, 220], vec![181, 197]]
    );
    let deleted = Table::ALL.map(|table| table.rows().filter(|row| row.is_deleted()).map(shown).collect::<Vec<_>>());
    assert_eq!(
        deleted,
        [vec!["25", "89"], vec!["36"], vec![], vec!["157"]]
            .map(|rows| rows.iter().map(ToString::to_string).collect::<Vec<_>>())
    );
    // The first order names two rows that the first copy of 別表 lacks; the second one none.
    for (copy, others) in [vec!["8-2", "137"], vec![]].into_iter().enumerate() {
        let rows: Vec<&str> = tsv(APPENDED[copy]).iter().map(|cells| cells[0]).collect();
        let mut unknown: Vec<&str> = articles(copy).into_keys().filter(|number| !rows.contains(number)).collect();
        unknown.sort_by_key(|number| key(number));
        assert_eq!(unknown, others);
    }
    // The files of the pairs with the old tables name the articles too.
    for cells in tsv(FIRST_PAIRS).iter().filter(|pair| !pair[1].is_empty()) {
        let row = Table::Appended.rows_as_of(day("2026-02-08")).find(|row| dashed(row.number()) == cells[1]);
        let article = row.and_then(TableRow::article);
        assert_eq!(article.map(dashed).as_deref(), some(cells[5]), "the two files agree on {}", cells[1]);
    }
    for cells in tsv(SECOND_PAIRS).iter().filter(|pair| !pair[1].is_empty()) {
        let article = Table::Provision.row(number(cells[1])).and_then(TableRow::article);
        assert_eq!(article.map(dashed).as_deref(), some(cells[6 - 1]), "the two files agree on {}", cells[1]);
    }
}

fn shown(row: TableRow) -> String {
    row.number().to_string()
}

/// Bodies and laws, written from the texts and not by the code that generates the data.
#[test]
fn rows_as_the_texts_have_them() {
    let row = |table: Table, text: &str| table.row(number(text)).unwrap();
    for (table, text, body, law) in [
        (Table::First, "16", "都道府県知事又は市町村長", "地方税法"),
        (Table::First, "60", "厚生労働大臣", "昭和60年法律第34号"),
        (Table::First, "9", "都道府県知事等", "児童福祉法"),
        (Table::Second, "27", "市町村長", "地方税法"),
        (
            Table::Second,
            "87",
            "都道府県知事等",
            "中国残留邦人等の円滑な帰国の促進並びに永住帰国した中国残留邦人等及び特定配偶者の自立の支援に関する法律",
        ),
        (Table::Appended, "2-2", "総務大臣又は都道府県知事", "恩給法"),
        (Table::Appended, "11", "厚生労働大臣", "あん摩マツサージ指圧師、はり師、きゆう師等に関する法律"),
        (Table::Appended, "44", "市町村長又は国民健康保険組合", "国民健康保険法"),
        (Table::Appended, "85", "市町村長又は後期高齢者医療広域連合", "高齢者の医療の確保に関する法律"),
        (
            Table::Appended,
            "91-2",
            "出入国在留管理庁長官",
            "日本国との平和条約に基づき日本の国籍を離脱した者等の出入国管理に関する特例法",
        ),
        (Table::Provision, "12-2", "児童福祉法第十八条の二十七第一項に規定する認定地方公共団体の長", "児童福祉法"),
        (Table::Provision, "69", "市町村長又は国民健康保険組合", "国民健康保険法"),
        (Table::Provision, "162", "都道府県知事等", "昭和29年社発第382号通知"),
        (Table::Provision, "173", "都道府県知事", "特定疾患治療研究事業実施要綱"),
    ] {
        let row = row(table, text);
        assert_eq!((row.body(), row.law()), (Some(body), Some(law)), "{text}");
    }
    let first = row(Table::Provision, "1");
    assert_eq!(first.law_number(), Some("大正11年法律第70号"));
    let providers = ["法務大臣", "市町村長", "厚生労働大臣若しくは日本年金機構又は共済組合等", "厚生労働大臣"];
    let before = Table::Provision.rows_as_of(day("2026-02-08")).next().unwrap();
    assert_eq!(before.providers().collect::<Vec<_>>(), providers);
    assert!(first.providers().any(|provider| provider == "出入国在留管理庁長官"));
    let old = row(Table::Second, "1");
    assert_eq!(old.dropped_providers().collect::<Vec<_>>(), ["医療保険者", "後期高齢者医療広域連合"]);
    assert_eq!(old.providers().count(), 0, "the copy of 別表第二 does not say who provides");
    // Of a row that was added after the copy of 別表第一, only the number is known.
    let later = row(Table::First, "38-2");
    assert_eq!((later.body(), later.article(), later.is_deleted()), (None, None, false));
    assert_eq!(later.life().last.to_string(), "2020-11-30");
    assert_eq!(row(Table::Provision, "10-2").body(), Some("海難審判所長"));
    assert_eq!(row(Table::Appended, "8-2").article().map(dashed).as_deref(), Some("7-2"));
    assert_eq!(Table::Appended.row(number("138")), None);
    assert_eq!(Table::Appended.row(number("300")), None);
    assert_eq!(Table::Appended.row(number("2-2-2-2")), None);
}

/// Each copy with the day of its rows, its text, and the column of the affair.
const AFFAIRS: [(Table, &str, &str, usize); 6] = [
    (Table::First, "2019-10-01", FIRST, 2),
    (Table::Second, "2019-10-01", SECOND, 2),
    (Table::Appended, "2025-09-24", APPENDED[0], 2),
    (Table::Appended, "2026-07-17", APPENDED[1], 2),
    (Table::Provision, "2026-02-08", PROVISION[0], 3),
    (Table::Provision, "2026-06-26", PROVISION[1], 3),
];

#[test]
fn every_title_of_a_law_is_in_the_text_of_its_affair() {
    for (table, of_day, file, column) in AFFAIRS {
        for (row, cells) in table.rows_as_of(day(of_day)).zip(tsv(file)) {
            let Some(law) = row.law() else { continue };
            let is_in_text = cells[column].contains(law) || arabic(cells[column]).contains(law);
            assert!(is_in_text || cells[column].starts_with("中国残留邦人等支援給付等の支給"), "{row:?}");
        }
    }
}

#[test]
fn every_pair_is_that_of_the_copy() {
    for (old, new, file, counts) in [
        (Table::First, Table::Appended, FIRST_PAIRS, [86, 16, 0, 5]),
        (Table::Second, Table::Provision, SECOND_PAIRS, [85, 13, 2, 26]),
    ] {
        let pairs = tsv(file);
        let mut successors = BTreeMap::new();
        for pair in &pairs {
            let row = old.row(number(pair[0])).unwrap();
            let renumbering = row.citation().renumbered();
            let newer = match (pair[2], &renumbering) {
                ("same text" | "by hand", Renumbering::Newer(newer, PairEvidence::Assessment(_))) => newer,
                ("same text" | "by hand", Renumbering::Newer(newer, evidence)) => {
                    let how = if old == Table::First {
                        weaker(pair[2], pair[1])
                    } else {
                        weaker_of(PROVISION_PAIRS, pair[2], pair[1])
                    };
                    assert_eq!(evidence.code().replace('_', " "), how, "{row:?}");
                    newer
                }
                ("uncertain", Renumbering::Uncertain) | ("none", Renumbering::NoSuccessor) => continue,
                (how, _) => panic!("{row:?} {how}: {renumbering:?}"),
            };
            let successor = newer.table_row().unwrap();
            assert_eq!((successor.table(), dashed(successor.number()).as_str()), (new, pair[1]), "{row:?}");
            successors.insert(pair[1], row);
        }
        let count = |how: &str| pairs.iter().filter(|pair| pair[2] == how).count();
        assert_eq!(["same text", "by hand", "uncertain", "none"].map(count), counts);
        assert_eq!(successors.len(), counts[0] + counts[1], "no new row has two old ones");
        // And back, for every row of the new table that did not come or move later.
        let uncertain: BTreeSet<&str> =
            pairs.iter().filter(|pair| pair[2] == "uncertain").map(|pair| pair[1]).collect();
        let first = new.editions()[0].day;
        for row in new.rows().filter(|row| old_number(new, *row) == some(&dashed(row.number()))) {
            match (row.citation().renumbered_as_of(new.copied_on()), successors.get(dashed(row.number()).as_str())) {
                (Renumbering::Older(older, _), Some(old)) => assert_eq!(older, old.citation()),
                (Renumbering::Uncertain, None) => assert!(uncertain.contains(dashed(row.number()).as_str()), "{row:?}"),
                (Renumbering::NoPredecessor, None) => {}
                (other, _) => panic!("{row:?} {first}: {other:?}"),
            }
        }
    }
}

/// How a row is paired over two changes: by hand if one of them was.
fn weaker_of(file: &'static str, first: &'static str, row: &str) -> &'static str {
    let second = tsv(file).into_iter().find(|pair| pair[0] == row).unwrap()[2];
    if second == "by hand" { second } else { first }
}

fn weaker(first: &'static str, row: &str) -> &'static str {
    weaker_of(APPENDED_PAIRS, first, row)
}

/// The number that a row of the newest copy had in the first one.
fn old_number(table: Table, row: TableRow) -> Option<&'static str> {
    let file = if table == Table::Appended { APPENDED_PAIRS } else { PROVISION_PAIRS };
    let pair = tsv(file).into_iter().find(|pair| pair[1] == dashed(row.number())).unwrap();
    some(pair[0])
}

/// The rows of each first copy of the new tables, and what became of them.
#[test]
fn every_pair_of_two_editions_is_that_of_the_files() {
    for (table, file, counts) in
        [(Table::Appended, APPENDED_PAIRS, [168, 9, 43, 17]), (Table::Provision, PROVISION_PAIRS, [177, 4, 16, 0])]
    {
        let (first, last) = (table.editions()[0].day, table.copied_on());
        let pairs = tsv(file);
        let mut moved = 0;
        for pair in &pairs {
            let cite = |number_of: &str| {
                let place = table.place().row(number(number_of)).unwrap();
                Citation::new(Some(Law::Known(table.act())), Locator::At(place)).unwrap()
            };
            let new = cite(pair[1]);
            assert!(matches!(
                new.row_as_of(last).status,
                RowStatus::Exists { seen_on: None, .. } | RowStatus::Deleted { .. }
            ));
            let evidence = match pair[2] {
                "same text" => PairEvidence::SameText,
                "by hand" => PairEvidence::ByHand,
                "new" => {
                    assert_eq!(new.renumbered_as_of(last), Renumbering::NoPredecessor, "{new}");
                    assert!(
                        !matches!(new.row_as_of(first).status, RowStatus::Exists { .. })
                            || pairs.iter().any(|other| other[0] == pair[1]),
                        "{new}"
                    );
                    continue;
                }
                other => panic!("{other}"),
            };
            let old = cite(pair[0]);
            if old == new {
                continue;
            }
            moved += 1;
            assert_eq!(old.renumbered_as_of(first), Renumbering::Newer(new.clone(), evidence));
            assert_eq!(new.renumbered_as_of(last), Renumbering::Older(old, evidence));
        }
        let count = |how: &str| pairs.iter().filter(|pair| pair[2] == how).count();
        assert_eq!([count("same text"), count("by hand"), count("new"), moved], counts);
    }
    // What the file says of the bodies that provide.
    let changed: Vec<Vec<&str>> =
        tsv(PROVISION_PAIRS).into_iter().filter(|pair| !pair[3].is_empty() || !pair[4].is_empty()).collect();
    assert_eq!(changed.len(), 36);
    for pair in changed {
        let row =
            |of_day| Table::Provision.rows_as_of(day(of_day)).find(|row| dashed(row.number()) == pair[1]).unwrap();
        let [before, after] = ["2026-02-08", "2026-06-26"].map(row);
        assert_eq!(
            before.dropped_providers().collect::<BTreeSet<_>>(),
            pair[3].split('；').filter_map(some).collect(),
            "{after:?}"
        );
        let came: BTreeSet<&str> =
            after.providers().filter(|one| !before.providers().any(|other| other == *one)).collect();
        assert_eq!(came, pair[4].split('；').filter_map(some).collect(), "{after:?}");
    }
}

/// A number whose row moved away has no answer without a day, if another row has it now.
#[test]
fn a_number_with_two_rows_is_answered_for_a_day() {
    let numbers: Vec<String> = Table::Appended
        .rows()
        .map(TableRow::citation)
        .filter(|citation| citation.renumbered() == Renumbering::DependsOnDay)
        .map(|citation| dashed(citation.locator().place().unwrap().row_number().unwrap()))
        .collect();
    // The sixteen that the comparison of the two copies lists.
    let listed = "14-2 19-5 19-6 19-7 23-2 23-3 23-4 23-5 23-6 25-2 25-3 31-2 39-3 53-2 76-2 105-2";
    assert_eq!(numbers.join(" "), listed);
    // In the days between, nothing is said.
    let cited: Citation = "番号法別表の31の2の項".parse().unwrap();
    assert_eq!(cited.renumbered_as_of(day("2026-03-01")), Renumbering::NotEvidenced);
}

#[test]
fn the_paragraphs_of_the_definitions_moved() {
    let cite = |paragraph: &str| format!("番号法第2条第{paragraph}項").parse::<Citation>().unwrap();
    let [before, after] = ["2025-03-31", "2025-04-01"].map(day);
    let mut terms = 0;
    for pair in tsv(include_str!("../data/law/act-article-2-paragraphs.tsv")) {
        terms += 1;
        let new = cite(pair[1]);
        if pair[0] == pair[1] {
            assert!(
                [new.renumbered(), new.renumbered_as_of(before), new.renumbered_as_of(after)]
                    .iter()
                    .all(|other| *other == Renumbering::Untouched)
            );
        } else if pair[0].is_empty() {
            assert_eq!((new.renumbered_as_of(after), pair[2]), (Renumbering::NoPredecessor, "カード代替電磁的記録"));
        } else {
            let old = cite(pair[0]);
            assert_eq!(old.renumbered_as_of(before), Renumbering::Newer(new.clone(), PairEvidence::SameTerm));
            assert_eq!(new.renumbered_as_of(after), Renumbering::Older(old.clone(), PairEvidence::SameTerm));
            assert_eq!(old.renumbered(), Renumbering::DependsOnDay);
        }
    }
    assert_eq!(terms, 16);
    // Before, the article had fifteen paragraphs.
    assert!(matches!(cite("16").as_of(before), Validity::NotYet(_)));
    assert!(matches!(cite("16").as_of(after), Validity::InForce(_)));
    assert!(matches!(cite("16").renumbered(), Renumbering::Older(..)));
    assert_eq!(cite("17").renumbered(), Renumbering::Untouched);
    // An item of a paragraph is not compared.
    let item: Citation = "番号法第2条第8項第1号".parse().unwrap();
    assert_eq!(item.renumbered(), Renumbering::Untouched);
}

/// Each number on each day, compared with the copies as this test reads them: the answer is that of the copy before or
/// after the day, that there is none, or that it is not known. It is never the row of another number or day.
#[test]
fn every_number_on_every_day_is_that_of_a_copy_or_not_known() {
    let copies = copies();
    let mut answers = BTreeMap::new();
    for (table, copies) in [(Table::Appended, &copies[2]), (Table::Provision, &copies[3])] {
        let [old, new] = &copies[..] else { panic!("two copies") };
        let mut numbers: BTreeSet<&str> = old.rows.iter().chain(&new.rows).map(|row| row.number).collect();
        numbers.extend(["138", "200-2", "2-9"]);
        let first = day("2024-05-27");
        for number_of in numbers {
            let of = |copy: &Copy| {
                copy.rows.iter().find(|row| row.number == number_of).map(|row| (row.body.clone(), row.law.clone()))
            };
            let own = |row: TableRow| {
                assert_eq!(dashed(row.number()), number_of);
                (row.body().unwrap_or_default().to_string(), row.law().unwrap_or_default().to_string())
            };
            let (before, after) = (of(old), of(new));
            for of_day in first.iter_days().take_while(|of_day| *of_day < day("2027-01-01")) {
                let status = table.row_as_of(number(number_of), of_day).status;
                *answers.entry(status.code()).or_insert(0) += 1;
                let (is_early, is_late) = (of_day <= day(old.day), day(new.day) <= of_day);
                match status {
                    RowStatus::Exists { row, .. } | RowStatus::Deleted { row, .. } => {
                        let row = Some(own(row));
                        assert!((row == before && !is_late) || (row == after && !is_early), "{number_of} {of_day}");
                        assert!(row == before || before != after, "{number_of}");
                    }
                    RowStatus::NotYet { row } => {
                        assert_eq!((before.as_ref(), Some(own(row)), is_late), (None, after.clone(), false));
                    }
                    RowStatus::NoLonger { row } => {
                        assert_eq!((after.as_ref(), Some(own(row)), is_early), (None, before.clone(), false));
                    }
                    RowStatus::NotKnown { before: row, after: next, between: (last, first) } => {
                        assert_eq!((row.map(own), next.map(own)), (before.clone(), after.clone()), "{number_of}");
                        assert!(before != after && last < of_day && of_day < first && !is_early && !is_late);
                    }
                    RowStatus::Missing { copied_on: state } => {
                        assert_eq!((&before, &after), (&None, &None));
                        let nearest = if is_early { old.day } else { new.day };
                        let is_outside = of_day < day(old.day) || day(new.day) < of_day;
                        assert_eq!(state, is_outside.then(|| day(nearest)), "{number_of} {of_day}");
                    }
                    RowStatus::NoTable(_) | RowStatus::NotARow => panic!("{number_of} {of_day}"),
                }
            }
        }
    }
    assert_eq!(
        answers.keys().copied().collect::<Vec<_>>(),
        ["deleted", "exists", "missing", "no_longer", "not_known", "not_yet"]
    );
}

#[test]
fn the_articles_of_the_two_orders_follow_from_the_rows() {
    for pair in tsv(SECOND_PAIRS).iter().filter(|pair| !pair[4].is_empty()) {
        let article = |order: &str, article: &str| {
            let article = number(article);
            article
                .branches()
                .fold(format!("{order}第{}条", article.main()), |text, branch| format!("{text}の{branch}"))
        };
        let old: Citation = article("別表第二主務省令", pair[4]).parse().unwrap();
        match old.renumbered() {
            Renumbering::Newer(new, _) => {
                assert_eq!(new.to_string(), article("利用特定個人情報の提供に関する命令", pair[5]));
            }
            Renumbering::NoSuccessor => assert_eq!(pair[1], "", "{old}"),
            other => panic!("{old}: {other:?}"),
        }
    }
}

/// The articles of the order on 別表, in three copies. The order kept its number, and most articles kept their affair.
#[test]
fn articles_of_the_order_on_the_table_moved_with_their_affairs() {
    let article = |dashed: &str| {
        Citation::new(Some(Law::Known(KnownLaw::MyNumberTableOrder)), Locator::At(Place::article(number(dashed))))
            .unwrap()
    };
    let [old, middle, new] = ["2019-10-01", "2026-02-08", "2026-06-26"].map(day);
    let (of_2025, of_2026) = (articles(0), articles(1));
    // From the old table, over both copies of the new one.
    let mut moved = Vec::new();
    for pair in tsv(FIRST_PAIRS).iter().filter(|pair| !pair[4].is_empty()) {
        let last = of_2026.get(pair[1]).copied().unwrap_or_default();
        match article(pair[4]).renumbered_as_of(old) {
            Renumbering::Untouched => assert_eq!(pair[4], last),
            Renumbering::NoSuccessor => assert_eq!(last, "", "{}", pair[4]),
            Renumbering::Newer(newer, evidence) => {
                assert_eq!(newer, article(last));
                assert_ne!(pair[4], last);
                assert_eq!(evidence.code().replace('_', " "), weaker(pair[2], pair[1]), "{pair:?}");
                moved.push((pair[4], last));
            }
            other => panic!("{}: {other:?}", pair[4]),
        }
    }
    assert!(
        [("23-2", "23-2-2"), ("30-2", "30-3"), ("44-2", "44-3"), ("48-2", "48-3"), ("65", "64")]
            .iter()
            .all(|pair| moved.contains(pair)),
        "{moved:?}"
    );
    // From the first copy of the new order to the second.
    let rows = tsv(APPENDED_PAIRS);
    let successor = |row: &str| rows.iter().find(|pair| pair[0] == row).map(|pair| pair[1]);
    let mut moved = 0;
    for (row, own) in &of_2025 {
        let row = successor(row).unwrap_or(row);
        let last = of_2026.get(row).unwrap();
        match article(own).renumbered_as_of(middle) {
            Renumbering::Newer(newer, _) => {
                assert_eq!(newer, article(last));
                moved += 1;
            }
            Renumbering::Untouched | Renumbering::NoPredecessor | Renumbering::Older(..) => assert_eq!(own, last),
            other => panic!("{own}: {other:?}"),
        }
    }
    let differing =
        of_2025.iter().filter(|(row, own)| of_2026.get(successor(row).unwrap_or(row)) != Some(*own)).count();
    assert_eq!((moved, differing > 20), (differing, true));
    // Each article of the newest copy.
    for own in of_2026.values() {
        match article(own).renumbered_as_of(new) {
            Renumbering::Untouched | Renumbering::NoPredecessor | Renumbering::Older(..) => {}
            other => panic!("{own}: {other:?}"),
        }
    }
    // Without a day, a number that another affair has today has no answer.
    for ambiguous in ["23-2", "48-2", "65"] {
        assert_eq!(article(ambiguous).renumbered(), Renumbering::DependsOnDay, "{ambiguous}");
    }
    assert_eq!(article("24").renumbered(), Renumbering::Untouched);
    // 第56条 lost its affair, and has another one today.
    assert_eq!(article("56").renumbered_as_of(old), Renumbering::NoSuccessor);
    assert_eq!(article("56").renumbered(), Renumbering::DependsOnDay);
    assert_eq!(article("9999").renumbered(), Renumbering::NotEvidenced);
    // 第6条の2 had the affair of row 7, and has that of row 6の2 since a day between the two copies of the order.
    for (of_day, expected) in [
        ("2026-02-08", Renumbering::Newer(article("6-3"), PairEvidence::SameText)),
        ("2026-02-09", Renumbering::NotEvidenced),
        ("2026-06-25", Renumbering::NotEvidenced),
        ("2026-06-26", Renumbering::NoPredecessor),
    ] {
        assert_eq!(article("6-2").renumbered_as_of(day(of_day)), expected, "{of_day}");
    }
    // 第30条の3 has the affair of the old 第30条の2 in both copies.
    let older = |other: Renumbering| matches!(other, Renumbering::Older(older, _) if older == article("30-2"));
    assert!(older(article("30-3").renumbered()) && older(article("30-3").renumbered_as_of(day("2026-03-01"))));
    // Row 2の2 came with the new table, on its first day.
    assert_eq!(article("2-2").renumbered_as_of(day("2024-05-26")), Renumbering::NotEvidenced);
    assert_eq!(article("2-2").renumbered_as_of(day("2024-05-27")), Renumbering::NoPredecessor);
    for (text, expected) in [
        ("別表の主務省令で定める事務を定める命令", Renumbering::Untouched),
        ("別表の主務省令で定める事務を定める命令第24条第1号", Renumbering::Untouched),
        ("別表の主務省令で定める事務を定める命令第23条の2第1号", Renumbering::NotEvidenced),
        ("別表の主務省令で定める事務を定める命令附則第2条", Renumbering::Untouched),
    ] {
        assert_eq!(text.parse::<Citation>().unwrap().renumbered(), expected, "{text}");
    }
}

#[test]
fn the_article_of_every_live_row_of_the_order_is_two_more() {
    let live = |of_day| Table::Provision.rows_as_of(day(of_day)).filter(|row| !row.is_deleted()).collect::<Vec<_>>();
    let live = [live("2026-02-08"), live("2026-06-26")];
    assert_eq!(live.each_ref().map(Vec::len), [180, 196]);
    for row in live.concat() {
        let two_more = Number::new(row.number().main() + 2).unwrap();
        let expected = row.number().branches().fold(two_more, |number, branch| number.branch(branch).unwrap());
        assert_eq!(row.article(), Some(expected));
        let article = row.citation().article_of_row().unwrap();
        assert_eq!(article.locator().place().and_then(Place::article_number), Some(expected));
    }
}

#[test]
fn rows_are_cited_and_found_again() {
    for row in Table::ALL.into_iter().flat_map(Table::rows) {
        let text = row.citation().to_string();
        let citation: Citation = text.parse().unwrap();
        assert_eq!(citation, row.citation());
        assert_eq!(citation.table_row(), Some(row), "{text}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn whether_a_row_exists_depends_on_the_day() {
    let status = |text: &str, on: &str| {
        let citation: Citation = text.parse().unwrap();
        let state = |state: Option<NaiveDate>| state.map(|state| format!(" ({state})")).unwrap_or_default();
        let whose = |row: TableRow| format!("{}、{}", row.body().unwrap_or("?"), row.law().unwrap_or("?"));
        let maybe = |row: Option<TableRow>| row.map_or("-".into(), whose);
        let (of_table, status) = (citation.as_of(day(on)), citation.row_as_of(day(on)).status);
        let shown = match status {
            RowStatus::Exists { row, seen_on: other } => format!("{}{}", whose(row), state(other)),
            RowStatus::Deleted { seen_on: other, .. } => format!("deleted{}", state(other)),
            RowStatus::NotYet { row } => format!("not yet: {}", whose(row)),
            RowStatus::NoLonger { row } => format!("no longer: {}", whose(row)),
            RowStatus::NotKnown { before, after, between: (last, first) } => {
                format!("not known: {last} {}, {first} {}", maybe(before), maybe(after))
            }
            RowStatus::Missing { copied_on: other } => format!("missing{}", state(other)),
            RowStatus::NoTable(Validity::NotYet(_)) => "no table yet".into(),
            RowStatus::NoTable(Validity::NoLonger(_)) => "table no longer".into(),
            RowStatus::NoTable(_) => "not evidenced".into(),
            RowStatus::NotARow => "not a row".into(),
        };
        // Both answers are one.
        let is_one = match status {
            RowStatus::Exists { .. } => matches!(of_table, Validity::InForce(_)),
            RowStatus::Deleted { .. } | RowStatus::NotYet { .. } | RowStatus::NoLonger { .. } => {
                matches!(of_table, Validity::NoRow(_))
            }
            RowStatus::Missing { copied_on: None } => matches!(of_table, Validity::NoRow(_)),
            RowStatus::Missing { copied_on: Some(_) } | RowStatus::NotKnown { .. } => {
                of_table == Validity::NotEvidenced
            }
            RowStatus::NoTable(other) => of_table == other,
            RowStatus::NotARow => true,
        };
        assert!(is_one, "{text} {on}: {of_table:?}");
        shown
    };
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    let guards = "農林水産大臣又は環境大臣、愛玩動物看護師法";
    let protection = "市町村長、武力攻撃事態等における国民の保護のための措置に関する法律";
    let zones =
        "都道府県知事又は国家戦略特別区域法第十二条の五第十二項に規定する試験実施指定都市の長、国家戦略特別区域法";
    for (text, on, expected) in [
        // Another row has the number. The order printed the old one until 2026-02-08.
        ("番号法別表の31の2の項", "2025-10-01", "法務大臣、出入国管理及び難民認定法".to_string()),
        (
            "番号法別表の31の2の項",
            "2026-03-01",
            "not known: 2026-02-08 法務大臣、出入国管理及び難民認定法, 2026-07-17 外務大臣、旅券法".into(),
        ),
        ("番号法別表の31の2の項", "2026-11-22", "外務大臣、旅券法 (2026-07-17)".into()),
        // No article of the order names the old row, but the new one was still under its old number on 2026-02-08.
        ("番号法別表の23の6の項", "2025-10-01", "都道府県知事、家畜改良増殖法 (2025-09-24)".into()),
        (
            "番号法別表の23の6の項",
            "2026-03-01",
            "not known: 2026-02-08 都道府県知事、家畜改良増殖法, 2026-06-26 国土交通大臣、建築士法".into(),
        ),
        ("番号法別表の23の6の項", "2026-11-22", "国土交通大臣、建築士法 (2026-07-17)".into()),
        // Gone on a day that a text gives.
        ("番号法別表の130の2の項", "2025-09-30", zones.into()),
        ("番号法別表の130の2の項", "2025-10-01", format!("no longer: {zones}")),
        ("番号法別表の130の2の項", "2026-03-01", format!("no longer: {zones}")),
        ("番号法別表の130の2の項", "2026-11-22", format!("no longer: {zones}")),
        // New.
        ("番号法別表の133の2の項", "2025-09-24", format!("not yet: {guards}")),
        ("番号法別表の133の2の項", "2025-10-01", format!("not known: 2025-09-24 -, 2026-06-26 {guards}")),
        ("番号法別表の133の2の項", "2026-03-01", format!("not known: 2025-09-24 -, 2026-06-26 {guards}")),
        ("番号法別表の133の2の項", "2026-11-22", format!("{guards} (2026-07-17)")),
        ("番号法別表の115の2の項", "2025-10-01", format!("not known: 2025-09-24 -, 2026-06-26 {protection}")),
        ("番号法別表の115の2の項", "2026-03-01", format!("not known: 2025-09-24 -, 2026-06-26 {protection}")),
        ("番号法別表の115の2の項", "2026-11-22", format!("{protection} (2026-07-17)")),
        (
            "番号法別表の8の2の項",
            "2025-09-30",
            "not yet: 児童福祉法第十八条の二十七第一項に規定する認定地方公共団体の長、児童福祉法".into(),
        ),
        (
            "番号法別表の8の2の項",
            "2025-10-01",
            "児童福祉法第十八条の二十七第一項に規定する認定地方公共団体の長、児童福祉法".into(),
        ),
        ("番号法別表の2の2の項", "2025-09-24", "総務大臣又は都道府県知事、恩給法".into()),
        ("番号法別表の2の2の項", "2026-03-01", "総務大臣又は都道府県知事、恩給法".into()),
        ("番号法別表の2の2の項", "2024-05-27", "総務大臣又は都道府県知事、恩給法 (2025-09-24)".into()),
        ("番号法別表の2の2の項", "2024-05-26", "no table yet".into()),
        ("番号法別表の138の項", "2025-01-01", "missing (2025-09-24)".into()),
        ("番号法別表の138の項", "2026-03-01", "missing".into()),
        ("番号法別表の138の項", "2026-11-22", "missing (2026-07-17)".into()),
        ("番号法別表第二の36の項", "2019-10-01", "deleted".into()),
        ("番号法別表第二の36の項", "2023-04-01", "deleted (2019-10-01)".into()),
        ("番号法別表第二の27の項", "2023-04-01", "市町村長、地方税法 (2019-10-01)".into()),
        ("番号法別表第二の27の項", "2024-05-27", "table no longer".into()),
        ("番号法別表第二の27の項", "2015-01-01", "not evidenced".into()),
        ("番号法別表第一の38の2の項", "2021-04-01", "?、? (2020-11-30)".into()),
        ("番号法別表第一の38の2の項", "2020-04-01", "not known: 2019-10-01 -, 2020-11-30 ?、?".into()),
        ("番号法別表第一の38の2の項", "2019-04-01", "not yet: ?、?".into()),
        ("番号法別表第一", "2021-04-01", "not a row".into()),
        ("条例別表第一の38の項", "2021-04-01", "not a row".into()),
    ] {
        assert_eq!(status(text, on), expected, "{text} {on}");
    }
    for (row, on, expected) in [
        ("157", "2026-02-08", "deleted"),
        ("10の2", "2026-02-08", "not yet: 海難審判所長、海難審判法"),
        ("10の2", "2026-03-01", "not known: 2026-02-08 -, 2026-06-26 海難審判所長、海難審判法"),
        ("10の2", "2026-06-26", "海難審判所長、海難審判法"),
        ("173の2", "2026-06-26", "都道府県知事、先天性血液凝固因子障害等治療研究事業実施要綱"),
        ("174", "2026-06-26", "missing"),
        ("174", "2026-06-27", "missing (2026-06-26)"),
    ] {
        assert_eq!(status(&format!("{order}の{row}の項"), on), expected, "{row} {on}");
    }
}

#[test]
fn the_law_at_the_beginning_of_every_affair_is_found() {
    let mut found = 0;
    for (table, of_day, file, column) in AFFAIRS {
        for (row, cells) in table.rows_as_of(day(of_day)).zip(tsv(file)) {
            let Some(title) = row.law() else { continue };
            let affair = cells[column];
            if !affair.starts_with(title) && number_at_front(affair).is_none() {
                continue;
            }
            let basis = StatutoryBasis::read(affair);
            let first = basis.found().first().unwrap_or_else(|| panic!("{affair}"));
            let law = first.citation.law().unwrap();
            assert_eq!((law.title(), first.span.start), (title, 0), "{affair}");
            if let Some(number) = row.law_number() {
                assert_eq!(law.number(), Some(number));
            }
            found += 1;
        }
    }
    // All of the 1,003 rows of the copies that are not deleted, except one whose affair begins with a defined term, and
    // seven under notices in each copy of 第2条の表.
    assert_eq!(found, 988);
}

#[test]
fn every_title_of_the_tables_is_known() {
    let titles = rows().into_iter().map(|row| row.law).chain(OTHER_TITLES.map(String::from));
    let titles: BTreeSet<String> = titles.filter(|title| !title.is_empty() && !title.ends_with("通知")).collect();
    let numbers = law_numbers(&titles);
    for title in &titles {
        let text = format!("{title}第9条第1項");
        let citation: Citation = text.parse().unwrap_or_else(|error| panic!("{error}"));
        let law = citation.law().unwrap();
        assert_eq!(law.title(), title);
        assert_eq!(law, &Law::of_name(mynumber_pia::value::text::Text::new(title.as_str()).unwrap()));
        if let Some(number) = numbers.get(title) {
            assert_eq!(law.number(), Some(number.as_str()), "{title}");
        }
        // The title follows other words, and is read completely.
        let text = format!("申請書は、{title}による届出である。");
        let cited: Vec<String> =
            StatutoryBasis::read(text).citations().map(|law| law.law().unwrap().title().into()).collect();
        assert_eq!(cited, [title.as_str()]);
    }
    // A longer title that ends with one of the tables is not cut.
    let citation: Citation = "獣医師法第3条".parse().unwrap();
    assert_eq!(citation.law().map(Law::title), Some("獣医師法"));
    let by_number: Citation = "昭和六十年法律第三十四号附則第九十七条".parse().unwrap();
    assert_eq!(by_number.to_string(), "昭和60年法律第34号附則第97条");
    assert_eq!(by_number.law().and_then(Law::number), Some("昭和60年法律第34号"));
}

/// Every cell of the tables is running text of a statute. Every law named there is a complete title.
#[test]
fn every_law_named_in_the_tables_is_a_whole_title() {
    let titles: BTreeSet<String> =
        rows().into_iter().map(|row| row.law).chain(OTHER_TITLES.map(String::from)).collect();
    let mut others = BTreeSet::new();
    let mut named = 0;
    for cell in TEXTS.iter().flat_map(|file| file.lines()).flat_map(|line| line.split('\t')) {
        for law in StatutoryBasis::read(cell).citations().filter_map(Citation::law) {
            named += 1;
            let is_known =
                matches!(law, Law::Known(_)) || titles.contains(law.title()) || number_at_front(law.title()).is_some();
            if !is_known {
                others.insert(law.title().to_string());
            }
        }
    }
    assert_eq!(named, 1_346);
    assert_eq!(others.into_iter().collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_table_names_the_copy_that_it_is_from() {
    let readme = include_str!("../data/law/README.md");
    for edition in Table::ALL.iter().flat_map(|table| table.editions()) {
        let (copy, version) = edition.source.split_once(", ").unwrap();
        let name = copy.strip_prefix("github.com/").unwrap();
        let version = version.split(" (").next().unwrap().replace("commit ", "");
        assert!(readme.contains(&format!("GitHub {name} {version}")), "{}", edition.source);
    }
    let row = Table::First.rows().next().unwrap();
    let shown = r#"TableRow { table: First, number: 1, body: Some("厚生労働大臣"), law: Some("健康保険法"), .. }"#;
    assert_eq!(format!("{row:?}"), shown);
}

/// The body of a row follows the last clause before it: 「…に規定する事業主体である都道府県知事」 is 都道府県知事.
#[test]
fn the_last_clause_before_a_body_describes_it() {
    let row = |text: &str| {
        let mut rows = Table::Second.rows().chain(Table::Provision.rows());
        rows.find(|row| row.body().is_some_and(|body| body.contains(text))).unwrap()
    };
    let of_housing = row("に規定する事業主体である都道府県知事");
    assert_eq!(of_housing.is_of("都道府県知事"), Some(true));
    assert_eq!(of_housing.is_of("市町村長"), Some(true));
    assert_eq!(of_housing.is_of("国税庁長官"), Some(false));
    // 「…に規定する認定地方公共団体の長」 is defined there, and 「する」 ends at the same position.
    let certified = row("に規定する認定地方公共団体の長");
    assert_eq!(certified.is_of("認定地方公共団体の長"), Some(true));
}
