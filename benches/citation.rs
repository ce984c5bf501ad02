//! The cost of finding citations.
//!
//! Compare within one run, in the column of medians:
//!
//! - `read` reads a megabyte of real bases, and `scan` only looks for 「第」 in it: the ratio of their throughputs is the
//!   cost of reading;
//! - `hostile` takes four times as long for four times the text, whatever is repeated.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use mynumber_pia::law::StatutoryBasis;

fn main() {
    divan::main();
}

const MEGABYTE: usize = 1_000_000;

/// The texts of the five documents and of the statutes, repeated up to a megabyte.
fn corpus() -> Vec<String> {
    let texts: Vec<String> = include_str!("../tests/data/bases.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_string())
        .collect();
    let mut corpus = Vec::new();
    let mut size = 0;
    for text in texts.iter().cycle() {
        size += text.len();
        corpus.push(text.clone());
        if size >= MEGABYTE {
            return corpus;
        }
    }
    corpus
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

#[divan::bench(sample_count = 20)]
fn read(bencher: Bencher) {
    let texts = corpus();
    bencher.counter(bytes(&texts)).bench_local(|| {
        texts.iter().map(|text| StatutoryBasis::read(black_box(text.as_str())).found().len()).sum::<usize>()
    });
}

/// The same megabyte as one text.
#[divan::bench(sample_count = 20)]
fn read_as_one(bencher: Bencher) {
    let text = corpus().join("\n");
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| StatutoryBasis::read(black_box(text.as_str())).found().len());
}

#[divan::bench(sample_count = 20)]
fn scan(bencher: Bencher) {
    let texts = corpus();
    bencher
        .counter(bytes(&texts))
        .bench_local(|| texts.iter().map(|text| black_box(text).chars().filter(|c| *c == '第').count()).sum::<usize>());
}

/// Texts made to be slow to read: a name, and the piece that is repeated.
const HOSTILE: [(&str, &str); 21] = [
    ("articles", "第1条"),
    ("blanks", " "),
    ("brackets_closed", "(1)"),
    ("brackets_open", "（"),
    ("citations_with_open_brackets", "番号法第1条（"),
    ("definitions", "以下「条例」という"),
    ("digits", "1"),
    ("digits_with_commas", "1,"),
    ("groups_with_rows", "第三欄1の項"),
    ("headings_open", "【"),
    ("laws_with_open_brackets", "法（"),
    ("ordinals", "第"),
    ("ordinances", "条例"),
    ("particles", "の"),
    ("places_behind_words", "x第1条"),
    ("quotes_open", "「"),
    ("ranges", "第1条から"),
    ("row_marks", "項番"),
    ("rows", "十の項及び"),
    ("same_article", "同条第1項"),
    ("tables", "別表"),
];

/// The piece is repeated up to a quarter of a megabyte, and up to a megabyte.
#[divan::bench(sample_count = 3, args = HOSTILE.map(|(name, _)| name), consts = [250_000, 1_000_000])]
fn hostile<const SIZE: usize>(bencher: Bencher, name: &str) {
    let piece = HOSTILE.iter().find(|(other, _)| *other == name).unwrap().1;
    let text = piece.repeat(SIZE / piece.len());
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| StatutoryBasis::read(black_box(text.as_str())).found().len());
}
