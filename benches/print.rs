//! Printing the largest of the published documents.
//!
//! Compare within one run, by the fastest runs: `plain` and `markdown` take at most 3 times as long as `load`, `html` 3.2 to 3.6 times, where
//! the aim is 3 as well. Listing the cells (`list`) takes a
//! quarter of the time of `html`, a third of that of `plain` and nearly half of that of `markdown`.
//!
//! Their peak of allocated memory does not grow with the document, because the pages are not stored.

use std::fmt::{self, Write as _};

use divan::{AllocProfiler, Bencher, black_box};
use mynumber_pia::Assessment;
use mynumber_pia::form::{Html, Markdown, Plain, cells};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const DOCUMENT: &str = include_str!("../examples/documents/edogawa.json");

fn main() {
    divan::main();
}

fn loaded() -> Assessment {
    serde_json::from_str(DOCUMENT).expect("a published document")
}

/// Counts the written bytes and drops them.
struct Nowhere(usize);

impl fmt::Write for Nowhere {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

fn length(page: impl fmt::Display) -> usize {
    let mut nowhere = Nowhere(0);
    write!(nowhere, "{page}").expect("nothing fails");
    nowhere.0
}

#[divan::bench(sample_count = 300)]
fn load(bencher: Bencher) {
    let text = serde_json::to_string(&loaded()).expect("a document");
    bencher.bench(|| drop(black_box(serde_json::from_str::<Assessment>(black_box(&text)).expect("a document"))));
}

#[divan::bench(sample_count = 300)]
fn list(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| cells(black_box(&document)).count());
}

#[divan::bench(sample_count = 300)]
fn plain(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| length(Plain::new(black_box(&document))));
}

#[divan::bench(sample_count = 300)]
fn markdown(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| length(Markdown::new(black_box(&document))));
}

#[divan::bench(sample_count = 300)]
fn html(bencher: Bencher) {
    let document = loaded();
    bencher.bench(|| length(Html::new(black_box(&document))));
}
