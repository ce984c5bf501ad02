//! The closed lists of the forms that count something, and counts of people that may be exact, a band, a range or open.
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

pub use count::{Count, CountError, CountRange};
pub use data_subjects::DataSubjectsBand;
pub use handlers::HandlersBand;
pub use population::PopulationBand;
pub use record_items::RecordItemsBand;
pub use retention_period::RetentionPeriod;
pub use staff::StaffBand;

/// A code list whose members are ranges of a count. Every count falls in exactly one of them.
///
/// [`ALL`](crate::CodeList::ALL) ascends; neighbours touch, which the compiler checks for every list.
pub trait NumericBand: crate::CodeList {
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
                $(#[$variant_meta:meta])*
                $variant:ident from $lower:literal = $code:literal, $label:literal, number $ordinal:literal
                $(, also $spelling:literal)*;
            )+
        }
    ) => {
        $crate::code_list::code_list! {
            $(#[$meta])*
            pub enum $name ($english, $term) {
                $(
                    $(#[$variant_meta])*
                    $variant = $code, $label, number $ordinal $(, also $spelling)*;
                )+
            }
        }

        impl $name {
            /// The first count of each band, in ascending order.
            const LOWER: [u32; Self::ALL.len()] = [$($lower),+];

            /// The counts of this band, both ends included.
            #[must_use]
            pub const fn range(self) -> $crate::band::CountRange {
                let index = self as usize;
                let min = Self::LOWER[index];
                if index + 1 < Self::LOWER.len() {
                    $crate::band::CountRange::between(min, Some(Self::LOWER[index + 1] - 1))
                } else {
                    $crate::band::CountRange::at_least(min)
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

        impl $crate::band::NumericBand for $name {
            fn range(self) -> $crate::band::CountRange {
                self.range()
            }

            fn of(count: u32) -> Self {
                Self::of(count)
            }
        }
    };
}
use numeric_band;
