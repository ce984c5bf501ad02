//! Loading, saving and walking the largest of the published documents.
//!
//! Compare within one run, in the column of medians:
//!
//! - `load` (and dropping what was loaded) takes at most 0.7 times `load_value`, and `save` no longer than `save_value`:
//!   the same bytes as `serde_json::Value`;
//! - `walk` visits every field of the document, `bases` reads its statutory bases.
//!
//! Each also says how much it allocates: of `load` that is what the document holds in memory, beside the counter of bytes
//! that it was read from.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use mynumber_pia::Assessment;
use mynumber_pia::catalogue::Walk;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const DOCUMENT: &str = include_str!("../examples/documents/edogawa.json");

fn main() {
    divan::main();
}

/// The document as the crate saves it, without the blanks of its layout.
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

#[divan::bench]
fn walk(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| {
        let mut answered = 0_usize;
        let mut visit = |field: &mynumber_pia::catalogue::Field<'_>| answered += usize::from(field.value.is_answered());
        black_box(&document).walk(&mut Walk::new(&mut visit));
        answered
    });
}

#[divan::bench]
fn bases(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| black_box(&document).bases().len());
}
