//! 人数の区分: the printed bands of counts (対象人数、取扱者数), and counts that are exact, a band or a range.
//!
//! The forms ask for most numbers of people as a band: they print a list such as 「1万人以上10万人未満」, and the body chooses
//! one. Which assessment an affair needs depends on two of these lists: [`PopulationBand`] (対象人数) and [`HandlersBand`]
//! (取扱者数). The lists look similar but have different bounds, so each is its own type, and a [`Count`] names the list
//! that it belongs to.
//!
//! A [`NumericBand`] knows its bounds and which counts it contains. [`RetentionPeriod`] is a plain list, because
//! 「定められていない」 is not a number.
//!
//! ```
//! use mynumber_pia::Count;
//! use mynumber_pia::value::band::{NumericBand, PopulationBand};
//!
//! let count: Count<PopulationBand> = "6万2千人".parse()?;
//! assert_eq!(count, Count::Exact(62_000));
//! let band = PopulationBand::of(62_000);
//! assert_eq!(band.label(), "1万人以上10万人未満");
//! assert!(band.range().contains(62_000));
//! # Ok::<(), mynumber_pia::value::band::CountError>(())
//! ```

mod count;
mod data_subjects;
mod handlers;
mod population;
mod record_items;
mod retention_period;
mod staff;

#[doc(alias = "人数")]
pub use count::Count;
#[doc(alias = "人数の誤り")]
pub use count::CountError;
#[doc(alias = "範囲")]
pub use count::CountRange;
#[doc(alias = "単位")]
pub use count::Unit;
pub(crate) use count::expecting_count;
#[doc(alias = "対象となる本人の数")]
pub use data_subjects::DataSubjectsBand;
#[doc(alias = "取扱者数")]
pub use handlers::HandlersBand;
#[doc(alias = "対象人数")]
pub use population::PopulationBand;
#[doc(alias = "記録される項目")]
pub use record_items::RecordItemsBand;
#[doc(alias = "保管期間")]
pub use retention_period::RetentionPeriod;
#[doc(alias = "使用者数")]
#[doc(alias = "委託先における取扱者数")]
pub use staff::StaffBand;

/// A code list whose members are ranges of a count. Every count belongs to exactly one of them.
///
/// [`ALL`](crate::CodeList::ALL) is ascending, even if the form prints the bands in another order, because bands
/// compare as their counts do. It has no gaps; the compiler checks this for every list.
#[doc(alias = "人数の区分")]
pub trait NumericBand: crate::value::code_list::CodeList {
    /// What the list counts: people or items.
    const UNIT: Unit;

    /// The counts in this band, both ends included.
    fn range(self) -> CountRange;

    /// The band that contains `count`.
    fn of(count: u32) -> Self;
}

/// The index of the band that contains `count`. The bands begin at the counts `lower`.
#[inline]
const fn index_of(lower: &[u32], count: u32) -> usize {
    // As many later bands begin at or below `count`.
    let mut index = 0;
    let mut i = 1;
    while i < lower.len() {
        index += (count >= lower[i]) as usize;
        i += 1;
    }
    index
}

/// The counts of the band with this index.
const fn range_of(lower: &[u32], index: usize) -> CountRange {
    if index + 1 < lower.len() {
        CountRange::between(lower[index], Some(lower[index + 1] - 1))
    } else {
        CountRange::at_least(lower[index])
    }
}

/// The bounds. Stops the build unless the first band begins at 0 and they ascend, so that every count is in exactly one band.
const fn checked(lower: &'static [u32]) -> &'static [u32] {
    assert!(lower[0] == 0);
    let mut i = 1;
    while i < lower.len() {
        assert!(lower[i - 1] < lower[i]);
        i += 1;
    }
    lower
}

/// Declares a numeric band: a code list in ascending order, and the unit that it counts. Each row also gives the first
/// count of its band. A band ends where the next one begins, so that there are no gaps and no overlaps.
macro_rules! numeric_band {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($english:literal, $term:literal) of ($unit:literal, $unit_term:literal) {
            $(
                $(#[$($variant_meta:tt)*])*
                $variant:ident from $lower:literal = $code:literal, $label:literal, number $ordinal:literal
                $(, also $spelling:literal)*;
            )+
        }
    ) => {
        $crate::value::code_list::code_list! {
            $(#[$meta])*
            pub enum $name ($english, $term) {
                $(
                    $(#[$($variant_meta)*])*
                    $variant = $code, $label, number $ordinal $(, also $spelling)*;
                )+
            }
        }

        impl $name {
            /// The first count of each band, in ascending order.
            const LOWER: &'static [u32] = $crate::value::band::checked(&[$($lower),+]);

            /// The counts in this band, both ends included.
            #[must_use]
            pub const fn range(self) -> $crate::value::band::CountRange {
                $crate::value::band::range_of(Self::LOWER, self as usize)
            }

            /// The band that contains `count`.
            #[inline]
            #[must_use]
            pub const fn of(count: u32) -> Self {
                Self::ALL[$crate::value::band::index_of(Self::LOWER, count)]
            }
        }

        impl $crate::value::band::NumericBand for $name {
            const UNIT: $crate::value::band::Unit = $crate::value::band::Unit { name: $unit, term: $unit_term };

            fn range(self) -> $crate::value::band::CountRange {
                self.range()
            }

            fn of(count: u32) -> Self {
                Self::of(count)
            }
        }
    };
}
use numeric_band;
