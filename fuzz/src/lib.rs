//! The limits on memory, which the fuzz targets share. They hold for every input.

use allocation_counter::measure;

/// A limit on the peak memory, as a linear function of the size of the input.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// Bytes for each byte of input.
    pub per_byte: usize,
    /// Bytes for any input.
    pub fixed: usize,
}

/// The limit for loading a document. The worst case is a list of empty risk sections: the bytes `{},` become 2 KiB
/// each, and a growing list can take three times the memory of its entries.
pub const LOADING: Bound = Bound { per_byte: 2_048, fixed: 64 * 1024 };

/// The limit for checking a document. Each empty section lacks about seventy items, but a report lists at most
/// `MAX_FINDINGS`; reading the citations takes the rest.
pub const CHECKING: Bound = Bound { per_byte: 1_024, fixed: 64 * 1_024 * 1_024 };

/// The limit for the list of items to fill in. The worst case is a list of empty risk sections.
pub const FILLING: Bound = Bound { per_byte: 10 * 1_024, fixed: 1_024 * 1_024 };

/// The limit for reading the citations of a text.
pub const READING: Bound = Bound { per_byte: 1_024, fixed: 64 * 1024 };

/// The limit for reading a printed form. The fixed part is the table of the labels of all editions.
pub const TRANSCRIBING: Bound = Bound { per_byte: 4 * 1_024, fixed: 64 * 1_024 * 1_024 };

impl Bound {
    /// Runs `read` on an input of this size.
    ///
    /// # Panics
    /// If it needs more memory than the limit.
    pub fn check<T>(self, size: usize, read: impl FnOnce() -> T) -> T {
        let mut result = None;
        let peak = measure(|| result = Some(read())).bytes_max;
        let most = self.per_byte * size + self.fixed;
        assert!(peak <= most as u64, "{peak} bytes of memory for {size} bytes of input, of {most} allowed");
        result.expect("measure runs it")
    }
}
