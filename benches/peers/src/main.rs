//! The library beside other libraries that do a comparable job. Prints `benches/README.md`.
//!
//! ```console
//! cargo run --release -p mynumber-pia-peers
//! ```
//!
//! Each comparison first asserts that both sides give the right answer.

#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and names its machine; the library does not"
)]

mod check;
mod difference;
mod documents;
mod fixtures;
mod load;
mod machine;
mod measure;
mod threshold;

use crate::measure::Row;

fn table(rows: &[Row]) {
    println!("\n| measured | ours | peer | ours / peer |\n|---|---|---|---|");
    for row in rows {
        println!("{row}");
    }
}

fn main() {
    let mut rows = Vec::new();
    for comparison in [threshold::rows, load::rows, check::rows, difference::rows, fixtures::rows] {
        rows.extend(comparison());
    }
    rows.sort_by(|one, other| other.ratio().total_cmp(&one.ratio()));
    let (behind, ahead) = rows.split_at(rows.partition_point(|row| row.ratio() > 1.0));
    println!("# The library beside other libraries\n");
    println!("Printed by `cargo run --release -p mynumber-pia-peers`, all in one run. Both sides of a");
    println!(
        "row run in turn 101 times; the fastest run of each counts. Times are those of one operation or document.\n"
    );
    println!("- Machine: {}.", machine::machine());
    println!("- Peers: {}.\n", machine::peers());
    println!("## Where the library is behind");
    table(behind);
    println!("\n## Where the library is ahead");
    table(ahead);
    println!("\n## Ten times as many parts\n");
    println!(
        "The difference of two versions with 1,000 and with 10,000 systems. A fifth of the systems are moved, and"
    );
    println!("a tenth have another function.\n");
    println!("| | 1,000 | 10,000 | factor |\n|---|---|---|---|");
    for growth in difference::growth() {
        println!("{growth}");
    }
    println!("\n## What each side does\n");
    for note in [threshold::NOTE, load::NOTE, check::NOTE, difference::NOTE, fixtures::NOTE] {
        println!("{note}");
    }
}
