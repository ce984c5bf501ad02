//! The closed lists of the forms that count something (対象人数、取扱者数), and counts of people that may be exact, a band,
//! a range or open.
//!
//! Two kinds, kept apart: a *numeric* band ([`NumericBand`]) knows its bounds and which counts fall in it; a labelled
//! list ([`RetentionPeriod`]) also has members that are no numbers.

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

/// A code list whose members are ranges of a count. Every count falls in exactly one of them.
///
/// [`ALL`](crate::CodeList::ALL) ascends; neighbours touch, which the compiler checks for every list.
#[doc(alias = "人数の区分")]
pub trait NumericBand: crate::value::code_list::CodeList {
    /// The counts of this band, both ends included.
    fn range(self) -> CountRange;

    /// The band that `count` falls in.
    fn of(count: u32) -> Self;
}

/// Declares a numeric band: a code list in ascending order whose rows also say from which count on they hold. The upper
/// end of a row is the lower end of the next, so that no count is left out and none counted twice.
macro_rules! numeric_band {
    (
        $(#[$meta:meta])*
        pub enum $name:ident ($english:literal, $term:literal) {
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
            const LOWER: [u32; Self::ALL.len()] = [$($lower),+];

            /// The counts of this band, both ends included.
            #[must_use]
            pub const fn range(self) -> $crate::value::band::CountRange {
                let index = self as usize;
                let min = Self::LOWER[index];
                if index + 1 < Self::LOWER.len() {
                    $crate::value::band::CountRange::between(min, Some(Self::LOWER[index + 1] - 1))
                } else {
                    $crate::value::band::CountRange::at_least(min)
                }
            }

            /// The band that `count` falls in.
            #[inline]
            #[must_use]
            pub const fn of(count: u32) -> Self {
                // How many of the later bands have begun is the place of the band: no branch that could be mispredicted.
                let mut index = 0;
                let mut i = 1;
                while i < Self::LOWER.len() {
                    index += (count >= Self::LOWER[i]) as usize;
                    i += 1;
                }
                Self::ALL[index]
            }
        }

        // The first band begins at nothing, and each one before the next: then `of` finds exactly one band.
        const _: () = {
            let lower = &$name::LOWER;
            assert!(lower[0] == 0);
            let mut i = 1;
            while i < lower.len() {
                assert!(lower[i - 1] < lower[i]);
                i += 1;
            }
        };

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
