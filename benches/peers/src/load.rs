//! 読込み: loading a document beside reading the same text into values of JSON.

use std::cell::RefCell;
use std::hint::black_box;
use std::time::Duration;

use mynumber_pia::Assessment;
use serde_json::Value;
use simd_json::Buffers;
use simd_json::serde::from_slice_with_buffers;
use simd_json::value::borrowed::to_value_with_buffers;

use crate::documents::{Set, generated, largest};
use crate::measure::{Row, in_turn, time};

/// What the two sides do.
pub const NOTE: &str = "\
- **Load.** All sides read the same compact text from memory and drop what they read. Loading checks every value (codes,
  dates, counts, texts) and refuses unknown fields. A value of JSON is only a tree, which the program must still search and
  check. The value of simd-json borrows from its input, that of sonic-rs is one arena. simd-json overwrites its input: the copy
  that it needs is not counted, and its buffers are reused. If both sides read an `Assessment`, only the reader differs.
  sonic-rs uses the widest instructions only if it is compiled for the CPU, with `RUSTFLAGS=\"-C target-cpu=native\"`; here it is not.";

/// How long it takes to read a copy of each text, which the reader overwrites.
fn time_copies<R>(texts: &[String], read: impl FnMut(&mut [u8]) -> R) -> Duration {
    let mut copies: Vec<Vec<u8>> = texts.iter().map(|text| text.clone().into_bytes()).collect();
    time(copies.iter_mut().map(Vec::as_mut_slice), read)
}

/// All readers read the same.
fn compare(set: &Set, texts: &[String]) {
    for (document, text) in set.documents.iter().zip(texts) {
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(value, serde_json::to_value(document).unwrap());
        let mut copy = text.clone().into_bytes();
        assert_eq!(serde_json::to_value(simd_json::to_borrowed_value(&mut copy).unwrap()).unwrap(), value);
        let sonic: sonic_rs::Value = sonic_rs::from_str(text).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&sonic_rs::to_string(&sonic).unwrap()).unwrap(), value);
        let mut copy = text.clone().into_bytes();
        assert!(serde_json::from_str::<Assessment>(text).unwrap() == *document);
        assert!(simd_json::from_slice::<Assessment>(&mut copy).unwrap() == *document);
        assert!(sonic_rs::from_str::<Assessment>(text).unwrap() == *document);
    }
}

pub fn rows() -> Vec<Row> {
    [largest(), generated()].iter().flat_map(rows_of).collect()
}

fn rows_of(set: &Set) -> Vec<Row> {
    let texts = set.texts();
    compare(set, &texts);
    let row = |peer: &str, times| Row {
        measured: format!("load, {}", set.name),
        ours: "`Assessment` by serde_json".to_owned(),
        peer: peer.to_owned(),
        times,
        operations: texts.len(),
    };
    let ours = || time(&texts, |text| serde_json::from_str::<Assessment>(text).unwrap());
    let plain = || time(&texts, |text| serde_json::from_str::<Value>(text).unwrap());
    let sonic = || time(&texts, |text| sonic_rs::from_str::<sonic_rs::Value>(text).unwrap());
    let sonic_typed = || time(&texts, |text| sonic_rs::from_str::<Assessment>(text).unwrap());
    let buffers = RefCell::new(Buffers::default());
    let simd =
        || time_copies(&texts, |copy| drop(black_box(to_value_with_buffers(copy, &mut buffers.borrow_mut()).unwrap())));
    let simd_typed =
        || time_copies(&texts, |copy| from_slice_with_buffers::<Assessment>(copy, &mut buffers.borrow_mut()).unwrap());
    vec![
        row("`serde_json::Value`", in_turn(ours, plain)),
        row("borrowed value of simd-json", in_turn(ours, simd)),
        row("value of sonic-rs", in_turn(ours, sonic)),
        row("`Assessment` by simd-json", in_turn(ours, simd_typed)),
        row("`Assessment` by sonic-rs", in_turn(ours, sonic_typed)),
    ]
}
