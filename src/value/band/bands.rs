//! A list of bands without its type.

use super::count::{CountRange, Unit};
use crate::value::code_list::Choices;

/// A list of bands without its type (人数の区分).
#[derive(Debug)]
pub struct Bands {
    /// The bands, in ascending order.
    pub list: &'static Choices,
    /// What they count.
    pub unit: Unit,
    /// The first count of each band.
    lower: &'static [u32],
}

/// The table of a list of bands, which only [`numeric_band!`](super::numeric_band) declares.
pub trait Sealed {
    /// The list without its type.
    const BANDS: &'static Bands;
}

impl Bands {
    /// The bands of this list, which begin at the counts `lower`. Stops the build unless the first begins at 0 and they
    /// ascend, so that every count is in exactly one band.
    pub(super) const fn new(list: &'static Choices, unit: Unit, lower: &'static [u32]) -> Self {
        assert!(lower[0] == 0);
        let mut i = 1;
        while i < lower.len() {
            assert!(lower[i - 1] < lower[i]);
            i += 1;
        }
        Self { list, unit, lower }
    }

    /// The index of the band that contains `count`.
    #[inline]
    pub(crate) const fn index_of(&self, count: u32) -> usize {
        // As many later bands begin at or below `count`.
        let mut index = 0;
        let mut i = 1;
        while i < self.lower.len() {
            index += (count >= self.lower[i]) as usize;
            i += 1;
        }
        index
    }

    /// The counts of the band with this index.
    pub(crate) const fn range_of(&self, index: usize) -> CountRange {
        if index + 1 < self.lower.len() {
            CountRange::between(self.lower[index], Some(self.lower[index + 1] - 1))
        } else {
            CountRange::at_least(self.lower[index])
        }
    }
}
