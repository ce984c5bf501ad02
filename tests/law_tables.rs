//! The tables of the law, compared row by row and pair by pair with the copies of their texts in `tests/data/law/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use mynumber_pia::law::{
    Citation, KnownLaw, Law, Locator, Number, PairEvidence, Place, Renumbering, RowStatus, StatutoryBasis, Table,
    TableRow, Validity,
};

/// The rows of a file, without its header.
fn tsv(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect()).collect()
}

const FIRST: &str = include_str!("data/law/appended-table-1-2019-10-01.tsv");
const SECOND: &str = include_str!("data/law/appended-table-2-2019-10-01.tsv");
const APPENDED: &str = include_str!("data/law/appended-table-2025-09-24.tsv");
const PROVISION: &str = include_str!("data/law/order-article-2-table-2026-02.tsv");
const ARTICLES: &str = include_str!("data/law/order-articles.tsv");
const FIRST_PAIRS: &str = include_str!("data/law/renumbering-table-1.tsv");
const SECOND_PAIRS: &str = include_str!("data/law/renumbering-table-2.tsv");
const OTHER_DAYS: &str = include_str!("data/law/rows-of-other-days.tsv");

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
    /// For the old tables: the new row, and how it was paired.
    pair: Option<(&'static str, &'static str)>,
}

