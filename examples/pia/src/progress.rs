//! Shows the progress of a long run.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long a run may take before the line appears.
const PATIENCE: Duration = Duration::from_secs(1);

/// The time between two updates of the line.
const PAUSE: Duration = Duration::from_millis(200);

/// A line on standard error with the count so far and the count per second. It is not shown if standard error is not a
/// terminal, or if standard output is one too, because the output itself then shows the progress.
pub(crate) struct Progress {
    program: &'static str,
    began: Instant,
    /// When to write the line next; `None` for never.
    next: Option<Instant>,
    count: u64,
    is_shown: bool,
}

impl Progress {
    pub(crate) fn new(program: &'static str) -> Self {
        Self::at(program, Instant::now(), io::stderr().is_terminal() && !io::stdout().is_terminal())
    }

    fn at(program: &'static str, began: Instant, is_wanted: bool) -> Self {
        Self { program, began, next: is_wanted.then_some(began + PATIENCE), count: 0, is_shown: false }
    }

    /// Adds to the count.
    pub(crate) fn add(&mut self, count: u64) {
        if let Some(line) = self.line(count, Instant::now()) {
            self.is_shown = true;
            replace(&line);
        }
    }

    /// Adds to the count, and returns the line to show if it is time for one.
    fn line(&mut self, count: u64, now: Instant) -> Option<String> {
        self.count += count;
        self.next.filter(|next| *next <= now)?;
        self.next = Some(now + PAUSE);
        let milliseconds = now.duration_since(self.began).as_millis().max(1);
        let rate = u128::from(self.count) * 1000 / milliseconds;
        Some(format!("{}: {} ({rate}/s)", self.program, self.count))
    }

    /// Removes the line before something else is written.
    pub(crate) fn clear(&mut self) {
        if self.is_shown {
            self.is_shown = false;
            replace("");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Replaces the last line on standard error.
fn replace(line: &str) {
    let mut err = io::stderr().lock();
    // A failure to show progress must not end the run.
    let _ = write!(err, "\r{line}\x1B[K").and_then(|()| err.flush());
}

/// When the line is written, and what it says. That it is written only to a terminal is not tested.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_after_a_second_and_then_every_fifth_of_one() {
        let began = Instant::now();
        let mut progress = Progress::at("pia validate", began, true);
        let lines = [(10, 0), (10, 999), (20, 1_000), (1, 1_100), (1, 1_199), (8, 1_250), (0, 1_449), (950, 2_000)]
            .map(|(count, milliseconds)| progress.line(count, began + Duration::from_millis(milliseconds)));
        let expected = [
            None,
            None,
            Some("pia validate: 40 (40/s)"),
            None,
            None,
            Some("pia validate: 50 (40/s)"),
            None,
            Some("pia validate: 1000 (500/s)"),
        ];
        assert_eq!(lines, expected.map(|line| line.map(String::from)));
    }

    #[test]
    fn no_line_where_none_is_wanted() {
        let began = Instant::now();
        let mut progress = Progress::at("pia validate", began, false);
        assert_eq!(progress.line(1, began + Duration::from_secs(60)), None);
    }
}
