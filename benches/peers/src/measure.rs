//! Measures two sides in turn, and prints what was measured as rows of a Markdown table.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each side runs. The fastest run counts: anything else that the machine does only makes a run slower.
const RUNS: usize = 101;

/// The fastest run of the library, and of the peer.
pub type Times = (Duration, Duration);

/// The time to run this on every item and to drop the results.
pub fn time<T, R>(items: impl IntoIterator<Item = T>, mut run: impl FnMut(T) -> R) -> Duration {
    let start = Instant::now();
    for item in items {
        drop(black_box(run(black_box(item))));
    }
    start.elapsed()
}

/// Runs the sides in turn, so that other load on the machine slows both.
pub fn in_turn(mut ours: impl FnMut() -> Duration, mut peer: impl FnMut() -> Duration) -> Times {
    let mut fastest = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        fastest = (fastest.0.min(ours()), fastest.1.min(peer()));
    }
    fastest
}

/// A row of the table.
pub struct Row {
    /// What is measured, and on what data.
    pub measured: String,
    /// What the library does.
    pub ours: String,
    /// What the peer does.
    pub peer: String,
    pub times: Times,
    /// How many operations a run has. The printed times are those of one operation.
    pub operations: usize,
}

impl Row {
    /// How many times as long as the peer the library takes.
    pub fn ratio(&self) -> f64 {
        self.times.0.as_secs_f64() / self.times.1.as_secs_f64()
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { measured, ours, peer, times, operations } = self;
        let (own_time, peer_time) = (per_operation(times.0, *operations), per_operation(times.1, *operations));
        write!(f, "| {measured} | {ours}: {own_time} | {peer}: {peer_time} | {} |", three_digits(self.ratio()))
    }
}

/// The time of one operation.
#[expect(clippy::cast_precision_loss, reason = "there are a thousand at most")]
pub fn per_operation(time: Duration, operations: usize) -> String {
    let nanoseconds = time.as_secs_f64() * 1e9 / operations as f64;
    let (number, unit) = match nanoseconds {
        ..1e3 => (nanoseconds, "ns"),
        ..1e6 => (nanoseconds / 1e3, "µs"),
        _ => (nanoseconds / 1e6, "ms"),
    };
    format!("{} {unit}", three_digits(number))
}

/// Rounded, with about three digits.
fn three_digits(number: f64) -> String {
    let digits = match number {
        ..0.1 => 4,
        ..1.0 => 3,
        ..10.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    format!("{number:.digits$}")
}
