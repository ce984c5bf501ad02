//! Stops where nothing can be read, instead of reporting every piece of it.

use crate::options::{Both, both};

/// How many pieces in a row are reported before reading stops.
const MOST: usize = 10;

const STOPPED: Both =
    both("。10個続けて読めないので、ここで読むのをやめる", "; 10 in a row cannot be read, so reading stops here");

/// The pieces in a row that cannot be read.
#[derive(Default)]
pub(crate) struct Row(usize);

impl Row {
    /// Begins again: something was read, or another file begins.
    pub(crate) const fn clear(&mut self) {
        self.0 = 0;
    }

    /// Adds a piece that cannot be read. Returns what to say after its error if reading stops.
    pub(crate) const fn add(&mut self) -> Option<Both> {
        self.0 += 1;
        if self.0 == MOST { Some(STOPPED) } else { None }
    }

    pub(crate) const fn is_over(&self) -> bool {
        self.0 >= MOST
    }
}