/// The four tables in the order of `Table`.
fn tables() -> [Vec<Row>; 4] {
    let row = |number, body, affair| {
        let is_deleted = body == "削除";
        let (body, law) = if is_deleted { Default::default() } else { (body_name(body), title(affair)) };
        Row { number, body, law, is_deleted, ..Row::default() }
    };
    let old = |rows: &'static str, pairs: &'static str| {
        let (rows, pairs) = (tsv(rows), tsv(pairs));
        assert_eq!(rows.len(), pairs.len());
        let rows = rows.iter().zip(pairs).map(|(cells, pair)| {
            assert_eq!(cells[0], pair[0]);
            let dropped = pair.get(6).map(|bodies| list(bodies)).unwrap_or_default();
            Row { article: pair[4], dropped, pair: Some((pair[1], pair[2])), ..row(cells[0], cells[1], cells[2]) }
        });
        rows.collect()
    };
    let articles: BTreeMap<&str, &str> = tsv(ARTICLES).iter().map(|cells| (cells[0], cells[1])).collect();
    let appended = tsv(APPENDED).into_iter().map(|cells| Row {
        article: articles.get(cells[0]).copied().unwrap_or_default(),
        ..row(cells[0], cells[1], cells[2])
    });
    let provision = tsv(PROVISION).into_iter().map(|cells| Row {
        article: cells[1],
        providers: list(cells[4]),
        ..row(cells[0], cells[2], cells[3])
    });
    [old(FIRST, FIRST_PAIRS), old(SECOND, SECOND_PAIRS), appended.collect(), provision.collect()]
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
const OTHER_TITLES: [&str; 17] = [
    "公的年金制度の健全性及び信頼性の確保のための厚生年金保険法等の一部を改正する法律",
    "児童福祉法等の一部を改正する法律",
    "国会議員互助年金法",
    "国家公務員共済組合法の長期給付に関する施行法",
    "国民年金法等の一部を改正する法律",
    "地方公務員等共済組合法の一部を改正する法律",
    "地方公務員等共済組合法の長期給付等に関する施行法",
    "地方法人特別税等に関する暫定措置法",
    "地方独立行政法人法",
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
    for text in [FIRST, SECOND, APPENDED, PROVISION] {
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

/// The beginning of `src/law/data.rs`.
const TYPES: &str = "\
//! The tables of the law as Rust source, so a lookup parses and allocates nothing: rows, bodies, laws, pairs.
//!
//! Generated from `tests/data/law/` by `UPDATE_LAW=1 cargo test --test law_tables`.

use Pair::{ByHand, SameText, Uncertain, Unpaired};

/// How an old row was paired with a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// Not an old row, or no row of the new table has its body and affair.
    Unpaired,
    /// Body and affair agree, except for remarks in brackets.
    SameText,
    /// The affair was reworded, and both texts were read.
    ByHand,
    /// The same inquirer and affair, but no information in common. Not mapped.
    Uncertain,
}

/// A row. A number is three bytes: itself and its branches; zeros if there is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) number: [u8; 3],
    pub(super) article: [u8; 3],
    /// The index of the body in `BODIES`.
    pub(super) body: u8,
    /// The index of the law in `LAWS`.
    pub(super) law: u8,
    /// The start of its list of bodies in `LISTS`, and their number.
    pub(super) list: u8,
    pub(super) listed: u8,
    /// The row of the new table, and how it was paired.
    pub(super) new: [u8; 3],
    pub(super) pair: Pair,
}

/// A row that the copy of its table lacks.
pub(super) struct Later {
    /// The index of the table in `Table::ALL`.
    pub(super) table: u8,
    pub(super) row: Raw,
    /// The day on which it was seen: year, month, day.
    pub(super) seen: (i32, u32, u32),
}

";

/// The content of `src/law/data.rs`.
fn data() -> String {
    let tables = tables();
    let rows = || tables.iter().flatten();
    let bodies: BTreeSet<&String> =
        rows().flat_map(|row| [&row.body].into_iter().chain(&row.providers).chain(&row.dropped)).collect();
    let titles: BTreeSet<String> = rows().map(|row| row.law.clone()).chain(OTHER_TITLES.map(String::from)).collect();
    let numbers = law_numbers(&titles);
    let body = |name: &String| bodies.iter().position(|body| *body == name).unwrap();
    let law = |title: &String| titles.iter().position(|law| law == title).unwrap();
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
    let mut raw = |row: &Row| {
        let (number, article) = (bytes(row.number), bytes(row.article));
        let (body, law) = (body(&row.body), law(&row.law));
        let (list, listed) = list(if row.providers.is_empty() { &row.dropped } else { &row.providers });
        let (new, pair) = row.pair.unwrap_or_default();
        let new = bytes(new);
        let pair = match pair {
            "" | "none" => "Unpaired",
            "same text" => "SameText",
            "by hand" => "ByHand",
            "uncertain" => "Uncertain",
            other => panic!("{other}"),
        };
        format!(
            "Raw {{ number: {number}, article: {article}, body: {body}, law: {law}, list: {list}, listed: {listed}, \
             new: {new}, pair: {pair} }}"
        )
    };
    let mut out = String::from(TYPES);
    let names = ["FIRST", "SECOND", "APPENDED", "PROVISION"];
    for (name, rows) in names.iter().zip(&tables) {
        let _ = writeln!(out, "pub(super) static {name}: [Raw; {}] = [", rows.len());
        for row in rows {
            let _ = writeln!(out, "    {},", raw(row));
        }
        out.push_str("];\n");
    }
    let articles: BTreeMap<&str, &str> = tsv(ARTICLES).iter().map(|cells| (cells[0], cells[1])).collect();
    let others = tsv(OTHER_DAYS);
    let _ = writeln!(out, "pub(super) static OTHERS: [Later; {}] = [", others.len());
    for cells in others {
        let table = TABLES.iter().position(|table| *table == cells[0]).unwrap();
        let article = if cells[0] == "別表" { articles.get(cells[1]).copied().unwrap() } else { cells[2] };
        let row = raw(&Row { number: cells[1], article, ..Row::default() });
        let seen: Vec<u32> = cells[3].split('-').map(|part| part.parse().unwrap()).collect();
        let _ =
            writeln!(out, "    Later {{ table: {table}, row: {row}, seen: ({}, {}, {}) }},", seen[0], seen[1], seen[2]);
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
    for line in lists.chunks(20) {
        let line: Vec<String> = line.iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "    {},", line.join(", "));
    }
    out.push_str("];\n");
    out
}

const TABLES: [&str; 4] = ["別表第一", "別表第二", "別表", "第2条の表"];

#[test]
#[allow(clippy::disallowed_methods, reason = "the data is a file of the library")]
fn the_library_holds_what_the_copies_say() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/law/data.rs");
    if std::env::var_os("UPDATE_LAW").is_some() {
        std::fs::write(&file, data()).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    assert!(written == data(), "src/law/data.rs is not what tests/data/law says: run with UPDATE_LAW=1");
    // Its size in a compiled library: 14 bytes for a row, and for a string its bytes, an address and a length.
    let rows: usize = tables().iter().map(Vec::len).sum::<usize>() + tsv(OTHER_DAYS).len();
    let strings: Vec<&str> = written.split('"').skip(1).step_by(2).collect();
    let strings: usize = strings.iter().map(|string| string.len() + 2 * size_of::<usize>()).sum();
    let lists = written.rsplit_once("LISTS").unwrap().1.matches(',').count();
    let size = rows * 14 + strings + lists;
    assert!((20_000..40_000).contains(&size), "{size} bytes");
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

#[test]
fn every_row_is_that_of_the_copy() {
    let copies = tables();
    for (table, copy) in Table::ALL.into_iter().zip(&copies) {
        assert_eq!(table.rows().count(), copy.len());
        for (row, copy) in table.rows().zip(copy) {
            assert_eq!(dashed(row.number()), copy.number, "{table:?}");
            assert_eq!(table.row(number(copy.number)), Some(row));
            assert_eq!((row.table(), row.state()), (table, table.state()));
            assert_eq!(row.article().map(dashed).as_deref(), some(copy.article), "{row:?}");
            assert_eq!(row.body(), some(&copy.body), "{row:?}");
            assert_eq!(row.law(), some(&copy.law), "{row:?}");
            assert_eq!(row.is_deleted(), copy.is_deleted, "{row:?}");
            assert_eq!(row.providers().collect::<Vec<_>>(), copy.providers, "{row:?}");
            assert_eq!(row.dropped_providers().collect::<Vec<_>>(), copy.dropped, "{row:?}");
        }
    }
    assert_eq!(copies.map(|rows| rows.len()), [107, 126, 177, 181]);
    let deleted = Table::ALL.map(|table| table.rows().filter(|row| row.is_deleted()).map(shown).collect::<Vec<_>>());
    assert_eq!(
        deleted,
        [vec!["25", "89"], vec!["36"], vec![], vec!["157"]]
            .map(|rows| rows.iter().map(ToString::to_string).collect::<Vec<_>>())
    );
    // The order names an article for as many rows of 別表 as here, plus two rows that the copy lacks.
    let with_article = Table::Appended.rows().filter(|row| row.article().is_some()).count();
    assert_eq!(with_article + 2, tsv(ARTICLES).len());
    for (cells, pair) in tsv(FIRST_PAIRS).iter().filter(|pair| !pair[1].is_empty()).map(|pair| (pair, pair[1])) {
        let article = Table::Appended.row(number(pair)).and_then(TableRow::article);
        assert_eq!(article.map(dashed).as_deref(), some(cells[5]), "the two files agree on {pair}");
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
    assert_eq!(first.providers().collect::<Vec<_>>(), providers);
    let old = row(Table::Second, "1");
    assert_eq!(old.dropped_providers().collect::<Vec<_>>(), ["医療保険者", "後期高齢者医療広域連合"]);
    assert_eq!(old.providers().count(), 0, "the copy of 別表第二 does not say who provides");
    // Of a row that was added after the copy, only the number is known.
    let later = row(Table::Provision, "10-2");
    assert_eq!((later.body(), later.article(), later.is_deleted()), (None, None, false));
    assert_eq!(later.state().to_string(), "2026-06-26");
    assert_eq!(row(Table::Appended, "8-2").article().map(dashed).as_deref(), Some("7-2"));
    assert_eq!(Table::Appended.row(number("138")), None);
    assert_eq!(Table::Appended.row(number("300")), None);
    assert_eq!(Table::Appended.row(number("2-2-2-2")), None);
}

#[test]
fn every_title_of_a_law_is_in_the_text_of_its_affair() {
    for (table, file, column) in [
        (Table::First, FIRST, 2),
        (Table::Second, SECOND, 2),
        (Table::Appended, APPENDED, 2),
        (Table::Provision, PROVISION, 3),
    ] {
        for (row, cells) in table.rows().zip(tsv(file)) {
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
                ("same text", Renumbering::Newer(newer, PairEvidence::SameText | PairEvidence::Assessment(_)))
                | ("by hand", Renumbering::Newer(newer, PairEvidence::ByHand | PairEvidence::Assessment(_))) => newer,
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
        // And back, for every row of the new table.
        let uncertain: BTreeSet<&str> =
            pairs.iter().filter(|pair| pair[2] == "uncertain").map(|pair| pair[1]).collect();
        for row in new.rows() {
            match (row.citation().renumbered(), successors.get(dashed(row.number()).as_str())) {
                (Renumbering::Older(older, _), Some(old)) => assert_eq!(older, old.citation()),
                (Renumbering::Uncertain, None) => assert!(uncertain.contains(dashed(row.number()).as_str()), "{row:?}"),
                (Renumbering::NoPredecessor, None) => {}
                (other, _) => panic!("{row:?}: {other:?}"),
            }
        }
    }
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

/// The articles of the order on 別表. The order kept its number, and most articles kept their affair.
#[test]
fn articles_of_the_order_on_the_table_moved_with_their_affairs() {
    let article = |dashed: &str| {
        Citation::new(Some(Law::Known(KnownLaw::MyNumberTableOrder)), Locator::At(Place::article(number(dashed))))
            .unwrap()
    };
    let pairs = tsv(FIRST_PAIRS);
    let mut moved = Vec::new();
    for pair in pairs.iter().filter(|pair| !pair[4].is_empty()) {
        let (old, new) = (article(pair[4]), pair[5]);
        match old.renumbered() {
            Renumbering::Untouched => assert_eq!(pair[4], new),
            Renumbering::NoSuccessor => assert_eq!(new, "", "{old}"),
            Renumbering::Newer(newer, evidence) => {
                assert_eq!(newer, article(new));
                assert_ne!(newer, old);
                assert_eq!(newer.renumbered(), Renumbering::Older(old, evidence));
                assert_eq!(evidence.code().replace('_', " "), pair[2]);
                moved.push((pair[4], new));
            }
            other => panic!("{old}: {other:?}"),
        }
    }
    assert_eq!(moved, [("23-2", "23-2-2"), ("30-2", "30-3"), ("44-2", "44-3"), ("48-2", "48-3")]);
    // The other way round, for every article of today.
    let is_old = |dashed: &str| pairs.iter().any(|pair| pair[4] == dashed);
    let was_moved = |dashed: &str| moved.iter().any(|(_, new)| *new == dashed);
    let (mut kept, mut added) = (0, Vec::new());
    for cells in tsv(ARTICLES) {
        match article(cells[1]).renumbered() {
            Renumbering::Untouched => kept += usize::from(is_old(cells[1])),
            Renumbering::Newer(..) => assert!(is_old(cells[1]), "a number that another affair has today: {}", cells[1]),
            Renumbering::Older(..) => assert!(was_moved(cells[1])),
            Renumbering::NoPredecessor => added.push(cells[1]),
            // Two rows that the copy of 別表 lacks.
            Renumbering::NotEvidenced => assert!(["8-2", "137"].contains(&cells[0]), "{}", cells[0]),
            other => panic!("{}: {other:?}", cells[1]),
        }
    }
    assert_eq!(kept, 86);
    assert!(["41-3", "60-3"].iter().all(|article| added.contains(article)), "{added:?}");
    assert_eq!(article("56").renumbered(), Renumbering::NoSuccessor);
    assert_eq!(article("9999").renumbered(), Renumbering::NotEvidenced);
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
    let live: Vec<TableRow> = Table::Provision.rows().filter(|row| !row.is_deleted()).collect();
    assert_eq!(live.len(), 180);
    for row in live {
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
fn whether_a_row_exists_depends_on_the_day() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let status = |text: &str, on: &str| {
        let citation: Citation = text.parse().unwrap();
        let state = |state: Option<NaiveDate>| state.map(|state| format!(" ({state})")).unwrap_or_default();
        match citation.row_as_of(day(on)) {
            RowStatus::Exists { row, state: other } => format!("{}{}", row.body().unwrap_or("?"), state(other)),
            RowStatus::Deleted { state: other, .. } => format!("deleted{}", state(other)),
            RowStatus::Missing { state: other } => format!("missing{}", state(other)),
            RowStatus::NoTable(Validity::NotYet(_)) => "not yet".into(),
            RowStatus::NoTable(Validity::NoLonger(_)) => "no longer".into(),
            RowStatus::NoTable(_) => "not evidenced".into(),
            RowStatus::NotARow => "not a row".into(),
        }
    };
    let order = "利用特定個人情報の提供に関する命令第2条の表";
    for (text, on, expected) in [
        ("番号法別表の2の2の項", "2025-09-24", "総務大臣又は都道府県知事"),
        ("番号法別表の2の2の項", "2024-05-27", "総務大臣又は都道府県知事 (2025-09-24)"),
        ("番号法別表の2の2の項", "2024-05-26", "not yet"),
        ("番号法別表の137の項", "2025-09-24", "missing"),
        ("番号法別表の137の項", "2025-01-01", "missing (2025-09-24)"),
        ("番号法別表の137の項", "2026-03-01", "? (2026-02-08)"),
        ("番号法別表の138の項", "2026-03-01", "missing (2025-09-24)"),
        ("番号法別表第二の36の項", "2019-10-01", "deleted"),
        ("番号法別表第二の36の項", "2023-04-01", "deleted (2019-10-01)"),
        ("番号法別表第二の27の項", "2023-04-01", "市町村長 (2019-10-01)"),
        ("番号法別表第二の27の項", "2024-05-27", "no longer"),
        ("番号法別表第二の27の項", "2015-01-01", "not evidenced"),
        ("番号法別表第一の38の2の項", "2021-04-01", "? (2020-11-30)"),
        ("番号法別表第一の38の2の項", "2019-04-01", "missing (2019-10-01)"),
        ("番号法別表第一", "2021-04-01", "not a row"),
        ("条例別表第一の38の項", "2021-04-01", "not a row"),
    ] {
        assert_eq!(status(text, on), expected, "{text} {on}");
    }
    for (row, on, expected) in [
        ("157", "2026-02-08", "deleted"),
        ("10の2", "2026-02-08", "missing"),
        ("10の2", "2026-06-26", "?"),
        ("173の2", "2026-06-26", "都道府県知事 (2026-02-08)"),
        ("174", "2026-06-26", "missing (2026-02-08)"),
    ] {
        assert_eq!(status(&format!("{order}の{row}の項"), on), expected, "{row} {on}");
    }
}

#[test]
fn the_law_at_the_beginning_of_every_affair_is_found() {
    let mut found = 0;
    for (table, file, column) in [
        (Table::First, FIRST, 2),
        (Table::Second, SECOND, 2),
        (Table::Appended, APPENDED, 2),
        (Table::Provision, PROVISION, 3),
    ] {
        for (row, cells) in table.rows().zip(tsv(file)) {
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
    // All of the 587 rows that are not deleted, except one whose affair begins with a defined term, and seven under
    // notices.
    assert_eq!(found, 579);
}

#[test]
fn every_title_of_the_tables_is_known() {
    let titles = tables().into_iter().flatten().map(|row| row.law).chain(OTHER_TITLES.map(String::from));
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
    let rows = tables().into_iter().flatten().map(|row| row.law);
    let titles: BTreeSet<String> = rows.chain(OTHER_TITLES.map(String::from)).collect();
    let mut others = BTreeSet::new();
    let mut named = 0;
    for cell in
        [FIRST, SECOND, APPENDED, PROVISION].iter().flat_map(|file| file.lines()).flat_map(|line| line.split('\t'))
    {
        for law in StatutoryBasis::read(cell).citations().filter_map(Citation::law) {
            named += 1;
            let is_known =
                matches!(law, Law::Known(_)) || titles.contains(law.title()) || number_at_front(law.title()).is_some();
            if !is_known {
                others.insert(law.title().to_string());
            }
        }
    }
    assert_eq!(named, 781);
    assert_eq!(others.into_iter().collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_table_names_the_copy_that_it_is_from() {
    let readme = include_str!("data/law/README.md");
    for table in Table::ALL {
        let (copy, commit) = table.source().split_once(", commit ").unwrap();
        let name = copy.strip_prefix("github.com/").unwrap();
        let commit = commit.split(' ').next().unwrap();
        assert!(readme.contains(&format!("GitHub {name} {commit}")), "{}", table.source());
    }
    let row = Table::First.rows().next().unwrap();
    let shown = r#"TableRow { table: First, number: 1, body: Some("厚生労働大臣"), law: Some("健康保険法"), .. }"#;
    assert_eq!(format!("{row:?}"), shown);
}
