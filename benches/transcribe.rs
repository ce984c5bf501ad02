//! Reading what is printed, beside loading the same document from JSON.

#![allow(clippy::disallowed_methods, reason = "the benchmark reads the published documents")]

use divan::{Bencher, black_box};
use mynumber_pia::Assessment;
use mynumber_pia::form::Plain;
use mynumber_pia::transcribe::{PrintedForm, transcribe};

fn main() {
    divan::main();
}

const DOCUMENTS: [&str; 3] = ["kumagaya", "kawaguchi", "edogawa"];

fn json(name: &str) -> String {
    std::fs::read_to_string(format!("{}/examples/documents/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[divan::bench(args = DOCUMENTS)]
fn load(bencher: Bencher, name: &str) {
    let json = json(name);
    bencher.bench(|| serde_json::from_str::<Assessment>(black_box(&json)).unwrap());
}

#[divan::bench(args = DOCUMENTS)]
fn read_the_printed_text(bencher: Bencher, name: &str) {
    let document: Assessment = serde_json::from_str(&json(name)).unwrap();
    let text = Plain::new(&document).to_string();
    bencher.bench(|| transcribe(&PrintedForm::text(black_box(&text)), None));
}
