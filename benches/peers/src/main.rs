//! 変更点の抽出: how long the difference of two versions takes, beside json-patch, and how it grows with the parts of a list.
//!
//! ```console
//! cargo run --release --manifest-path benches/peers/Cargo.toml
//! ```

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock; the library does not")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use mynumber_pia::assessment::{Assessment, InformationSystem};
use mynumber_pia::change::{difference, rewind};
use mynumber_pia::value::answer::Answer;
use mynumber_pia::value::text::Text;

const EDOGAWA: &str = include_str!("../../../examples/documents/edogawa.json");

/// The fastest of so many runs: what else the machine does only makes them slower.
fn fastest<T>(runs: usize, mut run: impl FnMut() -> T) -> Duration {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn compare(name: &str, old: &Assessment, new: &Assessment, most: f64) -> bool {
    let (left, right) = (serde_json::to_value(old).unwrap(), serde_json::to_value(new).unwrap());
    let own = fastest(101, || difference(black_box(old), black_box(new)));
    let peer = fastest(101, || json_patch::diff(black_box(&left), black_box(&right)));
    let ratio = own.as_secs_f64() / peer.as_secs_f64();
    let (edits, operations) = (difference(old, new).edits().len(), json_patch::diff(&left, &right).0.len());
    println!("{name}: {own:?} for {edits} edits, json-patch {peer:?} for {operations} operations: {ratio:.3} of it");
    ratio <= most
}

/// So many systems, every tenth at another place, and with another function.
fn many(count: usize, is_new: bool) -> Assessment {
    let mut document = Assessment::new("form_4_2024_10".parse().unwrap());
    for index in 0..count {
        let name = Text::new(format!("システム{index}")).unwrap();
        let functions = if is_new && index % 10 == 3 { "改定後の機能" } else { "機能" };
        document.systems.push(InformationSystem {
            number: Answer::Given(u32::try_from(index).unwrap()),
            name: Answer::Given(name),
            functions: Answer::Given(functions.parse().unwrap()),
            ..InformationSystem::default()
        });
    }
    if is_new {
        let count = document.systems.len();
        for index in (0..count).step_by(10) {
            document.systems.swap(index, count - 1 - index);
        }
    }
    document
}

fn main() {
    let new: Assessment = serde_json::from_str(EDOGAWA).unwrap();
    let first = rewind(&new, "2000-01-01".parse().unwrap()).document;
    let mut inserted = new.clone();
    inserted.systems.insert(
        0,
        InformationSystem {
            name: Answer::Given(Text::new("新システム").unwrap()), ..InformationSystem::default()
        },
    );
    inserted.file_sections.swap(0, 2);
    let mut is_met = compare("the largest document, an earlier version", &first, &new, 0.1);
    is_met &= compare("the largest document, a system more and two sections swapped", &new, &inserted, 0.1);
    is_met &= compare("the largest document, the same", &new, &new.clone(), 1.0);
    // As many systems in both: on a machine that does more besides, long runs are slower than short ones.
    let growth = |count: usize| {
        let (old, new) = (many(count, false), many(count, true));
        let times = 10_000 / count;
        let run = || (0..times).for_each(|_| drop(black_box(difference(black_box(&old), black_box(&new)))));
        fastest(51, run) / u32::try_from(times).unwrap()
    };
    let (few, most) = (growth(1_000), growth(10_000));
    let factor = most.as_secs_f64() / few.as_secs_f64();
    println!("1,000 systems {few:?}, 10,000 systems {most:?}: {factor:.1} times");
    is_met &= factor <= 15.0;
    println!("{}", if is_met { "at most 0.1 of json-patch, and 15 times for ten times as much" } else { "too slow" });
    std::process::exit(i32::from(!is_met));
}
