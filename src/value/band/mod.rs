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

mod bands;
mod count;
mod lists;

pub(crate) use bands::Bands;
export! {
    count::Count "人数";
    count::CountError "人数の誤り";
    count::CountRange "範囲";
    count::Unit "単位";
    lists::DataSubjectsBand "対象となる本人の数";
    lists::HandlersBand "取扱者数";
    lists::PopulationBand "対象人数";
    lists::RecordItemsBand "記録される項目";
    lists::RetentionPeriod "保管期間";
    lists::StaffBand "使用者数" "委託先における取扱者数";
}

pub(crate) use count::expecting_count;

/// A code list whose members are ranges of a count. Every count belongs to exactly one of them.
///
/// [`ALL`](crate::CodeList::ALL) is ascending, even if the form prints the bands in another order, because bands
/// compare as their counts do. It has no gaps; the compiler checks this for every list.
#[doc(alias = "人数の区分")]
pub trait NumericBand: crate::value::code_list::CodeList + bands::Sealed {
    /// What the list counts: people or items.
    const UNIT: Unit = Self::BANDS.unit;

    /// The counts in this band, both ends included.
    fn range(self) -> CountRange;

    /// The band that contains `count`.
    fn of(count: u32) -> Self;
}

/// Declares a numeric band: a code list in ascending order, and the unit that it counts. Each row also gives the first
/// count of its band. A band ends where the next one begins, so that there are no gaps and no overlaps.
macro_rules! numeric_band {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($english:literal, $term:literal) of ($unit:literal, $unit_term:literal) {
            $(
                $(#[$($variant_meta:tt)*])*
                $variant:ident from $lower:literal = $code:literal, $label:literal $(/ $in_english:literal)?, number $ordinal:literal
                $(, also $spelling:literal)*;
            )+
        }
    ) => {
        $crate::value::code_list::code_list! {
            $(#[$meta])*
            pub enum $name ($english, $term) {
                $(
                    $(#[$($variant_meta)*])*
                    $variant = $code, $label $(/ $in_english)?, number $ordinal $(, also $spelling)*;
                )+
            }
        }

        impl $name {
            /// The counts in this band, both ends included.
            #[must_use]
            pub const fn range(self) -> $crate::value::band::CountRange {
                <Self as $crate::value::band::bands::Sealed>::BANDS.range_of(self as usize)
            }

            /// The band that contains `count`.
            #[inline]
            #[must_use]
            pub const fn of(count: u32) -> Self {
                Self::ALL[<Self as $crate::value::band::bands::Sealed>::BANDS.index_of(count)]
            }
        }

        impl $crate::value::band::bands::Sealed for $name {
            const BANDS: &'static $crate::value::band::Bands = &$crate::value::band::Bands::new(
                $crate::value::code_list::Choices::of::<Self>(),
                $crate::value::band::Unit { name: $unit, term: $unit_term },
                &[$($lower),+],
            );
        }

        impl $crate::value::band::NumericBand for $name {
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
