//! What the fuzz targets share: the bounds on memory that hold for every input.

use allocation_counter::measure;

/// Memory that reading may need at its peak: so many bytes for each byte of input, and so many in any case.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// For each byte of input.
    pub per_byte: usize,
    /// For any input.
    pub fixed: usize,
}

/// What loading a document may need. The worst case is a list of empty risk sections: the bytes `{},` become 2 KiB each, and
/// a list that grows has up to three times the place of its entries.
pub const LOADING: Bound = Bound { per_byte: 2_048, fixed: 64 * 1024 };

/// What a check of a document may need. The worst case is the same: each empty section lacks some seventy items.
pub const CHECKING: Bound = Bound { per_byte: 24 * 1_024, fixed: 1_024 * 1_024 };

/// What reading a text for citations may need.
pub const READING: Bound = Bound { per_byte: 1_024, fixed: 64 * 1024 };

impl Bound {
    /// Runs a reading of an input of so many bytes.
    ///
    /// # Panics
    /// If it needs more memory than the bound allows.
    pub fn check<T>(self, size: usize, read: impl FnOnce() -> T) -> T {
        let mut result = None;
        let peak = measure(|| result = Some(read())).bytes_max;
        let most = self.per_byte * size + self.fixed;
        assert!(peak <= most as u64, "{peak} bytes of memory for {size} bytes of input, of {most} allowed");
        result.expect("measure runs it")
    }
}
