//! Texts that are made to be slow to read: each kind of token of the reader of citations repeated, alone and in pairs.

use std::time::Duration;

use mynumber_pia::law::StatutoryBasis;
use mynumber_pia::validate::validate;

use super::{AGAIN, Call, Cost, HEADER, MOST, Make, SHORTEST, day, list, read, timed};

/// A piece for each kind of token that the reader knows, and for each thing that it looks ahead for. A line break is written
/// as JSON writes it.
const PIECES: [&str; 64] = [
    "x",
    "甲",
    " ",
    "\\n",
    "1",
    "一",
    "10000",
    "イ",
    "第",
    "条",
    "項",
    "号",
    "表",
    "別表",
    "附則",
    "の",
    "項番",
    "番",
    "関係",
    "ただし書",
    "中",
    "、",
    "及び",
    "並びに",
    "から",
    "まで",
    "の規定による",
    "に基づく",
    "同法",
    "同条",
    "同項",
    "同表",
    "前項",
    "前",
    "法",
    "法律",
    "条例",
    "施行令",
    "の一部を改正する法律",
    "に関する",
    "主務省令",
    "旧",
    "平成",
    "年法律第",
    "第三欄",
    "については",
    "未制定",
    "における",
    "以下「丁」という",
    "番号法",
    "地方税法",
    "（",
    "）",
    "「",
    "」",
    "【",
    "】",
    "：",
    "。",
    "第1条",
    "第2条第8項",
    "別表第二の1の項",
    "（以下「条例」という。）",
    "第一章",
];

/// Documents whose cells were once slow to read.
pub(super) const SHAPES: [(&str, Make); 5] = [
    ("paragraphs of definitions", |count| cell(&"番号法第2条第8項、".repeat(count))),
    ("numbers of no law", |count| cell(&"番号法第10000条、".repeat(count))),
    ("one short name in a cell", |count| {
        let define = |index| format!("甲{index}市条例（以下「条例」という。）第1条、条例第2条。");
        cell(&(0..count).map(define).collect::<String>())
    }),
    ("one short name in cells", |count| {
        let entry = |index| {
            if index * 2 < count {
                return r#"{"bases": "番号法第19条第8号"}"#.into();
            }
            format!(r#"{{"bases": "甲{index}市条例（以下「条例」という。）第1条"}}"#)
        };
        let entries = list(count, entry);
        format!(r#""file_sections": [{{"provision": {{"provided": "ticked", "provisions": [{entries}]}}}}]"#)
    }),
    ("headings", |count| {
        let lines = list(count, |index| format!(r#"{{"under": "甲{index}", "text": "丙{index}"}}"#));
        format!(r#""affair": {{"content": [{lines}]}}"#)
    }),
];

/// Functions that read what a page prints.
pub(super) const CALLS: [(&str, Call); 1] = [("put_shown all", |case| {
    let mut shown = Vec::new();
    case.document.walk(|field| {
        if field.value.is_given() {
            shown.push((field.path.to_owned(), field.value.shown()));
        }
    });
    let mut document = case.document.clone();
    timed(|| shown.iter().filter(|(path, shown)| document.put_shown(path, shown).is_ok()).count())
})];

fn cell(text: &str) -> String {
    format!(r#""number_use_bases": "{text}""#)
}

/// The bytes of a short text; a long one has four times as many.
const SIZE: usize = 20_000;

/// A pair that is repeated, and the first piece repeated before the second.
fn texts(first: &str, second: &str, size: usize) -> [String; 2] {
    let count = size / (first.len() + second.len());
    // A cell is not a text if all of it is blank.
    [
        ["甲", &[first, second].concat().repeat(count)].concat(),
        ["甲", &first.repeat(count), &second.repeat(count)].concat(),
    ]
}

/// Reads a text and takes it apart.
fn cite(text: &str) -> Cost {
    let text = text.replace("\\n", "\n");
    timed(|| {
        let basis = StatutoryBasis::read(text);
        (basis.pieces().len(), basis.rest().len())
    })
}

/// Checks a document with the text in each kind of cell that cites law.
fn check(text: &str) -> Cost {
    let provision = format!(
        r#"{{"provided": "ticked", "provisions": [{{"bases": "{text}"}}], "transfers": [{{"bases": "{text}"}}]}}"#
    );
    let document = read(&format!(
        r#"{HEADER}"cover": {{"published": "2025-06-01"}}, "number_use_bases": "{text}",
        "linkage": {{"bases": "{text}"}}, "file_sections": [{{"provision": {provision}}}]}}"#
    ));
    timed(|| validate(&document, day()))
}

/// The shortest times for the two texts, and by how much they grow when a text doubles. Most texts are measured once.
fn growth(work: fn(&str) -> Cost, short: &str, long: &str) -> (Duration, Duration, f64) {
    let (mut one, mut four, mut time) = (Duration::MAX, Duration::MAX, 0.0);
    for _ in 0..AGAIN {
        (one, four) = (one.min(work(short).time), four.min(work(long).time));
        time = if four < SHORTEST { 0.0 } else { (four.as_secs_f64() / one.as_secs_f64()).sqrt() };
        if time <= MOST {
            break;
        }
    }
    (one, four, time)
}

/// Prints each text that takes more time than in proportion to its length. Returns whether all are in proportion.
pub(super) fn none_is_slow() -> bool {
    let (mut count, mut slow) = (0, 0);
    for (first, second) in PIECES.iter().flat_map(|first| PIECES.iter().map(move |second| (first, second))) {
        for (short, long) in texts(first, second, SIZE).iter().zip(texts(first, second, 4 * SIZE)) {
            for (what, work) in [("read", cite as fn(&str) -> Cost), ("validate", check)] {
                count += 1;
                let (one, four, time) = growth(work, short, &long);
                if time > MOST {
                    slow += 1;
                    println!("{what:10}{first} {second} {one:9.1?} {four:9.1?} {time:5.1}    NOT KNOWN");
                }
            }
        }
    }
    println!(
        "{count} times a hostile text of {SIZE} bytes and one of four times as many: {slow} grow faster than the text"
    );
    slow == 0
}
