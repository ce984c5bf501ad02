//! Loading, saving and walking the largest of the published documents.
//!
//! Compare within one run, in the column of medians:
//!
//! - `load` (which also drops the document) takes at most 0.7 times `load_value`, and `save` no longer than
//!   `save_value`, which do the same with `serde_json::Value`;
//! - `put` changes one answer by its path. It is at least 50 times faster than `put_value_detour`, which changes it in
//!   a `serde_json::Value`;
//! - `walk` visits every field of the document, `bases` reads its statutory bases.
//!
//! Each also reports its allocations. For `load` that is the size of the document in memory.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::FieldPath;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const DOCUMENT: &str = include_str!("../examples/documents/edogawa.json");

fn main() {
    divan::main();
}

/// The document as the crate saves it, without indentation.
fn compact() -> String {
    serde_json::to_string(&loaded()).expect("a document")
}

fn loaded() -> Assessment {
    serde_json::from_str(DOCUMENT).expect("a published document")
}

#[divan::bench(sample_count = 1_000)]
fn load(bencher: Bencher) {
    let text = compact();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| drop(black_box(serde_json::from_str::<Assessment>(black_box(&text)).expect("a document"))));
}

#[divan::bench(sample_count = 1_000)]
fn load_value(bencher: Bencher) {
    let text = compact();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| drop(black_box(serde_json::from_str::<serde_json::Value>(black_box(&text)).expect("JSON"))));
}

#[divan::bench(sample_count = 1_000)]
fn save(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| serde_json::to_string(black_box(&document)).map(|text| text.len()).unwrap_or_default());
}

#[divan::bench(sample_count = 1_000)]
fn save_value(bencher: Bencher) {
    let document: serde_json::Value = serde_json::from_str(DOCUMENT).expect("a published document");
    bencher.bench(|| serde_json::to_string(black_box(&document)).map(|text| text.len()).unwrap_or_default());
}

/// An answer deep in the document.
const PATH: &str = "file_sections[1].provision.transfers[3].data_subjects";

fn path() -> FieldPath {
    PATH.parse().expect("a path")
}

#[divan::bench(sample_count = 1_000)]
fn put(bencher: Bencher) {
    let (mut document, path) = (loaded(), path());
    bencher.bench_local(|| document.put(black_box(&path), black_box("10万人以上100万人未満")));
}

/// The path is parsed first.
#[divan::bench(sample_count = 1_000)]
fn put_and_read_path(bencher: Bencher) {
    let mut document = loaded();
    bencher.bench_local(|| {
        let path = black_box(PATH).parse().expect("a path");
        document.put(&path, black_box("10万人以上100万人未満"))
    });
}

#[divan::bench]
fn put_value_detour(bencher: Bencher) {
    let (document, pointer) = (loaded(), path().to_pointer());
    bencher.bench_local(|| {
        let mut json = serde_json::to_value(black_box(&document)).expect("JSON");
        *json.pointer_mut(&pointer).expect("it is there") = serde_json::json!("from_100000_to_999999");
        serde_json::from_value::<Assessment>(json).expect("a document")
    });
}

#[divan::bench]
fn walk(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| {
        let mut answered = 0_usize;
        black_box(&document).walk(|field| answered += usize::from(field.value.is_answered()));
        answered
    });
}

#[divan::bench]
fn bases(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| black_box(&document).bases().len());
}
