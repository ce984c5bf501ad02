//! The line that a long run of an example shows on a terminal: when it is written, and what it says. That it is written only
//! to a terminal is not tested.

#![allow(clippy::disallowed_methods, reason = "the line depends on the clock")]

#[path = "../examples/shared/progress.rs"]
#[allow(dead_code, reason = "the test writes to no terminal")]
mod progress;

use std::time::{Duration, Instant};

use progress::Progress;

#[test]
fn a_line_after_a_second_and_then_every_fifth_of_one() {
    let began = Instant::now();
    let mut progress = Progress::at("validate", began, true);
    let lines = [(10, 0), (10, 999), (20, 1_000), (1, 1_100), (1, 1_199), (8, 1_250), (0, 1_449), (950, 2_000)]
        .map(|(count, milliseconds)| progress.line(count, began + Duration::from_millis(milliseconds)));
    let expected = [
        None,
        None,
        Some("validate: 40 (40/s)"),
        None,
        None,
        Some("validate: 50 (40/s)"),
        None,
        Some("validate: 1000 (500/s)"),
    ];
    assert_eq!(lines, expected.map(|line| line.map(String::from)));
}

#[test]
fn no_line_where_none_is_wanted() {
    let began = Instant::now();
    let mut progress = Progress::at("validate", began, false);
    assert_eq!(progress.line(1, began + Duration::from_secs(60)), None);
}
